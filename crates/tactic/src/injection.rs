//! Constructors are injective and disjoint: `injection`, and proofs by clash.
//!
//! The proofs do not use `noConfusion`: from `h : a = b` with `a = c x…`, `Eq.rec` along `h` carries a proof about `a` to
//! one about `b`, where the proposition is chosen by `casesOn`: `True`/`False` for a clash, `xᵢ = yᵢ` for a field.

use crate::goal::{as_eq, as_heq, in_goal, inaccessible, tactic_error};
use crate::known;
use crate::terms::Terms;
use std::sync::Arc;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{BigUint, ConstantInfo, Expr, FVarId, InductiveVal, Level, MVarId, Name, Node};

/// A type that is an inductive family applied to its arguments.
#[derive(Clone, Debug)]
pub struct Family {
    /// The family.
    pub ind: InductiveVal,
    /// Its universe levels.
    pub levels: Arc<[Level]>,
    /// The parameters.
    pub params: Vec<Expr>,
    /// The indices.
    pub indices: Vec<Expr>,
}

/// `ty` as an inductive family, unfolded as far as needed.
///
/// # Errors
/// When the budget ends.
pub fn as_family(m: &mut Meta, ty: Expr) -> Result<Option<Family>> {
    let ty = m.instantiate(ty);
    if let Some(f) = family_of(m, ty) {
        return Ok(Some(f));
    }
    let w = m.whnf(ty)?;
    Ok(family_of(m, w))
}

fn family_of(m: &Meta, ty: Expr) -> Option<Family> {
    let (h, args) = m.st.unapp(ty);
    let Node::Const(n, ls) = m.st.node(h) else { return None };
    let Some(ConstantInfo::Inductive(v)) = m.env.get(n).map(|c| &**c) else { return None };
    if args.len() != v.num_params + v.num_indices {
        return None;
    }
    let (params, indices) = args.split_at(v.num_params);
    Some(Family {
        ind: v.clone(),
        levels: m.st.level_list(ls),
        params: params.to_vec(),
        indices: indices.to_vec(),
    })
}

/// The type of constructor `c` of the family with the parameters filled in.
pub(crate) fn ctor_type(m: &mut Meta, fam: &Family, c: Name) -> Result<(Expr, Expr)> {
    let e = m.st.const_(c, &fam.levels);
    let mut ty = m.infer(e)?;
    for p in &fam.params {
        if !matches!(m.st.node(ty), Node::Pi(..)) {
            ty = m.whnf(ty)?;
        }
        let Node::Pi(_, _, b) = m.st.node(ty) else { return Err(Error::msg("internal: constructor type")) };
        ty = m.st.instantiate1(b, *p);
    }
    Ok((m.st.apps(e, &fam.params), ty))
}

/// A term seen as a constructor application.
#[derive(Clone, Debug)]
pub struct CtorView {
    /// The constructor.
    pub ctor: Name,
    /// Its arguments without the parameters.
    pub fields: Vec<Expr>,
}

/// `e` as a constructor application, reduced if needed. Numerals and `n + k` keep their notation.
///
/// # Errors
/// When the budget ends.
pub fn ctor_view(m: &mut Meta, e: Expr) -> Result<Option<CtorView>> {
    let e = m.instantiate(e);
    if let Some(v) = nat_view(m, e) {
        return Ok(Some(v));
    }
    if let Some(v) = plain_view(m, e) {
        return Ok(Some(v));
    }
    if matches!(m.st.node(e), Node::FVar(_) | Node::MVar(_)) {
        return Ok(None);
    }
    let w = m.whnf(e)?;
    Ok(nat_view(m, w).or_else(|| plain_view(m, w)))
}

/// A pattern, whose variables are loose, as a constructor application; `None` for a variable and what typing determines.
pub(crate) fn ctor_view_of_pattern(m: &Meta, p: Expr) -> Option<CtorView> {
    nat_view(m, p).or_else(|| plain_view(m, p))
}

fn plain_view(m: &Meta, e: Expr) -> Option<CtorView> {
    let (ctor, args) = m.as_ctor(e)?;
    let Some(ConstantInfo::Constructor(c)) = m.env.get(ctor).map(|c| &**c) else { return None };
    Some(CtorView { ctor, fields: args[c.num_params..].to_vec() })
}

fn nat_view(m: &Meta, e: Expr) -> Option<CtorView> {
    let zero = || CtorView { ctor: *known::NAT_ZERO, fields: vec![] };
    let succ = |p| CtorView { ctor: *known::NAT_SUCC, fields: vec![p] };
    if let Some(v) = m.nat_literal(e) {
        return Some(if v == BigUint::ZERO { zero() } else { succ(m.mk_nat_lit(&(v - 1u32))) });
    }
    let (b, k) = m.nat_offset(e)?;
    (k > BigUint::ZERO).then(|| succ(m.mk_nat_offset(b, &(k - 1u32))))
}

/// What an equation between constructor applications says.
pub enum Injected {
    /// It is absurd; the proof of `False`.
    Clash(Expr),
    /// The fields are equal: types (`=` or `HEq`) and proofs. Fields that agree as they stand are left out.
    Fields(Vec<(Expr, Expr)>),
}

/// What follows from `h : a = b` in type `ty` when both sides are constructor applications; `None` when one is not.
///
/// # Errors
/// When the budget ends.
pub fn inject(m: &mut Meta, ty: Expr, a: Expr, b: Expr, h: Expr) -> Result<Option<Injected>> {
    if let (Some(x), Some(y)) = (m.nat_literal(a), m.nat_literal(b)) {
        if x == y {
            return Ok(Some(Injected::Fields(vec![])));
        }
        return Ok(Some(Injected::Clash(literal_clash(m, a, b, h)?)));
    }
    let Some(va) = ctor_view(m, a)? else { return Ok(None) };
    let Some(vb) = ctor_view(m, b)? else { return Ok(None) };
    let Some(fam) = as_family(m, ty)? else { return Ok(None) };
    if m.is_prop(ty)? {
        // Proofs of one proposition are equal: constructors say nothing.
        return Ok(Some(Injected::Fields(vec![])));
    }
    if va.ctor != vb.ctor {
        let st = m.st.clone();
        let truth = st.const_(*known::TRUE, &[]);
        let falsity = st.const_(*known::FALSE, &[]);
        let base = st.const_(*known::TRUE_INTRO, &[]);
        let motive = chosen(m, &fam, ty, a, |_, c, _| Ok(if c == va.ctor { truth } else { falsity }))?;
        let p = m.mk_eq_rec(st.l_zero(), ty, a, motive, base, b, h)?;
        return Ok(Some(Injected::Clash(p)));
    }
    let mut out = Vec::new();
    for (i, (x, y)) in va.fields.iter().zip(&vb.fields).enumerate() {
        let (x, y) = (*x, *y);
        if m.st.alpha_eq(x, y) || m.is_proof(x)? {
            continue;
        }
        let mut hetero = false;
        let motive = chosen(m, &fam, ty, a, |m, c, fields| {
            if c != va.ctor {
                return Ok(m.st.const_(*known::TRUE, &[]));
            }
            let f = fields[i];
            let ft = m.infer(f)?;
            let ids: Vec<FVarId> = fields.iter().map(|f| m.fvar_id(*f)).collect::<Result<_>>()?;
            hetero = m.depends_on_any(ft, &ids);
            if hetero { m.mk_heq(x, f) } else { m.mk_eq_in(ft, x, f) }
        })?;
        let base = if hetero { m.mk_heq_refl(x)? } else { m.mk_eq_refl(x)? };
        let (xt, yt) = (m.infer(x)?, m.infer(y)?);
        let mut proof = m.mk_eq_rec(m.st.l_zero(), ty, a, motive, base, b, h)?;
        let eq = if hetero {
            if m.is_def_eq(xt, yt)? {
                proof = m.mk_eq_of_heq(xt, x, y, proof)?;
                m.mk_eq_in(xt, x, y)?
            } else {
                m.mk_heq(x, y)?
            }
        } else {
            m.mk_eq_in(xt, x, y)?
        };
        out.push((eq, proof));
    }
    Ok(Some(Injected::Fields(out)))
}

/// The motive `fun x (_ : a = x) => casesOn x …` whose alternative for a constructor is the proposition `alt` gives.
fn chosen(
    m: &mut Meta,
    fam: &Family,
    ty: Expr,
    a: Expr,
    mut alt: impl FnMut(&mut Meta, Name, &[Expr]) -> Result<Expr>,
) -> Result<Expr> {
    let st = m.st.clone();
    m.scoped(|m| {
        let x = m.push_local(Name::new("x"), ty, turnstile_kernel::BinderInfo::Default);
        let eq_ty = m.mk_eq_in(ty, a, x)?;
        let h = m.push_local(Name::new("h"), eq_ty, turnstile_kernel::BinderInfo::Default);
        let mut ls = vec![st.l_one()];
        ls.extend(fam.levels.iter().copied());
        let mut e = st.const_(fam.ind.cval.name.str("casesOn"), &ls);
        e = st.apps(e, &fam.params);
        let motive = constant_motive(m, fam)?;
        e = st.app(e, motive);
        e = st.apps(e, &fam.indices);
        e = st.app(e, x);
        for c in fam.ind.ctors.iter() {
            let minor = m.scoped(|m| {
                let (_, ct) = ctor_type(m, fam, *c)?;
                let n = field_count(m, *c);
                let (fields, _) = m.open_pis(ct, Some(n))?;
                let body = alt(m, *c, &fields)?;
                m.mk_lambda(&fields, body)
            })?;
            e = st.app(e, minor);
        }
        m.mk_lambda(&[x, h], e)
    })
}

/// `fun indices x => Prop`
fn constant_motive(m: &mut Meta, fam: &Family) -> Result<Expr> {
    let head = m.st.const_(fam.ind.cval.name, &fam.levels);
    let head = m.st.apps(head, &fam.params);
    let ty = m.infer(head)?;
    m.scoped(|m| {
        let (mut xs, _) = m.open_pis(ty, Some(fam.ind.num_indices))?;
        let full = m.st.apps(head, &xs);
        xs.push(m.push_local(Name::new("t"), full, turnstile_kernel::BinderInfo::Default));
        let prop = m.st.prop();
        m.mk_lambda(&xs, prop)
    })
}

/// Number of arguments of a constructor after the parameters.
pub(crate) fn field_count(m: &Meta, c: Name) -> usize {
    match m.env.get(c).map(|c| &**c) {
        Some(ConstantInfo::Constructor(c)) => c.num_fields,
        _ => 0,
    }
}

/// `False` from `h : a = b` for two numerals that differ: along `h`, `Nat.beq a a = true` becomes `false = true`.
fn literal_clash(m: &mut Meta, a: Expr, b: Expr, h: Expr) -> Result<Expr> {
    let st = m.st.clone();
    let nat = st.const_(*known::NAT, &[]);
    let (t, f) = (st.const_(*known::BOOL_TRUE, &[]), st.const_(*known::BOOL_FALSE, &[]));
    let bool_ = st.const0("Bool");
    let eq_true = |e| st.apps(st.const_(*known::EQ, &[st.l_one()]), &[bool_, e, t]);
    let test = st.apps(st.const_(*known::NAT_BEQ, &[]), &[a, st.bvar(1)]);
    let eq_nat = st.apps(st.const_(*known::EQ, &[st.l_one()]), &[nat, a, st.bvar(0)]);
    let motive =
        m.lam_named("x", nat, m.st.lam(turnstile_kernel::Binder::new(Name::new("h")), eq_nat, eq_true(test)));
    let base = st.apps(st.const_(*known::EQ_REFL, &[st.l_one()]), &[bool_, t]);
    let absurd = m.mk_eq_rec(st.l_zero(), nat, a, motive, base, b, h)?;
    match inject(m, bool_, f, t, absurd)? {
        Some(Injected::Clash(p)) => Ok(p),
        _ => Err(Error::msg("internal: false and true do not differ")),
    }
}

/// `injection h with names`: the equations between the fields as hypotheses; closes the goal on a clash.
///
/// # Errors
/// When `h` is no equation between constructor applications.
pub fn injection(
    m: &mut Meta,
    g: MVarId,
    h: FVarId,
    names: &[Option<Name>],
) -> Result<Option<(Vec<FVarId>, MVarId)>> {
    let (h, g) = crate::subst::heq_to_eq(m, g, h)?.unwrap_or((h, g));
    let found = in_goal(m, g, |m, goal| {
        let d = m.local_decl(h)?;
        let mut ty = m.instantiate(d.ty);
        if as_eq(&m.st, ty).is_none() && as_heq(&m.st, ty).is_none() {
            ty = m.whnf(ty)?;
        }
        let Some((t, a, b)) = as_eq(&m.st, ty) else {
            return Err(tactic_error(m, "injection", g, "equality expected"));
        };
        let x = m.st.fvar(h);
        match inject(m, t, a, b, x)? {
            None => Err(tactic_error(m, "injection", g, "equality of constructor applications expected")),
            Some(Injected::Clash(p)) => {
                let v = m.mk_false_elim(goal.target, p)?;
                m.mctx.assign(g, v);
                Ok(None)
            }
            Some(Injected::Fields(f)) => Ok(Some(f)),
        }
    })?;
    let Some(fields) = found else { return Ok(None) };
    let fallback = Name::new("h");
    let new: Vec<(Name, Expr, Expr)> = fields
        .iter()
        .enumerate()
        .map(|(i, (t, p))| {
            (names.get(i).copied().flatten().unwrap_or_else(|| inaccessible(fallback)), *t, *p)
        })
        .collect();
    let (ids, g) = crate::assert::note_all(m, g, &new)?;
    let g = crate::revert::try_clear(m, g, h)?;
    Ok(Some((ids, g)))
}

/// `injections`: [`injection`] on every equation between constructor applications, and on what comes out.
///
/// # Errors
/// When the budget ends.
pub fn injections(m: &mut Meta, g: MVarId, names: &[Option<Name>]) -> Result<Option<MVarId>> {
    let mut names = names.iter().copied();
    let mut g = g;
    let mut todo: Vec<FVarId> = in_goal(m, g, |m, _| Ok(crate::goal::hyps(m).map(|d| d.id).collect()))?;
    todo.reverse();
    while let Some(h) = todo.pop() {
        let useful = in_goal(m, g, |m, _| {
            let Some(d) = m.lctx.get(h).cloned() else { return Ok(false) };
            let ty = m.instantiate(d.ty);
            let Some((_, a, b)) = as_eq(&m.st, ty) else { return Ok(false) };
            Ok(ctor_view(m, a)?.is_some() && ctor_view(m, b)?.is_some())
        })?;
        if !useful {
            continue;
        }
        let some: Vec<Option<Name>> = names.by_ref().take(1).collect();
        match injection(m, g, h, &some)? {
            None => return Ok(None),
            Some((new, next)) => {
                g = next;
                todo.extend(new.into_iter().rev());
            }
        }
    }
    Ok(Some(g))
}
