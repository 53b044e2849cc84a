//! Solving equations between terms by substitution, injectivity and contradiction: the engine of dependent
//! elimination. Everything is done by building terms; nothing is assumed.

use crate::error::{Error, Piece, Result};
use crate::inductive::{Equality, NoConfusion};
use crate::meta::Meta;
use rustc_hash::FxHashMap;
use turnstile_kernel::{BinderInfo, Expr, FVarId, Name, Node, Store, with_stack};

/// What became of variables while equations were solved. Terms that were made before must be brought up to date with
/// [`Refinement::apply`].
#[derive(Clone, Default)]
pub struct Refinement {
    map: FxHashMap<FVarId, Expr>,
}

impl Refinement {
    /// `e` as seen after the refinement.
    #[must_use]
    pub fn apply(&self, st: &Store, e: Expr) -> Expr {
        st.replace_fvars(e, &self.map)
    }
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.map.is_empty()
    }
    /// The refinement with `next` after it.
    pub(crate) fn followed_by(&self, st: &Store, next: &Refinement) -> Refinement {
        let mut r = self.clone();
        r.then(st, &next.map);
        r
    }
    /// The refinement followed by `next`.
    pub(crate) fn then(&mut self, st: &Store, next: &FxHashMap<FVarId, Expr>) {
        for v in self.map.values_mut() {
            *v = st.replace_fvars(*v, next);
        }
        for (k, v) in next {
            self.map.entry(*k).or_insert(*v);
        }
    }
}

/// Builds a term of the given type in the current context, which was refined as told.
pub type Continuation<'a> = dyn FnMut(&mut Meta, Expr, &Refinement) -> Result<Expr> + 'a;

impl Meta {
    /// A term of type `goal`, made by `k` after the equations that the local variables `eqs` state have been solved.
    /// When they contradict each other, `k` is not called.
    ///
    /// # Errors
    /// When an equation cannot be solved, or `k` fails.
    pub fn solve_equations(&mut self, goal: Expr, eqs: Vec<Expr>, k: &mut Continuation<'_>) -> Result<Expr> {
        self.solve_from(goal, eqs, Refinement::default(), 0, k)
    }

    /// `stuck` counts how many equations in a row could not be used.
    fn solve_from(
        &mut self,
        goal: Expr,
        mut eqs: Vec<Expr>,
        done: Refinement,
        stuck: usize,
        k: &mut Continuation<'_>,
    ) -> Result<Expr> {
        self.tick()?;
        if eqs.is_empty() {
            return k(self, goal, &done);
        }
        let h = eqs.remove(0);
        let ty = self.infer(h)?;
        match self.as_equality(ty)? {
            Some(Equality::HEq { lty, lhs, rty, rhs }) => {
                if !self.is_def_eq(lty, rty)? {
                    if stuck >= eqs.len() {
                        return Err(self.cannot_solve(lhs, rhs));
                    }
                    eqs.push(h);
                    return self.solve_from(goal, eqs, done, stuck + 1, k);
                }
                let proof = self.mk_eq_of_heq(lty, lhs, rhs, h)?;
                let eq = self.mk_eq(lhs, rhs)?;
                self.scoped(|m| {
                    let h2 = m.push_local(m.local_name(h), eq, BinderInfo::Default);
                    eqs.insert(0, h2);
                    let body = m.solve_from(goal, eqs, done, 0, k)?;
                    let f = m.mk_lambda(&[h2], body)?;
                    Ok(m.st.head_beta(m.st.app(f, proof)))
                })
            }
            Some(Equality::Eq { lhs, rhs, .. }) => {
                with_stack(|| self.solve_eq(h, lhs, rhs, goal, eqs, done, stuck, k))
            }
            None => Err(self.error_at_term("equation expected", ty)),
        }
    }

    fn solve_eq(
        &mut self,
        h: Expr,
        lhs: Expr,
        rhs: Expr,
        goal: Expr,
        mut eqs: Vec<Expr>,
        done: Refinement,
        stuck: usize,
        k: &mut Continuation<'_>,
    ) -> Result<Expr> {
        if self.st.alpha_eq(lhs, rhs) {
            return self.solve_from(goal, eqs, done, 0, k);
        }
        let (a, b) = (self.whnf_index(lhs)?, self.whnf_index(rhs)?);
        if self.st.alpha_eq(a, b) {
            return self.solve_from(goal, eqs, done, 0, k);
        }
        // A variable is replaced; of two variables the newer one.
        let (va, vb) = (self.replaceable(a, b), self.replaceable(b, a));
        match (va, vb) {
            (Some(x), Some(y)) if x.0 > y.0 => return self.substitute(h, x, b, false, goal, eqs, done, k),
            (_, Some(y)) => return self.substitute(h, y, a, true, goal, eqs, done, k),
            (Some(x), None) => return self.substitute(h, x, b, false, goal, eqs, done, k),
            (None, None) => {}
        }
        if self.as_ctor(a).is_some() && self.as_ctor(b).is_some() && !self.is_proof(a)? {
            return match self.no_confusion(goal, h, a, b)? {
                NoConfusion::Clash(e) => Ok(e),
                NoConfusion::Fields(f, new) => self.scoped(|m| {
                    let mut hs = Vec::new();
                    for t in new {
                        hs.push(m.push_local(Name::anon().str("h").num(0), t, BinderInfo::Default));
                    }
                    let todo = [&hs[..], &eqs].concat();
                    let body = m.solve_from(goal, todo, done, 0, k)?;
                    let f2 = m.mk_lambda(&hs, body)?;
                    Ok(m.st.app(f, f2))
                }),
            };
        }
        if self.is_def_eq(a, b)? {
            return self.solve_from(goal, eqs, done, 0, k);
        }
        if stuck >= eqs.len() {
            return Err(self.cannot_solve(a, b));
        }
        eqs.push(h);
        self.solve_from(goal, eqs, done, stuck + 1, k)
    }

    fn cannot_solve(&self, a: Expr, b: Expr) -> Error {
        self.error(vec![
            Piece::Text("Dependent elimination failed: Failed to solve equation\n  ".into()),
            Piece::Expr(a),
            Piece::Text(" = ".into()),
            Piece::Expr(b),
        ])
    }

    /// Evaluates an index as far as a constructor or variable; left alone when neither appears.
    fn whnf_index(&mut self, e: Expr) -> Result<Expr> {
        if matches!(self.st.node(e), Node::FVar(_)) || self.as_ctor(e).is_some() || self.is_other_literal(e) {
            return Ok(e);
        }
        let w = self.whnf(e)?;
        let useful = matches!(self.st.node(w), Node::FVar(_)) || self.as_ctor(w).is_some();
        Ok(if useful { w } else { e })
    }

    /// `x` as a variable that may be replaced by `by`.
    fn replaceable(&self, x: Expr, by: Expr) -> Option<FVarId> {
        let Node::FVar(id) = self.st.node(x) else { return None };
        let d = self.lctx.get(id)?;
        (d.value.is_none() && !self.occurs(by, id)).then_some(id)
    }

    /// Replaces the variable `y` by `a` everywhere, using `h : a = y` (`y = a` unless `forward`).
    fn substitute(
        &mut self,
        h: Expr,
        y: FVarId,
        a: Expr,
        forward: bool,
        goal: Expr,
        eqs: Vec<Expr>,
        mut done: Refinement,
        k: &mut Continuation<'_>,
    ) -> Result<Expr> {
        let yv = self.st.fvar(y);
        let h_fwd = if forward { h } else { self.mk_eq_symm(h)? };
        let hid = self.fvar_id(h).ok();
        let reverted = self.dependents(&[y], hid);
        let ty = self.infer(yv)?;
        let inner = self.mk_pi(&reverted, goal)?;
        let motive = self.scoped(|m| {
            let et = m.mk_eq(a, yv)?;
            let e = m.push_local(Name::new("h"), et, BinderInfo::Default);
            m.mk_lambda(&[yv, e], inner)
        })?;
        let (u, v) = (self.sort_of(ty)?, self.sort_of(inner)?);
        let mut now: FxHashMap<FVarId, Expr> = FxHashMap::default();
        now.insert(y, a);
        let minor = self.scoped(|m| {
            if let Some(id) = hid {
                m.lctx.remove(id);
            }
            let new = m.reintroduce(&reverted, &mut now)?;
            m.lctx.remove(y);
            let goal = m.st.replace_fvars(goal, &now);
            let eqs = eqs.iter().map(|e| m.st.replace_fvars(*e, &now)).collect();
            done.then(&m.st, &now);
            let body = m.solve_from(goal, eqs, done, 0, k)?;
            m.mk_lambda(&new, body)
        })?;
        let e = self.st.const_(Name::new("Eq.rec"), &[v, u]);
        let e = self.st.apps(e, &[ty, a, motive, minor, yv, h_fwd]);
        Ok(self.st.apps(e, &self.without_lets(&reverted)))
    }

    /// The variables of the context whose type or value depends on one of `ids`, oldest first; `except` is left out.
    pub(crate) fn dependents(&self, ids: &[FVarId], except: Option<FVarId>) -> Vec<Expr> {
        let mut all: Vec<FVarId> = ids.to_vec();
        let mut out = Vec::new();
        for d in self.lctx.iter() {
            // A function that is being defined is no hypothesis, even if its type mentions a section variable.
            if all.contains(&d.id) || Some(d.id) == except || d.is_aux {
                continue;
            }
            if self.depends_on_any(d.ty, &all) || d.value.is_some_and(|v| self.depends_on_any(v, &all)) {
                all.push(d.id);
                out.push(self.st.fvar(d.id));
            }
        }
        out
    }

    /// Adds copies of the variables `xs` with their types refined by `map`, removes the originals, and extends `map`.
    /// Returns the copies.
    pub(crate) fn reintroduce(
        &mut self,
        xs: &[Expr],
        map: &mut FxHashMap<FVarId, Expr>,
    ) -> Result<Vec<Expr>> {
        let mut new = Vec::new();
        for x in xs {
            let id = self.fvar_id(*x)?;
            let d = self.local_decl(id)?;
            let ty = self.st.replace_fvars(self.instantiate(d.ty), map);
            let n = match d.value {
                Some(v) => {
                    let v = self.st.replace_fvars(self.instantiate(v), map);
                    self.push_let(d.name, ty, v)
                }
                None => self.push_local(d.name, ty, d.info),
            };
            map.insert(id, n);
            self.lctx.remove(id);
            new.push(n);
        }
        Ok(new)
    }

    /// The variables of `xs` that are not local definitions: the ones a `∀ xs` is applied to.
    pub(crate) fn without_lets(&self, xs: &[Expr]) -> Vec<Expr> {
        let is_let = |x: &Expr| match self.st.node(*x) {
            Node::FVar(id) => self.lctx.get(id).is_some_and(|d| d.value.is_some()),
            _ => false,
        };
        xs.iter().copied().filter(|x| !is_let(x)).collect()
    }
}

impl Refinement {
    /// The variable that stands for `x` now, if it still is one; else `x` itself.
    pub(crate) fn renamed(&self, st: &Store, x: FVarId) -> FVarId {
        match self.map.get(&x).map(|e| st.node(*e)) {
            Some(Node::FVar(id)) => id,
            _ => x,
        }
    }
}
