//! Finding a measure when none is given: the size of an argument, or sizes in lexicographic order.
//!
//! For every call and every candidate it is tried whether the candidate gets smaller or stays the same; candidates are
//! then chosen greedily, each of which must get smaller in some of the calls that are left and bigger in none
//! (Bulwahn, Krauss, Nipkow: Finding Lexicographic Orders for Termination Proofs in Isabelle/HOL, TPHOLs 2007).

use super::compile::Member;
use super::packing::Domain;
use super::well_founded::Call;
use crate::elab::Elab;
use crate::error::{Error, Piece, Result};
use crate::meta::is_inaccessible;
use turnstile_kernel::{BigUint, Expr, Name};

/// How a measure changes in a call.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Change {
    Less,
    Same,
    Unknown,
}

/// One measure for each function.
struct Candidate {
    measures: Vec<Expr>,
    /// How a table of failures calls it.
    names: Vec<String>,
}

/// The most candidates for a group.
const MAX_CANDIDATES: usize = 32;

impl Elab {
    /// Measures that get smaller in each of `calls`.
    ///
    /// # Errors
    /// When none was found; the message is a table of what was tried.
    pub(super) fn guess_measures(
        &mut self,
        members: &[Member<'_>],
        d: &Domain,
        calls: &[Call],
    ) -> Result<Vec<Expr>> {
        let candidates = self.candidates(members, d)?;
        if candidates.is_empty() {
            return Err(Error::msg("no parameters suitable for well-founded recursion"));
        }
        // With one candidate the failing goal says more than a table.
        if let [only] = &candidates[..] {
            return Ok(only.measures.clone());
        }
        let mut table: Vec<Vec<Change>> = Vec::new();
        for c in &candidates {
            let mut column = Vec::new();
            for call in calls {
                column.push(self.change(d, c, call)?);
            }
            // One measure for everything is best; no need to look further.
            if column.iter().all(|x| *x == Change::Less) {
                return Ok(c.measures.clone());
            }
            table.push(column);
        }
        let mut left: Vec<usize> = (0..calls.len()).collect();
        let mut chosen: Vec<usize> = Vec::new();
        while !left.is_empty() {
            let next = (0..candidates.len()).find(|k| {
                !chosen.contains(k)
                    && left.iter().all(|c| table[*k][*c] != Change::Unknown)
                    && left.iter().any(|c| table[*k][*c] == Change::Less)
            });
            let Some(k) = next else { return Err(self.no_measure(&candidates, &table, calls.len())) };
            left.retain(|c| table[k][*c] != Change::Less);
            chosen.push(k);
        }
        let mut out = Vec::new();
        for i in 0..members.len() {
            let parts: Vec<Expr> = chosen.iter().map(|k| candidates[*k].measures[i]).collect();
            let (last, init) = parts.split_last().ok_or_else(|| Error::msg("internal: no measure"))?;
            let mut e = *last;
            for p in init.iter().rev() {
                e = self.m.mk_app("Prod.mk", &[*p, e])?;
            }
            out.push(e);
        }
        Ok(out)
    }

    fn candidates(&mut self, members: &[Member<'_>], d: &Domain) -> Result<Vec<Candidate>> {
        let mut sizes: Vec<Vec<(Expr, String)>> = Vec::new();
        for p in &d.parts {
            let mut own = Vec::new();
            for (k, x) in p.xs.iter().enumerate() {
                let Some(e) = self.m.size_measure(*x)? else { continue };
                let name = self.m.local_name(*x);
                let text =
                    if is_inaccessible(name) { format!("#{}", d.fixed + k + 1) } else { name.to_string() };
                own.push((e, text));
            }
            sizes.push(own);
        }
        let mut out: Vec<Vec<(Expr, String)>> = vec![vec![]];
        for own in &sizes {
            out = out
                .into_iter()
                .flat_map(|c| {
                    own.iter().map(move |e| {
                        let mut c = c.clone();
                        c.push(e.clone());
                        c
                    })
                })
                .take(MAX_CANDIDATES)
                .collect();
        }
        let mut out: Vec<Candidate> = out
            .into_iter()
            .filter(|c| c.len() == members.len())
            .map(|c| {
                let (measures, names) = c.into_iter().unzip();
                Candidate { measures, names }
            })
            .collect();
        if members.len() > 1 {
            // A function may call one that stands before it with the same arguments, or the other way round.
            let n = members.len();
            for up in [true, false] {
                let number = |i: usize| if up { i } else { n - 1 - i };
                let measures = (0..n).map(|i| self.m.mk_nat_lit(&BigUint::from(number(i)))).collect();
                out.push(Candidate { measures, names: vec![String::new(); n] });
            }
        }
        Ok(out)
    }

    fn change(&mut self, d: &Domain, c: &Candidate, call: &Call) -> Result<Change> {
        let m = &mut self.m;
        let small = m.at_arguments(d, call.callee.0, c.measures[call.callee.0], &call.callee.1)?;
        let large = m.at_arguments(d, call.caller.0, c.measures[call.caller.0], &call.caller.1)?;
        if m.st.alpha_eq(small, large) {
            return Ok(Change::Same);
        }
        let lctx = call.lctx.clone();
        let same = m.with_lctx(lctx.clone(), |m| {
            m.without_effect(|m| {
                m.with_transparency(crate::env::Transparency::Instances, |m| m.is_def_eq(small, large))
            })
        });
        match same {
            Ok(true) => return Ok(Change::Same),
            Err(e) if e.is_resource() => return Err(e),
            _ => {}
        }
        let less = m.with_lctx(lctx.clone(), |m| {
            let shrink = |m: &mut crate::meta::Meta, e: Expr| -> Result<Expr> {
                let t = m.infer(e)?;
                let t = m.whnf(t)?;
                match m.st.head_const(t) {
                    Some(n) if n == Name::new("Nat") => Ok(e),
                    _ => m.mk_app("SizeOf.sizeOf", &[e]),
                }
            };
            let (a, b) = (shrink(m, small)?, shrink(m, large)?);
            m.mk_app("LT.lt", &[a, b])
        })?;
        Ok(if self.decreases(&lctx, less)? { Change::Less } else { Change::Unknown })
    }

    fn no_measure(&self, candidates: &[Candidate], table: &[Vec<Change>], calls: usize) -> Error {
        let mut text = String::from(
            "Could not find a decreasing measure.\nThe basic measures relate at each recursive call as follows:\n(<, ≤, =: \
             relation proved, ? all proofs failed, _: no proof attempted)\n",
        );
        let shown: Vec<usize> =
            (0..candidates.len()).filter(|k| candidates[*k].names.iter().all(|n| !n.is_empty())).collect();
        let titles: Vec<String> = shown.iter().map(|k| candidates[*k].names.join("/")).collect();
        let mut rows: Vec<Vec<String>> = vec![std::iter::once(String::new()).chain(titles).collect()];
        for c in 0..calls {
            let mut row = vec![format!("{})", c + 1)];
            row.extend(shown.iter().map(|k| {
                match table[*k][c] {
                    Change::Less => "<",
                    Change::Same => "=",
                    Change::Unknown => "?",
                }
                .to_owned()
            }));
            rows.push(row);
        }
        let widths: Vec<usize> = (0..rows[0].len())
            .map(|k| rows.iter().map(|r| r[k].chars().count()).max().unwrap_or(0))
            .collect();
        for r in &rows {
            let line: Vec<String> = r.iter().zip(&widths).map(|(c, w)| format!("{c:<w$}")).collect();
            text.push_str(line.join(" ").trim_end());
            text.push('\n');
        }
        text.push_str("Please use `termination_by` to specify a decreasing measure.");
        self.m.error(vec![Piece::Text(text)])
    }
}
