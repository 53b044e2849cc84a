//! What the test files share: a part of the library, and a front end over it.

use expect_test::Expect;
use std::cell::OnceCell;
use std::path::Path;
use std::rc::Rc;
use turnstile_elab::Env;
use turnstile_elab::command::FrontEnd;
use turnstile_kernel::Store;
use turnstile_syntax::LineIndex;

/// What the tests mention.
const MODULES: [&str; 8] =
    ["Prelude", "Operators", "Nat.Defs", "String", "Coe", "Logic", "Decidable", "List.Basic"];

thread_local! {
    static LIBRARY: OnceCell<(Rc<Store>, Env)> = const { OnceCell::new() };
}

/// A part of the library. Proofs by tactics are not run here: their statements count as they are.
fn library() -> (Rc<Store>, Env) {
    LIBRARY.with(|cell| {
        cell.get_or_init(|| {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lean");
            let order = std::fs::read_to_string(root.join("Turnstile.lean")).expect("the list of modules");
            let st = Rc::new(Store::new());
            let mut env = Env::default();
            let modules = order.lines().filter_map(|l| l.trim().strip_prefix("import Turnstile."));
            for module in modules.filter(|m| MODULES.contains(m)) {
                let path = root.join("Turnstile").join(module.replace('.', "/")).with_extension("lean");
                let text = std::fs::read_to_string(path).expect("a module of the library");
                let mut fe = FrontEnd::new(st.clone(), env, None);
                fe.process(&text);
                env = fe.env().clone();
            }
            (st, env)
        })
        .clone()
    })
}

/// Elaborates `src` after the library and compares the messages, each with its line.
pub fn check_elab(src: &str, expected: Expect) {
    let (st, env) = library();
    let mut fe = FrontEnd::new(st, env, None);
    fe.process(src);
    let lines = LineIndex::new(src);
    let mut out = String::new();
    for m in &fe.messages {
        let line = lines.line_col(src, m.span.start).line + 1;
        out.push_str(&format!("{line}: {}\n", anonymous_holes(&m.text)));
    }
    expected.assert_eq(&out);
}

/// `?m.12` ↦ `?m`: the numbers of holes are of no interest.
fn anonymous_holes(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(i) = rest.find("?m.").or_else(|| rest.find("?u.")) {
        out.push_str(&rest[..i + 2]);
        rest = rest[i + 3..].trim_start_matches(|c: char| c.is_ascii_digit());
    }
    out + rest
}
