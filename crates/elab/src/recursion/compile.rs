//! Which kind of recursion a group of functions gets: structural where possible, otherwise well-founded.

use super::structural::RecursiveFunction;
use crate::elab::Elab;
use crate::error::{Error, Piece, Result};
use turnstile_kernel::{Expr, Name};
use turnstile_syntax as ast;
use turnstile_syntax::{BinderName, Span};

/// A function of a group that is defined by recursion.
pub(crate) struct Member<'a> {
    /// Its arguments and body.
    pub rf: RecursiveFunction,
    /// Its full name.
    pub name: Name,
    /// How many of its arguments the header binds.
    pub header: usize,
    /// `termination_by`, `decreasing_by`
    pub termination: &'a ast::Termination,
    /// Where to report.
    pub span: Span,
}

/// How the recursion was resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Recursion {
    /// Along the structure of the arguments at these positions.
    Structural(Vec<usize>),
    /// By `WellFounded.fix`.
    WellFounded,
}

impl Elab {
    /// The bodies of `members` without recursive calls.
    ///
    /// # Errors
    /// When no kind of recursion is found; the message is Lean's.
    pub(crate) fn compile_recursion(&mut self, members: &[Member<'_>]) -> Result<(Vec<Expr>, Recursion)> {
        let span = members.first().map(|m| m.span).unwrap_or_default();
        if let Some(m) = members.iter().find(|m| m.termination.partial_fixpoint) {
            return Err(self.unsupported(m.span, "`partial_fixpoint`"));
        }
        let by =
            |m: &Member<'_>| m.termination.termination_by.as_ref().map(|t| (t.structural, t.body.is_some()));
        let structural = members.iter().any(|m| matches!(by(m), Some((true, _))));
        let asked = members
            .iter()
            .any(|m| matches!(by(m), Some((false, true))) || m.termination.decreasing_by.is_some());
        let mut first = None;
        if structural || !asked {
            match self.structural(members)? {
                Ok(r) => return Ok(r),
                Err(e) => first = Some(e),
            }
        }
        if structural {
            return Err(first.unwrap_or_else(|| Error::msg("internal: no reason")).at(span));
        }
        match self.well_founded(members) {
            Ok(values) => Ok((values, Recursion::WellFounded)),
            Err(e) if e.is_resource() => Err(e),
            Err(mut e) => {
                if let Some(first) = first {
                    let text = format!(
                        "fail to show termination, possible errors:\n{}\n\n\n",
                        self.m.render(&first).trim_end()
                    );
                    e.0.pieces.insert(0, Piece::Text(text));
                    e.0.span = Some(span);
                }
                Err(e.at(span))
            }
        }
    }

    fn structural(
        &mut self,
        members: &[Member<'_>],
    ) -> Result<std::result::Result<(Vec<Expr>, Recursion), Error>> {
        let mut wanted = Vec::new();
        for m in members {
            wanted.push(match &m.termination.termination_by {
                Some(t) if t.structural => Some(self.structural_argument(m, t)?),
                _ => None,
            });
        }
        let mut reason = None;
        if let ([one], [None]) = (members, &wanted[..]) {
            match self.m.compile_structural(&one.rf) {
                Ok((e, p)) => return Ok(Ok((vec![e], Recursion::Structural(vec![p])))),
                Err(e) if e.is_resource() => return Err(e),
                Err(e) => reason = Some(e),
            }
        }
        let fs: Vec<RecursiveFunction> = members.iter().map(|m| m.rf.clone()).collect();
        if let Some((values, positions)) = self.m.compile_structural_group(&fs, &wanted)? {
            return Ok(Ok((values, Recursion::Structural(positions))));
        }
        Ok(Err(reason.unwrap_or_else(|| {
            let mut text = String::from("failed to infer structural recursion:");
            if members.len() > 1 {
                text.push_str("\nno combination of parameters works for all the mutual functions");
            }
            Error::msg(text)
        })))
    }

    /// The position of the argument that `termination_by structural` names.
    fn structural_argument(&mut self, m: &Member<'_>, t: &ast::TerminationBy) -> Result<usize> {
        let bad = |e: &Elab| {
            e.text_error(
                t.span,
                "The termination measure of a structurally recursive function must be one of its parameters",
            )
        };
        let Some(id) = t.body.as_ref().and_then(|b| b.unparen().as_ident()) else { return Err(bad(self)) };
        for (k, v) in t.vars.iter().enumerate() {
            if let BinderName::Ident(v) = v
                && v.parts == id.parts
            {
                return Ok(m.header + k);
            }
        }
        let name = crate::term::ident_name(id);
        m.rf.args.iter().position(|x| self.m.local_name(*x) == name).ok_or_else(|| bad(self))
    }

    fn well_founded(&mut self, members: &[Member<'_>]) -> Result<Vec<Expr>> {
        for need in ["WellFounded.fix", "invImage", "Nat.lt_wfRel", "PSigma.casesOn", "PSum.casesOn"] {
            if !self.m.env.contains(Name::new(need)) {
                return Err(Error::msg("well-founded recursion is not available yet: the library lacks it"));
            }
        }
        let fs: Vec<RecursiveFunction> = members.iter().map(|m| m.rf.clone()).collect();
        let lctx = self.m.lctx.clone();
        let r = self.well_founded_in(members, &fs);
        self.m.lctx = lctx;
        r
    }

    fn well_founded_in(&mut self, members: &[Member<'_>], fs: &[RecursiveFunction]) -> Result<Vec<Expr>> {
        let Some(d) = self.m.domain(fs)? else {
            let name = members.iter().find(|m| m.rf.args.is_empty()).unwrap_or(&members[0]).name;
            return Err(Error::msg(format!(
                "well-founded recursion cannot be used, `{name}` does not take any (non-fixed) arguments"
            )));
        };
        let given =
            members.iter().any(|m| m.termination.termination_by.as_ref().is_some_and(|t| t.body.is_some()));
        let measures = if given {
            self.given_measures(members, &d)?
        } else {
            let c = self.checkpoint();
            let calls = self.m.recursive_calls(fs, &d)?;
            let found = self.guess_measures(members, &d, &calls);
            match found {
                Ok(m) => {
                    self.rollback(&c);
                    m
                }
                Err(e) => return Err(e),
            }
        };
        let order = self.m.order(measures)?;
        let (values, goals) = self.m.fix(fs, &d, &order)?;
        let span = members[0].span;
        // Goals of functions with their own `decreasing_by` are told apart by who calls; one block serves all others.
        let by = members.iter().find_map(|m| m.termination.decreasing_by.as_ref());
        self.solve_decreasing(&goals, by, span)?;
        let mut out = Vec::new();
        for (e, map) in values {
            let e = self.m.instantiate(e);
            out.push(self.m.st.replace_fvars(e, &map));
        }
        Ok(out)
    }
}
