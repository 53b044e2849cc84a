//! Several threads on one theorem.
//!
//! All share one search graph ([`turnstile_search::parallel`]), best goals first; the calling thread joins after its first look for
//! lemmas. Where the settings ask for another strategy
//! or a portfolio, the calling thread goes about it in that way, alone, and the others as ever. When the time of the first search is over, one of them leaves
//! to discover lemmas and to search with them, as an attempt with one thread does, and the others go on. The first proof,
//! of whichever side, ends the work of all.

use crate::attempt::{Clock, Outcome, Purpose, Wishes, early, run, with_lemmas, write};
use crate::backend::LeanBackend;
use crate::discovery::{Discovery, Lemmas};
use crate::goal::{Statement, Workspace};
use crate::replay;
use std::sync::Arc;
use std::time::{Duration, Instant};
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Frozen, MVarId};
use turnstile_policy::candidates::CandidateSettings;
use turnstile_policy::{Guide, Guided, HandMade, Policy, PremiseIndex};
use turnstile_search::{CancelFlag, Desk, StopReason, Strategy, Team, Worker, parallel, rebuild};

/// What every worker makes its own world from.
pub struct LeanTeam<'a> {
    /// The theorem.
    pub statement: &'a Statement,
    /// The terms of the file and the library.
    pub terms: &'a Frozen,
    /// Lemmas that the run has found.
    pub lemmas: &'a Lemmas,
    /// The theorems there are; read by all.
    pub premises: PremiseIndex,
    /// What ranks the candidates.
    pub guide: Option<&'a Arc<dyn Guide>>,
    /// Terms that each worker may make.
    pub room: Option<usize>,
}

impl LeanTeam<'_> {
    fn policy(&self) -> HandMade {
        HandMade::new(CandidateSettings::default(), self.premises.clone())
    }

    /// Attempts the theorem; `m` is the world of the calling thread.
    pub fn attempt(
        &self,
        m: &mut Meta,
        goal: MVarId,
        wishes: &Wishes,
        clock: &Clock,
        cancel: &CancelFlag,
        advanced: &mut dyn FnMut(u64),
    ) -> Result<Outcome> {
        let mut policy = self.policy();
        let s = m.save();
        let first_ends = Instant::now() + Duration::from_secs_f64(clock.first());
        let lead = |desk: &Desk<'_>| {
            let led = self.lead(m, &mut policy, goal, wishes, clock, desk, first_ends, advanced);
            let found = led.as_ref().is_ok_and(|outcome| !outcome.scripts.is_empty());
            (led, found)
        };
        let (led, plan, report) = parallel(self, wishes.workers - 1, &wishes.search, cancel, lead);
        let mut outcome = led?;
        outcome.expansions += report.counts.expansions;
        if !outcome.scripts.is_empty() {
            return Ok(outcome);
        }
        outcome.out_of_budget = report.stop != StopReason::Exhausted;
        let Some(plan) = plan else { return Ok(outcome) };
        m.restore(&s);
        m.clear_caches();
        let mut backend = LeanBackend::new(m, &mut policy);
        let root = backend.state(&[goal])?;
        let proof = rebuild(&mut backend, root, &plan, cancel);
        m.restore(&s);
        match proof {
            Some(proof) => {
                write(m, goal, &replay::plan(proof.root()), Purpose::Theorem, &mut outcome);
            }
            None => outcome.bug = Some("the proof of another thread cannot be repeated".to_owned()),
        }
        Ok(outcome)
    }

    /// What the calling thread does.
    fn lead(
        &self,
        m: &mut Meta,
        policy: &mut HandMade,
        goal: MVarId,
        wishes: &Wishes,
        clock: &Clock,
        desk: &Desk<'_>,
        first_ends: Instant,
        advanced: &mut dyn FnMut(u64),
    ) -> Result<Outcome> {
        let mut discovery = Discovery::new(m, goal, self.lemmas)?;
        if let Some(found) = early(m, policy, &mut discovery, wishes, clock, desk.flag())? {
            return Ok(found);
        }
        let s = m.save();
        let mut expansions = 0;
        if wishes.search.strategy == Strategy::BestFirst && wishes.search.portfolio.is_empty() {
            let mut backend = LeanBackend::new(m, policy);
            let root = backend.state(&[goal])?;
            desk.help(&mut backend, root, Some(first_ends), advanced);
        } else {
            let mut search = wishes.search.clone();
            search.budgets.seconds = Some(clock.first());
            let r = run(m, policy, goal, &search, desk.flag(), &mut expansions, advanced, wishes)?;
            if !r.scripts.is_empty() {
                return Ok(r);
            }
        }
        m.restore(&s);
        m.clear_caches();
        let used_up = matches!(desk.stopped(), Some(StopReason::Solved | StopReason::Budget(_)));
        if used_up || desk.flag().is_cancelled() {
            return Ok(Outcome { expansions, ..Outcome::default() });
        }
        let flag = desk.flag();
        with_lemmas(m, policy, &mut discovery, wishes, clock, flag, &mut expansions, advanced)
    }
}

impl Team for LeanTeam<'_> {
    fn work(&self, worker: impl Worker) {
        let Ok(Workspace { mut m, goal }) = self.statement.open(self.terms) else { return };
        m.budget.terms = self.room;
        let mut hand_made = self.policy();
        let mut guided;
        let policy: &mut dyn Policy = match self.guide {
            Some(guide) => {
                guided = Guided::new(&mut hand_made, guide.clone());
                &mut guided
            }
            None => &mut hand_made,
        };
        let mut backend = LeanBackend::new(&mut m, policy);
        if let Ok(root) = backend.state(&[goal]) {
            worker.run(&mut backend, root);
        }
    }
}
