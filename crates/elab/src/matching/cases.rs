//! Elimination of a variable of an inductive type into its constructors, with refinement of indices.

use super::equations::{Continuation, Refinement};
use crate::error::{Error, Result};
use crate::inductive::FamilyApp;
use crate::meta::Meta;
use rustc_hash::FxHashMap;
use turnstile_kernel::{BinderInfo, Expr, FVarId, Name, Node};

/// Builds the branch of one constructor: its name, its fields (after refinement), the goal, and what was refined.
pub type BranchContinuation<'a> = dyn FnMut(&mut Meta, Name, &[Expr], Expr, &Refinement) -> Result<Expr> + 'a;

impl Meta {
    /// A term of type `goal` by cases on the local variable `x`. Everything in the context that depends on `x` or on
    /// the indices of its type is refined in the branches. Branches whose indices clash are closed without `k`.
    ///
    /// # Errors
    /// When the type of `x` is not inductive, it cannot be eliminated into `goal`, or an index equation is unsolvable.
    pub fn eliminate(&mut self, x: FVarId, goal: Expr, k: &mut BranchContinuation<'_>) -> Result<Expr> {
        let xv = self.st.fvar(x);
        let ty = self.infer(xv)?;
        let Some(fam) = self.as_family(ty)? else {
            return Err(self.error_at_term("inductive type expected", ty));
        };
        let ind = fam.info.cval.name;
        if !self.env.contains(ind.str("casesOn")) {
            return Err(Error::msg(format!("'{ind}' has no 'casesOn'")));
        }
        match self.free_indices(&fam, x) {
            Some(ids) => self.eliminate_free(xv, &fam, &ids, goal, k),
            None => self.eliminate_with_equations(xv, &fam, goal, k),
        }
    }

    /// The indices as variables, when they are different variables that nothing but the type of `x` fixes.
    fn free_indices(&self, fam: &FamilyApp, x: FVarId) -> Option<Vec<FVarId>> {
        let mut ids: Vec<FVarId> = Vec::new();
        for i in &fam.indices {
            let Node::FVar(id) = self.st.node(*i) else { return None };
            let d = self.lctx.get(id)?;
            if d.value.is_some()
                || id == x
                || ids.contains(&id)
                || fam.params.iter().any(|p| self.occurs(*p, id))
            {
                return None;
            }
            ids.push(id);
        }
        // An index may depend on another one only if that one comes first.
        for (n, i) in fam.indices.iter().enumerate() {
            let d = self.lctx.get(self.fvar_id(*i).ok()?)?;
            if self.depends_on_any(d.ty, &ids[n..]) {
                return None;
            }
        }
        Some(ids)
    }

    fn cases_head(&mut self, fam: &FamilyApp, motive: Expr, elim_into: Expr) -> Result<Expr> {
        let ind = fam.info.cval.name;
        let v = self.sort_of(elim_into)?;
        let Some(ls) = self.cases_on_levels(ind, &fam.levels, v) else {
            return Err(Error::msg(format!("recursor '{ind}.casesOn' can only eliminate into Prop")));
        };
        let c = self.st.const_(ind.str("casesOn"), &ls);
        Ok(self.st.app(self.st.apps(c, &fam.params), motive))
    }

    fn eliminate_free(
        &mut self,
        xv: Expr,
        fam: &FamilyApp,
        ids: &[FVarId],
        goal: Expr,
        k: &mut BranchContinuation<'_>,
    ) -> Result<Expr> {
        let x = self.fvar_id(xv)?;
        let targets: Vec<FVarId> = ids.iter().copied().chain([x]).collect();
        let reverted = self.dependents(&targets, None);
        let inner = self.mk_pi(&reverted, goal)?;
        let motive = self.mk_lambda(&[&fam.indices[..], &[xv]].concat(), inner)?;
        let mut e = self.cases_head(fam, motive, inner)?;
        e = self.st.app(self.st.apps(e, &fam.indices), xv);
        for c in fam.info.ctors.iter() {
            let minor = self.scoped(|m| {
                let (fields, app, idx) = m.open_ctor(*c, &fam.levels, &fam.params)?;
                let mut now: FxHashMap<FVarId, Expr> = ids.iter().copied().zip(idx).collect();
                now.insert(x, app);
                let new = m.reintroduce(&reverted, &mut now)?;
                for id in &targets {
                    m.lctx.remove(*id);
                }
                let goal = m.st.replace_fvars(goal, &now);
                let mut r = Refinement::default();
                r.then(&m.st, &now);
                let body = k(m, *c, &fields, goal, &r)?;
                m.mk_lambda(&[&fields[..], &new].concat(), body)
            })?;
            e = self.st.app(e, minor);
        }
        Ok(self.st.apps(e, &self.without_lets(&reverted)))
    }

    /// The general case: the motive carries equations between the given indices and those of the constructor.
    fn eliminate_with_equations(
        &mut self,
        xv: Expr,
        fam: &FamilyApp,
        goal: Expr,
        k: &mut BranchContinuation<'_>,
    ) -> Result<Expr> {
        let x = self.fvar_id(xv)?;
        let is_proof = self.is_proof(xv)?;
        let motive = self.scoped(|m| {
            let ty = m.st.instantiate_levels(fam.info.cval.ty, &fam.info.cval.level_params, &fam.levels);
            let ty = m.instantiate_pis(ty, &fam.params)?;
            let (mut ys, _) = m.open_pis(ty, Some(fam.info.num_indices))?;
            let t = m.st.apps(m.st.apps(m.st.const_(fam.info.cval.name, &fam.levels), &fam.params), &ys);
            let x2 = m.push_local(Name::new("x"), t, BinderInfo::Default);
            let (eqs, _) = m.index_equations(fam, xv, &ys, x2, is_proof)?;
            let body = m.mk_pi(&eqs, goal)?;
            ys.push(x2);
            m.mk_lambda(&ys, body)
        })?;
        let into = self.scoped(|m| {
            let (eqs, _) = m.index_equations(fam, xv, &fam.indices, xv, is_proof)?;
            m.mk_pi(&eqs, goal)
        })?;
        let mut e = self.cases_head(fam, motive, into)?;
        e = self.st.app(self.st.apps(e, &fam.indices), xv);
        for c in fam.info.ctors.iter() {
            let minor = self.scoped(|m| {
                let (fields, app, idx) = m.open_ctor(*c, &fam.levels, &fam.params)?;
                let (eqs, _) = m.index_equations(fam, xv, &idx, app, is_proof)?;
                let mut finish = |m: &mut Meta, goal: Expr, r: &Refinement| {
                    let fields: Vec<Expr> = fields.iter().map(|f| r.apply(&m.st, *f)).collect();
                    let mut r = r.clone();
                    if is_proof {
                        // Proofs are equal without an equation.
                        let app = r.apply(&m.st, app);
                        let one: FxHashMap<FVarId, Expr> = [(r.renamed(&m.st, x), app)].into_iter().collect();
                        r.then(&m.st, &one);
                    }
                    k(m, *c, &fields, goal, &r)
                };
                let finish: &mut Continuation<'_> = &mut finish;
                let body = m.solve_equations(goal, eqs.clone(), finish)?;
                m.mk_lambda(&[&fields[..], &eqs].concat(), body)
            })?;
            e = self.st.app(e, minor);
        }
        let refls =
            self.scoped(|m| Ok::<_, Error>(m.index_equations(fam, xv, &fam.indices, xv, is_proof)?.1))?;
        Ok(self.st.apps(e, &refls))
    }

    /// Locals for the equations `idx = idx'` and `x = x'`, and the reflexivity proofs they take when both sides agree.
    fn index_equations(
        &mut self,
        fam: &FamilyApp,
        x: Expr,
        idx: &[Expr],
        x2: Expr,
        is_proof: bool,
    ) -> Result<(Vec<Expr>, Vec<Expr>)> {
        let mut pairs: Vec<(Expr, Expr)> = fam.indices.iter().copied().zip(idx.iter().copied()).collect();
        if !is_proof {
            pairs.push((x, x2));
        }
        let (mut eqs, mut refls) = (Vec::new(), Vec::new());
        for (n, (a, b)) in pairs.into_iter().enumerate() {
            // The kind of equation must be the same whatever the other side is: it depends on the family only.
            let heq = self.needs_heq(fam, n)?;
            let ty = if heq { self.mk_heq(a, b)? } else { self.mk_eq(a, b)? };
            eqs.push(self.push_local(Name::anon().str("h").num(n as u64), ty, BinderInfo::Default));
            refls.push(if heq { self.mk_heq_refl(a)? } else { self.mk_eq_refl(a)? });
        }
        Ok((eqs, refls))
    }

    /// Whether the type of the `n`-th index (or of the value itself) depends on earlier indices.
    fn needs_heq(&mut self, fam: &FamilyApp, n: usize) -> Result<bool> {
        if n >= fam.info.num_indices {
            return Ok(fam.info.num_indices > 0);
        }
        self.scoped(|m| {
            let ty = m.st.instantiate_levels(fam.info.cval.ty, &fam.info.cval.level_params, &fam.levels);
            let ty = m.instantiate_pis(ty, &fam.params)?;
            let (ys, _) = m.open_pis(ty, Some(fam.info.num_indices))?;
            let ids: Vec<FVarId> = ys[..n].iter().filter_map(|y| m.fvar_id(*y).ok()).collect();
            let t = m.infer(ys[n])?;
            Ok(m.depends_on_any(t, &ids))
        })
    }
}
