//! What a search needs from the world: the [`Backend`] trait and the values that cross it.

use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// A world of goals to be closed by actions.
///
/// Every method must be a function of its arguments (apart from being cut short by the [`Interrupt`]): the search
/// repeats itself exactly only where the back end does.
pub trait Backend {
    /// A goal to be proved, on its own: two states must not share anything that one's proof could constrain.
    type State: Clone;
    /// Something that can be tried on a state.
    type Action: Clone;
    /// Identity of a state up to what does not matter for its proof (bound names, say).
    type Key: Eq + Hash + Clone;

    /// States with equal keys become one node of the graph.
    fn key(&self, state: &Self::State) -> Self::Key;

    /// The next candidates for a state, after `given` of them were handed out before. The search calls again when it
    /// has used them up and [`Candidates::more`] was set.
    fn candidates(
        &mut self,
        state: &Self::State,
        given: usize,
        interrupt: &Interrupt,
    ) -> Candidates<Self::Action>;

    /// Tries an action.
    fn apply(
        &mut self,
        state: &Self::State,
        action: &Self::Action,
        interrupt: &Interrupt,
    ) -> Outcome<Self::State>;

    /// Estimated cost in nats of what is left to do: `-ln` of the probability that the goal gets proved. Zero where
    /// nothing is known.
    fn estimate(&mut self, _state: &Self::State) -> f64 {
        0.0
    }

    /// Hashes of whatever makes this state different from others (shapes of its subterms, say); states that show
    /// features never seen before in this search are preferred.
    fn features(&self, _state: &Self::State, _features: &mut Vec<u64>) {}

    /// A number for the key that is the same in every thread. Different keys must not share it, so it is a hash wide enough.
    /// Only searches with several workers ask for it.
    fn fingerprint(&mut self, state: &Self::State) -> u128 {
        let key = self.key(state);
        let half = |seed: u64| {
            let mut hasher = FxHasher::default();
            (seed, &key).hash(&mut hasher);
            u128::from(hasher.finish())
        };
        half(1) << 64 | half(2)
    }

    /// A state for people to read.
    fn show_state(&mut self, _state: &Self::State) -> String {
        String::new()
    }

    /// An action on a state for people to read.
    fn show_action(&mut self, _state: &Self::State, _action: &Self::Action) -> String {
        String::new()
    }

    /// An action that was made for `from`, said for `to`, which has the same key. `None` where that is impossible.
    fn restate(
        &mut self,
        action: &Self::Action,
        _from: &Self::State,
        _to: &Self::State,
    ) -> Option<Self::Action> {
        Some(action.clone())
    }
}

/// An action with the probability that it is the right one.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate<A> {
    /// What to try.
    pub action: A,
    /// Natural logarithm of its probability; at most zero.
    pub log_prob: f64,
}

impl<A> Candidate<A> {
    /// An action with the logarithm of its probability.
    pub fn new(action: A, log_prob: f64) -> Self {
        Candidate { action, log_prob }
    }

    /// The probability as a cost in nats. What is not a logarithm of a probability is read as the nearest one, so that
    /// a faulty policy cannot break the order of the queue.
    pub(crate) fn cost(&self) -> f64 {
        const IMPOSSIBLE: f64 = 50.0;
        if self.log_prob.is_nan() { IMPOSSIBLE } else { (-self.log_prob).clamp(0.0, IMPOSSIBLE) }
    }
}

/// A batch of candidates.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidates<A> {
    /// The batch; the search sorts it by probability, equals keep their order.
    pub list: Vec<Candidate<A>>,
    /// Whether a further call would bring further candidates.
    pub more: bool,
}

impl<A> Candidates<A> {
    /// Everything there is to try.
    pub fn all(list: impl IntoIterator<Item = Candidate<A>>) -> Self {
        Candidates { list: list.into_iter().collect(), more: false }
    }

    /// A first part of what there is to try.
    pub fn some(list: impl IntoIterator<Item = Candidate<A>>) -> Self {
        Candidates { list: list.into_iter().collect(), more: true }
    }
}

/// What an action did.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome<S> {
    /// It does not apply: it is no part of any proof of this state.
    Failed,
    /// It was cut short by a limit; whether it applies is not known.
    GaveUp,
    /// The state is proved as soon as all of these are; at once, if there are none.
    Children(Vec<S>),
}

/// Shared switch that stops a search from outside, cooperatively.
#[derive(Clone, Debug, Default)]
pub struct CancelFlag {
    own: Arc<AtomicBool>,
    /// Flags that count as well.
    above: Vec<Arc<AtomicBool>>,
}

impl CancelFlag {
    /// A flag that is not raised.
    pub fn new() -> Self {
        Self::default()
    }

    /// A flag of its own that is raised with `other` as well.
    pub fn below(other: &CancelFlag) -> Self {
        let mut above = other.above.clone();
        above.push(other.own.clone());
        CancelFlag { own: Arc::default(), above }
    }

    /// Asks every holder to stop.
    pub fn cancel(&self) {
        self.own.store(true, Ordering::Relaxed);
    }

    /// Whether someone asked to stop.
    pub fn is_cancelled(&self) -> bool {
        self.own.load(Ordering::Relaxed) || self.above.iter().any(|flag| flag.load(Ordering::Relaxed))
    }
}

/// When a back end should break off a long computation and answer [`Outcome::GaveUp`].
#[derive(Clone, Debug)]
pub struct Interrupt {
    deadline: Option<Instant>,
    cancel: CancelFlag,
}

impl Interrupt {
    /// Stops at the deadline, if any, or when the flag is raised.
    pub fn new(deadline: Option<Instant>, cancel: CancelFlag) -> Self {
        Interrupt { deadline, cancel }
    }

    /// The moment after which nothing counts any more.
    pub fn deadline(&self) -> Option<Instant> {
        self.deadline
    }

    /// The flag that another thread may raise.
    pub fn cancel_flag(&self) -> &CancelFlag {
        &self.cancel
    }

    /// Whether to stop now.
    pub fn requested(&self) -> bool {
        self.cancel.is_cancelled() || self.deadline.is_some_and(|deadline| Instant::now() >= deadline)
    }
}
