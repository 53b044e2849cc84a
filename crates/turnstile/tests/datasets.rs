//! The theorem files of the project are what their headers say.

use std::collections::BTreeMap;
use std::path::Path;
use turnstile::{Directives, Prover, Settings, Source, Target, targets};

fn sources() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../datasets");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder of theorem files")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "lean"))
        .collect();
    paths.sort();
    paths.iter().map(|path| Source::read(path).expect("a theorem file")).collect()
}

fn goals(source: &Source) -> Vec<Target> {
    targets(&source.text, &turnstile_syntax::parse_file(&source.text).commands)
}

#[test]
fn every_file_has_as_many_theorems_as_it_says() {
    let expected = BTreeMap::from([
        ("false", 40),
        ("false_mutants", 200),
        ("isaplanner", 86),
        ("isaplanner_core", 86),
        ("lean_core_style", 195),
        ("minif2f_arith", 199),
        ("nng", 79),
        ("nng_core", 79),
        ("pelletier", 46),
        ("prod", 74),
        ("prod_core", 74),
        ("prop_families", 26),
    ]);
    let mut found = BTreeMap::new();
    let sources = sources();
    for source in &sources {
        let count = goals(source).len();
        let name = source.path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
        assert!(source.text.contains(&format!(": {count} theorems.")), "{name}");
        found.insert(name, count);
    }
    assert_eq!(found, expected);
}

#[test]
fn every_file_is_read_without_complaint() {
    let prover = Prover::new(Settings::default());
    for source in sources() {
        let diagnostics = prover.check_file(&source).diagnostics;
        let errors: Vec<_> = diagnostics.iter().filter(|d| d.is_error()).collect();
        assert!(errors.is_empty(), "{}: {errors:?}", source.path.display());
        assert!(Directives::parse(&source.text).0.isolate, "{}", source.path.display());
    }
}

#[test]
fn lemmas_of_the_same_content_are_hidden() {
    for source in sources() {
        let name = source.path.file_stem().and_then(|stem| stem.to_str()).expect("a name");
        let hidden = Directives::parse(&source.text).0.without;
        let of = |theorem: &str| goals(&source).into_iter().find(|t| t.name == theorem).map(|t| t.without);
        match name {
            "lean_core_style" => assert!(hidden.contains("Nat.add_comm") && hidden.contains("and_comm")),
            "prod_core" => assert!(hidden.contains("List.reverse_reverse")),
            "pelletier" => assert!(of("pel_06").is_some_and(|names| names.contains("Classical.em"))),
            _ => {}
        }
    }
}

#[test]
fn no_name_is_used_twice() {
    for source in sources() {
        let mut names: Vec<String> = goals(&source).into_iter().map(|target| target.name).collect();
        names.sort();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count, "{}", source.path.display());
    }
}
