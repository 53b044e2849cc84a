//! Match auxiliaries: `f.match_1 params motive discrs alts`, one definition for each `match` of a declaration.

use super::compile::{Leaf, Row, missing_cases_error};
use super::pattern::Pat;
use crate::env::{MatcherInfo, Reducibility};
use crate::error::{Error, Piece, Result};
use crate::meta::{LocalContext, Meta};
use rustc_hash::FxHashMap;
use turnstile_kernel::{
    BinderInfo, ConstantVal, Declaration, Expr, FVarId, LMVarId, Level, LevelNode, Name, Node,
    ReducibilityHint,
};

/// One alternative of a match.
pub(crate) struct Alternative {
    /// The variables of its patterns with their types, as declarations of `lctx`.
    pub vars: Vec<Expr>,
    /// A context that has the variables.
    pub lctx: LocalContext,
    /// One pattern for each discriminant.
    pub pats: Vec<Pat>,
    /// The patterns as terms.
    pub terms: Vec<Expr>,
}

/// A matcher and what it is applied to before the motive.
pub(crate) struct Matcher {
    pub name: Name,
    /// Levels: of the motive's result first, if it may be chosen.
    pub levels: Vec<Level>,
    /// Whether the motive must be a proposition.
    pub only_prop: bool,
    pub params: Vec<Expr>,
}

/// Why no matcher was made.
pub(crate) enum MatchFailure {
    /// Alternatives that are never reached.
    Redundant(Vec<usize>),
    /// Everything else.
    Error(Error),
}

impl From<Error> for MatchFailure {
    fn from(e: Error) -> MatchFailure {
        MatchFailure::Error(e)
    }
}

/// The function that takes an alternative's variables: `Unit` stands for none.
pub(crate) fn unit_type(m: &Meta) -> Expr {
    m.st.const0("Unit")
}

impl Meta {
    /// Makes, or finds, the matcher of `alts` for discriminants `xs` (local variables, later types may depend on
    /// earlier ones). `elim` is the universe of the result.
    pub(crate) fn mk_matcher(
        &mut self,
        base: Name,
        xs: &[Expr],
        alts: &[Alternative],
        elim: Level,
    ) -> std::result::Result<Matcher, MatchFailure> {
        self.scoped(|m| m.mk_matcher_core(base, xs, alts, elim))
    }

    fn mk_matcher_core(
        &mut self,
        base: Name,
        xs: &[Expr],
        alts: &[Alternative],
        elim: Level,
    ) -> std::result::Result<Matcher, MatchFailure> {
        let only_prop = self.level_is_zero(self.instantiate_level(elim));
        let params = self.matcher_params(xs, alts)?;
        let outer = self.lctx.clone();
        let mut lctx = LocalContext::default();
        for x in params.iter().chain(xs) {
            let id = self.fvar_id(*x)?;
            if let Some(d) = outer.get(id) {
                let mut d = (**d).clone();
                d.ty = self.instantiate(d.ty);
                d.value = None;
                lctx.insert(d);
            }
        }
        self.lctx = lctx;
        let v_name = Name::new("u").num(0);
        let v = if only_prop { self.st.l_zero() } else { self.st.l_param(v_name) };
        let sort = self.st.sort(v);
        let motive_ty = self.mk_pi(xs, sort)?;
        let motive = self.push_local(Name::new("motive"), motive_ty, BinderInfo::Default);
        let mut minors = Vec::new();
        for (i, a) in alts.iter().enumerate() {
            let ty = self.scoped(|m| {
                let concl = m.st.apps(motive, &a.terms);
                if a.vars.is_empty() {
                    return Ok::<_, Error>(m.st.arrow(unit_type(m), concl));
                }
                let here = m.lctx.clone();
                m.lctx = a.lctx.clone();
                for d in here.iter() {
                    m.lctx.insert((**d).clone());
                }
                m.mk_pi(&a.vars, concl)
            })?;
            let name = Name::new(&format!("h_{}", i + 1));
            minors.push(self.push_local(name, ty, BinderInfo::Default));
        }
        let rows: Vec<Row> = alts
            .iter()
            .enumerate()
            .map(|(alt, a)| Row {
                alt,
                todo: a.pats.iter().cloned().zip(xs.iter().copied()).collect(),
                bound: FxHashMap::default(),
            })
            .collect();
        let goal = self.st.apps(motive, xs);
        let unit = self.st.const0("Unit.unit");
        // Alternatives are among the values, because refining a parameter gives them new types too.
        let mut leaf = |m: &mut Meta, l: Leaf<'_>| {
            let f = l.values[xs.len() + l.alt];
            let a = &alts[l.alt];
            if a.vars.is_empty() {
                return Ok(m.st.app(f, unit));
            }
            let mut args = Vec::new();
            for x in &a.vars {
                let id = m.fvar_id(*x)?;
                match l.bound.get(&id) {
                    Some(v) => args.push(*v),
                    None => return Err(m.error_at_term("internal: pattern variable without value", *x)),
                }
            }
            Ok(m.st.apps(f, &args))
        };
        let values = [xs, &minors[..]].concat();
        let (tree, coverage) = self.compile_rows(goal, &values, rows, alts.len(), &mut leaf)?;
        if !coverage.missing.is_empty() {
            let missing: Vec<_> = coverage.missing.iter().map(|v| v[..xs.len()].to_vec()).collect();
            return Err(missing_cases_error(self, &missing).into());
        }
        if !coverage.redundant.is_empty() {
            return Err(MatchFailure::Redundant(coverage.redundant));
        }
        let binders = [&params[..], &[motive], xs, &minors].concat();
        self.set_binder_infos(&params, BinderInfo::Default);
        self.set_binder_infos(xs, BinderInfo::Default);
        let ty = self.mk_pi(&binders, goal)?;
        let value = self.mk_lambda(&binders, tree)?;
        let patterns: Vec<Vec<Expr>> = alts
            .iter()
            .map(|a| a.terms.iter().map(|t| self.close_pattern(*t, &params, &a.vars)).collect())
            .collect();
        self.install_matcher(base, v_name, only_prop, elim, ty, value, params, xs.len(), alts, patterns)
    }

    /// `t` with the variables `vars` as loose bound variables, and `params` beyond them.
    fn close_pattern(&self, t: Expr, params: &[Expr], vars: &[Expr]) -> Expr {
        let ids: Vec<FVarId> = params.iter().chain(vars).filter_map(|x| self.fvar_id(*x).ok()).collect();
        self.st.abstract_fvars(self.constructor_form(self.instantiate(t)), &ids)
    }

    /// A pattern with the functions marked `match_pattern` unfolded, so that it shows its constructors.
    fn constructor_form(&self, t: Expr) -> Expr {
        self.st.replace(t, |e, _| {
            let n = self.st.head_const(e)?;
            if !self.env.has_attr("match_pattern", n) {
                return None;
            }
            let u = self.unfold_definition(e, false)?;
            Some(turnstile_kernel::with_stack(|| self.constructor_form(self.st.head_beta(u))))
        })
    }

    /// The local variables that types and patterns mention, with everything their own types need.
    fn matcher_params(&mut self, xs: &[Expr], alts: &[Alternative]) -> Result<Vec<Expr>> {
        let mut todo: Vec<Expr> = Vec::new();
        for x in xs {
            todo.push(self.infer(*x)?);
        }
        for a in alts {
            let lctx = a.lctx.clone();
            for x in &a.vars {
                todo.push(self.with_lctx(lctx.clone(), |m| m.infer(*x))?);
            }
            todo.extend(&a.terms);
        }
        let mut found: Vec<FVarId> = Vec::new();
        while let Some(e) = todo.pop() {
            let e = self.instantiate(e);
            if self.st.has_expr_mvar(e) {
                return Err(self.error(vec![
                    Piece::Text(
                        "the type of this match is not known well enough; it has the form\n  ".into(),
                    ),
                    Piece::Expr(e),
                ]));
            }
            let mut here: Vec<FVarId> = Vec::new();
            self.st.any_subterm(e, |t| {
                if let Node::FVar(id) = self.st.node(t) {
                    here.push(id);
                }
                false
            });
            for id in here {
                let x = self.st.fvar(id);
                if found.contains(&id) || xs.contains(&x) || alts.iter().any(|a| a.vars.contains(&x)) {
                    continue;
                }
                found.push(id);
                todo.push(self.local_decl(id)?.ty);
            }
        }
        found.sort();
        Ok(found.into_iter().map(|id| self.st.fvar(id)).collect())
    }

    fn install_matcher(
        &mut self,
        base: Name,
        v_name: Name,
        only_prop: bool,
        elim: Level,
        ty: Expr,
        value: Expr,
        params: Vec<Expr>,
        num_discrs: usize,
        alts: &[Alternative],
        patterns: Vec<Vec<Expr>>,
    ) -> std::result::Result<Matcher, MatchFailure> {
        let lv = self.level_variables(&[ty, value], (!only_prop).then_some(v_name));
        let (ty, value) = (lv.close(self, ty), lv.close(self, value));
        let levels: Vec<Level> =
            lv.sources.iter().map(|l| if *l == self.st.l_param(v_name) { elim } else { *l }).collect();
        let patterns: Vec<Vec<Expr>> =
            patterns.into_iter().map(|ps| ps.into_iter().map(|p| lv.close(self, p)).collect()).collect();
        let info = MatcherInfo {
            num_params: params.len(),
            num_discrs,
            alt_arity: alts.iter().map(|a| a.vars.len()).collect(),
            patterns,
        };
        let key = self.st.alpha(value);
        if let Some(name) = self.env.ext.matcher_index.get(&key).copied()
            && self.env.get(name).is_some_and(|c| c.cval().level_params[..] == lv.names[..])
        {
            return Ok(Matcher { name, levels, only_prop, params });
        }
        let name =
            (1..).map(|i| base.str(&format!("match_{i}"))).find(|n| !self.env.contains(*n)).unwrap_or(base);
        let cval = ConstantVal { name, level_params: lv.names.clone().into(), ty };
        self.env.add_decl(&self.st, &Declaration::Definition(cval, value, ReducibilityHint::Abbrev))?;
        self.env.ext.matchers.insert(name, info);
        self.env.ext.matcher_index.insert(key, name);
        self.env.ext.reducibility.insert(name, Reducibility::Reducible);
        Ok(Matcher { name, levels, only_prop, params })
    }
}

/// Level parameters and holes of terms, renamed to parameters `u_1, u_2, …` in order of occurrence.
struct LevelVariables {
    names: Vec<Name>,
    /// What each name stands for.
    sources: Vec<Level>,
    params: FxHashMap<Name, Level>,
    holes: FxHashMap<LMVarId, Level>,
}

impl LevelVariables {
    fn close(&self, m: &Meta, e: Expr) -> Expr {
        m.st.map_levels(m.instantiate(e), |l| self.close_level(m, l))
    }

    fn close_level(&self, m: &Meta, l: Level) -> Level {
        let go = |l| self.close_level(m, l);
        match m.st.level(l) {
            LevelNode::Zero => l,
            LevelNode::Succ(a) => m.st.l_succ(go(a)),
            LevelNode::Max(a, b) => m.st.l_max(go(a), go(b)),
            LevelNode::IMax(a, b) => m.st.l_imax(go(a), go(b)),
            LevelNode::Param(n) => self.params.get(&n).copied().unwrap_or(l),
            LevelNode::MVar(h) => self.holes.get(&h).copied().unwrap_or(l),
        }
    }

    fn add(&mut self, m: &Meta, l: Level) {
        match m.st.level(l) {
            LevelNode::Zero => {}
            LevelNode::Succ(a) => self.add(m, a),
            LevelNode::Max(a, b) | LevelNode::IMax(a, b) => {
                self.add(m, a);
                self.add(m, b);
            }
            LevelNode::Param(n) => {
                if !self.params.contains_key(&n) {
                    let p = self.next(m, l);
                    self.params.insert(n, p);
                }
            }
            LevelNode::MVar(h) => {
                if !self.holes.contains_key(&h) {
                    let p = self.next(m, l);
                    self.holes.insert(h, p);
                }
            }
        }
    }

    fn next(&mut self, m: &Meta, source: Level) -> Level {
        let name = Name::new(&format!("u_{}", self.names.len() + 1));
        self.names.push(name);
        self.sources.push(source);
        m.st.l_param(name)
    }
}

impl Meta {
    fn level_variables(&self, es: &[Expr], first: Option<Name>) -> LevelVariables {
        let mut v = LevelVariables {
            names: vec![],
            sources: vec![],
            params: FxHashMap::default(),
            holes: FxHashMap::default(),
        };
        if let Some(n) = first {
            v.add(self, self.st.l_param(n));
        }
        for e in es {
            let mut levels: Vec<Level> = Vec::new();
            self.st.any_subterm(self.instantiate(*e), |t| {
                match self.st.node(t) {
                    Node::Sort(l) => levels.push(l),
                    Node::Const(_, ls) => levels.extend(self.st.level_list(ls).iter()),
                    _ => {}
                }
                false
            });
            for l in levels {
                v.add(self, l);
            }
        }
        v
    }
}
