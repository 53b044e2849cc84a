//! Certificates of infeasibility by the simplex method, in exact integers.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};
use turnstile_elab::{Meta, Result};

/// A fact `Σ entries ⋈ 0`, sparse over the monomials.
pub(super) struct Column {
    /// Row and coefficient.
    pub entries: Vec<(usize, BigInt)>,
    /// Whether the fact is strict: some strict fact must take part.
    pub strict: bool,
    /// Whether it is an equation: its multiplier may be negative.
    pub equation: bool,
}

/// Pivots by the steepest column; after that many by the first one, which cannot go round in circles.
const STEEPEST: u32 = 200;

/// Multipliers, one for each column: not negative but for equations, some of a strict fact positive, the combination
/// zero in every row. `None` if there are none.
///
/// The cone `A·c = 0, c ≥ 0` is searched for a ray along which the sum of the strict multipliers grows. Any basis is
/// feasible, because the right-hand sides are all zero; the rule against cycles is that of R. Bland, *New finite pivoting
/// rules for the simplex method*, 1977. A row may be scaled by a positive factor, so all numbers stay integers.
///
/// # Errors
/// When the budget ends.
pub(super) fn certificate(m: &mut Meta, columns: &[Column], rows: usize) -> Result<Option<Vec<BigInt>>> {
    // Equations give two columns, for the two signs.
    let mut vars: Vec<(usize, bool)> = Vec::new();
    for (i, c) in columns.iter().enumerate() {
        vars.push((i, false));
        if c.equation {
            vars.push((i, true));
        }
    }
    let n = vars.len();
    let mut t: Vec<Vec<BigInt>> = vec![vec![BigInt::ZERO; n]; rows];
    let mut objective: Vec<BigInt> = vec![BigInt::ZERO; n];
    for (j, (i, negative)) in vars.iter().enumerate() {
        for (r, k) in &columns[*i].entries {
            t[*r][j] = if *negative { -k } else { k.clone() };
        }
        if columns[*i].strict {
            objective[j] = BigInt::one();
        }
    }
    let mut basis: Vec<usize> = Vec::new();
    let mut solved: Vec<Vec<BigInt>> = Vec::new();
    while let Some(mut row) = t.pop() {
        m.spend(1 + n as u64)?;
        let Some(j) = row.iter().position(|k| !k.is_zero()) else { continue };
        if row[j].is_negative() {
            row.iter_mut().for_each(|k| *k = -std::mem::take(k));
        }
        for other in t.iter_mut().chain(solved.iter_mut()) {
            eliminate(other, &row, j);
        }
        eliminate(&mut objective, &row, j);
        solved.push(row);
        basis.push(j);
    }
    let mut rounds = 0u32;
    loop {
        m.spend(1 + (solved.len() as u64 * n as u64) / 16)?;
        let enter = if rounds < STEEPEST {
            (0..n).filter(|j| objective[*j].is_positive()).max_by(|i, j| {
                // The first one among equals.
                objective[*i].cmp(&objective[*j]).then(j.cmp(i))
            })
        } else {
            (0..n).find(|j| objective[*j].is_positive())
        };
        let Some(j) = enter else { return Ok(None) };
        let leave = (0..solved.len()).filter(|i| solved[*i][j].is_positive()).min_by_key(|i| basis[*i]);
        let Some(i) = leave else {
            return Ok(Some(ray(&solved, &basis, j, &vars, columns.len())));
        };
        let row = solved[i].clone();
        for (k, other) in solved.iter_mut().enumerate() {
            if k != i {
                eliminate(other, &row, j);
            }
        }
        eliminate(&mut objective, &row, j);
        basis[i] = j;
        rounds += 1;
    }
}

/// Makes the entry `j` of `row` zero by a multiple of `by`, whose entry is positive; `row` is scaled by a positive factor.
fn eliminate(row: &mut [BigInt], by: &[BigInt], j: usize) {
    if row[j].is_zero() {
        return;
    }
    let (p, q) = (by[j].clone(), row[j].clone());
    let mut g = BigInt::ZERO;
    for (a, b) in row.iter_mut().zip(by) {
        *a = &*a * &p - b * &q;
        g = g.gcd(a);
    }
    if !g.is_zero() && !g.is_one() {
        row.iter_mut().for_each(|a| *a = &*a / &g);
    }
}

/// The multipliers along the ray of variable `j`: the basic variables move with it.
fn ray(rows: &[Vec<BigInt>], basis: &[usize], j: usize, vars: &[(usize, bool)], n: usize) -> Vec<BigInt> {
    // Row `i` says `d·x_b + a·x_j = 0`; with a common multiple of the `d` for `x_j` all values are integers.
    let mut step = BigInt::one();
    for (i, b) in basis.iter().enumerate() {
        let g = rows[i][*b].gcd(&rows[i][j]);
        step = step.lcm(&(&rows[i][*b] / g));
    }
    let mut out = vec![BigInt::ZERO; n];
    let mut put = |v: usize, k: BigInt| {
        let (i, negative) = vars[v];
        out[i] += if negative { -k } else { k };
    };
    put(j, step.clone());
    for (i, b) in basis.iter().enumerate() {
        put(*b, -(&step * &rows[i][j] / &rows[i][*b]));
    }
    out
}
