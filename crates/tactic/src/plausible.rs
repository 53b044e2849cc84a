//! `plausible`: a goal put to the test, as Mathlib's tactic of that name does.

use crate::action::hypotheses;
use crate::goal::in_goal;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{Expr, MVarId};
use turnstile_refute::{Limits, refute};

/// Fails with a counterexample that the kernel confirmed, if one is found; the goal is left as it is.
///
/// # Errors
/// When the goal is false under its hypotheses.
pub fn plausible(m: &mut Meta, g: MVarId) -> Result<()> {
    let statement = in_goal(m, g, |m, goal| {
        let xs: Vec<Expr> = hypotheses(m, g).iter().map(|d| m.st.fvar(d.id)).collect();
        m.mk_pi(&xs, goal.target)
    })?;
    let statement = m.instantiate(statement);
    match refute(m, statement, &Limits::default(), None)? {
        None => Ok(()),
        Some(found) if found.text.is_empty() => Err(Error::msg("the goal is false")),
        Some(found) => Err(Error::msg(format!("found a counterexample:\n  {}", found.text))),
    }
}
