//! Substitution on terms: instantiate, abstract, lift, and level substitution, memoised on (node, depth).

use crate::memo::Memo;
use crate::name::Name;
use crate::store::Store;
use crate::term::{Binder, Expr, FVarId, Level, LevelNode, Levels, Node};
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::cell::RefCell;

/// Runs `f` with enough native stack for one more level of recursion.
pub fn with_stack<R>(f: impl FnOnce() -> R) -> R {
    stacker::maybe_grow(64 * 1024, 4 * 1024 * 1024, f)
}

/// A traversal that rebuilds a term.
struct Rebuild<'a> {
    st: &'a Store,
    memo: Memo,
    nesting: u32,
}

/// Levels of nesting between two looks at the native stack.
const STACK_STEP: u32 = 16;

impl Rebuild<'_> {
    /// `e`, whose constructor is `node`, with `go` applied to its children, or what was remembered of it.
    fn children(
        &mut self,
        e: Expr,
        node: Node,
        depth: u32,
        mut go: impl FnMut(&mut Self, Expr, u32) -> Expr,
    ) -> Expr {
        let memo = self.memo.is_due();
        if memo && let Some(r) = self.memo.get(e, depth) {
            return r;
        }
        let st = self.st;
        self.nesting += 1;
        let r = if self.nesting.is_multiple_of(STACK_STEP) {
            with_stack(|| st.map_children(e, node, depth, |e, depth| go(self, e, depth)))
        } else {
            st.map_children(e, node, depth, |e, depth| go(self, e, depth))
        };
        self.nesting -= 1;
        if memo {
            self.memo.insert(e, depth, r);
        }
        r
    }

    /// Replaces the subterms for which `f` has an answer.
    fn replace(&mut self, e: Expr, depth: u32, f: &mut impl FnMut(Expr, u32) -> Option<Expr>) -> Expr {
        if let Some(r) = f(e, depth) {
            return r;
        }
        let node = self.st.node(e);
        if is_leaf(node) {
            return e;
        }
        self.children(e, node, depth, |me, e, depth| me.replace(e, depth, f))
    }

    /// Maps the loose variables, given their number and the number of binders passed; closed parts stay as they are.
    fn variables(&mut self, e: Expr, depth: u32, f: &mut impl FnMut(u32, u32) -> Expr) -> Expr {
        match self.st.node_if_loose(e, depth) {
            None => e,
            Some(Node::BVar(i)) => f(i, depth),
            Some(node) => self.children(e, node, depth, |me, e, depth| me.variables(e, depth, f)),
        }
    }

    /// Maps the levels that have parameters or metavariables, and lists of them.
    fn levels(
        &mut self,
        e: Expr,
        sort: &mut impl FnMut(Level) -> Level,
        list: &mut impl FnMut(Levels) -> Levels,
    ) -> Expr {
        match self.st.node_if_level_open(e) {
            None => e,
            Some(Node::Sort(l)) => self.st.sort(sort(l)),
            Some(Node::Const(n, ls)) => self.st.mk(Node::Const(n, list(ls))),
            // Binders make no difference.
            Some(node) => self.children(e, node, 0, |me, e, _| me.levels(e, sort, list)),
        }
    }
}

fn is_leaf(node: Node) -> bool {
    matches!(
        node,
        Node::BVar(_)
            | Node::FVar(_)
            | Node::MVar(_)
            | Node::Sort(_)
            | Node::Const(..)
            | Node::Nat(_)
            | Node::Str(_)
    )
}

impl Store {
    /// `e`, whose constructor is `node`, with `go` applied to its children.
    fn map_children(&self, e: Expr, node: Node, depth: u32, mut go: impl FnMut(Expr, u32) -> Expr) -> Expr {
        match node {
            Node::App(f, a) => {
                let (f2, a2) = (go(f, depth), go(a, depth));
                if f2 == f && a2 == a { e } else { self.app(f2, a2) }
            }
            Node::Lam(b, t, body) => {
                let (t2, body2) = (go(t, depth), go(body, depth + 1));
                if t2 == t && body2 == body { e } else { self.lam(b, t2, body2) }
            }
            Node::Pi(b, t, body) => {
                let (t2, body2) = (go(t, depth), go(body, depth + 1));
                if t2 == t && body2 == body { e } else { self.pi(b, t2, body2) }
            }
            Node::Let(n, t, v, body) => {
                let (t2, v2, body2) = (go(t, depth), go(v, depth), go(body, depth + 1));
                if t2 == t && v2 == v && body2 == body { e } else { self.let_(n, t2, v2, body2) }
            }
            Node::Proj(s, i, x) => {
                let x2 = go(x, depth);
                if x2 == x { e } else { self.proj(s, i, x2) }
            }
            _ => e,
        }
    }

    fn rebuild<R>(&self, work: impl FnOnce(&mut Rebuild<'_>) -> R) -> R {
        let memo = self.memos.borrow_mut().pop().unwrap_or_default();
        let mut rebuild = Rebuild { st: self, memo, nesting: 0 };
        let r = work(&mut rebuild);
        rebuild.memo.clear();
        self.memos.borrow_mut().push(rebuild.memo);
        r
    }

    /// Rewrites `e` top-down: where `f(subterm, binders passed)` answers, its answer replaces the subterm.
    pub fn replace(&self, e: Expr, mut f: impl FnMut(Expr, u32) -> Option<Expr>) -> Expr {
        self.rebuild(|r| r.replace(e, 0, &mut f))
    }

    /// `e` with `variable(number, binders passed)` for each variable that is loose beyond `depth`.
    fn substitute(&self, e: Expr, depth: u32, mut variable: impl FnMut(u32, u32) -> Expr) -> Expr {
        self.rebuild(|r| r.variables(e, depth, &mut variable))
    }

    /// Whether `p` holds of some subterm; subterms below one for which `descend` is false are not visited.
    pub fn any_subterm(&self, e: Expr, mut p: impl FnMut(Expr) -> bool) -> bool {
        let mut seen = rustc_hash::FxHashSet::default();
        let mut todo = vec![e];
        while let Some(e) = todo.pop() {
            if !seen.insert(e) {
                continue;
            }
            if p(e) {
                return true;
            }
            match self.node(e) {
                Node::App(f, a) => todo.extend([a, f]),
                Node::Lam(_, t, b) | Node::Pi(_, t, b) => todo.extend([b, t]),
                Node::Let(_, t, v, b) => todo.extend([b, v, t]),
                Node::Proj(_, _, x) => todo.push(x),
                _ => {}
            }
        }
        false
    }

    /// Adds `d` to every loose bound variable of `e` that is at least `s`.
    pub fn lift(&self, e: Expr, s: u32, d: u32) -> Expr {
        if d == 0 || self.loose(e) <= s {
            return e;
        }
        self.substitute(e, s, |i, _| self.bvar(i + d))
    }

    /// Subtracts `d` from every loose bound variable of `e` that is at least `s`. The variables `s-d..s` must not occur.
    pub fn lower(&self, e: Expr, s: u32, d: u32) -> Expr {
        if d == 0 || self.loose(e) <= s {
            return e;
        }
        self.substitute(e, s, |i, _| self.bvar(i - d))
    }

    /// Whether the loose bound variable `i` occurs in `e`.
    pub fn has_loose_bvar(&self, e: Expr, i: u32) -> bool {
        fn go(st: &Store, e: Expr, i: u32, seen: &mut rustc_hash::FxHashSet<(Expr, u32)>) -> bool {
            if st.loose(e) <= i {
                return false;
            }
            let node = st.node(e);
            if let Node::BVar(j) = node {
                return i == j;
            }
            if !seen.insert((e, i)) {
                return false;
            }
            with_stack(|| match node {
                Node::App(f, a) => go(st, f, i, seen) || go(st, a, i, seen),
                Node::Lam(_, t, b) | Node::Pi(_, t, b) => go(st, t, i, seen) || go(st, b, i + 1, seen),
                Node::Let(_, t, v, b) => go(st, t, i, seen) || go(st, v, i, seen) || go(st, b, i + 1, seen),
                Node::Proj(_, _, x) => go(st, x, i, seen),
                _ => false,
            })
        }
        go(self, e, i, &mut rustc_hash::FxHashSet::default())
    }

    /// Replaces loose bound variable `i` by `subst[i]`, and lowers the others by `subst.len()`.
    /// `subst[0]` is the innermost: to instantiate `fun x y => b` with x and y, pass `[y, x]`.
    pub fn instantiate(&self, e: Expr, subst: &[Expr]) -> Expr {
        if subst.is_empty() || self.loose(e) == 0 {
            return e;
        }
        let n = subst.len() as u32;
        self.substitute(e, 0, |i, depth| {
            if i < depth + n { self.lift(subst[(i - depth) as usize], 0, depth) } else { self.bvar(i - n) }
        })
    }

    /// Like [`instantiate`](Store::instantiate), with the outermost variable first: `fun x y => b` takes `[x, y]`.
    pub fn instantiate_rev(&self, e: Expr, args: &[Expr]) -> Expr {
        if args.is_empty() || self.loose(e) == 0 {
            return e;
        }
        let rev: SmallVec<[Expr; 8]> = args.iter().rev().copied().collect();
        self.instantiate(e, &rev)
    }

    /// Replaces loose bound variable 0 by `a`.
    pub fn instantiate1(&self, e: Expr, a: Expr) -> Expr {
        self.instantiate(e, &[a])
    }

    /// Turns the free variables `fvars` (outermost first) into bound variables: the last becomes variable 0.
    pub fn abstract_fvars(&self, e: Expr, fvars: &[FVarId]) -> Expr {
        if fvars.is_empty() || !self.has_fvar(e) {
            return e;
        }
        let n = fvars.len() as u32;
        self.replace(e, |e, depth| {
            if !self.has_fvar(e) {
                // Loose variables of `e` itself must make room for the new binders.
                return Some(self.lift(e, depth, n));
            }
            match self.node(e) {
                Node::FVar(id) => Some(match fvars.iter().rposition(|f| *f == id) {
                    Some(i) => self.bvar(depth + n - 1 - i as u32),
                    None => e,
                }),
                _ => None,
            }
        })
    }

    /// Replaces every occurrence of the terms `ts` (up to bound names; no loose variables in them) by bound
    /// variables, the last of `ts` becoming variable 0.
    pub fn abstract_terms(&self, e: Expr, ts: &[Expr]) -> Expr {
        let keys: Vec<Expr> = ts.iter().map(|t| self.alpha(*t)).collect();
        let n = ts.len() as u32;
        self.replace(e, |e, depth| {
            let a = self.alpha(e);
            if let Some(i) = keys.iter().rposition(|k| *k == a) {
                return Some(self.bvar(depth + n - 1 - i as u32));
            }
            match self.node(e) {
                Node::BVar(i) if i >= depth => Some(self.bvar(i + n)),
                _ => None,
            }
        })
    }

    /// Replaces free variables by terms (terms must have no loose variables).
    pub fn replace_fvars(&self, e: Expr, map: &FxHashMap<FVarId, Expr>) -> Expr {
        if map.is_empty() || !self.has_fvar(e) {
            return e;
        }
        self.replace(e, |e, _| {
            if !self.has_fvar(e) {
                return Some(e);
            }
            match self.node(e) {
                Node::FVar(id) => Some(map.get(&id).copied().unwrap_or(e)),
                _ => None,
            }
        })
    }

    /// Substitutes level parameters in a level.
    pub fn subst_level(&self, l: Level, params: &[Name], args: &[Level]) -> Level {
        fn go(
            st: &Store,
            l: Level,
            f: &dyn Fn(Name) -> Option<Level>,
            memo: &mut FxHashMap<Level, Level>,
        ) -> Level {
            if !st.level_has_param(l) {
                return l;
            }
            if let Some(r) = memo.get(&l) {
                return *r;
            }
            let mut sub = |l| with_stack(|| go(st, l, f, memo));
            let r = match st.level(l) {
                LevelNode::Zero | LevelNode::MVar(_) => l,
                LevelNode::Param(n) => return f(n).unwrap_or(l),
                LevelNode::Succ(a) => st.l_succ(sub(a)),
                LevelNode::Max(a, b) => st.l_max(sub(a), sub(b)),
                LevelNode::IMax(a, b) => st.l_imax(sub(a), sub(b)),
            };
            memo.insert(l, r);
            r
        }
        let arg = |n| params.iter().position(|p| *p == n).and_then(|i| args.get(i).copied());
        go(self, l, &arg, &mut FxHashMap::default())
    }

    /// Replaces levels in `e`: `f` maps each level that has a parameter or metavariable.
    pub fn map_levels(&self, e: Expr, f: impl FnMut(Level) -> Level) -> Expr {
        // Few lists occur in one term, each many times.
        let mut lists: SmallVec<[(Levels, Levels); 8]> = SmallVec::new();
        let f = RefCell::new(f);
        let mut list = |ls: Levels| {
            if let Some((_, new)) = lists.iter().find(|(old, _)| *old == ls) {
                return *new;
            }
            let new: SmallVec<[Level; 4]> =
                self.level_list(ls).iter().map(|l| (f.borrow_mut())(*l)).collect();
            let new = self.levels(&new);
            lists.push((ls, new));
            new
        };
        self.rebuild(|r| r.levels(e, &mut |l| (f.borrow_mut())(l), &mut list))
    }

    /// Substitutes level parameters in a term.
    pub fn instantiate_levels(&self, e: Expr, params: &[Name], args: &[Level]) -> Expr {
        if params.is_empty() || !self.has_level_param(e) {
            return e;
        }
        self.map_levels(e, |l| self.subst_level(l, params, args))
    }

    /// Beta-reduces the head of `e` as long as it is a lambda applied to an argument.
    pub fn head_beta(&self, e: Expr) -> Expr {
        let head = self.app_fn(e);
        if head == e || !matches!(self.node(head), Node::Lam(..)) {
            return e;
        }
        let (f, args) = self.unapp(e);
        self.beta(f, &args)
    }

    /// `f args`, with the lambdas at the head of `f` reduced.
    pub fn beta(&self, mut f: Expr, args: &[Expr]) -> Expr {
        let mut i = 0;
        while i < args.len() {
            let start = i;
            let mut body = f;
            while i < args.len()
                && let Node::Lam(_, _, b) = self.node(body)
            {
                body = b;
                i += 1;
            }
            if i == start {
                return self.apps(f, &args[i..]);
            }
            f = self.instantiate_rev(body, &args[start..i]);
        }
        f
    }

    /// `fun`-binds or `∀`-binds variable by variable: helpers for code that builds closed terms.
    pub fn bind_lams(&self, fvars: &[(FVarId, Binder, Expr)], body: Expr) -> Expr {
        self.bind(fvars, body, true)
    }
    /// `∀`-binds `fvars` (outermost first, with their types) in `body`.
    pub fn bind_pis(&self, fvars: &[(FVarId, Binder, Expr)], body: Expr) -> Expr {
        self.bind(fvars, body, false)
    }
    fn bind(&self, fvars: &[(FVarId, Binder, Expr)], body: Expr, lam: bool) -> Expr {
        let ids: Vec<FVarId> = fvars.iter().map(|f| f.0).collect();
        let mut r = self.abstract_fvars(body, &ids);
        for (i, (_, b, ty)) in fvars.iter().enumerate().rev() {
            let ty = self.abstract_fvars(*ty, &ids[..i]);
            r = if lam { self.lam(*b, ty, r) } else { self.pi(*b, ty, r) };
        }
        r
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alpha_representative_ignores_names() {
        let st = Store::new();
        let id = |n: &str| st.lam(Binder::new(Name::new(n)), st.prop(), st.bvar(0));
        assert_ne!(id("x"), id("y"));
        assert!(st.alpha_eq(id("x"), id("y")));
        let f = |e| st.app(st.const0("f"), e);
        assert!(st.alpha_eq(f(id("x")), f(id("y"))));
    }

    #[test]
    fn abstract_then_instantiate_is_identity() {
        let st = Store::new();
        let (x, y) = (st.fresh_fvar(), st.fresh_fvar());
        let e = st.apps(st.const0("f"), &[st.fvar(x), st.fvar(y), st.fvar(x)]);
        let a = st.abstract_fvars(e, &[x, y]);
        assert_eq!(st.loose(a), 2);
        assert_eq!(st.instantiate_rev(a, &[st.fvar(x), st.fvar(y)]), e);
    }

    #[test]
    fn deep_terms_do_not_overflow_the_stack() {
        let st = Store::new();
        let mut e = st.bvar(0);
        for _ in 0..200_000 {
            e = st.app(st.const0("f"), e);
        }
        let r = st.instantiate1(e, st.const0("c"));
        assert_eq!(st.loose(r), 0);
    }

    #[test]
    fn overlay_shares_frozen_terms() {
        let st = Store::new();
        let c = st.const0("c");
        let base = st.freeze();
        let st = Store::over(&base);
        assert_eq!(st.const0("c"), c);
        assert_eq!(st.overlay_nodes(), 0);
    }
}
