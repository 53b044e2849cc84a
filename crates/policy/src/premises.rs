//! Premise selection: which library theorems can be applied to a goal, or rewrite a part of it.
//!
//! Theorems are indexed by the head symbol of their conclusion, equations also by the head of their left-hand side. A
//! structural filter ([`may_match`]) then drops those whose pattern clashes with the goal; unification has the last word.

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;
use turnstile_elab::Env;
use turnstile_kernel::{BinderInfo, ConstantInfo, Expr, Name, Node, Part, Store};

/// A theorem as a premise.
#[derive(Clone, Debug)]
pub struct Premise {
    /// The constant.
    pub name: Name,
    /// What is matched against the goal; bound variables of the theorem are loose and match anything.
    pub pattern: Expr,
    /// Number of hypotheses that are propositions given explicitly: goals that applying it leaves.
    pub hyps: u32,
    /// Number of symbols of the pattern: a measure of how specific it is.
    pub size: u32,
}

/// The premises of an environment. Cheap to clone.
#[derive(Clone, Default)]
pub struct PremiseIndex {
    apply: Arc<FxHashMap<Name, Vec<Premise>>>,
    rewrite: Arc<FxHashMap<Name, Vec<RewriteRule>>>,
}

/// An equation or equivalence as a rewrite rule.
#[derive(Clone, Debug)]
pub struct RewriteRule {
    /// The theorem, its pattern the side that is replaced.
    pub premise: Premise,
    /// Whether the right-hand side is the pattern.
    pub symm: bool,
}

impl PremiseIndex {
    /// Indexes the theorems of `env` that are not hidden.
    #[must_use]
    pub fn new(st: &Store, env: &Env) -> PremiseIndex {
        let mut names: Vec<Name> = env
            .kernel
            .iter()
            .filter(|c| matches!(***c, ConstantInfo::Theorem(..) | ConstantInfo::Axiom(_)))
            .map(|c| c.name())
            .filter(|n| is_premise(*n) && !env.ext.hidden.contains(n))
            .collect();
        names.sort_unstable();
        let mut index = PremiseIndex::default();
        let (apply, rewrite) = (Arc::make_mut(&mut index.apply), Arc::make_mut(&mut index.rewrite));
        for n in names {
            if let Some(c) = env.get(n) {
                add(st, env, n, c.ty(), apply, rewrite);
            }
        }
        index
    }

    /// Theorems whose conclusion may unify with `target`, most specific first.
    #[must_use]
    pub fn applicable(&self, st: &Store, target: Expr) -> Vec<&Premise> {
        let Some(head) = st.head_const(target) else { return vec![] };
        let mut out: Vec<&Premise> = self
            .apply
            .get(&head)
            .into_iter()
            .flatten()
            .filter(|p| may_match(st, p.pattern, target))
            .collect();
        out.sort_by_key(|p| (p.hyps, std::cmp::Reverse(p.size), p.name));
        out
    }

    /// Rewrite rules whose pattern may match a subterm of `e` (bound variables of `e` included), most specific first.
    #[must_use]
    pub fn rewrites(&self, st: &Store, e: Expr) -> Vec<&RewriteRule> {
        let mut seen: FxHashSet<(Name, bool)> = FxHashSet::default();
        let mut out: Vec<&RewriteRule> = Vec::new();
        st.any_subterm(e, |t| {
            if matches!(st.node(t), Node::App(..) | Node::Const(..))
                && let Some(h) = st.head_const(t)
            {
                for r in self.rewrite.get(&h).into_iter().flatten() {
                    if may_match(st, r.premise.pattern, t) && seen.insert((r.premise.name, r.symm)) {
                        out.push(r);
                    }
                }
            }
            false
        });
        out.sort_by_key(|r| (r.premise.hyps, r.symm, std::cmp::Reverse(r.premise.size), r.premise.name));
        out
    }
}

/// Whether `n` is a theorem a user would name, not one the elaborator made.
fn is_premise(n: Name) -> bool {
    const MADE: [&str; 8] =
        ["inj", "injEq", "noConfusion", "eq_def", "sizeOf_spec", "casesOn", "recOn", "congr_simp"];
    !n.components().iter().any(|p| match p {
        Part::Num(_) => true,
        Part::Str(s) => {
            s.starts_with('_') || s.starts_with("eq_") && s[3..].bytes().all(|b| b.is_ascii_digit())
        }
    }) && !MADE.contains(&n.last_str())
        && !n.has_prefix(Name::new("Omega"))
        && !n.has_prefix(Name::new("Refute"))
        && !n.has_prefix(Name::new("Mathlib.RingNormal"))
        && !n.has_prefix(Name::new("Mathlib.Linarith"))
}

fn add(
    st: &Store,
    env: &Env,
    name: Name,
    ty: Expr,
    apply: &mut FxHashMap<Name, Vec<Premise>>,
    rewrite: &mut FxHashMap<Name, Vec<RewriteRule>>,
) {
    let mut hyps = 0;
    let mut t = ty;
    while let Node::Pi(b, d, body) = st.node(t) {
        if b.info == BinderInfo::Default && !st.has_loose_bvar(body, 0) && looks_like_prop(st, env, d) {
            hyps += 1;
        }
        t = body;
    }
    let Some(head) = st.head_const(t) else { return };
    apply.entry(head).or_default().push(Premise { name, pattern: t, hyps, size: size(st, t) });
    let sides = match (head.as_str(), st.unapp(t).1.as_slice()) {
        ("Eq", [_, l, r]) | ("Iff", [l, r]) => [(*l, false), (*r, true)],
        _ => return,
    };
    for (side, symm) in sides {
        if let Some(h) = st.head_const(side)
            && st.app_arity(side) > 0
        {
            let premise = Premise { name, pattern: side, hyps, size: size(st, side) };
            rewrite.entry(h).or_default().push(RewriteRule { premise, symm });
        }
    }
}

/// A cheap test on the shape of a binder's type; used for ranking only.
fn looks_like_prop(st: &Store, env: &Env, d: Expr) -> bool {
    let mut t = d;
    while let Node::Pi(_, _, b) = st.node(t) {
        t = b;
    }
    let Some(h) = st.head_const(t) else { return false };
    let Some(c) = env.get(h) else { return false };
    let mut ty = c.ty();
    while let Node::Pi(_, _, b) = st.node(ty) {
        ty = b;
    }
    ty == st.prop()
}

fn size(st: &Store, e: Expr) -> u32 {
    match st.node(e) {
        Node::BVar(_) => 0,
        Node::App(f, a) => size(st, f) + size(st, a),
        Node::Lam(_, t, b) | Node::Pi(_, t, b) => size(st, t) + size(st, b),
        _ => 1,
    }
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
