//! A total order on terms, for rules such as commutativity that would otherwise apply for ever.

use rustc_hash::FxHashMap;
use std::cmp::Ordering;
use turnstile_kernel::{Expr, Node, Store, with_stack};

/// Compares terms by size, then from left to right. Remembers the sizes it has computed.
#[derive(Default)]
pub struct TermOrder {
    sizes: FxHashMap<Expr, u64>,
}

impl TermOrder {
    fn size(&mut self, st: &Store, e: Expr) -> u64 {
        if let Some(n) = self.sizes.get(&e) {
            return *n;
        }
        let n = with_stack(|| match st.node(e) {
            Node::App(f, a) => self.size(st, f).saturating_add(self.size(st, a)),
            Node::Lam(_, t, b) | Node::Pi(_, t, b) => self.size(st, t).saturating_add(self.size(st, b)),
            Node::Let(_, t, v, b) => {
                self.size(st, t).saturating_add(self.size(st, v)).saturating_add(self.size(st, b))
            }
            Node::Proj(_, _, x) => self.size(st, x),
            _ => 0,
        });
        let n = n.saturating_add(1);
        self.sizes.insert(e, n);
        n
    }

    /// Whether `a` comes before `b`.
    pub fn less(&mut self, st: &Store, a: Expr, b: Expr) -> bool {
        self.compare(st, a, b) == Ordering::Less
    }

    /// The order of `a` and `b`; equal only when they are the same up to bound names.
    pub fn compare(&mut self, st: &Store, a: Expr, b: Expr) -> Ordering {
        if st.alpha_eq(a, b) {
            return Ordering::Equal;
        }
        self.size(st, a).cmp(&self.size(st, b)).then_with(|| with_stack(|| self.compare_parts(st, a, b)))
    }

    fn compare_parts(&mut self, st: &Store, a: Expr, b: Expr) -> Ordering {
        match (st.node(a), st.node(b)) {
            (Node::App(..), Node::App(..)) => {
                let ((f, xs), (g, ys)) = (st.unapp(a), st.unapp(b));
                // The same number of arguments first, so that the order of heads decides before the arguments.
                let mut o = xs.len().cmp(&ys.len()).then_with(|| self.compare(st, f, g));
                for (x, y) in xs.iter().zip(&ys) {
                    o = o.then_with(|| self.compare(st, *x, *y));
                }
                o
            }
            (Node::Lam(_, t, x), Node::Lam(_, u, y)) | (Node::Pi(_, t, x), Node::Pi(_, u, y)) => {
                self.compare(st, t, u).then_with(|| self.compare(st, x, y))
            }
            (Node::Let(_, t, v, x), Node::Let(_, u, w, y)) => self
                .compare(st, t, u)
                .then_with(|| self.compare(st, v, w))
                .then_with(|| self.compare(st, x, y)),
            (Node::Proj(s, i, x), Node::Proj(r, j, y)) => {
                s.cmp(&r).then(i.cmp(&j)).then_with(|| self.compare(st, x, y))
            }
            (Node::Const(n, k), Node::Const(o, l)) => n.cmp(&o).then(k.cmp(&l)),
            (Node::FVar(x), Node::FVar(y)) => x.cmp(&y),
            (Node::MVar(x), Node::MVar(y)) => x.cmp(&y),
            (Node::BVar(x), Node::BVar(y)) => x.cmp(&y),
            (Node::Nat(x), Node::Nat(y)) => st.nat_value(x).cmp(&st.nat_value(y)),
            (Node::Str(x), Node::Str(y)) => st.str_value(x).cmp(&st.str_value(y)),
            (Node::Sort(x), Node::Sort(y)) => x.cmp(&y),
            (x, y) => rank(x).cmp(&rank(y)),
        }
    }
}

fn rank(n: Node) -> u8 {
    match n {
        Node::Nat(_) => 0,
        Node::Str(_) => 1,
        Node::Sort(_) => 2,
        Node::BVar(_) => 3,
        Node::FVar(_) => 4,
        Node::MVar(_) => 5,
        Node::Const(..) => 6,
        Node::Proj(..) => 7,
        Node::App(..) => 8,
        Node::Lam(..) => 9,
        Node::Pi(..) => 10,
        Node::Let(..) => 11,
    }
}
