//! Theory exploration: equations that probably hold among the functions of a goal.
//!
//! Terms over the functions in play are enumerated by size and evaluated on random values; two terms that agree on all
//! of them are a conjecture (the idea of QuickSpec: Smallbone, Johansson, Claessen, Algehed, *Quick specifications for
//! the busy programmer*, JFP 2017). Bigger terms are built from one representative of each class only. Whether a
//! conjecture is true is for a proof to say.

mod signature;
mod testing;
mod values;

pub use signature::{DataType, Op, Signature};
pub use testing::{Verdict, test};

use rustc_hash::FxHashMap;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, Node};
use values::Samples;

/// Limits of an exploration.
#[derive(Clone, Debug)]
pub struct ExploreSettings {
    /// Variables of each data type.
    pub vars: usize,
    /// Largest term: number of functions, constructors and variables.
    pub max_size: usize,
    /// Number of terms looked at.
    pub max_terms: usize,
    /// Number of random assignments.
    pub tests: usize,
    /// Reduction steps for one evaluation.
    pub fuel: u64,
    /// Seed of the random values.
    pub seed: u64,
}

impl Default for ExploreSettings {
    fn default() -> Self {
        ExploreSettings { vars: 3, max_size: 7, max_terms: 2500, tests: 14, fuel: 4000, seed: 1 }
    }
}

/// `∀ vars, lhs = rhs`, stated in the context the signature was read in.
#[derive(Clone, Debug)]
pub struct Conjecture {
    /// The closed statement (closed but for the hypotheses in scope).
    pub statement: Expr,
    /// Sum of the sizes of both sides.
    pub size: usize,
    /// Number of variables: of two laws of one size, the one with more is the more general.
    pub vars: usize,
}

struct Term {
    /// Over the variables as free variables.
    expr: Expr,
    size: usize,
    ty: usize,
    /// Its value under each assignment.
    vals: Vec<Expr>,
}

/// Conjectures about the functions of `sig`, smallest first. `keep_going` is asked now and then.
///
/// # Errors
/// When the budget of `m` ends.
pub fn conjectures(
    m: &mut Meta,
    sig: &Signature,
    settings: &ExploreSettings,
    mut keep_going: impl FnMut() -> bool,
) -> Result<Vec<Conjecture>> {
    let lctx = m.lctx.clone();
    let r = explore(m, sig, settings, &mut keep_going);
    m.lctx = lctx;
    r
}

fn explore(
    m: &mut Meta,
    sig: &Signature,
    settings: &ExploreSettings,
    keep_going: &mut dyn FnMut() -> bool,
) -> Result<Vec<Conjecture>> {
    let mut samples = Samples::new(m, sig, settings)?;
    let vars = samples.variables(m, sig, settings)?;
    // by_size[s] holds the representatives of size s.
    let mut by_size: Vec<Vec<Term>> = vec![vec![]];
    let mut classes: FxHashMap<(usize, Vec<Expr>), (Expr, usize)> = FxHashMap::default();
    let mut out: Vec<Conjecture> = Vec::new();
    let mut rules: Vec<Rule> = Vec::new();
    let mut looked_at = 0;
    for size in 1..=settings.max_size {
        let mut level: Vec<Term> = Vec::new();
        let mut fresh: Vec<Term> = Vec::new();
        if size == 1 {
            for v in &vars {
                fresh.push(Term { expr: v.var, size, ty: v.ty, vals: v.vals.clone() });
            }
        }
        for op in &sig.ops {
            if op.args.is_empty() {
                if size == 1 {
                    let v = samples.eval(m, op.func)?;
                    if let Some(v) = v {
                        fresh.push(Term { expr: op.func, size, ty: op.res, vals: vec![v; settings.tests] });
                    }
                }
                continue;
            }
            let mut tuples: Vec<Vec<(usize, usize)>> = Vec::new();
            arguments(&by_size, &op.args, size - 1, &mut Vec::new(), &mut tuples);
            for t in tuples {
                looked_at += 1;
                if looked_at > settings.max_terms || looked_at % 32 == 0 && !keep_going() {
                    return Ok(finish(out));
                }
                let args: Vec<&Term> = t.iter().map(|(s, i)| &by_size[*s][*i]).collect();
                let exprs: Vec<Expr> = args.iter().map(|a| a.expr).collect();
                let expr = m.st.apps(op.func, &exprs);
                let mut vals = Vec::with_capacity(settings.tests);
                for k in 0..settings.tests {
                    let xs: Vec<Expr> = args.iter().map(|a| a.vals[k]).collect();
                    let e = m.st.apps(samples.concrete(m, op.func), &xs);
                    match samples.eval(m, e)? {
                        Some(v) => vals.push(v),
                        None => break,
                    }
                }
                if vals.len() == settings.tests {
                    fresh.push(Term { expr, size, ty: op.res, vals });
                }
            }
        }
        for t in fresh {
            match classes.get(&(t.ty, t.vals.clone())) {
                Some((rep, rep_size)) => {
                    // What follows from an earlier equation by one step is not said again.
                    let known = rules.iter().any(|r| r.gives(m, t.expr, *rep));
                    if size > 1 && !known {
                        rules.push(Rule { lhs: t.expr, rhs: *rep, shrinks: t.size > *rep_size });
                    }
                    if size > 1
                        && !known
                        && let Some((statement, n)) = statement(m, sig, &vars, t.expr, *rep, t.ty)?
                    {
                        out.push(Conjecture { statement, size: t.size + rep_size, vars: n });
                    }
                }
                None => {
                    classes.insert((t.ty, t.vals.clone()), (t.expr, t.size));
                    level.push(t);
                }
            }
        }
        by_size.push(level);
    }
    Ok(finish(out))
}

/// An equation that was conjectured, its variables free.
struct Rule {
    lhs: Expr,
    rhs: Expr,
    shrinks: bool,
}

impl Rule {
    /// Whether the rule makes `term` smaller, or equal to `rep`, at its root. Below the root a term is built from
    /// representatives, to which no rule applies.
    fn gives(&self, m: &Meta, term: Expr, rep: Expr) -> bool {
        let mut values = FxHashMap::default();
        if !matches(m, self.lhs, term, &mut values) {
            return false;
        }
        self.shrinks || m.st.replace_fvars(self.rhs, &values) == rep
    }
}

/// First-order matching; the variables of the exploration are those of the pattern.
fn matches(m: &Meta, pattern: Expr, e: Expr, values: &mut FxHashMap<turnstile_kernel::FVarId, Expr>) -> bool {
    if let Node::FVar(id) = m.st.node(pattern) {
        // A variable of the goal's context (a type, a function) stands for itself.
        if m.lctx.get(id).is_none_or(|d| matches!(m.st.node(d.ty), Node::Sort(_) | Node::Pi(..))) {
            return pattern == e;
        }
        return match values.get(&id) {
            Some(v) => *v == e,
            None => {
                values.insert(id, e);
                true
            }
        };
    }
    match (m.st.node(pattern), m.st.node(e)) {
        (Node::App(f, a), Node::App(g, b)) => matches(m, f, g, values) && matches(m, a, b, values),
        _ => pattern == e,
    }
}

fn finish(mut out: Vec<Conjecture>) -> Vec<Conjecture> {
    out.sort_by_key(|c| (c.size, std::cmp::Reverse(c.vars)));
    out
}

/// All ways to choose representatives of the argument types with sizes that add up to `total`.
fn arguments(
    by_size: &[Vec<Term>],
    types: &[usize],
    total: usize,
    chosen: &mut Vec<(usize, usize)>,
    out: &mut Vec<Vec<(usize, usize)>>,
) {
    let Some((ty, rest)) = types.split_first() else {
        if total == 0 {
            out.push(chosen.clone());
        }
        return;
    };
    if total < types.len() {
        return;
    }
    for s in 1..=total - rest.len() {
        for (i, t) in by_size.get(s).into_iter().flatten().enumerate() {
            if t.ty == *ty {
                chosen.push((s, i));
                arguments(by_size, rest, total - s, chosen, out);
                chosen.pop();
            }
        }
    }
}

/// `∀ vars, lhs = rhs` with the variables that occur; `None` where one side introduces a variable that the other lacks
/// on both sides (such an equation is hardly of use).
fn statement(
    m: &mut Meta,
    sig: &Signature,
    vars: &[values::Variable],
    lhs: Expr,
    rhs: Expr,
    ty: usize,
) -> Result<Option<(Expr, usize)>> {
    let occurs = |m: &Meta, e: Expr, v: Expr| m.st.any_subterm(e, |t| t == v);
    // Variables in order of first occurrence on the left, so that equal statements are found equal.
    let mut order: Vec<Expr> = Vec::new();
    for e in [lhs, rhs] {
        m.st.any_subterm(e, |t| {
            if matches!(m.st.node(t), Node::FVar(_)) && vars.iter().any(|v| v.var == t) && !order.contains(&t)
            {
                order.push(t);
            }
            false
        });
    }
    if order.is_empty()
        || !order.iter().all(|v| occurs(m, lhs, *v)) && !order.iter().all(|v| occurs(m, rhs, *v))
    {
        return Ok(None);
    }
    let t = sig.types[ty].ty;
    let u = m.sort_of(t)?;
    let eq = m.st.const_(turnstile_kernel::Name::new("Eq"), &[u]);
    let eq = m.st.apps(eq, &[t, lhs, rhs]);
    // Bound in the order of declaration, for readable binders.
    let mut bound: Vec<Expr> = vars.iter().map(|v| v.var).filter(|v| order.contains(v)).collect();
    bound.sort_by_key(|v| vars.iter().position(|w| w.var == *v));
    let n = bound.len();
    Ok(Some((m.mk_pi(&bound, eq)?, n)))
}
