//! Which premises have to do with a goal, whether or not they match a part of it.
//!
//! Two rankings are merged by the positions in both, as in *MaSh* (Kühlwein, Blanchette, Kaliszyk, Urban, ITP 2013):
//!
//! - nearest neighbours: statements that share rare features with the goal, and what their proofs used;
//! - MePo (Meng, Paulson, *Lightweight relevance filtering for machine-generated resolution problems*, J. Applied Logic
//!   2009): statements most of whose symbols are relevant, where the symbols of relevant statements become so in turn.

use super::segment::{Feature, Segment};
use rustc_hash::FxHashMap;

/// Entries of feature lists that one query reads.
const MAX_READ: usize = 30_000;
/// Neighbours whose proofs are looked at.
const NEIGHBOURS: usize = 40;
/// Exponent of a feature's weight in the nearness of two statements (τ₁ in MaSh).
const FEATURE_EXPONENT: i32 = 6;
/// Weight of what a neighbour's proof used, against the neighbour itself (τ₂ in MaSh).
const PROOF_WEIGHT: f64 = 2.7;

impl Segment {
    /// How many premises below `limit` have feature `f`.
    fn frequency(&self, f: u32, limit: u32) -> usize {
        self.having[f as usize].partition_point(|p| *p < limit)
    }

    /// The goal's features that occur here, rarest first, with their frequency.
    fn known_features(&self, goal: &[Feature], limit: u32) -> Vec<(u32, usize)> {
        let known = goal.iter().filter_map(|f| self.features.get(f));
        let mut known: Vec<(u32, usize)> =
            known.map(|f| (*f, self.frequency(*f, limit))).filter(|f| f.1 > 0).collect();
        known.sort_by_key(|f| (f.1, f.0));
        known
    }

    /// The premises below `limit` that have most to do with the goal, best first.
    pub(super) fn relevant(&self, goal: &[Feature], limit: u32, count: usize) -> Vec<u32> {
        let known = self.known_features(goal, limit);
        let mut merged: FxHashMap<u32, f64> = FxHashMap::default();
        for ranking in [self.nearest(&known, limit, 2 * count), self.mepo(&known, limit, 2 * count)] {
            for (i, p) in ranking.into_iter().enumerate() {
                *merged.entry(p).or_default() += 1.0 / (i as f64 + 4.0);
            }
        }
        best(merged.into_iter().collect(), count)
    }

    /// Nearest neighbours by common features, weighted by their rarity, and what their proofs used.
    fn nearest(&self, known: &[(u32, usize)], limit: u32, count: usize) -> Vec<u32> {
        let total = f64::from(limit.max(2));
        let mut nearness = vec![0f64; limit as usize];
        let mut touched: Vec<u32> = Vec::new();
        let mut read = 0;
        for (f, n) in known {
            read += n;
            if read > MAX_READ && !touched.is_empty() {
                break;
            }
            let weight = (total / *n as f64).ln().max(0.01).powi(FEATURE_EXPONENT);
            for p in &self.having[*f as usize][..*n] {
                let slot = &mut nearness[*p as usize];
                if *slot == 0.0 {
                    touched.push(*p);
                }
                *slot += weight;
            }
        }
        let near =
            best(touched.into_iter().map(|p| (p, nearness[p as usize])).collect(), NEIGHBOURS.max(count));
        let mut scores: FxHashMap<u32, f64> = near.iter().map(|p| (*p, nearness[*p as usize])).collect();
        for p in near.iter().take(NEIGHBOURS) {
            let uses = &self.premises[*p as usize].uses;
            let share = PROOF_WEIGHT * nearness[*p as usize] / (uses.len().max(1) as f64);
            for u in uses {
                *scores.entry(*u).or_default() += share;
            }
        }
        best(scores.into_iter().collect(), count)
    }

    /// Meng and Paulson's filter: a statement passes if the relevant part of its symbols outweighs the rest.
    fn mepo(&self, known: &[(u32, usize)], limit: u32, count: usize) -> Vec<u32> {
        const PASS_MARK: f32 = 0.6;
        const CONVERGENCE: f32 = 2.4;
        const ROUNDS: usize = 6;
        let weight = |n: usize| 1.0 + 2.0 / ((n + 1) as f32).ln();
        let mut fresh: Vec<(u32, usize)> =
            known.iter().copied().filter(|f| self.is_symbol[f.0 as usize]).collect();
        let mut is_relevant = vec![false; self.having.len()];
        fresh.iter().for_each(|f| is_relevant[f.0 as usize] = true);
        // Weight and number of the relevant symbols of each statement, and the statements that have any.
        let mut shared = vec![(0f32, 0u32); limit as usize];
        let mut touched: Vec<u32> = Vec::new();
        let mut passed: Vec<u32> = Vec::new();
        let mut is_passed = vec![false; limit as usize];
        let (mut mark, mut read) = (PASS_MARK, 0);
        for _ in 0..ROUNDS {
            for (f, n) in std::mem::take(&mut fresh) {
                read += n;
                if read > MAX_READ {
                    break;
                }
                for p in &self.having[f as usize][..n] {
                    let s = &mut shared[*p as usize];
                    if s.1 == 0 {
                        touched.push(*p);
                    }
                    s.0 += weight(n);
                    s.1 += 1;
                }
            }
            let mut round: Vec<(u32, f32)> = touched
                .iter()
                .filter(|p| !is_passed[**p as usize])
                .map(|p| {
                    let (w, n) = shared[*p as usize];
                    (*p, w / (w + self.premises[*p as usize].symbols as f32 - n as f32))
                })
                .filter(|(_, score)| *score >= mark)
                .collect();
            round.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0)));
            for (p, _) in round {
                if passed.len() == count {
                    return passed;
                }
                passed.push(p);
                is_passed[p as usize] = true;
                for f in &self.premises[p as usize].features {
                    if self.is_symbol[*f as usize] && !is_relevant[*f as usize] {
                        is_relevant[*f as usize] = true;
                        fresh.push((*f, self.frequency(*f, limit)));
                    }
                }
            }
            if fresh.is_empty() || read > MAX_READ {
                break;
            }
            fresh.sort_by_key(|f| (f.1, f.0));
            mark += (1.0 - mark) / CONVERGENCE;
        }
        passed
    }
}

/// The `count` entries with the highest scores, best first; of equals the later declaration, which knows more.
fn best(mut scored: Vec<(u32, f64)>, count: usize) -> Vec<u32> {
    let order = |a: &(u32, f64), b: &(u32, f64)| b.1.total_cmp(&a.1).then(b.0.cmp(&a.0));
    if scored.len() > count && count > 0 {
        scored.select_nth_unstable_by(count - 1, order);
        scored.truncate(count);
    }
    scored.sort_by(order);
    scored.truncate(count);
    scored.into_iter().map(|s| s.0).collect()
}
