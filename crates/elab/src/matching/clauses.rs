//! Definitions by equations `| p, q => e`: the clauses are compiled straight into the function's value.

use super::compile::{Leaf, Row, missing_cases_error};
use super::elab_match::redundant_alternative;
use super::matcher::{Alternative, unit_type};
use super::pattern::Pat;
use crate::elab::Elab;
use crate::error::Result;
use crate::meta::{LocalContext, Meta};
use rustc_hash::FxHashMap;
use turnstile_kernel::{BinderInfo, Expr, FVarId, Node};
use turnstile_syntax as ast;
use turnstile_syntax::{MatchAlt, Span, Term, TermKind};

/// One clause, elaborated.
pub(crate) struct Clause {
    /// The context that has the pattern variables.
    pub lctx: LocalContext,
    /// The pattern variables.
    pub vars: Vec<Expr>,
    pub pats: Vec<Pat>,
    pub terms: Vec<Expr>,
    pub rhs: Expr,
    pub span: Span,
}

/// What the patterns of the clauses are matched against.
pub(crate) enum Columns {
    /// The next arguments of the function, as many as there are patterns.
    Arguments(usize),
    /// These parameters of the header.
    Header(Vec<Expr>),
}

/// A function body by clauses.
pub(crate) struct Clauses {
    pub columns: Columns,
    pub list: Vec<Clause>,
}

/// An equation of a function, still with local variables.
#[derive(Clone)]
pub(crate) struct OpenEquation {
    /// The variables, oldest first, as declarations of `lctx`.
    pub vars: Vec<Expr>,
    pub lctx: LocalContext,
    /// All values the function was compiled for, refined.
    pub lhs: Vec<Expr>,
    pub rhs: Expr,
    pub exact: bool,
}

/// A compiled function body.
pub(crate) struct CompiledClauses {
    /// The arguments after the header.
    pub args: Vec<Expr>,
    pub body: Expr,
    pub equations: Vec<OpenEquation>,
}

impl Elab {
    /// Elaborates clauses for a function whose remaining type is `ty`.
    pub(crate) fn elab_clauses(&mut self, alts: &[MatchAlt], ty: Expr, span: Span) -> Result<Clauses> {
        let arity = alts.first().and_then(|a| a.patterns.first()).map_or(0, Vec::len);
        let mut list = Vec::new();
        for a in alts {
            for ps in &a.patterns {
                if ps.len() != arity {
                    let text = format!("incorrect number of patterns: expected {arity}, found {}", ps.len());
                    return Err(self.text_error(a.span, text));
                }
                list.push(self.elab_clause(ps, &a.rhs, ty, &[], a.span)?);
            }
        }
        if list.is_empty() {
            return Err(self.text_error(span, "a definition by patterns needs an alternative"));
        }
        Ok(Clauses { columns: Columns::Arguments(arity), list })
    }

    /// A body `match x, y with …` on parameters of the header, read as clauses. `None` if it has another form.
    pub(crate) fn elab_match_as_clauses(
        &mut self,
        body: &Term,
        xs: &[Expr],
        ty: Expr,
    ) -> Result<Option<Clauses>> {
        let TermKind::Match(mt) = &body.unparen().kind else { return Ok(None) };
        if mt.motive.is_some() || mt.generalizing.is_some() || mt.alts.is_empty() {
            return Ok(None);
        }
        let mut discrs: Vec<Expr> = Vec::new();
        for d in &mt.discrs {
            let Some(id) = d.term.unparen().as_ident().filter(|_| d.hyp.is_none()) else { return Ok(None) };
            let Some((crate::term::Head::Local(x), fields)) = self.resolve_local(id) else { return Ok(None) };
            if !fields.is_empty() || !xs.contains(&x) || discrs.contains(&x) {
                return Ok(None);
            }
            discrs.push(x);
        }
        let ids: Vec<FVarId> = discrs.iter().map(|x| self.m.fvar_id(*x)).collect::<Result<_>>()?;
        let ys: Vec<Expr> = self.m.dependents(&ids, None).into_iter().filter(|y| xs.contains(y)).collect();
        for (i, x) in discrs.iter().enumerate() {
            let t = self.m.infer(*x)?;
            if self.m.depends_on_any(t, &ids[i..]) {
                return Ok(None);
            }
        }
        let all = [&discrs[..], &ys].concat();
        let ty = self.m.mk_pi(&all, ty)?;
        let mut list = Vec::new();
        for a in &mt.alts {
            for ps in &a.patterns {
                if ps.len() != discrs.len() {
                    return Ok(None);
                }
                list.push(self.elab_clause(ps, &a.rhs, ty, &ys, a.span)?);
            }
        }
        Ok(Some(Clauses { columns: Columns::Header(all), list }))
    }

    fn elab_clause(&mut self, ps: &[Term], rhs: &Term, ty: Expr, ys: &[Expr], span: Span) -> Result<Clause> {
        self.with_patterns(ps, ty, span, |e, p| {
            let mut pats = p.pats.clone();
            let mut terms = p.terms.clone();
            let mut ty = p.rest;
            for y in ys {
                ty = e.m.instantiate(ty);
                let Node::Pi(b, dom, body) = e.m.st.node(ty) else { break };
                let name = e.m.local_name(*y);
                let y2 = e.m.push_local(name, dom, b.info);
                pats.push(Pat::Var(e.m.fvar_id(y2)?));
                terms.push(y2);
                ty = e.m.st.instantiate1(body, y2);
            }
            let rhs = e.elab_term_ensuring_type(rhs, ty)?;
            Ok(Clause { lctx: e.m.lctx.clone(), vars: p.vars.clone(), pats, terms, rhs, span })
        })
    }

    /// Compiles clauses into a function body. `params` are all the function's arguments before those that are matched;
    /// `ty` is the type after them. The arguments that are added stay in the context.
    pub(crate) fn compile_clauses(
        &mut self,
        c: &Clauses,
        params: &[Expr],
        ty: Expr,
        span: Span,
    ) -> Result<CompiledClauses> {
        let (args, columns) = match &c.columns {
            Columns::Arguments(n) => {
                let (ys, _) = self.m.open_pis(ty, Some(*n))?;
                for y in &ys {
                    self.hide_name(*y);
                }
                (ys.clone(), ys)
            }
            Columns::Header(xs) => (vec![], xs.clone()),
        };
        let goal = self.m.instantiate_pis(ty, &args)?;
        let values = [params, &args].concat();
        let rows: Vec<Row> = c
            .list
            .iter()
            .enumerate()
            .map(|(alt, k)| Row {
                alt,
                todo: k.pats.iter().cloned().zip(columns.iter().copied()).collect(),
                bound: FxHashMap::default(),
            })
            .collect();
        let mut equations: Vec<OpenEquation> = Vec::new();
        let rhss: Vec<Expr> = c.list.iter().map(|k| self.m.instantiate(k.rhs)).collect();
        let numerals = c.list.iter().any(|k| k.terms.iter().any(|t| self.m.has_numeral(*t)));
        let mut leaf = |m: &mut Meta, l: Leaf<'_>| {
            let body = m.st.replace_fvars(rhss[l.alt], l.bound);
            let vars = m.free_variables(l.values);
            let rhs = if numerals {
                let shown = l.bound.iter().map(|(x, v)| (*x, m.with_numerals(*v))).collect();
                m.st.replace_fvars(rhss[l.alt], &shown)
            } else {
                body
            };
            let lhs = l.values.to_vec();
            equations.push(OpenEquation { vars, lctx: m.lctx.clone(), lhs, rhs, exact: l.exact });
            Ok(body)
        };
        let (body, coverage) =
            self.m.compile_rows(goal, &values, rows, c.list.len(), &mut leaf).map_err(|e| e.at(span))?;
        if !coverage.missing.is_empty() {
            let shown: Vec<usize> =
                columns.iter().filter_map(|c| values.iter().position(|v| v == c)).collect();
            let missing: Vec<Vec<Expr>> =
                coverage.missing.iter().map(|v| shown.iter().map(|i| v[*i]).collect()).collect();
            return Err(missing_cases_error(&self.m, &missing).at(span));
        }
        if let Some(i) = coverage.redundant.first() {
            let k = &c.list[*i];
            return Err(redundant_alternative(self, k.span, &k.terms, &k.lctx));
        }
        let body = if rhss.iter().any(|r| self.mentions_aux(*r)) {
            body
        } else {
            match c.columns {
                Columns::Arguments(_) => self.clauses_as_match(c, &args, goal)?.unwrap_or(body),
                Columns::Header(_) => body,
            }
        };
        Ok(CompiledClauses { args, body, equations })
    }

    /// Whether `e` mentions a function that is being defined.
    pub(crate) fn mentions_aux(&self, e: Expr) -> bool {
        let e = self.m.instantiate(e);
        self.aux_decls.keys().any(|f| self.m.occurs(e, *f))
    }

    /// The value of a function as a `match` on its arguments, as if it had been written so.
    pub(crate) fn clauses_as_match(
        &mut self,
        c: &Clauses,
        args: &[Expr],
        goal: Expr,
    ) -> Result<Option<Expr>> {
        if args.is_empty() {
            return Ok(None);
        }
        let elim = self.m.sort_of(goal)?;
        let alts: Vec<Alternative> = c
            .list
            .iter()
            .map(|k| Alternative {
                vars: k.vars.clone(),
                lctx: k.lctx.clone(),
                pats: k.pats.clone(),
                terms: k.terms.clone(),
            })
            .collect();
        let Ok(matcher) = self.m.mk_matcher(self.decl_name, args, &alts, elim) else { return Ok(None) };
        let motive = self.m.mk_lambda(args, goal)?;
        let unit = unit_type(&self.m);
        let mut minors = Vec::new();
        for k in &c.list {
            let outer = std::mem::replace(&mut self.m.lctx, k.lctx.clone());
            let mut vars = k.vars.clone();
            if vars.is_empty() {
                let name = self.fresh_inaccessible("x");
                vars.push(self.m.push_local(name, unit, BinderInfo::Default));
            }
            let minor = self.m.mk_lambda(&vars, k.rhs);
            self.m.lctx = outer;
            minors.push(minor?);
        }
        let e = self.m.st.const_(matcher.name, &matcher.levels);
        let e = self.m.st.apps(e, &[&matcher.params[..], &[motive], args, &minors].concat());
        Ok(Some(e))
    }

    /// An argument that only clauses name cannot be referred to.
    fn hide_name(&mut self, x: Expr) {
        let Node::FVar(id) = self.m.st.node(x) else { return };
        let base = self.m.local_name(x).last_str().to_owned();
        let name = self.fresh_inaccessible(if base.is_empty() { "x" } else { &base });
        self.m.lctx.rename(id, name);
        self.m.set_binder_infos(&[x], BinderInfo::Default);
    }
}

/// Whether the body of a definition is a `match`.
pub(crate) fn is_match(body: &ast::Body) -> bool {
    matches!(body, ast::Body::Value(t) if matches!(t.unparen().kind, TermKind::Match(_)))
}
