//! The equations of a function as its author wrote them, kept for evaluation and proved as theorems.

use super::compile::Recursion;
use crate::command::definition::BodySource;
use crate::elab::Elab;
use crate::env::{Equation, FunEquations};
use crate::error::{Error, Result};
use crate::matching::clauses::{Columns, OpenEquation};
use crate::matching::compile::{Leaf, Row};
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
    /// The variables that stand for the functions of the group (without section variables), and their names.
    pub group: &'a [(FVarId, Name)],
    /// The section variables and what the header binds.
    pub params: &'a [Expr],
    /// The arguments after them.
    pub args: &'a [Expr],
    /// The position of the argument that a structural recursion runs on.
    pub position: Option<usize>,
    /// How the function calls itself, if it does.
    pub recursion: Option<&'a Recursion>,
    /// Its body as it was written.
    pub body: &'a BodySource,
}

impl EquationSource<'_> {
    pub(super) fn by_theorem(&self) -> bool {
        self.recursion == Some(&Recursion::WellFounded)
    }
}

impl Elab {
    /// Proves the equations `f.eq_1, f.eq_2, …` and registers them. Nothing is registered unless all of them hold by
    /// computation, or by one step of well-founded recursion.
    pub(crate) fn add_equations(&mut self, s: &EquationSource<'_>) -> Result<()> {
        if !self.m.env.contains(Name::new("Eq.refl")) {
            return Ok(());
        }
        let lctx = self.m.lctx.clone();
        let before = self.m.env.clone();
        let r = self.add_clause_equations(s);
        self.m.lctx = lctx.clone();
        match r {
            Ok(true) => {}
            Ok(false) => self.m.env = before,
            Err(e) => {
                self.m.env = before;
                return Err(e);
            }
        }
        // Only for the files of users: the library uses the equations of the cases.
        if s.recursion.is_some() && self.m.env.contains(Name::new("SizeOf")) {
            let before = self.m.env.clone();
            let r = self.add_unfold_equation(s);
            self.m.lctx = lctx;
            match r {
                Ok(()) => {}
                Err(e) if e.is_resource() => return Err(e),
                Err(_) => self.m.env = before,
            }
        }
        Ok(())
    }

    /// The equations of the cases; whether all of them were proved.
    fn add_clause_equations(&mut self, s: &EquationSource<'_>) -> Result<bool> {
        let leaves = match &s.body.clauses {
            Some(_) => s.body.equations.clone(),
            None if s.recursion.is_some() => {
                let lhs = [s.params, s.args].concat();
                let (lctx, rhs) = (self.m.lctx.clone(), s.body.term);
                vec![OpenEquation { vars: lhs.clone(), lctx, lhs, rhs, exact: true }]
            }
            None => vec![],
        };
        if leaves.is_empty() || leaves.iter().any(|q| !q.exact) {
            return Ok(false);
        }
        let numerals = s
            .body
            .clauses
            .iter()
            .any(|c| c.list.iter().any(|k| k.terms.iter().any(|t| self.m.has_numeral(*t))));
        let levels: Vec<Level> = s.level_params.iter().map(|n| self.m.st.l_param(*n)).collect();
        let f = self.m.st.const_(s.name, &levels);
        let lctx = self.m.lctx.clone();
        let mut eqns: Vec<Equation> = Vec::new();
        let mut todo: VecDeque<(usize, OpenEquation)> = leaves.into_iter().map(|q| (0, q)).collect();
        while let Some((depth, q)) = todo.pop_front() {
            self.m.lctx = q.lctx.clone();
            let r = match self.equation_theorem(s, &q, f, numerals, eqns.len() + 1) {
                Ok(None) => Ok(None),
                Ok(Some(e)) => {
                    eqns.push(e);
                    Ok(Some(vec![]))
                }
                Err(e) if e.is_resource() => Err(e),
                // It may hold once the argument of the recursion is known to be built by a constructor.
                Err(_) if depth < MAX_SPLITS => self.split_equation(s, &q, numerals),
                Err(_) => Ok(None),
            };
            self.m.lctx = lctx.clone();
            match r? {
                Some(parts) => parts.into_iter().rev().for_each(|p| todo.push_front((depth + 1, p))),
                None => return Ok(false),
            }
        }
        let arity = s.params.len() + s.args.len();
        let matched = (0..arity)
            .filter(|i| eqns.iter().any(|e| !matches!(self.m.st.node(e.lhs[*i]), Node::BVar(_))))
            .collect();
        let fun = FunEquations {
            level_params: s.level_params.into(),
            arity,
            matched,
            eqns,
            recursive: s.recursion.is_some(),
            by_theorem: s.by_theorem(),
        };
        self.m.env.ext.has_theorem_equations |= fun.by_theorem;
        self.m.env.ext.equations.insert(s.name, Arc::new(fun));
        Ok(true)
    }

    /// `f.eq_def : f args = body`, the body as it was written.
    fn add_unfold_equation(&mut self, s: &EquationSource<'_>) -> Result<()> {
        let all = [s.params, s.args].concat();
        let body = match &s.body.clauses {
            None => s.body.term,
            Some(c) => {
                let columns = match &c.columns {
                    Columns::Arguments(_) => s.args.to_vec(),
                    Columns::Header(xs) => xs.clone(),
                };
                let goal = self.m.infer(s.body.term)?;
                let goal = self.m.instantiate(goal);
                match self.clauses_as_match(c, &columns, goal)? {
                    Some(e) => e,
                    None => return Ok(()),
                }
            }
        };
        let levels: Vec<Level> = s.level_params.iter().map(|n| self.m.st.l_param(*n)).collect();
        let f = self.m.st.const_(s.name, &levels);
        let lhs = self.m.st.apps(f, &all);
        let map = self.group_constants(s, &levels, &all);
        let rhs = self.m.st.replace_fvars(self.m.instantiate(body), &map);
        let goal = self.m.mk_eq(lhs, rhs)?;
        let ty = self.m.mk_pi(&all, goal)?;
        let proof = match &s.body.clauses {
            None => self.m.unfolding_proof(s, lhs)?,
            Some(c) => {
                let columns = match &c.columns {
                    Columns::Arguments(_) => s.args,
                    Columns::Header(xs) => &xs[..],
                };
                let rows = c
                    .list
                    .iter()
                    .enumerate()
                    .map(|(alt, k)| Row {
                        alt,
                        todo: k.pats.iter().cloned().zip(columns.iter().copied()).collect(),
                        bound: rustc_hash::FxHashMap::default(),
                    })
                    .collect();
                let mut leaf = |m: &mut Meta, l: Leaf<'_>| {
                    let lhs = m.st.apps(f, l.values);
                    m.unfolding_proof(s, lhs)
                };
                self.m.compile_rows(goal, &all, rows, c.list.len(), &mut leaf)?.0
            }
        };
        let value = self.m.mk_lambda(&all, proof)?;
        let (ty, value) = (self.m.instantiate(ty), self.m.instantiate(value));
        self.m.add_theorem(s.name.str("eq_def"), s.level_params, ty, value)
    }

    /// The functions of the group as constants, applied to the section variables at the front of `args`.
    fn group_constants(
        &self,
        s: &EquationSource<'_>,
        levels: &[Level],
        args: &[Expr],
    ) -> rustc_hash::FxHashMap<FVarId, Expr> {
        let vars = &args[..s.num_vars.min(args.len())];
        let st = &self.m.st;
        s.group.iter().map(|(f, n)| (*f, st.apps(st.const_(*n, levels), vars))).collect()
    }

    /// The equation for each constructor of the argument of the recursion; `None` if that is not a variable.
    fn split_equation(
        &mut self,
        s: &EquationSource<'_>,
        q: &OpenEquation,
        numerals: bool,
    ) -> Result<Option<Vec<OpenEquation>>> {
        let position = match &s.body.clauses {
            None => self.m.matched_argument(q).or(s.position),
            Some(_) => s.position,
        };
        let Some(Node::FVar(x)) = position.and_then(|p| q.lhs.get(p)).map(|a| self.m.st.node(*a)) else {
            return Ok(None);
        };
        let mut parts = Vec::new();
        let goal = self.m.st.const0("True");
        let split = self.m.eliminate(x, goal, &mut |m, _, _, _, r| {
            let lhs: Vec<Expr> = q.lhs.iter().map(|e| r.apply(&m.st, *e)).collect();
            let mut rhs = r.apply(&m.st, q.rhs);
            while let Some(next) = m.reduce_matcher(rhs)? {
                rhs = next;
            }
            let rhs = if numerals { m.with_numerals(rhs) } else { rhs };
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

    /// Proves one equation by one step of computation; `None` when it mentions something that its left side does not determine.
    fn equation_theorem(
        &mut self,
        s: &EquationSource<'_>,
        q: &OpenEquation,
        f: Expr,
        numerals: bool,
        number: usize,
    ) -> Result<Option<Equation>> {
        let levels: Vec<Level> = s.level_params.iter().map(|n| self.m.st.l_param(*n)).collect();
        let map = self.group_constants(s, &levels, &q.lhs);
        let m = &mut self.m;
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
            q.lhs.iter().map(|e| if numerals { m.with_numerals(*e) } else { *e }).collect();
        let left = m.st.apps(f, &shown);
        let stmt = m.mk_eq(left, rhs)?;
        let proof = m.unfolding_proof(s, left)?;
        let ty = m.mk_pi(&q.vars, stmt)?;
        let value = m.mk_lambda(&q.vars, proof)?;
        let name = s.name.str(&format!("eq_{number}"));
        m.add_theorem(name, s.level_params, ty, value)?;
        Ok(Some(Equation { num_vars: ids.len(), lhs, rhs: rhs_closed, theorem: Some(name) }))
    }
}

impl Meta {
    /// The position of an argument, still a variable, that a `match` in the right-hand side looks at.
    fn matched_argument(&self, q: &OpenEquation) -> Option<usize> {
        let st = &self.st;
        let mut found = None;
        st.any_subterm(self.instantiate(q.rhs), |t| {
            let info = st.head_const(t).and_then(|n| self.env.ext.matchers.get(&n));
            if let (None, Some(i)) = (found, info) {
                let args = st.unapp(t).1;
                found =
                    args.iter().skip(i.num_params + 1).take(i.num_discrs).find_map(|d| {
                        q.lhs.iter().position(|a| a == d && matches!(st.node(*a), Node::FVar(_)))
                    });
            }
            found.is_some()
        });
        found
    }

    /// A proof that `lhs`, an application of the function, is equal to what it unfolds to.
    fn unfolding_proof(&mut self, s: &EquationSource<'_>, lhs: Expr) -> Result<Expr> {
        if !s.by_theorem() {
            return self.mk_eq_refl(lhs);
        }
        let fix = self.unfold_definition(lhs, false).ok_or_else(|| Error::msg("internal: no value"))?;
        let (head, args) = self.st.unapp(fix);
        let Some((n, ls)) = self.st.as_const(head) else {
            return Err(Error::msg("internal: recursion expected"));
        };
        if n.as_str() != "WellFounded.fix" || args.len() < 6 {
            return Err(Error::msg("internal: recursion expected"));
        }
        let levels = self.st.level_list(ls).to_vec();
        // `α C r` are implicit in both, in the same order.
        let proof = self.st.apps(self.st.const_(Name::new("WellFounded.fix_eq"), &levels), &args[..6]);
        if args.len() == 6 {
            return Ok(proof);
        }
        // The result is a function that is applied to more arguments.
        let mut e = proof;
        for a in &args[6..] {
            e = self.mk_app("congrFun", &[e, *a])?;
        }
        Ok(e)
    }

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
