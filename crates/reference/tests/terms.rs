//! Random definitions and equations: both kernels give the same verdicts, on right ones and on wrong ones.

mod common;

use common::both::Both;
use common::mutate::Mutator;
use common::rng::Rng;
use common::terms::{Terms, Ty};
use common::{Tally, number};
use turnstile_kernel::{Binder, ConstantVal, Declaration, Expr, Level, Name, ReducibilityHint, Store};

fn definition(name: &str, params: &[&str], ty: Expr, value: Expr, hint: ReducibilityHint) -> Declaration {
    let level_params = params.iter().map(|p| Name::new(p)).collect();
    Declaration::Definition(ConstantVal { name: Name::new(name), level_params, ty }, value, hint)
}

const CONSTANTS: &[&str] = &[
    "n0",
    "n1",
    "b0",
    "f0",
    "l0",
    "p0",
    "Nat",
    "Nat.zero",
    "Nat.succ",
    "Bool.true",
    "plus",
    "P",
    "t0",
    "Prod",
    "F",
];

/// `∀ scope, a = b` by reflexivity, for a random pair.
fn equation(terms: &mut Terms<'_>, depth: usize) -> Declaration {
    let st = terms.st;
    let mut scope: Vec<Ty> = (0..terms.rng.below(3)).map(|_| terms.any_type()).collect();
    let binders: Vec<Expr> = scope.iter().map(|t| terms.ty(t)).collect();
    let ty = terms.any_type();
    let (a, b) = terms.pair(&mut scope, &ty, depth);
    let level = [(0..terms.level(&ty)).fold(st.l_zero(), |l, _| st.l_succ(l))];
    let t = terms.ty(&ty);
    let eq = st.apps(st.const_(Name::new("Eq"), &level), &[t, a, b]);
    let refl =
        st.apps(st.const_(Name::new("Eq.refl"), &level), &[t, if terms.rng.chance(50) { a } else { b }]);
    let x = Binder::new(Name::new("x"));
    let bind = |f: &dyn Fn(Expr, Expr) -> Expr, e| binders.iter().rev().fold(e, |e, t| f(*t, e));
    if terms.rng.chance(20) {
        // The equation as an argument, whose type is compared with Nat functions running on open terms.
        let c = if terms.rng.chance(50) { a } else { b };
        let own = st.apps(st.const_(Name::new("Eq"), &level), &[t, c, c]);
        let eager = st.apps(st.const_(Name::new("eagerReduce"), &[st.l_zero()]), &[own, refl]);
        let value = st.app(st.lam(x, eq, st.nat_u64(0)), eager);
        let ty = bind(&|t, e| st.pi(x, t, e), st.const0("Nat"));
        return definition("e", &[], ty, bind(&|t, e| st.lam(x, t, e), value), ReducibilityHint::Abbrev);
    }
    let statement = bind(&|t, e| st.pi(x, t, e), eq);
    let proof = bind(&|t, e| st.lam(x, t, e), refl);
    let cval = ConstantVal { name: Name::new("e"), level_params: [].into(), ty: statement };
    Declaration::Theorem(cval, proof)
}

fn limited() -> Both {
    let mut both = Both::prelude();
    both.w.env.set_step_limit(200_000);
    both.reference.set_fuel(200_000);
    both
}

/// Equations, and the same with a small change somewhere.
#[test]
fn random_equations() {
    let mut both = limited();
    let constants: Vec<Name> = CONSTANTS.iter().map(|n| Name::new(n)).collect();
    let (mut equations, mut changed) = (Tally::default(), Tally::default());
    for case in 0..number("CASES", 3000) {
        let seed = number("SEED", 1) << 32 | case;
        let (d, mutants) = {
            let differ = [0, 2, 10][(case % 3) as usize];
            let mut terms = Terms { st: &both.w.st, rng: Rng::new(seed), differ };
            let d = equation(&mut terms, 2 + (case % 4) as usize);
            let mut m = Mutator { st: &both.w.st, rng: Rng::new(!seed), constants: &constants };
            let mutants = [m.declaration(&d), m.declaration(&d)];
            (d, mutants)
        };
        equations.add(both.add(&d, false));
        for m in mutants {
            changed.add(both.add(&m, false));
        }
    }
    equations.assert_same("equations");
    changed.assert_same("changed equations");
    assert!(equations.accepted > equations.rejected && equations.rejected * 20 > equations.accepted);
    assert!(equations.no_verdict * 50 < equations.accepted);
}

/// Definitions kept and used by later ones, so that heights and hints matter.
#[test]
fn random_developments() {
    let mut all = Tally::default();
    for round in 0..number("CASES", 3000) / 60 {
        let mut both = limited();
        both.w.env.set_step_limit(20_000);
        both.reference.set_fuel(20_000);
        for i in 0..30u64 {
            let seed = number("SEED", 1) << 40 | round << 8 | i;
            let mut terms = Terms { st: &both.w.st, rng: Rng::new(seed), differ: 3 };
            let ty = if i % 2 == 0 { Ty::Nat } else { terms.any_type() };
            let (value, other) = terms.pair(&mut Vec::new(), &ty, 4);
            let hint = *terms.rng.pick(&[
                ReducibilityHint::Abbrev,
                ReducibilityHint::Opaque,
                ReducibilityHint::Regular(0),
                ReducibilityHint::Regular(0),
            ]);
            let (t, level) = (terms.ty(&ty), terms.level(&ty));
            let name = format!("d{i}");
            let st = &both.w.st;
            let defined = st.const0(&name);
            let d = definition(&name, &[], t, value, hint);
            let level = [(0..level).fold(st.l_zero(), |l, _| st.l_succ(l))];
            let equal = |a: Expr, b: Expr| {
                let eq = st.apps(st.const_(Name::new("Eq"), &level), &[t, a, b]);
                let refl = st.apps(st.const_(Name::new("Eq.refl"), &level), &[t, a]);
                definition("e", &[], eq, refl, ReducibilityHint::Regular(0))
            };
            let uses = [equal(defined, other), equal(other, defined)];
            // The same equation about an earlier definition.
            let redefined = redefine(st, &uses[0], i);
            all.add(both.add(&d, true));
            for u in uses.iter().chain(&redefined) {
                all.add(both.add(u, false));
            }
        }
    }
    all.assert_same("developments");
}

/// The same equation with an earlier definition in place of each `n0`.
fn redefine(st: &Store, d: &Declaration, i: u64) -> Option<Declaration> {
    let Declaration::Definition(c, v, h) = d else { return None };
    if i < 2 {
        return None;
    }
    let n0 = st.const0("n0");
    let earlier = st.const0(&format!("d{}", (i - 2) / 2 * 2));
    let change = |e: Expr| st.replace(e, |e, _| (e == n0).then_some(earlier));
    let c = ConstantVal { ty: change(c.ty), ..c.clone() };
    Some(Declaration::Definition(c, change(*v), *h))
}

fn random_level(st: &Store, rng: &mut Rng, depth: usize) -> Level {
    if depth == 0 || rng.chance(20) {
        return match rng.below(5) {
            0 => st.l_zero(),
            1 => st.l_one(),
            _ => st.l_param(Name::new(["u", "v", "w"][rng.below(3)])),
        };
    }
    let a = random_level(st, rng, depth - 1);
    match rng.below(5) {
        0 => st.l_succ(a),
        1 | 2 => st.l_max(a, random_level(st, rng, depth - 1)),
        _ => st.l_imax(a, random_level(st, rng, depth - 1)),
    }
}

/// A level that is equal to `l`, or looks as if it were.
fn disguised_level(st: &Store, rng: &mut Rng, l: Level) -> Level {
    use turnstile_kernel::LevelNode;
    let (l, again) = match st.level(l) {
        LevelNode::Succ(a) => (st.l_succ(disguised_level(st, rng, a)), rng.chance(30)),
        LevelNode::Max(a, b) => {
            let (a, b) = (disguised_level(st, rng, a), disguised_level(st, rng, b));
            (if rng.chance(50) { st.l_max(b, a) } else { st.l_max(a, b) }, rng.chance(20))
        }
        LevelNode::IMax(a, b) => {
            let (a, b) = (disguised_level(st, rng, a), disguised_level(st, rng, b));
            (if rng.chance(15) { st.l_max(a, b) } else { st.l_imax(a, b) }, rng.chance(20))
        }
        _ => (l, rng.chance(10)),
    };
    match (again, rng.below(5)) {
        (true, 0) => st.l_max(l, l),
        (true, 1) => st.l_imax(l, l),
        (true, 2) => st.l_max(l, st.l_zero()),
        (true, 3) => st.l_imax(st.l_one(), l),
        (true, _) => st.l_max(l, st.l_one()),
        _ => l,
    }
}

/// Levels through the rules that compare them: equality of sorts, the universe of a field, elimination, projection.
#[test]
fn random_levels() {
    let mut both = limited();
    let (mut equal, mut bounded) = (Tally::default(), Tally::default());
    let params = ["u", "v", "w"];
    for case in 0..number("CASES", 3000) {
        let mut rng = Rng::new(number("SEED", 1) << 32 | case);
        let st = &both.w.st;
        let a = random_level(st, &mut rng, 1 + (case % 4) as usize);
        let b = disguised_level(st, &mut rng, a);
        let d = definition("d", &params, st.sort(st.l_succ(a)), st.sort(b), ReducibilityHint::Abbrev);
        let names: std::sync::Arc<[Name]> = params.iter().map(|p| Name::new(p)).collect();
        let us: Vec<Level> = names.iter().map(|p| st.l_param(*p)).collect();
        let this = st.const_(Name::new("T"), &us);
        let x = Binder::new(Name::new("x"));
        let c = if rng.chance(60) { b } else { random_level(st, &mut rng, 2) };
        // T : Sort a with one argument of type Box (PUnit : Sort c), or Sort c.
        let field = match rng.below(2) {
            0 => st.const_(Name::new("PUnit"), &[c]),
            _ => st.sort(c),
        };
        let group = Declaration::Inductive {
            level_params: names,
            num_params: 0,
            types: vec![turnstile_kernel::InductiveType {
                name: Name::new("T"),
                ty: st.sort(a),
                ctors: vec![turnstile_kernel::Constructor {
                    name: Name::new("T.mk"),
                    ty: st.pi(x, field, this),
                }],
            }],
        };
        let field_of = definition(
            "d",
            &params,
            st.pi(x, this, field),
            st.lam(x, this, st.proj(Name::new("T"), 0, st.bvar(0))),
            ReducibilityHint::Abbrev,
        );
        equal.add(both.add(&d, false));
        let before = (both.w.env.clone(), both.reference.clone());
        let added = both.add(&group, true);
        if added.accepted > 0 {
            bounded.add(both.add(&field_of, false));
        }
        bounded.add(added);
        (both.w.env, both.reference) = before;
    }
    equal.assert_same("equal levels");
    bounded.assert_same("bounded levels");
    for t in [equal, bounded] {
        assert!(t.accepted * 20 > t.rejected && t.rejected * 20 > t.accepted, "{t:?}");
    }
}
