//! Commands other than declarations.

use super::{P, PResult};
use crate::ast::{
    AttrArg, Attribute, Command, CommandKind, DocComment, Modifiers, OpenDecl, OpenKind, Scope, SetOption,
    Term, TermKind, Visibility,
};
use crate::lexer::{Tok, starts_command};
use crate::notation::{Notation, NotationId, NotationItem};
use crate::operator::{ARG, LEAD, MAX, MIN};
use crate::span::Span;

impl P<'_> {
    pub(super) fn command(&mut self) -> PResult<Command> {
        self.nested(|p| {
            let start = p.start();
            let kind = p.command_kind()?;
            let head = Command { kind, span: p.since(start) };
            let takes_in = matches!(
                head.kind,
                CommandKind::Open(_)
                    | CommandKind::SetOption(_)
                    | CommandKind::Variable(_)
                    | CommandKind::Universe(_)
                    | CommandKind::Omit(_)
                    | CommandKind::Include(_)
                    | CommandKind::Attribute(..)
            );
            if !takes_in || !p.eat("in") {
                return Ok(head);
            }
            let body = match &head.kind {
                CommandKind::Open(open) => {
                    let open = open.clone();
                    p.with_open(&open, P::command)?
                }
                _ => p.command()?,
            };
            Ok(Command { kind: CommandKind::In(Box::new(head), Box::new(body)), span: p.since(start) })
        })
    }

    fn command_kind(&mut self) -> PResult<CommandKind> {
        let t = self.peek();
        if self.at_rule("command", 0)
            && let Some((node, _)) = self.leading_rule("command", 0)?
        {
            return Ok(CommandKind::Macro(Box::new(node)));
        }
        match t.kind {
            Tok::ModuleDoc => {
                self.bump();
                Ok(CommandKind::ModuleDoc(self.comment(t.span)))
            }
            Tok::Hash => self.hash_command(),
            Tok::Sym(s) => {
                if let Some(kind) = self.scope_command(s)? {
                    return Ok(kind);
                }
                self.declaration()
            }
            Tok::Doc => self.declaration(),
            Tok::Ident if self.text(t) == "module" => {
                self.bump();
                Ok(CommandKind::Unsupported { keyword: "module".to_owned() })
            }
            _ => Err(self.unexpected("command")),
        }
    }

    /// Commands about scopes, names and options.
    fn scope_command(&mut self, s: &'static str) -> PResult<Option<CommandKind>> {
        let known = matches!(
            s,
            "prelude"
                | "import"
                | "namespace"
                | "section"
                | "end"
                | "open"
                | "export"
                | "universe"
                | "universes"
                | "variable"
                | "include"
                | "omit"
                | "mutual"
                | "attribute"
                | "set_option"
                | "init_quot"
        ) || (s == "deriving" && self.ahead_is(1, "instance"))
            || (s == "noncomputable" && self.ahead_is(1, "section"));
        if !known {
            return Ok(None);
        }
        self.bump();
        Ok(Some(match s {
            "prelude" => CommandKind::Prelude,
            "init_quot" => CommandKind::InitQuot,
            "import" => {
                if self.at_word("all") && self.ahead(1).kind == Tok::Ident && !self.ahead(1).line_start {
                    self.bump();
                }
                CommandKind::Import(self.ident()?)
            }
            "namespace" => CommandKind::Namespace(self.ident()?),
            "section" => CommandKind::Section { name: self.opt_ident()?, noncomputable: false },
            "noncomputable" => {
                self.bump();
                CommandKind::Section { name: self.opt_ident()?, noncomputable: true }
            }
            "end" => CommandKind::End(self.opt_ident()?),
            "open" => CommandKind::Open(self.open_decl()?),
            "export" => {
                let name = self.ident()?;
                self.expect("(")?;
                let names = self.idents1()?;
                self.expect(")")?;
                CommandKind::Export(name, names)
            }
            "universe" | "universes" => CommandKind::Universe(self.idents1()?),
            "include" => CommandKind::Include(self.idents1()?),
            "variable" => {
                let mut binders = vec![self.bracketed_binder()?];
                while self.at_bracket() {
                    binders.push(self.bracketed_binder()?);
                }
                CommandKind::Variable(binders)
            }
            "omit" => CommandKind::Omit(self.signature_binders()?),
            "mutual" => CommandKind::Mutual(self.mutual()?),
            "attribute" => {
                self.expect("[")?;
                let attrs = self.comma_list("]", P::attribute)?;
                CommandKind::Attribute(attrs, self.idents1()?)
            }
            "set_option" => CommandKind::SetOption(self.set_option()?),
            _ => {
                self.bump();
                let classes = self.comma_list1(P::ident)?;
                if !self.eat_word("for") {
                    return Err(self.unexpected("'for'"));
                }
                CommandKind::DerivingInstance(classes, self.comma_list1(P::ident)?)
            }
        }))
    }

    fn opt_ident(&mut self) -> PResult<Option<crate::ast::Ident>> {
        if self.kind() == Tok::Ident { self.ident().map(Some) } else { Ok(None) }
    }

    fn mutual(&mut self) -> PResult<Vec<Command>> {
        let mut commands = Vec::new();
        while !self.at("end") {
            let t = self.peek();
            if t.kind == Tok::Eof || !starts_command(t.kind) {
                return Err(self.unexpected("'end'"));
            }
            commands.push(self.command()?);
        }
        self.bump();
        Ok(commands)
    }

    pub(super) fn hash_command(&mut self) -> PResult<CommandKind> {
        if self.text_is("#guard_msgs") {
            return self.guard_msgs(None);
        }
        let t = self.bump();
        let name = self.text(t);
        Ok(match name {
            "#check" => CommandKind::Check(self.term(0)?),
            "#check_failure" => CommandKind::CheckFailure(self.term(0)?),
            "#reduce" => CommandKind::Reduce(self.term(0)?),
            "#eval" | "#eval!" => CommandKind::Eval(self.term(0)?),
            "#synth" => CommandKind::Synth(self.term(0)?),
            "#guard" => CommandKind::Guard(self.term(0)?),
            "#print" if self.kind() == Tok::Ident => {
                let next = self.ahead(1);
                let first = self.peek();
                if self.text(first) == "axioms" && next.kind == Tok::Ident && !next.line_start {
                    self.bump();
                    CommandKind::PrintAxioms(self.ident()?)
                } else {
                    CommandKind::Print(self.ident()?)
                }
            }
            _ => {
                self.skip_command(t.col);
                CommandKind::Unsupported { keyword: name.to_owned() }
            }
        })
    }

    /// What follows `open`.
    pub(super) fn open_decl(&mut self) -> PResult<OpenDecl> {
        let start = self.start();
        let kind = if self.eat("scoped") {
            OpenKind::Scoped(self.idents1()?)
        } else {
            let mut names = self.idents1()?;
            let single = names.len() == 1;
            match self.kind() {
                Tok::Sym("(") if single => {
                    self.bump();
                    let only = self.idents1()?;
                    self.expect(")")?;
                    OpenKind::Only(names.remove(0), only)
                }
                Tok::Sym("hiding") if single => {
                    self.bump();
                    OpenKind::Hiding(names.remove(0), self.idents1()?)
                }
                Tok::Sym("renaming") if single => {
                    self.bump();
                    let pairs = self.comma_list1(|p| {
                        let from = p.ident()?;
                        p.expect_either("→", "->")?;
                        Ok((from, p.ident()?))
                    })?;
                    OpenKind::Renaming(names.remove(0), pairs)
                }
                _ => OpenKind::Simple(names),
            }
        };
        Ok(OpenDecl { kind, span: self.since(start) })
    }

    /// What follows `set_option`.
    pub(super) fn set_option(&mut self) -> PResult<SetOption> {
        let start = self.start();
        let name = self.ident()?;
        let t = self.peek();
        let value = match t.kind {
            Tok::Str => self.string()?,
            Tok::Nat | Tok::Ident => {
                self.bump();
                self.text(t).to_owned()
            }
            _ => return Err(self.unexpected("'true', 'false', numeral or string literal")),
        };
        Ok(SetOption { name, value, span: self.since(start) })
    }

    /// The text of a doc comment, without its brackets.
    pub(super) fn comment(&self, span: Span) -> DocComment {
        let text = span.text(self.src);
        let text = text.get(3..text.len().saturating_sub(2)).unwrap_or("").to_owned();
        DocComment { text, span }
    }

    /// Doc comment, attributes and modifiers, in any order.
    pub(super) fn modifiers(&mut self) -> PResult<Modifiers> {
        let mut m = Modifiers::default();
        loop {
            let t = self.peek();
            match t.kind {
                Tok::Doc => {
                    self.bump();
                    m.doc = Some(self.comment(t.span));
                }
                Tok::Sym("@[") => {
                    self.bump();
                    m.attrs.extend(self.comma_list("]", P::attribute)?);
                }
                Tok::Sym("private") => {
                    self.bump();
                    m.visibility = Visibility::Private;
                }
                Tok::Sym("protected") => {
                    self.bump();
                    m.visibility = Visibility::Protected;
                }
                Tok::Sym("public") => {
                    self.bump();
                    m.visibility = Visibility::Public;
                }
                Tok::Sym("noncomputable") => {
                    self.bump();
                    m.noncomputable = true;
                }
                Tok::Sym("unsafe") => {
                    self.bump();
                    m.is_unsafe = true;
                }
                Tok::Sym("partial") => {
                    self.bump();
                    m.partial = true;
                }
                Tok::Sym("nonrec") => {
                    self.bump();
                    m.nonrec = true;
                }
                _ => return Ok(m),
            }
        }
    }

    pub(super) fn opt_scope(&mut self) -> Scope {
        if self.eat("local") {
            Scope::Local
        } else if self.eat("scoped") {
            Scope::Scoped
        } else {
            Scope::Global
        }
    }

    /// `local simp ↓`, `-simp`
    fn attribute(&mut self) -> PResult<Attribute> {
        let start = self.start();
        let erase = self.eat("-");
        let scope = self.opt_scope();
        let name = self.raw_ident()?;
        let mut args = Vec::new();
        let mut open = 0usize;
        loop {
            let t = self.peek();
            match t.kind {
                Tok::Eof => return Err(self.unexpected("']'")),
                Tok::Error(_) => return Err(self.unexpected("']'")),
                Tok::Sym("," | "]") if open == 0 => break,
                Tok::Sym("(" | "[" | "{" | "⟨") => open += 1,
                Tok::Sym(")" | "]" | "}" | "⟩") => open = open.saturating_sub(1),
                _ => {}
            }
            args.push(match t.kind {
                Tok::Ident => AttrArg::Ident(self.ident()?),
                Tok::Str => AttrArg::Str(self.string()?),
                Tok::Nat => AttrArg::Num(self.small_nat()?),
                _ => {
                    self.bump();
                    AttrArg::Symbol(self.text(t).to_owned())
                }
            });
        }
        Ok(Attribute { erase, scope, name, args, span: self.since(start) })
    }

    /// `notation`, `infixl` and their relatives.
    pub(super) fn notation(&mut self, modifiers: Modifiers, scope: Scope) -> PResult<CommandKind> {
        let start = self.start();
        let keyword = self.bump();
        let keyword = self.text(keyword);
        let written = if self.eat(":") { Some(self.precedence()?) } else { None };
        self.named_option("name")?;
        let priority = match self.named_option("priority")? {
            Some(t) => priority_value(&t).ok_or_else(|| self.unexpected("priority"))?,
            None => 1000,
        };
        let (prec, items) = if keyword == "notation" {
            let items = self.notation_items()?;
            let is_token = |i: Option<&NotationItem>| matches!(i, Some(NotationItem::Token(_)));
            let closed = is_token(items.first()) && is_token(items.last());
            (written.unwrap_or(if closed { MAX } else { LEAD }), items)
        } else {
            let Some(prec) = written else { return Err(self.unexpected("':'")) };
            let token = NotationItem::Token(self.notation_token()?);
            let var = |name: &str, prec| NotationItem::Var { name: name.to_owned(), prec };
            let items = match keyword {
                "infixl" => vec![var(LHS, prec), token, var(RHS, prec + 1)],
                "infixr" => vec![var(LHS, prec + 1), token, var(RHS, prec)],
                "infix" => vec![var(LHS, prec + 1), token, var(RHS, prec + 1)],
                "prefix" => vec![token, var(LHS, prec)],
                _ => vec![var(LHS, prec), token],
            };
            (prec, items)
        };
        if !items.iter().any(|i| matches!(i, NotationItem::Token(_))) {
            return Err(self.unexpected("string literal"));
        }
        if matches!(items.as_slice(), [NotationItem::Var { .. }, NotationItem::Var { .. }, ..]) {
            return Err(self.unexpected("string literal between the first variables"));
        }
        self.expect("=>")?;
        let body = self.term(0)?;
        let span = self.since(start);
        let rhs = if keyword == "notation" { body } else { applied(body, &items) };
        let id = u32::try_from(self.table.len() + self.declared.len()).unwrap_or(u32::MAX);
        self.declared.push(Notation { namespace: Vec::new(), scope, prec, priority, items, rhs, span });
        Ok(CommandKind::Notation { modifiers, scope, id: NotationId(id) })
    }

    fn notation_items(&mut self) -> PResult<Vec<NotationItem>> {
        let mut items = Vec::new();
        while !self.at("=>") {
            if self.kind() == Tok::Str {
                items.push(NotationItem::Token(self.notation_token()?));
            } else {
                let name = match self.kind() {
                    Tok::Ident => self.ident()?.text(),
                    _ => return Err(self.unexpected("'=>', string literal or identifier")),
                };
                let prec = if self.eat(":") { self.precedence()? } else { 0 };
                items.push(NotationItem::Var { name, prec });
            }
        }
        Ok(items)
    }

    fn notation_token(&mut self) -> PResult<String> {
        let at = self.peek().span;
        let token = self.string()?.trim().to_owned();
        if token.is_empty() || token.contains(char::is_whitespace) {
            return Err(crate::SyntaxError { span: at, message: "invalid empty symbol".to_owned() });
        }
        Ok(token)
    }

    /// `65`, `max`, `max + 1`
    pub(super) fn precedence(&mut self) -> PResult<u32> {
        let t = self.peek();
        let mut prec = match (t.kind, self.text(t)) {
            (Tok::Nat, _) => self.small_nat()?,
            (Tok::Sym("("), _) => {
                self.bump();
                let inner = self.nested(Self::precedence)?;
                self.expect(")")?;
                inner
            }
            (_, word @ ("max" | "arg" | "lead" | "min" | "min1")) => {
                self.bump();
                match word {
                    "max" => MAX,
                    "arg" => ARG,
                    "lead" => LEAD,
                    "min" => MIN,
                    _ => MIN + 1,
                }
            }
            _ => return Err(self.unexpected("precedence")),
        };
        while self.at_any(&["+", "-"]) {
            let plus = self.bump().kind == Tok::Sym("+");
            let n = self.small_nat()?;
            prec = if plus { prec.saturating_add(n) } else { prec.saturating_sub(n) };
        }
        Ok(prec.min(1 << 20))
    }
}

/// Names of the operands of `infix` and its relatives; no name of the source can be one of them.
const LHS: &str = "lhs✝";
const RHS: &str = "rhs✝";

/// `f` applied to the variables of `items`.
fn applied(func: Term, items: &[NotationItem]) -> Term {
    use crate::ast::{Arg, Ident};
    let span = func.span;
    let args = items
        .iter()
        .filter_map(|i| match i {
            NotationItem::Var { name, .. } => {
                let name = Ident { parts: vec![name.clone()], span };
                Some(Arg::Positional(Term { kind: TermKind::Ident { name, levels: None }, span }))
            }
            NotationItem::Token(_) => None,
        })
        .collect();
    let needs_paren =
        !matches!(func.kind, TermKind::Ident { .. } | TermKind::Explicit(_) | TermKind::Paren(_));
    let func = if needs_paren { Term { kind: TermKind::Paren(Box::new(func)), span } } else { func };
    Term { kind: TermKind::App { func: Box::new(func), args, ellipsis: false }, span }
}

/// `100`, `low`, `default + 1`
fn priority_value(t: &Term) -> Option<u32> {
    match &t.kind {
        TermKind::Num(n) => u32::from_str_radix(&n.digits, n.radix).ok(),
        TermKind::Ident { name, .. } => match name.text().as_str() {
            "low" => Some(100),
            "mid" => Some(500),
            "default" => Some(1000),
            "high" => Some(10000),
            _ => None,
        },
        TermKind::Paren(t) => priority_value(t),
        TermKind::Binop { op: "+", lhs, rhs, .. } => priority_value(lhs)?.checked_add(priority_value(rhs)?),
        TermKind::Binop { op: "-", lhs, rhs, .. } => priority_value(lhs)?.checked_sub(priority_value(rhs)?),
        _ => None,
    }
}
