//! Recursors: which sorts they eliminate into, their types and rules; and the check of the result.

use super::members::{Ctor, Family, Member};
use crate::checker::Checker;
use crate::env::{Checked, Constant, ConstantKind, Environment, RecursorRule, reject};
use crate::expr::{Expr, Kind};
use crate::level::Level;
use std::sync::Arc;
use turnstile_kernel::Name;

/// Whether the motives may go into every sort: when the type is data, or when there is at most one constructor and nothing
/// can be learnt from it that its type does not say.
pub(super) fn is_large(family: &Family) -> Checked<bool> {
    let mut checker = Checker::new(&family.env);
    if checker.level_at_most(&Level::one(), &family.level)? {
        return Ok(true);
    }
    let [member] = &family.members[..] else { return Ok(false) };
    let ctor = match &member.ctors[..] {
        [] => return Ok(true),
        [c] => c,
        _ => return Ok(false),
    };
    for f in &ctor.fields {
        if !ctor.indices.contains(&f.local) && !checker.is_prop(&f.ty)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether the recursor reduces on every proof: one proposition with one constructor without arguments.
pub(super) fn has_k(family: &Family) -> Checked<bool> {
    let single = match &family.members[..] {
        [m] => matches!(&m.ctors[..], [c] if c.fields.is_empty()),
        _ => false,
    };
    Ok(single && Checker::new(&family.env).is_zero(&family.level)?)
}

/// A recursor before the translation of nested types is undone.
pub(super) struct Generated {
    pub name: Name,
    pub level_params: Arc<[Name]>,
    pub ty: Expr,
    pub rules: Vec<RecursorRule>,
}

struct Builder<'a> {
    family: &'a Family,
    names: Vec<Name>,
    levels: Vec<Level>,
    motives: Vec<Expr>,
    /// The major premise of each recursor.
    majors: Vec<Expr>,
    /// The minor premises, member by member.
    minors: Vec<Vec<Expr>>,
}

/// The recursors of all members. Those of the types in `declared` are `T.rec`, those of auxiliary types `M.rec_1`, …
/// with `M` the first declared type.
pub(super) fn generate(family: &Family, declared: &[Name], large: bool) -> Vec<Generated> {
    let mut level_params = family.level_params.to_vec();
    let mut sort = Level::zero();
    if large {
        let candidates = (0..).map(|i: u32| match i {
            0 => Name::anon().str("u"),
            i => Name::anon().str(&format!("u_{i}")),
        });
        let fresh = candidates.into_iter().find(|n| !level_params.contains(n)).unwrap_or_else(Name::anon);
        level_params.insert(0, fresh);
        sort = Level::param(fresh);
    }
    let name = |i: usize| match declared.get(i) {
        Some(t) => t.str("rec"),
        None => declared[0].str(&format!("rec_{}", i + 1 - declared.len())),
    };
    let mut b = Builder {
        family,
        names: (0..family.members.len()).map(name).collect(),
        levels: level_params.iter().map(|p| Level::param(*p)).collect(),
        motives: Vec::new(),
        majors: Vec::new(),
        minors: Vec::new(),
    };
    for m in &family.members {
        let ty = Expr::apps(&b.at_params(m.name), &m.indices);
        let major = Expr::fresh(ty);
        let locals = [&m.indices[..], std::slice::from_ref(&major)].concat();
        b.motives.push(Expr::fresh(Expr::bind_pi(&locals, &Expr::sort(sort.clone()))));
        b.majors.push(major);
    }
    for (i, m) in family.members.iter().enumerate() {
        let minors = m.ctors.iter().map(|c| Expr::fresh(b.minor_type(i, c))).collect();
        b.minors.push(minors);
    }
    let level_params: Arc<[Name]> = level_params.into();
    let recursors = family.members.iter().enumerate().map(|(i, m)| Generated {
        name: b.names[i],
        level_params: level_params.clone(),
        ty: b.recursor_type(i, m),
        rules: m.ctors.iter().enumerate().map(|(j, c)| b.rule(i, j, c)).collect(),
    });
    recursors.collect()
}

fn fields(c: &Ctor) -> Vec<Expr> {
    c.fields.iter().map(|f| f.local.clone()).collect()
}

impl Builder<'_> {
    /// A type or constructor of the group at its parameters.
    fn at_params(&self, n: Name) -> Expr {
        Expr::apps(&Expr::constant(n, &self.family.levels), &self.family.params)
    }

    fn motive(&self, member: usize, indices: &[Expr], value: &Expr) -> Expr {
        Expr::app(&Expr::apps(&self.motives[member], indices), value)
    }

    /// Parameters, motives, minor premises: what all recursors begin with.
    fn common(&self) -> Vec<Expr> {
        let minors: Vec<Expr> = self.minors.iter().flatten().cloned().collect();
        [&self.family.params[..], &self.motives, &minors].concat()
    }

    /// `∀ fields, induction hypotheses → motive indices (C params fields)`
    fn minor_type(&self, member: usize, c: &Ctor) -> Expr {
        let mut locals = fields(c);
        let value = Expr::apps(&self.at_params(c.name), &locals);
        for f in &c.fields {
            if let Some(r) = &f.recursive {
                let hypothesis = self.motive(r.member, &r.indices, &Expr::apps(&f.local, &r.xs));
                locals.push(Expr::fresh(Expr::bind_pi(&r.xs, &hypothesis)));
            }
        }
        Expr::bind_pi(&locals, &self.motive(member, &c.indices, &value))
    }

    fn recursor_type(&self, member: usize, m: &Member) -> Expr {
        let major = &self.majors[member];
        let mut locals = self.common();
        locals.extend(m.indices.iter().chain([major]).cloned());
        Expr::bind_pi(&locals, &self.motive(member, &m.indices, major))
    }

    /// `fun params motives minors fields => minor fields (fun xs => rec … indices (field xs)) …`
    fn rule(&self, member: usize, ctor: usize, c: &Ctor) -> RecursorRule {
        let mut locals = self.common();
        let mut body = Expr::apps(&self.minors[member][ctor], &fields(c));
        for f in &c.fields {
            if let Some(r) = &f.recursive {
                let rec = Expr::apps(&Expr::constant(self.names[r.member], &self.levels), &locals);
                let value = Expr::apps(&f.local, &r.xs);
                let result = Expr::app(&Expr::apps(&rec, &r.indices), &value);
                body = Expr::app(&body, &Expr::bind_lam(&r.xs, &result));
            }
        }
        locals.extend(fields(c));
        RecursorRule { ctor: c.name, num_fields: c.fields.len(), rhs: Expr::bind_lam(&locals, &body) }
    }
}

/// Checks an installed recursor: its type, its rules, and that both sides of each rule have the same type.
pub(super) fn check(env: &Environment, recursor: &Constant) -> Checked<()> {
    let malformed = || reject("recursor", "a recursor is malformed");
    let ConstantKind::Recursor(r) = &recursor.kind else { return Err(malformed()) };
    let Some(ind) = env.inductive(r.induct) else { return Err(malformed()) };
    let mut checker = Checker::new(env);
    checker.check_type(&recursor.ty)?;
    let mut locals = Vec::new();
    let mut rest = recursor.ty.clone();
    for _ in 0..r.num_params + r.num_motives + r.num_minors + r.num_indices {
        let Kind::Pi(domain, body) = rest.kind() else { return Err(malformed()) };
        let x = Expr::fresh(domain.clone());
        let next = body.instantiate(&[&x]);
        locals.push(x);
        rest = next;
    }
    locals.truncate(r.num_params + r.num_motives + r.num_minors);
    let Kind::Pi(major, _) = rest.kind() else { return Err(malformed()) };
    let (head, args) = major.unapp();
    let Some((_, levels)) = head.as_const() else { return Err(malformed()) };
    let Some(own_params) = args.get(..ind.num_params) else { return Err(malformed()) };
    let rec_levels: Vec<Level> = recursor.level_params.iter().map(|p| Level::param(*p)).collect();
    let rec = Expr::apps(&Expr::constant(recursor.name, &rec_levels), &locals);
    for rule in &r.rules {
        checker.infer(&rule.rhs, true)?;
        let (mut fields, mut right) = (Vec::new(), Expr::beta(&rule.rhs, &locals));
        for _ in 0..rule.num_fields {
            let Kind::Lam(domain, body) = right.kind() else { return Err(malformed()) };
            let x = Expr::fresh(domain.clone());
            let next = body.instantiate(&[&x]);
            fields.push(x);
            right = next;
        }
        let ctor = Expr::apps(&Expr::constant(rule.ctor, levels), own_params.iter().copied());
        let value = Expr::apps(&ctor, &fields);
        let ty = checker.infer(&value, true)?;
        let ty = checker.whnf(&ty)?;
        let (_, result) = ty.unapp();
        let Some(indices) = result.get(ind.num_params..) else { return Err(malformed()) };
        let left = Expr::app(&Expr::apps(&rec, indices.iter().copied()), &value);
        let (left, right) = (checker.infer(&left, true)?, checker.infer(&right, true)?);
        if !checker.def_eq(&left, &right)? {
            return Err(reject("recursor-rule", "a computation rule changes the type"));
        }
    }
    Ok(())
}
