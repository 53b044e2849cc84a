//! Universe levels, and an exact comparison of them by case split.

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};
use std::mem;
use std::sync::Arc;
use turnstile_kernel::{Name, with_stack};

/// A universe level: a natural number for each assignment of naturals to its parameters.
#[derive(Clone, Debug)]
pub struct Level(Arc<LevelNode>);

#[derive(Debug)]
struct LevelNode {
    kind: LevelKind,
    hash: u64,
    has_param: bool,
}

/// The outermost operation of a level.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum LevelKind {
    /// 0
    Zero,
    /// `l + 1`
    Succ(Level),
    /// The greater of two.
    Max(Level, Level),
    /// 0 where the second is 0, elsewhere the greater of two.
    IMax(Level, Level),
    /// A parameter.
    Param(Name),
}

/// Dropping a long chain of successors must not overflow the stack.
impl Drop for LevelNode {
    fn drop(&mut self) {
        if !matches!(self.kind, LevelKind::Zero | LevelKind::Param(_)) {
            let kind = mem::replace(&mut self.kind, LevelKind::Zero);
            with_stack(|| drop(kind));
        }
    }
}

impl Level {
    fn new(kind: LevelKind) -> Level {
        let has_param = match &kind {
            LevelKind::Zero => false,
            LevelKind::Param(_) => true,
            LevelKind::Succ(a) => a.has_param(),
            LevelKind::Max(a, b) | LevelKind::IMax(a, b) => a.has_param() || b.has_param(),
        };
        let mut h = FxHasher::default();
        kind.hash(&mut h);
        Level(Arc::new(LevelNode { kind, hash: h.finish(), has_param }))
    }

    /// 0
    #[must_use]
    pub fn zero() -> Level {
        Level::new(LevelKind::Zero)
    }
    /// 1
    #[must_use]
    pub fn one() -> Level {
        Level::zero().succ()
    }
    /// `self + 1`
    #[must_use]
    pub fn succ(&self) -> Level {
        Level::new(LevelKind::Succ(self.clone()))
    }
    /// `max self other`
    #[must_use]
    pub fn max(&self, other: &Level) -> Level {
        Level::new(LevelKind::Max(self.clone(), other.clone()))
    }
    /// `imax self other`
    #[must_use]
    pub fn imax(&self, other: &Level) -> Level {
        Level::new(LevelKind::IMax(self.clone(), other.clone()))
    }
    /// The parameter `n`.
    #[must_use]
    pub fn param(n: Name) -> Level {
        Level::new(LevelKind::Param(n))
    }
    /// The outermost operation.
    #[must_use]
    pub fn kind(&self) -> &LevelKind {
        &self.0.kind
    }
    /// Whether a parameter occurs.
    #[must_use]
    pub fn has_param(&self) -> bool {
        self.0.has_param
    }

    fn address(&self) -> usize {
        Arc::as_ptr(&self.0) as usize
    }

    /// The level with each parameter for which `value` has an answer replaced by that.
    pub(crate) fn replace_params(&self, value: &dyn Fn(Name) -> Option<Level>) -> Level {
        fn go(l: &Level, value: &dyn Fn(Name) -> Option<Level>, memo: &mut FxHashMap<usize, Level>) -> Level {
            if !l.has_param() {
                return l.clone();
            }
            if let Some(r) = memo.get(&l.address()) {
                return r.clone();
            }
            let r = with_stack(|| match l.kind() {
                LevelKind::Zero => l.clone(),
                LevelKind::Param(n) => value(*n).unwrap_or_else(|| l.clone()),
                LevelKind::Succ(a) => go(a, value, memo).succ(),
                LevelKind::Max(a, b) => go(a, value, memo).max(&go(b, value, memo)),
                LevelKind::IMax(a, b) => go(a, value, memo).imax(&go(b, value, memo)),
            });
            memo.insert(l.address(), r.clone());
            r
        }
        go(self, value, &mut FxHashMap::default())
    }

    /// Simultaneous replacement of `params` by `args`.
    pub(crate) fn instantiate(&self, params: &[Name], args: &[Level]) -> Level {
        self.replace_params(&|n| params.iter().position(|p| *p == n).and_then(|i| args.get(i).cloned()))
    }

    /// A parameter of the level that is not in `declared`.
    pub(crate) fn undeclared_param(&self, declared: &[Name]) -> Option<Name> {
        let mut seen = FxHashSet::default();
        let mut todo = vec![self];
        while let Some(l) = todo.pop() {
            if !l.has_param() || !seen.insert(l.address()) {
                continue;
            }
            match l.kind() {
                LevelKind::Zero => {}
                LevelKind::Param(n) if declared.contains(n) => {}
                LevelKind::Param(n) => return Some(*n),
                LevelKind::Succ(a) => todo.push(a),
                LevelKind::Max(a, b) | LevelKind::IMax(a, b) => todo.extend([a, b]),
            }
        }
        None
    }
}

impl PartialEq for Level {
    fn eq(&self, other: &Level) -> bool {
        // Pairs met before: as one difference settles the matter, they need not be compared again.
        fn go(a: &Level, b: &Level, seen: &mut FxHashSet<(usize, usize)>) -> bool {
            if Arc::ptr_eq(&a.0, &b.0) {
                return true;
            }
            if a.0.hash != b.0.hash {
                return false;
            }
            match (a.kind(), b.kind()) {
                (LevelKind::Zero, LevelKind::Zero) => true,
                (LevelKind::Param(m), LevelKind::Param(n)) => m == n,
                (LevelKind::Succ(a), LevelKind::Succ(b)) => with_stack(|| go(a, b, seen)),
                (LevelKind::Max(a1, a2), LevelKind::Max(b1, b2))
                | (LevelKind::IMax(a1, a2), LevelKind::IMax(b1, b2)) => {
                    !seen.insert((a.address(), b.address()))
                        || with_stack(|| go(a1, b1, seen) && go(a2, b2, seen))
                }
                _ => false,
            }
        }
        go(self, other, &mut FxHashSet::default())
    }
}
impl Eq for Level {}
impl Hash for Level {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0.hash);
    }
}

/// `max constant (p + k) …`: the value of a level in which no `imax` is left.
#[derive(Clone, Default)]
struct Maximum {
    constant: u64,
    params: BTreeMap<Name, u64>,
}

impl Maximum {
    fn join(mut self, other: &Maximum) -> Maximum {
        self.constant = self.constant.max(other.constant);
        for (p, k) in &other.params {
            let own = self.params.entry(*p).or_default();
            *own = (*own).max(*k);
        }
        self
    }

    fn raise(mut self, by: u64) -> Maximum {
        self.constant += by;
        self.params.values_mut().for_each(|k| *k += by);
        self
    }

    /// Parameters are independent and may be 0, so each part needs one part of the other that dominates it.
    fn at_most(&self, other: &Maximum) -> bool {
        let constant = other.params.values().copied().fold(other.constant, u64::max);
        self.constant <= constant
            && self.params.iter().all(|(p, k)| other.params.get(p).is_some_and(|other| k <= other))
    }
}

/// The level as a maximum; or the parameter that has to be split because an `imax` depends on its being 0.
fn maximum(l: &Level, memo: &mut FxHashMap<usize, Maximum>) -> Result<Maximum, Name> {
    let (mut base, mut offset) = (l, 0);
    while let LevelKind::Succ(a) = base.kind() {
        base = a;
        offset += 1;
    }
    if let Some(m) = memo.get(&base.address()) {
        return Ok(m.clone().raise(offset));
    }
    let m = with_stack(|| {
        Ok(match base.kind() {
            LevelKind::Zero | LevelKind::Succ(_) => Maximum::default(),
            LevelKind::Param(n) => Maximum { constant: 0, params: BTreeMap::from([(*n, 0)]) },
            LevelKind::Max(a, b) => maximum(a, memo)?.join(&maximum(b, memo)?),
            LevelKind::IMax(a, b) => {
                let b = maximum(b, memo)?;
                if b.constant > 0 || b.params.values().any(|k| *k > 0) {
                    maximum(a, memo)?.join(&b)
                } else if let Some(p) = b.params.keys().next() {
                    return Err(*p);
                } else {
                    Maximum::default()
                }
            }
        })
    })?;
    memo.insert(base.address(), m.clone());
    Ok(m.raise(offset))
}

/// Cases one comparison may come to.
const MAX_CASES: u32 = 1 << 14;

/// Whether `a ≤ b` under every assignment; `None` when there are too many cases.
///
/// As long as an `imax` hangs on whether a parameter `p` is 0, both levels are compared with 0 and with `p + 1` in its
/// place. What is left is a maximum of constants and raised parameters on both sides.
pub(crate) fn at_most(a: &Level, b: &Level) -> Option<bool> {
    fn go(a: &Level, b: &Level, cases: &mut u32) -> Option<bool> {
        *cases = cases.checked_sub(1)?;
        let p = match (maximum(a, &mut FxHashMap::default()), maximum(b, &mut FxHashMap::default())) {
            (Ok(a), Ok(b)) => return Some(a.at_most(&b)),
            (Err(p), _) | (_, Err(p)) => p,
        };
        for value in [Level::zero(), Level::param(p).succ()] {
            let with = |l: &Level| l.replace_params(&|n| (n == p).then(|| value.clone()));
            if !with_stack(|| go(&with(a), &with(b), cases))? {
                return Some(false);
            }
        }
        Some(true)
    }
    go(a, b, &mut MAX_CASES.clone())
}
