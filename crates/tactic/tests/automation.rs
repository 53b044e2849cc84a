//! Scripts that use the whole library: simplification, arithmetic, and both in inductions.

use std::path::PathBuf;
use std::rc::Rc;
use turnstile_elab::command::FrontEnd;
use turnstile_syntax::LineIndex;
use turnstile_tactic::{TacticEval, library};

#[test]
fn automation_is_accepted() {
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let (st, env) = library::elaborate(&here.join("../../lean")).expect("the library");
    let text = std::fs::read_to_string(here.join("tests/accepted/automation.lean")).expect("a test file");
    let mut fe = FrontEnd::new(st, env, Some(Rc::new(TacticEval)));
    fe.process(&text);
    let lines = LineIndex::new(&text);
    let said: Vec<String> = fe
        .messages
        .iter()
        .map(|m| {
            let at = lines.line_col(&text, m.span.start);
            format!("{}:{}: {}", at.line + 1, at.col + 1, m.text)
        })
        .collect();
    assert!(said.is_empty(), "{}", said.join("\n"));
}
