//! Terms: trees with shared children, without bound names. Bound variables are numbered, free ones carry their type.

use crate::level::Level;
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::hash::{Hash, Hasher};
use std::mem;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use turnstile_kernel::{BigUint, Name, with_stack};

/// A term. Equality is equality up to bound names: there are none.
#[derive(Clone, Debug)]
pub struct Expr(Arc<Node>);

#[derive(Debug)]
struct Node {
    kind: Kind,
    hash: u64,
    /// One more than the greatest bound variable that has no binder here.
    loose: u32,
    has_local: bool,
    has_level_param: bool,
}

/// The outermost form of a term.
#[derive(Clone, Debug)]
pub enum Kind {
    /// A bound variable: the number of binders between it and its own.
    Var(u32),
    /// A free variable with its type. The number alone is its identity.
    Local(u64, Expr),
    /// `Sort l`
    Sort(Level),
    /// A constant at levels.
    Const(Name, Arc<[Level]>),
    /// Application.
    App(Expr, Expr),
    /// `fun (_ : type) => body`
    Lam(Expr, Expr),
    /// `(_ : type) → body`
    Pi(Expr, Expr),
    /// `let _ : type := value; body`
    Let(Expr, Expr, Expr),
    /// A field of a value of the named structure, counted from 0.
    Proj(Name, u32, Expr),
    /// A numeral.
    Nat(Arc<BigUint>),
    /// A string.
    Str(Arc<str>),
}

/// Dropping a deep term must not overflow the stack.
impl Drop for Node {
    fn drop(&mut self) {
        if !self.kind.is_leaf() {
            let kind = mem::replace(&mut self.kind, Kind::Var(0));
            with_stack(|| drop(kind));
        }
    }
}

impl Kind {
    fn is_leaf(&self) -> bool {
        matches!(self, Kind::Var(_) | Kind::Sort(_) | Kind::Const(..) | Kind::Nat(_) | Kind::Str(_))
    }

    /// The parts with the number of binders above each; the type of a free variable is no part of it.
    fn parts(&self) -> Vec<(&Expr, u32)> {
        match self {
            Kind::App(f, a) => vec![(f, 0), (a, 0)],
            Kind::Lam(t, b) | Kind::Pi(t, b) => vec![(t, 0), (b, 1)],
            Kind::Let(t, v, b) => vec![(t, 0), (v, 0), (b, 1)],
            Kind::Proj(_, _, x) => vec![(x, 0)],
            _ => Vec::new(),
        }
    }
}

static NEXT_LOCAL: AtomicU64 = AtomicU64::new(0);

impl Expr {
    fn new(kind: Kind) -> Expr {
        let mut h = FxHasher::default();
        mem::discriminant(&kind).hash(&mut h);
        let (mut loose, mut has_local, mut has_level_param) = (0, false, false);
        match &kind {
            Kind::Var(i) => {
                i.hash(&mut h);
                loose = i.saturating_add(1);
            }
            Kind::Local(id, _) => {
                id.hash(&mut h);
                has_local = true;
            }
            Kind::Sort(l) => {
                l.hash(&mut h);
                has_level_param = l.has_param();
            }
            Kind::Const(n, ls) => {
                (n, ls).hash(&mut h);
                has_level_param = ls.iter().any(Level::has_param);
            }
            Kind::Nat(n) => n.hash(&mut h),
            Kind::Str(s) => s.hash(&mut h),
            Kind::Proj(n, i, _) => (n, i).hash(&mut h),
            Kind::App(..) | Kind::Lam(..) | Kind::Pi(..) | Kind::Let(..) => {}
        }
        let mut part = |e: &Expr, binders: u32| {
            h.write_u64(e.0.hash);
            loose = loose.max(e.0.loose.saturating_sub(binders));
            has_local |= e.0.has_local;
            has_level_param |= e.0.has_level_param;
        };
        match &kind {
            Kind::App(f, a) => {
                part(f, 0);
                part(a, 0);
            }
            Kind::Lam(t, b) | Kind::Pi(t, b) => {
                part(t, 0);
                part(b, 1);
            }
            Kind::Let(t, v, b) => {
                part(t, 0);
                part(v, 0);
                part(b, 1);
            }
            Kind::Proj(_, _, x) => part(x, 0),
            _ => {}
        }
        Expr(Arc::new(Node { kind, hash: h.finish(), loose, has_local, has_level_param }))
    }

    /// The bound variable `i`.
    pub(crate) fn var(i: u32) -> Expr {
        Expr::new(Kind::Var(i))
    }
    /// A new free variable of type `ty`.
    pub(crate) fn fresh(ty: Expr) -> Expr {
        Expr::new(Kind::Local(NEXT_LOCAL.fetch_add(1, Ordering::Relaxed), ty))
    }
    pub(crate) fn sort(l: Level) -> Expr {
        Expr::new(Kind::Sort(l))
    }
    pub(crate) fn prop() -> Expr {
        Expr::sort(Level::zero())
    }
    pub(crate) fn type0() -> Expr {
        Expr::sort(Level::one())
    }
    pub(crate) fn constant(n: Name, levels: &[Level]) -> Expr {
        Expr::new(Kind::Const(n, levels.into()))
    }
    /// The constant `n` without levels.
    pub(crate) fn plain(n: Name) -> Expr {
        Expr::constant(n, &[])
    }
    pub(crate) fn app(f: &Expr, a: &Expr) -> Expr {
        Expr::new(Kind::App(f.clone(), a.clone()))
    }
    pub(crate) fn apps<'a>(f: &Expr, args: impl IntoIterator<Item = &'a Expr>) -> Expr {
        args.into_iter().fold(f.clone(), |f, a| Expr::app(&f, a))
    }
    pub(crate) fn lam(ty: Expr, body: Expr) -> Expr {
        Expr::new(Kind::Lam(ty, body))
    }
    pub(crate) fn pi(ty: Expr, body: Expr) -> Expr {
        Expr::new(Kind::Pi(ty, body))
    }
    /// `a → b`, both without loose variables.
    pub(crate) fn arrow(a: &Expr, b: &Expr) -> Expr {
        Expr::pi(a.clone(), b.clone())
    }
    pub(crate) fn let_(ty: Expr, value: Expr, body: Expr) -> Expr {
        Expr::new(Kind::Let(ty, value, body))
    }
    pub(crate) fn proj(structure: Name, i: u32, x: &Expr) -> Expr {
        Expr::new(Kind::Proj(structure, i, x.clone()))
    }
    pub(crate) fn nat(n: BigUint) -> Expr {
        Expr::new(Kind::Nat(Arc::new(n)))
    }
    pub(crate) fn string(s: &str) -> Expr {
        Expr::new(Kind::Str(s.into()))
    }

    /// The outermost form.
    #[must_use]
    pub fn kind(&self) -> &Kind {
        &self.0.kind
    }
    /// Whether a bound variable has no binder.
    pub(crate) fn is_open(&self) -> bool {
        self.0.loose > 0
    }
    /// Whether the bound variable 0 occurs without binder.
    pub(crate) fn uses_var0(&self) -> bool {
        fn go(e: &Expr, i: u32, seen: &mut FxHashSet<(usize, u32)>) -> bool {
            if e.0.loose <= i {
                return false;
            }
            if let Kind::Var(j) = e.kind() {
                return *j == i;
            }
            seen.insert((e.address(), i))
                && with_stack(|| e.kind().parts().into_iter().any(|(p, b)| go(p, i + b, seen)))
        }
        go(self, 0, &mut FxHashSet::default())
    }
    pub(crate) fn has_local(&self) -> bool {
        self.0.has_local
    }
    fn address(&self) -> usize {
        Arc::as_ptr(&self.0) as usize
    }
    /// Whether more than one place refers to the node, so that it may be met again.
    fn is_shared(&self) -> bool {
        Arc::strong_count(&self.0) > 1
    }

    /// Head and arguments of an application.
    pub(crate) fn unapp(&self) -> (&Expr, Vec<&Expr>) {
        let (mut head, mut args) = (self, Vec::new());
        while let Kind::App(f, a) = head.kind() {
            args.push(a);
            head = f;
        }
        args.reverse();
        (head, args)
    }
    pub(crate) fn head(&self) -> &Expr {
        let mut e = self;
        while let Kind::App(f, _) = e.kind() {
            e = f;
        }
        e
    }
    pub(crate) fn as_const(&self) -> Option<(Name, &Arc<[Level]>)> {
        match self.kind() {
            Kind::Const(n, ls) => Some((*n, ls)),
            _ => None,
        }
    }
    pub(crate) fn is_const(&self, n: Name) -> bool {
        self.as_const().is_some_and(|(m, _)| m == n)
    }

    /// Whether `p` holds of some subterm.
    pub(crate) fn any(&self, mut p: impl FnMut(&Expr) -> bool) -> bool {
        let mut seen = FxHashSet::default();
        let mut todo = vec![self];
        while let Some(e) = todo.pop() {
            if e.is_shared() && !seen.insert(e.address()) {
                continue;
            }
            if p(e) {
                return true;
            }
            todo.extend(e.kind().parts().into_iter().map(|(part, _)| part));
        }
        false
    }

    /// Rewrites from the root down: where `f(subterm, binders passed)` answers, the answer replaces the subterm.
    pub(crate) fn rewrite(&self, f: impl FnMut(&Expr, u32) -> Option<Expr>) -> Expr {
        Rewrite { f, memo: FxHashMap::default() }.go(self, 0)
    }

    /// A term under `args.len()` binders with `args` (closed, outermost first) in place of their variables.
    pub(crate) fn instantiate<E: std::borrow::Borrow<Expr>>(&self, args: &[E]) -> Expr {
        if args.is_empty() || self.0.loose == 0 {
            return self.clone();
        }
        let n = u32::try_from(args.len()).unwrap_or(u32::MAX);
        self.rewrite(|e, depth| {
            if e.0.loose <= depth {
                return Some(e.clone());
            }
            match e.kind() {
                Kind::Var(i) if *i - depth < n => Some(args[(n - 1 - (i - depth)) as usize].borrow().clone()),
                Kind::Var(i) => Some(Expr::var(i - n)),
                _ => None,
            }
        })
    }

    /// The closed term `self` put under binders for `locals`, outermost first, which become its variables.
    fn abstract_locals(&self, locals: &[Expr]) -> Expr {
        if locals.is_empty() || !self.has_local() {
            return self.clone();
        }
        let n = locals.len() as u32;
        self.rewrite(|e, depth| {
            if !e.has_local() {
                return Some(e.clone());
            }
            match e.kind() {
                Kind::Local(..) => Some(match locals.iter().rposition(|l| l == e) {
                    Some(i) => Expr::var(depth + n - 1 - i as u32),
                    None => e.clone(),
                }),
                _ => None,
            }
        })
    }

    fn bind(locals: &[Expr], body: &Expr, binder: fn(Expr, Expr) -> Expr) -> Expr {
        let mut r = body.abstract_locals(locals);
        for (i, l) in locals.iter().enumerate().rev() {
            if let Kind::Local(_, ty) = l.kind() {
                r = binder(ty.abstract_locals(&locals[..i]), r);
            }
        }
        r
    }
    /// `∀ locals, body`
    pub(crate) fn bind_pi(locals: &[Expr], body: &Expr) -> Expr {
        Expr::bind(locals, body, Expr::pi)
    }
    /// `fun locals => body`
    pub(crate) fn bind_lam(locals: &[Expr], body: &Expr) -> Expr {
        Expr::bind(locals, body, Expr::lam)
    }

    /// Replaces level parameters.
    pub(crate) fn instantiate_levels(&self, params: &[Name], args: &[Level]) -> Expr {
        if params.is_empty() || !self.0.has_level_param {
            return self.clone();
        }
        self.rewrite(|e, _| {
            if !e.0.has_level_param {
                return Some(e.clone());
            }
            match e.kind() {
                Kind::Sort(l) => Some(Expr::sort(l.instantiate(params, args))),
                Kind::Const(n, ls) => {
                    let ls: Vec<Level> = ls.iter().map(|l| l.instantiate(params, args)).collect();
                    Some(Expr::constant(*n, &ls))
                }
                _ => None,
            }
        })
    }

    /// `f args` with the outer beta redexes reduced.
    pub(crate) fn beta<'a>(f: &Expr, args: impl IntoIterator<Item = &'a Expr>) -> Expr {
        let args: Vec<&Expr> = args.into_iter().collect();
        let (mut f, mut rest) = (f.clone(), &args[..]);
        loop {
            let mut n = 0;
            let mut body = &f;
            while let (Kind::Lam(_, b), true) = (body.kind(), n < rest.len()) {
                body = b;
                n += 1;
            }
            if n == 0 {
                return Expr::apps(&f, rest.iter().copied());
            }
            f = body.instantiate(&rest[..n]);
            rest = &rest[n..];
            // The head of the result may be an application of a lambda; evaluation goes on from there.
            if !matches!(f.kind(), Kind::Lam(..)) {
                return Expr::apps(&f, rest.iter().copied());
            }
        }
    }
}

struct Rewrite<F> {
    f: F,
    memo: FxHashMap<(usize, u32), Expr>,
}

impl<F: FnMut(&Expr, u32) -> Option<Expr>> Rewrite<F> {
    fn go(&mut self, e: &Expr, depth: u32) -> Expr {
        if let Some(r) = (self.f)(e, depth) {
            return r;
        }
        if matches!(e.kind(), Kind::Local(..)) || e.kind().is_leaf() {
            return e.clone();
        }
        let key = (e.address(), depth);
        let shared = e.is_shared();
        if shared && let Some(r) = self.memo.get(&key) {
            return r.clone();
        }
        let r = with_stack(|| match e.kind() {
            Kind::App(f, a) => Expr::new(Kind::App(self.go(f, depth), self.go(a, depth))),
            Kind::Lam(t, b) => Expr::new(Kind::Lam(self.go(t, depth), self.go(b, depth + 1))),
            Kind::Pi(t, b) => Expr::new(Kind::Pi(self.go(t, depth), self.go(b, depth + 1))),
            Kind::Let(t, v, b) => {
                Expr::new(Kind::Let(self.go(t, depth), self.go(v, depth), self.go(b, depth + 1)))
            }
            Kind::Proj(n, i, x) => Expr::new(Kind::Proj(*n, *i, self.go(x, depth))),
            _ => e.clone(),
        });
        if shared {
            self.memo.insert(key, r.clone());
        }
        r
    }
}

impl PartialEq for Expr {
    fn eq(&self, other: &Expr) -> bool {
        // Pairs met before: as one difference settles the matter, they need not be compared again.
        fn go(a: &Expr, b: &Expr, seen: &mut FxHashSet<(usize, usize)>) -> bool {
            if Arc::ptr_eq(&a.0, &b.0) {
                return true;
            }
            if a.0.hash != b.0.hash {
                return false;
            }
            match (a.kind(), b.kind()) {
                (Kind::Var(i), Kind::Var(j)) => return i == j,
                (Kind::Local(i, _), Kind::Local(j, _)) => return i == j,
                (Kind::Sort(l), Kind::Sort(m)) => return l == m,
                (Kind::Const(m, ls), Kind::Const(n, ms)) => return m == n && ls == ms,
                (Kind::Nat(m), Kind::Nat(n)) => return m == n,
                (Kind::Str(s), Kind::Str(t)) => return s == t,
                _ => {}
            }
            if a.is_shared() && b.is_shared() && !seen.insert((a.address(), b.address())) {
                return true;
            }
            with_stack(|| match (a.kind(), b.kind()) {
                (Kind::App(f, x), Kind::App(g, y))
                | (Kind::Lam(f, x), Kind::Lam(g, y))
                | (Kind::Pi(f, x), Kind::Pi(g, y)) => go(f, g, seen) && go(x, y, seen),
                (Kind::Let(t, v, b), Kind::Let(u, w, c)) => {
                    go(t, u, seen) && go(v, w, seen) && go(b, c, seen)
                }
                (Kind::Proj(m, i, x), Kind::Proj(n, j, y)) => m == n && i == j && go(x, y, seen),
                _ => false,
            })
        }
        go(self, other, &mut FxHashSet::default())
    }
}
impl Eq for Expr {}
impl Hash for Expr {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0.hash);
    }
}
