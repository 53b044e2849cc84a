//! Samples as examples for a network, and which samples are used.

use super::guides::state;
use super::sample::{Fate, Sample};
use std::collections::BTreeMap;
use turnstile_network::Example;
use turnstile_policy::Guide;

/// A sample in the network's words.
#[must_use]
pub fn example(theorem: &str, sample: &Sample) -> Example {
    let is = |fate: Fate| sample.fates.iter().map(move |f| *f == fate);
    Example {
        theorem: theorem.to_owned(),
        state: state(&sample.goal, &sample.actions, &sample.priors),
        targets: is(Fate::Right).map(|r| f32::from(u8::from(r))).collect(),
        ignored: is(Fate::Works).collect(),
        solved: sample.solved,
        steps: sample.steps as f32,
    }
}

/// Thins samples out until the first right tactic of none makes up more than `share` of those that have one: a policy that
/// always says `simp` would otherwise be fed by its own success. Later samples of a tactic that is too frequent go first.
#[must_use]
pub fn capped(samples: Vec<(String, Sample)>, share: f64) -> Vec<(String, Sample)> {
    let tactic = |s: &Sample| s.right().next().map(|a| a.template.clone());
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for t in samples.iter().filter_map(|(_, s)| tactic(s)) {
        *counts.entry(t).or_default() += 1;
    }
    // With a cap of `c` for each, all together are `sum(min(n, c))`: the largest `c` that is no more than its share of that.
    // With fewer tactics than shares fit into the whole there is none, and all are kept equal to the second.
    let total = |c: usize| counts.values().map(|n| (*n).min(c)).sum::<usize>();
    let most = counts.values().copied().max().unwrap_or(0);
    let fits = |c: &usize| *c as f64 <= share * total(*c) as f64;
    let second = counts.values().copied().filter(|n| *n < most).max().unwrap_or(most);
    let cap = (1..=most).rev().find(fits).unwrap_or(second).max(1);
    let mut used: BTreeMap<String, usize> = BTreeMap::new();
    samples
        .into_iter()
        .filter(|(_, s)| {
            let Some(t) = tactic(s) else { return true };
            let n = used.entry(t).or_default();
            *n += 1;
            *n <= cap
        })
        .collect()
}

/// How a guide ranks the candidates of a sample that has a right one: the probability of the first, and whether that is
/// right. `None` stands for the hand-made priors.
#[must_use]
pub fn rank_of(guide: Option<&dyn Guide>, sample: &Sample) -> Option<(f64, bool)> {
    sample.right().next()?;
    let priors: Vec<f64> = sample.priors.iter().map(|p| f64::from(*p)).collect();
    let ranked = guide.and_then(|g| g.rank(&sample.goal, &sample.actions, &priors)).unwrap_or(priors);
    let first = ranked.iter().enumerate().reduce(|a, b| if b.1 > a.1 { b } else { a })?;
    Some((first.1.exp(), sample.fates.get(first.0) == Some(&Fate::Right)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learn::SampleSource;
    use turnstile_policy::sketch::{ActionSketch, GoalSketch};

    fn sample(template: &str) -> (String, Sample) {
        let s = Sample {
            source: SampleSource::Search,
            goal: GoalSketch::default(),
            actions: vec![ActionSketch { template: template.to_owned(), args: vec![] }],
            priors: vec![-1.0],
            fates: vec![Fate::Right],
            solved: true,
            exhausted: false,
            steps: 1,
        };
        (template.to_owned(), s)
    }

    #[test]
    fn no_tactic_has_more_than_its_share() {
        let mut all: Vec<_> = (0..90).map(|_| sample("Simp")).collect();
        for t in ["A", "B", "C", "D"] {
            all.extend((0..10).map(|_| sample(t)));
        }
        let kept = capped(all.clone(), 0.3);
        let simp = kept.iter().filter(|(t, _)| t == "Simp").count();
        assert_eq!(kept.len() - simp, 40);
        assert!(simp as f64 <= 0.3 * kept.len() as f64 && simp > 10, "{simp}");
        assert_eq!(capped(all, 1.0).len(), 130);
    }
}
