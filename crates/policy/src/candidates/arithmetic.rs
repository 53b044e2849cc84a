//! Steps for numbers: `ring`, `nlinarith`, cases by value and by remainder.

use super::List;
use super::view::{GoalView, Hyp};
use rustc_hash::FxHashSet;
use turnstile_elab::Meta;
use turnstile_kernel::{Expr, FVarId, Name, Node};
use turnstile_tactic::action::{Action, HypRef};

/// What occurs in the goal, as far as arithmetic is concerned.
#[derive(Default)]
struct Signs {
    /// A product or power with a variable in both factors or the base.
    nonlinear: bool,
    /// `%` or `∣`
    remainder: bool,
    /// Literals that something is divided by.
    moduli: Vec<u32>,
}

pub(super) fn candidates(m: &mut Meta, v: &GoalView, out: &mut List) {
    if v.has_holes || matches!(m.st.node(v.target), Node::Pi(..)) {
        return;
    }
    let falso = v.head.is_some_and(|h| h.as_str() == "False");
    let target = relation(m, v.target);
    if target.is_none() && !falso {
        return;
    }
    let mut goal = Signs::default();
    look(m, v.target, &mut goal);
    let mut all = Signs::default();
    look(m, v.target, &mut all);
    for h in v.props() {
        if relation(m, h.ty).is_some() {
            look(m, h.ty, &mut all);
        }
    }
    if let Some((name, ty)) = &target
        && name == "Eq"
        && operations(m, v.target)
        && !is_closed(m, v.target)
    {
        let abstract_type = !matches!(ty.as_deref(), Some("Nat" | "Int"));
        out.push(if goal.nonlinear || abstract_type { 14.0 } else { 2.0 }, Action::Ring);
    }
    let ordered =
        target.is_some_and(|(n, _)| matches!(n.as_str(), "Eq" | "LE.le" | "LT.lt" | "GE.ge" | "GT.gt"));
    if (ordered || falso) && all.nonlinear && !all.remainder {
        out.push(7.0, Action::Nlinarith);
    }
    for h in v.props() {
        if let Some(f) = defined_function(m, h.ty)
            && v.by_id(f).is_some_and(|f| f.decl.value.is_none())
        {
            out.push(9.0, Action::SubstFunction(h.index));
        }
    }
    let numbers: Vec<&Hyp> = v.hyps.iter().filter(|h| is_number(m, h)).collect();
    interval(m, v, &numbers, &all, out);
    remainders(m, v, &numbers, &goal, &all, falso, out);
}

/// The relation and its type, if `e` is a comparison or a divisibility, perhaps negated or below connectives.
fn relation(m: &Meta, e: Expr) -> Option<(String, Option<String>)> {
    let (h, args) = m.st.unapp(e);
    let (n, _) = m.st.as_const(h)?;
    match n.as_str() {
        "Eq" | "Ne" | "LE.le" | "LT.lt" | "GE.ge" | "GT.gt" | "Dvd.dvd" => {
            let ty = args.first().and_then(|t| m.st.head_const(*t)).map(|n| n.as_str().to_owned());
            Some((n.as_str().to_owned(), ty))
        }
        "Not" => relation(m, *args.first()?).map(|r| ("Not".to_owned(), r.1)),
        "Or" | "And" | "Iff" => {
            relation(m, *args.first()?)?;
            relation(m, *args.get(1)?).map(|r| (n.as_str().to_owned(), r.1))
        }
        _ => None,
    }
}

fn is_closed(m: &Meta, e: Expr) -> bool {
    !m.st.has_fvar(e)
}

fn operations(m: &Meta, e: Expr) -> bool {
    m.st.any_subterm(e, |t| {
        m.st.head_const(t).is_some_and(|n| {
            matches!(
                n.as_str(),
                "HAdd.hAdd" | "HMul.hMul" | "HSub.hSub" | "HPow.hPow" | "Neg.neg" | "HDiv.hDiv"
            )
        })
    })
}

fn look(m: &Meta, e: Expr, out: &mut Signs) {
    let mut nonlinear = false;
    let mut remainder = false;
    let mut moduli = Vec::new();
    let literal = |e: Expr| {
        let v =
            m.nat_literal(e).or_else(|| m.st.app_of(e, "OfNat.ofNat", 3).and_then(|a| m.nat_literal(a[1])));
        v.and_then(|n| u32::try_from(n).ok())
    };
    m.st.any_subterm(e, |t| {
        let (h, args) = m.st.unapp(t);
        let Some((n, _)) = m.st.as_const(h) else { return false };
        match (n.as_str(), args.as_slice()) {
            ("HMul.hMul", [.., a, b]) if args.len() == 6 => {
                nonlinear |= literal(*a).is_none() && literal(*b).is_none();
            }
            ("HPow.hPow", [.., a, _]) if args.len() == 6 => nonlinear |= literal(*a).is_none(),
            ("HMod.hMod", [.., k]) if args.len() == 6 => {
                remainder = true;
                moduli.extend(literal(*k));
            }
            ("Dvd.dvd", [_, _, k, _]) => {
                remainder = true;
                moduli.extend(literal(*k));
            }
            _ => {}
        }
        false
    });
    out.nonlinear |= nonlinear;
    out.remainder |= remainder;
    for k in moduli {
        if !out.moduli.contains(&k) {
            out.moduli.push(k);
        }
    }
}

fn is_number(m: &Meta, h: &Hyp) -> bool {
    !h.is_prop
        && h.decl.value.is_none()
        && m.st.as_const(h.ty).is_some_and(|c| matches!(c.0.as_str(), "Nat" | "Int"))
}

/// Cases by value, for numbers that occur in a hypothesis.
fn interval(m: &Meta, v: &GoalView, numbers: &[&Hyp], all: &Signs, out: &mut List) {
    if !all.nonlinear && !all.remainder && numbers.len() > 2 {
        return;
    }
    let mut rank = 0.0;
    for x in numbers {
        let bounded = v.props().any(|h| relation(m, h.ty).is_some() && mentions(m, h.ty, x.decl.id));
        if bounded && rank < 4.0 {
            out.push(5.0 / (1.0 + rank), Action::IntervalCases(x.index));
            rank += 1.0;
        }
    }
}

fn mentions(m: &Meta, e: Expr, id: FVarId) -> bool {
    m.st.has_fvar(e) && m.st.any_subterm(e, |t| matches!(m.st.node(t), Node::FVar(x) if x == id))
}

fn remainders(
    m: &Meta,
    v: &GoalView,
    numbers: &[&Hyp],
    goal: &Signs,
    all: &Signs,
    falso: bool,
    out: &mut List,
) {
    let occurring = |e: Expr| -> Vec<HypRef> {
        numbers.iter().filter(|x| mentions(m, e, x.decl.id)).map(|x| x.index).collect()
    };
    if goal.remainder && all.nonlinear {
        let all_vars = occurring(v.target);
        for k in goal.moduli.iter().filter(|k| (2..=64).contains(*k)) {
            let modulus = *k;
            let (known, of): (Vec<HypRef>, Vec<Option<FVarId>>) =
                v.props().filter_map(|h| Some((h.index, known_remainder(m, h.ty, modulus)?))).unzip();
            let is_known =
                |x: &&HypRef| numbers.iter().any(|n| n.index == **x && of.contains(&Some(n.decl.id)));
            let vars: Vec<HypRef> = all_vars.iter().filter(|x| !is_known(x)).copied().collect();
            if vars.len() <= 2 && !all_vars.is_empty() {
                out.push(10.0, Action::Residues { vars, modulus, known, equation: None });
            }
        }
    }
    if !falso {
        return;
    }
    // An equation without solutions because of its remainders.
    let mut seen: FxHashSet<Name> = FxHashSet::default();
    for h in v.props().rev() {
        let mut signs = Signs::default();
        look(m, h.ty, &mut signs);
        if h.head.is_none_or(|n| n.as_str() != "Eq") || !signs.nonlinear || !seen.insert(h.decl.name) {
            continue;
        }
        let vars = occurring(h.ty);
        if !(1..=2).contains(&vars.len()) {
            continue;
        }
        let ids: Vec<FVarId> =
            numbers.iter().filter(|x| vars.contains(&x.index)).map(|x| x.decl.id).collect();
        let Some(a) = m.st.app_of(h.ty, "Eq", 3) else { continue };
        let found = (2..=32).find(|k| super::residues::has_no_solution(m, a[1], a[2], &ids, *k));
        if let Some(modulus) = found {
            out.push(40.0, Action::Residues { vars, modulus, known: vec![], equation: Some(h.index) });
        }
    }
}

/// For a hypothesis `t % k = r` with `k` the modulus and `r` a literal: the variable `t`, if it is one.
fn known_remainder(m: &Meta, e: Expr, modulus: u32) -> Option<Option<FVarId>> {
    let literal = |e: Expr| {
        m.nat_literal(e).or_else(|| m.st.app_of(e, "OfNat.ofNat", 3).and_then(|a| m.nat_literal(a[1])))
    };
    let a = m.st.app_of(e, "Eq", 3)?;
    literal(a[2])?;
    let t = m.st.app_of(a[1], "HMod.hMod", 6)?;
    (literal(t[5])? == modulus.into()).then(|| match m.st.node(t[4]) {
        Node::FVar(x) => Some(x),
        _ => None,
    })
}

/// For a hypothesis `∀ x, f x = t` without `f` in `t`: the variable `f`.
fn defined_function(m: &Meta, e: Expr) -> Option<FVarId> {
    let Node::Pi(_, d, b) = m.st.node(e) else { return None };
    if m.st.head_const(d).is_none_or(|n| !matches!(n.as_str(), "Nat" | "Int")) {
        return None;
    }
    let a = m.st.app_of(b, "Eq", 3)?;
    let Node::App(f, x) = m.st.node(a[1]) else { return None };
    match (m.st.node(f), m.st.node(x)) {
        (Node::FVar(f), Node::BVar(0)) if !mentions(m, a[2], f) => Some(f),
        _ => None,
    }
}
