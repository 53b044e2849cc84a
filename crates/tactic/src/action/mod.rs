//! Actions: tactics with their arguments filled in, as plain values that a search can store, compare and replay.
//!
//! An action refers to hypotheses by position and to the context in its terms by loose bound variables, so that it
//! means the same in every state that differs by names only. Applying it in a real state also gives the Lean text for
//! it, with the names of that state. The space is closed: no axioms, no `sorry`, no metaprograms.

mod apply;
mod arith;
mod names;
mod script;

pub(crate) use names::{Names, pick};
pub use script::{Block, ScriptStep, render};

use std::sync::Arc;
use turnstile_elab::{LocalDecl, Meta, Result};
use turnstile_kernel::{Expr, MVarId, Name};
pub use turnstile_syntax::CloserKind;

/// A hypothesis by its position among the visible ones, oldest first.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct HypRef(pub u32);

/// A term over the context of the state it is used in: loose bound variable `i` is the `i`-th hypothesis from the end.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct TermRef(pub Expr);

/// Something already proved.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Fact {
    /// A theorem of the environment, or a definition to be unfolded.
    Const(Name),
    /// A hypothesis.
    Hyp(HypRef),
}

/// A `simp` call.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct SimpAction {
    /// Lemmas, hypotheses and definitions beside the simp set; `true` for `←`.
    pub lemmas: Vec<(Fact, bool)>,
    /// `only`: without the simp set.
    pub only: bool,
    /// `*`: with all hypotheses.
    pub star: bool,
    /// The hypothesis to simplify; the goal if none.
    pub at: Option<HypRef>,
}

/// A tactic with its arguments.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Action {
    /// `intro …` for this many binders.
    Intro(u32),
    /// `rfl`
    Rfl,
    /// `assumption`
    Assumption,
    /// `contradiction`
    Contradiction,
    /// `decide`
    Decide,
    /// `omega`
    Omega,
    /// `ring`
    Ring,
    /// `nlinarith`
    Nlinarith,
    /// `norm_num`
    NormNum,
    /// `interval_cases x <;> try omega`
    IntervalCases(HypRef),
    /// `obtain rfl := funext h` for `h : ∀ x, f x = t`
    SubstFunction(HypRef),
    /// Cases by the remainders of some numbers, all closed by `omega` or by computing with remainders.
    Residues {
        /// The numbers.
        vars: Vec<HypRef>,
        /// What they are divided by.
        modulus: u32,
        /// Hypotheses about remainders.
        known: Vec<HypRef>,
        /// The equation whose two sides are compared; the goal if none.
        equation: Option<HypRef>,
    },
    /// `tauto`, `itauto`, `cc`, `finish`, or `grind [names]`
    Closer(CloserKind, Vec<Name>),
    /// `constructor`
    Constructor,
    /// `left`
    Left,
    /// `right`
    Right,
    /// `exfalso`
    Exfalso,
    /// `symm`
    Symm,
    /// `funext x`
    Funext,
    /// `refine ⟨?w, ?_⟩` with the witness found later; printed as `exists` with the witness.
    ExistsHole,
    /// `exists t`
    Exists(TermRef),
    /// `apply f`
    Apply(Fact),
    /// `rw [f]`
    Rewrite {
        /// The equation.
        rule: Fact,
        /// `←`
        symm: bool,
        /// The hypothesis to rewrite; the goal if none.
        at: Option<HypRef>,
    },
    /// `simp …`
    Simp(SimpAction),
    /// `simp_all [lemmas]`
    SimpAll(Vec<Fact>),
    /// `cases h with …`
    Cases(HypRef),
    /// `induction x generalizing … with …`
    Induction {
        /// The variable or derivation.
        major: HypRef,
        /// What the induction hypothesis is general in.
        generalizing: Vec<HypRef>,
    },
    /// `generalize t = x`, then induction on `x`.
    Generalize(TermRef),
    /// `cases h : t with …` for a term that is matched on.
    CasesTerm(TermRef),
    /// `by_cases h : p`
    ByCases(TermRef),
    /// `split`
    Split(Option<HypRef>),
    /// `unfold f`
    Unfold(Name, Option<HypRef>),
    /// `subst h`
    Subst(HypRef),
    /// `injection h with …`
    Injection(HypRef),
    /// `have := h a`: a hypothesis applied to others or to a term, as a new hypothesis.
    Forward {
        /// The implication or `∀`.
        rule: Fact,
        /// Its explicit arguments.
        args: Vec<TermRef>,
    },
    /// `by_cases` on each of these propositions, then `simp_all` on every branch; closes the goal or fails.
    TruthTable(Vec<TermRef>),
    /// A whole proof, found by a strategy of its own; closes the goal or fails.
    Plan(Arc<Plan>),
}

/// A proof as a tree: an action, and a plan for each goal it leaves.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Plan {
    /// The first step; not itself an [`Action::Plan`].
    pub action: Action,
    /// In the order of the goals.
    pub children: Vec<Plan>,
}

impl Plan {
    /// Number of steps.
    #[must_use]
    pub fn size(&self) -> usize {
        1 + self.children.iter().map(Plan::size).sum::<usize>()
    }
}

/// Whether and how an action is to be written down.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TextMode {
    /// Not at all: in the search.
    None,
    /// As a person would.
    Plain,
    /// So that it does the same wherever it is run: `simp` names all it uses.
    Stable,
}

impl TextMode {
    fn wanted(self) -> bool {
        self != TextMode::None
    }
}

/// What an action did.
pub struct Applied {
    /// The goals it leaves.
    pub goals: Vec<MVarId>,
    /// Its text, when asked for.
    pub step: Option<ScriptStep>,
}

/// The hypotheses of `g` that actions can refer to, oldest first.
#[must_use]
pub fn hypotheses(m: &Meta, g: MVarId) -> Vec<Arc<LocalDecl>> {
    m.mctx.decl(g).map(|d| d.lctx.iter().filter(|l| !l.is_aux).cloned().collect()).unwrap_or_default()
}

/// `t`, a term in the context of `g`, as a [`TermRef`].
///
/// # Errors
/// Never; holes are instantiated first.
pub fn close_term(m: &Meta, g: MVarId, t: Expr) -> Result<TermRef> {
    let ids: Vec<_> = hypotheses(m, g).iter().map(|d| d.id).collect();
    let t = m.instantiate(t);
    Ok(TermRef(m.st.abstract_fvars(t, &ids)))
}

/// The term that `t` stands for in the context of `g`.
#[must_use]
pub fn open_term(m: &Meta, g: MVarId, t: TermRef) -> Expr {
    let xs: Vec<Expr> = hypotheses(m, g).iter().map(|d| m.st.fvar(d.id)).collect();
    m.st.instantiate_rev(t.0, &xs)
}

impl Action {
    /// Applies the action to the open goal `g`. Also says how to write it, if `text` asks for that.
    ///
    /// # Errors
    /// When the tactic does not apply; the caller restores the state.
    pub fn apply(&self, m: &mut Meta, g: MVarId, text: TextMode) -> Result<Applied> {
        apply::run(self, m, g, text)
    }
}

impl SimpAction {
    /// The hypotheses among the lemmas that take part when the call is run on `g`; a conditional rule counts also where its
    /// condition could not be proved.
    ///
    /// # Errors
    /// When the call fails. The caller restores the state in any case.
    pub fn hypotheses_used(&self, m: &mut Meta, g: MVarId) -> Result<Vec<HypRef>> {
        apply::hypotheses_used(self, m, g)
    }
}
