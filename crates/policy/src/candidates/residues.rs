//! Polynomials evaluated modulo small numbers, to see which case distinctions by remainders can succeed.

use turnstile_elab::Meta;
use turnstile_kernel::{Expr, FVarId, Node};

/// Evaluations one question may take.
const MAX_EVALUATIONS: u64 = 1_200;

/// Whether the equation `a = b` between polynomials has no solution modulo `modulus`, whatever the values of `vars`. `false` also when
/// it is not made of numbers, `+`, `*`, `-` on integers, and powers with literal exponents.
pub(super) fn has_no_solution(m: &Meta, a: Expr, b: Expr, vars: &[FVarId], modulus: u32) -> bool {
    let n = u64::from(modulus);
    let Some(total) = n.checked_pow(vars.len() as u32).filter(|t| *t <= MAX_EVALUATIONS) else {
        return false;
    };
    (0..total).all(|mut code| {
        let values: Vec<(FVarId, u64)> = vars
            .iter()
            .map(|x| {
                let v = code % n;
                code /= n;
                (*x, v)
            })
            .collect();
        match (eval(m, a, &values, n, 0), eval(m, b, &values, n, 0)) {
            (Some(x), Some(y)) => x != y,
            _ => false,
        }
    })
}

fn eval(m: &Meta, e: Expr, values: &[(FVarId, u64)], n: u64, depth: u32) -> Option<u64> {
    if depth > 64 {
        return None;
    }
    if let Node::FVar(x) = m.st.node(e) {
        return values.iter().find(|v| v.0 == x).map(|v| v.1);
    }
    let literal = |e: Expr| {
        let k = m.nat_literal(e).or_else(|| m.nat_literal(m.st.app_of(e, "OfNat.ofNat", 3)?[1]));
        k
    };
    if let Some(k) = literal(e) {
        return u64::try_from(k % n).ok();
    }
    let (h, args) = m.st.unapp(e);
    let name = m.st.as_const(h)?.0;
    let go = |e: Expr| eval(m, e, values, n, depth + 1);
    match (name.as_str(), args.as_slice()) {
        ("HAdd.hAdd", [_, _, _, _, a, b]) => Some((go(*a)? + go(*b)?) % n),
        ("HMul.hMul", [_, _, _, _, a, b]) => Some(go(*a)? * go(*b)? % n),
        ("HSub.hSub", [t, _, _, _, a, b]) if m.st.head_const(*t)?.as_str() == "Int" => {
            Some((go(*a)? + n - go(*b)?) % n)
        }
        ("Neg.neg", [_, _, a]) => Some((n - go(*a)?) % n),
        ("HPow.hPow", [_, _, _, _, a, k]) => {
            let (base, mut k) = (go(*a)?, u32::try_from(literal(*k)?).ok().filter(|k| *k <= 64)?);
            let mut r = 1 % n;
            while k > 0 {
                r = r * base % n;
                k -= 1;
            }
            Some(r)
        }
        _ => None,
    }
}
