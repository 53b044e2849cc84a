//! `constructor`, `left`, `right`, `exists`, `exfalso`, `trivial`-like closers by constructors.

use crate::apply::{apply, exact_term};
use crate::goal::{Goals, in_goal, new_goal, tactic_error};
use crate::known;
use crate::terms::Terms;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{ConstantInfo, Expr, InductiveVal, Levels, MVarId, Name, Node};

/// The inductive type that the target is an application of, reducible definitions unfolded.
fn target_inductive(m: &mut Meta, target: Expr) -> Result<Option<(InductiveVal, Levels, Vec<Expr>)>> {
    let mut t = target;
    for unfold in [false, true] {
        if unfold {
            t = m.whnf_r(t)?;
        }
        let (h, args) = m.st.unapp(t);
        if let Node::Const(n, ls) = m.st.node(h)
            && let Some(ConstantInfo::Inductive(v)) = m.env.get(n).map(|c| (**c).clone())
        {
            return Ok(Some((v, ls, args)));
        }
    }
    // `a < b` and the like are inductive propositions only after unfolding instances.
    let t = m.whnf(t)?;
    let (h, args) = m.st.unapp(t);
    if let Node::Const(n, ls) = m.st.node(h)
        && let Some(ConstantInfo::Inductive(v)) = m.env.get(n).map(|c| (**c).clone())
    {
        return Ok(Some((v, ls, args)));
    }
    Ok(None)
}

fn not_inductive(m: &Meta, tactic: &str, g: MVarId) -> Error {
    tactic_error(m, tactic, g, "target is not an inductive datatype")
}

/// Applies the first constructor that fits.
///
/// # Errors
/// When the target is no inductive type or no constructor fits.
pub fn constructor(m: &mut Meta, g: MVarId) -> Result<Goals> {
    let (ind, ls, _) = in_goal(m, g, |m, goal| {
        target_inductive(m, goal.target)?.ok_or_else(|| not_inductive(m, "constructor", g))
    })?;
    for c in ind.ctors.iter() {
        let e = m.st.const_(*c, &m.st.level_list(ls));
        if let Some(goals) = m.attempt(|m| apply(m, g, e).map(Some))? {
            return Ok(goals);
        }
    }
    Err(in_goal(m, g, |m, _| Ok(tactic_error(m, "constructor", g, "no applicable constructor found")))?)
}

/// Applies constructor number `i` (from 0) of a type with two.
///
/// # Errors
/// When the target is no such type or the constructor does not fit.
pub fn left_or_right(m: &mut Meta, g: MVarId, i: usize) -> Result<Goals> {
    let tactic = if i == 0 { "left" } else { "right" };
    let e = in_goal(m, g, |m, goal| {
        let (ind, ls, _) = target_inductive(m, goal.target)?.ok_or_else(|| not_inductive(m, tactic, g))?;
        match &*ind.ctors {
            [_, _] => Ok(m.st.const_(ind.ctors[i], &m.st.level_list(ls))),
            _ => Err(tactic_error(
                m,
                tactic,
                g,
                if i == 0 {
                    "left tactic works for inductive types with exactly 2 constructors"
                } else {
                    "right tactic works for inductive types with exactly 2 constructors"
                },
            )),
        }
    })?;
    apply(m, g, e)
}

/// `refine ⟨e, ?_⟩`: the only constructor of the target's type with `e` as first field.
///
/// # Errors
/// When the target is no type with one constructor, or `e` does not fit.
pub fn exists_term(m: &mut Meta, g: MVarId, e: Expr) -> Result<Goals> {
    let f = in_goal(m, g, |m, goal| {
        let (ind, ls, args) =
            target_inductive(m, goal.target)?.ok_or_else(|| not_inductive(m, "exists", g))?;
        let [c] = &*ind.ctors else {
            return Err(tactic_error(
                m,
                "exists",
                g,
                "target is not an inductive datatype with one constructor",
            ));
        };
        let f = m.st.const_(*c, &m.st.level_list(ls));
        let f = m.st.apps(f, &args[..ind.num_params.min(args.len())]);
        let ft = m.infer(f)?;
        let ft = m.whnf(ft)?;
        let Node::Pi(_, dom, _) = m.st.node(ft) else {
            return Err(tactic_error(m, "exists", g, "the constructor has no fields"));
        };
        let et = m.infer(e)?;
        if !m.is_def_eq(et, dom)? {
            return Err(m.error_at_term("type mismatch: the witness is expected to have type", dom));
        }
        Ok(m.st.app(f, e))
    })?;
    apply(m, g, f)
}

/// Turns the target into `False`.
///
/// # Errors
/// When the target is not a type.
pub fn exfalso(m: &mut Meta, g: MVarId) -> Result<MVarId> {
    in_goal(m, g, |m, goal| {
        let f = m.st.const_(*known::FALSE, &[]);
        let (e, h) = new_goal(m, f, goal.tag);
        let v = m.mk_false_elim(goal.target, e)?;
        m.mctx.assign(g, v);
        Ok(h)
    })
}

/// Splits conjunctions of the target as far as they go.
///
/// # Errors
/// When the budget ends.
pub fn and_intros(m: &mut Meta, g: MVarId) -> Result<Goals> {
    let mut out = Vec::new();
    let mut todo = vec![g];
    while let Some(g) = todo.pop() {
        let is_and = in_goal(m, g, |m, goal| {
            let t = m.whnf_r(goal.target)?;
            Ok(m.st.head_const(t) == Some(*known::AND))
        })?;
        if is_and {
            todo.extend(constructor(m, g)?.into_iter().rev());
        } else {
            out.push(g);
        }
    }
    Ok(out)
}

/// Closes `g` with the constant `n` if its type fits.
///
/// # Errors
/// When it does not.
pub fn exact_const(m: &mut Meta, g: MVarId, n: Name) -> Result<()> {
    let e = m.mk_const(n)?;
    exact_term(m, g, e)
}
