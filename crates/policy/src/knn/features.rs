//! Features of goals: hashes of walks through terms and of their shapes, with the names of constants and without.
//!
//! A name says what a lemma is about; without names a goal about a fresh copy of the naturals looks like one about the
//! library's. Term walks as features are from Kaliszyk and Urban, *Learning-assisted automated reasoning with Flyspeck*,
//! JAR 2014.

use crate::sketch::{Label, Tree};
use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// Features that are kept of a goal at most.
const MAX_FEATURES: usize = 96;

pub(super) fn hash(value: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    // The low bits of this hash are weak.
    let h = hasher.finish();
    h ^ (h >> 29)
}

/// A label without what is only a name. The logical constants and equality are structure.
fn anonymous(label: &Label) -> u64 {
    const LOGIC: [&str; 12] =
        ["Eq", "And", "Or", "Not", "Iff", "Exists", "True", "False", "Ne", "HAdd.hAdd", "LE.le", "LT.lt"];
    match label {
        Label::Const(n, _) if LOGIC.contains(&n.as_str()) => hash(("l", n.as_str())),
        Label::Const(_, kind) => hash(("c", *kind)),
        Label::Hyp(_) => 2,
        Label::Bound(_) => 3,
        Label::Number(_) => 4,
        Label::Other(s) => hash(("o", *s)),
    }
}

/// A label with its name; hypotheses have none that means anything.
fn named(label: &Label) -> u64 {
    match label {
        Label::Const(n, _) => hash(("n", n.as_str())),
        Label::Number(n) => hash(("d", n.as_str())),
        other => anonymous(other),
    }
}

/// The shape of the first levels of a tree.
fn shape(tree: &Tree, depth: u32, label: &dyn Fn(&Label) -> u64) -> u64 {
    let below: Vec<u64> = match depth {
        0 => vec![],
        _ => tree.children.iter().map(|c| shape(c, depth - 1, label)).collect(),
    };
    hash((label(&tree.label), below))
}

struct Walker<'a> {
    label: &'a dyn Fn(&Label) -> u64,
    salt: u64,
    out: &'a mut Vec<u64>,
}

impl Walker<'_> {
    /// Walks of one, two and three labels, with the places of the arguments.
    fn walk(&mut self, tree: &Tree, above: [u64; 2]) {
        let own = (self.label)(&tree.label);
        self.out.push(hash((self.salt, own)));
        if above[1] != 0 {
            self.out.push(hash((self.salt, above[1], own)));
        }
        if above[0] != 0 {
            self.out.push(hash((self.salt, above, own)));
        }
        for (i, child) in tree.children.iter().enumerate() {
            self.walk(child, [above[1], hash((own, i))]);
        }
    }
}

/// Where each hypothesis stands in a tree: below which label, at which place.
fn seats(tree: &Tree, label: &dyn Fn(&Label) -> u64, out: &mut [Vec<u64>]) {
    for (i, child) in tree.children.iter().enumerate() {
        if let Label::Hyp(h) = child.label
            && let Some(list) = out.get_mut(h as usize)
        {
            list.push(hash((label(&tree.label), i, child.children.len())));
        }
        seats(child, label, out);
    }
}

/// Features of a goal, sorted, and the roles of its hypotheses.
pub(crate) fn of(target: &Tree, hyps: &[Tree]) -> (Vec<u64>, Vec<[u64; 2]>) {
    let mut out = vec![];
    let labels: [&dyn Fn(&Label) -> u64; 2] = [&named, &anonymous];
    for (salt, label) in labels.iter().enumerate() {
        let salt = salt as u64 + 1;
        for depth in 1..4 {
            out.push(hash((salt, "shape", depth, shape(target, depth, label))));
        }
        Walker { label: *label, salt, out: &mut out }.walk(target, [0, 0]);
        for h in hyps {
            out.push(hash((salt, "hypothesis", shape(h, 2, label))));
        }
    }
    out.sort_unstable();
    out.dedup();
    if out.len() > MAX_FEATURES {
        // Which are kept must depend on the features alone, so that like goals keep the like ones.
        out.sort_unstable_by_key(|f| f.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        out.truncate(MAX_FEATURES);
        out.sort_unstable();
    }
    let mut roles = vec![[0; 2]; hyps.len()];
    for (i, label) in labels.iter().enumerate() {
        let mut places = vec![vec![]; hyps.len()];
        seats(target, label, &mut places);
        for ((role, ty), mut seats) in roles.iter_mut().zip(hyps).zip(places) {
            seats.sort_unstable();
            role[i] = hash((shape(ty, 2, label), seats));
        }
    }
    (out, roles)
}
