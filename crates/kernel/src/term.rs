//! Terms and universe levels: what they are, and how to build them in a [`Store`].
//!
//! A term is a small integer ([`Expr`]) that names a [`Node`]. Structurally equal terms are one node, so
//! equality and hashing are O(1). Binder names and binder kinds are part of the node, so that a goal is printed
//! with the names its author chose; [`Store::alpha`] gives, also in O(1), the one representative of all terms equal
//! up to bound names. The kernel works on representatives only.

use crate::name::Name;
use crate::store::Store;
use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

/// A hash-consed term; meaningful together with the [`Store`] that made it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Expr(pub(crate) u32);

/// A hash-consed universe level.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Level(pub(crate) u32);

/// A hash-consed list of universe levels.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Levels(pub(crate) u32);

/// A free variable: a local hypothesis. Its type lives in a local context, not in the term.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct FVarId(pub u32);

/// A metavariable: a hole of the elaborator. The kernel refuses every term that has one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct MVarId(pub u32);

/// A universe-level metavariable.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct LMVarId(pub u32);

/// An interned natural-number literal.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct NatLit(pub(crate) u32);

/// An interned string literal.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct StrLit(pub(crate) u32);

/// How the argument for a binder is found. Irrelevant to typing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Default, Serialize, Deserialize)]
pub enum BinderInfo {
    /// `(x : α)`
    #[default]
    Default,
    /// `{x : α}`
    Implicit,
    /// `⦃x : α⦄`
    StrictImplicit,
    /// `[x : α]`
    Inst,
}

/// The name and kind of a bound variable.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Binder {
    /// The name the author gave.
    pub name: Name,
    /// How its argument is found.
    pub info: BinderInfo,
}

impl Binder {
    /// An explicit binder called `name`.
    #[must_use]
    pub fn new(name: Name) -> Binder {
        Binder { name, info: BinderInfo::Default }
    }
    /// A binder called `name` of kind `info`.
    #[must_use]
    pub fn with_info(name: Name, info: BinderInfo) -> Binder {
        Binder { name, info }
    }
}

/// One constructor of a term. Bound variables are de Bruijn indices, 0 the innermost.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum Node {
    /// Bound variable.
    BVar(u32),
    /// Free variable.
    FVar(FVarId),
    /// Metavariable.
    MVar(MVarId),
    /// `Sort u`
    Sort(Level),
    /// A constant with its level arguments.
    Const(Name, Levels),
    /// Application.
    App(Expr, Expr),
    /// `fun x : type => body`
    Lam(Binder, Expr, Expr),
    /// `(x : type) → body`
    Pi(Binder, Expr, Expr),
    /// `let x : type := value; body`
    Let(Name, Expr, Expr, Expr),
    /// Field number (from 0, parameters not counted) of a structure value; the name is the structure's.
    Proj(Name, u32, Expr),
    /// Natural-number literal.
    Nat(NatLit),
    /// String literal.
    Str(StrLit),
}

/// One constructor of a level.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub enum LevelNode {
    /// 0
    Zero,
    /// `l + 1`
    Succ(Level),
    /// `max a b`
    Max(Level, Level),
    /// `imax a b`: 0 if b is 0, else `max a b`.
    IMax(Level, Level),
    /// A level parameter.
    Param(Name),
    /// A level metavariable.
    MVar(LMVarId),
}

/// Building and taking apart.
impl Store {
    /// Level 0.
    pub fn l_zero(&self) -> Level {
        self.mk_level(LevelNode::Zero)
    }
    /// Level 1.
    pub fn l_one(&self) -> Level {
        self.l_succ(self.l_zero())
    }
    /// `l + 1`
    pub fn l_succ(&self, l: Level) -> Level {
        self.mk_level(LevelNode::Succ(l))
    }
    /// `max a b`, not simplified.
    pub fn l_max(&self, a: Level, b: Level) -> Level {
        self.mk_level(LevelNode::Max(a, b))
    }
    /// `imax a b`, not simplified.
    pub fn l_imax(&self, a: Level, b: Level) -> Level {
        self.mk_level(LevelNode::IMax(a, b))
    }
    /// The level parameter `n`.
    pub fn l_param(&self, n: Name) -> Level {
        self.mk_level(LevelNode::Param(n))
    }
    /// The level metavariable `m`.
    pub fn l_mvar(&self, m: LMVarId) -> Level {
        self.mk_level(LevelNode::MVar(m))
    }

    /// De Bruijn variable.
    pub fn bvar(&self, i: u32) -> Expr {
        self.mk(Node::BVar(i))
    }
    /// Free variable.
    pub fn fvar(&self, id: FVarId) -> Expr {
        self.mk(Node::FVar(id))
    }
    /// Metavariable.
    pub fn mvar(&self, id: MVarId) -> Expr {
        self.mk(Node::MVar(id))
    }
    /// `Sort l`
    pub fn sort(&self, l: Level) -> Expr {
        self.mk(Node::Sort(l))
    }
    /// `Prop`
    pub fn prop(&self) -> Expr {
        self.sort(self.l_zero())
    }
    /// `Type`
    pub fn type_(&self) -> Expr {
        self.sort(self.l_one())
    }
    /// The constant `n` at levels `ls`.
    pub fn const_(&self, n: Name, ls: &[Level]) -> Expr {
        self.mk(Node::Const(n, self.levels(ls)))
    }
    /// The constant called `n`, without level arguments.
    pub fn const0(&self, n: &str) -> Expr {
        self.const_(Name::new(n), &[])
    }
    /// `f a`
    pub fn app(&self, f: Expr, a: Expr) -> Expr {
        self.mk(Node::App(f, a))
    }
    /// `f a₁ … aₙ`
    pub fn apps(&self, f: Expr, args: &[Expr]) -> Expr {
        args.iter().fold(f, |f, a| self.app(f, *a))
    }
    /// `fun (b : ty) => body`
    pub fn lam(&self, b: Binder, ty: Expr, body: Expr) -> Expr {
        self.mk(Node::Lam(b, ty, body))
    }
    /// `(b : ty) → body`
    pub fn pi(&self, b: Binder, ty: Expr, body: Expr) -> Expr {
        self.mk(Node::Pi(b, ty, body))
    }
    /// `a → b`; `b` must not use the bound variable (it is lifted here).
    pub fn arrow(&self, a: Expr, b: Expr) -> Expr {
        let b = self.lift(b, 0, 1);
        self.pi(Binder::new(Name::new("a")), a, b)
    }
    /// `let n : ty := val; body`
    pub fn let_(&self, n: Name, ty: Expr, val: Expr, body: Expr) -> Expr {
        self.mk(Node::Let(n, ty, val, body))
    }
    /// Field `i` of `e`, a value of structure `s`.
    pub fn proj(&self, s: Name, i: u32, e: Expr) -> Expr {
        self.mk(Node::Proj(s, i, e))
    }

    /// The function at the head of an application spine.
    #[must_use]
    pub fn app_fn(&self, mut e: Expr) -> Expr {
        while let Node::App(f, _) = self.node(e) {
            e = f;
        }
        e
    }
    /// Number of arguments of an application spine.
    #[must_use]
    pub fn app_arity(&self, mut e: Expr) -> usize {
        let mut n = 0;
        while let Node::App(f, _) = self.node(e) {
            e = f;
            n += 1;
        }
        n
    }
    /// The head and the arguments, first to last, of an application spine.
    #[must_use]
    pub fn unapp(&self, e: Expr) -> (Expr, Vec<Expr>) {
        let (head, args) = self.spine(e);
        (head, args.into_vec())
    }
    /// [`unapp`](Store::unapp) without an allocation for few arguments.
    pub(crate) fn spine(&self, mut e: Expr) -> (Expr, SmallVec<[Expr; 8]>) {
        let mut args = SmallVec::new();
        while let Node::App(f, a) = self.node(e) {
            args.push(a);
            e = f;
        }
        args.reverse();
        (e, args)
    }
    /// The name and levels of `e` when it is a constant.
    #[must_use]
    pub fn as_const(&self, e: Expr) -> Option<(Name, Levels)> {
        match self.node(e) {
            Node::Const(n, ls) => Some((n, ls)),
            _ => None,
        }
    }
    /// The name of the constant at the head of `e`, if its head is one.
    #[must_use]
    pub fn head_const(&self, e: Expr) -> Option<Name> {
        self.as_const(self.app_fn(e)).map(|c| c.0)
    }
    /// The arguments of `e` when it is the constant called `n` applied to exactly `arity` arguments.
    #[must_use]
    pub fn app_of(&self, e: Expr, n: &str, arity: usize) -> Option<Vec<Expr>> {
        let c = self.head_const(e)?;
        if c.as_str() != n || self.app_arity(e) != arity {
            return None;
        }
        Some(self.unapp(e).1)
    }
}

impl Expr {
    /// The index of the node in its store.
    #[must_use]
    pub fn index(self) -> u32 {
        self.0
    }
}

impl Level {
    /// The index of the level in its store.
    #[must_use]
    pub fn index(self) -> u32 {
        self.0
    }
}
