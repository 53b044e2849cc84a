//! `T.below` (the values of a function on everything below an argument) and `T.brecOn` (recursion from them).

use crate::error::{Error, Result};
use crate::meta::Meta;
use turnstile_kernel::{BinderInfo, Expr, Level, Name, ReducibilityHint};

/// The type `PProd a b`.
fn pprod(m: &mut Meta, a: Expr, b: Expr) -> Result<Expr> {
    let (u, v) = (m.sort_of(a)?, m.sort_of(b)?);
    Ok(m.st.apps(m.st.const_(Name::new("PProd"), &[u, v]), &[a, b]))
}

/// The pair `⟨x, y⟩` in `PProd`.
fn pprod_mk(m: &mut Meta, x: Expr, y: Expr) -> Result<Expr> {
    let (a, b) = (m.infer(x)?, m.infer(y)?);
    let (u, v) = (m.sort_of(a)?, m.sort_of(b)?);
    Ok(m.st.apps(m.st.const_(Name::new("PProd.mk"), &[u, v]), &[a, b, x, y]))
}

/// Declares `T.below` and `T.brecOn` for a type that is alone in its group, eliminates into every universe, and has no
/// function of recursive arguments.
pub(super) fn add_below(m: &mut Meta, ind: Name) -> Result<()> {
    let (Some(info), Some(rec)) = (m.inductive_val(ind), m.recursor_val(ind.str("rec"))) else {
        return Ok(());
    };
    let large = rec.cval.level_params.len() > info.cval.level_params.len();
    let ready = ["PProd", "PProd.mk", "PUnit"].iter().all(|n| m.env.contains(Name::new(n)));
    if !info.is_rec || rec.num_motives != 1 || info.is_reflexive || !large || !ready {
        return Ok(());
    }
    m.scoped(|m| add_below_def(m, ind))?;
    m.scoped(|m| add_brec_on(m, ind))
}

/// The level of `T.below`: `max 1 u`.
fn below_level(m: &Meta, u: Level) -> Level {
    m.st.l_max(m.st.l_one(), u)
}

/// One minor premise: fields, hypotheses, and the positions of the recursive fields.
struct Minor {
    xs: Vec<Expr>,
    /// The recursive field and its hypothesis, pairwise.
    rec: Vec<(Expr, Expr)>,
    ctor: Expr,
}

/// Opens a minor premise whose motive is the variable `motive`.
fn open_minor(m: &mut Meta, mty: Expr, motive: Expr) -> Result<Minor> {
    let (xs, concl) = m.open_pis(mty, None)?;
    let args = m.st.unapp(concl).1;
    let Some(ctor) = args.last().copied() else { return Err(Error::msg("internal: malformed recursor")) };
    let mut rec = Vec::new();
    for x in &xs {
        let t = m.infer(*x)?;
        if m.st.app_fn(t) == motive
            && let Some(field) = m.st.unapp(t).1.last()
        {
            rec.push((*field, *x));
        }
    }
    Ok(Minor { xs, rec, ctor })
}

fn add_below_def(m: &mut Meta, ind: Name) -> Result<()> {
    let Some(rec) = m.recursor_val(ind.str("rec")) else { return Ok(()) };
    let a = m.open_recursor(&rec)?;
    let u = a.levels[0];
    let lvl = below_level(m, u);
    let sort = m.st.sort(lvl);
    let sort1 = m.st.l_succ(lvl);
    let motive = a.motives[0];
    let mty = m.infer(motive)?;
    let rec_motive = m.scoped(|m| {
        let (ys, _) = m.open_pis(mty, None)?;
        m.mk_lambda(&ys, sort)
    })?;
    let rec_levels: Vec<Level> = std::iter::once(sort1).chain(a.levels[1..].iter().copied()).collect();
    let rec_const = m.st.const_(rec.cval.name, &rec_levels);
    let mut value = m.st.apps(rec_const, &a.params);
    value = m.st.app(value, rec_motive);
    let Some(info) = m.inductive_val(ind) else { return Ok(()) };
    for ctor in info.ctors.iter() {
        let minor = m.scoped(|m| {
            let (fields, ..) = m.open_ctor(*ctor, &a.levels[1..], &a.params)?;
            let mut hyps = Vec::new();
            let mut parts = Vec::new();
            for f in &fields {
                let ft = m.infer(*f)?;
                let Some(fam) = m.as_family(ft)? else { continue };
                if fam.info.cval.name != ind {
                    continue;
                }
                let name = Name::new(&format!("{}_ih", m.local_name(*f)));
                let h = m.push_local(name, sort, BinderInfo::Default);
                hyps.push(h);
                let own = m.st.app(m.st.apps(motive, &fam.indices), *f);
                parts.push(pprod(m, own, h)?);
            }
            let mut body = match parts.pop() {
                Some(p) => p,
                None => m.st.const_(Name::new("PUnit"), &[lvl]),
            };
            for p in parts.into_iter().rev() {
                body = pprod(m, p, body)?;
            }
            m.mk_lambda(&[&fields[..], &hyps].concat(), body)
        })?;
        value = m.st.app(value, minor);
    }
    value = m.st.app(m.st.apps(value, &a.indices), a.major);
    m.set_binder_infos(&a.params, BinderInfo::Implicit);
    m.set_binder_infos(&[motive], BinderInfo::Implicit);
    m.set_binder_infos(&a.indices, BinderInfo::Implicit);
    let xs = [&a.params[..], &[motive], &a.indices, &[a.major]].concat();
    let ty = m.mk_pi(&xs, sort)?;
    let value = m.mk_lambda(&xs, value)?;
    m.add_definition(ind.str("below"), &rec.cval.level_params, ty, value, ReducibilityHint::Abbrev)
}

fn add_brec_on(m: &mut Meta, ind: Name) -> Result<()> {
    let Some(rec) = m.recursor_val(ind.str("rec")) else { return Ok(()) };
    let a = m.open_recursor(&rec)?;
    let u = a.levels[0];
    let lvl = below_level(m, u);
    let motive = a.motives[0];
    let below_const = m.st.const_(ind.str("below"), &a.levels);
    let below = m.st.app(m.st.apps(below_const, &a.params), motive);
    let mty = m.infer(motive)?;
    // f : (indices) → (t) → below t → motive t
    let f_ty = m.scoped(|m| {
        let (ys, _) = m.open_pis(mty, None)?;
        let b = m.st.apps(below, &ys);
        let res = m.st.apps(motive, &ys);
        let body = m.st.arrow(b, res);
        m.set_binder_infos(&ys, BinderInfo::Default);
        m.mk_pi(&ys, body)
    })?;
    let f = m.push_local(Name::new("F_1"), f_ty, BinderInfo::Default);
    let rec_motive = m.scoped(|m| {
        let (ys, _) = m.open_pis(mty, None)?;
        let (own, b) = (m.st.apps(motive, &ys), m.st.apps(below, &ys));
        let body = pprod(m, own, b)?;
        m.mk_lambda(&ys, body)
    })?;
    let rec_levels: Vec<Level> = std::iter::once(lvl).chain(a.levels[1..].iter().copied()).collect();
    let mut value = m.st.app(m.st.apps(m.st.const_(rec.cval.name, &rec_levels), &a.params), rec_motive);
    for minor in &a.minors {
        let mty = m.infer(*minor)?;
        let term = m.scoped(|m| {
            let Minor { xs, rec, ctor } = open_minor(m, mty, motive)?;
            // Hypotheses of the pair motive instead of the plain one.
            let mut hyps = Vec::new();
            let mut fields: Vec<Expr> = xs[..xs.len() - rec.len()].to_vec();
            for (field, old) in &rec {
                let t = m.infer(*old)?;
                let args = m.st.unapp(t).1;
                let (own, b) = (t, m.st.apps(below, &args));
                let ty = pprod(m, own, b)?;
                let name = m.local_name(*old);
                let _ = field;
                hyps.push(m.push_local(name, ty, BinderInfo::Default));
            }
            let mut parts = hyps.clone();
            let mut b = match parts.pop() {
                Some(h) => h,
                None => m.st.const_(Name::new("PUnit.unit"), &[lvl]),
            };
            for p in parts.into_iter().rev() {
                b = pprod_mk(m, p, b)?;
            }
            let ct = m.infer(ctor)?;
            let indices = m.as_family(ct)?.map(|x| x.indices).unwrap_or_default();
            let val = m.st.apps(f, &[&indices[..], &[ctor, b]].concat());
            let own = m.st.app(m.st.apps(motive, &indices), ctor);
            let below_ty = m.st.app(m.st.apps(below, &indices), ctor);
            let (lu, lv) = (m.sort_of(own)?, m.sort_of(below_ty)?);
            let pair = m.st.apps(m.st.const_(Name::new("PProd.mk"), &[lu, lv]), &[own, below_ty, val, b]);
            fields.extend(hyps);
            m.mk_lambda(&fields, pair)
        })?;
        value = m.st.app(value, term);
    }
    value = m.st.app(m.st.apps(value, &a.indices), a.major);
    value = m.st.proj(Name::new("PProd"), 0, value);
    m.set_binder_infos(&a.params, BinderInfo::Implicit);
    m.set_binder_infos(&[motive], BinderInfo::Implicit);
    m.set_binder_infos(&a.indices, BinderInfo::Implicit);
    let xs = [&a.params[..], &[motive], &a.indices, &[a.major, f]].concat();
    let ty = m.mk_pi(&xs, a.result)?;
    let value = m.mk_lambda(&xs, value)?;
    m.add_definition(ind.str("brecOn"), &rec.cval.level_params, ty, value, ReducibilityHint::Abbrev)
}
