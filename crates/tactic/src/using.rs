//! Induction and case distinction by a custom eliminator (`induction x using r`).

use crate::eliminate::{Case, Namer};
use crate::goal::{case_tag, in_goal, new_goal_in, tactic_error};
use crate::intro::intro_n;
use crate::revert::{bind_hypotheses, with_dependents};
use crate::subst::FVarMap;
use crate::terms::Terms;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, FVarId, MVarId, Name, Node};

/// The shape of an eliminator: a function whose result is `motive targets`.
#[derive(Clone, Debug)]
pub struct ElimInfo {
    /// The constant.
    pub name: Name,
    /// Number of its arguments.
    pub arity: usize,
    /// Position of the motive.
    pub motive: usize,
    /// Positions of the targets, in the order the motive takes them.
    pub targets: Vec<usize>,
    /// Positions and names of the minor premises.
    pub alts: Vec<(usize, Name)>,
    /// Positions of arguments that are known, and what they are.
    pub given: Vec<(usize, Expr)>,
}

/// Reads the shape of the eliminator `n` off its type.
///
/// # Errors
/// When it is no eliminator.
pub fn elim_info(m: &mut Meta, n: Name) -> Result<ElimInfo> {
    let e = m.mk_const(n)?;
    let ty = m.infer(e)?;
    m.scoped(|m| {
        let (xs, res) = m.open_pis(ty, None)?;
        let (head, args) = m.st.unapp(res);
        let at = |e: Expr| xs.iter().position(|x| *x == e);
        let bad = || {
            Error::msg(format!(
                "'{n}' is not an eliminator: its conclusion must be a motive applied to variables"
            ))
        };
        let motive = at(head).ok_or_else(bad)?;
        let targets: Vec<usize> = args.iter().map(|a| at(*a).ok_or_else(bad)).collect::<Result<_>>()?;
        let mut alts = Vec::new();
        for (i, x) in xs.iter().enumerate() {
            let d = m.fvar_id(*x).and_then(|id| m.local_decl(id))?;
            if i != motive && !targets.contains(&i) && d.info == BinderInfo::Default {
                alts.push((i, d.name));
            }
        }
        Ok(ElimInfo { name: n, arity: xs.len(), motive, targets, alts, given: Vec::new() })
    })
}

/// The eliminator declared by attribute `attr` (`induction_eliminator`, `cases_eliminator`) for type `ty`, newest first.
///
/// # Errors
/// When the budget ends.
pub fn declared_eliminator(m: &mut Meta, attr: &str, ty: Expr) -> Result<Option<ElimInfo>> {
    if m.env.attr(attr).is_empty() {
        return Ok(None);
    }
    let ty = m.instantiate(ty);
    let Some(head) = m.st.head_const(ty) else { return Ok(None) };
    let names: Vec<Name> = m.env.attr(attr).iter().rev().map(|e| e.decl).collect();
    for n in names {
        let Ok(info) = elim_info(m, n) else { continue };
        let Some(c) = m.env.get(n).cloned() else { continue };
        let Some(last) = info.targets.last() else { continue };
        let mut t = c.ty();
        for _ in 0..*last {
            if let Node::Pi(_, _, b) = m.st.node(t) {
                t = b;
            }
        }
        if let Node::Pi(_, dom, _) = m.st.node(t)
            && m.st.head_const(dom) == Some(head)
        {
            return Ok(Some(info));
        }
    }
    Ok(None)
}

/// Eliminates the variables `targets` (indices first) with `info`.
///
/// # Errors
/// When the targets do not fit or are not variables of their own.
pub fn eliminate_using(
    m: &mut Meta,
    g: MVarId,
    info: &ElimInfo,
    targets: &[FVarId],
    generalizing: &[FVarId],
    names: Namer<'_>,
) -> Result<Vec<Case>> {
    let (alts, moved, moved_names) = in_goal(m, g, |m, goal| {
        if targets.len() != info.targets.len() {
            return Err(tactic_error(m, "induction", g, "wrong number of targets for the eliminator"));
        }
        let mut roots = targets.to_vec();
        roots.extend(generalizing);
        let moved: Vec<FVarId> =
            with_dependents(m, &roots).into_iter().filter(|i| !targets.contains(i)).collect();
        let target = bind_hypotheses(m, &moved, goal.target)?;
        let xs: Vec<Expr> = targets.iter().map(|i| m.st.fvar(*i)).collect();
        let motive = m.mk_lambda(&xs, target)?;
        let mut given: Vec<Option<Expr>> = vec![None; info.arity];
        given[info.motive] = Some(motive);
        for (p, e) in &info.given {
            given[*p] = Some(*e);
        }
        for (p, x) in info.targets.iter().zip(&xs) {
            given[*p] = Some(*x);
        }
        let mut outer = m.lctx.clone();
        for id in targets.iter().chain(&moved) {
            outer.remove(*id);
        }
        // Implicit arguments are found from the targets' types; minor premises become goals.
        let f = m.mk_const(info.name)?;
        let fty = m.infer(f)?;
        let mut ty = fty;
        let mut e = f;
        let mut insts = Vec::new();
        let mut alts: Vec<(Name, MVarId, usize)> = Vec::new();
        let mut holes: Vec<(Expr, Expr, Name, usize)> = Vec::new();
        for (i, given) in given.into_iter().enumerate() {
            if !matches!(m.st.node(ty), Node::Pi(..)) {
                ty = m.whnf(ty)?;
            }
            let Node::Pi(b, dom, body) = m.st.node(ty) else {
                return Err(Error::msg("internal: eliminator type"));
            };
            let a = match given {
                Some(a) => {
                    let at = m.infer(a)?;
                    if !m.is_def_eq(at, dom)? {
                        return Err(m.error_at_term(
                            "the target does not fit the eliminator; it must have type",
                            dom,
                        ));
                    }
                    a
                }
                None if b.info == BinderInfo::Inst => {
                    let x = m.mk_mvar(dom, turnstile_elab::MVarKind::Synthetic, Name::anon());
                    insts.push(x);
                    x
                }
                None => {
                    let x = m.mk_hole(dom);
                    if info.alts.iter().any(|a| a.0 == i) {
                        holes.push((x, dom, b.name, pi_count(m, dom)));
                    }
                    x
                }
            };
            e = m.st.app(e, a);
            ty = m.st.instantiate1(body, a);
        }
        for x in insts {
            let x = m.instantiate(x);
            if let Node::MVar(id) = m.st.node(x)
                && !m.synth_mvar(id)?
            {
                return Err(Error::msg("failed to synthesize an instance the eliminator needs"));
            }
        }
        for (x, dom, name, binders) in holes {
            let dom = m.beta_everywhere(dom);
            let (value, id) = new_goal_in(m, outer.clone(), dom, case_tag(goal.tag, name));
            let Node::MVar(h) = m.st.node(x) else { continue };
            m.mctx.assign(h, value);
            alts.push((name, id, binders));
        }
        let rest: Vec<Expr> = moved
            .iter()
            .filter(|id| m.lctx.get(**id).is_some_and(|d| d.value.is_none()))
            .map(|id| m.st.fvar(*id))
            .collect();
        let v = m.st.apps(e, &rest);
        m.mctx.assign(g, v);
        let moved_names: Vec<Name> =
            moved.iter().map(|id| m.lctx.get(*id).map_or_else(Name::anon, |d| d.name)).collect();
        Ok((alts, moved, moved_names))
    })?;
    let mut out = Vec::with_capacity(alts.len());
    for (alt, goal, binders) in alts {
        let (fields, goal) = intro_n(m, goal, binders, |i, n| names(alt, i, n))?;
        let (new, goal) = intro_n(m, goal, moved_names.len(), |i, _| moved_names[i])?;
        let map: FVarMap = moved.iter().zip(&new).map(|(o, n)| (*o, m.st.fvar(*n))).collect();
        out.push(Case {
            ctor: alt,
            goal,
            fields: fields.iter().map(|x| m.st.fvar(*x)).collect(),
            ihs: vec![],
            map,
        });
    }
    Ok(out)
}

fn pi_count(m: &Meta, ty: Expr) -> usize {
    let mut n = 0;
    let mut t = ty;
    while let Node::Pi(_, _, b) = m.st.node(t) {
        n += 1;
        t = b;
    }
    n
}
