//! `partial def`: a constant of which nothing is known but its type. Programs may run it.

use super::definition::{DefOutcome, Working};
use crate::elab::Elab;
use crate::env::{Equation, FunEquations};
use crate::error::{Piece, Result};
use crate::meta::Meta;
use std::sync::Arc;
use turnstile_kernel::{ConstantVal, Declaration, Expr, Level, Name};

impl Elab {
    /// Adds the function as an opaque constant, which needs a value of its type.
    pub(super) fn elab_partial(&mut self, w: &Working<'_>, out: &mut DefOutcome) -> Result<()> {
        let (f, value) = self.elab_value(w)?;
        let ty = self.m.instantiate(w.ty);
        let mut es = vec![ty];
        for z in &w.zs {
            es.push(self.m.infer(*z)?);
        }
        es.extend(value.terms());
        let mentioned = self.m.free_variables(&es);
        let used: Vec<Expr> = w.vars.iter().copied().filter(|v| mentioned.contains(v)).collect();
        let all = [&used[..], &w.zs].concat();
        let (args, source) = self.open_value(ty, value, |e, v| e.m.occurs(v, f), &all, w.span)?;
        let closed_ty = self.m.mk_pi(&all, ty)?;
        self.generalize_levels(&[closed_ty, source.term]);
        let closed_ty = self.m.instantiate(closed_ty);
        self.check_no_holes(closed_ty, w.d.header_span)?;
        let ty = self.m.instantiate(ty);
        let Some(value) = self.m.scoped(|m| m.some_value(ty))? else {
            let text = format!(
                "failed to compile partial definition `{}`, could not prove that the type\n  ",
                out.name
            );
            return Err(self.error_at(
                w.span,
                vec![
                    Piece::Text(text),
                    Piece::Expr(closed_ty),
                    Piece::Text(
                        "\nis nonempty.\n\nThis process uses multiple strategies:\n- It looks for a parameter that matches the \
                         return type.\n- It tries synthesizing `Inhabited` and `Nonempty` instances for the return type, while \
                         making every parameter into a local `Inhabited` instance.\n- It tries unfolding the return type.\n\nIf \
                         the return type is defined using the `structure` or `inductive` command, you can try adding a \
                         `deriving Nonempty` clause to the command."
                            .into(),
                    ),
                ],
            ));
        };
        let value = self.m.mk_lambda(&all, value)?;
        let value = self.m.instantiate(value);
        out.level_params = self.sorted_level_params(&w.explicit_levels, &[closed_ty, value], w.span)?;
        out.statement = Some(closed_ty);
        out.header = all.len();
        let cval =
            ConstantVal { name: out.name, level_params: out.level_params.clone().into(), ty: closed_ty };
        self.m.env.add_decl(&self.m.st, &Declaration::Opaque(cval, value))?;
        out.added = true;
        // What `#eval` runs by.
        let all = [&all[..], &args].concat();
        let levels: Vec<Level> = out.level_params.iter().map(|n| self.m.st.l_param(*n)).collect();
        let own = self.m.st.apps(self.m.st.const_(out.name, &levels), &used);
        let body = self.m.instantiate(source.term);
        let body = self.m.st.replace_fvars(body, &std::iter::once((f, own)).collect());
        let ids = all.iter().map(|x| self.m.fvar_id(*x)).collect::<Result<Vec<_>>>()?;
        let n = ids.len() as u32;
        let equation = Equation {
            num_vars: ids.len(),
            lhs: (0..n).map(|i| self.m.st.bvar(n - 1 - i)).collect(),
            rhs: self.m.st.abstract_fvars(body, &ids),
            theorem: None,
        };
        let eqs = FunEquations {
            level_params: out.level_params.clone().into(),
            arity: ids.len(),
            matched: vec![],
            eqns: vec![equation],
            recursive: true,
            by_theorem: true,
        };
        self.m.env.ext.has_theorem_equations = true;
        self.m.env.ext.equations.insert(out.name, Arc::new(eqs));
        Ok(())
    }
}

impl Meta {
    /// Some value of type `ty`: a variable that has it, or what an instance of `Inhabited` or `Nonempty` gives.
    fn some_value(&mut self, ty: Expr) -> Result<Option<Expr>> {
        let (xs, result) = self.open_pis(ty, None)?;
        let mut found = None;
        let locals: Vec<(Expr, Expr)> =
            self.lctx.iter().rev().filter(|d| !d.is_aux).map(|d| (self.st.fvar(d.id), d.ty)).collect();
        for (x, t) in &locals {
            if self.is_def_eq(*t, result)? {
                found = Some(*x);
                break;
            }
        }
        for (class, value) in [("Inhabited", "Inhabited.default"), ("Nonempty", "Classical.ofNonempty")] {
            if found.is_some() || !self.env.contains(Name::new(value)) {
                continue;
            }
            found = self.attempt(|m| {
                let inst = m.mk_app(class, &[result])?;
                let Some(i) = m.synth_instance(inst)? else { return Ok(None) };
                m.mk_app_opt(Name::new(value), &[None, Some(i)]).map(Some)
            })?;
        }
        match found {
            Some(v) => self.mk_lambda(&xs, v).map(Some),
            None => Ok(None),
        }
    }
}
