//! The theorems of a file that still lack a proof, and where their proofs go.

use crate::directives::hidden_above;
use crate::jobs::Job;
use crate::splice::Edit;
use std::collections::BTreeSet;
use std::ops::Range;
use turnstile_syntax::{
    Body, Command, CommandKind, DefKeyword, Definition, LineIndex, Tactic, TacticKind, Term, TermKind,
    VisitMut, walk_tactic, walk_term,
};

/// A theorem (or example) whose proof is missing or holds `sorry`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its full name, with the namespaces around it; `example` for one without a name.
    pub name: String,
    /// Line of its declaration, from 1.
    pub line: usize,
    /// Which command of the file it is; for one in a `mutual` or `… in` block, that block.
    pub command: usize,
    /// The bytes of the declaration, with its doc comment.
    pub declaration: Range<usize>,
    /// The bytes of the statement as the user wrote it, from the keyword to the end of the type.
    pub statement: Range<usize>,
    /// The bytes of the proof.
    pub hole: Range<usize>,
    /// Whether `:=` must be written with the proof.
    pub assign: bool,
    /// Library declarations hidden from it by the comments above.
    pub without: BTreeSet<String>,
}

impl Target {
    /// The edit that puts a script in.
    pub fn edit(&self, script: impl Into<String>) -> Edit {
        Edit {
            hole: self.hole.clone(),
            assign: self.assign,
            declaration: self.statement.start,
            script: script.into(),
        }
    }
}

impl Job for Target {
    fn name(&self) -> &str {
        &self.name
    }

    fn line(&self) -> usize {
        self.line
    }
}

/// All targets of a file, in its order.
pub fn targets(text: &str, commands: &[Command]) -> Vec<Target> {
    let mut finder = Finder { text, lines: LineIndex::new(text), scopes: Vec::new(), found: Vec::new() };
    for (index, command) in commands.iter().enumerate() {
        finder.command(index, command);
    }
    finder.found
}

struct Finder<'t> {
    text: &'t str,
    lines: LineIndex,
    /// What is open: `Some` for a namespace, `None` for a section.
    scopes: Vec<Option<String>>,
    found: Vec<Target>,
}

impl Finder<'_> {
    fn command(&mut self, index: usize, command: &Command) {
        match &command.kind {
            // `namespace A.B` is two scopes, and `end B` closes the inner one only.
            CommandKind::Namespace(name) => self.scopes.extend(name.parts.iter().cloned().map(Some)),
            CommandKind::Section { .. } => self.scopes.push(None),
            CommandKind::End(name) => {
                let closed = name.as_ref().map_or(1, |name| name.parts.len());
                self.scopes.truncate(self.scopes.len().saturating_sub(closed));
            }
            CommandKind::Mutual(commands) => commands.iter().for_each(|inner| self.command(index, inner)),
            CommandKind::In(first, second) => {
                self.command(index, first);
                self.command(index, second);
            }
            CommandKind::Def(definition) => self.definition(index, command, definition),
            _ => {}
        }
    }

    fn definition(&mut self, index: usize, command: &Command, definition: &Definition) {
        if !matches!(definition.keyword, DefKeyword::Theorem | DefKeyword::Example) {
            return;
        }
        let statement_end = definition.header_span.end;
        let (hole, assign) = match &definition.body {
            Body::None => (statement_end..statement_end, true),
            Body::Value(term) if holds_sorry(definition) => (term.span.start..term.span.end, false),
            Body::Alts(_) | Body::Fields(_) if holds_sorry(definition) => {
                (statement_end..command.span.end, true)
            }
            _ => return,
        };
        let start = command.span.start;
        self.found.push(Target {
            name: self.full_name(definition),
            line: self.lines.line_col(self.text, definition.keyword_span.start).line + 1,
            command: index,
            declaration: start..command.span.end,
            statement: definition.header_span.start..statement_end,
            hole,
            assign,
            without: hidden_above(self.text, start),
        });
    }

    fn full_name(&self, definition: &Definition) -> String {
        let Some(id) = &definition.name else { return "example".to_owned() };
        let mut parts = id.name.parts.as_slice();
        let mut name: Vec<String> = self.scopes.iter().flatten().cloned().collect();
        if let [root, rest @ ..] = parts
            && root == "_root_"
        {
            name.clear();
            parts = rest;
        }
        name.extend_from_slice(parts);
        let span = id.name.span;
        // As an identifier, so that odd components get their brackets.
        turnstile_syntax::Ident { parts: name, span }.text()
    }
}

/// Whether `sorry` stands anywhere in the definition's value.
fn holds_sorry(definition: &Definition) -> bool {
    struct Search(bool);
    impl VisitMut for Search {
        fn visit_term(&mut self, term: &mut Term) {
            self.0 |= matches!(term.kind, TermKind::Sorry);
            walk_term(self, term);
        }
        fn visit_tactic(&mut self, tactic: &mut Tactic) {
            self.0 |= matches!(tactic.kind, TacticKind::Sorry);
            walk_tactic(self, tactic);
        }
    }
    let span = definition.header_span;
    let mut search = Search(false);
    // The walk wants a tree of its own that it could change.
    let command = Command { kind: CommandKind::Def(Box::new(definition.clone())), span };
    search.visit_command(&mut { command });
    search.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, usize, &str)> {
        let file = turnstile_syntax::parse_file(text);
        assert!(file.errors.is_empty(), "{:?}", file.errors);
        let targets = targets(text, &file.commands);
        targets.into_iter().map(|t| (t.name, t.line, &text[t.hole])).collect()
    }

    #[test]
    fn proofs_with_gaps_are_found() {
        let text = "theorem a : True := by\n  sorry\n\ntheorem b : True := trivial\n-- c\ntheorem c : True := sorry\n\
                    def d : Nat := sorry\nexample : True := by\n  skip\n  sorry\n";
        let expected = [("a", 1, "by\n  sorry"), ("c", 6, "sorry"), ("example", 8, "by\n  skip\n  sorry")];
        assert_eq!(found(text), expected.map(|(name, line, hole)| (name.to_owned(), line, hole)));
    }

    #[test]
    fn names_are_full() {
        let text = "namespace A.B\nsection\ntheorem t : True := sorry\nend\nend B\ntheorem u : True := sorry\n\
                    theorem _root_.v : True := sorry\nend A\ntheorem w : True := sorry";
        let names: Vec<String> = found(text).into_iter().map(|(name, ..)| name).collect();
        assert_eq!(names, ["A.B.t", "A.u", "v", "w"]);
    }
}
