//! Rewriting rules, made from theorems and hypotheses.

use super::call::Origin;
use crate::known;
use std::sync::Arc;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, Level, Name, Node, Store};

/// A variable of a rule.
#[derive(Clone, Debug)]
pub struct RuleVar {
    /// Its type, over the variables before it as loose bound variables.
    pub ty: Expr,
    /// How its binder finds its argument.
    pub info: BinderInfo,
    /// Whether it is a condition: a proof to be found.
    pub is_prop: bool,
}

/// `∀ vars, lhs = rhs` with its proof, over the variables as loose bound variables (the last is 0).
#[derive(Clone, Debug)]
pub struct Rule {
    /// What it was made from.
    pub origin: Origin,
    /// Level parameters it is stated with.
    pub level_params: Arc<[Name]>,
    /// Its variables.
    pub vars: Vec<RuleVar>,
    /// What it rewrites.
    pub lhs: Expr,
    /// To what.
    pub rhs: Expr,
    /// `lhs = rhs`
    pub proof: Expr,
    /// Whether both sides are the same up to the order of variables: then it is used only to get smaller.
    pub permutes: bool,
    /// Whether it holds by `rfl`.
    pub by_rfl: bool,
    /// Larger is tried first.
    pub priority: u32,
}

/// What rules are made from.
pub struct Source {
    /// Where it comes from.
    pub origin: Origin,
    /// Level parameters.
    pub level_params: Arc<[Name]>,
    /// The closed proof (over the level parameters).
    pub proof: Expr,
    /// Its type.
    pub ty: Expr,
    /// Rewrite from right to left.
    pub inverse: bool,
    /// Its priority.
    pub priority: u32,
    /// Whether it is known to hold by `rfl`.
    pub by_rfl: bool,
}

/// The rules that `s` gives: one for an equation, several for a conjunction.
///
/// # Errors
/// When the budget ends.
pub fn rules_of(m: &mut Meta, s: &Source) -> Result<Vec<Rule>> {
    m.scoped(|m| {
        let mut xs: Vec<Expr> = Vec::new();
        let mut vars = Vec::new();
        let mut ty = m.instantiate(s.ty);
        while let Node::Pi(b, dom, body) = m.st.node(ty) {
            let t = m.st.instantiate_rev(dom, &xs);
            let is_prop = m.is_prop(t).unwrap_or(false);
            vars.push(RuleVar { ty: dom, info: b.info, is_prop });
            xs.push(m.push_local(b.name, t, b.info));
            ty = body;
        }
        let body = m.st.instantiate_rev(ty, &xs);
        let proof = m.st.apps(s.proof, &xs);
        let mut out = Vec::new();
        let mut todo = vec![(body, proof)];
        while let Some((p, h)) = todo.pop() {
            if let Some((a, b)) = split_and(&m.st, p) {
                let st = &m.st;
                let left = st.apps(st.const0("And.left"), &[a, b, h]);
                let right = st.apps(st.const0("And.right"), &[a, b, h]);
                todo.extend([(b, right), (a, left)]);
                continue;
            }
            for (lhs, rhs, h, is_eq) in equations(m, &xs, p, h, s.inverse)? {
                let ids: Vec<_> = xs.iter().filter_map(|x| m.fvar_id(*x).ok()).collect();
                let st = &m.st;
                let (lhs, rhs, proof) =
                    (st.abstract_fvars(lhs, &ids), st.abstract_fvars(rhs, &ids), st.abstract_fvars(h, &ids));
                let permutes = is_permutation(st, lhs, rhs);
                out.push(Rule {
                    origin: s.origin,
                    level_params: s.level_params.clone(),
                    vars: vars.clone(),
                    lhs,
                    rhs,
                    proof,
                    permutes,
                    by_rfl: s.by_rfl && is_eq,
                    priority: s.priority,
                });
            }
        }
        Ok(out)
    })
}

fn split_and(st: &Store, p: Expr) -> Option<(Expr, Expr)> {
    match crate::goal::app_of(st, p, *known::AND, 2)?.as_slice() {
        [a, b] => Some((*a, *b)),
        _ => None,
    }
}

/// `p` with proof `h` as equations `(lhs, rhs, proof, whether p itself is one)`.
fn equations(
    m: &mut Meta,
    vars: &[Expr],
    p: Expr,
    h: Expr,
    inverse: bool,
) -> Result<Vec<(Expr, Expr, Expr, bool)>> {
    let st = m.st.clone();
    let truth = |m: &Meta| {
        let proof = m.st.apps(m.st.const0("eq_true"), &[p, h]);
        (p, m.st.const0("True"), proof, false)
    };
    let (head, args) = st.unapp(p);
    let name = st.as_const(head).map(|c| c.0);
    let args = args.as_slice();
    match (name, args) {
        (Some(n), [ty, a, b]) if n == *known::EQ => {
            let (mut l, mut r, mut proof) = (*a, *b, h);
            if inverse {
                let Node::Const(_, ls) = st.node(head) else { return Ok(vec![]) };
                let symm = st.const_(*known::EQ_SYMM, &st.level_list(ls));
                proof = st.apps(symm, &[*ty, l, r, h]);
                std::mem::swap(&mut l, &mut r);
            }
            // A variable on the left would match everything, and a left side inside its own right side goes on for ever.
            if !usable(m, vars, l, r) {
                return Ok(vec![truth(m)]);
            }
            Ok(vec![(l, r, proof, !inverse)])
        }
        (Some(n), [a, b]) if n == *known::IFF => {
            let mut proof = st.apps(st.const0("propext"), &[*a, *b, h]);
            let (mut l, mut r) = (*a, *b);
            if inverse {
                let symm = st.const_(*known::EQ_SYMM, &[st.l_one()]);
                proof = st.apps(symm, &[st.prop(), l, r, proof]);
                std::mem::swap(&mut l, &mut r);
            }
            if !usable(m, vars, l, r) {
                return Ok(vec![truth(m)]);
            }
            Ok(vec![(l, r, proof, !inverse)])
        }
        (Some(n), [q]) if n == *known::NOT => {
            let proof = st.apps(st.const0("eq_false"), &[*q, h]);
            Ok(vec![(*q, st.const0("False"), proof, false)])
        }
        (Some(n), [ty, a, b]) if n == *known::NE => {
            let Node::Const(_, ls) = st.node(head) else { return Ok(vec![]) };
            let q = st.apps(st.const_(*known::EQ, &st.level_list(ls)), &[*ty, *a, *b]);
            let proof = st.apps(st.const0("eq_false"), &[q, h]);
            Ok(vec![(q, st.const0("False"), proof, false)])
        }
        (Some(n), []) if n == *known::TRUE => Ok(vec![]),
        _ => {
            if !m.is_prop(p).unwrap_or(false) {
                return Ok(vec![]);
            }
            Ok(vec![truth(m)])
        }
    }
}

/// Whether `l ⟶ r` can be a rule; `vars` are the rule's variables, opened.
fn usable(m: &Meta, vars: &[Expr], l: Expr, r: Expr) -> bool {
    let st = &m.st;
    if st.alpha_eq(l, r) {
        return false;
    }
    if m.head_mvar(l).is_some() || vars.contains(&st.app_fn(l)) {
        return false;
    }
    // The engine cuts other loops; this one would only spend the budget.
    !st.any_subterm(r, |t| st.alpha_eq(t, l))
}

/// Whether `lhs` and `rhs` are equal up to a renaming of the rule's variables that is one to one.
fn is_permutation(st: &Store, lhs: Expr, rhs: Expr) -> bool {
    let mut map: Vec<(u32, u32)> = Vec::new();
    let mut todo = vec![(lhs, rhs, 0u32)];
    while let Some((a, b, depth)) = todo.pop() {
        if a == b && st.loose(a) <= depth {
            continue;
        }
        match (st.node(a), st.node(b)) {
            (Node::BVar(i), Node::BVar(j)) if i >= depth && j >= depth => {
                let (i, j) = (i - depth, j - depth);
                match map.iter().find(|(x, y)| *x == i || *y == j) {
                    Some(p) if *p != (i, j) => return false,
                    Some(_) => {}
                    None => map.push((i, j)),
                }
            }
            (Node::App(f, x), Node::App(g, y)) => todo.extend([(f, g, depth), (x, y, depth)]),
            (Node::Lam(_, t, x), Node::Lam(_, u, y)) | (Node::Pi(_, t, x), Node::Pi(_, u, y)) => {
                todo.extend([(t, u, depth), (x, y, depth + 1)]);
            }
            (Node::Let(_, t, v, x), Node::Let(_, u, w, y)) => {
                todo.extend([(t, u, depth), (v, w, depth), (x, y, depth + 1)]);
            }
            (Node::Proj(s, i, x), Node::Proj(r, j, y)) if s == r && i == j => todo.push((x, y, depth)),
            (x, y) if x == y => {}
            _ => return false,
        }
    }
    true
}

/// The source of the theorem `name`, if it is one.
#[must_use]
pub fn theorem_source(m: &mut Meta, name: Name, inverse: bool, priority: u32) -> Option<Source> {
    let c = m.env.get(name)?.clone();
    let params: Vec<Level> = c.cval().level_params.iter().map(|p| m.st.l_param(*p)).collect();
    let proof = m.st.const_(name, &params);
    let by_rfl = c.value().is_some_and(|v| is_rfl_proof(&m.st, v));
    Some(Source {
        origin: Origin::Const(name, inverse),
        level_params: c.cval().level_params.clone(),
        proof,
        ty: c.ty(),
        inverse,
        priority,
        by_rfl,
    })
}

/// Whether a proof is `fun … => rfl`.
fn is_rfl_proof(st: &Store, mut v: Expr) -> bool {
    while let Node::Lam(_, _, b) = st.node(v) {
        v = b;
    }
    st.head_const(v).is_some_and(|n| matches!(n.as_str(), "rfl" | "Eq.refl" | "Iff.rfl" | "Iff.refl"))
}
