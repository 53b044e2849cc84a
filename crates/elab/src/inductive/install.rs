//! From elaborated headers and constructors to a declaration for the kernel: universes, parameters, section variables.

use crate::elab::Elab;
use crate::error::{Piece, Result};
use crate::meta::Meta;
use rustc_hash::FxHashMap;
use turnstile_kernel::{
    BinderInfo, Constructor, Declaration, Expr, FVarId, InductiveType, Level, LevelNode, Name, Node,
};
use turnstile_syntax::Span;

/// A constructor: its full name and its type over the parameters.
pub(crate) struct CtorDraft {
    pub name: Name,
    pub ty: Expr,
    pub span: Span,
}

/// One type of a group: its local stand-in, its type over the parameters, and its constructors.
pub(crate) struct TypeDraft {
    pub name: Name,
    /// The local variable that stands for the type former; it takes the parameters as arguments.
    pub local: Expr,
    /// Its type after the parameters.
    pub ty: Expr,
    pub ctors: Vec<CtorDraft>,
}

/// A group of types, elaborated.
pub(crate) struct Draft {
    /// Section variables; the ones that are used become parameters.
    pub vars: Vec<Expr>,
    pub params: Vec<Expr>,
    pub types: Vec<TypeDraft>,
    /// Whether the universe of the types was left open.
    pub infer_universe: bool,
    /// Universe names given with the declaration.
    pub explicit_levels: Vec<Name>,
    pub span: Span,
}

/// What was declared.
pub(crate) struct Installed {
    pub level_params: Vec<Name>,
    /// Section variables that became parameters.
    pub used_vars: Vec<Expr>,
    pub num_params: usize,
}

impl Elab {
    /// Hands `d` to the kernel and makes the auxiliary constructions.
    pub(crate) fn install_inductive(&mut self, mut d: Draft) -> Result<Installed> {
        for t in &mut d.types {
            t.ty = self.m.instantiate(t.ty);
            for c in &mut t.ctors {
                c.ty = self.m.instantiate(c.ty);
            }
        }
        if d.infer_universe {
            self.infer_result_universe(&d)?;
        }
        let used_vars = self.used_by_draft(&d)?;
        let all_params = [&used_vars[..], &d.params].concat();
        // Close the types first: their level holes become universe parameters.
        let mut closed: Vec<(Expr, Vec<Expr>)> = Vec::new();
        for t in &d.types {
            let ty = self.m.mk_pi(&all_params, t.ty)?;
            closed.push((ty, vec![]));
        }
        for x in &all_params {
            let id = self.m.fvar_id(*x)?;
            if self.m.local_decl(id)?.info == BinderInfo::Default {
                self.m.set_binder_infos(&[*x], BinderInfo::Implicit);
            }
        }
        for (t, out) in d.types.iter().zip(&mut closed) {
            for c in &t.ctors {
                out.1.push(self.m.mk_pi(&all_params, c.ty)?);
            }
        }
        let exprs: Vec<Expr> =
            closed.iter().flat_map(|(t, cs)| std::iter::once(*t).chain(cs.iter().copied())).collect();
        self.generalize_levels(&exprs);
        for (t, cs) in &mut closed {
            *t = self.m.instantiate(*t);
            for c in cs {
                *c = self.m.instantiate(*c);
            }
        }
        let exprs: Vec<Expr> =
            closed.iter().flat_map(|(t, cs)| std::iter::once(*t).chain(cs.iter().copied())).collect();
        let level_params = self.sorted_level_params(&d.explicit_levels, &exprs, d.span)?;
        let levels: Vec<Level> = level_params.iter().map(|n| self.m.st.l_param(*n)).collect();
        // The local stand-ins become constants; section variables are passed on where they were implicit before.
        let num_vars = used_vars.len();
        let mut stand_in: FxHashMap<FVarId, Name> = FxHashMap::default();
        for t in &d.types {
            stand_in.insert(self.m.fvar_id(t.local)?, t.name);
        }
        for (_, cs) in &mut closed {
            for c in cs {
                *c = replace_stand_ins(&self.m, *c, &stand_in, &levels, num_vars);
            }
        }
        for ((t, cs), td) in closed.iter().zip(&d.types) {
            self.check_no_holes(*t, d.span)?;
            for (c, cd) in cs.iter().zip(&td.ctors) {
                self.check_no_holes(*c, cd.span)?;
            }
        }
        let mut num_params = all_params.len();
        while self.index_is_parameter(&d, &closed, num_params)? {
            num_params += 1;
        }
        let types: Vec<InductiveType> = d
            .types
            .iter()
            .zip(&closed)
            .map(|(t, (ty, cs))| InductiveType {
                name: t.name,
                ty: *ty,
                ctors: t.ctors.iter().zip(cs).map(|(c, ty)| Constructor { name: c.name, ty: *ty }).collect(),
            })
            .collect();
        let decl = Declaration::Inductive { level_params: level_params.clone().into(), num_params, types };
        self.m.env.add_decl(&self.m.st, &decl)?;
        let names: Vec<Name> = d.types.iter().map(|t| t.name).collect();
        self.m.add_inductive_constructions(&names)?;
        for n in names {
            self.m.complete_constructions(n)?;
        }
        Ok(Installed { level_params, used_vars, num_params })
    }

    /// Sets the universe of the types to the least one that holds all fields and is not `Prop`.
    fn infer_result_universe(&mut self, d: &Draft) -> Result<()> {
        let mut result: Vec<Level> = Vec::new();
        for t in &d.types {
            let l = self.m.scoped(|m| {
                let (_, s) = m.open_pis(t.ty, None)?;
                match m.st.node(s) {
                    Node::Sort(l) => Ok(Some(m.instantiate_level(l))),
                    _ => Ok::<_, crate::Error>(None),
                }
            })?;
            let Some(l) = l else {
                return Err(self.text_error(d.span, "invalid inductive type, resultant type is not a sort"));
            };
            result.push(l);
        }
        for l in &result[1..] {
            self.m.level_def_eq(result[0], *l);
        }
        let target = self.m.instantiate_level(result[0]);
        let LevelNode::MVar(hole) = self.m.st.level(strip_successors(&self.m, target).0) else {
            return Ok(());
        };
        let offset = strip_successors(&self.m, target).1;
        let mut bound = self.m.st.l_zero();
        for t in &d.types {
            for c in &t.ctors {
                let levels = self.m.scoped(|m| {
                    let (xs, _) = m.open_pis(c.ty, None)?;
                    let mut ls = Vec::new();
                    for x in &xs {
                        let ty = m.infer(*x)?;
                        ls.push(m.sort_of(ty)?);
                    }
                    Ok::<_, crate::Error>(ls)
                })?;
                for l in levels {
                    let l = self.m.normalize_level(l);
                    let l = self.without_hole(l, hole);
                    bound = self.m.mk_max(bound, l);
                }
            }
        }
        // Universe holes of fields are chosen before the bound mentions them.
        for _ in 0..offset {
            bound = match self.m.st.level(bound) {
                LevelNode::Succ(l) => l,
                LevelNode::Zero => bound,
                _ => self.predecessor(bound),
            };
        }
        if offset == 0 && !self.m.level_never_zero(bound) {
            let one = self.m.st.l_one();
            bound = self.m.mk_max(one, bound);
        }
        // `max (u+1) (v+1)` reads better as `(max u v) + 1`: a universe of types.
        let pred = self.predecessor(bound);
        let up = self.m.st.l_succ(pred);
        if turnstile_kernel::level::level_eq(&self.m.st, up, bound) {
            bound = up;
        }
        self.m.mctx.assign_level(hole, bound);
        Ok(())
    }

    /// `l - 1` where every part of a maximum allows it, else `l`.
    fn predecessor(&self, l: Level) -> Level {
        match self.m.st.level(l) {
            LevelNode::Succ(a) => a,
            LevelNode::Max(a, b) => {
                let (a, b) = (self.predecessor(a), self.predecessor(b));
                self.m.mk_max(a, b)
            }
            _ => l,
        }
    }

    /// What `l` asks of the universe `h` beside `h` itself, which a recursive field asks for.
    fn without_hole(&self, l: Level, h: turnstile_kernel::LMVarId) -> Level {
        match self.m.st.level(l) {
            LevelNode::MVar(m) if m == h => self.m.st.l_zero(),
            LevelNode::Succ(_) if strip_successors(&self.m, l).0 == self.m.st.l_mvar(h) => self.m.st.l_zero(),
            LevelNode::Max(a, b) => self.m.mk_max(self.without_hole(a, h), self.without_hole(b, h)),
            LevelNode::IMax(a, b) => {
                let (a, c) = (self.without_hole(a, h), self.without_hole(b, h));
                // The result of a function into the type itself is no proposition.
                if c == b { self.m.mk_imax(a, c) } else { self.m.mk_max(a, c) }
            }
            _ => l,
        }
    }

    /// The section variables the group mentions, with what their types mention.
    fn used_by_draft(&mut self, d: &Draft) -> Result<Vec<Expr>> {
        let mut es: Vec<Expr> = Vec::new();
        for p in &d.params {
            es.push(self.m.infer(*p)?);
        }
        for t in &d.types {
            es.push(t.ty);
            es.extend(t.ctors.iter().map(|c| c.ty));
        }
        let used = self.m.free_variables(&es);
        Ok(d.vars.iter().copied().filter(|v| used.contains(v)).collect())
    }

    /// Whether the index at position `n` of all types is the same variable throughout every constructor, so that it may
    /// be a parameter.
    fn index_is_parameter(&mut self, d: &Draft, closed: &[(Expr, Vec<Expr>)], n: usize) -> Result<bool> {
        if closed.len() != 1 {
            return Ok(false);
        }
        let name = d.types[0].name;
        let ty = closed[0].0;
        self.m.scoped(|m| {
            let (ps, rest) = m.open_pis(ty, Some(n))?;
            let Node::Pi(_, dom, _) = m.st.node(rest) else { return Ok(false) };
            for c in &closed[0].1 {
                let body = m.instantiate_pis(*c, &ps)?;
                let Node::Pi(_, cdom, cbody) = m.st.node(body) else { return Ok(false) };
                if !m.st.alpha_eq(dom, cdom) {
                    return Ok(false);
                }
                let fixed = m.scoped(|m| {
                    let x = m.push_local(Name::new("x"), cdom, BinderInfo::Default);
                    let body = m.st.instantiate1(cbody, x);
                    let mut ok = true;
                    m.st.any_subterm(body, |t| {
                        if m.st.head_const(t) == Some(name) && m.st.app_arity(t) == n + 1 {
                            ok &= m.st.unapp(t).1[n] == x;
                        }
                        false
                    });
                    // Every occurrence must have the argument.
                    ok && !bare_occurrence(m, body, name, n + 1)
                });
                if !fixed {
                    return Ok(false);
                }
            }
            Ok::<_, crate::Error>(!closed[0].1.is_empty())
        })
    }

    /// An error for a header that is not what a kind of type needs.
    pub(crate) fn not_a_type_former(&self, span: Span, ty: Expr) -> crate::Error {
        self.error_at(
            span,
            vec![
                Piece::Text("invalid inductive type, resultant type is not a sort\n  ".into()),
                Piece::Expr(ty),
            ],
        )
    }
}

/// Whether `name` occurs in `e` with fewer than `arity` arguments.
fn bare_occurrence(m: &Meta, e: Expr, name: Name, arity: usize) -> bool {
    let mut todo = vec![e];
    while let Some(e) = todo.pop() {
        match m.st.node(e) {
            Node::Const(n, _) if n == name => return arity > 0,
            Node::App(..) => {
                let (h, args) = m.st.unapp(e);
                if m.st.as_const(h).is_some_and(|c| c.0 == name) {
                    if args.len() < arity {
                        return true;
                    }
                } else {
                    todo.push(h);
                }
                todo.extend(args);
            }
            Node::Lam(_, t, b) | Node::Pi(_, t, b) => todo.extend([t, b]),
            Node::Let(_, t, v, b) => todo.extend([t, v, b]),
            Node::Proj(_, _, x) => todo.push(x),
            _ => {}
        }
    }
    false
}

fn strip_successors(m: &Meta, mut l: Level) -> (Level, u32) {
    let mut k = 0;
    while let LevelNode::Succ(a) = m.st.level(l) {
        l = a;
        k += 1;
    }
    (l, k)
}

/// Replaces local stand-ins by constants. `c` begins with `num_vars` binders for section variables, which the constants
/// take as their first arguments.
fn replace_stand_ins(
    m: &Meta,
    c: Expr,
    map: &FxHashMap<FVarId, Name>,
    levels: &[Level],
    num_vars: usize,
) -> Expr {
    let st = &m.st;
    st.replace(c, |e, depth| {
        if !st.has_fvar(e) {
            return Some(e);
        }
        match st.node(e) {
            Node::FVar(id) => map.get(&id).map(|n| {
                let vars: Vec<Expr> = (0..num_vars as u32).map(|i| st.bvar(depth - 1 - i)).collect();
                st.apps(st.const_(*n, levels), &vars)
            }),
            _ => None,
        }
    })
}
