//! Showing that the arguments of recursive calls get smaller: `decreasing_by`, and what is tried without it.

use crate::elab::Elab;
use crate::error::{Error, Piece, Result};
use crate::meta::{LocalContext, MVarKind};
use turnstile_kernel::{Expr, MVarId, Name, Node};
use turnstile_syntax::{NotationTable, Span, TacticSeq, parse_tactics};

/// Steps of work that a guess may cost.
const GUESS_FUEL: u64 = 2_000_000;

impl Elab {
    /// The tactics that are tried without `decreasing_by`.
    fn default_decreasing(&self) -> Result<TacticSeq> {
        parse_tactics("decreasing_tactic", &NotationTable::new())
            .map_err(|e| Error::msg(format!("internal: {}", e.message)))
    }

    /// Whether `ty` is proved in `lctx` by the default tactics.
    pub(super) fn decreases(&mut self, lctx: &LocalContext, ty: Expr) -> Result<bool> {
        let Some(runner) = self.tactics.clone() else { return Ok(false) };
        let seq = self.default_decreasing()?;
        let c = self.checkpoint();
        let goal = self.m.mk_mvar_in(lctx.clone(), ty, MVarKind::Opaque, Name::anon());
        let Node::MVar(g) = self.m.st.node(goal) else { return Ok(false) };
        // A hopeless goal must not use up what the others need.
        let all = self.m.budget.fuel;
        let share = all.min(GUESS_FUEL);
        self.m.budget.fuel = share;
        let r = runner.run(self, g, &seq);
        self.m.budget.fuel = all - share.saturating_sub(self.m.budget.fuel);
        self.rollback(&c);
        match r {
            Ok(()) => Ok(true),
            Err(e) if e.is_resource() && share == all => Err(e),
            Err(_) => Ok(false),
        }
    }

    /// Solves the goals of a recursion.
    ///
    /// # Errors
    /// When a goal stays unsolved; the message shows it.
    pub(super) fn solve_decreasing(
        &mut self,
        goals: &[MVarId],
        by: Option<&TacticSeq>,
        span: Span,
    ) -> Result<()> {
        let Some(runner) = self.tactics.clone() else {
            return Err(self.text_error(span, "termination cannot be shown: no tactics are available"));
        };
        if let Some(seq) = by {
            return runner.run_all(self, goals, seq);
        }
        let seq = self.default_decreasing()?;
        for g in goals {
            let c = self.checkpoint();
            match runner.run(self, *g, &seq) {
                Ok(()) => {}
                Err(e) if e.is_resource() => return Err(e),
                Err(_) => {
                    self.rollback(&c);
                    let text = "failed to prove termination, possible solutions:\n  - Use `have`-expressions to prove the \
                                remaining goals\n  - Use `termination_by` to specify a different well-founded relation\n  - Use \
                                `decreasing_by` to specify your own tactic for discharging this kind of goal\n";
                    return Err(self.m.error(vec![Piece::Text(text.into()), Piece::Goal(*g)]).at(span));
                }
            }
        }
        Ok(())
    }
}
