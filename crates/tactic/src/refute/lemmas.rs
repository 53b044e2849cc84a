//! Theorems as facts: universally quantified propositions, at the universes of the problem.

use super::engine::Engine;
use rustc_hash::FxHashMap;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, Level, LevelNode, Name, Node};

impl Engine {
    /// Adds the theorem `name` as a fact, if universe levels for it can be read off the problem.
    ///
    /// # Errors
    /// When the budget ends.
    pub(super) fn theorem(&mut self, m: &mut Meta, name: Name, problem: &[Expr]) -> Result<()> {
        let Some(c) = m.env.get(name).cloned() else { return Ok(()) };
        let c = c.cval();
        let mut levels: FxHashMap<Name, Level> = FxHashMap::default();
        if !c.level_params.is_empty() {
            let st = m.st.clone();
            let mut pattern: Vec<(Name, Vec<Level>)> = Vec::new();
            constants(m, c.ty, &mut pattern);
            let mut found: Vec<(Name, Vec<Level>)> = Vec::new();
            for e in problem {
                constants(m, *e, &mut found);
            }
            for (n, ls) in &pattern {
                let Some((_, have)) = found.iter().find(|f| f.0 == *n) else { continue };
                for (p, l) in ls.iter().zip(have) {
                    if let LevelNode::Param(x) = st.level(*p) {
                        levels.entry(x).or_insert(*l);
                    }
                }
            }
        }
        let ls: Option<Vec<Level>> = c.level_params.iter().map(|p| levels.get(p).copied()).collect();
        let Some(ls) = ls else { return Ok(()) };
        let e = m.st.const_(name, &ls);
        let ty = m.infer(e)?;
        self.fact(m, ty, e)
    }
}

/// The constants of `e` with their universe levels.
fn constants(m: &Meta, e: Expr, out: &mut Vec<(Name, Vec<Level>)>) {
    let st = m.st.clone();
    st.any_subterm(e, |t| {
        if let Node::Const(n, ls) = st.node(t)
            && st.level_count(ls) > 0
            && !out.iter().any(|o| o.0 == n)
        {
            out.push((n, st.level_list(ls).to_vec()));
        }
        false
    });
}
