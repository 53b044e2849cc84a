//! `turnstile bench env`.

use super::args::EnvBench;
use super::machine;
use crate::exit::Exit;
use crate::output;
use std::fmt::Write;
use turnstile::Source;
use turnstile::bench::{
    Checks, PrimitiveCounts, PrimitiveSettings, WalkCounts, WalkSettings, primitive_walk, walk,
};
use turnstile_clock::CpuClock;

/// Walks from the theorems of the files.
pub fn run(args: &EnvBench) -> Exit {
    if args.primitive {
        return primitive(args);
    }
    let settings =
        WalkSettings { seconds: args.seconds, depth: args.depth, seed: args.seed, ..WalkSettings::default() };
    let mut exit = output::print(format!("{}\n", machine::describe()));
    let mut sum = WalkCounts::default();
    for path in &args.files {
        let source = match Source::read(path) {
            Ok(source) => source,
            Err(error) => {
                output::complain(&error.to_string());
                exit = exit.max(Exit::BadInput);
                continue;
            }
        };
        let _clock = CpuClock::start();
        let counts = walk(&source.text, &settings);
        exit = exit.max(output::print(format!("{}: {}\n", path.display(), line(&counts))));
        sum.add(&counts);
    }
    exit = exit.max(output::print(table(&sum)));
    if let Some(path) = &args.json {
        exit = exit.max(match serde_json::to_string_pretty(&sum) {
            Ok(text) => output::write_file(path, text + "\n"),
            Err(error) => {
                output::complain(&format!("the counts cannot be written: {error}"));
                Exit::Failure
            }
        });
    }
    exit
}

/// Walks by primitive steps.
fn primitive(args: &EnvBench) -> Exit {
    let settings = PrimitiveSettings {
        seconds: args.seconds,
        depth: args.depth,
        seed: args.seed,
        checks: if args.check_all { Checks::All } else { Checks::Closed },
        ..PrimitiveSettings::default()
    };
    let mut exit = output::print(format!("{}\n", machine::describe()));
    let mut all = std::collections::BTreeMap::new();
    for path in &args.files {
        let source = match Source::read(path) {
            Ok(source) => source,
            Err(error) => {
                output::complain(&error.to_string());
                exit = exit.max(Exit::BadInput);
                continue;
            }
        };
        let _clock = CpuClock::start();
        let counts = primitive_walk(&source.text, &settings);
        exit = exit.max(output::print(format!("{}: {}", path.display(), primitive_lines(&counts))));
        all.insert(path.display().to_string(), counts);
    }
    if let Some(path) = &args.json {
        exit = exit.max(match serde_json::to_string_pretty(&all) {
            Ok(text) => output::write_file(path, text + "\n"),
            Err(error) => {
                output::complain(&format!("the counts cannot be written: {error}"));
                Exit::Failure
            }
        });
    }
    exit
}

fn primitive_lines(c: &PrimitiveCounts) -> String {
    let tried: u64 = c.kinds.values().map(|k| k.tried).sum();
    let mut out = format!(
        "{:.0} primitive steps a CPU second ({} of {tried} tried); {:.0} a second worked out, not looked up ({})\n",
        c.rate(),
        c.applied(),
        c.computed_rate(),
        c.computed
    );
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "  {} walks, {} proofs; the kernel accepted {} and refused {}; {} goals; {:.2} s, {:.2} s of it for checks",
        c.walks, c.proofs, c.accepted, c.refused, c.goals, c.seconds, c.check_seconds
    );
    for (kind, k) in &c.kinds {
        let _ = writeln!(out, "  {kind:<12} {:>10} tried {:>10} applied", k.tried, k.applied);
    }
    out
}

fn line(counts: &WalkCounts) -> String {
    let total = counts.total();
    format!(
        "{:.0} checked steps a CPU second; {} checked of {} applied of {} tried, {} walks, {} proofs, {:.1} s",
        counts.rate(),
        total.checked,
        total.applied,
        total.tried,
        counts.walks,
        counts.proofs,
        counts.seconds
    )
}

fn table(counts: &WalkCounts) -> String {
    let mut out = format!(
        "\n{:<16} {:>9} {:>9} {:>9} {:>9} {:>9} {:>11}\n",
        "action", "tried", "applied", "checked", "refused", "seconds", "checked/s"
    );
    for (kind, k) in &counts.kinds {
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{kind:<16} {:>9} {:>9} {:>9} {:>9} {:>9.2} {:>11.0}",
            k.tried,
            k.applied,
            k.checked,
            k.refused,
            k.seconds,
            k.checked as f64 / k.seconds.max(1e-9)
        );
    }
    let _ = writeln!(out, "\n{}", line(counts));
    let refused = counts.total().refused;
    if refused > 0 {
        let _ = writeln!(out, "{refused} applied steps were not accepted by the kernel and do not count");
    }
    out
}
