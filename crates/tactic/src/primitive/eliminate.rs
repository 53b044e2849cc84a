//! `cases` and `induction` on a hypothesis that nothing else depends on, of a type without indices. What does not depend on
//! the target, the contexts of the cases among it, is worked out once for each hypothesis of a context.

use super::rewrite::depends_on;
use super::{Calculus, ContextId, Found, Inference, Premises, Sequent};
use crate::action::Names;
use crate::eliminate::nice_ctor;
use crate::injection::{Family, as_family, ctor_type};
use std::rc::Rc;
use turnstile_elab::{LocalContext, Meta, Result};
use turnstile_kernel::{BinderInfo, ConstantInfo, Expr, FVarId, Name, Node};

/// An elimination, but for the motive.
pub(crate) struct Plan {
    major: FVarId,
    /// The type, and the name, of the variable.
    binder: (turnstile_kernel::Binder, Expr),
    /// The eliminator with its parameters.
    head: Expr,
    cases: Vec<PlannedCase>,
}

struct PlannedCase {
    /// The context with the fields, which are the variables.
    context: ContextId,
    fields: Vec<FVarId>,
    /// The constructor applied to the fields.
    value: Expr,
    /// Fields that have an induction hypothesis, and its name.
    hypotheses: Vec<(Expr, Name)>,
}

impl Calculus {
    pub(super) fn eliminate(
        &mut self,
        m: &mut Meta,
        goal: Sequent,
        hyp: u32,
        induction: bool,
    ) -> Result<Found> {
        let key = (goal.context, hyp, induction);
        let plan = match self.plans.get(&key) {
            Some(p) => p.clone(),
            None => {
                let p = self.plan(m, goal.context, hyp, induction)?.map(Rc::new);
                self.plans.insert(key, p.clone());
                p
            }
        };
        let Some(plan) = plan else { return Ok(Found::Unknown) };
        let st = m.st.clone();
        let body = st.abstract_fvars(goal.target, &[plan.major]);
        let motive = st.lam(plan.binder.0, plan.binder.1, body);
        let mut premises = Premises::new();
        let mut minors: Vec<(Vec<FVarId>, LocalContext)> = Vec::with_capacity(plan.cases.len());
        for case in &plan.cases {
            let mut context = case.context;
            let mut vars = case.fields.clone();
            for (field, name) in &case.hypotheses {
                let ih = st.instantiate1(body, *field);
                let (next, x) = self.contexts.extend(m, context, *name, ih, BinderInfo::Default);
                context = next;
                vars.push(x);
            }
            let target = st.instantiate1(body, case.value);
            minors.push((vars, self.context(context).lctx.clone()));
            premises.push(self.sequent(Sequent { context, target }));
        }
        let head = st.app(plan.head, motive);
        let x = st.fvar(plan.major);
        let (before, after) = if induction { (head, Some(x)) } else { (st.app(head, x), None) };
        Ok(Found::Follows(Inference::Eliminate { before, minors: minors.into(), after }, premises))
    }

    fn plan(&mut self, m: &mut Meta, context: ContextId, hyp: u32, induction: bool) -> Result<Option<Plan>> {
        let c = self.context(context).clone();
        let Some(d) = c.hyps.get(hyp as usize).cloned() else { return Ok(None) };
        let others = |x: &turnstile_elab::LocalDecl| {
            x.id != d.id && (depends_on(m, x.ty, d.id) || x.value.is_some_and(|v| depends_on(m, v, d.id)))
        };
        // A script could not name it.
        let hidden = c.hyps.iter().rev().find(|k| k.name == d.name).is_some_and(|k| k.id != d.id);
        if hidden
            || turnstile_elab::meta::is_inaccessible(d.name)
            || d.value.is_some()
            || !matches!(m.st.node(m.st.app_fn(d.ty)), Node::Const(..))
            || c.lctx.iter().any(|x| others(x))
        {
            return Ok(None);
        }
        let Some(fam) = as_family(m, d.ty)? else { return Ok(None) };
        if m.st.head_const(d.ty) != Some(fam.ind.cval.name) || fam.ind.num_indices > 0 {
            return Ok(None);
        }
        let Some(head) = eliminator(m, &fam, induction) else { return Ok(None) };
        let outer = self.contexts.remove(context, d.id);
        let names = Names::of(m, &c.hyps, Some(d.id));
        let mut cases = Vec::with_capacity(fam.ind.ctors.len());
        for ctor in fam.ind.ctors.iter() {
            let Some(case) = self.planned_case(m, outer, &fam, *ctor, induction, &names)? else {
                return Ok(None);
            };
            cases.push(case);
        }
        let binder = (turnstile_kernel::Binder::with_info(d.name, d.info), d.ty);
        Ok(Some(Plan { major: d.id, binder, head, cases }))
    }

    fn planned_case(
        &mut self,
        m: &mut Meta,
        outer: ContextId,
        fam: &Family,
        ctor: Name,
        induction: bool,
        names: &Names,
    ) -> Result<Option<PlannedCase>> {
        let st = m.st.clone();
        let (head, mut ty) = ctor_type(m, fam, ctor)?;
        let mut context = outer;
        let (mut fields, mut recursive) = (Vec::new(), Vec::new());
        while let Node::Pi(b, dom, body) = st.node(ty) {
            let name = names.field(ctor, fields.len(), b.name);
            let (next, x) = self.contexts.extend(m, context, name, dom, b.info);
            context = next;
            let mut result = dom;
            while let Node::Pi(_, _, r) = st.node(result) {
                result = r;
            }
            if st.head_const(result) == Some(fam.ind.cval.name) {
                if result != dom && induction {
                    return Ok(None);
                }
                recursive.push((x, b.name));
            }
            fields.push(x);
            ty = st.instantiate1(body, st.fvar(x));
        }
        if fields.len() != crate::injection::field_count(m, ctor) {
            return Ok(None);
        }
        let xs: Vec<Expr> = fields.iter().map(|x| st.fvar(*x)).collect();
        let value = nice_ctor(m, st.apps(head, &xs));
        let mut hypotheses = Vec::new();
        for (x, given) in recursive {
            if induction {
                let base = if turnstile_elab::meta::is_inaccessible(given) { "a" } else { given.last_str() };
                let given = Name::anon().str(&format!("{base}_ih"));
                hypotheses.push((st.fvar(x), names.field(ctor, fields.len() + hypotheses.len(), given)));
            }
        }
        Ok(Some(PlannedCase { context, fields, value, hypotheses }))
    }
}

/// The eliminator into propositions, applied to the parameters.
fn eliminator(m: &Meta, fam: &Family, induction: bool) -> Option<Expr> {
    let name = fam.ind.cval.name.str(if induction { "rec" } else { "casesOn" });
    let c = m.env.get(name)?;
    if induction && !matches!(&**c, ConstantInfo::Recursor(r) if r.num_motives == 1) {
        return None;
    }
    let mut levels = Vec::new();
    if c.cval().level_params.len() > fam.levels.len() {
        levels.push(m.st.l_zero());
    }
    levels.extend(fam.levels.iter().copied());
    Some(m.st.apps(m.st.const_(name, &levels), &fam.params))
}
