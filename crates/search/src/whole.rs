//! The plain tactic state as a back end: a state is the list of all open goals, and an action works on the first of them.
//!
//! Over it a search is one over OR nodes alone. It is there to measure what working on goals independently is worth.

use crate::backend::{Backend, Candidates, Interrupt, Outcome};
use crate::proof::Proof;

/// A back end whose states are lists of another's.
pub struct Whole<'b, B> {
    inner: &'b mut B,
}

impl<'b, B: Backend> Whole<'b, B> {
    /// Lists of states of `inner`.
    pub fn new(inner: &'b mut B) -> Self {
        Whole { inner }
    }
}

impl<B: Backend> Backend for Whole<'_, B> {
    type State = Vec<B::State>;
    type Action = B::Action;
    type Key = Vec<B::Key>;

    fn key(&self, state: &Self::State) -> Self::Key {
        state.iter().map(|goal| self.inner.key(goal)).collect()
    }

    fn candidates(
        &mut self,
        state: &Self::State,
        given: usize,
        interrupt: &Interrupt,
    ) -> Candidates<Self::Action> {
        match state.first() {
            Some(goal) => self.inner.candidates(goal, given, interrupt),
            None => Candidates::all([]),
        }
    }

    fn apply(
        &mut self,
        state: &Self::State,
        action: &Self::Action,
        interrupt: &Interrupt,
    ) -> Outcome<Self::State> {
        let Some((first, rest)) = state.split_first() else { return Outcome::Failed };
        match self.inner.apply(first, action, interrupt) {
            Outcome::Children(mut goals) => {
                goals.extend_from_slice(rest);
                Outcome::Children(if goals.is_empty() { vec![] } else { vec![goals] })
            }
            Outcome::Failed => Outcome::Failed,
            Outcome::GaveUp => Outcome::GaveUp,
        }
    }

    fn estimate(&mut self, state: &Self::State) -> f64 {
        state.iter().map(|goal| self.inner.estimate(goal)).sum()
    }

    fn features(&self, state: &Self::State, features: &mut Vec<u64>) {
        if let Some(goal) = state.first() {
            self.inner.features(goal, features);
        }
    }

    fn restate(
        &mut self,
        action: &Self::Action,
        from: &Self::State,
        to: &Self::State,
    ) -> Option<Self::Action> {
        self.inner.restate(action, from.first()?, to.first()?)
    }

    fn show_state(&mut self, state: &Self::State) -> String {
        let goals: Vec<String> = state.iter().map(|goal| self.inner.show_state(goal)).collect();
        goals.join("\n\n")
    }

    fn show_action(&mut self, state: &Self::State, action: &Self::Action) -> String {
        state.first().map_or_else(String::new, |goal| self.inner.show_action(goal, action))
    }
}

/// A chain of actions on lists of goals as the tree that it builds. `None` where an action does not do again what it did.
pub(crate) fn as_tree<B: Backend>(
    chain: &Proof<B::Action>,
    backend: &mut B,
    root: B::State,
    interrupt: &Interrupt,
) -> Option<Proof<B::Action>> {
    let mut tree = Proof::empty();
    // Open goals, the next one last, with the place of the goal in the tree.
    let mut open: Vec<(B::State, Option<(usize, usize)>)> = vec![(root, None)];
    for step in chain.preorder() {
        let (state, place) = open.pop()?;
        let Outcome::Children(children) = backend.apply(&state, step.action(), interrupt) else {
            return None;
        };
        let node = tree.add(step.action().clone(), children.len(), place);
        for (index, child) in children.into_iter().enumerate().rev() {
            open.push((child, Some((node, index))));
        }
    }
    open.is_empty().then_some(tree)
}
