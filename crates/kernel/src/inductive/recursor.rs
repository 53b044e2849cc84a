//! Recursors: elimination level, types, computation rules; and the check of what was generated.

use super::{Ctor, Group, Member, Telescope, is_proposition};
use crate::checker::{Checked, MAX_NEW_NODES, TypeChecker, mismatch, reject};
use crate::decl::{ConstantVal, RecursorRule, RecursorVal};
use crate::env::{Environment, KernelError};
use crate::level;
use crate::name::Name;
use crate::term::{Binder, BinderInfo, Expr, Level, Node};
use std::sync::Arc;

/// Whether the motives may go into every sort. They go into `Prop` alone when distinct constructors, or data in
/// them, of what may be a proposition could otherwise be told apart.
pub(super) fn eliminates_into_all_sorts(tc: &mut TypeChecker<'_>, group: &Group<'_>) -> Checked<bool> {
    if level::is_never_zero(group.st, group.level) {
        return Ok(true);
    }
    let [member] = &group.members[..] else { return Ok(false) };
    let ctor = match &member.ctors[..] {
        [] => return Ok(true),
        [c] => c,
        _ => return Ok(false),
    };
    for f in &ctor.fields {
        let is_index = ctor.indices.contains(&group.st.fvar(f.id));
        if !is_index && !tc.is_prop(f.ty)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Takes the cost of the recursors from the budget before they are made. Every type and every rule binds all parameters,
/// motives and minor premises, so that the size is quadratic in the number of constructors.
pub(super) fn charge(tc: &mut TypeChecker<'_>, group: &Group<'_>) -> Checked<()> {
    let ctors: usize = group.members.iter().map(|m| m.ctors.len()).sum();
    let locals = group.params.len() + group.members.len() + ctors;
    let binders = (group.members.len() + ctors).saturating_mul(locals);
    // A binder comes with its type: about eight terms.
    if binders > MAX_NEW_NODES / 8 {
        return Err(KernelError::Resource("the recursors of the group are too large".into()));
    }
    // Abstracting a local looks for it among the others.
    tc.charge(binders.saturating_mul(1 + locals / 64) as u64)
}

/// The recursors with the locals they were made from, which the check uses again.
pub(super) struct Generated {
    pub recursors: Vec<RecursorVal>,
    levels: Vec<Level>,
    motives: Telescope,
    minors: Vec<Telescope>,
}

struct Builder<'g, 'a> {
    group: &'g Group<'a>,
    /// The sort of the motives.
    elim: Level,
    motives: Telescope,
    /// The minor premises, member by member.
    minors: Vec<Telescope>,
    rec_names: Vec<Name>,
    rec_levels: Vec<Level>,
}

/// Generates the recursors of all members.
pub(super) fn generate(group: &Group<'_>, all: &Arc<[Name]>, large: bool) -> Generated {
    let st = group.st;
    let elim_name = fresh_level_name(&group.level_params);
    let mut level_params: Vec<Name> = group.level_params.to_vec();
    if large {
        level_params.insert(0, elim_name);
    }
    let mut b = Builder {
        group,
        elim: if large { st.l_param(elim_name) } else { st.l_zero() },
        motives: Vec::new(),
        minors: Vec::new(),
        rec_names: recursor_names(group),
        rec_levels: level_params.iter().map(|p| st.l_param(*p)).collect(),
    };
    b.make_motives();
    for m in &group.members {
        let minors = m.ctors.iter().map(|c| b.minor(m, c)).collect();
        b.minors.push(minors);
    }
    let all_minors: Telescope = b.minors.iter().flatten().copied().collect();
    let k = group.members.len() == 1
        && is_proposition(group)
        && matches!(&group.members[0].ctors[..], [c] if c.fields.is_empty());
    let level_params: Arc<[Name]> = level_params.into();
    let recursors = group.members.iter().enumerate().map(|(i, m)| {
        let rules = m.ctors.iter().enumerate().map(|(j, c)| {
            let explicit = |locals| bound(BinderInfo::Default, locals);
            let locals =
                [&explicit(&group.params)[..], &explicit(&b.motives), &all_minors, &field_locals(c)].concat();
            RecursorRule {
                ctor: c.name,
                num_fields: c.fields.len(),
                rhs: st.bind_lams(&locals, b.rule_body(i, j)),
            }
        });
        RecursorVal {
            cval: ConstantVal {
                name: b.rec_names[i],
                level_params: level_params.clone(),
                ty: b.recursor_type(i, &all_minors),
            },
            all: all.clone(),
            num_params: group.params.len(),
            num_indices: m.indices.len(),
            num_motives: b.motives.len(),
            num_minors: all_minors.len(),
            rules: rules.collect(),
            k,
        }
    });
    Generated {
        recursors: recursors.collect(),
        levels: b.rec_levels.clone(),
        motives: b.motives.clone(),
        minors: b.minors.clone(),
    }
}

/// `u`, or `u_1`, `u_2`, … when the group has that parameter already.
fn fresh_level_name(taken: &[Name]) -> Name {
    let u = Name::new("u");
    if !taken.contains(&u) {
        return u;
    }
    (1..).map(|i| Name::anon().str(&format!("u_{i}"))).find(|n| !taken.contains(n)).unwrap_or(u)
}

/// `T.rec` for the types of the group; `M.rec_1`, … with `M` the first type for the nested instances.
fn recursor_names(group: &Group<'_>) -> Vec<Name> {
    let own = group.names.len();
    let name = |i: usize, m: &Member| match i.checked_sub(own) {
        None => m.name.str("rec"),
        Some(k) => group.names[0].str(&format!("rec_{}", k + 1)),
    };
    group.members.iter().enumerate().map(|(i, m)| name(i, m)).collect()
}

fn field_locals(c: &Ctor) -> Telescope {
    c.fields.iter().map(|f| (f.id, f.binder, f.ty)).collect()
}

fn bound(info: BinderInfo, locals: &Telescope) -> Telescope {
    locals.iter().map(|(id, b, ty)| (*id, Binder::with_info(b.name, info), *ty)).collect()
}

impl Builder<'_, '_> {
    fn vars(&self, locals: &Telescope) -> Vec<Expr> {
        locals.iter().map(|l| self.group.st.fvar(l.0)).collect()
    }

    fn apply(&self, f: Expr, locals: &Telescope) -> Expr {
        self.group.st.apps(f, &self.vars(locals))
    }

    /// `C params fields` of member `m`.
    fn constructor_value(&self, m: &Member, c: &Ctor) -> Expr {
        let st = self.group.st;
        let head = st.apps(st.mk(Node::Const(c.name, m.levels)), &m.params);
        self.apply(head, &field_locals(c))
    }

    /// The motive of a member at indices and a value.
    fn motive_at(&self, member: usize, indices: &[Expr], value: Expr) -> Expr {
        let st = self.group.st;
        st.app(st.apps(st.fvar(self.motives[member].0), indices), value)
    }

    fn major(&self, m: &Member) -> Telescope {
        let ty = self.apply(m.head, &m.indices);
        vec![(self.group.st.fresh_fvar(), Binder::new(Name::new("t")), ty)]
    }

    /// `∀ indices, member indices → Sort elim`, for each member.
    fn make_motives(&mut self) {
        let st = self.group.st;
        let several = self.group.members.len() > 1;
        for (i, m) in self.group.members.iter().enumerate() {
            let name = if several { format!("motive_{}", i + 1) } else { "motive".to_string() };
            let locals = [&m.indices[..], &self.major(m)].concat();
            let ty = st.bind_pis(&locals, st.sort(self.elim));
            let binder = Binder::with_info(Name::anon().str(&name), BinderInfo::Implicit);
            self.motives.push((st.fresh_fvar(), binder, ty));
        }
    }

    /// The minor premise of a constructor: `∀ fields, induction hypotheses → motive indices (C params fields)`.
    fn minor(&self, m: &Member, c: &Ctor) -> (crate::FVarId, Binder, Expr) {
        let st = self.group.st;
        let mut locals = field_locals(c);
        for f in &c.fields {
            let Some(r) = &f.recursive else { continue };
            let value = self.apply(st.fvar(f.id), &r.xs);
            let ty = st.bind_pis(&r.xs, self.motive_at(r.member, &r.indices, value));
            let name = match f.binder.name.last() {
                Some(crate::Part::Str(s)) => f.binder.name.prefix().str(&format!("{s}_ih")),
                _ => Name::new("ih"),
            };
            locals.push((st.fresh_fvar(), Binder::new(name), ty));
        }
        let member = self.group.members.iter().position(|x| std::ptr::eq(x, m)).unwrap_or(0);
        let result = self.motive_at(member, &c.indices, self.constructor_value(m, c));
        let name = Name::anon().str(c.name.last_str());
        (st.fresh_fvar(), Binder::new(name), st.bind_pis(&locals, result))
    }

    fn recursor_type(&self, member: usize, all_minors: &Telescope) -> Expr {
        let m = &self.group.members[member];
        let major = self.major(m);
        let result = self.motive_at(member, &self.vars(&m.indices), self.group.st.fvar(major[0].0));
        let implicit = |locals| bound(BinderInfo::Implicit, locals);
        // A motive that no minor premise speaks of, as that of `False.rec`, is found in no argument.
        let mut motives = self.motives.clone();
        for (id, binder, _) in &mut motives {
            let st = self.group.st;
            let speaks = |ty| st.any_subterm(ty, |e| st.node(e) == Node::FVar(*id));
            if !all_minors.iter().any(|(_, _, ty)| speaks(*ty)) {
                binder.info = BinderInfo::Default;
            }
        }
        let params = implicit(&self.group.params);
        let locals = [&params[..], &motives, all_minors, &implicit(&m.indices), &major].concat();
        self.group.st.bind_pis(&locals, result)
    }

    /// `rec params motives minors` of a member.
    fn recursor_head(&self, member: usize) -> Expr {
        let st = self.group.st;
        let mut e = st.const_(self.rec_names[member], &self.rec_levels);
        e = self.apply(e, &self.group.params);
        e = self.apply(e, &self.motives);
        self.minors.iter().fold(e, |e, minors| self.apply(e, minors))
    }

    /// `minor fields (fun xs => rec … indices (field xs)) …`
    fn rule_body(&self, member: usize, ctor: usize) -> Expr {
        let st = self.group.st;
        let c = &self.group.members[member].ctors[ctor];
        let mut e = self.apply(st.fvar(self.minors[member][ctor].0), &field_locals(c));
        for f in &c.fields {
            let Some(r) = &f.recursive else { continue };
            let value = self.apply(st.fvar(f.id), &r.xs);
            let ih = st.app(st.apps(self.recursor_head(r.member), &r.indices), value);
            e = st.app(e, st.bind_lams(&r.xs, ih));
        }
        e
    }
}

/// Type-checks each recursor, and each rule: both sides must have convertible types. `env` has the whole group.
pub(super) fn check_generated(env: &Environment, group: &Group<'_>, g: &Generated) -> Checked<()> {
    let st = group.st;
    let mut tc = TypeChecker::new(env, st);
    for r in &g.recursors {
        let sort = tc.check(r.cval.ty)?;
        tc.ensure_sort(sort)?;
    }
    let locals = group.params.iter().chain(&g.motives).chain(g.minors.iter().flatten());
    let mut args = Vec::new();
    for (id, _, ty) in locals {
        tc.declare_local(*id, *ty, None);
        args.push(st.fvar(*id));
    }
    for (r, m) in g.recursors.iter().zip(&group.members) {
        let head = st.apps(st.const_(r.cval.name, &g.levels), &args);
        for (c, rule) in m.ctors.iter().zip(r.rules.iter()) {
            let mut fields = Vec::new();
            for f in &c.fields {
                tc.declare_local(f.id, f.ty, None);
                fields.push(st.fvar(f.id));
            }
            let value = st.apps(st.apps(st.mk(Node::Const(c.name, m.levels)), &m.params), &fields);
            let left = st.app(st.apps(head, &c.indices), value);
            let right = st.beta(rule.rhs, &[&args[..], &fields].concat());
            let (left_ty, right_ty) = (tc.check(left)?, tc.check(right)?);
            if !tc.def_eq(left_ty, right_ty)? {
                return Err(mismatch(
                    "recursor-rule",
                    "a computation rule changes the type",
                    left_ty,
                    right_ty,
                ));
            }
            let sort = tc.check(rule.rhs)?;
            tc.sort_of(sort).map_err(|_| reject("recursor-rule", "a computation rule is ill typed"))?;
        }
    }
    Ok(())
}
