// Arbitrary bytes to the reader of exports: an answer, and no acceptance of what does not hold.

use turnstile_export::Importer;
use turnstile_kernel::{ConstantInfo, Environment, Store, TypeChecker};

/// Small, so that a hostile file is declined soon.
const STEPS: u64 = 200_000;

/// Whether the file is accepted. Panics, like any panic of the reader itself, show a fault.
pub fn check(bytes: &[u8]) -> bool {
    let st = Store::new();
    let mut importer = Importer::new(&st);
    importer.env.set_step_limit(STEPS);
    for line in bytes.split_inclusive(|b| *b == b'\n') {
        let Ok(text) = std::str::from_utf8(line) else { return false };
        if importer.line(text).is_err() {
            return false;
        }
    }
    if importer.finish().is_err() {
        return false;
    }
    importer.env.iter().for_each(|c| holds(&importer.env, &st, c));
    true
}

/// Every term of an accepted constant is closed and well typed, and its value has its type.
fn holds(env: &Environment, st: &Store, c: &ConstantInfo) {
    let mut tc = TypeChecker::new(env, st);
    tc.set_steps(100 * STEPS);
    let name = c.name();
    let params = &c.cval().level_params;
    tc.check_closed(params, c.ty()).unwrap_or_else(|e| panic!("the type of {name}: {e}"));
    let sort = tc.check(c.ty()).unwrap_or_else(|e| panic!("the type of {name}: {e}"));
    let level = tc.ensure_sort(sort).unwrap_or_else(|e| panic!("the type of {name}: {e}"));
    if matches!(c, ConstantInfo::Theorem(..)) {
        assert!(turnstile_kernel::level::is_zero(st, level), "the theorem {name} is not a proposition");
    }
    if let Some(v) = c.value() {
        tc.check_closed(params, v).unwrap_or_else(|e| panic!("the value of {name}: {e}"));
        let ty = tc.check(v).unwrap_or_else(|e| panic!("the value of {name}: {e}"));
        assert!(tc.def_eq(ty, c.ty()).unwrap_or(false), "the value of {name} has another type");
    }
    if let ConstantInfo::Recursor(r) = c {
        for rule in r.rules.iter() {
            tc.check_closed(params, rule.rhs).unwrap_or_else(|e| panic!("a rule of {name}: {e}"));
            tc.check(rule.rhs).unwrap_or_else(|e| panic!("a rule of {name}: {e}"));
        }
    }
}
