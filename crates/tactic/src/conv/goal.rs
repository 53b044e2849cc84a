//! The goals of conversion mode.

use crate::goal::{Goals, as_eq, goal_decl, new_goal};
use crate::known;
use crate::rfl::rfl;
use crate::terms::Terms;
use turnstile_elab::meta::{MVarKind, conv_result};
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{Expr, MVarId, Name, Node};

/// An open goal `lhs = ?rhs` whose right side is the unknown result of a conversion.
#[derive(Clone, Copy, Debug)]
pub struct ConvGoal {
    /// The goal.
    pub id: MVarId,
    /// Its case tag.
    pub tag: Name,
    /// The type of both sides.
    pub ty: Expr,
    /// What is converted.
    pub lhs: Expr,
    /// `?rhs`
    pub result: MVarId,
}

impl ConvGoal {
    /// A new goal for `lhs` in the current context: the result, the proof of `lhs = result`, and the goal.
    ///
    /// # Errors
    /// When `lhs` is not type correct.
    pub fn open(m: &mut Meta, lhs: Expr, tag: Name) -> Result<(Expr, Expr, MVarId)> {
        let lhs = m.instantiate(lhs);
        let ty = m.infer(lhs)?;
        let ty = m.instantiate(ty);
        let result = m.mk_mvar(ty, MVarKind::Natural, conv_result());
        let eq = m.mk_eq_in(ty, lhs, result)?;
        let (proof, id) = new_goal(m, eq, tag);
        Ok((result, proof, id))
    }

    /// The goal `g`, if it is one of conversion mode.
    #[must_use]
    pub fn of(m: &Meta, g: MVarId) -> Option<ConvGoal> {
        let d = goal_decl(m, g).ok()?;
        let target = m.instantiate(d.ty);
        let (ty, lhs, rhs) = as_eq(&m.st, target)?;
        let Node::MVar(result) = m.st.node(rhs) else { return None };
        m.is_conv_result(result).then_some(ConvGoal { id: g, tag: d.name, ty, lhs, result })
    }

    /// As [`ConvGoal::of`].
    ///
    /// # Errors
    /// When `g` is another goal.
    pub fn expect(m: &Meta, g: MVarId) -> Result<ConvGoal> {
        ConvGoal::of(m, g).ok_or_else(|| Error::msg("invalid 'conv' goal"))
    }

    /// Goes on with `new`, which equals the left side by `proof`, or by definition. Runs in the context of the goal.
    ///
    /// # Errors
    /// When `new` is not type correct.
    pub fn update(&self, m: &mut Meta, new: Expr, proof: Option<Expr>) -> Result<MVarId> {
        let rhs = m.st.mvar(self.result);
        let eq = m.mk_eq_in(self.ty, new, rhs)?;
        let (rest, h) = new_goal(m, eq, self.tag);
        let v = match proof {
            None => rest,
            Some(p) => {
                let u = m.universe(self.ty)?;
                let st = &m.st;
                st.apps(st.const_(*known::EQ_TRANS, &[u]), &[self.ty, self.lhs, new, rhs, p, rest])
            }
        };
        m.mctx.assign(self.id, v);
        Ok(h)
    }

    /// Answers with `result`, which equals the left side by `proof`.
    pub fn solve(&self, m: &mut Meta, result: Expr, proof: Expr) {
        m.mctx.assign(self.result, result);
        m.mctx.assign(self.id, proof);
    }

    /// Leaves the left side as it is.
    ///
    /// # Errors
    /// When it is not type correct.
    pub fn finish(&self, m: &mut Meta) -> Result<()> {
        let proof = m.mk_eq_refl(self.lhs)?;
        self.solve(m, self.lhs, proof);
        Ok(())
    }
}

/// Closes what a block of conversion mode may leave: terms stay as they are, other goals hold by reflexivity or are
/// instances. Returns those that remain.
///
/// # Errors
/// When the budget ends.
pub fn finish_all(m: &mut Meta, goals: &[MVarId]) -> Result<Goals> {
    for g in goals {
        if let Some(c) = ConvGoal::of(m, *g)
            && !m.mctx.is_assigned(*g)
        {
            crate::goal::in_goal(m, *g, |m, _| c.finish(m))?;
        }
    }
    let mut left = Vec::new();
    for g in goals.iter().copied() {
        if m.mctx.is_assigned(g) {
            continue;
        }
        let closed =
            m.attempt(|m| rfl(m, g).map(Some))?.is_some() || m.attempt(|m| instance(m, g))?.is_some();
        if !closed {
            left.push(g);
        }
    }
    Ok(left)
}

/// Closes `g` by instance search.
fn instance(m: &mut Meta, g: MVarId) -> Result<Option<()>> {
    crate::goal::in_goal(m, g, |m, goal| {
        if !m.is_class_type(goal.target) {
            return Ok(None);
        }
        Ok(m.synth_instance(goal.target)?.map(|v| m.mctx.assign(g, v)))
    })
}
