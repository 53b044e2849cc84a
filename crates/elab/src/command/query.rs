//! Commands that answer questions: `#check`, `#print`, `#synth`, …

use crate::elab::{Elab, Severity, SynthMode};
use crate::error::Result;
use crate::meta::is_inaccessible;
use turnstile_kernel::{BinderInfo, ConstantInfo, Expr, Name, Node, axioms_of};
use turnstile_syntax::{Ident, Span, Term};

impl Elab {
    pub(super) fn answer(&mut self, span: Span, text: impl Into<String>) {
        self.log(Severity::Info, span, text);
    }

    /// A term of a command, with the section variables in the context.
    pub(super) fn elab_query(&mut self, t: &Term) -> Result<Expr> {
        self.push_variables()?;
        let e = self.elab_term(t, None)?;
        self.synthesize(SynthMode::Final)?;
        Ok(self.m.instantiate(e))
    }

    /// `#check e`
    pub(super) fn check_command(&mut self, t: &Term) -> Result<()> {
        if let Some(id) = t.as_ident()
            && let Ok(n) = self.resolve_const(id)
            && let Some(c) = self.m.env.get(n).cloned()
        {
            let text = self.signature(n, &c)?;
            self.answer(t.span, text);
            return Ok(());
        }
        let e = self.elab_query(t)?;
        let ty = self.m.infer(e)?;
        self.generalize_levels(&[e, ty]);
        let (e, ty) = (self.m.instantiate(e), self.m.instantiate(ty));
        let (e, ty) = (self.m.pp(e), self.m.pp(ty));
        self.answer(t.span, format!("{e} : {ty}"));
        Ok(())
    }

    /// `f.{u} {α : Type u} (x y : α) : β`
    pub(super) fn signature(&mut self, n: Name, c: &ConstantInfo) -> Result<String> {
        let levels: Vec<String> = c.cval().level_params.iter().map(ToString::to_string).collect();
        let mut text = self.m.pp_full_name(n);
        if !levels.is_empty() {
            text.push_str(&format!(".{{{}}}", levels.join(", ")));
        }
        let lctx = self.m.lctx.clone();
        let mut ty = c.ty();
        // Names that share brackets and a type.
        let mut group: Option<(Vec<String>, BinderInfo, Expr)> = None;
        while let Node::Pi(b, dom, body) = self.m.st.node(ty) {
            let named = !is_inaccessible(b.name) && self.m.lctx.find(b.name).is_none();
            if !named && b.info != BinderInfo::Inst {
                break;
            }
            let name = b.name.to_string();
            match &mut group {
                Some((names, info, t)) if *info == b.info && *t == dom && b.info != BinderInfo::Inst => {
                    names.push(name)
                }
                _ => {
                    self.push_group(&mut text, group.take());
                    group = Some((if named { vec![name] } else { vec![] }, b.info, dom));
                }
            }
            let x = self.m.push_local(b.name, dom, b.info);
            ty = self.m.st.instantiate1(body, x);
        }
        self.push_group(&mut text, group);
        let ty = self.m.pp(ty);
        self.m.lctx = lctx;
        Ok(format!("{text} : {ty}"))
    }

    fn push_group(&mut self, text: &mut String, group: Option<(Vec<String>, BinderInfo, Expr)>) {
        let Some((names, info, ty)) = group else { return };
        let ty = self.m.pp(ty);
        let names = names.join(" ");
        text.push_str(&match info {
            BinderInfo::Default => format!(" ({names} : {ty})"),
            BinderInfo::Implicit => format!(" {{{names} : {ty}}}"),
            BinderInfo::StrictImplicit => format!(" ⦃{names} : {ty}⦄"),
            BinderInfo::Inst if names.is_empty() => format!(" [{ty}]"),
            BinderInfo::Inst => format!(" [{names} : {ty}]"),
        });
    }

    /// `#check_failure e`
    pub(super) fn check_failure_command(&mut self, t: &Term) -> Result<()> {
        match self.elab_query(t) {
            Ok(_) => Err(self.text_error(t.span, "unexpected success")),
            Err(e) if e.is_resource() => Err(e),
            Err(e) => {
                let text = self.m.render(&e);
                self.answer(t.span, text);
                Ok(())
            }
        }
    }

    /// `#print axioms n`
    pub(super) fn print_axioms_command(&mut self, id: &Ident) -> Result<()> {
        let n = self.resolve_const(id)?;
        let mut found: Vec<Name> = axioms_of(&self.m.env.kernel, &self.m.st, n).into_iter().collect();
        found.sort_by_key(|n| (n.components().len(), n.as_str().to_owned()));
        let text = if found.is_empty() {
            format!("'{n}' does not depend on any axioms")
        } else {
            let list: Vec<&str> = found.iter().map(|n| n.as_str()).collect();
            format!("'{n}' depends on axioms: [{}]", list.join(", "))
        };
        self.answer(id.span, text);
        Ok(())
    }

    /// `#synth C`
    pub(super) fn synth_command(&mut self, t: &Term) -> Result<()> {
        let ty = self.elab_query(t)?;
        match self.m.synth_instance(ty)? {
            Some(v) => {
                let v = self.m.pp(v);
                self.answer(t.span, v);
                Ok(())
            }
            None => Err(self.m.failed_to_synthesize(ty).at(t.span)),
        }
    }

    /// `#reduce e`
    pub(super) fn reduce_command(&mut self, t: &Term) -> Result<()> {
        let e = self.elab_query(t)?;
        let v = self.m.normalize(e)?;
        let v = self.m.pp(v);
        self.answer(t.span, v);
        Ok(())
    }

    /// Values that rest on a `sorry` are computed by `#eval!` only.
    pub(super) fn refuse_sorry(&mut self, t: &Term, command: Span) -> Result<()> {
        let written = self.source.get(command.start..t.span.start).unwrap_or("");
        if written.contains("#eval!") {
            return Ok(());
        }
        let c = self.checkpoint();
        let lctx = self.m.lctx.clone();
        let found = match self.elab_query(t) {
            Ok(e) => self.uses_sorry(e),
            Err(err) if err.is_resource() => return Err(err),
            // `#eval` itself will say what is wrong.
            Err(_) => false,
        };
        self.rollback(&c);
        self.m.lctx = lctx;
        if !found {
            return Ok(());
        }
        let text = "Aborting evaluation since the expression depends on the 'sorry' axiom, which can lead to runtime \
                    instability and crashes.\n\nTo attempt to evaluate anyway despite the risks, use the '#eval!' command.";
        Err(self.text_error(t.span, text))
    }

    fn uses_sorry(&self, e: Expr) -> bool {
        let mut names: Vec<Name> = Vec::new();
        self.m.st.any_subterm(e, |s| {
            if let Node::Const(n, _) = self.m.st.node(s) {
                names.push(n);
            }
            false
        });
        let sorry = Name::new("sorryAx");
        names.sort();
        names.dedup();
        // What the library declares does without.
        names.into_iter().any(|n| {
            n == sorry
                || self.m.env.ext.order.get(&n).is_some_and(|k| *k >= self.library_size)
                    && axioms_of(&self.m.env.kernel, &self.m.st, n).contains(&sorry)
        })
    }
}
