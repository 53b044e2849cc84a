//! Accepted files with one thing changed: whatever the text is, there are messages with places and an end.
//!
//! `TURNSTILE_MUTATIONS` says how many files are made; the seed is fixed, so that all runs make the same ones.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use turnstile_elab::command::FrontEnd;
use turnstile_kernel::Store;
use turnstile_tactic::TacticEval;

/// As many as a run of all tests can afford.
const FEW: usize = 300;
/// Steps that a command may take: what five seconds are enough for.
const FUEL: u64 = 5_000_000;
/// Longer texts are cut to a stretch of this many lines.
const LINES: usize = 60;
const STACK: usize = 64 << 20;

/// A small generator of numbers (Marsaglia, *Xorshift RNGs*, 2003).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n.max(1) as u64) as usize
    }
}

#[test]
fn mutants_get_messages_with_places() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for folder in ["tests/language", "datasets"] {
        collect(&root.join(folder), &mut files);
    }
    files.sort();
    let texts: Vec<String> = files.iter().map(|f| fs::read_to_string(f).expect("a text")).collect();
    let count = std::env::var("TURNSTILE_MUTATIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(FEW);
    let next = AtomicUsize::new(0);
    let failures = Mutex::new(Vec::new());
    let changed = AtomicUsize::new(0);
    let jobs = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            let work = || loop {
                let i = next.fetch_add(1, Ordering::Relaxed);
                if i >= count {
                    return;
                }
                let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15 ^ ((i as u64 + 1) << 20));
                for _ in 0..8 {
                    numbers.below(2);
                }
                let text = mutant(&texts[numbers.below(texts.len())], &mut numbers);
                match catch_unwind(AssertUnwindSafe(|| judge(&text))) {
                    Ok(Ok(said)) => {
                        changed.fetch_add(usize::from(said), Ordering::Relaxed);
                    }
                    Ok(Err(why)) => failures.lock().expect("not poisoned").push(format!("{why} in\n{text}")),
                    Err(_) => failures.lock().expect("not poisoned").push(format!("panic in\n{text}")),
                }
            };
            std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work).expect("a thread");
        }
    });
    let failures = failures.into_inner().expect("not poisoned");
    assert!(failures.is_empty(), "{} of {count}:\n\n{}", failures.len(), failures.join("\n\n----\n\n"));
    // Most changes are noticed, or nothing was tested.
    assert!(changed.into_inner() * 2 > count);
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|e| e == "lean") {
            files.push(path);
        }
    }
}

/// Elaborates the text. Whether there are errors; what is wrong with the messages.
fn judge(text: &str) -> Result<bool, String> {
    let (library, env) = turnstile_library::load();
    let store = Rc::new(Store::over(&library));
    let mut front_end = FrontEnd::new(store, env, Some(Rc::new(TacticEval)));
    front_end.command_fuel = FUEL;
    front_end.process(text);
    for m in &front_end.messages {
        let inside = m.span.start <= m.span.end && m.span.end <= text.len();
        if !inside || !text.is_char_boundary(m.span.start) || !text.is_char_boundary(m.span.end) {
            return Err(format!("the message '{}' has the place {:?}", m.text, m.span));
        }
        if m.text.trim().is_empty() || m.text.contains("internal:") {
            return Err(format!("a message says '{}'", m.text));
        }
    }
    Ok(front_end.messages.iter().any(|m| m.severity == turnstile_elab::Severity::Error))
}

/// The text, or a part of it, with one token dropped, doubled, exchanged with the next or with any other, or misspelt.
fn mutant(text: &str, numbers: &mut Numbers) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let start = if lines.len() > LINES { numbers.below(lines.len() - LINES) } else { 0 };
    let text = lines[start..lines.len().min(start + LINES)].join("\n") + "\n";
    let tokens = tokens(&text);
    if tokens.len() < 3 {
        return text;
    }
    let i = numbers.below(tokens.len() - 1);
    let (a, b) = (&tokens[i], &tokens[i + 1]);
    let (before, after) = (&text[..a.start], &text[a.end..]);
    let here = &text[a.clone()];
    match numbers.below(5) {
        0 => format!("{before}{after}"),
        1 => format!("{before}{here} {here}{after}"),
        2 => {
            let (gap, next) = (&text[a.end..b.start], &text[b.clone()]);
            format!("{before}{next}{gap}{here}{}", &text[b.end..])
        }
        3 => format!("{before}{}{after}", &text[tokens[numbers.below(tokens.len())].clone()]),
        _ => format!("{before}{}x{after}", here.chars().rev().collect::<String>()),
    }
}

/// Words, and other characters one by one.
fn tokens(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut out: Vec<std::ops::Range<usize>> = Vec::new();
    let mut word = false;
    for (i, c) in text.char_indices() {
        let end = i + c.len_utf8();
        let in_word = c.is_alphanumeric() || matches!(c, '_' | '\'' | '.');
        match out.last_mut() {
            Some(last) if in_word && word && last.end == i => last.end = end,
            _ if c.is_whitespace() => {}
            _ => out.push(i..end),
        }
        word = in_word;
    }
    out
}
