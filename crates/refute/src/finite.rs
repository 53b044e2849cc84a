//! Finite types, and terms that go through the constructors of a type.

use crate::Model;
use std::rc::Rc;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, Level, Name, Node, with_stack};

/// Larger types do not count as finite.
pub(crate) const MAX_ELEMENTS: usize = 32;

impl Model<'_> {
    /// All values of the closed type `ty`: of `Prop`, or of data without recursion, indices and proofs. `None` if it is
    /// not of this kind, or has too many.
    pub(crate) fn elements(&mut self, m: &mut Meta, ty: Expr) -> Result<Option<Rc<[Expr]>>> {
        m.tick()?;
        let ty = m.whnf(ty)?;
        let key = self.st.alpha(ty);
        if let Some(r) = self.finite.get(&key) {
            return Ok(r.clone());
        }
        let found = with_stack(|| self.all_values(m, ty))?.map(Rc::from);
        self.finite.insert(key, found.clone());
        Ok(found)
    }

    fn all_values(&mut self, m: &mut Meta, ty: Expr) -> Result<Option<Vec<Expr>>> {
        if let Node::Sort(l) = self.st.node(ty) {
            let both = || vec![self.st.const0("True"), self.st.const0("False")];
            return Ok(m.level_is_zero(l).then(both));
        }
        let Some(family) = m.as_family(ty)? else { return Ok(None) };
        if family.info.is_rec || !family.indices.is_empty() || m.is_prop(ty)? {
            return Ok(None);
        }
        let mut out = Vec::new();
        for c in family.info.ctors.iter() {
            let Some(types) = self.field_types(m, *c, &family.levels, &family.params)? else {
                return Ok(None);
            };
            let mut partial = vec![self.st.apps(self.st.const_(*c, &family.levels), &family.params)];
            for t in types {
                let Some(values) = self.elements(m, t)? else { return Ok(None) };
                if partial.len() * values.len() > MAX_ELEMENTS {
                    return Ok(None);
                }
                partial = partial.iter().flat_map(|e| values.iter().map(|v| self.st.app(*e, *v))).collect();
            }
            out.extend(partial);
            if out.len() > MAX_ELEMENTS {
                return Ok(None);
            }
        }
        Ok(Some(out))
    }

    /// The types of the fields of a constructor, when they are data that do not depend on each other.
    fn field_types(
        &mut self,
        m: &mut Meta,
        ctor: Name,
        levels: &[Level],
        params: &[Expr],
    ) -> Result<Option<Vec<Expr>>> {
        let Some(c) = m.ctor_val(ctor) else { return Ok(None) };
        let ty = self.st.instantiate_levels(c.cval.ty, &c.cval.level_params, levels);
        let mut ty = m.instantiate_pis(ty, params)?;
        let mut out = Vec::new();
        for _ in 0..c.num_fields {
            ty = m.whnf(ty)?;
            let Node::Pi(_, d, b) = self.st.node(ty) else { return Ok(None) };
            if self.st.loose(b) > 0 || m.is_prop(d)? {
                return Ok(None);
            }
            out.push(d);
            ty = b;
        }
        Ok(Some(out))
    }

    /// A term of type `res` (a closed type, or `Prop`) by the constructor that `x` is made of: `arm` gets the constructor's number
    /// and its fields. `None` where the type of `x` has no simple recursor, or `arm` gives up.
    pub(crate) fn by_constructor(
        &mut self,
        m: &mut Meta,
        x: Expr,
        res: Expr,
        arm: &mut dyn FnMut(&mut Self, &mut Meta, usize, &[Expr]) -> Result<Option<Expr>>,
    ) -> Result<Option<Expr>> {
        let ty = m.infer(x)?;
        let Some(family) = m.as_family(ty)? else { return Ok(None) };
        let Some(rec) = m.recursor_val(family.info.cval.name.str("rec")) else { return Ok(None) };
        if rec.num_motives != 1 {
            return Ok(None);
        }
        let level = m.sort_of(res)?;
        let mut levels = family.levels.to_vec();
        if rec.cval.level_params.len() > levels.len() {
            levels.insert(0, level);
        } else if !m.level_is_zero(level) {
            return Ok(None);
        }
        // The number of arguments of each minor premise, as it stands in the recursor's type.
        let mut arities = Vec::new();
        let mut t = rec.cval.ty;
        let mut position = 0;
        while let Node::Pi(_, d, b) = self.st.node(t) {
            let first = rec.num_params + rec.num_motives;
            if (first..first + rec.num_minors).contains(&position) {
                let (mut n, mut d) = (0, d);
                while let Node::Pi(_, _, b) = self.st.node(d) {
                    (n, d) = (n + 1, b);
                }
                arities.push(n);
            }
            (position, t) = (position + 1, b);
        }
        let mut term = self.st.apps(self.st.const_(rec.cval.name, &levels), &family.params);
        let mut ty = m.infer(term)?;
        let Node::Pi(_, motive, body) = self.st.node(ty) else { return Ok(None) };
        let motive = m.scoped(|m| {
            let (xs, _) = m.open_pis(motive, Some(rec.num_indices + 1))?;
            m.mk_lambda(&xs, res)
        })?;
        term = self.st.app(term, motive);
        ty = self.st.instantiate1(body, motive);
        for (i, rule) in rec.rules.iter().enumerate() {
            let Node::Pi(_, d, b) = self.st.node(ty) else { return Ok(None) };
            let minor = m.scoped(|m| {
                let (xs, _) = m.open_pis(d, Some(arities[i]))?;
                let Some(body) = arm(self, m, i, &xs[..rule.num_fields.min(xs.len())])? else {
                    return Ok(None);
                };
                m.mk_lambda(&xs, body).map(Some)
            })?;
            let Some(minor) = minor else { return Ok(None) };
            term = self.st.app(term, minor);
            ty = self.st.instantiate1(b, minor);
        }
        Ok(Some(self.st.app(self.st.apps(term, &family.indices), x)))
    }

    /// A proof of `∀ x₁ … xₙ, p x₁ … xₙ` over finite `types`, by cases; `leaf` proves each closed instance.
    pub(crate) fn prove_all(
        &mut self,
        m: &mut Meta,
        types: &[Expr],
        p: Expr,
        leaf: &mut dyn FnMut(&mut Self, &mut Meta, Expr) -> Result<Option<Expr>>,
    ) -> Result<Option<Expr>> {
        let Some((first, rest)) = types.split_first() else { return leaf(self, m, self.st.head_beta(p)) };
        let first = m.whnf(*first)?;
        // fun x => ∀ rest, p x rest
        let motive = m.scoped(|m| {
            let name = m.fresh_name(Name::new("x"));
            let xs: Vec<Expr> =
                types.iter().map(|t| m.push_local(name, *t, turnstile_kernel::BinderInfo::Default)).collect();
            let body = self.st.beta(p, &xs);
            let body = m.mk_pi(&xs[1..], body)?;
            m.mk_lambda(&xs[..1], body)
        })?;
        if let Node::Sort(_) = self.st.node(first) {
            return self.prove_all_props(m, rest, p, motive, leaf);
        }
        let Some(family) = m.as_family(first)? else { return Ok(None) };
        let name = family.info.cval.name;
        let Some(rec) = m.recursor_val(name.str("rec")) else { return Ok(None) };
        let mut levels = family.levels.to_vec();
        if rec.cval.level_params.len() > levels.len() {
            levels.insert(0, self.st.l_zero());
        }
        let mut term = self.st.apps(self.st.const_(rec.cval.name, &levels), &family.params);
        term = self.st.app(term, motive);
        for c in family.info.ctors.iter() {
            let Some(fields) = self.field_types(m, *c, &family.levels, &family.params)? else {
                return Ok(None);
            };
            let ctor = self.st.apps(self.st.const_(*c, &family.levels), &family.params);
            let types: Vec<Expr> = fields.iter().chain(rest).copied().collect();
            // fun fields rest => p (c fields) rest
            let q = m.scoped(|m| {
                let name = m.fresh_name(Name::new("x"));
                let xs: Vec<Expr> = types
                    .iter()
                    .map(|t| m.push_local(name, *t, turnstile_kernel::BinderInfo::Default))
                    .collect();
                let (fields, rest) = xs.split_at(fields.len());
                let mut args = vec![self.st.apps(ctor, fields)];
                args.extend(rest);
                let body = self.st.beta(p, &args);
                m.mk_lambda(&xs, body)
            })?;
            let Some(minor) = with_stack(|| self.prove_all(m, &types, q, leaf))? else { return Ok(None) };
            term = self.st.app(term, minor);
        }
        Ok(Some(term))
    }

    /// The same where the first variable is a proposition: it is true or false (`Classical.propComplete`).
    fn prove_all_props(
        &mut self,
        m: &mut Meta,
        rest: &[Expr],
        p: Expr,
        motive: Expr,
        leaf: &mut dyn FnMut(&mut Self, &mut Meta, Expr) -> Result<Option<Expr>>,
    ) -> Result<Option<Expr>> {
        let st = self.st;
        let complete = Name::new("Classical.propComplete");
        if !m.env.contains(complete) {
            return Ok(None);
        }
        let mut cases = Vec::new();
        for truth in ["True", "False"] {
            let q = st.head_beta(st.app(p, st.const0(truth)));
            match with_stack(|| self.prove_all(m, rest, q, leaf))? {
                Some(proof) => cases.push((st.const0(truth), proof)),
                None => return Ok(None),
            }
        }
        m.scoped(|m| {
            let x =
                m.push_local(m.fresh_name(Name::new("x")), st.prop(), turnstile_kernel::BinderInfo::Default);
            let goal = st.beta(motive, &[x]);
            let eq = |v: Expr| st.apps(st.const_(Name::new("Eq"), &[st.l_one()]), &[st.prop(), x, v]);
            let mut arms = Vec::new();
            for (v, proof) in &cases {
                // fun h : x = v => h ▸ proof
                let h =
                    m.push_local(m.fresh_name(Name::new("h")), eq(*v), turnstile_kernel::BinderInfo::Default);
                let back = st.apps(st.const_(Name::new("Eq.symm"), &[st.l_one()]), &[st.prop(), x, *v, h]);
                let cast = st.const_(Name::new("Eq.ndrec"), &[st.l_zero(), st.l_one()]);
                let body = st.apps(cast, &[st.prop(), *v, motive, *proof, x, back]);
                arms.push(m.mk_lambda(&[h], body)?);
            }
            let either = st.app(st.const_(complete, &[]), x);
            let body = st.apps(
                st.const0("Or.elim"),
                &[eq(cases[0].0), eq(cases[1].0), goal, either, arms[0], arms[1]],
            );
            m.mk_lambda(&[x], body).map(Some)
        })
    }
}
