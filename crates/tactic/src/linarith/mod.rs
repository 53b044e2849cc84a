//! `linarith`, `nlinarith` and `positivity`: inequalities in linearly ordered commutative rings and fields, `Int` among them; facts
//! about `Nat` are read as facts about `Int`.
//!
//! The negated goal and the hypotheses become comparisons `p < 0`, `p ≤ 0`, `p = 0` of polynomials in normal form ([`facts`]); a
//! combination of them that says `0 < 0` is found by linear programming ([`simplex`]) over the monomials and then
//! built step by step, each step checked through the normal form of [`ring`](mod@crate::ring): Farkas' lemma. `nlinarith` first
//! adds products of pairs of hypotheses and squares of atoms and differences (F. Besson, *Fast reflexive arithmetic tactics*,
//! TYPES 2006).

mod facts;
mod positivity;
mod simplex;

pub use positivity::positivity;

use crate::goal::{in_goal, tactic_error};
use facts::{Problem, Rel};
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, MVarId, Name};

/// Products `nlinarith` makes at most.
const MAX_PRODUCTS: usize = 160;

/// Closes `g` by a linear combination of the hypotheses and `extra`, proofs with their propositions.
///
/// # Errors
/// When there is none.
pub fn linarith(m: &mut Meta, g: MVarId, extra: &[Expr]) -> Result<()> {
    linarith_with(m, g, extra, Call { only: false, products: false })
}

/// Closes `g` by a linear combination of the hypotheses and `extra`, products of pairs of them, and squares.
///
/// # Errors
/// When there is none.
pub fn nlinarith(m: &mut Meta, g: MVarId, extra: &[Expr]) -> Result<()> {
    linarith_with(m, g, extra, Call { only: false, products: true })
}

/// Which facts take part.
#[derive(Clone, Copy, Debug, Default)]
pub struct Call {
    /// Only the negated goal and the facts given, not the hypotheses.
    pub only: bool,
    /// Products and squares as well.
    pub products: bool,
}

/// Closes `g` by a combination of what `call` says and `extra`.
///
/// # Errors
/// When there is none.
pub fn linarith_with(m: &mut Meta, g: MVarId, extra: &[Expr], call: Call) -> Result<()> {
    let name = if call.products { "nlinarith" } else { "linarith" };
    in_goal(m, g, |m, goal| {
        let target = m.whnf_r(goal.target)?;
        for ty in candidate_types(m, target)? {
            let Some(problem) = Problem::new(m, ty)? else { continue };
            let r = m.scoped(|m| prove(m, &problem, target, extra, call))?;
            if let Some(proof) = r {
                m.mctx.assign(g, proof);
                return Ok(());
            }
        }
        Err(tactic_error(m, name, g, "no combination of the hypotheses contradicts the negated goal"))
    })
}

/// The types in which a proof may be found: that of the target, else those of the hypotheses. `Nat` counts as `Int`.
fn candidate_types(m: &mut Meta, target: Expr) -> Result<Vec<Expr>> {
    let st = m.st.clone();
    let mut out: Vec<Expr> = Vec::new();
    let mut add = |m: &Meta, p: Expr| {
        let (f, args) = m.st.unapp(p);
        let Some((n, _)) = m.st.as_const(f) else { return };
        let p = match n.as_str() {
            "Not" => args[0],
            _ => p,
        };
        let (f, args) = m.st.unapp(p);
        let Some((n, _)) = m.st.as_const(f) else { return };
        if matches!(n.as_str(), "Eq" | "LE.le" | "LT.lt" | "GE.ge" | "GT.gt")
            && let Some(t) = args.first()
        {
            let t = m.instantiate(*t);
            let t = if st.as_const(t).is_some_and(|c| c.0.as_str() == "Nat") { st.const0("Int") } else { t };
            if !out.contains(&t) {
                out.push(t);
            }
        }
    };
    add(m, target);
    let falso = m.st.as_const(target).is_some_and(|c| c.0.as_str() == "False");
    if falso || m.st.app_of(target, "Not", 1).is_some() {
        let hyps: Vec<Expr> = m.lctx.iter().rev().filter(|d| !d.is_aux).map(|d| d.ty).collect();
        for t in hyps {
            let t = m.instantiate(t);
            add(m, t);
        }
    }
    out.truncate(3);
    Ok(out)
}

fn prove(m: &mut Meta, p: &Problem, target: Expr, extra: &[Expr], call: Call) -> Result<Option<Expr>> {
    let st = m.st.clone();
    let falso = st.as_const(target).is_some_and(|c| c.0.as_str() == "False");
    if falso {
        return refute(m, p.ring.ty, extra, call, &[]);
    }
    if let Some(a) = st.app_of(target, "Not", 1) {
        return m.scoped(|m| {
            let h = m.push_local(Name::new("h").num(0), a[0], BinderInfo::Default);
            match refute(m, p.ring.ty, extra, call, &[h])? {
                Some(r) => m.mk_lambda(&[h], r).map(Some),
                None => Ok(None),
            }
        });
    }
    let Some((mut proof, negations)) = p.negated(m, target) else { return Ok(None) };
    for n in negations {
        let arm = m.scoped(|m| {
            let h = m.push_local(Name::new("h").num(0), n, BinderInfo::Default);
            match refute(m, p.ring.ty, extra, call, &[h])? {
                Some(r) => m.mk_lambda(&[h], r).map(Some),
                None => Ok(None),
            }
        })?;
        let Some(arm) = arm else { return Ok(None) };
        proof = st.app(proof, arm);
    }
    Ok(Some(proof))
}

/// A proof of `False` from the hypotheses in scope and `extra`.
fn refute(m: &mut Meta, ty: Expr, extra: &[Expr], call: Call, negated: &[Expr]) -> Result<Option<Expr>> {
    let Some(mut p) = Problem::new(m, ty)? else { return Ok(None) };
    let locals: Vec<_> = m.lctx.iter().rev().filter(|d| !d.is_aux).cloned().collect();
    for d in locals {
        let h = m.st.fvar(d.id);
        if call.only && !negated.contains(&h) {
            continue;
        }
        p.add_hypothesis(m, h, d.ty)?;
    }
    for h in extra {
        let t = m.infer(*h)?;
        p.add_hypothesis(m, *h, t)?;
    }
    p.add_atom_facts(m)?;
    let linear = p.refute(m)?;
    if linear.is_some() || !call.products {
        return Ok(linear);
    }
    add_products(m, &mut p)?;
    p.refute(m)
}

/// Products of pairs of facts, and squares of atoms and of their differences.
fn add_products(m: &mut Meta, p: &mut Problem) -> Result<()> {
    let base: Vec<_> = p.facts.iter().filter(|f| !facts::is_constant(&f.poly)).cloned().collect();
    let mut new = Vec::new();
    let polys = p.atom_polys(m)?;
    let polys: Vec<_> = polys.into_iter().take(8).collect();
    for (i, a) in polys.iter().enumerate() {
        new.push(p.square(m, a)?);
        for b in polys.iter().take(i) {
            if let Some(d) = p.ring.difference(m, a, b)? {
                new.push(p.square(m, &d)?);
            }
        }
    }
    'pairs: for (i, f) in base.iter().enumerate() {
        for g in &base[..=i] {
            if new.len() >= MAX_PRODUCTS {
                break 'pairs;
            }
            // An equation times an equation says nothing that it does not say times an atom.
            if f.rel == Rel::Eq && g.rel == Rel::Eq
                || !facts::is_quadratic(&f.poly) && !facts::is_quadratic(&g.poly)
            {
                continue;
            }
            match p.product(m, f, g) {
                Ok(r) => new.push(r),
                Err(e) if e.is_resource() => return Err(e),
                Err(_) => {}
            }
        }
    }
    // Cubes of linear facts, when there is something to use them with.
    if base.iter().any(|f| f.poly.monos().any(|a| a.degree() >= 3)) {
        for f in base.iter().filter(|f| f.rel != Rel::Eq && facts::is_linear(&f.poly)).take(6) {
            let square = p.product(m, f, f)?;
            new.push(p.product(m, &square, f)?);
        }
    }
    // Equations times atoms.
    for f in base.iter().filter(|f| f.rel == Rel::Eq) {
        for a in polys.iter().take(4) {
            if new.len() >= MAX_PRODUCTS + 24 {
                break;
            }
            if let Ok(r) = p.times(m, f, a) {
                new.push(r);
            }
        }
    }
    p.facts.extend(new);
    Ok(())
}
