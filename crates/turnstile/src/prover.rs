//! Checks files and proves what they leave open.

use crate::attempt::attempt;
use crate::diagnostic::{Diagnostic, Severity};
use crate::directives::Directives;
use crate::elaborated::{Elaborated, mentions};
use crate::jobs::{Attempted, Progress, run_jobs};
use crate::report::{FileReport, Status};
use crate::settings::Settings;
use crate::source::Source;
use crate::splice::{Edit, splice};
use crate::targets::{Target, targets};
use crate::verify::verify;
use std::collections::BTreeSet;
use std::rc::Rc;
use turnstile_elab::command::{DeclKind, DeclRecord};
use turnstile_elab::{Message, Meta};
use turnstile_kernel::{Name, Store};
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
        let file = Elaborated::new(&source.text);
        CheckOutcome { diagnostics: diagnostics(&source.text, &file.messages, true) }
    }

    /// Tries to prove what a file leaves open.
    pub fn prove_file(&self, source: &Source, progress: &dyn Progress, cancel: &CancelFlag) -> ProveOutcome {
        let text = &source.text;
        let commands = turnstile_syntax::parse_file(text).commands;
        let wanted = &self.settings.theorems;
        let mut targets = targets(text, &commands);
        let missing =
            wanted.iter().filter(|name| targets.iter().all(|t| t.name != **name)).cloned().collect();
        targets.retain(|target| wanted.is_empty() || wanted.contains(&target.name));
        let file = Elaborated::new(text);
        let diagnostics = diagnostics(text, &file.messages, false);
        let (directives, _) = Directives::parse(text);
        let unfounded = file.unfounded(&self.settings.axioms);
        let theorems =
            run_jobs(&targets, self.settings.jobs, progress, cancel, &|worker, target: &Target| {
                let mut advanced = |n| progress.advanced(worker, n);
                self.attempt(text, &file, &directives, &unfounded, target, cancel, &mut advanced)
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

    fn attempt(
        &self,
        text: &str,
        file: &Elaborated,
        directives: &Directives,
        unfounded: &BTreeSet<Name>,
        target: &Target,
        cancel: &CancelFlag,
        advanced: &mut dyn FnMut(u64),
    ) -> Attempted {
        let inside = |r: &&DeclRecord| {
            target.declaration.contains(&r.header_span.start) && r.header_span.start == target.statement.start
        };
        let Some(record) = file.records.iter().find(inside) else {
            return Attempted::without_proof(Status::Invalid, "the declaration was not elaborated");
        };
        let Some(mut statement) = file.statement(record) else {
            return Attempted::without_proof(Status::Invalid, "the statement has errors");
        };
        let st = Store::over(&file.terms);
        if let Some(name) = mentions(&st, [statement.ty], unfounded) {
            let why = format!(
                "the statement is about '{name}', which rests on `sorry` or on an axiom that is not allowed"
            );
            return Attempted::without_proof(Status::NotProved, why);
        }
        for name in unfounded {
            statement.env.ext.hidden.insert(*name, ());
        }
        let hide = self.settings.without.iter().chain(&directives.without).chain(&target.without);
        for name in hide {
            statement.env.ext.hidden.insert(Name::new(name), ());
        }
        if directives.isolate {
            for r in file.records.iter().filter(|r| r.kind == DeclKind::Theorem) {
                statement.env.ext.hidden.insert(r.name, ());
            }
        }
        let search = self.settings.search_within(f64::INFINITY);
        let outcome = match attempt(&statement, &file.terms, &search, cancel, advanced) {
            Ok(o) => o,
            Err(e) => {
                let mut m = Meta::new(Rc::new(Store::over(&file.terms)), record.env_before.clone());
                return Attempted::without_proof(Status::Failed, m.render(&e));
            }
        };
        let expansions = outcome.expansions;
        let done = |status, message: Option<String>| Attempted {
            status,
            proof: None,
            expansions,
            axioms: vec![],
            message,
        };
        if let Some(bug) = outcome.bug
            && outcome.scripts.is_empty()
        {
            report_bug(target, &bug, None);
            return done(Status::NotProved, Some(bug));
        }
        if outcome.scripts.is_empty() {
            return if cancel.is_cancelled() {
                done(Status::Cancelled, None)
            } else if outcome.out_of_budget {
                done(Status::Budget, None)
            } else {
                done(Status::NotProved, Some("everything the search knows was tried".to_owned()))
            };
        }
        let mut why = String::new();
        let scripts: Vec<String> = outcome.scripts.iter().map(|lines| lines.join("\n")).collect();
        for script in &scripts {
            match self.check(text, file, record, target, script) {
                Ok(axioms) => {
                    let proof = Some(script.clone());
                    return Attempted { status: Status::Proved, proof, expansions, axioms, message: None };
                }
                Err(e) => why = e,
            }
        }
        report_bug(target, &why, scripts.last().map(String::as_str));
        done(Status::NotProved, Some(format!("the proof found does not pass the final check: {why}")))
    }

    /// The final check of a script, in the text as it will be written.
    fn check(
        &self,
        text: &str,
        file: &Elaborated,
        record: &DeclRecord,
        target: &Target,
        script: &str,
    ) -> Result<Vec<String>, String> {
        let new = splice(text, &[target.edit(script)]).map_err(|e| e.to_string())?;
        // Everything after the hole moved by the same distance.
        let end = new.len() - (text.len() - target.declaration.end);
        let declaration = new.get(target.declaration.start..end).ok_or("the text was spliced wrongly")?;
        verify(&file.terms, record, declaration, &self.settings.axioms)
    }
}

/// A proof that the search believed in and the check refused: never the user's fault.
fn report_bug(target: &Target, why: &str, script: Option<&str>) {
    eprintln!("turnstile: internal error, please report: `{}` (line {}): {why}", target.name, target.line);
    if let Some(s) = script {
        eprintln!("the script was:\n{s}");
    }
}

/// Messages of the elaborator, and faulty directives, in the order of the text.
fn diagnostics(text: &str, messages: &[Message], all: bool) -> Vec<Diagnostic> {
    use turnstile_elab::Severity as S;
    let (_, mut out) = Directives::parse(text);
    for m in messages {
        let severity = match m.severity {
            S::Error => Severity::Error,
            S::Warning => Severity::Warning,
            S::Info => Severity::Info,
        };
        if all || m.severity == S::Error {
            out.push(Diagnostic {
                severity,
                span: m.span.start..m.span.end,
                message: m.text.clone(),
                code: None,
            });
        }
    }
    out.sort_by_key(|d| d.span.start);
    out
}
