//! Declarations: inductive types and what goes with them, structures, pattern matching, recursion.

mod support;

use expect_test::expect;
use support::check_elab;

const VEC: &str = "
inductive Vec (α : Type u) : Nat → Type u where
  | nil : Vec α 0
  | cons {n : Nat} (a : α) (v : Vec α n) : Vec α (n+1)
";

#[test]
fn auxiliary_constructions_of_an_inductive_type() {
    check_elab(
        "inductive N where | zero | succ (n : N)
#check @N.rec
#check @N.casesOn
#check @N.recOn
#check @N.noConfusionType
#check @N.noConfusion
#check @N.below
#check @N.brecOn
#check @N.succ.inj
#check @N.succ.injEq",
        expect![[r#"
            2: @N.rec : {motive : N → Sort u_1} → motive N.zero → ((n : N) → motive n → motive n.succ) → (t : N) → motive t
            3: @N.casesOn : {motive : N → Sort u_1} → (t : N) → motive N.zero → ((n : N) → motive n.succ) → motive t
            4: @N.recOn : {motive : N → Sort u_1} → (t : N) → motive N.zero → ((n : N) → motive n → motive n.succ) → motive t
            5: N.noConfusionType : Sort u_1 → N → N → Sort u_1
            6: @N.noConfusion : {P : Sort u_1} → {v1 v2 : N} → v1 = v2 → N.noConfusionType P v1 v2
            7: @N.below : {motive : N → Sort u_1} → N → Sort (max 1 u_1)
            8: @N.brecOn : {motive : N → Sort u_1} → (t : N) → ((t : N) → t.below → motive t) → motive t
            9: @N.succ.inj : ∀ {n n_1 : N}, n.succ = n_1.succ → n = n_1
            10: N.succ.injEq : ∀ (n n_1 : N), (n.succ = n_1.succ) = (n = n_1)
        "#]],
    );
}

#[test]
fn indices_that_never_change_become_parameters() {
    check_elab(
        "inductive Same {α : Sort u} : α → α → Prop where | refl (a : α) : Same a a
#print Same
inductive Below : Nat → Nat → Prop where | z : Below 0 n | s : Below m n → Below (m+1) (n+1)
#print Below",
        expect![[r#"
            2: inductive Same.{u} : {α : Sort u} → α → α → Prop
            number of parameters: 2
            constructors:
            Same.refl : ∀ {α : Sort u} (a : α), Same a a
            4: inductive Below : Nat → Nat → Prop
            number of parameters: 0
            constructors:
            Below.z : ∀ {n : Nat}, Below 0 n
            Below.s : ∀ {m n : Nat}, Below m n → Below (m + 1) (n + 1)
        "#]],
    );
}

#[test]
fn universes_of_types() {
    check_elab(
        "inductive A | a
structure P (α : Sort u) where x : α
structure Q (α : Type u) (β : Type v) where (x : α) (y : β)
class C (α : Type u) where op : α → α → α
#check A
#check P
#check Q
#check @C.op
inductive Bad (α : Type 1) : Type where | mk (a : α)",
        expect![[r#"
            5: A : Type
            6: P.{u} (α : Sort u) : Sort (max 1 u)
            7: Q.{u, v} (α : Type u) (β : Type v) : Type (max u v)
            8: @C.op : {α : Type u_1} → [self : C α] → α → α → α
            9: (kernel) field-universe: the universe of argument 1 of 'Bad.mk' is too large
        "#]],
    );
}

#[test]
fn mutual_and_nested_types() {
    check_elab(
        "mutual
inductive Ev : Nat → Prop where
  | z : Ev 0
  | s : Od n → Ev (n+1)
inductive Od : Nat → Prop where
  | s : Ev n → Od (n+1)
end
#check @Ev.s
#check @Od.casesOn
inductive Rose (α : Type) where | node (a : α) (cs : List (Rose α))
#check @Rose.casesOn",
        expect![[r#"
            8: @Ev.s : ∀ {n : Nat}, Od n → Ev (n + 1)
            9: @Od.casesOn : ∀ {motive_2 : (a : Nat) → Od a → Prop} {a : Nat} (t : Od a),
              (∀ {n : Nat} (a : Ev n), motive_2 (n + 1) ⋯) → motive_2 a t
            11: @Rose.casesOn : {α : Type} →
            {motive_1 : Rose α → Sort u_1} →
            (t : Rose α) → ((a : α) → (cs : List (Rose α)) → motive_1 (Rose.node a cs)) → motive_1 t
        "#]],
    );
}

#[test]
fn structures_with_parents_and_defaults() {
    check_elab(
        "structure Point where
  x : Nat
  y : Nat := 3
@[ext] structure Point3 extends Point where
  z : Nat
def p : Point3 := { x := 1, z := 2 }
example : p.y = 3 := rfl
#check @Point3.ext
class M (α : Type) where one : α
class G (α : Type) extends M α where inv : α → α
class H (α : Type) extends M α where add : α → α → α
class R (α : Type) extends G α, H α where top : α
#check @R.toH
#synth ∀ (α : Type) [R α], H α",
        expect![[r#"
            8: @Point3.ext : ∀ {x y : Point3}, x.toPoint = y.toPoint → x.z = y.z → x = y
            13: @R.toH : {α : Type} → [self : R α] → H α
            14: fun α [inst : R α] => R.toH
        "#]],
    );
}

#[test]
fn matching_refines_indices() {
    check_elab(
        &format!(
            "{VEC}
def Vec.head {{α : Type u}} {{n : Nat}} : Vec α (n+1) → α
  | .cons a _ => a
def Vec.zip {{α β : Type}} : {{n : Nat}} → Vec α n → Vec β n → Vec (α × β) n
  | _, .nil, .nil => .nil
  | _, .cons a v, .cons b w => .cons (a, b) (zip v w)
theorem trans' {{a b c : Nat}} (h : a = b) (h' : b = c) : a = c := match h, h' with | rfl, rfl => rfl
theorem le_trans' {{n m k : Nat}} (h : n ≤ m) : m ≤ k → n ≤ k
  | Nat.le.refl => h
  | Nat.le.step h₂ => Nat.le.step (le_trans' h h₂)
example (h : (3 : Nat) ≤ 2) : False := nomatch h
example : ¬ (1 : Nat) = 2 := nofun
example (a b : Nat) (h : some a = some b) : a = b := match h with | rfl => rfl"
        ),
        expect![[""]],
    );
}

#[test]
fn literals_and_nested_patterns() {
    check_elab(
        "def big : Nat → Nat | 100 => 1 | 200 => 2 | _ => 3
example : big 150 = 3 := rfl
def vowel : Char → Bool | 'a' => true | 'e' => true | _ => false
example : vowel 'e' = true := rfl
def word : String → Nat | \"one\" => 1 | _ => 0
example : word \"one\" = 1 := rfl
def dup : List Nat → List Nat | all@(x :: _) => x :: all | [] => []
example : dup [1, 2] = [1, 1, 2] := rfl",
        expect![""],
    );
}

#[test]
fn errors_of_matching() {
    check_elab(
        "def f : Nat → Nat | 0 => 1
def g : Nat → Nat | 0 => 1 | n => n | 5 => 2
def h : Nat → Nat → Nat | 0 => 1 | n, m => 2
def i : Nat × Nat → Nat | (x, x) => x
def j (h : 1 = 1) : Nat := nomatch h
def k (h : True ∨ True) : Nat := match h with | .inl _ => 0 | .inr _ => 1",
        expect![[r#"
            1: Missing cases:
            Nat.succ _
            2: Redundant alternative: Any expression matching
              5
            will match one of the preceding alternatives
            3: failed to synthesize instance of type class
              OfNat (Nat → Nat) 1
            numerals are polymorphic in Lean, but the numeral `1` cannot be used in a context where the expected type is
              Nat → Nat
            due to the absence of the instance above

            Hint: Type class instance resolution failures can be inspected with the `set_option trace.Meta.synthInstance true` command.
            4: invalid pattern, variable 'x' occurred more than once
            5: Missing cases:
            _
            6: recursor 'Or.casesOn' can only eliminate into Prop
        "#]],
    );
}

#[test]
fn equations_hold_by_computation() {
    check_elab(
        "def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n+2 => fib n + fib (n+1)
#check @fib.eq_3
example (n : Nat) : fib (n+2) = fib n + fib (n+1) := rfl
example : fib 20 = 6765 := rfl
def lt' : Nat → Nat → Bool
  | _, 0 => false
  | 0, _ => true
  | n+1, m+1 => lt' n m
#check @lt'.eq_1
#check @lt'.eq_2
#check @lt'.eq_3
def mix : Nat → Nat → Nat
  | n, 0 => n
  | 0, m => m
  | n+1, m => mix n (m+5)
#check @mix.eq_1
#check @mix.eq_2",
        expect![[r#"
            5: fib.eq_3 : ∀ (n : Nat), fib (n + 2) = fib n + fib (n + 1)
            12: lt'.eq_1 : ∀ (x : Nat), lt' x 0 = false
            13: lt'.eq_2 : ∀ (n : Nat), lt' 0 (n + 1) = true
            14: lt'.eq_3 : ∀ (n n_1 : Nat), lt' (n_1 + 1) (n + 1) = lt' n_1 n
            19: mix.eq_1 : mix 0 0 = 0
            20: mix.eq_2 : ∀ (n : Nat), mix (n + 1) 0 = n + 1
        "#]],
    );
}

#[test]
fn structural_recursion() {
    check_elab(
        "inductive Tree (α : Type) where
  | leaf : Tree α
  | node : Tree α → α → Tree α → Tree α
def Tree.flip : Tree α → Tree α
  | leaf => leaf
  | node l x r => node r.flip x l.flip
inductive W where | z | lim (f : Nat → W)
def W.depth : W → Nat → Nat
  | z, _ => 0
  | lim f, n => (f n).depth n + 1
def last : List Nat → Nat
  | [] => 0
  | [x] => x
  | _ :: y :: xs => last (y :: xs)
example (x y : Nat) (xs : List Nat) : last (x :: y :: xs) = last (y :: xs) := rfl
def half (n : Nat) : Nat :=
  match n with
  | 0 | 1 => 0
  | n+2 => half n + 1
def count (n : Nat) : Nat := go n 0
where
  go : Nat → Nat → Nat
    | 0, acc => acc
    | k+1, acc => go k (acc + n)
example : count 4 = 16 := rfl
theorem zero_add' : ∀ n : Nat, 0 + n = n
  | 0 => rfl
  | n+1 => congrArg Nat.succ (zero_add' n)
def bad (n : Nat) : Nat := bad (n + 1)",
        expect![[r#"
            29: fail to show termination, possible errors:
            failed to infer structural recursion:
            Cannot use parameter n:
              failed to eliminate recursive application
                bad (n + 1)


            well-founded recursion is not available yet: the library lacks it
        "#]],
    );
}

#[test]
fn section_variables_are_included_when_mentioned() {
    check_elab(
        "variable (n m : Nat) {α : Type} [Inhabited α]
theorem t : n + 0 = n := rfl
def d (x : α) : α := x
def e (x : α) : α := default
#check @t
#check @d
#check @e
include m in
theorem t' : n + 0 = n := rfl
#check @t'",
        expect![[r#"
            5: t : ∀ (n : Nat), n + 0 = n
            6: @d : {α : Type} → α → α
            7: @e : {α : Type} → [inst : Inhabited α] → α → α
            10: t' : ∀ (n : Nat), Nat → n + 0 = n
        "#]],
    );
}

#[test]
fn one_bad_declaration_does_not_stop_the_rest() {
    check_elab(
        "theorem wrong : 1 = 2 := rfl
example : 1 = 2 := wrong
def bad : Nat := true && 1
#check bad
theorem open_goal : 1 = 2 := sorry
theorem no_value : 1 = 1
example : 1 = 1 := no_value",
        expect![[r#"
            1: Type mismatch
              rfl
            has type
              ?m = ?m
            but is expected to have type
              1 = 2
            3: failed to synthesize instance of type class
              OfNat Bool 1
            numerals are polymorphic in Lean, but the numeral `1` cannot be used in a context where the expected type is
              Bool
            due to the absence of the instance above

            Hint: Type class instance resolution failures can be inspected with the `set_option trace.Meta.synthInstance true` command.
            4: Unknown identifier `bad`
            5: declaration uses `sorry`
            6: declaration uses `sorry`
        "#]],
    );
}
