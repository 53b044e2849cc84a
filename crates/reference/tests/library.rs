//! The embedded library, declaration by declaration in its order: the reference accepts all of it and derives the same.

use turnstile_kernel::{ConstantInfo, Constructor, Declaration, InductiveType, Name, QuotKind, Store};
use turnstile_reference::Environment;

/// The declaration that begins with the constant `c`; `None` for what another declaration brings with it.
fn declaration(env: &turnstile_kernel::Environment, c: &ConstantInfo) -> Option<Declaration> {
    let ty = |n: Name| env.get(n).unwrap().ty();
    Some(match c {
        ConstantInfo::Axiom(c) => Declaration::Axiom(c.clone()),
        ConstantInfo::Definition(c, v, hint) => Declaration::Definition(c.clone(), *v, *hint),
        ConstantInfo::Theorem(c, v) => Declaration::Theorem(c.clone(), *v),
        ConstantInfo::Opaque(c, v) => Declaration::Opaque(c.clone(), *v),
        ConstantInfo::Quot(_, QuotKind::Type) => Declaration::Quot,
        ConstantInfo::Inductive(first) if first.all[0] == first.cval.name => {
            let types = first.all.iter().map(|n| match &**env.get(*n).unwrap() {
                ConstantInfo::Inductive(t) => InductiveType {
                    name: *n,
                    ty: t.cval.ty,
                    ctors: t.ctors.iter().map(|c| Constructor { name: *c, ty: ty(*c) }).collect(),
                },
                other => panic!("{} is not an inductive type", other.name()),
            });
            Declaration::Inductive {
                level_params: first.cval.level_params.clone(),
                num_params: first.num_params,
                types: types.collect(),
            }
        }
        _ => return None,
    })
}

#[test]
fn the_library_is_accepted() {
    let (frozen, env) = turnstile_library::load();
    let st = Store::over(&frozen);
    let mut constants: Vec<_> = env.kernel.iter().cloned().collect();
    constants.sort_by_key(|c| (env.ext.order.get(&c.name()).copied(), c.name()));
    let mut reference = Environment::new();
    let mut declarations = 0;
    for c in &constants {
        if let Some(d) = declaration(&env.kernel, c) {
            reference.add_decl(&st, &d).unwrap_or_else(|e| panic!("{}: {e}", c.name()));
            declarations += 1;
        }
    }
    for c in &constants {
        reference.compare(&st, c).unwrap();
    }
    println!("{declarations} declarations, {} constants", constants.len());
    assert!(declarations > 1000, "{declarations}");
}
