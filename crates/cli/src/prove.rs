//! `turnstile prove`.

use crate::args::ProveArgs;
use crate::exit::Exit;
use crate::progress::Live;
use crate::{explanations, output, picture, render, table};
use std::io::IsTerminal;
use std::path::Path;
use turnstile::{
    CancelFlag, Diagnostic, FileReport, ProveOutcome, Prover, RunLog, Settings, Source, Status, splice,
    unified_diff,
};

/// Proves what the files leave open, and puts the proofs where they were asked for.
pub fn run(args: &ProveArgs) -> Exit {
    if let Some(library) = &args.env {
        return crate::exported::run(args, library);
    }
    if args.attrs.is_some() || args.before {
        output::complain("--attrs and --before are about a library, and there is no --env");
        return Exit::BadInput;
    }
    if args.out.is_some() && args.files.len() > 1 {
        output::complain("--out takes the proofs of one file, and there are several");
        return Exit::BadInput;
    }
    let settings = match args.settings() {
        Ok(settings) => settings,
        Err(error) => {
            output::complain(&error);
            return Exit::BadInput;
        }
    };
    if args.print_settings {
        return print_settings(&settings);
    }
    if args.log.is_some() && args.files.len() > 1 {
        output::complain("--log is for one file, and there are several");
        return Exit::BadInput;
    }
    let cancel = cancel_on_interrupt();
    let workers = settings.jobs;
    let guide = match settings.guide() {
        Ok(guide) => guide,
        Err(error) => {
            output::complain(&error.to_string());
            return Exit::BadInput;
        }
    };
    let prover = Prover::new(settings).guided(guide);
    let mut reports = Vec::new();
    let mut exit = Exit::Done;
    for path in &args.files {
        let source = match Source::read(path) {
            Ok(source) => source,
            Err(error) => {
                output::complain(&error.to_string());
                exit = exit.max(Exit::BadInput);
                continue;
            }
        };
        let progress = Live::new(workers);
        let outcome = prover.prove_file(&source, &progress, &cancel);
        progress.clear();
        render::show(&source, &outcome.diagnostics);
        for name in &outcome.missing {
            output::complain(&format!("{}: no theorem `{name}` that lacks a proof", path.display()));
        }
        exit = exit.max(verdict(&outcome)).max(deliver(args, &source, &outcome));
        if let Some(path) = &args.log {
            exit = exit.max(write_json_value(path, &RunLog::new(&source, &outcome.report)));
        }
        if let Some(path) = &args.graph {
            exit = exit.max(picture::write_all(path, &outcome.report));
        }
        reports.push(outcome.report);
    }
    if let Some(path) = &args.json {
        exit = exit.max(write_json(path, &reports, args.files.len() > 1));
    }
    exit
}

/// The settings as a file for `--settings`.
fn print_settings(settings: &Settings) -> Exit {
    match toml::to_string_pretty(settings) {
        Ok(text) => output::print(text),
        Err(error) => {
            output::complain(&format!("the settings cannot be written: {error}"));
            Exit::Failure
        }
    }
}

/// Writes a value as JSON on one line: logs are long.
fn write_json_value(path: &Path, value: &impl serde::Serialize) -> Exit {
    match serde_json::to_string(value) {
        Ok(text) => output::write_file(path, &(text + "\n")),
        Err(error) => {
            output::complain(&format!("{} cannot be written: {error}", path.display()));
            Exit::Failure
        }
    }
}

/// Lets Ctrl-C end the work with what is finished; pressed again, it ends the program.
pub fn cancel_on_interrupt() -> CancelFlag {
    let cancel = CancelFlag::new();
    let flag = cancel.clone();
    let handler = move || {
        if flag.is_cancelled() {
            std::process::exit(130);
        }
        flag.cancel();
    };
    // Without a handler Ctrl-C simply ends the program.
    let _ = ctrlc::set_handler(handler);
    cancel
}

/// What the exit status says of a file.
fn verdict(outcome: &ProveOutcome) -> Exit {
    let worst = worst(&outcome.report);
    if outcome.diagnostics.iter().any(Diagnostic::is_error) || !outcome.missing.is_empty() {
        worst.max(Exit::BadInput)
    } else {
        worst
    }
}

/// What the exit status says of the theorems of a report.
pub fn worst(report: &FileReport) -> Exit {
    let theorem = |status: Status| match status {
        Status::Proved => Exit::Done,
        Status::Refuted | Status::NotProved | Status::Budget | Status::Cancelled => Exit::NotAll,
        Status::Invalid => Exit::BadInput,
        Status::Failed => Exit::Failure,
    };
    report.theorems.iter().map(|t| theorem(t.status)).max().unwrap_or(Exit::Done)
}

/// Shows the result of a file, and writes the proofs where they were asked for.
fn deliver(args: &ProveArgs, source: &Source, outcome: &ProveOutcome) -> Exit {
    let proved = match splice(&source.text, &outcome.edits) {
        Ok(text) => text,
        Err(error) => {
            output::complain(&format!("{}: proofs cannot be put in: {error}", source.path.display()));
            return Exit::Failure;
        }
    };
    let written = if args.diff {
        output::print(unified_diff(&source.path, &source.text, &proved))
    } else if let Some(out) = &args.out {
        output::write_file(out, &proved)
    } else if args.write && proved != source.text {
        overwrite(source, &proved)
    } else {
        Exit::Done
    };
    // The standard output is for what was asked for; the table gives way.
    if args.diff || args.json.as_deref() == Some(Path::new("-")) {
        output::remark(&table::summary(&outcome.report));
        return written;
    }
    let width = std::io::stdout().is_terminal().then(|| usize::from(console::Term::stdout().size().1));
    let mut text = table::render(&outcome.report, width);
    if args.explain {
        text = explanations::render(&outcome.report) + &text;
    }
    if outcome.report.settings.answers.proofs > 1 {
        text = explanations::alternatives(&outcome.report) + &text;
    }
    output::print(text).max(written)
}

/// Writes the proofs into the file they came from, unless someone else wrote to it meanwhile.
fn overwrite(source: &Source, proved: &str) -> Exit {
    if Source::read(&source.path).ok().as_ref() != Some(source) {
        output::complain(&format!("{}: changed meanwhile, so it is not written", source.path.display()));
        return Exit::Failure;
    }
    output::write_file(&source.path, proved)
}

/// Writes the reports: one by itself, several as a list.
fn write_json(path: &Path, reports: &[FileReport], list: bool) -> Exit {
    let text = match reports {
        [report] if !list => serde_json::to_string_pretty(report),
        _ => serde_json::to_string_pretty(reports),
    };
    match text {
        Ok(text) if path == Path::new("-") => output::print(&(text + "\n")),
        Ok(text) => output::write_file(path, &(text + "\n")),
        Err(error) => {
            output::complain(&format!("the report cannot be written: {error}"));
            Exit::Failure
        }
    }
}
