//! The measurements, on a small file.

mod support;

use serde_json::Value;
use std::fs;
use support::Folder;

const TEXT: &str = "\
theorem a (n m : Nat) : n + m = m + n := sorry
theorem b (p q : Prop) (h : p ∧ q) : q ∧ p := sorry
theorem c (n : Nat) : n = n + 1 := sorry
";

#[test]
fn theorem_files_are_measured_and_compared() {
    let folder = Folder::new("bench-prove");
    folder.file("small.lean", TEXT);
    let files = ["--json", "r.json", "--csv", "r.csv", "--svg", "r.svg"];
    let ran = folder
        .run(&[&["bench", "prove", "small.lean", "--timeout", "5", "--seeds", "0,1"], &files[..]].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(
        ran.out.contains("small") && ran.out.contains("2.0 of 3") && ran.out.contains("1.0 refuted"),
        "{}",
        ran.out
    );
    let text = |name: &str| fs::read_to_string(folder.0.join(name)).expect("a file");
    let report: Value = serde_json::from_str(&text("r.json")).expect("JSON");
    assert_eq!(report["sets"][0]["runs"].as_array().map(Vec::len), Some(2));
    assert_eq!(report["settings"]["cpu_time"], true);
    assert_eq!(text("r.csv").lines().count(), 5);
    assert!(text("r.svg").starts_with("<svg"));
    let ran = folder.run(&["bench", "prove", "small.lean", "--timeout", "5", "--against", "r.json"]);
    assert!(ran.out.contains("0 gained, 0 lost, 2 both"), "{}", ran.out);
    folder.file("bad.json", "{}");
    let ran = folder.run(&["bench", "prove", "small.lean", "--against", "bad.json"]);
    assert!(ran.code == 2 && ran.err.contains("not a report"), "{ran:?}");
}

#[test]
fn walks_are_counted() {
    let folder = Folder::new("bench-env");
    folder.file("small.lean", TEXT);
    let ran = folder.run(&["bench", "env", "small.lean", "--seconds", "0.3", "--json", "w.json"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    assert!(ran.out.contains("checked steps a CPU second"), "{}", ran.out);
    let counts: Value =
        serde_json::from_str(&fs::read_to_string(folder.0.join("w.json")).expect("a file")).expect("JSON");
    assert!(counts["kinds"]["Intro"]["checked"].as_u64().is_some_and(|n| n > 0), "{counts}");
}

#[test]
fn the_kernel_is_measured() {
    let folder = Folder::new("bench-kernel");
    folder.file("small.lean", "theorem a : True := trivial\n");
    assert_eq!(folder.run(&["export", "small.lean", "-o", "small.ndjson"]).code, 0);
    let ran = folder.run(&["bench", "kernel", "small.ndjson", "--runs", "2"]);
    assert!(ran.code == 0 && ran.out.contains("accepted") && ran.out.contains("CPU s"), "{ran:?}");
    assert_eq!(folder.run(&["bench", "kernel", "small.lean"]).code, 2);
}
