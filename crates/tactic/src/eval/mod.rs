//! Tactic scripts: the meaning of the syntax after `by`.
//!
//! [`TacticEval`] is what the elaborator runs tactic blocks with. A block is evaluated on a list of goals ([`Script`]); most
//! tactics work on the first one and put what is left of it in its place. Start reading at [`Script::tactic`].

mod arith;
mod basic;
mod by_cases;
mod casts;
mod checks;
mod closer;
mod control;
mod conv;
mod eliminate;
mod fun_induction;
mod hypotheses;
mod library_search;
mod location;
mod patterns;
mod rewrite;
mod simp;
mod termination;
mod terms;

use crate::goal::Goals;
use turnstile_elab::{Elab, Error, ErrorKind, Piece, Result, Severity, TacticRunner};
use turnstile_kernel::{Expr, MVarId, with_stack};
use turnstile_syntax::{MacroNode, Span, Tactic, TacticKind, TacticSeq, Template};

/// Runs tactic blocks for the elaborator.
#[derive(Clone, Copy, Debug, Default)]
pub struct TacticEval;

impl TacticRunner for TacticEval {
    fn run(&self, e: &mut Elab, goal: MVarId, seq: &TacticSeq) -> Result<()> {
        self.run_all(e, &[goal], seq)
    }

    fn run_all(&self, e: &mut Elab, goals: &[MVarId], seq: &TacticSeq) -> Result<()> {
        let mut s = Script::new(e, goals.iter().copied().collect());
        s.seq(seq).and_then(|()| s.done(seq.span)).map_err(|mut e| {
            // What a tactic lacks it will not get later: nobody must wait for it.
            if e.is_postpone() {
                e.0.kind = ErrorKind::User;
            }
            e
        })
    }
}

/// A block being evaluated: the elaborator and the open goals, the main one first.
pub struct Script<'a> {
    /// The elaborator.
    pub e: &'a mut Elab,
    /// The open goals.
    pub goals: Goals,
    /// Whether the names that tactics choose may be referred to.
    pub(crate) unhygienic: bool,
}

impl<'a> Script<'a> {
    /// A script on `goals`.
    pub fn new(e: &'a mut Elab, goals: Goals) -> Script<'a> {
        Script { e, goals, unhygienic: false }
    }

    /// Forgets goals that were closed meanwhile.
    pub fn prune(&mut self) {
        let mctx = &self.e.m.mctx;
        self.goals.retain(|g| !mctx.is_assigned(*g));
    }

    /// The main goal.
    ///
    /// # Errors
    /// When no goal is left.
    pub fn main(&mut self) -> Result<MVarId> {
        self.prune();
        self.goals.first().copied().ok_or_else(|| Error::msg("No goals to be solved"))
    }

    /// Puts `new` in the place of the main goal.
    pub fn replace_main(&mut self, new: impl IntoIterator<Item = MVarId>) {
        let mut goals: Goals = new.into_iter().collect();
        let rest = self.goals.iter().skip(1).copied().filter(|g| !goals.contains(g)).collect::<Vec<_>>();
        goals.extend(rest);
        self.goals = goals;
        self.prune();
    }

    /// Runs `f` in the context of goal `g`, which it is given with its target.
    pub(crate) fn in_goal<R>(
        &mut self,
        g: MVarId,
        f: impl FnOnce(&mut Script<'a>, Expr) -> Result<R>,
    ) -> Result<R> {
        let d = crate::goal::goal_decl(&self.e.m, g)?;
        let lctx = std::mem::replace(&mut self.e.m.lctx, d.lctx.clone());
        // A `sorry` in a term is not a tactic, even if the term is a tactic's argument.
        let in_tactic = std::mem::replace(&mut self.e.in_tactic, false);
        let target = self.e.m.instantiate(d.ty);
        let r = f(self, target);
        self.e.in_tactic = in_tactic;
        self.e.m.lctx = lctx;
        r
    }

    /// Fails with the open goals if there are any.
    ///
    /// # Errors
    /// When goals are left.
    pub fn done(&mut self, span: Span) -> Result<()> {
        self.prune();
        if self.goals.is_empty() {
            return Ok(());
        }
        let mut pieces = vec![Piece::Text("unsolved goals".into())];
        for (i, g) in self.goals.iter().enumerate() {
            pieces.push(Piece::Text(if i == 0 { "\n".into() } else { "\n\n".into() }));
            pieces.push(Piece::Goal(*g));
        }
        Err(self.e.m.error(pieces).at(span))
    }

    /// Runs `f` on `goals` alone; they must not matter to others. What is left of them is returned.
    pub(crate) fn on<R>(
        &mut self,
        goals: Goals,
        f: impl FnOnce(&mut Script<'a>) -> Result<R>,
    ) -> Result<(R, Goals)> {
        let outer = std::mem::replace(&mut self.goals, goals);
        let r = f(self);
        self.prune();
        let left = std::mem::replace(&mut self.goals, outer);
        Ok((r?, left))
    }

    /// Runs `f`; undoes everything if it fails. Resource errors pass.
    pub(crate) fn attempt<R>(
        &mut self,
        f: impl FnOnce(&mut Script<'a>) -> Result<R>,
    ) -> Result<std::result::Result<R, Error>> {
        let c = self.e.checkpoint();
        let goals = self.goals.clone();
        let recover = std::mem::replace(&mut self.e.recover, false);
        let r = f(self);
        self.e.recover = recover;
        match r {
            Ok(r) => Ok(Ok(r)),
            Err(e) if e.is_resource() => Err(e),
            Err(e) => {
                self.e.rollback(&c);
                self.goals = goals;
                Ok(Err(e))
            }
        }
    }

    /// Runs the tactics of a block one after another.
    ///
    /// # Errors
    /// The first failure.
    pub fn seq(&mut self, seq: &TacticSeq) -> Result<()> {
        seq.tactics.iter().try_for_each(|t| self.tactic(t))
    }

    /// Runs one tactic.
    ///
    /// # Errors
    /// When it fails; the error has a place.
    pub fn tactic(&mut self, t: &Tactic) -> Result<()> {
        self.e.m.tick()?;
        with_stack(|| self.tactic_kind(t)).map_err(|e| e.at(t.span))?;
        self.prune();
        if self.unhygienic {
            for g in &mut self.goals {
                *g = crate::revert::name_inaccessible(&mut self.e.m, *g)?;
            }
        }
        Ok(())
    }

    /// Declared syntax: the rules for it are tried, the newest first, until one works.
    fn macro_tactic(&mut self, n: &MacroNode) -> Result<()> {
        let found = self.e.expand_macro(n)?;
        let mut failure = None;
        for template in found {
            let Template::Tactics(seq) = template else { continue };
            let r = self.attempt(|s| s.nested_macro(n, &seq))?;
            match r {
                Ok(()) => return Ok(()),
                Err(e) => failure = Some(e),
            }
        }
        Err(failure.unwrap_or_else(|| Error::msg("this macro does not stand for a tactic")))
    }

    fn nested_macro(&mut self, n: &MacroNode, seq: &TacticSeq) -> Result<()> {
        self.e.enter_macro(n)?;
        let r = with_stack(|| self.seq(seq));
        self.e.leave_macro();
        r
    }

    fn tactic_kind(&mut self, t: &Tactic) -> Result<()> {
        use TacticKind as T;
        match &t.kind {
            // ---- control ----
            T::First(_)
            | T::Solve(_)
            | T::Try(_)
            | T::Repeat(_)
            | T::RepeatPrime(_)
            | T::Repeat1Prime(_)
            | T::AllGoals(_)
            | T::AnyGoals(_)
            | T::Focus(_)
            | T::Case { .. }
            | T::Next(..)
            | T::Iterate(..)
            | T::RotateLeft(_)
            | T::RotateRight(_)
            | T::Swap
            | T::Within(..)
            | T::SetOptionIn(..)
            | T::OpenIn(..)
            | T::AndThen(..)
            | T::OrElse(..)
            | T::Paren(_)
            | T::Braces(_)
            | T::Bullet(_)
            | T::Skip
            | T::Done
            | T::Fail(_) => self.control(t),
            // ---- terms ----
            T::Exact(_)
            | T::Apply(_)
            | T::Refine(_)
            | T::RefinePrime(_)
            | T::Exists(_)
            | T::Exacts(_)
            | T::Calc(_)
            | T::NoFun
            | T::NoMatch(_)
            | T::Match(_)
            | T::Show(_)
            | T::ShowFrom(..)
            | T::Specialize(_)
            | T::Have(_)
            | T::HaveI(_)
            | T::Let(_)
            | T::LetI(_)
            | T::Replace(_)
            | T::Suffices { .. } => self.term_tactic(t),
            // ---- hypotheses ----
            T::Intro(_)
            | T::IntroMatch(_)
            | T::Intros(_)
            | T::Rintro(_)
            | T::Revert(_)
            | T::Clear(_)
            | T::RenameI(_)
            | T::Rename(_)
            | T::Generalize { .. }
            | T::Subst(_)
            | T::SubstVars
            | T::Injection(..)
            | T::Injections(_) => self.hypothesis_tactic(t),
            // ---- elimination ----
            T::FunInduction { .. }
            | T::Cases { .. }
            | T::Induction { .. }
            | T::Rcases { .. }
            | T::Obtain { .. } => self.elimination(t),
            T::ByCases(..) | T::ByContra(..) | T::If { .. } | T::Split(..) => self.distinction(t),
            // ---- rewriting ----
            T::Rewrite { .. } | T::Unfold(..) | T::Delta(..) | T::Change { .. } | T::Symm(_) => {
                self.rewriting(t)
            }
            T::Simp { .. } | T::Omega(_) | T::AcRfl | T::Closer { .. } => self.automation(t),
            T::Arith { kind, only, args, location } => self.arithmetic(*kind, *only, args, location.as_ref()),
            T::Conv(c) => self.conv(c, t.span),
            T::ConvStep(step) => self.conv_step(step, t.span),
            T::Casts(c) => self.casts(c),
            T::AcNf(_) | T::Trans(_) | T::ClearValue(_) | T::Guard(_) | T::FailIfSuccess(_) => {
                self.checking(t)
            }
            T::TraceState => {
                self.trace_state(t.span);
                Ok(())
            }
            T::Trace(text) => {
                self.e.log(Severity::Info, t.span, text.clone());
                Ok(())
            }
            T::LibrarySearch(kind, location) => self.library_search(*kind, location.as_ref(), t.span),
            T::Macro(n) => self.macro_tactic(n),
            // ---- the rest ----
            _ => self.basic(t),
        }
    }
}
