//! Connectives and quantifiers, closing steps, and hypotheses used on the goal.

use super::view::{GoalView, Hyp, inductive};
use super::{CandidateSettings, List};
use crate::premises::may_match;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, InductiveVal, Node};
use turnstile_tactic::action::{Action, Fact, SimpAction, TermRef, close_term};

pub(super) fn candidates(m: &mut Meta, v: &GoalView, s: &CandidateSettings, out: &mut List) -> Result<()> {
    if !target(m, v, out) {
        return Ok(());
    }
    hypotheses(m, v, out)?;
    if s.classical {
        classical(m, v, out)?;
    }
    Ok(())
}

/// Number of manifest binders of `e`, `¬ p` counted as `p → False`.
fn binders(m: &Meta, mut e: Expr) -> u32 {
    let mut n = 0;
    loop {
        match m.st.node(e) {
            Node::Pi(_, _, b) => {
                n += 1;
                e = b;
            }
            _ => {
                let negation = m.st.head_const(e).is_some_and(|h| matches!(h.as_str(), "Not" | "Ne"));
                return if negation { n + 1 } else { n };
            }
        }
    }
}

/// Steps on the target; `false` when introducing its binders is the only sensible one.
fn target(m: &mut Meta, v: &GoalView, out: &mut List) -> bool {
    let n = binders(m, v.target);
    if n > 0 {
        out.push(60.0, Action::Intro(n));
        return false;
    }
    out.push(8.0, Action::Assumption);
    out.push(8.0, Action::Contradiction);
    let head = v.head.map_or("", |h| h.as_str());
    match head {
        "And" | "Iff" => out.push(30.0, Action::Constructor),
        "True" => out.push(60.0, Action::Constructor),
        "Or" => {
            out.push(6.0, Action::Left);
            out.push(6.0, Action::Right);
        }
        "Exists" => {
            out.push(14.0, Action::ExistsHole);
            witnesses(m, v, out);
        }
        "Eq" => {
            out.push(12.0, Action::Rfl);
            if let [_, a, _] = m.st.unapp(v.target).1.as_slice()
                && matches!(m.st.node(*a), Node::Lam(..))
            {
                out.push(10.0, Action::Funext);
            }
        }
        "HEq" | "LE.le" | "GE.ge" => out.push(4.0, Action::Rfl),
        _ => {
            // An inductive proposition, perhaps behind a definition.
            if inductive(m, v.target).is_some_and(|i| !i.ctors.is_empty()) {
                out.push(5.0, Action::Constructor);
            } else if v.head.is_some_and(|h| {
                m.env.ext.projections.get(&h).is_some_and(|(class, _)| m.env.is_class(*class))
            }) {
                // An operation of a class may stand for one.
                out.push(2.0, Action::Constructor);
            }
        }
    }
    if let Some(h) = v.head
        && m.env.get(h).is_some_and(|c| matches!(**c, turnstile_kernel::ConstantInfo::Definition(..)))
        && !m.env.is_class(h)
        && !m.env.ext.projections.contains_key(&h)
        && !matches!(head, "Not" | "Ne" | "GE.ge" | "GT.gt")
    {
        out.push(9.0, Action::Unfold(h, None));
    }
    if !m.st.has_fvar(v.target) && !v.has_holes {
        out.push(10.0, Action::Decide);
    }
    true
}

/// Witnesses for an existential goal: variables of the type, constructors without arguments, constructors of variables.
fn witnesses(m: &mut Meta, v: &GoalView, out: &mut List) {
    let Some(ty) = m.st.unapp(v.target).1.first().copied() else { return };
    let mut list: Vec<Expr> = Vec::new();
    let vars: Vec<Expr> = v
        .hyps
        .iter()
        .rev()
        .filter(|h| !h.is_prop && m.st.alpha_eq(h.ty, ty))
        .map(|h| m.st.fvar(h.decl.id))
        .take(4)
        .collect();
    if let Some(i) = inductive(m, ty) {
        let (h, params) = m.st.unapp(ty);
        if let Some((_, ls)) = m.st.as_const(h) {
            for c in i.ctors.iter().take(4) {
                let f = m.st.const_(*c, &m.st.level_list(ls));
                let f = m.st.apps(f, &params[..i.num_params.min(params.len())]);
                let Ok(t) = m.infer(f) else { continue };
                match m.st.node(t) {
                    Node::Pi(_, d, b) if m.st.loose(b) == 0 && !matches!(m.st.node(b), Node::Pi(..)) => {
                        list.extend(vars.iter().filter(|_| m.st.alpha_eq(d, ty)).map(|x| m.st.app(f, *x)));
                    }
                    Node::Pi(..) => {}
                    _ => list.insert(0, f),
                }
            }
        }
    }
    list.splice(0..0, vars);
    for (i, w) in list.into_iter().take(8).enumerate() {
        if let Ok(t) = close_term(m, v.goal, w) {
            out.push(5.0 / (1.0 + 0.3 * i as f64), Action::Exists(t));
        }
    }
}

/// Whether `e` is a statement `omega` reads.
fn arithmetic(m: &Meta, e: Expr) -> bool {
    m.st.any_subterm(e, |t| {
        let (h, args) = m.st.unapp(t);
        let Some((n, _)) = m.st.as_const(h) else { return false };
        let typed = |m: &Meta| {
            args.first()
                .and_then(|t| m.st.head_const(*t))
                .is_some_and(|t| matches!(t.as_str(), "Nat" | "Int"))
        };
        match n.as_str() {
            "Eq" if args.len() == 3 => typed(m),
            "LE.le" | "LT.lt" | "GE.ge" | "GT.gt" | "Dvd.dvd" | "Ne" => typed(m),
            _ => false,
        }
    })
}

fn hypotheses(m: &mut Meta, v: &GoalView, out: &mut List) -> Result<()> {
    if arithmetic(m, v.target)
        || v.head.is_some_and(|h| h.as_str() == "False") && v.props().any(|h| arithmetic(m, h.ty))
    {
        out.push(18.0, Action::Omega);
    }
    for h in v.props().rev() {
        let head = h.head.map_or("", |n| n.as_str());
        match head {
            "And" | "Exists" | "False" | "Iff" => out.push(35.0, Action::Cases(h.index)),
            "Or" => out.push(16.0, Action::Cases(h.index)),
            "Eq" => equation(m, v, h, out),
            "Not" | "Ne" => {
                let falso = v.head.is_some_and(|n| n.as_str() == "False");
                out.push(if falso { 8.0 } else { 1.5 }, Action::Apply(Fact::Hyp(h.index)));
            }
            _ => {
                if let Some(i) = inductive(m, h.ty) {
                    out.push(if i.is_rec { 3.0 } else { 8.0 }, Action::Cases(h.index));
                } else if let Some(i) = behind_operation(m, h)? {
                    // `a ∣ b` is an existential statement.
                    out.push(if i.is_rec { 1.0 } else { 8.0 }, Action::Cases(h.index));
                } else if let Some(n) = h.head
                    && m.env
                        .get(n)
                        .is_some_and(|c| matches!(**c, turnstile_kernel::ConstantInfo::Definition(..)))
                    && !m.env.is_class(n)
                    && !m.env.ext.projections.contains_key(&n)
                {
                    out.push(8.0, Action::Unfold(n, Some(h.index)));
                }
            }
        }
        implication(m, v, h, out)?;
    }
    Ok(())
}

/// The inductive proposition that a hypothesis stands for, if it is an operation of a class such as `∣`.
fn behind_operation(m: &mut Meta, h: &Hyp) -> Result<Option<InductiveVal>> {
    let is_operation = h
        .head
        .is_some_and(|n| m.env.ext.projections.get(&n).is_some_and(|(class, _)| m.env.is_class(*class)));
    if !is_operation || m.st.has_expr_mvar(h.ty) {
        return Ok(None);
    }
    let meaning = m.whnf(h.ty)?;
    Ok(inductive(m, meaning).filter(|i| !i.ctors.is_empty()))
}

fn equation(m: &mut Meta, v: &GoalView, h: &Hyp, out: &mut List) {
    let args = m.st.unapp(h.ty).1;
    let [_, a, b] = args.as_slice() else { return };
    let is_var = |m: &Meta, e: Expr| match m.st.node(e) {
        Node::FVar(id) => v.by_id(id).is_some_and(|h| !h.is_prop && h.decl.value.is_none()),
        _ => false,
    };
    if is_var(m, *a) || is_var(m, *b) {
        out.push(25.0, Action::Subst(h.index));
    }
    let ctor = |m: &Meta, e: Expr| m.as_ctor(e).map(|c| c.0);
    if let (Some(c), Some(d)) = (ctor(m, *a), ctor(m, *b)) {
        if c == d {
            out.push(25.0, Action::Injection(h.index));
        } else {
            out.push(40.0, Action::Contradiction);
        }
    }
}

/// A hypothesis `∀ xs, p → … → q`: backwards if `q` may be the target, forwards where its premises are there.
fn implication(m: &mut Meta, v: &GoalView, h: &Hyp, out: &mut List) -> Result<()> {
    let mut t = h.ty;
    let mut doms: Vec<Expr> = Vec::new();
    while let Node::Pi(_, d, b) = m.st.node(t) {
        doms.push(d);
        t = b;
    }
    if doms.is_empty() {
        return Ok(());
    }
    if may_match(&m.st, t, v.target) {
        out.push(14.0, Action::Apply(Fact::Hyp(h.index)));
    }
    // Forward: every premise is a hypothesis, or the first argument is some variable of the right type.
    if doms.len() <= 4 {
        let mut args: Vec<Option<TermRef>> = vec![None; doms.len()];
        let mut found = true;
        for (i, d) in doms.iter().enumerate().rev() {
            if args[i].is_some() {
                continue;
            }
            let hit =
                v.props().find(|k| k.index != h.index && m.st.loose(*d) == 0 && m.st.alpha_eq(k.ty, *d));
            match hit {
                Some(k) => args[i] = Some(close_term(m, v.goal, m.st.fvar(k.decl.id))?),
                None => {
                    found = false;
                    break;
                }
            }
        }
        if found {
            let args = args.into_iter().flatten().collect();
            out.push(12.0, Action::Forward { rule: Fact::Hyp(h.index), args });
            return Ok(());
        }
        // `∀ x, p x`: at the variables in scope.
        let first = doms[0];
        let mut n = 0;
        for x in v.hyps.iter().rev() {
            if n < 4 && x.index != h.index && m.st.loose(first) == 0 && m.st.alpha_eq(x.ty, first) {
                n += 1;
                let a = close_term(m, v.goal, m.st.fvar(x.decl.id))?;
                out.push(
                    if x.is_prop { 5.0 } else { 2.0 / f64::from(n) },
                    Action::Forward { rule: Fact::Hyp(h.index), args: vec![a] },
                );
            }
        }
    }
    Ok(())
}

/// Propositional atoms below connectives: conditions to decide by cases.
fn classical(m: &mut Meta, v: &GoalView, out: &mut List) -> Result<()> {
    let mut atoms: Vec<Expr> = Vec::new();
    collect_atoms(m, v.target, &mut atoms);
    for h in v.props() {
        collect_atoms(m, h.ty, &mut atoms);
    }
    atoms.retain(|a| !v.props().any(|h| m.st.alpha_eq(h.ty, *a) || negation_of(m, h.ty, *a)));
    let props: Vec<Expr> =
        atoms.iter().copied().filter(|a| matches!(m.st.node(*a), Node::FVar(_) | Node::App(..))).collect();
    if !props.is_empty() && props.len() <= 6 {
        let all: Vec<TermRef> = props.iter().map(|p| close_term(m, v.goal, *p)).collect::<Result<_>>()?;
        if all.len() > 1 {
            out.push(7.0, Action::TruthTable(all));
        }
    }
    for p in props.iter().take(4) {
        let t = close_term(m, v.goal, *p)?;
        out.push(2.5, Action::ByCases(t));
    }
    // A proposition as a whole.
    if !v.has_holes && v.head.is_some_and(|h| matches!(h.as_str(), "Or" | "Exists")) {
        let t = close_term(m, v.goal, v.target)?;
        if !v.props().any(|h| negation_of(m, h.ty, v.target)) {
            out.push(2.0, Action::ByCases(t));
        }
    }
    out.push(5.0, Action::SimpAll(vec![]));
    out.push(4.0, Action::Simp(SimpAction { star: true, ..SimpAction::default() }));
    Ok(())
}

fn negation_of(m: &Meta, h: Expr, p: Expr) -> bool {
    m.st.app_of(h, "Not", 1).is_some_and(|a| m.st.alpha_eq(a[0], p))
}

fn collect_atoms(m: &mut Meta, e: Expr, out: &mut Vec<Expr>) {
    if out.len() > 12 {
        return;
    }
    if let Node::Pi(_, d, b) = m.st.node(e) {
        if m.st.loose(b) == 0 && m.is_prop(d).unwrap_or(false) {
            collect_atoms(m, d, out);
            collect_atoms(m, b, out);
        }
        return;
    }
    let (h, args) = m.st.unapp(e);
    match m.st.node(h) {
        Node::Const(n, _) => match n.as_str() {
            "And" | "Or" | "Iff" | "Not" => {
                for a in args {
                    collect_atoms(m, a, out);
                }
            }
            _ => {}
        },
        Node::FVar(_)
            if m.st.loose(e) == 0
                && m.is_prop(e).unwrap_or(false)
                && !out.iter().any(|o| m.st.alpha_eq(*o, e)) =>
        {
            out.push(e);
        }
        _ => {}
    }
}
