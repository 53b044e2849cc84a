//! One network for all search threads: requests that come together are computed together.
//!
//! There is no thread of its own. Whoever finds nobody at work takes all that are waiting and computes for them, so that
//! with one search thread the time is its own, and is counted as such.

use crate::input::State;
use crate::network::{Network, Scores};
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Condvar, Mutex, PoisonError};

/// States that are computed together at most.
const BATCH: usize = 16;

/// A network that many threads ask.
pub struct Service {
    network: Network,
    desk: Mutex<Desk>,
    done: Condvar,
}

impl fmt::Debug for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Service({:?})", self.network)
    }
}

#[derive(Default)]
struct Desk {
    next: u64,
    waiting: Vec<(u64, State)>,
    answers: HashMap<u64, Option<Scores>>,
    someone_works: bool,
}

thread_local! {
    /// A pool of this thread alone. Matrix products ask for as many threads as there are cores; every core has a search
    /// of its own already.
    static ALONE: RefCell<Option<rayon::ThreadPool>> = const { RefCell::new(None) };
}

/// Computes on this thread alone.
fn alone<R: Send>(f: impl FnOnce() -> R + Send) -> R {
    ALONE.with(|pool| {
        let mut pool = pool.borrow_mut();
        if pool.is_none() {
            *pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build().ok();
        }
        match pool.as_ref() {
            Some(pool) => pool.install(f),
            // The thread belongs to another pool already: then that one is used.
            None => f(),
        }
    })
}

impl Service {
    /// Serves this network.
    #[must_use]
    pub fn new(network: Network) -> Service {
        Service { network, desk: Mutex::default(), done: Condvar::new() }
    }

    /// The network.
    #[must_use]
    pub fn network(&self) -> &Network {
        &self.network
    }

    /// What the network says of a state; `None` where it has no candidates, or the computation failed.
    #[must_use]
    pub fn ask(&self, state: State) -> Option<Scores> {
        if state.candidates.is_empty() {
            return None;
        }
        let mut desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        let ticket = desk.next;
        desk.next += 1;
        desk.waiting.push((ticket, state));
        loop {
            if let Some(answer) = desk.answers.remove(&ticket) {
                return answer;
            }
            if desk.someone_works {
                desk = self.done.wait(desk).unwrap_or_else(PoisonError::into_inner);
                continue;
            }
            desk.someone_works = true;
            let n = desk.waiting.len().min(BATCH);
            let batch: Vec<(u64, State)> = desk.waiting.drain(..n).collect();
            drop(desk);
            let states: Vec<&State> = batch.iter().map(|(_, s)| s).collect();
            let scores = alone(|| self.network.score(&states)).unwrap_or_default();
            let mut scores = scores.into_iter();
            desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
            for (ticket, _) in &batch {
                desk.answers.insert(*ticket, scores.next());
            }
            desk.someone_works = false;
            self.done.notify_all();
        }
    }
}
