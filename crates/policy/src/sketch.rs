//! Goals and actions as plain data that belong to no store: what memories and networks read, and what is written down.
//!
//! A goal is a list of tokens: the target, then the hypotheses, the youngest first. Implicit arguments are left out, as a
//! reader would; a constant has a `'` before its name, so that no name can be taken for structure.

use crate::knn::features;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, ConstantInfo, Expr, FVarId, MVarId, Name, Node};
use turnstile_tactic::action::{Action, CloserKind, Fact, HypRef, SimpAction, TermRef, hypotheses};

/// Tokens of a goal at most.
pub const MAX_TOKENS: usize = 160;
/// Tokens of a term that is an argument at most.
const MAX_TERM_TOKENS: usize = 24;
/// Nodes of all terms of a goal at most.
const MAX_NODES: usize = 600;

/// A goal.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GoalSketch {
    /// Target and hypotheses.
    pub tokens: Vec<String>,
    /// For each hypothesis the place of its first token; `None` if it was cut off.
    pub hyps: Vec<Option<u32>>,
    /// For each hypothesis what it is and where it occurs in the target: with the names of constants, and without.
    pub roles: Vec<[u64; 2]>,
    /// Hashes of parts of the goal, sorted: walks through its terms and their shapes, with names and without.
    pub features: Vec<u64>,
}

/// An argument of an action.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Arg {
    /// A hypothesis.
    Hyp(u32),
    /// A constant.
    Const(String),
    /// A term.
    Term(Vec<String>),
}

/// An action.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ActionSketch {
    /// The tactic, with its numbers and options.
    pub template: String,
    /// What it is applied to.
    pub args: Vec<Arg>,
}

/// What a node of a term is.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Label {
    Const(Name, char),
    Hyp(u32),
    Bound(u32),
    Number(String),
    Other(&'static str),
}

/// A term without its implicit arguments.
#[derive(Clone, Debug)]
pub(crate) struct Tree {
    pub label: Label,
    pub children: Vec<Tree>,
}

/// Which arguments of a constant are written, and what kind of constant it is.
type Known = (Vec<bool>, char);

/// Makes sketches; remembers what constants look like.
#[derive(Debug, Default)]
pub struct Sketcher {
    known: FxHashMap<Name, Known>,
}

impl Sketcher {
    /// The sketch of an open goal.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn goal(&mut self, m: &mut Meta, g: MVarId) -> Result<GoalSketch> {
        let target = turnstile_tactic::goal::target(m, g)?;
        let hyps = hypotheses(m, g);
        let places: FxHashMap<FVarId, u32> = hyps.iter().enumerate().map(|(i, d)| (d.id, i as u32)).collect();
        let mut reader = Reader { sketcher: self, m, places: &places, left: MAX_NODES, hypotheses: 0 };
        let target = reader.tree(target, 0);
        let mut types: Vec<(Tree, bool)> = vec![];
        for d in hyps.iter().rev() {
            let ty = reader.m.instantiate(d.ty);
            types.push((reader.tree(ty, 0), d.is_instance));
        }
        types.reverse();
        let mut sketch = GoalSketch { hyps: vec![None; hyps.len()], ..GoalSketch::default() };
        sketch.tokens.push("⊢".to_owned());
        tokens(&target, &mut sketch.tokens, MAX_TOKENS);
        for (i, (ty, is_instance)) in types.iter().enumerate().rev() {
            if *is_instance || sketch.tokens.len() + 3 > MAX_TOKENS {
                continue;
            }
            if let Some(place) = sketch.hyps.get_mut(i) {
                *place = Some(sketch.tokens.len() as u32);
            }
            sketch.tokens.push(format!("h{i}"));
            sketch.tokens.push(":".to_owned());
            tokens(ty, &mut sketch.tokens, MAX_TOKENS);
        }
        let types: Vec<Tree> = types.into_iter().map(|(ty, _)| ty).collect();
        (sketch.features, sketch.roles) = features::of(&target, &types);
        Ok(sketch)
    }

    /// The sketch of an action on a goal with that many hypotheses.
    pub fn action(&mut self, m: &mut Meta, action: &Action, hypotheses: usize) -> ActionSketch {
        let places = FxHashMap::default();
        let mut term = |t: &TermRef| {
            let mut reader =
                Reader { sketcher: self, m, places: &places, left: 4 * MAX_TERM_TOKENS, hypotheses };
            let tree = reader.tree(t.0, 0);
            let mut out = vec![];
            tokens(&tree, &mut out, MAX_TERM_TOKENS);
            Arg::Term(out)
        };
        let hyp = |h: &HypRef| Arg::Hyp(h.0);
        let fact = |f: &Fact| match f {
            Fact::Const(n) => Arg::Const(n.as_str().to_owned()),
            Fact::Hyp(h) => Arg::Hyp(h.0),
        };
        let plain = |name: &str| (name.to_owned(), vec![]);
        let (template, args) = match action {
            Action::Intro(n) => (format!("Intro{}", n.min(&4)), vec![]),
            Action::Rfl => plain("Rfl"),
            Action::Assumption => plain("Assumption"),
            Action::Contradiction => plain("Contradiction"),
            Action::Decide => plain("Decide"),
            Action::Omega => plain("Omega"),
            Action::Ring => plain("Ring"),
            Action::Nlinarith => plain("Nlinarith"),
            Action::NormNum => plain("NormNum"),
            Action::IntervalCases(h) => ("IntervalCases".to_owned(), vec![hyp(h)]),
            Action::SubstFunction(h) => ("SubstFunction".to_owned(), vec![hyp(h)]),
            Action::Residues { vars, modulus, .. } => {
                (format!("Residues{}", modulus.min(&16)), vars.iter().map(hyp).collect())
            }
            Action::Closer(kind, names) => {
                let args = names.iter().map(|n| Arg::Const(n.as_str().to_owned())).collect();
                (format!("Closer:{}", closer(*kind)), args)
            }
            Action::Constructor => plain("Constructor"),
            Action::Left => plain("Left"),
            Action::Right => plain("Right"),
            Action::Exfalso => plain("Exfalso"),
            Action::Symm => plain("Symm"),
            Action::Funext => plain("Funext"),
            Action::ExistsHole => plain("ExistsHole"),
            Action::Exists(t) => ("Exists".to_owned(), vec![term(t)]),
            Action::Apply(f) => ("Apply".to_owned(), vec![fact(f)]),
            Action::Rewrite { rule, symm, at } => {
                let mut args = vec![fact(rule)];
                args.extend(at.iter().map(hyp));
                (format!("Rewrite{}{}", if *symm { "←" } else { "" }, at_text(at.is_some())), args)
            }
            Action::Simp(simp) => simp_sketch(simp, &fact),
            Action::SimpAll(facts) => ("SimpAll".to_owned(), facts.iter().map(fact).collect()),
            Action::Cases(h) => ("Cases".to_owned(), vec![hyp(h)]),
            Action::Induction { major, generalizing } => {
                let mut args = vec![hyp(major)];
                args.extend(generalizing.iter().map(hyp));
                (format!("Induction{}", if generalizing.is_empty() { "" } else { "*" }), args)
            }
            Action::Generalize(t) => ("Generalize".to_owned(), vec![term(t)]),
            Action::CasesTerm(t) => ("CasesTerm".to_owned(), vec![term(t)]),
            Action::ByCases(t) => ("ByCases".to_owned(), vec![term(t)]),
            Action::Split(at) => (format!("Split{}", at_text(at.is_some())), at.iter().map(hyp).collect()),
            Action::Unfold(n, at) => {
                let mut args = vec![Arg::Const(n.as_str().to_owned())];
                args.extend(at.iter().map(hyp));
                (format!("Unfold{}", at_text(at.is_some())), args)
            }
            Action::Subst(h) => ("Subst".to_owned(), vec![hyp(h)]),
            Action::Injection(h) => ("Injection".to_owned(), vec![hyp(h)]),
            Action::Forward { rule, args } => {
                let rest = args.iter().map(&mut term);
                let args = std::iter::once(fact(rule)).chain(rest).collect();
                ("Forward".to_owned(), args)
            }
            Action::TruthTable(ts) => ("TruthTable".to_owned(), ts.iter().map(term).collect()),
            Action::Plan(_) => plain("Plan"),
        };
        ActionSketch { template, args }
    }
}

fn at_text(at: bool) -> &'static str {
    if at { "@" } else { "" }
}

fn closer(kind: CloserKind) -> String {
    format!("{kind:?}")
}

fn simp_sketch(simp: &SimpAction, fact: &dyn Fn(&Fact) -> Arg) -> (String, Vec<Arg>) {
    let mut template = "Simp".to_owned();
    for (on, mark) in [(simp.only, "!"), (simp.star, "*"), (simp.at.is_some(), "@")] {
        if on {
            template.push_str(mark);
        }
    }
    let mut args: Vec<Arg> = simp.lemmas.iter().map(|(f, _)| fact(f)).collect();
    args.extend(simp.at.iter().map(|h| Arg::Hyp(h.0)));
    (template, args)
}

/// Writes a tree down with brackets around applications, at most up to `limit` tokens.
fn tokens(tree: &Tree, out: &mut Vec<String>, limit: usize) {
    if out.len() >= limit {
        return;
    }
    if !tree.children.is_empty() {
        out.push("(".to_owned());
    }
    out.push(match &tree.label {
        // A blank separates tokens wherever they are written down.
        Label::Const(n, _) => format!("'{}", n.as_str().replace(char::is_whitespace, "_")),
        Label::Hyp(i) => format!("h{i}"),
        Label::Bound(i) => format!("#{i}"),
        Label::Number(n) => n.clone(),
        Label::Other(s) => (*s).to_owned(),
    });
    for child in &tree.children {
        tokens(child, out, limit);
    }
    if !tree.children.is_empty() && out.len() < limit {
        out.push(")".to_owned());
    }
}

struct Reader<'a> {
    sketcher: &'a mut Sketcher,
    m: &'a mut Meta,
    places: &'a FxHashMap<FVarId, u32>,
    left: usize,
    /// Number of hypotheses that loose bound variables stand for.
    hypotheses: usize,
}

impl Reader<'_> {
    /// The tree of `e` below `depth` binders; what exceeds the limit of nodes is `…`.
    fn tree(&mut self, e: Expr, depth: u32) -> Tree {
        let leaf = |label| Tree { label, children: vec![] };
        // The depth of the recursion is bounded by the number of nodes.
        if self.left == 0 {
            return leaf(Label::Other("…"));
        }
        self.left -= 1;
        match self.m.st.node(e) {
            Node::App(..) => self.application(e, depth),
            Node::Const(n, _) => {
                let kind = self.known(n).1;
                leaf(Label::Const(n, kind))
            }
            Node::FVar(id) => leaf(self.places.get(&id).map_or(Label::Other("x"), |i| Label::Hyp(*i))),
            Node::BVar(i) if i < depth => leaf(Label::Bound(i)),
            Node::BVar(i) => {
                let from_end = (i - depth) as usize;
                let place = self.hypotheses.checked_sub(from_end + 1);
                leaf(place.map_or(Label::Other("x"), |i| Label::Hyp(i as u32)))
            }
            Node::MVar(_) => leaf(Label::Other("?")),
            Node::Sort(l) if self.m.st.l_zero() == l => leaf(Label::Other("Prop")),
            Node::Sort(_) => leaf(Label::Other("Type")),
            Node::Nat(n) => {
                let mut text = self.m.st.nat_value(n).to_string();
                text.truncate(6);
                leaf(Label::Number(text))
            }
            Node::Str(_) => leaf(Label::Other("\"\"")),
            Node::Lam(_, t, b) => self.binder("λ", t, b, depth),
            Node::Pi(_, t, b) if !self.m.st.has_loose_bvar(b, 0) => {
                let children = vec![self.tree(t, depth), self.tree(b, depth + 1)];
                Tree { label: Label::Other("→"), children }
            }
            Node::Pi(_, t, b) => self.binder("∀", t, b, depth),
            Node::Let(_, _, v, b) => self.binder("let", v, b, depth),
            Node::Proj(s, i, x) => {
                let children = vec![leaf(Label::Number(i.to_string())), self.tree(x, depth)];
                Tree { label: Label::Const(s, 'P'), children }
            }
        }
    }

    fn binder(&mut self, word: &'static str, ty: Expr, body: Expr, depth: u32) -> Tree {
        let children = vec![self.tree(ty, depth), self.tree(body, depth + 1)];
        Tree { label: Label::Other(word), children }
    }

    fn application(&mut self, e: Expr, depth: u32) -> Tree {
        let (mut head, mut args) = (e, vec![]);
        while let Node::App(f, a) = self.m.st.node(head) {
            args.push(a);
            head = f;
        }
        args.reverse();
        let shown = match self.m.st.node(head) {
            Node::Const(n, _) => self.known(n).0.clone(),
            _ => vec![],
        };
        let args = args.into_iter().enumerate().filter(|(i, _)| shown.get(*i).copied().unwrap_or(true));
        let args: Vec<Expr> = args.map(|(_, a)| a).collect();
        let mut tree = self.tree(head, depth);
        let children: Vec<Tree> = args.into_iter().map(|a| self.tree(a, depth)).collect();
        // Numerals are told apart by their type nowhere else either.
        if let (Label::Const(n, _), [one]) = (&tree.label, children.as_slice())
            && n.as_str() == "OfNat.ofNat"
        {
            return one.clone();
        }
        tree.children.extend(children);
        tree
    }

    fn known(&mut self, n: Name) -> &Known {
        let m = &*self.m;
        self.sketcher.known.entry(n).or_insert_with(|| {
            let Some(info) = m.env.get(n) else { return (vec![], '?') };
            let mut shown = vec![];
            let mut ty = info.ty();
            while let Node::Pi(b, _, body) = m.st.node(ty) {
                shown.push(b.info == BinderInfo::Default);
                ty = body;
            }
            let kind = match &**info {
                ConstantInfo::Inductive(_) => 'I',
                ConstantInfo::Constructor(_) => 'C',
                ConstantInfo::Recursor(_) => 'R',
                ConstantInfo::Theorem(..) | ConstantInfo::Axiom(_) => 'T',
                _ => 'D',
            };
            (shown, kind)
        })
    }
}
