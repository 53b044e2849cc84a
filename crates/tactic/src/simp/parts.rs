//! Replacing chosen arguments of an application, as conversion mode does it.

use super::call::SimpCall;
use super::congr::ArgKind;
use super::engine::{Simp, SimpCtx, SimpResult};
use crate::known;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, MVarId, Node};

/// An argument to be replaced: its place, its new value, and a proof that both are equal.
pub(crate) type NewArg = (usize, Expr, Expr);

/// The binder of each argument of `f args`.
pub(crate) fn argument_binders(m: &mut Meta, f: Expr, args: &[Expr]) -> Result<Vec<BinderInfo>> {
    let mut out = Vec::with_capacity(args.len());
    let mut ty = m.infer(f)?;
    let mut start = 0;
    for i in 0..args.len() {
        if !matches!(m.st.node(ty), Node::Pi(..)) {
            let t = m.st.instantiate_rev(ty, &args[start..i]);
            ty = m.whnf(t)?;
            start = i;
        }
        let Node::Pi(b, _, body) = m.st.node(ty) else {
            out.resize(args.len(), BinderInfo::Default);
            return Ok(out);
        };
        out.push(b.info);
        ty = body;
    }
    Ok(out)
}

/// Which arguments of `f args` can be replaced by equal ones: not those that the types of others depend on, proofs and
/// instances.
pub(crate) fn replaceable(m: &mut Meta, f: Expr, args: &[Expr]) -> Result<Vec<bool>> {
    let infos = argument_binders(m, f, args)?;
    let mut cx = SimpCtx::new(m, &SimpCall::only(vec![]))?;
    let kinds = Simp { m, cx: &mut cx }.argument_shape(f, args)?;
    let mut out = Vec::with_capacity(args.len());
    for (i, k) in kinds.iter().enumerate() {
        let fixed = *k == ArgKind::Fixed;
        let free = !fixed || {
            let a = args[i];
            infos[i] != BinderInfo::Inst
                && !m.is_proof(a)?
                && Simp { m, cx: &mut cx }.abstracted(f, args, i)?.is_some()
        };
        out.push(free);
    }
    Ok(out)
}

/// `f args` with the arguments `new` in their places, in order, and the proof of the equation. Each is
/// [`replaceable`]. `Decidable` instances of new propositions become goals, which are returned as well.
pub(crate) fn replace_arguments(
    m: &mut Meta,
    f: Expr,
    args: &[Expr],
    new: &[NewArg],
) -> Result<Option<(SimpResult, Vec<MVarId>)>> {
    let mut cx = SimpCtx::new(m, &SimpCall::only(vec![]))?;
    cx.open_instances = Some(Vec::new());
    let mut s = Simp { m, cx: &mut cx };
    let kinds = s.argument_shape(f, args)?;
    let e = s.m.st.apps(f, args);
    let mut cur = SimpResult::rfl(e);
    for (i, b, h) in new {
        let now = s.m.st.unapp(cur.expr).1;
        let r = SimpResult { expr: *b, proof: Some(*h) };
        let step = match &kinds[*i] {
            ArgKind::Carries(deps) => s.transport(f, &now, *i, *b, *h, deps)?,
            ArgKind::Free | ArgKind::Fixed => s.replace_argument(f, &now, *i, r)?,
        };
        let Some(step) = step else { return Ok(None) };
        cur = s.trans(e, cur, step)?;
    }
    let goals = cx.open_instances.take().unwrap_or_default();
    Ok(Some((cur, goals)))
}

impl Simp<'_> {
    /// A new goal for the instance of the class `ty` of a proposition that is not known yet, when such are allowed.
    pub(super) fn open_instance(&mut self, ty: Expr) -> Option<Expr> {
        if !self.m.st.has_expr_mvar(ty) || self.m.st.head_const(ty) != Some(*known::DECIDABLE) {
            return None;
        }
        let open = self.cx.open_instances.as_mut()?;
        let (e, id) = crate::goal::new_goal(self.m, ty, turnstile_kernel::Name::anon());
        open.push(id);
        Some(e)
    }
}
