//! `import` of the user's own files.
//!
//! `import A.B` is `A/B.lean` below the root of the package: the nearest directory, from that of the importing file
//! upwards, that has such a file. Each file is elaborated once, before the one that imports it, by the same front end.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use turnstile_elab::Severity;
use turnstile_elab::command::FrontEnd;
use turnstile_kernel::with_stack;
use turnstile_syntax::{CommandKind, Ident, LineIndex, NotationTable, Parser, Span};

/// How far up from a file the root of its package is looked for.
const LEVELS: usize = 20;

/// What is wrong with an import.
pub struct ImportProblem {
    /// The name of the module in the importing text.
    pub span: Span,
    /// What is wrong.
    pub message: String,
}

/// Whether a file has been read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    InProgress,
    Done,
}

/// Elaborates the files that `text`, the text of the file at `path`, imports, and those that they import.
pub fn load(front_end: &mut FrontEnd, path: &Path, text: &str) -> Vec<ImportProblem> {
    let mut files = BTreeMap::new();
    files.insert(absolute(path), State::InProgress);
    load_imports(front_end, path, text, &mut files)
}

fn absolute(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}

/// The modules that a text imports: its first commands.
fn imports(text: &str) -> Vec<Ident> {
    let mut table = NotationTable::new();
    let mut parser = Parser::new(text);
    let mut out = Vec::new();
    while let Some(c) = parser.next_command(&mut table) {
        match c.kind {
            CommandKind::Import(id) => out.push(id),
            CommandKind::Prelude | CommandKind::ModuleDoc(_) => {}
            _ => break,
        }
    }
    out
}

fn find(path: &Path, id: &Ident) -> Option<PathBuf> {
    let mut relative: PathBuf = id.parts.iter().collect();
    relative.set_extension("lean");
    absolute(path).ancestors().skip(1).take(LEVELS).map(|dir| dir.join(&relative)).find(|p| p.is_file())
}

fn load_imports(
    front_end: &mut FrontEnd,
    path: &Path,
    text: &str,
    files: &mut BTreeMap<PathBuf, State>,
) -> Vec<ImportProblem> {
    let mut problems = Vec::new();
    for id in imports(text) {
        if turnstile_elab::command::is_library_module(&id) {
            continue;
        }
        // A module that is not found is reported by the command itself.
        let Some(file) = find(path, &id) else { continue };
        let file = absolute(&file);
        let problem = match files.get(&file) {
            Some(State::Done) => None,
            Some(State::InProgress) => {
                Some(format!("import cycle: `{}` imports this file, directly or through others", id.text()))
            }
            None => {
                files.insert(file.clone(), State::InProgress);
                let problem = load_file(front_end, &file, &id, files);
                files.insert(file, State::Done);
                problem
            }
        };
        // Found, whatever is wrong with it.
        front_end.elab.modules.insert(id.text());
        problems.extend(problem.map(|message| ImportProblem { span: id.span, message }));
    }
    problems
}

/// Elaborates an imported file; gives the first error in it or below it.
fn load_file(
    front_end: &mut FrontEnd,
    file: &Path,
    id: &Ident,
    files: &mut BTreeMap<PathBuf, State>,
) -> Option<String> {
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(e) => return Some(format!("`{}` cannot be read: {}: {e}", id.text(), file.display())),
    };
    // Imports are nested no deeper than there are files, but that may be deep.
    let below = with_stack(|| load_imports(front_end, file, &text, files));
    front_end.process(&text);
    let own =
        front_end.messages.iter().find(|m| m.severity == Severity::Error).map(|m| (m.span, m.text.clone()));
    let (span, message) = below.into_iter().next().map(|p| (p.span, p.message)).or(own)?;
    let at = LineIndex::new(&text).line_col(&text, span.start);
    Some(format!("`{}` has errors:\n{}:{}:{}: {message}", id.text(), file.display(), at.line + 1, at.col + 1))
}
