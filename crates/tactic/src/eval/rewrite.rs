//! `rw` and its relatives, `unfold`, `delta`, `change`, `symm`.

use super::Script;
use super::terms::Holes;
use crate::assumption::assumption;
use crate::change::{change_hyp, change_target};
use crate::kabstract::{Occurrences, kabstract};
use crate::rewrite::{rewrite_hyp_at, rewrite_target_at};
use crate::rfl::{symm, symm_hyp, try_rfl_after_rw};
use crate::unfold::{delta, unfold};
use turnstile_elab::term::Head;
use turnstile_elab::{Error, Result, SynthMode};
use turnstile_kernel::{ConstantInfo, Expr, FVarId, MVarId, Name, Node};
use turnstile_syntax::{
    Body, ConfigItem, ConfigKind, Ident, Location, RewriteKind, RewriteRule, Tactic, TacticKind, Term,
    TermKind,
};

/// `(occs := .pos [1, 3])`, `(config := { occs := .neg [2] })`; other settings have no effect.
fn occurrences(config: &[ConfigItem]) -> Result<Occurrences> {
    let mut occs = Occurrences::All;
    for i in config {
        let ConfigKind::Value(n, t) = &i.kind else { continue };
        let value = match &t.unparen().kind {
            TermKind::StructInst(s) if n.is("config") => {
                s.fields.iter().find_map(|f| match (f.path.as_slice(), &f.body) {
                    ([field], Body::Value(v)) if field.name == "occs" => Some(v),
                    _ => None,
                })
            }
            _ if n.is("occs") => Some(t),
            _ => None,
        };
        if let Some(v) = value {
            occs = read_occurrences(v).ok_or_else(|| {
                Error::msg("invalid occurrences: '.all', '.pos [1, 2]' or '.neg [1]' expected").at(v.span)
            })?;
        }
    }
    Ok(occs)
}

fn read_occurrences(t: &Term) -> Option<Occurrences> {
    let last = |t: &Term| match &t.unparen().kind {
        TermKind::DotIdent(id) | TermKind::Ident { name: id, .. } => id.parts.last().cloned(),
        _ => None,
    };
    if let TermKind::App { func, args, .. } = &t.unparen().kind {
        let [turnstile_syntax::Arg::Positional(list)] = args.as_slice() else { return None };
        let TermKind::List(items) = &list.unparen().kind else { return None };
        let number = |t: &Term| match &t.kind {
            TermKind::Num(n) => u32::from_str_radix(&n.digits, n.radix).ok(),
            _ => None,
        };
        let numbers = items.iter().map(number).collect::<Option<Vec<u32>>>()?;
        return match last(func)?.as_str() {
            "pos" => Some(Occurrences::Only(numbers)),
            "neg" => Some(Occurrences::Except(numbers)),
            _ => None,
        };
    }
    (last(t)? == "all").then_some(Occurrences::All)
}

impl Script<'_> {
    pub(super) fn rewriting(&mut self, t: &Tactic) -> Result<()> {
        use TacticKind as T;
        match &t.kind {
            T::Rewrite { kind, rules, location, config } => {
                let occs = occurrences(config)?;
                self.rw(*kind, rules, location.as_ref(), &occs)
            }
            T::Unfold(names, l) => self.each_constant(names, l.as_ref(), unfold),
            T::Delta(names, l) => self.each_constant(names, l.as_ref(), delta),
            T::Change { term, with: None, location } => {
                self.at_places(location.as_ref(), |s, at| s.change(term, at))
            }
            T::Change { term, with: Some(new), location } => {
                self.at_places(location.as_ref(), |s, at| s.change_with(term, new, at))
            }
            T::Symm(l) => self.at_places(l.as_ref(), |s, at| {
                let g = s.main()?;
                let h = match at {
                    None => symm(&mut s.e.m, g)?,
                    Some(x) => symm_hyp(&mut s.e.m, g, x)?.1,
                };
                s.replace_main([h]);
                Ok(())
            }),
            _ => Err(Error::msg("internal: not a rewriting tactic")),
        }
    }

    fn rw(
        &mut self,
        kind: RewriteKind,
        rules: &[RewriteRule],
        location: Option<&Location>,
        occs: &Occurrences,
    ) -> Result<()> {
        for r in rules {
            self.at_places(location, |s, at| s.rw_rule(r, at, occs)).map_err(|e| e.at(r.span))?;
        }
        if kind != RewriteKind::Rewrite
            && let Ok(g) = self.main()
        {
            try_rfl_after_rw(&mut self.e.m, g)?;
            self.prune();
        }
        if kind == RewriteKind::Rwa {
            let g = self.main()?;
            assumption(&mut self.e.m, g)?;
        }
        Ok(())
    }

    fn rw_rule(&mut self, r: &RewriteRule, at: Option<FVarId>, occs: &Occurrences) -> Result<()> {
        let g = self.main()?;
        if let Some(n) = self.defined_function(g, &r.term)? {
            return self.rw_definition(g, n, r, at, occs);
        }
        let (e, _) = self.elab_function(g, &r.term)?;
        self.rw_with(g, e, r.symm, at, occs)?;
        let g = self.main()?;
        self.in_goal(g, |s, _| s.e.synthesize(SynthMode::Final))?;
        self.prune();
        Ok(())
    }

    fn rw_with(
        &mut self,
        g: MVarId,
        e: Expr,
        symm: bool,
        at: Option<FVarId>,
        occs: &Occurrences,
    ) -> Result<()> {
        let goals = match at {
            None => rewrite_target_at(&mut self.e.m, g, e, symm, occs)?,
            Some(h) => rewrite_hyp_at(&mut self.e.m, g, h, e, symm, occs)?.1,
        };
        self.replace_main(goals);
        Ok(())
    }

    /// The constant a rule names, when it is a definition to be unfolded by its equations and not itself a proof.
    fn defined_function(&mut self, g: MVarId, t: &Term) -> Result<Option<Name>> {
        let TermKind::Ident { name, levels: None } = &t.unparen().kind else { return Ok(None) };
        let found = self.in_goal(g, |s, _| Ok(s.e.resolve_ident(name)))?;
        let [(Head::Global(n), fields)] = found.as_slice() else { return Ok(None) };
        let Some(c) = self.e.m.env.get(*n).cloned() else { return Ok(None) };
        if !fields.is_empty() || !matches!(&*c, ConstantInfo::Definition(..)) {
            return Ok(None);
        }
        let mut ty = c.ty();
        while let Node::Pi(_, _, b) = self.e.m.st.node(ty) {
            ty = b;
        }
        let head = self.e.m.st.head_const(ty);
        let proof = head.is_some_and(|h| h == *crate::known::EQ || h == *crate::known::IFF);
        Ok((!proof).then_some(*n))
    }

    /// Rewrites with the first equation of `n` that applies.
    fn rw_definition(
        &mut self,
        g: MVarId,
        n: Name,
        r: &RewriteRule,
        at: Option<FVarId>,
        occs: &Occurrences,
    ) -> Result<()> {
        let mut lemmas: Vec<Name> = match self.e.m.env.ext.equations.get(&n) {
            Some(q) => q.eqns.iter().filter_map(|e| e.theorem).collect(),
            None => {
                (1..).map(|i| n.str(&format!("eq_{i}"))).take_while(|l| self.e.m.env.contains(*l)).collect()
            }
        };
        lemmas.push(n.str("eq_def"));
        lemmas.retain(|l| self.e.m.env.contains(*l));
        let mut failure = None;
        for l in lemmas {
            let tried = self.attempt(|s| {
                let e = s.e.m.mk_const(l)?;
                s.rw_with(g, e, r.symm, at, occs)
            })?;
            match tried {
                Ok(()) => return Ok(()),
                Err(e) => failure = failure.or(Some(e)),
            }
        }
        if !r.symm
            && let Ok(h) = self.attempt(|s| unfold(&mut s.e.m, g, n, at))?
        {
            self.replace_main([h]);
            return Ok(());
        }
        Err(failure
            .unwrap_or_else(|| Error::msg(format!("failed to rewrite using equation theorems for '{n}'"))))
    }

    fn each_constant(
        &mut self,
        names: &[Ident],
        l: Option<&Location>,
        f: fn(&mut turnstile_elab::Meta, MVarId, Name, Option<FVarId>) -> Result<MVarId>,
    ) -> Result<()> {
        for id in names {
            let g = self.main()?;
            // A local definition is replaced by its value.
            if let Ok(x) = self.local(g, id) {
                self.at_places(l, |s, at| s.unfold_local(x, at)).map_err(|e| e.at(id.span))?;
                continue;
            }
            let n = self.in_goal(g, |s, _| s.e.resolve_const(id))?;
            self.at_places(l, |s, at| {
                let g = s.main()?;
                let h = f(&mut s.e.m, g, n, at)?;
                s.replace_main([h]);
                Ok(())
            })
            .map_err(|e| e.at(id.span))?;
        }
        Ok(())
    }

    fn unfold_local(&mut self, x: FVarId, at: Option<FVarId>) -> Result<()> {
        let g = self.main()?;
        let d = crate::goal::goal_decl(&self.e.m, g)?;
        let Some(v) = d.lctx.get(x).and_then(|l| l.value) else {
            return Err(Error::msg("the hypothesis is no local definition"));
        };
        let old = match at {
            None => d.ty,
            Some(h) => d.lctx.get(h).map(|l| l.ty).ok_or_else(|| Error::msg("unknown hypothesis"))?,
        };
        let old = self.e.m.instantiate(old);
        let new = self.e.m.st.replace_fvars(old, &std::iter::once((x, v)).collect());
        let h = match at {
            None => crate::change::replace_target_def_eq(&mut self.e.m, g, new)?,
            Some(h) => crate::change::replace_hyp_def_eq(&mut self.e.m, g, h, new)?,
        };
        self.replace_main([h]);
        Ok(())
    }

    fn change(&mut self, t: &Term, at: Option<FVarId>) -> Result<()> {
        let g = self.main()?;
        let new = self.in_goal(g, |s, target| {
            let ty = s.e.elab_type(t)?;
            s.e.synthesize(SynthMode::NoPostpone)?;
            let old = match at {
                None => target,
                Some(h) => s.e.m.local_decl(h)?.ty,
            };
            // Holes of the new form are filled from the old one.
            s.e.m.is_def_eq(old, ty)?;
            s.e.synthesize(SynthMode::Final)?;
            Ok(s.e.m.instantiate(ty))
        })?;
        let h = match at {
            None => change_target(&mut self.e.m, g, new)?,
            Some(h) => change_hyp(&mut self.e.m, g, h, new)?,
        };
        self.replace_main([h]);
        Ok(())
    }

    fn change_with(&mut self, old: &Term, new: &Term, at: Option<FVarId>) -> Result<()> {
        let g = self.main()?;
        let (a, _) = self.elab(g, old, None, Holes::All, SynthMode::NoPostpone)?;
        let ty = self.in_goal(g, |s, _| s.e.m.infer(a))?;
        let (b, _) = self.elab(g, new, Some(ty), Holes::All, SynthMode::NoPostpone)?;
        let changed = self.in_goal(g, |s, target| {
            let m = &mut s.e.m;
            if !m.is_def_eq(a, b)? {
                return Err(m.error_at_term(
                    "'change … with …' failed, the terms are not definitionally equal to",
                    b,
                ));
            }
            let e = match at {
                None => target,
                Some(h) => m.local_decl(h)?.ty,
            };
            Ok(kabstract(m, e, a)?.map(|body| m.st.instantiate1(body, b)))
        })?;
        let Some(ty) = changed else { return Err(Error::msg("did not find instance of the pattern")) };
        let h = match at {
            None => change_target(&mut self.e.m, g, ty)?,
            Some(h) => change_hyp(&mut self.e.m, g, h, ty)?,
        };
        self.replace_main([h]);
        Ok(())
    }
}
