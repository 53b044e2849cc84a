//! Names: nothing is declared twice, by any two kinds of declaration, and no name means more than it says.

mod common;
use common::{World, refused};
use turnstile_kernel::*;

/// Every kind of constant against every kind of declaration.
#[test]
fn names_are_declared_once() {
    let mut w = World::prelude();
    w.add(&Declaration::Quot).unwrap();
    w.def("a.def", "Nat", "0").unwrap();
    w.thm("a.thm", "True", "True.intro").unwrap();
    w.opaque("a.opaque", "Nat", "0").unwrap();
    w.axiom("a.axiom", "Nat").unwrap();
    let taken = [
        "a.def",
        "a.thm",
        "a.opaque",
        "a.axiom",
        "Nat",
        "Nat.zero",
        "Nat.rec",
        "Quot",
        "Quot.mk",
        "Quot.lift",
        "Quot.ind",
    ];
    for n in taken {
        refused(w.def(n, "Nat", "0"), "already-declared");
        refused(w.thm(n, "True", "True.intro"), "already-declared");
        refused(w.opaque(n, "Nat", "0"), "already-declared");
        refused(w.axiom(n, "Nat"), "already-declared");
        refused(w.ind(n, 0, "Type", &[]), "already-declared");
        refused(w.ind("T", 0, "Type", &[(n, "T")]), "already-declared");
        refused(w.group("", 0, &[("T", "Type", &[]), (n, "Type", &[])]), "already-declared");
    }
    refused(w.add(&Declaration::Quot), "already-declared");
    w.ind("T", 0, "Type", &[("fresh", "T")]).unwrap();
}

/// The names that a declaration adds by itself are taken as well, before and after.
#[test]
fn derived_names() {
    let mut w = World::prelude();
    w.axiom("A.rec", "Nat").unwrap();
    refused(w.ind("A", 0, "Type", &[]), "already-declared");
    refused(w.ind("B", 0, "Type", &[("B.rec", "B")]), "already-declared");
    refused(w.group("", 0, &[("B", "Type", &[]), ("B.rec", "Type", &[])]), "already-declared");
    w.axiom("C.rec_1", "Nat").unwrap();
    let node = |t: &str| format!("(pi (kids ((@ List 0) {t})) {t})");
    refused(w.ind("C", 0, "Type", &[("C.mk", &node("C"))]), "already-declared");
    refused(w.ind("D", 0, "Type", &[("D.rec_1", &node("D"))]), "already-declared");
    w.ind("D", 0, "Type", &[("D.rec_2", &node("D"))]).unwrap();
    refused(w.def("D.rec_1", "Nat", "0"), "already-declared");
    assert!(w.env.contains(Name::new("D.rec_1")));
    // Without a nested occurrence the name is free.
    w.ind("C", 0, "Type", &[("C.mk", "C")]).unwrap();
    for n in ["Quot", "Quot.mk", "Quot.lift", "Quot.ind"] {
        let mut w = World::prelude();
        w.axiom(n, "Nat").unwrap();
        refused(w.add(&Declaration::Quot), "already-declared");
        assert_eq!(w.env.len(), World::prelude().env.len() + 1, "{n}");
    }
}

#[test]
fn names_within_a_group() {
    let mut w = World::prelude();
    refused(w.group("", 0, &[("A", "Type", &[]), ("A", "Type", &[])]), "already-declared");
    refused(
        w.group("", 0, &[("A", "Type", &[("c", "A")]), ("B", "Type", &[("c", "B")])]),
        "already-declared",
    );
    refused(w.group("", 0, &[("A", "Type", &[("B", "A")]), ("B", "Type", &[])]), "already-declared");
    w.group("", 0, &[("A", "Type", &[("c", "A")]), ("B", "Type", &[("d", "B")])]).unwrap();
}

/// `_nested` is reserved in inductive declarations: as a name of theirs, and in their types.
#[test]
fn reserved_names() {
    let mut w = World::prelude();
    for n in ["_nested", "_nested.T", "_nested.T.x"] {
        refused(w.ind(n, 0, "Type", &[]), "reserved-name");
        refused(w.ind("T", 0, "Type", &[(n, "T")]), "reserved-name");
    }
    w.axiom("_nested.c", "Type").unwrap();
    w.axiom("nested.c", "Type").unwrap();
    refused(w.ind("T", 0, "Type", &[("T.mk", "(pi (x _nested.c) T)")]), "reserved-name");
    refused(w.ind("T", 0, "(pi (x _nested.c) Type)", &[]), "reserved-name");
    let proj = |s: &str| format!("(pi (x ((@ Prod 1 1) Type Type)) (y (proj {s} 0 x)) T)");
    refused(w.ind("T", 0, "(sort 3)", &[("T.mk", &proj("_nested.S"))]), "reserved-name");
    w.ind("T", 0, "(sort 3)", &[("T.mk", &proj("Prod"))]).unwrap();
    w.ind("T2", 0, "(sort 3)", &[("T2.mk", "(pi (x nested.c) T2)")]).unwrap();
}

/// A component with a dot in it is another name than two components, however alike they print.
#[test]
fn look_alikes() {
    let mut w = World::new();
    w.ind("Nat", 0, "Type", &[("«Nat.zero»", "Nat"), ("«Nat.succ»", "(pi (n Nat) Nat)")]).unwrap();
    refused(w.check("3"), "nat-literal");
    assert!(w.env.contains(Name::anon().str("Nat.zero")) && !w.env.contains(Name::new("Nat.zero")));
    assert_ne!(Name::new("a").num(1), Name::new("a").str("1"));
    assert_ne!(Name::new("a.b"), Name::anon().str("a.b"));
    let mut w = World::prelude();
    w.axiom("«Nat.succ»", "(pi (n Nat) Nat)").unwrap();
    assert!(w.def_eq("(Nat.succ 2)", "3") && !w.def_eq("(«Nat.succ» 2)", "3"));
}

#[test]
fn a_declaration_does_not_see_itself() {
    let mut w = World::prelude();
    refused(w.thm("loop", "False", "loop"), "unknown-constant");
    refused(w.def("loop", "False", "loop"), "unknown-constant");
    refused(w.opaque("loop", "False", "loop"), "unknown-constant");
    refused(w.def("loop", "(pi (n Nat) False)", "(fun (n Nat) (loop n))"), "unknown-constant");
    refused(w.axiom("loop", "(pi (h loop) False)"), "unknown-constant");
    refused(w.ind("T", 0, "(pi (x T) Type)", &[]), "unknown-constant");
    // A constructor's type may name the types of the group, not its constructors or recursors.
    refused(
        w.ind("T", 0, "Type", &[("T.a", "T"), ("T.b", "(pi (h ((@ Eq 1) T T.a T.a)) T)")]),
        "unknown-constant",
    );
    refused(
        w.ind("T", 0, "Type", &[("T.a", "(pi (n ((@ T.rec 1) (fun (t T) Nat))) T)")]),
        "unknown-constant",
    );
}

/// Terms from outside a declaration: free variables and metavariables, in every position of every kind.
#[test]
fn nothing_from_outside() {
    let mut w = World::prelude();
    let st = &w.st;
    let outside = [
        (st.fvar(st.fresh_fvar()), "free-variable"),
        (st.mvar(st.fresh_mvar()), "metavariable"),
        (st.sort(st.l_mvar(st.fresh_lmvar())), "metavariable"),
        (st.const_(Name::new("List"), &[st.l_mvar(st.fresh_lmvar())]), "metavariable"),
        (st.bvar(0), "loose-variable"),
        (st.lam(Binder::new(Name::new("x")), st.prop(), st.bvar(1)), "loose-variable"),
    ];
    for (e, rule) in outside {
        let (nat, tru) = (w.cval("x", "Nat"), w.cval("x", "True"));
        let hidden = w.st.app(w.term("(fun (A (sort 3)) 0)"), e);
        let proof = w.st.app(w.term("(fun (A (sort 3)) True.intro)"), e);
        for d in [
            Declaration::Axiom(ConstantVal { ty: e, ..nat.clone() }),
            Declaration::Definition(nat.clone(), hidden, ReducibilityHint::Abbrev),
            Declaration::Opaque(nat.clone(), hidden),
            Declaration::Theorem(tru.clone(), proof),
            Declaration::Theorem(ConstantVal { ty: e, ..tru }, w.term("True.intro")),
            group("T", w.st.arrow(e, w.st.type_()), vec![]),
            group("T", w.st.type_(), vec![("T.mk", w.st.arrow(e, w.term("T")))]),
            group(
                "T",
                w.st.type_(),
                vec![("T.mk", w.st.arrow(w.st.app(w.term("(@ List 0)"), e), w.term("T")))],
            ),
        ] {
            // Under the binder of an arrow a variable would be bound.
            let loose = matches!(&d, Declaration::Inductive { .. }) && rule == "loose-variable";
            if !loose {
                refused(w.add(&d), rule);
            }
        }
    }
}

fn group(name: &str, ty: Expr, ctors: Vec<(&str, Expr)>) -> Declaration {
    let ctors = ctors.into_iter().map(|(n, ty)| Constructor { name: Name::new(n), ty }).collect();
    let types = vec![InductiveType { name: Name::new(name), ty, ctors }];
    Declaration::Inductive { level_params: [].into(), num_params: 0, types }
}

/// A theorem's type is checked before it is asked whether it is a proposition.
#[test]
fn theorem_types() {
    let mut w = World::prelude();
    refused(w.thm("t", "(Nat.succ Bool.true)", "True.intro"), "argument-type");
    refused(w.thm("t", "0", "True.intro"), "type-expected");
    refused(w.thm("t", "Nat", "0"), "theorem-type");
    refused(w.thm("t", "Prop", "True"), "theorem-type");
    refused(w.thm("t u", "(sort u)", "True"), "theorem-type");
    w.thm("t", "((fun (P Prop) P) True)", "True.intro").unwrap();
    refused(w.thm("s", "True", "(fun (x Nat) x)"), "declared-type");
}
