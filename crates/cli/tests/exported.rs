//! Theorems of a library in the export format, proved again from what is declared before each.

mod support;

use serde_json::Value;
use std::fs;
use std::path::PathBuf;
use support::Folder;

const LIBRARY: &str = "
inductive Tree (α : Type) where
  | leaf : Tree α
  | node : Tree α → α → Tree α → Tree α

def Tree.mirror {α : Type} : Tree α → Tree α
  | leaf => leaf
  | node l x r => node r.mirror x l.mirror

class Sized (α : Type) where
  size : α → Nat

structure Pair where
  first : Nat
  second : Nat

instance : Sized Pair := ⟨fun p => p.first + p.second⟩

theorem size_mk (a b : Nat) : Sized.size (Pair.mk a b) = a + b := rfl

theorem both {p q : Prop} (h : p ∧ q) : q ∧ p := ⟨h.2, h.1⟩

theorem both_iff (p q : Prop) : p ∧ q ↔ q ∧ p := ⟨both, both⟩

theorem mirror_mirror {α : Type} (t : Tree α) : t.mirror.mirror = t := by
  induction t with
  | leaf => rfl
  | node l x r hl hr => simp [Tree.mirror, hl, hr]

theorem uses_mirror {α : Type} (t : Tree α) : t.mirror.mirror.mirror = t.mirror := by
  rw [mirror_mirror]
";

/// The library as an export file.
fn export(folder: &Folder) -> PathBuf {
    folder.file("library.lean", LIBRARY);
    let ran = folder.run(&["export", "library.lean", "-o", "library.ndjson"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    folder.0.join("library.ndjson")
}

fn report(folder: &Folder) -> Value {
    let text = fs::read_to_string(folder.0.join("report.json")).expect("a report");
    serde_json::from_str(&text).expect("JSON")
}

const OWN: [&str; 5] = ["size_mk", "both", "both_iff", "mirror_mirror", "uses_mirror"];

#[test]
fn theorems_are_proved_with_the_notions_of_the_file() {
    let folder = Folder::new("exported");
    export(&folder);
    let mut arguments = vec!["prove", "--env", "library.ndjson", "--expansions", "200", "--timeout", "60"];
    OWN.iter().for_each(|n| arguments.extend(["--theorem", n]));
    arguments.extend(["--jobs", "2", "--json", "report.json"]);
    let ran = folder.run(&arguments);
    assert_eq!(ran.code, 0, "{}\n{}", ran.out, ran.err);
    let report = report(&folder);
    let theorems = report["theorems"].as_array().expect("theorems");
    assert_eq!(theorems.len(), OWN.len());
    for t in theorems {
        let name = t["name"].as_str().expect("a name");
        assert_eq!(t["status"], "proved", "{t}");
        assert!(t["line"].as_u64().expect("a line") > 1);
        // The proof is given as tactics and as a term, and does not use what it proves.
        assert!(!t["proof"].as_str().expect("a script").contains(name), "{t}");
        assert!(report["terms"][name].as_str().is_some_and(|term| term.starts_with("fun")), "{t}");
    }
    assert_eq!(report["totals"]["proved"], OWN.len());
}

#[test]
fn a_theorem_that_is_not_there_is_said_so() {
    let folder = Folder::new("exported-missing");
    export(&folder);
    let ran = folder.run(&["prove", "--env", "library.ndjson", "--theorem", "nothing"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("no theorem `nothing`"), "{}", ran.err);
}

#[test]
fn a_file_that_the_kernel_refuses_is_not_used() {
    let folder = Folder::new("exported-wrong");
    let path = export(&folder);
    // The proof of each theorem is taken for that of a false statement: the type of another one.
    let text = fs::read_to_string(&path).expect("the export");
    let mut types = text.lines().filter_map(|l| {
        let line: Value = serde_json::from_str(l).ok()?;
        line["thm"]["type"].as_u64()
    });
    let (a, b) = (types.next().expect("a theorem"), types.next_back().expect("another theorem"));
    let last = text.lines().rev().find(|l| l.contains("\"thm\"")).expect("a theorem");
    let wrong = last.replace(&format!("\"type\":{b}"), &format!("\"type\":{a}"));
    assert_ne!(last, wrong);
    folder.file("wrong.ndjson", text.replace(last, &wrong));
    let ran = folder.run(&["prove", "--env", "wrong.ndjson", "--all", "--expansions", "1"]);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(ran.err.contains("wrong.ndjson: line"), "{}", ran.err);
}

#[test]
fn the_arguments_belong_together() {
    let folder = Folder::new("exported-arguments");
    export(&folder);
    for wrong in [
        &["prove", "--all"][..],
        &["prove", "--env", "library.ndjson"],
        &["prove", "--env", "library.ndjson", "--all", "--theorem", "both"],
        &["prove", "--env", "library.ndjson", "--all", "library.lean"],
        &["prove", "library.lean", "--attrs", "a.ndjson"],
    ] {
        assert_eq!(folder.run(wrong).code, 2, "{wrong:?}");
    }
}
