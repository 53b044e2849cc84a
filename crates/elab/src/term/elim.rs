//! Eliminators: functions whose result type is a motive applied to targets. The motive is found by abstracting the
//! targets in the expected type.

use super::app::{AppArg, NamedArg};
use crate::elab::Elab;
use crate::error::{Piece, Result};
use crate::meta::MVarKind;
use rustc_hash::FxHashSet;
use std::collections::VecDeque;
use turnstile_kernel::{Binder, BinderInfo, ConstantInfo, Expr, FVarId, MVarId, Name, Node};
use turnstile_syntax::Span;

/// The shape of an eliminator's type.
pub(crate) struct ElimInfo {
    motive: usize,
    targets: Vec<usize>,
    /// Other arguments that are elaborated at once, because their types mention what the motive or the targets do.
    eager: Vec<usize>,
}

struct ElimState<'a> {
    f: Expr,
    ty: Expr,
    args: VecDeque<AppArg<'a>>,
    named: Vec<NamedArg<'a>>,
    targets: Vec<Option<Expr>>,
    insts: Vec<MVarId>,
    motive: Option<Expr>,
}

impl Elab {
    fn is_eliminator(&self, n: Name) -> bool {
        if matches!(self.m.env.get(n).map(|c| &**c), Some(ConstantInfo::Recursor(_))) {
            return true;
        }
        let aux = matches!(n.last_str(), "casesOn" | "recOn" | "brecOn")
            && matches!(self.m.env.get(n.prefix()).map(|c| &**c), Some(ConstantInfo::Inductive(_)));
        aux || self.m.env.has_attr("elab_as_elim", n)
    }

    /// The eliminator information of `f`, unless it is not one or its motive is given by name.
    pub(crate) fn elim_info_for(&mut self, f: Expr, named: &[NamedArg<'_>]) -> Result<Option<ElimInfo>> {
        let Node::Const(n, _) = self.m.st.node(f) else { return Ok(None) };
        if !self.is_eliminator(n) {
            return Ok(None);
        }
        let lctx = self.m.lctx.clone();
        let r = self.elim_info(f, named);
        self.m.lctx = lctx;
        r
    }

    fn elim_info(&mut self, f: Expr, named: &[NamedArg<'_>]) -> Result<Option<ElimInfo>> {
        let ty = self.m.infer(f)?;
        let (xs, result) = self.m.open_pis(ty, None)?;
        let (head, targets) = self.m.st.unapp(result);
        let Some(motive) = xs.iter().position(|x| *x == head) else { return Ok(None) };
        let id = self.m.fvar_id(head)?;
        let motive_name = self.m.local_decl(id)?.name;
        if named.iter().any(|n| n.name == motive_name) {
            return Ok(None);
        }
        let mut pos = Vec::new();
        for t in &targets {
            match xs.iter().position(|x| x == t) {
                Some(i) => pos.push(i),
                None => return Ok(None),
            }
        }
        let mut known: FxHashSet<FVarId> = FxHashSet::default();
        known.insert(id);
        for t in &targets {
            let tt = self.m.infer(*t)?;
            self.collect_fvars(tt, &mut known);
        }
        let mut eager = Vec::new();
        for (i, x) in xs.iter().enumerate().rev() {
            if i == motive || pos.contains(&i) {
                continue;
            }
            let id = self.m.fvar_id(*x)?;
            let xt = self.m.local_decl(id)?.ty;
            if known.contains(&id) {
                eager.push(i);
                self.collect_fvars(xt, &mut known);
            } else if self.is_first_order(xt) {
                let mut here = FxHashSet::default();
                self.collect_fvars(xt, &mut here);
                if !here.is_disjoint(&known) {
                    eager.push(i);
                }
            }
        }
        Ok(Some(ElimInfo { motive, targets: pos, eager }))
    }

    fn collect_fvars(&self, e: Expr, out: &mut FxHashSet<FVarId>) {
        let st = &self.m.st;
        st.any_subterm(e, |t| {
            if let Node::FVar(id) = st.node(t) {
                out.insert(id);
            }
            false
        });
    }

    /// Whether every application in `e` has a constant at its head.
    fn is_first_order(&self, e: Expr) -> bool {
        let st = &self.m.st;
        !st.any_subterm(e, |t| {
            matches!(st.node(t), Node::App(..)) && !matches!(st.node(st.app_fn(t)), Node::Const(..))
        })
    }

    pub(crate) fn elab_as_elim<'a>(
        &mut self,
        f: Expr,
        info: &ElimInfo,
        named: Vec<NamedArg<'a>>,
        args: Vec<AppArg<'a>>,
        expected: Option<Expr>,
        span: Span,
    ) -> Result<Expr> {
        let fail = "failed to elaborate eliminator, expected type is not available";
        let Some(expected) = self.try_postpone_if_none_or_mvar(expected)? else {
            return Err(self.text_error(span, fail));
        };
        let expected = self.m.instantiate(expected);
        if self.m.head_mvar(expected).is_some() {
            return Err(self.text_error(span, fail));
        }
        let ty = self.m.infer(f)?;
        let s = ElimState {
            f,
            ty,
            args: args.into(),
            named,
            targets: vec![None; info.targets.len()],
            insts: vec![],
            motive: None,
        };
        let lctx = self.m.lctx.clone();
        let r = self.elim_main(s, info, expected, span);
        self.m.lctx = lctx;
        r
    }

    fn elim_main(
        &mut self,
        mut s: ElimState<'_>,
        info: &ElimInfo,
        expected: Expr,
        span: Span,
    ) -> Result<Expr> {
        let mut idx = 0;
        loop {
            self.m.tick()?;
            s.ty = self.whnf_pi(s.ty)?;
            let Node::Pi(b, dom, body) = self.m.st.node(s.ty) else { break };
            let arg = if idx == info.motive {
                let m = self.m.mk_hole(dom);
                s.motive = Some(m);
                m
            } else {
                let target = info.targets.iter().position(|p| *p == idx);
                let given = if let Some(i) = s.named.iter().position(|n| n.name == b.name) {
                    Some(s.named.remove(i).val)
                } else if b.info == BinderInfo::Default {
                    match s.args.pop_front() {
                        Some(a) => Some(a),
                        None => break,
                    }
                } else {
                    None
                };
                let v = match given {
                    None => {
                        let inst = b.info == BinderInfo::Inst;
                        let kind = if inst { MVarKind::Synthetic } else { MVarKind::Natural };
                        let h = self.m.mk_mvar(dom, kind, Name::anon());
                        if let (true, Node::MVar(m)) = (inst, self.m.st.node(h)) {
                            s.insts.push(m);
                        }
                        h
                    }
                    Some(AppArg::Expr(e)) => self.ensure_arg_type(s.f, e, dom, span)?,
                    Some(AppArg::Stx(t)) if target.is_some() || info.eager.contains(&idx) => {
                        let e = self.elab_term(t, Some(dom))?;
                        self.ensure_arg_type(s.f, e, dom, t.span)?
                    }
                    Some(AppArg::Stx(t)) => self.postpone_term(t, Some(dom)),
                };
                if let Some(t) = target {
                    s.targets[t] = Some(v);
                }
                v
            };
            s.f = self.m.st.app(s.f, arg);
            s.ty = self.m.st.instantiate1(body, arg);
            idx += 1;
        }
        self.elim_finish(s, info, idx, expected, span)
    }

    fn elim_finish(
        &mut self,
        mut s: ElimState<'_>,
        info: &ElimInfo,
        idx: usize,
        expected: Expr,
        span: Span,
    ) -> Result<Expr> {
        if let Some(n) = s.named.first() {
            let text = format!("failed to elaborate eliminator, unused named arguments: [{}]", n.name);
            return Err(self.text_error(n.span, text));
        }
        let few = "failed to elaborate eliminator, insufficient number of arguments";
        let Some(motive) = s.motive else { return Err(self.text_error(span, few)) };
        let (xs, _) = self.m.open_pis(s.ty, None)?;
        // Fewer arguments than parameters: the expected type is a function type over the rest.
        let mut goal = expected;
        let mut f = s.f;
        if s.args.is_empty() {
            for x in &xs {
                goal = self.whnf_pi(goal)?;
                let Node::Pi(_, dom, body) = self.m.st.node(goal) else {
                    return Err(self.error_at(
                        span,
                        vec![Piece::Text(format!("{few}, expected type:\n  ")), Piece::Expr(expected)],
                    ));
                };
                let xt = self.m.infer(*x)?;
                if !self.m.is_def_eq(dom, xt)? {
                    return Err(self.error_at(
                        span,
                        vec![
                            Piece::Text("failed to elaborate eliminator, binding domain\n  ".into()),
                            Piece::Expr(dom),
                            Piece::Text("\nis not definitionally equal to\n  ".into()),
                            Piece::Expr(xt),
                        ],
                    ));
                }
                goal = self.m.st.instantiate1(body, *x);
                f = self.m.st.app(f, *x);
            }
        } else {
            // More: what the extra arguments are about is generalised in the motive.
            let mut extra = Vec::new();
            for a in std::mem::take(&mut s.args) {
                extra.push(match a {
                    AppArg::Expr(e) => e,
                    AppArg::Stx(t) => self.elab_term(t, None)?,
                });
            }
            for v in extra.iter().rev() {
                let v = self.m.instantiate(*v);
                let body = self.m.kabstract(goal, v)?;
                let vt = self.m.infer(v)?;
                let vt = self.m.instantiate(vt);
                let name = self.fresh_inaccessible("x");
                goal = self.m.st.pi(Binder::new(name), vt, body);
            }
            f = self.m.st.apps(f, &extra);
        }
        for (i, pos) in info.targets.iter().enumerate() {
            if s.targets[i].is_none() && *pos >= idx {
                s.targets[i] = xs.get(*pos - idx).copied();
            }
        }
        let mut value = self.m.instantiate(goal);
        for t in s.targets.iter().rev() {
            let Some(t) = t else { return Err(self.text_error(span, few)) };
            let t = self.m.instantiate(*t);
            let body = self.m.kabstract(value, t)?;
            let tt = self.m.infer(t)?;
            let tt = self.m.instantiate(tt);
            let name = self.fresh_inaccessible("x");
            value = self.m.st.lam(Binder::new(name), tt, body);
        }
        if !self.motive_fits(value)? || !self.m.is_def_eq(motive, value)? {
            return Err(self.error_at(
                span,
                vec![
                    Piece::Text("failed to elaborate eliminator, motive is not type correct:\n  ".into()),
                    Piece::Expr(value),
                ],
            ));
        }
        self.synth_insts(&s.insts, span)?;
        let f = self.m.instantiate(f);
        self.m.mk_lambda(&xs, f)
    }

    /// Whether every application in `value` is well typed: abstracting a target may have broken one.
    pub(crate) fn motive_fits(&mut self, value: Expr) -> Result<bool> {
        let lctx = self.m.lctx.clone();
        let c = self.m.save();
        let r = self.fits(value, &mut FxHashSet::default());
        self.m.restore(&c);
        self.m.lctx = lctx;
        match r {
            Ok(b) => Ok(b),
            Err(e) if e.is_resource() => Err(e),
            Err(_) => Ok(false),
        }
    }

    fn fits(&mut self, e: Expr, seen: &mut FxHashSet<Expr>) -> Result<bool> {
        if !seen.insert(e) {
            return Ok(true);
        }
        turnstile_kernel::with_stack(|| match self.m.st.node(e) {
            Node::App(f, a) => {
                if !self.fits(f, seen)? || !self.fits(a, seen)? {
                    return Ok(false);
                }
                let ft = self.m.infer(f)?;
                let ft = self.whnf_pi(ft)?;
                let Node::Pi(_, dom, _) = self.m.st.node(ft) else { return Ok(false) };
                let at = self.m.infer(a)?;
                self.m.is_def_eq(dom, at)
            }
            Node::Lam(b, t, body) | Node::Pi(b, t, body) => {
                if !self.fits(t, seen)? {
                    return Ok(false);
                }
                let x = self.m.push_local(b.name, t, b.info);
                let body = self.m.st.instantiate1(body, x);
                self.fits(body, seen)
            }
            Node::Let(n, t, v, body) => {
                if !self.fits(t, seen)? || !self.fits(v, seen)? {
                    return Ok(false);
                }
                let x = self.m.push_let(n, t, v);
                let body = self.m.st.instantiate1(body, x);
                self.fits(body, seen)
            }
            Node::Proj(_, _, x) => self.fits(x, seen),
            _ => Ok(true),
        })
    }
}
