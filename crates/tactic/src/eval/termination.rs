//! The tactics that show termination, written in terms of others: `decreasing_tactic`, `decreasing_trivial`, `simp_wf`.

use super::Script;
use turnstile_elab::{Error, Result};
use turnstile_syntax::{NotationTable, parse_tactics};

/// What the tactic `name` stands for.
pub(super) fn script(name: &str) -> Option<&'static str> {
    Some(match name {
        // Pairs are compared by their first components, or by the second ones where the first are the same.
        "decreasing_tactic" => {
            "first\n| decreasing_trivial\n| (apply Prod.Lex.right; decreasing_tactic)\n| (apply Prod.Lex.left; \
             decreasing_tactic)\n| (subst_vars; decreasing_trivial)"
        }
        "decreasing_trivial" => "first\n| assumption\n| omega\n| decreasing_with_sizes",
        "decreasing_with_sizes" => {
            "first\n| (simp; done)\n| (simp <;> omega)\n| (simp_all <;> omega)\n| (apply List.sizeOf_lt_of_mem; \
             assumption)\n| (have := List.sizeOf_lt_of_mem (by assumption); simp at *; omega)"
        }
        // The goals are shown in simple form already.
        "simp_wf" | "clean_wf" => "skip",
        "decreasing_with" => "decreasing_tactic",
        _ => return None,
    })
}

impl Script<'_> {
    /// Runs what `name` stands for.
    pub(super) fn termination_tactic(&mut self, name: &str) -> Result<()> {
        let text = script(name).unwrap_or("fail");
        let seq = parse_tactics(text, &NotationTable::new())
            .map_err(|e| Error::msg(format!("internal: '{name}': {}", e.message)))?;
        self.seq(&seq)
    }
}
