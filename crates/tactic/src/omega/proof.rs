//! The proof term of a derivation: each constraint that is used becomes one application of a lemma.

use super::facts::{Problem, Rel};
use super::reify::{Linear, Var, int_lit, refl_true};
use super::solve::{Constraint, Origin};
use num_bigint::BigInt;
use rustc_hash::FxHashMap;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{Expr, Name};

/// Lists of atoms, written once.
struct Atoms {
    ns: Expr,
    zs: Expr,
    all: Expr,
    nats: usize,
}

/// A proof of `False` from the constraint `0 ≤ k`, `k < 0`, with index `last`.
pub(super) fn build(m: &mut Meta, p: &Problem, arena: &[Constraint], last: usize) -> Result<Expr> {
    let st = m.st.clone();
    let ns = list(m, "Nat", &p.nats);
    let zs = list(m, "Int", &p.ints);
    let all = st.apps(st.const0("Omega.atoms"), &[ns, zs]);
    let atoms = Atoms { ns, zs, all, nats: p.nats.len() };
    // Origins point backwards, so the used constraints can be built in order.
    let mut used = vec![false; last + 1];
    used[last] = true;
    for i in (0..=last).rev() {
        if used[i] {
            match &arena[i].origin {
                Origin::Hyp(..) => {}
                Origin::Combine(_, a, _, b) => {
                    used[*a] = true;
                    used[*b] = true;
                }
                Origin::Tighten(_, a) => used[*a] = true,
            }
        }
    }
    let mut proofs: FxHashMap<usize, Expr> = FxHashMap::default();
    let refl = refl_true(m);
    for i in 0..=last {
        if !used[i] {
            continue;
        }
        let (k, c) = constraint(m, &atoms, &arena[i].lin);
        let get = |proofs: &FxHashMap<usize, Expr>, j: usize| {
            proofs.get(&j).copied().ok_or_else(|| Error::msg("internal: omega proof out of order"))
        };
        let proof = match &arena[i].origin {
            Origin::Hyp(h, flipped) => {
                let h = &p.hyps[*h];
                let lemma = match h.rel {
                    Rel::NatLe => "Omega.of_nat_le",
                    Rel::NatLt => "Omega.of_nat_lt",
                    Rel::NatEq => "Omega.of_nat_eq",
                    Rel::IntLe => "Omega.of_int_le",
                    Rel::IntLt => "Omega.of_int_lt",
                    Rel::IntEq => "Omega.of_int_eq",
                };
                let (a, b, proof) = if *flipped {
                    let ty = if h.rel == Rel::NatEq { "Nat" } else { "Int" };
                    let (x, y) = (denote(m, &atoms, h.rel, h.a.syntax), denote(m, &atoms, h.rel, h.b.syntax));
                    let symm = st.const_(Name::new("Eq.symm"), &[st.l_one()]);
                    (h.b.syntax, h.a.syntax, st.apps(symm, &[st.const0(ty), x, y, h.proof]))
                } else {
                    (h.a.syntax, h.b.syntax, h.proof)
                };
                st.apps(st.const0(lemma), &[atoms.ns, atoms.zs, a, b, k, c, refl, proof])
            }
            Origin::Combine(x, a, y, b) => {
                let (pa, pb) = (get(&proofs, *a)?, get(&proofs, *b)?);
                let (k1, c1) = constraint(m, &atoms, &arena[*a].lin);
                let (k2, c2) = constraint(m, &atoms, &arena[*b].lin);
                let (x, y) = (nat(m, x), nat(m, y));
                st.apps(st.const0("Omega.combine"), &[atoms.all, x, y, k1, k2, k, c1, c2, c, refl, pa, pb])
            }
            Origin::Tighten(g, a) => {
                let pa = get(&proofs, *a)?;
                let (k1, c1) = constraint(m, &atoms, &arena[*a].lin);
                let g = nat(m, g);
                st.apps(st.const0("Omega.tighten"), &[atoms.all, g, k1, k, c1, c, refl, pa])
            }
        };
        proofs.insert(i, proof);
    }
    let (k, c) = constraint(m, &atoms, &arena[last].lin);
    let h = proofs.get(&last).copied().ok_or_else(|| Error::msg("internal: omega proof is empty"))?;
    Ok(st.apps(st.const0("Omega.contradiction"), &[atoms.all, k, c, refl, h]))
}

fn denote(m: &Meta, atoms: &Atoms, rel: Rel, syntax: Expr) -> Expr {
    let st = &m.st;
    if rel == Rel::NatEq {
        st.apps(st.const0("Omega.NLin.denote"), &[atoms.ns, syntax])
    } else {
        st.apps(st.const0("Omega.ZLin.denote"), &[atoms.ns, atoms.zs, syntax])
    }
}

fn nat(m: &Meta, v: &BigInt) -> Expr {
    m.st.nat(v.to_biguint().unwrap_or_default())
}

fn list(m: &Meta, ty: &str, xs: &[Expr]) -> Expr {
    let st = &m.st;
    let (t, z) = (st.const0(ty), [st.l_zero()]);
    let nil = st.app(st.const_(Name::new("List.nil"), &z), t);
    let cons = st.const_(Name::new("List.cons"), &z);
    xs.iter().rev().fold(nil, |l, x| st.apps(cons, &[t, *x, l]))
}

/// The constant and the coefficient list, without zeros at the end.
fn constraint(m: &Meta, atoms: &Atoms, lin: &Linear) -> (Expr, Expr) {
    let mut cs: Vec<BigInt> = Vec::new();
    for (v, c) in &lin.cs {
        let i = match v {
            Var::Nat(i) => *i,
            Var::Int(i) => atoms.nats + i,
        };
        if cs.len() <= i {
            cs.resize(i + 1, BigInt::ZERO);
        }
        cs[i] = c.clone();
    }
    let cs: Vec<Expr> = cs.iter().map(|c| int_lit(m, c)).collect();
    (int_lit(m, &lin.k), list(m, "Int", &cs))
}

/// A linear form as a term of type `Int` and as syntax whose value is that term.
pub(super) fn linear_term(m: &Meta, p: &Problem, lin: &Linear) -> (Expr, Expr) {
    let st = &m.st;
    let mut syntax = st.app(st.const0("Omega.ZLin.num"), int_lit(m, &lin.k));
    for (v, c) in &lin.cs {
        let atom = match v {
            Var::Nat(i) => {
                let a = st.app(st.const0("Omega.NLin.atom"), st.nat_u64(*i as u64));
                st.app(st.const0("Omega.ZLin.nat"), a)
            }
            Var::Int(i) => st.app(st.const0("Omega.ZLin.atom"), st.nat_u64(*i as u64)),
        };
        let t = st.apps(st.const0("Omega.ZLin.mulL"), &[int_lit(m, c), atom]);
        syntax = st.apps(st.const0("Omega.ZLin.add"), &[syntax, t]);
    }
    // The same sum in plain arithmetic.
    let int = st.const0("Int");
    let z3 = [st.l_zero(); 3];
    let op = |class: &str, inst: &str, of: &str, a: Expr, b: Expr| {
        let i = st.apps(st.const_(Name::new(inst), &[st.l_zero()]), &[int, st.const0(of)]);
        st.apps(st.const_(Name::new(class), &z3), &[int, int, int, i, a, b])
    };
    let mut term = int_lit(m, &lin.k);
    for (v, c) in &lin.cs {
        let atom = match v {
            Var::Nat(i) => st.app(st.const0("Int.ofNat"), p.nats[*i]),
            Var::Int(i) => p.ints[*i],
        };
        let t = op("HMul.hMul", "instHMul", "Int.instMulInt", int_lit(m, c), atom);
        term = op("HAdd.hAdd", "instHAdd", "Int.instAddInt", term, t);
    }
    (term, syntax)
}
