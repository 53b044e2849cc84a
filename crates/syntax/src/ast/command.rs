//! Commands and declarations.

use super::{Binder, BinderKind, Body, Ident, LocalDef, OpenDecl, Scope, SetOption, TacticSeq, Term};
use crate::notation::NotationId;
use crate::span::Span;

/// A command with its place in the source.
#[derive(Clone, Debug)]
pub struct Command {
    /// What it is.
    pub kind: CommandKind,
    /// Doc comment, attributes and modifiers included.
    pub span: Span,
}

/// The forms of commands.
#[derive(Clone, Debug)]
pub enum CommandKind {
    /// `prelude`
    Prelude,
    /// `import A.B`
    Import(Ident),
    /// `namespace A.B`
    Namespace(Ident),
    /// `section`, `section A`, `noncomputable section`
    Section {
        /// Its name.
        name: Option<Ident>,
        /// Whether `noncomputable` stands before it.
        noncomputable: bool,
    },
    /// `end`, `end A.B`
    End(Option<Ident>),
    /// `open …`
    Open(OpenDecl),
    /// `export A (x y)`
    Export(Ident, Vec<Ident>),
    /// `universe u v`
    Universe(Vec<Ident>),
    /// `variable (x : α) [C]`. A group without a type, such as `{x}`, changes the brackets of an earlier variable.
    Variable(Vec<Binder>),
    /// `include x y`
    Include(Vec<Ident>),
    /// `omit x [C]`
    Omit(Vec<Binder>),
    /// `def`, `theorem`, `example`, `instance`, `axiom` …
    Def(Box<Definition>),
    /// `inductive`, `class inductive`
    Inductive(Box<Inductive>),
    /// `structure`, `class`
    Structure(Box<Structure>),
    /// `mutual … end`
    Mutual(Vec<Command>),
    /// `attribute [simp, -ext] f g`
    Attribute(Vec<Attribute>, Vec<Ident>),
    /// `deriving instance A, B for T`
    DerivingInstance(Vec<Ident>, Vec<Ident>),
    /// `set_option o v`
    SetOption(SetOption),
    /// `notation`, `infix`, `infixl`, `infixr`, `prefix`, `postfix`: is in the table from the next command on
    Notation {
        /// Doc comment and attributes.
        modifiers: Modifiers,
        /// `local`, `scoped`
        scope: Scope,
        /// Its entry in the [`crate::NotationTable`].
        id: NotationId,
    },
    /// `#check e`
    Check(Term),
    /// `#check_failure e`
    CheckFailure(Term),
    /// `#print n`
    Print(Ident),
    /// `#print axioms n`
    PrintAxioms(Ident),
    /// `#reduce e`
    Reduce(Term),
    /// `#eval e`
    Eval(Term),
    /// `#synth C`
    Synth(Term),
    /// `#guard e`
    Guard(Term),
    /// `/-- text -/ #guard_msgs (info) in cmd`
    GuardMsgs {
        /// The messages that `cmd` should give.
        doc: Option<DocComment>,
        /// What stands in the parentheses.
        spec: Vec<GuardOption>,
        /// Where `#guard_msgs` stands.
        keyword_span: Span,
        /// `cmd`
        command: Box<Command>,
    },
    /// `/-! text -/`
    ModuleDoc(DocComment),
    /// `init_quot`
    InitQuot,
    /// `open A in cmd`, `set_option o v in cmd`, `variable … in cmd`, `omit … in cmd`, `include … in cmd`
    In(Box<Command>, Box<Command>),
    /// A use of syntax that the file declared.
    Macro(Box<crate::macros::MacroNode>),
    /// `syntax`, `macro`, `macro_rules`, `declare_syntax_cat`: in the table from the next command on
    Grammar {
        /// The keyword.
        keyword: String,
    },
    /// `elab`, `run_cmd` …: recognised, read over, not represented
    Unsupported {
        /// The keyword.
        keyword: String,
    },
}

/// An element of the parentheses after `#guard_msgs`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum GuardOption {
    /// `drop info`, `error`, `pass all`: action and kind of message, as written; no word for the action means `check`.
    Filter {
        /// `check`, `drop`, `pass`
        action: String,
        /// `info`, `warning`, `error`, `trace`, `all`
        severity: String,
    },
    /// `whitespace := lax`, `ordering := sorted`, `positions := true`, `substring := true`
    Setting {
        /// The name of the setting.
        name: String,
        /// Its value.
        value: String,
    },
}

/// `/-- text -/`
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DocComment {
    /// The text between the brackets, as written.
    pub text: String,
    /// Brackets included.
    pub span: Span,
}

/// What stands before a declaration.
#[derive(Clone, Debug, Default)]
pub struct Modifiers {
    /// `/-- … -/`
    pub doc: Option<DocComment>,
    /// `@[…]`
    pub attrs: Vec<Attribute>,
    /// `private`, `protected`
    pub visibility: Visibility,
    /// `noncomputable`
    pub noncomputable: bool,
    /// `unsafe`
    pub is_unsafe: bool,
    /// `partial`
    pub partial: bool,
    /// `nonrec`
    pub nonrec: bool,
}

/// Who sees a declaration, and under which name.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Visibility {
    /// No modifier.
    #[default]
    Regular,
    /// `public`
    Public,
    /// `private`
    Private,
    /// `protected`
    Protected,
}

/// `local simp ↓`, `instance 100`, `-simp`
#[derive(Clone, Debug)]
pub struct Attribute {
    /// Whether it is taken away (only in the command `attribute`).
    pub erase: bool,
    /// `local`, `scoped`
    pub scope: Scope,
    /// Its name.
    pub name: Ident,
    /// Its arguments.
    pub args: Vec<AttrArg>,
    /// The whole.
    pub span: Span,
}

/// An argument of an attribute.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum AttrArg {
    /// A name: `low`, `inline`, …
    Ident(Ident),
    /// A number: a priority
    Num(u32),
    /// A string
    Str(String),
    /// Any other token: `↓`, `←`, …
    Symbol(String),
}

/// `f.{u, v}`
#[derive(Clone, Debug)]
pub struct DeclId {
    /// The name.
    pub name: Ident,
    /// The universe parameters, when written.
    pub levels: Option<Vec<Ident>>,
}

/// The keyword of a definition.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DefKeyword {
    /// `def`
    Def,
    /// `abbrev`
    Abbrev,
    /// `theorem`, `lemma`
    Theorem,
    /// `example`
    Example,
    /// `axiom`
    Axiom,
    /// `opaque`
    Opaque,
    /// `instance`
    Instance,
}

/// `def f.{u} (x : α) : T := v where … termination_by … deriving …`
#[derive(Clone, Debug)]
pub struct Definition {
    /// Doc comment, attributes, modifiers.
    pub modifiers: Modifiers,
    /// `local`, `scoped` (only for `instance`).
    pub scope: Scope,
    /// The keyword.
    pub keyword: DefKeyword,
    /// Where the keyword stands.
    pub keyword_span: Span,
    /// `(priority := p)` (only for `instance`).
    pub priority: Option<Term>,
    /// The name; none for `example` and anonymous instances.
    pub name: Option<DeclId>,
    /// The parameters.
    pub binders: Vec<Binder>,
    /// The type, when written.
    pub ty: Option<Term>,
    /// The value. A theorem may lack one here ([`Body::None`]): a goal that is still to be proved.
    pub body: Body,
    /// `where` functions.
    pub where_decls: Vec<LocalDef>,
    /// `termination_by`, `decreasing_by`
    pub termination: Termination,
    /// `deriving A, B`
    pub deriving: Vec<Ident>,
    /// From the keyword to the end of the type: the statement as the user wrote it.
    pub header_span: Span,
}

/// Hints on how a recursion ends.
#[derive(Clone, Debug, Default)]
pub struct Termination {
    /// `termination_by structural x => e`
    pub termination_by: Option<TerminationBy>,
    /// `decreasing_by tacs`
    pub decreasing_by: Option<TacticSeq>,
    /// `partial_fixpoint`
    pub partial_fixpoint: bool,
}

/// `termination_by structural x y => e`
#[derive(Clone, Debug)]
pub struct TerminationBy {
    /// `structural`
    pub structural: bool,
    /// Names for arguments behind the colon.
    pub vars: Vec<super::BinderName>,
    /// The measure; none for `termination_by?`.
    pub body: Option<Term>,
    /// The whole.
    pub span: Span,
}

/// `inductive T (α : Type) : Type where | a | b (x : α) : T α deriving …`
#[derive(Clone, Debug)]
pub struct Inductive {
    /// Doc comment, attributes, modifiers.
    pub modifiers: Modifiers,
    /// Whether it is `class inductive`.
    pub is_class: bool,
    /// Where the keyword stands.
    pub keyword_span: Span,
    /// The name.
    pub name: DeclId,
    /// The parameters.
    pub binders: Vec<Binder>,
    /// The type, when written.
    pub ty: Option<Term>,
    /// The constructors in order.
    pub ctors: Vec<Ctor>,
    /// `deriving A, B`
    pub deriving: Vec<Ident>,
}

/// `| name (x : α) : T`
#[derive(Clone, Debug)]
pub struct Ctor {
    /// Doc comment and modifiers.
    pub modifiers: Modifiers,
    /// Its short name.
    pub name: Ident,
    /// Its parameters.
    pub binders: Vec<Binder>,
    /// Its type, when written.
    pub ty: Option<Term>,
    /// From the `|`.
    pub span: Span,
}

/// `structure S (α : Type) extends A, B : Type where mk :: (x : α) y : α := v deriving …`
#[derive(Clone, Debug)]
pub struct Structure {
    /// Doc comment, attributes, modifiers.
    pub modifiers: Modifiers,
    /// Whether it is `class`.
    pub is_class: bool,
    /// Where the keyword stands.
    pub keyword_span: Span,
    /// The name.
    pub name: DeclId,
    /// The parameters.
    pub binders: Vec<Binder>,
    /// The parents in order.
    pub parents: Vec<Parent>,
    /// The type, when written.
    pub ty: Option<Term>,
    /// `mk ::`
    pub ctor: Option<StructCtor>,
    /// The fields in order.
    pub fields: Vec<StructField>,
    /// `deriving A, B`
    pub deriving: Vec<Ident>,
}

/// `toBase : Base α` after `extends`
#[derive(Clone, Debug)]
pub struct Parent {
    /// The name of the projection, when written.
    pub name: Option<Ident>,
    /// The parent.
    pub ty: Term,
}

/// `private mk ::`
#[derive(Clone, Debug)]
pub struct StructCtor {
    /// Doc comment and modifiers.
    pub modifiers: Modifiers,
    /// Its short name.
    pub name: Ident,
    /// The whole.
    pub span: Span,
}

/// `(x y : α := v)`, `x (a : β) : α := v`, `{x : α}`, `[C]`
#[derive(Clone, Debug)]
pub struct StructField {
    /// Doc comment and modifiers.
    pub modifiers: Modifiers,
    /// Its brackets; [`BinderKind::Explicit`] without any.
    pub kind: BinderKind,
    /// The names; empty for an anonymous `[C]`.
    pub names: Vec<Ident>,
    /// Parameters.
    pub binders: Vec<Binder>,
    /// The type; none when the default of a parent's field is overridden.
    pub ty: Option<Term>,
    /// The default value. A [`super::TermKind::By`] here is run where the field is not given.
    pub default: Option<Term>,
    /// The whole.
    pub span: Span,
}
