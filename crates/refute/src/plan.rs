//! A statement laid out for the hunt: its variables, its hypotheses, and the order in which they are dealt with.
//!
//! A hypothesis is tested as soon as its variables have values, and one of the form `x = t` gives `x` its value; `∀ y, f y = t`
//! gives one to the function `f`.

use crate::Model;
use crate::formula::{Formula, Shape};
use num_values::literals;
use std::rc::Rc;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Binder, Expr, FVarId, Name, Node};

/// A variable that wants a value.
pub(crate) struct Var {
    pub id: FVarId,
    pub name: Name,
    /// Over the variables before it.
    pub ty: Expr,
}

/// A hypothesis.
pub(crate) struct Hyp {
    pub id: FVarId,
    pub prop: Expr,
    pub formula: Rc<Formula>,
    /// Whether something after it depends on its proof.
    pub used: bool,
}

/// What the statement is applied to.
#[derive(Clone, Copy)]
pub(crate) enum Arg {
    /// A type or an instance.
    Fixed(Expr),
    /// The value of a variable.
    Var(usize),
    /// The proof of a hypothesis.
    Hyp(usize),
}

/// What to do next.
#[derive(Clone, Copy)]
pub(crate) enum Step {
    /// Try values for this variable.
    Choose(usize),
    /// This variable has the value of a term.
    Define(usize, Expr),
    /// Give up unless this hypothesis holds.
    Test(usize),
}

/// A statement with types for its type variables.
pub(crate) struct Plan {
    /// The type variables with their types.
    pub types: Vec<(Name, Expr)>,
    pub args: Vec<Arg>,
    pub vars: Vec<Var>,
    pub hyps: Vec<Hyp>,
    pub conclusion: Expr,
    pub formula: Rc<Formula>,
    pub steps: Vec<Step>,
    /// Numerals of the statement with their neighbours.
    pub literals: Vec<u64>,
}

/// A type variable of a statement.
pub(crate) struct TypeVar {
    /// `Sort u` it belongs to.
    pub sort: Expr,
    /// Whether the statement quantifies over its elements below connectives.
    pub quantified: bool,
}

/// The type variables at the front of a statement, in order.
pub(crate) fn type_variables(m: &mut Meta, statement: Expr) -> Result<Vec<TypeVar>> {
    m.scoped(|m| {
        let mut out: Vec<(Expr, Expr)> = Vec::new();
        let mut quantified: Vec<Expr> = Vec::new();
        let mut ty = statement;
        loop {
            ty = m.whnf_core(ty)?;
            let Node::Pi(b, d, body) = m.st.node(ty) else { break };
            if m.is_prop(d)? {
                quantified.extend(bound_types(m, d));
            }
            let x = m.push_local(b.name, d, b.info);
            if is_type_binder(m, d)? {
                out.push((x, d));
            }
            ty = m.st.instantiate1(body, x);
        }
        quantified.extend(bound_types(m, ty));
        Ok(out.into_iter().map(|(x, sort)| TypeVar { sort, quantified: quantified.contains(&x) }).collect())
    })
}

fn is_type_binder(m: &mut Meta, d: Expr) -> Result<bool> {
    let d = m.whnf(d)?;
    Ok(matches!(m.st.node(d), Node::Sort(l) if !m.level_is_zero(l)))
}

/// The types of the binders in `e`.
fn bound_types(m: &Meta, e: Expr) -> Vec<Expr> {
    let mut out = Vec::new();
    m.st.any_subterm(e, |t| {
        if let Node::Pi(_, d, _) | Node::Lam(_, d, _) = m.st.node(t) {
            out.push(d);
        }
        false
    });
    out
}

impl Model<'_> {
    /// Lays out `statement` with `types` for its type variables; `None` where an instance is missing.
    pub(crate) fn plan(&mut self, m: &mut Meta, statement: Expr, types: &[Expr]) -> Result<Option<Plan>> {
        m.scoped(|m| self.lay_out(m, statement, types))
    }

    fn lay_out(&mut self, m: &mut Meta, statement: Expr, types: &[Expr]) -> Result<Option<Plan>> {
        let st = self.st;
        let mut left = types.iter();
        let mut named_types = Vec::new();
        let (mut args, mut vars, mut hyps): (Vec<Arg>, Vec<Var>, Vec<Hyp>) = (vec![], vec![], vec![]);
        let mut ty = statement;
        loop {
            ty = m.whnf_core(ty)?;
            let Node::Pi(b, d, body) = st.node(ty) else { break };
            if is_type_binder(m, d)? {
                let Some(t) = left.next() else { return Ok(None) };
                named_types.push((b.name, *t));
                args.push(Arg::Fixed(*t));
                ty = st.instantiate1(body, *t);
                continue;
            }
            if m.is_prop(d)? {
                let formula = self.formula(m, d)?;
                let x = m.push_local(b.name, d, b.info);
                args.push(Arg::Hyp(hyps.len()));
                hyps.push(Hyp { id: m.fvar_id(x)?, prop: d, formula, used: st.loose(body) > 0 });
                ty = st.instantiate1(body, x);
                continue;
            }
            if m.is_class_type(d) {
                match m.synth_instance(d) {
                    Ok(Some(i)) => {
                        let i = m.instantiate(i);
                        args.push(Arg::Fixed(i));
                        ty = st.instantiate1(body, i);
                        continue;
                    }
                    Err(e) if e.is_resource() => return Err(e),
                    // A class of the file without instances: its structures are made up.
                    _ => {}
                }
            }
            let x = m.push_local(b.name, d, b.info);
            args.push(Arg::Var(vars.len()));
            vars.push(Var { id: m.fvar_id(x)?, name: b.name, ty: d });
            ty = st.instantiate1(body, x);
        }
        let formula = self.formula(m, ty)?;
        let steps = order(m, &vars, &hyps);
        let literals = literals(m, statement);
        self.literals.clone_from(&literals);
        Ok(Some(Plan { types: named_types, args, vars, hyps, conclusion: ty, formula, steps, literals }))
    }
}

/// The steps of a hunt.
fn order(m: &Meta, vars: &[Var], hyps: &[Hyp]) -> Vec<Step> {
    let st = &m.st;
    let needs = |e: Expr| -> (Vec<usize>, Vec<usize>) {
        let mut ids = Vec::new();
        if st.has_fvar(e) {
            st.any_subterm(e, |t| {
                if let Node::FVar(id) = st.node(t) {
                    ids.push(id);
                }
                false
            });
        }
        let of =
            |list: Vec<FVarId>| (0..list.len()).filter(|i| ids.contains(&list[*i])).collect::<Vec<usize>>();
        (of(vars.iter().map(|v| v.id).collect()), of(hyps.iter().map(|h| h.id).collect()))
    };
    // What gives a variable its value: the other side of an equation that does not mention it.
    let mut definitions: Vec<(usize, Expr)> = Vec::new();
    for h in hyps {
        let mut bound = Vec::new();
        let mut formula = &h.formula;
        while let Shape::All { var, ty, body } = &formula.shape {
            bound.push((*var, Binder::new(Name::new("x")), *ty));
            formula = body;
        }
        if let Shape::Eq { lhs, rhs, .. } = formula.shape {
            for (x, t) in [(lhs, rhs), (rhs, lhs)] {
                // The variable, applied to what is bound, in order.
                let (f, args) = st.unapp(x);
                let var = vars.iter().position(|v| st.node(f) == Node::FVar(v.id));
                let in_order = args.len() == bound.len()
                    && args.iter().zip(&bound).all(|(a, (id, _, _))| st.node(*a) == Node::FVar(*id));
                if let Some(i) = var
                    && in_order
                    && !needs(t).0.contains(&i)
                {
                    definitions.push((i, st.bind_lams(&bound, t)));
                }
            }
        }
    }
    let mut assigned = vec![false; vars.len()];
    let mut tested = vec![false; hyps.len()];
    let mut out = Vec::new();
    while out.len() < vars.len() + hyps.len() {
        let ready = |e: Expr, assigned: &[bool], tested: &[bool]| {
            let (v, h) = needs(e);
            v.iter().all(|i| assigned[*i]) && h.iter().all(|i| tested[*i])
        };
        if let Some(h) = (0..hyps.len()).find(|h| !tested[*h] && ready(hyps[*h].prop, &assigned, &tested)) {
            tested[h] = true;
            out.push(Step::Test(h));
            continue;
        }
        let typed = |i: usize| !assigned[i] && ready(vars[i].ty, &assigned, &tested);
        if let Some((i, t)) = definitions.iter().find(|(i, t)| typed(*i) && ready(*t, &assigned, &tested)) {
            assigned[*i] = true;
            out.push(Step::Define(*i, *t));
            continue;
        }
        let defined = |i: usize| definitions.iter().any(|(j, _)| *j == i);
        let next =
            (0..vars.len()).find(|i| typed(*i) && !defined(*i)).or((0..vars.len()).find(|i| typed(*i)));
        // Types are never circular, so that there is always a next one.
        let Some(i) = next else { break };
        assigned[i] = true;
        out.push(Step::Choose(i));
    }
    out
}

mod num_values {
    //! The numerals of a statement.

    use turnstile_elab::Meta;
    use turnstile_kernel::{Expr, Node};

    /// Larger numerals are no use as values.
    const MAX_LITERAL: u64 = 1_000_000;

    /// The numerals in `e` and their neighbours, without the very small ones, each once.
    pub(super) fn literals(m: &Meta, e: Expr) -> Vec<u64> {
        let mut out = Vec::new();
        m.st.any_subterm(e, |t| {
            if let Node::Nat(n) = m.st.node(t)
                && let Ok(n) = u64::try_from(&*m.st.nat_value(n))
                && n <= MAX_LITERAL
            {
                for k in [n, n + 1, n.saturating_sub(1)] {
                    if k > 3 && !out.contains(&k) {
                        out.push(k);
                    }
                }
            }
            false
        });
        out.sort_unstable();
        out.truncate(24);
        out
    }
}
