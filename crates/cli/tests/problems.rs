//! Every statement of the shared problem sets means something to the elaborator.

mod support;

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use support::Folder;

/// The folder with the problem sets; `TURNSTILE_SHARED` names another one.
fn shared() -> PathBuf {
    std::env::var_os("TURNSTILE_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from)
}

#[test]
fn every_shared_statement_elaborates() {
    let problems = shared().join("problems");
    let Ok(files) = fs::read_dir(&problems) else {
        eprintln!("skipped: there is no folder {}", problems.display());
        return;
    };
    let mut files: Vec<PathBuf> = files.map(|f| f.expect("a file").path()).collect();
    files.retain(|f| f.extension().is_some_and(|e| e == "jsonl"));
    files.sort();
    let definitions = fs::read_to_string(problems.join("defs.lean")).expect("the definitions");
    let folder = Folder::new("problems");
    let mut count = 0;
    for file in files {
        let mut text = definitions.clone();
        for line in fs::read_to_string(&file).expect("a problem set").lines() {
            let problem: Value = serde_json::from_str(line).expect("a problem");
            let id = problem["id"].as_str().expect("an id");
            for (key, suffix) in [("statement_lean", ""), ("statement_core", "_core")] {
                if let Some(statement) = problem[key].as_str() {
                    text.push_str(&format!("\ntheorem shared_{id}{suffix} : {statement} := by sorry\n"));
                    count += 1;
                }
            }
        }
        folder.file("a.lean", &text);
        let ran = folder.run(&["check", "a.lean"]);
        assert!(ran.code == 0 && !ran.err.contains("error: "), "{}: {}", file.display(), errors(&ran.err));
        assert_eq!(ran.out, "");
    }
    assert!(count >= 705, "{count}");
}

/// The messages that are errors.
fn errors(text: &str) -> String {
    text.split("\n\n").filter(|m| m.contains("error: ")).collect::<Vec<_>>().join("\n\n")
}
