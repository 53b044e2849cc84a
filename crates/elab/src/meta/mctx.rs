//! Metavariable contexts: the holes of a term under construction and what was put in them.

use super::lctx::LocalContext;
use rpds::HashTrieMapSync;
use rustc_hash::FxBuildHasher;
use std::sync::Arc;
use turnstile_kernel::{Expr, FVarId, LMVarId, Level, MVarId, Name};

/// Who may assign a metavariable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum MVarKind {
    /// Unification may assign it.
    Natural,
    /// Stands for an instance: assigned by instance search, by unification only with a value instance search agrees with.
    Synthetic,
    /// A goal, or a term whose elaboration was postponed: never assigned by unification.
    Opaque,
}

/// A hole: the type its value must have, in the context where it may be filled.
#[derive(Clone, Debug)]
pub struct MVarDecl {
    /// Hypotheses its value may use.
    pub lctx: LocalContext,
    /// Its type.
    pub ty: Expr,
    /// Who may assign it.
    pub kind: MVarKind,
    /// Its name: the case tag of a goal, or `?name` in the source; anonymous otherwise.
    pub name: Name,
    /// The depth at which it was made; it can be assigned only at that depth.
    pub depth: u32,
}

/// A delayed assignment `?n x₁ … xₖ := ?m`, effective once `?m` has no holes.
#[derive(Clone, Debug)]
pub struct Delayed {
    /// The variables abstracted.
    pub fvars: Arc<[FVarId]>,
    /// The hole in the inner context.
    pub inner: MVarId,
}

/// All holes and their values. Cloning is O(1): that is how a proof state is forked.
#[derive(Clone, Default)]
pub struct MetavarContext {
    decls: HashTrieMapSync<MVarId, Arc<MVarDecl>, FxBuildHasher>,
    assigned: HashTrieMapSync<MVarId, Expr, FxBuildHasher>,
    delayed: HashTrieMapSync<MVarId, Delayed, FxBuildHasher>,
    levels: HashTrieMapSync<LMVarId, Level, FxBuildHasher>,
    level_depth: HashTrieMapSync<LMVarId, u32, FxBuildHasher>,
    scope_args: HashTrieMapSync<MVarId, u32, FxBuildHasher>,
    /// Current depth: holes of a smaller depth are read-only.
    pub depth: u32,
}

/// The name of the holes that stand for the result of a conversion. No text can refer to it.
#[must_use]
pub fn conv_result() -> Name {
    Name::anon().str("conv").num(0)
}

impl MetavarContext {
    /// The declaration of `m`.
    #[must_use]
    pub fn decl(&self, m: MVarId) -> Option<&Arc<MVarDecl>> {
        self.decls.get(&m)
    }
    /// Declares a hole.
    pub fn declare(&mut self, m: MVarId, d: MVarDecl) {
        self.decls.insert_mut(m, Arc::new(d));
    }
    /// The value of `m`, if it was assigned.
    #[must_use]
    pub fn value(&self, m: MVarId) -> Option<Expr> {
        self.assigned.get(&m).copied()
    }
    /// The delayed assignment of `m`.
    #[must_use]
    pub fn delayed(&self, m: MVarId) -> Option<&Delayed> {
        self.delayed.get(&m)
    }
    /// Whether `m` has a value or a delayed one.
    #[must_use]
    pub fn is_assigned(&self, m: MVarId) -> bool {
        self.assigned.contains_key(&m) || self.delayed.contains_key(&m)
    }
    /// Assigns `m`; no check of any kind.
    pub fn assign(&mut self, m: MVarId, v: Expr) {
        self.assigned.insert_mut(m, v);
    }
    /// Records a delayed assignment.
    pub fn assign_delayed(&mut self, m: MVarId, d: Delayed) {
        self.delayed.insert_mut(m, d);
    }
    /// Records that `m` stands for a hole below `n` binders: it was written without arguments.
    pub fn set_scope_args(&mut self, m: MVarId, n: u32) {
        self.scope_args.insert_mut(m, n);
    }
    /// The number of arguments `m` has only because the hole it stands for was below binders.
    #[must_use]
    pub fn scope_args(&self, m: MVarId) -> u32 {
        self.scope_args.get(&m).copied().unwrap_or(0)
    }
    /// Declares a level hole at the current depth.
    pub fn declare_level(&mut self, m: LMVarId) {
        self.level_depth.insert_mut(m, self.depth);
    }
    /// The depth of a level hole.
    #[must_use]
    pub fn level_depth(&self, m: LMVarId) -> u32 {
        self.level_depth.get(&m).copied().unwrap_or(0)
    }
    /// The value of a level hole.
    #[must_use]
    pub fn level_value(&self, m: LMVarId) -> Option<Level> {
        self.levels.get(&m).copied()
    }
    /// Assigns a level hole.
    pub fn assign_level(&mut self, m: LMVarId, l: Level) {
        self.levels.insert_mut(m, l);
    }
}
