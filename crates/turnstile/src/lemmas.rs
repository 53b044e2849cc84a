//! Lemma discovery: equations about the functions of a goal, conjectured by testing and proved by short searches, each
//! with the earlier ones at hand.

use crate::attempt::run;
use std::time::{Duration, Instant};
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, MVarId, Name};
use turnstile_policy::HandMade;
use turnstile_policy::explore::{ExploreSettings, Signature, conjectures};
use turnstile_search::CancelFlag;
use turnstile_tactic::goal::{goal_decl, new_goal, target};

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
/// Seconds for the proof of one lemma.
const LEMMA_SECONDS: f64 = 0.25;

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
        let half = Instant::now() + until.saturating_duration_since(Instant::now()).mul_f64(0.4);
        conjectures(m, &sig, &ExploreSettings::default(), || Instant::now() < half && !cancel.is_cancelled())
    })();
    m.restore(&saved);
    let list = match found {
        Ok(l) => l,
        Err(e) if e.is_resource() => vec![],
        Err(_) => vec![],
    };
    let mut out: Vec<Lemma> = Vec::new();
    for c in list {
        if out.len() >= MAX_LEMMAS || Instant::now() >= until || cancel.is_cancelled() {
            break;
        }
        m.lctx = lctx.clone();
        let (_, g) = new_goal(m, c.statement, Name::anon());
        let (g, names) = assume(m, g, &out)?;
        if is_trivial(m, g, &names)? {
            continue;
        }
        let seconds = until.saturating_duration_since(Instant::now()).as_secs_f64().min(LEMMA_SECONDS);
        let mut settings = turnstile_search::Settings::default();
        settings.budgets.seconds = Some(seconds);
        settings.budgets.depth = 14;
        let r = run(m, policy, g, &settings, cancel, expansions, &mut |_| {})?;
        m.lctx = lctx.clone();
        if let Some(script) = r.script {
            let text = m.pp(c.statement);
            out.push(Lemma { statement: c.statement, text, script });
        }
    }
    m.restore(&saved);
    m.budget.deadline = None;
    m.budget.fuel = 50_000_000;
    let _ = Duration::ZERO;
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
        turnstile_kernel::Node::FVar(id) => !m.lctx.contains(id),
        _ => false,
    })
}

/// Whether `simp` with the earlier lemmas proves the goal: then it adds nothing. Context unchanged.
fn is_trivial(m: &mut Meta, g: MVarId, _names: &[String]) -> Result<bool> {
    use turnstile_tactic::simp::{SimpCall, simp_goal};
    let s = m.save();
    let fuel = std::mem::replace(&mut m.budget.fuel, 200_000);
    let r = (|| {
        let (_, g) = turnstile_tactic::intro::intros(m, g)?;
        simp_goal(m, g, &SimpCall { star: true, ..SimpCall::default() })
    })();
    m.budget.fuel = fuel;
    m.restore(&s);
    match r {
        Ok(r) => Ok(r.is_none()),
        Err(_) => Ok(false),
    }
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
