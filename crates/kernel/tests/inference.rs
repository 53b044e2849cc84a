//! Type inference: each rule with a term one edit away that has no type.

mod common;
use common::{World, refused};
use turnstile_kernel::*;

#[test]
fn sorts_and_constants() {
    let w = World::prelude();
    assert!(w.has_type("Prop", "Type") && w.has_type("(sort u)", "(sort (succ u))"));
    assert!(!w.has_type("Type", "Type"));
    assert!(w.has_type("(@ List 3)", "(pi (A (sort 4)) (sort 4))"));
    assert!(!w.has_type("(@ List 3)", "(pi (A (sort 3)) (sort 4))"));
}

#[test]
fn variables() {
    let w = World::prelude();
    let mut tc = TypeChecker::new(&w.env, &w.st);
    refused(tc.check(w.st.bvar(0)), "loose-variable");
    let id = w.st.fresh_fvar();
    refused(tc.check(w.st.fvar(id)), "unknown-local");
    refused(tc.infer(w.st.fvar(id)), "unknown-local");
    tc.declare_local(id, w.term("Nat"), None);
    tc.check(w.st.fvar(id)).unwrap();
    refused(tc.check(w.st.mvar(w.st.fresh_mvar())), "metavariable");
    refused(w.check("missing"), "unknown-constant");
}

/// A local with another type is another local, and what was found out about the first is forgotten.
#[test]
fn locals_are_not_confused() {
    let w = World::prelude();
    let both = |second: &str| {
        format!(
            "((fun (f (pi (x Nat) Nat)) (g (pi (x Bool) Bool)) 0) (fun (x Nat) ((fun (y Nat) y) x)) (fun (x Bool) {second}))"
        )
    };
    w.check(&both("((fun (y Bool) y) x)")).unwrap();
    refused(w.check(&both("((fun (y Nat) y) x)")), "argument-type");
    let mut tc = TypeChecker::new(&w.env, &w.st);
    let id = w.st.fresh_fvar();
    let succ = w.st.app(w.term("Nat.succ"), w.st.fvar(id));
    tc.declare_local(id, w.term("Nat"), None);
    tc.check(succ).unwrap();
    tc.declare_local(id, w.term("Bool"), None);
    refused(tc.check(succ), "argument-type");
    // A local definition is its value, until it is declared again.
    tc.declare_local(id, w.term("Nat"), Some(w.term("3")));
    assert!(tc.def_eq(succ, w.term("4")).unwrap());
    tc.declare_local(id, w.term("Nat"), None);
    assert!(!tc.def_eq(succ, w.term("4")).unwrap());
}

#[test]
fn applications() {
    let mut w = World::prelude();
    w.def("Arrow", "Type", "(pi (n Nat) Nat)").unwrap();
    w.axiom("f", "Arrow").unwrap();
    w.axiom("n", "Nat").unwrap();
    assert!(w.has_type("(f n)", "Nat"));
    refused(w.check("(n n)"), "function-expected");
    refused(w.check("(f n n)"), "function-expected");
    refused(w.check("(f Bool.true)"), "argument-type");
    refused(w.check("(Prop n)"), "function-expected");
    // The result's type has the argument in it.
    w.axiom("v", "(pi (A Type) (n Nat) ((@ Eq 1) Nat n n))").unwrap();
    assert!(w.has_type("(v Nat 3)", "((@ Eq 1) Nat 3 3)"));
    assert!(!w.has_type("(v Nat 3)", "((@ Eq 1) Nat 3 4)"));
    // An argument that is never looked at.
    refused(w.check("((fun (A Type) (x A) 0) Nat Bool.true)"), "argument-type");
    // The function itself is checked.
    refused(w.check("((fun (x (Nat.succ Bool.true)) 0) n)"), "argument-type");
}

#[test]
fn binders() {
    let mut w = World::prelude();
    w.def("S", "(sort 3)", "(sort 2)").unwrap();
    w.def("N", "Type", "Nat").unwrap();
    // The type of the binder's type evaluates to a sort.
    w.axiom("T", "((fun (s S) s) Type)").unwrap();
    w.check("(fun (x T) x)").unwrap();
    w.check("(pi (x T) Nat)").unwrap();
    w.axiom("n", "N").unwrap();
    refused(w.check("(fun (x n) x)"), "type-expected");
    refused(w.check("(pi (x n) Nat)"), "type-expected");
    refused(w.check("(pi (x Nat) x)"), "type-expected");
    refused(w.check("(fun (x Nat) (y x) y)"), "type-expected");
    // The binder's type is checked although the variable is not used.
    refused(w.check("(fun (x ((fun (y Nat) Nat) Bool.true)) 0)"), "argument-type");
}

/// `∀ x : A, B` lives in the `imax` of the two universes.
#[test]
fn universes_of_functions() {
    let w = World::prelude();
    assert!(w.has_type("(pi (n Nat) True)", "Prop"));
    assert!(w.has_type("(pi (P Prop) P)", "Prop"));
    assert!(w.has_type("(pi (P Prop) Nat)", "Type"));
    assert!(w.has_type("(pi (A Type) A)", "(sort 2)") && !w.has_type("(pi (A Type) A)", "Type"));
    assert!(w.has_type("(pi (A (sort 7)) True)", "Prop"));
    assert!(w.has_type(
        "(pi (A (sort u)) (B (sort v)) (a A) B)",
        "(sort (imax (succ u) (imax (succ v) (imax u v))))"
    ));
    assert!(!w.has_type(
        "(pi (A (sort u)) (B (sort v)) (a A) B)",
        "(sort (max (succ u) (max (succ v) (max u v))))"
    ));
    assert!(w.has_type("(pi (A (sort u)) (a A) True)", "Prop"));
}

#[test]
fn lets() {
    let w = World::prelude();
    // The body is checked with the value in place of the variable.
    assert!(w.has_type("(let A Type Nat ((fun (x A) x) 0))", "Nat"));
    refused(w.check("((fun (A Type) ((fun (x A) x) 0)) Nat)"), "argument-type");
    refused(w.check("(let A Type Bool ((fun (x A) x) 0))"), "argument-type");
    refused(w.check("(let x Nat Bool.true 0)"), "let-type");
    refused(w.check("(let x 0 0 0)"), "type-expected");
    refused(w.check("(let x Nat (Nat.succ Bool.true) 0)"), "argument-type");
    assert!(w.has_type("(let n Nat 3 ((@ Eq.refl 1) Nat n))", "((@ Eq 1) Nat 3 3)"));
}

#[test]
fn literals_need_their_types() {
    let w = World::prelude();
    assert!(w.has_type("3", "Nat"));
    refused(World::new().check("3"), "nat-literal");
    refused(w.check("\"a\""), "string-literal");
    let mut late = World::new();
    late.axiom("Nat", "Type").unwrap();
    refused(late.check("3"), "nat-literal");
}

/// Checking an argument under `eagerReduce` leaves the mode behind, also when the argument is refused.
#[test]
fn eager_mode_ends_with_its_argument() {
    let mut w = World::prelude();
    w.def("eagerReduce u", "(pi (A (sort u)) (a A) A)", "(fun (A (sort u)) (a A) a)").unwrap();
    w.axiom("f", "(pi (h ((@ Eq 1) Bool Bool.true Bool.true)) (n Nat) Nat)").unwrap();
    let refl = |b: &str| format!("((@ eagerReduce 0) ((@ Eq 1) Bool {b} {b}) ((@ Eq.refl 1) Bool {b}))");
    w.check(&format!("(f {} 0)", refl("Bool.true"))).unwrap();
    refused(w.check(&format!("(f {} 0)", refl("Bool.false"))), "argument-type");
    refused(w.check(&format!("(f {} Bool.true)", refl("Bool.true"))), "argument-type");
    // In one checker: the refusal does not turn the mode on for what follows, nor the other way round.
    let mut tc = TypeChecker::new(&w.env, &w.st);
    for _ in 0..2 {
        assert!(tc.check(w.term(&format!("(f {} 0)", refl("Bool.false")))).is_err());
        tc.check(w.term(&format!("(f {} 0)", refl("Bool.true")))).unwrap();
    }
    // An axiom of that name asks for the mode too, and proves nothing by it.
    let mut fake = World::prelude();
    fake.axiom("eagerReduce u", "(pi (A (sort u)) (a A) A)").unwrap();
    fake.axiom("f", "(pi (h ((@ Eq 1) Nat 2 3)) Nat)").unwrap();
    refused(fake.check("(f ((@ eagerReduce 0) ((@ Eq 1) Nat 2 2) ((@ Eq.refl 1) Nat 2)))"), "argument-type");
}

/// What was inferred without checking does not count as checked.
#[test]
fn inferring_is_not_checking() {
    let w = World::prelude();
    let mut tc = TypeChecker::new(&w.env, &w.st);
    let e = w.term("((fun (x Nat) x) Bool.true)");
    assert!(tc.infer(e).is_ok());
    refused(tc.check(e), "argument-type");
    assert!(tc.infer(e).is_ok());
    refused(tc.check(e), "argument-type");
}

/// Alpha-equivalent terms have one type, and binder names never capture.
#[test]
fn bound_names_mean_nothing() {
    let w = World::prelude();
    assert!(w.def_eq("(fun (x Nat) (y Nat) x)", "(fun (y Nat) (x Nat) y)"));
    assert!(!w.def_eq("(fun (x Nat) (y Nat) x)", "(fun (x Nat) (x Nat) x)"));
    let st = &w.st;
    let k = w.term("(fun (x Nat) (y Nat) x)");
    let (x, nat) = (st.fresh_fvar(), w.term("Nat"));
    let mut tc = TypeChecker::new(&w.env, st);
    tc.declare_local(x, nat, None);
    // `k y` for a local that happens to be called like a binder of `k`.
    let got = tc.whnf(st.app(k, st.fvar(x))).unwrap();
    let constant = st.lam(Binder::new(Name::new("z")), nat, st.fvar(x));
    assert!(st.alpha_eq(got, constant));
}
