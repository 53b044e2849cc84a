//! Theorems of a library that Lean itself exported, each proved again from the declarations before it.
//!
//! [`Exported::read`] checks the file once and keeps, for each theorem, the environment before it; clones of environments
//! share everything, and all terms are in one frozen segment. [`Exported::prove`] then searches for proofs with the
//! names, instances and recursors of the file. A theorem counts as proved when the kernel has accepted the finished term
//! against the statement of the file, in the environment before it.

mod attempt;
mod attributes;
mod equations;
mod growing;
mod instances;
mod matchers;
mod read;
mod support;

pub use attributes::Attributes;
pub use read::ExportError;

use crate::jobs::{Job, Progress, run_jobs};
use crate::report::FileReport;
use crate::settings::Settings;
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use turnstile_elab::Env;
use turnstile_kernel::{Environment, Expr, Frozen, Name};
use turnstile_policy::premises::Segment;
use turnstile_search::CancelFlag;

/// A checked export file, ready for proving its theorems.
pub struct Exported {
    terms: Frozen,
    premises: Arc<Segment>,
    theorems: Vec<Theorem>,
    /// Theorems that were asked for and are not in the file.
    pub missing: Vec<String>,
}

/// A theorem of the file.
struct Theorem {
    name: Name,
    line: usize,
    level_params: Arc<[Name]>,
    ty: Expr,
    /// What is declared before it: where the finished proof is checked.
    before: Environment,
    /// The same for the search, with all that is known beside the kernel's constants.
    env: Env,
    /// Number of premises before it.
    premises: usize,
}

impl Job for Theorem {
    fn name(&self) -> &str {
        self.name.as_str()
    }

    fn line(&self) -> usize {
        self.line
    }
}

/// What became of the theorems of an export file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExportedReport {
    /// As for a Lean file.
    #[serde(flatten)]
    pub report: FileReport,
    /// The checked proofs as terms, by theorem; very long ones are left out.
    pub terms: BTreeMap<String, String>,
}

impl Exported {
    /// Tries to prove the theorems, several at a time if `settings` say so. The time-out of a theorem is in seconds of
    /// processor time.
    pub fn prove(
        &self,
        file: &Path,
        settings: &Settings,
        progress: &dyn Progress,
        cancel: &CancelFlag,
    ) -> ExportedReport {
        let terms: Mutex<BTreeMap<String, String>> = Mutex::default();
        let reports = run_jobs(&self.theorems, settings.jobs, progress, cancel, &|_, theorem: &Theorem| {
            let (attempted, term) = attempt::attempt(self, theorem, settings, cancel);
            if let Some(term) = term {
                let mut terms = terms.lock().unwrap_or_else(PoisonError::into_inner);
                terms.insert(theorem.name.to_string(), term);
            }
            attempted
        });
        ExportedReport {
            report: FileReport::new(file, settings.clone(), reports),
            terms: terms.into_inner().unwrap_or_else(PoisonError::into_inner),
        }
    }

    /// Number of theorems that will be tried.
    #[must_use]
    pub fn len(&self) -> usize {
        self.theorems.len()
    }

    /// Whether there is nothing to try.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.theorems.is_empty()
    }
}
