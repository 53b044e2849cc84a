//! `T.recOn` (the recursor with its major premise first) and `T.casesOn` (without induction hypotheses).

use super::parts::RecursorArgs;
use crate::error::{Error, Result};
use crate::meta::Meta;
use rustc_hash::FxHashMap;
use turnstile_kernel::{BinderInfo, Expr, Level, Name, RecursorVal, ReducibilityHint};

fn recursor(m: &Meta, ind: Name) -> Result<RecursorVal> {
    m.recursor_val(ind.str("rec")).ok_or_else(|| Error::msg(format!("internal: '{ind}' has no recursor")))
}

/// `params {motive} indices t minors`, with Lean's binder kinds.
fn argument_order(m: &mut Meta, a: &RecursorArgs, motives: &[Expr], minors: &[Expr]) -> Vec<Expr> {
    m.set_binder_infos(&a.params, BinderInfo::Implicit);
    m.set_binder_infos(motives, BinderInfo::Implicit);
    m.set_binder_infos(&a.indices, BinderInfo::Implicit);
    m.set_binder_infos(&[a.major], BinderInfo::Default);
    [&a.params, motives, &a.indices, &[a.major], minors].concat()
}

/// Declares `T.recOn`.
pub(super) fn add_rec_on(m: &mut Meta, ind: Name) -> Result<()> {
    let rec = recursor(m, ind)?;
    m.scoped(|m| {
        let a = m.open_recursor(&rec)?;
        let xs = argument_order(m, &a, &a.motives, &a.minors);
        let all = [&a.params[..], &a.motives, &a.minors, &a.indices, &[a.major]].concat();
        let value = m.st.apps(m.st.const_(rec.cval.name, &a.levels), &all);
        let ty = m.mk_pi(&xs, a.result)?;
        let value = m.mk_lambda(&xs, value)?;
        m.add_definition(ind.str("recOn"), &rec.cval.level_params, ty, value, ReducibilityHint::Abbrev)
    })
}

/// Declares `T.casesOn`. In a mutual or nested group the other motives are trivial.
pub(super) fn add_cases_on(m: &mut Meta, ind: Name) -> Result<()> {
    let rec = recursor(m, ind)?;
    let Some(info) = m.inductive_val(ind) else { return Ok(()) };
    let position = info.all.iter().position(|n| *n == ind).unwrap_or(0);
    let large = rec.cval.level_params.len() > info.cval.level_params.len();
    m.scoped(|m| {
        let a = m.open_recursor(&rec)?;
        let main = a.motives[position];
        let elim = if large { a.levels[0] } else { m.st.l_zero() };
        let (trivial_ty, trivial) = if large {
            let unit = |n: &str| m.st.const_(Name::new(n), &[elim]);
            (unit("PUnit"), unit("PUnit.unit"))
        } else {
            (m.st.const0("True"), m.st.const0("True.intro"))
        };
        let mut minors = Vec::new();
        let mut rec_minors = Vec::new();
        for minor in &a.minors {
            let mty = m.infer(*minor)?;
            let new_ty = m.scoped(|m| {
                let (xs, concl) = m.open_pis(mty, None)?;
                if m.st.app_fn(concl) != main {
                    return Ok(None);
                }
                let nf = field_count(m, concl);
                m.mk_pi(&xs[..nf], concl).map(Some)
            })?;
            let new = new_ty.map(|t| {
                let n = m.local_name(*minor);
                m.push_local(n, t, BinderInfo::Default)
            });
            minors.extend(new);
            rec_minors.push(m.scoped(|m| {
                let (xs, concl) = m.open_pis(mty, None)?;
                let body = match new {
                    Some(n) => m.st.apps(n, &xs[..field_count(m, concl)]),
                    None => trivial,
                };
                m.mk_lambda(&xs, body)
            })?);
        }
        let xs = argument_order(m, &a, &[main], &minors);
        let all = [&a.params[..], &a.motives, &rec_minors, &a.indices, &[a.major]].concat();
        let value = m.st.apps(m.st.const_(rec.cval.name, &a.levels), &all);
        let mut others = FxHashMap::default();
        for other in a.motives.iter().filter(|o| **o != main) {
            let t = m.infer(*other)?;
            let f = m.scoped(|m| {
                let (ys, _) = m.open_pis(t, None)?;
                m.mk_lambda(&ys, trivial_ty)
            })?;
            others.insert(m.fvar_id(*other)?, f);
        }
        let value = m.st.replace_fvars(value, &others);
        let ty = m.mk_pi(&xs, a.result)?;
        let value = m.mk_lambda(&xs, value)?;
        m.add_definition(ind.str("casesOn"), &rec.cval.level_params, ty, value, ReducibilityHint::Abbrev)
    })
}

/// Number of fields of the constructor at the end of a minor premise `motive indices (c fields)`.
fn field_count(m: &Meta, concl: Expr) -> usize {
    let args = m.st.unapp(concl).1;
    let ctor = args.last().and_then(|a| m.st.head_const(*a)).and_then(|c| m.ctor_val(c));
    ctor.map_or(0, |c| c.num_fields)
}

impl Meta {
    /// The levels of `T.casesOn` for elimination into `Sort elim`; `None` when `T` only eliminates into propositions
    /// and `elim` is not 0.
    #[must_use]
    pub fn cases_on_levels(&self, ind: Name, levels: &[Level], elim: Level) -> Option<Vec<Level>> {
        let n = self.env.get(ind.str("casesOn"))?.cval().level_params.len();
        if n > levels.len() {
            return Some(std::iter::once(elim).chain(levels.iter().copied()).collect());
        }
        self.level_is_zero(self.instantiate_level(elim)).then(|| levels.to_vec())
    }
}
