//! What is derived from an inductive declaration: flags, counts, recursors, rules.

mod common;
use common::World;

#[track_caller]
fn has_recursor(w: &World, name: &str, ty: &str) {
    let r = w.recursor(name);
    assert!(w.st.alpha_eq(r.cval.ty, w.term(ty)), "{name}");
}

#[track_caller]
fn has_rule(w: &World, name: &str, ctor: usize, rhs: &str) {
    let r = w.recursor(name);
    assert!(w.st.alpha_eq(r.rules[ctor].rhs, w.term(rhs)), "{name} {ctor}");
}

#[test]
fn types_and_rules() {
    let w = World::prelude();
    has_recursor(
        &w,
        "Nat.rec",
        "(pi (motive (pi (t Nat) (sort u))) (zero (motive Nat.zero)) \
         (succ (pi (n Nat) (n_ih (motive n)) (motive (Nat.succ n)))) (t Nat) (motive t))",
    );
    let nat = "(motive (pi (t Nat) (sort u))) (zero (motive Nat.zero)) (succ (pi (n Nat) (n_ih (motive n)) (motive (Nat.succ n))))";
    has_rule(&w, "Nat.rec", 0, &format!("(fun {nat} zero)"));
    has_rule(&w, "Nat.rec", 1, &format!("(fun {nat} (n Nat) (succ n ((@ Nat.rec u) motive zero succ n)))"));
    has_recursor(&w, "False.rec", "(pi (motive (pi (t False) (sort u))) (t False) (motive t))");
    // The elimination level gets a name that the group does not use.
    assert_eq!(w.recursor("Nat.rec").cval.level_params.len(), 1);
    has_recursor(
        &w,
        "Eq.rec",
        "(pi (A (sort u)) (a A) (motive (pi (b A) (t ((@ Eq u) A a b)) (sort u_1))) \
         (refl (motive a ((@ Eq.refl u) A a))) (b A) (t ((@ Eq u) A a b)) (motive b t))",
    );
    has_recursor(
        &w,
        "List.rec",
        "(pi (A (sort (succ u))) (motive (pi (t ((@ List u) A)) (sort u_1))) (nil (motive ((@ List.nil u) A))) \
         (cons (pi (h A) (t ((@ List u) A)) (t_ih (motive t)) (motive ((@ List.cons u) A h t)))) \
         (t ((@ List u) A)) (motive t))",
    );
    has_recursor(
        &w,
        "Bool.rec",
        "(pi (motive (pi (t Bool) (sort u))) (a (motive Bool.false)) (b (motive Bool.true)) (t Bool) (motive t))",
    );
}

/// One hypothesis for each recursive field, in the order of the fields, after all of them.
#[test]
fn induction_hypotheses() {
    let mut w = World::prelude();
    w.ind(
        "T",
        0,
        "Type",
        &[
            ("T.leaf", "T"),
            ("T.mk", "(pi (a T) (n Nat) (f (pi (k Nat) T)) (b T) (l (pi (x Nat) (y Bool) T)) T)"),
        ],
    )
    .unwrap();
    let minors = "(motive (pi (t T) (sort u))) (leaf (motive T.leaf)) \
        (mk (pi (a T) (n Nat) (f (pi (k Nat) T)) (b T) (l (pi (x Nat) (y Bool) T)) \
            (a_ih (motive a)) (f_ih (pi (k Nat) (motive (f k)))) (b_ih (motive b)) (l_ih (pi (x Nat) (y Bool) (motive (l x y)))) \
            (motive (T.mk a n f b l))))";
    has_recursor(&w, "T.rec", &format!("(pi {minors} (t T) (motive t))"));
    let rec = "(@ T.rec u) motive leaf mk";
    has_rule(
        &w,
        "T.rec",
        1,
        &format!(
            "(fun {minors} (a T) (n Nat) (f (pi (k Nat) T)) (b T) (l (pi (x Nat) (y Bool) T)) \
             (mk a n f b l ({rec} a) (fun (k Nat) ({rec} (f k))) ({rec} b) (fun (x Nat) (y Bool) ({rec} (l x y)))))"
        ),
    );
    assert!(w.inductive("T").is_reflexive && w.inductive("T").is_rec);
}

/// What is no recursive argument has no hypothesis, though it mentions the type.
#[test]
fn dead_mentions_have_no_hypothesis() {
    let mut w = World::prelude();
    w.def("Ignore", "(pi (A Type) Type)", "(fun (A Type) Nat)").unwrap();
    w.def("Into", "(pi (A Type) Type)", "(fun (A Type) (pi (n Nat) A))").unwrap();
    w.ind("T", 0, "Type", &[("T.mk", "(pi (x (Ignore T)) (y (Into T)) T)")]).unwrap();
    has_recursor(
        &w,
        "T.rec",
        "(pi (motive (pi (t T) (sort u))) \
         (mk (pi (x (Ignore T)) (y (Into T)) (y_ih (pi (n Nat) (motive (y n)))) (motive (T.mk x y)))) (t T) (motive t))",
    );
    let t = w.inductive("T");
    assert!(t.is_rec && !t.is_reflexive);
}

#[test]
fn counts_and_flags() {
    let mut w = World::prelude();
    w.ind(
        "V",
        1,
        "(pi (A Type) (n Nat) (b Bool) Type)",
        &[
            ("V.nil", "(pi (A Type) (V A 0 Bool.true))"),
            ("V.cons", "(pi (A Type) (n Nat) (x A) (v (V A n Bool.true)) (V A (Nat.succ n) Bool.false))"),
        ],
    )
    .unwrap();
    let v = w.inductive("V");
    assert_eq!((v.num_params, v.num_indices, v.num_nested, v.is_rec, v.is_reflexive), (1, 2, 0, true, false));
    let fields: Vec<_> = ["V.nil", "V.cons"]
        .iter()
        .map(|n| match &**w.env.get(turnstile_kernel::Name::new(n)).unwrap() {
            turnstile_kernel::ConstantInfo::Constructor(c) => {
                (c.cidx, c.num_params, c.num_fields, c.induct.to_string())
            }
            _ => panic!("{n}"),
        })
        .collect();
    assert_eq!(fields, [(0, 1, 0, "V".to_string()), (1, 1, 3, "V".to_string())]);
    let r = w.recursor("V.rec");
    assert_eq!((r.num_params, r.num_motives, r.num_minors, r.num_indices), (1, 1, 2, 2));
    assert_eq!(r.rules.iter().map(|r| r.num_fields).collect::<Vec<_>>(), [0, 3]);
    // Recursion is a property of the group.
    w.group(
        "",
        0,
        &[("A", "Type", &[("A.mk", "(pi (n Nat) A)")]), ("B", "Type", &[("B.mk", "(pi (a A) B)")])],
    )
    .unwrap();
    assert!(w.inductive("A").is_rec && w.inductive("B").is_rec);
    w.group("", 0, &[("C", "Type", &[("C.mk", "(pi (n Nat) C)")]), ("D", "Type", &[("D.mk", "D")])]).unwrap();
    assert!(!w.inductive("C").is_rec && !w.inductive("D").is_rec);
    w.ind("E", 0, "Type", &[("E.mk", "(pi (f (pi (n Nat) Nat)) E)")]).unwrap();
    assert!(!w.inductive("E").is_reflexive && !w.inductive("E").is_rec);
}

/// K: one type, a proposition whatever it is written as, one constructor, no fields.
#[test]
fn k() {
    let mut w = World::prelude();
    for (sort, ctors, k) in [
        ("Prop", &["T"][..], true),
        ("(sort (imax 1 0))", &["T"], true),
        ("(sort (max 0 0))", &["T"], true),
        ("Type", &["T"], false),
        ("(sort (imax 0 1))", &["T"], false),
        ("Prop", &["(pi (h True) T)"], false),
        ("Prop", &["T", "T"], false),
        ("Prop", &[], false),
    ] {
        let mut w = World::prelude();
        let names: Vec<String> = (0..ctors.len()).map(|i| format!("T.c{i}")).collect();
        let ctors: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(ctors.iter().copied()).collect();
        w.ind("T", 0, sort, &ctors).unwrap();
        assert_eq!(w.recursor("T.rec").k, k, "{sort} {ctors:?}");
    }
    w.ind("M u", 0, "(sort u)", &[("M.mk", "(@ M u)")]).unwrap();
    assert!(!w.recursor("M.rec").k);
    w.group("", 0, &[("A", "Prop", &[("A.mk", "A")]), ("B", "Prop", &[("B.mk", "B")])]).unwrap();
    assert!(!w.recursor("A.rec").k && !w.recursor("B.rec").k);
    // Parameters are no fields, indices neither.
    assert!(w.recursor("Eq.rec").k);
}

/// Into which universes a proposition, or what may be one, is eliminated.
#[test]
fn elimination() {
    for (levels, sort, ctors, large) in [
        ("", "Type", &["(pi (n Nat) T)", "T"][..], true),
        ("", "Prop", &[], true),
        ("", "Prop", &["T"], true),
        ("", "Prop", &["T", "T"], false),
        ("", "Prop", &["(pi (n Nat) T)"], false),
        ("", "Prop", &["(pi (h True) T)"], true),
        ("", "Prop", &["(pi (h True) (k False) T)"], true),
        ("", "Prop", &["(pi (h True) (n Nat) T)"], false),
        ("", "Prop", &["(pi (t T) T)"], true),
        ("", "Prop", &["(pi (f (pi (n Nat) T)) T)"], true),
        ("", "Prop", &["(pi (P Prop) T)"], false),
        ("", "Prop", &["(pi (P Prop) (h P) T)"], false),
        ("", "(sort (imax 1 0))", &["T", "T"], false),
        ("", "(sort (imax 1 0))", &["(pi (b Bool) T)"], false),
        ("", "(sort (imax 0 1))", &["T", "T"], true),
        ("u", "(sort u)", &["T"], true),
        ("u", "(sort u)", &["T", "T"], false),
        ("u", "(sort u)", &[], true),
        ("u", "(sort (succ u))", &["T", "T"], true),
        ("u", "(sort (max 1 u))", &["T", "T"], true),
        ("u", "(sort (imax 1 u))", &["T", "T"], false),
        ("u", "(sort (imax u 1))", &["T", "T"], true),
    ] {
        let mut w = World::prelude();
        let t = if levels.is_empty() { "T".to_string() } else { format!("(@ T {levels})") };
        let ctors: Vec<(String, String)> = ctors
            .iter()
            .enumerate()
            .map(|(i, c)| (format!("T.c{i}"), if *c == "T" { t.clone() } else { c.to_string() }))
            .collect();
        let ctors: Vec<(&str, &str)> = ctors.iter().map(|(n, c)| (n.as_str(), c.as_str())).collect();
        w.ind(format!("T {levels}").trim(), 0, sort, &ctors)
            .unwrap_or_else(|e| panic!("{sort} {ctors:?}: {e}"));
        assert_eq!(w.eliminates_largely("T"), large, "{sort} {ctors:?}");
    }
}

/// Data that the result states outright is no secret; data that it states only in part is one.
#[test]
fn elimination_with_indices() {
    for (result, large) in
        [("(T n b)", true), ("(T n Bool.true)", false), ("(T (Nat.succ n) b)", false), ("(T 0 b)", false)]
    {
        let mut w = World::prelude();
        w.ind("T", 0, "(pi (n Nat) (b Bool) Prop)", &[("T.mk", &format!("(pi (n Nat) (b Bool) {result})"))])
            .unwrap();
        assert_eq!(w.eliminates_largely("T"), large, "{result}");
    }
    // Groups and nested types never, whatever their constructors are.
    let mut w = World::prelude();
    w.group("", 0, &[("A", "Prop", &[]), ("B", "Prop", &[])]).unwrap();
    assert!(!w.eliminates_largely("A") && !w.eliminates_largely("B"));
}

/// With large elimination a proposition of two constructors would tell them apart: `False` in two lines.
#[test]
fn two_proofs_cannot_be_told_apart() {
    let mut w = World::prelude();
    w.ind("Or2", 0, "Prop", &[("Or2.a", "Or2"), ("Or2.b", "Or2")]).unwrap();
    assert!(w.def_eq("Or2.a", "Or2.b"));
    common::refused(w.check("((@ Or2.rec 1) (fun (t Or2) Prop) True False Or2.a)"), "level-arguments");
    common::refused(w.check("((@ Or2.rec) (fun (t Or2) Bool) Bool.true Bool.false Or2.a)"), "argument-type");
    assert!(w.has_type("((@ Or2.rec) (fun (t Or2) True) True.intro True.intro Or2.a)", "True"));
}
