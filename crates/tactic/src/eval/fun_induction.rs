//! `fun_induction f x y` and `fun_cases f x y`: elimination by `f.induct` and `f.fun_cases`.
//!
//! In each case the call is replaced by what the function does there, as Lean's `f.induct_unfolding` does.

use super::Script;
use super::terms::Holes;
use crate::eliminate::{Case, unnamed};
use crate::goal::{goal_decl, in_goal};
use crate::rewrite::rewrite_target;
use crate::using::{ElimInfo, eliminate_using};
use turnstile_elab::{Error, Meta, Result, SynthMode};
use turnstile_kernel::{Expr, FVarId, MVarId, Name, Node};
use turnstile_syntax::{Ident, Term};

/// The most conditions that are decided in a case.
const MAX_CONDITIONS: usize = 16;

impl Script<'_> {
    pub(super) fn fun_induction(&mut self, cases: bool, call: &Term, gen_: &[Ident]) -> Result<Vec<Case>> {
        let mut g = self.main()?;
        let generalizing = gen_.iter().map(|x| self.local(g, x)).collect::<Result<Vec<FVarId>>>()?;
        let (f, args) = self.called(g, call)?;
        let what = if cases { "fun_cases" } else { "induct" };
        let theorem = f.str(what);
        let info = self.e.m.env.ext.inductions.get(&theorem).cloned().filter(|i| i.motives == 1);
        let Some(info) = info else {
            let kind = if cases { "cases" } else { "induction" };
            return Err(Error::msg(format!(
                "No functional {kind} theorem for `{f}`, or function is mutually recursive "
            )));
        };
        if args.len() <= info.targets.iter().chain(&info.params).copied().max().unwrap_or(0) {
            return Err(Error::msg(format!("Expected fully applied call of `{f}`")));
        }
        let mut ids = Vec::new();
        for i in &info.targets {
            let (x, next) = self.target_variable(g, args[*i], None)?;
            g = next;
            if ids.contains(&x) {
                return Err(Error::msg("the arguments of the call must be different variables"));
            }
            ids.push(x);
        }
        let first_case = info.params.len() + info.motives;
        let first_target = first_case + info.cases;
        let elim = ElimInfo {
            name: theorem,
            arity: first_target + info.targets.len(),
            motive: info.params.len(),
            targets: (first_target..first_target + info.targets.len()).collect(),
            alts: (0..info.cases)
                .map(|k| (first_case + k, Name::anon().str(&format!("case{}", k + 1))))
                .collect(),
            given: info.params.iter().enumerate().map(|(k, i)| (k, args[*i])).collect(),
        };
        let mut out = eliminate_using(&mut self.e.m, g, &elim, &ids, &generalizing, &unnamed)?;
        for c in &mut out {
            c.goal = unfold_call(&mut self.e.m, c.goal, f)?;
        }
        Ok(out)
    }

    /// The function and the arguments of the call; a function alone stands for its call in the goal.
    fn called(&mut self, g: MVarId, call: &Term) -> Result<(Name, Vec<Expr>)> {
        if let Some(id) = call.unparen().as_ident()
            && let Ok(f) = self.in_goal(g, |s, _| s.e.resolve_const(id))
        {
            let target = goal_decl(&self.e.m, g)?.ty;
            let target = self.e.m.instantiate(target);
            let m = &self.e.m;
            let arity = m.env.ext.equations.get(&f).map_or(1, |q| q.arity);
            let mut found: Vec<Vec<Expr>> = Vec::new();
            m.st.any_subterm(target, |t| {
                if m.st.head_const(t) == Some(f) && m.st.loose(t) == 0 && m.st.app_arity(t) >= arity {
                    let args = m.st.unapp(t).1;
                    if !found.contains(&args) {
                        found.push(args);
                    }
                }
                false
            });
            let variables = |args: &Vec<Expr>| {
                let own = m.env.ext.inductions.get(&f.str("induct")).or(m
                    .env
                    .ext
                    .inductions
                    .get(&f.str("fun_cases")));
                own.is_none_or(|i| {
                    i.targets
                        .iter()
                        .all(|k| args.get(*k).is_some_and(|a| matches!(m.st.node(*a), Node::FVar(_))))
                })
            };
            let good: Vec<&Vec<Expr>> = found.iter().filter(|a| variables(a)).collect();
            return match (&good[..], &found[..]) {
                ([one], _) => Ok((f, (*one).clone())),
                ([], [one]) => Ok((f, one.clone())),
                ([], []) => Err(Error::msg(format!("Could not find suitable call of `{f}` in the goal"))),
                _ => Err(Error::msg(format!(
                    "Found more than one suitable call of `{f}` in the goal. Please include the desired arguments."
                ))),
            };
        }
        let (e, _) = self.elab(g, call, None, Holes::None, SynthMode::Final)?;
        let e = self.e.m.instantiate(e);
        let (h, args) = self.e.m.st.unapp(e);
        match self.e.m.st.as_const(h) {
            Some((f, _)) => Ok((f, args)),
            None => Err(Error::msg("the target is not a call of a function")),
        }
    }
}

/// The goal with the call of `f` in it replaced by its value, as far as the case determines it.
fn unfold_call(m: &mut Meta, g: MVarId, f: Name) -> Result<MVarId> {
    let Some(eqs) = m.env.ext.equations.get(&f).cloned() else { return Ok(g) };
    let found = in_goal(m, g, |m, goal| {
        let st = m.st.clone();
        let mut calls: Vec<Expr> = Vec::new();
        st.any_subterm(goal.target, |t| {
            if st.head_const(t) == Some(f)
                && st.loose(t) == 0
                && st.app_arity(t) == eqs.arity
                && !calls.contains(&t)
            {
                calls.push(t);
            }
            false
        });
        for c in calls {
            if let Some((_, proof)) = m.rewrite_by_equations(c, &eqs)? {
                return Ok(Some(proof));
            }
        }
        Ok(None)
    })?;
    let Some(proof) = found else { return Ok(g) };
    let Some(mut g) = rewritten(m, g, proof)? else { return Ok(g) };
    for _ in 0..MAX_CONDITIONS {
        let Some(proof) = in_goal(m, g, |m, goal| decided(m, goal.target))? else { break };
        match rewritten(m, g, proof)? {
            Some(next) => g = next,
            None => break,
        }
    }
    Ok(g)
}

fn rewritten(m: &mut Meta, g: MVarId, proof: Expr) -> Result<Option<MVarId>> {
    m.attempt(|m| Ok(rewrite_target(m, g, proof, false)?.first().copied()))
}

/// A proof that simplifies an `if` in `target` whose condition is a hypothesis or the negation of one.
fn decided(m: &mut Meta, target: Expr) -> Result<Option<Expr>> {
    let st = m.st.clone();
    let mut found: Vec<(bool, Expr)> = Vec::new();
    st.any_subterm(target, |t| {
        for name in ["ite", "dite"] {
            if let Some(args) = st.app_of(t, name, 5)
                && st.loose(args[1]) == 0
            {
                found.push((name == "dite", args[1]));
            }
        }
        false
    });
    let hyps: Vec<(Expr, Expr)> =
        m.lctx.iter().rev().filter(|d| !d.is_aux).map(|d| (st.fvar(d.id), d.ty)).collect();
    for (dependent, c) in found {
        let not_c = st.app(st.const0("Not"), c);
        for (h, ty) in &hyps {
            let ty = m.instantiate(*ty);
            for (p, lemma) in [(c, ["if_pos", "dif_pos"]), (not_c, ["if_neg", "dif_neg"])] {
                if st.alpha_eq(ty, p) {
                    let lemma = lemma[usize::from(dependent)];
                    return m.attempt(|m| m.mk_app(lemma, &[*h]).map(Some));
                }
            }
        }
    }
    Ok(None)
}
