//! The quotient type: four constants of fixed types. Their computation rules are with the evaluator.

use crate::checker::{Checked, reject};
use crate::decl::{ConstantInfo, ConstantVal, QuotKind};
use crate::env::{Environment, check_fresh};
use crate::known::known;
use crate::name::Name;
use crate::store::Store;
use crate::term::{Binder, BinderInfo, Expr, Level};

/// `Quot`, `Quot.mk`, `Quot.lift` and `Quot.ind`, provided that `Eq` is the genuine equality and the names are free.
pub(crate) fn constants(env: &Environment, st: &Store) -> Checked<Vec<ConstantInfo>> {
    let k = known();
    if !eq_is_genuine(env, st) {
        return Err(reject("quot-eq", "the quotient type needs the usual inductive type Eq"));
    }
    let (u, v) = (Name::new("u"), Name::new("v"));
    let (lu, lv) = (st.l_param(u), st.l_param(v));
    let b = |n: &str| Binder::new(Name::new(n));
    let imp = |n: &str| Binder::with_info(Name::new(n), BinderInfo::Implicit);
    let var = |i| st.bvar(i);
    let sort_u = st.sort(lu);
    let quot = |alpha: Expr, r: Expr| st.apps(st.const_(k.quot, &[lu]), &[alpha, r]);
    // α → α → Prop, where α is the variable `i`.
    let relation = |i| st.pi(b("a"), var(i), st.pi(b("b"), var(i + 1), st.prop()));

    let quot_ty = st.pi(imp("α"), sort_u, st.pi(b("r"), relation(0), sort_u));
    let mk_ty =
        st.pi(imp("α"), sort_u, st.pi(b("r"), relation(0), st.pi(b("a"), var(1), quot(var(2), var(1)))));

    // Under α r β f: ∀ a b : α, r a b → f a = f b.
    let f_at = |i| st.app(var(3), var(i));
    let equal = st.apps(st.const_(k.eq, &[lv]), &[var(4), f_at(2), f_at(1)]);
    let related = st.apps(var(4), &[var(1), var(0)]);
    let respects = st.pi(b("a"), var(3), st.pi(b("b"), var(4), st.pi(b("a"), related, equal)));
    let lift_ty = [
        (imp("α"), sort_u),
        (imp("r"), relation(0)),
        (imp("β"), st.sort(lv)),
        (b("f"), st.pi(b("a"), var(2), var(1))),
        (b("a"), respects),
        (b("a"), quot(var(4), var(3))),
    ]
    .into_iter()
    .rev()
    .fold(var(3), |body, (b, ty)| st.pi(b, ty, body));

    // Under α r β: ∀ a : α, β (Quot.mk r a).
    let mk = st.apps(st.const_(k.quot_mk, &[lu]), &[var(3), var(2), var(0)]);
    let on_mk = st.pi(b("a"), var(2), st.app(var(1), mk));
    let ind_ty = [
        (imp("α"), sort_u),
        (imp("r"), relation(0)),
        (imp("β"), st.pi(b("a"), quot(var(1), var(0)), st.prop())),
        (b("mk"), on_mk),
        (b("q"), quot(var(3), var(2))),
    ]
    .into_iter()
    .rev()
    .fold(st.app(var(2), var(0)), |body, (b, ty)| st.pi(b, ty, body));

    let constant = |name: Name, params: &[Name], ty, kind| {
        check_fresh(env, name)?;
        Ok(ConstantInfo::Quot(ConstantVal { name, level_params: params.into(), ty }, kind))
    };
    Ok(vec![
        constant(k.quot, &[u], quot_ty, QuotKind::Type)?,
        constant(k.quot_mk, &[u], mk_ty, QuotKind::Mk)?,
        constant(k.quot_lift, &[u, v], lift_ty, QuotKind::Lift)?,
        constant(k.quot_ind, &[u], ind_ty, QuotKind::Ind)?,
    ])
}

/// Whether `Eq.{u} : {α : Sort u} → α → α → Prop` is inductive with the one constructor `refl : ∀ a, a = a`.
fn eq_is_genuine(env: &Environment, st: &Store) -> bool {
    let k = known();
    let Some(ConstantInfo::Inductive(eq)) = env.get(k.eq).map(|c| &**c) else { return false };
    let Some(ConstantInfo::Constructor(refl)) = env.get(k.eq_refl).map(|c| &**c) else { return false };
    let [u] = &*eq.cval.level_params else { return false };
    let level: Level = st.l_param(*u);
    let any = Binder::new(Name::anon());
    let pi = |dom, body| st.pi(any, dom, body);
    let eq_ty = pi(st.sort(level), pi(st.bvar(0), pi(st.bvar(1), st.prop())));
    let refl_eq = st.apps(st.const_(k.eq, &[level]), &[st.bvar(1), st.bvar(0), st.bvar(0)]);
    let refl_ty = pi(st.sort(level), pi(st.bvar(0), refl_eq));
    *eq.ctors == [k.eq_refl]
        && eq.num_params == 2
        && st.alpha_eq(eq.cval.ty, eq_ty)
        && *refl.cval.level_params == [*u]
        && st.alpha_eq(refl.cval.ty, refl_ty)
}
