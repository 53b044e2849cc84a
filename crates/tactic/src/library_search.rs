//! `exact?`, `apply?`, `rw?`: everything that is declared is looked through for what fits the goal.
//!
//! A theorem is tried when the head symbol of its conclusion is that of the target and none of their arguments have
//! heads that can never meet; then unification decides. What a theorem asks for is looked for among the hypotheses, to
//! a small depth. Each try has a part of the budget of its own, so that one theorem cannot spend all of it.

use crate::apply::{apply, exact_term};
use crate::assumption::assumption;
use crate::goal::{Goals, hyps, in_goal, target};
use crate::rewrite::{rewrite_hyp, rewrite_target};
use crate::rfl::{rfl, try_rfl_after_rw};
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{ConstantInfo, Expr, FVarId, MVarId, Name, Node, Part, Store};

/// Reduction steps that one theorem may take.
const TRY_FUEL: u64 = 40_000;
/// How deep hypotheses are applied to each other for what a theorem asks for.
const SIDE_DEPTH: u32 = 3;
/// Suggestions beyond this number help nobody.
const MAX_SUGGESTIONS: usize = 12;

/// A theorem that applies without closing the goal.
#[derive(Clone, Debug)]
pub struct Partial {
    /// The theorem.
    pub name: Name,
    /// Number of goals it leaves.
    pub left: usize,
}

/// What [`search`] found.
#[derive(Clone, Debug)]
pub enum Found {
    /// A proof; the goal is closed with it.
    Proof(Expr),
    /// Theorems whose conclusion is that of the goal, those that leave least first. The goal is open.
    Partial(Vec<Partial>),
}

/// A rewriting step that applies.
#[derive(Clone, Debug)]
pub struct Rewriting {
    /// The equation.
    pub name: Name,
    /// Whether it is used from right to left.
    pub symm: bool,
    /// What the target or hypothesis becomes; `None` when nothing of the goal is left.
    pub result: Option<Expr>,
}

/// Looks for a proof of `g`: a hypothesis or theorem, with hypotheses for what it asks for.
///
/// # Errors
/// When the budget ends.
pub fn search(m: &mut Meta, g: MVarId) -> Result<Found> {
    let s = m.save();
    if attempt(m, |m| close(m, g, SIDE_DEPTH))? {
        return Ok(Found::Proof(m.instantiate(m.st.mvar(g))));
    }
    m.restore(&s);
    let goal = target(m, g)?;
    let mut partial: Vec<Partial> = Vec::new();
    for name in fitting(m, goal) {
        let mut left = None;
        let closed = attempt(m, |m| {
            let f = m.mk_const(name)?;
            let goals = apply(m, g, f)?;
            left = Some(goals.len());
            close_all(m, goals, SIDE_DEPTH)
        })?;
        if closed {
            return Ok(Found::Proof(m.instantiate(m.st.mvar(g))));
        }
        m.restore(&s);
        partial.extend(left.map(|left| Partial { name, left }));
    }
    partial.sort_by_key(|p| p.left);
    partial.truncate(MAX_SUGGESTIONS);
    Ok(Found::Partial(partial))
}

/// Equations and equivalences that rewrite the target, or the hypothesis `at`. One that closes the goal comes alone.
///
/// # Errors
/// When the budget ends.
pub fn rewritings(m: &mut Meta, g: MVarId, at: Option<FVarId>) -> Result<Vec<Rewriting>> {
    let s = m.save();
    let e = match at {
        None => target(m, g)?,
        Some(id) => in_goal(m, g, |m, _| {
            let ty = m.local_decl(id)?.ty;
            Ok(m.instantiate(ty))
        })?,
    };
    let mut found = Vec::new();
    for (name, symm) in rules(m, e) {
        let mut result = None;
        let applied = attempt(m, |m| {
            let f = m.mk_const(name)?;
            let (new, goals) = match at {
                None => (None, rewrite_target(m, g, f, symm)?),
                Some(id) => rewrite_hyp(m, g, id, f, symm).map(|(id, goals)| (Some(id), goals))?,
            };
            let Some((main, sides)) = goals.split_first() else { return Ok(false) };
            let new = match new {
                None => target(m, *main)?,
                Some(id) => in_goal(m, *main, |m, _| {
                    let ty = m.local_decl(id)?.ty;
                    Ok(m.instantiate(ty))
                })?,
            };
            result = Some(new);
            if at.is_none() && sides.is_empty() && try_rfl_after_rw(m, *main)? {
                result = None;
            }
            Ok(true)
        })?;
        m.restore(&s);
        // What leaves holes behind is not what a person means by rewriting.
        if !applied || result.is_some_and(|new| m.st.alpha_eq(new, e) || m.st.has_expr_mvar(new)) {
            continue;
        }
        if result.is_none() {
            return Ok(vec![Rewriting { name, symm, result }]);
        }
        if found.len() < MAX_SUGGESTIONS {
            found.push(Rewriting { name, symm, result });
        }
    }
    Ok(found)
}

/// Runs `f` with a part of the budget. An error of the part is a failure; one of the whole budget passes.
fn attempt(m: &mut Meta, f: impl FnOnce(&mut Meta) -> Result<bool>) -> Result<bool> {
    let all = m.budget.fuel;
    let part = all.min(TRY_FUEL);
    m.budget.fuel = part;
    let r = f(m);
    let spent = part - m.budget.fuel;
    m.budget.fuel = all - spent;
    // Says whether all is spent, time included.
    m.tick()?;
    Ok(r.unwrap_or(false))
}

fn close_all(m: &mut Meta, goals: Goals, depth: u32) -> Result<bool> {
    for g in goals {
        if !m.mctx.is_assigned(g) && !close(m, g, depth)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Closes `g` with hypotheses, or by computation.
fn close(m: &mut Meta, g: MVarId, depth: u32) -> Result<bool> {
    let s = m.save();
    for tactic in [assumption, rfl] {
        match tactic(m, g) {
            Ok(()) => return Ok(true),
            Err(e) if e.is_resource() => return Err(e),
            Err(_) => m.restore(&s),
        }
    }
    if depth == 0 {
        return Ok(false);
    }
    let ids: Vec<FVarId> = in_goal(m, g, |m, _| Ok(hyps(m).map(|d| d.id).collect()))?;
    for id in ids.into_iter().rev() {
        let x = m.st.fvar(id);
        if exact_term(m, g, x).is_ok() {
            return Ok(true);
        }
        m.restore(&s);
        let closed = apply(m, g, x).and_then(|goals| close_all(m, goals, depth - 1));
        match closed {
            Ok(true) => return Ok(true),
            Err(e) if e.is_resource() => return Err(e),
            _ => m.restore(&s),
        }
    }
    Ok(false)
}

/// The theorems whose conclusion may be `goal`, those with the fewest arguments first.
fn fitting(m: &Meta, goal: Expr) -> Vec<Name> {
    let Some(head) = m.st.head_const(goal) else { return vec![] };
    let mut found: Vec<(usize, Name)> = theorems(m)
        .filter_map(|(name, ty)| {
            let (arity, conclusion) = conclusion(&m.st, ty);
            let fits = m.st.head_const(conclusion) == Some(head) && may_meet(&m.st, conclusion, goal);
            fits.then_some((arity, name))
        })
        .collect();
    found.sort();
    found.into_iter().map(|(_, name)| name).collect()
}

/// The equations one side of which may occur in `e`, with the direction; those with the fewest arguments first.
fn rules(m: &Meta, e: Expr) -> Vec<(Name, bool)> {
    let st = &m.st;
    let mut parts: Vec<Expr> = Vec::new();
    st.any_subterm(e, |t| {
        if matches!(st.node(t), Node::App(..)) {
            parts.push(t);
        }
        false
    });
    let mut found: Vec<(bool, usize, Name)> = Vec::new();
    for (name, ty) in theorems(m) {
        let (arity, conclusion) = conclusion(st, ty);
        let sides = match (st.head_const(conclusion), st.unapp(conclusion).1.as_slice()) {
            (Some(n), [_, l, r]) if n == *crate::known::EQ => [(*l, false), (*r, true)],
            (Some(n), [l, r]) if n == *crate::known::IFF => [(*l, false), (*r, true)],
            _ => continue,
        };
        for (side, symm) in sides {
            let meets = |t: &Expr| st.head_const(*t) == st.head_const(side) && may_meet(st, side, *t);
            if matches!(st.node(side), Node::App(..))
                && st.head_const(side).is_some()
                && parts.iter().any(meets)
            {
                found.push((symm, arity, name));
            }
        }
    }
    found.sort();
    found.into_iter().map(|(symm, _, name)| (name, symm)).collect()
}

/// All theorems and axioms that a person would name.
fn theorems(m: &Meta) -> impl Iterator<Item = (Name, Expr)> {
    m.env
        .kernel
        .iter()
        .filter(|c| matches!(***c, ConstantInfo::Theorem(..) | ConstantInfo::Axiom(_)))
        .map(|c| (c.name(), c.ty()))
        .filter(|(n, _)| is_named_by_people(*n) && !m.env.ext.hidden.contains(n))
}

fn is_named_by_people(n: Name) -> bool {
    const MADE: [&str; 4] = ["sorryAx", "injEq", "noConfusion", "sizeOf_spec"];
    let made_part = |p: &&Part| match p {
        Part::Num(_) => true,
        Part::Str(s) => {
            s.starts_with('_') || s.strip_prefix("eq_").is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()))
        }
    };
    !n.components().iter().any(made_part) && !MADE.contains(&n.last_str())
}

/// Number of leading `∀` of a type, and what follows them.
fn conclusion(st: &Store, ty: Expr) -> (usize, Expr) {
    let (mut n, mut t) = (0, ty);
    while let Node::Pi(_, _, b) = st.node(t) {
        n += 1;
        t = b;
    }
    (n, t)
}

/// Whether applications of the same symbol may unify, by the heads of their arguments alone.
fn may_meet(st: &Store, pattern: Expr, e: Expr) -> bool {
    let (ps, es) = (st.unapp(pattern).1, st.unapp(e).1);
    let rigid = |t: Expr| st.head_const(t).filter(|n| !may_unfold_to_another(*n));
    ps.len() == es.len()
        && ps.iter().zip(&es).all(|(p, e)| match (rigid(*p), rigid(*e)) {
            (Some(p), Some(e)) => p == e,
            _ => true,
        })
}

/// Numbers and instances have several forms.
fn may_unfold_to_another(n: Name) -> bool {
    n.last_str().starts_with("inst")
        || matches!(n.as_str(), "Nat.succ" | "Nat.zero" | "OfNat.ofNat" | "HAdd.hAdd" | "Ne" | "Not")
}
