//! Rewriting with the rules, and finding proofs of their conditions.

use super::call::Origin;
use super::engine::{Simp, SimpResult};
use super::matcher::Bindings;
use super::rule::Rule;
use crate::known;
use std::rc::Rc;
use turnstile_elab::Result;
use turnstile_kernel::{BinderInfo, Expr, Name, Node};

impl Simp<'_> {
    /// Rewrites `e` by the first rule that applies.
    pub(super) fn rewrite(&mut self, e: Expr) -> Result<Option<SimpResult>> {
        let mut found: Vec<(Rc<Rule>, usize)> = Vec::new();
        self.cx.own.candidates(self.m, e, &mut found);
        if let Some(r) = self.try_rules(e, found, false)? {
            return Ok(Some(r));
        }
        let Some(set) = self.cx.defaults.clone() else { return Ok(None) };
        let mut found = Vec::new();
        set.borrow_mut().candidates(self.m, e, &mut found)?;
        self.try_rules(e, found, true)
    }

    fn try_rules(
        &mut self,
        e: Expr,
        mut found: Vec<(Rc<Rule>, usize)>,
        by_default: bool,
    ) -> Result<Option<SimpResult>> {
        // Declarations that are named in a call come in the order in which the index finds them, more general left sides
        // first, as in Lean. Of hypotheses, and of what is marked for all calls, later ones know more; a stable sort keeps
        // them first among equals.
        if by_default || found.iter().any(|(r, _)| matches!(r.origin, Origin::Hyp(..))) {
            found.reverse();
        }
        found.sort_by_key(|(r, extra)| (std::cmp::Reverse(r.priority), *extra));
        let number = by_default && self.is_about_numbers(e);
        for (rule, extra) in found {
            if self.is_off(&rule, by_default) || number && is_algebra(&rule) {
                continue;
            }
            if let Some(r) = self.try_rule(&rule, e, extra)? {
                self.cx.note_use(rule.origin);
                return Ok(Some(r));
            }
        }
        Ok(None)
    }

    /// Whether the operation or relation `e` is one on `Nat` or `Int`: these have lemmas of their own, so that those about rings
    /// and orders in general need not be tried.
    fn is_about_numbers(&self, e: Expr) -> bool {
        let st = &self.m.st;
        let args = st.unapp(e).1;
        let Some(a) = args.first() else { return false };
        match st.as_const(*a) {
            Some((n, _)) => matches!(n.as_str(), "Nat" | "Int"),
            None => matches!(st.node(*a), Node::App(..)) && self.is_about_numbers(*a),
        }
    }

    /// Whether `rule` is not to be used. What is hidden from automation may still be named in a call.
    fn is_off(&self, rule: &Rule, by_default: bool) -> bool {
        use super::call::Origin;
        if self.cx.config.dsimp && !rule.by_rfl {
            return true;
        }
        match rule.origin {
            Origin::Const(n, _) => {
                self.cx.erased.contains(&n) || by_default && self.m.env.ext.hidden.contains(&n)
            }
            Origin::Hyp(id, _) => self.cx.skip == Some(id) || !self.m.lctx.contains(id),
            Origin::Arg(_) => false,
        }
    }

    fn try_rule(&mut self, rule: &Rule, e: Expr, extra: usize) -> Result<Option<SimpResult>> {
        if extra > 0 {
            return self.try_rule_on_prefix(rule, e, extra);
        }
        let Some(mut found) = self.match_rule(rule, e)? else { return Ok(None) };
        if !self.find_arguments(rule, &mut found)? {
            return Ok(None);
        }
        let (Some(rhs), Some(proof)) =
            (self.fill(rule, &found, rule.rhs), self.fill(rule, &found, rule.proof))
        else {
            return Ok(None);
        };
        let rhs = self.m.st.head_beta(rhs);
        if self.m.st.alpha_eq(rhs, e) {
            return Ok(None);
        }
        if rule.permutes && !self.cx.order.less(&self.m.st, rhs, e) {
            return Ok(None);
        }
        let proof = (!self.cx.config.dsimp).then_some(proof);
        Ok(Some(SimpResult { expr: rhs, proof }))
    }

    /// `f a b` by a rule for `f a`.
    fn try_rule_on_prefix(&mut self, rule: &Rule, e: Expr, extra: usize) -> Result<Option<SimpResult>> {
        let (f, args) = self.m.st.unapp(e);
        let Some(k) = args.len().checked_sub(extra) else { return Ok(None) };
        let mut old = self.m.st.apps(f, &args[..k]);
        let Some(r) = self.try_rule(rule, old, 0)? else { return Ok(None) };
        let mut cur = r;
        for a in &args[k..] {
            let proof = self.congr_step((old, cur.expr, cur.proof), (*a, *a, None))?;
            old = self.m.st.app(old, *a);
            cur = SimpResult { expr: self.m.st.app(cur.expr, *a), proof };
        }
        cur.expr = self.m.st.head_beta(cur.expr);
        Ok(Some(cur))
    }

    /// Finds the arguments that matching left open: instances by search, conditions by simplification.
    fn find_arguments(&mut self, rule: &Rule, found: &mut Bindings) -> Result<bool> {
        for i in 0..rule.vars.len() {
            if found.vars[i].is_some() {
                continue;
            }
            let var = &rule.vars[i];
            // The type mentions the variables before this one only.
            let prefix = Bindings { vars: found.vars[..i].to_vec(), levels: found.levels.clone() };
            let Some(ty) = self.fill(rule, &prefix, var.ty) else { return Ok(false) };
            let value = if var.info == BinderInfo::Inst {
                match self.m.synth_instance(ty) {
                    Ok(v) => v,
                    Err(e) if e.is_resource() => return Err(e),
                    Err(_) => None,
                }
            } else if var.is_prop {
                self.discharge(ty)?
            } else {
                None
            };
            match value {
                Some(v) => found.vars[i] = Some(v),
                None => return Ok(false),
            }
        }
        Ok(true)
    }

    /// A proof of the condition `p`, when it simplifies to `True`.
    fn discharge(&mut self, p: Expr) -> Result<Option<Expr>> {
        if self.cx.discharge_depth >= self.cx.config.max_discharge_depth || self.cx.config.dsimp {
            return Ok(None);
        }
        self.cx.discharge_depth += 1;
        let r = self.visit_condition(p);
        self.cx.discharge_depth -= 1;
        let r = r?;
        if !crate::goal::is_const(&self.m.st, r.expr, *known::TRUE) {
            return Ok(None);
        }
        Ok(Some(self.of_eq_true(p, r.proof)))
    }

    /// Conditions are simplified with a cache of their own where the depth bound may have cut something.
    fn visit_condition(&mut self, p: Expr) -> Result<SimpResult> {
        let outer = std::mem::take(&mut self.cx.cache);
        let r = self.visit(p);
        self.cx.cache = outer;
        r
    }

    /// Unfolds the head of `e` if the call asks for it.
    pub(super) fn unfold(&mut self, e: Expr) -> Result<Option<SimpResult>> {
        let Some(n) = self.m.st.head_const(e) else {
            return Ok(None);
        };
        let own = self.cx.unfold.contains(&n);
        let by_default = !own
            && self.cx.defaults.as_ref().is_some_and(|d| d.borrow().unfolds(n))
            && !self.cx.erased.contains(&n)
            && !self.m.env.ext.hidden.contains(&n);
        if !own && !by_default {
            return Ok(None);
        }
        let r = match self.m.env.ext.equations.get(&n).cloned() {
            Some(q) if q.by_theorem => self.by_equation_theorem(e, &q)?,
            _ => self.unfold_constant(e, n)?.map(SimpResult::rfl),
        };
        if r.is_some() {
            self.cx.note_use(Origin::Const(n, false));
        }
        Ok(r.filter(|r| !self.m.st.alpha_eq(r.expr, e)))
    }

    /// One step of a function whose equations are theorems. An equation without patterns always fires, and so would again on
    /// its own result: it is used only where the condition of its `if` is decided.
    fn by_equation_theorem(
        &mut self,
        e: Expr,
        q: &std::sync::Arc<turnstile_elab::env::FunEquations>,
    ) -> Result<Option<SimpResult>> {
        use turnstile_elab::env::Transparency;
        let found = self.m.with_transparency(Transparency::Instances, |m| m.rewrite_by_equations(e, q))?;
        let Some((expr, proof)) = found else { return Ok(None) };
        let f = self.m.st.head_const(e);
        if q.matched.is_empty()
            && self.m.st.any_subterm(expr, |t| f.is_some() && self.m.st.head_const(t) == f)
        {
            let conditional = ["ite", "dite"].iter().find_map(|n| self.m.st.app_of(expr, n, 5));
            let Some(args) = conditional else { return Ok(None) };
            let c = self.visit_condition(args[1])?.expr;
            let decided = crate::goal::is_const(&self.m.st, c, *known::TRUE)
                || self.m.st.head_const(c).is_some_and(|n| n.as_str() == "False");
            if !decided {
                return Ok(None);
            }
        }
        Ok(Some(SimpResult { expr, proof: Some(proof) }))
    }

    fn unfold_constant(&mut self, e: Expr, n: Name) -> Result<Option<Expr>> {
        use turnstile_elab::env::Transparency;
        if let Some(eqs) = self.m.env.ext.equations.get(&n).cloned() {
            return self.m.with_transparency(Transparency::Instances, |m| m.unfold_by_equations(e, &eqs));
        }
        if let Some((s, _)) = self.m.env.ext.projections.get(&n).copied() {
            let t = if self.m.env.is_class(s) { Transparency::Instances } else { Transparency::Reducible };
            // The projection function itself must count as unfoldable.
            return self.m.with_transparency(t, |m| m.unfold_step(e));
        }
        // All arguments of the definition must be there.
        let Some(v) = self.m.env.get(n).and_then(|c| c.value()) else { return Ok(None) };
        let mut arity = 0;
        let mut t = v;
        while let turnstile_kernel::Node::Lam(_, _, b) = self.m.st.node(t) {
            arity += 1;
            t = b;
        }
        if self.m.st.app_arity(e) < arity {
            return Ok(None);
        }
        Ok(self.m.unfold_definition(e, false))
    }
}

/// Whether the rule is one of the algebra that follows Mathlib.
fn is_algebra(rule: &Rule) -> bool {
    match rule.origin {
        Origin::Const(n, _) => n.as_str().starts_with("Mathlib."),
        _ => false,
    }
}
