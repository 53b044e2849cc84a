//! The embedded library, declaration by declaration in its order: both kernels accept all of it and derive the same; and
//! they agree on small random changes of it.

mod common;

use common::mutate::Mutator;
use common::rng::Rng;
use common::{Tally, compare, number, show};
use turnstile_kernel::{ConstantInfo, ConstantVal, Declaration, Name, Store};
use turnstile_reference::{Doubt, Environment, declaration_of};

const NAT_FUNCTIONS: [&str; 11] =
    ["add", "sub", "mul", "pow", "beq", "ble", "div", "mod", "gcd", "shiftLeft", "shiftRight"];

/// Steps for a changed declaration.
const FUEL: u64 = 300_000;

/// How often the declaration is changed: the functions that may run on numerals are the ones to be fooled about.
fn mutants_of(d: &Declaration, position: usize) -> u64 {
    let is_nat_function = |n: Name| NAT_FUNCTIONS.iter().any(|f| n == Name::new("Nat").str(f));
    match d {
        Declaration::Definition(c, ..) if is_nat_function(c.name) => number("CASES", 150),
        Declaration::Inductive { .. } => 3,
        _ => u64::from(position.is_multiple_of(4)),
    }
}

#[test]
fn the_library_and_changes_of_it() {
    let (frozen, env) = turnstile_library::load();
    let st = Store::over(&frozen);
    let mut constants: Vec<_> = env.kernel.iter().cloned().collect();
    constants.sort_by_key(|c| (env.ext.order.get(&c.name()).copied(), c.name()));
    let mut kernel = turnstile_kernel::Environment::default();
    let mut reference = Environment::new();
    let (mut own, mut changed) = (Tally::default(), Tally::default());
    let mut names: Vec<Name> = vec![Name::new("Nat")];
    for (position, c) in constants.iter().enumerate() {
        // A constructor, say, came with its type.
        if reference.get(c.name()).is_some() {
            continue;
        }
        let d = declaration_of(&env.kernel, c).unwrap();
        for i in 0..mutants_of(&d, position) {
            let rng = Rng::new(number("SEED", 1) << 40 | (position as u64) << 16 | i);
            let mutant = Mutator { st: &st, rng, constants: &names }.declaration(&d);
            let (mut kernel, mut reference) = (kernel.clone(), reference.clone());
            kernel.set_step_limit(FUEL);
            reference.set_fuel(FUEL);
            let answer = kernel.add_decl(&st, &mutant);
            let mut one = compare(&kernel, &mut reference, &st, &mutant, &answer);
            if !one.differences.is_empty() {
                one.differences.push(format!("   {}", show(&st, &mutant)));
            }
            changed.add(one);
        }
        let answer = kernel.add_decl(&st, &d);
        own.add(compare(&kernel, &mut reference, &st, &d, &answer));
        names.push(c.name());
    }
    let run: Vec<_> = constants.iter().map(|c| c.name()).filter(|n| reference.runs(*n)).collect();
    println!("run on numerals: {run:?}");
    own.assert_same("library");
    changed.assert_same("changes of the library");
    assert_eq!((own.rejected, own.no_verdict), (0, 0));
    assert!(own.accepted > 1000 && run.len() >= 8, "{} {run:?}", own.accepted);
    for c in &constants {
        reference.compare(&st, c).unwrap();
    }
}

/// Constant by constant in no particular order, each after what it rests on.
#[test]
fn the_library_is_confirmed() {
    let (frozen, env) = turnstile_library::load();
    let st = Store::over(&frozen);
    let mut names: Vec<Name> = env.kernel.iter().map(|c| c.name()).collect();
    names.sort();
    let mut reference = Environment::new();
    for n in &names {
        reference.confirm_constant(&env.kernel, &st, *n).unwrap();
        assert!(reference.get(*n).is_some(), "{n}");
        assert_eq!(reference.runs(*n), env.kernel.is_accelerated(*n), "{n}");
    }
}

/// A constant that rests on itself is no declaration, wherever it came from.
#[test]
fn circles_are_not_confirmed() {
    let st = Store::new();
    let c = |name: &str| ConstantVal { name: Name::new(name), level_params: [].into(), ty: st.const0("P") };
    let mut p = c("P");
    p.ty = st.prop();
    let circle = [
        ConstantInfo::Axiom(p),
        ConstantInfo::Theorem(c("t"), st.const0("u")),
        ConstantInfo::Theorem(c("u"), st.const0("t")),
    ];
    let env = turnstile_kernel::Environment::from_snapshot(&st, circle);
    for n in ["t", "u"] {
        let doubt = Environment::new().confirm_constant(&env, &st, Name::new(n)).unwrap_err();
        assert!(matches!(doubt, Doubt::Differ { .. }), "{doubt}");
    }
    Environment::new().confirm_constant(&env, &st, Name::new("P")).unwrap();
}
