//! `generalize`: a term replaced by a variable.

use crate::goal::{in_goal, new_goal, tactic_error};
use crate::intro::intro_n;
use crate::kabstract::{abstraction_is_type_correct, kabstract};
use crate::terms::Terms;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Binder, Expr, FVarId, MVarId, Name};

/// Replaces, one after another, each term by a new variable of the given name in the target; with a third component, a
/// hypothesis of that name says `term = variable`. Returns the variables.
///
/// # Errors
/// When the target does not make sense for every value of the variable.
pub fn generalize(
    m: &mut Meta,
    g: MVarId,
    args: &[(Expr, Name, Option<Name>)],
) -> Result<(Vec<FVarId>, MVarId)> {
    let mut vars = Vec::with_capacity(args.len());
    let mut g = g;
    for (e, x, eq) in args {
        let next = in_goal(m, g, |m, goal| {
            let st = m.st.clone();
            let e = m.instantiate(*e);
            let ty = m.infer(e)?;
            let ty = m.instantiate(ty);
            let body = match kabstract(m, goal.target, e)? {
                Some(b) => {
                    if !abstraction_is_type_correct(m, ty, b)? {
                        return Err(tactic_error(m, "generalize", g, "result is not type correct"));
                    }
                    b
                }
                None => goal.target,
            };
            let (body, args) = match eq {
                None => (body, vec![e]),
                Some(h) => {
                    let refl = m.mk_eq_refl(e)?;
                    let at_e = m.mk_eq_in(ty, e, e)?;
                    let turnstile_kernel::Node::App(f, _) = st.node(at_e) else { return Err(no_equation()) };
                    let dom = st.app(f, st.bvar(0));
                    (st.pi(Binder::new(*h), dom, st.lift(body, 0, 1)), vec![e, refl])
                }
            };
            let full = st.pi(Binder::new(*x), ty, body);
            let (new, h) = new_goal(m, full, goal.tag);
            let v = st.apps(new, &args);
            m.mctx.assign(g, v);
            Ok(h)
        })?;
        let n = 1 + usize::from(eq.is_some());
        let (ids, h) = intro_n(m, next, n, |_, given| given)?;
        vars.extend(ids.first());
        g = h;
    }
    Ok((vars, g))
}

fn no_equation() -> turnstile_elab::Error {
    turnstile_elab::Error::msg("internal: equation expected")
}
