//! Structural recursion of several functions at once, and on mutual and nested types, by the group's `brecOn`.
//!
//! Each function recurses on one argument; the types of these arguments are types of one group of recursors. The motive of a
//! type is the product of the functions that recurse on it.

use super::rewrite::CallRewriter;
use super::structural::RecursiveFunction;
use crate::env::Transparency;
use crate::error::{Error, Result};
use crate::inductive::{FamilyApp, GroupMotive};
use crate::meta::Meta;
use rustc_hash::FxHashMap;
use turnstile_kernel::{BinderInfo, Expr, FVarId, Level, Name, Node, with_stack};

/// The argument that one function of the group recurses on.
#[derive(Clone)]
struct Role {
    /// Its position.
    position: usize,
    /// Which motive its type belongs to.
    motive: usize,
    /// The positions of the indices of its type.
    indices: Vec<usize>,
}

/// A choice of arguments.
struct Plan<'a> {
    fs: &'a [RecursiveFunction],
    group: Vec<GroupMotive>,
    family: FamilyApp,
    roles: Vec<Role>,
    /// So many leading arguments are the same in every call.
    fixed: usize,
}

/// The most choices of arguments that are tried.
const MAX_PLANS: usize = 64;

impl Plan<'_> {
    /// The arguments of function `i` that the recursion generalises over.
    fn others(&self, i: usize) -> Vec<usize> {
        let r = &self.roles[i];
        (self.fixed..self.fs[i].args.len()).filter(|p| *p != r.position && !r.indices.contains(p)).collect()
    }

    /// The functions that recurse on the type of motive `k`.
    fn members(&self, k: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.fs.len()).filter(move |i| self.roles[*i].motive == k)
    }
}

impl Meta {
    /// The bodies of `fs` without recursive calls, by structural recursion of the whole group, and the positions that it
    /// runs on; `None` when there is no such recursion.
    pub(crate) fn compile_structural_group(
        &mut self,
        fs: &[RecursiveFunction],
        wanted: &[Option<usize>],
    ) -> Result<Option<(Vec<Expr>, Vec<usize>)>> {
        let prefix = self.fixed_prefix(fs)?;
        let mut mains: Vec<(Name, FamilyApp)> = Vec::new();
        for x in fs.iter().flat_map(|f| &f.args) {
            let ty = self.infer(*x)?;
            let Some(fam) = self.as_family(ty)? else { continue };
            let Some(first) = fam.info.all.first().copied() else { continue };
            if fam.info.is_rec && !mains.iter().any(|m| m.0 == first && m.1.params == fam.params) {
                mains.push((first, fam));
            }
        }
        let mut tried = 0;
        // Types with a larger group first: `List T` is found as a part of `T`.
        mains.sort_by_key(|(n, _)| std::cmp::Reverse(self.recursor_group(*n).len()));
        for (first, family) in mains {
            let group = self.recursor_group(first);
            if group.iter().any(|g| !self.env.contains(g.name("brecOn"))) {
                continue;
            }
            let mut choices: Vec<Vec<Role>> = vec![vec![]];
            for (f, wanted) in fs.iter().zip(wanted) {
                let roles = self.roles(f, *wanted, &group, &family)?;
                choices = choices
                    .into_iter()
                    .flat_map(|c| {
                        roles.iter().map(move |r| {
                            let mut c = c.clone();
                            c.push(r.clone());
                            c
                        })
                    })
                    .take(MAX_PLANS)
                    .collect();
            }
            for roles in choices {
                if roles.is_empty() || tried >= MAX_PLANS {
                    continue;
                }
                tried += 1;
                let used = roles.iter().flat_map(|r| r.indices.iter().copied().chain([r.position])).min();
                let fixed = prefix.min(used.unwrap_or(prefix));
                let positions: Vec<usize> = roles.iter().map(|r| r.position).collect();
                let plan = Plan { fs, group: group.clone(), family: family.clone(), roles, fixed };
                if let Some(v) = self.attempt(|m| m.scoped(|m| m.recurse_together(&plan)))? {
                    return Ok(Some((v, positions)));
                }
            }
        }
        Ok(None)
    }

    /// How many leading arguments of `fs` are the same in every call of one of them by one of them.
    pub(super) fn fixed_prefix(&mut self, fs: &[RecursiveFunction]) -> Result<usize> {
        let mut fixed = fs.iter().map(|f| f.args.len()).min().unwrap_or(0);
        for caller in fs {
            for callee in fs {
                for c in self.calls_of(callee.f, caller.body) {
                    let same =
                        c.iter().zip(&caller.args).take_while(|(a, x)| self.eta_reduce(**a) == **x).count();
                    fixed = fixed.min(same);
                }
            }
        }
        // The types must agree, too.
        for f in &fs[1..] {
            for i in 0..fixed {
                let map = self.prefix_map(f, &fs[0], i)?;
                let (a, b) = (self.infer(f.args[i])?, self.infer(fs[0].args[i])?);
                let a = self.st.replace_fvars(self.instantiate(a), &map);
                if !self.is_def_eq(a, b)? {
                    fixed = i;
                    break;
                }
            }
        }
        Ok(fixed)
    }

    /// Sends the first `n` arguments of `f` to those of `to`.
    pub(super) fn prefix_map(
        &self,
        f: &RecursiveFunction,
        to: &RecursiveFunction,
        n: usize,
    ) -> Result<FxHashMap<FVarId, Expr>> {
        f.args[..n].iter().zip(&to.args).map(|(a, b)| Ok((self.fvar_id(*a)?, *b))).collect()
    }

    /// The arguments of `f` whose type is one of the group.
    fn roles(
        &mut self,
        f: &RecursiveFunction,
        wanted: Option<usize>,
        group: &[GroupMotive],
        family: &FamilyApp,
    ) -> Result<Vec<Role>> {
        let mut out = Vec::new();
        for position in 0..f.args.len() {
            if wanted.is_some_and(|w| w != position) {
                continue;
            }
            let ty = self.infer(f.args[position])?;
            for (motive, g) in group.iter().enumerate() {
                let Some(rec) = self.recursor_val(g.name("rec")) else { continue };
                let found = self.attempt(|m| {
                    // The type of the major premise, with its indices to be found.
                    let elim = m.st.l_one();
                    let levels: Vec<Level> =
                        std::iter::once(elim).chain(family.levels.iter().copied()).collect();
                    let t = m.st.instantiate_levels(rec.cval.ty, &rec.cval.level_params, &levels);
                    let t = m.instantiate_pis(t, &family.params)?;
                    let (holes, rest) =
                        m.open_holes(t, Some(rec.num_motives + rec.num_minors + rec.num_indices))?;
                    let Node::Pi(_, major, _) = m.st.node(rest) else { return Ok(None) };
                    if !m.is_def_eq(major, ty)? {
                        return Ok(None);
                    }
                    let first = holes.len() - rec.num_indices;
                    let mut indices = Vec::new();
                    for (h, _) in &holes[first..] {
                        let v = m.instantiate(*h);
                        match f.args.iter().position(|a| *a == v) {
                            Some(p) if p != position && !indices.contains(&p) => indices.push(p),
                            _ => return Ok(None),
                        }
                    }
                    Ok(Some(indices))
                })?;
                if let Some(indices) = found {
                    out.push(Role { position, motive, indices });
                    break;
                }
            }
        }
        Ok(out)
    }

    /// The argument lists of the calls of `f` in `e`.
    pub(super) fn calls_of(&self, f: FVarId, e: Expr) -> Vec<Vec<Expr>> {
        let st = &self.st;
        let mut out = Vec::new();
        let mut seen = rustc_hash::FxHashSet::default();
        let mut todo = vec![e];
        while let Some(e) = todo.pop() {
            if !st.has_fvar(e) || !seen.insert(e) {
                continue;
            }
            match st.node(e) {
                Node::FVar(id) if id == f => out.push(vec![]),
                Node::App(..) => {
                    let (h, args) = st.unapp(e);
                    if st.node(h) == Node::FVar(f) {
                        out.push(args.clone());
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
        out
    }

    fn recurse_together(&mut self, plan: &Plan<'_>) -> Result<Option<Vec<Expr>>> {
        let fs = plan.fs;
        // All functions in terms of the first one's fixed arguments.
        let mut args: Vec<Vec<Expr>> = Vec::new();
        let mut bodies: Vec<Expr> = Vec::new();
        for f in fs {
            let map = self.prefix_map(f, &fs[0], plan.fixed)?;
            let mut own = fs[0].args[..plan.fixed].to_vec();
            let mut map = map;
            own.extend(self.copy_locals(&f.args[plan.fixed..], &mut map)?);
            bodies.push(self.st.replace_fvars(self.instantiate(f.body), &map));
            args.push(own);
        }
        // What each function is, as a function of its indices and its recursive argument.
        let mut results: Vec<Expr> = Vec::new();
        let mut levels: Vec<Level> = Vec::new();
        for (i, body) in bodies.iter().enumerate() {
            let others: Vec<Expr> = plan.others(i).iter().map(|p| args[i][*p]).collect();
            let ty = self.infer(*body)?;
            let ty = self.instantiate(ty);
            let ty = self.mk_pi(&others, ty)?;
            levels.push(self.sort_of(ty)?);
            results.push(ty);
        }
        let single = (0..plan.group.len()).all(|k| plan.members(k).count() <= 1)
            && levels.iter().all(|l| turnstile_kernel::level::level_eq(&self.st, *l, levels[0]));
        let elim =
            if single { levels[0] } else { levels.iter().fold(self.st.l_one(), |a, l| self.mk_max(a, *l)) };
        let (info, params) = (&plan.family.info, &plan.family.params);
        let rec_levels: Vec<Level> =
            std::iter::once(elim).chain(plan.family.levels.iter().copied()).collect();
        let Some(first_rec) = self.recursor_val(plan.group[0].name("rec")) else { return Ok(None) };
        if first_rec.cval.level_params.len() != rec_levels.len() || info.is_reflexive {
            return Ok(None);
        }
        let rec_ty = self.st.instantiate_levels(first_rec.cval.ty, &first_rec.cval.level_params, &rec_levels);
        let mut motive_tys = Vec::new();
        let mut t = self.instantiate_pis(rec_ty, params)?;
        for _ in 0..plan.group.len() {
            let Node::Pi(_, d, b) = self.st.node(t) else { return Ok(None) };
            motive_tys.push(d);
            // Motives do not depend on each other.
            t = b;
        }
        let unit = self.st.const_(Name::new("PUnit"), &[elim]);
        let unit_value = self.st.const_(Name::new("PUnit.unit"), &[elim]);
        let mut motives = Vec::new();
        let mut stand_ins = Vec::new();
        for (k, ty) in motive_tys.iter().enumerate() {
            let motive = self.scoped(|m| {
                let (ys, _) = m.open_pis(*ty, None)?;
                let mut parts = Vec::new();
                for i in plan.members(k) {
                    let map = role_map(m, &plan.roles[i], &args[i], &ys)?;
                    parts.push(m.st.replace_fvars(results[i], &map));
                }
                let body = m.product(&parts, (!single).then_some(unit))?.unwrap_or(unit);
                m.mk_lambda(&ys, body)
            })?;
            motives.push(motive);
            stand_ins.push(self.push_local(Name::new(&format!("C_{}", k + 1)), *ty, BinderInfo::Default));
        }
        let belows: Vec<Expr> = plan
            .group
            .iter()
            .map(|g| {
                let c = self.st.const_(g.name("below"), &rec_levels);
                self.st.apps(self.st.apps(c, params), &stand_ins)
            })
            .collect();
        let mut steps = Vec::new();
        for (k, ty) in motive_tys.iter().enumerate() {
            let step = self.scoped(|m| {
                let (ys, _) = m.open_pis(*ty, None)?;
                let below_ty = m.st.apps(belows[k], &ys);
                let b = m.push_local(Name::new("f"), below_ty, BinderInfo::Default);
                let mut values = Vec::new();
                for i in plan.members(k) {
                    let v = m.scoped(|m| {
                        let mut map = role_map(m, &plan.roles[i], &args[i], &ys)?;
                        let rest: Vec<Expr> = plan.others(i).iter().map(|p| args[i][*p]).collect();
                        let rest = m.copy_locals(&rest, &mut map)?;
                        let mut body = m.st.replace_fvars(bodies[i], &map);
                        let ids: Vec<FVarId> = fs.iter().map(|f| f.f).collect();
                        let mut resolve = |m: &mut Meta, j: usize, below: Option<Expr>, call: &[Expr]| {
                            m.resolve_in_group(plan, j, below, call, &stand_ins, !single)
                        };
                        body = CallRewriter::new(ids.clone(), &mut resolve).rewrite(m, body, Some(b))?;
                        if ids.iter().any(|f| m.occurs(body, *f)) {
                            return Err(Error::msg("a recursive call is not below the argument"));
                        }
                        m.mk_lambda(&rest, body)
                    })?;
                    values.push(v);
                }
                let value = match (values.len(), single) {
                    (0, _) => unit_value,
                    (1, true) => values[0],
                    _ => {
                        values.push(unit_value);
                        let mut types = Vec::new();
                        for i in plan.members(k) {
                            let map = role_map(m, &plan.roles[i], &args[i], &ys)?;
                            types.push(m.st.replace_fvars(results[i], &map));
                        }
                        m.tuple(&types, unit, &values)?
                    }
                };
                m.mk_lambda(&[&ys[..], &[b]].concat(), value)
            })?;
            steps.push(step);
        }
        let map: FxHashMap<FVarId, Expr> = stand_ins
            .iter()
            .zip(&motives)
            .map(|(s, v)| Ok((self.fvar_id(*s)?, *v)))
            .collect::<Result<_>>()?;
        let steps: Vec<Expr> = steps.iter().map(|s| self.st.replace_fvars(*s, &map)).collect();
        let mut out = Vec::new();
        for (i, f) in fs.iter().enumerate() {
            let r = &plan.roles[i];
            let head = self.st.const_(plan.group[r.motive].name("brecOn"), &rec_levels);
            let mut e = self.st.apps(self.st.apps(head, params), &motives);
            let targets: Vec<Expr> = r.indices.iter().chain([&r.position]).map(|p| args[i][*p]).collect();
            e = self.st.apps(self.st.apps(e, &targets), &steps);
            if !single {
                let place = plan.members(r.motive).position(|j| j == i).unwrap_or(0);
                e = self.component(e, place);
            }
            let others: Vec<Expr> = plan.others(i).iter().map(|p| args[i][*p]).collect();
            let e = self.st.apps(e, &others);
            let back = args[i].iter().zip(&f.args).map(|(a, x)| Ok((self.fvar_id(*a)?, *x)));
            let back: FxHashMap<FVarId, Expr> = back.collect::<Result<_>>()?;
            out.push(self.st.replace_fvars(e, &back));
        }
        Ok(Some(out))
    }

    /// Copies of the variables `xs` with their types changed by `map`, which is extended. The originals stay.
    pub(super) fn copy_locals(
        &mut self,
        xs: &[Expr],
        map: &mut FxHashMap<FVarId, Expr>,
    ) -> Result<Vec<Expr>> {
        let mut out = Vec::new();
        for x in xs {
            let id = self.fvar_id(*x)?;
            let d = self.local_decl(id)?;
            let ty = self.st.replace_fvars(self.instantiate(d.ty), map);
            let y = self.push_local(d.name, ty, d.info);
            map.insert(id, y);
            out.push(y);
        }
        Ok(out)
    }

    /// `A × B × … × last` in `PProd`.
    fn product(&mut self, parts: &[Expr], last: Option<Expr>) -> Result<Option<Expr>> {
        let mut acc = last;
        for p in parts.iter().rev() {
            acc = Some(match acc {
                None => *p,
                Some(a) => self.pprod(*p, a)?,
            });
        }
        Ok(acc)
    }

    fn pprod(&mut self, a: Expr, b: Expr) -> Result<Expr> {
        let (u, v) = (self.sort_of(a)?, self.sort_of(b)?);
        Ok(self.st.apps(self.st.const_(Name::new("PProd"), &[u, v]), &[a, b]))
    }

    /// `⟨v₁, …, vₙ⟩` in the product of `types` and `last`.
    fn tuple(&mut self, types: &[Expr], last: Expr, values: &[Expr]) -> Result<Expr> {
        let Some((v, rest)) = values.split_first() else { return Err(Error::msg("internal: empty tuple")) };
        let Some((t, types)) = types.split_first() else { return Ok(*v) };
        let tail = self.tuple(types, last, rest)?;
        let Some(tail_ty) = self.product(types, Some(last))? else { return Ok(tail) };
        let (u, w) = (self.sort_of(*t)?, self.sort_of(tail_ty)?);
        Ok(self.st.apps(self.st.const_(Name::new("PProd.mk"), &[u, w]), &[*t, tail_ty, *v, tail]))
    }

    /// The component `i` of a tuple that ends in a unit.
    fn component(&self, e: Expr, i: usize) -> Expr {
        let tail = (0..i).fold(e, |e, _| self.st.proj(Name::new("PProd"), 1, e));
        self.st.proj(Name::new("PProd"), 0, tail)
    }

    /// The value of a call of function `j`, found among the values below.
    fn resolve_in_group(
        &mut self,
        plan: &Plan<'_>,
        j: usize,
        below: Option<Expr>,
        call: &[Expr],
        stand_ins: &[Expr],
        products: bool,
    ) -> Result<Option<Expr>> {
        let (role, f) = (&plan.roles[j], &plan.fs[j]);
        let Some(b) = below else { return Ok(None) };
        let needed = role.indices.iter().chain([&role.position]).max().map_or(0, |p| p + 1);
        if call.len() < needed {
            return Ok(None);
        }
        let others = plan.others(j);
        // A call with fewer arguments is a function of the others only if those come last.
        if call.len() < f.args.len() && others.iter().any(|p| *p < needed && *p >= call.len()) {
            return Ok(None);
        }
        let wanted: Vec<Expr> = role.indices.iter().chain([&role.position]).map(|p| call[*p]).collect();
        let ty = self.infer(b)?;
        let Some(v) = self.find_value(b, ty, stand_ins[role.motive], &wanted)? else { return Ok(None) };
        let v = match products {
            true => self.component(v, plan.members(role.motive).position(|i| i == j).unwrap_or(0)),
            false => v,
        };
        let rest: Vec<Expr> = others.iter().filter_map(|p| call.get(*p).copied()).collect();
        let extra: Vec<Expr> = call.get(f.args.len()..).unwrap_or(&[]).to_vec();
        Ok(Some(self.st.apps(self.st.apps(v, &rest), &extra)))
    }

    /// The part of `b : ty`, a product of values below some argument, that is `motive wanted`.
    pub(super) fn find_value(
        &mut self,
        b: Expr,
        ty: Expr,
        motive: Expr,
        wanted: &[Expr],
    ) -> Result<Option<Expr>> {
        if self.st.app_fn(ty) == motive {
            let args = self.st.unapp(ty).1;
            if args.len() != wanted.len() {
                return Ok(None);
            }
            // The last argument decides first: indices follow from it.
            for (a, w) in args.iter().zip(wanted).rev() {
                if !self.is_def_eq(*a, *w)? {
                    return Ok(None);
                }
            }
            return Ok(Some(b));
        }
        let w = self.with_transparency(Transparency::All, |m| m.whnf(ty))?;
        if self.st.app_fn(w) == motive && w != ty {
            return self.find_value(b, w, motive, wanted);
        }
        let Some(parts) = self.st.app_of(w, "PProd", 2) else { return Ok(None) };
        for (i, part) in parts.iter().enumerate() {
            let p = self.st.proj(Name::new("PProd"), i as u32, b);
            if let Some(v) = with_stack(|| self.find_value(p, *part, motive, wanted))? {
                return Ok(Some(v));
            }
        }
        Ok(None)
    }
}

/// Sends the indices and the recursive argument of a function to `ys`.
fn role_map(m: &Meta, r: &Role, args: &[Expr], ys: &[Expr]) -> Result<FxHashMap<FVarId, Expr>> {
    r.indices.iter().chain([&r.position]).zip(ys).map(|(p, y)| Ok((m.fvar_id(args[*p])?, *y))).collect()
}
