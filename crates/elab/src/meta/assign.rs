//! Assigning metavariables during unification: Miller patterns, first-order approximation, scope checks.

use super::{MVarDecl, MVarKind, Meta};
use crate::env::Transparency;
use crate::error::Result;
use rustc_hash::FxHashMap;
use std::sync::Arc;
use turnstile_kernel::{Binder, BinderInfo, Expr, FVarId, MVarId, Node};

impl Meta {
    /// Whether unification may assign `m` now.
    #[must_use]
    pub fn is_assignable(&self, m: MVarId) -> bool {
        if self.mctx.is_assigned(m) {
            return false;
        }
        self.mctx
            .decl(m)
            .is_some_and(|d| d.depth >= self.mctx.depth && (d.kind != MVarKind::Opaque || self.assign_opaque))
    }

    /// Tries to solve `?m args =?= v` by assigning `?m`. `lhs` is the whole left side.
    pub(super) fn try_assign(&mut self, lhs: Expr, v: Expr) -> Result<bool> {
        let (h, args) = self.st.unapp(lhs);
        let Node::MVar(m) = self.st.node(h) else { return Ok(false) };
        if !self.is_assignable(m) {
            return Ok(false);
        }
        let Some(decl) = self.mctx.decl(m).cloned() else { return Ok(false) };
        let v = self.instantiate(v);
        if args.is_empty() && self.eta_reduce(v) == lhs {
            return Ok(true);
        }
        // Pattern: distinct variables. One that the hole can see by itself is taken to be meant as an argument.
        let mut ids: Vec<FVarId> = Vec::new();
        let mut pattern = true;
        for a in &args {
            let a = self.instantiate(*a);
            let a = self.eta_reduce(a);
            match self.st.node(a) {
                Node::FVar(id)
                    if !ids.contains(&id) && self.lctx.get(id).is_none_or(|d| d.value.is_none()) =>
                {
                    ids.push(id);
                }
                _ => {
                    pattern = false;
                    break;
                }
            }
        }
        if pattern {
            let Some(body) = self.check_scope(m, &decl, &ids, v)? else {
                return if args.is_empty() { Ok(false) } else { self.approximate(lhs, m, &decl, v) };
            };
            let xs: Vec<Expr> = ids.iter().map(|id| self.st.fvar(*id)).collect();
            let val = if xs.is_empty() { body } else { self.mk_lambda(&xs, body)? };
            let val = self.eta_reduce(val);
            return self.assign_checked(m, &decl, val);
        }
        self.approximate(lhs, m, &decl, v)
    }

    /// Not a pattern: first-order unification, or a constant function when the hole was written without arguments.
    fn approximate(&mut self, lhs: Expr, m: MVarId, decl: &Arc<MVarDecl>, v: Expr) -> Result<bool> {
        let s = self.save();
        if self.first_order(lhs, v)? {
            return Ok(true);
        }
        self.restore(&s);
        let args = self.st.unapp(lhs).1;
        if self.mctx.scope_args(m) as usize != args.len() {
            return Ok(false);
        }
        let Some(body) = self.check_scope(m, decl, &[], v)? else { return Ok(false) };
        let lctx = self.lctx.clone();
        let val = self.with_lctx(decl.lctx.clone(), |me| {
            let (xs, _) = me.open_pis(decl.ty, Some(args.len()))?;
            if xs.len() < args.len() { Ok(None) } else { me.mk_lambda(&xs, body).map(Some) }
        })?;
        self.lctx = lctx;
        match val {
            Some(val) => self.assign_checked(m, decl, val),
            None => Ok(false),
        }
    }

    /// `?m a₁ … aₙ =?= f b₁ … bₙ` by `?m =?= f b₁ …` and the last arguments pairwise.
    fn first_order(&mut self, lhs: Expr, v: Expr) -> Result<bool> {
        let mut v = v;
        loop {
            let (_, args) = self.st.unapp(lhs);
            let (vh, vargs) = self.st.unapp(v);
            if !vargs.is_empty() {
                let n = args.len().min(vargs.len());
                let s = self.save();
                let (lh, la) = (self.prefix(lhs, n), &args[args.len() - n..]);
                let vf = self.st.apps(vh, &vargs[..vargs.len() - n]);
                let mut ok = self.def_eq(lh, vf)?;
                for (a, b) in la.iter().zip(&vargs[vargs.len() - n..]) {
                    if !ok {
                        break;
                    }
                    ok = self.def_eq(*a, *b)?;
                }
                if ok {
                    return Ok(true);
                }
                self.restore(&s);
            }
            // The right side may become an application of the wanted shape by unfolding.
            match self.unfold_step(v)? {
                Some(u) => {
                    v = self.whnf_core(u)?;
                    if self.head_mvar(v).is_some() {
                        return self.def_eq(lhs, v);
                    }
                }
                None => return Ok(false),
            }
        }
    }

    /// `e` without its last `n` arguments.
    fn prefix(&self, mut e: Expr, n: usize) -> Expr {
        for _ in 0..n {
            if let Node::App(f, _) = self.st.node(e) {
                e = f;
            }
        }
        e
    }

    fn assign_checked(&mut self, m: MVarId, decl: &Arc<MVarDecl>, val: Expr) -> Result<bool> {
        let lctx = decl.lctx.clone();
        // The value may be stated with variables of the current context only while it is being built; by now it
        // lives in the hole's own context.
        let vt = self.with_lctx(lctx.clone(), |me| me.infer(val))?;
        let (vt, mt) = (self.instantiate(vt), self.instantiate(decl.ty));
        if !self.st.alpha_eq(vt, mt) {
            let ok = self.with_lctx(lctx, |me| {
                let t = me.transparency.max(Transparency::Default);
                me.with_transparency(t, |me| me.def_eq(mt, vt))
            })?;
            if !ok {
                return Ok(false);
            }
        }
        if !self.mctx.is_assigned(m) {
            self.mctx.assign(m, val);
            return Ok(true);
        }
        // Unifying the types filled the hole itself.
        let cur = self.instantiate(self.st.mvar(m));
        self.def_eq(cur, val)
    }

    /// `v` as a value for `m`: every free variable must be visible to `m` or among `args`; `m` must not occur; holes
    /// that see more than `m` does are replaced by narrower ones. `None` when impossible.
    fn check_scope(
        &mut self,
        m: MVarId,
        decl: &Arc<MVarDecl>,
        args: &[FVarId],
        v: Expr,
    ) -> Result<Option<Expr>> {
        let st = self.st.clone();
        if !st.has_fvar(v) && !st.has_expr_mvar(v) {
            return Ok(Some(v));
        }
        let mut v = self.narrow_applied_holes(m, decl, args, v)?;
        // A `let` variable out of scope is replaced by its value.
        for _ in 0..64 {
            let mut lets: FxHashMap<FVarId, Expr> = FxHashMap::default();
            let mut bad = false;
            st.any_subterm(v, |t| {
                if let Node::FVar(id) = st.node(t)
                    && !decl.lctx.contains(id)
                    && !args.contains(&id)
                {
                    match self.lctx.get(id).and_then(|d| d.value) {
                        Some(val) => {
                            lets.insert(id, val);
                        }
                        None => bad = true,
                    }
                }
                bad
            });
            if bad {
                return Ok(None);
            }
            if lets.is_empty() {
                break;
            }
            v = st.replace_fvars(v, &lets);
            v = self.instantiate(v);
        }
        if !st.has_expr_mvar(v) {
            return Ok(Some(v));
        }
        let mut map: FxHashMap<MVarId, Expr> = FxHashMap::default();
        for k in self.direct_mvars(v) {
            if k == m {
                return Ok(None);
            }
            let Some(kd) = self.mctx.decl(k).cloned() else { return Ok(None) };
            if let Some(d) = self.mctx.delayed(k).cloned() {
                // The delayed value must not mention `m`.
                if self.unassigned_mvars(st.mvar(d.inner)).contains(&m) {
                    return Ok(None);
                }
                if !kd.lctx.is_subset_of(&decl.lctx) {
                    return Ok(None);
                }
                continue;
            }
            let visible = kd.lctx.iter().all(|l| decl.lctx.contains(l.id) || args.contains(&l.id));
            if visible {
                if self.mvar_occurs(m, kd.ty) {
                    return Ok(None);
                }
                continue;
            }
            if !self.is_assignable(k) || kd.kind == MVarKind::Opaque {
                // It may still be fine if the hole is only narrower by variables that nothing can use; be safe.
                return Ok(None);
            }
            let mut lctx = kd.lctx.clone();
            let mut dropped: Vec<FVarId> = Vec::new();
            for l in kd.lctx.iter() {
                let keep = decl.lctx.contains(l.id) || args.contains(&l.id);
                if !keep
                    || self.depends_on_any(l.ty, &dropped)
                    || l.value.is_some_and(|v| self.depends_on_any(v, &dropped))
                {
                    dropped.push(l.id);
                    lctx.remove(l.id);
                }
            }
            let ty = self.instantiate(kd.ty);
            let Some(ty) = self.check_scope_fvars(ty, &dropped) else { return Ok(None) };
            let n = self.mk_mvar_in(lctx, ty, kd.kind, kd.name);
            self.mctx.assign(k, n);
            map.insert(k, n);
        }
        if !map.is_empty() {
            v = self.instantiate(v);
        }
        Ok(Some(v))
    }

    /// Replaces `?k x` in `v`, where `?m` cannot see `x`, by a hole that does not depend on `x`.
    fn narrow_applied_holes(
        &mut self,
        m: MVarId,
        decl: &Arc<MVarDecl>,
        args: &[FVarId],
        v: Expr,
    ) -> Result<Expr> {
        let st = self.st.clone();
        let mut found: Vec<Expr> = Vec::new();
        let out_of_scope = |e: Expr| {
            st.has_fvar(e)
                && st.any_subterm(e, |t| {
                    matches!(st.node(t), Node::FVar(id) if !decl.lctx.contains(id) && !args.contains(&id))
                })
        };
        st.any_subterm(v, |t| {
            if matches!(st.node(t), Node::App(..))
                && st.loose(t) == 0
                && let Node::MVar(k) = st.node(st.app_fn(t))
                && k != m
                && self.is_assignable(k)
                && self.mctx.decl(k).is_some_and(|d| d.kind == MVarKind::Natural)
                && out_of_scope(t)
                && !found.iter().any(|f| st.app_fn(*f) == st.app_fn(t))
            {
                found.push(t);
            }
            false
        });
        if found.is_empty() {
            return Ok(v);
        }
        for t in found {
            let Node::MVar(k) = st.node(st.app_fn(t)) else { continue };
            let Some(kd) = self.mctx.decl(k).cloned() else { continue };
            let ty = self.infer(t)?;
            let ty = self.instantiate(ty);
            if out_of_scope(ty) {
                continue;
            }
            let mut lctx = kd.lctx.clone();
            let mut dropped: Vec<FVarId> = Vec::new();
            for l in kd.lctx.iter() {
                if !decl.lctx.contains(l.id) || self.depends_on_any(l.ty, &dropped) {
                    dropped.push(l.id);
                    lctx.remove(l.id);
                }
            }
            if self.depends_on_any(ty, &dropped) {
                continue;
            }
            let n = self.mk_mvar_in(lctx, ty, MVarKind::Natural, kd.name);
            let count = st.app_arity(t);
            let value = self.with_lctx(kd.lctx.clone(), |me| {
                let (xs, _) = me.open_pis(kd.ty, Some(count))?;
                if xs.len() < count { Ok(None) } else { me.mk_lambda(&xs, n).map(Some) }
            })?;
            if let Some(value) = value {
                self.mctx.assign(k, value);
            }
        }
        Ok(self.instantiate(v))
    }

    fn check_scope_fvars(&self, ty: Expr, dropped: &[FVarId]) -> Option<Expr> {
        let bad =
            self.st.any_subterm(ty, |t| matches!(self.st.node(t), Node::FVar(id) if dropped.contains(&id)));
        (!bad).then_some(ty)
    }

    /// Whether the hole `m` occurs in `e`, values of other holes included.
    pub fn mvar_occurs(&mut self, m: MVarId, e: Expr) -> bool {
        if !self.st.has_expr_mvar(e) {
            return false;
        }
        self.unassigned_mvars(e).contains(&m)
    }

    /// `fun x => f x` ↦ `f`, as far as possible.
    #[must_use]
    pub fn eta_reduce(&self, e: Expr) -> Expr {
        let mut n = 0;
        let mut body = e;
        while let Node::Lam(_, _, b) = self.st.node(body) {
            n += 1;
            body = b;
        }
        let mut k = 0;
        while k < n {
            match self.st.node(body) {
                Node::App(f, a) if self.st.node(a) == Node::BVar(0) && !self.st.has_loose_bvar(f, 0) => {
                    body = self.st.lower(f, 1, 1);
                    k += 1;
                }
                _ => break,
            }
        }
        if k == 0 {
            return e;
        }
        if k == n {
            return body;
        }
        // Partly reduced: put the outer binders back.
        let mut binders = Vec::new();
        let mut t = e;
        for _ in 0..n - k {
            if let Node::Lam(b, ty, inner) = self.st.node(t) {
                binders.push((b, ty));
                t = inner;
            }
        }
        binders.into_iter().rev().fold(body, |acc, (b, ty)| self.st.lam(b, ty, acc))
    }

    /// `f` as `fun x => f x`, given that its type is `(x : dom) → …`.
    pub(super) fn eta_expand1(&self, f: Expr, b: Binder, dom: Expr) -> Expr {
        let body = self.st.app(self.st.lift(f, 0, 1), self.st.bvar(0));
        self.st.lam(Binder::with_info(b.name, BinderInfo::Default), dom, body)
    }
}
