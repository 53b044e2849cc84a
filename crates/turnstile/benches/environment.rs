//! How fast single steps of the calculus are: a fork of a state, `intro`, `rw`, `apply`, and the fingerprint of a state.
//!
//! `cargo bench -p turnstile --bench environment`. A step is worked out in a fresh calculus each time; `again` is the same
//! step looked up.

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use std::cell::RefCell;
use std::hint::black_box;
use turnstile::{Elaborated, Workspace};
use turnstile_elab::Meta;
use turnstile_kernel::{MVarId, Name};
use turnstile_tactic::action::{Action, Fact, HypRef};
use turnstile_tactic::primitive::{Calculus, Outcome};

const GOALS: [(&str, &str, fn() -> Action); 3] = [
    ("intro", "theorem t : ∀ p q : Prop, p → q → p ∧ q := sorry", || Action::Intro(1)),
    ("rw", "theorem t (a b c d : Nat) : (a + b) + (c + d) = (d + c) + (b + a) := sorry", || {
        Action::Rewrite { rule: Fact::Const(Name::new("Nat.add_comm")), symm: false, at: None }
    }),
    (
        "apply",
        "theorem t (p q r : Nat → Prop) (h : ∀ n, p n → q n → r n) (n : Nat) : r (n + 1) := sorry",
        || Action::Apply(Fact::Hyp(HypRef(3))),
    ),
];

fn world(text: &str) -> (Meta, MVarId) {
    let file = Elaborated::new(text);
    let statement = file.open_statements().next().expect("the theorem lacks a proof");
    let Workspace { m, goal } = statement.open(&file.terms).ok().expect("the statement has no errors");
    (m, goal)
}

fn steps(c: &mut Criterion) {
    let mut group = c.benchmark_group("primitive steps");
    for (name, text, action) in GOALS {
        let (mut m, goal) = world(text);
        m.budget.fuel = u64::MAX;
        let action = action();
        let world_m = RefCell::new(m);
        group.bench_function(name, |b| {
            b.iter_batched_ref(
                || {
                    let mut calculus = Calculus::default();
                    let root = calculus.intern(&world_m.borrow(), goal).expect("no holes");
                    (calculus, root)
                },
                |(calculus, root)| calculus.step(&mut world_m.borrow_mut(), *root, &action).ok(),
                BatchSize::LargeInput,
            );
        });
        let (mut m, goal) = world(text);
        m.budget.fuel = u64::MAX;
        let mut calculus = Calculus::default();
        let root = calculus.intern(&m, goal).expect("no holes");
        group.bench_function(format!("{name} again"), |b| {
            b.iter(|| calculus.step(&mut m, black_box(root), &action).ok());
        });
        let Ok(Outcome::Follows(_)) = calculus.step(&mut m, root, &action) else {
            panic!("{name} does not apply");
        };
    }
    group.finish();
}

fn states(c: &mut Criterion) {
    let mut group = c.benchmark_group("states");
    let (mut m, goal) = world(GOALS[2].1);
    let mut calculus = Calculus::default();
    let root = calculus.intern(&m, goal).expect("no holes");
    let Ok(Outcome::Follows(i)) = calculus.step(&mut m, root, &(GOALS[2].2)()) else { panic!("no step") };
    let start = calculus.start(root);
    let state = calculus.after(start, i);
    group.bench_function("fork", |b| b.iter(|| black_box(state)));
    group.bench_function("hash", |b| b.iter(|| calculus.state_hash(black_box(state))));
    group.bench_function("fork and step", |b| {
        b.iter(|| {
            let mark = calculus.mark();
            let fork = black_box(start);
            let next = calculus.after(fork, i);
            calculus.forget(mark);
            next
        });
    });
    // The state of the tactics, for comparison.
    group.bench_function("fork of a metavariable context", |b| b.iter(|| black_box(&m).save()));
    group.finish();
}

criterion_group!(benches, steps, states);
criterion_main!(benches);
