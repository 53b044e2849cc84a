//! Propositional logic: `itauto` and `tauto`.
//!
//! `itauto` decides intuitionistic propositional logic in the contraction-free calculus G4ip, also called LJT (Dyckhoff,
//! *Contraction-free sequent calculi for intuitionistic logic*, JSL 1992; Hudelmaier 1992): every rule replaces a formula by
//! smaller ones, so proof search ends. What is not a connective is an atom; an equation that holds by reflexivity
//! is a fact. `tauto` then tries the same goal classically ([`crate::refute`]).

use crate::goal::{as_eq, as_iff, as_not, hyps, in_goal, tactic_error};
use crate::refute::{Settings, refute_goal};
use rustc_hash::{FxHashMap, FxHashSet};
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Binder, Expr, FVarId, MVarId, Name, Node, Store, with_stack};

/// Sequents that `tauto` looks at before it turns to classical logic.
const TAUTO_SEQUENTS: u32 = 300;
/// Sequents that `itauto` looks at.
const ITAUTO_SEQUENTS: u32 = 400_000;

/// `tauto`: closes `g` if it follows from the hypotheses by propositional logic and congruence of equality.
///
/// # Errors
/// When it does not follow in this way, or the budget ends.
pub fn tauto(m: &mut Meta, g: MVarId) -> Result<()> {
    if intuitionistic(m, g, TAUTO_SEQUENTS)? {
        return Ok(());
    }
    refute_goal(m, g, "tauto", &Settings::propositional())
}

/// `itauto`: closes `g` if it follows from the hypotheses by intuitionistic propositional logic.
///
/// # Errors
/// When it does not follow in this way, or the budget ends.
pub fn itauto(m: &mut Meta, g: MVarId) -> Result<()> {
    if intuitionistic(m, g, ITAUTO_SEQUENTS)? {
        return Ok(());
    }
    in_goal(m, g, |m, _| Err(tactic_error(m, "itauto", g, "no intuitionistic proof was found")))
}

/// Whether a proof was found within so many sequents; `g` is assigned then.
fn intuitionistic(m: &mut Meta, g: MVarId, sequents: u32) -> Result<bool> {
    let proof = in_goal(m, g, |m, goal| {
        m.scoped(|m| {
            let st = m.st.clone();
            // Variables of the goal; its premises stay, as implications.
            let mut xs = Vec::new();
            let mut target = goal.target;
            while let Node::Pi(b, d, body) = st.node(target) {
                if st.loose(body) == 0 && m.is_prop(d)? {
                    break;
                }
                let name = if b.name.is_anon() { Name::new("a") } else { b.name };
                let x = m.push_local(name, d, b.info);
                target = st.instantiate1(body, x);
                xs.push(x);
            }
            if !m.is_prop(target)? {
                return Ok(None);
            }
            let mut p = Prover::new(st.clone(), sequents);
            let aim = p.formula(m, target)?;
            let decls: Vec<(Expr, Expr)> = hyps(m).map(|d| (d.ty, st.fvar(d.id))).collect();
            let mut todo = Vec::new();
            for (ty, x) in decls {
                let ty = m.instantiate(ty);
                if m.is_prop(ty)? {
                    todo.push((p.formula(m, ty)?, x));
                }
            }
            todo.append(&mut p.reflexive);
            todo.reverse();
            let proof = p.prove(m, Context::default(), todo, aim)?;
            proof.map(|e| m.mk_lambda(&xs, e)).transpose()
        })
    })?;
    if let Some(p) = proof {
        m.mctx.assign(g, p);
    }
    Ok(proof.is_some())
}

/// A formula by its number.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
struct Id(u32);

#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
enum Shape {
    Atom(Expr),
    True,
    False,
    And(Id, Id),
    Or(Id, Id),
    Imp(Id, Id),
    Iff(Id, Id),
}

/// What is known: formulas that no invertible rule applies to, with their proofs.
#[derive(Clone, Default)]
struct Context {
    facts: Vec<(Id, Expr)>,
}

impl Context {
    fn find(&self, f: Id) -> Option<Expr> {
        self.facts.iter().find(|x| x.0 == f).map(|x| x.1)
    }
}

struct Prover {
    st: std::rc::Rc<Store>,
    shapes: Vec<Shape>,
    exprs: Vec<Expr>,
    index: FxHashMap<Shape, Id>,
    /// Atoms that hold by reflexivity.
    reflexive: Vec<(Id, Expr)>,
    /// Sequents without a proof.
    failed: FxHashSet<(Vec<Id>, Id)>,
    left: u32,
}

impl Prover {
    fn new(st: std::rc::Rc<Store>, left: u32) -> Prover {
        Prover {
            st,
            shapes: vec![],
            exprs: vec![],
            index: FxHashMap::default(),
            reflexive: vec![],
            failed: FxHashSet::default(),
            left,
        }
    }

    fn shape(&self, f: Id) -> Shape {
        self.shapes[f.0 as usize]
    }
    fn expr(&self, f: Id) -> Expr {
        self.exprs[f.0 as usize]
    }

    fn intern(&mut self, s: Shape, e: Expr) -> Id {
        if let Some(id) = self.index.get(&s) {
            return *id;
        }
        let id = Id(self.shapes.len() as u32);
        self.shapes.push(s);
        self.exprs.push(e);
        self.index.insert(s, id);
        id
    }

    fn formula(&mut self, m: &mut Meta, e: Expr) -> Result<Id> {
        m.tick()?;
        let e = m.instantiate(e);
        with_stack(|| {
            let st = self.st.clone();
            let shape = if let Some(p) = as_not(m, e)
                && st.loose(p) == 0
            {
                let falsity = st.const0("False");
                Shape::Imp(self.formula(m, p)?, self.intern(Shape::False, falsity))
            } else if let Node::Pi(_, d, b) = st.node(e)
                && st.loose(b) == 0
                && m.is_prop(d)?
            {
                Shape::Imp(self.formula(m, d)?, self.formula(m, b)?)
            } else if let Some((a, b)) = as_iff(&st, e) {
                Shape::Iff(self.formula(m, a)?, self.formula(m, b)?)
            } else {
                let (h, args) = st.unapp(e);
                match (st.as_const(h).map_or("", |c| c.0.as_str()), args.as_slice()) {
                    ("True", []) => Shape::True,
                    ("False", []) => Shape::False,
                    ("And", [a, b]) => Shape::And(self.formula(m, *a)?, self.formula(m, *b)?),
                    ("Or", [a, b]) => Shape::Or(self.formula(m, *a)?, self.formula(m, *b)?),
                    _ => Shape::Atom(st.alpha(e)),
                }
            };
            let known = self.shapes.len();
            let id = self.intern(shape, e);
            if id.0 as usize == known
                && let Some((_, a, b)) = as_eq(&st, e)
                && st.alpha_eq(a, b)
            {
                let refl = m.mk_eq_refl(a)?;
                self.reflexive.push((id, refl));
            }
            Ok(id)
        })
    }

    fn implication(&mut self, a: Id, b: Id) -> Id {
        let e = self.st.arrow(self.expr(a), self.expr(b));
        self.intern(Shape::Imp(a, b), e)
    }

    /// `fun h : f => body h`
    fn lam(&self, f: Id, id: FVarId, body: Expr) -> Expr {
        self.st.lam(Binder::new(Name::new("h")), self.expr(f), self.st.abstract_fvars(body, &[id]))
    }

    fn app(&self, name: &str, formulas: &[Id], args: &[Expr]) -> Expr {
        let mut all: Vec<Expr> = formulas.iter().map(|f| self.expr(*f)).collect();
        all.extend(args);
        self.st.apps(self.st.const0(name), &all)
    }

    /// `fun (h : f) => body h`, for a term that is built at once.
    fn fun(&self, f: Id, body: impl FnOnce(Expr) -> Expr) -> Expr {
        let id = self.st.fresh_fvar();
        self.lam(f, id, body(self.st.fvar(id)))
    }

    /// A proof of `aim` from `ctx` and `todo`, the formulas still to be taken apart.
    fn prove(
        &mut self,
        m: &mut Meta,
        mut ctx: Context,
        mut todo: Vec<(Id, Expr)>,
        aim: Id,
    ) -> Result<Option<Expr>> {
        while let Some((f, h)) = todo.pop() {
            m.tick()?;
            if ctx.find(f).is_some() {
                continue;
            }
            match self.shape(f) {
                Shape::True => {}
                Shape::False => {
                    let elim = self.st.const_(Name::new("False.elim"), &[self.st.l_zero()]);
                    return Ok(Some(self.st.apps(elim, &[self.expr(aim), h])));
                }
                Shape::And(a, b) => {
                    todo.push((b, self.app("And.right", &[a, b], &[h])));
                    todo.push((a, self.app("And.left", &[a, b], &[h])));
                }
                Shape::Iff(a, b) => {
                    let (ab, ba) = (self.implication(a, b), self.implication(b, a));
                    todo.push((ba, self.app("Iff.mpr", &[a, b], &[h])));
                    todo.push((ab, self.app("Iff.mp", &[a, b], &[h])));
                }
                Shape::Atom(_) => {
                    ctx.facts.push((f, h));
                    // Implications that waited for it.
                    let waiting: Vec<(Id, Expr)> = ctx
                        .facts
                        .iter()
                        .copied()
                        .filter(|(g, _)| matches!(self.shape(*g), Shape::Imp(a, _) if a == f))
                        .collect();
                    ctx.facts.retain(|(g, _)| !waiting.iter().any(|w| w.0 == *g));
                    for (g, k) in waiting {
                        if let Shape::Imp(_, b) = self.shape(g) {
                            todo.push((b, self.st.app(k, h)));
                        }
                    }
                }
                Shape::Or(..) => ctx.facts.push((f, h)),
                Shape::Imp(a, c) => self.premise(&mut ctx, &mut todo, f, a, c, h),
            }
        }
        self.saturated(m, ctx, aim)
    }

    /// The left rules for an implication `h : a → c`, by the form of `a`.
    fn premise(&mut self, ctx: &mut Context, todo: &mut Vec<(Id, Expr)>, f: Id, a: Id, c: Id, h: Expr) {
        let st = self.st.clone();
        match self.shape(a) {
            Shape::True => todo.push((c, st.app(h, st.const0("True.intro")))),
            Shape::False => {}
            Shape::Atom(_) => match ctx.find(a) {
                Some(p) => todo.push((c, st.app(h, p))),
                None => ctx.facts.push((f, h)),
            },
            Shape::And(x, y) => {
                let yc = self.implication(y, c);
                let xyc = self.implication(x, yc);
                let p = self.fun(x, |p| self.fun(y, |q| st.app(h, self.app("And.intro", &[x, y], &[p, q]))));
                todo.push((xyc, p));
            }
            Shape::Or(x, y) => {
                let (xc, yc) = (self.implication(x, c), self.implication(y, c));
                todo.push((yc, self.fun(y, |q| st.app(h, self.app("Or.inr", &[x, y], &[q])))));
                todo.push((xc, self.fun(x, |p| st.app(h, self.app("Or.inl", &[x, y], &[p])))));
            }
            Shape::Iff(x, y) => {
                let (xy, yx) = (self.implication(x, y), self.implication(y, x));
                let rest = self.implication(yx, c);
                let all = self.implication(xy, rest);
                let p =
                    self.fun(xy, |p| self.fun(yx, |q| st.app(h, self.app("Iff.intro", &[x, y], &[p, q]))));
                todo.push((all, p));
            }
            Shape::Imp(..) => ctx.facts.push((f, h)),
        }
    }

    /// No left rule without a choice applies any more, except case distinctions.
    fn saturated(&mut self, m: &mut Meta, ctx: Context, aim: Id) -> Result<Option<Expr>> {
        if let Some(h) = ctx.find(aim) {
            return Ok(Some(h));
        }
        // Invertible right rules.
        match self.shape(aim) {
            Shape::True => return Ok(Some(self.st.const0("True.intro"))),
            Shape::And(a, b) => {
                let Some(p) = self.step(m, &ctx, vec![], a)? else { return Ok(None) };
                let Some(q) = self.step(m, &ctx, vec![], b)? else { return Ok(None) };
                return Ok(Some(self.app("And.intro", &[a, b], &[p, q])));
            }
            Shape::Iff(a, b) => {
                let (ab, ba) = (self.implication(a, b), self.implication(b, a));
                let Some(p) = self.step(m, &ctx, vec![], ab)? else { return Ok(None) };
                let Some(q) = self.step(m, &ctx, vec![], ba)? else { return Ok(None) };
                return Ok(Some(self.app("Iff.intro", &[a, b], &[p, q])));
            }
            Shape::Imp(a, b) => {
                let id = self.st.fresh_fvar();
                let h = self.st.fvar(id);
                let p = self.step(m, &ctx, vec![(a, h)], b)?;
                return Ok(p.map(|p| self.lam(a, id, p)));
            }
            Shape::Atom(_) | Shape::False | Shape::Or(..) => {}
        }
        // A case distinction loses nothing.
        if let Some(at) = ctx.facts.iter().position(|(f, _)| matches!(self.shape(*f), Shape::Or(..))) {
            let mut rest = ctx;
            let (f, h) = rest.facts.remove(at);
            let Shape::Or(a, b) = self.shape(f) else { return Ok(None) };
            let mut branches = Vec::with_capacity(2);
            for x in [a, b] {
                let id = self.st.fresh_fvar();
                let hx = self.st.fvar(id);
                let Some(p) = self.step(m, &rest, vec![(x, hx)], aim)? else { return Ok(None) };
                branches.push(self.lam(x, id, p));
            }
            branches.insert(0, h);
            return Ok(Some(self.app("Or.elim", &[a, b, aim], &branches)));
        }
        let mut key: Vec<Id> = ctx.facts.iter().map(|f| f.0).collect();
        key.sort_unstable();
        let key = (key, aim);
        if self.failed.contains(&key) {
            return Ok(None);
        }
        let r = self.choices(m, &ctx, aim)?;
        if r.is_none() && self.left > 0 {
            self.failed.insert(key);
        }
        Ok(r)
    }

    /// The rules that may lose something: a side of a disjunction, or the premise of `(a → b) → c`.
    fn choices(&mut self, m: &mut Meta, ctx: &Context, aim: Id) -> Result<Option<Expr>> {
        if let Shape::Or(a, b) = self.shape(aim) {
            for (x, lemma) in [(a, "Or.inl"), (b, "Or.inr")] {
                if let Some(p) = self.step(m, ctx, vec![], x)? {
                    return Ok(Some(self.app(lemma, &[a, b], &[p])));
                }
            }
        }
        for at in 0..ctx.facts.len() {
            let (f, h) = ctx.facts[at];
            let Shape::Imp(premise, c) = self.shape(f) else { continue };
            let Shape::Imp(a, b) = self.shape(premise) else { continue };
            let mut rest = ctx.clone();
            rest.facts.remove(at);
            // `b → c` and `a` give `b`: then `c`.
            let bc = self.implication(b, c);
            let hbc = self.fun(b, |hb| self.st.app(h, self.fun(a, |_| hb)));
            let id = self.st.fresh_fvar();
            let ha = self.st.fvar(id);
            let Some(p) = self.step(m, &rest, vec![(bc, hbc), (a, ha)], b)? else { continue };
            let hc = self.st.app(h, self.lam(a, id, p));
            return self.step(m, &rest, vec![(c, hc)], aim);
        }
        Ok(None)
    }

    fn step(&mut self, m: &mut Meta, ctx: &Context, todo: Vec<(Id, Expr)>, aim: Id) -> Result<Option<Expr>> {
        if self.left == 0 {
            return Ok(None);
        }
        self.left -= 1;
        m.spend(1 + ctx.facts.len() as u64 / 4)?;
        with_stack(|| self.prove(m, ctx.clone(), todo, aim))
    }
}
