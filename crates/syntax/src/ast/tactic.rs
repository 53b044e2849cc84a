//! Tactics and tactic blocks.

use super::{
    BinderName, CalcStep, ConvBlock, ConvStep, Ident, LetDecl, MatchAlt, MatchDiscr, OpenDecl, SetOption,
    Term,
};
use crate::span::Span;

/// A block of tactics run one after another.
#[derive(Clone, Debug)]
pub struct TacticSeq {
    /// In order; empty when nothing follows `by`.
    pub tactics: Vec<Tactic>,
    /// From the first to the last tactic, braces included. Empty and just behind `by` when there is none.
    pub span: Span,
}

/// A tactic with its place in the source.
#[derive(Clone, Debug)]
pub struct Tactic {
    /// What it is.
    pub kind: TacticKind,
    /// The text it was read from.
    pub span: Span,
}

/// The forms of tactics.
#[derive(Clone, Debug)]
pub enum TacticKind {
    /// `intro x ⟨a, b⟩ _`: names or patterns
    Intro(Vec<Term>),
    /// `intro | p => tacs …`
    IntroMatch(Vec<TacticAlt>),
    /// `intros`, `intros x y`
    Intros(Vec<BinderName>),
    /// `rintro x ⟨a, b⟩ (h | h)`
    Rintro(Vec<RcasesPat>),
    /// `exact e`
    Exact(Term),
    /// `apply e`
    Apply(Term),
    /// `refine e`
    Refine(Term),
    /// `refine' e`
    RefinePrime(Term),
    /// `constructor`
    Constructor,
    /// `left`
    Left,
    /// `right`
    Right,
    /// `exists a, b`
    Exists(Vec<Term>),
    /// `assumption`
    Assumption,
    /// `contradiction`
    Contradiction,
    /// `exfalso`
    Exfalso,
    /// `cases h : e, e' using r with | ctor a b => …`
    Cases {
        /// What is taken apart.
        targets: Vec<MatchDiscr>,
        /// The eliminator.
        using: Option<Ident>,
        /// The alternatives, when written.
        alts: Option<InductionAlts>,
    },
    /// `induction e using r generalizing x y with | …`
    Induction {
        /// What the induction is on.
        targets: Vec<MatchDiscr>,
        /// The eliminator.
        using: Option<Ident>,
        /// The generalised hypotheses.
        generalizing: Vec<Ident>,
        /// The alternatives, when written.
        alts: Option<InductionAlts>,
    },
    /// `fun_induction f x y generalizing z with | …`, `fun_cases f x y with | …`
    FunInduction {
        /// Whether it is `fun_cases`.
        cases: bool,
        /// The call, or the function alone.
        call: Term,
        /// The generalised hypotheses.
        generalizing: Vec<Ident>,
        /// The alternatives, when written.
        alts: Option<InductionAlts>,
    },
    /// `rcases e, e' with pat`
    Rcases {
        /// What is taken apart.
        targets: Vec<MatchDiscr>,
        /// The pattern, when written.
        pat: Option<RcasesPat>,
    },
    /// `obtain pat : T := e`
    Obtain {
        /// The pattern, when written.
        pat: Option<RcasesPat>,
        /// The type, when written.
        ty: Option<Term>,
        /// The values; without one the type is a new goal.
        values: Vec<Term>,
    },
    /// `injection e with a b`
    Injection(Term, Vec<BinderName>),
    /// `injections a b`
    Injections(Vec<BinderName>),
    /// `subst x y`
    Subst(Vec<Term>),
    /// `subst_vars`
    SubstVars,
    /// A use of syntax that the file declared.
    Macro(Box<crate::macros::MacroNode>),
    /// `rfl`
    Rfl,
    /// `symm at h`
    Symm(Option<Location>),
    /// `rw [h, ← h' a] at h''`
    Rewrite {
        /// Which of the family.
        kind: RewriteKind,
        /// The configuration as written in `(…)` or `+opt -opt`.
        config: Vec<ConfigItem>,
        /// The rules in order.
        rules: Vec<RewriteRule>,
        /// Where.
        location: Option<Location>,
    },
    /// `simp only [a, ← b, - c, *] at h`
    Simp {
        /// Which of the family.
        kind: SimpKind,
        /// The configuration as written in `(…)` or `+opt -opt`.
        config: Vec<ConfigItem>,
        /// `only`
        only: bool,
        /// The list in brackets, when written.
        args: Option<Vec<SimpArg>>,
        /// Where.
        location: Option<Location>,
        /// `using e` (only for `simpa`).
        using: Option<Term>,
    },
    /// `unfold f g at h`
    Unfold(Vec<Ident>, Option<Location>),
    /// `delta f g at h`
    Delta(Vec<Ident>, Option<Location>),
    /// `change T at h`, `change A with B at h`
    Change {
        /// The new form (with `with`: the old one).
        term: Term,
        /// `with B`
        with: Option<Term>,
        /// Where.
        location: Option<Location>,
    },
    /// `show T`
    Show(Term),
    /// `show T from e`, `show T by tac`
    ShowFrom(Term, Term),
    /// `revert x y`
    Revert(Vec<Term>),
    /// `generalize h : e = x at l`
    Generalize {
        /// The generalisations in order.
        args: Vec<GeneralizeArg>,
        /// Where.
        location: Option<Location>,
    },
    /// `specialize h a b`
    Specialize(Term),
    /// `have h : T := v`, `have h : T` (a new goal)
    Have(LetDecl),
    /// `haveI h : T := v`
    HaveI(LetDecl),
    /// `let x : T := v`
    Let(LetDecl),
    /// `letI x : T := v`
    LetI(LetDecl),
    /// `replace h : T := v`
    Replace(LetDecl),
    /// `suffices h : T from e`, `suffices h : T by tac`, `suffices h : T`
    Suffices {
        /// The name of the hypothesis.
        name: Option<BinderName>,
        /// Its type.
        ty: Term,
        /// Proves the goal with the hypothesis.
        value: Option<Term>,
    },
    /// `funext x y`
    Funext(Vec<Term>),
    /// `ext x y : n`
    Ext {
        /// Names or patterns.
        pats: Vec<RcasesPat>,
        /// How deep.
        depth: Option<u32>,
    },
    /// `by_cases h : p`
    ByCases(Option<BinderName>, Term),
    /// `by_contra h`, `by_contra h : T`
    ByContra(Option<BinderName>, Option<Term>),
    /// `split at h`, `split e`
    Split(Option<Term>, Option<Location>),
    /// `decide`
    Decide(Vec<ConfigItem>),
    /// `native_decide`: read, refused later
    NativeDecide,
    /// `omega`
    Omega(Vec<ConfigItem>),
    /// `ring`, `linarith [e]` and their kin
    Arith {
        /// Which one.
        kind: ArithKind,
        /// `only`
        only: bool,
        /// The terms in brackets, or the terms to split.
        args: Vec<Term>,
        /// `at h`
        location: Option<Location>,
    },
    /// `tauto`, `itauto`, `cc`, `finish`, `grind [lemmas]`
    Closer {
        /// Which one.
        kind: CloserKind,
        /// Further facts that `grind` may use.
        lemmas: Vec<Term>,
    },
    /// `trivial`
    Trivial,
    /// `infer_instance`
    InferInstance,
    /// `first | a | b`
    First(Vec<TacticSeq>),
    /// `solve | a | b`
    Solve(Vec<TacticSeq>),
    /// `try tacs`
    Try(TacticSeq),
    /// `repeat tacs`
    Repeat(TacticSeq),
    /// `repeat' tacs`
    RepeatPrime(TacticSeq),
    /// `repeat1' tacs`
    Repeat1Prime(TacticSeq),
    /// `all_goals tacs`
    AllGoals(TacticSeq),
    /// `any_goals tacs`
    AnyGoals(TacticSeq),
    /// `focus tacs`
    Focus(TacticSeq),
    /// `case a x y | b => tacs`, `case' …`
    Case {
        /// Whether it is `case'`, which lets goals stay.
        prime: bool,
        /// Tag (`_` for any) and names of each alternative.
        tags: Vec<CaseTag>,
        /// The block.
        body: TacticSeq,
    },
    /// `next x y => tacs`
    Next(Vec<BinderName>, TacticSeq),
    /// `rename_i x y`
    RenameI(Vec<BinderName>),
    /// `rename T => h`
    Rename(Vec<(Term, Ident)>),
    /// `clear x y`
    Clear(Vec<Term>),
    /// `exacts [a, b]`
    Exacts(Vec<Term>),
    /// `calc …`
    Calc(Vec<CalcStep>),
    /// `match e with | p => tacs`
    Match(Box<TacticMatch>),
    /// `if h : c then tacs else tacs`
    If {
        /// The name of the hypothesis, when written.
        hyp: Option<BinderName>,
        /// The condition.
        cond: Term,
        /// The first branch.
        then: AltRhs,
        /// The second branch.
        els: Option<AltRhs>,
    },
    /// `nofun`
    NoFun,
    /// `nomatch e, e'`
    NoMatch(Vec<Term>),
    /// `sorry`
    Sorry,
    /// `plausible`: fails with a counterexample if there is one, otherwise like `sorry`
    Plausible,
    /// `admit`
    Admit,
    /// `skip`
    Skip,
    /// `done`
    Done,
    /// `fail "message"`
    Fail(Option<String>),
    /// `iterate n tacs`
    Iterate(Option<u32>, TacticSeq),
    /// `rotate_left n`
    RotateLeft(Option<u32>),
    /// `rotate_right n`
    RotateRight(Option<u32>),
    /// `swap`
    Swap,
    /// `ac_rfl`
    AcRfl,
    /// `congr n`
    Congr(Option<u32>),
    /// `and_intros`
    AndIntros,
    /// `classical tacs`, `with_reducible tacs`, `unhygienic tacs` …: a keyword before a block
    Within(String, TacticSeq),
    /// `set_option o v in tacs`
    SetOptionIn(SetOption, TacticSeq),
    /// `open A in tacs`
    OpenIn(OpenDecl, TacticSeq),
    /// `tac <;> tac'`
    AndThen(Box<Tactic>, Box<Tactic>),
    /// `tac <|> tac'`
    OrElse(Box<Tactic>, Box<Tactic>),
    /// `(tacs)`
    Paren(TacticSeq),
    /// `{ tacs }`
    Braces(TacticSeq),
    /// `· tacs`
    Bullet(TacticSeq),
    /// `exact?`, `apply?`, `rw? at h`
    LibrarySearch(SearchKind, Option<Location>),
    /// `conv at h in p => …`
    Conv(Box<ConvBlock>),
    /// A step of a `conv` block that is no tactic.
    ConvStep(Box<ConvStep>),
    /// `norm_cast`, `push_cast` and what is done up to coercions
    Casts(CastTactic),
    /// `fail_if_success tacs`
    FailIfSuccess(TacticSeq),
    /// `ac_nf at h`
    AcNf(Option<Location>),
    /// `trans b`
    Trans(Option<Term>),
    /// `clear_value x y`
    ClearValue(Vec<Ident>),
    /// `guard_target =~ e`, `guard_hyp h : t := v`, `guard_expr a = b`: fails unless it is so
    Guard(Box<Guard>),
    /// `trace_state`
    TraceState,
    /// `trace "text"`
    Trace(String),
    /// A known form that is read over and not represented, such as `conv …`.
    Unsupported {
        /// The keyword.
        keyword: String,
    },
    /// A tactic this grammar does not know, read over to the end of its text.
    Other {
        /// Its first word.
        name: String,
    },
}

/// The tactics about coercions between numbers.
#[derive(Clone, Debug)]
pub enum CastTactic {
    /// `norm_cast at h`
    Norm(Option<Location>),
    /// `push_cast [lemmas] at h`
    Push(Vec<Term>, Option<Location>),
    /// `exact_mod_cast e`
    Exact(Term),
    /// `apply_mod_cast e`
    Apply(Term),
    /// `assumption_mod_cast`
    Assumption,
}

/// How close two terms must be for a [`Guard`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum GuardMatch {
    /// `:ₛ`, `=ₛ`: the same but for names of bound variables.
    Syntactic,
    /// `:`, `=`: up to reducible definitions.
    Reducible,
    /// `:~`, `=~`: by definition.
    Default,
}

/// What `guard_target`, `guard_hyp` and `guard_expr` demand.
#[derive(Clone, Debug)]
pub enum Guard {
    /// The target is this.
    Target(GuardMatch, Term),
    /// The hypothesis has this type and value.
    Hyp {
        /// Which.
        name: Ident,
        /// Its type, when written.
        ty: Option<(GuardMatch, Term)>,
        /// Its value, when written.
        value: Option<(GuardMatch, Term)>,
    },
    /// Two terms are equal.
    Expr(Term, GuardMatch, Term),
}

/// `| p, q => tacs` of a tactic `match` or `intro`.
#[derive(Clone, Debug)]
pub struct TacticAlt {
    /// One list of patterns for each `|`.
    pub patterns: Vec<Vec<Term>>,
    /// What they share.
    pub rhs: AltRhs,
    /// From the first `|`.
    pub span: Span,
}

/// The tactic `match`.
#[derive(Clone, Debug)]
pub struct TacticMatch {
    /// `(generalizing := b)`
    pub generalizing: Option<bool>,
    /// `(motive := m)`
    pub motive: Option<Term>,
    /// What is matched.
    pub discrs: Vec<MatchDiscr>,
    /// The alternatives.
    pub alts: Vec<TacticAlt>,
}

/// `with tac | a => … | b => …`
#[derive(Clone, Debug)]
pub struct InductionAlts {
    /// A tactic run on every case first.
    pub pre: Option<Box<Tactic>>,
    /// The alternatives.
    pub alts: Vec<InductionAlt>,
    /// From `with`.
    pub span: Span,
}

/// `| zero | succ n ih => tacs`
#[derive(Clone, Debug)]
pub struct InductionAlt {
    /// The cases that share the right-hand side.
    pub lhs: Vec<InductionLhs>,
    /// What proves them; nothing is written for `| zero` alone in a list with a pre-tactic.
    pub rhs: Option<AltRhs>,
    /// From the first `|`.
    pub span: Span,
}

/// `succ n ih`, `@succ n ih`, `_`
#[derive(Clone, Debug)]
pub struct InductionLhs {
    /// Whether `@` makes all arguments named, implicit ones too.
    pub explicit: bool,
    /// The case, or `_` for all others.
    pub name: BinderName,
    /// Names for its arguments.
    pub vars: Vec<BinderName>,
    /// Without the `|`.
    pub span: Span,
}

/// The right-hand side of an alternative.
#[derive(Clone, Debug)]
pub enum AltRhs {
    /// `tacs`
    Tactics(TacticSeq),
    /// `_`
    Hole(Span),
    /// `?x`, or `?_` without a name: stays open
    SyntheticHole(Option<Ident>, Span),
}

/// `tag x y`
#[derive(Clone, Debug)]
pub struct CaseTag {
    /// The tag, or `_`.
    pub tag: BinderName,
    /// New names for inaccessible hypotheses.
    pub names: Vec<BinderName>,
}

/// A pattern of `rcases`, `obtain` and `rintro`.
#[derive(Clone, Debug)]
pub struct RcasesPat {
    /// What it is.
    pub kind: RcasesKind,
    /// Where it stands.
    pub span: Span,
}

/// The forms of patterns.
#[derive(Clone, Debug)]
pub enum RcasesKind {
    /// `h` (also `rfl`)
    Name(Ident),
    /// `_`
    Hole,
    /// `-`: clear it
    Clear,
    /// `@pat`: patterns for implicit arguments too
    Explicit(Box<RcasesPat>),
    /// `⟨a, b⟩`
    Tuple(Vec<RcasesPat>),
    /// `a | b`: at least two
    Alts(Vec<RcasesPat>),
    /// `pat : T`, in parentheses or at the top of `obtain`
    Typed(Box<RcasesPat>, Box<Term>),
    /// `(pat)`
    Paren(Box<RcasesPat>),
}

/// Where a tactic works.
#[derive(Clone, Debug)]
pub struct Location {
    /// `at *`
    pub all: bool,
    /// `at h h'`
    pub hyps: Vec<Ident>,
    /// `at … ⊢`
    pub goal: bool,
    /// From `at`.
    pub span: Span,
}

/// The family of `rw`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RewriteKind {
    /// `rewrite`
    Rewrite,
    /// `rw`: then tries `rfl`
    Rw,
    /// `rwa`: then `assumption`
    Rwa,
    /// `erw`
    Erw,
}

/// `← h a b`
#[derive(Clone, Debug)]
pub struct RewriteRule {
    /// Whether `←` turns it round.
    pub symm: bool,
    /// The equation.
    pub term: Term,
    /// The arrow included.
    pub span: Span,
}

/// Tactics that close a goal by logic or fail.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum CloserKind {
    /// `tauto`: propositional logic
    Tauto,
    /// `itauto`: intuitionistic propositional logic
    Itauto,
    /// `cc`: congruence closure
    Cc,
    /// `finish`: first-order logic with equality
    Finish,
    /// `grind`: the same with case distinctions, arithmetic and marked lemmas
    Grind,
}

impl CloserKind {
    /// The word that begins the tactic.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            CloserKind::Tauto => "tauto",
            CloserKind::Itauto => "itauto",
            CloserKind::Cc => "cc",
            CloserKind::Finish => "finish",
            CloserKind::Grind => "grind",
        }
    }
}

/// The family of `simp`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SimpKind {
    /// `simp`
    Simp,
    /// `simp!`
    SimpBang,
    /// `simp?`
    SimpQuestion,
    /// `simp_all`
    SimpAll,
    /// `simp_all?`
    SimpAllQuestion,
    /// `dsimp`
    Dsimp,
    /// `dsimp?`
    DsimpQuestion,
    /// `simpa`
    Simpa,
    /// `simpa!`
    SimpaBang,
    /// `simpa?`
    SimpaQuestion,
    /// `simp_arith`
    SimpArith,
    /// `norm_num`
    NormNum,
}

/// The tactics of arithmetic beside `omega`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ArithKind {
    /// `ring`
    Ring,
    /// `ring_nf`
    RingNf,
    /// `linarith`
    Linarith,
    /// `nlinarith`
    Nlinarith,
    /// `positivity`
    Positivity,
    /// `interval_cases`
    IntervalCases,
}

impl ArithKind {
    /// The kind that the word names.
    #[must_use]
    pub fn of_word(word: &str) -> Option<ArithKind> {
        Some(match word {
            "ring" => ArithKind::Ring,
            "ring_nf" => ArithKind::RingNf,
            "linarith" => ArithKind::Linarith,
            "nlinarith" => ArithKind::Nlinarith,
            "positivity" => ArithKind::Positivity,
            "interval_cases" => ArithKind::IntervalCases,
            _ => return None,
        })
    }

    /// Its word.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            ArithKind::Ring => "ring",
            ArithKind::RingNf => "ring_nf",
            ArithKind::Linarith => "linarith",
            ArithKind::Nlinarith => "nlinarith",
            ArithKind::Positivity => "positivity",
            ArithKind::IntervalCases => "interval_cases",
        }
    }
}

/// The tactics that look through the library.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SearchKind {
    /// `exact?`
    Exact,
    /// `apply?`
    Apply,
    /// `rw?`
    Rewrite,
}

/// An entry of the list of `simp`.
#[derive(Clone, Debug)]
pub struct SimpArg {
    /// What it is.
    pub kind: SimpArgKind,
    /// Where it stands.
    pub span: Span,
}

/// The forms of entries.
#[derive(Clone, Debug)]
pub enum SimpArgKind {
    /// `↓ ← h`
    Lemma {
        /// `↓`: before the subterms
        pre: bool,
        /// `←`: from right to left
        symm: bool,
        /// The lemma, hypothesis or definition.
        term: Term,
    },
    /// `- h`
    Erase(Ident),
    /// `*`
    Star,
}

/// `h : e = x`
#[derive(Clone, Debug)]
pub struct GeneralizeArg {
    /// The name of the equation, when written.
    pub hyp: Option<BinderName>,
    /// What is generalised.
    pub term: Term,
    /// The new variable.
    pub var: Option<BinderName>,
}

/// A setting of a tactic.
#[derive(Clone, Debug)]
pub struct ConfigItem {
    /// What it is.
    pub kind: ConfigKind,
    /// Where it stands.
    pub span: Span,
}

/// The forms of settings.
#[derive(Clone, Debug)]
pub enum ConfigKind {
    /// `+opt`
    On(Ident),
    /// `-opt`
    Off(Ident),
    /// `(opt := e)`
    Value(Ident, Term),
}

impl MatchAlt {
    /// The number of patterns of each list, when they agree.
    #[must_use]
    pub fn arity(&self) -> Option<usize> {
        let n = self.patterns.first()?.len();
        self.patterns.iter().all(|p| p.len() == n).then_some(n)
    }
}
