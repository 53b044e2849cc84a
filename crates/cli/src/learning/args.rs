//! The command lines of learning.

use crate::args::seconds;
use clap::Args;
use std::num::NonZeroUsize;
use std::path::PathBuf;

/// Arguments of `improve`.
#[derive(Debug, Args)]
pub struct ImproveArgs {
    /// Folder of the run; it is made if it is not there
    #[arg(long, value_name = "DIR")]
    pub run: PathBuf,
    /// Theorem files to learn from
    #[arg(long = "set", value_name = "FILE", num_args = 1.., required = true)]
    pub sets: Vec<PathBuf>,
    /// Theorem files whose theorems must not be learned from, under whatever name
    #[arg(long = "test", value_name = "FILE", num_args = 1..)]
    pub tests: Vec<PathBuf>,
    /// Files of false statements, some of which are attempted in every iteration
    #[arg(long = "false-set", value_name = "FILE", num_args = 1..)]
    pub false_sets: Vec<PathBuf>,
    /// Iterations in all
    #[arg(long, value_name = "N", conflicts_with = "hours", required_unless_present = "hours")]
    pub iterations: Option<i64>,
    /// Begin no iteration after so many hours
    #[arg(long, value_name = "N", value_parser = seconds)]
    pub hours: Option<f64>,
    /// Theorems at the same time
    #[arg(long, value_name = "N", default_value = "1")]
    pub workers: NonZeroUsize,
    /// Processor time for each attempt
    #[arg(long, value_name = "SECONDS", value_parser = seconds, default_value = "1")]
    pub timeout: f64,
    /// Start of the random numbers
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u64,
    /// Learn with the memory alone, without a network
    #[arg(long)]
    pub no_network: bool,
    /// Seconds for each training of the network, after which no pass over the data is begun
    #[arg(long, value_name = "SECONDS", value_parser = seconds, default_value = "120")]
    pub train_seconds: f64,
    /// An axiom that proofs may rest on beside those of Lean (may be repeated)
    #[arg(long = "axiom", value_name = "NAME")]
    pub axioms: Vec<String>,
}

/// Arguments of `resume`.
#[derive(Debug, Args)]
pub struct ResumeArgs {
    /// Folder of the run
    #[arg(long, value_name = "DIR")]
    pub run: PathBuf,
    /// Iterations in all
    #[arg(long, value_name = "N", conflicts_with = "hours", required_unless_present = "hours")]
    pub iterations: Option<i64>,
    /// Begin no iteration after so many hours
    #[arg(long, value_name = "N", value_parser = seconds)]
    pub hours: Option<f64>,
}

/// Arguments of `status`.
#[derive(Debug, Args)]
pub struct StatusArgs {
    /// Folder of the run
    #[arg(long, value_name = "DIR")]
    pub run: PathBuf,
}

/// Arguments of `report`.
#[derive(Debug, Args)]
pub struct ReportArgs {
    /// Folder of the run
    #[arg(long, value_name = "DIR")]
    pub run: PathBuf,
    /// Folder for `report.md` and the curves [default: the folder of the run]
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// Arguments of `train`.
#[derive(Debug, Args)]
pub struct TrainArgs {
    /// Folders of runs whose samples are learned from
    #[arg(long, value_name = "DIR", num_args = 1.., required = true)]
    pub data: Vec<PathBuf>,
    /// Folder of the policy
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// Go on with the training in that folder
    #[arg(long)]
    pub resume: bool,
    /// Passes over the data at most
    #[arg(long, value_name = "N")]
    pub epochs: Option<usize>,
    /// Highest learning rate
    #[arg(long, value_name = "RATE", value_parser = seconds)]
    pub rate: Option<f64>,
    /// States for one step
    #[arg(long, value_name = "N")]
    pub batch: Option<NonZeroUsize>,
    /// Start of the random numbers
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u64,
    /// Seconds after which no pass is begun
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub seconds: Option<f64>,
    /// Make the memory alone
    #[arg(long)]
    pub no_network: bool,
}

/// Arguments of `eval`.
#[derive(Debug, Args)]
pub struct EvalArgs {
    /// The policies, separated by commas: `prior`, `knn`, `net`, `mix`, or folders
    #[arg(long, value_name = "POLICY", value_delimiter = ',', required = true)]
    pub policy: Vec<String>,
    /// The theorem files
    #[arg(long = "set", value_name = "FILE", num_args = 1.., required = true)]
    pub sets: Vec<PathBuf>,
    /// Processor time for each theorem
    #[arg(long, value_name = "SECONDS", value_parser = seconds, default_value = "2")]
    pub timeout: f64,
    /// Starts of the random numbers, separated by commas: each is a run
    #[arg(long, value_name = "N", value_delimiter = ',', default_value = "0,1,2")]
    pub seeds: Vec<u64>,
    /// Theorems at the same time
    #[arg(long, value_name = "N", default_value = "1")]
    pub jobs: NonZeroUsize,
    /// With the waterfall and lemma discovery, as in `prove`; else the search over actions alone
    #[arg(long)]
    pub whole: bool,
    /// Compare even policies that have learned from these theorems
    #[arg(long)]
    pub allow_leaks: bool,
    /// Draw the theorems proved against processor seconds
    #[arg(long, value_name = "SVG")]
    pub svg: Option<PathBuf>,
    /// Write the runs in JSON
    #[arg(long, value_name = "REPORT")]
    pub json: Option<PathBuf>,
}

/// Arguments of `suggest`.
#[derive(Debug, Args)]
pub struct SuggestArgs {
    /// The place: a file, a line and perhaps a column
    #[arg(value_name = "FILE:LINE[:COL]")]
    pub place: String,
    /// Suggestions at most
    #[arg(short = 'n', value_name = "N", default_value_t = 8)]
    pub count: usize,
    /// Name the verified proofs that are most like this goal
    #[arg(long)]
    pub explain: bool,
    /// What ranks: `prior`, `knn`, `net`, `mix`, or a folder [default: as in `prove`]
    #[arg(long, value_name = "POLICY")]
    pub policy: Option<String>,
    /// Write JSON
    #[arg(long)]
    pub json: bool,
}
