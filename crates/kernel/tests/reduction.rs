//! Evaluation: each rule where it applies, and one edit away, where the term must stay as it is.

mod common;
use common::World;
use turnstile_kernel::*;

const PAIR: &str = "((@ Prod.mk 0 0) Nat Nat 1 2)";
const NN: &str = "((@ Prod 0 0) Nat Nat)";

#[test]
fn beta_and_let() {
    let w = World::prelude();
    let is = |e: &str, v: &str| w.whnf(e) == w.st.alpha(w.term(v));
    assert!(is("((fun (x Nat) (y Nat) x) 1 2)", "1"));
    assert!(is("((fun (x Nat) (y Nat) y) 1 2)", "2"));
    assert!(is("((fun (f (pi (x Nat) (y Nat) Nat)) (f 1)) (fun (x Nat) (y Nat) y) 2)", "2"));
    assert!(is("(let x Nat 1 (let y Nat x ((fun (z Nat) z) y)))", "1"));
    assert!(is("((let f (pi (x Nat) Nat) (fun (x Nat) x) f) 3)", "3"));
    // Weak head: nothing under a binder, nothing in an argument.
    assert!(w.is_stuck("(fun (x Nat) ((fun (y Nat) y) x))"));
    assert!(w.is_stuck("(f ((fun (y Nat) y) 1))"));
}

#[test]
fn delta() {
    let mut w = World::prelude();
    w.def("d", "Nat", "3").unwrap();
    w.opaque("o", "Nat", "3").unwrap();
    w.axiom("a", "Nat").unwrap();
    w.thm("t", "(And True True)", "(And.intro True True True.intro True.intro)").unwrap();
    assert_eq!(w.whnf("d"), w.term("3"));
    assert!(w.is_stuck("o") && w.is_stuck("a"));
    assert!(!w.is_stuck("t"));
    assert!(!w.def_eq("o", "d") && !w.def_eq("a", "d"));
}

#[test]
fn projections() {
    let mut w = World::prelude();
    w.axiom("p", NN).unwrap();
    w.def("mk", &format!("(pi (n Nat) {NN})"), "(fun (n Nat) ((@ Prod.mk 0 0) Nat Nat n 2))").unwrap();
    w.opaque("hidden", NN, PAIR).unwrap();
    assert_eq!(w.whnf(&format!("(proj Prod 0 {PAIR})")), w.term("1"));
    assert_eq!(w.whnf(&format!("(proj Prod 1 {PAIR})")), w.term("2"));
    assert_eq!(w.whnf("(proj Prod 0 (mk 7))"), w.term("7"));
    // A stuck structure stays as it was written.
    assert!(w.is_stuck("(proj Prod 0 p)") && w.is_stuck("(proj Prod 0 hidden)"));
    assert!(w.is_stuck("(proj Prod 0 ((fun (x Nat) p) 1))"));
    // The constructor of another structure, a missing field, a constructor with too few arguments.
    assert!(w.is_stuck(&format!("(proj And 0 {PAIR})")));
    assert!(w.is_stuck("(proj Prod 0 (And.intro True True True.intro True.intro))"));
    assert!(w.is_stuck(&format!("(proj Prod 2 {PAIR})")));
    assert!(w.is_stuck("(proj Prod 1 ((@ Prod.mk 0 0) Nat Nat 1))"));
    assert!(w.is_stuck("(proj Prod 0 (@ Prod.mk 0 0))"));
    // A projection that is a function.
    let with_function = "((@ Prod.mk 0 0) (pi (n Nat) Nat) Nat (fun (n Nat) (Nat.succ n)) 2)";
    assert!(w.def_eq(&format!("((proj Prod 0 {with_function}) 4)"), "5"));
}

fn rec(major: &str) -> String {
    format!("((@ Nat.rec 1) (fun (n Nat) Nat) 10 (fun (n Nat) (r Nat) (Nat.succ (Nat.succ r))) {major})")
}

#[test]
fn recursors() {
    let mut w = World::prelude();
    w.axiom("x", "Nat").unwrap();
    w.def("two", "Nat", "(Nat.succ (Nat.succ Nat.zero))").unwrap();
    for (major, value) in
        [("0", "10"), ("Nat.zero", "10"), ("3", "16"), ("two", "14"), ("(Nat.succ 2)", "16")]
    {
        assert!(w.def_eq(&rec(major), value), "{major}");
        assert!(!w.def_eq(&rec(major), "11"), "{major}");
    }
    assert!(w.is_stuck(&rec("x")));
    assert!(w.def_eq(&rec("(Nat.succ x)"), &format!("(Nat.succ (Nat.succ {}))", rec("x"))));
    // Without its major premise a recursor waits.
    assert!(w.is_stuck(&rec("")));
    // Arguments after the major premise.
    let into_functions = |n: &str| {
        format!(
            "((@ Nat.rec 1) (fun (n Nat) (pi (b Bool) Nat)) (fun (b Bool) 1) \
             (fun (n Nat) (r (pi (b Bool) Nat)) (fun (b Bool) (Nat.succ (r b)))) {n} Bool.true)"
        )
    };
    assert!(w.def_eq(&into_functions("2"), "3") && !w.def_eq(&into_functions("2"), "2"));
    // A value that is no constructor's: the fields would be missing.
    assert!(w.is_stuck(&rec("Nat.succ")));
}

/// The rule is the one of the constructor's name, wherever it stands.
#[test]
fn rules_are_found_by_constructor() {
    let mut w = World::prelude();
    w.ind("D", 0, "Type", &[("D.c", "D"), ("D.a", "(pi (n Nat) D)"), ("D.b", "(pi (n Nat) (m Nat) D)")])
        .unwrap();
    let case =
        |d: &str| format!("((@ D.rec 1) (fun (d D) Nat) 100 (fun (n Nat) n) (fun (n Nat) (m Nat) m) {d})");
    assert!(
        w.def_eq(&case("D.c"), "100") && w.def_eq(&case("(D.a 7)"), "7") && w.def_eq(&case("(D.b 8 9)"), "9")
    );
    assert!(w.is_stuck(&case("Nat.zero")) && w.is_stuck(&case("Bool.true")));
}

/// Eta in the place of a major premise: structures only, and never a proof.
#[test]
fn structure_eta_on_majors() {
    let mut w = World::prelude();
    w.axiom("p", NN).unwrap();
    let prod = "((@ Prod.rec 1 0 0) Nat Nat (fun (q ((@ Prod 0 0) Nat Nat)) Nat) (fun (a Nat) (b Nat) b) p)";
    assert!(w.def_eq(prod, "(proj Prod 1 p)") && !w.def_eq(prod, "(proj Prod 0 p)"));
    // A proof.
    w.axiom("h", "(And True True)").unwrap();
    assert!(
        w.is_stuck("((@ And.rec 1) True True (fun (t (And True True)) Nat) (fun (a True) (b True) 0) h)")
    );
    assert!(w.def_eq(
        "((@ And.rec 1) True True (fun (t (And True True)) Nat) (fun (a True) (b True) 0) (And.intro True True True.intro True.intro))",
        "0"
    ));
    // A proof in disguise.
    w.ind("Box", 0, "(sort (imax 1 0))", &[("Box.mk", "(pi (t True) Box)")]).unwrap();
    w.axiom("box", "Box").unwrap();
    assert!(w.eliminates_largely("Box"));
    assert!(w.is_stuck("((@ Box.rec 1) (fun (t Box) Nat) (fun (a True) 0) box)"));
    assert!(w.def_eq("((@ Box.rec 1) (fun (t Box) Nat) (fun (a True) 0) (Box.mk True.intro))", "0"));
    // A recursive type, a type with an index, a type with two constructors.
    w.ind("R", 0, "Type", &[("R.mk", "(pi (r R) R)")]).unwrap();
    w.axiom("r", "R").unwrap();
    assert!(w.is_stuck("((@ R.rec 1) (fun (t R) Nat) (fun (a R) (ih Nat) 0) r)"));
    w.ind("At", 0, "(pi (n Nat) Type)", &[("At.mk", "(At 0)")]).unwrap();
    w.axiom("at", "(At 0)").unwrap();
    assert!(w.is_stuck("((@ At.rec 1) (fun (n Nat) (t (At n)) Nat) 5 0 at)"));
    w.axiom("b", "Bool").unwrap();
    assert!(w.is_stuck("((@ Bool.rec 1) (fun (t Bool) Nat) 1 2 b)"));
    // The same with a parameter in the place of the index.
    w.ind("Of", 1, "(pi (n Nat) Type)", &[("Of.mk", "(pi (n Nat) (Of n))")]).unwrap();
    w.axiom("of", "(Of 0)").unwrap();
    assert!(w.def_eq("((@ Of.rec 1) 0 (fun (t (Of 0)) Nat) 5 of)", "5"));
}

const EQ_REC: &str = "(fun (n Nat) (h ((@ Eq 1) Nat n 2)) ((@ Eq.rec 1 1) Nat n (fun (b Nat) (k ((@ Eq 1) Nat n b)) Nat) 7 2 h))";

/// K needs the constructor to fit: the indices must be convertible, not merely provably equal.
#[test]
fn k() {
    let mut w = World::prelude();
    w.axiom("e", "((@ Eq 1) Nat 2 (Nat.succ 1))").unwrap();
    let cast = |a: &str, b: &str, h: &str| {
        format!("((@ Eq.rec 1 1) Nat {a} (fun (b Nat) (k ((@ Eq 1) Nat {a} b)) Nat) 7 {b} {h})")
    };
    assert!(w.def_eq(&cast("2", "(Nat.succ 1)", "e"), "7"));
    let mut tc = TypeChecker::new(&w.env, &w.st);
    let open = w.term(EQ_REC);
    tc.check(open).unwrap();
    assert!(!tc.def_eq(open, w.term("(fun (n Nat) (h ((@ Eq 1) Nat n 2)) 7)")).unwrap());
    // A type with a field has no K: a proof of it is not taken for its constructor.
    w.ind("H", 0, "Prop", &[("H.mk", "(pi (t True) H)")]).unwrap();
    w.ind("U", 0, "Prop", &[("U.mk", "U")]).unwrap();
    w.axiom("h", "H").unwrap();
    w.axiom("u", "U").unwrap();
    assert!(w.is_stuck("((@ H.rec 1) (fun (t H) Nat) (fun (t True) 0) h)"));
    assert!(w.def_eq("((@ U.rec 1) (fun (t U) Nat) 0 u)", "0"));
}

/// Accessibility has neither K nor eta: recursion over it computes on constructors alone.
#[test]
fn accessibility() {
    let w = with_accessibility();
    assert!(w.is_stuck(&acc_rec("h")));
    assert!(w.def_eq(&acc_rec("((@ Acc.intro 1) Nat r 0 inv)"), "7"));
}

fn with_accessibility() -> World {
    let mut w = World::prelude();
    w.ind("Acc u", 2, "(pi (A (sort u)) (r (pi (x A) (y A) Prop)) (a A) Prop)", &[(
        "Acc.intro",
        "(pi (A (sort u)) (r (pi (x A) (y A) Prop)) (x A) (h (pi (y A) (k (r y x)) ((@ Acc u) A r y))) ((@ Acc u) A r x))",
    )])
    .unwrap();
    w.axiom("r", "(pi (x Nat) (y Nat) Prop)").unwrap();
    w.axiom("h", "((@ Acc 1) Nat r 0)").unwrap();
    w.axiom("inv", "(pi (y Nat) (k (r y 0)) ((@ Acc 1) Nat r y))").unwrap();
    w
}

fn acc_rec(major: &str) -> String {
    format!(
        "((@ Acc.rec 1 1) Nat r (fun (x Nat) (t ((@ Acc 1) Nat r x)) Nat) \
         (fun (x Nat) (h (pi (y Nat) (k (r y x)) ((@ Acc 1) Nat r y))) (ih (pi (y Nat) (k (r y x)) Nat)) 7) 0 {major})"
    )
}

/// Conversion with proof irrelevance is not transitive; whatever was decided before, each question has its own answer.
#[test]
fn answers_do_not_depend_on_history() {
    let mut w = with_accessibility();
    w.def(
        "f",
        "(pi (h ((@ Acc 1) Nat r 0)) Nat)",
        &format!("(fun (h ((@ Acc 1) Nat r 0)) {})", acc_rec("h")),
    )
    .unwrap();
    let (a, b, c) = ("(f h)", "(f ((@ Acc.intro 1) Nat r 0 inv))", "7");
    let questions = [(a, b, true), (b, c, true), (a, c, false), (b, a, true), (c, b, true), (c, a, false)];
    for first in 0..questions.len() {
        let mut tc = TypeChecker::new(&w.env, &w.st);
        for i in 0..2 * questions.len() {
            let (x, y, want) = questions[(first + i) % questions.len()];
            assert_eq!(tc.def_eq(w.term(x), w.term(y)).unwrap(), want, "{x} ≡ {y} after {i} questions");
        }
    }
}

/// What cheap evaluation found during conversion does not stand for full evaluation.
#[test]
fn cheap_results_are_kept_apart() {
    let mut w = World::prelude();
    w.def("mk", &format!("(pi (n Nat) {NN})"), "(fun (n Nat) ((@ Prod.mk 0 0) Nat Nat n n))").unwrap();
    w.axiom("y", "Nat").unwrap();
    let mut tc = TypeChecker::new(&w.env, &w.st);
    let e = w.term("(proj Prod 0 (mk 4))");
    assert!(!tc.def_eq(e, w.term("y")).unwrap());
    assert_eq!(tc.whnf_core(e).unwrap(), w.term("4"));
    assert_eq!(tc.whnf(e).unwrap(), w.term("4"));
    assert!(tc.def_eq(e, w.term("4")).unwrap());
}
