//! Normal forms, for `#reduce` and `#eval`.

use crate::env::Transparency;
use crate::error::Result;
use crate::meta::Meta;
use turnstile_kernel::{Expr, Name, Node, with_stack};

impl Meta {
    /// The normal form of `e`: types and proofs are left alone.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn normalize(&mut self, e: Expr) -> Result<Expr> {
        self.with_transparency(Transparency::Default, |m| m.normal_form(e, true))
    }

    /// The value of closed data: constructors all the way down. Functions are left alone.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn evaluate(&mut self, e: Expr) -> Result<Expr> {
        if !self.env.ext.has_theorem_equations {
            return self.with_transparency(Transparency::Default, |m| m.normal_form(e, false));
        }
        // What was computed by equations that are theorems must not be taken for a conversion later.
        self.clear_caches();
        self.computing = true;
        let r = self.with_transparency(Transparency::Default, |m| m.normal_form(e, false));
        self.computing = false;
        self.clear_caches();
        r
    }

    fn normal_form(&mut self, e: Expr, under_binders: bool) -> Result<Expr> {
        with_stack(|| {
            self.tick()?;
            if self.is_type(e)? || self.is_proof(e)? {
                return Ok(e);
            }
            let w = self.whnf(e)?;
            match self.st.node(w) {
                Node::App(..) => {
                    if let Some(n) = self.nat_literal(w) {
                        return Ok(self.st.nat(n));
                    }
                    let (h, args) = self.st.unapp(w);
                    let mut out = Vec::new();
                    for a in args {
                        out.push(self.normal_form(a, under_binders)?);
                    }
                    // `Nat.succ 2` is 3.
                    if let (Some(n), [a]) = (self.st.as_const(h), &out[..])
                        && n.0 == Name::new("Nat.succ")
                        && let Node::Nat(k) = self.st.node(*a)
                    {
                        return Ok(self.st.nat(&*self.st.nat_value(k) + 1u32));
                    }
                    let v = self.st.apps(h, &out);
                    Ok(if under_binders { v } else { self.as_written(v) })
                }
                Node::Const(n, _) if n == Name::new("Nat.zero") => Ok(self.st.nat_u64(0)),
                Node::Const(n, _) if n == Name::new("PUnit.unit") && !under_binders => {
                    Ok(self.st.const0("Unit.unit"))
                }
                Node::Lam(..) if under_binders => self.scoped(|m| {
                    let (xs, body) = m.open_lams(w, None);
                    let body = m.normal_form(body, true)?;
                    m.mk_lambda(&xs, body)
                }),
                _ => Ok(w),
            }
        })
    }

    /// Numbers and characters as one writes them.
    fn as_written(&self, v: Expr) -> Expr {
        let int = |n: Expr| {
            let inst = self.st.app(self.st.const0("instOfNat"), n);
            let zero = self.st.l_zero();
            self.st.apps(self.st.const_(Name::new("OfNat.ofNat"), &[zero]), &[self.st.const0("Int"), n, inst])
        };
        let literal = |e: Expr, k: u32| match self.st.node(e) {
            Node::Nat(n) => Some(self.st.nat(&*self.st.nat_value(n) + k)),
            _ => None,
        };
        if let Some(n) = self.st.app_of(v, "Int.ofNat", 1).and_then(|a| literal(a[0], 0)) {
            return int(n);
        }
        if let Some(n) = self.st.app_of(v, "Int.negSucc", 1).and_then(|a| literal(a[0], 1)) {
            let zero = self.st.l_zero();
            let neg = self.st.const_(Name::new("Neg.neg"), &[zero]);
            return self.st.apps(neg, &[self.st.const0("Int"), self.st.const0("Int.instNegInt"), int(n)]);
        }
        if let Some(text) = self.st.app_of(v, "String.ofList", 1).and_then(|a| self.characters(a[0])) {
            return self.st.string(&text);
        }
        if let Some(n) = self.st.app_of(v, "Char.mk", 2).and_then(|a| literal(a[0], 0)) {
            return self.st.app(self.st.const0("Char.ofNat"), n);
        }
        v
    }

    /// The text of a list of character literals.
    fn characters(&self, mut list: Expr) -> Option<String> {
        let mut text = String::new();
        loop {
            if self.st.app_of(list, "List.nil", 1).is_some() {
                return Some(text);
            }
            let cell = self.st.app_of(list, "List.cons", 3)?;
            let code = self.st.app_of(cell[1], "Char.ofNat", 1)?;
            let Node::Nat(n) = self.st.node(code[0]) else { return None };
            text.push(char::from_u32(u32::try_from(&*self.st.nat_value(n)).ok()?)?);
            list = cell[2];
        }
    }
}
