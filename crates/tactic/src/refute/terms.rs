//! Building proof terms without a context: binders by fresh variables that are bound at once.

use super::sat::Lit;
use turnstile_kernel::{Binder, Expr, FVarId, Name, Node, Store};

/// Makes terms in a store.
#[derive(Clone, Copy)]
pub struct Builder<'a> {
    /// Where terms live.
    pub st: &'a Store,
}

impl Builder<'_> {
    /// `fun x : ty => body x`
    #[must_use]
    pub fn lam(self, ty: Expr, body: impl FnOnce(Expr) -> Expr) -> Expr {
        let id = self.st.fresh_fvar();
        let e = body(self.st.fvar(id));
        let e = self.st.abstract_fvars(e, &[id]);
        self.st.lam(Binder::new(Name::new("h")), ty, e)
    }
    /// `fun (x₁ : ty₁) … => body [x₁, …]`; the types are closed.
    #[must_use]
    pub fn lams(self, types: &[Expr], body: impl FnOnce(&[Expr]) -> Expr) -> Expr {
        let ids: Vec<FVarId> = types.iter().map(|_| self.st.fresh_fvar()).collect();
        let xs: Vec<Expr> = ids.iter().map(|id| self.st.fvar(*id)).collect();
        let e = self.st.abstract_fvars(body(&xs), &ids);
        types.iter().rev().fold(e, |e, ty| self.st.lam(Binder::new(Name::new("h")), *ty, e))
    }
    /// The constant `name`, which has no universe parameters, applied to `args`.
    #[must_use]
    pub fn app(self, name: &str, args: &[Expr]) -> Expr {
        self.st.apps(self.st.const0(name), args)
    }
    /// `¬ p`
    #[must_use]
    pub fn not(self, p: Expr) -> Expr {
        self.app("Not", &[p])
    }
    /// `False`
    #[must_use]
    pub fn falsity(self) -> Expr {
        self.st.const0("False")
    }
    /// A proof of the proposition `p` from one of `False`.
    #[must_use]
    pub fn false_elim(self, p: Expr, h: Expr) -> Expr {
        self.st.apps(self.st.const_(Name::new("False.elim"), &[self.st.l_zero()]), &[p, h])
    }
}

/// `False`, from a proof of what `l` says and one of its denial.
#[must_use]
pub fn contradict(st: &Store, l: Lit, proof: Expr, denial: Expr) -> Expr {
    if l.is_neg() { apply(st, proof, denial) } else { apply(st, denial, proof) }
}

/// `f a`, reduced if `f` is a function as it stands.
#[must_use]
pub fn apply(st: &Store, f: Expr, a: Expr) -> Expr {
    match st.node(f) {
        Node::Lam(..) => st.beta(f, &[a]),
        _ => st.app(f, a),
    }
}
