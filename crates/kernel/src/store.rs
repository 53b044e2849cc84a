//! The tables of all terms and levels: hash-consing.
//!
//! A term is a small integer ([`Expr`]) that names a [`Node`]. Structurally equal terms are one node, so
//! equality and hashing are O(1). Binder names and binder kinds are part of the node, so that a goal is printed
//! with the names its author chose; [`Store::alpha`] gives, also in O(1), the one representative of all terms equal
//! up to bound names. The kernel works on representatives only.
//!
//! A store is a stack of frozen segments, shared between threads, and one growing overlay of its own. What is made only
//! to check a declaration is dropped again when it is checked ([`Store::scratch`]).

use crate::memo::Memo;
use crate::name::Name;
use crate::term::{Binder, Expr, FVarId, LMVarId, Level, LevelNode, Levels, MVarId, NatLit, Node, StrLit};
use hashbrown::HashTable;
use num_bigint::BigUint;
use rustc_hash::FxHasher;
use serde::{Deserialize, Serialize};
use std::cell::{Cell, RefCell};
use std::hash::{Hash, Hasher};
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

const HAS_FVAR: u8 = 1;
const HAS_MVAR: u8 = 2;
const HAS_LMVAR: u8 = 4;
const HAS_LPARAM: u8 = 8;

/// What is known of a node.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct Info {
    /// The representative up to bound names; the node itself when it is one.
    alpha: Expr,
    /// The flags in the lowest four bits. Above them, one more than the largest loose bound variable, 0 when closed;
    /// [`MAX_LOOSE`] stands for itself and all that is larger, and stays what it is under binders: a term that has it
    /// is never taken for closed.
    bits: u32,
}

const FLAG_BITS: u32 = 4;
const MAX_LOOSE: u32 = u32::MAX >> FLAG_BITS;

impl Info {
    fn new(alpha: Expr, loose: u32, flags: u8) -> Info {
        Info { alpha, bits: loose.min(MAX_LOOSE) << FLAG_BITS | u32::from(flags) }
    }

    fn loose(self) -> u32 {
        self.bits >> FLAG_BITS
    }

    /// [`loose`](Info::loose) of a binder over a term with this.
    fn loose_under_binder(self) -> u32 {
        match self.loose() {
            MAX_LOOSE => MAX_LOOSE,
            n => n.saturating_sub(1),
        }
    }

    fn has(self, flags: u8) -> bool {
        self.bits & u32::from(flags) != 0
    }

    fn flags(self) -> u8 {
        (self.bits & ((1 << FLAG_BITS) - 1)) as u8
    }
}

#[derive(Clone, Copy, Serialize, Deserialize)]
struct LevelData {
    node: LevelNode,
    flags: u8,
}

/// Append-only tables; the part of a [`Store`] that can be frozen and shared.
#[derive(Default)]
struct Segment {
    nodes: Vec<Node>,
    infos: Vec<Info>,
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

/// The greatest index among the children of a node; 0 for a leaf, which may be in any table.
fn youngest_child(n: &Node) -> u32 {
    match *n {
        Node::App(f, a) => f.0.max(a.0),
        Node::Lam(_, t, b) | Node::Pi(_, t, b) => t.0.max(b.0),
        Node::Let(_, t, v, b) => t.0.max(v.0).max(b.0),
        Node::Proj(_, _, e) => e.0,
        _ => 0,
    }
}

/// The hash of a node: its parts as two words, multiplied and mixed.
fn hash_node(n: &Node) -> u64 {
    let two = |a: u32, b: u32| u64::from(a) << 32 | u64::from(b);
    let (a, b) = match *n {
        Node::App(f, a) => (two(f.0, a.0), 0),
        Node::BVar(i) => (two(1, i), 1),
        Node::FVar(x) => (two(2, x.0), 1),
        Node::MVar(x) => (two(3, x.0), 1),
        Node::Sort(l) => (two(4, l.0), 1),
        Node::Nat(x) => (two(5, x.0), 1),
        Node::Str(x) => (two(6, x.0), 1),
        Node::Const(c, ls) => (c.hash_value(), two(ls.0, 2)),
        Node::Lam(b, t, body) => (two(t.0, body.0), b.name.hash_value() ^ (8 | b.info as u64)),
        Node::Pi(b, t, body) => (two(t.0, body.0), b.name.hash_value() ^ (16 | b.info as u64)),
        Node::Let(x, t, v, body) => (two(t.0, v.0) ^ x.hash_value().rotate_left(17), two(body.0, 3)),
        Node::Proj(s, i, x) => (two(x.0, i), s.hash_value() ^ 4),
    };
    // Odd constants of Knuth's multiplicative method (64-bit golden ratio) and of Steele & Vigna's tables (2021).
    let h = a.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ b.wrapping_mul(0xD134_2543_DE82_EF95).rotate_left(32);
    // The table takes its place from the low bits and its tag from the high ones.
    (h ^ (h >> 29)).wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(26)
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

/// The growing segment of a store.
#[derive(Default)]
struct Overlay {
    segment: Segment,
    /// The first of the nodes that are to be dropped; none outside of a scratch phase.
    mark: Option<u32>,
    /// The index of these nodes.
    scratch_ix: HashTable<u32>,
}

impl Overlay {
    /// The node `n` with this hash; `youngest` is the youngest of its children.
    fn find(&self, h: u64, n: &Node, youngest: u32) -> Option<Expr> {
        let same = |i: &u32| self.segment.nodes[(*i - self.segment.start.nodes) as usize] == *n;
        match self.mark {
            None => self.segment.node_ix.find(h, same),
            Some(mark) => {
                let old = if youngest < mark { self.segment.node_ix.find(h, same) } else { None };
                old.or_else(|| self.scratch_ix.find(h, same))
            }
        }
        .map(|i| Expr(*i))
    }

    /// Adds a node that is not there; without `alpha` it is a representative.
    fn push(&mut self, h: u64, n: Node, alpha: Option<Expr>, loose: u32, flags: u8) -> Expr {
        let Segment { nodes, infos, node_ix, start, .. } = &mut self.segment;
        let s = start.nodes;
        let ix = s + count(nodes.len());
        nodes.push(n);
        infos.push(Info::new(alpha.unwrap_or(Expr(ix)), loose, flags));
        let index = if self.mark.is_some() { &mut self.scratch_ix } else { node_ix };
        index.insert_unique(h, ix, |i| hash_node(&nodes[(*i - s) as usize]));
        Expr(ix)
    }
}

impl Deref for Overlay {
    type Target = Segment;
    fn deref(&self) -> &Segment {
        &self.segment
    }
}

impl DerefMut for Overlay {
    fn deref_mut(&mut self) -> &mut Segment {
        &mut self.segment
    }
}

/// While it lives, new terms go to the end of the overlay; with it, they are dropped.
pub(crate) struct Scratch<'a> {
    st: &'a Store,
    /// Whether a phase was begun by it; false inside of another one.
    outermost: bool,
}

impl Scratch<'_> {
    /// Ends the phase, and keeps the terms.
    pub(crate) fn keep(self) {
        if !self.outermost {
            return;
        }
        let over = &mut *self.st.over.borrow_mut();
        let Segment { nodes, node_ix, start, .. } = &mut over.segment;
        let hash = |i: &u32| hash_node(&nodes[(*i - start.nodes) as usize]);
        for i in over.scratch_ix.drain() {
            node_ix.insert_unique(hash(&i), i, hash);
        }
        over.mark = None;
    }
}

impl Drop for Scratch<'_> {
    fn drop(&mut self) {
        if !self.outermost {
            return;
        }
        let over = &mut *self.st.over.borrow_mut();
        let Some(mark) = over.mark.take() else { return };
        let len = (mark - over.start.nodes) as usize;
        over.nodes.truncate(len);
        over.infos.truncate(len);
        // Clearing costs as much as the table is large.
        const USUAL: usize = 1 << 11;
        if over.scratch_ix.capacity() > 2 * USUAL {
            over.scratch_ix = HashTable::with_capacity(USUAL);
        } else {
            over.scratch_ix.clear();
        }
    }
}

/// The table of all terms and levels of one thread of work.
pub struct Store {
    frozen: Vec<Arc<Segment>>,
    over: RefCell<Overlay>,
    /// Memo tables of substitutions, to be used again.
    pub(crate) memos: RefCell<Vec<Memo>>,
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
            over: RefCell::new(Overlay {
                segment: Segment { start, ..Segment::default() },
                ..Overlay::default()
            }),
            memos: RefCell::default(),
            next_fvar: Cell::new(base.next_fvar),
            next_mvar: Cell::new(base.next_mvar),
            next_lmvar: Cell::new(base.next_lmvar),
        }
    }

    /// Freezes everything made so far, so that other stores can be put [`over`](Store::over) it.
    #[must_use]
    pub fn freeze(self) -> Frozen {
        let mut segments = self.frozen;
        let over = self.over.into_inner().segment;
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

    /// Begins a phase whose terms are dropped at its end, unless it is inside of one. Nothing may outlive it that holds
    /// one of them.
    pub(crate) fn scratch(&self) -> Scratch<'_> {
        let over = &mut *self.over.borrow_mut();
        let outermost = over.mark.is_none();
        if outermost {
            over.mark = Some(over.ends().nodes);
        }
        Scratch { st: self, outermost }
    }

    /// Makes room for so many new terms.
    pub fn reserve(&self, terms: usize) {
        let over = &mut *self.over.borrow_mut();
        let Segment { nodes, infos, node_ix, start, .. } = &mut over.segment;
        nodes.reserve(terms);
        infos.reserve(terms);
        node_ix.reserve(terms, |i| hash_node(&nodes[(*i - start.nodes) as usize]));
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
        self.with_segment(|s| s.start.levels, l.0, |s, i| s.levels[i])
    }

    /// What `f` makes of the segment that holds number `ix` of a table, and of its place there.
    #[inline]
    fn with_segment<R>(
        &self,
        start: impl Fn(&Segment) -> u32,
        ix: u32,
        f: impl FnOnce(&Segment, usize) -> R,
    ) -> R {
        let over = self.over.borrow();
        let segment = self.segment_in(&over.segment, &start, ix);
        f(segment, (ix - start(segment)) as usize)
    }

    /// The segment that holds number `ix`: `over`, the overlay's, or a frozen one.
    #[inline]
    fn segment_in<'s>(&'s self, over: &'s Segment, start: impl Fn(&Segment) -> u32, ix: u32) -> &'s Segment {
        if ix >= start(over) { over } else { self.segment(start, ix) }
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
        let over = &mut self.over.borrow_mut().segment;
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
        let over = &mut self.over.borrow_mut().segment;
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

    fn with_list<R>(&self, ls: Levels, f: impl FnOnce(&(Arc<[Level]>, u8)) -> R) -> R {
        self.with_segment(|s| s.start.lists, ls.0, |s, i| f(&s.lists[i]))
    }

    /// The levels of an interned list.
    #[must_use]
    pub fn level_list(&self, ls: Levels) -> Arc<[Level]> {
        self.with_list(ls, |list| list.0.clone())
    }

    /// The length of an interned list.
    #[must_use]
    pub fn level_count(&self, ls: Levels) -> usize {
        self.with_list(ls, |list| list.0.len())
    }

    // ---- literals ----

    /// The value of a natural-number literal.
    #[must_use]
    pub fn nat_value(&self, n: NatLit) -> Arc<BigUint> {
        self.with_segment(|s| s.start.nats, n.0, |s, i| s.nats[i].clone())
    }

    /// The value of a string literal.
    #[must_use]
    pub fn str_value(&self, n: StrLit) -> Arc<str> {
        self.with_segment(|s| s.start.strs, n.0, |s, i| s.strs[i].clone())
    }

    /// The natural-number literal `n`.
    pub fn nat(&self, n: BigUint) -> Expr {
        let h = hash_of(&n);
        let found = self
            .frozen
            .iter()
            .find_map(|s| s.nat_ix.find(h, |i| *s.nats[(*i - s.start.nats) as usize] == n).copied());
        let ix = found.unwrap_or_else(|| {
            let over = &mut self.over.borrow_mut().segment;
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
            let over = &mut self.over.borrow_mut().segment;
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

    #[inline]
    fn info(&self, e: Expr) -> Info {
        self.with_segment(|s| s.start.nodes, e.0, |s, i| s.infos[i])
    }

    /// The constructor of a term that has a loose variable beyond `depth`; `None` if it has none.
    pub(crate) fn node_if_loose(&self, e: Expr, depth: u32) -> Option<Node> {
        self.with_segment(|s| s.start.nodes, e.0, |s, i| (s.infos[i].loose() > depth).then(|| s.nodes[i]))
    }

    /// The constructor of a term that has a level parameter or metavariable; `None` if it has none.
    pub(crate) fn node_if_level_open(&self, e: Expr) -> Option<Node> {
        let open = HAS_LPARAM | HAS_LMVAR;
        self.with_segment(|s| s.start.nodes, e.0, |s, i| s.infos[i].has(open).then(|| s.nodes[i]))
    }

    /// The constructor of a term.
    #[must_use]
    #[inline]
    pub fn node(&self, e: Expr) -> Node {
        self.with_segment(|s| s.start.nodes, e.0, |s, i| s.nodes[i])
    }

    /// The representative of all terms equal to `e` up to the names and kinds of bound variables.
    /// `alpha(a) == alpha(b)` is alpha-equivalence.
    #[must_use]
    pub fn alpha(&self, e: Expr) -> Expr {
        self.info(e).alpha
    }

    /// Alpha-equivalence, O(1).
    #[must_use]
    pub fn alpha_eq(&self, a: Expr, b: Expr) -> bool {
        a == b || self.alpha(a) == self.alpha(b)
    }

    /// One more than the largest loose bound variable of `e`; 0 when there is none. At most 2^28 - 1, which stands for
    /// all larger numbers.
    #[must_use]
    pub fn loose(&self, e: Expr) -> u32 {
        self.info(e).loose()
    }

    /// Whether a free variable occurs in `e`.
    #[must_use]
    pub fn has_fvar(&self, e: Expr) -> bool {
        self.info(e).has(HAS_FVAR)
    }
    /// Whether a term metavariable occurs in `e`.
    #[must_use]
    pub fn has_expr_mvar(&self, e: Expr) -> bool {
        self.info(e).has(HAS_MVAR)
    }
    /// Whether a level metavariable occurs in `e`.
    #[must_use]
    pub fn has_level_mvar(&self, e: Expr) -> bool {
        self.info(e).has(HAS_LMVAR)
    }
    /// Whether a metavariable of either kind occurs in `e`.
    #[must_use]
    pub fn has_mvar(&self, e: Expr) -> bool {
        self.info(e).has(HAS_MVAR | HAS_LMVAR)
    }
    /// Whether a level parameter occurs in `e`.
    #[must_use]
    pub fn has_level_param(&self, e: Expr) -> bool {
        self.info(e).has(HAS_LPARAM)
    }

    /// The term with constructor `n`.
    pub fn mk(&self, n: Node) -> Expr {
        self.mk_in(&mut self.over.borrow_mut(), n)
    }

    fn mk_in(&self, over: &mut Overlay, n: Node) -> Expr {
        let h = hash_node(&n);
        // A node is younger than its children: it is in no table that ended before the youngest of them was made.
        let youngest = youngest_child(&n);
        if youngest < over.start.nodes {
            for seg in &self.frozen {
                let same = |i: &u32| seg.nodes[(*i - seg.start.nodes) as usize] == n;
                if let Some(i) = seg.node_ix.find(h, same) {
                    return Expr(*i);
                }
            }
        }
        if let Some(e) = over.find(h, &n, youngest) {
            return e;
        }
        let (loose, flags, canon) = self.derive(over, n);
        // A representative has representatives for children, so this goes one step deep.
        let alpha = if canon == n { None } else { Some(self.mk_in(over, canon)) };
        over.push(h, n, alpha, loose, flags)
    }

    /// The loose variables and flags of a new node, and the representative's constructor.
    fn derive(&self, over: &Segment, n: Node) -> (u32, u8, Node) {
        let anon = Binder::new(Name::anon());
        let info = |e: Expr| {
            let seg = self.segment_in(over, |s| s.start.nodes, e.0);
            seg.infos[(e.0 - seg.start.nodes) as usize]
        };
        match n {
            Node::BVar(i) => (i.saturating_add(1), 0, n),
            Node::FVar(_) => (0, HAS_FVAR, n),
            Node::MVar(_) => (0, HAS_MVAR, n),
            Node::Sort(l) => {
                let seg = self.segment_in(over, |s| s.start.levels, l.0);
                (0, seg.levels[(l.0 - seg.start.levels) as usize].flags, n)
            }
            Node::Const(_, ls) => {
                let seg = self.segment_in(over, |s| s.start.lists, ls.0);
                (0, seg.lists[(ls.0 - seg.start.lists) as usize].1, n)
            }
            Node::Nat(_) | Node::Str(_) => (0, 0, n),
            Node::App(f, a) => {
                let (f, a) = (info(f), info(a));
                (f.loose().max(a.loose()), f.flags() | a.flags(), Node::App(f.alpha, a.alpha))
            }
            Node::Lam(_, t, b) | Node::Pi(_, t, b) => {
                let (t, b) = (info(t), info(b));
                let canon = match n {
                    Node::Lam(..) => Node::Lam(anon, t.alpha, b.alpha),
                    _ => Node::Pi(anon, t.alpha, b.alpha),
                };
                (t.loose().max(b.loose_under_binder()), t.flags() | b.flags(), canon)
            }
            Node::Let(_, t, v, b) => {
                let (t, v, b) = (info(t), info(v), info(b));
                (
                    t.loose().max(v.loose()).max(b.loose_under_binder()),
                    t.flags() | v.flags() | b.flags(),
                    Node::Let(anon.name, t.alpha, v.alpha, b.alpha),
                )
            }
            Node::Proj(s, i, e) => {
                let e = info(e);
                (e.loose(), e.flags(), Node::Proj(s, i, e.alpha))
            }
        }
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
    nodes: Vec<Node>,
    infos: Vec<Info>,
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
            infos: segs.iter().flat_map(|g| g.infos.iter().copied()).collect(),
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
            infos: t.infos,
            levels: t.levels,
            lists: t.lists,
            nats: t.nats,
            strs: t.strs,
            ..Segment::default()
        };
        fill(&mut g.node_ix, &g.nodes, hash_node);
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
