//! Tactics that check a state, and small ones that belong nowhere else.

use super::Script;
use super::terms::Holes;
use crate::ac_rfl::ac_nf;
use crate::goal::{goal_decl, in_goal, new_goal_in};
use turnstile_elab::env::Transparency;
use turnstile_elab::{Error, Piece, Result, SynthMode};
use turnstile_kernel::Expr;
use turnstile_syntax::{Guard, GuardMatch, Ident, Span, Tactic, TacticKind, TacticSeq, Term, TermKind};

impl Script<'_> {
    pub(super) fn checking(&mut self, t: &Tactic) -> Result<()> {
        match &t.kind {
            TacticKind::FailIfSuccess(seq) => self.fail_if_success(seq),
            TacticKind::AcNf(l) => self.at_places(l.as_ref(), |s, at| {
                let g = s.main()?;
                let left = ac_nf(&mut s.e.m, g, at)?;
                s.replace_main(left);
                Ok(())
            }),
            TacticKind::Trans(middle) => self.trans(middle.as_ref(), t.span),
            TacticKind::ClearValue(ids) => ids.iter().try_for_each(|id| self.clear_value(id)),
            TacticKind::Guard(g) => self.guard(g),
            _ => Err(Error::msg("internal: not a checking tactic")),
        }
    }

    /// Runs `seq`; fails unless it does. Nothing of it stays.
    fn fail_if_success(&mut self, seq: &TacticSeq) -> Result<()> {
        let before = self.e.checkpoint();
        let goals = self.goals.clone();
        let r = self.attempt(|s| s.seq(seq))?;
        if r.is_ok() {
            self.e.rollback(&before);
            self.goals = goals;
            return Err(Error::msg("tactic succeeded"));
        }
        Ok(())
    }

    /// `trans b`: from `a ~ c` the goals `a ~ b` and `b ~ c`.
    fn trans(&mut self, middle: Option<&Term>, span: Span) -> Result<()> {
        let hole = || Term { kind: TermKind::SyntheticHole(None), span };
        let name = Ident { parts: vec!["Trans".into(), "trans".into()], span };
        let func = Term { kind: TermKind::Ident { name, levels: None }, span };
        let mut args = Vec::new();
        if let Some(b) = middle {
            let name = Ident { parts: vec!["b".into()], span };
            args.push(turnstile_syntax::Arg::Named { name, value: b.clone(), span });
        }
        args.extend([hole(), hole()].map(turnstile_syntax::Arg::Positional));
        let term = Term { kind: TermKind::App { func: Box::new(func), args, ellipsis: false }, span };
        self.refine(&term, Holes::All)
    }

    /// Forgets the value of a local definition.
    fn clear_value(&mut self, id: &Ident) -> Result<()> {
        let g = self.main()?;
        let x = self.local(g, id)?;
        let m = &mut self.e.m;
        let d = goal_decl(m, g)?;
        let Some(l) = d.lctx.get(x) else { return Err(Error::msg("unknown hypothesis").at(id.span)) };
        let Some(value) = l.value else {
            return Err(Error::msg(format!("hypothesis '{id}' is not a let variable")).at(id.span));
        };
        // `fun x => ?goal` applied to the value: the goal must make sense for every value.
        let (ids, h) = crate::revert::revert(m, g, &[x])?;
        let (ty, tag) = (crate::goal::target(m, h)?, goal_decl(m, h)?.name);
        let turnstile_kernel::Node::Let(n, t, _, body) = m.st.node(ty) else {
            return Err(Error::msg("internal: no local definition").at(id.span));
        };
        if !in_goal(m, h, |m, _| crate::kabstract::abstraction_is_type_correct(m, t, body))? {
            return Err(
                Error::msg(format!("the goal is only type correct for the value of '{id}'")).at(id.span)
            );
        }
        let pi = m.st.pi(turnstile_kernel::Binder::new(n), t, body);
        let lctx = goal_decl(m, h)?.lctx.clone();
        let (e, rest) = new_goal_in(m, lctx, pi, tag);
        let v = m.st.app(e, value);
        m.mctx.assign(h, v);
        let names: Vec<_> = ids.iter().map(|i| d.lctx.get(*i).map(|l| l.name)).collect();
        let (_, rest) =
            crate::intro::intro_n(m, rest, ids.len(), |i, n| names.get(i).copied().flatten().unwrap_or(n))?;
        self.replace_main([rest]);
        Ok(())
    }

    fn guard(&mut self, g: &Guard) -> Result<()> {
        let main = self.main()?;
        match g {
            Guard::Target(how, t) => {
                let target = crate::goal::target(&self.e.m, main)?;
                self.agrees(t, target, *how, "target of main goal is")
            }
            Guard::Hyp { name, ty, value } => {
                let h = self.local(main, name)?;
                let d = goal_decl(&self.e.m, main)?;
                let Some(l) = d.lctx.get(h).cloned() else { return Err(Error::msg("unknown hypothesis")) };
                if let Some((how, t)) = ty {
                    self.agrees(t, l.ty, *how, &format!("hypothesis {name} has type"))?;
                }
                match (value, l.value) {
                    (Some((how, t)), Some(v)) => {
                        self.agrees(t, v, *how, &format!("hypothesis {name} has value"))
                    }
                    (Some(_), None) => Err(Error::msg(format!("{name} is not a let binding"))),
                    _ => Ok(()),
                }
            }
            Guard::Expr(a, how, b) => {
                let (b, _) = self.elab(main, b, None, Holes::None, SynthMode::Final)?;
                self.agrees(a, b, *how, "the right side is")
            }
        }
    }

    /// Fails unless `t` is `e`.
    fn agrees(&mut self, t: &Term, e: Expr, how: GuardMatch, what: &str) -> Result<()> {
        let g = self.main()?;
        self.in_goal(g, |s, _| {
            let e = s.e.m.instantiate(e);
            let ty = s.e.m.infer(e)?;
            let v = s.e.elab_term_ensuring_type(t, ty)?;
            s.e.synthesize(SynthMode::Final)?;
            let v = s.e.m.instantiate(v);
            let m = &mut s.e.m;
            let same = match how {
                GuardMatch::Syntactic => m.st.alpha_eq(v, e),
                GuardMatch::Reducible => {
                    m.with_transparency(Transparency::Reducible, |m| m.is_def_eq(v, e))?
                }
                GuardMatch::Default => m.is_def_eq(v, e)?,
            };
            if same {
                return Ok(());
            }
            Err(m.error(vec![
                Piece::Text(format!("{what}\n  ")),
                Piece::Expr(e),
                Piece::Text("\nnot\n  ".into()),
                Piece::Expr(v),
            ]))
        })
    }
}
