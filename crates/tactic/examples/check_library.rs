//! Elaborates the library file by file and prints what is wrong with it.
//!
//! `cargo run --example check_library -- [--until NAME] [--quiet] [FILE…]`: with files, those are elaborated after the
//! library, or after the part of it that `--until` names.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Instant;
use turnstile_elab::command::FrontEnd;
use turnstile_elab::{Env, Severity};
use turnstile_kernel::Store;
use turnstile_syntax::LineIndex;
use turnstile_tactic::eval::TacticEval;
use turnstile_tactic::library;

fn main() -> std::process::ExitCode {
    let mut until = None;
    let mut quiet = false;
    let mut extra: Vec<PathBuf> = Vec::new();
    let mut args = std::env::args().skip(1);
    while let Some(a) = args.next() {
        match a.as_str() {
            "--until" => until = args.next(),
            "--quiet" => quiet = true,
            _ => extra.push(a.into()),
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lean");
    let modules = match library::modules(&root) {
        Ok(m) => m,
        Err(e) => {
            eprintln!("{e}");
            return std::process::ExitCode::FAILURE;
        }
    };
    let mut files: Vec<PathBuf> = Vec::new();
    for m in modules {
        let last = until.as_deref().is_some_and(|u| m.trim_end_matches(".lean").replace('/', ".").ends_with(u));
        files.push(root.join(m));
        if last {
            break;
        }
    }
    files.extend(extra);
    let st = Rc::new(Store::new());
    let mut env = Env::default();
    let (mut total, start) = (0, Instant::now());
    for path in files {
        let text = match std::fs::read_to_string(&path) {
            Ok(t) => t,
            Err(e) => {
                println!("{}: {e}", path.display());
                total += 1;
                continue;
            }
        };
        let lines = LineIndex::new(&text);
        let begin = Instant::now();
        let mut fe = FrontEnd::new(st.clone(), env, Some(Rc::new(TacticEval)));
        let records = fe.process(&text);
        let shown = path.strip_prefix(&root).unwrap_or(&path).display();
        let mut errors = 0;
        for m in &fe.messages {
            let at = lines.line_col(&text, m.span.start);
            let kind = match m.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "info",
            };
            errors += usize::from(m.severity == Severity::Error);
            if !quiet || m.severity == Severity::Error {
                println!("{shown}:{}:{}: {kind}: {}", at.line + 1, at.col + 1, m.text);
            }
        }
        println!("== {shown}: {} declarations, {errors} errors, {:.1?}", records.len(), begin.elapsed());
        total += errors;
        env = fe.env().clone();
    }
    println!("== {total} errors, {:.1?}", start.elapsed());
    if total == 0 { std::process::ExitCode::SUCCESS } else { std::process::ExitCode::FAILURE }
}
