//! What a stuck goal asks for: the goal in more general terms.

use crate::backend::ProofState;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, ConstantInfo, Expr, Name, Node, Store};
use turnstile_policy::candidates::{GoalView, Hyp, inductive};
use turnstile_policy::recursion::{is_built, matched_arguments};

/// Statements that would help with the goal of `state`. Each group says the same thing in several ways, the most general
/// first; whether it is true is for a test to say.
pub fn proposals(m: &mut Meta, state: &ProofState, is_fact: impl Fn(&Hyp) -> bool) -> Result<Vec<Vec<Expr>>> {
    let Some(goal) = state.goals.first().copied() else { return Ok(vec![]) };
    m.mctx = state.mctx.clone();
    let v = GoalView::new(m, goal)?;
    let lctx = std::mem::replace(&mut m.lctx, v.lctx.clone());
    let r = run(m, &v, is_fact);
    m.lctx = lctx;
    r
}

fn run(m: &mut Meta, v: &GoalView, is_fact: impl Fn(&Hyp) -> bool) -> Result<Vec<Vec<Expr>>> {
    let own: Vec<Expr> =
        v.props().filter(|h| !is_fact(h) && !matches!(m.st.node(h.ty), Node::Pi(..))).map(|h| h.ty).collect();
    let tests: Vec<Expr> = own.iter().copied().filter(|h| is_test(m, *h)).take(4).collect();
    let mut out = Vec::new();
    if v.head.is_none_or(|h| h.as_str() != "False") {
        out.push(generalised(m, v, v.target, &tests)?);
    }
    // An induction hypothesis used from right to left on one side, so that both sides speak of the same call.
    if let Some(args) = m.st.app_of(v.target, "Eq", 3) {
        let (eq, sides) = (m.st.app_fn(v.target), [args[1], args[2]]);
        for h in &own {
            let Some(ih) = m.st.app_of(*h, "Eq", 3) else { continue };
            let (l, r) = (ih[1], ih[2]);
            if m.as_ctor(r).is_some() || m.nat_literal(r).is_some() {
                continue;
            }
            for side in 0..2 {
                if m.st.any_subterm(sides[side], |t| t == r) {
                    let mut new = sides;
                    new[side] = m.st.replace(new[side], |t, _| (t == r).then_some(l));
                    let goal = m.st.apps(eq, &[args[0], new[0], new[1]]);
                    out.push(generalised(m, v, goal, &[])?);
                }
            }
        }
    }
    // What cannot be: a test that came out this way.
    for h in &own {
        if let Some(other) = flip(m, *h)? {
            let others: Vec<Expr> = tests.iter().copied().filter(|t| t != h).collect();
            out.push(generalised(m, v, other, &others)?);
        }
    }
    Ok(out)
}

/// Whether `h` says what a function with finitely many values gives.
fn is_test(m: &Meta, h: Expr) -> bool {
    m.st.app_of(h, "Eq", 3).is_some_and(|args| {
        m.st.head_const(args[0]).is_some_and(|n| n.as_str() == "Bool") && m.as_ctor(args[2]).is_some()
    })
}

/// `f x = true` for `f x = false` and the other way round.
fn flip(m: &mut Meta, h: Expr) -> Result<Option<Expr>> {
    if !is_test(m, h) {
        return Ok(None);
    }
    let (eq, args) = m.st.unapp(h);
    let Some((c, _)) = m.as_ctor(args[2]) else { return Ok(None) };
    let other = if c.as_str() == "Bool.true" { "Bool.false" } else { "Bool.true" };
    let other = m.st.const0(other);
    Ok(Some(m.st.apps(eq, &[args[0], args[1], other])))
}

/// `e` and `premises → e`, closed over their variables: with all calls that functions recurse on made variables, with
/// one of them, and as they are.
fn generalised(m: &mut Meta, v: &GoalView, e: Expr, premises: &[Expr]) -> Result<Vec<Expr>> {
    let mut out = Vec::new();
    let mut implication = e;
    for p in premises.iter().rev() {
        implication = m.st.pi(turnstile_kernel::Binder::new(Name::new("h")), *p, implication);
    }
    let calls = calls(m, implication)?;
    let mut choices: Vec<Vec<Expr>> = Vec::new();
    if calls.len() > 1 {
        choices.push(calls.clone());
    }
    choices.extend(calls.iter().map(|c| vec![*c]));
    choices.push(vec![]);
    let wholes = if premises.is_empty() { vec![e] } else { vec![e, implication] };
    for (choice, whole) in choices.into_iter().flat_map(|c| wholes.iter().map(move |w| (c.clone(), *w))) {
        let lctx = m.lctx.clone();
        let mut general = whole;
        let mut fresh = Vec::new();
        for call in &choice {
            // A call inside another one may be gone already.
            if !m.st.any_subterm(general, |t| t == *call) {
                continue;
            }
            let ty = m.infer(*call)?;
            let name = m.fresh_name(Name::new(if m.st.app_arity(ty) > 0 { "xs" } else { "n" }));
            let x = m.push_local(name, ty, BinderInfo::Default);
            general = m.st.replace(general, |t, _| (t == *call).then_some(x));
            fresh.push(x);
        }
        let mut xs: Vec<Expr> = Vec::new();
        for h in v.hyps.iter().filter(|h| !h.is_prop) {
            let x = m.st.fvar(h.decl.id);
            let in_types = fresh.iter().any(|y| m.infer(*y).is_ok_and(|t| m.occurs(t, h.decl.id)));
            if m.occurs(general, h.decl.id) || in_types {
                xs.push(x);
            }
        }
        xs.extend(fresh);
        // A type may mention a variable that nothing else does.
        let closed = m.mk_pi(&xs, general)?;
        m.lctx = lctx;
        if !m.st.has_fvar(closed) && !out.contains(&closed) {
            out.push(closed);
        }
    }
    Ok(out)
}

/// Calls of functions, with values of recursive types, that a function recurses on or that occur more than once;
/// at most four, the largest first.
fn calls(m: &mut Meta, e: Expr) -> Result<Vec<Expr>> {
    let st = m.st.clone();
    let mut apps: Vec<(Expr, u32)> = Vec::new();
    count(&st, e, &mut apps, &mut 600);
    let mut found: Vec<Expr> = Vec::new();
    for (t, _) in &apps {
        for a in matched_arguments(m, *t) {
            if matches!(st.node(a), Node::App(..)) && st.loose(a) == 0 && !found.contains(&a) {
                found.push(a);
            }
        }
    }
    found.extend(
        apps.iter().filter(|(t, n)| *n > 1 && !found.contains(t)).map(|(t, _)| *t).collect::<Vec<_>>(),
    );
    let mut out = Vec::new();
    for t in found {
        if is_built(m, t) || !st.has_fvar(t) {
            continue;
        }
        let Some(n) = st.head_const(t) else { continue };
        if !m.env.get(n).is_some_and(|c| matches!(**c, ConstantInfo::Definition(..))) {
            continue;
        }
        let Ok(ty) = m.infer(t) else { continue };
        let ty = m.whnf_r(ty)?;
        if inductive(m, ty).is_some_and(|i| i.is_rec && !m.env.is_class(i.cval.name)) && !m.is_prop(ty)? {
            out.push(t);
        }
    }
    out.sort_by_key(|t| std::cmp::Reverse(size(m, *t)));
    out.truncate(4);
    Ok(out)
}

/// Closed applications in `e` with how often they occur.
fn count(st: &Store, e: Expr, out: &mut Vec<(Expr, u32)>, left: &mut u32) {
    if *left == 0 {
        return;
    }
    *left -= 1;
    match st.node(e) {
        Node::App(..) => {
            if st.loose(e) == 0 {
                match out.iter_mut().find(|c| c.0 == e) {
                    Some(c) => c.1 += 1,
                    None => out.push((e, 1)),
                }
            }
            for a in st.unapp(e).1 {
                count(st, a, out, left);
            }
        }
        Node::Pi(_, d, b) => {
            count(st, d, out, left);
            count(st, b, out, left);
        }
        _ => {}
    }
}

/// Number of symbols that are written: implicit arguments and the types of binders are not.
pub fn size(m: &Meta, e: Expr) -> u32 {
    match m.st.node(e) {
        Node::Pi(_, _, b) | Node::Lam(_, _, b) => size(m, b),
        Node::App(..) => {
            let (h, args) = m.st.unapp(e);
            let Node::Const(n, _) = m.st.node(h) else {
                return args.iter().map(|a| size(m, *a)).fold(size(m, h), u32::saturating_add);
            };
            if m.nat_literal(e).is_some() || n.as_str() == "OfNat.ofNat" {
                return 1;
            }
            let mut ty = m.env.get(n).map(|c| c.ty());
            let mut sum = 1u32;
            for a in args {
                let binder = ty.and_then(|t| match m.st.node(t) {
                    Node::Pi(b, _, rest) => Some((b.info, rest)),
                    _ => None,
                });
                ty = binder.map(|b| b.1);
                if binder.is_none_or(|b| b.0 == BinderInfo::Default) {
                    sum = sum.saturating_add(size(m, a));
                }
            }
            sum
        }
        _ => 1,
    }
}
