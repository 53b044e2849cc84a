//! Introduction rules of the connectives, and goals that close at once.

use super::{Calculus, Found, Inference, Premises, Sequent};
use crate::action::pick;
use crate::assumption::find_hypothesis;
use crate::goal::{app_of, as_eq, as_iff, is_const};
use crate::known;
use smallvec::SmallVec;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, Name, Node};

impl Calculus {
    /// `→` and `∀`, `¬ p` read as `p → False`.
    pub(super) fn intro(&mut self, m: &mut Meta, goal: Sequent, n: u32) -> Result<Found> {
        let st = m.st.clone();
        let (mut context, mut t) = (goal.context, goal.target);
        let mut xs: SmallVec<[Expr; 4]> = SmallVec::new();
        let mut vars = SmallVec::new();
        while vars.len() < n as usize {
            let (given, info, dom, body) = match st.node(t) {
                Node::Pi(b, dom, body) => (b.name, b.info, st.instantiate_rev(dom, &xs), body),
                _ => {
                    let Some(p) = app_of(&st, t, *known::NOT, 1) else { return Ok(Found::Unknown) };
                    let p = st.instantiate_rev(p[0], &xs);
                    (Name::new("a"), BinderInfo::Default, p, st.const_(*known::FALSE, &[]))
                }
            };
            let name = pick(given, |x| self.context(context).hyps.iter().any(|d| d.name == x));
            let (next, x) = self.contexts.extend(m, context, name, dom, info);
            context = next;
            xs.push(st.fvar(x));
            vars.push(x);
            t = body;
        }
        let target = st.head_beta(st.instantiate_rev(t, &xs));
        let lctx = self.context(context).lctx.clone();
        let premise = self.sequent(Sequent { context, target });
        Ok(Found::Follows(Inference::Intro { vars, lctx }, Premises::from_slice(&[premise])))
    }

    pub(super) fn assumption(&mut self, m: &mut Meta, goal: Sequent) -> Result<Found> {
        Ok(match find_hypothesis(m, goal.target)? {
            Some(x) => Found::Follows(Inference::Exact(m.st.fvar(x)), Premises::new()),
            None => Found::Fails,
        })
    }

    /// Equality and equivalence; other relations have lemmas.
    pub(super) fn rfl(&mut self, m: &mut Meta, goal: Sequent) -> Result<Found> {
        let st = m.st.clone();
        let proof = if let Some((_, a, b)) = as_eq(&st, goal.target) {
            if self.differ(m, a, b) || !m.is_def_eq(a, b)? {
                return Ok(Found::Fails);
            }
            m.mk_eq_refl(a)?
        } else if let Some((a, b)) = as_iff(&st, goal.target) {
            if !m.is_def_eq(a, b)? {
                return Ok(Found::Fails);
            }
            st.app(st.const_(*known::IFF_REFL, &[]), a)
        } else {
            return Ok(Found::Unknown);
        };
        Ok(Found::Follows(Inference::Exact(proof), Premises::new()))
    }

    /// `∧`, `↔` and `True`.
    pub(super) fn constructor(&mut self, m: &Meta, goal: Sequent) -> Found {
        let st = &m.st;
        if is_const(st, goal.target, *known::TRUE) {
            let proof = st.const_(*known::TRUE_INTRO, &[]);
            return Found::Follows(Inference::Exact(proof), Premises::new());
        }
        let (intro, parts, targets) = match app_of(st, goal.target, *known::AND, 2) {
            Some(p) => (*known::AND_INTRO, [p[0], p[1]], [p[0], p[1]]),
            None => match as_iff(st, goal.target) {
                Some((p, q)) => {
                    let (there, back) = (arrow(m, p, q), arrow(m, q, p));
                    (*known::IFF_INTRO, [p, q], [there, back])
                }
                None => return Found::Unknown,
            },
        };
        let head = st.apps(st.const_(intro, &[]), &parts);
        let premises = targets.map(|target| self.sequent(Sequent { context: goal.context, target }));
        let args = SmallVec::from_slice(&[None, None]);
        Found::Follows(Inference::Apply { head, args }, Premises::from_slice(&premises))
    }

    /// `left` and `right` on `∨`.
    pub(super) fn disjunct(&mut self, m: &Meta, goal: Sequent, right: bool) -> Found {
        let st = &m.st;
        let Some(p) = app_of(st, goal.target, *known::OR, 2) else { return Found::Unknown };
        let intro = if right { *known::OR_INR } else { *known::OR_INL };
        let head = st.apps(st.const_(intro, &[]), &p);
        let target = p[usize::from(right)];
        let premise = self.sequent(Sequent { context: goal.context, target });
        let args = SmallVec::from_slice(&[None]);
        Found::Follows(Inference::Apply { head, args }, Premises::from_slice(&[premise]))
    }
}

/// `p → q` as the constructor of `↔` has it.
fn arrow(m: &Meta, p: Expr, q: Expr) -> Expr {
    let name = Name::new("a");
    m.st.pi(turnstile_kernel::Binder::new(name), p, m.st.lift(q, 0, 1))
}
