//! Hypotheses taken apart into constraints and disjunctions.

use super::reify::{Linear, Reified};
use num_bigint::BigInt;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, Name, Node};

/// Which lemma turns a hypothesis into a constraint.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Rel {
    NatLe,
    NatLt,
    NatEq,
    IntLe,
    IntLt,
    IntEq,
}

/// A hypothesis `a ≤ b`, `a < b` or `a = b`.
#[derive(Clone)]
pub(super) struct Hyp {
    pub rel: Rel,
    pub proof: Expr,
    pub a: Reified,
    pub b: Reified,
}

impl Hyp {
    /// The constraint `0 ≤ b - a` (`0 ≤ b - a - 1` for `<`); `flipped` gives the other half of an equation.
    pub fn linear(&self, flipped: bool) -> Linear {
        let one = BigInt::from(1);
        let (a, b) = if flipped { (&self.b, &self.a) } else { (&self.a, &self.b) };
        let mut l = b.lin.combine(&one, &a.lin, &-one.clone());
        if matches!(self.rel, Rel::NatLt | Rel::IntLt) {
            l.k -= one;
        }
        l
    }
    pub fn is_eq(&self) -> bool {
        matches!(self.rel, Rel::NatEq | Rel::IntEq)
    }
}

/// A disjunction to be split if nothing else helps.
#[derive(Clone)]
pub(super) struct Disjunction {
    pub proof: Expr,
    pub left: Expr,
    pub right: Expr,
}

/// What is known on one branch of the case analysis.
#[derive(Clone, Default)]
pub(super) struct Problem {
    /// Natural atoms.
    pub nats: Vec<Expr>,
    /// Integer atoms.
    pub ints: Vec<Expr>,
    pub hyps: Vec<Hyp>,
    pub splits: Vec<Disjunction>,
    /// Facts about atoms met on the way, still to be taken apart.
    pub pending: Vec<(Expr, Expr)>,
    /// A direct proof of `False`.
    pub falso: Option<Expr>,
    /// Linear forms that were compared with a constant on the way, and how often: see `solve::splinter`.
    pub compared: Vec<(Expr, u32)>,
}

impl Problem {
    /// Takes the fact `h : p` apart. What is not arithmetic is ignored.
    pub fn add_fact(&mut self, m: &mut Meta, h: Expr, p: Expr) -> Result<()> {
        self.pending.push((h, p));
        while let Some((h, p)) = self.pending.pop() {
            m.tick()?;
            self.step(m, h, p)?;
        }
        Ok(())
    }

    fn step(&mut self, m: &mut Meta, h: Expr, p: Expr) -> Result<()> {
        let p = m.instantiate(p);
        let st = m.st.clone();
        if let Node::Pi(_, a, b) = st.node(p) {
            if st.loose(b) == 0
                && self.is_relevant(m, a)
                && self.is_relevant(m, b)
                && m.is_prop(a)?
                && let Some(i) = decidable(m, a)
            {
                let l = st.apps(st.const0("Omega.imp_cases"), &[a, b, i, h]);
                let na = st.app(st.const0("Not"), a);
                self.splits.push(Disjunction { proof: l, left: na, right: b });
            }
            return Ok(());
        }
        let (f, args) = st.unapp(p);
        let Some((head, _)) = st.as_const(f) else { return Ok(()) };
        match (head.as_str(), args.as_slice()) {
            ("False", []) => self.falso = Some(h),
            ("And", [a, b]) => {
                self.pending.push((st.apps(st.const0("And.right"), &[*a, *b, h]), *b));
                self.pending.push((st.apps(st.const0("And.left"), &[*a, *b, h]), *a));
            }
            ("Or", [a, b]) if self.is_relevant(m, *a) && self.is_relevant(m, *b) => {
                self.splits.push(Disjunction { proof: h, left: *a, right: *b });
            }
            ("Iff", [a, b]) => {
                if self.is_relevant(m, *a)
                    && self.is_relevant(m, *b)
                    && let Some(i) = decidable(m, *a)
                {
                    let l = st.apps(st.const0("Omega.iff_cases"), &[*a, *b, i, h]);
                    self.push_or(m, l)?;
                }
            }
            ("Not", [a]) => self.negated(m, h, *a)?,
            ("Ne", [t, a, b]) => {
                let eq = st.apps(st.const_(Name::new("Eq"), &[st.l_one()]), &[*t, *a, *b]);
                self.negated(m, h, eq)?;
            }
            ("Eq", [t, a, b]) => self.relation(m, h, *t, *a, *b, [Rel::NatEq, Rel::IntEq])?,
            ("LE.le", [t, _, a, b]) => self.relation(m, h, *t, *a, *b, [Rel::NatLe, Rel::IntLe])?,
            ("LT.lt", [t, _, a, b]) => self.relation(m, h, *t, *a, *b, [Rel::NatLt, Rel::IntLt])?,
            ("GE.ge", [t, _, a, b]) => self.relation(m, h, *t, *b, *a, [Rel::NatLe, Rel::IntLe])?,
            ("GT.gt", [t, _, a, b]) => self.relation(m, h, *t, *b, *a, [Rel::NatLt, Rel::IntLt])?,
            ("Nat.le", [a, b]) => self.relation(m, h, st.const0("Nat"), *a, *b, [Rel::NatLe; 2])?,
            ("Nat.lt", [a, b]) => self.relation(m, h, st.const0("Nat"), *a, *b, [Rel::NatLt; 2])?,
            ("Dvd.dvd", [t, _, c, a]) => {
                if let Some(l) = self.divisibility(m, *t, *c, *a, h, ["Omega.dvd_nat", "Omega.dvd_int"])? {
                    let ty = m.infer(l)?;
                    self.pending.push((l, ty));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn push_or(&mut self, m: &mut Meta, proof: Expr) -> Result<()> {
        let ty = m.infer(proof)?;
        if let Some(a) = m.st.app_of(ty, "Or", 2) {
            self.splits.push(Disjunction { proof, left: a[0], right: a[1] });
        }
        Ok(())
    }

    fn divisibility(
        &mut self,
        m: &mut Meta,
        t: Expr,
        c: Expr,
        a: Expr,
        h: Expr,
        lemmas: [&str; 2],
    ) -> Result<Option<Expr>> {
        let lemma = match number_type(m, t) {
            Some(Sort::Nat) if m.nat_literal(c).is_some() => lemmas[0],
            Some(Sort::Int) if self.reify_int(m, c)?.lin.cs.is_empty() => lemmas[1],
            _ => return Ok(None),
        };
        Ok(Some(m.st.apps(m.st.const0(lemma), &[a, c, h])))
    }

    fn negated(&mut self, m: &mut Meta, h: Expr, p: Expr) -> Result<()> {
        let st = m.st.clone();
        let p = m.instantiate(p);
        if let Node::Pi(_, a, b) = st.node(p) {
            if st.loose(b) == 0
                && self.is_relevant(m, a)
                && m.is_prop(a)?
                && let Some(i) = decidable(m, a)
            {
                let l = st.apps(st.const0("Omega.not_imp"), &[a, b, i, h]);
                let ty = m.infer(l)?;
                self.pending.push((l, ty));
            }
            return Ok(());
        }
        let (f, args) = st.unapp(p);
        let Some((head, _)) = st.as_const(f) else { return Ok(()) };
        let sort = |m: &mut Meta, t: Expr| number_type(m, t);
        match (head.as_str(), args.as_slice()) {
            ("True", []) => self.falso = Some(st.app(h, st.const0("True.intro"))),
            ("Not", [a]) => {
                if self.is_relevant(m, *a)
                    && let Some(i) = decidable(m, *a)
                {
                    self.pending.push((st.apps(st.const0("Omega.not_not"), &[*a, i, h]), *a));
                }
            }
            ("Or", [a, b]) => {
                let l = st.apps(st.const0("Omega.not_or"), &[*a, *b, h]);
                let ty = m.infer(l)?;
                self.pending.push((l, ty));
            }
            ("And", [a, b]) => {
                if self.is_relevant(m, *a)
                    && self.is_relevant(m, *b)
                    && let Some(i) = decidable(m, *a)
                {
                    let l = st.apps(st.const0("Omega.not_and"), &[*a, *b, i, h]);
                    self.push_or(m, l)?;
                }
            }
            ("Iff", [a, b]) => {
                if self.is_relevant(m, *a)
                    && self.is_relevant(m, *b)
                    && let (Some(i), Some(j)) = (decidable(m, *a), decidable(m, *b))
                {
                    let l = st.apps(st.const0("Omega.not_iff_cases"), &[*a, *b, i, j, h]);
                    self.push_or(m, l)?;
                }
            }
            ("Ne", [t, a, b]) => {
                let eq = st.apps(st.const_(Name::new("Eq"), &[st.l_one()]), &[*t, *a, *b]);
                if let Some(i) = decidable(m, eq) {
                    self.pending.push((st.apps(st.const0("Omega.not_not"), &[eq, i, h]), eq));
                }
            }
            ("Eq", [t, a, b]) => {
                if let Some(s) = sort(m, *t) {
                    let lemma = s.pick("Omega.ne_cases_nat", "Omega.ne_cases_int");
                    let l = st.apps(st.const0(lemma), &[*a, *b, h]);
                    self.push_or(m, l)?;
                }
            }
            ("LE.le", [t, _, a, b]) | ("GE.ge", [t, _, b, a]) => {
                self.order(m, h, *t, *a, *b, ["Omega.not_le_nat", "Omega.not_le_int"])?
            }
            ("LT.lt", [t, _, a, b]) | ("GT.gt", [t, _, b, a]) => {
                self.order(m, h, *t, *a, *b, ["Omega.not_lt_nat", "Omega.not_lt_int"])?
            }
            ("Dvd.dvd", [t, _, c, a]) => {
                if let Some(l) =
                    self.divisibility(m, *t, *c, *a, h, ["Omega.not_dvd_nat", "Omega.not_dvd_int"])?
                {
                    let ty = m.infer(l)?;
                    self.pending.push((l, ty));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn order(&mut self, m: &mut Meta, h: Expr, t: Expr, a: Expr, b: Expr, lemmas: [&str; 2]) -> Result<()> {
        if let Some(s) = number_type(m, t) {
            let l = m.st.apps(m.st.const0(s.pick(lemmas[0], lemmas[1])), &[a, b, h]);
            let ty = m.infer(l)?;
            self.pending.push((l, ty));
        }
        Ok(())
    }

    fn relation(&mut self, m: &mut Meta, h: Expr, t: Expr, a: Expr, b: Expr, rels: [Rel; 2]) -> Result<()> {
        let (rel, a, b) = match number_type(m, t) {
            Some(Sort::Nat) => (rels[0], self.reify_nat(m, a)?, self.reify_nat(m, b)?),
            Some(Sort::Int) => (rels[1], self.reify_int(m, a)?, self.reify_int(m, b)?),
            None => return Ok(()),
        };
        self.hyps.push(Hyp { rel, proof: h, a, b });
        Ok(())
    }

    /// Whether `p` is built from arithmetic relations on `Nat` and `Int`.
    pub fn is_relevant(&self, m: &mut Meta, p: Expr) -> bool {
        let st = m.st.clone();
        let p = m.instantiate(p);
        if let Node::Pi(_, a, b) = st.node(p) {
            return st.loose(b) == 0 && self.is_relevant(m, a) && self.is_relevant(m, b);
        }
        let (f, args) = st.unapp(p);
        let Some((head, _)) = st.as_const(f) else { return false };
        match (head.as_str(), args.as_slice()) {
            ("And" | "Or" | "Iff", [a, b]) => self.is_relevant(m, *a) && self.is_relevant(m, *b),
            ("Not", [a]) => self.is_relevant(m, *a),
            ("Eq" | "Ne", [t, ..]) | ("LE.le" | "LT.lt" | "GE.ge" | "GT.gt" | "Dvd.dvd", [t, ..]) => {
                number_type(m, *t).is_some()
            }
            ("Nat.le" | "Nat.lt" | "True" | "False", _) => true,
            _ => false,
        }
    }
}

#[derive(Clone, Copy)]
enum Sort {
    Nat,
    Int,
}

impl Sort {
    fn pick<T>(self, nat: T, int: T) -> T {
        match self {
            Sort::Nat => nat,
            Sort::Int => int,
        }
    }
}

fn number_type(m: &mut Meta, t: Expr) -> Option<Sort> {
    let t = m.instantiate(t);
    match m.st.as_const(t)?.0.as_str() {
        "Nat" => Some(Sort::Nat),
        "Int" => Some(Sort::Int),
        _ => None,
    }
}

fn decidable(m: &mut Meta, p: Expr) -> Option<Expr> {
    let t = m.st.app(m.st.const0("Decidable"), p);
    m.synth_instance(t).ok().flatten()
}
