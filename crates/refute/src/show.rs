//! Counterexamples as text.

use crate::plan::Plan;
use crate::{Assignment, Model};
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, Node};

/// Functions with at most this many values are shown as tables.
const MAX_SHOWN: usize = 9;

impl Model<'_> {
    /// `α := Bool, x := 3, f := {false ↦ 0, true ↦ 1}`
    pub(crate) fn describe(&mut self, m: &mut Meta, plan: &Plan, values: &Assignment) -> Result<String> {
        let mut parts = Vec::new();
        for (name, ty) in &plan.types {
            parts.push(format!("{name} := {}", m.pp(*ty)));
        }
        for v in &plan.vars {
            if let Some(value) = values.get(&v.id) {
                let ty = m.st.replace_fvars(v.ty, values);
                let shown = self.show(m, ty, *value)?;
                parts.push(format!("{} := {shown}", v.name));
            }
        }
        Ok(parts.join(", "))
    }

    fn show(&mut self, m: &mut Meta, ty: Expr, value: Expr) -> Result<String> {
        let ty = m.whnf(ty)?;
        if let Node::Pi(..) = self.st.node(ty)
            && let Some(table) = self.graph(m, ty, value)?
        {
            return Ok(table);
        }
        if matches!(self.st.node(ty), Node::Pi(..) | Node::Sort(_)) {
            return Ok(m.pp(value));
        }
        if let Some(fields) = self.fields_of(m, ty, value)? {
            return Ok(fields);
        }
        // Numbers as one writes them.
        let value = m.evaluate(value).unwrap_or(value);
        Ok(m.pp(value))
    }

    /// `{ mul := …, one := … }` for a structure with functions or proofs; proofs are left out.
    fn fields_of(&mut self, m: &mut Meta, ty: Expr, value: Expr) -> Result<Option<String>> {
        let Some(family) = m.as_family(ty)? else { return Ok(None) };
        let Some(info) = m.env.structure(family.info.cval.name).cloned() else { return Ok(None) };
        let Some((_, args)) = m.as_ctor(value) else { return Ok(None) };
        let mut out = Vec::new();
        let mut plain = true;
        for (field, v) in info.fields.iter().zip(args.iter().skip(info.num_params)) {
            let ty = m.infer(*v)?;
            if m.is_prop(ty)? {
                plain = false;
                continue;
            }
            let ty = m.whnf(ty)?;
            plain &= !matches!(self.st.node(ty), Node::Pi(..));
            out.push(format!("{} := {}", field.name, self.show(m, ty, *v)?));
        }
        // Subtypes and `Fin` show their value, as people do.
        Ok(match &out[..] {
            _ if plain => None,
            [one] if info.fields.len() == 2 => one.split_once(" := ").map(|(_, v)| v.to_owned()),
            _ => Some(format!("{{ {} }}", out.join(", "))),
        })
    }

    /// The values of a function on a small finite type, line by line.
    fn graph(&mut self, m: &mut Meta, ty: Expr, f: Expr) -> Result<Option<String>> {
        let mut lines = vec![(Vec::new(), f)];
        let mut ty = ty;
        while let Node::Pi(_, d, b) = self.st.node(ty) {
            if self.st.loose(b) > 0 {
                return Ok(None);
            }
            let Some(values) = self.elements(m, d)? else { return Ok(None) };
            if lines.len() * values.len() > MAX_SHOWN {
                return Ok(None);
            }
            let mut longer = Vec::new();
            for (args, f) in &lines {
                for v in values.iter() {
                    let mut args: Vec<String> = args.clone();
                    args.push(m.pp(*v));
                    longer.push((args, self.st.app(*f, *v)));
                }
            }
            lines = longer;
            ty = m.whnf(b)?;
        }
        let is_predicate = matches!(self.st.node(ty), Node::Sort(l) if m.level_is_zero(l));
        let mut out = Vec::new();
        for (args, e) in lines {
            let shown = if is_predicate {
                let f = self.closed(m, self.st.head_beta(e))?;
                match self.truth(m, &f, &mut Assignment::default(), 0)? {
                    Some(t) if t.sure => if t.holds { "True" } else { "False" }.to_owned(),
                    _ => return Ok(None),
                }
            } else {
                match self.evaluator.value(m, e)? {
                    Some(v) => self.show(m, ty, v)?,
                    None => return Ok(None),
                }
            };
            out.push(format!("{} ↦ {shown}", args.join(" ")));
        }
        Ok(Some(format!("{{{}}}", out.join(", "))))
    }
}
