//! A bound on memory ends an attempt, and nothing else.

mod support;

use serde_json::Value;
use support::Folder;

const TEXT: &str = "\
theorem easy (p q : Prop) (h : p ∧ q) : q ∧ p := by sorry

theorem hard (a b c n : Nat) (h : a ^ (n + 3) + b ^ (n + 3) = c ^ (n + 3)) : a * b * c = 0 := by sorry

theorem last (n : Nat) : n + 0 = n := by sorry
";

#[test]
fn an_attempt_ends_at_the_bound_and_the_others_do_not() {
    let folder = Folder::new("memory");
    folder.file("a.lean", TEXT);
    let limits = ["--memory", "40M", "--timeout", "1000", "--no-refute", "--jobs", "1"];
    let ran = folder.run(&[&["prove", "a.lean", "--json", "-"], &limits[..]].concat());
    let report: Value = serde_json::from_str(&ran.out).expect("JSON");
    let found: Vec<(&str, Option<&str>)> = report["theorems"]
        .as_array()
        .expect("theorems")
        .iter()
        .map(|t| (t["status"].as_str().expect("a status"), t["message"].as_str()))
        .collect();
    assert_eq!(found, [("proved", None), ("budget", Some("out of memory")), ("proved", None)]);
}
