//! Terms of the fast kernel's store as terms of this crate. Nothing else reads the store.

use crate::env::{Checked, reject};
use crate::expr::Expr;
use crate::level::Level;
use rustc_hash::FxHashMap;
use turnstile_kernel::{Expr as Id, Level as LevelId, LevelNode, Node, Store, with_stack};

/// Copies terms out of a store; what is one node there is one node here.
pub(crate) struct Converter<'a> {
    st: &'a Store,
    terms: FxHashMap<Id, Expr>,
    levels: FxHashMap<LevelId, Level>,
}

impl<'a> Converter<'a> {
    pub(crate) fn new(st: &'a Store) -> Converter<'a> {
        Converter { st, terms: FxHashMap::default(), levels: FxHashMap::default() }
    }

    pub(crate) fn term(&mut self, e: Id) -> Checked<Expr> {
        if let Some(r) = self.terms.get(&e) {
            return Ok(r.clone());
        }
        let r = with_stack(|| {
            Ok(match self.st.node(e) {
                Node::BVar(i) => Expr::var(i),
                Node::FVar(_) => return Err(reject("free-variable", "a declaration has a free variable")),
                Node::MVar(_) => return Err(reject("metavariable", "a declaration has a metavariable")),
                Node::Sort(l) => Expr::sort(self.level(l)?),
                Node::Const(n, ls) => {
                    let ls = self.st.level_list(ls);
                    let ls = ls.iter().map(|l| self.level(*l)).collect::<Checked<Vec<_>>>()?;
                    Expr::constant(n, &ls)
                }
                Node::App(f, a) => Expr::app(&self.term(f)?, &self.term(a)?),
                Node::Lam(_, t, b) => Expr::lam(self.term(t)?, self.term(b)?),
                Node::Pi(_, t, b) => Expr::pi(self.term(t)?, self.term(b)?),
                Node::Let(_, t, v, b) => Expr::let_(self.term(t)?, self.term(v)?, self.term(b)?),
                Node::Proj(n, i, x) => Expr::proj(n, i, &self.term(x)?),
                Node::Nat(n) => Expr::nat((*self.st.nat_value(n)).clone()),
                Node::Str(s) => Expr::string(&self.st.str_value(s)),
            })
        })?;
        self.terms.insert(e, r.clone());
        Ok(r)
    }

    pub(crate) fn level(&mut self, l: LevelId) -> Checked<Level> {
        if let Some(r) = self.levels.get(&l) {
            return Ok(r.clone());
        }
        let r = with_stack(|| {
            Ok(match self.st.level(l) {
                LevelNode::Zero => Level::zero(),
                LevelNode::Succ(a) => self.level(a)?.succ(),
                LevelNode::Max(a, b) => self.level(a)?.max(&self.level(b)?),
                LevelNode::IMax(a, b) => self.level(a)?.imax(&self.level(b)?),
                LevelNode::Param(n) => Level::param(n),
                LevelNode::MVar(_) => {
                    return Err(reject("metavariable", "a declaration has a level metavariable"));
                }
            })
        })?;
        self.levels.insert(l, r.clone());
        Ok(r)
    }
}
