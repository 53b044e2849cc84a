//! Local contexts: the hypotheses in scope, in the order they were introduced.

use rpds::RedBlackTreeMapSync;
use std::sync::Arc;
use turnstile_kernel::{BinderInfo, Expr, FVarId, Name};

/// A hypothesis or local definition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalDecl {
    /// Its identity.
    pub id: FVarId,
    /// The name the user sees. Inaccessible names end in a numeric part and print with `✝`.
    pub name: Name,
    /// Its type.
    pub ty: Expr,
    /// The value of a `let` variable.
    pub value: Option<Expr>,
    /// How it was bound.
    pub info: BinderInfo,
    /// Whether its type is a type class, so that instance search may use it.
    pub is_instance: bool,
    /// Whether it stands for the function being defined (a recursive call); hidden from goals.
    pub is_aux: bool,
}

/// The hypotheses in scope. Cloning is O(1). Free variables are numbered in order of creation, so the order of
/// identities is the order of the context.
#[derive(Clone, Debug, Default)]
pub struct LocalContext {
    decls: RedBlackTreeMapSync<FVarId, Arc<LocalDecl>>,
}

impl LocalContext {
    /// The declaration of `id`.
    #[must_use]
    pub fn get(&self, id: FVarId) -> Option<&Arc<LocalDecl>> {
        self.decls.get(&id)
    }
    /// Whether `id` is in scope.
    #[must_use]
    pub fn contains(&self, id: FVarId) -> bool {
        self.decls.contains_key(&id)
    }
    /// Adds or replaces a declaration.
    pub fn insert(&mut self, d: LocalDecl) {
        self.decls.insert_mut(d.id, Arc::new(d));
    }
    /// Removes a declaration; what depends on it must be removed by the caller.
    pub fn remove(&mut self, id: FVarId) {
        self.decls.remove_mut(&id);
    }
    /// All declarations, oldest first.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<LocalDecl>> {
        self.decls.values()
    }
    /// Number of declarations.
    #[must_use]
    pub fn len(&self) -> usize {
        self.decls.size()
    }
    /// Whether there is no declaration.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.decls.is_empty()
    }
    /// The newest declaration called `name`.
    #[must_use]
    pub fn find(&self, name: Name) -> Option<&Arc<LocalDecl>> {
        self.decls.values().rev().find(|d| d.name == name)
    }
    /// Whether every declaration of `self` is in `other`.
    #[must_use]
    pub fn is_subset_of(&self, other: &LocalContext) -> bool {
        self.len() <= other.len() && self.decls.keys().all(|k| other.contains(*k))
    }
    /// Renames a declaration.
    pub fn rename(&mut self, id: FVarId, name: Name) {
        if let Some(d) = self.get(id) {
            let mut d = (**d).clone();
            d.name = name;
            self.insert(d);
        }
    }
}

/// Whether `n` is a name no user text can refer to. Lean marks names that its own syntax introduced by a component `_@`.
#[must_use]
pub fn is_inaccessible(n: Name) -> bool {
    matches!(n.last(), Some(turnstile_kernel::Part::Num(_))) || n.is_anon() || n.as_str().contains("_@")
}
