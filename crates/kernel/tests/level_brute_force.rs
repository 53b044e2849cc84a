//! Universe levels against evaluation: exhaustively for small ones, on random and chosen ones otherwise; see
//! `fuzz/README.md`.

#[path = "../../../fuzz/bodies/levels.rs"]
mod levels;

use std::path::Path;
use turnstile_kernel::{Level, LevelNode, Name, Store, level};

/// All levels over `u` and `v` with `n` nodes, for each `n` up to `size`.
fn all_levels(st: &Store, size: usize) -> Vec<Level> {
    let mut by_size: Vec<Vec<Level>> = vec![vec![]];
    by_size.push(vec![st.l_zero(), st.l_param(Name::new("u")), st.l_param(Name::new("v"))]);
    for n in 2..=size {
        let mut here: Vec<Level> = by_size[n - 1].iter().map(|a| st.l_succ(*a)).collect();
        for left in 1..n - 1 {
            for a in &by_size[left] {
                for b in &by_size[n - 1 - left] {
                    here.push(st.l_max(*a, *b));
                    here.push(st.l_imax(*a, *b));
                }
            }
        }
        by_size.push(here);
    }
    by_size.concat()
}

fn shown(st: &Store, l: Level) -> String {
    match st.level(l) {
        LevelNode::Succ(a) => format!("(succ {})", shown(st, a)),
        LevelNode::Max(a, b) => format!("(max {} {})", shown(st, a), shown(st, b)),
        LevelNode::IMax(a, b) => format!("(imax {} {})", shown(st, a), shown(st, b)),
        LevelNode::Param(n) => n.to_string(),
        LevelNode::Zero | LevelNode::MVar(_) => "0".into(),
    }
}

/// Every pair of levels with at most five nodes: the order is exactly that of the values.
#[test]
fn small_levels_exhaustively() {
    // Past four successors on a parameter that is 1, nothing new happens.
    const END: u64 = 7;
    let st = Store::new();
    let all = all_levels(&st, 5);
    assert!(all.len() > 400);
    let values: Vec<Vec<u64>> = all
        .iter()
        .map(|l| {
            let at = |i: u64| levels::value(&st, *l, &|n| if n.as_str() == "u" { i % END } else { i / END });
            (0..END * END).map(at).collect()
        })
        .collect();
    for (a, x) in all.iter().zip(&values) {
        assert_eq!(level::is_zero(&st, *a), x.iter().all(|v| *v == 0), "{}", shown(&st, *a));
        assert_eq!(level::is_never_zero(&st, *a), x.iter().all(|v| *v > 0), "{}", shown(&st, *a));
        for (b, y) in all.iter().zip(&values) {
            let leq = x.iter().zip(y).all(|(v, w)| v <= w);
            assert_eq!(level::leq(&st, *a, *b), leq, "{} ≤ {}", shown(&st, *a), shown(&st, *b));
        }
        assert_eq!(
            all.iter().zip(&values).filter(|(b, _)| level::level_eq(&st, *a, **b)).count(),
            values.iter().filter(|y| *y == x).count(),
            "{}",
            shown(&st, *a)
        );
    }
}

#[test]
fn random_levels() {
    let mut state = 11u64;
    for _ in 0..4000 {
        let bytes: Vec<u8> = (0..32)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                (state >> 33) as u8
            })
            .collect();
        levels::check(&bytes);
    }
}

#[test]
fn chosen_levels() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/levels");
    let mut n = 0;
    for entry in std::fs::read_dir(dir).unwrap() {
        levels::check(&std::fs::read(entry.unwrap().path()).unwrap());
        n += 1;
    }
    assert!(n >= 8);
}
