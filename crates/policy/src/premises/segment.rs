//! The premises of one stretch of declarations, in their order: a library, a file, or all of an exported environment.
//!
//! A segment only grows while it is made, one declaration after the other; then it is shared. Because everything in it
//! is in the order of declaration, a limit on the position hides what comes later, and one segment serves every
//! theorem of a file.

use super::tree::{ArgumentKinds, Tree};
use rustc_hash::{FxHashMap, FxHashSet};
use turnstile_elab::Env;
use turnstile_kernel::{BinderInfo, ConstantInfo, Expr, InductiveVal, Name, Node, Part, Store};

/// A theorem as a premise.
#[derive(Clone, Debug)]
pub struct Premise {
    /// The constant.
    pub name: Name,
    /// Its conclusion; bound variables of the theorem are loose and match anything.
    pub pattern: Expr,
    /// Number of hypotheses that are propositions given explicitly: goals that applying it leaves.
    pub hyps: u32,
    /// Number of symbols of the conclusion: a measure of how specific it is.
    pub size: u32,
    /// Whether the conclusion is an equation or an equivalence.
    pub is_equation: bool,
    /// Its features, sorted.
    pub(super) features: Box<[u32]>,
    /// Number of single symbols among the features.
    pub(super) symbols: u32,
    /// The premises of this segment that its own proof mentions.
    pub(super) uses: Box<[u32]>,
}

/// A side of an equation as a pattern.
#[derive(Clone, Copy, Debug)]
pub(super) struct Side {
    pub(super) premise: u32,
    /// Whether it is the right-hand side.
    pub(super) symm: bool,
    pub(super) pattern: Expr,
    pub(super) size: u32,
    /// Whether the other side holds what is replaced once more, so that rewriting might never end.
    pub(super) loops: bool,
}

/// What makes statements alike: a symbol, or a symbol directly below another one.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(super) enum Feature {
    Symbol(Name),
    Pair(Name, Name),
}

/// Premises in order of declaration, with their indexes.
#[derive(Default)]
pub struct Segment {
    pub(super) premises: Vec<Premise>,
    pub(super) by_name: FxHashMap<Name, u32>,
    pub(super) conclusions: Tree,
    pub(super) sides: Vec<Side>,
    /// Over the numbers of `sides`.
    pub(super) rewrites: Tree,
    pub(super) features: FxHashMap<Feature, u32>,
    /// For each feature, the premises that have it, ascending.
    pub(super) having: Vec<Vec<u32>>,
    /// For each feature, whether it is a single symbol.
    pub(super) is_symbol: Vec<bool>,
}

/// Adds declarations to a segment.
pub struct Builder<'a> {
    segment: Segment,
    kinds: ArgumentKinds<'a>,
}

impl<'a> Builder<'a> {
    /// A builder of an empty segment, for declarations of `env`.
    #[must_use]
    pub fn new(st: &'a Store, env: &'a Env) -> Builder<'a> {
        Builder { segment: Segment::default(), kinds: ArgumentKinds::new(st, env) }
    }

    /// Number of premises so far: the limit that hides whatever is added from now on.
    #[must_use]
    pub fn len(&self) -> usize {
        self.segment.premises.len()
    }

    /// Whether there is no premise yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.segment.premises.is_empty()
    }

    /// Whether the constructors of `v` are facts like theorems: those of a proposition that speaks of its arguments.
    fn is_family_of_propositions(&self, v: &InductiveVal) -> bool {
        const CONNECTIVES: [&str; 6] = ["Eq", "HEq", "And", "Or", "Iff", "Exists"];
        let mut ty = v.cval.ty;
        while let Node::Pi(_, _, body) = self.kinds.st.node(ty) {
            ty = body;
        }
        ty == self.kinds.st.prop()
            && v.num_params + v.num_indices > 0
            && !CONNECTIVES.contains(&v.cval.name.as_str())
    }

    /// Adds the declaration `name`, if it is a theorem that a user would name, or a family of propositions with its
    /// constructors.
    pub fn add(&mut self, name: Name) {
        let Some(c) = self.kinds.env.get(name).cloned() else { return };
        if is_premise(name) {
            match &*c {
                ConstantInfo::Theorem(cval, proof) => self.add_statement(name, cval.ty, Some(*proof)),
                ConstantInfo::Axiom(cval) => self.add_statement(name, cval.ty, None),
                ConstantInfo::Inductive(v) if self.is_family_of_propositions(v) => {
                    for c in v.ctors.iter() {
                        if let Some(c) = self.kinds.env.get(*c) {
                            self.add_statement(c.name(), c.ty(), None);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// Adds a premise called `name` with the closed statement `ty`.
    pub fn add_statement(&mut self, name: Name, ty: Expr, proof: Option<Expr>) {
        let (st, env) = (self.kinds.st, self.kinds.env);
        let mut hyps = 0;
        let mut t = ty;
        while let Node::Pi(b, d, body) = st.node(t) {
            if b.info == BinderInfo::Default && !st.has_loose_bvar(body, 0) && looks_like_prop(st, env, d) {
                hyps += 1;
            }
            t = body;
        }
        if st.head_const(t).is_none() {
            return;
        }
        let s = &mut self.segment;
        let number = s.premises.len() as u32;
        let mut features: Vec<u32> = Vec::new();
        for f in features_of(st, [ty]) {
            let next = s.having.len() as u32;
            let i = *s.features.entry(f).or_insert(next);
            if i == next {
                s.having.push(Vec::new());
                s.is_symbol.push(matches!(f, Feature::Symbol(_)));
            }
            s.having[i as usize].push(number);
            features.push(i);
        }
        features.sort_unstable();
        let uses = proof.map_or_else(Vec::new, |p| constants(st, p, &s.by_name));
        let sides = sides(st, t);
        s.premises.push(Premise {
            name,
            pattern: t,
            hyps,
            size: size(st, t),
            is_equation: sides.is_some(),
            symbols: features.iter().filter(|f| s.is_symbol[**f as usize]).count() as u32,
            features: features.into(),
            uses: uses.into(),
        });
        s.by_name.insert(name, number);
        s.conclusions.insert(&mut self.kinds, t, number);
        for (k, (pattern, symm)) in sides.into_iter().flatten().enumerate() {
            if st.head_const(pattern).is_some() && st.app_arity(pattern) > 0 {
                let i = s.sides.len() as u32;
                let loops = sides.is_some_and(|s| loops(st, pattern, s[1 - k].0));
                s.sides.push(Side { premise: number, symm, pattern, size: size(st, pattern), loops });
                s.rewrites.insert(&mut self.kinds, pattern, i);
            }
        }
    }

    /// The finished segment.
    #[must_use]
    pub fn finish(self) -> Segment {
        self.segment
    }
}

/// The sides of an equation or equivalence, and which is the right one.
fn sides(st: &Store, t: Expr) -> Option<[(Expr, bool); 2]> {
    let (h, args) = st.unapp(t);
    match (st.as_const(h)?.0.as_str(), args.as_slice()) {
        ("Eq", [_, l, r]) | ("Iff", [l, r]) => Some([(*l, false), (*r, true)]),
        _ => None,
    }
}

/// Whether rewriting from `l` to `r` can be repeated inside of the result for ever. Changing the order of variables is not
/// counted: the simplifier does that in one direction only.
fn loops(st: &Store, l: Expr, r: Expr) -> bool {
    let flat = |e: Expr| st.unapp(e).1.iter().all(|a| st.app_arity(*a) == 0);
    if st.head_const(l) == st.head_const(r) && flat(l) && flat(r) {
        return false;
    }
    st.any_subterm(r, |t| st.head_const(t) == st.head_const(l) && is_instance_of(st, l, t))
}

/// Whether `t`, whose variables stand for themselves, has the form of `pattern`.
fn is_instance_of(st: &Store, pattern: Expr, t: Expr) -> bool {
    let ((ph, pa), (th, ta)) = (st.unapp(pattern), st.unapp(t));
    match (st.node(ph), st.node(th)) {
        (Node::BVar(_), _) => true,
        (Node::Const(p, _), Node::Const(q, _)) => {
            p == q && pa.len() == ta.len() && pa.iter().zip(&ta).all(|(x, y)| is_instance_of(st, *x, *y))
        }
        (Node::Sort(_), Node::Sort(_)) => true,
        (Node::Lam(..) | Node::Pi(..), Node::Lam(..) | Node::Pi(..)) => true,
        _ => ph == th && pa.len() == ta.len(),
    }
}

/// The premises among the constants of a proof.
fn constants(st: &Store, proof: Expr, known: &FxHashMap<Name, u32>) -> Vec<u32> {
    let mut found = Vec::new();
    st.any_subterm(proof, |e| {
        if let Node::Const(n, _) = st.node(e)
            && let Some(i) = known.get(&n)
        {
            found.push(*i);
        }
        false
    });
    found.sort_unstable();
    found.dedup();
    found
}

/// Features that one statement has at most: what stands outside counts.
const MAX_FEATURES: usize = 120;

/// The features of some terms, each once, in the order they are met. Instances do not count: types tell them.
pub(super) fn features_of(st: &Store, terms: impl IntoIterator<Item = Expr>) -> Vec<Feature> {
    let mut seen: FxHashSet<Feature> = FxHashSet::default();
    let mut out: Vec<Feature> = Vec::new();
    let counts = |n: Name| !n.last_str().starts_with("inst");
    for e in terms {
        st.any_subterm(e, |t| {
            let mut add = |f: Feature| {
                if seen.insert(f) {
                    out.push(f);
                }
            };
            match st.node(t) {
                Node::Const(n, _) if counts(n) => add(Feature::Symbol(n)),
                Node::App(_, a) => {
                    if let (Some(f), Some(g)) = (st.head_const(t), st.head_const(a))
                        && counts(f)
                        && counts(g)
                    {
                        add(Feature::Pair(f, g));
                    }
                }
                _ => {}
            }
            out.len() >= MAX_FEATURES
        });
    }
    out
}

/// Whether `n` is a theorem a user would name, not one the elaborator made. What is private in a file counts.
fn is_premise(n: Name) -> bool {
    const MADE: [&str; 9] =
        ["inj", "injEq", "noConfusion", "eq_def", "sizeOf_spec", "casesOn", "recOn", "congr_simp", "hcongr"];
    let parts = n.components();
    let is_private = matches!(parts.first(), Some(Part::Str(s)) if &**s == "_private");
    let skip = if is_private {
        parts.iter().position(|p| matches!(p, Part::Num(_))).map_or(0, |i| i + 1)
    } else {
        0
    };
    !parts[skip..].iter().any(|p| match p {
        Part::Num(_) => true,
        Part::Str(s) => {
            s.starts_with('_')
                || s.starts_with("match_")
                || s.starts_with("eq_") && s[3..].bytes().all(|b| b.is_ascii_digit())
        }
    }) && !MADE.contains(&n.last_str())
        && !n.has_prefix(Name::new("Omega"))
        && !n.has_prefix(Name::new("Refute"))
        && !n.has_prefix(Name::new("Mathlib.RingNormal"))
        && !n.has_prefix(Name::new("Mathlib.Linarith"))
}

/// A cheap test on the shape of a binder's type; used for ranking only.
fn looks_like_prop(st: &Store, env: &Env, d: Expr) -> bool {
    let mut t = d;
    while let Node::Pi(_, _, b) = st.node(t) {
        t = b;
    }
    let Some(h) = st.head_const(t) else { return false };
    let Some(c) = env.get(h) else { return false };
    let mut ty = c.ty();
    while let Node::Pi(_, _, b) = st.node(ty) {
        ty = b;
    }
    ty == st.prop()
}

/// Symbols of a term, shared parts counted each time, up to a limit.
fn size(st: &Store, e: Expr) -> u32 {
    fn go(st: &Store, e: Expr, left: &mut u32) {
        if *left == 0 {
            return;
        }
        match st.node(e) {
            Node::BVar(_) => {}
            Node::App(f, a) => {
                go(st, f, left);
                go(st, a, left);
            }
            Node::Lam(_, t, b) | Node::Pi(_, t, b) => {
                go(st, t, left);
                go(st, b, left);
            }
            _ => *left -= 1,
        }
    }
    const LIMIT: u32 = 2_000;
    let mut left = LIMIT;
    turnstile_kernel::with_stack(|| go(st, e, &mut left));
    LIMIT - left
}
