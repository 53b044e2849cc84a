//! From a goal to facts, and back to its proof.

use super::Settings;
use super::engine::{Engine, Outcome};
use super::quantifier::Witness;
use crate::goal::{as_not, hyps, in_goal, tactic_error};
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, ConstantInfo, Expr, MVarId, Name, Node};

/// How many types may be asked whether they are inhabited.
const MAX_TYPES: u32 = 3;

/// `finish`: closes `g` by first-order logic with equality, classically, from the hypotheses.
///
/// # Errors
/// When no refutation is found within the limits, or the budget ends.
pub fn finish(m: &mut Meta, g: MVarId) -> Result<()> {
    refute_goal(m, g, "finish", &Settings::first_order())
}

/// Closes `g` by refuting its denial together with the hypotheses. `name` is the tactic's.
///
/// # Errors
/// When no refutation is found within the limits, or the budget ends.
pub fn refute_goal(m: &mut Meta, g: MVarId, name: &str, settings: &Settings) -> Result<()> {
    let proof = in_goal(m, g, |m, goal| {
        m.scoped(|m| {
            let st = m.st.clone();
            let mut xs = Vec::new();
            let mut target = goal.target;
            loop {
                if let Node::Pi(b, d, body) = st.node(target) {
                    let name = if b.name.is_anon() { Name::new("a") } else { b.name };
                    let x = m.push_local(name, d, b.info);
                    target = st.instantiate1(body, x);
                    xs.push(x);
                } else if let Some(p) = as_not(m, target) {
                    xs.push(m.push_local(Name::new("h").num(0), p, BinderInfo::Default));
                    target = st.const0("False");
                } else {
                    break;
                }
            }
            let falsity = st.const0("False");
            if !m.is_prop(target)? {
                return Ok(None);
            }
            let proof = if target == falsity {
                let facts = hypotheses(m)?;
                prove_false(m, settings, facts, Vec::new(), 0)?
            } else {
                let not = st.app(st.const0("Not"), target);
                m.scoped(|m| -> Result<Option<Expr>> {
                    let h = m.push_local(Name::new("h").num(0), not, BinderInfo::Default);
                    let facts = hypotheses(m)?;
                    let Some(p) = prove_false(m, settings, facts, Vec::new(), 0)? else { return Ok(None) };
                    let f = m.mk_lambda(&[h], p)?;
                    Ok(Some(st.apps(st.const0("Classical.byContradiction"), &[target, f])))
                })?
            };
            proof.map(|p| m.mk_lambda(&xs, p)).transpose()
        })
    })?;
    match proof {
        Some(p) => {
            m.mctx.assign(g, p);
            Ok(())
        }
        None => in_goal(m, g, |m, _| Err(tactic_error(m, name, g, "no contradiction was found"))),
    }
}

/// The propositions in the context with their proofs.
fn hypotheses(m: &mut Meta) -> Result<Vec<(Expr, Expr)>> {
    let decls: Vec<(Expr, Expr)> = hyps(m).map(|d| (d.ty, m.st.fvar(d.id))).collect();
    let mut out = Vec::with_capacity(decls.len());
    for (ty, x) in decls {
        let ty = m.instantiate(ty);
        if m.is_prop(ty)? {
            out.push((ty, x));
        }
    }
    Ok(out)
}

/// A proof of `False` from `facts`, in the current context. Conjunctions and existentials are taken apart first.
fn prove_false(
    m: &mut Meta,
    settings: &Settings,
    facts: Vec<(Expr, Expr)>,
    empty: Vec<(Expr, Expr)>,
    asked: u32,
) -> Result<Option<Expr>> {
    m.scoped(|m| {
        let (facts, witnesses) = open_facts(m, facts)?;
        let Some(mut falso) = search(m, settings, facts, empty, asked)? else { return Ok(None) };
        for w in witnesses.iter().rev() {
            falso = w.eliminate(m, falso)?;
        }
        Ok(Some(falso))
    })
}

fn open_facts(m: &mut Meta, facts: Vec<(Expr, Expr)>) -> Result<(Vec<(Expr, Expr)>, Vec<Witness>)> {
    let st = m.st.clone();
    let mut out = Vec::new();
    let mut witnesses = Vec::new();
    for fact in facts {
        let mut todo = vec![fact];
        while let Some((p, h)) = todo.pop() {
            m.tick()?;
            if let Some([a, b]) = st.app_of(p, "And", 2).as_deref() {
                todo.push((*b, st.apps(st.const0("And.right"), &[*a, *b, h])));
                todo.push((*a, st.apps(st.const0("And.left"), &[*a, *b, h])));
            } else if let Some([t, q]) = st.app_of(p, "Exists", 2).as_deref() {
                let w = Witness::new(m, *t, *q, h);
                let said = st.beta(*q, &[w.x]);
                todo.push((said, w.h));
                witnesses.push(w);
            } else {
                out.push((p, h));
            }
        }
    }
    Ok((out, witnesses))
}

fn search(
    m: &mut Meta,
    settings: &Settings,
    facts: Vec<(Expr, Expr)>,
    empty: Vec<(Expr, Expr)>,
    asked: u32,
) -> Result<Option<Expr>> {
    let st = m.st.clone();
    let outcome = m.scoped(|m| {
        let mut engine = Engine::new(settings.clone(), empty.clone());
        for (p, h) in &facts {
            engine.fact(m, *p, *h)?;
        }
        let problem: Vec<Expr> = facts.iter().map(|f| f.0).collect();
        for n in &settings.theorems {
            engine.theorem(m, *n, &problem)?;
        }
        engine.run(m)
    })?;
    let ty = match outcome {
        Outcome::Proof(p) => return Ok(Some(p)),
        Outcome::Stuck => return Ok(None),
        Outcome::Needs(_) if asked >= MAX_TYPES => return Ok(None),
        Outcome::Needs(ty) => ty,
    };
    // `ty` has an element, or it has none.
    let u = m.sort_of(ty)?;
    let nonempty = st.app(st.const_(Name::new("Nonempty"), &[u]), ty);
    let with = m.scoped(|m| -> Result<Option<Expr>> {
        let x = m.push_local(Name::new("x").num(0), ty, BinderInfo::Default);
        let Some(p) = search(m, settings, facts.clone(), empty.clone(), asked + 1)? else { return Ok(None) };
        let f = m.mk_lambda(&[x], p)?;
        m.scoped(|m| {
            let h = m.push_local(Name::new("h").num(0), nonempty, BinderInfo::Default);
            let elim = st.const_(Name::new("Nonempty.elim"), &[u]);
            let e = st.apps(elim, &[ty, st.const0("False"), h, f]);
            m.mk_lambda(&[h], e).map(Some)
        })
    })?;
    let Some(with) = with else { return Ok(None) };
    let not = st.app(st.const0("Not"), nonempty);
    let without = m.scoped(|m| -> Result<Option<Expr>> {
        let h = m.push_local(Name::new("h").num(0), not, BinderInfo::Default);
        let mut empty = empty.clone();
        empty.push((ty, h));
        let Some(p) = search(m, settings, facts.clone(), empty, asked + 1)? else { return Ok(None) };
        m.mk_lambda(&[h], p).map(Some)
    })?;
    let Some(without) = without else { return Ok(None) };
    let em = st.app(st.const0("Classical.em"), nonempty);
    Ok(Some(st.apps(st.const0("Or.elim"), &[nonempty, not, st.const0("False"), em, with, without])))
}

/// `grind`: closes `g` by first-order logic with equality, case distinctions and linear arithmetic. `names` are definitions that
/// may be unfolded and theorems that may be used, beside those marked `@[grind]`.
///
/// # Errors
/// When no refutation is found within the limits, or the budget ends.
pub fn grind(m: &mut Meta, g: MVarId, names: &[Name]) -> Result<()> {
    let (mut unfold, mut theorems) = (Vec::new(), Vec::new());
    let marked: Vec<Name> = m.env.attr("grind").iter().map(|e| e.decl).collect();
    for n in names.iter().copied().chain(marked) {
        if m.env.ext.hidden.contains_key(&n) {
            continue;
        }
        match m.env.get(n).map(|c| &**c) {
            Some(ConstantInfo::Definition(..)) => unfold.push(n),
            Some(ConstantInfo::Theorem(..) | ConstantInfo::Axiom(..)) => theorems.push(n),
            _ => {}
        }
    }
    refute_goal(m, g, "grind", &Settings::with_theories(unfold, theorems))
}
