//! Declarations of export files with small random changes: both kernels must give the same verdict on each.

mod common;

use common::mutate::Mutator;
use common::rng::Rng;
use common::{Tally, compare, files, folder, lines, number};
use std::cell::RefCell;
use std::path::Path;
use turnstile_export::Importer;
use turnstile_kernel::{Declaration, Name, Store};
use turnstile_reference::Environment;

/// Changes each declaration of a file `per_declaration` times, one in `every` of them.
fn mutants(path: &Path, seed: u64, every: usize, per_declaration: usize) -> Tally {
    let st = Store::new();
    let tally = RefCell::new(Tally::default());
    let mut reference = Environment::new();
    reference.set_fuel(300_000);
    let mut constants: Vec<Name> = vec![Name::new("Nat")];
    let mut count = 0;
    // The environment before the declaration at hand.
    let mut before = turnstile_kernel::Environment::default();
    let mut importer = Importer::new(&st);
    importer.observer = Some(Box::new(|env, st, d, answer| {
        count += 1;
        if count % every == 0 {
            let rng = Rng::new(seed ^ (count as u64) << 20);
            let mut mutator = Mutator { st, rng, constants: &constants };
            before.set_step_limit(300_000);
            for _ in 0..per_declaration {
                let mutant = mutator.declaration(d);
                let (mut kernel, mut reference) = (before.clone(), reference.clone());
                let answer = kernel.add_decl(st, &mutant);
                let mut one = compare(&kernel, &mut reference, st, &mutant, &answer);
                if !one.differences.is_empty() {
                    one.differences.push(format!("   {}", common::show(st, &mutant)));
                }
                tally.borrow_mut().add(one);
            }
        }
        let own = compare(env, &mut reference, st, d, answer);
        assert!(own.differences.is_empty(), "{:?}", own.differences);
        before = env.clone();
        constants.push(match d {
            Declaration::Inductive { types, .. } => types[0].ctors.last().map_or(types[0].name, |c| c.name),
            d => Name::new(&common::name_of(d)),
        });
    }));
    for line in lines(path) {
        let _ = importer.line(&line);
    }
    drop(importer);
    tally.into_inner()
}

fn run(name: &str, every: usize, per_declaration: usize) {
    let mut all = Tally::default();
    for path in files(name) {
        let mut tally = mutants(&path, number("SEED", 1), every, per_declaration);
        let file = path.file_name().unwrap().display().to_string();
        tally.differences.iter_mut().for_each(|d| *d = format!("{file}: {d}"));
        all.add(tally);
    }
    all.assert_same(&format!("mutants of {name}"));
}

#[test]
fn tutorial() {
    run("tutorial/good", 1, 12);
}

#[test]
fn inductive_models() {
    run("inductive-models", 1, 6);
}

#[test]
fn core_library() {
    let Some(dir) = folder("init") else { return };
    for f in ["lex-prelude.ndjson.gz", "sizeof-prelude.ndjson.gz"] {
        mutants(&dir.join(f), number("SEED", 1), 1, 8).assert_same(f);
    }
    mutants(&dir.join("init-medium.ndjson.gz"), number("SEED", 1), 3, 2).assert_same("init-medium");
}
