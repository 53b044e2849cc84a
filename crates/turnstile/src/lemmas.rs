//! Lemma discovery: equations about the functions of a goal, conjectured by testing and proved by short searches, each
//! with the earlier ones at hand.

use crate::attempt::{Purpose, run};
use std::time::Instant;
use turnstile_clock::now;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, MVarId, Name, Node};
use turnstile_policy::HandMade;
use turnstile_policy::explore::{ExploreSettings, Signature, conjectures};
use turnstile_search::CancelFlag;
use turnstile_tactic::goal::{goal_decl, new_goal, target};
use turnstile_tactic::simp::{SimpArg, SimpCall, simp_goal};

/// A proved equation.
pub struct Lemma {
    /// Its statement, in the context of the goal it was found for.
    pub statement: Expr,
    /// The statement as text.
    pub text: String,
    /// Its proof.
    pub script: Vec<String>,
}

/// More lemmas than this slow the search down more than they help.
const MAX_LEMMAS: usize = 14;
/// Seconds for the first attempt at one lemma; doubled for each further one.
const LEMMA_SECONDS: f64 = 0.1;

/// Lemmas for `goal`, found until the given moment.
///
/// # Errors
/// When the budget of `m` ends.
pub fn discover(
    m: &mut Meta,
    goal: MVarId,
    policy: &mut HandMade,
    until: Instant,
    cancel: &CancelFlag,
    expansions: &mut u64,
) -> Result<Vec<Lemma>> {
    let lctx = goal_decl(m, goal)?.lctx.clone();
    m.budget.fuel = 200_000_000;
    m.budget.deadline = Some(until);
    let saved = m.save();
    m.lctx = lctx.clone();
    let found = (|| {
        let (stmt, lctx_open) = open_target(m, goal)?;
        m.lctx = lctx_open;
        let sig = Signature::of_goal(m, &stmt)?;
        m.lctx = lctx.clone();
        if !sig.has_functions() || sig.types.iter().any(|t| !lives_in(m, t.ty)) {
            return Ok(vec![]);
        }
        let half = now() + until.saturating_duration_since(now()).mul_f64(0.4);
        conjectures(m, &sig, &ExploreSettings::default(), || now() < half && !cancel.is_cancelled())
    })();
    m.restore(&saved);
    let list = match found {
        Ok(l) => l,
        Err(e) if e.is_resource() => vec![],
        Err(_) => vec![],
    };
    let mut out: Vec<Lemma> = Vec::new();
    // What failed is tried again when more lemmas are there, with more time.
    let mut waiting: Vec<(Expr, usize, f64)> =
        list.iter().map(|c| (c.statement, usize::MAX, LEMMA_SECONDS)).collect();
    let done = |out: &[Lemma]| out.len() >= MAX_LEMMAS || now() >= until || cancel.is_cancelled();
    for round in 0..3 {
        let mut again = Vec::new();
        for (statement, tried_with, seconds) in waiting {
            if done(&out) {
                break;
            }
            if tried_with == out.len() && round < 2 {
                again.push((statement, tried_with, seconds));
                continue;
            }
            m.lctx = lctx.clone();
            let (_, g) = new_goal(m, statement, Name::anon());
            let (g, _) = assume(m, g, &out)?;
            if is_trivial(m, g)? {
                continue;
            }
            let left = until.saturating_duration_since(now()).as_secs_f64();
            let mut settings = turnstile_search::Settings::default();
            settings.budgets.seconds = Some(left.min(seconds));
            settings.budgets.depth = 14;
            let r = run(m, policy, g, &settings, cancel, expansions, &mut |_| {}, Purpose::Lemma)?;
            m.lctx = lctx.clone();
            match r.scripts.into_iter().next_back() {
                Some(script) => {
                    let text = m.pp(statement);
                    out.push(Lemma { statement, text, script });
                }
                None => again.push((statement, out.len(), seconds * 2.0)),
            }
        }
        waiting = again;
        if done(&out) {
            break;
        }
    }
    m.restore(&saved);
    m.budget.deadline = None;
    m.budget.fuel = 50_000_000;
    Ok(out)
}

/// The target with its binders opened, and the context they make.
fn open_target(m: &mut Meta, goal: MVarId) -> Result<(Vec<Expr>, turnstile_elab::LocalContext)> {
    let t = target(m, goal)?;
    let mut all: Vec<Expr> = m.lctx.iter().map(|d| d.ty).collect();
    let (xs, body) = m.open_pis(t, None)?;
    for x in xs {
        let ty = m.infer(x)?;
        all.push(ty);
    }
    all.push(body);
    Ok((all, m.lctx.clone()))
}

/// Whether a type makes sense in the current context.
fn lives_in(m: &Meta, ty: Expr) -> bool {
    !m.st.any_subterm(ty, |t| match m.st.node(t) {
        Node::FVar(id) => !m.lctx.contains(id),
        _ => false,
    })
}

/// Whether the definitions and the earlier lemmas give the goal by simplification: then it adds nothing.
fn is_trivial(m: &mut Meta, g: MVarId) -> Result<bool> {
    let s = m.save();
    let fuel = std::mem::replace(&mut m.budget.fuel, 300_000);
    let r = (|| {
        let (_, g) = turnstile_tactic::intro::intros(m, g)?;
        let before = m.save();
        if turnstile_tactic::rfl::rfl(m, g).is_ok() {
            return Ok(true);
        }
        m.restore(&before);
        let args =
            functions(m, target(m, g)?).into_iter().map(|name| SimpArg::Const { name, inverse: false });
        let call = SimpCall { args: args.collect(), star: true, ..SimpCall::default() };
        Ok::<bool, turnstile_elab::Error>(simp_goal(m, g, &call)?.is_none())
    })();
    m.budget.fuel = fuel;
    m.restore(&s);
    Ok(r.unwrap_or(false))
}

/// The functions with defining equations in `e`.
fn functions(m: &Meta, e: Expr) -> Vec<Name> {
    let mut out = Vec::new();
    m.st.any_subterm(e, |t| {
        if let Node::Const(n, _) = m.st.node(t)
            && m.env.ext.equations.contains_key(&n)
            && !m.env.ext.hidden.contains(&n)
            && !out.contains(&n)
        {
            out.push(n);
        }
        false
    });
    out
}

/// `goal` with the lemmas as hypotheses, proofs left open: for searching. Returns the new goal and the names given.
///
/// # Errors
/// When the budget ends.
pub fn assume(m: &mut Meta, goal: MVarId, lemmas: &[Lemma]) -> Result<(MVarId, Vec<String>)> {
    let mut g = goal;
    let mut names = Vec::new();
    for (i, l) in lemmas.iter().enumerate() {
        let name = Name::new(&format!("lemma_{}", i + 1));
        let (_, _, next) = turnstile_tactic::assert::have(m, g, name, l.statement)?;
        g = next;
        names.push(name.as_str().to_owned());
    }
    Ok((g, names))
}
