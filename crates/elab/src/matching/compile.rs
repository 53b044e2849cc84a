//! Compilation of rows of patterns to a tree of case distinctions.
//!
//! Rows are tried from the first, patterns from the left, and a variable is split only when a pattern of the first row
//! that is left asks for it. So the tree evaluates exactly as the rows read, and the leaves, written as equations,
//! hold by computation.

use super::equations::Refinement;
use super::pattern::Pat;
use crate::error::{Error, Piece, Result};
use crate::meta::Meta;
use rustc_hash::FxHashMap;
use std::collections::VecDeque;
use turnstile_kernel::{BinderInfo, Expr, FVarId, Name, Node, with_stack};

/// An alternative on its way through the tree.
#[derive(Clone)]
pub(crate) struct Row {
    /// Which alternative.
    pub alt: usize,
    /// What is left to match, leftmost first.
    pub todo: VecDeque<(Pat, Expr)>,
    /// What the pattern variables stand for.
    pub bound: FxHashMap<FVarId, Expr>,
}

/// A place where an alternative was selected.
pub(crate) struct Leaf<'a> {
    /// Which alternative.
    pub alt: usize,
    /// What its variables stand for.
    pub bound: &'a FxHashMap<FVarId, Expr>,
    /// The matched values, refined.
    pub values: &'a [Expr],
    /// Whether only constructors were tested on the way: then the leaf, read as an equation, holds by computation.
    pub exact: bool,
}

/// Builds the term of a leaf.
pub(crate) type LeafContinuation<'a> = dyn FnMut(&mut Meta, Leaf<'_>) -> Result<Expr> + 'a;

/// The compiler and what it found out.
pub(crate) struct Compiler<'a> {
    leaf: &'a mut LeafContinuation<'a>,
    /// Which alternatives were selected somewhere.
    used: Vec<bool>,
    /// Values that no row matches.
    missing: Vec<Vec<Expr>>,
}

/// The values of a position in the tree.
#[derive(Clone)]
struct Position {
    values: Vec<Expr>,
    rows: VecDeque<Row>,
    /// Literals a variable is known to differ from.
    distinct: Vec<(Expr, Expr)>,
}

enum Step {
    /// The row matches.
    Matched,
    /// The row cannot match.
    Failed,
    /// This variable must be split into constructors.
    Split(FVarId),
    /// This variable must be compared with a literal.
    Compare(Expr, Expr),
}

/// What a compilation answers besides the term.
pub(crate) struct Coverage {
    /// Alternatives that are never selected.
    pub redundant: Vec<usize>,
    /// Values that are not covered.
    pub missing: Vec<Vec<Expr>>,
}

/// The most uncovered cases that are collected.
const MAX_MISSING: usize = 8;

impl Meta {
    /// A term of type `goal` that matches `values` against `rows` of patterns; `leaf` builds the leaves.
    pub(crate) fn compile_rows(
        &mut self,
        goal: Expr,
        values: &[Expr],
        rows: Vec<Row>,
        num_alts: usize,
        leaf: &mut LeafContinuation<'_>,
    ) -> Result<(Expr, Coverage)> {
        let mut c = Compiler { leaf, used: vec![false; num_alts], missing: Vec::new() };
        let p = Position { values: values.to_vec(), rows: rows.into(), distinct: Vec::new() };
        let e = c.compile(self, goal, p)?;
        let redundant = (0..num_alts).filter(|i| !c.used[*i]).collect();
        Ok((e, Coverage { redundant, missing: c.missing }))
    }
}

impl Compiler<'_> {
    fn compile(&mut self, m: &mut Meta, goal: Expr, mut p: Position) -> Result<Expr> {
        m.tick()?;
        loop {
            let Some(row) = p.rows.front_mut() else { return self.uncovered(m, goal, &p) };
            match advance(m, row, &p.distinct)? {
                Step::Failed => {
                    p.rows.pop_front();
                }
                Step::Matched => {
                    self.used[row.alt] = true;
                    let exact = p.distinct.is_empty();
                    let leaf = Leaf { alt: row.alt, bound: &row.bound, values: &p.values, exact };
                    return (self.leaf)(m, leaf);
                }
                Step::Split(x) => {
                    return with_stack(|| {
                        m.eliminate(x, goal, &mut |m, _, _, goal, r| {
                            let next = p.refined(m, r);
                            self.compile(m, goal, next)
                        })
                    });
                }
                Step::Compare(x, lit) => return with_stack(|| self.compare(m, goal, p, x, lit)),
            }
        }
    }

    /// `if x = lit then … else …`
    fn compare(&mut self, m: &mut Meta, goal: Expr, p: Position, x: Expr, lit: Expr) -> Result<Expr> {
        let c = m.mk_eq(x, lit)?;
        let not_c = m.st.app(m.st.const0("Not"), c);
        let dec = m.st.app(m.st.const0("Decidable"), c);
        let Some(inst) = m.synth_instance(dec)? else {
            return Err(m.failed_to_synthesize(dec));
        };
        let then = m.scoped(|m| {
            let h = m.push_local(Name::anon().str("h").num(0), c, BinderInfo::Default);
            let body = m.solve_equations(goal, vec![h], &mut |m, goal, r| {
                let next = p.refined(m, r);
                self.compile(m, goal, next)
            })?;
            m.mk_lambda(&[h], body)
        })?;
        let els = m.scoped(|m| {
            let h = m.push_local(Name::anon().str("h").num(1), not_c, BinderInfo::Default);
            let mut next = p.clone();
            next.distinct.push((x, lit));
            let body = self.compile(m, goal, next)?;
            m.mk_lambda(&[h], body)
        })?;
        let v = m.sort_of(goal)?;
        Ok(m.st.apps(m.st.const_(Name::new("dite"), &[v]), &[goal, c, inst, then, els]))
    }

    /// No row is left: the case must be impossible.
    fn uncovered(&mut self, m: &mut Meta, goal: Expr, p: &Position) -> Result<Expr> {
        if let Some(e) = contradiction(m, goal, 2)? {
            return Ok(e);
        }
        if self.missing.len() < MAX_MISSING {
            self.missing.push(p.values.clone());
        }
        // The caller reports the missing cases; the term is not used.
        Ok(m.st.prop())
    }
}

impl Position {
    fn refined(&self, m: &Meta, r: &Refinement) -> Position {
        let up = |e: Expr| r.apply(&m.st, e);
        Position {
            values: self.values.iter().map(|v| up(*v)).collect(),
            rows: self
                .rows
                .iter()
                .map(|row| Row {
                    alt: row.alt,
                    todo: row.todo.iter().map(|(p, v)| (p.clone(), up(*v))).collect(),
                    bound: row.bound.iter().map(|(x, v)| (*x, up(*v))).collect(),
                })
                .collect(),
            distinct: self.distinct.iter().map(|(x, l)| (up(*x), *l)).collect(),
        }
    }
}

/// Matches as much of the row as can be decided.
fn advance(m: &mut Meta, row: &mut Row, distinct: &[(Expr, Expr)]) -> Result<Step> {
    while let Some((p, v)) = row.todo.pop_front() {
        match p {
            Pat::Any => {}
            Pat::Var(x) => {
                row.bound.insert(x, v);
            }
            Pat::As(x, inner) => {
                row.bound.insert(x, v);
                row.todo.push_front((*inner, v));
            }
            Pat::Lit(lit) => {
                if let Some(same) = m.same_literal(lit, v) {
                    if !same {
                        return Ok(Step::Failed);
                    }
                    continue;
                }
                if (m.as_ctor(v).is_some() || m.is_small_numeral(lit))
                    && let Some(p) = m.unary(lit)
                {
                    row.todo.push_front((p, v));
                    continue;
                }
                if distinct.iter().any(|(x, l)| m.st.alpha_eq(*x, v) && m.st.alpha_eq(*l, lit)) {
                    return Ok(Step::Failed);
                }
                if matches!(m.st.node(v), Node::FVar(_)) {
                    row.todo.push_front((Pat::Lit(lit), v));
                    return Ok(Step::Compare(v, lit));
                }
                return Err(m.error_at_term("dependent elimination failed: cannot match on", v));
            }
            Pat::Ctor(c, fields) => {
                let v = if matches!(m.st.node(v), Node::FVar(_)) || m.as_ctor(v).is_some() {
                    v
                } else {
                    m.whnf(v)?
                };
                if let Node::FVar(x) = m.st.node(v) {
                    row.todo.push_front((Pat::Ctor(c, fields), v));
                    return Ok(Step::Split(x));
                }
                let Some((c2, args)) = m.as_ctor(v) else {
                    return Err(m.error_at_term("dependent elimination failed: cannot match on", v));
                };
                if c != c2 {
                    return Ok(Step::Failed);
                }
                let given = args.len() - fields.len();
                for (p, a) in fields.into_iter().zip(args[given..].iter().copied()).rev() {
                    row.todo.push_front((p, a));
                }
            }
        }
    }
    Ok(Step::Matched)
}

/// Nested eliminations that the search for a contradiction may make.
const CONTRADICTION_DEPTH: usize = 40;

/// A term of type `goal` from a hypothesis of the context that has no possible value. `structures` says how many layers
/// of structures are opened to find one.
fn contradiction(m: &mut Meta, goal: Expr, structures: usize) -> Result<Option<Expr>> {
    let candidates: Vec<FVarId> = m.lctx.iter().rev().map(|d| d.id).collect();
    if m.is_prop(goal)? || !m.env.contains(Name::new("False.rec")) {
        return contradiction_in(m, goal, &candidates, structures, CONTRADICTION_DEPTH);
    }
    // Most propositions can be taken apart only to prove one.
    let absurd = m.st.const0("False");
    let Some(proof) = contradiction_in(m, absurd, &candidates, structures, CONTRADICTION_DEPTH)? else {
        return contradiction_in(m, goal, &candidates, structures, CONTRADICTION_DEPTH);
    };
    let v = m.sort_of(goal)?;
    let motive = m.scoped(|m| {
        let x = m.push_local(Name::new("t"), absurd, BinderInfo::Default);
        m.mk_lambda(&[x], goal)
    })?;
    Ok(Some(m.st.apps(m.st.const_(Name::new("False.rec"), &[v]), &[motive, proof])))
}

fn contradiction_in(
    m: &mut Meta,
    goal: Expr,
    candidates: &[FVarId],
    structures: usize,
    depth: usize,
) -> Result<Option<Expr>> {
    for x in candidates {
        let Some(d) = m.lctx.get(*x).filter(|d| !d.is_aux).cloned() else { continue };
        let Some(fam) = m.as_family(d.ty)? else { continue };
        let structure = fam.info.ctors.len() == 1 && !fam.info.is_rec && fam.indices.is_empty();
        // A proof of `a ≤ 3` has fields of the same kind with smaller indices.
        let smaller = fam.info.is_rec && fam.indices.iter().any(|i| m.nat_literal(*i).is_some());
        if !fam.info.ctors.is_empty() && fam.indices.is_empty() && (!structure || structures == 0) {
            continue;
        }
        let found = m.attempt(|m| {
            let e = m.eliminate(*x, goal, &mut |m, _, fields, goal, _| {
                let fields: Vec<FVarId> = fields.iter().rev().filter_map(|f| m.fvar_id(*f).ok()).collect();
                let structures = if structure { structures - 1 } else { structures };
                if depth > 0
                    && (structure || smaller)
                    && let Some(e) = contradiction_in(m, goal, &fields, structures, depth - 1)?
                {
                    return Ok(e);
                }
                Err(Error::msg("possible"))
            })?;
            Ok(Some(e))
        })?;
        if found.is_some() {
            return Ok(found);
        }
    }
    Ok(None)
}

/// The message for values that no alternative covers.
pub(crate) fn missing_cases_error(m: &Meta, missing: &[Vec<Expr>]) -> Error {
    let mut pieces = vec![Piece::Text("Missing cases:".into())];
    let hole = m.st.const0("_");
    for values in missing {
        for (i, v) in values.iter().enumerate() {
            pieces.push(Piece::Text(if i == 0 { "\n".into() } else { ", ".into() }));
            let shown =
                m.st.replace(m.instantiate(*v), |t, _| matches!(m.st.node(t), Node::FVar(_)).then_some(hole));
            pieces.push(Piece::Expr(shown));
        }
    }
    m.error(pieces)
}
