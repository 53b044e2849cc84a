//! One attempt at a theorem: search; if that is not enough, lemmas about its functions, and search again with them.

use crate::backend::LeanBackend;
use crate::goal::{Statement, Workspace};
use crate::lemmas::{self, Lemma};
use crate::{refute, replay};
use std::time::{Duration, Instant};
use turnstile_clock::now;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Frozen, MVarId};
use turnstile_policy::candidates::CandidateSettings;
use turnstile_policy::{HandMade, PremiseIndex};
use turnstile_search::{CancelFlag, Counts, StopReason, best_first};
use turnstile_tactic::action::TextMode;

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
    /// A counterexample that the kernel confirmed: there is no proof.
    pub refuted: Option<String>,
}

impl Outcome {
    fn refuted(counterexample: String, expansions: u64) -> Outcome {
        let refuted = Some(counterexample);
        Outcome { scripts: vec![], expansions, out_of_budget: false, bug: None, refuted }
    }
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

/// Tries to prove `statement` within `settings`, or to refute it, if that is asked for.
pub fn attempt(
    statement: &Statement,
    terms: &Frozen,
    settings: &turnstile_search::Settings,
    refuting: bool,
    cancel: &CancelFlag,
    advanced: &mut dyn FnMut(u64),
) -> Result<Outcome> {
    let start = now();
    let total = settings.budgets.seconds.unwrap_or(f64::INFINITY).min(1e6);
    let end = start + Duration::from_secs_f64(total);
    let Workspace { mut m, goal } = statement.open(terms)?;
    let premises = PremiseIndex::new(&m.st, &m.env);
    let mut policy = HandMade::new(CandidateSettings::default(), premises);
    let mut expansions = 0;

    if refuting {
        let until = start + Duration::from_secs_f64((total * refute::FIRST_SHARE).clamp(0.005, 60.0));
        if let Some(found) = refute::first_try(&mut m, statement.ty, until.min(end)) {
            return Ok(Outcome::refuted(found, expansions));
        }
    }
    let mut search = settings.clone();
    search.budgets.seconds = Some(if total > 1e5 { total } else { total * PLAN.first });
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
    if refuting {
        let until = now() + Duration::from_secs_f64((total * refute::SECOND_SHARE).min(60.0));
        let until = until.min(end);
        let found = refute::second_try(&mut m, statement.ty, &mut policy, until, cancel, &mut expansions);
        if let Some(found) = found {
            return Ok(Outcome::refuted(found, expansions));
        }
    }

    let until = (start + Duration::from_secs_f64(total * (PLAN.first + PLAN.lemmas))).min(end);
    let found = lemmas::discover(&mut m, goal, &mut policy, until, cancel, &mut expansions)?;
    if found.is_empty() {
        // No lemmas: the rest of the time goes into the search as it was.
        search.budgets.seconds = Some(left(end));
        let r2 =
            run(&mut m, &mut policy, goal, &search, cancel, &mut expansions, advanced, Purpose::Theorem)?;
        return Ok(Outcome { out_of_budget: r.out_of_budget && r2.out_of_budget, ..r2 });
    }
    let (with_lemmas, names) = lemmas::assume(&mut m, goal, &found)?;
    search.budgets.seconds = Some(left(end));
    let mut r =
        run(&mut m, &mut policy, with_lemmas, &search, cancel, &mut expansions, advanced, Purpose::Theorem)?;
    let bodies = std::mem::take(&mut r.scripts);
    for all in [false, true] {
        r.scripts.extend(bodies.iter().map(|b| prefix(&found, &names, b.clone(), all)));
    }
    Ok(r)
}

fn left(end: Instant) -> f64 {
    end.saturating_duration_since(now()).as_secs_f64().max(0.05)
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
    let mut out =
        Outcome { scripts: vec![], expansions: *expansions, out_of_budget: false, bug: None, refuted: None };
    match found.report.stop {
        StopReason::Solved => {
            m.budget.fuel = u64::MAX;
            m.budget.deadline = None;
            let Some(proof) = found.proof else {
                out.bug = Some("solved without a proof".to_owned());
                return Ok(out);
            };
            let hidden = m.env.ext.hidden.clone();
            for (mode, hide) in [(TextMode::Plain, true), (TextMode::Stable, true), (TextMode::Plain, false)]
            {
                // A hidden lemma of the simp set is at work again when the finished file is checked.
                if !hide {
                    if hidden.is_empty() {
                        break;
                    }
                    m.env.ext.hidden = Default::default();
                    m.clear_caches();
                }
                m.restore(&s);
                match replay::script(m, goal, &proof, mode) {
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
        StopReason::Exhausted => {}
        StopReason::Incomplete | StopReason::Budget(_) | StopReason::Cancelled => out.out_of_budget = true,
    }
    Ok(out)
}
