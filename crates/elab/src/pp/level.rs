//! Universe levels as text.

use turnstile_kernel::{Level, LevelNode, Store};

/// `l`; in parentheses when it is not atomic and `atomic` is asked for.
pub(super) fn show(st: &Store, l: Level, atomic: bool) -> String {
    let (base, k) = peel(st, l);
    let (text, compound) = match st.level(base) {
        LevelNode::Zero => return k.to_string(),
        LevelNode::Param(n) => (n.to_string(), false),
        LevelNode::MVar(m) => (format!("?u.{}", m.0), false),
        LevelNode::Max(..) => (operator(st, base, "max", false), true),
        LevelNode::IMax(..) => (operator(st, base, "imax", true), true),
        LevelNode::Succ(_) => (String::from("_"), false),
    };
    match (k, compound) {
        (0, false) => text,
        (0, true) if !atomic => text,
        (0, true) => format!("({text})"),
        (_, false) if !atomic => format!("{text}+{k}"),
        (_, false) => format!("({text}+{k})"),
        (_, true) if !atomic => format!("({text})+{k}"),
        (_, true) => format!("(({text})+{k})"),
    }
}

/// `max a b c`: nested maxima on the right are one list.
fn operator(st: &Store, l: Level, word: &str, imax: bool) -> String {
    let mut out = String::from(word);
    let mut l = l;
    loop {
        match st.level(l) {
            LevelNode::Max(a, b) if !imax => {
                out.push_str(&format!(" {}", show(st, a, true)));
                l = b;
            }
            LevelNode::IMax(a, b) if imax => {
                out.push_str(&format!(" {}", show(st, a, true)));
                l = b;
            }
            _ => {
                out.push_str(&format!(" {}", show(st, l, true)));
                return out;
            }
        }
    }
}

fn peel(st: &Store, mut l: Level) -> (Level, u64) {
    let mut k = 0;
    while let LevelNode::Succ(a) = st.level(l) {
        l = a;
        k += 1;
    }
    (l, k)
}

/// `Prop`, `Type u` or `Sort u`, and whether that is one word.
pub(super) fn show_sort(st: &Store, l: Level) -> (String, bool) {
    let (base, k) = peel(st, l);
    match (st.level(base), k) {
        (LevelNode::Zero, 0) => ("Prop".into(), true),
        (LevelNode::Zero, 1) => ("Type".into(), true),
        (LevelNode::Zero, k) => (format!("Type {}", k - 1), false),
        _ => sort_of(st, l),
    }
}

fn sort_of(st: &Store, l: Level) -> (String, bool) {
    match predecessor(st, l) {
        Some(p) => (format!("Type {}", show(st, p, true)), false),
        None => (format!("Sort {}", show(st, l, true)), false),
    }
}

/// `l - 1`, if every part of `l` is a successor.
fn predecessor(st: &Store, l: Level) -> Option<Level> {
    match st.level(l) {
        LevelNode::Succ(p) => Some(p),
        LevelNode::Max(a, b) => Some(st.l_max(predecessor(st, a)?, predecessor(st, b)?)),
        _ => None,
    }
}
