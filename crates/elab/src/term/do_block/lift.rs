//! Nested actions: `f (← a) (← b)` is `let x ← a; let y ← b; f x y`.

use super::super::names::marked_ident;
use crate::elab::Elab;
use turnstile_syntax::{DoCond, DoItem, DoKind, Ident, Term, TermKind, VisitMut, walk_term};

/// Takes the nested actions out of terms, the inner ones first.
struct Lift<'a> {
    fresh: &'a mut u64,
    found: Vec<(Ident, Term)>,
}

/// Whether nested actions below `t` belong to something else.
fn is_border(t: &Term) -> bool {
    matches!(
        t.kind,
        TermKind::Do(_)
            | TermKind::Fun { .. }
            | TermKind::FunMatch(_)
            | TermKind::By(_)
            | TermKind::CdotFun { .. }
    )
}

impl VisitMut for Lift<'_> {
    fn visit_term(&mut self, t: &mut Term) {
        if is_border(t) {
            return;
        }
        walk_term(self, t);
        if let TermKind::NestedAction(action) = &mut t.kind {
            *self.fresh += 1;
            let id = marked_ident("x", *self.fresh, t.span);
            let action = std::mem::replace(&mut action.kind, TermKind::Hole);
            self.found.push((id.clone(), Term { kind: action, span: t.span }));
            t.kind = TermKind::Ident { name: id, levels: None };
        }
    }
}

struct Search(bool);

impl VisitMut for Search {
    fn visit_term(&mut self, t: &mut Term) {
        self.0 |= matches!(t.kind, TermKind::NestedAction(_));
        if !self.0 && !is_border(t) {
            walk_term(self, t);
        }
    }
}

/// Whether `t` has a nested action of the block it stands in.
pub(super) fn has_nested_action(t: &Term) -> bool {
    let mut s = Search(false);
    s.visit_term(&mut t.clone());
    s.0
}

impl Elab {
    /// The statement without nested actions, and these with the names that stand for them.
    pub(super) fn lift_actions(&mut self, item: &DoItem) -> (DoItem, Vec<(Ident, Term)>) {
        let mut item = item.clone();
        let mut lift = Lift { fresh: &mut self.fresh, found: Vec::new() };
        match &mut item.kind {
            DoKind::Let { decl, .. } | DoKind::Have(decl) => {
                if let (true, turnstile_syntax::Body::Value(v)) = (decl.binders.is_empty(), &mut decl.body) {
                    lift.visit_term(v);
                }
            }
            DoKind::LetArrow { action, .. } | DoKind::ReassignArrow { action, .. } => {
                if let DoKind::Action(t) = &mut action.kind {
                    lift.visit_term(t);
                }
            }
            DoKind::Reassign { value: t, .. }
            | DoKind::Unless(t, _)
            | DoKind::Return(Some(t))
            | DoKind::Action(t) => lift.visit_term(t),
            DoKind::If { cond, .. } => match cond {
                DoCond::Prop(_, t) | DoCond::Let(_, t) | DoCond::LetArrow(_, t) => lift.visit_term(t),
            },
            DoKind::For { heads, .. } => heads.iter_mut().for_each(|h| lift.visit_term(&mut h.coll)),
            DoKind::Match { discrs, .. } => discrs.iter_mut().for_each(|d| lift.visit_term(&mut d.term)),
            DoKind::While { .. }
            | DoKind::Try { .. }
            | DoKind::Return(None)
            | DoKind::Break
            | DoKind::Continue
            | DoKind::Block(_) => {}
        }
        let found = lift.found;
        (item, found)
    }
}
