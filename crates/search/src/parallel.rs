//! One search by several workers on one graph.
//!
//! A back end may be tied to its thread, as one is whose terms live in a store of that thread; then neither states nor
//! actions can be handed over. So the graph that the workers share holds none: an action is its place in the list of
//! candidates, a state is the way to it from the root, and equal states have equal [fingerprints](Backend::fingerprint).
//! A worker that is to expand a goal which another one found goes that way again in its own world, once. Ways are short and
//! an expansion tries many actions, so little is lost by that; choosing and recording are short too, and the only things
//! done under the lock.
//!
//! While a worker has a goal, nobody else takes it; the others take the next best. So with several workers the order differs
//! from run to run, and so may the proof.

use crate::backend::{Backend, CancelFlag, Candidate, Interrupt, Outcome};
use crate::frontier::{Frontier, reason};
use crate::graph::{GoalId, GoalStatus, Graph, Useless};
use crate::novelty::Novelty;
use crate::proof::{Proof, smallest};
use crate::recording::whole_list;
use crate::report::{Budget, Counts, Report, StopReason};
use crate::settings::Settings;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// Makes a back end for each worker, in the worker's thread.
pub trait Team: Sync {
    /// Makes a back end and its root state, and hands both to `worker`. All workers must get the same world.
    fn work(&self, worker: impl Worker);
}

/// What is done with a back end.
pub trait Worker {
    /// Does it.
    fn run<B: Backend>(self, backend: &mut B, root: B::State);
}

/// A place in the graph that the workers share.
#[derive(Clone, Copy, Debug)]
struct Ticket {
    /// The worker that found it, and where that worker keeps it.
    owner: usize,
    slot: usize,
    /// The goal, action and child it was found as; `None` for the root.
    from: Option<(GoalId, u32, u32)>,
    fingerprint: u128,
}

struct Shared {
    graph: Graph<Ticket, u32, u128>,
    frontier: Frontier,
    novelty: Novelty,
    counts: Counts,
    /// Goals that some worker has.
    busy: FxHashSet<GoalId>,
    stop: Option<StopReason>,
}

/// What the workers have in common.
struct Table<'a> {
    shared: Mutex<Shared>,
    /// Rung when there may be something to do again.
    bell: Condvar,
    settings: &'a Settings,
    interrupt: Interrupt,
}

impl Table<'_> {
    fn lock(&self) -> MutexGuard<'_, Shared> {
        // A worker that panicked left the graph as it was between two calls, or its goal unfinished: both can be gone on from.
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Looks for a proof with `helpers` threads; the calling thread does `lead` meanwhile: it can help as well, for as long as
/// it likes, and then do something else. The flag of its [`Desk`] is raised when the others found a proof. When `lead` says
/// that it found one, they stop. Gives the proof in the shared graph, actions as places in lists of candidates (see
/// [`rebuild`]), and the account.
pub fn parallel<T: Team, R>(
    team: &T,
    helpers: usize,
    settings: &Settings,
    cancel: &CancelFlag,
    lead: impl FnOnce(&Desk<'_>) -> (R, bool),
) -> (R, Option<Proof<u32>>, Report) {
    let started = Instant::now();
    let limit = settings.budgets.seconds.map(|s| Duration::try_from_secs_f64(s.max(0.0)));
    let deadline = limit.and_then(Result::ok).and_then(|limit| started.checked_add(limit));
    // Raised when either side is done; the caller's own flag is watched as well.
    let done = CancelFlag::below(cancel);
    let root = Ticket { owner: usize::MAX, slot: 0, from: None, fingerprint: 0 };
    let shared = Shared {
        graph: Graph::new(0, root, settings.shape.merge),
        frontier: Frontier::default(),
        novelty: Novelty::default(),
        counts: Counts::default(),
        busy: FxHashSet::default(),
        stop: None,
    };
    let table = Table {
        shared: Mutex::new(shared),
        bell: Condvar::new(),
        settings,
        interrupt: Interrupt::new(deadline, done.clone()),
    };
    {
        let mut shared = table.lock();
        let Shared { graph, frontier, .. } = &mut *shared;
        frontier.push(graph, settings, GoalId::ROOT);
    }
    let led = std::thread::scope(|scope| {
        for number in 0..helpers {
            let (table, done) = (&table, &done);
            let work = move || {
                team.work(Helper { number, table, until: None, advanced: &mut |_| {} });
                if table.lock().stop == Some(StopReason::Solved) {
                    done.cancel();
                }
            };
            // Terms are deep, and so is the recursion on them.
            let thread = std::thread::Builder::new().stack_size(64 << 20);
            if thread.spawn_scoped(scope, work).is_err() {
                break;
            }
        }
        let (led, found) = lead(&Desk { table: &table, number: helpers });
        if found {
            done.cancel();
        }
        led
    });
    let mut shared = table.shared.into_inner().unwrap_or_else(PoisonError::into_inner);
    shared.counts.goals = shared.graph.goals().len() as u64;
    shared.counts.steps = shared.graph.steps().len() as u64;
    shared.counts.solved = shared.graph.solved_count();
    shared.counts.exhausted = shared.graph.exhausted_count();
    shared.counts.too_deep = shared.frontier.too_deep;
    let proof = plain_proof(&shared.graph);
    let report = Report {
        stop: shared.stop.unwrap_or(StopReason::Cancelled),
        counts: shared.counts,
        seconds: started.elapsed().as_secs_f64(),
        proof_size: proof.as_ref().map(Proof::tree_size),
        settings: settings.clone(),
    };
    (led, proof, report)
}

/// A proof of [`parallel`] in the actions of a back end. `None` where an action does not do what it did there.
pub fn rebuild<B: Backend>(
    backend: &mut B,
    root: B::State,
    plan: &Proof<u32>,
    cancel: &CancelFlag,
) -> Option<Proof<B::Action>> {
    let interrupt = Interrupt::new(None, cancel.clone());
    let mut proof = Proof::empty();
    let mut work = vec![(root, plan.root(), None)];
    while let Some((state, step, place)) = work.pop() {
        let action = whole_list(backend, &state, &interrupt).into_iter().nth(*step.action() as usize)?;
        let Outcome::Children(states) = backend.apply(&state, &action, &interrupt) else { return None };
        if states.len() != step.children().len() {
            return None;
        }
        let node = proof.add(action, states.len(), place);
        for (index, (state, child)) in states.into_iter().zip(step.children()).enumerate().rev() {
            work.push((state, child, Some((node, index))));
        }
    }
    Some(proof)
}

/// The smallest proof of the root.
fn plain_proof(graph: &Graph<Ticket, u32, u128>) -> Option<Proof<u32>> {
    if graph.goal(GoalId::ROOT).status != GoalStatus::Solved {
        return None;
    }
    let best = smallest(graph);
    let mut proof = Proof::empty();
    let mut work = vec![(GoalId::ROOT, None)];
    while let Some((goal, place)) = work.pop() {
        let step = graph.step(*best.get(&goal)?);
        let node = proof.add(step.action, step.children.len(), place);
        for (index, edge) in step.children.iter().enumerate().rev() {
            work.push((edge.goal, Some((node, index))));
        }
    }
    Some(proof)
}

/// A goal to be expanded.
struct Task {
    goal: GoalId,
    ticket: Ticket,
    /// The way from the root: goals with the action and child to go on by.
    way: Vec<(GoalId, u32, u32)>,
    /// What to try, best first; `None` when nobody has asked for candidates yet.
    plan: Option<Vec<(f64, u32)>>,
}

/// What came of it.
struct Done {
    /// All candidates, best first, if they were asked for.
    list: Option<Vec<(f64, u32)>>,
    tried: Vec<(f64, u32, Tried)>,
    /// Whether the goal could not be reached or its list was cut short.
    lost: bool,
}

enum Tried {
    Failed,
    GaveUp,
    Left(Vec<Child>),
}

struct Child {
    slot: usize,
    fingerprint: u128,
    estimate: f64,
    features: Vec<u64>,
}

/// Where the calling thread of [`parallel`] can help.
pub struct Desk<'t> {
    table: &'t Table<'t>,
    number: usize,
}

impl Desk<'_> {
    /// Helps until the search is over or the moment has come; `advanced` is told how many goals were expanded in all.
    pub fn help<B: Backend>(
        &self,
        backend: &mut B,
        root: B::State,
        until: Option<Instant>,
        advanced: &mut dyn FnMut(u64),
    ) {
        Helper { number: self.number, table: self.table, until, advanced }.run(backend, root);
    }

    /// Raised when the search is over or the caller was asked to stop.
    pub fn flag(&self) -> &CancelFlag {
        self.table.interrupt.cancel_flag()
    }

    /// Why the search is over, if it is.
    pub fn stopped(&self) -> Option<StopReason> {
        self.table.lock().stop
    }

    /// Goals expanded so far.
    pub fn expansions(&self) -> u64 {
        self.table.lock().counts.expansions
    }
}

struct Helper<'t, 'a> {
    number: usize,
    table: &'t Table<'a>,
    /// When to leave the others alone.
    until: Option<Instant>,
    advanced: &'t mut dyn FnMut(u64),
}

impl Worker for Helper<'_, '_> {
    fn run<B: Backend>(mut self, backend: &mut B, root: B::State) {
        let mut world = World {
            backend,
            me: self.number,
            slots: Vec::new(),
            states: FxHashMap::default(),
            lists: FxHashMap::default(),
            interrupt: self.table.interrupt.clone(),
            settings: self.table.settings,
        };
        world.states.insert(GoalId::ROOT, root);
        while let Some(task) = self.next() {
            let done = world.expand(&task);
            self.record(&task, done);
        }
    }
}

impl Helper<'_, '_> {
    /// The next goal; waits while all are taken. `None` when the search is over.
    fn next(&self) -> Option<Task> {
        let settings = self.table.settings;
        let mut shared = self.table.lock();
        loop {
            if shared.stop.is_none() {
                shared.stop = self.reason_to_stop(&shared);
            }
            if shared.stop.is_some() || self.until.is_some_and(|until| Instant::now() >= until) {
                self.table.bell.notify_all();
                return None;
            }
            let state = &mut *shared;
            let next = state.frontier.pop(&mut state.graph, settings);
            match next {
                // It comes back when whoever has it is done.
                Some(goal) if state.busy.contains(&goal) => {}
                Some(goal) => return Some(Self::take(state, settings, goal)),
                None if state.busy.is_empty() => {
                    let needed = state.graph.needed_below(GoalId::ROOT);
                    let undone = |id: &GoalId| {
                        let goal = state.graph.goal(*id);
                        goal.has_work() || goal.gave_up
                    };
                    let incomplete = needed.iter().any(undone);
                    state.stop =
                        Some(if incomplete { StopReason::Incomplete } else { StopReason::Exhausted });
                }
                None => {
                    // Woken by whoever finishes, and by the clock, since nobody rings for a deadline.
                    let waited = self.table.bell.wait_timeout(shared, Duration::from_millis(20));
                    shared = waited.unwrap_or_else(PoisonError::into_inner).0;
                }
            }
        }
    }

    fn reason_to_stop(&self, shared: &Shared) -> Option<StopReason> {
        let budgets = &self.table.settings.budgets;
        let over = |used: u64, limit: Option<u64>| limit.is_some_and(|limit| used >= limit);
        if shared.graph.goal(GoalId::ROOT).status == GoalStatus::Solved {
            Some(StopReason::Solved)
        } else if self.table.interrupt.cancel_flag().is_cancelled() {
            Some(StopReason::Cancelled)
        } else if self.table.interrupt.requested() {
            Some(StopReason::Budget(Budget::Seconds))
        } else if over(shared.counts.expansions, budgets.expansions) {
            Some(StopReason::Budget(Budget::Expansions))
        } else if over(shared.counts.applications, budgets.applications) {
            Some(StopReason::Budget(Budget::Applications))
        } else if budgets.nodes.is_some_and(|limit| shared.graph.node_count() >= limit) {
            Some(StopReason::Budget(Budget::Nodes))
        } else {
            None
        }
    }

    fn take(shared: &mut Shared, settings: &Settings, goal: GoalId) -> Task {
        shared.busy.insert(goal);
        shared.counts.expansions += 1;
        let why = reason(shared.graph.goal(goal), settings, shared.counts.expansions);
        shared.graph.note_choice(goal, why);
        let node = shared.graph.goal_mut(goal);
        node.expansions += 1;
        node.visits.count += 1;
        let ticket = node.state;
        let plan = (!node.more).then(|| node.untried.iter().map(|(cost, c)| (*cost, c.action)).collect());
        let mut way = Vec::new();
        let mut at = ticket.from;
        while let Some(hop) = at {
            way.push(hop);
            at = shared.graph.goal(hop.0).state.from;
        }
        way.reverse();
        Task { goal, ticket, way, plan }
    }

    /// Puts what an expansion found into the graph.
    fn record(&mut self, task: &Task, done: Done) {
        let settings = self.table.settings;
        let mut guard = self.table.lock();
        let shared = &mut *guard;
        if let Some(list) = done.list {
            let goal = shared.graph.goal_mut(task.goal);
            goal.given = list.len();
            goal.more = false;
            goal.untried =
                list.into_iter().map(|(cost, action)| (cost, Candidate::new(action, -cost))).collect();
        }
        if done.lost {
            let goal = shared.graph.goal_mut(task.goal);
            goal.gave_up = true;
            goal.more = false;
            goal.untried.clear();
        }
        for (cost, action, tried) in done.tried {
            shared.counts.applications += 1;
            shared.graph.goal_mut(task.goal).untried.pop_front();
            match tried {
                Tried::Failed => shared.counts.failed += 1,
                Tried::GaveUp => {
                    shared.counts.gave_up += 1;
                    shared.graph.goal_mut(task.goal).gave_up = true;
                }
                Tried::Left(children) => self.link(shared, task.goal, cost, action, children),
            }
        }
        shared.graph.settle(task.goal);
        shared.busy.remove(&task.goal);
        shared.frontier.refill(&mut shared.graph, settings, task.goal);
        let expansions = shared.counts.expansions;
        drop(guard);
        self.table.bell.notify_all();
        (self.advanced)(expansions);
    }

    fn link(&self, shared: &mut Shared, id: GoalId, cost: f64, action: u32, children: Vec<Child>) {
        if shared.graph.goal(id).status != GoalStatus::Open {
            return;
        }
        let known: Vec<Option<GoalId>> =
            children.iter().map(|child| shared.graph.find(&child.fingerprint)).collect();
        if let Some(reason) = shared.graph.useless(id, &known) {
            *match reason {
                Useless::Loop => &mut shared.counts.loops,
                Useless::Dominated => &mut shared.counts.dominated,
                Useless::Hopeless => &mut shared.counts.hopeless,
            } += 1;
            return;
        }
        let mut edges = Vec::with_capacity(children.len());
        for (index, child) in children.into_iter().enumerate() {
            let Child { slot, fingerprint, estimate, features } = child;
            let from = Some((id, action, index as u32));
            let ticket = Ticket { owner: self.number, slot, from, fingerprint };
            let (edge, new) = shared.graph.intern(fingerprint, ticket, id, cost);
            if new {
                let novelty = shared.novelty.observe(&features);
                let goal = shared.graph.goal_mut(edge.goal);
                goal.estimate = if estimate.is_finite() { estimate.max(0.0) } else { f64::MAX.sqrt() };
                goal.novelty = novelty;
                shared.counts.depth = shared.counts.depth.max(goal.depth);
            } else {
                shared.counts.transpositions += 1;
            }
            edges.push(edge);
        }
        shared.graph.add_step(id, action, cost, edges);
    }
}

/// A worker's own side: its back end, and the states it has.
struct World<'w, B: Backend> {
    backend: &'w mut B,
    me: usize,
    /// States found here.
    slots: Vec<B::State>,
    /// States of goals that were found or reached here.
    states: FxHashMap<GoalId, B::State>,
    lists: FxHashMap<GoalId, Vec<Candidate<B::Action>>>,
    interrupt: Interrupt,
    settings: &'w Settings,
}

impl<B: Backend> World<'_, B> {
    fn expand(&mut self, task: &Task) -> Done {
        let Some(state) = self.reach(task) else { return Done { list: None, tried: vec![], lost: true } };
        let candidates = self.list(task.goal, &state);
        if self.interrupt.requested() {
            return Done { list: None, tried: vec![], lost: true };
        }
        let fresh = task.plan.is_none();
        let plan = task.plan.clone().unwrap_or_else(|| {
            let step_cost = self.settings.scoring.step_cost.max(0.0);
            let costs = candidates.iter().enumerate();
            let mut plan: Vec<(f64, u32)> =
                costs.map(|(place, c)| (c.cost() + step_cost, place as u32)).collect();
            plan.sort_by(|a, b| a.0.total_cmp(&b.0));
            plan
        });
        let widening = &self.settings.widening;
        let dearest = plan.first().map_or(0.0, |(cost, _)| cost + widening.gap);
        let (mut tried, mut successes) = (Vec::new(), 0);
        for (cost, place) in &plan {
            let enough = tried.len() >= widening.attempts.max(1) || successes >= widening.successes.max(1);
            if enough || *cost > dearest || self.interrupt.requested() {
                break;
            }
            let outcome = match candidates.get(*place as usize) {
                Some(candidate) => self.backend.apply(&state, &candidate.action, &self.interrupt),
                None => Outcome::GaveUp,
            };
            let what = match outcome {
                Outcome::Failed => Tried::Failed,
                Outcome::GaveUp => Tried::GaveUp,
                Outcome::Children(states) => {
                    successes += 1;
                    Tried::Left(states.into_iter().map(|state| self.keep(state)).collect())
                }
            };
            let closed = matches!(&what, Tried::Left(children) if children.is_empty());
            tried.push((*cost, *place, what));
            if closed {
                break;
            }
        }
        Done { list: fresh.then_some(plan), tried, lost: false }
    }

    /// The candidates of a goal, in the back end's order.
    fn list(&mut self, goal: GoalId, state: &B::State) -> Vec<Candidate<B::Action>> {
        if let Some(list) = self.lists.get(&goal) {
            return list.clone();
        }
        let mut list: Vec<Candidate<B::Action>> = Vec::new();
        loop {
            let batch = self.backend.candidates(state, list.len(), &self.interrupt);
            let more = batch.more && !batch.list.is_empty() && !self.interrupt.requested();
            list.extend(batch.list);
            if !more {
                break;
            }
        }
        if !self.interrupt.requested() {
            self.lists.insert(goal, list.clone());
        }
        list
    }

    fn keep(&mut self, state: B::State) -> Child {
        let mut features = Vec::new();
        self.backend.features(&state, &mut features);
        let fingerprint = self.backend.fingerprint(&state);
        let estimate = self.backend.estimate(&state);
        self.slots.push(state);
        Child { slot: self.slots.len() - 1, fingerprint, estimate, features }
    }

    /// The state of a goal in this world: at hand, or at the end of the way from the root.
    fn reach(&mut self, task: &Task) -> Option<B::State> {
        if let Some(state) = self.states.get(&task.goal) {
            return Some(state.clone());
        }
        if task.ticket.owner == self.me {
            let state = self.slots.get(task.ticket.slot)?.clone();
            self.states.insert(task.goal, state.clone());
            return Some(state);
        }
        let mut hops = task.way.iter().zip(task.way.iter().skip(1).map(|hop| hop.0).chain([task.goal]));
        // From the last goal on the way that is known here.
        let known = task.way.iter().rposition(|(goal, ..)| self.states.contains_key(goal))?;
        let (first, ..) = task.way.get(known)?;
        let mut state = self.states.get(first)?.clone();
        if known > 0 {
            hops.nth(known - 1);
        }
        for ((goal, action, child), next) in hops {
            let candidate = self.list(*goal, &state).into_iter().nth(*action as usize)?;
            let outcome = self.backend.apply(&state, &candidate.action, &self.interrupt);
            let Outcome::Children(states) = outcome else { return None };
            state = states.into_iter().nth(*child as usize)?;
            self.states.insert(next, state.clone());
        }
        (self.backend.fingerprint(&state) == task.ticket.fingerprint).then_some(state)
    }
}
