//! Abstracting the instances of a term in another one.

use crate::env::Transparency;
use crate::error::Result;
use crate::meta::Meta;
use rustc_hash::FxHashMap;
use turnstile_kernel::{Expr, Node, with_stack};

impl Meta {
    /// `e` with every subterm that equals `p` replaced by the loose bound variable 0. Candidates have the same head and
    /// number of arguments as `p` and are compared up to instances; the first match fills the holes of `p`.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn kabstract(&mut self, e: Expr, p: Expr) -> Result<Expr> {
        let (e, p) = (self.instantiate(e), self.instantiate(p));
        if let Node::FVar(id) = self.st.node(p) {
            return Ok(self.st.abstract_fvars(e, &[id]));
        }
        let head = self.st.app_fn(p);
        let key = self.st.node(head);
        let arity = self.st.app_arity(p);
        let mut walk = Abstracter { key, arity, p, memo: FxHashMap::default() };
        walk.visit(self, e, 0)
    }
}

struct Abstracter {
    key: Node,
    arity: usize,
    p: Expr,
    memo: FxHashMap<(Expr, u32), Expr>,
}

impl Abstracter {
    fn visit(&mut self, m: &mut Meta, e: Expr, depth: u32) -> Result<Expr> {
        if let Some(r) = self.memo.get(&(e, depth)) {
            return Ok(*r);
        }
        let r = with_stack(|| self.visit_core(m, e, depth))?;
        self.memo.insert((e, depth), r);
        Ok(r)
    }

    fn visit_core(&mut self, m: &mut Meta, e: Expr, depth: u32) -> Result<Expr> {
        if m.st.loose(e) == 0 && self.may_match(m, e) {
            let p = self.p;
            if m.with_transparency(Transparency::Instances, |m| m.is_def_eq(e, p))? {
                return Ok(m.st.bvar(depth));
            }
        }
        let st = m.st.clone();
        Ok(match st.node(e) {
            Node::App(f, a) => {
                let f = self.visit(m, f, depth)?;
                let a = self.visit(m, a, depth)?;
                st.app(f, a)
            }
            Node::Lam(b, t, body) => {
                let t = self.visit(m, t, depth)?;
                let body = self.visit(m, body, depth + 1)?;
                st.lam(b, t, body)
            }
            Node::Pi(b, t, body) => {
                let t = self.visit(m, t, depth)?;
                let body = self.visit(m, body, depth + 1)?;
                st.pi(b, t, body)
            }
            Node::Let(n, t, v, body) => {
                let t = self.visit(m, t, depth)?;
                let v = self.visit(m, v, depth)?;
                let body = self.visit(m, body, depth + 1)?;
                st.let_(n, t, v, body)
            }
            Node::Proj(s, i, x) => {
                let x = self.visit(m, x, depth)?;
                st.proj(s, i, x)
            }
            _ => e,
        })
    }

    fn may_match(&self, m: &Meta, e: Expr) -> bool {
        let head = m.st.app_fn(e);
        if m.st.app_arity(e) != self.arity {
            return false;
        }
        match (self.key, m.st.node(head)) {
            (Node::Const(a, _), Node::Const(b, _)) => a == b,
            (Node::MVar(_), _) => true,
            (Node::Proj(s, i, _), Node::Proj(t, j, _)) => s == t && i == j,
            (a, b) => {
                std::mem::discriminant(&a) == std::mem::discriminant(&b)
                    && (a == b || matches!(a, Node::Lam(..) | Node::Pi(..) | Node::Sort(_)))
            }
        }
    }
}
