//! The open theorems of a file as goals to learn on.

use super::canonical::{Canonical, canonical};
use crate::elaborated::Elaborated;
use crate::targets::targets;
use std::rc::Rc;
use turnstile_elab::Meta;
use turnstile_kernel::Store;

/// An open theorem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileGoal {
    /// Its full name.
    pub name: String,
    /// Line of its declaration, from 1.
    pub line: usize,
    /// Its statement up to names.
    pub canonical: Canonical,
    /// Its statement, closed, as text that gives the same term; where there is such a text.
    pub statement: Option<String>,
    /// Library declarations hidden from it alone.
    pub without: Vec<String>,
}

/// The open theorems of a text whose statements have no errors.
#[must_use]
pub fn file_goals(text: &str) -> Vec<FileGoal> {
    let file = Elaborated::new(text);
    let commands = turnstile_syntax::parse_file(text).commands;
    let mut out = vec![];
    for target in targets(text, &commands) {
        let record = file.records.iter().find(|r| r.header_span.start == target.statement.start);
        let Some(statement) = record.and_then(|r| file.statement(r)) else { continue };
        let st = Rc::new(Store::over(&file.terms));
        let canonical = canonical(&st, &statement.env, statement.ty);
        let m = Meta::new(st, statement.env.clone());
        out.push(FileGoal {
            name: target.name.clone(),
            line: target.line,
            canonical,
            statement: crate::discovery::print(&m, statement.ty),
            without: target.without.iter().cloned().collect(),
        });
    }
    out
}
