//! Primitive steps that may apply to a sequent, without ranks: what a random walk chooses from.
//!
//! Theorems are looked up in the discrimination trees once for each subterm; goals that share subterms share the answers.

use crate::premises::PremiseIndex;
use rustc_hash::FxHashMap;
use std::rc::Rc;
use turnstile_elab::Meta;
use turnstile_kernel::{ConstantInfo, Expr, Name, Node, with_stack};
use turnstile_tactic::action::{Action, Fact, HypRef};
use turnstile_tactic::primitive::{Calculus, Context, SequentId};

/// An equation, and whether it is used from right to left.
type Rule = (Name, bool);

/// Theorems that are applied to one target.
const APPLIED: usize = 8;
/// Equations that rewrite one target.
const REWRITES: usize = 64;

/// The lists of primitive steps.
pub struct Moves {
    premises: PremiseIndex,
    lists: FxHashMap<SequentId, Rc<[Action]>>,
    rules: FxHashMap<Expr, Rc<[Rule]>>,
    applied: FxHashMap<Expr, Rc<[Name]>>,
}

impl Moves {
    /// Steps with these theorems.
    #[must_use]
    pub fn new(premises: PremiseIndex) -> Moves {
        Moves {
            premises,
            lists: FxHashMap::default(),
            rules: FxHashMap::default(),
            applied: FxHashMap::default(),
        }
    }

    /// The steps that may apply to `s`.
    pub fn of(&mut self, m: &mut Meta, calculus: &Calculus, s: SequentId) -> Rc<[Action]> {
        if let Some(list) = self.lists.get(&s) {
            return list.clone();
        }
        let goal = calculus.get(s);
        let context = calculus.context(goal.context).clone();
        let list: Rc<[Action]> = self.list(m, &context, goal.target).into();
        self.lists.insert(s, list.clone());
        list
    }

    fn list(&mut self, m: &mut Meta, context: &Context, target: Expr) -> Vec<Action> {
        let st = m.st.clone();
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
        for n in &*self.applied(m, target) {
            out.push(Action::Apply(Fact::Const(*n)));
        }
        let mut rules = Vec::new();
        self.rewrites(m, target, &mut rules);
        out.extend(
            rules.into_iter().map(|(n, symm)| Action::Rewrite { rule: Fact::Const(n), symm, at: None }),
        );
        out
    }

    fn applied(&mut self, m: &Meta, target: Expr) -> Rc<[Name]> {
        if let Some(list) = self.applied.get(&target) {
            return list.clone();
        }
        // Theorems with a general conclusion say nothing about the target.
        let found = self.premises.applicable(&m.st, &m.env, target);
        let list: Rc<[Name]> =
            found.iter().filter(|p| p.hyps <= 2 && p.size > 1).take(APPLIED).map(|p| p.name).collect();
        self.applied.insert(target, list.clone());
        list
    }

    /// The equations for the subterms of `e`, each once.
    fn rewrites(&mut self, m: &Meta, e: Expr, out: &mut Vec<Rule>) {
        let (mut f, mut whole) = (e, true);
        while let Node::App(g, a) = m.st.node(f) {
            if whole {
                for rule in &*self.rules_at(m, e) {
                    if out.len() < REWRITES && !out.contains(rule) {
                        out.push(*rule);
                    }
                }
                whole = false;
            }
            with_stack(|| self.rewrites(m, a, out));
            f = g;
        }
    }

    fn rules_at(&mut self, m: &Meta, t: Expr) -> Rc<[Rule]> {
        if let Some(list) = self.rules.get(&t) {
            return list.clone();
        }
        let found = self.premises.rewrites_at(&m.st, &m.env, t);
        // An equation between propositions or with a general side turns up everywhere.
        let list: Rc<[Rule]> = found
            .iter()
            .filter(|r| r.premise.hyps == 0 && r.size > 1)
            .map(|r| (r.premise.name, r.symm))
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
