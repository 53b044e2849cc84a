//! Values of closed terms, by the kernel's evaluation.

use rustc_hash::FxHashMap;
use std::rc::Rc;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{ConstantInfo, Environment, Expr, Name, Node, Store, TypeChecker, with_stack};

/// Evaluates closed terms to constructor normal form, and remembers the results.
pub struct Evaluator<'a> {
    tc: TypeChecker<'a>,
    st: &'a Store,
    /// Kernel steps for one evaluation.
    steps: u64,
    memo: FxHashMap<Expr, Option<Expr>>,
    /// Which fields of a constructor are proofs.
    proofs: FxHashMap<Name, Rc<[bool]>>,
}

impl<'a> Evaluator<'a> {
    /// An evaluator in `env` that gives up on a term after so many kernel steps.
    #[must_use]
    pub fn new(env: &'a Environment, st: &'a Store, steps: u64) -> Evaluator<'a> {
        Evaluator {
            tc: TypeChecker::new(env, st),
            st,
            steps,
            memo: FxHashMap::default(),
            proofs: FxHashMap::default(),
        }
    }

    /// The value of closed data: constructors and numerals all the way down, proofs and functions left as they are.
    /// `None` if evaluation gets stuck or takes too long. The work is charged to the budget of `m`.
    ///
    /// # Errors
    /// When that budget ends.
    pub fn value(&mut self, m: &mut Meta, e: Expr) -> Result<Option<Expr>> {
        if let Some(r) = self.memo.get(&e) {
            return Ok(*r);
        }
        let r = self.charged(m, |this, m| this.normal_form(m, e))?;
        self.memo.insert(e, r);
        Ok(r)
    }

    /// The weak-head normal form of a closed term.
    ///
    /// # Errors
    /// When the budget of `m` ends.
    pub fn head(&mut self, m: &mut Meta, e: Expr) -> Result<Option<Expr>> {
        self.charged(m, |this, _| this.tc.whnf(e).ok())
    }

    fn charged<T>(&mut self, m: &mut Meta, f: impl FnOnce(&mut Self, &mut Meta) -> T) -> Result<T> {
        self.tc.set_steps(self.steps);
        let r = f(self, m);
        m.spend(self.steps - self.tc.steps_left())?;
        Ok(r)
    }

    fn normal_form(&mut self, m: &mut Meta, e: Expr) -> Option<Expr> {
        let w = self.tc.whnf(e).ok()?;
        match self.st.node(w) {
            Node::Nat(_) | Node::Str(_) | Node::Lam(..) | Node::Pi(..) | Node::Sort(_) => return Some(w),
            _ => {}
        }
        let (head, args) = self.st.unapp(w);
        let (name, _) = self.st.as_const(head)?;
        let c = match m.env.get(name).map(|c| &**c) {
            Some(ConstantInfo::Constructor(c)) => c.clone(),
            // A type as a value.
            Some(ConstantInfo::Inductive(_)) => return Some(w),
            _ => return None,
        };
        if args.len() != c.num_params + c.num_fields {
            return None;
        }
        if args.is_empty() {
            return Some(if name.as_str() == "Nat.zero" { self.st.nat_u64(0) } else { w });
        }
        let proofs = self.proof_fields(m, name);
        let mut out = args[..c.num_params].to_vec();
        for (i, a) in args[c.num_params..].iter().enumerate() {
            let v = if proofs[i] { *a } else { with_stack(|| self.normal_form(m, *a))? };
            out.push(v);
        }
        if name.as_str() == "Nat.succ"
            && let Node::Nat(k) = self.st.node(out[0])
        {
            return Some(self.st.nat(&*self.st.nat_value(k) + 1u32));
        }
        Some(self.st.apps(head, &out))
    }

    /// Which fields of the constructor are proofs, whatever its parameters are.
    fn proof_fields(&mut self, m: &mut Meta, ctor: Name) -> Rc<[bool]> {
        if let Some(r) = self.proofs.get(&ctor) {
            return r.clone();
        }
        let found = m.scoped(|m| {
            let Some(c) = m.ctor_val(ctor) else { return vec![] };
            let Ok((xs, _)) = m.open_pis(c.cval.ty, Some(c.num_params + c.num_fields)) else { return vec![] };
            let is_proof = |m: &mut Meta, x: Expr| m.is_proof(x).unwrap_or(false);
            xs.iter().skip(c.num_params).map(|x| is_proof(m, *x)).collect()
        });
        let n = m.ctor_val(ctor).map_or(0, |c| c.num_fields);
        let r: Rc<[bool]> = if found.len() == n { found.into() } else { vec![false; n].into() };
        self.proofs.insert(ctor, r.clone());
        r
    }

    /// Whether two values (results of [`value`](Evaluator::value) of the same type) are equal; `None` where that turns
    /// on functions.
    pub fn same(&mut self, m: &mut Meta, a: Expr, b: Expr) -> Option<bool> {
        if a == b || self.st.alpha_eq(a, b) {
            return Some(true);
        }
        if let (Node::Nat(_), Node::Nat(_)) | (Node::Str(_), Node::Str(_)) =
            (self.st.node(a), self.st.node(b))
        {
            return Some(false);
        }
        let ((c, xs), (d, ys)) = (m.as_ctor(a)?, m.as_ctor(b)?);
        if c != d {
            return Some(false);
        }
        let np = m.ctor_val(c)?.num_params;
        let proofs = self.proof_fields(m, c);
        let mut all = Some(true);
        for i in 0..proofs.len() {
            if proofs[i] {
                continue;
            }
            match with_stack(|| self.same(m, *xs.get(np + i)?, *ys.get(np + i)?)) {
                Some(true) => {}
                Some(false) => return Some(false),
                None => all = None,
            }
        }
        all
    }
}
