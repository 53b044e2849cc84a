//! Numbers for terms that are the same in every store: what threads that share no terms can compare.

use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};
use turnstile_kernel::{Expr, Level, LevelNode, Node, Store, with_stack};

/// An odd number with its bits well spread.
pub const PRIME: u128 = 0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835;

/// Hashes of terms by their structure, each computed once.
#[derive(Debug, Default)]
pub struct Fingerprints {
    known: FxHashMap<Expr, u128>,
}

impl Fingerprints {
    /// The hash of a term without bound names that matter: the representative of all that are equal up to them.
    pub fn of(&mut self, st: &Store, e: Expr) -> u128 {
        if let Some(h) = self.known.get(&e) {
            return *h;
        }
        let h = with_stack(|| self.node(st, e));
        self.known.insert(e, h);
        h
    }

    fn node(&mut self, st: &Store, e: Expr) -> u128 {
        match st.node(e) {
            Node::App(f, a) => mix(1, &[self.of(st, f), self.of(st, a)]),
            Node::Lam(_, t, b) => mix(2, &[self.of(st, t), self.of(st, b)]),
            Node::Pi(_, t, b) => mix(3, &[self.of(st, t), self.of(st, b)]),
            Node::Let(_, t, v, b) => mix(4, &[self.of(st, t), self.of(st, v), self.of(st, b)]),
            Node::Const(n, ls) => {
                let levels: Vec<u128> = st.level_list(ls).iter().map(|l| level(st, *l)).collect();
                mix(5, &[wide(n.as_str()), mix(6, &levels)])
            }
            Node::Sort(l) => mix(7, &[level(st, l)]),
            Node::Proj(s, i, x) => mix(8, &[wide(s.as_str()), u128::from(i), self.of(st, x)]),
            Node::Nat(n) => mix(9, &[wide(st.nat_value(n).to_string().as_str())]),
            Node::Str(s) => mix(10, &[wide(&*st.str_value(s))]),
            Node::BVar(i) => mix(11, &[u128::from(i)]),
            // Free variables and holes have numbers of their thread: their terms are never found equal to another's.
            other => wide(format!("{other:?} {:?}", std::thread::current().id()).as_str()),
        }
    }
}

fn level(st: &Store, l: Level) -> u128 {
    match st.level(l) {
        LevelNode::Zero => 12,
        LevelNode::Succ(a) => mix(13, &[level(st, a)]),
        LevelNode::Max(a, b) => mix(14, &[level(st, a), level(st, b)]),
        LevelNode::IMax(a, b) => mix(15, &[level(st, a), level(st, b)]),
        LevelNode::Param(n) => mix(16, &[wide(n.as_str())]),
        LevelNode::MVar(_) => wide(format!("{l:?} {:?}", std::thread::current().id()).as_str()),
    }
}

fn mix(tag: u128, parts: &[u128]) -> u128 {
    let start = tag.wrapping_mul(PRIME);
    parts.iter().fold(start, |h, part| {
        let h = (h.rotate_left(29) ^ part).wrapping_mul(PRIME);
        h ^ (h >> 61)
    })
}

fn wide<T: Hash + ?Sized>(value: &T) -> u128 {
    let half = |seed: u64| {
        let mut hasher = FxHasher::default();
        seed.hash(&mut hasher);
        value.hash(&mut hasher);
        u128::from(hasher.finish())
    };
    mix(17, &[half(1) << 64 | half(0x51_7CC1), half(7)])
}
