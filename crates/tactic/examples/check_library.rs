//! Elaborates the library file by file and prints what is wrong with it.
//!
//! `cargo run --example check_library -- [--until NAME] [--limit N] [--quiet] [FILE…]`: with files, each of those is
//! elaborated on its own after the library, or after the part of it that `--until` names. `--limit` bounds the number
//! of messages shown for each file.

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
    let mut limit = usize::MAX;
    let mut extra: Vec<PathBuf> = Vec::new();
    let mut args = std::env::args().skip(1);
    while let Some(a) = args.next() {
        match a.as_str() {
            "--until" => until = args.next(),
            "--quiet" => quiet = true,
            "--limit" => limit = args.next().and_then(|n| n.parse().ok()).unwrap_or(limit),
            a if a.starts_with("Turnstile/") => until = Some(a.trim_end_matches(".lean").replace('/', ".")),
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
        let last =
            until.as_deref().is_some_and(|u| m.trim_end_matches(".lean").replace('/', ".").ends_with(u));
        files.push(root.join(m));
        if last {
            break;
        }
    }
    let library_files = files.len();
    files.extend(extra);
    let st = Rc::new(Store::new());
    let mut env = Env::default();
    let (mut total, start) = (0, Instant::now());
    for (i, path) in files.into_iter().enumerate() {
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
        let mut fe = FrontEnd::new(st.clone(), env.clone(), Some(Rc::new(TacticEval)));
        let records = fe.process(&text);
        let shown = path.strip_prefix(&root).unwrap_or(&path).display();
        let (mut errors, mut shown_left) = (0, limit);
        for m in &fe.messages {
            let at = lines.line_col(&text, m.span.start);
            let kind = match m.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "info",
            };
            errors += usize::from(m.severity == Severity::Error);
            if shown_left > 0 && (!quiet || m.severity == Severity::Error) {
                shown_left -= 1;
                println!("{shown}:{}:{}: {kind}: {}", at.line + 1, at.col + 1, m.text);
            }
        }
        println!("== {shown}: {} declarations, {errors} errors, {:.1?}", records.len(), begin.elapsed());
        total += errors;
        if i < library_files {
            env = fe.env().clone();
        }
    }
    println!("== {total} errors, {:.1?}", start.elapsed());
    if total == 0 { std::process::ExitCode::SUCCESS } else { std::process::ExitCode::FAILURE }
}
