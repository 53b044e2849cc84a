//! Literals and the types they need; strings; Nat functions under false colours. See `numerals.rs` for the right ones.

mod common;
use common::{World, refused};
use turnstile_kernel::*;

const BINARY: &str = "(pi (x Nat) (y Nat) Nat)";

/// A numeral needs `Nat` to be exactly what it is.
#[test]
fn false_naturals() {
    let zero = ("Nat.zero", "Nat");
    let succ = ("Nat.succ", "(pi (n Nat) Nat)");
    let nat = |sort: &str, ctors: &[(&str, &str)]| {
        let mut w = World::new();
        w.ind("Nat", 0, sort, ctors).unwrap();
        w
    };
    nat("Type", &[zero, succ]).check("3").unwrap();
    for w in [
        nat("Type", &[zero]),
        nat("Type", &[succ, zero]),
        nat("Type", &[zero, succ, ("Nat.omega", "Nat")]),
        nat("Type", &[zero, ("Nat.succ", "(pi (n Nat) (m Nat) Nat)")]),
        nat("Type", &[("Nat.zero", "(pi (n Nat) Nat)"), succ]),
        nat("Type", &[zero, ("Nat.next", "(pi (n Nat) Nat)")]),
        nat("Prop", &[zero, succ]),
        nat("(sort 2)", &[zero, succ]),
    ] {
        refused(w.check("3"), "nat-literal");
    }
    let mut w = World::new();
    w.ind(
        "Nat",
        1,
        "(pi (A Prop) Type)",
        &[("Nat.zero", "(pi (A Prop) (Nat A))"), ("Nat.succ", "(pi (A Prop) (n (Nat A)) (Nat A))")],
    )
    .unwrap();
    refused(w.check("3"), "nat-literal");
    let mut w = World::new();
    w.ind(
        "Nat u",
        0,
        "(sort (succ u))",
        &[("Nat.zero", "(@ Nat u)"), ("Nat.succ", "(pi (n (@ Nat u)) (@ Nat u))")],
    )
    .unwrap();
    refused(w.check("3"), "nat-literal");
    let mut w = World::new();
    w.group("", 0, &[("Nat", "Type", &[zero, succ]), ("Other", "Type", &[])]).unwrap();
    refused(w.check("3"), "nat-literal");
}

/// In an order of constructors other than the usual, `true` would be `false`.
#[test]
fn false_truth_values() {
    for (ctors, ok) in [
        (&["Bool.false", "Bool.true"][..], true),
        (&["Bool.true", "Bool.false"], false),
        (&["Bool.false", "Bool.true", "Bool.maybe"], false),
        (&["Bool.true"], false),
    ] {
        let mut w = World::new();
        w.ind("Nat", 0, "Type", &[("Nat.zero", "Nat"), ("Nat.succ", "(pi (n Nat) Nat)")]).unwrap();
        let ctors: Vec<(&str, &str)> = ctors.iter().map(|c| (*c, "Bool")).collect();
        w.ind("Bool", 0, "Type", &ctors).unwrap();
        let test = "(fun (x Nat) ((@ Nat.rec 1) (fun (x Nat) (pi (y Nat) Bool)) \
            (fun (y Nat) ((@ Nat.rec 1) (fun (y Nat) Bool) Bool.true (fun (n Nat) (r Bool) LESS) y)) \
            (fun (m Nat) (f (pi (y Nat) Bool)) (fun (y Nat) ((@ Nat.rec 1) (fun (y Nat) Bool) MORE (fun (n Nat) (r Bool) (f n)) y))) x))";
        let [less, more] = if ok || ctors.len() > 1 { ["Bool.false"; 2] } else { ["Bool.true"; 2] };
        let ty = "(pi (x Nat) (y Nat) Bool)";
        w.def("Nat.beq", ty, &test.replace("LESS", less).replace("MORE", more)).unwrap();
        assert_eq!(w.accelerated("Nat.beq"), ok, "{ctors:?}");
    }
}

fn with_strings(char_of_nat: &str, list_char: &str) -> World {
    let mut w = World::prelude();
    w.ind("Char", 0, "Type", &[("Char.mk", "(pi (n Nat) Char)")]).unwrap();
    w.def(
        "Char.ofNat",
        char_of_nat,
        &format!("(fun {} (Char.mk 0))", &char_of_nat[4..char_of_nat.len() - 6]),
    )
    .unwrap();
    w.ind("String", 0, "Type", &[("String.make", "(pi (n Nat) String)")]).unwrap();
    let ty = format!("(pi (l {list_char}) String)");
    w.def("String.ofList", &ty, &format!("(fun (l {list_char}) (String.make 5))")).unwrap();
    w
}

/// A string is what `String.ofList` makes of its characters, whatever that is; its types must be the usual ones.
#[test]
fn strings_mean_what_the_environment_says() {
    let usual = ("(pi (n Nat) Char)", "((@ List 0) Char)");
    let w = with_strings(usual.0, usual.1);
    assert!(w.has_type("\"a\"", "String"));
    assert!(w.def_eq("\"a\"", "(String.make 5)") && w.def_eq("(String.make 5)", "\"b\""));
    assert!(!w.def_eq("\"a\"", "(String.make 6)"));
    assert!(w.def_eq("\"\"", "(String.ofList ((@ List.nil 0) Char))"));
    for (char_of_nat, list) in [
        ("(pi (n Bool) Char)", usual.1),
        ("(pi (n Nat) (m Nat) Char)", usual.1),
        (usual.0, "Nat"),
        (usual.0, "((@ List 0) Nat)"),
    ] {
        refused(with_strings(char_of_nat, list).check("\"a\""), "string-literal");
    }
    // Each part must be there.
    let mut w = World::prelude();
    refused(w.check("\"a\""), "string-literal");
    w.axiom("Char", "Type").unwrap();
    w.axiom("Char.ofNat", usual.0).unwrap();
    w.axiom("String", "Type").unwrap();
    w.axiom("String.ofList", "(pi (l ((@ List 0) Char)) String)").unwrap();
    refused(w.check("\"a\""), "string-literal");
}

/// Lists with other constructors are not the lists of characters.
#[test]
fn false_lists() {
    let ty = "(pi (A (sort (succ u))) (sort (succ u)))";
    let nil = ("List.nil", "(pi (A (sort (succ u))) ((@ List u) A))");
    let cons = ("List.cons", "(pi (A (sort (succ u))) (h A) (t ((@ List u) A)) ((@ List u) A))");
    for (ctors, ok) in [
        (&[nil, cons][..], true),
        (&[cons, nil], false),
        (&[nil], false),
        (&[nil, ("List.cons", "(pi (A (sort (succ u))) (t ((@ List u) A)) (h A) ((@ List u) A))")], false),
    ] {
        let mut w = World::new();
        w.ind("Nat", 0, "Type", &[("Nat.zero", "Nat"), ("Nat.succ", "(pi (n Nat) Nat)")]).unwrap();
        w.ind("List u", 1, ty, ctors).unwrap();
        w.ind("Char", 0, "Type", &[("Char.mk", "(pi (n Nat) Char)")]).unwrap();
        w.def("Char.ofNat", "(pi (n Nat) Char)", "Char.mk").unwrap();
        w.ind("String", 0, "Type", &[("String.mk", "(pi (l ((@ List 0) Char)) String)")]).unwrap();
        assert_eq!(w.check("\"a\"").is_ok(), ok);
    }
}

#[test]
fn characters() {
    let mut w = World::prelude();
    w.ind("Char", 0, "Type", &[("Char.mk", "(pi (n Nat) Char)")]).unwrap();
    w.def("Char.ofNat", "(pi (n Nat) Char)", "Char.mk").unwrap();
    w.ind("String", 0, "Type", &[("String.mk", "(pi (l ((@ List 0) Char)) String)")]).unwrap();
    let st = &w.st;
    let mut tc = TypeChecker::new(&w.env, st);
    for text in ["", "a", "\0", "a\0b", "é", "日本", "\u{10ffff}", "e\u{301}", "\"\\\n"] {
        let list = text.chars().rev().fold("((@ List.nil 0) Char)".to_string(), |t, c| {
            format!("((@ List.cons 0) Char (Char.ofNat {}) {t})", u32::from(c))
        });
        let made = w.term(&format!("(String.mk {list})"));
        assert!(tc.def_eq(st.string(text), made).unwrap(), "{text:?}");
        assert!(tc.def_eq(made, st.string(text)).unwrap(), "{text:?}");
        assert!(!tc.def_eq(st.string(&format!("{text}x")), made).unwrap(), "{text:?}");
    }
    // The recursor sees the characters too.
    let length = "((@ String.rec 1) (fun (s String) Nat) (fun (l ((@ List 0) Char)) \
        ((@ List.rec 1 0) Char (fun (l ((@ List 0) Char)) Nat) 0 (fun (c Char) (l ((@ List 0) Char)) (r Nat) (Nat.succ r)) l)) \"abc\")";
    assert!(w.def_eq(length, "3") && !w.def_eq(length, "4"));
}

/// A function that is right on most arguments is not run.
#[test]
fn nearly_right_functions_are_not_run() {
    let rec = |zero: &str, step: &str| {
        format!(
            "(fun (x Nat) (y Nat) ((@ Nat.rec 1) (fun (n Nat) Nat) {zero} (fun (n Nat) (r Nat) {step}) y))"
        )
    };
    let is_ten =
        "(fun (n Nat) (a Nat) (b Nat) ((@ Nat.rec 1) (fun (n Nat) Nat) b (fun (k Nat) (r Nat) a) n))";
    for (value, ok) in [
        (rec("x", "(Nat.succ r)"), true),
        // Wrong at `n = 0` alone, then at `n ≥ 1` alone.
        (rec("x", &format!("({is_ten} n (Nat.succ r) (Nat.succ (Nat.succ r)))")), false),
        (rec("x", &format!("({is_ten} n (Nat.succ (Nat.succ r)) (Nat.succ r))")), false),
        (rec("(Nat.succ x)", "(Nat.succ r)"), false),
        (rec("y", "(Nat.succ r)"), false),
        ("(fun (x Nat) (y Nat) (Nat.succ (Nat.succ x)))".to_string(), false),
        ("Nat.other".to_string(), false),
    ] {
        let mut w = World::prelude();
        w.opaque("Nat.other", BINARY, &rec("x", "(Nat.succ r)")).unwrap();
        w.def("Nat.add", BINARY, &value).unwrap();
        assert_eq!(w.accelerated("Nat.add"), ok, "{value}");
    }
    // The type must be the usual one, without level parameters; axioms, opaque constants and theorems are not functions.
    let mut w = World::prelude();
    w.def("Nat.add u", BINARY, &rec("x", "(Nat.succ r)")).unwrap();
    assert!(!w.accelerated("Nat.add"));
    let mut w = World::prelude();
    w.opaque("Nat.add", BINARY, &rec("x", "(Nat.succ r)")).unwrap();
    assert!(!w.accelerated("Nat.add") && !w.def_eq("(Nat.add 1 1)", "2"));
    // What rests on a function that is not verified is not verified.
    let mut w = World::prelude();
    w.def("Nat.add", BINARY, &rec("x", "(Nat.succ (Nat.succ r))")).unwrap();
    w.def("Nat.mul", BINARY, &rec("0", "(Nat.add r x)")).unwrap();
    assert!(!w.accelerated("Nat.mul"));
    assert!(w.def_eq("(Nat.mul 3 2)", "12"));
}

/// Shifts grow their operand as fast as powers do.
#[test]
fn shifts() {
    let rec = |zero: &str, step: &str| {
        format!(
            "(fun (x Nat) (y Nat) ((@ Nat.rec 1) (fun (n Nat) (pi (x Nat) Nat)) {zero} (fun (n Nat) (r (pi (x Nat) Nat)) {step}) y x))"
        )
    };
    let by_second = |zero: &str, step: &str| {
        format!(
            "(fun (x Nat) (y Nat) ((@ Nat.rec 1) (fun (n Nat) Nat) {zero} (fun (n Nat) (r Nat) {step}) y))"
        )
    };
    let mut w = World::prelude();
    w.def("Nat.add", BINARY, &by_second("x", "(Nat.succ r)")).unwrap();
    w.def("Nat.mul", BINARY, &by_second("0", "(Nat.add r x)")).unwrap();
    w.def("Nat.shiftLeft", BINARY, &rec("(fun (x Nat) x)", "(fun (x Nat) (r (Nat.mul 2 x)))")).unwrap();
    assert!(w.accelerated("Nat.shiftLeft"));
    assert!(w.def_eq("(Nat.shiftLeft 3 100)", "3802951800684688204490109616128"));
    assert!(w.def_eq("(Nat.shiftLeft 0 1000000000000000000000000000)", "0"));
    for bomb in ["(Nat.shiftLeft 1 100000000)", "(Nat.shiftLeft 1 100000000000000000000000000)"] {
        let mut tc = TypeChecker::new(&w.env, &w.st);
        assert!(matches!(tc.whnf(w.term(bomb)), Err(KernelError::Resource(_))), "{bomb}");
    }
    // Repeated squaring doubles the size each time.
    let square = (0..40).fold("2".to_string(), |e, _| format!("((fun (n Nat) (Nat.mul n n)) {e})"));
    let mut tc = TypeChecker::new(&w.env, &w.st);
    assert!(matches!(tc.whnf(w.term(&square)), Err(KernelError::Resource(_))));
    // Another shift of that name.
    let mut w = World::prelude();
    w.def("Nat.add", BINARY, &by_second("x", "(Nat.succ r)")).unwrap();
    w.def("Nat.mul", BINARY, &by_second("0", "(Nat.add r x)")).unwrap();
    w.def("Nat.shiftLeft", BINARY, &rec("(fun (x Nat) x)", "(fun (x Nat) (r (Nat.mul 3 x)))")).unwrap();
    assert!(!w.accelerated("Nat.shiftLeft") && w.def_eq("(Nat.shiftLeft 1 2)", "9"));
}

/// The kernel folds nothing else, and nothing that is not a numeral.
#[test]
fn only_numerals_are_computed() {
    let mut w = World::prelude();
    w.def(
        "Nat.add",
        BINARY,
        "(fun (x Nat) (y Nat) ((@ Nat.rec 1) (fun (n Nat) Nat) x (fun (n Nat) (r Nat) (Nat.succ r)) y))",
    )
    .unwrap();
    w.axiom("k", "Nat").unwrap();
    w.axiom("SizeOf", "(pi (n Nat) Nat)").unwrap();
    assert!(w.is_stuck("(SizeOf 3)"));
    assert!(!w.def_eq("(Nat.add k 1)", "1") && w.def_eq("(Nat.add k 1)", "(Nat.succ k)"));
    assert!(w.def_eq("(Nat.add 1)", "(fun (y Nat) (Nat.add 1 y))"));
    for reduce in ["Lean.reduceNat", "Lean.reduceBool"] {
        let mut w = World::prelude();
        let ty = if reduce.ends_with("Nat") { "Nat" } else { "Bool" };
        w.opaque(reduce, &format!("(pi (n {ty}) {ty})"), &format!("(fun (n {ty}) n)")).unwrap();
        let value = if ty == "Nat" { "3" } else { "Bool.true" };
        assert!(w.is_stuck(&format!("({reduce} {value})")));
        assert!(!w.def_eq(&format!("({reduce} {value})"), value));
    }
}
