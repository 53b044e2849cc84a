//! Conversion mode: blocks that walk into a term and rewrite it there.

use super::{BinderName, Ident, TacticSeq, Term};

/// `conv at h in p => steps`
///
/// The block is a [`TacticSeq`]: what moves about in the term is a [`ConvStep`], what conversion mode shares with tactic
/// mode (`rw`, `simp`, `first`, `all_goals`, …) is the tactic of that name.
#[derive(Clone, Debug)]
pub struct ConvBlock {
    /// `at h`: the hypothesis instead of the target.
    pub at: Option<Ident>,
    /// `conv_lhs`, `conv_rhs`: the step to begin with.
    pub side: Option<ConvStep>,
    /// `in p`: where to begin.
    pub pattern: Option<ConvPattern>,
    /// The steps.
    pub body: TacticSeq,
}

/// `(occs := 1 3) p`
#[derive(Clone, Debug)]
pub struct ConvPattern {
    /// Which instances of the pattern.
    pub occs: ConvOccs,
    /// The pattern; holes stand for anything.
    pub term: Term,
}

/// Which instances of a pattern are meant.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ConvOccs {
    /// All of them: `(occs := *)`.
    All,
    /// These, counted from 1. The first one if nothing is written.
    Only(Vec<u32>),
}

/// `i` or `@i`, negative numbers from the end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ConvArg {
    /// `@`: implicit arguments count as well.
    pub all: bool,
    /// Which one.
    pub index: i64,
}

/// An entry of `enter [1, @2, x, in p]`.
#[derive(Clone, Debug)]
pub enum EnterArg {
    /// `1`, `@2`
    Arg(ConvArg),
    /// `x`
    Binder(BinderName),
    /// `in p`
    Pattern(ConvPattern),
}

/// The steps of conversion mode that have no counterpart among tactics.
#[derive(Clone, Debug)]
pub enum ConvStep {
    /// `lhs`, `left`
    Lhs,
    /// `rhs`, `right`
    Rhs,
    /// `fun`: the function of an application
    Fun,
    /// `congr`, `args`
    Congr,
    /// `arg 1`, `arg @2`
    Arg(ConvArg),
    /// `ext x y`, `intro x y`
    Ext(Vec<BinderName>),
    /// `enter [1, x]`
    Enter(Vec<EnterArg>),
    /// `pattern p`
    Pattern(ConvPattern),
    /// `whnf`
    Whnf,
    /// `reduce`
    Reduce,
    /// `zeta`
    Zeta,
    /// `simp_match`
    SimpMatch,
    /// `change e`
    Change(Term),
    /// `tactic => tacs`
    Tactic(TacticSeq),
    /// `conv => steps`, `· steps`, `{ steps }`
    Nested(TacticSeq),
}
