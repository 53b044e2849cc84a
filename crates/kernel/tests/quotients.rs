//! Quotients: the four constants, the equality they need, and how they compute.

mod common;
use common::{World, refused};
use turnstile_kernel::*;

fn world() -> World {
    let mut w = World::prelude();
    w.add(&Declaration::Quot).unwrap();
    w.axiom("r", "(pi (a Nat) (b Nat) Prop)").unwrap();
    w.axiom("f", "(pi (a Nat) Nat)").unwrap();
    w.axiom("ok", "(pi (a Nat) (b Nat) (h (r a b)) ((@ Eq 1) Nat (f a) (f b)))").unwrap();
    w.axiom("q", "((@ Quot 1) Nat r)").unwrap();
    w
}

#[test]
fn types() {
    let w = world();
    for (c, ty) in [
        ("Quot", "(pi (A (sort u)) (r (pi (a A) (b A) Prop)) (sort u))"),
        ("Quot.mk", "(pi (A (sort u)) (r (pi (a A) (b A) Prop)) (a A) ((@ Quot u) A r))"),
        (
            "Quot.lift",
            "(pi (A (sort u)) (r (pi (a A) (b A) Prop)) (B (sort v)) (f (pi (a A) B)) \
             (h (pi (a A) (b A) (k (r a b)) ((@ Eq v) B (f a) (f b)))) (q ((@ Quot u) A r)) B)",
        ),
        (
            "Quot.ind",
            "(pi (A (sort u)) (r (pi (a A) (b A) Prop)) (B (pi (q ((@ Quot u) A r)) Prop)) \
             (h (pi (a A) (B ((@ Quot.mk u) A r a)))) (q ((@ Quot u) A r)) (B q))",
        ),
    ] {
        let ours = w.env.get(Name::new(c)).unwrap();
        assert!(w.st.alpha_eq(ours.ty(), w.term(ty)), "{c}");
    }
}

#[test]
fn lift_computes_on_mk_alone() {
    let w = world();
    let lift = |q: &str| format!("((@ Quot.lift 1 1) Nat r Nat f ok {q})");
    assert!(w.def_eq(&lift("((@ Quot.mk 1) Nat r 3)"), "(f 3)"));
    assert!(w.def_eq(&lift("((fun (n Nat) ((@ Quot.mk 1) Nat r n)) 3)"), "(f 3)"));
    assert!(!w.def_eq(&lift("((@ Quot.mk 1) Nat r 3)"), "(f 4)"));
    assert!(w.is_stuck(&lift("q")));
    // Too few arguments, of the lift and of the class; another function's class.
    assert!(w.is_stuck(&lift("")) && w.is_stuck(&lift("((@ Quot.mk 1) Nat r)")));
    assert!(w.is_stuck(&lift("((@ Quot.mk 1) Nat r 3 4)")) && w.is_stuck(&lift("(Nat.succ 3)")));
    // A function for the result: arguments after the class.
    let two = "(fun (a Nat) (b Nat) (f b))";
    let fits = "(fun (a Nat) (b Nat) (h (r a b)) ((@ Eq.refl 1) (pi (b Nat) Nat) (fun (b Nat) (f b))))";
    let e = format!("((@ Quot.lift 1 1) Nat r (pi (b Nat) Nat) {two} {fits} ((@ Quot.mk 1) Nat r 3) 5)");
    assert!(w.def_eq(&e, "(f 5)") && !w.def_eq(&e, "(f 3)"));
}

#[test]
fn ind_computes_on_mk_alone() {
    let w = world();
    let ind = |q: &str| {
        format!(
            "((@ Quot.ind 1) Nat r (fun (q ((@ Quot 1) Nat r)) True) (fun (a Nat) ((fun (x Nat) True.intro) a)) {q})"
        )
    };
    w.check(&ind("q")).unwrap();
    assert!(w.is_stuck(&ind("q")));
    assert_eq!(w.whnf(&ind("((@ Quot.mk 1) Nat r 3)")), w.term("True.intro"));
    assert!(w.is_stuck(&ind("")) && w.is_stuck(&ind("((@ Quot.mk 1) Nat r)")));
}

/// Classes are equal only through `Quot.sound`, which is an axiom like any other.
#[test]
fn classes_are_not_convertible() {
    let mut w = world();
    assert!(!w.def_eq("((@ Quot.mk 1) Nat r 3)", "((@ Quot.mk 1) Nat r 4)"));
    assert!(w.def_eq("((@ Quot.mk 1) Nat r 3)", "((@ Quot.mk 1) Nat r (Nat.succ 2))"));
    assert!(!w.env.contains(Name::new("Quot.sound")));
    let sound = "(pi (A (sort u)) (r (pi (a A) (b A) Prop)) (a A) (b A) (h (r a b)) \
        ((@ Eq u) ((@ Quot u) A r) ((@ Quot.mk u) A r a) ((@ Quot.mk u) A r b)))";
    w.axiom("Quot.sound u", sound).unwrap();
    w.thm(
        "t",
        "(pi (h (r 0 1)) ((@ Eq 1) ((@ Quot 1) Nat r) ((@ Quot.mk 1) Nat r 0) ((@ Quot.mk 1) Nat r 1)))",
        "(fun (h (r 0 1)) ((@ Quot.sound 1) Nat r 0 1 h))",
    )
    .unwrap();
    assert_eq!(
        axioms_of(&w.env, &w.st, Name::new("t")).into_iter().map(|n| n.to_string()).collect::<Vec<_>>(),
        ["Quot.sound", "r"]
    );
}

/// An equality that is not the equality would let a lift forget the relation.
#[test]
fn false_equalities() {
    let eq = "(pi (A (sort u)) (a A) (b A) Prop)";
    let refl = "(pi (A (sort u)) (a A) ((@ Eq u) A a a))";
    let genuine = |w: &mut World| w.ind("Eq u", 2, eq, &[("Eq.refl", refl)]).unwrap();
    let fakes: [(&str, &dyn Fn(&mut World)); 9] = [
        ("none", &|_| {}),
        ("an axiom", &|w| w.axiom("Eq u", eq).unwrap()),
        ("a definition", &|w| {
            w.ind("True", 0, "Prop", &[("True.intro", "True")]).unwrap();
            w.def("Eq u", eq, "(fun (A (sort u)) (a A) (b A) True)").unwrap();
        }),
        ("all equal", &|w| {
            w.ind("Eq u", 1, eq, &[("Eq.refl", "(pi (A (sort u)) (a A) (b A) ((@ Eq u) A a b))")]).unwrap();
        }),
        ("all equal, two parameters", &|w| {
            w.ind("Eq u", 2, eq, &[("Eq.refl", "(pi (A (sort u)) (a A) (b A) ((@ Eq u) A a b))")]).unwrap();
        }),
        ("a constructor more", &|w| {
            let all = "(pi (A (sort u)) (a A) (b A) ((@ Eq u) A a b))";
            w.ind("Eq u", 2, eq, &[("Eq.refl", refl), ("Eq.all", all)]).unwrap();
        }),
        ("no constructor", &|w| w.ind("Eq u", 2, eq, &[]).unwrap()),
        ("another name", &|w| w.ind("Eq u", 2, eq, &[("Eq.rfl", refl)]).unwrap()),
        ("data", &|w| {
            w.ind("Eq u", 2, "(pi (A (sort u)) (a A) (b A) Type)", &[("Eq.refl", refl)]).unwrap();
        }),
    ];
    for (what, prepare) in fakes {
        let mut w = World::new();
        prepare(&mut w);
        let r = w.add(&Declaration::Quot);
        assert!(matches!(&r, Err(KernelError::Rejected { rule: "quot-eq", .. })), "{what}: {r:?}");
        assert!(!w.env.contains(Name::new("Quot")));
    }
    let mut w = World::new();
    genuine(&mut w);
    w.add(&Declaration::Quot).unwrap();
    // Level parameters may have any name, but there is one.
    let mut w = World::new();
    w.ind(
        "Eq w",
        2,
        "(pi (A (sort w)) (a A) (b A) Prop)",
        &[("Eq.refl", "(pi (A (sort w)) (a A) ((@ Eq w) A a a))")],
    )
    .unwrap();
    w.add(&Declaration::Quot).unwrap();
    let mut w = World::new();
    w.ind("Eq", 2, "(pi (A Type) (a A) (b A) Prop)", &[("Eq.refl", "(pi (A Type) (a A) (Eq A a a))")])
        .unwrap();
    refused(w.add(&Declaration::Quot), "quot-eq");
}

/// Constants that are merely called so do not compute.
#[test]
fn look_alikes_do_not_compute() {
    let mut w = World::prelude();
    w.axiom("Quot u", "(pi (A (sort u)) (r (pi (a A) (b A) Prop)) (sort u))").unwrap();
    w.axiom("Quot.mk u", "(pi (A (sort u)) (r (pi (a A) (b A) Prop)) (a A) ((@ Quot u) A r))").unwrap();
    w.axiom("Quot.lift u v", "(pi (A (sort u)) (r (pi (a A) (b A) Prop)) (B (sort v)) (f (pi (a A) B)) (h True) (q ((@ Quot u) A r)) B)")
        .unwrap();
    let e = "((@ Quot.lift 1 1) Nat (fun (a Nat) (b Nat) True) Nat (fun (a Nat) a) True.intro ((@ Quot.mk 1) Nat (fun (a Nat) (b Nat) True) 3))";
    w.check(e).unwrap();
    assert!(w.is_stuck(e));
    refused(w.add(&Declaration::Quot), "already-declared");
}
