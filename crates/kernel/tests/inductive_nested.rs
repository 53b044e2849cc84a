//! Nested inductive types: which occurrences there are, what is checked of them, and the recursors that come of them.

mod common;
use common::{World, refused};

fn ctor_names(r: &turnstile_kernel::RecursorVal) -> Vec<String> {
    r.rules.iter().map(|r| r.ctor.to_string()).collect()
}

fn list(t: &str) -> String {
    format!("((@ List 0) {t})")
}

#[test]
fn equal_occurrences_are_one() {
    for (fields, nested) in [
        ("(x T)", 0),
        ("(x (L T))", 1),
        ("(x (L T)) (y (L T))", 1),
        ("(x (L T)) (y (pi (n Nat) (L T)))", 1),
        ("(x (L T)) (y (L (L T)))", 2),
        ("(x (L (L T)))", 2),
        ("(x (L (L (L T)))) (y (L T))", 3),
        ("(x (L Nat))", 0),
        ("(x (P T Nat)) (y (P Nat T))", 2),
        ("(x (P T T))", 1),
        ("(x (P (L T) (L T)))", 2),
    ] {
        let mut w = World::prelude();
        let fields = fields.replace("(L ", "((@ List 0) ").replace("(P ", "((@ Prod 0 0) ");
        w.ind("T", 0, "Type", &[("T.mk", &format!("(pi {fields} T)")), ("T.leaf", "T")]).unwrap();
        let t = w.inductive("T");
        assert_eq!(t.num_nested, nested, "{fields}");
        assert_eq!(w.recursor("T.rec").num_motives, 1 + nested, "{fields}");
        for i in 1..=nested {
            assert_eq!(w.recursor(&format!("T.rec_{i}")).num_motives, 1 + nested);
        }
        assert!(!w.env.contains(turnstile_kernel::Name::new(&format!("T.rec_{}", nested + 1))));
    }
}

/// Auxiliary recursors are numbered as their occurrences are met: outside before inside, left before right.
#[test]
fn order_of_auxiliary_recursors() {
    let mut w = World::prelude();
    let ty = format!("(pi (x {}) (y ((@ Prod 0 0) T Nat)) T)", list(&list("T")));
    w.ind("T", 0, "Type", &[("T.mk", &ty)]).unwrap();
    assert_eq!(w.inductive("T").num_nested, 3);
    assert_eq!(ctor_names(&w.recursor("T.rec_1")), ["List.nil", "List.cons"]);
    assert_eq!(ctor_names(&w.recursor("T.rec_2")), ["Prod.mk"]);
    assert_eq!(ctor_names(&w.recursor("T.rec_3")), ["List.nil", "List.cons"]);
    // `rec_1` is of `List (List T)`, `rec_3` of `List T`, which is met inside the first.
    let major = |r: &str, t: &str| {
        let r = w.recursor(r);
        w.st.any_subterm(r.cval.ty, |e| e == w.st.alpha(w.term(t)))
    };
    assert!(major("T.rec_1", &list(&list("T"))) && major("T.rec_3", &list("T")));
}

/// A nested occurrence of a type of a group brings the whole group.
#[test]
fn occurrences_of_groups() {
    let mut w = World::prelude();
    w.group(
        "",
        1,
        &[
            ("A", "(pi (X Type) Type)", &[("A.mk", "(pi (X Type) (x X) (b (B X)) (A X))")]),
            (
                "B",
                "(pi (X Type) Type)",
                &[("B.nil", "(pi (X Type) (B X))"), ("B.mk", "(pi (X Type) (a (A X)) (B X))")],
            ),
        ],
    )
    .unwrap();
    w.ind("T", 0, "Type", &[("T.mk", "(pi (x (B T)) T)")]).unwrap();
    assert_eq!(w.inductive("T").num_nested, 2);
    assert_eq!(ctor_names(&w.recursor("T.rec_1")), ["A.mk"]);
    assert_eq!(ctor_names(&w.recursor("T.rec_2")), ["B.nil", "B.mk"]);
}

#[test]
fn what_is_no_occurrence() {
    let mut w = World::prelude();
    w.def("L", "(pi (A Type) Type)", "(@ List 0)").unwrap();
    w.axiom("F", "(pi (A Type) Type)").unwrap();
    w.ind("Index", 0, "(pi (A Type) Type)", &[("Index.mk", "(Index Nat)")]).unwrap();
    w.add(&turnstile_kernel::Declaration::Quot).unwrap();
    let mut field = |f: &str, sort: &str| w.ind("T", 0, sort, &[("T.mk", &format!("(pi (x {f}) T)"))]);
    // Behind a definition it is not seen, so that after evaluation it is not a recursive argument.
    refused(field("(L T)", "Type"), "positivity");
    refused(field("(F T)", "Type"), "positivity");
    refused(field("(Index T)", "Type"), "positivity");
    refused(field("((@ Quot 1) T (fun (a T) (b T) True))", "Type"), "positivity");
    refused(field("((@ Eq 2) Type T T)", "Type"), "inductive-universe");
    field("((fun (A Type) A) ((@ List 0) T))", "Type").unwrap();
}

/// A nested instance counts as a type of the group: no function of lists takes it, and only where it is written.
#[test]
fn instances_are_types_of_the_group() {
    let mut w = World::prelude();
    w.def("ListOf", "(pi (A Type) Type)", "(fun (A Type) ((@ List 0) A))").unwrap();
    w.def("Const", "(pi (A Type) (l ((@ List 0) A)) Type)", "(fun (A Type) (l ((@ List 0) A)) Nat)").unwrap();
    w.def("zero", "(pi (x ((@ Prod 0 0) Nat Nat)) Prop)", "(fun (x ((@ Prod 0 0) Nat Nat)) True)").unwrap();
    let t = |w: &mut World, fields: &str| w.ind("T", 0, "Type", &[("T.mk", &format!("(pi {fields} T)"))]);
    for (fields, rule) in [
        ("(l ((@ List 0) T)) (n (Const T l))", "argument-type"),
        ("(x ((@ Prod 0 0) T Nat)) (h ((@ Eq 1) Nat (proj Prod 1 x) 0))", "projection"),
        ("(l (ListOf T)) (m ((@ List 0) T))", "positivity"),
        ("(m ((@ List 0) T)) (l (ListOf T))", "positivity"),
    ] {
        refused(t(&mut w, fields), rule);
    }
    t(
        &mut w,
        "(l ((@ List 0) Nat)) (n (Const Nat l)) (x ((@ Prod 0 0) Nat Nat)) (z (zero x)) (m ((@ List 0) T))",
    )
    .unwrap();
}

/// The parameters of an occurrence vanish from the recursors; they are checked all the same.
#[test]
fn dropped_parameters_are_checked() {
    let mut w = World::prelude();
    w.ind("Tag", 2, "(pi (A Type) (n Nat) Type)", &[("Tag.mk", "(pi (A Type) (n Nat) (a A) (Tag A n))")])
        .unwrap();
    w.ind("Ghost", 2, "(pi (A Type) (n Nat) Type)", &[("Ghost.mk", "(pi (A Type) (n Nat) (Ghost A n))")])
        .unwrap();
    for j in ["Tag", "Ghost"] {
        let mut field = |f: String| {
            w.ind("T", 0, "Type", &[("T.mk", &format!("(pi (m Nat) (x {f}) T)")), ("T.leaf", "T")])
        };
        refused(field(format!("({j} T Bool.true)")), "argument-type");
        refused(field(format!("({j} T (Nat.succ Bool.true))")), "argument-type");
        refused(field(format!("({j} T missing)")), "unknown-constant");
        refused(field(format!("((@ {j} 0) T 0)")), "level-arguments");
        refused(field(list(&format!("({j} T Bool.true)"))), "argument-type");
        refused(field(format!("({j} {} Bool.true)", list("T"))), "argument-type");
        // A constructor's own variable may not be a parameter of an occurrence.
        refused(field(format!("({j} T m)")), "nested-parameters");
        refused(field(format!("(pi (k Nat) ({j} T k))")), "nested-parameters");
        w.ind(&format!("T{j}"), 0, "Type", &[(&format!("T{j}.mk"), &format!("(pi (x ({j} T{j} 3)) T{j})"))])
            .unwrap();
    }
}

#[test]
fn universes_of_occurrences() {
    let mut w = World::prelude();
    w.ind(
        "Up u",
        1,
        "(pi (A (sort u)) (sort (succ u)))",
        &[("Up.mk", "(pi (A (sort u)) (a A) ((@ Up u) A))")],
    )
    .unwrap();
    w.ind("Squash", 1, "(pi (A Type) Prop)", &[("Squash.mk", "(pi (A Type) (a A) (Squash A))")]).unwrap();
    w.ind(
        "Same u",
        1,
        "(pi (A (sort u)) (sort u))",
        &[("Same.mk", "(pi (A (sort u)) (a A) ((@ Same u) A))")],
    )
    .unwrap();
    refused(w.ind("T", 0, "Type", &[("T.mk", "(pi (x ((@ Up 1) T)) T)")]), "inductive-universe");
    refused(w.ind("T", 0, "Type", &[("T.mk", "(pi (x (Squash T)) T)")]), "inductive-universe");
    refused(w.ind("T", 0, "Prop", &[("T.mk", "(pi (x ((@ Up 0) T)) T)")]), "inductive-universe");
    w.ind("T", 0, "Type", &[("T.mk", "(pi (x ((@ Same 1) T)) T)")]).unwrap();
    // In Prop: no elimination into data, and no K.
    w.ind("P", 0, "Prop", &[("P.mk", "(pi (x ((@ Same 0) P)) P)")]).unwrap();
    assert_eq!(w.inductive("P").num_nested, 1);
    assert!(!w.eliminates_largely("P") && !w.recursor("P.rec").k && !w.recursor("P.rec_1").k);
}

/// Negative occurrences inside the type that is nested over.
#[test]
fn positivity_goes_through() {
    let mut w = World::prelude();
    let types = [
        ("Good", "(f (pi (n Nat) A))", true),
        ("Bad", "(f (pi (a A) Nat))", false),
        ("Hidden", "(f (pi (g (pi (n Nat) A)) Nat))", false),
        ("Data", "(f (pi (n Nat) ((@ List 0) A)))", true),
        ("Neg", "(f (pi (n ((@ List 0) A)) Nat))", false),
        ("Twice", "(f (Good A))", true),
        ("TwiceBad", "(f (Bad A))", false),
    ];
    for (j, field, ok) in types {
        w.ind(j, 1, "(pi (A Type) Type)", &[(&format!("{j}.mk"), &format!("(pi (A Type) {field} ({j} A))"))])
            .unwrap();
        let r = w.ind(
            &format!("T{j}"),
            0,
            "Type",
            &[(&format!("T{j}.mk"), &format!("(pi (x ({j} T{j})) T{j})"))],
        );
        if ok {
            r.unwrap();
        } else {
            refused(r, "positivity");
        }
    }
}

/// Recursion through the occurrence computes, with the induction hypotheses of both sides.
#[test]
fn nested_recursion_computes() {
    let mut w = World::prelude();
    w.ind("Rose", 0, "Type", &[("Rose.mk", &format!("(pi (n Nat) (k {}) Rose)", list("Rose")))]).unwrap();
    w.def(
        "plus",
        "(pi (x Nat) (y Nat) Nat)",
        "(fun (x Nat) (y Nat) ((@ Nat.rec 1) (fun (n Nat) Nat) x (fun (n Nat) (r Nat) (Nat.succ r)) y))",
    )
    .unwrap();
    let sum = |t: &str| {
        format!(
            "((@ Rose.rec 1) (fun (t Rose) Nat) (fun (l ((@ List 0) Rose)) Nat) \
             (fun (n Nat) (k ((@ List 0) Rose)) (r Nat) (plus n r)) 0 \
             (fun (h Rose) (t ((@ List 0) Rose)) (rh Nat) (rt Nat) (plus rh rt)) {t})"
        )
    };
    let nil = "((@ List.nil 0) Rose)";
    let cons = |h: &str, t: &str| format!("((@ List.cons 0) Rose {h} {t})");
    let leaf = |n: u32| format!("(Rose.mk {n} {nil})");
    let tree = format!(
        "(Rose.mk 1 {})",
        cons(&leaf(20), &cons(&format!("(Rose.mk 300 {})", cons(&leaf(4000), nil)), nil))
    );
    assert!(w.def_eq(&sum(&tree), "4321") && !w.def_eq(&sum(&tree), "4320"));
}
