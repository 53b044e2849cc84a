//! The program as a user meets it: output, files and exit codes.

mod support;

use std::fs;
use support::Folder;

const HOPELESS: &str = "theorem hopeless : False := by\n  sorry\n";

#[test]
fn version_and_help() {
    let folder = Folder::new("version");
    let ran = folder.run(&["--version"]);
    assert_eq!((ran.code, ran.out), (0, format!("turnstile {}\n", env!("CARGO_PKG_VERSION"))));
    assert_eq!(folder.run(&["--help"]).code, 0);
    assert!(folder.run(&["completions", "bash"]).out.contains("turnstile"));
}

#[test]
fn wrong_arguments_are_bad_input() {
    let folder = Folder::new("arguments");
    for arguments in [
        &["prove"][..],
        &["prove", "a.lean", "--timeout", "-1"],
        &["prove", "a.lean", "--timeout", "nan"],
        &["prove", "a.lean", "--jobs", "0"],
        &["prove", "a.lean", "--write", "--diff"],
        &["prove", "a.lean", "b.lean", "--out", "c.lean"],
        &["disprove", "a.lean"],
    ] {
        let ran = folder.run(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.err.starts_with("error: "), "{}", ran.err);
    }
}

#[test]
fn files_that_are_no_texts_are_named() {
    let folder = Folder::new("unreadable");
    folder.file("empty.lean", "\n");
    folder.file("binary.lean", b"theorem\n\xfe");
    for (file, message) in [
        ("none.lean", "error: none.lean: no such file\n"),
        ("empty.lean", "error: empty.lean: the file is empty\n"),
        ("binary.lean", "error: binary.lean:2: not UTF-8 text (byte 8 is 0xfe)\n"),
    ] {
        for command in ["prove", "check"] {
            let ran = folder.run(&[command, file]);
            assert_eq!((ran.code, ran.err.as_str()), (2, message), "{command}");
        }
    }
}

#[test]
fn a_right_file_passes_the_check() {
    let folder = Folder::new("right");
    folder.file("right.lean", "theorem t : True := trivial\n");
    let ran = folder.run(&["check", "right.lean"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
}

#[test]
fn a_wrong_place_is_shown_with_line_and_column() {
    let folder = Folder::new("wrong");
    folder.file("wrong.lean", "theorem t : True := trivial\n\ntheorem u : True := )\n");
    for (command, code) in [("check", 1), ("prove", 2)] {
        let ran = folder.run(&[command, "wrong.lean"]);
        assert_eq!(ran.code, code);
        assert!(ran.err.contains("wrong.lean:3:21"), "{}", ran.err);
        assert!(ran.err.contains("theorem u : True := )") && ran.err.contains('^'), "{}", ran.err);
    }
}

#[test]
fn a_file_without_gaps_needs_no_proof() {
    let folder = Folder::new("done");
    let text = "theorem t : True := trivial\r\n";
    let file = folder.file("done.lean", text);
    let ran = folder.run(&["prove", "done.lean", "--write"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("proved 0 of 0"), "{}", ran.out);
    assert_eq!(fs::read_to_string(file).expect("the file"), text);
}

#[test]
fn what_cannot_be_proved_is_not_proved() {
    let folder = Folder::new("hopeless");
    let file = folder.file("hopeless.lean", HOPELESS);
    let ran = folder.run(&["prove", "hopeless.lean", "--timeout", "2", "--jobs", "1", "--write"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.out.contains("hopeless.lean: proved 0 of 1"), "{}", ran.out);
    assert_eq!(fs::read_to_string(file).expect("the file"), HOPELESS);
    let ran = folder.run(&["prove", "hopeless.lean", "--timeout", "2", "--diff"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""));
}

#[test]
fn a_theorem_is_chosen_by_name() {
    let folder = Folder::new("chosen");
    folder.file("chosen.lean", format!("namespace A\n{HOPELESS}end A\n{HOPELESS}"));
    let ran = folder.run(&["prove", "chosen.lean", "--theorem", "A.hopeless", "--timeout", "2"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert!(ran.out.contains("proved 0 of 1"), "{}", ran.out);
    let ran = folder.run(&["prove", "chosen.lean", "--theorem", "B.hopeless", "--timeout", "2"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("no theorem `B.hopeless`"), "{}", ran.err);
}

#[test]
fn the_report_is_json() {
    let folder = Folder::new("json");
    folder.file("a.lean", HOPELESS);
    folder.file("b.lean", "theorem t : True := trivial\n");
    let ran = folder.run(&["prove", "a.lean", "--timeout", "2", "--seed", "7", "--json", "-"]);
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("JSON and nothing else");
    assert_eq!(report["file"], "a.lean");
    assert_eq!(report["settings"]["seed"], 7);
    assert_eq!(report["theorems"][0]["name"], "hopeless");
    assert_eq!(report["theorems"][0]["line"], 1);
    assert_ne!(report["theorems"][0]["status"], "proved");
    assert_eq!(report["totals"]["theorems"], 1);
    let ran = folder.run(&["prove", "a.lean", "b.lean", "--timeout", "2", "--json", "all.json"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let text = fs::read_to_string(folder.0.join("all.json")).expect("the report");
    let reports: Vec<turnstile::FileReport> = serde_json::from_str(&text).expect("reports");
    assert_eq!(reports.len(), 2);
}

#[test]
fn the_result_goes_to_another_file() {
    let folder = Folder::new("out");
    folder.file("a.lean", HOPELESS);
    let ran = folder.run(&["prove", "a.lean", "--timeout", "2", "--out", "b.lean"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_eq!(fs::read_to_string(folder.0.join("b.lean")).expect("the file"), HOPELESS);
    let ran = folder.run(&["prove", "a.lean", "--timeout", "2", "--out", "no/such/folder/b.lean"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains("cannot be written"), "{}", ran.err);
}
