//! Which side of an equation is the simpler one: the lexicographic path order (Kamin and Lévy 1980; Baader and Nipkow,
//! *Term Rewriting and All That*, section 5.4.2).
//!
//! A function is above those that it is defined by, and these are above the constructors. So products of sums become
//! sums of products, and the reverse of an append the append of reverses.

use rustc_hash::FxHashMap;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{ConstantInfo, Expr, Name, Node};

/// The order, with the ranks of the symbols met so far.
#[derive(Default)]
pub struct PathOrder {
    ranks: FxHashMap<Name, u32>,
}

impl PathOrder {
    /// The statement `∀ xs, ps → l = r` with its sides exchanged if that makes the left side the greater one.
    ///
    /// # Errors
    /// When the budget of `m` ends.
    pub fn orient(&mut self, m: &mut Meta, statement: Expr) -> Result<Expr> {
        let lctx = m.lctx.clone();
        let r = (|| {
            let (xs, body) = self.open(m, statement);
            let Some(args) = m.st.app_of(body, "Eq", 3) else { return Ok(statement) };
            let (l, r) = (args[1], args[2]);
            let vars = |m: &Meta, e: Expr| -> Vec<Expr> {
                xs.iter().copied().filter(|x| m.st.any_subterm(e, |t| t == *x)).collect()
            };
            let (in_l, in_r) = (vars(m, l), vars(m, r));
            // A rule must not make variables.
            let swap = if in_r.iter().any(|x| !in_l.contains(x)) {
                in_l.iter().all(|x| in_r.contains(x))
            } else {
                self.greater(m, r, l) && in_l.iter().all(|x| in_r.contains(x))
            };
            if !swap {
                return Ok(statement);
            }
            let eq = m.st.app_fn(body);
            let swapped = m.st.apps(eq, &[args[0], r, l]);
            m.mk_pi(&xs, swapped)
        })();
        m.lctx = lctx;
        r
    }

    /// The highest rank of a recursive function in `e`: 1 for one that is defined by constructors alone.
    pub fn level(&mut self, m: &Meta, e: Expr) -> u32 {
        let mut names = Vec::new();
        m.st.any_subterm(e, |t| {
            if let Node::Const(n, _) = m.st.node(t)
                && m.env.ext.equations.contains_key(&n)
                && !names.contains(&n)
            {
                names.push(n);
            }
            false
        });
        names.into_iter().map(|n| self.rank_of(m, n)).max().unwrap_or(0)
    }

    fn open(&self, m: &mut Meta, statement: Expr) -> (Vec<Expr>, Expr) {
        let (mut xs, mut t) = (Vec::new(), statement);
        while let Node::Pi(b, d, body) = m.st.node(t) {
            let x = m.push_local(b.name, d, b.info);
            t = m.st.instantiate1(body, x);
            xs.push(x);
        }
        (xs, t)
    }

    /// Whether `s` is greater than `t`.
    pub fn greater(&mut self, m: &Meta, s: Expr, t: Expr) -> bool {
        let (f, ss) = m.st.unapp(s);
        let (g, ts) = m.st.unapp(t);
        if matches!(m.st.node(g), Node::FVar(_)) && ts.is_empty() {
            return s != t && m.st.any_subterm(s, |u| u == t);
        }
        if ss.is_empty() && matches!(m.st.node(f), Node::FVar(_)) {
            return false;
        }
        if ss.iter().any(|a| *a == t || self.greater(m, *a, t)) {
            return true;
        }
        let (a, b) = (self.rank(m, f), self.rank(m, g));
        if a < b || a == b && f != g {
            return false;
        }
        if !ts.iter().all(|b| self.greater(m, s, *b) || is_type_like(m, *b)) {
            return false;
        }
        if a > b {
            return true;
        }
        match ss.iter().zip(&ts).find(|(a, b)| a != b) {
            Some((a, b)) => self.greater(m, *a, *b),
            None => ss.len() > ts.len(),
        }
    }

    fn rank(&mut self, m: &Meta, head: Expr) -> u32 {
        match m.st.node(head) {
            Node::Const(n, _) => self.rank_of(m, n),
            Node::FVar(_) => 1,
            _ => 0,
        }
    }

    fn rank_of(&mut self, m: &Meta, n: Name) -> u32 {
        if let Some(r) = self.ranks.get(&n) {
            return *r;
        }
        // A function that is met again below itself is not above itself.
        self.ranks.insert(n, 1);
        let bodies: Vec<Expr> = match m.env.get(n).map(|c| (**c).clone()) {
            Some(ConstantInfo::Definition(..)) => match m.env.ext.equations.get(&n) {
                Some(q) => q.eqns.iter().map(|q| q.rhs).collect(),
                None => m.unfold_definition(m.st.const_(n, &[]), false).into_iter().collect(),
            },
            _ => {
                self.ranks.insert(n, 0);
                return 0;
            }
        };
        let mut below: Vec<Name> = Vec::new();
        for b in bodies {
            m.st.any_subterm(b, |t| {
                if let Node::Const(c, _) = m.st.node(t)
                    && c != n
                    && !below.contains(&c)
                {
                    below.push(c);
                }
                false
            });
        }
        let r = 1 + below
            .into_iter()
            .map(|c| turnstile_kernel::with_stack(|| self.rank_of(m, c)))
            .max()
            .unwrap_or(0);
        self.ranks.insert(n, r);
        r
    }
}

/// Types and instances do not count.
fn is_type_like(m: &Meta, e: Expr) -> bool {
    match m.st.node(m.st.app_fn(e)) {
        Node::Sort(_) => true,
        Node::Const(n, _) => {
            matches!(m.env.get(n).map(|c| &**c), Some(ConstantInfo::Inductive(_)))
                || m.env.reducibility(n) == turnstile_elab::env::Reducibility::Instance
        }
        Node::FVar(id) => m.lctx.get(id).is_some_and(|d| matches!(m.st.node(d.ty), Node::Sort(_))),
        _ => false,
    }
}
