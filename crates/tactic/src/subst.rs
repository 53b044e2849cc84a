//! `subst`: a variable replaced by what a hypothesis says it equals.

use crate::goal::{as_eq, as_heq, in_goal, tactic_error};
use crate::revert::with_dependents;
use crate::terms::Terms;
use rustc_hash::FxHashMap;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{Binder, Expr, FVarId, MVarId, Name, Node};

/// What [`subst`] did to the hypotheses: old ones that were moved, and what they are now.
pub type FVarMap = FxHashMap<FVarId, Expr>;

/// Replaces a variable: if `h : a = x`, then `x` by `a`; else if `h : x = a`, then `x` by `a`. If `h` is itself a
/// variable that some hypothesis equates to a term, that equation is used.
///
/// # Errors
/// When no variable can be replaced.
pub fn subst(m: &mut Meta, g: MVarId, h: FVarId) -> Result<(FVarMap, MVarId)> {
    let plan = in_goal(m, g, |m, _| {
        let d = m.local_decl(h)?;
        let ty = m.instantiate(d.ty);
        if let Some(p) = equation_plan(m, h, ty)? {
            return Ok(Some(p));
        }
        // `subst x`: look for `x = e` or `e = x`.
        let x = m.st.fvar(h);
        let hyps: Vec<(FVarId, Expr)> = m.lctx.iter().rev().map(|d| (d.id, d.ty)).collect();
        for (id, ty) in hyps {
            let ty = m.instantiate(ty);
            if let Some((_, a, b)) = as_eq(&m.st, ty) {
                if b == x && can_replace(m, h, a) {
                    return Ok(Some(Plan { eq: id, var: h, flip: false }));
                }
                if a == x && can_replace(m, h, b) {
                    return Ok(Some(Plan { eq: id, var: h, flip: true }));
                }
            }
        }
        Ok(None)
    })?;
    match plan {
        Some(p) => replace_var(m, g, p),
        None => {
            // A heterogeneous equation between terms of one type is an equation.
            if let Some((h2, g2)) = heq_to_eq(m, g, h)? {
                return subst(m, g2, h2);
            }
            Err(in_goal(m, g, |m, _| {
                Ok(tactic_error(
                    m,
                    "subst",
                    g,
                    "did not find an equation between a variable and a term without it",
                ))
            })?)
        }
    }
}

/// How to use an equation for substitution.
#[derive(Clone, Copy)]
pub(crate) struct Plan {
    /// The equation.
    pub eq: FVarId,
    /// The variable to be replaced.
    pub var: FVarId,
    /// Whether the variable stands on the left.
    pub flip: bool,
}

/// The way to use `h : ty` if it is an equation with a replaceable variable on a side, the right one first.
fn equation_plan(m: &mut Meta, h: FVarId, ty: Expr) -> Result<Option<Plan>> {
    let sides = match as_eq(&m.st, ty) {
        Some((_, a, b)) => Some((a, b)),
        None => {
            let w = m.whnf(ty)?;
            as_eq(&m.st, w).map(|(_, a, b)| (a, b))
        }
    };
    let Some((a, b)) = sides else { return Ok(None) };
    Ok(sides_plan(m, h, a, b))
}

/// As [`equation_plan`], the sides given.
pub(crate) fn sides_plan(m: &Meta, h: FVarId, a: Expr, b: Expr) -> Option<Plan> {
    let (a, b) = (m.instantiate(a), m.instantiate(b));
    if let Node::FVar(x) = m.st.node(b)
        && can_replace(m, x, a)
    {
        return Some(Plan { eq: h, var: x, flip: false });
    }
    if let Node::FVar(x) = m.st.node(a)
        && can_replace(m, x, b)
    {
        return Some(Plan { eq: h, var: x, flip: true });
    }
    None
}

/// Whether the variable `x` can be replaced by `by`: it is no local definition, and `by` does not depend on it.
pub(crate) fn can_replace(m: &Meta, x: FVarId, by: Expr) -> bool {
    if !m.lctx.get(x).is_some_and(|d| d.value.is_none() && !d.is_aux) {
        return false;
    }
    let deps = with_dependents(m, &[x]);
    !m.depends_on_any(by, &deps)
}

/// Replaces `p.var` in the goal, in the hypotheses and in everything that depends on the equation.
pub(crate) fn replace_var(m: &mut Meta, g: MVarId, p: Plan) -> Result<(FVarMap, MVarId)> {
    in_goal(m, g, |m, goal| {
        let h = m.local_decl(p.eq)?;
        let mut hty = m.instantiate(h.ty);
        if as_eq(&m.st, hty).is_none() {
            hty = m.whnf(hty)?;
        }
        let Some((ty, l, r)) = as_eq(&m.st, hty) else {
            return Err(tactic_error(m, "subst", g, "the hypothesis is no equation"));
        };
        let (a, x) = if p.flip { (r, l) } else { (l, r) };
        let hx = m.st.fvar(p.eq);
        // From here on `eq : a = x`.
        let eq = if p.flip { Terms::mk_eq_symm(m, ty, l, r, hx)? } else { hx };
        let moved: Vec<FVarId> =
            with_dependents(m, &[p.var, p.eq]).into_iter().filter(|i| *i != p.var && *i != p.eq).collect();
        let target = crate::revert::bind_hypotheses(m, &moved, goal.target)?;
        // The motive `fun x' h' => ∀ moved, target`, and the same at `a` and `rfl`.
        let refl = m.mk_eq_refl(a)?;
        let (h_of_new, h_of_refl) = if p.flip {
            let b0 = m.st.bvar(0);
            let b1 = m.st.bvar(1);
            let a2 = m.st.lift(a, 0, 2);
            let ty2 = m.st.lift(ty, 0, 2);
            let u = m.universe(ty)?;
            let symm = m.st.const_(*crate::known::EQ_SYMM, &[u]);
            (m.st.apps(symm, &[ty2, a2, b1, b0]), m.st.apps(symm, &[ty, a, a, refl]))
        } else {
            (m.st.bvar(0), refl)
        };
        let st = m.st.clone();
        let body = st.lift(target, 0, 2);
        let b1 = st.bvar(1);
        let body = st.replace(body, |e, depth| {
            if !st.has_fvar(e) {
                return Some(e);
            }
            match st.node(e) {
                Node::FVar(id) if id == p.var => Some(st.lift(b1, 0, depth)),
                Node::FVar(id) if id == p.eq => Some(st.lift(h_of_new, 0, depth)),
                Node::FVar(_) => Some(e),
                _ => None,
            }
        });
        let eq_ty = m.mk_eq_in(ty, a, a)?;
        // `a = x'`: the last argument of the equation at `a` replaced by the variable.
        let eq_fn = match st.node(eq_ty) {
            Node::App(f, _) => f,
            _ => return Err(Error::msg("internal: equation expected")),
        };
        let eq_dom = st.app(eq_fn, st.bvar(0));
        let var_name = m.local_decl(p.var)?.name;
        let motive = st.lam(Binder::new(var_name), ty, st.lam(Binder::new(h.name), eq_dom, body));
        let map: FxHashMap<FVarId, Expr> = [(p.var, a), (p.eq, h_of_refl)].into_iter().collect();
        let new_target = st.replace_fvars(target, &map);
        let v = m.universe(target)?;
        // The new goal, without the variable, the equation and what was moved; then the moved hypotheses again.
        let mut lctx = m.lctx.clone();
        for id in moved.iter().chain([&p.var, &p.eq]) {
            lctx.remove(*id);
        }
        let (base, new_g) = crate::goal::new_goal_in(m, lctx, new_target, goal.tag);
        let proof = m.mk_eq_rec(v, ty, a, motive, base, x, eq)?;
        let args: Vec<Expr> = moved
            .iter()
            .filter(|id| m.lctx.get(**id).is_some_and(|d| d.value.is_none()))
            .map(|id| st.fvar(*id))
            .collect();
        m.mctx.assign(g, st.apps(proof, &args));
        let names: Vec<Name> =
            moved.iter().map(|id| m.lctx.get(*id).map_or_else(Name::anon, |d| d.name)).collect();
        let (xs, done) = crate::intro::intro_n(m, new_g, names.len(), |i, _| names[i])?;
        let mut fmap = FVarMap::default();
        fmap.insert(p.var, a);
        for (old, new) in moved.iter().zip(&xs) {
            fmap.insert(*old, st.fvar(*new));
        }
        Ok((fmap, done))
    })
}

/// From `h : HEq a b` with both sides of one type: a goal with `h' : a = b` instead.
///
/// # Errors
/// When the budget ends.
pub fn heq_to_eq(m: &mut Meta, g: MVarId, h: FVarId) -> Result<Option<(FVarId, MVarId)>> {
    let found = in_goal(m, g, |m, _| {
        let d = m.local_decl(h)?;
        let ty = m.instantiate(d.ty);
        let Some((t, a, u, b)) = as_heq(&m.st, ty) else { return Ok(None) };
        if !m.is_def_eq(t, u)? {
            return Ok(None);
        }
        let x = m.st.fvar(h);
        let proof = m.mk_eq_of_heq(t, a, b, x)?;
        let eq = m.mk_eq_in(t, a, b)?;
        Ok(Some((d.name, eq, proof)))
    })?;
    let Some((name, eq, proof)) = found else { return Ok(None) };
    let (h2, g2) = crate::assert::note(m, g, name, eq, proof)?;
    let g2 = crate::revert::try_clear(m, g2, h)?;
    Ok(Some((h2, g2)))
}

/// Uses every equation with a variable on a side, until there is none.
///
/// # Errors
/// When the budget ends.
pub fn subst_vars(m: &mut Meta, g: MVarId) -> Result<MVarId> {
    let mut g = g;
    'again: loop {
        let eqs: Vec<FVarId> = in_goal(m, g, |m, _| {
            Ok(m.lctx
                .iter()
                .filter(|d| {
                    let ty = m.instantiate(d.ty);
                    as_eq(&m.st, ty).is_some()
                })
                .map(|d| d.id)
                .collect())
        })?;
        for h in eqs {
            let plan = in_goal(m, g, |m, _| {
                let d = m.local_decl(h)?;
                let ty = m.instantiate(d.ty);
                Ok(as_eq(&m.st, ty).and_then(|(_, a, b)| sides_plan(m, h, a, b)))
            })?;
            if let Some(p) = plan {
                g = replace_var(m, g, p)?.1;
                continue 'again;
            }
        }
        return Ok(g);
    }
}
