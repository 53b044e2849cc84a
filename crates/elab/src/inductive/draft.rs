//! Inductive types on their way to the kernel: what `inductive` and `structure` have in common.

use crate::command::DeclName;
use crate::elab::Elab;
use crate::env::ClassInfo;
use crate::error::Result;
use crate::meta::{LocalContext, LocalDecl, Meta};
use rustc_hash::FxHashMap;
use std::sync::Arc;
use turnstile_kernel::{
    BinderInfo, Constructor, Declaration, Expr, InductiveType, InductiveVal, Level, Name, Node,
};
use turnstile_syntax::{Ident, Span};

/// A constructor that is not declared yet.
pub(crate) struct DraftCtor {
    /// Its names.
    pub name: DeclName,
    /// Its type after the parameters.
    pub ty: Expr,
}

/// An inductive type that is not declared yet.
pub(crate) struct Draft {
    /// Its names.
    pub name: DeclName,
    /// The local variable that stands for it.
    pub local: Expr,
    /// Its parameters, section variables not included.
    pub params: Vec<Expr>,
    /// Its type after the parameters.
    pub ty: Expr,
    /// The context of `ty` and of the constructors.
    pub lctx: LocalContext,
    /// Its constructors.
    pub ctors: Vec<DraftCtor>,
    /// Where it is declared.
    pub span: Span,
}

/// What became of a group of drafts.
pub(crate) struct Declared {
    /// The universe parameters.
    pub level_params: Vec<Name>,
    /// How many section variables became parameters.
    pub num_vars: usize,
}

impl Elab {
    /// A local variable that stands for the constant `name` while it is being declared.
    pub(crate) fn push_aux(&mut self, name: DeclName, ty: Expr) -> Expr {
        let id = self.m.st.fresh_fvar();
        let short = Name::anon().str(name.visible.last_str());
        self.m.lctx.insert(LocalDecl {
            id,
            name: short,
            ty,
            value: None,
            info: BinderInfo::Default,
            is_instance: false,
            is_aux: true,
        });
        self.aux_decls.insert(id, name.visible);
        self.m.st.fvar(id)
    }

    /// Gives a group of drafts to the kernel, with everything that goes with inductive types.
    ///
    /// # Errors
    /// When something in them is left open, and what the kernel says.
    pub(crate) fn declare_drafts(
        &mut self,
        vars: &[Expr],
        group: &[Draft],
        explicit: Option<&[Ident]>,
        span: Span,
    ) -> Result<Declared> {
        self.infer_universe(group)?;
        // Closed over the parameters; the group's own names are local variables still.
        let mut types = Vec::new();
        let mut ctors: Vec<Vec<Expr>> = Vec::new();
        for d in group {
            self.m.lctx = d.lctx.clone();
            types.push(self.m.mk_pi(&d.params, d.ty)?);
            self.hide_params(&d.params);
            let mut own = Vec::new();
            for c in &d.ctors {
                own.push(self.m.mk_pi(&d.params, c.ty)?);
            }
            ctors.push(own);
        }
        let all: Vec<Expr> = types.iter().chain(ctors.iter().flatten()).copied().collect();
        let used = self.used_variables(vars, &[], &all, false)?;
        let mut roots = all.clone();
        for x in &used {
            roots.push(self.m.infer(*x)?);
        }
        self.levels_to_params(&roots);
        for (d, t) in group.iter().zip(&types) {
            self.check_no_holes(*t, d.span)?;
        }
        for t in ctors.iter().flatten() {
            self.check_no_holes(*t, span)?;
        }
        let level_params = self.final_levels(&roots, explicit)?;
        let levels: Vec<Level> = level_params.iter().map(|n| self.m.st.l_param(*n)).collect();
        let mut constants = FxHashMap::default();
        for d in group {
            let c = self.m.st.apps(self.m.st.const_(d.name.full, &levels), &used);
            constants.insert(self.m.fvar_id(d.local)?, c);
        }
        let mut out = Vec::new();
        for ((d, t), cs) in group.iter().zip(types).zip(ctors) {
            let ty = self.m.mk_pi(&used, t)?;
            out.push(InductiveType { name: d.name.full, ty, ctors: vec![] });
            for (c, t) in d.ctors.iter().zip(cs) {
                let t = self.m.st.replace_fvars(self.m.instantiate(t), &constants);
                let old = self.m.lctx.clone();
                self.hide_params(&used);
                let ty = self.m.mk_pi(&used, t);
                self.m.lctx = old;
                if let Some(it) = out.last_mut() {
                    it.ctors.push(Constructor { name: c.name.full, ty: ty? });
                }
            }
        }
        let names: Vec<Name> = group.iter().map(|d| d.name.full).collect();
        let fixed = used.len() + group.iter().map(|d| d.params.len()).min().unwrap_or(0);
        let num_params = self.m.promote_indices(&names, &out, fixed)?;
        let decl = Declaration::Inductive { level_params: Arc::from(level_params.as_slice()), num_params, types: out };
        self.m.env.add_decl(&self.m.st, &decl).map_err(|e| e.at(span))?;
        Ok(Declared { level_params, num_vars: used.len() })
    }

    /// Parameters of types are implicit arguments of constructors.
    fn hide_params(&mut self, xs: &[Expr]) {
        for x in xs {
            if let Ok(id) = self.m.fvar_id(*x)
                && self.m.lctx.get(id).is_some_and(|d| d.info == BinderInfo::Default)
            {
                self.m.set_binder_infos(&[*x], BinderInfo::Implicit);
            }
        }
    }

    /// Records that the inductive type `name` is a class.
    pub(crate) fn register_class(&mut self, name: Name) {
        let Some(info) = self.m.inductive_val(name) else { return };
        let out_params = self.m.out_param_positions(&info);
        self.m.env.ext.classes.insert(name, ClassInfo { out_params });
    }
}

impl Meta {
    fn out_param_positions(&self, info: &InductiveVal) -> Vec<usize> {
        let mut out = Vec::new();
        let mut ty = info.cval.ty;
        for i in 0.. {
            let Node::Pi(_, dom, body) = self.st.node(ty) else { break };
            if self.st.app_of(dom, "outParam", 1).is_some() {
                out.push(i);
            }
            ty = body;
        }
        out
    }

    /// The number of parameters when indices that never change are made parameters: those that every constructor takes
    /// as its next argument and passes on everywhere.
    fn promote_indices(&mut self, names: &[Name], types: &[InductiveType], fixed: usize) -> Result<usize> {
        let mut n = fixed;
        while self.can_promote(names, types, n)? {
            n += 1;
        }
        Ok(n)
    }

    fn can_promote(&mut self, names: &[Name], types: &[InductiveType], k: usize) -> Result<bool> {
        for t in types {
            let mut ty = t.ty;
            for _ in 0..k {
                match self.st.node(ty) {
                    Node::Pi(_, _, b) => ty = b,
                    _ => return Ok(false),
                }
            }
            let Node::Pi(..) = self.st.node(ty) else { return Ok(false) };
            for c in &t.ctors {
                let fits = self.scoped(|m| m.passes_on(names, t.ty, c.ty, k))?;
                if !fits {
                    return Ok(false);
                }
            }
        }
        Ok(true)
    }

    /// Whether argument `k` of a constructor is index `k` of every type of the group in its own type.
    fn passes_on(&mut self, names: &[Name], type_ty: Expr, ctor_ty: Expr, k: usize) -> Result<bool> {
        let mut xs = Vec::new();
        let (mut t, mut c) = (type_ty, ctor_ty);
        for _ in 0..=k {
            let (Node::Pi(_, td, tb), Node::Pi(b, cd, cb)) = (self.st.node(t), self.st.node(c)) else {
                return Ok(false);
            };
            if !self.st.alpha_eq(td, cd) {
                return Ok(false);
            }
            let x = self.push_local(b.name, cd, b.info);
            xs.push(x);
            (t, c) = (self.st.instantiate1(tb, x), self.st.instantiate1(cb, x));
        }
        Ok(self.occurrences_pass(names, c, &xs))
    }

    /// Whether every occurrence of the types `names` in `e` has `xs` as its first arguments.
    fn occurrences_pass(&self, names: &[Name], e: Expr, xs: &[Expr]) -> bool {
        let mut todo = vec![e];
        while let Some(e) = todo.pop() {
            let (h, args) = self.st.unapp(e);
            if self.st.as_const(h).is_some_and(|c| names.contains(&c.0)) && args.get(..xs.len()) != Some(xs) {
                return false;
            }
            todo.extend(args);
            match self.st.node(h) {
                Node::Lam(_, t, b) | Node::Pi(_, t, b) => todo.extend([t, b]),
                Node::Let(_, t, v, b) => todo.extend([t, v, b]),
                Node::Proj(_, _, x) => todo.push(x),
                _ => {}
            }
        }
        true
    }
}
