//! Congruence: simplifying the parts of a term.

use super::engine::{Simp, SimpResult};
use crate::known;
use std::rc::Rc;
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
                Some(turnstile_kernel::ConstantInfo::Definition(..))
                    if matches!(n.last_str(), "casesOn" | "recOn") =>
                {
                    let Some(turnstile_kernel::ConstantInfo::Inductive(v)) =
                        self.m.env.get(n.prefix()).map(|c| &**c)
                    else {
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
    pub(super) fn replace_argument(
        &mut self,
        f: Expr,
        args: &[Expr],
        i: usize,
        r: SimpResult,
    ) -> Result<Option<SimpResult>> {
        let st = self.m.st.clone();
        let mut new = args.to_vec();
        new[i] = r.expr;
        let expr = st.apps(f, &new);
        let Some(h) = r.proof else { return Ok(Some(SimpResult::rfl(expr))) };
        let a = args[i];
        let Some(fun) = self.abstracted(f, args, i)? else { return Ok(None) };
        let proof = self.congr_arg(fun, a, r.expr, h)?;
        Ok(Some(SimpResult { expr, proof: Some(proof) }))
    }

    /// `fun x => f args` with `x` for argument `i`, if neither the types of later arguments nor the result mention it.
    pub(super) fn abstracted(&mut self, f: Expr, args: &[Expr], i: usize) -> Result<Option<Expr>> {
        let dom = self.type_of(args[i])?;
        self.m.scoped(|m| -> Result<Option<Expr>> {
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
        })
    }

    /// The kinds of the arguments of `f args`.
    pub(super) fn argument_shape(&mut self, f: Expr, args: &[Expr]) -> Result<Rc<[ArgKind]>> {
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
}

/// Whether `e` uses the variable `id` other than in what a motive ignores.
pub(super) fn mentions(m: &Meta, e: Expr, id: FVarId) -> bool {
    let e = beta_reduced(m, e);
    m.st.has_fvar(e) && m.st.any_subterm(e, |t| m.st.node(t) == Node::FVar(id))
}

/// Motives are applied lambdas: what they ignore does not count.
fn beta_reduced(m: &Meta, e: Expr) -> Expr {
    let st = &m.st;
    st.replace(e, |e, _| match st.node(e) {
        Node::App(..) if matches!(st.node(st.app_fn(e)), Node::Lam(..)) => {
            Some(beta_reduced(m, st.head_beta(e)))
        }
        _ => None,
    })
}
