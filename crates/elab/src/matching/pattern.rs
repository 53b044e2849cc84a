//! Patterns, after elaboration.

use crate::env::Reducibility;
use crate::error::Result;
use crate::meta::Meta;
use rustc_hash::{FxHashMap, FxHashSet};
use turnstile_kernel::{BigUint, Expr, FVarId, MVarId, Name, Node};

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

/// Reads elaborated terms as patterns. The terms may still hold assigned holes, which tell where they come from.
pub(crate) struct PatternReader<'a> {
    /// The local variable that stands for each variable of the source.
    pub vars: &'a FxHashMap<FVarId, Expr>,
    /// All pattern variables.
    pub ids: &'a [FVarId],
    /// The terms that `x@p` named.
    pub named: &'a FxHashMap<Expr, Vec<FVarId>>,
    /// The terms of `.(e)`.
    pub hidden: &'a [Expr],
    /// Holes of `_` and of implicit arguments: their values were found by typing.
    pub holes: &'a FxHashSet<MVarId>,
}

impl PatternReader<'_> {
    /// Reads `e`.
    ///
    /// # Errors
    /// When a part of `e` is not a pattern.
    pub(crate) fn read(&self, m: &mut Meta, e: Expr) -> Result<Pat> {
        let mut p = self.read_plain(m, e)?;
        for x in self.named.get(&e).into_iter().flatten() {
            p = Pat::As(*x, Box::new(p));
        }
        Ok(p)
    }

    /// A field of a constructor. Proofs are equal to each other: unless they are taken apart there is nothing to match.
    fn read_field(&self, m: &mut Meta, e: Expr) -> Result<Pat> {
        match self.read(m, e) {
            Err(err) if !err.is_resource() && m.is_proof(e)? => Ok(Pat::Any),
            r => r,
        }
    }

    fn variable(&self, m: &Meta, e: Expr) -> Option<FVarId> {
        let Node::FVar(id) = m.st.node(e) else { return None };
        let id = match self.vars.get(&id) {
            Some(v) => m.fvar_id(*v).ok()?,
            None => id,
        };
        self.ids.contains(&id).then_some(id)
    }

    fn read_plain(&self, m: &mut Meta, e: Expr) -> Result<Pat> {
        if self.hidden.contains(&e) {
            return Ok(Pat::Any);
        }
        if let Node::MVar(id) = m.st.node(e) {
            let value = m.instantiate(e);
            if let Some(x) = self.variable(m, value) {
                return Ok(Pat::Var(x));
            }
            if self.holes.contains(&id) {
                return Ok(Pat::Any);
            }
            return match m.mctx.value(id) {
                Some(v) => self.read(m, v),
                None if value != e => self.read(m, value),
                None => Err(m.error_at_term("invalid pattern: not determined", e)),
            };
        }
        if let Node::FVar(_) = m.st.node(e) {
            return Ok(self.variable(m, e).map_or(Pat::Any, Pat::Var));
        }
        if let Some(n) = m.nat_literal(e) {
            return Ok(Pat::Lit(m.st.nat(n)));
        }
        if m.is_other_literal(e) {
            return Ok(Pat::Lit(e));
        }
        if let Some((base, k)) = m.nat_offset(e) {
            if k > BigUint::from(LARGEST_UNARY) {
                return Err(m.error_at_term("the offset of this pattern is too large:", e));
            }
            let mut p = self.read(m, base)?;
            let mut left = k;
            while left > BigUint::ZERO {
                p = Pat::Ctor(Name::new("Nat.succ"), vec![p]);
                left -= 1u32;
            }
            return Ok(p);
        }
        let (h, args) = m.st.unapp(e);
        let head = m.st.as_const(h).map(|c| c.0);
        if let Some(n) = head
            && let Some(c) = m.ctor_val(n)
        {
            if args.len() != c.num_params + c.num_fields {
                return Err(m.error_at_term("constructor pattern with the wrong number of arguments:", e));
            }
            let mut fields = Vec::new();
            for a in &args[c.num_params..] {
                fields.push(self.read_field(m, *a)?);
            }
            return Ok(Pat::Ctor(n, fields));
        }
        if let Some(n) = head
            && (m.env.has_attr("match_pattern", n)
                || m.env.reducibility(n) == Reducibility::Reducible
                || m.env.ext.projections.contains_key(&n))
        {
            let unfolded = match m.unfold_definition(e, false) {
                Some(u) => Some(u),
                None => m.unfold_step(e)?,
            };
            if let Some(u) = unfolded {
                let u = m.whnf_core(u)?;
                if u != e {
                    return self.read(m, u);
                }
            }
        }
        let w = m.whnf_core(e)?;
        if w != e {
            return self.read(m, w);
        }
        // A numeral of another type, such as `2 : Fin 3`, is what it evaluates to.
        if !m.st.has_fvar(e) {
            let w = m.whnf(e)?;
            if w != e && (m.as_ctor(w).is_some() || m.nat_literal(w).is_some()) {
                return self.read(m, w);
            }
        }
        let e = m.instantiate(e);
        Err(m.error_at_term(
            "invalid pattern: constructor or constant marked with '[match_pattern]' expected",
            e,
        ))
    }
}

impl Meta {
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
