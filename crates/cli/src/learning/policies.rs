//! Making policies and comparing them.

use super::args::{EvalArgs, TrainArgs};
use super::improve::open;
use crate::bench::machine;
use crate::exit::Exit;
use crate::output;
use crate::progress::Live;
use crate::prove::cancel_on_interrupt;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::collections::BTreeSet;
use turnstile::bench::{Line, lines, svg};
use turnstile::learn::PolicyCard;
use turnstile_improve::{EvalError, EvalSettings, LearnError, evaluate, make_policy};
use turnstile_network::{TrainError, TrainSettings};

/// Makes a policy from the samples of runs.
pub fn train(args: &TrainArgs) -> Exit {
    let mut samples = vec![];
    let mut definitions = BTreeSet::new();
    for folder in &args.data {
        let read = open(folder).and_then(|store| {
            let all = store.samples().map_err(|e| e.to_string())?;
            Ok((all, store.definitions().map_err(|e| e.to_string())?))
        });
        match read {
            Ok((more, known)) => {
                samples.extend(more);
                definitions.extend(known);
            }
            Err(error) => {
                output::complain(&error);
                return Exit::BadInput;
            }
        }
    }
    let default = TrainSettings::default();
    let settings = TrainSettings {
        epochs: args.epochs.unwrap_or(default.epochs),
        rate: args.rate.unwrap_or(default.rate),
        batch: args.batch.map_or(default.batch, std::num::NonZeroUsize::get),
        seed: args.seed,
        seconds: args.seconds.unwrap_or(default.seconds),
        ..default
    };
    let name = args.out.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    let mut command = format!("turnstile train --out {} --data", args.out.display());
    for folder in &args.data {
        command.push_str(&format!(" {}", folder.display()));
    }
    command.push_str(&format!(
        " --seed {} --epochs {} --rate {}",
        settings.seed, settings.epochs, settings.rate
    ));
    let mode = if args.no_network { "knn" } else { "mix" };
    let card = PolicyCard { name, mode: mode.to_owned(), command, ..PolicyCard::default() };
    let cancel = cancel_on_interrupt();
    let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr());
    if let Ok(style) = ProgressStyle::with_template("step {pos} of {len}, {msg} ({elapsed})") {
        bar.set_style(style);
    }
    let mut watch = |p: &turnstile_network::Progress| {
        bar.set_length(p.steps[1] as u64);
        bar.set_position(p.steps[0] as u64);
        bar.set_message(format!("loss {:.3}, {:.0} s left", p.loss, p.seconds_left));
        !cancel.is_cancelled()
    };
    let network = (!args.no_network).then_some(&settings);
    let made = make_policy(&samples, &definitions, &args.out, card, network, args.resume, &mut watch);
    bar.finish_and_clear();
    let trained = match made {
        Ok(trained) => trained,
        Err(error) => {
            output::complain(&error.to_string());
            return match error {
                LearnError::Train(TrainError::Stopped) => Exit::NotAll,
                LearnError::Train(TrainError::NothingToLearn) => Exit::BadInput,
                _ => Exit::Failure,
            };
        }
    };
    let mut text = format!("{} samples, {} goals in the memory\n", trained.samples, trained.memory);
    let mut exit = Exit::Done;
    if let Some(summary) = trained.network {
        for e in &summary.epochs {
            text.push_str(&format!(
                "pass {}: loss {:.3}, held out {:.3}, first right {:.1} % ({:.0} s)\n",
                e.epoch,
                e.loss,
                e.held_out,
                100.0 * e.top1,
                e.seconds
            ));
        }
        text.push_str(&format!(
            "kept: pass {}; {} parameters; first right by hand-made priors {:.1} %\n",
            summary.best,
            summary.parameters,
            100.0 * summary.prior_top1
        ));
        let line = |label: &str, get: &dyn Fn(&turnstile_network::Epoch) -> f64| Line {
            label: label.to_owned(),
            points: summary.epochs.iter().map(|e| (e.epoch as f64, get(e))).collect(),
        };
        let all = [line("learned", &|e| e.loss), line("held out", &|e| e.held_out)];
        exit =
            output::write_file(&args.out.join("loss.svg"), lines("pass over the data", "loss (nats)", &all));
    }
    output::print(text).max(exit)
}

/// Compares policies.
pub fn eval(args: &EvalArgs) -> Exit {
    let settings = EvalSettings {
        policies: args.policy.clone(),
        sets: args.sets.clone(),
        timeout: args.timeout,
        seeds: args.seeds.clone(),
        jobs: args.jobs.get(),
        whole: args.whole,
        allow_leaks: args.allow_leaks,
    };
    let progress = Live::new(settings.jobs);
    let evaluated = evaluate(&settings, machine::describe(), &progress, &cancel_on_interrupt());
    progress.clear();
    let evaluation = match evaluated {
        Ok(evaluation) => evaluation,
        Err(error) => {
            output::complain(&error.to_string());
            return if matches!(error, EvalError::Store(_)) { Exit::Failure } else { Exit::BadInput };
        }
    };
    let mut exit = output::print(evaluation.text());
    if let Some(path) = &args.svg {
        exit = exit.max(output::write_file(path, svg(&evaluation.report)));
    }
    if let Some(path) = &args.json
        && let Ok(text) = serde_json::to_string_pretty(&evaluation.report)
    {
        exit = exit.max(output::write_file(path, text + "\n"));
    }
    exit
}
