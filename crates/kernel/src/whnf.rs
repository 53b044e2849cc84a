//! Weak-head evaluation: beta, let, local definitions, projections, recursors, quotients; with definitions and Nat
//! functions in [`whnf`](TypeChecker::whnf).

use crate::checker::{Checked, TypeChecker};
use crate::decl::{ConstantInfo, InductiveVal, QuotKind, RecursorVal};
use crate::name::Name;
use crate::term::{Expr, Levels, Node};

impl<'a> TypeChecker<'a> {
    pub(crate) fn whnf_full(&mut self, e: Expr) -> Checked<Expr> {
        match self.st.node(e) {
            Node::BVar(_)
            | Node::Sort(_)
            | Node::MVar(_)
            | Node::Pi(..)
            | Node::Lam(..)
            | Node::Nat(_)
            | Node::Str(_) => return Ok(e),
            _ => {}
        }
        if let Some(r) = self.caches.reduction.whnf.get(&e) {
            return Ok(*r);
        }
        let r = self.deeper(|c| {
            let mut t = e;
            loop {
                t = c.whnf_core_with(t, false)?;
                if let Some(v) = c.reduce_nat(t)? {
                    return Ok(v);
                }
                match c.unfold(t)? {
                    Some(u) => t = u,
                    None => return Ok(t),
                }
            }
        })?;
        self.caches.reduction.whnf.insert(e, r);
        Ok(r)
    }

    pub(crate) fn whnf_core_full(&mut self, e: Expr) -> Checked<Expr> {
        self.whnf_core_with(e, false)
    }

    /// Evaluation without definitions. With `cheap`, the structure under a projection is not unfolded either.
    pub(crate) fn whnf_core_with(&mut self, e: Expr, cheap: bool) -> Checked<Expr> {
        match self.st.node(e) {
            Node::App(..) | Node::Let(..) | Node::Proj(..) => {}
            Node::FVar(id) => {
                return match self.locals.get(&id).and_then(|l| l.value) {
                    Some(v) => self.deeper(|c| c.whnf_core_with(v, cheap)),
                    None => Ok(e),
                };
            }
            _ => return Ok(e),
        }
        let cache =
            if cheap { &self.caches.reduction.whnf_core_cheap } else { &self.caches.reduction.whnf_core };
        if let Some(r) = cache.get(&e) {
            return Ok(*r);
        }
        let r = self.deeper(|c| {
            let mut cur = e;
            while let Some(next) = c.whnf_core_step(cur, cheap)? {
                c.tick()?;
                cur = next;
            }
            Ok(cur)
        })?;
        let cache = if cheap {
            &mut self.caches.reduction.whnf_core_cheap
        } else {
            &mut self.caches.reduction.whnf_core
        };
        cache.insert(e, r);
        Ok(r)
    }

    fn whnf_core_step(&mut self, e: Expr, cheap: bool) -> Checked<Option<Expr>> {
        match self.st.node(e) {
            Node::Let(_, _, v, b) => Ok(Some(self.st.instantiate1(b, v))),
            Node::Proj(s, i, x) => self.reduce_proj(s, i, x, cheap),
            Node::FVar(id) => Ok(self.locals.get(&id).and_then(|l| l.value)),
            Node::App(..) => {
                let (f, args) = self.st.unapp(e);
                match self.st.node(f) {
                    Node::Lam(..) => Ok(Some(self.st.beta(f, &args))),
                    Node::Const(n, ls) => self.reduce_const_app(n, ls, &args),
                    Node::Let(..) | Node::Proj(..) | Node::FVar(_) => {
                        let g = self.whnf_core_with(f, cheap)?;
                        Ok(if g == f { None } else { Some(self.st.beta(g, &args)) })
                    }
                    _ => Ok(None),
                }
            }
            _ => Ok(None),
        }
    }

    fn reduce_const_app(&mut self, n: Name, ls: Levels, args: &[Expr]) -> Checked<Option<Expr>> {
        let env = self.env;
        match env.get(n).map(|c| &**c) {
            Some(ConstantInfo::Recursor(r)) => self.reduce_recursor(r, ls, args),
            Some(ConstantInfo::Quot(_, kind)) => self.reduce_quot(*kind, args),
            _ => Ok(None),
        }
    }

    /// `Quot.lift f h (Quot.mk r a)` is `f a`; `Quot.ind p (Quot.mk r a)` is `p a`.
    fn reduce_quot(&mut self, kind: QuotKind, args: &[Expr]) -> Checked<Option<Expr>> {
        let (function, major) = match kind {
            QuotKind::Lift => (3, 5),
            QuotKind::Ind => (3, 4),
            QuotKind::Type | QuotKind::Mk => return Ok(None),
        };
        let Some(q) = args.get(major) else { return Ok(None) };
        let q = self.whnf_full(*q)?;
        let (head, mk_args) = self.st.unapp(q);
        let Some((n, _)) = self.st.as_const(head) else { return Ok(None) };
        let is_mk = matches!(self.env.get(n).map(|c| &**c), Some(ConstantInfo::Quot(_, QuotKind::Mk)));
        match (is_mk, &mk_args[..]) {
            (true, [_, _, a]) => {
                let r = self.st.app(args[function], *a);
                Ok(Some(self.st.apps(r, &args[major + 1..])))
            }
            _ => Ok(None),
        }
    }

    /// The computation rule of a recursor (iota), with K and eta for structures.
    fn reduce_recursor(&mut self, r: &RecursorVal, ls: Levels, args: &[Expr]) -> Checked<Option<Expr>> {
        let at = r.major_index();
        let Some(major) = args.get(at) else { return Ok(None) };
        if self.st.level_list(ls).len() != r.cval.level_params.len() {
            return Ok(None);
        }
        // A type without constructors has no rule.
        let Some(inductive) = r.rules.first().and_then(|rule| self.inductive_of_ctor(rule.ctor)) else {
            return Ok(None);
        };
        let mut major = *major;
        if r.k
            && let Some(c) = self.k_constructor(inductive, major)?
        {
            major = c;
        }
        major = self.whnf_full(major)?;
        major = match self.st.node(major) {
            Node::Nat(n) => self.nat_as_constructor(n)?,
            Node::Str(s) => {
                let s = self.string_as_constructor(s);
                self.whnf_full(s)?
            }
            _ => self.eta_expand_major(inductive, major)?,
        };
        let (head, major_args) = self.st.unapp(major);
        let Some((ctor, _)) = self.st.as_const(head) else { return Ok(None) };
        let Some(rule) = r.rules.iter().find(|rule| rule.ctor == ctor) else { return Ok(None) };
        let Some(first_field) = major_args.len().checked_sub(rule.num_fields) else { return Ok(None) };
        let rhs = self.instantiate_params(rule.rhs, &r.cval.level_params, ls)?;
        let mut spine = Vec::with_capacity(args.len() + rule.num_fields);
        spine.extend_from_slice(&args[..r.first_index()]);
        spine.extend_from_slice(&major_args[first_field..]);
        spine.extend_from_slice(&args[at + 1..]);
        Ok(Some(self.st.beta(rhs, &spine)))
    }

    pub(crate) fn inductive_of_ctor(&self, ctor: Name) -> Option<&'a InductiveVal> {
        let env = self.env;
        match env.get(ctor).map(|c| &**c) {
            Some(ConstantInfo::Constructor(c)) => self.inductive(c.induct),
            _ => None,
        }
    }

    pub(crate) fn inductive(&self, n: Name) -> Option<&'a InductiveVal> {
        let env = self.env;
        match env.get(n).map(|c| &**c) {
            Some(ConstantInfo::Inductive(i)) => Some(i),
            _ => None,
        }
    }

    /// K: any term of the type stands for the only constructor, if that constructor has the term's type.
    fn k_constructor(&mut self, inductive: &InductiveVal, major: Expr) -> Checked<Option<Expr>> {
        let ty = self.infer_core(major, false)?;
        let ty = self.whnf_full(ty)?;
        let (head, args) = self.st.unapp(ty);
        let Some((n, ls)) = self.st.as_const(head) else { return Ok(None) };
        if n != inductive.cval.name || args.len() < inductive.num_params {
            return Ok(None);
        }
        let [ctor] = &*inductive.ctors else { return Ok(None) };
        let ctor = self.st.mk(Node::Const(*ctor, ls));
        let ctor = self.st.apps(ctor, &args[..inductive.num_params]);
        let ctor_ty = self.infer_core(ctor, false)?;
        Ok(if self.convertible(ty, ctor_ty)? { Some(ctor) } else { None })
    }

    /// Whether values of the type are determined by their projections: one constructor, no indices, not recursive.
    pub(crate) fn is_structure_like(ind: &InductiveVal) -> bool {
        ind.ctors.len() == 1 && ind.num_indices == 0 && !ind.is_rec
    }

    /// Eta for a structure in the place of a recursor's major premise; never for a proof.
    fn eta_expand_major(&mut self, ind: &InductiveVal, major: Expr) -> Checked<Expr> {
        if !Self::is_structure_like(ind) {
            return Ok(major);
        }
        let ctor = ind.ctors[0];
        if self.st.head_const(major) == Some(ctor) {
            return Ok(major);
        }
        let ty = self.infer_core(major, false)?;
        let ty = self.whnf_full(ty)?;
        let (head, args) = self.st.unapp(ty);
        let Some((n, ls)) = self.st.as_const(head) else { return Ok(major) };
        if n != ind.cval.name || args.len() != ind.num_params || self.is_prop(ty)? {
            return Ok(major);
        }
        let Some(ConstantInfo::Constructor(c)) = self.env.get(ctor).map(|c| &**c) else { return Ok(major) };
        let mut r = self.st.apps(self.st.mk(Node::Const(ctor, ls)), &args);
        for i in 0..c.num_fields as u32 {
            r = self.st.app(r, self.st.proj(n, i, major));
        }
        Ok(r)
    }

    /// The field of a constructor application; `None` leaves the projection as it was.
    pub(crate) fn reduce_proj(&mut self, s: Name, i: u32, x: Expr, cheap: bool) -> Checked<Option<Expr>> {
        let c = if cheap { self.whnf_core_with(x, true)? } else { self.whnf_full(x)? };
        self.proj_of_constructor(s, i, c)
    }

    pub(crate) fn proj_of_constructor(&mut self, s: Name, i: u32, mut c: Expr) -> Checked<Option<Expr>> {
        if let Node::Str(lit) = self.st.node(c) {
            let expanded = self.string_as_constructor(lit);
            c = self.whnf_full(expanded)?;
        }
        let (head, args) = self.st.unapp(c);
        let Some((n, _)) = self.st.as_const(head) else { return Ok(None) };
        match self.env.get(n).map(|c| &**c) {
            Some(ConstantInfo::Constructor(ctor)) if ctor.induct == s => {
                Ok(args.get(ctor.num_params + i as usize).copied())
            }
            _ => Ok(None),
        }
    }

    /// The definition or theorem at the head of `e`, when its level arguments are right.
    pub(crate) fn unfoldable(&self, e: Expr) -> Option<(Expr, &'a ConstantInfo)> {
        let head = self.st.app_fn(e);
        let (n, ls) = self.st.as_const(head)?;
        let env = self.env;
        let c = &**env.get(n)?;
        let unfolds = matches!(c, ConstantInfo::Definition(..) | ConstantInfo::Theorem(..));
        (unfolds && self.st.level_list(ls).len() == c.cval().level_params.len()).then_some((head, c))
    }

    /// Unfolds the definition or theorem at the head of `e`.
    pub(crate) fn unfold(&mut self, e: Expr) -> Checked<Option<Expr>> {
        let Some((head, c)) = self.unfoldable(e) else { return Ok(None) };
        self.tick()?;
        let value = match self.caches.unfolded.get(&head) {
            Some(v) => *v,
            None => {
                let (Some((_, ls)), Some(v)) = (self.st.as_const(head), c.value()) else { return Ok(None) };
                let v = self.instantiate_params(v, &c.cval().level_params, ls)?;
                self.caches.unfolded.insert(head, v);
                v
            }
        };
        if head == e {
            return Ok(Some(value));
        }
        let (_, args) = self.st.unapp(e);
        Ok(Some(self.st.beta(value, &args)))
    }
}
