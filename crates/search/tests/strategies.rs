//! Every strategy, shape and number of workers on graphs written out in full: the same verdicts as brute force, and only
//! proofs that hold.

use proptest::prelude::*;
use turnstile_search::{
    Backend, Budgets, CancelFlag, Candidate, Candidates, Happened, Interrupt, Outcome, Proof, Recording, Run,
    Scoring, Settings, Shape, StopReason, Team, Worker, parallel, rebuild, repeat, search,
};

type Moves = Vec<Vec<Option<Vec<usize>>>>;

/// Goals are numbers; `moves[goal]` are its actions, `None` for one that fails.
#[derive(Clone, Debug)]
struct Written(Moves);

impl Backend for Written {
    type State = usize;
    type Action = usize;
    type Key = usize;

    fn key(&self, state: &usize) -> usize {
        *state
    }

    fn candidates(&mut self, goal: &usize, given: usize, _: &Interrupt) -> Candidates<usize> {
        let end = (given + 3).min(self.0[*goal].len());
        let list = (given..end).map(|i| Candidate::new(i, -0.4 * (i as f64) - 0.1));
        if end < self.0[*goal].len() { Candidates::some(list) } else { Candidates::all(list) }
    }

    fn apply(&mut self, goal: &usize, action: &usize, _: &Interrupt) -> Outcome<usize> {
        match &self.0[*goal][*action] {
            Some(children) => Outcome::Children(children.clone()),
            None => Outcome::Failed,
        }
    }

    fn estimate(&mut self, state: &usize) -> f64 {
        (state * 37 % 11) as f64 / 11.0
    }

    fn features(&self, state: &usize, features: &mut Vec<u64>) {
        features.push(*state as u64);
    }

    fn show_state(&mut self, state: &usize) -> String {
        format!("goal <{state}>")
    }

    fn show_action(&mut self, _: &usize, action: &usize) -> String {
        format!("move {action}")
    }
}

struct Writers<'a>(&'a Moves);

impl Team for Writers<'_> {
    fn work(&self, worker: impl Worker) {
        worker.run(&mut Written(self.0.clone()), 0);
    }
}

/// Whether each goal has a proof, by iteration to a fixed point.
fn provable(moves: &Moves) -> Vec<bool> {
    let mut known = vec![false; moves.len()];
    loop {
        let next: Vec<bool> = moves
            .iter()
            .map(|moves| moves.iter().flatten().any(|children| children.iter().all(|child| known[*child])))
            .collect();
        if next == known {
            return known;
        }
        known = next;
    }
}

/// Replays a proof from the root.
fn check(moves: &Moves, proof: &Proof<usize>) {
    let mut work = vec![(0, proof.root())];
    while let Some((goal, step)) = work.pop() {
        let children = moves[goal][*step.action()].as_ref().expect("an action that applies");
        assert_eq!(children.len(), step.children().len());
        work.extend(children.iter().copied().zip(step.children()));
    }
}

fn puct() -> Settings {
    Settings { strategy: turnstile_search::Strategy::Puct, ..Settings::default() }
}

fn run(moves: &Moves, settings: &Settings) -> turnstile_search::Answer<usize> {
    search(&mut Written(moves.clone()), 0, settings, &CancelFlag::new(), None, &mut ())
}

fn graphs() -> impl Strategy<Value = Moves> {
    (2usize..9).prop_flat_map(|goals| {
        let children = proptest::collection::vec(0..goals, 0..3);
        let action = proptest::option::weighted(0.7, children);
        proptest::collection::vec(proptest::collection::vec(action, 0..4), goals)
    })
}

proptest! {
    #[test]
    fn puct_decides_like_brute_force(moves in graphs(), leaves in 1usize..4) {
        let mut settings = puct();
        settings.puct.leaves = leaves;
        let answer = run(&moves, &settings);
        prop_assert_eq!(answer.proof.is_some(), provable(&moves)[0]);
        let expected = if answer.proof.is_some() { StopReason::Solved } else { StopReason::Exhausted };
        prop_assert_eq!(answer.report.stop, expected);
        if let Some(proof) = answer.proof {
            check(&moves, &proof);
        }
    }

    #[test]
    fn other_shapes_prove_nothing_else(moves in graphs(), merge: bool, and_or: bool, tree: bool) {
        let mut settings = if tree { puct() } else { Settings::default() };
        settings.shape = Shape { merge, and_or };
        settings.budgets = Budgets { expansions: Some(300), depth: 12, ..Budgets::default() };
        let answer = run(&moves, &settings);
        if let Some(proof) = answer.proof {
            prop_assert!(provable(&moves)[0]);
            check(&moves, &proof);
        } else if answer.report.stop == StopReason::Exhausted {
            prop_assert!(!provable(&moves)[0]);
        }
        prop_assert!(answer.report.counts.expansions <= 300);
    }

    #[test]
    fn several_workers_decide_like_one(moves in graphs(), helpers in 0usize..4, help: bool) {
        // With nobody to help, the caller must.
        let help = help || helpers == 0;
        let (_, plan, report) =
            parallel(&Writers(&moves), helpers, &Settings::default(), &CancelFlag::new(), |desk| {
                if help {
                    desk.help(&mut Written(moves.clone()), 0, None, &mut |_| {});
                }
                ((), false)
            });
        prop_assert_eq!(plan.is_some(), provable(&moves)[0]);
        let expected = if plan.is_some() { StopReason::Solved } else { StopReason::Exhausted };
        prop_assert_eq!(report.stop, expected);
        if let Some(plan) = plan {
            let proof = rebuild(&mut Written(moves.clone()), 0, &plan, &CancelFlag::new()).expect("the same world");
            check(&moves, &proof);
        }
    }

    #[test]
    fn what_was_recorded_is_repeated(moves in graphs(), tree: bool) {
        let settings = if tree { puct() } else { Settings::default() };
        let mut world = Written(moves.clone());
        let mut recording = Recording::new(&mut world, &0);
        let answer = search(&mut recording, 0, &settings, &CancelFlag::new(), None, &mut ());
        let events = recording.into_events();
        prop_assert!(events.len() as u64 >= answer.report.counts.applications);
        let again = repeat(&mut Written(moves.clone()), 0, &events, &CancelFlag::new());
        prop_assert_eq!(again, Ok(events.len()));
        // In a world where the first action does something else, that is noticed.
        if let Some(first) = events.first() {
            let mut other = moves.clone();
            let action = &mut other[0][first.action as usize];
            *action = if first.did == Happened::Failed { Some(vec![]) } else { None };
            let difference = repeat(&mut Written(other), 0, &events, &CancelFlag::new()).expect_err("different");
            prop_assert_eq!(difference.event, 0);
        }
    }

    #[test]
    fn the_same_seed_is_the_same_search(moves in graphs(), seed: u64, tree: bool) {
        let mut settings = if tree { puct() } else { Settings::default() };
        settings.seed = seed;
        settings.scoring = Scoring { noise: 0.5, novelty_weight: 0.3, ..Scoring::default() };
        let (first, second) = (run(&moves, &settings), run(&moves, &settings));
        prop_assert_eq!(first.proof, second.proof);
        prop_assert_eq!(first.report.counts, second.report.counts);
    }
}

/// A root with three ways on, of which the dearest is the only one that leads to a proof, after a long chain.
fn third_opening() -> Moves {
    let mut moves: Moves = vec![vec![Some(vec![1]), Some(vec![2]), Some(vec![3])]];
    // Two endless thickets.
    moves.push(vec![Some(vec![4]), Some(vec![5])]);
    moves.push(vec![Some(vec![5]), Some(vec![4])]);
    moves.push(vec![Some(vec![])]);
    moves.push(vec![Some(vec![5, 1]), Some(vec![2, 5]), Some(vec![1])]);
    moves.push(vec![Some(vec![4, 2]), Some(vec![1]), Some(vec![2])]);
    moves
}

#[test]
fn a_portfolio_tries_other_openings() {
    let mut settings = Settings::default();
    settings.budgets.expansions = Some(4);
    settings.widening.successes = 1;
    settings.widening.attempts = 1;
    settings.scoring.estimate_weight = 0.0;
    settings.portfolio = vec![Run::default(), Run { skip_openings: 2, ..Run::default() }];
    let answer = run(&third_opening(), &settings);
    let proof = answer.proof.expect("the second run begins with the third opening");
    check(&third_opening(), &proof);
    assert_eq!(*proof.root().action(), 2);
    assert!(answer.report.counts.expansions <= 4, "{:?}", answer.report.counts);
}

#[test]
fn a_run_that_left_something_out_claims_nothing() {
    // The only proof is the opening that is skipped.
    let moves: Moves = vec![vec![Some(vec![]), None]];
    let settings =
        Settings { portfolio: vec![Run { skip_openings: 1, ..Run::default() }], ..Settings::default() };
    assert_eq!(run(&moves, &settings).report.stop, StopReason::Incomplete);
}

#[test]
fn a_proof_of_the_lead_stops_the_others() {
    // Every goal leads to two new ones: the search never ends by itself.
    let moves: Moves = (0..4000).map(|i| vec![Some(vec![(i * 2 + 1) % 4000, (i * 2 + 2) % 4000])]).collect();
    let (said, plan, report) =
        parallel(&Writers(&moves), 2, &Settings::default(), &CancelFlag::new(), |_| ("found", true));
    assert_eq!((said, plan.is_none()), ("found", true));
    assert!(matches!(report.stop, StopReason::Cancelled | StopReason::Exhausted), "{:?}", report.stop);
}

#[test]
fn a_picture_shows_the_proof_and_why() {
    let moves = third_opening();
    for settings in [Settings::default(), puct()] {
        let mut world = Written(moves.clone());
        let answer = search(&mut world, 0, &settings, &CancelFlag::new(), Some(3), &mut ());
        let picture = answer.picture.expect("a picture");
        assert!(picture.goals.len() >= 2 && picture.goals[0].number == 0, "{picture:?}");
        let proof: Vec<&str> = picture.steps.iter().filter(|s| s.in_proof).map(|s| s.text.as_str()).collect();
        assert_eq!(proof, ["move 2", "move 0"]);
        assert!(picture.goals[0].why.first().is_some_and(|why| why.starts_with("turn 1: ")), "{picture:?}");
        let svg = picture.to_svg();
        assert!(svg.contains("goal &lt;0&gt;") && !svg.contains("goal <0>"), "{svg}");
        for tag in ["svg", "g", "text", "title"] {
            let opened = svg.matches(&format!("<{tag}>")).count() + svg.matches(&format!("<{tag} ")).count();
            assert_eq!(opened, svg.matches(&format!("</{tag}>")).count(), "{tag}");
        }
        assert!(picture.to_dot().contains("penwidth=3"));
        let json = serde_json::to_string(&picture).expect("data");
        let read: turnstile_search::Picture = serde_json::from_str(&json).expect("data");
        assert_eq!(read.to_svg(), svg);
    }
}

#[test]
fn settings_say_what_they_do_not_know() {
    let wrong = serde_json::from_str::<Settings>(r#"{"puct": {"exploration": 2, "explorations": 3}}"#);
    let said = wrong.expect_err("an unknown key").to_string();
    assert!(said.contains("unknown field `explorations`"), "{said}");
}
