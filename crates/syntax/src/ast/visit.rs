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

fn binder<V: VisitMut + ?Sized>(v: &mut V, b: &mut Binder) {
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
    if let LetTarget::Pattern(p) = &mut d.target {
        v.visit_term(p);
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
        binders(v, &mut d.binders);
        d.ty.iter_mut().for_each(|t| v.visit_term(t));
        body(v, &mut d.body);
        termination(v, &mut d.termination);
    }
}

fn discrs<V: VisitMut + ?Sized>(v: &mut V, ds: &mut [MatchDiscr]) {
    ds.iter_mut().for_each(|d| v.visit_term(&mut d.term));
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
        TermKind::Suffices { ty: a, value: b, body: c, .. }
        | TermKind::If { cond: a, then: b, els: c, .. }
        | TermKind::BIf { cond: a, then: b, els: c } => {
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
        TermKind::Subtype { ty, pred, .. } => {
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
        RcasesKind::Name(_) | RcasesKind::Hole | RcasesKind::Clear => {}
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
        a.alts.iter_mut().filter_map(|a| a.rhs.as_mut()).for_each(|r| alt_rhs(v, r));
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
        K::Exact(t)
        | K::Apply(t)
        | K::Refine(t)
        | K::RefinePrime(t)
        | K::Injection(t, _)
        | K::Show(t)
        | K::Specialize(t)
        | K::ByCases(_, t) => v.visit_term(t),
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
        K::Rcases { targets, pat } => {
            discrs(v, targets);
            pat.iter_mut().for_each(|p| rcases(v, p));
        }
        K::Obtain { pat, ty, values } => {
            pat.iter_mut().for_each(|p| rcases(v, p));
            ty.iter_mut().for_each(|t| v.visit_term(t));
            terms(v, values);
        }
        K::Rewrite { config: c, rules, .. } => {
            config(v, c);
            rules.iter_mut().for_each(|r| v.visit_term(&mut r.term));
        }
        K::Simp { config: c, args, using, .. } => {
            config(v, c);
            for a in args.iter_mut().flatten() {
                if let SimpArgKind::Lemma { term, .. } = &mut a.kind {
                    v.visit_term(term);
                }
            }
            using.iter_mut().for_each(|t| v.visit_term(t));
        }
        K::Change { term, with, .. } => {
            v.visit_term(term);
            with.iter_mut().for_each(|t| v.visit_term(t));
        }
        K::Generalize { args, .. } => args.iter_mut().for_each(|a| v.visit_term(&mut a.term)),
        K::Have(d) | K::HaveI(d) | K::Let(d) | K::LetI(d) | K::Replace(d) => let_decl(v, d),
        K::Suffices { ty, value, .. } => {
            v.visit_term(ty);
            value.iter_mut().for_each(|t| v.visit_term(t));
        }
        K::ByContra(_, t) | K::Split(t, _) => t.iter_mut().for_each(|t| v.visit_term(t)),
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
        | K::Case { body: s, .. }
        | K::Next(_, s)
        | K::Iterate(_, s)
        | K::Within(_, s)
        | K::SetOptionIn(_, s)
        | K::OpenIn(_, s)
        | K::Paren(s)
        | K::Braces(s)
        | K::Bullet(s) => seq(v, s),
        K::Rename(rs) => rs.iter_mut().for_each(|(t, _)| v.visit_term(t)),
        K::Calc(steps) => calc(v, steps),
        K::Match(m) => {
            m.motive.iter_mut().for_each(|t| v.visit_term(t));
            discrs(v, &mut m.discrs);
            tactic_alts(v, &mut m.alts);
        }
        K::If { cond, then, els, .. } => {
            v.visit_term(cond);
            alt_rhs(v, then);
            els.iter_mut().for_each(|r| alt_rhs(v, r));
        }
        K::AndThen(a, b) | K::OrElse(a, b) => {
            v.visit_tactic(a);
            v.visit_tactic(b);
        }
        K::Intros(_)
        | K::Constructor
        | K::Left
        | K::Right
        | K::Assumption
        | K::Contradiction
        | K::Exfalso
        | K::Injections(_)
        | K::SubstVars
        | K::Rfl
        | K::Symm(_)
        | K::Unfold(..)
        | K::Delta(..)
        | K::NativeDecide
        | K::Trivial
        | K::InferInstance
        | K::RenameI(_)
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
        | K::LibrarySearch(..)
        | K::Unsupported { .. }
        | K::Other { .. } => {}
    }
}

/// Visits what is directly below a command.
pub fn walk_command<V: VisitMut + ?Sized>(v: &mut V, c: &mut Command) {
    match &mut c.kind {
        CommandKind::Variable(bs) | CommandKind::Omit(bs) => binders(v, bs),
        CommandKind::Def(d) => {
            d.priority.iter_mut().for_each(|t| v.visit_term(t));
            binders(v, &mut d.binders);
            d.ty.iter_mut().for_each(|t| v.visit_term(t));
            body(v, &mut d.body);
            local_defs(v, &mut d.where_decls);
            termination(v, &mut d.termination);
        }
        CommandKind::Inductive(d) => {
            binders(v, &mut d.binders);
            d.ty.iter_mut().for_each(|t| v.visit_term(t));
            for c in &mut d.ctors {
                binders(v, &mut c.binders);
                c.ty.iter_mut().for_each(|t| v.visit_term(t));
            }
        }
        CommandKind::Structure(d) => {
            binders(v, &mut d.binders);
            d.parents.iter_mut().for_each(|p| v.visit_term(&mut p.ty));
            d.ty.iter_mut().for_each(|t| v.visit_term(t));
            for f in &mut d.fields {
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
        CommandKind::Prelude
        | CommandKind::Import(_)
        | CommandKind::Namespace(_)
        | CommandKind::Section { .. }
        | CommandKind::End(_)
        | CommandKind::Open(_)
        | CommandKind::Export(..)
        | CommandKind::Universe(_)
        | CommandKind::Include(_)
        | CommandKind::Attribute(..)
        | CommandKind::DerivingInstance(..)
        | CommandKind::SetOption(_)
        | CommandKind::Notation { .. }
        | CommandKind::Print(_)
        | CommandKind::PrintAxioms(_)
        | CommandKind::ModuleDoc(_)
        | CommandKind::InitQuot
        | CommandKind::Unsupported { .. } => {}
    }
}
