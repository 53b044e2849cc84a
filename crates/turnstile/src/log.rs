//! Logs of runs: what was tried for each theorem, and doing it again.

use crate::attempt::Wishes;
use crate::backend::LeanBackend;
use crate::elaborated::Elaborated;
use crate::goal::open_in;
use crate::prover::Prover;
use crate::report::{FileReport, Status};
use crate::settings::Settings;
use crate::source::Source;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::rc::Rc;
use turnstile_elab::command::DeclRecord;
use turnstile_elab::{Elab, Error, Result};
use turnstile_kernel::{Name, Store};
use turnstile_policy::candidates::CandidateSettings;
use turnstile_policy::{HandMade, PremiseIndex};
use turnstile_search::{CancelFlag, Event, repeat};
use turnstile_syntax::parse_tactics;
use turnstile_tactic::TacticEval;
use turnstile_tactic::eval::Script;

/// What a run over a file tried. It holds the text of the file, so it can be repeated anywhere.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunLog {
    /// Version of the program.
    pub turnstile_version: String,
    /// The file, as it was named.
    pub file: PathBuf,
    /// Its text.
    pub text: String,
    /// What was asked for.
    pub settings: Settings,
    /// The theorems, in the order of the file.
    pub theorems: Vec<TheoremLog>,
}

/// What was tried for one theorem.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TheoremLog {
    /// Its full name.
    pub name: String,
    /// The verdict.
    pub status: Status,
    /// The proof that was given.
    pub proof: Option<String>,
    /// The searches, in order.
    pub searches: Vec<SearchLog>,
}

/// What one search tried.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SearchLog {
    /// The lines of script before it: lemmas that were discovered, with their proofs.
    pub lemmas: Vec<String>,
    /// The actions.
    pub events: Vec<Event>,
}

/// What became of a repetition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeated {
    /// The theorem.
    pub name: String,
    /// Actions that did the same again.
    pub actions: usize,
    /// Whether the proof passed the check again; `None` if there is none.
    pub proof: Option<bool>,
    /// What went another way.
    pub difference: Option<String>,
}

impl RunLog {
    /// The log of a run whose theorems wrote down what they tried.
    #[must_use]
    pub fn new(source: &Source, report: &FileReport) -> RunLog {
        let theorem = |t: &crate::report::TheoremReport| TheoremLog {
            name: t.name.clone(),
            status: t.status,
            proof: t.proof.clone(),
            searches: t.log.clone(),
        };
        RunLog {
            turnstile_version: report.turnstile_version.clone(),
            file: source.path.clone(),
            text: source.text.clone(),
            settings: report.settings.clone(),
            theorems: report.theorems.iter().map(theorem).collect(),
        }
    }

    /// Does everything again and compares.
    #[must_use]
    pub fn repeat(&self, cancel: &CancelFlag) -> Vec<Repeated> {
        let prover = Prover::new(self.settings.clone());
        let file = Elaborated::new(&self.text);
        let commands = turnstile_syntax::parse_file(&self.text).commands;
        let targets = crate::targets::targets(&self.text, &commands);
        let mut out = Vec::new();
        let mut next = 0;
        for theorem in &self.theorems {
            if cancel.is_cancelled() {
                break;
            }
            let mut repeated =
                Repeated { name: theorem.name.clone(), actions: 0, proof: None, difference: None };
            // Theorems without a name are told apart by their order.
            let found = targets.iter().skip(next).position(|t| t.name == theorem.name).map(|at| next + at);
            let target = found.and_then(|at| targets.get(at));
            let record =
                target.and_then(|t| file.records.iter().find(|r| r.header_span.start == t.statement.start));
            match (target, record) {
                (Some(target), Some(record)) => {
                    next = found.map_or(next, |at| at + 1);
                    let hidden = prover.hidden(&self.text, &file, target);
                    for search in &theorem.searches {
                        match repeat_search(&file, record, &hidden, search, cancel) {
                            Ok(actions) => repeated.actions += actions,
                            Err(why) => {
                                repeated.difference = Some(why);
                                break;
                            }
                        }
                    }
                    repeated.proof =
                        theorem.proof.as_ref().map(|p| prover.accepts(&self.text, &file, target, p));
                }
                _ => repeated.difference = Some("the theorem is not in the text".to_owned()),
            }
            out.push(repeated);
        }
        out
    }
}

/// Does a search again; the number of actions, or what is different.
fn repeat_search(
    file: &Elaborated,
    record: &DeclRecord,
    hidden: &[Name],
    search: &SearchLog,
    cancel: &CancelFlag,
) -> std::result::Result<usize, String> {
    let st = Rc::new(Store::over(&file.terms));
    let mut env = record.env_before.clone();
    for name in hidden {
        env.ext.hidden.insert(*name, ());
    }
    let mut e = Elab::new(st, env);
    e.scope = record.scope_before.clone();
    e.tactics = Some(Rc::new(TacticEval));
    let root = start(&mut e, record, search);
    let root = root.map_err(|error| e.m.render(&error))?;
    let premises = PremiseIndex::new(&e.m.st, &e.m.env);
    let mut policy = HandMade::new(CandidateSettings::default(), premises);
    let mut backend = LeanBackend::new(&mut e.m, &mut policy);
    let root = match backend.state(&[root]) {
        Ok(root) => root,
        Err(error) => return Err(e.m.render(&error)),
    };
    repeat(&mut backend, root, &search.events, cancel).map_err(|difference| difference.to_string())
}

/// The goal that the search began with: the theorem's, after the lemmas.
fn start(e: &mut Elab, record: &DeclRecord, search: &SearchLog) -> Result<turnstile_kernel::MVarId> {
    let ty = record.statement.ok_or_else(|| Error::msg("the statement has errors"))?;
    let goal = open_in(&mut e.m, ty, record.header)?;
    if search.lemmas.is_empty() {
        return Ok(goal);
    }
    let text = search.lemmas.join("\n");
    let lines = parse_tactics(&text, &e.m.env.ext.notations.clone());
    let lines = lines.map_err(|error| Error::msg(format!("the lemmas cannot be read: {}", error.message)))?;
    let mut script = Script::new(e, vec![goal]);
    script.seq(&lines)?;
    script.main()
}

impl Wishes {
    /// What settings ask of one attempt, within so many seconds.
    #[must_use]
    pub fn of(settings: &Settings, seconds: f64) -> Wishes {
        Wishes {
            search: settings.search_within(seconds),
            proofs: settings.answers.proofs,
            workers: settings.workers,
            lemmas: settings.lemmas,
            refute: settings.refute,
            terms: settings.terms(),
            log: settings.answers.log,
            picture: settings.answers.graph,
            guide: None,
            recorder: None,
        }
    }
}
