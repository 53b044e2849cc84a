//! A query of a memory of 100,000 solved goals, some of whose features are frequent and most rare:
//! `cargo bench -p turnstile-policy --bench knn`.

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use turnstile_policy::knn::Memory;
use turnstile_policy::sketch::{ActionSketch, GoalSketch};

/// A linear congruential generator (Knuth, MMIX): the benchmark is the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

fn goal(r: &mut Random) -> GoalSketch {
    // Feature number k is about 1/k as frequent as the first (Zipf).
    let mut features: Vec<u64> = (0..60)
        .map(|_| {
            let range = 1 + r.below(50_000);
            r.below(range)
        })
        .collect();
    features.sort_unstable();
    features.dedup();
    GoalSketch { features, ..GoalSketch::default() }
}

fn knn(c: &mut Criterion) {
    let mut r = Random(1);
    let mut memory = Memory::default();
    let action = |n: u64| ActionSketch { template: format!("tactic {n}"), args: vec![] };
    for _ in 0..100_000 {
        let n = r.below(40);
        memory.insert(&goal(&mut r), &action(n), "theorem");
    }
    let goals: Vec<GoalSketch> = (0..64).map(|_| goal(&mut r)).collect();
    let mut next = 0;
    c.bench_function("nearest of 100000", |b| {
        b.iter(|| {
            next = (next + 1) % goals.len();
            black_box(memory.nearest(&goals[next], 12))
        });
    });
}

criterion_group!(benches, knn);
criterion_main!(benches);
