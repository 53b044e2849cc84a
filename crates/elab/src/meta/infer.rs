//! Type inference without checking: the types of well-formed terms, fast. The kernel does the checking.

use super::Meta;
use crate::error::{Error, Result};
use turnstile_kernel::{Expr, Level, Node, with_stack};

impl Meta {
    /// The type of `e`, assuming `e` is well typed.
    ///
    /// # Errors
    /// When `e` is visibly ill-formed, or the budget ends.
    pub fn infer(&mut self, e: Expr) -> Result<Expr> {
        match self.st.node(e) {
            Node::FVar(id) => return Ok(self.local_decl(id)?.ty),
            Node::MVar(m) => {
                return match self.mctx.decl(m) {
                    Some(d) => Ok(d.ty),
                    None => Err(Error::msg("internal: unknown metavariable")),
                };
            }
            Node::Sort(l) => {
                let l = self.st.l_succ(l);
                return Ok(self.st.sort(l));
            }
            Node::Nat(_) => return Ok(self.st.const0("Nat")),
            Node::Str(_) => return Ok(self.st.const0("String")),
            Node::Const(n, ls) => {
                let Some(c) = self.env.get(n) else {
                    return Err(Error::msg(format!("Unknown constant `{n}`")));
                };
                let c = c.cval();
                return Ok(self.st.instantiate_levels(c.ty, &c.level_params, &self.st.level_list(ls)));
            }
            _ => {}
        }
        let key = (!self.st.has_expr_mvar(e)).then_some(e);
        if let Some(k) = key
            && let Some(t) = self.caches.infer.get(&k)
        {
            return Ok(*t);
        }
        let t = with_stack(|| self.infer_compound(e))?;
        if let Some(k) = key {
            self.caches.infer.insert(k, t);
        }
        Ok(t)
    }

    fn infer_compound(&mut self, e: Expr) -> Result<Expr> {
        match self.st.node(e) {
            Node::App(..) => {
                let (f, args) = self.st.unapp(e);
                let mut ty = self.infer(f)?;
                let mut start = 0;
                for i in 0..args.len() {
                    if let Node::Pi(_, _, b) = self.st.node(ty) {
                        ty = b;
                    } else {
                        let t = self.instantiate_rev_beta(ty, &args[start..i]);
                        let t = self.whnf(t)?;
                        start = i;
                        match self.st.node(t) {
                            Node::Pi(_, _, b) => ty = b,
                            _ => {
                                let f = self.st.apps(f, &args[..i]);
                                return Err(self.error_at_term("function expected", f));
                            }
                        }
                    }
                }
                Ok(self.instantiate_rev_beta(ty, &args[start..]))
            }
            Node::Lam(..) => self.scoped(|m| {
                let (xs, body) = m.open_lams(e, None);
                let t = m.infer(body)?;
                m.mk_pi(&xs, t)
            }),
            Node::Pi(..) => self.scoped(|m| {
                let mut us: Vec<Level> = Vec::new();
                let mut xs = Vec::new();
                let mut t = e;
                while let Node::Pi(b, dom, body) = m.st.node(t) {
                    let dom = m.st.instantiate_rev(dom, &xs);
                    us.push(m.sort_of(dom)?);
                    xs.push(m.push_local(b.name, dom, b.info));
                    t = body;
                }
                let body = m.st.instantiate_rev(t, &xs);
                let mut u = m.sort_of(body)?;
                for d in us.into_iter().rev() {
                    u = m.mk_imax(d, u);
                }
                Ok(m.st.sort(u))
            }),
            Node::Let(n, ty, v, body) => self.scoped(|m| {
                let x = m.push_let(n, ty, v);
                let b = m.st.instantiate1(body, x);
                let t = m.infer(b)?;
                let t = m.instantiate(t);
                let id = m.fvar_id(x)?;
                let t = m.st.abstract_fvars(t, &[id]);
                Ok(m.st.instantiate1(t, v))
            }),
            Node::Proj(s, i, x) => {
                let t = self.infer(x)?;
                let t = self.whnf(t)?;
                let (h, args) = self.st.unapp(t);
                let ok = self.st.as_const(h).filter(|c| c.0 == s);
                let info = self.env.get(s).cloned();
                if let (Some((_, ls)), Some(turnstile_kernel::ConstantInfo::Inductive(v))) =
                    (ok, info.as_deref())
                    && let [ctor] = &*v.ctors
                    && let Some(c) = self.env.get(*ctor).cloned()
                    && args.len() >= v.num_params
                {
                    let c = c.cval();
                    let mut ty = self.st.instantiate_levels(c.ty, &c.level_params, &self.st.level_list(ls));
                    for a in &args[..v.num_params] {
                        ty = self.pi_body(ty, *a)?;
                    }
                    for j in 0..i {
                        let p = self.st.proj(s, j, x);
                        ty = self.pi_body(ty, p)?;
                    }
                    let ty = if matches!(self.st.node(ty), Node::Pi(..)) { ty } else { self.whnf(ty)? };
                    if let Node::Pi(_, d, _) = self.st.node(ty) {
                        return Ok(d);
                    }
                }
                Err(self.error_at_term("invalid projection", e))
            }
            _ => Err(self.error_at_term("internal: cannot infer the type of", e)),
        }
    }

    fn pi_body(&mut self, ty: Expr, a: Expr) -> Result<Expr> {
        let ty = if matches!(self.st.node(ty), Node::Pi(..)) { ty } else { self.whnf(ty)? };
        match self.st.node(ty) {
            Node::Pi(_, _, b) => Ok(self.st.instantiate1(b, a)),
            _ => Err(self.error_at_term("function type expected", ty)),
        }
    }

    /// `e` with its outermost loose variables replaced by `args`, the last argument for variable 0; an argument that is a
    /// function is applied on the spot, so that `motive n` shows what it says about `n`.
    #[must_use]
    pub fn instantiate_rev_beta(&self, e: Expr, args: &[Expr]) -> Expr {
        if args.is_empty() || self.st.loose(e) == 0 {
            return e;
        }
        if !args.iter().any(|a| matches!(self.st.node(*a), Node::Lam(..))) {
            return self.st.instantiate_rev(e, args);
        }
        self.instantiate_rev_beta_at(e, args, 0)
    }

    fn instantiate_rev_beta_at(&self, e: Expr, args: &[Expr], offset: u32) -> Expr {
        let st = &*self.st;
        let n = args.len() as u32;
        st.replace(e, |e, depth| {
            let depth = depth + offset;
            if st.loose(e) <= depth {
                return Some(e);
            }
            match st.node(e) {
                Node::BVar(i) if i < depth + n => {
                    Some(st.lift(args[(n - 1 - (i - depth)) as usize], 0, depth))
                }
                Node::BVar(i) => Some(st.bvar(i - n)),
                Node::App(..) => {
                    let Node::BVar(i) = st.node(st.app_fn(e)) else { return None };
                    if i < depth || i >= depth + n {
                        return None;
                    }
                    let (_, xs) = st.unapp(e);
                    let f = st.lift(args[(n - 1 - (i - depth)) as usize], 0, depth);
                    let xs: Vec<Expr> = with_stack(|| {
                        xs.iter().map(|x| self.instantiate_rev_beta_at(*x, args, depth)).collect()
                    });
                    Some(st.beta(f, &xs))
                }
                _ => None,
            }
        })
    }
}
