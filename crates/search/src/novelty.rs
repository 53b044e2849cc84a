//! How much of a state has not been seen before in this search.

use rustc_hash::FxHashSet;

/// The features seen so far.
#[derive(Debug, Default)]
pub(crate) struct Novelty {
    seen: FxHashSet<u64>,
}

impl Novelty {
    /// Share of the features that are new, in `0..=1`; they are not new the next time. No features, no novelty.
    pub(crate) fn observe(&mut self, features: &[u64]) -> f64 {
        if features.is_empty() {
            return 0.0;
        }
        let fresh = features.iter().filter(|&&feature| self.seen.insert(feature)).count();
        fresh as f64 / features.len() as f64
    }
}
