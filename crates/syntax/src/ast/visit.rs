//! A walk over all terms and tactics of a tree.

use super::*;

/// Called for every term, tactic and command of a tree. To go on below a node, call [`walk_term`], [`walk_tactic`] or
/// [`walk_command`] on it, as the given methods do.
pub trait VisitMut {
    /// Called for a term.
    fn visit_term(&mut self, t: &mut Term) {
        walk_term(self, t);
    }
    /// Called for a tactic.
    fn visit_tactic(&mut self, t: &mut Tactic) {
        walk_tactic(self, t);
    }
    /// Called for a block of tactics.
    fn visit_seq(&mut self, s: &mut TacticSeq) {
        walk_seq(self, s);
    }
    /// Called for a name that is bound or renamed.
    fn visit_name(&mut self, _n: &mut BinderName) {}
    /// Called for a name that a command declares or mentions.
    fn visit_declared(&mut self, _i: &mut Ident) {}
    /// Called for a command inside another one.
    fn visit_command(&mut self, c: &mut Command) {
        walk_command(self, c);
    }
}

fn terms<V: VisitMut + ?Sized>(v: &mut V, ts: &mut [Term]) {
    ts.iter_mut().for_each(|t| v.visit_term(t));
}

fn seq<V: VisitMut + ?Sized>(v: &mut V, s: &mut TacticSeq) {
    v.visit_seq(s);
}

/// Visits the tactics of a block.
pub fn walk_seq<V: VisitMut + ?Sized>(v: &mut V, s: &mut TacticSeq) {
    s.tactics.iter_mut().for_each(|t| v.visit_tactic(t));
}

fn names<V: VisitMut + ?Sized>(v: &mut V, ns: &mut [BinderName]) {
    ns.iter_mut().for_each(|n| v.visit_name(n));
}

/// A name that is used: what [`VisitMut::visit_name`] makes of it.
fn local<V: VisitMut + ?Sized>(v: &mut V, i: &mut Ident) {
    let mut n = BinderName::Ident(i.clone());
    v.visit_name(&mut n);
    if let BinderName::Ident(new) = n {
        *i = new;
    }
}

fn location<V: VisitMut + ?Sized>(v: &mut V, l: &mut Option<Location>) {
    l.iter_mut().flat_map(|l| &mut l.hyps).for_each(|i| local(v, i));
}

fn binder<V: VisitMut + ?Sized>(v: &mut V, b: &mut Binder) {
    names(v, &mut b.names);
    b.ty.iter_mut().chain(&mut b.default).for_each(|t| v.visit_term(t));
}

fn binders<V: VisitMut + ?Sized>(v: &mut V, bs: &mut [Binder]) {
    bs.iter_mut().for_each(|b| binder(v, b));
}

fn args<V: VisitMut + ?Sized>(v: &mut V, args: &mut [Arg]) {
    for a in args {
        match a {
            Arg::Positional(t) | Arg::Named { value: t, .. } => v.visit_term(t),
        }
    }
}

fn alts<V: VisitMut + ?Sized>(v: &mut V, alts: &mut [MatchAlt]) {
    for a in alts {
        a.patterns.iter_mut().for_each(|p| terms(v, p));
        v.visit_term(&mut a.rhs);
    }
}

fn body<V: VisitMut + ?Sized>(v: &mut V, b: &mut Body) {
    match b {
        Body::None => {}
        Body::Value(t) => v.visit_term(t),
        Body::Alts(a) => alts(v, a),
        Body::Fields(f) => fields(v, f),
    }
}

fn fields<V: VisitMut + ?Sized>(v: &mut V, fields: &mut [FieldVal]) {
    for f in fields {
        binders(v, &mut f.binders);
        f.ty.iter_mut().for_each(|t| v.visit_term(t));
        body(v, &mut f.body);
    }
}

pub(super) fn let_decl<V: VisitMut + ?Sized>(v: &mut V, d: &mut LetDecl) {
    match &mut d.target {
        LetTarget::Pattern(p) => v.visit_term(p),
        LetTarget::Name(n) => v.visit_name(n),
        LetTarget::Anonymous => {}
    }
    binders(v, &mut d.binders);
    d.ty.iter_mut().for_each(|t| v.visit_term(t));
    body(v, &mut d.body);
}

fn termination<V: VisitMut + ?Sized>(v: &mut V, t: &mut Termination) {
    t.termination_by.iter_mut().filter_map(|b| b.body.as_mut()).for_each(|t| v.visit_term(t));
    t.decreasing_by.iter_mut().for_each(|s| seq(v, s));
}

fn local_defs<V: VisitMut + ?Sized>(v: &mut V, defs: &mut [LocalDef]) {
    for d in defs {
        local(v, &mut d.name);
        binders(v, &mut d.binders);
        d.ty.iter_mut().for_each(|t| v.visit_term(t));
        body(v, &mut d.body);
        termination(v, &mut d.termination);
    }
}

fn discrs<V: VisitMut + ?Sized>(v: &mut V, ds: &mut [MatchDiscr]) {
    for d in ds {
        d.hyp.iter_mut().for_each(|n| v.visit_name(n));
        v.visit_term(&mut d.term);
    }
}

fn calc<V: VisitMut + ?Sized>(v: &mut V, steps: &mut [CalcStep]) {
    for s in steps {
        v.visit_term(&mut s.rel);
        s.proof.iter_mut().for_each(|t| v.visit_term(t));
    }
}

/// Visits what is directly below a term.
pub fn walk_term<V: VisitMut + ?Sized>(v: &mut V, t: &mut Term) {
    stacker::maybe_grow(64 * 1024, 2 * 1024 * 1024, || walk_term_here(v, t));
}

fn walk_term_here<V: VisitMut + ?Sized>(v: &mut V, t: &mut Term) {
    match &mut t.kind {
        TermKind::Ident { .. }
        | TermKind::Macro(_)
        | TermKind::Hole
        | TermKind::SyntheticHole(_)
        | TermKind::Cdot(_)
        | TermKind::NoFun
        | TermKind::Unit
        | TermKind::DotIdent(_)
        | TermKind::Sort { .. }
        | TermKind::Num(_)
        | TermKind::RawNat(_)
        | TermKind::Scientific(_)
        | TermKind::Str(_)
        | TermKind::Char(_)
        | TermKind::NameLit(_)
        | TermKind::CoeFun
        | TermKind::EmptyCollection
        | TermKind::Sorry
        | TermKind::Unsupported { .. } => {}
        TermKind::Explicit(t)
        | TermKind::CdotFun { body: t, .. }
        | TermKind::Paren(t)
        | TermKind::Proj(t, _)
        | TermKind::AssumptionOf(t)
        | TermKind::Prefix { arg: t, .. }
        | TermKind::Postfix { arg: t, .. }
        | TermKind::NamedPat { pat: t, .. }
        | TermKind::NestedAction(t)
        | TermKind::TypeOf(t)
        | TermKind::Inaccessible(t)
        | TermKind::QuotMk(t)
        | TermKind::OpenIn(_, t)
        | TermKind::SetOptionIn(_, t) => v.visit_term(t),
        TermKind::App { func, args: a, .. } => {
            v.visit_term(func);
            args(v, a);
        }
        TermKind::PipeProj { term, args: a, .. } => {
            v.visit_term(term);
            args(v, a);
        }
        TermKind::Fun { binders: bs, body } => {
            for b in bs {
                match b {
                    FunBinder::Binder(b) => binder(v, b),
                    FunBinder::Pattern(t) => v.visit_term(t),
                }
            }
            v.visit_term(body);
        }
        TermKind::FunMatch(a) => alts(v, a),
        TermKind::Forall { binders: bs, pred, body } | TermKind::Exists { binders: bs, pred, body, .. } => {
            binders(v, bs);
            pred.iter_mut().for_each(|p| v.visit_term(&mut p.rhs));
            v.visit_term(body);
        }
        TermKind::DepArrow { binder: b, body } | TermKind::Sigma { binder: b, body, .. } => {
            binder(v, b);
            v.visit_term(body);
        }
        TermKind::Arrow(a, b)
        | TermKind::Show { ty: a, value: b }
        | TermKind::Binop { lhs: a, rhs: b, .. } => {
            v.visit_term(a);
            v.visit_term(b);
        }
        TermKind::Let { decl, body, .. } => {
            let_decl(v, decl);
            v.visit_term(body);
        }
        TermKind::LetRec { decls, body } => {
            local_defs(v, decls);
            v.visit_term(body);
        }
        TermKind::Suffices { ty: a, value: b, body: c, name: n }
        | TermKind::If { cond: a, then: b, els: c, hyp: n } => {
            n.iter_mut().for_each(|n| v.visit_name(n));
            v.visit_term(a);
            v.visit_term(b);
            v.visit_term(c);
        }
        TermKind::BIf { cond: a, then: b, els: c } => {
            v.visit_term(a);
            v.visit_term(b);
            v.visit_term(c);
        }
        TermKind::IfLet { pat, value, then, els } => {
            [pat, value, then, els].into_iter().for_each(|t| v.visit_term(t));
        }
        TermKind::Match(m) => {
            m.motive.iter_mut().for_each(|t| v.visit_term(t));
            discrs(v, &mut m.discrs);
            alts(v, &mut m.alts);
        }
        TermKind::By(s) => seq(v, s),
        TermKind::Do(s) => walk_do(v, s),
        TermKind::Range { start, stop, step } => {
            start.iter_mut().chain(Some(stop)).chain(step).for_each(|t| v.visit_term(t));
        }
        TermKind::Calc(steps) => calc(v, steps),
        TermKind::NoMatch(ts)
        | TermKind::AnonCtor(ts)
        | TermKind::Tuple(ts)
        | TermKind::List(ts)
        | TermKind::Array(ts)
        | TermKind::SetLit(ts)
        | TermKind::Notation { args: ts, .. } => terms(v, ts),
        TermKind::Ascription(t, ty) => {
            v.visit_term(t);
            ty.iter_mut().for_each(|t| v.visit_term(t));
        }
        TermKind::StructInst(s) => {
            terms(v, &mut s.sources);
            fields(v, &mut s.fields);
            s.ty.iter_mut().for_each(|t| v.visit_term(t));
        }
        TermKind::Subtype { name, ty, pred } => {
            v.visit_name(name);
            ty.iter_mut().for_each(|t| v.visit_term(t));
            v.visit_term(pred);
        }
        TermKind::Interpolated { parts, .. } => {
            for p in parts {
                if let InterpPart::Term(t) = p {
                    v.visit_term(t);
                }
            }
        }
        TermKind::Index { term, index, proof, .. } => {
            v.visit_term(term);
            v.visit_term(index);
            proof.iter_mut().for_each(|t| v.visit_term(t));
        }
    }
}

fn rcases<V: VisitMut + ?Sized>(v: &mut V, p: &mut RcasesPat) {
    match &mut p.kind {
        RcasesKind::Name(i) if i.is("rfl") => {}
        RcasesKind::Name(i) => local(v, i),
        RcasesKind::Hole | RcasesKind::Clear => {}
        RcasesKind::Explicit(p) | RcasesKind::Paren(p) => rcases(v, p),
        RcasesKind::Tuple(ps) | RcasesKind::Alts(ps) => ps.iter_mut().for_each(|p| rcases(v, p)),
        RcasesKind::Typed(p, t) => {
            rcases(v, p);
            v.visit_term(t);
        }
    }
}

fn alt_rhs<V: VisitMut + ?Sized>(v: &mut V, rhs: &mut AltRhs) {
    if let AltRhs::Tactics(s) = rhs {
        seq(v, s);
    }
}

fn tactic_alts<V: VisitMut + ?Sized>(v: &mut V, alts: &mut [TacticAlt]) {
    for a in alts {
        a.patterns.iter_mut().for_each(|p| terms(v, p));
        alt_rhs(v, &mut a.rhs);
    }
}

fn induction_alts<V: VisitMut + ?Sized>(v: &mut V, alts: &mut Option<InductionAlts>) {
    if let Some(a) = alts {
        a.pre.iter_mut().for_each(|t| v.visit_tactic(t));
        for alt in &mut a.alts {
            alt.lhs.iter_mut().for_each(|l| names(v, &mut l.vars));
            alt.rhs.iter_mut().for_each(|r| alt_rhs(v, r));
        }
    }
}

fn config<V: VisitMut + ?Sized>(v: &mut V, items: &mut [ConfigItem]) {
    for i in items {
        if let ConfigKind::Value(_, t) = &mut i.kind {
            v.visit_term(t);
        }
    }
}

/// Visits what is directly below a tactic.
pub fn walk_tactic<V: VisitMut + ?Sized>(v: &mut V, t: &mut Tactic) {
    use TacticKind as K;
    match &mut t.kind {
        K::Intro(ts)
        | K::Exists(ts)
        | K::Subst(ts)
        | K::Revert(ts)
        | K::Funext(ts)
        | K::Clear(ts)
        | K::Exacts(ts)
        | K::NoMatch(ts) => terms(v, ts),
        K::Exact(t) | K::Apply(t) | K::Refine(t) | K::RefinePrime(t) | K::Show(t) | K::Specialize(t) => {
            v.visit_term(t)
        }
        K::Injection(t, ns) => {
            v.visit_term(t);
            names(v, ns);
        }
        K::ByCases(n, t) => {
            n.iter_mut().for_each(|n| v.visit_name(n));
            v.visit_term(t);
        }
        K::ShowFrom(a, b) => {
            v.visit_term(a);
            v.visit_term(b);
        }
        K::IntroMatch(a) => tactic_alts(v, a),
        K::Rintro(ps) | K::Ext { pats: ps, .. } => ps.iter_mut().for_each(|p| rcases(v, p)),
        K::Cases { targets, alts, .. } | K::Induction { targets, alts, .. } => {
            discrs(v, targets);
            induction_alts(v, alts);
        }
        K::FunInduction { call, alts, .. } => {
            v.visit_term(call);
            induction_alts(v, alts);
        }
        K::Rcases { targets, pat } => {
            discrs(v, targets);
            pat.iter_mut().for_each(|p| rcases(v, p));
        }
        K::Obtain { pat, ty, values } => {
            pat.iter_mut().for_each(|p| rcases(v, p));
            ty.iter_mut().for_each(|t| v.visit_term(t));
            terms(v, values);
        }
        K::Rewrite { config: c, rules, location: l, .. } => {
            location(v, l);
            config(v, c);
            rules.iter_mut().for_each(|r| v.visit_term(&mut r.term));
        }
        K::Simp { config: c, args, using, location: l, .. } => {
            location(v, l);
            config(v, c);
            for a in args.iter_mut().flatten() {
                if let SimpArgKind::Lemma { term, .. } = &mut a.kind {
                    v.visit_term(term);
                }
            }
            using.iter_mut().for_each(|t| v.visit_term(t));
        }
        K::Change { term, with, location: l } => {
            location(v, l);
            v.visit_term(term);
            with.iter_mut().for_each(|t| v.visit_term(t));
        }
        K::Generalize { args, location: l } => {
            location(v, l);
            for a in args {
                a.hyp.iter_mut().chain(&mut a.var).for_each(|n| v.visit_name(n));
                v.visit_term(&mut a.term);
            }
        }
        K::Have(d) | K::HaveI(d) | K::Let(d) | K::LetI(d) | K::Replace(d) => let_decl(v, d),
        K::Suffices { name, ty, value } => {
            name.iter_mut().for_each(|n| v.visit_name(n));
            v.visit_term(ty);
            value.iter_mut().for_each(|t| v.visit_term(t));
        }
        K::ByContra(n, t) => {
            n.iter_mut().for_each(|n| v.visit_name(n));
            t.iter_mut().for_each(|t| v.visit_term(t));
        }
        K::Split(t, l) => {
            location(v, l);
            t.iter_mut().for_each(|t| v.visit_term(t));
        }
        K::Decide(c) | K::Omega(c) => config(v, c),
        K::Arith { args, .. } => args.iter_mut().for_each(|t| v.visit_term(t)),
        K::Closer { lemmas, .. } => terms(v, lemmas),
        K::First(ss) | K::Solve(ss) => ss.iter_mut().for_each(|s| seq(v, s)),
        K::Try(s)
        | K::Repeat(s)
        | K::RepeatPrime(s)
        | K::Repeat1Prime(s)
        | K::AllGoals(s)
        | K::AnyGoals(s)
        | K::Focus(s)
        | K::Iterate(_, s)
        | K::FailIfSuccess(s)
        | K::Within(_, s)
        | K::SetOptionIn(_, s)
        | K::OpenIn(_, s)
        | K::Paren(s)
        | K::Braces(s)
        | K::Bullet(s) => seq(v, s),
        K::AcNf(l) => location(v, l),
        K::ClearValue(ns) => ns.iter_mut().for_each(|i| local(v, i)),
        K::Conv(c) => {
            c.at.iter_mut().for_each(|i| local(v, i));
            c.pattern.iter_mut().for_each(|p| v.visit_term(&mut p.term));
            seq(v, &mut c.body);
        }
        K::ConvStep(step) => conv_step(v, step),
        K::Casts(CastTactic::Exact(t) | CastTactic::Apply(t)) => v.visit_term(t),
        K::Casts(CastTactic::Push(ts, l)) => {
            location(v, l);
            terms(v, ts);
        }
        K::Casts(CastTactic::Norm(l)) => location(v, l),
        K::Casts(CastTactic::Assumption) => {}
        K::Trans(t) => t.iter_mut().for_each(|t| v.visit_term(t)),
        K::Guard(g) => match &mut **g {
            Guard::Target(_, t) => v.visit_term(t),
            Guard::Hyp { name, ty, value } => {
                local(v, name);
                ty.iter_mut().chain(value).for_each(|(_, t)| v.visit_term(t));
            }
            Guard::Expr(a, _, b) => {
                v.visit_term(a);
                v.visit_term(b);
            }
        },
        K::Case { tags, body, .. } => {
            tags.iter_mut().for_each(|t| names(v, &mut t.names));
            seq(v, body);
        }
        K::Next(ns, s) => {
            names(v, ns);
            seq(v, s);
        }
        K::Rename(rs) => {
            for (t, i) in rs {
                v.visit_term(t);
                local(v, i);
            }
        }
        K::Calc(steps) => calc(v, steps),
        K::Match(m) => {
            m.motive.iter_mut().for_each(|t| v.visit_term(t));
            discrs(v, &mut m.discrs);
            tactic_alts(v, &mut m.alts);
        }
        K::If { hyp, cond, then, els } => {
            hyp.iter_mut().for_each(|n| v.visit_name(n));
            v.visit_term(cond);
            alt_rhs(v, then);
            els.iter_mut().for_each(|r| alt_rhs(v, r));
        }
        K::AndThen(a, b) | K::OrElse(a, b) => {
            v.visit_tactic(a);
            v.visit_tactic(b);
        }
        K::Intros(ns) | K::Injections(ns) | K::RenameI(ns) => names(v, ns),
        K::Symm(l) | K::Unfold(_, l) | K::Delta(_, l) | K::LibrarySearch(_, l) => location(v, l),
        K::Macro(_)
        | K::Constructor
        | K::Left
        | K::Right
        | K::Assumption
        | K::Contradiction
        | K::Exfalso
        | K::SubstVars
        | K::Rfl
        | K::NativeDecide
        | K::Trivial
        | K::InferInstance
        | K::NoFun
        | K::Sorry
        | K::Plausible
        | K::Admit
        | K::Skip
        | K::Done
        | K::Fail(_)
        | K::RotateLeft(_)
        | K::RotateRight(_)
        | K::Swap
        | K::AcRfl
        | K::Congr(_)
        | K::AndIntros
        | K::TraceState
        | K::Trace(_)
        | K::Unsupported { .. }
        | K::Other { .. } => {}
    }
}

fn conv_step<V: VisitMut + ?Sized>(v: &mut V, step: &mut ConvStep) {
    match step {
        ConvStep::Enter(args) => {
            for a in args {
                match a {
                    EnterArg::Pattern(p) => v.visit_term(&mut p.term),
                    EnterArg::Binder(x) => v.visit_name(x),
                    EnterArg::Arg(_) => {}
                }
            }
        }
        ConvStep::Pattern(ConvPattern { term, .. }) | ConvStep::Change(term) => v.visit_term(term),
        ConvStep::Ext(ns) => names(v, ns),
        ConvStep::Tactic(s) | ConvStep::Nested(s) => seq(v, s),
        ConvStep::Lhs
        | ConvStep::Rhs
        | ConvStep::Fun
        | ConvStep::Congr
        | ConvStep::Arg(_)
        | ConvStep::Whnf
        | ConvStep::Reduce
        | ConvStep::Zeta
        | ConvStep::SimpMatch => {}
    }
}

/// Visits what is directly below a command.
pub fn walk_command<V: VisitMut + ?Sized>(v: &mut V, c: &mut Command) {
    match &mut c.kind {
        CommandKind::Variable(bs) | CommandKind::Omit(bs) => binders(v, bs),
        CommandKind::Def(d) => {
            d.name.iter_mut().for_each(|n| v.visit_declared(&mut n.name));
            d.priority.iter_mut().for_each(|t| v.visit_term(t));
            binders(v, &mut d.binders);
            d.ty.iter_mut().for_each(|t| v.visit_term(t));
            body(v, &mut d.body);
            local_defs(v, &mut d.where_decls);
            termination(v, &mut d.termination);
        }
        CommandKind::Inductive(d) => {
            v.visit_declared(&mut d.name.name);
            binders(v, &mut d.binders);
            d.ty.iter_mut().for_each(|t| v.visit_term(t));
            for c in &mut d.ctors {
                v.visit_declared(&mut c.name);
                binders(v, &mut c.binders);
                c.ty.iter_mut().for_each(|t| v.visit_term(t));
            }
        }
        CommandKind::Structure(d) => {
            v.visit_declared(&mut d.name.name);
            binders(v, &mut d.binders);
            d.parents.iter_mut().for_each(|p| v.visit_term(&mut p.ty));
            d.ty.iter_mut().for_each(|t| v.visit_term(t));
            for f in &mut d.fields {
                f.names.iter_mut().for_each(|i| v.visit_declared(i));
                binders(v, &mut f.binders);
                f.ty.iter_mut().chain(&mut f.default).for_each(|t| v.visit_term(t));
            }
        }
        CommandKind::Mutual(cs) => cs.iter_mut().for_each(|c| v.visit_command(c)),
        CommandKind::In(a, b) => {
            v.visit_command(a);
            v.visit_command(b);
        }
        CommandKind::GuardMsgs { command, .. } => v.visit_command(command),
        CommandKind::Check(t)
        | CommandKind::CheckFailure(t)
        | CommandKind::Reduce(t)
        | CommandKind::Eval(t)
        | CommandKind::Synth(t)
        | CommandKind::Guard(t) => v.visit_term(t),
        CommandKind::Namespace(i)
        | CommandKind::End(Some(i))
        | CommandKind::Print(i)
        | CommandKind::PrintAxioms(i) => v.visit_declared(i),
        CommandKind::Attribute(_, is) => is.iter_mut().for_each(|i| v.visit_declared(i)),
        CommandKind::Prelude
        | CommandKind::End(None)
        | CommandKind::Import(_)
        | CommandKind::Section { .. }
        | CommandKind::Macro(_)
        | CommandKind::Grammar { .. }
        | CommandKind::Open(_)
        | CommandKind::Export(..)
        | CommandKind::Universe(_)
        | CommandKind::Include(_)
        | CommandKind::DerivingInstance(..)
        | CommandKind::SetOption(_)
        | CommandKind::Notation { .. }
        | CommandKind::ModuleDoc(_)
        | CommandKind::InitQuot
        | CommandKind::Unsupported { .. } => {}
    }
}
