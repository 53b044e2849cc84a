//! `SizeOf`: for every inductive type the number of its constructors' applications, and the theorems that say so.
//!
//! `T._sizeOf_1` is defined by the recursor (`T._sizeOf_2`, … are for the types that `T` is nested in), `T._sizeOf_inst` is the
//! instance, and `T.c.sizeOf_spec` states its value on the constructor `c`, as in Lean. Proofs and types count nothing.

use super::below::GroupMotive;
use crate::env::{AttrEntry, InstanceEntry, Reducibility};
use crate::error::{Error, Result};
use crate::meta::Meta;
use turnstile_kernel::{BigUint, BinderInfo, Expr, Level, Name, Node, RecursorVal, ReducibilityHint};

/// The sum of the sizes of a constructor's fields.
struct Sum {
    value: Expr,
    /// A proof that the recursor's sum is equal to it; none when they are the same by definition.
    proof: Option<Expr>,
}

impl Meta {
    /// Declares the sizes of the types of the group that `ind` is the first of. Does nothing where there is no class
    /// `SizeOf` yet, for propositions, and when it was done.
    ///
    /// # Errors
    /// When the kernel refuses it, which would be a fault of this program.
    pub fn add_size_of(&mut self, ind: Name) -> Result<()> {
        let Some(info) = self.inductive_val(ind) else { return Ok(()) };
        let known = self.env.contains(Name::new("sizeOf_add_congr"));
        if !known || info.all.first() != Some(&ind) || self.env.contains(ind.str("_sizeOf_1")) {
            return Ok(());
        }
        let Some(rec) = self.recursor_val(ind.str("rec")) else { return Ok(()) };
        if rec.cval.level_params.len() == info.cval.level_params.len() || self.env.is_class(ind) {
            return Ok(());
        }
        let before = self.env.clone();
        let r = self.scoped(|m| m.size_of_group(ind, &info.all));
        match r {
            Ok(()) => Ok(()),
            Err(e) => {
                self.env = before;
                if e.is_resource() { Err(e) } else { Ok(()) }
            }
        }
    }

    fn size_of_group(&mut self, ind: Name, all: &[Name]) -> Result<()> {
        let group = self.recursor_group(ind);
        for k in 0..group.len() {
            self.scoped(|m| m.size_function(ind, &group, k))?;
        }
        for (k, n) in all.iter().enumerate() {
            self.scoped(|m| m.size_instance(ind, *n, k))?;
        }
        for k in all.len()..group.len() {
            self.scoped(|m| m.nested_size(ind, &group, all.len(), k))?;
        }
        for (k, n) in all.iter().enumerate() {
            let ctors = self.inductive_val(*n).map(|i| i.ctors.to_vec()).unwrap_or_default();
            for c in ctors {
                self.scoped(|m| m.size_spec(ind, &group, all.len(), k, c))?;
            }
        }
        Ok(())
    }

    /// The parameters, with an instance of `SizeOf` for each that is a type.
    fn size_params(&mut self, params: &[Expr]) -> Result<Vec<Expr>> {
        let mut out = params.to_vec();
        self.set_binder_infos(params, BinderInfo::Implicit);
        for p in params {
            let t = self.infer(*p)?;
            if let Node::Sort(l) = self.st.node(t) {
                let class = self.st.app(self.st.const_(Name::new("SizeOf"), &[l]), *p);
                out.push(self.push_local(Name::anon().str("inst").num(0), class, BinderInfo::Inst));
            }
        }
        Ok(out)
    }

    /// `T._sizeOf_k` applied to parameters and their instances.
    fn size_head(&self, ind: Name, k: usize, levels: &[Level], params: &[Expr]) -> Expr {
        let n = ind.str(&format!("_sizeOf_{}", k + 1));
        self.st.apps(self.st.const_(n, levels), params)
    }

    fn size_function(&mut self, ind: Name, group: &[GroupMotive], k: usize) -> Result<()> {
        let rec = self.group_recursor(group, k)?;
        let a = self.open_recursor(&rec)?;
        let levels = a.levels[1..].to_vec();
        let params = self.size_params(&a.params)?;
        let nat = self.st.const0("Nat");
        let one = self.st.l_one();
        let rec_levels: Vec<Level> = std::iter::once(one).chain(levels.iter().copied()).collect();
        let mut value = self.st.apps(self.st.const_(rec.cval.name, &rec_levels), &a.params);
        for motive in &a.motives {
            let t = self.infer(*motive)?;
            let f = self.scoped(|m| {
                let (ys, _) = m.open_pis(t, None)?;
                m.mk_lambda(&ys, nat)
            })?;
            value = self.st.app(value, f);
        }
        for minor in &a.minors {
            let t = self.infer(*minor)?;
            let v = self.scoped(|m| {
                let (xs, _) = m.open_pis(t, None)?;
                let (mut fields, mut hyps) = (Vec::new(), Vec::new());
                for x in &xs {
                    let t = m.infer(*x)?;
                    match m.hypothesis(t, &a.motives) {
                        Some((_, args, 0)) => {
                            let h = m.push_local(m.local_name(*x), nat, BinderInfo::Default);
                            hyps.push((args.last().copied(), h));
                        }
                        Some((_, _, _)) => {
                            let t = m.map_result(t, nat);
                            hyps.push((None, m.push_local(m.local_name(*x), t, BinderInfo::Default)));
                        }
                        None => fields.push(*x),
                    }
                }
                let mut sum = m.mk_nat_lit(&BigUint::from(1u32));
                for f in &fields {
                    let size = match hyps.iter().find(|h| h.0 == Some(*f)) {
                        Some((_, h)) => Some(*h),
                        None => m.field_size(*f)?,
                    };
                    if let Some(s) = size {
                        sum = m.mk_app("HAdd.hAdd", &[sum, s])?;
                    }
                }
                let hyps: Vec<Expr> = hyps.iter().map(|h| h.1).collect();
                m.mk_lambda(&[&fields[..], &hyps].concat(), sum)
            })?;
            value = self.st.app(value, v);
        }
        value = self.st.app(self.st.apps(value, &a.indices), a.major);
        self.set_binder_infos(&a.indices, BinderInfo::Implicit);
        let xs = [&params[..], &a.indices, &[a.major]].concat();
        let ty = self.mk_pi(&xs, nat)?;
        let value = self.mk_lambda(&xs, value)?;
        let value = self.instantiate(value);
        let name = ind.str(&format!("_sizeOf_{}", k + 1));
        let level_params: Vec<Name> = rec.cval.level_params[1..].to_vec();
        self.add_definition(name, &level_params, ty, value, ReducibilityHint::Regular(0))
    }

    fn group_recursor(&self, group: &[GroupMotive], k: usize) -> Result<RecursorVal> {
        self.recursor_val(group[k].name("rec")).ok_or_else(|| Error::msg("internal: no recursor"))
    }

    /// `∀ ys, motive args`: which motive, its arguments, and the number of `ys`.
    fn hypothesis(&self, t: Expr, motives: &[Expr]) -> Option<(usize, Vec<Expr>, usize)> {
        let mut t = t;
        let mut n = 0;
        while let Node::Pi(_, _, b) = self.st.node(t) {
            t = b;
            n += 1;
        }
        let (h, args) = self.st.unapp(t);
        motives.iter().position(|m| *m == h).map(|k| (k, args, n))
    }

    /// `∀ ys, r` for `t = ∀ ys, …`, where `r` is closed.
    fn map_result(&self, t: Expr, r: Expr) -> Expr {
        match self.st.node(t) {
            Node::Pi(b, d, body) => self.st.pi(b, d, self.map_result(body, r)),
            _ => r,
        }
    }

    /// `∀ ys, (fun …) …` with the result beta-reduced.
    fn beta_result(&self, t: Expr) -> Expr {
        match self.st.node(t) {
            Node::Pi(b, d, body) => self.st.pi(b, d, self.beta_result(body)),
            _ => self.st.head_beta(t),
        }
    }

    /// `sizeOf x`; none for proofs, types and functions.
    fn field_size(&mut self, x: Expr) -> Result<Option<Expr>> {
        let t = self.infer(x)?;
        let w = self.whnf(t)?;
        if matches!(self.st.node(w), Node::Sort(_) | Node::Pi(..)) || self.is_prop(t)? {
            return Ok(None);
        }
        self.attempt(|m| m.mk_app("SizeOf.sizeOf", &[x]).map(Some))
    }

    fn size_instance(&mut self, ind: Name, n: Name, k: usize) -> Result<()> {
        let Some(info) = self.inductive_val(n) else { return Ok(()) };
        let levels: Vec<Level> = info.cval.level_params.iter().map(|n| self.st.l_param(*n)).collect();
        let (ps, rest) = self.open_pis(info.cval.ty, Some(info.num_params))?;
        let params = self.size_params(&ps)?;
        let (indices, _) = self.open_pis(rest, None)?;
        self.set_binder_infos(&indices, BinderInfo::Implicit);
        let ty = self.st.apps(self.st.apps(self.st.const_(n, &levels), &ps), &indices);
        let u = self.sort_of(ty)?;
        let class = self.st.app(self.st.const_(Name::new("SizeOf"), &[u]), ty);
        let f = self.st.apps(self.size_head(ind, k, &levels, &params), &indices);
        let value = self.st.apps(self.st.const_(Name::new("SizeOf.mk"), &[u]), &[ty, f]);
        let xs = [&params[..], &indices].concat();
        let (class, value) = (self.mk_pi(&xs, class)?, self.mk_lambda(&xs, value)?);
        let name = n.str("_sizeOf_inst");
        self.add_definition(name, &info.cval.level_params, class, value, ReducibilityHint::Regular(0))?;
        self.env.ext.reducibility.insert(name, Reducibility::Instance);
        let entry = InstanceEntry { name, priority: 1000 };
        self.env.ext.instances.update(Name::new("SizeOf"), |v| v.push(entry));
        self.clear_caches();
        Ok(())
    }

    /// `1 + …` for the fields of a constructor. `nested` proves `T._sizeOf_k x = sizeOf x` for a field of a nested type.
    fn field_sum(
        &mut self,
        fields: &[Expr],
        nested: &mut dyn FnMut(&mut Meta, Expr) -> Result<Option<Expr>>,
    ) -> Result<Sum> {
        let one = self.mk_nat_lit(&BigUint::from(1u32));
        let mut sum = Sum { value: one, proof: None };
        for f in fields {
            let Some(s) = self.field_size(*f)? else { continue };
            let own = nested(self, *f)?;
            let next = self.mk_app("HAdd.hAdd", &[sum.value, s])?;
            if own.is_some() || sum.proof.is_some() {
                let left = match sum.proof {
                    Some(p) => p,
                    None => self.mk_eq_refl(sum.value)?,
                };
                let right = match own {
                    Some(p) => p,
                    None => self.mk_eq_refl(s)?,
                };
                let p = self.mk_app("sizeOf_add_congr", &[left, right])?;
                sum.proof = Some(p);
            }
            sum.value = next;
        }
        Ok(sum)
    }

    /// `T._sizeOf_k x = sizeOf x` for a type that `T` is nested in, by induction.
    fn nested_size(&mut self, ind: Name, group: &[GroupMotive], own: usize, k: usize) -> Result<()> {
        let rec = self.group_recursor(group, k)?;
        let a = self.open_recursor(&rec)?;
        let levels = a.levels[1..].to_vec();
        let params = self.size_params(&a.params)?;
        let zero = self.st.l_zero();
        let rec_levels: Vec<Level> = std::iter::once(zero).chain(levels.iter().copied()).collect();
        let statement = |m: &mut Meta, j: usize, ys: &[Expr]| -> Result<Expr> {
            if j < own {
                return Ok(m.st.const0("True"));
            }
            let f = m.st.apps(m.size_head(ind, j, &levels, &params), ys);
            let x = ys.last().copied().ok_or_else(|| Error::msg("internal: motive without arguments"))?;
            let size = m.mk_app("SizeOf.sizeOf", &[x])?;
            m.mk_eq(f, size)
        };
        let mut motives = Vec::new();
        for (j, motive) in a.motives.iter().enumerate() {
            let t = self.infer(*motive)?;
            motives.push(self.scoped(|m| {
                let (ys, _) = m.open_pis(t, None)?;
                let s = statement(m, j, &ys)?;
                m.mk_lambda(&ys, s)
            })?);
        }
        let map = a.motives.iter().zip(&motives).map(|(x, v)| Ok((self.fvar_id(*x)?, *v)));
        let map: rustc_hash::FxHashMap<_, _> = map.collect::<Result<_>>()?;
        let mut value = self.st.apps(self.st.const_(rec.cval.name, &rec_levels), &a.params);
        value = self.st.apps(value, &motives);
        for minor in &a.minors {
            let t = self.infer(*minor)?;
            let v = self.scoped(|m| {
                let (xs, concl) = m.open_pis(t, None)?;
                let j = m.hypothesis(concl, &a.motives).map_or(0, |h| h.0);
                let (mut fields, mut hyps, mut all) = (Vec::new(), Vec::new(), Vec::new());
                for x in &xs {
                    let t = m.infer(*x)?;
                    match m.hypothesis(t, &a.motives) {
                        Some((i, args, n)) => {
                            let t = m.st.replace_fvars(t, &map);
                            let t = m.beta_result(t);
                            let h = m.push_local(m.local_name(*x), t, BinderInfo::Default);
                            all.push(h);
                            if i >= own && n == 0 {
                                hyps.push((args.last().copied(), h));
                            }
                        }
                        None => {
                            all.push(*x);
                            fields.push(*x);
                        }
                    }
                }
                let proof = if j < own {
                    m.st.const0("True.intro")
                } else {
                    let sum = m.field_sum(&fields, &mut |_, f| {
                        Ok(hyps.iter().find(|h| h.0 == Some(f)).map(|h| h.1))
                    })?;
                    match sum.proof {
                        Some(p) => p,
                        None => m.mk_eq_refl(sum.value)?,
                    }
                };
                m.mk_lambda(&all, proof)
            })?;
            value = self.st.app(value, v);
        }
        value = self.st.app(self.st.apps(value, &a.indices), a.major);
        let targets = [&a.indices[..], &[a.major]].concat();
        let s = statement(self, k, &targets)?;
        let xs = [&params[..], &targets].concat();
        let (ty, value) = (self.mk_pi(&xs, s)?, self.mk_lambda(&xs, value)?);
        let (ty, value) = (self.instantiate(ty), self.instantiate(value));
        let name = ind.str(&format!("_sizeOf_{}_eq", k + 1));
        let level_params: Vec<Name> = rec.cval.level_params[1..].to_vec();
        self.add_theorem(name, &level_params, ty, value)
    }

    fn size_spec(
        &mut self,
        ind: Name,
        group: &[GroupMotive],
        own: usize,
        k: usize,
        ctor: Name,
    ) -> Result<()> {
        let rec = self.group_recursor(group, k)?;
        let level_params: Vec<Name> = rec.cval.level_params[1..].to_vec();
        let levels: Vec<Level> = level_params.iter().map(|n| self.st.l_param(*n)).collect();
        let Some(info) = self.inductive_val(group_type(&rec)) else { return Ok(()) };
        let (ps, _) = self.open_pis(info.cval.ty, Some(info.num_params))?;
        let params = self.size_params(&ps)?;
        let (fields, app, _) = self.open_ctor(ctor, &levels, &ps)?;
        let lhs = self.mk_app("SizeOf.sizeOf", &[app])?;
        // Fields of nested types have their size by the theorems above.
        let theorems: Vec<Expr> = (own..group.len())
            .map(|j| {
                let n = ind.str(&format!("_sizeOf_{}_eq", j + 1));
                self.st.apps(self.st.const_(n, &levels), &params)
            })
            .collect();
        let sum = self.field_sum(&fields, &mut |m, f| {
            let ft = m.infer(f)?;
            for t in &theorems {
                let found = m.attempt(|m| {
                    let ty = m.infer(*t)?;
                    let (holes, _) = m.open_holes(ty, None)?;
                    let Some((last, _)) = holes.last().copied() else { return Ok(None) };
                    let lt = m.infer(last)?;
                    if !m.is_def_eq(lt, ft)? || !m.is_def_eq(last, f)? {
                        return Ok(None);
                    }
                    let args: Vec<Expr> = holes.iter().map(|h| m.instantiate(h.0)).collect();
                    Ok(Some(m.st.apps(*t, &args)))
                })?;
                if found.is_some() {
                    return Ok(found);
                }
            }
            Ok(None)
        })?;
        let statement = self.mk_eq(lhs, sum.value)?;
        let proof = match sum.proof {
            Some(p) => p,
            None => self.mk_eq_refl(lhs)?,
        };
        self.set_binder_infos(&fields, BinderInfo::Default);
        let xs = [&params[..], &fields].concat();
        let (ty, value) = (self.mk_pi(&xs, statement)?, self.mk_lambda(&xs, proof)?);
        let (ty, value) = (self.instantiate(ty), self.instantiate(value));
        let name = ctor.str("sizeOf_spec");
        self.add_theorem(name, &level_params, ty, value)?;
        self.env.add_attr("simp", AttrEntry { decl: name, priority: 1000, inverse: false });
        Ok(())
    }
}

/// The type that a recursor is about, when it is one of the group itself.
fn group_type(rec: &RecursorVal) -> Name {
    rec.cval.name.prefix()
}
