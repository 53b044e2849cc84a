//! How fast the kernel is: one small theorem over the loaded library, the reference kernel beside the fast one, and a large
//! export file: read, read and checked, and checked by two threads.
//!
//! `cargo bench -p turnstile-export`. The large file is `kernel-tests/init/init-medium.ndjson.gz` in the folder that
//! `TURNSTILE_SHARED` names; without it those benches are left out. Criterion's `elem/s` are declarations per second.

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use flate2::read::GzDecoder;
use std::hint::black_box;
use std::io::Read;
use std::path::PathBuf;
use std::time::Duration;
use turnstile_export::{Importer, Outcome, Settings, check_reader};
use turnstile_kernel::{Binder, ConstantVal, Declaration, Name, Store};

/// A small file of our own.
const SMALL: &str = include_str!("../tests/good.ndjson");

/// How lines start that declare something; the others make names, levels and terms.
const DECLARATIONS: [&[u8]; 6] =
    [b"{\"axiom\"", b"{\"def\"", b"{\"inductive\"", b"{\"opaque\"", b"{\"quot\"", b"{\"thm\""];

/// The large file, unpacked.
fn large_file() -> Option<Vec<u8>> {
    let folder = PathBuf::from(std::env::var_os("TURNSTILE_SHARED")?);
    let packed = std::fs::read(folder.join("kernel-tests/init/init-medium.ndjson.gz")).ok()?;
    let mut text = Vec::new();
    GzDecoder::new(&packed[..]).read_to_end(&mut text).ok()?;
    Some(text)
}

/// How many declarations were accepted: all.
fn check(text: &[u8], jobs: usize) -> usize {
    let report = check_reader(text, &Settings { jobs, ..Settings::default() }).expect("reading from memory");
    assert_eq!(report.outcome, Outcome::Accepted);
    report.declarations
}

fn large(c: &mut Criterion) {
    let Some(text) = large_file() else {
        eprintln!("init-medium is left out: TURNSTILE_SHARED names no folder that has it");
        return;
    };
    let lines = text.split_inclusive(|byte| *byte == b'\n');
    let terms: Vec<&[u8]> = lines.filter(|l| !DECLARATIONS.iter().any(|d| l.starts_with(d))).collect();
    let terms = terms.concat();
    assert_eq!(check(&terms, 1), 0);
    let mut group = c.benchmark_group("init-medium");
    group.throughput(Throughput::Elements(check(&text, 1) as u64));
    group.bench_function("read only", |b| b.iter(|| check(black_box(&terms), 1)));
    group.bench_function("one job", |b| b.iter(|| check(black_box(&text), 1)));
    group.bench_function("two jobs", |b| b.iter(|| check(black_box(&text), 2)));
    group.finish();
}

/// `theorem t (n : Nat) : n + 0 = n := rfl`, in a store of its own over the library: what a caller in the same process
/// pays.
fn small_theorem(c: &mut Criterion) {
    let (library, env) = turnstile_library::load();
    let declaration = |st: &Store| {
        let (nat, n, one) = (st.const0("Nat"), Binder::new(Name::new("n")), st.l_succ(st.l_zero()));
        let sum = st.apps(st.const0("Nat.add"), &[st.bvar(0), st.nat_u64(0)]);
        let equation = st.apps(st.const_(Name::new("Eq"), &[one]), &[nat, sum, st.bvar(0)]);
        let proof = st.apps(st.const_(Name::new("Eq.refl"), &[one]), &[nat, st.bvar(0)]);
        let ty = st.pi(n, nat, equation);
        let header = ConstantVal { name: Name::new("bench.t"), level_params: [].into(), ty };
        Declaration::Theorem(header, st.lam(n, nat, proof))
    };
    c.bench_function("small theorem over the library", |b| {
        b.iter_with_large_drop(|| {
            let st = Store::over(black_box(&library));
            let mut after = env.kernel.clone();
            let d = declaration(&st);
            after.add_decl(&st, &d).expect("the theorem is right");
            (st, after)
        });
    });
}

/// All declarations of the small file, by each kernel; reading is not measured.
fn two_kernels(c: &mut Criterion) {
    let st = Store::new();
    let mut declarations = Vec::new();
    let mut importer = Importer::new(&st);
    importer.observer = Some(Box::new(|_, _, d, _| declarations.push(d.clone())));
    SMALL.lines().for_each(|line| importer.line(line).expect("the file is right"));
    drop(importer);
    let terms = st.freeze();
    let mut group = c.benchmark_group("small file");
    group.throughput(Throughput::Elements(declarations.len() as u64));
    group.bench_function("fast kernel", |b| {
        b.iter_batched(
            || Store::over(&terms),
            |st| {
                let mut env = turnstile_kernel::Environment::default();
                declarations.iter().for_each(|d| env.add_decl(&st, d).expect("accepted"));
                (env, st)
            },
            BatchSize::SmallInput,
        );
    });
    let st = Store::over(&terms);
    group.bench_function("reference kernel", |b| {
        b.iter_with_large_drop(|| {
            let mut env = turnstile_reference::Environment::new();
            declarations.iter().for_each(|d| env.add_decl(&st, d).expect("accepted"));
            env
        });
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(3));
    targets = small_theorem, two_kernels, large
}
criterion_main!(benches);
