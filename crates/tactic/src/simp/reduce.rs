//! Definitional steps at the head of a term that need no rule: beta, `let`, projections of constructors,
//! `match` on constructors.

use super::engine::Simp;
use turnstile_elab::Result;
use turnstile_elab::env::Transparency;
use turnstile_kernel::{ConstantInfo, Expr, Name, Node};

impl Simp<'_> {
    /// One definitional step at the head of `e`.
    pub(super) fn reduce(&mut self, e: Expr) -> Result<Option<Expr>> {
        let st = self.m.st.clone();
        match st.node(e) {
            Node::Let(_, _, v, b) => Ok(Some(st.instantiate1(b, v))),
            Node::FVar(id) if self.cx.unfold_locals.contains(&id) => {
                Ok(self.m.lctx.get(id).and_then(|d| d.value))
            }
            Node::Proj(_, i, x) => Ok(self.field(x, i as usize)),
            Node::App(..) => {
                let f = st.app_fn(e);
                match st.node(f) {
                    Node::Lam(..) => Ok(Some(st.head_beta(e))),
                    Node::Let(..) | Node::Proj(..) | Node::FVar(_) => match self.reduce(f)? {
                        Some(g) => Ok(Some(st.beta(g, &st.unapp(e).1))),
                        None => Ok(None),
                    },
                    Node::Const(n, _) => self.reduce_constant(e, n),
                    _ => Ok(None),
                }
            }
            _ => Ok(None),
        }
    }

    /// Field `i` of `x`, when `x` is a constructor application as it stands.
    fn field(&self, x: Expr, i: usize) -> Option<Expr> {
        let (h, args) = self.m.st.unapp(x);
        let (n, _) = self.m.st.as_const(h)?;
        match self.m.env.get(n).map(|c| &**c) {
            Some(ConstantInfo::Constructor(c)) => args.get(c.num_params + i).copied(),
            _ => None,
        }
    }

    fn reduce_constant(&mut self, e: Expr, n: Name) -> Result<Option<Expr>> {
        if self.m.env.ext.matchers.contains_key(&n) {
            return self.m.with_transparency(Transparency::Reducible, |m| m.reduce_matcher(e));
        }
        if let Some((s, i)) = self.m.env.ext.projections.get(&n).copied() {
            let Some(np) = self.m.env.structure(s).map(|s| s.num_params) else { return Ok(None) };
            if self.m.env.is_class(s) {
                return Ok(None);
            }
            let args = self.m.st.unapp(e).1;
            let Some(x) = args.get(np).copied() else { return Ok(None) };
            return Ok(self.field(x, i).map(|v| self.m.st.beta(v, &args[np + 1..])));
        }
        match self.m.env.get(n).map(|c| &**c) {
            Some(ConstantInfo::Recursor(r)) => {
                let at = r.major_index();
                self.iota(e, e, at)
            }
            Some(ConstantInfo::Quot(..)) => self.iota(e, e, usize::MAX),
            Some(ConstantInfo::Definition(..)) if matches!(n.last_str(), "casesOn" | "recOn") => {
                let Some(ConstantInfo::Inductive(v)) = self.m.env.get(n.prefix()).map(|c| &**c) else {
                    return Ok(None);
                };
                let at = v.num_params + 1 + v.num_indices;
                match self.m.unfold_definition(e, false) {
                    Some(u) => self.iota(e, u, at),
                    None => Ok(None),
                }
            }
            _ => Ok(None),
        }
    }

    /// The recursor application `u` (which `e` stands for) computed, when its major premise, argument `major` of `e`,
    /// is a constructor as it stands.
    fn iota(&mut self, e: Expr, u: Expr, major: usize) -> Result<Option<Expr>> {
        if major != usize::MAX {
            let Some(x) = self.m.st.unapp(e).1.get(major).copied() else { return Ok(None) };
            if self.m.as_ctor(x).is_none() && self.m.nat_literal(x).is_none() {
                return Ok(None);
            }
        }
        let r = self.m.with_transparency(Transparency::Reducible, |m| m.whnf_core(u))?;
        Ok((r != u && self.m.st.head_const(r) != self.m.st.head_const(u)).then_some(r))
    }
}
