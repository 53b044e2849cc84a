//! Errors of elaboration and tactics. A message is kept as pieces and rendered only when someone reads it:
//! in a search most errors are never shown.

use crate::meta::{LocalContext, MetavarContext};
use turnstile_kernel::{Expr, KernelError, Level, MVarId, Name};
use turnstile_syntax::Span;

/// A part of a message.
#[derive(Clone)]
pub enum Piece {
    /// Literal text.
    Text(String),
    /// A term, shown in the context the message was made in.
    Expr(Expr),
    /// A universe level.
    Level(Level),
    /// A goal with its hypotheses.
    Goal(MVarId),
    /// A name.
    Name(Name),
    /// `has type … but is expected to have type …`
    HasTypeBut {
        /// The type that was found.
        given: Expr,
        /// The type that was asked for.
        expected: Expr,
    },
    /// A constant with `@` before it, if it takes implicit arguments.
    ExplicitConst(Expr),
    /// A short term in backticks after a blank, a longer one on a line of its own.
    Inline(Expr),
}

/// What kind of failure this is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ErrorKind {
    /// The input is wrong, or a tactic does not apply.
    User,
    /// The budget ended or the work was cancelled: says nothing about the input.
    Resource,
    /// Elaboration is stuck on a metavariable and may be tried again later.
    Postpone,
    /// Nothing to report: an error was logged already.
    Logged,
}

/// A failure with its message and, where known, its place in the source.
#[derive(Clone)]
pub struct ErrorData {
    /// What kind of failure.
    pub kind: ErrorKind,
    /// Where.
    pub span: Option<Span>,
    /// The message.
    pub pieces: Vec<Piece>,
    /// Context to show terms in.
    pub lctx: LocalContext,
    /// Metavariables to show terms with.
    pub mctx: MetavarContext,
}

/// A boxed [`ErrorData`].
#[derive(Clone)]
pub struct Error(pub Box<ErrorData>);

/// Result of elaboration.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error of kind `kind` made of `pieces`, without a context.
    #[must_use]
    pub fn of(kind: ErrorKind, pieces: Vec<Piece>) -> Error {
        Error(Box::new(ErrorData {
            kind,
            span: None,
            pieces,
            lctx: LocalContext::default(),
            mctx: MetavarContext::default(),
        }))
    }
    /// A plain-text error.
    #[must_use]
    pub fn msg(text: impl Into<String>) -> Error {
        Error::of(ErrorKind::User, vec![Piece::Text(text.into())])
    }
    /// The budget ended.
    #[must_use]
    pub fn resource(text: impl Into<String>) -> Error {
        Error::of(ErrorKind::Resource, vec![Piece::Text(text.into())])
    }
    /// Elaboration cannot go on before more is known.
    #[must_use]
    pub fn postpone() -> Error {
        Error::of(ErrorKind::Postpone, vec![Piece::Text("elaboration is stuck".into())])
    }
    /// The same error at `span`, unless it has a place already.
    #[must_use]
    pub fn at(mut self, span: Span) -> Error {
        if self.0.span.is_none() {
            self.0.span = Some(span);
        }
        self
    }
    /// Whether the budget ended.
    #[must_use]
    pub fn is_resource(&self) -> bool {
        self.0.kind == ErrorKind::Resource
    }
    /// Whether elaboration should be tried again later.
    #[must_use]
    pub fn is_postpone(&self) -> bool {
        self.0.kind == ErrorKind::Postpone
    }
}

impl From<KernelError> for Error {
    fn from(e: KernelError) -> Error {
        let kind = if matches!(e, KernelError::Resource(_)) { ErrorKind::Resource } else { ErrorKind::User };
        let mut pieces = vec![Piece::Text(e.to_string())];
        if let KernelError::Rejected { mismatch: Some((a, b)), .. } = &e {
            pieces.extend([
                Piece::Text("\n  ".into()),
                Piece::Expr(*a),
                Piece::Text("\nis not\n  ".into()),
                Piece::Expr(*b),
            ]);
        }
        Error::of(kind, pieces)
    }
}
