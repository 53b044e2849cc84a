//! Trying a changed proof: the declaration with it is elaborated and checked in the environment that the search had.

use crate::splice::{Edit, splice};
use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;
use std::time::Instant;
use turnstile_elab::command::{DeclRecord, FrontEnd};
use turnstile_elab::{Env, Message, Severity};
use turnstile_kernel::{Frozen, Name, Store};
use turnstile_tactic::TacticEval;

/// Steps of work that one trial may cost, whatever the proof costs that is to be improved.
const TRIAL_FUEL: u64 = 1_500_000;
/// Steps that any trial may cost.
const SMALL: u64 = 20_000;

/// What is needed to try proofs of one declaration.
pub(crate) struct Trial<'a> {
    pub(crate) text: &'a str,
    pub(crate) terms: &'a Frozen,
    pub(crate) record: &'a DeclRecord,
    /// The bytes of the declaration.
    pub(crate) declaration: Range<usize>,
    /// The environment, with what the proof must not use marked as hidden.
    env: Env,
    /// Steps that the next trial may cost: twice what the best proof needs. One that needs more is not an improvement.
    fuel: Cell<u64>,
    /// Until when trials may take.
    end: Instant,
}

impl<'a> Trial<'a> {
    pub(crate) fn new(
        text: &'a str,
        terms: &'a Frozen,
        record: &'a DeclRecord,
        declaration: Range<usize>,
        hidden: &[Name],
        end: Instant,
    ) -> Trial<'a> {
        let mut env = record.env_before.clone();
        for name in hidden {
            env.ext.hidden.insert(*name, ());
        }
        Trial { text, terms, record, declaration, env, fuel: Cell::new(TRIAL_FUEL), end }
    }

    /// The notations of the file.
    pub(crate) fn notations(&self) -> &turnstile_syntax::NotationTable {
        &self.env.ext.notations
    }

    /// Whether the declaration with these edits is accepted, and what is said about it.
    pub(crate) fn accepts(&self, edits: &[Edit]) -> Option<Vec<Message>> {
        let new = splice(self.text, edits).ok()?;
        let end = new.len().checked_sub(self.text.len() - self.declaration.end)?;
        let declaration = new.get(self.declaration.start..end)?;
        let st = Rc::new(Store::over(self.terms));
        let mut front_end = FrontEnd::new(st, self.env.clone(), Some(Rc::new(TacticEval)));
        front_end.elab.scope = self.record.scope_before.clone();
        let fuel = self.fuel.get();
        front_end.command_fuel = fuel;
        front_end.elab.m.budget.deadline = Some(self.end);
        let records = front_end.process(declaration);
        let [checked] = records.as_slice() else { return None };
        let clean = checked.ok
            && checked.sorries.is_empty()
            && front_end.messages.iter().all(|m| m.severity != Severity::Error);
        if !clean {
            return None;
        }
        let spent = fuel - front_end.elab.m.budget.fuel.min(fuel);
        self.fuel.set((2 * spent + SMALL).min(fuel));
        Some(std::mem::take(&mut front_end.messages))
    }
}
