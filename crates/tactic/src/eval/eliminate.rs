//! `cases`, `induction`, `rcases`, `obtain`.

use super::Script;
use super::control::names_of;
use super::patterns::Types;
use super::terms::Holes;
use crate::assert::have;
use crate::eliminate::{Case, cases_term, induction, unnamed};
use crate::generalize::generalize;
use crate::goal::{Goals, goal_decl, inaccessible};
use crate::rcases::{Pat, ctor_field_infos};
use crate::revert::rename;
use crate::using::{ElimInfo, declared_eliminator, elim_info, eliminate_using};
use turnstile_elab::term::ident_name;
use turnstile_elab::{Error, Piece, Result, SynthMode};
use turnstile_kernel::{BinderInfo, Expr, FVarId, MVarId, Name, Node};
use turnstile_syntax::{
    AltRhs, BinderName, Ident, InductionAlt, InductionAlts, InductionLhs, MatchDiscr, RcasesPat, Span,
    Tactic, TacticKind, Term,
};

impl Script<'_> {
    pub(super) fn elimination(&mut self, t: &Tactic) -> Result<()> {
        use TacticKind as T;
        match &t.kind {
            T::Cases { targets, using, alts } => {
                let cases = self.cases(targets, using.as_ref())?;
                self.run_alternatives(cases, alts.as_ref(), t.span)
            }
            T::Induction { targets, using, generalizing, alts } => {
                let cases = self.induction(targets, using.as_ref(), generalizing)?;
                self.run_alternatives(cases, alts.as_ref(), t.span)
            }
            T::FunInduction { cases, call, generalizing, alts } => {
                let cases = self.fun_induction(*cases, call, generalizing)?;
                self.run_alternatives(cases, alts.as_ref(), t.span)
            }
            T::Rcases { targets, pat } => self.rcases(targets, pat.as_ref()),
            T::Obtain { pat, ty, values } => self.obtain(pat.as_ref(), ty.as_ref(), values),
            _ => Err(Error::msg("internal: not an elimination tactic")),
        }
    }

    pub(super) fn target(&mut self, g: MVarId, t: &Term) -> Result<Expr> {
        if let Some(id) = t.unparen().as_ident()
            && let Ok(h) = self.local(g, id)
        {
            return Ok(self.e.m.st.fvar(h));
        }
        Ok(self.elab(g, t, None, Holes::None, SynthMode::Final)?.0)
    }

    fn cases(&mut self, targets: &[MatchDiscr], using: Option<&Ident>) -> Result<Vec<Case>> {
        let g = self.main()?;
        if let Some(id) = using {
            let n = self.in_goal(g, |s, _| s.e.resolve_const(id))?;
            let info = elim_info(&mut self.e.m, n)?;
            return self.eliminate_with(g, &info, targets, &[]);
        }
        let [d] = targets else {
            return Err(Error::msg("'cases' with several targets needs an eliminator"));
        };
        let e = self.target(g, &d.term)?;
        let eq = hyp_name(d);
        if eq.is_none()
            && let Some(info) = self.in_goal(g, |s, _| {
                let ty = s.e.m.infer(e)?;
                declared_eliminator(&mut s.e.m, "cases_eliminator", ty)
            })?
        {
            return self.eliminate_with(g, &info, targets, &[]);
        }
        cases_term(&mut self.e.m, g, e, eq, &unnamed)
    }

    fn induction(
        &mut self,
        targets: &[MatchDiscr],
        using: Option<&Ident>,
        gen_: &[Ident],
    ) -> Result<Vec<Case>> {
        let g = self.main()?;
        let generalizing = gen_.iter().map(|x| self.local(g, x)).collect::<Result<Vec<FVarId>>>()?;
        if let Some(id) = using {
            let n = self.in_goal(g, |s, _| s.e.resolve_const(id))?;
            let info = elim_info(&mut self.e.m, n)?;
            return self.eliminate_with(g, &info, targets, &generalizing);
        }
        let [d] = targets else {
            return Err(Error::msg("'induction' with several targets needs an eliminator"));
        };
        let e = self.target(g, &d.term)?;
        let info = self.in_goal(g, |s, _| {
            let ty = s.e.m.infer(e)?;
            declared_eliminator(&mut s.e.m, "induction_eliminator", ty)
        })?;
        if let Some(info) = info {
            return self.eliminate_with(g, &info, targets, &generalizing);
        }
        let (h, g) = self.target_variable(g, e, hyp_name(d))?;
        induction(&mut self.e.m, g, h, &generalizing, &unnamed)
    }

    fn eliminate_with(
        &mut self,
        g: MVarId,
        info: &ElimInfo,
        targets: &[MatchDiscr],
        generalizing: &[FVarId],
    ) -> Result<Vec<Case>> {
        let mut g = g;
        let mut ids = Vec::with_capacity(targets.len());
        for d in targets {
            let e = self.target(g, &d.term)?;
            let (h, next) = self.target_variable(g, e, hyp_name(d))?;
            g = next;
            ids.push(h);
        }
        eliminate_using(&mut self.e.m, g, info, &ids, generalizing, &unnamed)
    }

    /// The variable to eliminate; a term is generalised to one.
    pub(super) fn target_variable(
        &mut self,
        g: MVarId,
        e: Expr,
        eq: Option<Name>,
    ) -> Result<(FVarId, MVarId)> {
        if eq.is_none()
            && let Node::FVar(h) = self.e.m.st.node(e)
            && goal_decl(&self.e.m, g)?.lctx.get(h).is_some_and(|d| d.value.is_none())
        {
            return Ok((h, g));
        }
        let m = &mut self.e.m;
        let (xs, g) = generalize(m, g, &[(e, inaccessible(Name::new("x")), eq)])?;
        match xs.first() {
            Some(x) => Ok((*x, g)),
            None => Err(Error::msg("internal: nothing generalized")),
        }
    }

    /// Runs the alternatives on their cases; cases without alternatives stay as goals only if there are none at all.
    fn run_alternatives(&mut self, cases: Vec<Case>, alts: Option<&InductionAlts>, span: Span) -> Result<()> {
        let Some(alts) = alts else {
            self.replace_main(cases.iter().map(|c| c.goal));
            return Ok(());
        };
        let mut used = vec![false; alts.alts.len()];
        let mut open: Goals = Vec::new();
        let mut missing: Vec<String> = Vec::new();
        for c in &cases {
            let goals = match &alts.pre {
                None => vec![c.goal],
                Some(pre) => self.on(vec![c.goal], |s| s.tactic(pre))?.1,
            };
            for g in goals {
                let Some((i, lhs)) = find_alternative(&alts.alts, c.ctor) else {
                    if alts.pre.is_some() {
                        open.push(g);
                        continue;
                    }
                    missing.push(format!("Alternative `{}` has not been provided", c.ctor.last_str()));
                    continue;
                };
                used[i] = true;
                let case = Case { goal: g, ..c.clone() };
                let g = self.name_fields(&case, lhs)?;
                open.extend(self.run_alternative(g, alts.alts[i].rhs.as_ref(), span)?);
            }
        }
        for (a, used) in alts.alts.iter().zip(used) {
            if !used && let Some(lhs) = a.lhs.first() {
                let known = cases.iter().any(|c| names_case(lhs, c.ctor));
                if !known && let BinderName::Ident(id) = &lhs.name {
                    let written =
                        |c: &Case| alts.alts.iter().any(|a| a.lhs.iter().any(|l| names_case(l, c.ctor)));
                    let free: Vec<String> = cases
                        .iter()
                        .filter(|c| !written(c))
                        .map(|c| format!("`{}`", c.ctor.last_str()))
                        .collect();
                    let text = match &free[..] {
                        [] => format!("Invalid alternative name `{id}`: There are no unhandled alternatives"),
                        [one] => format!("Invalid alternative name `{id}`: Expected {one}"),
                        [a, b] => format!("Invalid alternative name `{id}`: Expected {a} or {b}"),
                        [most @ .., last] => {
                            format!(
                                "Invalid alternative name `{id}`: Expected {}, or {last}",
                                most.join(", ")
                            )
                        }
                    };
                    return Err(Error::msg(text).at(lhs.span));
                }
            }
        }
        if !missing.is_empty() {
            return Err(Error::msg(missing.join("\n")).at(alts.span));
        }
        self.replace_main(open);
        Ok(())
    }

    fn run_alternative(&mut self, g: MVarId, rhs: Option<&AltRhs>, span: Span) -> Result<Goals> {
        match rhs {
            None | Some(AltRhs::SyntheticHole(..)) => Ok(vec![g]),
            Some(AltRhs::Hole(at)) => self.in_goal(g, |s, _| {
                let text = "don't know how to synthesize placeholder\ncontext:\n".to_owned();
                Err(s.e.m.error(vec![Piece::Text(text), Piece::Goal(g)]).at(*at))
            }),
            Some(AltRhs::Tactics(seq)) => {
                let at = if seq.tactics.is_empty() { span } else { seq.span };
                self.on(vec![g], |s| {
                    s.seq(seq)?;
                    s.done(at)
                })?;
                Ok(vec![])
            }
        }
    }

    /// Gives the variables of a case the names of the alternative; without `@` only explicit arguments are named.
    fn name_fields(&mut self, c: &Case, lhs: &InductionLhs) -> Result<MVarId> {
        let names = names_of(&lhs.vars);
        if names.is_empty() {
            return Ok(c.goal);
        }
        let lctx = goal_decl(&self.e.m, c.goal)?.lctx.clone();
        let infos = ctor_field_infos(&self.e.m, c.ctor, c.fields.len());
        let mut slots: Vec<Option<FVarId>> = Vec::new();
        for (i, f) in c.fields.iter().copied().chain(c.ihs.iter().map(|i| self.e.m.st.fvar(*i))).enumerate() {
            let id = self.e.m.fvar_id(f).ok().filter(|id| lctx.contains(*id));
            let info = match infos.as_ref().and_then(|v| v.get(i)) {
                Some(info) => *info,
                None => id.and_then(|id| lctx.get(id)).map_or(BinderInfo::Default, |d| d.info),
            };
            if info == BinderInfo::Default || lhs.explicit {
                slots.push(id);
            }
        }
        if names.len() > slots.len() {
            return Err(Error::msg(format!(
                "Too many variable names provided at alternative `{}`: {} provided, but {} expected",
                c.ctor.last_str(),
                names.len(),
                slots.len()
            ))
            .at(lhs.span));
        }
        let mut g = c.goal;
        for (slot, name) in slots.iter().zip(&names) {
            if let (Some(id), Some(n)) = (slot, name) {
                g = rename(&mut self.e.m, g, *id, *n)?;
            }
        }
        Ok(g)
    }

    fn rcases(&mut self, targets: &[MatchDiscr], pat: Option<&RcasesPat>) -> Result<()> {
        let g = self.main()?;
        let mut types = Types::default();
        let pat = pat.map_or(Pat::Tuple(vec![]), |p| types.of_rcases(p));
        let pats: Vec<Pat> = match (targets.len(), pat) {
            (1, p) => vec![p],
            (_, Pat::Tuple(ps)) => ps,
            (_, p) => vec![p],
        };
        let mut g = g;
        let mut es = Vec::new();
        for (i, d) in targets.iter().enumerate() {
            let e = self.target(g, &d.term)?;
            let e = match hyp_name(d) {
                None => e,
                Some(eq) => {
                    let (h, next) = self.target_variable(g, e, Some(eq))?;
                    g = next;
                    self.e.m.st.fvar(h)
                }
            };
            es.push((e, pats.get(i).cloned().unwrap_or(Pat::Hole)));
        }
        let goals = self.rcases_with(g, &es, types)?;
        self.replace_main(goals);
        Ok(())
    }

    fn obtain(&mut self, pat: Option<&RcasesPat>, ty: Option<&Term>, values: &[Term]) -> Result<()> {
        let g = self.main()?;
        let mut types = Types::default();
        let pat = pat.map_or(Pat::Tuple(vec![]), |p| types.of_rcases(p));
        let ty = ty.map(|t| self.elab_type(g, t)).transpose()?;
        let [first, rest @ ..] = values else {
            let Some(ty) = ty else {
                return Err(Error::msg("'obtain' requires either an expected type or a value"));
            };
            let (value, h, main) = have(&mut self.e.m, g, inaccessible(Name::new("this")), ty)?;
            let x = self.e.m.st.fvar(h);
            let goals = self.rcases_with(main, &[(x, pat)], types)?;
            self.replace_main(std::iter::once(value).chain(goals));
            return Ok(());
        };
        let mut es = Vec::new();
        let mut open = Vec::new();
        let pats: Vec<Pat> = match (rest.is_empty(), pat) {
            (true, p) => vec![p],
            (false, Pat::Tuple(ps)) => ps,
            (false, p) => vec![p],
        };
        for (i, v) in std::iter::once(first).chain(rest).enumerate() {
            let (e, new) = match (ty, v.unparen().as_ident()) {
                (None, Some(_)) => (self.target(g, v)?, vec![]),
                _ => self.elab(g, v, if i == 0 { ty } else { None }, Holes::Named, SynthMode::Final)?,
            };
            open.extend(new);
            es.push((e, pats.get(i).cloned().unwrap_or(Pat::Hole)));
        }
        let goals = self.rcases_with(g, &es, types)?;
        self.replace_main(goals.into_iter().chain(open));
        Ok(())
    }
}

/// The name of the equation in `h : e`.
fn hyp_name(d: &MatchDiscr) -> Option<Name> {
    d.hyp.as_ref().map(|h| h.ident().map_or_else(|| inaccessible(Name::new("h")), ident_name))
}

fn names_case(lhs: &InductionLhs, ctor: Name) -> bool {
    match &lhs.name {
        BinderName::Hole(_) => true,
        BinderName::Ident(id) => {
            let n = ident_name(id);
            n == ctor || n.is_atomic() && n.last_str() == ctor.last_str()
        }
    }
}

/// The alternative for a case: the one that names it, or else the first `_`.
fn find_alternative(alts: &[InductionAlt], ctor: Name) -> Option<(usize, &InductionLhs)> {
    let find = |hole: bool| {
        alts.iter().enumerate().find_map(|(i, a)| {
            a.lhs
                .iter()
                .find(|l| matches!(l.name, BinderName::Hole(_)) == hole && names_case(l, ctor))
                .map(|l| (i, l))
        })
    };
    find(false).or_else(|| find(true))
}
