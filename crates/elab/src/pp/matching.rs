//! `match` terms, recovered from the match auxiliaries they were compiled to.

use super::doc::Doc;
use super::term::{Ctx, Printer};
use turnstile_kernel::{Binder, Expr, Name, Node};
use turnstile_syntax::operator::LEAD;

impl Printer<'_> {
    /// `match x, y with | p, q => e | …`, when `e` is a match auxiliary with all its alternatives.
    pub(super) fn match_term(&mut self, e: Expr, ctx: Ctx) -> Option<Doc> {
        let (f, args) = self.m.st.unapp(e);
        let (n, _) = self.m.st.as_const(f)?;
        let info = self.m.env.ext.matchers.get(&n).cloned()?;
        let first_discr = info.num_params + 1;
        let first_alt = first_discr + info.num_discrs;
        if args.len() != first_alt + info.patterns.len() || info.num_discrs == 0 {
            return None;
        }
        Some(self.wrap(ctx, LEAD, true, |p, _| {
            let discrs: Vec<Doc> =
                args[first_discr..first_alt].iter().map(|d| p.term(*d, Ctx::free(false))).collect();
            if info.patterns.is_empty() {
                return Doc::Cat(vec![Doc::from("nomatch "), Doc::join(discrs, ",")]);
            }
            let mut parts = vec![Doc::from("match "), Doc::join(discrs, ",").group(), Doc::from(" with")];
            for (i, pats) in info.patterns.iter().enumerate() {
                let params = &args[..info.num_params];
                let last = i + 1 == info.patterns.len();
                let alt =
                    p.alternative(params, pats, info.alt_arity[i], args[first_alt + i], ctx.known, last);
                parts.extend([Doc::Hard, Doc::from("| "), alt]);
            }
            Doc::Cat(parts)
        }))
    }

    fn alternative(
        &mut self,
        params: &[Expr],
        pats: &[Expr],
        arity: usize,
        alt: Expr,
        known: bool,
        last: bool,
    ) -> Doc {
        if arity == 0 {
            let st = self.m.st.clone();
            let rhs = match st.node(alt) {
                Node::Lam(_, _, b) if !st.has_loose_bvar(b, 0) => st.lower(b, 1, 1),
                _ => st.beta(alt, &[st.const0("Unit.unit")]),
            };
            return self.arm(pats, params, rhs, known, last);
        }
        let pats: Vec<Expr> = pats.iter().map(|q| self.with_params(*q, params, arity)).collect();
        self.open_alternative(&pats, arity, alt, Vec::new(), known, last)
    }

    /// The pattern `q` with its parameters in place; only its `arity` variables are left.
    fn with_params(&self, q: Expr, params: &[Expr], arity: usize) -> Expr {
        let st = &self.m.st;
        let vars = (0..arity as u32).rev().map(|i| st.bvar(i));
        let all: Vec<Expr> = params.iter().map(|p| st.lift(*p, 0, arity as u32)).chain(vars).collect();
        st.instantiate_rev(q, &all)
    }

    fn open_alternative(
        &mut self,
        pats: &[Expr],
        arity: usize,
        alt: Expr,
        xs: Vec<Expr>,
        known: bool,
        last: bool,
    ) -> Doc {
        if xs.len() == arity {
            return self.arm(pats, &xs, alt, known, last);
        }
        let st = self.m.st.clone();
        let (b, ty, body) = match st.node(alt) {
            Node::Lam(b, ty, body) => (b, ty, body),
            _ => {
                // A variable or constant as the alternative: shown with its arguments.
                let ty = self.m.infer(alt).and_then(|t| self.m.whnf(t));
                match ty.map(|t| st.node(t)) {
                    Ok(Node::Pi(b, ty, _)) => (b, ty, st.app(st.lift(alt, 0, 1), st.bvar(0))),
                    _ => (Binder::new(Name::new("x")), st.prop(), st.app(st.lift(alt, 0, 1), st.bvar(0))),
                }
            }
        };
        self.with_bound(b, ty, None, body, |p, _, body| {
            let mut xs = xs;
            // The newest hypothesis is the variable just bound.
            if let Some(d) = p.m.lctx.iter().next_back() {
                xs.push(p.m.st.fvar(d.id));
            }
            p.open_alternative(pats, arity, body, xs, known, last)
        })
    }

    fn arm(&mut self, pats: &[Expr], xs: &[Expr], rhs: Expr, known: bool, last: bool) -> Doc {
        let pats: Vec<Doc> = pats
            .iter()
            .map(|q| {
                let q = self.m.st.instantiate_rev(*q, xs);
                self.pattern(q, false)
            })
            .collect();
        // A `match` further inside would take the alternatives that follow.
        let st = self.m.st.clone();
        let swallows = !last
            && st.any_subterm(
                rhs,
                |t| matches!(st.node(t), Node::Const(n, _) if self.m.env.ext.matchers.contains_key(&n)),
            );
        let rhs = self.term(rhs, Ctx { tail: !swallows, ..Ctx::free(known) });
        Doc::Cat(vec![Doc::join(pats, ",").group(), Doc::from(" =>"), Doc::Cat(vec![Doc::Line, rhs]).nest(4)])
            .group()
    }

    /// A pattern: variables, literals, constructors with their fields.
    fn pattern(&mut self, q: Expr, atomic: bool) -> Doc {
        let st = self.m.st.clone();
        let q = self.offset_pattern(q);
        let (f, args) = st.unapp(q);
        if let Some((n, _)) = st.as_const(f)
            && let Some(turnstile_kernel::ConstantInfo::Constructor(c)) =
                self.m.env.get(n).map(|c| (**c).clone())
            && !matches!(n.as_str(), "List.cons" | "List.nil" | "Prod.mk" | "Nat.zero")
            && args.len() == c.num_params + c.num_fields
        {
            let fields: Vec<Doc> = args[c.num_params..].iter().map(|a| self.pattern(*a, true)).collect();
            let name = Doc::from(self.plain_name(n));
            let compound = !fields.is_empty();
            let d = std::iter::once(name).chain(fields).collect();
            let d = Doc::join(d, "").group();
            return if atomic && compound { d.between("(", ")") } else { d };
        }
        if let Some((n, _)) = st.as_const(f)
            && n.as_str() == "Nat.zero"
        {
            return Doc::from("0");
        }
        let ctx = if atomic { Ctx::arg(true) } else { Ctx::free(true) };
        self.term(q, ctx)
    }

    /// `Nat.succ (Nat.succ n)` as `n + 2`.
    fn offset_pattern(&mut self, q: Expr) -> Expr {
        match self.m.nat_offset(q) {
            Some((b, k)) if self.m.nat_literal(b).is_none() => self.m.mk_nat_offset(b, &k),
            _ => self.m.nat_literal(q).map_or(q, |v| self.m.st.nat(v)),
        }
    }
}
