//! Truth values of propositions under an assignment.

use crate::formula::{Formula, Shape};
use crate::{Assignment, Model};
use std::rc::Rc;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, FVarId, Node, with_stack};

/// What evaluation says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Truth {
    /// Whether it seems to hold.
    pub holds: bool,
    /// Whether that is sure. It is not where only some of infinitely many values were looked at.
    pub sure: bool,
}

impl Truth {
    const fn new(holds: bool, sure: bool) -> Option<Truth> {
        Some(Truth { holds, sure })
    }
}

/// Values looked at for a quantifier over an infinite type, by the number of quantifiers around it. Inner ones see more:
/// otherwise the largest value that the outer one sees would be the largest of all.
const SAMPLES: [usize; 4] = [7, 12, 16, 20];

fn not(t: Option<Truth>) -> Option<Truth> {
    t.map(|t| Truth { holds: !t.holds, ..t })
}

/// The truth of a conjunction; of two reasons for it to be false a sure one counts.
fn and(a: Option<Truth>, b: Option<Truth>) -> Option<Truth> {
    match (a, b) {
        (Some(Truth { holds: false, sure: true }), _) | (_, Some(Truth { holds: false, sure: true })) => {
            Truth::new(false, true)
        }
        (Some(a), Some(b)) => Truth::new(a.holds && b.holds, a.holds && b.holds && a.sure && b.sure),
        _ => None,
    }
}

impl Model<'_> {
    /// The truth of a formula; `None` where nothing is known.
    pub(crate) fn truth(
        &mut self,
        m: &mut Meta,
        f: &Rc<Formula>,
        values: &mut Assignment,
        depth: usize,
    ) -> Result<Option<Truth>> {
        m.tick()?;
        with_stack(|| self.truth_of(m, f, values, depth))
    }

    fn truth_of(
        &mut self,
        m: &mut Meta,
        f: &Rc<Formula>,
        values: &mut Assignment,
        depth: usize,
    ) -> Result<Option<Truth>> {
        Ok(match &f.shape {
            Shape::True => Truth::new(true, true),
            Shape::False => Truth::new(false, true),
            Shape::Not(p) => not(self.truth(m, p, values, depth)?),
            Shape::And(p, q) => {
                let p = self.truth(m, p, values, depth)?;
                if let Some(Truth { holds: false, sure: true }) = p {
                    return Ok(p);
                }
                and(p, self.truth(m, q, values, depth)?)
            }
            Shape::Or(p, q) => {
                let p = not(self.truth(m, p, values, depth)?);
                if let Some(Truth { holds: false, sure: true }) = p {
                    return Ok(not(p));
                }
                not(and(p, not(self.truth(m, q, values, depth)?)))
            }
            Shape::Imp(p, q) => {
                let p = self.truth(m, p, values, depth)?;
                if let Some(Truth { holds: false, sure: true }) = p {
                    return Ok(not(p));
                }
                not(and(p, not(self.truth(m, q, values, depth)?)))
            }
            Shape::Iff(p, q) => {
                let (p, q) = (self.truth(m, p, values, depth)?, self.truth(m, q, values, depth)?);
                match (p, q) {
                    (Some(p), Some(q)) => Truth::new(p.holds == q.holds, p.sure && q.sure),
                    _ => None,
                }
            }
            Shape::PropEq(p) | Shape::FunEq(p) => self.truth(m, p, values, depth)?,
            Shape::Eq { lhs, rhs, .. } => {
                let (a, b) = (m.st.replace_fvars(*lhs, values), m.st.replace_fvars(*rhs, values));
                let Some(a) = self.evaluator.value(m, a)? else { return Ok(None) };
                let Some(b) = self.evaluator.value(m, b)? else { return Ok(None) };
                self.evaluator.same(m, a, b).and_then(|same| Truth::new(same, true))
            }
            Shape::Decide { inst } => {
                let decide = m.st.apps(m.st.const0("Decidable.decide"), &[f.prop, *inst]);
                let closed = m.st.replace_fvars(decide, values);
                let v = self.evaluator.value(m, closed)?;
                match v.and_then(|v| m.st.as_const(v)).map(|(n, _)| n.as_str()) {
                    Some("Bool.true") => Truth::new(true, true),
                    Some("Bool.false") => Truth::new(false, true),
                    _ => None,
                }
            }
            Shape::All { var, ty, body } => self.every(m, *var, *ty, body, values, depth, true)?,
            Shape::Ex { var, ty, body, .. } => not(self.every(m, *var, *ty, body, values, depth, false)?),
            Shape::Atom => {
                let closed = m.st.head_beta(m.st.replace_fvars(f.prop, values));
                if m.st.has_fvar(closed) || matches!(m.st.node(m.st.app_fn(closed)), Node::FVar(_)) {
                    return Ok(None);
                }
                let inner = self.closed(m, closed)?;
                self.truth(m, &inner, &mut Assignment::default(), depth)?
            }
            Shape::Derivable => {
                let closed = m.st.replace_fvars(f.prop, values);
                if m.st.has_fvar(closed) {
                    return Ok(None);
                }
                let found = self.derive(m, closed)?;
                Truth::new(found.is_some(), found.is_some())
            }
            Shape::Opaque => None,
        })
    }

    /// Whether `body` holds (or fails, if not `wanted`) for every value of `ty`.
    fn every(
        &mut self,
        m: &mut Meta,
        var: FVarId,
        ty: Expr,
        body: &Rc<Formula>,
        values: &mut Assignment,
        depth: usize,
        wanted: bool,
    ) -> Result<Option<Truth>> {
        let (all, complete) = self.range(m, ty, values, depth)?;
        let mut result = Truth::new(true, complete);
        for v in all.iter() {
            values.insert(var, *v);
            let t = self.truth(m, body, values, depth + 1);
            values.remove(&var);
            let t = t?;
            result = and(result, if wanted { t } else { not(t) });
            if let Some(Truth { holds: false, sure: true }) = result {
                break;
            }
        }
        Ok(result)
    }

    /// The values that a quantifier looks at, and whether these are all.
    pub(crate) fn range(
        &mut self,
        m: &mut Meta,
        ty: Expr,
        values: &Assignment,
        depth: usize,
    ) -> Result<(Rc<[Expr]>, bool)> {
        let ty = m.st.replace_fvars(ty, values);
        Ok(match self.elements(m, ty)? {
            Some(all) => (all, true),
            None => {
                let small = self.domain(m, ty, SAMPLES[depth.min(SAMPLES.len() - 1)])?;
                let more = self.literal_values(m, ty)?;
                if more.is_empty() {
                    return Ok((small, false));
                }
                let mut all = small.to_vec();
                all.extend(more.into_iter().filter(|v| !small.contains(v)));
                (all.into(), false)
            }
        })
    }
}
