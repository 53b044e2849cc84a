//! Checks in any order and on several threads give the verdict of checking line by line: at the same line, and for the
//! same reason.

mod support;

use std::io::Read;
use support::{files, folder, open};
use turnstile_export::{Checked, Importer, Outcome, Settings, Stop, check_file};
use turnstile_kernel::Store;

fn check(text: &str, jobs: usize) -> Checked {
    check_file(text.as_bytes(), &Settings { jobs, ..Settings::default() })
        .expect("reading memory does not fail")
}

/// What an outcome says, terms left aside: those are numbered in the order they were made.
fn said(c: &Checked) -> (String, usize, usize, usize, Vec<String>) {
    let outcome = match &c.report.outcome {
        Outcome::Accepted => "accepted".to_owned(),
        Outcome::Rejected { line, reason } => {
            format!("rejected {line} {reason} {}", reason.mismatch.is_some())
        }
        Outcome::Declined { line, reason } => format!("declined {line} {reason}"),
    };
    let axioms = c.report.axioms.iter().map(ToString::to_string).collect();
    let names = c.names.len();
    (outcome, c.report.declarations, c.report.theorems, names, axioms)
}

/// The verdict of checking each declaration before the next line is read.
fn in_order(text: &str) -> (String, usize, usize) {
    let store = Store::new();
    let mut importer = Importer::new(&store);
    let fault = text.lines().enumerate().find_map(|(i, l)| Some((i + 1, importer.line(l).err()?)));
    let fault = fault.or_else(|| Some((text.lines().count(), importer.finish().err()?)));
    let said = match fault {
        None => "accepted".to_owned(),
        Some((line, Stop::Reject(f))) => format!("rejected {line} {f} {}", f.mismatch.is_some()),
        Some((line, Stop::Decline(f))) => format!("declined {line} {f}"),
    };
    (said, importer.declarations, importer.theorems)
}

fn same(text: &str, what: &str) {
    let one = check(text, 1);
    let (outcome, declarations, theorems, ..) = said(&one);
    assert_eq!(in_order(text), (outcome, declarations, theorems), "{what}");
    for jobs in [2, 5] {
        let several = check(text, jobs);
        assert_eq!(said(&one), said(&several), "{what}, {jobs} threads");
        assert_eq!(one.env.len(), several.env.len(), "{what}");
    }
}

#[test]
fn the_shared_files() {
    for dir in ["tutorial/good", "tutorial/bad", "inductive-models"] {
        for path in folder(dir).iter().flat_map(|d| files(d)) {
            let mut text = String::new();
            open(&path).read_to_string(&mut text).expect("text");
            same(&text, &path.display().to_string());
        }
    }
}

/// Proofs that prove something else, in several places: the first counts, whoever finds it.
#[test]
fn wrong_proofs_in_a_long_file() {
    let Some(init) = folder("init") else { return };
    let mut text = String::new();
    open(&init.join("init-medium.ndjson.gz")).read_to_string(&mut text).expect("text");
    same(&text, "init-medium");
    let lines: Vec<&str> = text.lines().collect();
    let theorems: Vec<usize> = (0..lines.len()).filter(|i| lines[*i].starts_with("{\"thm\"")).collect();
    let value = |line: &str| {
        let v: serde_json::Value = serde_json::from_str(line).expect("JSON");
        v["thm"]["value"].as_u64().expect("an index")
    };
    for places in [vec![0], vec![700, 300], vec![1800], vec![1000, 1001, 1002, 1500]] {
        let mut changed: Vec<String> = lines.iter().map(ToString::to_string).collect();
        for p in &places {
            let (here, before) = (theorems[*p], theorems[(p + 1817) % 1819]);
            let other = if *p == 0 { 0 } else { value(lines[before]) };
            let from = format!("\"value\":{}", value(lines[here]));
            changed[here] = lines[here].replace(&from, &format!("\"value\":{other}"));
            assert_ne!(changed[here], lines[here]);
        }
        let text = changed.join("\n") + "\n";
        let first = theorems[*places.iter().min().expect("a place")] + 1;
        let Outcome::Rejected { line, .. } = check(&text, 3).report.outcome else { panic!("not rejected") };
        assert_eq!(line, first, "{places:?}");
        same(&text, &format!("{places:?}"));
    }
}

/// A later declaration that uses a wrong one does not hide it.
#[test]
fn what_rests_on_a_wrong_proof_is_not_accepted() {
    let wrong = include_str!("good.ndjson").to_owned()
        + "{\"in\":900,\"str\":{\"pre\":0,\"str\":\"False\"}}\n{\"ie\":900,\"sort\":0}\n\
           {\"axiom\":{\"name\":900,\"levelParams\":[],\"type\":900,\"isUnsafe\":false}}\n\
           {\"in\":901,\"str\":{\"pre\":0,\"str\":\"wrong\"}}\n{\"ie\":901,\"const\":{\"name\":900,\"us\":[]}}\n\
           {\"thm\":{\"name\":901,\"levelParams\":[],\"type\":901,\"value\":900,\"all\":[]}}\n\
           {\"in\":902,\"str\":{\"pre\":0,\"str\":\"uses\"}}\n{\"ie\":902,\"const\":{\"name\":901,\"us\":[]}}\n\
           {\"thm\":{\"name\":902,\"levelParams\":[],\"type\":901,\"value\":902,\"all\":[]}}\n";
    for jobs in [1, 2, 4] {
        let Outcome::Rejected { reason, .. } = check(&wrong, jobs).report.outcome else {
            panic!("not rejected")
        };
        assert_eq!(reason.declaration.map(|n| n.to_string()).as_deref(), Some("wrong"));
    }
    same(&wrong, "wrong");
}
