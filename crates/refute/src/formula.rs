//! Propositions taken apart: what evaluation makes of connectives, quantifiers and decidable facts.

use crate::Model;
use std::rc::Rc;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, ConstantInfo, Expr, FVarId, Name, Node, with_stack};

/// A proposition over the variables in scope.
pub struct Formula {
    /// The proposition, up to unfolding.
    pub prop: Expr,
    /// What it is made of.
    pub shape: Shape,
}

/// How a [`Formula`] is built.
pub enum Shape {
    /// `True`
    True,
    /// `False`
    False,
    /// `¬ p`
    Not(Rc<Formula>),
    /// `p ∧ q`
    And(Rc<Formula>, Rc<Formula>),
    /// `p ∨ q`
    Or(Rc<Formula>, Rc<Formula>),
    /// `p → q`
    Imp(Rc<Formula>, Rc<Formula>),
    /// `p ↔ q`
    Iff(Rc<Formula>, Rc<Formula>),
    /// `p = q` between propositions, with `p ↔ q`
    PropEq(Rc<Formula>),
    /// `f = g` between functions, with `∀ x, f x = g x`
    FunEq(Rc<Formula>),
    /// `a = b` between data
    Eq {
        /// Their type.
        ty: Expr,
        /// The left side.
        lhs: Expr,
        /// The right side.
        rhs: Expr,
    },
    /// A decidable proposition
    Decide {
        /// Its instance of `Decidable`.
        inst: Expr,
    },
    /// `∀ x : ty, body`
    All {
        /// The variable.
        var: FVarId,
        /// Its type.
        ty: Expr,
        /// What is said of it.
        body: Rc<Formula>,
    },
    /// `∃ x : ty, body`
    Ex {
        /// The variable.
        var: FVarId,
        /// Its type.
        ty: Expr,
        /// What is said of it.
        body: Rc<Formula>,
        /// `fun x => …`, as it stands.
        predicate: Expr,
    },
    /// A variable applied to arguments: to be looked at when the variable has a value
    Atom,
    /// An inductive predicate: true if there is a derivation
    Derivable,
    /// Of which nothing is known
    Opaque,
}

/// Definitions are unfolded this often in a row.
const MAX_UNFOLD: usize = 8;

impl Model<'_> {
    /// The closed proposition `prop`.
    pub(crate) fn closed(&mut self, m: &mut Meta, prop: Expr) -> Result<Rc<Formula>> {
        if let Some(f) = self.compiled.get(&prop) {
            return Ok(f.clone());
        }
        let f = m.scoped(|m| self.formula(m, prop))?;
        self.compiled.insert(prop, f.clone());
        Ok(f)
    }

    /// The proposition `prop` over the variables of the current context.
    pub(crate) fn formula(&mut self, m: &mut Meta, prop: Expr) -> Result<Rc<Formula>> {
        with_stack(|| self.unfolded(m, prop, MAX_UNFOLD))
    }

    fn unfolded(&mut self, m: &mut Meta, prop: Expr, more: usize) -> Result<Rc<Formula>> {
        m.tick()?;
        let st = self.st;
        let prop = st.head_beta(m.instantiate(prop));
        let new = |shape| Ok(Rc::new(Formula { prop, shape }));
        if let Node::Pi(_, d, b) = st.node(prop) {
            return self.universal(m, prop, d, b);
        }
        if let Node::Let(_, _, v, b) = st.node(prop) {
            return self.unfolded(m, st.instantiate1(b, v), more);
        }
        let (head, args) = st.unapp(prop);
        if let Node::FVar(_) = st.node(head) {
            return new(Shape::Atom);
        }
        let Some((name, _)) = st.as_const(head) else {
            // A redex of a recursor or a projection.
            let w = m.whnf_core(prop)?;
            return if w == prop || more == 0 { new(Shape::Opaque) } else { self.unfolded(m, w, more - 1) };
        };
        match (name.as_str(), &args[..]) {
            ("True", []) => return new(Shape::True),
            ("False", []) => return new(Shape::False),
            ("Not", [p]) => {
                let p = self.formula(m, *p)?;
                return new(Shape::Not(p));
            }
            ("And" | "Or" | "Iff", [p, q]) => {
                let (p, q) = (self.formula(m, *p)?, self.formula(m, *q)?);
                return new(match name.as_str() {
                    "And" => Shape::And(p, q),
                    "Or" => Shape::Or(p, q),
                    _ => Shape::Iff(p, q),
                });
            }
            ("Ne", [ty, a, b]) => {
                let levels = st.as_const(head).map(|(_, ls)| st.level_list(ls)).unwrap_or_default();
                let p = self.equation(
                    m,
                    st.apps(st.const_(Name::new("Eq"), &levels), &[*ty, *a, *b]),
                    *ty,
                    *a,
                    *b,
                )?;
                return new(Shape::Not(p));
            }
            ("Eq", [ty, a, b]) => return self.equation(m, prop, *ty, *a, *b),
            ("Exists", [ty, p]) => {
                if self.elements(m, *ty)?.is_none()
                    && let Some(inst) = self.decidable(m, prop)?
                {
                    return new(Shape::Decide { inst });
                }
                return m.scoped(|m| {
                    let x = m.push_local(m.fresh_name(Name::new("x")), *ty, BinderInfo::Default);
                    let body = self.formula(m, st.app(*p, x))?;
                    let var = m.fvar_id(x)?;
                    Ok(Rc::new(Formula { prop, shape: Shape::Ex { var, ty: *ty, body, predicate: *p } }))
                });
            }
            _ => {}
        }
        if let Some(inst) = self.decidable(m, prop)? {
            return new(Shape::Decide { inst });
        }
        if more > 0
            && let Some(u) = m.unfold_definition(prop, false)
        {
            return self.unfolded(m, u, more - 1);
        }
        let w = m.whnf_core(prop)?;
        if w != prop && more > 0 {
            return self.unfolded(m, w, more - 1);
        }
        match m.env.get(name).map(|c| &**c) {
            Some(ConstantInfo::Inductive(v)) if args.len() == v.num_params + v.num_indices => {
                new(Shape::Derivable)
            }
            _ => new(Shape::Opaque),
        }
    }

    fn universal(&mut self, m: &mut Meta, prop: Expr, d: Expr, b: Expr) -> Result<Rc<Formula>> {
        let st = self.st;
        if m.is_prop(d)? {
            if st.loose(b) > 0 {
                // What is said depends on the proof: only a decision procedure can help.
                let inst = self.decidable(m, prop)?;
                let shape = inst.map_or(Shape::Opaque, |inst| Shape::Decide { inst });
                return Ok(Rc::new(Formula { prop, shape }));
            }
            let (p, q) = (self.formula(m, d)?, self.formula(m, b)?);
            return Ok(Rc::new(Formula { prop, shape: Shape::Imp(p, q) }));
        }
        m.scoped(|m| {
            let x = m.push_local(m.fresh_name(Name::new("x")), d, BinderInfo::Default);
            let body = self.formula(m, st.instantiate1(b, x))?;
            let var = m.fvar_id(x)?;
            Ok(Rc::new(Formula { prop, shape: Shape::All { var, ty: d, body } }))
        })
    }

    fn equation(&mut self, m: &mut Meta, prop: Expr, ty: Expr, a: Expr, b: Expr) -> Result<Rc<Formula>> {
        let st = self.st;
        let t = m.whnf(ty)?;
        match st.node(t) {
            Node::Sort(l) if m.level_is_zero(l) => {
                let both = self.formula(m, st.apps(st.const0("Iff"), &[a, b]))?;
                Ok(Rc::new(Formula { prop, shape: Shape::PropEq(both) }))
            }
            Node::Pi(info, d, r) => {
                let inner = m.scoped(|m| {
                    let x = m.push_local(m.fresh_name(Name::new("x")), d, BinderInfo::Default);
                    let r = st.instantiate1(r, x);
                    let u = m.sort_of(r)?;
                    let [fa, fb] = [a, b].map(|f| st.head_beta(st.app(f, x)));
                    let eq = st.apps(st.const_(Name::new("Eq"), &[u]), &[r, fa, fb]);
                    let id = m.fvar_id(x)?;
                    Ok::<Expr, turnstile_elab::Error>(st.pi(info, d, st.abstract_fvars(eq, &[id])))
                })?;
                let pointwise = self.formula(m, inner)?;
                Ok(Rc::new(Formula { prop, shape: Shape::FunEq(pointwise) }))
            }
            Node::Sort(_) => Ok(Rc::new(Formula { prop, shape: Shape::Opaque })),
            _ => Ok(Rc::new(Formula { prop, shape: Shape::Eq { ty: t, lhs: a, rhs: b } })),
        }
    }

    /// An instance of `Decidable prop`.
    fn decidable(&mut self, m: &mut Meta, prop: Expr) -> Result<Option<Expr>> {
        let ty = self.st.app(self.st.const0("Decidable"), prop);
        let saved = m.save();
        match m.synth_instance(ty) {
            Ok(Some(i)) => {
                let i = m.instantiate(i);
                Ok((!m.st.has_mvar(i)).then_some(i))
            }
            Ok(None) => Ok(None),
            Err(e) if e.is_resource() && m.budget.fuel == 0 => Err(e),
            Err(_) => {
                m.restore(&saved);
                Ok(None)
            }
        }
    }
}
