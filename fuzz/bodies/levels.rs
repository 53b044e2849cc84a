// Universe levels from bytes, and the comparisons of the kernel against evaluation.

use turnstile_kernel::{Level, LevelNode, Name, Store, level};

/// Successors in one level at most: bounds the assignments that must be tried.
const MAX_SUCC: u64 = 4;
const PARAMS: [&str; 3] = ["a", "b", "c"];

/// A level in Polish notation: each byte is an operation, and bytes that run out are zeros.
fn decode(st: &Store, bytes: &mut std::slice::Iter<'_, u8>, succs: &mut u64, nodes: &mut u32) -> Level {
    let byte = bytes.next().copied().unwrap_or(0);
    *nodes += 1;
    if *nodes > 24 {
        return st.l_zero();
    }
    match byte % 8 {
        1..=3 => st.l_param(Name::new(PARAMS[usize::from(byte % 8) - 1])),
        4 if *succs < MAX_SUCC => {
            *succs += 1;
            st.l_succ(decode(st, bytes, succs, nodes))
        }
        5 => {
            let a = decode(st, bytes, succs, nodes);
            st.l_max(a, decode(st, bytes, succs, nodes))
        }
        6 | 7 => {
            let a = decode(st, bytes, succs, nodes);
            st.l_imax(a, decode(st, bytes, succs, nodes))
        }
        _ => st.l_zero(),
    }
}

pub fn value(st: &Store, l: Level, at: &dyn Fn(Name) -> u64) -> u64 {
    match st.level(l) {
        LevelNode::Zero | LevelNode::MVar(_) => 0,
        LevelNode::Succ(a) => value(st, a, at) + 1,
        LevelNode::Max(a, b) => value(st, a, at).max(value(st, b, at)),
        LevelNode::IMax(a, b) => match value(st, b, at) {
            0 => 0,
            b => b.max(value(st, a, at)),
        },
        LevelNode::Param(n) => at(n),
    }
}

/// Everything the kernel says about two levels is true of all assignments up to a bound past which nothing new can
/// happen: two more than the number of successors. Asserts both directions: soundness and completeness.
pub fn check(bytes: &[u8]) {
    let st = Store::new();
    let mut rest = bytes.iter();
    let a = decode(&st, &mut rest, &mut 0, &mut 0);
    let b = decode(&st, &mut rest, &mut 0, &mut 0);
    let end = MAX_SUCC + 3;
    let simple = level::simplify(&st, a);
    let (mut leq, mut eq, mut zero, mut never_zero) = (true, true, true, true);
    for i in 0..end.pow(3) {
        let at = |n: Name| match n.as_str() {
            "a" => i % end,
            "b" => i / end % end,
            _ => i / end / end,
        };
        let (x, y) = (value(&st, a, &at), value(&st, b, &at));
        leq &= x <= y;
        eq &= x == y;
        zero &= x == 0;
        never_zero &= x > 0;
        assert_eq!(value(&st, simple, &at), x, "simplify changes a value: {bytes:?}");
    }
    assert_eq!(level::leq(&st, a, b), leq, "leq: {bytes:?}");
    assert_eq!(level::level_eq(&st, a, b), eq, "level_eq: {bytes:?}");
    assert_eq!(level::is_zero(&st, a), zero, "is_zero: {bytes:?}");
    assert_eq!(level::is_never_zero(&st, a), never_zero, "is_never_zero: {bytes:?}");
}
