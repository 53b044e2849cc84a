//! `syntax`, `macro`, `macro_rules`, quotations, and uses of the rules they declare.

use super::{P, PResult};
use crate::SyntaxError;
use crate::ast::{CommandKind, Ident, Scope, Tactic, TacticKind, Term, TermKind};
use crate::lexer::{Tok, starts_command};
use crate::macros::{MacroAlt, MacroArg, MacroNode, RuleId, SyntaxItem, SyntaxRule, Template};
use crate::notation::NotationTable;
use crate::operator::{LEAD, MAX};
use std::sync::Arc;

/// How often a command may begin to read a rule that then does not fit.
const MAX_RETRIES: u32 = 20_000;

/// What a command adds to the grammar.
#[derive(Clone, Debug, Default)]
pub(super) struct Declared {
    rules: Vec<SyntaxRule>,
    macros: Vec<MacroAlt>,
    categories: Vec<String>,
}

impl Declared {
    pub(super) fn add_to(self, table: &mut NotationTable) {
        self.categories.into_iter().for_each(|c| table.add_category(c));
        for r in self.rules {
            table.add_rule(r);
        }
        self.macros.into_iter().for_each(|m| table.add_macro(m));
    }
}

impl Ident {
    /// The name of a hole, as tactics carry it.
    pub(super) fn text_of_hole(&self) -> String {
        self.parts.first().cloned().unwrap_or_default()
    }
}

impl P<'_> {
    // ---- antiquotations ----

    /// Whether `$x` is ahead, inside of a quotation.
    pub(super) fn at_antiquotation(&mut self) -> bool {
        self.quoting
            && self.at("$")
            && self.glued(1)
            && (matches!(self.ahead(1).kind, Tok::Ident | Tok::Sym("_" | "[" | "(")))
    }

    /// `$x`, `$x:term`, `$[$x],*`: an identifier that begins with `$`.
    pub(super) fn antiquotation(&mut self) -> PResult<Ident> {
        let start = self.bump().span.start;
        match self.kind() {
            Tok::Sym("(") => Err(self.unexpected("name: terms that are computed are not supported here")),
            Tok::Sym("[") => {
                self.bump();
                if !self.at_antiquotation() {
                    return Err(self.unexpected("'$x': only a single name can be repeated here"));
                }
                let inner = self.antiquotation()?;
                self.expect("]")?;
                self.eat(",");
                self.expect("*")?;
                Ok(Ident { parts: inner.parts, span: self.since(start) })
            }
            Tok::Sym("_") => {
                self.bump();
                Ok(Ident { parts: vec!["$_".to_owned()], span: self.since(start) })
            }
            _ => {
                let t = self.bump();
                let name = format!("${}", self.text(t));
                if self.at(":") && self.glued(0) && self.glued(1) && self.word_ahead(1) {
                    self.skip(2);
                }
                // `$xs,*`
                if self.at(",") && self.glued(0) && self.ahead_is(1, "*") && self.glued(1) {
                    self.skip(2);
                }
                Ok(Ident { parts: vec![name], span: self.since(start) })
            }
        }
    }

    fn word_ahead(&mut self, k: usize) -> bool {
        let t = self.ahead(k);
        t.kind == Tok::Ident
            || matches!(t.kind, Tok::Sym(s) if s.starts_with(|c: char| c.is_ascii_alphabetic()))
    }

    /// `$xs*` as an argument: takes the star.
    pub(super) fn spliced(&mut self, t: Term) -> Term {
        let is_hole = t.as_ident().is_some_and(|i| i.parts.first().is_some_and(|p| p.starts_with('$')));
        if self.quoting
            && is_hole
            && self.at("*")
            && self.glued(0)
            && !matches!(self.ahead(1).kind, Tok::Ident)
        {
            self.bump();
        }
        t
    }

    // ---- uses ----

    fn rules_here(&mut self, category: &str, trailing: bool) -> Vec<(RuleId, Arc<SyntaxRule>)> {
        if !self.table.has_rules() {
            return Vec::new();
        }
        let t = self.peek();
        if matches!(t.kind, Tok::Eof | Tok::Error(_)) {
            return Vec::new();
        }
        let mut found = self.table.rules_for(category, trailing, self.text(t));
        if !trailing {
            found.extend(self.table.rules_for(category, false, ""));
        }
        found
    }

    /// Whether something that was begun in vain may be read again in another way.
    pub(super) fn may_retry(&mut self) -> bool {
        self.retries += 1;
        self.retries <= MAX_RETRIES
    }

    /// Whether a rule of the category may begin here with its own token.
    pub(super) fn at_rule(&mut self, category: &str, prec: u32) -> bool {
        self.table.has_rules() && {
            let t = self.peek();
            let text = self.text(t);
            !text.is_empty()
                && self.table.rules_for(category, false, text).iter().any(|(_, r)| r.prec >= prec)
        }
    }

    /// A term that begins with the token of a rule.
    pub(super) fn declared_term(&mut self, prec: u32) -> PResult<Option<(Term, u32)>> {
        if !self.at_rule("term", prec) {
            return Ok(None);
        }
        Ok(self.leading_rule("term", prec)?.map(|(node, p)| {
            let span = node.span;
            (super::term::mk(TermKind::Macro(Box::new(node)), span), p)
        }))
    }

    /// A use of the rule that reads the most.
    pub(super) fn leading_rule(&mut self, category: &str, prec: u32) -> PResult<Option<(MacroNode, u32)>> {
        let found = self.rules_here(category, false);
        self.longest(found, None, prec)
    }

    /// A use of a rule that goes on with `first`; `first` back if there is none.
    pub(super) fn trailing_rule(
        &mut self,
        category: &str,
        first: MacroArg,
        lhs: u32,
        prec: u32,
    ) -> PResult<Result<(MacroNode, u32), MacroArg>> {
        let mut found = self.rules_here(category, true);
        found.retain(|(_, r)| match r.items.first() {
            Some(SyntaxItem::Node { prec, .. }) => lhs >= *prec,
            _ => false,
        });
        if found.is_empty() {
            return Ok(Err(first));
        }
        match self.longest(found, Some(first.clone()), prec)? {
            Some(node) => Ok(Ok(node)),
            None => Ok(Err(first)),
        }
    }

    fn longest(
        &mut self,
        mut found: Vec<(RuleId, Arc<SyntaxRule>)>,
        first: Option<MacroArg>,
        prec: u32,
    ) -> PResult<Option<(MacroNode, u32)>> {
        found.retain(|(_, r)| r.prec >= prec);
        if found.is_empty() {
            return Ok(None);
        }
        let start = match &first {
            Some(MacroArg::Term(t)) => t.span.start,
            Some(MacroArg::Node(n)) => n.span.start,
            _ => self.start(),
        };
        let begin = self.i;
        let mut best: Option<(usize, MacroNode, u32)> = None;
        let mut failure: Option<(usize, SyntaxError)> = None;
        let alone = found.len() == 1;
        for (id, rule) in found {
            self.i = begin;
            let mut args: Vec<MacroArg> = first.iter().cloned().collect();
            let items = if first.is_some() { &rule.items[1..] } else { &rule.items[..] };
            match self.items(items, &mut args) {
                Ok(()) => {
                    let node = MacroNode { rule: id, args, span: self.since(start) };
                    if best.as_ref().is_none_or(|b| b.0 < self.i) {
                        best = Some((self.i, node, rule.prec));
                    }
                }
                Err(e) if alone => return Err(e),
                Err(e) => {
                    if !self.may_retry() {
                        return Err(SyntaxError {
                            span: e.span,
                            message: "too many rules of the declared syntax begin alike here".to_owned(),
                        });
                    }
                    if failure.as_ref().is_none_or(|f| f.0 < self.i) {
                        failure = Some((self.i, e));
                    }
                }
            }
        }
        match (best, failure) {
            (Some((end, node, prec)), _) => {
                self.i = end;
                Ok(Some((node, prec)))
            }
            (None, Some((_, e))) => Err(e),
            (None, None) => Ok(None),
        }
    }

    fn items(&mut self, items: &[SyntaxItem], args: &mut Vec<MacroArg>) -> PResult<()> {
        for item in items {
            match item {
                SyntaxItem::Token(token) => self.token_of_rule(token)?,
                SyntaxItem::Node { category, prec } => args.push(self.node(category, *prec)?),
                SyntaxItem::Optional(inner) => {
                    let arg = self.optional(inner)?;
                    args.push(arg);
                }
                SyntaxItem::Many { item, separator, nonempty } => {
                    let arg = self.many(item, separator.as_deref(), *nonempty)?;
                    args.push(arg);
                }
            }
        }
        Ok(())
    }

    fn token_of_rule(&mut self, token: &str) -> PResult<()> {
        let t = self.peek();
        if !matches!(t.kind, Tok::Eof | Tok::Error(_) | Tok::Str) && self.text(t) == token {
            self.bump();
            return Ok(());
        }
        Err(self.unexpected(&format!("'{token}'")))
    }

    fn node(&mut self, category: &str, prec: u32) -> PResult<MacroArg> {
        match category {
            "term" => Ok(MacroArg::Term(self.term(prec)?)),
            "ident" | "binderIdent" | "hygieneInfo" => Ok(MacroArg::Ident(self.ident()?)),
            "num" | "str" | "char" | "scientific" | "name" => {
                let wanted = match category {
                    "num" => self.kind() == Tok::Nat,
                    "str" => self.kind() == Tok::Str,
                    "char" => self.kind() == Tok::Char,
                    "name" => self.kind() == Tok::NameLit,
                    _ => matches!(self.kind(), Tok::Scientific | Tok::Nat),
                };
                if !wanted && !self.at_antiquotation() {
                    let word = match category {
                        "num" => "numeral",
                        "str" => "string literal",
                        "char" => "character literal",
                        _ => "literal",
                    };
                    return Err(self.unexpected(word));
                }
                Ok(MacroArg::Term(self.term(MAX)?))
            }
            "tactic" => Ok(MacroArg::Tactic(self.tactic()?)),
            "tacticSeq" => Ok(MacroArg::Seq(self.tactic_seq()?)),
            _ => self.nested(|p| p.declared_category(category, prec)),
        }
    }

    /// Something of a declared category: leading rules, then trailing ones for as long as they fit.
    fn declared_category(&mut self, category: &str, prec: u32) -> PResult<MacroArg> {
        let (mut left, mut lhs) = if self.at_antiquotation() {
            let hole = self.antiquotation()?;
            (MacroArg::Hole(hole.text_of_hole()), MAX)
        } else {
            match self.leading_rule(category, prec)? {
                Some((node, p)) => (MacroArg::Node(Box::new(node)), p),
                None => return Err(self.unexpected(category)),
            }
        };
        loop {
            match self.trailing_rule(category, left, lhs, prec)? {
                Ok((node, p)) => {
                    left = MacroArg::Node(Box::new(node));
                    lhs = p;
                    self.raise()?;
                }
                Err(back) => return Ok(back),
            }
        }
    }

    fn starts_items(&mut self, items: &[SyntaxItem]) -> bool {
        match items.first() {
            Some(SyntaxItem::Token(t)) => {
                let next = self.peek();
                self.text(next) == t && next.kind != Tok::Str
            }
            Some(SyntaxItem::Node { category, prec }) => match category.as_str() {
                "ident" | "binderIdent" => self.kind() == Tok::Ident || self.at_antiquotation(),
                "num" => self.kind() == Tok::Nat || self.at_antiquotation(),
                "str" => self.kind() == Tok::Str || self.at_antiquotation(),
                "tactic" | "tacticSeq" => self.starts_tactic(),
                "term" => {
                    let lead = matches!(
                        self.kind(),
                        Tok::Sym("∀" | "∃" | "if" | "let" | "have" | "show" | "by" | "-")
                    );
                    self.starts_arg() || (lead && *prec <= LEAD)
                }
                c => !self.rules_here(c, false).is_empty() || self.at_antiquotation(),
            },
            Some(SyntaxItem::Optional(inner)) => self.starts_items(inner),
            Some(SyntaxItem::Many { item, .. }) => self.starts_items(item),
            None => false,
        }
    }

    fn optional(&mut self, items: &[SyntaxItem]) -> PResult<MacroArg> {
        // `$[at $h]?`
        if self.quoting && self.at("$") && self.ahead_is(1, "[") && self.glued(1) {
            self.skip(2);
            let mut inner = Vec::new();
            self.items(items, &mut inner)?;
            self.expect("]")?;
            self.expect("?")?;
            return Ok(MacroArg::Optional(Some(inner)));
        }
        if !self.starts_items(items) || !self.col_gt() {
            return Ok(MacroArg::Optional(None));
        }
        let mut inner = Vec::new();
        self.items(items, &mut inner)?;
        Ok(MacroArg::Optional(Some(inner)))
    }

    fn many(&mut self, item: &[SyntaxItem], separator: Option<&str>, nonempty: bool) -> PResult<MacroArg> {
        if self.at_antiquotation() && self.is_splice() {
            let hole = self.antiquotation()?;
            self.eat("*");
            return Ok(MacroArg::Hole(hole.text_of_hole()));
        }
        let mut out = Vec::new();
        if nonempty || self.starts_items(item) {
            loop {
                let mut one = Vec::new();
                self.items(item, &mut one)?;
                out.push(one);
                match separator {
                    Some(sep) => {
                        let t = self.peek();
                        if self.text(t) != sep || t.kind == Tok::Str {
                            break;
                        }
                        self.bump();
                    }
                    None if self.starts_items(item) && self.col_gt() => {}
                    None => break,
                }
            }
        }
        Ok(MacroArg::Many(out))
    }

    /// Whether `$xs,*`, `$xs*` or `$[$xs],*` is ahead.
    fn is_splice(&mut self) -> bool {
        if self.ahead_is(1, "[") {
            return true;
        }
        let mut k = 2;
        if self.ahead_is(k, ":") && self.glued(k) {
            k += 2;
        }
        self.ahead_is(k, "*") && self.glued(k) || self.ahead_is(k, ",") && self.ahead_is(k + 1, "*")
    }

    // ---- declarations ----

    /// `syntax`, `macro`, `macro_rules`, `declare_syntax_cat`. What is not supported of them is declined as a whole.
    pub(super) fn grammar_command(
        &mut self,
        keyword: &'static str,
        scope: Scope,
        col: usize,
    ) -> PResult<CommandKind> {
        self.bump();
        let declined = |p: &mut Self, what: &str| {
            p.skip_command(col);
            Ok(CommandKind::Unsupported { keyword: what.to_owned() })
        };
        match keyword {
            "declare_syntax_cat" => {
                let name = self.ident()?.text();
                if self.at("(") {
                    self.named_option("behavior")?;
                }
                self.table.to_mut().add_category(name.clone());
                self.grammar.categories.push(name);
            }
            "syntax" => {
                if self.kind() == Tok::Ident && self.ahead_is(1, ":=") {
                    return declined(self, "syntax name := …");
                }
                let (items, _, prec) = self.rule_head()?;
                self.expect(":")?;
                let category = self.category_name()?;
                self.declare_rule(SyntaxRule { category, prec, items, scope, namespace: Vec::new() })?;
            }
            "macro" => {
                let (items, names, prec) = self.rule_head()?;
                self.expect(":")?;
                let category = self.category_name()?;
                let pattern = holes(&items, &names);
                let id =
                    self.declare_rule(SyntaxRule { category, prec, items, scope, namespace: Vec::new() })?;
                self.expect("=>")?;
                let span = self.peek().span;
                if !self.at("`") {
                    return declined(self, "macro … => do …");
                }
                let template = self.quotation()?;
                let pattern = MacroNode { rule: id, args: pattern, span };
                self.grammar.macros.push(MacroAlt { pattern, template });
            }
            _ => {
                // `macro_rules (kind := k)`
                if self.at("(") {
                    self.named_option("kind")?;
                }
                if !self.at("|") {
                    return Err(self.unexpected("'|'"));
                }
                while self.eat("|") {
                    let span = self.peek().span;
                    if !self.at("`") {
                        return declined(self, "macro_rules | pattern");
                    }
                    let pattern = match self.quotation()? {
                        Template::Term(Term { kind: TermKind::Macro(n), .. }) => *n,
                        Template::Tactics(s) => match s.tactics.into_iter().next() {
                            Some(Tactic { kind: TacticKind::Macro(n), .. }) => *n,
                            _ => return declined(self, "macro_rules for built-in tactics"),
                        },
                        Template::Commands(cs) => match cs.into_iter().next().map(|c| c.kind) {
                            Some(CommandKind::Macro(n)) => *n,
                            _ => return declined(self, "macro_rules for built-in commands"),
                        },
                        Template::Node(n) => n,
                        Template::Term(_) => return declined(self, "macro_rules for built-in terms"),
                    };
                    self.expect("=>")?;
                    if !self.at("`") {
                        return declined(self, "macro_rules … => do …");
                    }
                    let template = self.quotation()?;
                    self.grammar.macros.push(MacroAlt { pattern: MacroNode { span, ..pattern }, template });
                }
            }
        }
        Ok(CommandKind::Grammar { keyword: keyword.to_owned() })
    }

    fn declare_rule(&mut self, rule: SyntaxRule) -> PResult<RuleId> {
        if rule.first_token().is_none() && matches!(rule.category.as_str(), "term" | "tactic" | "command") {
            return Err(self.unexpected("a rule that begins with a token"));
        }
        let known = matches!(rule.category.as_str(), "term" | "tactic" | "command")
            || self.table.has_category(&rule.category);
        if !known {
            let span = self.peek().span;
            let message = format!("unknown category `{}`", rule.category);
            return Err(SyntaxError { span, message });
        }
        let id = self.table.to_mut().add_rule(rule.clone());
        self.grammar.rules.push(rule);
        self.relex();
        Ok(id)
    }

    fn category_name(&mut self) -> PResult<String> {
        Ok(self.raw_ident()?.text())
    }

    /// `:65 (priority := p) items`, with the names that `macro` gives to them, and the precedence.
    fn rule_head(&mut self) -> PResult<(Vec<SyntaxItem>, Vec<Option<String>>, u32)> {
        let written = if self.at(":") {
            self.bump();
            Some(self.precedence()?)
        } else {
            None
        };
        self.named_option("name")?;
        self.named_option("priority")?;
        let mut items = Vec::new();
        let mut names = Vec::new();
        while !self.at(":") {
            let name = if self.at_part_name() {
                let name = self.ident()?.text();
                self.bump();
                Some(name)
            } else {
                None
            };
            let item = self.rule_item()?;
            if !matches!(item, SyntaxItem::Token(_)) {
                names.push(name);
            }
            items.push(item);
        }
        let closed = |i: Option<&SyntaxItem>| matches!(i, Some(SyntaxItem::Token(_)));
        let default = if closed(items.first()) && closed(items.last()) { MAX } else { LEAD };
        Ok((items, names, written.unwrap_or(default)))
    }

    /// Whether `x:` of `x:term` is ahead; `term:65` is a category with a precedence.
    fn at_part_name(&mut self) -> bool {
        let named = self.kind() == Tok::Ident && self.ahead_is(1, ":") && self.glued(1) && self.glued(2);
        if !named {
            return false;
        }
        let t = self.ahead(2);
        let prec = matches!(self.text(t), "max" | "arg" | "lead" | "min" | "min1");
        !prec && (self.word_ahead(2) || matches!(t.kind, Tok::Str | Tok::Sym("(" | "&")))
    }

    fn rule_item(&mut self) -> PResult<SyntaxItem> {
        let t = self.peek();
        let base = match t.kind {
            Tok::Str => return Ok(SyntaxItem::Token(self.rule_token()?)),
            Tok::Sym("&") => {
                self.bump();
                return Ok(SyntaxItem::Token(self.rule_token()?));
            }
            Tok::Sym("(") => {
                self.bump();
                let mut inner = Vec::new();
                while !self.at(")") {
                    inner.push(self.rule_item()?);
                }
                self.bump();
                inner
            }
            _ => {
                let name = self.raw_ident()?.text();
                if matches!(name.as_str(), "ppSpace" | "ppLine" | "colGt" | "colGe" | "noWs" | "ws") {
                    return Ok(SyntaxItem::Optional(Vec::new()));
                }
                if matches!(
                    name.as_str(),
                    "optional" | "many" | "sepBy" | "sepBy1" | "interpolatedStr" | "withPosition"
                ) {
                    return Err(SyntaxError {
                        span: t.span,
                        message: format!("`{name}` in declared syntax is not supported yet"),
                    });
                }
                let prec = if self.at(":") && self.glued(0) && self.glued(1) {
                    self.bump();
                    self.precedence()?
                } else {
                    0
                };
                vec![SyntaxItem::Node { category: name, prec }]
            }
        };
        let t = self.peek();
        let many = |separator: Option<&str>, nonempty| SyntaxItem::Many {
            item: base.clone(),
            separator: separator.map(str::to_owned),
            nonempty,
        };
        if !t.space || t.kind == Tok::Sym("?") {
            match t.kind {
                Tok::Sym("?") => {
                    self.bump();
                    return Ok(SyntaxItem::Optional(base));
                }
                Tok::Sym("*") => {
                    self.bump();
                    return Ok(many(None, false));
                }
                Tok::Sym("+") => {
                    self.bump();
                    return Ok(many(None, true));
                }
                Tok::Sym(",") if self.ahead_is(1, "*") || self.ahead_is(1, "+") => {
                    let nonempty = self.ahead_is(1, "+");
                    self.skip(2);
                    return Ok(many(Some(","), nonempty));
                }
                _ => {}
            }
        }
        match <[SyntaxItem; 1]>::try_from(base) {
            Ok([one]) => Ok(one),
            Err(_) => Err(self.unexpected("'?', '*' or '+'")),
        }
    }

    fn rule_token(&mut self) -> PResult<String> {
        let span = self.peek().span;
        let token = self.string()?.trim().to_owned();
        if token.is_empty() || token.contains(char::is_whitespace) {
            return Err(SyntaxError { span, message: "invalid atom".to_owned() });
        }
        Ok(token)
    }

    /// `` `(e) ``, `` `(tactic| tacs) ``, `` `(category| …) ``
    fn quotation(&mut self) -> PResult<Template> {
        self.expect("`")?;
        self.expect("(")?;
        let category = if self.word_ahead(0) && self.ahead_is(1, "|") {
            let name = self.raw_ident()?.text();
            self.bump();
            Some(name)
        } else {
            None
        };
        let outer = std::mem::replace(&mut self.quoting, true);
        let r = self.without_position(|p| p.quoted(category.as_deref()));
        self.quoting = outer;
        let template = r?;
        self.expect(")")?;
        Ok(template)
    }

    fn quoted(&mut self, category: Option<&str>) -> PResult<Template> {
        let t = self.peek();
        match category {
            Some("tactic" | "tacticSeq") => Ok(Template::Tactics(self.tactic_seq()?)),
            Some("term") => Ok(Template::Term(self.term(0)?)),
            Some("command") => self.quoted_commands(),
            Some(name) if self.table.has_category(name) => match self.node(name, 0)? {
                MacroArg::Node(n) => Ok(Template::Node(*n)),
                _ => Err(self.unexpected(name)),
            },
            Some(name) => {
                let message = format!("quotations of the category `{name}` are not supported yet");
                Err(SyntaxError { span: t.span, message })
            }
            None if starts_command(t.kind) && !matches!(t.kind, Tok::Sym("open" | "set_option"))
                || self.at_rule("command", 0) =>
            {
                self.quoted_commands()
            }
            None => Ok(Template::Term(self.term(0)?)),
        }
    }

    fn quoted_commands(&mut self) -> PResult<Template> {
        let mut commands = Vec::new();
        while !self.at(")") {
            commands.push(self.command()?);
        }
        Ok(Template::Commands(commands))
    }
}

/// The pattern of a `macro`: a hole for each named part.
fn holes(items: &[SyntaxItem], names: &[Option<String>]) -> Vec<MacroArg> {
    items
        .iter()
        .filter(|i| !matches!(i, SyntaxItem::Token(_)))
        .zip(names)
        .map(|(item, name)| match (item, name) {
            (SyntaxItem::Optional(inner), None) if inner.is_empty() => MacroArg::Optional(None),
            (_, Some(n)) => MacroArg::Hole(format!("${n}")),
            (_, None) => MacroArg::Hole("$_".to_owned()),
        })
        .collect()
}
