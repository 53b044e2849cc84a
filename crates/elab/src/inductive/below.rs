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

/// Declares `T.below` and `T.brecOn` for the types of a group that eliminates into every universe and has no function
/// of recursive arguments. The first type of the group makes them for all, also `T.below_1`, … for nested types.
pub(super) fn add_below(m: &mut Meta, ind: Name) -> Result<()> {
    let (Some(info), Some(rec)) = (m.inductive_val(ind), m.recursor_val(ind.str("rec"))) else {
        return Ok(());
    };
    let large = rec.cval.level_params.len() > info.cval.level_params.len();
    let ready = ["PProd", "PProd.mk", "PUnit"].iter().all(|n| m.env.contains(Name::new(n)));
    if !info.is_rec || info.is_reflexive || !large || !ready || info.all.first() != Some(&ind) {
        return Ok(());
    }
    let group = m.recursor_group(ind);
    for k in 0..group.len() {
        m.scoped(|m| add_below_def(m, &group, k))?;
    }
    for k in 0..group.len() {
        m.scoped(|m| add_brec_on(m, &group, k))?;
    }
    Ok(())
}

impl Meta {
    /// The motives of the group that the inductive type `ind` belongs to, in the order of its recursors: a base name and
    /// what is appended to `rec`, `below` and `brecOn`. Nested types belong to the first type.
    pub(crate) fn recursor_group(&self, ind: Name) -> Vec<GroupMotive> {
        let Some(info) = self.inductive_val(ind) else { return vec![] };
        let Some(first) = info.all.first().copied() else { return vec![] };
        let own = info.all.iter().map(|n| GroupMotive { base: *n, suffix: String::new() });
        let nested = (1..)
            .map(|i| GroupMotive { base: first, suffix: format!("_{i}") })
            .take_while(|g| self.recursor_val(g.name("rec")).is_some());
        own.chain(nested).collect()
    }
}

/// See [`Meta::recursor_group`].
#[derive(Clone, Debug)]
pub(crate) struct GroupMotive {
    base: Name,
    suffix: String,
}

impl GroupMotive {
    /// `T.rec`, `T.below_1`, …
    pub fn name(&self, what: &str) -> Name {
        self.base.str(&format!("{what}{}", self.suffix))
    }
}

/// The level of `T.below`: `max 1 u`.
fn below_level(m: &Meta, u: Level) -> Level {
    m.st.l_max(m.st.l_one(), u)
}

/// One minor premise of a recursor.
struct Minor {
    fields: Vec<Expr>,
    /// The induction hypotheses: local variables `motive indices field`.
    hyps: Vec<Expr>,
    /// Which motive the premise is about.
    motive: usize,
    /// `indices` and the constructor application.
    target: Vec<Expr>,
}

/// Opens a minor premise whose motives are the variables `motives`.
fn open_minor(m: &mut Meta, mty: Expr, motives: &[Expr]) -> Result<Minor> {
    let (xs, concl) = m.open_pis(mty, None)?;
    let (head, target) = m.st.unapp(concl);
    let Some(motive) = motives.iter().position(|c| *c == head) else {
        return Err(Error::msg("internal: malformed recursor"));
    };
    let (mut fields, mut hyps) = (Vec::new(), Vec::new());
    for x in xs {
        let t = m.infer(x)?;
        if motives.contains(&m.st.app_fn(t)) { hyps.push(x) } else { fields.push(x) }
    }
    Ok(Minor { fields, hyps, motive, target })
}

/// `fun indices t => body indices t` for the motive variable `motive`.
fn motive_function(
    m: &mut Meta,
    motive: Expr,
    body: &mut dyn FnMut(&mut Meta, &[Expr]) -> Result<Expr>,
) -> Result<Expr> {
    let mty = m.infer(motive)?;
    m.scoped(|m| {
        let (ys, _) = m.open_pis(mty, None)?;
        let body = body(m, &ys)?;
        m.mk_lambda(&ys, body)
    })
}

fn add_below_def(m: &mut Meta, group: &[GroupMotive], k: usize) -> Result<()> {
    let Some(rec) = m.recursor_val(group[k].name("rec")) else { return Ok(()) };
    let a = m.open_recursor(&rec)?;
    let lvl = below_level(m, a.levels[0]);
    let sort = m.st.sort(lvl);
    let sort1 = m.st.l_succ(lvl);
    let rec_levels: Vec<Level> = std::iter::once(sort1).chain(a.levels[1..].iter().copied()).collect();
    let mut value = m.st.apps(m.st.const_(rec.cval.name, &rec_levels), &a.params);
    for motive in &a.motives {
        let f = motive_function(m, *motive, &mut |_, _| Ok(sort))?;
        value = m.st.app(value, f);
    }
    for minor in &a.minors {
        let mty = m.infer(*minor)?;
        let minor = m.scoped(|m| {
            let o = open_minor(m, mty, &a.motives)?;
            let mut hyps = Vec::new();
            let mut parts = Vec::new();
            for old in &o.hyps {
                let own = m.infer(*old)?;
                let h = m.push_local(m.local_name(*old), sort, BinderInfo::Default);
                hyps.push(h);
                parts.push(pprod(m, own, h)?);
            }
            let mut body = match parts.pop() {
                Some(p) => p,
                None => m.st.const_(Name::new("PUnit"), &[lvl]),
            };
            for p in parts.into_iter().rev() {
                body = pprod(m, p, body)?;
            }
            m.mk_lambda(&[&o.fields[..], &hyps].concat(), body)
        })?;
        value = m.st.app(value, minor);
    }
    value = m.st.app(m.st.apps(value, &a.indices), a.major);
    m.set_binder_infos(&a.params, BinderInfo::Implicit);
    m.set_binder_infos(&a.motives, BinderInfo::Implicit);
    m.set_binder_infos(&a.indices, BinderInfo::Implicit);
    let xs = [&a.params[..], &a.motives, &a.indices, &[a.major]].concat();
    let ty = m.mk_pi(&xs, sort)?;
    let value = m.mk_lambda(&xs, value)?;
    m.add_definition(group[k].name("below"), &rec.cval.level_params, ty, value, ReducibilityHint::Abbrev)
}

fn add_brec_on(m: &mut Meta, group: &[GroupMotive], k: usize) -> Result<()> {
    let Some(rec) = m.recursor_val(group[k].name("rec")) else { return Ok(()) };
    let a = m.open_recursor(&rec)?;
    let lvl = below_level(m, a.levels[0]);
    let belows: Vec<Expr> = group
        .iter()
        .map(|g| {
            let c = m.st.const_(g.name("below"), &a.levels);
            m.st.apps(m.st.apps(c, &a.params), &a.motives)
        })
        .collect();
    // F : (indices) → (t) → below t → motive t
    let mut fs = Vec::new();
    for (j, motive) in a.motives.iter().enumerate() {
        let mty = m.infer(*motive)?;
        let f_ty = m.scoped(|m| {
            let (ys, _) = m.open_pis(mty, None)?;
            let (b, res) = (m.st.apps(belows[j], &ys), m.st.apps(*motive, &ys));
            let body = m.st.arrow(b, res);
            m.set_binder_infos(&ys, BinderInfo::Default);
            m.mk_pi(&ys, body)
        })?;
        fs.push(m.push_local(Name::new(&format!("F_{}", j + 1)), f_ty, BinderInfo::Default));
    }
    let rec_levels: Vec<Level> = std::iter::once(lvl).chain(a.levels[1..].iter().copied()).collect();
    let mut value = m.st.apps(m.st.const_(rec.cval.name, &rec_levels), &a.params);
    for (j, motive) in a.motives.iter().enumerate() {
        let f = motive_function(m, *motive, &mut |m, ys| {
            let (own, b) = (m.st.apps(*motive, ys), m.st.apps(belows[j], ys));
            pprod(m, own, b)
        })?;
        value = m.st.app(value, f);
    }
    for minor in &a.minors {
        let mty = m.infer(*minor)?;
        let term = m.scoped(|m| {
            let o = open_minor(m, mty, &a.motives)?;
            // Hypotheses of the pair motive instead of the plain one.
            let mut hyps = Vec::new();
            for old in &o.hyps {
                let own = m.infer(*old)?;
                let (head, args) = m.st.unapp(own);
                let j = a.motives.iter().position(|c| *c == head).unwrap_or(0);
                let b = m.st.apps(belows[j], &args);
                let ty = pprod(m, own, b)?;
                hyps.push(m.push_local(m.local_name(*old), ty, BinderInfo::Default));
            }
            let mut parts = hyps.clone();
            let mut b = match parts.pop() {
                Some(h) => h,
                None => m.st.const_(Name::new("PUnit.unit"), &[lvl]),
            };
            for p in parts.into_iter().rev() {
                b = pprod_mk(m, p, b)?;
            }
            let val = m.st.app(m.st.apps(fs[o.motive], &o.target), b);
            let own = m.st.apps(a.motives[o.motive], &o.target);
            let below_ty = m.st.apps(belows[o.motive], &o.target);
            let (lu, lv) = (m.sort_of(own)?, m.sort_of(below_ty)?);
            let pair = m.st.apps(m.st.const_(Name::new("PProd.mk"), &[lu, lv]), &[own, below_ty, val, b]);
            m.mk_lambda(&[&o.fields[..], &hyps].concat(), pair)
        })?;
        value = m.st.app(value, term);
    }
    value = m.st.app(m.st.apps(value, &a.indices), a.major);
    value = m.st.proj(Name::new("PProd"), 0, value);
    m.set_binder_infos(&a.params, BinderInfo::Implicit);
    m.set_binder_infos(&a.motives, BinderInfo::Implicit);
    m.set_binder_infos(&a.indices, BinderInfo::Implicit);
    let xs = [&a.params[..], &a.motives, &a.indices, &[a.major], &fs].concat();
    let ty = m.mk_pi(&xs, a.result)?;
    let value = m.mk_lambda(&xs, value)?;
    m.add_definition(group[k].name("brecOn"), &rec.cval.level_params, ty, value, ReducibilityHint::Abbrev)
}
