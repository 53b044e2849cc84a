//! `rcases`, `obtain`, `rintro`: taking hypotheses apart by patterns.

use crate::eliminate::cases;
use crate::goal::{Goals, goal_decl, in_goal, inaccessible, tactic_error};
use crate::injection::{as_family, field_count};
use crate::intro::intro_n;
use crate::revert::{rename, try_clear_many};
use crate::subst::{FVarMap, subst};
use crate::unify_eqs::{moved, unify_eqs};
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, ConstantInfo, Expr, FVarId, MVarId, Name, Node};

/// A pattern.
#[derive(Clone, Debug, PartialEq)]
pub enum Pat {
    /// `h`: keep it under this name.
    Name(Name),
    /// `_`: keep it without an accessible name.
    Hole,
    /// `-`: clear it.
    Clear,
    /// `rfl`: an equation, used to replace a variable.
    Rfl,
    /// `⟨a, b⟩`
    Tuple(Vec<Pat>),
    /// `a | b`
    Alts(Vec<Pat>),
    /// `p : T`; the number is the caller's for the type `T`.
    Typed(Box<Pat>, usize),
    /// `@p`: the pattern lists implicit arguments too.
    Explicit(Box<Pat>),
}

/// What rcases needs beside [`Meta`]: the meaning of types written in patterns, which may mention earlier names.
pub trait Host {
    /// The state.
    fn meta(&mut self) -> &mut Meta;
    /// Restates hypothesis `h` of `g` with type number `ty`.
    ///
    /// # Errors
    /// When the type is wrong.
    fn change_type(&mut self, g: MVarId, h: FVarId, ty: usize) -> Result<MVarId>;
}

impl Host for Meta {
    fn meta(&mut self) -> &mut Meta {
        self
    }
    fn change_type(&mut self, g: MVarId, _: FVarId, _: usize) -> Result<MVarId> {
        Ok(g)
    }
}

/// What is left to do on one goal: values with their patterns, and hypotheses to clear at the end.
#[derive(Clone)]
struct Work {
    todo: Vec<(Expr, Pat)>,
    clear: Vec<FVarId>,
}

impl Work {
    fn follow(&mut self, m: &Meta, map: &FVarMap) {
        for (e, _) in &mut self.todo {
            *e = m.st.replace_fvars(*e, map);
        }
        self.clear = self.clear.iter().filter_map(|h| moved(m, map, *h)).collect();
    }
}

/// Takes apart the values `es`, hypotheses or terms, by their patterns.
///
/// # Errors
/// When a pattern does not fit.
pub fn rcases(host: &mut impl Host, g: MVarId, es: &[(Expr, Pat)]) -> Result<Goals> {
    let mut out = Vec::new();
    let mut g = g;
    let mut todo = Vec::new();
    for (e, p) in es {
        let m = host.meta();
        let (h, next, map) = as_hypothesis(m, g, *e, p)?;
        g = next;
        for (x, _) in &mut todo {
            *x = m.st.replace_fvars(*x, &map);
        }
        todo.push((m.st.fvar(h), p.clone()));
    }
    run(host, g, Work { todo, clear: vec![] }, &mut out)?;
    Ok(out)
}

/// Introduces a binder for each pattern and takes it apart.
///
/// # Errors
/// When there are too few binders or a pattern does not fit.
pub fn rintro(host: &mut impl Host, g: MVarId, pats: &[Pat]) -> Result<Goals> {
    let mut goals = vec![g];
    for p in pats {
        let mut next = Vec::new();
        for g in goals {
            let m = host.meta();
            let name = pattern_name(p);
            let (xs, h) = intro_n(m, g, 1, |_, n| name.unwrap_or_else(|| inaccessible(n)))?;
            let Some(x) = xs.first() else {
                return Err(in_goal(m, h, |m, _| {
                    Ok(tactic_error(
                        m,
                        "introN",
                        h,
                        "There are no additional binders or `let` bindings in the goal to introduce",
                    ))
                })?);
            };
            let todo = vec![(m.st.fvar(*x), p.clone())];
            run(host, h, Work { todo, clear: vec![] }, &mut next)?;
        }
        goals = next;
    }
    Ok(goals)
}

fn pattern_name(p: &Pat) -> Option<Name> {
    match p {
        Pat::Name(n) => Some(*n),
        Pat::Typed(p, _) | Pat::Explicit(p) => pattern_name(p),
        _ => None,
    }
}

/// Makes a hypothesis of `e`.
fn as_hypothesis(m: &mut Meta, g: MVarId, e: Expr, p: &Pat) -> Result<(FVarId, MVarId, FVarMap)> {
    if let Node::FVar(h) = m.st.node(e)
        && in_goal(m, g, |m, _| Ok(m.lctx.get(h).is_some_and(|d| d.value.is_none())))?
    {
        return Ok((h, g, FVarMap::default()));
    }
    let (ty, proof) = in_goal(m, g, |m, _| {
        let t = m.infer(e)?;
        Ok((m.instantiate(t), m.is_proof(e)?))
    })?;
    let name = pattern_name(p).unwrap_or_else(|| inaccessible(Name::new("x")));
    if proof {
        let (h, g) = crate::assert::note(m, g, name, ty, e)?;
        return Ok((h, g, FVarMap::default()));
    }
    let (xs, g2) = crate::generalize::generalize(m, g, &[(e, name, None)])?;
    match xs.first() {
        Some(x) => Ok((*x, g2, FVarMap::default())),
        None => Err(turnstile_elab::Error::msg("internal: nothing generalized")),
    }
}

fn run(host: &mut impl Host, g: MVarId, mut work: Work, out: &mut Goals) -> Result<()> {
    let mut g = g;
    while !work.todo.is_empty() {
        let (e, pat) = work.todo.remove(0);
        let m = host.meta();
        let Node::FVar(h) = m.st.node(e) else { continue };
        match pat {
            Pat::Hole => {}
            Pat::Name(n) => {
                let current = goal_decl(m, g)?.lctx.get(h).map(|d| d.name);
                if current != Some(n) {
                    g = rename(m, g, h, n)?;
                }
            }
            Pat::Clear => work.clear.push(h),
            Pat::Explicit(p) if !matches!(*p, Pat::Tuple(_) | Pat::Alts(_)) => work.todo.insert(0, (e, *p)),
            Pat::Typed(p, ty) => {
                g = host.change_type(g, h, ty)?;
                work.todo.insert(0, (e, *p));
            }
            Pat::Rfl => match use_equation(m, g, h)? {
                None => return Ok(()),
                Some((map, next)) => {
                    g = next;
                    work.follow(host.meta(), &map);
                }
            },
            Pat::Explicit(_) | Pat::Tuple(_) | Pat::Alts(_) => {
                return take_apart(host, g, h, &pat, &work, out);
            }
        }
    }
    let m = host.meta();
    g = try_clear_many(m, g, &work.clear)?;
    out.push(g);
    Ok(())
}

fn use_equation(m: &mut Meta, g: MVarId, h: FVarId) -> Result<Option<(FVarMap, MVarId)>> {
    if let Some(r) = m.attempt(|m| subst(m, g, h).map(Some))? {
        return Ok(Some(r));
    }
    unify_eqs(m, g, &[h])
}

/// Case distinction on `h`, the patterns of each constructor's arguments first in what is left to do.
fn take_apart(
    host: &mut impl Host,
    g: MVarId,
    h: FVarId,
    pat: &Pat,
    work: &Work,
    out: &mut Goals,
) -> Result<()> {
    let m = host.meta();
    let (explicit, pat) = match pat {
        Pat::Explicit(p) => (true, &**p),
        p => (false, p),
    };
    let family = in_goal(m, g, |m, _| {
        let d = m.local_decl(h)?;
        as_family(m, d.ty)
    })?;
    let Some(family) = family else {
        // A tuple of one pattern around something that cannot be taken apart is that pattern.
        if let Pat::Tuple(ps) | Pat::Alts(ps) = pat
            && let [p] = ps.as_slice()
        {
            let mut work = work.clone();
            work.todo.insert(0, (m.st.fvar(h), p.clone()));
            return run(host, g, work, out);
        }
        return Err(in_goal(m, g, |m, _| {
            Ok(tactic_error(m, "rcases", g, "the value is not of an inductive type"))
        })?);
    };
    let ctors = family.ind.ctors.clone();
    let alts = per_constructor(pat, ctors.len());
    let cs = cases(m, g, h, &crate::eliminate::unnamed)?;
    for c in cs {
        let m = host.meta();
        let i = ctors.iter().position(|x| *x == c.ctor).unwrap_or(0);
        let pats = field_patterns(m, c.ctor, &alts[i], explicit);
        let mut next = work.clone();
        next.follow(m, &c.map);
        let mut todo: Vec<(Expr, Pat)> = c.fields.iter().copied().zip(pats).collect();
        todo.append(&mut next.todo);
        next.todo = todo;
        run(host, c.goal, next, out)?;
    }
    Ok(())
}

/// The pattern for each of `n` constructors: alternatives in order, the last constructor getting what is left.
fn per_constructor(pat: &Pat, n: usize) -> Vec<Pat> {
    let list: Vec<Pat> = match pat {
        Pat::Alts(ps) => ps.clone(),
        p => vec![p.clone()],
    };
    (0..n)
        .map(|i| {
            if i + 1 == n && list.len() > n {
                Pat::Alts(list[i..].to_vec())
            } else {
                list.get(i).cloned().unwrap_or(Pat::Hole)
            }
        })
        .collect()
}

/// The patterns for the fields of constructor `c`: implicit ones are passed over, the last explicit one gets what is left
/// of the tuple.
fn field_patterns(m: &Meta, c: Name, pat: &Pat, explicit: bool) -> Vec<Pat> {
    let n = field_count(m, c);
    let infos = ctor_field_infos(m, c, n).unwrap_or_else(|| vec![BinderInfo::Default; n]);
    let list: Vec<Pat> = match pat {
        Pat::Tuple(ps) => ps.clone(),
        Pat::Hole => vec![],
        p => vec![p.clone()],
    };
    let named: Vec<usize> = (0..n).filter(|i| explicit || infos[*i] == BinderInfo::Default).collect();
    let mut out = vec![Pat::Hole; n];
    for (k, i) in named.iter().enumerate() {
        out[*i] = if k + 1 == named.len() && list.len() > named.len() {
            Pat::Tuple(list[k..].to_vec())
        } else {
            list.get(k).cloned().unwrap_or(Pat::Hole)
        };
    }
    out
}

/// How constructor `c` binds its `n` arguments after the parameters; `None` when `c` is no constructor.
pub(crate) fn ctor_field_infos(m: &Meta, c: Name, n: usize) -> Option<Vec<BinderInfo>> {
    let info = m.env.get(c)?;
    if !matches!(&**info, ConstantInfo::Constructor(_)) {
        return None;
    }
    let mut infos = Vec::new();
    let mut t = info.ty();
    while let Node::Pi(b, _, body) = m.st.node(t) {
        infos.push(b.info);
        t = body;
    }
    let start = infos.len().checked_sub(n)?;
    Some(infos.split_off(start))
}
