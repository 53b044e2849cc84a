//! Elaborates the library and reports what is wrong with it: `cargo run -p turnstile-tactic --example check_library`.
//!
//! Arguments: modules to stop after (`Nat/Order.lean`), `--limit N` messages for each file.

use std::path::Path;
use std::rc::Rc;
use std::time::Instant;
use turnstile_elab::command::FrontEnd;
use turnstile_elab::{Env, Severity};
use turnstile_kernel::Store;
use turnstile_syntax::LineIndex;
use turnstile_tactic::{TacticEval, library};

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lean");
    let args: Vec<String> = std::env::args().skip(1).collect();
    let limit = args.iter().position(|a| a == "--limit").and_then(|i| args.get(i + 1)?.parse().ok()).unwrap_or(20);
    let last = args.iter().find(|a| a.ends_with(".lean"));
    let st = Rc::new(Store::new());
    let mut env = Env::default();
    let modules = library::modules(&root).unwrap_or_default();
    for module in modules {
        let text = std::fs::read_to_string(root.join(&module)).unwrap_or_default();
        let lines = LineIndex::new(&text);
        let start = Instant::now();
        let mut fe = FrontEnd::new(st.clone(), env, Some(Rc::new(TacticEval)));
        let records = fe.process(&text);
        let bad: Vec<_> = fe.messages.iter().filter(|m| m.severity != Severity::Info).collect();
        for m in bad.iter().take(limit) {
            let at = lines.line_col(&text, m.span.start);
            println!("lean/{module}:{}:{}: {}", at.line + 1, at.col + 1, m.text);
        }
        println!(
            "== {module}: {} declarations, {} messages, {:.2} s, {} terms",
            records.len(),
            bad.len(),
            start.elapsed().as_secs_f64(),
            st.overlay_nodes()
        );
        env = fe.env().clone();
        if last == Some(&module) {
            break;
        }
    }
}
