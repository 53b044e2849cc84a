//! Projections: which are well typed, and that they keep data inside proofs.

mod common;
use common::{World, refused};

fn world() -> World {
    let mut w = World::prelude();
    w.ind("PUnit u", 0, "(sort u)", &[("PUnit.unit", "(@ PUnit u)")]).unwrap();
    w.ind(
        "PPair u v",
        2,
        "(pi (A (sort u)) (B (sort v)) (sort (max u v)))",
        &[("PPair.mk", "(pi (A (sort u)) (B (sort v)) (a A) (b B) ((@ PPair u v) A B))")],
    )
    .unwrap();
    w
}

fn projection(
    w: &World,
    structure: &str,
    field: u32,
) -> Result<turnstile_kernel::Expr, turnstile_kernel::KernelError> {
    w.check(&format!(
        "(fun (x {structure}) (proj {} {field} x))",
        structure.trim_matches(['(', ')']).split(' ').next().unwrap()
    ))
}

#[test]
fn the_structure_is_checked() {
    let w = world();
    w.check("(proj Prod 0 ((@ Prod.mk 0 0) Nat Nat 0 1))").unwrap();
    refused(w.check("(proj Prod 0 ((@ Prod.mk 0 0) Nat Nat 0 Bool.true))"), "argument-type");
    refused(w.check("(proj Prod 0 (Nat.succ Bool.true))"), "argument-type");
    refused(
        w.check("(proj Prod 0 ((fun (x Nat) ((@ Prod.mk 0 0) Nat Nat 0 0)) Bool.true))"),
        "argument-type",
    );
}

#[test]
fn the_type_is_the_structure_itself() {
    let mut w = world();
    w.def("Two", "Type", "((@ Prod 0 0) Nat Nat)").unwrap();
    w.axiom("p", "Two").unwrap();
    assert!(w.has_type("(proj Prod 0 p)", "Nat"));
    refused(w.check("(proj Two 0 p)"), "projection");
    refused(w.check("(proj And 0 p)"), "projection");
    refused(w.check("(proj missing 0 p)"), "projection");
    refused(w.check("(proj Prod 2 p)"), "projection");
    refused(w.check("(proj Prod 0 Nat)"), "projection");
    refused(w.check("(proj Prod 0 (@ Prod.mk 0 0))"), "projection");
    refused(w.check("(proj Quot 0 p)"), "projection");
}

#[test]
fn exactly_one_constructor() {
    let mut w = world();
    w.ind("One", 0, "Type", &[("One.mk", "(pi (n Nat) One)")]).unwrap();
    w.ind("Two", 0, "Type", &[("Two.a", "(pi (n Nat) Two)"), ("Two.b", "(pi (n Nat) Two)")]).unwrap();
    w.ind("None", 0, "Type", &[]).unwrap();
    projection(&w, "One", 0).unwrap();
    refused(projection(&w, "One", 1), "projection");
    refused(projection(&w, "Two", 0), "projection");
    refused(projection(&w, "None", 0), "projection");
    refused(projection(&w, "Nat", 0), "projection");
}

/// Recursive types and types with indices have projections, though no eta.
#[test]
fn recursive_and_indexed_structures() {
    let mut w = world();
    w.ind("R", 0, "Type", &[("R.mk", "(pi (n Nat) (r R) R)")]).unwrap();
    assert!(w.has_type("(fun (x R) (proj R 1 x))", "(pi (x R) R)"));
    w.ind("At", 0, "(pi (n Nat) Type)", &[("At.mk", "(pi (n Nat) (b Bool) (At n))")]).unwrap();
    assert!(w.has_type("(fun (x (At 3)) (proj At 1 x))", "(pi (x (At 3)) Bool)"));
    refused(w.check("(fun (x (pi (n Nat) (At n))) (proj At 1 x))"), "projection");
}

/// The type of a later field has projections in the place of earlier ones.
#[test]
fn dependent_fields() {
    let mut w = world();
    w.ind(
        "Sig",
        2,
        "(pi (A Type) (B (pi (a A) Type)) Type)",
        &[("Sig.mk", "(pi (A Type) (B (pi (a A) Type)) (a A) (b (B a)) (Sig A B))")],
    )
    .unwrap();
    w.axiom("B", "(pi (n Nat) Type)").unwrap();
    assert!(w.has_type("(fun (x (Sig Nat B)) (proj Sig 1 x))", "(pi (x (Sig Nat B)) (B (proj Sig 0 x)))"));
    assert!(!w.has_type("(fun (x (Sig Nat B)) (proj Sig 1 x))", "(pi (x (Sig Nat B)) (B 0))"));
}

/// Out of a proof come proofs only, and no proof whose statement names data of the proof.
#[test]
fn proofs_keep_their_data() {
    let mut w = world();
    let mut prop = |name: &str, fields: &str| {
        let mk = format!("{name}.mk");
        w.ind(name, 0, "Prop", &[(&mk, &format!("(pi {fields} {name})"))]).unwrap();
    };
    prop("Free", "(n Nat) (h True)");
    prop("Bound", "(n Nat) (h ((@ Eq 1) Nat n n)) (k True)");
    prop("Proofs", "(h True) (k ((@ Eq 0) True h h)) (l True)");
    // Nothing depends on the data: the proof after it is free.
    refused(projection(&w, "Free", 0), "projection");
    projection(&w, "Free", 1).unwrap();
    // Something does: from there on nothing is, even what does not depend on it.
    for i in 0..3 {
        refused(projection(&w, "Bound", i), "projection");
        projection(&w, "Proofs", i).unwrap();
    }
    // Data that the indices determine is data.
    w.ind("Is", 0, "(pi (n Nat) Prop)", &[("Is.mk", "(pi (n Nat) (h ((@ Eq 1) Nat n n)) (Is n))")]).unwrap();
    refused(w.check("(fun (x (Is 3)) (proj Is 0 x))"), "projection");
    refused(w.check("(fun (x (Is 3)) (proj Is 1 x))"), "projection");
}

/// Whether a structure is a proposition is a matter of what its universe *is*, under all values of the parameters.
#[test]
fn propositions_in_disguise() {
    let mut w = world();
    for (name, sort, closed) in [
        ("A", "(sort (imax 1 0))", true),
        ("B", "(sort (max 0 0))", true),
        ("C", "((fun (x Type) (sort (imax 2 0))) Nat)", true),
        ("D", "(sort (imax 0 1))", false),
    ] {
        let mk = format!("{name}.mk");
        w.ind(name, 0, sort, &[(&mk, &format!("(pi (b Bool) {name})"))]).unwrap();
        if closed {
            refused(projection(&w, name, 0), "projection");
        } else {
            projection(&w, name, 0).unwrap();
        }
    }
}

/// A field may be taken where it is a proposition whenever the structure is.
#[test]
fn structures_that_may_be_propositions() {
    let mut w = world();
    w.check("(fun (A (sort u)) (B (sort v)) (x ((@ PPair u v) A B)) (proj PPair 0 x))").unwrap();
    w.check("(fun (A (sort u)) (B (sort v)) (x ((@ PPair u v) A B)) (proj PPair 1 x))").unwrap();
    w.check("(fun (x ((@ PPair 1 0) Nat True)) (proj PPair 0 x))").unwrap();
    w.check("(fun (x ((@ PPair 0 0) True True)) (proj PPair 0 x))").unwrap();
    w.ind("M u", 0, "(sort u)", &[("M.mk", "(pi (x (@ PUnit u)) (@ M u))")]).unwrap();
    w.check("(fun (x (@ M u)) (proj M 0 x))").unwrap();
    w.check("(fun (x (@ M 0)) (proj M 0 x))").unwrap();
    // A field that is data while the structure may be a proposition cannot even be declared.
    refused(w.ind("L u", 0, "(sort u)", &[("L.mk", "(pi (x Bool) (@ L u))")]), "field-universe");
    refused(w.ind("L u", 0, "(sort u)", &[("L.mk", "(pi (x (@ PUnit 1)) (@ L u))")]), "field-universe");
}
