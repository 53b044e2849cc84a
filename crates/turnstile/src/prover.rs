//! Checks files and proves what they leave open.

use crate::diagnostic::Diagnostic;
use crate::directives::Directives;
use crate::jobs::{Attempted, Progress, run_jobs};
use crate::report::{FileReport, Status};
use crate::settings::Settings;
use crate::source::Source;
use crate::splice::Edit;
use crate::targets::{Target, targets};
use turnstile_search::CancelFlag;

/// Proves theorems of files.
#[derive(Clone, Debug)]
pub struct Prover {
    settings: Settings,
}

/// What a check of a file found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckOutcome {
    /// In the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl CheckOutcome {
    /// Whether the file means something.
    pub fn is_ok(&self) -> bool {
        !self.diagnostics.iter().any(Diagnostic::is_error)
    }
}

/// What a run over a file brought.
#[derive(Clone, Debug, PartialEq)]
pub struct ProveOutcome {
    /// The account of every theorem.
    pub report: FileReport,
    /// The proofs, to be put into the text by [`splice`](crate::splice).
    pub edits: Vec<Edit>,
    /// What is wrong with the text; a theorem that is not touched by it is attempted all the same.
    pub diagnostics: Vec<Diagnostic>,
    /// Theorems that were asked for by name and are not there, or have a proof.
    pub missing: Vec<String>,
}

impl Prover {
    /// A prover that goes about it in this way.
    pub fn new(settings: Settings) -> Self {
        Prover { settings }
    }

    /// Reads a file and says what is wrong with it.
    pub fn check_file(&self, source: &Source) -> CheckOutcome {
        let file = turnstile_syntax::parse_file(&source.text);
        CheckOutcome { diagnostics: syntax_diagnostics(&source.text, &file.errors) }
    }

    /// Tries to prove what a file leaves open.
    pub fn prove_file(&self, source: &Source, progress: &dyn Progress, cancel: &CancelFlag) -> ProveOutcome {
        let file = turnstile_syntax::parse_file(&source.text);
        let diagnostics = syntax_diagnostics(&source.text, &file.errors);
        let wanted = &self.settings.theorems;
        let mut targets = targets(&source.text, &file.commands);
        let missing =
            wanted.iter().filter(|name| targets.iter().all(|t| t.name != **name)).cloned().collect();
        targets.retain(|target| wanted.is_empty() || wanted.contains(&target.name));
        let theorems = run_jobs(&targets, self.settings.jobs, progress, cancel, &|_, target: &Target| {
            Attempted::without_proof(Status::NotProved, format!("no method for `{}`", target.name))
        });
        let edits = targets
            .iter()
            .zip(&theorems)
            .filter(|(_, theorem)| theorem.status == Status::Proved)
            .filter_map(|(target, theorem)| Some(target.edit(theorem.proof.clone()?)))
            .collect();
        let report = FileReport::new(&source.path, self.settings.clone(), theorems);
        ProveOutcome { report, edits, diagnostics, missing }
    }
}

/// Syntax errors and faulty directives, in the order of the text.
fn syntax_diagnostics(text: &str, errors: &[turnstile_syntax::SyntaxError]) -> Vec<Diagnostic> {
    let (_, mut diagnostics) = Directives::parse(text);
    let error = |e: &turnstile_syntax::SyntaxError| Diagnostic::error(e.span.start..e.span.end, &e.message);
    diagnostics.extend(errors.iter().map(error));
    diagnostics.sort_by_key(|diagnostic| diagnostic.span.start);
    diagnostics
}
