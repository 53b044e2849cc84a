//! The quotient type: four constants whose types are fixed.

use crate::env::{Checked, Constant, ConstantKind, Environment, QuotKind, reject};
use crate::expr::Expr;
use crate::level::Level;
use crate::names::names;
use turnstile_kernel::Name;

fn local(ty: &Expr) -> Expr {
    Expr::fresh(ty.clone())
}

/// The four constants, provided that `Eq` is equality.
pub(crate) fn constants(env: &Environment) -> Checked<Vec<Constant>> {
    if !eq_is_genuine(env) {
        return Err(reject("quot-eq", "the quotient type needs the usual inductive type Eq"));
    }
    let n = names();
    let (u, v) = (Name::new("u"), Name::new("v"));
    let (at_u, at_v) = ([Level::param(u)], [Level::param(v)]);
    let sort_u = Expr::sort(at_u[0].clone());
    let alpha = local(&sort_u);
    let r = local(&Expr::arrow(&alpha, &Expr::arrow(&alpha, &Expr::prop())));
    let quot = Expr::apps(&Expr::constant(n.quot, &at_u), [&alpha, &r]);
    let (a, b, q) = (local(&alpha), local(&alpha), local(&quot));
    let mk = Expr::apps(&Expr::constant(n.quot_mk, &at_u), [&alpha, &r, &a]);

    // (f : α → β) (h : ∀ a b, r a b → f a = f b) : Quot r → β
    let beta = local(&Expr::sort(at_v[0].clone()));
    let f = local(&Expr::arrow(&alpha, &beta));
    let equal = Expr::apps(&Expr::constant(n.eq, &at_v), [&beta, &Expr::app(&f, &a), &Expr::app(&f, &b)]);
    let respects = Expr::arrow(&Expr::apps(&r, [&a, &b]), &equal);
    let h = local(&Expr::bind_pi(&[a.clone(), b.clone()], &respects));

    // {β : Quot r → Prop} (h : ∀ a, β (mk a)) (q) : β q
    let motive = local(&Expr::arrow(&quot, &Expr::prop()));
    let on_mk = local(&Expr::bind_pi(std::slice::from_ref(&a), &Expr::app(&motive, &mk)));

    let constant = |name, params: &[Name], kind, locals: &[&Expr], result: &Expr| Constant {
        name,
        level_params: params.into(),
        ty: Expr::bind_pi(&locals.iter().map(|l| (*l).clone()).collect::<Vec<_>>(), result),
        kind: ConstantKind::Quot(kind),
    };
    Ok(vec![
        constant(n.quot, &[u], QuotKind::Type, &[&alpha, &r], &sort_u),
        constant(n.quot_mk, &[u], QuotKind::Mk, &[&alpha, &r, &a], &quot),
        constant(n.quot_lift, &[u, v], QuotKind::Lift, &[&alpha, &r, &beta, &f, &h, &q], &beta),
        constant(
            n.quot_ind,
            &[u],
            QuotKind::Ind,
            &[&alpha, &r, &motive, &on_mk, &q],
            &Expr::app(&motive, &q),
        ),
    ])
}

/// Whether `Eq.{u} : (α : Sort u) → α → α → Prop` is inductive with the one constructor `refl : ∀ a, a = a`.
fn eq_is_genuine(env: &Environment) -> bool {
    let n = names();
    let (Some(eq), Some(refl)) = (env.get(n.eq), env.get(n.refl)) else { return false };
    let (ConstantKind::Inductive(ind), [u]) = (&eq.kind, &*eq.level_params) else { return false };
    let level = Level::param(*u);
    let alpha = local(&Expr::sort(level.clone()));
    let a = local(&alpha);
    let relation = Expr::arrow(&alpha, &Expr::arrow(&alpha, &Expr::prop()));
    let reflexive = Expr::apps(&Expr::constant(n.eq, &[level]), [&alpha, &a, &a]);
    *ind.ctors == [n.refl]
        && ind.num_params == 2
        && eq.ty == Expr::bind_pi(std::slice::from_ref(&alpha), &relation)
        && refl.level_params == eq.level_params
        && refl.ty == Expr::bind_pi(&[alpha, a], &reflexive)
}
