//! Taking inductive types, constructors and recursors apart.

use crate::error::{Error, Result};
use crate::meta::Meta;
use std::sync::Arc;
use turnstile_kernel::{
    BinderInfo, ConstantInfo, ConstantVal, ConstructorVal, Declaration, Expr, InductiveVal, Level, Name,
    Node, RecursorVal, ReducibilityHint,
};

/// A value of an inductive type, seen through its type: `T.{levels} params indices`.
#[derive(Clone)]
pub struct FamilyApp {
    /// The inductive type.
    pub info: InductiveVal,
    /// Its levels.
    pub levels: Arc<[Level]>,
    /// Its parameters.
    pub params: Vec<Expr>,
    /// Its indices.
    pub indices: Vec<Expr>,
}

/// The arguments of a recursor as local variables.
pub(crate) struct RecursorArgs {
    pub params: Vec<Expr>,
    pub motives: Vec<Expr>,
    pub minors: Vec<Expr>,
    pub indices: Vec<Expr>,
    pub major: Expr,
    /// The level parameters of the recursor as levels.
    pub levels: Vec<Level>,
    /// The recursor applied to all of them has this type.
    pub result: Expr,
}

impl Meta {
    /// What is known of the inductive type `n`.
    #[must_use]
    pub fn inductive_val(&self, n: Name) -> Option<InductiveVal> {
        match self.env.get(n).map(|c| &**c) {
            Some(ConstantInfo::Inductive(v)) => Some(v.clone()),
            _ => None,
        }
    }

    /// What is known of the constructor `n`.
    #[must_use]
    pub fn ctor_val(&self, n: Name) -> Option<ConstructorVal> {
        match self.env.get(n).map(|c| &**c) {
            Some(ConstantInfo::Constructor(v)) => Some(v.clone()),
            _ => None,
        }
    }

    /// What is known of the recursor `n`.
    #[must_use]
    pub fn recursor_val(&self, n: Name) -> Option<RecursorVal> {
        match self.env.get(n).map(|c| &**c) {
            Some(ConstantInfo::Recursor(v)) => Some(v.clone()),
            _ => None,
        }
    }

    /// `ty` as an application of an inductive type, after evaluation; `None` if it is none.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn as_family(&mut self, ty: Expr) -> Result<Option<FamilyApp>> {
        let ty = self.whnf(ty)?;
        let (h, args) = self.st.unapp(ty);
        let Some((n, ls)) = self.st.as_const(h) else { return Ok(None) };
        let Some(info) = self.inductive_val(n) else { return Ok(None) };
        if args.len() != info.num_params + info.num_indices {
            return Ok(None);
        }
        let (params, indices) = args.split_at(info.num_params);
        let (params, indices) = (params.to_vec(), indices.to_vec());
        Ok(Some(FamilyApp { info, levels: self.st.level_list(ls), params, indices }))
    }

    /// The type `∀ x, …` with its binders instantiated by `args`.
    ///
    /// # Errors
    /// When there are fewer binders than arguments.
    pub fn instantiate_pis(&mut self, mut ty: Expr, args: &[Expr]) -> Result<Expr> {
        for a in args {
            if !matches!(self.st.node(ty), Node::Pi(..)) {
                ty = self.whnf(ty)?;
            }
            let Node::Pi(_, _, b) = self.st.node(ty) else {
                return Err(self.error_at_term("function type expected", ty));
            };
            ty = self.st.instantiate1(b, *a);
        }
        Ok(ty)
    }

    /// Adds the fields of constructor `ctor` at `levels` and `params` to the context. Returns them, the constructor
    /// applied to them, and the indices of its type.
    ///
    /// # Errors
    /// When `ctor` is not a constructor.
    pub fn open_ctor(
        &mut self,
        ctor: Name,
        levels: &[Level],
        params: &[Expr],
    ) -> Result<(Vec<Expr>, Expr, Vec<Expr>)> {
        let Some(c) = self.ctor_val(ctor) else {
            return Err(Error::msg(format!("internal: '{ctor}' is not a constructor")));
        };
        let ty = self.st.instantiate_levels(c.cval.ty, &c.cval.level_params, levels);
        let ty = self.instantiate_pis(ty, params)?;
        let (fields, res) = self.open_pis(ty, Some(c.num_fields))?;
        let head = self.st.apps(self.st.const_(ctor, levels), params);
        let app = self.st.apps(head, &fields);
        let res = self.whnf(res)?;
        let indices = self.st.unapp(res).1.get(c.num_params..).unwrap_or(&[]).to_vec();
        Ok((fields, app, indices))
    }

    /// Opens all arguments of recursor `rec`.
    pub(crate) fn open_recursor(&mut self, rec: &RecursorVal) -> Result<RecursorArgs> {
        let n = rec.major_index() + 1;
        let (xs, result) = self.open_pis(rec.cval.ty, Some(n))?;
        if xs.len() != n {
            return Err(Error::msg(format!("internal: recursor '{}' has too few arguments", rec.cval.name)));
        }
        let (p, rest) = xs.split_at(rec.num_params);
        let (mo, rest) = rest.split_at(rec.num_motives);
        let (mi, rest) = rest.split_at(rec.num_minors);
        let (ix, rest) = rest.split_at(rec.num_indices);
        Ok(RecursorArgs {
            params: p.to_vec(),
            motives: mo.to_vec(),
            minors: mi.to_vec(),
            indices: ix.to_vec(),
            major: rest[0],
            levels: rec.cval.level_params.iter().map(|n| self.st.l_param(*n)).collect(),
            result,
        })
    }

    /// Changes how the local variables `xs` are bound.
    pub fn set_binder_infos(&mut self, xs: &[Expr], info: BinderInfo) {
        for x in xs {
            if let Ok(id) = self.fvar_id(*x)
                && let Some(d) = self.lctx.get(id)
            {
                let mut d = (**d).clone();
                d.info = info;
                self.lctx.insert(d);
            }
        }
    }

    /// The user's name of the local variable `x`.
    #[must_use]
    pub fn local_name(&self, x: Expr) -> Name {
        match self.st.node(x) {
            Node::FVar(id) => self.lctx.get(id).map_or_else(Name::anon, |d| d.name),
            _ => Name::anon(),
        }
    }

    /// Declares a definition after the kernel has checked it.
    ///
    /// # Errors
    /// When the kernel refuses it.
    pub fn add_definition(
        &mut self,
        name: Name,
        level_params: &[Name],
        ty: Expr,
        value: Expr,
        hint: ReducibilityHint,
    ) -> Result<()> {
        let cval = ConstantVal { name, level_params: level_params.into(), ty };
        self.env.add_decl(&self.st, &Declaration::Definition(cval, value, hint))
    }

    /// Declares a theorem after the kernel has checked it.
    ///
    /// # Errors
    /// When the kernel refuses it.
    pub fn add_theorem(&mut self, name: Name, level_params: &[Name], ty: Expr, value: Expr) -> Result<()> {
        let cval = ConstantVal { name, level_params: level_params.into(), ty };
        self.env.add_decl(&self.st, &Declaration::Theorem(cval, value))
    }

    /// A universe name like `base` that is not among `used`.
    #[must_use]
    pub fn fresh_level_name(base: &str, used: &[Name]) -> Name {
        let first = Name::new(base);
        if !used.contains(&first) {
            return first;
        }
        (1..).map(|i| Name::new(&format!("{base}_{i}"))).find(|n| !used.contains(n)).unwrap_or(first)
    }
}
