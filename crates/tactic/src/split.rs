//! `split`: the goals for the branches of an `if` or `match` in the target.

use crate::eliminate::cases_term;
use crate::goal::{Goals, case_tag, in_goal, inaccessible, lambda_goal, tactic_error};
use crate::injection::{ctor_view, ctor_view_of_pattern};
use crate::intro::{intro_n, retype};
use crate::kabstract::{abstraction_is_type_correct, kabstract};
use crate::known;
use crate::revert::revert;
use crate::terms::Terms;
use crate::unify_eqs::unify_eqs;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, FVarId, MVarId, Name, Node};

/// Something that can be split.
#[derive(Clone, Copy, Debug)]
enum Candidate {
    /// `if`: condition and instance.
    If(Expr, Expr),
    /// An application of a match auxiliary with all its alternatives.
    Match(Expr),
}

/// Splits the first `if` or `match` of the target whose condition or scrutinees are determined there.
///
/// # Errors
/// When there is none.
pub fn split(m: &mut Meta, g: MVarId) -> Result<Goals> {
    let found = in_goal(m, g, |m, goal| Ok(find(m, goal.target)))?;
    match found {
        Some(Candidate::If(c, inst)) => split_if(m, g, c, inst),
        Some(Candidate::Match(e)) => match m.attempt(|m| split_match(m, g, e))? {
            Some(goals) => Ok(goals),
            None => split_match_by_cases(m, g, e),
        },
        None => Err(in_goal(m, g, |m, _| {
            Ok(tactic_error(m, "split", g, "Could not split an `if` or `match` expression in the goal"))
        })?),
    }
}

/// Splits in hypothesis `h`: each goal with the hypothesis as it is there.
///
/// # Errors
/// As [`split`].
pub fn split_hyp(m: &mut Meta, g: MVarId, h: FVarId) -> Result<Vec<(FVarId, MVarId)>> {
    let found = in_goal(m, g, |m, _| {
        let d = m.local_decl(h)?;
        let ty = m.instantiate(d.ty);
        Ok(find(m, ty))
    })?;
    if found.is_none() {
        return Err(in_goal(m, g, |m, _| {
            Ok(tactic_error(m, "split", g, "Could not split an `if` or `match` expression in the goal"))
        })?);
    }
    let lctx = crate::goal::goal_decl(m, g)?.lctx.clone();
    let (ids, g2) = revert(m, g, &[h])?;
    let names: Vec<Name> = ids.iter().map(|i| lctx.get(*i).map_or_else(Name::anon, |d| d.name)).collect();
    // The hypothesis is the first thing the target asks for, so its branches are found first.
    let goals = split(m, g2)?;
    let mut out = Vec::with_capacity(goals.len());
    for goal in goals {
        let (new, goal) = intro_n(m, goal, ids.len(), |i, n| names.get(i).copied().unwrap_or(n))?;
        if let Some(x) = new.first() {
            out.push((*x, goal));
        }
    }
    Ok(out)
}

/// The first candidate, outermost first; one inside a condition or scrutinee goes before the whole.
fn find(m: &Meta, e: Expr) -> Option<Candidate> {
    let st = &m.st;
    let mut found = None;
    preorder(m, e, &mut |t| {
        found = candidate(m, t);
        found.is_some()
    });
    let inner = match found? {
        Candidate::If(c, _) => find(m, c),
        Candidate::Match(t) => {
            let (_, args) = st.unapp(t);
            let info = st.head_const(t).and_then(|n| m.env.ext.matchers.get(&n));
            info.and_then(|i| {
                args.get(i.num_params + 1..i.num_params + 1 + i.num_discrs)
                    .and_then(|ds| ds.iter().find_map(|d| find(m, *d)))
            })
        }
    };
    inner.or(found)
}

/// Visits subterms, larger ones first, left to right; stops when `f` says so.
fn preorder(m: &Meta, e: Expr, f: &mut impl FnMut(Expr) -> bool) -> bool {
    let mut seen = rustc_hash::FxHashSet::default();
    let mut todo = vec![e];
    while let Some(e) = todo.pop() {
        if !seen.insert(e) {
            continue;
        }
        if f(e) {
            return true;
        }
        match m.st.node(e) {
            Node::App(..) => {
                let (h, args) = m.st.unapp(e);
                todo.extend(args.iter().rev());
                todo.push(h);
            }
            Node::Lam(_, t, b) | Node::Pi(_, t, b) => todo.extend([b, t]),
            Node::Let(_, t, v, b) => todo.extend([b, v, t]),
            Node::Proj(_, _, x) => todo.push(x),
            _ => {}
        }
    }
    false
}

fn candidate(m: &Meta, t: Expr) -> Option<Candidate> {
    let st = &m.st;
    let n = st.head_const(t)?;
    if n == *known::ITE || n == *known::DITE {
        let (_, args) = st.unapp(t);
        let (c, inst) = (*args.get(1)?, *args.get(2)?);
        return (args.len() >= 5 && st.loose(c) == 0 && st.loose(inst) == 0)
            .then_some(Candidate::If(c, inst));
    }
    let info = m.env.ext.matchers.get(&n)?;
    let (_, args) = st.unapp(t);
    let first = info.num_params + 1;
    let last = first + info.num_discrs;
    let whole = args.len() >= last + info.patterns.len();
    // The parameters and scrutinees must make sense outside the binders the term may be under.
    (whole && args[..last].iter().all(|a| st.loose(*a) == 0)).then_some(Candidate::Match(t))
}

/// Splits on condition `c`: the instance is abstracted, so that every `if` with it reduces by itself.
fn split_if(m: &mut Meta, g: MVarId, c: Expr, inst: Expr) -> Result<Goals> {
    in_goal(m, g, |m, goal| {
        let st = m.st.clone();
        let ty = m.infer(inst)?;
        let ty = m.instantiate(ty);
        let body = match kabstract(m, goal.target, inst)? {
            Some(b) if abstraction_is_type_correct(m, ty, b)? => b,
            _ => return Err(tactic_error(m, "split", g, "the condition cannot be abstracted")),
        };
        let motive = m.lam_named("inst", ty, body);
        let level = m.universe(goal.target)?;
        let outer = m.lctx.clone();
        let not_c = m.mk_not(c);
        let name = inaccessible(Name::new("h"));
        let branch = |m: &mut Meta, prop: Expr, ctor: &str| -> Result<(Expr, MVarId)> {
            m.with_lctx(outer.clone(), |m| {
                let h = m.push_local(name, prop, BinderInfo::Default);
                let decided = st.apps(st.const_(Name::new("Decidable").str(ctor), &[]), &[c, h]);
                let ty = st.instantiate1(body, decided);
                let ty = reduce_decided(m, ty, decided);
                lambda_goal(m, &outer, &[h], ty, case_tag(goal.tag, Name::new(ctor)))
            })
        };
        let (yes, g1) = branch(m, c, "isTrue")?;
        let (no, g2) = branch(m, not_c, "isFalse")?;
        let elim = st.const_(Name::new("Decidable.casesOn"), &[level]);
        m.mctx.assign(g, st.apps(elim, &[c, motive, inst, no, yes]));
        Ok(vec![g1, g2])
    })
}

/// Reduces every `if` and `decide` whose instance is `decided`, a constructor.
fn reduce_decided(m: &Meta, e: Expr, decided: Expr) -> Expr {
    let st = &m.st;
    let yes = st.head_const(decided).is_some_and(|n| n.last_str() == "isTrue");
    let proof = match st.node(decided) {
        Node::App(_, h) => h,
        _ => return e,
    };
    st.replace(e, |t, depth| {
        let n = st.head_const(t)?;
        let is_if = n == *known::ITE || n == *known::DITE;
        if !is_if && n != *known::DECIDABLE_DECIDE {
            return None;
        }
        let (_, args) = st.unapp(t);
        if !is_if {
            let b = if yes { *known::BOOL_TRUE } else { *known::BOOL_FALSE };
            return (args.len() == 2 && args[1] == decided).then(|| st.const_(b, &[]));
        }
        if args.len() < 5 || args[2] != decided {
            return None;
        }
        let branch = if yes { args[3] } else { args[4] };
        let branch = reduce_decided(m, branch, decided);
        let r = if n == *known::DITE { st.beta(branch, &[st.lift(proof, 0, depth)]) } else { branch };
        Some(st.beta(r, &args[5..]))
    })
}

/// Splits a `match` by using its auxiliary function as the eliminator: one goal an alternative, with equations between
/// scrutinees and patterns, which are then solved where a scrutinee is a variable. `None` when alternatives overlap.
fn split_match(m: &mut Meta, g: MVarId, e: Expr) -> Result<Option<Goals>> {
    let st = m.st.clone();
    let made = in_goal(m, g, |m, goal| {
        let (h, args) = st.unapp(e);
        let Some((n, _)) = st.as_const(h) else { return Ok(None) };
        let Some(info) = m.env.ext.matchers.get(&n).cloned() else { return Ok(None) };
        let first = info.num_params + 1;
        let last = first + info.num_discrs;
        let discrs = &args[first..last];
        // The target with the match application as a function of its scrutinees: `fun xs => d = x → … → T[match xs]`.
        let outer = m.lctx.clone();
        let head = st.apps(h, &args[..first]);
        let head_ty = m.infer(head)?;
        let motive = m.scoped(|m| -> Result<Option<Expr>> {
            let (xs, _) = m.open_pis(head_ty, Some(info.num_discrs))?;
            if xs.len() != info.num_discrs {
                return Ok(None);
            }
            let mut eqs = Vec::new();
            for (x, d) in xs.iter().zip(discrs) {
                let (tx, td) = (m.infer(*x)?, m.infer(*d)?);
                let same = m.st.alpha_eq(tx, td) || m.is_def_eq(tx, td)?;
                eqs.push(if same { m.mk_eq_in(td, *d, *x)? } else { m.mk_heq(*d, *x)? });
            }
            let target = replace_discrs(m, goal.target, head, discrs, &xs);
            let body = eqs.iter().rev().fold(target, |t, e| st.arrow(*e, t));
            Ok(Some(m.mk_lambda(&xs, body)?))
        })?;
        let Some(motive) = motive else { return Ok(None) };
        let mut given: Vec<Option<Expr>> = args[..info.num_params].iter().map(|a| Some(*a)).collect();
        given.push(Some(motive));
        given.extend(discrs.iter().map(|d| Some(*d)));
        let mut proof = m.mk_app_opt(n, &given)?;
        let mut ty = m.infer(proof)?;
        let mut goals = Vec::new();
        for (i, arity) in info.alt_arity.iter().enumerate() {
            if !matches!(st.node(ty), Node::Pi(..)) {
                ty = m.whnf(ty)?;
            }
            let Node::Pi(_, dom, rest) = st.node(ty) else { return Ok(None) };
            let tag = case_tag(goal.tag, Name::anon().str(&format!("h_{}", i + 1)));
            let alt = m.with_lctx(outer.clone(), |m| -> Result<Option<(Expr, MVarId)>> {
                let mut xs: Vec<Expr> = Vec::new();
                let mut t = dom;
                for _ in 0..(*arity).max(1) {
                    let Node::Pi(b, d, body) = st.node(t) else { return Ok(None) };
                    xs.push(m.push_local(inaccessible(b.name), d, b.info));
                    t = st.instantiate1(body, xs[xs.len() - 1]);
                }
                let t = st.head_beta(t);
                let Some(t) = reduce_exactly(m, t, n)? else { return Ok(None) };
                Ok(Some(lambda_goal(m, &outer, &xs, t, tag)?))
            })?;
            let Some((term, goal)) = alt else { return Ok(None) };
            proof = st.app(proof, term);
            goals.push(goal);
            ty = st.instantiate1(rest, term);
        }
        for d in discrs {
            let refl = m.mk_eq_refl(*d)?;
            proof = st.app(proof, refl);
        }
        m.mctx.assign(g, proof);
        Ok(Some((goals, discrs.to_vec())))
    })?;
    let Some((goals, discrs)) = made else { return Ok(None) };
    let mut out = Vec::new();
    let name = inaccessible(Name::new("heq"));
    for goal in goals {
        let (eqs, mut goal) = intro_n(m, goal, discrs.len(), |_, _| name)?;
        let variables: Vec<FVarId> = eqs
            .iter()
            .zip(&discrs)
            .filter(|(_, d)| matches!(st.node(**d), Node::FVar(_)))
            .map(|(e, _)| *e)
            .collect();
        if !variables.is_empty() {
            match m.attempt(|m| unify_eqs(m, goal, &variables).map(Some))? {
                Some(Some((_, g))) => goal = g,
                Some(None) => continue,
                None => {}
            }
        }
        out.push(goal);
    }
    Ok(Some(out))
}

/// Replaces the scrutinees `discrs` of applications of `head` (a match auxiliary with parameters and motive) by `xs`.
fn replace_discrs(m: &Meta, e: Expr, head: Expr, discrs: &[Expr], xs: &[Expr]) -> Expr {
    let st = &m.st;
    let full = st.apps(head, discrs);
    let new = st.apps(head, xs);
    let key = st.alpha(full);
    st.replace(e, |t, _| (st.alpha(t) == key).then_some(new))
}

/// Reduces the applications of match auxiliary `n` in `e` on constructor patterns; `None` when one is stuck.
fn reduce_exactly(m: &mut Meta, e: Expr, n: Name) -> Result<Option<Expr>> {
    let (r, stuck) = reduce_matches(m, e, Some(n))?;
    Ok((!stuck).then_some(r))
}

/// Reduces applications of match auxiliaries (only `n` if given) in `e` as far as they go. The flag says whether one of `n`
/// remained.
fn reduce_matches(m: &mut Meta, e: Expr, n: Option<Name>) -> Result<(Expr, bool)> {
    let st = m.st.clone();
    let mut failure = None;
    let mut stuck = false;
    let r = st.replace(e, |t, _| {
        if failure.is_some() {
            return Some(t);
        }
        let c = st.head_const(t)?;
        let info = m.env.ext.matchers.get(&c)?;
        if n.is_some_and(|n| n != c) || st.loose(t) > 0 {
            return None;
        }
        let needed = info.num_params + 1 + info.num_discrs + info.patterns.len();
        if st.app_arity(t) < needed {
            return None;
        }
        match m.reduce_matcher(t) {
            Ok(Some(r)) => {
                let r = st.head_beta(r);
                match turnstile_kernel::with_stack(|| reduce_matches(m, r, n)) {
                    Ok((r, s)) => {
                        stuck |= s;
                        Some(r)
                    }
                    Err(e) => {
                        failure = Some(e);
                        Some(t)
                    }
                }
            }
            Ok(None) => {
                stuck |= n == Some(c);
                None
            }
            Err(e) => {
                failure = Some(e);
                Some(t)
            }
        }
    });
    match failure {
        Some(e) => Err(e),
        None => Ok((r, stuck)),
    }
}

/// Splits a `match` with overlapping alternatives by case distinctions on what it is stuck at, until it reduces.
fn split_match_by_cases(m: &mut Meta, g: MVarId, e: Expr) -> Result<Goals> {
    let Some(d) = in_goal(m, g, |m, _| stuck_at(m, e))? else {
        return Err(in_goal(m, g, |m, _| Ok(tactic_error(m, "split", g, "the `match` cannot be split")))?);
    };
    let auxiliary = m.st.head_const(e);
    let eq = (!matches!(m.st.node(d), Node::FVar(_))).then(|| inaccessible(Name::new("heq")));
    let cases = cases_term(m, g, d, eq, &crate::eliminate::unnamed)?;
    let mut out = Vec::with_capacity(cases.len());
    for c in cases {
        let t = crate::goal::target(m, c.goal)?;
        let (t2, _) = in_goal(m, c.goal, |m, _| reduce_matches(m, t, None))?;
        let goal = if t2 == t { c.goal } else { retype(m, c.goal, t2)? };
        // The same `match` may look further into what was found.
        let again = in_goal(m, goal, |m, _| {
            let mut found = None;
            preorder(m, t2, &mut |t| {
                if m.st.head_const(t) == auxiliary && matches!(candidate(m, t), Some(Candidate::Match(_))) {
                    found = Some(t);
                }
                found.is_some()
            });
            match found {
                Some(t) => Ok(stuck_at(m, t)?.is_some_and(|x| x != d).then_some(t)),
                None => Ok(None),
            }
        })?;
        match again {
            Some(t) => match m.attempt(|m| split_match_by_cases(m, goal, t).map(Some))? {
                Some(more) => out.extend(more),
                None => out.push(goal),
            },
            None => out.push(goal),
        }
    }
    Ok(out)
}

/// How a pattern compares to a term.
enum Fit {
    Yes,
    No,
    Stuck(Expr),
}

/// The term that decides which alternative of the match application `e` is taken.
fn stuck_at(m: &mut Meta, e: Expr) -> Result<Option<Expr>> {
    let (h, args) = m.st.unapp(e);
    let Some((n, _)) = m.st.as_const(h) else { return Ok(None) };
    let Some(info) = m.env.ext.matchers.get(&n).cloned() else { return Ok(None) };
    let first = info.num_params + 1;
    let Some(discrs) = args.get(first..first + info.num_discrs) else { return Ok(None) };
    'alternatives: for pats in &info.patterns {
        for (p, d) in pats.iter().zip(discrs) {
            match fit(m, *p, *d)? {
                Fit::Yes => {}
                Fit::No => continue 'alternatives,
                Fit::Stuck(t) => return Ok(Some(t)),
            }
        }
        return Ok(None);
    }
    Ok(None)
}

fn fit(m: &mut Meta, pattern: Expr, e: Expr) -> Result<Fit> {
    let Some(p) = ctor_view_of_pattern(m, pattern) else { return Ok(Fit::Yes) };
    let Some(v) = ctor_view(m, e)? else { return Ok(Fit::Stuck(e)) };
    if p.ctor != v.ctor {
        return Ok(Fit::No);
    }
    for (x, y) in p.fields.iter().zip(&v.fields) {
        match fit(m, *x, *y)? {
            Fit::Yes => {}
            other => return Ok(other),
        }
    }
    Ok(Fit::Yes)
}

/// Whether `e` is an `if` or a `match` somewhere inside, so that [`split`] has something to do.
#[must_use]
pub fn can_split(m: &Meta, e: Expr) -> bool {
    find(m, e).is_some()
}
