//! Problems that wait: postponed terms, instances, coercions and tactic blocks, and how they are solved.

use crate::elab::{Elab, HoleOrigin, Pending, PendingKind, SynthMode};
use crate::env::InstanceEntry;
use crate::error::{Error, Piece, Result};
use crate::meta::MVarKind;
use std::rc::Rc;
use turnstile_kernel::{BinderInfo, Expr, MVarId, Name, Node};
use turnstile_syntax::{Span, TacticSeq, Term};

/// What an attempt on a pending problem came to.
enum Outcome {
    Solved,
    NotYet,
}

/// How one round over the pending problems goes about them.
#[derive(Clone, Copy)]
struct Round {
    /// Whether terms may be postponed again.
    may_postpone: bool,
    /// Whether a term with an error is put back instead of failing.
    keep_on_error: bool,
    /// Whether tactic blocks are run.
    tactics: bool,
}

impl Elab {
    pub(crate) fn note_origin(&mut self, hole: Expr, origin: HoleOrigin) {
        if let Node::MVar(m) = self.m.st.node(hole) {
            self.hole_origin.insert(m, origin);
        }
    }

    /// The error that asks to be tried again later, unless that is no longer possible.
    pub(crate) fn try_postpone(&self) -> Result<()> {
        if self.may_postpone { Err(Error::postpone()) } else { Ok(()) }
    }

    /// Postpones when `t` is headed by a hole without value. Returns `t` instantiated.
    pub(crate) fn try_postpone_if_mvar(&mut self, t: Expr) -> Result<Expr> {
        let mut t = self.m.instantiate(t);
        if self.m.head_mvar(t).is_some() {
            t = self.m.whnf_core(t)?;
            if self.m.head_mvar(t).is_some() {
                self.try_postpone()?;
            }
        }
        Ok(t)
    }

    /// Postpones when the expected type is missing or headed by a hole.
    pub(crate) fn try_postpone_if_none_or_mvar(&mut self, expected: Option<Expr>) -> Result<Option<Expr>> {
        match expected {
            None => {
                self.try_postpone()?;
                Ok(None)
            }
            Some(t) => Ok(Some(self.try_postpone_if_mvar(t)?)),
        }
    }

    /// Puts off the elaboration of `t`: a hole that is filled later.
    pub(crate) fn postpone_term(&mut self, t: &Term, expected: Option<Expr>) -> Expr {
        let ty = expected.unwrap_or_else(|| self.m.mk_type_hole());
        let h = self.m.mk_goal(ty, Name::anon());
        let kind = PendingKind::Term {
            term: Rc::new(t.clone()),
            scope: self.scope.clone(),
            auto_bound: self.auto_bound.enabled,
        };
        self.push_pending(h, t.span, kind);
        h
    }

    pub(crate) fn push_pending(&mut self, hole: Expr, span: Span, kind: PendingKind) {
        if let Node::MVar(mvar) = self.m.st.node(hole) {
            self.pending.push(Pending { mvar, span, kind });
        }
    }

    /// A hole for an instance of `ty`, filled now if possible.
    pub(crate) fn mk_inst(&mut self, ty: Expr, span: Span) -> Result<Expr> {
        let h = self.m.mk_mvar(ty, MVarKind::Synthetic, Name::anon());
        self.synth_or_wait(h, span)?;
        Ok(h)
    }

    /// Finds the instance hole `h` now, or makes it a pending problem.
    pub(crate) fn synth_or_wait(&mut self, h: Expr, span: Span) -> Result<()> {
        let Node::MVar(m) = self.m.st.node(h) else { return Ok(()) };
        if matches!(self.solve_instance_hole(m, span)?, Outcome::NotYet) {
            self.pending.push(Pending { mvar: m, span, kind: PendingKind::Instance });
        }
        Ok(())
    }

    fn solve_instance_hole(&mut self, m: MVarId, span: Span) -> Result<Outcome> {
        let Some(d) = self.m.mctx.decl(m).cloned() else { return Ok(Outcome::Solved) };
        match self.m.synth_mvar(m) {
            Ok(true) => Ok(Outcome::Solved),
            Ok(false) => {
                let lctx = d.lctx.clone();
                let ty = d.ty;
                let assigned = self.m.mctx.is_assigned(m);
                Err(self.m.with_lctx(lctx, |me| {
                    if assigned {
                        // Either there is no instance, or another one than unification found.
                        if let Ok(Some(v)) = me.synth_instance(ty) {
                            return me
                                .error(vec![
                                    Piece::Text(
                                        "synthesized type class instance is not definitionally equal to \
                                                 expression inferred by typing rules, synthesized\n  "
                                            .into(),
                                    ),
                                    Piece::Expr(v),
                                    Piece::Text("\ninferred\n  ".into()),
                                    Piece::Expr(me.st.mvar(m)),
                                ])
                                .at(span);
                        }
                    }
                    me.failed_to_synthesize(ty).at(span)
                }))
            }
            Err(e) if e.is_postpone() => Ok(Outcome::NotYet),
            Err(e) => Err(e.at(span)),
        }
    }

    /// A hole for the proof or value that `seq` builds; the block runs when everything else is known.
    pub(crate) fn mk_tactic_hole(&mut self, ty: Expr, seq: Rc<TacticSeq>, span: Span) -> Expr {
        let h = self.m.mk_goal(ty, Name::anon());
        let scope = self.scope.clone();
        self.push_pending(h, span, PendingKind::Tactic { seq, scope });
        h
    }

    /// Runs `f`, then solves the problems it left as far as `mode` says. Problems from before are not touched.
    ///
    /// # Errors
    /// Those of `f` and of the problems.
    pub fn with_synthesize<R>(
        &mut self,
        mode: SynthMode,
        f: impl FnOnce(&mut Elab) -> Result<R>,
    ) -> Result<R> {
        let outer = std::mem::take(&mut self.pending);
        let r = f(self).and_then(|r| self.synthesize(mode).map(|()| r));
        let mut all = outer;
        all.append(&mut self.pending);
        self.pending = all;
        r
    }

    /// Solves pending problems; see [`SynthMode`].
    ///
    /// # Errors
    /// When a problem has no solution, or, with [`SynthMode::Final`], is stuck.
    pub fn synthesize(&mut self, mode: SynthMode) -> Result<()> {
        self.m.process_postponed_levels(false)?;
        let light = Round { may_postpone: self.may_postpone, keep_on_error: false, tactics: false };
        while !self.pending.is_empty() {
            self.m.tick()?;
            if self.round(light)? {
                continue;
            }
            if mode == SynthMode::NoPostpone {
                return Ok(());
            }
            if self.round(Round { may_postpone: false, keep_on_error: true, ..light })?
                || self.apply_default_instance()?
                || self.round(Round { may_postpone: false, ..light })?
                || self.round(Round { tactics: mode == SynthMode::Final, ..light })?
            {
                continue;
            }
            if mode == SynthMode::Final {
                return self.report_stuck();
            }
            return Ok(());
        }
        if mode == SynthMode::Final && !self.m.process_postponed_levels(true)? {
            return Err(Error::msg("stuck at solving universe constraint"));
        }
        Ok(())
    }

    /// Tries every pending problem once, oldest first. Whether one was solved.
    fn round(&mut self, r: Round) -> Result<bool> {
        let todo = std::mem::take(&mut self.pending);
        let n = todo.len();
        let mut rest: Vec<Pending> = Vec::new();
        let mut failed = None;
        let old = std::mem::replace(&mut self.may_postpone, r.may_postpone);
        for p in todo {
            if failed.is_some() {
                rest.push(p);
                continue;
            }
            match self.attempt_pending(&p, r) {
                Ok(Outcome::Solved) => {}
                Ok(Outcome::NotYet) => rest.push(p),
                Err(e) => {
                    failed = Some(e.at(p.span));
                    rest.push(p);
                }
            }
        }
        self.may_postpone = old;
        let progress = rest.len() != n;
        rest.append(&mut self.pending);
        self.pending = rest;
        match failed {
            Some(e) => Err(e),
            None => Ok(progress),
        }
    }

    fn attempt_pending(&mut self, p: &Pending, r: Round) -> Result<Outcome> {
        let lctx = self.m.mctx.decl(p.mvar).map(|d| d.lctx.clone()).unwrap_or_default();
        let outer = std::mem::replace(&mut self.m.lctx, lctx);
        let res = match &p.kind {
            PendingKind::Instance => self.solve_instance_hole(p.mvar, p.span),
            PendingKind::Coe { e, expected } => self.resume_coe(p.mvar, *e, *expected),
            PendingKind::Term { term, scope, auto_bound } => {
                let scope = std::mem::replace(&mut self.scope, scope.clone());
                let auto = std::mem::replace(&mut self.auto_bound.enabled, *auto_bound);
                let res = self.resume_term(p.mvar, term, r.keep_on_error);
                self.scope = scope;
                self.auto_bound.enabled = auto;
                res
            }
            PendingKind::Tactic { seq, scope } => {
                if r.tactics {
                    let scope = std::mem::replace(&mut self.scope, scope.clone());
                    let res = self.run_tactics(p.mvar, seq, p.span).map(|()| Outcome::Solved);
                    self.scope = scope;
                    res
                } else {
                    Ok(Outcome::NotYet)
                }
            }
        };
        self.m.lctx = outer;
        res
    }

    fn resume_term(&mut self, m: MVarId, t: &Term, keep_on_error: bool) -> Result<Outcome> {
        let Some(d) = self.m.mctx.decl(m).cloned() else { return Ok(Outcome::Solved) };
        let c = self.checkpoint();
        let ty = self.m.instantiate(d.ty);
        let r = self
            .elab_term_core(t, Some(ty), false, true)
            .and_then(|e| self.ensure_type(e, ty, t.span))
            .and_then(|e| {
                let e = self.m.instantiate(e);
                if self.m.mvar_occurs(m, e) { Err(Error::postpone()) } else { Ok(e) }
            });
        match r {
            Ok(e) => {
                self.m.mctx.assign(m, e);
                Ok(Outcome::Solved)
            }
            Err(e) if e.is_resource() || self.auto_bound.request.is_some() => Err(e),
            Err(e) if e.is_postpone() || keep_on_error => {
                self.rollback(&c);
                Ok(Outcome::NotYet)
            }
            Err(e) => Err(e),
        }
    }

    fn resume_coe(&mut self, m: MVarId, e: Expr, expected: Expr) -> Result<Outcome> {
        let (e, expected) = (self.m.instantiate(e), self.m.instantiate(expected));
        let ty = self.m.infer(e)?;
        let v = if self.m.is_def_eq(ty, expected)? {
            Some(e)
        } else {
            match self.coerce(e, expected) {
                Ok(v) => v,
                Err(e) if e.is_postpone() => return Ok(Outcome::NotYet),
                Err(e) => return Err(e),
            }
        };
        match v {
            Some(v) if !self.m.mvar_occurs(m, v) => {
                self.m.mctx.assign(m, v);
                Ok(Outcome::Solved)
            }
            _ => Err(self.m.type_mismatch(e, ty, expected)),
        }
    }

    fn run_tactics(&mut self, goal: MVarId, seq: &TacticSeq, span: Span) -> Result<()> {
        let Some(runner) = self.tactics.clone() else {
            return Err(self.text_error(span, "tactic blocks cannot be run here"));
        };
        // The goal is shown to tactics with everything that is known by now filled in.
        if let Some(d) = self.m.mctx.decl(goal).cloned() {
            let mut d = (*d).clone();
            d.ty = self.m.instantiate(d.ty);
            let mut lctx = d.lctx.clone();
            for l in d.lctx.iter() {
                let (ty, value) = (self.m.instantiate(l.ty), l.value.map(|v| self.m.instantiate(v)));
                if ty != l.ty || value != l.value {
                    let mut l = (**l).clone();
                    l.is_instance = self.m.is_class_type(ty);
                    (l.ty, l.value) = (ty, value);
                    lctx.insert(l);
                }
            }
            d.lctx = lctx.clone();
            self.m.mctx.declare(goal, d);
            self.m.lctx = lctx;
        }
        let outer = std::mem::take(&mut self.pending);
        let auto = std::mem::take(&mut self.auto_bound);
        let (postpone, in_tactic) = (self.may_postpone, self.in_tactic);
        self.may_postpone = true;
        self.in_tactic = true;
        let holes = std::mem::take(&mut self.named_holes);
        let lctx = self.m.lctx.clone();
        let r = runner.run(self, goal, seq).and_then(|()| self.synthesize(SynthMode::Final));
        self.m.lctx = lctx;
        self.named_holes = holes;
        self.in_tactic = in_tactic;
        self.may_postpone = postpone;
        self.auto_bound = auto;
        let mut all = outer;
        all.append(&mut self.pending);
        self.pending = all;
        r.map_err(|e| e.at(span))
    }

    fn report_stuck(&mut self) -> Result<()> {
        let pending = std::mem::take(&mut self.pending);
        for p in pending {
            let Some(d) = self.m.mctx.decl(p.mvar).cloned() else { continue };
            let outer = std::mem::replace(&mut self.m.lctx, d.lctx.clone());
            let err = match &p.kind {
                // Unification found it: nothing more to ask.
                PendingKind::Instance if self.m.mctx.is_assigned(p.mvar) => None,
                PendingKind::Instance => Some(self.m.stuck_instance(d.ty)),
                PendingKind::Coe { e, expected } => {
                    let ty = self.m.infer(*e)?;
                    Some(self.m.type_mismatch(*e, ty, *expected))
                }
                PendingKind::Term { .. } => {
                    Some(self.m.error_at_term("elaboration is stuck, expected type", d.ty))
                }
                PendingKind::Tactic { .. } => {
                    Some(self.m.error_at_term("tactic block was not run for", d.ty))
                }
            };
            self.m.lctx = outer;
            if let Some(e) = err {
                return Err(e.at(p.span));
            }
        }
        Ok(())
    }

    // ---- default instances ----

    /// Applies default instances until nothing changes, without forcing postponed terms.
    pub(crate) fn synthesize_using_defaults(&mut self) -> Result<()> {
        self.synthesize(SynthMode::NoPostpone)?;
        while self.apply_default_instance()? {
            self.synthesize(SynthMode::NoPostpone)?;
        }
        Ok(())
    }

    /// Fills one pending instance hole with a default instance: by descending priority, oldest hole first.
    fn apply_default_instance(&mut self) -> Result<bool> {
        let waiting: Vec<(usize, MVarId)> = self
            .pending
            .iter()
            .enumerate()
            .filter(|(_, p)| matches!(p.kind, PendingKind::Instance))
            .map(|(i, p)| (i, p.mvar))
            .collect();
        if waiting.is_empty() {
            return Ok(false);
        }
        for prio in self.default_priorities() {
            for (i, m) in &waiting {
                if self.default_at(*m, prio)? {
                    self.pending.remove(*i);
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    fn default_priorities(&self) -> Vec<u32> {
        let mut ps: Vec<u32> =
            self.m.env.ext.default_instances.values().flatten().map(|e| e.priority).collect();
        ps.sort_unstable_by_key(|p| std::cmp::Reverse(*p));
        ps.dedup();
        ps
    }

    fn default_at(&mut self, m: MVarId, prio: u32) -> Result<bool> {
        let Some(d) = self.m.mctx.decl(m).cloned() else { return Ok(false) };
        let Some(class) = self.m.class_of(d.ty) else { return Ok(false) };
        let Some(entries) = self.m.env.ext.default_instances.get(&class).cloned() else { return Ok(false) };
        for e in entries.iter().rev().filter(|e| e.priority == prio) {
            if self.default_with(m, e)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Tries one default instance, with everything it needs found by instances and further default instances.
    fn default_with(&mut self, m: MVarId, entry: &InstanceEntry) -> Result<bool> {
        let c = self.m.save();
        let lctx = self.m.mctx.decl(m).map(|d| d.lctx.clone()).unwrap_or_default();
        let outer = std::mem::replace(&mut self.m.lctx, lctx);
        let r = self.default_with_core(m, entry);
        self.m.lctx = outer;
        if !matches!(r, Ok(true)) {
            let lctx = self.m.lctx.clone();
            self.m.restore(&c);
            self.m.lctx = lctx;
        }
        r
    }

    fn default_with_core(&mut self, m: MVarId, entry: &InstanceEntry) -> Result<bool> {
        let inst = self.m.mk_const(entry.name)?;
        let ty = self.m.infer(inst)?;
        let (holes, _) = self.m.open_holes(ty, None)?;
        let args: Vec<Expr> = holes.iter().map(|h| h.0).collect();
        let v = self.m.st.apps(inst, &args);
        let hole = self.m.st.mvar(m);
        let vt = self.m.infer(v)?;
        let ht = self.m.infer(hole)?;
        if !self.m.is_def_eq(ht, vt)? {
            return Ok(false);
        }
        if !self.m.is_def_eq(hole, v)? {
            return Ok(false);
        }
        let mut todo: Vec<MVarId> = Vec::new();
        for (h, info) in holes {
            if info == BinderInfo::Inst
                && let Node::MVar(id) = self.m.st.node(h)
            {
                todo.push(id);
            }
        }
        self.solve_all_with_defaults(todo)
    }

    fn solve_all_with_defaults(&mut self, mut todo: Vec<MVarId>) -> Result<bool> {
        loop {
            let n = todo.len();
            let mut rest = Vec::new();
            for m in todo {
                match self.m.synth_mvar(m) {
                    Ok(true) => {}
                    Ok(false) => return Ok(false),
                    Err(e) if e.is_resource() => return Err(e),
                    Err(_) => rest.push(m),
                }
            }
            if rest.is_empty() {
                return Ok(true);
            }
            if rest.len() < n {
                todo = rest;
                continue;
            }
            let mut solved = None;
            'search: for (i, m) in rest.iter().enumerate() {
                for prio in self.default_priorities() {
                    if turnstile_kernel::with_stack(|| self.default_at(*m, prio))? {
                        solved = Some(i);
                        break 'search;
                    }
                }
            }
            match solved {
                Some(i) => {
                    rest.remove(i);
                    todo = rest;
                }
                None => return Ok(false),
            }
        }
    }

    // ---- holes that are left ----

    /// An error about the first hole of `e` that was not found.
    ///
    /// # Errors
    /// When there is one.
    pub fn check_no_holes(&mut self, e: Expr, span: Span) -> Result<()> {
        let left = self.m.unassigned_mvars(e);
        let Some(first) = left.first().copied() else { return Ok(()) };
        let mut origins: Vec<(MVarId, HoleOrigin)> =
            self.hole_origin.iter().map(|(m, o)| (*m, o.clone())).collect();
        origins.sort_by_key(|o| o.0);
        for (m, origin) in origins {
            let here = self.m.unassigned_mvars(self.m.st.mvar(m));
            if !here.iter().any(|h| left.contains(h)) {
                continue;
            }
            let (at, mut pieces) = match origin {
                HoleOrigin::Placeholder(s) => {
                    (s, vec![Piece::Text("don't know how to synthesize placeholder\ncontext:\n".into())])
                }
                HoleOrigin::BinderType(s) => {
                    return Err(self.text_error(s, "Failed to infer type of binder"));
                }
                HoleOrigin::Implicit { span, name, f } => (
                    span,
                    vec![
                        Piece::Text(format!("don't know how to synthesize implicit argument `{name}`\n  ")),
                        Piece::Expr(f),
                        Piece::Text("\ncontext:\n".into()),
                    ],
                ),
            };
            pieces.push(Piece::Goal(m));
            let lctx = self.m.mctx.decl(m).map(|d| d.lctx.clone()).unwrap_or_default();
            return Err(self.m.with_lctx(lctx, |me| me.error(pieces)).at(at));
        }
        let pieces = vec![
            Piece::Text("don't know how to synthesize placeholder\ncontext:\n".into()),
            Piece::Goal(first),
        ];
        Err(self.error_at(span, pieces))
    }
}
