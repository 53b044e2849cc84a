//! Congruence where types depend on the argument: proofs and `Decidable` instances are carried along.

use super::engine::{Simp, SimpResult};
use crate::known;
use crate::terms::Terms;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, Name, Node};

impl Simp<'_> {
    /// `f args` with argument `i` replaced by `b`, given `h : args[i] = b`, and the proofs and `Decidable` instances at
    /// `deps` replaced by ones of the new type.
    pub(super) fn transport(
        &mut self,
        f: Expr,
        args: &[Expr],
        i: usize,
        b: Expr,
        h: Expr,
        deps: &[usize],
    ) -> Result<Option<SimpResult>> {
        let a = args[i];
        let dom = self.type_of(a)?;
        let old = self.m.st.apps(f, args);
        let new_args = match self.new_dependents(f, args, i, b, h, deps)? {
            Some(v) => v,
            None => return Ok(None),
        };
        let (motive, base) = self.m.scoped(|m| -> Result<(Expr, Expr)> {
            let x = m.push_local(Name::new("x"), dom, BinderInfo::Default);
            let hx_ty = m.mk_eq_in(dom, a, x)?;
            let hx = m.push_local(Name::new("h"), hx_ty, BinderInfo::Default);
            let (ds, eq) = dependents_equation(m, f, args, i, x, deps, old)?;
            let body = m.mk_pi(&ds, eq)?;
            let motive = m.mk_lambda(&[x, hx], body)?;
            // With `a` itself for `x`, the new dependents are equal to the old ones.
            let (ds, _) = dependents_equation(m, f, args, i, a, deps, old)?;
            let proof = equal_dependents(m, f, args, deps, &ds)?;
            Ok((motive, m.mk_lambda(&ds, proof)?))
        })?;
        let zero = self.m.st.l_zero();
        let mut proof = self.m.mk_eq_rec(zero, dom, a, motive, base, b, h)?;
        for j in deps {
            proof = self.m.st.app(proof, new_args[*j]);
        }
        let expr = self.m.st.apps(f, &new_args);
        Ok(Some(SimpResult { expr, proof: Some(proof) }))
    }

    /// The arguments with `b` at `i`, and dependents of the new types.
    fn new_dependents(
        &mut self,
        f: Expr,
        args: &[Expr],
        i: usize,
        b: Expr,
        h: Expr,
        deps: &[usize],
    ) -> Result<Option<Vec<Expr>>> {
        let mut new = args.to_vec();
        new[i] = b;
        for j in deps {
            let (Some(old_ty), Some(new_ty)) = (domain(self.m, f, args, *j)?, domain(self.m, f, &new, *j)?)
            else {
                return Ok(None);
            };
            if let Some(v) = self.open_instance(new_ty) {
                new[*j] = v;
                continue;
            }
            if self.m.st.head_const(new_ty) == Some(*known::DECIDABLE) {
                match self.m.synth_instance(new_ty) {
                    Ok(Some(v)) => {
                        new[*j] = v;
                        continue;
                    }
                    Err(e) if e.is_resource() => return Err(e),
                    _ => {}
                }
            }
            // `cast` along the equation of the types, which holds since only argument `i` differs.
            let dom = self.type_of(args[i])?;
            let eq = self.m.scoped(|m| -> Result<Option<Expr>> {
                let x = m.push_local(Name::new("x"), dom, BinderInfo::Default);
                let mut at_x = args.to_vec();
                at_x[i] = x;
                let Some(t) = domain(m, f, &at_x, *j)? else { return Ok(None) };
                if deps.iter().any(|k| k < j && mentions_term(m, t, args[*k])) {
                    return Ok(None);
                }
                Ok(Some(m.mk_lambda(&[x], t)?))
            })?;
            let Some(fam) = eq else { return Ok(None) };
            let types = self.congr_arg(fam, args[i], b, h)?;
            new[*j] = self.m.mk_eq_mp(old_ty, new_ty, types, args[*j])?;
        }
        Ok(Some(new))
    }
}

/// The type of argument `j` of `f args`.
fn domain(m: &mut Meta, f: Expr, args: &[Expr], j: usize) -> Result<Option<Expr>> {
    let head = m.st.apps(f, &args[..j]);
    let ty = m.infer(head)?;
    let ty = if matches!(m.st.node(ty), Node::Pi(..)) { ty } else { m.whnf(ty)? };
    Ok(match m.st.node(ty) {
        Node::Pi(_, d, _) => Some(d),
        _ => None,
    })
}

/// New local variables for the arguments at `deps` of `f args` with `x` at `i`, and `old = f args'`.
fn dependents_equation(
    m: &mut Meta,
    f: Expr,
    args: &[Expr],
    i: usize,
    x: Expr,
    deps: &[usize],
    old: Expr,
) -> Result<(Vec<Expr>, Expr)> {
    let mut new = args.to_vec();
    new[i] = x;
    let mut ds = Vec::with_capacity(deps.len());
    for j in deps {
        let Some(t) = domain(m, f, &new, *j)? else { return Err(m.error_at_term("function expected", f)) };
        let d = m.push_local(Name::new("d"), t, BinderInfo::Default);
        new[*j] = d;
        ds.push(d);
    }
    let rhs = m.st.apps(f, &new);
    let eq = m.mk_eq(old, rhs)?;
    Ok((ds, eq))
}

/// `f args = f args'`, where `args'` has other proofs and `Decidable` instances `ds` of the same types at `deps`.
fn equal_dependents(m: &mut Meta, f: Expr, args: &[Expr], deps: &[usize], ds: &[Expr]) -> Result<Expr> {
    let start = m.st.apps(f, args);
    let mut cur = args.to_vec();
    let mut proof: Option<Expr> = None;
    for (j, d) in deps.iter().zip(ds) {
        let from = m.st.apps(f, &cur);
        let ty = m.infer(*d)?;
        let before = cur[*j];
        cur[*j] = *d;
        if m.st.head_const(ty) != Some(*known::DECIDABLE) {
            continue;
        }
        let to = m.st.apps(f, &cur);
        let h = m.mk_app("Subsingleton.elim", &[before, *d])?;
        let fun = m.scoped(|m| -> Result<Expr> {
            let z = m.push_local(Name::new("z"), ty, BinderInfo::Default);
            let mut at_z = cur.clone();
            at_z[*j] = z;
            let body = m.st.apps(f, &at_z);
            m.mk_lambda(&[z], body)
        })?;
        let res = m.infer(from)?;
        let step = m.mk_congr_arg(ty, res, before, *d, fun, h)?;
        proof = Some(match proof {
            None => step,
            Some(p) => {
                let u = m.universe(res)?;
                let st = &m.st;
                st.apps(st.const_(*known::EQ_TRANS, &[u]), &[res, start, from, to, p, step])
            }
        });
    }
    match proof {
        Some(p) => Ok(p),
        None => m.mk_eq_refl(start),
    }
}

fn mentions_term(m: &Meta, e: Expr, t: Expr) -> bool {
    m.st.any_subterm(e, |s| m.st.alpha_eq(s, t))
}
