//! `simp` and its relatives, `omega`, `ac_rfl`.

use super::Script;
use super::terms::Holes;
use crate::simp::location::{Location as SimpLocation, dsimp_call, simp_at};
use crate::simp::{Origin, SimpArg, SimpCall, SimpConfig, simp_all, simpa};
use turnstile_elab::term::{Head, ident_name};
use turnstile_elab::{Error, Result, SynthMode};
use turnstile_kernel::{Expr, MVarId, Node};
use turnstile_syntax::{
    Body, ConfigItem, ConfigKind, Ident, Location, SimpArg as ArgSyntax, SimpArgKind, SimpKind, Span, Tactic,
    TacticKind, Term, TermKind,
};

/// A call of the family as it is written.
struct Written<'t> {
    config: &'t [ConfigItem],
    only: bool,
    args: &'t [ArgSyntax],
}

impl Script<'_> {
    pub(super) fn automation(&mut self, t: &Tactic) -> Result<()> {
        match &t.kind {
            TacticKind::Simp { kind, config, only, args, location, using } => {
                let w = Written { config, only: *only, args: args.as_deref().unwrap_or(&[]) };
                self.simp_family(*kind, &w, location.as_ref(), using.as_ref(), t)
            }
            TacticKind::Omega(_) => {
                let g = self.main()?;
                crate::omega::omega(&mut self.e.m, g)
            }
            TacticKind::Closer { kind, lemmas } => self.closer(*kind, lemmas),
            TacticKind::AcRfl => {
                let g = self.main()?;
                crate::ac_rfl::ac_rfl(&mut self.e.m, g)
            }
            _ => Err(Error::msg("internal: not an automation tactic")),
        }
    }

    fn simp_family(
        &mut self,
        kind: SimpKind,
        w: &Written<'_>,
        location: Option<&Location>,
        using: Option<&Term>,
        t: &Tactic,
    ) -> Result<()> {
        let g = self.main()?;
        let call = self.simp_call(g, w)?;
        match kind {
            SimpKind::Simp | SimpKind::SimpBang => self.simp(&call, location).map(|_| ()),
            SimpKind::SimpQuestion => {
                let (_, used) = self.simp(&call, location)?;
                let list = self.used_names(g, &used, &call);
                self.suggest_only("simp", &list, location, t.span);
                Ok(())
            }
            SimpKind::Dsimp => self.simp(&dsimp_call(&call), location).map(|_| ()).map_err(as_dsimp),
            SimpKind::DsimpQuestion => {
                let (_, used) = self.simp(&dsimp_call(&call), location).map_err(as_dsimp)?;
                let list = self.used_names(g, &used, &call);
                self.suggest_only("dsimp", &list, location, t.span);
                Ok(())
            }
            SimpKind::SimpAll => {
                let (left, _) = simp_all(&mut self.e.m, g, &call)?;
                self.replace_main(left);
                Ok(())
            }
            SimpKind::NormNum => self.norm_num(call, location),
            SimpKind::SimpAllQuestion => {
                let (left, mut used) = simp_all(&mut self.e.m, g, &call)?;
                // It uses all hypotheses anyway, under names that may be gone.
                used.retain(|o| !matches!(o, Origin::Hyp(..)));
                let list = self.used_names(g, &used, &call);
                self.replace_main(left);
                self.suggest_only("simp_all", &list, None, t.span);
                Ok(())
            }
            SimpKind::Simpa | SimpKind::SimpaBang => self.simpa(g, &call, using).map(|_| ()),
            SimpKind::SimpaQuestion => {
                let used = self.simpa(g, &call, using)?;
                // The list of `simpa` is followed by a proof that this text cannot repeat.
                if using.is_none() {
                    let list = self.used_names(g, &used, &call);
                    self.suggest_only("simpa", &list, None, t.span);
                }
                Ok(())
            }
            SimpKind::SimpArith => match self.attempt(|s| s.simp(&call, location))? {
                Ok((Some(h), _)) => {
                    let _ = self.attempt(|s| crate::omega::omega(&mut s.e.m, h))?;
                    Ok(())
                }
                Ok((None, _)) => Ok(()),
                Err(e) => self.attempt(|s| crate::omega::omega(&mut s.e.m, g))?.map_err(|_| e),
            },
        }
    }

    /// Simplifies; gives the goal that is left and what was used.
    fn simp(
        &mut self,
        call: &SimpCall,
        location: Option<&Location>,
    ) -> Result<(Option<MVarId>, Vec<Origin>)> {
        if let Some((h, used)) = self.conv_simp(call)? {
            self.replace_main([h]);
            return Ok((Some(h), used));
        }
        let g = self.main()?;
        let at = match location {
            None => SimpLocation::At(vec![], true),
            Some(l) if l.all => SimpLocation::Everywhere,
            Some(l) => SimpLocation::At(self.location_hyps(g, l)?, l.goal),
        };
        let (left, used) = simp_at(&mut self.e.m, g, &at, call)?;
        self.replace_main(left);
        Ok((left, used))
    }

    fn simpa(&mut self, g: MVarId, call: &SimpCall, using: Option<&Term>) -> Result<Vec<Origin>> {
        let Some(t) = using else { return simpa(&mut self.e.m, g, call, None) };
        // Holes of the proof may be found by comparing with the simplified target.
        let (v, holes) = self.elab(g, t, None, Holes::All, SynthMode::NoPostpone)?;
        let used = simpa(&mut self.e.m, g, call, Some(v))?;
        self.in_goal(g, |s, _| {
            s.e.synthesize(SynthMode::Final)?;
            for h in holes {
                let x = s.e.m.st.mvar(h);
                s.e.check_no_holes(x, t.span)?;
            }
            Ok(())
        })?;
        Ok(used)
    }

    // ---- arguments ----

    fn simp_call(&mut self, g: MVarId, w: &Written<'_>) -> Result<SimpCall> {
        let mut call = SimpCall { only: w.only, config: simp_config(w.config)?, ..SimpCall::default() };
        for a in w.args {
            match &a.kind {
                SimpArgKind::Star => call.star = true,
                SimpArgKind::Erase(id) if self.names_simproc(g, id)? => {}
                SimpArgKind::Lemma { term, .. }
                    if let Some(id) = named(term)
                        && self.names_simproc(g, id)? => {}
                SimpArgKind::Erase(id) => call.erase.push(self.in_goal(g, |s, _| s.e.resolve_const(id))?),
                SimpArgKind::Lemma { symm, term, .. } => {
                    let arg = self.simp_arg(g, term, *symm).map_err(|e| e.at(a.span))?;
                    call.args.push(arg);
                }
            }
        }
        Ok(call)
    }

    /// Whether `id` is one of Lean's simplification procedures, such as `reduceIte` or `Nat.reduceAdd`. What they do is
    /// part of every call.
    fn names_simproc(&mut self, g: MVarId, id: &Ident) -> Result<bool> {
        let text = id.text();
        let last = text.rsplit('.').next().unwrap_or(&text);
        let form =
            last.strip_prefix("reduce").is_some_and(|r| r.starts_with(|c: char| c.is_ascii_uppercase()));
        Ok(form && self.in_goal(g, |s, _| Ok(s.e.resolve_ident(id).is_empty()))?)
    }

    pub(super) fn simp_arg(&mut self, g: MVarId, t: &Term, inverse: bool) -> Result<SimpArg> {
        if let Some(id) = named(t) {
            let found = self.in_goal(g, |s, _| Ok(s.e.resolve_ident(id)))?;
            match found.as_slice() {
                [(Head::Local(x), fields)] if fields.is_empty() => {
                    if let Node::FVar(id) = self.e.m.st.node(*x) {
                        return Ok(SimpArg::Hyp { id, inverse });
                    }
                }
                [(Head::Global(name), fields)] if fields.is_empty() => {
                    return Ok(SimpArg::Const { name: *name, inverse });
                }
                [] => {}
                all if all.iter().all(|(_, fields)| fields.is_empty()) => {
                    let list: Vec<String> = all
                        .iter()
                        .filter_map(|(h, _)| if let Head::Global(n) = h { Some(n.to_string()) } else { None })
                        .collect();
                    let text = format!(
                        "ambiguous identifier '{id}', possible interpretations: [{}]",
                        list.join(", ")
                    );
                    return Err(Error::msg(text));
                }
                _ => {}
            }
        }
        let (proof, _) = self.elab(g, t, None, Holes::All, SynthMode::Final)?;
        Ok(self.known_arg(proof, inverse).unwrap_or(SimpArg::Term { proof, inverse }))
    }

    /// A proof that is just a hypothesis.
    fn known_arg(&self, proof: Expr, inverse: bool) -> Option<SimpArg> {
        match self.e.m.st.node(proof) {
            Node::FVar(id) => Some(SimpArg::Hyp { id, inverse }),
            _ => None,
        }
    }

    /// How a list in brackets names what was used.
    fn used_names(&mut self, g: MVarId, used: &[Origin], call: &SimpCall) -> Vec<String> {
        let lctx = self.e.m.mctx.decl(g).map(|d| d.lctx.clone()).unwrap_or_default();
        used.iter()
            .filter_map(|o| {
                let (inverse, text) = match o {
                    Origin::Const(n, inverse) => (*inverse, n.to_string()),
                    Origin::Hyp(id, inverse) => (*inverse, lctx.get(*id)?.name.to_string()),
                    Origin::Arg(i) => match call.args.get(*i)? {
                        SimpArg::Term { proof, inverse } => {
                            (*inverse, self.e.m.with_lctx(lctx.clone(), |m| m.pp(*proof)))
                        }
                        _ => return None,
                    },
                };
                Some(if inverse { format!("← {text}") } else { text })
            })
            .collect()
    }

    /// Says how to call a tactic of the family so that it uses what it used, and nothing else.
    fn suggest_only(&mut self, name: &str, list: &[String], at: Option<&Location>, span: Span) {
        let list = if list.is_empty() { String::new() } else { format!(" [{}]", list.join(", ")) };
        let at = at.map_or(String::new(), location_text);
        self.try_this(span, &format!("{name} only{list}{at}"));
    }
}

/// ` at h ⊢`
pub(super) fn location_text(l: &Location) -> String {
    if l.all {
        return " at *".to_owned();
    }
    let hyps: String = l.hyps.iter().map(|h| format!(" {h}")).collect();
    format!(" at{hyps}{}", if l.goal { " ⊢" } else { "" })
}

/// The identifier that `h` or `@h` is.
fn named(t: &Term) -> Option<&Ident> {
    match &t.unparen().kind {
        TermKind::Explicit(f) => f.as_ident(),
        _ => t.unparen().as_ident(),
    }
}

fn simp_config(items: &[ConfigItem]) -> Result<SimpConfig> {
    let mut c = SimpConfig::default();
    for i in items {
        match &i.kind {
            ConfigKind::On(n) => set_option(&mut c, &ident_name(n).to_string(), Value::Flag(true)),
            ConfigKind::Off(n) => set_option(&mut c, &ident_name(n).to_string(), Value::Flag(false)),
            ConfigKind::Value(n, t) => match &t.unparen().kind {
                TermKind::StructInst(s) if n.is("config") => {
                    s.fields.iter().try_for_each(|f| match (f.path.as_slice(), &f.body) {
                        ([field], Body::Value(v)) => set_option(&mut c, &field.name, value_of(v)),
                        _ => Ok(()),
                    })
                }
                _ => set_option(&mut c, &ident_name(n).to_string(), value_of(t)),
            },
        }
        .map_err(|e| e.at(i.span))?;
    }
    Ok(c)
}

fn set_option(c: &mut SimpConfig, name: &str, value: Value) -> Result<()> {
    match (name, value) {
        ("contextual", Value::Flag(b)) => c.contextual = b,
        ("decide", Value::Flag(b)) => c.decide = b,
        ("arith", Value::Flag(b)) => c.arith = b,
        ("maxSteps", Value::Number(n)) => c.max_steps = n,
        ("maxDischargeDepth", Value::Number(n)) => c.max_discharge_depth = n,
        ("contextual" | "decide" | "arith" | "maxSteps" | "maxDischargeDepth", _) => {
            return Err(Error::msg(format!("invalid value for option '{name}'")));
        }
        // The other options choose among ways to the same normal form.
        _ => {}
    }
    Ok(())
}

enum Value {
    Flag(bool),
    Number(u32),
    Other,
}

fn value_of(t: &Term) -> Value {
    match &t.unparen().kind {
        TermKind::Ident { name, .. } if name.is("true") => Value::Flag(true),
        TermKind::Ident { name, .. } if name.is("false") => Value::Flag(false),
        TermKind::Num(n) => u32::from_str_radix(&n.digits, n.radix).map_or(Value::Other, Value::Number),
        _ => Value::Other,
    }
}

fn as_dsimp(e: Error) -> Error {
    match e.0.pieces.as_slice() {
        [turnstile_elab::Piece::Text(t)] if t == "`simp` made no progress" => {
            Error::msg("`dsimp` made no progress")
        }
        _ => e,
    }
}
