//! The defining equations of functions that were compiled from pattern matching, found by symbolic evaluation.
//!
//! The value of such a function is a `match` on its arguments, or, if it is recursive, `T.brecOn x (fun x below => …) …`,
//! where `below` holds the values of the function for everything below `x`, or a use of the recursor itself. It is
//! evaluated on variables. Where evaluation waits for a variable, the variable is replaced by each constructor in turn, and
//! `below` by a tuple in which calls of the function stand for its values: so recursive calls appear by themselves. What
//! evaluation ends with is the right-hand side of an equation. Each equation is then checked by the kernel to hold by
//! reflexivity; without that none is used.

use rustc_hash::FxHashMap;
use turnstile_elab::env::{Equation, FunEquations, Transparency};
use turnstile_elab::meta::LocalContext;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{
    BinderInfo, ConstantInfo, ConstantVal, Declaration, Expr, FVarId, Level, Name, Node, with_stack,
};

/// Replacements of variables by constructors on the way to one equation.
const MAX_SPLITS: usize = 10;
/// Equations of one function.
const MAX_EQUATIONS: usize = 48;
/// Steps of evaluation for one function.
const FUEL: u64 = 1_000_000;

/// The equations of the definition `name`; `None` where it is no such function.
pub(super) fn equations_of(m: &mut Meta, name: Name) -> Option<FunEquations> {
    let c = m.env.get(name)?.clone();
    let ConstantInfo::Definition(cval, value, _) = &*c else { return None };
    let saved = m.save();
    let fuel = std::mem::replace(&mut m.budget.fuel, FUEL);
    let found = m.scoped(|m| Evaluation::run(m, cval, *value));
    m.budget.fuel = fuel;
    m.restore(&saved);
    found.ok().flatten()
}

/// A case: the arguments as patterns over variables, and what is left to evaluate.
#[derive(Clone)]
struct Case {
    args: Vec<Expr>,
    term: Expr,
    /// The variables of `args` in an order that their types allow, then those that stand for `below`.
    vars: Vec<FVarId>,
    /// Variables that stand for `below` of some variable.
    below: Vec<FVarId>,
    lctx: LocalContext,
    splits: usize,
}

/// What is the same in all cases.
struct Evaluation {
    f: Expr,
    recursion: Option<Recursion>,
    equations: Vec<(Case, Expr)>,
}

/// `T.brecOn params motive indices major step rest`, or `T.rec params motive minors indices major rest`
#[derive(Clone)]
struct Recursion {
    /// For `brecOn`: what stands for the motive in types of `below`, and the motive.
    stand_in: Option<(FVarId, Expr)>,
    /// For `rec`: it, with its arguments before the indices.
    recursor: Option<Expr>,
    /// Positions among the function's arguments.
    major: usize,
    indices: Vec<usize>,
    rest: Vec<usize>,
    args: Vec<Expr>,
}

impl Evaluation {
    fn run(m: &mut Meta, cval: &ConstantVal, value: Expr) -> Result<Option<FunEquations>> {
        let st = m.st.clone();
        let (xs, body) = m.open_lams(value, None);
        let levels: Vec<Level> = cval.level_params.iter().map(|n| st.l_param(*n)).collect();
        let f = st.const_(cval.name, &levels);
        if xs.is_empty() {
            return Ok(None);
        }
        let ids: Vec<FVarId> = xs.iter().map(|x| m.fvar_id(*x)).collect::<Result<_>>()?;
        let (recursion, term, below) = match start_recursion(m, &xs, body)? {
            Some((r, term, below)) => (Some(r), term, below.into_iter().collect()),
            None => (None, body, vec![]),
        };
        let case = Case { args: xs.clone(), term, vars: ids, below, lctx: m.lctx.clone(), splits: 0 };
        let mut all = Evaluation { f, recursion, equations: Vec::new() };
        if !all.case(m, case)? {
            return Ok(None);
        }
        let split = all.equations.iter().any(|(c, _)| c.splits > 0);
        if !split && all.recursion.is_none() {
            return Ok(None);
        }
        let mut eqns = Vec::new();
        for (case, rhs) in &all.equations {
            match all.equation(m, cval, case, *rhs)? {
                Some(e) => eqns.push(e),
                None => return Ok(None),
            }
        }
        let is_pattern =
            |i: usize| eqns.iter().any(|e: &Equation| !matches!(st.node(e.lhs[i]), Node::BVar(_)));
        Ok(Some(FunEquations {
            level_params: cval.level_params.clone(),
            arity: xs.len(),
            matched: (0..xs.len()).filter(|i| is_pattern(*i)).collect(),
            eqns,
            recursive: all.recursion.is_some(),
            by_theorem: false,
        }))
    }

    fn stand_in(&self) -> Option<(FVarId, Expr)> {
        self.recursion.as_ref()?.stand_in
    }

    /// Evaluates a case to its end, or splits it; false if the function is not understood.
    fn case(&mut self, m: &mut Meta, mut case: Case) -> Result<bool> {
        m.lctx = case.lctx.clone();
        let blocked = loop {
            m.tick()?;
            case.term = m.with_transparency(Transparency::Instances, |m| m.whnf_core(case.term))?;
            match blocking(m, case.term)? {
                Blocked::Unfold(t) => case.term = t,
                Blocked::On(x) => break Some(x),
                Blocked::No => break None,
                // No alternative fits: the case is impossible by its types, and needs no equation.
                Blocked::Never => return Ok(true),
            }
        };
        match blocked {
            // Only what the arguments are made of can be replaced.
            Some(x) if case.vars.contains(&x) && case.splits < MAX_SPLITS => {
                let Some(parts) = self.split(m, &case, x)? else { return Ok(false) };
                for part in parts {
                    if !with_stack(|| self.case(m, part))? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Some(_) if case.splits == 0 => Ok(false),
            _ => {
                let rhs = self.tidy(m, &case)?;
                let unfinished = m.depends_on_any(rhs, &case.below)
                    || self.stand_in().is_some_and(|(x, _)| m.occurs(rhs, x));
                if unfinished || self.equations.len() >= MAX_EQUATIONS {
                    return Ok(false);
                }
                self.equations.push((case, rhs));
                Ok(true)
            }
        }
    }

    /// The case with `x` replaced by each constructor of its type.
    fn split(&self, m: &mut Meta, case: &Case, x: FVarId) -> Result<Option<Vec<Case>>> {
        let st = m.st.clone();
        let local = m.local_decl(x)?;
        // What depends on an instance, such as `if`, is no pattern match.
        if local.info == BinderInfo::Inst {
            return Ok(None);
        }
        let ty = m.whnf(local.ty)?;
        let (h, targs) = st.unapp(ty);
        let Some((n, ls)) = st.as_const(h) else { return Ok(None) };
        let Some(ConstantInfo::Inductive(ind)) = m.env.get(n).map(|c| (**c).clone()) else { return Ok(None) };
        if ind.num_indices > 0 || targs.len() != ind.num_params {
            return Ok(None);
        }
        let at = case.vars.iter().position(|v| *v == x).unwrap_or(case.vars.len());
        let mut parts = Vec::with_capacity(ind.ctors.len());
        for c in ind.ctors.iter() {
            m.lctx = case.lctx.clone();
            let head = st.apps(st.const_(*c, &st.level_list(ls)), &targs);
            let head_ty = m.infer(head)?;
            let (fields, _) = m.open_pis(head_ty, None)?;
            let mut map: FxHashMap<FVarId, Expr> = FxHashMap::default();
            map.insert(x, st.apps(head, &fields));
            let mut vars = case.vars[..at].to_vec();
            for f in &fields {
                vars.push(m.fvar_id(*f)?);
            }
            let mut below = Vec::new();
            for old in case.vars[at..].iter().chain(&case.below).filter(|v| **v != x) {
                let d = m.local_decl(*old)?;
                let ty = st.replace_fvars(d.ty, &map);
                let is_below = case.below.contains(old);
                if ty == d.ty {
                    if is_below { &mut below } else { &mut vars }.push(*old);
                } else if is_below {
                    let value = self.below_value(m, ty, &mut below)?;
                    map.insert(*old, value);
                } else {
                    let new = m.push_local(d.name, ty, d.info);
                    vars.push(m.fvar_id(new)?);
                    map.insert(*old, new);
                }
            }
            parts.push(Case {
                args: case.args.iter().map(|a| st.replace_fvars(*a, &map)).collect(),
                term: st.replace_fvars(case.term, &map),
                vars,
                below,
                lctx: m.lctx.clone(),
                splits: case.splits + 1,
            });
        }
        Ok(Some(parts))
    }

    /// A value of type `ty`, which is made of `below`s: tuples where it is known, calls of the function where a value of
    /// the function is asked for, and new variables, which go to `unknown`, for what is below a variable.
    fn below_value(&self, m: &mut Meta, ty: Expr, unknown: &mut Vec<FVarId>) -> Result<Expr> {
        let st = m.st.clone();
        let (Some(r), Some((stand_in, _))) = (&self.recursion, self.stand_in()) else { return Ok(ty) };
        let ty = m.with_transparency(Transparency::All, |m| m.whnf_core(ty))?;
        if st.app_fn(ty) == st.fvar(stand_in) {
            return r.call(m, self.f, &st.unapp(ty).1);
        }
        if let Node::Pi(..) = st.node(ty) {
            return m.scoped(|m| {
                let (ys, body) = m.open_pis(ty, None)?;
                let mut inner = Vec::new();
                let v = with_stack(|| self.below_value(m, body, &mut inner))?;
                m.mk_lambda(&ys, v)
            });
        }
        let (h, args) = st.unapp(ty);
        if let Some((n, ls)) = st.as_const(h)
            && n.as_str() == "PUnit"
        {
            return Ok(st.const_(Name::new("PUnit.unit"), &st.level_list(ls)));
        }
        if let (Some((n, ls)), [a, b]) = (st.as_const(h), args.as_slice())
            && n.as_str() == "PProd"
        {
            let left = with_stack(|| self.below_value(m, *a, unknown))?;
            let right = with_stack(|| self.below_value(m, *b, unknown))?;
            let mk = st.const_(Name::new("PProd.mk"), &st.level_list(ls));
            return Ok(st.apps(mk, &[*a, *b, left, right]));
        }
        let before = m.whnf_at(ty, Transparency::All)?;
        if before != ty && is_tuple_type(m, before, stand_in) {
            return with_stack(|| self.below_value(m, before, unknown));
        }
        let x = m.push_local(Name::new("below"), ty, BinderInfo::Default);
        unknown.push(m.fvar_id(x)?);
        Ok(x)
    }

    /// The term of a finished case, tuples taken apart.
    fn tidy(&self, m: &mut Meta, case: &Case) -> Result<Expr> {
        let st = m.st.clone();
        let mut failed = None;
        let mut clean = |e: Expr, _: u32| -> Option<Expr> {
            let (h, args) = st.unapp(e);
            let is_step = matches!(st.node(h), Node::Proj(..))
                || matches!(st.node(h), Node::Lam(..)) && !args.is_empty()
                || st.as_const(h).is_some_and(|c| matches!(c.0.as_str(), "PProd.fst" | "PProd.snd"));
            if !is_step || st.loose(e) > 0 && matches!(st.node(h), Node::Lam(..)) {
                return None;
            }
            let r = take_apart(m, e);
            match r {
                Ok(r) if r != e => Some(r),
                Ok(_) => None,
                Err(err) => {
                    failed = Some(err);
                    None
                }
            }
        };
        let mut term = case.term;
        // A component that was taken out can hold further tuples.
        for _ in 0..8 {
            let next = st.replace(term, &mut clean);
            if next == term {
                break;
            }
            term = next;
        }
        let term = match self.stand_in() {
            Some(motive) => st.replace_fvars(term, &[motive].into_iter().collect()),
            None => term,
        };
        let term = match &self.recursion {
            Some(r) => r.fold(m, self.f, term),
            None => term,
        };
        match failed {
            Some(e) => Err(e),
            None => Ok(term),
        }
    }

    /// The equation of a case, if it holds by reflexivity.
    fn equation(&self, m: &mut Meta, cval: &ConstantVal, case: &Case, rhs: Expr) -> Result<Option<Equation>> {
        let st = m.st.clone();
        m.lctx = case.lctx.clone();
        let vars: Vec<Expr> = case.vars.iter().map(|v| st.fvar(*v)).collect();
        let close = |e: Expr| st.abstract_fvars(e, &case.vars);
        let lhs: Vec<Expr> = case.args.iter().map(|a| close(*a)).collect();
        let closed = close(rhs);
        if st.has_fvar(closed) || st.has_mvar(closed) || lhs.iter().any(|e| st.has_fvar(*e)) {
            return Ok(None);
        }
        let left = st.apps(self.f, &case.args);
        let ty = m.infer(left)?;
        let u = m.sort_of(ty)?;
        let statement = st.apps(st.const_(Name::new("Eq"), &[u]), &[ty, left, rhs]);
        let proof = st.apps(st.const_(Name::new("Eq.refl"), &[u]), &[ty, left]);
        let (statement, proof) = (m.mk_pi(&vars, statement)?, m.mk_lambda(&vars, proof)?);
        let name = Name::anon().str("_equation");
        let cval = ConstantVal { name, level_params: cval.level_params.clone(), ty: statement };
        let mut kernel = m.env.kernel.clone();
        kernel.set_step_limit(2_000_000);
        let holds = kernel.add_decl(&st, &Declaration::Theorem(cval, proof)).is_ok();
        Ok(holds.then_some(Equation { num_vars: vars.len(), lhs, rhs: closed, theorem: None }))
    }
}

impl Recursion {
    /// The term with calls of the function for what the recursor computes on smaller arguments.
    fn fold(&self, m: &Meta, f: Expr, term: Expr) -> Expr {
        let Some(recursor) = self.recursor else { return term };
        let st = &m.st;
        let prefix = st.app_arity(recursor);
        let last = prefix + self.indices.len() + 1 + self.rest.len();
        st.replace(term, |e, _| {
            let (h, given) = st.unapp(e);
            if given.len() != last
                || h != st.app_fn(recursor)
                || !st.alpha_eq(st.apps(h, &given[..prefix]), recursor)
            {
                return None;
            }
            let mut args = self.args.clone();
            let places = self.indices.iter().chain([&self.major]).chain(&self.rest);
            for (p, e) in places.zip(&given[prefix..]) {
                args[*p] = with_stack(|| self.fold(m, f, *e));
            }
            Some(st.apps(f, &args))
        })
    }

    /// The call of the function for `wanted`, indices and major premise: it waits for the arguments that vary.
    fn call(&self, m: &mut Meta, f: Expr, wanted: &[Expr]) -> Result<Expr> {
        let st = m.st.clone();
        let mut args = self.args.clone();
        let mut map: FxHashMap<FVarId, Expr> = FxHashMap::default();
        for (p, w) in self.indices.iter().chain([&self.major]).zip(wanted) {
            map.insert(m.fvar_id(args[*p])?, *w);
            args[*p] = *w;
        }
        m.scoped(|m| {
            let mut ys = Vec::new();
            for p in &self.rest {
                let d = m.local_decl(m.fvar_id(self.args[*p])?)?;
                let y = m.push_local(d.name, st.replace_fvars(d.ty, &map), d.info);
                map.insert(d.id, y);
                args[*p] = y;
                ys.push(y);
            }
            m.mk_lambda(&ys, st.apps(f, &args))
        })
    }
}

/// `body` as a recursion on one of the arguments `xs`, the term to evaluate, and the variable that stands for `below`.
fn start_recursion(
    m: &mut Meta,
    xs: &[Expr],
    body: Expr,
) -> Result<Option<(Recursion, Expr, Option<FVarId>)>> {
    let st = m.st.clone();
    let (h, args) = st.unapp(body);
    let Some((n, ls)) = st.as_const(h) else { return Ok(None) };
    let direct = match m.env.get(n).map(|c| &**c) {
        Some(ConstantInfo::Recursor(r)) if r.num_motives == 1 => Some(r.first_index()),
        _ if n.last_str() == "brecOn" => None,
        _ => return Ok(None),
    };
    let family = n.prefix();
    let Some(ConstantInfo::Inductive(ind)) = m.env.get(family).map(|c| (**c).clone()) else {
        return Ok(None);
    };
    if !ind.is_rec {
        return Ok(None);
    }
    let (np, ni) = (ind.num_params, ind.num_indices);
    let first = direct.unwrap_or(np + 1);
    // With `brecOn` the step comes between the major premise and the other arguments.
    let rest = first + ni + 1 + usize::from(direct.is_none());
    if args.len() < rest {
        return Ok(None);
    }
    let place = |e: &Expr| xs.iter().position(|x| x == e);
    let wanted = &args[first..first + ni + 1];
    let (Some(wanted_at), Some(rest_at)) = (
        wanted.iter().map(place).collect::<Option<Vec<_>>>(),
        args[rest..].iter().map(place).collect::<Option<Vec<_>>>(),
    ) else {
        return Ok(None);
    };
    let Some((major, indices)) = wanted_at.split_last() else { return Ok(None) };
    let mut r = Recursion {
        stand_in: None,
        recursor: direct.map(|k| st.apps(h, &args[..k])),
        major: *major,
        indices: indices.to_vec(),
        rest: rest_at,
        args: xs.to_vec(),
    };
    if direct.is_some() {
        return Ok(Some((r, body, None)));
    }
    let motive = args[np];
    let motive_ty = m.infer(motive)?;
    let stand_in = m.push_local(Name::new("C"), motive_ty, BinderInfo::Default);
    r.stand_in = Some((m.fvar_id(stand_in)?, motive));
    let below = st.const_(family.str("below"), &st.level_list(ls));
    let below_ty = st.apps(st.app(st.apps(below, &args[..np]), stand_in), wanted);
    let b = m.push_local(Name::new("below"), below_ty, BinderInfo::Default);
    let step = st.beta(args[rest - 1], &[wanted, &[b]].concat());
    let term = st.beta(step, &args[rest..]);
    Ok(Some((r, term, Some(m.fvar_id(b)?))))
}

/// Whether evaluating a `below` led to a tuple, or to a value of the function.
fn is_tuple_type(m: &Meta, ty: Expr, stand_in: FVarId) -> bool {
    m.st.app_fn(ty) == m.st.fvar(stand_in)
        || m.st.head_const(ty).is_some_and(|n| matches!(n.as_str(), "PProd" | "PUnit"))
        || matches!(m.st.node(ty), Node::Pi(..))
}

/// A component of a tuple, or an application of a written function, reduced.
fn take_apart(m: &mut Meta, e: Expr) -> Result<Expr> {
    let st = m.st.clone();
    let (h, args) = st.unapp(e);
    let (tuple, index, rest) = match st.node(h) {
        Node::Proj(s, i, x) if s.as_str() == "PProd" => (x, i as usize, &args[..]),
        Node::Const(n, _) if matches!(n.as_str(), "PProd.fst" | "PProd.snd") && args.len() >= 3 => {
            (args[2], usize::from(n.as_str() == "PProd.snd"), &args[3..])
        }
        Node::Lam(..) => return Ok(st.head_beta(e)),
        _ => return Ok(e),
    };
    let tuple = with_stack(|| take_apart(m, tuple))?;
    match st.app_of(tuple, "PProd.mk", 4) {
        Some(parts) => Ok(st.beta(parts[2 + index], rest)),
        None => Ok(e),
    }
}

/// Why evaluation does not go on.
enum Blocked {
    /// It is done.
    No,
    /// It waits for the value of a variable.
    On(FVarId),
    /// It goes on with this.
    Unfold(Expr),
    /// It cannot go on: no alternative fits.
    Never,
}

fn blocking(m: &mut Meta, t: Expr) -> Result<Blocked> {
    let st = m.st.clone();
    let (h, args) = st.unapp(t);
    let Some((n, _)) = st.as_const(h) else { return Ok(Blocked::No) };
    if let Some(info) = m.env.ext.matchers.get(&n).cloned() {
        let first = info.num_params + 1;
        let Some(discrs) = args.get(first..first + info.num_discrs) else { return Ok(Blocked::No) };
        let mut excluded = 0;
        for pats in &info.patterns {
            for (p, d) in pats.iter().zip(discrs) {
                match facing(m, *p, *d)? {
                    Facing::Same => {}
                    Facing::Other => {
                        excluded += 1;
                        break;
                    }
                    Facing::Variable(x) => return Ok(Blocked::On(x)),
                    Facing::Unknown => return Ok(Blocked::No),
                }
            }
        }
        return Ok(if excluded == info.patterns.len() { Blocked::Never } else { Blocked::No });
    }
    if super::matchers::is_matcher_name(n) || matches!(n.last_str(), "casesOn" | "recOn") {
        return Ok(m.unfold_definition(t, false).map_or(Blocked::No, Blocked::Unfold));
    }
    if let Some(ConstantInfo::Recursor(r)) = m.env.get(n).map(|c| &**c)
        && let Some(major) = args.get(r.major_index()).copied()
    {
        let w = m.whnf_core(major)?;
        return Ok(match st.node(w) {
            Node::FVar(x) => Blocked::On(x),
            _ => Blocked::No,
        });
    }
    Ok(Blocked::No)
}

/// What stands opposite to a pattern.
enum Facing {
    /// Something it matches.
    Same,
    /// Another constructor.
    Other,
    /// A variable where a constructor is needed.
    Variable(FVarId),
    /// What cannot be evaluated.
    Unknown,
}

fn facing(m: &mut Meta, pattern: Expr, e: Expr) -> Result<Facing> {
    let st = m.st.clone();
    if matches!(st.node(pattern), Node::BVar(_)) {
        return Ok(Facing::Same);
    }
    let pattern = match (m.nat_literal(pattern), m.nat_offset(pattern)) {
        (Some(v), _) => m.lit_to_ctor(st.nat(v)),
        (None, Some((b, k))) => {
            let rest = &k - 1u32;
            let below = if rest == turnstile_kernel::BigUint::ZERO { b } else { m.mk_nat_offset(b, &rest) };
            st.app(st.const0("Nat.succ"), below)
        }
        _ => pattern,
    };
    let (ph, pargs) = st.unapp(pattern);
    let Some((pn, _)) = st.as_const(ph) else { return Ok(Facing::Same) };
    let Some(ConstantInfo::Constructor(c)) = m.env.get(pn).map(|c| (**c).clone()) else {
        return Ok(Facing::Same);
    };
    let w = m.whnf_core(e)?;
    if let Node::FVar(x) = st.node(w) {
        return Ok(Facing::Variable(x));
    }
    let Some((n, args)) = m.as_ctor(w) else { return Ok(Facing::Unknown) };
    if n != pn {
        return Ok(Facing::Other);
    }
    for (p, a) in pargs.iter().zip(&args).skip(c.num_params) {
        match with_stack(|| facing(m, *p, *a))? {
            Facing::Same => {}
            other => return Ok(other),
        }
    }
    Ok(Facing::Same)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::rc::Rc;
    use turnstile_kernel::Store;

    /// What the elaborator noted about the functions of the library is found again from their values.
    #[test]
    fn equations_are_those_of_the_text() {
        let (frozen, env) = turnstile_library::load();
        let mut m = Meta::new(Rc::new(Store::over(&frozen)), env.clone());
        let mut known: Vec<_> = env.ext.equations.iter().collect();
        known.sort_by_key(|e| *e.0);
        let (mut same, mut wrong) = (0, Vec::new());
        for (name, expected) in &known {
            match equations_of(&mut m, **name) {
                Some(found)
                    if found.matched == expected.matched && found.eqns.len() == expected.eqns.len() =>
                {
                    assert_eq!(found.recursive, expected.recursive, "{name}");
                    same += 1;
                }
                other => wrong.push((**name, other.map(|q| (q.matched, q.eqns.len())))),
            }
        }
        assert!(same * 10 >= known.len() * 7, "{same} of {}; not: {wrong:?}", known.len());
    }

    #[test]
    fn calls_are_folded() {
        let (frozen, env) = turnstile_library::load();
        let mut m = Meta::new(Rc::new(Store::over(&frozen)), env);
        let append = Name::new("List.append");
        let found = equations_of(&mut m, append).expect("a recursive function");
        assert!(found.recursive && found.eqns.len() == 2);
        let calls =
            |q: &Equation| m.st.any_subterm(q.rhs, |t| m.st.as_const(t).is_some_and(|c| c.0 == append));
        assert_eq!(found.eqns.iter().filter(|q| calls(q)).count(), 1);
        assert!(equations_of(&mut m, Name::new("ite")).is_none());
    }
}
