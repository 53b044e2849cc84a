//! `turnstile bench prove`.

use super::args::ProveBench;
use super::{machine, rivals};
use crate::exit::Exit;
use crate::output;
use crate::progress::Live;
use std::fs;
use std::path::Path;
use turnstile::bench::{BenchReport, BenchRun, BenchSet, Comparison, csv, svg};
use turnstile::{CancelFlag, Prover, Settings, Source};

/// Measures the theorem files.
pub fn run(args: &ProveBench) -> Exit {
    let old = match args.against.as_deref().map(read) {
        Some(Err(error)) => {
            output::complain(&error);
            return Exit::BadInput;
        }
        Some(Ok(old)) => Some(old),
        None => None,
    };
    let settings = Settings {
        timeout: args.timeout,
        cpu_time: !args.wall,
        expansions: args.expansions,
        memory: args.memory,
        jobs: args.jobs.get(),
        refute: !args.no_refute,
        ..Settings::default()
    };
    let mut report = BenchReport {
        turnstile_version: env!("CARGO_PKG_VERSION").to_owned(),
        machine: machine::describe(),
        settings: settings.clone(),
        peak_memory_mib: None,
        sets: Vec::new(),
    };
    let mut exit = output::print(format!("{}\n", report.machine));
    let mut sources = Vec::new();
    for path in &args.files {
        match Source::read(path) {
            Ok(source) => sources.push(source),
            Err(error) => {
                output::complain(&error.to_string());
                exit = exit.max(Exit::BadInput);
            }
        }
    }
    for source in &sources {
        let name = source.path.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
        let mut set = BenchSet { name, runs: Vec::new() };
        for &seed in &args.seeds {
            let prover = Prover::new(Settings { seed, ..settings.clone() });
            let progress = Live::new(settings.jobs);
            let outcome = prover.prove_file(source, &progress, &CancelFlag::new());
            progress.clear();
            set.runs.push(BenchRun::new(seed, &outcome.report));
        }
        exit = exit.max(output::print(set.summary() + "\n"));
        report.sets.push(set);
    }
    report.peak_memory_mib = machine::peak_memory_mib();
    if let Some(mib) = report.peak_memory_mib {
        exit = exit.max(output::print(format!("peak memory {mib:.0} MiB\n")));
    }
    if let Some(old) = old {
        exit = exit.max(output::print(Comparison::new(&old, &report).text()));
    }
    if args.rivals {
        exit = exit.max(rivals::run(&sources, args.timeout));
    }
    if let Some(path) = &args.csv {
        exit = exit.max(output::write_file(path, csv(&report)));
    }
    if let Some(path) = &args.svg {
        exit = exit.max(output::write_file(path, svg(&report)));
    }
    if let Some(path) = &args.json {
        exit = exit.max(match serde_json::to_string_pretty(&report) {
            Ok(text) => output::write_file(path, text + "\n"),
            Err(error) => {
                output::complain(&format!("the report cannot be written: {error}"));
                Exit::Failure
            }
        });
    }
    exit
}

fn read(path: &Path) -> Result<BenchReport, String> {
    let text = fs::read_to_string(path).map_err(|e| format!("{}: cannot be read: {e}", path.display()))?;
    serde_json::from_str(&text).map_err(|e| format!("{}: not a report of `bench prove`: {e}", path.display()))
}
