//! Why an accepted mutant is harmless.
//!
//! A constant is *the same* in two environments when its kind, its level parameters, its type, its value and all its derived
//! data are, up to bound names. An accepted mutant is harmless when
//!
//! 1. every constant that is not the same, or is in one environment only, is declared by a line that the changed line
//!    reaches by references; everything else is untouched;
//! 2. a change to derived data (recursors, counts, flags, the quotient type) changed no constant at all;
//! 3. its declarations, in their order, are accepted once more in an empty environment that is given nothing but names,
//!    types, values and numbers of parameters, and the constants that result are the same.
//!
//! The class then says how much of the environment is another one. Anything else is [`Class::Wrong`].

use rustc_hash::FxHashSet;
use std::fmt;
use turnstile_kernel::{
    ConstantInfo, Constructor, Declaration, Environment, Expr, InductiveType, InductiveVal, Name,
    ReducibilityHint, Store,
};

/// What an accepted mutant changed.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Class {
    /// Nothing: no declaration rests on what was changed, or it was said in another way.
    Identical,
    /// Names or kinds of bound variables only.
    BoundNames,
    /// How eagerly definitions unfold, beside bound names.
    Hints,
    /// Some constants are missing; all others are the same.
    Fewer,
    /// Proofs of theorems, or values of opaque constants: every statement is the same.
    Proofs,
    /// Other declarations, which are right in themselves.
    OtherDeclarations,
    /// Harmful: the reason.
    Wrong(String),
}

impl fmt::Display for Class {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Class::Identical => "identical",
            Class::BoundNames => "bound names",
            Class::Hints => "hints",
            Class::Fewer => "fewer constants",
            Class::Proofs => "other proofs",
            Class::OtherDeclarations => "other declarations",
            Class::Wrong(_) => "WRONG",
        })
    }
}

/// An accepted mutant, beside its original.
pub struct Accepted<'a> {
    /// Holds the terms of both.
    pub st: &'a Store,
    /// What the original declares.
    pub original: &'a Environment,
    /// What the mutant declares.
    pub mutant: &'a Environment,
    /// One name for each declaration line of the mutant, in order.
    pub order: &'a [Name],
    /// Names of the constants that the change can reach.
    pub reach: &'a FxHashSet<Name>,
    /// Whether the change was to derived data.
    pub derived_data: bool,
    /// Budget of a declaration when it is checked again.
    pub steps: u64,
}

/// How two constants differ; the order is that of gravity.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Difference {
    None,
    BoundNames,
    Hint,
    Proof,
    Other,
}

/// Judges an accepted mutant.
#[must_use]
pub fn judge(a: &Accepted<'_>) -> Class {
    let mut names: Vec<Name> = a.original.iter().chain(a.mutant.iter()).map(|c| c.name()).collect();
    names.sort();
    names.dedup();
    let (mut worst, mut missing) = (Difference::None, false);
    for n in names {
        let d = match (a.original.get(n), a.mutant.get(n)) {
            (Some(x), Some(y)) => difference(a.st, x, y),
            (Some(_), None) => {
                missing = true;
                Difference::None
            }
            _ => Difference::Other,
        };
        let changed = d > Difference::Hint || !a.mutant.contains(n);
        if changed && !a.reach.contains(&n) {
            return Class::Wrong(format!("'{n}' changed, and nothing that it rests on was touched"));
        }
        if changed && a.derived_data {
            return Class::Wrong(format!("derived data changed '{n}'"));
        }
        worst = worst.max(d);
    }
    if let Err(why) = rebuild(a) {
        return Class::Wrong(why);
    }
    match worst {
        Difference::Other => Class::OtherDeclarations,
        _ if missing && worst < Difference::Proof => Class::Fewer,
        _ if missing => Class::OtherDeclarations,
        Difference::Proof => Class::Proofs,
        Difference::Hint => Class::Hints,
        Difference::BoundNames => Class::BoundNames,
        Difference::None => Class::Identical,
    }
}

/// Declares everything again from the parts that a declaration is made of, and compares.
fn rebuild(a: &Accepted<'_>) -> Result<(), String> {
    let mut env = Environment::default();
    env.set_step_limit(a.steps);
    for n in a.order {
        if env.contains(*n) {
            // A later line of the quotient type.
            continue;
        }
        let Some(d) = a.mutant.get(*n).and_then(|c| declaration(a.mutant, c)) else {
            return Err(format!("'{n}' is on a line, and not in the environment"));
        };
        env.add_decl(a.st, &d).map_err(|e| format!("'{n}' is refused when it is declared again: {e}"))?;
    }
    if env.len() != a.mutant.len() {
        return Err("there are constants that no line declares".into());
    }
    for c in a.mutant.iter() {
        match env.get(c.name()) {
            Some(again) if difference(a.st, c, again) <= Difference::BoundNames => {}
            _ => return Err(format!("'{}' is another constant when it is declared again", c.name())),
        }
    }
    Ok(())
}

/// The declaration that `c` came from, with nothing that is derived.
fn declaration(env: &Environment, c: &ConstantInfo) -> Option<Declaration> {
    Some(match c {
        ConstantInfo::Axiom(c) => Declaration::Axiom(c.clone()),
        ConstantInfo::Definition(c, v, h) => Declaration::Definition(c.clone(), *v, *h),
        ConstantInfo::Theorem(c, v) => Declaration::Theorem(c.clone(), *v),
        ConstantInfo::Opaque(c, v) => Declaration::Opaque(c.clone(), *v),
        ConstantInfo::Quot(..) => Declaration::Quot,
        ConstantInfo::Inductive(i) => {
            let types: Option<Vec<InductiveType>> = i.all.iter().map(|n| inductive_type(env, *n)).collect();
            let level_params = i.cval.level_params.clone();
            Declaration::Inductive { level_params, num_params: i.num_params, types: types? }
        }
        ConstantInfo::Constructor(_) | ConstantInfo::Recursor(_) => return None,
    })
}

fn inductive_type(env: &Environment, n: Name) -> Option<InductiveType> {
    let ConstantInfo::Inductive(InductiveVal { cval, ctors, .. }) = &**env.get(n)? else { return None };
    let ctor = |n: &Name| Some(Constructor { name: *n, ty: env.get(*n)?.ty() });
    Some(InductiveType { name: n, ty: cval.ty, ctors: ctors.iter().map(ctor).collect::<Option<_>>()? })
}

fn difference(st: &Store, x: &ConstantInfo, y: &ConstantInfo) -> Difference {
    let (a, b) = (x.cval(), y.cval());
    let Some(head) = terms(st, [(a.ty, b.ty)]).filter(|_| a.level_params == b.level_params) else {
        return Difference::Other;
    };
    let value = |v, w, otherwise| terms(st, [(v, w)]).unwrap_or(otherwise);
    let rest = match (x, y) {
        (ConstantInfo::Axiom(_), ConstantInfo::Axiom(_)) => Difference::None,
        (ConstantInfo::Definition(_, v, h), ConstantInfo::Definition(_, w, k)) => {
            let hints = if same_hint(*h, *k) { Difference::None } else { Difference::Hint };
            value(*v, *w, Difference::Other).max(hints)
        }
        (ConstantInfo::Theorem(_, v), ConstantInfo::Theorem(_, w))
        | (ConstantInfo::Opaque(_, v), ConstantInfo::Opaque(_, w)) => value(*v, *w, Difference::Proof),
        (ConstantInfo::Quot(_, k), ConstantInfo::Quot(_, l)) if k == l => Difference::None,
        (ConstantInfo::Inductive(i), ConstantInfo::Inductive(j)) => only_if(
            i.num_params == j.num_params
                && i.num_indices == j.num_indices
                && i.all == j.all
                && i.ctors == j.ctors
                && i.is_rec == j.is_rec
                && i.is_reflexive == j.is_reflexive
                && i.num_nested == j.num_nested,
        ),
        (ConstantInfo::Constructor(c), ConstantInfo::Constructor(d)) => only_if(
            c.induct == d.induct
                && c.cidx == d.cidx
                && c.num_params == d.num_params
                && c.num_fields == d.num_fields,
        ),
        (ConstantInfo::Recursor(r), ConstantInfo::Recursor(s)) => {
            let numbers = r.all == s.all
                && r.num_params == s.num_params
                && r.num_indices == s.num_indices
                && r.num_motives == s.num_motives
                && r.num_minors == s.num_minors
                && r.k == s.k
                && r.rules.len() == s.rules.len();
            let mut rules = r.rules.iter().zip(s.rules.iter());
            let same = rules.all(|(a, b)| a.ctor == b.ctor && a.num_fields == b.num_fields);
            let rhs = terms(st, r.rules.iter().zip(s.rules.iter()).map(|(a, b)| (a.rhs, b.rhs)));
            only_if(numbers && same).max(rhs.unwrap_or(Difference::Other))
        }
        _ => Difference::Other,
    };
    head.max(rest)
}

fn only_if(same: bool) -> Difference {
    if same { Difference::None } else { Difference::Other }
}

/// Heights are computed, so that they follow from the values.
fn same_hint(a: ReducibilityHint, b: ReducibilityHint) -> bool {
    matches!((a, b), (ReducibilityHint::Regular(_), ReducibilityHint::Regular(_))) || a == b
}

/// The difference between terms in pairs, if it is in bound names at most.
fn terms(st: &Store, pairs: impl IntoIterator<Item = (Expr, Expr)>) -> Option<Difference> {
    let mut d = Difference::None;
    for (a, b) in pairs {
        if a != b {
            if !st.alpha_eq(a, b) {
                return None;
            }
            d = Difference::BoundNames;
        }
    }
    Some(d)
}
