//! `do` blocks: sequences of statements, as in *`do` Unchained* (Ullrich, de Moura, 2022).

use super::{BinderName, Body, LetDecl, LetTarget, MatchDiscr, Term, VisitMut};
use crate::span::Span;

/// The statements of a block, in order.
#[derive(Clone, Debug)]
pub struct DoSeq {
    /// At least one.
    pub items: Vec<DoItem>,
    /// From the first to the last.
    pub span: Span,
}

/// A statement with its place in the source.
#[derive(Clone, Debug)]
pub struct DoItem {
    /// What it is.
    pub kind: DoKind,
    /// The text it was read from.
    pub span: Span,
}

/// The forms of statements.
#[derive(Clone, Debug)]
pub enum DoKind {
    /// `let x := v`, `let mut x : T := v`, `let p := v | alternative`
    Let {
        /// Whether `mut` is written.
        mutable: bool,
        /// What is bound.
        decl: Box<LetDecl>,
        /// What is done when the pattern does not match.
        els: Option<DoSeq>,
    },
    /// `let x ← action`, `let mut x : T ← action`, `let p ← action | alternative`
    LetArrow {
        /// Whether `mut` is written.
        mutable: bool,
        /// What is bound.
        target: LetTarget,
        /// The type, when written.
        ty: Option<Term>,
        /// The action.
        action: Box<DoItem>,
        /// What is done when the pattern does not match.
        els: Option<DoSeq>,
    },
    /// `have h : p := e`
    Have(Box<LetDecl>),
    /// `x := e`, `(x, y) := e`
    Reassign {
        /// A variable or a pattern of variables, all of them `mut`.
        target: Term,
        /// The type, when written.
        ty: Option<Term>,
        /// The new value.
        value: Term,
    },
    /// `x ← action`
    ReassignArrow {
        /// A variable or a pattern of variables, all of them `mut`.
        target: Term,
        /// The action.
        action: Box<DoItem>,
    },
    /// `if c then … else if … else …`
    If {
        /// The condition.
        cond: DoCond,
        /// The first branch.
        then: DoSeq,
        /// The second branch; a block of one `if` for `else if`.
        els: Option<DoSeq>,
    },
    /// `unless c do …`
    Unless(Term, DoSeq),
    /// `for h : x in xs, y in ys do …`
    For {
        /// The variables and what they run over; at least one.
        heads: Vec<DoFor>,
        /// What is repeated.
        body: DoSeq,
    },
    /// `while c do …`, `repeat …`
    While {
        /// The condition; none for `repeat`.
        cond: Option<DoCond>,
        /// What is repeated.
        body: DoSeq,
    },
    /// `match e with | p => …`
    Match {
        /// What is matched.
        discrs: Vec<MatchDiscr>,
        /// The alternatives.
        alts: Vec<DoAlt>,
    },
    /// `try … catch e => … finally …`
    Try {
        /// What is tried.
        body: DoSeq,
        /// The handlers.
        catches: Vec<DoCatch>,
        /// What is done in any case.
        finally: Option<DoSeq>,
    },
    /// `return e`
    Return(Option<Term>),
    /// `break`
    Break,
    /// `continue`
    Continue,
    /// `do …`
    Block(DoSeq),
    /// An action.
    Action(Term),
}

/// The condition of an `if` or `while`.
#[derive(Clone, Debug)]
pub enum DoCond {
    /// `c`, `h : c`
    Prop(Option<BinderName>, Term),
    /// `let p := e`
    Let(Term, Term),
    /// `let p ← e`
    LetArrow(Term, Term),
}

/// `h : x in xs`
#[derive(Clone, Debug)]
pub struct DoFor {
    /// The name of the proof that `x` is in `xs`, when written.
    pub hyp: Option<BinderName>,
    /// The variable or pattern.
    pub pat: Term,
    /// What it runs over.
    pub coll: Term,
}

/// `| p, q => …`
#[derive(Clone, Debug)]
pub struct DoAlt {
    /// One list of patterns for each `|`.
    pub patterns: Vec<Vec<Term>>,
    /// What is done.
    pub rhs: DoSeq,
    /// From the first `|`.
    pub span: Span,
}

/// `catch e : T => …`
#[derive(Clone, Debug)]
pub struct DoCatch {
    /// The exception.
    pub name: BinderName,
    /// Its type, when written.
    pub ty: Option<Term>,
    /// The handler.
    pub body: DoSeq,
}

/// Visits the terms of a block.
pub fn walk_do<V: VisitMut + ?Sized>(v: &mut V, s: &mut DoSeq) {
    s.items.iter_mut().for_each(|i| walk_do_item(v, i));
}

fn cond<V: VisitMut + ?Sized>(v: &mut V, c: &mut DoCond) {
    match c {
        DoCond::Prop(h, t) => {
            h.iter_mut().for_each(|h| v.visit_name(h));
            v.visit_term(t);
        }
        DoCond::Let(p, e) | DoCond::LetArrow(p, e) => {
            v.visit_term(p);
            v.visit_term(e);
        }
    }
}

fn target<V: VisitMut + ?Sized>(v: &mut V, t: &mut LetTarget) {
    match t {
        LetTarget::Pattern(p) => v.visit_term(p),
        LetTarget::Name(n) => v.visit_name(n),
        LetTarget::Anonymous => {}
    }
}

/// Visits the terms of a statement.
pub fn walk_do_item<V: VisitMut + ?Sized>(v: &mut V, i: &mut DoItem) {
    stacker::maybe_grow(64 * 1024, 2 * 1024 * 1024, || match &mut i.kind {
        DoKind::Let { decl, els, .. } => {
            super::visit::let_decl(v, decl);
            els.iter_mut().for_each(|s| walk_do(v, s));
        }
        DoKind::LetArrow { target: t, ty, action, els, .. } => {
            target(v, t);
            ty.iter_mut().for_each(|t| v.visit_term(t));
            walk_do_item(v, action);
            els.iter_mut().for_each(|s| walk_do(v, s));
        }
        DoKind::Have(decl) => super::visit::let_decl(v, decl),
        DoKind::Reassign { target, ty, value } => {
            v.visit_term(target);
            ty.iter_mut().for_each(|t| v.visit_term(t));
            v.visit_term(value);
        }
        DoKind::ReassignArrow { target, action } => {
            v.visit_term(target);
            walk_do_item(v, action);
        }
        DoKind::If { cond: c, then, els } => {
            cond(v, c);
            walk_do(v, then);
            els.iter_mut().for_each(|s| walk_do(v, s));
        }
        DoKind::Unless(c, s) => {
            v.visit_term(c);
            walk_do(v, s);
        }
        DoKind::For { heads, body } => {
            for h in heads {
                h.hyp.iter_mut().for_each(|n| v.visit_name(n));
                v.visit_term(&mut h.pat);
                v.visit_term(&mut h.coll);
            }
            walk_do(v, body);
        }
        DoKind::While { cond: c, body } => {
            c.iter_mut().for_each(|c| cond(v, c));
            walk_do(v, body);
        }
        DoKind::Match { discrs, alts } => {
            for d in discrs {
                d.hyp.iter_mut().for_each(|n| v.visit_name(n));
                v.visit_term(&mut d.term);
            }
            for a in alts {
                a.patterns.iter_mut().flatten().for_each(|p| v.visit_term(p));
                walk_do(v, &mut a.rhs);
            }
        }
        DoKind::Try { body, catches, finally } => {
            walk_do(v, body);
            for c in catches {
                v.visit_name(&mut c.name);
                c.ty.iter_mut().for_each(|t| v.visit_term(t));
                walk_do(v, &mut c.body);
            }
            finally.iter_mut().for_each(|s| walk_do(v, s));
        }
        DoKind::Return(t) => t.iter_mut().for_each(|t| v.visit_term(t)),
        DoKind::Break | DoKind::Continue => {}
        DoKind::Block(s) => walk_do(v, s),
        DoKind::Action(t) => v.visit_term(t),
    });
}

impl DoKind {
    /// A statement `let name := value`, for made-up code.
    #[must_use]
    pub fn plain_let(target: LetTarget, value: Term, span: Span) -> DoKind {
        let decl = LetDecl { target, binders: Vec::new(), ty: None, body: Body::Value(value), span };
        DoKind::Let { mutable: false, decl: Box::new(decl), els: None }
    }
}
