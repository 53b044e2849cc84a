/-!
# Arithmetic of the naturals

Addition and multiplication: the laws of a commutative semiring, cancellation, and injectivity of the successor.
-/

universe u

namespace Nat

/-! ## Zero and successor -/

@[simp] theorem zero_eq : Nat.zero = 0 := rfl

@[simp] theorem succ_eq_add_one (n : Nat) : succ n = n + 1 := rfl

@[simp] theorem succ_ne_zero (n : Nat) : succ n ≠ 0 :=
  fun h => Bool.false_ne_true (@Eq.ndrec Nat 0 (fun k => Nat.beq k 0 = true) rfl (succ n) h.symm)

theorem zero_ne_succ (n : Nat) : 0 ≠ succ n := fun h => succ_ne_zero n h.symm

@[simp] theorem add_one_ne_zero (n : Nat) : n + 1 ≠ 0 := succ_ne_zero n

theorem zero_ne_add_one (n : Nat) : 0 ≠ n + 1 := zero_ne_succ n

@[simp] theorem one_ne_zero : 1 ≠ (0 : Nat) := succ_ne_zero 0

@[simp] theorem zero_ne_one : 0 ≠ (1 : Nat) := zero_ne_succ 0

@[simp] theorem pred_zero : pred 0 = 0 := rfl

@[simp] theorem pred_succ (n : Nat) : pred (succ n) = n := rfl

theorem pred_eq_sub_one {n : Nat} : pred n = n - 1 := rfl

theorem pred_add_one (n : Nat) : pred (n + 1) = n := rfl

theorem succ_inj {a b : Nat} : succ a = succ b ↔ a = b := ⟨fun h => congrArg pred h, fun h => congrArg succ h⟩

theorem succ_inj' {a b : Nat} : succ a = succ b ↔ a = b := succ_inj

theorem succ_injective_eq (a b : Nat) : (succ a = succ b) = (a = b) := propext succ_inj

@[simp] theorem add_one_inj {a b : Nat} : a + 1 = b + 1 ↔ a = b := succ_inj

theorem add_one_eq_add_one_iff {a b : Nat} : a + 1 = b + 1 ↔ a = b := succ_inj

theorem succ_ne_succ {a b : Nat} : succ a ≠ succ b ↔ a ≠ b := not_congr succ_inj

theorem add_one_ne_add_one_iff {a b : Nat} : a + 1 ≠ b + 1 ↔ a ≠ b := not_congr succ_inj

theorem succ_succ_ne_one (a : Nat) : succ (succ a) ≠ 1 := fun h => succ_ne_zero a (succ_inj.mp h)

theorem succ_ne_self : (n : Nat) → succ n ≠ n
  | 0 => succ_ne_zero 0
  | n+1 => fun h => succ_ne_self n (succ_inj.mp h)

@[simp] theorem add_one_ne_self (n : Nat) : n + 1 ≠ n := succ_ne_self n

theorem exists_eq_succ_of_ne_zero : {n : Nat} → n ≠ 0 → ∃ k, n = succ k
  | 0, h => absurd rfl h
  | n+1, _ => ⟨n, rfl⟩

theorem exists_eq_add_one_of_ne_zero : {n : Nat} → n ≠ 0 → ∃ k, n = k + 1
  | 0, h => absurd rfl h
  | n+1, _ => ⟨n, rfl⟩

theorem succ_pred : {a : Nat} → a ≠ 0 → a.pred.succ = a
  | 0, h => absurd rfl h
  | _+1, _ => rfl

theorem eq_zero_or_eq_succ_pred : (n : Nat) → n = 0 ∨ n = succ (pred n)
  | 0 => Or.inl rfl
  | _+1 => Or.inr rfl

/-- Induction with the conclusions stated in terms of `0` and `n + 1`. -/
@[elab_as_elim] protected def recAux {motive : Nat → Sort u} (zero : motive 0)
    (succ : (n : Nat) → motive n → motive (n + 1)) (t : Nat) : motive t :=
  @Nat.rec motive zero succ t

/-- Case analysis with the conclusions stated in terms of `0` and `n + 1`. -/
@[elab_as_elim] protected def casesAuxOn {motive : Nat → Sort u} (t : Nat) (zero : motive 0)
    (succ : (n : Nat) → motive (n + 1)) : motive t :=
  @Nat.rec motive zero (fun n _ => succ n) t

/-! ## Addition -/

@[simp] protected theorem add_zero (n : Nat) : n + 0 = n := rfl

theorem add_succ (n m : Nat) : n + succ m = succ (n + m) := rfl

theorem add_one (n : Nat) : n + 1 = succ n := rfl

@[simp] theorem add_eq {n m : Nat} : Nat.add n m = n + m := rfl

@[simp] theorem mul_eq {n m : Nat} : Nat.mul n m = n * m := rfl

@[simp] theorem sub_eq {n m : Nat} : Nat.sub n m = n - m := rfl

@[simp] theorem lt_eq {n m : Nat} : Nat.lt n m = (n < m) := rfl

@[simp] theorem le_eq {n m : Nat} : Nat.le n m = (n ≤ m) := rfl

@[simp] protected theorem zero_add : (n : Nat) → 0 + n = n
  | 0 => rfl
  | n+1 => congrArg succ (Nat.zero_add n)

theorem succ_add : (n m : Nat) → (succ n) + m = succ (n + m)
  | _, 0 => rfl
  | n, m+1 => congrArg succ (succ_add n m)

theorem succ_add_eq_add_succ (n m : Nat) : succ n + m = n + succ m := succ_add n m

theorem add_one_add (n m : Nat) : n + 1 + m = n + m + 1 := succ_add n m

theorem one_add (n : Nat) : 1 + n = succ n := (succ_add 0 n).trans (congrArg succ (Nat.zero_add n))

protected theorem add_comm : (n m : Nat) → n + m = m + n
  | n, 0 => (Nat.zero_add n).symm
  | n, m+1 => (congrArg succ (Nat.add_comm n m)).trans (succ_add m n).symm

protected theorem add_assoc : (n m k : Nat) → (n + m) + k = n + (m + k)
  | _, _, 0 => rfl
  | n, m, k+1 => congrArg succ (Nat.add_assoc n m k)

protected theorem add_left_comm (n m k : Nat) : n + (m + k) = m + (n + k) :=
  (Nat.add_assoc n m k).symm.trans ((congrArg (fun (x : Nat) => x + k) (Nat.add_comm n m)).trans (Nat.add_assoc m n k))

protected theorem add_right_comm (n m k : Nat) : (n + m) + k = (n + k) + m :=
  (Nat.add_assoc n m k).trans ((congrArg (fun (x : Nat) => n + x) (Nat.add_comm m k)).trans (Nat.add_assoc n k m).symm)

protected theorem add_add_add_comm (a b c d : Nat) : (a + b) + (c + d) = (a + c) + (b + d) :=
  (Nat.add_assoc a b (c + d)).trans ((congrArg (fun (x : Nat) => a + x) (Nat.add_left_comm b c d)).trans
    (Nat.add_assoc a c (b + d)).symm)

protected theorem add_left_cancel : {n m k : Nat} → n + m = n + k → m = k
  | 0, m, k, h => (Nat.zero_add m).symm.trans (h.trans (Nat.zero_add k))
  | n+1, m, k, h =>
    @Nat.add_left_cancel n m k (succ_inj.mp ((succ_add n m).symm.trans (h.trans (succ_add n k))))

protected theorem add_right_cancel {n m k : Nat} (h : n + m = k + m) : n = k :=
  Nat.add_left_cancel ((Nat.add_comm m n).trans (h.trans (Nat.add_comm k m)))

@[simp] protected theorem add_left_cancel_iff {m k n : Nat} : n + m = n + k ↔ m = k :=
  ⟨Nat.add_left_cancel, fun h => congrArg (fun (x : Nat) => n + x) h⟩

@[simp] protected theorem add_right_cancel_iff {m k n : Nat} : m + n = k + n ↔ m = k :=
  ⟨Nat.add_right_cancel, fun h => congrArg (fun (x : Nat) => x + n) h⟩

protected theorem add_left_inj {m k n : Nat} : m + n = k + n ↔ m = k := Nat.add_right_cancel_iff

protected theorem add_right_inj {m k n : Nat} : n + m = n + k ↔ m = k := Nat.add_left_cancel_iff

protected theorem eq_zero_of_add_eq_zero : {n m : Nat} → n + m = 0 → n = 0 ∧ m = 0
  | _, 0, h => ⟨h, rfl⟩
  | n, m+1, h => absurd h (succ_ne_zero (n + m))

protected theorem eq_zero_of_add_eq_zero_left {n m : Nat} (h : n + m = 0) : m = 0 :=
  (Nat.eq_zero_of_add_eq_zero h).right

protected theorem eq_zero_of_add_eq_zero_right {n m : Nat} (h : n + m = 0) : n = 0 :=
  (Nat.eq_zero_of_add_eq_zero h).left

@[simp] protected theorem add_eq_zero_iff {n m : Nat} : n + m = 0 ↔ n = 0 ∧ m = 0 :=
  ⟨Nat.eq_zero_of_add_eq_zero, fun h => (congr (congrArg (fun (x y : Nat) => x + y) h.left) h.right).trans rfl⟩

protected theorem add_eq_left {a b : Nat} : a + b = a ↔ b = 0 :=
  @Nat.add_left_cancel_iff b 0 a

protected theorem add_eq_right {a b : Nat} : a + b = b ↔ a = 0 :=
  ⟨fun h => Nat.add_right_cancel (h.trans (Nat.zero_add b).symm), fun h => (congrArg (fun (x : Nat) => x + b) h).trans (Nat.zero_add b)⟩

@[simp] protected theorem add_left_eq_self {a b : Nat} : a + b = b ↔ a = 0 := Nat.add_eq_right

@[simp] protected theorem add_right_eq_self {a b : Nat} : a + b = a ↔ b = 0 := Nat.add_eq_left

@[simp] protected theorem left_eq_add {a b : Nat} : a = a + b ↔ b = 0 := Iff.trans eq_comm Nat.add_eq_left

@[simp] protected theorem right_eq_add {a b : Nat} : b = a + b ↔ a = 0 := Iff.trans eq_comm Nat.add_eq_right

@[simp] protected theorem add_one_sub_one (n : Nat) : n + 1 - 1 = n := rfl

protected theorem succ_sub_one (n : Nat) : succ n - 1 = n := rfl

/-! ## Multiplication -/

@[simp] protected theorem mul_zero (n : Nat) : n * 0 = 0 := rfl

theorem mul_succ (n m : Nat) : n * succ m = n * m + n := rfl

theorem mul_add_one (n m : Nat) : n * (m + 1) = n * m + n := rfl

@[simp] protected theorem zero_mul : (n : Nat) → 0 * n = 0
  | 0 => rfl
  | n+1 => Nat.zero_mul n

theorem succ_mul : (n m : Nat) → (succ n) * m = (n * m) + m
  | _, 0 => rfl
  | n, m+1 => congrArg succ ((congrArg (fun (x : Nat) => x + n) (succ_mul n m)).trans (Nat.add_right_comm (n * m) m n))

theorem add_one_mul (n m : Nat) : (n + 1) * m = n * m + m := succ_mul n m

protected theorem mul_comm : (n m : Nat) → n * m = m * n
  | n, 0 => (Nat.zero_mul n).symm
  | n, m+1 => (congrArg (fun (x : Nat) => x + n) (Nat.mul_comm n m)).trans (succ_mul m n).symm

@[simp] protected theorem mul_one (n : Nat) : n * 1 = n := Nat.zero_add n

@[simp] protected theorem one_mul (n : Nat) : 1 * n = n := (Nat.mul_comm 1 n).trans (Nat.mul_one n)

protected theorem left_distrib : (n m k : Nat) → n * (m + k) = n * m + n * k
  | _, _, 0 => rfl
  | n, m, k+1 => (congrArg (fun (x : Nat) => x + n) (Nat.left_distrib n m k)).trans (Nat.add_assoc (n * m) (n * k) n)

protected theorem mul_add (n m k : Nat) : n * (m + k) = n * m + n * k := Nat.left_distrib n m k

protected theorem right_distrib (n m k : Nat) : (n + m) * k = n * k + m * k :=
  (Nat.mul_comm (n + m) k).trans ((Nat.left_distrib k n m).trans
    (congr (congrArg (fun (x y : Nat) => x + y) (Nat.mul_comm k n)) (Nat.mul_comm k m)))

protected theorem add_mul (n m k : Nat) : (n + m) * k = n * k + m * k := Nat.right_distrib n m k

protected theorem mul_assoc : (n m k : Nat) → (n * m) * k = n * (m * k)
  | _, _, 0 => rfl
  | n, m, k+1 =>
    (congrArg (fun (x : Nat) => x + n * m) (Nat.mul_assoc n m k)).trans (Nat.left_distrib n (m * k) m).symm

protected theorem mul_left_comm (n m k : Nat) : n * (m * k) = m * (n * k) :=
  (Nat.mul_assoc n m k).symm.trans ((congrArg (fun (x : Nat) => x * k) (Nat.mul_comm n m)).trans (Nat.mul_assoc m n k))

protected theorem mul_right_comm (n m k : Nat) : n * m * k = n * k * m :=
  (Nat.mul_assoc n m k).trans ((congrArg (fun (x : Nat) => n * x) (Nat.mul_comm m k)).trans (Nat.mul_assoc n k m).symm)

protected theorem mul_mul_mul_comm (a b c d : Nat) : (a * b) * (c * d) = (a * c) * (b * d) :=
  (Nat.mul_assoc a b (c * d)).trans ((congrArg (fun (x : Nat) => a * x) (Nat.mul_left_comm b c d)).trans
    (Nat.mul_assoc a c (b * d)).symm)

protected theorem mul_two (n : Nat) : n * 2 = n + n :=
  (Nat.mul_add n 1 1).trans (congr (congrArg (fun (x y : Nat) => x + y) (Nat.mul_one n)) (Nat.mul_one n))

protected theorem two_mul (n : Nat) : 2 * n = n + n := (Nat.mul_comm 2 n).trans (Nat.mul_two n)

@[simp] protected theorem mul_eq_zero : {m n : Nat} → n * m = 0 ↔ n = 0 ∨ m = 0
  | 0, _ => ⟨fun _ => Or.inr rfl, fun _ => rfl⟩
  | m+1, 0 => ⟨fun _ => Or.inl rfl, fun _ => Nat.zero_mul (m + 1)⟩
  | m+1, n+1 => ⟨fun h => absurd h (succ_ne_zero ((n + 1) * m + n)),
      fun h => Or.elim h (fun h => absurd h (succ_ne_zero n)) (fun h => absurd h (succ_ne_zero m))⟩

protected theorem eq_zero_of_mul_eq_zero {n m : Nat} (h : n * m = 0) : n = 0 ∨ m = 0 := Nat.mul_eq_zero.mp h

protected theorem mul_ne_zero_iff {n m : Nat} : n * m ≠ 0 ↔ n ≠ 0 ∧ m ≠ 0 :=
  Iff.trans (not_congr Nat.mul_eq_zero) not_or

protected theorem mul_ne_zero {n m : Nat} (hn : n ≠ 0) (hm : m ≠ 0) : n * m ≠ 0 := Nat.mul_ne_zero_iff.mpr ⟨hn, hm⟩

protected theorem ne_zero_of_mul_ne_zero_left {n m : Nat} (h : n * m ≠ 0) : n ≠ 0 := (Nat.mul_ne_zero_iff.mp h).left

protected theorem ne_zero_of_mul_ne_zero_right {n m : Nat} (h : n * m ≠ 0) : m ≠ 0 := (Nat.mul_ne_zero_iff.mp h).right

/-! ## Boolean equality -/

@[simp] theorem beq_eq {x y : Nat} : (Nat.beq x y = true) = (x = y) :=
  propext ⟨Nat.eq_of_beq_eq_true, fun h => @Eq.ndrec Nat x (fun z => Nat.beq x z = true) (Nat.beq_refl x) y h⟩

theorem beq_eq_true_eq {x y : Nat} : ((x == y) = true) = (x = y) := decide_eq_true_eq

theorem not_beq_eq_true_eq {x y : Nat} : ((!(x == y)) = true) = ¬ (x = y) := not_decide_eq_true

end Nat
