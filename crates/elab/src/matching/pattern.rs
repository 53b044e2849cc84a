//! Patterns, after elaboration.

use crate::error::Result;
use crate::meta::Meta;
use rustc_hash::FxHashMap;
use turnstile_kernel::{BigUint, ConstantInfo, Expr, FVarId, Name, Node};

/// A pattern. Its variables are local variables made for it.
#[derive(Clone, Debug)]
pub enum Pat {
    /// Matches everything without a name: `_` determined by typing, `.(e)`.
    Any,
    /// Matches everything and names it.
    Var(FVarId),
    /// `x@p`
    As(FVarId, Box<Pat>),
    /// A constructor with patterns for its fields.
    Ctor(Name, Vec<Pat>),
    /// A literal: a natural number, a string, or `Char.ofNat n`.
    Lit(Expr),
}

/// Naturals up to this literal are matched through `zero` and `succ`, larger ones by a test for equality.
pub(crate) const LARGEST_UNARY: u32 = 24;

impl Meta {
    /// Reads the term `e` as a pattern with variables `vars`; `named` gives the subterms that `x@p` named.
    ///
    /// # Errors
    /// When a part of `e` is not a pattern.
    pub(crate) fn to_pattern(&mut self, e: Expr, vars: &[FVarId], named: &FxHashMap<Expr, Vec<FVarId>>) -> Result<Pat> {
        let names = named.get(&e).cloned().unwrap_or_default();
        let mut p = self.to_pattern_core(e, vars, named)?;
        for x in names {
            p = Pat::As(x, Box::new(p));
        }
        Ok(p)
    }

    fn to_pattern_core(&mut self, e: Expr, vars: &[FVarId], named: &FxHashMap<Expr, Vec<FVarId>>) -> Result<Pat> {
        if let Node::FVar(id) = self.st.node(e) {
            return Ok(if vars.contains(&id) { Pat::Var(id) } else { Pat::Any });
        }
        if let Some(n) = self.nat_literal(e) {
            return Ok(Pat::Lit(self.st.nat(n)));
        }
        if self.is_other_literal(e) {
            return Ok(Pat::Lit(e));
        }
        if let Some((base, k)) = self.nat_offset(e) {
            let mut p = self.to_pattern(base, vars, named)?;
            if k > BigUint::from(LARGEST_UNARY) {
                return Err(self.error_at_term("the offset of this pattern is too large:", e));
            }
            let mut left = k;
            while left > BigUint::ZERO {
                p = Pat::Ctor(Name::new("Nat.succ"), vec![p]);
                left -= 1u32;
            }
            return Ok(p);
        }
        let (h, args) = self.st.unapp(e);
        if let Some((n, _)) = self.st.as_const(h)
            && let Some(ConstantInfo::Constructor(c)) = self.env.get(n).map(|c| (**c).clone())
        {
            if args.len() != c.num_params + c.num_fields {
                return Err(self.error_at_term("constructor pattern with the wrong number of arguments:", e));
            }
            let mut fields = Vec::new();
            for a in &args[c.num_params..] {
                fields.push(self.to_pattern(*a, vars, named)?);
            }
            return Ok(Pat::Ctor(n, fields));
        }
        if let Some((n, _)) = self.st.as_const(h)
            && (self.env.has_attr("match_pattern", n)
                || self.env.reducibility(n) == crate::env::Reducibility::Reducible
                || self.env.ext.projections.contains_key(&n))
        {
            let unfolded = match self.unfold_step(e)? {
                Some(u) => Some(u),
                None => self.unfold_definition(e, false),
            };
            if let Some(u) = unfolded {
                let u = self.whnf_core(u)?;
                if u != e {
                    return self.to_pattern(u, vars, named);
                }
            }
        }
        let w = self.whnf_core(e)?;
        if w != e {
            return self.to_pattern(w, vars, named);
        }
        Err(self.error_at_term("invalid pattern: constructor or constant marked with '[match_pattern]' expected", e))
    }

    /// Whether `e` is a string or character literal.
    pub(crate) fn is_other_literal(&self, e: Expr) -> bool {
        if matches!(self.st.node(e), Node::Str(_)) {
            return true;
        }
        self.st.app_of(e, "Char.ofNat", 1).is_some_and(|a| matches!(self.st.node(a[0]), Node::Nat(_)))
    }

    /// Whether two literals are the same; `None` when `v` is not a literal.
    pub(crate) fn same_literal(&self, lit: Expr, v: Expr) -> Option<bool> {
        match (self.st.node(lit), self.nat_literal(v)) {
            (Node::Nat(n), Some(v)) => Some(*self.st.nat_value(n) == v),
            (Node::Nat(_), None) => None,
            _ => self.is_other_literal(v).then(|| self.st.alpha_eq(lit, v)),
        }
    }

    /// A numeral as a pattern of constructors, one layer deep.
    pub(crate) fn unary(&self, lit: Expr) -> Option<Pat> {
        let Node::Nat(n) = self.st.node(lit) else { return None };
        let v = self.st.nat_value(n);
        if *v == BigUint::ZERO {
            return Some(Pat::Ctor(Name::new("Nat.zero"), vec![]));
        }
        Some(Pat::Ctor(Name::new("Nat.succ"), vec![Pat::Lit(self.st.nat(&*v - 1u32))]))
    }

    /// Whether a numeral is small enough to be matched through constructors.
    pub(crate) fn is_small_numeral(&self, lit: Expr) -> bool {
        matches!(self.st.node(lit), Node::Nat(n) if *self.st.nat_value(n) <= BigUint::from(LARGEST_UNARY))
    }
}
