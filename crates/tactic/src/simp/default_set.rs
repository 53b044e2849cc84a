//! The default simp set: what carries `@[simp]`, turned into rules when it is first needed.
//!
//! The set is kept with the elaborator's state. A look at the statement tells which symbol a lemma rewrites; the
//! rules of a symbol are made when the first term with that symbol is met.

use super::index::Index;
use super::rule::{Rule, rules_of, theorem_source};
use crate::known;
use rustc_hash::{FxHashMap, FxHashSet};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use turnstile_elab::env::AttrEntry;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, Name, Node};

/// What the rules of a lemma are filed under.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Head {
    Const(Name),
    /// `∀`, lambdas and whatever else has no constant at its head.
    Other,
}

#[derive(Default)]
struct Bucket {
    pending: Vec<AttrEntry>,
    index: Index,
}

/// The rules of `@[simp]`.
#[derive(Default)]
pub struct DefaultSet {
    buckets: FxHashMap<Head, Bucket>,
    /// Definitions to unfold.
    unfold: FxHashSet<Name>,
    /// The entries taken in.
    entries: Option<Arc<Vec<AttrEntry>>>,
}

/// The default set as it is shared between calls.
pub type SharedSet = Rc<RefCell<DefaultSet>>;

impl DefaultSet {
    /// The set for the current environment: brought up to date with what was declared since it was last asked for.
    #[must_use]
    pub fn of(m: &mut Meta) -> SharedSet {
        let set: Rc<SetSlot> = m.slots.get();
        let set = set.0.clone();
        let entries = m.env.ext.attrs.get(&Name::new("simp")).cloned();
        set.borrow_mut().update(m, entries);
        set
    }

    fn update(&mut self, m: &Meta, entries: Option<Arc<Vec<AttrEntry>>>) {
        let known = match (&self.entries, &entries) {
            (Some(a), Some(b)) if Arc::ptr_eq(a, b) => return,
            (Some(a), Some(b)) if b.starts_with(a) => a.len(),
            (None, None) => return,
            (None, _) => 0,
            _ => {
                *self = DefaultSet::default();
                0
            }
        };
        for e in entries.iter().flat_map(|v| v[known..].iter()) {
            self.add(m, e);
        }
        self.entries = entries;
    }

    fn add(&mut self, m: &Meta, e: &AttrEntry) {
        let Some(c) = m.env.get(e.decl) else { return };
        if c.value().is_some()
            && matches!(&**c, turnstile_kernel::ConstantInfo::Definition(..))
            && !is_statement(m, c.ty())
        {
            self.unfold.insert(e.decl);
            return;
        }
        let mut heads = heads(m, c.ty(), e.inverse);
        heads.dedup();
        for h in heads {
            self.buckets.entry(h).or_default().pending.push(e.clone());
        }
    }

    /// Whether the set unfolds the definition `n`.
    #[must_use]
    pub fn unfolds(&self, n: Name) -> bool {
        self.unfold.contains(&n)
    }

    /// The rules that may rewrite `e`, with the number of arguments left over.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn candidates(&mut self, m: &mut Meta, e: Expr, out: &mut Vec<(Rc<Rule>, usize)>) -> Result<()> {
        let head = m.st.head_const(e).map_or(Head::Other, Head::Const);
        let Some(b) = self.buckets.get_mut(&head) else { return Ok(()) };
        if !b.pending.is_empty() {
            for entry in std::mem::take(&mut b.pending) {
                let Some(source) = theorem_source(m, entry.decl, entry.inverse, entry.priority) else {
                    continue;
                };
                for r in rules_of(m, &source)? {
                    let own = m.st.head_const(r.lhs).map_or(Head::Other, Head::Const);
                    if own == head {
                        b.index.insert(m, r);
                    }
                }
            }
        }
        b.index.candidates(m, e, out);
        Ok(())
    }
}

#[derive(Default)]
struct SetSlot(SharedSet);

/// Whether the type of a constant ends in an equation or another proposition that is visible as such.
fn is_statement(m: &Meta, ty: Expr) -> bool {
    let mut ty = ty;
    while let Node::Pi(_, _, b) = m.st.node(ty) {
        ty = b;
    }
    m.st.head_const(ty)
        .is_some_and(|n| [*known::EQ, *known::IFF, *known::NE, *known::NOT, *known::AND].contains(&n))
}

/// The symbols whose terms a lemma of type `ty` rewrites, as far as its text shows.
fn heads(m: &Meta, ty: Expr, inverse: bool) -> Vec<Head> {
    let st = &m.st;
    let mut ty = ty;
    while let Node::Pi(_, _, b) = st.node(ty) {
        ty = b;
    }
    let (h, args) = st.unapp(ty);
    let head_of = |e: Expr| match st.head_const(e) {
        Some(n) => Head::Const(n),
        None => Head::Other,
    };
    let Some((n, _)) = st.as_const(h) else { return vec![Head::Other] };
    let eq = Head::Const(*known::EQ);
    match args.as_slice() {
        // When the left side turns out to be no pattern, the equation itself is rewritten to `True`.
        [_, a, b] if n == *known::EQ => vec![head_of(if inverse { *b } else { *a }), eq],
        [a, b] if n == *known::IFF => vec![head_of(if inverse { *b } else { *a }), Head::Const(*known::IFF)],
        [p] if n == *known::NOT => vec![head_of(*p)],
        [_, _, _] if n == *known::NE => vec![eq],
        [a, b] if n == *known::AND => {
            let mut out = heads(m, *a, inverse);
            out.extend(heads(m, *b, inverse));
            out
        }
        _ => vec![Head::Const(n)],
    }
}
