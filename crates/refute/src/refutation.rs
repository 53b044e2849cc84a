//! The way in: a statement, limits, and what comes out.

use crate::hunt::Hunt;
use crate::plan::{Arg, Plan, TypeVar, type_variables};
use crate::{Assignment, Evaluator, Model};
use std::sync::Arc;
use std::time::Instant;
use turnstile_elab::{LocalContext, Meta, Result};
use turnstile_kernel::{ConstantVal, Declaration, Expr, Level, LevelNode, Name, Node, Store};

/// Limits of one try.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Steps of evaluation and elaboration in all.
    pub fuel: u64,
    /// Kernel steps for one evaluation.
    pub steps: u64,
    /// When to stop whatever is left.
    pub deadline: Option<Instant>,
    /// How often the number of values for each variable grows before chance takes over; random values are tried only
    /// without a limit (`usize::MAX`).
    pub rounds: usize,
    /// Start of the random numbers.
    pub seed: u64,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits { fuel: 3_000_000, steps: 60_000, deadline: None, rounds: usize::MAX, seed: 1 }
    }
}

/// Proves closed propositions by other means than evaluation.
pub type Oracle<'a> = dyn FnMut(&mut Meta, Expr) -> Result<Option<Expr>> + 'a;

/// A statement that is false, and why.
#[derive(Clone, Debug)]
pub struct Refutation {
    /// The counterexample, as `x := 3, xs := [0]`; empty for a statement without variables.
    pub text: String,
    /// The statement, its universe parameters replaced.
    pub statement: Expr,
    /// A term of type `¬ statement` that the kernel accepted.
    pub proof: Expr,
}

/// Share of the time for the hunt, where there is an oracle.
const HUNT_SHARE: f64 = 0.35;

/// Whether `e` is closed: it can be asked whether it is false.
#[must_use]
pub fn holds_no_holes(st: &Store, e: Expr) -> bool {
    !st.has_mvar(e) && !st.has_fvar(e) && st.loose(e) == 0
}

/// Looks for a counterexample to the closed proposition `statement`. The oracle, if there is one, is asked about what
/// evaluation cannot settle.
///
/// # Errors
/// When the budget of `m` ends; reaching `limits` is no error.
pub fn refute<'a>(
    m: &mut Meta,
    statement: Expr,
    limits: &Limits,
    oracle: Option<&'a mut Oracle<'a>>,
) -> Result<Option<Refutation>> {
    if !holds_no_holes(&m.st, statement) {
        return Ok(None);
    }
    let (env, st) = (m.env.kernel.clone(), m.st.clone());
    let saved = m.save();
    let budget = m.budget.clone();
    m.lctx = LocalContext::default();
    m.budget.fuel = limits.fuel.min(budget.fuel);
    let end = match (limits.deadline, budget.deadline) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    };
    // An oracle needs time as well.
    m.budget.deadline = match end {
        Some(end) if oracle.is_some() => {
            let now = turnstile_clock::now();
            Some(now + end.saturating_duration_since(now).mul_f64(HUNT_SHARE))
        }
        end => end,
    };
    let granted = m.budget.fuel;
    let mut model = Model::new(&st, Evaluator::new(&env, &st, limits.steps), limits.seed);
    let r = match oracle {
        Some(oracle) => model.refute(m, statement, limits, end, Some(oracle)),
        None => model.refute(m, statement, limits, end, None),
    };
    let spent = granted.saturating_sub(m.budget.fuel);
    m.budget = budget;
    m.budget.fuel = m.budget.fuel.saturating_sub(spent);
    m.restore(&saved);
    match r {
        Err(e) if e.is_resource() && m.budget.fuel > 0 => Ok(None),
        // A statement that makes trouble is not refuted.
        Err(e) if !e.is_resource() => Ok(None),
        r => r,
    }
}

impl<'a> Model<'a> {
    fn refute(
        &mut self,
        m: &mut Meta,
        statement: Expr,
        limits: &Limits,
        end: Option<Instant>,
        oracle: Option<&'a mut Oracle<'a>>,
    ) -> Result<Option<Refutation>> {
        let statement = ground_levels(self.st, statement);
        let variables = type_variables(m, statement)?;
        let mut doubts: Vec<(Plan, Vec<Assignment>)> = Vec::new();
        for types in type_choices(m, &variables)? {
            let Some(plan) = self.plan(m, statement, &types)? else { continue };
            let mut hunt = Hunt::new(&plan, statement);
            let found = hunt.run(self, m, limits.rounds);
            let doubtful = std::mem::take(&mut hunt.doubtful);
            match found {
                Ok(None) => {}
                // What was found before time ran out may still be put to the oracle.
                Err(e) if e.is_resource() && oracle.is_some() && !doubtful.is_empty() => {
                    doubts.push((plan, doubtful));
                    break;
                }
                r => return r,
            }
            if !doubtful.is_empty() {
                doubts.push((plan, doubtful));
            }
        }
        let Some(oracle) = oracle else { return Ok(None) };
        self.oracle = Some(oracle);
        m.budget.fuel = m.budget.fuel.max(limits.fuel / 4);
        m.budget.deadline = end;
        for (plan, doubtful) in doubts {
            for values in doubtful {
                if let Some(r) = self.confirm(m, &plan, statement, &values)? {
                    return Ok(Some(r));
                }
            }
        }
        Ok(None)
    }

    /// A refutation from these values: `fun h => n (h values…)` with `n` a proof that the conclusion fails.
    pub(crate) fn confirm(
        &mut self,
        m: &mut Meta,
        plan: &Plan,
        statement: Expr,
        values: &Assignment,
    ) -> Result<Option<Refutation>> {
        let st = self.st;
        let mut values = values.clone();
        let mut applied = st.bvar(0);
        for arg in &plan.args {
            let arg = match arg {
                Arg::Fixed(e) => m.st.replace_fvars(*e, &values),
                Arg::Var(i) => match values.get(&plan.vars[*i].id) {
                    Some(v) => *v,
                    None => return Ok(None),
                },
                Arg::Hyp(i) => {
                    let hyp = &plan.hyps[*i];
                    let closed = m.st.replace_fvars(hyp.prop, &values);
                    let Some(proof) = self.prove(m, closed, true)? else { return Ok(None) };
                    values.insert(hyp.id, proof);
                    proof
                }
            };
            applied = st.app(applied, arg);
        }
        let conclusion = m.st.replace_fvars(plan.conclusion, &values);
        let Some(fails) = self.prove(m, conclusion, false)? else { return Ok(None) };
        let proof = self.fun("h", statement, st.app(fails, applied));
        if !is_accepted(m, statement, proof) {
            return Ok(None);
        }
        let text = self.describe(m, plan, &values)?;
        Ok(Some(Refutation { text, statement, proof }))
    }
}

/// Whether the kernel accepts `proof` as a theorem `¬ statement`.
fn is_accepted(m: &Meta, statement: Expr, proof: Expr) -> bool {
    let ty = m.st.app(m.st.const0("Not"), statement);
    let cval = ConstantVal { name: Name::new("_refutation"), level_params: Arc::from([]), ty };
    let mut env = m.env.kernel.clone();
    env.add_decl(&m.st, &Declaration::Theorem(cval, proof)).is_ok()
}

/// `e` with numbers for its universe parameters: one for those that are a sort of their own, zero for the others. What holds
/// for all universes holds for these.
fn ground_levels(st: &Store, e: Expr) -> Expr {
    if !st.has_level_param(e) {
        return e;
    }
    let mut sorts: Vec<Name> = Vec::new();
    st.any_subterm(e, |t| {
        if let Node::Sort(l) = st.node(t)
            && let LevelNode::Param(n) = st.level(l)
        {
            sorts.push(n);
        }
        false
    });
    st.map_levels(e, |l| ground(st, l, &sorts))
}

fn ground(st: &Store, l: Level, sorts: &[Name]) -> Level {
    match st.level(l) {
        LevelNode::Zero | LevelNode::MVar(_) => l,
        LevelNode::Succ(a) => st.l_succ(ground(st, a, sorts)),
        LevelNode::Max(a, b) => st.l_max(ground(st, a, sorts), ground(st, b, sorts)),
        LevelNode::IMax(a, b) => st.l_imax(ground(st, a, sorts), ground(st, b, sorts)),
        LevelNode::Param(n) => {
            if sorts.contains(&n) {
                st.l_one()
            } else {
                st.l_zero()
            }
        }
    }
}

/// More choices of types than this are not tried.
const MAX_TYPE_CHOICES: usize = 10;

/// Types for the type variables: first the same for all, then mixtures.
fn type_choices(m: &mut Meta, variables: &[TypeVar]) -> Result<Vec<Vec<Expr>>> {
    if variables.is_empty() {
        return Ok(vec![vec![]]);
    }
    let st = m.st.clone();
    let option = |t: Expr| st.app(st.const_(Name::new("Option"), &[st.l_zero()]), t);
    let (nat, bool_, empty) = (st.const0("Nat"), st.const0("Bool"), st.const0("Empty"));
    let unit = st.const_(Name::new("PUnit"), &[st.l_one()]);
    let menu = if variables.iter().any(|v| v.quantified) {
        vec![bool_, unit, option(bool_), empty, nat]
    } else {
        vec![nat, bool_, unit, empty]
    };
    let fits = |m: &mut Meta, v: &TypeVar, t: Expr| -> Result<bool> {
        let sort = m.infer(t)?;
        Ok(!m.st.has_fvar(v.sort) && m.is_def_eq(sort, v.sort)?)
    };
    let mut out: Vec<Vec<Expr>> = menu.iter().map(|t| vec![*t; variables.len()]).collect();
    if variables.len() > 1 {
        for a in &menu {
            for b in &menu {
                if a != b {
                    out.push((0..variables.len()).map(|i| if i == 0 { *a } else { *b }).collect());
                }
            }
        }
    }
    let mut good = Vec::new();
    for types in out.into_iter().take(MAX_TYPE_CHOICES) {
        let mut all = true;
        for (v, t) in variables.iter().zip(&types) {
            all = all && fits(m, v, *t)?;
        }
        if all {
            good.push(types);
        }
    }
    Ok(good)
}
