//! Evaluation and definitional equality.

mod common;
use common::{World, refused};
use turnstile_kernel::*;

const ADD: &str =
    "(fun (x Nat) (y Nat) ((@ Nat.rec 1) (fun (n Nat) Nat) x (fun (n Nat) (r Nat) (Nat.succ r)) y))";

#[test]
fn beta_delta_iota() {
    let mut w = World::prelude();
    w.def("plus", "(pi (x Nat) (y Nat) Nat)", ADD).unwrap();
    assert!(w.def_eq("(plus 2 3)", "5"));
    assert!(!w.def_eq("(plus 2 3)", "6"));
    assert!(w.def_eq("(fun (x Nat) (plus x 2))", "(fun (x Nat) (Nat.succ (Nat.succ x)))"));
    assert!(!w.def_eq("(fun (x Nat) (plus 2 x))", "(fun (x Nat) (Nat.succ (Nat.succ x)))"));
    assert!(w.def_eq("(fun (x Nat) (plus (plus x 1) 1))", "(fun (x Nat) (plus x 2))"));
}

#[test]
fn functions_have_eta_and_partial_constructors_do_not() {
    let mut w = World::prelude();
    w.axiom("f", "(pi (x Nat) Nat)").unwrap();
    assert!(w.def_eq("f", "(fun (x Nat) (f x))"));
    assert!(w.def_eq("Nat.succ", "(fun (x Nat) (Nat.succ x))"));
    assert!(!w.def_eq("f", "(fun (x Nat) (f (f x)))"));
    // Two functions that agree on all arguments by structure eta only after expansion are not compared that way.
    w.axiom("g", "(pi (x Nat) ((@ Prod 0 0) Nat Nat))").unwrap();
    assert!(!w.def_eq("g", "(fun (x Nat) ((@ Prod.mk 0 0) Nat Nat x x))"));
}

#[test]
fn structures_have_eta() {
    let mut w = World::prelude();
    w.axiom("p", "((@ Prod 0 0) Nat Nat)").unwrap();
    let pair = "((@ Prod.mk 0 0) Nat Nat (proj Prod 0 p) (proj Prod 1 p))";
    assert!(w.def_eq("p", pair) && w.def_eq(pair, "p"));
    assert!(!w.def_eq("p", "((@ Prod.mk 0 0) Nat Nat (proj Prod 1 p) (proj Prod 0 p))"));
    // The recursor sees it as well.
    let fst = "((@ Prod.rec 1 0 0) Nat Nat (fun (q ((@ Prod 0 0) Nat Nat)) Nat) (fun (a Nat) (b Nat) a) p)";
    assert!(w.def_eq(fst, "(proj Prod 0 p)"));
    assert!(w.def_eq("(proj Prod 1 ((@ Prod.mk 0 0) Nat Nat 1 2))", "2"));
}

#[test]
fn unit_types_have_eta() {
    let mut w = World::prelude();
    w.ind("Unit", 0, "Type", &[("Unit.mk", "Unit")]).unwrap();
    w.axiom("a", "Unit").unwrap();
    w.axiom("b", "Unit").unwrap();
    assert!(w.def_eq("a", "b") && w.def_eq("a", "Unit.mk"));
    w.axiom("m", "Bool").unwrap();
    assert!(!w.def_eq("m", "Bool.true"));
}

#[test]
fn proofs_are_irrelevant_and_data_is_not() {
    let mut w = World::prelude();
    w.axiom("P", "Prop").unwrap();
    w.axiom("a", "P").unwrap();
    w.axiom("b", "P").unwrap();
    w.axiom("x", "Nat").unwrap();
    w.axiom("y", "Nat").unwrap();
    assert!(w.def_eq("a", "b") && !w.def_eq("x", "y"));
    assert!(w.def_eq("(fun (h P) (k P) h)", "(fun (h P) (k P) k)"));
    w.def("Alias", "Type", "Prop").unwrap();
    w.axiom("Q", "Alias").unwrap();
    w.axiom("c", "Q").unwrap();
    w.axiom("d", "Q").unwrap();
    assert!(w.def_eq("c", "d"));
}

#[test]
fn k_reduces_where_the_constructor_fits() {
    let mut w = World::prelude();
    w.axiom("x", "Nat").unwrap();
    w.axiom("y", "Nat").unwrap();
    w.axiom("xx", "((@ Eq 1) Nat x x)").unwrap();
    w.axiom("xy", "((@ Eq 1) Nat x y)").unwrap();
    let cast = |rhs: &str, h: &str| {
        format!("((@ Eq.rec 1 1) Nat x (fun (b Nat) (h ((@ Eq 1) Nat x b)) Nat) 7 {rhs} {h})")
    };
    assert!(w.recursor("Eq.rec").k && w.recursor("True.rec").k);
    assert!(!w.recursor("Nat.rec").k && !w.recursor("And.rec").k && !w.recursor("False.rec").k);
    assert!(w.def_eq(&cast("x", "xx"), "7"));
    assert!(!w.def_eq(&cast("y", "xy"), "7"));
}

#[test]
fn quotients_compute() {
    let mut w = World::prelude();
    w.add(&Declaration::Quot).unwrap();
    w.axiom("r", "(pi (a Nat) (b Nat) Prop)").unwrap();
    w.axiom("f", "(pi (a Nat) Nat)").unwrap();
    w.axiom("ok", "(pi (a Nat) (b Nat) (h (r a b)) ((@ Eq 1) Nat (f a) (f b)))").unwrap();
    let lift = |q: &str| format!("((@ Quot.lift 1 1) Nat r Nat f ok {q})");
    assert!(w.def_eq(&lift("((@ Quot.mk 1) Nat r 3)"), "(f 3)"));
    assert!(!w.def_eq(&lift("((@ Quot.mk 1) Nat r 3)"), "(f 4)"));
    w.axiom("q", "((@ Quot 1) Nat r)").unwrap();
    assert!(!w.def_eq(&lift("q"), "(f 3)"));
    refused(w.add(&Declaration::Quot), "already-declared");
    refused(World::new().add(&Declaration::Quot), "quot-eq");
    // Another relation called Eq will not do.
    let mut fake = World::new();
    fake.ind(
        "Eq u",
        1,
        "(pi (A (sort u)) (a A) (b A) Prop)",
        &[("Eq.refl", "(pi (A (sort u)) (a A) (b A) ((@ Eq u) A a b))")],
    )
    .unwrap();
    refused(fake.add(&Declaration::Quot), "quot-eq");
}

#[test]
fn literals_are_constructors() {
    let w = World::prelude();
    assert!(w.def_eq("0", "Nat.zero") && w.def_eq("2", "(Nat.succ (Nat.succ Nat.zero))"));
    assert!(w.def_eq("(Nat.succ 1000000)", "1000001") && !w.def_eq("1", "2") && !w.def_eq("1", "Nat.zero"));
    assert!(w.def_eq("(fun (x Nat) (Nat.succ 3))", "(fun (x Nat) 4)"));
    let mut fake = World::new();
    fake.ind("Nat", 0, "Type", &[("Nat.zero", "Nat"), ("Nat.succ", "(pi (n Nat) (m Nat) Nat)")]).unwrap();
    refused(fake.check("3"), "nat-literal");
    refused(World::prelude().check("\"hi\""), "string-literal");
}

#[test]
fn strings_are_lists_of_characters() {
    let mut w = World::prelude();
    w.ind("Char", 0, "Type", &[("Char.mk", "(pi (n Nat) Char)")]).unwrap();
    w.def("Char.ofNat", "(pi (n Nat) Char)", "Char.mk").unwrap();
    w.ind("String", 0, "Type", &[("String.mk", "(pi (l ((@ List 0) Char)) String)")]).unwrap();
    let cons = |c: u32, t: &str| format!("((@ List.cons 0) Char (Char.ofNat {c}) {t})");
    let nil = "((@ List.nil 0) Char)";
    assert!(w.def_eq("\"\"", &format!("(String.mk {nil})")));
    assert!(w.def_eq("\"é😀\"", &format!("(String.mk {})", cons(233, &cons(128512, nil)))));
    assert!(!w.def_eq("\"a\"", &format!("(String.mk {})", cons(98, nil))));
    assert!(!w.def_eq("\"a\"", "\"b\""));
    // Once String has that constructor, a later function cannot change what a literal means.
    w.def(
        "String.ofList",
        "(pi (l ((@ List 0) Char)) String)",
        &format!("(fun (l ((@ List 0) Char)) (String.mk {nil}))"),
    )
    .unwrap();
    assert!(!w.def_eq("\"a\"", &format!("(String.ofList {})", cons(97, nil))));
    assert!(w.def_eq("(proj String 0 \"a\")", &cons(97, nil)));
}

#[test]
fn structures_in_step_are_compared_by_the_field() {
    let mut w = World::prelude();
    w.def(
        "pair",
        "(pi (a Nat) (b Nat) ((@ Prod 0 0) Nat Nat))",
        "(fun (a Nat) (b Nat) ((@ Prod.mk 0 0) Nat Nat a b))",
    )
    .unwrap();
    assert!(w.def_eq(
        "(fun (x Nat) (y Nat) (proj Prod 0 (pair x y)))",
        "(fun (x Nat) (y Nat) (proj Prod 0 (pair x x)))"
    ));
    assert!(!w.def_eq(
        "(fun (x Nat) (y Nat) (proj Prod 1 (pair x y)))",
        "(fun (x Nat) (y Nat) (proj Prod 1 (pair x x)))"
    ));
}

#[test]
fn eager_reduction_is_local_to_its_argument() {
    let mut w = World::prelude();
    w.def("Nat.add", "(pi (x Nat) (y Nat) Nat)", ADD).unwrap();
    w.def("eagerReduce u", "(pi (A (sort u)) (a A) A)", "(fun (A (sort u)) (a A) a)").unwrap();
    w.axiom("f", "(pi (h ((@ Eq 1) Nat (Nat.add 2 2) 4)) Nat)").unwrap();
    w.check("(f ((@ eagerReduce 0) ((@ Eq 1) Nat 4 4) ((@ Eq.refl 1) Nat 4)))").unwrap();
    refused(w.check("(f ((@ eagerReduce 0) ((@ Eq 1) Nat 5 5) ((@ Eq.refl 1) Nat 5)))"), "argument-type");
}

/// Proofs are compared by their statements before anything in them is evaluated.
#[test]
fn proofs_are_never_evaluated_to_be_compared() {
    let mut w = World::prelude();
    w.def("plus", "(pi (x Nat) (y Nat) Nat)", ADD).unwrap();
    let unary = |n: u32| (0..n).fold("Nat.zero".to_string(), |e, _| format!("(Nat.succ {e})"));
    let proof = |n: u32| format!("((fun (x Nat) True.intro) (plus {} 100000000))", unary(n));
    w.thm("a", "True", &proof(3)).unwrap();
    w.thm("b", "True", &proof(5)).unwrap();
    w.env.set_step_limit(200);
    assert!(w.def_eq("a", "b"));
}

/// Terms that are small as graphs and huge as trees.
#[test]
fn shared_terms_are_linear_work() {
    let w = World::prelude();
    let (st, pair) = (&w.st, |n: &str| w.term(&format!("(@ {n} 0 0)")));
    let (mut e, mut ty) = (w.term("Nat.zero"), w.term("Nat"));
    let mut other = w.term("((fun (x Nat) x) Nat.zero)");
    for _ in 0..300 {
        e = st.apps(pair("Prod.mk"), &[ty, ty, e, e]);
        other = st.apps(pair("Prod.mk"), &[ty, ty, other, other]);
        ty = st.apps(pair("Prod"), &[ty, ty]);
    }
    let mut tc = TypeChecker::new(&w.env, &w.st);
    tc.set_steps(50_000);
    let got = tc.check(e).unwrap();
    assert!(tc.def_eq(got, ty).unwrap());
    assert!(tc.def_eq(e, other).unwrap());
    let lets = (0..100).rev().fold(st.bvar(0), |body, _| {
        let x = st.bvar(0);
        let ty = w.term("Nat");
        let plus = st.apps(w.term("(fun (x Nat) (y Nat) x)"), &[x, x]);
        st.let_(Name::new("x"), ty, plus, body)
    });
    let chain = st.let_(Name::new("x"), w.term("Nat"), w.term("1"), lets);
    tc.check(chain).unwrap();
    assert!(tc.def_eq(chain, w.term("1")).unwrap());
}

/// A projection of what does not become a constructor leaves the structure alone.
#[test]
fn stuck_projections_stay_small() {
    let mut w = World::prelude();
    w.axiom("f", "(pi (p ((@ Prod 0 0) Nat Nat)) ((@ Prod 0 0) Nat Nat))").unwrap();
    w.axiom("p", "((@ Prod 0 0) Nat Nat)").unwrap();
    w.def("g", "(pi (n Nat) ((@ Prod 0 0) Nat Nat))", "(fun (n Nat) (f ((@ Prod.mk 0 0) Nat Nat n n)))")
        .unwrap();
    let deep = |start: &str| (0..60).fold(start.to_string(), |e, _| format!("(proj Prod 0 (g {e}))"));
    w.env.set_step_limit(100_000);
    assert!(
        w.def_eq(&deep("(proj Prod 0 p)"), &deep("(proj Prod 0 ((fun (x ((@ Prod 0 0) Nat Nat)) x) p))"))
    );
    assert!(!w.def_eq(&deep("(proj Prod 0 p)"), &deep("(proj Prod 1 p)")));
}
