//! Linear arithmetic as a theory: `omega` is asked whether the relevant relations between numbers can hold together.

use super::engine::{Engine, Reason};
use super::props::{Props, Shape};
use super::sat::Lit;
use super::terms::Builder;
use crate::cc::{Given, Graph, NodeId};
use rustc_hash::{FxHashMap, FxHashSet};
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, FVarId, Name};

/// Case distinctions in one question.
const SPLITS: u32 = 12;
/// Reduction steps for one question.
const STEPS: u64 = 30_000;
/// Equations that congruence closure hands over.
const MAX_EQUATIONS: usize = 40;

/// What a variable of an arithmetical proof stands for.
#[derive(Clone, Debug)]
pub(super) enum Use {
    /// A proof of the literal.
    Literal(Lit),
    /// A proof that two terms are equal, which congruence closure finds from these literals.
    Equation(Expr, Expr, Vec<Lit>),
}

/// A proof of `False` with variables.
#[derive(Clone, Debug)]
pub(super) struct Derivation {
    pub proof: Expr,
    pub uses: Vec<(FVarId, Use)>,
}

impl Engine {
    /// Asks `omega`; whether the assignment cannot be, which is learned as a clause.
    pub(super) fn arithmetic(&mut self, m: &mut Meta, model: &[Lit], graph: &Graph) -> Result<bool> {
        let lits: Vec<Lit> = model
            .iter()
            .copied()
            .filter(|l| {
                let p = self.props.get(l.var());
                matches!(p.shape, Shape::Atom | Shape::Eq { .. }) && is_arithmetic(m, p.prop)
            })
            .collect();
        // Without orders and operations congruence closure knows as much.
        if !lits.iter().any(|l| needs_arithmetic(m, self.props.get(l.var()).prop)) {
            return Ok(false);
        }
        let mut atoms = FxHashSet::default();
        for l in &lits {
            for side in m.st.unapp(self.props.get(l.var()).prop).1 {
                collect_atoms(m, side, &mut atoms);
            }
        }
        let equations = equations(m, graph, &mut atoms)?;
        let mut key: Vec<(Expr, Expr)> = equations.iter().map(|(a, b, _)| (*a, *b)).collect();
        key.extend(lits.iter().map(|l| {
            let p = self.props.get(l.var()).prop;
            (p, m.st.const0(if l.is_neg() { "False" } else { "True" }))
        }));
        key.sort_unstable();
        if !self.asked.insert(key) {
            return Ok(false);
        }
        let st = m.st.clone();
        let b = Builder { st: &st };
        let found = m.scoped(|m| -> Result<Option<Derivation>> {
            let mut uses = Vec::new();
            let mut facts = Vec::new();
            for l in &lits {
                let ty = self.props.statement(b, *l);
                let h = m.push_local(Name::new("h").num(0), ty, BinderInfo::Default);
                facts.push((h, ty));
                uses.push((m.fvar_id(h)?, Use::Literal(*l)));
            }
            for (x, y, numbers) in &equations {
                let ty = crate::terms::Terms::mk_eq(m, *x, *y)?;
                let h = m.push_local(Name::new("h").num(0), ty, BinderInfo::Default);
                facts.push((h, ty));
                let lits = numbers.iter().map(|n| self.asserted[*n as usize]).collect();
                uses.push((m.fvar_id(h)?, Use::Equation(*x, *y, lits)));
            }
            let Some(proof) = bounded(m, STEPS, |m| crate::omega::refute_facts(m, &facts, SPLITS))? else {
                return Ok(None);
            };
            let mut used = FxHashSet::default();
            st.any_subterm(proof, |t| {
                if let turnstile_kernel::Node::FVar(id) = st.node(t) {
                    used.insert(id);
                }
                false
            });
            uses.retain(|(id, _)| used.contains(id));
            Ok(Some(Derivation { proof, uses }))
        })?;
        let Some(d) = found else { return Ok(false) };
        let mut clause: Vec<Lit> = Vec::new();
        for (_, u) in &d.uses {
            match u {
                Use::Literal(l) => clause.push(!*l),
                Use::Equation(_, _, ls) => clause.extend(ls.iter().map(|l| !*l)),
            }
        }
        clause.sort_unstable();
        clause.dedup();
        self.add(m, clause.clone(), Reason::Arithmetic(clause, d))?;
        Ok(true)
    }
}

/// Runs `f` with at most `steps` steps; `None` when they do not suffice.
pub(crate) fn bounded<R>(
    m: &mut Meta,
    steps: u64,
    f: impl FnOnce(&mut Meta) -> Result<Option<R>>,
) -> Result<Option<R>> {
    let all = m.budget.fuel;
    let given = all.min(steps);
    m.budget.fuel = given;
    let r = f(m);
    let spent = given - m.budget.fuel;
    m.budget.fuel = all - spent;
    match r {
        Err(e) if e.is_resource() && spent == given && given < all => Ok(None),
        Err(e) if e.is_resource() => Err(e),
        Err(_) => Ok(None),
        Ok(r) => Ok(r),
    }
}

/// Whether `p` is a relation between numbers.
pub(super) fn is_arithmetic(m: &Meta, p: Expr) -> bool {
    let (h, args) = m.st.unapp(p);
    let Some((n, _)) = m.st.as_const(h) else { return false };
    match n.as_str() {
        "Eq" | "LE.le" | "LT.lt" | "Dvd.dvd" => args.first().is_some_and(|t| is_number_type(m, *t)),
        "Nat.le" | "Nat.lt" => true,
        _ => false,
    }
}

fn is_number_type(m: &Meta, t: Expr) -> bool {
    m.st.as_const(t).is_some_and(|n| matches!(n.0.as_str(), "Nat" | "Int"))
}

/// Whether there is more to `p` than equations between terms.
fn needs_arithmetic(m: &Meta, p: Expr) -> bool {
    m.st.any_subterm(p, |t| {
        m.st.as_const(t).is_some_and(|n| {
            matches!(
                n.0.as_str(),
                "LE.le"
                    | "LT.lt"
                    | "Dvd.dvd"
                    | "Nat.le"
                    | "Nat.lt"
                    | "HAdd.hAdd"
                    | "HSub.hSub"
                    | "HMul.hMul"
                    | "HDiv.hDiv"
                    | "HMod.hMod"
                    | "Neg.neg"
                    | "Min.min"
                    | "Max.max"
            )
        })
    })
}

/// The operands of `e`, when it is an arithmetical operation; none for a numeral.
fn operands(m: &Meta, e: Expr) -> Option<Vec<Expr>> {
    if m.nat_literal(e).is_some() {
        return Some(vec![]);
    }
    let (h, args) = m.st.unapp(e);
    let n = m.st.as_const(h)?.0;
    let count = match n.as_str() {
        "HAdd.hAdd" | "HSub.hSub" | "HMul.hMul" | "HDiv.hDiv" | "HMod.hMod" | "Min.min" | "Max.max" => 2,
        "Neg.neg" | "Nat.succ" | "Nat.cast" | "NatCast.natCast" | "Int.ofNat" => 1,
        "OfNat.ofNat" => 0,
        _ => return None,
    };
    Some(args[args.len().saturating_sub(count)..].to_vec())
}

/// Adds the terms that arithmetic does not look into.
fn collect_atoms(m: &Meta, e: Expr, out: &mut FxHashSet<Expr>) {
    match operands(m, e) {
        Some(xs) => turnstile_kernel::with_stack(|| xs.iter().for_each(|x| collect_atoms(m, *x, out))),
        None => {
            out.insert(m.st.alpha(e));
        }
    }
}

/// Equations between numbers that congruence closure knows and that say something of `atoms`, with the numbers of the
/// assertions they rest on.
fn equations(
    m: &mut Meta,
    graph: &Graph,
    atoms: &mut FxHashSet<Expr>,
) -> Result<Vec<(Expr, Expr, Vec<u32>)>> {
    let mut out = Vec::new();
    for n in graph.nodes() {
        let e = graph.expr(n);
        if operands(m, e).is_some() {
            collect_atoms(m, e, atoms);
        }
    }
    for n in graph.nodes() {
        if graph.root(n) != n || graph.class(n).len() < 2 {
            continue;
        }
        let ty = m.infer(graph.expr(n))?;
        if !is_number_type(m, ty) {
            continue;
        }
        let speaks = |k: &NodeId| {
            let e = graph.expr(*k);
            atoms.contains(&m.st.alpha(e)) || operands(m, e).is_some()
        };
        let members: Vec<NodeId> = graph.class(n).iter().copied().filter(speaks).collect();
        let Some(first) = members.first().copied() else { continue };
        for k in &members[1..] {
            if out.len() >= MAX_EQUATIONS {
                return Ok(out);
            }
            let why = graph.explain(first, *k);
            // Equal by definition: nothing to be told.
            if !why.is_empty() {
                out.push((graph.expr(first), graph.expr(*k), why));
            }
        }
    }
    Ok(out)
}

/// The function from the denials of `clause` to `False` that `d` gives.
pub(super) fn arithmetic_proof(m: &mut Meta, props: &Props, clause: &[Lit], d: &Derivation) -> Result<Expr> {
    let st = m.st.clone();
    let b = Builder { st: &st };
    m.scoped(|m| {
        let mut hs: FxHashMap<Lit, Expr> = FxHashMap::default();
        let mut all = Vec::with_capacity(clause.len());
        for l in clause {
            let h = m.push_local(Name::new("h").num(0), props.denial(b, *l), BinderInfo::Default);
            hs.insert(!*l, h);
            all.push(h);
        }
        let mut map: FxHashMap<FVarId, Expr> = FxHashMap::default();
        for (id, u) in &d.uses {
            let proof = match u {
                Use::Literal(l) => hs.get(l).copied(),
                Use::Equation(x, y, lits) => {
                    let mut graph = Graph::default();
                    for l in lits {
                        let given = Given {
                            prop: props.get(l.var()).prop,
                            holds: !l.is_neg(),
                            proof: hs.get(l).copied(),
                        };
                        graph.assert(m, given)?;
                    }
                    let (x, y) = (graph.add(m, *x)?, graph.add(m, *y)?);
                    graph.close(m)?;
                    Some(graph.prove(m, x, y)?)
                }
            };
            map.insert(*id, proof.ok_or_else(|| Error::msg("internal: a literal without a proof"))?);
        }
        let ids: Vec<FVarId> = d.uses.iter().map(|u| u.0).collect();
        let values: Vec<Expr> = ids.iter().filter_map(|id| map.get(id).copied()).collect();
        let falso = st.instantiate_rev(st.abstract_fvars(d.proof, &ids), &values);
        m.mk_lambda(&all, falso)
    })
}
