//! The facts that tactics build their proof terms from, in an environment that may not have declared them yet.
//!
//! `simp` needs `congrArg` and `of_eq_true`, case distinction needs `T.casesOn`. The first theorems of a library stand
//! before such facts. They are taken from this program's own library, with their proofs, as soon as all that they mention
//! is declared and the kernel accepts them there. Definitions that the file makes itself are waited for. A finished proof has the definitions of these constants in the place of their names ([`Support::inline`]), so it
//! rests on nothing but the declarations before the theorem. A fact whose statement in the file differs is left out.

use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;
use turnstile_kernel::{
    ConstantInfo, ConstantVal, Declaration, Environment, Expr, Name, Node, Store, Translator, with_stack,
};

/// What tactics mention by name.
const FACTS: [&str; 58] = [
    "And.left",
    "And.right",
    "Classical.byContradiction",
    "Classical.propDecidable",
    "Decidable.byContradiction",
    "Decidable.decide",
    "Eq.mp",
    "Eq.mpr",
    "Eq.symm",
    "Eq.trans",
    "False.elim",
    "HEq.symm",
    "Iff.of_eq",
    "Iff.refl",
    "Iff.rfl",
    "Iff.symm",
    "Nat.add_le_add_iff_right",
    "Nat.add_lt_add_iff_right",
    "Nat.add_right_cancel_iff",
    "Nat.beq",
    "Nat.ble",
    "Nat.not_lt_zero",
    "Nat.not_succ_le_zero",
    "Nat.zero_le",
    "Nat.zero_lt_succ",
    "Ne",
    "Ne.symm",
    "Not",
    "Or.elim",
    "Subsingleton.elim",
    "Unit",
    "Unit.unit",
    "absurd",
    "congr",
    "congrArg",
    "congrFun",
    "dite",
    "dite_cond_eq_false",
    "dite_cond_eq_true",
    "dite_congr",
    "eq_false",
    "eq_of_heq",
    "eq_true",
    "forall_congr",
    "funext",
    "heq_of_eq",
    "implies_congr",
    "implies_congr_ctx",
    "instAddNat",
    "instHAdd",
    "instOfNatNat",
    "ite",
    "ite_cond_eq_false",
    "ite_cond_eq_true",
    "of_decide_eq_false",
    "of_decide_eq_true",
    "of_eq_false",
    "of_eq_true",
];

/// A fact that waits for the constants it mentions.
struct Waiting {
    declaration: Declaration,
    name: Name,
    needs: Vec<Name>,
}

/// The facts that are still to be declared.
pub(super) struct Facts {
    waiting: Vec<Waiting>,
}

impl Facts {
    /// All facts with what their proofs need, copied from the library into `st`. `later` is the environment at the end of
    /// the file: facts that it declares with another type are left out.
    pub(super) fn new(st: &Rc<Store>, later: &Environment) -> Facts {
        let (frozen, library) = turnstile_library::load();
        let from = Store::over(&frozen);
        let mut translate = Translator::new(&from, st);
        let mut seen: FxHashSet<Name> = FxHashSet::default();
        let mut todo: Vec<Name> = FACTS.iter().map(|n| Name::new(n)).collect();
        let mut waiting = Vec::new();
        while let Some(n) = todo.pop() {
            if !seen.insert(n) {
                continue;
            }
            let Some(c) = library.get(n) else { continue };
            let c = c.map_terms(&mut |e| translate.term(e));
            if later.get(n).is_some_and(|l| !same_statement(st, l.cval(), c.cval())) {
                continue;
            }
            let declaration = match &c {
                // Definitions that the file makes may be made in another way there.
                ConstantInfo::Definition(..) if later.contains(n) => continue,
                ConstantInfo::Definition(v, e, h) => Declaration::Definition(v.clone(), *e, *h),
                ConstantInfo::Theorem(v, e) => Declaration::Theorem(v.clone(), *e),
                // Types and axioms must come from the file.
                _ => continue,
            };
            let mut needs: Vec<Name> = Vec::new();
            for e in std::iter::once(c.ty()).chain(c.value()) {
                st.any_subterm(e, |t| {
                    match st.node(t) {
                        Node::Const(k, _) | Node::Proj(k, ..) if !needs.contains(&k) => needs.push(k),
                        _ => {}
                    }
                    false
                });
            }
            todo.extend(&needs);
            waiting.push(Waiting { declaration, name: n, needs });
        }
        // Declarations before what uses them.
        waiting.sort_by_key(|w| library.ext.order.get(&w.name).copied());
        Facts { waiting }
    }

    /// Declares in `env` what has become possible; what the kernel refuses there is dropped.
    pub(super) fn declare(&mut self, st: &Store, env: &mut Environment) {
        self.waiting.retain(|w| {
            if env.contains(w.name) {
                return false;
            }
            if !w.needs.iter().all(|n| env.contains(*n)) {
                return true;
            }
            // Refused means that the file's notions are others than ours: nothing that needs this fact will work.
            let _ = env.add_decl(st, &w.declaration);
            false
        });
    }
}

/// Whether two constants have the same type, up to the names of bound variables and universe parameters.
pub(super) fn same_statement(st: &Store, a: &ConstantVal, b: &ConstantVal) -> bool {
    if a.level_params.len() != b.level_params.len() {
        return false;
    }
    let levels: Vec<_> = a.level_params.iter().map(|n| st.l_param(*n)).collect();
    st.alpha_eq(a.ty, st.instantiate_levels(b.ty, &b.level_params, &levels))
}

/// Constants that a search may use and a finished proof may not name.
pub(super) struct Support<'a> {
    /// What was declared before the theorem.
    pub(super) before: &'a Environment,
    /// That, and the facts that tactics use.
    pub(super) search: &'a Environment,
}

impl Support<'_> {
    /// The term with the definitions of all constants that are not declared before the theorem in their place; `None` if
    /// one has no definition.
    pub(super) fn inline(&self, st: &Store, e: Expr) -> Option<Expr> {
        let mut done: FxHashMap<Name, Option<Expr>> = FxHashMap::default();
        self.go(st, e, &mut done)
    }

    fn go(&self, st: &Store, e: Expr, done: &mut FxHashMap<Name, Option<Expr>>) -> Option<Expr> {
        let mut missing = false;
        let r = st.replace(e, |t, _| {
            let Node::Const(n, ls) = st.node(t) else { return None };
            if self.before.contains(n) {
                return None;
            }
            let value = match done.get(&n) {
                Some(v) => *v,
                None => {
                    let v = self.search.get(n).and_then(|c| c.value());
                    let v = v.and_then(|v| with_stack(|| self.go(st, v, done)));
                    done.insert(n, v);
                    v
                }
            };
            match (value, self.search.get(n)) {
                (Some(v), Some(c)) => {
                    Some(st.instantiate_levels(v, &c.cval().level_params, &st.level_list(ls)))
                }
                _ => {
                    missing = true;
                    Some(t)
                }
            }
        });
        (!missing).then_some(r)
    }
}
