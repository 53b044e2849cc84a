//! Statements told apart up to names, and up to definitions that only abbreviate.
//!
//! A test theorem that is in the training data under another name, about functions under other names, or with an
//! abbreviation unfolded, is in the training data. So constants that are not the library's count as what they are defined
//! to be, and definitions without recursion are unfolded.

use crate::fingerprint::PRIME;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use turnstile_elab::Env;
use turnstile_kernel::{ConstantInfo, Expr, Level, LevelNode, Name, Node, Store, with_stack};

/// A statement up to names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Canonical {
    /// Hash of the statement, in hexadecimal digits.
    pub statement: String,
    /// Hashes of the recursive functions and inductive types in it that are not the library's.
    pub definitions: BTreeSet<String>,
}

/// What is the same for a statement under other names.
#[must_use]
pub fn canonical(st: &Store, env: &Env, statement: Expr) -> Canonical {
    let (_, library) = turnstile_library::load();
    let mut c = Hasher {
        st,
        env,
        library: &library,
        known: FxHashMap::default(),
        open: vec![],
        lowest: usize::MAX,
        own: BTreeSet::new(),
    };
    let hash = c.term(unfolded(st, env, &library, statement), &[]);
    let definitions = c.own.iter().map(|h| format!("{h:032x}")).collect();
    Canonical { statement: format!("{hash:032x}"), definitions }
}

/// The statement with the definitions that only abbreviate unfolded.
fn unfolded(st: &Store, env: &Env, library: &Env, statement: Expr) -> Expr {
    const ROUNDS: usize = 6;
    let mut e = statement;
    for _ in 0..ROUNDS {
        let new = st.replace(e, |t, _| {
            let (mut head, mut args) = (t, vec![]);
            while let Node::App(f, a) = st.node(head) {
                args.push(a);
                head = f;
            }
            let Node::Const(n, levels) = st.node(head) else { return None };
            if library.contains(n) {
                return None;
            }
            let info = env.get(n)?;
            let ConstantInfo::Definition(c, value, _) = &**info else { return None };
            if is_recursive(st, env, *value, 0) {
                return None;
            }
            args.reverse();
            let value = st.instantiate_levels(*value, &c.level_params, &st.level_list(levels));
            Some(st.beta(value, &args))
        });
        if new == e {
            break;
        }
        e = new;
    }
    e
}

/// Whether a definition takes values apart: by a recursor, or by what is made from one.
fn is_recursive(st: &Store, env: &Env, value: Expr, depth: u32) -> bool {
    const COMPILED: [&str; 7] = ["rec", "recOn", "casesOn", "brecOn", "below", "binductionOn", "fix"];
    depth > 4
        || st.any_subterm(value, |t| match st.node(t) {
            Node::Const(n, _) if COMPILED.contains(&n.last_str()) || n.last_str().starts_with("match_") => {
                true
            }
            Node::Const(n, _) => match env.get(n).map(|c| &**c) {
                Some(ConstantInfo::Recursor(_)) => true,
                Some(ConstantInfo::Definition(_, v, _)) if n.last_str().starts_with('_') => {
                    is_recursive(st, env, *v, depth + 1)
                }
                _ => false,
            },
            _ => false,
        })
}

struct Hasher<'a> {
    st: &'a Store,
    env: &'a Env,
    library: &'a Env,
    known: FxHashMap<Name, u128>,
    /// Constants whose definition is being read: an occurrence in it is its distance from the end of this list.
    open: Vec<Name>,
    /// The lowest place on the list that was referred to.
    lowest: usize,
    own: BTreeSet<u128>,
}

impl Hasher<'_> {
    /// The hash of a term applied to arguments with these hashes.
    fn term(&mut self, e: Expr, args: &[u128]) -> u128 {
        with_stack(|| self.node(e, args))
    }

    fn node(&mut self, e: Expr, args: &[u128]) -> u128 {
        let st = self.st;
        if let Node::App(f, a) = st.node(e) {
            let a = self.term(a, &[]);
            let all: Vec<u128> = std::iter::once(a).chain(args.iter().copied()).collect();
            return self.term(f, &all);
        }
        let own = match st.node(e) {
            Node::App(..) => 0,
            Node::Const(n, _) => self.constant(n),
            Node::Lam(_, t, b) => mix(2, &[self.term(t, &[]), self.term(b, &[])]),
            Node::Pi(_, t, b) => mix(3, &[self.term(t, &[]), self.term(b, &[])]),
            Node::Let(_, t, v, b) => mix(4, &[self.term(t, &[]), self.term(v, &[]), self.term(b, &[])]),
            Node::Sort(l) => mix(5, &[level(st, l)]),
            Node::Proj(s, i, x) => mix(6, &[self.constant(s), u128::from(i), self.term(x, &[])]),
            Node::Nat(n) => mix(7, &[text(&st.nat_value(n).to_string())]),
            Node::Str(s) => mix(8, &[text(&st.str_value(s))]),
            Node::BVar(i) => mix(9, &[u128::from(i)]),
            Node::FVar(_) | Node::MVar(_) => mix(10, &[]),
        };
        if args.is_empty() {
            own
        } else {
            mix(1, &std::iter::once(own).chain(args.iter().copied()).collect::<Vec<_>>())
        }
    }

    /// A constant: the library's by its name, another one by what it is.
    fn constant(&mut self, n: Name) -> u128 {
        if self.library.contains(n) {
            return mix(11, &[text(n.as_str())]);
        }
        if let Some(h) = self.known.get(&n) {
            return *h;
        }
        if let Some(at) = self.open.iter().position(|o| *o == n) {
            self.lowest = self.lowest.min(at);
            return mix(12, &[(self.open.len() - at) as u128]);
        }
        let Some(info) = self.env.get(n).cloned() else { return mix(13, &[text(n.as_str())]) };
        let place = self.open.len();
        let above = std::mem::replace(&mut self.lowest, usize::MAX);
        self.open.push(n);
        let ty = self.term(info.ty(), &[]);
        let (hash, is_own) = match &*info {
            ConstantInfo::Definition(_, value, _) => (mix(14, &[ty, self.term(*value, &[])]), true),
            ConstantInfo::Inductive(v) => {
                let parts: Vec<u128> = v
                    .ctors
                    .iter()
                    .filter_map(|c| self.env.get(*c).cloned())
                    .map(|c| self.term(c.ty(), &[]))
                    .collect();
                (mix(15, &std::iter::once(ty).chain(parts).collect::<Vec<_>>()), true)
            }
            ConstantInfo::Constructor(v) => {
                let place = v.cidx as u128;
                (mix(16, &[self.constant(v.induct), place]), false)
            }
            ConstantInfo::Recursor(v) => {
                let of = v.cval.name.prefix();
                (mix(17, &[self.constant(of)]), false)
            }
            _ => (mix(18, &[ty]), false),
        };
        self.open.pop();
        let inside = self.lowest;
        self.lowest = if inside < place { above.min(inside) } else { above };
        // What refers to a definition around it means something there alone.
        if inside >= place {
            self.known.insert(n, hash);
            if is_own {
                self.own.insert(hash);
            }
        }
        hash
    }
}

fn level(st: &Store, l: Level) -> u128 {
    match st.level(l) {
        LevelNode::Zero => 0,
        LevelNode::Succ(a) => mix(21, &[level(st, a)]),
        LevelNode::Max(a, b) => mix(22, &[level(st, a), level(st, b)]),
        LevelNode::IMax(a, b) => mix(23, &[level(st, a), level(st, b)]),
        LevelNode::Param(_) | LevelNode::MVar(_) => 24,
    }
}

fn mix(tag: u128, parts: &[u128]) -> u128 {
    let start = tag.wrapping_add(77).wrapping_mul(PRIME);
    parts.iter().fold(start, |h, part| {
        let h = (h.rotate_left(31) ^ part).wrapping_mul(PRIME);
        h ^ (h >> 59)
    })
}

fn text(s: &str) -> u128 {
    s.bytes().fold(mix(25, &[]), |h, b| (h ^ u128::from(b)).wrapping_mul(PRIME))
}

#[cfg(test)]
mod tests {
    use crate::Elaborated;

    fn of(text: &str) -> Vec<super::Canonical> {
        let file = Elaborated::new(text);
        let st = turnstile_kernel::Store::over(&file.terms);
        let theorems = file.records.iter().filter(|r| !r.sorries.is_empty());
        theorems.map(|r| super::canonical(&st, &r.env_before, r.statement.expect("a statement"))).collect()
    }

    const FIRST: &str = "inductive N where\n  | z : N\n  | s : N → N\n\
        def N.add : N → N → N\n  | n, N.z => n\n  | n, N.s m => N.s (N.add n m)\n\
        theorem a (n : N) : N.add N.z n = n := sorry\n\
        theorem b (n : N) : N.add n N.z = n := sorry\n";

    #[test]
    fn other_names_are_the_same_statement() {
        let second =
            FIRST.replace("add", "plus").replace('N', "Zahl").replace("theorem a (n", "theorem x (k");
        let second = second.replace("Zahl.z n = n", "Zahl.z k = k");
        let (one, two) = (of(FIRST), of(&second));
        assert_eq!(one, two);
        assert_ne!(one[0].statement, one[1].statement);
        assert!(!one[0].definitions.is_empty());
    }

    #[test]
    fn an_abbreviation_is_what_it_stands_for() {
        let plain = of("theorem a (n : Nat) : n + n = 2 * n := sorry\n");
        let short =
            of("def double (n : Nat) : Nat := n + n\ntheorem a (n : Nat) : double n = 2 * n := sorry\n");
        assert_eq!(plain[0].statement, short[0].statement);
        let other =
            of("def double (n : Nat) : Nat := n + 2\ntheorem a (n : Nat) : double n = 2 * n := sorry\n");
        assert_ne!(plain[0].statement, other[0].statement);
    }

    #[test]
    fn a_function_that_computes_something_else_is_another() {
        let other = FIRST.replace("N.s (N.add n m)", "N.add n m");
        assert_ne!(of(FIRST)[0].statement, of(&other)[0].statement);
    }
}
