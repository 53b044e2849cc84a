//! Combinators: what runs when, and on which goals.

use super::Script;
use crate::conv::ConvGoal;
use crate::conv::goal::finish_all;
use crate::goal::Goals;
use crate::revert::rename_inaccessible;
use turnstile_elab::env::{InstanceEntry, Transparency};
use turnstile_elab::term::ident_name;
use turnstile_elab::{Error, Result};
use turnstile_kernel::{MVarId, Name, Part};
use turnstile_syntax::{BinderName, CaseTag, Span, Tactic, TacticKind, TacticSeq};

/// `repeat` stops after this many rounds: a tactic that changes nothing would run for ever.
const MAX_ROUNDS: usize = 100_000;

impl Script<'_> {
    pub(super) fn control(&mut self, t: &Tactic) -> Result<()> {
        use TacticKind as T;
        match &t.kind {
            T::First(alts) => self.first(alts, false),
            T::Solve(alts) => self.first(alts, true),
            T::Try(seq) => self.attempt(|s| s.seq(seq)).map(|_| ()),
            T::Repeat(seq) => self.repeat(seq),
            T::RepeatPrime(seq) => self.repeat_all(seq, false),
            T::Repeat1Prime(seq) => self.repeat_all(seq, true),
            T::AllGoals(seq) => self.all_goals(|s| s.seq(seq)),
            T::AnyGoals(seq) => self.any_goals(seq),
            T::Focus(seq) => self.focus(|s| s.seq(seq)),
            T::Paren(seq) => self.seq(seq),
            T::Braces(seq) | T::Bullet(seq) => self.close_or_admit(|s| s.seq(seq), t.span),
            T::Case { prime, tags, body } => {
                tags.iter().try_for_each(|tag| self.case(*prime, tag, body, t.span))
            }
            T::Next(names, seq) => {
                let g = self.main()?;
                let h = rename_inaccessible(&mut self.e.m, g, &names_of(names))?;
                self.replace_main([h]);
                self.close_or_admit(|s| s.seq(seq), t.span)
            }
            T::Iterate(n, seq) => match n {
                Some(n) => (0..*n).try_for_each(|_| self.seq(seq)),
                None => self.repeat(seq),
            },
            T::RotateLeft(n) => {
                self.rotate(n.unwrap_or(1), true);
                Ok(())
            }
            T::RotateRight(n) => {
                self.rotate(n.unwrap_or(1), false);
                Ok(())
            }
            T::Swap => {
                self.prune();
                if self.goals.len() < 2 {
                    return Err(Error::msg("'swap' needs two goals"));
                }
                self.goals.swap(0, 1);
                Ok(())
            }
            T::Within(keyword, seq) => self.within(keyword, seq),
            T::SetOptionIn(o, seq) => {
                let old = self.e.scope.clone();
                self.e.scope.set_option(ident_name(&o.name), o.value.clone());
                let r = self.seq(seq);
                self.e.scope = old;
                r
            }
            T::OpenIn(decl, seq) => {
                let old = self.e.scope.clone();
                let r = self.e.apply_open(decl).and_then(|()| self.seq(seq));
                self.e.scope = old;
                r
            }
            T::AndThen(a, b) => self.focus(|s| {
                s.tactic(a)?;
                s.all_goals(|s| s.tactic(b))
            }),
            T::OrElse(a, b) => match self.attempt(|s| s.tactic(a))? {
                Ok(()) => Ok(()),
                Err(_) => self.tactic(b),
            },
            T::Skip => Ok(()),
            T::Done => self.done(t.span),
            T::Fail(message) => {
                let text = message.clone().unwrap_or_else(|| "tactic 'fail' failed".into());
                let mut pieces = vec![turnstile_elab::Piece::Text(text)];
                if let Some(g) = self.goals.first() {
                    pieces
                        .extend([turnstile_elab::Piece::Text("\n".into()), turnstile_elab::Piece::Goal(*g)]);
                }
                Err(self.e.m.error(pieces))
            }
            _ => Err(Error::msg("internal: not a combinator")),
        }
    }

    /// Runs `f` with the main goal as the only one.
    pub(super) fn focus(&mut self, f: impl FnOnce(&mut Self) -> Result<()>) -> Result<()> {
        let g = self.main()?;
        let ((), left) = self.on(vec![g], f)?;
        self.replace_main(left);
        Ok(())
    }

    /// Runs `f` on the main goal, which it must close.
    pub(super) fn close_main(&mut self, f: impl FnOnce(&mut Self) -> Result<()>, span: Span) -> Result<()> {
        let g = self.main()?;
        self.on(vec![g], |s| {
            f(s)?;
            s.prune();
            // In conversion mode a block leaves the terms that it was at as they are then.
            if s.goals.iter().any(|g| ConvGoal::of(&s.e.m, *g).is_some()) {
                s.goals = finish_all(&mut s.e.m, &s.goals)?;
            }
            s.done(span)
        })?;
        self.replace_main([]);
        Ok(())
    }

    /// As [`Script::close_main`]; a failure is reported and the goal given up, so that other goals have their turn, unless
    /// somebody else is waiting for the failure.
    pub(super) fn close_or_admit(
        &mut self,
        f: impl FnOnce(&mut Self) -> Result<()>,
        span: Span,
    ) -> Result<()> {
        let g = self.main()?;
        let goals = self.goals.clone();
        match self.close_main(f, span) {
            Err(e) if self.e.recover && !e.is_resource() && !e.is_postpone() => {
                self.e.log_error(e, span);
                self.goals = goals;
                self.give_up(g)?;
                self.replace_main([]);
                Ok(())
            }
            r => r,
        }
    }

    /// Closes `g` and what is open of it without a proof, after an error.
    fn give_up(&mut self, g: MVarId) -> Result<()> {
        let mut todo = vec![g];
        while let Some(g) = todo.pop() {
            if self.e.m.mctx.is_assigned(g) {
                let value = self.e.m.st.mvar(g);
                let value = self.e.m.instantiate(value);
                todo.extend(self.e.m.unassigned_mvars(value));
                continue;
            }
            let v = self.in_goal(g, |s, target| s.e.mk_sorry(target))?;
            self.e.m.mctx.assign(g, v);
        }
        Ok(())
    }

    /// Runs `f` on every goal.
    pub(super) fn all_goals(&mut self, mut f: impl FnMut(&mut Self) -> Result<()>) -> Result<()> {
        self.prune();
        let mut out: Goals = Vec::new();
        for g in std::mem::take(&mut self.goals) {
            if self.e.m.mctx.is_assigned(g) {
                continue;
            }
            let ((), left) = self.on(vec![g], &mut f)?;
            out.extend(left);
        }
        self.goals = out;
        self.prune();
        Ok(())
    }

    fn any_goals(&mut self, seq: &TacticSeq) -> Result<()> {
        self.prune();
        let mut out: Goals = Vec::new();
        let mut any = false;
        for g in std::mem::take(&mut self.goals) {
            if self.e.m.mctx.is_assigned(g) {
                continue;
            }
            match self.attempt(|s| s.on(vec![g], |s| s.seq(seq)))? {
                Ok(((), left)) => {
                    any = true;
                    out.extend(left);
                }
                Err(_) => out.push(g),
            }
        }
        self.goals = out;
        self.prune();
        if any { Ok(()) } else { Err(Error::msg("failed on all goals")) }
    }

    fn first(&mut self, alts: &[TacticSeq], close: bool) -> Result<()> {
        let mut last = None;
        for a in alts {
            let r = self.attempt(|s| if close { s.close_main(|s| s.seq(a), a.span) } else { s.seq(a) })?;
            match r {
                Ok(()) => return Ok(()),
                Err(e) => last = Some(e),
            }
        }
        Err(last.unwrap_or_else(|| Error::msg("'first' has no alternatives")))
    }

    fn repeat(&mut self, seq: &TacticSeq) -> Result<()> {
        for _ in 0..MAX_ROUNDS {
            self.prune();
            if self.goals.is_empty() {
                return Ok(());
            }
            self.e.m.tick()?;
            let before = self.goals.clone();
            if self.attempt(|s| s.seq(seq))?.is_err() {
                return Ok(());
            }
            if self.goals == before {
                return Ok(());
            }
        }
        Err(Error::resource("'repeat' does not end"))
    }

    fn repeat_all(&mut self, seq: &TacticSeq, once: bool) -> Result<()> {
        self.prune();
        let g = self.main()?;
        let mut out: Goals = Vec::new();
        let mut todo = vec![g];
        let mut first = once;
        for _ in 0..MAX_ROUNDS {
            let Some(g) = todo.pop() else {
                self.replace_main(out);
                return Ok(());
            };
            if self.e.m.mctx.is_assigned(g) {
                continue;
            }
            match self.attempt(|s| s.on(vec![g], |s| s.seq(seq)))? {
                Ok(((), left)) if left != [g] => todo.extend(left.into_iter().rev()),
                Err(e) if first => return Err(e),
                _ => out.push(g),
            }
            first = false;
        }
        Err(Error::resource("'repeat'' does not end"))
    }

    fn case(&mut self, prime: bool, tag: &CaseTag, body: &TacticSeq, span: Span) -> Result<()> {
        self.prune();
        let Some(g) = self.find_tag(&tag.tag) else {
            return Err(match &tag.tag {
                BinderName::Ident(id) => Error::msg(format!("case tag '{id}' not found")),
                BinderName::Hole(_) => Error::msg("No goals to be solved"),
            }
            .at(tag.tag.span()));
        };
        let h = rename_inaccessible(&mut self.e.m, g, &names_of(&tag.names))?;
        let rest: Goals = self.goals.iter().copied().filter(|x| *x != g).collect();
        if !prime {
            self.goals = std::iter::once(h).chain(rest).collect();
            return self.close_or_admit(|s| s.seq(body), span);
        }
        let ((), left) = self.on(vec![h], |s| s.seq(body))?;
        self.goals = left.into_iter().chain(rest).collect();
        self.prune();
        Ok(())
    }

    /// The first goal whose tag is, ends with, or begins with the one written; `_` is the main goal.
    fn find_tag(&self, tag: &BinderName) -> Option<MVarId> {
        let BinderName::Ident(id) = tag else { return self.goals.first().copied() };
        let wanted = ident_name(id);
        let tag_of = |g: &MVarId| self.e.m.mctx.decl(*g).map_or_else(Name::anon, |d| d.name);
        let find = |p: &dyn Fn(Name) -> bool| self.goals.iter().find(|g| p(tag_of(g))).copied();
        find(&|n| n == wanted)
            .or_else(|| find(&|n| has_suffix(n, wanted)))
            .or_else(|| find(&|n| n.has_prefix(wanted)))
    }

    fn rotate(&mut self, n: u32, left: bool) {
        self.prune();
        let len = self.goals.len();
        if len == 0 {
            return;
        }
        let n = n as usize % len;
        if left {
            self.goals.rotate_left(n);
        } else {
            self.goals.rotate_right(n);
        }
    }

    fn within(&mut self, keyword: &str, seq: &TacticSeq) -> Result<()> {
        let t = match keyword {
            "classical" => return self.classical(seq),
            "unhygienic" => {
                let old = std::mem::replace(&mut self.unhygienic, true);
                let r = self.seq(seq);
                self.unhygienic = old;
                return r;
            }
            "with_reducible" => Transparency::Reducible,
            "with_reducible_and_instances" => Transparency::Instances,
            "with_unfolding_all" => Transparency::All,
            _ => return self.seq(seq),
        };
        let old = std::mem::replace(&mut self.e.m.transparency, t);
        let r = self.seq(seq);
        self.e.m.transparency = old;
        r
    }

    /// Runs `seq` with every proposition decidable, as a last resort.
    fn classical(&mut self, seq: &TacticSeq) -> Result<()> {
        let name = Name::new("Classical.propDecidable");
        if !self.e.m.env.contains(name) {
            return self.seq(seq);
        }
        let class = *crate::known::DECIDABLE;
        let old = self.e.m.env.ext.instances.get(&class).cloned().unwrap_or_default();
        let mut all = old.clone();
        all.insert(0, InstanceEntry { name, priority: 10 });
        // Instances that were looked for in vain may be found now, and the other way round afterwards.
        self.e.m.env.ext.instances.insert(class, all);
        self.e.m.clear_caches();
        let r = self.seq(seq);
        self.e.m.env.ext.instances.insert(class, old);
        self.e.m.clear_caches();
        r
    }
}

fn has_suffix(n: Name, suffix: Name) -> bool {
    let (a, b): (Vec<&Part>, Vec<&Part>) = (n.components(), suffix.components());
    a.len() >= b.len() && a[a.len() - b.len()..] == b[..]
}

/// The names to give; `_` gives none.
pub(super) fn names_of(names: &[BinderName]) -> Vec<Option<Name>> {
    names.iter().map(|n| n.ident().map(ident_name)).collect()
}
