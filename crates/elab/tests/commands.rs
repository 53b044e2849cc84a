//! What commands and declarations answer, on the part of the library that needs no tactics.

use expect_test::{Expect, expect};
use std::cell::OnceCell;
use std::path::Path;
use std::rc::Rc;
use turnstile_elab::command::{FrontEnd, elab_single};
use turnstile_elab::{Env, Severity};
use turnstile_kernel::Store;
use turnstile_syntax::LineIndex;

const FILES: [&str; 8] =
    ["Prelude", "Operators", "Nat/Defs", "String", "Coe", "Logic", "Quantifiers", "Decidable"];

thread_local! {
    static LIBRARY: OnceCell<(Rc<Store>, Env)> = const { OnceCell::new() };
}

fn library() -> (Rc<Store>, Env) {
    LIBRARY.with(|l| {
        l.get_or_init(|| {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../lean/Turnstile");
            let st = Rc::new(Store::new());
            let mut env = Env::default();
            for f in FILES {
                let text = std::fs::read_to_string(root.join(f).with_extension("lean")).unwrap();
                let mut fe = FrontEnd::new(st.clone(), env, None);
                fe.process(&text);
                let bad: Vec<_> = fe.messages.iter().filter(|m| m.severity == Severity::Error).collect();
                assert!(bad.is_empty(), "{f}: {bad:?}");
                env = fe.env().clone();
            }
            (st, env)
        })
        .clone()
    })
}

/// Elaborates `src` and compares the messages, one `line:column: severity: text` each.
fn check_elab(src: &str, expected: Expect) {
    let (st, env) = library();
    let mut fe = FrontEnd::new(st, env, None);
    fe.process(src);
    let lines = LineIndex::new(src);
    let mut out = String::new();
    for m in &fe.messages {
        let at = lines.line_col(src, m.span.start);
        out.push_str(&format!("{}:{}: {:?}: {}\n", at.line + 1, at.col + 1, m.severity, m.text));
    }
    expected.assert_eq(&out);
}

#[test]
fn inductive_types_get_universes_and_parameters() {
    check_elab(
        "
inductive Tree (α : Type u) where
  | leaf
  | node (l : Tree α) (x : α) (r : Tree α)
#check Tree
#check @Tree.node
inductive Box (α : Sort u) | mk (a : α)
#check Box
inductive Rel (r : α → α → Prop) : α → α → Prop
  | refl (a) : Rel r a a
  | step : r a b → Rel r b c → Rel r a c
#check @Rel.rec
",
        expect![[r#"
            5:8: Info: Tree.{u} (α : Type u) : Type u
            6:8: Info: @Tree.node : {α : Type u_1} → Tree α → α → Tree α → Tree α
            8:8: Info: Box.{u} (α : Sort u) : Sort (max 1 u)
            12:8: Info: @Rel.rec : ∀ {α : Sort u_1} {r : α → α → Prop} {motive : (a a_1 : α) → Rel r a a_1 → Prop},
              (∀ (a : α), motive a a ⋯) →
              (∀ {a b c : α} (a_1 : r a b) (a_2 : Rel r b c), motive b c a_2 → motive a c ⋯) →
              ∀ {a a_1 : α} (t : Rel r a a_1), motive a a_1 t
        "#]],
    );
}

#[test]
fn indices_that_never_change_become_parameters() {
    check_elab(
        "
inductive Same : α → α → Prop | refl (a) : Same a a
#print Same
",
        expect![[r#"
            3:8: Info: inductive Same.{u_1} : {α : Sort u_1} → α → α → Prop
            number of parameters: 2
            constructors:
            Same.refl : ∀ {α : Sort u_1} (a : α), Same a a
        "#]],
    );
}

#[test]
fn mutual_inductive_types() {
    check_elab(
        "
mutual
inductive Even : Nat → Prop
  | zero : Even 0
  | succ : Odd n → Even (n + 1)
inductive Odd : Nat → Prop
  | succ : Even n → Odd (n + 1)
end
#check Even.succ
#check Odd.casesOn
",
        expect![[r#"
            9:8: Info: Even.succ {n : Nat} : Odd n → Even (n + 1)
            10:8: Info: Odd.casesOn {motive_2 : (a : Nat) → Odd a → Prop} : ∀ {a : Nat} (t : Odd a), (∀ {n : Nat} (a : Even n), motive_2 (n + 1) ⋯) → motive_2 a t
        "#]],
    );
}

#[test]
fn wrong_inductive_types_are_refused() {
    check_elab(
        "
inductive Bad | mk (f : Bad → Nat)
inductive Bad2 (α : Type) | mk : Nat
inductive Bad3 : Nat
inductive Bad4 : Nat → Type | mk
inductive Bad5 | a | a
",
        expect![[r#"
            2:11: Error: (kernel) positivity: argument 1 of 'Bad.mk': the type occurs to the left of an arrow
            3:34: Error: unexpected constructor resulting type
              Nat
            4:18: Error: invalid inductive type, resultant type is not a sort
              Nat
            5:29: Error: constructor resulting type must be specified in inductive family declaration
            6:22: Error: 'Bad5.a' has already been declared
        "#]],
    );
}

#[test]
fn structures_have_projections_defaults_and_parents() {
    check_elab(
        "
structure Point where
  x : Nat
  y : Nat := x + 1
structure Point3 extends Point where
  z : Nat
  y := 7
#check Point.mk
#check @Point3.mk
#check Point3.toPoint
def p : Point := { x := 1 }
def q : Point3 := { x := 1, z := 2 }
#eval (p.y, q.y, { q with y := 0 }.y)
#eval (⟨1, 2⟩ : Point).y
def bad : Point := { y := 1 }
def bad' : Point := { x := 1, w := 2 }
",
        expect![[r#"
            8:8: Info: Point.mk (x y : Nat) : Point
            9:8: Info: Point3.mk : Point → Nat → Point3
            10:8: Info: Point3.toPoint (self : Point3) : Point
            13:7: Info: { fst := 2, snd := { fst := 7, snd := 0 } }
            14:7: Info: 2
            15:20: Error: Fields missing: `x`
            16:31: Error: `w` is not a field of structure `Point`
        "#]],
    );
}

#[test]
fn classes_with_overlapping_parents() {
    check_elab(
        "
class One' (α : Type u) where one : α
class Mul' (α : Type u) where mul : α → α → α
class Semi (α : Type u) extends Mul' α where
  assoc : ∀ a b c : α, mul (mul a b) c = mul a (mul b c)
class Unital (α : Type u) extends Mul' α, One' α where
  one_mul : ∀ a : α, mul one a = a
class Mon (α : Type u) extends Semi α, Unital α
#check @Mon.mk
#check @Mon.toUnital
theorem t [Mon α] (a b : α) : Mul'.mul (Mul'.mul One'.one a) b = Mul'.mul a b :=
  congrArg (fun x => Mul'.mul x b) (Unital.one_mul a)
",
        expect![[r#"
            9:8: Info: @Mon.mk : {α : Type u_1} →
            [toSemi : Semi α] → [toOne' : One' α] → (∀ (a : α), Mul'.mul One'.one a = a) → Mon α
            10:8: Info: @Mon.toUnital : {α : Type u_1} → [self : Mon α] → Unital α
        "#]],
    );
}

#[test]
fn extensionality_of_structures() {
    check_elab(
        "
@[ext] structure Pair (α : Type u) (β : Type v) where
  a : α
  b : β
#check @Pair.ext
#check @Pair.mk.injEq
",
        expect![[r#"
            5:8: Info: @Pair.ext : ∀ {α : Type u_1} {β : Type u_2} {x y : Pair α β}, x.a = y.a → x.b = y.b → x = y
            6:8: Info: @Pair.mk.injEq : ∀ {α : Type u_1} {β : Type u_2} (a : α) (b : β) (a_1 : α) (b_1 : β),
              ({ a := a, b := b } = { a := a_1, b := b_1 }) = (a = a_1 ∧ b = b_1)
        "#]],
    );
}

#[test]
fn section_variables_are_included_where_they_are_used() {
    check_elab(
        "
variable {α : Type u} [Inhabited α] (f : α → α) (n : Nat)
def twice (a : α) := f (f a)
#check @twice
theorem twice_eq (a : α) : twice f a = f (f a) := rfl
#check @twice_eq
include n in
theorem with_n : True := trivial
#check @with_n
theorem wrong (a : α) : a = a := (fun _ => rfl) n
variable {f}
theorem implicit_f : twice f = fun a => f (f a) := rfl
#check @implicit_f
",
        expect![[r#"
            4:8: Info: @twice : {α : Type u_1} → (α → α) → α → α
            6:8: Info: @twice_eq : ∀ {α : Type u_1} [inst : Inhabited α] (f : α → α) (a : α), twice f a = f (f a)
            9:8: Info: with_n : Nat → True
            10:49: Error: Unknown identifier `n`
            13:8: Info: @implicit_f : ∀ {α : Type u_1} [inst : Inhabited α] {f : α → α}, twice f = fun a => f (f a)
        "#]],
    );
}

#[test]
fn universes_are_generalised_and_checked() {
    check_elab(
        "
universe w
def f.{u, v} (α : Type u) (β : Type v) : Type (max u v) := α × β
#check f
def g (α : Type w) (β : Type _) := f α β
#check g
def unused.{u} : Nat := 1
def twice.{w} (α : Type w) := α
",
        expect![[r#"
            4:8: Info: f.{u, v} (α : Type u) (β : Type v) : Type (max u v)
            6:8: Info: g.{w, u_1} (α : Type w) (β : Type u_1) : Type (max u_1 w)
            7:5: Error: unused universe parameter 'u'
            8:12: Error: a universe level named `w` has already been declared
        "#]],
    );
}

#[test]
fn recursive_functions_compute_and_keep_their_equations() {
    check_elab(
        "
def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => fib (n + 1) + fib n
#eval fib 15
#check fib.eq_3
theorem fib_add_two (n : Nat) : fib (n + 2) = fib (n + 1) + fib n := rfl
def sum (xs : List Nat) : Nat := go xs 0
where go : List Nat → Nat → Nat
  | [], acc => acc
  | x :: xs, acc => go xs (acc + x)
#eval sum [1, 2, 3]
def wild (n : Nat) : Nat := wild (n + 1)
",
        expect![[r#"
            6:7: Info: 610
            7:8: Info: fib.eq_3 (n : Nat) : fib (n + 2) = fib (n + 1) + fib n
            13:7: Info: 6
            14:5: Error: fail to show termination, possible errors:
            failed to infer structural recursion:
            Cannot use parameter n:
              failed to eliminate recursive application
                wild (n + 1)


            well-founded recursion is not available yet: the library lacks it
        "#]],
    );
}

#[test]
fn patterns_are_checked_for_coverage() {
    check_elab(
        "
def f : Nat → Nat → Nat
  | 0, _ => 0
  | _ + 1, 0 => 1
def g : Bool → Nat
  | true => 1
  | _ => 2
  | false => 3
",
        expect![[r#"
            2:5: Error: Missing cases:
            Nat.succ _, Nat.succ _
            8:3: Error: Redundant alternative: Any expression matching
              false
            will match one of the preceding alternatives
        "#]],
    );
}

#[test]
fn theorems_must_be_propositions_and_failures_do_not_spread() {
    check_elab(
        "
theorem one : Nat := 1
theorem wrong : 1 = 2 := Nat.zero
theorem uses_wrong : 1 = 2 := wrong
theorem later : 1 = 1 := sorry
#print axioms uses_wrong
#print axioms Nat.le_succ
example : 2 = 3 := sorry
theorem goal : 1 = 1
",
        expect![[r#"
            2:9: Error: type of theorem `one` is not a proposition
              Nat
            3:26: Error: Type mismatch
              Nat.zero
            has type
              Nat
            of sort `Type` but is expected to have type
              1 = 2
            of sort `Prop`
            5:9: Warning: declaration uses `sorry`
            6:15: Info: 'uses_wrong' depends on axioms: [sorryAx]
            7:15: Info: 'Nat.le_succ' does not depend on any axioms
            8:1: Warning: declaration uses `sorry`
            9:9: Warning: declaration uses `sorry`
        "#]],
    );
}

#[test]
fn namespaces_sections_and_names() {
    check_elab(
        "
namespace A.B
def c := 1
protected def d := 2
private def e := 3
end A.B
#check A.B.c
open A in
#check B.c
open A.B
#eval c + B.d
#eval d
#eval A.B.e
export Nat (le_succ)
#check le_succ
def A.B.c := 2
section S
end T
end S
end
namespace X
",
        expect![[r#"
            7:8: Info: A.B.c : Nat
            9:8: Info: A.B.c : Nat
            11:11: Error: Unknown identifier `B.d`
            12:7: Error: Unknown identifier `d`
            13:7: Info: 3
            15:8: Info: Nat.le_succ (n : Nat) : n ≤ n.succ
            16:5: Error: `A.B.c` has already been declared
            18:1: Error: Invalid name after `end`: Expected `S`, but found `T`
            20:1: Error: Invalid `end`: There is no current scope to end

            Note: Scopes are introduced using `namespace` and `section`
        "#]],
    );
}

#[test]
fn deriving_makes_instances() {
    check_elab(
        "
inductive Color | red | green | blue
  deriving DecidableEq, Inhabited, Repr
#eval decide (Color.red = Color.blue)
#eval (default : Color)
inductive Tree (α : Type u) | leaf | node (l : Tree α) (a : α) (r : Tree α)
  deriving DecidableEq, BEq
#eval decide (Tree.node .leaf 1 .leaf = Tree.node .leaf 1 .leaf)
#eval Tree.node .leaf 1 .leaf == Tree.node .leaf 2 .leaf
structure S (α : Type) where
  a : α
  h : a = a
deriving instance DecidableEq for S
#synth DecidableEq (S Nat)
",
        expect![[r#"
            3:36: Error: Unknown constant `Repr`
            4:7: Info: Bool.false
            5:7: Info: Color.red
            8:7: Info: Bool.true
            9:7: Info: Bool.false
            14:8: Info: fun a b => instDecidableEqS a b
        "#]],
    );
}

#[test]
fn attributes_and_instances() {
    check_elab(
        "
instance : Inhabited (Nat × Nat) := ⟨(1, 2)⟩
#check instInhabitedProdNat
#eval (default : Nat × Nat)
section
local instance low : Inhabited Nat := ⟨5⟩
#eval (default : Nat)
end
#eval (default : Nat)
instance notAClass : Nat := 3
@[frobnicate] def x := 1
attribute [-simp] x
@[reducible, inline] def y := 1
",
        expect![[r#"
            3:8: Info: instInhabitedProdNat : Inhabited (Nat × Nat)
            4:7: Info: { fst := 1, snd := 2 }
            7:7: Info: 5
            9:7: Info: 0
            10:1: Error: type class instance expected
              Nat
            11:3: Error: Unknown attribute `[frobnicate]`
            12:12: Error: 'x' does not have [simp] attribute
        "#]],
    );
}

#[test]
fn notations_extend_the_grammar() {
    check_elab(
        "
infixl:65 \" ⊞ \" => Nat.add
#eval 1 ⊞ 2
namespace N
scoped notation \"two\" => 2
#eval two
end N
#check two
open N
#eval two ⊞ two
",
        expect![[r#"
            3:7: Info: 3
            6:7: Info: 2
            8:8: Error: Unknown identifier `two`
            10:7: Info: 4
        "#]],
    );
}

#[test]
fn questions_are_answered() {
    check_elab(
        "
#check Nat.le_succ
#check (fun x => x + 1 : Nat → Nat)
#print Nat
#print Not
#reduce fun x : Nat => x + 2
#eval (\"ab\", 'c', [1, 2], (), some true)
#eval fun x : Nat => x
#synth Add Nat
#synth Add Bool
#guard 1 + 1 == 2
#guard 1 + 1 == 3
#check_failure (1 : Bool)
#check nonsense
#frob
",
        expect![[r#"
            2:8: Info: Nat.le_succ (n : Nat) : n ≤ n.succ
            3:8: Info: fun x => x + 1 : Nat → Nat
            4:8: Info: inductive Nat : Type
            number of parameters: 0
            constructors:
            Nat.zero : Nat
            Nat.succ : Nat → Nat
            5:8: Info: def Not : Prop → Prop :=
            fun a => a → False
            6:9: Info: fun x => x.succ.succ
            7:7: Info: { fst := "ab",
              snd := { fst := { val := 99, valid := _ },
                       snd := { fst := List.cons 1 (List.cons 2 (List.nil)),
                                snd := { fst := PUnit.unit, snd := Option.some (Bool.true) } } } }
            8:1: Error: could not synthesize a `ToExpr`, `Repr`, or `ToString` instance for type
              Nat → Nat
            9:8: Info: instAddNat
            10:8: Error: failed to synthesize instance of type class
              Add Bool

            Hint: Type class instance resolution failures can be inspected with the `set_option trace.Meta.synthInstance true` command.
            12:8: Error: Expression
              1 + 1 == 3
            did not evaluate to `true`
            13:16: Info: failed to synthesize instance of type class
              OfNat Bool 1
            numerals are polymorphic in Lean, but the numeral `1` cannot be used in a context where the expected type is
              Bool
            due to the absence of the instance above

            Hint: Type class instance resolution failures can be inspected with the `set_option trace.Meta.synthInstance true` command.
            14:8: Error: Unknown identifier `nonsense`
            15:1: Error: the command `#frob` is not supported yet
        "#]],
    );
}

#[test]
fn one_declaration_in_a_saved_context() {
    let (st, env) = library();
    let mut fe = FrontEnd::new(st.clone(), env, None);
    let src = "variable (n : Nat)\nnamespace A\ndef k := 1\ntheorem t : n + k = n + 1 := sorry\ndef later := 1\nend A";
    let records = fe.process(src);
    let t = &records[1];
    assert_eq!(t.name.as_str(), "A.t");
    assert_eq!(t.sorries.len(), 1);
    assert!(t.ok && t.statement.is_some());
    assert!(!t.env_before.contains(turnstile_kernel::Name::new("A.later")));
    let good = elab_single(&st, &t.env_before, &t.scope_before, None, "theorem t : n + k = n + 1 := rfl");
    let record = good.record.unwrap();
    assert!(record.ok && record.sorries.is_empty());
    assert_eq!(record.statement, t.statement);
    let bad = elab_single(&st, &t.env_before, &t.scope_before, None, "theorem t : n + k = n + 1 := 3");
    assert!(!bad.record.unwrap().ok);
    let late = elab_single(&st, &t.env_before, &t.scope_before, None, "theorem u : later = 1 := rfl");
    assert!(!late.record.unwrap().ok);
}
