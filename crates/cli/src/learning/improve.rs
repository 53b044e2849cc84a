//! The improvement job.

use super::args::{ImproveArgs, ReportArgs, ResumeArgs, StatusArgs};
use crate::exit::Exit;
use crate::output;
use crate::prove::cancel_on_interrupt;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::path::Path;
use turnstile::{Settings, Status};
use turnstile_improve::{Event, Job, JobError, RunSettings, Store};
use turnstile_network::TrainSettings;

/// Begins a run, or goes on with it.
pub fn improve(args: &ImproveArgs) -> Exit {
    let mut axioms = Settings::default().axioms;
    axioms.extend(args.axioms.iter().cloned());
    let default = RunSettings::default();
    let settings = RunSettings {
        sets: args.sets.clone(),
        tests: args.tests.clone(),
        false_sets: args.false_sets.clone(),
        timeout: args.timeout,
        workers: args.workers.get(),
        seed: args.seed,
        network: !args.no_network,
        train: TrainSettings { seconds: args.train_seconds, seed: args.seed, ..default.train.clone() },
        axioms,
        ..default
    };
    go(&args.run, Some(settings), args.iterations, args.hours)
}

/// Goes on with a run.
pub fn resume(args: &ResumeArgs) -> Exit {
    go(&args.run, None, args.iterations, args.hours)
}

fn go(folder: &Path, settings: Option<RunSettings>, iterations: Option<i64>, hours: Option<f64>) -> Exit {
    let cancel = cancel_on_interrupt();
    let bar = bar();
    let say = |event: Event| tell(&bar, event);
    let done = Job::open(folder, settings, &cancel, &say)
        .and_then(|job| job.run(iterations.unwrap_or(i64::MAX), hours.map(|h| h * 3600.0)));
    bar.finish_and_clear();
    let exit = match done {
        Ok(()) => Exit::Done,
        Err(error) => {
            output::complain(&error.to_string());
            match error {
                JobError::Canary(_) | JobError::Stopped => Exit::NotAll,
                JobError::Io(..) | JobError::Run(_) => Exit::BadInput,
                _ => Exit::Failure,
            }
        }
    };
    if exit == Exit::BadInput {
        return exit;
    }
    exit.max(write_report(folder, folder))
}

fn bar() -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr());
    let style = ProgressStyle::with_template("{prefix} {pos}/{len} {msg} ({elapsed}, {eta} left)");
    if let Ok(style) = style {
        bar.set_style(style);
    }
    bar
}

fn tell(bar: &ProgressBar, event: Event) {
    match event {
        Event::Phase(i, what, attempts) => {
            bar.set_length(attempts as u64);
            bar.set_position(0);
            bar.reset_eta();
            bar.set_prefix(format!("iteration {i}, {what}:"));
            bar.set_message("");
            output::remark(&format!("iteration {i}, {what}: {attempts} attempts\n"));
        }
        Event::Attempt(name, status) => {
            bar.inc(1);
            let mark = if status == Status::Proved { "proved" } else { "open" };
            bar.set_message(format!("{name} {mark}"));
        }
        Event::Training(share, loss, left) => {
            bar.set_length(1000);
            bar.set_position((1000.0 * share) as u64);
            bar.set_message(format!("loss {loss:.3}, {left:.0} s left"));
        }
        Event::Gate(name, v, promoted) => {
            let decision = if promoted { "promoted" } else { "not promoted" };
            output::remark(&format!(
                "gate: {name} proves {} of {} held-out goals, the policy in use {}: {decision}\n",
                v.proved[1], v.goals, v.proved[0]
            ));
        }
        Event::Note(text) => output::remark(&(text + "\n")),
    }
}

/// Says how far a run is.
pub fn status(args: &StatusArgs) -> Exit {
    match open(&args.run).and_then(|store| turnstile_improve::status(&store).map_err(|e| e.to_string())) {
        Ok(text) => output::print(text),
        Err(error) => {
            output::complain(&error);
            Exit::BadInput
        }
    }
}

/// Writes the report of a run.
pub fn report(args: &ReportArgs) -> Exit {
    write_report(&args.run, args.out.as_deref().unwrap_or(&args.run))
}

pub(super) fn open(folder: &Path) -> Result<Store, String> {
    let file = folder.join("run.db");
    if !file.is_file() {
        return Err(format!("{}: no run", folder.display()));
    }
    Store::open(&file).map_err(|e| e.to_string())
}

fn write_report(folder: &Path, out: &Path) -> Exit {
    let made = open(folder).and_then(|store| {
        let text = turnstile_improve::report(&store).map_err(|e| e.to_string())?;
        Ok((text, turnstile_improve::curves(&store).map_err(|e| e.to_string())?))
    });
    let (text, curves) = match made {
        Ok(made) => made,
        Err(error) => {
            output::complain(&error);
            return Exit::BadInput;
        }
    };
    if let Err(error) = std::fs::create_dir_all(out) {
        output::complain(&format!("{}: {error}", out.display()));
        return Exit::Failure;
    }
    let mut exit = output::write_file(&out.join("report.md"), &text);
    for (name, picture) in curves {
        exit = exit.max(output::write_file(&out.join(name), picture));
    }
    output::print(text).max(exit)
}
