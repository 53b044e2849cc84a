//! Tactics that are given terms: `exact`, `apply`, `refine`, `have`, `show`, …

use super::Script;
use super::patterns::Types;
use crate::apply::{apply, exact_term};
use crate::assert::{define, have, note, specialize};
use crate::change::change_target;
use crate::goal::{Goals, case_tag, inaccessible};
use turnstile_elab::meta::MVarKind;
use turnstile_elab::term::{Head, ident_name};
use turnstile_elab::{Error, Piece, Result, SynthMode};
use turnstile_kernel::{Expr, MVarId, Name, Node};
use turnstile_syntax as ast;
use turnstile_syntax::{
    AltRhs, BinderName, Body, LetDecl, LetTarget, MatchAlt, Span, Tactic, TacticAlt, TacticKind, TacticMatch,
    Term, TermKind,
};

/// What may stay open in an elaborated term.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Holes {
    /// Nothing.
    None,
    /// `?_` and `?x`: they become goals.
    Named,
    /// `_` as well.
    All,
}

impl<'a> Script<'a> {
    pub(super) fn term_tactic(&mut self, t: &Tactic) -> Result<()> {
        use TacticKind as T;
        match &t.kind {
            T::Exact(e) => self.exact(e),
            T::Apply(e) => self.apply_term(e),
            T::Refine(e) => self.refine(e, Holes::Named),
            T::RefinePrime(e) => self.refine(e, Holes::All),
            T::Exists(es) => self.exists(es, t.span),
            T::Exacts(es) => es.iter().try_for_each(|e| self.exact(e)),
            T::Calc(steps) => {
                let g = self.main()?;
                let (proof, new) = self.elab_with(g, t.span, Holes::Named, |s, target| {
                    let proof = s.e.calc_steps(steps, t.span)?;
                    let proof = s.e.ensure_type(proof, target, t.span)?;
                    s.e.synthesize(SynthMode::Final)?;
                    Ok(proof)
                })?;
                self.fill(g, proof, new, t.span)
            }
            T::NoFun => self.exact(&Term { kind: TermKind::NoFun, span: t.span }),
            T::NoMatch(es) => self.exact(&Term { kind: TermKind::NoMatch(es.clone()), span: t.span }),
            T::Match(m) => self.match_tactic(m, t.span),
            T::Show(ty) => self.show(ty),
            T::ShowFrom(ty, v) => {
                let kind = TermKind::Show { ty: Box::new(ty.clone()), value: Box::new(v.clone()) };
                self.exact(&Term { kind, span: t.span })
            }
            T::Specialize(e) => {
                let g = self.main()?;
                let (v, new) = self.elab(g, e, None, Holes::All, SynthMode::Final)?;
                let (_, h) = specialize(&mut self.e.m, g, v)?;
                self.replace_main(std::iter::once(h).chain(new));
                Ok(())
            }
            T::Have(d) | T::HaveI(d) => self.have(d),
            T::Let(d) | T::LetI(d) => self.let_tactic(d),
            T::Replace(d) => self.replace(d),
            T::Suffices { name, ty, value } => self.suffices(name.as_ref(), ty, value.as_ref(), t.span),
            _ => Err(Error::msg("internal: not a term tactic")),
        }
    }

    /// Elaborates `t` in the context of `g`. Returns it with the holes it leaves, in order.
    ///
    /// # Errors
    /// When the term is wrong or leaves holes it must not leave.
    pub(super) fn elab(
        &mut self,
        g: MVarId,
        t: &Term,
        expected: Option<Expr>,
        holes: Holes,
        mode: SynthMode,
    ) -> Result<(Expr, Goals)> {
        self.elab_with(g, t.span, holes, |s, _| {
            let v = match expected {
                Some(ty) => s.e.elab_term_ensuring_type(t, ty)?,
                None => s.e.elab_term(t, None)?,
            };
            s.e.synthesize(mode)?;
            Ok(v)
        })
    }

    /// Runs `f`, which elaborates a term in the context of `g`. Returns the term with the holes it leaves, in order.
    fn elab_with(
        &mut self,
        g: MVarId,
        span: Span,
        holes: Holes,
        f: impl FnOnce(&mut Script<'a>, Expr) -> Result<Expr>,
    ) -> Result<(Expr, Goals)> {
        self.in_goal(g, |s, target| {
            // Holes made from here on have larger numbers.
            let mark = s.e.m.st.fresh_mvar();
            let v = f(s, target)?;
            let v = s.e.m.instantiate(v);
            let new: Goals = s.e.m.unassigned_mvars(v).into_iter().filter(|x| *x > mark).collect();
            for x in &new {
                let opaque = s.e.m.mctx.decl(*x).is_some_and(|d| d.kind == MVarKind::Opaque);
                if holes == Holes::None || holes == Holes::Named && !opaque {
                    let hole = s.e.m.st.mvar(*x);
                    s.e.check_no_holes(hole, span)?;
                }
            }
            Ok((v, new))
        })
    }

    /// Closes `g` with the elaborated term `v`; its holes `new` take its place.
    fn fill(&mut self, g: MVarId, v: Expr, new: Goals, span: Span) -> Result<()> {
        exact_term(&mut self.e.m, g, v).map_err(|e| e.at(span))?;
        self.adopt(&new, g);
        self.replace_main(new);
        Ok(())
    }

    /// The type `t` in the context of `g`.
    pub(super) fn elab_type(&mut self, g: MVarId, t: &Term) -> Result<Expr> {
        self.in_goal(g, |s, _| {
            let ty = s.e.elab_type(t)?;
            s.e.synthesize(SynthMode::Final)?;
            Ok(s.e.m.instantiate(ty))
        })
    }

    fn exact(&mut self, t: &Term) -> Result<()> {
        let g = self.main()?;
        let target = crate::goal::target(&self.e.m, g)?;
        let (v, _) = self.elab(g, t, Some(target), Holes::None, SynthMode::Final)?;
        exact_term(&mut self.e.m, g, v).map_err(|e| e.at(t.span))?;
        self.replace_main([]);
        Ok(())
    }

    pub(super) fn refine(&mut self, t: &Term, holes: Holes) -> Result<()> {
        let g = self.main()?;
        let target = crate::goal::target(&self.e.m, g)?;
        let (v, new) = self.elab(g, t, Some(target), holes, SynthMode::Final)?;
        self.fill(g, v, new, t.span)
    }

    /// Holes without a name that become goals: one alone inherits the case tag of the goal it comes from, several are
    /// numbered.
    fn adopt(&mut self, new: &[MVarId], parent: MVarId) {
        let Some(tag) = self.e.m.mctx.decl(parent).map(|d| d.name) else { return };
        let unnamed: Vec<MVarId> = new
            .iter()
            .copied()
            .filter(|x| self.e.m.mctx.decl(*x).is_some_and(|d| d.name.is_anon()))
            .collect();
        for (i, x) in unnamed.iter().enumerate() {
            let Some(d) = self.e.m.mctx.decl(*x).cloned() else { continue };
            let mut d = (*d).clone();
            d.name =
                if new.len() == 1 { tag } else { case_tag(tag, Name::new(&format!("refine_{}", i + 1))) };
            self.e.m.mctx.declare(*x, d);
        }
    }

    /// An identifier as the function it names, implicit arguments not filled in; other terms elaborated.
    pub(super) fn elab_function(&mut self, g: MVarId, t: &Term) -> Result<(Expr, Goals)> {
        if let TermKind::Ident { name, levels: None } = &t.unparen().kind {
            let found = self.in_goal(g, |s, _| Ok(s.e.resolve_ident(name)))?;
            if let [(head, fields)] = found.as_slice()
                && fields.is_empty()
            {
                let e = match head {
                    Head::Local(x) => *x,
                    Head::Global(n) => self.e.m.mk_const(*n)?,
                };
                return Ok((e, vec![]));
            }
        }
        self.elab(g, t, None, Holes::All, SynthMode::NoPostpone)
    }

    fn apply_term(&mut self, t: &Term) -> Result<()> {
        let g = self.main()?;
        let (f, mut left) = self.elab_function(g, t)?;
        let mut goals = apply(&mut self.e.m, g, f)?;
        self.in_goal(g, |s, _| s.e.synthesize(SynthMode::Final))?;
        left.retain(|x| !self.e.m.mctx.is_assigned(*x) && !goals.contains(x));
        goals.extend(left);
        goals.retain(|x| !self.e.m.mctx.is_assigned(*x));
        self.replace_main(goals);
        Ok(())
    }

    fn exists(&mut self, es: &[Term], span: Span) -> Result<()> {
        let mut parts = es.to_vec();
        parts.push(Term { kind: TermKind::SyntheticHole(None), span });
        let t = Term { kind: TermKind::AnonCtor(parts), span };
        self.focus(|s| {
            s.refine(&t, Holes::Named)?;
            s.all_goals(|s| s.attempt(|s| s.trivial()).map(|_| ()))
        })
    }

    fn show(&mut self, t: &Term) -> Result<()> {
        let main = self.main()?;
        for i in 0..self.goals.len() {
            let g = self.goals[i];
            let r = self.attempt(|s| {
                let ty = s.in_goal(g, |s, _| {
                    let ty = s.e.elab_type(t)?;
                    s.e.synthesize(SynthMode::NoPostpone)?;
                    Ok(ty)
                })?;
                let h = change_target(&mut s.e.m, g, ty)?;
                s.in_goal(h, |s, _| s.e.synthesize(SynthMode::Final))?;
                Ok(h)
            })?;
            if let Ok(h) = r {
                self.goals.remove(i);
                self.goals.insert(0, h);
                return Ok(());
            }
        }
        let ty = self.elab_type(main, t)?;
        let target = crate::goal::target(&self.e.m, main)?;
        self.in_goal(main, |s, _| {
            Err(s.e.m.error(vec![
                Piece::Text("'show' tactic failed, pattern\n  ".into()),
                Piece::Expr(ty),
                Piece::Text("\nis not definitionally equal to target\n  ".into()),
                Piece::Expr(target),
            ]))
        })
    }

    /// What a `have` or `let` declares: name, type, value. The value may have named holes: new goals.
    fn elab_decl(&mut self, g: MVarId, d: &LetDecl) -> Result<(Expr, Expr, Goals)> {
        if d.binders.is_empty()
            && let Body::Value(v) = &d.body
        {
            let ty = d.ty.as_ref().map(|t| self.elab_type(g, t)).transpose()?;
            let (v, new) = self.elab(g, v, ty, Holes::Named, SynthMode::Final)?;
            let ty = match ty {
                Some(t) => t,
                None => self.in_goal(g, |s, _| {
                    let t = s.e.m.infer(v)?;
                    Ok(s.e.m.instantiate(t))
                })?,
            };
            return Ok((self.e.m.instantiate(ty), v, new));
        }
        let mut ty = None;
        let (v, new) = self.elab_with(g, d.span, Holes::Named, |s, _| {
            let (t, v) = s.e.elab_let_value(d)?;
            ty = Some(t);
            Ok(v)
        })?;
        let Some(ty) = ty else { return Err(Error::msg("internal: no type")) };
        Ok((self.e.m.instantiate(ty), v, new))
    }

    fn decl_name(&self, d: &LetDecl) -> Name {
        match &d.target {
            LetTarget::Name(BinderName::Ident(id)) => ident_name(id),
            LetTarget::Name(BinderName::Hole(_)) => inaccessible(Name::new("x")),
            LetTarget::Anonymous | LetTarget::Pattern(_) => Name::new("this"),
        }
    }

    fn have(&mut self, d: &LetDecl) -> Result<()> {
        let g = self.main()?;
        if matches!(d.body, Body::None) {
            let name = self.decl_name(d);
            let ty = self.in_goal(g, |s, _| {
                s.e.with_binders(&d.binders, |e, xs| {
                    let Some(t) = &d.ty else { return Err(Error::msg("a type is missing").at(d.span)) };
                    let ty = e.elab_type(t)?;
                    e.synthesize(SynthMode::Final)?;
                    e.m.mk_pi(xs, ty)
                })
            })?;
            let (value, _, rest) = have(&mut self.e.m, g, name, ty)?;
            self.replace_main([value, rest]);
            return Ok(());
        }
        let (ty, v, new) = self.elab_decl(g, d)?;
        if let LetTarget::Pattern(p) = &d.target {
            let mut types = Types::default();
            let pat = types.of_term(p)?;
            let goals = self.rcases_with(g, &[(v, pat)], types)?;
            self.replace_main(goals.into_iter().chain(new));
            return Ok(());
        }
        let name = self.decl_name(d);
        let (_, h) = note(&mut self.e.m, g, name, ty, v)?;
        self.replace_main(std::iter::once(h).chain(new));
        Ok(())
    }

    fn let_tactic(&mut self, d: &LetDecl) -> Result<()> {
        let g = self.main()?;
        if matches!(d.target, LetTarget::Pattern(_)) {
            return self.have(d);
        }
        let (ty, v, new) = self.elab_decl(g, d)?;
        let name = self.decl_name(d);
        let (_, h) = define(&mut self.e.m, g, name, ty, v)?;
        self.replace_main(std::iter::once(h).chain(new));
        Ok(())
    }

    fn replace(&mut self, d: &LetDecl) -> Result<()> {
        let g = self.main()?;
        let name = self.decl_name(d);
        let old = crate::goal::goal_decl(&self.e.m, g)?.lctx.find(name).map(|l| l.id);
        self.have(d)?;
        let Some(old) = old else { return Ok(()) };
        // Without a value the goal with the hypothesis comes second.
        let at = usize::from(matches!(d.body, Body::None));
        if let Some(h) = self.goals.get(at).copied() {
            self.goals[at] = crate::revert::try_clear(&mut self.e.m, h, old)?;
        }
        Ok(())
    }

    fn suffices(
        &mut self,
        name: Option<&BinderName>,
        ty: &Term,
        value: Option<&Term>,
        span: Span,
    ) -> Result<()> {
        let g = self.main()?;
        let name = match name {
            Some(BinderName::Ident(id)) => ident_name(id),
            Some(BinderName::Hole(_)) => inaccessible(Name::new("this")),
            None => Name::new("this"),
        };
        let ty = self.elab_type(g, ty)?;
        let (reduced, _, rest) = have(&mut self.e.m, g, name, ty)?;
        match value {
            None => self.replace_main([rest, reduced]),
            Some(v) => {
                self.on(vec![rest], |s| {
                    s.exact(v)?;
                    s.done(span)
                })?;
                self.replace_main([reduced]);
            }
        }
        Ok(())
    }

    /// `match … with | p => tacs` is the term with a tactic block in each branch; `?_` branches become goals.
    fn match_tactic(&mut self, m: &TacticMatch, span: Span) -> Result<()> {
        let alts = m.alts.iter().map(alt_term).collect();
        let m = ast::Match {
            generalizing: m.generalizing,
            motive: m.motive.clone(),
            discrs: m.discrs.clone(),
            alts,
        };
        let t = Term { kind: TermKind::Match(Box::new(m)), span };
        self.refine(&t, Holes::Named)
    }

    pub(super) fn intro_match(&mut self, alts: &[TacticAlt], span: Span) -> Result<()> {
        let t = Term { kind: TermKind::FunMatch(alts.iter().map(alt_term).collect()), span };
        self.refine(&t, Holes::Named)
    }

    /// The hypothesis a term names.
    pub(super) fn hypothesis(&mut self, g: MVarId, t: &Term) -> Result<turnstile_kernel::FVarId> {
        if let Some(id) = t.unparen().as_ident() {
            return self.local(g, id);
        }
        let (v, _) = self.elab(g, t, None, Holes::None, SynthMode::Final)?;
        match self.e.m.st.node(v) {
            Node::FVar(id) => Ok(id),
            _ => Err(Error::msg("hypothesis expected").at(t.span)),
        }
    }
}

fn alt_term(a: &TacticAlt) -> MatchAlt {
    let rhs = match &a.rhs {
        AltRhs::Tactics(seq) => Term { kind: TermKind::By(seq.clone()), span: seq.span },
        AltRhs::Hole(span) => Term { kind: TermKind::SyntheticHole(None), span: *span },
        AltRhs::SyntheticHole(name, span) => {
            Term { kind: TermKind::SyntheticHole(name.clone()), span: *span }
        }
    };
    MatchAlt { patterns: a.patterns.clone(), rhs, span: a.span }
}
