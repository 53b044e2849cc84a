//! Mutants of small files written here: none is harmful, and the judge can tell.

#[path = "../../kernel/tests/common/mod.rs"]
mod common;

use common::World;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use turnstile_export::write_constants;
use turnstile_kernel::{Declaration, Name};
use turnstile_mutate::classify::{Accepted, judge};
use turnstile_mutate::{Class, Mutation, Operator, Outcome, Subject};

/// Inductive types only: an enumeration, lists, a mutual group, equality.
const TYPES: &str = include_str!("../../export/tests/good.ndjson");

/// Every kind of declaration: definitions, theorems, literals, projections, a structure, an opaque constant, quotients.
fn declarations() -> String {
    let mut w = World::prelude();
    w.add(&Declaration::Quot).unwrap();
    w.axiom("choice u", "(pi (A (sort u)) A)").unwrap();
    w.def("swap u v", "(pi (A (sort (succ u))) (B (sort (succ v))) (p ((@ Prod u v) A B)) ((@ Prod v u) B A))",
        "(fun (A (sort (succ u))) (B (sort (succ v))) (p ((@ Prod u v) A B)) ((@ Prod.mk v u) B A (proj Prod 1 p) (proj Prod 0 p)))")
    .unwrap();
    w.def(
        "twice",
        "(pi (n Nat) Nat)",
        "(fun (n Nat) ((@ Nat.rec 1) (fun (m Nat) Nat) 0 (fun (m Nat) (r Nat) (Nat.succ (Nat.succ r))) n))",
    )
    .unwrap();
    w.def("four", "Nat", "(let x Nat (twice 1) (twice x))").unwrap();
    w.thm("four_eq", "((@ Eq 1) Nat four 4)", "((@ Eq.refl 1) Nat 4)").unwrap();
    w.thm(
        "and_swap",
        "(pi (a Prop) (b Prop) (h (And a b)) (And b a))",
        "(fun (a Prop) (b Prop) (h (And a b)) (And.intro b a (proj And 1 h) (proj And 0 h)))",
    )
    .unwrap();
    w.thm(
        "symm u",
        "(pi (A (sort u)) (a A) (b A) (h ((@ Eq u) A a b)) ((@ Eq u) A b a))",
        "(fun (A (sort u)) (a A) (b A) (h ((@ Eq u) A a b)) \
         ((@ Eq.rec 0 u) A a (fun (c A) (k ((@ Eq u) A a c)) ((@ Eq u) A c a)) ((@ Eq.refl u) A a) b h))",
    )
    .unwrap();
    w.opaque("secret", "Nat", "four").unwrap();
    w.axiom("ex_falso", "(pi (h False) (P Prop) P)").unwrap();
    let names = [
        "Quot.mk",
        "Quot.lift",
        "Quot.ind",
        "choice",
        "swap",
        "four_eq",
        "and_swap",
        "symm",
        "secret",
        "ex_falso",
        "List",
        "True",
        "Bool",
    ];
    let mut out = Vec::new();
    write_constants(&mut out, &w.env, &w.st, &names.map(Name::new)).unwrap();
    String::from_utf8(out).unwrap()
}

fn run(text: &str, count: usize, seed: u64) -> BTreeMap<String, usize> {
    let subject = Subject::new(text).unwrap();
    let mut counts = BTreeMap::new();
    for m in subject.mutations(count, seed) {
        let column = match subject.outcome(&m) {
            Outcome::Rejected(_) => "rejected".to_string(),
            Outcome::Declined(_) => "declined".to_string(),
            Outcome::Accepted(Class::Wrong(why)) => panic!("{m}: {why}"),
            Outcome::Accepted(class) => class.to_string(),
            Outcome::Fault(why) => panic!("{m}: {why}"),
        };
        *counts.entry(column).or_default() += 1;
    }
    counts
}

#[test]
fn no_mutant_of_inductive_types_is_harmful() {
    let counts = run(TYPES, 400, 7);
    // Whatever a mutant of a group is, it is not another group: the file's own recursors would have to change with it.
    assert!(counts["rejected"] > 250, "{counts:?}");
    assert!(!counts.contains_key("other proofs"), "{counts:?}");
}

#[test]
fn no_mutant_of_declarations_is_harmful() {
    let counts = run(&declarations(), 400, 11);
    assert!(counts["rejected"] > 200, "{counts:?}");
    for class in ["identical", "bound names", "fewer constants"] {
        assert!(counts.contains_key(class), "no mutant is of the class '{class}': {counts:?}");
    }
}

/// A subject, and the line that declares `name`.
fn subject_and_line(name: &str) -> (Subject, usize) {
    let subject = Subject::new(&declarations()).unwrap();
    let declared = turnstile_mutate::schema::declared_names(subject.lines());
    let line = declared.iter().position(|d| d.contains(&Name::new(name))).unwrap();
    (subject, line)
}

fn replaced(line: usize, path: &str, now: Value) -> Mutation {
    let value = now.pointer(path).cloned().unwrap_or_default();
    Mutation { operator: Operator::Text, line, path: path.into(), value, replaced: 1, lines: vec![now] }
}

/// One mutant made by hand for each class.
#[test]
fn classes() {
    let (s, line) = subject_and_line("four");
    let with = |path: &str, value: Value| {
        let mut now = s.lines()[line].clone();
        *now.pointer_mut(path).unwrap() = value;
        s.outcome(&replaced(line, path, now))
    };
    assert_eq!(with("/def/hints", json!("abbrev")), Outcome::Accepted(Class::Hints));
    assert_eq!(with("/def/hints", json!({"regular": 77})), Outcome::Accepted(Class::Identical));
    assert_eq!(with("/def/all", json!([])), Outcome::Accepted(Class::Identical));
    assert!(matches!(with("/def/safety", json!("partial")), Outcome::Declined(_)));
    assert!(matches!(with("/def/value", s.lines()[line]["def"]["type"].clone()), Outcome::Rejected(_)));

    let drop = |name: &str| {
        let (s, line) = subject_and_line(name);
        let path = String::new();
        s.outcome(&Mutation {
            operator: Operator::Drop,
            line,
            path,
            value: Value::Null,
            replaced: 1,
            lines: vec![],
        })
    };
    assert_eq!(drop("ex_falso"), Outcome::Accepted(Class::Fewer));
    assert!(matches!(drop("twice"), Outcome::Rejected(_)));

    // A proof of `four = 4` by another literal of the same type is no proof; a theorem made opaque is another constant.
    let (s, line) = subject_and_line("four_eq");
    let mut now = s.lines()[line].clone();
    let mut body = now.as_object_mut().unwrap().remove("thm").unwrap();
    body.as_object_mut().unwrap().insert("isUnsafe".into(), json!(false));
    let now = json!({ "opaque": body });
    assert_eq!(s.outcome(&replaced(line, "", now)), Outcome::Accepted(Class::OtherDeclarations));

    // Another proof: the opaque constant `secret` gets the value 4.
    let (s, line) = subject_and_line("secret");
    let four = s.lines().iter().find(|l| l["natVal"] == "4").unwrap()["ie"].clone();
    let mut now = s.lines()[line].clone();
    now["opaque"]["value"] = four;
    assert_eq!(s.outcome(&replaced(line, "/opaque/value", now)), Outcome::Accepted(Class::Proofs));

    // A bound name.
    let body = s.lines()[subject_and_line("twice").1]["def"]["value"].clone();
    let line = s.lines().iter().position(|l| l["ie"] == body).unwrap();
    let mut now = s.lines()[line].clone();
    now["lam"]["name"] = json!(if now["lam"]["name"] == 1 { 2 } else { 1 });
    assert_eq!(s.outcome(&replaced(line, "/lam/name", now)), Outcome::Accepted(Class::BoundNames));
}

/// The judge is not blind: it calls wrong what differs out of reach, what derived data changed, and what is not accepted
/// when it is declared again.
#[test]
fn the_judge_finds_what_is_wrong() {
    let (mut w, mut v) = (World::prelude(), World::prelude());
    // One store for both: the terms of `v` are made anew in it.
    v.st = std::mem::take(&mut w.st);
    v.env = w.env.clone();
    let before = v.env.clone();
    v.axiom("p", "Nat").unwrap();
    let with_nat = std::mem::replace(&mut v.env, before.clone());
    v.axiom("p", "Bool").unwrap();
    let with_bool = v.env.clone();
    let order: Vec<Name> =
        ["Eq", "Bool", "Nat", "False", "True", "And", "Prod", "List", "p"].map(Name::new).into();
    let reach = [Name::new("p")].into_iter().collect();
    let nowhere = Default::default();
    let verdict = |reach, derived_data, order: &[Name]| {
        judge(&Accepted {
            st: &v.st,
            original: &with_nat,
            mutant: &with_bool,
            order,
            reach,
            derived_data,
            steps: 1_000_000,
        })
    };
    assert_eq!(verdict(&reach, false, &order), Class::OtherDeclarations);
    let wrong = |c: Class, why: &str| assert!(matches!(&c, Class::Wrong(w) if w.contains(why)), "{c:?}");
    wrong(verdict(&nowhere, false, &order), "nothing that it rests on was touched");
    wrong(verdict(&reach, true, &order), "derived data");
    wrong(verdict(&reach, false, &order[..8]), "no line declares");
    let mut reversed = order.clone();
    reversed.reverse();
    wrong(verdict(&reach, false, &reversed), "is refused when it is declared again");
}
