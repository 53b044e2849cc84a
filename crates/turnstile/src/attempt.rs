//! One attempt at a theorem: search; if that is not enough, lemmas about its functions, and search again with them.

use crate::alternatives;
use crate::backend::LeanBackend;
use crate::discovery::{Discovery, Lemmas};
use crate::goal::{Statement, Workspace};
use crate::learn::{Recorder, Witness, from_plan};
use crate::log::SearchLog;
use crate::refute;
use crate::replay;
use crate::team;
use crate::waterfall::{self, Limits, Waterfall};
use std::sync::{Arc, OnceLock};
use std::time::{Duration, Instant};
use turnstile_clock::now;
use turnstile_elab::meta::MetavarContext;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, Frozen, MVarId, Store};
use turnstile_policy::candidates::CandidateSettings;
use turnstile_policy::{Guide, Guided, HandMade, Policy, PremiseIndex};
use turnstile_search::{CancelFlag, Counts, Interrupt, Picture, Recording, StopReason, search};
use turnstile_tactic::action::{Plan, TextMode};

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
    /// Whether that limit was the one on memory.
    pub out_of_memory: bool,
    /// Something went wrong that a developer should hear of.
    pub bug: Option<String>,
    /// What was tried, if it was to be written down.
    pub log: Vec<SearchLog>,
    /// The last search graph, if it was to be drawn.
    pub picture: Option<Picture>,
    /// A counterexample that the kernel confirmed: there is no proof.
    pub refuted: Option<String>,
    /// The proof, if the waterfall found it.
    pub(crate) fallen: Option<Fallen>,
}

/// A proof of the waterfall, and the world it is in.
pub(crate) struct Fallen {
    mctx: MetavarContext,
    goal: MVarId,
    plan: Plan,
}

impl Outcome {
    pub(crate) fn refuted(counterexample: String, expansions: u64) -> Outcome {
        Outcome { expansions, refuted: Some(counterexample), ..Outcome::default() }
    }
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

/// What is wanted of an attempt.
#[derive(Clone, Debug)]
pub struct Wishes {
    /// How to search, and for how long in all.
    pub search: turnstile_search::Settings,
    /// Number of different proofs to look for.
    pub proofs: usize,
    /// Threads that work on the theorem together.
    pub workers: usize,
    /// Whether lemmas are discovered.
    pub lemmas: bool,
    /// Whether counterexamples are looked for.
    pub refute: bool,
    /// Terms that each worker may make: the bound on memory.
    pub terms: Option<usize>,
    /// Whether to write down what was tried.
    pub log: bool,
    /// Goals to be drawn of the search graph, if it is to be drawn.
    pub picture: Option<usize>,
    /// What ranks the candidates of searches; the hand-made policy alone, if none.
    pub guide: Option<Arc<dyn Guide>>,
    /// Who learns of what was tried, and under which name.
    pub recorder: Option<(Arc<Recorder>, String)>,
}

/// Tries to prove `statement`, or to refute it, if that is wished for. `lemmas` are those that the run has found; what is found here is added.
pub fn attempt(
    statement: &Statement,
    terms: &Frozen,
    wishes: &Wishes,
    lemmas: &Lemmas,
    cancel: &CancelFlag,
    advanced: &mut dyn FnMut(u64),
) -> Result<Outcome> {
    let Workspace { mut m, goal } = statement.open(terms)?;
    m.budget.terms = wishes.terms;
    // Raised from within, it does not look like a wish from outside.
    let cancel = CancelFlag::below(cancel);
    let answer = attempt_in(&mut m, goal, statement, terms, wishes, lemmas, &cancel, advanced);
    if !m.is_out_of_memory() {
        return answer;
    }
    let mut outcome = answer.unwrap_or_default();
    if outcome.scripts.is_empty() && outcome.refuted.is_none() {
        (outcome.out_of_budget, outcome.out_of_memory, outcome.bug) = (true, true, None);
    }
    Ok(outcome)
}

/// [`attempt`] in a world of its own.
fn attempt_in(
    m: &mut Meta,
    goal: MVarId,
    statement: &Statement,
    terms: &Frozen,
    wishes: &Wishes,
    lemmas: &Lemmas,
    cancel: &CancelFlag,
    advanced: &mut dyn FnMut(u64),
) -> Result<Outcome> {
    let premises = premises_of(m);
    let clock = Clock::new(wishes);
    if wishes.workers > 1 {
        let guide = wishes.guide.as_ref();
        let team = team::LeanTeam { statement, terms, lemmas, premises, guide, room: wishes.terms };
        return team.attempt(m, goal, wishes, &clock, cancel, advanced);
    }
    let mut policy = HandMade::new(CandidateSettings::default(), premises);
    let outcome = alone(statement, m, goal, &mut policy, wishes, &clock, lemmas, cancel, advanced)?;
    if let (Some((recorder, name)), Some(fallen)) = (&wishes.recorder, &outcome.fallen) {
        m.mctx = fallen.mctx.clone();
        recorder.add(name, from_plan(m, &mut policy, fallen.goal, &fallen.plan));
    }
    Ok(outcome)
}

/// An attempt with one thread.
fn alone(
    statement: &Statement,
    m: &mut Meta,
    goal: MVarId,
    policy: &mut HandMade,
    wishes: &Wishes,
    clock: &Clock,
    lemmas: &Lemmas,
    cancel: &CancelFlag,
    advanced: &mut dyn FnMut(u64),
) -> Result<Outcome> {
    let mut expansions = 0;
    if wishes.refute {
        let until = clock.within((clock.total * refute::FIRST_SHARE).clamp(0.005, 60.0));
        if let Some(found) = refute::first_try(m, statement.ty, until) {
            return Ok(Outcome::refuted(found, expansions));
        }
    }
    let mut discovery = Discovery::new(m, goal, lemmas)?;
    if let Some(found) = early(m, policy, &mut discovery, wishes, clock, cancel)? {
        return Ok(found);
    }
    let mut search = wishes.search.clone();
    search.budgets.seconds = Some(clock.first());
    let s = m.save();
    let r = run(m, policy, goal, &search, cancel, &mut expansions, advanced, wishes)?;
    if !r.scripts.is_empty()
        || cancel.is_cancelled()
        || search.budgets.expansions.is_some_and(|e| expansions >= e)
    {
        return Ok(r);
    }
    m.restore(&s);
    m.clear_caches();
    if wishes.refute {
        let until = clock.within((clock.total * refute::SECOND_SHARE).min(60.0));
        let found = refute::second_try(m, statement.ty, policy, until, cancel, &mut expansions);
        if let Some(found) = found {
            return Ok(Outcome::refuted(found, expansions));
        }
    }
    let mut second =
        with_lemmas(m, policy, &mut discovery, wishes, clock, cancel, &mut expansions, advanced)?;
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
        Clock { start: now(), total }
    }

    /// Seconds for the first search.
    pub fn first(&self) -> f64 {
        if self.total > 1e5 { self.total } else { self.total * SHARES.first }
    }

    /// The moment in so many seconds, or the end of the attempt if that is earlier.
    fn within(&self, seconds: f64) -> Instant {
        (now() + Duration::from_secs_f64(seconds)).min(self.after(1.0))
    }

    fn after(&self, share: f64) -> Instant {
        self.start + Duration::from_secs_f64(self.total * share.min(1.0))
    }
}

/// A first look for lemmas; perhaps that proves the theorem.
pub fn early(
    m: &mut Meta,
    policy: &mut HandMade,
    discovery: &mut Discovery<'_>,
    wishes: &Wishes,
    clock: &Clock,
    cancel: &CancelFlag,
) -> Result<Option<Outcome>> {
    // Whoever wants to see the search, or several proofs, wants a search.
    let search_wanted = wishes.log || wishes.picture.is_some() || wishes.proofs > 1;
    if !wishes.lemmas || search_wanted {
        return Ok(None);
    }
    discovery.run(m, policy, clock.after(SHARES.early), cancel)
}

/// The later parts of an attempt: lemmas, and the search with them.
pub fn with_lemmas(
    m: &mut Meta,
    policy: &mut HandMade,
    discovery: &mut Discovery<'_>,
    wishes: &Wishes,
    clock: &Clock,
    cancel: &CancelFlag,
    expansions: &mut u64,
    advanced: &mut dyn FnMut(u64),
) -> Result<Outcome> {
    if wishes.lemmas {
        let until = clock.after(SHARES.early + SHARES.first + SHARES.lemmas);
        if let Some(found) = discovery.run(m, policy, until, cancel)? {
            return Ok(found);
        }
    }
    let s = m.save();
    let goal = discovery.assume(m)?;
    let mut search = wishes.search.clone();
    search.budgets.seconds = Some(left(clock.after(1.0)));
    let mut r = run(m, policy, goal, &search, cancel, expansions, advanced, wishes)?;
    m.restore(&s);
    r.scripts = discovery.with_lemmas(std::mem::take(&mut r.scripts));
    for other in &mut r.others {
        // The first way has the lemmas that are named, and no others.
        let written = discovery.with_lemmas(vec![std::mem::take(other)]);
        *other = written.into_iter().next().unwrap_or_default();
    }
    for log in &mut r.log {
        log.lemmas = discovery.with_lemmas(vec![vec![]]).pop().unwrap_or_default();
    }
    Ok(r)
}

/// The theorems above the statement; those of the library are indexed once.
pub(crate) fn premises_of(m: &Meta) -> PremiseIndex {
    static LIBRARY: OnceLock<PremiseIndex> = OnceLock::new();
    let (frozen, library) = turnstile_library::load();
    let index = LIBRARY.get_or_init(|| PremiseIndex::new(&Store::over(&frozen), &library));
    index.extended(&m.st, &m.env, |n| !library.contains(n))
}

fn left(end: Instant) -> f64 {
    end.saturating_duration_since(now()).as_secs_f64().max(0.05)
}

/// What a search is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// The theorem itself: its script is written in several ways.
    Theorem,
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
    wishes: &Wishes,
) -> Result<Outcome> {
    let s = m.save();
    let before = *expansions;
    let mut settings = settings.clone();
    settings.budgets.expansions = settings.budgets.expansions.map(|e| e.saturating_sub(before));
    let mut guided;
    let policy: &mut dyn Policy = match &wishes.guide {
        Some(guide) => {
            guided = Guided::new(policy, guide.clone());
            &mut guided
        }
        None => policy,
    };
    let mut backend = LeanBackend::new(m, policy);
    let root = backend.state(&[goal])?;
    let mut observer = |c: &Counts| advanced(before + c.expansions);
    let picture = wishes.picture;
    let mut events = Vec::new();
    let answer = if wishes.log {
        let mut recording = Recording::new(&mut backend, &root);
        let answer = search(&mut recording, root.clone(), &settings, cancel, picture, &mut observer);
        events.push(SearchLog { lemmas: vec![], events: recording.into_events() });
        answer
    } else if let Some((recorder, name)) = &wishes.recorder {
        let mut witness = Witness::new(&mut backend);
        let answer = search(&mut witness, root.clone(), &settings, cancel, picture, &mut observer);
        recorder.add(name, witness.into_recorded(answer.report.stop == StopReason::Exhausted));
        answer
    } else {
        search(&mut backend, root.clone(), &settings, cancel, picture, &mut observer)
    };
    *expansions += answer.report.counts.expansions;
    let others = match &answer.proof {
        Some(proof) if wishes.proofs > 1 => {
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
            Some(proof) => {
                let s = m.save();
                for other in &others {
                    m.budget.fuel = u64::MAX;
                    m.budget.deadline = None;
                    m.restore(&s);
                    out.others.extend(replay::script(m, goal, &replay::plan(other.root()), TextMode::Stable));
                }
                m.restore(&s);
                write(m, goal, &replay::plan(proof.root()), Purpose::Theorem, &mut out);
            }
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
    let mut out = Outcome::default();
    if let Some(plan) = plan {
        write(m, goal, &plan, purpose, &mut out);
        out.fallen = Some(Fallen { mctx: m.mctx.clone(), goal, plan });
    }
    Ok((out, stuck))
}

/// Writes a proof down in several ways, the nicest first.
pub fn write(m: &mut Meta, goal: MVarId, plan: &Plan, purpose: Purpose, out: &mut Outcome) {
    let s = m.save();
    // What was found is not thrown away for want of a little room.
    let terms = m.budget.terms.take();
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
    m.budget.terms = terms;
    m.restore(&s);
}
