//! `norm_cast` and `push_cast`: coercions between number types moved towards the root, or towards the leaves.
//!
//! The lemmas marked `@[norm_cast]` are sorted by where they have their coercions (Lewis and Madelaine, *Simplifying casts
//! and coercions*, 2020): *move* lemmas `↑(a + b) = ↑a + ↑b`, *elim* lemmas `↑a ≤ ↑b ↔ a ≤ b`, *squash* lemmas with fewer
//! coercions on the right.

use crate::goal::{as_eq, as_iff};
use crate::simp::{SimpArg, SimpCall, SimpConfig, SimpCtx, SimpResult, simp_expr};
use crate::terms::Terms;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, Name, Node};

/// The coercions that count.
const CASTS: [&str; 3] = ["Nat.cast", "Int.cast", "Rat.cast"];

/// What a lemma does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Elim,
    Move,
    Squash,
}

/// `x` of `↑x`.
fn cast_of(m: &Meta, e: Expr) -> Option<Expr> {
    let (h, args) = m.st.unapp(e);
    let (n, _) = m.st.as_const(h)?;
    (CASTS.contains(&n.as_str()) && args.len() == 3).then(|| args[2])
}

fn head_casts(m: &Meta, mut e: Expr) -> usize {
    let mut n = 0;
    while let Some(x) = cast_of(m, e) {
        n += 1;
        e = x;
    }
    n
}

fn has_casts(m: &Meta, e: Expr) -> bool {
    m.st.any_subterm(e, |t| m.st.head_const(t).is_some_and(|n| CASTS.contains(&n.as_str())))
}

/// Whether there are coercions below those at the head.
fn inner_casts(m: &Meta, mut e: Expr) -> bool {
    while let Some(x) = cast_of(m, e) {
        e = x;
    }
    has_casts(m, e)
}

/// The sides of the conclusion of the theorem `n`.
fn sides(m: &Meta, n: Name) -> Option<(Expr, Expr)> {
    let mut t = m.env.get(n)?.ty();
    while let Node::Pi(_, _, b) = m.st.node(t) {
        t = b;
    }
    as_eq(&m.st, t).map(|(_, a, b)| (a, b)).or_else(|| as_iff(&m.st, t))
}

fn kind_of(m: &Meta, n: Name) -> Option<Kind> {
    let (a, b) = sides(m, n)?;
    let (ha, hb) = (head_casts(m, a), head_casts(m, b));
    if ha == 0 {
        return inner_casts(m, a).then_some(Kind::Elim);
    }
    if ha == 1 && hb == 0 && inner_casts(m, b) {
        return Some(Kind::Move);
    }
    (hb < ha).then_some(Kind::Squash)
}

fn marked(m: &Meta) -> Vec<(Name, Kind)> {
    let names: Vec<Name> = m.env.attr("norm_cast").iter().map(|e| e.decl).collect();
    names.into_iter().filter_map(|n| Some((n, kind_of(m, n)?))).collect()
}

fn run(m: &mut Meta, e: Expr, args: Vec<SimpArg>, keep_casts: bool) -> Result<SimpResult> {
    let config = SimpConfig { keep_casts, ..SimpConfig::default() };
    let call = SimpCall { config, ..SimpCall::only(args) };
    let mut cx = SimpCtx::new(m, &call)?;
    simp_expr(m, &mut cx, e)
}

/// `e` with coercions moved up and dropped where they can be, and the proof of the equation.
///
/// # Errors
/// When the budget ends.
pub fn norm_cast(m: &mut Meta, e: Expr) -> Result<SimpResult> {
    let e = m.instantiate(e);
    if !has_casts(m, e) {
        return Ok(SimpResult::rfl(e));
    }
    let args = marked(m)
        .into_iter()
        .map(|(name, kind)| SimpArg::Const { name, inverse: kind == Kind::Move })
        .collect();
    let raised = run(m, wrap_numerals(m, e), args, true)?;
    let lowered = run(m, raised.expr, vec![], false)?;
    chain(m, e, raised, lowered)
}

/// `e` with coercions moved towards variables, by the marked lemmas and `extra`.
///
/// # Errors
/// When the budget ends.
pub fn push_cast(m: &mut Meta, e: Expr, extra: Vec<SimpArg>) -> Result<SimpResult> {
    let e = m.instantiate(e);
    let mut args: Vec<SimpArg> = marked(m)
        .into_iter()
        .filter(|(_, kind)| *kind != Kind::Elim)
        .map(|(name, _)| SimpArg::Const { name, inverse: false })
        .collect();
    args.extend(m.env.attr("push_cast").iter().map(|a| SimpArg::Const { name: a.decl, inverse: false }));
    args.extend(extra);
    run(m, e, args, false)
}

/// Numerals of other types as coercions of natural numbers, which they are by definition.
fn wrap_numerals(m: &Meta, e: Expr) -> Expr {
    let st = &m.st;
    let zero = st.l_zero();
    st.replace(e, |t, _| {
        let args = st.app_of(t, "OfNat.ofNat", 3)?;
        let Node::Nat(_) = st.node(args[1]) else { return None };
        if !matches!(st.node(args[0]), Node::Const(n, _) if n.as_str() == "Int") {
            return None;
        }
        let nat = st.const0("Nat");
        let number = st.apps(
            st.const_(Name::new("OfNat.ofNat"), &[zero]),
            &[nat, args[1], st.app(st.const0("instOfNatNat"), args[1])],
        );
        let inst = st.const0("instNatCastInt");
        (m.env.contains(Name::new("instNatCastInt")) && m.env.contains(Name::new("instOfNatNat")))
            .then(|| st.apps(st.const_(Name::new("Nat.cast"), &[zero]), &[st.const0("Int"), inst, number]))
    })
}

fn chain(m: &mut Meta, e: Expr, a: SimpResult, b: SimpResult) -> Result<SimpResult> {
    let proof = match (a.proof, b.proof) {
        (None, p) | (p, None) => p,
        (Some(p), Some(q)) => {
            let ty = m.infer(e)?;
            let ty = m.instantiate(ty);
            let u = m.universe(ty)?;
            let st = &m.st;
            Some(st.apps(st.const_(*crate::known::EQ_TRANS, &[u]), &[ty, e, a.expr, b.expr, p, q]))
        }
    };
    Ok(SimpResult { expr: b.expr, proof })
}
