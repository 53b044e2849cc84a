//! The environment: the constants that were accepted, in the order they were declared.

use crate::checker::{Checked, TypeChecker, mismatch, reject};
use crate::decl::{ConstantInfo, ConstantVal, Declaration, ReducibilityHint};
use crate::inductive;
use crate::level;
use crate::literal::{self, NatOp};
use crate::name::Name;
use crate::nat_verify;
use crate::quot;
use crate::store::Store;
use crate::term::{Expr, Level, LevelNode, Node};
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use std::sync::Arc;

/// Why the kernel refused a declaration.
#[derive(Debug, Clone, thiserror::Error)]
pub enum KernelError {
    /// The declaration breaks a rule of the theory.
    #[error("(kernel) {rule}: {message}")]
    Rejected {
        /// Short name of the broken rule.
        rule: &'static str,
        /// What was wrong.
        message: String,
        /// The two sides of a mismatch, for the caller to print.
        mismatch: Option<(Expr, Expr)>,
    },
    /// A part of the theory that is not supported yet. Never means "wrong".
    #[error("(kernel) not supported yet: {0}")]
    NotSupported(String),
    /// The budget (steps, depth, size) ended before an answer.
    #[error("(kernel) gave up: {0}")]
    Resource(String),
}

/// Steps of work that one declaration may cost unless [`Environment::set_step_limit`] says otherwise.
pub const DEFAULT_STEP_LIMIT: u64 = 200_000_000;

/// The accepted constants. Cloning is O(1); a clone may grow on its own.
#[derive(Clone)]
pub struct Environment {
    /// A shared bottom layer, and a persistent map for what came after.
    base: Arc<FxHashMap<Name, Arc<ConstantInfo>>>,
    over: rpds::HashTrieMapSync<Name, Arc<ConstantInfo>, FxBuildHasher>,
    /// Facts about the literals, found out when the types and functions they need were declared.
    nat: bool,
    bool_: bool,
    verified: u16,
    step_limit: u64,
}

impl Default for Environment {
    fn default() -> Environment {
        Environment {
            base: Arc::default(),
            over: rpds::HashTrieMapSync::default(),
            nat: false,
            bool_: false,
            verified: 0,
            step_limit: DEFAULT_STEP_LIMIT,
        }
    }
}

impl Environment {
    /// An environment of constants that were checked before: those of an environment our own build made with
    /// [`add_decl`](Environment::add_decl) and stored. Nothing is checked here; the Nat functions alone are verified again.
    #[must_use]
    pub fn from_snapshot(st: &Store, constants: impl IntoIterator<Item = ConstantInfo>) -> Environment {
        let base = constants.into_iter().map(|c| (c.name(), Arc::new(c))).collect();
        let mut env = Environment { base: Arc::new(base), ..Environment::default() };
        env.note_literal_types(st);
        for (op, name) in NatOp::ALL {
            if env.contains(Name::new(name)) {
                env.note_nat_function(st, op);
            }
        }
        env
    }

    /// The constant called `n`.
    #[must_use]
    pub fn get(&self, n: Name) -> Option<&Arc<ConstantInfo>> {
        self.over.get(&n).or_else(|| self.base.get(&n))
    }

    /// Whether `n` is declared.
    #[must_use]
    pub fn contains(&self, n: Name) -> bool {
        self.get(n).is_some()
    }

    /// All constants, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = &Arc<ConstantInfo>> {
        self.base.values().chain(self.over.values())
    }

    /// Number of constants.
    #[must_use]
    pub fn len(&self) -> usize {
        self.base.len() + self.over.size()
    }

    /// Whether nothing is declared.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Moves everything into the shared bottom layer, where looking up is fastest. Costs a copy of the table.
    pub fn seal(&mut self) {
        if self.over.is_empty() {
            return;
        }
        let mut base = std::mem::take(&mut self.base);
        Arc::make_mut(&mut base).extend(self.over.iter().map(|(n, c)| (*n, c.clone())));
        self.base = base;
        self.over = rpds::HashTrieMapSync::default();
    }

    /// Steps of work that one declaration may cost.
    #[must_use]
    pub fn step_limit(&self) -> u64 {
        self.step_limit
    }

    /// Sets how many steps of work one declaration may cost before [`KernelError::Resource`].
    pub fn set_step_limit(&mut self, steps: u64) {
        self.step_limit = steps;
    }

    /// Whether numerals have a type here.
    pub(crate) fn nat_literals(&self) -> bool {
        self.nat
    }

    /// Whether the definition of `op` was found to be the function the kernel computes.
    pub(crate) fn runs(&self, op: NatOp) -> bool {
        self.verified & op.bit() != 0
    }

    /// Whether the kernel computes the Nat function `n` on numerals, having verified its definition.
    #[must_use]
    pub fn is_accelerated(&self, n: Name) -> bool {
        NatOp::named(n).is_some_and(|op| self.runs(op))
    }

    /// Checks `d` from nothing and, if it is accepted, installs what it declares.
    ///
    /// # Errors
    /// When the kernel refuses the declaration, or gives up on it; nothing is installed then.
    pub fn add_decl(&mut self, st: &Store, d: &Declaration) -> Result<(), KernelError> {
        self.check_decl(st, d)?;
        self.declare(st, d)
    }

    /// Checks the type and the value of `d`; a group of constants is checked where it is derived, in `declare`.
    pub(crate) fn check_decl(&self, st: &Store, d: &Declaration) -> Checked<()> {
        match d {
            Declaration::Axiom(c) => {
                in_scratch(st, || check_header(self, &mut TypeChecker::new(self, st), c)).map(|_| ())
            }
            Declaration::Definition(c, v, _) | Declaration::Opaque(c, v) => {
                check_value(self, st, c, *v, false)
            }
            Declaration::Theorem(c, v) => check_value(self, st, c, *v, true),
            Declaration::Quot | Declaration::Inductive { .. } => Ok(()),
        }
    }

    /// Installs what `d` declares, all that follows from it included.
    pub(crate) fn declare(&mut self, st: &Store, d: &Declaration) -> Checked<()> {
        match d {
            Declaration::Axiom(c) => self.install(ConstantInfo::Axiom(c.clone())),
            Declaration::Definition(c, v, hint) => {
                let hint = match hint {
                    ReducibilityHint::Regular(_) => ReducibilityHint::Regular(self.height(st, *v)),
                    h => *h,
                };
                self.install(ConstantInfo::Definition(c.clone(), *v, hint));
                if let Some(op) = NatOp::named(c.name) {
                    self.note_nat_function(st, op);
                }
            }
            Declaration::Theorem(c, v) => self.install(ConstantInfo::Theorem(c.clone(), *v)),
            Declaration::Opaque(c, v) => self.install(ConstantInfo::Opaque(c.clone(), *v)),
            Declaration::Quot => {
                for c in quot::constants(self, st)? {
                    self.install(c);
                }
            }
            Declaration::Inductive { level_params, num_params, types } => {
                for c in inductive::check(self, st, level_params, *num_params, types)? {
                    self.install(c);
                }
                self.note_literal_types(st);
            }
        }
        Ok(())
    }

    /// Puts a constant in; only for constants that were just checked, or while checking a group's own parts.
    pub(crate) fn install(&mut self, c: ConstantInfo) {
        match Arc::get_mut(&mut self.base) {
            // Nobody else looks at the bottom layer.
            Some(base) if self.over.is_empty() => {
                base.insert(c.name(), Arc::new(c));
            }
            _ => self.over.insert_mut(c.name(), Arc::new(c)),
        }
    }

    fn note_literal_types(&mut self, st: &Store) {
        self.nat = self.nat || literal::nat_is_genuine(self, st);
        self.bool_ = self.bool_ || literal::bool_is_genuine(self, st);
    }

    fn note_nat_function(&mut self, st: &Store, op: NatOp) {
        let needs_bool = matches!(op, NatOp::Beq | NatOp::Ble | NatOp::Div | NatOp::Mod | NatOp::Gcd);
        let _scratch = st.scratch();
        if self.nat && (self.bool_ || !needs_bool) && nat_verify::is_genuine(self, st, op) {
            self.verified |= op.bit();
        }
    }

    /// One more than the greatest height of the regular definitions in `value`.
    fn height(&self, st: &Store, value: Expr) -> u32 {
        let mut h = 0;
        st.any_subterm(value, |e| {
            if let Node::Const(n, _) = st.node(e)
                && let Some(ConstantInfo::Definition(_, _, ReducibilityHint::Regular(k))) =
                    self.get(n).map(|c| &**c)
            {
                h = h.max(*k);
            }
            false
        });
        h.saturating_add(1)
    }
}

/// What every term of a declaration must be: closed, without free variables and metavariables, in the declared levels.
pub(crate) fn check_closed(st: &Store, params: &[Name], e: Expr) -> Checked<()> {
    if st.loose(e) != 0 {
        return Err(reject("loose-variable", "a bound variable has no binder"));
    }
    if st.has_fvar(e) {
        return Err(reject("free-variable", "a declaration has a free variable"));
    }
    if st.has_mvar(e) {
        return Err(reject("metavariable", "a declaration has a metavariable"));
    }
    let (mut seen, mut seen_levels) = (FxHashSet::default(), FxHashSet::default());
    let mut undeclared = None;
    let mut look =
        |l: Level| undeclared = undeclared.or_else(|| undeclared_param(st, params, l, &mut seen_levels));
    let mut todo = vec![e];
    while let Some(e) = todo.pop() {
        if !st.has_level_param(e) || !seen.insert(e) {
            continue;
        }
        match st.node(e) {
            Node::Sort(l) => look(l),
            Node::Const(_, ls) => st.level_list(ls).iter().for_each(|l| look(*l)),
            Node::App(f, a) => todo.extend([a, f]),
            Node::Lam(_, t, b) | Node::Pi(_, t, b) => todo.extend([b, t]),
            Node::Let(_, t, v, b) => todo.extend([b, v, t]),
            Node::Proj(_, _, x) => todo.push(x),
            _ => {}
        }
    }
    match undeclared {
        Some(p) => Err(reject("level-parameter", format!("the level parameter '{p}' is not declared"))),
        None => Ok(()),
    }
}

fn undeclared_param(st: &Store, params: &[Name], l: Level, seen: &mut FxHashSet<Level>) -> Option<Name> {
    let mut todo = vec![l];
    while let Some(l) = todo.pop() {
        if !st.level_has_param(l) || !seen.insert(l) {
            continue;
        }
        match st.level(l) {
            LevelNode::Succ(a) => todo.push(a),
            LevelNode::Max(a, b) | LevelNode::IMax(a, b) => todo.extend([a, b]),
            LevelNode::Param(p) if !params.contains(&p) => return Some(p),
            LevelNode::Param(_) | LevelNode::Zero | LevelNode::MVar(_) => {}
        }
    }
    None
}

/// A name that may still be declared.
pub(crate) fn check_fresh(env: &Environment, n: Name) -> Checked<()> {
    if n.is_anon() {
        return Err(reject("name", "a declaration needs a name"));
    }
    if env.contains(n) {
        return Err(reject("already-declared", format!("'{n}' is already declared")));
    }
    Ok(())
}

pub(crate) fn check_level_params(params: &[Name]) -> Checked<()> {
    let mut seen = FxHashSet::default();
    match params.iter().find(|p| !seen.insert(**p)) {
        Some(p) => Err(reject("level-parameter", format!("the level parameter '{p}' is declared twice"))),
        None => Ok(()),
    }
}

/// Checks name, level parameters and type; gives the level of the type.
fn check_header(env: &Environment, tc: &mut TypeChecker<'_>, c: &ConstantVal) -> Checked<Level> {
    check_fresh(env, c.name)?;
    check_level_params(&c.level_params)?;
    check_closed(tc.st, &c.level_params, c.ty)?;
    let sort = tc.check(c.ty)?;
    tc.ensure_sort(sort)
}

/// Runs a check that leaves no terms behind but those of its error.
fn in_scratch<T>(st: &Store, check: impl FnOnce() -> Checked<T>) -> Checked<T> {
    let scratch = st.scratch();
    let r = check();
    if r.is_err() {
        scratch.keep();
    }
    r
}

fn check_value(env: &Environment, st: &Store, c: &ConstantVal, value: Expr, theorem: bool) -> Checked<()> {
    in_scratch(st, || check_value_core(env, st, c, value, theorem))
}

fn check_value_core(
    env: &Environment,
    st: &Store,
    c: &ConstantVal,
    value: Expr,
    theorem: bool,
) -> Checked<()> {
    let tc = &mut TypeChecker::new(env, st);
    let l = check_header(env, tc, c)?;
    if theorem && !level::is_zero(st, l) {
        return Err(reject(
            "theorem-type",
            format!("the type of the theorem '{}' is not a proposition", c.name),
        ));
    }
    check_closed(st, &c.level_params, value)?;
    let ty = tc.check(value)?;
    if tc.def_eq(ty, c.ty)? {
        return Ok(());
    }
    Err(mismatch(
        "declared-type",
        format!("the value of '{}' has another type than declared", c.name),
        ty,
        c.ty,
    ))
}
