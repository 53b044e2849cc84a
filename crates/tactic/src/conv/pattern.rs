//! To an instance of a pattern.

use super::goal::ConvGoal;
use super::walk::{arguments, dependent, enter_binder, function, implication};
use crate::goal::{Goals, in_goal, inaccessible};
use crate::simp::parts::replaceable;
use turnstile_elab::env::Transparency;
use turnstile_elab::{Error, Meta, Piece, Result};
use turnstile_kernel::{Expr, MVarId, Node, with_stack};

/// A step from a term to one of its parts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Step {
    /// An argument of an application.
    Arg(usize),
    /// The function in front of so many arguments.
    Front(usize),
    /// Below the binder.
    Binder,
    /// The left side of an implication.
    Domain,
    /// The right side of an implication.
    Codomain,
}

/// Goes to instances of `pat`, an open pattern whose holes stand for anything, in the order in which they stand, those
/// inside of others not counted: to the ones whose numbers (from 1) are in `occs`, or to all.
///
/// # Errors
/// When there are not that many.
pub fn pattern(m: &mut Meta, g: MVarId, pat: Expr, occs: Option<&[u32]>) -> Result<Goals> {
    let c = ConvGoal::expect(m, g)?;
    let last = occs.map(|o| o.iter().copied().max().unwrap_or(0) as usize);
    let found = in_goal(m, g, |m, _| {
        let mut search = Search { pat, here: Vec::new(), found: Vec::new(), last };
        search.visit(m, c.lhs)?;
        Ok(search.found)
    })?;
    let wanted: Vec<Vec<Step>> = match occs {
        None if found.is_empty() => vec![],
        None => found,
        Some(o) => {
            let mut o = o.to_vec();
            o.sort_unstable();
            o.dedup();
            let picked: Vec<Vec<Step>> =
                o.iter().filter_map(|i| found.get((*i as usize).checked_sub(1)?).cloned()).collect();
            if picked.len() < o.len() && !found.is_empty() {
                return Err(Error::msg(format!(
                    "'pattern' conv tactic failed, pattern was found only {} times but {} expected",
                    found.len(),
                    o.last().copied().unwrap_or(0)
                )));
            }
            picked
        }
    };
    if wanted.is_empty() {
        return in_goal(m, g, |m, _| {
            Err(m.error(vec![
                Piece::Text("'pattern' conv tactic failed, pattern was not found\n  ".into()),
                Piece::Expr(pat),
            ]))
        });
    }
    descend(m, g, &wanted, 0)
}

/// Looks for instances, outer ones first, from the left.
struct Search {
    pat: Expr,
    here: Vec<Step>,
    found: Vec<Vec<Step>>,
    last: Option<usize>,
}

impl Search {
    fn visit(&mut self, m: &mut Meta, e: Expr) -> Result<()> {
        if self.last.is_some_and(|n| self.found.len() >= n) {
            return Ok(());
        }
        m.tick()?;
        if self.matches(m, e)? {
            self.found.push(self.here.clone());
            return Ok(());
        }
        with_stack(|| self.parts(m, e))
    }

    /// Whether `e`, or the front part of it that has as many arguments as the pattern, is an instance. In the latter case
    /// the step is noted as well.
    fn matches(&mut self, m: &mut Meta, e: Expr) -> Result<bool> {
        let (h, args) = m.st.unapp(e);
        let (ph, pargs) = m.st.unapp(self.pat);
        let same_head = match (m.st.node(h), m.st.node(ph)) {
            (Node::Const(a, _), Node::Const(b, _)) => a == b,
            (Node::Const(..), _) | (_, Node::Const(..)) => false,
            (_, Node::MVar(_)) => true,
            (Node::Sort(_), Node::Sort(_)) => true,
            (Node::Lam(..), Node::Lam(..)) | (Node::Pi(..), Node::Pi(..)) => true,
            (Node::Proj(a, i, _), Node::Proj(b, j, _)) => a == b && i == j,
            _ => h == ph,
        };
        if !same_head || args.len() < pargs.len() {
            return Ok(false);
        }
        let extra = args.len() - pargs.len();
        let part = m.st.apps(h, &args[..pargs.len()]);
        let s = m.save();
        let same = m.with_transparency(Transparency::Instances, |m| m.is_def_eq(part, self.pat));
        m.restore(&s);
        if !same? {
            return Ok(false);
        }
        if extra > 0 {
            // The place is below this node: it is noted here, since the caller notes its own.
            let mut place = self.here.clone();
            place.push(Step::Front(extra));
            self.found.push(place);
            return Ok(false);
        }
        Ok(true)
    }

    fn parts(&mut self, m: &mut Meta, e: Expr) -> Result<()> {
        match m.st.node(e) {
            Node::App(..) => {
                let (f, args) = m.st.unapp(e);
                let free = replaceable(m, f, &args)?;
                for (i, a) in args.iter().enumerate() {
                    if free[i] {
                        self.step(m, Step::Arg(i), *a)?;
                    }
                }
                if matches!(m.st.node(f), Node::Lam(..) | Node::Let(..)) {
                    self.step(m, Step::Front(args.len()), f)?;
                }
                Ok(())
            }
            Node::Pi(b, dom, body) => {
                if !dependent(m, e) {
                    self.step(m, Step::Domain, dom)?;
                    let body = m.st.lower(body, 1, 1);
                    return self.step(m, Step::Codomain, body);
                }
                if !m.is_prop(e)? {
                    return Ok(());
                }
                self.below(m, b, dom, body)
            }
            Node::Lam(b, dom, body) => self.below(m, b, dom, body),
            Node::Let(n, dom, _, body) => self.below(m, turnstile_kernel::Binder::new(n), dom, body),
            _ => Ok(()),
        }
    }

    fn below(&mut self, m: &mut Meta, b: turnstile_kernel::Binder, dom: Expr, body: Expr) -> Result<()> {
        m.scoped(|m| {
            let x = m.push_local(inaccessible(b.name), dom, b.info);
            let body = m.st.instantiate1(body, x);
            self.step(m, Step::Binder, body)
        })
    }

    fn step(&mut self, m: &mut Meta, s: Step, e: Expr) -> Result<()> {
        self.here.push(s);
        let r = self.visit(m, e);
        self.here.pop();
        r
    }
}

/// The goals at the ends of `paths`, the first `depth` steps of which lead to `g`.
fn descend(m: &mut Meta, g: MVarId, paths: &[Vec<Step>], depth: usize) -> Result<Goals> {
    let Some(first) = paths.first().and_then(|p| p.get(depth).copied()) else { return Ok(vec![g]) };
    m.tick()?;
    let c = ConvGoal::expect(m, g)?;
    // Paths that go on in the same way, in order.
    let mut groups: Vec<(Step, Vec<Vec<Step>>)> = Vec::new();
    for p in paths {
        let Some(s) = p.get(depth).copied() else { continue };
        match groups.iter_mut().find(|(t, _)| *t == s) {
            Some((_, g)) => g.push(p.clone()),
            None => groups.push((s, vec![p.clone()])),
        }
    }
    let goals: Goals = in_goal(m, g, |m, _| {
        Ok(match first {
            Step::Binder => vec![enter_binder(m, g, None)?],
            Step::Front(n) => vec![function(m, &c, n)?],
            Step::Domain | Step::Codomain => {
                let has = |s: Step| groups.iter().any(|(t, _)| *t == s);
                implication(m, &c, has(Step::Domain), has(Step::Codomain))?
            }
            Step::Arg(_) => {
                let which: Vec<usize> = groups
                    .iter()
                    .filter_map(|(s, _)| if let Step::Arg(i) = s { Some(*i) } else { None })
                    .collect();
                arguments(m, &c, &which)?
            }
        })
    })?;
    let mut out = Vec::new();
    let mut rest = Vec::new();
    for (i, h) in goals.into_iter().enumerate() {
        match groups.get(i) {
            Some((_, paths)) => out.extend(descend(m, h, paths, depth + 1)?),
            // Instances that depend on the arguments come last.
            None => rest.push(h),
        }
    }
    out.extend(rest);
    Ok(out)
}
