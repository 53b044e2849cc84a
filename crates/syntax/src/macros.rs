//! Syntax that a file declares with `syntax` and `macro`: rules of the grammar, their uses, and the alternatives of
//! `macro_rules` that say what the uses stand for.
//!
//! A quotation is read like any other text; an antiquotation `$x` in it is an identifier, or a tactic, whose name begins
//! with `$` (no text outside of quotations can make one). To expand a use, the alternatives of its rule are matched
//! with it and the holes of the right side are filled ([`MacroAlt::expand`]).

use crate::ast::{
    Arg, BinderName, Command, Ident, Scope, Tactic, TacticKind, TacticSeq, Term, TermKind, VisitMut,
    walk_command, walk_tactic, walk_term,
};
use crate::sexpr::sexpr_term;
use crate::span::Span;

/// Names a [`SyntaxRule`] of a [`crate::NotationTable`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RuleId(pub u32);

/// A part of a rule.
#[derive(Clone, Debug)]
pub enum SyntaxItem {
    /// `"at"`
    Token(String),
    /// `term:65`, `ident`, `tacticSeq`, the name of a declared category
    Node {
        /// What stands here.
        category: String,
        /// The least precedence.
        prec: u32,
    },
    /// `(…)?`
    Optional(Vec<SyntaxItem>),
    /// `term,*`, `ident+`
    Many {
        /// What is repeated.
        item: Vec<SyntaxItem>,
        /// What stands between.
        separator: Option<String>,
        /// Whether there must be one.
        nonempty: bool,
    },
}

/// `syntax "tok" term : category`
#[derive(Clone, Debug)]
pub struct SyntaxRule {
    /// The category it extends.
    pub category: String,
    /// The precedence of the whole.
    pub prec: u32,
    /// What it consists of.
    pub items: Vec<SyntaxItem>,
    /// Where it counts.
    pub scope: Scope,
    /// The namespace it was declared in, component by component.
    pub namespace: Vec<String>,
}

impl SyntaxRule {
    /// All tokens.
    #[must_use]
    pub fn tokens(&self) -> Vec<&str> {
        fn collect<'a>(items: &'a [SyntaxItem], out: &mut Vec<&'a str>) {
            for i in items {
                match i {
                    SyntaxItem::Token(t) => out.push(t),
                    SyntaxItem::Node { .. } => {}
                    SyntaxItem::Optional(inner) => collect(inner, out),
                    SyntaxItem::Many { item, separator, .. } => {
                        collect(item, out);
                        out.extend(separator.as_deref());
                    }
                }
            }
        }
        let mut out = Vec::new();
        collect(&self.items, &mut out);
        out
    }

    /// Whether it goes on with something of its own category.
    #[must_use]
    pub fn is_trailing(&self) -> bool {
        matches!(self.items.first(), Some(SyntaxItem::Node { category, .. }) if *category == self.category)
    }

    /// The token by which it is recognised: its first, or the one after what it goes on with.
    #[must_use]
    pub fn first_token(&self) -> Option<&str> {
        match self.items.get(usize::from(self.is_trailing())) {
            Some(SyntaxItem::Token(t)) => Some(t),
            _ => None,
        }
    }
}

/// A use of a rule.
#[derive(Clone, Debug)]
pub struct MacroNode {
    /// The rule.
    pub rule: RuleId,
    /// What stands in its places, tokens left out.
    pub args: Vec<MacroArg>,
    /// The whole.
    pub span: Span,
}

/// What stands in a place of a rule.
// Few are alive at once: those of the macros that are used.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug)]
pub enum MacroArg {
    /// A term, numeral or string.
    Term(Term),
    /// A name.
    Ident(Ident),
    /// A tactic.
    Tactic(Tactic),
    /// A block of tactics.
    Seq(TacticSeq),
    /// Something of a declared category.
    Node(Box<MacroNode>),
    /// Something optional.
    Optional(Option<Vec<MacroArg>>),
    /// Something repeated.
    Many(Vec<Vec<MacroArg>>),
    /// `$x` where none of the above can hold it, `$xs,*`; only in quotations.
    Hole(String),
}

/// A quotation, as the right side of a macro.
#[derive(Clone, Debug)]
pub enum Template {
    /// `` `(e) ``
    Term(Term),
    /// `` `(tactic| tacs) ``
    Tactics(TacticSeq),
    /// `` `(cmds) ``
    Commands(Vec<Command>),
    /// `` `(category| …) ``
    Node(MacroNode),
}

/// `` | `(pattern) => `(template) ``
#[derive(Clone, Debug)]
pub struct MacroAlt {
    /// The left side.
    pub pattern: MacroNode,
    /// The right side.
    pub template: Template,
}

/// What a hole stands for.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug)]
enum Value {
    One(MacroArg),
    List(Vec<Vec<MacroArg>>),
    Absent,
}

/// What the holes of a pattern stand for.
#[derive(Default)]
struct Values(Vec<(String, Value)>);

impl Values {
    fn get(&self, hole: &str) -> Option<&Value> {
        self.0.iter().rev().find(|v| v.0 == hole).map(|v| &v.1)
    }
}

/// The name of a hole.
fn hole_of(id: &Ident) -> Option<&str> {
    id.parts.first().filter(|p| p.starts_with('$')).map(String::as_str)
}

fn term_hole(t: &Term) -> Option<&str> {
    t.as_ident().and_then(hole_of)
}

fn tactic_hole(t: &Tactic) -> Option<&str> {
    match &t.kind {
        TacticKind::Other { name } if name.starts_with('$') => Some(name),
        _ => None,
    }
}

fn seq_hole(s: &TacticSeq) -> Option<&str> {
    match &s.tactics[..] {
        [one] => tactic_hole(one),
        _ => None,
    }
}

impl MacroAlt {
    /// What `node` stands for by this alternative; `None` if it does not match. Identifiers of the template go through
    /// `fresh`, which marks them, so that they neither capture nor are captured.
    #[must_use]
    pub fn expand(&self, node: &MacroNode, fresh: &mut dyn FnMut(&mut Ident)) -> Option<Template> {
        let mut values = Values::default();
        if !match_nodes(&self.pattern, node, &mut values) {
            return None;
        }
        let mut fill = Fill { values: &values, span: node.span, fresh };
        let mut template = self.template.clone();
        match &mut template {
            Template::Term(t) => fill.visit_term(t),
            Template::Tactics(s) => fill.visit_seq(s),
            Template::Commands(cs) => cs.iter_mut().for_each(|c| fill.visit_command(c)),
            Template::Node(n) => fill.node(n),
        }
        Some(template)
    }
}

fn match_nodes(p: &MacroNode, n: &MacroNode, out: &mut Values) -> bool {
    p.rule == n.rule && match_all(&p.args, &n.args, out)
}

fn match_all(ps: &[MacroArg], ns: &[MacroArg], out: &mut Values) -> bool {
    ps.len() == ns.len() && ps.iter().zip(ns).all(|(p, n)| match_args(p, n, out))
}

fn match_args(p: &MacroArg, n: &MacroArg, out: &mut Values) -> bool {
    use MacroArg as A;
    let hole = match p {
        A::Hole(h) => Some(h.as_str()),
        A::Term(t) => term_hole(t),
        A::Ident(i) => hole_of(i),
        A::Tactic(t) => tactic_hole(t),
        A::Seq(s) => seq_hole(s),
        A::Node(_) | A::Optional(_) | A::Many(_) => None,
    };
    if let Some(h) = hole {
        let value = match n {
            A::Many(items) => Value::List(items.clone()),
            _ => Value::One(n.clone()),
        };
        out.0.push((h.to_owned(), value));
        return true;
    }
    match (p, n) {
        (A::Term(p), A::Term(n)) => match_terms(p, n, out),
        (A::Ident(p), A::Ident(n)) => p.parts == n.parts,
        (A::Tactic(p), A::Tactic(n)) => {
            crate::sexpr::sexpr_tactics(&seq_of(p)) == crate::sexpr::sexpr_tactics(&seq_of(n))
        }
        (A::Seq(p), A::Seq(n)) => crate::sexpr::sexpr_tactics(p) == crate::sexpr::sexpr_tactics(n),
        (A::Node(p), A::Node(n)) => match_nodes(p, n, out),
        (A::Optional(None), A::Optional(None)) => true,
        (A::Optional(Some(p)), A::Optional(Some(n))) => match_all(p, n, out),
        // `$[…]?` matches nothing as well; its holes are absent then.
        (A::Optional(Some(p)), A::Optional(None)) if p.iter().any(has_hole) => {
            bind_absent(p, out);
            true
        }
        (A::Many(p), A::Many(n)) => p.len() == n.len() && p.iter().zip(n).all(|(p, n)| match_all(p, n, out)),
        _ => false,
    }
}

fn seq_of(t: &Tactic) -> TacticSeq {
    TacticSeq { tactics: vec![t.clone()], span: t.span }
}

fn has_hole(a: &MacroArg) -> bool {
    let mut found = Values::default();
    bind_absent(std::slice::from_ref(a), &mut found);
    !found.0.is_empty()
}

fn bind_absent(args: &[MacroArg], out: &mut Values) {
    for a in args {
        let hole = match a {
            MacroArg::Hole(h) => Some(h.as_str()),
            MacroArg::Term(t) => term_hole(t),
            MacroArg::Ident(i) => hole_of(i),
            MacroArg::Tactic(t) => tactic_hole(t),
            MacroArg::Seq(s) => seq_hole(s),
            MacroArg::Node(n) => {
                bind_absent(&n.args, out);
                None
            }
            MacroArg::Optional(Some(inner)) => {
                bind_absent(inner, out);
                None
            }
            MacroArg::Optional(None) => None,
            MacroArg::Many(items) => {
                items.iter().for_each(|i| bind_absent(i, out));
                None
            }
        };
        out.0.extend(hole.map(|h| (h.to_owned(), Value::Absent)));
    }
}

/// Terms match when they are written alike, but for holes below operators, applications and parentheses.
fn match_terms(p: &Term, n: &Term, out: &mut Values) -> bool {
    if let Some(h) = term_hole(p) {
        out.0.push((h.to_owned(), Value::One(MacroArg::Term(n.clone()))));
        return true;
    }
    match (&p.kind, &n.kind) {
        (TermKind::Paren(p), TermKind::Paren(n)) => match_terms(p, n, out),
        (TermKind::Macro(p), TermKind::Macro(n)) => match_nodes(p, n, out),
        (TermKind::Binop { op, lhs, rhs, .. }, TermKind::Binop { op: op2, lhs: l, rhs: r, .. }) => {
            op == op2 && match_terms(lhs, l, out) && match_terms(rhs, r, out)
        }
        (TermKind::Prefix { op, arg, .. }, TermKind::Prefix { op: op2, arg: a, .. }) => {
            op == op2 && match_terms(arg, a, out)
        }
        (TermKind::App { func, args, .. }, TermKind::App { func: f, args: a, .. }) => {
            args.len() == a.len()
                && match_terms(func, f, out)
                && args.iter().zip(a).all(|(p, n)| match (p, n) {
                    (Arg::Positional(p), Arg::Positional(n)) => match_terms(p, n, out),
                    _ => false,
                })
        }
        (TermKind::Tuple(p) | TermKind::AnonCtor(p) | TermKind::List(p), n) => match n {
            TermKind::Tuple(n) | TermKind::AnonCtor(n) | TermKind::List(n) => {
                p.len() == n.len() && p.iter().zip(n).all(|(p, n)| match_terms(p, n, out))
            }
            _ => false,
        },
        _ => sexpr_term(p) == sexpr_term(n),
    }
}

/// Fills the holes of a template.
struct Fill<'a> {
    values: &'a Values,
    span: Span,
    fresh: &'a mut dyn FnMut(&mut Ident),
}

/// A macro argument as a term.
fn as_term(a: &MacroArg) -> Option<Term> {
    match a {
        MacroArg::Term(t) => Some(t.clone()),
        MacroArg::Ident(i) => {
            Some(Term { kind: TermKind::Ident { name: i.clone(), levels: None }, span: i.span })
        }
        MacroArg::Node(n) => Some(Term { kind: TermKind::Macro(n.clone()), span: n.span }),
        _ => None,
    }
}

impl Fill<'_> {
    fn term_for(&self, hole: &str) -> Option<Term> {
        match self.values.get(hole)? {
            Value::One(a) => as_term(a),
            Value::List(_) | Value::Absent => None,
        }
    }

    fn splice(&self, hole: &str) -> Option<Vec<Term>> {
        match self.values.get(hole)? {
            Value::List(items) => items.iter().map(|i| i.first().and_then(as_term)).collect(),
            Value::One(_) | Value::Absent => None,
        }
    }

    fn splice_terms(&self, ts: &mut Vec<Term>) {
        if ts.iter().any(|t| term_hole(t).is_some()) {
            *ts = std::mem::take(ts)
                .into_iter()
                .flat_map(|t| match term_hole(&t).and_then(|h| self.splice(h)) {
                    Some(many) => many,
                    None => vec![t],
                })
                .collect();
        }
    }

    fn node(&mut self, n: &mut MacroNode) {
        n.span = self.span;
        self.args(&mut n.args);
    }

    fn args(&mut self, args: &mut [MacroArg]) {
        for a in args {
            let hole = match a {
                MacroArg::Hole(h) => Some(h.as_str()),
                MacroArg::Term(t) => term_hole(t),
                MacroArg::Ident(i) => hole_of(i),
                MacroArg::Tactic(t) => tactic_hole(t),
                MacroArg::Seq(s) => seq_hole(s),
                _ => None,
            };
            match hole.and_then(|h| self.values.get(h)) {
                Some(Value::One(v)) => {
                    *a = v.clone();
                    continue;
                }
                Some(Value::List(items)) => {
                    *a = MacroArg::Many(items.clone());
                    continue;
                }
                Some(Value::Absent) | None => {}
            }
            match a {
                MacroArg::Term(t) => self.visit_term(t),
                MacroArg::Ident(i) => self.ident(i),
                MacroArg::Tactic(t) => self.visit_tactic(t),
                MacroArg::Seq(s) => self.visit_seq(s),
                MacroArg::Node(n) => self.node(n),
                MacroArg::Optional(inner) => {
                    let absent = inner.as_deref().is_some_and(|args| {
                        let mut holes = Values::default();
                        bind_absent(args, &mut holes);
                        holes.0.iter().any(|h| matches!(self.values.get(&h.0), Some(Value::Absent)))
                    });
                    if absent {
                        *inner = None;
                    }
                    if let Some(args) = inner {
                        self.args(args);
                    }
                }
                MacroArg::Many(items) => items.iter_mut().for_each(|i| self.args(i)),
                MacroArg::Hole(_) => {}
            }
        }
    }

    fn ident(&mut self, i: &mut Ident) {
        if let Some(h) = hole_of(i) {
            match self.values.get(h) {
                Some(Value::One(MacroArg::Ident(v))) => *i = v.clone(),
                Some(Value::One(MacroArg::Term(t))) => {
                    if let Some(v) = t.as_ident() {
                        *i = v.clone();
                    }
                }
                _ => {}
            }
            return;
        }
        i.span = self.span;
        (self.fresh)(i);
    }
}

impl VisitMut for Fill<'_> {
    fn visit_term(&mut self, t: &mut Term) {
        if let Some(v) = term_hole(t).and_then(|h| self.term_for(h)) {
            *t = v;
            return;
        }
        t.span = self.span;
        match &mut t.kind {
            TermKind::Ident { name, .. } => return self.ident(name),
            TermKind::Macro(n) => return self.node(n),
            TermKind::Tuple(ts)
            | TermKind::AnonCtor(ts)
            | TermKind::List(ts)
            | TermKind::Array(ts)
            | TermKind::SetLit(ts) => self.splice_terms(ts),
            TermKind::App { args, .. } => {
                *args = std::mem::take(args)
                    .into_iter()
                    .flat_map(|a| match &a {
                        Arg::Positional(t) => match term_hole(t).and_then(|h| self.splice(h)) {
                            Some(many) => many.into_iter().map(Arg::Positional).collect(),
                            None => vec![a],
                        },
                        Arg::Named { .. } => vec![a],
                    })
                    .collect();
            }
            _ => {}
        }
        walk_term(self, t);
    }

    fn visit_tactic(&mut self, t: &mut Tactic) {
        if let Some(Value::One(v)) = tactic_hole(t).and_then(|h| self.values.get(h)) {
            match v {
                MacroArg::Tactic(v) => *t = v.clone(),
                MacroArg::Seq(s) => *t = Tactic { kind: TacticKind::Paren(s.clone()), span: s.span },
                _ => {}
            }
            return;
        }
        t.span = self.span;
        if let TacticKind::Macro(n) = &mut t.kind {
            return self.node(n);
        }
        walk_tactic(self, t);
    }

    fn visit_seq(&mut self, s: &mut TacticSeq) {
        s.span = self.span;
        s.tactics = std::mem::take(&mut s.tactics)
            .into_iter()
            .flat_map(|t| match tactic_hole(&t).and_then(|h| self.values.get(h)) {
                Some(Value::One(MacroArg::Seq(inner))) => inner.tactics.clone(),
                Some(Value::List(items)) => items
                    .iter()
                    .flatten()
                    .filter_map(|a| match a {
                        MacroArg::Tactic(t) => Some(t.clone()),
                        _ => None,
                    })
                    .collect(),
                _ => {
                    let mut t = t;
                    self.visit_tactic(&mut t);
                    vec![t]
                }
            })
            .collect();
    }

    fn visit_name(&mut self, n: &mut BinderName) {
        if let BinderName::Ident(i) = n {
            self.ident(i);
        }
    }

    fn visit_declared(&mut self, i: &mut Ident) {
        // What a command declares keeps its name.
        if hole_of(i).is_some() {
            self.ident(i);
        }
    }

    fn visit_command(&mut self, c: &mut Command) {
        c.span = self.span;
        walk_command(self, c);
    }
}
