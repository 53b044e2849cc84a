//! `ac_rfl`: equations that hold by associativity and commutativity of the operations in them.

use crate::goal::{in_goal, tactic_error};
use crate::rfl::rfl;
use crate::simp::{HypOutcome, SimpArg, SimpCall, simp_goal, simp_hyp};
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, FVarId, MVarId, Name, Store};

/// Operations on any type with instances, and what lemmas call them.
const OVERLOADED: [(&str, &str); 4] =
    [("HAdd.hAdd", "add"), ("HMul.hMul", "mul"), ("Min.min", "min"), ("Max.max", "max")];

/// Operations of one type, and what their lemmas begin with.
const PLAIN: [(&str, &str); 4] = [("and", "Bool.and"), ("or", "Bool.or"), ("And", "and"), ("Or", "or")];

/// Closes `g`, an equation or equivalence, by bringing both sides into the same order and bracketing.
///
/// # Errors
/// When the sides differ in more than that, or the library has no such lemmas for an operation.
pub fn ac_rfl(m: &mut Meta, g: MVarId) -> Result<()> {
    if m.attempt(|m| rfl(m, g).map(Some))?.is_some() {
        return Ok(());
    }
    let args = in_goal(m, g, |m, goal| Ok(lemmas(m, goal.target)))?;
    let closed = m.attempt(|m| Ok(simp_goal(m, g, &SimpCall::only(args))?.is_none().then_some(())))?;
    match closed {
        Some(()) => Ok(()),
        None => Err(in_goal(m, g, |m, _| {
            Ok(tactic_error(m, "ac_rfl", g, "the sides differ in more than order and bracketing"))
        })?),
    }
}

/// Brings the target, or hypothesis `at`, into the order and bracketing that [`ac_rfl`] compares. `None` when that closes the
/// goal.
///
/// # Errors
/// When nothing changes.
pub fn ac_nf(m: &mut Meta, g: MVarId, at: Option<FVarId>) -> Result<Option<MVarId>> {
    let args = in_goal(m, g, |m, goal| {
        let e = match at {
            None => goal.target,
            Some(h) => m.local_decl(h)?.ty,
        };
        Ok(lemmas(m, e))
    })?;
    let call = SimpCall::only(args);
    match at {
        None => simp_goal(m, g, &call),
        Some(h) => Ok(match simp_hyp(m, g, h, &call)? {
            HypOutcome::Closed => None,
            HypOutcome::Dropped(g) | HypOutcome::Changed(g, _) => Some(g),
        }),
    }
}

/// The laws of every operation in `e` that has them.
fn lemmas(m: &Meta, e: Expr) -> Vec<SimpArg> {
    let mut prefixes: Vec<String> = Vec::new();
    m.st.any_subterm(e, |t| {
        if let Some(p) = prefix_of(&m.st, t)
            && !prefixes.contains(&p)
        {
            prefixes.push(p);
        }
        false
    });
    prefixes
        .iter()
        .flat_map(|p| ["assoc", "comm", "left_comm"].map(|law| Name::new(&format!("{p}_{law}"))))
        .filter(|n| m.env.contains(*n))
        .map(|name| SimpArg::Const { name, inverse: false })
        .collect()
}

/// What the laws of the operation that `t` applies begin with: `Nat.add` for `a + b` on `Nat`.
fn prefix_of(st: &Store, t: Expr) -> Option<String> {
    let (f, args) = st.unapp(t);
    let (name, _) = st.as_const(f)?;
    if let Some((_, op)) = OVERLOADED.iter().find(|(n, _)| name.as_str() == *n) {
        let ty = st.head_const(*args.first()?)?;
        return Some(format!("{ty}.{op}"));
    }
    PLAIN.iter().find(|(n, _)| name.as_str() == *n).map(|(_, p)| (*p).to_owned())
}
