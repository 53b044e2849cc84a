//! Small random changes to declarations, most of which make them wrong.

use super::rng::Rng;
use std::sync::Arc;
use turnstile_kernel::{
    BigUint, ConstantVal, Declaration, Expr, FVarId, Level, LevelNode, Name, Node, ReducibilityHint, Store,
};

pub struct Mutator<'a> {
    pub st: &'a Store,
    pub rng: Rng,
    /// Constants that may take another one's place.
    pub constants: &'a [Name],
}

impl Mutator<'_> {
    /// The declaration, with a new name, changed in one to three places.
    pub fn declaration(&mut self, d: &Declaration) -> Declaration {
        let mut d = d.clone();
        for _ in 0..1 + self.rng.below(3) {
            d = self.change(&d);
        }
        d
    }

    fn change(&mut self, d: &Declaration) -> Declaration {
        match d {
            Declaration::Axiom(c) => Declaration::Axiom(self.constant(c)),
            Declaration::Quot => Declaration::Quot,
            Declaration::Definition(c, v, hint) => {
                let (c, v) = self.valued(c, *v);
                let hint = match self.rng.below(6) {
                    0 => ReducibilityHint::Opaque,
                    1 => ReducibilityHint::Abbrev,
                    _ => *hint,
                };
                Declaration::Definition(c, v, hint)
            }
            Declaration::Theorem(c, v) => {
                let (c, v) = self.valued(c, *v);
                match self.rng.below(5) {
                    0 => Declaration::Definition(c, v, ReducibilityHint::Abbrev),
                    _ => Declaration::Theorem(c, v),
                }
            }
            Declaration::Opaque(c, v) => {
                let (c, v) = self.valued(c, *v);
                Declaration::Opaque(c, v)
            }
            Declaration::Inductive { level_params, num_params, types } => {
                let (mut level_params, mut num_params, mut types) =
                    (level_params.clone(), *num_params, types.clone());
                let t = self.rng.below(types.len());
                let ctors = types[t].ctors.len();
                match self.rng.below(16) {
                    0 => num_params += 1,
                    1 => num_params = num_params.saturating_sub(1),
                    2 => types[t].ty = self.term(types[t].ty),
                    3 if ctors > 0 => {
                        types[t].ctors.pop();
                    }
                    4 if types.len() > 1 => {
                        types.remove(t);
                    }
                    5 => level_params = self.level_params(&level_params),
                    6 if ctors > 1 => types[t].ctors.swap(0, ctors - 1),
                    _ if ctors > 0 => {
                        let c = self.rng.below(ctors);
                        types[t].ctors[c].ty = self.term(types[t].ctors[c].ty);
                    }
                    _ => types[t].ty = self.term(types[t].ty),
                }
                Declaration::Inductive { level_params, num_params, types }
            }
        }
    }

    fn constant(&mut self, c: &ConstantVal) -> ConstantVal {
        let mut c = c.clone();
        match self.rng.below(12) {
            0 => c.level_params = self.level_params(&c.level_params),
            _ => c.ty = self.term(c.ty),
        }
        c
    }

    fn valued(&mut self, c: &ConstantVal, v: Expr) -> (ConstantVal, Expr) {
        match self.rng.below(3) {
            0 => (self.constant(c), v),
            _ => (c.clone(), self.term(v)),
        }
    }

    fn level_params(&mut self, params: &[Name]) -> Arc<[Name]> {
        let mut params = params.to_vec();
        match self.rng.below(3) {
            0 => params.push(Name::new(["u", "v", "u_1", "w"][self.rng.below(4)])),
            1 => {
                params.pop();
            }
            _ => params.reverse(),
        }
        params.into()
    }

    /// `e` changed at one place.
    pub fn term(&mut self, e: Expr) -> Expr {
        let stop = [4, 10, 25, 60][self.rng.below(4)];
        let mut parts = Vec::new();
        self.st.any_subterm(e, |e| {
            parts.push(e);
            parts.len() > 200
        });
        self.descend(e, stop, &parts)
    }

    fn descend(&mut self, e: Expr, stop: usize, parts: &[Expr]) -> Expr {
        let st = self.st;
        if self.rng.chance(stop) {
            return self.replace(e, parts);
        }
        let which = self.rng.below(3);
        match st.node(e) {
            Node::App(f, a) if which == 0 => st.app(f, self.descend(a, stop, parts)),
            Node::App(f, a) => st.app(self.descend(f, stop, parts), a),
            Node::Lam(b, t, body) if which == 0 => st.lam(b, self.descend(t, stop, parts), body),
            Node::Lam(b, t, body) => st.lam(b, t, self.descend(body, stop, parts)),
            Node::Pi(b, t, body) if which == 0 => st.pi(b, self.descend(t, stop, parts), body),
            Node::Pi(b, t, body) => st.pi(b, t, self.descend(body, stop, parts)),
            Node::Let(n, t, v, body) => match which {
                0 => st.let_(n, self.descend(t, stop, parts), v, body),
                1 => st.let_(n, t, self.descend(v, stop, parts), body),
                _ => st.let_(n, t, v, self.descend(body, stop, parts)),
            },
            Node::Proj(s, i, x) => st.proj(s, i, self.descend(x, stop, parts)),
            _ => self.replace(e, parts),
        }
    }

    fn replace(&mut self, e: Expr, parts: &[Expr]) -> Expr {
        let st = self.st;
        match self.rng.below(12) {
            0 => return *self.rng.pick(parts),
            1 => return st.app(e, *self.rng.pick(parts)),
            2 => return st.app(*self.rng.pick(parts), e),
            // The same again, evaluated otherwise: `(fun x => x) e`, and a let.
            3 => return st.let_(Name::new("x"), *self.rng.pick(parts), e, st.bvar(0)),
            _ => {}
        }
        match st.node(e) {
            Node::BVar(i) => st.bvar(if self.rng.chance(50) { i + 1 } else { i.saturating_sub(1) }),
            Node::Sort(l) => st.sort(self.level(l)),
            Node::Const(n, ls) => {
                let mut ls = st.level_list(ls).to_vec();
                if ls.is_empty() || self.rng.chance(50) {
                    return st.const_(*self.rng.pick(self.constants), &ls);
                }
                let i = self.rng.below(ls.len());
                match self.rng.below(5) {
                    0 => ls.reverse(),
                    1 => ls.push(st.l_zero()),
                    _ => ls[i] = self.level(ls[i]),
                }
                st.const_(n, &ls)
            }
            Node::App(f, a) => match (self.rng.below(3), st.node(f)) {
                (0, Node::App(g, b)) => st.app(st.app(g, a), b),
                (1, _) => f,
                _ => a,
            },
            Node::Lam(b, t, body) => st.pi(b, t, body),
            Node::Pi(b, t, body) if self.rng.chance(50) => st.lam(b, t, body),
            Node::Pi(_, _, body) => st.instantiate1(body, *self.rng.pick(parts)),
            Node::Let(_, _, v, body) => st.instantiate1(body, v),
            Node::Proj(s, i, x) => match self.rng.below(3) {
                0 => st.proj(s, i + 1, x),
                1 => st.proj(s, i.saturating_sub(1), x),
                _ => st.proj(*self.rng.pick(self.constants), i, x),
            },
            Node::Nat(n) => st.nat(&*st.nat_value(n) + BigUint::from(1u32)),
            Node::Str(s) => st.string(&format!("{}a", st.str_value(s))),
            Node::FVar(FVarId(_)) | Node::MVar(_) => e,
        }
    }

    fn level(&mut self, l: Level) -> Level {
        let st = self.st;
        match (self.rng.below(6), st.level(l)) {
            (0, _) => st.l_succ(l),
            (1, LevelNode::Succ(a)) => a,
            (1, LevelNode::Max(a, b)) => st.l_max(b, a),
            (1, LevelNode::IMax(a, b)) => st.l_max(a, b),
            (2, LevelNode::Max(a, b)) => st.l_imax(a, b),
            (3, _) => st.l_imax(st.l_one(), l),
            (4, _) => st.l_max(l, st.l_one()),
            (5, _) => st.l_zero(),
            _ => st.l_imax(l, l),
        }
    }
}
