//! Structure instances `{ s with x := v }` and the fields after `where`.

use super::app::{AppArg, NamedArg};
use super::defaults::Plan;
use crate::elab::Elab;
use crate::env::FieldInfo;
use crate::error::{Piece, Result};
use turnstile_kernel::{BinderInfo, Expr, Name, Node};
use turnstile_syntax as ast;
use turnstile_syntax::{Body, Field, FieldVal, FunBinder, Ident, Span, StructInst, Term, TermKind};

/// A field that is given, with what is left of its path.
#[derive(Clone, Copy)]
struct Given<'a> {
    path: &'a [Field],
    val: &'a FieldVal,
}

/// A term whose fields stand in for those that are not given.
#[derive(Clone, Copy)]
struct Source {
    value: Expr,
    structure: Name,
}

impl Elab {
    pub(crate) fn elab_struct_inst(
        &mut self,
        s: &StructInst,
        expected: Option<Expr>,
        span: Span,
    ) -> Result<Expr> {
        let mut sources = Vec::new();
        for t in &s.sources {
            let value = self.elab_term(t, None)?;
            let ty = self.m.infer(value)?;
            let ty = self.try_postpone_if_mvar(ty)?;
            let w = self.m.whnf(ty)?;
            match self.m.st.head_const(w).filter(|n| self.m.env.structure(*n).is_some()) {
                Some(structure) => sources.push((Source { value, structure }, ty)),
                None => {
                    let text = "Invalid `{...}` notation: The source does not have a structure type\n  ";
                    return Err(self.error_at(t.span, vec![Piece::Text(text.into()), Piece::Expr(ty)]));
                }
            }
        }
        let ty = match &s.ty {
            Some(t) => Some(self.elab_type(t)?),
            None => match expected {
                Some(t) => {
                    let t = self.m.instantiate(t);
                    let t = self.strip_annotations(t);
                    let w = self.m.whnf(t)?;
                    if self.m.head_mvar(w).is_none() { Some(t) } else { None }
                }
                None => None,
            },
        };
        let ty = match (ty, sources.first()) {
            (Some(t), _) => t,
            (None, Some(src)) => src.1,
            (None, None) => {
                self.try_postpone()?;
                let text = "Invalid `{...}` notation: The expected type of this term could not be determined";
                return Err(self.text_error(span, text));
            }
        };
        let w = self.m.whnf(ty)?;
        let is_struct = self.m.st.head_const(w).is_some_and(|n| self.m.env.structure(n).is_some());
        let short = s.fields.iter().all(|f| matches!(f.body, Body::None) && f.path.len() == 1);
        if !is_struct && short && s.sources.is_empty() && s.ty.is_none() && !s.ellipsis {
            // `{a, b}` reads like short fields; here it is a collection.
            let items: Vec<Term> = s.fields.iter().filter_map(short_field).collect();
            let t = Term { kind: TermKind::SetLit(items), span };
            return self.elab_term(&t, expected);
        }
        let given: Vec<Given<'_>> = s.fields.iter().map(|val| Given { path: &val.path, val }).collect();
        let sources: Vec<Source> = sources.into_iter().map(|s| s.0).collect();
        self.build_struct(ty, &given, &sources, s.ellipsis, span)
    }

    /// The structure of type `ty` with the fields written after `where`.
    ///
    /// # Errors
    /// When `ty` is not a structure, or a field is wrong or missing.
    pub fn elab_fields(&mut self, fields: &[FieldVal], ty: Expr, span: Span) -> Result<Expr> {
        let given: Vec<Given<'_>> = fields.iter().map(|val| Given { path: &val.path, val }).collect();
        self.build_struct(ty, &given, &[], false, span)
    }

    fn build_struct(
        &mut self,
        ty: Expr,
        given: &[Given<'_>],
        sources: &[Source],
        ellipsis: bool,
        span: Span,
    ) -> Result<Expr> {
        let mut plan = Plan::new(ellipsis, span);
        let e = self.build_level(ty, given, sources, None, &mut plan)?;
        self.fill_defaults(&mut plan)?;
        if !plan.missing.is_empty() {
            let list: Vec<String> = plan.missing.iter().map(|n| format!("`{n}`")).collect();
            return Err(self.text_error(span, format!("Fields missing: {}", list.join(", "))));
        }
        Ok(self.m.instantiate(e))
    }

    /// The structure of type `ty`, at one level of a nest; `parent` is the level that embeds it.
    fn build_level(
        &mut self,
        ty: Expr,
        given: &[Given<'_>],
        sources: &[Source],
        parent: Option<usize>,
        plan: &mut Plan,
    ) -> Result<Expr> {
        let span = plan.span;
        let ty = self.m.instantiate(ty);
        let w = self.m.whnf(ty)?;
        let (head, params) = self.m.st.unapp(w);
        let found = self.m.st.as_const(head).and_then(|c| self.m.env.structure(c.0).cloned().map(|i| (c, i)));
        let Some(((s, levels), info)) = found else {
            let text = "Invalid `{...}` notation: The expected type is not a structure\n  ";
            return Err(self.error_at(span, vec![Piece::Text(text.into()), Piece::Expr(ty)]));
        };
        self.check_given(s, given)?;
        let levels = self.m.st.level_list(levels);
        let params = &params[..info.num_params.min(params.len())];
        let level = plan.enter(s, levels.clone(), params.to_vec(), parent);
        let ctor = self.m.st.const_(info.ctor, &levels);
        let mut e = self.m.st.apps(ctor, params);
        let mut cty = self.m.infer(e)?;
        for f in &info.fields {
            cty = self.whnf_pi(cty)?;
            let Node::Pi(b, dom, body) = self.m.st.node(cty) else { break };
            let marked = self.m.instantiate(dom);
            let dom = self.m.st.head_beta(self.strip_annotations(marked));
            let v = match self.field_value(s, f, b.info, dom, given, sources, level, plan)? {
                Some(v) => v,
                None => self.missing_field(f.name, b.info, dom, marked, level, plan)?,
            };
            plan.add_value(level, v);
            e = self.m.st.app(e, v);
            cty = self.m.st.instantiate1(body, v);
        }
        Ok(e)
    }

    fn check_given(&self, s: Name, given: &[Given<'_>]) -> Result<()> {
        for (i, g) in given.iter().enumerate() {
            let Some(first) = g.path.first() else { continue };
            let name = Name::anon().str(&first.name);
            if self.find_field(s, name).is_none() {
                return Err(self.text_error(
                    first.span,
                    format!("`{name}` is not a field of structure `{}`", crate::command::visible_name(s)),
                ));
            }
            let twice = g.path.len() == 1
                && given[..i]
                    .iter()
                    .any(|h| h.path.len() == 1 && h.path.first().is_some_and(|f| f.name == first.name));
            if twice {
                return Err(self.text_error(first.span, format!("field `{name}` has already been specified")));
            }
        }
        Ok(())
    }

    /// The value of field `f` of `s`, when it is given, comes from a source, or is a parent that can be built.
    #[expect(clippy::too_many_arguments, reason = "one step of build_struct")]
    fn field_value(
        &mut self,
        s: Name,
        f: &FieldInfo,
        info: BinderInfo,
        dom: Expr,
        given: &[Given<'_>],
        sources: &[Source],
        level: usize,
        plan: &mut Plan,
    ) -> Result<Option<Expr>> {
        let span = plan.span;
        let mine: Vec<Given<'_>> = given
            .iter()
            .filter(|g| g.path.first().is_some_and(|p| Name::anon().str(&p.name) == f.name))
            .copied()
            .collect();
        if let Some(g) = mine.iter().find(|g| g.path.len() == 1) {
            return self.given_value(g.val, dom).map(Some);
        }
        if !mine.is_empty() {
            let inner: Vec<Given<'_>> =
                mine.iter().map(|g| Given { path: &g.path[1..], val: g.val }).collect();
            let inner_sources = match self.source_value(f.name, sources, span)? {
                Some(v) => self.as_source(v)?,
                None => vec![],
            };
            return self.build_level(dom, &inner, &inner_sources, Some(level), plan).map(Some);
        }
        let Some(parent) = f.subobject else {
            return self.source_value(f.name, sources, span);
        };
        // Fields of a parent may be given directly.
        let inner: Vec<Given<'_>> = given
            .iter()
            .filter(|g| {
                g.path.first().is_some_and(|p| self.find_field(parent, Name::anon().str(&p.name)).is_some())
            })
            .filter(|g| g.path.first().is_some_and(|p| self.owner_is(s, f, Name::anon().str(&p.name))))
            .copied()
            .collect();
        if inner.is_empty() {
            if let Some(v) = self.source_value(f.name, sources, span)? {
                return Ok(Some(v));
            }
            if info == BinderInfo::Inst || self.m.is_class_type(dom) {
                match self.m.synth_instance(dom) {
                    Ok(Some(v)) => return Ok(Some(v)),
                    Err(e) if e.is_resource() => return Err(e),
                    _ => {}
                }
            }
        }
        let mut inner_sources = Vec::new();
        for src in sources {
            if self.find_field(src.structure, f.name).is_some()
                && let Some(v) = self.project(*src, f.name, span)?
            {
                inner_sources.extend(self.as_source(v)?);
            } else {
                inner_sources.push(*src);
            }
        }
        self.build_level(dom, &inner, &inner_sources, Some(level), plan).map(Some)
    }

    /// Whether field `name` of `s` lies in the parent that `f` embeds, and not in an earlier one or in `s` itself.
    fn owner_is(&self, s: Name, f: &FieldInfo, name: Name) -> bool {
        let Some(info) = self.m.env.structure(s) else { return false };
        if info.fields.iter().any(|g| g.name == name) {
            return false;
        }
        let owner =
            info.fields.iter().find(|g| g.subobject.is_some_and(|p| self.find_field(p, name).is_some()));
        owner.is_some_and(|g| g.name == f.name)
    }

    fn as_source(&mut self, v: Expr) -> Result<Vec<Source>> {
        let ty = self.m.infer(v)?;
        let w = self.m.whnf(ty)?;
        let s = self.m.st.head_const(w).filter(|n| self.m.env.structure(*n).is_some());
        Ok(s.map(|structure| Source { value: v, structure }).into_iter().collect())
    }

    fn source_value(&mut self, field: Name, sources: &[Source], span: Span) -> Result<Option<Expr>> {
        for src in sources {
            if let Some(v) = self.project(*src, field, span)? {
                return Ok(Some(v));
            }
        }
        Ok(None)
    }

    /// `src.field`, when the source's structure has that field.
    fn project(&mut self, src: Source, field: Name, span: Span) -> Result<Option<Expr>> {
        let Some(base) = self.find_field(src.structure, field) else { return Ok(None) };
        let obj = self.base_of(base, src.structure, src.value, span)?;
        let proj = self
            .m
            .env
            .structure(base)
            .and_then(|i| i.fields.iter().find(|f| f.name == field))
            .map(|f| f.proj);
        let Some(proj) = proj else { return Ok(None) };
        let f = self.mk_const_at(proj, span)?;
        let this = NamedArg { name: Name::new("self"), val: AppArg::Expr(obj), span };
        let v = self.elab_app_args(f, vec![this], vec![], None, super::app::AppMode::default(), span)?;
        Ok(Some(v))
    }

    /// The value written for a field of type `dom`.
    fn given_value(&mut self, val: &FieldVal, dom: Expr) -> Result<Expr> {
        if val.binders.is_empty() && val.ty.is_none() {
            return match &val.body {
                Body::None => {
                    let Some(t) = short_field(val) else {
                        return Err(self.text_error(val.span, "a value is missing: `:=` expected"));
                    };
                    self.elab_term_ensuring_type(&t, dom)
                }
                body => self.elab_body(body, dom, val.span),
            };
        }
        let body = match &val.body {
            Body::Value(t) => t.clone(),
            Body::Alts(alts) => Term { kind: TermKind::FunMatch(alts.clone()), span: val.span },
            Body::Fields(fields) => Term {
                kind: TermKind::StructInst(Box::new(StructInst {
                    sources: vec![],
                    fields: fields.clone(),
                    ellipsis: false,
                    ty: None,
                })),
                span: val.span,
            },
            Body::None => return Err(self.text_error(val.span, "a value is missing: `:=` expected")),
        };
        let body = match &val.ty {
            Some(ty) => Term {
                span: body.span,
                kind: TermKind::Ascription(Box::new(body), Some(Box::new(ty.clone()))),
            },
            None => body,
        };
        if val.binders.is_empty() {
            return self.elab_term_ensuring_type(&body, dom);
        }
        let binders = val.binders.iter().cloned().map(FunBinder::Binder).collect();
        let t = Term { kind: TermKind::Fun { binders, body: Box::new(body) }, span: val.span };
        self.elab_term_ensuring_type(&t, dom)
    }
}

/// The variable that the short form `{ x }` means.
fn short_field(f: &FieldVal) -> Option<Term> {
    let [field] = &f.path[..] else { return None };
    let name = Ident { parts: vec![field.name.clone()], span: field.span };
    Some(Term { kind: ast::TermKind::Ident { name, levels: None }, span: field.span })
}
