//! The equations of a function as its author wrote them, kept for evaluation and proved as theorems.

use crate::elab::Elab;
use crate::env::{Equation, FunEquations};
use crate::error::Result;
use crate::matching::clauses::OpenEquation;
use crate::meta::Meta;
use std::collections::VecDeque;
use std::sync::Arc;
use turnstile_kernel::{BigUint, Expr, FVarId, Level, Name, Node};

/// How many layers of constructors are put in to make an equation hold by computation.
const MAX_SPLITS: usize = 2;

/// Where the equations of a function come from.
pub(crate) struct EquationSource<'a> {
    pub name: Name,
    pub level_params: &'a [Name],
    /// The section variables that became its first arguments.
    pub num_vars: usize,
    /// The variable that stood for the function (without section variables).
    pub f: FVarId,
    pub arity: usize,
    /// The position of the argument that the recursion runs on.
    pub recursion: Option<usize>,
    /// Whether patterns were written with numerals, so that theorems are stated with `0` and `n + 1`.
    pub numerals: bool,
    pub equations: &'a [OpenEquation],
}

impl Elab {
    /// Proves the equations `f.eq_1, f.eq_2, …` and registers them. Nothing is registered unless all of them hold by
    /// computation.
    pub(crate) fn add_equations(&mut self, s: &EquationSource<'_>) -> Result<()> {
        if s.equations.iter().any(|q| !q.exact) || !self.m.env.contains(Name::new("Eq.refl")) {
            return Ok(());
        }
        let levels: Vec<Level> = s.level_params.iter().map(|n| self.m.st.l_param(*n)).collect();
        let f = self.m.st.const_(s.name, &levels);
        let before = self.m.env.clone();
        let lctx = self.m.lctx.clone();
        let mut eqns: Vec<Equation> = Vec::new();
        let mut todo: VecDeque<(usize, OpenEquation)> = s.equations.iter().map(|q| (0, q.clone())).collect();
        while let Some((depth, q)) = todo.pop_front() {
            self.m.lctx = q.lctx.clone();
            let r = match self.equation_theorem(s, &q, f, eqns.len() + 1) {
                Ok(None) => Ok(None),
                Ok(Some(e)) => {
                    eqns.push(e);
                    Ok(Some(vec![]))
                }
                Err(e) if e.is_resource() => Err(e),
                // It may hold once the argument of the recursion is known to be built by a constructor.
                Err(_) if depth < MAX_SPLITS => self.split_equation(s, &q),
                Err(_) => Ok(None),
            };
            self.m.lctx = lctx.clone();
            match r? {
                Some(parts) => parts.into_iter().rev().for_each(|p| todo.push_front((depth + 1, p))),
                None => {
                    self.m.env = before;
                    return Ok(());
                }
            }
        }
        let matched = (0..s.arity)
            .filter(|i| eqns.iter().any(|e| !matches!(self.m.st.node(e.lhs[*i]), Node::BVar(_))))
            .collect();
        let fun = FunEquations {
            level_params: s.level_params.into(),
            arity: s.arity,
            matched,
            eqns,
            recursive: s.recursion.is_some(),
        };
        self.m.env.ext.equations.insert(s.name, Arc::new(fun));
        Ok(())
    }

    /// The equation for each constructor of the argument of the recursion; `None` if that is not a variable.
    fn split_equation(
        &mut self,
        s: &EquationSource<'_>,
        q: &OpenEquation,
    ) -> Result<Option<Vec<OpenEquation>>> {
        let Some(Node::FVar(x)) = s.recursion.and_then(|p| q.lhs.get(p)).map(|a| self.m.st.node(*a)) else {
            return Ok(None);
        };
        let mut parts = Vec::new();
        let goal = self.m.st.const0("True");
        let split = self.m.eliminate(x, goal, &mut |m, _, _, _, r| {
            let lhs: Vec<Expr> = q.lhs.iter().map(|e| r.apply(&m.st, *e)).collect();
            let rhs = r.apply(&m.st, q.rhs);
            let rhs = if s.numerals { m.with_numerals(rhs) } else { rhs };
            parts.push(OpenEquation {
                vars: m.free_variables(&lhs),
                lctx: m.lctx.clone(),
                lhs,
                rhs,
                exact: true,
            });
            Ok(m.st.const0("True.intro"))
        });
        match split {
            Ok(_) => Ok(Some(parts)),
            Err(e) if e.is_resource() => Err(e),
            Err(_) => Ok(None),
        }
    }

    /// Proves one equation by reflexivity; `None` when it mentions something that its left side does not determine.
    fn equation_theorem(
        &mut self,
        s: &EquationSource<'_>,
        q: &OpenEquation,
        f: Expr,
        number: usize,
    ) -> Result<Option<Equation>> {
        let m = &mut self.m;
        let own = m.st.apps(f, &q.lhs[..s.num_vars.min(q.lhs.len())]);
        let map = [(s.f, own)].into_iter().collect();
        let rhs = m.st.replace_fvars(m.instantiate(q.rhs), &map);
        let ids: Vec<FVarId> = q.vars.iter().map(|x| m.fvar_id(*x)).collect::<Result<_>>()?;
        let closed = |m: &Meta, e: Expr| {
            let a = m.st.abstract_fvars(e, &ids);
            (!m.st.has_fvar(a)).then_some(a)
        };
        let Some(rhs_closed) = closed(m, rhs) else { return Ok(None) };
        let Some(lhs) = q.lhs.iter().map(|e| closed(m, *e)).collect::<Option<Vec<_>>>() else {
            return Ok(None);
        };
        let shown: Vec<Expr> =
            q.lhs.iter().map(|e| if s.numerals { m.with_numerals(*e) } else { *e }).collect();
        let left = m.st.apps(f, &shown);
        let stmt = m.mk_eq(left, rhs)?;
        let proof = m.mk_eq_refl(left)?;
        let ty = m.mk_pi(&q.vars, stmt)?;
        let value = m.mk_lambda(&q.vars, proof)?;
        let name = s.name.str(&format!("eq_{number}"));
        m.add_theorem(name, s.level_params, ty, value)?;
        Ok(Some(Equation { num_vars: ids.len(), lhs, rhs: rhs_closed, theorem: Some(name) }))
    }
}

impl Meta {
    /// Whether a pattern is written with numerals.
    pub(crate) fn has_numeral(&self, e: Expr) -> bool {
        self.st.any_subterm(e, |t| {
            self.st.as_const(t).is_some_and(|c| matches!(c.0.as_str(), "OfNat.ofNat" | "HAdd.hAdd"))
        })
    }

    /// `e` with `Nat.succ t` written `t + 1` and `Nat.zero` written `0`, where the library has these notations.
    pub(crate) fn with_numerals(&self, e: Expr) -> Expr {
        let known = ["instHAdd", "instAddNat", "instOfNatNat", "OfNat.ofNat", "HAdd.hAdd"];
        if known.iter().any(|n| !self.env.contains(Name::new(n))) {
            return e;
        }
        self.st.replace(e, |t, _| match self.st.node(t) {
            Node::Const(n, _) if n.as_str() == "Nat.zero" => Some(self.mk_nat_lit(&BigUint::ZERO)),
            Node::App(h, a) if self.st.as_const(h).is_some_and(|c| c.0.as_str() == "Nat.succ") => {
                let mut k = BigUint::from(1u32);
                let mut base = a;
                while let Node::App(h, a) = self.st.node(base) {
                    if self.st.as_const(h).is_none_or(|c| c.0.as_str() != "Nat.succ") {
                        break;
                    }
                    k += 1u32;
                    base = a;
                }
                if matches!(self.st.node(base), Node::Const(n, _) if n.as_str() == "Nat.zero") {
                    return Some(self.mk_nat_lit(&k));
                }
                Some(self.mk_nat_offset(self.with_numerals(base), &k))
            }
            _ => None,
        })
    }
}
