//! Elaborates the library: the modules that `Turnstile.lean` imports, in that order, from an empty environment.

use crate::eval::TacticEval;
use std::path::Path;
use std::rc::Rc;
use turnstile_elab::command::FrontEnd;
use turnstile_elab::{Env, Severity};
use turnstile_kernel::Store;
use turnstile_syntax::{CommandKind, LineIndex};

/// The files of the library below `root`, in load order: the imports of `Turnstile.lean`.
///
/// # Errors
/// When that file cannot be read.
pub fn modules(root: &Path) -> Result<Vec<String>, String> {
    let path = root.join("Turnstile.lean");
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let file = turnstile_syntax::parse_file(&text);
    Ok(file
        .commands
        .iter()
        .filter_map(|c| match &c.kind {
            CommandKind::Import(n) => Some(n.parts.join("/") + ".lean"),
            _ => None,
        })
        .collect())
}

/// Elaborates and checks the library below `root`.
///
/// # Errors
/// Every error and every `sorry`, as `file:line:column: message`.
pub fn elaborate(root: &Path) -> Result<(Rc<Store>, Env), Vec<String>> {
    let st = Rc::new(Store::new());
    let mut env = Env::default();
    let mut errors = Vec::new();
    for module in modules(root).map_err(|e| vec![e])? {
        let path = root.join(&module);
        let text = match std::fs::read_to_string(&path) {
            Ok(t) => t,
            Err(e) => {
                errors.push(format!("{}: {e}", path.display()));
                continue;
            }
        };
        let lines = LineIndex::new(&text);
        let mut fe = FrontEnd::new(st.clone(), env, Some(Rc::new(TacticEval)));
        fe.process(&text);
        for m in &fe.messages {
            if m.severity <= Severity::Warning {
                let at = lines.line_col(&text, m.span.start);
                errors.push(format!("{}:{}:{}: {}", path.display(), at.line + 1, at.col + 1, m.text));
            }
        }
        env = fe.env().clone();
    }
    if errors.is_empty() { Ok((st, env)) } else { Err(errors) }
}
