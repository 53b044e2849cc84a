//! Universe levels: when one is zero, positive, at most another, and a simplified form.
//!
//! A level denotes a natural number for each assignment of naturals to its parameters. The comparisons here are exact:
//! they hold when, and only when, the relation holds under all assignments. Level metavariables count as parameters.

use crate::name::Name;
use crate::store::Store;
use crate::subst::with_stack;
use crate::term::{LMVarId, Level, LevelNode, Levels};
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;

/// Whether `l` is 0 under all assignments.
///
/// `imax a b` vanishes exactly where `b` does, `max a b` where both do.
#[must_use]
pub fn is_zero(st: &Store, l: Level) -> bool {
    zero_test(st, l, false)
}

/// Whether `l` is at least 1 under all assignments.
///
/// The assignments at which a level vanishes are none, or all that set some parameters to 0. Two such sets of the
/// second kind always meet, so `max a b` never vanishes only if one side never does.
#[must_use]
pub fn is_never_zero(st: &Store, l: Level) -> bool {
    zero_test(st, l, true)
}

/// `never`: "is never zero"; otherwise "is always zero".
fn zero_test(st: &Store, l: Level, never: bool) -> bool {
    fn go(st: &Store, mut l: Level, never: bool, seen: &mut FxHashMap<Level, bool>) -> bool {
        loop {
            match st.level(l) {
                LevelNode::Zero => return !never,
                LevelNode::Succ(_) => return never,
                LevelNode::Param(_) | LevelNode::MVar(_) => return false,
                LevelNode::IMax(_, b) => l = b,
                LevelNode::Max(a, b) => {
                    if let Some(r) = seen.get(&l) {
                        return *r;
                    }
                    let x = with_stack(|| go(st, a, never, seen));
                    let r = if x == never { x } else { with_stack(|| go(st, b, never, seen)) };
                    seen.insert(l, r);
                    return r;
                }
            }
        }
    }
    go(st, l, never, &mut FxHashMap::default())
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
enum Atom {
    Param(Name),
    MVar(LMVarId),
}

/// `max constant (atom + offset) …`: a level in which no `imax` is left. Atoms are sorted.
#[derive(Default, Clone)]
struct MaxForm {
    constant: u64,
    atoms: Vec<(Atom, u64)>,
}

impl MaxForm {
    fn join(&self, other: &MaxForm) -> MaxForm {
        let mut r = MaxForm { constant: self.constant.max(other.constant), atoms: self.atoms.clone() };
        for (a, k) in &other.atoms {
            match r.atoms.binary_search_by_key(a, |x| x.0) {
                Ok(i) => r.atoms[i].1 = r.atoms[i].1.max(*k),
                Err(i) => r.atoms.insert(i, (*a, *k)),
            }
        }
        r
    }
}

/// What is assumed of some atoms: that they are 0 (false), or that they are at least 1 (true).
type Case = Vec<(Atom, bool)>;

fn assumed(case: &Case, a: Atom) -> Option<bool> {
    case.iter().find(|c| c.0 == a).map(|c| c.1)
}

/// Why a level has no maximum form yet.
enum Unfinished {
    /// Whether this atom is 0 must be assumed first.
    Split(Atom),
    /// The forms of its parts have too many atoms in all.
    TooLarge,
}

/// The value of `l` in `case`. Each form made takes its number of atoms from `left`.
fn max_form(
    st: &Store,
    l: Level,
    case: &Case,
    memo: &mut FxHashMap<Level, Rc<MaxForm>>,
    left: &mut usize,
) -> Result<Rc<MaxForm>, Unfinished> {
    let (mut base, mut offset) = (l, 0u64);
    while let LevelNode::Succ(a) = st.level(base) {
        base = a;
        offset += 1;
    }
    if let Some(r) = memo.get(&l) {
        return Ok(r.clone());
    }
    let atom = |a: Atom| match assumed(case, a) {
        Some(false) => MaxForm::default(),
        _ => MaxForm { constant: 0, atoms: vec![(a, 0)] },
    };
    let mut form = match st.level(base) {
        LevelNode::Zero | LevelNode::Succ(_) => MaxForm::default(),
        LevelNode::Param(n) => atom(Atom::Param(n)),
        LevelNode::MVar(m) => atom(Atom::MVar(m)),
        LevelNode::Max(a, b) => {
            let a = with_stack(|| max_form(st, a, case, memo, left))?;
            let b = with_stack(|| max_form(st, b, case, memo, left))?;
            a.join(&b)
        }
        LevelNode::IMax(a, b) => {
            let b = with_stack(|| max_form(st, b, case, memo, left))?;
            let positive =
                b.constant > 0 || b.atoms.iter().any(|(x, k)| *k > 0 || assumed(case, *x) == Some(true));
            if positive {
                with_stack(|| max_form(st, a, case, memo, left))?.join(&b)
            } else if let Some((x, _)) = b.atoms.first() {
                return Err(Unfinished::Split(*x));
            } else {
                MaxForm::default()
            }
        }
    };
    *left = left.checked_sub(1 + form.atoms.len()).ok_or(Unfinished::TooLarge)?;
    form.constant += offset;
    for a in &mut form.atoms {
        a.1 += offset;
    }
    let form = Rc::new(form);
    memo.insert(l, form.clone());
    Ok(form)
}

/// Exact for maxima of independent atoms: each atom of the left needs one on the right that dominates it.
fn max_form_leq(a: &MaxForm, b: &MaxForm, case: &Case) -> bool {
    let least = |x: &(Atom, u64)| x.1 + u64::from(assumed(case, x.0) == Some(true));
    (a.constant <= b.constant || b.atoms.iter().any(|x| a.constant <= least(x)))
        && a.atoms.iter().all(|x| b.atoms.iter().any(|y| x.0 == y.0 && x.1 <= y.1))
}

/// Greatest number of cases looked at for one comparison; real declarations need a handful.
const MAX_CASES: u32 = 1 << 14;

/// Atoms in all forms that one comparison may make. They are kept while a case is looked at, so this bounds memory too.
const MAX_ATOMS: usize = 1 << 22;

/// Whether `a ≤ b` under all assignments; `None` when there are too many cases or atoms to finish.
pub(crate) fn try_leq(st: &Store, a: Level, b: Level) -> Option<bool> {
    fn go(
        st: &Store,
        a: Level,
        b: Level,
        case: &mut Case,
        cases: &mut u32,
        atoms: &mut usize,
    ) -> Option<bool> {
        *cases = cases.checked_sub(1)?;
        let mut memo = FxHashMap::default();
        let mut form = |l| max_form(st, l, case, &mut memo, atoms);
        let split = match form(a).and_then(|a| Ok((a, form(b)?))) {
            Ok((a, b)) => return Some(max_form_leq(&a, &b, case)),
            Err(Unfinished::Split(x)) => x,
            Err(Unfinished::TooLarge) => return None,
        };
        drop(memo);
        for positive in [false, true] {
            case.push((split, positive));
            let r = with_stack(|| go(st, a, b, case, cases, atoms));
            case.pop();
            if r != Some(true) {
                return r;
            }
        }
        Some(true)
    }
    if a == b {
        return Some(true);
    }
    go(st, a, b, &mut Vec::new(), &mut MAX_CASES.clone(), &mut MAX_ATOMS.clone())
}

pub(crate) fn try_eq(st: &Store, a: Level, b: Level) -> Option<bool> {
    if a == b {
        return Some(true);
    }
    match try_leq(st, a, b)? {
        true => try_leq(st, b, a),
        false => Some(false),
    }
}

/// Whether `a ≤ b` under all assignments.
#[must_use]
pub fn leq(st: &Store, a: Level, b: Level) -> bool {
    try_leq(st, a, b) == Some(true)
}

/// Whether `a = b` under all assignments.
#[must_use]
pub fn level_eq(st: &Store, a: Level, b: Level) -> bool {
    try_eq(st, a, b) == Some(true)
}

/// Whether two level lists are equal member by member.
#[must_use]
pub fn levels_eq(st: &Store, a: Levels, b: Levels) -> bool {
    a == b || {
        let (a, b) = (st.level_list(a), st.level_list(b));
        a.len() == b.len() && a.iter().zip(b.iter()).all(|(x, y)| level_eq(st, *x, *y))
    }
}

/// An equal level in a simple form: `imax` resolved where its right side is decided, duplicates and dominated parts of a
/// maximum dropped, the rest sorted, common successors outermost.
///
/// ```
/// use turnstile_kernel::{Name, Store, level};
/// let st = Store::new();
/// let u = st.l_param(Name::new("u"));
/// let l = st.l_imax(st.l_one(), st.l_max(st.l_succ(u), st.l_max(st.l_one(), u)));
/// assert_eq!(level::simplify(&st, l), st.l_succ(u));
/// ```
pub fn simplify(st: &Store, l: Level) -> Level {
    simplify_memo(st, l, &mut FxHashMap::default())
}

fn simplify_memo(st: &Store, l: Level, memo: &mut FxHashMap<Level, Level>) -> Level {
    if let Some(r) = memo.get(&l) {
        return *r;
    }
    let mut parts = Vec::new();
    let mut constant = 0;
    // A maximum is idempotent: a part met before need not be looked at again.
    let mut seen = FxHashSet::default();
    let mut todo = vec![(l, 0u64)];
    while let Some((l, k)) = todo.pop() {
        if !seen.insert((l, k)) {
            continue;
        }
        match st.level(l) {
            LevelNode::Zero => constant = constant.max(k),
            LevelNode::Succ(a) => todo.push((a, k + 1)),
            LevelNode::Param(_) | LevelNode::MVar(_) => parts.push((l, k)),
            LevelNode::Max(a, b) => todo.extend([(b, k), (a, k)]),
            LevelNode::IMax(a, b) => {
                let (a, b) = with_stack(|| (simplify_memo(st, a, memo), simplify_memo(st, b, memo)));
                let at_most_one = leq(st, a, st.l_one());
                if is_never_zero(st, b) && !at_most_one {
                    todo.extend([(b, k), (a, k)]);
                } else if at_most_one || is_zero(st, b) || leq(st, a, b) {
                    todo.push((b, k));
                } else {
                    parts.push((st.l_imax(a, b), k));
                }
            }
        }
    }
    let r = rebuild_max(st, constant, parts);
    memo.insert(l, r);
    r
}

fn rebuild_max(st: &Store, constant: u64, mut parts: Vec<(Level, u64)>) -> Level {
    let order = |l: Level| match st.level(l) {
        LevelNode::Param(n) => (0, Some(n), 0),
        LevelNode::MVar(m) => (1, None, m.0),
        _ => (2, None, l.index()),
    };
    parts.sort_by(|a, b| order(a.0).cmp(&order(b.0)).then(b.1.cmp(&a.1)));
    parts.dedup_by_key(|p| p.0);
    if parts.is_empty() || parts.iter().all(|p| p.1 < constant) {
        parts.insert(0, (st.l_zero(), constant));
    }
    let common = parts.iter().map(|p| p.1).min().unwrap_or(0);
    let raise = |l: Level, k: u64| (0..k).fold(l, |l, _| st.l_succ(l));
    let body = parts.iter().rev().map(|p| raise(p.0, p.1 - common)).reduce(|acc, p| st.l_max(p, acc));
    raise(body.unwrap_or_else(|| st.l_zero()), common)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A level over parameters a, b, c, as data the test can evaluate itself.
    #[derive(Clone, Debug)]
    enum L {
        Zero,
        Param(usize),
        Succ(Box<L>),
        Max(Box<L>, Box<L>),
        IMax(Box<L>, Box<L>),
    }

    fn any_level() -> impl Strategy<Value = L> {
        let leaf = prop_oneof![Just(L::Zero), (0..3usize).prop_map(L::Param)];
        leaf.prop_recursive(4, 16, 2, |inner| {
            prop_oneof![
                inner.clone().prop_map(|a| L::Succ(a.into())),
                (inner.clone(), inner.clone()).prop_map(|(a, b)| L::Max(a.into(), b.into())),
                (inner.clone(), inner).prop_map(|(a, b)| L::IMax(a.into(), b.into())),
            ]
        })
    }

    fn build(st: &Store, l: &L) -> Level {
        match l {
            L::Zero => st.l_zero(),
            L::Param(i) => st.l_param(Name::new(["a", "b", "c"][*i])),
            L::Succ(a) => st.l_succ(build(st, a)),
            L::Max(a, b) => st.l_max(build(st, a), build(st, b)),
            L::IMax(a, b) => st.l_imax(build(st, a), build(st, b)),
        }
    }

    fn value(st: &Store, l: Level, at: [u64; 3]) -> u64 {
        match st.level(l) {
            LevelNode::Zero | LevelNode::MVar(_) => 0,
            LevelNode::Succ(a) => value(st, a, at) + 1,
            LevelNode::Max(a, b) => value(st, a, at).max(value(st, b, at)),
            LevelNode::IMax(a, b) => match value(st, b, at) {
                0 => 0,
                b => b.max(value(st, a, at)),
            },
            LevelNode::Param(n) => at[(n.as_str().as_bytes()[0] - b'a') as usize],
        }
    }

    /// All assignments up to 8: enough for levels this small, where no constant passes 5.
    fn assignments() -> impl Iterator<Item = [u64; 3]> {
        (0..512u64).map(|i| [i % 8, i / 8 % 8, i / 64])
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(600))]
        #[test]
        fn comparisons_agree_with_evaluation(a in any_level(), b in any_level()) {
            let st = Store::new();
            let (a, b) = (build(&st, &a), build(&st, &b));
            let all = |p: &dyn Fn(u64, u64) -> bool| assignments().all(|at| p(value(&st, a, at), value(&st, b, at)));
            prop_assert_eq!(leq(&st, a, b), all(&|x, y| x <= y));
            prop_assert_eq!(level_eq(&st, a, b), all(&|x, y| x == y));
            prop_assert_eq!(is_zero(&st, a), all(&|x, _| x == 0));
            prop_assert_eq!(is_never_zero(&st, a), all(&|x, _| x > 0));
            let s = simplify(&st, a);
            prop_assert!(assignments().all(|at| value(&st, a, at) == value(&st, s, at)));
            prop_assert_eq!(simplify(&st, s), s);
        }
    }

    #[test]
    fn shared_levels_are_linear_work() {
        let st = Store::new();
        let mut l = st.l_param(Name::new("u"));
        for _ in 0..200 {
            l = st.l_imax(l, st.l_max(l, l));
        }
        assert!(level_eq(&st, l, st.l_param(Name::new("u"))));
        assert!(!is_zero(&st, l));
        let _ = simplify(&st, l);
    }

    #[test]
    fn long_successor_chains_do_not_overflow_the_stack() {
        let st = Store::new();
        let l = (0..100_000).fold(st.l_param(Name::new("u")), |l, _| st.l_succ(l));
        assert!(leq(&st, l, st.l_succ(l)));
        assert!(!leq(&st, st.l_succ(l), l));
    }
}
