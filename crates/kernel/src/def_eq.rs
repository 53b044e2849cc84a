//! Definitional equality. The order of the steps matters: it decides which conversions are found, and how fast.

use crate::checker::{Checked, TypeChecker};
use crate::decl::{ConstantInfo, ReducibilityHint};
use crate::known::known;
use crate::term::{Binder, Expr, Node};

/// Which of two heads is unfolded first: the greater. Heights are compared among regular definitions only.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Weight {
    Opaque,
    Regular(u32),
    Abbrev,
}

fn weight(c: &ConstantInfo) -> Weight {
    match c {
        ConstantInfo::Definition(_, _, ReducibilityHint::Abbrev) => Weight::Abbrev,
        ConstantInfo::Definition(_, _, ReducibilityHint::Regular(h)) => Weight::Regular(*h),
        _ => Weight::Opaque,
    }
}

/// The state of a lazy unfolding: decided, changed, or no head can be unfolded.
enum Progress {
    Decided(bool),
    Changed(Expr, Expr),
    Stuck,
}

impl TypeChecker<'_> {
    pub(crate) fn convertible(&mut self, t: Expr, s: Expr) -> Checked<bool> {
        if t == s {
            return Ok(true);
        }
        if let Some(r) = self.caches.reduction.decided.get(&(t, s)) {
            return Ok(*r);
        }
        self.tick()?;
        let r = self.deeper(|c| c.convertible_core(t, s))?;
        self.caches.reduction.decided.insert((t, s), r);
        Ok(r)
    }

    /// The cases decided by the outermost constructor alone.
    fn quick(&mut self, t: Expr, s: Expr) -> Checked<Option<bool>> {
        if t == s {
            return Ok(Some(true));
        }
        match (self.st.node(t), self.st.node(s)) {
            (Node::Lam(..), Node::Lam(..)) | (Node::Pi(..), Node::Pi(..)) => {
                self.in_scope(|c| c.binders_convertible(t, s)).map(Some)
            }
            (Node::Sort(a), Node::Sort(b)) => self.level_eq(a, b).map(Some),
            // Literals are interned: equal ones are one term.
            (Node::Nat(_), Node::Nat(_)) | (Node::Str(_), Node::Str(_)) => Ok(Some(false)),
            _ => Ok(self.caches.reduction.decided.get(&(t, s)).copied()),
        }
    }

    fn binders_convertible(&mut self, mut t: Expr, mut s: Expr) -> Checked<bool> {
        let mut vars: Vec<Expr> = Vec::new();
        while let (Node::Lam(_, dt, bt), Node::Lam(_, ds, bs)) | (Node::Pi(_, dt, bt), Node::Pi(_, ds, bs)) =
            (self.st.node(t), self.st.node(s))
        {
            let dom = self.st.instantiate_rev(ds, &vars);
            if dt != ds {
                let other = self.st.instantiate_rev(dt, &vars);
                if !self.convertible(other, dom)? {
                    return Ok(false);
                }
            }
            vars.push(self.fresh_local(dom));
            t = bt;
            s = bs;
        }
        let (t, s) = (self.st.instantiate_rev(t, &vars), self.st.instantiate_rev(s, &vars));
        self.convertible(t, s)
    }

    fn convertible_core(&mut self, t: Expr, s: Expr) -> Checked<bool> {
        if let Some(r) = self.quick(t, s)? {
            return Ok(r);
        }
        if (self.eager || !self.st.has_fvar(t)) && self.is_true(s) {
            let v = self.whnf_full(t)?;
            if self.is_true(v) {
                return Ok(true);
            }
        }
        let (t1, s1) = (self.whnf_core_with(t, true)?, self.whnf_core_with(s, true)?);
        if (t1 != t || s1 != s)
            && let Some(r) = self.quick(t1, s1)?
        {
            return Ok(r);
        }
        if let Some(r) = self.proofs_convertible(t1, s1)? {
            return Ok(r);
        }
        let (mut t, mut s) = (t1, s1);
        loop {
            match self.delta_step(t, s)? {
                Progress::Decided(r) => return Ok(r),
                Progress::Changed(t2, s2) => (t, s) = (t2, s2),
                Progress::Stuck => break,
            }
        }
        self.stuck_convertible(t, s)
    }

    fn is_true(&self, e: Expr) -> bool {
        matches!(self.st.node(e), Node::Const(n, _) if n == known().bool_true)
    }

    /// Proof irrelevance: two proofs are convertible exactly when their propositions are.
    fn proofs_convertible(&mut self, t: Expr, s: Expr) -> Checked<Option<bool>> {
        // Types and literals are no proofs.
        if matches!(self.st.node(t), Node::Sort(_) | Node::Pi(..) | Node::Nat(_) | Node::Str(_)) {
            return Ok(None);
        }
        let ty = self.infer_core(t, false)?;
        if matches!(self.st.node(ty), Node::Sort(_)) || !self.is_prop(ty)? {
            return Ok(None);
        }
        let other = self.infer_core(s, false)?;
        self.convertible(ty, other).map(Some)
    }

    /// One step of lazy unfolding: Nat offsets and functions first, then the definition that is further from the axioms.
    fn delta_step(&mut self, t: Expr, s: Expr) -> Checked<Progress> {
        self.tick()?;
        if let Some(r) = self.offsets_convertible(t, s)? {
            return Ok(Progress::Decided(r));
        }
        if self.eager || (!self.st.has_fvar(t) && !self.st.has_fvar(s)) {
            if let Some(v) = self.reduce_nat(t)? {
                return self.convertible(v, s).map(Progress::Decided);
            }
            if let Some(v) = self.reduce_nat(s)? {
                return self.convertible(t, v).map(Progress::Decided);
            }
        }
        if let Some(r) = self.string_former_convertible(t, s)? {
            return Ok(Progress::Decided(r));
        }
        let (t2, s2) = match (self.unfoldable(t), self.unfoldable(s)) {
            (None, None) => return Ok(Progress::Stuck),
            (Some(_), None) => match self.reduce_proj_app(s)? {
                Some(s2) => (t, s2),
                None => (self.unfold_cheap(t)?, s),
            },
            (None, Some(_)) => match self.reduce_proj_app(t)? {
                Some(t2) => (t2, s),
                None => (t, self.unfold_cheap(s)?),
            },
            (Some((ht, ct)), Some((hs, cs))) => match weight(ct).cmp(&weight(cs)) {
                std::cmp::Ordering::Less => (t, self.unfold_cheap(s)?),
                std::cmp::Ordering::Greater => (self.unfold_cheap(t)?, s),
                std::cmp::Ordering::Equal => {
                    let same = std::ptr::eq(ct, cs) && matches!(weight(ct), Weight::Regular(_));
                    let applied = ht != t && hs != s;
                    if same && applied && !self.caches.reduction.failed.contains(&(t, s)) {
                        if self.heads_levels_eq(ht, hs)? && self.arguments_convertible(t, s)? {
                            return Ok(Progress::Decided(true));
                        }
                        self.caches.reduction.failed.insert((t, s));
                    }
                    (self.unfold_cheap(t)?, self.unfold_cheap(s)?)
                }
            },
        };
        Ok(match self.quick(t2, s2)? {
            Some(r) => Progress::Decided(r),
            None => Progress::Changed(t2, s2),
        })
    }

    fn unfold_cheap(&mut self, e: Expr) -> Checked<Expr> {
        // A Nat function of numerals is run, whatever the other side is: its definition would count in unary.
        if !self.st.has_fvar(e)
            && let Some(v) = self.reduce_nat(e)?
        {
            return Ok(v);
        }
        match self.unfold(e)? {
            Some(v) => self.whnf_core_with(v, true),
            None => Ok(e),
        }
    }

    /// Evaluates a projection at the head of `e`, definitions under it included.
    fn reduce_proj_app(&mut self, e: Expr) -> Checked<Option<Expr>> {
        if !matches!(self.st.node(self.st.app_fn(e)), Node::Proj(..)) {
            return Ok(None);
        }
        let r = self.whnf_core_full(e)?;
        Ok((r != e).then_some(r))
    }

    fn heads_levels_eq(&mut self, f: Expr, g: Expr) -> Checked<bool> {
        match (self.st.as_const(f), self.st.as_const(g)) {
            (Some((m, a)), Some((n, b))) if m == n => self.levels_eq(a, b),
            _ => Ok(false),
        }
    }

    /// Whether two spines have as many arguments, convertible one by one. The heads are not looked at.
    fn arguments_convertible(&mut self, t: Expr, s: Expr) -> Checked<bool> {
        let (_, a) = self.st.spine(t);
        let (_, b) = self.st.spine(s);
        if a.len() != b.len() {
            return Ok(false);
        }
        for (a, b) in a.iter().zip(&b) {
            if !self.convertible(*a, *b)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Terms neither of whose heads unfolds.
    fn stuck_convertible(&mut self, t: Expr, s: Expr) -> Checked<bool> {
        match (self.st.node(t), self.st.node(s)) {
            (Node::Const(m, a), Node::Const(n, b)) if m == n && self.levels_eq(a, b)? => return Ok(true),
            (Node::Proj(n, i, x), Node::Proj(m, j, y))
                if i == j && n == m && self.projections_convertible(n, i, x, y)? =>
            {
                return Ok(true);
            }
            _ => {}
        }
        let (t2, s2) = (self.whnf_core_full(t)?, self.whnf_core_full(s)?);
        if t2 != t || s2 != s {
            return self.convertible(t2, s2);
        }
        if let (Node::App(..), Node::App(..)) = (self.st.node(t), self.st.node(s))
            && self.st.app_arity(t) == self.st.app_arity(s)
            && self.convertible(self.st.app_fn(t), self.st.app_fn(s))?
            && self.arguments_convertible(t, s)?
        {
            return Ok(true);
        }
        Ok(self.eta(t, s)?
            || self.eta(s, t)?
            || self.structure_eta(t, s)?
            || self.structure_eta(s, t)?
            || self.string_literal_convertible(t, s)?
            || self.unit_like(t, s)?)
    }

    /// `x.i ≡ y.i`: unfolds the structures in step; when both become constructors, compares the fields alone.
    fn projections_convertible(&mut self, n: crate::Name, i: u32, mut x: Expr, mut y: Expr) -> Checked<bool> {
        loop {
            match self.delta_step(x, y)? {
                Progress::Changed(x2, y2) => (x, y) = (x2, y2),
                Progress::Decided(true) => return Ok(true),
                Progress::Decided(false) | Progress::Stuck => break,
            }
        }
        if let (Some(a), Some(b)) = (self.proj_of_constructor(n, i, x)?, self.proj_of_constructor(n, i, y)?) {
            return self.convertible(a, b);
        }
        self.convertible(x, y)
    }

    /// Function eta, when exactly one side is a lambda.
    fn eta(&mut self, t: Expr, s: Expr) -> Checked<bool> {
        if !matches!(self.st.node(t), Node::Lam(..)) || matches!(self.st.node(s), Node::Lam(..)) {
            return Ok(false);
        }
        let ty = self.infer_core(s, false)?;
        let ty = self.whnf_full(ty)?;
        let Node::Pi(_, dom, _) = self.st.node(ty) else { return Ok(false) };
        let body = self.st.app(self.st.lift(s, 0, 1), self.st.bvar(0));
        let expanded = self.st.lam(Binder::new(crate::Name::anon()), dom, body);
        self.convertible(t, expanded)
    }

    /// Structure eta: `t ≡ C p… f…` when each field of `t` is convertible to the given one.
    fn structure_eta(&mut self, t: Expr, s: Expr) -> Checked<bool> {
        let (head, args) = self.st.spine(s);
        let Some((n, _)) = self.st.as_const(head) else { return Ok(false) };
        let env = self.env;
        let Some(ConstantInfo::Constructor(c)) = env.get(n).map(|c| &**c) else { return Ok(false) };
        let Some(ind) = self.inductive(c.induct) else { return Ok(false) };
        if args.len() != c.num_params + c.num_fields || !Self::is_structure_like(ind) {
            return Ok(false);
        }
        let (a, b) = (self.infer_core(t, false)?, self.infer_core(s, false)?);
        if !self.convertible(a, b)? {
            return Ok(false);
        }
        for (i, field) in args[c.num_params..].iter().enumerate() {
            let p = self.st.proj(c.induct, i as u32, t);
            if !self.convertible(p, *field)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// All values of a structure without fields are convertible.
    fn unit_like(&mut self, t: Expr, s: Expr) -> Checked<bool> {
        let ty = self.infer_core(t, false)?;
        let ty = self.whnf_full(ty)?;
        let Some(ind) = self.st.head_const(ty).and_then(|n| self.inductive(n)) else { return Ok(false) };
        if !Self::is_structure_like(ind) {
            return Ok(false);
        }
        match self.env.get(ind.ctors[0]).map(|c| &**c) {
            Some(ConstantInfo::Constructor(c)) if c.num_fields == 0 => {}
            _ => return Ok(false),
        }
        let other = self.infer_core(s, false)?;
        self.convertible(ty, other)
    }
}
