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
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
    /// Only this theorem, by its full name (may be repeated)
    #[arg(long = "theorem", value_name = "NAME")]
    pub theorems: Vec<String>,
    /// Wall-clock limit for each theorem
    #[arg(long, value_name = "SECONDS", default_value_t = 10.0, value_parser = seconds)]
    pub timeout: f64,
    /// Limit on the goals that the search expands, for each theorem
    #[arg(long, value_name = "N")]
    pub expansions: Option<u64>,
    /// Theorems worked on at the same time, each on one core [default: one for each core]
    #[arg(long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
    /// Start of the random numbers
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub seed: u64,
    /// Library declarations that no proof may use, separated by commas (may be repeated)
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub without: Vec<String>,
    /// Which kernel has the last word on a proof
    #[arg(long, value_enum, value_name = "KERNEL", default_value_t)]
    pub kernel: Kernel,
    /// Do not look for counterexamples
    #[arg(long)]
    pub no_refute: bool,
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
    /// Threads that check the declarations of an export file [default: one for each core]
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

impl ProveArgs {
    /// The settings that these arguments ask for.
    pub fn settings(&self) -> Settings {
        Settings {
            theorems: self.theorems.clone(),
            timeout: self.timeout,
            expansions: self.expansions,
            jobs: threads(self.jobs),
            seed: self.seed,
            without: self.without.clone(),
            kernel: match self.kernel {
                Kernel::Fast => turnstile::Kernel::Fast,
                Kernel::Reference => turnstile::Kernel::Reference,
            },
            refute: !self.no_refute,
            ..Settings::default()
        }
    }
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
