//! How fast the parts of a proof attempt are: applying tactics to goals of three kinds, decoding the library, and the way
//! from the text of a theorem to its first goal.
//!
//! `cargo bench -p turnstile`; for the tactics, criterion's `elem/s` are applications per second.

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Duration;
use turnstile::{Elaborated, Statement, Workspace};
use turnstile_policy::candidates::CandidateSettings;
use turnstile_policy::{HandMade, Policy, PremiseIndex};
use turnstile_tactic::action::{Action, TextMode};

/// Reduction steps that one application may take, as in the search.
const FUEL: u64 = 400_000;

/// One theorem of each kind; its hypotheses stand in the header, so that the first goal has more to offer than `intro`.
const GOALS: [(&str, &str); 3] = [
    ("arithmetic", "theorem t (a b c : Nat) (h : a ≤ b) : a + c ≤ c + b := sorry"),
    (
        "propositional",
        "theorem t (p q r : Prop) (h : p ∨ q) (hp : p → r) (hq : q → r) : r ∧ (q ∨ p) := sorry",
    ),
    ("list", "theorem t (xs ys : List Nat) : (xs ++ ys).length = ys.length + xs.length := sorry"),
];

fn first_statement(file: &Elaborated) -> Statement {
    file.open_statements().next().expect("the theorem lacks a proof")
}

/// The goal in a store of its own, and all that the policy proposes for it.
fn proposals(file: &Elaborated, statement: &Statement) -> (Workspace, Vec<Action>) {
    let mut workspace = statement.open(&file.terms).ok().expect("the statement has no errors");
    let m = &mut workspace.m;
    let mut policy = HandMade::new(CandidateSettings::default(), PremiseIndex::new(&m.st, &m.env));
    m.budget.fuel = FUEL;
    let ranked = policy.candidates(m, workspace.goal).ok().expect("the goal is within the budget");
    (workspace, ranked.into_iter().map(|r| r.action).collect())
}

/// Applies every action to the goal as it was at first; how many of them apply.
fn apply_all(workspace: &mut Workspace, actions: &[Action]) -> usize {
    let Workspace { m, goal } = workspace;
    let start = m.save();
    let mut applied = 0;
    for action in actions {
        m.budget.fuel = FUEL;
        applied += usize::from(black_box(action.apply(m, *goal, TextMode::None)).is_ok());
        m.restore(&start);
    }
    applied
}

/// The actions proposed for a goal, applied once each; the workspace is new for every pass, so nothing is answered from
/// the caches of the pass before.
fn tactic_applications(c: &mut Criterion) {
    let mut group = c.benchmark_group("tactic applications");
    for (kind, text) in GOALS {
        let file = Elaborated::new(text);
        let statement = first_statement(&file);
        let (mut workspace, actions) = proposals(&file, &statement);
        let applied = apply_all(&mut workspace, &actions);
        assert!(applied > 0, "no proposal applies to the {kind} goal");
        eprintln!("{kind}: {applied} of {} proposals apply", actions.len());
        group.throughput(Throughput::Elements(actions.len() as u64));
        group.bench_function(kind, |b| {
            b.iter_batched(
                || proposals(&file, &statement),
                |(mut workspace, actions)| {
                    let applied = apply_all(&mut workspace, &actions);
                    (applied, workspace)
                },
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

/// The embedded snapshot, decoded anew.
fn library_load(c: &mut Criterion) {
    c.bench_function("library load", |b| b.iter_with_large_drop(turnstile_library::decode));
}

/// A file of one theorem, from its text to the opened goal; the library is loaded already.
fn start_to_first_goal(c: &mut Criterion) {
    let (_, text) = GOALS[0];
    c.bench_function("start to first goal", |b| {
        b.iter_with_large_drop(|| {
            let file = Elaborated::new(black_box(text));
            let workspace =
                first_statement(&file).open(&file.terms).ok().expect("the statement has no errors");
            (file, workspace)
        });
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2));
    targets = tactic_applications, library_load, start_to_first_goal
}
criterion_main!(benches);
