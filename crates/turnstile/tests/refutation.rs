//! Refutation over the theorem files of the project: what is true is never refuted, what is false mostly is.

use std::path::Path;
use std::rc::Rc;
use turnstile::{Elaborated, Source};
use turnstile_elab::Meta;
use turnstile_kernel::Store;
use turnstile_refute::{Limits, refute};

/// Number of open theorems of a file, and those that are refuted, with the counterexamples.
fn refuted(file: &str, limits: &Limits) -> (usize, Vec<String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../datasets").join(file);
    let source = Source::read(&path).expect("a theorem file");
    let file = Elaborated::new(&source.text);
    let mut found = Vec::new();
    let open: Vec<_> = file.records.iter().filter(|r| !r.sorries.is_empty()).collect();
    for record in &open {
        let statement = file.statement(record).expect("a statement");
        let mut m = Meta::new(Rc::new(Store::over(&file.terms)), statement.env);
        if let Ok(Some(r)) = refute(&mut m, statement.ty, limits, None) {
            found.push(format!("{}: {}", record.name, r.text));
        }
    }
    (open.len(), found)
}

#[test]
fn false_statements_are_refuted() {
    for (file, least) in [("false.lean", 80), ("false_mutants.lean", 80)] {
        let (all, found) = refuted(file, &Limits::default());
        assert!(found.len() * 100 >= all * least, "{file}: {} of {all}: {found:#?}", found.len());
    }
}

/// A refutation is a proof of the negation that the kernel accepted, so this can fail only if the kernel or a statement is
/// wrong.
#[test]
fn true_statements_are_not() {
    let limits = Limits { fuel: 150_000, steps: 10_000, ..Limits::default() };
    let files = [
        "nng.lean",
        "nng_core.lean",
        "lean_core_style.lean",
        "isaplanner.lean",
        "isaplanner_core.lean",
        "prod.lean",
        "prod_core.lean",
        "pelletier.lean",
        "prop_families.lean",
        "minif2f_arith.lean",
    ];
    for file in files {
        let (_, found) = refuted(file, &limits);
        assert_eq!(found, Vec::<String>::new(), "{file}");
    }
}
