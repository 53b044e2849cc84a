//! Values of closed terms: calls by value where a function has equations, by the kernel's evaluation otherwise.
//!
//! The kernel unfolds a recursive function to its recursor and substitutes arguments unevaluated; that is right for types,
//! where little is to be computed. Here the arguments of a call are evaluated first, its value is remembered, and one
//! equation is one step.

use rustc_hash::FxHashMap;
use std::rc::Rc;
use turnstile_elab::env::Reducibility;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{ConstantInfo, Environment, Expr, Name, Node, Store, TypeChecker, with_stack};

/// Deeper values are of no use as examples.
const MAX_DEPTH: u32 = 500;

/// Evaluates closed terms to constructor normal form, and remembers the results.
pub struct Evaluator<'a> {
    tc: TypeChecker<'a>,
    st: &'a Store,
    /// Kernel steps for one evaluation.
    steps: u64,
    memo: FxHashMap<Expr, Option<Expr>>,
    /// Values of parts.
    parts: FxHashMap<Expr, Expr>,
    /// Calls that the current evaluation may still make.
    calls: u64,
    /// Values and calls that the current one is a part of.
    depth: u32,
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
            parts: FxHashMap::default(),
            calls: 0,
            depth: 0,
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
        self.calls = self.steps / 4;
        let r = f(self, m);
        m.spend(self.steps - self.tc.steps_left())?;
        Ok(r)
    }

    fn normal_form(&mut self, m: &mut Meta, e: Expr) -> Option<Expr> {
        if let Some(v) = self.parts.get(&e) {
            return Some(*v);
        }
        if self.depth == MAX_DEPTH {
            return None;
        }
        self.depth += 1;
        let v = with_stack(|| self.reduce(m, e).and_then(|w| self.with_fields(m, w)));
        self.depth -= 1;
        self.parts.insert(e, v?);
        v
    }

    /// A weak-head normal form of `e`, by equations as far as they go.
    fn reduce(&mut self, m: &mut Meta, e: Expr) -> Option<Expr> {
        let mut e = e;
        loop {
            self.calls = self.calls.checked_sub(1)?;
            let (head, args) = self.st.unapp(e);
            let next = match self.st.node(head) {
                Node::Lam(..) if !args.is_empty() => Some(self.st.head_beta(e)),
                Node::Const(n, _) => self.call(m, n, head, &args)?,
                _ => None,
            };
            match next {
                Some(next) if next != e => e = next,
                _ => return self.tc.whnf(e).ok(),
            }
        }
    }

    /// One step of the call `head args`, its arguments evaluated first. `Some(None)` where no equation says what it is.
    fn call(&mut self, m: &mut Meta, n: Name, head: Expr, args: &[Expr]) -> Option<Option<Expr>> {
        if let ("ite", [_, c, _, yes, no, rest @ ..]) = (n.as_str(), args)
            && let Some(c) = self.decided(m, *c)
        {
            return Some(Some(self.st.beta(if c { *yes } else { *no }, rest)));
        }
        if let Some(info) = m.env.ext.matchers.get(&n).cloned() {
            let mut args = args.to_vec();
            for a in args.iter_mut().skip(info.num_params + 1).take(info.num_discrs) {
                *a = self.argument(m, *a);
            }
            let e = self.st.apps(head, &args);
            return Some(m.reduce_matcher(e).ok()?.or(Some(e)));
        }
        if matches!(m.env.get(n).map(|c| &**c), Some(ConstantInfo::Definition(..)))
            && m.env.reducibility(n) != Reducibility::Instance
        {
            let values: Vec<Expr> = args.iter().map(|a| self.argument(m, *a)).collect();
            let e = self.st.apps(head, &values);
            // What the kernel computes at once is left to it.
            if let Some(eqs) = m.env.ext.equations.get(&n).cloned()
                && !is_computed(n)
                && args.len() >= eqs.arity
            {
                return Some(m.unfold_by_equations(e, &eqs).ok()?.or(Some(e)));
            }
            return Some(Some(e));
        }
        Some(None)
    }

    /// The value of an argument; the argument itself if it is no data, or has no value.
    fn argument(&mut self, m: &mut Meta, a: Expr) -> Expr {
        let has_value = match self.st.head_const(a) {
            Some(n) => {
                m.env.reducibility(n) != Reducibility::Instance
                    && matches!(
                        m.env.get(n).map(|c| &**c),
                        Some(ConstantInfo::Definition(..) | ConstantInfo::Constructor(_))
                    )
            }
            None => false,
        };
        if has_value { self.normal_form(m, a).unwrap_or(a) } else { a }
    }

    /// Whether an equation between data holds.
    fn decided(&mut self, m: &mut Meta, c: Expr) -> Option<bool> {
        let args = self.st.app_of(c, "Eq", 3)?;
        let (a, b) = (args[1], args[2]);
        let (a, b) = (self.normal_form(m, a)?, self.normal_form(m, b)?);
        self.same(m, a, b)
    }

    /// The value that begins with the constructor of `w`, a weak-head normal form.
    fn with_fields(&mut self, m: &mut Meta, w: Expr) -> Option<Expr> {
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
            let v = if proofs[i] { *a } else { self.normal_form(m, *a)? };
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

/// Functions on numerals that the kernel computes without unfolding them.
fn is_computed(n: Name) -> bool {
    matches!(
        n.as_str(),
        "Nat.add"
            | "Nat.sub"
            | "Nat.mul"
            | "Nat.div"
            | "Nat.mod"
            | "Nat.gcd"
            | "Nat.pow"
            | "Nat.beq"
            | "Nat.ble"
            | "Nat.log2"
            | "Nat.land"
            | "Nat.lor"
            | "Nat.xor"
            | "Nat.shiftLeft"
            | "Nat.shiftRight"
    )
}
