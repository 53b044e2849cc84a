//! Nat functions on numerals: run only after their definitions are verified, and then right.

mod common;
use common::World;
use proptest::prelude::*;
use turnstile_kernel::*;

const BINARY: &str = "(pi (x Nat) (y Nat) Nat)";
const TEST: &str = "(pi (x Nat) (y Nat) Bool)";

fn rec(motive: &str, zero: &str, succ: &str, major: &str) -> String {
    format!("((@ Nat.rec 1) (fun (n Nat) {motive}) {zero} {succ} {major})")
}

/// A function by recursion on its second argument.
fn by_second(zero: &str, step: &str) -> String {
    format!("(fun (x Nat) (y Nat) {})", rec("Nat", zero, &format!("(fun (n Nat) (r Nat) {step})"), "y"))
}

/// A comparison by recursion on both arguments.
fn comparison(zero_succ: &str) -> String {
    let at_zero = format!(
        "(fun (y Nat) {})",
        rec("Bool", "Bool.true", &format!("(fun (n Nat) (r Bool) {zero_succ})"), "y")
    );
    let at_succ = format!(
        "(fun (m Nat) (f (pi (y Nat) Bool)) (fun (y Nat) {}))",
        rec("Bool", "Bool.false", "(fun (n Nat) (r Bool) (f n))", "y")
    );
    format!("(fun (x Nat) {})", rec("(pi (y Nat) Bool)", &at_zero, &at_succ, "x"))
}

/// `fun f => rec on f` with two more arguments.
fn fuelled(zero: &str, step: &str) -> String {
    let at_zero = format!("(fun (x Nat) (y Nat) {zero})");
    let at_succ = format!("(fun (f Nat) (go {BINARY}) (fun (x Nat) (y Nat) {step}))");
    format!("(fun (f Nat) {})", rec(BINARY, &at_zero, &at_succ, "f"))
}

fn if_then_else(c: &str, yes: &str, no: &str) -> String {
    format!("((@ cond 1) Nat {c} {yes} {no})")
}

fn world() -> World {
    world_with_division("(Nat.succ (go (Nat.sub x y) y))", "Nat.zero")
}

/// All functions as the library defines them, except for the two branches of division.
fn world_with_division(quotient: &str, rest: &str) -> World {
    let mut w = World::prelude();
    w.def(
        "cond u",
        "(pi (A (sort u)) (c Bool) (x A) (y A) A)",
        "(fun (A (sort u)) (c Bool) (x A) (y A) ((@ Bool.rec u) (fun (b Bool) A) y x c))",
    )
    .unwrap();
    w.def(
        "and",
        "(pi (a Bool) (b Bool) Bool)",
        "(fun (a Bool) (b Bool) ((@ Bool.rec 1) (fun (c Bool) Bool) Bool.false b a))",
    )
    .unwrap();
    w.def(
        "Nat.pred",
        "(pi (n Nat) Nat)",
        &format!("(fun (n Nat) {})", rec("Nat", "0", "(fun (m Nat) (r Nat) m)", "n")),
    )
    .unwrap();
    w.def("Nat.add", BINARY, &by_second("x", "(Nat.succ r)")).unwrap();
    w.def("Nat.sub", BINARY, &by_second("x", "(Nat.pred r)")).unwrap();
    w.def("Nat.mul", BINARY, &by_second("Nat.zero", "(Nat.add r x)")).unwrap();
    w.def("Nat.pow", BINARY, &by_second("(Nat.succ Nat.zero)", "(Nat.mul r x)")).unwrap();
    w.def("Nat.beq", TEST, &comparison("Bool.false")).unwrap();
    w.def("Nat.ble", TEST, &comparison("Bool.true")).unwrap();
    let more = "(and (Nat.ble (Nat.succ Nat.zero) y) (Nat.ble y x))";
    w.def(
        "Nat.divFuel",
        "(pi (f Nat) (x Nat) (y Nat) Nat)",
        &fuelled("Nat.zero", &if_then_else(more, quotient, rest)),
    )
    .unwrap();
    w.def("Nat.div", BINARY, "(fun (x Nat) (y Nat) (Nat.divFuel x x y))").unwrap();
    w.def(
        "Nat.modFuel",
        "(pi (f Nat) (x Nat) (y Nat) Nat)",
        &fuelled("x", &if_then_else(more, "(go (Nat.sub x y) y)", "x")),
    )
    .unwrap();
    w.def("Nat.mod", BINARY, "(fun (x Nat) (y Nat) (Nat.modFuel x x y))").unwrap();
    w.def(
        "Nat.gcdFuel",
        "(pi (f Nat) (x Nat) (y Nat) Nat)",
        &fuelled("y", &if_then_else("(Nat.beq x Nat.zero)", "y", "(go (Nat.mod y x) x)")),
    )
    .unwrap();
    w.def("Nat.gcd", BINARY, "(fun (m Nat) (n Nat) (Nat.gcdFuel m m n))").unwrap();
    w
}

#[test]
fn the_usual_definitions_are_recognised() {
    let w = world();
    for f in ["add", "sub", "mul", "pow", "beq", "ble", "div", "mod", "gcd"] {
        assert!(w.accelerated(&format!("Nat.{f}")), "{f}");
    }
    assert!(w.def_eq("(Nat.mul 123456789123 987654321987)", "121932631355968601347401"));
    assert!(w.def_eq("(Nat.div 1000000007 10)", "100000000"));
    assert!(w.def_eq("(fun (x Nat) (Nat.add x (Nat.pow 2 3)))", "(fun (x Nat) (Nat.add x 8))"));
}

/// Definitions one edit away from the right ones: they are accepted as definitions, and not run.
#[test]
fn other_functions_of_the_same_names_are_not_run() {
    let wrong: [(&str, &str, String); 6] = [
        ("Nat.add", BINARY, by_second("x", "r")),
        ("Nat.add", BINARY, by_second("(Nat.succ x)", "(Nat.succ r)")),
        ("Nat.add", BINARY, "(fun (x Nat) (y Nat) 0)".into()),
        ("Nat.sub", BINARY, by_second("x", "r")),
        ("Nat.beq", TEST, comparison("Bool.true")),
        ("Nat.ble", TEST, comparison("Bool.false")),
    ];
    for (n, ty, value) in wrong {
        let mut w = World::prelude();
        w.def(
            "Nat.pred",
            "(pi (n Nat) Nat)",
            &format!("(fun (n Nat) {})", rec("Nat", "0", "(fun (m Nat) (r Nat) m)", "n")),
        )
        .unwrap();
        w.def(n, ty, &value).unwrap();
        assert!(!w.accelerated(n), "{n} := {value}");
    }
    for (quotient, rest) in
        [("(Nat.succ (Nat.succ (go (Nat.sub x y) y)))", "Nat.zero"), ("(go (Nat.sub x y) y)", "x")]
    {
        let w = world_with_division(quotient, rest);
        assert!(w.accelerated("Nat.mod") && w.accelerated("Nat.gcd") && !w.accelerated("Nat.div"));
    }
    // An axiom of the right type is not a function to run.
    let mut w = World::prelude();
    w.axiom("Nat.add", BINARY).unwrap();
    assert!(!w.accelerated("Nat.add"));
    assert!(!w.def_eq("(Nat.add 1 1)", "2"));
}

#[test]
fn large_numbers_end_in_resource_errors() {
    let w = world();
    let mut tc = TypeChecker::new(&w.env, &w.st);
    let e = w.term("(Nat.pow (Nat.pow 2 16777216) 16777216)");
    assert!(matches!(tc.whnf(e), Err(KernelError::Resource(_))));
    let tower = w.term("(Nat.pow 2 (Nat.pow 2 (Nat.pow 2 100)))");
    let mut tc = TypeChecker::new(&w.env, &w.st);
    tc.set_steps(100_000);
    let _ = tc.whnf(tower);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]
    /// The fast functions against the recursive specification, on big numbers.
    #[test]
    fn results_satisfy_the_specification(a in any::<[u64; 3]>(), b in any::<[u64; 2]>(), small in 0u32..40) {
        let w = world();
        let num = |ws: &[u64]| ws.iter().fold(BigUint::from(0u8), |n, w| (n << 64) + *w);
        let (a, b) = (num(&a), num(&b));
        let run = |f: &str, x: &BigUint, y: &BigUint| {
            let mut tc = TypeChecker::new(&w.env, &w.st);
            let e = w.st.apps(w.st.const0(f), &[w.st.nat(x.clone()), w.st.nat(y.clone())]);
            let v = tc.whnf(e).unwrap();
            match w.st.node(v) { Node::Nat(n) => (*w.st.nat_value(n)).clone(), _ => panic!("{f} is stuck") }
        };
        let zero = BigUint::from(0u8);
        prop_assert_eq!(run("Nat.sub", &run("Nat.add", &a, &b), &b), a.clone());
        prop_assert_eq!(run("Nat.sub", &b, &run("Nat.add", &a, &b)), zero.clone());
        let (q, r) = (run("Nat.div", &a, &b), run("Nat.mod", &a, &b));
        prop_assert_eq!(run("Nat.add", &run("Nat.mul", &q, &b), &r), a.clone());
        if b != zero { prop_assert!(r < b); }
        let g = run("Nat.gcd", &a, &b);
        if g != zero {
            prop_assert_eq!(run("Nat.mod", &a, &g), zero.clone());
            prop_assert_eq!(run("Nat.mod", &b, &g), zero.clone());
            let coprime = run("Nat.gcd", &run("Nat.div", &a, &g), &run("Nat.div", &b, &g));
            prop_assert_eq!(coprime, BigUint::from(1u8));
        }
        let (e, e1) = (BigUint::from(small), BigUint::from(small + 1));
        prop_assert_eq!(run("Nat.pow", &a, &e1), run("Nat.mul", &run("Nat.pow", &a, &e), &a));
        prop_assert_eq!(run("Nat.div", &a, &zero), zero.clone());
        prop_assert_eq!(run("Nat.mod", &a, &zero), a);
    }

    /// The fast functions against the definitions themselves, evaluated without them.
    #[test]
    fn results_agree_with_the_definitions(a in 0u64..12, b in 0u64..12) {
        let w = world();
        for f in ["add", "sub", "mul", "div", "mod", "gcd"] {
            let e = w.st.apps(w.st.const0(&format!("Nat.{f}")), &[w.st.nat_u64(a), w.st.nat_u64(b)]);
            let mut slow = e;
            let mut tc = TypeChecker::new(&w.env, &w.st);
            let fast = tc.whnf(e).unwrap();
            // `whnf_core` of the unfolded body runs the recursors.
            slow = w.st.replace(slow, |x, _| {
                let (n, _) = w.st.as_const(x)?;
                w.env.get(n)?.value()
            });
            let slow = tc.whnf_core(slow).unwrap();
            prop_assert!(tc.def_eq(slow, fast).unwrap(), "{} {} {}", f, a, b);
        }
    }
}

/// Numerals are charged by their size, so that the step budget bounds memory.
#[test]
fn a_large_numeral_costs_its_size() {
    let w = world();
    let motive = "(fun (n Nat) Nat)";
    let words = 1u64 << 14;
    for e in [
        format!("(Nat.pow 2 {})", words * 64),
        format!("((@ Nat.rec 1) {motive} 0 (fun (n Nat) (r Nat) n) (Nat.pow 2 {}))", words * 32),
        format!("(Nat.succ (Nat.pow 2 {}))", words * 32),
    ] {
        let mut tc = TypeChecker::new(&w.env, &w.st);
        let before = tc.steps_left();
        tc.whnf(w.term(&e)).unwrap();
        assert!(before - tc.steps_left() > words, "{e}");
    }
    // Recursion over a numeral far beyond the budget ends soon, with little memory.
    let mut w = world();
    w.env.set_step_limit(1_000_000);
    let rec = format!("((@ Nat.rec 1) {motive} 0 (fun (n Nat) (r Nat) r) (Nat.pow 2 {}))", words * 64);
    let r = w.def("e", &format!("((@ Eq 1) Nat {rec} 0)"), "((@ Eq.refl 1) Nat 0)");
    assert!(matches!(r, Err(KernelError::Resource(_))), "{r:?}");
}

/// A function of numerals is run also where the other side is open, and unfolding it would count in unary.
#[test]
fn functions_run_beside_open_terms() {
    let mut w = world();
    w.def("pick", "(pi (a Nat) (n Nat) Nat)", "(fun (a Nat) (n Nat) n)").unwrap();
    w.env.set_step_limit(20_000);
    let eq = |l: &str, r: &str| format!("(pi (a Nat) ((@ Eq 1) Nat {l} {r}))");
    let refl = |l: &str| format!("(fun (a Nat) ((@ Eq.refl 1) Nat {l}))");
    let quotient = "(Nat.div 95367431640625 1000)";
    for (name, other, right) in [
        ("a", "(pick a 95367431640)", true),
        ("b", "(pick a 95367431641)", false),
        ("c", "(pick (Nat.succ a) (Nat.div 95367431640625 1000))", true),
    ] {
        assert_eq!(w.thm(name, &eq(quotient, other), &refl(quotient)).is_ok(), right, "{name}");
        assert_eq!(
            w.thm(&format!("{name}'"), &eq(other, quotient), &refl(quotient)).is_ok(),
            right,
            "{name}"
        );
    }
    common::refused(w.thm("wrong", &eq(quotient, "(pick a 1)"), &refl(quotient)), "declared-type");
}
