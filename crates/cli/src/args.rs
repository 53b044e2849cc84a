//! The command line.

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use turnstile::Settings;

/// Proves the theorems of Lean 4 files. Nothing counts as proved that the kernel has not checked.
#[derive(Debug, Parser)]
#[command(name = "turnstile", version, max_term_width = 100)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Prove the theorems whose proof is missing or holds `sorry`
    ///
    /// Without --write, --out or --diff the proofs are only shown. A theorem that is false is reported as refuted, with a
    /// counterexample that the kernel confirmed. Exit status: 0 all proved, 1 some not (or refuted), 2 the input cannot be
    /// used, 3 the program failed.
    Prove(ProveArgs),
    /// Do again what the log of a run says, and compare
    ///
    /// Exit status: 0 everything went the same way; 1 something did not; 2 the log cannot be read.
    Replay(ReplayArgs),
    /// Check Lean files, and files in Lean's export format (NDJSON, also packed with gzip)
    ///
    /// Exit status: 0 everything was accepted; 1 something is wrong; 2 no verdict, because a file cannot be read, or needs
    /// something that is not supported or more than the budget; 3 the program failed.
    Check(CheckArgs),
    /// Write the declarations of a Lean file, with all they rest on, in Lean's export format
    ///
    /// Exit status: 0 written; 2 the file has errors, rests on `sorry` or cannot be read; 3 the program failed.
    Export(ExportArgs),
    /// Measure: theorem files, the kernel, random walks
    ///
    /// Exit status: 0 measured, 2 the input cannot be used, 3 the program failed.
    Bench(crate::bench::BenchArgs),
    /// Get better: solve, verify, learn, and keep what proves more on held-out theorems
    ///
    /// Can be killed at any moment; `resume` goes on. Exit status: 0 done; 1 stopped, or a statement that must not be proved was proved; 2
    /// the input cannot be used, 3 the program failed.
    Improve(crate::learning::ImproveArgs),
    /// Go on with a run of `improve`
    Resume(crate::learning::ResumeArgs),
    /// Say how far a run of `improve` is
    Status(crate::learning::StatusArgs),
    /// Write the report of a run of `improve`
    Report(crate::learning::ReportArgs),
    /// Make a policy from what runs of `improve` recorded
    Train(crate::learning::TrainArgs),
    /// Compare policies on theorem files, with equal processor time
    Eval(crate::learning::EvalArgs),
    /// Show steps for a place in a file that were tried, the most promising first
    Suggest(crate::learning::SuggestArgs),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
}

/// Arguments of `prove`.
#[derive(Debug, Args)]
pub struct ProveArgs {
    /// The files
    #[arg(required_unless_present_any = ["env", "print_settings"], value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Prove theorems of this library in Lean's export format (NDJSON, also packed with gzip), each from the declarations
    /// before it; needs --theorem or --all
    #[arg(long, value_name = "EXPORT", conflicts_with_all = ["files", "write", "out", "diff"])]
    pub env: Option<PathBuf>,
    /// Attributes of the declarations of the library, one JSON object in a line
    #[arg(long, value_name = "FILE", requires = "env")]
    pub attrs: Option<PathBuf>,
    /// All theorems of the library
    #[arg(long, requires = "env", conflicts_with = "theorems", required_unless_present_any = ["files", "theorems", "print_settings"])]
    pub all: bool,
    /// Use only what is declared before a theorem of the library, which is so in any case
    #[arg(long, requires = "env")]
    pub before: bool,
    /// Only this theorem, by its full name (may be repeated)
    #[arg(long = "theorem", value_name = "NAME")]
    pub theorems: Vec<String>,
    /// Wall-clock limit for each theorem; for one of a library, limit on its processor time
    ///
    /// [default: 10]
    #[arg(long, value_name = "SECONDS", value_parser = seconds)]
    pub timeout: Option<f64>,
    /// Limit on the goals that the search expands, for each theorem
    #[arg(long, value_name = "N")]
    pub expansions: Option<u64>,
    /// Bound on the memory of each attempt, in bytes, or with K, M or G: `--memory 2G`; at it the attempt ends
    #[arg(long, value_name = "BYTES", value_parser = bytes)]
    pub memory: Option<u64>,
    /// Theorems worked on at the same time, each on a core for each of its workers [default: as many as there are cores for]
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// Threads that work on each theorem together; with more than one, runs need not repeat each other [default: 1]
    #[arg(long, value_name = "N")]
    pub workers: Option<NonZeroUsize>,
    /// Start of the random numbers [default: 0]
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// Settings in TOML; options of the command line go before them
    #[arg(long, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Print the settings that are in force, in TOML, and do nothing
    #[arg(long)]
    pub print_settings: bool,
    /// Library declarations that no proof may use, separated by commas (may be repeated)
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub without: Vec<String>,
    /// Which kernel has the last word on a proof [default: fast]
    #[arg(long, value_enum, value_name = "KERNEL")]
    pub kernel: Option<Kernel>,
    /// Give proofs as they were found, without making them shorter
    #[arg(long)]
    pub raw: bool,
    /// Look for so many different proofs of each theorem [default: 1]
    #[arg(long, value_name = "K")]
    pub proofs: Option<NonZeroUsize>,
    /// Say in plain words what each proof does
    #[arg(long)]
    pub explain: bool,
    /// Write down what was tried, for `replay`
    #[arg(long, value_name = "LOG")]
    pub log: Option<PathBuf>,
    /// Draw the search graph: SVG, DOT or JSON, by the file's ending. With several theorems each gets a file with its name in it
    #[arg(long, value_name = "OUT", value_parser = picture_file)]
    pub graph: Option<PathBuf>,
    /// Do not look for counterexamples
    #[arg(long)]
    pub no_refute: bool,
    /// What ranks the candidates of the search: `prior`, `knn`, `net`, `mix`, or the folder of a policy
    #[arg(long, value_name = "POLICY")]
    pub policy: Option<String>,
    /// Write the proofs into the files
    #[arg(long, conflicts_with_all = ["out", "diff"])]
    pub write: bool,
    /// Write the file with its proofs to another one
    #[arg(long, value_name = "FILE", conflicts_with = "diff")]
    pub out: Option<PathBuf>,
    /// Show the proofs as a unified diff
    #[arg(long)]
    pub diff: bool,
    /// Write a report in JSON (`-`: to the standard output, instead of the table); for several files it is a list
    #[arg(long, value_name = "REPORT")]
    pub json: Option<PathBuf>,
}

/// Arguments of `replay`.
#[derive(Debug, Args)]
pub struct ReplayArgs {
    /// The log
    #[arg(value_name = "LOG")]
    pub log: PathBuf,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// The files (`-`: the standard input)
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Print the axioms that each theorem rests on
    #[arg(long)]
    pub axioms: bool,
    /// An axiom that no theorem may rest on (may be repeated)
    #[arg(long = "deny-axiom", value_name = "NAME", value_delimiter = ',')]
    pub deny: Vec<String>,
    /// An axiom that theorems may rest on; if given, they may rest on no other (may be repeated)
    #[arg(long = "allow-axiom", value_name = "NAME", value_delimiter = ',')]
    pub allow: Vec<String>,
    /// Which kernel has the last word
    #[arg(long, value_enum, value_name = "KERNEL", default_value_t)]
    pub kernel: Kernel,
    /// Threads that check the declarations of an export file, or several Lean files [default: one for each core]
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// Write a report in JSON (`-`: to the standard output, and nothing else there); for several files it is a list
    #[arg(long, value_name = "REPORT")]
    pub json: Option<PathBuf>,
    /// Say nothing but what is wrong
    #[arg(long, short)]
    pub quiet: bool,
}

/// Which kernel has the last word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Kernel {
    /// The fast one
    #[default]
    Fast,
    /// A second, plain and slower one as well, on every declaration: nothing counts on which the two differ
    Reference,
}

/// Arguments of `export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// The Lean file
    #[arg(value_name = "FILE", required_unless_present = "library")]
    pub file: Option<PathBuf>,
    /// Only this declaration, and what it rests on (may be repeated)
    #[arg(long = "theorem", value_name = "NAME")]
    pub theorems: Vec<String>,
    /// The whole library of the program as well
    #[arg(long)]
    pub library: bool,
    /// The form; `smt2` and `tptp` are for the statement of one theorem, as a problem for other provers
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    pub format: Format,
    /// Export even what rests on `sorry`, as the axiom `sorryAx`
    #[arg(long)]
    pub allow_sorry: bool,
    /// The file to write, packed if its name ends in `.gz` [default: the standard output]
    #[arg(long, short, value_name = "OUT")]
    pub out: Option<PathBuf>,
}

/// What to write.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Lean's export format
    #[default]
    Ndjson,
    /// A problem in SMT-LIB
    Smt2,
    /// A problem in TPTP's typed first-order form
    Tptp,
}

/// One thread for each core, unless another number is given.
pub fn threads(jobs: Option<NonZeroUsize>) -> usize {
    let cores = || std::thread::available_parallelism().map_or(1, NonZeroUsize::get);
    jobs.map_or_else(cores, NonZeroUsize::get)
}

/// Goals of a search graph that fit on a page.
const PAGE: usize = 30;

impl ProveArgs {
    /// The settings that the file and these arguments ask for.
    ///
    /// # Errors
    /// When the file cannot be read, or says something that is no setting.
    pub fn settings(&self) -> Result<Settings, String> {
        let mut settings = match &self.settings {
            None => Settings { jobs: 0, ..Settings::default() },
            Some(path) => {
                let failed = |why: &dyn std::fmt::Display| format!("{}: {why}", path.display());
                let text = std::fs::read_to_string(path).map_err(|e| failed(&e))?;
                let written: toml::Table = toml::from_str(&text).map_err(|e| failed(&e))?;
                let settings: Settings = toml::from_str(&text).map_err(|e| failed(&e))?;
                let jobs = if written.contains_key("jobs") { settings.jobs } else { 0 };
                Settings { jobs, ..settings }
            }
        };
        settings.theorems.extend(self.theorems.iter().cloned());
        settings.without.extend(self.without.iter().cloned());
        settings.timeout = self.timeout.unwrap_or(settings.timeout);
        settings.expansions = self.expansions.or(settings.expansions);
        settings.memory = self.memory.or(settings.memory);
        settings.seed = self.seed.unwrap_or(settings.seed);
        settings.workers = self.workers.map_or(settings.workers, NonZeroUsize::get).max(1);
        if let Some(kernel) = self.kernel {
            settings.kernel = match kernel {
                Kernel::Fast => turnstile::Kernel::Fast,
                Kernel::Reference => turnstile::Kernel::Reference,
            };
        }
        settings.refute &= !self.no_refute;
        if let Some(policy) = &self.policy {
            settings.policy.clone_from(policy);
        }
        settings.answers.minimise &= !self.raw;
        settings.answers.proofs = self.proofs.map_or(settings.answers.proofs, NonZeroUsize::get);
        settings.answers.log |= self.log.is_some();
        if self.graph.is_some() {
            settings.answers.graph = settings.answers.graph.or(Some(PAGE));
        }
        if let Some(jobs) = self.jobs {
            settings.jobs = jobs.get();
        } else if settings.jobs == 0 {
            settings.jobs = (threads(None) / settings.workers).max(1);
        }
        if !(settings.timeout.is_finite() && settings.timeout > 0.0) {
            return Err(format!("timeout = {}: not a positive number", settings.timeout));
        }
        Ok(settings)
    }
}

fn picture_file(text: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(text);
    let ending = path.extension().and_then(|e| e.to_str()).unwrap_or("");
    if matches!(ending, "svg" | "dot" | "json") {
        Ok(path)
    } else {
        Err("the name must end in .svg, .dot or .json".to_owned())
    }
}

/// A positive number of bytes, perhaps with a binary suffix.
pub fn bytes(text: &str) -> Result<u64, String> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let shift = match text[digits.len()..].to_ascii_uppercase().as_str() {
        "" | "B" => 0,
        "K" => 10,
        "M" => 20,
        "G" => 30,
        _ => return Err("the suffixes are K, M and G".to_owned()),
    };
    let number: u64 = digits.parse().map_err(|_| "not a number".to_owned())?;
    number.checked_mul(1 << shift).filter(|b| *b > 0).ok_or_else(|| "not a number of bytes".to_owned())
}

/// A positive number of seconds.
pub fn seconds(text: &str) -> Result<f64, String> {
    let seconds: f64 = text.parse().map_err(|_| "not a number".to_owned())?;
    if seconds.is_finite() && seconds > 0.0 { Ok(seconds) } else { Err("not a positive number".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }
}
