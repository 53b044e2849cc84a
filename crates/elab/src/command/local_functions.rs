//! Functions of `where` and `let rec`: lifted to declarations `f.g` that take what they use of the surroundings.

use crate::elab::{Elab, SynthMode};
use crate::error::Result;
use crate::recursion::{EquationSource, RecursiveFunction};
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
        let mut equations = Vec::new();
        let (args, body) = match (clauses, value) {
            (Some(c), _) => {
                let k = self.compile_clauses(&c, &all, ty, d.span)?;
                equations = k.equations;
                (k.args, k.body)
            }
            (None, Some(v)) => {
                let v = self.m.instantiate(v);
                self.check_no_holes(v, d.span)?;
                if self.m.occurs(v, g) { self.m.open_lams(v, None) } else { (vec![], v) }
            }
            (None, None) => (vec![], ty),
        };
        let (body, recursion) = if self.m.occurs(body, g) {
            let rf = RecursiveFunction { f: g, args: [&xs[..], &args].concat(), body };
            let (body, position) = self.m.compile_structural(&rf).map_err(|e| e.at(d.span))?;
            (body, Some(used.len() + position))
        } else {
            (body, None)
        };
        let closed_ty = self.m.mk_pi(&all, ty)?;
        let closed = self.m.mk_lambda(&[&all[..], &args].concat(), body)?;
        self.generalize_levels(&[closed_ty, closed]);
        let (closed_ty, closed) = (self.m.instantiate(closed_ty), self.m.instantiate(closed));
        let level_params: Vec<Name> = self.sorted_level_params(&[], &[closed_ty, closed], d.span)?;
        self.m.add_definition(name, &level_params, closed_ty, closed, ReducibilityHint::Regular(0))?;
        let arity = all.len() + args.len();
        let num_vars = used.len();
        self.add_equations(&EquationSource {
            name,
            level_params: &level_params,
            num_vars,
            f: g,
            arity,
            recursion,
            numerals: true,
            equations: &equations,
        })?;
        let levels: Vec<Level> = level_params.iter().map(|n| self.m.st.l_param(*n)).collect();
        let meaning = self.m.st.apps(self.m.st.const_(name, &levels), &used);
        let former = self.m.instantiate(former);
        self.m.lctx = lctx;
        let local = self.m.push_let(short, former, meaning);
        Ok((local, meaning))
    }
}
