//! Premise selection: which theorems can be applied to a goal, rewrite a part of it, or have to do with it.
//!
//! Theorems live in [`Segment`]s, made once and shared: the library is one, the user's file another, an exported
//! environment a third. Each has discrimination trees for conclusions and for the sides of equations (`tree`), and the
//! features of all statements (`relevance`). A [`PremiseIndex`] is a view of segments up to some declaration, so that
//! each theorem of a file sees what stands before it and nothing is built twice. What it finds is filtered once more by
//! structure ([`may_match`]); unification has the last word.

mod relevance;
mod segment;
mod tree;

pub use segment::{Builder, Premise, Segment};

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;
use turnstile_elab::Env;
use turnstile_kernel::{ConstantInfo, Expr, Name, Node, Store};

/// The premises that a goal may use. Cheap to clone.
#[derive(Clone, Default)]
pub struct PremiseIndex {
    /// Segments, each with the number of its premises that are in scope.
    segments: Vec<(Arc<Segment>, u32)>,
}

/// An equation or equivalence as a rewrite rule.
#[derive(Clone, Copy)]
pub struct RewriteRule<'a> {
    /// The theorem.
    pub premise: &'a Premise,
    /// Whether the right-hand side is replaced by the left-hand one.
    pub symm: bool,
    /// Number of symbols of the side that is replaced.
    pub size: u32,
    /// Whether rewriting with it again and again might never end.
    pub loops: bool,
}

/// How much the premises have to do with a goal.
pub struct Relevance<'a> {
    /// The best, in order.
    pub best: Vec<&'a Premise>,
    place: FxHashMap<Name, usize>,
}

impl Relevance<'_> {
    /// Between 0, for what is not among the best, and 1.
    #[must_use]
    pub fn of(&self, p: &Premise) -> f64 {
        self.place.get(&p.name).map_or(0.0, |i| 1.0 / (1.0 + 0.1 * *i as f64))
    }
}

impl PremiseIndex {
    /// Indexes all theorems of `env`, in one segment.
    #[must_use]
    pub fn new(st: &Store, env: &Env) -> PremiseIndex {
        PremiseIndex::default().with(Arc::new(segment_of(st, env, |_| true)))
    }

    /// Indexes what `env` has beyond the segments in here.
    #[must_use]
    pub fn extended(&self, st: &Store, env: &Env, is_new: impl Fn(Name) -> bool) -> PremiseIndex {
        let new = segment_of(st, env, is_new);
        if new.premises.is_empty() { self.clone() } else { self.clone().with(Arc::new(new)) }
    }

    /// With all of one more segment.
    #[must_use]
    pub fn with(self, segment: Arc<Segment>) -> PremiseIndex {
        let count = segment.premises.len();
        self.with_first(segment, count)
    }

    /// With the first `count` premises of one more segment.
    #[must_use]
    pub fn with_first(mut self, segment: Arc<Segment>, count: usize) -> PremiseIndex {
        let count = count.min(segment.premises.len()) as u32;
        self.segments.push((segment, count));
        self
    }

    /// Number of premises in scope.
    #[must_use]
    pub fn len(&self) -> usize {
        self.segments.iter().map(|s| s.1 as usize).sum()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Theorems whose conclusion may unify with `target`: those that leave few goals first, then the most specific.
    #[must_use]
    pub fn applicable(&self, st: &Store, env: &Env, target: Expr) -> Vec<&Premise> {
        let mut out: Vec<&Premise> = Vec::new();
        if st.head_const(target).is_none() {
            return out;
        }
        let mut found = Vec::new();
        for (s, count) in &self.segments {
            found.clear();
            s.conclusions.matching(st, target, *count, &mut found);
            let premises = found.iter().map(|i| &s.premises[*i as usize]);
            out.extend(premises.filter(|p| is_visible(env, p.name) && may_match(st, p.pattern, target)));
        }
        out.sort_by_key(|p| (p.hyps, std::cmp::Reverse(p.size), p.name));
        out.dedup_by_key(|p| p.name);
        out
    }

    /// Rewrite rules whose pattern may match a subterm of `e` (bound variables of `e` included), most specific first.
    #[must_use]
    pub fn rewrites(&self, st: &Store, env: &Env, e: Expr) -> Vec<RewriteRule<'_>> {
        let mut seen: FxHashSet<(Name, bool)> = FxHashSet::default();
        let mut out: Vec<RewriteRule<'_>> = Vec::new();
        st.any_subterm(e, |t| {
            self.rewrites_of(st, env, t, &mut seen, &mut out);
            false
        });
        out.sort_by_key(|r| (r.premise.hyps, r.symm, std::cmp::Reverse(r.size), r.premise.name));
        out
    }

    /// Rewrite rules whose pattern may match `t` itself, beside those in `seen`.
    fn rewrites_of<'a>(
        &'a self,
        st: &Store,
        env: &Env,
        t: Expr,
        seen: &mut FxHashSet<(Name, bool)>,
        out: &mut Vec<RewriteRule<'a>>,
    ) {
        if !matches!(st.node(t), Node::App(..) | Node::Const(..)) || st.head_const(t).is_none() {
            return;
        }
        let mut found = Vec::new();
        for (s, count) in &self.segments {
            // Sides are numbered in the order of their premises.
            let limit = s.sides.partition_point(|side| side.premise < *count) as u32;
            found.clear();
            s.rewrites.matching(st, t, limit, &mut found);
            for i in &found {
                let side = &s.sides[*i as usize];
                let premise = &s.premises[side.premise as usize];
                if !seen.contains(&(premise.name, side.symm))
                    && is_visible(env, premise.name)
                    && may_match(st, side.pattern, t)
                {
                    seen.insert((premise.name, side.symm));
                    out.push(RewriteRule { premise, symm: side.symm, size: side.size, loops: side.loops });
                }
            }
        }
    }

    /// The `count` premises that have most to do with a goal that consists of these terms.
    #[must_use]
    pub fn relevant(
        &self,
        st: &Store,
        env: &Env,
        goal: impl IntoIterator<Item = Expr>,
        count: usize,
    ) -> Relevance<'_> {
        let features = segment::features_of(st, goal);
        let mut lists: Vec<_> = self
            .segments
            .iter()
            .map(|(s, limit)| {
                let numbers = s.relevant(&features, *limit, count).into_iter();
                numbers.map(|i| &s.premises[i as usize]).filter(|p| is_visible(env, p.name))
            })
            .collect();
        // The newest segment first: what a file says about its own notions is nearer than the library.
        let mut best: Vec<&Premise> = Vec::new();
        while best.len() < count {
            let before = best.len();
            best.extend(lists.iter_mut().rev().filter_map(Iterator::next));
            if best.len() == before {
                break;
            }
        }
        best.truncate(count);
        let place = best.iter().enumerate().map(|(i, p)| (p.name, i)).collect();
        Relevance { best, place }
    }
}

/// The theorems of `env` that are wanted, in order of declaration as far as it is known.
fn segment_of(st: &Store, env: &Env, wanted: impl Fn(Name) -> bool) -> Segment {
    let mut names: Vec<Name> = env
        .kernel
        .iter()
        .filter(|c| matches!(***c, ConstantInfo::Theorem(..) | ConstantInfo::Axiom(_)))
        .map(|c| c.name())
        .filter(|n| wanted(*n))
        .collect();
    names.sort_unstable_by_key(|n| (env.ext.order.get(n).copied(), *n));
    let mut builder = Builder::new(st, env);
    names.into_iter().for_each(|n| builder.add(n));
    builder.finish()
}

fn is_visible(env: &Env, n: Name) -> bool {
    !env.ext.hidden.contains(&n)
}

/// Whether `pattern`, whose loose bound variables match anything, may match `e`: no two different rigid symbols meet.
/// Instance arguments and literals are left to unification.
#[must_use]
pub fn may_match(st: &Store, pattern: Expr, e: Expr) -> bool {
    if st.loose(pattern) == 0 && st.alpha_eq(pattern, e) {
        return true;
    }
    let (ph, pa) = st.unapp(pattern);
    let (eh, ea) = st.unapp(e);
    match (st.node(ph), st.node(eh)) {
        (Node::BVar(_), _) | (_, Node::MVar(_) | Node::BVar(_)) => true,
        (Node::Const(p, _), Node::Const(q, _)) => {
            if p != q {
                return is_number(p) || is_number(q);
            }
            pa.len() == ea.len()
                && pa.iter().zip(&ea).all(|(x, y)| is_instance(st, *x) || may_match(st, *x, *y))
        }
        (Node::Const(p, _), Node::Nat(_)) => is_number(p),
        (Node::Nat(_), Node::Const(q, _)) => is_number(q),
        (Node::Nat(a), Node::Nat(b)) => a == b,
        (Node::Sort(_), Node::Sort(_)) => true,
        (Node::Lam(..), _) | (_, Node::Lam(..)) => true,
        (Node::Pi(_, a, b), Node::Pi(_, c, d)) => may_match(st, a, c) && may_match(st, b, d),
        (Node::Const(..), Node::FVar(_)) => false,
        _ => ph == eh,
    }
}

/// Symbols that stand for numbers in several ways: `Nat.succ n` matches `5` and `n + 1`.
fn is_number(n: Name) -> bool {
    matches!(n.as_str(), "Nat.succ" | "Nat.zero" | "OfNat.ofNat" | "HAdd.hAdd")
}

fn is_instance(st: &Store, e: Expr) -> bool {
    st.head_const(e).is_some_and(|n| n.last_str().starts_with("inst"))
}
