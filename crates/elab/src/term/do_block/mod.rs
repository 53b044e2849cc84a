//! `do` blocks. A block is translated to a term with `bind`, `pure` and `forIn`, and that term is elaborated.
//!
//! The translation follows *`do` Unchained: Embracing Local Imperativity in a Purely Functional Language* (Ullrich, de
//! Moura, 2022), in one step: [`translate`] goes through the statements with the variables that may be reassigned and a
//! [`Frame`](translate::Frame) that says what `return`, `break`, `continue` and the end of a block become.

mod build;
mod effects;
mod lift;
mod translate;

use crate::elab::Elab;
use crate::error::Result;
use turnstile_kernel::{Expr, Name, Node};
use turnstile_syntax::{DoKind, DoSeq, Span};

impl Elab {
    /// `do …`
    pub(crate) fn elab_do(&mut self, block: &DoSeq, expected: Option<Expr>, span: Span) -> Result<Expr> {
        if let [only] = &block.items[..]
            && let DoKind::Action(t) = &only.kind
            && !lift::has_nested_action(t)
        {
            return self.elab_term(t, expected);
        }
        let expected = self.try_postpone_if_none_or_mvar(expected)?;
        let expected = match expected {
            Some(ty) => Some(self.monadic_type(ty)?),
            None => None,
        };
        let term = self.translate_do(block, span)?;
        self.elab_term(&term, expected)
    }

    /// `ty` in the form `m α` with a monad `m`: definitions are unfolded for it. A type that has no such form is taken as
    /// `Id ty`.
    fn monadic_type(&mut self, ty: Expr) -> Result<Expr> {
        let ty = self.m.instantiate(ty);
        let mut t = self.strip_annotations(ty);
        loop {
            if self.m.head_mvar(t).is_some() {
                return Ok(ty);
            }
            if let Node::App(m, _) = self.m.st.node(t)
                && self.is_monad(m)?
            {
                return Ok(t);
            }
            let w = self.m.whnf_core(t)?;
            if w != t {
                t = w;
                continue;
            }
            match self.m.unfold_definition(t, false) {
                Some(u) if u != t => t = u,
                _ => break,
            }
        }
        if matches!(self.m.st.node(t), Node::Sort(_) | Node::Pi(..)) || !self.m.env.contains(Name::new("Id"))
        {
            return Ok(ty);
        }
        let u = self.m.sort_of(ty)?;
        let id = self.m.st.const_(Name::new("Id"), &[u]);
        Ok(self.m.st.app(id, ty))
    }

    /// Whether there is an instance of `Monad m`.
    pub(crate) fn is_monad(&mut self, m: Expr) -> Result<bool> {
        if !self.m.env.is_class(Name::new("Monad")) {
            return Ok(false);
        }
        let saved = self.m.save();
        let r = (|| {
            let goal = self.m.mk_app("Monad", &[m])?;
            self.m.synth_instance(goal)
        })();
        self.m.restore(&saved);
        match r {
            Ok(v) => Ok(v.is_some()),
            Err(e) if e.is_resource() => Err(e),
            Err(_) => Ok(false),
        }
    }

    /// `e : n α` as a term of type `m β`, by `MonadLiftT n m`; nothing if that does not apply.
    pub(crate) fn lift_monad(&mut self, e: Expr, ty: Expr, expected: Expr) -> Result<Option<Expr>> {
        if !self.m.env.is_class(Name::new("MonadLiftT")) {
            return Ok(None);
        }
        let (ty, expected) = (self.m.instantiate(ty), self.m.instantiate(expected));
        let (Node::App(n, a), Node::App(m, b)) = (self.m.st.node(ty), self.m.st.node(expected)) else {
            return Ok(None);
        };
        if [n, m]
            .iter()
            .any(|t| self.m.head_mvar(*t).is_some() || matches!(self.m.st.node(*t), Node::Lam(..)))
            || !self.is_monad(n)?
            || !self.is_monad(m)?
        {
            return Ok(None);
        }
        let saved = self.m.save();
        let r = (|| -> Result<Option<Expr>> {
            if !self.m.is_def_eq(a, b)? {
                return Ok(None);
            }
            let goal = self.m.mk_app("MonadLiftT", &[n, m])?;
            let Some(inst) = self.m.synth_instance(goal)? else { return Ok(None) };
            let f = self.m.st.head_const(goal).map(|_| self.m.st.unapp(goal).0);
            let Some((_, levels)) = f.and_then(|f| self.m.st.as_const(f)) else { return Ok(None) };
            let levels = self.m.st.level_list(levels);
            let lift = self.m.st.const_(Name::new("liftM"), &levels);
            let a = self.m.instantiate(a);
            Ok(Some(self.m.st.apps(lift, &[n, m, inst, a, e])))
        })();
        match r {
            Ok(Some(v)) => Ok(Some(v)),
            Ok(None) => {
                self.m.restore(&saved);
                Ok(None)
            }
            Err(e) if e.is_resource() => Err(e),
            Err(_) => {
                self.m.restore(&saved);
                Ok(None)
            }
        }
    }

    /// `(← e)` where no `do` block encloses it.
    pub(crate) fn stray_action(&self, span: Span) -> crate::Error {
        self.text_error(span, "invalid use of `(<- ...)`, must be nested inside a 'do' expression")
    }
}
