//! Nested inductive types, uniform parameters and reserved names: where two kernels are most likely to differ.

mod common;

use common::both::Both;
use turnstile_kernel::{Constructor, Declaration, InductiveType, KernelError, Name};
use turnstile_reference::Doubt;

fn world() -> Both {
    let mut b = Both::prelude();
    b.def("ListOf", "(pi (A Type) Type)", "(fun (A Type) ((@ List 0) A))");
    b.def("Const", "(pi (n Nat) Type)", "(fun (n Nat) Nat)");
    b.def(
        "length",
        "(pi (A Type) (l ((@ List 0) A)) Nat)",
        "(fun (A Type) (l ((@ List 0) A)) ((@ List.rec 1 0) A (fun (l ((@ List 0) A)) Nat) 0 \
         (fun (h A) (t ((@ List 0) A)) (r Nat) (Nat.succ r)) l))",
    );
    b
}

/// `T : Type` with these constructors.
fn group(b: &Both, ctors: &[&str]) -> Declaration {
    let ctors = ctors
        .iter()
        .enumerate()
        .map(|(i, ty)| Constructor { name: Name::new(&format!("T.c{i}")), ty: b.w.term(ty) });
    let t = InductiveType { name: Name::new("T"), ty: b.w.st.type_(), ctors: ctors.collect() };
    Declaration::Inductive { level_params: [].into(), num_params: 0, types: vec![t] }
}

#[test]
fn nested_instances_are_types_of_the_group_and_nothing_else() {
    let mut b = world();
    for (accepted, ctors) in [
        // The occurrence `List T` is found by evaluation, and `List T` is written elsewhere.
        (false, &["(pi (l ((@ List 0) T)) T)", "(pi (l (ListOf T)) T)"][..]),
        (false, &["(pi (l (ListOf T)) (m ((@ List 0) T)) T)"]),
        // A type speaks of an earlier field of nested type as of a list or a pair.
        (false, &["(pi (l ((@ List 0) T)) (n (Const (length T l))) T)"]),
        (false, &["(pi (x ((@ Prod 0 0) T Nat)) (h ((@ Eq 1) Nat (proj Prod 1 x) 0)) T)"]),
        (false, &["(pi (l (ListOf T)) T)"]),
        (true, &["(pi (l (Same ((@ List 0) T))) T)"]),
        (true, &["(pi (l (ListOf Nat)) (m ((@ List 0) T)) T)"]),
        (true, &["(pi (n (Const (length T ((@ List.nil 0) T)))) T)"]),
        (false, &["(pi (l ((@ List 0) T)) (h ((@ Eq 1) Nat (length T l) 0)) T)"]),
        (true, &["(pi (x ((fun (B Type) T) (pi (y T) T))) T)"]),
        (false, &["(pi (y ((@ Eq 1) ((@ List 0) T) ((@ List.nil 0) T) ((@ List.nil 0) T))) T)"]),
        (false, &["(let x Type Nat (pi (y x) T))"]),
    ] {
        let d = group(&b, ctors);
        let tally = b.add(&d, false);
        tally.assert_same("nested");
        assert_eq!(tally.accepted == 1, accepted, "{ctors:?}");
    }
}

/// A type of the group with other parameters is refused even where evaluation would drop it.
#[test]
fn parameters_are_uniform_everywhere() {
    let mut b = world();
    for (accepted, field) in [(true, "(Ignore (T A))"), (false, "(Ignore (T Nat))")] {
        let ctor = format!("(pi (A Type) (x {field}) (T A))");
        let ctors = vec![Constructor { name: Name::new("T.mk"), ty: b.w.term(&ctor) }];
        let types = vec![InductiveType { name: Name::new("T"), ty: b.w.term("(pi (A Type) Type)"), ctors }];
        let d = Declaration::Inductive { level_params: [].into(), num_params: 1, types };
        let tally = b.add(&d, false);
        tally.assert_same("uniform");
        assert_eq!(tally.accepted == 1, accepted, "{field}");
    }
}

#[test]
fn reserved_names() {
    let mut b = world();
    for (accepted, name) in [(true, "nested.T"), (false, "_nested.T"), (false, "_nested")] {
        let types = vec![InductiveType { name: Name::new(name), ty: b.w.st.type_(), ctors: Vec::new() }];
        let d = Declaration::Inductive { level_params: [].into(), num_params: 0, types };
        let tally = b.add(&d, false);
        tally.assert_same("reserved");
        assert_eq!(tally.accepted == 1, accepted, "{name}");
    }
}

/// A wrong answer of the other kernel is a doubt, whichever way it is wrong.
#[test]
fn a_false_answer_is_not_confirmed() {
    let b = world();
    let right = group(&b, &["(pi (l ((@ List 0) T)) T)"]);
    let wrong = group(&b, &["(pi (f (pi (x T) Nat)) T)"]);
    let refusal =
        || Err(KernelError::Rejected { rule: "positivity", message: "no".to_owned(), mismatch: None });
    let mut env = b.w.env.clone();
    let confirm = |env: &turnstile_kernel::Environment, d: &Declaration, answer| {
        b.reference.clone().confirm(env, &b.w.st, d, &answer)
    };
    let differs = |r: Result<(), Doubt>| matches!(r, Err(Doubt::Differ { declaration, .. }) if declaration == Name::new("T"));
    assert!(differs(confirm(&env, &right, refusal())));
    assert!(differs(confirm(&env, &wrong, Ok(()))));
    assert_eq!(confirm(&env, &wrong, refusal()), Ok(()));
    // Accepted, but not declared.
    assert!(differs(confirm(&env, &right, Ok(()))));
    env.add_decl(&b.w.st, &right).unwrap();
    assert_eq!(confirm(&env, &right, Ok(())), Ok(()));
}
