//! From statements to a term.

use super::super::names::marked_ident;
use super::super::notation::{root_app, root_ident};
use super::build::{
    alt, bind, fun, hole, ident, if_then, let_decl, let_in, match_on, match_one, proj, pure, then, tuple,
    type_of, unit, untuple,
};
use super::effects::{Effects, bound, mentioned, names_of, plain_value, ways_through};
use crate::elab::Elab;
use crate::error::Result;
use std::collections::BTreeSet;
use turnstile_kernel::with_stack;
use turnstile_syntax::{
    BinderName, DoAlt, DoCond, DoFor, DoItem, DoKind, DoSeq, Ident, LetDecl, LetKind, LetTarget, Span, Term,
    TermKind,
};

/// What the end of a block and the statements that leave it become.
#[derive(Clone)]
enum Frame {
    /// The whole `do` block: `return e` is `pure e`.
    Top,
    /// A block with more to come: its value are the variables that it may have changed, `vars`.
    Joined { vars: Vec<Ident>, signal: Option<Signal> },
    /// The body of a loop with the state `vars`, before which stands what was returned, if there is a `return`.
    Loop { vars: Vec<Ident>, returns: bool },
}

/// The type by which a block says that it was left.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Signal {
    /// By `return`.
    Return,
    /// By `break` or `continue`.
    Break,
    /// By any of these.
    Both,
}

impl Signal {
    fn of(e: &Effects) -> Option<Signal> {
        match (e.returns, e.breaks || e.continues) {
            (false, false) => None,
            (true, false) => Some(Signal::Return),
            (false, true) => Some(Signal::Break),
            (true, true) => Some(Signal::Both),
        }
    }

    /// The constructor for `way`: `pure`, `return`, `break` or `continue`.
    fn ctor(self, way: &str) -> String {
        match (self, way) {
            (Signal::Break, "pure") => "DoResultSBC.pureReturn".to_owned(),
            (Signal::Return, _) => format!("DoResultPR.{way}"),
            (Signal::Break, _) => format!("DoResultSBC.{way}"),
            (Signal::Both, _) => format!("DoResultPRBC.{way}"),
        }
    }
}

/// What is known at a statement.
#[derive(Clone)]
struct Place {
    /// The variables that may be reassigned, oldest first.
    vars: Vec<Ident>,
    frame: Frame,
}

impl Place {
    fn within(&self, frame: Frame) -> Place {
        Place { vars: self.vars.clone(), frame }
    }

    /// The variables of `names` that may be reassigned.
    fn select(&self, names: &BTreeSet<String>) -> Vec<Ident> {
        self.vars.iter().filter(|v| names.contains(&v.parts[0])).cloned().collect()
    }

    fn declare(&self, ids: impl IntoIterator<Item = Ident>) -> Place {
        let mut out = self.clone();
        out.vars.extend(ids);
        out
    }
}

fn binder(id: &Ident) -> BinderName {
    BinderName::Ident(id.clone())
}

impl Elab {
    /// The term that a block stands for.
    pub(super) fn translate_do(&mut self, block: &DoSeq, _span: Span) -> Result<Term> {
        self.do_seq(&block.items, &Place { vars: Vec::new(), frame: Frame::Top })
    }

    fn do_fresh(&mut self, base: &str, span: Span) -> Ident {
        self.fresh += 1;
        marked_ident(base, self.fresh, span)
    }

    fn do_seq(&mut self, items: &[DoItem], at: &Place) -> Result<Term> {
        with_stack(|| {
            self.m.tick()?;
            let Some((item, rest)) = items.split_first() else {
                return Ok(end(at, Span::default()));
            };
            let (item, actions) = self.lift_actions(item);
            let mut term = self.do_item(&item, rest, at)?;
            for (id, action) in actions.into_iter().rev() {
                let span = action.span;
                term = bind(action, binder(&id), None, term, span);
            }
            Ok(term)
        })
    }

    /// What follows `item`, which must not be the last statement.
    fn do_rest(&mut self, item: &DoItem, rest: &[DoItem], at: &Place) -> Result<Term> {
        if rest.is_empty() && matches!(at.frame, Frame::Top) {
            return Err(
                self.text_error(item.span, "The last statement in a `do` block must be an expression")
            );
        }
        self.do_seq_at(rest, at, item.span)
    }

    /// The statements `rest`; an empty block has the place `span`.
    fn do_seq_at(&mut self, rest: &[DoItem], at: &Place, span: Span) -> Result<Term> {
        if rest.is_empty() { Ok(end(at, span)) } else { self.do_seq(rest, at) }
    }

    fn do_item(&mut self, item: &DoItem, rest: &[DoItem], at: &Place) -> Result<Term> {
        let span = item.span;
        match &item.kind {
            DoKind::Let { mutable, decl, els } => self.do_let(item, *mutable, decl, els.as_ref(), rest, at),
            DoKind::LetArrow { mutable, target, ty, action, els } => {
                let action = self.do_action(action)?;
                self.check_shadowing(&target_names(target), at, span)?;
                let inner = if *mutable { at.declare(target_idents(target)) } else { at.clone() };
                let then = self.do_rest(item, rest, &inner)?;
                match target {
                    LetTarget::Name(n) => Ok(bind(action, n.clone(), ty.clone(), then, span)),
                    LetTarget::Anonymous => Ok(bind(action, BinderName::Hole(span), ty.clone(), then, span)),
                    LetTarget::Pattern(p) => {
                        let x = self.do_fresh("x", p.span);
                        let mut alts = vec![alt(vec![vec![p.clone()]], then)];
                        if let Some(els) = els {
                            alts.push(alt(vec![vec![hole(span)]], self.do_seq(&els.items, at)?));
                        }
                        Ok(bind(action, binder(&x), ty.clone(), match_one(ident(&x), alts, p.span), span))
                    }
                }
            }
            DoKind::Have(decl) => {
                let then = self.do_rest(item, rest, at)?;
                Ok(let_decl(LetKind::Have, (**decl).clone(), then))
            }
            DoKind::Reassign { target, ty, value } => {
                self.check_mutable(target, at)?;
                let then = self.do_seq_at(rest, at, span)?;
                match target.as_ident() {
                    Some(x) => {
                        let ty = ty.clone().unwrap_or_else(|| type_of(x));
                        Ok(let_in(x, Some(ty), value.clone(), then))
                    }
                    None => Ok(match_one(value.clone(), vec![alt(vec![vec![target.clone()]], then)], span)),
                }
            }
            DoKind::ReassignArrow { target, action } => {
                self.check_mutable(target, at)?;
                let action = self.do_action(action)?;
                let then = self.do_seq_at(rest, at, span)?;
                match target.as_ident() {
                    Some(x) => Ok(bind(action, binder(x), Some(type_of(x)), then, span)),
                    None => {
                        let x = self.do_fresh("x", span);
                        let m = match_one(ident(&x), vec![alt(vec![vec![target.clone()]], then)], span);
                        Ok(bind(action, binder(&x), None, m, span))
                    }
                }
            }
            DoKind::If { cond, then, els } => self.do_if(cond, then, els.as_ref(), rest, at, span),
            DoKind::Unless(cond, body) => {
                let none = DoSeq { items: vec![], span };
                self.do_branches(&[&none, body], rest, at, span, |_, mut parts| {
                    let els = parts.pop().unwrap_or_else(|| unit(span));
                    let then = parts.pop().unwrap_or_else(|| unit(span));
                    if_then(None, cond.clone(), then, els, span)
                })
            }
            DoKind::Match { discrs, alts } => {
                for a in alts {
                    for p in a.patterns.iter().flatten() {
                        self.check_shadowing(&names_of(p), at, p.span)?;
                    }
                }
                let parts: Vec<&DoSeq> = alts.iter().map(|a: &DoAlt| &a.rhs).collect();
                self.do_branches(&parts, rest, at, span, |_, terms| {
                    let arms = alts.iter().zip(terms).map(|(a, t)| alt(a.patterns.clone(), t)).collect();
                    match_on(discrs.clone(), arms, span)
                })
            }
            DoKind::For { heads, body } => self.do_for(heads, body, rest, at, span),
            DoKind::While { cond, body } => {
                let quit = DoSeq { items: vec![DoItem { kind: DoKind::Break, span }], span };
                let body = match cond {
                    None => body.clone(),
                    Some(c) => {
                        let kind = DoKind::If { cond: c.clone(), then: body.clone(), els: Some(quit) };
                        DoSeq { items: vec![DoItem { kind, span }], span }
                    }
                };
                let head = DoFor { hyp: None, pat: hole(span), coll: root_ident("Lean.Loop.mk", span) };
                self.do_for(&[head], &body, rest, at, span)
            }
            DoKind::Try { body, catches, finally } => {
                let mut parts = vec![body];
                parts.extend(catches.iter().map(|c| &c.body));
                let closing = match finally {
                    Some(s) => Some(self.do_seq(&s.items, &at.within(Frame::Top))?),
                    None => None,
                };
                self.do_branches(&parts, rest, at, span, |_, terms| {
                    let mut terms = terms.into_iter();
                    let mut t = terms.next().unwrap_or_else(|| unit(span));
                    for (c, handler) in catches.iter().zip(terms) {
                        let h = fun(c.name.clone(), c.ty.clone(), handler);
                        t = match &c.ty {
                            Some(ty) => root_app("tryCatchThe", vec![ty.clone(), t, h], span),
                            None => root_app("MonadExcept.tryCatch", vec![t, h], span),
                        };
                    }
                    match closing {
                        Some(f) => root_app("tryFinally", vec![t, f], span),
                        None => t,
                    }
                })
            }
            DoKind::Return(value) => {
                self.check_last("return", rest)?;
                let value = value.clone().unwrap_or_else(|| unit(span));
                Ok(leave_return(value, at, span))
            }
            DoKind::Break => {
                self.check_last("break", rest)?;
                self.leave_loop("break", at, span)
            }
            DoKind::Continue => {
                self.check_last("continue", rest)?;
                self.leave_loop("continue", at, span)
            }
            DoKind::Block(s) => {
                self.do_branches(&[s], rest, at, span, |_, mut t| t.pop().unwrap_or_else(|| unit(span)))
            }
            DoKind::Action(t) => {
                if !rest.is_empty() {
                    let rest = self.do_seq(rest, at)?;
                    return Ok(then(t.clone(), rest, span));
                }
                Ok(match &at.frame {
                    Frame::Top => t.clone(),
                    Frame::Joined { vars, signal: None } if vars.is_empty() => t.clone(),
                    _ => then(t.clone(), end(at, span), span),
                })
            }
        }
    }

    fn do_let(
        &mut self,
        item: &DoItem,
        mutable: bool,
        decl: &LetDecl,
        els: Option<&DoSeq>,
        rest: &[DoItem],
        at: &Place,
    ) -> Result<Term> {
        self.check_shadowing(&target_names(&decl.target), at, item.span)?;
        let inner = if mutable { at.declare(target_idents(&decl.target)) } else { at.clone() };
        let then = self.do_rest(item, rest, &inner)?;
        let (LetTarget::Pattern(p), Some(els), Some(v)) = (&decl.target, els, plain_value(&decl.body)) else {
            return Ok(let_decl(LetKind::Let, decl.clone(), then));
        };
        let value = match &decl.ty {
            Some(ty) => Term {
                kind: TermKind::Ascription(Box::new(v.clone()), Some(Box::new(ty.clone()))),
                span: v.span,
            },
            None => v.clone(),
        };
        let els = self.do_seq(&els.items, at)?;
        let alts = vec![alt(vec![vec![p.clone()]], then), alt(vec![vec![hole(p.span)]], els)];
        Ok(match_one(value, alts, item.span))
    }

    /// The action on the right of an arrow.
    fn do_action(&mut self, item: &DoItem) -> Result<Term> {
        if let DoKind::Action(t) = &item.kind {
            return Ok(t.clone());
        }
        let block = DoSeq { items: vec![item.clone()], span: item.span };
        let effects = Effects::of(&block);
        if effects.exits() || !effects.assigned.is_empty() {
            return Err(self.unsupported(
                item.span,
                "a statement that reassigns variables or leaves the block, to the right of `←`,",
            ));
        }
        Ok(Term { kind: TermKind::Do(block), span: item.span })
    }

    fn do_if(
        &mut self,
        cond: &DoCond,
        yes: &DoSeq,
        no: Option<&DoSeq>,
        rest: &[DoItem],
        at: &Place,
        span: Span,
    ) -> Result<Term> {
        let none = DoSeq { items: vec![], span };
        let parts = [yes, no.unwrap_or(&none)];
        let x = self.do_fresh("x", span);
        if let DoCond::Let(p, _) | DoCond::LetArrow(p, _) = cond {
            self.check_shadowing(&names_of(p), at, p.span)?;
        }
        self.do_branches(&parts, rest, at, span, |_, mut terms| {
            let no = terms.pop().unwrap_or_else(|| unit(span));
            let yes = terms.pop().unwrap_or_else(|| unit(span));
            let choose = |p: &Term, e: Term| {
                match_one(
                    e,
                    vec![alt(vec![vec![p.clone()]], yes.clone()), alt(vec![vec![hole(span)]], no.clone())],
                    span,
                )
            };
            match cond {
                DoCond::Prop(h, c) => if_then(h.clone(), c.clone(), yes, no, span),
                DoCond::Let(p, e) => choose(p, e.clone()),
                DoCond::LetArrow(p, e) => bind(e.clone(), binder(&x), None, choose(p, ident(&x)), span),
            }
        })
    }

    /// Blocks of which one is run, put together by `build`, and then `rest`.
    fn do_branches(
        &mut self,
        parts: &[&DoSeq],
        rest: &[DoItem],
        at: &Place,
        span: Span,
        build: impl FnOnce(&mut Elab, Vec<Term>) -> Term,
    ) -> Result<Term> {
        if rest.is_empty() {
            let terms =
                parts.iter().map(|p| self.do_seq_at(&p.items, at, p.span)).collect::<Result<Vec<_>>>()?;
            return Ok(build(self, terms));
        }
        let ways: usize = parts.iter().map(|p| ways_through(p)).sum();
        let is_choice = parts.len() > 1;
        if is_choice && ways <= 1 && self.may_inline(parts, rest) {
            // What follows is reached in one way: it goes there.
            let mut terms = Vec::new();
            for p in parts {
                if ways_through(p) == 0 {
                    terms.push(self.do_seq(&p.items, at)?);
                } else {
                    terms.push(self.do_seq(&[&p.items[..], rest].concat(), at)?);
                }
            }
            return Ok(build(self, terms));
        }
        let mut effects = Effects::default();
        parts.iter().for_each(|p| effects.seq(p));
        let vars = at.select(&effects.assigned);
        let signal = Signal::of(&effects);
        let inner = at.within(Frame::Joined { vars: vars.clone(), signal });
        let terms =
            parts.iter().map(|p| self.do_seq_at(&p.items, &inner, p.span)).collect::<Result<Vec<_>>>()?;
        let joined = build(self, terms);
        let rest = self.do_seq(rest, at)?;
        let Some(signal) = signal else {
            return Ok(match &vars[..] {
                [] => then(joined, rest, span),
                [x] => bind(joined, binder(x), None, rest, span),
                _ => {
                    let r = self.do_fresh("r", span);
                    bind(joined, binder(&r), None, untuple(&r, &vars, 0, rest), span)
                }
            });
        };
        let (r, s, v) = (self.do_fresh("r", span), self.do_fresh("s", span), self.do_fresh("a", span));
        let arm = |way: &str, args: Vec<Term>, body: Term| {
            alt(vec![vec![root_app(&signal.ctor(way), args, span)]], untuple(&s, &vars, 0, body))
        };
        let mut arms = vec![arm("pure", vec![hole(span), ident(&s)], rest)];
        if signal != Signal::Break {
            arms.push(arm("return", vec![ident(&v), ident(&s)], leave_return(ident(&v), at, span)));
        }
        if signal != Signal::Return {
            arms.push(arm("break", vec![ident(&s)], self.leave_loop("break", at, span)?));
            arms.push(arm("continue", vec![ident(&s)], self.leave_loop("continue", at, span)?));
        }
        Ok(bind(joined, binder(&r), None, match_one(ident(&r), arms, span), span))
    }

    /// Whether the statements `rest` mean the same inside of the blocks: no name of theirs is bound there.
    fn may_inline(&self, parts: &[&DoSeq], rest: &[DoItem]) -> bool {
        let mut names = BTreeSet::new();
        parts.iter().filter(|p| ways_through(p) > 0).for_each(|p| bound(p, &mut names));
        names.is_empty() || mentioned(rest).is_disjoint(&names)
    }

    fn do_for(
        &mut self,
        heads: &[DoFor],
        body: &DoSeq,
        rest: &[DoItem],
        at: &Place,
        span: Span,
    ) -> Result<Term> {
        let Some((head, others)) = heads.split_first() else { return Ok(end(at, span)) };
        if let Some((other, more)) = others.split_last() {
            // A second collection is a stream that is read along.
            let s = self.do_fresh("s", span);
            let next = self.do_fresh("s", span);
            let stop = DoItem { kind: DoKind::Break, span };
            let step = DoKind::Reassign { target: ident(&s), ty: None, value: ident(&next) };
            let mut items = vec![DoItem { kind: step, span }];
            items.extend(body.items.iter().cloned());
            let pair = root_app("Prod.mk", vec![other.pat.clone(), ident(&next)], span);
            let alts = vec![
                DoAlt {
                    patterns: vec![vec![root_ident("Option.none", span)]],
                    rhs: DoSeq { items: vec![stop], span },
                    span,
                },
                DoAlt {
                    patterns: vec![vec![root_app("Option.some", vec![pair], span)]],
                    rhs: DoSeq { items, span: body.span },
                    span,
                },
            ];
            let next = root_app("Std.Stream.next?", vec![ident(&s)], span);
            let discrs = vec![turnstile_syntax::MatchDiscr { hyp: None, term: next }];
            let body = DoSeq { items: vec![DoItem { kind: DoKind::Match { discrs, alts }, span }], span };
            let mut heads = vec![head.clone()];
            heads.extend(more.iter().cloned());
            let inner = self.do_for(&heads, &body, rest, &at.declare([s.clone()]), span)?;
            let stream = root_app("Std.toStream", vec![other.coll.clone()], span);
            return Ok(let_in(&s, None, stream, inner));
        }
        self.check_shadowing(&names_of(&head.pat), at, head.pat.span)?;
        let effects = Effects::of(body);
        let (vars, returns) = (at.select(&effects.assigned), effects.returns);
        let inner = at.within(Frame::Loop { vars: vars.clone(), returns });
        let mut term = self.do_seq_at(&body.items, &inner, body.span)?;
        // The state: the variables, after what was returned.
        let skip = usize::from(returns);
        let r = self.do_fresh("r", span);
        let state = match &vars[..] {
            [] if !returns => BinderName::Hole(span),
            [x] if !returns => binder(x),
            _ => {
                term = untuple(&r, &vars, skip, term);
                binder(&r)
            }
        };
        let element = match (&head.pat.kind, head.pat.as_ident()) {
            (TermKind::Hole, _) => BinderName::Hole(head.pat.span),
            (_, Some(id)) if id.is_atomic() => binder(id),
            _ => {
                let x = self.do_fresh("x", head.pat.span);
                term = match_one(ident(&x), vec![alt(vec![vec![head.pat.clone()]], term)], head.pat.span);
                binder(&x)
            }
        };
        let mut step = fun(state.clone(), None, term);
        let mut name = "ForIn.forIn";
        if let Some(h) = &head.hyp {
            step = fun(h.clone(), None, step);
            name = "ForIn'.forIn'";
        }
        let step = fun(element, None, step);
        let start = loop_state(&vars, returns.then(|| root_ident("Option.none", span)), span);
        let all = root_app(name, vec![head.coll.clone(), start, step], span);
        let after = self.do_seq_at(rest, at, span)?;
        if !returns {
            return Ok(match &state {
                BinderName::Ident(id) if vars.len() > 1 => {
                    bind(all, binder(id), None, untuple(id, &vars, 0, after), span)
                }
                _ => bind(all, state, None, after, span),
            });
        }
        let v = self.do_fresh("a", span);
        let returned = if vars.is_empty() { ident(&r) } else { proj(ident(&r), 1) };
        let arms = vec![
            alt(vec![vec![root_ident("Option.none", span)]], after),
            alt(
                vec![vec![root_app("Option.some", vec![ident(&v)], span)]],
                leave_return(ident(&v), at, span),
            ),
        ];
        let after = untuple(&r, &vars, skip, match_one(returned, arms, span));
        Ok(bind(all, binder(&r), None, after, span))
    }

    fn leave_loop(&self, way: &str, at: &Place, span: Span) -> Result<Term> {
        match &at.frame {
            Frame::Top => Err(self.text_error(span, format!("`{way}` must be nested inside a loop"))),
            Frame::Joined { vars, signal } => {
                let ctor = signal.unwrap_or(Signal::Both).ctor(way);
                Ok(pure(root_app(&ctor, vec![values(vars, span)], span), span))
            }
            Frame::Loop { vars, returns } => {
                let none = returns.then(|| root_ident("Option.none", span));
                let ctor = if way == "break" { "ForInStep.done" } else { "ForInStep.yield" };
                Ok(pure(root_app(ctor, vec![loop_state(vars, none, span)], span), span))
            }
        }
    }

    fn check_last(&self, what: &str, rest: &[DoItem]) -> Result<()> {
        let Some(next) = rest.first() else { return Ok(()) };
        Err(self.text_error(
            next.span,
            format!("This statement is never reached: the `{what}` before it leaves the block"),
        ))
    }

    fn check_shadowing(&self, names: &[String], at: &Place, span: Span) -> Result<()> {
        match names.iter().find(|n| at.vars.iter().any(|v| v.parts[0] == **n)) {
            Some(n) => {
                Err(self.text_error(span, format!("invalid variable shadowing, `{n}` cannot be shadowed")))
            }
            None => Ok(()),
        }
    }

    fn check_mutable(&self, target: &Term, at: &Place) -> Result<()> {
        let Some(x) = target.as_ident() else {
            let known = |n: &String| at.vars.iter().any(|v| v.parts[0] == *n);
            if names_of(target).iter().any(known) {
                return Ok(());
            }
            return Err(self.text_error(target.span, "invalid reassignment, variables are expected"));
        };
        if at.vars.iter().any(|v| v.parts == x.parts) {
            return Ok(());
        }
        let x = x.text();
        Err(self.text_error(
            target.span,
            format!(
                "`{x}` cannot be mutated, only variables declared using `let mut` can be mutated. If you did not \
                 intend to mutate but define `{x}`, consider using `let {x}` instead"
            ),
        ))
    }
}

fn values(vars: &[Ident], span: Span) -> Term {
    tuple(vars.iter().map(ident).collect(), span)
}

fn loop_state(vars: &[Ident], returned: Option<Term>, span: Span) -> Term {
    tuple(returned.into_iter().chain(vars.iter().map(ident)).collect(), span)
}

/// What the end of a block becomes.
fn end(at: &Place, span: Span) -> Term {
    match &at.frame {
        Frame::Top => pure(unit(span), span),
        Frame::Joined { vars, signal: None } => pure(values(vars, span), span),
        Frame::Joined { vars, signal: Some(s) } => {
            pure(root_app(&s.ctor("pure"), vec![unit(span), values(vars, span)], span), span)
        }
        Frame::Loop { vars, returns } => {
            let none = returns.then(|| root_ident("Option.none", span));
            pure(root_app("ForInStep.yield", vec![loop_state(vars, none, span)], span), span)
        }
    }
}

/// What `return value` becomes.
fn leave_return(value: Term, at: &Place, span: Span) -> Term {
    match &at.frame {
        Frame::Top => pure(value, span),
        Frame::Joined { vars, signal } => {
            let ctor = signal.unwrap_or(Signal::Both).ctor("return");
            pure(root_app(&ctor, vec![value, values(vars, span)], span), span)
        }
        Frame::Loop { vars, .. } => {
            let some = root_app("Option.some", vec![value], span);
            pure(root_app("ForInStep.done", vec![loop_state(vars, Some(some), span)], span), span)
        }
    }
}

fn target_names(t: &LetTarget) -> Vec<String> {
    match t {
        LetTarget::Name(n) => n.ident().map(|i| i.parts[0].clone()).into_iter().collect(),
        LetTarget::Pattern(p) => names_of(p),
        LetTarget::Anonymous => Vec::new(),
    }
}

fn target_idents(t: &LetTarget) -> Vec<Ident> {
    match t {
        LetTarget::Name(n) => n.ident().cloned().into_iter().collect(),
        LetTarget::Pattern(p) => {
            let id = |n: String| Ident { parts: vec![n], span: p.span };
            names_of(p).into_iter().map(id).collect()
        }
        LetTarget::Anonymous => Vec::new(),
    }
}
