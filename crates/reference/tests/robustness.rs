//! Deep and heavily shared terms: an answer or none, but no crash and no exponential work.

mod common;

use common::both::Both;
use turnstile_kernel::{
    Binder, ConstantVal, Declaration, Expr, Level, LevelNode, Name, ReducibilityHint, Store,
};
use turnstile_reference::{Environment, Error};

fn definition(level_params: &[&str], ty: Expr, value: Expr) -> Declaration {
    let level_params = level_params.iter().map(|p| Name::new(p)).collect();
    Declaration::Definition(
        ConstantVal { name: Name::new("d"), level_params, ty },
        value,
        ReducibilityHint::Regular(0),
    )
}

#[test]
fn deep_terms() {
    let mut b = Both::prelude();
    let st = &b.w.st;
    let (nat, succ) = (st.const0("Nat"), st.const0("Nat.succ"));
    let tower = |n| (0..n).fold(st.const0("n0"), |e, _| st.app(succ, e));
    let (low, high) = (definition(&[], nat, tower(10_000)), definition(&[], nat, tower(200_000)));
    assert!(matches!(b.reference.add_decl(st, &high), Err(Error::GaveUp(_))));
    let tally = b.add(&low, false);
    tally.assert_same("deep term");
    assert_eq!(tally.accepted, 1);
}

#[test]
fn shared_terms() {
    let mut b = Both::prelude();
    let st = &b.w.st;
    // 2 ^ 100 leaves, 100 nodes; and the same again with other nodes in the place of the type.
    let (mut value, mut ty, mut other) = (st.const0("n0"), st.const0("Nat"), st.const0("Nat"));
    let prod = st.const_(Name::new("Prod"), &[st.l_zero(), st.l_zero()]);
    let mk = st.const_(Name::new("Prod.mk"), &[st.l_zero(), st.l_zero()]);
    for _ in 0..100 {
        value = st.apps(mk, &[ty, ty, value, value]);
        ty = st.apps(prod, &[ty, ty]);
        other = st.apps(prod, &[other, st.app(st.const0("Same"), other)]);
    }
    let right = definition(&[], ty, value);
    let unfolded = definition(&[], other, value);
    let wrong = definition(&[], st.arrow(ty, ty), value);
    for (d, accepted) in [(right, true), (unfolded, true), (wrong, false)] {
        let tally = b.add(&d, false);
        tally.assert_same("shared term");
        assert_eq!(tally.accepted == 1, accepted);
    }
}

#[test]
fn shared_levels() {
    let st = Store::new();
    let u = st.l_param(Name::new("u"));
    let mut l = u;
    for _ in 0..300 {
        l = st.l_imax(l, st.l_max(l, l));
    }
    // Equal to `u`, which is not `u + 1`.
    let sort = |l: Level| st.sort(st.mk_level(LevelNode::Succ(l)));
    let mut env = Environment::new();
    env.add_decl(&st, &definition(&["u"], sort(u), st.sort(l))).unwrap();
    let high = (0..50_000).fold(u, |l, _| st.l_succ(l));
    let tower = definition(&["u"], sort(high), st.sort(st.l_succ(high)));
    assert!(matches!(Environment::new().add_decl(&st, &tower), Err(Error::Rejected { .. })));
    let x = Binder::new(Name::new("x"));
    let impredicative = st.pi(x, st.sort(high), st.prop());
    let tall = |l: Level| definition(&["u"], st.sort(l), impredicative);
    Environment::new().add_decl(&st, &tall(st.l_succ(high))).unwrap();
    let too_tall = tall(st.l_succ(st.l_succ(high)));
    assert!(matches!(Environment::new().add_decl(&st, &too_tall), Err(Error::Rejected { .. })));
}
