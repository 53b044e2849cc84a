//! Coercions: making a term fit the type that is asked for.

use crate::elab::{Elab, PendingKind};
use crate::env::Transparency;
use crate::error::{Error, Result};
use turnstile_kernel::{BinderInfo, Expr, Name, Node};
use turnstile_syntax::Span;

/// The functions that only exist to find a coercion; they are unfolded in the result.
const COE_FUNCTIONS: [&str; 12] = [
    "Coe.coe",
    "CoeTC.coe",
    "CoeOut.coe",
    "CoeOTC.coe",
    "CoeHead.coe",
    "CoeHTC.coe",
    "CoeTail.coe",
    "CoeHTCT.coe",
    "CoeDep.coe",
    "CoeT.coe",
    "CoeFun.coe",
    "CoeSort.coe",
];

impl Elab {
    /// `e` as a term of type `expected`: itself when its type agrees, else coerced.
    ///
    /// # Errors
    /// `Type mismatch` when there is no coercion.
    pub fn ensure_type(&mut self, e: Expr, expected: Expr, span: Span) -> Result<Expr> {
        let ty = self.m.infer(e)?;
        if self.m.is_def_eq(expected, ty)? {
            return Ok(e);
        }
        self.coerce_or_wait(e, ty, expected, span, None)
    }

    /// [`ensure_type`](Elab::ensure_type) when there is an expected type.
    pub(crate) fn ensure_has_type(&mut self, e: Expr, expected: Option<Expr>, span: Span) -> Result<Expr> {
        match expected {
            Some(t) => self.ensure_type(e, t, span),
            None => Ok(e),
        }
    }

    /// `arg` as the next argument of `f`.
    pub(crate) fn ensure_arg_type(&mut self, f: Expr, arg: Expr, expected: Expr, span: Span) -> Result<Expr> {
        let ty = self.m.infer(arg)?;
        if self.m.is_def_eq(expected, ty)? {
            return Ok(arg);
        }
        self.coerce_or_wait(arg, ty, expected, span, Some(f))
    }

    /// Coerces `e : ty` to `expected`, or leaves a hole for the coercion when too little is known.
    fn coerce_or_wait(
        &mut self,
        e: Expr,
        ty: Expr,
        expected: Expr,
        span: Span,
        f: Option<Expr>,
    ) -> Result<Expr> {
        match self.coerce(e, expected) {
            Ok(Some(v)) => Ok(v),
            Ok(None) => {
                if self.agree_by_defaults(ty, expected)? {
                    return Ok(e);
                }
                let Some(f) = f else { return Err(self.m.type_mismatch(e, ty, expected).at(span)) };
                Err(self.m.app_type_mismatch(f, e, ty, expected).at(span))
            }
            Err(err) if err.is_postpone() => {
                let h = self.m.mk_goal(expected, Name::anon());
                self.push_pending(h, span, PendingKind::Coe { e, expected });
                Ok(h)
            }
            Err(err) => Err(err.at(span)),
        }
    }

    /// Whether two types agree once numerals of unknown type have their default type: `0 + 0 = 0` says too little before.
    fn agree_by_defaults(&mut self, ty: Expr, expected: Expr) -> Result<bool> {
        let (a, b) = (self.m.instantiate(ty), self.m.instantiate(expected));
        if self.pending.is_empty() || !(self.m.st.has_expr_mvar(a) || self.m.st.has_expr_mvar(b)) {
            return Ok(false);
        }
        let agree = self.observing(|e| {
            e.synthesize_using_defaults()?;
            if e.m.is_def_eq(b, a)? { Ok(()) } else { Err(Error::msg("no")) }
        })?;
        Ok(agree.is_ok())
    }

    /// The coercion of `e` to `expected`; nothing if there is none.
    ///
    /// # Errors
    /// Postpone when the types are not known well enough.
    pub(crate) fn coerce(&mut self, e: Expr, expected: Expr) -> Result<Option<Expr>> {
        let expected = self.m.instantiate(expected);
        if !self.m.env.is_class(Name::new("CoeT")) {
            return Ok(None);
        }
        let w = self.m.whnf_r(expected)?;
        if matches!(self.m.st.node(w), Node::Pi(..))
            && let Some(f) = self.coerce_to_function(e)?
        {
            let ft = self.m.infer(f)?;
            if self.m.is_def_eq(expected, ft)? {
                return Ok(Some(f));
            }
        }
        if let Node::App(..) = self.m.st.node(w) {
            let ty = self.m.infer(e)?;
            if let Some(lifted) = self.lift_monad(e, ty, expected)? {
                return Ok(Some(lifted));
            }
        }
        self.coerce_simple(e, expected)
    }

    /// Through an instance of `CoeT`.
    pub(crate) fn coerce_simple(&mut self, e: Expr, expected: Expr) -> Result<Option<Expr>> {
        let ty = self.m.infer(e)?;
        let (ty, expected, e) = (self.m.instantiate(ty), self.m.instantiate(expected), self.m.instantiate(e));
        let (u, v) = (self.m.sort_of(ty)?, self.m.sort_of(expected)?);
        let class = self.m.st.const_(Name::new("CoeT"), &[u, v]);
        let mk = |st: &turnstile_kernel::Store, x: Expr| st.apps(class, &[ty, x, expected]);
        let known = !self.m.st.has_expr_mvar(ty) && !self.m.st.has_expr_mvar(expected);
        let mut found = None;
        if known && (self.m.st.has_expr_mvar(e) || self.is_let_variable(e)) {
            // Most coercions do not look at the value: find one for a variable in its place.
            found = self.m.scoped(|m| {
                let x = m.push_local(Name::new("x"), ty, BinderInfo::Default);
                let goal = mk(&m.st, x);
                let id = m.fvar_id(x)?;
                let inst = m.synth_instance(goal)?;
                Ok::<_, Error>(inst.map(|i| m.st.instantiate1(m.st.abstract_fvars(i, &[id]), e)))
            })?;
        }
        if found.is_none() {
            let goal = mk(&self.m.st, e);
            found = self.m.synth_instance(goal)?;
        }
        let Some(inst) = found else { return Ok(None) };
        let f = self.m.st.const_(Name::new("CoeT.coe"), &[u, v]);
        let r = self.m.st.apps(f, &[ty, e, expected, inst]);
        Ok(Some(self.expand_coe(r)?))
    }

    /// Whether `e` is a local variable with a value, which unification would put in its place.
    fn is_let_variable(&self, e: Expr) -> bool {
        match self.m.st.node(e) {
            Node::FVar(id) => self.m.lctx.get(id).is_some_and(|d| d.value.is_some()),
            _ => false,
        }
    }

    /// `e` as a function, by `CoeFun`.
    pub(crate) fn coerce_to_function(&mut self, e: Expr) -> Result<Option<Expr>> {
        let ty = self.m.infer(e)?;
        let ty = self.m.instantiate(ty);
        if !self.m.env.is_class(Name::new("CoeFun")) {
            return Ok(None);
        }
        let u = self.m.sort_of(ty)?;
        let v = self.m.mk_level_mvar();
        let sort = self.m.st.sort(v);
        let motive = self.m.st.arrow(ty, sort);
        let gamma = self.m.mk_hole(motive);
        let goal = self.m.st.apps(self.m.st.const_(Name::new("CoeFun"), &[u, v]), &[ty, gamma]);
        let Some(inst) = self.m.synth_instance(goal)? else { return Ok(None) };
        let f = self.m.st.const_(Name::new("CoeFun.coe"), &[u, v]);
        let r = self.m.st.apps(f, &[ty, gamma, inst, e]);
        let r = self.m.instantiate(r);
        Ok(Some(self.expand_coe(r)?))
    }

    /// `e` as a type, by `CoeSort`.
    pub(crate) fn coerce_to_sort(&mut self, e: Expr) -> Result<Option<Expr>> {
        let ty = self.m.infer(e)?;
        let ty = self.m.instantiate(ty);
        if !self.m.env.is_class(Name::new("CoeSort")) {
            return Ok(None);
        }
        let u = self.m.sort_of(ty)?;
        let w = self.m.mk_level_mvar();
        let beta_level = self.m.st.l_succ(w);
        let sort_type = self.m.st.sort(beta_level);
        let beta = self.m.mk_hole(sort_type);
        let goal = self.m.st.apps(self.m.st.const_(Name::new("CoeSort"), &[u, beta_level]), &[ty, beta]);
        let Some(inst) = self.m.synth_instance(goal)? else { return Ok(None) };
        let f = self.m.st.const_(Name::new("CoeSort.coe"), &[u, beta_level]);
        let r = self.m.st.apps(f, &[ty, beta, inst, e]);
        let r = self.m.instantiate(r);
        Ok(Some(self.expand_coe(r)?))
    }

    /// Unfolds the coercion functions in `e` through the instances found, so that the term shows what is applied.
    pub(crate) fn expand_coe(&mut self, e: Expr) -> Result<Expr> {
        let st = self.m.st.clone();
        let e = self.m.instantiate(e);
        let mut failed = None;
        let r = st.replace(e, |t, _| {
            if failed.is_some() {
                return Some(t);
            }
            if !self.is_coe_app(t) {
                return None;
            }
            match self.expand_coe_head(t).and_then(|u| if u == t { Ok(t) } else { self.expand_coe(u) }) {
                Ok(u) if u == t => None,
                Ok(u) => Some(u),
                Err(err) => {
                    failed = Some(err);
                    Some(t)
                }
            }
        });
        match failed {
            Some(err) => Err(err),
            None => Ok(r),
        }
    }

    fn is_coe_app(&self, t: Expr) -> bool {
        matches!(self.m.st.node(t), Node::App(..))
            && self.m.st.head_const(t).is_some_and(|n| COE_FUNCTIONS.contains(&n.as_str()))
    }

    /// One coercion function at the head, projected out of its instance.
    fn expand_coe_head(&mut self, t: Expr) -> Result<Expr> {
        if self.m.st.loose(t) > 0 {
            return Ok(t);
        }
        let st = self.m.st.clone();
        let (h, args) = st.unapp(t);
        let Some((n, _)) = st.as_const(h) else { return Ok(t) };
        let np = match n.as_str() {
            "CoeT.coe" | "CoeDep.coe" => 3,
            _ => 2,
        };
        let Some(inst) = args.get(np).copied() else { return Ok(t) };
        let w = self.m.whnf_at(inst, Transparency::Instances)?;
        let Some((_, fields)) = self.m.as_ctor(w) else { return Ok(t) };
        let Some(f) = fields.get(np).copied() else { return Ok(t) };
        Ok(st.beta(f, &args[np + 1..]))
    }
}
