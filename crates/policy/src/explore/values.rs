//! What stands for the variables of a goal in an exploration.

use super::{ExploreSettings, Signature};
use rustc_hash::FxHashMap;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, FVarId, Name, Node};
use turnstile_refute::{Evaluator, Rng};

/// A variable of an exploration with its value under each assignment.
pub(super) struct Variable {
    pub var: Expr,
    pub ty: usize,
    pub vals: Vec<Expr>,
}

/// What stands for the variables of the goal's context, and evaluation with it.
pub(super) struct Samples<'a> {
    /// Type variables by `Nat`, functions by simple concrete ones.
    context: FxHashMap<FVarId, Expr>,
    evaluator: Evaluator<'a>,
    rng: Rng,
}

impl<'a> Samples<'a> {
    pub fn new(
        m: &mut Meta,
        sig: &Signature,
        settings: &ExploreSettings,
        evaluator: Evaluator<'a>,
    ) -> Result<Samples<'a>> {
        let mut s = Samples { context: FxHashMap::default(), evaluator, rng: Rng::new(settings.seed) };
        let nat = m.st.const0("Nat");
        for t in &sig.types {
            if let Node::FVar(id) = m.st.node(t.ty) {
                s.context.insert(id, nat);
            }
        }
        let locals: Vec<_> = m.lctx.iter().cloned().collect();
        for d in locals {
            if s.context.contains_key(&d.id) {
                continue;
            }
            if matches!(m.st.node(d.ty), Node::Sort(_)) {
                s.context.insert(d.id, nat);
                continue;
            }
            let ty = m.st.replace_fvars(d.ty, &s.context);
            if let Some(v) = s.sample_function(m, ty)? {
                s.context.insert(d.id, v);
            }
        }
        Ok(s)
    }

    /// A concrete function of the (closed) type `ty`: the first argument of the result type, moved on a little.
    fn sample_function(&mut self, m: &mut Meta, ty: Expr) -> Result<Option<Expr>> {
        if m.st.has_fvar(ty) || !matches!(m.st.node(ty), Node::Pi(..)) {
            return Ok(None);
        }
        m.scoped(|m| {
            let (xs, res) = m.open_pis(ty, None)?;
            let st = m.st.clone();
            let body = match st.head_const(res).map_or("", Name::as_str) {
                "Nat" => {
                    let mut b = st.nat_u64(self.rng.below(3) + 1);
                    for x in &xs {
                        if m.infer(*x)? == res {
                            // x₁ + 2·x₂ + …: neither commutative nor associative.
                            b = st.apps(st.const0("Nat.add"), &[st.apps(st.const0("Nat.add"), &[b, b]), *x]);
                        }
                    }
                    b
                }
                "Bool" => match xs.first() {
                    Some(x) if st.head_const(m.infer(*x)?).is_some_and(|n| n.as_str() == "Nat") => {
                        let k = st.nat_u64(self.rng.below(3));
                        st.apps(st.const0("Nat.ble"), &[*x, k])
                    }
                    _ => st.const0("Bool.true"),
                },
                _ => match self.rng.value(m, res, 2)? {
                    Some(v) => v,
                    None => return Ok(None),
                },
            };
            Ok(Some(m.mk_lambda(&xs, body)?))
        })
    }

    /// `e` with the goal's context replaced by concrete things.
    pub fn concrete(&self, m: &Meta, e: Expr) -> Expr {
        m.st.replace_fvars(e, &self.context)
    }

    /// Variables of every data type, with values.
    pub fn variables(&mut self, m: &mut Meta, sig: &Signature, s: &ExploreSettings) -> Result<Vec<Variable>> {
        let mut out = Vec::new();
        for (i, t) in sig.types.iter().enumerate() {
            let base = name_for(m, t.ty, i);
            let concrete = self.concrete(m, t.ty);
            for k in 0..s.vars {
                let mut vals = Vec::with_capacity(s.tests);
                for j in 0..s.tests {
                    match self.rng.value(m, concrete, 1 + (j % 5) as u32)? {
                        Some(v) => vals.push(v),
                        None => break,
                    }
                }
                if vals.len() < s.tests {
                    break;
                }
                let name = m.fresh_name(Name::new(base[k % base.len()]));
                let var = m.push_local(name, t.ty, BinderInfo::Default);
                out.push(Variable { var, ty: i, vals });
            }
        }
        Ok(out)
    }

    /// A random closed value of `ty`, about `size` constructors deep.
    pub fn value(&mut self, m: &mut Meta, ty: Expr, size: u32) -> Result<Option<Expr>> {
        self.rng.value(m, ty, size)
    }

    /// The value of a closed term; `None` if evaluation does not get there in time.
    pub fn eval(&mut self, m: &mut Meta, e: Expr) -> Result<Option<Expr>> {
        let e = self.concrete(m, e);
        self.evaluator.value(m, e)
    }
}

/// Customary variable names for a type.
fn name_for(m: &Meta, ty: Expr, i: usize) -> &'static [&'static str] {
    match m.st.head_const(ty).map_or("", |n| n.last_str()) {
        "List" => &["xs", "ys", "zs"],
        "Bool" => &["p", "q", "r"],
        "Tree" => &["t", "u", "v"],
        _ if matches!(m.st.node(ty), Node::FVar(_)) => &["c", "d", "e"],
        _ if i == 0 => &["x", "y", "z"],
        _ => &["i", "j", "k"],
    }
}
