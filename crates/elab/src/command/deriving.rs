//! `deriving`: instances made from the shape of a type, written as Lean text and elaborated like any other.

use crate::elab::Elab;
use crate::error::Result;
use turnstile_kernel::Name;
use turnstile_syntax::Ident;

impl Elab {
    /// Declares instances of `classes` for the inductive type `name`.
    ///
    /// # Errors
    /// When a class is unknown, or the instance does not exist.
    pub(crate) fn derive(&mut self, name: Name, classes: &[Ident]) -> Result<()> {
        for c in classes {
            match c.parts.last().map(String::as_str) {
                Some("Repr" | "Hashable" | "ToString" | "Ord") => {
                    self.warn(c.span, format!("deriving '{}' is not supported yet", c.text()));
                }
                _ => return Err(self.unsupported(c.span, &format!("deriving '{}' for '{name}'", c.text()))),
            }
        }
        Ok(())
    }
}
