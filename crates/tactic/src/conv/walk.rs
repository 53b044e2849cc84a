//! Into a term: arguments, functions, bodies of binders.

use super::goal::ConvGoal;
use crate::goal::{Goals, in_goal, inaccessible, new_goal_in};
use crate::kabstract::abstraction_is_type_correct;
use crate::known;
use crate::simp::parts::{argument_binders, replace_arguments, replaceable};
use crate::terms::Terms;
use turnstile_elab::meta::{Delayed, LocalContext};
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{Binder, BinderInfo, Expr, MVarId, Name, Node};

/// Which argument: the number as it is written, and whether implicit ones count.
#[derive(Clone, Copy, Debug)]
pub struct ArgNumber {
    /// From 1, or from -1 backwards; 0 is the function.
    pub index: i64,
    /// `@`
    pub all: bool,
    /// The step's word, for messages.
    pub tactic: &'static str,
}

/// Splits the application `| f a b` into `| a`, `| b`, for its explicit arguments; an implication into its two sides.
///
/// # Errors
/// When the term is neither.
pub fn congr(m: &mut Meta, g: MVarId) -> Result<Goals> {
    let c = ConvGoal::expect(m, g)?;
    in_goal(m, g, |m, _| {
        if matches!(m.st.node(c.lhs), Node::Pi(..)) {
            return implication(m, &c, true, true);
        }
        let (f, args) = m.st.unapp(c.lhs);
        if args.is_empty() {
            return Err(expected(m, "congr", c.lhs));
        }
        let infos = argument_binders(m, f, &args)?;
        let free = replaceable(m, f, &args)?;
        let which: Vec<usize> =
            (0..args.len()).filter(|i| free[*i] && infos[*i] == BinderInfo::Default).collect();
        arguments(m, &c, &which)
    })
}

fn expected(m: &Meta, tactic: &str, e: Expr) -> Error {
    m.error_at_term(&format!("invalid '{tactic}' conv tactic, application or implication expected"), e)
}

/// Goes to one argument.
///
/// # Errors
/// When there is none of this number, or others depend on it.
pub fn arg(m: &mut Meta, g: MVarId, n: ArgNumber) -> Result<Goals> {
    let c = ConvGoal::expect(m, g)?;
    let (index, tactic) = (n.index, n.tactic);
    in_goal(m, g, |m, _| {
        if matches!(m.st.node(c.lhs), Node::Pi(..)) {
            return match index {
                1 | -2 => implication(m, &c, true, false),
                2 | -1 => match dependent(m, c.lhs) {
                    true => enter_binder(m, g, None).map(|h| vec![h]),
                    false => implication(m, &c, false, true),
                },
                _ => Err(Error::msg(format!(
                    "invalid '{tactic}' conv tactic, index is out of bounds for pi type"
                ))),
            };
        }
        let (f, args) = m.st.unapp(c.lhs);
        if args.is_empty() {
            return Err(expected(m, tactic, c.lhs));
        }
        if index == 0 {
            return function(m, &c, args.len()).map(|h| vec![h]);
        }
        let infos = argument_binders(m, f, &args)?;
        let places: Vec<usize> =
            (0..args.len()).filter(|i| n.all || infos[*i] == BinderInfo::Default).collect();
        let len = places.len() as i64;
        let at = if index > 0 { index - 1 } else { index + len };
        let Some(i) = usize::try_from(at).ok().and_then(|i| places.get(i).copied()) else {
            let what =
                if n.all { format!("{len} argument(s)") } else { format!("{len} explicit argument(s)") };
            return Err(Error::msg(format!(
                "invalid '{tactic}' conv tactic, application has {what} but the index is out of bounds"
            )));
        };
        if !replaceable(m, f, &args)?[i] {
            return Err(Error::msg("cannot select argument"));
        }
        arguments(m, &c, &[i])
    })
}

/// Goals for the arguments `which`, then for instances that depend on them.
pub(super) fn arguments(m: &mut Meta, c: &ConvGoal, which: &[usize]) -> Result<Goals> {
    let (f, args) = m.st.unapp(c.lhs);
    let mut goals = Vec::with_capacity(which.len());
    let mut new = Vec::with_capacity(which.len());
    for i in which {
        let (r, h, id) = ConvGoal::open(m, args[*i], c.tag)?;
        goals.push(id);
        new.push((*i, r, h));
    }
    let Some((r, instances)) = replace_arguments(m, f, &args, &new)? else {
        return Err(Error::msg("cannot select argument"));
    };
    let proof = match r.proof {
        Some(p) => p,
        None => m.mk_eq_refl(c.lhs)?,
    };
    c.solve(m, r.expr, proof);
    goals.extend(instances);
    Ok(goals)
}

/// Goes to the function in front of the last `n` arguments.
pub(super) fn function(m: &mut Meta, c: &ConvGoal, n: usize) -> Result<MVarId> {
    let (f, args) = m.st.unapp(c.lhs);
    let (front, last) = args.split_at(args.len() - n);
    let f = m.st.apps(f, front);
    let (r, h, id) = ConvGoal::open(m, f, c.tag)?;
    let (mut old, mut new, mut proof) = (f, r, h);
    for a in last {
        let ty = m.infer(old)?;
        let ty = m.whnf(ty)?;
        let Node::Pi(b, dom, cod) = m.st.node(ty) else { return Err(expected(m, "fun", c.lhs)) };
        let u = m.universe(dom)?;
        let at_a = m.st.instantiate1(cod, *a);
        let v = m.universe(at_a)?;
        let st = &m.st;
        let family = st.lam(Binder::new(b.name), dom, cod);
        proof = st.apps(st.const_(*known::CONGR_FUN, &[u, v]), &[dom, family, old, new, proof, *a]);
        (old, new) = (st.app(old, *a), st.app(new, *a));
    }
    c.solve(m, new, proof);
    Ok(id)
}

/// Goes from `| f a` to `| f`.
///
/// # Errors
/// When the term is no application.
pub fn fun(m: &mut Meta, g: MVarId) -> Result<MVarId> {
    let c = ConvGoal::expect(m, g)?;
    in_goal(m, g, |m, _| {
        if !matches!(m.st.node(c.lhs), Node::App(..)) {
            return Err(m.error_at_term("invalid 'fun' conv tactic, application expected", c.lhs));
        }
        function(m, &c, 1)
    })
}

/// Whether the body of a `∀` mentions its variable.
pub(super) fn dependent(m: &Meta, e: Expr) -> bool {
    matches!(m.st.node(e), Node::Pi(_, _, b) if m.st.has_loose_bvar(b, 0))
}

/// The sides of an implication, or of the type of functions without dependency.
pub(super) fn implication(m: &mut Meta, c: &ConvGoal, left: bool, right: bool) -> Result<Goals> {
    let Node::Pi(b, p, q) = m.st.node(c.lhs) else { return Err(expected(m, "congr", c.lhs)) };
    if m.st.has_loose_bvar(q, 0) {
        return Err(m.error_at_term("cannot enter the domain of a dependent function type", c.lhs));
    }
    let q = m.st.lower(q, 1, 1);
    let mut goals = Vec::new();
    let mut side = |m: &mut Meta, e: Expr, enter: bool| -> Result<(Expr, Expr)> {
        if !enter {
            return Ok((e, m.mk_eq_refl(e)?));
        }
        let (r, h, id) = ConvGoal::open(m, e, c.tag)?;
        goals.push(id);
        Ok((r, h))
    };
    let (p2, hp) = side(m, p, left)?;
    let (q2, hq) = side(m, q, right)?;
    let (u, v) = (m.universe(p)?, m.universe(q)?);
    let st = m.st.clone();
    let result = st.pi(b, p2, st.lift(q2, 0, 1));
    let proof = st.apps(st.const_(Name::new("implies_congr"), &[u, v]), &[p, p2, q, q2, hp, hq]);
    c.solve(m, result, proof);
    Ok(goals)
}

/// Goes below a binder: `fun x => b`, `∀ x, b`, `let x := v; b`, or any function, which is applied to a new variable.
///
/// # Errors
/// When the term is none of these.
pub fn enter_binder(m: &mut Meta, g: MVarId, name: Option<Name>) -> Result<MVarId> {
    let c = ConvGoal::expect(m, g)?;
    in_goal(m, g, |m, _| {
        let outer = m.lctx.clone();
        let st = m.st.clone();
        match st.node(c.lhs) {
            Node::Pi(b, dom, body) if m.is_prop(c.lhs)? => {
                let opened = open(m, &outer, b, dom, name, |m, x| Ok(m.st.instantiate1(body, x)), c.tag)?;
                let u = m.universe(dom)?;
                let plain = Binder::new(b.name);
                let new = st.app(st.lift(opened.result, 0, 1), st.bvar(0));
                let p = st.lam(plain, dom, body);
                let q = st.lam(plain, dom, new);
                let lemma = st.const_(Name::new("forall_congr"), &[u]);
                let proof = st.apps(lemma, &[dom, p, q, opened.proof_function(m, b, dom)]);
                c.solve(m, st.pi(b, dom, new), proof);
                Ok(opened.goal)
            }
            Node::Let(n, dom, value, body) => {
                if !abstraction_is_type_correct(m, dom, body)? {
                    return Err(m.error_at_term(
                        "invalid 'ext' conv tactic, the body is only type correct for the value of the variable",
                        c.lhs,
                    ));
                }
                let b = Binder::new(n);
                let opened = open(m, &outer, b, dom, name, |m, x| Ok(m.st.instantiate1(body, x)), c.tag)?;
                let new = st.app(st.lift(opened.result, 0, 1), st.bvar(0));
                let proof = st.app(opened.proof, value);
                c.solve(m, st.let_(n, dom, value, new), proof);
                Ok(opened.goal)
            }
            _ => {
                let ty = m.whnf(c.ty)?;
                let Node::Pi(b, dom, cod) = st.node(ty) else {
                    return Err(m.error(vec![
                        turnstile_elab::Piece::Text(
                            "invalid 'ext' conv tactic, function or arrow expected\n  ".into(),
                        ),
                        turnstile_elab::Piece::Expr(c.lhs),
                        turnstile_elab::Piece::Text(" : ".into()),
                        turnstile_elab::Piece::Expr(ty),
                    ]));
                };
                let b = match st.node(c.lhs) {
                    Node::Lam(own, ..) => own,
                    _ => Binder::new(b.name),
                };
                let apply = |m: &mut Meta, x: Expr| Ok(m.st.head_beta(m.st.app(c.lhs, x)));
                let opened = open(m, &outer, b, dom, name, apply, c.tag)?;
                let u = m.universe(dom)?;
                let v = m.scoped(|m| {
                    let x = m.push_local(b.name, dom, BinderInfo::Default);
                    let t = m.st.instantiate1(cod, x);
                    m.universe(t)
                })?;
                let new = st.lam(b, dom, st.app(st.lift(opened.result, 0, 1), st.bvar(0)));
                let family = st.lam(Binder::new(b.name), dom, cod);
                let h = opened.proof_function(m, b, dom);
                let lemma = st.const_(*known::FUNEXT, &[u, v]);
                c.solve(m, new, st.apps(lemma, &[dom, family, c.lhs, new, h]));
                Ok(opened.goal)
            }
        }
    })
}

/// A goal below a binder: functions that give the result and the proof for each value of the variable.
struct Opened {
    goal: MVarId,
    result: Expr,
    proof: Expr,
}

impl Opened {
    /// `fun x => proof x`
    fn proof_function(&self, m: &Meta, b: Binder, dom: Expr) -> Expr {
        let st = &m.st;
        st.lam(Binder::new(b.name), dom, st.app(st.lift(self.proof, 0, 1), st.bvar(0)))
    }
}

/// A goal for what `body` gives for a new variable of type `dom`.
fn open(
    m: &mut Meta,
    outer: &LocalContext,
    b: Binder,
    dom: Expr,
    name: Option<Name>,
    body: impl FnOnce(&mut Meta, Expr) -> Result<Expr>,
    tag: Name,
) -> Result<Opened> {
    m.scoped(|m| {
        let name = name.unwrap_or_else(|| inaccessible(b.name));
        let x = m.push_local(name, dom, b.info);
        let lhs = body(m, x)?;
        let (r, h, goal) = ConvGoal::open(m, lhs, tag)?;
        let ty = m.infer(r)?;
        let ty = m.instantiate(ty);
        let result = closed_over(m, outer, x, r, ty)?;
        // Stated with the function: the hole for the result itself must not be abstracted.
        let lhs = m.instantiate(lhs);
        let eq = m.mk_eq_in(ty, lhs, m.st.app(result, x))?;
        let proof = closed_over(m, outer, x, h, eq)?;
        Ok(Opened { goal, result, proof })
    })
}

/// A hole in `outer` that, applied to `x`, stands for the hole `inner : ty` of the current context.
fn closed_over(m: &mut Meta, outer: &LocalContext, x: Expr, inner: Expr, ty: Expr) -> Result<Expr> {
    let full = m.mk_pi(&[x], ty)?;
    let (e, id) = new_goal_in(m, outer.clone(), full, Name::anon());
    let Node::MVar(hole) = m.st.node(inner) else { return Err(Error::msg("internal: no hole")) };
    let fvars = [m.fvar_id(x)?];
    m.mctx.assign_delayed(id, Delayed { fvars: fvars.as_slice().into(), inner: hole });
    Ok(e)
}
