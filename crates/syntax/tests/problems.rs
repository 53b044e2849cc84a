//! Every statement of the problem sets is read without errors, and so are their definitions and the library.

use std::path::{Path, PathBuf};
use turnstile_syntax::{NotationTable, parse_file, parse_term};

fn shared() -> Option<PathBuf> {
    let dir = std::env::var_os("TURNSTILE_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let problems = dir.join("problems");
    if problems.is_dir() {
        return Some(problems);
    }
    eprintln!("skipped: {} is not there", problems.display());
    None
}

fn check_file(path: &Path) -> usize {
    let text = std::fs::read_to_string(path).unwrap();
    let file = parse_file(&text);
    let index = turnstile_syntax::LineIndex::new(&text);
    let errors: Vec<String> = file
        .errors
        .iter()
        .map(|e| {
            let at = index.line_col(&text, e.span.start);
            format!("{}:{}:{}: {e}", path.display(), at.line + 1, at.col)
        })
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
    file.commands.len()
}

#[test]
fn definitions_of_the_problem_sets() {
    let Some(dir) = shared() else { return };
    assert!(check_file(&dir.join("defs.lean")) > 50);
}

#[test]
fn statements_of_the_problem_sets() {
    let Some(dir) = shared() else { return };
    let table = NotationTable::new();
    let mut count = 0;
    let mut files: Vec<PathBuf> = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    for path in files.iter().filter(|p| p.extension().is_some_and(|e| e == "jsonl")) {
        for line in std::fs::read_to_string(path).unwrap().lines() {
            let problem: serde_json::Value = serde_json::from_str(line).unwrap();
            for key in ["statement_lean", "statement_core"] {
                let Some(text) = problem.get(key).and_then(|s| s.as_str()) else { continue };
                if let Err(e) = parse_term(text, &table) {
                    panic!("{} {key}: {:?} {e}\n{text}", problem["id"], e.span);
                }
                let theorem = format!("theorem x :\n    {text} := by\n  sorry\n");
                assert_eq!(parse_file(&theorem).errors, []);
                count += 1;
            }
        }
    }
    assert!(count > 500, "only {count} statements found");
}

fn check_folder(dir: &Path) {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(dir).into_iter().flatten().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            check_folder(&path);
        } else if path.extension().is_some_and(|e| e == "lean") {
            check_file(&path);
        }
    }
}

#[test]
fn files_of_the_library() {
    check_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lean"));
}
