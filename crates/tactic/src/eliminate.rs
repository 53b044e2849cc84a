//! `cases` and `induction` by the recursor of an inductive type.

use crate::goal::{Goals, case_tag, in_goal, inaccessible, lambda_goal, tactic_error};
use crate::injection::{Family, as_family, ctor_type, field_count};
use crate::intro::intro_n;
use crate::known;
use crate::revert::{bind_hypotheses, try_clear, with_dependents};
use crate::subst::FVarMap;
use crate::terms::Terms;
use crate::unify_eqs::{moved, unify_eqs};
use turnstile_elab::meta::LocalContext;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{BigUint, BinderInfo, Expr, FVarId, Level, MVarId, Name, Node};

/// One goal of a case distinction.
#[derive(Clone, Debug)]
pub struct Case {
    /// The constructor (or the minor premise of a custom eliminator).
    pub ctor: Name,
    /// The goal.
    pub goal: MVarId,
    /// The constructor's arguments: variables, or terms where a variable was replaced.
    pub fields: Vec<Expr>,
    /// The induction hypotheses.
    pub ihs: Vec<FVarId>,
    /// What became of the variables of the original goal.
    pub map: FVarMap,
}

/// The goals of cases, in order.
#[must_use]
pub fn goals_of(cases: &[Case]) -> Goals {
    cases.iter().map(|c| c.goal).collect()
}

/// Names for the arguments of constructors: constructor, position among fields and induction hypotheses, and the name
/// the declaration gives, to the name to use.
pub type Namer<'a> = &'a dyn Fn(Name, usize, Name) -> Name;

/// The [`Namer`] that makes all names inaccessible.
#[must_use]
pub fn unnamed(_: Name, _: usize, given: Name) -> Name {
    inaccessible(given)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Cases,
    Induction,
}

/// Case distinction on the hypothesis `h`; impossible cases are closed. Everything that depends on `h` changes with it.
///
/// # Errors
/// When the type of `h` is not inductive, or an equation between indices cannot be solved.
pub fn cases(m: &mut Meta, g: MVarId, h: FVarId, names: Namer<'_>) -> Result<Vec<Case>> {
    let fam = family_of_hyp(m, g, h, "cases")?;
    if in_goal(m, g, |m, _| Ok(indices_are_free(m, &fam, h)))? {
        return eliminate(m, g, h, &fam, &[], Kind::Cases, names);
    }
    cases_with_equations(m, g, h, &fam, names)
}

/// Induction on the hypothesis `h`, the hypotheses `generalizing` (and what depends on them) becoming part of the motive.
///
/// # Errors
/// When the type of `h` is not inductive or has an index that is not a variable of its own.
pub fn induction(
    m: &mut Meta,
    g: MVarId,
    h: FVarId,
    generalizing: &[FVarId],
    names: Namer<'_>,
) -> Result<Vec<Case>> {
    let fam = family_of_hyp(m, g, h, "induction")?;
    in_goal(m, g, |m, _| {
        if !indices_are_free(m, &fam, h) {
            return Err(tactic_error(
                m,
                "induction",
                g,
                "index in target's type is not a variable (consider using the `cases` tactic instead)",
            ));
        }
        Ok(())
    })?;
    eliminate(m, g, h, &fam, generalizing, Kind::Induction, names)
}

fn family_of_hyp(m: &mut Meta, g: MVarId, h: FVarId, tactic: &str) -> Result<Family> {
    in_goal(m, g, |m, _| {
        let d = m.local_decl(h)?;
        if d.value.is_some() {
            return Err(tactic_error(m, tactic, g, "the target is a local definition"));
        }
        as_family(m, d.ty)?.ok_or_else(|| tactic_error(m, tactic, g, "target is not an inductive datatype"))
    })
}

/// Whether the indices are distinct variables that can be abstracted together with `h`.
fn indices_are_free(m: &Meta, fam: &Family, h: FVarId) -> bool {
    let mut ids: Vec<FVarId> = Vec::with_capacity(fam.indices.len());
    for i in &fam.indices {
        let Node::FVar(id) = m.st.node(*i) else { return false };
        if ids.contains(&id) || !m.lctx.get(id).is_some_and(|d| d.value.is_none() && !d.is_aux) {
            return false;
        }
        ids.push(id);
    }
    // The parameters stay, so they must not depend on an index; nor must the type of an index on anything that is moved.
    let deps = with_dependents(m, &ids);
    if fam.params.iter().any(|p| m.depends_on_any(*p, &deps)) {
        return false;
    }
    let between: Vec<FVarId> = deps.into_iter().filter(|d| *d != h && !ids.contains(d)).collect();
    ids.iter().all(|i| m.lctx.get(*i).is_some_and(|d| !m.depends_on_any(d.ty, &between)))
}

/// `Nat.zero` as `0`, `Nat.succ n` as `n + 1`; other terms as they are.
pub(crate) fn nice_ctor(m: &Meta, e: Expr) -> Expr {
    if !m.env.contains(Name::new("instOfNatNat")) || !m.env.contains(Name::new("instAddNat")) {
        return e;
    }
    match m.st.node(e) {
        Node::Const(n, _) if n == *known::NAT_ZERO => m.mk_nat_lit(&BigUint::ZERO),
        Node::App(f, a) if matches!(m.st.node(f), Node::Const(n, _) if n == *known::NAT_SUCC) => {
            m.mk_nat_offset(a, &BigUint::from(1u32))
        }
        _ => e,
    }
}

/// The eliminating constant of the family at its levels, and the positions of the minor premises.
fn eliminator(m: &Meta, g: MVarId, fam: &Family, kind: Kind, motive_level: Level) -> Result<Expr> {
    let n = fam.ind.cval.name.str(if kind == Kind::Cases { "casesOn" } else { "rec" });
    let Some(c) = m.env.get(n) else {
        return Err(Error::msg(format!("Unknown constant `{n}`")));
    };
    let mut ls: Vec<Level> = Vec::new();
    if c.cval().level_params.len() > fam.levels.len() {
        ls.push(motive_level);
    } else if !m.level_is_zero(motive_level) {
        let tactic = if kind == Kind::Cases { "cases" } else { "induction" };
        return Err(tactic_error(m, tactic, g, "the inductive proposition can only eliminate into Prop"));
    }
    ls.extend(fam.levels.iter().copied());
    Ok(m.st.const_(n, &ls))
}

/// The minor premise for constructor `c`, as a term with a new goal in it.
struct Minor {
    term: Expr,
    goal: MVarId,
    fields: Vec<Expr>,
    ihs: Vec<FVarId>,
}

#[allow(clippy::too_many_arguments)]
fn minor(
    m: &mut Meta,
    outer: &LocalContext,
    fam: &Family,
    c: Name,
    motive: Expr,
    kind: Kind,
    tag: Name,
    names: Namer<'_>,
) -> Result<Minor> {
    m.with_lctx(outer.clone(), |m| {
        let (head, mut ty) = ctor_type(m, fam, c)?;
        let mut fields: Vec<Expr> = Vec::new();
        let mut given: Vec<Name> = Vec::new();
        for i in 0..field_count(m, c) {
            if !matches!(m.st.node(ty), Node::Pi(..)) {
                ty = m.whnf(ty)?;
            }
            let Node::Pi(b, dom, body) = m.st.node(ty) else {
                return Err(Error::msg("internal: constructor type"));
            };
            given.push(b.name);
            fields.push(m.push_local(names(c, i, b.name), dom, b.info));
            let x = fields[i];
            ty = m.st.instantiate1(body, x);
        }
        let res = if m.st.head_const(ty) == Some(fam.ind.cval.name) { ty } else { m.whnf(ty)? };
        let args = m.st.unapp(res).1;
        let mut xs = fields.clone();
        let mut ihs = Vec::new();
        if kind == Kind::Induction {
            for i in 0..fields.len() {
                let f = fields[i];
                let ft = m.infer(f)?;
                let Some(ih) = induction_hypothesis(m, fam, motive, f, ft)? else { continue };
                let base =
                    if turnstile_elab::meta::is_inaccessible(given[i]) { "a" } else { given[i].last_str() };
                let name = names(c, xs.len(), Name::anon().str(&format!("{base}_ih")));
                let x = m.push_local(name, ih, BinderInfo::Default);
                ihs.push(m.fvar_id(x)?);
                xs.push(x);
            }
        }
        let value = m.st.apps(head, &fields);
        let mut margs = args[fam.ind.num_params.min(args.len())..].to_vec();
        margs.push(nice_ctor(m, value));
        let goal_ty = m.st.beta(motive, &margs);
        let tag = case_tag(tag, Name::anon().str(c.last_str()));
        let (term, goal) = lambda_goal(m, outer, &xs, goal_ty, tag)?;
        Ok(Minor { term, goal, fields, ihs })
    })
}

/// The induction hypothesis for field `f : ft`, when it is recursive: `∀ z, motive (indices z) (f z)`.
fn induction_hypothesis(m: &mut Meta, fam: &Family, motive: Expr, f: Expr, ft: Expr) -> Result<Option<Expr>> {
    let mut t = ft;
    while let Node::Pi(_, _, b) = m.st.node(t) {
        t = b;
    }
    if m.st.head_const(t) != Some(fam.ind.cval.name) {
        return Ok(None);
    }
    m.scoped(|m| {
        let (zs, res) = m.open_pis(ft, None)?;
        let args = m.st.unapp(res).1;
        let mut margs = args[fam.ind.num_params.min(args.len())..].to_vec();
        margs.push(m.st.apps(f, &zs));
        let body = m.st.beta(motive, &margs);
        Ok(Some(m.mk_pi(&zs, body)?))
    })
}

/// Elimination of `h` whose indices are variables of their own: they and `h` are abstracted in the target.
fn eliminate(
    m: &mut Meta,
    g: MVarId,
    h: FVarId,
    fam: &Family,
    generalizing: &[FVarId],
    kind: Kind,
    names: Namer<'_>,
) -> Result<Vec<Case>> {
    let (minors, moved_ids, moved_names) = in_goal(m, g, |m, goal| {
        if kind == Kind::Induction
            && let Some(turnstile_kernel::ConstantInfo::Recursor(r)) =
                m.env.get(fam.ind.cval.name.str("rec")).map(|c| &**c)
            && r.num_motives != 1
        {
            let why = if fam.ind.all.len() > 1 { "mutually inductive" } else { "a nested inductive type" };
            return Err(Error::msg(format!(
                "The `induction` tactic does not support the type `{}` because it is {why}",
                fam.ind.cval.name
            )));
        }
        let mut abstracted: Vec<FVarId> = fam.indices.iter().filter_map(|i| m.fvar_id(*i).ok()).collect();
        abstracted.push(h);
        let mut roots = abstracted.clone();
        roots.extend(generalizing);
        let moved_ids: Vec<FVarId> =
            with_dependents(m, &roots).into_iter().filter(|i| !abstracted.contains(i)).collect();
        for x in &abstracted {
            let d = m.local_decl(*x)?;
            if m.depends_on_any(d.ty, &moved_ids) {
                return Err(tactic_error(
                    m,
                    "induction",
                    g,
                    "a variable that the target depends on cannot be generalized",
                ));
            }
        }
        let target = bind_hypotheses(m, &moved_ids, goal.target)?;
        let xs: Vec<Expr> = abstracted.iter().map(|i| m.st.fvar(*i)).collect();
        let motive = m.mk_lambda(&xs, target)?;
        let level = m.universe(target)?;
        let head = eliminator(m, g, fam, kind, level)?;
        let mut outer = m.lctx.clone();
        for id in abstracted.iter().chain(&moved_ids) {
            outer.remove(*id);
        }
        let mut minors = Vec::with_capacity(fam.ind.ctors.len());
        for c in fam.ind.ctors.iter() {
            minors.push((*c, minor(m, &outer, fam, *c, motive, kind, goal.tag, names)?));
        }
        let terms: Vec<Expr> = minors.iter().map(|x| x.1.term).collect();
        let st = m.st.clone();
        let mut e = st.app(st.apps(head, &fam.params), motive);
        if kind == Kind::Induction {
            e = st.apps(e, &terms);
        }
        e = st.apps(e, &xs);
        if kind == Kind::Cases {
            e = st.apps(e, &terms);
        }
        let rest: Vec<Expr> = moved_ids
            .iter()
            .filter(|id| m.lctx.get(**id).is_some_and(|d| d.value.is_none()))
            .map(|id| st.fvar(*id))
            .collect();
        m.mctx.assign(g, st.apps(e, &rest));
        let moved_names: Vec<Name> =
            moved_ids.iter().map(|id| m.lctx.get(*id).map_or_else(Name::anon, |d| d.name)).collect();
        Ok((minors, moved_ids, moved_names))
    })?;
    let mut out = Vec::with_capacity(minors.len());
    for (ctor, x) in minors {
        let (new, goal) = intro_n(m, x.goal, moved_names.len(), |i, _| moved_names[i])?;
        let map: FVarMap = moved_ids.iter().zip(&new).map(|(o, n)| (*o, m.st.fvar(*n))).collect();
        out.push(Case { ctor, goal, fields: x.fields, ihs: x.ihs, map });
    }
    Ok(out)
}

/// Case distinction on `h` with any indices: the motive asks for equations between the indices of the constructor and
/// those of `h`, which are then solved.
fn cases_with_equations(
    m: &mut Meta,
    g: MVarId,
    h: FVarId,
    fam: &Family,
    names: Namer<'_>,
) -> Result<Vec<Case>> {
    let (minors, count) = in_goal(m, g, |m, goal| {
        let st = m.st.clone();
        let x = st.fvar(h);
        // The goal and other hypotheses follow `h` through one more equation.
        let tracked = with_dependents(m, &[h]).len() > 1 || m.depends_on_any(goal.target, &[h]);
        let head = st.apps(st.const_(fam.ind.cval.name, &fam.levels), &fam.params);
        let head_ty = m.infer(head)?;
        let (motive, refls, level) = m.scoped(|m| -> Result<(Expr, Vec<Expr>, Level)> {
            let (mut js, _) = m.open_pis(head_ty, Some(fam.ind.num_indices))?;
            let full = st.apps(head, &js);
            let major = m.push_local(Name::new("t"), full, BinderInfo::Default);
            let mut pairs: Vec<(Expr, Expr)> = js.iter().copied().zip(fam.indices.iter().copied()).collect();
            if tracked {
                pairs.push((major, x));
            }
            js.push(major);
            let mut eqs = Vec::new();
            let mut refls = Vec::new();
            for (new, old) in pairs {
                let (tn, to) = (m.infer(new)?, m.infer(old)?);
                if m.st.alpha_eq(tn, to) || m.is_def_eq(tn, to)? {
                    eqs.push(m.mk_eq_in(tn, new, old)?);
                    refls.push(m.mk_eq_refl(old)?);
                } else {
                    eqs.push(m.mk_heq(new, old)?);
                    refls.push(m.mk_heq_refl(old)?);
                }
            }
            let level = m.universe(goal.target)?;
            let body = eqs.iter().rev().fold(goal.target, |t, e| st.arrow(*e, t));
            Ok((m.mk_lambda(&js, body)?, refls, level))
        })?;
        let elim = eliminator(m, g, fam, Kind::Cases, level)?;
        let outer = m.lctx.clone();
        let mut minors = Vec::with_capacity(fam.ind.ctors.len());
        for c in fam.ind.ctors.iter() {
            minors.push((*c, minor(m, &outer, fam, *c, motive, Kind::Cases, goal.tag, names)?));
        }
        let terms: Vec<Expr> = minors.iter().map(|x| x.1.term).collect();
        let mut e = st.app(st.apps(elim, &fam.params), motive);
        e = st.apps(e, &fam.indices);
        e = st.app(e, x);
        e = st.apps(e, &terms);
        e = st.apps(e, &refls);
        m.mctx.assign(g, e);
        Ok((minors, refls.len()))
    })?;
    let mut out = Vec::with_capacity(minors.len());
    let eq_name = inaccessible(Name::new("h"));
    for (ctor, x) in minors {
        let (eqs, goal) = intro_n(m, x.goal, count, |_, _| eq_name)?;
        let Some((map, goal)) = unify_eqs(m, goal, &eqs)? else { continue };
        let mut goal = goal;
        if let Some(old) = moved(m, &map, h) {
            goal = try_clear(m, goal, old)?;
        }
        let fields = x.fields.iter().map(|f| m.st.replace_fvars(*f, &map)).collect();
        out.push(Case { ctor, goal, fields, ihs: vec![], map });
    }
    Ok(out)
}

/// Case distinction on the value `e`, which need not be a variable: its occurrences in the target change with it. With
/// `eq`, a hypothesis of that name says that `e` is the constructor.
///
/// # Errors
/// As [`cases`].
pub fn cases_term(m: &mut Meta, g: MVarId, e: Expr, eq: Option<Name>, names: Namer<'_>) -> Result<Vec<Case>> {
    if eq.is_none()
        && let Node::FVar(h) = m.st.node(e)
        && in_goal(m, g, |m, _| Ok(m.lctx.get(h).is_some_and(|d| d.value.is_none())))?
    {
        return cases(m, g, h, names);
    }
    let is_proof = in_goal(m, g, |m, _| m.is_proof(e))?;
    if is_proof {
        let ty = in_goal(m, g, |m, _| {
            let t = m.infer(e)?;
            Ok(m.instantiate(t))
        })?;
        let (h, g) = crate::assert::note(m, g, inaccessible(Name::new("h")), ty, e)?;
        let mut cs = cases(m, g, h, names)?;
        for c in &mut cs {
            if let Some(h) = moved(m, &c.map, h) {
                c.goal = try_clear(m, c.goal, h)?;
            }
        }
        return Ok(cs);
    }
    let x = inaccessible(Name::new("x"));
    let (vars, g) = crate::generalize::generalize(m, g, &[(e, x, eq)])?;
    let Some(h) = vars.first() else { return Err(Error::msg("internal: nothing generalized")) };
    cases(m, g, *h, names)
}
