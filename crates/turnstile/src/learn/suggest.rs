//! Suggestions for a place in a file: ranked steps that were tried, with what they leave.

use super::guides::Learned;
use crate::backend::LeanBackend;
use crate::elaborated::Elaborated;
use crate::goal::Workspace;
use crate::prover::Prover;
use crate::settings::Settings;
use crate::source::Source;
use crate::targets::{Target, targets};
use serde::Serialize;
use std::sync::Arc;
use turnstile_clock::now;
use turnstile_policy::candidates::CandidateSettings;
use turnstile_policy::sketch::{GoalSketch, Sketcher};
use turnstile_policy::{Guide, Guided, HandMade, Outlook, Policy, PremiseIndex};
use turnstile_search::{Backend, CancelFlag, Interrupt, Outcome};

/// A step that was tried and applies.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Suggestion {
    /// Its Lean text.
    pub text: String,
    /// Its probability among all candidates.
    pub probability: f64,
    /// Milliseconds that it took.
    pub milliseconds: f64,
    /// The goals that it leaves; none, and the goal is closed.
    pub goals: Vec<String>,
    /// Proofs in which the same was done on a similar goal: the theorem, and how similar, from 0 to 1.
    pub like: Vec<(String, f64)>,
}

/// What is suggested at a place.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Suggestions {
    /// The theorem.
    pub theorem: String,
    /// The goal.
    pub goal: String,
    /// Probability that a search closes it, and the steps it needs, where the policy says so.
    pub outlook: Option<(f64, f64)>,
    /// The steps, best first.
    pub steps: Vec<Suggestion>,
    /// The most similar goals whose proofs were learned from: the theorem, what was done, how similar.
    pub nearest: Vec<(String, String, f64)>,
}

/// Candidates that are tried for one place.
const TRIED: usize = 96;
/// Proofs that are named as a reason.
const REASONS: usize = 5;

/// What can be done at `line` and `column` (from 1) of a file; `Err` says why nothing is known.
///
/// # Errors
/// When there is no open goal at that place, or its statement has errors.
pub fn suggest(
    source: &Source,
    line: usize,
    column: Option<usize>,
    count: usize,
    settings: &Settings,
    guide: Option<Arc<dyn Guide>>,
    learned: Option<&Learned>,
) -> Result<Suggestions, String> {
    let text = &source.text;
    let at = offset(text, line, column).ok_or_else(|| format!("the file has no line {line}"))?;
    let commands = turnstile_syntax::parse_file(text).commands;
    let all = targets(text, &commands);
    let target = all
        .iter()
        .find(|t| t.declaration.start <= at.end && at.start <= t.declaration.end)
        .ok_or_else(|| format!("line {line} is in no theorem that lacks a proof"))?;
    let file = Elaborated::new(text);
    let record = file.records.iter().find(|r| r.header_span.start == target.statement.start);
    let record = record.ok_or("the declaration was not elaborated")?;
    let statement = match gap(target, &at) {
        Some(start) => file.gap(record, start).or_else(|| file.statement(record)),
        None => file.statement(record),
    };
    let mut statement = statement.ok_or("the statement has errors")?;
    let prover = Prover::new(settings.clone());
    for name in prover.hidden(text, &file, target) {
        statement.env.ext.hidden.insert(name, ());
    }
    let Workspace { mut m, goal } =
        statement.open(&file.terms).map_err(|_| "the statement cannot be opened")?;
    let mut hand_made = HandMade::new(CandidateSettings::default(), PremiseIndex::new(&m.st, &m.env));
    let sketch = Sketcher::default().goal(&mut m, goal).unwrap_or_default();
    let mut out =
        Suggestions { theorem: target.name.clone(), goal: m.pp_goal(goal), ..Suggestions::default() };
    let outlook = guide.as_ref().and_then(|g| g.outlook(&sketch));
    out.outlook = outlook.map(|Outlook { probability, steps }| (probability, steps));
    let near = learned.and_then(Learned::memory).map(|memory| memory.nearest(&sketch, REASONS));
    let near: Vec<_> = near.unwrap_or_default();
    out.nearest = near.iter().map(|n| (n.origin.clone(), n.action.clone(), n.similarity)).collect();
    let mut guided;
    let policy: &mut dyn Policy = match guide {
        Some(guide) => {
            guided = Guided::new(&mut hand_made, guide);
            &mut guided
        }
        None => &mut hand_made,
    };
    let mut backend = LeanBackend::new(&mut m, policy);
    let root = backend.state(&[goal]).map_err(|_| "the goal is too large")?;
    let interrupt = Interrupt::new(None, CancelFlag::new());
    let mut list = backend.candidates(&root, 0, &interrupt).list;
    list.sort_by(|a, b| b.log_prob.total_cmp(&a.log_prob));
    let mut sketcher = Sketcher::default();
    for candidate in list.into_iter().take(TRIED) {
        if out.steps.len() >= count {
            break;
        }
        let start = now();
        let Outcome::Children(children) = backend.apply(&root, &candidate.action, &interrupt) else {
            continue;
        };
        let milliseconds = 1e3 * now().saturating_duration_since(start).as_secs_f64();
        let goals = children.iter().map(|c| backend.show_state(c)).collect();
        let text = backend.show_action(&root, &candidate.action);
        let like = likes(&mut sketcher, &mut backend, &sketch, &candidate.action, &near);
        let probability = candidate.log_prob.exp();
        out.steps.push(Suggestion { text, probability, milliseconds, goals, like });
    }
    Ok(out)
}

fn likes(
    sketcher: &mut Sketcher,
    backend: &mut LeanBackend<'_>,
    goal: &GoalSketch,
    action: &turnstile_tactic::action::Action,
    near: &[turnstile_policy::knn::Neighbour],
) -> Vec<(String, f64)> {
    let action = sketcher.action(backend.m, action, goal.hyps.len());
    let same = near.iter().filter(|n| n.did_the_same(goal, &action));
    same.map(|n| (n.origin.clone(), n.similarity)).collect()
}

/// The bytes of a line, or the place of a column in it.
fn offset(text: &str, line: usize, column: Option<usize>) -> Option<std::ops::Range<usize>> {
    let mut start = 0;
    for (number, content) in text.split_inclusive('\n').enumerate() {
        if number + 1 == line {
            let end = start + content.trim_end().len();
            return Some(match column {
                None => start..end,
                Some(c) => {
                    let inside =
                        content.char_indices().nth(c.saturating_sub(1)).map_or(content.len(), |(i, _)| i);
                    (start + inside).min(end)..(start + inside).min(end)
                }
            });
        }
        start += content.len();
    }
    None
}

/// Where the `sorry` begins that is meant: the one at the place, or the next after it in this declaration.
fn gap(target: &Target, at: &std::ops::Range<usize>) -> Option<usize> {
    let after = target.gaps.iter().find(|g| g.span.end >= at.start);
    after.or(target.gaps.last()).map(|g| g.span.start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> Source {
        Source { path: "a.lean".into(), text: text.to_owned() }
    }

    #[test]
    fn what_is_suggested_applies() {
        let text = "theorem a (p q : Prop) (hp : p) (hq : q) : p ∧ q := sorry\n";
        let found = suggest(&source(text), 1, None, 4, &Settings::default(), None, None).expect("a goal");
        assert!(!found.steps.is_empty() && found.steps.len() <= 4, "{found:?}");
        assert!(found.steps.iter().any(|s| s.goals.is_empty() || s.goals.len() == 2), "{found:?}");
        assert!(found.steps.windows(2).all(|w| w[0].probability >= w[1].probability));
    }

    #[test]
    fn a_gap_is_asked_about_by_its_line() {
        let text = "theorem a (p q : Prop) (hp : p) (hq : q) : p ∧ q := by\n  constructor\n  · sorry\n  · exact hq\n";
        let found = suggest(&source(text), 3, None, 2, &Settings::default(), None, None).expect("a goal");
        assert!(found.goal.contains("⊢ p") && !found.goal.contains('∧'), "{found:?}");
        assert!(suggest(&source(text), 99, None, 2, &Settings::default(), None, None).is_err());
    }
}
