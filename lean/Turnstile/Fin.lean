/-!
# Bounded naturals

`Fin n`, the naturals below `n`, with arithmetic modulo `n`.
-/

/-- The naturals below `n`. -/
structure Fin (n : Nat) : Type where
  val : Nat
  isLt : val < n

universe u

namespace Fin

theorem eq_of_val_eq {n : Nat} : {i j : Fin n} → i.val = j.val → i = j
  | ⟨a, ha⟩, ⟨b, hb⟩, e =>
    @Eq.ndrec Nat a (fun x => (hx : x < n) → (⟨a, ha⟩ : Fin n) = ⟨x, hx⟩) (fun _ => rfl) b e hb

theorem val_eq_of_eq {n : Nat} {i j : Fin n} (h : i = j) : i.val = j.val := congrArg Fin.val h

@[ext] protected theorem ext {n : Nat} {a b : Fin n} (h : a.val = b.val) : a = b := eq_of_val_eq h

protected theorem ext_iff {n : Nat} {a b : Fin n} : a = b ↔ a.val = b.val := ⟨val_eq_of_eq, eq_of_val_eq⟩

theorem val_inj {n : Nat} {a b : Fin n} : a.val = b.val ↔ a = b := Fin.ext_iff.symm

theorem val_ne_of_ne {n : Nat} {i j : Fin n} (h : i ≠ j) : i.val ≠ j.val := fun h' => h (eq_of_val_eq h')

theorem is_lt {n : Nat} (a : Fin n) : a.val < n := a.isLt

theorem pos {n : Nat} (i : Fin n) : 0 < n := Nat.zero_lt_of_lt i.isLt

@[simp] protected theorem eta {n : Nat} (a : Fin n) (h : a.val < n) : (⟨a.val, h⟩ : Fin n) = a := rfl

instance instDecidableEq (n : Nat) : DecidableEq (Fin n) := fun i j =>
  match decEq i.val j.val with
  | isTrue h => isTrue (eq_of_val_eq h)
  | isFalse h => isFalse (fun e => h (val_eq_of_eq e))

instance instLT {n : Nat} : LT (Fin n) := ⟨fun a b => a.val < b.val⟩
instance instLE {n : Nat} : LE (Fin n) := ⟨fun a b => a.val ≤ b.val⟩
instance decLt {n : Nat} (a b : Fin n) : Decidable (a < b) := Nat.decLt a.val b.val
instance decLe {n : Nat} (a b : Fin n) : Decidable (a ≤ b) := Nat.decLe a.val b.val

theorem lt_def {n : Nat} {a b : Fin n} : a < b ↔ a.val < b.val := Iff.rfl

theorem le_def {n : Nat} {a b : Fin n} : a ≤ b ↔ a.val ≤ b.val := Iff.rfl

/-- The residue of a natural. -/
def ofNat {n : Nat} (a : Nat) : Fin (n + 1) := ⟨a % (n + 1), Nat.mod_lt a (Nat.zero_lt_succ n)⟩

instance instOfNat {n i : Nat} : OfNat (Fin (n + 1)) i := ⟨Fin.ofNat i⟩

/-- The next element in the next larger type. -/
def succ {n : Nat} (i : Fin n) : Fin (n + 1) := ⟨i.val + 1, Nat.succ_lt_succ i.isLt⟩

/-- The same element in the next larger type. -/
def castSucc {n : Nat} (i : Fin n) : Fin (n + 1) := ⟨i.val, Nat.lt_succ_of_lt i.isLt⟩

/-- The greatest element. -/
def last (n : Nat) : Fin (n + 1) := ⟨n, Nat.lt_add_one n⟩

/-- The same number below a greater bound. -/
def castLT {n m : Nat} (i : Fin m) (h : i.val < n) : Fin n := ⟨i.val, h⟩

/-- The same number below a greater bound. -/
def castLE {n m : Nat} (h : n ≤ m) (i : Fin n) : Fin m := ⟨i.val, Nat.lt_of_lt_of_le i.isLt h⟩

private theorem mod_lt_of_pos {n : Nat} (k a : Nat) (h : a < n) : k % n < n := Nat.mod_lt k (Nat.zero_lt_of_lt h)

/-- Addition modulo `n`. -/
protected def add {n : Nat} (a b : Fin n) : Fin n := ⟨(a.val + b.val) % n, mod_lt_of_pos (a.val + b.val) a.val a.isLt⟩

/-- Multiplication modulo `n`. -/
protected def mul {n : Nat} (a b : Fin n) : Fin n := ⟨(a.val * b.val) % n, mod_lt_of_pos (a.val * b.val) a.val a.isLt⟩

/-- Subtraction modulo `n`. -/
protected def sub {n : Nat} (a b : Fin n) : Fin n :=
  ⟨((n - b.val) + a.val) % n, mod_lt_of_pos ((n - b.val) + a.val) a.val a.isLt⟩

instance instAdd {n : Nat} : Add (Fin n) := ⟨Fin.add⟩
instance instMul {n : Nat} : Mul (Fin n) := ⟨Fin.mul⟩
instance instSub {n : Nat} : Sub (Fin n) := ⟨Fin.sub⟩

/-- No element is below `0`. -/
def elim0 {α : Sort u} (x : Fin 0) : α := False.elim (Nat.not_lt_zero x.val x.isLt)

theorem forall_fin_zero {p : Fin 0 → Prop} : (∀ i, p i) ↔ True := iff_true_intro (fun i => Fin.elim0 i)

end Fin
