//! Terms as the elaborator understands them: what `#check` answers, printed back.

use expect_test::{Expect, expect};
use std::cell::OnceCell;
use std::path::Path;
use std::rc::Rc;
use turnstile_elab::Env;
use turnstile_elab::command::FrontEnd;
use turnstile_kernel::Store;

/// What the tests below mention.
const MODULES: [&str; 9] =
    ["Prelude", "Operators", "Nat.Defs", "String", "Coe", "Logic", "Decidable", "List.Basic", "Int.Basic"];

thread_local! {
    static LIBRARY: OnceCell<(Rc<Store>, Env)> = const { OnceCell::new() };
}

/// A part of the library. Proofs by tactics are not run here: their statements count as they are.
fn library() -> (Rc<Store>, Env) {
    LIBRARY.with(|cell| {
        cell.get_or_init(|| {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lean");
            let order = std::fs::read_to_string(root.join("Turnstile.lean")).expect("the list of modules");
            let st = Rc::new(Store::new());
            let mut env = Env::default();
            let modules = order.lines().filter_map(|l| l.trim().strip_prefix("import Turnstile."));
            for module in modules.filter(|m| MODULES.contains(m)) {
                let path = root.join("Turnstile").join(module.replace('.', "/")).with_extension("lean");
                let text = std::fs::read_to_string(path).expect("a module of the library");
                let mut fe = FrontEnd::new(st.clone(), env, None);
                fe.process(&text);
                env = fe.env().clone();
            }
            (st, env)
        })
        .clone()
    })
}

/// Runs the commands and compares the messages.
fn check(src: &str, expected: Expect) {
    let (st, env) = library();
    let mut fe = FrontEnd::new(st, env, None);
    fe.process(src);
    let mut out = String::new();
    for m in &fe.messages {
        out.push_str(&anonymous_holes(&m.text));
        out.push('\n');
    }
    expected.assert_eq(&out);
}

/// `?m.12` ↦ `?m`: the numbers of holes are of no interest.
fn anonymous_holes(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(i) = rest.find("?m.").or_else(|| rest.find("?u.")) {
        out.push_str(&rest[..i + 2]);
        rest = rest[i + 3..].trim_start_matches(|c: char| c.is_ascii_digit());
    }
    out + rest
}

#[test]
fn numerals_and_coercions() {
    check(
        "#check 1 + 2
         #check fun (n : Nat) (i : Int) => n + i
         #check fun (n : Nat) (i : Int) => i * n = n - 1
         #check fun (n : Nat) => (11 : Int) ∣ ((10 : Int) ^ n - (-1 : Int) ^ n)
         #check ∀ n : Nat, (n : Int) + 1 = 2 * n
         #check fun (x y : Int) => -x + y
         #check -1
         #check fun (x : Int) => x ^ 2
         #check ([1, 2, 3] : List Int)
         #check fun (b : Bool) => if b then 1 else 2
         #check fun (a b : Nat) => (a == b) = (a ≤ b)
         #check fun (n : Nat) => (↑n : Int)",
        expect![[r#"
            1 + 2 : Nat
            fun n i => ↑n + i : Nat → Int → Int
            fun n i => i * ↑n = ↑n - 1 : Nat → Int → Prop
            fun n => 11 ∣ 10 ^ n - (-1) ^ n : Nat → Prop
            ∀ (n : Nat), ↑n + 1 = 2 * ↑n : Prop
            fun x y => -x + y : Int → Int → Int
            -1 : Int
            fun x => x ^ 2 : Int → Int
            [1, 2, 3] : List Int
            fun b => if b = true then 1 else 2 : Bool → Nat
            fun a b => ((a == b) = true) = (a ≤ b) : Nat → Nat → Prop
            fun n => ↑n : Nat → Int
        "#]],
    );
}

#[test]
fn applications() {
    check(
        "#check @id
         #check id (α := Nat)
         #check Nat.succ <| Nat.succ <| 3
         #check 3 |> Nat.succ
         #check (· + 1)
         #check (fun f => f 2 : (Nat → Nat) → Nat)
         #check fun {α : Type} (p : α → Prop) (h : ∀ {x}, p x) => (h : ∀ {x}, p x)
         #check (fun h => h : ∀ {p : Prop}, p → p)
         #check Eq.trans (b := 2)
         #check fun (f : Nat → Nat → Nat) => f 1 ..
         #check fun (n : Nat) (h : n = n) => (n.recOn rfl (fun _ _ => rfl) : n = n)
         #check fun (p q : Prop) (h : p ∨ q) => h.elim Or.inr Or.inl",
        expect![[r#"
            @id : {α : Sort u_1} → α → α
            id : Nat → Nat
            (Nat.succ 3).succ : Nat
            Nat.succ 3 : Nat
            fun x => x + 1 : Nat → Nat
            fun f => f 2 : (Nat → Nat) → Nat
            fun {α} p h {x} => h : ∀ {α : Type} (p : α → Prop), (∀ {x : α}, p x) → ∀ {x : α}, p x
            fun {p} h => h : ∀ {p : Prop}, p → p
            Eq.trans : ?m = 2 → 2 = ?m → ?m = ?m
            fun f => f 1 (?m f) : (Nat → Nat → Nat) → Nat
            fun n h => n.recOn rfl (fun x x_1 => rfl) : ∀ (n : Nat), n = n → n = n
            fun p q h => h.elim Or.inr Or.inl : ∀ (p q : Prop), p ∨ q → q ∨ p
        "#]],
    );
}

#[test]
fn fields_and_constructors() {
    check(
        "#check fun (x : Nat) => x.succ.add 3
         #check fun (p : Nat × Bool) => p.1
         #check fun (p : Nat × Bool) => p.fst.succ
         #check fun (p q : Prop) (h : p ↔ q) => h.mp
         #check (⟨1, true⟩ : Nat × Bool)
         #check fun (p q : Prop) (hp : p) (hq : q) => (⟨hp, hq, hp⟩ : p ∧ q ∧ p)
         #check (⟨2, rfl⟩ : ∃ x : Nat, x = 2)
         #check (.some 3 : Option Nat)
         #check (1, 2, true)
         #check ({ fst := 1, snd := true } : Nat × Bool)
         #check fun (p : Nat × Nat) => { p with snd := 0 }
         #check fun (h : 1 = 1) => h |>.symm
         #check { x : Nat // x < 5 }",
        expect![[r#"
            fun x => x.succ.add 3 : Nat → Nat
            fun p => p.fst : Nat × Bool → Nat
            fun p => p.fst.succ : Nat × Bool → Nat
            fun p q h => h.mp : ∀ (p q : Prop), (p ↔ q) → p → q
            (1, true) : Nat × Bool
            fun p q hp hq => ⟨hp, ⟨hq, hp⟩⟩ : ∀ (p q : Prop), p → q → p ∧ q ∧ p
            Exists.intro 2 rfl : ∃ x, x = 2
            some 3 : Option Nat
            (1, 2, true) : Nat × Nat × Bool
            (1, true) : Nat × Bool
            fun p => (p.fst, 0) : Nat × Nat → Nat × Nat
            fun h => h.symm : 1 = 1 → 1 = 1
            { x // x < 5 } : Type
        "#]],
    );
}

#[test]
fn binders_and_sugar() {
    check(
        "#check ∀ x < 5, x + 1 < 7
         #check ∃ x y, x + y = (3 : Nat)
         #check ∃ x ∈ [1, 2], x = 1
         #check fun (a b : Nat) => if h : a ≤ b then a else b
         #check let x := 5; x + x
         #check have x := 5; x + x
         #check (show 1 = 1 from rfl)
         #check fun (a b c : Nat) (h : a = b) (h2 : b = c) => h ▸ h2
         #check fun (a b : Nat) (h : a = b) => (h ▸ rfl : b = a)
         #check fun (a b c : Nat) (h : a = b) (h2 : b < c) => calc
           a = b := h
           _ < c := h2
         #check fun (xs : List Nat) => 3 ∈ xs
         #check fun (b : Bool) => b && !b || true
         notation \"double \" x => x + x
         #check double 3",
        expect![[r#"
            ∀ (x : Nat), x < 5 → x + 1 < 7 : Prop
            ∃ x y, x + y = 3 : Prop
            ∃ x, x ∈ [1, 2] ∧ x = 1 : Prop
            fun a b => if h : a ≤ b then a else b : Nat → Nat → Nat
            let x := 5; x + x : Nat
            (fun x => x + x) 5 : Nat
            rfl : 1 = 1
            fun a b c h h2 => h2.ndrec h.symm : ∀ (a b c : Nat), a = b → b = c → a = c
            fun a b h => rfl.ndrec h : ∀ (a b : Nat), a = b → b = a
            fun a b c h h2 => trans h h2 : ∀ (a b c : Nat), a = b → b < c → a < c
            fun xs => 3 ∈ xs : List Nat → Prop
            fun b => b && !b || true : Bool → Bool
            3 + 3 : Nat
        "#]],
    );
}

#[test]
fn names_bound_on_first_use() {
    check(
        "theorem symm' (h : a = b) : b = a := h.symm
         #check @symm'
         def first (x : α) (_ : β) : α := x
         #check @first
         set_option autoImplicit false
         theorem bad (h : c = c) : True := trivial",
        expect![[r#"
            @symm' : ∀ {α : Sort u_1} {a b : α}, a = b → b = a
            @first : {α : Sort u_1} → {β : Sort u_2} → α → β → α
            Unknown identifier `c`

            Note: It is not possible to treat `c` as an implicitly bound variable here because the `autoImplicit` option is set to `false`.
            Unknown identifier `c`

            Note: It is not possible to treat `c` as an implicitly bound variable here because the `autoImplicit` option is set to `false`.
        "#]],
    );
}

#[test]
fn errors() {
    check(
        "#check foo
         #check Nat.foo
         #check (3 : Nat).foo
         #check (3 : Nat) true
         #check (rfl : 1 = 2)
         #check Nat.succ true
         #check Nat.add (k := 3)
         #check (⟨1⟩ : Nat × Nat)
         #check (⟨1, 2⟩ : Nat)
         #check ({ fst := 1 } : Nat × Nat)
         #check fun x => x.f
         #check (inferInstance : Decidable (∀ n : Nat, n = 0))
         example : Nat := _
         #check Sort w",
        expect![[r#"
            Unknown identifier `foo`
            Unknown constant `Nat.foo`
            Invalid field `foo`: The environment does not contain `Nat.foo`, so it is not possible to project the field `foo` from an expression
              3
            of type `Nat`
            Function expected at
              3
            but this term has type
              Nat

            Note: Expected a function because this term is being applied to the argument
              true
            Type mismatch
              rfl
            has type
              ?m = ?m
            but is expected to have type
              1 = 2
            Application type mismatch: The argument
              true
            has type
              Bool
            but is expected to have type
              Nat
            in the application
              Nat.succ true
            Invalid argument name `k` for function `Nat.add`
            Invalid `⟨...⟩` notation: Insufficient number of arguments; Constructor `Prod.mk` has 2 explicit fields, but only 1 was provided
            Invalid `⟨...⟩` notation: The expected type `Nat` has more than one constructor

            Note: This notation can only be used when the expected type is an inductive type with a single constructor
            Fields missing: `snd`
            Invalid field notation: Type of
              x
            is not known; cannot resolve field `f`
            failed to synthesize instance of type class
              Decidable (∀ (n : Nat), n = 0)

            Hint: Type class instance resolution failures can be inspected with the `set_option trace.Meta.synthInstance true` command.
            don't know how to synthesize placeholder
            context:
            ⊢ Nat
            unknown universe level `w`
        "#]],
    );
}
