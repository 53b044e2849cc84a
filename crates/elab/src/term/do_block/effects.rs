//! What statements do besides computing a value.

use std::collections::BTreeSet;
use turnstile_syntax::{
    Body, DoCond, DoItem, DoKind, DoSeq, Ident, LetTarget, Term, TermKind, VisitMut, walk_do, walk_term,
};

/// What running some statements can do to what comes after.
#[derive(Clone, Default, Debug)]
pub(super) struct Effects {
    /// Names of variables that are reassigned.
    pub assigned: BTreeSet<String>,
    /// Whether there is a `return`.
    pub returns: bool,
    /// Whether there is a `break` for an enclosing loop.
    pub breaks: bool,
    /// Whether there is a `continue` for an enclosing loop.
    pub continues: bool,
}

impl Effects {
    /// The effects of a block.
    pub fn of(s: &DoSeq) -> Effects {
        let mut e = Effects::default();
        e.seq(s);
        e
    }

    /// Whether control can leave other than at the end.
    pub fn exits(&self) -> bool {
        self.returns || self.breaks || self.continues
    }

    /// Adds the effects of a block.
    pub fn seq(&mut self, s: &DoSeq) {
        s.items.iter().for_each(|i| self.item(i));
    }

    /// Adds the effects of a statement.
    pub fn item(&mut self, i: &DoItem) {
        turnstile_kernel::with_stack(|| match &i.kind {
            DoKind::Let { els, .. } => els.iter().for_each(|s| self.seq(s)),
            DoKind::LetArrow { action, els, .. } => {
                self.item(action);
                els.iter().for_each(|s| self.seq(s));
            }
            DoKind::Reassign { target, .. } => self.assigned.extend(names_of(target)),
            DoKind::ReassignArrow { target, action } => {
                self.assigned.extend(names_of(target));
                self.item(action);
            }
            DoKind::If { then, els, .. } => {
                self.seq(then);
                els.iter().for_each(|s| self.seq(s));
            }
            DoKind::Unless(_, s) | DoKind::Block(s) => self.seq(s),
            DoKind::For { body, .. } | DoKind::While { body, .. } => {
                let inner = Effects::of(body);
                self.assigned.extend(inner.assigned);
                self.returns |= inner.returns;
            }
            DoKind::Match { alts, .. } => alts.iter().for_each(|a| self.seq(&a.rhs)),
            DoKind::Try { body, catches, finally } => {
                self.seq(body);
                catches.iter().for_each(|c| self.seq(&c.body));
                finally.iter().for_each(|s| self.seq(s));
            }
            DoKind::Return(_) => self.returns = true,
            DoKind::Break => self.breaks = true,
            DoKind::Continue => self.continues = true,
            DoKind::Have(_) | DoKind::Action(_) => {}
        });
    }
}

/// How many ways through a block reach its end; more than two count as two.
pub(super) fn ways_through(s: &DoSeq) -> usize {
    let mut ways = 1;
    for i in &s.items {
        ways = usize::min(2, ways * item_ways(i));
    }
    ways
}

fn item_ways(i: &DoItem) -> usize {
    turnstile_kernel::with_stack(|| match &i.kind {
        DoKind::Return(_) | DoKind::Break | DoKind::Continue => 0,
        DoKind::If { then, els, .. } => ways_through(then) + els.as_ref().map_or(1, ways_through),
        DoKind::Unless(_, s) => 1 + ways_through(s),
        DoKind::Block(s) => ways_through(s),
        DoKind::Match { alts, .. } => alts.iter().map(|a| ways_through(&a.rhs)).sum(),
        _ => 1,
    })
}

/// All names in a pattern.
pub(super) fn names_of(t: &Term) -> Vec<String> {
    let mut found = Names::default();
    found.visit_term(&mut t.clone());
    found.0.into_iter().collect()
}

/// All first components of identifiers.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl VisitMut for Names {
    fn visit_term(&mut self, t: &mut Term) {
        if let TermKind::Ident { name, .. } = &t.kind
            && let Some(first) = name.parts.first()
        {
            self.0.insert(first.clone());
        }
        walk_term(self, t);
    }
}

/// All names that occur in statements: more than are used there, but never less.
pub(super) fn mentioned(items: &[DoItem]) -> BTreeSet<String> {
    let mut found = Names::default();
    let Some((first, last)) = items.first().zip(items.last()) else { return found.0 };
    let mut all = DoSeq { items: items.to_vec(), span: first.span.to(last.span) };
    walk_do(&mut found, &mut all);
    found.0
}

/// The names that a block binds at its own level: more than it binds, but never less.
pub(super) fn bound(s: &DoSeq, out: &mut BTreeSet<String>) {
    let mut target = |t: &LetTarget| match t {
        LetTarget::Name(n) => out.extend(n.ident().and_then(|i: &Ident| i.parts.first().cloned())),
        LetTarget::Pattern(p) => out.extend(names_of(p)),
        LetTarget::Anonymous => {
            out.insert("this".to_owned());
        }
    };
    for i in &s.items {
        match &i.kind {
            DoKind::Let { decl, .. } | DoKind::Have(decl) => target(&decl.target),
            DoKind::LetArrow { target: t, .. } => target(t),
            _ => {}
        }
    }
    for i in &s.items {
        turnstile_kernel::with_stack(|| match &i.kind {
            DoKind::If { cond, then, els } => {
                match cond {
                    DoCond::Let(p, _) | DoCond::LetArrow(p, _) => out.extend(names_of(p)),
                    DoCond::Prop(h, _) => {
                        let h = h.as_ref().and_then(|h| h.ident());
                        out.extend(h.and_then(|i| i.parts.first().cloned()));
                    }
                }
                bound(then, out);
                els.iter().for_each(|s| bound(s, out));
            }
            DoKind::Match { alts, .. } => {
                for a in alts {
                    a.patterns.iter().flatten().for_each(|p| out.extend(names_of(p)));
                    bound(&a.rhs, out);
                }
            }
            DoKind::Unless(_, s) | DoKind::Block(s) => bound(s, out),
            _ => {}
        });
    }
}

/// Whether a body is a plain value.
pub(super) fn plain_value(b: &Body) -> Option<&Term> {
    match b {
        Body::Value(t) => Some(t),
        _ => None,
    }
}
