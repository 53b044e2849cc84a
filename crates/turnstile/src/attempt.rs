//! One attempt at a theorem: search; if that is not enough, lemmas about its functions, and search again with them.

use crate::backend::LeanBackend;
use crate::discovery::{Discovery, Lemmas};
use crate::goal::{Statement, Workspace};
use crate::replay;
use crate::waterfall::{self, Limits, Waterfall};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, Frozen, MVarId, Store};
use turnstile_policy::candidates::CandidateSettings;
use turnstile_policy::{HandMade, PremiseIndex};
use turnstile_search::{CancelFlag, Counts, Interrupt, StopReason, best_first};
use turnstile_tactic::action::{Plan, TextMode};

/// What a search found.
pub struct Outcome {
    /// The lines of scripts of the proof that was found, the nicest first: plain; naming all that `simp` uses; with
    /// every lemma that was at hand, for steps that use hypotheses without naming them. Empty without a proof.
    pub scripts: Vec<Vec<String>>,
    /// Goals expanded.
    pub expansions: u64,
    /// Whether some limit cut the search short.
    pub out_of_budget: bool,
    /// Something went wrong that a developer should hear of.
    pub bug: Option<String>,
}

/// How an attempt divides its time.
#[derive(Clone, Copy, Debug)]
struct Shares {
    /// Share of the time for a first look for lemmas.
    early: f64,
    /// Share of the time for the first search.
    first: f64,
    /// Share of the time for finding lemmas.
    lemmas: f64,
}

const SHARES: Shares = Shares { early: 0.15, first: 0.25, lemmas: 0.3 };

/// Tries to prove `statement` within `settings`. `lemmas` are those that the run has found; what is found here is added.
pub fn attempt(
    statement: &Statement,
    terms: &Frozen,
    settings: &turnstile_search::Settings,
    lemmas: &Lemmas,
    cancel: &CancelFlag,
    advanced: &mut dyn FnMut(u64),
) -> Result<Outcome> {
    let start = Instant::now();
    let total = settings.budgets.seconds.unwrap_or(f64::INFINITY).min(1e6);
    let end = start + Duration::from_secs_f64(total);
    let Workspace { mut m, goal } = statement.open(terms)?;
    let premises = premises_of(&m);
    let mut policy = HandMade::new(CandidateSettings::default(), premises);
    let mut expansions = 0;

    let mut discovery = Discovery::new(&mut m, goal, lemmas)?;
    let early = (start + Duration::from_secs_f64(total * SHARES.early)).min(end);
    if let Some(found) = discovery.run(&mut m, &mut policy, early, cancel)? {
        return Ok(found);
    }

    let mut search = settings.clone();
    search.budgets.seconds = Some(if total > 1e5 { total } else { total * SHARES.first });
    let s = m.save();
    let r = run(&mut m, &mut policy, goal, &search, cancel, &mut expansions, advanced, Purpose::Theorem)?;
    if !r.scripts.is_empty()
        || cancel.is_cancelled()
        || settings.budgets.expansions.is_some_and(|e| expansions >= e)
    {
        return Ok(r);
    }
    m.restore(&s);
    m.clear_caches();

    let until =
        (start + Duration::from_secs_f64(total * (SHARES.early + SHARES.first + SHARES.lemmas))).min(end);
    if let Some(found) = discovery.run(&mut m, &mut policy, until, cancel)? {
        return Ok(found);
    }
    let s = m.save();
    let with_lemmas = discovery.assume(&mut m)?;
    search.budgets.seconds = Some(left(end));
    let mut found =
        run(&mut m, &mut policy, with_lemmas, &search, cancel, &mut expansions, advanced, Purpose::Theorem)?;
    m.restore(&s);
    found.scripts = discovery.with_lemmas(std::mem::take(&mut found.scripts));
    found.out_of_budget &= r.out_of_budget;
    Ok(found)
}

/// The theorems above the statement; those of the library are indexed once.
fn premises_of(m: &Meta) -> PremiseIndex {
    static LIBRARY: OnceLock<PremiseIndex> = OnceLock::new();
    let (frozen, library) = turnstile_library::load();
    let index = LIBRARY.get_or_init(|| PremiseIndex::new(&Store::over(&frozen), &library));
    index.extended(&m.st, &m.env, |n| !library.contains(n))
}

fn left(end: Instant) -> f64 {
    end.saturating_duration_since(Instant::now()).as_secs_f64().max(0.05)
}

/// What a search is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// The theorem itself: its script is written in several ways.
    Theorem,
    /// A lemma on the way.
    Lemma,
}

/// One best-first search, and the script of what it found.
pub fn run(
    m: &mut Meta,
    policy: &mut HandMade,
    goal: MVarId,
    settings: &turnstile_search::Settings,
    cancel: &CancelFlag,
    expansions: &mut u64,
    advanced: &mut dyn FnMut(u64),
    purpose: Purpose,
) -> Result<Outcome> {
    let s = m.save();
    let before = *expansions;
    let mut settings = settings.clone();
    settings.budgets.expansions = settings.budgets.expansions.map(|e| e.saturating_sub(before));
    let mut backend = LeanBackend::new(m, policy);
    let root = backend.state(&[goal])?;
    let mut observer = |c: &Counts| advanced(before + c.expansions);
    let found = best_first(&mut backend, root, &settings, cancel, &mut observer);
    *expansions += found.report.counts.expansions;
    m.restore(&s);
    let mut out = Outcome { scripts: vec![], expansions: *expansions, out_of_budget: false, bug: None };
    match found.report.stop {
        StopReason::Solved => match found.proof {
            Some(proof) => write(m, goal, &replay::plan(proof.root()), purpose, &mut out),
            None => out.bug = Some("solved without a proof".to_owned()),
        },
        StopReason::Exhausted => {}
        StopReason::Incomplete | StopReason::Budget(_) | StopReason::Cancelled => out.out_of_budget = true,
    }
    Ok(out)
}

/// Tries induction and simplification, straight on; beside what came of it, what the [critics](crate::discovery) propose.
/// The propositional hypotheses whose names `is_lemma` knows are lemmas.
pub fn fall(
    m: &mut Meta,
    policy: &mut HandMade,
    goal: MVarId,
    limits: Limits,
    interrupt: &Interrupt,
    is_lemma: impl Fn(&str) -> bool,
    purpose: Purpose,
) -> Result<(Outcome, Vec<Vec<Expr>>)> {
    let s = m.save();
    let mut backend = LeanBackend::new(m, policy);
    let root = backend.state(&[goal])?;
    let facts = waterfall::facts_of(backend.m, &root, is_lemma);
    let mut waterfall = Waterfall::new(&mut backend, interrupt, &facts);
    let plan = waterfall.prove(&root, limits);
    let stuck = if plan.is_none() { waterfall.proposals() } else { vec![] };
    m.restore(&s);
    let mut out = Outcome { scripts: vec![], expansions: 0, out_of_budget: false, bug: None };
    if let Some(plan) = plan {
        write(m, goal, &plan, purpose, &mut out);
    }
    Ok((out, stuck))
}

/// Writes a proof down in several ways, the nicest first.
fn write(m: &mut Meta, goal: MVarId, plan: &Plan, purpose: Purpose, out: &mut Outcome) {
    let s = m.save();
    m.budget.fuel = u64::MAX;
    m.budget.deadline = None;
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
        match replay::script(m, goal, plan, mode) {
            Ok(lines) if out.scripts.contains(&lines) => {}
            Ok(lines) => out.scripts.push(lines),
            Err(e) => {
                out.bug = Some(format!("the proof cannot be replayed: {}", m.render(&e)));
            }
        }
        // A lemma is written so that it does the same everywhere, once.
        if purpose == Purpose::Lemma && mode == TextMode::Stable {
            break;
        }
    }
    if m.env.ext.hidden.is_empty() && !hidden.is_empty() {
        m.env.ext.hidden = hidden;
        m.clear_caches();
    }
    m.restore(&s);
}
