//! Definitional equality, step by step.

mod common;
use common::World;
use turnstile_kernel::*;

const NN: &str = "((@ Prod 0 0) Nat Nat)";

fn world() -> World {
    let mut w = World::prelude();
    for (n, ty) in [
        ("P", "Prop"),
        ("Q", "Prop"),
        ("p1", "P"),
        ("p2", "P"),
        ("q1", "Q"),
        ("x", "Nat"),
        ("y", "Nat"),
        ("f", "(pi (n Nat) Nat)"),
        ("g", "(pi (h P) Nat)"),
    ] {
        w.axiom(n, ty).unwrap();
    }
    w
}

#[test]
fn binders_and_sorts() {
    let w = world();
    assert!(w.def_eq("(fun (n Nat) n)", "(fun (n ((fun (A Type) A) Nat)) n)"));
    assert!(!w.def_eq("(fun (n Nat) 0)", "(fun (n Bool) 0)"));
    assert!(w.def_eq("(pi (n Nat) Nat)", "(pi (n ((fun (A Type) A) Nat)) Nat)"));
    assert!(!w.def_eq("(pi (n Nat) Nat)", "(pi (n Bool) Nat)"));
    assert!(!w.def_eq("(pi (n Nat) Nat)", "(pi (n Nat) Bool)"));
    assert!(w.def_eq("(sort (max u v))", "(sort (max v u))") && !w.def_eq("(sort u)", "(sort v)"));
    assert!(w.def_eq("(sort (imax 1 0))", "Prop") && !w.def_eq("(sort (imax 0 1))", "Prop"));
    // A later domain may depend on an earlier variable.
    assert!(w.def_eq("(fun (A Type) (a A) a)", "(fun (A Type) (a ((fun (B Type) B) A)) a)"));
    assert!(!w.def_eq("(fun (A Type) (B Type) (a A) 0)", "(fun (A Type) (B Type) (a B) 0)"));
    // A function is not a type, though the two may look alike.
    let mut tc = TypeChecker::new(&w.env, &w.st);
    assert!(!tc.def_eq(w.term("(fun (n Nat) Nat)"), w.term("(pi (n Nat) Nat)")).unwrap());
}

#[test]
fn proofs() {
    let mut w = world();
    assert!(w.def_eq("p1", "p2") && w.def_eq("(g p1)", "(g p2)"));
    assert!(!w.def_eq("p1", "q1"));
    assert!(!w.def_eq("x", "y") && !w.def_eq("(f x)", "(f y)"));
    // Under binders, of the binder itself, and of functions that give proofs.
    assert!(w.def_eq("(fun (h P) (k P) (g h))", "(fun (h P) (k P) (g k))"));
    assert!(!w.def_eq("(fun (h Nat) (k Nat) (f h))", "(fun (h Nat) (k Nat) (f k))"));
    w.axiom("all1", "(pi (n Nat) P)").unwrap();
    w.axiom("all2", "(pi (n Nat) P)").unwrap();
    assert!(w.def_eq("all1", "all2") && w.def_eq("(all1 x)", "(all2 y)"));
    // The statement need only evaluate to a proposition; its universe too.
    w.def("id u", "(pi (A (sort u)) (a A) A)", "(fun (A (sort u)) (a A) a)").unwrap();
    w.axiom("i1", "((@ id 1) Prop P)").unwrap();
    assert!(w.def_eq("i1", "p1"));
    w.axiom("R", "((@ id 2) Type Prop)").unwrap();
    w.axiom("r1", "R").unwrap();
    w.axiom("r2", "R").unwrap();
    assert!(w.def_eq("r1", "r2"));
    w.axiom("D", "(sort (imax 1 0))").unwrap();
    w.axiom("d1", "D").unwrap();
    w.axiom("d2", "D").unwrap();
    assert!(w.def_eq("d1", "d2"));
    w.axiom("E", "(sort (imax 0 1))").unwrap();
    w.axiom("e1", "E").unwrap();
    w.axiom("e2", "E").unwrap();
    assert!(!w.def_eq("e1", "e2"));
    // What may be a proposition is one at the level 0 only.
    for (c, ty) in [("M", "(sort u)"), ("m1", "(@ M u)"), ("m2", "(@ M u)")] {
        w.axiom(&format!("{c} u"), ty).unwrap();
    }
    assert!(w.def_eq("(@ m1 0)", "(@ m2 0)"));
    assert!(!w.def_eq("(@ m1 u)", "(@ m2 u)") && !w.def_eq("(@ m1 1)", "(@ m2 1)"));
    // A proposition itself is no proof.
    assert!(!w.def_eq("P", "Q"));
}

/// The order of unfolding is a matter of speed: every hint gives the same answers.
#[test]
fn hints_change_nothing() {
    use ReducibilityHint::*;
    for a in [Opaque, Abbrev, Regular(0), Regular(u32::MAX)] {
        for b in [Opaque, Abbrev, Regular(0), Regular(u32::MAX)] {
            let mut w = world();
            let ty = "(pi (n Nat) Nat)";
            for (name, value, hint) in [
                ("k", "(fun (n Nat) (Nat.succ (f n)))", a),
                ("l", "(fun (n Nat) (k n))", b),
                ("m", "(fun (n Nat) (Nat.succ (f (f n))))", b),
            ] {
                w.add(&Declaration::Definition(w.cval(name, ty), w.term(value), hint)).unwrap();
            }
            assert!(w.def_eq("(k x)", "(l x)") && w.def_eq("(l x)", "(k x)") && w.def_eq("k", "l"));
            assert!(w.def_eq("(k (f x))", "(m x)") && w.def_eq("(m x)", "(l (f x))"));
            assert!(!w.def_eq("(k x)", "(l y)") && !w.def_eq("(k x)", "(m x)"));
        }
    }
}

/// Equal heads with unequal arguments are unfolded, not given up.
#[test]
fn congruence_is_a_shortcut_only() {
    let mut w = world();
    w.def("zero u", "(pi (A (sort u)) (n Nat) Nat)", "(fun (A (sort u)) (n Nat) 0)").unwrap();
    assert!(w.def_eq("((@ zero 1) Nat x)", "((@ zero 1) Nat y)"));
    assert!(w.def_eq("((@ zero 1) Nat x)", "((@ zero 2) Type x)"));
    w.def("keep", "(pi (n Nat) (m Nat) Nat)", "(fun (n Nat) (m Nat) (f n))").unwrap();
    assert!(w.def_eq("(keep x x)", "(keep x y)") && !w.def_eq("(keep x x)", "(keep y x)"));
    // And again, when the failed attempt is remembered.
    let mut tc = TypeChecker::new(&w.env, &w.st);
    for _ in 0..2 {
        assert!(tc.def_eq(w.term("(f (keep x x))"), w.term("(f (keep x y))")).unwrap());
        assert!(!tc.def_eq(w.term("(f (keep x x))"), w.term("(f (keep y x))")).unwrap());
    }
}

#[test]
fn constants_and_applications() {
    let mut w = world();
    w.axiom("c u", "(sort (succ u))").unwrap();
    assert!(w.def_eq("(@ c (max u v))", "(@ c (max v u))") && !w.def_eq("(@ c u)", "(@ c v)"));
    assert!(!w.def_eq("x", "y"));
    w.axiom("h", "(pi (a Nat) (b Nat) Nat)").unwrap();
    assert!(w.def_eq("(h x ((fun (n Nat) n) y))", "(h ((fun (n Nat) n) x) y)"));
    assert!(!w.def_eq("(h x y)", "(h y x)") && !w.def_eq("(h x y)", "(f x)") && !w.def_eq("(h x)", "(h y)"));
    assert!(w.def_eq("(Nat.succ x)", "(Nat.succ ((fun (n Nat) n) x))"));
    assert!(!w.def_eq("(Nat.succ x)", "(Nat.succ y)") && !w.def_eq("(Nat.succ x)", "0"));
}

#[test]
fn numerals_and_successors() {
    let w = world();
    assert!(w.def_eq("(Nat.succ (Nat.succ x))", "(Nat.succ ((fun (n Nat) (Nat.succ n)) x))"));
    assert!(w.def_eq("3", "(Nat.succ 2)") && w.def_eq("(Nat.succ Nat.zero)", "1"));
    assert!(
        !w.def_eq("3", "(Nat.succ 3)") && !w.def_eq("0", "(Nat.succ x)") && !w.def_eq("3", "(Nat.succ x)")
    );
    assert!(!w.def_eq("x", "(Nat.succ x)"));
    assert!(w.def_eq(
        "340282366920938463463374607431768211456",
        "(Nat.succ 340282366920938463463374607431768211455)"
    ));
    assert!(!w.def_eq("340282366920938463463374607431768211456", "0"));
    assert!(!w.def_eq("18446744073709551616", "0") && !w.def_eq("4294967296", "0"));
}

#[test]
fn functions() {
    let mut w = world();
    assert!(w.def_eq("f", "(fun (n Nat) (f n))") && w.def_eq("(fun (n Nat) (f n))", "f"));
    assert!(!w.def_eq("f", "(fun (n Nat) n)"));
    w.def("Arrow", "Type", "(pi (n Nat) Nat)").unwrap();
    w.axiom("k", "Arrow").unwrap();
    assert!(w.def_eq("k", "(fun (n Nat) (k n))"));
    assert!(w.def_eq("(fun (n Nat) (m Nat) (f m))", "(fun (n Nat) f)"));
    // Dependent functions.
    w.axiom("F", "(pi (n Nat) Type)").unwrap();
    w.axiom("d", "(pi (n Nat) (F n))").unwrap();
    assert!(w.def_eq("d", "(fun (n Nat) (d n))"));
    // A partial application of a constructor or a recursor is not opened against a variable.
    w.axiom("to_pair", &format!("(pi (n Nat) {NN})")).unwrap();
    assert!(!w.def_eq("to_pair", "((@ Prod.mk 0 0) Nat Nat x)"));
    assert!(w.def_eq("((@ Prod.mk 0 0) Nat Nat x)", "(fun (n Nat) ((@ Prod.mk 0 0) Nat Nat x n))"));
    let k_rec = "((@ True.rec 1) (fun (t True) Nat) x)";
    w.axiom("from_true", "(pi (t True) Nat)").unwrap();
    assert!(!w.def_eq(k_rec, "from_true"));
    assert!(w.def_eq(k_rec, "(fun (t True) x)"));
}

#[test]
fn structures() {
    let mut w = world();
    w.axiom("p", NN).unwrap();
    w.axiom("q", NN).unwrap();
    let mk = |a: &str, b: &str| format!("((@ Prod.mk 0 0) Nat Nat {a} {b})");
    let own = mk("(proj Prod 0 p)", "(proj Prod 1 p)");
    assert!(w.def_eq("p", &own) && w.def_eq(&own, "p"));
    assert!(!w.def_eq("q", &own) && !w.def_eq("p", &mk("(proj Prod 0 p)", "(proj Prod 1 q)")));
    assert!(!w.def_eq("p", "q"));
    // Under a binder.
    let eta = "(fun (z ((@ Prod 0 0) Nat Nat)) ((@ Prod.mk 0 0) Nat Nat (proj Prod 0 z) (proj Prod 1 z)))";
    assert!(w.def_eq(eta, "(fun (z ((@ Prod 0 0) Nat Nat)) z)"));
    // With a parameter but not with an index; not for recursive types, nor for groups in which any is recursive.
    w.ind("Of", 1, "(pi (n Nat) Type)", &[("Of.mk", "(pi (n Nat) (m Nat) (Of n))")]).unwrap();
    w.ind("At", 0, "(pi (n Nat) Type)", &[("At.mk", "(pi (m Nat) (At 0))")]).unwrap();
    w.ind("R", 0, "Type", &[("R.mk", "(pi (r R) R)")]).unwrap();
    w.group(
        "",
        0,
        &[
            ("S", "Type", &[("S.mk", "(pi (m Nat) S)")]),
            ("L", "Type", &[("L.nil", "L"), ("L.cons", "(pi (s S) (l L) L)")]),
        ],
    )
    .unwrap();
    w.group("", 0, &[("S2", "Type", &[("S2.mk", "(pi (m Nat) S2)")]), ("L2", "Type", &[("L2.nil", "L2")])])
        .unwrap();
    for (c, ty, own, equal) in [
        ("of", "(Of 0)", "(Of.mk 0 (proj Of 0 of))", true),
        ("at", "(At 0)", "(At.mk (proj At 0 at))", false),
        ("r", "R", "(R.mk (proj R 0 r))", false),
        ("s", "S", "(S.mk (proj S 0 s))", false),
        ("s2", "S2", "(S2.mk (proj S2 0 s2))", true),
    ] {
        w.axiom(c, ty).unwrap();
        assert_eq!(w.def_eq(c, own), equal, "{c}");
    }
    // A type that is mentioned, if only to be thrown away, counts as recursive.
    w.def("Ignore", "(pi (A Type) Type)", "(fun (A Type) Nat)").unwrap();
    w.ind("Dead", 0, "Type", &[("Dead.mk", "(pi (n (Ignore Dead)) Dead)")]).unwrap();
    assert!(w.inductive("Dead").is_rec);
    w.axiom("dead", "Dead").unwrap();
    assert!(!w.def_eq("dead", "(Dead.mk (proj Dead 0 dead))"));
}

#[test]
fn values_of_types_with_one_value() {
    let mut w = world();
    w.ind("Unit", 0, "Type", &[("Unit.mk", "Unit")]).unwrap();
    w.ind("Of", 1, "(pi (n Nat) Type)", &[("Of.mk", "(pi (n Nat) (Of n))")]).unwrap();
    w.ind("At", 0, "(pi (n Nat) Type)", &[("At.mk", "(At 0)")]).unwrap();
    w.ind("One", 0, "Type", &[("One.mk", "(pi (n Nat) One)")]).unwrap();
    w.ind("Two", 0, "Type", &[("Two.a", "Two"), ("Two.b", "Two")]).unwrap();
    w.ind("None", 0, "Type", &[]).unwrap();
    w.def("Alias", "Type", "Unit").unwrap();
    for (i, (ty, equal)) in [
        ("Unit", true),
        ("Alias", true),
        ("(Of 0)", true),
        ("(At 0)", false),
        ("One", false),
        ("Two", false),
        ("None", false),
    ]
    .into_iter()
    .enumerate()
    {
        let (a, b) = (format!("a{i}"), format!("b{i}"));
        w.axiom(&a, ty).unwrap();
        w.axiom(&b, ty).unwrap();
        assert_eq!(w.def_eq(&a, &b), equal, "{ty}");
    }
    // Of the same type only.
    w.axiom("other", "(Of 1)").unwrap();
    assert!(!w.def_eq("a2", "other"));
    assert!(!w.def_eq("Two.a", "Two.b"));
}

/// `x.1 ≡ y.1` with other structures, other fields, other structure names.
#[test]
fn projections() {
    let mut w = world();
    w.axiom("p", NN).unwrap();
    w.axiom("q", NN).unwrap();
    assert!(w.def_eq("(proj Prod 0 p)", "(proj Prod 0 ((fun (z ((@ Prod 0 0) Nat Nat)) z) p))"));
    assert!(
        !w.def_eq("(proj Prod 0 p)", "(proj Prod 0 q)") && !w.def_eq("(proj Prod 0 p)", "(proj Prod 1 p)")
    );
    w.ind("Same", 0, "Type", &[("Same.mk", "(pi (a Nat) (b Nat) Same)")]).unwrap();
    w.axiom("s", "Same").unwrap();
    assert!(!w.def_eq("(proj Same 0 s)", "(proj Prod 0 p)"));
    let mut tc = TypeChecker::new(&w.env, &w.st);
    // Ill typed: one value under two structure names. The names differ, whatever the value.
    assert!(!matches!(tc.def_eq(w.term("(proj Same 0 s)"), w.term("(proj Prod 0 s)")), Ok(true)));
}

/// A type whose universe is stuck is not "no proposition": it is an error.
#[test]
fn a_stuck_universe_is_an_error() {
    let w = world();
    let (st, env) = (&w.st, &w.env);
    let mut tc = TypeChecker::new(env, st);
    let ty = tc.fresh_local(w.term("Nat"));
    let value = tc.fresh_local(ty);
    let other = tc.fresh_local(ty);
    // `value : ty` where `ty : Nat` is no type at all.
    assert!(matches!(tc.def_eq(value, other), Err(KernelError::Rejected { .. })));
    assert!(matches!(tc.is_prop(ty), Err(KernelError::Rejected { .. })));
    assert!(!tc.is_prop(w.term("Nat")).unwrap() && tc.is_prop(w.term("P")).unwrap());
}
