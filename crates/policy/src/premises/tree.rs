//! Discrimination trees: the patterns that may match a term, found by the symbols of both.
//!
//! A pattern is read as the list of its symbols from the outside in and from left to right, with one wild card for each
//! variable and each argument that does not count; the lists share their beginnings in a tree (W. McCune, *Experiments
//! with discrimination-tree indexing and path indexing for term retrieval*, JAR 1992; the index of `simp` in Lean is one).
//! What is found may match; unification has the last word.

use rustc_hash::FxHashMap;
use std::sync::Arc;
use turnstile_elab::Env;
use turnstile_kernel::{BinderInfo, Expr, Name, Node, Store};

/// A symbol, with the number of subterms that follow it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Key {
    /// Anything.
    Star,
    /// A constant and its number of arguments.
    Const(Name, u32),
    /// A numeral; very large ones count as the same.
    Number(u64),
    /// A field of a structure, as the kernel writes it.
    Proj(Name, u32),
    /// A function type.
    Pi,
    /// A universe.
    Sort,
    /// A string.
    Text,
}

impl Key {
    /// How many subterms follow.
    fn arity(self) -> usize {
        match self {
            Key::Const(_, k) => k as usize,
            Key::Pi => 2,
            Key::Proj(_, k) => k as usize + 1,
            Key::Star | Key::Number(_) | Key::Sort | Key::Text => 0,
        }
    }
}

/// Patterns longer than this many symbols are told apart by their first ones only.
const MAX_LENGTH: usize = 40;
/// Places of the tree that one query looks at.
const MAX_VISITS: usize = 10_000;

#[derive(Default)]
struct Place {
    next: Vec<(Key, u32)>,
    /// Patterns that end here.
    items: Vec<u32>,
    /// Patterns that were cut off here.
    cut: Vec<u32>,
}

/// A discrimination tree; what it holds are numbers, in the order they were put in.
pub(super) struct Tree {
    places: Vec<Place>,
    edges: FxHashMap<(u32, Key), u32>,
}

impl Default for Tree {
    fn default() -> Tree {
        Tree { places: vec![Place::default()], edges: FxHashMap::default() }
    }
}

impl Tree {
    /// Puts in `item` under `pattern`, whose loose bound variables match anything.
    pub(super) fn insert(&mut self, kinds: &mut ArgumentKinds<'_>, pattern: Expr, item: u32) {
        let mut at = 0;
        let mut todo = vec![Some(pattern)];
        let mut length = 0;
        while let Some(next) = todo.pop() {
            if length == MAX_LENGTH {
                self.places[at as usize].cut.push(item);
                return;
            }
            length += 1;
            let key = match next {
                None => Key::Star,
                Some(e) => kinds.pattern(e, length == 1, &mut todo),
            };
            at = self.child(at, key);
        }
        self.places[at as usize].items.push(item);
    }

    fn child(&mut self, at: u32, key: Key) -> u32 {
        if let Some(c) = self.edges.get(&(at, key)) {
            return *c;
        }
        let c = self.places.len() as u32;
        self.places.push(Place::default());
        self.edges.insert((at, key), c);
        self.places[at as usize].next.push((key, c));
        c
    }

    /// Adds to `out` the items below `limit` whose pattern may match `e`.
    pub(super) fn matching(&self, st: &Store, e: Expr, limit: u32, out: &mut Vec<u32>) {
        let mut walk = Walk { tree: self, st, limit, visits: 0, out };
        walk.go(0, &mut vec![Some(e)]);
    }
}

struct Walk<'a> {
    tree: &'a Tree,
    st: &'a Store,
    limit: u32,
    visits: usize,
    out: &'a mut Vec<u32>,
}

impl Walk<'_> {
    fn take(&mut self, items: &[u32]) {
        self.out.extend(&items[..items.partition_point(|i| *i < self.limit)]);
    }

    /// Follows the paths from `at` that match the terms `todo`, the next one last; `None` is a term that is not known.
    fn go(&mut self, at: u32, todo: &mut Vec<Option<Expr>>) {
        self.visits += 1;
        if self.visits > MAX_VISITS {
            return;
        }
        let tree = self.tree;
        let place = &tree.places[at as usize];
        self.take(&place.cut);
        let Some(next) = todo.pop() else {
            self.take(&place.items);
            return;
        };
        let mut rest = Vec::new();
        let known = next.and_then(|e| term_key(self.st, e, &mut rest));
        // General patterns first: they are few, and found even where the query is cut short.
        if let Some(c) = tree.edges.get(&(at, Key::Star)) {
            self.go(*c, todo);
        }
        match known {
            Some(Key::Star) => {}
            Some(key) => {
                if let Some(c) = tree.edges.get(&(at, key)) {
                    let len = todo.len();
                    todo.extend(rest.iter().rev().map(|e| Some(*e)));
                    self.go(*c, todo);
                    todo.truncate(len);
                }
            }
            // A hole matches every pattern.
            None => {
                for (key, c) in place.next.iter().filter(|(key, _)| *key != Key::Star) {
                    let len = todo.len();
                    todo.resize(len + key.arity(), None);
                    self.go(*c, todo);
                    todo.truncate(len);
                }
            }
        }
        todo.push(next);
    }
}

/// The symbol of a term and its subterms; `None` for a hole.
fn term_key(st: &Store, e: Expr, rest: &mut Vec<Expr>) -> Option<Key> {
    let (h, args) = st.unapp(e);
    let k = args.len() as u32;
    Some(match st.node(h) {
        // A function that is written out may be what a pattern says in another way.
        Node::MVar(_) | Node::Lam(..) => return None,
        Node::Const(n, _) => match numeral(st, n, &args) {
            Some(v) => Key::Number(v),
            None => {
                *rest = args;
                Key::Const(n, k)
            }
        },
        Node::Proj(s, _, x) => {
            rest.push(x);
            rest.extend(args);
            Key::Proj(s, k)
        }
        Node::Pi(_, d, b) => {
            rest.extend([d, b]);
            Key::Pi
        }
        Node::Sort(_) => Key::Sort,
        Node::Nat(n) => Key::Number(small(&st.nat_value(n))),
        Node::Str(_) => Key::Text,
        // Only variables of patterns match a variable.
        Node::FVar(_) | Node::BVar(_) | Node::Let(..) | Node::App(..) => Key::Star,
    })
}

fn small(n: &turnstile_kernel::BigUint) -> u64 {
    u64::try_from(n).unwrap_or(u64::MAX)
}

/// The value of `OfNat.ofNat α 5 _` and of `Nat.zero`.
fn numeral(st: &Store, n: Name, args: &[Expr]) -> Option<u64> {
    match (n.as_str(), args) {
        ("OfNat.ofNat", [_, v, _]) => match st.node(*v) {
            Node::Nat(v) => Some(small(&st.nat_value(v))),
            _ => None,
        },
        ("Nat.zero", []) => Some(0),
        _ => None,
    }
}

/// Which arguments of constants tell patterns apart: explicit ones, and types. Remembers its answers.
pub(super) struct ArgumentKinds<'a> {
    pub(super) st: &'a Store,
    pub(super) env: &'a Env,
    known: FxHashMap<(Name, usize), Arc<[bool]>>,
}

impl<'a> ArgumentKinds<'a> {
    pub(super) fn new(st: &'a Store, env: &'a Env) -> ArgumentKinds<'a> {
        ArgumentKinds { st, env, known: FxHashMap::default() }
    }

    fn of(&mut self, n: Name, count: usize) -> Arc<[bool]> {
        if let Some(k) = self.known.get(&(n, count)) {
            return k.clone();
        }
        let mut kinds = Vec::with_capacity(count);
        let mut ty = self.env.get(n).map(|c| c.ty());
        while let Some(Node::Pi(b, d, body)) = ty.map(|t| self.st.node(t))
            && kinds.len() < count
        {
            kinds.push(match b.info {
                BinderInfo::Default => true,
                BinderInfo::Inst => false,
                _ => matches!(self.st.node(d), Node::Sort(_)),
            });
            ty = Some(body);
        }
        kinds.resize(count, true);
        let kinds: Arc<[bool]> = kinds.into();
        self.known.insert((n, count), kinds.clone());
        kinds
    }

    /// The symbol of a pattern; its subterms go to `todo`, the first last.
    fn pattern(&mut self, e: Expr, root: bool, todo: &mut Vec<Option<Expr>>) -> Key {
        let st = self.st;
        let (h, args) = st.unapp(e);
        let k = args.len() as u32;
        match st.node(h) {
            Node::Const(n, _) => {
                if let Some(v) = numeral(st, n, &args) {
                    return Key::Number(v);
                }
                // `n + 1` matches numerals and successors as well, and abbreviations are seen through.
                if !root && (is_successor(st, n, &args) || self.is_abbreviation(n)) {
                    return Key::Star;
                }
                let kinds = self.of(n, args.len());
                todo.extend(args.iter().zip(kinds.iter()).rev().map(|(a, keep)| keep.then_some(*a)));
                Key::Const(n, k)
            }
            Node::Proj(s, _, x) => {
                todo.extend(args.iter().rev().map(|a| Some(*a)));
                todo.push(Some(x));
                Key::Proj(s, k)
            }
            Node::Pi(_, d, b) => {
                todo.extend([Some(b), Some(d)]);
                Key::Pi
            }
            Node::Sort(_) => Key::Sort,
            Node::Nat(n) => Key::Number(small(&st.nat_value(n))),
            Node::Str(_) => Key::Text,
            Node::BVar(_) | Node::FVar(_) | Node::MVar(_) | Node::Lam(..) | Node::Let(..) | Node::App(..) => {
                Key::Star
            }
        }
    }

    fn is_abbreviation(&self, n: Name) -> bool {
        self.env.reducibility(n) == turnstile_elab::env::Reducibility::Reducible
            && !self.env.ext.projections.contains_key(&n)
            && self.env.get(n).is_some_and(|c| c.value().is_some())
    }
}

/// Whether this is `Nat.succ n` or `n + 5`.
fn is_successor(st: &Store, n: Name, args: &[Expr]) -> bool {
    let is_numeral = |e: Expr| match st.node(st.app_fn(e)) {
        Node::Nat(_) => true,
        Node::Const(n, _) => n.as_str() == "OfNat.ofNat",
        _ => false,
    };
    match (n.as_str(), args) {
        ("Nat.succ", [_]) => true,
        ("HAdd.hAdd", [.., b]) => args.len() == 6 && is_numeral(*b),
        _ => false,
    }
}
