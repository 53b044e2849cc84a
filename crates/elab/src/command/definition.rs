//! `def`, `abbrev`, `theorem`, `example`, `axiom`, `opaque`, `instance`.

use super::header;
use crate::elab::{Elab, SynthMode};
use crate::env::Reducibility;
use crate::error::{Error, Piece, Result};
use crate::matching::clauses::{Clauses, OpenEquation, is_match};
use crate::recursion::{EquationSource, InductionMember, Member, Recursion, RecursiveFunction};
use crate::term::ident_name;
use rustc_hash::FxHashMap;
use turnstile_kernel::{ConstantVal, Declaration, Expr, FVarId, Level, Name, Node, ReducibilityHint};
use turnstile_syntax as ast;
use turnstile_syntax::{Body, DefKeyword, Span, Term, TermKind};

/// What became of a definition.
pub(crate) struct DefOutcome {
    pub name: Name,
    /// The closed type.
    pub statement: Option<Expr>,
    /// How many of its binders stand before the colon.
    pub header: usize,
    pub level_params: Vec<Name>,
    /// Whether it was added to the environment.
    pub added: bool,
}

impl DefOutcome {
    /// Nothing is known yet.
    pub(crate) fn new() -> DefOutcome {
        DefOutcome { name: Name::anon(), statement: None, header: 0, level_params: vec![], added: false }
    }
}

/// A body after recursion was dealt with.
struct Compiled {
    body: Expr,
    /// The arguments after the header.
    args: Vec<Expr>,
    /// How it calls itself, if it does.
    recursion: Option<Recursion>,
    /// The equations, to be proved once the definition is there.
    source: BodySource,
}

/// A body as it was written, with recursive calls.
pub(crate) struct BodySource {
    /// The leaves of the clauses.
    pub equations: Vec<OpenEquation>,
    /// The clauses; none when the body is a term.
    pub clauses: Option<Clauses>,
    /// The body as a term.
    pub term: Expr,
}

/// The value of a definition before recursion is dealt with.
pub(crate) enum Value {
    Term(Expr),
    Clauses(Clauses),
}

/// A definition on its way.
pub(crate) struct Working<'a> {
    pub d: &'a ast::Definition,
    pub vars: &'a [Expr],
    /// Names bound on first use and the header's parameters.
    pub zs: Vec<Expr>,
    pub ty: Expr,
    pub explicit_levels: Vec<Name>,
    pub span: Span,
}

impl Value {
    /// The terms it is made of.
    pub(super) fn terms(&self) -> Vec<Expr> {
        match self {
            Value::Term(v) => vec![*v],
            Value::Clauses(c) => {
                c.list.iter().flat_map(|k| std::iter::once(k.rhs).chain(k.terms.iter().copied())).collect()
            }
        }
    }
}

impl Elab {
    /// Elaborates a definition and adds it. What is known of it is left in `out` even when it fails.
    ///
    /// # Errors
    /// When a part is wrong or the kernel refuses it.
    pub(crate) fn elab_definition(
        &mut self,
        d: &ast::Definition,
        span: Span,
        out: &mut DefOutcome,
    ) -> Result<()> {
        if d.modifiers.is_unsafe {
            return Err(self.unsupported(d.keyword_span, "an unsafe definition"));
        }
        let explicit_levels: Vec<Name> =
            d.name.iter().flat_map(|n| n.levels.iter().flatten()).map(ident_name).collect();
        self.level_names.clone_from(&explicit_levels);
        let name = match &d.name {
            Some(id) => self.constant_name(&id.name, &d.modifiers),
            None if d.keyword == DefKeyword::Example => {
                self.fresh += 1;
                self.scope.namespace.str(&format!("_example_{}", self.fresh))
            }
            None => Name::anon(),
        };
        out.name = name;
        self.check_new(name)?;
        if d.modifiers.visibility == ast::Visibility::Protected {
            // Known at once: inside its own value, too, a protected name needs its namespace.
            self.m.env.ext.protected.insert(name, ());
        }
        let ns = if d.name.is_some() { name } else { self.scope.namespace.str("_") };
        let vars = self.push_variables()?;
        self.in_namespace_of(ns, |e| {
            e.with_auto_bound(|e, autos| {
                // Where names are not bound on first use, all unknown ones are reported.
                e.recovery = (!e.scope.flag("autoImplicit", true)).then_some(false);
                let header = e.push_binders(&d.binders).and_then(|xs| {
                    let ty = match &d.ty {
                        Some(t) => e.elab_type(t)?,
                        None => e.type_hole(d.header_span),
                    };
                    Ok((xs, ty))
                });
                if e.recovery.take() == Some(true) {
                    return Err(Error::of(crate::ErrorKind::Logged, vec![]));
                }
                let (xs, ty) = header?;
                let mode = if d.ty.is_some() { SynthMode::Final } else { SynthMode::Partial };
                let zs = [autos, &xs].concat();
                let w = Working { d, vars: &vars, zs, ty, explicit_levels: explicit_levels.clone(), span };
                e.without_auto_bound(|e| {
                    e.synthesize(mode)?;
                    let mut w = w;
                    w.zs = e.generalize_types(autos, w.zs)?;
                    e.elab_definition_body(w, out)
                })
            })
        })
    }

    /// An error when `name` is declared already.
    pub(crate) fn check_new(&self, name: Name) -> Result<()> {
        if self.m.env.contains(name) {
            return Err(Error::msg(format!("`{}` has already been declared", super::visible_name(name))));
        }
        Ok(())
    }

    fn elab_definition_body(&mut self, mut w: Working<'_>, out: &mut DefOutcome) -> Result<()> {
        w.ty = self.m.instantiate(w.ty);
        if out.name.is_anon() {
            let ty = self.m.mk_pi(&w.zs, w.ty)?;
            let name = self.instance_name(ty);
            out.name = name;
        }
        self.decl_name = out.name;
        match w.d.keyword {
            DefKeyword::Axiom | DefKeyword::Theorem => self.elab_theorem(&w, out),
            DefKeyword::Def if w.d.modifiers.partial => self.elab_partial(&w, out),
            _ => self.elab_def(&w, out),
        }
    }

    /// Closes the statement; the theorem gets the section variables it mentions.
    fn close_statement(&mut self, w: &Working<'_>, out: &mut DefOutcome) -> Result<Vec<Expr>> {
        let mut es = vec![w.ty];
        for z in &w.zs {
            es.push(self.m.infer(*z)?);
        }
        let used = self.theorem_variables(w.vars, &es);
        let all = [&used[..], &w.zs].concat();
        let statement = self.m.mk_pi(&all, w.ty)?;
        self.generalize_levels(&[statement]);
        let statement = self.m.instantiate(statement);
        self.check_no_holes(statement, w.d.header_span)?;
        out.level_params = self.sorted_level_params(&w.explicit_levels, &[statement], w.span)?;
        out.statement = Some(statement);
        out.header = all.len();
        Ok(used)
    }

    fn elab_theorem(&mut self, w: &Working<'_>, out: &mut DefOutcome) -> Result<()> {
        let used = self.close_statement(w, out)?;
        let Some(statement) = out.statement else { return Ok(()) };
        let cval =
            ConstantVal { name: out.name, level_params: out.level_params.clone().into(), ty: statement };
        if w.d.keyword == DefKeyword::Axiom {
            self.m.env.add_decl(&self.m.st, &Declaration::Axiom(cval))?;
            out.added = true;
            return Ok(());
        }
        if !self.m.is_prop(statement)? {
            out.statement = None;
            let text = format!("type of theorem `{}` is not a proposition\n  ", out.name);
            return Err(self.error_at(w.span, vec![Piece::Text(text), Piece::Expr(statement)]));
        }
        for v in w.vars.iter().filter(|v| !used.contains(v)) {
            let id = self.m.fvar_id(*v)?;
            self.m.lctx.remove(id);
        }
        let all = [&used[..], &w.zs].concat();
        let (f, value) = self.elab_value(w)?;
        let Compiled { body, args, .. } = self.compile_value(w, f, value, &all)?;
        let mut value = self.m.mk_lambda(&[&all[..], &args].concat(), body)?;
        self.close_levels_by_zero(value);
        value = self.m.instantiate(value);
        self.check_no_holes(value, w.span)?;
        self.m.env.add_decl(&self.m.st, &Declaration::Theorem(cval, value))?;
        out.added = true;
        Ok(())
    }

    fn elab_def(&mut self, w: &Working<'_>, out: &mut DefOutcome) -> Result<()> {
        let is_example = w.d.keyword == DefKeyword::Example;
        if w.d.ty.is_some() {
            // Known even if the value fails.
            let c = self.checkpoint();
            if self.close_statement(w, out).is_err() {
                out.statement = None;
            }
            self.rollback(&c);
        }
        let (f, value) = self.elab_value(w)?;
        let ty = self.m.instantiate(w.ty);
        // Section variables that the type or the value mentions.
        let mut es = vec![ty];
        for z in &w.zs {
            es.push(self.m.infer(*z)?);
        }
        es.extend(value.terms());
        let mentioned = self.m.free_variables(&es);
        let used: Vec<Expr> = w.vars.iter().copied().filter(|v| mentioned.contains(v)).collect();
        let all = [&used[..], &w.zs].concat();
        let Compiled { body, args, recursion, source } = self.compile_value(w, f, value, &all)?;
        let mut closed_ty = self.m.mk_pi(&all, ty)?;
        let mut closed = self.m.mk_lambda(&[&all[..], &args].concat(), body)?;
        self.generalize_levels(&[closed_ty, closed]);
        closed_ty = self.m.instantiate(closed_ty);
        closed = self.m.instantiate(closed);
        self.check_no_holes(closed_ty, w.d.header_span)?;
        self.check_no_holes(closed, w.span)?;
        out.level_params = self.sorted_level_params(&w.explicit_levels, &[closed_ty, closed], w.span)?;
        out.statement = Some(closed_ty);
        out.header = all.len();
        let name = out.name;
        let cval = ConstantVal { name, level_params: out.level_params.clone().into(), ty: closed_ty };
        if w.d.keyword == DefKeyword::Instance && self.m.class_of_type(closed_ty).is_none() {
            return Err(self.error_at(
                w.d.header_span,
                vec![Piece::Text("type class instance expected\n  ".into()), Piece::Expr(closed_ty)],
            ));
        }
        let decl = match w.d.keyword {
            DefKeyword::Opaque => Declaration::Opaque(cval, closed),
            DefKeyword::Abbrev => Declaration::Definition(cval, closed, ReducibilityHint::Abbrev),
            _ if is_example && self.m.is_prop(closed_ty)? => Declaration::Theorem(cval, closed),
            _ => Declaration::Definition(cval, closed, ReducibilityHint::Regular(0)),
        };
        self.m.env.add_decl(&self.m.st, &decl)?;
        out.added = true;
        match w.d.keyword {
            DefKeyword::Abbrev => self.m.env.ext.reducibility.insert(name, Reducibility::Reducible),
            DefKeyword::Instance => self.m.env.ext.reducibility.insert(name, Reducibility::Instance),
            _ => {}
        }
        if recursion == Some(Recursion::WellFounded) {
            self.m.env.ext.reducibility.insert(name, Reducibility::Irreducible);
        }
        if !is_example && w.d.keyword != DefKeyword::Opaque {
            let level_params = out.level_params.clone();
            self.add_equations(&EquationSource {
                name,
                level_params: &level_params,
                num_vars: used.len(),
                group: &[(f, name)],
                params: &all,
                args: &args,
                position: match &recursion {
                    Some(Recursion::Structural(p)) => p.first().map(|p| used.len() + p),
                    _ => None,
                },
                recursion: recursion.as_ref(),
                body: &source,
            })?;
            let member = InductionMember {
                f,
                name,
                params: &all,
                args: &args,
                body: &source,
                termination: &w.d.termination,
                span: w.span,
            };
            self.add_functional_induction(&[member], &level_params, used.len(), recursion.as_ref())?;
        }
        Ok(())
    }

    /// Elaborates the value completely. Also returns the variable that stands for the definition in it.
    pub(super) fn elab_value(&mut self, w: &Working<'_>) -> Result<(FVarId, Value)> {
        let former = self.m.mk_pi(&w.zs, w.ty)?;
        let f = self.push_aux(self.decl_name, former);
        let f = self.m.fvar_id(f)?;
        if w.d.modifiers.nonrec {
            self.aux_decls.remove(&f);
        }
        Ok((f, self.elab_value_of(w, f)?))
    }

    /// As [`elab_value`](Elab::elab_value); `f` stands for the definition already.
    pub(super) fn elab_value_of(&mut self, w: &Working<'_>, f: FVarId) -> Result<Value> {
        let local_values = self.elab_local_functions(&w.d.where_decls, &w.zs, w.vars, f)?;
        let (body_decls, body_term) = match &w.d.body {
            Body::Value(t) => match &t.unparen().kind {
                TermKind::LetRec { decls, body } => (&decls[..], Some(&**body)),
                _ => (&[][..], Some(t)),
            },
            _ => (&[][..], None),
        };
        let mut locals = local_values;
        locals.extend(self.elab_local_functions(body_decls, &w.zs, w.vars, f)?);
        let value = match (&w.d.body, body_term) {
            (Body::Value(_), Some(t)) => self.elab_value_term(w, t)?,
            (Body::Alts(alts), _) => self.elab_alternatives(w, alts)?,
            (Body::Fields(fields), _) => {
                let s =
                    ast::StructInst { sources: vec![], fields: fields.clone(), ellipsis: false, ty: None };
                let t = Term { kind: TermKind::StructInst(Box::new(s)), span: w.span };
                self.elab_value_term(w, &t)?
            }
            _ if matches!(w.d.keyword, DefKeyword::Theorem | DefKeyword::Example) => {
                let at = Span::new(w.d.header_span.end, w.d.header_span.end);
                self.record_sorry(at, w.ty);
                Value::Term(self.mk_sorry(w.ty)?)
            }
            _ if w.d.keyword == DefKeyword::Opaque => {
                let inst = self.m.mk_app("Inhabited", &[w.ty])?;
                let Some(i) = self.m.synth_instance(inst)? else {
                    return Err(self.error_at(
                        w.d.header_span,
                        vec![
                            Piece::Text("failed to synthesize instance of type class\n  ".into()),
                            Piece::Expr(inst),
                        ],
                    ));
                };
                Value::Term(self.m.mk_app_opt(Name::new("Inhabited.default"), &[None, Some(i)])?)
            }
            _ => return Err(self.text_error(w.d.header_span, "a definition needs a value")),
        };
        self.synthesize(SynthMode::Final)?;
        let unfold = |e: &Elab, t: Expr| e.m.st.replace_fvars(e.m.instantiate(t), &locals);
        Ok(match value {
            Value::Term(v) => {
                let v = unfold(self, v);
                self.check_no_holes(v, w.span)?;
                Value::Term(v)
            }
            Value::Clauses(mut c) => {
                for k in &mut c.list {
                    k.rhs = unfold(self, k.rhs);
                    self.check_no_holes(k.rhs, k.span)?;
                }
                Value::Clauses(c)
            }
        })
    }

    /// The value by clauses; or, when a pattern refines a parameter of the header, as `fun | …`.
    fn elab_alternatives(&mut self, w: &Working<'_>, alts: &[ast::MatchAlt]) -> Result<Value> {
        match self.observing(|e| e.elab_clauses(alts, w.ty, w.span))? {
            Ok(c) => Ok(Value::Clauses(c)),
            Err(first) => match self.observing(|e| e.elab_fun_match(alts, Some(w.ty), w.span))? {
                Ok(v) => Ok(Value::Term(v)),
                Err(_) => Err(first),
            },
        }
    }

    fn elab_value_term(&mut self, w: &Working<'_>, t: &Term) -> Result<Value> {
        let by_match = matches!(w.d.keyword, DefKeyword::Def | DefKeyword::Abbrev)
            && w.d.ty.is_some()
            && is_match(&Body::Value(t.clone()));
        if by_match {
            let c = self.checkpoint();
            let clauses = self.observing(|e| {
                let c = e.elab_match_as_clauses(t, &w.zs, w.ty)?;
                e.synthesize(SynthMode::Partial)?;
                Ok(c)
            })?;
            // Without recursion the definition stays the `match` that was written.
            match clauses {
                Ok(Some(c)) if c.list.iter().any(|k| self.mentions_aux(k.rhs)) => {
                    return Ok(Value::Clauses(c));
                }
                _ => self.rollback(&c),
            }
        }
        Ok(Value::Term(self.elab_term_ensuring_type(t, w.ty)?))
    }

    /// The value as a body over the header's parameters, and the arguments after them. `all` are the parameters with the
    /// section variables that are used.
    pub(super) fn open_value(
        &mut self,
        ty: Expr,
        value: Value,
        recursive: impl Fn(&Elab, Expr) -> bool,
        all: &[Expr],
        span: Span,
    ) -> Result<(Vec<Expr>, BodySource)> {
        Ok(match value {
            Value::Term(v) => {
                let (args, body) = if recursive(self, v) { self.m.open_lams(v, None) } else { (vec![], v) };
                (args, BodySource { equations: vec![], clauses: None, term: body })
            }
            Value::Clauses(c) => {
                let ty = self.m.instantiate(ty);
                let k = self.compile_clauses(&c, all, ty, span)?;
                (k.args, BodySource { equations: k.equations, clauses: Some(c), term: k.body })
            }
        })
    }

    /// The body of the definition without recursive calls, its arguments after the header, and whether it was recursive.
    fn compile_value(&mut self, w: &Working<'_>, f: FVarId, value: Value, all: &[Expr]) -> Result<Compiled> {
        let (args, source) = self.open_value(w.ty, value, |e, v| e.m.occurs(v, f), all, w.span)?;
        let body = source.term;
        if !self.m.occurs(body, f) {
            return Ok(Compiled { body, args, recursion: None, source });
        }
        let member = Member {
            rf: RecursiveFunction { f, args: [&w.zs[..], &args].concat(), body },
            name: self.decl_name,
            header: w.zs.len(),
            termination: &w.d.termination,
            span: w.span,
        };
        let (bodies, recursion) = self.compile_recursion(&[member])?;
        let body = bodies.first().copied().unwrap_or(body);
        Ok(Compiled { body, args, recursion: Some(recursion), source })
    }

    /// Universe holes that only a proof mentions.
    pub(crate) fn close_levels_by_zero(&mut self, e: Expr) {
        let e = self.m.instantiate(e);
        for l in self.m.levels_of(e) {
            for h in header::level_holes(&self.m, l) {
                if self.m.mctx.level_value(h).is_none() {
                    let zero = self.m.st.l_zero();
                    self.m.mctx.assign_level(h, zero);
                }
            }
        }
    }

    /// Adds the theorem with `sorryAx` as its proof, so that what follows can use its statement.
    pub(crate) fn add_failed_theorem(&mut self, out: &DefOutcome) {
        let Some(ty) = out.statement else { return };
        if out.added || !self.m.env.contains(Name::new("sorryAx")) {
            return;
        }
        let zero: Level = self.m.st.l_zero();
        let value = self
            .m
            .st
            .apps(self.m.st.const_(Name::new("sorryAx"), &[zero]), &[ty, self.m.st.const0("Bool.true")]);
        let cval = ConstantVal { name: out.name, level_params: out.level_params.clone().into(), ty };
        // If the statement itself is refused there is nothing to add.
        let _ = self.m.env.add_decl(&self.m.st, &Declaration::Theorem(cval, value));
    }

    /// The local functions of `where` and `let rec`, each declared as `f.g`. Returns what their names stand for.
    fn elab_local_functions(
        &mut self,
        decls: &[ast::LocalDef],
        zs: &[Expr],
        vars: &[Expr],
        f: FVarId,
    ) -> Result<FxHashMap<FVarId, Expr>> {
        let mut map = FxHashMap::default();
        for d in decls {
            let (local, value) = self.elab_local_function(d, zs, vars, f)?;
            let value = self.m.st.replace_fvars(value, &map);
            if let Node::FVar(id) = self.m.st.node(local) {
                map.insert(id, value);
            }
        }
        Ok(map)
    }
}
