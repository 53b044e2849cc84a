//! The hunt for an assignment under which all hypotheses hold and the conclusion does not.

use crate::plan::{Plan, Step};
use crate::refutation::Refutation;
use crate::truth::Truth;
use crate::{Assignment, Model};
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, with_stack};

/// Values for each variable, round by round, from small to large.
const WIDTHS: [usize; 7] = [2, 3, 4, 6, 9, 14, 22];
/// Values tried in a round before chance takes over.
const ROUND: usize = 3000;
/// Random descents, and values tried at each choice of one.
const DESCENTS: usize = 250;
const BREADTH: usize = 2;
/// Counterexamples that evaluation is not sure of, kept for the oracle.
const MAX_DOUBTFUL: usize = 6;
/// Counterexamples without a proof before the hunt is given up.
const MAX_UNPROVED: usize = 8;

/// How values are chosen.
#[derive(Clone, Copy)]
enum Choice {
    /// The first so many.
    Smallest(usize),
    /// A few at random.
    Random,
}

/// A hunt for one plan.
pub(crate) struct Hunt<'p> {
    plan: &'p Plan,
    statement: Expr,
    /// Values that may still be tried in this round.
    left: usize,
    /// Whether some type has more values than were looked at.
    more: bool,
    unproved: usize,
    /// Counterexamples that evaluation is not sure of.
    pub doubtful: Vec<Assignment>,
}

impl<'p> Hunt<'p> {
    pub fn new(plan: &'p Plan, statement: Expr) -> Hunt<'p> {
        Hunt { plan, statement, left: 0, more: false, unproved: 0, doubtful: Vec::new() }
    }

    /// Small values first, then random ones. `rounds` limits the first part.
    pub fn run(&mut self, model: &mut Model<'_>, m: &mut Meta, rounds: usize) -> Result<Option<Refutation>> {
        for width in WIDTHS.into_iter().take(rounds) {
            (self.left, self.more) = (ROUND, false);
            if let Some(r) = self.descend(model, m, 0, &mut Assignment::default(), Choice::Smallest(width))? {
                return Ok(Some(r));
            }
            if !self.more || self.is_hopeless() {
                return Ok(None);
            }
            if self.left == 0 {
                break;
            }
        }
        for _ in 0..if rounds < WIDTHS.len() { 0 } else { DESCENTS } {
            self.left = 40;
            if let Some(r) = self.descend(model, m, 0, &mut Assignment::default(), Choice::Random)? {
                return Ok(Some(r));
            }
            if self.is_hopeless() {
                break;
            }
        }
        Ok(None)
    }

    fn is_hopeless(&self) -> bool {
        self.unproved >= MAX_UNPROVED
    }

    fn descend(
        &mut self,
        model: &mut Model<'_>,
        m: &mut Meta,
        step: usize,
        values: &mut Assignment,
        choice: Choice,
    ) -> Result<Option<Refutation>> {
        with_stack(|| self.take(model, m, step, values, choice))
    }

    fn take(
        &mut self,
        model: &mut Model<'_>,
        m: &mut Meta,
        step: usize,
        values: &mut Assignment,
        choice: Choice,
    ) -> Result<Option<Refutation>> {
        let plan = self.plan;
        match plan.steps.get(step) {
            None => self.judge(model, m, values),
            Some(Step::Test(h)) => {
                let hyp = &plan.hyps[*h];
                if let Some(Truth { holds: false, .. }) = model.truth(m, &hyp.formula, values, 0)? {
                    return Ok(None);
                }
                if !hyp.used {
                    return self.descend(model, m, step + 1, values, choice);
                }
                let closed = m.st.replace_fvars(hyp.prop, values);
                let Some(proof) = model.prove(m, closed, true)? else { return Ok(None) };
                values.insert(hyp.id, proof);
                let r = self.descend(model, m, step + 1, values, choice);
                values.remove(&hyp.id);
                r
            }
            Some(Step::Define(i, t)) => {
                let t = m.st.replace_fvars(*t, values);
                let is_function = matches!(m.st.node(t), turnstile_kernel::Node::Lam(..));
                let v = if is_function { Some(t) } else { model.evaluator.value(m, t)? };
                let Some(v) = v else { return Ok(None) };
                values.insert(plan.vars[*i].id, v);
                let r = self.descend(model, m, step + 1, values, choice);
                values.remove(&plan.vars[*i].id);
                r
            }
            Some(Step::Choose(i)) => {
                let var = &plan.vars[*i];
                let ty = m.st.replace_fvars(var.ty, values);
                for v in self.candidates(model, m, ty, choice)? {
                    if self.left == 0 || self.is_hopeless() {
                        return Ok(None);
                    }
                    self.left -= 1;
                    m.tick()?;
                    values.insert(var.id, v);
                    let r = self.descend(model, m, step + 1, values, choice);
                    values.remove(&var.id);
                    if let Some(r) = r? {
                        return Ok(Some(r));
                    }
                }
                Ok(None)
            }
        }
    }

    fn candidates(
        &mut self,
        model: &mut Model<'_>,
        m: &mut Meta,
        ty: Expr,
        choice: Choice,
    ) -> Result<Vec<Expr>> {
        match choice {
            Choice::Smallest(n) => {
                let all = model.domain(m, ty, n + 1)?;
                self.more |= all.len() > n;
                let mut out = all[..all.len().min(n)].to_vec();
                if n >= 4 && !self.plan.literals.is_empty() {
                    out.extend(model.literal_values(m, ty)?.into_iter().filter(|v| !all.contains(v)));
                }
                Ok(out)
            }
            Choice::Random => {
                let all = model.domain(m, ty, 40)?;
                let literals = model.literal_values(m, ty)?;
                let mut out = Vec::new();
                for _ in 0..BREADTH {
                    let v = match model.rng.below(8) {
                        0..3 => {
                            let size = 2 + model.rng.below(6) as u32;
                            model.rng.value(m, ty, size)?
                        }
                        3 if !literals.is_empty() => {
                            Some(literals[model.rng.below(literals.len() as u64) as usize])
                        }
                        _ => None,
                    };
                    let v = match v {
                        Some(v) => v,
                        None if all.is_empty() => return Ok(out),
                        None => all[model.rng.below(all.len() as u64) as usize],
                    };
                    if !out.contains(&v) {
                        out.push(v);
                    }
                }
                Ok(out)
            }
        }
    }

    /// All hypotheses hold, or may: what of the conclusion?
    fn judge(
        &mut self,
        model: &mut Model<'_>,
        m: &mut Meta,
        values: &mut Assignment,
    ) -> Result<Option<Refutation>> {
        match model.truth(m, &self.plan.formula, values, 0)? {
            Some(Truth { holds: true, .. }) => return Ok(None),
            Some(Truth { sure: true, .. }) => {
                if let Some(r) = model.confirm(m, self.plan, self.statement, values)? {
                    return Ok(Some(r));
                }
                self.unproved += 1;
            }
            _ => {}
        }
        if self.doubtful.len() < MAX_DOUBTFUL {
            self.doubtful.push(values.clone());
        }
        Ok(None)
    }
}
