//! The file's copy of derived data against what the kernel derived.

use crate::importer::{Importer, Stop, reject};
use crate::line::{Ctor, IndType, Inductive, Kind, Rec};
use turnstile_kernel::{
    ConstantInfo, ConstantVal, ConstructorVal, Expr, InductiveVal, Name, QuotKind, RecursorVal, TypeChecker,
};

pub(crate) fn quot(im: &Importer<'_>, kind: Kind, theirs: &ConstantVal) -> Result<(), Stop> {
    let (name, kind) = match kind {
        Kind::Type => ("Quot", QuotKind::Type),
        Kind::Ctor => ("Quot.mk", QuotKind::Mk),
        Kind::Lift => ("Quot.lift", QuotKind::Lift),
        Kind::Ind => ("Quot.ind", QuotKind::Ind),
    };
    match im.env.get(Name::new(name)).map(|c| &**c) {
        Some(ConstantInfo::Quot(ours, k)) if *k == kind && ours.name == theirs.name => {
            same_type(im, ours, theirs)
        }
        _ => derived(format!("'{}' is not a constant of the quotient type", theirs.name)),
    }
}

/// Types equal up to the names of level parameters and bound variables.
fn same_type(im: &Importer<'_>, ours: &ConstantVal, theirs: &ConstantVal) -> Result<(), Stop> {
    if ours.level_params.len() != theirs.level_params.len() {
        return differs(ours.name, "number of level parameters");
    }
    if same_term(im, theirs.ty, ours.ty, &theirs.level_params, &ours.level_params)? {
        return Ok(());
    }
    differs(ours.name, "type")
}

/// A closed term of the file against ours: the same up to bound names, or else well typed and convertible.
fn same_term(
    im: &Importer<'_>,
    theirs: Expr,
    ours: Expr,
    their_params: &[Name],
    our_params: &[Name],
) -> Result<bool, Stop> {
    let mut tc = TypeChecker::new(&im.env, im.st);
    tc.check_closed(their_params, theirs)?;
    let levels: Vec<_> = our_params.iter().map(|p| im.st.l_param(*p)).collect();
    let theirs = im.st.instantiate_levels(theirs, their_params, &levels);
    if im.st.alpha_eq(theirs, ours) {
        return Ok(true);
    }
    let (a, b) = (tc.check(theirs)?, tc.check(ours)?);
    Ok(tc.def_eq(a, b)? && tc.def_eq(theirs, ours)?)
}

/// What the file says of derived data is wrong.
fn derived<T>(why: impl Into<String>) -> Result<T, Stop> {
    Err(reject("derived-data", why))
}

fn differs<T>(name: Name, what: &str) -> Result<T, Stop> {
    derived(format!("the {what} of '{name}' in the file is not what follows from the declaration"))
}

pub(crate) fn group(im: &Importer<'_>, g: &Inductive) -> Result<(), Stop> {
    for t in &g.types {
        match im.env.get(im.name(t.name)?).map(|c| &**c) {
            Some(ConstantInfo::Inductive(ours)) => inductive_type(im, ours, t)?,
            _ => return derived("a type of the group is missing"),
        }
    }
    for c in &g.ctors {
        match im.env.get(im.name(c.name)?).map(|c| &**c) {
            Some(ConstantInfo::Constructor(ours)) => constructor(im, ours, c)?,
            _ => return derived("a constructor of the group is missing"),
        }
    }
    let Some(first) = g.types.first() else { return derived("an inductive group without types") };
    let mut expected: Vec<Name> = Vec::new();
    for t in &g.types {
        expected.push(im.name(t.name)?.str("rec"));
    }
    let main = im.name(first.name)?;
    expected.extend((1..=first.num_nested).map(|i| main.str(&format!("rec_{i}"))));
    for r in &g.recs {
        let name = im.name(r.name)?;
        let Some(i) = expected.iter().position(|n| *n == name) else {
            return derived(format!("'{name}' is not a recursor of the group, or is listed twice"));
        };
        expected.swap_remove(i);
        match im.env.get(name).map(|c| &**c) {
            Some(ConstantInfo::Recursor(ours)) => recursor(im, ours, r)?,
            _ => return derived(format!("'{name}' is not a recursor")),
        }
    }
    match expected.first() {
        Some(n) => derived(format!("the recursor '{n}' is missing")),
        None => Ok(()),
    }
}

/// The first of the named comparisons that fails is the error.
fn all_equal(name: Name, comparisons: &[(&str, bool)]) -> Result<(), Stop> {
    match comparisons.iter().find(|c| !c.1) {
        Some((what, _)) => differs(name, what),
        None => Ok(()),
    }
}

fn inductive_type(im: &Importer<'_>, ours: &InductiveVal, t: &IndType) -> Result<(), Stop> {
    all_equal(
        ours.cval.name,
        &[
            ("level parameters", *im.name_list(&t.level_params)? == *ours.cval.level_params),
            ("type", im.st.alpha_eq(im.expr(t.ty)?, ours.cval.ty)),
            ("numParams", t.num_params == ours.num_params),
            ("numIndices", t.num_indices == ours.num_indices),
            ("list of types", *im.name_list(&t.all)? == *ours.all),
            ("list of constructors", *im.name_list(&t.ctors)? == *ours.ctors),
            ("numNested", t.num_nested == ours.num_nested),
            ("isRec", t.is_rec == ours.is_rec),
            ("isReflexive", t.is_reflexive == ours.is_reflexive),
        ],
    )
}

fn constructor(im: &Importer<'_>, ours: &ConstructorVal, c: &Ctor) -> Result<(), Stop> {
    all_equal(
        ours.cval.name,
        &[
            ("level parameters", *im.name_list(&c.level_params)? == *ours.cval.level_params),
            ("type", im.st.alpha_eq(im.expr(c.ty)?, ours.cval.ty)),
            ("inductive type", im.name(c.induct)? == ours.induct),
            ("cidx", c.cidx == ours.cidx),
            ("numParams", c.num_params == ours.num_params),
            ("numFields", c.num_fields == ours.num_fields),
        ],
    )
}

fn recursor(im: &Importer<'_>, ours: &RecursorVal, r: &Rec) -> Result<(), Stop> {
    let name = ours.cval.name;
    let params = im.name_list(&r.level_params)?;
    // The elimination level may have another name; the group's own parameters may not.
    let own = match im.env.get(ours.all.first().copied().unwrap_or(name)).map(|c| &**c) {
        Some(ConstantInfo::Inductive(i)) => i.cval.level_params.len(),
        _ => return derived(format!("'{name}' belongs to no type")),
    };
    let tail = |ps: &[Name]| ps[ps.len().saturating_sub(own)..].to_vec();
    let distinct = params.iter().enumerate().all(|(i, p)| !params[..i].contains(p));
    all_equal(
        name,
        &[
            ("number of level parameters", params.len() == ours.cval.level_params.len()),
            ("level parameters", distinct && tail(&params) == tail(&ours.cval.level_params)),
            ("list of types", *im.name_list(&r.all)? == *ours.all),
            ("numParams", r.num_params == ours.num_params),
            ("numIndices", r.num_indices == ours.num_indices),
            ("numMotives", r.num_motives == ours.num_motives),
            ("numMinors", r.num_minors == ours.num_minors),
            ("k", r.k == ours.k),
            ("number of rules", r.rules.len() == ours.rules.len()),
        ],
    )?;
    let theirs = ConstantVal { name, level_params: params.clone().into(), ty: im.expr(r.ty)? };
    same_type(im, &ours.cval, &theirs)?;
    for (rule, own_rule) in r.rules.iter().zip(ours.rules.iter()) {
        if im.name(rule.ctor)? != own_rule.ctor || rule.nfields != own_rule.num_fields {
            return differs(name, "rules");
        }
        if !same_term(im, im.expr(rule.rhs)?, own_rule.rhs, &params, &ours.cval.level_params)? {
            return differs(name, "computation rule");
        }
    }
    Ok(())
}
