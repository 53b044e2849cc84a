//! `turnstile prove --env`: theorems of a library in Lean's export format.

use crate::args::ProveArgs;
use crate::exit::Exit;
use crate::input::{self, Input, label};
use crate::progress::Live;
use crate::{output, prove, table};
use std::io::{BufRead, IsTerminal};
use std::path::Path;
use turnstile::exported::{Attributes, Exported, ExportedReport};

/// Proves the theorems that were asked for, each from the declarations before it.
pub fn run(args: &ProveArgs, library: &Path) -> Exit {
    let cancel = prove::cancel_on_interrupt();
    let settings = match args.settings() {
        Ok(settings) => settings,
        Err(why) => {
            output::complain(&why);
            return Exit::BadInput;
        }
    };
    let exported = match read(args, library) {
        Ok(exported) => exported,
        Err(why) => {
            output::complain(&why);
            return Exit::BadInput;
        }
    };
    for name in &exported.missing {
        output::complain(&format!("{}: no theorem `{name}`", label(library)));
    }
    let progress = Live::new(settings.jobs);
    let report = exported.prove(library, &settings, &progress, &cancel);
    progress.clear();
    let exit = prove::worst(&report.report).max(show(args, &report));
    if exported.missing.is_empty() { exit } else { exit.max(Exit::BadInput) }
}

fn read(args: &ProveArgs, library: &Path) -> Result<Exported, String> {
    let attributes = match &args.attrs {
        Some(path) => {
            let broken = |e: std::io::Error| format!("{}: {e}", label(path));
            Attributes::read(lines(path)?).map_err(broken)?
        }
        None => Attributes::default(),
    };
    let exported = Exported::read(lines(library)?, &attributes, &args.theorems);
    exported.map_err(|e| format!("{}: {e}", label(library)))
}

fn lines(path: &Path) -> Result<Box<dyn BufRead>, String> {
    match input::open(path, true) {
        Ok(Input::Export(lines, _)) => Ok(lines),
        Ok(Input::Lean(_)) => Err(format!("{}: not a file of JSON lines", label(path))),
        Err(e) => Err(e.to_string()),
    }
}

fn show(args: &ProveArgs, report: &ExportedReport) -> Exit {
    let mut exit = Exit::Done;
    if let Some(path) = &args.json {
        exit = match serde_json::to_string_pretty(report) {
            Ok(text) if path == Path::new("-") => output::print(&(text + "\n")),
            Ok(text) => output::write_file(path, &(text + "\n")),
            Err(error) => {
                output::complain(&format!("the report cannot be written: {error}"));
                Exit::Failure
            }
        };
    }
    if args.json.as_deref() == Some(Path::new("-")) {
        output::remark(&table::summary(&report.report));
        return exit;
    }
    let width = std::io::stdout().is_terminal().then(|| usize::from(console::Term::stdout().size().1));
    output::print(table::render(&report.report, width)).max(exit)
}
