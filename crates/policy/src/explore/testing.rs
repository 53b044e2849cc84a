//! Testing of conjectures on random values.

use super::values::Samples;
use super::{DataType, ExploreSettings, Signature};
use rustc_hash::FxHashMap;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, Node};

/// What random values say of a statement.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It held on all values, and its premises did on some.
    Survives,
    /// It failed on some.
    Refuted,
    /// Its parts could not be evaluated, or its premises never held.
    Unknown,
}

/// Tests the closed statement `∀ xs, p₁ → … → c` with premises and conclusion that are equations of data, negated or not.
///
/// # Errors
/// When the budget of `m` ends.
pub fn test(m: &mut Meta, statement: Expr, settings: &ExploreSettings) -> Result<Verdict> {
    let lctx = m.lctx.clone();
    let verdict = run(m, statement, settings);
    m.lctx = lctx;
    verdict
}

fn run(m: &mut Meta, statement: Expr, settings: &ExploreSettings) -> Result<Verdict> {
    let (xs, conclusion) = m.open_pis(statement, None)?;
    let mut sig = Signature::default();
    let (mut data, mut premises) = (Vec::new(), Vec::new());
    for x in xs {
        let ty = m.infer(x)?;
        match m.st.node(ty) {
            Node::Sort(_) => sig.types.push(DataType { ty: x, is_var: true }),
            Node::Pi(..) if !m.is_prop(ty)? => {}
            _ if m.is_prop(ty)? => premises.push(ty),
            _ => data.push((x, ty)),
        }
    }
    let mut samples = Samples::new(m, &sig, settings)?;
    let mut held = 0;
    for j in 0..settings.tests {
        let mut values = FxHashMap::default();
        for (x, ty) in &data {
            let ty = samples.concrete(m, *ty);
            let Some(v) = samples.value(m, ty, (j % 11) as u32)? else { return Ok(Verdict::Unknown) };
            if let Node::FVar(id) = m.st.node(*x) {
                values.insert(id, v);
            }
        }
        let mut all = true;
        for p in &premises {
            let p = m.st.replace_fvars(*p, &values);
            match truth(m, &mut samples, p)? {
                Some(true) => {}
                Some(false) => {
                    all = false;
                    break;
                }
                None => return Ok(Verdict::Unknown),
            }
        }
        if !all {
            continue;
        }
        let c = m.st.replace_fvars(conclusion, &values);
        match truth(m, &mut samples, c)? {
            Some(true) => held += 1,
            Some(false) => return Ok(Verdict::Refuted),
            None => return Ok(Verdict::Unknown),
        }
    }
    Ok(if held >= 5 { Verdict::Survives } else { Verdict::Unknown })
}

/// Whether a closed proposition is true, where that can be evaluated.
fn truth(m: &mut Meta, samples: &mut Samples, p: Expr) -> Result<Option<bool>> {
    let (h, args) = m.st.unapp(p);
    let Some((n, _)) = m.st.as_const(h) else { return Ok(None) };
    Ok(match (n.as_str(), args.as_slice()) {
        ("True", []) => Some(true),
        ("False", []) => Some(false),
        ("Eq", [_, a, b]) | ("Ne", [_, a, b]) => {
            let (Some(x), Some(y)) = (samples.eval(m, *a)?, samples.eval(m, *b)?) else { return Ok(None) };
            Some(m.st.alpha_eq(x, y) == (n.as_str() == "Eq"))
        }
        ("Not", [q]) => truth(m, samples, *q)?.map(|t| !t),
        ("And", [p, q]) => match (truth(m, samples, *p)?, truth(m, samples, *q)?) {
            (Some(p), Some(q)) => Some(p && q),
            _ => None,
        },
        ("Or", [p, q]) => match (truth(m, samples, *p)?, truth(m, samples, *q)?) {
            (Some(p), Some(q)) => Some(p || q),
            _ => None,
        },
        _ => None,
    })
}
