//! `mutual … end` with definitions and theorems: all headers first, then all bodies, then groups that call each other.

use super::definition::{BodySource, DefOutcome, Working};
use crate::elab::{Elab, SynthMode};
use crate::env::Reducibility;
use crate::error::{Piece, Result};
use crate::meta::LocalContext;
use crate::recursion::{EquationSource, InductionMember, Member, Recursion, RecursiveFunction};
use crate::term::ident_name;
use rustc_hash::FxHashMap;
use turnstile_kernel::{ConstantVal, Declaration, Expr, FVarId, Level, Name, ReducibilityHint};
use turnstile_syntax::{DefKeyword, Definition};

/// A function of the block, elaborated.
struct Function<'a> {
    d: &'a Definition,
    name: Name,
    f: FVarId,
    /// What its header binds.
    zs: Vec<Expr>,
    ty: Expr,
    /// Its arguments after the header.
    args: Vec<Expr>,
    source: BodySource,
}

impl Elab {
    /// Elaborates the definitions of a mutual block and adds them.
    ///
    /// # Errors
    /// When one of them is wrong; then none is added.
    pub(crate) fn elab_mutual(&mut self, ds: &[&Definition], outs: &mut [DefOutcome]) -> Result<()> {
        for (d, out) in ds.iter().zip(outs.iter_mut()) {
            let ok = matches!(
                d.keyword,
                DefKeyword::Def | DefKeyword::Abbrev | DefKeyword::Theorem | DefKeyword::Instance
            );
            let Some(id) = d.name.as_ref().filter(|_| ok) else {
                return Err(self.unsupported(d.keyword_span, "a declaration of this kind in a mutual block"));
            };
            if d.modifiers.partial || d.modifiers.is_unsafe {
                return Err(
                    self.unsupported(d.keyword_span, "a partial or unsafe definition in a mutual block")
                );
            }
            out.name = self.constant_name(&id.name, &d.modifiers);
            self.check_new(out.name).map_err(|e| e.at(id.name.span))?;
            for l in id.levels.iter().flatten().map(ident_name) {
                if !self.level_names.contains(&l) {
                    self.level_names.push(l);
                }
            }
        }
        let explicit_levels = self.level_names.clone();
        let vars = self.push_variables()?;
        let mut headers: Vec<(Expr, usize)> = Vec::new();
        for (d, out) in ds.iter().zip(outs.iter()) {
            headers.push(self.mutual_header(d, out.name)?);
        }
        let mut stand_ins: Vec<FVarId> = Vec::new();
        for ((former, _), out) in headers.iter().zip(outs.iter()) {
            let f = self.push_aux(out.name, *former);
            stand_ins.push(self.m.fvar_id(f)?);
        }
        let base = self.m.lctx.clone();
        let mut merged = base.clone();
        let mut working = Vec::new();
        for (i, d) in ds.iter().enumerate() {
            self.m.lctx = base.clone();
            let (zs, ty) = self.m.open_pis(headers[i].0, Some(headers[i].1))?;
            self.decl_name = outs[i].name;
            let span = d.name.as_ref().map_or(d.keyword_span, |n| n.name.span);
            let w = Working { d, vars: &vars, zs, ty, explicit_levels: explicit_levels.clone(), span };
            let value = self
                .in_namespace_of(outs[i].name, |e| e.elab_value_of(&w, stand_ins[i]))
                .map_err(|e| e.at(span))?;
            for l in self.m.lctx.iter() {
                merged.insert((**l).clone());
            }
            working.push((w, value));
        }
        self.m.lctx = merged;
        // The section variables that any of them mentions, for all of them.
        let mut es: Vec<Expr> = Vec::new();
        for (w, value) in &working {
            es.push(w.ty);
            for z in &w.zs {
                es.push(self.m.infer(*z)?);
            }
            es.extend(value.terms());
        }
        let mentioned = self.m.free_variables(&es);
        let used: Vec<Expr> = vars.iter().copied().filter(|v| mentioned.contains(v)).collect();
        self.generalize_levels(&es);
        let mut functions: Vec<Function<'_>> = Vec::new();
        for (i, (w, value)) in working.into_iter().enumerate() {
            self.decl_name = outs[i].name;
            let all = [&used[..], &w.zs].concat();
            let ty = self.m.instantiate(w.ty);
            let calls = |e: &Elab, v: Expr| stand_ins.iter().any(|f| e.m.occurs(v, *f));
            let (args, source) = self.open_value(ty, value, calls, &all, w.span)?;
            functions.push(Function {
                d: ds[i],
                name: outs[i].name,
                f: stand_ins[i],
                zs: w.zs,
                ty,
                args,
                source,
            });
        }
        let mut closed_types = Vec::new();
        for f in &functions {
            let all = [&used[..], &f.zs].concat();
            let t = self.m.mk_pi(&all, f.ty)?;
            self.check_no_holes(t, f.d.header_span)?;
            closed_types.push(self.m.instantiate(t));
        }
        let mut es = closed_types.clone();
        es.extend(functions.iter().map(|f| f.source.term));
        let span = ds[0].keyword_span;
        let level_params = self.sorted_level_params(&explicit_levels, &es, span)?;
        let levels: Vec<Level> = level_params.iter().map(|n| self.m.st.l_param(*n)).collect();
        for (out, ty) in outs.iter_mut().zip(&closed_types) {
            out.level_params.clone_from(&level_params);
            out.statement = Some(*ty);
            out.header = used.len();
        }
        let mut constants: FxHashMap<FVarId, Expr> = FxHashMap::default();
        let mut left: Vec<usize> = (0..functions.len()).collect();
        while !left.is_empty() {
            let group = self.next_group(&functions, &left);
            left.retain(|i| !group.contains(i));
            for i in &group {
                functions[*i].source.replace(self, &constants);
            }
            self.add_group(&functions, &group, &used, &level_params, outs)?;
            for i in &group {
                let c = self.m.st.apps(self.m.st.const_(functions[*i].name, &levels), &used);
                constants.insert(functions[*i].f, c);
            }
        }
        self.m.lctx = LocalContext::default();
        Ok(())
    }

    /// The type of a function, its header's parameters bound, and how many these are.
    fn mutual_header(&mut self, d: &Definition, name: Name) -> Result<(Expr, usize)> {
        let lctx = self.m.lctx.clone();
        self.decl_name = name;
        let r = self.in_namespace_of(name, |e| {
            e.with_auto_bound(|e, autos| {
                let xs = e.push_binders(&d.binders)?;
                let ty = match &d.ty {
                    Some(t) => e.elab_type(t)?,
                    None => e.type_hole(d.header_span),
                };
                let mode = if d.ty.is_some() { SynthMode::Final } else { SynthMode::Partial };
                let zs = [autos, &xs].concat();
                e.without_auto_bound(|e| {
                    e.synthesize(mode)?;
                    let zs = e.generalize_types(autos, zs)?;
                    let former = e.m.mk_pi(&zs, ty)?;
                    Ok((e.m.instantiate(former), zs.len()))
                })
            })
        });
        self.m.lctx = lctx;
        r
    }

    /// The functions to define next: those that call each other, and none of the others that are left.
    fn next_group(&self, functions: &[Function<'_>], left: &[usize]) -> Vec<usize> {
        let calls = |i: usize, j: usize| self.m.occurs(functions[i].source.term, functions[j].f);
        let reach = |from: usize| {
            let mut seen = vec![from];
            let mut k = 0;
            while let Some(i) = seen.get(k).copied() {
                k += 1;
                for j in left {
                    if !seen.contains(j) && calls(i, *j) {
                        seen.push(*j);
                    }
                }
            }
            seen
        };
        let mut best: Vec<usize> = left.to_vec();
        for i in left {
            let mut r = reach(*i);
            r.sort_unstable();
            if r.len() < best.len() {
                best = r;
            }
        }
        best
    }

    fn add_group(
        &mut self,
        functions: &[Function<'_>],
        group: &[usize],
        used: &[Expr],
        level_params: &[Name],
        outs: &mut [DefOutcome],
    ) -> Result<()> {
        let recursive = group
            .iter()
            .any(|i| group.iter().any(|j| self.m.occurs(functions[*i].source.term, functions[*j].f)));
        let (bodies, recursion) = if recursive {
            let members: Vec<Member<'_>> = group
                .iter()
                .map(|i| {
                    let g = &functions[*i];
                    Member {
                        rf: RecursiveFunction {
                            f: g.f,
                            args: [&g.zs[..], &g.args].concat(),
                            body: g.source.term,
                        },
                        name: g.name,
                        header: g.zs.len(),
                        termination: &g.d.termination,
                        span: g.d.name.as_ref().map_or(g.d.keyword_span, |n| n.name.span),
                    }
                })
                .collect();
            let (b, r) = self.compile_recursion(&members)?;
            (b, Some(r))
        } else {
            (group.iter().map(|i| functions[*i].source.term).collect(), None)
        };
        for (i, body) in group.iter().zip(&bodies) {
            let g = &functions[*i];
            let all = [used, &g.zs[..], &g.args].concat();
            let value = self.m.mk_lambda(&all, *body)?;
            self.close_levels_by_zero(value);
            let value = self.m.instantiate(value);
            let Some(ty) = outs[*i].statement else { continue };
            let cval = ConstantVal { name: g.name, level_params: level_params.into(), ty };
            let theorem = g.d.keyword == DefKeyword::Theorem;
            if theorem && !self.m.is_prop(ty)? {
                let text = format!("type of theorem '{}' is not a proposition\n  ", g.name);
                return Err(self.error_at(g.d.header_span, vec![Piece::Text(text), Piece::Expr(ty)]));
            }
            let decl = match g.d.keyword {
                DefKeyword::Theorem => Declaration::Theorem(cval, value),
                DefKeyword::Abbrev => Declaration::Definition(cval, value, ReducibilityHint::Abbrev),
                _ => Declaration::Definition(cval, value, ReducibilityHint::Regular(0)),
            };
            self.m.env.add_decl(&self.m.st, &decl)?;
            outs[*i].added = true;
            let reducibility = match (g.d.keyword, &recursion) {
                (DefKeyword::Theorem, _) => None,
                (_, Some(Recursion::WellFounded)) => Some(Reducibility::Irreducible),
                (DefKeyword::Abbrev, _) => Some(Reducibility::Reducible),
                (DefKeyword::Instance, _) => Some(Reducibility::Instance),
                _ => None,
            };
            if let Some(r) = reducibility {
                self.m.env.ext.reducibility.insert(g.name, r);
            }
        }
        let names: Vec<(FVarId, Name)> =
            group.iter().map(|i| (functions[*i].f, functions[*i].name)).collect();
        for (k, i) in group.iter().enumerate() {
            let g = &functions[*i];
            if g.d.keyword == DefKeyword::Theorem {
                continue;
            }
            self.decl_name = g.name;
            let params = [used, &g.zs[..]].concat();
            let position = match &recursion {
                Some(Recursion::Structural(p)) => p.get(k).map(|p| used.len() + p),
                _ => None,
            };
            self.add_equations(&EquationSource {
                name: g.name,
                level_params,
                num_vars: used.len(),
                group: &names,
                params: &params,
                args: &g.args,
                position,
                recursion: recursion.as_ref(),
                body: &g.source,
            })?;
        }
        if group.iter().any(|i| functions[*i].d.keyword == DefKeyword::Theorem) {
            return Ok(());
        }
        let params: Vec<Vec<Expr>> = group.iter().map(|i| [used, &functions[*i].zs[..]].concat()).collect();
        let members: Vec<InductionMember<'_>> = group
            .iter()
            .zip(&params)
            .map(|(i, params)| {
                let g = &functions[*i];
                InductionMember {
                    f: g.f,
                    name: g.name,
                    params,
                    args: &g.args,
                    body: &g.source,
                    termination: &g.d.termination,
                    span: g.d.keyword_span,
                }
            })
            .collect();
        self.add_functional_induction(&members, level_params, used.len(), recursion.as_ref())
    }
}

impl BodySource {
    /// Replaces functions by what they became.
    fn replace(&mut self, e: &Elab, map: &FxHashMap<FVarId, Expr>) {
        if map.is_empty() {
            return;
        }
        let go = |t: Expr| e.m.st.replace_fvars(e.m.instantiate(t), map);
        self.term = go(self.term);
        for q in &mut self.equations {
            q.rhs = go(q.rhs);
        }
        for k in self.clauses.iter_mut().flat_map(|c| &mut c.list) {
            k.rhs = go(k.rhs);
        }
    }
}
