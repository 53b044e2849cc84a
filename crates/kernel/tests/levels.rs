//! Universe levels: comparison, zero tests, and level parameters in declarations.

mod common;
use common::{World, refused};
use turnstile_kernel::level::{is_never_zero, is_zero, leq, level_eq};
use turnstile_kernel::*;

#[test]
fn equal_levels() {
    let w = World::new();
    let equal = |a, b| level_eq(&w.st, w.lvl(a), w.lvl(b));
    for (a, b, other) in [
        ("(imax 1 0)", "0", "1"),
        ("(imax 0 1)", "1", "0"),
        ("(imax 2 1)", "2", "1"),
        ("(imax u 0)", "0", "u"),
        ("(imax u u)", "u", "(succ u)"),
        ("(imax 0 u)", "u", "0"),
        ("(imax 1 u)", "u", "(max 1 u)"),
        ("(imax 2 u)", "(imax 2 u)", "u"),
        ("(imax u (succ v))", "(max u (succ v))", "(max u v)"),
        ("(imax u (max v w))", "(max (imax u v) (imax u w))", "(max u (max v w))"),
        ("(imax u (imax v w))", "(imax (max u v) w)", "(imax u (max v w))"),
        ("(imax (imax u v) v)", "(imax u v)", "(max u v)"),
        ("(max u v)", "(max v u)", "(imax v u)"),
        ("(max u (max v w))", "(max (max u v) w)", "(max u v)"),
        ("(max u u)", "u", "(succ u)"),
        ("(max u (succ u))", "(succ u)", "u"),
        ("(succ (max u v))", "(max (succ u) (succ v))", "(max (succ u) v)"),
        ("(succ (imax u v))", "(succ (imax u v))", "(imax (succ u) (succ v))"),
        ("(max 1 (imax u v))", "(max 1 (imax (max 1 u) v))", "(max 1 (max u v))"),
    ] {
        assert!(equal(a, b) && equal(b, a), "{a} = {b}");
        assert!(!equal(a, other) && !equal(other, a), "{a} ≠ {other}");
    }
}

/// Wherever a successor stands in front of an `imax`, it counts.
#[test]
fn offsets_are_never_dropped() {
    let w = World::new();
    let below = |a, b| leq(&w.st, w.lvl(a), w.lvl(b));
    for (a, b, holds) in [
        ("(succ (imax u v))", "(imax u v)", false),
        ("(imax u v)", "(succ (imax u v))", true),
        ("(succ (imax u v))", "(imax (succ u) v)", false),
        ("(succ (imax u v))", "(imax (succ u) (succ v))", true),
        ("(imax (succ u) (succ v))", "(succ (imax u v))", false),
        ("(succ (succ (imax u v)))", "(succ (imax (succ u) (succ v)))", true),
        ("(succ (succ (imax u v)))", "(succ (imax (succ u) v))", false),
        ("(succ (max u (imax v u)))", "(max u (imax v u))", false),
        ("u", "(imax u v)", false),
        ("v", "(imax u v)", true),
        ("(imax u v)", "(max u v)", true),
        ("(max u v)", "(imax u v)", false),
        ("(imax (succ (imax 1 u)) u)", "u", false),
        ("(imax (imax 1 u) u)", "u", true),
        ("(imax 1 u)", "u", true),
        ("(imax 2 u)", "u", false),
        ("u", "5", false),
        ("0", "u", true),
        ("1", "u", false),
    ] {
        assert_eq!(below(a, b), holds, "{a} ≤ {b}");
    }
}

#[test]
fn zero_in_disguise() {
    let w = World::new();
    let zero = |l| is_zero(&w.st, w.lvl(l));
    let positive = |l| is_never_zero(&w.st, w.lvl(l));
    for l in ["0", "(imax 1 0)", "(max 0 0)", "(imax u (imax v 0))", "(max (imax u 0) (imax 1 0))"] {
        assert!(zero(l) && !positive(l), "{l}");
    }
    for l in ["1", "(imax u 1)", "(max 0 1)", "(max u 1)", "(max (imax u 1) v)", "(imax u (max v 1))"] {
        assert!(!zero(l) && positive(l), "{l}");
    }
    for l in ["u", "(imax 1 u)", "(max u v)", "(max u (imax 1 u))", "(imax u v)"] {
        assert!(!zero(l) && !positive(l), "{l}");
    }
}

#[test]
fn level_parameters_of_declarations() {
    let mut w = World::prelude();
    w.def("ok u v", "(sort (succ (succ (max u v))))", "(sort (succ (max u v)))").unwrap();
    refused(w.def("x u u", "(sort 2)", "Type"), "level-parameter");
    refused(w.def("x u", "(sort 2)", "((fun (A (sort v)) Type) Nat)"), "level-parameter");
    refused(w.def("x u", "(sort 2)", "(let A (sort (imax 1 (max u v))) Nat Type)"), "level-parameter");
    refused(
        w.thm("x u", "True", "((fun (l ((@ List v) Nat)) True.intro) ((@ List.nil v) Nat))"),
        "level-parameter",
    );
    refused(w.ind("T u", 0, "Type", &[("T.mk", "(pi (A (sort v)) (@ T u))")]), "level-parameter");
    refused(w.ind("T u v u", 0, "Type", &[]), "level-parameter");
    refused(w.ind("T u", 0, "(sort v)", &[]), "level-parameter");
}

#[test]
fn level_arguments_are_counted() {
    let mut w = World::prelude();
    w.def("id u", "(pi (A (sort u)) (a A) A)", "(fun (A (sort u)) (a A) a)").unwrap();
    w.check("((@ id 1) Nat 0)").unwrap();
    for e in
        ["(@ id)", "(@ id 1 1)", "(@ Nat 0)", "(@ Nat.rec)", "(@ Nat.rec 1 1)", "(@ Nat.succ 0)", "(@ Eq)"]
    {
        refused(w.check(e), "level-arguments");
    }
    // Evaluation meets the wrong number and stops: it neither panics nor unfolds.
    assert!(w.is_stuck("((@ id) Nat 0)") && w.is_stuck("((@ id 1 1) Nat 0)"));
    assert!(!w.is_stuck("((@ id 1) Nat 0)"));
    let rec =
        |levels: &str| format!("((@ Nat.rec {levels}) (fun (n Nat) Nat) 5 (fun (n Nat) (r Nat) r) Nat.zero)");
    assert!(w.is_stuck(&rec("")) && w.is_stuck(&rec("1 1")) && !w.is_stuck(&rec("1")));
    let mut tc = TypeChecker::new(&w.env, &w.st);
    let wrong = tc.def_eq(w.term("((@ id 1 1) Nat 0)"), w.term("0"));
    assert!(!matches!(wrong, Ok(true)), "{wrong:?}");
}

/// A sort is below a larger one only; there is no type of all types.
#[test]
fn sorts_are_a_strict_tower() {
    let mut w = World::prelude();
    w.def("ok", "(sort 2)", "Type").unwrap();
    refused(w.def("x", "Type", "Type"), "declared-type");
    refused(w.def("x u", "(sort u)", "(sort u)"), "declared-type");
    refused(w.def("x u v", "(sort (succ (imax u v)))", "(sort (max u v))"), "declared-type");
    refused(w.def("x u", "(sort (imax 1 u))", "(sort u)"), "declared-type");
    // A type is not a type of the next universe by itself.
    refused(w.def("x", "(sort 2)", "Nat"), "declared-type");
    // Lowering a universe through an `imax` whose offset is lost would be one.
    w.axiom("A u", "(sort (succ u))").unwrap();
    refused(w.def("low u v", "(sort (imax (succ u) v))", "(@ A (imax u v))"), "declared-type");
    w.def("kept u v", "(sort (succ (imax u v)))", "(@ A (imax u v))").unwrap();
}

/// A maximum of very many parameters is an answer or an error, in little memory.
#[test]
fn wide_levels_are_bounded() {
    let st = Store::new();
    let chain = |from: u32| {
        (0..20_000u32).fold(st.l_zero(), |l, i| {
            let p = st.l_param(Name::anon().str(&format!("p{}", (i + from) % 20_000)));
            st.l_max(l, p)
        })
    };
    let env = Environment::default();
    let r = TypeChecker::new(&env, &st).def_eq(st.sort(chain(0)), st.sort(chain(3000)));
    assert!(matches!(r, Ok(true) | Err(KernelError::Resource(_))), "{r:?}");
}

/// Each of many parameters may be zero or not: a comparison that would try all cases gives up.
#[test]
fn many_cases_end_in_a_resource_error() {
    let st = Store::new();
    let p = |i: u32| st.l_param(Name::anon().str(&format!("p{i}")));
    let deep = |n: u32| (0..n).fold(st.l_one(), |l, i| st.l_max(l, st.l_imax(st.l_succ(l), p(i))));
    let (a, b) = (deep(40), st.l_succ(deep(40)));
    let env = Environment::default();
    let r = TypeChecker::new(&env, &st).def_eq(st.sort(a), st.sort(b));
    assert!(matches!(r, Ok(false) | Err(KernelError::Resource(_))), "{r:?}");
}
