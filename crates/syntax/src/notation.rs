//! The notations that files declare: the part of the grammar that grows while a file is read.
//!
//! The table also follows `namespace`, `section`, `end` and `open`, because `local` notations end with their section
//! and `scoped` ones count only where their namespace is open.

use crate::ast::{Command, CommandKind, Ident, OpenKind, Scope, Term, TermKind, VisitMut};
use crate::macros::{MacroAlt, RuleId, SyntaxRule};
use crate::span::Span;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Names a [`Notation`] of a [`NotationTable`].
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct NotationId(pub u32);

/// A part of the left side of a notation.
#[derive(Clone, Debug)]
pub enum NotationItem {
    /// A token such as `⊞`, without blanks around it.
    Token(String),
    /// A place for a term of at least this precedence.
    Var {
        /// The variable's name on the right side.
        name: String,
        /// The precedence.
        prec: u32,
    },
}

/// A declared notation.
#[derive(Clone, Debug)]
pub struct Notation {
    /// The namespace it was declared in, component by component.
    pub namespace: Vec<String>,
    /// Where it counts.
    pub scope: Scope,
    /// The precedence of the whole.
    pub prec: u32,
    /// Its priority over others that also fit; 1000 unless given.
    pub priority: u32,
    /// The left side; holds at least one token.
    pub items: Vec<NotationItem>,
    /// The right side.
    pub rhs: Term,
    /// The declaration.
    pub span: Span,
}

impl Notation {
    /// The term that a use stands for: the right side with `args` for the variables. Every term node of the right side
    /// gets the span of the use.
    #[must_use]
    pub fn expand(&self, args: &[Term], span: Span) -> Term {
        let vars = self.items.iter().filter_map(|i| match i {
            NotationItem::Var { name, .. } => Some(name.as_str()),
            NotationItem::Token(_) => None,
        });
        let values: FxHashMap<&str, &Term> = vars.zip(args).collect();
        let mut term = self.rhs.clone();
        Expander { values, span }.visit_term(&mut term);
        term
    }

    /// The tokens of the left side in order.
    pub fn tokens(&self) -> impl Iterator<Item = &str> {
        self.items.iter().filter_map(|i| match i {
            NotationItem::Token(t) => Some(t.as_str()),
            NotationItem::Var { .. } => None,
        })
    }
}

struct Expander<'a> {
    values: FxHashMap<&'a str, &'a Term>,
    span: Span,
}

impl VisitMut for Expander<'_> {
    fn visit_term(&mut self, t: &mut Term) {
        if let Some(value) =
            t.as_ident().filter(|i| i.is_atomic()).and_then(|i| self.values.get(i.parts[0].as_str()))
        {
            *t = Term::clone(value);
            return;
        }
        t.span = self.span;
        if let TermKind::Ident { name, .. } = &mut t.kind {
            name.span = self.span;
        }
        crate::ast::walk_term(self, t);
    }
}

/// One open `namespace` or `section` component.
#[derive(Clone, Debug)]
struct Frame {
    namespace: Vec<String>,
}

#[derive(Clone, Copy, Debug)]
struct Active {
    id: NotationId,
    /// The number of open frames below which it stops to count.
    depth: Option<usize>,
}

/// All notations seen so far, and which of them count at this place.
///
/// A table outlives the file: give the one that a library filled to the parser of the next file.
#[derive(Clone, Debug, Default)]
pub struct NotationTable {
    all: Vec<Arc<Notation>>,
    active: Vec<Active>,
    frames: Vec<Frame>,
    /// Tokens of the active notations by first character, longest first.
    tokens: FxHashMap<char, Vec<String>>,
    /// Rules of `syntax` and `macro`.
    rules: Vec<Arc<SyntaxRule>>,
    /// Which of them count, with the number of open frames below which they stop to.
    active_rules: Vec<(RuleId, Option<usize>)>,
    /// Alternatives of macros, oldest first.
    macros: Vec<Arc<MacroAlt>>,
    /// Categories of `declare_syntax_cat`.
    categories: Vec<String>,
    /// Active notations that begin with a token, by it.
    leading: FxHashMap<String, Vec<NotationId>>,
    /// Active notations that begin with a term, by the token after it.
    trailing: FxHashMap<String, Vec<NotationId>>,
}

impl NotationTable {
    /// A table without notations.
    #[must_use]
    pub fn new() -> NotationTable {
        NotationTable::default()
    }

    /// The notation `id`, whether it counts here or not.
    #[must_use]
    pub fn get(&self, id: NotationId) -> Option<&Arc<Notation>> {
        self.all.get(id.0 as usize)
    }

    /// Declares a notation; it counts at once.
    pub fn add(&mut self, mut notation: Notation) -> NotationId {
        notation.namespace = self.namespace().to_vec();
        let id = NotationId(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        let depth = (notation.scope != Scope::Global).then_some(self.frames.len());
        self.index(id, &notation);
        self.all.push(Arc::new(notation));
        self.active.push(Active { id, depth });
        id
    }

    /// Declares a rule; it counts at once.
    pub fn add_rule(&mut self, mut rule: SyntaxRule) -> RuleId {
        rule.namespace = self.namespace().to_vec();
        let id = RuleId(u32::try_from(self.rules.len()).unwrap_or(u32::MAX));
        let depth = (rule.scope != Scope::Global).then_some(self.frames.len());
        self.index_tokens(&rule.tokens());
        self.rules.push(Arc::new(rule));
        self.active_rules.push((id, depth));
        id
    }

    /// Declares an alternative of a macro.
    pub fn add_macro(&mut self, alt: MacroAlt) {
        self.macros.push(Arc::new(alt));
    }

    /// Declares a category.
    pub fn add_category(&mut self, name: String) {
        if !self.has_category(&name) {
            self.categories.push(name);
        }
    }

    /// Whether `name` is a category that was declared.
    #[must_use]
    pub fn has_category(&self, name: &str) -> bool {
        self.categories.iter().any(|c| c == name)
    }

    /// The rule `id`.
    #[must_use]
    pub fn rule(&self, id: RuleId) -> Option<&Arc<SyntaxRule>> {
        self.rules.get(id.0 as usize)
    }

    /// The alternatives for uses of the rule `id`, the newest first.
    #[must_use]
    pub fn alternatives(&self, id: RuleId) -> Vec<Arc<MacroAlt>> {
        self.macros.iter().rev().filter(|m| m.pattern.rule == id).cloned().collect()
    }

    /// The active rules of a category that `token` announces (any token, if it is empty and they begin with none).
    pub(crate) fn rules_for(
        &self,
        category: &str,
        trailing: bool,
        token: &str,
    ) -> Vec<(RuleId, Arc<SyntaxRule>)> {
        self.active_rules
            .iter()
            .rev()
            .filter_map(|(id, _)| Some((*id, self.rule(*id)?)))
            .filter(|(_, r)| r.category == category && r.is_trailing() == trailing)
            .filter(|(_, r)| r.first_token() == if token.is_empty() { None } else { Some(token) })
            .map(|(id, r)| (id, r.clone()))
            .collect()
    }

    /// Grows with every declaration.
    #[must_use]
    pub fn version(&self) -> usize {
        self.all.len() + self.rules.len() + self.macros.len() + self.categories.len()
    }

    /// Whether there are rules of `syntax` or `macro`.
    pub(crate) fn has_rules(&self) -> bool {
        !self.rules.is_empty()
    }

    fn index_tokens(&mut self, tokens: &[&str]) {
        for token in tokens {
            if let Some(c) = token.chars().next() {
                let list = self.tokens.entry(c).or_default();
                if !list.iter().any(|t| t == token) {
                    list.push((*token).to_owned());
                    list.sort_by_key(|t| std::cmp::Reverse(t.len()));
                }
            }
        }
    }

    /// The namespace of this place.
    #[must_use]
    pub fn namespace(&self) -> &[String] {
        self.frames.last().map_or(&[], |f| f.namespace.as_slice())
    }

    /// Enters `namespace name`.
    pub fn push_namespace(&mut self, name: &Ident) {
        for part in &name.parts {
            let mut namespace = self.namespace().to_vec();
            namespace.push(part.clone());
            self.frames.push(Frame { namespace });
            self.activate_scoped(self.namespace().to_vec());
        }
    }

    /// Enters `section name`.
    pub fn push_section(&mut self, name: Option<&Ident>) {
        for _ in 0..name.map_or(1, |n| n.parts.len()) {
            let namespace = self.namespace().to_vec();
            self.frames.push(Frame { namespace });
        }
    }

    /// Leaves the innermost `namespace` or `section`, or as many as the name of `end` has components.
    pub fn pop(&mut self, name: Option<&Ident>) {
        let n = name.map_or(1, |n| n.parts.len());
        let depth = self.frames.len().saturating_sub(n);
        self.truncate(depth);
    }

    /// Leaves everything that is still open, and drops the `local` notations of the file.
    pub fn end_file(&mut self) {
        self.frames.clear();
        self.active.retain(|a| a.depth.is_none());
        self.active_rules.retain(|a| a.1.is_none());
        self.rebuild();
    }

    /// Makes the scoped notations of a namespace count, as `open` does; the name is read relative to this place.
    pub fn open_namespace(&mut self, name: &Ident) {
        let here = self.namespace().to_vec();
        for n in (0..=here.len()).rev() {
            let mut full = here[..n].to_vec();
            full.extend(name.parts.iter().cloned());
            self.activate_scoped(full);
        }
    }

    /// The number of notations declared so far; the next one gets this number.
    #[must_use]
    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// Whether no notation was declared yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Whether an `open` could change which notations count.
    pub(crate) fn has_scoped(&self) -> bool {
        self.all.iter().any(|n| n.scope == Scope::Scoped)
            || self.rules.iter().any(|r| r.scope == Scope::Scoped)
    }

    /// Follows an `open`.
    pub fn open(&mut self, open: &OpenKind) {
        if let OpenKind::Simple(names) | OpenKind::Scoped(names) = open {
            names.iter().for_each(|n| self.open_namespace(n));
        }
    }

    /// Follows a command that the parser has read: opens and closes scopes.
    pub fn observe(&mut self, command: &Command) {
        match &command.kind {
            CommandKind::Namespace(name) => self.push_namespace(name),
            CommandKind::Section { name, .. } => self.push_section(name.as_ref()),
            CommandKind::End(name) => self.pop(name.as_ref()),
            CommandKind::Open(open) => self.open(&open.kind),
            _ => {}
        }
    }

    fn truncate(&mut self, depth: usize) {
        self.frames.truncate(depth);
        let before = self.active.len() + self.active_rules.len();
        self.active.retain(|a| a.depth.is_none_or(|d| d <= depth));
        self.active_rules.retain(|a| a.1.is_none_or(|d| d <= depth));
        if self.active.len() + self.active_rules.len() != before {
            self.rebuild();
        }
    }

    fn activate_scoped(&mut self, namespace: Vec<String>) {
        let depth = Some(self.frames.len());
        let found: Vec<NotationId> = (0u32..)
            .zip(&self.all)
            .filter(|(_, n)| n.scope == Scope::Scoped && n.namespace == namespace)
            .map(|(i, _)| NotationId(i))
            .filter(|id| !self.active.iter().any(|a| a.id == *id))
            .collect();
        let rules: Vec<RuleId> = (0u32..)
            .zip(&self.rules)
            .filter(|(_, r)| r.scope == Scope::Scoped && r.namespace == namespace)
            .map(|(i, _)| RuleId(i))
            .filter(|id| !self.active_rules.iter().any(|a| a.0 == *id))
            .collect();
        for id in rules {
            self.active_rules.push((id, depth));
            if let Some(r) = self.rule(id).cloned() {
                self.index_tokens(&r.tokens());
            }
        }
        for id in found {
            self.active.push(Active { id, depth });
            if let Some(n) = self.all.get(id.0 as usize).cloned() {
                self.index(id, &n);
            }
        }
    }

    fn rebuild(&mut self) {
        self.tokens.clear();
        self.leading.clear();
        self.trailing.clear();
        for a in self.active.clone() {
            if let Some(n) = self.all.get(a.id.0 as usize).cloned() {
                self.index(a.id, &n);
            }
        }
        for (id, _) in self.active_rules.clone() {
            if let Some(r) = self.rule(id).cloned() {
                self.index_tokens(&r.tokens());
            }
        }
    }

    fn index(&mut self, id: NotationId, n: &Notation) {
        self.index_tokens(&n.tokens().collect::<Vec<_>>());
        let trailing = matches!(n.items.first(), Some(NotationItem::Var { .. }));
        let map = if trailing { &mut self.trailing } else { &mut self.leading };
        if let Some(first) = n.tokens().next() {
            map.entry(first.to_owned()).or_default().push(id);
        }
    }

    /// The length of the longest token of an active notation that `text` starts with.
    pub(crate) fn longest_token(&self, text: &str) -> usize {
        let Some(list) = text.chars().next().and_then(|c| self.tokens.get(&c)) else { return 0 };
        list.iter().find(|t| text.starts_with(t.as_str())).map_or(0, String::len)
    }

    /// The active notations whose first token is `token`, the ones to try first at the front.
    pub(crate) fn candidates(&self, trailing: bool, token: &str) -> Vec<(NotationId, Arc<Notation>)> {
        let map = if trailing { &self.trailing } else { &self.leading };
        let Some(ids) = map.get(token) else { return Vec::new() };
        let mut found: Vec<_> =
            ids.iter().rev().filter_map(|id| Some((*id, self.get(*id)?.clone()))).collect();
        found.sort_by_key(|(_, n)| (std::cmp::Reverse(n.priority), std::cmp::Reverse(n.items.len())));
        found
    }
}
