//! Congruence: simplifying the parts of a term.

use super::call::Origin;
use super::engine::{Simp, SimpResult};
use super::rule::{Source, rules_of};
use crate::known;
use crate::terms::Terms;
use std::rc::Rc;
use std::sync::Arc;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Binder, BinderInfo, Expr, FVarId, Name, Node};

/// What may be done with an argument.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ArgKind {
    /// It stays: an instance, a proof, or something that the types of other arguments mention.
    Fixed,
    /// It may be replaced by an equal one.
    Free,
    /// As `Free`, but the arguments at these positions are proofs or `Decidable` instances whose type mentions it.
    Carries(Vec<usize>),
}

impl Simp<'_> {
    /// Simplifies the arguments of `e`.
    pub(super) fn application(&mut self, e: Expr) -> Result<SimpResult> {
        let (f, args) = self.m.st.unapp(e);
        if let Some(r) = self.scrutinees(e, f, &args)? {
            return Ok(r);
        }
        let kinds = self.argument_shape(f, &args)?;
        let mut cur = SimpResult::rfl(e);
        let mut new = args.clone();
        let mut proofs: Vec<Option<Expr>> = vec![None; args.len()];
        // A head that is a hypothesis or a projection may be rewritten itself.
        let head = match self.m.st.node(f) {
            Node::FVar(_) | Node::Proj(..) => self.visit(f)?,
            _ => SimpResult::rfl(f),
        };
        for i in 0..args.len() {
            match &kinds[i] {
                ArgKind::Fixed => {}
                ArgKind::Free => {
                    let r = self.visit(args[i])?;
                    new[i] = r.expr;
                    proofs[i] = r.proof;
                }
                ArgKind::Carries(deps) => {
                    let r = self.visit(args[i])?;
                    if r.expr == args[i] {
                        continue;
                    }
                    let Some(h) = r.proof.filter(|_| !self.cx.config.dsimp) else {
                        // Equal by definition: what depends on it keeps its type.
                        new[i] = r.expr;
                        continue;
                    };
                    let from = self.m.st.unapp(cur.expr).1;
                    if let Some(step) = self.transport(f, &from, i, r.expr, h, deps)? {
                        let now = self.m.st.unapp(step.expr).1;
                        for (k, a) in now.iter().enumerate() {
                            if from[k] != *a {
                                new[k] = *a;
                            }
                        }
                        cur = self.trans(e, cur, step)?;
                    }
                }
            }
        }
        // The other arguments all together.
        let start = self.m.st.unapp(cur.expr).1;
        let (mut old_f, mut new_f, mut p) = (f, head.expr, head.proof);
        for i in 0..args.len() {
            let changed = proofs[i].is_some();
            let (a, b) = (start[i], new[i]);
            p = self.congr_step((old_f, new_f, p), (a, b, if changed { proofs[i] } else { None }))?;
            old_f = self.m.st.app(old_f, a);
            new_f = self.m.st.app(new_f, b);
        }
        let new_f = self.m.st.head_beta(new_f);
        if new_f == cur.expr {
            return Ok(cur);
        }
        self.trans(e, cur, SimpResult { expr: new_f, proof: p })
    }

    /// `match` and `casesOn`: only what is matched on is simplified, and only if the result type does not mention it.
    fn scrutinees(&mut self, e: Expr, f: Expr, args: &[Expr]) -> Result<Option<SimpResult>> {
        let Some((n, _)) = self.m.st.as_const(f) else { return Ok(None) };
        let range = if let Some(info) = self.m.env.ext.matchers.get(&n) {
            info.num_params + 1..info.num_params + 1 + info.num_discrs
        } else {
            match self.m.env.get(n).map(|c| &**c) {
                Some(turnstile_kernel::ConstantInfo::Recursor(r)) => r.major_index()..r.major_index() + 1,
                Some(turnstile_kernel::ConstantInfo::Definition(..)) if matches!(n.last_str(), "casesOn" | "recOn") => {
                    let Some(turnstile_kernel::ConstantInfo::Inductive(v)) = self.m.env.get(n.prefix()).map(|c| &**c) else {
                        return Ok(None);
                    };
                    let at = v.num_params + 1 + v.num_indices;
                    at..at + 1
                }
                _ => return Ok(None),
            }
        };
        let mut cur = SimpResult::rfl(e);
        for i in range {
            let Some(a) = args.get(i).copied() else { break };
            let r = self.visit(a)?;
            if r.expr == a {
                continue;
            }
            let now = self.m.st.unapp(cur.expr).1;
            if let Some(step) = self.replace_argument(f, &now, i, r)? {
                cur = self.trans(e, cur, step)?;
            }
        }
        Ok(Some(cur))
    }

    /// `f args` with argument `i` replaced, by `congrArg`, if nothing depends on it once the motive is put in.
    fn replace_argument(&mut self, f: Expr, args: &[Expr], i: usize, r: SimpResult) -> Result<Option<SimpResult>> {
        let st = self.m.st.clone();
        let mut new = args.to_vec();
        new[i] = r.expr;
        let expr = st.apps(f, &new);
        let Some(h) = r.proof else { return Ok(Some(SimpResult::rfl(expr))) };
        let a = args[i];
        let dom = self.type_of(a)?;
        let ok = self.m.scoped(|m| -> Result<Option<Expr>> {
            let x = m.push_local(Name::new("x"), dom, BinderInfo::Default);
            let Node::FVar(id) = m.st.node(x) else { return Ok(None) };
            let mut with_x = args.to_vec();
            with_x[i] = x;
            // Later arguments must not mention it in their types, nor the result.
            let mut ty = m.infer(f)?;
            for (k, y) in with_x.iter().enumerate() {
                if !matches!(m.st.node(ty), Node::Pi(..)) {
                    ty = m.whnf_core(ty)?;
                }
                let Node::Pi(_, d, b) = m.st.node(ty) else { return Ok(None) };
                if k > i && mentions(m, d, id) {
                    return Ok(None);
                }
                ty = m.st.instantiate1(b, *y);
            }
            if mentions(m, ty, id) {
                return Ok(None);
            }
            let body = m.st.apps(f, &with_x);
            Ok(Some(m.mk_lambda(&[x], body)?))
        })?;
        let Some(fun) = ok else { return Ok(None) };
        let proof = self.congr_arg(fun, a, r.expr, h)?;
        Ok(Some(SimpResult { expr, proof: Some(proof) }))
    }

    /// The kinds of the arguments of `f args`.
    fn argument_shape(&mut self, f: Expr, args: &[Expr]) -> Result<Rc<[ArgKind]>> {
        let is_const = matches!(self.m.st.node(f), Node::Const(..));
        let key = (f, args.len());
        if is_const && let Some(Some(k)) = self.cx.shapes.get(&key) {
            return Ok(k.clone());
        }
        let (kinds, general) = self.compute_shape(f, args)?;
        let kinds: Rc<[ArgKind]> = kinds.into();
        if is_const && general {
            self.cx.shapes.insert(key, Some(kinds.clone()));
        }
        Ok(kinds)
    }

    /// The kinds, and whether they are the same for all arguments: whether the type of `f` showed all binders.
    fn compute_shape(&mut self, f: Expr, args: &[Expr]) -> Result<(Vec<ArgKind>, bool)> {
        let st = self.m.st.clone();
        let n = args.len();
        let mut kinds = vec![ArgKind::Fixed; n];
        let mut general = true;
        let mut start = 0;
        let mut ty = self.type_of(f)?;
        while start < n {
            // One stretch of binders that can be seen.
            let mut doms: Vec<(Binder, Expr)> = Vec::new();
            let mut t = ty;
            while start + doms.len() < n
                && let Node::Pi(b, d, body) = st.node(t)
            {
                doms.push((b, d));
                t = body;
            }
            if doms.is_empty() {
                general = false;
                ty = self.m.whnf(ty)?;
                if !matches!(st.node(ty), Node::Pi(..)) {
                    break;
                }
                continue;
            }
            let k = doms.len();
            let is_last = start + k == n;
            for i in 0..k {
                kinds[start + i] = self.argument_kind(&doms, t, i, start, args)?;
            }
            ty = st.instantiate_rev(t, &args[start..start + k]);
            start += k;
            if !is_last {
                general = false;
            }
        }
        Ok((kinds, general))
    }

    fn argument_kind(
        &mut self,
        doms: &[(Binder, Expr)],
        rest: Expr,
        i: usize,
        start: usize,
        args: &[Expr],
    ) -> Result<ArgKind> {
        let st = self.m.st.clone();
        let (b, d) = doms[i];
        let k = doms.len();
        if b.info == BinderInfo::Inst || st.has_loose_bvar(rest, (k - 1 - i) as u32) {
            return Ok(ArgKind::Fixed);
        }
        if matches!(st.node(d), Node::Sort(l) if !self.m.level_is_zero(l)) {
            return Ok(ArgKind::Fixed);
        }
        let mut deps: Vec<usize> = Vec::new();
        for (j, (_, dom)) in doms.iter().enumerate().skip(i + 1) {
            let mut on = std::iter::once(i).chain(deps.iter().map(|p| p - start));
            let depends = on.any(|p| st.has_loose_bvar(*dom, (j - 1 - p) as u32));
            if depends {
                deps.push(start + j);
            }
        }
        for j in &deps {
            if !self.is_transportable(doms[j - start], args[*j])? {
                return Ok(ArgKind::Fixed);
            }
        }
        if self.m.is_proof(args[start + i])? {
            return Ok(ArgKind::Fixed);
        }
        Ok(if deps.is_empty() { ArgKind::Free } else { ArgKind::Carries(deps) })
    }

    fn is_transportable(&mut self, (b, d): (Binder, Expr), a: Expr) -> Result<bool> {
        if b.info == BinderInfo::Inst {
            return Ok(self.m.st.head_const(d) == Some(*known::DECIDABLE));
        }
        if self.m.st.head_const(d) == Some(*known::DECIDABLE) {
            return Ok(true);
        }
        self.m.is_proof(a)
    }

    /// `f args` with argument `i` replaced by `b`, given `h : args[i] = b`, and the proofs and `Decidable` instances at
    /// `deps` replaced by ones of the new type.
    fn transport(
        &mut self,
        f: Expr,
        args: &[Expr],
        i: usize,
        b: Expr,
        h: Expr,
        deps: &[usize],
    ) -> Result<Option<SimpResult>> {
        let a = args[i];
        let dom = self.type_of(a)?;
        let old = self.m.st.apps(f, args);
        let new_args = match self.new_dependents(f, args, i, b, h, deps)? {
            Some(v) => v,
            None => return Ok(None),
        };
        let (motive, base) = self.m.scoped(|m| -> Result<(Expr, Expr)> {
            let x = m.push_local(Name::new("x"), dom, BinderInfo::Default);
            let hx_ty = m.mk_eq_in(dom, a, x)?;
            let hx = m.push_local(Name::new("h"), hx_ty, BinderInfo::Default);
            let (ds, eq) = dependents_equation(m, f, args, i, x, deps, old)?;
            let body = m.mk_pi(&ds, eq)?;
            let motive = m.mk_lambda(&[x, hx], body)?;
            // With `a` itself for `x`, the new dependents are equal to the old ones.
            let (ds, _) = dependents_equation(m, f, args, i, a, deps, old)?;
            let proof = equal_dependents(m, f, args, deps, &ds)?;
            Ok((motive, m.mk_lambda(&ds, proof)?))
        })?;
        let zero = self.m.st.l_zero();
        let mut proof = self.m.mk_eq_rec(zero, dom, a, motive, base, b, h)?;
        for j in deps {
            proof = self.m.st.app(proof, new_args[*j]);
        }
        let expr = self.m.st.apps(f, &new_args);
        Ok(Some(SimpResult { expr, proof: Some(proof) }))
    }

    /// The arguments with `b` at `i`, and dependents of the new types.
    fn new_dependents(
        &mut self,
        f: Expr,
        args: &[Expr],
        i: usize,
        b: Expr,
        h: Expr,
        deps: &[usize],
    ) -> Result<Option<Vec<Expr>>> {
        let mut new = args.to_vec();
        new[i] = b;
        for j in deps {
            let (Some(old_ty), Some(new_ty)) = (domain(self.m, f, args, *j)?, domain(self.m, f, &new, *j)?) else {
                return Ok(None);
            };
            if self.m.st.head_const(new_ty) == Some(*known::DECIDABLE) {
                match self.m.synth_instance(new_ty) {
                    Ok(Some(v)) => {
                        new[*j] = v;
                        continue;
                    }
                    Err(e) if e.is_resource() => return Err(e),
                    _ => {}
                }
            }
            // `cast` along the equation of the types, which holds since only argument `i` differs.
            let dom = self.type_of(args[i])?;
            let eq = self.m.scoped(|m| -> Result<Option<Expr>> {
                let x = m.push_local(Name::new("x"), dom, BinderInfo::Default);
                let mut at_x = args.to_vec();
                at_x[i] = x;
                let Some(t) = domain(m, f, &at_x, *j)? else { return Ok(None) };
                if deps.iter().any(|k| k < j && mentions_term(m, t, args[*k])) {
                    return Ok(None);
                }
                Ok(Some(m.mk_lambda(&[x], t)?))
            })?;
            let Some(fam) = eq else { return Ok(None) };
            let types = self.congr_arg(fam, args[i], b, h)?;
            new[*j] = self.m.mk_eq_mp(old_ty, new_ty, types, args[*j])?;
        }
        Ok(Some(new))
    }

    /// `fun x => b`
    pub(super) fn function(&mut self, e: Expr) -> Result<SimpResult> {
        let Node::Lam(b, dom, body) = self.m.st.node(e) else { return Ok(SimpResult::rfl(e)) };
        self.under_binder(b, dom, body, |s, x, body, r| {
            let g = s.lambda(&[x], r.expr)?;
            let Some(p) = r.proof else { return Ok(SimpResult::rfl(g)) };
            let _ = body;
            let h = s.lambda(&[x], p)?;
            Ok(SimpResult { expr: g, proof: Some(h) })
        })?
        .map_or(Ok(SimpResult::rfl(e)), |r| match r.proof {
            None => Ok(r),
            Some(h) => {
                let p = self.funext(e, r.expr, h)?;
                Ok(SimpResult { expr: r.expr, proof: Some(p) })
            }
        })
    }

    /// Simplifies `body` with a local variable for its binder; `None` when nothing changes.
    fn under_binder(
        &mut self,
        b: Binder,
        dom: Expr,
        body: Expr,
        f: impl FnOnce(&mut Simp<'_>, Expr, Expr, SimpResult) -> Result<SimpResult>,
    ) -> Result<Option<SimpResult>> {
        let outer = self.m.lctx.clone();
        let x = self.m.push_local(b.name, dom, b.info);
        let opened = self.m.st.instantiate1(body, x);
        let r = self.visit(opened).and_then(|r| {
            if r.expr == opened { Ok(None) } else { f(self, x, opened, r).map(Some) }
        });
        self.m.lctx = outer;
        r
    }

    /// `∀ x, p x` and `p → q`
    pub(super) fn forall(&mut self, e: Expr) -> Result<SimpResult> {
        let st = self.m.st.clone();
        let Node::Pi(b, dom, body) = st.node(e) else { return Ok(SimpResult::rfl(e)) };
        if !self.m.is_prop(e)? {
            return Ok(SimpResult::rfl(e));
        }
        if !st.has_loose_bvar(body, 0) && self.m.is_prop(dom)? {
            return self.implication(e, b, dom, st.lower(body, 1, 1));
        }
        let r = self.under_binder(b, dom, body, |s, x, _, r| {
            let ids = [s.m.fvar_id(x)?];
            let q = s.m.st.abstract_fvars(r.expr, &ids);
            let expr = s.m.st.pi(b, dom, q);
            let proof = match r.proof {
                Some(p) => Some(s.lambda(&[x], p)?),
                None => None,
            };
            Ok(SimpResult { expr, proof })
        })?;
        let Some(r) = r else { return Ok(SimpResult::rfl(e)) };
        let Some(h) = r.proof else { return Ok(r) };
        let Node::Pi(_, _, q) = st.node(r.expr) else { return Ok(SimpResult::rfl(e)) };
        let plain = Binder::new(b.name);
        let proof = self.forall_congr(dom, st.lam(plain, dom, body), st.lam(plain, dom, q), h)?;
        Ok(SimpResult { expr: r.expr, proof: Some(proof) })
    }

    fn implication(&mut self, e: Expr, b: Binder, p: Expr, q: Expr) -> Result<SimpResult> {
        let st = self.m.st.clone();
        let rp = self.visit(p)?;
        if self.cx.config.contextual && !crate::goal::is_const(&st, rp.expr, *known::FALSE) {
            return self.contextual(e, b, p, rp, q);
        }
        let rq = self.visit(q)?;
        let expr = st.pi(b, rp.expr, st.lift(rq.expr, 0, 1));
        self.implication_result(e, p, q, rp, rq, expr)
    }

    fn implication_result(
        &mut self,
        e: Expr,
        p: Expr,
        q: Expr,
        rp: SimpResult,
        rq: SimpResult,
        expr: Expr,
    ) -> Result<SimpResult> {
        if expr == e || rp.expr == p && rq.expr == q {
            return Ok(SimpResult::rfl(e));
        }
        if rp.proof.is_none() && rq.proof.is_none() {
            return Ok(SimpResult::rfl(expr));
        }
        let (hp, hq) = (self.proof_of(rp)?, self.proof_of(rq)?);
        let proof = self.implies_congr((p, rp.expr, hp), (q, rq.expr, hq));
        Ok(SimpResult { expr, proof: Some(proof) })
    }

    /// `p → q` with `p` as a rule for `q`.
    fn contextual(&mut self, e: Expr, b: Binder, p: Expr, rp: SimpResult, q: Expr) -> Result<SimpResult> {
        let st = self.m.st.clone();
        let outer = self.m.lctx.clone();
        let cache = std::mem::take(&mut self.cx.cache);
        let x = self.m.push_local(b.name, rp.expr, BinderInfo::Default);
        let r = self.add_assumption(x, rp.expr).and_then(|()| self.visit(q)).and_then(|rq| match rq.proof {
            Some(h) => Ok((rq, Some(self.lambda(&[x], h)?))),
            None => Ok((rq, None)),
        });
        self.m.lctx = outer;
        self.cx.cache = cache;
        let (rq, h) = r?;
        let expr = st.pi(b, rp.expr, st.lift(rq.expr, 0, 1));
        let Some(h) = h else { return self.implication_result(e, p, q, rp, SimpResult::rfl(rq.expr), expr) };
        let hp = self.proof_of(rp)?;
        let args = [p, rp.expr, q, rq.expr, hp, h];
        let proof = st.apps(st.const_(Name::new("implies_congr_ctx"), &[]), &args);
        Ok(SimpResult { expr, proof: Some(proof) })
    }

    /// Makes the proof `x : p` a rule for as long as `x` is in scope.
    fn add_assumption(&mut self, x: Expr, p: Expr) -> Result<()> {
        let id: FVarId = self.m.fvar_id(x)?;
        let s = Source {
            origin: Origin::Hyp(id, false),
            level_params: Arc::from([]),
            proof: x,
            ty: p,
            inverse: false,
            priority: 1000,
            by_rfl: false,
        };
        for r in rules_of(self.m, &s)? {
            self.cx.own.insert(self.m, r);
        }
        Ok(())
    }

    /// `x.i`
    pub(super) fn projection(&mut self, e: Expr, s: Name, i: u32, x: Expr) -> Result<SimpResult> {
        let r = self.visit(x)?;
        if r.expr == x {
            return Ok(SimpResult::rfl(e));
        }
        let st = self.m.st.clone();
        let expr = st.proj(s, i, r.expr);
        let Some(h) = r.proof else { return Ok(SimpResult::rfl(expr)) };
        let dom = self.type_of(x)?;
        let fun = st.lam(Binder::new(Name::new("x")), dom, st.proj(s, i, st.bvar(0)));
        let fun_ty = self.type_of(fun)?;
        if matches!(st.node(fun_ty), Node::Pi(_, _, b) if st.has_loose_bvar(b, 0)) {
            return Ok(SimpResult::rfl(e));
        }
        let proof = self.congr_arg(fun, x, r.expr, h)?;
        Ok(SimpResult { expr, proof: Some(proof) })
    }

    /// `if c then a else b` with a decided condition.
    pub(super) fn conditional(&mut self, e: Expr) -> Result<Option<SimpResult>> {
        let st = self.m.st.clone();
        let (f, args) = st.unapp(e);
        let Some((n, ls)) = st.as_const(f) else { return Ok(None) };
        let dependent = n == *known::DITE;
        if !(dependent || n == *known::ITE) || args.len() < 5 {
            return Ok(None);
        }
        let c = self.visit(args[1])?;
        let yes = crate::goal::is_const(&st, c.expr, *known::TRUE);
        if !yes && !crate::goal::is_const(&st, c.expr, *known::FALSE) {
            return Ok(None);
        }
        let h = match c.proof {
            Some(h) => h,
            None => self.m.mk_eq_refl(c.expr)?,
        };
        let branch = args[if yes { 3 } else { 4 }];
        let (lemma, value) = match (dependent, yes) {
            (false, true) => ("ite_cond_eq_true", branch),
            (false, false) => ("ite_cond_eq_false", branch),
            (true, true) => ("dite_cond_eq_true", st.apps(st.const0("of_eq_true"), &[args[1], h])),
            (true, false) => ("dite_cond_eq_false", st.apps(st.const0("of_eq_false"), &[args[1], h])),
        };
        let lemma = st.const_(Name::new(lemma), &st.level_list(ls));
        let mut proof = st.apps(lemma, &[args[0], args[1], args[2], args[3], args[4], h]);
        let mut expr = if dependent { st.beta(branch, &[value]) } else { value };
        let mut old = st.apps(f, &args[..5]);
        for a in &args[5..] {
            if let Some(p) = self.congr_step((old, expr, Some(proof)), (*a, *a, None))? {
                proof = p;
            }
            old = st.app(old, *a);
            expr = st.beta(expr, &[*a]);
        }
        Ok(Some(SimpResult { expr, proof: Some(proof) }))
    }
}

/// The type of argument `j` of `f args`.
fn domain(m: &mut Meta, f: Expr, args: &[Expr], j: usize) -> Result<Option<Expr>> {
    let head = m.st.apps(f, &args[..j]);
    let ty = m.infer(head)?;
    let ty = if matches!(m.st.node(ty), Node::Pi(..)) { ty } else { m.whnf(ty)? };
    Ok(match m.st.node(ty) {
        Node::Pi(_, d, _) => Some(d),
        _ => None,
    })
}

/// New local variables for the arguments at `deps` of `f args` with `x` at `i`, and `old = f args'`.
fn dependents_equation(
    m: &mut Meta,
    f: Expr,
    args: &[Expr],
    i: usize,
    x: Expr,
    deps: &[usize],
    old: Expr,
) -> Result<(Vec<Expr>, Expr)> {
    let mut new = args.to_vec();
    new[i] = x;
    let mut ds = Vec::with_capacity(deps.len());
    for j in deps {
        let Some(t) = domain(m, f, &new, *j)? else { return Err(m.error_at_term("function expected", f)) };
        let d = m.push_local(Name::new("d"), t, BinderInfo::Default);
        new[*j] = d;
        ds.push(d);
    }
    let rhs = m.st.apps(f, &new);
    let eq = m.mk_eq(old, rhs)?;
    Ok((ds, eq))
}

/// `f args = f args'`, where `args'` has other proofs and `Decidable` instances `ds` of the same types at `deps`.
fn equal_dependents(m: &mut Meta, f: Expr, args: &[Expr], deps: &[usize], ds: &[Expr]) -> Result<Expr> {
    let start = m.st.apps(f, args);
    let mut cur = args.to_vec();
    let mut proof: Option<Expr> = None;
    for (j, d) in deps.iter().zip(ds) {
        let from = m.st.apps(f, &cur);
        let ty = m.infer(*d)?;
        let before = cur[*j];
        cur[*j] = *d;
        if m.st.head_const(ty) != Some(*known::DECIDABLE) {
            continue;
        }
        let to = m.st.apps(f, &cur);
        let h = m.mk_app("Subsingleton.elim", &[before, *d])?;
        let fun = m.scoped(|m| -> Result<Expr> {
            let z = m.push_local(Name::new("z"), ty, BinderInfo::Default);
            let mut at_z = cur.clone();
            at_z[*j] = z;
            let body = m.st.apps(f, &at_z);
            m.mk_lambda(&[z], body)
        })?;
        let res = m.infer(from)?;
        let step = m.mk_congr_arg(ty, res, before, *d, fun, h)?;
        proof = Some(match proof {
            None => step,
            Some(p) => {
                let u = m.universe(res)?;
                let st = &m.st;
                st.apps(st.const_(*known::EQ_TRANS, &[u]), &[res, start, from, to, p, step])
            }
        });
    }
    match proof {
        Some(p) => Ok(p),
        None => m.mk_eq_refl(start),
    }
}

fn mentions(m: &Meta, e: Expr, id: FVarId) -> bool {
    let e = beta_reduced(m, e);
    m.st.has_fvar(e) && m.st.any_subterm(e, |t| m.st.node(t) == Node::FVar(id))
}

fn mentions_term(m: &Meta, e: Expr, t: Expr) -> bool {
    m.st.any_subterm(e, |s| m.st.alpha_eq(s, t))
}

/// Motives are applied lambdas: what they ignore does not count.
fn beta_reduced(m: &Meta, e: Expr) -> Expr {
    let st = &m.st;
    st.replace(e, |e, _| match st.node(e) {
        Node::App(..) if matches!(st.node(st.app_fn(e)), Node::Lam(..)) => Some(beta_reduced(m, st.head_beta(e))),
        _ => None,
    })
}
