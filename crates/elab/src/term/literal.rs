//! Numerals, characters and list literals.

use super::app::AppArg;
use crate::elab::Elab;
use crate::error::Result;
use turnstile_kernel::{BigUint, Expr, Name};
use turnstile_syntax::{NatLit, ScientificLit, Span, Term};

impl Elab {
    fn nat_value(&self, n: &NatLit, span: Span) -> Result<BigUint> {
        BigUint::parse_bytes(n.digits.as_bytes(), n.radix)
            .ok_or_else(|| self.text_error(span, "ill-formed numeral"))
    }

    /// `nat_lit 5`
    pub(crate) fn raw_nat(&mut self, n: &NatLit, span: Span) -> Result<Expr> {
        let v = self.nat_value(n, span)?;
        Ok(self.m.st.nat(v))
    }

    /// `5`: `OfNat.ofNat α 5 _`, where `α` is the expected type or found later, `Nat` in the end.
    pub(crate) fn elab_numeral(&mut self, n: &NatLit, expected: Option<Expr>, span: Span) -> Result<Expr> {
        let lit = self.raw_nat(n, span)?;
        let w = self.m.mk_level_mvar();
        let u = self.m.st.l_succ(w);
        let sort = self.m.st.sort(u);
        let mut ty = self.m.mk_hole(sort);
        if let Some(t) = expected {
            let t = self.strip_annotations(t);
            if self.m.is_def_eq(t, ty)? {
                ty = self.m.instantiate(ty);
            }
        }
        if !self.m.env.is_class(Name::new("OfNat")) {
            return Ok(lit);
        }
        let class = self.m.st.apps(self.m.st.const_(Name::new("OfNat"), &[w]), &[ty, lit]);
        let inst = self.mk_inst(class, span)?;
        Ok(self.m.st.apps(self.m.st.const_(Name::new("OfNat.ofNat"), &[w]), &[ty, lit, inst]))
    }

    /// `1.5`: `OfScientific.ofScientific 15 true 1`, a `Float` unless something else is expected.
    pub(crate) fn elab_scientific(
        &mut self,
        n: &ScientificLit,
        expected: Option<Expr>,
        span: Span,
    ) -> Result<Expr> {
        let digits = NatLit { radix: 10, digits: n.mantissa.clone() };
        let mantissa = self.raw_nat(&digits, span)?;
        let negative = self.m.st.const0(if n.negative { "Bool.true" } else { "Bool.false" });
        let exponent = self.m.st.nat_u64(n.exponent);
        let args = [mantissa, negative, exponent].map(AppArg::Expr).into();
        self.elab_const_app("OfScientific.ofScientific", args, expected, span)
    }

    /// `'c'`
    pub(crate) fn elab_char(&mut self, c: char, span: Span) -> Result<Expr> {
        let f = self.mk_const_at(Name::new("Char.ofNat"), span)?;
        let code = self.m.st.nat_u64(u64::from(u32::from(c)));
        Ok(self.m.st.app(f, code))
    }

    /// `[a, b]`
    pub(crate) fn elab_list(&mut self, items: &[Term], expected: Option<Expr>, span: Span) -> Result<Expr> {
        let nil = self.mk_const_at(Name::new("List.nil"), span)?;
        let st = self.m.st.clone();
        let Some((_, levels)) = st.as_const(nil) else { return Ok(nil) };
        let levels = st.level_list(levels);
        let Some(u) = levels.first().copied() else { return Ok(nil) };
        let elem_sort = st.sort(st.l_succ(u));
        let elem = self.m.mk_hole(elem_sort);
        self.note_origin(elem, crate::elab::HoleOrigin::Implicit { span, name: Name::new("α"), f: nil });
        let list = st.app(st.const_(Name::new("List"), &levels), elem);
        if let Some(t) = expected {
            self.m.is_def_eq(t, list)?;
        }
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            values.push(self.elab_term_ensuring_type(item, elem)?);
        }
        let cons = st.const_(Name::new("List.cons"), &levels);
        let end = st.app(nil, elem);
        Ok(values.into_iter().rev().fold(end, |acc, v| st.apps(cons, &[elem, v, acc])))
    }
}
