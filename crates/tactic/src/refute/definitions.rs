//! Definitions unfolded, conditionals decided, and values taken apart.
//!
//! An application of a function is unfolded when an equation of the function fits it, constructors that its arguments are known
//! to be equal to put in their place; what comes out is equal by definition. `if` and the Boolean values that functions wait
//! for are left to the solver to decide. Other values are taken apart by their constructors when nothing else
//! is left to do.

use super::engine::Engine;
use super::relevance::Demand;
use super::terms::{Builder, contradict};
use crate::cc::{Graph, NodeId};
use crate::injection::{as_family, ctor_type, ctor_view_of_pattern, field_count};
use crate::terms::Terms;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, Name, Node};

/// Unfoldings in one refutation.
const MAX_UNFOLDINGS: usize = 300;
/// Values taken apart in one refutation, Booleans not counted.
const MAX_CASES: usize = 3;
/// How deep constructors are put in the place of terms equal to them.
const MAX_DEPTH: u32 = 4;

impl Engine {
    /// Unfolds what can be unfolded and gives conditionals to the solver; whether there was anything new.
    pub(super) fn unfold(&mut self, m: &mut Meta, graph: &mut Graph) -> Result<bool> {
        let before = self.definitions.len();
        for n in graph.nodes() {
            if self.definitions.len() >= MAX_UNFOLDINGS {
                break;
            }
            m.tick()?;
            let e = graph.expr(n);
            let st = m.st.clone();
            let Some(head) = st.head_const(e) else { continue };
            if head.as_str() == "ite" && st.app_arity(e) == 5 {
                self.conditional(m, e)?;
                continue;
            }
            let is_matcher = m.env.ext.matchers.contains_key(&head);
            if !is_matcher && !self.settings.unfold.contains(&head) {
                continue;
            }
            let Some(waits) = self.waits_for(m, head, e) else { continue };
            // The application with constructors in the places it is matched on.
            let (f, mut args) = st.unapp(e);
            for i in &waits {
                let v = self.constructor_form(m, graph, args[*i], MAX_DEPTH)?;
                args[*i] = v;
            }
            let shown = st.apps(f, &args);
            if self.definitions.contains(&st.alpha(shown)) {
                continue;
            }
            let value = if is_matcher {
                m.reduce_matcher(shown)?
            } else if let Some(q) = m.env.ext.equations.get(&head).cloned() {
                // Facts of definitions hold by computation.
                if q.by_theorem { None } else { m.unfold_by_equations(shown, &q)? }
            } else {
                m.unfold_definition(shown, false)
            };
            if let Some(v) = value {
                let v = m.beta_everywhere(v);
                self.defined(m, shown, v)?;
                continue;
            }
            for i in waits {
                self.decide_boolean(m, graph, args[i])?;
            }
        }
        Ok(self.definitions.len() > before)
    }

    /// The positions of the arguments that `e`, an application of `head`, is matched on; `None` when there are too few.
    fn waits_for(&self, m: &Meta, head: Name, e: Expr) -> Option<Vec<usize>> {
        let arity = m.st.app_arity(e);
        if let Some(i) = m.env.ext.matchers.get(&head) {
            let first = i.num_params + 1;
            let needed = first + i.num_discrs + i.patterns.len();
            return (arity >= needed).then(|| (first..first + i.num_discrs).collect());
        }
        match m.env.ext.equations.get(&head) {
            Some(q) => (arity >= q.arity).then(|| q.matched.clone()),
            None => Some(vec![]),
        }
    }

    /// `e`, or the constructor application it is equal to, arguments treated in the same way.
    fn constructor_form(&self, m: &mut Meta, graph: &mut Graph, e: Expr, depth: u32) -> Result<Expr> {
        m.tick()?;
        let Some(n) = graph.find(m, e) else { return Ok(e) };
        let Some(k) = graph.class(n).iter().copied().find(|k| is_constructor(m, graph.expr(*k))) else {
            return Ok(e);
        };
        let c = graph.expr(k);
        if depth == 0 || m.nat_literal(c).is_some() || m.nat_offset(c).is_some() {
            return Ok(c);
        }
        let st = m.st.clone();
        let (f, mut args) = st.unapp(c);
        let Some(ctor) = st.as_const(f).map(|c| c.0) else { return Ok(c) };
        let first = args.len().saturating_sub(field_count(m, ctor));
        for a in args.iter_mut().skip(first) {
            *a = self.constructor_form(m, graph, *a, depth - 1)?;
        }
        Ok(st.apps(f, &args))
    }

    /// Adds the fact `e = v`, which holds by definition.
    fn defined(&mut self, m: &mut Meta, e: Expr, v: Expr) -> Result<()> {
        self.definitions.insert(m.st.alpha(e));
        let eq = m.mk_eq(e, v)?;
        let proof = Terms::mk_eq_refl(m, e)?;
        self.fact(m, eq, proof)
    }

    /// The two equations of `if c then a else b`.
    fn conditional(&mut self, m: &mut Meta, e: Expr) -> Result<()> {
        if !self.definitions.insert(m.st.alpha(e)) {
            return Ok(());
        }
        let st = m.st.clone();
        let args = st.unapp(e).1;
        let [ty, c, inst, a, b] = args.as_slice() else { return Ok(()) };
        let u = m.universe(*ty)?;
        let cond = self.props.literal(m, *c, 0)?;
        for (lemma, value, when) in [("Refute.ite_of_pos", *a, cond), ("Refute.ite_of_neg", *b, !cond)] {
            let eq = Terms::mk_eq_in(m, *ty, e, value)?;
            let l = self.props.literal(m, eq, 0)?;
            let f = st.apps(st.const_(Name::new(lemma), &[u]), &[*ty, *c, *inst, *a, *b]);
            self.props.clause(Builder { st: &st }, vec![!when, l], |_, h| {
                contradict(&st, l, st.app(f, h[0]), h[1])
            });
            self.demands.push(Demand { guards: vec![when], choices: vec![l] });
        }
        self.demands.push(Demand { guards: vec![], choices: vec![cond, !cond] });
        Ok(())
    }

    /// `e = true ∨ e = false` for a Boolean term whose value is not known.
    fn decide_boolean(&mut self, m: &mut Meta, graph: &Graph, e: Expr) -> Result<()> {
        let st = m.st.clone();
        let ty = m.infer(e)?;
        if st.as_const(ty).is_none_or(|t| t.0.as_str() != "Bool") || is_constructor(m, e) {
            return Ok(());
        }
        let known = graph
            .find(m, e)
            .is_some_and(|n| graph.class(n).iter().any(|k| is_constructor(m, graph.expr(*k))));
        if known || !self.definitions.insert(st.alpha(e)) {
            return Ok(());
        }
        let mut sides = Vec::with_capacity(2);
        for value in ["Bool.true", "Bool.false"] {
            sides.push(Terms::mk_eq_in(m, ty, e, st.const0(value))?);
        }
        let b = Builder { st: &st };
        let or = b.app("Or", &sides);
        self.fact(m, or, b.app("Refute.bool_cases", &[e]))
    }

    /// Takes one value apart that a function waits for; whether there was one.
    pub(super) fn case_distinction(&mut self, m: &mut Meta, graph: &mut Graph) -> Result<bool> {
        if self.cases >= MAX_CASES {
            return Ok(false);
        }
        let mut candidates: Vec<Expr> = Vec::new();
        for n in graph.nodes() {
            m.tick()?;
            let e = graph.expr(n);
            let Some(head) = m.st.head_const(e) else { continue };
            if !m.env.ext.matchers.contains_key(&head) && !self.settings.unfold.contains(&head) {
                continue;
            }
            let Some(waits) = self.waits_for(m, head, e) else { continue };
            let args = m.st.unapp(e).1;
            candidates.extend(waits.into_iter().map(|i| args[i]));
        }
        // What is known to differ from some constructor.
        for (_, p) in self.props.iter() {
            if let super::props::Shape::Eq { left, right, .. } = p.shape {
                if is_constructor(m, right) {
                    candidates.push(left);
                } else if is_constructor(m, left) {
                    candidates.push(right);
                }
            }
        }
        for x in candidates {
            let Some(k) = graph.find(m, x) else { continue };
            if has_constructor(m, graph, k) || !self.definitions.insert(m.st.alpha(x)) {
                continue;
            }
            if let Some((prop, proof)) = exhaustion(m, x)? {
                self.cases += 1;
                self.fact(m, prop, proof)?;
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn has_constructor(m: &Meta, graph: &Graph, n: NodeId) -> bool {
    graph.class(n).iter().any(|k| is_constructor(m, graph.expr(*k)))
}

/// Whether `e` is a constructor application, a numeral or a successor.
fn is_constructor(m: &Meta, e: Expr) -> bool {
    matches!(m.st.node(e), Node::App(..) | Node::Const(..) | Node::Nat(_))
        && ctor_view_of_pattern(m, e).is_some()
}

/// `(∃ fields, x = c₁ fields) ∨ …` for the constructors of the type of `x`, with its proof.
fn exhaustion(m: &mut Meta, x: Expr) -> Result<Option<(Expr, Expr)>> {
    let ty = m.infer(x)?;
    let Some(fam) = as_family(m, ty)? else { return Ok(None) };
    if fam.ind.num_indices > 0 || fam.ind.ctors.is_empty() || fam.ind.ctors.len() > 4 || m.is_prop(ty)? {
        return Ok(None);
    }
    let st = m.st.clone();
    m.scoped(|m| {
        let y = m.push_local(Name::new("y"), ty, BinderInfo::Default);
        // One disjunct for each constructor, and how it is proved for that constructor's values.
        let mut disjuncts = Vec::new();
        let mut proofs = Vec::new();
        for c in fam.ind.ctors.iter() {
            let (head, ct) = ctor_type(m, &fam, *c)?;
            let n = field_count(m, *c);
            let (prop, fields) = m.scoped(|m| -> Result<_> {
                let (fields, _) = m.open_pis(ct, Some(n))?;
                let value = st.apps(head, &fields);
                let mut prop = Terms::mk_eq_in(m, ty, y, value)?;
                for f in fields.iter().rev() {
                    let ft = m.infer(*f)?;
                    let u = m.universe(ft)?;
                    let p = m.mk_lambda(&[*f], prop)?;
                    prop = st.apps(st.const_(Name::new("Exists"), &[u]), &[ft, p]);
                }
                Ok((prop, fields.len()))
            })?;
            disjuncts.push(prop);
            proofs.push((head, ct, fields));
        }
        let y_id = m.fvar_id(y)?;
        let at = |e: Expr, v: Expr| st.instantiate1(st.abstract_fvars(e, &[y_id]), v);
        // Disjunctions from the right: `suffix[i]` has the disjuncts from `i` on.
        let mut suffix = vec![*disjuncts.last().unwrap_or(&y)];
        for d in disjuncts.iter().rev().skip(1) {
            let rest = suffix[suffix.len() - 1];
            suffix.push(st.apps(st.const0("Or"), &[*d, rest]));
        }
        suffix.reverse();
        let motive = m.mk_lambda(&[y], suffix[0])?;
        let mut ls = vec![st.l_zero()];
        ls.extend(fam.levels.iter().copied());
        let cases_on = fam.ind.cval.name.str("casesOn");
        if !m.env.contains(cases_on) {
            return Ok(None);
        }
        let mut e = st.const_(cases_on, &ls);
        e = st.apps(e, &fam.params);
        e = st.apps(e, &[motive, x]);
        for (i, (head, ct, n)) in proofs.iter().enumerate() {
            let alt = m.scoped(|m| -> Result<Expr> {
                let (fields, _) = m.open_pis(*ct, Some(*n))?;
                let value = st.apps(*head, &fields);
                let mut p = Terms::mk_eq_refl(m, value)?;
                // Introduce the fields from the last to the first: each `∃` as it stands in the disjunct.
                let mut layers = Vec::new();
                let mut prop = at(disjuncts[i], value);
                for f in &fields {
                    let Some(args) = st.app_of(prop, "Exists", 2) else { break };
                    layers.push((args[0], args[1], *f));
                    prop = st.beta(args[1], &[*f]);
                }
                for (ft, q, f) in layers.into_iter().rev() {
                    let u = m.universe(ft)?;
                    p = st.apps(st.const_(Name::new("Exists.intro"), &[u]), &[ft, q, f, p]);
                }
                // Into the disjunction.
                if i + 1 < disjuncts.len() {
                    p = st.apps(st.const0("Or.inl"), &[at(disjuncts[i], value), at(suffix[i + 1], value), p]);
                }
                for j in (0..i).rev() {
                    p = st.apps(st.const0("Or.inr"), &[at(disjuncts[j], value), at(suffix[j + 1], value), p]);
                }
                m.mk_lambda(&fields, p)
            })?;
            e = st.app(e, alt);
        }
        Ok(Some((at(suffix[0], x), e)))
    })
}
