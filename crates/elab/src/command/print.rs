//! `#print`: a constant as it was declared, and what the kernel made of it.

use crate::elab::Elab;
use crate::env::{Reducibility, StructureInfo};
use crate::error::Result;
use turnstile_kernel::{ConstantInfo, Expr, InductiveVal, Name, RecursorVal};
use turnstile_syntax::Ident;

impl Elab {
    /// `#print n`
    pub(super) fn print_command(&mut self, id: &Ident) -> Result<()> {
        let n = self.resolve_const(id)?;
        let Some(c) = self.m.env.get(n).cloned() else { return Ok(()) };
        let text = match &*c {
            ConstantInfo::Axiom(_) => self.print_typed("axiom", n, &c),
            ConstantInfo::Definition(..) => self.print_value("def", n, &c),
            ConstantInfo::Theorem(..) => self.print_value("theorem", n, &c),
            ConstantInfo::Opaque(..) => self.print_value("opaque", n, &c),
            ConstantInfo::Quot(..) => self.print_typed("Quotient primitive", n, &c),
            ConstantInfo::Constructor(_) => self.print_typed("constructor", n, &c),
            ConstantInfo::Recursor(r) => self.print_recursor(n, &c, r),
            ConstantInfo::Inductive(v) => match self.m.env.structure(n).cloned() {
                Some(s) => self.print_structure(n, &c, v, &s)?,
                None => self.print_inductive(n, &c, v),
            },
        };
        self.answer(id.span, text);
        Ok(())
    }

    /// Attributes, `private` and `protected` as they stand before a declaration.
    fn print_modifiers(&self, n: Name) -> String {
        let mut text = String::new();
        match self.m.env.reducibility(n) {
            Reducibility::Reducible => text.push_str("@[reducible] "),
            Reducibility::Irreducible => text.push_str("@[irreducible] "),
            Reducibility::Instance | Reducibility::Regular => {}
        }
        if super::visible_name(n) != n {
            text.push_str("private ");
        }
        if self.m.env.ext.protected.contains_key(&n) {
            text.push_str("protected ");
        }
        text
    }

    /// `f.{u, v}`
    fn print_name(&self, n: Name, c: &ConstantInfo) -> String {
        let levels: Vec<String> = c.cval().level_params.iter().map(ToString::to_string).collect();
        let n = super::visible_name(n);
        if levels.is_empty() { n.to_string() } else { format!("{n}.{{{}}}", levels.join(", ")) }
    }

    fn print_typed(&mut self, keyword: &str, n: Name, c: &ConstantInfo) -> String {
        let ty = self.m.pp(c.ty());
        format!("{}{keyword} {} : {ty}", self.print_modifiers(n), self.print_name(n, c))
    }

    fn print_value(&mut self, keyword: &str, n: Name, c: &ConstantInfo) -> String {
        let mut text = self.print_typed(keyword, n, c);
        if let Some(v) = c.value() {
            let v = self.m.pp(v);
            text.push_str(&format!(" :=\n{v}"));
        }
        text
    }

    fn print_inductive(&mut self, n: Name, c: &ConstantInfo, v: &InductiveVal) -> String {
        let mut text = self.print_typed("inductive", n, c);
        text.push_str(&format!("\nnumber of parameters: {}\nconstructors:", v.num_params));
        for k in v.ctors.iter() {
            if let Some(kc) = self.m.env.get(*k).cloned() {
                let ty = self.m.pp(kc.ty());
                text.push_str(&format!("\n{} : {ty}", super::visible_name(*k)));
            }
        }
        text
    }

    fn print_structure(
        &mut self,
        n: Name,
        c: &ConstantInfo,
        v: &InductiveVal,
        s: &StructureInfo,
    ) -> Result<String> {
        let keyword = if s.is_class { "class" } else { "structure" };
        let modifiers = self.print_modifiers(n);
        let mut text = format!("{modifiers}{keyword} {}", self.signature(n, c)?);
        text.push_str(&format!("\nnumber of parameters: {}", v.num_params));
        let lctx = self.m.lctx.clone();
        // The fields are shown for a variable `self`.
        let (params, _) = self.m.open_pis(c.ty(), None)?;
        let levels: Vec<_> = c.cval().level_params.iter().map(|l| self.m.st.l_param(*l)).collect();
        let whole = self.m.st.apps(self.m.st.const_(n, &levels), &params);
        let this = self.m.push_local(Name::new("self"), whole, turnstile_kernel::BinderInfo::Default);
        let mut parents = Vec::new();
        let mut fields = Vec::new();
        let mut inherited = Vec::new();
        for f in &s.fields {
            let proj = self.m.st.app(self.m.st.apps(self.m.st.const_(f.proj, &levels), &params), this);
            let ty = self.m.infer(proj)?;
            let shown = self.m.pp(ty);
            if f.subobject.is_some() {
                parents.push(format!("\n  {} : {shown}", super::visible_name(f.proj)));
                self.inherited_fields(proj, ty, &mut inherited)?;
            } else {
                fields.push(format!("\n  {} : {shown}", super::visible_name(f.proj)));
            }
        }
        self.m.lctx = lctx;
        if !parents.is_empty() {
            text.push_str(&format!("\nparents:{}", parents.concat()));
        }
        inherited.extend(fields);
        if !inherited.is_empty() {
            text.push_str(&format!("\nfields:{}", inherited.concat()));
        }
        if let Some(k) = self.m.env.get(s.ctor).cloned() {
            text.push_str(&format!("\nconstructor:\n  {}", self.signature(s.ctor, &k)?));
        }
        let order = self.resolution_order(n);
        if order.len() > 1 {
            let order: Vec<String> = order.iter().map(|n| super::visible_name(*n).to_string()).collect();
            text.push_str(&format!("\nfield notation resolution order:\n  {}", order.join(", ")));
        }
        Ok(text)
    }

    /// The fields that the parent `object : ty` brings.
    fn inherited_fields(&mut self, object: Expr, ty: Expr, out: &mut Vec<String>) -> Result<()> {
        let w = self.m.whnf(ty)?;
        let (head, params) = self.m.st.unapp(w);
        let Some((s, levels)) = self.m.st.as_const(head) else { return Ok(()) };
        let Some(info) = self.m.env.structure(s).cloned() else { return Ok(()) };
        let levels = self.m.st.level_list(levels);
        for f in &info.fields {
            self.m.tick()?;
            let proj = self.m.st.app(self.m.st.apps(self.m.st.const_(f.proj, &levels), &params), object);
            let ty = self.m.infer(proj)?;
            if f.subobject.is_some() {
                self.inherited_fields(proj, ty, out)?;
            } else {
                let ty = self.m.pp(ty);
                out.push(format!("\n  {} : {ty}", super::visible_name(f.proj)));
            }
        }
        Ok(())
    }

    /// The structure, then what it embeds: where `x.f` is looked for.
    fn resolution_order(&self, n: Name) -> Vec<Name> {
        let mut out = vec![n];
        let mut i = 0;
        while let Some(s) = out.get(i).copied() {
            if let Some(info) = self.m.env.structure(s) {
                for p in info.fields.iter().filter_map(|f| f.subobject) {
                    if !out.contains(&p) {
                        out.push(p);
                    }
                }
            }
            i += 1;
        }
        out
    }

    fn print_recursor(&mut self, n: Name, c: &ConstantInfo, r: &RecursorVal) -> String {
        let mut text = self.print_typed("recursor", n, c);
        text.push_str(&format!(
            "\nnumber of parameters: {}\nnumber of indices: {}\nnumber of motives: {}\nnumber of minors: {}\nrules:",
            r.num_params, r.num_indices, r.num_motives, r.num_minors
        ));
        for rule in r.rules.iter() {
            let rhs = self.m.pp(rule.rhs);
            text.push_str(&format!(
                "\nfor {} ({} fields): {rhs}",
                super::visible_name(rule.ctor),
                rule.num_fields
            ));
        }
        text
    }
}
