//! A recursive-descent parser with operator precedences, over tokens read on demand.
//!
//! Columns matter as in Lean: [`P::pos`] is the saved column of the innermost block, an argument of an application
//! must stand to the right of it, and the next item of a block exactly below it. Nothing is parsed twice, so the time is
//! linear in the text; nesting is limited, so that no walk over the tree can exhaust the stack.

mod atom;
mod binder;
mod block;
mod checks;
mod command;
mod conv;
mod declaration;
mod do_block;
mod guard_msgs;
mod literal;
mod local;
mod macros;
mod notation_use;
mod rcases;
mod simp;
mod structure;
mod tactic;
mod term;

use crate::SyntaxError;
use crate::ast::{BinderName, Command, Ident, OpenDecl, TacticSeq, Term};
use crate::lexer::{Cursor, Lexer, Tok, Token, ident_parts, starts_command};
use crate::notation::{Notation, NotationTable};
use crate::span::Span;
use rustc_hash::FxHashMap;
use std::borrow::Cow;

/// How deep a tree may become.
const MAX_DEPTH: usize = 1500;

type PResult<T> = Result<T, SyntaxError>;

/// A file that was read to its end.
#[derive(Clone, Debug)]
pub struct File {
    /// The commands that could be read.
    pub commands: Vec<Command>,
    /// What could not be read, in order.
    pub errors: Vec<SyntaxError>,
}

/// Reads a whole file, with no notations known before.
#[must_use]
pub fn parse_file(src: &str) -> File {
    let mut table = NotationTable::new();
    let mut parser = Parser::new(src);
    let mut commands = Vec::new();
    while let Some(c) = parser.next_command(&mut table) {
        commands.push(c);
    }
    File { commands, errors: parser.take_errors() }
}

/// Reads a single term that fills the text.
///
/// # Errors
/// When the text is not a term.
pub fn parse_term(src: &str, table: &NotationTable) -> Result<Term, SyntaxError> {
    whole(src, table, |p| p.term(0))
}

/// Reads a tactic script that fills the text.
///
/// # Errors
/// When the text is not a sequence of tactics.
pub fn parse_tactics(src: &str, table: &NotationTable) -> Result<TacticSeq, SyntaxError> {
    whole(src, table, |p| p.tactic_seq())
}

fn whole<T>(src: &str, table: &NotationTable, f: impl FnOnce(&mut P) -> PResult<T>) -> PResult<T> {
    let mut p = P::new(src, src.len(), table, Cursor { line_start: true, ..Cursor::default() });
    let result = f(&mut p)?;
    if p.kind() != Tok::Eof {
        return Err(p.unexpected("end of input"));
    }
    match p.lexer.errors.into_iter().next() {
        Some(e) => Err(e),
        None => Ok(result),
    }
}

/// Reads a file command by command, because a command may extend the grammar for the next one.
///
/// ```
/// use turnstile_syntax::{NotationTable, Parser, sexpr_command};
/// let mut table = NotationTable::new();
/// let mut parser = Parser::new("infixl:65 \" ⊞ \" => add\ndef x := a ⊞ b\ndef y :=");
/// while let Some(command) = parser.next_command(&mut table) {
///     println!("{}", sexpr_command(&command));
/// }
/// assert_eq!(parser.errors()[0].message, "unexpected end of input; expected term");
/// ```
pub struct Parser<'a> {
    src: &'a str,
    at: Cursor,
    errors: Vec<SyntaxError>,
}

/// A place between two commands.
#[derive(Clone, Copy, Debug)]
pub struct Position(Cursor);

impl Position {
    /// The start of a file.
    #[must_use]
    pub fn start() -> Position {
        Position(Cursor { line_start: true, ..Cursor::default() })
    }

    /// The byte at which the next command begins.
    #[must_use]
    pub fn offset(self) -> usize {
        self.0.offset
    }
}

impl<'a> Parser<'a> {
    /// A parser at the start of `src`.
    #[must_use]
    pub fn new(src: &'a str) -> Parser<'a> {
        Parser { src, at: Cursor { line_start: true, ..Cursor::default() }, errors: Vec::new() }
    }

    /// A parser that goes on in `src` where another one was, with the errors found until then. Up to the next command
    /// the texts must be the same.
    #[must_use]
    pub fn resume(src: &'a str, position: Position, errors: Vec<SyntaxError>) -> Parser<'a> {
        Parser { src, at: position.0, errors }
    }

    /// Where the next command begins.
    #[must_use]
    pub fn position(&self) -> Position {
        Position(self.at)
    }

    /// The next command; none at the end of the file. A command that can't be read is put into the list of errors and
    /// skipped. Notations that the command declares are added to `table`, and its scopes are followed.
    pub fn next_command(&mut self, table: &mut NotationTable) -> Option<Command> {
        loop {
            let mut p = P::new(self.src, self.src.len(), table, self.at);
            let first = p.peek();
            if first.kind == Tok::Eof {
                self.at = p.here();
                self.errors.append(&mut p.lexer.errors);
                return None;
            }
            let result = p.command();
            if result.is_err() {
                p.recover(first.col);
            }
            self.at = p.here();
            let offset = self.at.offset;
            self.errors.extend(p.lexer.errors.drain(..).filter(|e| e.span.start < offset));
            let declared = std::mem::take(&mut p.declared);
            let grammar = std::mem::take(&mut p.grammar);
            match result {
                Ok(command) => {
                    for notation in declared {
                        table.add(notation);
                    }
                    grammar.add_to(table);
                    table.observe(&command);
                    return Some(command);
                }
                Err(e) => self.errors.push(e),
            }
        }
    }

    /// The errors found so far.
    #[must_use]
    pub fn errors(&self) -> &[SyntaxError] {
        &self.errors
    }

    /// Takes out the errors found so far.
    pub fn take_errors(&mut self) -> Vec<SyntaxError> {
        self.errors.sort_by_key(|e| e.span);
        std::mem::take(&mut self.errors)
    }
}

/// The parser of one command, term or script.
struct P<'a> {
    src: &'a str,
    table: Cow<'a, NotationTable>,
    lexer: Lexer<'a>,
    toks: Vec<Token>,
    i: usize,
    /// The token with the keyword of the declaration, behind its modifiers.
    keyword: usize,
    /// The saved column of the innermost block.
    pos: Option<usize>,
    /// How many nodes enclose this place.
    depth: usize,
    /// The height of the highest tree below the node being built.
    height: usize,
    /// The number of `·` since the innermost parenthesis; none where `·` is not allowed.
    cdots: Option<usize>,
    /// Whether blocks of tactics are blocks of conversion mode.
    conv: bool,
    /// Set where `do` ends a term: in `for x in xs do`.
    no_do: bool,
    /// Opening brackets and their partners, as far as looked up.
    closers: FxHashMap<usize, Option<usize>>,
    /// Notations that the command declares.
    declared: Vec<Notation>,
    /// What else the command adds to the grammar.
    grammar: macros::Declared,
    /// Whether this is inside of a quotation, where `$x` stands for anything.
    quoting: bool,
    /// How many uses of declared syntax were tried in vain: more than one rule can begin alike.
    retries: u32,
}

impl<'a> P<'a> {
    fn new(src: &'a str, limit: usize, table: &'a NotationTable, at: Cursor) -> P<'a> {
        P {
            src,
            table: Cow::Borrowed(table),
            lexer: Lexer::new(src, limit, at),
            toks: Vec::new(),
            i: 0,
            keyword: 0,
            pos: None,
            depth: 0,
            height: 0,
            cdots: None,
            conv: false,
            no_do: false,
            closers: FxHashMap::default(),
            declared: Vec::new(),
            grammar: macros::Declared::default(),
            quoting: false,
            retries: 0,
        }
    }

    /// The token `k` places ahead.
    fn ahead(&mut self, k: usize) -> Token {
        self.token(self.i + k)
    }

    fn token(&mut self, i: usize) -> Token {
        while self.toks.len() <= i {
            if let Some(last) = self.toks.last()
                && last.kind == Tok::Eof
            {
                return *last;
            }
            let t = self.lexer.next_token(&self.table);
            self.toks.push(t);
        }
        self.toks[i]
    }

    fn peek(&mut self) -> Token {
        self.token(self.i)
    }

    fn kind(&mut self) -> Tok {
        self.peek().kind
    }

    fn bump(&mut self) -> Token {
        let t = self.peek();
        if t.kind != Tok::Eof {
            self.i += 1;
        }
        t
    }

    /// Takes `n` tokens that were looked at before.
    fn skip(&mut self, n: usize) {
        for _ in 0..n {
            self.bump();
        }
    }

    fn text(&self, t: Token) -> &'a str {
        t.span.text(self.src)
    }

    /// Whether the next token is this symbol or keyword.
    fn at(&mut self, s: &str) -> bool {
        self.ahead_is(0, s)
    }

    fn ahead_is(&mut self, k: usize, s: &str) -> bool {
        matches!(self.ahead(k).kind, Tok::Sym(t) if t == s)
    }

    fn at_any(&mut self, list: &[&str]) -> bool {
        matches!(self.kind(), Tok::Sym(t) if list.contains(&t))
    }

    /// Whether the next token is the word `s`, reserved or not.
    fn at_word(&mut self, s: &str) -> bool {
        self.word() == Some(s)
    }

    /// The next token's text, if it is a word.
    fn word(&mut self) -> Option<&'a str> {
        let t = self.peek();
        let text = self.text(t);
        let is_word = match t.kind {
            Tok::Ident => true,
            Tok::Sym(s) => s.starts_with(|c: char| c.is_ascii_alphabetic()),
            _ => false,
        };
        is_word.then_some(text)
    }

    fn eat(&mut self, s: &str) -> bool {
        let yes = self.at(s);
        if yes {
            self.bump();
        }
        yes
    }

    fn eat_word(&mut self, s: &str) -> bool {
        let yes = self.at_word(s);
        if yes {
            self.bump();
        }
        yes
    }

    fn expect(&mut self, s: &'static str) -> PResult<Span> {
        if self.at(s) { Ok(self.bump().span) } else { Err(self.unexpected(&format!("'{s}'"))) }
    }

    /// Either spelling of a symbol.
    fn expect_either(&mut self, a: &'static str, b: &'static str) -> PResult<()> {
        if self.eat(b) { Ok(()) } else { self.expect(a).map(|_| ()) }
    }

    /// The error that the next token is not what was expected.
    fn unexpected(&mut self, expected: &str) -> SyntaxError {
        let t = self.peek();
        let what = match t.kind {
            Tok::Error(message) => return SyntaxError { span: t.span, message: message.to_owned() },
            Tok::Eof => "unexpected end of input".to_owned(),
            Tok::Ident => "unexpected identifier".to_owned(),
            Tok::Doc => "unexpected token '/--'".to_owned(),
            Tok::ModuleDoc => "unexpected token '/-!'".to_owned(),
            _ => format!("unexpected token '{}'", self.text(t).chars().take(40).collect::<String>()),
        };
        SyntaxError { span: t.span, message: format!("{what}; expected {expected}") }
    }

    /// The end of the last token that was taken.
    fn prev_end(&self) -> usize {
        match self.i.checked_sub(1).and_then(|i| self.toks.get(i)) {
            Some(t) => t.span.end,
            None => self.toks.first().map_or(0, |t| t.span.start),
        }
    }

    fn start(&mut self) -> usize {
        self.peek().span.start
    }

    /// From `start` to the end of the last token.
    fn since(&self, start: usize) -> Span {
        Span::new(start, self.prev_end().max(start))
    }

    /// Where the next token stands.
    fn here(&mut self) -> Cursor {
        let t = self.peek();
        Cursor { offset: t.span.start, col: t.col, line_start: t.line_start }
    }

    /// Runs `f` one level deeper, on a stack that is large enough.
    fn nested<T>(&mut self, f: impl FnOnce(&mut Self) -> PResult<T>) -> PResult<T> {
        if self.depth + 1 > MAX_DEPTH {
            return Err(self.too_deep());
        }
        self.depth += 1;
        let outer = std::mem::take(&mut self.height);
        let result = stacker::maybe_grow(128 * 1024, 2 * 1024 * 1024, || f(self));
        self.height = outer.max(self.height + 1);
        self.depth -= 1;
        result
    }

    /// Notes that a node was put on top of what this level has built so far.
    fn raise(&mut self) -> PResult<()> {
        self.height += 1;
        if self.depth + self.height > MAX_DEPTH { Err(self.too_deep()) } else { Ok(()) }
    }

    /// Runs `f`, which puts a node on top of what this level has built so far and may read further parts of it.
    fn above<T>(&mut self, f: impl FnOnce(&mut Self) -> PResult<T>) -> PResult<T> {
        let below = std::mem::take(&mut self.height);
        let result = f(self)?;
        self.height = self.height.max(below + 1);
        if self.depth + self.height > MAX_DEPTH { Err(self.too_deep()) } else { Ok(result) }
    }

    fn too_deep(&mut self) -> SyntaxError {
        let span = self.peek().span;
        SyntaxError {
            span,
            message: "maximum recursion depth has been reached: nested too deeply".to_owned(),
        }
    }

    /// Runs `f` with the column of the next token saved.
    fn with_position<T>(&mut self, f: impl FnOnce(&mut Self) -> PResult<T>) -> PResult<T> {
        let col = self.peek().col;
        self.with_pos(Some(col), f)
    }

    /// Runs `f` with no saved column: inside brackets.
    fn without_position<T>(&mut self, f: impl FnOnce(&mut Self) -> PResult<T>) -> PResult<T> {
        let outer = std::mem::take(&mut self.no_do);
        let result = self.with_pos(None, f);
        self.no_do = outer;
        result
    }

    fn with_pos<T>(&mut self, pos: Option<usize>, f: impl FnOnce(&mut Self) -> PResult<T>) -> PResult<T> {
        let outer = std::mem::replace(&mut self.pos, pos);
        let result = f(self);
        self.pos = outer;
        result
    }

    /// Whether the next token stands to the right of the saved column.
    fn col_gt(&mut self) -> bool {
        let col = self.peek().col;
        self.pos.is_none_or(|p| col > p)
    }

    fn col_ge(&mut self) -> bool {
        let col = self.peek().col;
        self.pos.is_none_or(|p| col >= p)
    }

    /// Whether the next token begins a line exactly at the saved column.
    fn next_item(&mut self) -> bool {
        let t = self.peek();
        t.line_start && self.pos.is_none_or(|p| t.col == p)
    }

    /// Whether token `k` places ahead follows the one before it without a blank.
    fn glued(&mut self, k: usize) -> bool {
        !self.ahead(k).space
    }

    fn ident_of(&self, t: Token) -> Ident {
        Ident { parts: ident_parts(self.text(t)), span: t.span }
    }

    fn ident(&mut self) -> PResult<Ident> {
        if self.at_antiquotation() {
            return self.antiquotation();
        }
        if self.kind() == Tok::Ident {
            let t = self.bump();
            Ok(self.ident_of(t))
        } else {
            Err(self.unexpected("identifier"))
        }
    }

    /// A name where keywords count as names too.
    fn raw_ident(&mut self) -> PResult<Ident> {
        if self.word().is_some() {
            let t = self.bump();
            Ok(self.ident_of(t))
        } else {
            Err(self.unexpected("identifier"))
        }
    }

    /// Names for as long as they stand to the right of the saved column.
    fn idents(&mut self) -> PResult<Vec<Ident>> {
        let mut names = Vec::new();
        while (self.kind() == Tok::Ident || self.at_antiquotation()) && self.col_gt() {
            names.push(self.ident()?);
        }
        Ok(names)
    }

    fn idents1(&mut self) -> PResult<Vec<Ident>> {
        let names = self.idents()?;
        if names.is_empty() { Err(self.unexpected("identifier")) } else { Ok(names) }
    }

    /// `x` or `_`, if there is one.
    fn opt_binder_name(&mut self) -> Option<BinderName> {
        if self.at_antiquotation() {
            return self.antiquotation().ok().map(BinderName::Ident);
        }
        let t = self.peek();
        match t.kind {
            Tok::Ident => {
                self.bump();
                Some(BinderName::Ident(self.ident_of(t)))
            }
            Tok::Sym("_") => {
                self.bump();
                Some(BinderName::Hole(t.span))
            }
            _ => None,
        }
    }

    fn binder_name(&mut self) -> PResult<BinderName> {
        match self.opt_binder_name() {
            Some(n) => Ok(n),
            None => Err(self.unexpected("identifier or '_'")),
        }
    }

    /// `x y _` to the right of the saved column.
    fn binder_names(&mut self) -> Vec<BinderName> {
        let mut names = Vec::new();
        while self.col_gt() {
            let Some(n) = self.opt_binder_name() else { break };
            names.push(n);
        }
        names
    }

    fn at_binder_name(&mut self, k: usize) -> bool {
        matches!(self.ahead(k).kind, Tok::Ident | Tok::Sym("_")) || (k == 0 && self.at_antiquotation())
    }

    /// `h :` before a term.
    fn opt_hyp(&mut self) -> Option<BinderName> {
        // `$h : p`
        if self.at_antiquotation() && self.ahead_is(2, ":") && self.ahead(2).space {
            let name = self.opt_binder_name();
            self.bump();
            return name;
        }
        if self.at_binder_name(0) && self.ahead_is(1, ":") {
            let name = self.opt_binder_name();
            self.bump();
            return name;
        }
        None
    }

    /// Items separated by commas, up to the closing bracket, which is taken. A comma may stand before it.
    fn comma_list<T>(
        &mut self,
        close: &'static str,
        mut item: impl FnMut(&mut Self) -> PResult<T>,
    ) -> PResult<Vec<T>> {
        self.without_position(|p| {
            let mut items = Vec::new();
            while !p.at(close) {
                items.push(item(p)?);
                if !p.eat(",") {
                    break;
                }
            }
            if p.at(close) {
                p.bump();
                Ok(items)
            } else {
                Err(p.unexpected(&format!("',' or '{close}'")))
            }
        })
    }

    /// At least one item, separated by commas.
    fn comma_list1<T>(&mut self, mut item: impl FnMut(&mut Self) -> PResult<T>) -> PResult<Vec<T>> {
        let mut items = vec![item(self)?];
        while self.eat(",") {
            items.push(item(self)?);
        }
        Ok(items)
    }

    /// The place of the bracket that closes the one at `open`, if there is one before the next command.
    fn closer(&mut self, open: usize) -> Option<usize> {
        if let Some(known) = self.closers.get(&open) {
            return *known;
        }
        let mut stack = Vec::new();
        let mut i = open;
        loop {
            let t = self.token(i);
            let command = t.line_start && t.col == 0 && i > open && starts_command(t.kind);
            match t.kind {
                Tok::Eof => break,
                _ if command => break,
                Tok::Sym("(" | "[" | "{" | "⟨" | "⦃" | "#[" | ".(" | ".{" | "@[" | "‹" | "⟦") => {
                    stack.push(i)
                }
                Tok::Sym(")" | "]" | "]'" | "}" | "⟩" | "⦄" | "›" | "⟧") => {
                    let Some(partner) = stack.pop() else { break };
                    self.closers.insert(partner, Some(i));
                    if stack.is_empty() {
                        break;
                    }
                }
                _ => {}
            }
            i += 1;
        }
        for rest in stack {
            self.closers.insert(rest, None);
        }
        self.closers.get(&open).copied().flatten()
    }

    /// Runs `f` where the namespaces of `open` count; their scoped notations change the tokens ahead.
    fn with_open<T>(&mut self, open: &OpenDecl, f: impl FnOnce(&mut Self) -> PResult<T>) -> PResult<T> {
        if !self.table.has_scoped() {
            return f(self);
        }
        let mut inner = self.table.clone().into_owned();
        inner.open(&open.kind);
        let outer = std::mem::replace(&mut self.table, Cow::Owned(inner));
        self.relex();
        let result = f(self);
        self.table = outer;
        self.relex();
        result
    }

    /// Forgets the tokens ahead.
    fn relex(&mut self) {
        let t = self.peek();
        let at = self.here();
        self.toks.truncate(self.i);
        self.lexer.seek(at);
        self.closers.clear();
        let mut again = self.lexer.next_token(&self.table);
        again.space = t.space;
        self.toks.push(again);
    }

    /// After an error in a command that began at `col`: goes to the next one.
    fn recover(&mut self, col: usize) {
        self.i = self.keyword.min(self.i);
        self.bump();
        self.skip_command(col);
    }

    /// Goes to the next keyword that begins a command and stands first on its line, no further to the right than `col`.
    fn skip_command(&mut self, col: usize) {
        loop {
            let t = self.peek();
            if t.kind == Tok::Eof || (t.line_start && t.col <= col && starts_command(t.kind)) {
                return;
            }
            self.bump();
        }
    }

    /// Reads over the text of something that is not represented: to the end of its lines, that is, before a line that
    /// begins at or left of the saved column, a bracket that belongs outside, the next command, or, if `separators`
    /// end it too, before one of them.
    fn skip_text(&mut self, separators: bool) {
        let mut open = 0usize;
        loop {
            let t = self.peek();
            if t.line_start
                && (self.pos.is_some_and(|p| t.col <= p) || (t.col == 0 && starts_command(t.kind)))
            {
                return;
            }
            match t.kind {
                Tok::Eof => return,
                Tok::Sym("(" | "[" | "{" | "⟨" | "⦃" | "#[" | ".(" | ".{" | "@[" | "‹" | "⟦") => {
                    open += 1
                }
                Tok::Sym(")" | "]" | "]'" | "}" | "⟩" | "⦄" | "›" | "⟧") => {
                    if open == 0 {
                        return;
                    }
                    open -= 1;
                }
                Tok::Sym(";" | "<;>" | "<|>" | "," | "|") if open == 0 && separators => return,
                _ => {}
            }
            self.bump();
        }
    }
}
