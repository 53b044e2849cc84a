//! The files of `tests/language` are right and say nothing: every message they give is expected by a `#guard_msgs`.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use turnstile::Elaborated;
use turnstile_syntax::LineIndex;

/// The stack of a thread that elaborates a file.
const STACK: usize = 64 << 20;

#[test]
fn every_language_file_is_silent() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/language");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    assert!(files.len() >= 80, "only {} files below {}", files.len(), root.display());
    let next = AtomicUsize::new(0);
    let failures = Mutex::new(Vec::new());
    let jobs = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            let work = || {
                while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let said = messages(path);
                    if !said.is_empty() {
                        let name = path.strip_prefix(&root).unwrap_or(path).display().to_string();
                        failures.lock().expect("no test thread panics").push(format!("{name}\n{said}"));
                    }
                }
            };
            std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).expect("a thread");
        }
    });
    let mut failures = failures.into_inner().expect("no test thread panics");
    failures.sort();
    assert!(
        failures.is_empty(),
        "{} of {} files say something:\n\n{}",
        failures.len(),
        files.len(),
        failures.join("\n")
    );
}

/// All Lean files below a folder.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    for entry in entries {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|e| e == "lean") {
            files.push(path);
        }
    }
}

/// What is said about a file, with places.
fn messages(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a text");
    let lines = LineIndex::new(&text);
    let said = Elaborated::new(&text).messages;
    said.iter()
        .map(|m| {
            let at = lines.line_col(&text, m.span.start);
            format!(
                "  {}:{}: {:?}: {}\n",
                at.line + 1,
                at.col + 1,
                m.severity,
                m.text.replace('\n', "\n    ")
            )
        })
        .collect()
}
