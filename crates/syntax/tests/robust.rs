//! Whatever the text, nothing panics, spans are in range and nested, and time stays linear.

use proptest::prelude::*;
use std::time::{Duration, Instant};
use turnstile_syntax::{
    Command, NotationTable, Span, Tactic, Term, VisitMut, parse_file, parse_tactics, parse_term,
    walk_command, walk_tactic, walk_term,
};

struct Nested<'a> {
    text: &'a str,
    outer: Span,
}

impl Nested<'_> {
    fn inside(&mut self, span: Span, go_on: impl FnOnce(&mut Self)) {
        assert!(self.outer.contains(span), "{span:?} is not inside {:?} in {:?}", self.outer, self.text);
        assert!(self.text.get(span.start..span.end).is_some(), "{span:?} of {:?}", self.text);
        let outer = std::mem::replace(&mut self.outer, span);
        go_on(self);
        self.outer = outer;
    }
}

impl VisitMut for Nested<'_> {
    fn visit_term(&mut self, t: &mut Term) {
        self.inside(t.span, |v| walk_term(v, t));
    }
    fn visit_tactic(&mut self, t: &mut Tactic) {
        self.inside(t.span, |v| walk_tactic(v, t));
    }
    fn visit_command(&mut self, c: &mut Command) {
        self.inside(c.span, |v| walk_command(v, c));
    }
}

fn check(text: &str) {
    let mut file = parse_file(text);
    let whole = Span::new(0, text.len());
    let mut last = 0;
    for c in &mut file.commands {
        assert!(c.span.start >= last, "commands overlap in {text:?}");
        last = c.span.end;
        Nested { text, outer: whole }.visit_command(c);
        let _ = turnstile_syntax::sexpr_command(c);
    }
    for e in &file.errors {
        assert!(whole.contains(e.span) && text.get(e.span.start..e.span.end).is_some(), "{e:?} in {text:?}");
    }
    let table = NotationTable::new();
    if let Ok(mut t) = parse_term(text, &table) {
        Nested { text, outer: whole }.visit_term(&mut t);
    }
    if let Ok(mut s) = parse_tactics(text, &table) {
        for t in &mut s.tactics {
            Nested { text, outer: whole }.visit_tactic(t);
        }
    }
}

/// Pieces that make grammar-like texts.
const PIECES: &str = "def theorem instance inductive structure class where mutual end namespace section open in variable \
    notation infixl:65 \"⊞\" ⊞ => := : , ; | ( ) [ ] { } ⟨ ⟩ ⦃ ⦄ @[ #[ .( .{ . .. · _ ? @ fun λ ∀ ∃ let have show from \
    suffices by calc match with if then else do Type Sort Prop x y f.g h.1 «a b» 0 1.5 \"s\" s!\"a{x}b\" 'c' `n + - * = ≤ \
    → ∧ ¬ ! ↑ :: ▸ |> <| |>. × // extends deriving intro exact apply refine cases induction rcases obtain simp rw only at \
    ⊢ using generalizing first try repeat case next <;> <|> rfl sorry unfold foo termination_by decreasing_by local scoped \
    /-- -/ /- -- simp? ext conv nomatch nofun bif nat_lit set_option ' \" ‹ › ⟦ ⟧ ∅ × ⁻¹ ]' rec mk :: #check #print";

fn soup() -> impl Strategy<Value = String> {
    let pieces: Vec<&'static str> = PIECES.split_whitespace().collect();
    let piece = prop::sample::select(pieces);
    let blank = prop::sample::select(vec![" ", " ", " ", " ", "", "\n", "\n  ", "\n    ", "\t"]);
    prop::collection::vec((piece, blank), 0..60)
        .prop_map(|v| v.into_iter().map(|(p, b)| format!("{p}{b}")).collect::<String>())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(text in "\\PC{0,80}") {
        check(&text);
    }

    #[test]
    fn any_mixture_of_tokens_is_read(text in soup()) {
        check(&text);
    }

    #[test]
    fn any_definition_with_any_body_is_read(text in soup()) {
        check(&format!("theorem t : p := by\n  {text}"));
        check(&format!("def t := {text}"));
        check(&format!("inductive T where\n  | {text}"));
        check(&format!("structure T where\n  x : {text}"));
    }
}

#[test]
fn deep_nesting_is_an_error_and_no_crash() {
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("⟨", "⟩"),
        ("{", "}"),
        ("{ x := ", "}"),
        ("¬", ""),
        ("a → ", ""),
        ("a + ", ""),
        ("fun x => ", ""),
        ("(x : ", ") → x"),
        ("by exact ", ""),
        ("f (", ")"),
        ("@", ""),
        ("match x with | y => ", ""),
        ("let x := 1; ", ""),
        ("(f ", ").1"),
        ("↑", ""),
        ("s!\"{", "}\""),
        ("Type (", ")"),
        ("do ", ""),
        ("do let x := ", ""),
        ("do if c then ", ""),
        ("open A in ", ""),
    ] {
        let n = 10_000;
        let text = format!("def x := {}a{}\ndef y := 1", open.repeat(n), close.repeat(n));
        let file = parse_file(&text);
        assert_eq!(file.commands.len(), if file.errors.is_empty() { 2 } else { 1 }, "{open}");
        assert!(!file.errors.is_empty(), "{open}");
    }
    for script in
        ["(", "· ", "{ ", "try ", "first | ", "case a => ", "have : p := by ", "rcases h with ⟨", "simp <;> "]
    {
        let text = format!("theorem x : p := by\n  {}skip\ndef y := 1", script.repeat(10_000));
        assert!(!parse_file(&text).errors.is_empty(), "{script}");
    }
    for (open, close) in
        [("(", ")"), ("¬", ""), ("a → ", ""), ("f (", ")"), ("{ x := ", "}"), ("fun x => ", ""), ("1 + ", "")]
    {
        let text = format!("def x := {}a{}\ndef y := 1", open.repeat(700), close.repeat(700));
        assert_eq!(parse_file(&text).errors, [], "{open}");
        check(&text);
        drop(parse_file(&text).commands.clone());
    }
    let chain = format!("def x := a{}\ndef y := 1", ".b".repeat(10_000));
    check(&chain);
    let fields = format!("def x := (a){}\ndef y := 1", ".b".repeat(10_000));
    check(&fields);
    check(&format!("def x := /-{}-/ 1", "/-".repeat(10_000)));
}

#[test]
fn long_texts_take_linear_time() {
    let start = Instant::now();
    for text in [
        format!("def x := [{}]", "a, ".repeat(350_000)),
        format!("def x := f {}", "(a b) ".repeat(170_000)),
        "end ".repeat(250_000),
        "foo ".repeat(250_000),
        format!("theorem x : p := by {}", "simp; ".repeat(170_000)),
        "def x := 1\n".repeat(90_000),
        format!("def x := \"{}\"", "a".repeat(1_000_000)),
        format!("-- {}", "a".repeat(1_000_000)),
        format!("def x := {}", "(x : ".repeat(200_000)),
        format!("def x := {}", "{".repeat(500_000)),
        format!("def x := {}", "{x : ".repeat(100_000)),
        "'".repeat(300_000),
        "s!\"{".repeat(100_000),
        "«".repeat(100_000),
    ] {
        let _ = parse_file(&text);
    }
    assert!(start.elapsed() < Duration::from_secs(60), "took {:?}", start.elapsed());
}
