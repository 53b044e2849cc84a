//! Both kernels on a folder of export files, declaration by declaration: the same verdicts, the same derived data. Set
//! `TURNSTILE_SHARED`, or have `shared` beside the repository.

mod common;

use common::{Tally, compare, files, folder, lines};
use std::cell::RefCell;
use std::path::Path;
use std::time::Instant;
use turnstile_export::Importer;
use turnstile_kernel::Store;
use turnstile_reference::Environment;

/// All declarations of a file, those after a refused one included.
fn run(path: &Path, max_declarations: usize) -> Tally {
    let st = Store::new();
    let tally = RefCell::new(Tally::default());
    let mut reference = Environment::new();
    let mut importer = Importer::new(&st);
    importer.observer = Some(Box::new(|env, st, d, answer| {
        let start = Instant::now();
        let one = compare(env, &mut reference, st, d, answer);
        if std::env::var_os("SHOW").is_some() && (one.no_verdict > 0 || start.elapsed().as_millis() > 300) {
            println!("{}: {} without verdict, {:?}", common::name_of(d), one.no_verdict, start.elapsed());
        }
        tally.borrow_mut().add(one);
    }));
    for line in lines(path) {
        if importer.declarations >= max_declarations {
            break;
        }
        // A refusal, of whatever kind, ends only this declaration.
        let _ = importer.line(&line);
    }
    drop(importer);
    tally.into_inner()
}

fn run_folder(name: &str) -> Tally {
    let mut all = Tally::default();
    for path in files(name) {
        let mut tally = run(&path, usize::MAX);
        let file = path.file_name().unwrap().display().to_string();
        tally.differences.iter_mut().for_each(|d| *d = format!("{file}: {d}"));
        all.add(tally);
    }
    all
}

#[test]
fn good_files() {
    let tally = run_folder("tutorial/good");
    tally.assert_same("tutorial/good");
    assert_eq!((tally.rejected, tally.no_verdict), (0, 0));
}

#[test]
fn bad_files() {
    run_folder("tutorial/bad").assert_same("tutorial/bad");
}

#[test]
fn inductive_models() {
    let tally = run_folder("inductive-models");
    tally.assert_same("inductive-models");
    assert_eq!((tally.rejected, tally.no_verdict), (0, 0));
}

#[test]
fn preludes() {
    let Some(dir) = folder("init") else { return };
    for f in ["lex-prelude.ndjson.gz", "sizeof-prelude.ndjson.gz"] {
        let tally = run(&dir.join(f), usize::MAX);
        tally.assert_same(f);
        assert_eq!((tally.rejected, tally.no_verdict), (0, 0));
    }
}

#[test]
fn core_library() {
    let Some(dir) = folder("init") else { return };
    let tally = run(&dir.join("init-medium.ndjson.gz"), usize::MAX);
    tally.assert_same("init-medium");
    assert_eq!(tally.rejected, 0);
}
