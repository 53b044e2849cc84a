//! Functional induction: `f.induct`, with one case for each way through the body of `f` and a hypothesis for each
//! recursive call, and `f.fun_cases`, which has the same cases without hypotheses.
//!
//! The theorem is itself a function by recursion: its body runs through the cases of `f` and calls itself where `f` does, so
//! it is compiled as `f` was.

use super::compile::{Member, Recursion};
use super::structural::RecursiveFunction;
use crate::command::definition::BodySource;
use crate::elab::Elab;
use crate::env::InductionInfo;
use crate::error::{Error, Result};
use crate::matching::clauses::Columns;
use crate::matching::compile::{Leaf, Row};
use crate::meta::{LocalContext, Meta};
use rustc_hash::FxHashMap;
use std::sync::Arc;
use turnstile_kernel::{BinderInfo, Expr, FVarId, Level, LevelNode, Name, Node, with_stack};
use turnstile_syntax as ast;
use turnstile_syntax::Span;

/// A function of the group.
pub(crate) struct InductionMember<'a> {
    pub f: FVarId,
    pub name: Name,
    /// Section variables and the header's parameters.
    pub params: &'a [Expr],
    /// The arguments after them.
    pub args: &'a [Expr],
    pub body: &'a BodySource,
    pub termination: &'a ast::Termination,
    pub span: Span,
}

/// What the cases are made for.
struct Cases<'a> {
    ms: &'a [InductionMember<'a>],
    /// The functions as constants, applied to the section variables.
    constants: FxHashMap<FVarId, Expr>,
    /// All arguments before this position are the same throughout.
    fixed: usize,
    num_vars: usize,
    motives: Vec<Expr>,
    /// Whether there are induction hypotheses.
    hypotheses: bool,
    /// Variables that are not bound by a case.
    outer: Vec<FVarId>,
    /// The context around the cases.
    lctx: LocalContext,
}

/// The first run collects the types of the cases, the second uses the cases.
enum Pass {
    /// The types, with the function and the alternative that they come from.
    Collect(Vec<(Place, Expr)>),
    /// The cases in the order in which they are met.
    Use { cases: Vec<Expr>, next: usize, recursive: Vec<Expr> },
}

/// Where a case comes from: the function and the alternative.
type Place = (usize, usize);

/// A recursive call: the variables it stands below, the function, and the arguments without section variables.
type Call = (Vec<Expr>, usize, Vec<Expr>);

impl Elab {
    /// Declares `f.induct` and `f.fun_cases` for the functions `ms` of one group.
    ///
    /// # Errors
    /// Only when the budget ends: a theorem that cannot be made is left out.
    pub(crate) fn add_functional_induction(
        &mut self,
        ms: &[InductionMember<'_>],
        level_params: &[Name],
        num_vars: usize,
        recursion: Option<&Recursion>,
    ) -> Result<()> {
        // Only for the files of users.
        if !self.m.env.contains(Name::new("SizeOf")) {
            return Ok(());
        }
        for hypotheses in [true, false] {
            if hypotheses && recursion.is_none() || !hypotheses && ms.len() > 1 {
                continue;
            }
            let (env, c, messages) = (self.m.env.clone(), self.checkpoint(), self.messages.len());
            let decl = self.decl_name;
            let r = self.functional_induction(ms, level_params, num_vars, hypotheses);
            self.rollback(&c);
            self.decl_name = decl;
            self.messages.truncate(messages);
            match r {
                Ok(()) => {}
                Err(e) if e.is_resource() => return Err(e),
                Err(_) => self.m.env = env,
            }
        }
        Ok(())
    }

    fn functional_induction(
        &mut self,
        ms: &[InductionMember<'_>],
        level_params: &[Name],
        num_vars: usize,
        hypotheses: bool,
    ) -> Result<()> {
        let levels: Vec<Level> = level_params.iter().map(|n| self.m.st.l_param(*n)).collect();
        let constants: FxHashMap<FVarId, Expr> = ms
            .iter()
            .map(|x| {
                let c = self.m.st.const_(x.name, &levels);
                (x.f, self.m.st.apps(c, &x.params[..num_vars]))
            })
            .collect();
        let functions: Vec<RecursiveFunction> = ms
            .iter()
            .map(|x| RecursiveFunction {
                f: x.f,
                args: [&x.params[num_vars..], x.args].concat(),
                body: x.body.term,
            })
            .collect();
        let fixed = if ms.len() == 1 && hypotheses { self.m.fixed_prefix(&functions)? } else { 0 };
        let varying: Vec<Vec<Expr>> = functions.iter().map(|f| f.args[fixed..].to_vec()).collect();
        if varying.iter().any(Vec::is_empty) {
            return Err(Error::msg("no argument changes"));
        }
        let mut motives = Vec::new();
        for (i, xs) in varying.iter().enumerate() {
            let prop = self.m.st.prop();
            let ty = self.m.mk_pi(xs, prop)?;
            let ty = self.explicit_binders(ty, xs.len());
            let name = if ms.len() == 1 { "motive".to_owned() } else { format!("motive_{}", i + 1) };
            motives.push(self.m.push_local(Name::new(&name), ty, BinderInfo::Default));
        }
        let mut outer: Vec<FVarId> = Vec::new();
        for x in ms[0].params[..num_vars + fixed.min(ms[0].params.len() - num_vars)].iter().chain(&motives) {
            outer.push(self.m.fvar_id(*x)?);
        }
        outer.extend(ms.iter().map(|x| x.f));
        let cx = Cases {
            ms,
            constants,
            fixed,
            num_vars,
            motives: motives.clone(),
            hypotheses,
            outer,
            lctx: self.m.lctx.clone(),
        };
        let mut pass = Pass::Collect(Vec::new());
        for i in 0..ms.len() {
            self.m.scoped(|m| cx.member(m, i, &varying[i], &mut pass))?;
        }
        let Pass::Collect(types) = pass else { return Err(Error::msg("internal: cases")) };
        // Numbered as the alternatives are written, which is not always the order in which they are met.
        let mut order: Vec<usize> = (0..types.len()).collect();
        order.sort_by_key(|k| types[*k].0);
        let mut cases = Vec::new();
        let mut met = vec![self.m.st.prop(); types.len()];
        for (n, k) in order.iter().enumerate() {
            let name = Name::new(&format!("case{}", n + 1));
            met[*k] = self.m.push_local(name, types[*k].1, BinderInfo::Default);
            cases.push(met[*k]);
        }
        let mut recursive = Vec::new();
        for (i, xs) in varying.iter().enumerate() {
            let goal = self.m.st.apps(motives[i], xs);
            let former = self.m.mk_pi(xs, goal)?;
            recursive.push(self.push_aux(ms[i].name.str("induct"), former));
        }
        let mut pass = Pass::Use { cases: met, next: 0, recursive: recursive.clone() };
        let mut bodies = Vec::new();
        for i in 0..ms.len() {
            bodies.push(self.m.scoped(|m| cx.member(m, i, &varying[i], &mut pass))?);
        }
        if hypotheses {
            let mut members = Vec::new();
            for (i, x) in ms.iter().enumerate() {
                members.push(Member {
                    rf: RecursiveFunction {
                        f: self.m.fvar_id(recursive[i])?,
                        args: varying[i].clone(),
                        body: bodies[i],
                    },
                    name: x.name,
                    header: (x.params.len() - num_vars).saturating_sub(fixed),
                    termination: x.termination,
                    span: x.span,
                });
            }
            bodies = self.compile_recursion(&members)?.0;
        }
        let what = if hypotheses { "induct" } else { "fun_cases" };
        for (i, x) in ms.iter().enumerate() {
            let goal = self.m.st.apps(motives[i], &varying[i]);
            let inner = [&motives[..], &cases, &varying[i]].concat();
            // Of what is fixed, what the statement or the proof mentions.
            let mut es = vec![goal, bodies[i]];
            for y in &inner {
                es.push(self.m.infer(*y)?);
            }
            let mentioned = self.m.free_variables(&es);
            let front = &x.params[..(num_vars + fixed).min(x.params.len())];
            let own: Vec<Expr> = front.iter().copied().filter(|p| mentioned.contains(p)).collect();
            let all_args = [x.params, x.args].concat();
            let params: Vec<usize> =
                own.iter().filter_map(|p| all_args.iter().position(|a| a == p)).collect();
            let infos: Vec<BinderInfo> = own
                .iter()
                .map(|p| Ok(self.m.local_decl(self.m.fvar_id(*p)?)?.info))
                .collect::<Result<_>>()?;
            for (p, info) in own.iter().zip(&infos) {
                if *info == BinderInfo::Default {
                    self.m.set_binder_infos(&[*p], BinderInfo::Implicit);
                }
            }
            self.m.set_binder_infos(&inner, BinderInfo::Default);
            let all = [&own[..], &inner].concat();
            let (ty, value) = (self.m.mk_pi(&all, goal)?, self.m.mk_lambda(&all, bodies[i])?);
            let (ty, value) = (self.m.instantiate(ty), self.m.instantiate(value));
            let name = x.name.str(what);
            self.m.add_theorem(name, level_params, ty, value)?;
            self.m.env.ext.hidden.insert(name, ());
            let targets = (num_vars + fixed..all_args.len()).collect();
            let info = InductionInfo { params, motives: motives.len(), cases: cases.len(), targets };
            self.m.env.ext.inductions.insert(name, Arc::new(info));
        }
        Ok(())
    }

    /// `ty` with its first `n` binders explicit.
    fn explicit_binders(&self, ty: Expr, n: usize) -> Expr {
        match self.m.st.node(ty) {
            Node::Pi(b, d, body) if n > 0 => {
                let b = turnstile_kernel::Binder::with_info(b.name, BinderInfo::Default);
                self.m.st.pi(b, d, self.explicit_binders(body, n - 1))
            }
            _ => ty,
        }
    }
}

impl Cases<'_> {
    /// The proof of `motive args` for function `i`.
    fn member(&self, m: &mut Meta, i: usize, varying: &[Expr], pass: &mut Pass) -> Result<Expr> {
        let x = &self.ms[i];
        let all = [x.params, x.args].concat();
        let goal = m.st.apps(self.motives[i], varying);
        let Some(c) = &x.body.clauses else {
            return self.branch(m, (i, 0), x.body.term, goal, vec![], pass);
        };
        let columns: Vec<Expr> = match &c.columns {
            Columns::Arguments(_) => x.args.to_vec(),
            Columns::Header(xs) => xs.clone(),
        };
        let rows = c
            .list
            .iter()
            .enumerate()
            .map(|(alt, k)| Row {
                alt,
                todo: k.pats.iter().cloned().zip(columns.iter().copied()).collect(),
                bound: FxHashMap::default(),
            })
            .collect();
        let numerals = c.list.iter().any(|k| k.terms.iter().any(|t| m.has_numeral(*t)));
        let first = self.num_vars + self.fixed;
        let mut leaf = |m: &mut Meta, l: Leaf<'_>| {
            let shown = |m: &Meta, e: Expr| if numerals { m.with_numerals(e) } else { e };
            let bound: FxHashMap<FVarId, Expr> = l.bound.iter().map(|(x, v)| (*x, shown(m, *v))).collect();
            let rhs = m.st.replace_fvars(m.instantiate(c.list[l.alt].rhs), &bound);
            let values: Vec<Expr> = l.values[first..].iter().map(|v| shown(m, *v)).collect();
            let goal = m.st.apps(self.motives[i], &values);
            self.branch(m, (i, l.alt), rhs, goal, vec![], pass)
        };
        Ok(m.compile_rows(goal, &all, rows, c.list.len(), &mut leaf)?.0)
    }

    /// The proof of `goal` where the function's value is `e`; `calls` were met on the way.
    fn branch(
        &self,
        m: &mut Meta,
        at: Place,
        e: Expr,
        goal: Expr,
        calls: Vec<Call>,
        pass: &mut Pass,
    ) -> Result<Expr> {
        m.tick()?;
        with_stack(|| self.branch_core(m, at, e, goal, calls, pass))
    }

    fn branch_core(
        &self,
        m: &mut Meta,
        at: Place,
        e: Expr,
        goal: Expr,
        mut calls: Vec<Call>,
        pass: &mut Pass,
    ) -> Result<Expr> {
        let e = m.instantiate(e);
        if let Node::Let(_, _, v, b) = m.st.node(e) {
            self.collect(m, v, &mut vec![], &mut calls)?;
            return self.branch(m, at, m.st.instantiate1(b, v), goal, calls, pass);
        }
        let (head, args) = m.st.unapp(e);
        if matches!(m.st.node(head), Node::Lam(..)) && !args.is_empty() {
            for a in &args {
                self.collect(m, *a, &mut vec![], &mut calls)?;
            }
            return self.branch(m, at, m.st.head_beta(e), goal, calls, pass);
        }
        let name = m.st.as_const(head).map(|c| c.0);
        match name.as_ref().map(|n| n.as_str()) {
            Some(which @ ("ite" | "dite")) if args.len() == 5 => {
                self.collect(m, args[1], &mut vec![], &mut calls)?;
                let c = m.st.replace_fvars(args[1], &self.constants);
                let inst = m.st.replace_fvars(args[2], &self.constants);
                let not_c = m.st.app(m.st.const0("Not"), c);
                let mut sides = Vec::new();
                for (side, p) in [(args[3], c), (args[4], not_c)] {
                    sides.push(m.scoped(|m| {
                        let h = m.push_local(Name::anon().str("h").num(0), p, BinderInfo::Default);
                        let e = if which == "ite" { side } else { m.st.beta(side, &[h]) };
                        let v = self.branch(m, at, e, goal, calls.clone(), pass)?;
                        m.mk_lambda(&[h], v)
                    })?);
                }
                let zero = m.st.l_zero();
                let dite = m.st.const_(Name::new("dite"), &[zero]);
                return Ok(m.st.apps(dite, &[goal, c, inst, sides[0], sides[1]]));
            }
            _ => {}
        }
        if let Some(n) = name
            && m.env.ext.matchers.contains_key(&n)
        {
            if let Some(r) = m.reduce_matcher(e)? {
                return self.branch(m, at, r, goal, calls, pass);
            }
            if let Some(r) = self.by_match(m, at, head, &args, goal, &calls, pass)? {
                return Ok(r);
            }
        }
        self.collect(m, e, &mut vec![], &mut calls)?;
        self.leaf(m, at, goal, &calls, pass)
    }

    /// A `match` in the body: the same `match`, with an equation between what is matched and the pattern. An equation that
    /// says what a variable is is solved for it.
    #[allow(clippy::too_many_arguments)]
    fn by_match(
        &self,
        m: &mut Meta,
        at: Place,
        head: Expr,
        args: &[Expr],
        goal: Expr,
        calls: &[Call],
        pass: &mut Pass,
    ) -> Result<Option<Expr>> {
        let Some((n, ls)) = m.st.as_const(head) else { return Ok(None) };
        let (Some(info), Some(c)) = (m.env.ext.matchers.get(&n).cloned(), m.env.get(n).cloned()) else {
            return Ok(None);
        };
        let first = info.num_params + 1 + info.num_discrs;
        let end = first + info.patterns.len();
        if args.len() < end {
            return Ok(None);
        }
        let mut calls = calls.to_vec();
        for d in &args[info.num_params + 1..first] {
            self.collect(m, *d, &mut vec![], &mut calls)?;
        }
        let known = |m: &Meta, e: Expr| m.st.replace_fvars(e, &self.constants);
        let params: Vec<Expr> = args[..info.num_params].iter().map(|e| known(m, *e)).collect();
        let discrs: Vec<Expr> = args[info.num_params + 1..first].iter().map(|e| known(m, *e)).collect();
        // The level of the motive is zero here.
        let mut levels = m.st.level_list(ls).to_vec();
        let mut t = c.ty();
        for _ in 0..info.num_params {
            let Node::Pi(_, _, b) = m.st.node(t) else { return Ok(None) };
            t = b;
        }
        let Node::Pi(_, mut sort, _) = m.st.node(t) else { return Ok(None) };
        while let Node::Pi(_, _, b) = m.st.node(sort) {
            sort = b;
        }
        if let Node::Sort(l) = m.st.node(sort)
            && let LevelNode::Param(p) = m.st.level(l)
            && let Some(k) = c.cval().level_params.iter().position(|q| *q == p)
        {
            levels[k] = m.st.l_zero();
        }
        let mut e = m.st.apps(m.st.const_(n, &levels), &params);
        let ty = m.infer(e)?;
        let Node::Pi(_, motive_ty, _) = m.st.node(ty) else { return Ok(None) };
        let mut refls = Vec::new();
        let motive = m.scoped(|m| {
            let (xs, _) = m.open_pis(motive_ty, Some(discrs.len()))?;
            let mut body = goal;
            for (d, x) in discrs.iter().zip(&xs).rev() {
                let (td, tx) = (m.infer(*d)?, m.infer(*x)?);
                if !m.is_def_eq(td, tx)? {
                    return Ok(None);
                }
                let eq = m.mk_eq(*d, *x)?;
                body = m.st.arrow(eq, body);
                refls.push(m.mk_eq_refl(*d)?);
            }
            m.mk_lambda(&xs, body).map(Some)
        })?;
        let Some(motive) = motive else { return Ok(None) };
        refls.reverse();
        e = m.st.apps(m.st.app(e, motive), &discrs);
        for (k, arity) in info.alt_arity.iter().enumerate() {
            let ty = m.infer(e)?;
            let ty = m.whnf_core(ty)?;
            let Node::Pi(_, dom, _) = m.st.node(ty) else { return Ok(None) };
            let alt = m.scoped(|m| {
                let (vars, concl) = m.open_pis(dom, Some((*arity).max(1)))?;
                let concl = m.st.head_beta(concl);
                let (eqs, goal) = m.open_pis(concl, Some(discrs.len()))?;
                let rhs = m.st.beta(args[first + k], &vars);
                let rhs = m.st.beta(rhs, &args[end..]);
                let mut solve = Vec::new();
                for (d, h) in discrs.iter().zip(&eqs) {
                    let local = matches!(m.st.node(*d), Node::FVar(id)
                        if m.lctx.get(id).is_some_and(|l| l.value.is_none()) && !self.outer.contains(&id));
                    if local {
                        solve.push(*h);
                    }
                }
                let body = m.solve_equations(goal, solve, &mut |m, goal, r| {
                    let up = |e: &Expr| r.apply(&m.st, *e);
                    let calls: Vec<Call> =
                        calls.iter().map(|(xs, j, a)| (xs.clone(), *j, a.iter().map(up).collect())).collect();
                    let rhs = r.apply(&m.st, rhs);
                    self.branch(m, at, rhs, goal, calls, pass)
                })?;
                m.mk_lambda(&[&vars[..], &eqs].concat(), body)
            })?;
            e = m.st.app(e, alt);
        }
        Ok(Some(m.st.apps(e, &refls)))
    }

    /// Adds the calls in `e` to `out`, those in arguments of calls first. `binders` are the variables opened on the way.
    fn collect(&self, m: &mut Meta, e: Expr, binders: &mut Vec<Expr>, out: &mut Vec<Call>) -> Result<()> {
        if !self.hypotheses || !self.ms.iter().any(|x| m.occurs(e, x.f)) {
            return Ok(());
        }
        m.tick()?;
        with_stack(|| match m.st.node(e) {
            Node::App(..) => {
                let (h, args) = m.st.unapp(e);
                for a in &args {
                    self.collect(m, *a, binders, out)?;
                }
                let Node::FVar(id) = m.st.node(h) else { return self.collect(m, h, binders, out) };
                let Some(j) = self.ms.iter().position(|x| x.f == id) else { return Ok(()) };
                let arity = self.ms[j].params.len() - self.num_vars + self.ms[j].args.len();
                if args.len() >= arity {
                    let call = (binders.clone(), j, args[..arity].to_vec());
                    if !out.contains(&call) {
                        out.push(call);
                    }
                }
                Ok(())
            }
            Node::Lam(b, t, body) | Node::Pi(b, t, body) => {
                self.collect(m, t, binders, out)?;
                let t = m.st.replace_fvars(t, &self.constants);
                let x = m.push_local(b.name, t, BinderInfo::Default);
                binders.push(x);
                let body = m.st.instantiate1(body, x);
                self.collect(m, body, binders, out)?;
                binders.pop();
                Ok(())
            }
            Node::Let(_, _, v, b) => {
                self.collect(m, v, binders, out)?;
                self.collect(m, m.st.instantiate1(b, v), binders, out)
            }
            Node::Proj(_, _, x) => self.collect(m, x, binders, out),
            _ => Ok(()),
        })
    }

    /// A case: its type is noted, or it is used.
    fn leaf(&self, m: &mut Meta, at: Place, goal: Expr, calls: &[Call], pass: &mut Pass) -> Result<Expr> {
        let mut hyps = Vec::new();
        for (xs, j, args) in calls {
            let args: Vec<Expr> =
                args[self.fixed..].iter().map(|a| m.st.replace_fvars(*a, &self.constants)).collect();
            let stmt = m.st.apps(self.motives[*j], &args);
            // Variables of lambdas that were passed; what they do not mention is not needed.
            let mut xs = xs.clone();
            let mut used = m.free_variables(&[stmt]);
            let proofs: Vec<Expr> = xs.clone();
            for x in proofs {
                if m.is_proof(x)? {
                    used.push(x);
                    let t = m.infer(x)?;
                    used.extend(m.free_variables(&[t]));
                }
            }
            xs.retain(|x| used.contains(x));
            let ty = m.mk_pi(&xs, stmt)?;
            let call = (xs, *j, args);
            if !hyps.iter().any(|(t, _)| *t == ty) {
                hyps.push((ty, call));
            }
        }
        // Everything but what is fixed: the values' variables, and the conditions on the way.
        let mut es: Vec<Expr> = hyps.iter().map(|h| h.0).collect();
        es.push(goal);
        let mut conditions = Vec::new();
        let opened: Vec<FVarId> =
            calls.iter().flat_map(|c| &c.0).filter_map(|x| m.fvar_id(*x).ok()).collect();
        let here: Vec<_> = m.lctx.iter().cloned().collect();
        for d in here {
            if !self.lctx.contains(d.id) && !opened.contains(&d.id) && m.is_prop(d.ty)? {
                conditions.push(m.st.fvar(d.id));
            }
        }
        // A condition that nothing else is about, such as the equation of a solved pattern, still counts.
        es.extend(&conditions);
        let vars: Vec<Expr> = m
            .free_variables(&es)
            .into_iter()
            .filter(|x| m.fvar_id(*x).is_ok_and(|id| !self.outer.contains(&id)))
            .filter(|x| match pass {
                Pass::Use { cases, recursive, .. } => !cases.contains(x) && !recursive.contains(x),
                Pass::Collect(_) => true,
            })
            .collect();
        match pass {
            Pass::Collect(types) => {
                let ty = m.scoped(|m| {
                    let mut xs = vars.clone();
                    for (k, (t, _)) in hyps.iter().enumerate() {
                        let name = Name::new(&format!("ih{}", k + 1));
                        xs.push(m.push_local(name, *t, BinderInfo::Default));
                    }
                    m.set_binder_infos(&xs, BinderInfo::Default);
                    m.mk_pi(&xs, goal)
                })?;
                types.push((at, ty));
                // Not used: the second run makes the term.
                Ok(m.st.prop())
            }
            Pass::Use { cases, next, recursive } => {
                let case = cases.get(*next).copied().ok_or_else(|| Error::msg("internal: cases"))?;
                *next += 1;
                let mut args = m.without_lets(&vars);
                for (_, (xs, j, a)) in &hyps {
                    let v = m.st.apps(recursive[*j], a);
                    args.push(m.mk_lambda(xs, v)?);
                }
                Ok(m.st.apps(case, &args))
            }
        }
    }
}
