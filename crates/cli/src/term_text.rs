//! Terms of the kernel as Lean text: the elaborator's printer on a bare environment.

use std::rc::Rc;
use turnstile_elab::pp::PpOptions;
use turnstile_elab::{Env, Meta};
use turnstile_kernel::{Environment, Expr, Store};

/// Steps of work for finding out what is implicit.
const FUEL: u64 = 1_000_000;
/// Parts of a term that are shown.
const PARTS: u32 = 500;

/// Two terms that differ, so that the texts differ as well where that is possible.
pub fn both_sides(env: &Environment, st: &Rc<Store>, (a, b): (Expr, Expr)) -> (String, String) {
    let short = PpOptions { max_steps: PARTS, max_depth: 100, width: 80, ..PpOptions::default() };
    let long = PpOptions { explicit: true, universes: true, notation: false, ..short.clone() };
    let print = |options: &PpOptions| {
        let show = |e| {
            // A printer each: it keeps what it found out about terms.
            let mut m = Meta::new(st.clone(), Env { kernel: env.clone(), ..Env::default() });
            m.budget.fuel = FUEL;
            m.pp_with(e, options, 0)
        };
        rename_locals(show(a), show(b))
    };
    let (found, expected) = print(&short);
    if found == expected { print(&long) } else { (found, expected) }
}

/// The checker's own variables have numbers; they are called `x₁`, `x₂`, … in the order of their appearance.
fn rename_locals(a: String, b: String) -> (String, String) {
    const MARK: &str = "_fvar.";
    let mut known: Vec<String> = Vec::new();
    let mut rename = |text: String| {
        let mut pieces = text.split(MARK);
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let end = piece.find(|c: char| !c.is_ascii_digit()).unwrap_or(piece.len());
            let (number, rest) = piece.split_at(end);
            let place = known.iter().position(|k| k == number).unwrap_or_else(|| {
                known.push(number.to_owned());
                known.len() - 1
            });
            out.push('x');
            out.extend((place + 1).to_string().bytes().map(subscript));
            out.push_str(rest);
        }
        out
    };
    let a = rename(a);
    (a, rename(b))
}

fn subscript(digit: u8) -> char {
    char::from_u32('₀' as u32 + u32::from(digit - b'0')).unwrap_or('?')
}

#[cfg(test)]
mod tests {
    use super::*;
    use turnstile_kernel::{Binder, FVarId, Name};

    #[test]
    fn locals_have_readable_names() {
        let (st, env) = (Rc::new(Store::new()), Environment::default());
        let (x, y) = (st.fvar(FVarId(70)), st.fvar(FVarId(7)));
        let (a, b) = (st.app(x, y), st.lam(Binder::new(Name::anon()), st.prop(), st.app(y, st.bvar(0))));
        assert_eq!(both_sides(&env, &st, (a, b)), ("x₁ x₂".into(), "fun x => x₂ x".into()));
    }

    #[test]
    fn what_differs_looks_different() {
        let (st, env) = (Rc::new(Store::new()), Environment::default());
        let id = |l| st.const_(Name::new("id"), &[l]);
        let (a, b) = both_sides(&env, &st, (id(st.l_zero()), id(st.l_one())));
        assert_eq!((a.as_str(), b.as_str()), ("id.{0}", "id.{1}"));
    }
}
