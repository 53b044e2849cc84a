//! Goals as Lean shows them.

use super::doc::{self, Doc};
use super::names::{base_name, name_text};
use super::term::{Ctx, Printer};
use crate::meta::{LocalDecl, Meta, conv_result};
use std::sync::Arc;
use turnstile_kernel::{Expr, MVarId, Node};

/// A goal in parts, for those who lay it out themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GoalView {
    /// The case tag, empty when there is none.
    pub tag: String,
    /// The hypotheses, one line (or more) a group: `a b : Nat`.
    pub hypotheses: Vec<String>,
    /// The target without `⊢`.
    pub target: String,
    /// All of it as Lean prints it.
    pub text: String,
}

impl Meta {
    /// The parts of the goal `g`.
    pub fn goal_view(&mut self, g: MVarId) -> GoalView {
        let Some(d) = self.mctx.decl(g).cloned() else {
            let text = format!("?m.{}", g.0);
            return GoalView { tag: String::new(), hypotheses: vec![], target: text.clone(), text };
        };
        let opts = self.pp_options.clone();
        let target = self.instantiate(d.ty);
        self.with_lctx(d.lctx.clone(), |m| {
            let groups = m.hypothesis_groups();
            let mut p = Printer::new(m, &opts);
            let hypotheses: Vec<String> =
                groups.iter().map(|(ids, ty)| p.hypothesis(ids, *ty, opts.width)).collect();
            let (mark, shown_term) = match p.m.conversion(target) {
                Some(lhs) => ("| ", lhs),
                None => ("⊢ ", target),
            };
            let doc = Doc::Cat(vec![Doc::from(mark), p.term(shown_term, Ctx::free(true)).nest(2)]);
            let shown = doc::render(&doc, opts.width, 0);
            let tag = if d.name.is_anon() { String::new() } else { name_text(base_name(d.name)) };
            let mut lines = Vec::new();
            if !tag.is_empty() {
                lines.push(format!("case {tag}"));
            }
            lines.extend(hypotheses.iter().cloned());
            lines.push(shown.clone());
            let target = shown.strip_prefix(mark).unwrap_or(&shown).to_owned();
            GoalView { tag, hypotheses, target, text: lines.join("\n") }
        })
    }

    /// Whether unification may find the value of `x` because it is the result of a conversion.
    #[must_use]
    pub fn is_conv_result(&self, x: MVarId) -> bool {
        !self.mctx.is_assigned(x) && self.mctx.decl(x).is_some_and(|d| d.name == conv_result())
    }

    /// `lhs` of the target `lhs = ?rhs` of a goal of conversion mode.
    fn conversion(&self, target: Expr) -> Option<Expr> {
        let sides = self.st.app_of(target, "Eq", 3)?;
        let Node::MVar(rhs) = self.st.node(sides[2]) else { return None };
        self.is_conv_result(rhs).then_some(sides[1])
    }

    /// The visible hypotheses of the current context; neighbours of one type are together.
    fn hypothesis_groups(&self) -> Vec<(Vec<Arc<LocalDecl>>, Expr)> {
        let mut groups: Vec<(Vec<Arc<LocalDecl>>, Expr)> = Vec::new();
        for d in self.lctx.iter().filter(|d| !d.is_aux) {
            let ty = self.instantiate(d.ty);
            match groups.last_mut() {
                Some((ds, t))
                    if d.value.is_none()
                        && self.st.alpha_eq(*t, ty)
                        && ds.iter().all(|d| d.value.is_none()) =>
                {
                    ds.push(d.clone());
                }
                _ => groups.push((vec![d.clone()], ty)),
            }
        }
        groups
    }
}

impl Printer<'_> {
    fn hypothesis(&mut self, ds: &[Arc<LocalDecl>], ty: Expr, width: usize) -> String {
        let names: Vec<String> =
            ds.iter().map(|d| self.locals.get(&d.id).cloned().unwrap_or_default()).collect();
        let ty = self.term(ty, Ctx::free(true));
        let mut parts = vec![Doc::from(names.join(" ")), Doc::from(" :"), Doc::Line, ty];
        if let Some(v) = ds.first().and_then(|d| d.value) {
            let v = self.m.instantiate(v);
            parts.extend([Doc::from(" :="), Doc::Line, self.term(v, Ctx::free(true))]);
        }
        doc::render(&Doc::Cat(parts).nest(2).group(), width, 0)
    }
}
