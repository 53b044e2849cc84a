//! One expansion of one goal: what every strategy does once it has chosen where.

use crate::backend::{Backend, CancelFlag, Interrupt, Outcome};
use crate::graph::{Goal, GoalId, GoalStatus, Graph, Useless};
use crate::novelty::Novelty;
use crate::proof::Proof;
use crate::report::{Budget, Counts, Report, StopReason};
use crate::rng::Rng;
use crate::settings::Settings;
use std::collections::VecDeque;
use std::time::{Duration, Instant};

/// What a search brings back.
#[derive(Clone, Debug)]
pub struct Found<S, A, K> {
    /// The smallest proof in the graph, if the root is solved.
    pub proof: Option<Proof<A>>,
    /// The account.
    pub report: Report,
    /// Everything that was seen; solved goals besides the root are there too.
    pub graph: Graph<S, A, K>,
}

/// The graph, with what is needed to make it grow within the budgets.
pub(crate) struct Engine<'a, B: Backend> {
    pub(crate) backend: &'a mut B,
    pub(crate) graph: Graph<B::State, B::Action, B::Key>,
    pub(crate) settings: &'a Settings,
    pub(crate) counts: Counts,
    pub(crate) started: Instant,
    pub(crate) interrupt: Interrupt,
    novelty: Novelty,
    rng: Rng,
    /// How many of the best candidates are still to be left out at the first choice.
    skip_openings: usize,
}

impl<'a, B: Backend> Engine<'a, B> {
    pub(crate) fn new(
        backend: &'a mut B,
        root: B::State,
        settings: &'a Settings,
        cancel: &CancelFlag,
        skip_openings: usize,
    ) -> Self {
        let started = Instant::now();
        let limit = settings.budgets.seconds.map(|s| Duration::try_from_secs_f64(s.max(0.0)));
        // A limit too large to be a duration is none.
        let deadline = limit.and_then(Result::ok).and_then(|limit| started.checked_add(limit));
        let graph = Graph::new(backend.key(&root), root, settings.shape.merge);
        let mut engine = Engine {
            backend,
            graph,
            settings,
            counts: Counts::default(),
            started,
            interrupt: Interrupt::new(deadline, cancel.clone()),
            novelty: Novelty::default(),
            rng: Rng::new(settings.seed),
            skip_openings,
        };
        engine.appraise(GoalId::ROOT);
        engine
    }

    /// Counters, brought up to date.
    pub(crate) fn counts(&mut self) -> &Counts {
        self.counts.goals = self.graph.goals().len() as u64;
        self.counts.steps = self.graph.steps().len() as u64;
        self.counts.solved = self.graph.solved_count();
        self.counts.exhausted = self.graph.exhausted_count();
        &self.counts
    }

    /// The first look at a new goal.
    fn appraise(&mut self, id: GoalId) {
        let mut features = Vec::new();
        let goal = self.graph.goal(id);
        self.backend.features(&goal.state, &mut features);
        let estimate = self.backend.estimate(&goal.state);
        let depth = goal.depth;
        let novelty = self.novelty.observe(&features);
        let goal = self.graph.goal_mut(id);
        goal.estimate = if estimate.is_finite() { estimate.max(0.0) } else { f64::MAX.sqrt() };
        goal.novelty = novelty;
        self.counts.depth = self.counts.depth.max(depth);
    }

    /// Whether someone asked to stop, or time is up.
    fn interrupted(&self) -> Option<StopReason> {
        if self.interrupt.cancel_flag().is_cancelled() {
            Some(StopReason::Cancelled)
        } else if self.interrupt.requested() {
            Some(StopReason::Budget(Budget::Seconds))
        } else {
            None
        }
    }

    fn over(used: u64, limit: Option<u64>) -> bool {
        limit.is_some_and(|limit| used >= limit)
    }

    /// Tries the next few candidates of an open goal. Where a budget ends, what was done until then stays in the graph.
    pub(crate) fn expand(&mut self, id: GoalId) -> Result<(), StopReason> {
        if Self::over(self.counts.expansions, self.settings.budgets.expansions) {
            return Err(StopReason::Budget(Budget::Expansions));
        }
        if let Some(stop) = self.interrupted() {
            return Err(stop);
        }
        self.counts.expansions += 1;
        let goal = self.graph.goal_mut(id);
        goal.expansions += 1;

        let widening = &self.settings.widening;
        let (mut attempts, mut successes, mut dearest) = (0, 0, f64::INFINITY);
        while attempts < widening.attempts.max(1) && successes < widening.successes.max(1) {
            let Some(cost) = self.next_cost(id)? else { break };
            if attempts == 0 {
                dearest = cost + widening.gap;
            } else if cost > dearest {
                break;
            }
            attempts += 1;
            if self.try_next(id)? {
                successes += 1;
            }
            if self.graph.goal(id).status != GoalStatus::Open {
                break;
            }
        }
        self.graph.settle(id);
        Ok(())
    }

    /// Cost of the best untried candidate, asking the back end for more if there is none.
    fn next_cost(&mut self, id: GoalId) -> Result<Option<f64>, StopReason> {
        loop {
            let goal = self.graph.goal(id);
            if let Some((cost, _)) = goal.untried.front() {
                return Ok(Some(*cost));
            }
            if !goal.more {
                return Ok(None);
            }
            let batch = self.backend.candidates(&goal.state, goal.given, &self.interrupt);
            // A batch that was cut short must not make the goal look exhausted.
            if let Some(stop) = self.interrupted() {
                return Err(stop);
            }
            let (noise, step_cost) = (self.settings.scoring.noise, self.settings.scoring.step_cost);
            let given = batch.list.len();
            let mut list: Vec<_> = batch
                .list
                .into_iter()
                .map(|candidate| {
                    let jitter = if noise > 0.0 { noise * self.rng.gumbel() } else { 0.0 };
                    ((candidate.cost() + step_cost.max(0.0) - jitter).max(0.0), candidate)
                })
                .collect();
            list.sort_by(|a, b| a.0.total_cmp(&b.0));
            let skipped = self.skip_openings.min(list.len().saturating_sub(1));
            // The first goal with a choice is the one where the opening is chosen.
            if skipped > 0 {
                list.drain(..skipped);
                self.skip_openings = 0;
            }
            let goal = self.graph.goal_mut(id);
            goal.gave_up |= skipped > 0;
            goal.given += given;
            goal.more = batch.more && given > 0;
            goal.untried = VecDeque::from(list);
        }
    }

    /// Tries the best untried candidate; whether it gave a step.
    fn try_next(&mut self, id: GoalId) -> Result<bool, StopReason> {
        if Self::over(self.counts.applications, self.settings.budgets.applications) {
            return Err(StopReason::Budget(Budget::Applications));
        }
        if let Some(stop) = self.interrupted() {
            return Err(stop);
        }
        let goal = self.graph.goal(id);
        let Some((cost, candidate)) = goal.untried.front() else { return Ok(false) };
        let (cost, action) = (*cost, candidate.action.clone());
        let outcome = self.backend.apply(&goal.state, &action, &self.interrupt);
        self.counts.applications += 1;
        let states = match outcome {
            Outcome::Children(states) => {
                // Counted as if every child were new: a bound that is never exceeded, at the price of a little room.
                let room = self.settings.budgets.nodes.unwrap_or(usize::MAX);
                if self.graph.node_count().saturating_add(states.len() + 1) > room {
                    return Err(StopReason::Budget(Budget::Nodes));
                }
                Some(states)
            }
            Outcome::Failed => {
                self.counts.failed += 1;
                None
            }
            Outcome::GaveUp => {
                if let Some(stop) = self.interrupted() {
                    return Err(stop);
                }
                self.counts.gave_up += 1;
                self.graph.goal_mut(id).gave_up = true;
                None
            }
        };
        self.graph.goal_mut(id).untried.pop_front();
        Ok(states.is_some_and(|states| self.link(id, action, cost, states)))
    }

    /// Puts a step with its children into the graph; whether it is worth having.
    fn link(&mut self, id: GoalId, action: B::Action, cost: f64, states: Vec<B::State>) -> bool {
        // Judged before the children get nodes: a useless step must not leave any behind.
        let keys: Vec<B::Key> = states.iter().map(|state| self.backend.key(state)).collect();
        let known: Vec<Option<GoalId>> = keys.iter().map(|key| self.graph.find(key)).collect();
        if let Some(reason) = self.graph.useless(id, &known) {
            *match reason {
                Useless::Loop => &mut self.counts.loops,
                Useless::Dominated => &mut self.counts.dominated,
                Useless::Hopeless => &mut self.counts.hopeless,
            } += 1;
            return false;
        }
        let mut children = Vec::with_capacity(states.len());
        for (key, state) in keys.into_iter().zip(states) {
            let (edge, new) = self.graph.intern(key, state, id, cost);
            if new {
                self.appraise(edge.goal);
            } else {
                self.counts.transpositions += 1;
            }
            children.push(edge);
        }
        self.graph.add_step(id, action, cost, children);
        true
    }

    /// Why nothing is left. If no needed goal was left undone, there is no proof: a smallest one would begin with an
    /// open step of the root, go on with one of its focus, and so on for ever.
    pub(crate) fn verdict(&mut self) -> StopReason {
        let needed = self.graph.needed_below(GoalId::ROOT);
        let undone = |goal: &Goal<B::State, B::Action>| goal.has_work() || goal.gave_up;
        if needed.into_iter().any(|id| undone(self.graph.goal(id))) {
            StopReason::Incomplete
        } else {
            StopReason::Exhausted
        }
    }

    /// The end of the search: the smallest proof, and the account.
    pub(crate) fn finish(mut self, stop: StopReason) -> Found<B::State, B::Action, B::Key> {
        let counts = *self.counts();
        let Engine { backend, graph, settings, started, interrupt, .. } = self;
        let proof = Proof::extract(&graph, backend, &interrupt);
        let report = Report {
            stop,
            counts,
            seconds: started.elapsed().as_secs_f64(),
            proof_size: proof.as_ref().map(Proof::tree_size),
            settings: settings.clone(),
        };
        Found { proof, report, graph }
    }
}
