//! Terms, universe levels, and the parts of terms.

use super::{Binder, BinderName, DoSeq, Ident, OpenDecl, SetOption, TacticSeq};
use crate::notation::NotationId;
use crate::span::Span;

/// A term with its place in the source.
#[derive(Clone, Debug)]
pub struct Term {
    /// What it is.
    pub kind: TermKind,
    /// The text it was read from.
    pub span: Span,
}

/// The forms of terms.
#[derive(Clone, Debug)]
pub enum TermKind {
    /// `x`, `Nat.add`, `f.{u, v}`. A dotted name may also be a field access `x.f`: resolution decides.
    Ident {
        /// The name.
        name: Ident,
        /// The universe levels `.{u, v}`, when written.
        levels: Option<Vec<Level>>,
    },
    /// `@f`
    Explicit(Box<Term>),
    /// `_`
    Hole,
    /// `?x`, or `?_` without a name
    SyntheticHole(Option<Ident>),
    /// `·` inside parentheses: the argument with this number (from 0) of the nearest enclosing [`TermKind::CdotFun`].
    Cdot(usize),
    /// A parenthesised term, tuple or ascription with `·` in it: `(· + 1)` is `fun x => x + 1`.
    CdotFun {
        /// How many `·` it has.
        arity: usize,
        /// The term with its parentheses.
        body: Box<Term>,
    },
    /// `f a (x := b) ..`
    App {
        /// The head; never itself an `App`, unless in parentheses.
        func: Box<Term>,
        /// The arguments in order; empty only with an ellipsis.
        args: Vec<Arg>,
        /// Whether `..` ends the arguments.
        ellipsis: bool,
    },
    /// `fun x (y : α) ⟨a, b⟩ => body`
    Fun {
        /// At least one.
        binders: Vec<FunBinder>,
        /// The body.
        body: Box<Term>,
    },
    /// `fun | p => e | …`
    FunMatch(Vec<MatchAlt>),
    /// `∀ x (y : α), body`
    Forall {
        /// At least one.
        binders: Vec<Binder>,
        /// `∀ x < n, …`: the part after the name.
        pred: Option<BinderPred>,
        /// The body.
        body: Box<Term>,
    },
    /// `∃ x y : α, body`, `∃! x, body`
    Exists {
        /// Whether it is `∃!`.
        unique: bool,
        /// At least one; only explicit ones.
        binders: Vec<Binder>,
        /// `∃ x ∈ s, …`: the part after the name.
        pred: Option<BinderPred>,
        /// The body.
        body: Box<Term>,
    },
    /// `A → B`
    Arrow(Box<Term>, Box<Term>),
    /// `(x : A) → B`, `{x : A} → B`, `[C] → B`
    DepArrow {
        /// The binder in its brackets.
        binder: Box<Binder>,
        /// The codomain.
        body: Box<Term>,
    },
    /// `let x := v; body`, `have x : T := v; body`
    Let {
        /// Which keyword.
        kind: LetKind,
        /// What is bound.
        decl: Box<LetDecl>,
        /// The rest.
        body: Box<Term>,
    },
    /// `let rec f … := …; body`
    LetRec {
        /// The local functions.
        decls: Vec<LocalDef>,
        /// The rest.
        body: Box<Term>,
    },
    /// `show T from e`, `show T by tac`
    Show {
        /// The type.
        ty: Box<Term>,
        /// The value; a [`TermKind::By`] for the second form.
        value: Box<Term>,
    },
    /// `suffices h : T from e; body`, `suffices h : T by tac; body`
    Suffices {
        /// The name of the hypothesis.
        name: Option<BinderName>,
        /// Its type.
        ty: Box<Term>,
        /// Proves the goal with the hypothesis.
        value: Box<Term>,
        /// Proves the hypothesis.
        body: Box<Term>,
    },
    /// `if c then a else b`, `if h : c then a else b`
    If {
        /// The name of the hypothesis, when written.
        hyp: Option<BinderName>,
        /// The condition.
        cond: Box<Term>,
        /// The first branch.
        then: Box<Term>,
        /// The second branch.
        els: Box<Term>,
    },
    /// `if let p := e then a else b`
    IfLet {
        /// The pattern.
        pat: Box<Term>,
        /// The value.
        value: Box<Term>,
        /// The first branch.
        then: Box<Term>,
        /// The second branch.
        els: Box<Term>,
    },
    /// `match e, h : e' with | p, q => …`
    Match(Box<Match>),
    /// `nomatch e, e'`
    NoMatch(Vec<Term>),
    /// `nofun`
    NoFun,
    /// `by tacs`
    By(TacticSeq),
    /// `calc …`
    Calc(Vec<CalcStep>),
    /// `⟨a, b⟩`
    AnonCtor(Vec<Term>),
    /// `(a, b, c)`: at least two
    Tuple(Vec<Term>),
    /// `()`
    Unit,
    /// `(e)`
    Paren(Box<Term>),
    /// `(e : T)`, or `(e :)` without a type
    Ascription(Box<Term>, Option<Box<Term>>),
    /// `[a, b]`
    List(Vec<Term>),
    /// `#[a, b]`
    Array(Vec<Term>),
    /// `{ s with x := 1, y : T }`
    StructInst(Box<StructInst>),
    /// `{ x : A // p }`
    Subtype {
        /// The bound name.
        name: BinderName,
        /// Its type, when written.
        ty: Option<Box<Term>>,
        /// The predicate.
        pred: Box<Term>,
    },
    /// `e.1`, `(e).f`
    Proj(Box<Term>, Field),
    /// `e |>.f a b`
    PipeProj {
        /// The object.
        term: Box<Term>,
        /// The field; a dotted field is split into several [`TermKind::Proj`] below the last one.
        field: Field,
        /// Arguments after it.
        args: Vec<Arg>,
    },
    /// `.ctor`: the namespace comes from the expected type
    DotIdent(Ident),
    /// `Prop`, `Type`, `Type u`, `Type*`, `Sort u`
    Sort {
        /// Which keyword.
        kind: SortKind,
        /// The level, when written.
        level: Option<Level>,
    },
    /// `37`, `0x1F`
    Num(NatLit),
    /// `1.5`, `2e10`
    Scientific(ScientificLit),
    /// `"text"`, unescaped
    Str(String),
    /// `'c'`
    Char(char),
    /// `s!"a {x} b"`
    Interpolated {
        /// The prefix with its `!`, such as `s!`.
        prefix: String,
        /// Text and terms in order.
        parts: Vec<InterpPart>,
    },
    /// `‹T›`
    AssumptionOf(Box<Term>),
    /// Built-in prefix operators: `¬`, `!`, `-`, `↑`, `⇑`, `↥`, `~~~`.
    Prefix {
        /// The operator, see [`crate::operator`].
        op: &'static str,
        /// Where the operator stands.
        op_span: Span,
        /// The operand.
        arg: Box<Term>,
    },
    /// Built-in postfix operators: `⁻¹`
    Postfix {
        /// The operator.
        op: &'static str,
        /// Where the operator stands.
        op_span: Span,
        /// The operand.
        arg: Box<Term>,
    },
    /// Built-in infix operators; `op` is the canonical Unicode token (`<=` gives `≤`, `/\` gives `∧`, `$` gives `<|`).
    Binop {
        /// The operator, see [`crate::operator`].
        op: &'static str,
        /// Where the operator stands.
        op_span: Span,
        /// The left operand.
        lhs: Box<Term>,
        /// The right operand.
        rhs: Box<Term>,
    },
    /// `(↑)`: the coercion as a function
    CoeFun,
    /// A use of a notation of the [`crate::NotationTable`].
    Notation {
        /// Which notation: look it up with [`crate::NotationTable::get`].
        id: NotationId,
        /// The terms for its variables, in order.
        args: Vec<Term>,
    },
    /// `a[i]`, `a[i]!`, `a[i]?`, `a[i]'h`
    Index {
        /// The collection.
        term: Box<Term>,
        /// The index.
        index: Box<Term>,
        /// What follows the bracket.
        mode: IndexMode,
        /// The proof after `'`.
        proof: Option<Box<Term>>,
    },
    /// `bif c then a else b`: the condition is a `Bool`
    BIf {
        /// The condition.
        cond: Box<Term>,
        /// The first branch.
        then: Box<Term>,
        /// The second branch.
        els: Box<Term>,
    },
    /// `x@p`, `x@h:p`: a pattern with a name for the whole value
    NamedPat {
        /// The name of the value.
        name: Ident,
        /// The name of the equation, when written.
        hyp: Option<Ident>,
        /// The pattern.
        pat: Box<Term>,
    },
    /// `.(e)`: a part of a pattern that is determined by the rest
    Inaccessible(Box<Term>),
    /// `⟦a⟧`
    QuotMk(Box<Term>),
    /// `∅`
    EmptyCollection,
    /// `{a + 1, b}`: a collection of elements. `{a, b}` with names only is read as [`TermKind::StructInst`]
    /// with short fields; the expected type decides.
    SetLit(Vec<Term>),
    /// `(x : A) × B`, `(x : A) ×' B`
    Sigma {
        /// Whether it is `×'`.
        prime: bool,
        /// The binder in its parentheses.
        binder: Box<Binder>,
        /// The second type.
        body: Box<Term>,
    },
    /// `nat_lit 5`: the literal itself, without `OfNat`
    RawNat(NatLit),
    /// `` `a.b ``
    NameLit(Ident),
    /// `open A in e`
    OpenIn(OpenDecl, Box<Term>),
    /// `set_option o v in e`
    SetOptionIn(SetOption, Box<Term>),
    /// A use of syntax that the file declared.
    Macro(Box<crate::macros::MacroNode>),
    /// `sorry`
    Sorry,
    /// `do …`; also `return e`, `for …`, `unless …` and `try …` where a term is expected
    Do(DoSeq),
    /// The type of a term, where statements are translated: no text is read as it
    TypeOf(Box<Term>),
    /// `(← action)`
    NestedAction(Box<Term>),
    /// `[a:b:s]`, a range of numbers
    Range {
        /// The first one; 0 if none is written.
        start: Option<Box<Term>>,
        /// Where it ends; itself not in the range.
        stop: Box<Term>,
        /// The distance from one to the next; 1 if none is written.
        step: Option<Box<Term>>,
    },
    /// `unsafe` …: read over, not represented.
    Unsupported {
        /// What it begins with.
        keyword: String,
    },
}

/// What follows the bracket of `a[i]`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum IndexMode {
    /// `a[i]`, with a proof that the index is valid
    Checked,
    /// `a[i]!`
    Panic,
    /// `a[i]?`
    Optional,
    /// `a[i]'h`
    Proof,
}

/// An argument of an application.
#[derive(Clone, Debug)]
pub enum Arg {
    /// `a`
    Positional(Term),
    /// `(x := a)`
    Named {
        /// The parameter's name.
        name: Ident,
        /// Its value.
        value: Term,
        /// Parentheses included.
        span: Span,
    },
}

impl Arg {
    /// Where it stands.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Arg::Positional(t) => t.span,
            Arg::Named { span, .. } => *span,
        }
    }
}

/// What `fun` binds.
#[derive(Clone, Debug)]
pub enum FunBinder {
    /// `x`, `(x : α)`, `{x}`, `[C]`
    Binder(Binder),
    /// `⟨a, b⟩`, `(a, b)`, `.some x`-like patterns in parentheses
    Pattern(Term),
}

/// The part `< n` of `∀ x < n, …`.
#[derive(Clone, Debug)]
pub struct BinderPred {
    /// The canonical operator token: `<`, `≤`, `>`, `≥`, `≠`, `∈`, `∉`, `⊆`, `⊂`, …
    pub op: &'static str,
    /// Where the operator stands.
    pub op_span: Span,
    /// Its right-hand side.
    pub rhs: Box<Term>,
}

/// The keyword of a local declaration.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum LetKind {
    /// `let`
    Let,
    /// `have`
    Have,
    /// `letI`
    LetI,
    /// `haveI`
    HaveI,
}

/// What `let`, `have` and `replace` declare: `f (x : α) : T := v`, `⟨a, b⟩ := v`, `f : T | p => e`.
#[derive(Clone, Debug)]
pub struct LetDecl {
    /// The name or pattern.
    pub target: LetTarget,
    /// Parameters (only for a name or anonymous).
    pub binders: Vec<Binder>,
    /// The type, when written.
    pub ty: Option<Term>,
    /// The value. [`Body::None`] only for the tactic `have h : T` without a value.
    pub body: Body,
    /// Without the keyword.
    pub span: Span,
}

/// What a local declaration binds.
#[derive(Clone, Debug)]
pub enum LetTarget {
    /// `x`, or `_`
    Name(BinderName),
    /// A pattern such as `⟨a, b⟩` or `(a, b)`
    Pattern(Term),
    /// Nothing: `have : T := v`, `let := v` (then called `this`)
    Anonymous,
}

/// The right-hand side of a definition or local declaration.
#[derive(Clone, Debug)]
pub enum Body {
    /// Nothing is written.
    None,
    /// `:= e`
    Value(Term),
    /// `| p, q => e …`
    Alts(Vec<MatchAlt>),
    /// `where x := e …`: the fields of a structure instance
    Fields(Vec<FieldVal>),
}

/// A function declared by `let rec` or `where`.
#[derive(Clone, Debug)]
pub struct LocalDef {
    /// Doc comment and attributes.
    pub modifiers: super::Modifiers,
    /// Its name.
    pub name: Ident,
    /// Its parameters.
    pub binders: Vec<Binder>,
    /// Its type, when written.
    pub ty: Option<Term>,
    /// Its value.
    pub body: Body,
    /// `termination_by`, `decreasing_by`
    pub termination: super::Termination,
    /// The whole.
    pub span: Span,
}

/// `match (motive := m) h : e, e' with | …`
#[derive(Clone, Debug)]
pub struct Match {
    /// `(generalizing := b)`
    pub generalizing: Option<bool>,
    /// `(motive := m)`
    pub motive: Option<Term>,
    /// What is matched.
    pub discrs: Vec<MatchDiscr>,
    /// The alternatives.
    pub alts: Vec<MatchAlt>,
}

/// `h : e`
#[derive(Clone, Debug)]
pub struct MatchDiscr {
    /// The name of the equation, when written.
    pub hyp: Option<BinderName>,
    /// The value.
    pub term: Term,
}

/// `| p, q | p', q' => rhs`
#[derive(Clone, Debug)]
pub struct MatchAlt {
    /// One list of patterns for each `|`.
    pub patterns: Vec<Vec<Term>>,
    /// What they share.
    pub rhs: Term,
    /// From the first `|`.
    pub span: Span,
}

/// `a ≤ b := proof`
#[derive(Clone, Debug)]
pub struct CalcStep {
    /// The relation; its left side is `_` after the first step.
    pub rel: Term,
    /// The proof. Only the first step may lack one: it is then just the left side, `a` for `a = a`.
    pub proof: Option<Term>,
    /// The whole step.
    pub span: Span,
}

/// `{ a, b with x := 1, y, .. : T }`
#[derive(Clone, Debug)]
pub struct StructInst {
    /// The terms before `with`.
    pub sources: Vec<Term>,
    /// The fields.
    pub fields: Vec<FieldVal>,
    /// Whether `..` is written.
    pub ellipsis: bool,
    /// The type, when written.
    pub ty: Option<Term>,
}

/// `x.y a b : T := v`, in a structure instance or after `where`
#[derive(Clone, Debug)]
pub struct FieldVal {
    /// The field and, for `x.y := v`, the path below it.
    pub path: Vec<Field>,
    /// Parameters.
    pub binders: Vec<Binder>,
    /// The type, when written.
    pub ty: Option<Term>,
    /// The value; [`Body::None`] for the short form `{ x }`.
    pub body: Body,
    /// The whole.
    pub span: Span,
}

/// A field of a projection.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Field {
    /// Its name, or its number (from 1) in digits.
    pub name: String,
    /// The number, if it is one.
    pub index: Option<u32>,
    /// Without the dot.
    pub span: Span,
}

/// The sorts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SortKind {
    /// `Prop`
    Prop,
    /// `Type`
    Type,
    /// `Sort`
    Sort,
    /// `Type*`: a fresh universe each time
    TypeStar,
    /// `Sort*`
    SortStar,
}

/// A universe level.
#[derive(Clone, Debug)]
pub struct Level {
    /// What it is.
    pub kind: LevelKind,
    /// Where it stands.
    pub span: Span,
}

/// The forms of universe levels.
#[derive(Clone, Debug)]
pub enum LevelKind {
    /// `_`
    Hole,
    /// `2`
    Num(u32),
    /// `u`
    Ident(Ident),
    /// `u + 1`
    Add(Box<Level>, u32),
    /// `max u v w`: at least one
    Max(Vec<Level>),
    /// `imax u v w`: at least one
    IMax(Vec<Level>),
    /// `(u)`
    Paren(Box<Level>),
}

/// A natural-number literal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NatLit {
    /// 2, 8, 10 or 16.
    pub radix: u32,
    /// The digits in that radix, without prefix and underscores; never empty.
    pub digits: String,
}

/// A literal `m * 10^±e`, as `OfScientific.ofScientific m neg e` takes it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScientificLit {
    /// All digits without the point.
    pub mantissa: String,
    /// Whether the exponent is negative.
    pub negative: bool,
    /// The absolute exponent.
    pub exponent: u64,
}

/// A part of an interpolated string.
#[derive(Clone, Debug)]
pub enum InterpPart {
    /// Text, unescaped.
    Text(String),
    /// `{e}`
    Term(Term),
}

impl Term {
    /// The term with any number of outer parentheses taken away.
    #[must_use]
    pub fn unparen(&self) -> &Term {
        let mut t = self;
        while let TermKind::Paren(inner) = &t.kind {
            t = inner;
        }
        t
    }

    /// The name, if the term is an identifier without universe levels.
    #[must_use]
    pub fn as_ident(&self) -> Option<&Ident> {
        match &self.kind {
            TermKind::Ident { name, levels: None } => Some(name),
            _ => None,
        }
    }
}
