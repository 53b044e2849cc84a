//! What all declarations share: names, section variables, universe parameters.

use crate::elab::Elab;
use crate::error::Result;
use crate::meta::Meta;
use crate::term::ident_name;
use turnstile_kernel::{Expr, FVarId, LMVarId, Level, LevelNode, Name, Node};
use turnstile_syntax as ast;
use turnstile_syntax::{BinderKind, Span};

impl Meta {
    /// The local variables that `es` mention, with those that their types and values mention, oldest first.
    pub fn free_variables(&self, es: &[Expr]) -> Vec<Expr> {
        let mut found: Vec<FVarId> = Vec::new();
        let mut todo: Vec<Expr> = es.to_vec();
        while let Some(e) = todo.pop() {
            let e = self.instantiate(e);
            if !self.st.has_fvar(e) && !self.st.has_expr_mvar(e) {
                continue;
            }
            let mut here: Vec<FVarId> = Vec::new();
            self.st.any_subterm(e, |t| {
                match self.st.node(t) {
                    Node::FVar(id) => here.push(id),
                    Node::MVar(m) => todo.extend(self.mctx.delayed(m).map(|d| self.st.mvar(d.inner))),
                    _ => {}
                }
                false
            });
            for id in here {
                if found.contains(&id) {
                    continue;
                }
                found.push(id);
                if let Some(d) = self.lctx.get(id) {
                    todo.push(d.ty);
                    todo.extend(d.value);
                }
            }
        }
        found.sort();
        found.into_iter().map(|id| self.st.fvar(id)).collect()
    }
}

impl Elab {
    /// The full name of a declaration written `id` here.
    pub(crate) fn declared_name(&self, id: &ast::Ident) -> Name {
        let n = ident_name(id);
        let root = Name::new("_root_");
        if n.has_prefix(root) { n.replace_prefix(root, Name::anon()) } else { self.scope.namespace.append(n) }
    }

    /// Runs `f` in the namespace that the declaration `full` belongs to: `def A.f` is read inside `A`.
    pub(crate) fn in_namespace_of<R>(
        &mut self,
        full: Name,
        f: impl FnOnce(&mut Elab) -> Result<R>,
    ) -> Result<R> {
        let visible = super::params::visible_name(full);
        let old = std::mem::replace(&mut self.scope.namespace, visible.prefix());
        let r = f(self);
        self.scope.namespace = old;
        r
    }

    /// Adds the section variables to the context.
    pub(crate) fn push_variables(&mut self) -> Result<Vec<Expr>> {
        let binders = self.scope.variables.clone();
        self.push_binders(&binders)
    }

    /// Turns the universe holes of `es` into parameters `u_1, u_2, …`.
    pub(crate) fn generalize_levels(&mut self, es: &[Expr]) {
        let mut holes: Vec<LMVarId> = Vec::new();
        let mut used: Vec<Name> = self.scope.universes.to_vec();
        used.extend(&self.level_names);
        for e in es {
            let e = self.m.instantiate(*e);
            for l in self.m.levels_of(e) {
                collect_level(&self.m, l, &mut holes, &mut used);
            }
        }
        let mut i = 0;
        for h in holes {
            let name = loop {
                i += 1;
                let n = Name::new(&format!("u_{i}"));
                if !used.contains(&n) {
                    break n;
                }
            };
            used.push(name);
            self.level_names.push(name);
            let p = self.m.st.l_param(name);
            self.m.mctx.assign_level(h, p);
        }
    }

    /// The universe parameters that `es` mention: those in scope in order of declaration, then the others by name.
    ///
    /// # Errors
    /// When one of `explicit` is not used.
    pub(crate) fn sorted_level_params(
        &mut self,
        explicit: &[Name],
        es: &[Expr],
        span: Span,
    ) -> Result<Vec<Name>> {
        let mut used: Vec<Name> = Vec::new();
        for e in es {
            let e = self.m.instantiate(*e);
            for l in self.m.levels_of(e) {
                collect_level(&self.m, l, &mut Vec::new(), &mut used);
            }
        }
        if let Some(n) = explicit.iter().find(|n| !used.contains(n)) {
            return Err(self.text_error(span, format!("unused universe parameter '{n}'")));
        }
        let mut order: Vec<Name> = self.scope.universes.to_vec();
        order.extend(explicit);
        let mut out: Vec<Name> = Vec::new();
        for n in order {
            if used.contains(&n) && !out.contains(&n) {
                out.push(n);
            }
        }
        let mut rest: Vec<Name> = used.into_iter().filter(|n| !out.contains(n)).collect();
        rest.sort();
        out.extend(rest);
        Ok(out)
    }

    /// Of the section variables `vars`, those that a theorem gets: mentioned in its statement (`es`), `include`d, and
    /// instances of what is there.
    pub(crate) fn theorem_variables(&mut self, vars: &[Expr], es: &[Expr]) -> Vec<Expr> {
        let mut roots: Vec<Expr> = es.to_vec();
        for v in vars {
            if self.scope.included.contains(&self.m.local_name(*v)) {
                roots.push(*v);
            }
        }
        let mut used = self.m.free_variables(&roots);
        loop {
            let before = used.len();
            for v in vars {
                if used.contains(v) {
                    continue;
                }
                let Ok(id) = self.m.fvar_id(*v) else { continue };
                let Some(d) = self.m.lctx.get(id).cloned() else { continue };
                if d.info != turnstile_kernel::BinderInfo::Inst || self.scope.omitted.contains(&d.name) {
                    continue;
                }
                let needs = self.m.free_variables(&[d.ty]);
                if needs.iter().all(|n| used.contains(n)) {
                    used.push(*v);
                }
            }
            if used.len() == before {
                break;
            }
        }
        vars.iter().copied().filter(|v| used.contains(v)).collect()
    }

    /// `variable …`
    ///
    /// # Errors
    /// When a type is wrong, or a group without type names an unknown variable.
    pub(crate) fn elab_variable(&mut self, binders: &[ast::Binder]) -> Result<()> {
        let mut vars: Vec<ast::Binder> = self.scope.variables.to_vec();
        let mut added = Vec::new();
        for b in binders {
            // `variable {x}` changes how an earlier variable is bound.
            let known = |n: &ast::BinderName| {
                n.ident().is_some_and(|i| {
                    vars.iter().any(|v| v.names.iter().any(|m| m.ident().is_some_and(|m| m.parts == i.parts)))
                })
            };
            let update = b.ty.is_none() && !b.names.is_empty() && b.names.iter().all(known);
            if update {
                vars = vars.iter().flat_map(|v| rebracket(v, b)).collect();
            } else {
                added.push(b.clone());
            }
        }
        // Elaborated now for its errors and for names bound on first use; again with every declaration.
        let lctx = self.m.lctx.clone();
        let result = self.push_binders(&vars).and_then(|_| {
            self.with_auto_bound(|e, autos| {
                e.push_binders(&added)?;
                e.without_auto_bound(|e| e.synthesize(crate::elab::SynthMode::Partial))?;
                Ok((autos.iter().map(|x| e.m.local_name(*x)).collect::<Vec<_>>(), e.level_names.clone()))
            })
        });
        self.m.lctx = lctx;
        let span = binders.first().map(|b| b.span).unwrap_or_default();
        let (autos, levels) = result?;
        std::sync::Arc::make_mut(&mut self.scope.universes).extend(levels);
        if !autos.is_empty() {
            let names = autos
                .iter()
                .map(|n| ast::BinderName::Ident(ast::Ident { parts: vec![n.as_str().to_owned()], span }))
                .collect();
            vars.push(ast::Binder { kind: BinderKind::Implicit, names, ty: None, default: None, span });
        }
        vars.extend(added);
        self.scope.variables = vars.into();
        Ok(())
    }
}

/// The group `v` with the names that `b` mentions put into `b`'s brackets.
fn rebracket(v: &ast::Binder, b: &ast::Binder) -> Vec<ast::Binder> {
    let changed = |n: &ast::BinderName| {
        n.ident().is_some_and(|i| b.names.iter().any(|m| m.ident().is_some_and(|m| m.parts == i.parts)))
    };
    if !v.names.iter().any(changed) {
        return vec![v.clone()];
    }
    v.names
        .iter()
        .map(|n| {
            let kind = if changed(n) { b.kind } else { v.kind };
            ast::Binder { kind, names: vec![n.clone()], ..v.clone() }
        })
        .collect()
}

impl Meta {
    /// Every level that `e` mentions, in order of occurrence.
    pub(crate) fn levels_of(&self, e: Expr) -> Vec<Level> {
        let mut out: Vec<Level> = Vec::new();
        self.st.any_subterm(e, |t| {
            match self.st.node(t) {
                Node::Sort(l) => out.push(l),
                Node::Const(_, ls) => out.extend(self.st.level_list(ls).iter()),
                _ => {}
            }
            false
        });
        out
    }
}

fn collect_level(m: &Meta, l: Level, holes: &mut Vec<LMVarId>, params: &mut Vec<Name>) {
    match m.st.level(l) {
        LevelNode::Zero => {}
        LevelNode::Succ(a) => collect_level(m, a, holes, params),
        LevelNode::Max(a, b) | LevelNode::IMax(a, b) => {
            collect_level(m, a, holes, params);
            collect_level(m, b, holes, params);
        }
        LevelNode::Param(n) => {
            if !params.contains(&n) {
                params.push(n);
            }
        }
        LevelNode::MVar(h) => {
            if !holes.contains(&h) {
                holes.push(h);
            }
        }
    }
}

/// The holes of a level.
pub(super) fn level_holes(m: &Meta, l: Level) -> Vec<LMVarId> {
    let mut holes = Vec::new();
    collect_level(m, l, &mut holes, &mut Vec::new());
    holes
}
