//! Rewriting and simplification, and library theorems.

use super::view::GoalView;
use super::{CandidateSettings, List};
use crate::premises::{Premise, PremiseIndex, RewriteRule};
use rustc_hash::FxHashSet;
use turnstile_elab::env::Transparency;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{ConstantInfo, Expr, Name, Node};
use turnstile_tactic::action::{Action, Fact, SimpAction, close_term};

pub(super) fn candidates(
    m: &mut Meta,
    v: &GoalView,
    s: &CandidateSettings,
    premises: &PremiseIndex,
    out: &mut List,
) -> Result<()> {
    if matches!(m.st.node(v.target), Node::Pi(..)) {
        return Ok(());
    }
    simplify(m, v, out)?;
    rewrite_with_hypotheses(m, v, out);
    conditions(m, v, out)?;
    if v.size <= s.max_size {
        library(m, v, s, premises, out);
    }
    Ok(())
}

/// Definitions that `simp` may unfold: functions of the user's file and non-simp definitions of the library that occur.
pub fn functions(m: &Meta, e: Expr, out: &mut Vec<Name>) {
    m.st.any_subterm(e, |t| {
        if let Node::Const(n, _) = m.st.node(t)
            && m.env.ext.equations.contains_key(&n)
            && !out.contains(&n)
            && !m.env.is_class(n)
            && !n.last_str().starts_with("inst")
        {
            out.push(n);
        } else if let Node::Const(n, _) = m.st.node(t)
            && !out.contains(&n)
            && matches!(m.env.get(n).map(|c| &**c), Some(ConstantInfo::Definition(..)))
            && !m.env.ext.projections.contains_key(&n)
            && !m.env.ext.matchers.contains_key(&n)
            && m.env.reducibility(n) == turnstile_elab::env::Reducibility::Regular
            && !n.last_str().starts_with("inst")
            && !matches!(n.as_str(), "Not" | "Ne" | "GE.ge" | "GT.gt")
        {
            out.push(n);
        }
        false
    });
}

/// Operations of type classes in `e` whose instance leads to a function with equations, and these functions: `++` on lists
/// is `HAppend.hAppend`, `Append.append` and `List.append`. Numbers are left out: their operations have better lemmas.
fn operations(m: &mut Meta, e: Expr) -> Result<Vec<Name>> {
    let st = m.st.clone();
    let is_operation =
        |m: &Meta, n: Name| m.env.ext.projections.get(&n).is_some_and(|(class, _)| m.env.is_class(*class));
    let mut found: Vec<Expr> = Vec::new();
    st.any_subterm(e, |t| {
        if let Some(n) = st.head_const(t)
            && matches!(st.node(t), Node::App(..))
            && st.loose(t) == 0
            && is_operation(m, n)
            && found
                .iter()
                .all(|other| st.head_const(*other) != Some(n) || st.app_arity(*other) < st.app_arity(t))
        {
            found.push(t);
        }
        found.len() >= 6
    });
    let mut out: Vec<Name> = Vec::new();
    for mut t in found {
        let mut names = Vec::new();
        while let Some(n) = st.head_const(t) {
            names.push(n);
            if !is_operation(m, n) {
                let of_numbers = matches!(n.prefix().as_str(), "Nat" | "Int" | "Fin");
                if m.env.ext.equations.contains_key(&n) && !of_numbers {
                    out.extend(names);
                }
                break;
            }
            match m.unfold_step(t)? {
                Some(next) => t = m.whnf_core(next)?,
                None => break,
            }
        }
    }
    let mut seen = FxHashSet::default();
    out.retain(|n| seen.insert(*n));
    Ok(out)
}

fn simplify(m: &mut Meta, v: &GoalView, out: &mut List) -> Result<()> {
    let mut fns = Vec::new();
    functions(m, v.target, &mut fns);
    fns.truncate(8);
    let defs: Vec<(Fact, bool)> = fns.iter().map(|n| (Fact::Const(*n), false)).collect();
    let hyps: Vec<(Fact, bool)> = v
        .props()
        .filter(|h| is_equation(m, h.ty) || matches!(m.st.node(h.ty), Node::Pi(..)))
        .map(|h| (Fact::Hyp(h.index), false))
        .collect();
    out.push(10.0, Action::Simp(SimpAction::default()));
    if !defs.is_empty() {
        out.push(12.0, Action::Simp(SimpAction { lemmas: defs.clone(), ..SimpAction::default() }));
    }
    if !hyps.is_empty() {
        let all: Vec<(Fact, bool)> = defs.iter().chain(&hyps).copied().collect();
        out.push(16.0, Action::Simp(SimpAction { lemmas: all, ..SimpAction::default() }));
        if !defs.is_empty() {
            out.push(6.0, Action::Simp(SimpAction { lemmas: hyps, ..SimpAction::default() }));
        }
    }
    for h in v.props() {
        let mut fns = Vec::new();
        functions(m, h.ty, &mut fns);
        fns.truncate(6);
        let lemmas: Vec<(Fact, bool)> = fns.iter().map(|n| (Fact::Const(*n), false)).collect();
        let weight = if lemmas.is_empty() { 1.0 } else { 4.0 };
        if !matches!(m.st.node(h.ty), Node::FVar(_)) {
            out.push(weight, Action::Simp(SimpAction { lemmas, at: Some(h.index), ..SimpAction::default() }));
        }
    }
    if !fns.is_empty() && v.props().next().is_some() {
        out.push(6.0, Action::SimpAll(fns.iter().map(|n| Fact::Const(*n)).collect()));
    }
    let ops = operations(m, v.target)?;
    if !ops.is_empty() {
        // Alone: the library's lemmas put the operations back.
        let lemmas = ops.into_iter().map(|n| (Fact::Const(n), false)).collect();
        out.push(5.0, Action::Simp(SimpAction { lemmas, only: true, ..SimpAction::default() }));
    }
    Ok(())
}

fn is_equation(m: &Meta, e: Expr) -> bool {
    let mut t = e;
    while let Node::Pi(_, _, b) = m.st.node(t) {
        t = b;
    }
    m.st.head_const(t).is_some_and(|n| matches!(n.as_str(), "Eq" | "Iff"))
}

fn rewrite_with_hypotheses(m: &mut Meta, v: &GoalView, out: &mut List) {
    for h in v.props().rev() {
        if !is_equation(m, h.ty) {
            continue;
        }
        let rule = Fact::Hyp(h.index);
        out.push(7.0, Action::Rewrite { rule, symm: false, at: None });
        out.push(3.5, Action::Rewrite { rule, symm: true, at: None });
        for k in v.props() {
            if k.index != h.index && !matches!(m.st.node(k.ty), Node::FVar(_)) {
                out.push(1.2, Action::Rewrite { rule, symm: false, at: Some(k.index) });
                out.push(0.6, Action::Rewrite { rule, symm: true, at: Some(k.index) });
            }
        }
    }
}

/// `if`, `match` and functions that wait for the value of a term.
fn conditions(m: &mut Meta, v: &GoalView, out: &mut List) -> Result<()> {
    let st = m.st.clone();
    let branches = |e: Expr| {
        st.any_subterm(e, |t| {
            st.head_const(t)
                .is_some_and(|n| matches!(n.as_str(), "ite" | "dite") || m.env.ext.matchers.contains_key(&n))
        })
    };
    if branches(v.target) {
        out.push(12.0, Action::Split(None));
    }
    for h in v.props() {
        if branches(h.ty) {
            out.push(6.0, Action::Split(Some(h.index)));
        }
    }
    // The scrutinee of a stuck match, when it is not a variable.
    let mut seen: Vec<Expr> = Vec::new();
    for e in std::iter::once(v.target).chain(v.props().map(|h| h.ty)) {
        st.any_subterm(e, |t| {
            let (h, args) = st.unapp(t);
            if let Node::Const(n, _) = st.node(h) {
                if let Some(i) = m.env.ext.matchers.get(&n) {
                    for d in args.iter().skip(i.num_params + 1).take(i.num_discrs) {
                        if st.loose(*d) == 0 && matches!(st.node(*d), Node::App(..)) && !seen.contains(d) {
                            seen.push(*d);
                        }
                    }
                } else if n.as_str() == "cond"
                    && let Some(c) = args.get(1)
                    && st.loose(*c) == 0
                    && matches!(st.node(*c), Node::App(..))
                    && !seen.contains(c)
                {
                    seen.push(*c);
                }
            }
            false
        });
    }
    for d in seen.iter().take(4) {
        let t = close_term(m, v.goal, *d)?;
        out.push(9.0, Action::CasesTerm(t));
    }
    Ok(())
}

/// Theorems that apply to the goal or rewrite a part of it; of equals, those that have more to do with it.
fn library(m: &mut Meta, v: &GoalView, s: &CandidateSettings, premises: &PremiseIndex, out: &mut List) {
    if premises.is_empty() {
        return;
    }
    // `a ≤ b` and the like are found under the name of what their instance says as well.
    let is_operation = v
        .head
        .is_some_and(|h| m.env.ext.projections.get(&h).is_some_and(|(class, _)| m.env.is_class(*class)));
    let meaning = if is_operation && !v.has_holes {
        m.whnf_at(v.target, Transparency::Instances).ok().filter(|t| m.st.head_const(*t) != v.head)
    } else {
        None
    };
    let (st, env) = (m.st.clone(), &m.env);
    let goal = std::iter::once(v.target).chain(v.props().map(|h| h.ty));
    let relevant = premises.relevant(&st, env, goal, s.relevant);
    let mut applicable = premises.applicable(&st, env, v.target);
    applicable.extend(meaning.into_iter().flat_map(|t| premises.applicable(&st, env, t)));
    let merit =
        |p: &Premise, size: u32| 2.0 * relevant.of(p) + 0.1 * f64::from(size.min(20)) - f64::from(p.hyps);
    applicable.sort_by(|a, b| merit(b, b.size).total_cmp(&merit(a, a.size)));
    for (i, p) in applicable.into_iter().take(s.apply).enumerate() {
        // A premise with a general conclusion and hypotheses of its own is seldom right.
        let w =
            6.0 / (1.0 + i as f64 * 0.35) / (1.0 + f64::from(p.hyps)) * if p.size <= 1 { 0.15 } else { 1.0 };
        out.push(w, Action::Apply(Fact::Const(p.name)));
    }
    if v.has_holes {
        return;
    }
    let mut rewrites = premises.rewrites(&st, env, v.target);
    let rank = |r: &RewriteRule<'_>| merit(r.premise, r.size) - if r.symm { 0.7 } else { 0.0 };
    rewrites.sort_by(|a, b| rank(b).total_cmp(&rank(a)));
    let mut simp: Vec<Name> = Vec::new();
    for r in &rewrites {
        if !r.symm && !r.loops && relevant.of(r.premise) > 0.0 && simp.len() < SIMP_LEMMAS {
            simp.push(r.premise.name);
        }
    }
    for (i, r) in rewrites.into_iter().take(s.rewrite).enumerate() {
        let w = 2.5 / (1.0 + i as f64 * 0.25) / (1.0 + 2.0 * f64::from(r.premise.hyps))
            * if r.symm { 0.4 } else { 1.0 };
        out.push(w, Action::Rewrite { rule: Fact::Const(r.premise.name), symm: r.symm, at: None });
    }
    // The newest hypotheses as well; those of the goal's own shape are seldom what is missing.
    for h in v.props().rev().take(2) {
        if matches!(m.st.node(h.ty), Node::FVar(_) | Node::Pi(..)) {
            continue;
        }
        let mut rules = premises.rewrites(&st, env, h.ty);
        rules.retain(|r| relevant.of(r.premise) > 0.0);
        rules.sort_by(|a, b| rank(b).total_cmp(&rank(a)));
        for (i, r) in rules.into_iter().take(s.rewrite / 4).enumerate() {
            let w = 0.8 / (1.0 + i as f64 * 0.3) * if r.symm { 0.4 } else { 1.0 };
            let rule = Fact::Const(r.premise.name);
            out.push(w, Action::Rewrite { rule, symm: r.symm, at: Some(h.index) });
        }
    }
    let facts = |names: &[Name]| names.iter().map(|n| (Fact::Const(*n), false)).collect();
    for (weight, count) in [(4.0, SIMP_LEMMAS), (2.5, 3), (2.0, 1)] {
        if simp.len() >= count || count == SIMP_LEMMAS && !simp.is_empty() {
            let lemmas = facts(&simp[..count.min(simp.len())]);
            out.push(weight, Action::Simp(SimpAction { lemmas, ..SimpAction::default() }));
        }
    }
}

/// Relevant equations that one call of `simp` gets.
const SIMP_LEMMAS: usize = 8;
