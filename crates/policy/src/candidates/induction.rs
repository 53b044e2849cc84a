//! Induction and case analysis on variables.

use super::view::{GoalView, Hyp, inductive};
use super::{CandidateSettings, List};
use crate::recursion::recursion_positions;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, FVarId, Node};
use turnstile_tactic::action::{Action, HypRef, close_term};

pub(super) fn candidates(m: &mut Meta, v: &GoalView, s: &CandidateSettings, out: &mut List) -> Result<()> {
    if matches!(m.st.node(v.target), Node::Pi(..)) || v.size > s.max_size {
        return Ok(());
    }
    let scores = recursion_positions(m, v);
    for h in &v.hyps {
        if h.is_prop || h.decl.value.is_some() || h.decl.is_instance {
            continue;
        }
        let ty = m.whnf_r(h.ty)?;
        let Some(i) = inductive(m, ty) else { continue };
        if m.env.is_class(i.cval.name) || m.is_prop(ty)? {
            continue;
        }
        let in_target = m.occurs(v.target, h.decl.id);
        let hits = scores.get(&h.decl.id).copied().unwrap_or((0, 0));
        // Unfolding happens at `hits.0` places; at `hits.1` the variable stands where it blocks nothing.
        let fit = if hits.0 == 0 { 0.3 } else { (1.0 + hits.0 as f64) / (1.0 + 0.7 * hits.1 as f64) };
        let weight = if in_target { fit } else { 0.1 };
        if i.is_rec {
            let deps = dependents(m, v, h);
            out.push(7.0 * weight, Action::Induction { major: h.index, generalizing: vec![] });
            let others = generalizable(m, v, h, &deps);
            if !others.is_empty() {
                out.push(4.0 * weight, Action::Induction { major: h.index, generalizing: others });
            }
            out.push(2.0 * weight, Action::Cases(h.index));
        } else {
            out.push(if i.ctors.len() <= 3 { 6.0 * weight.max(0.5) } else { weight }, Action::Cases(h.index));
        }
    }
    // Derivations of inductive propositions.
    for h in v.props() {
        if let Some(i) = inductive(m, h.ty)
            && i.is_rec
            && i.num_indices > 0
        {
            out.push(4.0, Action::Induction { major: h.index, generalizing: vec![] });
        }
    }
    compound(m, v, out)
}

/// Hypotheses that mention `h`: induction takes them along by itself.
pub fn dependents(m: &Meta, v: &GoalView, h: &Hyp) -> Vec<FVarId> {
    v.hyps.iter().filter(|k| m.occurs(k.ty, h.decl.id)).map(|k| k.decl.id).collect()
}

/// Data variables other than the major premise that occur in the target, which its type does not depend on.
pub fn generalizable(m: &Meta, v: &GoalView, h: &Hyp, deps: &[FVarId]) -> Vec<HypRef> {
    v.hyps
        .iter()
        .filter(|k| {
            k.index != h.index
                && !deps.contains(&k.decl.id)
                && !k.is_prop
                && !k.decl.is_instance
                && !matches!(m.st.node(k.ty), Node::Sort(_) | Node::Pi(..))
                && m.occurs(v.target, k.decl.id)
                && !v.hyps.iter().any(|o| !o.is_prop && m.occurs(o.ty, k.decl.id))
                && !m.occurs(h.ty, k.decl.id)
        })
        .map(|k| k.index)
        .collect()
}

/// A term of recursive type that occurs more than once: generalise it.
fn compound(m: &mut Meta, v: &GoalView, out: &mut List) -> Result<()> {
    let st = m.st.clone();
    if v.head.is_none_or(|h| h.as_str() != "Eq") {
        return Ok(());
    }
    let mut count: Vec<(Expr, u32)> = Vec::new();
    fn walk(st: &turnstile_kernel::Store, e: Expr, count: &mut Vec<(Expr, u32)>, left: &mut u32) {
        if *left == 0 {
            return;
        }
        *left -= 1;
        if let Node::App(..) = st.node(e) {
            if st.loose(e) == 0 && st.has_fvar(e) {
                match count.iter_mut().find(|c| c.0 == e) {
                    Some(c) => c.1 += 1,
                    None => count.push((e, 1)),
                }
            }
            let (_, args) = st.unapp(e);
            for a in args {
                walk(st, a, count, left);
            }
        }
    }
    walk(&st, v.target, &mut count, &mut 400);
    let mut n = 0;
    for (e, k) in count {
        if k < 2 || n >= 3 {
            continue;
        }
        let Ok(t) = m.infer(e) else { continue };
        let t = m.whnf_r(t)?;
        let Some(i) = inductive(m, t) else { continue };
        // Only calls of functions: a constructor application is taken apart by other steps.
        if !i.is_rec || m.as_ctor(e).is_some() || m.env.is_class(i.cval.name) || m.is_prop(t)? {
            continue;
        }
        n += 1;
        let r = close_term(m, v.goal, e)?;
        out.push(2.5, Action::Generalize(r));
    }
    Ok(())
}
