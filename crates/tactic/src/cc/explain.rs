//! The assertions that an equation or a conflict rests on.

use super::graph::{Conflict, Graph, NodeId, Why};
use rustc_hash::FxHashSet;

impl Graph {
    /// The terms on the way from `n` to the root of its tree in the proof forest.
    fn ancestors(&self, n: NodeId) -> Vec<NodeId> {
        let mut out = vec![n];
        let mut at = n;
        while let Some((next, _)) = self.term(at).edge {
            out.push(next);
            at = next;
        }
        out
    }

    /// The edges that lead from `a` to a term that both reach, and those from `b`. `None` when they are not equal.
    pub(super) fn paths(&self, a: NodeId, b: NodeId) -> Option<(Vec<NodeId>, Vec<NodeId>)> {
        let (mut up, mut down) = (self.ancestors(a), self.ancestors(b));
        if up.last() != down.last() {
            return None;
        }
        while up.len() >= 2 && down.len() >= 2 && up[up.len() - 2] == down[down.len() - 2] {
            up.pop();
            down.pop();
        }
        // The last term is common; each of the others has an edge to the next.
        up.pop();
        down.pop();
        Some((up, down))
    }

    /// The numbers of the assertions that make `a` and `b` equal, in order.
    #[must_use]
    pub fn explain(&self, a: NodeId, b: NodeId) -> Vec<u32> {
        let mut out: FxHashSet<u32> = FxHashSet::default();
        let mut seen: FxHashSet<NodeId> = FxHashSet::default();
        let mut todo = vec![(a, b)];
        while let Some((a, b)) = todo.pop() {
            let Some((up, down)) = self.paths(a, b) else { continue };
            for n in up.into_iter().chain(down) {
                // Each edge is explained once: it is named by the term it starts from.
                if !seen.insert(n) {
                    continue;
                }
                let Some((next, why)) = self.term(n).edge else { continue };
                match why {
                    Why::Given { number, .. } => {
                        out.insert(number);
                    }
                    Why::Definition => {}
                    Why::Congruence => {
                        if let (Some(x), Some(y)) = (self.term(n).app, self.term(next).app) {
                            todo.push((x.f, y.f));
                            todo.push((x.a, y.a));
                        }
                    }
                    Why::Field { left, right, .. } => todo.push((left, right)),
                }
            }
        }
        let mut out: Vec<u32> = out.into_iter().collect();
        out.sort_unstable();
        out
    }

    /// The numbers of the assertions that a conflict rests on, in order.
    #[must_use]
    pub fn explain_conflict(&self, c: Conflict) -> Vec<u32> {
        match c {
            Conflict::Values(x, y) => self.explain(x, y),
            Conflict::Denied(number) => {
                let mut out = match self.denied_sides(number) {
                    Some((a, b)) => self.explain(a, b),
                    None => Vec::new(),
                };
                out.push(number);
                out.sort_unstable();
                out.dedup();
                out
            }
        }
    }
}
