//! Proofs under construction: a state is two numbers.
//!
//! The open goals are a list whose cells are shared by all states that have the same rest; the steps so far are a list
//! from the last to the first. The first open goal is always worked on, so the steps are the proof tree in prefix order.

use super::{Calculus, InferenceId, SequentId};
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{Expr, with_stack};

/// A state of a proof. A fork is a copy.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct State {
    /// The open goals.
    open: Option<u32>,
    /// The last step.
    last: Option<u32>,
}

/// An open goal, and those after it.
pub(super) struct Cell {
    goal: SequentId,
    rest: Option<u32>,
    /// A fingerprint of the list.
    hash: u64,
}

/// A step, and those before it.
pub(super) struct Done {
    inference: InferenceId,
    before: Option<u32>,
}

/// A place to go back to: what was made since is forgotten.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    cells: usize,
    trail: usize,
}

impl Calculus {
    /// The state in which only `goal` is open.
    pub fn start(&mut self, goal: SequentId) -> State {
        State { open: Some(self.cell(goal, None)), last: None }
    }

    fn cell(&mut self, goal: SequentId, rest: Option<u32>) -> u32 {
        let before = rest.map_or(0x9E37_79B9_7F4A_7C15, |r| self.cells[r as usize].hash);
        let hash = (before.rotate_left(25) ^ u64::from(goal.0)).wrapping_mul(0xD134_2543_DE82_EF95);
        self.cells.push(Cell { goal, rest, hash });
        (self.cells.len() - 1) as u32
    }

    /// The first open goal.
    #[must_use]
    pub fn first(&self, s: State) -> Option<SequentId> {
        s.open.map(|c| self.cells[c as usize].goal)
    }

    /// All open goals, in order.
    #[must_use]
    pub fn open_goals(&self, s: State) -> Vec<SequentId> {
        let mut out = Vec::new();
        let mut at = s.open;
        while let Some(c) = at {
            out.push(self.cells[c as usize].goal);
            at = self.cells[c as usize].rest;
        }
        out
    }

    /// A fingerprint of the open goals; O(1).
    #[must_use]
    pub fn state_hash(&self, s: State) -> u64 {
        s.open.map_or(0, |c| self.cells[c as usize].hash)
    }

    /// The state after an inference of the first open goal.
    #[must_use]
    pub fn after(&mut self, s: State, inference: InferenceId) -> State {
        let mut open = s.open.and_then(|c| self.cells[c as usize].rest);
        for i in (0..self.premises(inference).len()).rev() {
            let goal = self.premises(inference)[i];
            open = Some(self.cell(goal, open));
        }
        self.trail.push(Done { inference, before: s.last });
        State { open, last: Some((self.trail.len() - 1) as u32) }
    }

    /// A place to [`forget`](Calculus::forget) back to.
    #[must_use]
    pub fn mark(&self) -> Mark {
        Mark { cells: self.cells.len(), trail: self.trail.len() }
    }

    /// Forgets the states made since `mark`; they may not be used again. Sequents and inferences stay.
    pub fn forget(&mut self, mark: Mark) {
        self.cells.truncate(mark.cells);
        self.trail.truncate(mark.trail);
    }

    /// The proof of `goal` that was started in [`start`](Calculus::start) and led to `s`; `hole` proves what is open.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn term(
        &self,
        m: &mut Meta,
        goal: SequentId,
        s: State,
        hole: &mut dyn FnMut(&mut Meta, SequentId) -> Expr,
    ) -> Result<Expr> {
        let mut steps = Vec::new();
        let mut at = s.last;
        while let Some(d) = at {
            steps.push(self.trail[d as usize].inference);
            at = self.trail[d as usize].before;
        }
        self.write(m, goal, &mut steps, hole)
    }

    /// Writes the proof of `goal`; its steps are the last of `steps`, backwards.
    fn write(
        &self,
        m: &mut Meta,
        goal: SequentId,
        steps: &mut Vec<InferenceId>,
        hole: &mut dyn FnMut(&mut Meta, SequentId) -> Expr,
    ) -> Result<Expr> {
        let Some(step) = steps.pop() else { return Ok(hole(m, goal)) };
        let Some((inference, premises)) = self.inferences.get(step.0 as usize) else {
            return Err(Error::msg("internal: no such inference"));
        };
        let mut proofs = Vec::with_capacity(premises.len());
        for p in premises {
            proofs.push(with_stack(|| self.write(m, *p, steps, hole))?);
        }
        let lctx = self.context(self.get(goal).context).lctx.clone();
        m.with_lctx(lctx, |m| inference.term(m, &proofs))
    }
}
