//! A discrimination tree: finds the rules whose left side may match a term, by the symbols of both.

use super::rule::Rule;
use rustc_hash::FxHashMap;
use std::rc::Rc;
use turnstile_elab::Meta;
use turnstile_kernel::{BinderInfo, Expr, FVarId, Name, Node};

/// A symbol of a term, read from the outside in and from left to right.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Key {
    /// Anything: a variable of the rule, or an argument that does not count (an instance, a type found by unification).
    Star,
    /// A constant with its number of arguments.
    Const(Name, u32),
    /// A hypothesis with its number of arguments.
    FVar(FVarId, u32),
    /// A numeral.
    Lit(u64),
    /// A projection with its number of arguments.
    Proj(Name, u32),
    /// `∀` or `→`
    Pi,
    /// A sort.
    Sort,
    /// A lambda, a string, a large numeral, a hole.
    Other,
}

#[derive(Default)]
struct Trie {
    next: Vec<(Key, Trie)>,
    rules: Vec<usize>,
}

impl Trie {
    fn child(&self, k: Key) -> Option<&Trie> {
        self.next.iter().find(|(l, _)| *l == k).map(|(_, t)| t)
    }
    fn child_mut(&mut self, k: Key) -> &mut Trie {
        let at = match self.next.iter().position(|(l, _)| *l == k) {
            Some(i) => i,
            None => {
                self.next.push((k, Trie::default()));
                self.next.len() - 1
            }
        };
        &mut self.next[at].1
    }
}

/// Rules, found by the terms they may rewrite.
#[derive(Default)]
pub struct Index {
    roots: FxHashMap<Key, Trie>,
    rules: Vec<Rc<Rule>>,
    /// The numbers of arguments for which a head has rules.
    arities: FxHashMap<Name, Vec<u32>>,
}

impl Index {
    /// Whether there is no rule.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Adds a rule.
    pub fn insert(&mut self, m: &mut Meta, rule: Rule) {
        let at = self.rules.len();
        let mut todo = vec![rule.lhs];
        let Some((root, args)) = pattern_key(m, rule.lhs, true) else { return };
        if let Key::Const(n, k) = root {
            let arities = self.arities.entry(n).or_default();
            if !arities.contains(&k) {
                arities.push(k);
            }
        }
        todo.clear();
        push_pattern_args(m, root, &args, &mut todo);
        let mut t = self.roots.entry(root).or_default();
        while let Some(e) = todo.pop() {
            // A loose variable marks an argument that does not count.
            let (k, args) = pattern_key(m, e, false).unwrap_or((Key::Star, vec![]));
            push_pattern_args(m, k, &args, &mut todo);
            t = t.child_mut(k);
        }
        t.rules.push(at);
        self.rules.push(Rc::new(rule));
    }

    /// The rules that may rewrite `e` or, when it is an application, a prefix of it: with the number of arguments that
    /// are left over, to be tried first ones first.
    pub fn candidates(&self, m: &Meta, e: Expr, out: &mut Vec<(Rc<Rule>, usize)>) {
        if self.rules.is_empty() {
            return;
        }
        let (root, args) = term_key(m, e);
        let mut found = Vec::new();
        if let Key::Const(n, have) = root {
            let Some(arities) = self.arities.get(&n) else { return };
            for k in arities {
                if *k <= have
                    && let Some(t) = self.roots.get(&Key::Const(n, *k))
                {
                    let args = &args[..*k as usize];
                    collect(m, t, args.iter().rev().copied().collect(), &mut found);
                    out.extend(found.drain(..).map(|i| (self.rules[i].clone(), (have - k) as usize)));
                }
            }
            return;
        }
        if let Some(t) = self.roots.get(&root) {
            let todo = if root == Key::Pi { vec![] } else { args.into_iter().rev().collect() };
            collect(m, t, todo, &mut found);
            out.extend(found.drain(..).map(|i| (self.rules[i].clone(), 0)));
        }
    }
}

/// Walks all paths of `t` that match the terms `todo`, the next one last.
fn collect(m: &Meta, t: &Trie, mut todo: Vec<Expr>, out: &mut Vec<usize>) {
    let Some(e) = todo.pop() else {
        out.extend(&t.rules);
        return;
    };
    if let Some(star) = t.child(Key::Star) {
        collect(m, star, todo.clone(), out);
    }
    if t.next.len() == 1 && t.next[0].0 == Key::Star {
        return;
    }
    let (k, args) = term_key(m, e);
    if k == Key::Star {
        return;
    }
    if let Some(next) = t.child(k) {
        if !matches!(k, Key::Pi) {
            todo.extend(args.into_iter().rev());
        }
        collect(m, next, todo, out);
    }
}

/// The symbol at the head of a pattern and its arguments; `None` for what matches anything.
fn pattern_key(m: &Meta, e: Expr, root: bool) -> Option<(Key, Vec<Expr>)> {
    let st = &m.st;
    if let Node::Lam(..) = st.node(e) {
        let r = m.eta_reduce(e);
        return if r == e { root.then_some((Key::Other, vec![])) } else { pattern_key(m, r, root) };
    }
    if let Some(n) = m.nat_literal(e) {
        return Some((literal_key(&n), vec![]));
    }
    // `n + 1` matches numerals and successors as well.
    if !root && m.nat_offset(e).is_some() {
        return None;
    }
    let (h, args) = st.unapp(e);
    let k = args.len() as u32;
    match st.node(h) {
        Node::Const(n, _) if n.as_str() == "OfNat.ofNat" && k == 3 => match st.node(args[1]) {
            Node::Nat(v) => Some((literal_key(&st.nat_value(v)), vec![])),
            _ => Some((Key::Const(n, k), args)),
        },
        Node::Const(n, _) => {
            if !root && unfolds(m, n) {
                return None;
            }
            Some((Key::Const(n, k), args))
        }
        Node::FVar(id) => {
            if m.lctx.get(id).is_some_and(|d| d.value.is_some()) && !root {
                return None;
            }
            Some((Key::FVar(id, k), args))
        }
        Node::Proj(s, _, x) => Some((Key::Proj(s, k), std::iter::once(x).chain(args).collect())),
        Node::Pi(..) => Some((Key::Pi, vec![])),
        Node::Sort(_) => Some((Key::Sort, vec![])),
        Node::Nat(v) => Some((literal_key(&st.nat_value(v)), vec![])),
        Node::BVar(_) | Node::MVar(_) | Node::Let(..) | Node::Lam(..) | Node::App(..) => None,
        Node::Str(_) => Some((Key::Other, vec![])),
    }
}

/// Reducible definitions are seen through when a pattern is matched, so they do not count as symbols.
fn unfolds(m: &Meta, n: Name) -> bool {
    m.env.reducibility(n) == turnstile_elab::env::Reducibility::Reducible
        && m.env.get(n).is_some_and(|c| c.value().is_some())
}

fn literal_key(n: &turnstile_kernel::BigUint) -> Key {
    u64::try_from(n).map_or(Key::Other, Key::Lit)
}

/// Pushes the arguments of a pattern symbol, the first last. Those that do not count are pushed as variables.
fn push_pattern_args(m: &Meta, k: Key, args: &[Expr], todo: &mut Vec<Expr>) {
    let star = m.st.bvar(u32::MAX - 1);
    match k {
        Key::Const(n, _) => {
            let infos = argument_kinds(m, n, args.len());
            todo.extend(args.iter().zip(&infos).rev().map(|(a, keep)| if *keep { *a } else { star }));
        }
        Key::Pi => {}
        _ => todo.extend(args.iter().rev()),
    }
}

/// Which arguments of the constant `n` select rules: explicit ones, and types.
fn argument_kinds(m: &Meta, n: Name, k: usize) -> Vec<bool> {
    let mut out = Vec::with_capacity(k);
    if let Some(c) = m.env.get(n) {
        let mut ty = c.ty();
        while let Node::Pi(b, d, body) = m.st.node(ty)
            && out.len() < k
        {
            out.push(match b.info {
                BinderInfo::Default => true,
                BinderInfo::Inst => false,
                _ => matches!(m.st.node(d), Node::Sort(_)),
            });
            ty = body;
        }
    }
    out.resize(k, true);
    out
}

/// The symbol at the head of a term and its arguments.
fn term_key(m: &Meta, e: Expr) -> (Key, Vec<Expr>) {
    let st = &m.st;
    if let Node::Lam(..) = st.node(e) {
        let r = m.eta_reduce(e);
        return if r == e { (Key::Other, vec![]) } else { term_key(m, r) };
    }
    if let Some(n) = m.nat_literal(e) {
        return (literal_key(&n), vec![]);
    }
    let (h, args) = st.unapp(e);
    let k = args.len() as u32;
    match st.node(h) {
        Node::Const(n, _) => {
            if n.as_str() == "OfNat.ofNat"
                && k == 3
                && let Node::Nat(v) = st.node(args[1])
            {
                return (literal_key(&st.nat_value(v)), vec![]);
            }
            (Key::Const(n, k), args)
        }
        Node::FVar(id) => (Key::FVar(id, k), args),
        Node::Proj(s, _, x) => (Key::Proj(s, k), std::iter::once(x).chain(args).collect()),
        Node::Pi(..) => (Key::Pi, vec![]),
        Node::Sort(_) => (Key::Sort, vec![]),
        Node::BVar(_) | Node::MVar(_) | Node::Let(..) => (Key::Star, vec![]),
        Node::Nat(_) | Node::Str(_) | Node::Lam(..) | Node::App(..) => (Key::Other, vec![]),
    }
}
