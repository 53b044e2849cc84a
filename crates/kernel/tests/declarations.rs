//! What a declaration must satisfy, and typing.

mod common;
use common::{World, refused};
use turnstile_kernel::*;

#[test]
fn values_have_the_declared_type() {
    let mut w = World::prelude();
    w.def("one", "Nat", "(Nat.succ Nat.zero)").unwrap();
    refused(w.def("bad", "Nat", "Bool.true"), "declared-type");
    refused(w.def("bad", "one", "one"), "type-expected");
    refused(w.def("bad", "Nat", "(Nat.succ Bool.true)"), "argument-type");
    refused(w.def("bad", "Nat", "(one one)"), "function-expected");
    refused(w.def("bad", "Nat", "missing"), "unknown-constant");
    assert!(!w.env.contains(Name::new("bad")));
}

#[test]
fn names_and_level_parameters() {
    let mut w = World::prelude();
    w.def("id u", "(pi (A (sort u)) (a A) A)", "(fun (A (sort u)) (a A) a)").unwrap();
    refused(w.axiom("id", "Prop"), "already-declared");
    refused(w.axiom("Nat.rec", "Prop"), "already-declared");
    refused(w.axiom("x u u", "Prop"), "level-parameter");
    refused(w.axiom("x u", "(sort v)"), "level-parameter");
    refused(w.def("x", "(pi (n Nat) Nat)", "((@ id) Nat)"), "level-arguments");
    refused(w.def("x", "(pi (n Nat) Nat)", "((@ id 1 1) Nat)"), "level-arguments");
    refused(w.add(&Declaration::Axiom(ConstantVal { name: Name::anon(), ..w.cval("x", "Prop") })), "name");
}

#[test]
fn a_declaration_does_not_see_itself() {
    let mut w = World::prelude();
    refused(w.thm("loop", "False", "loop"), "unknown-constant");
}

#[test]
fn declarations_are_closed() {
    let mut w = World::prelude();
    let local = w.st.fvar(w.st.fresh_fvar());
    let hole = w.st.mvar(w.st.fresh_mvar());
    let level_hole = w.st.sort(w.st.l_mvar(w.st.fresh_lmvar()));
    let c = w.cval("x", "Nat");
    for (value, rule) in [(local, "free-variable"), (hole, "metavariable"), (level_hole, "metavariable")] {
        for d in [
            Declaration::Definition(c.clone(), value, ReducibilityHint::Abbrev),
            Declaration::Opaque(c.clone(), value),
            Declaration::Axiom(ConstantVal { ty: value, ..c.clone() }),
        ] {
            refused(w.add(&d), rule);
        }
    }
    let loose = w.st.bvar(0);
    refused(w.add(&Declaration::Definition(c, loose, ReducibilityHint::Abbrev)), "loose-variable");
}

#[test]
fn theorems_are_propositions() {
    let mut w = World::prelude();
    refused(w.thm("t", "Nat", "Nat.zero"), "theorem-type");
    w.def("P", "(sort (imax 1 0))", "True").unwrap();
    w.thm("p", "P", "True.intro").unwrap();
    w.thm("t", "True", "True.intro").unwrap();
    // Maybe a proposition is not a proposition.
    refused(w.thm("t2 u", "(pi (A (sort u)) (a A) A)", "(fun (A (sort u)) (a A) a)"), "theorem-type");
}

#[test]
fn lets_are_checked() {
    let mut w = World::prelude();
    w.def("two", "Nat", "(let x Nat (Nat.succ Nat.zero) (Nat.succ x))").unwrap();
    refused(w.def("bad", "Nat", "(let x Nat Bool.true Nat.zero)"), "let-type");
    refused(w.def("bad", "Nat", "(let x Nat.zero Nat.zero Nat.zero)"), "type-expected");
    assert!(w.def_eq("two", "2"));
    w.def("dep", "Nat", "(let A Type Nat ((fun (x A) x) Nat.zero))").unwrap();
}

#[test]
fn unused_parts_are_checked() {
    let w = World::prelude();
    refused(w.check("((fun (x Nat) Nat.zero) (Nat.succ Bool.true))"), "argument-type");
    refused(w.check("(fun (x (Nat.succ Bool.true)) Nat.zero)"), "argument-type");
    refused(w.check("(fun (x Nat.zero) Nat.zero)"), "type-expected");
    refused(w.check("(pi (x Nat.zero) Nat)"), "type-expected");
}

#[test]
fn opaque_values_stay_closed_and_theorems_unfold() {
    let mut w = World::prelude();
    w.opaque("o", "Nat", "Nat.zero").unwrap();
    assert!(!w.def_eq("o", "Nat.zero"));
    w.def("d", "Nat", "Nat.zero").unwrap();
    assert!(w.def_eq("d", "Nat.zero"));
    refused(w.opaque("bad", "Nat", "Bool.true"), "declared-type");
}

#[test]
fn heights_are_computed() {
    let mut w = World::prelude();
    w.def("a", "Nat", "Nat.zero").unwrap();
    w.def("b", "Nat", "(Nat.succ a)").unwrap();
    let lie = Declaration::Definition(
        w.cval("c", "Nat"),
        w.term("(Nat.succ b)"),
        ReducibilityHint::Regular(u32::MAX),
    );
    w.add(&lie).unwrap();
    for (n, h) in [("a", 1), ("b", 2), ("c", 3)] {
        let Some(ConstantInfo::Definition(_, _, hint)) = w.env.get(Name::new(n)).map(|c| &**c) else {
            panic!()
        };
        assert_eq!(*hint, ReducibilityHint::Regular(h));
    }
}

#[test]
fn projections_keep_data_out_of_proofs() {
    let mut w = World::prelude();
    w.thm(
        "left",
        "(pi (a Prop) (b Prop) (h (And a b)) a)",
        "(fun (a Prop) (b Prop) (h (And a b)) (proj And 0 h))",
    )
    .unwrap();
    refused(w.check("(fun (h (And True True)) (proj And 2 h))"), "projection");
    refused(w.check("(fun (h (And True True)) (proj Prod 0 h))"), "projection");
    refused(w.check("(fun (h Nat) (proj Nat 0 h))"), "projection");
    refused(w.check("(fun (h False) (proj False 0 h))"), "projection");
    refused(w.check("(proj And 0 missing)"), "unknown-constant");
    w.ind(
        "Some",
        2,
        "(pi (A Type) (P (pi (a A) Prop)) Prop)",
        &[("Some.intro", "(pi (A Type) (P (pi (a A) Prop)) (w A) (h (P w)) (Some A P))")],
    )
    .unwrap();
    let with = |body: &str| format!("(fun (A Type) (P (pi (a A) Prop)) (h (Some A P)) {body})");
    refused(w.check(&with("(proj Some 0 h)")), "projection");
    refused(w.check(&with("(proj Some 1 h)")), "projection");
    // A proposition in disguise is one.
    w.ind("Box", 0, "(sort (imax 1 0))", &[("Box.mk", "(pi (b Bool) Box)")]).unwrap();
    refused(w.check("(fun (x Box) (proj Box 0 x))"), "projection");
    // Where the structure is a proposition, so is the field: allowed.
    w.ind(
        "PPair u v",
        2,
        "(pi (A (sort u)) (B (sort v)) (sort (max u v)))",
        &[("PPair.mk", "(pi (A (sort u)) (B (sort v)) (a A) (b B) ((@ PPair u v) A B))")],
    )
    .unwrap();
    w.check("(fun (x ((@ PPair 1 0) Nat True)) (proj PPair 0 x))").unwrap();
}

#[test]
fn budgets_end_in_resource_errors() {
    let mut w = World::prelude();
    w.env.set_step_limit(50);
    let e = w.def("x", "Nat", "(Nat.succ (Nat.succ (Nat.succ (Nat.succ ((fun (x Nat) x) Nat.zero)))))");
    assert!(e.is_ok());
    let deep =
        (0..200).fold("Nat.zero".to_string(), |e, i| format!("((fun (x{i} Nat) (Nat.succ x{i})) {e})"));
    assert!(matches!(w.def("y", "Nat", &deep), Err(KernelError::Resource(_))));
}

#[test]
fn deep_terms_do_not_overflow_the_stack() {
    let w = World::prelude();
    let mut e = w.term("Nat.zero");
    let succ = w.term("Nat.succ");
    for _ in 0..20_000 {
        e = w.st.app(succ, e);
    }
    let mut tc = TypeChecker::new(&w.env, &w.st);
    tc.check(e).unwrap();
    assert!(tc.def_eq(e, w.st.nat_u64(20_000)).unwrap());
    for _ in 0..200_000 {
        e = w.st.app(succ, e);
    }
    assert!(matches!(tc.check(e), Err(KernelError::Resource(_))));
    // A tower of definitions under binders.
    let mut f = w.st.bvar(0);
    for _ in 0..20_000 {
        f = w.st.lam(Binder::new(Name::new("x")), w.term("Nat"), f);
    }
    TypeChecker::new(&w.env, &w.st).check(f).unwrap();
}

#[test]
fn axioms_are_traced() {
    let mut w = World::prelude();
    w.axiom("sorryAx u", "(pi (A (sort u)) A)").unwrap();
    w.axiom("choice", "Nat").unwrap();
    w.thm("t", "True", "((@ sorryAx 0) True)").unwrap();
    w.thm("s", "True", "t").unwrap();
    w.def("n", "Nat", "choice").unwrap();
    let names = |n: &str| {
        axioms_of(&w.env, &w.st, Name::new(n)).into_iter().map(|n| n.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(names("s"), ["sorryAx"]);
    assert_eq!(names("n"), ["choice"]);
    assert!(names("Nat").is_empty() && names("List.rec").is_empty());
    assert_eq!(names("nowhere"), ["nowhere"]);
}

#[test]
fn an_environment_clones_and_seals() {
    let mut w = World::prelude();
    let before = w.env.clone();
    w.def("x", "Nat", "Nat.zero").unwrap();
    assert!(!before.contains(Name::new("x")));
    let n = w.env.len();
    w.env.seal();
    assert_eq!(w.env.len(), n);
    assert!(w.env.contains(Name::new("x")) && w.env.contains(Name::new("Nat.rec")));
    let again = Environment::from_snapshot(&w.st, w.env.iter().map(|c| (**c).clone()));
    assert_eq!(again.len(), n);
    assert!(TypeChecker::new(&again, &w.st).check(w.st.nat_u64(3)).is_ok());
}

#[test]
fn environments_go_between_threads() {
    fn shared<T: Send + Sync>() {}
    shared::<Environment>();
    shared::<Frozen>();
    shared::<Declaration>();
    shared::<KernelError>();
}
