//! Checks files and proves what they leave open.

use crate::answer::{self, NameKind, Trial, Verdict, explain};
use crate::attempt::{Outcome, Wishes, attempt};
use crate::diagnostic::{Diagnostic, Severity};
use crate::directives::Directives;
use crate::discovery::Lemmas;
use crate::elaborated::{Elaborated, mentions};
use crate::goal::Statement;
use crate::jobs::{Attempted, Progress, run_jobs};
use crate::learn::Recorder;
use crate::report::{FileReport, Status};
use crate::settings::Settings;
use crate::source::Source;
use crate::splice::{Edit, splice};
use crate::targets::{Target, targets};
use crate::verify::verify;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;
use std::time::{Duration, Instant};
use turnstile_clock::{CpuClock, now};
use turnstile_elab::command::{DeclKind, DeclRecord};
use turnstile_elab::{Message, Meta};
use turnstile_kernel::{ConstantInfo, Name, Store};
use turnstile_policy::Guide;
use turnstile_search::CancelFlag;

/// Proves theorems of files.
#[derive(Clone, Debug)]
pub struct Prover {
    settings: Settings,
    guide: Option<Arc<dyn Guide>>,
    recorder: Option<Arc<Recorder>>,
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
        Prover { settings, guide: None, recorder: None }
    }

    /// Candidates are ranked by what was learned.
    #[must_use]
    pub fn guided(self, guide: Option<Arc<dyn Guide>>) -> Self {
        Prover { guide, ..self }
    }

    /// What is tried is written down, by the names of the theorems.
    #[must_use]
    pub fn recorded(self, recorder: Arc<Recorder>) -> Self {
        Prover { recorder: Some(recorder), ..self }
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

    /// What no proof of the target may use.
    fn hidden_names(&self, run: &Run<'_>, target: &Target) -> Vec<Name> {
        let by_name = self.settings.without.iter().chain(&run.directives.without).chain(&target.without);
        let mut hidden: Vec<Name> =
            run.unfounded.iter().copied().chain(by_name.map(|name| Name::new(name))).collect();
        if run.directives.isolate {
            let theorems = run.file.records.iter().filter(|r| r.kind == DeclKind::Theorem);
            hidden.extend(theorems.map(|r| r.name));
        }
        hidden
    }

    /// What no proof of a target of `text` may use.
    pub(crate) fn hidden(&self, text: &str, file: &Elaborated, target: &Target) -> Vec<Name> {
        let unfounded = file.unfounded(&self.settings.axioms);
        let (directives, _) = Directives::parse(text);
        let cancel = CancelFlag::new();
        let lemmas = Lemmas::default();
        self.hidden_names(&Run { text, file, directives, unfounded, lemmas, cancel: &cancel }, target)
    }

    /// Whether `proof`, in the place of the proof of a target of `text`, passes the check.
    pub(crate) fn accepts(&self, text: &str, file: &Elaborated, target: &Target, proof: &str) -> bool {
        let Some(record) = file.records.iter().find(|r| r.header_span.start == target.statement.start) else {
            return false;
        };
        // What was a partial proof is given whole, a script without its `by`.
        let written =
            [target.edit(proof), target.edit(proof.strip_prefix("by").unwrap_or(proof).trim_start())];
        let accepted = |edit: &Edit| {
            let new = splice(text, std::slice::from_ref(edit)).ok()?;
            let end = new.len().checked_sub(text.len() - target.declaration.end)?;
            let declaration = new.get(target.declaration.start..end)?;
            verify(&file.terms, record, declaration, &self.settings).ok()
        };
        let whole = || {
            let mut new = text.get(target.declaration.start..target.hole.start)?.to_owned();
            new.push_str(proof);
            new.push_str(text.get(target.hole.end..target.declaration.end)?);
            verify(&file.terms, record, &new, &self.settings).ok()
        };
        written.iter().any(|edit| accepted(edit).is_some()) || whole().is_some()
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
        let start = now();
        let end = start + Duration::from_secs_f64(self.settings.timeout.clamp(0.0, 1e6));
        let mut goal = Goal { prover: self, run, record, target, start, end, expansions: 0 };
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
    start: Instant,
    end: Instant,
    expansions: u64,
}

impl Goal<'_> {
    /// Searches for a proof of `statement` for so long, with lemma discovery or without.
    fn search(
        &mut self,
        mut statement: Statement,
        seconds: f64,
        discover: bool,
        advanced: &mut dyn FnMut(u64),
    ) -> Result<Outcome, String> {
        let Run { file, lemmas, cancel, .. } = self.run;
        for name in self.prover.hidden_names(self.run, self.target) {
            statement.env.ext.hidden.insert(name, ());
        }
        let mut wishes = Wishes::of(&self.prover.settings, seconds);
        wishes.lemmas &= discover;
        wishes.guide.clone_from(&self.prover.guide);
        let recorder = self.prover.recorder.clone();
        wishes.recorder = recorder.map(|recorder| (recorder, self.target.name.clone()));
        let spent = self.expansions;
        let limit = &mut wishes.search.budgets.expansions;
        *limit = limit.map(|n| n.saturating_sub(spent));
        let mut advanced = |n| advanced(spent + n);
        let outcome = attempt(&statement, &file.terms, &wishes, lemmas, cancel, &mut advanced);
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
            let outcome = self.search(statement, left / (gaps.len() - i) as f64, true, advanced).ok()?;
            if outcome.scripts.is_empty() {
                return None;
            }
            edits.push(outcome.scripts.iter().map(|lines| self.target.fill(gap, lines.join("\n"))).collect());
        }
        // All in their first way of writing, then all in their second …
        let ways = edits.iter().map(Vec::len).max().unwrap_or(0);
        let (mut edits, mut attempted) = (0..ways).find_map(|way| {
            let edits: Vec<Edit> =
                edits.iter().filter_map(|all| all.get(way).or(all.last()).cloned()).collect();
            let attempted = self.check(edits.clone()).ok()?;
            Some((edits, attempted))
        })?;
        for i in 0..edits.len() {
            let with = |script: &str| {
                let mut edits = edits.clone();
                if let Some(edit) = edits.get_mut(i) {
                    script.clone_into(&mut edit.script);
                }
                edits
            };
            let script = edits.get(i).map(|edit| edit.script.clone()).unwrap_or_default();
            if let Some(better) = self.improved(&script, &with) {
                edits.clone_from(&better.edits);
                attempted = better;
            }
        }
        attempted.explanation = self.explanation(attempted.proof.as_deref().unwrap_or(""));
        Some(attempted)
    }

    /// The proof with `script` made as good as it can be, if anything is left to be done.
    fn improved(&self, script: &str, edits: &dyn Fn(&str) -> Vec<Edit>) -> Option<Attempted> {
        let settings = &self.prover.settings.answers;
        if !settings.minimise {
            return None;
        }
        let Run { text, file, cancel, .. } = self.run;
        let hidden = self.prover.hidden_names(self.run, self.target);
        let declaration = self.target.declaration.clone();
        // As long as the proof took to find, within the limits of the attempt; one found in the last moment is worth a little
        // more time.
        let least = Duration::from_millis(500);
        let end =
            (now() + now().saturating_duration_since(self.start).max(least)).min(self.end.max(now() + least));
        let trial = Trial::new(text, &file.terms, self.record, declaration, &hidden, end);
        // What the script costs is the measure for those that are to replace it.
        trial.accepts(&edits(script))?;
        let mut accepts = |script: &str| -> Verdict {
            if cancel.is_cancelled() || now() >= end {
                return None;
            }
            let messages = trial.accepts(&edits(script))?;
            Some(messages.into_iter().map(|m| m.text).collect())
        };
        let scope = self.prefixes();
        let versions = answer::minimise(script, trial.notations(), &scope, settings.trials, &mut accepts);
        // The trials were made without what is hidden; it is there when the finished file is read.
        versions.iter().skip(1).rev().find_map(|version| self.check(edits(version)).ok())
    }

    /// What names in this place need not begin with, the longest first.
    fn prefixes(&self) -> Vec<String> {
        let scope = &self.record.scope_before;
        let mut out = Vec::new();
        let mut n = scope.namespace;
        while !n.is_anon() {
            out.push(format!("{n}."));
            n = n.prefix();
        }
        out
    }

    /// What a script does, in plain words.
    fn explanation(&self, proof: &str) -> Option<answer::Explanation> {
        let env = &self.record.env_before;
        let prefixes = self.prefixes();
        let kind = |name: &str| {
            let full = prefixes.iter().map(|p| Name::new(&format!("{p}{name}")));
            let constant = full.chain([Name::new(name)]).find_map(|n| env.get(n).cloned())?;
            Some(match &*constant {
                ConstantInfo::Theorem(..) | ConstantInfo::Axiom(_) => NameKind::Theorem,
                _ => NameKind::Definition,
            })
        };
        let script = proof.strip_prefix("by").map_or(proof, str::trim_start);
        let script = unindented(script);
        explain(&script, &env.ext.notations, &kind)
    }

    fn left(&self) -> Duration {
        self.end.saturating_duration_since(now())
    }

    /// Proves the theorem as a whole.
    fn prove(&mut self, statement: Statement, advanced: &mut dyn FnMut(u64)) -> Attempted {
        let seconds = self.left().as_secs_f64();
        let mut outcome = match self.search(statement.clone(), seconds, true, advanced) {
            Ok(outcome) => outcome,
            Err(e) => return Attempted::without_proof(Status::Failed, e),
        };
        let mut judged = self.judged(&outcome);
        // A proof that the check refuses is not the end: the plain search may find another one.
        let left = self.left().as_secs_f64();
        if judged.proof.is_none()
            && !outcome.scripts.is_empty()
            && left > 0.0
            && let Ok(second) = self.search(statement, left, false, advanced)
        {
            let again = self.judged(&second);
            if again.proof.is_some() {
                (outcome, judged) = (second, again);
            }
        }
        let (log, picture) = (std::mem::take(&mut outcome.log), outcome.picture.take());
        Attempted { log, picture, ..judged }
    }

    /// The verdict on what a search found.
    fn judged(&self, outcome: &Outcome) -> Attempted {
        let scripts: Vec<String> = outcome.scripts.iter().map(|lines| lines.join("\n")).collect();
        let mut why = String::new();
        for script in &scripts {
            match self.check(vec![self.target.edit(script)]) {
                Ok(attempted) => return self.finished(attempted, script, &outcome.others),
                Err(e) => why = e,
            }
        }
        let expansions = self.expansions;
        let done = |status, message| Attempted {
            status,
            proof: None,
            alternatives: vec![],
            explanation: None,
            edits: vec![],
            log: vec![],
            picture: None,
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
        if let Some(counterexample) = &outcome.refuted {
            // A statement without variables has no counterexample but itself.
            let why = if counterexample.is_empty() { String::new() } else { format!(": {counterexample}") };
            return done(Status::Refuted, Some(format!("false{why}")));
        }
        if let Some(bug) = &outcome.bug {
            report_bug(self.target, bug, None);
            return done(Status::NotProved, Some(bug.clone()));
        }
        if self.run.cancel.is_cancelled() {
            done(Status::Cancelled, None)
        } else if outcome.out_of_budget {
            done(Status::Budget, outcome.out_of_memory.then(|| "out of memory".to_owned()))
        } else {
            done(Status::NotProved, Some("everything the search knows was tried".to_owned()))
        }
    }

    /// The answer for a proof of the whole theorem that passed the check, and for others that did not have to yet.
    fn finished(&self, attempted: Attempted, script: &str, others: &[Vec<String>]) -> Attempted {
        let edits = |script: &str| vec![self.target.edit(script)];
        let script_of = |a: &Attempted| a.edits.first().map(|e| e.script.clone()).unwrap_or_default();
        let improve = |attempted: Attempted, script: &str| {
            let best = self.improved(script, &edits).unwrap_or(attempted);
            let script = script_of(&best);
            let explanation = self.explanation(&script);
            Attempted { proof: Some(script), explanation, ..best }
        };
        let mut best = improve(attempted, script);
        // Proofs that are told in the same words are not different.
        let mut told = vec![best.explanation.as_ref().map(|e| e.steps.clone())];
        for other in others {
            let script = other.join("\n");
            let Ok(attempted) = self.check(edits(&script)) else { continue };
            let other = improve(attempted, &script);
            let steps = other.explanation.as_ref().map(|e| e.steps.clone());
            if !told.contains(&steps) {
                told.push(steps);
                best.alternatives.extend(other.proof);
            }
        }
        best
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
            alternatives: vec![],
            explanation: None,
            edits,
            log: vec![],
            picture: None,
            expansions: self.expansions,
            axioms,
            message: None,
        })
    }
}

/// The lines without the indentation that all but the first share.
fn unindented(text: &str) -> String {
    let blanks = |l: &str| l.len() - l.trim_start_matches(' ').len();
    let shared = text.lines().skip(1).filter(|l| !l.trim().is_empty()).map(blanks).min().unwrap_or(0);
    let lines = text.lines().enumerate().map(|(i, l)| if i == 0 { l } else { l.get(shared..).unwrap_or("") });
    lines.collect::<Vec<_>>().join("\n")
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
