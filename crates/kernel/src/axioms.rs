//! What a constant rests on.

use crate::decl::ConstantInfo;
use crate::env::Environment;
use crate::known::known;
use crate::name::Name;
use crate::store::Store;
use crate::term::{Expr, Node};
use rustc_hash::FxHashSet;
use std::collections::BTreeSet;

/// The axioms in the closure of the constant `name`: through types, values, constructors and recursor rules.
/// An unfinished proof shows as the axiom `sorryAx`. A name that is not declared is reported like an axiom.
#[must_use]
pub fn axioms_of(env: &Environment, st: &Store, name: Name) -> BTreeSet<Name> {
    axioms_of_all(env, st, [name])
}

/// The axioms that the closed term `e` rests on.
#[must_use]
pub fn axioms_of_term(env: &Environment, st: &Store, e: Expr) -> BTreeSet<Name> {
    let mut names = Vec::new();
    constants_in(env, st, e, &mut FxHashSet::default(), &mut names);
    axioms_of_all(env, st, names)
}

/// The axioms that some of `names` rest on.
#[must_use]
pub fn axioms_of_all(env: &Environment, st: &Store, names: impl IntoIterator<Item = Name>) -> BTreeSet<Name> {
    let mut axioms = BTreeSet::new();
    let mut seen = FxHashSet::default();
    let mut seen_terms = FxHashSet::default();
    let mut todo: Vec<Name> = names.into_iter().collect();
    while let Some(n) = todo.pop() {
        if !seen.insert(n) {
            continue;
        }
        let Some(c) = env.get(n) else {
            axioms.insert(n);
            continue;
        };
        constants_in(env, st, c.ty(), &mut seen_terms, &mut todo);
        if let Some(v) = c.value() {
            constants_in(env, st, v, &mut seen_terms, &mut todo);
        }
        match &**c {
            ConstantInfo::Axiom(_) => {
                axioms.insert(n);
            }
            ConstantInfo::Inductive(i) => todo.extend(i.all.iter().chain(i.ctors.iter())),
            ConstantInfo::Constructor(c) => todo.push(c.induct),
            ConstantInfo::Recursor(r) => {
                todo.extend(r.all.iter());
                for rule in r.rules.iter() {
                    constants_in(env, st, rule.rhs, &mut seen_terms, &mut todo);
                }
            }
            ConstantInfo::Definition(..)
            | ConstantInfo::Theorem(..)
            | ConstantInfo::Opaque(..)
            | ConstantInfo::Quot(..) => {}
        }
    }
    axioms
}

fn constants_in(env: &Environment, st: &Store, e: Expr, seen: &mut FxHashSet<Expr>, out: &mut Vec<Name>) {
    let mut todo = vec![e];
    while let Some(e) = todo.pop() {
        if !seen.insert(e) {
            continue;
        }
        match st.node(e) {
            Node::Const(n, _) => out.push(n),
            Node::App(f, a) => todo.extend([a, f]),
            Node::Lam(_, t, b) | Node::Pi(_, t, b) => todo.extend([b, t]),
            Node::Let(_, t, v, b) => todo.extend([b, v, t]),
            Node::Proj(s, _, x) => {
                out.push(s);
                todo.push(x);
            }
            Node::Nat(_) => out.push(known().nat),
            Node::Str(_) => {
                let k = known();
                let former = [k.string, k.string_of_list, k.char_of_nat, k.list];
                out.extend(former.into_iter().filter(|n| env.contains(*n)));
            }
            Node::BVar(_) | Node::FVar(_) | Node::MVar(_) | Node::Sort(_) => {}
        }
    }
}
