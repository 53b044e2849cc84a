//! Proofs: the smallest one that a graph holds.

use crate::backend::{Backend, Interrupt, Outcome};
use crate::graph::{GoalId, GoalStatus, Graph, Step, StepId, StepStatus};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::hash::Hash;

/// A proof, read as a tree: an action and a proof of every child it leaves.
///
/// Kept flat, with equal parts stored once, so that neither depth nor sharing can make it unmanageable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof<A> {
    nodes: Vec<Node<A>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Node<A> {
    action: A,
    children: Vec<usize>,
}

/// A place in a proof.
#[derive(Debug)]
pub struct ProofStep<'p, A> {
    proof: &'p Proof<A>,
    node: usize,
}

impl<A> Clone for ProofStep<'_, A> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<A> Copy for ProofStep<'_, A> {}

impl<'p, A> ProofStep<'p, A> {
    /// The action to take here.
    pub fn action(self) -> &'p A {
        &self.proof.nodes[self.node].action
    }

    /// Proofs of what the action leaves, in the order of the back end.
    pub fn children(self) -> impl DoubleEndedIterator<Item = ProofStep<'p, A>> + ExactSizeIterator {
        let proof = self.proof;
        proof.nodes[self.node].children.iter().map(move |&node| ProofStep { proof, node })
    }
}

impl<A> Proof<A> {
    /// The first step.
    pub fn root(&self) -> ProofStep<'_, A> {
        ProofStep { proof: self, node: 0 }
    }

    /// All steps, each before its children: the order of a script. Shared parts come once for each use.
    pub fn preorder(&self) -> impl Iterator<Item = ProofStep<'_, A>> {
        let mut work = vec![self.root()];
        std::iter::from_fn(move || {
            let step = work.pop()?;
            work.extend(step.children().rev());
            Some(step)
        })
    }

    /// Number of steps of the tree.
    pub fn tree_size(&self) -> u64 {
        // A child is stored after the first of its parents only, so sizes are found by a walk that waits for children.
        let mut sizes: Vec<Option<u64>> = vec![None; self.nodes.len()];
        let mut work = vec![0];
        while let Some(&node) = work.last() {
            let children = &self.nodes[node].children;
            let missing: Vec<usize> = children.iter().copied().filter(|&c| sizes[c].is_none()).collect();
            if missing.is_empty() {
                let below = children.iter().filter_map(|&c| sizes[c]).fold(0, u64::saturating_add);
                sizes[node] = Some(below.saturating_add(1));
                work.pop();
            } else {
                work.extend(missing);
            }
        }
        sizes[0].unwrap_or(u64::MAX)
    }
}

impl<A> Proof<A> {
    /// A proof to be built with [`Proof::add`], its first step first.
    pub(crate) fn empty() -> Self {
        Proof { nodes: Vec::new() }
    }

    /// Adds a step with that many children, which are added later, at a place: a step and the number of its child.
    pub(crate) fn add(&mut self, action: A, children: usize, place: Option<(usize, usize)>) -> usize {
        let node = self.nodes.len();
        self.nodes.push(Node { action, children: vec![0; children] });
        if let Some((parent, child)) = place {
            self.nodes[parent].children[child] = node;
        }
        node
    }
}

impl<A: Clone> Proof<A> {
    /// The smallest proof of the root, if it is solved.
    ///
    /// Below a child that was merged into a goal with another state, the actions are said anew for the state that is
    /// really there and applied once more; where that fails they are given as they are.
    pub(crate) fn extract<B>(
        graph: &Graph<B::State, B::Action, B::Key>,
        backend: &mut B,
        interrupt: &Interrupt,
    ) -> Option<Self>
    where
        B: Backend<Action = A>,
    {
        if graph.goal(GoalId::ROOT).status != GoalStatus::Solved {
            return None;
        }
        let best = smallest(graph);
        // Saying things anew is a courtesy to the reader of the proof: it must not cost more than the search did.
        let mut replays = graph.steps().len() + 1000;
        let mut proof = Proof { nodes: Vec::new() };
        let mut known: FxHashMap<GoalId, usize> = FxHashMap::default();
        // Goals to be written, with the state that is really there if it is not the goal's own, and where to put them.
        let mut work: Vec<(GoalId, Option<B::State>, Option<(usize, usize)>)> =
            vec![(GoalId::ROOT, None, None)];
        while let Some((id, state, slot)) = work.pop() {
            let step = graph.step(*best.get(&id)?);
            let restated = match state {
                Some(there) if replays > 0 => {
                    replays -= 1;
                    restate(graph, backend, step, &there, interrupt)
                }
                _ => None,
            };
            let as_is = restated.is_none();
            let node = match known.get(&id) {
                Some(&node) if as_is => node,
                _ => {
                    let node = proof.nodes.len();
                    let (action, states) = restated.unwrap_or_else(|| {
                        (step.action.clone(), step.children.iter().map(|edge| edge.state.clone()).collect())
                    });
                    proof.nodes.push(Node { action, children: vec![0; states.len()] });
                    if as_is {
                        known.insert(id, node);
                    }
                    // Last in, first out: the first child is written first.
                    for (index, (edge, state)) in step.children.iter().zip(states).enumerate().rev() {
                        work.push((edge.goal, state, Some((node, index))));
                    }
                    node
                }
            };
            if let Some((parent, child)) = slot {
                proof.nodes[parent].children[child] = node;
            }
        }
        Some(proof)
    }
}

/// The step's action for a state with the same key as the one it was made for, and the states it leaves there.
fn restate<B: Backend>(
    graph: &Graph<B::State, B::Action, B::Key>,
    backend: &mut B,
    step: &Step<B::State, B::Action>,
    there: &B::State,
    interrupt: &Interrupt,
) -> Option<(B::Action, Vec<Option<B::State>>)> {
    let action = backend.restate(&step.action, &graph.goal(step.goal).state, there)?;
    let Outcome::Children(states) = backend.apply(there, &action, interrupt) else { return None };
    let same = states.len() == step.children.len()
        && states.iter().zip(&step.children).all(|(s, edge)| graph.find(&backend.key(s)) == Some(edge.goal));
    same.then(|| (action, states.into_iter().map(Some).collect()))
}

/// For each solved goal the first step of its smallest proof: Knuth's generalisation of Dijkstra's algorithm. A step's
/// size exceeds those of its children, so a goal's size is final when it leaves the queue, and the choices never go round.
pub(crate) fn smallest<S, A, K: Eq + Hash>(graph: &Graph<S, A, K>) -> FxHashMap<GoalId, StepId> {
    let mut best = FxHashMap::default();
    let mut waiting: Vec<u32> = graph.steps().iter().map(|step| step.width).collect();
    let mut sizes: Vec<u64> = vec![0; graph.goals().len()];
    let mut queue = BinaryHeap::new();
    let solved = |step: StepId| graph.step(step).status == StepStatus::Solved;
    for goal in graph.goals() {
        for &step in goal.steps.iter().filter(|&&step| solved(step)) {
            if waiting[step.index()] == 0 {
                queue.push(Reverse((1u64, step)));
            }
        }
    }
    while let Some(Reverse((size, step))) = queue.pop() {
        let goal = graph.step(step).goal;
        if best.contains_key(&goal) {
            continue;
        }
        best.insert(goal, step);
        sizes[goal.index()] = size;
        for &parent in graph.goal(goal).parents.iter().filter(|&&step| solved(step)) {
            waiting[parent.index()] -= 1;
            if waiting[parent.index()] == 0 {
                let children = graph.step(parent).children.iter().map(|edge| sizes[edge.goal.index()]);
                queue.push(Reverse((children.fold(1, u64::saturating_add), parent)));
            }
        }
    }
    best
}
