//! What terms are read as.

use expect_test::{Expect, expect};
use turnstile_syntax::{NotationTable, parse_term, sexpr_term};

/// Each line of `input` is a term.
fn check(input: &str, expected: Expect) {
    let mut out = String::new();
    for line in input.lines().map(str::trim).filter(|l| !l.is_empty()) {
        match parse_term(line, &NotationTable::new()) {
            Ok(t) => out += &sexpr_term(&t),
            Err(e) => out += &format!("error {:?}: {e}", e.span),
        }
        out.push('\n');
    }
    expected.assert_eq(&out);
}

/// `input` is one term over several lines.
fn check_one(input: &str, expected: Expect) {
    let out = match parse_term(input, &NotationTable::new()) {
        Ok(t) => sexpr_term(&t),
        Err(e) => format!("error {:?}: {e}", e.span),
    };
    expected.assert_eq(&out);
}

#[test]
fn operators_have_the_precedences_of_lean() {
    check(
        "
        a + b * c - d
        a ∧ b ∧ c ∨ d → e → f
        P → Q ↔ ¬ Q → ¬ P
        ¬ a = b ∧ c
        !a && b || c
        a = b = c
        -x ^ 2
        - a * b
        a <= b
        x :: xs ++ ys
        f ∘ g ∘ h
        α × β × γ
        a ∣ b + c
        h ▸ g ▸ e
        f x |> g |> h
        f <| g $ x
        f x⁻¹ y
        a - -b
        x ∈ s ∪ t
        p ∨ q ↔ q ∨ p
        a <|> b <|> c
        x ∉ s \\ t
        2 ^ -1
        ",
        expect![[r#"
            (- (+ a (* b c)) d)
            (→ (∨ (∧ a (∧ b c)) d) (→ e f))
            (↔ (→ P Q) (→ (¬ Q) (¬ P)))
            (∧ (¬ (= a b)) c)
            (|| (&& (! a) b) c)
            error 6..7: unexpected token '='; expected end of input
            (- (^ x 2))
            (* (- a) b)
            (≤ a b)
            (++ (:: x xs) ys)
            (∘ f (∘ g h))
            (× α (× β γ))
            (∣ a (+ b c))
            (▸ h (▸ g e))
            (|> (|> (f x) g) h)
            (<| f (<| g x))
            (f (x ⁻¹) y)
            (- a (- b))
            (∈ x (∪ s t))
            (↔ (∨ p q) (∨ q p))
            (<|> a (<|> b c))
            (∉ x (\ s t))
            error 4..5: unexpected token '-'; expected term
        "#]],
    );
}

#[test]
fn application_and_postfix() {
    check(
        "
        f x (y := 1) ..
        f.{u, max u v} x
        @f.{0} a _ ?x ?_
        h.1.symm.trans g.2
        (f x).foo.bar y
        .some x
        x |>.map f |>.foo 1 2
        xs[i] + xs[j]! + xs[k]? + (f xs)[0]'h
        f fun x => g x
        f fun x ↦ x
        e.match_1 e.2.fun
        f ¬p
        f (-1) !b
        ↑x + ↑(f y)
        ‹a = b› ⟦x⟧ ∅
        xs@(x :: _)
        .(x)
        «odd name».y
        `Nat.add
        ",
        expect![[r#"
            (f x (y := 1) ..)
            (f.{u (max u v)} x)
            (@f.{0} a _ ?x ?_)
            ((proj (proj (proj h 1) symm) trans) (proj g 2))
            ((proj (proj (paren (f x)) foo) bar) y)
            (.some x)
            (|>. (|>. x map f) foo 1 2)
            (+ (+ (+ (index xs i) (index! xs j)) (index? xs k)) (index (paren (f xs)) 0 h))
            (f (fun x => (g x)))
            (f (fun x => x))
            (e.match_1 (proj (proj e 2) fun))
            (f (¬ p))
            (f (paren (- 1)) (! b))
            (+ (↑ x) (↑ (paren (f y))))
            (‹(= a b)› ⟦x⟧ ∅)
            xs@(paren (:: x _))
            .(x)
            «odd name».y
            `Nat.add
        "#]],
    );
}

#[test]
fn brackets() {
    check(
        "
        ()
        (a)
        (a, b, c)
        (a : T)
        (a :)
        (· + 1)
        (f · (· + ·) ·)
        ⟨a, ⟨b, c⟩⟩
        [1, 2, 3,]
        []
        #[a, b]
        {}
        {x, y}
        {x + 1, y}
        { x := 1, y := 2 : T }
        { s with x := 1, y.z := 2 }
        { x := 1, .. }
        { x, y : T }
        { x // p x }
        { x : A // p x }
        { f x y := x, g | 0 => 1 | n+1 => n }
        (↑)
        (x : A) → B x
        {x y : A} → [C x] → ⦃z : D⦄ → B
        [inst : C] → B
        (x : A) × B x
        f (x : A) → B
        ",
        expect![[r#"
            ()
            (paren a)
            (tuple a b c)
            (: a T)
            (: a)
            (cdot 1 (paren (+ ·0 1)))
            (cdot 2 (paren (f ·0 (cdot 2 (paren (+ ·0 ·1))) ·1)))
            ⟨a, ⟨b, c⟩⟩
            [1, 2, 3]
            []
            #[a, b]
            {}
            {x, y}
            (set (+ x 1) y)
            {x := 1, y := 2 : T}
            {s with x := 1, y.z := 2}
            {x := 1 ..}
            {x, y : T}
            {x // (p x)}
            {x : A // (p x)}
            {f x y := x, g [| 0 => 1] [| (+ n 1) => n]}
            (↑)
            (→ (x:A) (B x))
            (→ {x y:A} (→ [(C x)] (→ ⦃z:D⦄ B)))
            (→ [inst:C] B)
            (× (x:A) (B x))
            (→ (f (: x A)) B)
        "#]],
    );
}

#[test]
fn binders() {
    check(
        "
        fun x y => x
        fun (x : A) {y} [C] ⟨a, b⟩ (c, d) _ => x
        fun x y : Nat => x
        fun | 0, _ => a | n+1, m | m, n+1 => b
        λ x => x
        ∀ x y : A, p
        ∀ (x : A) {y : B} [C], p
        forall x, p
        ∃ x y, p ∧ q
        ∃ (x : A) (y : B), p
        ∃! x, p x
        ∀ x < n, ∃ y ∈ s, x ≤ y
        ∀ n ≥ 1, p
        ",
        expect![[r#"
            (fun x y => x)
            (fun (x:A) {y} [C] ⟨a, b⟩ (tuple c d) _ => x)
            (fun (x y:Nat) => x)
            (fun [| 0, _ => a] [| (+ n 1), m | m, (+ n 1) => b])
            (fun x => x)
            (∀ (x y:A), p)
            (∀ (x:A) {y:B} [C], p)
            (∀ x, p)
            (∃ x y, (∧ p q))
            (∃ (x:A) (y:B), p)
            (∃! x, (p x))
            (∀ x <n, (∃ y ∈s, (≤ x y)))
            (∀ n ≥1, p)
        "#]],
    );
}

#[test]
fn keywords() {
    check(
        "
        let x : T := v; b
        let f (x : A) : B := v; b
        let ⟨x, y⟩ := p; x
        have h : T := v; b
        have : T := v; this
        have := v; this
        let rec f : Nat → Nat | 0 => 0 | n+1 => f n; f 3
        show T from e
        show T by simp
        suffices h : T from e; b
        if c then a else if h : d then b else c
        if let some x := e then x else y
        bif c then a else b
        match h : e, e2 with | some x, y => x | none, _ => y
        match (motive := fun _ => T) (generalizing := false) e with | _ => x
        nomatch a, b
        nofun
        open Foo Bar in x
        set_option a.b true in x
        fun x => match x with | 0 => 1 | _ => 2
        sorry
        do return 5
        ",
        expect![[r#"
            (let x : T := v; b)
            (let f (x:A) : B := v; b)
            (let ⟨x, y⟩ := p; x)
            (have h : T := v; b)
            (have this : T := v; this)
            (have this := v; this)
            (letrec f : (→ Nat Nat) [| 0 => 0] [| (+ n 1) => (f n)]; (f 3))
            (show T from e)
            (show T from (by {(simp)}))
            (suffices h: T from e; b)
            (if c a (if h: d b c))
            (iflet (some x) := e x y)
            (bif c a b)
            (match h: e, e2 [| (some x), y => x] [| none, _ => y])
            (match (generalizing false) (motive (fun _ => T)) e [| _ => x])
            (nomatch a b)
            nofun
            (open Foo Bar in x)
            (set_option a.b true in x)
            (fun x => (match x [| 0 => 1] [| _ => 2]))
            sorry
            (do {return 5})
        "#]],
    );
}

#[test]
fn literals_and_sorts() {
    check(
        r##"
        0xFF + 0b11 + 0o7 + 1_000
        1.5 2e10 1.25e-3
        "a\n\"b\x41\u03b1" 'c' '\n' '\''
        s!"a {x + 1} b { f "q" }"
        r"raw\n" r#"x"y"#
        Type Prop
        Type u → Type (u+1) → Sort (max u v) → Sort (imax 1 (v+2)) → Sort _
        List Type
        Type* → α
        nat_lit 5
        "##,
        expect![[r#"
            (+ (+ (+ 0xFF 0b11) 0o7) 1000)
            (15e-1 2e10 125e-5)
            ("a\n\"bAα" 'c' '\n' '\'')
            (s! "a " (+ x 1) " b " (f "q"))
            ("raw\\n" "x\"y")
            (Type Prop)
            (→ (Type u) (→ (Type (+ u 1)) (→ (Sort (max u v)) (→ (Sort (imax 1 (+ v 2))) (Sort _)))))
            (List Type)
            (→ Type* α)
            (nat_lit 5)
        "#]],
    );
}

#[test]
fn layout_decides_where_terms_end() {
    check_one(
        "have h : p :=\n  f x\n    y\nhave g : q := by\n  simp\n  exact z\ng",
        expect!["(have h : p := (f x y); (have g : q := (by {(simp); (exact z)}); g))"],
    );
    check_one(
        "match a with\n| x => match b with\n  | y => 1\n  | z => 2\n| w => 3",
        expect!["(match a [| x => (match b [| y => 1] [| z => 2])] [| w => 3])"],
    );
    check_one(
        "calc a = b := h x\n  _ = c := by simp\n  _ ≤ d := g",
        expect!["(calc (= a b) := (h x); (= _ c) := (by {(simp)}); (≤ _ d) := g)"],
    );
    check_one("calc\n  a = b := h\n  _ = c := g", expect!["(calc (= a b) := h; (= _ c) := g)"]);
    check_one("{ x := 1\n  y := f\n    2\n  z := 3 }", expect!["{x := 1, y := (f 2), z := 3}"]);
}

#[test]
fn errors_are_located() {
    check(
        "
        f (x
        1 +
        (a b
        [1, 2
        fun => x
        f )
        ⟨a, b)
        · + 1
        let x := 1
        'ab
        \"abc
        @
        ",
        expect![[r#"
            error 4..4: unexpected end of input; expected ')', ',' or ':'
            error 3..3: unexpected end of input; expected term
            error 4..4: unexpected end of input; expected ')', ',' or ':'
            error 5..5: unexpected end of input; expected ',' or ']'
            error 4..6: unexpected token '=>'; expected binder
            error 2..3: unexpected token ')'; expected end of input
            error 7..8: unexpected token ')'; expected ',' or '⟩'
            error 0..2: invalid occurrence of `·` notation, it must be surrounded by parentheses (e.g. `(· + 1)`)
            error 10..10: unexpected end of input; expected ';' or line break
            error 0..1: missing end of character literal
            error 0..4: unterminated string literal
            error 1..1: unexpected end of input; expected term
        "#]],
    );
}
