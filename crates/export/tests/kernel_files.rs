//! Runs the kernel over a folder of export files: set `TURNSTILE_SHARED`, or have `shared` beside the repository.

mod support;

use std::path::Path;
use support::{files, folder, open};
use turnstile_export::{Outcome, Report, Settings, check_reader};
use turnstile_kernel::Name;

fn check(path: &Path, settings: &Settings) -> Report {
    check_reader(open(path), settings).expect("reading does not fail")
}

/// Checks all files of a folder; returns how many there were and the ones whose outcome is not as wanted.
fn check_folder(name: &str, wanted: impl Fn(&Outcome) -> bool) {
    let Some(dir) = folder(name) else { return };
    let mut wrong = Vec::new();
    let all = files(&dir);
    for f in &all {
        let report = check(f, &Settings::default());
        if std::env::var_os("SHOW").is_some() {
            println!("{}: {:?}", f.file_name().unwrap().display(), report.outcome);
        }
        if !wanted(&report.outcome) {
            wrong.push(format!("{}: {:?}", f.file_name().unwrap().display(), report.outcome));
        }
    }
    println!("{name}: {} of {} files as expected", all.len() - wrong.len(), all.len());
    assert!(wrong.is_empty(), "unexpected outcomes in {name}:\n{}", wrong.join("\n"));
}

#[test]
fn good_tutorial_files_are_accepted() {
    check_folder("tutorial/good", |o| *o == Outcome::Accepted);
}

#[test]
fn bad_tutorial_files_are_rejected() {
    check_folder("tutorial/bad", |o| matches!(o, Outcome::Rejected { .. }));
}

#[test]
fn inductive_models_are_accepted() {
    check_folder("inductive-models", |o| *o == Outcome::Accepted);
}

#[test]
fn small_preludes_are_accepted() {
    let Some(dir) = folder("init") else { return };
    for f in ["lex-prelude.ndjson.gz", "sizeof-prelude.ndjson.gz"] {
        let report = check(&dir.join(f), &Settings::default());
        assert_eq!(report.outcome, Outcome::Accepted, "{f}");
    }
}

#[test]
fn library_export_is_accepted() {
    let Some(dir) = folder("init") else { return };
    let report = check(&dir.join("init-medium.ndjson.gz"), &Settings::default());
    println!(
        "{} declarations, {} theorems, axioms {:?}",
        report.declarations, report.theorems, report.axioms
    );
    assert_eq!(report.outcome, Outcome::Accepted);
    assert_eq!((report.declarations, report.theorems), (3234, 1819));
    assert_eq!(report.axioms, ["Classical.choice", "Quot.sound", "propext"].map(Name::new).into());
}

/// Stopping early is not an acceptance of the rest; a smaller budget gives no answer rather than a wrong one.
#[test]
fn budgets_decline() {
    let Some(dir) = folder("init") else { return };
    let path = dir.join("init-medium.ndjson.gz");
    let few = check(&path, &Settings { max_declarations: Some(10), ..Settings::default() });
    assert_eq!(few.declarations, 10);
    let poor = check(&path, &Settings { step_limit: 2000, ..Settings::default() });
    assert!(matches!(poor.outcome, Outcome::Declined { .. }), "{:?}", poor.outcome);
}
