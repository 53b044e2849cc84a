//! What commands are read as, and how errors are recovered from.

use expect_test::{Expect, expect};
use turnstile_syntax::{parse_file, sexpr_command};

fn check(input: &str, expected: Expect) {
    let file = parse_file(input);
    let mut out = String::new();
    for c in &file.commands {
        out += &sexpr_command(c);
        out.push('\n');
    }
    for e in &file.errors {
        out += &format!("error {:?}: {e}\n", e.span);
    }
    expected.assert_eq(&out);
}

#[test]
fn scopes() {
    check(
        "prelude
import Init.Data
/-! About -/
universe u v
namespace A.B
section
noncomputable section foo
variable (x : α) {β : Type u} [Add β] {x}
include x
omit [Add β] x in
open Nat List
open Nat hiding add sub
open Nat (add sub)
open Nat renaming add → plus, sub → minus
open scoped Foo
export Bool (true false)
set_option autoImplicit false
set_option pp.width 80 in
#check 1
open Nat in
open List in theorem foo : x = x := rfl
attribute [simp, -ext, local instance 100] foo bar
end foo
end
end A.B
init_quot
deriving instance DecidableEq, Repr for Foo
#print foo
#print axioms foo
#reduce 1 + 1
#eval f 1
#synth Add Nat
#guard 1 == 1
#help me
macro \"foo\" : tactic => `(tactic| skip)
",
        expect![[r#"
            prelude
            import Init.Data
            /-! About -/
            universe u v
            namespace A.B
            section
            noncomputable section foo
            variable (x:α) {β:(Type u)} [(Add β)] {x}
            include x
            (omit [(Add β)] x) in open Nat List
            open Nat hiding add sub
            open Nat (add sub)
            open Nat renaming add → plus, sub → minus
            open scoped Foo
            export Bool (true false)
            set_option autoImplicit false
            (set_option pp.width 80) in #check 1
            (open Nat) in (open List) in theorem foo : (= x x) := rfl
            attribute [simp, -ext, local instance 100] foo bar
            end foo
            end
            end A.B
            init_quot
            deriving instance DecidableEq Repr for Foo
            #print foo
            #print axioms foo
            #reduce (+ 1 1)
            #eval (f 1)
            #synth (Add Nat)
            #guard (== 1 1)
            unsupported #help
            (macro)
        "#]],
    );
}

#[test]
fn definitions() {
    check(
        "/-- doc -/
@[simp, reducible] protected def f.{u} {α : Type u} (x y : α) [Add α] : α := x + y
@[simp ↓ low, deprecated foo (since := \"x\"), extern \"c\"] private noncomputable abbrev g x := f x
theorem t (h : p) : p ∧ p := by
  constructor
  · exact h
  exact h
lemma l : p
example : 1 = 1 := rfl
axiom a (x : Nat) : x = x
opaque o : Nat := 1
opaque o2 : Nat
def len : List α → Nat
  | [] => 0
  | _ :: xs => len xs + 1
termination_by xs => xs.length
decreasing_by simp_wf; omega
def g2 (n : Nat) : Nat := go n where
  go : Nat → Nat
  | 0 => 0
  | n+1 => go n
  /-- doc -/
  bar (x : Nat) : Nat := x
instance : Add Foo where
  add x y := x
  zero
    | 0 => 1
    | n+1 => 2
  one := f
    x
local instance (priority := low) foo : Bar := ⟨1⟩
scoped instance foo.{u} [Add α] : Bar α := ⟨1⟩
mutual
def even : Nat → Bool | 0 => true | n+1 => odd n
def odd : Nat → Bool | 0 => false | n+1 => even n
end
def s : Foo where x := 1; y := 2
def eq : Nat → Nat → Bool
  | 0, 0 | 1, 1 => true
  | _, _ => false
",
        expect![[r#"
            /-- doc -/ @[simp, reducible] protected def f.{u} {α:(Type u)} (x y:α) [(Add α)] : α := (+ x y)
            @[simp ↓ low, deprecated foo ( since := "x" ), extern "c"] private noncomputable abbrev g x := (f x)
            theorem t (h:p) : (∧ p p) := (by {(constructor); (· {(exact h)}); (exact h)})
            theorem l : p
            example : (= 1 1) := rfl
            axiom a (x:Nat) : (= x x)
            opaque o : Nat := 1
            opaque o2 : Nat
            def len : (→ (List α) Nat) [| [] => 0] [| (:: _ xs) => (+ (len xs) 1)] termination_by xs => xs.length decreasing_by {(other simp_wf); (omega)}
            def g2 (n:Nat) : Nat := (go n) where {go : (→ Nat Nat) [| 0 => 0] [| (+ n 1) => (go n)]; bar (x:Nat) : Nat := x}
            instance : (Add Foo) where {add x y := x, zero [| 0 => 1] [| (+ n 1) => 2], one := (f x)}
            local instance priority low foo : Bar := ⟨1⟩
            scoped instance foo.{u} [(Add α)] : (Bar α) := ⟨1⟩
            mutual {def even : (→ Nat Bool) [| 0 => true] [| (+ n 1) => (odd n)]; def odd : (→ Nat Bool) [| 0 => false] [| (+ n 1) => (even n)]}
            def s : Foo where {x := 1, y := 2}
            def eq : (→ Nat (→ Nat Bool)) [| 0, 0 | 1, 1 => true] [| _, _ => false]
        "#]],
    );
}

#[test]
fn inductive_types() {
    check(
        "inductive Nat : Type where
  | zero : Nat
  /-- next -/
  | succ (n : Nat) : Nat
inductive Vec (α : Type u) : Nat → Type u
  | nil : Vec α 0
  | protected cons {n} (x : α) (xs : Vec α n) : Vec α (n+1)
  deriving DecidableEq, Repr
inductive Bool | true | false
inductive False : Prop
class inductive Nonempty (α : Sort u) : Prop | intro (val : α) : Nonempty α
structure Point (α : Type) where
  x : α
  y : α := x
  deriving Repr
structure P2 extends P1, toQ : Q α where
  private mk ::
  (a b : Nat)
  {c : Nat}
  [inst : Add Nat]
  [Sub Nat]
  /-- doc -/
  f (x : Nat) {y} : Nat
  h : a = b := by simp
  g x := x
class Add (α : Type u) where
  /-- a + b -/
  add : α → α → α

/-- next -/
theorem x : p := h
structure Empty
class Monoid (α : Type u) extends Mul α, One α : Type u where
  mul_one : ∀ a : α, a * 1 = a
structure And (a b : Prop) : Prop where intro :: (left : a) (right : b)
",
        expect![[r#"
            inductive Nat : Type | zero : Nat | /-- next -/ succ (n:Nat) : Nat
            inductive Vec (α:(Type u)) : (→ Nat (Type u)) | nil : (Vec α 0) | protected cons {n} (x:α) (xs:(Vec α n)) : (Vec α (paren (+ n 1))) deriving DecidableEq, Repr
            inductive Bool | true | false
            inductive False : Prop
            class inductive Nonempty (α:(Sort u)) : Prop | intro (val:α) : (Nonempty α)
            structure Point (α:Type) {x : α; y : α := x} deriving Repr
            structure P2 extends P1, toQ: (Q α) ctor private mk {a b : Nat; {c : Nat}; [inst : (Add Nat)]; [ : (Sub Nat)]; /-- doc -/ f (x:Nat) {y} : Nat; h : (= a b) := (by {(simp)}); g x := x}
            class Add (α:(Type u)) {/-- a + b -/ add : (→ α (→ α α))}
            /-- next -/ theorem x : p := h
            structure Empty {}
            class Monoid (α:(Type u)) extends (Mul α), (One α) : (Type u) {mul_one : (∀ (a:α), (= (* a 1) a))}
            structure And (a b:Prop) : Prop ctor intro {left : a; right : b}
        "#]],
    );
}

#[test]
fn notations_extend_the_grammar() {
    check(
        "infixl:65 \" ⊞ \" => HAdd.hAdd
#check a ⊞ b ⊞ c * d
prefix:max \"√\" => sqrt
#check √x + f √y
postfix:max \"!!\" => fact
#check (n)!! ⊞ 2
notation \"⟪\" x \"|\" y \"⟫\" => inner x y
notation \"⟪\" x \"⟫\" => norm x
#check ⟪a | b⟫ ⊞ ⟪a ⊞ b⟫
notation:50 a:51 \" ≡ \" b:51 \" [MOD \" n \"]\" => modEq n a b
#check a ≡ b + 1 [MOD 2]
section
local notation \"foo\" => bar 1
#check foo
end
#check foo
namespace N
scoped infixr:70 \" ** \" => mul
#check a ** b
end N
#check a ** b
open N in
#check a ** b
#check a ** b
open N
#check a ** b ** c
@[inherit_doc] infix:50 (priority := high) \" ~ \" => Rel
#check a ~ b
",
        expect![[r#"
            notation0
            #check (notation0 (notation0 a b) (* c d))
            notation1
            #check (+ (notation1 x) (f (notation1 y)))
            notation2
            #check (notation0 (notation2 (paren n)) 2)
            notation3
            notation4
            #check (notation0 (notation3 a b) (notation4 (notation0 a b)))
            notation5
            #check (notation5 a (+ b 1) 2)
            section
            notation6
            #check (notation6 )
            end
            #check foo
            namespace N
            notation7
            #check (notation7 a b)
            end N
            (open N) in #check (notation7 a b)
            open N
            #check (notation7 a (notation7 b c))
            @[inherit_doc] notation8
            #check (notation8 a b)
            error 482..483: unexpected token '*'; expected term
            error 520..521: unexpected token '*'; expected term
        "#]],
    );
}

#[test]
fn a_bad_command_is_skipped() {
    check(
        "def f : := 1
  open Foo in
def g := 2
theorem t : 1 + := by
  simp
/-- doc -/
theorem u : p := h )
foo bar
example : p := by
  intro x y
  exact )
  simp
example : q := r
/-- doc -/
@[simp]
def bad :=
theorem last : p := h
def
",
        expect![[r#"
            def g := 2
            /-- doc -/ theorem u : p := h
            example : q := r
            theorem last : p := h
            error 8..10: unexpected token ':='; expected term
            error 54..56: unexpected token ':='; expected term
            error 97..98: unexpected token ')'; expected command
            error 145..146: unexpected token ')'; expected term
            error 201..208: unexpected token 'theorem'; expected term
            error 227..227: unexpected end of input; expected identifier
        "#]],
    );
}

#[test]
fn odd_texts() {
    for (text, n, errors) in [
        ("", 0, 0),
        ("-- nothing", 0, 0),
        ("/- a /- b -/ c -/ def x := 1", 1, 0),
        ("\u{feff}def x := 1", 1, 0),
        ("def x := 1\r\ndef y :=\r\n  f\r\n  a\r\n", 2, 0),
        ("def x :=\t1", 1, 1),
        ("/- open", 0, 1),
        ("def x := 1\n/-- open", 1, 1),
        ("def x := \"open", 0, 1),
        ("def x := 1 \u{1}", 1, 1),
        ("namespace", 0, 1),
        ("end end end", 3, 0),
    ] {
        let file = parse_file(text);
        assert_eq!((file.commands.len(), file.errors.len()), (n, errors), "{text:?}: {file:#?}");
    }
}

#[test]
fn a_notation_stands_for_its_right_side() {
    let mut table = turnstile_syntax::NotationTable::new();
    let src = "infixl:65 \" ⊞ \" => add\nnotation \"⟪\" x \"⟫\" => fun y => norm x (x + y)\n#check ⟪a ⊞ b⟫";
    let mut parser = turnstile_syntax::Parser::new(src);
    let mut last = None;
    while let Some(c) = parser.next_command(&mut table) {
        last = Some(c);
    }
    let Some(turnstile_syntax::CommandKind::Check(t)) = last.map(|c| c.kind) else { panic!("no term") };
    let turnstile_syntax::TermKind::Notation { id, args } = &t.kind else { panic!("no notation") };
    let expanded = table.get(*id).unwrap().expand(args, t.span);
    assert_eq!(expanded.span, t.span);
    let inner = turnstile_syntax::sexpr_term(&expanded);
    assert_eq!(inner, "(fun y => (norm (notation0 a b) (paren (+ (notation0 a b) y))))");
}

#[test]
fn a_table_carries_notations_from_file_to_file() {
    let mut table = turnstile_syntax::NotationTable::new();
    let read = |src: &str, table: &mut turnstile_syntax::NotationTable| {
        let mut parser = turnstile_syntax::Parser::new(src);
        while parser.next_command(table).is_some() {}
        table.end_file();
        parser.errors().len()
    };
    let first = "namespace A\nscoped infixl:65 \" ⊞ \" => f\nlocal infixl:65 \" ⊟ \" => g\ninfixl:65 \" ⊡ \" => h\n#check a ⊞ b ⊟ c";
    assert_eq!(read(first, &mut table), 0);
    assert_eq!(read("#check a ⊡ b", &mut table), 0);
    assert_eq!(read("#check a ⊞ b", &mut table), 1);
    assert_eq!(read("#check a ⊟ b", &mut table), 1);
    assert_eq!(read("open A\n#check a ⊞ b", &mut table), 0);
    assert_eq!(read("open A\n#check a ⊟ b", &mut table), 1);
}

#[test]
fn lines_and_columns() {
    use turnstile_syntax::{LineCol, LineIndex};
    let text = "\u{feff}αb\r\ncd\n";
    let index = LineIndex::new(text);
    assert_eq!(index.line_count(), 3);
    for (at, line, col) in
        [(0, 0, 0), (3, 0, 0), (4, 0, 0), (5, 0, 1), (6, 0, 2), (7, 0, 2), (8, 1, 0), (99, 2, 0)]
    {
        assert_eq!(index.line_col(text, at), LineCol { line, col }, "offset {at}");
    }
    assert_eq!(index.offset(text, LineCol { line: 1, col: 1 }), 9);
    assert_eq!(index.offset(text, LineCol { line: 0, col: 1 }), 5);
    assert_eq!(index.offset(text, LineCol { line: 0, col: 9 }), 6);
    assert_eq!(index.offset(text, LineCol { line: 9, col: 0 }), text.len());
}
