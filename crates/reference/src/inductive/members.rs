//! The types of a group and their constructors: sorts, parameters, universes, positivity.

use super::{ConstructorSpec, Group, mentions};
use crate::checker::Checker;
use crate::env::{Checked, Environment, reject};
use crate::expr::{Expr, Kind};
use crate::level::Level;
use std::sync::Arc;
use turnstile_kernel::Name;

/// What the types of a group have in common, and their indices.
pub(super) struct Header {
    /// Free variables for the parameters.
    pub params: Vec<Expr>,
    /// The level of the sort in which all types live.
    pub level: Level,
    /// Free variables for the indices of each type.
    pub indices: Vec<Vec<Expr>>,
}

/// A checked group without nested occurrences.
pub(super) struct Family {
    pub env: Environment,
    pub level_params: Arc<[Name]>,
    pub levels: Vec<Level>,
    pub names: Vec<Name>,
    pub params: Vec<Expr>,
    pub level: Level,
    pub members: Vec<Member>,
}

pub(super) struct Member {
    pub name: Name,
    pub indices: Vec<Expr>,
    pub ctors: Vec<Ctor>,
}

pub(super) struct Ctor {
    pub name: Name,
    pub fields: Vec<Field>,
    /// The indices of the result.
    pub indices: Vec<Expr>,
}

pub(super) struct Field {
    /// The free variable that stands for the field.
    pub local: Expr,
    pub ty: Expr,
    pub recursive: Option<RecursiveField>,
}

/// A field of type `∀ xs, member indices`.
pub(super) struct RecursiveField {
    pub xs: Vec<Expr>,
    pub member: usize,
    pub indices: Vec<Expr>,
}

fn type_of(local: &Expr) -> &Expr {
    match local.kind() {
        Kind::Local(_, ty) => ty,
        _ => local,
    }
}

/// Checks the types of a group.
pub(super) fn header(env: &Environment, group: &Group) -> Checked<Header> {
    let mut checker = Checker::new(env);
    let (mut params, mut level, mut indices) = (Vec::new(), None, Vec::new());
    for t in &group.types {
        checker.check_type(&t.ty)?;
        let mut rest = t.ty.clone();
        for k in 0..group.num_params {
            rest = checker.whnf(&rest)?;
            let Kind::Pi(domain, body) = rest.kind() else {
                return Err(reject("inductive-parameters", format!("'{}' has too few parameters", t.name)));
            };
            if params.len() == k {
                params.push(Expr::fresh(domain.clone()));
            } else if !checker.def_eq(type_of(&params[k]), domain)? {
                return Err(reject("inductive-parameters", "the parameters of a group differ"));
            }
            rest = body.instantiate(&params[k..=k]);
        }
        let mut own = Vec::new();
        let l = loop {
            rest = checker.whnf(&rest)?;
            rest = match rest.kind() {
                Kind::Sort(l) => break l.clone(),
                Kind::Pi(domain, body) => {
                    let x = Expr::fresh(domain.clone());
                    let rest = body.instantiate(&[&x]);
                    own.push(x);
                    rest
                }
                _ => return Err(reject("inductive-sort", "an inductive type must end in a sort")),
            };
        };
        indices.push(own);
        match &level {
            None => level = Some(l),
            Some(first) if checker.level_eq(first, &l)? => {}
            Some(_) => return Err(reject("inductive-universe", "the types of a group differ in universe")),
        }
    }
    Ok(Header { params, level: level.unwrap_or_else(Level::zero), indices })
}

/// The type of a constructor after its parameters. `env` has the types of the group.
fn open_constructor(checker: &mut Checker<'_>, c: &ConstructorSpec, params: &[Expr]) -> Checked<Expr> {
    checker.check_type(&c.ty)?;
    let mut rest = c.ty.clone();
    for p in params {
        let Kind::Pi(domain, body) = rest.kind() else {
            return Err(reject("constructor-parameters", format!("'{}' has too few parameters", c.name)));
        };
        if !checker.def_eq(type_of(p), domain)? {
            return Err(reject("constructor-parameters", format!("a parameter of '{}' differs", c.name)));
        }
        rest = body.instantiate(&[p]);
    }
    Ok(rest)
}

/// Type-checks the constructors of a group as they are written, and that they use its types with the very levels and
/// parameters that were declared.
pub(super) fn check_as_written(with_types: &Environment, group: &Group, header: &Header) -> Checked<()> {
    let mut checker = Checker::new(with_types);
    let names = group.names();
    let levels: Vec<Level> = group.level_params.iter().map(|p| Level::param(*p)).collect();
    for c in group.types.iter().flat_map(|t| &t.ctors) {
        let rest = open_constructor(&mut checker, c, &header.params)?;
        // What is left when all uniform occurrences are taken out must not mention the group.
        let others = rest.rewrite(|e, _| {
            let (head, args) = e.unapp();
            let (n, at) = head.as_const()?;
            let uniform = names.contains(&n) && **at == *levels && args.iter().copied().eq(&header.params);
            uniform.then(Expr::prop)
        });
        if mentions(&names, &others) {
            return Err(reject(
                "uniform-parameters",
                format!("'{}' uses a type of the group otherwise", c.name),
            ));
        }
    }
    Ok(())
}

/// Checks a group that has no nested occurrences, or none any more.
pub(super) fn check(env: &Environment, group: &Group) -> Checked<Family> {
    let header = header(env, group)?;
    let with_types = group.with_types(env, header.indices.iter().map(Vec::len));
    let members = group.types.iter().zip(header.indices);
    let mut family = Family {
        env: with_types.clone(),
        level_params: group.level_params.clone(),
        levels: group.level_params.iter().map(|p| Level::param(*p)).collect(),
        names: group.names(),
        params: header.params,
        level: header.level,
        members: members.map(|(t, indices)| Member { name: t.name, indices, ctors: Vec::new() }).collect(),
    };
    let mut checker = Checker::new(&with_types);
    for (i, t) in group.types.iter().enumerate() {
        for c in &t.ctors {
            let checked = family.constructor(&mut checker, i, c)?;
            family.members[i].ctors.push(checked);
        }
    }
    Ok(family)
}

impl Family {
    /// Member and indices, when `e` is a type of the group applied to the parameters and to indices free of the group.
    fn application(&self, e: &Expr) -> Option<(usize, Vec<Expr>)> {
        let (head, args) = e.unapp();
        let (n, levels) = head.as_const()?;
        let i = self.names.iter().position(|m| *m == n)?;
        let (params, indices) = args.split_at_checked(self.params.len())?;
        let valid = **levels == *self.levels
            && params.iter().copied().eq(&self.params)
            && indices.len() == self.members[i].indices.len()
            && !indices.iter().any(|x| mentions(&self.names, x));
        valid.then(|| (i, indices.iter().map(|x| (*x).clone()).collect()))
    }

    fn constructor(&self, checker: &mut Checker<'_>, member: usize, c: &ConstructorSpec) -> Checked<Ctor> {
        let mut rest = open_constructor(checker, c, &self.params)?;
        let proposition = checker.is_zero(&self.level)?;
        let mut fields = Vec::new();
        while let Kind::Pi(domain, body) = rest.kind() {
            let level = checker.level_of(domain)?;
            if !proposition && !checker.level_at_most(&level, &self.level)? {
                return Err(reject("field-universe", format!("an argument of '{}' is too large", c.name)));
            }
            let recursive = self.recursive_field(checker, domain, c.name)?;
            let (local, ty) = (Expr::fresh(domain.clone()), domain.clone());
            let next = body.instantiate(&[&local]);
            fields.push(Field { local, ty, recursive });
            rest = next;
        }
        match self.application(&rest) {
            Some((m, indices)) if m == member => Ok(Ctor { name: c.name, fields, indices }),
            _ => Err(reject("constructor-result", format!("'{}' must give a value of its own type", c.name))),
        }
    }

    /// Strict positivity: the group does not occur, or the type is `∀ xs, member indices` and it does not occur in the types
    /// of `xs`.
    fn recursive_field(
        &self,
        checker: &mut Checker<'_>,
        ty: &Expr,
        ctor: Name,
    ) -> Checked<Option<RecursiveField>> {
        let bad = |why: &str| Err(reject("positivity", format!("'{ctor}': {why}")));
        let (mut ty, mut xs) = (ty.clone(), Vec::new());
        loop {
            if mentions(&self.names, &ty) {
                ty = checker.whnf(&ty)?;
            }
            if !mentions(&self.names, &ty) {
                return Ok(None);
            }
            let Kind::Pi(domain, body) = ty.kind() else { break };
            if mentions(&self.names, domain) {
                return bad("the type occurs to the left of an arrow");
            }
            let x = Expr::fresh(domain.clone());
            let next = body.instantiate(&[&x]);
            xs.push(x);
            ty = next;
        }
        match self.application(&ty) {
            Some((member, indices)) => Ok(Some(RecursiveField { xs, member, indices })),
            None => bad("the type occurs where it is no recursive argument"),
        }
    }
}
