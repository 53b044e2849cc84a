//! `T.noConfusionType` and `T.noConfusion`: constructors are injective and different ones are never equal.

use super::equality::Equality;
use crate::error::{Error, Result};
use crate::meta::Meta;
use turnstile_kernel::{BinderInfo, Expr, Level, Name, Node, ReducibilityHint};

/// Whether the equality types that the construction mentions exist yet.
fn ready(m: &Meta) -> bool {
    ["Eq", "Eq.refl", "HEq", "HEq.refl"].iter().all(|n| m.env.contains(Name::new(n)))
}

/// Declares both, unless `T` is a proposition.
pub(super) fn add_no_confusion(m: &mut Meta, ind: Name) -> Result<()> {
    let (Some(info), Some(rec)) = (m.inductive_val(ind), m.recursor_val(ind.str("rec"))) else {
        return Ok(());
    };
    let large = rec.cval.level_params.len() > info.cval.level_params.len();
    if !ready(m) || !large {
        return Ok(());
    }
    let is_prop = m.scoped(|m| {
        let (_, s) = m.open_pis(info.cval.ty, None)?;
        Ok::<_, Error>(matches!(m.st.node(s), Node::Sort(l) if m.level_is_zero(l)))
    })?;
    if is_prop {
        return Ok(());
    }
    m.scoped(|m| add_type(m, ind))?;
    m.scoped(|m| add_proof(m, ind))
}

/// Parameters, indices, `P`, `v1`, `v2` as locals, and the levels in use.
struct Setting {
    ls: Vec<Level>,
    v: Level,
    level_params: Vec<Name>,
    params: Vec<Expr>,
    indices: Vec<Expr>,
    p: Expr,
    v1: Expr,
    v2: Expr,
}

fn setting(m: &mut Meta, ind: Name) -> Result<Setting> {
    let Some(info) = m.inductive_val(ind) else {
        return Err(Error::msg("internal: inductive type expected"));
    };
    let lps = &info.cval.level_params;
    let v_name = Meta::fresh_level_name("u", lps);
    let v = m.st.l_param(v_name);
    let ls: Vec<Level> = lps.iter().map(|n| m.st.l_param(*n)).collect();
    let level_params: Vec<Name> = std::iter::once(v_name).chain(lps.iter().copied()).collect();
    let (xs, _) = m.open_pis(info.cval.ty, Some(info.num_params + info.num_indices))?;
    m.set_binder_infos(&xs, BinderInfo::Implicit);
    let (params, indices) = xs.split_at(info.num_params);
    let t = m.st.apps(m.st.const_(ind, &ls), &xs);
    let p = m.push_local(Name::new("P"), m.st.sort(v), BinderInfo::Default);
    let v1 = m.push_local(Name::new("v1"), t, BinderInfo::Default);
    let v2 = m.push_local(Name::new("v2"), t, BinderInfo::Default);
    Ok(Setting { ls, v, level_params, params: params.to_vec(), indices: indices.to_vec(), p, v1, v2 })
}

/// `T.casesOn params (fun _ _ => result) indices x minors` where `minor(ctor, fields)` gives the bodies.
fn cases(
    m: &mut Meta,
    ind: Name,
    s: &Setting,
    result: Expr,
    x: Expr,
    minor: &mut dyn FnMut(&mut Meta, Name, &[Expr], Expr) -> Result<Expr>,
) -> Result<Expr> {
    let Some(info) = m.inductive_val(ind) else {
        return Err(Error::msg("internal: inductive type expected"));
    };
    let motive = m.scoped(|m| {
        let ty = m.st.instantiate_levels(info.cval.ty, &info.cval.level_params, &s.ls);
        let ty = m.instantiate_pis(ty, &s.params)?;
        let (mut ys, _) = m.open_pis(ty, Some(info.num_indices))?;
        let t = m.st.apps(m.st.apps(m.st.const_(ind, &s.ls), &s.params), &ys);
        ys.push(m.push_local(Name::new("t"), t, BinderInfo::Default));
        m.mk_lambda(&ys, result)
    })?;
    let elim = m.sort_of(result)?;
    let Some(ls) = m.cases_on_levels(ind, &s.ls, elim) else {
        return Err(Error::msg("internal: no elimination into types"));
    };
    let mut e = m.st.app(m.st.apps(m.st.const_(ind.str("casesOn"), &ls), &s.params), motive);
    e = m.st.app(m.st.apps(e, &s.indices), x);
    for c in info.ctors.iter() {
        let b = m.scoped(|m| {
            let (fields, app, _) = m.open_ctor(*c, &s.ls, &s.params)?;
            let b = minor(m, *c, &fields, app)?;
            m.mk_lambda(&fields, b)
        })?;
        e = m.st.app(e, b);
    }
    Ok(e)
}

/// `fields = fields' → p`, propositions left out.
fn fields_equal_imply(m: &mut Meta, xs: &[Expr], ys: &[Expr], p: Expr) -> Result<Expr> {
    m.scoped(|m| {
        let mut eqs = Vec::new();
        for (x, y) in xs.iter().zip(ys) {
            if m.is_proof(*x)? {
                continue;
            }
            let t = m.mk_eq_or_heq(*x, *y)?;
            let n = Name::new(&format!("{}_eq", m.local_name(*x)));
            eqs.push(m.push_local(n, t, BinderInfo::Default));
        }
        m.mk_pi(&eqs, p)
    })
}

fn add_type(m: &mut Meta, ind: Name) -> Result<()> {
    let s = setting(m, ind)?;
    let sort = m.st.sort(s.v);
    let value = cases(m, ind, &s, sort, s.v1, &mut |m, c1, xs, _| {
        let xs = xs.to_vec();
        cases(m, ind, &s, sort, s.v2, &mut |m, c2, ys, _| {
            if c1 != c2 {
                return Ok(s.p);
            }
            let k = fields_equal_imply(m, &xs, ys, s.p)?;
            Ok(m.st.arrow(k, s.p))
        })
    })?;
    let xs = [&s.params[..], &s.indices, &[s.p, s.v1, s.v2]].concat();
    let ty = m.mk_pi(&xs, sort)?;
    let value = m.mk_lambda(&xs, value)?;
    m.add_definition(ind.str("noConfusionType"), &s.level_params, ty, value, ReducibilityHint::Abbrev)
}

fn add_proof(m: &mut Meta, ind: Name) -> Result<()> {
    let s = setting(m, ind)?;
    let ls: Vec<Level> = std::iter::once(s.v).chain(s.ls.iter().copied()).collect();
    let nct = m.st.const_(ind.str("noConfusionType"), &ls);
    let nct = m.st.app(m.st.apps(m.st.apps(nct, &s.params), &s.indices), s.p);
    let eq_ty = m.mk_eq(s.v1, s.v2)?;
    let h = m.push_local(Name::new("h12"), eq_ty, BinderInfo::Default);
    let result = m.st.apps(nct, &[s.v1, s.v2]);
    // The diagonal: every constructor is equal to itself field by field.
    let base = {
        let Some(info) = m.inductive_val(ind) else { return Ok(()) };
        let motive = m.scoped(|m| {
            let ty = m.st.instantiate_levels(info.cval.ty, &info.cval.level_params, &s.ls);
            let ty = m.instantiate_pis(ty, &s.params)?;
            let (mut ys, _) = m.open_pis(ty, Some(info.num_indices))?;
            let t = m.st.apps(m.st.apps(m.st.const_(ind, &s.ls), &s.params), &ys);
            let c = m.st.const_(ind.str("noConfusionType"), &ls);
            let c = m.st.app(m.st.apps(m.st.apps(c, &s.params), &ys), s.p);
            let x = m.push_local(Name::new("t"), t, BinderInfo::Default);
            ys.push(x);
            let body = m.st.apps(c, &[x, x]);
            m.mk_lambda(&ys, body)
        })?;
        let mut e = m.st.app(m.st.apps(m.st.const_(ind.str("casesOn"), &ls), &s.params), motive);
        e = m.st.app(m.st.apps(e, &s.indices), s.v1);
        for c in info.ctors.iter() {
            let b = m.scoped(|m| {
                let (mut fields, app, indices) = m.open_ctor(*c, &s.ls, &s.params)?;
                // Which equations are heterogeneous is read off the type, where the two sides differ.
                let t = m.st.const_(ind.str("noConfusionType"), &ls);
                let t = m.st.apps(m.st.apps(t, &s.params), &[&indices[..], &[s.p, app, app]].concat());
                let t = m.with_transparency(crate::env::Transparency::All, |m| m.whnf(t))?;
                let Node::Pi(_, k_ty, _) = m.st.node(t) else {
                    return Err(m.error_at_term("internal: malformed noConfusion type", t));
                };
                let k = m.push_local(Name::new("P"), k_ty, BinderInfo::Default);
                let mut b = k;
                let mut rest = k_ty;
                while let Node::Pi(_, eq, body) = m.st.node(rest) {
                    let r = match m.as_equality(eq)? {
                        Some(Equality::Eq { lhs, .. }) => m.mk_eq_refl(lhs)?,
                        Some(Equality::HEq { lhs, .. }) => m.mk_heq_refl(lhs)?,
                        None => break,
                    };
                    b = m.st.app(b, r);
                    rest = m.st.instantiate1(body, r);
                }
                fields.push(k);
                m.mk_lambda(&fields, b)
            })?;
            e = m.st.app(e, b);
        }
        e
    };
    // Transport it along `h12`.
    let motive = m.scoped(|m| {
        let t = m.infer(s.v2)?;
        let y = m.push_local(Name::new("v2"), t, BinderInfo::Default);
        let et = m.mk_eq(s.v1, y)?;
        let e = m.push_local(Name::new("h"), et, BinderInfo::Default);
        let body = m.st.apps(nct, &[s.v1, y]);
        m.mk_lambda(&[y, e], body)
    })?;
    let t = m.infer(s.v1)?;
    let u = m.sort_of(t)?;
    let value = m.st.apps(m.st.const_(Name::new("Eq.rec"), &[s.v, u]), &[t, s.v1, motive, base, s.v2, h]);
    m.set_binder_infos(&[s.p, s.v1, s.v2], BinderInfo::Implicit);
    let xs = [&s.params[..], &[s.p], &s.indices, &[s.v1, s.v2, h]].concat();
    let ty = m.mk_pi(&xs, result)?;
    let value = m.mk_lambda(&xs, value)?;
    m.add_definition(ind.str("noConfusion"), &s.level_params, ty, value, ReducibilityHint::Abbrev)
}

/// What `T.noConfusion` says of two constructor applications.
pub enum NoConfusion {
    /// They are different: this term proves the goal.
    Clash(Expr),
    /// They are the same: the term, applied to a function of these equations, proves the goal.
    Fields(Expr, Vec<Expr>),
}

impl Meta {
    /// Uses `h : c₁ … = c₂ …`, both sides constructor applications, for a goal of type `goal`. The equations of
    /// [`NoConfusion::Fields`] may be heterogeneous.
    ///
    /// # Errors
    /// When the type has no `noConfusion`, or the sides are not constructor applications.
    pub fn no_confusion(&mut self, goal: Expr, h: Expr, lhs: Expr, rhs: Expr) -> Result<NoConfusion> {
        let ty = self.infer(lhs)?;
        let Some(fam) = self.as_family(ty)? else {
            return Err(self.error_at_term("inductive type expected", ty));
        };
        let ind = fam.info.cval.name;
        if !self.env.contains(ind.str("noConfusion")) {
            return Err(Error::msg(format!("'{ind}' has no 'noConfusion' construction")));
        }
        let v = self.sort_of(goal)?;
        let ls: Vec<Level> = std::iter::once(v).chain(fam.levels.iter().copied()).collect();
        let c = self.st.const_(ind.str("noConfusion"), &ls);
        let c = self.st.app(self.st.apps(c, &fam.params), goal);
        let c = self.st.apps(self.st.apps(c, &fam.indices), &[lhs, rhs, h]);
        let (Some((c1, _)), Some((c2, _))) = (self.as_ctor(lhs), self.as_ctor(rhs)) else {
            return Err(self.error_at_term("constructor application expected", lhs));
        };
        if c1 != c2 {
            return Ok(NoConfusion::Clash(c));
        }
        // The equations are read off the type with a variable as goal, which shows where they end.
        let eqs = self.scoped(|m| {
            let p = m.push_local(Name::new("P"), m.st.sort(v), BinderInfo::Default);
            let t = m.st.const_(ind.str("noConfusionType"), &ls);
            let t = m.st.apps(m.st.apps(t, &fam.params), &fam.indices);
            let t = m.st.apps(t, &[p, lhs, rhs]);
            let t = m.with_transparency(crate::env::Transparency::All, |m| m.whnf(t))?;
            let Node::Pi(_, dom, _) = m.st.node(t) else {
                return Err(m.error_at_term("internal: malformed noConfusion type", t));
            };
            let mut eqs = Vec::new();
            let mut t = dom;
            while let Node::Pi(_, d, b) = m.st.node(t) {
                eqs.push(d);
                t = m.st.lower(b, 1, 1);
            }
            Ok(eqs)
        })?;
        Ok(NoConfusion::Fields(c, eqs))
    }
}
