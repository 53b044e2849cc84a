//! Inductive types: what is refused, and what is derived.

mod common;
use common::{World, refused};
use turnstile_kernel::*;

#[test]
fn headers() {
    let mut w = World::prelude();
    refused(w.ind("T", 0, "Nat.zero", &[]), "type-expected");
    refused(w.ind("T", 0, "Nat", &[]), "inductive-sort");
    refused(w.ind("T", 2, "(pi (A Type) Type)", &[]), "inductive-parameters");
    refused(w.ind("T u u", 0, "Type", &[]), "level-parameter");
    refused(w.group("", 0, &[]), "inductive-group");
    refused(w.group("", 0, &[("A", "Type", &[]), ("A", "Type", &[])]), "already-declared");
    refused(w.group("", 0, &[("A", "Type", &[]), ("B", "Prop", &[])]), "inductive-universe");
    refused(
        w.group("", 1, &[("A", "(pi (x Nat) Type)", &[]), ("B", "(pi (x Bool) Type)", &[])]),
        "inductive-parameters",
    );
    refused(w.ind("T", 0, "(pi (x T) Type)", &[]), "unknown-constant");
    refused(w.ind("_nested.T", 0, "Type", &[]), "reserved-name");
    // Binders and sort may be behind definitions.
    w.def("Pred", "(sort 2)", "(pi (n Nat) Type)").unwrap();
    w.ind("Vec0", 0, "Pred", &[("Vec0.mk", "(Vec0 Nat.zero)")]).unwrap();
}

#[test]
fn constructors_give_their_own_type() {
    let mut w = World::prelude();
    refused(w.ind("T", 0, "Type", &[("T.mk", "Nat")]), "constructor-result");
    refused(w.ind("T", 0, "Type", &[("T.mk", "((fun (A Type) A) T)")]), "constructor-result");
    refused(w.ind("T", 1, "(pi (A Type) Type)", &[("T.mk", "(pi (A Type) (T Nat))")]), "uniform-parameters");
    refused(
        w.ind("T", 1, "(pi (A Type) Type)", &[("T.mk", "(pi (A Prop) (T Nat))")]),
        "constructor-parameters",
    );
    refused(w.ind("T u", 0, "(sort (succ u))", &[("T.mk", "(@ T 0)")]), "uniform-parameters");
}

#[test]
fn duplicate_names() {
    let mut w = World::prelude();
    refused(w.ind("T", 0, "Type", &[("T.a", "T"), ("T.a", "T")]), "already-declared");
    refused(w.ind("T", 0, "Type", &[("T.rec", "T")]), "already-declared");
    refused(w.ind("T", 0, "Type", &[("T", "T")]), "already-declared");
    refused(w.ind("T", 0, "Type", &[("Nat.zero", "T")]), "already-declared");
    w.axiom("U.rec", "Nat").unwrap();
    refused(w.ind("U", 0, "Type", &[]), "already-declared");
}

#[test]
fn positivity() {
    let mut w = World::prelude();
    refused(w.ind("T", 0, "Type", &[("T.mk", "(pi (f (pi (x T) Nat)) T)")]), "positivity");
    refused(w.ind("T", 0, "Type", &[("T.mk", "(pi (f (pi (g (pi (x T) Nat)) Nat)) T)")]), "positivity");
    w.def("Ignore", "(pi (A Type) Type)", "(fun (A Type) Nat)").unwrap();
    refused(w.ind("T", 0, "Type", &[("T.mk", "(pi (f (pi (x (Ignore T)) Nat)) T)")]), "positivity");
    w.ind("Ok", 0, "Type", &[("Ok.mk", "(pi (f (pi (x Nat) Ok)) (n (Ignore Ok)) Ok)")]).unwrap();
    // In an index of its own occurrence.
    refused(w.ind("I", 0, "(pi (A Type) Type)", &[("I.mk", "(pi (x (I (I Nat))) (I Nat))")]), "positivity");
    // An opaque type former may do anything with its argument.
    w.axiom("F", "(pi (A Type) Type)").unwrap();
    refused(w.ind("T", 0, "Type", &[("T.mk", "(pi (x (F T)) T)")]), "positivity");
}

#[test]
fn universes_of_fields() {
    let mut w = World::prelude();
    refused(w.ind("T", 0, "Type", &[("T.mk", "(pi (A Type) T)")]), "field-universe");
    w.ind("T", 0, "(sort 2)", &[("T.mk", "(pi (A Type) T)")]).unwrap();
    w.ind("P", 0, "Prop", &[("P.mk", "(pi (A Type) P)")]).unwrap();
    w.ind("Q", 0, "(sort (imax 1 0))", &[("Q.mk", "(pi (A Type) Q)")]).unwrap();
    refused(w.ind("R u", 0, "(sort u)", &[("R.mk", "(pi (b Bool) (@ R u))")]), "field-universe");
}

#[test]
fn large_elimination() {
    let mut w = World::prelude();
    for (t, large) in [("Nat", true), ("False", true), ("True", true), ("And", true), ("Eq", true)] {
        assert_eq!(w.eliminates_largely(t), large, "{t}");
    }
    w.ind(
        "Or",
        2,
        "(pi (a Prop) (b Prop) Prop)",
        &[
            ("Or.inl", "(pi (a Prop) (b Prop) (h a) (Or a b))"),
            ("Or.inr", "(pi (a Prop) (b Prop) (h b) (Or a b))"),
        ],
    )
    .unwrap();
    assert!(!w.eliminates_largely("Or"));
    w.ind("Some", 1, "(pi (A Type) Prop)", &[("Some.mk", "(pi (A Type) (a A) (Some A))")]).unwrap();
    assert!(!w.eliminates_largely("Some"));
    // Data that the indices determine.
    w.ind("Is", 0, "(pi (n Nat) Prop)", &[("Is.mk", "(pi (n Nat) (Is n))")]).unwrap();
    assert!(w.eliminates_largely("Is"));
    w.ind("IsNext", 0, "(pi (n Nat) Prop)", &[("IsNext.mk", "(pi (n Nat) (IsNext (Nat.succ n)))")]).unwrap();
    assert!(!w.eliminates_largely("IsNext"));
    // A proposition in disguise, and what may be one.
    w.ind("Box", 0, "(sort (imax 1 0))", &[("Box.a", "Box"), ("Box.b", "Box")]).unwrap();
    assert!(!w.eliminates_largely("Box"));
    w.ind("Maybe u", 0, "(sort u)", &[("Maybe.a", "(@ Maybe u)"), ("Maybe.b", "(@ Maybe u)")]).unwrap();
    assert!(!w.eliminates_largely("Maybe"));
    w.group("", 0, &[("MA", "Prop", &[]), ("MB", "Prop", &[])]).unwrap();
    assert!(!w.eliminates_largely("MA"));
}

#[test]
fn recursors_of_indexed_and_reflexive_types() {
    let mut w = World::prelude();
    w.ind("Acc u", 2, "(pi (A (sort u)) (r (pi (x A) (y A) Prop)) (a A) Prop)", &[(
        "Acc.intro",
        "(pi (A (sort u)) (r (pi (x A) (y A) Prop)) (x A) (h (pi (y A) (k (r y x)) ((@ Acc u) A r y))) ((@ Acc u) A r x))",
    )])
    .unwrap();
    let r = w.recursor("Acc.rec");
    assert_eq!((r.num_params, r.num_indices, r.num_motives, r.num_minors, r.k), (2, 1, 1, 1, false));
    assert!(w.eliminates_largely("Acc"));
    let Some(ConstantInfo::Inductive(acc)) = w.env.get(Name::new("Acc")).map(|c| &**c) else { panic!() };
    assert!(acc.is_rec && acc.is_reflexive);
    let want = w.term(
        "(pi (A (sort u)) (r (pi (x A) (y A) Prop)) (motive (pi (a A) (t ((@ Acc u) A r a)) (sort u_1))) \
         (intro (pi (x A) (h (pi (y A) (k (r y x)) ((@ Acc u) A r y))) (h_ih (pi (y A) (k (r y x)) (motive y (h y k)))) \
         (motive x ((@ Acc.intro u) A r x h)))) (a A) (t ((@ Acc u) A r a)) (motive a t))",
    );
    assert!(w.st.alpha_eq(r.cval.ty, want));
}

#[test]
fn mutual_groups() {
    let mut w = World::prelude();
    w.group(
        "",
        0,
        &[
            (
                "Even",
                "(pi (n Nat) Prop)",
                &[
                    ("Even.zero", "(Even Nat.zero)"),
                    ("Even.succ", "(pi (n Nat) (h (Odd n)) (Even (Nat.succ n)))"),
                ],
            ),
            ("Odd", "(pi (n Nat) Prop)", &[("Odd.succ", "(pi (n Nat) (h (Even n)) (Odd (Nat.succ n)))")]),
        ],
    )
    .unwrap();
    let r = w.recursor("Odd.rec");
    assert_eq!((r.num_motives, r.num_minors, r.rules.len()), (2, 3, 1));
    assert_eq!(r.all.len(), 2);
}

const TREE: (&str, &str) = ("Tree.node", "(pi (A Type) (a A) (kids ((@ List 0) (Tree A))) (Tree A))");

#[test]
fn nested_types() {
    let mut w = World::prelude();
    w.ind("Tree", 1, "(pi (A Type) Type)", &[TREE]).unwrap();
    let Some(ConstantInfo::Inductive(t)) = w.env.get(Name::new("Tree")).map(|c| &**c) else { panic!() };
    assert_eq!((t.num_nested, t.is_rec), (1, true));
    let aux = w.recursor("Tree.rec_1");
    assert_eq!((aux.num_motives, aux.num_minors, aux.num_params), (2, 3, 1));
    assert_eq!(aux.rules.iter().map(|r| r.ctor.to_string()).collect::<Vec<_>>(), ["List.nil", "List.cons"]);
    // Size by recursion computes through the list.
    let size = |rec: &str, major: &str| {
        format!(
            "((@ {rec} 1) Nat (fun (t (Tree Nat)) Nat) (fun (l ((@ List 0) (Tree Nat))) Nat) \
             (fun (a Nat) (k ((@ List 0) (Tree Nat))) (r Nat) (Nat.succ r)) Nat.zero \
             (fun (h (Tree Nat)) (t ((@ List 0) (Tree Nat))) (rh Nat) (rt Nat) (Nat.succ rh)) {major})"
        )
    };
    let leaf = "(Tree.node Nat 0 ((@ List.nil 0) (Tree Nat)))";
    let one = format!("((@ List.cons 0) (Tree Nat) {leaf} ((@ List.nil 0) (Tree Nat)))");
    assert!(w.def_eq(&size("Tree.rec", &format!("(Tree.node Nat 0 {one})")), "3"));
    assert!(w.def_eq(&size("Tree.rec_1", &one), "2"));
}

#[test]
fn nested_types_that_are_refused() {
    let mut w = World::prelude();
    w.ind("Fun", 1, "(pi (A Type) Type)", &[("Fun.mk", "(pi (A Type) (f (pi (a A) Nat)) (Fun A))")]).unwrap();
    refused(w.ind("T", 0, "Type", &[("T.mk", "(pi (x (Fun T)) T)")]), "positivity");
    w.ind("Vec", 1, "(pi (A Type) (n Nat) Type)", &[("Vec.nil", "(pi (A Type) (Vec A Nat.zero))")]).unwrap();
    w.ind("V", 0, "Type", &[("V.mk", "(pi (n Nat) (x (Vec V n)) V)")]).unwrap();
    // The parameter of the occurrence may not depend on a field.
    w.ind("Fam", 2, "(pi (A Type) (n Nat) Type)", &[("Fam.mk", "(pi (A Type) (n Nat) (a A) (Fam A n))")])
        .unwrap();
    refused(w.ind("T", 0, "Type", &[("T.mk", "(pi (n Nat) (x (Fam T n)) T)")]), "nested-parameters");
    // Parameters that the recursor never mentions are checked all the same.
    refused(w.ind("T", 0, "Type", &[("T.mk", "(pi (x ((@ List 0) (Fam T Bool.true))) T)")]), "argument-type");
    w.ind("Squash", 1, "(pi (A Type) Prop)", &[("Squash.mk", "(pi (A Type) (a A) (Squash A))")]).unwrap();
    refused(w.ind("T", 0, "Type", &[("T.mk", "(pi (x (Squash T)) T)")]), "inductive-universe");
}

#[test]
fn a_group_is_installed_whole_or_not_at_all() {
    let mut w = World::prelude();
    let before = w.env.len();
    assert!(w.ind("T", 0, "Type", &[("T.a", "T"), ("T.b", "(pi (f (pi (x T) T)) T)")]).is_err());
    assert_eq!(w.env.len(), before);
    assert!(!w.env.contains(Name::new("T.a")));
}
