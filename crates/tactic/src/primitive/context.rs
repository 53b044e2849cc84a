//! Contexts by number: the same hypotheses are one number, however they came together.

use crate::goal::local;
use rustc_hash::FxHashMap;
use std::sync::Arc;
use turnstile_elab::{LocalContext, LocalDecl, Meta};
use turnstile_kernel::{BinderInfo, Expr, FVarId, Name};

/// The number of a context.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct ContextId(u32);

/// A context, and its visible hypotheses as a list.
#[derive(Clone)]
pub struct Context {
    /// The declarations.
    pub lctx: LocalContext,
    /// Those that actions can refer to, oldest first.
    pub hyps: Arc<[Arc<LocalDecl>]>,
}

/// What tells contexts apart: variables are never used again for something else, but may be renamed or given a simpler type.
type Key = Vec<(FVarId, Name, Expr, Option<Expr>)>;

/// All contexts of a calculus.
#[derive(Default)]
pub(super) struct Contexts {
    all: Vec<Context>,
    index: FxHashMap<Key, ContextId>,
    extended: FxHashMap<(ContextId, Name, Expr, BinderInfo), (ContextId, FVarId)>,
    removed: FxHashMap<(ContextId, FVarId), ContextId>,
}

impl Contexts {
    pub(super) fn get(&self, c: ContextId) -> &Context {
        &self.all[c.0 as usize]
    }

    /// The number of `lctx`, the types of whose declarations have no assigned holes; `None` when a hole is left.
    pub(super) fn of(&mut self, m: &Meta, lctx: &LocalContext) -> Option<ContextId> {
        let mut instantiated = None;
        for d in lctx.iter() {
            if m.st.has_mvar(d.ty) || d.value.is_some_and(|v| m.st.has_mvar(v)) {
                let mut new = (**d).clone();
                new.ty = m.instantiate(d.ty);
                new.value = d.value.map(|v| m.instantiate(v));
                if m.st.has_mvar(new.ty) || new.value.is_some_and(|v| m.st.has_mvar(v)) {
                    return None;
                }
                instantiated.get_or_insert_with(|| lctx.clone()).insert(new);
            }
        }
        Some(self.intern(instantiated.unwrap_or_else(|| lctx.clone())))
    }

    fn intern(&mut self, lctx: LocalContext) -> ContextId {
        let key: Key = lctx.iter().map(|d| (d.id, d.name, d.ty, d.value)).collect();
        if let Some(c) = self.index.get(&key) {
            return *c;
        }
        let id = ContextId(self.all.len() as u32);
        let hyps = lctx.iter().filter(|d| !d.is_aux).cloned().collect();
        self.all.push(Context { lctx, hyps });
        self.index.insert(key, id);
        id
    }

    /// `c` with one more hypothesis. Asked again, it answers with the same variable.
    pub(super) fn extend(
        &mut self,
        m: &mut Meta,
        c: ContextId,
        name: Name,
        ty: Expr,
        info: BinderInfo,
    ) -> (ContextId, FVarId) {
        let key = (c, name, ty, info);
        if let Some(r) = self.extended.get(&key) {
            return *r;
        }
        let d = local(m, name, ty, None, info);
        let id = d.id;
        let mut lctx = self.get(c).lctx.clone();
        lctx.insert(d);
        let r = (self.intern(lctx), id);
        self.extended.insert(key, r);
        r
    }

    /// `c` without the hypothesis `x`, on which nothing depends.
    pub(super) fn remove(&mut self, c: ContextId, x: FVarId) -> ContextId {
        if let Some(r) = self.removed.get(&(c, x)) {
            return *r;
        }
        let mut lctx = self.get(c).lctx.clone();
        lctx.remove(x);
        let r = self.intern(lctx);
        self.removed.insert((c, x), r);
        r
    }
}
