//! `conv` blocks.

use super::Script;
use super::terms::Holes;
use crate::conv::goal::{ConvGoal, finish_all};
use crate::conv::pattern::pattern;
use crate::conv::walk::{self, ArgNumber};
use crate::goal::in_goal;
use crate::rfl::try_rfl_after_rw;
use crate::simp::location::dsimp_call;
use crate::simp::{SimpCall, SimpCtx, simp_expr};
use crate::terms::Terms;
use turnstile_elab::env::Transparency;
use turnstile_elab::term::ident_name;
use turnstile_elab::{Error, Meta, Piece, Result, SynthMode};
use turnstile_kernel::{Expr, MVarId, Name, Node, with_stack};
use turnstile_syntax::{
    BinderName, ConvArg, ConvBlock, ConvOccs, ConvPattern, ConvStep, EnterArg, Span, TacticSeq, Term,
};

/// `e` with the values of its `let`s put in.
fn without_lets(m: &Meta, e: Expr) -> Expr {
    let st = &m.st;
    st.replace(e, |e, _| match st.node(e) {
        Node::Let(_, _, v, b) => Some(with_stack(|| without_lets(m, st.instantiate1(b, v)))),
        _ => None,
    })
}

impl Script<'_> {
    /// `conv at h in p => steps`
    pub(super) fn conv(&mut self, c: &ConvBlock, span: Span) -> Result<()> {
        let g = self.main()?;
        let hyp = c.at.as_ref().map(|h| self.local(g, h)).transpose()?;
        let old = in_goal(&mut self.e.m, g, |m, goal| {
            let e = match hyp {
                None => goal.target,
                Some(h) => m.local_decl(h)?.ty,
            };
            Ok(m.instantiate(e))
        })?;
        let (new, proof) = self.convert(g, old, span, |s| {
            if let Some(side) = &c.side {
                s.conv_step(side, span)?;
            }
            if let Some(p) = &c.pattern {
                s.conv_pattern(p)?;
            }
            s.seq(&c.body)
        })?;
        let m = &mut self.e.m;
        match hyp {
            None => {
                let h = in_goal(m, g, |m, goal| {
                    let (e, h) = crate::goal::new_goal(m, new, goal.tag);
                    let v = m.mk_eq_mpr(old, new, proof, e)?;
                    m.mctx.assign(g, v);
                    Ok(h)
                })?;
                self.replace_main([h]);
                try_rfl_after_rw(&mut self.e.m, h)?;
                self.prune();
            }
            Some(id) => {
                let x = m.st.fvar(id);
                let v = in_goal(m, g, |m, _| m.mk_eq_mp(old, new, proof, x))?;
                let (_, h) = crate::assert::replace_hyp(m, g, id, new, v)?;
                self.replace_main([h]);
            }
        }
        Ok(())
    }

    /// What `steps` make of `e` in the context of `g`, and the proof that both are equal.
    fn convert(
        &mut self,
        g: MVarId,
        e: Expr,
        span: Span,
        steps: impl FnOnce(&mut Self) -> Result<()>,
    ) -> Result<(Expr, Expr)> {
        let (result, proof, id) = in_goal(&mut self.e.m, g, |m, _| ConvGoal::open(m, e, Name::anon()))?;
        let ((), left) = self.on(vec![id], steps)?;
        self.close_conv(&left, "convert tactic failed, there are unsolved goals", span)?;
        let m = &mut self.e.m;
        Ok((m.instantiate(result), m.instantiate(proof)))
    }

    /// Closes what a block leaves.
    fn close_conv(&mut self, goals: &[MVarId], message: &str, span: Span) -> Result<()> {
        let left = finish_all(&mut self.e.m, goals)?;
        if left.is_empty() {
            return Ok(());
        }
        let mut pieces = vec![Piece::Text(message.into())];
        for g in left {
            pieces.extend([Piece::Text("\n".into()), Piece::Goal(g)]);
        }
        Err(self.e.m.error(pieces).at(span))
    }

    pub(super) fn conv_step(&mut self, step: &ConvStep, span: Span) -> Result<()> {
        let g = self.main()?;
        let m = &mut self.e.m;
        match step {
            ConvStep::Lhs => self.conv_arg(ConvArg { all: false, index: -2 }, "lhs"),
            ConvStep::Rhs => self.conv_arg(ConvArg { all: false, index: -1 }, "rhs"),
            ConvStep::Arg(a) => self.conv_arg(*a, "arg"),
            ConvStep::Fun => {
                let h = walk::fun(m, g)?;
                self.replace_main([h]);
                Ok(())
            }
            ConvStep::Congr => {
                let goals = walk::congr(m, g)?;
                self.replace_main(goals);
                Ok(())
            }
            ConvStep::Ext(names) if names.is_empty() => self.conv_ext(None),
            ConvStep::Ext(names) => names.iter().try_for_each(|n| self.conv_ext(Some(n))),
            ConvStep::Enter(args) => args.iter().try_for_each(|a| match a {
                EnterArg::Arg(a) => self.conv_arg(*a, "arg"),
                EnterArg::Binder(x) => self.conv_ext(Some(x)),
                EnterArg::Pattern(p) => self.conv_pattern(p),
            }),
            ConvStep::Pattern(p) => self.conv_pattern(p),
            ConvStep::Whnf => self.conv_by_definition(|s, e| s.e.m.whnf(e)),
            ConvStep::Reduce => self.conv_by_definition(|s, e| s.e.m.normalize(e)),
            ConvStep::Zeta => self.conv_by_definition(|s, e| Ok(without_lets(&s.e.m, e))),
            ConvStep::SimpMatch => {
                let call = dsimp_call(&SimpCall::only(vec![]));
                self.conv_by_definition(|s, e| {
                    let mut cx = SimpCtx::new(&mut s.e.m, &call)?;
                    Ok(simp_expr(&mut s.e.m, &mut cx, e)?.expr)
                })
            }
            ConvStep::Change(t) => self.conv_change(t),
            ConvStep::Tactic(seq) => self.focus(|s| s.seq(seq)),
            ConvStep::Nested(seq) => self.conv_nested(seq, span),
        }
    }

    fn conv_nested(&mut self, seq: &TacticSeq, span: Span) -> Result<()> {
        let g = self.main()?;
        let ((), left) = self.on(vec![g], |s| s.seq(seq))?;
        self.close_conv(&left, "unsolved goals", span)?;
        self.replace_main([]);
        Ok(())
    }

    fn conv_arg(&mut self, a: ConvArg, tactic: &'static str) -> Result<()> {
        let g = self.main()?;
        let n = ArgNumber { index: a.index, all: a.all, tactic };
        let goals = walk::arg(&mut self.e.m, g, n)?;
        self.replace_main(goals);
        Ok(())
    }

    fn conv_ext(&mut self, name: Option<&BinderName>) -> Result<()> {
        let g = self.main()?;
        let name = name.and_then(BinderName::ident).map(ident_name);
        let h = walk::enter_binder(&mut self.e.m, g, name)?;
        self.replace_main([h]);
        Ok(())
    }

    fn conv_pattern(&mut self, p: &ConvPattern) -> Result<()> {
        let g = self.main()?;
        let (pat, _) = self.elab(g, &p.term, None, Holes::All, SynthMode::NoPostpone)?;
        let occs = match &p.occs {
            ConvOccs::All => None,
            ConvOccs::Only(list) => Some(list.as_slice()),
        };
        let goals = match pattern(&mut self.e.m, g, pat, occs) {
            Err(e) if !e.is_resource() => {
                // Numerals of unknown type have their default type then.
                self.in_goal(g, |s, _| s.e.synthesize(SynthMode::Partial))?;
                pattern(&mut self.e.m, g, pat, occs)?
            }
            r => r?,
        };
        self.replace_main(goals);
        Ok(())
    }

    /// Replaces the term by one that is equal by definition.
    fn conv_by_definition(&mut self, f: impl FnOnce(&mut Self, Expr) -> Result<Expr>) -> Result<()> {
        let g = self.main()?;
        let c = ConvGoal::expect(&self.e.m, g)?;
        let h = self.in_goal(g, |s, _| {
            let new = f(s, c.lhs)?;
            c.update(&mut s.e.m, new, None)
        })?;
        self.replace_main([h]);
        Ok(())
    }

    fn conv_change(&mut self, t: &Term) -> Result<()> {
        self.conv_by_definition(|s, lhs| {
            let ty = s.e.m.infer(lhs)?;
            let new = s.e.elab_term_ensuring_type(t, ty)?;
            s.e.synthesize(SynthMode::NoPostpone)?;
            let same = s.e.m.with_transparency(Transparency::Default, |m| m.is_def_eq(new, lhs))?;
            s.e.synthesize(SynthMode::Final)?;
            let new = s.e.m.instantiate(new);
            if same {
                return Ok(new);
            }
            Err(s.e.m.error(vec![
                Piece::Text("invalid 'change' conv tactic, term\n  ".into()),
                Piece::Expr(new),
                Piece::Text("\nis not definitionally equal to left-hand-side\n  ".into()),
                Piece::Expr(lhs),
            ]))
        })
    }

    /// `simp` and `dsimp` on the term of a goal of conversion mode; whether it is one.
    pub(super) fn conv_simp(
        &mut self,
        call: &SimpCall,
    ) -> Result<Option<(MVarId, Vec<crate::simp::Origin>)>> {
        let g = self.main()?;
        let Some(c) = ConvGoal::of(&self.e.m, g) else { return Ok(None) };
        let m = &mut self.e.m;
        in_goal(m, g, |m, _| {
            let mut cx = SimpCtx::new(m, call)?;
            let r = simp_expr(m, &mut cx, c.lhs)?;
            let h = c.update(m, r.expr, r.proof)?;
            Ok(Some((h, cx.used().to_vec())))
        })
    }

    /// `trace_state`
    pub(super) fn trace_state(&mut self, span: Span) {
        self.prune();
        let mut pieces = Vec::new();
        for (i, g) in self.goals.iter().enumerate() {
            if i > 0 {
                pieces.push(Piece::Text("\n\n".into()));
            }
            pieces.push(Piece::Goal(*g));
        }
        if pieces.is_empty() {
            pieces.push(Piece::Text("no goals".into()));
        }
        let e: Error = self.e.m.error(pieces);
        let text = self.e.m.render(&e);
        self.e.log(turnstile_elab::Severity::Info, span, text);
    }
}
