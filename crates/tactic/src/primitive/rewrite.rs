//! `rw [h]` on the target, the equation compiled once to patterns that are matched.

use super::context::Context;
use super::matching::{Match, Substitution, is_first_order, matches};
use super::{Calculus, ContextId, Found, Inference, Premises, Sequent};
use crate::action::Fact;
use crate::apply::{count_args, open_args};
use crate::goal::{as_eq, as_iff};
use crate::known;
use crate::rewrite::as_equation;
use crate::rfl::{relation_lemmas, try_rfl_after_rw};
use crate::terms::Terms;
use smallvec::SmallVec;
use std::rc::Rc;
use std::sync::Arc;
use turnstile_elab::env::Transparency;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, FVarId, Level, Name, Node, with_stack};

/// An equation or equivalence `∀ xs, lhs = rhs`: loose bound variable `i` is the `i`-th of `xs` from the end.
pub(crate) struct Equation {
    arity: usize,
    params: Arc<[Name]>,
    /// The type of the sides; none for an equivalence.
    ty: Option<Expr>,
    sides: [Expr; 2],
    /// Whether matching a side determines all variables: from left to right, and from right to left.
    usable: [bool; 2],
}

/// A rewriting of a target, and what is needed to write its proof.
pub struct Rewriting {
    equation: Rc<Equation>,
    /// The proof of the equation before it is applied.
    proof: Expr,
    args: SmallVec<[Expr; 4]>,
    levels: SmallVec<[Level; 2]>,
    symm: bool,
    /// The target before and after.
    old: Expr,
    new: Expr,
    /// The target with loose bound variable 0 where it changes.
    body: Expr,
}

/// The head of a term: constant, variable or another leaf, and the number of arguments.
fn head(m: &Meta, e: Expr) -> (Node, usize) {
    let h = m.st.app_fn(e);
    let node = match m.st.node(h) {
        // Universes do not count.
        Node::Const(n, _) => return (Node::Const(n, no_levels(m)), m.st.app_arity(e)),
        node => node,
    };
    (node, m.st.app_arity(e))
}

fn no_levels(m: &Meta) -> turnstile_kernel::Levels {
    m.st.levels(&[])
}

impl Equation {
    /// Compiles the type of an equation; `None` when it is none that matching can use.
    fn compile(m: &Meta, ty: Expr, params: &Arc<[Name]>) -> Option<Equation> {
        let st = &*m.st;
        let mut t = ty;
        let mut arity = 0;
        let mut instances = false;
        while let Node::Pi(b, _, body) = st.node(t) {
            instances |= b.info == BinderInfo::Inst;
            arity += 1;
            t = body;
        }
        let (ty, l, r) = match as_eq(st, t) {
            Some((ty, l, r)) => (Some(ty), l, r),
            None => as_iff(st, t).map(|(l, r)| (None, l, r))?,
        };
        let usable = |side: Expr| {
            !instances
                && is_first_order(m, side)
                && matches!(st.node(st.app_fn(side)), Node::Const(..) | Node::FVar(_))
                && (matches!(st.node(side), Node::App(..)))
                && (0..arity as u32).all(|i| st.has_loose_bvar(side, i))
        };
        let usable = [usable(l), usable(r)];
        (usable[0] || usable[1]).then(|| Equation {
            arity,
            params: params.clone(),
            ty,
            sides: [l, r],
            usable,
        })
    }
}

/// The search for the places where an equation applies.
struct Abstraction<'a> {
    calculus: &'a mut Calculus,
    context: Context,
    equation: &'a Equation,
    /// The statement of the equation, and its proof: for unification.
    statement: Expr,
    proof: Expr,
    symm: bool,
    pattern: Expr,
    key: (Node, usize),
    found: Option<(Expr, Substitution)>,
    /// Unification is needed, or the result may not be type correct.
    stuck: bool,
}

impl Abstraction<'_> {
    /// `e` with loose bound variable `depth` in the places of the instances; the same order as
    /// [`kabstract`](crate::kabstract::kabstract).
    fn go(&mut self, m: &mut Meta, e: Expr, depth: u32) -> Result<Expr> {
        if self.stuck {
            return Ok(e);
        }
        m.tick()?;
        let st = m.st.clone();
        match st.node(e) {
            Node::App(..) => with_stack(|| self.application(m, e, depth)),
            Node::Lam(b, t, body) => {
                let t2 = self.go(m, t, depth)?;
                self.stuck |= t2 != t;
                let body2 = with_stack(|| self.go(m, body, depth + 1))?;
                Ok(if body2 == body { e } else { st.lam(b, t, body2) })
            }
            Node::Pi(b, t, body) => {
                let t2 = self.go(m, t, depth)?;
                self.stuck |= t2 != t && st.has_loose_bvar(body, 0);
                let body2 = with_stack(|| self.go(m, body, depth + 1))?;
                Ok(if t2 == t && body2 == body { e } else { st.pi(b, t2, body2) })
            }
            Node::Let(..) | Node::Proj(..) => {
                self.stuck = true;
                Ok(e)
            }
            _ => Ok(e),
        }
    }

    fn application(&mut self, m: &mut Meta, e: Expr, depth: u32) -> Result<Expr> {
        let st = m.st.clone();
        let mut spine: SmallVec<[(Expr, Expr); 8]> = SmallVec::new();
        let mut f = e;
        while let Node::App(g, a) = st.node(f) {
            // `f` itself, and its prefixes, outermost first.
            if self.is_instance(m, f, spine.len(), depth)? {
                let mut r = st.bvar(depth);
                // The arguments beyond the instance.
                for (_, a) in spine.iter().rev() {
                    r = st.app(r, *a);
                }
                self.stuck |= !spine.is_empty();
                return Ok(r);
            }
            if self.stuck {
                return Ok(e);
            }
            spine.push((f, a));
            f = g;
        }
        let independent = self.calculus.independent(m, f)?;
        let mut r = match st.node(f) {
            Node::Lam(..) => {
                // A redex; what it says is better seen after it is reduced.
                self.stuck = true;
                return Ok(e);
            }
            _ => f,
        };
        let mut changed = false;
        for (i, (whole, a)) in spine.iter().rev().enumerate() {
            let b = self.go(m, *a, depth)?;
            if b != *a {
                changed = true;
                self.stuck |= !independent.get(i).copied().unwrap_or(false);
            }
            r = if changed { st.app(r, b) } else { *whole };
        }
        Ok(r)
    }

    /// Whether `t`, to which `rest` more arguments are applied, is an instance.
    fn is_instance(&mut self, m: &mut Meta, t: Expr, _rest: usize, _depth: u32) -> Result<bool> {
        let st = m.st.clone();
        if head(m, t) != self.key || st.loose(t) > 0 {
            return Ok(false);
        }
        if let Some((first, _)) = &self.found {
            let first = *first;
            return if st.alpha_eq(t, first) {
                Ok(true)
            } else if self.calculus.differ(m, t, first) {
                Ok(false)
            } else {
                m.with_transparency(Transparency::Instances, |m| m.is_def_eq(t, first))
            };
        }
        let mut s = Substitution::new(self.equation.arity);
        let mut answer =
            matches(self.calculus, m, &self.context, &self.equation.params, self.pattern, t, &mut s);
        if answer == Match::Maybe {
            let key = (self.statement, t, self.symm);
            answer = match self.calculus.mismatches.get(&key) {
                Some(known) => *known,
                None => {
                    let unifies =
                        m.without_effect(|m| unifies(m, self.proof, self.statement, self.symm, t))?;
                    let answer = if unifies { Match::Maybe } else { Match::No };
                    self.calculus.mismatches.insert(key, answer);
                    answer
                }
            };
        }
        match answer {
            Match::Yes => {
                self.stuck |= s.levels.len() != self.equation.params.len();
                self.found = Some((t, s));
                Ok(!self.stuck)
            }
            Match::No => Ok(false),
            Match::Maybe => {
                self.stuck = true;
                Ok(false)
            }
        }
    }
}

/// Whether `t` unifies with a side of the equation, as `rw` would have it.
fn unifies(m: &mut Meta, proof: Expr, statement: Expr, symm: bool, t: Expr) -> Result<bool> {
    let statement = match m.st.node(proof) {
        Node::Const(n, _) => {
            let e = m.mk_const(n)?;
            m.infer(e)?
        }
        _ => statement,
    };
    let (n, _) = count_args(m, statement)?;
    let (_, conclusion) = open_args(m, statement, n)?;
    let Some((_, l, r, _)) = as_equation(m, conclusion, proof)? else { return Ok(true) };
    let from = if symm { r } else { l };
    m.with_transparency(Transparency::Instances, |m| m.is_def_eq(t, from))
}

impl Calculus {
    pub(super) fn rewrite(&mut self, m: &mut Meta, goal: Sequent, rule: Fact, symm: bool) -> Result<Found> {
        let Some((proof, statement)) = self.proof_of(m, goal, rule) else { return Ok(Found::Unknown) };
        let Some(equation) = self.equation(m, proof, statement) else { return Ok(Found::Unknown) };
        let side = usize::from(symm);
        if !equation.usable[side] {
            return Ok(Found::Unknown);
        }
        let st = m.st.clone();
        let pattern = equation.sides[side];
        let context = self.context(goal.context).clone();
        let key = head(m, pattern);
        let mut places = Abstraction {
            calculus: self,
            context,
            equation: &equation,
            statement,
            proof,
            symm,
            pattern,
            key,
            found: None,
            stuck: false,
        };
        let body = places.go(m, goal.target, 0)?;
        let (stuck, found) = (places.stuck, places.found);
        if stuck {
            return Ok(Found::Unknown);
        }
        let Some((_, s)) = found else { return Ok(Found::Fails) };
        // Loose variable `i` is argument `arity - 1 - i`.
        let Some(args) = s.terms.iter().rev().copied().collect::<Option<SmallVec<[Expr; 4]>>>() else {
            return Ok(Found::Unknown);
        };
        let Some(levels) = levels_of(&equation.params, &s) else { return Ok(Found::Unknown) };
        let to = st.instantiate_rev(equation.sides[1 - side], &args);
        let to = st.instantiate_levels(to, &equation.params, &levels);
        if matches!(st.node(to), Node::Lam(..)) {
            return Ok(Found::Unknown);
        }
        let new = st.instantiate1(body, to);
        let Some(closed) = self.is_reflexive(m, new)? else { return Ok(Found::Unknown) };
        let r = Rewriting { equation, proof, args, levels, symm, old: goal.target, new, body };
        let mut premises = Premises::new();
        if !closed {
            premises.push(self.sequent(Sequent { context: goal.context, target: new }));
        }
        Ok(Found::Follows(Inference::Rewrite(Rc::new(r)), premises))
    }

    /// The head of what the theorem `n` rewrites, from left to right or back, if there is a rule for it.
    pub fn pattern_head(&mut self, m: &Meta, n: Name, symm: bool) -> Option<Name> {
        let (equation, _) = self.equation_of(m, n)?;
        let side = usize::from(symm);
        if equation.usable[side] { m.st.head_const(equation.sides[side]) } else { None }
    }

    /// Whether `t`, a term of `context`, matches what the theorem `n` rewrites. `m` is in that context.
    pub fn rewrites_at(&mut self, m: &Meta, context: ContextId, n: Name, symm: bool, t: Expr) -> bool {
        let Some((equation, _)) = self.equation_of(m, n) else { return false };
        let pattern = equation.sides[usize::from(symm)];
        if m.st.loose(t) > 0 || head(m, t) != head(m, pattern) {
            return false;
        }
        let context = self.context(context).clone();
        let mut s = Substitution::new(equation.arity);
        matches(self, m, &context, &equation.params, pattern, t, &mut s) == Match::Yes
    }

    fn equation_of(&mut self, m: &Meta, n: Name) -> Option<(Rc<Equation>, Expr)> {
        let (proof, statement) = self.constant(m, n)?;
        Some((self.equation(m, proof, statement)?, proof))
    }

    fn equation(&mut self, m: &Meta, proof: Expr, statement: Expr) -> Option<Rc<Equation>> {
        if let Some(e) = self.equations.get(&statement) {
            return e.clone();
        }
        let params: Arc<[Name]> = match m.st.node(proof) {
            Node::Const(n, _) => m.env.get(n).map(|c| c.cval().level_params.clone())?,
            _ => Arc::default(),
        };
        let e = Equation::compile(m, statement, &params).map(Rc::new);
        self.equations.insert(statement, e.clone());
        e
    }

    /// For each argument of the head `f` of an application, whether the type of the rest does not depend on it.
    fn independent(&mut self, m: &mut Meta, f: Expr) -> Result<Rc<[bool]>> {
        if let Some(r) = self.independent.get(&f) {
            return Ok(r.clone());
        }
        let mut out = Vec::new();
        if matches!(m.st.node(f), Node::Const(..) | Node::FVar(_)) {
            let mut t = m.infer(f)?;
            while let Node::Pi(_, _, body) = m.st.node(t) {
                out.push(!m.st.has_loose_bvar(body, 0));
                t = body;
            }
        }
        let r: Rc<[bool]> = out.into();
        self.independent.insert(f, r.clone());
        Ok(r)
    }

    /// Whether `rw` closes the goal that it leaves; `None` when that takes a lemma about the relation.
    pub(super) fn is_reflexive(&mut self, m: &mut Meta, target: Expr) -> Result<Option<bool>> {
        if let Some(r) = self.reflexive.get(&target) {
            return Ok(*r);
        }
        let sides = as_eq(&m.st, target).map(|(_, a, b)| (a, b)).or_else(|| as_iff(&m.st, target));
        let r = match sides {
            Some((a, b)) if m.st.alpha_eq(a, b) => Some(true),
            Some((a, b)) if self.differ(m, a, b) => Some(false),
            Some((a, b)) => Some(m.with_transparency(Transparency::Reducible, |m| m.is_def_eq(a, b))?),
            None if self.is_no_relation(m, target) => Some(false),
            None => {
                let closed = m.without_effect(|m| {
                    let (_, g) = crate::goal::new_goal(m, target, Name::anon());
                    try_rfl_after_rw(m, g)
                })?;
                if closed { None } else { Some(false) }
            }
        };
        self.reflexive.insert(target, r);
        Ok(r)
    }
}

impl Calculus {
    /// Whether the target is an application of an inductive type that no lemma calls reflexive, and not `True`: `rfl` has nothing
    /// to say about it.
    fn is_no_relation(&mut self, m: &Meta, target: Expr) -> bool {
        let Some(head) = m.st.head_const(target) else { return false };
        *self.no_relation.entry(head).or_insert_with(|| {
            head != *known::HEQ
                && head != *known::TRUE
                && crate::apply::is_inductive(m, head)
                && relation_lemmas(m, "refl", target).is_empty()
        })
    }
}

/// The levels that the parameters stand for, in order.
pub(super) fn levels_of(params: &[Name], s: &Substitution) -> Option<SmallVec<[Level; 2]>> {
    params.iter().map(|p| s.levels.iter().find(|x| x.0 == *p).map(|x| x.1)).collect()
}

impl Rewriting {
    /// `Eq.mpr (congrArg (fun a => body) eq) premise`; without a premise the new target holds by reflexivity.
    pub(super) fn term(&self, m: &mut Meta, premise: Option<Expr>) -> Result<Expr> {
        let st = m.st.clone();
        let e = &*self.equation;
        let at = |t: Expr| {
            let t = st.instantiate_rev(t, &self.args);
            st.instantiate_levels(t, &e.params, &self.levels)
        };
        let (l, r) = (at(e.sides[0]), at(e.sides[1]));
        let proof = st.apps(st.instantiate_levels(self.proof, &e.params, &self.levels), &self.args);
        let (ty, proof) = match e.ty {
            Some(ty) => (at(ty), proof),
            None => (st.prop(), m.mk_propext(l, r, proof)),
        };
        let (from, to, proof) =
            if self.symm { (r, l, Terms::mk_eq_symm(m, ty, l, r, proof)?) } else { (l, r, proof) };
        let motive = m.lam_named("_a", ty, self.body);
        let proof = m.mk_congr_arg(ty, st.prop(), from, to, motive, proof)?;
        let premise = match premise {
            Some(p) => p,
            None => {
                let iff = as_iff(&st, self.new);
                match (as_eq(&st, self.new), iff) {
                    (Some((_, a, _)), _) => m.mk_eq_refl(a)?,
                    (_, Some((a, _))) => st.app(st.const_(*known::IFF_REFL, &[]), a),
                    _ => return Err(Error::msg("internal: not a reflexive relation")),
                }
            }
        };
        m.mk_eq_mpr(self.old, self.new, proof, premise)
    }
}

/// Variables of a context, for terms that are made from them.
pub(super) fn depends_on(m: &Meta, e: Expr, x: FVarId) -> bool {
    m.st.has_fvar(e) && m.st.any_subterm(e, |t| m.st.node(t) == Node::FVar(x))
}
