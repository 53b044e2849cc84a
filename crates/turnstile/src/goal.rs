//! The goal of a theorem as a search sees it: its statement in the environment above it, in one thread's store.

use std::rc::Rc;
use turnstile_elab::{Env, Meta, Result};
use turnstile_kernel::{Expr, Frozen, MVarId, Name, Node, Store};

/// A statement to be proved, ready to be sent to a worker.
#[derive(Clone)]
pub struct Statement {
    /// What is declared above it; hidden declarations are marked.
    pub env: Env,
    /// The closed statement.
    pub ty: Expr,
    /// How many of its binders the header introduces: they are hypotheses before the first tactic.
    pub header: usize,
}

/// The worker's own elaborator state, and the goal in it.
pub struct Workspace {
    /// Terms, declarations, holes.
    pub m: Meta,
    /// The goal, hypotheses of the header introduced.
    pub goal: MVarId,
}

impl Statement {
    /// The goal in a fresh store over `terms`.
    ///
    /// # Errors
    /// When the statement cannot be opened.
    pub fn open(&self, terms: &Frozen) -> Result<Workspace> {
        let mut m = Meta::new(Rc::new(Store::over(terms)), self.env.clone());
        let goal = open_in(&mut m, self.ty, self.header)?;
        Ok(Workspace { m, goal })
    }
}

/// A goal for the statement `ty`, the first `header` binders introduced.
///
/// # Errors
/// When the statement cannot be opened.
pub(crate) fn open_in(m: &mut Meta, ty: Expr, header: usize) -> Result<MVarId> {
    let (_, ty) = open_header(m, ty, header)?;
    let goal = m.mk_goal(ty, Name::anon());
    m.lctx = turnstile_elab::LocalContext::default();
    match m.st.node(goal) {
        Node::MVar(goal) => Ok(goal),
        _ => Err(turnstile_elab::Error::msg("internal: a goal is no metavariable")),
    }
}

fn open_header(m: &mut Meta, ty: Expr, n: usize) -> Result<(Vec<Expr>, Expr)> {
    let mut xs = Vec::with_capacity(n);
    let mut ty = ty;
    while xs.len() < n {
        match m.st.node(ty) {
            Node::Pi(b, d, body) => {
                let x = m.push_local(b.name, d, b.info);
                ty = m.st.instantiate1(body, x);
                xs.push(x);
            }
            Node::Let(name, t, v, body) => {
                let x = m.push_let(name, t, v);
                ty = m.st.instantiate1(body, x);
                xs.push(x);
            }
            _ => return Err(m.error_at_term("internal: the header has more binders than the statement", ty)),
        }
    }
    Ok((xs, ty))
}
