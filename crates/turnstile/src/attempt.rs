//! One attempt at a theorem: search; if that is not enough, lemmas about its functions, and search again with them.

use crate::alternatives;
use crate::backend::LeanBackend;
use crate::goal::{Statement, Workspace};
use crate::lemmas::{self, Lemma};
use crate::log::SearchLog;
use crate::replay;
use crate::team;
use std::time::{Duration, Instant};
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Frozen, MVarId};
use turnstile_policy::candidates::CandidateSettings;
use turnstile_policy::{HandMade, PremiseIndex};
use turnstile_search::{CancelFlag, Counts, Picture, Proof, Recording, StopReason, search};
use turnstile_tactic::action::{Action, TextMode};

/// What a search found.
#[derive(Default)]
pub struct Outcome {
    /// The lines of scripts of the proof that was found, the nicest first: plain; naming all that `simp` uses; with
    /// every lemma that was at hand, for steps that use hypotheses without naming them. Empty without a proof.
    pub scripts: Vec<Vec<String>>,
    /// Scripts of other proofs, when they were asked for.
    pub others: Vec<Vec<String>>,
    /// Goals expanded.
    pub expansions: u64,
    /// Whether some limit cut the search short.
    pub out_of_budget: bool,
    /// Something went wrong that a developer should hear of.
    pub bug: Option<String>,
    /// What was tried, if it was to be written down.
    pub log: Vec<SearchLog>,
    /// The last search graph, if it was to be drawn.
    pub picture: Option<Picture>,
}

/// How an attempt divides its time.
#[derive(Clone, Copy, Debug)]
struct Plan {
    /// Share of the time for the first search.
    first: f64,
    /// Share of the time for finding lemmas.
    lemmas: f64,
}

const PLAN: Plan = Plan { first: 0.3, lemmas: 0.35 };

/// What is wanted of an attempt.
#[derive(Clone, Debug)]
pub struct Wishes {
    /// How to search, and for how long in all.
    pub search: turnstile_search::Settings,
    /// Number of different proofs to look for.
    pub proofs: usize,
    /// Threads that work on the theorem together.
    pub workers: usize,
    /// Whether to write down what was tried.
    pub log: bool,
    /// Goals to be drawn of the search graph, if it is to be drawn.
    pub picture: Option<usize>,
}

/// Tries to prove `statement`.
pub fn attempt(
    statement: &Statement,
    terms: &Frozen,
    wishes: &Wishes,
    cancel: &CancelFlag,
    advanced: &mut dyn FnMut(u64),
) -> Result<Outcome> {
    let Workspace { mut m, goal } = statement.open(terms)?;
    let premises = PremiseIndex::new(&m.st, &m.env);
    let clock = Clock::new(wishes);
    if wishes.workers > 1 {
        let team = team::LeanTeam { statement, terms, premises };
        return team.attempt(&mut m, goal, wishes, &clock, cancel, advanced);
    }
    let mut policy = HandMade::new(CandidateSettings::default(), premises);
    let mut expansions = 0;
    let mut search = wishes.search.clone();
    search.budgets.seconds = Some(clock.first());
    let s = m.save();
    let theorem = Purpose::Theorem(wishes);
    let r = run(&mut m, &mut policy, goal, &search, cancel, &mut expansions, advanced, theorem)?;
    if !r.scripts.is_empty()
        || cancel.is_cancelled()
        || search.budgets.expansions.is_some_and(|e| expansions >= e)
    {
        return Ok(r);
    }
    m.restore(&s);
    m.clear_caches();
    let mut second =
        with_lemmas(&mut m, &mut policy, goal, wishes, &clock, cancel, &mut expansions, advanced)?;
    second.log.splice(0..0, r.log);
    // The picture of a search that had hardly any room to move shows nothing.
    let worth = |p: &Picture| (p.steps.iter().any(|s| s.in_proof), p.goals.len() + p.goals_left_out);
    second.picture = r.picture.into_iter().chain(second.picture).max_by_key(worth);
    second.out_of_budget &= r.out_of_budget;
    Ok(second)
}

/// When the parts of an attempt end.
pub struct Clock {
    start: Instant,
    total: f64,
}

impl Clock {
    fn new(wishes: &Wishes) -> Clock {
        let total = wishes.search.budgets.seconds.unwrap_or(f64::INFINITY).min(1e6);
        Clock { start: Instant::now(), total }
    }

    /// Seconds for the first search.
    pub fn first(&self) -> f64 {
        if self.total > 1e5 { self.total } else { self.total * PLAN.first }
    }

    /// When lemma discovery ends.
    fn lemmas(&self) -> Instant {
        let share = (PLAN.first + PLAN.lemmas).min(1.0);
        self.start + Duration::from_secs_f64(self.total * share)
    }

    /// When all ends.
    fn end(&self) -> Instant {
        self.start + Duration::from_secs_f64(self.total)
    }
}

/// The later parts of an attempt: lemmas, and the search with them.
pub fn with_lemmas(
    m: &mut Meta,
    policy: &mut HandMade,
    goal: MVarId,
    wishes: &Wishes,
    clock: &Clock,
    cancel: &CancelFlag,
    expansions: &mut u64,
    advanced: &mut dyn FnMut(u64),
) -> Result<Outcome> {
    let theorem = Purpose::Theorem(wishes);
    let mut search = wishes.search.clone();
    let found = lemmas::discover(m, goal, policy, clock.lemmas(), cancel, expansions)?;
    search.budgets.seconds = Some(left(clock.end()));
    if found.is_empty() {
        // No lemmas: the rest of the time goes into the search as it was.
        return run(m, policy, goal, &search, cancel, expansions, advanced, theorem);
    }
    let (with_lemmas, names) = lemmas::assume(m, goal, &found)?;
    let mut r = run(m, policy, with_lemmas, &search, cancel, expansions, advanced, theorem)?;
    let bodies = std::mem::take(&mut r.scripts);
    for all in [false, true] {
        r.scripts.extend(bodies.iter().map(|b| prefix(&found, &names, b.clone(), all)));
    }
    r.others = r.others.into_iter().map(|b| prefix(&found, &names, b, false)).collect();
    for log in &mut r.log {
        log.lemmas = prefix(&found, &names, vec![], true);
    }
    Ok(r)
}

fn left(end: Instant) -> f64 {
    end.saturating_duration_since(Instant::now()).as_secs_f64().max(0.05)
}

/// `have` lines for the lemmas that the script (or a lemma it uses) mentions, or for all, then the script.
fn prefix(found: &[Lemma], names: &[String], body: Vec<String>, all: bool) -> Vec<String> {
    let mut used = vec![all; found.len()];
    let mentions = |lines: &[String], name: &str| lines.iter().any(|l| has_word(l, name));
    for i in 0..found.len() {
        used[i] |= mentions(&body, &names[i]);
    }
    // A lemma may be used by a later one.
    for i in (0..found.len()).rev() {
        if used[i] {
            for j in 0..i {
                used[j] |= mentions(&found[i].script, &names[j]);
            }
        }
    }
    let mut out = Vec::new();
    for (i, l) in found.iter().enumerate() {
        if used[i] {
            out.push(format!("have {} : {} := by", names[i], l.text));
            out.extend(l.script.iter().map(|s| format!("  {s}")));
        }
    }
    out.extend(body);
    out
}

fn has_word(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_' || c == '\'';
    line.match_indices(word).any(|(i, w)| {
        !line[..i].chars().next_back().is_some_and(part)
            && !line[i + w.len()..].chars().next().is_some_and(part)
    })
}

/// What a search is for.
#[derive(Clone, Copy, Debug)]
pub enum Purpose<'a> {
    /// The theorem itself: its script is written in several ways, and more than a proof may be wanted.
    Theorem(&'a Wishes),
    /// A lemma on the way.
    Lemma,
}

/// One search, and the scripts of what it found.
pub fn run(
    m: &mut Meta,
    policy: &mut HandMade,
    goal: MVarId,
    settings: &turnstile_search::Settings,
    cancel: &CancelFlag,
    expansions: &mut u64,
    advanced: &mut dyn FnMut(u64),
    purpose: Purpose<'_>,
) -> Result<Outcome> {
    let s = m.save();
    let before = *expansions;
    let mut settings = settings.clone();
    settings.budgets.expansions = settings.budgets.expansions.map(|e| e.saturating_sub(before));
    let mut backend = LeanBackend::new(m, policy);
    let root = backend.state(&[goal])?;
    let mut observer = |c: &Counts| advanced(before + c.expansions);
    let (log, picture) = match purpose {
        Purpose::Theorem(wishes) => (wishes.log, wishes.picture),
        Purpose::Lemma => (false, None),
    };
    let mut events = Vec::new();
    let answer = if log {
        let mut recording = Recording::new(&mut backend, &root);
        let answer = search(&mut recording, root.clone(), &settings, cancel, picture, &mut observer);
        events.push(SearchLog { lemmas: vec![], events: recording.into_events() });
        answer
    } else {
        search(&mut backend, root.clone(), &settings, cancel, picture, &mut observer)
    };
    *expansions += answer.report.counts.expansions;
    let others = match (purpose, &answer.proof) {
        (Purpose::Theorem(wishes), Some(proof)) if wishes.proofs > 1 => {
            let more = wishes.proofs - 1;
            alternatives::search(&mut backend, &root, proof, more, &settings, cancel, expansions)
        }
        _ => vec![],
    };
    m.restore(&s);
    let mut out =
        Outcome { expansions: *expansions, log: events, picture: answer.picture, ..Outcome::default() };
    match answer.report.stop {
        StopReason::Solved => match &answer.proof {
            Some(proof) => write_scripts(m, goal, proof, &others, purpose, &mut out),
            None => out.bug = Some("solved without a proof".to_owned()),
        },
        StopReason::Exhausted => {}
        StopReason::Incomplete | StopReason::Budget(_) | StopReason::Cancelled => out.out_of_budget = true,
    }
    Ok(out)
}

/// The scripts of a proof of `goal`, and of others.
pub fn write_scripts(
    m: &mut Meta,
    goal: MVarId,
    proof: &Proof<Action>,
    others: &[Proof<Action>],
    purpose: Purpose<'_>,
    out: &mut Outcome,
) {
    let s = m.save();
    m.budget.fuel = u64::MAX;
    m.budget.deadline = None;
    for other in others {
        m.restore(&s);
        out.others.extend(replay::script(m, goal, other, TextMode::Stable));
    }
    let hidden = m.env.ext.hidden.clone();
    for (mode, hide) in [(TextMode::Plain, true), (TextMode::Stable, true), (TextMode::Plain, false)] {
        // A hidden lemma of the simp set is at work again when the finished file is checked.
        if !hide {
            if hidden.is_empty() {
                break;
            }
            m.env.ext.hidden = Default::default();
            m.clear_caches();
        }
        m.restore(&s);
        match replay::script(m, goal, proof, mode) {
            Ok(lines) if out.scripts.contains(&lines) => {}
            Ok(lines) => out.scripts.push(lines),
            Err(e) => {
                out.bug = Some(format!("the proof cannot be replayed: {}", m.render(&e)));
            }
        }
        // A lemma is written so that it does the same everywhere, once.
        if matches!(purpose, Purpose::Lemma) && mode == TextMode::Stable {
            break;
        }
    }
    if m.env.ext.hidden.is_empty() && !hidden.is_empty() {
        m.env.ext.hidden = hidden;
        m.clear_caches();
    }
    m.restore(&s);
}
