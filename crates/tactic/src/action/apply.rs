//! Running actions on goals, and writing them down.

use super::names::{Names, base_name, pick};
use super::{
    Action, Applied, CloserKind, Fact, HypRef, Plan, ScriptStep, SimpAction, TermRef, TextMode, hypotheses,
    open_term,
};
use crate::eliminate::{self, Case};
use crate::goal::{Goals, in_goal, new_goal};
use crate::simp::location::Location;
use crate::simp::{self, Origin, SimpArg, SimpCall};
use turnstile_elab::meta::is_inaccessible;
use turnstile_elab::{Error, Meta, Piece, Result};
use turnstile_kernel::{ConstantInfo, Expr, FVarId, MVarId, Name, Node};

pub(super) fn run(a: &Action, m: &mut Meta, g: MVarId, text: TextMode) -> Result<Applied> {
    Run { m, g, text }.action(a)
}

/// See [`SimpAction::hypotheses_used`].
pub(super) fn hypotheses_used(s: &SimpAction, m: &mut Meta, g: MVarId) -> Result<Vec<HypRef>> {
    Run { m, g, text: TextMode::None }.hypotheses_used(s)
}

pub(super) struct Run<'a> {
    pub(super) m: &'a mut Meta,
    pub(super) g: MVarId,
    text: TextMode,
}

impl Run<'_> {
    fn action(&mut self, a: &Action) -> Result<Applied> {
        let g = self.g;
        match a {
            Action::Intro(n) => self.intro(*n),
            Action::Rfl => {
                crate::rfl::rfl(self.m, g)?;
                self.done("rfl")
            }
            Action::Assumption => {
                crate::assumption::assumption(self.m, g)?;
                self.done("assumption")
            }
            Action::Contradiction => {
                crate::contradiction::contradiction(self.m, g)?;
                self.done("contradiction")
            }
            Action::Decide => {
                crate::decide::decide(self.m, g)?;
                self.done("decide")
            }
            Action::Omega => {
                crate::omega::omega(self.m, g)?;
                self.done("omega")
            }
            Action::Ring
            | Action::Nlinarith
            | Action::NormNum
            | Action::IntervalCases(_)
            | Action::SubstFunction(_)
            | Action::Residues { .. } => self.arith(a),
            Action::Closer(kind, names) => self.closer(*kind, names),
            Action::Constructor => {
                let gs = crate::constructor::constructor(self.m, g)?;
                self.goals(gs, vec![text("constructor")])
            }
            Action::Left | Action::Right => {
                let right = *a == Action::Right;
                let gs = crate::constructor::left_or_right(self.m, g, usize::from(right))?;
                self.goals(gs, vec![text(if right { "right" } else { "left" })])
            }
            Action::Exfalso => {
                let h = crate::constructor::exfalso(self.m, g)?;
                self.goals(vec![h], vec![text("exfalso")])
            }
            Action::Symm => {
                let h = crate::rfl::symm(self.m, g)?;
                self.goals(vec![h], vec![text("symm")])
            }
            Action::Funext => {
                let name = self.fresh(Name::new("x"), &[]);
                let (_, h) = crate::ext::funext(self.m, g, Some(name))?;
                self.goals(vec![h], vec![text("funext "), Piece::Name(name)])
            }
            Action::ExistsHole => self.exists_hole(),
            Action::Exists(t) => {
                let e = open_term(self.m, g, *t);
                let gs = crate::constructor::exists_term(self.m, g, e)?;
                self.goals(gs, vec![text("refine ⟨"), Piece::Expr(e), text(", ?_⟩")])
            }
            Action::Apply(f) => {
                let e = self.fact(*f)?;
                let gs = crate::apply::apply(self.m, g, e)?;
                let mut head = vec![text(if gs.is_empty() { "exact " } else { "apply " })];
                if gs.is_empty() && self.is_function(e)? {
                    head[0] = text("apply ");
                }
                head.extend(self.fact_text(*f));
                self.goals(gs, head)
            }
            Action::Rewrite { rule, symm, at } => self.rewrite(*rule, *symm, *at),
            Action::Simp(s) => self.simp(s),
            Action::SimpAll(fs) => self.simp_all(fs),
            Action::Cases(h) => {
                let id = self.hyp(*h)?;
                let names = Names::new(self.m, g, Some(id));
                let cases = eliminate::cases(self.m, g, id, &|c, i, n| names.field(c, i, n))?;
                let head = vec![text("cases "), Piece::Name(self.name(*h)?)];
                let single = self.as_obtain(*h, &cases, &names)?;
                self.alternatives(cases, head, &names, single)
            }
            Action::Induction { major, generalizing } => {
                let id = self.hyp(*major)?;
                let gen_ids: Vec<FVarId> =
                    generalizing.iter().map(|h| self.hyp(*h)).collect::<Result<_>>()?;
                let names = Names::new(self.m, g, Some(id));
                let mut head = vec![text("induction "), Piece::Name(self.name(*major)?)];
                if !generalizing.is_empty() {
                    head.push(text(" generalizing"));
                    for h in generalizing {
                        head.extend([text(" "), Piece::Name(self.name(*h)?)]);
                    }
                }
                let cases = eliminate::induction(self.m, g, id, &gen_ids, &|c, i, n| names.field(c, i, n))?;
                self.alternatives(cases, head, &names, None)
            }
            Action::Generalize(t) => {
                let e = open_term(self.m, g, *t);
                self.can_be_written(e)?;
                let name = self.fresh(Name::new("x"), &[]);
                let (_, h) = crate::generalize::generalize(self.m, g, &[(e, name, None)])?;
                self.goals(vec![h], vec![text("generalize "), Piece::Expr(e), text(" = "), Piece::Name(name)])
            }
            Action::CasesTerm(t) => {
                let e = open_term(self.m, g, *t);
                self.can_be_written(e)?;
                let eq = self.fresh(Name::new("h"), &[]);
                let names = Names::new(self.m, g, None);
                names.reserve(eq);
                let cases = eliminate::cases_term(self.m, g, e, Some(eq), &|c, i, n| names.field(c, i, n))?;
                let head = vec![text("cases "), Piece::Name(eq), text(" : "), Piece::Expr(e)];
                self.alternatives(cases, head, &names, None)
            }
            Action::ByCases(t) => {
                let e = open_term(self.m, g, *t);
                let name = self.fresh(Name::new("h"), &[]);
                let [(_, yes), (_, no)] = crate::by_cases::by_cases(self.m, g, name, e)?;
                self.goals(
                    vec![yes, no],
                    vec![text("by_cases "), Piece::Name(name), text(" : "), Piece::Expr(e)],
                )
            }
            Action::Split(at) => self.split(*at),
            Action::Unfold(n, at) => {
                let id = at.map(|h| self.hyp(h)).transpose()?;
                let mut head = vec![text("unfold "), Piece::Name(*n)];
                head.extend(self.location(*at)?);
                let h = crate::unfold::unfold(self.m, g, *n, id)?;
                self.goals(vec![h], head)
            }
            Action::Subst(h) => {
                let id = self.hyp(*h)?;
                let head = vec![text("subst "), Piece::Name(self.name(*h)?)];
                let (_, h) = crate::subst::subst(self.m, g, id)?;
                self.goals(vec![h], head)
            }
            Action::Injection(h) => self.injection(*h),
            Action::Forward { rule, args } => self.forward(*rule, args),
            Action::TruthTable(ps) => self.truth_table(ps),
            Action::Plan(plan) => {
                self.plan(g, plan)?;
                self.goals(vec![], vec![])
            }
        }
    }

    /// Carries out a whole plan on `g`. Its text is that of its steps: a replay writes these, not this.
    fn plan(&mut self, g: MVarId, plan: &Plan) -> Result<()> {
        let open = plan.action.apply(self.m, g, TextMode::None)?.goals;
        if open.len() > plan.children.len() {
            return Err(Error::msg("the plan leaves goals"));
        }
        for (g, next) in open.into_iter().zip(&plan.children) {
            turnstile_kernel::with_stack(|| self.plan(g, next))?;
        }
        Ok(())
    }

    /// In the search a closing tactic has a share of the steps only: it fails more often than not, and when it does not it needs
    /// few (`docs/notes/logic.md` has the figures).
    fn closer(&mut self, kind: CloserKind, names: &[Name]) -> Result<Applied> {
        let g = self.g;
        let steps = match kind {
            _ if self.text.wanted() => u64::MAX,
            CloserKind::Tauto | CloserKind::Itauto => 300_000,
            CloserKind::Cc => 20_000,
            CloserKind::Finish => 40_000,
            CloserKind::Grind => 12_000,
        };
        crate::refute::bounded(self.m, steps, |m| {
            match kind {
                CloserKind::Tauto => crate::tauto::tauto(m, g),
                CloserKind::Itauto => crate::tauto::itauto(m, g),
                CloserKind::Cc => crate::cc::cc(m, g),
                CloserKind::Finish => crate::refute::finish(m, g),
                CloserKind::Grind => crate::refute::grind(m, g, names),
            }
            .map(Some)
        })?
        .ok_or_else(|| Error::msg("the goal is not closed"))?;
        let mut head = vec![text(kind.keyword())];
        for (i, n) in names.iter().enumerate() {
            head.extend([text(if i == 0 { " [" } else { ", " }), Piece::Name(*n)]);
        }
        if !names.is_empty() {
            head.push(text("]"));
        }
        self.goals(vec![], head)
    }

    // ---- results ----

    pub(super) fn done(&mut self, s: &str) -> Result<Applied> {
        self.goals(vec![], vec![text(s)])
    }

    pub(super) fn goals(&mut self, goals: Goals, head: Vec<Piece>) -> Result<Applied> {
        let step =
            self.text.wanted().then(|| ScriptStep { head, goal: self.g, alts: None, prefixes: vec![] });
        Ok(Applied { goals, step })
    }

    /// The goals of a case distinction with named alternatives; `single` is the text when there is only one.
    fn alternatives(
        &mut self,
        cases: Vec<Case>,
        mut head: Vec<Piece>,
        names: &Names,
        single: Option<Vec<Piece>>,
    ) -> Result<Applied> {
        let goals = eliminate::goals_of(&cases);
        if let Some(head) = single {
            return self.goals(goals, head);
        }
        if cases.is_empty() {
            return self.goals(goals, head);
        }
        head.push(text(" with"));
        let alts = cases.iter().map(|c| names.alternative(c.ctor)).collect();
        let step =
            self.text.wanted().then(|| ScriptStep { head, goal: self.g, alts: Some(alts), prefixes: vec![] });
        Ok(Applied { goals, step })
    }

    // ---- arguments ----

    pub(super) fn decl(&self, h: HypRef) -> Result<std::sync::Arc<turnstile_elab::LocalDecl>> {
        hypotheses(self.m, self.g)
            .get(h.0 as usize)
            .cloned()
            .ok_or_else(|| Error::msg("internal: no such hypothesis"))
    }

    pub(super) fn hyp(&self, h: HypRef) -> Result<FVarId> {
        Ok(self.decl(h)?.id)
    }

    /// The name of a hypothesis, if a script can write it.
    pub(super) fn name(&self, h: HypRef) -> Result<Name> {
        let d = self.decl(h)?;
        let newest = hypotheses(self.m, self.g).iter().rev().find(|k| k.name == d.name).map(|k| k.id);
        if is_inaccessible(d.name) || newest != Some(d.id) {
            return Err(Error::msg("the hypothesis has no name that can be written"));
        }
        Ok(d.name)
    }

    fn fact(&mut self, f: Fact) -> Result<Expr> {
        match f {
            Fact::Const(n) => self.m.mk_const(n),
            Fact::Hyp(h) => {
                self.name(h)?;
                Ok(self.m.st.fvar(self.hyp(h)?))
            }
        }
    }

    fn fact_text(&self, f: Fact) -> Vec<Piece> {
        match f {
            Fact::Const(n) => {
                // The namespace that is open everywhere is not written, so that the text is Mathlib's.
                let mathlib = Name::new("Mathlib");
                let short = n.replace_prefix(mathlib, Name::anon());
                let open = n.has_prefix(mathlib) && !short.is_anon() && !self.m.env.contains(short);
                vec![Piece::Name(if open { short } else { n })]
            }
            Fact::Hyp(h) => self.name(h).map(Piece::Name).into_iter().collect(),
        }
    }

    fn is_function(&mut self, e: Expr) -> Result<bool> {
        let t = in_goal_context(self.m, self.g, |m| m.infer(e))?;
        Ok(matches!(self.m.st.node(t), Node::Pi(..)))
    }

    /// A `match` that is written again is another function, so a term with one does not occur in the goal when the script is
    /// read.
    fn can_be_written(&self, e: Expr) -> Result<()> {
        let matchers = &self.m.env.ext.matchers;
        let is_match = |t: Expr| matches!(self.m.st.node(t), Node::Const(n, _) if matchers.contains_key(&n));
        if self.m.st.any_subterm(e, is_match) {
            return Err(Error::msg("the term holds a `match`"));
        }
        Ok(())
    }

    pub(super) fn fresh(&mut self, base: Name, used: &[Name]) -> Name {
        fresh_in(self.m, self.g, base, used)
    }

    fn location(&self, at: Option<HypRef>) -> Result<Vec<Piece>> {
        Ok(match at {
            None => vec![],
            Some(h) => vec![text(" at "), Piece::Name(self.name(h)?)],
        })
    }

    // ---- single actions ----

    fn intro(&mut self, n: u32) -> Result<Applied> {
        let g = self.g;
        let taken: Vec<Name> = hypotheses(self.m, g).iter().map(|d| d.name).collect();
        let s = self.m.save();
        let mut used: Vec<Name> = Vec::new();
        let (xs, mut h) = crate::intro::intro_n(self.m, g, n as usize, |_, given| {
            let name = pick(given, |x| taken.contains(&x) || used.contains(&x));
            used.push(name);
            name
        })?;
        if self.text.wanted() {
            // An assumption that nobody named is called `h`, which takes a look at what was introduced.
            let unnamed = |name: &Name| *name == Name::new("a") || name.last_str().starts_with("a_");
            let mut wanted = used.clone();
            for (x, name) in xs.iter().zip(&mut wanted) {
                if unnamed(name)
                    && in_goal(self.m, h, |m, _| {
                        let ty = m.local_decl(*x)?.ty;
                        m.is_prop(ty)
                    })?
                {
                    *name = Name::new("h");
                }
            }
            if wanted != used {
                self.m.restore(&s);
                used.clear();
                (_, h) = crate::intro::intro_n(self.m, g, n as usize, |i, given| {
                    let base = wanted.get(i).copied().unwrap_or(given);
                    let name = pick(base, |x| taken.contains(&x) || used.contains(&x));
                    used.push(name);
                    name
                })?;
            }
        }
        let mut head = vec![text("intro")];
        for n in used {
            head.extend([text(" "), Piece::Name(n)]);
        }
        self.goals(vec![h], head)
    }

    fn exists_hole(&mut self) -> Result<Applied> {
        let g = self.g;
        let (w, gs) = in_goal(self.m, g, |m, goal| {
            let t = m.whnf_r(goal.target)?;
            let Some(args) = m.st.app_of(t, "Exists", 2) else {
                return Err(Error::msg("the goal is not existential"));
            };
            let (h, _) = m.st.unapp(t);
            let Some((_, ls)) = m.st.as_const(h) else {
                return Err(Error::msg("the goal is not existential"));
            };
            let w = m.mk_hole(args[0]);
            let p = m.st.beta(args[1], &[w]);
            let (pe, p) = new_goal(m, p, goal.tag);
            let intro = m.st.const_(Name::new("Exists.intro"), &m.st.level_list(ls));
            let v = m.st.apps(intro, &[args[0], args[1], w, pe]);
            m.mctx.assign(g, v);
            let Node::MVar(wid) = m.st.node(w) else { return Err(Error::msg("internal: hole expected")) };
            Ok((w, vec![p, wid]))
        })?;
        self.goals(gs, vec![text("refine ⟨"), Piece::Expr(w), text(", ?_⟩")])
    }

    fn rewrite(&mut self, rule: Fact, symm: bool, at: Option<HypRef>) -> Result<Applied> {
        let g = self.g;
        let e = self.fact(rule)?;
        let mut head = vec![text(if symm { "rw [← " } else { "rw [" })];
        head.extend(self.fact_text(rule));
        head.push(text("]"));
        head.extend(self.location(at)?);
        let mut gs = match at {
            None => crate::rewrite::rewrite_target(self.m, g, e, symm)?,
            Some(h) => {
                let id = self.hyp(h)?;
                crate::rewrite::rewrite_hyp(self.m, g, id, e, symm)?.1
            }
        };
        // `rw` then tries `rfl` on the main goal.
        if let Some(first) = gs.first().copied()
            && crate::rfl::try_rfl_after_rw(self.m, first)?
        {
            gs.remove(0);
        }
        self.goals(gs, head)
    }

    fn simp_arg(&mut self, f: Fact, inverse: bool) -> Result<SimpArg> {
        Ok(match f {
            Fact::Const(name) => SimpArg::Const { name, inverse },
            Fact::Hyp(h) => {
                self.name(h)?;
                SimpArg::Hyp { id: self.hyp(h)?, inverse }
            }
        })
    }

    fn simp_call(&mut self, s: &SimpAction) -> Result<(SimpCall, Location)> {
        let args = s.lemmas.iter().map(|(f, inv)| self.simp_arg(*f, *inv)).collect::<Result<_>>()?;
        let call = SimpCall { args, only: s.only, star: s.star, ..SimpCall::default() };
        let at = Location::At(s.at.map(|h| self.hyp(h)).transpose()?.into_iter().collect(), s.at.is_none());
        Ok((call, at))
    }

    /// The hypotheses among the lemmas of a call that take part when it is run.
    fn hypotheses_used(&mut self, s: &SimpAction) -> Result<Vec<HypRef>> {
        let (call, at) = self.simp_call(s)?;
        let ids: Vec<FVarId> = hypotheses(self.m, self.g).iter().map(|d| d.id).collect();
        let (_, used) = simp::simp_at(self.m, self.g, &at, &call)?;
        let place = |o: &Origin| match o {
            Origin::Hyp(id, _) => ids.iter().position(|x| x == id).map(|i| HypRef(i as u32)),
            _ => None,
        };
        Ok(used.iter().filter_map(place).collect())
    }

    fn simp(&mut self, s: &SimpAction) -> Result<Applied> {
        let g = self.g;
        let (call, at) = self.simp_call(s)?;
        let mut list: Vec<Vec<Piece>> = Vec::new();
        for (f, inv) in &s.lemmas {
            let mut p = if *inv { vec![text("← ")] } else { vec![] };
            p.extend(self.fact_text(*f));
            list.push(p);
        }
        if s.star {
            list.push(vec![text("*")]);
        }
        let before = self.m.save();
        let (goal, used) = simp::simp_at(self.m, g, &at, &call)?;
        let mut only = s.only;
        if self.text == TextMode::Stable && !only {
            // The same step without the simp set: what it names is all it uses, wherever it is run.
            let after = self.m.save();
            let named = names_used(&used, s.lemmas.iter().map(|(f, _)| f));
            let result = self.result_key(goal);
            let mut narrow = call.clone();
            narrow.only = true;
            narrow.args.extend(named.iter().map(|n| SimpArg::Const { name: *n, inverse: false }));
            self.m.restore(&before);
            if let Ok((h, _)) = simp::simp_at(self.m, g, &at, &narrow)
                && self.result_key(h) == result
            {
                only = true;
                list.extend(named.iter().map(|n| vec![Piece::Name(*n)]));
            }
            self.m.restore(&after);
        }
        let mut head = vec![text(if only { "simp only" } else { "simp" })];
        if list.is_empty() && only {
            head.push(text(" []"));
        }
        head.extend(bracketed(list));
        head.extend(self.location(s.at)?);
        self.goals(goal.into_iter().collect(), head)
    }

    /// What a goal says, hypotheses included, up to the identity of its variables.
    fn result_key(&self, g: Option<MVarId>) -> Option<(Expr, usize)> {
        let g = g?;
        let ids: Vec<FVarId> = hypotheses(self.m, g).iter().map(|d| d.id).collect();
        let mut e = crate::goal::target(self.m, g).ok()?;
        e = self.m.st.abstract_fvars(e, &ids);
        for (i, d) in hypotheses(self.m, g).iter().enumerate().rev() {
            let ty = self.m.st.abstract_fvars(self.m.instantiate(d.ty), &ids[..i]);
            e = self.m.st.pi(turnstile_kernel::Binder::new(d.name), ty, e);
        }
        Some((self.m.st.alpha(e), ids.len()))
    }

    fn simp_all(&mut self, fs: &[Fact]) -> Result<Applied> {
        let args = fs.iter().map(|f| self.simp_arg(*f, false)).collect::<Result<_>>()?;
        let call = SimpCall { args, ..SimpCall::default() };
        let mut list: Vec<Vec<Piece>> = fs.iter().map(|f| self.fact_text(*f)).collect();
        let before = self.m.save();
        let (goal, used) = simp::simp_all(self.m, self.g, &call)?;
        let mut only = false;
        if self.text == TextMode::Stable {
            let after = self.m.save();
            let named = names_used(&used, fs.iter());
            let result = self.result_key(goal);
            let mut narrow = call.clone();
            narrow.only = true;
            narrow.args.extend(named.iter().map(|n| SimpArg::Const { name: *n, inverse: false }));
            self.m.restore(&before);
            if let Ok((h, _)) = simp::simp_all(self.m, self.g, &narrow)
                && self.result_key(h) == result
            {
                only = true;
                list.extend(named.iter().map(|n| vec![Piece::Name(*n)]));
            }
            self.m.restore(&after);
        }
        let mut head = vec![text(if only { "simp_all only" } else { "simp_all" })];
        head.extend(bracketed(list));
        self.goals(goal.into_iter().collect(), head)
    }

    /// `obtain ⟨x, y⟩ := h` for a type with one constructor whose fields all have names.
    fn as_obtain(&self, h: HypRef, cases: &[Case], names: &Names) -> Result<Option<Vec<Piece>>> {
        let [case] = cases else { return Ok(None) };
        let m = &*self.m;
        let Some(ConstantInfo::Constructor(c)) = m.env.get(case.ctor).map(|c| &**c) else { return Ok(None) };
        let Some(ConstantInfo::Inductive(i)) = m.env.get(c.induct).map(|c| &**c) else { return Ok(None) };
        if i.ctors.len() != 1 || i.num_indices > 0 || i.is_rec || c.num_fields == 0 {
            return Ok(None);
        }
        let fields = names.fields_of(case.ctor);
        if fields.len() != c.num_fields {
            return Ok(None);
        }
        let mut head = vec![text("obtain ⟨")];
        for (i, n) in fields.iter().enumerate() {
            if i > 0 {
                head.push(text(", "));
            }
            head.push(Piece::Name(*n));
        }
        head.extend([text("⟩ := "), Piece::Name(self.name(h)?)]);
        Ok(Some(head))
    }

    fn split(&mut self, at: Option<HypRef>) -> Result<Applied> {
        let g = self.g;
        let id = at.map(|h| self.hyp(h)).transpose()?;
        let mut head = vec![text("split")];
        head.extend(self.location(at)?);
        let goals = match id {
            None => crate::split::split(self.m, g)?,
            Some(id) => crate::split::split_hyp(self.m, g, id)?.into_iter().map(|r| r.1).collect(),
        };
        let mut out = Vec::new();
        let mut prefixes = Vec::new();
        for h in goals {
            // What `split` introduces has no names; `rename_i` gives them.
            let hidden: Vec<Name> =
                hypotheses(self.m, h).iter().filter(|d| is_inaccessible(d.name)).map(|d| d.name).collect();
            let mut used: Vec<Name> = Vec::new();
            for n in &hidden {
                let x = fresh_in(self.m, h, base_name(*n), &used);
                used.push(x);
            }
            if used.is_empty() {
                out.push(h);
                prefixes.push(vec![]);
                continue;
            }
            let names: Vec<Option<Name>> = used.iter().map(|n| Some(*n)).collect();
            out.push(crate::revert::rename_inaccessible(self.m, h, &names)?);
            let list: Vec<&str> = used.iter().map(|n| n.as_str()).collect();
            prefixes.push(vec![format!("rename_i {}", list.join(" "))]);
        }
        let step = self.text.wanted().then_some(ScriptStep { head, goal: g, alts: None, prefixes });
        Ok(Applied { goals: out, step })
    }

    fn injection(&mut self, h: HypRef) -> Result<Applied> {
        let g = self.g;
        let id = self.hyp(h)?;
        let mut used = Vec::new();
        let mut names = Vec::new();
        for _ in 0..4 {
            let n = self.fresh(Name::new("h"), &used);
            used.push(n);
            names.push(Some(n));
        }
        let old = self.name(h)?;
        let r = crate::injection::injection(self.m, g, id, &names)?;
        let mut head = vec![text("injection "), Piece::Name(old)];
        let Some((new, goal)) = r else { return self.goals(vec![], head) };
        if !new.is_empty() {
            head.push(text(" with"));
            for n in used.iter().take(new.len()) {
                head.extend([text(" "), Piece::Name(*n)]);
            }
        }
        // `injection` then tries the new equations on the goal.
        let s = self.m.save();
        if crate::assumption::assumption(self.m, goal).is_ok() {
            return self.goals(vec![], head);
        }
        self.m.restore(&s);
        self.goals(vec![goal], head)
    }

    fn forward(&mut self, rule: Fact, args: &[TermRef]) -> Result<Applied> {
        let g = self.g;
        let f = self.fact(rule)?;
        let args: Vec<Expr> = args.iter().map(|t| open_term(self.m, g, *t)).collect();
        let name = self.fresh(Name::new("h"), &[]);
        let (value, ty) = in_goal(self.m, g, |m, _| {
            let v = m.st.apps(f, &args);
            let mut t = m.infer(f)?;
            for a in &args {
                let w = m.whnf_r(t)?;
                let Node::Pi(_, d, b) = m.st.node(w) else { return Err(Error::msg("too many arguments")) };
                let at = m.infer(*a)?;
                if !m.is_def_eq(d, at)? {
                    return Err(Error::msg("argument of another type"));
                }
                t = m.st.instantiate1(b, *a);
            }
            let t = m.instantiate(t);
            Ok((v, m.st.head_beta(t)))
        })?;
        // Nothing new is learnt from what is there already.
        let known = hypotheses(self.m, g).iter().any(|d| {
            let t = self.m.instantiate(d.ty);
            self.m.st.alpha_eq(t, ty)
        });
        if known {
            return Err(Error::msg("the fact is known already"));
        }
        let (_, h) = crate::assert::note(self.m, g, name, ty, value)?;
        self.goals(vec![h], vec![text("have "), Piece::Name(name), text(" := "), Piece::Expr(value)])
    }

    fn truth_table(&mut self, ps: &[TermRef]) -> Result<Applied> {
        let g = self.g;
        let props: Vec<Expr> = ps.iter().map(|t| open_term(self.m, g, *t)).collect();
        let mut used: Vec<Name> = Vec::new();
        let mut goals = vec![g];
        let mut head = Vec::new();
        for p in &props {
            let name = self.fresh(Name::new("h"), &used);
            used.push(name);
            head.extend([text("by_cases "), Piece::Name(name), text(" : "), Piece::Expr(*p), text(" <;> ")]);
            let mut next = Vec::new();
            for g in goals {
                next.extend(crate::by_cases::by_cases(self.m, g, name, *p)?.map(|r| r.1));
            }
            goals = next;
        }
        let close_all = |m: &mut Meta, call: &SimpCall| -> Result<Vec<Origin>> {
            let mut all: Vec<Origin> = Vec::new();
            for g in &goals {
                let (None, used) = simp::simp_all(m, *g, call)? else {
                    return Err(Error::msg("a case is left"));
                };
                all.extend(used.iter().filter(|o| !all.contains(o)).copied().collect::<Vec<_>>());
            }
            Ok(all)
        };
        let before = self.m.save();
        let used = close_all(self.m, &SimpCall::plain())?;
        let mut list = Vec::new();
        let mut only = false;
        if self.text == TextMode::Stable {
            let after = self.m.save();
            let named = names_used(&used, std::iter::empty());
            let args = named.iter().map(|n| SimpArg::Const { name: *n, inverse: false }).collect();
            self.m.restore(&before);
            if close_all(self.m, &SimpCall::only(args)).is_ok() {
                only = true;
                list.extend(named.iter().map(|n| vec![Piece::Name(*n)]));
            }
            self.m.restore(&after);
        }
        head.push(text(if only { "simp_all only" } else { "simp_all" }));
        head.extend(bracketed(list));
        self.goals(vec![], head)
    }
}

/// The constants that a call used beside those it was `given`.
fn names_used<'f>(used: &[Origin], given: impl Iterator<Item = &'f Fact>) -> Vec<Name> {
    let given: Vec<&Fact> = given.collect();
    let constant = |o: &Origin| match o {
        Origin::Const(n, false) => Some(*n),
        _ => None,
    };
    used.iter().filter_map(constant).filter(|n| !given.contains(&&Fact::Const(*n))).collect()
}

/// ` [a, b]`; nothing for an empty list.
fn bracketed(list: Vec<Vec<Piece>>) -> Vec<Piece> {
    let mut out = Vec::new();
    for (i, p) in list.into_iter().enumerate() {
        out.push(text(if i == 0 { " [" } else { ", " }));
        out.extend(p);
    }
    if !out.is_empty() {
        out.push(text("]"));
    }
    out
}

pub(super) fn text(s: &str) -> Piece {
    Piece::Text(s.to_owned())
}

fn in_goal_context<R>(m: &mut Meta, g: MVarId, f: impl FnOnce(&mut Meta) -> R) -> R {
    m.in_mvar(g, f)
}

fn fresh_in(m: &Meta, g: MVarId, base: Name, used: &[Name]) -> Name {
    let hyps = hypotheses(m, g);
    pick(base, |x| used.contains(&x) || hyps.iter().any(|d| d.name == x))
}
