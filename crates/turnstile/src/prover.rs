//! Checks files and proves what they leave open.

use crate::attempt::{Outcome, attempt};
use crate::diagnostic::{Diagnostic, Severity};
use crate::directives::Directives;
use crate::discovery::Lemmas;
use crate::elaborated::{Elaborated, mentions};
use crate::goal::Statement;
use crate::jobs::{Attempted, Progress, run_jobs};
use crate::report::{FileReport, Status};
use crate::settings::Settings;
use crate::source::Source;
use crate::splice::{Edit, splice};
use crate::targets::{Target, targets};
use crate::verify::verify;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::time::{Duration, Instant};
use turnstile_clock::{CpuClock, now};
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
        let run = Run { text, file: &file, directives, unfounded, lemmas: Lemmas::default(), cancel };
        let theorems =
            run_jobs(&targets, self.settings.jobs, progress, cancel, &|worker, target: &Target| {
                let _clock = self.settings.cpu_time.then(CpuClock::start);
                self.attempt(&run, target, &mut |n| progress.advanced(worker, n))
            });
        let edits = theorems.iter().flat_map(|theorem| theorem.edits.iter().cloned()).collect();
        let report = FileReport::new(&source.path, self.settings.clone(), theorems);
        ProveOutcome { report, edits, diagnostics, missing }
    }

    fn attempt(&self, run: &Run<'_>, target: &Target, advanced: &mut dyn FnMut(u64)) -> Attempted {
        let inside = |r: &&DeclRecord| {
            target.declaration.contains(&r.header_span.start) && r.header_span.start == target.statement.start
        };
        let Some(record) = run.file.records.iter().find(inside) else {
            return Attempted::without_proof(Status::Invalid, "the declaration was not elaborated");
        };
        let Some(statement) = run.file.statement(record) else {
            return Attempted::without_proof(Status::Invalid, "the statement has errors");
        };
        let st = Store::over(&run.file.terms);
        if let Some(name) = mentions(&st, [statement.ty], &run.unfounded) {
            let why = format!(
                "the statement is about '{name}', which rests on `sorry` or on an axiom that is not allowed"
            );
            return Attempted::without_proof(Status::NotProved, why);
        }
        let end = now() + Duration::from_secs_f64(self.settings.timeout.clamp(0.0, 1e6));
        let mut goal = Goal { prover: self, run, record, target, end, expansions: 0 };
        let filled = goal.fill_gaps(advanced);
        filled.unwrap_or_else(|| goal.prove(statement, advanced))
    }
}

/// What all attempts of a run share.
struct Run<'a> {
    text: &'a str,
    file: &'a Elaborated,
    directives: Directives,
    unfounded: BTreeSet<Name>,
    /// Lemmas found on the way: one that was proved for a theorem is there for the others.
    lemmas: Lemmas,
    cancel: &'a CancelFlag,
}

/// One theorem under attack.
struct Goal<'a> {
    prover: &'a Prover,
    run: &'a Run<'a>,
    record: &'a DeclRecord,
    target: &'a Target,
    end: Instant,
    expansions: u64,
}

impl Goal<'_> {
    /// Searches for a proof of `statement` for so long.
    fn search(
        &mut self,
        mut statement: Statement,
        seconds: f64,
        advanced: &mut dyn FnMut(u64),
    ) -> Result<Outcome, String> {
        let Run { file, directives, unfounded, lemmas, cancel, .. } = self.run;
        let hidden = &mut statement.env.ext.hidden;
        let hide = self.prover.settings.without.iter().chain(&directives.without).chain(&self.target.without);
        for name in unfounded.iter().copied().chain(hide.map(|name| Name::new(name))) {
            hidden.insert(name, ());
        }
        if directives.isolate {
            for r in file.records.iter().filter(|r| r.kind == DeclKind::Theorem) {
                hidden.insert(r.name, ());
            }
        }
        let mut search = self.prover.settings.search_within(seconds);
        let spent = self.expansions;
        search.budgets.expansions = search.budgets.expansions.map(|n| n.saturating_sub(spent));
        let refuting = self.prover.settings.refute;
        let mut advanced = |n| advanced(spent + n);
        let outcome = attempt(&statement, &file.terms, &search, lemmas, refuting, cancel, &mut advanced);
        match outcome {
            Ok(outcome) => {
                self.expansions += outcome.expansions;
                Ok(outcome)
            }
            Err(e) => Err(Meta::new(Rc::new(Store::over(&file.terms)), statement.env).render(&e)),
        }
    }

    /// Proves the theorem by proving what its `sorry`s ask for, where they are.
    fn fill_gaps(&mut self, advanced: &mut dyn FnMut(u64)) -> Option<Attempted> {
        let gaps = &self.target.gaps;
        let statements: Option<Vec<Statement>> =
            gaps.iter().map(|gap| self.run.file.gap(self.record, gap.span.start)).collect();
        let statements = statements.filter(|s| !s.is_empty())?;
        // Half of the time is kept for a proof of the whole.
        let end = self.end - self.left().mul_f64(0.5);
        let mut edits: Vec<Vec<Edit>> = Vec::new();
        for (i, (gap, statement)) in gaps.iter().zip(statements).enumerate() {
            let left = end.saturating_duration_since(now()).as_secs_f64();
            let outcome = self.search(statement, left / (gaps.len() - i) as f64, advanced).ok()?;
            if outcome.scripts.is_empty() {
                return None;
            }
            edits.push(outcome.scripts.iter().map(|lines| self.target.fill(gap, lines.join("\n"))).collect());
        }
        // All in their first way of writing, then all in their second …
        let ways = edits.iter().map(Vec::len).max().unwrap_or(0);
        (0..ways).find_map(|way| {
            let edits = edits.iter().filter_map(|all| all.get(way).or(all.last()).cloned()).collect();
            self.check(edits).ok()
        })
    }

    fn left(&self) -> Duration {
        self.end.saturating_duration_since(now())
    }

    /// Proves the theorem as a whole.
    fn prove(&mut self, statement: Statement, advanced: &mut dyn FnMut(u64)) -> Attempted {
        let seconds = self.left().as_secs_f64();
        let outcome = match self.search(statement, seconds, advanced) {
            Ok(outcome) => outcome,
            Err(e) => return Attempted::without_proof(Status::Failed, e),
        };
        let scripts: Vec<String> = outcome.scripts.iter().map(|lines| lines.join("\n")).collect();
        let mut why = String::new();
        for script in &scripts {
            match self.check(vec![self.target.edit(script)]) {
                Ok(attempted) => return Attempted { proof: Some(script.clone()), ..attempted },
                Err(e) => why = e,
            }
        }
        let expansions = self.expansions;
        let done = |status, message| Attempted {
            status,
            proof: None,
            edits: vec![],
            expansions,
            axioms: vec![],
            message,
        };
        if let Some(script) = scripts.last() {
            report_bug(self.target, &why, Some(script));
            return done(
                Status::NotProved,
                Some(format!("the proof found does not pass the final check: {why}")),
            );
        }
        if let Some(counterexample) = outcome.refuted {
            // A statement without variables has no counterexample but itself.
            let why = if counterexample.is_empty() { String::new() } else { format!(": {counterexample}") };
            return done(Status::Refuted, Some(format!("false{why}")));
        }
        if let Some(bug) = outcome.bug {
            report_bug(self.target, &bug, None);
            return done(Status::NotProved, Some(bug));
        }
        if self.run.cancel.is_cancelled() {
            done(Status::Cancelled, None)
        } else if outcome.out_of_budget {
            done(Status::Budget, None)
        } else {
            done(Status::NotProved, Some("everything the search knows was tried".to_owned()))
        }
    }

    /// The final check of a proof, in the text as it will be written.
    fn check(&self, edits: Vec<Edit>) -> Result<Attempted, String> {
        let Run { text, file, .. } = self.run;
        let new = splice(text, &edits).map_err(|e| e.to_string())?;
        // Everything after the edits moved by the same distance.
        let moved = |at: usize| new.len() - (text.len() - at);
        let end = moved(self.target.declaration.end);
        let declaration =
            new.get(self.target.declaration.start..end).ok_or("the text was spliced wrongly")?;
        let axioms = verify(&file.terms, self.record, declaration, &self.prover.settings)?;
        let proof = new.get(self.target.hole.start..moved(self.target.hole.end)).map(str::to_owned);
        Ok(Attempted {
            status: Status::Proved,
            proof,
            edits,
            expansions: self.expansions,
            axioms,
            message: None,
        })
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
