//! One call for all that settings can ask for: a strategy, a shape of the graph, one run or several.

use crate::backend::{Backend, CancelFlag, Interrupt};
use crate::best_first;
use crate::engine::{Engine, Found};
use crate::picture::Picture;
use crate::proof::Proof;
use crate::puct;
use crate::report::{Counts, Observer, Report, StopReason};
use crate::settings::{Run, Settings, Strategy};
use crate::whole::{Whole, as_tree};
use std::time::Instant;

/// What a search of any shape brings back.
#[derive(Clone, Debug)]
pub struct Answer<A> {
    /// A proof, if one was found: the smallest in the graph of the run that found it.
    pub proof: Option<Proof<A>>,
    /// The account, summed over the runs.
    pub report: Report,
    /// The graph of the last run, if a picture was asked for.
    pub picture: Option<Picture>,
}

/// Looks for a proof of `root` as the settings say. With `picture`, that many goals of the graph are drawn.
pub fn search<B: Backend>(
    backend: &mut B,
    root: B::State,
    settings: &Settings,
    cancel: &CancelFlag,
    picture: Option<usize>,
    observer: &mut dyn Observer,
) -> Answer<B::Action> {
    let base = [Run::default()];
    let runs = if settings.portfolio.is_empty() { &base[..] } else { &settings.portfolio[..] };
    let started = Instant::now();
    let mut total = Counts::default();
    let mut left: f64 = runs.iter().map(|run| run.share.max(0.0)).sum();
    let mut last = None;
    for (number, run) in runs.iter().enumerate() {
        // What earlier runs left unused goes to those that follow.
        let share = if left > 0.0 { (run.share.max(0.0) / left).clamp(0.0, 1.0) } else { 1.0 };
        left -= run.share.max(0.0);
        let spent = started.elapsed().as_secs_f64();
        let settings_of_run = of_run(settings, run, number as u64, share, &total, spent);
        let before = total;
        let mut observe = |counts: &Counts| observer.expanded(&before.plus(counts));
        let openings = run.skip_openings;
        let mut answer =
            one(backend, root.clone(), &settings_of_run, cancel, openings, picture, &mut observe);
        total = total.plus(&answer.report.counts);
        answer.report.counts = total;
        answer.report.seconds = started.elapsed().as_secs_f64();
        answer.report.settings = settings.clone();
        let done =
            matches!(answer.report.stop, StopReason::Solved | StopReason::Exhausted | StopReason::Cancelled);
        last = Some(answer);
        if done {
            break;
        }
    }
    last.unwrap_or_else(|| Answer { proof: None, report: Report::nothing(settings), picture: None })
}

/// The settings of a run, with its share of what is left of the budgets.
fn of_run(base: &Settings, run: &Run, number: u64, share: f64, used: &Counts, seconds: f64) -> Settings {
    let mut settings = base.clone();
    settings.portfolio.clear();
    settings.seed = base.seed.wrapping_add(number);
    settings.strategy = run.strategy.unwrap_or(base.strategy);
    settings.scoring.noise = run.noise.unwrap_or(base.scoring.noise);
    settings.scoring.novelty_weight = run.novelty_weight.unwrap_or(base.scoring.novelty_weight);
    settings.scoring.length_exponent = run.length_exponent.unwrap_or(base.scoring.length_exponent);
    let part = |limit: u64, used: u64| (limit.saturating_sub(used) as f64 * share).ceil() as u64;
    settings.budgets.expansions = base.budgets.expansions.map(|limit| part(limit, used.expansions));
    settings.budgets.applications = base.budgets.applications.map(|limit| part(limit, used.applications));
    settings.budgets.seconds = base.budgets.seconds.map(|limit| (limit - seconds).max(0.0) * share);
    settings
}

fn one<B: Backend>(
    backend: &mut B,
    root: B::State,
    settings: &Settings,
    cancel: &CancelFlag,
    skip_openings: usize,
    picture: Option<usize>,
    observer: &mut dyn Observer,
) -> Answer<B::Action> {
    if settings.shape.and_or {
        let found = run(backend, root, settings, cancel, skip_openings, observer);
        let picture = picture.map(|size| Picture::new(&found, backend, size));
        return Answer { proof: found.proof, report: found.report, picture };
    }
    let mut whole = Whole::new(backend);
    let found = run(&mut whole, vec![root.clone()], settings, cancel, skip_openings, observer);
    let picture = picture.map(|size| Picture::new(&found, &mut whole, size));
    let interrupt = Interrupt::new(None, cancel.clone());
    let proof = found.proof.and_then(|chain| as_tree(&chain, backend, root, &interrupt));
    Answer { proof, report: found.report, picture }
}

fn run<B: Backend>(
    backend: &mut B,
    root: B::State,
    settings: &Settings,
    cancel: &CancelFlag,
    skip_openings: usize,
    observer: &mut dyn Observer,
) -> Found<B::State, B::Action, B::Key> {
    let engine = Engine::new(backend, root, settings, cancel, skip_openings);
    match settings.strategy {
        Strategy::BestFirst => best_first::run(engine, observer),
        Strategy::Puct => puct::run(engine, observer),
    }
}
