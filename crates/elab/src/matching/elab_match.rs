//! `match` terms, `fun | …`, and `nomatch`.

use super::matcher::{Alternative, MatchFailure, Matcher};
use crate::elab::{Elab, SynthMode};
use crate::error::{Error, Piece, Result};
use crate::term::ident_name;
use turnstile_kernel::{BinderInfo, Expr, FVarId, Level, Name, Node};
use turnstile_syntax as ast;
use turnstile_syntax::{BinderName, MatchAlt, Span, Term, TermKind};

/// A discriminant after elaboration.
struct Discr {
    value: Expr,
    /// The name of the equation `h : value = pattern`.
    hyp: Option<Name>,
}

/// Everything an alternative needs to know about its match.
struct MatchType<'a> {
    /// `∀ discrs, value = discr → … → generalized → target`
    ty: Expr,
    hyps: &'a [Option<Name>],
    /// Hypotheses whose types are refined by the patterns.
    ys: &'a [Expr],
}

/// An alternative, with one list of patterns.
struct AltSyntax<'a> {
    patterns: Vec<Term>,
    rhs: &'a Term,
    span: Span,
}

impl Elab {
    /// `match h : e, … with | p, … => rhs …`
    ///
    /// # Errors
    /// When a part is wrong, a case is missing, or an alternative is never reached.
    pub fn elab_match(&mut self, mt: &ast::Match, expected: Option<Expr>, span: Span) -> Result<Expr> {
        let expected = self.try_postpone_if_none_or_mvar(expected)?;
        let mut discrs = Vec::new();
        for d in &mt.discrs {
            let value = self.elab_discriminant(&d.term)?;
            let hyp = d.hyp.as_ref().map(|h| match h {
                BinderName::Ident(i) => ident_name(i),
                BinderName::Hole(_) => self.fresh_inaccessible("h"),
            });
            discrs.push(Discr { value, hyp });
        }
        let target = match expected {
            Some(t) => t,
            None => self.m.mk_type_hole(),
        };
        let alts = expand_alternatives(&mt.alts);
        for a in &alts {
            if a.patterns.len() != discrs.len() {
                return Err(self.text_error(
                    a.span,
                    format!(
                        "incorrect number of patterns: expected {}, found {}",
                        discrs.len(),
                        a.patterns.len()
                    ),
                ));
            }
        }
        let motive = mt.motive.as_ref().map(|t| self.elab_motive(t, &discrs)).transpose()?;
        // A type that is not known yet cannot mention what would be generalized.
        let known = {
            let t = self.m.instantiate(target);
            self.m.head_mvar(t).is_none()
        };
        let generalize = mt.generalizing.unwrap_or(known) && motive.is_none();
        // First as written; if a pattern does not fit, with the indices of the discriminants' types matched too.
        let c = self.checkpoint();
        let first = self.elab_match_core(&discrs, &alts, target, motive, generalize, span);
        match first {
            Err(e) if !e.is_resource() && !e.is_postpone() && self.auto_bound.request.is_none() => {
                let extra = self.index_discriminants(&discrs)?;
                if extra.is_empty() || motive.is_some() {
                    return Err(e);
                }
                self.rollback(&c);
                let n = extra.len();
                let mut all: Vec<Discr> = extra.into_iter().map(|value| Discr { value, hyp: None }).collect();
                all.extend(discrs);
                let alts: Vec<AltSyntax<'_>> = alts
                    .into_iter()
                    .map(|a| {
                        let hole = Term { kind: TermKind::Hole, span: a.span };
                        let mut patterns = vec![hole; n];
                        patterns.extend(a.patterns);
                        AltSyntax { patterns, ..a }
                    })
                    .collect();
                match self.elab_match_core(&all, &alts, target, None, generalize, span) {
                    Ok(v) => Ok(v),
                    Err(e2) if e2.is_resource() => Err(e2),
                    Err(_) => Err(e),
                }
            }
            r => r,
        }
    }

    fn elab_discriminant(&mut self, t: &Term) -> Result<Expr> {
        let e = self.elab_term(t, None)?;
        self.synthesize(SynthMode::NoPostpone)?;
        let ty = self.m.infer(e)?;
        let ty = self.m.instantiate(ty);
        if self.m.st.has_expr_mvar(ty) {
            self.try_postpone()?;
            self.synthesize_using_defaults()?;
        }
        Ok(self.m.instantiate(e))
    }

    /// `(motive := m)` applied to the discriminants must give the expected type; returned as a function of them.
    fn elab_motive(&mut self, t: &Term, discrs: &[Discr]) -> Result<Expr> {
        let mut tys = Vec::new();
        for d in discrs {
            tys.push(self.m.infer(d.value)?);
        }
        let sort = {
            let u = self.m.mk_level_mvar();
            self.m.st.sort(u)
        };
        let ty = tys.into_iter().rev().fold(sort, |acc, t| self.m.st.arrow(t, acc));
        let e = self.elab_term_ensuring_type(t, ty)?;
        self.synthesize(SynthMode::NoPostpone)?;
        Ok(self.m.instantiate(e))
    }

    /// Variables that are indices of the types of discriminants, and are not discriminants themselves.
    fn index_discriminants(&mut self, discrs: &[Discr]) -> Result<Vec<Expr>> {
        let mut out: Vec<Expr> = Vec::new();
        for d in discrs {
            let ty = self.m.infer(d.value)?;
            let Some(fam) = self.m.as_family(ty)? else { continue };
            for i in fam.indices {
                let i = self.m.instantiate(i);
                self.index_variables(i, &mut out);
            }
        }
        out.retain(|i| !discrs.iter().any(|d| d.value == *i));
        out.sort();
        Ok(out)
    }

    /// The variables in an index that patterns could refine: itself, or in fields of constructors.
    fn index_variables(&self, i: Expr, out: &mut Vec<Expr>) {
        if let Node::FVar(id) = self.m.st.node(i) {
            let free = self.m.lctx.get(id).is_some_and(|d| d.value.is_none() && !d.is_aux);
            if free && !out.contains(&i) {
                out.push(i);
            }
            return;
        }
        let skip = self.m.st.head_const(i).and_then(|c| self.m.ctor_val(c)).map(|c| c.num_params);
        if let Some(np) = skip {
            self.m.st.unapp(i).1.iter().skip(np).for_each(|a| self.index_variables(*a, out));
        } else if let Some((base, _)) = self.m.nat_offset(i) {
            self.index_variables(base, out);
        }
    }

    fn elab_match_core(
        &mut self,
        discrs: &[Discr],
        alts: &[AltSyntax<'_>],
        target: Expr,
        motive: Option<Expr>,
        generalize: bool,
        span: Span,
    ) -> Result<Expr> {
        let values: Vec<Expr> = discrs.iter().map(|d| d.value).collect();
        let target = self.m.instantiate(target);
        let ys = if generalize { self.generalized(&values) } else { vec![] };
        let hyps: Vec<Option<Name>> = discrs.iter().map(|d| d.hyp).collect();
        let body = self.m.mk_pi(&ys, target)?;
        // The discriminants as variables, each type in terms of the earlier ones.
        let lctx = self.m.lctx.clone();
        let mut xs: Vec<Expr> = Vec::new();
        for (i, v) in values.iter().enumerate() {
            let ty = self.m.infer(*v)?;
            let ty = self.m.instantiate(ty);
            let ty = self.replace_terms(ty, &values[..i], &xs);
            let name = match self.m.st.node(*v) {
                Node::FVar(_) => self.m.local_name(*v),
                _ => self.fresh_inaccessible("x"),
            };
            xs.push(self.m.push_local(name, ty, BinderInfo::Default));
        }
        let mut body = match motive {
            Some(mo) => self.m.st.beta(mo, &xs),
            None => self.replace_terms(body, &values, &xs),
        };
        let mut hs = Vec::new();
        let mut proofs = Vec::new();
        for ((v, x), h) in values.iter().zip(&xs).zip(&hyps) {
            let Some(h) = h else { continue };
            let (tv, tx) = (self.m.infer(*v)?, self.m.infer(*x)?);
            let (ty, proof) = if self.m.is_def_eq(tv, tx)? {
                (self.m.mk_eq(*v, *x)?, self.m.mk_eq_refl(*v)?)
            } else {
                (self.m.mk_heq(*v, *x)?, self.m.mk_heq_refl(*v)?)
            };
            hs.push(self.m.push_local(*h, ty, BinderInfo::Default));
            proofs.push(proof);
        }
        body = self.m.mk_pi(&hs, body)?;
        let motive_value = self.m.mk_lambda(&xs, body)?;
        let ty = self.m.mk_pi(&xs, body)?;
        let elim = self.m.sort_of(body)?;
        self.m.lctx = lctx.clone();
        let mt = MatchType { ty, hyps: &hyps, ys: &ys };
        let mut compiled = Vec::new();
        let mut minors = Vec::new();
        for a in alts {
            let (alt, minor) = self.elab_alternative(a, &mt)?;
            compiled.push(alt);
            minors.push(minor);
        }
        let matcher = self.matcher_for(&xs, &values, &compiled, elim, alts, span)?;
        if matcher.only_prop {
            let zero = self.m.st.l_zero();
            self.m.level_def_eq(elim, zero);
        }
        self.m.lctx = lctx;
        let c = self.m.st.const_(matcher.name, &matcher.levels);
        let args = [&matcher.params[..], &[motive_value], &values, &minors, &proofs, &ys].concat();
        Ok(self.m.st.apps(c, &args))
    }

    /// `e` with the terms `from` replaced by `to`.
    fn replace_terms(&self, e: Expr, from: &[Expr], to: &[Expr]) -> Expr {
        if from.is_empty() {
            return e;
        }
        let e = self.m.instantiate(e);
        let st = &self.m.st;
        st.instantiate_rev(st.abstract_terms(e, from), to)
    }

    /// Hypotheses that mention a discriminant and so get a refined copy in each alternative.
    fn generalized(&self, values: &[Expr]) -> Vec<Expr> {
        let mut ids: Vec<FVarId> = Vec::new();
        for v in values {
            match self.m.st.node(*v) {
                Node::FVar(id) if self.m.lctx.get(id).is_some_and(|d| d.value.is_none()) => ids.push(id),
                _ => return vec![],
            }
        }
        let decl = |x: &Expr| match self.m.st.node(*x) {
            Node::FVar(id) => self.m.lctx.get(id),
            _ => None,
        };
        let ys: Vec<Expr> = self
            .m
            .dependents(&ids, None)
            .into_iter()
            .filter(|y| decl(y).is_some_and(|d| !d.is_aux))
            .collect();
        if ys.iter().any(|y| decl(y).is_none_or(|d| d.value.is_some())) { vec![] } else { ys }
    }

    /// Elaborates one alternative: its patterns, and its right-hand side as a function of their variables.
    fn elab_alternative(&mut self, a: &AltSyntax<'_>, mt: &MatchType<'_>) -> Result<(Alternative, Expr)> {
        self.with_patterns(&a.patterns, mt.ty, a.span, |e, p| {
            let alt = Alternative {
                vars: p.vars.clone(),
                lctx: e.m.lctx.clone(),
                pats: p.pats.clone(),
                terms: p.terms.clone(),
            };
            let mut ty = p.rest;
            let mut binders = p.vars.clone();
            if binders.is_empty() {
                let unit = super::matcher::unit_type(&e.m);
                let name = e.fresh_inaccessible("x");
                binders.push(e.m.push_local(name, unit, BinderInfo::Default));
            }
            let names = mt.hyps.iter().flatten().map(|h| (*h, BinderInfo::Default));
            let ys = mt.ys.iter().map(|y| (e.m.local_name(*y), e.binder_info_of(*y)));
            for (name, info) in names.chain(ys.collect::<Vec<_>>()) {
                ty = e.m.instantiate(ty);
                let Node::Pi(_, dom, body) = e.m.st.node(ty) else { break };
                let y = e.m.push_local(name, dom, info);
                binders.push(y);
                ty = e.m.st.instantiate1(body, y);
            }
            let v = e.elab_term_ensuring_type(a.rhs, ty)?;
            e.synthesize(SynthMode::NoPostpone)?;
            e.m.set_binder_infos(&binders, BinderInfo::Default);
            let v = e.m.mk_lambda(&binders, v)?;
            Ok((alt, v))
        })
    }

    fn binder_info_of(&self, x: Expr) -> BinderInfo {
        match self.m.st.node(x) {
            Node::FVar(id) => self.m.lctx.get(id).map_or(BinderInfo::Default, |d| d.info),
            _ => BinderInfo::Default,
        }
    }

    fn matcher_for(
        &mut self,
        xs: &[Expr],
        values: &[Expr],
        compiled: &[Alternative],
        elim: Level,
        alts: &[AltSyntax<'_>],
        span: Span,
    ) -> Result<Matcher> {
        // The types of the discriminants must be known by now.
        self.synthesize_if_needed(values)?;
        let lctx = self.m.lctx.clone();
        for (i, x) in xs.iter().enumerate() {
            let id = self.m.fvar_id(*x)?;
            let ty = self.m.infer(values[i])?;
            let ty = self.m.instantiate(ty);
            let ty = self.replace_terms(ty, &values[..i], &xs[..i]);
            let name = Name::new("x");
            self.m.lctx.insert(crate::meta::LocalDecl {
                id,
                name,
                ty,
                value: None,
                info: BinderInfo::Default,
                is_instance: false,
                is_aux: false,
            });
        }
        let elim = self.m.instantiate_level(elim);
        let base = self.decl_name;
        let r = self.m.mk_matcher(base, xs, compiled, elim);
        let r = match r {
            Err(MatchFailure::Error(e)) if is_prop_only(&e) => {
                // A proof can be taken apart only to build a proof: the result must be one.
                let zero = self.m.st.l_zero();
                if self.m.level_def_eq(elim, zero) {
                    self.m.mk_matcher(base, xs, compiled, zero)
                } else {
                    Err(MatchFailure::Error(e))
                }
            }
            r => r,
        };
        self.m.lctx = lctx;
        match r {
            Ok(m) => Ok(m),
            Err(MatchFailure::Error(e)) => Err(e.at(span)),
            Err(MatchFailure::Redundant(list)) => {
                let first = list.first().copied().unwrap_or(0);
                Err(redundant_alternative(
                    self,
                    alts[first].span,
                    &compiled[first].terms,
                    &compiled[first].lctx,
                ))
            }
        }
    }

    fn synthesize_if_needed(&mut self, values: &[Expr]) -> Result<()> {
        for v in values {
            let ty = self.m.infer(*v)?;
            let ty = self.m.instantiate(ty);
            if self.m.st.has_expr_mvar(ty) {
                self.synthesize(SynthMode::Partial)?;
            }
        }
        Ok(())
    }

    /// `fun | p, … => rhs | …`
    ///
    /// # Errors
    /// As for [`elab_match`](Elab::elab_match).
    pub fn elab_fun_match(&mut self, alts: &[MatchAlt], expected: Option<Expr>, span: Span) -> Result<Expr> {
        let expected = self.try_postpone_if_none_or_mvar(expected)?;
        let arity = match alts.first().and_then(|a| a.patterns.first()) {
            Some(ps) => ps.len(),
            // `nofun` takes every argument the expected type has.
            None => self.count_binders(expected)?,
        };
        let lctx = self.m.lctx.clone();
        let mut xs = Vec::new();
        let mut discrs = Vec::new();
        let mut ty = expected;
        for _ in 0..arity {
            let dom = match ty {
                Some(t) => {
                    let t = self.whnf_pi(t)?;
                    match self.m.st.node(t) {
                        Node::Pi(_, dom, body) => {
                            ty = Some(body);
                            self.strip_annotations(dom)
                        }
                        _ if self.m.head_mvar(t).is_some() => {
                            ty = None;
                            self.m.mk_type_hole()
                        }
                        _ => {
                            return Err(self.error_at(
                                span,
                                vec![
                                    Piece::Text(
                                        "too many patterns: the expected type is not a function type\n  "
                                            .into(),
                                    ),
                                    Piece::Expr(t),
                                ],
                            ));
                        }
                    }
                }
                None => self.m.mk_type_hole(),
            };
            self.fresh += 1;
            let id = crate::term::marked_ident("x", self.fresh, span);
            let x = self.m.push_local(ident_name(&id), dom, BinderInfo::Default);
            ty = ty.map(|b| self.m.st.instantiate1(b, x));
            xs.push(x);
            let term = Term { kind: TermKind::Ident { name: id, levels: None }, span };
            discrs.push(ast::MatchDiscr { hyp: None, term });
        }
        let body = match ty {
            Some(t) => t,
            None => self.m.mk_type_hole(),
        };
        let mt = ast::Match { generalizing: None, motive: None, discrs, alts: alts.to_vec() };
        let r = self.elab_match(&mt, Some(body), span).and_then(|v| self.m.mk_lambda(&xs, v));
        self.m.lctx = lctx;
        r
    }

    fn count_binders(&mut self, ty: Option<Expr>) -> Result<usize> {
        let Some(ty) = ty else { return Ok(0) };
        self.m.scoped(|m| Ok(m.open_pis(ty, None)?.0.len()))
    }
}

fn is_prop_only(e: &Error) -> bool {
    matches!(e.0.pieces.first(), Some(Piece::Text(t)) if t.contains("can only eliminate into Prop"))
}

/// One alternative for each list of patterns: `| a | b => e` is `| a => e | b => e`.
fn expand_alternatives(alts: &[MatchAlt]) -> Vec<AltSyntax<'_>> {
    alts.iter()
        .flat_map(|a| {
            a.patterns.iter().map(move |p| AltSyntax { patterns: p.clone(), rhs: &a.rhs, span: a.span })
        })
        .collect()
}

/// The error for an alternative that is never reached.
pub(crate) fn redundant_alternative(
    e: &Elab,
    span: Span,
    terms: &[Expr],
    lctx: &crate::meta::LocalContext,
) -> Error {
    let mut pieces = vec![Piece::Text("Redundant alternative: Any expression matching\n  ".into())];
    for (i, t) in terms.iter().enumerate() {
        if i > 0 {
            pieces.push(Piece::Text(", ".into()));
        }
        pieces.push(Piece::Expr(*t));
    }
    pieces.push(Piece::Text("\nwill match one of the preceding alternatives".into()));
    let mut err = e.error_at(span, pieces);
    err.0.lctx = lctx.clone();
    err
}
