//! From a statement to a [`Problem`].

use super::{DataType, Formula, INT, Problem, Symbol, Term};
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use turnstile_elab::env::Transparency;
use turnstile_elab::{Error, LocalContext, Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, FVarId, Name, Node, with_stack};

/// Larger numerals are not written as successors.
const MAX_NUMERAL: u64 = 64;
/// Definitions are unfolded this often in a row.
const MAX_UNFOLD: usize = 24;

/// The closed statement as a problem.
///
/// # Errors
/// Why it has no first-order form here.
pub fn translate(m: &mut Meta, statement: Expr) -> std::result::Result<Problem, String> {
    let saved = m.save();
    m.lctx = LocalContext::default();
    let mut t = Translator::default();
    let r = t.statement(m, statement);
    let r = r.map_err(|e| m.render(&e));
    m.restore(&saved);
    r.map(|goal| Problem { goal: Some(goal), ..t.problem })
}

#[derive(Default)]
struct Translator {
    problem: Problem,
    /// Names of sorts, by type.
    sorts: FxHashMap<Expr, String>,
    /// Names of functions with their type arguments filled in.
    functions: FxHashMap<Expr, String>,
    /// What variables are called: bound ones as terms, those at the front as symbols.
    variables: FxHashMap<FVarId, (String, bool)>,
    taken: BTreeSet<String>,
}

/// The number of leading variables up to the last type, function or predicate.
fn symbols_at_front(m: &mut Meta, statement: Expr) -> Result<usize> {
    m.scoped(|m| {
        let (mut ty, mut count, mut last) = (statement, 0, 0);
        loop {
            ty = m.whnf_core(ty)?;
            let Node::Pi(b, d, body) = m.st.node(ty) else { return Ok(last) };
            if m.is_prop(d)? {
                return Ok(last);
            }
            count += 1;
            let kind = m.whnf(d)?;
            if matches!(m.st.node(kind), Node::Sort(_) | Node::Pi(..)) {
                last = count;
            }
            let x = m.push_local(b.name, d, b.info);
            ty = m.st.instantiate1(body, x);
        }
    })
}

fn no<T>(why: impl Into<String>) -> Result<T> {
    Err(Error::msg(why))
}

impl Translator {
    fn fresh(&mut self, base: &str) -> String {
        let mut name = base.to_owned();
        let mut i = 1;
        while !self.taken.insert(name.clone()) {
            i += 1;
            name = format!("{base}_{i}");
        }
        name
    }

    /// Type, function and predicate variables at the front become symbols; the rest is the goal.
    /// Data variables before the last of them become constants.
    fn statement(&mut self, m: &mut Meta, statement: Expr) -> Result<Formula> {
        let mut ty = statement;
        for _ in 0..symbols_at_front(m, statement)? {
            ty = m.whnf_core(ty)?;
            let Node::Pi(b, d, body) = m.st.node(ty) else { break };
            let kind = m.whnf(d)?;
            let x = m.push_local(b.name, d, b.info);
            let name = self.fresh(b.name.as_str());
            let id = m.fvar_id(x)?;
            match m.st.node(kind) {
                Node::Sort(l) if !m.level_is_zero(l) => {
                    self.problem.sorts.push(name.clone());
                    self.sorts.insert(x, name);
                }
                Node::Sort(_) => {
                    self.problem.symbols.push(Symbol { name: name.clone(), args: vec![], result: None });
                    self.variables.insert(id, (name, true));
                }
                _ => {
                    let (args, result) = self.signature(m, kind)?;
                    self.problem.symbols.push(Symbol { name: name.clone(), args, result });
                    self.variables.insert(id, (name, true));
                }
            }
            ty = m.st.instantiate1(body, x);
        }
        self.formula(m, ty, MAX_UNFOLD)
    }

    /// The sorts of a first-order function type.
    fn signature(&mut self, m: &mut Meta, ty: Expr) -> Result<(Vec<String>, Option<String>)> {
        m.scoped(|m| {
            let (xs, res) = m.open_pis(ty, None)?;
            let mut args = Vec::new();
            for x in &xs {
                let t = m.infer(*x)?;
                args.push(self.sort(m, t)?);
            }
            let res = m.whnf(res)?;
            let is_prop = matches!(m.st.node(res), Node::Sort(l) if m.level_is_zero(l));
            Ok((args, if is_prop { None } else { Some(self.sort(m, res)?) }))
        })
    }

    fn sort(&mut self, m: &mut Meta, ty: Expr) -> Result<String> {
        let ty = m.whnf(ty)?;
        let key = m.st.alpha(ty);
        if let Some(s) = self.sorts.get(&key).or_else(|| self.sorts.get(&ty)) {
            return Ok(s.clone());
        }
        if m.st.as_const(ty).is_some_and(|(n, _)| n.as_str() == "Int") {
            return Ok(INT.to_owned());
        }
        if matches!(m.st.node(ty), Node::Pi(..)) {
            return no("a function is an argument or a value");
        }
        let Some(family) = m.as_family(ty)? else { return no("a type is no data type") };
        if !family.indices.is_empty() || m.is_prop(ty)? {
            return no("a type has indices, or is a proposition");
        }
        let shown = m.pp(ty);
        let name = self.fresh(&shown);
        self.sorts.insert(key, name.clone());
        let mut constructors = Vec::new();
        for c in family.info.ctors.iter() {
            let fields = m.scoped(|m| {
                let (fields, _, _) = m.open_ctor(*c, &family.levels, &family.params)?;
                fields
                    .into_iter()
                    .map(|f| {
                        let t = m.infer(f)?;
                        self.sort(m, t)
                    })
                    .collect::<Result<Vec<String>>>()
            })?;
            let ctor = m.st.apps(m.st.const_(*c, &family.levels), &family.params);
            let base = if family.params.is_empty() { c.to_string() } else { format!("{c} {name}") };
            let called = self.fresh(&base);
            self.functions.insert(m.st.alpha(ctor), called.clone());
            constructors.push((called, fields));
        }
        self.problem.data_types.push(DataType { name: name.clone(), constructors });
        Ok(name)
    }

    fn formula(&mut self, m: &mut Meta, prop: Expr, more: usize) -> Result<Formula> {
        m.tick()?;
        with_stack(|| self.formula_of(m, prop, more))
    }

    fn formula_of(&mut self, m: &mut Meta, prop: Expr, more: usize) -> Result<Formula> {
        let st = m.st.clone();
        let prop = st.head_beta(m.instantiate(prop));
        if let Node::Pi(b, d, body) = st.node(prop) {
            if m.is_prop(d)? {
                if st.loose(body) > 0 {
                    return no("a statement depends on a proof");
                }
                let (p, q) = (self.formula(m, d, MAX_UNFOLD)?, self.formula(m, body, MAX_UNFOLD)?);
                return Ok(Formula::Imp(p.into(), q.into()));
            }
            return self.quantifier(m, b.name, d, |_, x| st.instantiate1(body, x), true);
        }
        let (head, args) = st.unapp(prop);
        if let Node::FVar(id) = st.node(head) {
            let Some((name, _)) = self.variables.get(&id).cloned() else {
                return no("a proposition is a value");
            };
            let args = self.terms(m, &args)?;
            return Ok(Formula::Pred(name, args));
        }
        let name = st.as_const(head).map_or(String::new(), |(n, _)| n.as_str().to_owned());
        let pair =
            |a: Formula, b: Formula, f: fn(Box<Formula>, Box<Formula>) -> Formula| f(a.into(), b.into());
        match (name.as_str(), &args[..]) {
            ("True", []) => return Ok(Formula::True),
            ("False", []) => return Ok(Formula::False),
            ("Not", [p]) => return Ok(Formula::Not(self.formula(m, *p, MAX_UNFOLD)?.into())),
            ("And" | "Or" | "Iff", [p, q]) => {
                let (p, q) = (self.formula(m, *p, MAX_UNFOLD)?, self.formula(m, *q, MAX_UNFOLD)?);
                return Ok(match name.as_str() {
                    "And" => pair(p, q, Formula::And),
                    "Or" => pair(p, q, Formula::Or),
                    _ => pair(p, q, Formula::Iff),
                });
            }
            ("Eq" | "Ne", [ty, a, b]) => {
                let t = m.whnf(*ty)?;
                let eq = if matches!(st.node(t), Node::Sort(l) if m.level_is_zero(l)) {
                    pair(self.formula(m, *a, MAX_UNFOLD)?, self.formula(m, *b, MAX_UNFOLD)?, Formula::Iff)
                } else {
                    self.sort(m, t)?;
                    Formula::Eq(self.term(m, *a)?, self.term(m, *b)?)
                };
                return Ok(if name == "Eq" { eq } else { Formula::Not(eq.into()) });
            }
            ("Exists", [ty, p]) => {
                let p = *p;
                let binder = match st.node(p) {
                    Node::Lam(b, _, _) => b.name,
                    _ => Name::new("x"),
                };
                return self.quantifier(m, binder, *ty, |_, x| st.head_beta(st.app(p, x)), false);
            }
            ("Nat.le", [a, b]) => {
                let test = st.apps(st.const0("Nat.ble"), &[*a, *b]);
                let (test, yes) = (self.term(m, test)?, self.term(m, st.const0("Bool.true"))?);
                return Ok(Formula::Eq(test, yes));
            }
            ("Int.le" | "Int.lt", [a, b]) => {
                let op = if name == "Int.le" { "<=" } else { "<" };
                return Ok(Formula::Compare(op, self.term(m, *a)?, self.term(m, *b)?));
            }
            _ => {}
        }
        match self.unfold(m, prop)? {
            Some(u) if more > 0 => self.formula(m, u, more - 1),
            _ => no(format!("`{name}` has no first-order form")),
        }
    }

    fn quantifier(
        &mut self,
        m: &mut Meta,
        name: Name,
        ty: Expr,
        body: impl FnOnce(&mut Meta, Expr) -> Expr,
        all: bool,
    ) -> Result<Formula> {
        let sort = self.sort(m, ty)?;
        m.scoped(|m| {
            let x = m.push_local(name, ty, BinderInfo::Default);
            let called = self.fresh(name.as_str());
            self.variables.insert(m.fvar_id(x)?, (called.clone(), false));
            let body = body(m, x);
            let body = Box::new(self.formula(m, body, MAX_UNFOLD)?);
            Ok(if all { Formula::All(called, sort, body) } else { Formula::Ex(called, sort, body) })
        })
    }

    /// One step of unfolding: instances first, then definitions.
    fn unfold(&mut self, m: &mut Meta, e: Expr) -> Result<Option<Expr>> {
        let w = m.whnf_at(e, Transparency::Instances)?;
        if w != e {
            return Ok(Some(w));
        }
        if let Some(u) = m.unfold_definition(e, false) {
            return Ok(Some(u));
        }
        let w = m.whnf_core(e)?;
        Ok((w != e).then_some(w))
    }

    fn terms(&mut self, m: &mut Meta, list: &[Expr]) -> Result<Vec<Term>> {
        list.iter().map(|e| self.term(m, *e)).collect()
    }

    fn term(&mut self, m: &mut Meta, e: Expr) -> Result<Term> {
        with_stack(|| self.term_of(m, e, MAX_UNFOLD))
    }

    fn term_of(&mut self, m: &mut Meta, e: Expr, more: usize) -> Result<Term> {
        m.tick()?;
        let st = m.st.clone();
        let e = st.head_beta(m.instantiate(e));
        if let Some(n) = m.nat_literal(e) {
            return self.numeral(m, &n.to_string());
        }
        let (head, args) = st.unapp(e);
        if let Node::FVar(id) = st.node(head) {
            let Some((name, is_symbol)) = self.variables.get(&id).cloned() else {
                return no("a proof is a value");
            };
            if is_symbol {
                let args = self.terms(m, &args)?;
                return Ok(Term::App(name, args));
            }
            return if args.is_empty() {
                Ok(Term::Var(name))
            } else {
                no("a function is an argument or a value")
            };
        }
        if matches!(st.node(e), Node::Lam(..)) {
            return no("a function is an argument or a value");
        }
        let Some((name, levels)) = st.as_const(head) else {
            return match self.unfold(m, e)? {
                Some(u) if more > 0 => self.term_of(m, u, more - 1),
                _ => no("a term has no first-order form"),
            };
        };
        if let (Some(op), n @ 1..=2) = (int_operation(name.as_str()), args.len()) {
            let args = self.terms(m, &args[..n])?;
            return Ok(Term::Arith(op, args));
        }
        if let ("OfNat.ofNat", [ty, n, _]) = (name.as_str(), &args[..])
            && st.as_const(*ty).is_some_and(|(n, _)| n.as_str() == "Int")
            && let Node::Nat(n) = st.node(*n)
        {
            return Ok(Term::Int(st.nat_value(n).to_string()));
        }
        if let ("ite", [_, c, _, a, b]) = (name.as_str(), &args[..]) {
            let c = self.formula(m, *c, MAX_UNFOLD)?;
            return Ok(Term::Ite(c.into(), self.term(m, *a)?.into(), self.term(m, *b)?.into()));
        }
        if let Some(c) = m.ctor_val(name) {
            let ty = m.infer(e)?;
            self.sort(m, ty)?;
            let ctor = m.st.alpha(st.apps(head, &args[..c.num_params.min(args.len())]));
            let Some(called) = self.functions.get(&ctor).cloned() else {
                return no("a constructor is not known");
            };
            if args.len() != c.num_params + c.num_fields {
                return no("a function is an argument or a value");
            }
            let fields = self.terms(m, &args[c.num_params..])?;
            return Ok(Term::App(called, fields));
        }
        if m.env.ext.equations.contains_key(&name) {
            return self.defined(m, name, &st.level_list(levels), head, &args);
        }
        if let Some(by) = self.by_cases(m, name, &args)? {
            return Ok(by);
        }
        match self.unfold(m, e)? {
            Some(u) if more > 0 => self.term_of(m, u, more - 1),
            _ => no(format!("`{name}` has no first-order form")),
        }
    }

    fn numeral(&mut self, m: &mut Meta, text: &str) -> Result<Term> {
        let nat = m.st.const0("Nat");
        self.sort(m, nat)?;
        let n: u64 = text.parse().unwrap_or(u64::MAX);
        if n > MAX_NUMERAL {
            return no("a numeral is too large to be written as successors");
        }
        let called = |this: &Self, c: &str| this.functions.get(&m.st.alpha(m.st.const0(c))).cloned();
        let (Some(zero), Some(succ)) = (called(self, "Nat.zero"), called(self, "Nat.succ")) else {
            return no("there are no numbers");
        };
        Ok((0..n).fold(Term::App(zero, vec![]), |t, _| Term::App(succ.clone(), vec![t])))
    }

    /// A function with defining equations; these become axioms.
    fn defined(
        &mut self,
        m: &mut Meta,
        name: Name,
        levels: &[turnstile_kernel::Level],
        head: Expr,
        args: &[Expr],
    ) -> Result<Term> {
        let st = m.st.clone();
        // Types and instances are filled in; what is left must be data.
        let mut f = head;
        let mut fixed = 0;
        for a in args {
            let ty = m.infer(*a)?;
            let ty = m.whnf(ty)?;
            if !matches!(st.node(ty), Node::Sort(_)) && !m.is_class_type(ty) {
                break;
            }
            f = st.app(f, *a);
            fixed += 1;
        }
        let key = st.alpha(f);
        let data = self.terms(m, &args[fixed..])?;
        if let Some(called) = self.functions.get(&key) {
            return Ok(Term::App(called.clone(), data));
        }
        let ty = m.infer(f)?;
        let (sorts, result) = self.signature(m, ty)?;
        if sorts.len() != data.len() {
            return no("a function is an argument or a value");
        }
        let base = if fixed == 0 { name.to_string() } else { m.pp(f) };
        let called = self.fresh(&base);
        self.functions.insert(key, called.clone());
        self.problem.symbols.push(Symbol { name: called.clone(), args: sorts, result });
        let Some(equations) = m.env.ext.equations.get(&name).cloned() else { return no("no equations") };
        for q in &equations.eqns {
            let axiom = m.scoped(|m| {
                // Pattern variables as holes, whose types follow from the function's.
                let saved = m.save();
                let holes: Vec<Expr> = (0..q.num_vars)
                    .map(|_| {
                        let ty = m.mk_type_hole();
                        m.mk_hole(ty)
                    })
                    .collect();
                let open = |e: Expr| {
                    let e = m.st.instantiate_levels(e, &equations.level_params, levels);
                    m.st.instantiate_rev(e, &holes)
                };
                let (lhs, rhs): (Vec<Expr>, Expr) = (q.lhs.iter().map(|e| open(*e)).collect(), open(q.rhs));
                for (p, a) in lhs.iter().zip(args.iter().take(fixed)) {
                    if !m.is_def_eq(*p, *a)? {
                        return no("an equation is about other types");
                    }
                }
                let whole = m.st.apps(m.st.const_(name, levels), &lhs);
                settle(m, whole)?;
                let mut variables: Vec<(FVarId, String, String)> = Vec::new();
                for h in &holes {
                    let now = m.instantiate(*h);
                    let Node::MVar(id) = m.st.node(now) else { continue };
                    let ty = m.infer(now)?;
                    let ty = m.instantiate(ty);
                    let sort = self.sort(m, ty)?;
                    let x = m.push_local(Name::new("v"), ty, BinderInfo::Default);
                    let called = self.fresh("v");
                    let fvar = m.fvar_id(x)?;
                    self.variables.insert(fvar, (called.clone(), false));
                    variables.push((fvar, called, sort));
                    m.mctx.assign(id, x);
                }
                let left: Vec<Expr> = lhs[fixed..].iter().map(|e| m.instantiate(*e)).collect();
                let rhs = m.instantiate(rhs);
                let mut patterns = self.terms(m, &left)?;
                let extra = data.len().saturating_sub(patterns.len());
                if extra > 0 {
                    return no("an equation has fewer arguments than its function");
                }
                patterns.truncate(data.len());
                let right = self.term(m, rhs)?;
                m.restore(&saved);
                let eq = Formula::Eq(Term::App(called.clone(), patterns), right);
                Ok(variables.into_iter().rev().fold(eq, |f, (_, x, s)| Formula::All(x, s, Box::new(f))))
            })?;
            self.problem.axioms.push(axiom);
        }
        Ok(Term::App(called, data))
    }

    /// `T.casesOn x arms` as a new function of `x` and of the variables in the arms.
    fn by_cases(&mut self, m: &mut Meta, name: Name, args: &[Expr]) -> Result<Option<Term>> {
        let st = m.st.clone();
        let Some(text) = name.as_str().strip_suffix(".casesOn") else { return Ok(None) };
        let Some(info) = m.inductive_val(Name::new(text)) else { return Ok(None) };
        let major = info.num_params + 1 + info.num_indices;
        if info.num_indices > 0 || args.len() != major + 1 + info.ctors.len() {
            return Ok(None);
        }
        let ty = m.infer(args[major])?;
        let Some(family) = m.as_family(ty)? else { return Ok(None) };
        let scrutinee = self.term(m, args[major])?;
        let sort = self.sort(m, ty)?;
        let result = m.scoped(|m| {
            let x = m.push_local(Name::new("x"), ty, BinderInfo::Default);
            let res = st.head_beta(st.app(args[major - 1], x));
            self.sort(m, res)
        })?;
        // The variables that the arms mention become arguments.
        let mut outer: Vec<(FVarId, String, String)> = Vec::new();
        for arm in &args[major + 1..] {
            let mut ids = Vec::new();
            st.any_subterm(*arm, |t| {
                if let Node::FVar(id) = st.node(t) {
                    ids.push(id);
                }
                false
            });
            for id in ids {
                if let Some((called, false)) = self.variables.get(&id).cloned()
                    && !outer.iter().any(|(o, _, _)| *o == id)
                {
                    let ty = m.infer(st.fvar(id))?;
                    let s = self.sort(m, ty)?;
                    outer.push((id, called, s));
                }
            }
        }
        let called = self.fresh("cases");
        let mut sorts = vec![sort];
        sorts.extend(outer.iter().map(|o| o.2.clone()));
        self.problem.symbols.push(Symbol { name: called.clone(), args: sorts, result: Some(result) });
        let rest: Vec<Term> = outer.iter().map(|o| Term::Var(o.1.clone())).collect();
        for (c, arm) in family.info.ctors.iter().zip(&args[major + 1..]) {
            let axiom = m.scoped(|m| {
                let (fields, app, _) = m.open_ctor(*c, &family.levels, &family.params)?;
                let mut bound = Vec::new();
                for f in &fields {
                    let ty = m.infer(*f)?;
                    let s = self.sort(m, ty)?;
                    let x = self.fresh("v");
                    self.variables.insert(m.fvar_id(*f)?, (x.clone(), false));
                    bound.push((x, s));
                }
                let mut left = vec![self.term(m, app)?];
                left.extend(rest.iter().cloned());
                let body = st.beta(*arm, &fields);
                let eq = Formula::Eq(Term::App(called.clone(), left), self.term(m, body)?);
                bound.extend(outer.iter().map(|o| (o.1.clone(), o.2.clone())));
                Ok::<Formula, Error>(
                    bound.into_iter().rev().fold(eq, |f, (x, s)| Formula::All(x, s, Box::new(f))),
                )
            })?;
            self.problem.axioms.push(axiom);
        }
        let mut all = vec![scrutinee];
        all.extend(rest);
        Ok(Some(Term::App(called, all)))
    }
}

/// Finds the types of the holes in an application of constants.
fn settle(m: &mut Meta, e: Expr) -> Result<()> {
    let (head, args) = m.st.unapp(e);
    if args.is_empty() {
        return Ok(());
    }
    let mut ty = m.infer(head)?;
    for a in args {
        ty = m.whnf(ty)?;
        let Node::Pi(_, d, b) = m.st.node(ty) else { return Ok(()) };
        settle(m, a)?;
        let found = m.infer(a)?;
        if !m.is_def_eq(found, d)? {
            return no("an equation is not well typed");
        }
        ty = m.st.instantiate1(b, a);
    }
    Ok(())
}

/// The operation of the integers that a function of the library is.
fn int_operation(name: &str) -> Option<&'static str> {
    Some(match name {
        "Int.add" => "+",
        "Int.sub" | "Int.neg" => "-",
        "Int.mul" => "*",
        "Int.ediv" => "div",
        "Int.emod" => "mod",
        _ => return None,
    })
}
