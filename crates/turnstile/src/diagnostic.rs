//! What the user is told about the text: one type from the lowest layer to the screen.

use serde::{Deserialize, Serialize};
use std::ops::Range;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing.
    Info,
    /// Probably not what was meant.
    Warning,
    /// The text means nothing.
    Error,
}

/// A message about a piece of a source text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// The bytes it is about.
    pub span: Range<usize>,
    /// What is the matter.
    pub message: String,
    /// Name of the rule, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl Diagnostic {
    /// A message without a code.
    pub fn new(severity: Severity, span: Range<usize>, message: impl Into<String>) -> Self {
        Diagnostic { severity, span, message: message.into(), code: None }
    }

    /// The text means nothing.
    pub fn error(span: Range<usize>, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, span, message)
    }

    /// The text is probably not what was meant.
    pub fn warning(span: Range<usize>, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, span, message)
    }

    /// Whether the text means nothing.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}
