//! Matching patterns against the terms of a congruence closure.
//!
//! A quantified proposition is used for those values of its variables for which its *triggers* occur, up to known equations
//! (Detlefs, Nelson and Saxe, *Simplify*, 2005; de Moura and Bjørner, *Efficient E-matching for SMT solvers*, 2007).

use crate::cc::{Graph, NodeId};
use rustc_hash::FxHashMap;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, Node, Store};

/// Matches beyond this number are dropped.
const MAX_MATCHES: usize = 400;

/// Values of the variables, by number counted from outside.
pub type Binding = Vec<Option<NodeId>>;

/// Heads that say nothing about what a formula is about.
fn is_logical(name: &str) -> bool {
    matches!(
        name,
        "And"
            | "Or"
            | "Not"
            | "Iff"
            | "Eq"
            | "Ne"
            | "HEq"
            | "Exists"
            | "True"
            | "False"
            | "ite"
            | "dite"
            | "OfNat.ofNat"
    )
}

/// Interpreted operations: patterns with them match too seldom to be chosen first.
fn is_arithmetic(name: &str) -> bool {
    matches!(
        name,
        "HAdd.hAdd"
            | "HSub.hSub"
            | "HMul.hMul"
            | "LE.le"
            | "LT.lt"
            | "GE.ge"
            | "GT.gt"
            | "Nat.succ"
            | "Neg.neg"
    )
}

/// The triggers of a formula over variables of which `given` need not be matched: single terms with all the others where there
/// are any, otherwise one group of terms that have them together.
#[must_use]
pub fn triggers(m: &Meta, body: Expr, given: &[bool]) -> Vec<Vec<Expr>> {
    let st = &*m.st;
    let arity = given.len();
    let needed = given.iter().enumerate().filter(|g| !g.1).fold(0_u64, |s, (i, _)| s | 1 << i.min(63));
    let mut all: Vec<(Expr, u64, bool)> = Vec::new();
    candidates(st, body, 0, arity, &mut all);
    for arithmetic in [false, true] {
        let usable = || all.iter().filter(|c| arithmetic || !c.2);
        let singles: Vec<Expr> = usable().filter(|c| c.1 & needed == needed).map(|c| c.0).collect();
        // The smallest: those that contain no other.
        let minimal: Vec<Expr> = singles
            .iter()
            .copied()
            .filter(|t| !singles.iter().any(|s| s != t && st.any_subterm(*t, |x| x == *s)))
            .collect();
        if !minimal.is_empty() {
            return minimal.into_iter().take(4).map(|t| vec![t]).collect();
        }
        let mut group = Vec::new();
        let mut have = 0;
        for (t, vars, _) in usable() {
            if vars & needed & !have != 0 {
                have |= vars;
                group.push(*t);
            }
        }
        if have & needed == needed && !group.is_empty() {
            return vec![group];
        }
    }
    Vec::new()
}

/// The applications in `e`, below `depth` binders of its own, that mention variables of the prefix: with the set of these
/// and whether the head is arithmetic. The terms are lowered out of the inner binders.
fn candidates(st: &Store, e: Expr, depth: u32, arity: usize, out: &mut Vec<(Expr, u64, bool)>) {
    if st.loose(e) <= depth || out.len() > 64 {
        return;
    }
    match st.node(e) {
        Node::App(..) => {
            let (head, args) = st.unapp(e);
            for a in &args {
                candidates(st, *a, depth, arity, out);
            }
            let name = st.as_const(head).map(|c| c.0.as_str());
            let usable = match name {
                Some(n) => !is_logical(n),
                None => matches!(st.node(head), Node::FVar(_)),
            };
            if usable && let Some(vars) = variables(st, e, depth, arity) {
                let t = if depth > 0 { st.lower(e, depth, depth) } else { e };
                if !out.iter().any(|c| c.0 == t) {
                    out.push((t, vars, name.is_some_and(is_arithmetic)));
                }
            }
        }
        Node::Lam(_, t, b) | Node::Pi(_, t, b) => {
            candidates(st, t, depth, arity, out);
            candidates(st, b, depth + 1, arity, out);
        }
        _ => {}
    }
}

/// The variables of the prefix in `e`; `None` if there are none, or it mentions inner binders.
fn variables(st: &Store, e: Expr, depth: u32, arity: usize) -> Option<u64> {
    fn go(st: &Store, e: Expr, depth: u32, inner: u32, arity: usize, out: &mut u64) -> bool {
        if st.loose(e) <= inner {
            return true;
        }
        match st.node(e) {
            Node::BVar(i) => {
                let i = i - inner;
                if i < depth {
                    return false;
                }
                let from_outside = arity as u32 - 1 - (i - depth).min(arity as u32 - 1);
                *out |= 1 << from_outside.min(63);
                true
            }
            Node::App(f, a) => go(st, f, depth, inner, arity, out) && go(st, a, depth, inner, arity, out),
            Node::Lam(_, t, b) | Node::Pi(_, t, b) => {
                go(st, t, depth, inner, arity, out) && go(st, b, depth, inner + 1, arity, out)
            }
            _ => false,
        }
    }
    let mut out = 0;
    (go(st, e, depth, 0, arity, &mut out) && out != 0).then_some(out)
}

/// The terms of a graph by head and number of arguments.
pub struct Index {
    by_head: FxHashMap<(Expr, usize), Vec<NodeId>>,
}

impl Index {
    /// The index of `graph`.
    #[must_use]
    pub fn new(m: &Meta, graph: &Graph) -> Index {
        let mut by_head: FxHashMap<(Expr, usize), Vec<NodeId>> = FxHashMap::default();
        for n in graph.nodes() {
            let e = graph.expr(n);
            by_head.entry((m.st.alpha(m.st.app_fn(e)), m.st.app_arity(e))).or_default().push(n);
        }
        Index { by_head }
    }
}

/// The values of `arity` variables for which all patterns of `group` occur in the graph.
///
/// # Errors
/// When the budget ends.
pub fn matches(
    m: &mut Meta,
    graph: &Graph,
    index: &Index,
    group: &[Expr],
    arity: usize,
) -> Result<Vec<Binding>> {
    let mut found: Vec<Binding> = vec![vec![None; arity]];
    for p in group {
        let key = (m.st.alpha(m.st.app_fn(*p)), m.st.app_arity(*p));
        let nodes = index.by_head.get(&key).map_or(&[][..], Vec::as_slice);
        let mut next = Vec::new();
        for b in &found {
            for n in nodes {
                m.tick()?;
                application(m, graph, *p, *n, b.clone(), &mut next)?;
                if next.len() > MAX_MATCHES {
                    break;
                }
            }
        }
        found = next;
    }
    // Values that are equal count once.
    let mut seen = rustc_hash::FxHashSet::default();
    let mut out = Vec::new();
    for b in found {
        if seen.insert(b.iter().map(|n| n.map(|n| graph.root(n))).collect::<Vec<_>>()) {
            out.push(b);
        }
    }
    Ok(out)
}

/// Matches `p`, an application, with the application `n` itself.
fn application(
    m: &mut Meta,
    graph: &Graph,
    p: Expr,
    n: NodeId,
    b: Binding,
    out: &mut Vec<Binding>,
) -> Result<()> {
    let (Node::App(pf, pa), Some((f, a))) = (m.st.node(p), graph.app(n)) else {
        return class(m, graph, p, n, b, out);
    };
    let mut heads = Vec::new();
    if m.st.loose(pf) == 0 {
        class(m, graph, pf, f, b, &mut heads)?;
    } else {
        application(m, graph, pf, f, b, &mut heads)?;
    }
    for b in heads {
        class(m, graph, pa, a, b, out)?;
    }
    Ok(())
}

/// Matches `p` with some member of the class of `n`.
fn class(
    m: &mut Meta,
    graph: &Graph,
    p: Expr,
    n: NodeId,
    mut b: Binding,
    out: &mut Vec<Binding>,
) -> Result<()> {
    m.tick()?;
    if out.len() > MAX_MATCHES {
        return Ok(());
    }
    if m.st.loose(p) == 0 {
        if graph.find(m, p).is_some_and(|k| graph.equal(k, n)) {
            out.push(b);
        }
        return Ok(());
    }
    match m.st.node(p) {
        Node::BVar(i) => {
            let Some(at) = b.len().checked_sub(1 + i as usize) else { return Ok(()) };
            match b[at] {
                Some(k) if graph.equal(k, n) => out.push(b),
                Some(_) => {}
                None => {
                    b[at] = Some(n);
                    out.push(b);
                }
            }
        }
        Node::App(..) => {
            for k in graph.class(n).to_vec() {
                if graph.app(k).is_some() {
                    application(m, graph, p, k, b.clone(), out)?;
                }
            }
        }
        _ => {}
    }
    Ok(())
}
