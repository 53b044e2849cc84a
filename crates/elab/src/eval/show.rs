//! Values as `#eval` shows them: by `Repr`, by `ToString`, else as `deriving Repr` would.

use super::layout::{Format, layout};
use super::machine::Evaluator;
use super::value::{Thunk, Value};
use crate::error::{Error, Piece, Result};
use crate::meta::Meta;
use turnstile_kernel::{Expr, Name, Node, with_stack};

/// The precedence of an argument.
const ARGUMENT: u32 = 1024;

impl Meta {
    /// The text that `#eval` shows for the closed term `e` of type `ty`.
    ///
    /// # Errors
    /// When there is no way to show it, or evaluation fails.
    pub fn show_value(&mut self, e: Expr, ty: Expr) -> Result<String> {
        let mut ev = Evaluator::new(self);
        let v = ev.eval(e)?;
        ev.show(ty, v)
    }
}

impl Evaluator<'_> {
    /// A value of type `ty` as text.
    ///
    /// # Errors
    /// When there is no way to show it, or evaluation fails.
    pub fn show(&mut self, ty: Expr, v: Value) -> Result<String> {
        let v = self.done(v)?;
        let f = self.format_value(ty, v, 0)?;
        Ok(layout(&f))
    }

    /// The instance of a class for `ty`.
    fn instance(&mut self, class: &str, ty: Expr) -> Result<Option<Expr>> {
        if !self.m.env.is_class(Name::new(class)) {
            return Ok(None);
        }
        let goal = self.m.mk_app(class, &[ty])?;
        match self.m.synth_instance(goal) {
            Ok(i) => Ok(i),
            Err(e) if e.is_resource() => Err(e),
            Err(_) => Ok(None),
        }
    }

    fn format_value(&mut self, ty: Expr, v: Thunk, prec: u32) -> Result<Format> {
        with_stack(|| {
            if let Some(inst) = self.instance("Repr", ty)? {
                let f = self.m.mk_app_opt(Name::new("Repr.reprPrec"), &[Some(ty), Some(inst)])?;
                let f = self.eval(f)?;
                let prec = self.done(Value::nat(prec))?;
                let text = self.apply(f, [v, prec])?;
                let text = self.done(text)?;
                return self.format(text);
            }
            if let Some(inst) = self.instance("ToString", ty)? {
                let f = self.m.mk_app_opt(Name::new("ToString.toString"), &[Some(ty), Some(inst)])?;
                let f = self.eval(f)?;
                let text = self.apply(f, [v])?;
                let text = self.done(text)?;
                return Ok(Format::Text(self.string(text)?.to_string()));
            }
            self.format_data(ty, v, prec)
        })
    }

    /// As `deriving Repr` shows it.
    fn format_data(&mut self, ty: Expr, v: Thunk, prec: u32) -> Result<Format> {
        let family = self.m.as_family(ty)?;
        let Some(family) = family else { return Err(self.cannot_show(ty)) };
        if self.m.is_prop(ty)? {
            return Err(self.cannot_show(ty));
        }
        match self.force(v)? {
            Value::Nat(n) => return Ok(Format::Text(n.to_string())),
            Value::Str(s) => return Ok(Format::Text(format!("{s:?}"))),
            Value::Float(x) => return Ok(Format::Text(x.to_string())),
            _ => {}
        }
        let (name, fields) = self.parts(v)?;
        let Some(ctor) = self.m.ctor_val(name) else { return Err(self.cannot_show(ty)) };
        let mut t = self.m.st.instantiate_levels(ctor.cval.ty, &ctor.cval.level_params, &family.levels);
        t = self.m.instantiate_pis(t, &family.params)?;
        let is_structure = self.m.env.structure(family.info.cval.name).is_some();
        let mut shown = Vec::new();
        for field in fields.iter() {
            let w = self.m.whnf(t)?;
            let Node::Pi(b, dom, body) = self.m.st.node(w) else { break };
            let text = self.format_field(dom, *field, if is_structure { 0 } else { ARGUMENT })?;
            shown.push((b.name, text));
            // A field on which the type of a later one depends is not written down: that one shows as `_`.
            let unknown = self.m.mk_hole(dom);
            t = self.m.st.instantiate1(body, unknown);
        }
        if is_structure {
            let mut parts = Vec::new();
            for (i, (name, text)) in shown.into_iter().enumerate() {
                if i > 0 {
                    parts.extend([Format::text(","), Format::Line]);
                }
                let indent = i64::try_from(name.to_string().chars().count() + 4).unwrap_or(0);
                let text = Format::Group(false, Box::new(Format::Nest(indent, Box::new(text))));
                parts.extend([Format::text(format!("{name} := ")), text]);
            }
            return Ok(Format::bracket("{ ", Format::Cat(parts), " }"));
        }
        if shown.is_empty() {
            return Ok(Format::text(name.to_string()).argument(prec));
        }
        let mut parts = vec![Format::text(name.to_string())];
        for (_, text) in shown {
            parts.extend([Format::Line, text]);
        }
        let all = Format::Group(false, Box::new(Format::Nest(2, Box::new(Format::Cat(parts)))));
        Ok(all.argument(prec))
    }

    fn format_field(&mut self, ty: Expr, v: Thunk, prec: u32) -> Result<Format> {
        let ty = self.m.instantiate(ty);
        if self.m.st.has_expr_mvar(ty) || self.m.is_prop(ty)? {
            return Ok(Format::text("_"));
        }
        let w = self.m.whnf(ty)?;
        if matches!(self.m.st.node(w), Node::Sort(_)) {
            return Ok(Format::text("_"));
        }
        self.format_value(ty, v, prec)
    }

    fn cannot_show(&self, ty: Expr) -> Error {
        self.m.error(vec![
            Piece::Text(
                "could not synthesize a `ToExpr`, `Repr`, or `ToString` instance for type\n  ".into(),
            ),
            Piece::Expr(ty),
        ])
    }
}
