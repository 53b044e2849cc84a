//! `calc`: chains of relations, put together by `Trans`.

use crate::elab::{Elab, SynthMode};
use crate::error::{Piece, Result};
use crate::meta::MVarKind;
use turnstile_kernel::{Expr, Name, Node};
use turnstile_syntax::{CalcStep, Span};

/// A proof and the relation it proves.
#[derive(Clone, Copy)]
struct Link {
    proof: Expr,
    ty: Expr,
}

/// `r a b` taken apart.
struct Relation {
    r: Expr,
    lhs: Expr,
    rhs: Expr,
}

impl Elab {
    pub(crate) fn elab_calc(
        &mut self,
        steps: &[CalcStep],
        expected: Option<Expr>,
        span: Span,
    ) -> Result<Expr> {
        let link = self.calc_steps(steps, span)?;
        self.ensure_has_type(link, expected, span)
    }

    /// The proof of a chain of steps, for the term and the tactic.
    ///
    /// # Errors
    /// When a step is wrong or two relations cannot be chained.
    pub fn calc_steps(&mut self, steps: &[CalcStep], span: Span) -> Result<Expr> {
        let mut chain: Option<Link> = None;
        for step in steps {
            let next = self.calc_step(step, chain)?;
            chain = Some(match chain {
                None => next,
                Some(prev) => self.chain(prev, next, step.span)?,
            });
        }
        match chain {
            Some(l) => Ok(l.proof),
            None => Err(self.text_error(span, "`calc` needs at least one step")),
        }
    }

    fn calc_step(&mut self, step: &CalcStep, prev: Option<Link>) -> Result<Link> {
        let Some(proof) = &step.proof else {
            // A first step without a proof is a term: `a` stands for `a = a`.
            let e = self.elab_term(&step.rel, None)?;
            self.synthesize(SynthMode::NoPostpone)?;
            let proof = self.m.mk_app("Eq.refl", &[e])?;
            let eq = self.m.mk_app("Eq", &[e, e])?;
            return Ok(Link { proof, ty: eq });
        };
        let ty = self.elab_type(&step.rel)?;
        if let Some(prev) = prev {
            let (Some(p), Some(r)) = (self.relation(prev.ty)?, self.relation(ty)?) else {
                return Err(self.not_a_relation(ty, step.rel.span));
            };
            if !self.m.is_def_eq(p.rhs, r.lhs)? {
                return Err(self.error_at(
                    step.rel.span,
                    vec![
                        Piece::Text("invalid 'calc' step, left-hand side is\n  ".into()),
                        Piece::Expr(r.lhs),
                        Piece::Text("\nprevious right-hand side is\n  ".into()),
                        Piece::Expr(p.rhs),
                    ],
                ));
            }
        } else if self.relation(ty)?.is_none() {
            return Err(self.not_a_relation(ty, step.rel.span));
        }
        self.synthesize(SynthMode::NoPostpone)?;
        let v = self.elab_term_ensuring_type(proof, ty)?;
        self.synthesize(SynthMode::NoPostpone)?;
        Ok(Link { proof: v, ty })
    }

    fn not_a_relation(&self, ty: Expr, span: Span) -> crate::Error {
        self.error_at(
            span,
            vec![Piece::Text("invalid 'calc' step, relation expected\n  ".into()), Piece::Expr(ty)],
        )
    }

    fn relation(&mut self, ty: Expr) -> Result<Option<Relation>> {
        let ty = self.m.instantiate(ty);
        let st = self.m.st.clone();
        let Node::App(f, rhs) = st.node(ty) else { return Ok(None) };
        let Node::App(r, lhs) = st.node(f) else { return Ok(None) };
        Ok(Some(Relation { r, lhs, rhs }))
    }

    /// `a r b` and `b s c` give `a t c`.
    fn chain(&mut self, prev: Link, next: Link, span: Span) -> Result<Link> {
        let (Some(p), Some(n)) = (self.relation(prev.ty)?, self.relation(next.ty)?) else {
            return Err(self.not_a_relation(next.ty, span));
        };
        let st = self.m.st.clone();
        let (a, b, c) = (self.m.infer(p.lhs)?, self.m.infer(p.rhs)?, self.m.infer(n.rhs)?);
        let (u, v, w) = (self.m.sort_of(a)?, self.m.sort_of(b)?, self.m.sort_of(c)?);
        let (r, s) = (self.m.sort_of(prev.ty)?, self.m.sort_of(next.ty)?);
        let t_level = self.m.mk_level_mvar();
        let t_type = st.arrow(a, st.arrow(c, st.sort(t_level)));
        let t = self.m.mk_hole(t_type);
        // Universe parameters of `Trans`: those of the three relations, then those of the three types.
        let ls = self.trans_levels([r, s, t_level], [u, v, w]);
        let class = st.apps(st.const_(Name::new("Trans"), &ls), &[a, b, c, p.r, n.r, t]);
        let inst = self.m.mk_mvar(class, MVarKind::Synthetic, Name::anon());
        let Node::MVar(m) = st.node(inst) else {
            return Err(self.text_error(span, "internal: hole expected"));
        };
        let found = match self.m.synth_mvar(m) {
            Ok(f) => f,
            Err(e) if e.is_resource() => return Err(e),
            Err(_) => false,
        };
        if !found {
            return Err(self.error_at(
                span,
                vec![
                    Piece::Text("invalid 'calc' step, failed to synthesize `Trans` instance\n  ".into()),
                    Piece::Expr(class),
                ],
            ));
        }
        let f = st.const_(Name::new("Trans.trans"), &ls);
        let proof = st.apps(f, &[a, b, c, p.r, n.r, t, inst, p.lhs, p.rhs, n.rhs, prev.proof, next.proof]);
        let t = self.m.instantiate(t);
        let ty = st.beta(t, &[p.lhs, n.rhs]);
        Ok(Link { proof: self.m.instantiate(proof), ty })
    }

    /// The level arguments of `Trans` in the order its declaration has them: found from its type.
    fn trans_levels(
        &self,
        relations: [turnstile_kernel::Level; 3],
        types: [turnstile_kernel::Level; 3],
    ) -> Vec<turnstile_kernel::Level> {
        let Some(c) = self.m.env.get(Name::new("Trans")) else { return vec![] };
        let c = c.cval();
        let st = &self.m.st;
        let mut of_types: Vec<Name> = Vec::new();
        let mut t = c.ty;
        for _ in 0..3 {
            if let Node::Pi(_, dom, body) = st.node(t) {
                if let Node::Sort(l) = st.node(dom)
                    && let turnstile_kernel::LevelNode::Param(n) = st.level(l)
                {
                    of_types.push(n);
                }
                t = body;
            }
        }
        let mut rel = relations.into_iter();
        c.level_params
            .iter()
            .map(|p| match of_types.iter().position(|n| n == p) {
                Some(i) => types[i.min(2)],
                None => rel.next().unwrap_or_else(|| st.l_zero()),
            })
            .collect()
    }
}
