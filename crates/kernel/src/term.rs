//! Terms and universe levels, hash-consed in a [`Store`].
//!
//! A term is a small integer ([`Expr`]) that names a [`Node`]. Structurally equal terms are one node, so
//! equality and hashing are O(1). Binder names and binder kinds are part of the node, so that a goal is printed
//! with the names its author chose; [`Store::alpha`] gives, also in O(1), the one representative of all terms equal
//! up to bound names. The kernel works on representatives only.
//!
//! A store is a stack of frozen segments, shared between threads, and one growing overlay of its own.

use crate::name::Name;
use hashbrown::HashTable;
use num_bigint::BigUint;
use rustc_hash::FxHasher;
use serde::{Deserialize, Serialize};
use std::cell::{Cell, RefCell};
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// A hash-consed term; meaningful together with the [`Store`] that made it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Expr(u32);

/// A hash-consed universe level.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Level(u32);

/// A hash-consed list of universe levels.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct Levels(u32);

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
pub struct NatLit(u32);

/// An interned string literal.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct StrLit(u32);

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

const HAS_FVAR: u8 = 1;
const HAS_MVAR: u8 = 2;
const HAS_LMVAR: u8 = 4;
const HAS_LPARAM: u8 = 8;

#[derive(Clone, Copy, Serialize, Deserialize)]
struct NodeData {
    node: Node,
    /// The representative up to bound names; the node itself when it is one.
    alpha: Expr,
    /// One more than the largest loose bound variable; 0 when closed.
    loose: u32,
    flags: u8,
}

#[derive(Clone, Copy, Serialize, Deserialize)]
struct LevelData {
    node: LevelNode,
    flags: u8,
}

/// Append-only tables; the part of a [`Store`] that can be frozen and shared.
#[derive(Default)]
struct Segment {
    nodes: Vec<NodeData>,
    node_ix: HashTable<u32>,
    levels: Vec<LevelData>,
    level_ix: HashTable<u32>,
    lists: Vec<(Arc<[Level]>, u8)>,
    list_ix: HashTable<u32>,
    nats: Vec<Arc<BigUint>>,
    nat_ix: HashTable<u32>,
    strs: Vec<Arc<str>>,
    str_ix: HashTable<u32>,
    /// Where each table of this segment starts in the numbering of the whole store.
    start: Starts,
}

#[derive(Default, Clone, Copy)]
struct Starts {
    nodes: u32,
    levels: u32,
    lists: u32,
    nats: u32,
    strs: u32,
}

impl Segment {
    fn ends(&self) -> Starts {
        Starts {
            nodes: self.start.nodes + count(self.nodes.len()),
            levels: self.start.levels + count(self.levels.len()),
            lists: self.start.lists + count(self.lists.len()),
            nats: self.start.nats + count(self.nats.len()),
            strs: self.start.strs + count(self.strs.len()),
        }
    }
}

/// A table length as an index.
///
/// # Panics
/// When a table would pass 2^32 entries, which is over 200 GB of terms: memory ends first.
fn count(n: usize) -> u32 {
    u32::try_from(n).expect("fewer than 2^32 entries in a term table")
}

fn hash_of<T: Hash>(t: &T) -> u64 {
    let mut h = FxHasher::default();
    t.hash(&mut h);
    h.finish()
}

/// The shared, immutable part of a store. Cheap to clone; `Send` and `Sync`.
#[derive(Clone, Default)]
pub struct Frozen {
    segments: Vec<Arc<Segment>>,
    next_fvar: u32,
    next_mvar: u32,
    next_lmvar: u32,
}

/// The table of all terms and levels of one thread of work.
pub struct Store {
    frozen: Vec<Arc<Segment>>,
    over: RefCell<Segment>,
    next_fvar: Cell<u32>,
    next_mvar: Cell<u32>,
    next_lmvar: Cell<u32>,
}

impl Default for Store {
    fn default() -> Store {
        Store::new()
    }
}

impl Store {
    /// An empty store.
    #[must_use]
    pub fn new() -> Store {
        Store::over(&Frozen::default())
    }

    /// A store whose new terms go into an overlay on top of `base`; all terms of `base` stay valid in it.
    #[must_use]
    pub fn over(base: &Frozen) -> Store {
        let start = base.segments.last().map_or_else(Starts::default, |s| s.ends());
        Store {
            frozen: base.segments.clone(),
            over: RefCell::new(Segment { start, ..Segment::default() }),
            next_fvar: Cell::new(base.next_fvar),
            next_mvar: Cell::new(base.next_mvar),
            next_lmvar: Cell::new(base.next_lmvar),
        }
    }

    /// Freezes everything made so far, so that other stores can be put [`over`](Store::over) it.
    #[must_use]
    pub fn freeze(self) -> Frozen {
        let mut segments = self.frozen;
        let over = self.over.into_inner();
        if !over.nodes.is_empty() || !over.levels.is_empty() {
            segments.push(Arc::new(over));
        }
        Frozen {
            segments,
            next_fvar: self.next_fvar.get(),
            next_mvar: self.next_mvar.get(),
            next_lmvar: self.next_lmvar.get(),
        }
    }

    /// Number of term nodes in the overlay: what this store's owner has made. A measure of memory.
    #[must_use]
    pub fn overlay_nodes(&self) -> usize {
        self.over.borrow().nodes.len()
    }

    /// Number of term nodes in all, frozen segments included. Every `Expr` has an index below it.
    #[must_use]
    pub fn node_count(&self) -> u32 {
        self.over.borrow().ends().nodes
    }

    // ---- levels ----

    fn level_data(&self, l: Level) -> LevelData {
        let over = self.over.borrow();
        if l.0 >= over.start.levels {
            return over.levels[(l.0 - over.start.levels) as usize];
        }
        drop(over);
        let seg = self.segment(|s| s.start.levels, l.0);
        seg.levels[(l.0 - seg.start.levels) as usize]
    }

    fn segment(&self, start: impl Fn(&Segment) -> u32, ix: u32) -> &Segment {
        let mut i = self.frozen.len() - 1;
        while i > 0 && start(&self.frozen[i]) > ix {
            i -= 1;
        }
        &self.frozen[i]
    }

    /// The constructor of a level.
    #[must_use]
    pub fn level(&self, l: Level) -> LevelNode {
        self.level_data(l).node
    }

    /// The level with constructor `n`, as given: nothing is simplified.
    pub fn mk_level(&self, n: LevelNode) -> Level {
        let h = hash_of(&n);
        for seg in &self.frozen {
            if let Some(i) = seg.level_ix.find(h, |i| seg.levels[(*i - seg.start.levels) as usize].node == n)
            {
                return Level(*i);
            }
        }
        let flags = match n {
            LevelNode::Zero => 0,
            LevelNode::Succ(a) => self.level_data(a).flags,
            LevelNode::Max(a, b) | LevelNode::IMax(a, b) => {
                self.level_data(a).flags | self.level_data(b).flags
            }
            LevelNode::Param(_) => HAS_LPARAM,
            LevelNode::MVar(_) => HAS_LMVAR,
        };
        let over = &mut *self.over.borrow_mut();
        let s = over.start.levels;
        if let Some(i) = over.level_ix.find(h, |i| over.levels[(*i - s) as usize].node == n) {
            return Level(*i);
        }
        let ix = s + count(over.levels.len());
        over.levels.push(LevelData { node: n, flags });
        let levels = &over.levels;
        over.level_ix.insert_unique(h, ix, |i| hash_of(&levels[(*i - s) as usize].node));
        Level(ix)
    }

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
    /// Whether a level parameter occurs in `l`.
    #[must_use]
    pub fn level_has_param(&self, l: Level) -> bool {
        self.level_data(l).flags & HAS_LPARAM != 0
    }
    /// Whether a level metavariable occurs in `l`.
    #[must_use]
    pub fn level_has_mvar(&self, l: Level) -> bool {
        self.level_data(l).flags & HAS_LMVAR != 0
    }

    /// The interned list of `ls`.
    pub fn levels(&self, ls: &[Level]) -> Levels {
        let h = hash_of(&ls);
        for seg in &self.frozen {
            if let Some(i) = seg.list_ix.find(h, |i| &*seg.lists[(*i - seg.start.lists) as usize].0 == ls) {
                return Levels(*i);
            }
        }
        let flags = ls.iter().fold(0, |f, l| f | self.level_data(*l).flags);
        let over = &mut *self.over.borrow_mut();
        let s = over.start.lists;
        if let Some(i) = over.list_ix.find(h, |i| &*over.lists[(*i - s) as usize].0 == ls) {
            return Levels(*i);
        }
        let ix = s + count(over.lists.len());
        over.lists.push((ls.into(), flags));
        let lists = &over.lists;
        over.list_ix.insert_unique(h, ix, |i| hash_of(&&*lists[(*i - s) as usize].0));
        Levels(ix)
    }

    fn list_data(&self, ls: Levels) -> (Arc<[Level]>, u8) {
        let over = self.over.borrow();
        if ls.0 >= over.start.lists {
            return over.lists[(ls.0 - over.start.lists) as usize].clone();
        }
        drop(over);
        let seg = self.segment(|s| s.start.lists, ls.0);
        seg.lists[(ls.0 - seg.start.lists) as usize].clone()
    }

    /// The levels of an interned list.
    #[must_use]
    pub fn level_list(&self, ls: Levels) -> Arc<[Level]> {
        self.list_data(ls).0
    }

    // ---- literals ----

    /// The value of a natural-number literal.
    #[must_use]
    pub fn nat_value(&self, n: NatLit) -> Arc<BigUint> {
        let over = self.over.borrow();
        if n.0 >= over.start.nats {
            return over.nats[(n.0 - over.start.nats) as usize].clone();
        }
        drop(over);
        let seg = self.segment(|s| s.start.nats, n.0);
        seg.nats[(n.0 - seg.start.nats) as usize].clone()
    }

    /// The value of a string literal.
    #[must_use]
    pub fn str_value(&self, n: StrLit) -> Arc<str> {
        let over = self.over.borrow();
        if n.0 >= over.start.strs {
            return over.strs[(n.0 - over.start.strs) as usize].clone();
        }
        drop(over);
        let seg = self.segment(|s| s.start.strs, n.0);
        seg.strs[(n.0 - seg.start.strs) as usize].clone()
    }

    /// The natural-number literal `n`.
    pub fn nat(&self, n: BigUint) -> Expr {
        let h = hash_of(&n);
        let found = self
            .frozen
            .iter()
            .find_map(|s| s.nat_ix.find(h, |i| *s.nats[(*i - s.start.nats) as usize] == n).copied());
        let ix = found.unwrap_or_else(|| {
            let over = &mut *self.over.borrow_mut();
            let s = over.start.nats;
            if let Some(i) = over.nat_ix.find(h, |i| *over.nats[(*i - s) as usize] == n) {
                return *i;
            }
            let ix = s + count(over.nats.len());
            over.nats.push(Arc::new(n));
            let nats = &over.nats;
            over.nat_ix.insert_unique(h, ix, |i| hash_of(&*nats[(*i - s) as usize]));
            ix
        });
        self.mk(Node::Nat(NatLit(ix)))
    }

    /// The natural-number literal `n`.
    pub fn nat_u64(&self, n: u64) -> Expr {
        self.nat(BigUint::from(n))
    }

    /// The string literal `s`.
    pub fn string(&self, s: &str) -> Expr {
        let h = hash_of(&s);
        let found = self
            .frozen
            .iter()
            .find_map(|g| g.str_ix.find(h, |i| &*g.strs[(*i - g.start.strs) as usize] == s).copied());
        let ix = found.unwrap_or_else(|| {
            let over = &mut *self.over.borrow_mut();
            let st = over.start.strs;
            if let Some(i) = over.str_ix.find(h, |i| &*over.strs[(*i - st) as usize] == s) {
                return *i;
            }
            let ix = st + count(over.strs.len());
            over.strs.push(s.into());
            let strs = &over.strs;
            over.str_ix.insert_unique(h, ix, |i| hash_of(&&*strs[(*i - st) as usize]));
            ix
        });
        self.mk(Node::Str(StrLit(ix)))
    }

    // ---- terms ----

    fn data(&self, e: Expr) -> NodeData {
        let over = self.over.borrow();
        if e.0 >= over.start.nodes {
            return over.nodes[(e.0 - over.start.nodes) as usize];
        }
        drop(over);
        let seg = self.segment(|s| s.start.nodes, e.0);
        seg.nodes[(e.0 - seg.start.nodes) as usize]
    }

    /// The constructor of a term.
    #[must_use]
    pub fn node(&self, e: Expr) -> Node {
        self.data(e).node
    }

    /// The representative of all terms equal to `e` up to the names and kinds of bound variables.
    /// `alpha(a) == alpha(b)` is alpha-equivalence.
    #[must_use]
    pub fn alpha(&self, e: Expr) -> Expr {
        self.data(e).alpha
    }

    /// Alpha-equivalence, O(1).
    #[must_use]
    pub fn alpha_eq(&self, a: Expr, b: Expr) -> bool {
        a == b || self.alpha(a) == self.alpha(b)
    }

    /// One more than the largest loose bound variable of `e`; 0 when there is none.
    #[must_use]
    pub fn loose(&self, e: Expr) -> u32 {
        self.data(e).loose
    }

    /// Whether a free variable occurs in `e`.
    #[must_use]
    pub fn has_fvar(&self, e: Expr) -> bool {
        self.data(e).flags & HAS_FVAR != 0
    }
    /// Whether a term metavariable occurs in `e`.
    #[must_use]
    pub fn has_expr_mvar(&self, e: Expr) -> bool {
        self.data(e).flags & HAS_MVAR != 0
    }
    /// Whether a level metavariable occurs in `e`.
    #[must_use]
    pub fn has_level_mvar(&self, e: Expr) -> bool {
        self.data(e).flags & HAS_LMVAR != 0
    }
    /// Whether a metavariable of either kind occurs in `e`.
    #[must_use]
    pub fn has_mvar(&self, e: Expr) -> bool {
        self.data(e).flags & (HAS_MVAR | HAS_LMVAR) != 0
    }
    /// Whether a level parameter occurs in `e`.
    #[must_use]
    pub fn has_level_param(&self, e: Expr) -> bool {
        self.data(e).flags & HAS_LPARAM != 0
    }

    /// The term with constructor `n`.
    pub fn mk(&self, n: Node) -> Expr {
        let h = hash_of(&n);
        for seg in &self.frozen {
            if let Some(i) = seg.node_ix.find(h, |i| seg.nodes[(*i - seg.start.nodes) as usize].node == n) {
                return Expr(*i);
            }
        }
        {
            let over = self.over.borrow();
            let s = over.start.nodes;
            if let Some(i) = over.node_ix.find(h, |i| over.nodes[(*i - s) as usize].node == n) {
                return Expr(*i);
            }
        }
        let anon = Binder::new(Name::anon());
        let (loose, flags, canon) = match n {
            Node::BVar(i) => (i.saturating_add(1), 0, n),
            Node::FVar(_) => (0, HAS_FVAR, n),
            Node::MVar(_) => (0, HAS_MVAR, n),
            Node::Sort(l) => (0, self.level_data(l).flags, n),
            Node::Const(_, ls) => (0, self.list_data(ls).1, n),
            Node::Nat(_) | Node::Str(_) => (0, 0, n),
            Node::App(f, a) => {
                let (f, a) = (self.data(f), self.data(a));
                (f.loose.max(a.loose), f.flags | a.flags, Node::App(f.alpha, a.alpha))
            }
            Node::Lam(_, t, b) | Node::Pi(_, t, b) => {
                let (t, b) = (self.data(t), self.data(b));
                let canon = match n {
                    Node::Lam(..) => Node::Lam(anon, t.alpha, b.alpha),
                    _ => Node::Pi(anon, t.alpha, b.alpha),
                };
                (t.loose.max(b.loose.saturating_sub(1)), t.flags | b.flags, canon)
            }
            Node::Let(_, t, v, b) => {
                let (t, v, b) = (self.data(t), self.data(v), self.data(b));
                (
                    t.loose.max(v.loose).max(b.loose.saturating_sub(1)),
                    t.flags | v.flags | b.flags,
                    Node::Let(anon.name, t.alpha, v.alpha, b.alpha),
                )
            }
            Node::Proj(s, i, e) => {
                let e = self.data(e);
                (e.loose, e.flags, Node::Proj(s, i, e.alpha))
            }
        };
        let alpha = if canon == n { None } else { Some(self.mk(canon)) };
        let over = &mut *self.over.borrow_mut();
        let s = over.start.nodes;
        let ix = s + count(over.nodes.len());
        over.nodes.push(NodeData { node: n, alpha: alpha.unwrap_or(Expr(ix)), loose, flags });
        let nodes = &over.nodes;
        over.node_ix.insert_unique(h, ix, |i| hash_of(&nodes[(*i - s) as usize].node));
        Expr(ix)
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
    pub fn unapp(&self, mut e: Expr) -> (Expr, Vec<Expr>) {
        let mut args = Vec::new();
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

    /// A new free variable, never used before in this store.
    pub fn fresh_fvar(&self) -> FVarId {
        let n = self.next_fvar.get();
        self.next_fvar.set(n + 1);
        FVarId(n)
    }
    /// A new metavariable.
    pub fn fresh_mvar(&self) -> MVarId {
        let n = self.next_mvar.get();
        self.next_mvar.set(n + 1);
        MVarId(n)
    }
    /// A new level metavariable.
    pub fn fresh_lmvar(&self) -> LMVarId {
        let n = self.next_lmvar.get();
        self.next_lmvar.set(n + 1);
        LMVarId(n)
    }
}

/// The tables of a [`Frozen`] store as plain data: what a snapshot holds.
#[derive(Serialize, Deserialize)]
struct Tables {
    nodes: Vec<NodeData>,
    levels: Vec<LevelData>,
    lists: Vec<(Arc<[Level]>, u8)>,
    nats: Vec<Arc<BigUint>>,
    strs: Vec<Arc<str>>,
    next: [u32; 3],
}

impl Serialize for Frozen {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        // Indices run on from segment to segment, so the tables are simply joined.
        let segs = &self.segments;
        Tables {
            nodes: segs.iter().flat_map(|g| g.nodes.iter().copied()).collect(),
            levels: segs.iter().flat_map(|g| g.levels.iter().copied()).collect(),
            lists: segs.iter().flat_map(|g| g.lists.iter().cloned()).collect(),
            nats: segs.iter().flat_map(|g| g.nats.iter().cloned()).collect(),
            strs: segs.iter().flat_map(|g| g.strs.iter().cloned()).collect(),
            next: [self.next_fvar, self.next_mvar, self.next_lmvar],
        }
        .serialize(s)
    }
}

impl<'de> Deserialize<'de> for Frozen {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Frozen, D::Error> {
        let t = Tables::deserialize(d)?;
        let mut g = Segment {
            nodes: t.nodes,
            levels: t.levels,
            lists: t.lists,
            nats: t.nats,
            strs: t.strs,
            ..Segment::default()
        };
        fill(&mut g.node_ix, &g.nodes, |d| hash_of(&d.node));
        fill(&mut g.level_ix, &g.levels, |d| hash_of(&d.node));
        fill(&mut g.list_ix, &g.lists, |d| hash_of(&&*d.0));
        fill(&mut g.nat_ix, &g.nats, |d| hash_of(&**d));
        fill(&mut g.str_ix, &g.strs, |d| hash_of(&&**d));
        let [next_fvar, next_mvar, next_lmvar] = t.next;
        Ok(Frozen { segments: vec![Arc::new(g)], next_fvar, next_mvar, next_lmvar })
    }
}

/// Indexes a table that is known to have no duplicates.
fn fill<T>(ix: &mut HashTable<u32>, table: &[T], hash: impl Fn(&T) -> u64) {
    ix.reserve(table.len(), |i| hash(&table[*i as usize]));
    for (i, d) in table.iter().enumerate() {
        ix.insert_unique(hash(d), i as u32, |i| hash(&table[*i as usize]));
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
