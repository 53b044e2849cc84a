//! Inductive types: headers, parameters, universes, positivity, results. Each refusal beside what is accepted one edit away.

mod common;
use common::{World, refused};

type Outcome = Result<(), turnstile_kernel::KernelError>;

/// One type `T : Type` with one constructor `T.mk`, in a world of its own.
fn with_field(prepare: impl Fn(&mut World), field: &str) -> Outcome {
    let mut w = World::prelude();
    prepare(&mut w);
    w.ind("T", 0, "Type", &[("T.mk", &format!("(pi (x {field}) T)"))])
}

#[test]
fn headers_end_in_a_sort() {
    let mut w = World::prelude();
    w.def("Pred", "(sort 2)", "(pi (n Nat) Type)").unwrap();
    w.def("Univ", "(sort 3)", "(sort 2)").unwrap();
    w.ind("A", 0, "Pred", &[("A.mk", "(A 0)")]).unwrap();
    assert_eq!(w.inductive("A").num_indices, 1);
    w.ind("B", 1, "Pred", &[("B.mk", "(pi (n Nat) (B n))")]).unwrap();
    assert_eq!((w.inductive("B").num_params, w.inductive("B").num_indices), (1, 0));
    w.ind("U", 0, "((fun (u Univ) u) Type)", &[]).unwrap();
    w.ind("C", 0, "(let A (sort 3) (sort 2) A)", &[]).unwrap();
    w.axiom("some_type", "Type").unwrap();
    refused(w.ind("D", 0, "some_type", &[]), "inductive-sort");
    refused(w.ind("D", 0, "Nat", &[]), "inductive-sort");
    refused(w.ind("D", 0, "(pi (n Nat) Nat)", &[]), "inductive-sort");
    refused(w.ind("D", 0, "0", &[]), "type-expected");
    refused(w.ind("D", 0, "(pi (n 0) Type)", &[]), "type-expected");
    refused(w.ind("D", 0, "(pi (n (Nat.succ Bool.true)) Type)", &[]), "argument-type");
}

#[test]
fn numbers_of_parameters() {
    let mut w = World::prelude();
    let vec = "(pi (A Type) (n Nat) Type)";
    for n in 0..3 {
        w.ind(&format!("V{n}"), n, vec, &[]).unwrap();
        let v = w.inductive(&format!("V{n}"));
        assert_eq!((v.num_params, v.num_indices), (n, 2 - n));
    }
    refused(w.ind("V3", 3, vec, &[]), "inductive-parameters");
    refused(w.ind("V3", usize::MAX, vec, &[]), "inductive-parameters");
    // The constructor repeats the parameters, up to conversion, with manifest binders.
    w.def("N", "Type", "Nat").unwrap();
    w.ind("P", 1, "(pi (n Nat) Type)", &[("P.mk", "(pi (n N) (P n))")]).unwrap();
    refused(w.ind("Q", 1, "(pi (n Nat) Type)", &[("Q.mk", "(pi (n Bool) (Q 0))")]), "constructor-parameters");
    refused(w.ind("Q", 1, "(pi (n Nat) Type)", &[("Q.mk", "(Q 0)")]), "constructor-parameters");
    refused(
        w.ind("Q", 1, "(pi (n Nat) Type)", &[("Q.mk", "((fun (A Type) A) (pi (n Nat) (Q n)))")]),
        "constructor-parameters",
    );
}

#[test]
fn groups_agree() {
    let mut w = World::prelude();
    let two = |w: &mut World, levels: &str, params: usize, a: &str, b: &str| {
        w.group(levels, params, &[("A", a, &[]), ("B", b, &[])])
    };
    refused(two(&mut w, "", 0, "Type", "Prop"), "inductive-universe");
    refused(two(&mut w, "", 0, "Type", "(sort 2)"), "inductive-universe");
    refused(two(&mut w, "u v", 0, "(sort (max u v))", "(sort (imax u v))"), "inductive-universe");
    refused(two(&mut w, "", 1, "(pi (n Nat) Type)", "(pi (n Bool) Type)"), "inductive-parameters");
    refused(two(&mut w, "", 1, "(pi (n Nat) Type)", "Type"), "inductive-parameters");
    w.def("N", "Type", "Nat").unwrap();
    two(&mut w, "u v", 1, "(pi (n Nat) (sort (max u v)))", "(pi (n N) (b Bool) (sort (max v u)))").unwrap();
    assert_eq!((w.inductive("A").num_indices, w.inductive("B").num_indices), (0, 1));
    assert_eq!(w.recursor("B.rec").num_motives, 2);
}

#[test]
fn binders_of_constructors_are_manifest() {
    let mut w = World::prelude();
    w.ind("T", 0, "Type", &[("T.mk", "(pi (n Nat) T)")]).unwrap();
    for ty in [
        "((fun (A Type) (pi (n Nat) A)) T)",
        "(pi (n Nat) ((fun (A Type) A) T))",
        "(let A Type T (pi (n Nat) A))",
        "Nat",
        "Type",
        "(pi (n Nat) Nat)",
    ] {
        let ty = ty.replace('T', "U").replace("Uype", "Type");
        refused(w.ind("U", 0, "Type", &[("U.mk", &ty)]), "constructor-result");
    }
    refused(w.ind("U", 0, "Type", &[("U.mk", "U.mk")]), "unknown-constant");
    refused(w.ind("U", 0, "Type", &[("U.mk", "0")]), "type-expected");
    refused(w.group("", 0, &[("U", "Type", &[("U.mk", "V")]), ("V", "Type", &[])]), "constructor-result");
    w.group("", 0, &[("U", "Type", &[("U.mk", "U")]), ("V", "Type", &[])]).unwrap();
}

/// Every mention of the group has the declared levels and the declared parameters, in order.
#[test]
fn uniform_parameters() {
    let pair = "(pi (A Type) (B Type) Type)";
    let mk = |body: &str| format!("(pi (A Type) (B Type) {body})");
    for (body, ok) in [
        ("(x (T A B)) (T A B)", true),
        ("(x (T B A)) (T A B)", false),
        ("(x (T A A)) (T A B)", false),
        ("(T B A)", false),
        ("(x ((@ List 0) (T A B))) (T A B)", true),
        ("(x ((@ List 0) (T A Nat))) (T A B)", false),
        ("(x (pi (n Nat) (T A B))) (T A B)", true),
        ("(x (pi (n Nat) (T B B))) (T A B)", false),
        ("(x ((fun (F (pi (A Type) Type)) Nat) (T A))) (T A B)", false),
    ] {
        let r = World::prelude().ind("T", 2, pair, &[("T.mk", &mk(body))]);
        if ok {
            r.unwrap();
        } else {
            refused(r, "uniform-parameters");
        }
    }
    for (levels, ok) in [("u v", true), ("v u", false), ("u u", false), ("u 0", false)] {
        let mk = format!("(pi (x (@ T {levels})) (@ T u v))");
        let r = World::prelude().ind("T u v", 0, "(sort (succ (max u v)))", &[("T.mk", &mk)]);
        if ok {
            r.unwrap();
        } else {
            refused(r, "uniform-parameters");
        }
    }
    // A projection out of a type of the group that is being declared: it has no constructor yet.
    let r = World::prelude().ind("T", 0, "Type", &[("T.mk", "(pi (x T) (y (Eq.refl (proj T 0 x))) T)")]);
    assert!(r.is_err());
}

#[test]
fn universes_of_fields() {
    let ind = |sort: &str, field: &str| {
        World::prelude().ind("T u v", 0, sort, &[("T.mk", &format!("(pi (x {field}) (@ T u v))"))])
    };
    for (sort, field, ok) in [
        ("Type", "Nat", true),
        ("Type", "Type", false),
        ("(sort 2)", "Type", true),
        ("Type", "Prop", true),
        ("Type", "(sort (imax 1 0))", true),
        ("Type", "(sort (imax 0 1))", false),
        ("(sort u)", "Nat", false),
        ("(sort (imax 1 u))", "Nat", false),
        ("(sort (imax u 1))", "Nat", true),
        ("(sort (succ u))", "Nat", true),
        ("(sort (max 1 u))", "Nat", true),
        ("(sort (succ (max u v)))", "(sort u)", true),
        ("(sort (succ (imax u v)))", "(sort u)", false),
        ("(sort (succ (imax u v)))", "(sort v)", true),
        ("(sort (imax u (succ v)))", "(sort v)", true),
        ("(sort (imax v (succ u)))", "(sort (succ v))", false),
        // A proposition takes anything.
        ("Prop", "(sort 7)", true),
        ("(sort (imax 3 0))", "(sort u)", true),
    ] {
        let r = ind(sort, field);
        if ok {
            r.unwrap_or_else(|e| panic!("{sort}, {field}: {e}"));
        } else {
            refused(r, "field-universe");
        }
    }
}

#[test]
fn strict_positivity() {
    let prepare = |w: &mut World| {
        w.def("id u", "(pi (A (sort u)) (a A) A)", "(fun (A (sort u)) (a A) a)").unwrap();
        w.def("Ignore", "(pi (A Type) Type)", "(fun (A Type) Nat)").unwrap();
        w.def("Into", "(pi (A Type) Type)", "(fun (A Type) (pi (n Nat) A))").unwrap();
        w.def("From", "(pi (A Type) Type)", "(fun (A Type) (pi (a A) Nat))").unwrap();
        w.axiom("F", "(pi (A Type) Type)").unwrap();
        w.ind(
            "Fun",
            2,
            "(pi (A Type) (B Type) Type)",
            &[("Fun.mk", "(pi (A Type) (B Type) (f (pi (a A) B)) (Fun A B))")],
        )
        .unwrap();
    };
    for (field, ok) in [
        ("T", true),
        ("(pi (n Nat) T)", true),
        ("(pi (n Nat) (b Bool) T)", true),
        ("(pi (t T) T)", false),
        ("(pi (t T) Nat)", false),
        ("(pi (f (pi (t T) Nat)) Nat)", false),
        ("(pi (f (pi (n Nat) T)) Nat)", false),
        ("(pi (n Nat) (t T) Nat)", false),
        ("(pi (p (F T)) T)", false),
        // The type of a field may have to be evaluated…
        ("((@ id 2) Type T)", true),
        ("(Into T)", true),
        ("(Ignore T)", true),
        ("(From T)", false),
        ("(Into (From T))", false),
        ("(pi (n Nat) (Into T))", true),
        // … but what stands to the left of an arrow is taken as it is.
        ("(pi (x (Ignore T)) Nat)", false),
        ("(pi (x (Ignore Nat)) Nat)", true),
        ("(F T)", false),
        ("((@ Prod 0 0) T T)", true),
        ("(Fun Nat T)", true),
        ("(Fun T Nat)", false),
        ("(Fun T T)", false),
        ("((@ List 0) (Fun Nat T))", true),
        ("((@ List 0) (Fun T Nat))", false),
        ("(pi (n Nat) ((@ List 0) T))", true),
        ("(pi (l ((@ List 0) T)) Nat)", false),
    ] {
        let r = with_field(prepare, field);
        if ok {
            r.unwrap_or_else(|e| panic!("{field}: {e}"));
        } else {
            refused(r, "positivity");
        }
    }
}

/// A type may not stand in an index: neither of a field nor of the result.
#[test]
fn the_group_does_not_occur_in_indices() {
    let mut w = World::prelude();
    let ty = "(pi (A Type) (sort 2))";
    refused(w.ind("I", 0, ty, &[("I.mk", "(pi (x (I (F I))) (I Nat))")]), "unknown-constant");
    w.axiom("F", "(pi (G (pi (A Type) (sort 2))) Type)").unwrap();
    refused(w.ind("I", 0, ty, &[("I.mk", "(pi (x (I (F I))) (I Nat))")]), "positivity");
    refused(w.ind("I", 0, ty, &[("I.mk", "(I (F I))")]), "constructor-result");
    refused(w.group("", 0, &[("I", ty, &[("I.mk", "(I (F J))")]), ("J", ty, &[])]), "constructor-result");
    w.ind("I", 0, ty, &[("I.mk", "(pi (x (I Bool)) (I Nat))")]).unwrap();
}

/// Curry's paradox in each dress: the value of an empty type needs a type that is refused. With the arrow turned round the type
/// is accepted, and of no use.
#[test]
fn no_fixed_point_of_negation() {
    for dress in [
        "(pi (t T) Void)",
        "(pi (n Nat) (t T) Void)",
        "((fun (A Type) (pi (a A) Void)) T)",
        "(let A Type T (pi (a A) Void))",
        "((@ Prod 0 0) Nat (Neg T))",
        "(Neg T)",
        "(proj Prod 0 ((@ Prod.mk 1 1) Type Type (pi (t T) Void) Nat))",
    ] {
        let neg = |w: &mut World| {
            w.ind("Void", 0, "Type", &[]).unwrap();
            w.ind("Neg", 1, "(pi (A Type) Type)", &[("Neg.mk", "(pi (A Type) (f (pi (a A) Void)) (Neg A))")])
                .unwrap();
        };
        refused(with_field(neg, dress), "positivity");
        let turned = dress.replace("(t T) Void", "(t Void) T").replace("(a A) Void", "(a Void) A");
        let pos = |w: &mut World| {
            w.ind("Void", 0, "Type", &[]).unwrap();
            w.ind("Neg", 1, "(pi (A Type) Type)", &[("Neg.mk", "(pi (A Type) (f (pi (a Void) A)) (Neg A))")])
                .unwrap();
        };
        with_field(pos, &turned).unwrap_or_else(|e| panic!("{turned}: {e}"));
    }
}
