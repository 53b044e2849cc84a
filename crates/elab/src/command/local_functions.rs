//! Functions of `where` and `let rec`: lifted to declarations `f.g` that take what they use of the surroundings.

use crate::command::definition::BodySource;
use crate::elab::{Elab, SynthMode};
use crate::error::Result;
use crate::recursion::{EquationSource, InductionMember, Member, Recursion, RecursiveFunction};
use crate::term::ident_name;
use turnstile_kernel::{Expr, FVarId, Level, Name, ReducibilityHint};
use turnstile_syntax as ast;
use turnstile_syntax::Body;

impl Elab {
    /// Declares the local function `d` and adds its name to the context. Returns the local variable and what it is.
    pub(crate) fn elab_local_function(
        &mut self,
        d: &ast::LocalDef,
        zs: &[Expr],
        vars: &[Expr],
        outer: FVarId,
    ) -> Result<(Expr, Expr)> {
        let short = ident_name(&d.name);
        let name = self.decl_name.append(short);
        self.check_new(name).map_err(|e| e.at(d.span))?;
        let lctx = self.m.lctx.clone();
        let xs = self.push_binders(&d.binders)?;
        let ty = match &d.ty {
            Some(t) => self.elab_type(t)?,
            None => self.type_hole(d.span),
        };
        self.synthesize(SynthMode::Partial)?;
        let former = self.m.mk_pi(&xs, ty)?;
        let g = self.push_aux(name, former);
        let g = self.m.fvar_id(g)?;
        self.aux_decls.insert(g, self.scope.namespace.append(short));
        let (clauses, value) = match &d.body {
            Body::Value(t) => (None, Some(self.elab_term_ensuring_type(t, ty)?)),
            Body::Alts(alts) => (Some(self.elab_clauses(alts, ty, d.span)?), None),
            _ => return Err(self.unsupported(d.span, "a local function of this form")),
        };
        self.synthesize(SynthMode::Final)?;
        let ty = self.m.instantiate(ty);
        let mut es = vec![ty];
        for x in &xs {
            es.push(self.m.infer(*x)?);
        }
        es.extend(value);
        es.extend(clauses.iter().flat_map(|c| c.list.iter().map(|k| k.rhs)));
        let mentioned = self.m.free_variables(&es);
        let outer_var = self.m.st.fvar(outer);
        if mentioned.contains(&outer_var) {
            return Err(self.unsupported(d.span, "a local function that calls the function around it"));
        }
        let used: Vec<Expr> = vars.iter().chain(zs).copied().filter(|v| mentioned.contains(v)).collect();
        let all = [&used[..], &xs].concat();
        let (args, source) = match (clauses, value) {
            (Some(c), _) => {
                let k = self.compile_clauses(&c, &all, ty, d.span)?;
                (k.args, BodySource { equations: k.equations, clauses: Some(c), term: k.body })
            }
            (None, v) => {
                let v = self.m.instantiate(v.unwrap_or(ty));
                self.check_no_holes(v, d.span)?;
                let (args, term) = if self.m.occurs(v, g) { self.m.open_lams(v, None) } else { (vec![], v) };
                (args, BodySource { equations: vec![], clauses: None, term })
            }
        };
        let (body, recursion) = if self.m.occurs(source.term, g) {
            let rf = RecursiveFunction { f: g, args: [&xs[..], &args].concat(), body: source.term };
            let member =
                Member { rf, name, header: xs.len(), termination: &d.termination, span: d.name.span };
            let (bodies, r) = self.compile_recursion(&[member]).map_err(|e| e.at(d.span))?;
            (bodies.first().copied().unwrap_or(source.term), Some(r))
        } else {
            (source.term, None)
        };
        let closed_ty = self.m.mk_pi(&all, ty)?;
        let closed = self.m.mk_lambda(&[&all[..], &args].concat(), body)?;
        self.generalize_levels(&[closed_ty, closed]);
        let (closed_ty, closed) = (self.m.instantiate(closed_ty), self.m.instantiate(closed));
        let level_params: Vec<Name> = self.sorted_level_params(&[], &[closed_ty, closed], d.span)?;
        if self.m.is_prop(closed_ty)? {
            self.m.add_theorem(name, &level_params, closed_ty, closed)?;
        } else {
            self.m.add_definition(name, &level_params, closed_ty, closed, ReducibilityHint::Regular(0))?;
        }
        if recursion == Some(Recursion::WellFounded) {
            self.m.env.ext.reducibility.insert(name, crate::env::Reducibility::Irreducible);
        }
        self.add_equations(&EquationSource {
            name,
            level_params: &level_params,
            num_vars: used.len(),
            group: &[(g, name)],
            params: &all,
            args: &args,
            position: match &recursion {
                Some(Recursion::Structural(p)) => p.first().map(|p| used.len() + p),
                _ => None,
            },
            recursion: recursion.as_ref(),
            body: &source,
        })?;
        let member = InductionMember {
            f: g,
            name,
            params: &all,
            args: &args,
            body: &source,
            termination: &d.termination,
            span: d.name.span,
        };
        self.add_functional_induction(&[member], &level_params, used.len(), recursion.as_ref())?;
        let levels: Vec<Level> = level_params.iter().map(|n| self.m.st.l_param(*n)).collect();
        let meaning = self.m.st.apps(self.m.st.const_(name, &levels), &used);
        let former = self.m.instantiate(former);
        self.m.lctx = lctx;
        let local = self.m.push_let(short, former, meaning);
        Ok((local, meaning))
    }
}
