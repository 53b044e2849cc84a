//! Solving the equations between indices that `cases` leaves: by replacing variables, by injectivity and disjointness of
//! constructors.

use crate::assert::note_all;
use crate::goal::{as_eq, in_goal, inaccessible};
use crate::injection::{Injected, inject};
use crate::revert::try_clear;
use crate::subst::{FVarMap, Plan, can_replace, heq_to_eq, replace_var, sides_plan};
use crate::terms::Terms;
use turnstile_elab::{Meta, Piece, Result};
use turnstile_kernel::{Expr, FVarId, MVarId, Name, Node};

/// Adds to `acc` what `new` did afterwards.
pub fn compose(m: &Meta, acc: &mut FVarMap, new: &FVarMap) {
    if new.is_empty() {
        return;
    }
    for v in acc.values_mut() {
        *v = m.st.replace_fvars(*v, new);
    }
    for (k, v) in new {
        acc.entry(*k).or_insert(*v);
    }
}

/// Where variable `id` is now.
#[must_use]
pub fn moved(m: &Meta, map: &FVarMap, id: FVarId) -> Option<FVarId> {
    match map.get(&id) {
        None => Some(id),
        Some(e) => match m.st.node(*e) {
            Node::FVar(new) => Some(new),
            _ => None,
        },
    }
}

/// What to do with one equation.
enum Step {
    Trivial,
    Replace(Plan),
    Clash(Expr),
    Fields(Vec<(Expr, Expr)>),
}

/// Solves the hypotheses `eqs`, equations of `g`, first to last. `None` when they contradict each other: the goal is
/// closed then. The map says what became of the variables.
///
/// # Errors
/// When an equation cannot be solved: neither side is a variable or reduces to a constructor.
pub fn unify_eqs(m: &mut Meta, g: MVarId, eqs: &[FVarId]) -> Result<Option<(FVarMap, MVarId)>> {
    let mut g = g;
    let mut map = FVarMap::default();
    let mut todo: Vec<FVarId> = eqs.iter().rev().copied().collect();
    while let Some(h) = todo.pop() {
        let Some(h) = moved(m, &map, h) else { continue };
        let (h, g2) = heq_to_eq(m, g, h)?.unwrap_or((h, g));
        g = g2;
        let step = in_goal(m, g, |m, _| next_step(m, h))?;
        match step {
            Step::Trivial => g = try_clear(m, g, h)?,
            Step::Replace(p) => {
                let (f, next) = replace_var(m, g, p)?;
                compose(m, &mut map, &f);
                g = next;
            }
            Step::Clash(p) => {
                in_goal(m, g, |m, goal| {
                    let v = m.mk_false_elim(goal.target, p)?;
                    m.mctx.assign(g, v);
                    Ok(())
                })?;
                return Ok(None);
            }
            Step::Fields(f) => {
                let name = inaccessible(Name::new("h"));
                let new: Vec<(Name, Expr, Expr)> = f.iter().map(|(t, p)| (name, *t, *p)).collect();
                let (ids, next) = note_all(m, g, &new)?;
                g = try_clear(m, next, h)?;
                todo.extend(ids.into_iter().rev());
            }
        }
    }
    Ok(Some((map, g)))
}

fn next_step(m: &mut Meta, h: FVarId) -> Result<Step> {
    let d = m.local_decl(h)?;
    let ty = m.instantiate(d.ty);
    let Some((t, a, b)) = as_eq(&m.st, ty) else { return unsolvable(m, ty) };
    if m.st.alpha_eq(a, b) {
        return Ok(Step::Trivial);
    }
    if let (Node::FVar(x), Node::FVar(y)) = (m.st.node(a), m.st.node(b)) {
        // Of two variables the newer one goes, so that the user's names stay.
        let plans = [Plan { eq: h, var: y, flip: false }, Plan { eq: h, var: x, flip: true }];
        let (first, second) = if y > x { (plans[0], plans[1]) } else { (plans[1], plans[0]) };
        for p in [first, second] {
            if can_replace(m, p.var, if p.flip { b } else { a }) {
                return Ok(Step::Replace(p));
            }
        }
    }
    if let Some(p) = sides_plan(m, h, a, b) {
        return Ok(Step::Replace(p));
    }
    let x = m.st.fvar(h);
    match inject(m, t, a, b, x)? {
        Some(Injected::Clash(p)) => return Ok(Step::Clash(p)),
        Some(Injected::Fields(f)) => return Ok(Step::Fields(f)),
        None => {}
    }
    if m.is_def_eq(a, b)? {
        return Ok(Step::Trivial);
    }
    unsolvable(m, ty)
}

fn unsolvable<T>(m: &Meta, eq: Expr) -> Result<T> {
    Err(m.error(vec![
        Piece::Text("dependent elimination failed, failed to solve equation\n  ".into()),
        Piece::Expr(eq),
    ]))
}
