//! `conv` blocks.

use super::{P, PResult};
use crate::ast::{
    ConvArg, ConvBlock, ConvOccs, ConvPattern, ConvStep, EnterArg, RewriteKind, SimpKind, TacticKind as K,
};
use crate::lexer::Tok;

impl P<'_> {
    /// Runs `f` where blocks hold steps of conversion mode, or tactics again.
    pub(super) fn in_conv<T>(&mut self, conv: bool, f: impl FnOnce(&mut Self) -> PResult<T>) -> PResult<T> {
        let outer = std::mem::replace(&mut self.conv, conv);
        let result = f(self);
        self.conv = outer;
        result
    }

    /// `conv at h in p => steps`, behind its first word.
    pub(super) fn conv_tactic(&mut self, side: Option<ConvStep>) -> PResult<K> {
        let at = if self.eat("at") { Some(self.ident()?) } else { None };
        let pattern = if self.eat("in") { Some(self.conv_pattern()?) } else { None };
        self.expect("=>")?;
        let body = self.in_conv(true, |p| p.tactic_seq())?;
        if body.tactics.is_empty() {
            return Err(self.unexpected("conv"));
        }
        Ok(K::Conv(Box::new(ConvBlock { at, side, pattern, body })))
    }

    /// `(occs := 1 3) p`
    fn conv_pattern(&mut self) -> PResult<ConvPattern> {
        let mut occs = ConvOccs::Only(vec![1]);
        if self.at("(") && matches!(self.ahead(1).kind, Tok::Ident) && self.ahead_is(2, ":=") {
            let t = self.ahead(1);
            if self.text(t) == "occs" {
                self.skip(3);
                if self.eat("*") {
                    occs = ConvOccs::All;
                } else {
                    let mut list = vec![self.small_nat()?];
                    while self.kind() == Tok::Nat {
                        list.push(self.small_nat()?);
                    }
                    occs = ConvOccs::Only(list);
                }
                self.expect(")")?;
            }
        }
        Ok(ConvPattern { occs, term: self.term(0)? })
    }

    /// `1`, `-1`, `@2`
    fn conv_arg(&mut self) -> PResult<ConvArg> {
        let all = self.eat("@");
        let sign = if self.eat("-") { -1 } else { 1 };
        Ok(ConvArg { all, index: sign * i64::from(self.small_nat()?) })
    }

    fn enter_arg(&mut self) -> PResult<EnterArg> {
        if self.eat("in") {
            return Ok(EnterArg::Pattern(self.conv_pattern()?));
        }
        match self.opt_binder_name() {
            Some(x) => Ok(EnterArg::Binder(x)),
            None => self.conv_arg().map(EnterArg::Arg),
        }
    }

    /// A step of conversion mode, at its first word. Blocks around steps are read as those around tactics.
    pub(super) fn conv_step(&mut self, name: &str) -> PResult<K> {
        let first = self.i;
        self.bump();
        let step = |s| Ok(K::ConvStep(Box::new(s)));
        match name {
            "lhs" | "left" => step(ConvStep::Lhs),
            "rhs" | "right" => step(ConvStep::Rhs),
            "fun" => step(ConvStep::Fun),
            "congr" | "args" => step(ConvStep::Congr),
            "arg" => {
                let arg = self.conv_arg()?;
                step(ConvStep::Arg(arg))
            }
            "ext" | "intro" => {
                let names = self.binder_names();
                step(ConvStep::Ext(names))
            }
            "enter" => {
                self.expect("[")?;
                let args = self.comma_list("]", P::enter_arg)?;
                step(ConvStep::Enter(args))
            }
            "pattern" => {
                let pattern = self.conv_pattern()?;
                step(ConvStep::Pattern(pattern))
            }
            "whnf" => step(ConvStep::Whnf),
            "reduce" => step(ConvStep::Reduce),
            "zeta" => step(ConvStep::Zeta),
            "simp_match" => step(ConvStep::SimpMatch),
            "change" => {
                let term = self.term(0)?;
                step(ConvStep::Change(term))
            }
            "tactic" | "tactic'" => {
                self.expect("=>")?;
                let seq = self.in_conv(false, |p| p.tactic_seq())?;
                step(ConvStep::Tactic(seq))
            }
            "conv" | "conv'" => {
                self.expect("=>")?;
                let seq = self.tactic_seq()?;
                step(ConvStep::Nested(seq))
            }
            "apply" | "exact" => {
                // Short for `tactic => apply e`.
                let start = self.toks.get(first).map_or(0, |t| t.span.start);
                let term = self.term(0)?;
                let kind = if name == "apply" { K::Apply(term) } else { K::Exact(term) };
                let span = self.since(start);
                let tactics = vec![crate::ast::Tactic { kind, span }];
                step(ConvStep::Tactic(crate::ast::TacticSeq { tactics, span }))
            }
            "rw" | "rewrite" => self.rewrite(RewriteKind::Rewrite),
            "erw" => self.rewrite(RewriteKind::Erw),
            "simp" => self.simp(SimpKind::Simp),
            "simp!" => self.simp(SimpKind::SimpBang),
            "simp?" => self.simp(SimpKind::SimpQuestion),
            "dsimp" => self.simp(SimpKind::Dsimp),
            "dsimp?" => self.simp(SimpKind::DsimpQuestion),
            "norm_num" => self.simp(SimpKind::NormNum),
            "unfold" => Ok(K::Unfold(self.idents1()?, None)),
            "delta" => Ok(K::Delta(self.idents1()?, None)),
            "rfl" => Ok(K::Rfl),
            "skip" => Ok(K::Skip),
            "done" => Ok(K::Done),
            "sorry" => Ok(K::Sorry),
            "trace_state" => Ok(K::TraceState),
            "fail" | "next" | "case" | "case'" | "first" | "try" | "repeat" | "all_goals" | "any_goals"
            | "focus" | "iterate" | "open" | "set_option" => {
                self.i = first;
                self.shared_tactic(name)
            }
            _ => {
                self.skip_text(true);
                Ok(K::Unsupported { keyword: format!("{name}' in 'conv") })
            }
        }
    }
}
