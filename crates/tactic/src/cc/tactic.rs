//! The tactic `cc`.

use super::graph::{Given, Graph};
use crate::goal::{as_eq, as_iff, as_not, hyps, in_goal, inaccessible, tactic_error};
use crate::terms::Terms;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Binder, BinderInfo, Expr, MVarId, Name};

/// Closes `g` by congruence closure: from the equations and literals among the hypotheses, conjunctions taken apart.
/// Equations and propositions are proved as they stand; otherwise the denied goal joins the hypotheses.
///
/// # Errors
/// When the goal does not follow in this way, or the budget ends.
pub fn cc(m: &mut Meta, g: MVarId) -> Result<()> {
    let (_, mut inner) = crate::intro::intros(m, g)?;
    let target = crate::goal::target(m, inner)?;
    if as_not(m, target).is_some() {
        inner = crate::intro::intro_n(m, inner, 1, |_, n| inaccessible(n))?.1;
    }
    in_goal(m, inner, |m, goal| {
        let mut graph = Graph::default();
        let mut conflict = None;
        for (prop, proof) in facts(m)? {
            conflict = graph.assert(m, Given { prop, holds: true, proof: Some(proof) })?;
            if conflict.is_some() {
                break;
            }
        }
        if let Some(c) = conflict {
            let falso = graph.prove_conflict(m, c)?;
            let v = m.mk_false_elim(goal.target, falso)?;
            m.mctx.assign(inner, v);
            return Ok(());
        }
        let st = m.st.clone();
        let target = goal.target;
        if let Some((_, a, b)) = as_eq(&st, target) {
            let (a, b) = (graph.add(m, a)?, graph.add(m, b)?);
            if graph.close(m)?.is_none() && graph.equal(a, b) {
                let v = graph.prove(m, a, b)?;
                m.mctx.assign(inner, v);
                return Ok(());
            }
        } else if let Some((a, b)) = as_iff(&st, target) {
            let (a, b) = (graph.add(m, a)?, graph.add(m, b)?);
            if graph.close(m)?.is_none() && graph.equal(a, b) {
                let h = graph.prove(m, a, b)?;
                let v = st.apps(st.const_(*crate::known::IFF_OF_EQ, &[]), &[graph.expr(a), graph.expr(b), h]);
                m.mctx.assign(inner, v);
                return Ok(());
            }
        } else if m.is_prop(target)? {
            let (t, truth) = (graph.add(m, target)?, graph.add(m, st.const0("True"))?);
            if graph.close(m)?.is_none() && graph.equal(t, truth) {
                let h = graph.prove(m, t, truth)?;
                let v = st.apps(st.const0("of_eq_true"), &[target, h]);
                m.mctx.assign(inner, v);
                return Ok(());
            }
        }
        // The denied goal: it may make propositions equal to `False`.
        let not = m.mk_not(target);
        let v = m.scoped(|m| -> Result<Option<Expr>> {
            let h = m.push_local(Name::new("h").num(0), not, BinderInfo::Default);
            let Some(c) = graph.assert(m, Given { prop: target, holds: false, proof: Some(h) })? else {
                return Ok(None);
            };
            let falso = graph.prove_conflict(m, c)?;
            let id = m.fvar_id(h)?;
            let body = st.abstract_fvars(falso, &[id]);
            let f = st.lam(Binder::new(Name::new("h")), not, body);
            Ok(Some(st.apps(st.const0("Classical.byContradiction"), &[target, f])))
        })?;
        match v {
            Some(v) => {
                m.mctx.assign(inner, v);
                Ok(())
            }
            None => Err(tactic_error(m, "cc", inner, "the equations do not yield the goal")),
        }
    })
}

/// The propositions among the hypotheses with their proofs, conjunctions taken apart.
fn facts(m: &mut Meta) -> Result<Vec<(Expr, Expr)>> {
    let st = m.st.clone();
    let decls: Vec<(Expr, Expr)> = hyps(m).map(|d| (d.ty, st.fvar(d.id))).collect();
    let mut out = Vec::new();
    for (ty, x) in decls {
        let ty = m.instantiate(ty);
        if !m.is_prop(ty)? {
            continue;
        }
        let mut todo = vec![(ty, x)];
        while let Some((p, h)) = todo.pop() {
            match st.app_of(p, "And", 2).as_deref() {
                Some([a, b]) => {
                    todo.push((*b, st.apps(st.const0("And.right"), &[*a, *b, h])));
                    todo.push((*a, st.apps(st.const0("And.left"), &[*a, *b, h])));
                }
                _ => out.push((p, h)),
            }
        }
    }
    Ok(out)
}
