//! `exact?`, `apply?` and `rw?` in scripts: they say what to write in their place.

use super::Script;
use super::simp::location_text;
use crate::library_search::{Found, rewritings, search};
use crate::rewrite::rewrite_target;
use crate::rfl::try_rfl_after_rw;
use turnstile_elab::{Error, Result, Severity};
use turnstile_syntax::{Location, SearchKind, Span};

impl Script<'_> {
    pub(super) fn library_search(
        &mut self,
        kind: SearchKind,
        location: Option<&Location>,
        span: Span,
    ) -> Result<()> {
        let g = self.main()?;
        match kind {
            SearchKind::Rewrite => self.search_rewriting(location, span),
            SearchKind::Exact | SearchKind::Apply => match search(&mut self.e.m, g)? {
                Found::Proof(e) => {
                    let mut text = self.in_goal(g, |s, _| Ok(s.e.m.pp(e)))?;
                    // `rfl` with its arguments filled in is read as well without them.
                    if self.e.m.st.head_const(e).is_some_and(|n| n == *crate::known::EQ_REFL) {
                        "rfl".clone_into(&mut text);
                    }
                    self.prune();
                    self.try_this(span, &format!("exact {text}"));
                    Ok(())
                }
                Found::Partial(_) if kind == SearchKind::Exact => Err(Error::msg(
                    "`exact?` could not close the goal. Try `apply?` to see partial suggestions.",
                )),
                Found::Partial(list) if list.is_empty() => {
                    Err(Error::msg("`apply?` found nothing whose conclusion is that of the goal"))
                }
                Found::Partial(list) => {
                    for p in list {
                        self.try_this(span, &format!("apply {}", p.name));
                    }
                    self.admit(g, span)
                }
            },
        }
    }

    fn search_rewriting(&mut self, location: Option<&Location>, span: Span) -> Result<()> {
        let g = self.main()?;
        let at = match location {
            None => None,
            Some(l) => match (l.all, l.goal, self.location_hyps(g, l)?.as_slice()) {
                (false, false, [id]) => Some(*id),
                (false, true, []) => None,
                _ => return Err(Error::msg("`rw?` looks at one place")),
            },
        };
        let found = rewritings(&mut self.e.m, g, at)?;
        let where_ = location.map_or(String::new(), location_text);
        let arrow = |symm: bool| if symm { "← " } else { "" };
        if let [only] = found.as_slice()
            && only.result.is_none()
        {
            let f = self.e.m.mk_const(only.name)?;
            let goals = rewrite_target(&mut self.e.m, g, f, only.symm)?;
            if let Some(main) = goals.first() {
                try_rfl_after_rw(&mut self.e.m, *main)?;
            }
            self.replace_main(goals);
            self.try_this(span, &format!("rw [{}{}]{where_}", arrow(only.symm), only.name));
            return Ok(());
        }
        if found.is_empty() {
            return Err(Error::msg("`rw?` found no equation with an instance here"));
        }
        for r in found {
            let Some(result) = r.result else { continue };
            // Holes that the rewriting left open are printed as such.
            let shown = self.in_goal(g, |s, _| Ok(s.e.m.pp(result)))?;
            let turnstile = if at.is_some() { "" } else { "⊢ " };
            let line = format!("rw [{}{}]{where_}\n-- {turnstile}{shown}", arrow(r.symm), r.name);
            self.try_this(span, &line);
        }
        self.admit(g, span)
    }

    /// Says what to write in the place of the tactic.
    pub(super) fn try_this(&mut self, span: Span, text: &str) {
        self.e.log(Severity::Info, span, format!("Try this: {text}"));
    }
}
