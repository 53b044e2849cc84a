//! How fast ordinary theorem files are elaborated and checked, once the library is there; and what a change costs in a file
//! that was elaborated before.
//!
//! `cargo bench -p turnstile --bench elaboration`; criterion's `elem/s` are lines per second.

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::path::Path;
use std::rc::Rc;
use turnstile::Elaborated;
use turnstile_elab::command::{FrontEnd, Session};
use turnstile_kernel::Store;
use turnstile_tactic::TacticEval;

/// The files of a folder of `tests/language`.
fn texts(folder: &str) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/language").join(folder);
    let mut files: Vec<_> =
        std::fs::read_dir(root).expect("the folder").map(|e| e.expect("a file").path()).collect();
    files.sort();
    files.iter().map(|f| std::fs::read_to_string(f).expect("a text")).collect()
}

fn lines_per_second(c: &mut Criterion) {
    let mut group = c.benchmark_group("lines");
    let _ = turnstile_library::load();
    for folder in ["propositions", "quantifiers", "inductive_types", "tactics", "conv"] {
        let texts = texts(folder);
        group.throughput(Throughput::Elements(texts.iter().map(|t| t.lines().count() as u64).sum()));
        group.sample_size(10).bench_function(folder, |b| {
            b.iter(|| texts.iter().map(|t| black_box(Elaborated::new(t)).records.len()).sum::<usize>());
        });
    }
    group.finish();
}

/// The last theorem of a file of two hundred is changed.
fn edit(c: &mut Criterion) {
    let text: String =
        (0..200).map(|i| format!("theorem t{i} (a b : Nat) : a + b = b + a := by omega\n")).collect();
    let changed = text.clone() + "theorem last : 1 + 1 = 2 := rfl\n";
    c.bench_function("edit at the end", |b| {
        b.iter_batched(
            || {
                let (library, env) = turnstile_library::load();
                let store = Rc::new(Store::over(&library));
                let mut session = Session::new(FrontEnd::new(store, env, Some(Rc::new(TacticEval))));
                session.update(&text);
                session
            },
            |mut session| black_box(session.update(&changed)),
            BatchSize::LargeInput,
        );
    });
}

criterion_group!(benches, lines_per_second, edit);
criterion_main!(benches);
