//! Statements with and without a counterexample.

use std::rc::Rc;
use turnstile_elab::Meta;
use turnstile_elab::command::FrontEnd;
use turnstile_kernel::Store;
use turnstile_refute::{Limits, refute};

/// The counterexample of each theorem of the text, `-` for none.
fn counterexamples(text: &str) -> Vec<String> {
    let (library, env) = turnstile_library::load();
    let st = Rc::new(Store::over(&library));
    let mut front_end = FrontEnd::new(st.clone(), env, None);
    let records = front_end.process(text);
    let errors: Vec<&str> = front_end
        .messages
        .iter()
        .filter(|m| m.severity == turnstile_elab::Severity::Error)
        .map(|m| m.text.as_str())
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    let open = records.iter().filter(|r| !r.sorries.is_empty());
    open.map(|r| {
        let mut m = Meta::new(st.clone(), r.env_before.clone());
        let statement = r.statement.expect("a statement");
        let found = refute(&mut m, statement, &Limits::default(), None);
        let found = found.unwrap_or_else(|e| panic!("{}", m.render(&e)));
        found.map_or("-".to_owned(), |r| r.text)
    })
    .collect()
}

fn check(text: &str, expected: &[&str]) {
    assert_eq!(counterexamples(text), expected);
}

#[test]
fn numbers_and_lists() {
    check(
        "theorem a (n m : Nat) : n - m + m = n := sorry
         theorem b (a b : Int) : a ≤ b → -a ≤ -b := sorry
         theorem c (α : Type) (xs ys : List α) : xs ++ ys = ys ++ xs := sorry
         theorem d (n : Nat) (h : n = 2004) : n % 5 = 3 := sorry
         theorem e (x y : Nat) (h : x = y + 3) (h2 : y = 40) : x ≠ 43 := sorry
         theorem f : 2 + 2 = 5 := sorry
         theorem g (p : Nat × Nat) (o : Option Nat) : o = some p.1 := sorry",
        &[
            "n := 0, m := 1",
            "a := -1, b := 0",
            "α := Nat, xs := [0], ys := [1]",
            "n := 2004",
            "x := 43, y := 40",
            "",
            "p := (0, 0), o := none",
        ],
    );
}

#[test]
fn what_is_true_is_not_refuted() {
    check(
        "theorem a (n m : Nat) : n + m = m + n := sorry
         theorem b (p q : Prop) : p ∧ q → q ∧ p := sorry
         theorem c (α : Type) (xs : List α) : xs.reverse.reverse = xs := sorry
         theorem d (n : Nat) (h : n < n) : n = 5 := sorry
         theorem e (f : Nat → Nat) (h : ∀ x, f x = x) : f 3 = 3 := sorry
         theorem f (α : Type) (p : α → Prop) (a : α) (h : ∀ x, p x) : ∃ x, p x := sorry
         theorem g : ∃ n : Nat, n * n = 49 := sorry",
        &["-"; 7],
    );
}

#[test]
fn finite_models() {
    check(
        "theorem a (p q : Prop) : p ∨ q → p ∧ q := sorry
         theorem b (α : Type) (p q : α → Prop) : (∀ x, p x ∨ q x) → (∀ x, p x) ∨ (∀ x, q x) := sorry
         theorem c (α : Type) (r : α → α → Prop) : (∀ y, ∃ x, r x y) → ∃ x, ∀ y, r x y := sorry
         theorem d (α : Type) (p : α → Prop) : ∃ y, ∀ x, p y → p x := sorry
         theorem e (α : Type u) (f : α → α) (h : ∀ x, f (f x) = x) : ∀ x, f x = x := sorry
         theorem f (α : Type) (p : α → Prop) : (∃ x, p x) → ∀ x, p x := sorry
         theorem g : ∀ p : Prop, p := sorry
         theorem h (P : Prop → Prop) : (∀ p, P p → P (¬ p)) := sorry",
        &[
            "p := True, q := False",
            "α := Bool, p := {false ↦ True, true ↦ False}, q := {false ↦ False, true ↦ True}",
            "α := Bool, r := {false false ↦ False, false true ↦ True, true false ↦ True, true true ↦ False}",
            "α := Empty, p := {}",
            "α := Bool, f := {false ↦ true, true ↦ false}, x := false",
            "α := Bool, p := {false ↦ True, true ↦ False}, x := true",
            "p := False",
            "P := {True ↦ True, False ↦ False}, p := True",
        ],
    );
}

#[test]
fn types_of_the_file() {
    check(
        "inductive Tree (α : Type) where
           | leaf : Tree α
           | node : Tree α → α → Tree α → Tree α
         def Tree.mirror {α : Type} : Tree α → Tree α
           | leaf => leaf
           | node l x r => node r.mirror x l.mirror
         inductive Colour where | red | green | blue
         inductive Vec (α : Type) : Nat → Type where
           | nil : Vec α 0
           | cons {n : Nat} : α → Vec α n → Vec α (n + 1)
         def Vec.first {α : Type} {n : Nat} : Vec α (n + 1) → α
           | cons a _ => a
         inductive Even : Nat → Prop where
           | zero : Even 0
           | step (n : Nat) : Even n → Even (n + 2)
         structure Monoid' (α : Type) where
           mul : α → α → α
           one : α
           one_mul : ∀ a, mul one a = a
           assoc : ∀ a b c, mul (mul a b) c = mul a (mul b c)
         theorem a {α : Type} (t : Tree α) : t.mirror = t := sorry
         theorem b (a b : Colour) : a = b ∨ a = .red := sorry
         theorem c (v : Vec Nat 2) : v.first = 0 := sorry
         theorem d (n : Nat) (h : Even n) : n = 0 ∨ n = 2 := sorry
         theorem e (α : Type) (m : Monoid' α) (a : α) : m.mul a m.one = m.one := sorry
         theorem f (c : Colour) : c = .red ∨ c = .green ∨ c = .blue := sorry",
        &[
            "α := Nat, t := Tree.leaf.node 0 (Tree.leaf.node 0 Tree.leaf)",
            "a := Colour.green, b := Colour.red",
            "v := Vec.cons 1 (Vec.cons 0 Vec.nil)",
            "n := 4",
            "α := Bool, m := { mul := {false false ↦ false, false true ↦ true, true false ↦ true, true true ↦ false}, \
             one := false }, a := true",
            "-",
        ],
    );
}

#[test]
fn hypotheses_that_nothing_satisfies_refute_nothing() {
    check(
        "theorem a (n : Nat) (h : n * n = 2) : False := sorry
         theorem b (f : Nat → Bool) (h : ∀ x, f x ≠ f x) : False := sorry
         theorem c (e : Empty) : False := sorry
         theorem d (α : Type) (h : ∀ x y : α, x ≠ y) (a : α) : False := sorry",
        &["-"; 4],
    );
}

#[test]
fn limits_are_kept() {
    let (library, env) = turnstile_library::load();
    let st = Rc::new(Store::over(&library));
    let mut front_end = FrontEnd::new(st.clone(), env, None);
    let records = front_end
        .process("theorem a (n m k : Nat) (xs : List Nat) : n + (m + k) = n + m + k ∨ xs = [] := sorry");
    let mut m = Meta::new(st, records[0].env_before.clone());
    let before = m.budget.fuel;
    let limits = Limits { fuel: 5000, ..Limits::default() };
    let r = refute(&mut m, records[0].statement.expect("a statement"), &limits, None);
    assert!(matches!(r, Ok(None)));
    // One evaluation may overshoot the limit, not more.
    assert!(before - m.budget.fuel <= limits.fuel, "{}", before - m.budget.fuel);
}

#[test]
fn the_proof_is_a_proof_of_the_negation() {
    let (library, env) = turnstile_library::load();
    let st = Rc::new(Store::over(&library));
    let mut front_end = FrontEnd::new(st.clone(), env, None);
    let records = front_end.process("theorem a (α : Type) (xs : List α) : xs = [] := sorry");
    let mut m = Meta::new(st.clone(), records[0].env_before.clone());
    let statement = records[0].statement.expect("a statement");
    let r = refute(&mut m, statement, &Limits::default(), None).ok().flatten().expect("a counterexample");
    let mut tc = turnstile_kernel::TypeChecker::new(&m.env.kernel, &st);
    let ty = tc.check(r.proof).expect("a well-typed proof");
    let negation = st.app(st.const0("Not"), statement);
    assert!(tc.def_eq(ty, negation).expect("an answer"));
    assert!(!tc.def_eq(ty, statement).expect("an answer"));
}

/// What the oracle is asked about the only theorem of a text, when it answers nothing.
fn questions(text: &str) -> Vec<String> {
    let (library, env) = turnstile_library::load();
    let st = Rc::new(Store::over(&library));
    let mut front_end = FrontEnd::new(st.clone(), env, None);
    let records = front_end.process(text);
    let record = records.iter().find(|r| !r.sorries.is_empty()).expect("a theorem");
    let mut m = Meta::new(st, record.env_before.clone());
    let mut asked = Vec::new();
    let mut oracle = |m: &mut Meta, p| {
        asked.push(m.pp(p));
        Ok(None)
    };
    let limits = Limits { rounds: 3, ..Limits::default() };
    let r = refute(&mut m, record.statement.expect("a statement"), &limits, Some(&mut oracle));
    assert!(matches!(r, Ok(None)));
    asked.dedup();
    asked
}

#[test]
fn what_evaluation_cannot_settle_is_asked() {
    let asked = questions(
        "inductive N where | zero | succ (n : N)
         def N.add (a : N) : N → N
           | .zero => a
           | .succ b => .succ (N.add a b)
         def N.le (a b : N) : Prop := ∃ c, b = N.add a c
         theorem a (x y : N) : N.le x (.succ y) → N.le x y := sorry",
    );
    assert_eq!(asked.first().map(String::as_str), Some("¬N.zero.succ.le N.zero"));
    let asked = questions("theorem a : ∀ f : Nat → Nat, ∃ i, ∀ j, f j ≤ f i := sorry");
    assert_eq!(asked.first().map(String::as_str), Some("∀ (i : Nat), ¬i.succ ≤ i"));
}
