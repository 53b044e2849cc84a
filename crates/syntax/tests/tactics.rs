//! What tactic scripts are read as.

use expect_test::{Expect, expect};
use turnstile_syntax::{NotationTable, parse_tactics, sexpr_tactics};

/// Each line of `input` is a script.
fn check(input: &str, expected: Expect) {
    let mut out = String::new();
    for line in input.lines().map(str::trim).filter(|l| !l.is_empty()) {
        out += &one(line);
        out.push('\n');
    }
    expected.assert_eq(&out);
}

fn one(input: &str) -> String {
    match parse_tactics(input, &NotationTable::new()) {
        Ok(t) => sexpr_tactics(&t),
        Err(e) => format!("error {:?}: {e}", e.span),
    }
}

fn check_one(input: &str, expected: Expect) {
    expected.assert_eq(&one(input));
}

#[test]
fn goals() {
    check(
        "
        intro x ⟨a, b⟩ _
        intros; intros x y
        exact f x
        apply h.mp
        refine ⟨_, ?_⟩; refine' f _
        constructor; left; right; assumption; contradiction; exfalso
        exists 1, y
        revert x y; clear h; subst h
        generalize h : f x = y at hz
        generalize f x = y
        specialize h 1 rfl
        show a = b; show T from e; show T by simp
        change a = b at h; change a with b
        by_cases h : p; by_cases p ∨ q
        funext x; ext x y : 2; ext
        injection h with a b; injections
        unfold f g at h ⊢; delta f
        have h : T := e; have : T; have ⟨x, hx⟩ := e; let x := 1; replace h := f h
        suffices h : T from e; suffices T by simp
        obtain ⟨x, hx | hy, rfl⟩ := h; obtain ⟨a⟩ | b : T; obtain h : p := e
        rcases h with ⟨a, b⟩ | ⟨-, _, (d : T)⟩
        rintro x ⟨y, z⟩ (h | h)
        symm at h; rfl; congr 2; swap; rotate_left 1; ac_rfl; omega; decide; trivial; native_decide
        exacts [a, b]; rename_i x y; rename p => h
        split; split at h; nofun; nomatch h
        fail; fail \"no\"; skip; done; admit; sorry
        ",
        expect![[r#"
            {(intro x ⟨a, b⟩ _)}
            {(intros); (intros x y)}
            {(exact (f x))}
            {(apply h.mp)}
            {(refine ⟨_, ?_⟩); (refine' (f _))}
            {(constructor); (left); (right); (assumption); (contradiction); (exfalso)}
            {(exists 1 y)}
            {(revert x y); (clear h); (subst h)}
            {(generalize h: (f x) = y at hz)}
            {(generalize (f x) = y)}
            {(specialize (h 1 rfl))}
            {(show (= a b)); (show T from e); (show T from (by {(simp)}))}
            {(change (= a b) at h); (change a with b)}
            {(by_cases h: p); (by_cases (∨ p q))}
            {(funext x); (ext x y : 2); (ext )}
            {(injection h a b); (injections)}
            {(unfold f g at h ⊢); (delta f)}
            {(have h : T := e); (have this : T); (have ⟨x, hx⟩ := e); (let x := 1); (replace h := (f h))}
            {(suffices h: T from e); (suffices T from (by {(simp)}))}
            {(obtain ⟨x, (hx | hy), rfl⟩ := h); (obtain (⟨a⟩ | b) : T); (obtain h : p := e)}
            {(rcases h with (⟨a, b⟩ | ⟨-, _, (d : T)⟩))}
            {(rintro x ⟨y, z⟩ (h | h))}
            {(symm at h); (rfl); (congr 2); (swap); (rotate_left 1); (ac_rfl); (omega); (decide); (trivial); (native_decide)}
            {(exacts a b); (rename_i x y); (rename p => h)}
            {(split); (split at h); (nofun); (nomatch h)}
            {(fail); (fail "no"); (skip); (done); (admit); (sorry)}
        "#]],
    );
}

#[test]
fn rewriting() {
    check(
        "
        rw [h, ← g x y, foo.bar] at h₁ h₂ ⊢
        rw [h] at *; rwa [← h]; erw [h]; rewrite [h]
        rw [h] at h |-
        simp
        simp only [h, ← g, -foo, *, ↓bar] at *
        simp (config := { decide := true }) +arith -zeta [f] at h
        simpa using h; simpa [f] using g x; simp_all; dsimp only; simp?
        simp (disch := omega) only [h]
        simp at h ⊢; omega
        ",
        expect![[r#"
            {(rw [h, ← (g x y), foo.bar] at h₁ h₂ ⊢)}
            {(rw [h] at *); (rwa [← h]); (erw [h]); (rewrite [h])}
            {(rw [h] at h ⊢)}
            {(simp)}
            {(simp only [h, ← g, -foo, *, ↓bar] at *)}
            {(simp (config := {decide := true}) +arith -zeta [f] at h)}
            {(simpa using h); (simpa [f] using (g x)); (simpall); (dsimp only); (simp?)}
            {(simp (disch := (unsupported disch)) only [h])}
            {(simp at h ⊢); (omega)}
        "#]],
    );
}

#[test]
fn combinators() {
    check(
        "
        simp <;> rfl <;> omega
        (intro x; exact x) <;> skip
        first | rfl | simp; done | omega
        try simp; rfl
        repeat (first | assumption | constructor)
        all_goals simp; any_goals rfl
        iterate 3 simp
        case succ n ih => exact ih
        case a | b x => rfl
        next x => exact x
        rfl <|> simp
        set_option maxRecDepth 100 in simp
        open Foo in exact x
        if h : p then exact a else exact b
        match x with | 0 => rfl | n+1 => simp
        with_reducible rfl
        unknown_tac [a, b] at h; rfl
        (norm_num [foo] <;> rfl)
        conv => lhs; rw [h]
        calc a = b := h
        exact (by simp : p)
        exact ⟨by simp, by rfl⟩
        { intro x; exact x }
        intro | 0 => rfl | n+1 => simp
        ",
        expect![[r#"
            {(<;> (<;> (simp) (rfl)) (omega))}
            {(<;> (paren {(intro x); (exact x)}) (skip))}
            {(first {(rfl)} | {(simp); (done)} | {(omega)})}
            {(try {(simp); (rfl)})}
            {(repeat {(paren {(first {(assumption)} | {(constructor)})})})}
            {(all_goals {(simp); (any_goals {(rfl)})})}
            {(iterate 3 {(simp)})}
            {(case succ n ih {(exact ih)})}
            {(case a | b x {(rfl)})}
            {(next x {(exact x)})}
            {(<|> (rfl) (simp))}
            {(set_option maxRecDepth 100 in {(simp)})}
            {(open Foo in {(exact x)})}
            {(if h: p {(exact a)} {(exact b)})}
            {(match x [| 0 => {(rfl)}] [| (+ n 1) => {(simp)}])}
            {(with_reducible {(rfl)})}
            {(other unknown_tac); (rfl)}
            {(paren {(<;> (normnum [foo]) (rfl))})}
            {(conv {(lhs); (rewrite [h])})}
            {(calc (= a b) := h)}
            {(exact (: (by {(simp)}) p))}
            {(exact ⟨(by {(simp)}), (by {(rfl)})⟩)}
            {(intro x); (exact x)}
            {(intro [| 0 => {(rfl)}] [| (+ n 1) => {(simp)}])}
        "#]],
    );
}

#[test]
fn blocks_end_by_column() {
    check_one(
        "induction n generalizing m k with\n| zero => simp\n| succ n ih =>\n  intro h\n  exact ih h",
        expect![
            "{(induction n generalizing m k with [| zero => {(simp)}] [| succ n ih => {(intro h); (exact (ih h))}])}"
        ],
    );
    check_one(
        "cases h : e with\n  | inl a | inr a => exact a\n  | @foo x _ => _\n  | bar => ?_\nrfl",
        expect![
            "{(cases h: e with [| inl a | inr a => {(exact a)}] [| @foo x _ => _] [| bar => ?_]); (rfl)}"
        ],
    );
    check_one(
        "induction n using Nat.rec with simp\n| succ n ih => rfl",
        expect!["{(induction n using Nat.rec with (simp) [| succ n ih => {(rfl)}])}"],
    );
    check_one(
        "constructor\n· intro h\n  exact f\n    h\n· have g : p := by\n    simp\n    rfl\n  exact g\n. skip",
        expect![
            "{(constructor); (· {(intro h); (exact (f h))}); (· {(have g : p := (by {(simp); (rfl)})); (exact g)}); (· {(skip)})}"
        ],
    );
    check_one(
        "have h : p := by simp\nexact h\n  x\nexact fun x =>\n  foo\n    x",
        expect!["{(have h : p := (by {(simp)})); (exact (h x)); (exact (fun x => (foo x)))}"],
    );
    check_one(
        "calc\n  a = b := h\n  _ = c := by\n    simp\n    rfl\nexact foo",
        expect!["{(calc (= a b) := h; (= _ c) := (by {(simp); (rfl)})); (exact foo)}"],
    );
    check_one(
        "calc a = b := h\n  _ = c := g\nexact foo",
        expect!["{(calc (= a b) := h; (= _ c) := g); (exact foo)}"],
    );
    check_one("first\n| rfl\n| simp\n  rfl\nrfl", expect!["{(first {(rfl)} | {(simp); (rfl)}); (rfl)}"]);
    check_one(
        "case foo =>\n  simp\n  rfl\ncase bar => rfl",
        expect!["{(case foo {(simp); (rfl)}); (case bar {(rfl)})}"],
    );
    check_one(
        "conv =>\n  lhs\n  rw [h]\nfoo x\n  y\nrfl",
        expect!["{(conv {(lhs); (rewrite [h])}); (other foo); (rfl)}"],
    );
    check_one(
        "match x with\n| 0 => rfl\n| n+1 =>\n  simp\n  rfl\nrfl",
        expect!["{(match x [| 0 => {(rfl)}] [| (+ n 1) => {(simp); (rfl)}]); (rfl)}"],
    );
    check_one("· ·\n    simp\n  · rfl", expect!["{(· {(· {(simp)}); (· {(rfl)})})}"]);
    check_one(
        "rcases h with ⟨a, b⟩ | c\n· exact a\n· exact c",
        expect!["{(rcases h with (⟨a, b⟩ | c)); (· {(exact a)}); (· {(exact c)})}"],
    );
}

#[test]
fn details_found_in_the_wild() {
    check(
        "
        have a::l := e; have {x : A} : p x := h
        exact (f . x); exact (· , ·)
        fun_cases f x with | case1 a => rfl
        simpa using! h
        let := e; exact 1
        exact { 1.fst := x }
        omega +zetaDelta; decide (kernel := true)
        ",
        expect![[r#"
            {(have (:: a l) := e); (have this {x:A} : (p x) := h)}
            {(exact (cdot 1 (paren (f ·0 x)))); (exact (cdot 2 (tuple ·0 ·1)))}
            {(fun_cases (f x) with [| case1 a => {(rfl)}])}
            {(simpa using h)}
            {(let this := e); (exact 1)}
            {(exact {1.fst := x})}
            {(omega +zetaDelta); (decide (kernel := true))}
        "#]],
    );
    check_one(
        "cases i <;>\n  simp only [a] <;> split <;>\nsimp_all [b]",
        expect!["{(<;> (<;> (<;> (cases i) (simp only [a])) (split)) (simpall [b]))}"],
    );
    check_one(
        "cases x with\n| nil => simp | cons a as => cases a <;>\n  split <;> simp [h]",
        expect![
            "{(cases x with [| nil => {(simp)}] [| cons a as => {(<;> (<;> (cases a) (split)) (simp [h]))}])}"
        ],
    );
    check_one(
        "have : a = b := by\n  rfl\nshow c\nexact d",
        expect!["{(have this : (= a b) := (by {(rfl)})); (show c); (exact d)}"],
    );
    check_one(
        "refine ⟨?_, fun h => ?_⟩\n· exact a\n· obtain ⟨x, hx⟩ := h\n  exact hx.2 ▸ x",
        expect![
            "{(refine ⟨?_, (fun h => ?_)⟩); (· {(exact a)}); (· {(obtain ⟨x, hx⟩ := h); (exact (▸ (proj hx 2) x))})}"
        ],
    );
    check_one(
        "by_cases h : p\n· simp [h]\ncase neg => skip",
        expect!["{(by_cases h: p); (· {(simp [h])}); (case neg {(skip)})}"],
    );
}

#[test]
fn errors_are_located() {
    check(
        "
        exact
        rw h
        simp at
        intro x )
        cases h with
        cases h with | a =>
        exact f x; )
        try
        simp [h
        ",
        expect![[r#"
            error 5..5: unexpected end of input; expected term
            error 3..4: unexpected identifier; expected '['
            error 7..7: unexpected end of input; expected '*', '⊢' or identifier
            error 8..9: unexpected token ')'; expected end of input
            error 12..12: unexpected end of input; expected '|'
            error 19..19: unexpected end of input; expected tactic
            error 11..12: unexpected token ')'; expected end of input
            error 3..3: unexpected end of input; expected tactic
            error 7..7: unexpected end of input; expected ',' or ']'
        "#]],
    );
}
