//! Applications: implicit, instance, optional and named arguments, and what the expected type says about them.

use crate::elab::{Elab, HoleOrigin};
use crate::error::{Piece, Result};
use crate::meta::MVarKind;
use std::collections::VecDeque;
use turnstile_kernel::{BinderInfo, Expr, MVarId, Name, Node, with_stack};
use turnstile_syntax::{Span, Term, TermKind};

/// An argument: still syntax, or a term already.
#[derive(Clone, Copy)]
pub(crate) enum AppArg<'a> {
    /// To be elaborated against the parameter's type.
    Stx(&'a Term),
    /// Elaborated already.
    Expr(Expr),
}

impl AppArg<'_> {
    fn span_or(self, default: Span) -> Span {
        match self {
            AppArg::Stx(t) => t.span,
            AppArg::Expr(_) => default,
        }
    }

    fn is_hole(self) -> bool {
        matches!(self, AppArg::Stx(t) if matches!(t.kind, TermKind::Hole))
    }

    /// Whether the expected type may say something about this argument before it is elaborated.
    fn wants_expected_type(self) -> bool {
        match self {
            AppArg::Expr(_) => false,
            AppArg::Stx(t) => {
                !matches!(t.kind, TermKind::Hole | TermKind::SyntheticHole(_) | TermKind::By(_))
            }
        }
    }
}

/// `(name := val)`
#[derive(Clone, Copy)]
pub(crate) struct NamedArg<'a> {
    pub name: Name,
    pub val: AppArg<'a>,
    pub span: Span,
}

/// How an application is written.
#[derive(Clone, Copy, Default)]
pub(crate) struct AppMode {
    /// `@f`
    pub explicit: bool,
    /// `f ..`
    pub ellipsis: bool,
    /// The result type is left to instances when it is an output parameter of one.
    pub out_params: bool,
}

struct AppElab<'a> {
    f: Expr,
    ty: Expr,
    args: VecDeque<AppArg<'a>>,
    named: Vec<NamedArg<'a>>,
    expected: Option<Expr>,
    mode: AppMode,
    span: Span,
    /// Parameters skipped because a later one is given by name: the result is a function of them.
    eta: Vec<Expr>,
    insts: Vec<MVarId>,
    /// Implicit arguments, for errors.
    holes: Vec<(MVarId, Name)>,
    propagate: bool,
    /// The hole for the result type, when it is an output parameter of an instance argument.
    result_out_param: Option<MVarId>,
}

impl Elab {
    /// `f` applied to arguments. The result has the type it has: the caller compares it with the expected one, which
    /// serves as a hint here.
    pub(crate) fn elab_app_args<'a>(
        &mut self,
        f: Expr,
        named: Vec<NamedArg<'a>>,
        args: Vec<AppArg<'a>>,
        expected: Option<Expr>,
        mode: AppMode,
        span: Span,
    ) -> Result<Expr> {
        let ty = self.m.infer(f)?;
        let mut ty = self.m.instantiate(ty);
        if !named.is_empty() || !args.is_empty() {
            ty = self.try_postpone_if_mvar(ty)?;
        }
        if !mode.explicit
            && !mode.ellipsis
            && let Some(info) = self.elim_info_for(f, &named)?
        {
            return self.elab_as_elim(f, &info, named, args, expected, span);
        }
        let lctx = self.m.lctx.clone();
        let state = AppElab {
            f,
            ty,
            args: args.into(),
            named,
            expected,
            mode,
            span,
            eta: vec![],
            insts: vec![],
            holes: vec![],
            propagate: true,
            result_out_param: None,
        };
        let r = self.run_app(state);
        self.m.lctx = lctx;
        r
    }

    /// The constant `name` applied to explicit arguments.
    pub(crate) fn elab_const_app(
        &mut self,
        name: &str,
        args: Vec<AppArg<'_>>,
        expected: Option<Expr>,
        span: Span,
    ) -> Result<Expr> {
        let f = self.mk_const_at(Name::new(name), span)?;
        let mode = AppMode { out_params: true, ..AppMode::default() };
        self.elab_app_args(f, vec![], args, expected, mode, span)
    }

    /// The constant `name` at fresh levels.
    pub(crate) fn mk_const_at(&mut self, name: Name, span: Span) -> Result<Expr> {
        self.m.mk_const(name).map_err(|e| e.at(span))
    }

    fn run_app(&mut self, mut s: AppElab<'_>) -> Result<Expr> {
        loop {
            self.m.tick()?;
            s.ty = self.whnf_pi(s.ty)?;
            let Node::Pi(b, dom, _) = self.m.st.node(s.ty) else {
                if s.args.is_empty() && s.named.is_empty() {
                    return self.finish_app(s);
                }
                self.force_function(&mut s)?;
                continue;
            };
            if let Some(i) = s.named.iter().position(|n| n.name == b.name) {
                let arg = s.named.remove(i);
                self.propagate_expected(&mut s, arg.val)?;
                self.add_elab_arg(&mut s, arg.val)?;
                continue;
            }
            let has_args = !s.args.is_empty() || !s.named.is_empty();
            match b.info {
                BinderInfo::Implicit if !s.mode.explicit => self.add_implicit(&mut s, b.name),
                BinderInfo::StrictImplicit if !s.mode.explicit => {
                    if !has_args {
                        return self.finish_app(s);
                    }
                    self.add_implicit(&mut s, b.name);
                }
                BinderInfo::Inst if !s.mode.explicit || s.args.front().is_some_and(|a| a.is_hole()) => {
                    if s.mode.explicit {
                        s.args.pop_front();
                    }
                    let h = self.m.mk_mvar(dom, MVarKind::Synthetic, Name::anon());
                    if let Node::MVar(m) = self.m.st.node(h) {
                        s.insts.push(m);
                    }
                    self.add_arg(&mut s, h);
                }
                _ => {
                    if self.explicit_arg(&mut s, b.name, dom)? {
                        return self.finish_app(s);
                    }
                }
            }
        }
    }

    /// Handles a parameter that is to be given explicitly. Whether the application ends before it.
    fn explicit_arg(&mut self, s: &mut AppElab<'_>, name: Name, dom: Expr) -> Result<bool> {
        if let Some(arg) = s.args.front().copied() {
            if self.named_arg_depends_on_current(s) {
                self.add_implicit(s, name);
                return Ok(false);
            }
            self.propagate_expected(s, arg)?;
            s.args.pop_front();
            self.add_elab_arg(s, arg)?;
            return Ok(false);
        }
        if !s.mode.explicit
            && let Some(v) = self.opt_param_default(dom)
        {
            self.add_arg(s, v);
            return Ok(false);
        }
        if !s.mode.explicit
            && let Some(v) = self.auto_param_hole(dom, s.span)?
        {
            self.add_arg(s, v);
            return Ok(false);
        }
        if !s.named.is_empty() {
            if self.named_arg_depends_on_current(s) || s.mode.ellipsis {
                self.add_implicit(s, name);
            } else {
                self.add_eta(s, name, dom);
            }
            return Ok(false);
        }
        if s.mode.explicit {
            return Ok(true);
        }
        if s.mode.ellipsis {
            self.add_implicit(s, name);
            return Ok(false);
        }
        if self.has_opt_params(s.ty) {
            self.add_eta(s, name, dom);
            return Ok(false);
        }
        Ok(true)
    }

    fn add_arg(&mut self, s: &mut AppElab<'_>, arg: Expr) {
        let Node::Pi(_, _, body) = self.m.st.node(s.ty) else { return };
        s.f = self.m.st.app(s.f, arg);
        s.ty = self.m.instantiate_rev_beta(body, &[arg]);
    }

    fn add_eta(&mut self, s: &mut AppElab<'_>, name: Name, dom: Expr) {
        let dom = self.strip_annotations(dom);
        let x = self.m.push_local(name, dom, BinderInfo::Default);
        s.eta.push(x);
        self.add_arg(s, x);
    }

    fn add_implicit(&mut self, s: &mut AppElab<'_>, name: Name) {
        let Node::Pi(_, dom, body) = self.m.st.node(s.ty) else { return };
        let dom = self.strip_annotations(dom);
        let h = self.m.mk_hole(dom);
        if let Node::MVar(m) = self.m.st.node(h) {
            s.holes.push((m, name));
            if s.mode.out_params && !s.mode.explicit && self.is_result_out_param(body) {
                s.result_out_param = Some(m);
                s.propagate = false;
            }
        }
        self.add_arg(s, h);
    }

    fn add_elab_arg(&mut self, s: &mut AppElab<'_>, arg: AppArg<'_>) -> Result<()> {
        let Node::Pi(_, dom, _) = self.m.st.node(s.ty) else { return Ok(()) };
        let expected = self.strip_annotations(dom);
        let v = match arg {
            AppArg::Expr(e) => self.ensure_arg_type(s.f, e, expected, s.span)?,
            AppArg::Stx(t) => {
                let e = self.elab_term(t, Some(expected))?;
                self.ensure_arg_type(s.f, e, expected, arg.span_or(s.span))?
            }
        };
        self.add_arg(s, v);
        Ok(())
    }

    /// Whether a parameter given by name has a type that mentions the current parameter.
    fn named_arg_depends_on_current(&self, s: &AppElab<'_>) -> bool {
        if s.named.is_empty() {
            return false;
        }
        let Node::Pi(_, _, mut t) = self.m.st.node(s.ty) else { return false };
        let mut i = 0;
        while let Node::Pi(b, dom, body) = self.m.st.node(t) {
            if s.named.iter().any(|n| n.name == b.name)
                && self.m.st.has_loose_bvar(self.strip_annotations(dom), i)
            {
                return true;
            }
            i += 1;
            t = body;
        }
        false
    }

    fn has_opt_params(&self, mut t: Expr) -> bool {
        while let Node::Pi(_, dom, body) = self.m.st.node(t) {
            if self.opt_param_default(dom).is_some() || self.is_auto_param(dom) {
                return true;
            }
            t = body;
        }
        false
    }

    /// Unifies the result type with the expected type before the first argument is elaborated, so that coercions
    /// and literals in the arguments know their type.
    fn propagate_expected(&mut self, s: &mut AppElab<'_>, next: AppArg<'_>) -> Result<()> {
        if !next.wants_expected_type() || !s.eta.is_empty() || !s.propagate {
            return Ok(());
        }
        let Some(expected) = s.expected else { return Ok(()) };
        let expected = self.m.instantiate(expected);
        if expected == self.m.st.prop() {
            s.propagate = false;
            return Ok(());
        }
        let Some(body) = self.result_type(s) else { return Ok(()) };
        if self.m.st.loose(body) > 0 || self.has_opt_params(body) {
            return Ok(());
        }
        self.try_synth_insts(s)?;
        if self.m.is_def_eq(expected, body)? {
            s.propagate = false;
        }
        Ok(())
    }

    /// What is left of the function type after the arguments that are given; it may have loose variables.
    fn result_type(&self, s: &AppElab<'_>) -> Option<Expr> {
        let mut left = s.args.len();
        let mut named: Vec<Name> = s.named.iter().map(|n| n.name).collect();
        let mut t = s.ty;
        loop {
            let Node::Pi(b, dom, body) = self.m.st.node(t) else {
                return (left == 0 && named.is_empty()).then_some(t);
            };
            if let Some(i) = named.iter().position(|n| *n == b.name) {
                named.remove(i);
            } else if !s.mode.explicit && b.info != BinderInfo::Default {
                if left == 0 && named.is_empty() && b.info == BinderInfo::StrictImplicit {
                    return Some(t);
                }
            } else if left > 0 {
                left -= 1;
            } else if self.opt_param_default(dom).is_none() && !self.is_auto_param(dom) {
                return Some(t);
            }
            t = body;
        }
    }

    /// Whether the variable bound just outside `body` is the result type and an output parameter of an instance.
    fn is_result_out_param(&self, body: Expr) -> bool {
        let mut t = body;
        let mut depth = 0;
        let mut out = false;
        while let Node::Pi(b, dom, rest) = self.m.st.node(t) {
            if b.info == BinderInfo::Inst
                && let Some(class) = self.m.st.head_const(dom)
                && let Some(info) = self.m.env.ext.classes.get(&class)
            {
                let args = self.m.st.unapp(dom).1;
                out |= info
                    .out_params
                    .iter()
                    .any(|i| args.get(*i).is_some_and(|a| self.m.st.node(*a) == Node::BVar(depth)));
            }
            depth += 1;
            t = rest;
        }
        out && self.m.st.node(t) == Node::BVar(depth)
    }

    fn try_synth_insts(&mut self, s: &mut AppElab<'_>) -> Result<()> {
        let todo = std::mem::take(&mut s.insts);
        for m in todo {
            match self.m.synth_mvar(m) {
                Ok(true) => {}
                Err(e) if e.is_resource() => return Err(e),
                _ => s.insts.push(m),
            }
        }
        Ok(())
    }

    pub(crate) fn synth_insts(&mut self, insts: &[MVarId], span: Span) -> Result<()> {
        for m in insts {
            let h = self.m.st.mvar(*m);
            self.synth_or_wait(h, span)?;
        }
        Ok(())
    }

    /// More arguments are given, but the type does not look like a function type: wait for instances, coerce.
    fn force_function(&mut self, s: &mut AppElab<'_>) -> Result<()> {
        self.try_synth_insts(s)?;
        self.synthesize(crate::elab::SynthMode::NoPostpone)?;
        s.ty = self.whnf_pi(s.ty)?;
        if matches!(self.m.st.node(s.ty), Node::Pi(..)) {
            return Ok(());
        }
        let coerced = match self.coerce_to_function(s.f) {
            Ok(f) => f,
            Err(e) if e.is_resource() => return Err(e),
            Err(_) => None,
        };
        if let Some(f) = coerced {
            let ty = self.m.infer(f)?;
            let ty = self.whnf_pi(ty)?;
            if matches!(self.m.st.node(ty), Node::Pi(..)) {
                s.f = f;
                s.ty = ty;
                return Ok(());
            }
        }
        if let Some(n) = s.named.first() {
            let of = match self.m.st.head_const(s.f) {
                Some(c) => format!(" for function `{}`", crate::command::visible_name(c)),
                None => " for function".to_owned(),
            };
            return Err(self.text_error(n.span, format!("Invalid argument name `{}`{of}", n.name)));
        }
        let mut pieces = vec![
            Piece::Text("Function expected at\n  ".into()),
            Piece::Expr(s.f),
            Piece::Text("\nbut this term has type\n  ".into()),
            Piece::Expr(s.ty),
        ];
        let written: Vec<&str> = s
            .args
            .iter()
            .filter_map(|a| match a {
                AppArg::Stx(t) => self.source.get(t.span.start..t.span.end),
                AppArg::Expr(_) => None,
            })
            .collect();
        if !written.is_empty() {
            let plural = if written.len() == 1 { "" } else { "s" };
            pieces.push(Piece::Text(format!(
                "\n\nNote: Expected a function because this term is being applied to the argument{plural}\n  {}",
                written.join(" ")
            )));
        }
        Err(self.error_at(s.span, pieces))
    }

    fn finish_app(&mut self, mut s: AppElab<'_>) -> Result<Expr> {
        if let Some(n) = s.named.first() {
            let of = match self.m.st.head_const(s.f) {
                Some(c) => format!(" for function `{}`", crate::command::visible_name(c)),
                None => " for function".to_owned(),
            };
            return Err(self.text_error(n.span, format!("Invalid argument name `{}`{of}", n.name)));
        }
        let mut e = s.f;
        for (m, name) in &s.holes {
            self.hole_origin.insert(*m, HoleOrigin::Implicit { span: s.span, name: *name, f: e });
        }
        if !s.eta.is_empty() {
            e = self.m.mk_lambda(&s.eta.clone(), e)?;
        }
        let ty = self.m.infer(e)?;
        if let Some(out) = s.result_out_param {
            self.synth_insts(&s.insts, s.span)?;
            let ty = self.m.instantiate(ty);
            if !self.m.mctx.is_assigned(out) && self.m.st.node(ty) == Node::MVar(out) {
                self.synthesize_using_defaults()?;
            }
            return Ok(e);
        }
        if let Some(expected) = s.expected {
            self.try_synth_insts(&mut s)?;
            // Only a hint: the caller reports a mismatch.
            with_stack(|| self.m.is_def_eq(expected, ty))?;
        }
        self.synth_insts(&s.insts, s.span)?;
        Ok(e)
    }
}
