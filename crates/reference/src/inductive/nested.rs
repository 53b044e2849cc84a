//! Nested occurrences: `J Ds` with an earlier inductive type `J` and a type of the group in `Ds` is replaced by an
//! auxiliary type of the group, a copy of `J` at `Ds`.

use super::members::Header;
use super::{ConstructorSpec, Group, TypeSpec, mentions};
use crate::checker::Checker;
use crate::env::{Checked, Environment, Inductive, reject};
use crate::expr::{Expr, Kind};
use crate::level::Level;
use crate::names::names;
use turnstile_kernel::Name;

/// A group with auxiliary types, and the way back.
pub(super) struct Nested {
    pub group: Group,
    /// What stands for what: auxiliary types and constructors, as functions of the parameters.
    meanings: Vec<(Name, Expr)>,
}

struct Translation<'a> {
    env: &'a Environment,
    own: Vec<Name>,
    levels: Vec<Level>,
    params: &'a [Expr],
    /// All types; those of auxiliary types and all constructors without their parameters.
    types: Vec<TypeSpec>,
    /// The occurrences with the names that stand for them.
    occurrences: Vec<(Expr, Name)>,
    meanings: Vec<(Name, Expr)>,
}

/// Replaces the nested occurrences in the constructors of `group`, and in those of the auxiliary types, by auxiliary types,
/// which follow the types of the group in the order in which they are met: outermost first, left to right.
pub(super) fn eliminate(env: &Environment, group: &Group, header: &Header) -> Checked<Nested> {
    let mut t = Translation {
        env,
        own: group.names(),
        levels: group.level_params.iter().map(|p| Level::param(*p)).collect(),
        params: &header.params,
        types: group.types.clone(),
        occurrences: Vec::new(),
        meanings: Vec::new(),
    };
    let mut checker = Checker::new(env);
    for c in t.types.iter_mut().flat_map(|t| &mut t.ctors) {
        c.ty = apply_type(&mut checker, &c.ty, &header.params)?;
    }
    let mut done = 0;
    while done < t.types.len() {
        for c in 0..t.types[done].ctors.len() {
            let ty = t.types[done].ctors[c].ty.clone();
            t.types[done].ctors[c].ty = t.replace(&ty)?;
        }
        done += 1;
    }
    let mut types = t.types;
    for (i, t) in types.iter_mut().enumerate() {
        if i >= group.types.len() {
            t.ty = Expr::bind_pi(&header.params, &t.ty);
        }
        for c in &mut t.ctors {
            c.ty = Expr::bind_pi(&header.params, &c.ty);
        }
    }
    Ok(Nested { group: Group { types, ..group.clone() }, meanings: t.meanings })
}

/// A type `∀ xs, B` at arguments in place of the first `xs`.
fn apply_type<E: std::borrow::Borrow<Expr>>(
    checker: &mut Checker<'_>,
    ty: &Expr,
    args: &[E],
) -> Checked<Expr> {
    let mut rest = ty.clone();
    for a in args {
        rest = checker.whnf(&rest)?;
        let Kind::Pi(_, body) = rest.kind() else {
            return Err(reject("nested-type", "a nested occurrence has too many parameters"));
        };
        rest = body.instantiate(&[a.borrow()]);
    }
    Ok(rest)
}

impl Translation<'_> {
    fn replace(&mut self, e: &Expr) -> Checked<Expr> {
        let mut failure = None;
        let r = e.rewrite(|e, _| match self.occurrence(e) {
            Ok(r) => r,
            Err(why) => {
                failure.get_or_insert(why);
                Some(e.clone())
            }
        });
        failure.map_or(Ok(r), Err)
    }

    /// What replaces `e`, if it is a nested occurrence.
    fn occurrence(&mut self, e: &Expr) -> Checked<Option<Expr>> {
        let (head, args) = e.unapp();
        let Some((n, levels)) = head.as_const() else { return Ok(None) };
        if self.own.contains(&n) {
            return Ok(None);
        }
        let Some(ind) = self.env.inductive(n) else { return Ok(None) };
        let Some((ds, rest)) = args.split_at_checked(ind.num_params) else { return Ok(None) };
        if !ds.iter().any(|d| mentions(&self.own, d)) {
            return Ok(None);
        }
        if ds.iter().any(|d| d.is_open()) {
            return Err(reject(
                "nested-parameters",
                "the parameters of a nested occurrence have local variables",
            ));
        }
        let instance = Expr::apps(head, ds.iter().copied());
        if !self.occurrences.iter().any(|(o, _)| *o == instance) {
            self.add(ind, levels, ds)?;
        }
        let name = self.occurrences.iter().find(|(o, _)| *o == instance).map(|(_, name)| *name);
        Ok(name.map(|name| {
            let ours = Expr::apps(&Expr::constant(name, &self.levels), self.params);
            Expr::apps(&ours, rest.iter().copied())
        }))
    }

    /// Adds copies of all types in the group of `ind`, at `ds` in place of its parameters.
    fn add(&mut self, ind: &Inductive, levels: &[Level], ds: &[&Expr]) -> Checked<()> {
        let mut checker = Checker::new(self.env);
        for j in ind.all.iter() {
            let (Some(j_type), Some(j_ind)) = (self.env.get(*j), self.env.inductive(*j)) else {
                return Err(reject("nested-type", "a nested occurrence of an incomplete group"));
            };
            let name = self.fresh_name(j_ind);
            let instance = |c: Name| Expr::apps(&Expr::constant(c, levels), ds.iter().copied());
            let ty = checker.at_levels(&j_type.ty, &j_type.level_params, levels)?;
            let ty = apply_type(&mut checker, &ty, ds)?;
            let mut ctors = Vec::new();
            for c in j_ind.ctors.iter() {
                let Some(constructor) = self.env.get(*c) else {
                    return Err(reject("nested-type", "a nested occurrence of an incomplete type"));
                };
                let ty = checker.at_levels(&constructor.ty, &constructor.level_params, levels)?;
                let ty = apply_type(&mut checker, &ty, ds)?;
                ctors.push(ConstructorSpec { name: name.append(*c), ty });
                self.meanings.push((name.append(*c), Expr::bind_lam(self.params, &instance(*c))));
            }
            self.meanings.push((name, Expr::bind_lam(self.params, &instance(*j))));
            self.occurrences.push((instance(*j), name));
            self.types.push(TypeSpec { name, ty, ctors });
        }
        Ok(())
    }

    /// A reserved name that is nobody's, nor are those of the constructors under it.
    fn fresh_name(&self, ind: &Inductive) -> Name {
        let taken = |n: Name| self.env.get(n).is_some() || self.types.iter().any(|t| t.name == n);
        let free = |n: &Name| !taken(*n) && !ind.ctors.iter().any(|c| taken(n.append(*c)));
        (1..).map(|i| names().nested.num(i)).find(free).unwrap_or(names().nested)
    }
}

impl Nested {
    /// The type or constructor that `n` is a copy of; `n` itself if it is none.
    pub(super) fn original_name(&self, n: Name) -> Name {
        let Some((_, meaning)) = self.meanings.iter().find(|(m, _)| *m == n) else { return n };
        let mut body = meaning;
        while let Kind::Lam(_, b) = body.kind() {
            body = b;
        }
        body.head().as_const().map_or(n, |(original, _)| original)
    }

    /// A closed term, whose first binders are the parameters, with what the auxiliary constants stand for in their place.
    pub(super) fn restore(&self, e: &Expr) -> Expr {
        if self.meanings.is_empty() {
            return e.clone();
        }
        let (mut params, mut body) = (Vec::new(), e);
        let is_function = matches!(e.kind(), Kind::Lam(..));
        while let (Kind::Lam(domain, b) | Kind::Pi(domain, b), true) =
            (body.kind(), params.len() < self.group.num_params)
        {
            params.push(Expr::fresh(domain.instantiate(&params)));
            body = b;
        }
        let body = body.instantiate(&params).rewrite(|e, _| {
            let (head, args) = e.unapp();
            let (n, _) = head.as_const()?;
            let (_, meaning) = self.meanings.iter().find(|(m, _)| *m == n)?;
            args.into_iter().eq(&params).then(|| Expr::beta(meaning, &params))
        });
        if is_function { Expr::bind_lam(&params, &body) } else { Expr::bind_pi(&params, &body) }
    }
}
