//! Heads of applications: identifiers with all their readings, field notation `e.f`, and `.ctor`.

use super::app::{AppArg, AppMode, NamedArg};
use super::names::{Head, ident_name};
use crate::elab::{Elab, SynthMode};
use crate::error::{Error, ErrorKind, Piece, Result};
use turnstile_kernel::{BinderInfo, ConstantInfo, Expr, Level, Name, Node};
use turnstile_syntax::{Arg, Field, Ident, Span, Term, TermKind};

/// A field access that is still to be resolved.
#[derive(Clone)]
struct LVal {
    name: String,
    index: Option<u32>,
    /// For the first field after an identifier: the rest of that identifier.
    suffix: Option<String>,
    span: Span,
}

impl LVal {
    fn of(f: &Field) -> LVal {
        LVal { name: f.name.clone(), index: f.index, suffix: None, span: f.span }
    }
}

/// What a field access means.
enum Access {
    /// Field of the structure `base`, a (grand-)parent of `structure` or itself.
    Projection { base: Name, structure: Name, field: Name },
    /// Field number of a type with one constructor that was not declared as a structure.
    Primitive { ty: Name, index: u32 },
    /// The function `f`, which takes the object as its first argument of a type `base …`.
    Function { base: Name, structure: Name, f: Name },
    /// The function being defined.
    Recursive { base: Name, full: Name, f: Expr },
}

/// The arguments of an application and how it is written.
#[derive(Clone)]
struct Spine<'a> {
    named: Vec<NamedArg<'a>>,
    args: Vec<AppArg<'a>>,
    expected: Option<Expr>,
    mode: AppMode,
    span: Span,
}

impl Elab {
    /// Identifiers, `@f`, `.c`, `e.f` and applications of anything.
    pub(crate) fn elab_app(&mut self, t: &Term, expected: Option<Expr>) -> Result<Expr> {
        let mut mode = AppMode { out_params: true, ..AppMode::default() };
        let (head, arg_list): (&Term, &[Arg]) = match &t.kind {
            TermKind::App { func, args, ellipsis } => {
                mode.ellipsis = *ellipsis;
                (func, args)
            }
            TermKind::PipeProj { args, .. } => (t, args),
            _ => (t, &[]),
        };
        let mut named = Vec::new();
        let mut args = Vec::new();
        for a in arg_list {
            match a {
                Arg::Positional(t) => args.push(AppArg::Stx(t)),
                Arg::Named { name, value, span } => {
                    let n = ident_name(name);
                    if named.iter().any(|a: &NamedArg<'_>| a.name == n) {
                        return Err(self.text_error(*span, format!("argument '{n}' was already set")));
                    }
                    named.push(NamedArg { name: n, val: AppArg::Stx(value), span: *span });
                }
            }
        }
        let spine = Spine { named, args, expected, mode, span: t.span };
        self.elab_head(head, vec![], spine)
    }

    fn elab_head(&mut self, f: &Term, mut lvals: Vec<LVal>, mut spine: Spine<'_>) -> Result<Expr> {
        match &f.kind {
            TermKind::Proj(e, field) => {
                lvals.insert(0, LVal::of(field));
                self.elab_head(e, lvals, spine)
            }
            TermKind::PipeProj { term, field, .. } => {
                lvals.insert(0, LVal::of(field));
                self.elab_head(term, lvals, spine)
            }
            TermKind::Ident { name, levels } => {
                let levels = match levels {
                    Some(ls) => ls.iter().map(|l| self.elab_level(l)).collect::<Result<Vec<_>>>()?,
                    None => vec![],
                };
                self.elab_ident_head(name, &levels, lvals, spine)
            }
            TermKind::Explicit(inner) => match &inner.unparen().kind {
                TermKind::Ident { .. } => {
                    spine.mode.explicit = true;
                    self.elab_head(inner.unparen(), lvals, spine)
                }
                TermKind::DotIdent(_) => {
                    spine.mode.explicit = true;
                    self.elab_head(inner.unparen(), lvals, spine)
                }
                _ => {
                    let bare = spine.args.is_empty() && spine.named.is_empty() && lvals.is_empty();
                    let hint = if bare { spine.expected } else { None };
                    let e = self.elab_term_core(inner, hint, true, false)?;
                    spine.mode.explicit = true;
                    self.elab_lvals(e, lvals, spine)
                }
            },
            TermKind::DotIdent(id) => {
                let n = self.resolve_dot_ident(id, spine.expected)?;
                let c = match n {
                    Head::Global(n) => self.mk_const_at(n, id.span)?,
                    Head::Local(x) => x,
                };
                self.elab_lvals(c, lvals, spine)
            }
            TermKind::Hole if !spine.args.is_empty() => {
                Err(self.text_error(f.span, "placeholders '_' cannot be used where a function is expected"))
            }
            _ => {
                let e = self.elab_term(f, None)?;
                self.elab_lvals(e, lvals, spine)
            }
        }
    }

    fn elab_ident_head(
        &mut self,
        id: &Ident,
        levels: &[Level],
        lvals: Vec<LVal>,
        spine: Spine<'_>,
    ) -> Result<Expr> {
        let readings = self.resolve_ident(id);
        match &readings[..] {
            [] => {
                if self.can_auto_bind(id) {
                    self.auto_bound.request = Some(ident_name(id));
                    // Shown only when there are too many; otherwise the header is started again.
                    return Err(Error::of(
                        ErrorKind::User,
                        vec![Piece::Text("too many names are bound on first use".into())],
                    )
                    .at(id.span));
                }
                let err = self.unknown_identifier(id);
                if self.recovery.is_none() {
                    return Err(err);
                }
                self.log_error(err, id.span);
                self.recovery = Some(true);
                let ty = match spine.expected {
                    Some(t) => t,
                    None => self.m.mk_type_hole(),
                };
                Ok(self.m.mk_hole(ty))
            }
            [(head, fields)] => self.elab_reading(id, *head, fields, levels, &lvals, &spine),
            _ => {
                let mut found: Vec<(Expr, crate::elab::Checkpoint)> = Vec::new();
                let mut errors: Vec<Error> = Vec::new();
                let start = self.checkpoint();
                for (head, fields) in &readings {
                    let r = self.observing(|e| {
                        let v = e.elab_reading(id, *head, fields, levels, &lvals, &spine)?;
                        e.ensure_has_type(v, spine.expected, spine.span)
                    });
                    match r {
                        Ok(Ok(v)) => found.push((v, self.checkpoint())),
                        Ok(Err(err)) => errors.push(err),
                        Err(err) => {
                            self.rollback(&start);
                            return Err(err);
                        }
                    }
                    self.rollback(&start);
                }
                if found.len() > 1 {
                    found = self.drop_unsolvable(found, &start)?;
                }
                match &found[..] {
                    [] => Err(self.overloaded_error(&errors, id.span)),
                    [(v, c)] => {
                        self.rollback(c);
                        Ok(*v)
                    }
                    _ => {
                        let mut text = String::from("ambiguous, possible interpretations ");
                        for (v, c) in &found {
                            self.rollback(c);
                            let ty = self.m.infer(*v)?;
                            let (v, ty) = (self.m.pp(*v), self.m.pp(ty));
                            text.push_str(&format!("\n  {v} : {ty}\n"));
                        }
                        self.rollback(&start);
                        Err(self.text_error(id.span, text.trim_end().to_owned()))
                    }
                }
            }
        }
    }

    /// Of several readings that elaborate, those whose pending problems can all be solved; all if none can.
    fn drop_unsolvable(
        &mut self,
        found: Vec<(Expr, crate::elab::Checkpoint)>,
        start: &crate::elab::Checkpoint,
    ) -> Result<Vec<(Expr, crate::elab::Checkpoint)>> {
        let mut good = Vec::new();
        for (v, c) in &found {
            self.rollback(c);
            match self.synthesize(SynthMode::Partial) {
                Ok(()) => good.push((*v, c.clone())),
                Err(e) if e.is_resource() => return Err(e),
                Err(_) => {}
            }
        }
        self.rollback(start);
        Ok(if good.is_empty() { found } else { good })
    }

    fn overloaded_error(&mut self, errors: &[Error], span: Span) -> Error {
        let mut text = String::from("overloaded, errors ");
        for e in errors {
            let one = self.m.render(e).replace('\n', "\n  ");
            text.push_str(&format!("\n  {one}\n"));
        }
        self.text_error(span, text.trim_end().to_owned())
    }

    fn elab_reading(
        &mut self,
        id: &Ident,
        head: Head,
        fields: &[String],
        levels: &[Level],
        lvals: &[LVal],
        spine: &Spine<'_>,
    ) -> Result<Expr> {
        let f = match head {
            Head::Local(x) => {
                if !levels.is_empty() {
                    return Err(self.text_error(
                        id.span,
                        format!(
                            "invalid use of explicit universe parameters, '{}' is a local variable",
                            id.text()
                        ),
                    ));
                }
                x
            }
            Head::Global(n) => self.mk_const_levels(n, levels, id.span)?,
        };
        let mut all: Vec<LVal> = fields
            .iter()
            .enumerate()
            .map(|(i, f)| {
                let suffix = (i == 0).then(|| fields.join("."));
                LVal { name: f.clone(), index: None, suffix, span: id.span }
            })
            .collect();
        all.extend_from_slice(lvals);
        self.elab_lvals(f, all, spine.clone())
    }

    /// The constant `n` with the given levels first, fresh holes for the others.
    fn mk_const_levels(&mut self, n: Name, levels: &[Level], span: Span) -> Result<Expr> {
        let Some(c) = self.m.env.get(n).cloned() else {
            return Err(self.text_error(span, format!("Unknown constant `{n}`")));
        };
        let params = c.cval().level_params.len();
        if levels.len() > params {
            return Err(self.text_error(span, format!("too many explicit universe levels for '{n}'")));
        }
        let mut ls = levels.to_vec();
        while ls.len() < params {
            ls.push(self.m.mk_level_mvar());
        }
        Ok(self.m.st.const_(n, &ls))
    }

    // ---- fields ----

    fn elab_lvals(&mut self, mut f: Expr, lvals: Vec<LVal>, mut spine: Spine<'_>) -> Result<Expr> {
        if !lvals.is_empty() && spine.mode.explicit {
            return Err(self.text_error(spine.span, "invalid use of field notation with `@` modifier"));
        }
        let n = lvals.len();
        let own = SELF_MODE;
        for (i, lval) in lvals.iter().enumerate() {
            let last = i + 1 == n;
            let has_args = !spine.args.is_empty() || !spine.named.is_empty();
            let (obj, access) = self.resolve_lval(f, lval, has_args)?;
            f = match access {
                Access::Primitive { ty, index } => self.m.st.proj(ty, index, obj),
                Access::Projection { base, structure, field } => {
                    let obj = self.base_of(base, structure, obj, lval.span)?;
                    let Some(proj) = self.projection_of(base, field) else {
                        return Err(self.text_error(lval.span, format!("unknown field '{field}'")));
                    };
                    let proj = self.mk_const_at(proj, lval.span)?;
                    let this = NamedArg { name: Name::new("self"), val: AppArg::Expr(obj), span: lval.span };
                    if last {
                        spine.named.push(this);
                        let s = spine;
                        return self.elab_app_args(proj, s.named, s.args, s.expected, s.mode, s.span);
                    }
                    self.elab_app_args(proj, vec![this], vec![], None, own, lval.span)?
                }
                Access::Function { base, structure, f: name } => {
                    let obj =
                        if base == structure { obj } else { self.base_of(base, structure, obj, lval.span)? };
                    let c = self.mk_const_at(name, lval.span)?;
                    if last {
                        self.add_object(base, name, obj, c, &mut spine, lval.span)?;
                        let s = spine;
                        return self.elab_app_args(c, s.named, s.args, s.expected, s.mode, s.span);
                    }
                    self.elab_with_object(base, name, obj, c, lval.span)?
                }
                Access::Recursive { base, full, f: x } => {
                    if last {
                        self.add_object(base, full, obj, x, &mut spine, lval.span)?;
                        let s = spine;
                        return self.elab_app_args(x, s.named, s.args, s.expected, s.mode, s.span);
                    }
                    self.elab_with_object(base, full, obj, x, lval.span)?
                }
            };
        }
        let s = spine;
        self.elab_app_args(f, s.named, s.args, s.expected, s.mode, s.span)
    }

    /// `c` applied to the object alone, in the middle of `e.f.g`.
    fn elab_with_object(&mut self, base: Name, name: Name, obj: Expr, c: Expr, span: Span) -> Result<Expr> {
        let mut spine = Spine { named: vec![], args: vec![], expected: None, mode: SELF_MODE, span };
        self.add_object(base, name, obj, c, &mut spine, span)?;
        self.elab_app_args(c, spine.named, spine.args, None, SELF_MODE, span)
    }

    fn projection_of(&self, structure: Name, field: Name) -> Option<Name> {
        self.m.env.structure(structure)?.fields.iter().find(|f| f.name == field).map(|f| f.proj)
    }

    /// Resolves one field access on `e`, whose implicit arguments are filled in.
    fn resolve_lval(&mut self, e: Expr, lval: &LVal, has_args: bool) -> Result<(Expr, Access)> {
        let ty = self.m.infer(e)?;
        let (mut e, mut ty) = (e, self.m.instantiate(ty));
        let mut first_error = None;
        loop {
            (e, ty) = self.consume_implicits(e, ty, has_args, lval.span)?;
            ty = self.try_postpone_if_mvar(ty)?;
            if self.m.head_mvar(ty).is_some() {
                self.synthesize_using_defaults()?;
                ty = self.m.instantiate(ty);
            }
            match self.resolve_lval_at(e, ty, lval) {
                Ok(a) => return Ok((e, a)),
                Err(err) if err.is_postpone() || err.is_resource() => return Err(err),
                Err(err) => {
                    let first = first_error.get_or_insert(err);
                    match self.m.unfold_definition(ty, false) {
                        Some(u) => ty = u,
                        None => return Err(first.clone()),
                    }
                }
            }
        }
    }

    fn consume_implicits(&mut self, e: Expr, ty: Expr, has_args: bool, span: Span) -> Result<(Expr, Expr)> {
        let (mut e, mut ty) = (e, ty);
        loop {
            self.m.tick()?;
            ty = self.m.whnf_core(ty)?;
            let Node::Pi(b, dom, body) = self.m.st.node(ty) else { return Ok((e, ty)) };
            let arg = match b.info {
                BinderInfo::Implicit => self.m.mk_hole(dom),
                BinderInfo::StrictImplicit if has_args => self.m.mk_hole(dom),
                BinderInfo::Inst => self.mk_inst(dom, span)?,
                _ => match self.opt_param_default(dom) {
                    Some(v) => v,
                    None => return Ok((e, ty)),
                },
            };
            e = self.m.st.app(e, arg);
            ty = self.m.st.instantiate1(body, arg);
        }
    }

    fn resolve_lval_at(&mut self, e: Expr, ty: Expr, lval: &LVal) -> Result<Access> {
        let field = Name::anon().str(&lval.name);
        if matches!(self.m.st.node(ty), Node::Pi(..)) && lval.index.is_none() {
            let base = Name::new("Function");
            let full = base.append(field);
            if self.m.env.contains(full) {
                return Ok(Access::Function { base, structure: base, f: full });
            }
        }
        let Some(s) = self.m.st.head_const(ty) else {
            if let (Node::Const(c, _), Some(rest)) = (self.m.st.node(e), &lval.suffix) {
                return Err(self.text_error(lval.span, format!("Unknown constant `{c}.{rest}`")));
            }
            let pieces = if self.m.head_mvar(ty).is_some() {
                vec![
                    Piece::Text("Invalid field notation: Type of".into()),
                    Piece::Text("\n  ".into()),
                    Piece::Expr(e),
                    Piece::Text(format!("\nis not known; cannot resolve field `{}`", lval.name)),
                ]
            } else {
                vec![
                    Piece::Text(
                        "Invalid field notation: Type is not of the form `C ...` where C is a constant\n  "
                            .into(),
                    ),
                    Piece::Expr(e),
                    Piece::Text("\nhas type".into()),
                    Piece::Inline(ty),
                ]
            };
            return Err(self.error_at(lval.span, pieces));
        };
        if let Some(idx) = lval.index {
            return self.resolve_index(e, ty, s, idx, lval.span);
        }
        if let Some(base) = self.find_field(s, field) {
            return Ok(Access::Projection { base, structure: s, field });
        }
        let full = s.append(field);
        let aux = self.m.lctx.iter().rev().find(|d| d.is_aux && self.aux_decls.get(&d.id) == Some(&full));
        if let Some(d) = aux {
            return Ok(Access::Recursive { base: s, full, f: self.m.st.fvar(d.id) });
        }
        if let Some((base, f)) = self.find_method(s, field) {
            return Ok(Access::Function { base, structure: s, f });
        }
        let aliases = self.m.env.ext.aliases.get(&full).cloned().unwrap_or_default();
        if let [alias] = aliases[..]
            && alias.last_str() == lval.name
        {
            let base = crate::command::visible_name(alias.prefix());
            return Ok(Access::Function { base, structure: base, f: alias });
        }
        let name = &lval.name;
        Err(self.error_at(
            lval.span,
            vec![
                Piece::Text(format!(
                    "Invalid field `{name}`: The environment does not contain `{full}`, so it is not possible to \
                     project the field `{name}` from an expression\n  "
                )),
                Piece::Expr(e),
                Piece::Text("\nof type".into()),
                Piece::Inline(ty),
            ],
        ))
    }

    fn resolve_index(&mut self, e: Expr, ty: Expr, s: Name, idx: u32, span: Span) -> Result<Access> {
        if idx == 0 {
            return Err(self.text_error(span, "Invalid projection: Index must be greater than 0"));
        }
        let index = idx - 1;
        let too_large = |me: &Elab, n: usize| {
            let valid = match n {
                0 => "it has no fields".to_owned(),
                1 => "the only valid index is 1".to_owned(),
                _ => format!("it must be between 1 and {n}"),
            };
            let s = if n == 1 { "" } else { "s" };
            let text = format!("Invalid projection: Index `{idx}` is invalid for this structure; {valid}");
            me.error_at(
                span,
                vec![
                    Piece::Text(format!("{text}\n\nNote: The expression\n  ")),
                    Piece::Expr(e),
                    Piece::Text("\nhas type".into()),
                    Piece::Inline(ty),
                    Piece::Text(format!(" which has only {n} field{s}")),
                ],
            )
        };
        if let Some(info) = self.m.env.structure(s) {
            return match info.fields.get(index as usize) {
                Some(f) => Ok(Access::Projection { base: s, structure: s, field: f.name }),
                None => Err(too_large(self, info.fields.len())),
            };
        }
        if let Some(ConstantInfo::Inductive(v)) = self.m.env.get(s).map(|c| &**c)
            && let [ctor] = &*v.ctors
            && v.num_indices == 0
            && !v.is_rec
            && let Some(ConstantInfo::Constructor(c)) = self.m.env.get(*ctor).map(|c| &**c)
        {
            return if (index as usize) < c.num_fields {
                Ok(Access::Primitive { ty: s, index })
            } else {
                Err(too_large(self, c.num_fields))
            };
        }
        let text = "Invalid projection: Projection operates on types of the form `C ...` where C is a constant. The \
                    expression\n  ";
        let not_struct = "Invalid projection: Projections extract constructor fields for one-constructor inductive \
                          types. The expression\n  ";
        let is_type = matches!(self.m.st.node(ty), Node::Sort(_));
        let end = if is_type {
            " which does not have the necessary form."
        } else {
            " which is not a one-constructor inductive type."
        };
        Err(self.error_at(
            span,
            vec![
                Piece::Text((if is_type { text } else { not_struct }).into()),
                Piece::Expr(e),
                Piece::Text("\nhas type".into()),
                Piece::Inline(ty),
                Piece::Text(end.into()),
            ],
        ))
    }

    /// The structure among `s` and what it embeds that declares `field`.
    pub(crate) fn find_field(&self, s: Name, field: Name) -> Option<Name> {
        let info = self.m.env.structure(s)?;
        if info.fields.iter().any(|f| f.name == field) {
            return Some(s);
        }
        info.fields.iter().filter_map(|f| f.subobject).find_map(|p| self.find_field(p, field))
    }

    /// `s.field` or `p.field` for a parent structure `p`.
    fn find_method(&self, s: Name, field: Name) -> Option<(Name, Name)> {
        let full = s.append(field);
        if self.m.env.contains(full) {
            return Some((s, full));
        }
        self.parents_of(s).into_iter().find_map(|(p, _)| self.find_method(p, field))
    }

    /// The parents of a structure with the functions that lead to them.
    pub(crate) fn parents_of(&self, s: Name) -> Vec<(Name, Name)> {
        let Some(info) = self.m.env.structure(s) else { return vec![] };
        info.fields.iter().filter_map(|f| f.subobject.map(|p| (p, f.proj))).collect()
    }

    /// The projections from `s` to its (grand-)parent `base`.
    fn path_to(&self, s: Name, base: Name) -> Option<Vec<Name>> {
        if s == base {
            return Some(vec![]);
        }
        self.parents_of(s).into_iter().find_map(|(p, proj)| {
            let mut path = self.path_to(p, base)?;
            path.insert(0, proj);
            Some(path)
        })
    }

    /// `e`, of structure `s`, as a value of its (grand-)parent `base`.
    pub(crate) fn base_of(&mut self, base: Name, s: Name, e: Expr, span: Span) -> Result<Expr> {
        let Some(path) = self.path_to(s, base) else {
            return Err(self.text_error(span, "failed to access field in parent structure"));
        };
        let mut e = e;
        for proj in path {
            let f = self.mk_const_at(proj, span)?;
            let this = NamedArg { name: Name::new("self"), val: AppArg::Expr(e), span };
            e = self.elab_app_args(f, vec![this], vec![], None, SELF_MODE, span)?;
        }
        Ok(e)
    }

    fn type_matches(&mut self, ty: Expr, base: Name) -> Result<bool> {
        let ty = self.strip_annotations(ty);
        if base == Name::new("Function") {
            let w = self.m.whnf_r(ty)?;
            return Ok(matches!(self.m.st.node(w), Node::Pi(..)));
        }
        if self.m.st.head_const(ty) == Some(base) {
            return Ok(true);
        }
        let w = self.m.whnf_r(ty)?;
        Ok(self.m.st.head_const(w) == Some(base))
    }

    /// Puts the object of `obj.f` among the arguments: at the first parameter whose type is `base …`.
    fn add_object(
        &mut self,
        base: Name,
        full: Name,
        obj: Expr,
        f: Expr,
        spine: &mut Spine<'_>,
        span: Span,
    ) -> Result<()> {
        let lctx = self.m.lctx.clone();
        let ty = self.m.infer(f)?;
        let (xs, _) = self.m.open_pis(ty, None)?;
        let mut decls = Vec::new();
        for x in &xs {
            let id = self.m.fvar_id(*x)?;
            decls.push(self.m.local_decl(id)?);
        }
        let mut pos = 0;
        let mut named: Vec<Name> = spine.named.iter().map(|n| n.name).collect();
        let mut place = None;
        for (i, d) in decls.iter().enumerate() {
            if let Some(k) = named.iter().position(|n| *n == d.name) {
                named.remove(k);
                continue;
            }
            if self.type_matches(d.ty, base)? {
                place = Some(i);
                break;
            }
            if d.info == BinderInfo::Default {
                pos += 1;
            }
        }
        self.m.lctx = lctx;
        let Some(i) = place else {
            return Err(self.text_error(
                span,
                format!(
                    "invalid field notation, function '{full}' does not have argument with type ({base} ...) \
                     that can be used, it must be explicit or implicit with a unique name"
                ),
            ));
        };
        let d = &decls[i];
        if d.info == BinderInfo::Default && pos <= spine.args.len() {
            spine.args.insert(pos, AppArg::Expr(obj));
            return Ok(());
        }
        if decls[..i].iter().any(|p| p.name == d.name) {
            return Err(self.text_error(
                span,
                format!("Invalid field notation: Argument of function `{full}` cannot be used, its name is not unique"),
            ));
        }
        spine.named.push(NamedArg { name: d.name, val: AppArg::Expr(obj), span });
        Ok(())
    }

    // ---- `.c` ----

    /// The constant `C.c` for `.c` where the expected type ends in `C …`.
    pub fn resolve_dot_ident(&mut self, id: &Ident, expected: Option<Expr>) -> Result<Head> {
        let Some(expected) = self.try_postpone_if_none_or_mvar(expected)? else {
            return Err(self.text_error(
                id.span,
                format!(
                    "Invalid dotted identifier notation: The expected type of `.{}` could not be determined",
                    id.text()
                ),
            ));
        };
        let lctx = self.m.lctx.clone();
        let r = self.resolve_dot_ident_at(id, expected);
        self.m.lctx = lctx;
        r
    }

    fn resolve_dot_ident_at(&mut self, id: &Ident, expected: Expr) -> Result<Head> {
        let (_, mut ty) = self.m.open_pis(expected, None)?;
        let mut first_error = None;
        loop {
            ty = self.try_postpone_if_mvar(ty)?;
            let err = match self.m.st.head_const(ty) {
                Some(c) => {
                    let full = c.append(ident_name(id));
                    if self.m.env.contains(full) {
                        return Ok(Head::Global(full));
                    }
                    let aux = self
                        .m
                        .lctx
                        .iter()
                        .rev()
                        .find(|d| d.is_aux && self.aux_decls.get(&d.id) == Some(&full));
                    if let Some(d) = aux {
                        return Ok(Head::Local(self.m.st.fvar(d.id)));
                    }
                    if let Some([alias]) = self.m.env.ext.aliases.get(&full).map(Vec::as_slice) {
                        return Ok(Head::Global(*alias));
                    }
                    format!(
                        "Unknown constant `{full}`\n\nNote: Inferred this name from the expected resulting type of `.{}`:\n  ",
                        id.text()
                    )
                }
                None => {
                    let err = if matches!(self.m.st.node(ty), Node::Sort(_)) {
                        vec![
                            Piece::Text(
                                "Invalid dotted identifier notation: Not supported on type universe\n  "
                                    .into(),
                            ),
                            Piece::Expr(ty),
                        ]
                    } else {
                        vec![
                            Piece::Text(format!(
                                "Invalid dotted identifier notation: The expected type of `.{}`\n  ",
                                id.text()
                            )),
                            Piece::Expr(expected),
                            Piece::Text(
                                "\nis not of the form `C ...` or `... → C ...` where C is a constant".into(),
                            ),
                        ]
                    };
                    return Err(match first_error {
                        Some(e) => e,
                        None => self.error_at(id.span, err),
                    });
                }
            };
            let err = self.error_at(id.span, vec![Piece::Text(err), Piece::Expr(ty)]);
            let first = first_error.get_or_insert(err);
            match self.m.unfold_definition(ty, false) {
                Some(u) => ty = self.m.whnf_core(u)?,
                None => return Err(first.clone()),
            }
        }
    }
}

/// How a projection is applied to its object alone.
const SELF_MODE: AppMode = AppMode { explicit: false, ellipsis: false, out_params: false };
