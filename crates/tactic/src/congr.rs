//! `congr`: an equation between applications from equations between their arguments.

use crate::assumption::assumption;
use crate::goal::{Goals, as_eq, in_goal, new_goal, tactic_error};
use crate::known;
use crate::rfl::{iff_to_eq, rfl};
use crate::terms::Terms;
use turnstile_elab::env::Transparency;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, MVarId, Node};

/// Breaks the equation in the target up as deep as `depth` allows; closes what holds by reflexivity or a hypothesis.
///
/// # Errors
/// When the target is no equation between applications of one function.
pub fn congr(m: &mut Meta, g: MVarId, depth: usize) -> Result<Goals> {
    let Some(goals) = step(m, g)? else {
        return Err(in_goal(m, g, |m, _| {
            Ok(tactic_error(m, "congr", g, "the target is no equation between applications"))
        })?);
    };
    let mut out = Vec::new();
    for h in goals {
        finish(m, h, depth.saturating_sub(1), &mut out)?;
    }
    Ok(out)
}

fn finish(m: &mut Meta, g: MVarId, depth: usize, out: &mut Goals) -> Result<()> {
    let closed =
        m.attempt(|m| m.with_transparency(Transparency::Reducible, |m| rfl(m, g)).map(Some))?.is_some()
            || m.attempt(|m| m.with_transparency(Transparency::Reducible, |m| assumption(m, g)).map(Some))?
                .is_some();
    if closed {
        return Ok(());
    }
    if depth > 0
        && let Some(goals) = m.attempt(|m| step(m, g))?
    {
        for h in goals {
            finish(m, h, depth - 1, out)?;
        }
        return Ok(());
    }
    out.push(g);
    Ok(())
}

/// One layer: the goals for the arguments that differ.
fn step(m: &mut Meta, g: MVarId) -> Result<Option<Goals>> {
    let g = iff_to_eq(m, g)?.unwrap_or(g);
    in_goal(m, g, |m, goal| {
        let Some((_, a, b)) = as_eq(&m.st, goal.target) else { return Ok(None) };
        let (f, xs) = m.st.unapp(a);
        let (f2, ys) = m.st.unapp(b);
        if xs.is_empty() || xs.len() != ys.len() {
            return Ok(None);
        }
        let st = m.st.clone();
        // `None` while both sides agree; then `(left, right, proof of left = right)`.
        let mut proof: Option<(Expr, Expr, Expr)> = None;
        let mut left = f;
        let mut goals = Vec::new();
        if !m.st.alpha_eq(f, f2) && !m.is_def_eq(f, f2)? {
            // Different constants are hardly ever equal functions; variables may be.
            if matches!((st.node(f), st.node(f2)), (Node::Const(..), Node::Const(..))) {
                return Ok(None);
            }
            let (t, t2) = (m.infer(f)?, m.infer(f2)?);
            if !m.is_def_eq(t, t2)? {
                return Ok(None);
            }
            let eq = m.mk_eq_in(t, f, f2)?;
            let (hole, id) = new_goal(m, eq, goal.tag);
            goals.push(id);
            proof = Some((f, f2, hole));
        }
        for (x, y) in xs.iter().zip(&ys) {
            let fty = m.infer(left)?;
            let fty = m.whnf(fty)?;
            let Node::Pi(b, dom, cod) = st.node(fty) else { return Ok(None) };
            let same = m.st.alpha_eq(*x, *y)
                || m.with_transparency(Transparency::Reducible, |m| m.is_def_eq(*x, *y))?
                || (b.info == BinderInfo::Inst && m.is_def_eq(*x, *y)?);
            let next = st.app(left, *x);
            let dependent = st.has_loose_bvar(cod, 0);
            if same {
                proof = match proof {
                    None => None,
                    Some((l, r, h)) => {
                        let e = congr_fun(m, dom, cod, l, r, h, *x)?;
                        Some((next, st.app(r, *x), e))
                    }
                };
            } else {
                if dependent {
                    return Ok(None);
                }
                let cod = st.lower(cod, 1, 1);
                let eq = m.mk_eq_in(dom, *x, *y)?;
                let (hole, id) = new_goal(m, eq, goal.tag);
                goals.push(id);
                proof = Some(match proof {
                    None => (next, st.app(left, *y), m.mk_congr_arg(dom, cod, *x, *y, left, hole)?),
                    Some((l, r, h)) => {
                        let (u, v) = (m.universe(dom)?, m.universe(cod)?);
                        let c = st.const_(*known::CONGR, &[u, v]);
                        (next, st.app(r, *y), st.apps(c, &[dom, cod, l, r, *x, *y, h, hole]))
                    }
                });
            }
            left = next;
        }
        let v = match proof {
            Some((_, _, h)) => h,
            None => m.mk_eq_refl(a)?,
        };
        m.mctx.assign(g, v);
        Ok(Some(goals))
    })
}

/// `congrFun h x : l x = r x` for `h : l = r` between functions of type `(a : dom) → cod`.
fn congr_fun(m: &mut Meta, dom: Expr, cod: Expr, l: Expr, r: Expr, h: Expr, x: Expr) -> Result<Expr> {
    let u = m.universe(dom)?;
    let at_x = m.st.instantiate1(cod, x);
    let v = m.universe(at_x)?;
    let family = m.lam_named("x", dom, cod);
    let st = &m.st;
    Ok(st.apps(st.const_(*known::CONGR_FUN, &[u, v]), &[dom, family, l, r, h, x]))
}
