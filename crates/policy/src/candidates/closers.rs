//! Tactics that close a goal by logic or fail: which of them can have something to say.
//!
//! They are bounded, and cheap where they do not apply; but every one that is tried in vain delays the rest, so each is
//! offered for goals of its fragment only.

use super::equations::functions;
use super::view::GoalView;
use super::{CandidateSettings, List};
use crate::premises::PremiseIndex;
use turnstile_elab::Meta;
use turnstile_kernel::{Expr, Node};
use turnstile_tactic::action::{Action, CloserKind};

/// Library theorems of each kind that `grind` is given.
const THEOREMS: usize = 6;

/// What occurs in a goal.
#[derive(Clone, Copy, Debug, Default)]
struct Fragment {
    /// `∧ ∨ ¬ → ↔`
    connectives: bool,
    /// `∀`, `∃`
    quantifiers: bool,
    /// Equations.
    equations: bool,
    /// Functions with a definition, numbers: what the logical tactics know nothing of.
    interpreted: bool,
    /// `if`, `match`.
    conditionals: bool,
}

impl Fragment {
    fn look(&mut self, m: &Meta, e: Expr) {
        m.st.any_subterm(e, |t| {
            match m.st.node(t) {
                Node::Pi(_, _, b) if m.st.has_loose_bvar(b, 0) => self.quantifiers = true,
                Node::Pi(..) => self.connectives = true,
                Node::Const(n, _) => match n.as_str() {
                    "And" | "Or" | "Not" | "Iff" => self.connectives = true,
                    "Exists" => self.quantifiers = true,
                    "Eq" | "Ne" => self.equations = true,
                    "ite" | "dite" | "cond" => self.conditionals = true,
                    "Nat" | "Int" => self.interpreted = true,
                    _ if m.env.ext.matchers.contains_key(&n) => self.conditionals = true,
                    _ => self.interpreted |= m.env.ext.equations.contains_key(&n),
                },
                _ => {}
            }
            false
        });
    }

    fn with(self, o: Fragment) -> Fragment {
        Fragment {
            connectives: self.connectives | o.connectives,
            quantifiers: self.quantifiers | o.quantifiers,
            equations: self.equations | o.equations,
            interpreted: self.interpreted | o.interpreted,
            conditionals: self.conditionals | o.conditionals,
        }
    }
}

pub(super) fn candidates(
    m: &mut Meta,
    v: &GoalView,
    s: &CandidateSettings,
    premises: &PremiseIndex,
    out: &mut List,
) {
    let open = v.has_holes || v.hyps.iter().any(|h| m.st.has_expr_mvar(h.ty));
    if open || v.size > s.max_size || !s.classical {
        return;
    }
    let (mut target, mut known) = (Fragment::default(), Fragment::default());
    target.look(m, v.target);
    for h in v.props() {
        known.look(m, h.ty);
    }
    let all = target.with(known);
    let close = |kind| Action::Closer(kind, vec![]);
    if all.connectives && !all.quantifiers {
        out.push(if all.interpreted { 4.0 } else { 30.0 }, close(CloserKind::Tauto));
    }
    if all.quantifiers {
        out.push(if all.interpreted { 3.0 } else { 30.0 }, close(CloserKind::Finish));
    }
    if known.equations && !all.quantifiers && !all.connectives {
        out.push(8.0, close(CloserKind::Cc));
    }
    if all.conditionals || all.interpreted && v.props().next().is_some() {
        let mut names = Vec::new();
        functions(m, v.target, &mut names);
        for h in v.props() {
            functions(m, h.ty, &mut names);
        }
        names.truncate(8);
        out.push(8.0, Action::Closer(CloserKind::Grind, names.clone()));
        let theorems = premises
            .applicable(&m.st, &m.env, v.target)
            .into_iter()
            .filter(|p| p.size > 1)
            .map(|p| p.name)
            .take(THEOREMS)
            .chain(
                premises.rewrites(&m.st, &m.env, v.target).into_iter().map(|r| r.premise.name).take(THEOREMS),
            );
        let before = names.len();
        for n in theorems {
            if !names.contains(&n) {
                names.push(n);
            }
        }
        if names.len() > before {
            out.push(3.0, Action::Closer(CloserKind::Grind, names));
        }
    }
}
