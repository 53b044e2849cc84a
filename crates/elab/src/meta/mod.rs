//! The meta level: metavariables, type inference, weak-head reduction, unification and instance search.
//!
//! [`Meta`] is what the term elaborator and the tactics work with. Nothing here is trusted: whatever it builds is
//! checked by the kernel in the end.

mod assign;
mod binding;
mod def_eq;
mod infer;
mod instance_trace;
mod instances;
mod lctx;
mod level;
mod mctx;
mod slots;
mod whnf;

pub use instance_trace::InstanceTrace;
pub use lctx::{LocalContext, LocalDecl, is_inaccessible};
pub use mctx::{Delayed, MVarDecl, MVarKind, MetavarContext, conv_result};
pub use slots::Slots;

use crate::env::{Env, Transparency};
use crate::error::{Error, ErrorData, ErrorKind, Piece, Result};
use rustc_hash::FxHashMap;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;
use turnstile_kernel::{BinderInfo, Expr, FVarId, LMVarId, Level, MVarId, Name, Node, Store};

/// What bounds a piece of work. Running out is an [`ErrorKind::Resource`] error.
#[derive(Clone, Default)]
pub struct Budget {
    /// Deterministic reduction steps left.
    pub fuel: u64,
    /// End, on the clock of the thread ([`turnstile_clock::now`]).
    pub deadline: Option<Instant>,
    /// Set by another thread to stop this one.
    pub cancel: Option<Arc<AtomicBool>>,
    /// Terms that the store may hold beyond what it is put over: the bound on memory.
    pub terms: Option<usize>,
}

/// Caches that stay valid as long as the environment only grows: their keys have no metavariables.
#[derive(Default)]
struct Caches {
    infer: FxHashMap<Expr, Expr>,
    whnf: FxHashMap<(Expr, Transparency), Expr>,
    instances: FxHashMap<(Expr, u32), Option<Expr>>,
    instance_shapes: FxHashMap<Name, Expr>,
    not_def_eq: rustc_hash::FxHashSet<(Expr, Expr, Transparency)>,
    def_eq: rustc_hash::FxHashSet<(Expr, Expr, Transparency)>,
}

/// The state of elaboration and of tactics.
pub struct Meta {
    /// Terms.
    pub st: Rc<Store>,
    /// Declarations in scope.
    pub env: Env,
    /// Holes.
    pub mctx: MetavarContext,
    /// Hypotheses of the current position.
    pub lctx: LocalContext,
    /// How far unification unfolds.
    pub transparency: Transparency,
    /// What bounds the work.
    pub budget: Budget,
    /// Universe constraints that could not be decided yet.
    pub(crate) postponed_levels: Vec<(Level, Level)>,
    /// When set, opaque metavariables may be assigned by unification too (`exact?_` style tactics).
    pub assign_opaque: bool,
    /// How terms are shown in goals and messages.
    pub pp_options: crate::pp::PpOptions,
    /// Caches of the layers above.
    pub slots: Slots,
    /// Set while a program runs: then functions by well-founded recursion unfold by their equations, too.
    pub(crate) computing: bool,
    caches: Caches,
    /// Set when an instance problem met itself: the failure may depend on where it was asked.
    instance_cycle: bool,
    /// Problems without holes that failed during the current search for an instance.
    /// What instance search does, where somebody wants to see it.
    pub instance_trace: Option<InstanceTrace>,
    failed_instances: rustc_hash::FxHashSet<Expr>,
    /// Set when unification failed on a read-only hole: with its value known it might have succeeded.
    stuck: bool,
    /// Number of instance holes filled while unification was stuck.
    synth_count: u64,
    def_eq_depth: u32,
    ticks: u64,
}

/// A point to come back to.
#[derive(Clone)]
pub struct Saved {
    mctx: MetavarContext,
    lctx: LocalContext,
    postponed: Vec<(Level, Level)>,
}

impl Meta {
    /// A fresh state over `env`.
    #[must_use]
    pub fn new(st: Rc<Store>, env: Env) -> Meta {
        Meta {
            st,
            env,
            mctx: MetavarContext::default(),
            lctx: LocalContext::default(),
            transparency: Transparency::Default,
            budget: Budget { fuel: 50_000_000, deadline: None, cancel: None, terms: None },
            postponed_levels: Vec::new(),
            assign_opaque: false,
            pp_options: crate::pp::PpOptions::default(),
            slots: Slots::default(),
            computing: false,
            caches: Caches::default(),
            instance_cycle: false,
            instance_trace: None,
            failed_instances: rustc_hash::FxHashSet::default(),
            stuck: false,
            synth_count: 0,
            def_eq_depth: 0,
            ticks: 0,
        }
    }

    /// Forgets the caches; needed only to bound memory.
    pub fn clear_caches(&mut self) {
        self.caches = Caches::default();
    }

    /// Steps of reduction spent so far by this state.
    #[must_use]
    pub fn ticks(&self) -> u64 {
        self.ticks
    }

    /// Counts `steps` steps of work.
    ///
    /// # Errors
    /// When the budget is spent or the work was cancelled.
    pub fn spend(&mut self, steps: u64) -> Result<()> {
        self.budget.fuel = self.budget.fuel.saturating_sub(steps.saturating_sub(1));
        self.tick()
    }

    /// Counts one step of work.
    ///
    /// # Errors
    /// When the budget is spent or the work was cancelled.
    pub fn tick(&mut self) -> Result<()> {
        self.ticks += 1;
        if self.budget.fuel == 0 {
            return Err(Error::resource("deterministic time-out: the step budget is spent"));
        }
        self.budget.fuel -= 1;
        if self.ticks.is_multiple_of(256) {
            if let Some(d) = self.budget.deadline
                && turnstile_clock::now() >= d
            {
                return Err(Error::resource("time-out"));
            }
            if self.budget.cancel.as_ref().is_some_and(|c| c.load(Ordering::Relaxed)) {
                return Err(Error::resource("cancelled"));
            }
            if self.is_out_of_memory() {
                return Err(Error::resource("out of memory"));
            }
        }
        Ok(())
    }

    /// Whether the store holds more than the budget allows. It does so for ever: terms are not given back.
    #[must_use]
    pub fn is_out_of_memory(&self) -> bool {
        self.budget.terms.is_some_and(|t| self.st.overlay_nodes() > t)
    }

    // ---- saving and restoring ----

    /// A point to come back to. O(1).
    #[must_use]
    pub fn save(&self) -> Saved {
        Saved { mctx: self.mctx.clone(), lctx: self.lctx.clone(), postponed: self.postponed_levels.clone() }
    }
    /// Goes back to `s`.
    pub fn restore(&mut self, s: &Saved) {
        self.mctx = s.mctx.clone();
        self.lctx = s.lctx.clone();
        self.postponed_levels.clone_from(&s.postponed);
    }
    /// Runs `f`; if it fails or answers `None`, undoes what it did.
    ///
    /// # Errors
    /// Only resource errors pass; others count as failure.
    pub fn attempt<R>(&mut self, f: impl FnOnce(&mut Meta) -> Result<Option<R>>) -> Result<Option<R>> {
        let s = self.save();
        match f(self) {
            Ok(Some(r)) => Ok(Some(r)),
            Ok(None) => {
                self.restore(&s);
                Ok(None)
            }
            Err(e) if e.is_resource() => Err(e),
            Err(_) => {
                self.restore(&s);
                Ok(None)
            }
        }
    }
    /// Runs `f` and undoes its effects on metavariables and context whatever it answers.
    pub fn without_effect<R>(&mut self, f: impl FnOnce(&mut Meta) -> R) -> R {
        let s = self.save();
        let r = f(self);
        self.restore(&s);
        r
    }
    /// Runs `f` in local context `lctx`.
    pub fn with_lctx<R>(&mut self, lctx: LocalContext, f: impl FnOnce(&mut Meta) -> R) -> R {
        let old = std::mem::replace(&mut self.lctx, lctx);
        let r = f(self);
        self.lctx = old;
        r
    }
    /// Runs `f` and puts the local context back.
    pub fn scoped<R>(&mut self, f: impl FnOnce(&mut Meta) -> R) -> R {
        let old = self.lctx.clone();
        let r = f(self);
        self.lctx = old;
        r
    }
    /// Runs `f` in the context of metavariable `m`.
    pub fn in_mvar<R>(&mut self, m: MVarId, f: impl FnOnce(&mut Meta) -> R) -> R {
        let l = self.mctx.decl(m).map(|d| d.lctx.clone()).unwrap_or_default();
        self.with_lctx(l, f)
    }
    /// Runs `f` at transparency `t`.
    pub fn with_transparency<R>(&mut self, t: Transparency, f: impl FnOnce(&mut Meta) -> R) -> R {
        let old = std::mem::replace(&mut self.transparency, t);
        let r = f(self);
        self.transparency = old;
        r
    }
    /// Runs `f` one depth further in: metavariables made before cannot be assigned by it.
    pub fn at_new_depth<R>(&mut self, f: impl FnOnce(&mut Meta) -> R) -> R {
        self.mctx.depth += 1;
        let r = f(self);
        self.mctx.depth -= 1;
        r
    }

    // ---- errors ----

    /// An error that shows terms in the current context.
    #[must_use]
    pub fn error(&self, pieces: Vec<Piece>) -> Error {
        Error(Box::new(ErrorData {
            kind: ErrorKind::User,
            span: None,
            pieces,
            lctx: self.lctx.clone(),
            mctx: self.mctx.clone(),
        }))
    }
    /// An error `text` followed by a term on its own line.
    #[must_use]
    pub fn error_at_term(&self, text: &str, e: Expr) -> Error {
        self.error(vec![Piece::Text(format!("{text}\n  ")), Piece::Expr(e)])
    }

    // ---- making variables ----

    /// Adds a hypothesis to the current context and returns it as a term.
    pub fn push_local(&mut self, name: Name, ty: Expr, info: BinderInfo) -> Expr {
        let id = self.st.fresh_fvar();
        let is_instance = self.is_class_type(ty);
        self.lctx.insert(LocalDecl { id, name, ty, value: None, info, is_instance, is_aux: false });
        self.st.fvar(id)
    }
    /// Adds a local definition.
    pub fn push_let(&mut self, name: Name, ty: Expr, value: Expr) -> Expr {
        let id = self.st.fresh_fvar();
        let is_instance = self.is_class_type(ty);
        self.lctx.insert(LocalDecl {
            id,
            name,
            ty,
            value: Some(value),
            info: BinderInfo::Default,
            is_instance,
            is_aux: false,
        });
        self.st.fvar(id)
    }
    /// A hole of kind `kind` in the current context.
    pub fn mk_mvar(&mut self, ty: Expr, kind: MVarKind, name: Name) -> Expr {
        let lctx = self.lctx.clone();
        self.mk_mvar_in(lctx, ty, kind, name)
    }
    /// A hole in context `lctx`.
    pub fn mk_mvar_in(&mut self, lctx: LocalContext, ty: Expr, kind: MVarKind, name: Name) -> Expr {
        let id = self.st.fresh_mvar();
        let depth = self.mctx.depth;
        self.mctx.declare(id, MVarDecl { lctx, ty, kind, name, depth });
        self.st.mvar(id)
    }
    /// A hole that unification may fill.
    pub fn mk_hole(&mut self, ty: Expr) -> Expr {
        self.mk_mvar(ty, MVarKind::Natural, Name::anon())
    }
    /// A goal: a hole that only tactics fill.
    pub fn mk_goal(&mut self, ty: Expr, tag: Name) -> Expr {
        self.mk_mvar(ty, MVarKind::Opaque, tag)
    }
    /// A level hole.
    pub fn mk_level_mvar(&mut self) -> Level {
        let id: LMVarId = self.st.fresh_lmvar();
        self.mctx.declare_level(id);
        self.st.l_mvar(id)
    }
    /// A hole for a type of unknown universe.
    pub fn mk_type_hole(&mut self) -> Expr {
        let u = self.mk_level_mvar();
        let s = self.st.sort(u);
        self.mk_hole(s)
    }
    /// The constant `n` at fresh level holes.
    ///
    /// # Errors
    /// When `n` is not declared.
    pub fn mk_const(&mut self, n: Name) -> Result<Expr> {
        let Some(c) = self.env.get(n).cloned() else {
            return Err(Error::msg(format!("Unknown constant `{n}`")));
        };
        let ls: Vec<Level> = c.cval().level_params.iter().map(|_| self.mk_level_mvar()).collect();
        Ok(self.st.const_(n, &ls))
    }

    /// `f args`, level and implicit arguments found by unification and instance search. `None` in `args` is an
    /// argument to be found; the list covers all arguments, implicit ones too.
    ///
    /// # Errors
    /// When an argument has the wrong type or one cannot be found.
    pub fn mk_app_opt(&mut self, f: Name, args: &[Option<Expr>]) -> Result<Expr> {
        let mut fe = self.mk_const(f)?;
        let mut ty = self.infer(fe)?;
        let mut insts = Vec::new();
        for a in args {
            if !matches!(self.st.node(ty), Node::Pi(..)) {
                ty = self.whnf(ty)?;
            }
            let Node::Pi(b, dom, body) = self.st.node(ty) else {
                return Err(self.error_at_term("too many arguments to", fe));
            };
            let a = match a {
                Some(a) => {
                    let at = self.infer(*a)?;
                    if !self.is_def_eq(at, dom)? {
                        return Err(self.error(vec![
                            Piece::Text(format!("application type mismatch in '{f}': argument\n  ")),
                            Piece::Expr(*a),
                            Piece::Text("\nhas type\n  ".into()),
                            Piece::Expr(at),
                            Piece::Text("\nbut is expected to have type\n  ".into()),
                            Piece::Expr(dom),
                        ]));
                    }
                    *a
                }
                None if b.info == BinderInfo::Inst => {
                    let m = self.mk_mvar(dom, MVarKind::Synthetic, Name::anon());
                    insts.push(m);
                    m
                }
                None => self.mk_hole(dom),
            };
            fe = self.st.app(fe, a);
            ty = self.st.instantiate1(body, a);
        }
        for m in insts {
            let m2 = self.instantiate(m);
            if let Node::MVar(id) = self.st.node(m2) {
                self.synth_mvar(id)?;
            }
        }
        Ok(self.instantiate(fe))
    }

    /// `f args` where `args` are the explicit arguments; the others are found.
    ///
    /// # Errors
    /// As [`mk_app_opt`](Meta::mk_app_opt).
    pub fn mk_app(&mut self, f: &str, args: &[Expr]) -> Result<Expr> {
        let name = Name::new(f);
        let Some(c) = self.env.get(name).cloned() else {
            return Err(Error::msg(format!("unknown constant '{f}'")));
        };
        let mut all = Vec::new();
        let mut ty = c.ty();
        let mut it = args.iter();
        let mut left = args.len();
        while left > 0 {
            let Node::Pi(b, _, body) = self.st.node(ty) else {
                return Err(Error::msg(format!("too many arguments to '{f}'")));
            };
            if b.info == BinderInfo::Default {
                all.push(it.next().copied());
                left -= 1;
            } else {
                all.push(None);
            }
            ty = body;
        }
        self.mk_app_opt(name, &all)
    }

    // ---- looking at terms ----

    /// The type of a free variable in the current context.
    ///
    /// # Errors
    /// When it is not in scope.
    pub fn local_decl(&self, id: FVarId) -> Result<Arc<LocalDecl>> {
        self.lctx
            .get(id)
            .cloned()
            .ok_or_else(|| Error::msg(format!("internal: free variable {} is not in scope", id.0)))
    }

    /// Whether `ty` (after binders) is an application of a class. Looks through reducible definitions only if needed.
    pub fn is_class_type(&mut self, ty: Expr) -> bool {
        self.class_of(ty).is_some()
    }

    /// The class at the head of `ty`, binders skipped.
    pub fn class_of(&mut self, ty: Expr) -> Option<Name> {
        let mut t = self.instantiate(ty);
        while let Node::Pi(_, _, b) = self.st.node(t) {
            t = b;
        }
        let n = self.st.head_const(t)?;
        if self.env.is_class(n) {
            return Some(n);
        }
        if self.env.reducibility(n) == crate::env::Reducibility::Reducible {
            let u = self.unfold_definition(t, false)?;
            if u != t {
                return self.class_of(u);
            }
        }
        None
    }

    /// Whether `e` is a proposition.
    ///
    /// # Errors
    /// When its type cannot be inferred.
    pub fn is_prop(&mut self, e: Expr) -> Result<bool> {
        let t = self.infer(e)?;
        let t = self.whnf(t)?;
        Ok(match self.st.node(t) {
            Node::Sort(l) => {
                let l = self.instantiate_level(l);
                self.level_is_zero(l)
            }
            _ => false,
        })
    }
    /// Whether `e` is a proof: a term whose type is a proposition.
    ///
    /// # Errors
    /// When its type cannot be inferred.
    pub fn is_proof(&mut self, e: Expr) -> Result<bool> {
        let t = self.infer(e)?;
        self.is_prop(t)
    }
    /// Whether `e` is a type.
    ///
    /// # Errors
    /// When its type cannot be inferred.
    pub fn is_type(&mut self, e: Expr) -> Result<bool> {
        let t = self.infer(e)?;
        let t = self.whnf(t)?;
        Ok(matches!(self.st.node(t), Node::Sort(_)))
    }
    /// The universe of the type `ty`.
    ///
    /// # Errors
    /// When `ty` is not a type.
    pub fn sort_of(&mut self, ty: Expr) -> Result<Level> {
        let s = self.infer(ty)?;
        let s = self.whnf(s)?;
        match self.st.node(s) {
            Node::Sort(l) => Ok(l),
            Node::MVar(m) if !self.mctx.is_assigned(m) => {
                let l = self.mk_level_mvar();
                let sort = self.st.sort(l);
                if self.is_def_eq(s, sort)? {
                    Ok(l)
                } else {
                    Err(self.error_at_term("type expected, got", ty))
                }
            }
            _ => Err(self.error_at_term("type expected, got", ty)),
        }
    }
    /// Whether `e` is an unassigned metavariable (after instantiation), possibly applied.
    #[must_use]
    pub fn head_mvar(&self, e: Expr) -> Option<MVarId> {
        match self.st.node(self.st.app_fn(e)) {
            Node::MVar(m) => Some(m),
            _ => None,
        }
    }
    /// The metavariables of `e` that have no value, in order of first occurrence (outside in, left to right).
    pub fn unassigned_mvars(&mut self, e: Expr) -> Vec<MVarId> {
        let e = self.instantiate(e);
        let mut out = Vec::new();
        let mut seen = rustc_hash::FxHashSet::default();
        let mut todo = vec![e];
        while let Some(e) = todo.pop() {
            if !self.st.has_expr_mvar(e) || !seen.insert(e) {
                continue;
            }
            match self.st.node(e) {
                Node::MVar(m) => {
                    if let Some(d) = self.mctx.delayed(m) {
                        todo.push(self.st.mvar(d.inner));
                    } else if let Some(v) = self.mctx.value(m) {
                        todo.push(v);
                    } else if !out.contains(&m) {
                        out.push(m);
                    }
                }
                Node::App(f, a) => todo.extend([a, f]),
                Node::Lam(_, t, b) | Node::Pi(_, t, b) => todo.extend([b, t]),
                Node::Let(_, t, v, b) => todo.extend([b, v, t]),
                Node::Proj(_, _, x) => todo.push(x),
                _ => {}
            }
        }
        out
    }
    /// A name based on `base` that no hypothesis in the current context has.
    #[must_use]
    pub fn fresh_name(&self, base: Name) -> Name {
        if self.lctx.find(base).is_none() {
            return base;
        }
        if is_inaccessible(base) {
            return (1..).map(|i| base.num(i)).find(|n| self.lctx.find(*n).is_none()).unwrap_or(base);
        }
        let text = base.as_str();
        (1..)
            .map(|i| Name::anon().str(&format!("{text}_{i}")))
            .find(|n| self.lctx.find(*n).is_none())
            .unwrap_or(base)
    }
}
