//! Definitional equality. The order of the steps decides which equalities are found.

use crate::checker::Checker;
use crate::env::{Checked, Constant, ConstantKind};
use crate::expr::{Expr, Kind};
use crate::names::names;
use std::cmp::Ordering;
use std::sync::Arc;
use turnstile_kernel::ReducibilityHint;

/// What one step of lazy unfolding came to.
enum Lazy {
    Decided(bool),
    Changed(Expr, Expr),
    /// Neither head unfolds.
    Stuck,
}

/// Which of two definitions is unfolded first. Heights are compared among regular definitions only.
fn priority(a: &Constant, b: &Constant) -> Ordering {
    let class = |c: &Constant| match c.kind {
        ConstantKind::Definition { hint: ReducibilityHint::Abbrev, .. } => (2, 0),
        ConstantKind::Definition { hint: ReducibilityHint::Regular(h), .. } => (1, h),
        _ => (0, 0),
    };
    class(a).cmp(&class(b))
}

fn is_regular(c: &Constant) -> bool {
    matches!(c.kind, ConstantKind::Definition { hint: ReducibilityHint::Regular(_), .. })
}

impl Checker<'_> {
    /// Whether two well-typed terms are definitionally equal.
    pub(crate) fn def_eq(&mut self, t: &Expr, s: &Expr) -> Checked<bool> {
        if t == s {
            return Ok(true);
        }
        let pair = (t.clone(), s.clone());
        if let Some(r) = self.memory.equal.get(&pair) {
            return Ok(*r);
        }
        self.step()?;
        let r = self.deeper(|c| c.decide(t, s))?;
        self.memory.equal.insert(pair, r);
        Ok(r)
    }

    /// What the outermost forms decide.
    fn quick(&mut self, t: &Expr, s: &Expr) -> Checked<Option<bool>> {
        if t == s {
            return Ok(Some(true));
        }
        match (t.kind(), s.kind()) {
            (Kind::Lam(..), Kind::Lam(..)) | (Kind::Pi(..), Kind::Pi(..)) => {
                self.same_binders(t, s).map(Some)
            }
            (Kind::Sort(a), Kind::Sort(b)) => self.level_eq(a, b).map(Some),
            (Kind::Nat(_), Kind::Nat(_)) | (Kind::Str(_), Kind::Str(_)) => Ok(Some(false)),
            _ => Ok(None),
        }
    }

    fn same_binders(&mut self, mut t: &Expr, mut s: &Expr) -> Checked<bool> {
        let mut locals: Vec<Expr> = Vec::new();
        while let (Kind::Lam(a, t_body), Kind::Lam(b, s_body)) | (Kind::Pi(a, t_body), Kind::Pi(b, s_body)) =
            (t.kind(), s.kind())
        {
            let domain = a.instantiate(&locals);
            if a != b && !self.def_eq(&domain, &b.instantiate(&locals))? {
                return Ok(false);
            }
            locals.push(Expr::fresh(domain));
            (t, s) = (t_body, s_body);
        }
        self.def_eq(&t.instantiate(&locals), &s.instantiate(&locals))
    }

    fn decide(&mut self, t: &Expr, s: &Expr) -> Checked<bool> {
        if let Some(r) = self.quick(t, s)? {
            return Ok(r);
        }
        if (self.eager || !t.has_local()) && s.is_const(names().bool_true) {
            let v = self.whnf(t)?;
            if v.is_const(names().bool_true) {
                return Ok(true);
            }
        }
        let (mut t, mut s) = (self.whnf_core(t, true)?, self.whnf_core(s, true)?);
        if let Some(r) = self.quick(&t, &s)? {
            return Ok(r);
        }
        if let Some(r) = self.same_proofs(&t, &s)? {
            return Ok(r);
        }
        loop {
            match self.unfold_lazily(&t, &s)? {
                Lazy::Decided(r) => return Ok(r),
                Lazy::Changed(t2, s2) => (t, s) = (t2, s2),
                Lazy::Stuck => break,
            }
        }
        let parts = match (t.kind(), s.kind()) {
            (Kind::Const(m, a), Kind::Const(n, b)) => m == n && self.levels_eq(a, b)?,
            (Kind::Proj(m, i, x), Kind::Proj(n, j, y)) => m == n && i == j && self.def_eq(x, y)?,
            _ => false,
        };
        if parts {
            return Ok(true);
        }
        let (t2, s2) = (self.whnf_core(&t, false)?, self.whnf_core(&s, false)?);
        if t2 != t || s2 != s {
            return self.def_eq(&t2, &s2);
        }
        if let (Kind::App(..), Kind::App(..)) = (t.kind(), s.kind()) {
            let same_length = t.unapp().1.len() == s.unapp().1.len();
            if same_length && self.def_eq(t.head(), s.head())? && self.same_arguments(&t, &s)? {
                return Ok(true);
            }
        }
        Ok(self.eta(&t, &s)?
            || self.eta(&s, &t)?
            || self.structure_eta(&t, &s)?
            || self.structure_eta(&s, &t)?
            || self.without_fields(&t, &s)?)
    }

    /// Proofs are equal when their propositions are.
    fn same_proofs(&mut self, t: &Expr, s: &Expr) -> Checked<Option<bool>> {
        let ty = self.infer(t, false)?;
        if !self.is_prop(&ty)? {
            return Ok(None);
        }
        let other = self.infer(s, false)?;
        self.def_eq(&ty, &other).map(Some)
    }

    fn unfold_lazily(&mut self, t: &Expr, s: &Expr) -> Checked<Lazy> {
        self.step()?;
        if let Some(r) = self.same_offsets(t, s)? {
            return Ok(Lazy::Decided(r));
        }
        if self.eager || !(t.has_local() || s.has_local()) {
            if let Some(v) = self.run_nat_function(t)? {
                return self.def_eq(&v, s).map(Lazy::Decided);
            }
            if let Some(v) = self.run_nat_function(s)? {
                return self.def_eq(t, &v).map(Lazy::Decided);
            }
        }
        if let Some(r) = self.same_string(t, s)? {
            return Ok(Lazy::Decided(r));
        }
        let (t2, s2) = match (self.unfoldable(t), self.unfoldable(s)) {
            (None, None) => return Ok(Lazy::Stuck),
            (Some(_), None) => match self.run_projection(s)? {
                Some(s2) => (t.clone(), s2),
                None => (self.unfold_core(t)?, s.clone()),
            },
            (None, Some(_)) => match self.run_projection(t)? {
                Some(t2) => (t2, s.clone()),
                None => (t.clone(), self.unfold_core(s)?),
            },
            (Some((t_head, a)), Some((s_head, b))) => match priority(&a, &b) {
                Ordering::Greater => (self.unfold_core(t)?, s.clone()),
                Ordering::Less => (t.clone(), self.unfold_core(s)?),
                Ordering::Equal => {
                    let applied = matches!((t.kind(), s.kind()), (Kind::App(..), Kind::App(..)));
                    if applied && Arc::ptr_eq(&a, &b) && is_regular(&a) {
                        let pair = (t.clone(), s.clone());
                        if !self.memory.failed.contains(&pair) {
                            let levels = match (t_head.kind(), s_head.kind()) {
                                (Kind::Const(_, a), Kind::Const(_, b)) => self.levels_eq(a, b)?,
                                _ => false,
                            };
                            if levels && self.same_arguments(t, s)? {
                                return Ok(Lazy::Decided(true));
                            }
                            self.memory.failed.insert(pair);
                        }
                    }
                    (self.unfold_core(t)?, self.unfold_core(s)?)
                }
            },
        };
        Ok(match self.quick(&t2, &s2)? {
            Some(r) => Lazy::Decided(r),
            None => Lazy::Changed(t2, s2),
        })
    }

    fn unfold_core(&mut self, e: &Expr) -> Checked<Expr> {
        match self.unfold(e)? {
            Some(v) => self.whnf_core(&v, true),
            None => Ok(e.clone()),
        }
    }

    /// Evaluates a projection at the head of `e`, with definitions under it.
    fn run_projection(&mut self, e: &Expr) -> Checked<Option<Expr>> {
        if !matches!(e.head().kind(), Kind::Proj(..)) {
            return Ok(None);
        }
        let r = self.whnf_core(e, false)?;
        Ok((r != *e).then_some(r))
    }

    fn same_arguments(&mut self, t: &Expr, s: &Expr) -> Checked<bool> {
        let (a, b) = (t.unapp().1, s.unapp().1);
        if a.len() != b.len() {
            return Ok(false);
        }
        for (a, b) in a.into_iter().zip(b) {
            if !self.def_eq(a, b)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// `t` is a lambda, `s` another function: `t ≡ fun x => s x`.
    fn eta(&mut self, t: &Expr, s: &Expr) -> Checked<bool> {
        if !matches!(t.kind(), Kind::Lam(..)) || matches!(s.kind(), Kind::Lam(..)) {
            return Ok(false);
        }
        let ty = self.infer(s, false)?;
        let ty = self.whnf(&ty)?;
        let Kind::Pi(domain, _) = ty.kind() else { return Ok(false) };
        let expanded = Expr::lam(domain.clone(), Expr::app(s, &Expr::var(0)));
        self.def_eq(t, &expanded)
    }

    /// `s` is a constructor application of a structure, whose fields are those of `t`.
    fn structure_eta(&mut self, t: &Expr, s: &Expr) -> Checked<bool> {
        let (head, args) = s.unapp();
        let Some(c) = head.as_const().and_then(|(n, _)| self.env.constructor(n)) else { return Ok(false) };
        let Some(ind) = self.env.inductive(c.induct) else { return Ok(false) };
        if self.structure(ind).is_none() || args.len() != c.num_params + c.num_fields {
            return Ok(false);
        }
        let (a, b) = (self.infer(t, false)?, self.infer(s, false)?);
        if !self.def_eq(&a, &b)? {
            return Ok(false);
        }
        for (i, field) in args[c.num_params..].iter().enumerate() {
            if !self.def_eq(&Expr::proj(c.induct, i as u32, t), field)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// All values of a structure without fields are equal.
    fn without_fields(&mut self, t: &Expr, s: &Expr) -> Checked<bool> {
        let ty = self.infer(t, false)?;
        let ty = self.whnf(&ty)?;
        let ind = ty.head().as_const().and_then(|(n, _)| self.env.inductive(n));
        if ind.and_then(|i| self.structure(i)).is_none_or(|(_, fields)| fields != 0) {
            return Ok(false);
        }
        let other = self.infer(s, false)?;
        self.def_eq(&ty, &other)
    }
}
