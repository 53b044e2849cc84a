/-!
# Powers of integers
-/

namespace Int

@[simp] protected theorem pow_zero (b : Int) : b ^ 0 = 1 := rfl

protected theorem pow_succ (b : Int) (e : Nat) : b ^ (e + 1) = b ^ e * b := rfl

protected theorem pow_succ' (b : Int) (e : Nat) : b ^ (e + 1) = b * b ^ e := Int.mul_comm (b ^ e) b

protected theorem pow_one (a : Int) : a ^ 1 = a := Int.one_mul a

protected theorem pow_two (a : Int) : a ^ 2 = a * a := congrArg (fun (x : Int) => x * a) (Int.pow_one a)

@[simp] theorem natCast_pow (b : Nat) : (n : Nat) → ((b ^ n : Nat) : Int) = (b : Int) ^ n
  | 0 => rfl
  | n+1 => congrArg (fun (x : Int) => x * (b : Int)) (natCast_pow b n)

protected theorem zero_pow {n : Nat} (h : n ≠ 0) : (0 : Int) ^ n = 0 :=
  match n, h with
  | 0, h => absurd rfl h
  | n+1, _ => Int.mul_zero ((0 : Int) ^ n)

private theorem one_pow_aux : (n : Nat) → (1 : Int) ^ n = 1
  | 0 => rfl
  | n+1 => (Int.mul_one ((1 : Int) ^ n)).trans (one_pow_aux n)

@[simp] protected theorem one_pow {n : Nat} : (1 : Int) ^ n = 1 := one_pow_aux n

protected theorem pow_add (a : Int) (m : Nat) : (n : Nat) → a ^ (m + n) = a ^ m * a ^ n
  | 0 => (Int.mul_one (a ^ m)).symm
  | n+1 => (congrArg (fun (x : Int) => x * a) (Int.pow_add a m n)).trans (Int.mul_assoc (a ^ m) (a ^ n) a)

private theorem pow_mul_aux (a : Int) (n : Nat) : (m : Nat) → a ^ (n * m) = (a ^ n) ^ m
  | 0 => rfl
  | m+1 => (Int.pow_add a (n * m) n).trans (congrArg (fun (x : Int) => x * a ^ n) (pow_mul_aux a n m))

protected theorem pow_mul {a : Int} {n m : Nat} : a ^ (n * m) = (a ^ n) ^ m := pow_mul_aux a n m

private theorem mul_pow_aux (a b : Int) : (n : Nat) → (a * b) ^ n = a ^ n * b ^ n
  | 0 => rfl
  | n+1 => by
    rw [Int.pow_succ, mul_pow_aux a b n, Int.pow_succ, Int.pow_succ, Int.mul_assoc, Int.mul_left_comm (b ^ n) a b,
      ← Int.mul_assoc]

protected theorem mul_pow {a b : Int} {n : Nat} : (a * b) ^ n = a ^ n * b ^ n := mul_pow_aux a b n

private theorem pow_nonneg_aux {n : Int} (h : 0 ≤ n) : (m : Nat) → 0 ≤ n ^ m
  | 0 => Int.le_of_lt Int.zero_lt_one
  | m+1 => Int.mul_nonneg (pow_nonneg_aux h m) h

protected theorem pow_nonneg {n : Int} {m : Nat} (h : 0 ≤ n) : 0 ≤ n ^ m := pow_nonneg_aux h m

private theorem pow_pos_aux {n : Int} (h : 0 < n) : (m : Nat) → 0 < n ^ m
  | 0 => Int.zero_lt_one
  | m+1 => Int.mul_pos (pow_pos_aux h m) h

protected theorem pow_pos {n : Int} {m : Nat} (h : 0 < n) : 0 < n ^ m := pow_pos_aux h m

private theorem pow_ne_zero_aux {n : Int} (h : n ≠ 0) : (m : Nat) → n ^ m ≠ 0
  | 0 => Int.one_ne_zero
  | m+1 => Int.mul_ne_zero (pow_ne_zero_aux h m) h

protected theorem pow_ne_zero {n : Int} {m : Nat} (h : n ≠ 0) : n ^ m ≠ 0 := pow_ne_zero_aux h m

protected theorem pow_eq_zero {n : Int} {m : Nat} (h : n ^ m = 0) : n = 0 :=
  match Int.decEq n 0 with
  | isTrue e => e
  | isFalse ne => absurd h (Int.pow_ne_zero ne)

@[simp] theorem natAbs_pow (n : Int) : (k : Nat) → natAbs (n ^ k) = natAbs n ^ k
  | 0 => rfl
  | k+1 => (natAbs_mul (n ^ k) n).trans (congrArg (fun (x : Nat) => x * natAbs n) (natAbs_pow n k))

protected theorem sq_nonneg (m : Int) : 0 ≤ m ^ 2 := by
  rw [Int.pow_two]
  exact Int.mul_self_nonneg m

protected theorem sq_nonnneg (m : Int) : 0 ≤ m ^ 2 := Int.sq_nonneg m

protected theorem pow_nonneg_of_even {m : Int} {n : Nat} (h : n % 2 = 0) : 0 ≤ m ^ n := by
  rw [← Nat.div_add_mod n 2, h, Nat.add_zero, Int.pow_mul]
  exact Int.pow_nonneg (Int.sq_nonneg m)

protected theorem pow_le_pow_left {a b : Int} (ha : 0 ≤ a) (hab : a ≤ b) : (n : Nat) → a ^ n ≤ b ^ n
  | 0 => Int.le_refl 1
  | n+1 => Int.mul_le_mul (Int.pow_le_pow_left ha hab n) hab ha (Int.pow_nonneg (Int.le_trans ha hab))

protected theorem sq_sub_sq (a b : Int) : a ^ 2 - b ^ 2 = (a + b) * (a - b) := by
  rw [Int.pow_two, Int.pow_two, Int.mul_sub, Int.add_mul, Int.add_mul, Int.mul_comm b a, ← Int.sub_sub,
    Int.add_sub_cancel]

end Int
