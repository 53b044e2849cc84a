//! Policies side by side on theorem files: equal processor time, several seeds, and what their probabilities are worth.

use crate::store::StoreError;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;
use turnstile::bench::{BenchReport, BenchRun, BenchSet, wilson};
use turnstile::learn::{Choice, PolicyError, Recorder, Sample, file_goals, rank_of};
use turnstile::{CancelFlag, Progress, Prover, Settings, Source, Status, TheoremReport};

/// Why there is no evaluation.
#[derive(Debug, thiserror::Error)]
pub enum EvalError {
    /// A policy.
    #[error(transparent)]
    Policy(#[from] PolicyError),
    /// A file.
    #[error("{path}: {why}", path = .0.display(), why = .1)]
    Io(PathBuf, String),
    /// A test theorem was learned from.
    #[error("the policy {0} has learned from theorems of the test: {1}")]
    Leaked(String, String),
    /// A record.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What to compare, and how.
#[derive(Clone, Debug)]
pub struct EvalSettings {
    /// The policies: `prior`, `knn`, `net`, `mix`, or a folder.
    pub policies: Vec<String>,
    /// The theorem files.
    pub sets: Vec<PathBuf>,
    /// Processor seconds for each theorem.
    pub timeout: f64,
    /// Starts of the random numbers; each is a run of its own.
    pub seeds: Vec<u64>,
    /// Theorems at the same time.
    pub jobs: usize,
    /// Whether the waterfall and lemma discovery take part, as in `prove`; else the search alone, where the policy acts.
    pub whole: bool,
    /// Evaluate although a policy has learned from the test: for curiosity, not for a claim.
    pub allow_leaks: bool,
}

/// How far the probability of the first candidate can be believed: ten classes of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calibration {
    /// For each class the number of states, the sum of the probabilities, and how often the first candidate was right.
    pub classes: [(usize, f64, usize); 10],
}

impl Calibration {
    fn add(&mut self, probability: f64, right: bool) {
        let class = ((probability * 10.0) as usize).min(9);
        if let Some(c) = self.classes.get_mut(class) {
            c.0 += 1;
            c.1 += probability;
            c.2 += usize::from(right);
        }
    }

    /// Mean distance of what was said from what was so, over the states (the expected calibration error: Naeini, Cooper,
    /// Hauskrecht, *Obtaining well calibrated probabilities using Bayesian binning*, AAAI 2015).
    #[must_use]
    pub fn error(&self) -> f64 {
        let n: usize = self.classes.iter().map(|c| c.0).sum();
        let sum: f64 = self.classes.iter().map(|(_, said, right)| (said - *right as f64).abs()).sum();
        sum / n.max(1) as f64
    }
}

/// What became of a comparison.
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// The runs; a set for each policy and file, `file policy`.
    pub report: BenchReport,
    /// For each policy how far its probabilities can be believed, on states of proofs that the hand-made priors found.
    pub calibration: Vec<(String, Calibration)>,
    /// For each policy: proved of the theorems whose definitions it all saw in training, and of the others; with how many there are.
    pub by_definitions: Vec<(String, [(f64, usize); 2])>,
    /// What else there is to say.
    pub notes: Vec<String>,
}

impl Evaluation {
    /// For people.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        for set in &self.report.sets {
            out.push_str(&set.summary());
            out.push('\n');
        }
        for (name, [seen, unseen]) in &self.by_definitions {
            for (what, (proved, n)) in [("known", seen), ("new", unseen)] {
                if *n > 0 {
                    let (low, high) = wilson(*proved, *n);
                    out.push_str(&format!(
                        "{name}: definitions {what}: {proved:.1} of {n} [{:.1}, {:.1}] %\n",
                        100.0 * low,
                        100.0 * high
                    ));
                }
            }
        }
        for (name, c) in &self.calibration {
            out.push_str(&format!("{name}: calibration error {:.3};", c.error()));
            for (i, (n, said, right)) in c.classes.iter().enumerate().filter(|(_, c)| c.0 > 0) {
                let n = *n as f64;
                out.push_str(&format!(
                    " {}-{} %: said {:.2}, was {:.2}",
                    10 * i,
                    10 * i + 10,
                    said / n,
                    *right as f64 / n
                ));
            }
            out.push('\n');
        }
        for note in &self.notes {
            out.push_str(note);
            out.push('\n');
        }
        out
    }
}

struct Collect<'a> {
    recorder: &'a Recorder,
    samples: std::sync::Mutex<Vec<Sample>>,
    watch: &'a dyn Progress,
}

impl Progress for Collect<'_> {
    fn started(&self, worker: usize, theorem: &str) {
        self.watch.started(worker, theorem);
    }

    fn finished(&self, worker: usize, report: &TheoremReport) {
        let recorded = self.recorder.take(&report.name);
        if report.status == Status::Proved {
            let mut all = self.samples.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            all.extend(recorded.samples.into_iter().filter(|s| s.solved));
        }
        self.watch.finished(worker, report);
    }
}

/// Compares policies.
///
/// # Errors
/// When files cannot be read, or a policy has learned from the test.
pub fn evaluate(
    settings: &EvalSettings,
    machine: String,
    watch: &dyn Progress,
    cancel: &CancelFlag,
) -> Result<Evaluation, EvalError> {
    let mut sources = vec![];
    for path in &settings.sets {
        let source = Source::read(path).map_err(|e| EvalError::Io(path.clone(), e.to_string()))?;
        let goals = file_goals(&source.text);
        sources.push((source, goals));
    }
    let base = Settings {
        timeout: settings.timeout,
        cpu_time: true,
        jobs: settings.jobs.max(1),
        lemmas: settings.whole,
        refute: settings.whole,
        ..Settings::default()
    };
    let mut out = Evaluation {
        report: BenchReport {
            turnstile_version: env!("CARGO_PKG_VERSION").to_owned(),
            machine,
            settings: base.clone(),
            peak_memory_mib: None,
            sets: vec![],
        },
        calibration: vec![],
        by_definitions: vec![],
        notes: vec![],
    };
    let recorder = Arc::new(Recorder::default());
    let collect = Collect { recorder: &recorder, samples: Default::default(), watch };
    let mut guides = vec![];
    for policy in &settings.policies {
        let choice = Choice::parse(policy);
        let seen = seen_by(&choice);
        let goals = sources.iter().flat_map(|(_, goals)| goals);
        let leaked: Vec<&str> =
            goals.filter(|g| seen.0.contains(&g.canonical.statement)).map(|g| g.name.as_str()).collect();
        if !leaked.is_empty() {
            let some = leaked.iter().take(5).copied().collect::<Vec<_>>().join(", ");
            let what = format!("{} theorems ({some}, …)", leaked.len());
            if !settings.allow_leaks {
                return Err(EvalError::Leaked(policy.clone(), what));
            }
            out.notes.push(format!("{policy} has learned from {what}: its figures are no measurement"));
        }
        guides.push((policy, choice.guide()?, seen.1));
    }
    for (policy, guide, definitions) in &guides {
        let mut by_definitions = [(0.0, 0), (0.0, 0)];
        for (source, goals) in &sources {
            let file = source.path.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
            let mut set = BenchSet { name: format!("{file} {policy}"), runs: vec![] };
            for &seed in &settings.seeds {
                let mut prover = Prover::new(Settings { seed, ..base.clone() }).guided(guide.clone());
                if guide.is_none() {
                    prover = prover.recorded(recorder.clone());
                }
                let outcome = prover.prove_file(source, &collect, cancel);
                for t in &outcome.report.theorems {
                    let Some(goal) = goals.iter().find(|g| g.name == t.name && g.line == t.line) else {
                        continue;
                    };
                    let is_new = goal.canonical.definitions.iter().any(|d| !definitions.contains(d));
                    if let Some(class) = by_definitions.get_mut(usize::from(is_new)) {
                        class.1 += 1;
                        class.0 += f64::from(u8::from(t.status == Status::Proved));
                    }
                }
                set.runs.push(BenchRun::new(seed, &outcome.report));
            }
            out.report.sets.push(set);
        }
        let runs = settings.seeds.len().max(1);
        let mean = by_definitions.map(|(proved, n)| (proved / runs as f64, n / runs));
        out.by_definitions.push(((*policy).clone(), mean));
    }
    let samples = collect.samples.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    for (policy, guide, _) in &guides {
        let mut c = Calibration::default();
        for sample in &samples {
            if let Some((probability, right)) = rank_of(guide.as_deref(), sample) {
                c.add(probability, right);
            }
        }
        if !samples.is_empty() {
            out.calibration.push(((*policy).clone(), c));
        }
    }
    Ok(out)
}

/// The statements and the definitions that a policy has learned from, up to names.
fn seen_by(choice: &Choice) -> (BTreeSet<String>, BTreeSet<String>) {
    let text = match choice {
        Choice::Prior => return Default::default(),
        Choice::Folder(path) => std::fs::read_to_string(path.join("trained_on.txt")).unwrap_or_default(),
        Choice::Knn | Choice::Net | Choice::Mix => turnstile::learn::Learned::default_trained_on().to_owned(),
    };
    let mut out: (BTreeSet<String>, BTreeSet<String>) = Default::default();
    for line in text.lines() {
        match line.strip_prefix("definition ") {
            Some(d) => out.1.insert(d.to_owned()),
            None => out.0.insert(line.to_owned()),
        };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::Calibration;

    #[test]
    fn what_is_said_is_compared_with_what_is_so() {
        let mut honest = Calibration::default();
        let mut boastful = Calibration::default();
        for i in 0..100 {
            honest.add(0.75, i % 4 != 0);
            boastful.add(0.99, i % 2 == 0);
        }
        assert!(honest.error() < 1e-9, "{honest:?}");
        assert!((boastful.error() - 0.49).abs() < 1e-9, "{boastful:?}");
    }
}
