//! The classes of equal terms.

use crate::goal::{as_eq, as_iff, as_not};
use crate::injection::{CtorView, ctor_view_of_pattern};
use crate::known;
use rustc_hash::FxHashMap;
use std::collections::VecDeque;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, Node};

/// Numerals up to this one are seen as successors.
const MAX_UNARY: u32 = 8;

/// A term of the graph.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct NodeId(u32);

/// A proposition that was asserted or denied.
#[derive(Clone, Copy, Debug)]
pub struct Given {
    /// The proposition.
    pub prop: Expr,
    /// Whether it holds.
    pub holds: bool,
    /// A proof of `prop`, or of `¬ prop`; only needed for proof terms.
    pub proof: Option<Expr>,
}

/// Why two terms are equal.
#[derive(Clone, Copy, Debug)]
pub(super) enum Why {
    /// The assertion with this number says so. Its left side is the first term unless `flipped`.
    Given { number: u32, flipped: bool },
    /// They are the same by definition.
    Definition,
    /// Function and argument are equal.
    Congruence,
    /// They are the arguments number `field` of equal constructor applications.
    Field { left: NodeId, right: NodeId, field: usize },
}

/// The application a node is.
#[derive(Clone, Copy, Debug)]
pub(super) struct App {
    pub f: NodeId,
    pub a: NodeId,
    /// Whether the type of the result depends on the argument.
    pub dependent: bool,
}

/// What makes a class differ from others: a constructor application, a numeral, `True` or `False`.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Constructor(CtorView),
    Truth(bool),
}

#[derive(Clone, Debug)]
pub(super) struct Term {
    pub expr: Expr,
    pub app: Option<App>,
    /// The edge of the proof forest to the term it was merged with.
    pub edge: Option<(NodeId, Why)>,
    root: NodeId,
    /// The members of the class, at its root.
    members: Vec<NodeId>,
    /// The applications with a member as function or argument, at its root.
    parents: Vec<NodeId>,
    /// A member with a value, at its root.
    value: Option<NodeId>,
}

/// Why the assertions cannot hold together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Conflict {
    /// Two terms are equal whose values differ.
    Values(NodeId, NodeId),
    /// The assertion with this number denies an equation that holds.
    Denied(u32),
}

/// Terms and their classes.
#[derive(Default)]
pub struct Graph {
    pub(super) terms: Vec<Term>,
    index: FxHashMap<Expr, NodeId>,
    table: FxHashMap<(NodeId, NodeId, bool), NodeId>,
    values: FxHashMap<NodeId, Value>,
    pub(super) givens: Vec<Given>,
    /// Denied equations: number and sides.
    denied: Vec<(u32, NodeId, NodeId)>,
    pending: VecDeque<(NodeId, NodeId, Why)>,
    conflict: Option<Conflict>,
}

impl Graph {
    pub(super) fn term(&self, n: NodeId) -> &Term {
        &self.terms[n.0 as usize]
    }
    /// The sides of the equation that assertion `number` denies.
    pub(super) fn denied_sides(&self, number: u32) -> Option<(NodeId, NodeId)> {
        self.denied.iter().find(|d| d.0 == number).map(|d| (d.1, d.2))
    }
    fn term_mut(&mut self, n: NodeId) -> &mut Term {
        &mut self.terms[n.0 as usize]
    }
    /// The term of a node.
    #[must_use]
    pub fn expr(&self, n: NodeId) -> Expr {
        self.term(n).expr
    }
    /// The representative of the class of `n`.
    #[must_use]
    pub fn root(&self, n: NodeId) -> NodeId {
        self.term(n).root
    }
    /// Whether two terms are in one class.
    #[must_use]
    pub fn equal(&self, a: NodeId, b: NodeId) -> bool {
        self.root(a) == self.root(b)
    }
    /// The members of the class of `n`.
    #[must_use]
    pub fn class(&self, n: NodeId) -> &[NodeId] {
        &self.term(self.root(n)).members
    }
    /// Function and argument, when `n` is an application.
    #[must_use]
    pub fn app(&self, n: NodeId) -> Option<(NodeId, NodeId)> {
        self.term(n).app.map(|a| (a.f, a.a))
    }
    /// The node of `e`, if the graph has it.
    #[must_use]
    pub fn find(&self, m: &Meta, e: Expr) -> Option<NodeId> {
        self.index.get(&m.st.alpha(e)).copied()
    }
    /// All terms, in the order they came.
    pub fn nodes(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..self.terms.len() as u32).map(NodeId)
    }
    /// The proposition that `n` equals, if it is in the class of `True` or `False`.
    #[must_use]
    pub fn truth(&self, n: NodeId) -> Option<bool> {
        match self.values.get(&self.term(self.root(n)).value?)? {
            Value::Truth(b) => Some(*b),
            Value::Constructor(_) => None,
        }
    }

    /// The node of `e`, made if need be, with nodes for its parts.
    ///
    /// # Errors
    /// When the budget ends or a type cannot be inferred.
    pub fn add(&mut self, m: &mut Meta, e: Expr) -> Result<NodeId> {
        let e = m.instantiate(e);
        if let Some(n) = self.find(m, e) {
            return Ok(n);
        }
        m.tick()?;
        turnstile_kernel::with_stack(|| self.add_new(m, e))
    }

    fn add_new(&mut self, m: &mut Meta, e: Expr) -> Result<NodeId> {
        let st = m.st.clone();
        let mut app = None;
        if let Node::App(f, a) = st.node(e)
            && m.nat_literal(e).is_none()
            && st.loose(e) == 0
        {
            let fty = m.infer(f)?;
            let fty = if matches!(st.node(fty), Node::Pi(..)) { fty } else { m.whnf(fty)? };
            if let Node::Pi(_, _, cod) = st.node(fty) {
                let f = self.add(m, f)?;
                let a = self.add(m, a)?;
                app = Some(App { f, a, dependent: st.has_loose_bvar(cod, 0) });
            }
        }
        let n = NodeId(self.terms.len() as u32);
        self.terms.push(Term {
            expr: e,
            app,
            edge: None,
            root: n,
            members: vec![n],
            parents: vec![],
            value: None,
        });
        self.index.insert(st.alpha(e), n);
        let value = match st.node(e) {
            Node::Const(c, _) if c == *known::TRUE => Some(Value::Truth(true)),
            Node::Const(c, _) if c == *known::FALSE => Some(Value::Truth(false)),
            Node::Const(..) | Node::App(..) | Node::Nat(_) => {
                ctor_view_of_pattern(m, e).map(Value::Constructor)
            }
            _ => None,
        };
        if let Some(v) = value {
            self.values.insert(n, v);
            self.term_mut(n).value = Some(n);
        }
        if let Some(App { f, a, dependent }) = app {
            let (fr, ar) = (self.root(f), self.root(a));
            self.term_mut(fr).parents.push(n);
            if ar != fr && !dependent {
                self.term_mut(ar).parents.push(n);
            }
            self.enter(n);
        }
        if let Some(other) = other_form(m, e) {
            let k = self.add(m, other)?;
            self.pending.push_back((n, k, Why::Definition));
        }
        Ok(n)
    }

    fn signature(&self, n: NodeId) -> Option<(NodeId, NodeId, bool)> {
        let app = self.term(n).app?;
        Some((self.root(app.f), if app.dependent { app.a } else { self.root(app.a) }, app.dependent))
    }

    /// Puts an application into the table, or finds that it is congruent to one that is there.
    fn enter(&mut self, n: NodeId) {
        let Some(key) = self.signature(n) else { return };
        match self.table.get(&key) {
            Some(other) if *other != n => {
                if !self.equal(*other, n) {
                    self.pending.push_back((n, *other, Why::Congruence));
                }
            }
            Some(_) => {}
            None => {
                self.table.insert(key, n);
            }
        }
    }

    /// Asserts or denies a proposition and draws the consequences; the conflict, if there is one.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn assert(&mut self, m: &mut Meta, given: Given) -> Result<Option<Conflict>> {
        let number = self.givens.len() as u32;
        self.givens.push(given);
        let p = m.instantiate(given.prop);
        let st = m.st.clone();
        let why = Why::Given { number, flipped: false };
        let (holds, p) = match as_not(m, p) {
            Some(q) if given.holds && st.loose(q) == 0 => (false, q),
            _ => (given.holds, p),
        };
        if holds && let Some((a, b)) = as_eq(&st, p).map(|(_, a, b)| (a, b)).or_else(|| as_iff(&st, p)) {
            let (a, b) = (self.add(m, a)?, self.add(m, b)?);
            self.pending.push_back((a, b, why));
        } else {
            if let Some((_, a, b)) = as_eq(&st, p) {
                let (a, b) = (self.add(m, a)?, self.add(m, b)?);
                self.denied.push((number, a, b));
            }
            let truth = if holds { *known::TRUE } else { *known::FALSE };
            let (n, t) = (self.add(m, p)?, self.add(m, st.const_(truth, &[]))?);
            self.pending.push_back((n, t, why));
        }
        self.close(m)
    }

    /// Merges what has been found equal, and what follows; the conflict, if there is one.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn close(&mut self, m: &mut Meta) -> Result<Option<Conflict>> {
        while self.conflict.is_none()
            && let Some((a, b, why)) = self.pending.pop_front()
        {
            self.merge(m, a, b, why)?;
        }
        if self.conflict.is_none() {
            let hit = self.denied.iter().find(|(_, a, b)| self.equal(*a, *b));
            self.conflict = hit.map(|(number, _, _)| Conflict::Denied(*number));
        }
        Ok(self.conflict)
    }

    fn merge(&mut self, m: &mut Meta, a: NodeId, b: NodeId, why: Why) -> Result<()> {
        let (ra, rb) = (self.root(a), self.root(b));
        if ra == rb {
            return Ok(());
        }
        m.tick()?;
        // The smaller class goes into the larger one.
        let swap = self.term(ra).members.len() > self.term(rb).members.len();
        let (from, into, small, large, why) =
            if swap { (b, a, rb, ra, flip(why)) } else { (a, b, ra, rb, why) };
        self.reroot(from);
        self.term_mut(from).edge = Some((into, why));
        let members = std::mem::take(&mut self.term_mut(small).members);
        let parents = std::mem::take(&mut self.term_mut(small).parents);
        m.spend(1 + (members.len() + parents.len()) as u64 / 4)?;
        for p in &parents {
            if let Some(key) = self.signature(*p)
                && self.table.get(&key) == Some(p)
            {
                self.table.remove(&key);
            }
        }
        for n in &members {
            self.term_mut(*n).root = large;
        }
        self.term_mut(large).members.extend(members);
        for p in &parents {
            self.enter(*p);
        }
        self.term_mut(large).parents.extend(parents);
        match (self.term(large).value, self.term(small).value) {
            (None, v) => self.term_mut(large).value = v,
            (Some(x), Some(y)) => self.compare(m, x, y)?,
            (Some(_), None) => {}
        }
        Ok(())
    }

    /// Turns the edges from `n` to the root of its tree in the proof forest around.
    fn reroot(&mut self, n: NodeId) {
        let mut at = n;
        let mut edge = self.term_mut(at).edge.take();
        while let Some((next, why)) = edge {
            edge = self.term_mut(next).edge.replace((at, flip(why)));
            at = next;
        }
    }

    /// Two values of one class: different constructors are a conflict, the arguments of the same are equal.
    fn compare(&mut self, m: &mut Meta, x: NodeId, y: NodeId) -> Result<()> {
        let (ex, ey) = (self.expr(x), self.expr(y));
        if let (Some(a), Some(b)) = (m.nat_literal(ex), m.nat_literal(ey)) {
            if a != b {
                self.conflict = Some(Conflict::Values(x, y));
            }
            return Ok(());
        }
        match (self.values.get(&x).cloned(), self.values.get(&y).cloned()) {
            (Some(Value::Truth(a)), Some(Value::Truth(b))) if a != b => {
                self.conflict = Some(Conflict::Values(x, y));
            }
            (Some(Value::Constructor(a)), Some(Value::Constructor(b))) => {
                if a.ctor != b.ctor {
                    self.conflict = Some(Conflict::Values(x, y));
                    return Ok(());
                }
                for (field, (p, q)) in a.fields.iter().zip(&b.fields).enumerate() {
                    if m.st.alpha_eq(*p, *q) || m.is_proof(*p)? {
                        continue;
                    }
                    let (tp, tq) = (m.infer(*p)?, m.infer(*q)?);
                    if !m.st.alpha_eq(tp, tq) {
                        // Fields of types that depend on other fields are not compared.
                        continue;
                    }
                    let (p, q) = (self.add(m, *p)?, self.add(m, *q)?);
                    self.pending.push_back((p, q, Why::Field { left: x, right: y, field }));
                }
            }
            _ => {}
        }
        Ok(())
    }
}

/// The constructor application that a small numeral or `n + k` is; the numeral for `Nat.zero`.
fn other_form(m: &Meta, e: Expr) -> Option<Expr> {
    if matches!(m.st.node(e), Node::Const(n, _) if n == *known::NAT_ZERO) {
        return Some(m.mk_nat_lit(&0_u32.into()));
    }
    if m.st.head_const(e) == Some(*known::NAT_SUCC) {
        return None;
    }
    if m.nat_literal(e).is_some_and(|k| k > MAX_UNARY.into()) {
        return None;
    }
    let CtorView { ctor, fields } = match m.st.node(e) {
        Node::App(..) => ctor_view_of_pattern(m, e)?,
        _ => return None,
    };
    match fields.as_slice() {
        [p] if ctor == *known::NAT_SUCC => Some(m.st.app(m.st.const_(ctor, &[]), *p)),
        _ => None,
    }
}

/// The reason for `b = a`, from that for `a = b`.
fn flip(why: Why) -> Why {
    match why {
        Why::Given { number, flipped } => Why::Given { number, flipped: !flipped },
        Why::Definition => Why::Definition,
        Why::Congruence => Why::Congruence,
        Why::Field { left, right, field } => Why::Field { left: right, right: left, field },
    }
}
