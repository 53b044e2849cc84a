//! What the enumerator looks at, read off a goal once.

use std::sync::Arc;
use turnstile_elab::{LocalContext, LocalDecl, Meta, Result};
use turnstile_kernel::{ConstantInfo, Expr, FVarId, MVarId, Name, Node};
use turnstile_tactic::action::{HypRef, hypotheses};

/// A hypothesis with its type.
#[derive(Clone)]
pub struct Hyp {
    /// How actions refer to it.
    pub index: HypRef,
    /// Its declaration.
    pub decl: Arc<LocalDecl>,
    /// Its type, holes filled in.
    pub ty: Expr,
    /// Whether its type is a proposition.
    pub is_prop: bool,
    /// Head constant of its type.
    pub head: Option<Name>,
}

/// A goal, looked at once.
pub struct GoalView {
    /// The goal.
    pub goal: MVarId,
    /// Its hypotheses as a context.
    pub lctx: LocalContext,
    /// What is to be proved.
    pub target: Expr,
    /// Head constant of the target.
    pub head: Option<Name>,
    /// Its hypotheses, oldest first.
    pub hyps: Vec<Hyp>,
    /// Number of symbols of target and propositional hypotheses.
    pub size: u32,
    /// Whether the target holds unassigned holes.
    pub has_holes: bool,
}

impl GoalView {
    /// Looks at `g`.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn new(m: &mut Meta, g: MVarId) -> Result<GoalView> {
        let lctx = m.mctx.decl(g).map(|d| d.lctx.clone()).unwrap_or_default();
        let target = turnstile_tactic::goal::target(m, g)?;
        let decls = hypotheses(m, g);
        m.with_lctx(lctx.clone(), |m| {
            let mut hyps = Vec::with_capacity(decls.len());
            let mut size = term_size(m, target);
            for (i, decl) in decls.into_iter().enumerate() {
                let ty = m.instantiate(decl.ty);
                let is_prop = m.is_prop(ty)?;
                if is_prop {
                    size += term_size(m, ty);
                }
                let head = m.st.head_const(ty);
                hyps.push(Hyp { index: HypRef(i as u32), decl, ty, is_prop, head });
            }
            let head = m.st.head_const(target);
            let has_holes = m.st.has_expr_mvar(target);
            Ok(GoalView { goal: g, lctx, target, head, hyps, size, has_holes })
        })
    }

    /// The hypothesis that is the variable `id`.
    #[must_use]
    pub fn by_id(&self, id: FVarId) -> Option<&Hyp> {
        self.hyps.iter().find(|h| h.decl.id == id)
    }

    /// Propositional hypotheses.
    pub fn props(&self) -> impl DoubleEndedIterator<Item = &Hyp> {
        self.hyps.iter().filter(|h| h.is_prop)
    }
}

/// Number of symbols of a term, shared parts counted each time, up to a limit.
fn term_size(m: &Meta, e: Expr) -> u32 {
    fn go(m: &Meta, e: Expr, left: &mut u32) {
        if *left == 0 {
            return;
        }
        match m.st.node(e) {
            Node::App(f, a) => {
                go(m, f, left);
                go(m, a, left);
            }
            Node::Lam(_, t, b) | Node::Pi(_, t, b) => {
                go(m, t, left);
                go(m, b, left);
            }
            _ => *left -= 1,
        }
    }
    const LIMIT: u32 = 4000;
    let mut left = LIMIT;
    go(m, e, &mut left);
    LIMIT - left
}

/// The inductive type `e` is an application of, with its parameters and indices.
pub fn inductive(m: &mut Meta, e: Expr) -> Option<turnstile_kernel::InductiveVal> {
    let n = m.st.head_const(e)?;
    match m.env.get(n).map(|c| &**c) {
        Some(ConstantInfo::Inductive(v)) => Some(v.clone()),
        _ => None,
    }
}
