//! Type-class resolution: depth-first over instances by priority, newest first, with memoised answers.

use super::{MVarKind, Meta};
use crate::env::{Reducibility, Transparency};
use crate::error::{Error, Result};
use turnstile_kernel::{BinderInfo, ConstantInfo, Expr, MVarId, Name, Node, with_stack};

/// Nested instance problems deeper than this fail.
const MAX_INSTANCE_DEPTH: u32 = 40;

impl Meta {
    /// An instance of the class application `ty`, or `None` if there is none.
    ///
    /// # Errors
    /// [`Postpone`](crate::error::ErrorKind::Postpone) when an input parameter is not known yet; resource errors.
    pub fn synth_instance(&mut self, ty: Expr) -> Result<Option<Expr>> {
        let ty = self.instantiate(ty);
        let ty = self.normalize_class_type(ty)?;
        if self.head_mvar(ty).is_some() {
            return Err(Error::postpone());
        }
        let stuck = std::mem::take(&mut self.stuck);
        let failed = std::mem::take(&mut self.failed_instances);
        let r = self.synth_class(ty);
        self.stuck = stuck;
        self.failed_instances = failed;
        r
    }

    fn synth_class(&mut self, ty: Expr) -> Result<Option<Expr>> {
        let fuel_guard = self.save();
        let problem = self.problem_of(ty);
        let known = problem.and_then(|p| self.caches.instances.get(&(p, 1)).copied().flatten());
        let r = match known {
            Some(v) => Ok(Some(v)),
            None => self.at_new_depth(|m| {
                let (goal_ty, outs) = m.open_out_params(ty)?;
                let goal = m.mk_mvar(goal_ty, MVarKind::Synthetic, Name::anon());
                let Node::MVar(g) = m.st.node(goal) else { return Ok(None) };
                let mut stack = Vec::new();
                let ok =
                    m.with_transparency(Transparency::Instances, |m| m.solve_instance(g, &mut stack, 0))?;
                if !ok {
                    return Ok(None);
                }
                let _ = outs;
                Ok(Some(m.instantiate(goal)))
            }),
        };
        if let (Some(p), None, Ok(Some(v))) = (problem, known, &r)
            && !self.st.has_mvar(*v)
        {
            self.caches.instances.insert((p, 1), Some(*v));
        }
        match r {
            Ok(Some(v)) if self.holes_are_outer(v) => {
                // Levels assigned on the way stay; the rest of the search's holes are gone with the answer.
                let vt = self.infer(v)?;
                let same = self.with_transparency(Transparency::Default.max(self.transparency), |m| {
                    m.is_def_eq(ty, vt)
                })?;
                Ok(same.then_some(v))
            }
            Ok(_) => {
                self.restore(&fuel_guard);
                Ok(None)
            }
            Err(e) => {
                self.restore(&fuel_guard);
                Err(e)
            }
        }
    }

    /// The question that the class application `ty` asks, its output parameters and universes left out, for they follow from
    /// the rest: `HAdd Nat Nat ?γ` is asked again and again. `None` if the rest has holes, or local instances may answer.
    fn problem_of(&self, ty: Expr) -> Option<Expr> {
        let (h, mut args) = self.st.unapp(ty);
        let (n, _) = self.st.as_const(h)?;
        let class = self.env.ext.classes.get(&n)?;
        for i in &class.out_params {
            *args.get_mut(*i)? = self.st.bvar(0);
        }
        if class.out_params.is_empty()
            || args.iter().any(|a| self.st.has_mvar(*a))
            || self.lctx.iter().any(|d| d.is_instance)
        {
            return None;
        }
        Some(self.st.alpha(self.st.apps(self.st.const_(n, &[]), &args)))
    }

    /// Finds a value for the instance hole `m` and assigns it; `false` if there is none.
    ///
    /// # Errors
    /// Postpone and resource errors, as [`synth_instance`](Meta::synth_instance).
    pub fn synth_mvar(&mut self, m: MVarId) -> Result<bool> {
        let Some(d) = self.mctx.decl(m).cloned() else { return Ok(false) };
        let found = self.with_lctx(d.lctx.clone(), |me| me.synth_instance(d.ty))?;
        let Some(v) = found else { return Ok(false) };
        if self.mctx.is_assigned(m) {
            let cur = self.instantiate(self.st.mvar(m));
            return self.is_def_eq(cur, v);
        }
        self.mctx.assign(m, v);
        Ok(true)
    }

    /// Brings reducible abbreviations of classes into class form, below binders.
    fn normalize_class_type(&mut self, ty: Expr) -> Result<Expr> {
        let mut t = ty;
        while let Node::Pi(_, _, b) = self.st.node(t) {
            t = b;
        }
        let n = self.st.head_const(t);
        if n.is_some_and(|n| self.env.is_class(n)) || matches!(self.st.node(ty), Node::Pi(..)) {
            return Ok(ty);
        }
        self.whnf_r(ty)
    }

    /// Whether all holes of `v` were there before the search.
    fn holes_are_outer(&mut self, v: Expr) -> bool {
        let depth = self.mctx.depth;
        self.unassigned_mvars(v).iter().all(|m| self.mctx.decl(*m).is_some_and(|d| d.depth <= depth))
    }

    /// Replaces output parameters by fresh holes.
    fn open_out_params(&mut self, ty: Expr) -> Result<(Expr, Vec<Expr>)> {
        if matches!(self.st.node(ty), Node::Pi(..)) {
            return Ok((ty, vec![]));
        }
        let (h, mut args) = self.st.unapp(ty);
        let Some((n, _)) = self.st.as_const(h) else { return Ok((ty, vec![])) };
        let Some(c) = self.env.ext.classes.get(&n).cloned() else { return Ok((ty, vec![])) };
        let mut outs = Vec::new();
        for i in &c.out_params {
            let Some(a) = args.get(*i).copied() else { continue };
            let f = self.st.apps(h, &args[..*i]);
            let ft = self.infer(f)?;
            let ft = self.whnf(ft)?;
            let Node::Pi(_, dom, _) = self.st.node(ft) else { continue };
            let m = self.mk_hole(dom);
            args[*i] = m;
            outs.push(a);
        }
        Ok((self.st.apps(h, &args), outs))
    }

    fn solve_instance(&mut self, g: MVarId, stack: &mut Vec<Expr>, depth: u32) -> Result<bool> {
        if depth > MAX_INSTANCE_DEPTH {
            return Ok(false);
        }
        self.tick()?;
        let Some(d) = self.mctx.decl(g).cloned() else { return Ok(false) };
        let ty = self.instantiate(d.ty);
        let ty = self.normalize_class_type(ty)?;
        if matches!(self.st.node(ty), Node::Pi(..)) {
            // What failed outside may succeed under the binders.
            let failed = std::mem::take(&mut self.failed_instances);
            let r = self.scoped(|m| {
                let (xs, body) = m.open_pis(ty, None)?;
                let inner = m.mk_mvar(body, MVarKind::Synthetic, Name::anon());
                let Node::MVar(id) = m.st.node(inner) else { return Ok(false) };
                if !m.solve_instance(id, stack, depth + 1)? {
                    return Ok(false);
                }
                let v = m.mk_lambda(&xs, inner)?;
                m.mctx.assign(g, v);
                Ok(true)
            });
            self.failed_instances = failed;
            return r;
        }
        let closed = !self.st.has_mvar(ty);
        // The answer must not depend on local instances: those about variables cannot solve a closed problem.
        let open = self.st.has_fvar(ty);
        let local_free =
            self.lctx.iter().all(|d| !d.is_instance || !open && self.st.has_fvar(self.instantiate(d.ty)));
        let key = (self.st.alpha(ty), 0u32);
        if closed
            && local_free
            && let Some(r) = self.caches.instances.get(&key)
        {
            return Ok(match r {
                Some(v) => {
                    self.mctx.assign(g, *v);
                    true
                }
                None => false,
            });
        }
        let goal_key = self.st.alpha(ty);
        if closed && self.failed_instances.contains(&goal_key) {
            return Ok(false);
        }
        if stack.contains(&goal_key) {
            self.instance_cycle = true;
            return Ok(false);
        }
        let outer_cycle = std::mem::take(&mut self.instance_cycle);
        stack.push(goal_key);
        let step = self.trace_goal(ty);
        let r = with_stack(|| self.try_instances(g, ty, stack, depth));
        self.trace_end(step, matches!(r, Ok(true)));
        stack.pop();
        let cyclic = std::mem::replace(&mut self.instance_cycle, outer_cycle);
        self.instance_cycle |= cyclic;
        let ok = r?;
        // A hierarchy of classes reaches the same class on many ways.
        if closed && !ok && !cyclic {
            self.failed_instances.insert(goal_key);
        }
        if closed && local_free && depth + 8 < MAX_INSTANCE_DEPTH {
            if ok {
                let v = self.instantiate(self.st.mvar(g));
                if !self.st.has_mvar(v) && (open || !self.st.has_fvar(v)) {
                    self.caches.instances.insert(key, Some(v));
                }
            } else if (!cyclic || stack.is_empty()) && (!open || self.lctx.iter().all(|d| !d.is_instance)) {
                self.caches.instances.insert(key, None);
            }
        }
        Ok(ok)
    }

    fn try_instances(&mut self, g: MVarId, ty: Expr, stack: &mut Vec<Expr>, depth: u32) -> Result<bool> {
        let Some(class) = self.st.head_const(ty) else { return Ok(false) };
        let locals: Vec<Expr> =
            self.lctx.iter().rev().filter(|d| d.is_instance).map(|d| self.st.fvar(d.id)).collect();
        for x in locals {
            if self.try_instance(g, ty, x, stack, depth)? {
                return Ok(true);
            }
        }
        let mut entries = match self.env.ext.instances.get(&class) {
            Some(v) => v.clone(),
            None => return Ok(false),
        };
        entries.reverse();
        // Instances for a particular type come before those for any type, as in Lean's index of instances.
        let mut keyed = Vec::with_capacity(entries.len());
        for e in entries {
            let general = match self.env.get(e.name).map(|c| c.ty()) {
                Some(t) => self.is_general_instance(e.name, t),
                None => continue,
            };
            keyed.push((std::cmp::Reverse(e.priority), general, e));
        }
        keyed.sort_by_key(|k| (k.0, k.1));
        let entries = keyed.into_iter().map(|k| k.2);
        for e in entries {
            let Some(c) = self.env.get(e.name).cloned() else { continue };
            let shape = self.instance_shape(e.name, c.ty());
            if self.clash(shape, ty, 2)? {
                continue;
            }
            let inst = self.mk_const(e.name)?;
            if self.try_instance(g, ty, inst, stack, depth)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether the first parameter of the class is left open by the instance, as it is by the projection to a parent.
    fn is_general_instance(&mut self, n: Name, ty: Expr) -> bool {
        let shape = self.instance_shape(n, ty);
        let first = self.st.unapp(shape).1.first().copied();
        first.is_some_and(|a| matches!(self.st.node(a), Node::BVar(_)))
    }

    /// The conclusion of an instance, abbreviations of classes unfolded; it has loose variables.
    fn instance_shape(&mut self, n: Name, ty: Expr) -> Expr {
        if let Some(s) = self.caches.instance_shapes.get(&n) {
            return *s;
        }
        let mut t = ty;
        loop {
            while let Node::Pi(_, _, b) = self.st.node(t) {
                t = b;
            }
            let Some(h) = self.st.head_const(t) else { break };
            if self.env.is_class(h) || self.env.reducibility(h) != Reducibility::Reducible {
                break;
            }
            match self.unfold_definition(t, false) {
                Some(u) if u != t => t = u,
                _ => break,
            }
        }
        self.caches.instance_shapes.insert(n, t);
        t
    }

    /// Quick rejection: whether two terms have different rigid heads at some place near the root.
    fn clash(&mut self, pattern: Expr, goal: Expr, depth: u32) -> Result<bool> {
        let (Some((a, xs)), Some((b, ys))) = (self.rigid(pattern)?, self.rigid(goal)?) else {
            return Ok(false);
        };
        if a != b {
            return Ok(true);
        }
        if depth > 0 && xs.len() == ys.len() {
            for (x, y) in xs.into_iter().zip(ys) {
                if self.clash(x, y, depth - 1)? {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    /// The head of `e` and its arguments, when nothing that instance search unfolds can change the head.
    fn rigid(&mut self, e: Expr) -> Result<Option<(Name, Vec<Expr>)>> {
        let inductive = |me: &Meta, e: Expr| {
            let n = me.st.head_const(e)?;
            matches!(me.env.get(n).map(|c| &**c), Some(ConstantInfo::Inductive(_))).then_some(n)
        };
        if let Some(n) = inductive(self, e) {
            return Ok(Some((n, self.st.unapp(e).1)));
        }
        if self.st.loose(e) > 0 {
            return Ok(None);
        }
        let e = self.eta_reduce(e);
        let Some(n) = self.st.head_const(e) else { return Ok(None) };
        // Numbers have many forms.
        if n.as_str().starts_with("Nat.") || self.head_mvar(e).is_some() {
            return Ok(None);
        }
        let w = self.whnf_at(e, Transparency::Instances)?;
        if let Some(n) = inductive(self, w) {
            return Ok(Some((n, self.st.unapp(w).1)));
        }
        let Some(n) = self.st.head_const(w) else { return Ok(None) };
        let number = n.as_str().strip_prefix("Nat.").is_some_and(|f| !matches!(f, "lt" | "le"));
        let fixed = matches!(self.env.get(n).map(|c| &**c), Some(ConstantInfo::Definition(..)))
            && matches!(self.env.reducibility(n), Reducibility::Regular | Reducibility::Irreducible)
            && !self.env.ext.projections.contains_key(&n)
            && !self.env.ext.matchers.contains_key(&n)
            && !number;
        // Its arguments may agree in other forms.
        Ok(fixed.then_some((n, vec![])))
    }

    fn try_instance(
        &mut self,
        g: MVarId,
        ty: Expr,
        inst: Expr,
        stack: &mut Vec<Expr>,
        depth: u32,
    ) -> Result<bool> {
        let step = self.trace_apply(inst, ty);
        let r = self.apply_instance(g, ty, inst, stack, depth);
        self.trace_end(step, matches!(r, Ok(true)));
        r
    }

    fn apply_instance(
        &mut self,
        g: MVarId,
        ty: Expr,
        inst: Expr,
        stack: &mut Vec<Expr>,
        depth: u32,
    ) -> Result<bool> {
        let s = self.save();
        let it = self.infer(inst)?;
        let it = self.instantiate(it);
        let (holes, res) = self.open_holes(it, None)?;
        if !self.is_def_eq(res, ty)? {
            self.restore(&s);
            // It may be this instance once a hole of the problem is filled: nothing can be decided now.
            return if self.stuck { Err(Error::postpone()) } else { Ok(false) };
        }
        self.stuck = false;
        let args: Vec<Expr> = holes.iter().map(|h| h.0).collect();
        let v = self.st.apps(inst, &args);
        if self.mctx.is_assigned(g) {
            self.restore(&s);
            return Ok(false);
        }
        self.mctx.assign(g, v);
        for (h, info) in &holes {
            if *info != BinderInfo::Inst {
                continue;
            }
            let h = self.instantiate(*h);
            if let Node::MVar(id) = self.st.node(h)
                && !self.solve_instance(id, stack, depth + 1)?
            {
                self.restore(&s);
                return Ok(false);
            }
        }
        Ok(true)
    }
}
