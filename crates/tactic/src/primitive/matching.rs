//! One-way matching of patterns, and a quick proof that two numbers are not the same by computation.

use super::Calculus;
use super::context::Context;
use crate::known;
use smallvec::SmallVec;
use turnstile_elab::Meta;
use turnstile_kernel::{Expr, Level, LevelNode, Name, Node};

/// Whether a term is an instance of a pattern.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Match {
    /// It is, symbol by symbol.
    Yes,
    /// It is not, and no unfolding of instances changes that.
    No,
    /// It is not as it stands; unification may see more.
    Maybe,
}

/// What the variables of a pattern stand for.
#[derive(Clone, Default)]
pub(super) struct Substitution {
    /// By the number of the loose bound variable.
    pub(super) terms: SmallVec<[Option<Expr>; 8]>,
    /// By name of the universe parameter.
    pub(super) levels: SmallVec<[(Name, Level); 2]>,
}

impl Substitution {
    pub(super) fn new(variables: usize) -> Substitution {
        Substitution { terms: SmallVec::from_elem(None, variables), levels: SmallVec::new() }
    }
}

/// Whether matching can decide about this pattern: its variables are arguments of known functions, outside of binders, and
/// universes are parameters or successors.
pub(super) fn is_first_order(m: &Meta, pattern: Expr) -> bool {
    let st = &*m.st;
    if matches!(st.node(st.app_fn(pattern)), Node::BVar(_)) {
        return false;
    }
    !st.any_subterm(pattern, |t| match st.node(t) {
        Node::Lam(..) | Node::Pi(..) | Node::Let(..) => st.loose(t) > 0 || st.has_level_param(t),
        Node::App(f, _) => matches!(st.node(f), Node::BVar(_)),
        Node::Const(_, ls) => st.level_list(ls).iter().any(|l| !is_simple(m, *l)),
        Node::Sort(l) => !is_simple(m, l),
        _ => false,
    })
}

fn is_simple(m: &Meta, mut l: Level) -> bool {
    loop {
        match m.st.level(l) {
            LevelNode::Zero | LevelNode::Param(_) => return true,
            LevelNode::Succ(a) => l = a,
            _ => return false,
        }
    }
}

/// Matches `t` against the first-order `pattern`, whose loose bound variables and universe `params` stand for anything.
pub(super) fn matches(
    calculus: &mut Calculus,
    m: &Meta,
    context: &Context,
    params: &[Name],
    pattern: Expr,
    t: Expr,
    s: &mut Substitution,
) -> Match {
    let st = &*m.st;
    if pattern == t && st.loose(pattern) == 0 && (params.is_empty() || !st.has_level_param(pattern)) {
        return Match::Yes;
    }
    match (st.node(pattern), st.node(t)) {
        (Node::BVar(i), _) => {
            let Some(slot) = s.terms.get_mut(i as usize) else { return Match::Maybe };
            match *slot {
                None => {
                    *slot = Some(t);
                    Match::Yes
                }
                Some(old) if st.alpha_eq(old, t) => Match::Yes,
                Some(old) => different(calculus, m, context, old, t),
            }
        }
        (Node::App(f, a), Node::App(g, b)) => match matches(calculus, m, context, params, f, g, s) {
            Match::Yes => match matches(calculus, m, context, params, a, b, s) {
                Match::No if is_argument_of_operation(m, f) => Match::No,
                Match::Yes => Match::Yes,
                _ => Match::Maybe,
            },
            Match::Maybe => different(calculus, m, context, pattern, t),
            Match::No => Match::No,
        },
        (Node::Const(c, ls), Node::Const(d, ks)) if c == d => {
            if ls == ks && (params.is_empty() || !st.has_level_param(pattern)) {
                return Match::Yes;
            }
            let (ls, ks) = (st.level_list(ls), st.level_list(ks));
            let same = ls.len() == ks.len()
                && ls.iter().zip(ks.iter()).all(|(l, k)| match_level(m, params, *l, *k, s));
            if same { Match::Yes } else { Match::Maybe }
        }
        (Node::Sort(l), Node::Sort(k)) if match_level(m, params, l, k, s) => Match::Yes,
        _ if st.loose(pattern) == 0 && !st.has_level_param(pattern) => {
            if st.alpha_eq(pattern, t) {
                Match::Yes
            } else {
                different(calculus, m, context, pattern, t)
            }
        }
        (_, Node::FVar(_)) => different(calculus, m, context, pattern, t),
        _ => Match::Maybe,
    }
}

fn match_level(m: &Meta, params: &[Name], pattern: Level, l: Level, s: &mut Substitution) -> bool {
    match (m.st.level(pattern), m.st.level(l)) {
        (LevelNode::Param(n), _) if params.contains(&n) => match s.levels.iter().find(|x| x.0 == n) {
            Some(old) => old.1 == l,
            None => {
                s.levels.push((n, l));
                true
            }
        },
        (LevelNode::Succ(a), LevelNode::Succ(b)) => match_level(m, params, a, b, s),
        _ => pattern == l,
    }
}

/// Whether `e` is a variable for a natural number that has no value.
fn is_number_variable(m: &Meta, context: &Context, e: Expr) -> bool {
    let Node::FVar(x) = m.st.node(e) else { return false };
    context.lctx.get(x).is_some_and(|d| d.value.is_none() && is_nat(m, d.ty))
}

fn is_nat(m: &Meta, ty: Expr) -> bool {
    matches!(m.st.node(ty), Node::Const(n, _) if n == *known::NAT)
}

/// What a term for a number is, seen from outside.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// A variable without a value.
    Variable(Expr),
    /// An operation; whether its last argument is a numeral, which computes even where only instances are unfolded.
    Operation(Name, bool),
    Numeral,
}

fn shape(m: &Meta, context: &Context, e: Expr) -> Option<Shape> {
    if is_number_variable(m, context, e) {
        return Some(Shape::Variable(e));
    }
    let numeral = |e: Expr| m.st.head_const(e) == Some(*known::OF_NAT);
    let (h, args) = m.st.unapp(e);
    let Node::Const(n, _) = m.st.node(h) else { return None };
    match args.as_slice() {
        [nat, _, _] if n == *known::OF_NAT && is_nat(m, *nat) => Some(Shape::Numeral),
        [nat, _, _, _, _, last] if is_operation(n) && is_nat(m, *nat) => {
            Some(Shape::Operation(n, numeral(*last)))
        }
        _ => None,
    }
}

/// [`Match::No`] for numbers that are surely different where only instances are unfolded: a variable and another one, a numeral
/// or an operation; a sum and a product; a numeral and an operation on something else than numerals; what computes to different
/// normal forms.
fn different(calculus: &mut Calculus, m: &Meta, context: &Context, pattern: Expr, t: Expr) -> Match {
    let (Some(a), Some(b)) = (shape(m, context, pattern), shape(m, context, t)) else { return Match::Maybe };
    let no = match (a, b) {
        (Shape::Variable(_), _) | (_, Shape::Variable(_)) => a != b,
        (Shape::Operation(f, false), Shape::Operation(g, false)) => f != g,
        (Shape::Operation(_, false), Shape::Numeral) | (Shape::Numeral, Shape::Operation(_, false)) => true,
        _ => false,
    };
    if no || m.st.loose(pattern) == 0 && calculus.differ(m, pattern, t) { Match::No } else { Match::Maybe }
}

fn is_operation(n: Name) -> bool {
    n == *known::H_ADD || n == *known::H_MUL
}

/// Whether `f` is an operation on numbers, or `=` or `≤`-like without its last arguments: if the arguments of such a term
/// differ for good, so do the terms.
fn is_argument_of_operation(m: &Meta, f: Expr) -> bool {
    matches!(m.st.node(m.st.app_fn(f)), Node::Const(n, _) if is_operation(n) || n == *known::EQ)
}

/// A number up to computation: what is left of the term when numerals are taken out, and these. Addition and
/// multiplication recurse on their second argument, so that terms with different forms have different normal forms, and no
/// definition that is unfolded makes them equal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Form {
    /// A fingerprint; 0 for nothing.
    base: u64,
    offset: u64,
}

/// Additions that a product is multiplied out to.
const MOST_ADDITIONS: u64 = 8;

impl Form {
    fn combine(tag: u64, a: Form, b: Form) -> u64 {
        let mut h = tag;
        for x in [a.base, a.offset, b.base, b.offset] {
            h = (h.rotate_left(23) ^ x).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        }
        h | 1
    }

    fn add(self, other: Form) -> Option<Form> {
        if other.base == 0 {
            let offset = self.offset.checked_add(other.offset)?;
            return Some(Form { base: self.base, offset });
        }
        let left = Form { base: other.base, offset: 0 };
        Some(Form { base: Form::combine(1, self, left), offset: other.offset })
    }

    fn mul(self, other: Form) -> Option<Form> {
        if self.base == 0 && other.base == 0 {
            return Some(Form { base: 0, offset: self.offset.checked_mul(other.offset)? });
        }
        if other.offset > MOST_ADDITIONS {
            return None;
        }
        let mut product = match other.base {
            0 => Form { base: 0, offset: 0 },
            base => Form { base: Form::combine(2, self, Form { base, offset: 0 }), offset: 0 },
        };
        for _ in 0..other.offset {
            product = product.add(self)?;
        }
        Some(product)
    }
}

impl Calculus {
    /// The form of a number; `None` if it is made with something else than variables, numerals, `+` and `*`. Variables are told
    /// apart by their identity, so the form of a term is the same in every context.
    pub(super) fn form(&mut self, m: &Meta, e: Expr) -> Option<Form> {
        if let Some(f) = self.forms.get(&e) {
            return *f;
        }
        let f = self.new_form(m, e);
        self.forms.insert(e, f);
        f
    }

    fn new_form(&mut self, m: &Meta, e: Expr) -> Option<Form> {
        let st = m.st.clone();
        match st.node(e) {
            Node::FVar(x) => {
                let d = m.lctx.get(x)?;
                let fresh = u64::from(x.0).wrapping_add(1).wrapping_mul(0xD134_2543_DE82_EF95) | 1;
                (d.value.is_none() && is_nat(m, d.ty)).then_some(Form { base: fresh, offset: 0 })
            }
            Node::App(..) => {
                let (h, args) = st.unapp(e);
                let Node::Const(n, _) = st.node(h) else { return None };
                match args.as_slice() {
                    [nat, lit, _] if n == *known::OF_NAT && is_nat(m, *nat) => {
                        let Node::Nat(l) = st.node(*lit) else { return None };
                        let offset = u64::try_from(&*st.nat_value(l)).ok()?;
                        (e == m.mk_nat_lit(&st.nat_value(l))).then_some(Form { base: 0, offset })
                    }
                    [nat, _, _, inst, a, b] if is_operation(n) && is_nat(m, *nat) => {
                        if !is_usual_instance(m, n, *inst) {
                            return None;
                        }
                        let (a, b) =
                            turnstile_kernel::with_stack(|| Some((self.form(m, *a)?, self.form(m, *b)?)))?;
                        if n == *known::H_ADD { a.add(b) } else { a.mul(b) }
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// Whether two terms are surely not the same by computation.
    pub(super) fn differ(&mut self, m: &Meta, a: Expr, b: Expr) -> bool {
        match (self.form(m, a), self.form(m, b)) {
            (Some(a), Some(b)) => a != b,
            _ => false,
        }
    }
}

/// Whether `inst` is the instance that the elaborator finds for `+` or `*` on `Nat`.
fn is_usual_instance(m: &Meta, operation: Name, inst: Expr) -> bool {
    let (h, args) = m.st.unapp(inst);
    let is = |e: Expr, n: Name| matches!(m.st.node(e), Node::Const(c, _) if c == n);
    let (outer, inner) = if operation == *known::H_ADD {
        (*known::INST_H_ADD, *known::INST_ADD_NAT)
    } else {
        (*known::INST_H_MUL, *known::INST_MUL_NAT)
    };
    is(h, outer) && matches!(args.as_slice(), [nat, i] if is_nat(m, *nat) && is(*i, inner))
}
