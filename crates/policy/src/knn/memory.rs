//! The memory and its index.

use super::features::hash;
use crate::guide::Guide;
use crate::sketch::{ActionSketch, Arg, GoalSketch};
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use std::sync::RwLock;

/// Neighbours that have a say.
const NEIGHBOURS: usize = 12;
/// Goals that are looked at for one query, over all features.
const TOUCHED: usize = 2048;
/// Of one feature, the youngest goals that are looked at.
const TOUCHED_BY_FEATURE: usize = 256;
/// Goals whose similarity is computed in full.
const COMPARED: usize = 48;
/// The largest share of the probability that the memory gets.
const TRUST: f64 = 0.7;

/// A goal that was solved.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Entry {
    /// Its features, sorted.
    features: Vec<u64>,
    /// The action that was right: with the names of constants, without, and its kind alone.
    keys: [u64; 3],
    /// The theorem whose proof it is from.
    origin: String,
    /// The action, for people.
    action: String,
}

/// A solved goal that is like the one asked about.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbour {
    /// From 0 to 1.
    pub similarity: f64,
    /// The theorem whose proof it is from.
    pub origin: String,
    /// What was done there.
    pub action: String,
    keys: [u64; 3],
}

impl Neighbour {
    /// Whether `action` on `goal` is what was done there, up to the names of constants.
    #[must_use]
    pub fn did_the_same(&self, goal: &GoalSketch, action: &ActionSketch) -> bool {
        keys(goal, action)[1] == self.keys[1]
    }
}

/// Solved goals, found by their features.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Memory {
    entries: Vec<Entry>,
    #[serde(skip)]
    index: FxHashMap<u64, Vec<u32>>,
    #[serde(skip)]
    seen: FxHashMap<u64, u32>,
}

impl PartialEq for Memory {
    fn eq(&self, other: &Memory) -> bool {
        self.entries == other.entries
    }
}

/// What an action looks like in a goal, in three degrees of detail.
#[must_use]
fn keys(goal: &GoalSketch, action: &ActionSketch) -> [u64; 3] {
    let role = |h: u32, kind: usize| goal.roles.get(h as usize).map_or(0, |r| r[kind]);
    let named: Vec<u64> = action
        .args
        .iter()
        .map(|arg| match arg {
            Arg::Hyp(h) => role(*h, 0),
            Arg::Const(n) => hash(n.as_str()),
            Arg::Term(t) => hash(t),
        })
        .collect();
    let anonymous: Vec<u64> = action
        .args
        .iter()
        .map(|arg| match arg {
            Arg::Hyp(h) => role(*h, 1),
            Arg::Const(_) => 1,
            Arg::Term(t) => hash(t.iter().filter(|t| !t.starts_with('\'')).collect::<Vec<_>>()),
        })
        .collect();
    [hash((&action.template, named)), hash((&action.template, anonymous)), hash(&action.template)]
}

impl Memory {
    /// Number of solved goals.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether nothing was solved yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Remembers that `action` was right on `goal`. What is known already is not stored twice.
    pub fn insert(&mut self, goal: &GoalSketch, action: &ActionSketch, origin: &str) {
        let entry = Entry {
            features: goal.features.clone(),
            keys: keys(goal, action),
            origin: origin.to_owned(),
            action: show(action),
        };
        self.push(entry);
    }

    fn push(&mut self, entry: Entry) {
        let id = hash((&entry.features, entry.keys[0]));
        if self.seen.contains_key(&id) {
            return;
        }
        let number = self.entries.len() as u32;
        self.seen.insert(id, number);
        for f in &entry.features {
            self.index.entry(*f).or_default().push(number);
        }
        self.entries.push(entry);
    }

    /// Builds the index again, after the entries were read from a file.
    #[must_use]
    pub fn indexed(self) -> Memory {
        let mut memory = Memory::default();
        for mut entry in self.entries {
            // What comes from a file is data: nothing relies on its order but this.
            entry.features.sort_unstable();
            entry.features.dedup();
            memory.push(entry);
        }
        memory
    }

    /// How much a feature says: the logarithm of how rare it is.
    fn weight(&self, feature: u64) -> f64 {
        let n = self.index.get(&feature).map_or(0, Vec::len);
        ((1.0 + self.entries.len() as f64) / (1.0 + n as f64)).ln().max(0.01)
    }

    /// The solved goals that are most like `goal`, best first, `n` at most.
    #[must_use]
    pub fn nearest(&self, goal: &GoalSketch, n: usize) -> Vec<Neighbour> {
        let mut lists: Vec<(&Vec<u32>, u64)> =
            goal.features.iter().filter_map(|f| self.index.get(f).map(|l| (l, *f))).collect();
        // The rarest features first; equal ones in the order of the hashes, which is fixed.
        lists.sort_by_key(|(l, f)| (l.len(), *f));
        let weights: FxHashMap<u64, f64> = goal.features.iter().map(|f| (*f, self.weight(*f))).collect();
        let weight = |f: &u64| weights.get(f).copied().unwrap_or(0.0);
        let mut scores: FxHashMap<u32, f64> = FxHashMap::default();
        let mut touched = 0;
        for (list, feature) in &lists {
            if touched >= TOUCHED {
                break;
            }
            let w = weight(feature);
            for id in list.iter().rev().take(TOUCHED_BY_FEATURE) {
                *scores.entry(*id).or_default() += w * w;
                touched += 1;
            }
        }
        let mut best: Vec<(u32, f64)> = scores.into_iter().collect();
        let order = |a: &(u32, f64), b: &(u32, f64)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if best.len() > COMPARED {
            best.select_nth_unstable_by(COMPARED, order);
            best.truncate(COMPARED);
        }
        let norm = |features: &[u64]| features.iter().map(|f| self.weight(*f).powi(2)).sum::<f64>().sqrt();
        let own = norm(&goal.features).max(1e-9);
        let mut found: Vec<(u32, f64)> = best
            .into_iter()
            .filter_map(|(id, _)| {
                let entry = self.entries.get(id as usize)?;
                let shared: f64 = entry.features.iter().filter_map(|f| weights.get(f)).map(|w| w * w).sum();
                // The norm of the other goal is close to that of this one where they are alike; the exact one costs as
                // much as everything else.
                let other =
                    (own * own * entry.features.len() as f64 / goal.features.len().max(1) as f64).sqrt();
                Some((id, (shared / (own * other.max(1e-9))).min(1.0)))
            })
            .collect();
        found.sort_by(order);
        found.truncate(n);
        let neighbour = |(id, similarity): (u32, f64)| {
            let e = self.entries.get(id as usize)?;
            Some(Neighbour { similarity, origin: e.origin.clone(), action: e.action.clone(), keys: e.keys })
        };
        found.into_iter().filter_map(neighbour).collect()
    }

    /// Mixes what the neighbours did with the priors.
    fn rank_by(&self, goal: &GoalSketch, actions: &[ActionSketch], priors: &[f64]) -> Option<Vec<f64>> {
        const DETAIL: [f64; 3] = [1.0, 0.5, 0.15];
        let near = self.nearest(goal, NEIGHBOURS);
        let top = near.first()?.similarity;
        let mut votes: FxHashMap<u64, f64> = FxHashMap::default();
        for n in &near {
            let own = n.similarity.powi(4);
            for (key, detail) in n.keys.iter().zip(DETAIL) {
                *votes.entry(*key).or_default() += own * detail;
            }
        }
        let vote = |a: &ActionSketch| -> f64 {
            // The most detailed agreement counts.
            keys(goal, a).iter().find_map(|k| votes.get(k)).copied().unwrap_or(0.0)
        };
        let votes: Vec<f64> = actions.iter().map(vote).collect();
        let total: f64 = votes.iter().sum();
        if total <= 0.0 {
            return None;
        }
        let trust = TRUST * top * top;
        let mixed = votes.iter().zip(priors).map(|(v, p)| (1.0 - trust) * p.exp() + trust * v / total);
        Some(mixed.map(|p| p.max(1e-12).ln().min(0.0)).collect())
    }
}

/// An action as one word, for people.
fn show(action: &ActionSketch) -> String {
    let mut out = action.template.clone();
    for arg in &action.args {
        out.push(' ');
        match arg {
            Arg::Hyp(h) => out.push_str(&format!("h{h}")),
            Arg::Const(n) => out.push_str(n),
            Arg::Term(t) => out.push_str(&t.join(" ").replace('\'', "")),
        }
    }
    out
}

impl Guide for Memory {
    fn rank(&self, goal: &GoalSketch, actions: &[ActionSketch], priors: &[f64]) -> Option<Vec<f64>> {
        self.rank_by(goal, actions, priors)
    }
}

/// A memory that learns while others ask it.
#[derive(Debug, Default)]
pub struct Shared(RwLock<Memory>);

impl Shared {
    /// A memory to begin with.
    #[must_use]
    pub fn new(memory: Memory) -> Shared {
        Shared(RwLock::new(memory))
    }

    /// Remembers that `action` was right on `goal`.
    pub fn insert(&self, goal: &GoalSketch, action: &ActionSketch, origin: &str) {
        // Nothing panics while it holds the lock; if something did, the entries would still be whole.
        self.0.write().unwrap_or_else(std::sync::PoisonError::into_inner).insert(goal, action, origin);
    }

    /// What is known now.
    #[must_use]
    pub fn snapshot(&self) -> Memory {
        self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner).clone()
    }
}

impl Guide for Shared {
    fn rank(&self, goal: &GoalSketch, actions: &[ActionSketch], priors: &[f64]) -> Option<Vec<f64>> {
        self.0.read().unwrap_or_else(std::sync::PoisonError::into_inner).rank_by(goal, actions, priors)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn goal(features: &[u64]) -> GoalSketch {
        GoalSketch { features: features.to_vec(), roles: vec![[7, 8]], ..GoalSketch::default() }
    }

    fn action(template: &str, args: Vec<Arg>) -> ActionSketch {
        ActionSketch { template: template.to_owned(), args }
    }

    #[test]
    fn what_closed_a_like_goal_comes_first() {
        let mut memory = Memory::default();
        for i in 0..50 {
            memory.insert(&goal(&[1, 2, 100 + i]), &action("Omega", vec![]), "other");
        }
        let induction = action("Induction", vec![Arg::Hyp(0)]);
        memory.insert(&goal(&[1, 5, 6, 7]), &induction, "near");
        let actions = [action("Omega", vec![]), induction, action("Rfl", vec![])];
        let priors = [0.5f64.ln(), 0.1f64.ln(), 0.4f64.ln()];
        let ranked = memory.rank(&goal(&[1, 5, 6, 7]), &actions, &priors).expect("neighbours");
        assert!(ranked[1] > ranked[0] && ranked[1] > ranked[2], "{ranked:?}");
        assert!((ranked.iter().map(|r| r.exp()).sum::<f64>() - 1.0).abs() < 1e-6);
        assert_eq!(memory.nearest(&goal(&[5, 6, 7]), 1)[0].origin, "near");
        // A goal that is like none is left to the priors.
        assert_eq!(memory.rank(&goal(&[9999]), &actions, &priors), None);
    }

    #[test]
    fn actions_agree_by_role_where_names_differ() {
        let mut memory = Memory::default();
        memory.insert(&goal(&[1, 2]), &action("Rewrite", vec![Arg::Const("N.add_zero".to_owned())]), "a");
        let here = [
            action("Rewrite", vec![Arg::Const("M.add_zero".to_owned())]),
            action("Cases", vec![Arg::Hyp(0)]),
        ];
        let ranked = memory.rank(&goal(&[1, 2]), &here, &[0.5f64.ln(), 0.5f64.ln()]).expect("a neighbour");
        assert!(ranked[0] > ranked[1]);
    }

    #[test]
    fn a_memory_is_not_stored_twice_and_comes_back_from_a_file() {
        let mut memory = Memory::default();
        for _ in 0..3 {
            memory.insert(&goal(&[1, 2, 3]), &action("Rfl", vec![]), "a");
        }
        assert_eq!(memory.len(), 1);
        let text = serde_json::to_string(&memory).expect("plain data");
        let back: Memory = serde_json::from_str(&text).expect("plain data");
        let back = back.indexed();
        assert_eq!(back, memory);
        assert_eq!(back.nearest(&goal(&[1, 2, 3]), 4), memory.nearest(&goal(&[1, 2, 3]), 4));
    }
}
