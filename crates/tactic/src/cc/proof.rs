//! Proof terms of equations and conflicts.

use super::graph::{App, Conflict, Graph, NodeId, Why};
use crate::goal::{as_eq, as_iff, as_not};
use crate::injection::{Injected, inject};
use crate::known;
use crate::terms::Terms;
use rustc_hash::FxHashMap;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{Expr, Node};

/// Proofs made so far, by their sides.
type Done = FxHashMap<(NodeId, NodeId), Expr>;

fn lost(what: &str) -> Error {
    Error::msg(format!("internal: congruence closure lost {what}"))
}

impl Graph {
    /// A proof of `a = b` for two terms of one class.
    ///
    /// # Errors
    /// When they are in different classes, an assertion has no proof, or the budget ends.
    pub fn prove(&self, m: &mut Meta, a: NodeId, b: NodeId) -> Result<Expr> {
        self.equation(m, a, b, &mut Done::default())
    }

    /// A proof of `False` from a conflict.
    ///
    /// # Errors
    /// When an assertion has no proof, or the budget ends.
    pub fn prove_conflict(&self, m: &mut Meta, c: Conflict) -> Result<Expr> {
        let st = m.st.clone();
        match c {
            Conflict::Denied(number) => {
                let (a, b) = self.denied_sides(number).ok_or_else(|| lost("a denial"))?;
                let eq = self.prove(m, a, b)?;
                let no = self.givens[number as usize].proof.ok_or_else(|| lost("a proof"))?;
                Ok(st.app(no, eq))
            }
            Conflict::Values(x, y) => {
                let (ex, ey) = (self.expr(x), self.expr(y));
                let is = |e: Expr, n| matches!(st.node(e), Node::Const(c, _) if c == n);
                let (truth, falsity) = (*known::TRUE, *known::FALSE);
                if is(ex, truth) || is(ey, truth) || is(ex, falsity) || is(ey, falsity) {
                    let (x, y) = if is(ex, truth) { (x, y) } else { (y, x) };
                    let h = self.prove(m, x, y)?;
                    return m.mk_eq_mp(self.expr(x), self.expr(y), h, st.const_(*known::TRUE_INTRO, &[]));
                }
                let h = self.prove(m, x, y)?;
                let ty = m.infer(ex)?;
                match inject(m, ty, ex, ey, h)? {
                    Some(Injected::Clash(p)) => Ok(p),
                    _ => Err(lost("a clash of constructors")),
                }
            }
        }
    }

    fn equation(&self, m: &mut Meta, a: NodeId, b: NodeId, done: &mut Done) -> Result<Expr> {
        m.tick()?;
        if a == b {
            return m.mk_eq_refl(self.expr(a));
        }
        if let Some(p) = done.get(&(a, b)) {
            return Ok(*p);
        }
        let (up, down) = self.paths(a, b).ok_or_else(|| lost("a path"))?;
        let ty = m.infer(self.expr(a))?;
        let ty = m.instantiate(ty);
        let mut proof: Option<Expr> = None;
        let mut at = a;
        let mut chain = |m: &mut Meta, at: &mut NodeId, next: NodeId, step: Expr| -> Result<()> {
            proof = Some(match proof {
                None => step,
                Some(p) => {
                    let u = m.universe(ty)?;
                    let st = &m.st;
                    st.apps(
                        st.const_(*known::EQ_TRANS, &[u]),
                        &[ty, self.expr(a), self.expr(*at), self.expr(next), p, step],
                    )
                }
            });
            *at = next;
            Ok(())
        };
        for n in up {
            let (next, _) = self.term(n).edge.ok_or_else(|| lost("an edge"))?;
            let step = turnstile_kernel::with_stack(|| self.edge(m, n, done))?;
            chain(m, &mut at, next, step)?;
        }
        for n in down.into_iter().rev() {
            let (next, _) = self.term(n).edge.ok_or_else(|| lost("an edge"))?;
            let step = turnstile_kernel::with_stack(|| self.edge(m, n, done))?;
            let back = Terms::mk_eq_symm(m, ty, self.expr(n), self.expr(next), step)?;
            chain(m, &mut at, n, back)?;
        }
        let p = proof.ok_or_else(|| lost("a proof"))?;
        done.insert((a, b), p);
        Ok(p)
    }

    /// The proof of `n = next` for the edge of the proof forest that starts at `n`.
    fn edge(&self, m: &mut Meta, n: NodeId, done: &mut Done) -> Result<Expr> {
        let (next, why) = self.term(n).edge.ok_or_else(|| lost("an edge"))?;
        let (x, y) = (self.expr(n), self.expr(next));
        match why {
            Why::Given { number, flipped } => {
                let (x, y) = if flipped { (y, x) } else { (x, y) };
                let p = self.given(m, number, x, y)?;
                if !flipped {
                    return Ok(p);
                }
                let ty = m.infer(x)?;
                Terms::mk_eq_symm(m, ty, x, y, p)
            }
            Why::Definition => Terms::mk_eq_refl(m, x),
            Why::Congruence => {
                let (Some(p), Some(q)) = (self.term(n).app, self.term(next).app) else {
                    return Err(lost("an application"));
                };
                self.congruence(m, p, q, done)
            }
            Why::Field { left, right, .. } => {
                let h = self.equation(m, left, right, done)?;
                let (l, r) = (self.expr(left), self.expr(right));
                let ty = m.infer(l)?;
                let Some(Injected::Fields(fields)) = inject(m, ty, l, r, h)? else {
                    return Err(lost("a constructor"));
                };
                let st = m.st.clone();
                fields
                    .into_iter()
                    .find(|(eq, _)| {
                        as_eq(&st, *eq).is_some_and(|(_, a, b)| st.alpha_eq(a, x) && st.alpha_eq(b, y))
                    })
                    .map(|f| f.1)
                    .ok_or_else(|| lost("a field"))
            }
        }
    }

    /// Assertion `number` as a proof of `x = y`.
    fn given(&self, m: &mut Meta, number: u32, x: Expr, y: Expr) -> Result<Expr> {
        let g = self.givens[number as usize];
        let h = g.proof.ok_or_else(|| lost("the proof of an assertion"))?;
        let st = m.st.clone();
        let p = m.instantiate(g.prop);
        if g.holds {
            if as_eq(&st, p).is_some() {
                return Ok(h);
            }
            if as_iff(&st, p).is_some() {
                return Ok(m.mk_propext(x, y, h));
            }
            if as_not(m, p).is_some() {
                return Ok(st.apps(st.const0("eq_false"), &[x, h]));
            }
            return Ok(st.apps(st.const0("eq_true"), &[x, h]));
        }
        Ok(st.apps(st.const0("eq_false"), &[x, h]))
    }

    /// `f a = g b` from proofs that the functions and the arguments are equal.
    fn congruence(&self, m: &mut Meta, p: App, q: App, done: &mut Done) -> Result<Expr> {
        let st = m.st.clone();
        let (f, g, a, b) = (self.expr(p.f), self.expr(q.f), self.expr(p.a), self.expr(q.a));
        let fty = m.infer(f)?;
        let fty = if matches!(st.node(fty), Node::Pi(..)) { fty } else { m.whnf(fty)? };
        let Node::Pi(_, dom, cod) = st.node(fty) else { return Err(lost("a function type")) };
        let functions = if p.f == q.f { None } else { Some(self.equation(m, p.f, q.f, done)?) };
        if p.dependent || p.a == q.a {
            let Some(h) = functions else { return m.mk_eq_refl(st.app(f, a)) };
            let u = m.universe(dom)?;
            let at = st.instantiate1(cod, a);
            let v = m.universe(at)?;
            let family = m.lam_named("x", dom, cod);
            return Ok(st.apps(st.const_(*known::CONGR_FUN, &[u, v]), &[dom, family, f, g, h, a]));
        }
        let cod = st.lower(cod, 1, 1);
        let arguments = self.equation(m, p.a, q.a, done)?;
        match functions {
            None => m.mk_congr_arg(dom, cod, a, b, f, arguments),
            Some(h) => {
                let (u, v) = (m.universe(dom)?, m.universe(cod)?);
                Ok(st.apps(st.const_(*known::CONGR, &[u, v]), &[dom, cod, f, g, a, b, h, arguments]))
            }
        }
    }
}
