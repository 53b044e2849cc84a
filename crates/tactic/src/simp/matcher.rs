//! Matching the left side of a rule against a term.
//!
//! Most matches are settled symbol by symbol. What that cannot decide — functions as variables, numerals against
//! successors, instances that are equal only after unfolding — is left to unification.

use super::engine::Simp;
use super::rule::Rule;
use std::sync::Arc;
use turnstile_elab::env::{Reducibility, Transparency};
use turnstile_elab::{MVarKind, Result};
use turnstile_kernel::{BinderInfo, Expr, Level, LevelNode, Levels, Name, Node, Store, with_stack};

/// Values for the variables and level parameters of a rule.
#[derive(Clone, Debug)]
pub struct Bindings {
    /// For each variable, first to last; `None` when the left side does not mention it.
    pub vars: Vec<Option<Expr>>,
    /// For each level parameter.
    pub levels: Vec<Option<Level>>,
}

/// The answer of the quick matcher.
enum Quick {
    Yes,
    No,
    /// Only unification can tell.
    Unsure,
}

struct Quickly<'a> {
    rule: &'a Rule,
    found: Bindings,
    /// Pairs to compare by unification once all variables are known.
    later: Vec<(Expr, Expr)>,
}

impl Simp<'_> {
    /// Values for the variables of `rule` that make its left side equal to `e`.
    pub(super) fn match_rule(&mut self, rule: &Rule, e: Expr) -> Result<Option<Bindings>> {
        let mut q = Quickly {
            rule,
            found: Bindings {
                vars: vec![None; rule.vars.len()],
                levels: vec![None; rule.level_params.len()],
            },
            later: Vec::new(),
        };
        match self.quick(&mut q, rule.lhs, e) {
            Quick::No => return Ok(None),
            Quick::Yes if q.found.levels.iter().all(Option::is_some) => {
                let Quickly { found, later, .. } = q;
                match self.check_later(rule, &found, &later)? {
                    Some(true) => return Ok(Some(found)),
                    Some(false) => return Ok(None),
                    None => {}
                }
            }
            _ => {}
        }
        self.match_by_unification(rule, e)
    }

    /// Compares what the quick matcher put off; `None` when a variable in it has no value yet.
    fn check_later(&mut self, rule: &Rule, found: &Bindings, later: &[(Expr, Expr)]) -> Result<Option<bool>> {
        for (p, e) in later {
            let Some(p) = self.fill(rule, found, *p) else { return Ok(None) };
            if self.m.st.alpha_eq(p, *e) {
                continue;
            }
            let e = *e;
            if !self
                .m
                .at_new_depth(|m| m.with_transparency(Transparency::Instances, |m| m.is_def_eq(p, e)))?
            {
                return Ok(Some(false));
            }
        }
        Ok(Some(true))
    }

    /// `t`, a part of `rule`, with the values put in; `None` if it mentions a variable without one.
    pub(super) fn fill(&mut self, rule: &Rule, found: &Bindings, t: Expr) -> Option<Expr> {
        let st = self.m.st.clone();
        let t = self.fill_levels(rule, found, t);
        if st.loose(t) == 0 {
            return Some(t);
        }
        let mut missing = false;
        let r = put_in(&st, &found.vars, t, 0, &mut missing);
        (!missing).then_some(r)
    }

    pub(super) fn fill_levels(&self, rule: &Rule, found: &Bindings, t: Expr) -> Expr {
        if rule.level_params.is_empty() {
            return t;
        }
        let st = &self.m.st;
        let ls: Vec<Level> = found.levels.iter().map(|l| l.unwrap_or_else(|| st.l_zero())).collect();
        st.instantiate_levels(t, &rule.level_params, &ls)
    }

    fn quick(&mut self, q: &mut Quickly<'_>, p: Expr, e: Expr) -> Quick {
        let st = self.m.st.clone();
        if let Node::BVar(i) = st.node(p) {
            let Some(k) = q.rule.vars.len().checked_sub(1 + i as usize) else { return Quick::Unsure };
            match q.found.vars[k] {
                None => q.found.vars[k] = Some(e),
                Some(v) if st.alpha_eq(v, e) => {}
                Some(v) if self.rigidly_different(v, e) => return Quick::No,
                Some(v) => q.later.push((v, e)),
            }
            return Quick::Yes;
        }
        if st.loose(p) == 0 && st.alpha_eq(p, e) {
            return Quick::Yes;
        }
        match (self.m.nat_literal(p), self.m.nat_literal(e)) {
            (Some(a), Some(b)) => return if a == b { Quick::Yes } else { Quick::No },
            (None, Some(_)) if self.m.nat_offset(p).is_some() => return Quick::Unsure,
            _ => {}
        }
        let ((ph, pa), (eh, ea)) = (st.unapp(p), st.unapp(e));
        match (st.node(ph), st.node(eh)) {
            (Node::Const(a, la), Node::Const(b, lb)) if a == b => {
                if pa.len() != ea.len() {
                    return if self.transparent(a) { Quick::Unsure } else { Quick::No };
                }
                if !match_levels(q, &st, la, lb) {
                    return Quick::Unsure;
                }
                with_stack(|| self.quick_args(q, a, &pa, &ea))
            }
            (Node::Const(a, _), Node::Const(b, _)) => {
                if self.transparent(a) || self.transparent(b) || self.is_successor(p, e) {
                    Quick::Unsure
                } else {
                    Quick::No
                }
            }
            (Node::FVar(a), Node::FVar(b)) if a == b && pa.len() == ea.len() => {
                for (x, y) in pa.iter().zip(&ea) {
                    match self.quick(q, *x, *y) {
                        Quick::Yes => {}
                        other => return other,
                    }
                }
                Quick::Yes
            }
            (Node::FVar(a), Node::FVar(b)) if a != b && !self.is_let(a) && !self.is_let(b) => Quick::No,
            (Node::Const(a, _), Node::FVar(b)) if !self.transparent(a) && !self.is_let(b) => Quick::No,
            (Node::FVar(a), Node::Const(b, _)) if !self.is_let(a) && !self.transparent(b) => Quick::No,
            (Node::Sort(a), Node::Sort(b)) => {
                if match_level(q, &st, a, b) {
                    Quick::Yes
                } else {
                    Quick::Unsure
                }
            }
            _ => Quick::Unsure,
        }
    }

    fn quick_args(&mut self, q: &mut Quickly<'_>, n: Name, pa: &[Expr], ea: &[Expr]) -> Quick {
        let infos = self.argument_infos(n, pa.len());
        // Types first: they bind the implicit variables.
        for (i, (x, y)) in pa.iter().zip(ea).enumerate() {
            if infos[i] == BinderInfo::Default {
                match self.quick(q, *x, *y) {
                    Quick::Yes => {}
                    other => return other,
                }
            }
        }
        for (i, (x, y)) in pa.iter().zip(ea).enumerate() {
            if infos[i] == BinderInfo::Default {
                continue;
            }
            let st = self.m.st.clone();
            if let Node::BVar(_) = st.node(*x) {
                match self.quick(q, *x, *y) {
                    Quick::Yes => continue,
                    other => return other,
                }
            }
            if infos[i] == BinderInfo::Inst {
                let before = (q.found.clone(), q.later.len());
                // Bind variables inside an instance when the instances look alike; else compare them at the end.
                if !matches!(self.quick(q, *x, *y), Quick::Yes) {
                    q.found = before.0;
                    q.later.truncate(before.1);
                    q.later.push((*x, *y));
                }
            } else {
                match self.quick(q, *x, *y) {
                    Quick::Yes => {}
                    other => return other,
                }
            }
        }
        Quick::Yes
    }

    fn argument_infos(&mut self, n: Name, k: usize) -> Arc<[BinderInfo]> {
        if let Some(v) = self.cx.infos.get(&(n, k)) {
            return v.clone();
        }
        let mut out = Vec::with_capacity(k);
        if let Some(c) = self.m.env.get(n) {
            let mut ty = c.ty();
            while let Node::Pi(b, _, body) = self.m.st.node(ty)
                && out.len() < k
            {
                out.push(b.info);
                ty = body;
            }
        }
        out.resize(k, BinderInfo::Default);
        let v: Arc<[BinderInfo]> = out.into();
        self.cx.infos.insert((n, k), v.clone());
        v
    }

    /// Whether unification at reducible transparency may look through the constant.
    fn transparent(&self, n: Name) -> bool {
        match self.m.env.reducibility(n) {
            Reducibility::Reducible => true,
            _ => {
                self.m.env.ext.matchers.contains_key(&n)
                    || self.m.env.ext.projections.contains_key(&n) && !self.is_class_projection(n)
            }
        }
    }

    fn is_class_projection(&self, n: Name) -> bool {
        self.m.env.ext.projections.get(&n).is_some_and(|(s, _)| self.m.env.is_class(*s))
    }

    fn is_successor(&self, p: Expr, e: Expr) -> bool {
        let offset = |e| self.m.nat_offset(e).is_some() || self.m.nat_literal(e).is_some();
        offset(p) && offset(e)
    }

    fn is_let(&self, id: turnstile_kernel::FVarId) -> bool {
        self.m.lctx.get(id).is_some_and(|d| d.value.is_some())
    }

    /// Whether two terms without variables of the rule certainly differ at reducible transparency.
    fn rigidly_different(&self, a: Expr, b: Expr) -> bool {
        let st = &self.m.st;
        match (st.node(a), st.node(b)) {
            (Node::FVar(x), Node::FVar(y)) => x != y && !self.is_let(x) && !self.is_let(y),
            _ => false,
        }
    }

    /// Unification of the left side, with holes for the variables.
    fn match_by_unification(&mut self, rule: &Rule, e: Expr) -> Result<Option<Bindings>> {
        let saved = self.m.save();
        let cx_depth = self.m.mctx.depth;
        self.m.mctx.depth += 1;
        let r = self.unify(rule, e);
        self.m.mctx.depth = cx_depth;
        self.m.restore(&saved);
        r
    }

    fn unify(&mut self, rule: &Rule, e: Expr) -> Result<Option<Bindings>> {
        let m = &mut *self.m;
        let levels: Vec<Level> = rule.level_params.iter().map(|_| m.mk_level_mvar()).collect();
        let mut holes: Vec<Expr> = Vec::with_capacity(rule.vars.len());
        for v in &rule.vars {
            let ty = m.st.instantiate_levels(v.ty, &rule.level_params, &levels);
            let ty = m.st.instantiate_rev(ty, &holes);
            let kind = if v.info == BinderInfo::Inst { MVarKind::Synthetic } else { MVarKind::Natural };
            holes.push(m.mk_mvar(ty, kind, Name::anon()));
        }
        let lhs = m.st.instantiate_levels(rule.lhs, &rule.level_params, &levels);
        let lhs = m.st.instantiate_rev(lhs, &holes);
        if !m.with_transparency(Transparency::Reducible, |m| m.is_def_eq(lhs, e))? {
            return Ok(None);
        }
        let mut vars = Vec::with_capacity(holes.len());
        for h in &holes {
            let v = m.instantiate(*h);
            let open =
                m.direct_mvars(v).iter().any(|id| m.mctx.decl(*id).is_none_or(|d| d.depth >= m.mctx.depth));
            if open && m.head_mvar(v).is_none() {
                return Ok(None);
            }
            vars.push((!open).then_some(v));
        }
        let levels = levels
            .iter()
            .map(|l| {
                let l = m.instantiate_level(*l);
                Some(if m.st.level_has_mvar(l) { m.st.l_zero() } else { l })
            })
            .collect();
        Ok(Some(Bindings { vars, levels }))
    }
}

fn match_levels(q: &mut Quickly<'_>, st: &Store, a: Levels, b: Levels) -> bool {
    if a == b && q.rule.level_params.is_empty() {
        return true;
    }
    let (a, b) = (st.level_list(a), st.level_list(b));
    a.len() == b.len() && a.iter().zip(b.iter()).all(|(x, y)| match_level(q, st, *x, *y))
}

fn match_level(q: &mut Quickly<'_>, st: &Store, p: Level, l: Level) -> bool {
    match (st.level(p), st.level(l)) {
        (LevelNode::Param(n), _) => match q.rule.level_params.iter().position(|x| *x == n) {
            Some(k) => match q.found.levels[k] {
                None => {
                    q.found.levels[k] = Some(l);
                    true
                }
                Some(v) => v == l,
            },
            None => p == l,
        },
        (LevelNode::Succ(a), LevelNode::Succ(b)) => match_level(q, st, a, b),
        (LevelNode::Zero, LevelNode::Zero) => true,
        _ => !st.level_has_param(p) && p == l,
    }
}

/// `t`, which stands below `base` binders, with values for its other loose variables, the last of which comes first.
/// Where a function is put in at a head, its application is reduced.
fn put_in(st: &Store, values: &[Option<Expr>], t: Expr, base: u32, missing: &mut bool) -> Expr {
    let n = values.len();
    let value = |i: u32, depth: u32| n.checked_sub(1 + (i - depth) as usize).and_then(|k| values[k]);
    st.replace(t, |e, inner| {
        let depth = base + inner;
        if st.loose(e) <= depth {
            return Some(e);
        }
        match st.node(e) {
            Node::BVar(i) if i >= depth => match value(i, depth) {
                Some(v) => Some(st.lift(v, 0, depth)),
                None => {
                    *missing = true;
                    Some(e)
                }
            },
            Node::App(..) => {
                let (h, args) = st.unapp(e);
                let Node::BVar(i) = st.node(h) else { return None };
                let f = (i >= depth).then(|| value(i, depth)).flatten()?;
                if !matches!(st.node(f), Node::Lam(..)) {
                    return None;
                }
                let args: Vec<Expr> =
                    args.into_iter().map(|a| with_stack(|| put_in(st, values, a, depth, missing))).collect();
                Some(st.beta(st.lift(f, 0, depth), &args))
            }
            _ => None,
        }
    })
}
