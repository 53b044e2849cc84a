//! Tactics that begin with a word.

use super::{P, PResult};
use crate::ast::{
    AltRhs, ArithKind, Body, CaseTag, CloserKind, ConvStep, GeneralizeArg, LetDecl, RewriteKind, SearchKind,
    SimpKind, TacticKind as K, TacticMatch, Term, TermKind,
};
use crate::lexer::Tok;
use crate::operator::MAX;

impl P<'_> {
    /// Terms without blanks inside, for as long as they stand to the right of the saved column.
    fn small_terms(&mut self) -> PResult<Vec<Term>> {
        let mut terms = Vec::new();
        while self.starts_arg() && !self.at("..") && self.col_gt() {
            terms.push(self.term(MAX)?);
        }
        Ok(terms)
    }

    fn small_terms1(&mut self) -> PResult<Vec<Term>> {
        let terms = self.small_terms()?;
        if terms.is_empty() { Err(self.unexpected("term")) } else { Ok(terms) }
    }

    /// The block of `try`, `repeat`, …: at least one tactic.
    fn seq1(&mut self) -> PResult<crate::ast::TacticSeq> {
        if !self.starts_tactic() {
            return Err(self.unexpected("tactic"));
        }
        self.tactic_seq()
    }

    pub(super) fn named_tactic(&mut self) -> PResult<K> {
        let Some(name) = self.word() else { return Err(self.unexpected("tactic")) };
        if !self.starts_tactic() {
            return Err(self.unexpected("tactic"));
        }
        if self.conv {
            return self.conv_step(name);
        }
        match name {
            "match" => {
                let (generalizing, motive, discrs) = self.match_header()?;
                let alts = self.tactic_alts()?;
                return Ok(K::Match(Box::new(TacticMatch { generalizing, motive, discrs, alts })));
            }
            "nomatch" => {
                self.bump();
                return Ok(K::NoMatch(self.comma_list1(|p| p.term(0))?));
            }
            "have" | "haveI" | "let" | "letI" | "replace" => return self.local_tactic(name),
            _ => {}
        }
        let first = self.i;
        self.bump();
        if let Some(kind) = self.simple_tactic(name)? {
            return Ok(kind);
        }
        if let Some(kind) = self.goal_tactic(name)? {
            return Ok(kind);
        }
        if let Some(kind) = self.block_tactic(name)? {
            return Ok(kind);
        }
        if let Some(kind) = self.checking_tactic(name)? {
            return Ok(kind);
        }
        if let Some(kind) = ArithKind::of_word(name) {
            return self.arith_tactic(kind);
        }
        self.i = first + 1;
        self.skip_text(true);
        let name = name.to_owned();
        Ok(match name.as_str() {
            "run_tac" | "bv_decide" | "solve_by_elim" | "apply_assumption" | "rw_mod_cast" => {
                K::Unsupported { keyword: name }
            }
            _ => K::Other { name },
        })
    }

    /// A tactic that conversion mode has as well, its blocks being of the mode it stands in.
    pub(super) fn shared_tactic(&mut self, name: &str) -> PResult<K> {
        self.bump();
        if let Some(kind) = self.simple_tactic(name)? {
            return Ok(kind);
        }
        match self.block_tactic(name)? {
            Some(kind) => Ok(kind),
            None => Err(self.unexpected("conv")),
        }
    }

    /// Tactics that are a word alone, or a word and numbers or names.
    fn simple_tactic(&mut self, name: &str) -> PResult<Option<K>> {
        Ok(Some(match name {
            "constructor" => K::Constructor,
            "left" => K::Left,
            "right" => K::Right,
            "assumption" => K::Assumption,
            "contradiction" => K::Contradiction,
            "exfalso" => K::Exfalso,
            "rfl" | "eq_refl" => K::Rfl,
            "sleep" => {
                self.small_nat()?;
                K::Skip
            }
            "subst_vars" => K::SubstVars,
            "native_decide" => K::NativeDecide,
            "trivial" => K::Trivial,
            "infer_instance" => K::InferInstance,
            "nofun" => K::NoFun,
            "sorry" => K::Sorry,
            "plausible" => K::Plausible,
            "admit" => K::Admit,
            "trace_state" => K::TraceState,
            "skip" => K::Skip,
            "done" => K::Done,
            "swap" => K::Swap,
            "ac_rfl" => K::AcRfl,
            "and_intros" => K::AndIntros,
            "decide" => K::Decide(self.config_items()?),
            "omega" => K::Omega(self.config_items()?),
            "tauto" => K::Closer { kind: CloserKind::Tauto, lemmas: Vec::new() },
            "itauto" => K::Closer { kind: CloserKind::Itauto, lemmas: Vec::new() },
            "cc" => K::Closer { kind: CloserKind::Cc, lemmas: Vec::new() },
            "finish" => K::Closer { kind: CloserKind::Finish, lemmas: Vec::new() },
            "grind" => {
                self.config_items()?;
                let lemmas = if self.eat("[") { self.comma_list("]", |p| p.term(0))? } else { Vec::new() };
                K::Closer { kind: CloserKind::Grind, lemmas }
            }
            "rotate_left" => K::RotateLeft(self.opt_small_nat()?),
            "rotate_right" => K::RotateRight(self.opt_small_nat()?),
            "congr" => K::Congr(self.opt_small_nat()?),
            "intros" => K::Intros(self.binder_names()),
            "injections" => K::Injections(self.binder_names()),
            "rename_i" => K::RenameI(self.binder_names()),
            "fail" => {
                K::Fail(if self.kind() == Tok::Str && self.col_gt() { Some(self.string()?) } else { None })
            }
            _ => return Ok(None),
        }))
    }

    /// Tactics with terms, patterns and locations.
    fn goal_tactic(&mut self, name: &str) -> PResult<Option<K>> {
        Ok(Some(match name {
            "intro" => {
                if self.at("|") {
                    return Ok(Some(K::IntroMatch(self.tactic_alts()?)));
                }
                K::Intro(self.small_terms()?)
            }
            "rintro" => K::Rintro(self.rcases_pats()?),
            "exact" => K::Exact(self.term(0)?),
            "apply" | "eapply" => K::Apply(self.term(0)?),
            "refine" => K::Refine(self.term(0)?),
            "refine'" => K::RefinePrime(self.term(0)?),
            "exists" => K::Exists(self.comma_list1(|p| p.term(0))?),
            "specialize" => K::Specialize(self.term(0)?),
            "cases" => {
                let targets = self.comma_list1(P::discr)?;
                let using = if self.eat("using") { Some(self.ident()?) } else { None };
                K::Cases { targets, using, alts: self.induction_alts()? }
            }
            "induction" => {
                let targets = self.comma_list1(P::discr)?;
                let using = if self.eat("using") { Some(self.ident()?) } else { None };
                let generalizing = if self.eat("generalizing") { self.idents1()? } else { Vec::new() };
                K::Induction { targets, using, generalizing, alts: self.induction_alts()? }
            }
            "fun_cases" | "fun_induction" => {
                let cases = name == "fun_cases";
                let call = self.term(0)?;
                let generalizing = if self.eat("generalizing") { self.idents1()? } else { Vec::new() };
                K::FunInduction { cases, call, generalizing, alts: self.induction_alts()? }
            }
            "rcases" => {
                let targets = self.comma_list1(P::discr)?;
                let pat = if self.eat("with") { Some(self.rcases_typed()?) } else { None };
                K::Rcases { targets, pat }
            }
            "obtain" => {
                let pat = if self.starts_rcases_pat() { Some(self.rcases_alts()?) } else { None };
                let ty = self.opt_type()?;
                let values = if self.eat(":=") { self.comma_list1(|p| p.term(0))? } else { Vec::new() };
                if ty.is_none() && values.is_empty() {
                    return Err(self.unexpected("':=' or ':'"));
                }
                K::Obtain { pat, ty, values }
            }
            "injection" => {
                let e = self.term(0)?;
                let names = if self.eat("with") { self.binder_names() } else { Vec::new() };
                K::Injection(e, names)
            }
            "subst" => K::Subst(self.small_terms1()?),
            "revert" => K::Revert(self.small_terms1()?),
            "clear" => K::Clear(self.small_terms1()?),
            "funext" => K::Funext(self.small_terms()?),
            "symm" => K::Symm(self.opt_location()?),
            "exact?" => K::LibrarySearch(SearchKind::Exact, None),
            "apply?" => K::LibrarySearch(SearchKind::Apply, None),
            "rw?" => K::LibrarySearch(SearchKind::Rewrite, self.opt_location()?),
            "unfold" => K::Unfold(self.idents1()?, self.opt_location()?),
            "delta" => K::Delta(self.idents1()?, self.opt_location()?),
            "rewrite" => self.rewrite(RewriteKind::Rewrite)?,
            "rw" => self.rewrite(RewriteKind::Rw)?,
            "rwa" => self.rewrite(RewriteKind::Rwa)?,
            "erw" => self.rewrite(RewriteKind::Erw)?,
            "simp" => {
                let bang = self.at("!") && self.glued(0);
                if bang {
                    self.bump();
                }
                self.simp(if bang { SimpKind::SimpBang } else { SimpKind::Simp })?
            }
            "simp!" => self.simp(SimpKind::SimpBang)?,
            "simp?" => self.simp(SimpKind::SimpQuestion)?,
            "simp_all" | "simp_all!" => self.simp(SimpKind::SimpAll)?,
            "simp_all?" => self.simp(SimpKind::SimpAllQuestion)?,
            "simp_arith" => self.simp(SimpKind::SimpArith)?,
            "dsimp" | "dsimp!" => self.simp(SimpKind::Dsimp)?,
            "norm_num" => self.simp(SimpKind::NormNum)?,
            "dsimp?" => self.simp(SimpKind::DsimpQuestion)?,
            "simpa" => self.simp(SimpKind::Simpa)?,
            "simpa!" => self.simp(SimpKind::SimpaBang)?,
            "simpa?" => self.simp(SimpKind::SimpaQuestion)?,
            "change" => {
                let term = self.term(0)?;
                let with = if self.eat("with") { Some(self.term(0)?) } else { None };
                K::Change { term, with, location: self.opt_location()? }
            }
            "show" => {
                let ty = self.term(0)?;
                if self.at_any(&["from", "by"]) { K::ShowFrom(ty, self.show_value()?) } else { K::Show(ty) }
            }
            "suffices" => {
                let name = self.opt_hyp();
                let ty = self.term(0)?;
                let value = if self.at_any(&["from", "by"]) { Some(self.show_value()?) } else { None };
                K::Suffices { name, ty, value }
            }
            "generalize" => {
                let args = self.comma_list1(P::generalize_arg)?;
                K::Generalize { args, location: self.opt_location()? }
            }
            "ext" => {
                let pats = self.rcases_pats()?;
                let depth = if self.eat(":") { Some(self.small_nat()?) } else { None };
                K::Ext { pats, depth }
            }
            "ext1" => K::Ext { pats: self.rcases_pats()?, depth: Some(1) },
            "by_cases" => {
                let hyp = self.opt_hyp();
                K::ByCases(hyp, self.term(0)?)
            }
            "by_contra" => {
                let name = if self.col_gt() { self.opt_binder_name() } else { None };
                K::ByContra(name, self.opt_type()?)
            }
            "split" => {
                let term = if self.starts_arg() && self.col_gt() { Some(self.term(0)?) } else { None };
                K::Split(term, self.opt_location()?)
            }
            "exacts" => {
                self.expect("[")?;
                K::Exacts(self.comma_list("]", |p| p.term(0))?)
            }
            "rename" => K::Rename(self.comma_list1(|p| {
                let t = p.term(0)?;
                p.expect("=>")?;
                Ok((t, p.ident()?))
            })?),
            "calc" => K::Calc(self.calc_steps()?),
            "conv" => self.conv_tactic(None)?,
            "conv_lhs" => self.conv_tactic(Some(ConvStep::Lhs))?,
            "conv_rhs" => self.conv_tactic(Some(ConvStep::Rhs))?,
            "trace" | "dbg_trace" => K::Trace(self.string()?),
            _ => return Ok(None),
        }))
    }

    /// `ring`, `ring_nf at h`, `linarith only [h]`, `interval_cases x`, …
    fn arith_tactic(&mut self, kind: ArithKind) -> PResult<K> {
        let takes_list = matches!(kind, ArithKind::Linarith | ArithKind::Nlinarith);
        let only = takes_list && self.eat_word("only");
        let args = if takes_list && self.at("[") {
            self.bump();
            self.comma_list("]", |p| p.term(0))?
        } else if kind == ArithKind::IntervalCases {
            self.small_terms()?
        } else {
            Vec::new()
        };
        let location = if kind == ArithKind::RingNf { self.opt_location()? } else { None };
        Ok(K::Arith { kind, only, args, location })
    }

    /// Tactics around blocks of tactics.
    fn block_tactic(&mut self, name: &str) -> PResult<Option<K>> {
        Ok(Some(match name {
            "try" => K::Try(self.seq1()?),
            "repeat" => K::Repeat(self.seq1()?),
            "repeat'" => K::RepeatPrime(self.seq1()?),
            "repeat1'" => K::Repeat1Prime(self.seq1()?),
            "all_goals" => K::AllGoals(self.seq1()?),
            "any_goals" => K::AnyGoals(self.seq1()?),
            "focus" => K::Focus(self.seq1()?),
            "iterate" => {
                let n = self.opt_small_nat()?;
                K::Iterate(n, self.seq1()?)
            }
            "first" => K::First(self.bar_seqs()?),
            "solve" => K::Solve(self.bar_seqs()?),
            "classical"
            | "unhygienic"
            | "with_reducible"
            | "with_reducible_and_instances"
            | "with_unfolding_all"
            | "show_term"
            | "checkpoint" => K::Within(name.to_owned(), self.seq1()?),
            "case" | "case'" => {
                let mut tags = Vec::new();
                loop {
                    let tag = self.binder_name()?;
                    let mut names = Vec::new();
                    while let Some(n) = self.opt_binder_name() {
                        names.push(n);
                    }
                    tags.push(CaseTag { tag, names });
                    if !self.eat("|") {
                        break;
                    }
                }
                self.expect("=>")?;
                K::Case { prime: name == "case'", tags, body: self.tactic_seq()? }
            }
            "next" => {
                let mut names = Vec::new();
                while let Some(n) = self.opt_binder_name() {
                    names.push(n);
                }
                self.expect("=>")?;
                K::Next(names, self.tactic_seq()?)
            }
            "if" => {
                let hyp = self.opt_hyp();
                let cond = self.term(0)?;
                self.expect("then")?;
                let then = self.alt_rhs()?;
                let els: Option<AltRhs> = if self.eat("else") { Some(self.alt_rhs()?) } else { None };
                K::If { hyp, cond, then, els }
            }
            "open" => {
                let open = self.open_decl()?;
                self.expect("in")?;
                let seq = self.with_open(&open, P::seq1)?;
                K::OpenIn(open, seq)
            }
            "set_option" => {
                let option = self.set_option()?;
                self.expect("in")?;
                K::SetOptionIn(option, self.seq1()?)
            }
            _ => return Ok(None),
        }))
    }

    fn local_tactic(&mut self, name: &str) -> PResult<K> {
        let is_have = name != "let" && name != "letI";
        let start = self.bump().span.start;
        let next = self.peek();
        let after = self.ahead(1).kind;
        if name == "let"
            && self.text(next) == "rec"
            && matches!(after, Tok::Ident | Tok::Doc | Tok::Sym("@["))
        {
            // The goal with the functions in scope is the body of the term.
            self.bump();
            let decls = self.comma_list1(P::local_def)?;
            let span = self.since(start);
            let body = Box::new(Term { kind: TermKind::SyntheticHole(None), span });
            return Ok(K::Refine(Term { kind: TermKind::LetRec { decls, body }, span }));
        }
        let decl: LetDecl = self.let_decl(is_have, true)?;
        if !is_have && matches!(decl.body, Body::None) {
            return Err(self.unexpected("':=' or '|'"));
        }
        Ok(match name {
            "have" => K::Have(decl),
            "haveI" => K::HaveI(decl),
            "let" => K::Let(decl),
            "letI" => K::LetI(decl),
            _ => K::Replace(decl),
        })
    }

    /// `h : e = x`
    fn generalize_arg(&mut self) -> PResult<GeneralizeArg> {
        let hyp = self.opt_hyp();
        let whole = self.term(0)?;
        if let TermKind::Binop { op: "=", lhs, rhs, .. } = whole.kind {
            let Some(name) = rhs.as_ident().cloned() else {
                let span = rhs.span;
                return Err(crate::SyntaxError { span, message: "expected identifier".to_owned() });
            };
            return Ok(GeneralizeArg { hyp, term: *lhs, var: Some(crate::ast::BinderName::Ident(name)) });
        }
        Ok(GeneralizeArg { hyp, term: whole, var: None })
    }
}
