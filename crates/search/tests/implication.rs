//! Best-first search in intuitionistic implicational logic: provable formulas get proofs, others are exhausted.

use std::collections::BTreeSet;
use turnstile_search::{
    Backend, CancelFlag, Candidate, Candidates, Interrupt, Outcome, Proof, Settings, StopReason, best_first,
};

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Formula {
    Atom(char),
    Implies(Box<Formula>, Box<Formula>),
}

/// Reads `a`, `(a>b)`; `>` associates to the right.
fn formula(text: &str) -> Formula {
    fn implication(rest: &mut std::iter::Peekable<std::str::Chars>) -> Formula {
        let left = match rest.next().expect("a formula") {
            '(' => {
                let inner = implication(rest);
                assert_eq!(rest.next(), Some(')'));
                inner
            }
            atom => Formula::Atom(atom),
        };
        if rest.next_if_eq(&'>').is_some() {
            Formula::Implies(Box::new(left), Box::new(implication(rest)))
        } else {
            left
        }
    }
    implication(&mut text.chars().peekable())
}

type Sequent = (BTreeSet<Formula>, Formula);

#[derive(Clone, Debug, PartialEq)]
enum Action {
    Intro,
    Apply(Formula),
}

struct Implication;

impl Backend for Implication {
    type State = Sequent;
    type Action = Action;
    type Key = Sequent;

    fn key(&self, state: &Sequent) -> Sequent {
        state.clone()
    }

    fn candidates(&mut self, (known, _): &Sequent, _: usize, _: &Interrupt) -> Candidates<Action> {
        let applications =
            known.iter().enumerate().map(|(i, h)| Candidate::new(Action::Apply(h.clone()), -0.2 * i as f64));
        Candidates::all(applications.chain([Candidate::new(Action::Intro, -0.1)]))
    }

    fn apply(&mut self, (known, goal): &Sequent, action: &Action, _: &Interrupt) -> Outcome<Sequent> {
        match (action, goal) {
            (Action::Intro, Formula::Implies(from, to)) => {
                let mut known = known.clone();
                known.insert((**from).clone());
                Outcome::Children(vec![(known, (**to).clone())])
            }
            (Action::Apply(formula), _) if known.contains(formula) => {
                let (mut premises, mut head) = (Vec::new(), formula);
                while head != goal {
                    let Formula::Implies(from, to) = head else { return Outcome::Failed };
                    premises.push((known.clone(), (**from).clone()));
                    head = to;
                }
                Outcome::Children(premises)
            }
            _ => Outcome::Failed,
        }
    }

    fn estimate(&mut self, (known, goal): &Sequent) -> f64 {
        if known.contains(goal) { 0.0 } else { 1.0 }
    }
}

/// Whether the proof proves the formula, by the rules and nothing else.
fn checks(goal: &str, proof: &Proof<Action>) -> bool {
    let mut work = vec![((BTreeSet::new(), formula(goal)), proof.root())];
    while let Some((state, step)) = work.pop() {
        let interrupt = Interrupt::new(None, CancelFlag::new());
        match Implication.apply(&state, step.action(), &interrupt) {
            Outcome::Children(states) if states.len() == step.children().len() => {
                work.extend(states.into_iter().zip(step.children()));
            }
            _ => return false,
        }
    }
    true
}

fn verdict(goal: &str) -> StopReason {
    let root = (BTreeSet::new(), formula(goal));
    let found = best_first(&mut Implication, root, &Settings::default(), &CancelFlag::new(), &mut ());
    if let Some(proof) = &found.proof {
        assert!(checks(goal, proof), "wrong proof of {goal}: {proof:?}");
    }
    assert_eq!(found.proof.is_some(), found.report.stop == StopReason::Solved);
    found.report.stop
}

#[test]
fn theorems_get_proofs() {
    for goal in [
        "a>a",
        "a>b>a",
        "(a>b>c)>(a>b)>a>c",
        "(b>c)>(a>b)>a>c",
        "(a>b>c)>b>a>c",
        "(a>a>b)>a>b",
        "((((a>b)>a)>a)>b)>b",
        "((a>b)>c)>b>c",
        "(((a>b)>b)>b)>a>b",
    ] {
        assert_eq!(verdict(goal), StopReason::Solved, "{goal}");
    }
}

#[test]
fn non_theorems_are_exhausted() {
    for goal in ["a", "a>b", "((a>b)>a)>a", "(a>b)>b>a", "((a>b)>c)>a>c>b"] {
        assert_eq!(verdict(goal), StopReason::Exhausted, "{goal}");
    }
}
