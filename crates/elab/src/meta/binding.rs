//! Instantiating metavariables, and binding local variables in terms that may still hold holes.

use super::{Delayed, MVarDecl, MVarKind, Meta};
use crate::error::{Error, Result};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use turnstile_kernel::{Binder, BinderInfo, Expr, FVarId, Level, LevelNode, MVarId, Name, Node, with_stack};

impl Meta {
    /// `l` with assigned level holes replaced by their values.
    pub fn instantiate_level(&self, mut l: Level) -> Level {
        let st = &self.st;
        loop {
            if !st.level_has_mvar(l) {
                return l;
            }
            return match st.level(l) {
                LevelNode::Succ(a) => with_stack(|| st.l_succ(self.instantiate_level(a))),
                LevelNode::Max(a, b) => {
                    with_stack(|| st.l_max(self.instantiate_level(a), self.instantiate_level(b)))
                }
                LevelNode::IMax(a, b) => {
                    with_stack(|| st.l_imax(self.instantiate_level(a), self.instantiate_level(b)))
                }
                // Holes that stand for each other make long chains.
                LevelNode::MVar(m) => match self.mctx.level_value(m) {
                    Some(v) => {
                        l = v;
                        continue;
                    }
                    None => l,
                },
                LevelNode::Zero | LevelNode::Param(_) => l,
            };
        }
    }

    /// `e` with assigned holes replaced by their values, heads beta-reduced where a hole became a function.
    pub fn instantiate(&self, e: Expr) -> Expr {
        if !self.st.has_mvar(e) {
            return e;
        }
        self.instantiate_with(e, &RefCell::default())
    }

    /// The work of [`Meta::instantiate`]. `done` holds what holes came to: a hole whose value has another
    /// hole twice, and so on, would otherwise be walked as a tree. Values are closed, so the depth does not matter.
    fn instantiate_with(&self, e: Expr, done: &RefCell<FxHashMap<Expr, Expr>>) -> Expr {
        let st = &*self.st;
        if !st.has_mvar(e) {
            return e;
        }
        let go = |e: Expr| self.instantiate_with(e, done);
        // The value that `e`, a hole or one applied to arguments, stands for.
        let unfold = |e: Expr| -> Option<Expr> {
            let f = st.app_fn(e);
            let Node::MVar(m) = st.node(f) else { return None };
            if let Some(v) = self.mctx.value(m) {
                return Some(with_stack(|| {
                    let v = go(v);
                    if f == e {
                        return v;
                    }
                    let args: Vec<Expr> = st.unapp(e).1.iter().map(|a| go(*a)).collect();
                    go(st.beta(v, &args))
                }));
            }
            let d = self.mctx.delayed(m)?;
            let args = st.unapp(e).1;
            if args.len() < d.fvars.len() {
                return None;
            }
            let v = with_stack(|| go(st.mvar(d.inner)));
            if st.has_expr_mvar(v) {
                return None;
            }
            Some(with_stack(|| {
                let args: Vec<Expr> = args.iter().map(|a| go(*a)).collect();
                // The arguments may have loose variables: substitute with lifting.
                let (now, later) = args.split_at(d.fvars.len());
                st.beta(st.instantiate_rev(st.abstract_fvars(v, &d.fvars), now), later)
            }))
        };
        st.replace(e, |e, _| {
            if !st.has_mvar(e) {
                return Some(e);
            }
            if let Some(r) = done.borrow().get(&e) {
                return Some(*r);
            }
            let r = match st.node(e) {
                Node::MVar(_) | Node::App(..) => unfold(e)?,
                Node::Sort(l) => st.sort(self.instantiate_level(l)),
                Node::Const(n, ls) => {
                    let ls: Vec<Level> =
                        st.level_list(ls).iter().map(|l| self.instantiate_level(*l)).collect();
                    st.const_(n, &ls)
                }
                _ => return None,
            };
            done.borrow_mut().insert(e, r);
            Some(r)
        })
    }

    /// `fun xs => e` for local variables `xs` of the current context, outermost first; `let` variables become `let`.
    ///
    /// # Errors
    /// When an `x` is not a local variable in scope.
    pub fn mk_lambda(&mut self, xs: &[Expr], e: Expr) -> Result<Expr> {
        self.mk_binding(xs, e, true)
    }
    /// `∀ xs, e`
    ///
    /// # Errors
    /// When an `x` is not a local variable in scope.
    pub fn mk_pi(&mut self, xs: &[Expr], e: Expr) -> Result<Expr> {
        self.mk_binding(xs, e, false)
    }

    /// The identity of a term that is a free variable.
    ///
    /// # Errors
    /// When it is not one.
    pub fn fvar_id(&self, x: Expr) -> Result<FVarId> {
        match self.st.node(x) {
            Node::FVar(id) => Ok(id),
            _ => Err(self.error_at_term("internal: local variable expected, got", x)),
        }
    }

    fn mk_binding(&mut self, xs: &[Expr], e: Expr, lam: bool) -> Result<Expr> {
        if xs.is_empty() {
            return Ok(self.instantiate(e));
        }
        let ids: Vec<FVarId> = xs.iter().map(|x| self.fvar_id(*x)).collect::<Result<_>>()?;
        let e = self.instantiate(e);
        let e = self.elim_mvar_deps(&ids, e)?;
        let mut r = self.st.abstract_fvars(e, &ids);
        for (i, id) in ids.iter().enumerate().rev() {
            let d = self.local_decl(*id)?;
            let ty = self.instantiate(d.ty);
            let ty = self.elim_mvar_deps(&ids[..i], ty)?;
            let ty = self.st.abstract_fvars(ty, &ids[..i]);
            if let Some(v) = d.value {
                if self.st.has_loose_bvar(r, 0) {
                    let v = self.instantiate(v);
                    let v = self.elim_mvar_deps(&ids[..i], v)?;
                    let v = self.st.abstract_fvars(v, &ids[..i]);
                    r = self.st.let_(d.name, ty, v, r);
                } else {
                    r = self.st.lower(r, 1, 1);
                }
            } else {
                let b = Binder::with_info(d.name, d.info);
                r = if lam { self.st.lam(b, ty, r) } else { self.st.pi(b, ty, r) };
            }
        }
        Ok(r)
    }

    /// Makes the holes of `e` independent of the variables `ids`, which are about to be bound: a hole `?m` whose
    /// context has some of them becomes `?n xs` for a new hole `?n` outside.
    fn elim_mvar_deps(&mut self, ids: &[FVarId], e: Expr) -> Result<Expr> {
        if ids.is_empty() || !self.st.has_expr_mvar(e) {
            return Ok(e);
        }
        let todo: Vec<MVarId> = self.direct_mvars(e);
        let mut map = FxHashMap::default();
        for m in todo {
            if let Some(r) = self.elim_mvar(ids, m)? {
                map.insert(m, r);
            }
        }
        if map.is_empty() {
            return Ok(e);
        }
        let st = self.st.clone();
        Ok(st.replace(e, |e, _| {
            if !st.has_expr_mvar(e) {
                return Some(e);
            }
            match st.node(e) {
                Node::MVar(m) => Some(map.get(&m).copied().unwrap_or(e)),
                Node::App(..) => {
                    // `?n xs` applied to the arguments of an already delayed hole stays an application.
                    None
                }
                _ => None,
            }
        }))
    }

    /// The metavariables that occur in `e` literally.
    pub fn direct_mvars(&self, e: Expr) -> Vec<MVarId> {
        let mut out = Vec::new();
        let mut seen = rustc_hash::FxHashSet::default();
        let mut todo = vec![e];
        while let Some(e) = todo.pop() {
            if !self.st.has_expr_mvar(e) || !seen.insert(e) {
                continue;
            }
            match self.st.node(e) {
                Node::MVar(m) => out.push(m),
                Node::App(f, a) => todo.extend([a, f]),
                Node::Lam(_, t, b) | Node::Pi(_, t, b) => todo.extend([b, t]),
                Node::Let(_, t, v, b) => todo.extend([b, v, t]),
                Node::Proj(_, _, x) => todo.push(x),
                _ => {}
            }
        }
        out
    }

    fn elim_mvar(&mut self, ids: &[FVarId], m: MVarId) -> Result<Option<Expr>> {
        let Some(d) = self.mctx.decl(m).cloned() else {
            return Err(Error::msg("internal: unknown metavariable"));
        };
        let used: Vec<FVarId> = d.lctx.iter().map(|l| l.id).filter(|id| ids.contains(id)).collect();
        if used.is_empty() {
            return Ok(None);
        }
        // Everything in the hole's context that depends on a bound variable must be abstracted too.
        let mut abs: Vec<FVarId> = Vec::new();
        for l in d.lctx.iter() {
            let dep = used.contains(&l.id)
                || self.depends_on_any(l.ty, &abs)
                || l.value.is_some_and(|v| self.depends_on_any(v, &abs));
            if dep {
                abs.push(l.id);
            }
        }
        let mut lctx = d.lctx.clone();
        for id in &abs {
            lctx.remove(*id);
        }
        let xs: Vec<Expr> = abs.iter().map(|id| self.st.fvar(*id)).collect();
        let is_let = |id: &FVarId| d.lctx.get(*id).is_some_and(|l| l.value.is_some());
        let has_let = abs.iter().any(is_let);
        let delay = d.kind == MVarKind::Opaque || d.kind == MVarKind::Synthetic && has_let;
        let mut inner_lctx = d.lctx.clone();
        if delay && has_let {
            // A delayed value is a function of all its variables, `let` variables too.
            for l in d.lctx.iter().filter(|l| l.value.is_some() && abs.contains(&l.id)) {
                let mut l = (**l).clone();
                l.value = None;
                inner_lctx.insert(l);
            }
        }
        let nodes = self.st.overlay_nodes();
        let ty = with_stack(|| self.with_lctx(inner_lctx, |me| me.mk_pi(&xs, d.ty)))?;
        // Little for a usual context; in deep terms full of holes, where the types are holes too, it is nearly all the work.
        self.spend(1 + 4 * self.st.overlay_nodes().saturating_sub(nodes) as u64)?;
        let id = self.st.fresh_mvar();
        self.mctx.declare(id, MVarDecl { lctx, ty, kind: d.kind, name: d.name, depth: d.depth });
        let n = self.st.mvar(id);
        if delay {
            // The value of a hole that is itself delayed depends on the variables abstracted before.
            let (mut fvars, mut inner) = (abs, m);
            if let Some(nested) = self.mctx.delayed(m) {
                fvars.extend(nested.fvars.iter());
                inner = nested.inner;
            }
            self.mctx.assign_delayed(id, Delayed { fvars: fvars.into(), inner });
            return Ok(Some(self.st.apps(n, &xs)));
        }
        // `let` variables are bound by `let` in the type, so they are not arguments.
        let args: Vec<Expr> = abs.iter().zip(&xs).filter(|(id, _)| !is_let(id)).map(|(_, x)| *x).collect();
        let applied = self.st.apps(n, &args);
        let before = self.mctx.scope_args(m);
        self.mctx.set_scope_args(id, before + args.len() as u32);
        self.mctx.assign(m, applied);
        Ok(Some(applied))
    }

    /// Whether `e` (after instantiation) mentions one of `ids`, counting the contexts of its holes.
    pub fn depends_on_any(&self, e: Expr, ids: &[FVarId]) -> bool {
        if ids.is_empty() {
            return false;
        }
        let e = self.instantiate(e);
        if !self.st.has_fvar(e) && !self.st.has_expr_mvar(e) {
            return false;
        }
        self.st.any_subterm(e, |t| match self.st.node(t) {
            Node::FVar(id) => ids.contains(&id),
            Node::MVar(m) => self.mctx.decl(m).is_some_and(|d| ids.iter().any(|i| d.lctx.contains(*i))),
            _ => false,
        })
    }

    /// Whether `e` mentions the variable `id`; holes do not count.
    pub fn occurs(&self, e: Expr, id: FVarId) -> bool {
        let e = self.instantiate(e);
        self.st.has_fvar(e) && self.st.any_subterm(e, |t| self.st.node(t) == Node::FVar(id))
    }

    /// Opens up to `max` leading `∀` binders of `ty` (unfolding to find them), adding hypotheses to the context.
    ///
    /// # Errors
    /// When reduction runs out of budget.
    pub fn open_pis(&mut self, mut ty: Expr, max: Option<usize>) -> Result<(Vec<Expr>, Expr)> {
        let mut xs: Vec<Expr> = Vec::new();
        let mut pending = 0;
        loop {
            if max.is_some_and(|m| xs.len() >= m) {
                break;
            }
            let Node::Pi(b, dom, body) = self.st.node(ty) else {
                let t = self.st.instantiate_rev(ty, &xs[xs.len() - pending..]);
                pending = 0;
                let w = self.whnf(t)?;
                if matches!(self.st.node(w), Node::Pi(..)) {
                    ty = w;
                    continue;
                }
                return Ok((xs, t));
            };
            let dom = self.st.instantiate_rev(dom, &xs[xs.len() - pending..]);
            xs.push(self.push_local(b.name, dom, b.info));
            pending += 1;
            ty = body;
        }
        let t = self.st.instantiate_rev(ty, &xs[xs.len() - pending..]);
        Ok((xs, t))
    }

    /// Opens leading `fun` binders of `e` (no reduction).
    pub fn open_lams(&mut self, mut e: Expr, max: Option<usize>) -> (Vec<Expr>, Expr) {
        let mut xs: Vec<Expr> = Vec::new();
        while max.is_none_or(|m| xs.len() < m) {
            let Node::Lam(b, dom, body) = self.st.node(e) else { break };
            let dom = self.st.instantiate_rev(dom, &xs);
            xs.push(self.push_local(b.name, dom, b.info));
            e = body;
        }
        (xs.clone(), self.st.instantiate_rev(e, &xs))
    }

    /// Opens up to `max` leading `∀` binders with fresh holes instead of hypotheses: instance holes for `[…]`.
    /// Returns the holes with their binder kinds, and the rest of the type.
    ///
    /// # Errors
    /// When reduction runs out of budget.
    pub fn open_holes(&mut self, ty: Expr, max: Option<usize>) -> Result<(Vec<(Expr, BinderInfo)>, Expr)> {
        let mut ms: Vec<(Expr, BinderInfo)> = Vec::new();
        let mut ty = ty;
        while max.is_none_or(|m| ms.len() < m) {
            if !matches!(self.st.node(ty), Node::Pi(..)) {
                let w = self.whnf(ty)?;
                if !matches!(self.st.node(w), Node::Pi(..)) {
                    break;
                }
                ty = w;
            }
            let Node::Pi(b, dom, body) = self.st.node(ty) else { break };
            let kind = if b.info == BinderInfo::Inst { MVarKind::Synthetic } else { MVarKind::Natural };
            let m = self.mk_mvar(dom, kind, Name::anon());
            ms.push((m, b.info));
            ty = self.st.instantiate1(body, m);
        }
        Ok((ms, ty))
    }
}
