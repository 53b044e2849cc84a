//! Finding the instances of a pattern in a term.

use crate::goal::inaccessible;
use rustc_hash::{FxHashMap, FxHashSet};
use turnstile_elab::env::Transparency;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, FVarId, MVarId, Name, NatLit, Node, StrLit, with_stack};

/// What the head of an application must be for it to be an instance of a pattern.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Head {
    Const(Name),
    FVar(FVarId),
    MVar(MVarId),
    BVar(u32),
    Nat(NatLit),
    Str(StrLit),
    Proj(Name, u32),
    Sort,
    Lam,
    Pi,
    Let,
}

fn head(m: &Meta, e: Expr) -> (Head, usize) {
    let mut n = 0;
    let mut f = e;
    loop {
        let h = match m.st.node(f) {
            Node::App(g, _) => {
                n += 1;
                f = g;
                continue;
            }
            Node::Const(c, _) => Head::Const(c),
            Node::FVar(x) => Head::FVar(x),
            Node::MVar(x) => Head::MVar(x),
            Node::BVar(i) => Head::BVar(i),
            Node::Nat(l) => Head::Nat(l),
            Node::Str(l) => Head::Str(l),
            Node::Proj(s, i, _) => Head::Proj(s, i),
            Node::Sort(_) => Head::Sort,
            Node::Lam(..) => Head::Lam,
            Node::Pi(..) => Head::Pi,
            Node::Let(..) => Head::Let,
        };
        return (h, n);
    }
}

/// `e` with every instance of `pat` replaced by loose bound variable 0, outermost first, left to right. The first instance
/// fixes the holes of `pat`. Instances are found up to unfolding instances, with the same head and number of
/// arguments. `None` when there is none.
///
/// # Errors
/// When the budget ends.
pub fn kabstract(m: &mut Meta, e: Expr, pat: Expr) -> Result<Option<Expr>> {
    kabstract_at(m, e, pat, &Occurrences::All)
}

/// Which instances of a pattern are meant, counted from 1 in the order in which they are found.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub enum Occurrences {
    /// All.
    #[default]
    All,
    /// These.
    Only(Vec<u32>),
    /// All others.
    Except(Vec<u32>),
}

impl Occurrences {
    fn holds(&self, n: u32) -> bool {
        match self {
            Occurrences::All => true,
            Occurrences::Only(l) => l.contains(&n),
            Occurrences::Except(l) => !l.contains(&n),
        }
    }
}

/// As [`kabstract`], for some of the instances.
///
/// # Errors
/// When the budget ends.
pub fn kabstract_at(m: &mut Meta, e: Expr, pat: Expr, occs: &Occurrences) -> Result<Option<Expr>> {
    let e = m.instantiate(e);
    let pat = m.instantiate(pat);
    let st = m.st.clone();
    let mut found = false;
    if *occs == Occurrences::All && !st.has_mvar(pat) && matches!(st.node(pat), Node::FVar(_)) {
        let r = st.replace(e, |t, depth| {
            if !st.has_fvar(t) {
                return Some(t);
            }
            (t == pat).then(|| {
                found = true;
                st.bvar(depth)
            })
        });
        return Ok(found.then_some(r));
    }
    let key = head(m, pat);
    let mut pat = pat;
    let mut rejected: FxHashSet<Expr> = FxHashSet::default();
    let mut failure: Option<Error> = None;
    let mut count = 0;
    let mut visited = 0;
    let r = st.replace(e, |t, depth| {
        visited += 1;
        if failure.is_some() {
            return Some(t);
        }
        if st.loose(t) > 0 || head(m, t) != key || rejected.contains(&t) {
            return None;
        }
        let same = if st.alpha_eq(t, pat) {
            Ok(true)
        } else {
            m.with_transparency(Transparency::Instances, |m| m.is_def_eq(t, pat))
        };
        match same {
            Ok(true) => {
                if st.has_mvar(pat) {
                    pat = m.instantiate(pat);
                }
                count += 1;
                if !occs.holds(count) {
                    return None;
                }
                found = true;
                Some(st.bvar(depth))
            }
            Ok(false) => {
                rejected.insert(t);
                None
            }
            Err(e) => {
                failure = Some(e);
                Some(t)
            }
        }
    });
    m.spend(1 + visited / 64)?;
    match failure {
        Some(e) => Err(e),
        None => Ok(found.then_some(r)),
    }
}

/// Whether `body`, in which loose bound variable 0 stands for some value of type `ty`, is type correct for every value:
/// abstracting a term may break types that depend on what it is.
///
/// # Errors
/// When the budget ends.
pub fn abstraction_is_type_correct(m: &mut Meta, ty: Expr, body: Expr) -> Result<bool> {
    m.scoped(|m| {
        let x = m.push_local(inaccessible(Name::new("x")), ty, BinderInfo::Default);
        let id = m.fvar_id(x)?;
        let e = m.st.instantiate1(body, x);
        Checker { x: id, mentions: FxHashMap::default(), done: FxHashSet::default() }.check(m, e)
    })
}

/// Checks the parts of a term that mention one variable.
struct Checker {
    x: FVarId,
    mentions: FxHashMap<Expr, bool>,
    done: FxHashSet<Expr>,
}

impl Checker {
    fn mentions(&mut self, m: &Meta, e: Expr) -> bool {
        if !m.st.has_fvar(e) {
            return false;
        }
        if let Some(r) = self.mentions.get(&e) {
            return *r;
        }
        let r = with_stack(|| match m.st.node(e) {
            Node::FVar(id) => id == self.x,
            Node::App(f, a) => self.mentions(m, f) || self.mentions(m, a),
            Node::Lam(_, t, b) | Node::Pi(_, t, b) => self.mentions(m, t) || self.mentions(m, b),
            Node::Let(_, t, v, b) => self.mentions(m, t) || self.mentions(m, v) || self.mentions(m, b),
            Node::Proj(_, _, s) => self.mentions(m, s),
            _ => false,
        });
        self.mentions.insert(e, r);
        r
    }

    fn check(&mut self, m: &mut Meta, e: Expr) -> Result<bool> {
        if !self.mentions(m, e) || !self.done.insert(e) {
            return Ok(true);
        }
        with_stack(|| self.check_node(m, e))
    }

    fn check_node(&mut self, m: &mut Meta, e: Expr) -> Result<bool> {
        match m.st.node(e) {
            Node::App(..) => {
                let (f, args) = m.st.unapp(e);
                if !self.check(m, f)? {
                    return Ok(false);
                }
                let mut ty = m.infer(f)?;
                let mut start = 0;
                for (i, a) in args.iter().enumerate() {
                    if !self.check(m, *a)? {
                        return Ok(false);
                    }
                    if !matches!(m.st.node(ty), Node::Pi(..)) {
                        let t = m.st.instantiate_rev(ty, &args[start..i]);
                        ty = m.whnf(t)?;
                        start = i;
                    }
                    let Node::Pi(_, dom, body) = m.st.node(ty) else { return Ok(false) };
                    let dom = m.st.instantiate_rev(dom, &args[start..i]);
                    if self.mentions(m, *a) || self.mentions(m, dom) {
                        let at = m.infer(*a)?;
                        if !m.st.alpha_eq(at, dom) && !m.is_def_eq(at, dom)? {
                            return Ok(false);
                        }
                    }
                    ty = body;
                }
                Ok(true)
            }
            Node::Lam(b, t, body) | Node::Pi(b, t, body) => {
                if !self.check(m, t)? {
                    return Ok(false);
                }
                m.scoped(|m| {
                    let y = m.push_local(b.name, t, b.info);
                    let body = m.st.instantiate1(body, y);
                    self.check(m, body)
                })
            }
            Node::Let(n, t, v, body) => {
                if !self.check(m, t)? || !self.check(m, v)? {
                    return Ok(false);
                }
                let vt = m.infer(v)?;
                if !m.is_def_eq(vt, t)? {
                    return Ok(false);
                }
                m.scoped(|m| {
                    let y = m.push_let(n, t, v);
                    let body = m.st.instantiate1(body, y);
                    self.check(m, body)
                })
            }
            Node::Proj(_, _, s) => self.check(m, s),
            _ => Ok(true),
        }
    }
}
