//! Definitional equality with metavariables: higher-order pattern unification with lazy unfolding.

use super::{MVarKind, Meta};
use crate::env::Transparency;
use crate::error::{Error, Result};
use turnstile_kernel::{BinderInfo, ConstantInfo, Expr, Name, Node, ReducibilityHint, with_stack};

/// Recursion deeper than this is cut: a resource error, never an answer.
const MAX_DEPTH: u32 = 4096;

impl Meta {
    /// Whether `a` and `b` are definitionally equal, assigning metavariables to make them so. On failure nothing
    /// is assigned.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn is_def_eq(&mut self, a: Expr, b: Expr) -> Result<bool> {
        if a == b {
            return Ok(true);
        }
        let s = self.save();
        let outer = std::mem::take(&mut self.postponed_levels);
        let r = self.def_eq(a, b).and_then(|ok| Ok(ok && self.process_postponed_levels(false)?));
        match r {
            Ok(true) => {
                self.postponed_levels.extend(outer);
                Ok(true)
            }
            Ok(false) => {
                self.restore(&s);
                Ok(false)
            }
            Err(e) => {
                self.restore(&s);
                if e.is_resource() { Err(e) } else { Ok(false) }
            }
        }
    }

    /// [`is_def_eq`](Meta::is_def_eq) without assigning anything, whatever the answer.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn is_def_eq_guarded(&mut self, a: Expr, b: Expr) -> Result<bool> {
        let s = self.save();
        let r = self.is_def_eq(a, b);
        self.restore(&s);
        r
    }

    pub(super) fn def_eq(&mut self, a: Expr, b: Expr) -> Result<bool> {
        if self.st.alpha_eq(a, b) {
            return Ok(true);
        }
        self.tick()?;
        if self.def_eq_depth > MAX_DEPTH {
            return Err(Error::resource("unification: maximum recursion depth"));
        }
        self.def_eq_depth += 1;
        let r = with_stack(|| self.def_eq_cached(a, b));
        self.def_eq_depth -= 1;
        r
    }

    fn def_eq_cached(&mut self, a: Expr, b: Expr) -> Result<bool> {
        let (a, b) = (self.instantiate_head(a), self.instantiate_head(b));
        if self.st.alpha_eq(a, b) {
            return Ok(true);
        }
        let key = (!self.st.has_mvar(a) && !self.st.has_mvar(b)).then(|| {
            let (x, y) = (self.st.alpha(a), self.st.alpha(b));
            (x.min(y), x.max(y), self.transparency)
        });
        if let Some(k) = &key {
            if self.caches.def_eq.contains(k) {
                return Ok(true);
            }
            if self.caches.not_def_eq.contains(k) {
                return Ok(false);
            }
        }
        let r = self.def_eq_core(a, b)?;
        if let Some(k) = key {
            if r {
                self.caches.def_eq.insert(k);
            } else {
                self.caches.not_def_eq.insert(k);
            }
        }
        Ok(r)
    }

    fn instantiate_head(&self, e: Expr) -> Expr {
        match self.st.node(self.st.app_fn(e)) {
            Node::MVar(_) => self.instantiate(e),
            _ => e,
        }
    }

    fn def_eq_core(&mut self, a: Expr, b: Expr) -> Result<bool> {
        if let Some(r) = self.def_eq_quick(a, b)? {
            return Ok(r);
        }
        let (a2, b2) = (self.whnf_core(a)?, self.whnf_core(b)?);
        if a2 != a || b2 != b {
            if self.st.alpha_eq(a2, b2) {
                return Ok(true);
            }
            if let Some(r) = self.def_eq_quick(a2, b2)? {
                return Ok(r);
            }
        }
        let (a, b) = (a2, b2);
        if let Some(r) = self.def_eq_flex(a, b)? {
            return Ok(r);
        }
        let r = self.def_eq_rigid(a, b)?;
        if !r && (self.head_mvar(a).is_some() || self.head_mvar(b).is_some()) {
            self.stuck = true;
        }
        Ok(r)
    }

    /// Neither side is headed by a hole that may be filled here.
    fn def_eq_rigid(&mut self, a: Expr, b: Expr) -> Result<bool> {
        if let Some(r) = self.def_eq_eta(a, b)? {
            return Ok(r);
        }
        if let Some(r) = self.def_eq_nat(a, b)? {
            return Ok(r);
        }
        if let Some(r) = self.def_eq_proof_irrel(a, b)? {
            return Ok(r);
        }
        self.def_eq_delta(a, b)
    }

    /// Cases decided by the outermost constructors.
    fn def_eq_quick(&mut self, a: Expr, b: Expr) -> Result<Option<bool>> {
        Ok(match (self.st.node(a), self.st.node(b)) {
            (Node::Sort(u), Node::Sort(v)) => Some(self.level_def_eq(u, v)),
            (Node::Pi(..), Node::Pi(..)) | (Node::Lam(..), Node::Lam(..)) => Some(self.def_eq_binding(a, b)?),
            (Node::Nat(m), Node::Nat(n)) => Some(m == n),
            (Node::Str(m), Node::Str(n)) => Some(m == n),
            _ => None,
        })
    }

    fn def_eq_binding(&mut self, a: Expr, b: Expr) -> Result<bool> {
        let lctx = self.lctx.clone();
        let r = self.def_eq_binding_core(a, b);
        self.lctx = lctx;
        r
    }

    fn def_eq_binding_core(&mut self, mut a: Expr, mut b: Expr) -> Result<bool> {
        let mut xs: Vec<Expr> = Vec::new();
        loop {
            let (na, nb) = (self.st.node(a), self.st.node(b));
            let ((Node::Pi(n, d1, b1), Node::Pi(_, d2, b2)) | (Node::Lam(n, d1, b1), Node::Lam(_, d2, b2))) =
                (na, nb)
            else {
                break;
            };
            let (d1, d2) = (self.st.instantiate_rev(d1, &xs), self.st.instantiate_rev(d2, &xs));
            if !self.def_eq(d1, d2)? {
                return Ok(false);
            }
            let x = self.push_local(n.name, d1, n.info);
            xs.push(x);
            (a, b) = (b1, b2);
        }
        let (a, b) = (self.st.instantiate_rev(a, &xs), self.st.instantiate_rev(b, &xs));
        self.def_eq(a, b)
    }

    /// Cases where a side is headed by a hole.
    fn def_eq_flex(&mut self, a: Expr, b: Expr) -> Result<Option<bool>> {
        let (ma, mb) = (self.head_mvar(a), self.head_mvar(b));
        let (fa, fb) = (ma.is_some_and(|m| self.is_assignable(m)), mb.is_some_and(|m| self.is_assignable(m)));
        if !fa && !fb {
            // Read-only holes: equal only if syntactically so up to their arguments.
            if ma.is_some() && ma == mb {
                let (aa, ba) = (self.st.unapp(a).1, self.st.unapp(b).1);
                if aa.len() == ba.len() && self.def_eq_all(&aa, &ba)? {
                    return Ok(Some(true));
                }
            }
            return Ok(None);
        }
        if ma == mb {
            let (aa, ba) = (self.st.unapp(a).1, self.st.unapp(b).1);
            return Ok(Some(aa.len() == ba.len() && self.def_eq_all(&aa, &ba)?));
        }
        let s = self.save();
        // Prefer assigning a plain hole, and the newer of two plain ones, so that goals keep their names.
        let a_first = fa
            && (!fb
                || self.st.app_arity(a) < self.st.app_arity(b)
                || self.st.app_arity(a) == self.st.app_arity(b) && self.prefer_assign(ma, mb));
        let order = if a_first { [(a, b, fa), (b, a, fb)] } else { [(b, a, fb), (a, b, fa)] };
        for (x, y, ok) in order {
            if !ok {
                continue;
            }
            if self.try_assign(x, y)? {
                return Ok(Some(true));
            }
            self.restore(&s);
        }
        // The rigid side may reduce to something in scope.
        if fa != fb {
            let (flex, rigid) = if fa { (a, b) } else { (b, a) };
            if let Some(u) = self.unfold_step(rigid)? {
                return Ok(Some(self.def_eq(flex, u)?));
            }
            let nargs = self.st.app_arity(flex);
            if nargs > 0
                && let Some(r) = self.def_eq_eta(a, b)?
            {
                return Ok(Some(r));
            }
        }
        Ok(Some(false))
    }

    fn prefer_assign(
        &self,
        a: Option<turnstile_kernel::MVarId>,
        b: Option<turnstile_kernel::MVarId>,
    ) -> bool {
        let rank = |m: Option<turnstile_kernel::MVarId>| {
            m.and_then(|m| {
                self.mctx.decl(m).map(|d| {
                    let k = match d.kind {
                        MVarKind::Natural => 2,
                        MVarKind::Synthetic => 1,
                        MVarKind::Opaque => 0,
                    };
                    (k, d.name.is_anon(), m.0)
                })
            })
        };
        rank(a) >= rank(b)
    }

    fn def_eq_all(&mut self, a: &[Expr], b: &[Expr]) -> Result<bool> {
        for (x, y) in a.iter().zip(b) {
            if !self.def_eq(*x, *y)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Function eta, when exactly one side is a lambda; structure eta.
    fn def_eq_eta(&mut self, a: Expr, b: Expr) -> Result<Option<bool>> {
        let (na, nb) = (self.st.node(a), self.st.node(b));
        for (x, y, nx, ny) in [(a, b, na, nb), (b, a, nb, na)] {
            if let Node::Lam(bi, dom, _) = nx
                && !matches!(ny, Node::Lam(..))
            {
                let t = self.infer(y)?;
                let t = self.whnf(t)?;
                let d = match self.st.node(t) {
                    Node::Pi(_, d, _) => d,
                    _ if self.head_mvar(t).is_some() => dom,
                    _ => return Ok(Some(false)),
                };
                let y2 = self.eta_expand1(y, bi, d);
                return Ok(Some(self.def_eq_binding(x, y2)?));
            }
        }
        Ok(None)
    }

    /// Numerals and offsets on `Nat`.
    fn def_eq_nat(&mut self, a: Expr, b: Expr) -> Result<Option<bool>> {
        let (la, lb) = (self.ground_nat(a), self.ground_nat(b));
        if let (Some(x), Some(y)) = (&la, &lb) {
            return Ok(Some(x == y));
        }
        let (oa, ob) = (self.nat_offset(a), self.nat_offset(b));
        let pair = match (la, oa, lb, ob) {
            (_, Some((x, j)), _, Some((y, k))) => {
                let d = (&j).min(&k).clone();
                Some((self.mk_nat_offset(x, &(j - &d)), self.mk_nat_offset(y, &(k - &d))))
            }
            (Some(v), _, _, Some((y, k))) => {
                if v < k {
                    return Ok(Some(false));
                }
                Some((self.mk_nat_lit(&(v - k)), y))
            }
            (_, Some((x, j)), Some(v), _) => {
                if v < j {
                    return Ok(Some(false));
                }
                Some((x, self.mk_nat_lit(&(v - j))))
            }
            _ => None,
        };
        match pair {
            // Also without unfolding instances: `x + 1` and `Nat.succ x` are the same offset term.
            Some((x, y)) if x != a || y != b => Ok(Some(self.def_eq(x, y)?)),
            _ => Ok(None),
        }
    }

    fn def_eq_proof_irrel(&mut self, a: Expr, b: Expr) -> Result<Option<bool>> {
        // Cheap tests first: a constructor or literal of data, a type or a function of types is no proof.
        if matches!(self.st.node(a), Node::Sort(_) | Node::Pi(..) | Node::Nat(_) | Node::Str(_)) {
            return Ok(None);
        }
        let ta = self.infer(a)?;
        if !self.is_prop(ta)? {
            return Ok(None);
        }
        let tb = self.infer(b)?;
        let s = self.save();
        let t = self.transparency.max(Transparency::Default);
        if self.with_transparency(t, |m| m.def_eq(ta, tb))? {
            return Ok(Some(true));
        }
        self.restore(&s);
        Ok(Some(false))
    }

    fn height(&self, e: Expr) -> i64 {
        let Some(n) = self.st.head_const(e) else { return -1 };
        if self.env.ext.projections.contains_key(&n) {
            return i64::from(u32::MAX) + 1;
        }
        match self.env.get(n).map(|c| &**c) {
            Some(ConstantInfo::Definition(_, _, ReducibilityHint::Abbrev)) => i64::from(u32::MAX),
            Some(ConstantInfo::Definition(_, _, ReducibilityHint::Regular(h))) => i64::from(*h),
            _ => 0,
        }
    }

    /// Lazy unfolding: the taller definition first; equal heads compare arguments before unfolding.
    fn def_eq_delta(&mut self, a: Expr, b: Expr) -> Result<bool> {
        let (fa, fb) = (self.st.app_fn(a), self.st.app_fn(b));
        if let (Some((na, la)), Some((nb, lb))) = (self.st.as_const(fa), self.st.as_const(fb))
            && na == nb
        {
            let (aa, ba) = (self.st.unapp(a).1, self.st.unapp(b).1);
            if aa.len() == ba.len() {
                let s = self.save();
                // Arguments first: they often determine the levels.
                if self.def_eq_args(fa, &aa, &ba)? && self.def_eq_levels(la, lb) {
                    return Ok(true);
                }
                self.restore(&s);
            }
        }
        let (ha, hb) = (self.height(a), self.height(b));
        if ha >= hb
            && let Some(u) = self.unfold_or_nat(a)?
        {
            if ha == hb
                && fa == fb
                && let Some(v) = self.unfold_or_nat(b)?
            {
                return self.def_eq(u, v);
            }
            return self.def_eq(u, b);
        }
        if let Some(v) = self.unfold_or_nat(b)? {
            return self.def_eq(a, v);
        }
        if ha < hb
            && let Some(u) = self.unfold_or_nat(a)?
        {
            return self.def_eq(u, b);
        }
        self.def_eq_stuck(a, b)
    }

    fn unfold_or_nat(&mut self, e: Expr) -> Result<Option<Expr>> {
        if let Some(n) = self.st.head_const(e)
            && n.as_str().starts_with("Nat.")
        {
            let w = self.whnf_nat(e)?;
            if w.is_some() {
                return Ok(w);
            }
        }
        self.unfold_step(e)
    }

    fn whnf_nat(&mut self, e: Expr) -> Result<Option<Expr>> {
        if self.st.has_fvar(e) || self.st.has_mvar(e) || matches!(self.st.node(e), Node::Nat(_)) {
            return Ok(None);
        }
        let w = self.whnf(e)?;
        Ok((w != e && matches!(self.st.node(w), Node::Nat(_))).then_some(w))
    }

    fn def_eq_levels(&mut self, a: turnstile_kernel::Levels, b: turnstile_kernel::Levels) -> bool {
        if a == b {
            return true;
        }
        let (la, lb) = (self.st.level_list(a), self.st.level_list(b));
        la.len() == lb.len() && la.iter().zip(lb.iter()).all(|(x, y)| self.level_def_eq(*x, *y))
    }

    /// Arguments pairwise: explicit ones first, then implicit ones, instances last and by unfolding instances.
    fn def_eq_args(&mut self, f: Expr, a: &[Expr], b: &[Expr]) -> Result<bool> {
        let infos = self.binder_infos(f, a.len());
        for (i, (x, y)) in a.iter().zip(b).enumerate() {
            if infos[i] == BinderInfo::Default && !self.def_eq(*x, *y)? {
                return Ok(false);
            }
        }
        for (i, (x, y)) in a.iter().zip(b).enumerate() {
            match infos[i] {
                BinderInfo::Default => {}
                BinderInfo::Inst => {
                    let t = self.transparency.max(Transparency::Instances);
                    let (x, y) = (*x, *y);
                    self.synth_if_pending(x)?;
                    self.synth_if_pending(y)?;
                    if !self.with_transparency(t, |m| m.def_eq(x, y))? {
                        return Ok(false);
                    }
                }
                _ => {
                    let t = self.transparency.max(Transparency::Instances);
                    let (x, y) = (*x, *y);
                    if !self.with_transparency(t, |m| m.def_eq(x, y))? {
                        return Ok(false);
                    }
                }
            }
        }
        Ok(true)
    }

    fn synth_if_pending(&mut self, e: Expr) -> Result<()> {
        let e = self.instantiate(e);
        if let Node::MVar(m) = self.st.node(e)
            && self.mctx.decl(m).is_some_and(|d| d.kind == MVarKind::Synthetic)
            && self.is_assignable(m)
        {
            match self.synth_mvar(m) {
                Err(e) if e.is_resource() => return Err(e),
                _ => {}
            }
        }
        Ok(())
    }

    /// The binder kinds of the first `n` arguments of `f`.
    pub fn binder_infos(&mut self, f: Expr, n: usize) -> Vec<BinderInfo> {
        let mut out = Vec::with_capacity(n);
        if let Ok(mut t) = self.infer(f) {
            while out.len() < n {
                match self.st.node(t) {
                    Node::Pi(b, _, body) => {
                        out.push(b.info);
                        t = body;
                    }
                    _ => break,
                }
            }
        }
        out.resize(n, BinderInfo::Default);
        out
    }

    /// Nothing unfolds: congruence, projections, structure eta, unit types, strings, pending instances.
    fn def_eq_stuck(&mut self, a: Expr, b: Expr) -> Result<bool> {
        let s = self.save();
        if let (Node::Proj(s1, i, x), Node::Proj(s2, j, y)) = (self.st.node(a), self.st.node(b))
            && s1 == s2
            && i == j
        {
            if self.def_eq(x, y)? {
                return Ok(true);
            }
            self.restore(&s);
        }
        // Two matches over the same cases may be compiled to different auxiliaries: compare what they are made of.
        let (ma, mb) = (self.matcher_body(a), self.matcher_body(b));
        if ma.is_some() || mb.is_some() {
            return self.def_eq(ma.unwrap_or(a), mb.unwrap_or(b));
        }
        // `S.f x` against the primitive projection.
        for (x, y) in [(a, b), (b, a)] {
            if matches!(self.st.node(self.st.app_fn(x)), Node::Proj(..))
                && let Some(n) = self.st.head_const(y)
                && self.env.ext.projections.contains_key(&n)
                && let Some(u) = self.unfold_definition(y, false)
            {
                return self.def_eq(x, u);
            }
        }
        let (fa, aa) = self.st.unapp(a);
        let (fb, ba) = self.st.unapp(b);
        if !aa.is_empty() && aa.len() == ba.len() && !matches!(self.st.node(fa), Node::Const(..)) {
            if self.def_eq(fa, fb)? && self.def_eq_all(&aa, &ba)? {
                return Ok(true);
            }
            self.restore(&s);
        }
        if self.def_eq_struct_eta(a, b)? || self.def_eq_struct_eta(b, a)? {
            return Ok(true);
        }
        self.restore(&s);
        match (self.st.node(a), self.st.node(b)) {
            (Node::Str(_), _) => {
                let a = self.lit_to_ctor(a);
                if self.st.head_const(b).is_some_and(|n| n.as_str() == "String.ofList") {
                    return self.def_eq(a, b);
                }
            }
            (_, Node::Str(_)) => {
                let b = self.lit_to_ctor(b);
                if self.st.head_const(a).is_some_and(|n| n.as_str() == "String.ofList") {
                    return self.def_eq(a, b);
                }
            }
            _ => {}
        }
        if self.def_eq_unit(a, b)? {
            return Ok(true);
        }
        // Stuck on an instance that can be found now?
        let before = self.synth_count;
        for e in [a, b] {
            self.synth_stuck(e)?;
        }
        if self.synth_count != before {
            let (a2, b2) = (self.instantiate(a), self.instantiate(b));
            if a2 != a || b2 != b {
                return self.def_eq(a2, b2);
            }
        }
        Ok(false)
    }

    /// A match auxiliary applied to its arguments, unfolded to case distinctions.
    fn matcher_body(&self, e: Expr) -> Option<Expr> {
        let n = self.st.head_const(e)?;
        if self.env.ext.matchers.contains_key(&n) { self.unfold_definition(e, false) } else { None }
    }

    fn synth_stuck(&mut self, e: Expr) -> Result<()> {
        for m in self.direct_mvars(e) {
            if self.is_assignable(m) && self.mctx.decl(m).is_some_and(|d| d.kind == MVarKind::Synthetic) {
                match self.synth_mvar(m) {
                    Ok(true) => self.synth_count += 1,
                    Err(e) if e.is_resource() => return Err(e),
                    _ => {}
                }
            }
        }
        Ok(())
    }

    /// `S.mk x₁ … xₙ =?= b` by `xᵢ =?= b.i`.
    fn def_eq_struct_eta(&mut self, a: Expr, b: Expr) -> Result<bool> {
        let (h, args) = self.st.unapp(a);
        let Some((n, _)) = self.st.as_const(h) else { return Ok(false) };
        let Some(ConstantInfo::Constructor(c)) = self.env.get(n).map(|c| (**c).clone()) else {
            return Ok(false);
        };
        if args.len() != c.num_params + c.num_fields || c.num_fields == 0 {
            return Ok(false);
        }
        let Some(ConstantInfo::Inductive(v)) = self.env.get(c.induct).map(|c| (**c).clone()) else {
            return Ok(false);
        };
        if v.ctors.len() != 1 || v.num_indices != 0 || v.is_rec {
            return Ok(false);
        }
        if self.st.head_const(b) == Some(n) {
            return Ok(false);
        }
        let (ta, tb) = (self.infer(a)?, self.infer(b)?);
        let tb = self.whnf(tb)?;
        if self.st.head_const(tb) != Some(c.induct) || self.is_prop(ta)? || !self.def_eq(ta, tb)? {
            return Ok(false);
        }
        for i in 0..c.num_fields {
            let p = self.st.proj(c.induct, i as u32, b);
            if !self.def_eq(args[c.num_params + i], p)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Any two elements of a structure without fields are equal.
    fn def_eq_unit(&mut self, a: Expr, b: Expr) -> Result<bool> {
        let ta = self.infer(a)?;
        let ta = self.whnf(ta)?;
        let Some(n) = self.st.head_const(ta) else { return Ok(false) };
        let Some(ConstantInfo::Inductive(v)) = self.env.get(n).map(|c| (**c).clone()) else {
            return Ok(false);
        };
        if v.ctors.len() != 1 || v.num_indices != 0 || v.is_rec {
            return Ok(false);
        }
        let zero_fields = match self.env.get(v.ctors[0]).map(|c| &**c) {
            Some(ConstantInfo::Constructor(c)) => c.num_fields == 0,
            _ => false,
        };
        if !zero_fields {
            return Ok(false);
        }
        let tb = self.infer(b)?;
        self.def_eq(ta, tb)
    }

    /// Finds the name of the constant at the head of `e` after weak-head reduction.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn whnf_head(&mut self, e: Expr) -> Result<Option<Name>> {
        let w = self.whnf(e)?;
        Ok(self.st.head_const(w))
    }
}
