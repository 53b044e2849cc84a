//! `apply h` and `exact h`: the conclusion matched against the target, the arguments that are left as premises.

use super::matching::{Match, Substitution, is_first_order, matches};
use super::rewrite::levels_of;
use super::{Calculus, Found, Inference, Premises, Sequent, SequentId};
use crate::action::Fact;
use crate::apply::{count_args, heads_clash, is_inductive};
use crate::goal::{app_of, is_const};
use crate::known;
use smallvec::SmallVec;
use std::rc::Rc;
use std::sync::Arc;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, Level, Name, Node};

/// A statement `∀ xs, conclusion`, taken apart: loose bound variable `i` of domain `k` is the `i`-th before it.
pub(crate) struct Clause {
    params: Arc<[Name]>,
    domains: Vec<(Expr, BinderInfo)>,
    conclusion: Expr,
}

impl Calculus {
    /// The clause of a statement; `None` when its conclusion may take more arguments, or matching cannot decide.
    fn clause(&mut self, m: &mut Meta, proof: Expr, statement: Expr) -> Result<Option<Rc<Clause>>> {
        if let Some(c) = self.clauses.get(&statement) {
            return Ok(c.clone());
        }
        let c = compile(m, proof, statement)?.map(Rc::new);
        self.clauses.insert(statement, c.clone());
        Ok(c)
    }

    pub(super) fn apply(&mut self, m: &mut Meta, goal: Sequent, fact: Fact) -> Result<Found> {
        let Some((proof, statement)) = self.proof_of(m, goal, fact) else { return Ok(Found::Unknown) };
        let st = m.st.clone();
        if st.alpha_eq(statement, goal.target)
            && matches!(fact, Fact::Hyp(_))
            && !matches!(st.node(statement), Node::Pi(..))
        {
            return Ok(Found::Follows(Inference::Exact(proof), Premises::new()));
        }
        let Some(clause) = self.clause(m, proof, statement)? else { return Ok(Found::Unknown) };
        if self.args_of_target(m, goal.target)? != Some(0) {
            return Ok(Found::Unknown);
        }
        let arity = clause.domains.len();
        let mut s = Substitution::new(arity);
        let context = self.context(goal.context).clone();
        match matches(self, m, &context, &clause.params, clause.conclusion, goal.target, &mut s) {
            Match::Yes => {}
            _ if heads_clash(m, clause.conclusion, goal.target) => return Ok(Found::Fails),
            _ => return Ok(Found::Unknown),
        }
        let Some(levels) = levels_of(&clause.params, &s) else { return Ok(Found::Unknown) };
        let Some(found) = premises(m, &clause, &s, &levels)? else { return Ok(Found::Unknown) };
        let (args, targets) = found;
        let head = st.instantiate_levels(proof, &clause.params, &levels);
        let premises =
            targets.into_iter().map(|t| self.sequent(Sequent { context: goal.context, target: t })).collect();
        Ok(Found::Follows(Inference::Apply { head, args }, premises))
    }

    /// The head of what the theorem `n` concludes, if there is a rule for applying it.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn conclusion_head(&mut self, m: &mut Meta, n: Name) -> Result<Option<Name>> {
        let Some((proof, statement)) = self.constant(m, n) else { return Ok(None) };
        let clause = self.clause(m, proof, statement)?;
        Ok(clause.and_then(|c| m.st.head_const(c.conclusion)))
    }

    /// Whether what `fact` concludes matches the target of `s`. `m` is in its context.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn concludes(&mut self, m: &mut Meta, s: SequentId, fact: Fact) -> Result<bool> {
        let goal = self.get(s);
        let Some((proof, statement)) = self.proof_of(m, goal, fact) else { return Ok(false) };
        if m.st.alpha_eq(statement, goal.target) {
            return Ok(true);
        }
        let Some(clause) = self.clause(m, proof, statement)? else { return Ok(false) };
        let context = self.context(goal.context).clone();
        let mut s = Substitution::new(clause.domains.len());
        Ok(matches(self, m, &context, &clause.params, clause.conclusion, goal.target, &mut s) == Match::Yes)
    }

    /// Number of arguments that a proof of the target takes; `None` when that may change.
    fn args_of_target(&mut self, m: &mut Meta, target: Expr) -> Result<Option<usize>> {
        match m.st.node(m.st.app_fn(target)) {
            Node::FVar(_) | Node::Sort(_) => return Ok(Some(0)),
            Node::Const(n, _) if is_inductive(m, n) => return Ok(Some(0)),
            _ => {}
        }
        if let Some(r) = self.target_args.get(&target) {
            return Ok(*r);
        }
        let (n, flexible) = count_args(m, target)?;
        let r = (!flexible).then_some(n);
        self.target_args.insert(target, r);
        Ok(r)
    }
}

fn compile(m: &mut Meta, proof: Expr, statement: Expr) -> Result<Option<Clause>> {
    let st = m.st.clone();
    let mut domains = Vec::new();
    let mut t = statement;
    while let Node::Pi(b, dom, body) = st.node(t) {
        domains.push((dom, b.info));
        t = body;
    }
    // `¬ p` is `p → False`.
    let negated = app_of(&st, t, *known::NOT, 1).and_then(|a| a.first().copied());
    if let Some(p) = negated {
        domains.push((p, BinderInfo::Default));
        t = st.const_(*known::FALSE, &[]);
    } else {
        match st.node(st.app_fn(t)) {
            Node::FVar(_) => {}
            Node::Const(n, _) if is_inductive(m, n) => {}
            Node::Const(..) if count_args(m, statement)? == (domains.len(), false) => {}
            _ => return Ok(None),
        }
    }
    if !is_first_order(m, t) {
        return Ok(None);
    }
    let params: Arc<[Name]> = match st.node(proof) {
        Node::Const(n, _) => m.env.get(n).map(|c| c.cval().level_params.clone()).unwrap_or_default(),
        _ => Arc::default(),
    };
    Ok(Some(Clause { params, domains, conclusion: t }))
}

/// The arguments, and what is to be proved for those that matching left open. `None` when one of these is no proof or another
/// depends on it, or an instance is left open.
#[allow(clippy::type_complexity)]
fn premises(
    m: &mut Meta,
    clause: &Clause,
    s: &Substitution,
    levels: &[Level],
) -> Result<Option<(SmallVec<[Option<Expr>; 4]>, SmallVec<[Expr; 2]>)>> {
    let st = m.st.clone();
    let arity = clause.domains.len();
    // Loose variable `i` is argument `arity - 1 - i`.
    let args: SmallVec<[Option<Expr>; 4]> = s.terms.iter().rev().copied().collect();
    let mut open: SmallVec<[Expr; 2]> = SmallVec::new();
    // A stand-in for arguments that nothing may depend on.
    let none = st.bvar(u32::MAX >> 8);
    let values: SmallVec<[Expr; 8]> = args.iter().map(|a| a.unwrap_or(none)).collect();
    for (k, (dom, info)) in clause.domains.iter().enumerate() {
        if args[k].is_some() {
            // Were its instance another one than class search finds, unification would refuse it.
            if *info == BinderInfo::Inst {
                return Ok(None);
            }
            continue;
        }
        if *info != BinderInfo::Default {
            return Ok(None);
        }
        let ty = st.instantiate_rev(*dom, &values[..k]);
        let ty = st.head_beta(st.instantiate_levels(ty, &clause.params, levels));
        if st.loose(ty) > 0 || !m.is_prop(ty)? {
            return Ok(None);
        }
        open.push(ty);
    }
    debug_assert_eq!(args.len(), arity);
    Ok(Some((args, open)))
}

impl Calculus {
    pub(super) fn exfalso(&mut self, m: &Meta, goal: Sequent) -> Found {
        let st = &m.st;
        if is_const(st, goal.target, *known::FALSE) {
            return Found::Unknown;
        }
        let falso = st.const_(*known::FALSE, &[]);
        let premise = self.sequent(Sequent { context: goal.context, target: falso });
        let head = st.app(st.const_(*known::FALSE_ELIM, &[st.l_zero()]), goal.target);
        Found::Follows(
            Inference::Apply { head, args: SmallVec::from_slice(&[None]) },
            Premises::from_slice(&[premise]),
        )
    }
}
