//! `turnstile check`.

use crate::args::{CheckArgs, Kernel};
use crate::audit::audit;
use crate::exit::Exit;
use crate::input::{self, Input};
use crate::lean_file::LeanFile;
use crate::verdict::{Answer, Verdict};
use crate::{ndjson, output, reference, render};
use std::path::Path;
use std::time::Instant;
use turnstile::{Diagnostic, Source};
use turnstile_elab::command::DeclKind;
use turnstile_kernel::Name;

/// Checks the files and says what is wrong with them.
pub fn run(args: &CheckArgs) -> Exit {
    let to_stdout = args.json.as_deref() == Some(Path::new("-"));
    let mut exit = Exit::Done;
    let mut reports = Vec::new();
    for path in &args.files {
        let start = Instant::now();
        let (mut verdict, is_lean) = match input::open(path, args.quiet) {
            Ok(Input::Lean(source)) => (lean(&source, args), true),
            Ok(Input::Export(reader, bar)) => {
                let verdict = ndjson::check(reader, input::label(path), args, &bar);
                bar.finish_and_clear();
                (verdict, false)
            }
            Err(error) => {
                output::complain(&error.to_string());
                let verdict = Verdict::unread(input::label(path), error.to_string());
                exit = exit.max(verdict.answer.exit());
                reports.push(verdict.json());
                continue;
            }
        };
        verdict.seconds = start.elapsed().as_secs_f64();
        exit = exit.max(verdict.answer.exit());
        if !args.quiet {
            output::remark(&verdict.warnings_text());
        }
        output::remark(&verdict.complaints_text());
        if !args.quiet && !to_stdout {
            // A Lean file that is right needs no words.
            let summary =
                if is_lean || verdict.answer != Answer::Accepted { String::new() } else { verdict.summary() };
            exit = exit.max(output::print(verdict.axioms_text() + &summary));
        }
        reports.push(verdict.json());
    }
    if let Some(path) = &args.json {
        let report = match &reports[..] {
            [report] if args.files.len() == 1 => report.clone(),
            _ => reports.into(),
        };
        let text = format!("{report:#}\n");
        exit = exit.max(if to_stdout { output::print(text) } else { output::write_file(path, text) });
    }
    exit
}

/// Elaborates Lean text. Its diagnostics are shown here, with their places; the complaints that are left are about axioms.
fn lean(source: &Source, args: &CheckArgs) -> Verdict {
    let file = LeanFile::new(source);
    let shown: Vec<Diagnostic> =
        file.diagnostics.iter().filter(|d| !args.quiet || d.is_error()).cloned().collect();
    render::show(source, &shown);
    let in_env = |n: &Name| file.env.contains(*n);
    let names: Vec<Name> = file.records.iter().map(|r| r.name).filter(in_env).collect();
    let mut verdict = Verdict {
        lines: source.text.lines().count(),
        declarations: names.len(),
        theorems: file.records.iter().filter(|r| r.kind == DeclKind::Theorem && in_env(&r.name)).count(),
        ..Verdict::accepted(source.path.display().to_string())
    };
    let mut table = turnstile_export::AxiomTable::new(&file.env.kernel, &file.store);
    let axioms: std::collections::BTreeSet<Name> =
        names.iter().flat_map(|n| table.of(*n).iter().copied().collect::<Vec<_>>()).collect();
    verdict.axioms = axioms.iter().map(ToString::to_string).collect();
    audit(&mut verdict, &file.env.kernel, &file.store, &names, args);
    if file.has_errors() {
        verdict.answer = Answer::Rejected;
    }
    if args.kernel == Kernel::Reference {
        reference::confirm_lean(&mut verdict, &file);
    }
    verdict
}
