//! Files in the NDJSON format of lean4export 3.1: read and checked by the kernel, or written for another one.
//!
//! One invariant: nothing that a file says about a constant is believed. The kernel gets names, types, values and the
//! number of parameters; what it derives from them is installed, and the file's own copy of it is only compared.
//! Start reading at [`check_reader`]; [`Importer`] is the same line by line, with the environment that results.
//! [`write_constants`] goes the other way.

mod compare;
mod importer;
mod line;
mod writer;

pub use importer::{Importer, Observer, Stop};
pub use writer::write_constants;

use std::collections::BTreeSet;
use std::io::{self, BufRead};
use turnstile_kernel::{ConstantInfo, Environment, Name, Store, axioms_of_all};

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
        reason: String,
    },
    /// The file needs something that is not supported, or more than the budget. Says nothing about its truth.
    Declined {
        /// Line number, from 1.
        line: usize,
        /// Why.
        reason: String,
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

/// How a file is checked.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Steps of work that one declaration may cost.
    pub step_limit: u64,
    /// Stops, with what was accepted so far, after this many declarations.
    pub max_declarations: Option<usize>,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings { step_limit: Environment::default().step_limit(), max_declarations: None }
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
pub fn check_reader(mut input: impl BufRead, settings: &Settings) -> io::Result<Report> {
    let store = Store::new();
    let mut importer = Importer::new(&store);
    importer.env.set_step_limit(settings.step_limit);
    let mut outcome = Outcome::Accepted;
    let mut buffer = Vec::new();
    let mut line = 0;
    let stopped = |line, stop| match stop {
        Stop::Reject(reason) => Outcome::Rejected { line, reason },
        Stop::Decline(reason) => Outcome::Declined { line, reason },
    };
    loop {
        if settings.max_declarations.is_some_and(|n| importer.declarations >= n) {
            break;
        }
        buffer.clear();
        if input.read_until(b'\n', &mut buffer)? == 0 {
            if let Err(stop) = importer.finish() {
                outcome = stopped(line, stop);
            }
            break;
        }
        line += 1;
        let result = match std::str::from_utf8(&buffer) {
            Ok(text) => importer.line(text),
            Err(_) => Err(Stop::Reject("not UTF-8".into())),
        };
        if let Err(stop) = result {
            outcome = stopped(line, stop);
            break;
        }
    }
    let mut axioms = BTreeSet::new();
    if outcome == Outcome::Accepted {
        let is_axiom = |n: Name| matches!(importer.env.get(n).map(|c| &**c), Some(ConstantInfo::Axiom(_)));
        axioms =
            axioms_of_all(&importer.env, &store, importer.names.iter().copied().filter(|n| !is_axiom(*n)));
    }
    let (declarations, theorems) = (importer.declarations, importer.theorems);
    Ok(Report { outcome, lines: line, declarations, theorems, axioms })
}
