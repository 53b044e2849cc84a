//! Declarations and constants, and what each kind of declaration must satisfy.

use crate::checker::Checker;
use crate::convert::Converter;
use crate::expr::{Expr, Kind};
use crate::inductive::{self, ConstructorSpec, Group, TypeSpec};
use crate::level::Level;
use crate::literal;
use crate::nat_functions;
use crate::quot;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;
use turnstile_kernel::{ConstantVal, Declaration, Name, ReducibilityHint, Store};

/// Why a declaration was not accepted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// It breaks a rule.
    #[error("{rule}: {message}")]
    Rejected {
        /// Short name of the rule.
        rule: &'static str,
        /// What was wrong.
        message: String,
    },
    /// The budget ended before an answer: no verdict.
    #[error("gave up: {0}")]
    GaveUp(String),
}

/// The result of checking something.
pub(crate) type Checked<T> = Result<T, Error>;

pub(crate) fn reject(rule: &'static str, message: impl Into<String>) -> Error {
    Error::Rejected { rule, message: message.into() }
}

/// An accepted constant.
#[derive(Clone, Debug)]
pub struct Constant {
    /// Its name.
    pub name: Name,
    /// Its level parameters, in order.
    pub level_params: Arc<[Name]>,
    /// Its closed type.
    pub ty: Expr,
    /// What it is.
    pub kind: ConstantKind,
}

/// What a constant is.
#[derive(Clone, Debug)]
pub enum ConstantKind {
    /// An axiom.
    Axiom,
    /// A definition, which conversion unfolds.
    Definition {
        /// The closed value.
        value: Expr,
        /// How early it is unfolded.
        hint: ReducibilityHint,
    },
    /// A theorem with its proof.
    Theorem(Expr),
    /// A value that is never unfolded.
    Opaque(Expr),
    /// One of the quotient constants.
    Quot(QuotKind),
    /// An inductive type.
    Inductive(Inductive),
    /// A constructor.
    Constructor(Constructor),
    /// A recursor.
    Recursor(Recursor),
}

/// Which of the quotient constants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotKind {
    /// `Quot`
    Type,
    /// `Quot.mk`
    Mk,
    /// `Quot.lift`
    Lift,
    /// `Quot.ind`
    Ind,
}

/// What is derived of an inductive type.
#[derive(Clone, Debug)]
pub struct Inductive {
    /// Number of parameters.
    pub num_params: usize,
    /// Number of indices.
    pub num_indices: usize,
    /// The types of the group.
    pub all: Arc<[Name]>,
    /// The constructors, in order.
    pub ctors: Arc<[Name]>,
    /// Whether a constructor of the group takes a value of the group.
    pub is_rec: bool,
    /// Whether such an argument is a function.
    pub is_reflexive: bool,
    /// Number of auxiliary types that stand for nested occurrences.
    pub num_nested: usize,
}

/// What is derived of a constructor.
#[derive(Clone, Debug)]
pub struct Constructor {
    /// Its type.
    pub induct: Name,
    /// Its place among the constructors.
    pub cidx: usize,
    /// Number of parameters.
    pub num_params: usize,
    /// Number of further arguments.
    pub num_fields: usize,
}

/// What is derived of a recursor.
#[derive(Clone, Debug)]
pub struct Recursor {
    /// The type of its major premise.
    pub induct: Name,
    /// The types of the group.
    pub all: Arc<[Name]>,
    /// Number of parameters.
    pub num_params: usize,
    /// Number of motives.
    pub num_motives: usize,
    /// Number of minor premises.
    pub num_minors: usize,
    /// Number of indices.
    pub num_indices: usize,
    /// One rule a constructor.
    pub rules: Vec<RecursorRule>,
    /// Whether any value of the type stands for the only constructor.
    pub k: bool,
}

/// The computation rule for one constructor.
#[derive(Clone, Debug)]
pub struct RecursorRule {
    /// The constructor.
    pub ctor: Name,
    /// Number of its arguments after the parameters.
    pub num_fields: usize,
    /// `fun params motives minors fields => …`
    pub rhs: Expr,
}

/// Steps that one declaration may cost.
const FUEL: u64 = 20_000_000;

/// The accepted constants.
#[derive(Clone)]
pub struct Environment {
    constants: FxHashMap<Name, Arc<Constant>>,
    /// Whether numerals have a type.
    pub(crate) nat: bool,
    /// Nat functions whose definitions were verified.
    pub(crate) fast: FxHashSet<Name>,
    pub(crate) fuel: u64,
}

impl Default for Environment {
    fn default() -> Environment {
        Environment::new()
    }
}

impl Environment {
    /// No constants.
    #[must_use]
    pub fn new() -> Environment {
        Environment { constants: FxHashMap::default(), nat: false, fast: FxHashSet::default(), fuel: FUEL }
    }

    /// Sets how many steps one declaration may cost.
    pub fn set_fuel(&mut self, steps: u64) {
        self.fuel = steps;
    }

    /// The constant called `n`.
    #[must_use]
    pub fn get(&self, n: Name) -> Option<&Constant> {
        self.constants.get(&n).map(|c| &**c)
    }

    /// Whether `n` is a Nat function that runs on numerals: its definition was verified.
    #[must_use]
    pub fn runs(&self, n: Name) -> bool {
        self.fast.contains(&n)
    }

    pub(crate) fn shared(&self, n: Name) -> Option<&Arc<Constant>> {
        self.constants.get(&n)
    }

    pub(crate) fn inductive(&self, n: Name) -> Option<&Inductive> {
        match &self.get(n)?.kind {
            ConstantKind::Inductive(i) => Some(i),
            _ => None,
        }
    }

    pub(crate) fn constructor(&self, n: Name) -> Option<&Constructor> {
        match &self.get(n)?.kind {
            ConstantKind::Constructor(c) => Some(c),
            _ => None,
        }
    }

    pub(crate) fn install(&mut self, c: Constant) {
        self.constants.insert(c.name, Arc::new(c));
    }

    /// Checks `d`, a declaration with terms in `st`, and installs what it declares.
    ///
    /// # Errors
    /// When a rule is broken, or the budget ends; nothing is installed then.
    pub fn add_decl(&mut self, st: &Store, d: &Declaration) -> Result<(), Error> {
        let mut convert = Converter::new(st);
        match d {
            Declaration::Axiom(c) => {
                let c = constant(&mut convert, c, ConstantKind::Axiom)?;
                self.check_header(&c)?;
                self.install(c);
            }
            Declaration::Definition(c, value, hint) => {
                let value = convert.term(*value)?;
                let hint = match hint {
                    ReducibilityHint::Regular(_) => ReducibilityHint::Regular(self.height(&value)),
                    hint => *hint,
                };
                let kind = ConstantKind::Definition { value: value.clone(), hint };
                let c = constant(&mut convert, c, kind)?;
                self.check_value(&c, &value)?;
                let name = c.name;
                self.install(c);
                if nat_functions::is_verified(self, name) {
                    self.fast.insert(name);
                }
            }
            Declaration::Theorem(c, value) => {
                let value = convert.term(*value)?;
                let c = constant(&mut convert, c, ConstantKind::Theorem(value.clone()))?;
                self.check_value(&c, &value)?;
                self.install(c);
            }
            Declaration::Opaque(c, value) => {
                let value = convert.term(*value)?;
                let c = constant(&mut convert, c, ConstantKind::Opaque(value.clone()))?;
                self.check_value(&c, &value)?;
                self.install(c);
            }
            Declaration::Quot => {
                let constants = quot::constants(self)?;
                for c in &constants {
                    self.check_fresh(c.name)?;
                }
                constants.into_iter().for_each(|c| self.install(c));
            }
            Declaration::Inductive { level_params, num_params, types } => {
                let types = types.iter().map(|t| {
                    let ctors =
                        t.ctors.iter().map(|c| Ok(ConstructorSpec { name: c.name, ty: convert.term(c.ty)? }));
                    let ctors = ctors.collect::<Checked<_>>()?;
                    Ok(TypeSpec { name: t.name, ty: convert.term(t.ty)?, ctors })
                });
                let types = types.collect::<Checked<_>>()?;
                let group = Group { level_params: level_params.clone(), num_params: *num_params, types };
                for c in inductive::check(self, &group)? {
                    self.install(c);
                }
                self.nat = self.nat || literal::nat_is_genuine(self);
            }
        }
        Ok(())
    }

    pub(crate) fn check_fresh(&self, n: Name) -> Checked<()> {
        if n.is_anon() {
            return Err(reject("name", "a declaration needs a name"));
        }
        match self.get(n) {
            Some(_) => Err(reject("already-declared", format!("'{n}' is already declared"))),
            None => Ok(()),
        }
    }

    /// Checks name, level parameters and type; gives the level of the type.
    fn check_header(&self, c: &Constant) -> Checked<Level> {
        self.check_fresh(c.name)?;
        check_level_params(&c.level_params)?;
        check_closed(&c.level_params, &c.ty)?;
        Checker::new(self).check_type(&c.ty)
    }

    fn check_value(&self, c: &Constant, value: &Expr) -> Checked<()> {
        let level = self.check_header(c)?;
        let mut checker = Checker::new(self);
        if matches!(c.kind, ConstantKind::Theorem(_)) && !checker.is_zero(&level)? {
            return Err(reject("theorem-type", format!("the type of '{}' is not a proposition", c.name)));
        }
        check_closed(&c.level_params, value)?;
        let ty = checker.infer(value, true)?;
        match checker.def_eq(&ty, &c.ty)? {
            true => Ok(()),
            false => Err(reject("declared-type", format!("the value of '{}' has another type", c.name))),
        }
    }

    /// One more than the greatest height of the regular definitions in `value`.
    fn height(&self, value: &Expr) -> u32 {
        let mut greatest = 0;
        value.any(|e| {
            if let Some((n, _)) = e.as_const()
                && let Some(ConstantKind::Definition { hint: ReducibilityHint::Regular(h), .. }) =
                    self.get(n).map(|c| &c.kind)
            {
                greatest = greatest.max(*h);
            }
            false
        });
        greatest.saturating_add(1)
    }
}

fn constant(convert: &mut Converter<'_>, c: &ConstantVal, kind: ConstantKind) -> Checked<Constant> {
    Ok(Constant { name: c.name, level_params: c.level_params.clone(), ty: convert.term(c.ty)?, kind })
}

/// A parameter declared twice would have two values.
pub(crate) fn check_level_params(params: &[Name]) -> Checked<()> {
    match params.iter().enumerate().find(|(i, p)| params[..*i].contains(p)) {
        Some((_, p)) => Err(reject("level-parameter", format!("'{p}' is declared twice"))),
        None => Ok(()),
    }
}

/// No bound variable without binder, no level parameter that is not declared.
pub(crate) fn check_closed(params: &[Name], e: &Expr) -> Checked<()> {
    if e.is_open() {
        return Err(reject("loose-variable", "a bound variable has no binder"));
    }
    let mut undeclared = None;
    e.any(|e| {
        undeclared = match e.kind() {
            Kind::Sort(l) => l.undeclared_param(params),
            Kind::Const(_, ls) => ls.iter().find_map(|l| l.undeclared_param(params)),
            _ => None,
        };
        undeclared.is_some()
    });
    match undeclared {
        Some(p) => Err(reject("level-parameter", format!("the level parameter '{p}' is not declared"))),
        None => Ok(()),
    }
}
