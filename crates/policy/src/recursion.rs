//! Where the evaluation of the recursive functions of a goal stands still, and on what.

use crate::candidates::GoalView;
use rustc_hash::FxHashMap;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{ConstantInfo, Expr, FVarId, Name, Node};

/// What an application of a recursive function or a `match` waits for.
#[derive(Clone, Debug, Default)]
pub struct Blocked {
    /// Variables that stand where a function matches, while another argument that it matches is a constructor already:
    /// a case distinction lets it go on.
    pub vars: Vec<FVarId>,
    /// Calls of functions whose value is matched on, innermost first. They live in the goal's context.
    pub terms: Vec<Expr>,
    /// Whether an `if` or `match` is among what waits.
    pub branches: bool,
}

impl Blocked {
    /// What the target of `v` and its hypotheses with `wanted` wait for.
    ///
    /// # Errors
    /// When the budget of `m` ends.
    pub fn of(m: &mut Meta, v: &GoalView, wanted: impl Fn(FVarId) -> bool) -> Result<Blocked> {
        let mut out = Blocked::default();
        let hyps = v.props().filter(|h| wanted(h.decl.id)).map(|h| h.ty);
        for e in std::iter::once(v.target).chain(hyps) {
            let mut apps = Vec::new();
            let st = m.st.clone();
            st.any_subterm(e, |t| {
                if matches!(st.node(t), Node::App(..)) && st.loose(t) == 0 {
                    apps.push(t);
                }
                false
            });
            for t in apps {
                out.application(m, v, t)?;
            }
        }
        // A term inside another one decides first.
        let st = m.st.clone();
        out.terms.sort_by_key(|t| size(&st, *t));
        Ok(out)
    }

    fn application(&mut self, m: &mut Meta, v: &GoalView, t: Expr) -> Result<()> {
        let (h, args) = m.st.unapp(t);
        let Some((n, _)) = m.st.as_const(h) else { return Ok(()) };
        let matched: Vec<usize> = if let Some(i) = m.env.ext.matchers.get(&n) {
            self.branches = true;
            (i.num_params + 1..i.num_params + 1 + i.num_discrs).collect()
        } else if let Some(q) = m.env.ext.equations.get(&n) {
            q.matched.clone()
        } else {
            if matches!(n.as_str(), "ite" | "dite" | "cond") {
                self.branches = true;
                if n.as_str() == "cond" {
                    self.term(m, args.get(1).copied())?;
                }
            }
            return Ok(());
        };
        let mut built = 0;
        let mut vars = Vec::new();
        for i in &matched {
            let Some(a) = args.get(*i).copied() else { return Ok(()) };
            match m.st.node(a) {
                Node::FVar(id) => {
                    if v.by_id(id).is_some_and(|h| !h.is_prop && h.decl.value.is_none())
                        && !vars.contains(&id)
                    {
                        vars.push(id);
                    }
                }
                _ if is_built(m, a) => built += 1,
                _ => self.term(m, Some(a))?,
            }
        }
        let is_matcher = m.env.ext.matchers.contains_key(&n);
        for id in vars {
            // A `match` with one discriminant waits for that alone.
            if (built > 0 || is_matcher) && !self.vars.contains(&id) {
                self.vars.push(id);
            }
        }
        Ok(())
    }

    /// Notes a scrutinee that is the call of a function.
    fn term(&mut self, m: &mut Meta, a: Option<Expr>) -> Result<()> {
        let Some(a) = a else { return Ok(()) };
        if m.st.loose(a) > 0
            || !matches!(m.st.node(a), Node::App(..))
            || is_built(m, a)
            || self.terms.contains(&a)
        {
            return Ok(());
        }
        let t = m.infer(a)?;
        let t = m.whnf_r(t)?;
        // A value of a recursive type is for induction, or for a lemma about the call.
        if let Some(n) = m.st.head_const(t)
            && let Some(ConstantInfo::Inductive(i)) = m.env.get(n).map(|c| (**c).clone())
            && !i.is_rec
            && !m.env.is_class(n)
            && !m.is_prop(t)?
        {
            self.terms.push(a);
        }
        Ok(())
    }
}

/// Whether the outermost constructor of `a` shows.
#[must_use]
pub fn is_built(m: &Meta, a: Expr) -> bool {
    if m.as_ctor(a).is_some() || m.nat_literal(a).is_some() {
        return true;
    }
    // `n + 1`
    m.st.app_of(a, "HAdd.hAdd", 6)
        .is_some_and(|args| m.nat_literal(args[5]).is_some_and(|v| v != 0u32.into()))
}

/// The arguments of the application `t` that its head, a recursive function or a `match`, looks into.
#[must_use]
pub fn matched_arguments(m: &Meta, t: Expr) -> Vec<Expr> {
    let (h, args) = m.st.unapp(t);
    let Some((n, _)) = m.st.as_const(h) else { return vec![] };
    let of_match = || {
        let i = m.env.ext.matchers.get(&n)?;
        Some((i.num_params + 1..i.num_params + 1 + i.num_discrs).collect())
    };
    let positions = recursive_positions(m, n, args.len()).or_else(of_match).unwrap_or_default();
    positions.into_iter().filter_map(|i| args.get(i).copied()).collect()
}

/// The places of the arguments that the function `n`, applied to so many, recurses on.
fn recursive_positions(m: &Meta, n: Name, arity: usize) -> Option<Vec<usize>> {
    match m.env.ext.equations.get(&n) {
        Some(q) => Some(q.matched.clone()),
        // Operators on `Nat`, `List` … recurse on the argument their instance does.
        None => match (n.as_str(), arity) {
            ("HAdd.hAdd" | "HMul.hMul" | "HPow.hPow" | "HSub.hSub", 6) => Some(vec![5]),
            ("HAppend.hAppend", 6) => Some(vec![4]),
            _ => None,
        },
    }
}

/// For each variable: how often it is an argument that a function recurses on, and how often another argument.
#[must_use]
pub fn recursion_positions(m: &Meta, v: &GoalView) -> FxHashMap<FVarId, (u32, u32)> {
    let mut out: FxHashMap<FVarId, (u32, u32)> = FxHashMap::default();
    let st = &m.st;
    let mut terms: Vec<Expr> = vec![v.target];
    terms.extend(v.props().map(|h| h.ty));
    for e in terms {
        let mut apps: Vec<Expr> = Vec::new();
        st.any_subterm(e, |t| {
            if matches!(st.node(t), Node::App(..)) {
                apps.push(t);
            }
            false
        });
        for t in apps {
            let (h, args) = st.unapp(t);
            let Some((n, _)) = st.as_const(h) else { continue };
            let Some(matched) = recursive_positions(m, n, args.len()) else { continue };
            for (i, a) in args.iter().enumerate() {
                if let Node::FVar(id) = st.node(*a) {
                    let e = out.entry(id).or_default();
                    if matched.contains(&i) {
                        e.0 += 1;
                    } else {
                        e.1 += 1;
                    }
                }
            }
        }
    }
    out
}

fn size(st: &turnstile_kernel::Store, e: Expr) -> u32 {
    match st.node(e) {
        Node::App(f, a) => size(st, f).saturating_add(size(st, a)),
        _ => 1,
    }
}
