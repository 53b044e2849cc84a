//! `norm_num`: simplification with the arithmetic of numerals.
//!
//! Beside what [`simp`](mod@crate::simp) computes on `Nat` and `Int`, closed propositions are decided by evaluating their decision
//! procedures (primality by trial division up to the root, divisibility, gcd), remainders of large powers are taken by repeated
//! squaring ([`pow_mod`]), and equations between numerals of any commutative ring are left to [`ring`](mod@crate::ring).

use crate::goal::{in_goal, tactic_error};
use crate::simp::SimpCall;
use crate::simp::location::{Location, simp_at};
use num_bigint::BigUint;
use num_traits::{One, ToPrimitive, Zero};
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, MVarId, Name};

/// Exponents from here on are treated by repeated squaring.
const LARGE_EXPONENT: u64 = 64;

/// Normalises the target, or what `at` says. Answers the goal that is left, `None` if that closed it.
///
/// # Errors
/// When nothing changes.
pub fn norm_num(m: &mut Meta, g: MVarId, at: &Location, call: SimpCall) -> Result<Option<MVarId>> {
    let mut call = call;
    call.config.decide = true;
    if matches!(at, Location::At(hyps, true) if hyps.is_empty()) && prime(m, g)? {
        return Ok(None);
    }
    let (g, reduced) = match at {
        Location::At(hyps, true) if hyps.is_empty() => pow_mod_goal(m, g)?,
        _ => (g, false),
    };
    let s = m.save();
    let (left, changed) = match simp_at(m, g, at, &call) {
        Ok((left, _)) => (left, true),
        Err(e) if e.is_resource() => return Err(e),
        Err(_) => {
            m.restore(&s);
            (Some(g), reduced)
        }
    };
    let Some(h) = left else { return Ok(None) };
    let s = m.save();
    match crate::ring::ring(m, h) {
        Ok(()) => Ok(None),
        Err(e) if e.is_resource() => Err(e),
        Err(_) => {
            m.restore(&s);
            if changed { Ok(Some(h)) } else { Err(tactic_error(m, "norm_num", g, "nothing changes")) }
        }
    }
}

/// Trial divisions at most.
const MAX_DIVISIONS: u64 = 1 << 16;

/// Closes the goals `Nat.Prime n` and `¬ Nat.Prime n` for a literal `n`, by trial division up to the root.
fn prime(m: &mut Meta, g: MVarId) -> Result<bool> {
    let st = m.st.clone();
    let target = crate::goal::target(m, g)?;
    let negated = st.app_of(target, "Not", 1);
    let statement = negated.as_ref().map_or(target, |a| a[0]);
    let Some(n) = st.app_of(statement, "Mathlib.Nat.Prime", 1).and_then(|a| m.nat_literal(a[0])) else {
        return Ok(false);
    };
    let Some(n) = n.to_u64() else { return Ok(false) };
    let mut divisor = None;
    let mut d = 2u64;
    while d.saturating_mul(d) <= n {
        m.tick()?;
        if n % d == 0 {
            divisor = Some(d);
            break;
        }
        if d > MAX_DIVISIONS {
            return Ok(false);
        }
        d += 1;
    }
    let yes = crate::omega::refl_true(m);
    let lit = |v: u64| m.mk_nat_lit(&v.into());
    let proof = match (negated.is_some(), n, divisor) {
        (true, 0, _) => st.const0("Mathlib.Nat.not_prime_zero"),
        (true, 1, _) => st.const0("Mathlib.Nat.not_prime_one"),
        (true, _, Some(d)) => {
            st.apps(st.const0("Mathlib.Nat.not_prime_of_dvd"), &[lit(n), lit(d), yes, yes, yes])
        }
        // `d` is the first number whose square exceeds `n`.
        (false, 2.., None) => {
            let f = st.nat_u64(d.saturating_sub(2));
            st.apps(st.const0("Mathlib.Nat.prime_of_test"), &[lit(n), f, yes])
        }
        _ => return Ok(false),
    };
    m.mctx.assign(g, proof);
    Ok(true)
}

/// Replaces the remainders `a ^ n % k` of large powers of literals in the target by their values.
fn pow_mod_goal(m: &mut Meta, g: MVarId) -> Result<(MVarId, bool)> {
    let st = m.st.clone();
    let target = crate::goal::target(m, g)?;
    let mut found: Vec<(Expr, BigUint, BigUint, BigUint)> = Vec::new();
    st.any_subterm(target, |t| {
        if let Some(a) = st.app_of(t, "HMod.hMod", 6)
            && let Some(p) = st.app_of(a[4], "HPow.hPow", 6)
            && st.as_const(a[0]).is_some_and(|c| c.0.as_str() == "Nat")
            && let (Some(k), Some(b), Some(n)) =
                (m.nat_literal(a[5]), m.nat_literal(p[4]), m.nat_literal(p[5]))
            && n > BigUint::from(LARGE_EXPONENT)
            && !k.is_zero()
        {
            found.push((t, b, n, k));
        }
        found.len() >= 8
    });
    let (mut g, mut changed) = (g, false);
    for (_, b, n, k) in found {
        let s = m.save();
        let r = in_goal(m, g, |m, _| pow_mod(m, &b, &n, &k))
            .and_then(|(_, h)| crate::rewrite::rewrite_target(m, g, h, false));
        match r {
            Ok(gs) => match gs.first() {
                Some(h) => (g, changed) = (*h, true),
                None => return Ok((g, true)),
            },
            Err(e) if e.is_resource() => return Err(e),
            Err(_) => m.restore(&s),
        }
    }
    Ok((g, changed))
}

/// The remainder of `b ^ n` by `k`, and a proof, by squaring and multiplying.
///
/// # Errors
/// When the budget ends.
pub fn pow_mod(m: &mut Meta, b: &BigUint, n: &BigUint, k: &BigUint) -> Result<(BigUint, Expr)> {
    m.tick()?;
    let st = m.st.clone();
    let refl = |v: &BigUint| {
        let v = st.nat(v.clone());
        st.apps(st.const_(Name::new("Eq.refl"), &[st.l_one()]), &[st.const0("Nat"), v])
    };
    let (eb, en, ek) = (m.mk_nat_lit(b), m.mk_nat_lit(n), m.mk_nat_lit(k));
    if n.is_zero() || n.to_u64() == Some(1) {
        let v = if n.is_one() { b % k } else { BigUint::one() % k };
        let ev = m.mk_nat_lit(&v);
        return Ok((v.clone(), st.apps(st.const0("Omega.pow_mod_small"), &[eb, en, ek, ev, refl(&v)])));
    }
    let half = n >> 1u32;
    let (r, h) = pow_mod(m, b, &half, k)?;
    let (er, eh) = (m.mk_nat_lit(&r), m.mk_nat_lit(&half));
    if n.bit(0) {
        let v = (&r * &r % k) * (b % k) % k;
        let ev = m.mk_nat_lit(&v);
        let args = [eb, eh, en, ek, er, ev, h, refl(n), refl(&v)];
        Ok((v.clone(), st.apps(st.const0("Omega.pow_mod_odd"), &args)))
    } else {
        let v = &r * &r % k;
        let ev = m.mk_nat_lit(&v);
        let args = [eb, eh, en, ek, er, ev, h, refl(n), refl(&v)];
        Ok((v.clone(), st.apps(st.const0("Omega.pow_mod_even"), &args)))
    }
}
