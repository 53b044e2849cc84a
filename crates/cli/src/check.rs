//! `turnstile check`.

use crate::args::{CheckArgs, Kernel, threads};
use crate::audit::audit;
use crate::exit::Exit;
use crate::input::{self, Input};
use crate::lean_file::LeanFile;
use crate::verdict::{Answer, Verdict};
use crate::{ndjson, output, reference, render};
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;
use turnstile::{Diagnostic, Source};
use turnstile_elab::command::DeclKind;
use turnstile_kernel::Name;

/// Checks the files and says what is wrong with them.
pub fn run(args: &CheckArgs) -> Exit {
    let to_stdout = args.json.as_deref() == Some(Path::new("-"));
    let mut exit = Exit::Done;
    let mut reports = Vec::new();
    let mut early = side_by_side(args);
    for (path, early) in args.files.iter().zip(&mut early) {
        let start = Instant::now();
        let (mut verdict, is_lean) = match early.take() {
            Some(checked) => {
                output::remark(&checked.said);
                (checked.verdict, true)
            }
            None => match input::open(path, args.quiet) {
                Ok(Input::Lean(source)) => {
                    let checked = lean(&source, args);
                    output::remark(&checked.said);
                    (checked.verdict, true)
                }
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
            },
        };
        if verdict.seconds == 0.0 {
            verdict.seconds = start.elapsed().as_secs_f64();
        }
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

/// A Lean file that was checked: what is to be said about its text, and the verdict.
struct Checked {
    said: String,
    verdict: Verdict,
}

/// Checks the Lean files at the same time, when there are several; the others are left out. Files that cannot be read are left out
/// as well: the reason is told when their turn comes.
fn side_by_side(args: &CheckArgs) -> Vec<Option<Checked>> {
    let is_lean = |path: &Path| path.extension().is_some_and(|e| e.eq_ignore_ascii_case("lean"));
    let lean_files: Vec<usize> = (0..args.files.len()).filter(|i| is_lean(&args.files[*i])).collect();
    let mut out: Vec<Option<Checked>> = args.files.iter().map(|_| None).collect();
    let jobs = threads(args.jobs).min(lean_files.len());
    if jobs < 2 {
        return out;
    }
    let next = AtomicUsize::new(0);
    let done = Mutex::new(&mut out);
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            scope.spawn(|| {
                while let Some(i) = lean_files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let start = Instant::now();
                    let Ok(source) = Source::read(&args.files[*i]) else { continue };
                    let mut checked = lean(&source, args);
                    checked.verdict.seconds = start.elapsed().as_secs_f64();
                    if let Ok(mut done) = done.lock() {
                        done[*i] = Some(checked);
                    }
                }
            });
        }
    });
    out
}

/// Elaborates Lean text. Its diagnostics are rendered with their places; the complaints that are left are about axioms.
fn lean(source: &Source, args: &CheckArgs) -> Checked {
    let file = LeanFile::new(source);
    let shown: Vec<Diagnostic> =
        file.diagnostics.iter().filter(|d| !args.quiet || d.is_error()).cloned().collect();
    let said = render::text(source, &shown);
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
    Checked { said, verdict }
}
