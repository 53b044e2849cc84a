//! `T.c.inj` (a constructor is injective) and `T.c.injEq` (the same as an equation of propositions).

use super::no_confusion::NoConfusion;
use crate::env::AttrEntry;
use crate::error::Result;
use crate::meta::Meta;
use turnstile_kernel::{BinderInfo, Expr, FVarId, Level, Name, Node};

/// Everything the two theorems talk about, as locals.
struct Sides {
    params: Vec<Expr>,
    xs: Vec<Expr>,
    /// The second copy; fields that the type of the constructor determines, and proofs, are shared.
    ys: Vec<Expr>,
    lhs: Expr,
    rhs: Expr,
    /// Equations of the fields that are not shared.
    eqs: Vec<Expr>,
}

fn open_sides(m: &mut Meta, ctor: Name) -> Result<Option<Sides>> {
    let Some(c) = m.ctor_val(ctor) else { return Ok(None) };
    let ls: Vec<Level> = c.cval.level_params.iter().map(|n| m.st.l_param(*n)).collect();
    let (params, _) = m.open_pis(c.cval.ty, Some(c.num_params))?;
    m.set_binder_infos(&params, BinderInfo::Implicit);
    let (xs, lhs, _) = m.open_ctor(ctor, &ls, &params)?;
    let result = m.infer(lhs)?;
    let mut ys: Vec<Expr> = Vec::new();
    let mut map = rustc_hash::FxHashMap::default();
    let mut eqs = Vec::new();
    for x in &xs {
        let id: FVarId = m.fvar_id(*x)?;
        if m.occurs(result, id) || m.is_proof(*x)? {
            ys.push(*x);
            continue;
        }
        let ty = m.infer(*x)?;
        let ty = m.st.replace_fvars(ty, &map);
        let mut name = m.local_name(*x);
        while !name.is_anon() && crate::meta::is_inaccessible(name) {
            name = name.prefix();
        }
        let name = if name.is_anon() { "a" } else { name.as_str() };
        let y = m.push_local(Name::anon().str(&format!("{name}_1")), ty, BinderInfo::Implicit);
        map.insert(id, y);
        ys.push(y);
    }
    for (x, y) in xs.iter().zip(&ys).filter(|(x, y)| x != y) {
        eqs.push(m.mk_eq_or_heq(*x, *y)?);
    }
    // A proof of the second copy must have the second type: shared proofs rule the theorem out then.
    for x in &xs {
        let t = m.infer(*x)?;
        if ys.contains(x) && map.keys().any(|id| m.occurs(t, *id)) {
            return Ok(None);
        }
    }
    if eqs.is_empty() {
        return Ok(None);
    }
    let rhs = m.st.apps(m.st.apps(m.st.const_(ctor, &ls), &params), &ys);
    Ok(Some(Sides { params, xs, ys, lhs, rhs, eqs }))
}

/// `a ∧ (b ∧ c)`
fn conjunction(m: &Meta, ps: &[Expr]) -> Expr {
    let and = m.st.const0("And");
    let (last, init) = ps.split_last().unwrap_or((&and, &[]));
    init.iter().rev().fold(*last, |acc, p| m.st.apps(and, &[*p, acc]))
}

fn conjunction_proof(m: &Meta, ps: &[Expr], proofs: &[Expr]) -> Expr {
    let mut acc = *proofs.last().unwrap_or(&m.st.const0("True.intro"));
    for i in (0..proofs.len().saturating_sub(1)).rev() {
        let rest = conjunction(m, &ps[i + 1..]);
        acc = m.st.apps(m.st.const0("And.intro"), &[ps[i], rest, proofs[i], acc]);
    }
    acc
}

/// Declares `c.inj` and `c.injEq`, as far as the propositions they mention exist already.
pub(super) fn add_injectivity(m: &mut Meta, ctor: Name) -> Result<()> {
    let Some(c) = m.ctor_val(ctor) else { return Ok(()) };
    let has = |m: &Meta, ns: &[&str]| ns.iter().all(|n| m.env.contains(Name::new(n)));
    if c.num_fields == 0 || !m.env.contains(c.induct.str("noConfusion")) || !has(m, &["And", "eq_of_heq"]) {
        return Ok(());
    }
    let lps = c.cval.level_params.clone();
    let proved = m.env.contains(ctor.str("inj"))
        || m.scoped(|m| {
            let Some(s) = open_sides(m, ctor)? else { return Ok(false) };
            let h_ty = m.mk_eq(s.lhs, s.rhs)?;
            let goal = conjunction(m, &s.eqs);
            let h = m.push_local(Name::anon().str("a").num(1), h_ty, BinderInfo::Default);
            let NoConfusion::Fields(f, given) = m.no_confusion(goal, h, s.lhs, s.rhs)? else {
                return Ok(false);
            };
            let body = m.scoped(|m| {
                let mut hs = Vec::new();
                for (i, t) in given.iter().enumerate() {
                    hs.push(m.push_local(Name::anon().str("h").num(i as u64 + 1), *t, BinderInfo::Default));
                }
                let mut proofs = Vec::new();
                for e in &s.eqs {
                    proofs.push(find_proof(m, *e, &hs)?);
                }
                let b = conjunction_proof(m, &s.eqs, &proofs);
                m.mk_lambda(&hs, b)
            })?;
            let value = m.st.app(f, body);
            m.set_binder_infos(&s.xs, BinderInfo::Implicit);
            let fresh: Vec<Expr> = s.ys.iter().copied().filter(|y| !s.xs.contains(y)).collect();
            let xs = [&s.params[..], &s.xs, &fresh, &[h]].concat();
            let ty = m.mk_pi(&xs, goal)?;
            let value = m.mk_lambda(&xs, value)?;
            m.add_theorem(ctor.str("inj"), &lps, ty, value)?;
            Ok::<bool, crate::Error>(true)
        })?;
    if !proved || !has(m, &["propext", "Iff.intro", "And.rec"]) {
        return Ok(());
    }
    m.scoped(|m| {
        let Some(s) = open_sides(m, ctor)? else { return Ok(()) };
        let (p, q) = (m.mk_eq(s.lhs, s.rhs)?, conjunction(m, &s.eqs));
        m.set_binder_infos(&s.xs, BinderInfo::Default);
        m.set_binder_infos(&s.ys, BinderInfo::Default);
        let fresh: Vec<Expr> = s.ys.iter().copied().filter(|y| !s.xs.contains(y)).collect();
        let args = [&s.params[..], &s.xs, &fresh].concat();
        let ls: Vec<Level> = lps.iter().map(|n| m.st.l_param(*n)).collect();
        let forward = m.st.apps(m.st.const_(ctor.str("inj"), &ls), &args);
        let backward = m.scoped(|m| {
            let h = m.push_local(Name::new("h"), q, BinderInfo::Default);
            let body = match congruence(m, h, &s)? {
                Some(proof) => proof,
                None => from_conjunction(m, h, &s.eqs, p)?,
            };
            m.mk_lambda(&[h], body)
        })?;
        let iff = m.st.apps(m.st.const0("Iff.intro"), &[p, q, forward, backward]);
        let value = m.st.apps(m.st.const0("propext"), &[p, q, iff]);
        let one = m.st.l_one();
        let ty = m.st.apps(m.st.const_(Name::new("Eq"), &[one]), &[m.st.prop(), p, q]);
        let ty = m.mk_pi(&args, ty)?;
        let value = m.mk_lambda(&args, value)?;
        let name = ctor.str("injEq");
        m.add_theorem(name, &lps, ty, value)?;
        m.env.add_attr("simp", AttrEntry { decl: name, priority: 1000, inverse: false });
        Ok(())
    })
}

/// A proof of the equation `e` from one of the (possibly heterogeneous) equations `hs`.
fn find_proof(m: &mut Meta, e: Expr, hs: &[Expr]) -> Result<Expr> {
    use super::equality::Equality;
    for h in hs {
        let t = m.infer(*h)?;
        if m.st.alpha_eq(t, e) {
            return Ok(*h);
        }
        let (Some(have), Some(want)) = (m.as_equality(t)?, m.as_equality(e)?) else { continue };
        if let (Equality::HEq { lhs, rhs, .. }, Equality::Eq { ty, lhs: a, rhs: b }) = (have, want)
            && m.st.alpha_eq(lhs, a)
            && m.st.alpha_eq(rhs, b)
        {
            return m.mk_eq_of_heq(ty, a, b, *h);
        }
    }
    Err(m.error_at_term("internal: no proof of", e))
}

/// A proof of `c xs = c ys` from the conjunction `h` of the equations of the fields, argument by argument. Only for
/// constructors whose fields do not depend on each other; the proof grows with their number, where substitution would
/// grow with its square.
fn congruence(m: &mut Meta, h: Expr, s: &Sides) -> Result<Option<Expr>> {
    if !["congr", "And.left", "And.right"].iter().all(|n| m.env.contains(Name::new(n))) {
        return Ok(None);
    }
    let st = m.st.clone();
    let (head, args) = st.unapp(s.lhs);
    let Some(num_params) = args.len().checked_sub(s.xs.len()) else { return Ok(None) };
    let mut a = st.apps(head, &args[..num_params]);
    let mut b = a;
    let mut ty = m.infer(a)?;
    let mut proof = m.mk_eq_refl(a)?;
    let mut left = h;
    let mut eqs = s.eqs.as_slice();
    for (x, y) in s.xs.iter().zip(&s.ys) {
        let Node::Pi(_, dom, body) = st.node(ty) else { return Ok(None) };
        if st.has_loose_bvar(body, 0) {
            return Ok(None);
        }
        let cod = st.lower(body, 1, 1);
        let of_field = if x == y {
            m.mk_eq_refl(*x)?
        } else {
            let Some((eq, rest)) = eqs.split_first() else { return Ok(None) };
            eqs = rest;
            if !matches!(m.as_equality(*eq)?, Some(super::equality::Equality::Eq { .. })) {
                return Ok(None);
            }
            if rest.is_empty() {
                left
            } else {
                let ps = [*eq, conjunction(m, rest), left];
                left = st.apps(st.const0("And.right"), &ps);
                st.apps(st.const0("And.left"), &ps)
            }
        };
        let (u, v) = (m.sort_of(dom)?, m.sort_of(cod)?);
        proof = st.apps(st.const_(Name::new("congr"), &[u, v]), &[dom, cod, a, b, *x, *y, proof, of_field]);
        (a, b, ty) = (st.app(a, *x), st.app(b, *y), cod);
    }
    Ok(Some(proof))
}

/// A proof of the equation `goal` of two constructor applications from a conjunction of equations of their fields.
fn from_conjunction(m: &mut Meta, h: Expr, eqs: &[Expr], goal: Expr) -> Result<Expr> {
    let mut hs = vec![h];
    let mut wrap = Vec::new();
    for i in 0..eqs.len().saturating_sub(1) {
        let pair = hs[i];
        let rest = conjunction(m, &eqs[i + 1..]);
        let a = m.push_local(Name::anon().str("h").num(i as u64), eqs[i], BinderInfo::Default);
        let b = m.push_local(Name::anon().str("r").num(i as u64), rest, BinderInfo::Default);
        wrap.push((pair, eqs[i], rest, a, b));
        hs[i] = a;
        hs.push(b);
    }
    let mut body = m.solve_equations(goal, hs, &mut |m, g, _| {
        let Some(super::equality::Equality::Eq { lhs, .. }) = m.as_equality(g)? else {
            return Err(m.error_at_term("internal: equation expected", g));
        };
        m.mk_eq_refl(lhs)
    })?;
    let zero = m.st.l_zero();
    for (pair, p, q, a, b) in wrap.into_iter().rev() {
        let motive = m.scoped(|m| {
            let t = m.st.apps(m.st.const0("And"), &[p, q]);
            let x = m.push_local(Name::new("t"), t, BinderInfo::Default);
            m.mk_lambda(&[x], goal)
        })?;
        let minor = m.mk_lambda(&[a, b], body)?;
        body = m.st.apps(m.st.const_(Name::new("And.rec"), &[zero]), &[p, q, motive, minor, pair]);
    }
    Ok(body)
}
