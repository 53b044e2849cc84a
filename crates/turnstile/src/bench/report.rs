//! The report of a measurement: what `turnstile bench prove --json` writes and `--against` reads.

use super::wilson;
use crate::report::{FileReport, Status};
use crate::settings::Settings;
use serde::{Deserialize, Serialize};

/// A measurement of several sets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BenchReport {
    /// Version of the program.
    pub turnstile_version: String,
    /// Processor, cores and memory, in words.
    pub machine: String,
    /// What each run was asked for, but for the seed.
    pub settings: Settings,
    /// Most memory that the program held, in MiB, where the system says so.
    pub peak_memory_mib: Option<f64>,
    /// The sets, in the order they were given.
    pub sets: Vec<BenchSet>,
}

/// A theorem file, measured once for each seed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BenchSet {
    /// Name of the file, without folder and extension.
    pub name: String,
    /// The runs.
    pub runs: Vec<BenchRun>,
}

/// One run over a set.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BenchRun {
    /// Start of its random numbers.
    pub seed: u64,
    /// What became of the theorems, in the order of the file.
    pub theorems: Vec<Measured>,
}

/// One theorem in one run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// Its full name.
    pub name: String,
    /// The verdict.
    pub status: Status,
    /// Processor seconds of the worker.
    pub cpu_seconds: f64,
    /// Goals the search expanded.
    pub expansions: u64,
    /// Lines of the proof.
    pub proof_lines: Option<usize>,
}

impl BenchRun {
    /// What a run over a file brought.
    #[must_use]
    pub fn new(seed: u64, report: &FileReport) -> BenchRun {
        let measured = |t: &crate::report::TheoremReport| Measured {
            name: t.name.clone(),
            status: t.status,
            cpu_seconds: t.cpu_seconds,
            expansions: t.expansions,
            proof_lines: t.proof.as_ref().map(|p| p.lines().filter(|l| !l.trim().is_empty()).count()),
        };
        BenchRun { seed, theorems: report.theorems.iter().map(measured).collect() }
    }

    /// How many theorems got this verdict.
    #[must_use]
    pub fn count(&self, status: Status) -> usize {
        self.theorems.iter().filter(|t| t.status == status).count()
    }
}

impl BenchSet {
    /// Number of theorems.
    #[must_use]
    pub fn size(&self) -> usize {
        self.runs.first().map_or(0, |r| r.theorems.len())
    }

    /// Theorems with this verdict, the mean over the runs.
    #[must_use]
    pub fn mean(&self, status: Status) -> f64 {
        let sum: usize = self.runs.iter().map(|r| r.count(status)).sum();
        sum as f64 / self.runs.len().max(1) as f64
    }

    /// Processor seconds of a run, the mean.
    #[must_use]
    pub fn cpu_seconds(&self) -> f64 {
        let sum: f64 = self.runs.iter().flat_map(|r| &r.theorems).map(|t| t.cpu_seconds).sum();
        sum / self.runs.len().max(1) as f64
    }

    /// Whether a theorem is proved in at least half of the runs, and its mean processor seconds in those.
    #[must_use]
    pub fn solved(&self, name: &str) -> Option<f64> {
        let times: Vec<f64> = self
            .runs
            .iter()
            .flat_map(|r| &r.theorems)
            .filter(|t| t.name == name && t.status == Status::Proved)
            .map(|t| t.cpu_seconds)
            .collect();
        (2 * times.len() >= self.runs.len() && !times.is_empty())
            .then(|| times.iter().sum::<f64>() / times.len() as f64)
    }

    /// A line: proved of all, the confidence interval, refuted, seconds.
    #[must_use]
    pub fn summary(&self) -> String {
        let (n, proved) = (self.size(), self.mean(Status::Proved));
        let (low, high) = wilson(proved, n);
        let percent = 100.0 * proved / n.max(1) as f64;
        let mut line = format!(
            "{:<20} {proved:>6.1} of {n:<4} {percent:>5.1} % [{:.1}, {:.1}]",
            self.name,
            100.0 * low,
            100.0 * high
        );
        let refuted = self.mean(Status::Refuted);
        if refuted > 0.0 {
            line.push_str(&format!("  {refuted:.1} refuted"));
        }
        line.push_str(&format!("  {:.1} CPU s", self.cpu_seconds()));
        line
    }
}
