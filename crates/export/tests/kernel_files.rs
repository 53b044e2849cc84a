//! Runs the kernel over a folder of export files: set `TURNSTILE_SHARED`, or have `shared` beside the repository.

use flate2::read::GzDecoder;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use turnstile_export::{Importer, Outcome, Report, Settings, check_reader, write_constants};
use turnstile_kernel::{Name, Store};

fn folder(name: &str) -> Option<PathBuf> {
    let root = std::env::var_os("TURNSTILE_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let dir = root.join("kernel-tests").join(name);
    if dir.is_dir() {
        return Some(dir);
    }
    println!("skipped: {} is not there", dir.display());
    None
}

fn files(dir: &Path) -> Vec<PathBuf> {
    let mut v: Vec<PathBuf> = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    v.sort();
    v
}

fn check(path: &Path, settings: &Settings) -> Report {
    let file = File::open(path).unwrap();
    let input: Box<dyn Read> = if path.extension().is_some_and(|e| e == "gz") {
        Box::new(GzDecoder::new(file))
    } else {
        Box::new(file)
    };
    check_reader(BufReader::new(input), settings).unwrap()
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

/// What was read can be written, and what was written is accepted again, with the same constants.
#[test]
fn written_files_are_accepted_again() {
    let Some(dir) = folder("inductive-models") else { return };
    for path in files(&dir) {
        let st = Store::new();
        let mut im = Importer::new(&st);
        for line in std::fs::read_to_string(&path).unwrap().lines() {
            im.line(line).unwrap();
        }
        let mut names: Vec<Name> = im.env.iter().map(|c| c.name()).collect();
        names.sort();
        let mut written = Vec::new();
        write_constants(&mut written, &im.env, &st, &names).unwrap();
        let mut again = Importer::new(&st);
        for line in std::str::from_utf8(&written).unwrap().lines() {
            again.line(line).unwrap_or_else(|e| panic!("{}: {e:?}", path.display()));
        }
        assert_eq!(again.env.len(), im.env.len());
        for n in names {
            let (a, b) = (im.env.get(n).unwrap(), again.env.get(n).unwrap());
            assert!(st.alpha_eq(a.ty(), b.ty()), "{n}");
        }
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
