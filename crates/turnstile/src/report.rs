//! The report of a run: what `--json` writes.

use crate::answer::Explanation;
use crate::log::SearchLog;
use crate::settings::Settings;
use crate::splice::Edit;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use turnstile_search::Picture;

/// What became of one file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileReport {
    /// The file, as it was named.
    pub file: PathBuf,
    /// Version of the program.
    pub turnstile_version: String,
    /// What was asked for.
    pub settings: Settings,
    /// The theorems without a proof, in the order of the file.
    pub theorems: Vec<TheoremReport>,
    /// Sums.
    pub totals: Totals,
}

/// What became of one theorem.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TheoremReport {
    /// Its full name.
    pub name: String,
    /// Line of its declaration, from 1.
    pub line: usize,
    /// The verdict.
    pub status: Status,
    /// The tactic script that was checked; where gaps of a given proof were filled, that proof.
    pub proof: Option<String>,
    /// Other proofs, when they were asked for.
    pub alternatives: Vec<String>,
    /// What the proof does, in plain words.
    pub explanation: Option<Explanation>,
    /// What puts it into the text.
    #[serde(skip)]
    pub edits: Vec<Edit>,
    /// What was tried, if it was to be written down.
    #[serde(skip)]
    pub log: Vec<SearchLog>,
    /// The search graph, if it was to be drawn.
    #[serde(skip)]
    pub picture: Option<Picture>,
    /// Wall-clock seconds.
    pub seconds: f64,
    /// Processor seconds of the worker.
    pub cpu_seconds: f64,
    /// Number of goals the search expanded.
    pub expansions: u64,
    /// The axioms the proof rests on.
    pub axioms: Vec<String>,
    /// Why it has no proof, or what else there is to say.
    pub message: Option<String>,
}

/// The verdict on a theorem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It has a proof, and the proof was checked.
    Proved,
    /// Everything was tried.
    NotProved,
    /// Time or another budget was used up.
    Budget,
    /// It was stopped from outside.
    Cancelled,
    /// Its statement means nothing.
    Invalid,
    /// The program broke.
    Failed,
}

impl Status {
    /// All of them.
    pub const ALL: [Status; 6] = [
        Status::Proved,
        Status::NotProved,
        Status::Budget,
        Status::Cancelled,
        Status::Invalid,
        Status::Failed,
    ];

    /// For people.
    pub fn label(self) -> &'static str {
        match self {
            Status::Proved => "proved",
            Status::NotProved => "not proved",
            Status::Budget => "out of budget",
            Status::Cancelled => "cancelled",
            Status::Invalid => "invalid",
            Status::Failed => "internal error",
        }
    }
}

/// Sums over the theorems of a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Totals {
    /// Theorems without a proof.
    pub theorems: usize,
    /// Of these, now proved.
    pub proved: usize,
    /// Everything tried.
    pub not_proved: usize,
    /// Out of budget.
    pub budget: usize,
    /// Stopped from outside.
    pub cancelled: usize,
    /// Statement without a meaning.
    pub invalid: usize,
    /// The program broke.
    pub failed: usize,
    /// Sum of the wall-clock seconds of the theorems.
    pub seconds: f64,
    /// Sum of their processor seconds.
    pub cpu_seconds: f64,
    /// Sum of their expansions.
    pub expansions: u64,
}

impl FileReport {
    /// Adds up.
    pub fn new(file: impl Into<PathBuf>, settings: Settings, theorems: Vec<TheoremReport>) -> Self {
        let mut totals = Totals { theorems: theorems.len(), ..Totals::default() };
        for theorem in &theorems {
            *match theorem.status {
                Status::Proved => &mut totals.proved,
                Status::NotProved => &mut totals.not_proved,
                Status::Budget => &mut totals.budget,
                Status::Cancelled => &mut totals.cancelled,
                Status::Invalid => &mut totals.invalid,
                Status::Failed => &mut totals.failed,
            } += 1;
            totals.seconds += theorem.seconds;
            totals.cpu_seconds += theorem.cpu_seconds;
            totals.expansions += theorem.expansions;
        }
        let turnstile_version = env!("CARGO_PKG_VERSION").to_owned();
        FileReport { file: file.into(), turnstile_version, settings, theorems, totals }
    }
}
