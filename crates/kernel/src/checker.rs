//! The type checker's state: local context, caches and budget. The rules are in `infer`, `whnf` and
//! `def_eq`.

use crate::env::{Environment, KernelError};
use crate::level;
use crate::name::Name;
use crate::store::Store;
use crate::subst::with_stack;
use crate::term::{Expr, FVarId, Level, Levels, Node};
use rustc_hash::{FxHashMap, FxHashSet};

/// The result of a kernel operation.
pub type Checked<T> = Result<T, KernelError>;

/// Nesting of conversion, inference and evaluation at which the checker gives up.
const MAX_DEPTH: u32 = 60_000;
/// Term nodes one checker may add to its store before it gives up.
pub(crate) const MAX_NEW_NODES: usize = 10_000_000;

#[derive(Clone, Copy)]
pub(crate) struct Local {
    pub ty: Expr,
    pub value: Option<Expr>,
}

/// Results that may be used again. Conversion results are kept per pair: the relation is not transitive, so classes of
/// equal terms would make answers depend on history.
#[derive(Default)]
pub(crate) struct Caches {
    pub checked: FxHashMap<Expr, Expr>,
    /// Values of definitions at given levels.
    pub unfolded: FxHashMap<Expr, Expr>,
    pub reduction: ReductionCaches,
}

/// Kept apart for eager mode, which relates more terms: whatever rests on conversion.
#[derive(Default)]
pub(crate) struct ReductionCaches {
    pub inferred: FxHashMap<Expr, Expr>,
    pub whnf_core: FxHashMap<Expr, Expr>,
    pub whnf_core_cheap: FxHashMap<Expr, Expr>,
    pub whnf: FxHashMap<Expr, Expr>,
    /// Decided pairs, in order. The answer is a function of the ordered pair alone, so that both outcomes may be kept; a
    /// search that a budget cut short is an error and leaves nothing here.
    pub decided: FxHashMap<(Expr, Expr), bool>,
    /// Pairs `f a…`, `f b…` whose arguments were compared in vain.
    pub failed: FxHashSet<(Expr, Expr)>,
}

/// Infers types, evaluates, and decides conversion in an environment and a local context.
///
/// Terms go in with any bound names; results are alpha representatives ([`Store::alpha`]), whose binders are anonymous.
///
/// ```
/// use turnstile_kernel::{Binder, Environment, Name, Store, TypeChecker};
/// let (env, st) = (Environment::default(), Store::new());
/// let mut tc = TypeChecker::new(&env, &st);
/// let id = st.lam(Binder::new(Name::new("x")), st.prop(), st.bvar(0));
/// let ty = tc.check(id).unwrap();
/// assert!(tc.def_eq(ty, st.arrow(st.prop(), st.prop())).unwrap());
/// ```
pub struct TypeChecker<'a> {
    pub(crate) env: &'a Environment,
    pub(crate) st: &'a Store,
    pub(crate) locals: FxHashMap<FVarId, Local>,
    /// The variables of binders, by type and by the number of binders around them.
    binders: FxHashMap<(Expr, u32), Expr>,
    /// Number of binders passed: variables below it are in use.
    scope: u32,
    pub(crate) caches: Caches,
    /// Whether Nat functions may run on open terms during conversion.
    pub(crate) eager: bool,
    steps: u64,
    max_nodes: usize,
    /// Words of 64 bits in the long numerals made so far.
    pub(crate) numeral_words: u64,
    depth: u32,
}

impl<'a> TypeChecker<'a> {
    /// A checker with an empty local context and the environment's step budget.
    #[must_use]
    pub fn new(env: &'a Environment, st: &'a Store) -> TypeChecker<'a> {
        TypeChecker {
            env,
            st,
            locals: FxHashMap::default(),
            binders: FxHashMap::default(),
            scope: 0,
            caches: Caches::default(),
            eager: false,
            steps: env.step_limit(),
            max_nodes: st.overlay_nodes().saturating_add(MAX_NEW_NODES),
            numeral_words: 0,
            depth: 0,
        }
    }

    /// Sets the number of steps left before the checker gives up with [`KernelError::Resource`].
    pub fn set_steps(&mut self, steps: u64) {
        self.steps = steps;
    }

    /// Steps left: what is missing from the budget is a deterministic measure of the work done.
    #[must_use]
    pub fn steps_left(&self) -> u64 {
        self.steps
    }

    /// Puts a local hypothesis, or with a value a local definition, into the context.
    ///
    /// An id stands for one local for ever. Declaring it again with another type or value drops what was remembered.
    pub fn declare_local(&mut self, id: FVarId, ty: Expr, value: Option<Expr>) {
        let local = Local { ty: self.st.alpha(ty), value: value.map(|v| self.st.alpha(v)) };
        if let Some(old) = self.locals.insert(id, local)
            && (old.ty != local.ty || old.value != local.value)
        {
            self.caches = Caches::default();
        }
    }

    /// A local of type `ty` that stands nowhere in what is being worked on.
    ///
    /// It is the same for the same type and number of binders around it, so that passing a binder twice gives the same
    /// term twice. What is known of it is what follows from its type.
    pub fn fresh_local(&mut self, ty: Expr) -> Expr {
        let ty = self.st.alpha(ty);
        let key = (ty, self.scope);
        self.scope += 1;
        if let Some(x) = self.binders.get(&key) {
            return *x;
        }
        let id = self.st.fresh_fvar();
        self.locals.insert(id, Local { ty, value: None });
        let x = self.st.fvar(id);
        self.binders.insert(key, x);
        x
    }

    /// Runs `f`, which passes binders. None of their variables may be in its result.
    pub(crate) fn in_scope<T>(&mut self, f: impl FnOnce(&mut Self) -> Checked<T>) -> Checked<T> {
        let scope = self.scope;
        let r = f(self);
        self.scope = scope;
        r
    }

    /// The type of `e`, which is taken to be well typed.
    ///
    /// # Errors
    /// When `e` is visibly ill typed, or the budget ends.
    pub fn infer(&mut self, e: Expr) -> Checked<Expr> {
        self.infer_core(self.st.alpha(e), false)
    }

    /// The type of `e`, every part of which is checked.
    ///
    /// # Errors
    /// When `e` is ill typed, or the budget ends.
    pub fn check(&mut self, e: Expr) -> Checked<Expr> {
        self.infer_core(self.st.alpha(e), true)
    }

    /// Refuses `e` unless it is closed, free of metavariables, and uses no level parameter but `params`.
    ///
    /// # Errors
    /// When one of these fails.
    pub fn check_closed(&self, params: &[Name], e: Expr) -> Checked<()> {
        crate::env::check_closed(self.st, params, e)
    }

    /// The weak-head normal form of `e`, definitions unfolded.
    ///
    /// # Errors
    /// When the budget ends, or `e` is visibly ill typed.
    pub fn whnf(&mut self, e: Expr) -> Checked<Expr> {
        self.whnf_full(self.st.alpha(e))
    }

    /// The weak-head normal form of `e` without unfolding definitions.
    ///
    /// # Errors
    /// When the budget ends, or `e` is visibly ill typed.
    pub fn whnf_core(&mut self, e: Expr) -> Checked<Expr> {
        self.whnf_core_full(self.st.alpha(e))
    }

    /// Whether two well-typed terms of the same type are convertible.
    ///
    /// # Errors
    /// When the budget ends, or a term is visibly ill typed.
    pub fn def_eq(&mut self, a: Expr, b: Expr) -> Checked<bool> {
        self.convertible(self.st.alpha(a), self.st.alpha(b))
    }

    /// The level of the sort that `ty` evaluates to.
    ///
    /// # Errors
    /// When it is not a sort.
    pub fn ensure_sort(&mut self, ty: Expr) -> Checked<Level> {
        if let Node::Sort(l) = self.st.node(ty) {
            return Ok(l);
        }
        let ty = self.whnf(ty)?;
        match self.st.node(ty) {
            Node::Sort(l) => Ok(l),
            _ => Err(reject("type-expected", "a type is expected here; its type is not a sort")),
        }
    }

    /// The level of the type `ty`: the `l` of `ty : Sort l`.
    ///
    /// # Errors
    /// When `ty` is not a type.
    pub fn sort_of(&mut self, ty: Expr) -> Checked<Level> {
        let s = self.infer(ty)?;
        self.ensure_sort(s)
    }

    /// Whether the type `ty` is a proposition, whatever form its own type is written in.
    ///
    /// # Errors
    /// When `ty` is not a type.
    pub fn is_prop(&mut self, ty: Expr) -> Checked<bool> {
        let l = self.sort_of(ty)?;
        Ok(level::is_zero(self.st, l))
    }

    pub(crate) fn level_leq(&self, a: Level, b: Level) -> Checked<bool> {
        level::try_leq(self.st, a, b).ok_or_else(level_budget)
    }

    pub(crate) fn level_eq(&self, a: Level, b: Level) -> Checked<bool> {
        level::try_eq(self.st, a, b).ok_or_else(level_budget)
    }

    pub(crate) fn levels_eq(&self, a: Levels, b: Levels) -> Checked<bool> {
        if a == b {
            return Ok(true);
        }
        let (a, b) = (self.st.level_list(a), self.st.level_list(b));
        if a.len() != b.len() {
            return Ok(false);
        }
        for (a, b) in a.iter().zip(b.iter()) {
            if !self.level_eq(*a, *b)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Counts one step of work. A step may copy a whole definition, so that the terms are counted at each.
    pub(crate) fn tick(&mut self) -> Checked<()> {
        self.charge(1)?;
        if self.st.overlay_nodes() > self.max_nodes {
            return Err(KernelError::Resource("too many terms were made".into()));
        }
        Ok(())
    }

    /// Counts work that costs as much as `steps` steps.
    pub(crate) fn charge(&mut self, steps: u64) -> Checked<()> {
        match self.steps.checked_sub(steps) {
            Some(left) => {
                self.steps = left;
                Ok(())
            }
            None => {
                self.steps = 0;
                Err(KernelError::Resource("the step budget is used up".into()))
            }
        }
    }

    /// Runs `f` one level deeper, with enough native stack.
    pub(crate) fn deeper<T>(&mut self, f: impl FnOnce(&mut Self) -> Checked<T>) -> Checked<T> {
        if self.depth >= MAX_DEPTH {
            return Err(KernelError::Resource("terms are nested too deeply".into()));
        }
        self.depth += 1;
        let r = with_stack(|| f(self));
        self.depth -= 1;
        r
    }

    /// `e` with level parameters replaced; an error when their number is wrong.
    pub(crate) fn instantiate_params(&self, e: Expr, params: &[Name], levels: Levels) -> Checked<Expr> {
        let args = self.st.level_list(levels);
        if args.len() != params.len() {
            return Err(reject("level-arguments", "a constant has the wrong number of level arguments"));
        }
        Ok(self.st.instantiate_levels(self.st.alpha(e), params, &args))
    }
}

fn level_budget() -> KernelError {
    KernelError::Resource("a universe level has too many cases".into())
}

/// A refusal by `rule`.
pub(crate) fn reject(rule: &'static str, message: impl Into<String>) -> KernelError {
    KernelError::Rejected { rule, message: message.into(), mismatch: None }
}

/// A refusal by `rule` because two terms differ.
pub(crate) fn mismatch(rule: &'static str, message: impl Into<String>, a: Expr, b: Expr) -> KernelError {
    KernelError::Rejected { rule, message: message.into(), mismatch: Some((a, b)) }
}
