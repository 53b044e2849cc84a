//! The values of a type, from small to large.
//!
//! The size of a value is the number of its constructors, where a numeral counts as one more than itself.

use crate::Model;
use std::rc::Rc;
use turnstile_elab::inductive::FamilyApp;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, Name, Node, with_stack};

/// More values of one size are not looked at.
const MAX_OF_SIZE: usize = 24;
/// Larger values are left to chance.
const MAX_SIZE: u32 = 14;

impl Model<'_> {
    /// The first `want` values of the closed type `ty`, smallest first; fewer where there are no more.
    pub(crate) fn domain(&mut self, m: &mut Meta, ty: Expr, want: usize) -> Result<Rc<[Expr]>> {
        let key = self.st.alpha(ty);
        if let Some((asked, known)) = self.domains.get(&key)
            && *asked >= want
        {
            return Ok(if known.len() > want { known[..want].into() } else { known.clone() });
        }
        let mut out: Vec<Expr> = Vec::new();
        let ty = m.whnf(ty)?;
        if m.st.as_const(ty).is_some_and(|(n, _)| n.as_str() == "Nat") {
            out.extend((0..want as u64).map(|n| self.st.nat_u64(n)));
        } else {
            for size in 1..=MAX_SIZE {
                out.extend(self.of_size(m, ty, size)?.iter());
                if out.len() >= want {
                    break;
                }
            }
        }
        out.truncate(want);
        let out: Rc<[Expr]> = out.into();
        self.domains.insert(key, (want, out.clone()));
        Ok(out)
    }

    /// The numerals of the statement as values of a number type.
    pub(crate) fn literal_values(&self, m: &mut Meta, ty: Expr) -> Result<Vec<Expr>> {
        let ty = m.whnf(ty)?;
        let st = self.st;
        let numbers = self.literals.iter().map(|n| st.nat_u64(*n));
        Ok(match st.as_const(ty).map(|(n, _)| n.as_str()) {
            Some("Nat") => numbers.collect(),
            Some("Int") => {
                numbers.flat_map(|n| ["Int.ofNat", "Int.negSucc"].map(|c| st.app(st.const0(c), n))).collect()
            }
            _ => vec![],
        })
    }

    /// The values of the closed type `ty` of exactly this size, as far as they are looked at.
    fn of_size(&mut self, m: &mut Meta, ty: Expr, size: u32) -> Result<Rc<[Expr]>> {
        m.tick()?;
        let ty = m.whnf(ty)?;
        let key = (self.st.alpha(ty), size);
        if let Some(r) = self.sized.get(&key) {
            return Ok(r.clone());
        }
        let mut out = Vec::new();
        match self.st.node(ty) {
            Node::Sort(l) if size == 1 && m.level_is_zero(l) => {
                out.extend([self.st.const0("True"), self.st.const0("False")]);
            }
            Node::Sort(_) => {}
            Node::Pi(..) if size == 1 => out = self.functions(m, ty)?,
            Node::Pi(..) => {}
            Node::Const(n, _) if n.as_str() == "Nat" => out.push(self.st.nat_u64(u64::from(size) - 1)),
            _ => {
                if let Some(family) = m.as_family(ty)?
                    && !m.is_prop(ty)?
                {
                    for c in family.info.ctors.iter() {
                        self.applications(m, &family, *c, size, &mut out)?;
                    }
                }
            }
        }
        let out: Rc<[Expr]> = out.into();
        self.sized.insert(key, out.clone());
        Ok(out)
    }

    /// The applications of a constructor that have this size and belong to `family`.
    fn applications(
        &mut self,
        m: &mut Meta,
        family: &FamilyApp,
        ctor: Name,
        size: u32,
        out: &mut Vec<Expr>,
    ) -> Result<()> {
        let Some(c) = m.ctor_val(ctor) else { return Ok(()) };
        let head = self.st.apps(self.st.const_(ctor, &family.levels), &family.params);
        let ty = self.st.instantiate_levels(c.cval.ty, &c.cval.level_params, &family.levels);
        let ty = m.instantiate_pis(ty, &family.params)?;
        let mut forced = vec![None; c.num_fields];
        if !family.indices.is_empty() {
            // The indices settle some fields: the length of a vector, say.
            let saved = m.save();
            let (holes, res) = m.open_holes(ty, Some(c.num_fields))?;
            let target = self.st.apps(self.st.const_(family.info.cval.name, &family.levels), &family.params);
            let target = self.st.apps(target, &family.indices);
            let fits = m.is_def_eq(res, target).unwrap_or(false);
            for (slot, (hole, _)) in forced.iter_mut().zip(&holes) {
                let v = m.instantiate(*hole);
                *slot = (!m.st.has_mvar(v)).then_some(v);
            }
            m.restore(&saved);
            if !fits || holes.len() != c.num_fields {
                return Ok(());
            }
        }
        let end = out.len() + MAX_OF_SIZE;
        self.fields(m, head, ty, &forced, size - 1, end, out)
    }

    /// Completes `e : ty`, a constructor with some of its fields, by fields of sizes that add up to `left`.
    fn fields(
        &mut self,
        m: &mut Meta,
        e: Expr,
        ty: Expr,
        forced: &[Option<Expr>],
        left: u32,
        end: usize,
        out: &mut Vec<Expr>,
    ) -> Result<()> {
        let Some((force, rest)) = forced.split_first() else {
            if left == 0 {
                out.push(e);
            }
            return Ok(());
        };
        let ty = m.whnf(ty)?;
        let Node::Pi(_, d, b) = self.st.node(ty) else { return Ok(()) };
        let mut given = *force;
        if given.is_none() && m.is_prop(d)? {
            given = self.prove(m, d, true)?;
            if given.is_none() {
                return Ok(());
            }
        }
        if let Some(v) = given {
            return self.fields(m, self.st.app(e, v), self.st.instantiate1(b, v), rest, left, end, out);
        }
        for size in 1..=left {
            for v in with_stack(|| self.of_size(m, d, size))?.iter() {
                if out.len() >= end {
                    return Ok(());
                }
                let (e, b) = (self.st.app(e, *v), self.st.instantiate1(b, *v));
                self.fields(m, e, b, rest, left - size, end, out)?;
            }
        }
        Ok(())
    }
}
