//! Primitive steps that may apply to a sequent, without ranks: what a random walk chooses from.
//!
//! The discrimination trees are asked once, for the statement; then equations are matched against each subterm once, and goals that
//! share subterms share the answers.

use crate::premises::PremiseIndex;
use rustc_hash::FxHashMap;
use std::rc::Rc;
use turnstile_elab::Meta;
use turnstile_kernel::{ConstantInfo, Expr, Name, Node, with_stack};
use turnstile_tactic::action::{Action, Fact, HypRef};
use turnstile_tactic::primitive::{Calculus, ContextId, Sequent, SequentId};

/// An equation, and whether it is used from right to left.
type Rule = (Name, bool);

/// Theorems that a theory has for applying.
const APPLIED: usize = 8;
/// Equations that it has for rewriting, the two directions counted as two.
const REWRITES: usize = 32;

/// The lists of primitive steps, with the theorems that have most to do with one statement: its theory.
pub struct Moves {
    lists: FxHashMap<SequentId, Rc<[Action]>>,
    /// What to rewrite with, by the head of what is rewritten.
    equations: FxHashMap<Name, Vec<Rule>>,
    /// What to apply, by the head of what it concludes.
    theorems: FxHashMap<Name, Vec<Name>>,
    /// The equations that match a term.
    rules: FxHashMap<Expr, Rc<[Rule]>>,
}

impl Moves {
    /// Steps with a theory chosen from `premises` for the sequent `root`.
    pub fn new(m: &mut Meta, calculus: &mut Calculus, premises: &PremiseIndex, root: SequentId) -> Moves {
        let goal = calculus.get(root);
        let hyps: Vec<Expr> = calculus.context(goal.context).hyps.iter().map(|d| d.ty).collect();
        let terms: Vec<Expr> = std::iter::once(goal.target).chain(hyps).collect();
        let relevant = premises.relevant(&m.st, &m.env, terms.iter().copied(), 4 * REWRITES);
        let mut rules: Vec<(f64, Rule)> = Vec::new();
        for t in &terms {
            for r in premises.rewrites(&m.st, &m.env, *t) {
                let rule = (r.premise.name, r.symm);
                if r.premise.hyps == 0 && r.size > 1 && !rules.iter().any(|x| x.1 == rule) {
                    rules.push((relevant.of(r.premise), rule));
                }
            }
        }
        rules.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut moves = Moves {
            lists: FxHashMap::default(),
            equations: FxHashMap::default(),
            theorems: FxHashMap::default(),
            rules: FxHashMap::default(),
        };
        let mut left = REWRITES;
        for (_, (n, symm)) in rules {
            if left > 0
                && let Some(head) = calculus.pattern_head(m, n, symm)
            {
                left -= 1;
                moves.equations.entry(head).or_default().push((n, symm));
            }
        }
        let mut conclusion = goal.target;
        while let Node::Pi(_, _, body) = m.st.node(conclusion) {
            conclusion = body;
        }
        // Theorems with a general conclusion say nothing about the target.
        let found = premises.applicable(&m.st, &m.env, conclusion);
        let names: Vec<Name> =
            found.iter().filter(|p| p.hyps <= 2 && p.size > 1).take(APPLIED).map(|p| p.name).collect();
        for n in names {
            if let Ok(Some(head)) = calculus.conclusion_head(m, n) {
                moves.theorems.entry(head).or_default().push(n);
            }
        }
        moves
    }

    /// The steps that may apply to `s`.
    pub fn of(&mut self, m: &mut Meta, calculus: &mut Calculus, s: SequentId) -> Rc<[Action]> {
        if let Some(list) = self.lists.get(&s) {
            return list.clone();
        }
        let list: Rc<[Action]> = self.list(m, calculus, s).into();
        self.lists.insert(s, list.clone());
        list
    }

    fn list(&mut self, m: &mut Meta, calculus: &mut Calculus, s: SequentId) -> Vec<Action> {
        let st = m.st.clone();
        let Sequent { context: id, target } = calculus.get(s);
        let context = calculus.context(id).clone();
        let mut out = Vec::new();
        let mut binders = 0;
        let mut t = target;
        while let Node::Pi(_, _, body) = st.node(t) {
            binders += 1;
            t = body;
        }
        let head = st.head_const(target);
        if binders > 0 || head.is_some_and(|h| h.as_str() == "Not") {
            out.push(Action::Intro(binders.max(1)));
            return out;
        }
        match head.map_or("", |h| h.as_str()) {
            "And" | "True" => out.push(Action::Constructor),
            "Iff" => out.extend([Action::Constructor, Action::Rfl]),
            "Or" => out.extend([Action::Left, Action::Right]),
            "Eq" => out.push(Action::Rfl),
            _ => {}
        }
        for (i, d) in context.hyps.iter().enumerate() {
            hypothesis(m, HypRef(i as u32), d.ty, target, &mut out);
        }
        let theorems = head.and_then(|h| self.theorems.get(&h));
        out.extend(theorems.into_iter().flatten().map(|n| Action::Apply(Fact::Const(*n))));
        let mut rules = Vec::new();
        m.with_lctx(context.lctx.clone(), |m| {
            out.retain(|a| !matches!(a, Action::Apply(f) if !calculus.concludes(m, s, *f).unwrap_or(false)));
            self.rewrites(m, calculus, id, target, &mut rules);
        });
        out.extend(rules.into_iter().map(|(n, symm)| Action::Rewrite {
            rule: Fact::Const(n),
            symm,
            at: None,
        }));
        out
    }

    /// The equations for the subterms of `e`, each once.
    fn rewrites(
        &mut self,
        m: &Meta,
        calculus: &mut Calculus,
        context: ContextId,
        e: Expr,
        out: &mut Vec<Rule>,
    ) {
        let mut f = e;
        while let Node::App(g, a) = m.st.node(f) {
            if f == e {
                for rule in &*self.rules_at(m, calculus, context, e) {
                    if !out.contains(rule) {
                        out.push(*rule);
                    }
                }
            }
            if matches!(m.st.node(a), Node::App(..)) {
                with_stack(|| self.rewrites(m, calculus, context, a, out));
            }
            f = g;
        }
    }

    fn rules_at(&mut self, m: &Meta, calculus: &mut Calculus, context: ContextId, t: Expr) -> Rc<[Rule]> {
        if let Some(list) = self.rules.get(&t) {
            return list.clone();
        }
        let rules = m.st.head_const(t).and_then(|h| self.equations.get(&h));
        let list: Rc<[Rule]> = rules
            .into_iter()
            .flatten()
            .filter(|(n, symm)| calculus.rewrites_at(m, context, *n, *symm, t))
            .copied()
            .collect();
        self.rules.insert(t, list.clone());
        list
    }
}

/// What can be done with a hypothesis of type `ty`.
fn hypothesis(m: &Meta, h: HypRef, ty: Expr, target: Expr, out: &mut Vec<Action>) {
    let st = &m.st;
    let mut t = ty;
    let mut premises = false;
    while let Node::Pi(_, _, body) = st.node(t) {
        premises = true;
        t = body;
    }
    let head = st.head_const(t);
    let name = head.map_or("", |n| n.as_str());
    let same_head = match st.node(st.app_fn(t)) {
        Node::Const(n, _) => st.head_const(target) == Some(n),
        Node::FVar(_) => st.app_fn(t) == st.app_fn(target),
        _ => false,
    };
    let refutes = name == "Not" && st.head_const(target).is_some_and(|n| n.as_str() == "False");
    if same_head || refutes {
        out.push(Action::Apply(Fact::Hyp(h)));
    }
    if matches!(name, "Eq" | "Iff") {
        let rule = Fact::Hyp(h);
        out.extend([false, true].map(|symm| Action::Rewrite { rule, symm, at: None }));
    }
    if premises {
        return;
    }
    let Some(ConstantInfo::Inductive(v)) = head.and_then(|n| m.env.get(n)).map(|c| &**c) else { return };
    if v.num_indices == 0 {
        out.push(Action::Cases(h));
        if v.is_rec {
            out.push(Action::Induction { major: h, generalizing: vec![] });
        }
    }
}
