//! Best-first search on graphs written out in full, against brute force and to the exact budget.

use proptest::prelude::*;
use turnstile_search::{
    Backend, Budget, Budgets, CancelFlag, Candidate, Candidates, Counts, Found, GoalStatus, Interrupt,
    Outcome, Picture, Proof, Scoring, Settings, StopReason, Widening, best_first,
};

/// Goals are numbers; `moves[goal]` are its actions, `None` for one that fails. A state carries a tag as well, which is no
/// part of its key, and an action works only on a state of its own tag: a proof must be restated where goals were merged.
#[derive(Clone, Debug)]
struct Written {
    moves: Vec<Vec<Option<Vec<usize>>>>,
    batch: usize,
    cancel_at: Option<(u64, CancelFlag)>,
    applied: u64,
}

impl Written {
    fn new(moves: Vec<Vec<Option<Vec<usize>>>>) -> Self {
        Written { moves, batch: 2, cancel_at: None, applied: 0 }
    }
}

type State = (usize, u64);
type Move = (usize, u64);

impl Backend for Written {
    type State = State;
    type Action = Move;
    type Key = usize;

    fn key(&self, state: &State) -> usize {
        state.0
    }

    fn candidates(&mut self, &(goal, tag): &State, given: usize, _: &Interrupt) -> Candidates<Move> {
        let end = (given + self.batch).min(self.moves[goal].len());
        let list = (given..end).map(|i| Candidate::new((i, tag), -0.4 * (i as f64) - 0.1));
        if end < self.moves[goal].len() { Candidates::some(list) } else { Candidates::all(list) }
    }

    fn apply(&mut self, &(goal, tag): &State, action: &Move, _: &Interrupt) -> Outcome<State> {
        self.applied += 1;
        if let Some((_, flag)) = self.cancel_at.as_ref().filter(|(n, _)| *n == self.applied) {
            flag.cancel();
        }
        match &self.moves[goal][action.0] {
            Some(children) if action.1 == tag => {
                let tag = |i: usize| tag.wrapping_mul(31).wrapping_add((action.0 * 7 + i) as u64);
                Outcome::Children(children.iter().enumerate().map(|(i, &child)| (child, tag(i))).collect())
            }
            _ => Outcome::Failed,
        }
    }

    fn estimate(&mut self, state: &State) -> f64 {
        (state.0 * 37 % 11) as f64 / 11.0
    }

    fn features(&self, state: &State, features: &mut Vec<u64>) {
        features.extend([state.0 as u64 % 3, state.0 as u64]);
    }

    fn show_state(&mut self, state: &State) -> String {
        format!("\"{}\"", state.0)
    }

    fn restate(&mut self, action: &Move, _: &State, to: &State) -> Option<Move> {
        Some((action.0, to.1))
    }
}

fn search(backend: &mut Written, settings: &Settings) -> Found<State, Move, usize> {
    best_first(backend, (0, 1), settings, &CancelFlag::new(), &mut ())
}

/// Smallest number of steps of a proof of each goal, by iteration to a fixed point.
fn brute_force(moves: &[Vec<Option<Vec<usize>>>]) -> Vec<Option<u64>> {
    let mut sizes: Vec<Option<u64>> = vec![None; moves.len()];
    loop {
        let better: Vec<Option<u64>> = moves
            .iter()
            .map(|moves| {
                let sum = |children: &Vec<usize>| {
                    children.iter().try_fold(1u64, |sum, &child| Some(sum.saturating_add(sizes[child]?)))
                };
                moves.iter().flatten().filter_map(sum).min()
            })
            .collect();
        if better == sizes {
            return sizes;
        }
        sizes = better;
    }
}

/// Replays a proof from the root.
fn check(backend: &mut Written, proof: &Proof<Move>) {
    let mut work = vec![((0, 1), proof.root())];
    while let Some((state, step)) = work.pop() {
        let interrupt = Interrupt::new(None, CancelFlag::new());
        let Outcome::Children(states) = backend.apply(&state, step.action(), &interrupt) else {
            panic!("{:?} fails on {state:?}", step.action());
        };
        assert_eq!(states.len(), step.children().len());
        work.extend(states.into_iter().zip(step.children()));
    }
}

fn budgets(budgets: Budgets) -> Settings {
    Settings { budgets, ..Settings::default() }
}

/// A chain of goals, each with one failing action and one that leads on, and a proof at the end.
fn chain(length: usize) -> Written {
    let mut moves: Vec<_> = (1..length).map(|next| vec![None, Some(vec![next])]).collect();
    moves.push(vec![Some(vec![])]);
    Written::new(moves)
}

#[test]
fn expansions_are_honoured_exactly() {
    for limit in 0..10 {
        let settings = budgets(Budgets { expansions: Some(limit), ..Budgets::default() });
        let report = search(&mut chain(10), &settings).report;
        assert_eq!((report.stop, report.counts.expansions), (StopReason::Budget(Budget::Expansions), limit));
    }
    let settings = budgets(Budgets { expansions: Some(10), ..Budgets::default() });
    let report = search(&mut chain(10), &settings).report;
    assert_eq!((report.stop, report.counts.expansions), (StopReason::Solved, 10));
}

#[test]
fn applications_are_honoured_exactly() {
    for limit in 0..19 {
        let settings = budgets(Budgets { applications: Some(limit), ..Budgets::default() });
        let mut backend = chain(10);
        let report = search(&mut backend, &settings).report;
        assert_eq!(
            (report.stop, report.counts.applications, backend.applied),
            (StopReason::Budget(Budget::Applications), limit, limit)
        );
    }
    let settings = budgets(Budgets { applications: Some(19), ..Budgets::default() });
    assert_eq!(search(&mut chain(10), &settings).report.stop, StopReason::Solved);
}

#[test]
fn nodes_are_never_exceeded() {
    for limit in 1..19 {
        let settings = budgets(Budgets { nodes: Some(limit), ..Budgets::default() });
        let found = search(&mut chain(10), &settings);
        assert_eq!(found.report.stop, StopReason::Budget(Budget::Nodes));
        assert!(found.graph.node_count() <= limit);
    }
    let settings = budgets(Budgets { nodes: Some(20), ..Budgets::default() });
    assert_eq!(search(&mut chain(10), &settings).report.stop, StopReason::Solved);
}

#[test]
fn no_time_is_no_work() {
    let settings = budgets(Budgets { seconds: Some(0.0), ..Budgets::default() });
    let mut backend = chain(10);
    let report = search(&mut backend, &settings).report;
    assert_eq!((report.stop, backend.applied), (StopReason::Budget(Budget::Seconds), 0));
}

#[test]
fn a_raised_flag_stops_the_search() {
    let flag = CancelFlag::new();
    let mut backend = Written { cancel_at: Some((7, flag.clone())), ..chain(10) };
    let report = best_first(&mut backend, (0, 1), &Settings::default(), &flag, &mut ()).report;
    assert_eq!((report.stop, report.counts.applications), (StopReason::Cancelled, 7));
}

#[test]
fn what_lies_too_deep_is_not_called_exhausted() {
    let settings = budgets(Budgets { depth: 5, ..Budgets::default() });
    let report = search(&mut chain(10), &settings).report;
    assert_eq!((report.stop, report.counts.too_deep), (StopReason::Incomplete, 1));
}

#[test]
fn a_proof_never_uses_its_own_goal() {
    // 0 and 1 lean on each other; only the long way round is a proof.
    let mut backend = Written::new(vec![
        vec![Some(vec![1]), Some(vec![2])],
        vec![Some(vec![0])],
        vec![Some(vec![3, 3])],
        vec![Some(vec![])],
    ]);
    let found = search(&mut backend, &Settings::default());
    let proof = found.proof.expect("a proof");
    check(&mut backend, &proof);
    assert_eq!(proof.tree_size(), 4);
}

#[test]
fn a_bare_cycle_is_exhausted() {
    let mut backend = Written::new(vec![vec![Some(vec![1])], vec![Some(vec![2])], vec![Some(vec![0, 1])]]);
    assert_eq!(search(&mut backend, &Settings::default()).report.stop, StopReason::Exhausted);
    let mut backend = Written::new(vec![vec![Some(vec![0])]]);
    let report = search(&mut backend, &Settings::default()).report;
    assert_eq!((report.stop, report.counts.loops), (StopReason::Exhausted, 1));
}

#[test]
fn equal_states_are_one_goal() {
    // A full binary tree of depth 20 over 21 different states.
    let mut moves: Vec<_> = (1..=20).map(|next| vec![Some(vec![next, next])]).collect();
    moves.push(vec![Some(vec![])]);
    let found = search(&mut Written::new(moves), &Settings::default());
    assert_eq!(found.report.stop, StopReason::Solved);
    assert_eq!((found.report.counts.goals, found.report.counts.expansions), (21, 21));
    assert_eq!(found.report.proof_size, Some((1 << 21) - 1));
}

#[test]
fn the_harder_child_comes_first_and_its_failure_saves_the_other() {
    // Estimates: goal 3 is 1/11, goal 5 is 9/11; goal 5 fails, so goal 3 is never looked at.
    let mut moves = vec![vec![]; 6];
    moves[0] = vec![Some(vec![3, 5])];
    moves[3] = vec![Some(vec![])];
    moves[5] = vec![None];
    let found = search(&mut Written::new(moves), &Settings::default());
    assert_eq!(found.report.stop, StopReason::Exhausted);
    let untouched = found.graph.goal(found.graph.find(&3).expect("goal 3"));
    assert_eq!((untouched.status, untouched.expansions), (GoalStatus::Open, 0));
}

#[test]
fn a_step_that_asks_for_more_is_left_out() {
    let mut backend = Written::new(vec![vec![Some(vec![1]), Some(vec![1, 2])], vec![None], vec![None]]);
    backend.batch = 9;
    let report = search(&mut backend, &Settings::default()).report;
    assert_eq!((report.stop, report.counts.dominated, report.counts.goals), (StopReason::Exhausted, 1, 2));
}

#[test]
fn the_picture_shows_every_node() {
    let mut backend = Written::new(vec![vec![Some(vec![1])], vec![Some(vec![])]]);
    let found = search(&mut backend, &Settings::default());
    let dot = Picture::new(&found, &mut backend, 9).to_dot();
    assert!(dot.contains(r#"g1 [shape=box, color=darkgreen, penwidth=3, label="\"1\"\l"#), "{dot}");
    assert!(dot.contains("s0 -> g1"), "{dot}");
}

#[test]
fn settings_survive_a_file_and_reject_typos() {
    let settings = Settings {
        seed: 7,
        budgets: Budgets { seconds: Some(1.5), ..Budgets::default() },
        ..Settings::default()
    };
    let text = serde_json::to_string(&settings).expect("settings are data");
    assert_eq!(serde_json::from_str::<Settings>(&text).expect("what was written can be read"), settings);
    assert!(serde_json::from_str::<Settings>(r#"{"buggets": {}}"#).is_err());
}

fn written() -> impl Strategy<Value = Written> {
    (2usize..12)
        .prop_flat_map(|n| {
            let step = prop_oneof![
                1 => Just(None),
                1 => Just(Some(vec![])),
                6 => prop::collection::vec(0..n, 1..4).prop_map(Some),
            ];
            (prop::collection::vec(prop::collection::vec(step, 0..5), n), 1usize..4)
        })
        .prop_map(|(moves, batch)| Written { batch, ..Written::new(moves) })
}

fn settings() -> impl Strategy<Value = Settings> {
    (any::<u64>(), 0..2u8, 0..3u8, 1usize..4, 1usize..4).prop_map(
        |(seed, noise, exponent, successes, attempts)| Settings {
            seed,
            scoring: Scoring {
                noise: f64::from(noise),
                length_exponent: f64::from(exponent) / 2.0,
                novelty_weight: f64::from(noise),
                ..Scoring::default()
            },
            widening: Widening { successes, attempts, gap: 0.5 },
            ..Settings::default()
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn verdicts_are_those_of_brute_force(mut backend in written(), settings in settings()) {
        let truth = brute_force(&backend.moves);
        let found = search(&mut backend, &settings);
        match truth[0] {
            Some(size) => {
                prop_assert_eq!(found.report.stop, StopReason::Solved);
                let proof = found.proof.as_ref().expect("solved");
                check(&mut backend, proof);
                prop_assert!(proof.tree_size() >= size);
                prop_assert_eq!(proof.preorder().count() as u64, proof.tree_size());
            }
            None => prop_assert_eq!(found.report.stop, StopReason::Exhausted),
        }
        for goal in found.graph.goals() {
            match goal.status {
                GoalStatus::Solved => prop_assert!(truth[goal.state.0].is_some()),
                GoalStatus::Exhausted => prop_assert!(truth[goal.state.0].is_none()),
                GoalStatus::Open => {}
            }
        }
    }

    #[test]
    fn runs_repeat_themselves(backend in written(), settings in settings()) {
        let run = || {
            let mut trace: Vec<Counts> = Vec::new();
            let mut observer = |counts: &Counts| trace.push(*counts);
            let mut backend = backend.clone();
            let found = best_first(&mut backend, (0, 1), &settings, &CancelFlag::new(), &mut observer);
            let dot = Picture::new(&found, &mut backend, 99).to_dot();
            (trace, found.report.stop, found.report.counts, found.proof, dot)
        };
        prop_assert_eq!(run(), run());
    }

    #[test]
    fn budgets_hold_on_any_graph(mut backend in written(), applications in 0u64..20, nodes in 1usize..20) {
        let settings = budgets(Budgets {
            applications: Some(applications),
            nodes: Some(nodes),
            ..Budgets::default()
        });
        let found = search(&mut backend, &settings);
        prop_assert!(found.report.counts.applications <= applications);
        prop_assert!(found.graph.node_count() <= nodes);
    }
}
