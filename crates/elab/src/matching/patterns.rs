//! Elaboration of the patterns of one alternative.

use super::pattern::{Pat, PatternReader};
use crate::elab::{Elab, HoleOrigin, SynthMode};
use crate::error::Result;
use crate::meta::{LocalContext, MVarKind};
use rustc_hash::{FxHashMap, FxHashSet};
use turnstile_kernel::{BinderInfo, Expr, FVarId, MVarId, Name, Node};
use turnstile_syntax::{Span, Term};

/// What the elaboration of patterns notes on the way.
#[derive(Clone, Default)]
pub(crate) struct PatternNotes {
    /// `x@p`: the variable and the term of `p`.
    named: Vec<(Expr, Expr)>,
    /// `.(e)`
    inaccessible: Vec<Expr>,
}

/// The patterns of an alternative, elaborated.
pub(crate) struct ElabPatterns {
    /// Their variables, in an order in which types depend on earlier ones only. They are in the context.
    pub vars: Vec<Expr>,
    /// The patterns.
    pub pats: Vec<Pat>,
    /// The patterns as terms.
    pub terms: Vec<Expr>,
    /// What is left of the type of the match after the patterns.
    pub rest: Expr,
}

impl Elab {
    /// Elaborates patterns against the domains of `ty`, adds their variables to the context, runs `f`, and puts the
    /// context back.
    ///
    /// # Errors
    /// When a pattern is wrong, and those of `f`.
    pub(crate) fn with_patterns<R>(
        &mut self,
        ps: &[Term],
        ty: Expr,
        span: Span,
        f: impl FnOnce(&mut Elab, &ElabPatterns) -> Result<R>,
    ) -> Result<R> {
        let lctx = self.m.lctx.clone();
        let r = self.elab_patterns(ps, ty, span).and_then(|p| f(self, &p));
        self.m.lctx = lctx;
        r
    }

    fn elab_patterns(&mut self, ps: &[Term], ty: Expr, span: Span) -> Result<ElabPatterns> {
        let outer = self.m.lctx.clone();
        let names = self.pattern_variables(ps)?;
        let first_new = self.m.st.fresh_mvar();
        let mut vars = Vec::new();
        for (n, s) in &names {
            let t = self.type_hole(*s);
            vars.push(self.m.push_local(*n, t, BinderInfo::Default));
        }
        let old_notes = std::mem::take(&mut self.pattern_notes);
        let old_flag = std::mem::replace(&mut self.in_pattern, true);
        let auto = std::mem::take(&mut self.auto_bound);
        let r = self.with_synthesize(SynthMode::Partial, |e| e.elab_pattern_list(ps, ty));
        self.auto_bound = auto;
        self.in_pattern = old_flag;
        let notes = std::mem::replace(&mut self.pattern_notes, old_notes);
        let (raw, rest) = r?;
        for (x, e) in &notes.named {
            let t = self.m.infer(*e)?;
            let xt = self.m.infer(*x)?;
            self.m.is_def_eq(xt, t)?;
        }
        self.abstract_pattern(outer, first_new, &vars, &raw, rest, &notes, span)
    }

    fn elab_pattern_list(&mut self, ps: &[Term], ty: Expr) -> Result<(Vec<Expr>, Expr)> {
        let mut terms = Vec::new();
        let mut ty = ty;
        for p in ps {
            ty = self.whnf_pi(ty)?;
            let Node::Pi(_, dom, body) = self.m.st.node(ty) else {
                return Err(
                    self.text_error(p.span, "too many patterns: the type of the match takes fewer values")
                );
            };
            let dom = self.strip_annotations(dom);
            let e = self.elab_pattern(p, dom)?;
            terms.push(e);
            ty = self.m.st.instantiate1(body, e);
        }
        Ok((terms, ty))
    }

    fn elab_pattern(&mut self, p: &Term, ty: Expr) -> Result<Expr> {
        let e = self.elab_term(p, Some(ty))?;
        let t = self.m.infer(e)?;
        if self.m.is_def_eq(t, ty)? {
            return Ok(e);
        }
        self.synthesize(SynthMode::Partial)?;
        let t = self.m.infer(e)?;
        if self.m.is_def_eq(t, ty)? {
            return Ok(e);
        }
        let t = self.m.instantiate(t);
        Err(self.m.type_mismatch(e, t, ty).at(p.span))
    }

    /// `x@p` inside a pattern.
    pub(crate) fn elab_named_pattern(
        &mut self,
        name: Name,
        pat: &Term,
        expected: Option<Expr>,
    ) -> Result<Expr> {
        let e = self.elab_term(pat, expected)?;
        if let Some(d) = self.m.lctx.find(name) {
            let x = self.m.st.fvar(d.id);
            self.pattern_notes.named.push((x, e));
        }
        Ok(e)
    }

    /// `.(e)` inside a pattern.
    pub(crate) fn elab_inaccessible(&mut self, t: &Term, expected: Option<Expr>) -> Result<Expr> {
        let old = std::mem::replace(&mut self.in_pattern, false);
        let e = self.elab_term(t, expected);
        self.in_pattern = old;
        let e = e?;
        self.pattern_notes.inaccessible.push(e);
        Ok(e)
    }

    /// Turns the holes that are left into variables, puts all variables in order of dependency, and reads the terms as
    /// patterns.
    fn abstract_pattern(
        &mut self,
        outer: LocalContext,
        first_new: MVarId,
        vars: &[Expr],
        raw: &[Expr],
        rest: Expr,
        notes: &PatternNotes,
        span: Span,
    ) -> Result<ElabPatterns> {
        let mut order =
            Order { vars, first_new, span, done: Vec::new(), visiting: Vec::new(), types: Vec::new() };
        for v in vars {
            order.visit(self, *v)?;
        }
        for e in raw {
            for m in self.m.unassigned_mvars(*e) {
                let h = self.m.st.mvar(m);
                order.visit(self, h)?;
            }
        }
        let (done, types) = (order.done, order.types);
        self.m.lctx = outer;
        let mut map: FxHashMap<FVarId, Expr> = FxHashMap::default();
        let mut new_vars = Vec::new();
        for (x, (name, ty)) in done.into_iter().zip(types) {
            let ty = self.m.instantiate(ty);
            let ty = self.m.st.replace_fvars(ty, &map);
            let v = self.m.push_local(name, ty, BinderInfo::Default);
            match self.m.st.node(x) {
                Node::FVar(id) => {
                    map.insert(id, v);
                }
                Node::MVar(m) => self.m.mctx.assign(m, v),
                _ => {}
            }
            new_vars.push(v);
        }
        let mut named: FxHashMap<Expr, Vec<FVarId>> = FxHashMap::default();
        for (x, e) in &notes.named {
            let x = self.m.st.replace_fvars(*x, &map);
            named.entry(*e).or_default().push(self.m.fvar_id(x)?);
        }
        let ids: Vec<FVarId> = new_vars.iter().filter_map(|v| self.m.fvar_id(*v).ok()).collect();
        let holes: FxHashSet<MVarId> = self
            .hole_origin
            .iter()
            .filter(|(_, o)| matches!(o, HoleOrigin::Placeholder(_) | HoleOrigin::Implicit { .. }))
            .map(|(m, _)| *m)
            .collect();
        let reader = PatternReader {
            vars: &map,
            ids: &ids,
            named: &named,
            hidden: &notes.inaccessible,
            holes: &holes,
        };
        let mut pats = Vec::new();
        for t in raw {
            pats.push(reader.read(&mut self.m, *t).map_err(|e| e.at(span))?);
        }
        for v in &ids {
            if !pats.iter().any(|p| binds(p, *v)) {
                let x = self.m.st.fvar(*v);
                let e =
                    self.m.error_at_term("this variable of the pattern is not determined by matching:", x);
                return Err(e.at(span));
            }
        }
        let finish = |t: Expr| self.m.st.replace_fvars(self.m.instantiate(t), &map);
        let terms = raw.iter().map(|t| finish(*t)).collect();
        let rest = finish(rest);
        Ok(ElabPatterns { vars: new_vars, pats, terms, rest })
    }
}

/// Variables and holes of patterns in an order in which types depend on earlier ones only.
struct Order<'a> {
    vars: &'a [Expr],
    /// Holes from here on belong to the patterns.
    first_new: MVarId,
    span: Span,
    done: Vec<Expr>,
    types: Vec<(Name, Expr)>,
    visiting: Vec<Expr>,
}

impl Order<'_> {
    fn visit(&mut self, e: &mut Elab, x: Expr) -> Result<()> {
        if self.done.contains(&x) || self.visiting.contains(&x) {
            return Ok(());
        }
        let (name, ty) = match e.m.st.node(x) {
            Node::FVar(id) => {
                let d = e.m.local_decl(id)?;
                (d.name, e.m.instantiate(d.ty))
            }
            Node::MVar(m) => {
                let Some(d) = e.m.mctx.decl(m).cloned() else { return Ok(()) };
                if m.0 < self.first_new.0 {
                    return Ok(());
                }
                let is_binder_type = matches!(e.hole_origin.get(&m), Some(HoleOrigin::BinderType(_)));
                if d.kind != MVarKind::Natural || is_binder_type {
                    return Err(e.text_error(self.span, "invalid pattern: its type cannot be inferred here"));
                }
                (e.fresh_inaccessible("x"), e.m.instantiate(d.ty))
            }
            _ => return Ok(()),
        };
        self.visiting.push(x);
        for v in self.vars {
            if let Ok(id) = e.m.fvar_id(*v)
                && e.m.occurs(ty, id)
            {
                self.visit(e, *v)?;
            }
        }
        for m in e.m.unassigned_mvars(ty) {
            let h = e.m.st.mvar(m);
            self.visit(e, h)?;
        }
        self.visiting.pop();
        self.done.push(x);
        self.types.push((name, ty));
        Ok(())
    }
}

/// Whether matching `p` gives the variable `x` a value.
fn binds(p: &Pat, x: FVarId) -> bool {
    match p {
        Pat::Var(y) => *y == x,
        Pat::As(y, p) => *y == x || binds(p, x),
        Pat::Ctor(_, ps) => ps.iter().any(|p| binds(p, x)),
        Pat::Any | Pat::Lit(_) => false,
    }
}
