//! `interval_cases`: a natural or an integer between bounds is one of finitely many values.
//!
//! The bounds need not be hypotheses: the least one that `omega` can show is found by doubling and halving. For a natural,
//! values that a hypothesis about it alone rules out are left out: one evaluation of a bounded statement by the kernel shows
//! that the others are all there are.

use crate::decide::{Verdict, evaluate, proof_of_true};
use crate::goal::{Goals, in_goal, inaccessible, new_goal, tactic_error};
use crate::omega::omega_facts;
use num_bigint::BigInt;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{Binder, BinderInfo, Expr, FVarId, MVarId, Name, Node};

/// Intervals with more values than this are not split.
const MAX_VALUES: i64 = 4096;
/// Goals that are left at most.
const MAX_GOALS: usize = 260;

/// Splits `g` into one goal for each value that `x` can have.
///
/// # Errors
/// When no bounds can be shown, or the values are too many.
pub fn interval_cases(m: &mut Meta, g: MVarId, x: Expr) -> Result<Goals> {
    let (goals, vars) = in_goal(m, g, |m, goal| {
        let ty = m.infer(x)?;
        let ty = m.whnf_r(ty)?;
        let is_int = match m.st.as_const(ty).map(|c| c.0) {
            Some(n) if n.as_str() == "Nat" => false,
            Some(n) if n.as_str() == "Int" => true,
            _ => return Err(tactic_error(m, "interval_cases", g, "the term is no natural and no integer")),
        };
        let divisors = if is_int { vec![] } else { divisor_facts(m, x)? };
        let mut facts = monomial_facts(m, x, is_int)?;
        for (h, p) in &divisors {
            let n = m.st.app_of(*p, "Dvd.dvd", 4).map_or(x, |a| a[3]);
            let proof = m.st.apps(m.st.const0("Omega.le_of_dvd"), &[x, n, *h, crate::omega::refl_true(m)]);
            let ty = m.infer(proof)?;
            facts.push((proof, ty));
        }
        let Some(hi) = bound(m, x, is_int, true, &mut facts)? else {
            return Err(tactic_error(m, "interval_cases", g, "no upper bound was found"));
        };
        let lo = if is_int { bound(m, x, true, false, &mut facts)? } else { Some(0) };
        let Some(lo) = lo else {
            return Err(tactic_error(m, "interval_cases", g, "no lower bound was found"));
        };
        if hi - lo >= MAX_VALUES {
            return Err(tactic_error(m, "interval_cases", g, "there are too many values"));
        }
        let (proof, values) = values(m, x, is_int, lo, hi, &facts, divisors)?;
        if values.len() > MAX_GOALS {
            return Err(tactic_error(m, "interval_cases", g, "there are too many values"));
        }
        // `proof : x = v₁ ∨ … ∨ False`
        let mut goals = Vec::new();
        let body = split(m, x, is_int, &values, proof, goal.target, goal.tag, &mut goals)?;
        m.mctx.assign(g, body);
        Ok((goals, values.len()))
    })?;
    let _ = vars;
    let mut out = Vec::new();
    for h in goals {
        out.push(replace_variable(m, h)?);
    }
    Ok(out)
}

/// The value as a numeral.
fn numeral(m: &mut Meta, is_int: bool, v: i64) -> Result<Expr> {
    let n = m.st.nat(BigInt::from(v).magnitude().clone());
    let ty = m.st.const0(if is_int { "Int" } else { "Nat" });
    let e = m.mk_app_opt(Name::new("OfNat.ofNat"), &[Some(ty), Some(n), None])?;
    if v < 0 { m.mk_app("Neg.neg", &[e]) } else { Ok(e) }
}

/// `a = b` for numbers.
fn equation(m: &Meta, is_int: bool, a: Expr, b: Expr) -> Expr {
    let st = &m.st;
    let ty = st.const0(if is_int { "Int" } else { "Nat" });
    st.apps(st.const_(Name::new("Eq"), &[st.l_one()]), &[ty, a, b])
}

/// Facts about products and powers in which a natural `x` is a factor: `x ≤ x * y` where `0 < y`, `x ≤ x ^ k`.
fn monomial_facts(m: &mut Meta, x: Expr, is_int: bool) -> Result<Vec<(Expr, Expr)>> {
    let mut out = Vec::new();
    if is_int {
        return Ok(out);
    }
    let st = m.st.clone();
    let mut found: Vec<Expr> = Vec::new();
    let types: Vec<Expr> = m.lctx.iter().filter(|d| !d.is_aux).map(|d| d.ty).collect();
    for t in types {
        let t = m.instantiate(t);
        st.any_subterm(t, |s| {
            let args = st.unapp(s).1;
            let product = st.head_const(s).is_some_and(|n| matches!(n.as_str(), "HMul.hMul" | "HPow.hPow"));
            if product && args.len() == 6 && st.loose(s) == 0 && args[4..].contains(&x) && !found.contains(&s)
            {
                found.push(s);
            }
            found.len() >= 8
        });
    }
    for s in found {
        let args = st.unapp(s).1;
        let power = st.head_const(s).is_some_and(|n| n.as_str() == "HPow.hPow");
        let other = if args[4] == x { args[5] } else { args[4] };
        if power && args[4] != x || m.infer(other)? != st.const0("Nat") {
            continue;
        }
        let zero = numeral(m, false, 0)?;
        let positive = m.mk_app("LT.lt", &[zero, other])?;
        let Some(h) = prove(m, positive, &[])? else { continue };
        let lemma = match (power, args[4] == x) {
            (true, _) => "Omega.le_pow",
            (false, true) => "Omega.le_mul_right",
            (false, false) => "Omega.le_mul_left",
        };
        let p = st.apps(st.const0(lemma), &[x, other, h]);
        let ty = m.infer(p)?;
        out.push((p, ty));
    }
    Ok(out)
}

/// A proof of `p` by `omega`, if it finds one.
fn prove(m: &mut Meta, p: Expr, facts: &[(Expr, Expr)]) -> Result<Option<Expr>> {
    let s = m.save();
    let (e, h) = new_goal(m, p, Name::anon());
    match omega_facts(m, h, facts) {
        Ok(()) => Ok(Some(m.instantiate(e))),
        Err(e) if e.is_resource() => Err(e),
        Err(_) => {
            m.restore(&s);
            Ok(None)
        }
    }
}

/// `x ≤ k` (upper) or `k ≤ x`
fn bound_statement(m: &mut Meta, x: Expr, is_int: bool, upper: bool, k: i64) -> Result<Expr> {
    let k = numeral(m, is_int, k)?;
    m.mk_app("LE.le", &if upper { [x, k] } else { [k, x] })
}

/// The tightest bound of `x` that can be shown.
fn bound(
    m: &mut Meta,
    x: Expr,
    is_int: bool,
    upper: bool,
    facts: &mut Vec<(Expr, Expr)>,
) -> Result<Option<i64>> {
    let top = bound_statement(m, x, is_int, upper, if upper { MAX_VALUES } else { -MAX_VALUES })?;
    if prove(m, top, facts)?.is_none() {
        match nonlinear_bound(m, x, is_int, upper)? {
            Some(f) => facts.push(f),
            None => return Ok(None),
        }
    }
    let facts = &*facts;
    let holds = |m: &mut Meta, k: i64| -> Result<bool> {
        let s = m.save();
        let p = bound_statement(m, x, is_int, upper, if upper { k } else { -k })?;
        let r = prove(m, p, facts)?.is_some();
        m.restore(&s);
        Ok(r)
    };
    let least = if is_int { -MAX_VALUES } else { 0 };
    // `holds` is monotonic: false below, true above.
    let (mut no, mut yes) = (least - 1, MAX_VALUES);
    // Small bounds are the most frequent.
    for k in [16, 128] {
        if k < yes && k > no {
            if holds(m, k)? {
                yes = k;
                break;
            }
            no = k;
        }
    }
    while yes - no > 1 {
        let mid = no + (yes - no) / 2;
        if holds(m, mid)? { yes = mid } else { no = mid }
    }
    Ok(Some(if upper { yes } else { -yes }))
}

/// A bound that products of hypotheses show.
fn nonlinear_bound(m: &mut Meta, x: Expr, is_int: bool, upper: bool) -> Result<Option<(Expr, Expr)>> {
    for k in [16, 64, 256] {
        let p = bound_statement(m, x, is_int, upper, if upper { k } else { -k })?;
        let s = m.save();
        let (e, h) = new_goal(m, p, Name::anon());
        match crate::linarith::nlinarith(m, h, &[]) {
            Ok(()) => return Ok(Some((m.instantiate(e), p))),
            Err(e) if e.is_resource() => return Err(e),
            Err(_) => m.restore(&s),
        }
    }
    Ok(None)
}

/// Divisibilities `x ∣ n` for literals `n > 0`: hypotheses, and equations of a product in which `x` is a factor with `n`.
fn divisor_facts(m: &mut Meta, x: Expr) -> Result<Vec<(Expr, Expr)>> {
    let st = m.st.clone();
    let mut out = Vec::new();
    let locals: Vec<_> = m.lctx.iter().filter(|d| !d.is_aux).cloned().collect();
    for d in locals {
        m.tick()?;
        let t = m.instantiate(d.ty);
        let positive = |m: &Meta, n: Expr| m.nat_literal(n).is_some_and(|n| n > num_bigint::BigUint::ZERO);
        let h = st.fvar(d.id);
        if let Some(a) = st.app_of(t, "Dvd.dvd", 4) {
            if a[2] == x && positive(m, a[3]) {
                out.push((h, t));
            }
            continue;
        }
        let Some(a) = st.app_of(t, "Eq", 3) else { continue };
        for (product, n, flipped) in [(a[1], a[2], false), (a[2], a[1], true)] {
            if !positive(m, n) || product == x {
                continue;
            }
            let Some(dvd) = factor(m, x, product, 0) else { continue };
            let e = if flipped {
                let symm = st.const_(Name::new("Eq.symm"), &[st.l_one()]);
                st.apps(symm, &[a[0], n, product, h])
            } else {
                h
            };
            let p = st.apps(st.const0("Omega.dvd_of_eq"), &[x, product, n, dvd, e]);
            let ty = m.infer(p)?;
            out.push((p, ty));
        }
    }
    Ok(out)
}

/// A proof of `x ∣ e` when `x` is a factor of the product `e`.
fn factor(m: &Meta, x: Expr, e: Expr, depth: u32) -> Option<Expr> {
    let st = &m.st;
    if e == x {
        return Some(st.app(st.const0("Omega.dvd_self"), x));
    }
    if depth > 16 {
        return None;
    }
    let a = st.app_of(e, "HMul.hMul", 6)?;
    if let Some(h) = factor(m, x, a[4], depth + 1) {
        return Some(st.apps(st.const0("Omega.dvd_left"), &[x, a[4], a[5], h]));
    }
    let h = factor(m, x, a[5], depth + 1)?;
    Some(st.apps(st.const0("Omega.dvd_right"), &[x, a[4], a[5], h]))
}

/// Hypotheses about `x` alone that can be evaluated.
fn filters(m: &mut Meta, x: Expr) -> Result<Vec<(Expr, Expr)>> {
    let Node::FVar(id) = m.st.node(x) else { return Ok(vec![]) };
    let mut out = Vec::new();
    let locals: Vec<_> = m.lctx.iter().filter(|d| !d.is_aux).cloned().collect();
    for d in locals {
        let ty = m.instantiate(d.ty);
        if !m.is_prop(ty)? || !m.occurs(ty, id) {
            continue;
        }
        let closed = m.st.abstract_fvars(ty, &[id]);
        if m.st.has_fvar(closed) || m.st.has_mvar(closed) {
            continue;
        }
        let class = m.st.app(m.st.const0("Decidable"), ty);
        if matches!(m.synth_instance(class), Ok(Some(_))) {
            out.push((m.st.fvar(d.id), ty));
        }
    }
    Ok(out)
}

/// The values `x` can have, and a proof of `x = v₁ ∨ … ∨ False`.
fn values(
    m: &mut Meta,
    x: Expr,
    is_int: bool,
    lo: i64,
    hi: i64,
    facts: &[(Expr, Expr)],
    divisors: Vec<(Expr, Expr)>,
) -> Result<(Expr, Vec<i64>)> {
    let st = m.st.clone();
    let all: Vec<i64> = (lo..=hi).collect();
    let mut hyps = if is_int { vec![] } else { filters(m, x)? };
    for d in divisors {
        if !hyps.iter().any(|h| h.1 == d.1) {
            hyps.push(d);
        }
    }
    if let (false, Node::FVar(id)) = (hyps.is_empty(), st.node(x)) {
        let mut kept = Vec::new();
        for v in all {
            m.tick()?;
            let e = numeral(m, false, v)?;
            let mut fits = true;
            for (_, p) in &hyps {
                let p = st.instantiate1(st.abstract_fvars(*p, &[id]), e);
                if let Some((Verdict::False, _)) = evaluate(m, p)? {
                    fits = false;
                    break;
                }
            }
            if fits {
                kept.push(v);
                if kept.len() > MAX_GOALS {
                    break;
                }
            }
        }
        let statement = bounded_statement(m, id, &hyps, &kept, hi)?;
        if let Some((Verdict::True, inst)) = evaluate(m, statement)? {
            let all = proof_of_true(m, statement, inst);
            let k = numeral(m, false, hi + 1)?;
            let below = m.mk_app("LT.lt", &[x, k])?;
            if let Some(h) = prove(m, below, facts)? {
                let mut proof = st.apps(all, &[x, h]);
                for (h, _) in &hyps {
                    proof = st.app(proof, *h);
                }
                return Ok((proof, kept));
            }
        }
    }
    // Without hypotheses that rule values out: by linear arithmetic alone.
    let all: Vec<i64> = (lo..=hi).collect();
    if all.len() > MAX_GOALS {
        return Err(Error::msg("interval_cases: there are too many values"));
    }
    let mut target = st.const0("False");
    for v in all.iter().rev() {
        let e = numeral(m, is_int, *v)?;
        target = st.apps(st.const0("Or"), &[equation(m, is_int, x, e), target]);
    }
    match prove(m, target, facts)? {
        Some(p) => Ok((p, all)),
        None => Err(Error::msg("internal: interval_cases cannot list the values")),
    }
}

/// `∀ y, y < hi + 1 → P y → … → y = v₁ ∨ … ∨ False`
fn bounded_statement(
    m: &mut Meta,
    x: FVarId,
    hyps: &[(Expr, Expr)],
    values: &[i64],
    hi: i64,
) -> Result<Expr> {
    let st = m.st.clone();
    let y = st.fvar(x);
    let mut body = st.const0("False");
    for v in values.iter().rev() {
        let e = numeral(m, false, *v)?;
        body = st.apps(st.const0("Or"), &[equation(m, false, y, e), body]);
    }
    for (_, p) in hyps.iter().rev() {
        body = st.arrow(*p, body);
    }
    let k = numeral(m, false, hi + 1)?;
    let below = m.mk_app("LT.lt", &[y, k])?;
    let body = st.arrow(below, body);
    let body = st.abstract_fvars(body, &[x]);
    Ok(st.pi(Binder::new(Name::new("x")), st.const0("Nat"), body))
}

/// Case distinction on `proof : x = v₁ ∨ … ∨ False`: each case is a new goal with the equation in front.
fn split(
    m: &mut Meta,
    x: Expr,
    is_int: bool,
    values: &[i64],
    proof: Expr,
    target: Expr,
    tag: Name,
    goals: &mut Goals,
) -> Result<Expr> {
    let st = m.st.clone();
    let mut types = vec![st.const0("False")];
    let mut eqs = Vec::new();
    for v in values.iter().rev() {
        let e = numeral(m, is_int, *v)?;
        let eq = equation(m, is_int, x, e);
        eqs.push(eq);
        let rest = types[types.len() - 1];
        types.push(st.apps(st.const0("Or"), &[eq, rest]));
    }
    // From the inside: `fun h : False => False.elim h`.
    let falso = st.const0("False");
    let elim = st.apps(st.const_(Name::new("False.elim"), &[st.l_zero()]), &[target, st.bvar(0)]);
    let mut branch = st.lam(Binder::new(Name::new("h")), falso, elim);
    let mut new = Vec::new();
    for (i, eq) in eqs.iter().enumerate() {
        let ty = st.arrow(*eq, target);
        let (e, h) = new_goal(m, ty, tag);
        new.push(h);
        let rest = types[i];
        let body = st.apps(st.const0("Or.elim"), &[*eq, rest, target, st.bvar(0), e, branch]);
        branch = st.lam(Binder::new(Name::new("h")), types[i + 1], body);
    }
    new.reverse();
    goals.extend(new);
    Ok(st.head_beta(st.app(branch, proof)))
}

/// Introduces the equation `x = v` and puts the value in the place of the variable.
fn replace_variable(m: &mut Meta, g: MVarId) -> Result<MVarId> {
    let (h, g) = crate::intro::intro(m, g, Some(inaccessible(Name::new("h"))))?;
    let s = m.save();
    match crate::subst::subst(m, g, h) {
        Ok((_, g)) => Ok(g),
        Err(e) if e.is_resource() => Err(e),
        Err(_) => {
            m.restore(&s);
            Ok(g)
        }
    }
}

/// The hypotheses `interval_cases` without a term works on: variables of type `Nat` or `Int`, in order.
#[must_use]
pub fn number_variables(m: &Meta, g: MVarId) -> Vec<Expr> {
    let Some(d) = m.mctx.decl(g) else { return vec![] };
    d.lctx
        .iter()
        .filter(|l| !l.is_aux && l.value.is_none() && l.info != BinderInfo::Inst)
        .filter(|l| m.st.as_const(m.instantiate(l.ty)).is_some_and(|c| matches!(c.0.as_str(), "Nat" | "Int")))
        .map(|l| m.st.fvar(l.id))
        .collect()
}
