//! Random inductive declarations: both kernels accept the same ones and derive the same recursors from them.

mod common;

use common::both::Both;
use common::groups::Groups;
use common::rng::Rng;
use common::{Tally, number};
use turnstile_kernel::{
    Binder, ConstantInfo, ConstantVal, Declaration, Expr, FVarId, KernelError, Level, Name, Node,
    ReducibilityHint, Store, TypeChecker,
};
use turnstile_reference::Error;

#[test]
fn random_groups() {
    let mut both = Both::prelude();
    both.w.env.set_step_limit(300_000);
    both.reference.set_fuel(300_000);
    let mut groups = Tally::default();
    let mut uses = Tally::default();
    for case in 0..number("CASES", 3000) {
        let rng = Rng::new(number("SEED", 1) << 32 | case);
        let d = Groups { st: &both.w.st, rng }.group("T");
        let before = (both.w.env.clone(), both.reference.clone());
        let tally = both.add(&d, true);
        if tally.accepted > 0 && tally.differences.is_empty() {
            for d in uses_of(&both, &d) {
                uses.add(both.add(&d, false));
            }
            projections(&both, &d, &mut uses);
        }
        groups.add(tally);
        (both.w.env, both.reference) = before;
    }
    groups.assert_same("groups");
    uses.assert_same("uses of accepted groups");
    // The generator must reach both answers.
    assert!(groups.accepted * 5 > groups.rejected && groups.rejected * 5 > groups.accepted);
}

/// Locals for the arguments of a type, and the rest of it.
fn open(st: &Store, mut ty: Expr) -> (Vec<(FVarId, Binder, Expr)>, Expr) {
    let mut locals = Vec::new();
    while let Node::Pi(b, dom, body) = st.node(ty) {
        let id = st.fresh_fvar();
        locals.push((id, b, dom));
        ty = st.instantiate1(body, st.fvar(id));
    }
    (locals, ty)
}

fn names_and_levels(st: &Store, d: &Declaration) -> Vec<(Name, Vec<Name>, Vec<Level>, Expr)> {
    let Declaration::Inductive { level_params, types, .. } = d else { return Vec::new() };
    let levels: Vec<Level> = level_params.iter().map(|p| st.l_param(*p)).collect();
    types.iter().map(|t| (t.name, level_params.to_vec(), levels.clone(), t.ty)).collect()
}

fn theorem(name: &str, params: &[Name], ty: Expr, value: Expr) -> Declaration {
    let cval = ConstantVal { name: Name::new(name), level_params: params.into(), ty };
    Declaration::Definition(cval, value, ReducibilityHint::Regular(0))
}

/// `∀ …, a = b` by reflexivity.
fn equation(
    st: &Store,
    params: &[Name],
    locals: &[(FVarId, Binder, Expr)],
    level: Level,
    ty: Expr,
    a: Expr,
    b: Expr,
) -> Declaration {
    let eq = st.apps(st.const_(Name::new("Eq"), &[level]), &[ty, a, b]);
    let refl = st.apps(st.const_(Name::new("Eq.refl"), &[level]), &[ty, a]);
    theorem("use", params, st.bind_pis(locals, eq), st.bind_lams(locals, refl))
}

/// Statements about an accepted group that may or may not hold by conversion: any two values are equal; a value is made of
/// its fields; recursion on a variable is recursion on a constructor.
fn uses_of(both: &Both, d: &Declaration) -> Vec<Declaration> {
    let st = &both.w.st;
    let mut out = Vec::new();
    for (name, params, levels, ty) in names_and_levels(st, d) {
        let mut tc = TypeChecker::new(&both.w.env, st);
        let (mut locals, sort) = open(st, ty);
        for (id, _, ty) in &locals {
            tc.declare_local(*id, *ty, None);
        }
        let Ok(level) = tc.ensure_sort(sort) else { continue };
        let args: Vec<Expr> = locals.iter().map(|l| st.fvar(l.0)).collect();
        let t = st.apps(st.const_(name, &levels), &args);
        let Some(ConstantInfo::Inductive(ind)) = both.w.env.get(name).map(|c| &**c) else { continue };
        let (x, y) = (st.fresh_fvar(), st.fresh_fvar());
        let binder = Binder::new(Name::new("x"));
        locals.extend([(x, binder, t), (y, binder, t)]);
        let (x, y) = (st.fvar(x), st.fvar(y));
        out.push(equation(st, &params, &locals, level, t, x, y));
        if let [ctor] = &*ind.ctors {
            let Some(ConstantInfo::Constructor(c)) = both.w.env.get(*ctor).map(|c| &**c) else { continue };
            let fields = (0..c.num_fields as u32).map(|i| st.proj(name, i, x)).collect::<Vec<_>>();
            let made =
                st.apps(st.apps(st.const_(*ctor, &levels), &args[..c.num_params.min(args.len())]), &fields);
            out.push(equation(st, &params, &locals, level, t, x, made));
        }
        recursions(both, name, &params, &mut out);
    }
    out
}

/// The recursor with variables for motives and minor premises: on two variables for the major premise, and on each
/// constructor against the rule.
fn recursions(both: &Both, name: Name, params: &[Name], out: &mut Vec<Declaration>) {
    let st = &both.w.st;
    let Some(ConstantInfo::Recursor(r)) = both.w.env.get(name.str("rec")).map(|c| &**c) else { return };
    let own: Vec<Level> = r.cval.level_params.iter().map(|p| st.l_param(*p)).collect();
    let level = match r.cval.level_params.len() > params.len() {
        true => own[0],
        false => st.l_zero(),
    };
    let (mut locals, result) = open(st, r.cval.ty);
    let rec = |args: &[Expr]| st.apps(st.const_(r.cval.name, &own), args);
    let args: Vec<Expr> = locals.iter().map(|l| st.fvar(l.0)).collect();
    let Some((_, binder, major_ty)) = locals.last().copied() else { return };
    let other = st.fresh_fvar();
    locals.push((other, binder, major_ty));
    let mut other_args = args.clone();
    other_args.pop();
    other_args.push(st.fvar(other));
    out.push(equation(st, &r.cval.level_params, &locals, level, result, rec(&args), rec(&other_args)));
    for rule in r.rules.iter() {
        let (mut fields, mut body) = (Vec::new(), st.beta(rule.rhs, &args[..r.first_index()]));
        while let (Node::Lam(b, dom, inner), true) = (st.node(body), fields.len() < rule.num_fields) {
            let id = st.fresh_fvar();
            fields.push((id, b, dom));
            body = st.instantiate1(inner, st.fvar(id));
        }
        // Iota on a variable major premise: only K and structure eta make this hold.
        let all = [&locals[..], &fields].concat();
        out.push(equation(st, &r.cval.level_params, &all, level, result, rec(&args), body));
    }
}

/// Each field of each type by projection: both kernels allow it with the same type, or both refuse it for that reason.
fn projections(both: &Both, d: &Declaration, tally: &mut Tally) {
    let st = &both.w.st;
    for (name, params, levels, ty) in names_and_levels(st, d) {
        let (mut locals, _) = open(st, ty);
        let args: Vec<Expr> = locals.iter().map(|l| st.fvar(l.0)).collect();
        let x = st.fresh_fvar();
        locals.push((x, Binder::new(Name::new("x")), st.apps(st.const_(name, &levels), &args)));
        for i in 0..4 {
            let value = st.bind_lams(&locals, st.proj(name, i, st.fvar(x)));
            let inferred = TypeChecker::new(&both.w.env, st).check(value);
            let declared = inferred.as_ref().copied().unwrap_or_else(|_| st.prop());
            let d = theorem("use", &params, declared, value);
            let answer = both.reference.clone().add_decl(st, &d);
            match (inferred, answer) {
                (Ok(_), Ok(())) => tally.accepted += 1,
                (Err(KernelError::Rejected { rule: a, .. }), Err(Error::Rejected { rule: b, .. }))
                    if a == b =>
                {
                    tally.rejected += 1;
                }
                (kernel, reference) => tally.differences.push(format!(
                    "field {i}: kernel {kernel:?}, reference {reference:?}\n   {}",
                    common::show(st, &d)
                )),
            }
        }
    }
}
