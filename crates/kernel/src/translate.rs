//! Copying terms from one store to another, leaving behind what is not reachable.

use crate::store::Store;
use crate::subst::with_stack;
use crate::term::{Expr, Level, LevelNode, Levels, Node};
use rustc_hash::FxHashMap;

/// Copies terms of one store into another, sharing what was copied before.
pub struct Translator<'a> {
    from: &'a Store,
    to: &'a Store,
    terms: FxHashMap<Expr, Expr>,
    levels: FxHashMap<Level, Level>,
}

impl<'a> Translator<'a> {
    /// Copies from `from` to `to`.
    #[must_use]
    pub fn new(from: &'a Store, to: &'a Store) -> Translator<'a> {
        Translator { from, to, terms: FxHashMap::default(), levels: FxHashMap::default() }
    }

    /// `l` in the other store.
    pub fn level(&mut self, l: Level) -> Level {
        if let Some(r) = self.levels.get(&l) {
            return *r;
        }
        let n = match self.from.level(l) {
            LevelNode::Succ(a) => LevelNode::Succ(self.level(a)),
            LevelNode::Max(a, b) => LevelNode::Max(self.level(a), self.level(b)),
            LevelNode::IMax(a, b) => LevelNode::IMax(self.level(a), self.level(b)),
            n => n,
        };
        let r = self.to.mk_level(n);
        self.levels.insert(l, r);
        r
    }

    fn list(&mut self, ls: Levels) -> Levels {
        let ls: Vec<Level> = self.from.level_list(ls).iter().map(|l| self.level(*l)).collect();
        self.to.levels(&ls)
    }

    /// `e` in the other store.
    pub fn term(&mut self, e: Expr) -> Expr {
        if let Some(r) = self.terms.get(&e) {
            return *r;
        }
        let r = with_stack(|| match self.from.node(e) {
            Node::Nat(n) => self.to.nat((*self.from.nat_value(n)).clone()),
            Node::Str(s) => self.to.string(&self.from.str_value(s)),
            Node::Sort(l) => {
                let l = self.level(l);
                self.to.sort(l)
            }
            Node::Const(n, ls) => {
                let ls = self.list(ls);
                self.to.mk(Node::Const(n, ls))
            }
            Node::App(f, a) => {
                let (f, a) = (self.term(f), self.term(a));
                self.to.app(f, a)
            }
            Node::Lam(b, t, x) => {
                let (t, x) = (self.term(t), self.term(x));
                self.to.lam(b, t, x)
            }
            Node::Pi(b, t, x) => {
                let (t, x) = (self.term(t), self.term(x));
                self.to.pi(b, t, x)
            }
            Node::Let(n, t, v, x) => {
                let (t, v, x) = (self.term(t), self.term(v), self.term(x));
                self.to.let_(n, t, v, x)
            }
            Node::Proj(s, i, x) => {
                let x = self.term(x);
                self.to.proj(s, i, x)
            }
            n @ (Node::BVar(_) | Node::FVar(_) | Node::MVar(_)) => self.to.mk(n),
        });
        self.terms.insert(e, r);
        r
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Name;
    use crate::term::Binder;

    #[test]
    fn a_copy_says_the_same_in_less_space() {
        let from = Store::new();
        for i in 0..1000 {
            from.nat_u64(i);
        }
        let u = from.l_param(Name::new("u"));
        let c = from.const_(Name::new("List"), &[from.l_max(u, from.l_one())]);
        let e = from.lam(Binder::new(Name::new("x")), from.sort(u), from.app(c, from.bvar(0)));
        let to = Store::new();
        let mut t = Translator::new(&from, &to);
        let r = t.term(e);
        assert!(to.node_count() < 12);
        let back = Translator::new(&to, &from).term(r);
        assert_eq!(back, e);
    }
}
