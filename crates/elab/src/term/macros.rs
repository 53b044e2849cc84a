//! Uses of syntax that the file declared: what `macro_rules` makes of them.

use crate::elab::Elab;
use crate::error::{Error, Result};
use turnstile_kernel::{Expr, with_stack};
use turnstile_syntax::{MacroNode, Template};

/// How deep expansions may be nested, as Lean's `maxRecDepth` bounds them.
const MAX_DEPTH: usize = 400;

impl Elab {
    /// Everything that a use of declared syntax can stand for, the newest rule first.
    ///
    /// # Errors
    /// When no rule fits.
    pub fn expand_macro(&mut self, n: &MacroNode) -> Result<Vec<Template>> {
        self.m.tick()?;
        let table = self.m.env.ext.notations.clone();
        let mut out = Vec::new();
        for alt in table.alternatives(n.rule) {
            self.fresh += 1;
            let k = self.fresh;
            out.extend(alt.expand(n, &mut |id| super::names::mark(id, k)));
        }
        if out.is_empty() {
            let tokens = table.rule(n.rule).map_or_else(String::new, |r| r.tokens().join(" "));
            let text = format!("elaboration function for `{tokens}` has not been implemented");
            return Err(self.text_error(n.span, text));
        }
        Ok(out)
    }

    /// Begins with what a macro stands for; [`leave_macro`](Elab::leave_macro) ends it, with or without success.
    ///
    /// # Errors
    /// When expansions are nested too deeply.
    pub fn enter_macro(&mut self, n: &MacroNode) -> Result<()> {
        if self.macro_depth >= MAX_DEPTH {
            return Err(Error::msg(
                "maximum recursion depth has been reached\nuse `set_option maxRecDepth <num>` to increase limit\nuse \
                 `set_option diagnostics true` to get diagnostic information",
            )
            .at(n.span));
        }
        self.macro_depth += 1;
        Ok(())
    }

    /// See [`enter_macro`](Elab::enter_macro).
    pub fn leave_macro(&mut self) {
        self.macro_depth = self.macro_depth.saturating_sub(1);
    }

    pub(crate) fn elab_macro(&mut self, n: &MacroNode, expected: Option<Expr>) -> Result<Expr> {
        let found = self.expand_macro(n)?;
        let Some(t) = found.into_iter().find_map(|t| match t {
            Template::Term(t) => Some(t),
            _ => None,
        }) else {
            return Err(self.text_error(n.span, "this macro does not stand for a term"));
        };
        self.enter_macro(n)?;
        let r = with_stack(|| self.elab_term(&t, expected));
        self.leave_macro();
        r
    }
}
