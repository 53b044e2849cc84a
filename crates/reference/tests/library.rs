//! The embedded library, declaration by declaration in its order: the reference accepts all of it and derives the same.

mod common;

use common::declaration;
use turnstile_kernel::Store;
use turnstile_reference::Environment;

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
