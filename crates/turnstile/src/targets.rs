//! The theorems of a file that still lack a proof, and where their proofs go.

use crate::directives::hidden_above;
use crate::jobs::Job;
use crate::splice::{Edit, Place};
use std::collections::BTreeSet;
use std::ops::Range;
use turnstile_syntax::{
    Body, Command, CommandKind, DefKeyword, Definition, LineIndex, Span, Tactic, TacticKind, Term, TermKind,
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
    /// What the hole is: a proof, or all after the statement.
    pub place: Place,
    /// The `sorry`s in a proof that is more than one: each may be replaced on its own. In the order of the text.
    pub gaps: Vec<Gap>,
    /// Library declarations hidden from it by the comments above.
    pub without: BTreeSet<String>,
}

/// A `sorry` inside a proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Its bytes.
    pub span: Range<usize>,
    /// Whether it is a tactic or a term.
    pub place: Place,
}

impl Target {
    /// The edit that puts a script in the place of the whole proof.
    pub fn edit(&self, script: impl Into<String>) -> Edit {
        self.edit_at(self.hole.clone(), self.place, script.into())
    }

    /// The edit that puts a script in the place of one `sorry`.
    pub fn fill(&self, gap: &Gap, script: impl Into<String>) -> Edit {
        self.edit_at(gap.span.clone(), gap.place, script.into())
    }

    fn edit_at(&self, hole: Range<usize>, place: Place, script: String) -> Edit {
        Edit { hole, place, declaration: self.statement.start, script }
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
        let mut gaps = gaps(definition);
        let (hole, place) = match &definition.body {
            Body::None => (statement_end..statement_end, Place::Body),
            Body::Value(_) | Body::Alts(_) | Body::Fields(_) if gaps.is_empty() => return,
            Body::Value(term) => (term.span.start..term.span.end, Place::Proof),
            Body::Alts(_) | Body::Fields(_) => (statement_end..command.span.end, Place::Body),
        };
        if let Body::Value(term) = &definition.body
            && is_one_sorry(term)
        {
            gaps.clear();
        }
        let start = command.span.start;
        self.found.push(Target {
            name: self.full_name(definition),
            line: self.lines.line_col(self.text, definition.keyword_span.start).line + 1,
            command: index,
            declaration: start..command.span.end,
            statement: definition.header_span.start..statement_end,
            hole,
            place,
            gaps,
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

/// Whether a proof is `sorry` or `by sorry`.
fn is_one_sorry(proof: &Term) -> bool {
    match &proof.kind {
        TermKind::Sorry => true,
        TermKind::By(block) => {
            matches!(block.tactics.as_slice(), [t] if matches!(t.kind, TacticKind::Sorry | TacticKind::Admit))
        }
        _ => false,
    }
}

/// The `sorry`s in the definition's value.
fn gaps(definition: &Definition) -> Vec<Gap> {
    struct Search(Vec<Gap>);
    impl Search {
        fn found(&mut self, span: Span, place: Place) {
            self.0.push(Gap { span: span.start..span.end, place });
        }
    }
    impl VisitMut for Search {
        fn visit_term(&mut self, term: &mut Term) {
            if matches!(term.kind, TermKind::Sorry) {
                self.found(term.span, Place::Term);
            }
            walk_term(self, term);
        }
        fn visit_tactic(&mut self, tactic: &mut Tactic) {
            if matches!(tactic.kind, TacticKind::Sorry | TacticKind::Admit) {
                self.found(tactic.span, Place::Tactic);
            }
            walk_tactic(self, tactic);
        }
    }
    let span = definition.header_span;
    let mut search = Search(Vec::new());
    // The walk wants a tree of its own that it could change.
    let command = Command { kind: CommandKind::Def(Box::new(definition.clone())), span };
    search.visit_command(&mut { command });
    // A statement with a gap is nothing to prove.
    search.0.retain(|gap| gap.span.start >= span.end);
    search.0.sort_by_key(|gap| gap.span.start);
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
    fn gaps_are_found_in_partial_proofs_only() {
        let text = "theorem a : p := by\n  sorry\ntheorem b : p := by\n  have : q := sorry\n  · sorry\n";
        let file = turnstile_syntax::parse_file(text);
        let targets = targets(text, &file.commands);
        assert_eq!(targets[0].gaps, []);
        let places: Vec<(&str, Place)> =
            targets[1].gaps.iter().map(|gap| (&text[gap.span.clone()], gap.place)).collect();
        assert_eq!(places, [("sorry", Place::Term), ("sorry", Place::Tactic)]);
    }

    #[test]
    fn names_are_full() {
        let text = "namespace A.B\nsection\ntheorem t : True := sorry\nend\nend B\ntheorem u : True := sorry\n\
                    theorem _root_.v : True := sorry\nend A\ntheorem w : True := sorry";
        let names: Vec<String> = found(text).into_iter().map(|(name, ..)| name).collect();
        assert_eq!(names, ["A.B.t", "A.u", "v", "w"]);
    }
}
