//! `funext` and `ext`: equality of functions, structures and propositions by parts.

use crate::apply::apply_const;
use crate::goal::{Goals, as_eq, in_goal, inaccessible, tactic_error};
use crate::intro::intro_n;
use crate::known;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{FVarId, MVarId, Name, Node};

/// From a goal `f = g` between functions: `f x = g x` for a new `x`.
///
/// # Errors
/// When the target is no such equation.
pub fn funext(m: &mut Meta, g: MVarId, name: Option<Name>) -> Result<(FVarId, MVarId)> {
    let goals = apply_const(m, g, *known::FUNEXT)?;
    let [h] = goals.as_slice() else {
        return Err(in_goal(m, g, |m, _| {
            Ok(tactic_error(m, "funext", g, "equation between functions expected"))
        })?);
    };
    let (xs, h) = intro_n(m, *h, 1, |_, n| name.unwrap_or_else(|| inaccessible(n)))?;
    match xs.first() {
        Some(x) => Ok((*x, h)),
        None => Err(in_goal(m, h, |m, _| {
            Ok(tactic_error(m, "funext", h, "equation between functions expected"))
        })?),
    }
}

/// Applies one extensionality lemma to the equation in the target; `None` when there is none for its type.
///
/// # Errors
/// When the budget ends.
pub fn ext_once(m: &mut Meta, g: MVarId) -> Result<Option<Goals>> {
    let lemmas = in_goal(m, g, |m, goal| {
        let t = m.whnf_r(goal.target)?;
        let Some((ty, _, _)) = as_eq(&m.st, t) else { return Ok(vec![]) };
        let ty = m.whnf_r(ty)?;
        if matches!(m.st.node(ty), Node::Pi(..)) {
            return Ok(vec![*known::FUNEXT]);
        }
        if ty == m.st.prop() {
            return Ok(vec![*known::PROPEXT]);
        }
        let head = m.st.head_const(ty);
        let fits = |n: Name| {
            m.env.get(n).is_some_and(|c| {
                let mut t = c.ty();
                while let Node::Pi(_, _, b) = m.st.node(t) {
                    t = b;
                }
                as_eq(&m.st, t).is_some_and(|(ty, _, _)| {
                    let h = m.st.head_const(ty);
                    h.is_none() || h == head
                })
            })
        };
        Ok(m.env.attr("ext").iter().rev().map(|e| e.decl).filter(|n| fits(*n)).collect())
    })?;
    for l in lemmas {
        if let Some(goals) = m.attempt(|m| apply_const(m, g, l).map(Some))? {
            return Ok(Some(goals));
        }
    }
    Ok(None)
}

/// Applies extensionality lemmas as deep as `depth` allows, introducing what they quantify over. `name(i)` names the i-th
/// variable.
///
/// # Errors
/// When no lemma applies to the goal itself.
pub fn ext(m: &mut Meta, g: MVarId, depth: usize, name: &mut dyn FnMut() -> Option<Name>) -> Result<Goals> {
    let mut out = Vec::new();
    let Some(goals) = ext_once(m, g)? else {
        return Err(in_goal(m, g, |m, _| {
            Ok(tactic_error(m, "ext", g, "no applicable extensionality theorem found"))
        })?);
    };
    for h in goals {
        ext_rest(m, h, depth.saturating_sub(1), name, &mut out)?;
    }
    Ok(out)
}

fn ext_rest(
    m: &mut Meta,
    g: MVarId,
    depth: usize,
    name: &mut dyn FnMut() -> Option<Name>,
    out: &mut Goals,
) -> Result<()> {
    // Only the variables that the lemma itself quantifies over are introduced: those in sight.
    let mut h = g;
    while in_goal(m, h, |m, goal| Ok(matches!(m.st.node(goal.target), Node::Pi(..))))? {
        let n = name();
        h = intro_n(m, h, 1, |_, given| n.unwrap_or_else(|| inaccessible(given)))?.1;
    }
    if depth > 0
        && let Some(goals) = ext_once(m, h)?
    {
        for k in goals {
            ext_rest(m, k, depth - 1, name, out)?;
        }
        return Ok(());
    }
    out.push(h);
    Ok(())
}
