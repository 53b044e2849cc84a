//! Tokens, read on demand: the longest symbol wins over a shorter one, and over a name of at most its length.

use crate::SyntaxError;
use crate::notation::NotationTable;
use crate::span::Span;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// The kinds of tokens.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tok {
    /// A name that is no keyword.
    Ident,
    /// A symbol or keyword of the built-in grammar.
    Sym(&'static str),
    /// A symbol that a notation of the file introduced; its text is the token.
    User,
    /// A command such as `#check`.
    Hash,
    Nat,
    Scientific,
    Str,
    Char,
    /// `` `a.b ``
    NameLit,
    /// `s!"…"`: from the prefix to the closing quote
    Interpolated,
    /// `/-- … -/`
    Doc,
    /// `/-! … -/`
    ModuleDoc,
    /// Text that is no token; the message says why.
    Error(&'static str),
    Eof,
}

/// A token and what is needed to judge the blanks before it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub kind: Tok,
    pub span: Span,
    /// Column of its first character.
    pub col: usize,
    /// Whether there is a blank or comment before it.
    pub space: bool,
    /// Whether it is the first on its line.
    pub line_start: bool,
}

/// Where reading goes on.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cursor {
    pub offset: usize,
    pub col: usize,
    /// Whether nothing but blanks came before on this line.
    pub line_start: bool,
}

/// Names that can't be identifiers, because the grammar uses them everywhere.
const KEYWORDS: &str = "fun forall exists let have show suffices from by if then else match with nomatch nofun do at in \
    Type Sort Prop sorry open set_option calc termination_by termination_by? decreasing_by where deriving extends \
    universe universes variable namespace section end def theorem lemma example instance axiom abbrev opaque structure \
    class inductive coinductive mutual private protected public noncomputable partial unsafe nonrec attribute import \
    prelude export include omit notation infix infixl infixr prefix postfix macro syntax macro_rules elab elab_rules \
    declare_syntax_cat local scoped hiding renaming init_quot initialize builtin_initialize run_cmd using generalizing \
    unless for try catch finally return mut while haveI letI let_fun bif nat_lit partial_fixpoint \
    alias unseal seal grind_pattern simproc dsimproc unif_hint add_decl_doc run_elab run_meta \
    recommended_spelling binder_predicate library_note";

/// Everything else that is a token. `_` is here: it is a token although it looks like a name.
const SYMBOLS: &str = "λ ( ) [ ] { } ⟨ ⟩ ⦃ ⦄ ‹ › ⟦ ⟧ , ; : := . .. ... | || => → -> ← <- ↦ @ @[ .{ .( #[ ]' _ ? · ∀ ∃ ∃! \
    × ×' Σ Σ' + - * / % ^ ++ :: ∣ ≤ <= < > >= ≥ = == != ≠ ≍ ∧ /\\ ∨ \\/ ¬ ! && ↔ <-> <|> >>= =<< >=> <=< <$> <&> <*> <* *> \
    >> <<< >>> ||| &&& ^^^ ~~~ • ∘ ⁻¹ ∈ ∉ ⊆ ⊂ ⊇ ⊃ ∪ ∩ \\ ∅ ▸ |> |>. <| $ ↑ ⇑ ↥ ⊢ ⊕ ⊕' ≈ <;> ↓ // & ~ ` # % '";

static KEYWORD_SET: LazyLock<FxHashMap<&'static str, &'static str>> =
    LazyLock::new(|| KEYWORDS.split_whitespace().map(|k| (k, k)).collect());

/// Symbols by first character, longest first.
static SYMBOL_TABLE: LazyLock<FxHashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let mut table: FxHashMap<char, Vec<&'static str>> = FxHashMap::default();
    for s in SYMBOLS.split_whitespace() {
        if let Some(c) = s.chars().next() {
            table.entry(c).or_default().push(s);
        }
    }
    for list in table.values_mut() {
        list.sort_by_key(|s| std::cmp::Reverse(s.len()));
    }
    table
});

/// Keywords that begin a command.
static COMMAND_SET: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    "universe universes variable namespace section end def theorem lemma example instance axiom abbrev opaque structure \
     class inductive coinductive mutual private protected public noncomputable partial unsafe nonrec attribute import \
     prelude export include omit notation infix infixl infixr prefix postfix macro syntax macro_rules elab elab_rules \
     declare_syntax_cat local scoped init_quot initialize builtin_initialize run_cmd open set_option deriving @[ \
     alias unseal seal grind_pattern simproc dsimproc unif_hint add_decl_doc run_elab run_meta \
     recommended_spelling binder_predicate library_note"
        .split_whitespace()
        .collect()
});

/// Whether the keyword begins a command.
pub(crate) fn starts_command(kind: Tok) -> bool {
    match kind {
        Tok::Sym(s) => COMMAND_SET.contains(s),
        Tok::Hash | Tok::Doc | Tok::ModuleDoc => true,
        _ => false,
    }
}

fn is_letter_like(c: char) -> bool {
    matches!(c,
        'α'..='ω' if c != 'λ')
        || matches!(c, 'Α'..='Ω' if c != 'Π' && c != 'Σ')
        || matches!(c, '\u{3ca}'..='\u{3fb}' | '\u{1f00}'..='\u{1ffe}' | '\u{2100}'..='\u{214f}'
            | '\u{1d49c}'..='\u{1d59f}')
        || matches!(c, '\u{c0}'..='\u{17f}' if c != '×' && c != '÷')
}

fn is_subscript(c: char) -> bool {
    matches!(c, '\u{2080}'..='\u{2089}' | '\u{2090}'..='\u{209c}' | '\u{1d62}'..='\u{1d6a}' | '\u{2c7c}')
}

fn is_ident_first(c: char) -> bool {
    c.is_ascii_alphabetic() || c == '_' || is_letter_like(c)
}

fn is_ident_rest(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '\'' | '!' | '?') || is_letter_like(c) || is_subscript(c)
}

/// Whether `s` can stand as one component of a name without `«»`.
///
/// ```
/// use turnstile_syntax::is_plain_ident;
/// assert!(is_plain_ident("x₁'") && !is_plain_ident("two words") && !is_plain_ident(""));
/// ```
#[must_use]
pub fn is_plain_ident(s: &str) -> bool {
    let mut chars = s.chars();
    chars.next().is_some_and(is_ident_first) && chars.all(is_ident_rest)
}

/// Reads tokens from `src[..limit]`.
pub(crate) struct Lexer<'a> {
    src: &'a str,
    limit: usize,
    at: Cursor,
    /// Where the last token ended, and whether it was the dot of `e.`: digits after it are a field.
    last_end: usize,
    after_field_dot: bool,
    /// Characters that are refused but do not end a token: tabs.
    pub errors: Vec<SyntaxError>,
}

impl<'a> Lexer<'a> {
    pub fn new(src: &'a str, limit: usize, at: Cursor) -> Lexer<'a> {
        let limit = limit.min(src.len());
        Lexer { src, limit, at, last_end: usize::MAX, after_field_dot: false, errors: Vec::new() }
    }

    fn rest(&self) -> &'a str {
        self.src.get(self.at.offset..self.limit).unwrap_or("")
    }

    fn advance(&mut self, bytes: usize) {
        let Some(text) = self.src.get(self.at.offset..self.at.offset + bytes) else { return };
        match text.rfind('\n') {
            Some(i) => {
                self.at.col = text[i + 1..].chars().count();
                self.at.line_start = true;
            }
            None => self.at.col += text.chars().count(),
        }
        self.at.offset += bytes;
    }

    /// Skips blanks and comments. Stops before an unterminated comment, which the next token reports.
    fn skip_blank(&mut self) {
        loop {
            let rest = self.rest();
            let Some(c) = rest.chars().next() else { return };
            match c {
                '\t' => {
                    self.errors.push(SyntaxError {
                        span: Span::new(self.at.offset, self.at.offset + 1),
                        message: "tabs are not allowed; please configure your editor to expand them"
                            .to_owned(),
                    });
                    self.advance(1);
                }
                '\r' if !rest.starts_with("\r\n") => {
                    self.errors.push(SyntaxError {
                        span: Span::new(self.at.offset, self.at.offset + 1),
                        message: "isolated carriage returns are not allowed".to_owned(),
                    });
                    self.advance(1);
                }
                ' ' | '\r' | '\n' => self.advance(1),
                '\u{feff}' if self.at.offset == 0 => {
                    self.advance(c.len_utf8());
                    self.at.col = 0;
                }
                '-' if rest.starts_with("--") => self.advance(rest.find('\n').unwrap_or(rest.len())),
                '/' if rest.starts_with("/-") && !rest.starts_with("/--") && !rest.starts_with("/-!") => {
                    let Some(n) = block_comment_len(rest) else { return };
                    let line_start = self.at.line_start;
                    self.advance(n);
                    self.at.line_start |= line_start;
                }
                _ => return,
            }
        }
    }

    /// The next token; `table` adds the tokens of notations.
    pub fn next_token(&mut self, table: &NotationTable) -> Token {
        let before = self.at.offset;
        self.skip_blank();
        let start = self.at;
        let (kind, len) = self.scan(table);
        self.advance(len);
        self.at.line_start = false;
        let space = start.offset > before || before == 0;
        let dot = kind == Tok::Sym(".") || kind == Tok::Sym("|>.");
        self.after_field_dot = dot && !space && self.last_end == start.offset || kind == Tok::Sym("|>.");
        self.last_end = self.at.offset;
        Token {
            kind,
            span: Span::new(start.offset, self.at.offset),
            col: start.col,
            space,
            line_start: start.line_start,
        }
    }

    fn scan(&self, table: &NotationTable) -> (Tok, usize) {
        let rest = self.rest();
        let mut chars = rest.chars();
        let Some(c) = chars.next() else { return (Tok::Eof, 0) };
        let next = chars.next();
        match c {
            '/' if rest.starts_with("/-") => return scan_comment_token(rest),
            '"' => return scan_string(rest, 0),
            '\'' if next != Some('\'') => return scan_char(rest),
            '0'..='9' => {
                if self.after_field_dot && self.last_end == self.at.offset {
                    return (Tok::Nat, rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()));
                }
                return scan_number(rest);
            }
            '`' if next.is_some_and(|n| is_ident_first(n) || n == '«') => {
                return match ident_len(&rest[1..]) {
                    Ok(n) => (Tok::NameLit, n + 1),
                    Err(n) => (Tok::Error("unterminated identifier escape"), n + 1),
                };
            }
            'r' => {
                let hashes = rest[1..].bytes().take_while(|b| *b == b'#').count();
                if rest[1 + hashes..].starts_with('"') {
                    return scan_raw_string(rest, hashes);
                }
            }
            's' | 'm' | 'f' if rest[1..].starts_with("!\"") => {
                return match interpolated_len(&rest[2..]) {
                    Some(n) => (Tok::Interpolated, n + 2),
                    None => (Tok::Error("unterminated string literal"), rest.len()),
                };
            }
            _ => {}
        }
        let ident = if is_ident_first(c) || c == '«' {
            match ident_len(rest) {
                Ok(n) => n,
                Err(n) => return (Tok::Error("unterminated identifier escape"), n),
            }
        } else {
            0
        };
        let builtin = SYMBOL_TABLE
            .get(&c)
            .and_then(|list| list.iter().find(|s| rest.starts_with(**s)))
            .copied()
            .unwrap_or_default();
        let user = table.longest_token(rest);
        if user > 0 && user >= ident && user > builtin.len() {
            return match KEYWORD_SET.get(&rest[..user]) {
                Some(k) => (Tok::Sym(k), user),
                None => (Tok::User, user),
            };
        }
        if !builtin.is_empty() && builtin.len() >= ident {
            if builtin == "#" && next.is_some_and(is_ident_first) {
                return (Tok::Hash, 1 + ident_len(&rest[1..]).unwrap_or_else(|n| n));
            }
            return (Tok::Sym(builtin), builtin.len());
        }
        if ident > 0 {
            return match KEYWORD_SET.get(&rest[..ident]) {
                Some(k) => (Tok::Sym(k), ident),
                None => (Tok::Ident, ident),
            };
        }
        (Tok::Error("expected token"), c.len_utf8())
    }

    /// Goes on from `at`.
    pub fn seek(&mut self, at: Cursor) {
        self.at = at;
        self.last_end = usize::MAX;
        self.after_field_dot = false;
        self.errors.retain(|e| e.span.start < at.offset);
    }
}

/// The length of the (possibly nested) block comment that `s` starts with.
fn block_comment_len(s: &str) -> Option<usize> {
    let bytes = s.as_bytes();
    let (mut i, mut depth) = (2, 1usize);
    while depth > 0 {
        let pair = bytes.get(i..i + 2)?;
        match pair {
            b"-/" => {
                depth -= 1;
                i += 2;
            }
            b"/-" => {
                depth += 1;
                i += 2;
            }
            _ => i += 1,
        }
    }
    Some(i)
}

fn scan_comment_token(rest: &str) -> (Tok, usize) {
    match block_comment_len(rest) {
        None => (Tok::Error("unterminated comment"), rest.len()),
        Some(n) if rest.starts_with("/--") => (Tok::Doc, n),
        Some(n) => (Tok::ModuleDoc, n),
    }
}

/// The length of the dotted name that `s` starts with; the error is how far an unterminated one reaches.
fn ident_len(s: &str) -> Result<usize, usize> {
    let mut i = 0;
    loop {
        let rest = &s[i..];
        if let Some(inner) = rest.strip_prefix('«') {
            let end = inner.find(['»', '\n']).ok_or(s.len())?;
            if !inner[end..].starts_with('»') || end == 0 {
                return Err(i + '«'.len_utf8() + end);
            }
            i += '«'.len_utf8() + end + '»'.len_utf8();
        } else {
            i += rest.find(|c| !is_ident_rest(c)).unwrap_or(rest.len());
        }
        let mut after = s[i..].chars();
        match (after.next(), after.next()) {
            (Some('.'), Some(c)) if is_ident_first(c) || c == '«' => i += 1,
            _ => return Ok(i),
        }
    }
}

fn digits(s: &str, ok: impl Fn(char) -> bool) -> usize {
    let n = s.find(|c: char| !(ok(c) || c == '_')).unwrap_or(s.len());
    s[..n].trim_end_matches('_').len()
}

fn scan_number(rest: &str) -> (Tok, usize) {
    let radix = match rest.as_bytes().get(1) {
        Some(b'x' | b'X') if rest.starts_with('0') => 16,
        Some(b'b' | b'B') if rest.starts_with('0') => 2,
        Some(b'o' | b'O') if rest.starts_with('0') => 8,
        _ => 10,
    };
    if radix != 10 {
        let n = digits(&rest[2..], |c| c.is_digit(radix));
        return if n == 0 { (Tok::Error("missing digits in number"), 2) } else { (Tok::Nat, n + 2) };
    }
    let decimal = |s: &str| digits(s, |c| c.is_ascii_digit());
    let mut n = decimal(rest);
    let mut kind = Tok::Nat;
    if rest[n..].starts_with('.') && rest[n + 1..].starts_with(|c: char| c.is_ascii_digit()) {
        n += 1 + decimal(&rest[n + 1..]);
        kind = Tok::Scientific;
    }
    if rest[n..].starts_with(['e', 'E']) {
        let sign = usize::from(rest[n + 1..].starts_with(['+', '-']));
        let exp = decimal(&rest[n + 1 + sign..]);
        if exp == 0 {
            return (Tok::Error("missing exponent digits in scientific literal"), n + 1);
        }
        n += 1 + sign + exp;
        kind = Tok::Scientific;
    }
    (kind, n)
}

/// Reads `"…"`; `skip` bytes of prefix come first.
fn scan_string(rest: &str, skip: usize) -> (Tok, usize) {
    match string_len(&rest[skip..]) {
        Some(n) => (Tok::Str, skip + n),
        None => (Tok::Error("unterminated string literal"), rest.len()),
    }
}

fn string_len(s: &str) -> Option<usize> {
    let bytes = s.as_bytes();
    let mut i = 1;
    loop {
        match bytes.get(i)? {
            b'"' => return Some(i + 1),
            b'\\' => i += 2,
            _ => i += 1,
        }
    }
}

fn scan_raw_string(rest: &str, hashes: usize) -> (Tok, usize) {
    let close = format!("\"{}", "#".repeat(hashes));
    let body = 2 + hashes;
    match rest[body..].find(&close) {
        Some(n) => (Tok::Str, body + n + close.len()),
        None => (Tok::Error("unterminated raw string literal"), rest.len()),
    }
}

fn scan_char(rest: &str) -> (Tok, usize) {
    let mut chars = rest.char_indices().skip(1);
    let Some((_, c)) = chars.next() else { return (Tok::Error("unexpected end of input"), 1) };
    let close = if c == '\\' {
        let Some((i, e)) = chars.next() else { return (Tok::Error("unexpected end of input"), rest.len()) };
        i + e.len_utf8()
            + match e {
                'x' => 2,
                'u' => 4,
                _ => 0,
            }
    } else {
        1 + c.len_utf8()
    };
    if rest.get(close..).is_some_and(|r| r.starts_with('\'')) {
        (Tok::Char, close + 1)
    } else {
        (Tok::Error("missing end of character literal"), 1)
    }
}

/// The length of an interpolated string from its opening quote. Braces hold terms, which may hold strings.
fn interpolated_len(s: &str) -> Option<usize> {
    let bytes = s.as_bytes();
    let mut i = 1;
    let mut depth = 0usize;
    loop {
        match bytes.get(i)? {
            b'"' if depth == 0 => return Some(i + 1),
            b'"' => {
                let before = bytes.get(i - 1).copied();
                i +=
                    if before == Some(b'!') { nested_interpolation(s, i)? } else { string_len(s.get(i..)?)? };
            }
            b'\\' if depth == 0 => i += 2,
            b'{' => {
                depth += 1;
                i += 1;
            }
            b'}' => {
                depth = depth.saturating_sub(1);
                i += 1;
            }
            _ => i += 1,
        }
    }
}

/// Inside a hole, `s!"…"` may be nested once more; deeper nesting is read as plain strings.
fn nested_interpolation(s: &str, i: usize) -> Option<usize> {
    let bytes = s.as_bytes();
    let (mut j, mut depth) = (i + 1, 0usize);
    loop {
        match bytes.get(j)? {
            b'"' if depth == 0 => return Some(j + 1 - i),
            b'"' => j += string_len(s.get(j..)?)?,
            b'\\' if depth == 0 => j += 2,
            b'{' => {
                depth += 1;
                j += 1;
            }
            b'}' => {
                depth = depth.saturating_sub(1);
                j += 1;
            }
            _ => j += 1,
        }
    }
}

/// The components of a name token.
pub(crate) fn ident_parts(text: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (part, after) = match rest.strip_prefix('«') {
            Some(inner) => inner.split_once('»').unwrap_or((inner, "")),
            None => rest.split_at(rest.find('.').unwrap_or(rest.len())),
        };
        parts.push(part.to_owned());
        rest = after.strip_prefix('.').unwrap_or(after);
    }
    if parts.is_empty() {
        parts.push(String::new());
    }
    parts
}

/// The value of the escape after a backslash, and how many bytes it takes; none for an invalid one.
/// A line break (string gap) has no value.
pub(crate) fn unescape_one(s: &str) -> Option<(Option<char>, usize)> {
    let c = s.chars().next()?;
    let hex = |n: usize| {
        let digits = s.get(1..=n)?;
        let code = u32::from_str_radix(digits, 16).ok()?;
        Some((Some(char::from_u32(code)?), n + 1))
    };
    match c {
        'n' => Some((Some('\n'), 1)),
        't' => Some((Some('\t'), 1)),
        'r' => Some((Some('\r'), 1)),
        '\\' | '\'' | '"' | '{' | '}' => Some((Some(c), 1)),
        'x' => hex(2),
        'u' => hex(4),
        '\n' | '\r' => Some((None, s.len() - s.trim_start().len())),
        _ => None,
    }
}

/// The value of a string body; the error is the offset of an invalid escape.
pub(crate) fn unescape(body: &str) -> Result<String, usize> {
    let mut out = String::with_capacity(body.len());
    let mut rest = body;
    while let Some(i) = rest.find('\\') {
        out.push_str(&rest[..i]);
        let at = body.len() - rest.len() + i;
        let (c, n) = unescape_one(&rest[i + 1..]).ok_or(at)?;
        out.extend(c);
        rest = rest.get(i + 1 + n..).ok_or(at)?;
    }
    out.push_str(rest);
    Ok(out)
}
