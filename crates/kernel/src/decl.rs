//! What the environment holds: declarations as given, and constants as installed.

use crate::name::Name;
use crate::term::Expr;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How eagerly a definition is unfolded during conversion.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum ReducibilityHint {
    /// Never unfolded before anything else.
    Opaque,
    /// Unfolded first.
    Abbrev,
    /// Unfolded by height: one more than the greatest height of the definitions it uses.
    Regular(u32),
}

/// Name, level parameters and type: common to every constant.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ConstantVal {
    /// Its full name.
    pub name: Name,
    /// Universe parameters, in the order of its level arguments.
    pub level_params: Arc<[Name]>,
    /// Its closed type.
    pub ty: Expr,
}

/// A constructor of an inductive declaration as given: its name and type.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Constructor {
    /// Full name (`Nat.succ`).
    pub name: Name,
    /// Closed type, parameters first.
    pub ty: Expr,
}

/// One type of an inductive declaration as given.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct InductiveType {
    /// Full name.
    pub name: Name,
    /// Closed type, parameters first.
    pub ty: Expr,
    /// Constructors in order.
    pub ctors: Vec<Constructor>,
}

/// A declaration as it is handed to the kernel. Everything that can be derived is derived by the kernel.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Declaration {
    /// `axiom`
    Axiom(ConstantVal),
    /// `def`: a value that conversion may unfold.
    Definition(ConstantVal, Expr, ReducibilityHint),
    /// `theorem`: its type must be a proposition.
    Theorem(ConstantVal, Expr),
    /// `opaque`: a value that is checked and never unfolded.
    Opaque(ConstantVal, Expr),
    /// The four constants of the quotient type.
    Quot,
    /// A group of mutually inductive types with common level parameters and `num_params` common parameters.
    Inductive {
        /// Universe parameters of the whole group.
        level_params: Arc<[Name]>,
        /// Number of leading arguments that are fixed parameters.
        num_params: usize,
        /// The types.
        types: Vec<InductiveType>,
    },
}

/// An installed inductive type.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct InductiveVal {
    /// Name, level parameters, type.
    pub cval: ConstantVal,
    /// Number of parameters.
    pub num_params: usize,
    /// Number of indices.
    pub num_indices: usize,
    /// All types of the group, in order.
    pub all: Arc<[Name]>,
    /// Constructor names, in order.
    pub ctors: Arc<[Name]>,
    /// Whether a constructor of the group takes an argument of a type of the group.
    pub is_rec: bool,
    /// Whether a recursive argument is a function.
    pub is_reflexive: bool,
    /// Number of auxiliary types made for nested occurrences.
    pub num_nested: usize,
}

/// An installed constructor.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ConstructorVal {
    /// Name, level parameters, type.
    pub cval: ConstantVal,
    /// The inductive type it belongs to.
    pub induct: Name,
    /// Its position among the constructors.
    pub cidx: usize,
    /// Number of parameters.
    pub num_params: usize,
    /// Number of arguments after the parameters.
    pub num_fields: usize,
}

/// The computation rule of a recursor for one constructor.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RecursorRule {
    /// The constructor.
    pub ctor: Name,
    /// Number of arguments of the constructor after the parameters.
    pub num_fields: usize,
    /// `fun params motives minors fields => …`
    pub rhs: Expr,
}

/// An installed recursor. Its arguments: parameters, motives, minor premises, indices, major premise.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RecursorVal {
    /// Name, level parameters, type.
    pub cval: ConstantVal,
    /// All types of the group, in order.
    pub all: Arc<[Name]>,
    /// Number of parameters.
    pub num_params: usize,
    /// Number of indices.
    pub num_indices: usize,
    /// Number of motives.
    pub num_motives: usize,
    /// Number of minor premises.
    pub num_minors: usize,
    /// One rule a constructor.
    pub rules: Arc<[RecursorRule]>,
    /// Whether it reduces on any proof of a type with one argument-less constructor (Lean's K).
    pub k: bool,
}

impl RecursorVal {
    /// The position of the major premise among the arguments.
    #[must_use]
    pub fn major_index(&self) -> usize {
        self.num_params + self.num_motives + self.num_minors + self.num_indices
    }
    /// The position of the first index.
    #[must_use]
    pub fn first_index(&self) -> usize {
        self.num_params + self.num_motives + self.num_minors
    }
    /// The inductive type in the recursor's name: the one it eliminates, unless it is an auxiliary recursor (`T.rec_1`),
    /// which eliminates the type of its rules' constructors.
    #[must_use]
    pub fn induct(&self) -> Name {
        self.cval.name.prefix()
    }
}

/// Which of the four quotient constants.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
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

/// A constant as installed in the environment, after checking.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum ConstantInfo {
    /// An axiom.
    Axiom(ConstantVal),
    /// A definition with its value.
    Definition(ConstantVal, Expr, ReducibilityHint),
    /// A theorem with its proof.
    Theorem(ConstantVal, Expr),
    /// An opaque definition with its value.
    Opaque(ConstantVal, Expr),
    /// A quotient constant.
    Quot(ConstantVal, QuotKind),
    /// An inductive type.
    Inductive(InductiveVal),
    /// A constructor.
    Constructor(ConstructorVal),
    /// A recursor.
    Recursor(RecursorVal),
}

impl ConstantInfo {
    /// Name, level parameters and type.
    #[must_use]
    pub fn cval(&self) -> &ConstantVal {
        match self {
            ConstantInfo::Axiom(c)
            | ConstantInfo::Definition(c, ..)
            | ConstantInfo::Theorem(c, _)
            | ConstantInfo::Opaque(c, _)
            | ConstantInfo::Quot(c, _) => c,
            ConstantInfo::Inductive(v) => &v.cval,
            ConstantInfo::Constructor(v) => &v.cval,
            ConstantInfo::Recursor(v) => &v.cval,
        }
    }
    /// Its name.
    #[must_use]
    pub fn name(&self) -> Name {
        self.cval().name
    }
    /// Its type.
    #[must_use]
    pub fn ty(&self) -> Expr {
        self.cval().ty
    }
    /// The value of a definition, theorem or opaque constant.
    #[must_use]
    pub fn value(&self) -> Option<Expr> {
        match self {
            ConstantInfo::Definition(_, v, _) | ConstantInfo::Theorem(_, v) | ConstantInfo::Opaque(_, v) => {
                Some(*v)
            }
            _ => None,
        }
    }
}

impl ConstantInfo {
    /// The same constant with every term in it replaced by `f` of it.
    #[must_use]
    pub fn map_terms(&self, f: &mut dyn FnMut(Expr) -> Expr) -> ConstantInfo {
        let cval =
            |c: &ConstantVal, f: &mut dyn FnMut(Expr) -> Expr| ConstantVal { ty: f(c.ty), ..c.clone() };
        match self {
            ConstantInfo::Axiom(c) => ConstantInfo::Axiom(cval(c, f)),
            ConstantInfo::Definition(c, v, h) => ConstantInfo::Definition(cval(c, f), f(*v), *h),
            ConstantInfo::Theorem(c, v) => ConstantInfo::Theorem(cval(c, f), f(*v)),
            ConstantInfo::Opaque(c, v) => ConstantInfo::Opaque(cval(c, f), f(*v)),
            ConstantInfo::Quot(c, k) => ConstantInfo::Quot(cval(c, f), *k),
            ConstantInfo::Inductive(v) => {
                ConstantInfo::Inductive(InductiveVal { cval: cval(&v.cval, f), ..v.clone() })
            }
            ConstantInfo::Constructor(v) => {
                ConstantInfo::Constructor(ConstructorVal { cval: cval(&v.cval, f), ..v.clone() })
            }
            ConstantInfo::Recursor(v) => {
                let rules = v.rules.iter().map(|r| RecursorRule { rhs: f(r.rhs), ..r.clone() }).collect();
                ConstantInfo::Recursor(RecursorVal { cval: cval(&v.cval, f), rules, ..v.clone() })
            }
        }
    }
}
