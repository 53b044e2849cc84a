//! Proof states: the open goals and what is known of their holes, as a value that is forked in O(1).

use crate::goal::{Goals, goal_decl, hyps, in_goal};
use rustc_hash::{FxHashMap, FxHasher};
use std::hash::{Hash, Hasher};
use turnstile_elab::{LocalContext, Meta, MetavarContext, Result};
use turnstile_kernel::{Binder, Expr, FVarId, MVarId, Name, Node, Store, with_stack};

/// The open goals of a proof under construction.
#[derive(Clone)]
pub struct ProofState {
    /// The goals, the main one first.
    pub goals: Goals,
    /// Their hypotheses and targets, and the holes.
    pub mctx: MetavarContext,
}

impl ProofState {
    /// The state of `m` with `goals` open.
    #[must_use]
    pub fn of(m: &Meta, goals: Goals) -> ProofState {
        ProofState { goals, mctx: m.mctx.clone() }
    }

    /// A new state with one goal `ty` in context `lctx`; `m` is put into it.
    pub fn new(m: &mut Meta, lctx: LocalContext, ty: Expr) -> ProofState {
        let (_, g) = crate::goal::new_goal_in(m, lctx, ty, Name::anon());
        ProofState::of(m, vec![g])
    }

    /// Puts `m` into this state.
    pub fn enter(&self, m: &mut Meta) {
        m.mctx = self.mctx.clone();
    }
}

/// Splits goals into groups that share no hole: each can be proved without regard to the others.
pub fn independent(m: &mut Meta, goals: &[MVarId]) -> Vec<Goals> {
    let mut groups: Vec<(Goals, Vec<MVarId>)> = Vec::new();
    for g in goals {
        let mut holes = open_holes(m, *g);
        holes.push(*g);
        let mut group: Goals = vec![*g];
        let (shared, mut rest): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|(_, h)| h.iter().any(|x| holes.contains(x)));
        if shared.is_empty() {
            rest.push((group, holes));
        } else {
            let mut all: Goals = shared.iter().flat_map(|s| s.0.iter().copied()).collect();
            all.append(&mut group);
            for (_, h) in shared {
                holes.extend(h);
            }
            rest.push((all, holes));
        }
        groups = rest;
    }
    // In the order of the first goal of each group.
    let position = |g: &MVarId| goals.iter().position(|x| x == g);
    let mut out: Vec<Goals> = groups.into_iter().map(|g| g.0).collect();
    for g in &mut out {
        g.sort_by_key(position);
    }
    out.sort_by_key(|g| g.first().and_then(position));
    out
}

/// The holes without value in the target and hypotheses of `g`.
pub fn open_holes(m: &mut Meta, g: MVarId) -> Vec<MVarId> {
    let Ok(d) = goal_decl(m, g) else { return vec![] };
    let mut out = m.unassigned_mvars(d.ty);
    for l in d.lctx.iter() {
        if m.st.has_expr_mvar(l.ty) {
            for x in m.unassigned_mvars(l.ty) {
                if !out.contains(&x) {
                    out.push(x);
                }
            }
        }
    }
    out
}

/// A goal up to the names and the order of its hypotheses.
#[derive(Clone, Debug)]
pub struct Canonical {
    /// The closed term `∀ hypotheses, target`, hypotheses in a normal order, names forgotten. Goals with equal keys are
    /// the same goal.
    pub key: Expr,
    /// The hypotheses in that order: how one goal's hypotheses correspond to those of another with the same key.
    pub hyps: Vec<FVarId>,
}

/// The canonical form of `g`. Equal propositions among the hypotheses count once.
///
/// # Errors
/// When there is no such goal.
pub fn canonical(m: &mut Meta, g: MVarId) -> Result<Canonical> {
    in_goal(m, g, |m, goal| {
        let st = m.st.clone();
        let decls: Vec<(FVarId, Expr, Option<Expr>)> =
            hyps(m).map(|d| (d.id, m.instantiate(d.ty), d.value.map(|v| m.instantiate(v)))).collect();
        // A colour for each variable that does not depend on names or order: from its type, then from the types it
        // occurs in, refined twice.
        let mut colours: FxHashMap<FVarId, u64> = FxHashMap::default();
        for round in 0..3 {
            let mut hasher = TermHasher { st: &st, colours: &colours, memo: FxHashMap::default() };
            let own: Vec<u64> = decls
                .iter()
                .map(|(_, t, v)| combine(hasher.hash(*t), v.map_or(0, |v| hasher.hash(v))))
                .collect();
            let target = hasher.hash(goal.target);
            let mut uses: FxHashMap<FVarId, u64> = FxHashMap::default();
            for (h, e) in
                own.iter().copied().zip(decls.iter().map(|d| d.1)).chain([(target ^ 1, goal.target)])
            {
                for x in free_variables(&st, e) {
                    // Commutative, so that the order of hypotheses plays no role.
                    let slot = uses.entry(x).or_insert(0);
                    *slot = slot.wrapping_add(combine(h, 0x9e37_79b9));
                }
            }
            let next: FxHashMap<FVarId, u64> = decls
                .iter()
                .zip(&own)
                .map(|((id, _, _), h)| (*id, combine(combine(*h, uses.get(id).copied().unwrap_or(0)), round)))
                .collect();
            colours = next;
        }
        // Dependencies first; among those that are ready, by colour.
        let mut order: Vec<FVarId> = Vec::with_capacity(decls.len());
        let mut seen_props: Vec<Expr> = Vec::new();
        let deps: Vec<Vec<FVarId>> = decls
            .iter()
            .map(|(_, t, v)| {
                let mut d = free_variables(&st, *t);
                if let Some(v) = v {
                    d.extend(free_variables(&st, *v));
                }
                d
            })
            .collect();
        let mut left: Vec<usize> = (0..decls.len()).collect();
        // The same proposition twice is one hypothesis, unless something depends on the proof.
        left.retain(|i| {
            let (id, t, v) = &decls[*i];
            let t = st.alpha(*t);
            let used = deps.iter().any(|d| d.contains(id)) || free_variables(&st, goal.target).contains(id);
            if used || v.is_some() || !matches!(m.is_prop(t), Ok(true)) {
                return true;
            }
            if seen_props.contains(&t) {
                return false;
            }
            seen_props.push(t);
            true
        });
        let known: Vec<FVarId> = left.iter().map(|i| decls[*i].0).collect();
        while !left.is_empty() {
            let ready = left
                .iter()
                .enumerate()
                .filter(|(_, i)| deps[**i].iter().all(|d| order.contains(d) || !known.contains(d)))
                .min_by_key(|(_, i)| (colours.get(&decls[**i].0).copied().unwrap_or(0), **i))
                .map(|(at, _)| at);
            let at = ready.unwrap_or(0);
            order.push(decls[left.remove(at)].0);
        }
        let mut e = st.abstract_fvars(goal.target, &order);
        for (i, id) in order.iter().enumerate().rev() {
            let Some((_, t, v)) = decls.iter().find(|d| d.0 == *id) else { continue };
            let t = st.abstract_fvars(*t, &order[..i]);
            e = match v {
                Some(v) => st.let_(Name::anon(), t, st.abstract_fvars(*v, &order[..i]), e),
                None => st.pi(Binder::new(Name::anon()), t, e),
            };
        }
        Ok(Canonical { key: st.alpha(e), hyps: order })
    })
}

fn combine(a: u64, b: u64) -> u64 {
    let mut h = FxHasher::default();
    (a, b).hash(&mut h);
    h.finish()
}

/// The free variables of `e`, each once.
fn free_variables(st: &Store, e: Expr) -> Vec<FVarId> {
    let mut out = Vec::new();
    if !st.has_fvar(e) {
        return out;
    }
    let mut seen = rustc_hash::FxHashSet::default();
    let mut todo = vec![e];
    while let Some(e) = todo.pop() {
        if !st.has_fvar(e) || !seen.insert(e) {
            continue;
        }
        match st.node(e) {
            Node::FVar(x) => out.push(x),
            Node::App(f, a) => todo.extend([a, f]),
            Node::Lam(_, t, b) | Node::Pi(_, t, b) => todo.extend([b, t]),
            Node::Let(_, t, v, b) => todo.extend([b, v, t]),
            Node::Proj(_, _, x) => todo.push(x),
            _ => {}
        }
    }
    out
}

/// Hashes terms with variables replaced by their colours.
struct TermHasher<'a> {
    st: &'a Store,
    colours: &'a FxHashMap<FVarId, u64>,
    memo: FxHashMap<Expr, u64>,
}

impl TermHasher<'_> {
    fn hash(&mut self, e: Expr) -> u64 {
        if !self.st.has_fvar(e) {
            // Shared structure: the representative identifies the term.
            return combine(u64::from(self.st.alpha(e).index()), 7);
        }
        if let Node::FVar(x) = self.st.node(e) {
            return combine(self.colours.get(&x).copied().unwrap_or(0), 11);
        }
        if let Some(h) = self.memo.get(&e) {
            return *h;
        }
        let h = with_stack(|| match self.st.node(e) {
            Node::App(f, a) => combine(self.hash(f), self.hash(a)),
            Node::Lam(_, t, b) => combine(combine(self.hash(t), self.hash(b)), 1),
            Node::Pi(_, t, b) => combine(combine(self.hash(t), self.hash(b)), 2),
            Node::Let(_, t, v, b) => combine(combine(self.hash(t), self.hash(v)), combine(self.hash(b), 3)),
            Node::Proj(_, i, x) => combine(self.hash(x), u64::from(i) + 100),
            _ => 5,
        });
        self.memo.insert(e, h);
        h
    }
}
