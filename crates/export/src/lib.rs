//! Files in the NDJSON format of lean4export 3.1 (and 3.0): read and checked by the kernel, or written for another one.
//!
//! One invariant: nothing that a file says about a constant is believed. The kernel gets names, types, values and the
//! number of parameters; what it derives from them is installed, and the file's own copy of it is only compared.
//! Start reading at [`check_reader`]; [`check_file`] gives the environment as well, and [`Importer`] is the same line by
//! line. [`write_constants`] goes the other way.

mod axioms;
mod check;
mod compare;
mod importer;
mod line;
mod scan;
mod writer;

pub use axioms::AxiomTable;
pub use check::check_file;
pub use importer::{Fault, Importer, Observer, Stop};
pub use writer::write_constants;

use std::collections::BTreeSet;
use std::io::{self, BufRead};
use turnstile_kernel::{Environment, Name, Store};

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every declaration was checked and accepted.
    Accepted,
    /// A declaration is wrong, or the file is malformed.
    Rejected {
        /// Line number, from 1.
        line: usize,
        /// Why.
        reason: Fault,
    },
    /// The file needs something that is not supported, or more than the budget. Says nothing about its truth.
    Declined {
        /// Line number, from 1.
        line: usize,
        /// Why.
        reason: Fault,
    },
}

/// The result of checking a file.
#[derive(Clone, Debug)]
pub struct Report {
    /// What became of it.
    pub outcome: Outcome,
    /// Number of lines read.
    pub lines: usize,
    /// Number of declaration lines that were accepted.
    pub declarations: usize,
    /// Number of theorems among them.
    pub theorems: usize,
    /// The axioms that the file's theorems and definitions rest on: an axiom that is only declared is not among them.
    /// Empty unless the file was accepted.
    pub axioms: BTreeSet<Name>,
}

/// A checked file.
pub struct Checked {
    /// What became of it.
    pub report: Report,
    /// The accepted constants; if a declaration was not accepted, those before it.
    pub env: Environment,
    /// The terms: of `env`, and of the mismatch in the report.
    pub store: Store,
    /// Names of the accepted declarations, in file order.
    pub names: Vec<Name>,
}

/// How a file is checked.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Steps of work that one declaration may cost.
    pub step_limit: u64,
    /// Stops, with what was accepted so far, after this many declarations.
    pub max_declarations: Option<usize>,
    /// Number of threads that check declarations. The verdict does not depend on it.
    pub jobs: usize,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { step_limit: Environment::default().step_limit(), max_declarations: None, jobs: 1 }
    }
}

/// Checks a whole file.
///
/// ```
/// use turnstile_export::{Outcome, Settings, check_reader};
/// let file = r#"{"meta":{"format":{"version":"3.1.0"}}}
/// {"in":1,"str":{"pre":0,"str":"P"}}
/// {"ie":0,"sort":0}
/// {"axiom":{"name":1,"levelParams":[],"type":0,"isUnsafe":false}}
/// "#;
/// let report = check_reader(file.as_bytes(), &Settings::default()).unwrap();
/// assert_eq!(report.outcome, Outcome::Accepted);
/// ```
///
/// # Errors
/// When reading fails. A file that is not valid UTF-8 is rejected, not an error.
pub fn check_reader(input: impl BufRead, settings: &Settings) -> io::Result<Report> {
    Ok(check_file(input, settings)?.report)
}
