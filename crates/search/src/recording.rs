//! Logs of searches: what was tried on which state and what that did, and doing it again.
//!
//! States are numbered as they first came up and actions by their place in the list of candidates, so a log says nothing
//! about the back end and is read by any that gives the same lists.

use crate::backend::{Backend, CancelFlag, Candidates, Interrupt, Outcome};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::fmt;

/// What an action did, states by their numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Happened {
    /// It did not apply.
    Failed,
    /// It was cut short.
    GaveUp,
    /// It left these states.
    Left(Vec<u32>),
}

/// An action that was tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Number of the state; the root is 0.
    pub state: u32,
    /// Place in the state's list of candidates.
    pub action: u32,
    /// What it did.
    pub did: Happened,
}

/// A back end that writes down what it is asked.
pub struct Recording<'b, B: Backend> {
    inner: &'b mut B,
    numbers: Numbers<B>,
    lists: FxHashMap<u32, Vec<B::Action>>,
    events: Vec<Event>,
}

/// Numbers of states.
struct Numbers<B: Backend>(FxHashMap<B::Key, u32>);

impl<B: Backend> Numbers<B> {
    fn of(&mut self, key: B::Key) -> u32 {
        let next = self.0.len() as u32;
        *self.0.entry(key).or_insert(next)
    }
}

impl<'b, B: Backend> Recording<'b, B> {
    /// Records what is asked of `inner` from the state `root` on.
    pub fn new(inner: &'b mut B, root: &B::State) -> Self {
        let mut numbers = Numbers(FxHashMap::default());
        numbers.of(inner.key(root));
        Recording { inner, numbers, lists: FxHashMap::default(), events: Vec::new() }
    }

    /// What happened.
    pub fn into_events(self) -> Vec<Event> {
        self.events
    }
}

impl<B: Backend> Backend for Recording<'_, B>
where
    B::Action: PartialEq,
{
    type State = B::State;
    type Action = B::Action;
    type Key = B::Key;

    fn key(&self, state: &B::State) -> B::Key {
        self.inner.key(state)
    }

    fn candidates(
        &mut self,
        state: &B::State,
        given: usize,
        interrupt: &Interrupt,
    ) -> Candidates<Self::Action> {
        let batch = self.inner.candidates(state, given, interrupt);
        let list = self.lists.entry(self.numbers.of(self.inner.key(state))).or_default();
        // A list that is asked for once more, for another graph, is the same.
        if list.len() == given {
            list.extend(batch.list.iter().map(|candidate| candidate.action.clone()));
        }
        batch
    }

    fn apply(&mut self, state: &B::State, action: &B::Action, interrupt: &Interrupt) -> Outcome<B::State> {
        let outcome = self.inner.apply(state, action, interrupt);
        let number = self.numbers.of(self.inner.key(state));
        let place = self.lists.get(&number).and_then(|list| list.iter().position(|a| a == action));
        let did = match &outcome {
            Outcome::Failed => Happened::Failed,
            Outcome::GaveUp => Happened::GaveUp,
            Outcome::Children(states) => {
                let keys: Vec<B::Key> = states.iter().map(|state| self.inner.key(state)).collect();
                Happened::Left(keys.into_iter().map(|key| self.numbers.of(key)).collect())
            }
        };
        if let Some(place) = place {
            self.events.push(Event { state: number, action: place as u32, did });
        }
        outcome
    }

    fn estimate(&mut self, state: &B::State) -> f64 {
        self.inner.estimate(state)
    }

    fn features(&self, state: &B::State, features: &mut Vec<u64>) {
        self.inner.features(state, features);
    }

    fn show_state(&mut self, state: &B::State) -> String {
        self.inner.show_state(state)
    }

    fn show_action(&mut self, state: &B::State, action: &B::Action) -> String {
        self.inner.show_action(state, action)
    }

    fn restate(&mut self, action: &B::Action, from: &B::State, to: &B::State) -> Option<B::Action> {
        self.inner.restate(action, from, to)
    }
}

/// Where a repetition went another way than the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Number of the event, from 0.
    pub event: usize,
    /// What the log says.
    pub logged: Event,
    /// What happened this time; `None` when there is no such state or action.
    pub now: Option<Happened>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Event { state, action, did } = &self.logged;
        write!(f, "event {}: action {action} on state {state} did {did:?}", self.event + 1)?;
        match &self.now {
            Some(now) => write!(f, ", and now {now:?}"),
            None => write!(f, ", and now there is no such state or action"),
        }
    }
}

/// Does again what a log says, from `root` on. Gives the number of actions that were compared: those that were cut short
/// the first time are not.
///
/// # Errors
/// The first difference.
pub fn repeat<B: Backend>(
    backend: &mut B,
    root: B::State,
    events: &[Event],
    cancel: &CancelFlag,
) -> Result<usize, Box<Difference>> {
    let interrupt = Interrupt::new(None, cancel.clone());
    let mut numbers: Numbers<B> = Numbers(FxHashMap::default());
    numbers.of(backend.key(&root));
    let mut states = vec![root];
    let mut lists: FxHashMap<u32, Vec<B::Action>> = FxHashMap::default();
    let mut compared = 0;
    for (number, event) in events.iter().enumerate() {
        if cancel.is_cancelled() {
            break;
        }
        let different = |now| Box::new(Difference { event: number, logged: event.clone(), now });
        if event.did == Happened::GaveUp {
            continue;
        }
        let Some(state) = states.get(event.state as usize).cloned() else { return Err(different(None)) };
        let list = lists.entry(event.state).or_insert_with(|| whole_list(backend, &state, &interrupt));
        let Some(action) = list.get(event.action as usize).cloned() else { return Err(different(None)) };
        let now = match backend.apply(&state, &action, &interrupt) {
            Outcome::Failed => Happened::Failed,
            Outcome::GaveUp => Happened::GaveUp,
            Outcome::Children(children) => {
                let mut left = Vec::with_capacity(children.len());
                for child in children {
                    let child_number = numbers.of(backend.key(&child));
                    if child_number as usize == states.len() {
                        states.push(child);
                    }
                    left.push(child_number);
                }
                Happened::Left(left)
            }
        };
        if now != event.did {
            return Err(different(Some(now)));
        }
        compared += 1;
    }
    Ok(compared)
}

/// Batches of candidates that are asked for at most.
const MAX_BATCHES: usize = 64;

/// All candidates of a state, in the back end's order.
pub(crate) fn whole_list<B: Backend>(
    backend: &mut B,
    state: &B::State,
    interrupt: &Interrupt,
) -> Vec<B::Action> {
    let mut list = Vec::new();
    for _ in 0..MAX_BATCHES {
        let batch = backend.candidates(state, list.len(), interrupt);
        let more = batch.more && !batch.list.is_empty();
        list.extend(batch.list.into_iter().map(|candidate| candidate.action));
        if !more {
            break;
        }
    }
    list
}
