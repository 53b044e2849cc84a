//! The command line of `bench`.

use clap::{Args, Subcommand};
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Arguments of `bench`.
#[derive(Debug, Args)]
pub struct BenchArgs {
    /// What to measure.
    #[command(subcommand)]
    pub command: BenchCommand,
}

/// What to measure.
#[derive(Debug, Subcommand)]
pub enum BenchCommand {
    /// Theorem files: how many theorems are proved, in how much processor time
    Prove(ProveBench),
    /// Export files: how fast the kernel checks them
    Kernel(KernelBench),
    /// Random walks through proof states: checked steps for each processor second
    Env(EnvBench),
}

/// Arguments of `bench prove`.
#[derive(Debug, Args)]
pub struct ProveBench {
    /// The theorem files
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Limit for each theorem, in processor seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 10.0, value_parser = crate::args::seconds)]
    pub timeout: f64,
    /// Count wall-clock seconds instead
    #[arg(long)]
    pub wall: bool,
    /// Limit on the goals that the search expands, for each theorem
    #[arg(long, value_name = "N")]
    pub expansions: Option<u64>,
    /// Bound on the memory of each attempt, in bytes, or with K, M or G
    #[arg(long, value_name = "BYTES", value_parser = crate::args::bytes)]
    pub memory: Option<u64>,
    /// Starts of the random numbers: each file is measured once with each
    #[arg(long, value_name = "N", value_delimiter = ',', default_value = "0")]
    pub seeds: Vec<u64>,
    /// Theorems worked on at the same time
    #[arg(long, value_name = "N", default_value = "1")]
    pub jobs: NonZeroUsize,
    /// Do not look for counterexamples
    #[arg(long)]
    pub no_refute: bool,
    /// Compare with the report of an earlier measurement
    #[arg(long, value_name = "REPORT")]
    pub against: Option<PathBuf>,
    /// Write the report in JSON
    #[arg(long, value_name = "REPORT")]
    pub json: Option<PathBuf>,
    /// Write the theorems proved against the time, as CSV
    #[arg(long, value_name = "FILE")]
    pub csv: Option<PathBuf>,
    /// Draw them, in SVG
    #[arg(long, value_name = "FILE")]
    pub svg: Option<PathBuf>,
    /// Let other provers that are installed (cvc5, Vampire, E) try the same theorems with the same limit
    #[arg(long)]
    pub rivals: bool,
}

/// Arguments of `bench kernel`.
#[derive(Debug, Args)]
pub struct KernelBench {
    /// The export files (NDJSON, also packed with gzip)
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// How often each file is checked; the best time counts
    #[arg(long, value_name = "N", default_value = "3")]
    pub runs: NonZeroUsize,
    /// Threads of the checker
    #[arg(long, value_name = "N", default_value = "1")]
    pub jobs: NonZeroUsize,
    /// Write the figures in JSON
    #[arg(long, value_name = "REPORT")]
    pub json: Option<PathBuf>,
}

/// Arguments of `bench env`.
#[derive(Debug, Args)]
pub struct EnvBench {
    /// The theorem files whose first states the walks start from
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Processor seconds for each file
    #[arg(long, value_name = "SECONDS", default_value_t = 10.0, value_parser = crate::args::seconds)]
    pub seconds: f64,
    /// Steps of a walk
    #[arg(long, value_name = "N", default_value_t = 12)]
    pub depth: usize,
    /// Only primitive steps, on goals by number: intro, exact, apply, constructor, cases, induction, rw, rfl
    #[arg(long)]
    pub primitive: bool,
    /// With --primitive: check what every walk came to, not closed goals only
    #[arg(long, requires = "primitive")]
    pub check_all: bool,
    /// Start of the random numbers
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Write the counts in JSON
    #[arg(long, value_name = "REPORT")]
    pub json: Option<PathBuf>,
}
