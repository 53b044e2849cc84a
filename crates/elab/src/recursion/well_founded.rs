//! Well-founded recursion: `WellFounded.fix` on the packed arguments, with a goal for each recursive call.
//!
//! The values below an argument are a local variable `∀ q, q ≺ p → C q` that is carried into the branches of the body, so
//! that its type always tells what the argument looks like there (Lean Reference, "Well-Founded Recursion").

use super::packing::Domain;
use super::rewrite::CallRewriter;
use super::structural::RecursiveFunction;
use crate::error::{Error, Result};
use crate::meta::{LocalContext, MVarKind, Meta, is_inaccessible};
use rustc_hash::FxHashMap;
use turnstile_kernel::{BinderInfo, Expr, FVarId, Level, MVarId, Name, Node};

/// A recursive call: what is smaller than what, and where.
#[derive(Clone)]
pub(super) struct Call {
    /// The hypotheses at the call.
    pub lctx: LocalContext,
    /// The calling function and its arguments there.
    pub caller: (usize, Vec<Expr>),
    /// The function that is called and the arguments.
    pub callee: (usize, Vec<Expr>),
}

/// A value, and what its variables stand for.
pub(super) type Value = (Expr, FxHashMap<FVarId, Expr>);

/// What the recursion runs along.
pub(super) struct Order {
    /// For each function, the measure in terms of its arguments.
    pub measures: Vec<Expr>,
    /// Their type.
    pub ty: Expr,
    /// The instance of `WellFoundedRelation` on it.
    pub inst: Expr,
    /// The relation as it is shown: a function of the smaller and the larger one.
    pub relation: Expr,
}

/// The name of the variable that holds the values below the argument.
pub(super) fn below_name() -> Name {
    Name::anon().str("rec").num(0)
}

impl Meta {
    /// Where the recursive calls are.
    pub(super) fn recursive_calls(&mut self, fs: &[RecursiveFunction], d: &Domain) -> Result<Vec<Call>> {
        self.scoped(|m| {
            let prop = m.st.prop();
            let ty = m.st.arrow(d.ty, m.st.arrow(d.ty, prop));
            let rel = m.push_local(Name::anon().str("R").num(0), ty, BinderInfo::Default);
            let mut calls = Vec::new();
            m.functional(fs, d, rel, &mut |m, c| {
                calls.push(c.clone());
                let (from, to) = (m.pack(d, c.callee.0, &c.callee.1)?, m.pack(d, c.caller.0, &c.caller.1)?);
                let ty = m.st.apps(rel, &[from, to]);
                Ok(m.mk_mvar_in(c.lctx, ty, MVarKind::Opaque, Name::anon()))
            })?;
            Ok(calls)
        })
    }

    /// The values of `fs` along `order`, and the goals that say that the arguments get smaller. A value is complete when
    /// the goals are solved; only then its variables are exchanged for those of the function.
    pub(super) fn fix(
        &mut self,
        fs: &[RecursiveFunction],
        d: &Domain,
        order: &Order,
    ) -> Result<(Vec<Value>, Vec<MVarId>)> {
        let u = self.sort_of(d.ty)?;
        let w = self.sort_of(order.ty)?;
        let measure = self.scoped(|m| {
            let p = m.push_local(Name::new("x"), d.ty, BinderInfo::Default);
            let id = m.fvar_id(p)?;
            let e = m.unpack_cases(d, id, order.ty, &mut |m, i, args, _, _| {
                m.at_arguments(d, i, order.measures[i], args)
            })?;
            m.mk_lambda(&[p], e)
        })?;
        let image = self.st.const_(Name::new("invImage"), &[u, w]);
        let inst = self.st.apps(image, &[d.ty, order.ty, measure, order.inst]);
        let rel = self.st.apps(self.st.const_(Name::new("WellFoundedRelation.rel"), &[u]), &[d.ty, inst]);
        let wf = self.st.apps(self.st.const_(Name::new("WellFoundedRelation.wf"), &[u]), &[d.ty, inst]);
        let mut goals = Vec::new();
        let (motive, level, f) = self.functional(fs, d, rel, &mut |m, c| {
            let small = m.at_arguments(d, c.callee.0, order.measures[c.callee.0], &c.callee.1)?;
            let large = m.at_arguments(d, c.caller.0, order.measures[c.caller.0], &c.caller.1)?;
            let ty = m.with_numerals(m.st.beta(order.relation, &[small, large]));
            let g = m.mk_mvar_in(c.lctx, ty, MVarKind::Opaque, Name::anon());
            if let Node::MVar(id) = m.st.node(g) {
                goals.push(id);
            }
            Ok(g)
        })?;
        let fix = self.st.const_(Name::new("WellFounded.fix"), &[u, level]);
        let fix = self.st.apps(fix, &[d.ty, motive, rel, wf, f]);
        let mut values = Vec::new();
        for (i, g) in fs.iter().enumerate() {
            // The packed arguments in the function's own variables.
            let own = self.prefix_map(&fs[0], g, d.fixed)?;
            let packed = self.pack(d, i, &d.parts[i].xs.clone())?;
            let mut map = own;
            for (x, a) in d.parts[i].xs.iter().zip(&g.args[d.fixed..]) {
                map.insert(self.fvar_id(*x)?, *a);
            }
            let e = self.st.app(fix, packed);
            values.push((e, map));
        }
        Ok((values, goals))
    }

    /// The motive, its universe, and `fun p rec => …` with calls replaced.
    fn functional(
        &mut self,
        fs: &[RecursiveFunction],
        d: &Domain,
        rel: Expr,
        proof: &mut dyn FnMut(&mut Meta, Call) -> Result<Expr>,
    ) -> Result<(Expr, Level, Expr)> {
        let mut level = None;
        for p in &d.parts {
            let l = self.sort_of(p.result)?;
            let l = self.normalize_level(self.instantiate_level(l));
            match level {
                None => level = Some(l),
                Some(k) if turnstile_kernel::level::level_eq(&self.st, k, l) => {}
                Some(_) => {
                    return Err(Error::msg(
                        "well-founded recursion cannot be used: the result types of the mutual functions must be in the \
                         same universe",
                    ));
                }
            }
        }
        let level = level.ok_or_else(|| Error::msg("internal: empty group"))?;
        let sort = self.st.sort(level);
        let motive = self.scoped(|m| {
            let p = m.push_local(Name::new("x"), d.ty, BinderInfo::Default);
            let body = match d.parts.as_slice() {
                [one] if !one.xs.iter().any(|x| m.fvar_id(*x).is_ok_and(|id| m.occurs(one.result, id))) => {
                    one.result
                }
                _ => {
                    let id = m.fvar_id(p)?;
                    m.unpack_cases(d, id, sort, &mut |m, i, args, _, _| {
                        m.at_arguments(d, i, d.parts[i].result, args)
                    })?
                }
            };
            m.mk_lambda(&[p], body)
        })?;
        let ids: Vec<FVarId> = fs.iter().map(|f| f.f).collect();
        let f = self.scoped(|m| {
            // What changes has new variables from here on; the old ones would be shown in the goals.
            let old = d.parts.iter().flat_map(|p| &p.xs).chain(fs.iter().flat_map(|f| &f.args[d.fixed..]));
            for x in old.chain(fs[1..].iter().flat_map(|f| &f.args[..d.fixed])) {
                let id = m.fvar_id(*x)?;
                m.lctx.remove(id);
            }
            let p = m.push_local(Name::new("x"), d.ty, BinderInfo::Default);
            let below_ty = m.scoped(|m| {
                let q = m.push_local(Name::new("y"), d.ty, BinderInfo::Default);
                let smaller = m.st.apps(rel, &[q, p]);
                let value = m.st.beta(motive, &[q]);
                let body = m.st.arrow(smaller, value);
                m.mk_pi(&[q], body)
            })?;
            let below = m.push_local(below_name(), below_ty, BinderInfo::Default);
            let goal = m.st.beta(motive, &[p]);
            let id = m.fvar_id(p)?;
            let body = m.unpack_cases(d, id, goal, &mut |m, i, args, _, r| {
                let below = r.apply(&m.st, below);
                let body = m.at_arguments(d, i, d.parts[i].body, args)?;
                let mut resolve = |m: &mut Meta, j: usize, below: Option<Expr>, call: &[Expr]| {
                    m.call_below(fs, d, j, below, call, proof)
                };
                let body =
                    CallRewriter::keeping_facts(ids.clone(), &mut resolve).rewrite(m, body, Some(below))?;
                if ids.iter().any(|f| m.occurs(body, *f)) {
                    return Err(Error::msg(
                        "well-founded recursion cannot be used: a recursive call cannot be replaced",
                    ));
                }
                Ok(body)
            })?;
            m.mk_lambda(&[p, below], body)
        })?;
        Ok((motive, level, f))
    }

    /// `below ⟨arguments⟩ proof` for a call of function `j`.
    fn call_below(
        &mut self,
        fs: &[RecursiveFunction],
        d: &Domain,
        j: usize,
        below: Option<Expr>,
        call: &[Expr],
        proof: &mut dyn FnMut(&mut Meta, Call) -> Result<Expr>,
    ) -> Result<Option<Expr>> {
        let Some(below) = below else { return Ok(None) };
        let arity = fs[j].args.len();
        if call.len() < arity {
            // Not applied to all arguments: a function of the others.
            let head = self.st.apps(self.st.fvar(fs[j].f), call);
            return self.scoped(|m| {
                let ty = m.infer(head)?;
                let (ys, _) = m.open_pis(ty, Some(arity - call.len()))?;
                let all = [call, &ys[..]].concat();
                let Some(e) = m.call_below(fs, d, j, Some(below), &all, proof)? else { return Ok(None) };
                m.mk_lambda(&ys, e).map(Some)
            });
        }
        let ty = self.infer(below)?;
        let ty = self.instantiate(ty);
        let Node::Pi(_, _, inner) = self.st.node(ty) else { return Ok(None) };
        let Node::Pi(_, smaller, _) = self.st.node(inner) else { return Ok(None) };
        let Some(now) = self.st.unapp(smaller).1.last().copied() else { return Ok(None) };
        let Some(caller) = self.unpack(d, now) else { return Ok(None) };
        let values = call[d.fixed..arity].to_vec();
        let packed = self.pack(d, j, &values)?;
        let mentioned = [&caller.1[..], &values].concat();
        let lctx = self.visible_context(fs, &mentioned)?;
        let g = proof(self, Call { lctx, caller, callee: (j, values) })?;
        let e = self.st.apps(below, &[packed, g]);
        Ok(Some(self.st.apps(e, &call[arity..])))
    }

    /// The context of a call without the functions themselves, the values below, and nameless variables that nothing is
    /// about. `used` are the terms of the goal.
    fn visible_context(&mut self, fs: &[RecursiveFunction], used: &[Expr]) -> Result<LocalContext> {
        let mut lctx = self.lctx.clone();
        let hidden = [below_name(), Name::anon().str("R").num(0)];
        let all: Vec<_> = self.lctx.iter().cloned().collect();
        // From the last to the first: what only a variable depends on that was left out can be left out as well.
        for d in all.iter().rev() {
            let nameless = is_inaccessible(d.name) && !self.is_prop(d.ty)?;
            if !(nameless || hidden.contains(&d.name) || fs.iter().any(|f| f.f == d.id)) {
                continue;
            }
            let id = [d.id];
            let needed = used.iter().any(|e| self.depends_on_any(*e, &id))
                || lctx.iter().any(|l| {
                    self.depends_on_any(l.ty, &id) || l.value.is_some_and(|v| self.depends_on_any(v, &id))
                });
            if !needed {
                lctx.remove(d.id);
            }
        }
        Ok(lctx)
    }
}
