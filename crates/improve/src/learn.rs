//! From samples to a policy: a memory, and a network if that is wanted.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use turnstile::learn::{Learned, PolicyCard, PolicyError, Sample, capped, example};
use turnstile_network::{Example, Progress, Summary, TrainError, TrainSettings, train};
use turnstile_policy::knn::Memory;

/// Why there is no policy.
#[derive(Debug, thiserror::Error)]
pub enum LearnError {
    /// It cannot be written.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// The training.
    #[error(transparent)]
    Train(#[from] TrainError),
    /// Files.
    #[error("{0}")]
    Io(#[from] std::io::Error),
}

/// What was made.
#[derive(Clone, Debug)]
pub struct Trained {
    /// Goals in the memory.
    pub memory: usize,
    /// Samples that were used.
    pub samples: usize,
    /// The training of the network, if there is one.
    pub network: Option<Summary>,
}

/// The largest share of the samples that one tactic may have.
pub const CAP: f64 = 0.25;

/// The examples for a network, after no tactic has more than its share.
#[must_use]
pub fn train_examples(samples: Vec<(String, Sample)>) -> Vec<Example> {
    capped(samples, CAP).iter().map(|(theorem, s)| example(theorem, s)).collect()
}

/// A hash of the samples, which the card of a policy names.
#[must_use]
pub fn data_hash(samples: &[(String, Sample)]) -> String {
    // The hasher of the standard library begins with fixed keys when made like this.
    let mut h = DefaultHasher::new();
    for (theorem, s) in samples {
        theorem.hash(&mut h);
        s.goal.tokens.hash(&mut h);
        s.actions.hash(&mut h);
        for f in &s.fates {
            (*f as u8).hash(&mut h);
        }
        (s.solved, s.steps).hash(&mut h);
    }
    format!("{:016x}", h.finish())
}

/// Makes a policy from samples, about these definitions, into a folder; with a network if there are settings for its training.
///
/// # Errors
/// When there is nothing to learn from, or the folder cannot be written.
pub fn make_policy(
    samples: &[(String, Sample)],
    definitions: &BTreeSet<String>,
    folder: &Path,
    card: PolicyCard,
    network: Option<&TrainSettings>,
    resume: bool,
    watch: &mut dyn FnMut(&Progress) -> bool,
) -> Result<Trained, LearnError> {
    std::fs::create_dir_all(folder)?;
    let used = capped(samples.to_vec(), CAP);
    let mut memory = Memory::default();
    for (theorem, sample) in samples {
        for action in sample.right() {
            memory.insert(&sample.goal, action, theorem);
        }
    }
    let mut trained = Trained { memory: memory.len(), samples: used.len(), network: None };
    let mut card = PolicyCard { data: data_hash(samples), samples: used.len(), ..card };
    if network.is_none() {
        card.mode = "knn".to_owned();
    }
    if let Some(settings) = network {
        let examples: Vec<Example> = used.iter().map(|(theorem, s)| example(theorem, s)).collect();
        let device = turnstile_network::device();
        let summary = match train(&examples, folder, settings, resume, &device, watch) {
            // Too little to hold something out: then there is the memory alone.
            Err(TrainError::NothingToLearn) if trained.memory > 0 => None,
            summary => Some(summary?),
        };
        if summary.is_none() {
            card.mode = "knn".to_owned();
        }
        if let Some(summary) = &summary
            && let Some(best) = summary.epochs.iter().find(|e| e.epoch == summary.best)
        {
            card.results.push(format!(
                "network of {} parameters: the first candidate is right on {:.1} % of {} held-out states' goals, hand-made priors: {:.1} %",
                summary.parameters,
                100.0 * best.top1,
                summary.examples[1],
                100.0 * summary.prior_top1
            ));
        }
        trained.network = summary;
    }
    // What it has seen, so that a test can be refused.
    let seen: BTreeSet<&str> = samples.iter().map(|(theorem, _)| theorem.as_str()).collect();
    let lines =
        seen.into_iter().map(str::to_owned).chain(definitions.iter().map(|d| format!("definition {d}")));
    let text: String = lines.map(|s| s + "\n").collect();
    turnstile_network::write_atomically(&folder.join("trained_on.txt"), text.as_bytes())?;
    Learned::write(folder, &card, &memory)?;
    Ok(trained)
}
