//! Trees as S-expressions: one short, exact line for each, for tests and for looking at what was read.

use crate::ast::*;
use std::fmt::Write;

/// A term as an S-expression.
///
/// ```
/// let table = turnstile_syntax::NotationTable::new();
/// let term = turnstile_syntax::parse_term("f x + 1 ≤ y", &table).unwrap();
/// assert_eq!(turnstile_syntax::sexpr_term(&term), "(≤ (+ (f x) 1) y)");
/// ```
#[must_use]
pub fn sexpr_term(t: &Term) -> String {
    stacker::maybe_grow(64 * 1024, 2 * 1024 * 1024, || term(t))
}

/// A block of tactics as an S-expression.
#[must_use]
pub fn sexpr_tactics(s: &TacticSeq) -> String {
    format!("{{{}}}", join(&s.tactics, "; ", tactic))
}

/// A command as an S-expression.
#[must_use]
pub fn sexpr_command(c: &Command) -> String {
    command(c)
}

fn join<T>(items: &[T], sep: &str, f: impl Fn(&T) -> String) -> String {
    items.iter().map(f).collect::<Vec<_>>().join(sep)
}

fn terms(ts: &[Term]) -> String {
    join(ts, " ", sexpr_term)
}

fn opt<T>(prefix: &str, x: Option<&T>, f: impl Fn(&T) -> String) -> String {
    x.map_or_else(String::new, |x| format!("{prefix}{}", f(x)))
}

fn name(n: &BinderName) -> String {
    n.ident().map_or_else(|| "_".to_owned(), Ident::text)
}

fn hyp(n: Option<&BinderName>) -> String {
    opt("", n, |n| format!("{}: ", name(n)))
}

fn levels(ls: &[Level]) -> String {
    format!(".{{{}}}", join(ls, " ", level))
}

fn level(l: &Level) -> String {
    match &l.kind {
        LevelKind::Hole => "_".to_owned(),
        LevelKind::Num(n) => n.to_string(),
        LevelKind::Ident(i) => i.text(),
        LevelKind::Add(l, n) => format!("(+ {} {n})", level(l)),
        LevelKind::Max(ls) => format!("(max {})", join(ls, " ", level)),
        LevelKind::IMax(ls) => format!("(imax {})", join(ls, " ", level)),
        LevelKind::Paren(l) => level(l),
    }
}

fn binder(b: &Binder) -> String {
    let (open, close) = match b.kind {
        BinderKind::Explicit if b.ty.is_none() && b.default.is_none() => return join(&b.names, " ", name),
        BinderKind::Explicit => ("(", ")"),
        BinderKind::Implicit => ("{", "}"),
        BinderKind::StrictImplicit => ("⦃", "⦄"),
        BinderKind::Instance => ("[", "]"),
    };
    let names = join(&b.names, " ", name);
    let ty = opt(if names.is_empty() { "" } else { ":" }, b.ty.as_ref(), sexpr_term);
    format!("{open}{names}{ty}{}{close}", opt(":=", b.default.as_ref(), sexpr_term))
}

fn binders(bs: &[Binder]) -> String {
    join(bs, " ", binder)
}

fn fun_binder(b: &FunBinder) -> String {
    match b {
        FunBinder::Binder(b) => binder(b),
        FunBinder::Pattern(t) => sexpr_term(t),
    }
}

fn pred(p: &BinderPred) -> String {
    format!("{}{}", p.op, sexpr_term(&p.rhs))
}

fn patterns(ps: &[Vec<Term>]) -> String {
    join(ps, " ", |p| format!("| {}", join(p, ", ", sexpr_term)))
}

fn alts(alts: &[MatchAlt]) -> String {
    join(alts, " ", |a| format!("[{} => {}]", patterns(&a.patterns), sexpr_term(&a.rhs)))
}

fn body(b: &Body) -> String {
    match b {
        Body::None => String::new(),
        Body::Value(t) => format!(" := {}", sexpr_term(t)),
        Body::Alts(a) => format!(" {}", alts(a)),
        Body::Fields(f) => format!(" where {{{}}}", join(f, ", ", field)),
    }
}

fn field(f: &FieldVal) -> String {
    let path = join(&f.path, ".", |f| f.name.clone());
    let bs = if f.binders.is_empty() { String::new() } else { format!(" {}", binders(&f.binders)) };
    format!("{path}{bs}{}{}", opt(" : ", f.ty.as_ref(), sexpr_term), body(&f.body))
}

fn signature(bs: &[Binder], ty: Option<&Term>) -> String {
    let bs = if bs.is_empty() { String::new() } else { format!(" {}", binders(bs)) };
    format!("{bs}{}", opt(" : ", ty, sexpr_term))
}

fn let_decl(d: &LetDecl) -> String {
    let target = match &d.target {
        LetTarget::Name(n) => name(n),
        LetTarget::Pattern(t) => sexpr_term(t),
        LetTarget::Anonymous => "this".to_owned(),
    };
    format!("{target}{}{}", signature(&d.binders, d.ty.as_ref()), body(&d.body))
}

fn local_def(d: &LocalDef) -> String {
    format!(
        "{}{}{}{}",
        d.name,
        signature(&d.binders, d.ty.as_ref()),
        body(&d.body),
        termination(&d.termination)
    )
}

fn discr(d: &MatchDiscr) -> String {
    format!("{}{}", hyp(d.hyp.as_ref()), sexpr_term(&d.term))
}

fn header(generalizing: Option<bool>, motive: Option<&Term>, discrs: &[MatchDiscr]) -> String {
    let g = opt("", generalizing.as_ref(), |g| format!("(generalizing {g}) "));
    format!("{g}{}{}", opt("", motive, |m| format!("(motive {}) ", sexpr_term(m))), join(discrs, ", ", discr))
}

fn calc(steps: &[CalcStep]) -> String {
    join(steps, "; ", |s| format!("{}{}", sexpr_term(&s.rel), opt(" := ", s.proof.as_ref(), sexpr_term)))
}

fn arg(a: &Arg) -> String {
    match a {
        Arg::Positional(t) => sexpr_term(t),
        Arg::Named { name, value, .. } => format!("({name} := {})", sexpr_term(value)),
    }
}

fn open(o: &OpenDecl) -> String {
    let idents = |ids: &[Ident]| join(ids, " ", Ident::text);
    match &o.kind {
        OpenKind::Simple(ns) => idents(ns),
        OpenKind::Scoped(ns) => format!("scoped {}", idents(ns)),
        OpenKind::Only(n, only) => format!("{n} ({})", idents(only)),
        OpenKind::Hiding(n, hidden) => format!("{n} hiding {}", idents(hidden)),
        OpenKind::Renaming(n, rs) => {
            format!("{n} renaming {}", join(rs, ", ", |(a, b)| format!("{a} → {b}")))
        }
    }
}

fn nat(n: &NatLit) -> String {
    let prefix = match n.radix {
        2 => "0b",
        8 => "0o",
        16 => "0x",
        _ => "",
    };
    format!("{prefix}{}", n.digits)
}

fn macro_node(n: &crate::macros::MacroNode) -> String {
    format!("(macro {} {})", n.rule.0, join(&n.args, " ", macro_arg))
}

fn macro_arg(a: &crate::macros::MacroArg) -> String {
    use crate::macros::MacroArg as A;
    match a {
        A::Term(t) => sexpr_term(t),
        A::Ident(i) => i.text(),
        A::Tactic(t) => tactic(t),
        A::Seq(s) => sexpr_tactics(s),
        A::Node(n) => macro_node(n),
        A::Optional(None) => "()".to_owned(),
        A::Optional(Some(args)) => format!("({})", join(args, " ", macro_arg)),
        A::Many(items) => format!("[{}]", join(items, ", ", |i| join(i, " ", macro_arg))),
        A::Hole(h) => h.clone(),
    }
}

fn term(t: &Term) -> String {
    use TermKind as K;
    match &t.kind {
        K::Ident { name, levels: ls } => format!("{name}{}", opt("", ls.as_ref(), |l| levels(l))),
        K::Explicit(t) => format!("@{}", sexpr_term(t)),
        K::Hole => "_".to_owned(),
        K::SyntheticHole(n) => format!("?{}", n.as_ref().map_or_else(|| "_".to_owned(), Ident::text)),
        K::Cdot(n) => format!("·{n}"),
        K::CdotFun { arity, body } => format!("(cdot {arity} {})", sexpr_term(body)),
        K::App { func, args, ellipsis } => {
            let mut out = format!("({}", sexpr_term(func));
            for a in args {
                let _ = write!(out, " {}", arg(a));
            }
            out + if *ellipsis { " ..)" } else { ")" }
        }
        K::Fun { binders, body } => {
            format!("(fun {} => {})", join(binders, " ", fun_binder), sexpr_term(body))
        }
        K::FunMatch(a) => format!("(fun {})", alts(a)),
        K::Forall { binders: bs, pred: p, body } => {
            format!("(∀ {}{}, {})", binders(bs), opt(" ", p.as_ref(), pred), sexpr_term(body))
        }
        K::Exists { unique, binders: bs, pred: p, body } => {
            let q = if *unique { "∃!" } else { "∃" };
            format!("({q} {}{}, {})", binders(bs), opt(" ", p.as_ref(), pred), sexpr_term(body))
        }
        K::Arrow(a, b) => format!("(→ {} {})", sexpr_term(a), sexpr_term(b)),
        K::DepArrow { binder: b, body } => format!("(→ {} {})", binder(b), sexpr_term(body)),
        K::Sigma { prime, binder: b, body } => {
            format!("({} {} {})", if *prime { "×'" } else { "×" }, binder(b), sexpr_term(body))
        }
        K::Let { kind, decl, body } => {
            let k = format!("{kind:?}").to_lowercase();
            format!("({k} {}; {})", let_decl(decl), sexpr_term(body))
        }
        K::LetRec { decls, body } => {
            format!("(letrec {}; {})", join(decls, ", ", local_def), sexpr_term(body))
        }
        K::Show { ty, value } => format!("(show {} from {})", sexpr_term(ty), sexpr_term(value)),
        K::Suffices { name, ty, value, body } => {
            let h = hyp(name.as_ref());
            format!("(suffices {h}{} from {}; {})", sexpr_term(ty), sexpr_term(value), sexpr_term(body))
        }
        K::If { hyp: h, cond, then, els } => {
            let h = hyp(h.as_ref());
            format!("(if {h}{} {} {})", sexpr_term(cond), sexpr_term(then), sexpr_term(els))
        }
        K::BIf { cond, then, els } => {
            format!("(bif {} {} {})", sexpr_term(cond), sexpr_term(then), sexpr_term(els))
        }
        K::IfLet { pat, value, then, els } => format!(
            "(iflet {} := {} {} {})",
            sexpr_term(pat),
            sexpr_term(value),
            sexpr_term(then),
            sexpr_term(els)
        ),
        K::Match(m) => {
            format!("(match {} {})", header(m.generalizing, m.motive.as_ref(), &m.discrs), alts(&m.alts))
        }
        K::NoMatch(ts) => format!("(nomatch {})", terms(ts)),
        K::NoFun => "nofun".to_owned(),
        K::By(s) => format!("(by {})", sexpr_tactics(s)),
        K::Calc(steps) => format!("(calc {})", calc(steps)),
        K::AnonCtor(ts) => format!("⟨{}⟩", join(ts, ", ", sexpr_term)),
        K::Tuple(ts) => format!("(tuple {})", terms(ts)),
        K::Unit => "()".to_owned(),
        K::Paren(t) => format!("(paren {})", sexpr_term(t)),
        K::Ascription(t, ty) => format!("(: {}{})", sexpr_term(t), opt(" ", ty.as_ref(), |t| sexpr_term(t))),
        K::List(ts) => format!("[{}]", join(ts, ", ", sexpr_term)),
        K::Array(ts) => format!("#[{}]", join(ts, ", ", sexpr_term)),
        K::SetLit(ts) => format!("(set {})", terms(ts)),
        K::StructInst(s) => {
            let from =
                if s.sources.is_empty() { String::new() } else { format!("{} with ", terms(&s.sources)) };
            let dots = if s.ellipsis { " .." } else { "" };
            format!(
                "{{{from}{}{dots}{}}}",
                join(&s.fields, ", ", field),
                opt(" : ", s.ty.as_ref(), sexpr_term)
            )
        }
        K::Subtype { name: n, ty, pred } => {
            format!("{{{}{} // {}}}", name(n), opt(" : ", ty.as_ref(), |t| sexpr_term(t)), sexpr_term(pred))
        }
        K::Proj(t, f) => format!("(proj {} {})", sexpr_term(t), f.name),
        K::PipeProj { term, field, args } => {
            let args = args.iter().map(|a| format!(" {}", arg(a))).collect::<String>();
            format!("(|>. {} {}{args})", sexpr_term(term), field.name)
        }
        K::DotIdent(i) => format!(".{i}"),
        K::Sort { kind, level: l } => {
            let k = match kind {
                SortKind::Prop => "Prop",
                SortKind::Type => "Type",
                SortKind::Sort => "Sort",
                SortKind::TypeStar => "Type*",
                SortKind::SortStar => "Sort*",
            };
            l.as_ref().map_or_else(|| k.to_owned(), |l| format!("({k} {})", level(l)))
        }
        K::Num(n) => nat(n),
        K::RawNat(n) => format!("(nat_lit {})", nat(n)),
        K::Scientific(s) => format!("{}e{}{}", s.mantissa, if s.negative { "-" } else { "" }, s.exponent),
        K::Str(s) => format!("{s:?}"),
        K::Char(c) => format!("{c:?}"),
        K::NameLit(i) => format!("`{i}"),
        K::Interpolated { prefix, parts } => {
            let parts = join(parts, " ", |p| match p {
                InterpPart::Text(s) => format!("{s:?}"),
                InterpPart::Term(t) => sexpr_term(t),
            });
            format!("({prefix} {parts})")
        }
        K::AssumptionOf(t) => format!("‹{}›", sexpr_term(t)),
        K::Prefix { op, arg, .. } => format!("({op} {})", sexpr_term(arg)),
        K::Postfix { op, arg, .. } => format!("({} {op})", sexpr_term(arg)),
        K::Binop { op, lhs, rhs, .. } => format!("({op} {} {})", sexpr_term(lhs), sexpr_term(rhs)),
        K::CoeFun => "(↑)".to_owned(),
        K::EmptyCollection => "∅".to_owned(),
        K::Notation { id, args } => format!("(notation{} {})", id.0, terms(args)),
        K::Index { term, index, mode, proof } => format!(
            "(index{} {} {}{})",
            match mode {
                IndexMode::Checked | IndexMode::Proof => "",
                IndexMode::Panic => "!",
                IndexMode::Optional => "?",
            },
            sexpr_term(term),
            sexpr_term(index),
            opt(" ", proof.as_ref(), |t| sexpr_term(t))
        ),
        K::NamedPat { name, hyp, pat } => {
            format!("{name}@{}{}", opt("", hyp.as_ref(), |h| format!("{h}:")), sexpr_term(pat))
        }
        K::Inaccessible(t) => format!(".({})", sexpr_term(t)),
        K::QuotMk(t) => format!("⟦{}⟧", sexpr_term(t)),
        K::OpenIn(o, t) => format!("(open {} in {})", open(o), sexpr_term(t)),
        K::SetOptionIn(o, t) => format!("(set_option {} {} in {})", o.name, o.value, sexpr_term(t)),
        K::Macro(n) => macro_node(n),
        K::Sorry => "sorry".to_owned(),
        K::Do(s) => format!("(do {})", do_seq(s)),
        K::TypeOf(t) => format!("(type_of {})", sexpr_term(t)),
        K::NestedAction(t) => format!("(← {})", sexpr_term(t)),
        K::Range { start, stop, step } => format!(
            "[{}:{}{}]",
            opt("", start.as_deref(), sexpr_term),
            sexpr_term(stop),
            opt(":", step.as_deref(), sexpr_term)
        ),
        K::Unsupported { keyword } => format!("(unsupported {keyword})"),
    }
}

fn names(ns: &[BinderName]) -> String {
    ns.iter().map(|n| format!(" {}", name(n))).collect()
}

fn rcases(p: &RcasesPat) -> String {
    match &p.kind {
        RcasesKind::Name(i) => i.text(),
        RcasesKind::Hole => "_".to_owned(),
        RcasesKind::Clear => "-".to_owned(),
        RcasesKind::Explicit(p) => format!("@{}", rcases(p)),
        RcasesKind::Tuple(ps) => format!("⟨{}⟩", join(ps, ", ", rcases)),
        RcasesKind::Alts(ps) => format!("({})", join(ps, " | ", rcases)),
        RcasesKind::Typed(p, t) => format!("({} : {})", rcases(p), sexpr_term(t)),
        RcasesKind::Paren(p) => rcases(p),
    }
}

fn location(l: Option<&Location>) -> String {
    opt(" at", l, |l| {
        let hyps = l.hyps.iter().map(|h| format!(" {h}")).collect::<String>();
        format!("{}{hyps}{}", if l.all { " *" } else { "" }, if l.goal { " ⊢" } else { "" })
    })
}

fn config(items: &[ConfigItem]) -> String {
    let item = |i: &ConfigItem| match &i.kind {
        ConfigKind::On(o) => format!(" +{o}"),
        ConfigKind::Off(o) => format!(" -{o}"),
        ConfigKind::Value(o, t) => format!(" ({o} := {})", sexpr_term(t)),
    };
    items.iter().map(item).collect()
}

fn alt_rhs(r: &AltRhs) -> String {
    match r {
        AltRhs::Tactics(s) => sexpr_tactics(s),
        AltRhs::Hole(_) => "_".to_owned(),
        AltRhs::SyntheticHole(n, _) => format!("?{}", n.as_ref().map_or_else(|| "_".to_owned(), Ident::text)),
    }
}

fn tactic_alts(alts: &[TacticAlt]) -> String {
    join(alts, " ", |a| format!("[{} => {}]", patterns(&a.patterns), alt_rhs(&a.rhs)))
}

fn induction_alts(alts: Option<&InductionAlts>) -> String {
    let lhs = |l: &InductionLhs| {
        format!("| {}{}{}", if l.explicit { "@" } else { "" }, name(&l.name), names(&l.vars))
    };
    let alt =
        |a: &InductionAlt| format!("[{}{}]", join(&a.lhs, " ", lhs), opt(" => ", a.rhs.as_ref(), alt_rhs));
    opt(" with ", alts, |a| {
        format!("{}{}", opt("", a.pre.as_ref(), |t| tactic(t) + " "), join(&a.alts, " ", alt))
    })
}

fn tactic(t: &Tactic) -> String {
    stacker::maybe_grow(64 * 1024, 2 * 1024 * 1024, || format!("({})", tactic_body(t)))
}

fn tactic_body(t: &Tactic) -> String {
    use TacticKind as K;
    let one = |k: &str, t: &Term| format!("{k} {}", sexpr_term(t));
    let many = |k: &str, ts: &[Term]| format!("{k} {}", terms(ts)).trim_end().to_owned();
    let block = |k: &str, s: &TacticSeq| format!("{k} {}", sexpr_tactics(s));
    let count = |k: &str, n: &Option<u32>| format!("{k}{}", opt(" ", n.as_ref(), u32::to_string));
    match &t.kind {
        K::Intro(ts) => many("intro", ts),
        K::IntroMatch(a) => format!("intro {}", tactic_alts(a)),
        K::Intros(ns) => format!("intros{}", names(ns)),
        K::Rintro(ps) => format!("rintro {}", join(ps, " ", rcases)),
        K::Exact(t) => one("exact", t),
        K::Apply(t) => one("apply", t),
        K::Refine(t) => one("refine", t),
        K::RefinePrime(t) => one("refine'", t),
        K::Constructor => "constructor".to_owned(),
        K::Left => "left".to_owned(),
        K::Right => "right".to_owned(),
        K::Exists(ts) => many("exists", ts),
        K::Assumption => "assumption".to_owned(),
        K::Contradiction => "contradiction".to_owned(),
        K::Exfalso => "exfalso".to_owned(),
        K::Cases { targets, using, alts } => format!(
            "cases {}{}{}",
            join(targets, ", ", discr),
            opt(" using ", using.as_ref(), Ident::text),
            induction_alts(alts.as_ref())
        ),
        K::FunInduction { cases, call, generalizing, alts } => format!(
            "{} {}{}{}",
            if *cases { "fun_cases" } else { "fun_induction" },
            sexpr_term(call),
            if generalizing.is_empty() {
                String::new()
            } else {
                format!(" generalizing {}", join(generalizing, " ", Ident::text))
            },
            induction_alts(alts.as_ref())
        ),
        K::Induction { targets, using, generalizing, alts } => format!(
            "induction {}{}{}{}",
            join(targets, ", ", discr),
            opt(" using ", using.as_ref(), Ident::text),
            if generalizing.is_empty() {
                String::new()
            } else {
                format!(" generalizing {}", join(generalizing, " ", Ident::text))
            },
            induction_alts(alts.as_ref())
        ),
        K::Rcases { targets, pat } => {
            format!("rcases {}{}", join(targets, ", ", discr), opt(" with ", pat.as_ref(), rcases))
        }
        K::Obtain { pat, ty, values } => format!(
            "obtain{}{}{}",
            opt(" ", pat.as_ref(), rcases),
            opt(" : ", ty.as_ref(), sexpr_term),
            if values.is_empty() { String::new() } else { format!(" := {}", terms(values)) }
        ),
        K::Injection(t, ns) => format!("injection {}{}", sexpr_term(t), names(ns)),
        K::Injections(ns) => format!("injections{}", names(ns)),
        K::Subst(ts) => many("subst", ts),
        K::SubstVars => "subst_vars".to_owned(),
        K::Macro(n) => macro_node(n),
        K::Rfl => "rfl".to_owned(),
        K::Symm(l) => format!("symm{}", location(l.as_ref())),
        K::Rewrite { kind, config: c, rules, location: l } => {
            let rule = |r: &RewriteRule| format!("{}{}", if r.symm { "← " } else { "" }, sexpr_term(&r.term));
            let k = format!("{kind:?}").to_lowercase();
            format!("{k}{} [{}]{}", config(c), join(rules, ", ", rule), location(l.as_ref()))
        }
        K::Simp { kind, config: c, only, args, location: l, using } => {
            let item = |a: &SimpArg| match &a.kind {
                SimpArgKind::Lemma { pre, symm, term } => {
                    format!(
                        "{}{}{}",
                        if *pre { "↓" } else { "" },
                        if *symm { "← " } else { "" },
                        sexpr_term(term)
                    )
                }
                SimpArgKind::Erase(i) => format!("-{i}"),
                SimpArgKind::Star => "*".to_owned(),
            };
            format!(
                "{}{}{}{}{}{}",
                format!("{kind:?}").to_lowercase().replace("question", "?"),
                config(c),
                if *only { " only" } else { "" },
                opt("", args.as_ref(), |a| format!(" [{}]", join(a, ", ", item))),
                location(l.as_ref()),
                opt(" using ", using.as_ref(), sexpr_term)
            )
        }
        K::Unfold(ns, l) => format!("unfold {}{}", join(ns, " ", Ident::text), location(l.as_ref())),
        K::Delta(ns, l) => format!("delta {}{}", join(ns, " ", Ident::text), location(l.as_ref())),
        K::Change { term, with, location: l } => format!(
            "change {}{}{}",
            sexpr_term(term),
            opt(" with ", with.as_ref(), sexpr_term),
            location(l.as_ref())
        ),
        K::Show(t) => one("show", t),
        K::ShowFrom(t, e) => format!("show {} from {}", sexpr_term(t), sexpr_term(e)),
        K::Revert(ts) => many("revert", ts),
        K::Generalize { args, location: l } => {
            let item = |a: &GeneralizeArg| {
                format!("{}{}{}", hyp(a.hyp.as_ref()), sexpr_term(&a.term), opt(" = ", a.var.as_ref(), name))
            };
            format!("generalize {}{}", join(args, ", ", item), location(l.as_ref()))
        }
        K::Specialize(t) => one("specialize", t),
        K::Have(d) => format!("have {}", let_decl(d)),
        K::HaveI(d) => format!("haveI {}", let_decl(d)),
        K::Let(d) => format!("let {}", let_decl(d)),
        K::LetI(d) => format!("letI {}", let_decl(d)),
        K::Replace(d) => format!("replace {}", let_decl(d)),
        K::Suffices { name, ty, value } => {
            let h = hyp(name.as_ref());
            format!("suffices {h}{}{}", sexpr_term(ty), opt(" from ", value.as_ref(), sexpr_term))
        }
        K::Funext(ts) => many("funext", ts),
        K::Ext { pats, depth } => {
            format!("ext {}{}", join(pats, " ", rcases), opt(" : ", depth.as_ref(), u32::to_string))
        }
        K::ByCases(h, t) => format!("by_cases {}{}", hyp(h.as_ref()), sexpr_term(t)),
        K::ByContra(h, t) => {
            format!("by_contra{}{}", opt(" ", h.as_ref(), name), opt(" : ", t.as_ref(), sexpr_term))
        }
        K::Split(t, l) => format!("split{}{}", opt(" ", t.as_ref(), sexpr_term), location(l.as_ref())),
        K::Decide(c) => format!("decide{}", config(c)),
        K::NativeDecide => "native_decide".to_owned(),
        K::Omega(c) => format!("omega{}", config(c)),
        K::Arith { kind, only, args, location: l } => {
            let only = if *only { " only" } else { "" };
            format!("{}{only} [{}]{}", kind.word(), join(args, " ", sexpr_term), location(l.as_ref()))
        }
        K::LibrarySearch(kind, l) => {
            let name = match kind {
                SearchKind::Exact => "exact?",
                SearchKind::Apply => "apply?",
                SearchKind::Rewrite => "rw?",
            };
            format!("{name}{}", location(l.as_ref()))
        }
        K::Closer { kind, lemmas } => format!("{}{}", kind.keyword(), lemmas_list(lemmas)),
        K::Trivial => "trivial".to_owned(),
        K::InferInstance => "infer_instance".to_owned(),
        K::First(ss) => format!("first {}", join(ss, " | ", sexpr_tactics)),
        K::Solve(ss) => format!("solve {}", join(ss, " | ", sexpr_tactics)),
        K::Try(s) => block("try", s),
        K::Repeat(s) => block("repeat", s),
        K::RepeatPrime(s) => block("repeat'", s),
        K::Repeat1Prime(s) => block("repeat1'", s),
        K::AllGoals(s) => block("all_goals", s),
        K::AnyGoals(s) => block("any_goals", s),
        K::Focus(s) => block("focus", s),
        K::Case { prime, tags, body } => {
            let tags = join(tags, " | ", |t| format!("{}{}", name(&t.tag), names(&t.names)));
            format!("case{} {tags} {}", if *prime { "'" } else { "" }, sexpr_tactics(body))
        }
        K::Next(ns, s) => format!("next{} {}", names(ns), sexpr_tactics(s)),
        K::RenameI(ns) => format!("rename_i{}", names(ns)),
        K::Rename(rs) => {
            format!("rename {}", join(rs, ", ", |(t, n)| format!("{} => {n}", sexpr_term(t))))
        }
        K::Clear(ts) => many("clear", ts),
        K::Exacts(ts) => many("exacts", ts),
        K::Calc(steps) => format!("calc {}", calc(steps)),
        K::Match(m) => {
            format!("match {} {}", header(m.generalizing, m.motive.as_ref(), &m.discrs), tactic_alts(&m.alts))
        }
        K::If { hyp: h, cond, then, els } => format!(
            "if {}{} {}{}",
            hyp(h.as_ref()),
            sexpr_term(cond),
            alt_rhs(then),
            opt(" ", els.as_ref(), alt_rhs)
        ),
        K::NoFun => "nofun".to_owned(),
        K::NoMatch(ts) => many("nomatch", ts),
        K::Sorry => "sorry".to_owned(),
        K::Admit => "admit".to_owned(),
        K::Skip => "skip".to_owned(),
        K::Done => "done".to_owned(),
        K::Fail(s) => format!("fail{}", opt(" ", s.as_ref(), |s| format!("{s:?}"))),
        K::Iterate(n, s) => format!("{} {}", count("iterate", n), sexpr_tactics(s)),
        K::RotateLeft(n) => count("rotate_left", n),
        K::RotateRight(n) => count("rotate_right", n),
        K::Swap => "swap".to_owned(),
        K::AcRfl => "ac_rfl".to_owned(),
        K::Plausible => "plausible".to_owned(),
        K::Congr(n) => count("congr", n),
        K::AndIntros => "and_intros".to_owned(),
        K::Within(k, s) => block(k, s),
        K::SetOptionIn(o, s) => format!("set_option {} {} in {}", o.name, o.value, sexpr_tactics(s)),
        K::OpenIn(o, s) => format!("open {} in {}", open(o), sexpr_tactics(s)),
        K::AndThen(a, b) => format!("<;> {} {}", tactic(a), tactic(b)),
        K::OrElse(a, b) => format!("<|> {} {}", tactic(a), tactic(b)),
        K::Paren(s) => block("paren", s),
        K::Braces(s) => block("braces", s),
        K::Bullet(s) => block("·", s),
        K::Casts(c) => match c {
            CastTactic::Norm(l) => format!("norm_cast{}", location(l.as_ref())),
            CastTactic::Push(ts, l) => many("push_cast", ts) + &location(l.as_ref()),
            CastTactic::Exact(t) => one("exact_mod_cast", t),
            CastTactic::Apply(t) => one("apply_mod_cast", t),
            CastTactic::Assumption => "assumption_mod_cast".to_owned(),
        },
        K::FailIfSuccess(s) => block("fail_if_success", s),
        K::AcNf(l) => format!("ac_nf{}", location(l.as_ref())),
        K::Trans(t) => format!("trans{}", opt(" ", t.as_ref(), sexpr_term)),
        K::ClearValue(ns) => format!("clear_value {}", join(ns, " ", Ident::text)),
        K::Guard(g) => match &**g {
            Guard::Target(k, t) => format!("guard_target {k:?} {}", sexpr_term(t)),
            Guard::Hyp { name, ty, value } => {
                let part = |word: &str, p: &Option<(GuardMatch, Term)>| {
                    opt(word, p.as_ref(), |(k, t)| format!("{k:?} {}", sexpr_term(t)))
                };
                format!("guard_hyp {name}{}{}", part(" : ", ty), part(" := ", value))
            }
            Guard::Expr(a, k, b) => format!("guard_expr {} {k:?} {}", sexpr_term(a), sexpr_term(b)),
        },
        K::TraceState => "trace_state".to_owned(),
        K::Trace(s) => format!("trace {s:?}"),
        K::Conv(c) => format!(
            "conv{}{}{} {}",
            opt(" at ", c.at.as_ref(), Ident::text),
            opt(" in ", c.pattern.as_ref(), conv_pattern),
            opt(" ", c.side.as_ref(), conv_step),
            sexpr_tactics(&c.body)
        ),
        K::ConvStep(s) => conv_step(s),
        K::Unsupported { keyword } => format!("unsupported {keyword}"),
        K::Other { name } => format!("other {name}"),
    }
}

fn conv_pattern(p: &ConvPattern) -> String {
    let occs = match &p.occs {
        ConvOccs::All => "occs * ".to_owned(),
        ConvOccs::Only(list) if list == &[1] => String::new(),
        ConvOccs::Only(list) => format!("occs {} ", join(list, " ", u32::to_string)),
    };
    format!("{occs}{}", sexpr_term(&p.term))
}

fn conv_arg(a: &ConvArg) -> String {
    format!("{}{}", if a.all { "@" } else { "" }, a.index)
}

fn conv_step(s: &ConvStep) -> String {
    match s {
        ConvStep::Lhs => "lhs".to_owned(),
        ConvStep::Rhs => "rhs".to_owned(),
        ConvStep::Fun => "fun".to_owned(),
        ConvStep::Congr => "congr".to_owned(),
        ConvStep::Arg(a) => format!("arg {}", conv_arg(a)),
        ConvStep::Ext(ns) => format!("ext{}", names(ns)),
        ConvStep::Enter(args) => {
            let entry = |a: &EnterArg| match a {
                EnterArg::Arg(a) => conv_arg(a),
                EnterArg::Binder(x) => names(std::slice::from_ref(x)).trim_start().to_owned(),
                EnterArg::Pattern(p) => format!("in {}", conv_pattern(p)),
            };
            format!("enter [{}]", join(args, ", ", entry))
        }
        ConvStep::Pattern(p) => format!("pattern {}", conv_pattern(p)),
        ConvStep::Whnf => "whnf".to_owned(),
        ConvStep::Reduce => "reduce".to_owned(),
        ConvStep::Zeta => "zeta".to_owned(),
        ConvStep::SimpMatch => "simp_match".to_owned(),
        ConvStep::Change(t) => format!("change {}", sexpr_term(t)),
        ConvStep::Tactic(s) => format!("tactic {}", sexpr_tactics(s)),
        ConvStep::Nested(s) => format!("nested {}", sexpr_tactics(s)),
    }
}

fn termination(t: &Termination) -> String {
    let by = opt(" termination_by", t.termination_by.as_ref(), |b| {
        let vars = if b.vars.is_empty() { String::new() } else { format!("{} =>", names(&b.vars)) };
        let structural = if b.structural { " structural" } else { "" };
        format!("{structural}{vars}{}", opt(" ", b.body.as_ref(), sexpr_term))
    });
    format!("{by}{}", opt(" decreasing_by ", t.decreasing_by.as_ref(), sexpr_tactics))
}

fn attribute(a: &Attribute) -> String {
    let scope = match a.scope {
        Scope::Global => "",
        Scope::Local => "local ",
        Scope::Scoped => "scoped ",
    };
    let args = a.args.iter().map(|x| match x {
        AttrArg::Ident(i) => format!(" {i}"),
        AttrArg::Num(n) => format!(" {n}"),
        AttrArg::Str(s) => format!(" {s:?}"),
        AttrArg::Symbol(s) => format!(" {s}"),
    });
    format!("{}{scope}{}{}", if a.erase { "-" } else { "" }, a.name, args.collect::<String>())
}

fn modifiers(m: &Modifiers) -> String {
    let mut out = String::new();
    if let Some(d) = &m.doc {
        let _ = write!(out, "/--{}-/ ", d.text);
    }
    if !m.attrs.is_empty() {
        let _ = write!(out, "@[{}] ", join(&m.attrs, ", ", attribute));
    }
    match m.visibility {
        Visibility::Regular => {}
        v => out += &format!("{v:?} ").to_lowercase(),
    }
    for (on, word) in [
        (m.noncomputable, "noncomputable "),
        (m.is_unsafe, "unsafe "),
        (m.partial, "partial "),
        (m.nonrec, "nonrec "),
    ] {
        if on {
            out += word;
        }
    }
    out
}

fn decl_id(d: &DeclId) -> String {
    format!("{}{}", d.name, opt(".", d.levels.as_ref(), |l| format!("{{{}}}", join(l, " ", Ident::text))))
}

fn deriving(d: &[Ident]) -> String {
    if d.is_empty() { String::new() } else { format!(" deriving {}", join(d, ", ", Ident::text)) }
}

fn idents(ids: &[Ident]) -> String {
    join(ids, " ", Ident::text)
}

fn command(c: &Command) -> String {
    use CommandKind as K;
    match &c.kind {
        K::Prelude => "prelude".to_owned(),
        K::Import(n) => format!("import {n}"),
        K::Namespace(n) => format!("namespace {n}"),
        K::Section { name, noncomputable } => {
            let n = if *noncomputable { "noncomputable " } else { "" };
            format!("{n}section{}", opt(" ", name.as_ref(), Ident::text))
        }
        K::End(n) => format!("end{}", opt(" ", n.as_ref(), Ident::text)),
        K::Open(o) => format!("open {}", open(o)),
        K::Export(n, ids) => format!("export {n} ({})", idents(ids)),
        K::Universe(ids) => format!("universe {}", idents(ids)),
        K::Variable(bs) => format!("variable {}", binders(bs)),
        K::Include(ids) => format!("include {}", idents(ids)),
        K::Omit(bs) => format!("omit {}", binders(bs)),
        K::Def(d) => {
            let keyword = format!("{:?}", d.keyword).to_lowercase();
            let scope = match d.scope {
                Scope::Global => "",
                Scope::Local => "local ",
                Scope::Scoped => "scoped ",
            };
            let wheres = if d.where_decls.is_empty() {
                String::new()
            } else {
                format!(" where {{{}}}", join(&d.where_decls, "; ", local_def))
            };
            format!(
                "{}{scope}{keyword}{}{}{}{}{}{wheres}{}",
                modifiers(&d.modifiers),
                opt(" priority ", d.priority.as_ref(), sexpr_term),
                opt(" ", d.name.as_ref(), decl_id),
                signature(&d.binders, d.ty.as_ref()),
                body(&d.body),
                termination(&d.termination),
                deriving(&d.deriving)
            )
        }
        K::Macro(n) => macro_node(n),
        K::Grammar { keyword } => format!("({keyword})"),
        K::GuardMsgs { doc, command: c, .. } => {
            format!("guard_msgs {:?} {}", doc.as_ref().map(|d| d.text.trim()), command(c))
        }
        K::Inductive(d) => {
            let ctor = |c: &Ctor| {
                format!(" | {}{}{}", modifiers(&c.modifiers), c.name, signature(&c.binders, c.ty.as_ref()))
            };
            format!(
                "{}{}inductive {}{}{}{}",
                modifiers(&d.modifiers),
                if d.is_class { "class " } else { "" },
                decl_id(&d.name),
                signature(&d.binders, d.ty.as_ref()),
                join(&d.ctors, "", ctor),
                deriving(&d.deriving)
            )
        }
        K::Structure(d) => {
            let parent = |p: &Parent| {
                format!("{}{}", opt("", p.name.as_ref(), |n| format!("{n}: ")), sexpr_term(&p.ty))
            };
            let extends = if d.parents.is_empty() {
                String::new()
            } else {
                format!(" extends {}", join(&d.parents, ", ", parent))
            };
            format!(
                "{}{} {}{}{extends}{}{} {{{}}}{}",
                modifiers(&d.modifiers),
                if d.is_class { "class" } else { "structure" },
                decl_id(&d.name),
                signature(&d.binders, None),
                opt(" : ", d.ty.as_ref(), sexpr_term),
                opt(" ctor ", d.ctor.as_ref(), |c| format!("{}{}", modifiers(&c.modifiers), c.name)),
                join(&d.fields, "; ", struct_field),
                deriving(&d.deriving)
            )
        }
        K::Mutual(cs) => format!("mutual {{{}}}", join(cs, "; ", command)),
        K::Attribute(attrs, ids) => format!("attribute [{}] {}", join(attrs, ", ", attribute), idents(ids)),
        K::DerivingInstance(cs, ts) => format!("deriving instance {} for {}", idents(cs), idents(ts)),
        K::SetOption(o) => format!("set_option {} {}", o.name, o.value),
        K::Notation { modifiers: m, id, .. } => format!("{}notation{}", modifiers(m), id.0),
        K::Check(t) => format!("#check {}", sexpr_term(t)),
        K::CheckFailure(t) => format!("#check_failure {}", sexpr_term(t)),
        K::Print(n) => format!("#print {n}"),
        K::PrintAxioms(n) => format!("#print axioms {n}"),
        K::Reduce(t) => format!("#reduce {}", sexpr_term(t)),
        K::Eval(t) => format!("#eval {}", sexpr_term(t)),
        K::Synth(t) => format!("#synth {}", sexpr_term(t)),
        K::Guard(t) => format!("#guard {}", sexpr_term(t)),
        K::ModuleDoc(d) => format!("/-!{}-/", d.text),
        K::InitQuot => "init_quot".to_owned(),
        K::In(a, b) => format!("({}) in {}", command(a), command(b)),
        K::Unsupported { keyword } => format!("unsupported {keyword}"),
    }
}

fn struct_field(f: &StructField) -> String {
    let (open, close) = match f.kind {
        BinderKind::Explicit => ("", ""),
        BinderKind::Implicit => ("{", "}"),
        BinderKind::StrictImplicit => ("⦃", "⦄"),
        BinderKind::Instance => ("[", "]"),
    };
    format!(
        "{}{open}{}{}{}{close}",
        modifiers(&f.modifiers),
        idents(&f.names),
        signature(&f.binders, f.ty.as_ref()),
        opt(" := ", f.default.as_ref(), sexpr_term)
    )
}

fn lemmas_list(lemmas: &[Term]) -> String {
    if lemmas.is_empty() { String::new() } else { format!(" [{}]", join(lemmas, ", ", sexpr_term)) }
}

fn do_seq(s: &DoSeq) -> String {
    format!("{{{}}}", join(&s.items, "; ", do_item))
}

fn do_target(t: &LetTarget) -> String {
    match t {
        LetTarget::Name(n) => name(n),
        LetTarget::Pattern(p) => sexpr_term(p),
        LetTarget::Anonymous => "this".to_owned(),
    }
}

fn do_cond(c: &DoCond) -> String {
    match c {
        DoCond::Prop(h, t) => format!("{}{}", hyp(h.as_ref()), sexpr_term(t)),
        DoCond::Let(p, e) => format!("let {} := {}", sexpr_term(p), sexpr_term(e)),
        DoCond::LetArrow(p, e) => format!("let {} ← {}", sexpr_term(p), sexpr_term(e)),
    }
}

fn do_item(i: &DoItem) -> String {
    let mutable = |m: &bool| if *m { "mut " } else { "" };
    match &i.kind {
        DoKind::Let { mutable: m, decl, els } => {
            format!("let {}{}{}", mutable(m), let_decl(decl), opt(" | ", els.as_ref(), do_seq))
        }
        DoKind::LetArrow { mutable: m, target, ty, action, els } => format!(
            "let {}{}{} ← {}{}",
            mutable(m),
            do_target(target),
            opt(" : ", ty.as_ref(), sexpr_term),
            do_item(action),
            opt(" | ", els.as_ref(), do_seq)
        ),
        DoKind::Have(d) => format!("have {}", let_decl(d)),
        DoKind::Reassign { target, value, .. } => {
            format!("{} := {}", sexpr_term(target), sexpr_term(value))
        }
        DoKind::ReassignArrow { target, action } => format!("{} ← {}", sexpr_term(target), do_item(action)),
        DoKind::If { cond, then, els } => {
            format!("if {} then {}{}", do_cond(cond), do_seq(then), opt(" else ", els.as_ref(), do_seq))
        }
        DoKind::Unless(c, s) => format!("unless {} {}", sexpr_term(c), do_seq(s)),
        DoKind::For { heads, body } => {
            let head = |h: &DoFor| {
                format!("{}{} in {}", hyp(h.hyp.as_ref()), sexpr_term(&h.pat), sexpr_term(&h.coll))
            };
            format!("for {} {}", join(heads, ", ", head), do_seq(body))
        }
        DoKind::While { cond: None, body } => format!("repeat {}", do_seq(body)),
        DoKind::While { cond: Some(c), body } => format!("while {} {}", do_cond(c), do_seq(body)),
        DoKind::Match { discrs, alts } => {
            let alt = |a: &DoAlt| format!("[{} => {}]", patterns(&a.patterns), do_seq(&a.rhs));
            format!("match {} {}", join(discrs, ", ", discr), join(alts, " ", alt))
        }
        DoKind::Try { body, catches, finally } => {
            let catch = |c: &DoCatch| {
                let ty = opt(" : ", c.ty.as_ref(), sexpr_term);
                format!(" catch {}{ty} => {}", name(&c.name), do_seq(&c.body))
            };
            let finally = opt(" finally ", finally.as_ref(), do_seq);
            format!("try {}{}{finally}", do_seq(body), join(catches, "", catch))
        }
        DoKind::Return(t) => format!("return{}", opt(" ", t.as_ref(), sexpr_term)),
        DoKind::Break => "break".to_owned(),
        DoKind::Continue => "continue".to_owned(),
        DoKind::Block(s) => format!("do {}", do_seq(s)),
        DoKind::Action(t) => sexpr_term(t),
    }
}
