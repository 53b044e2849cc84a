//! The decision procedure: equations by substitution, inequalities by Fourier-Motzkin with rounding, then case splits.

use super::facts::{Disjunction, Problem};
use super::proof;
use super::reify::{Linear, Reified, Var};
use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};
use std::collections::BTreeMap;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, Name};

/// Constraints beyond this number end the attempt.
const MAX_CONSTRAINTS: usize = 4000;

/// Where a constraint comes from.
#[derive(Clone, Debug)]
pub(super) enum Origin {
    /// A hypothesis; the other half of an equation if flipped.
    Hyp(usize, bool),
    /// `m * first + n * second`
    Combine(BigInt, usize, BigInt, usize),
    /// Divided by `g`, constant rounded down.
    Tighten(BigInt, usize),
}

/// `0 ≤ lin`
#[derive(Clone, Debug)]
pub(super) struct Constraint {
    pub lin: Linear,
    pub origin: Origin,
}

struct Solver {
    /// Everything derived so far; origins point to earlier entries.
    arena: Vec<Constraint>,
    /// Live inequalities, by coefficients: the one with the smallest constant is the strongest.
    live: BTreeMap<Vec<(Var, BigInt)>, usize>,
    /// A constraint `0 ≤ k` with `k < 0`.
    contradiction: Option<usize>,
}

impl Solver {
    fn push(&mut self, lin: Linear, origin: Origin) -> usize {
        self.arena.push(Constraint { lin, origin });
        self.arena.len() - 1
    }

    /// Divides by the greatest common divisor of the coefficients and rounds.
    fn tighten(&mut self, i: usize) -> usize {
        let lin = &self.arena[i].lin;
        let g = lin.cs.values().fold(BigInt::ZERO, |g, c| g.gcd(c));
        if g <= BigInt::one() {
            return i;
        }
        let lin = Linear { k: lin.k.div_floor(&g), cs: lin.cs.iter().map(|(v, c)| (*v, c / &g)).collect() };
        self.push(lin, Origin::Tighten(g, i))
    }

    fn combine(&mut self, m: BigInt, i: usize, n: BigInt, j: usize) -> usize {
        let lin = self.arena[i].lin.combine(&m, &self.arena[j].lin, &n);
        self.push(lin, Origin::Combine(m, i, n, j))
    }

    /// Adds a constraint to the live ones.
    fn add(&mut self, i: usize) {
        let i = self.tighten(i);
        let lin = &self.arena[i].lin;
        if lin.cs.is_empty() {
            if lin.k.is_negative() {
                self.contradiction = Some(i);
            }
            return;
        }
        let key: Vec<(Var, BigInt)> = lin.cs.iter().map(|(v, c)| (*v, c.clone())).collect();
        match self.live.get(&key) {
            Some(j) if self.arena[*j].lin.k <= lin.k => {}
            _ => {
                self.live.insert(key, i);
            }
        }
    }
}

/// An equation as two constraints.
#[derive(Clone, Copy)]
struct Equation {
    pos: usize,
    neg: usize,
}

/// A proof of `False`, or `None` if the method finds none.
pub(super) fn refute(m: &mut Meta, mut p: Problem, splits: &mut u32) -> Result<Option<Expr>> {
    if let Some(f) = p.falso {
        return Ok(Some(f));
    }
    match run(m, &mut p)? {
        Outcome::Refuted(r) => return Ok(Some(r)),
        Outcome::Open(Some(d)) if p.splits.is_empty() => p.splits.push(d),
        Outcome::Open(_) => {}
    }
    if p.splits.is_empty() || *splits == 0 {
        return Ok(None);
    }
    *splits -= 1;
    let d = p.splits.remove(0);
    let st = m.st.clone();
    let falso = st.const0("False");
    let mut arms = Vec::new();
    for side in [d.left, d.right] {
        let arm = m.scoped(|m| -> Result<Option<Expr>> {
            let mut q = p.clone();
            let h = m.push_local(Name::new("h").num(0), side, turnstile_kernel::BinderInfo::Default);
            q.add_fact(m, h, side)?;
            match refute(m, q, splits)? {
                Some(r) => Ok(Some(m.mk_lambda(&[h], r)?)),
                None => Ok(None),
            }
        })?;
        match arm {
            Some(a) => arms.push(a),
            None => return Ok(None),
        }
    }
    Ok(Some(st.apps(st.const0("Or.elim"), &[d.left, d.right, falso, d.proof, arms[0], arms[1]])))
}

/// What the elimination of all variables gives.
enum Outcome {
    Refuted(Expr),
    /// No contradiction; perhaps a comparison that may lead to one.
    Open(Option<Disjunction>),
}

fn run(m: &mut Meta, p: &mut Problem) -> Result<Outcome> {
    let mut s = Solver { arena: Vec::new(), live: BTreeMap::new(), contradiction: None };
    let mut eqs: Vec<Equation> = Vec::new();
    for (i, h) in p.hyps.iter().enumerate() {
        let pos = s.push(h.linear(false), Origin::Hyp(i, false));
        if h.is_eq() {
            let neg = s.push(h.linear(true), Origin::Hyp(i, true));
            eqs.push(Equation { pos, neg });
        } else {
            s.add(pos);
        }
    }
    // Equations made here for auxiliary variables are hypotheses of this attempt only.
    let mut local = p.clone();
    solve_equations(m, &mut local, &mut s, eqs)?;
    let before: Vec<usize> = s.live.values().copied().collect();
    eliminate(m, &mut s)?;
    match s.contradiction {
        Some(i) => Ok(Outcome::Refuted(proof::build(m, &local, &s.arena, i)?)),
        None if p.splits.is_empty() => Ok(Outcome::Open(splinter(m, p, &local, &s, &before)?)),
        None => Ok(Outcome::Open(None)),
    }
}

/// Comparisons with a lower bound on the way to one refutation.
const MAX_SPLINTERS: u32 = 24;

/// Where the elimination of a variable loses integer solutions: with `β ≤ b·z` and `a·z ≤ α` (`a, b > 1`) there is an
/// integer between the bounds if `b·z - β` is large enough, that is, at least `⌊(a·b - a - b) / a⌋ + 1` can be added to `β`
/// (the dark shadow); the smaller values are tried one by one (the splinters). Answers the next comparison
/// `t = 0 ∨ t < 0 ∨ 0 < t` for `t = b·z - β`. W. Pugh, *The Omega test*, 1991, section 2.3.
fn splinter(
    m: &mut Meta,
    p: &mut Problem,
    local: &Problem,
    s: &Solver,
    live: &[usize],
) -> Result<Option<Disjunction>> {
    if p.compared.iter().map(|c| c.1).sum::<u32>() >= MAX_SPLINTERS {
        return Ok(None);
    }
    let mut greatest: BTreeMap<Var, BigInt> = BTreeMap::new();
    for i in live {
        for (v, c) in s.arena[*i].lin.cs.iter().filter(|(_, c)| c.is_negative()) {
            let e = greatest.entry(*v).or_default();
            *e = (&*e).max(&-c).clone();
        }
    }
    let mut found: Vec<(BigInt, usize)> = Vec::new();
    for i in live {
        for (v, b) in s.arena[*i].lin.cs.iter().filter(|(_, c)| c.is_positive() && !c.is_one()) {
            let Some(a) = greatest.get(v).filter(|a| **a > BigInt::one()) else { continue };
            let k = (a * b - a - b).div_floor(a);
            if !k.is_negative() {
                found.push((k, *i));
            }
        }
    }
    found.sort();
    for (k, i) in found {
        let lin = s.arena[i].lin.clone();
        let (shape, _) = proof::linear_term(m, local, &Linear { k: BigInt::ZERO, cs: lin.cs.clone() });
        let key = m.st.alpha(shape);
        let at = p.compared.iter().position(|c| c.0 == key).unwrap_or_else(|| {
            p.compared.push((key, 0));
            p.compared.len() - 1
        });
        // The values next to this bound have all been tried.
        if BigInt::from(p.compared[at].1) > k {
            continue;
        }
        p.compared[at].1 += 1;
        let (t, _) = proof::linear_term(m, local, &lin);
        let proof = m.st.app(m.st.const0("Omega.compare_zero"), t);
        let ty = m.infer(proof)?;
        return Ok(m.st.app_of(ty, "Or", 2).map(|a| Disjunction { proof, left: a[0], right: a[1] }));
    }
    Ok(None)
}

/// Uses every equation to get rid of a variable.
fn solve_equations(m: &mut Meta, p: &mut Problem, s: &mut Solver, mut eqs: Vec<Equation>) -> Result<()> {
    let mut rounds = 0;
    while let Some(at) = choose_equation(s, &eqs) {
        m.spend(1 + 2 * (eqs.len() + s.live.len()) as u64)?;
        rounds += 1;
        if s.contradiction.is_some() || s.arena.len() > MAX_CONSTRAINTS || rounds > 400 {
            return Ok(());
        }
        let e = eqs.swap_remove(at);
        let e = Equation { pos: s.tighten(e.pos), neg: s.tighten(e.neg) };
        let lin = s.arena[e.pos].lin.clone();
        if lin.cs.is_empty() || s.arena[e.neg].lin.k != -lin.k.clone() {
            // No variable left, or the constant is not divisible: the halves add up to a contradiction, if any.
            let c = s.combine(BigInt::one(), e.pos, BigInt::one(), e.neg);
            s.add(c);
            s.add(e.pos);
            s.add(e.neg);
            continue;
        }
        let Some((v, b)) = lin.cs.iter().min_by_key(|(v, c)| (c.abs(), **v)).map(|(v, c)| (*v, c.clone()))
        else {
            continue;
        };
        if b.abs().is_one() {
            substitute(s, &mut eqs, e, v, &b);
            continue;
        }
        // `b·x + Σ cᵢ·yᵢ + k = 0`: with σ = x + Σ ⌊cᵢ/b⌋·yᵢ + ⌊k/b⌋ the remaining coefficients are smaller than b.
        let mut def = Linear { k: lin.k.div_floor(&b), cs: BTreeMap::new() };
        for (w, c) in &lin.cs {
            let q = c.div_floor(&b);
            if !q.is_zero() {
                def.cs.insert(*w, q);
            }
        }
        let (h, var) = p.define(m, &def)?;
        let _ = var;
        let hyp = &p.hyps[h];
        let pos = s.push(hyp.linear(false), Origin::Hyp(h, false));
        let neg = s.push(hyp.linear(true), Origin::Hyp(h, true));
        let d = Equation { pos, neg };
        eqs.push(e);
        let sign = s.arena[d.pos].lin.cs.get(&v).cloned().unwrap_or_default();
        if sign.abs().is_one() {
            substitute(s, &mut eqs, d, v, &sign);
        } else {
            return Ok(());
        }
    }
    Ok(())
}

/// The equation with the smallest coefficient.
fn choose_equation(s: &Solver, eqs: &[Equation]) -> Option<usize> {
    (0..eqs.len()).min_by_key(|i| {
        let lin = &s.arena[eqs[*i].pos].lin;
        (lin.cs.values().map(Signed::abs).min().unwrap_or_default(), lin.cs.len())
    })
}

/// Eliminates `v`, whose coefficient in the equation is `b = ±1`, everywhere else.
fn substitute(s: &mut Solver, eqs: &mut [Equation], e: Equation, v: Var, b: &BigInt) {
    let apply = |s: &mut Solver, i: usize| -> usize {
        let Some(a) = s.arena[i].lin.cs.get(&v).cloned() else { return i };
        // Add |a| times the half of the equation whose coefficient has the other sign.
        let other = if a.is_positive() == b.is_positive() { e.neg } else { e.pos };
        s.combine(BigInt::one(), i, a.abs(), other)
    };
    for q in eqs.iter_mut() {
        *q = Equation { pos: apply(s, q.pos), neg: apply(s, q.neg) };
    }
    let live: Vec<usize> = std::mem::take(&mut s.live).into_values().collect();
    for i in live {
        let j = apply(s, i);
        s.add(j);
    }
}

/// Fourier-Motzkin elimination, cheapest variable first.
fn eliminate(m: &mut Meta, s: &mut Solver) -> Result<()> {
    while s.contradiction.is_none() && !s.live.is_empty() {
        m.tick()?;
        let mut count: BTreeMap<Var, (usize, usize, bool, bool)> = BTreeMap::new();
        for i in s.live.values() {
            for (v, c) in &s.arena[*i].lin.cs {
                let e = count.entry(*v).or_insert((0, 0, true, true));
                if c.is_positive() {
                    e.0 += 1;
                    e.2 &= c.is_one();
                } else {
                    e.1 += 1;
                    e.3 &= (-c).is_one();
                }
            }
        }
        // Exact eliminations (a side with unit coefficients only) lose nothing; take them first.
        let Some(v) =
            count.iter().min_by_key(|(v, (lo, up, e1, e2))| (!(*e1 || *e2), lo * up, **v)).map(|(v, _)| *v)
        else {
            return Ok(());
        };
        let (mut lower, mut upper, mut rest) = (Vec::new(), Vec::new(), Vec::new());
        for i in std::mem::take(&mut s.live).into_values() {
            match s.arena[i].lin.cs.get(&v) {
                Some(c) if c.is_positive() => lower.push(i),
                Some(_) => upper.push(i),
                None => rest.push(i),
            }
        }
        for i in rest {
            s.add(i);
        }
        m.spend(1 + 4 * (lower.len() * upper.len()).min(MAX_CONSTRAINTS) as u64)?;
        for i in &lower {
            for j in &upper {
                let a = s.arena[*i].lin.cs[&v].clone();
                let b = -s.arena[*j].lin.cs[&v].clone();
                let g = a.gcd(&b);
                let c = s.combine(&b / &g, *i, &a / &g, *j);
                s.add(c);
                if s.contradiction.is_some() {
                    return Ok(());
                }
                if s.arena.len() > MAX_CONSTRAINTS {
                    return Ok(());
                }
            }
        }
    }
    Ok(())
}

impl Problem {
    /// A new integer atom equal to `def` by definition, and the number of the equation `atom = def`.
    fn define(&mut self, m: &mut Meta, def: &Linear) -> Result<(usize, Reified)> {
        let (term, syntax) = proof::linear_term(m, self, def);
        self.ints.push(term);
        let a = self.int_var(m, self.ints.len() - 1);
        let st = &m.st;
        let refl = st.apps(st.const_(Name::new("Eq.refl"), &[st.l_one()]), &[st.const0("Int"), term]);
        self.hyps.push(super::facts::Hyp {
            rel: super::facts::Rel::IntEq,
            proof: refl,
            a: a.clone(),
            b: Reified { syntax, lin: def.clone() },
        });
        Ok((self.hyps.len() - 1, a))
    }
}
