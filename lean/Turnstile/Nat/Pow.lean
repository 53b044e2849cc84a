/-!
# Powers
-/

namespace Nat

@[simp] protected theorem pow_zero (b : Nat) : b ^ 0 = 1 := rfl

protected theorem pow_succ (b n : Nat) : b ^ (n + 1) = b ^ n * b := rfl

protected theorem pow_add_one (b n : Nat) : b ^ (n + 1) = b ^ n * b := rfl

@[simp] theorem pow_eq {m n : Nat} : m.pow n = m ^ n := rfl

protected theorem pow_succ' {m n : Nat} : m ^ (n + 1) = m * m ^ n := Nat.mul_comm (m ^ n) m

protected theorem pow_add_one' {m n : Nat} : m ^ (n + 1) = m * m ^ n := Nat.mul_comm (m ^ n) m

@[simp] protected theorem pow_one (a : Nat) : a ^ 1 = a := Nat.one_mul a

protected theorem pow_two (a : Nat) : a ^ 2 = a * a := congrArg (fun (x : Nat) => x * a) (Nat.pow_one a)

protected theorem zero_pow : {n : Nat} → 0 < n → 0 ^ n = 0
  | 0, h => absurd h (Nat.lt_irrefl 0)
  | _+1, _ => rfl

@[simp] protected theorem zero_pow_succ (n : Nat) : 0 ^ (n + 1) = 0 := rfl

@[simp] protected theorem one_pow : (n : Nat) → 1 ^ n = 1
  | 0 => rfl
  | n+1 => (Nat.mul_one (1 ^ n)).trans (Nat.one_pow n)

protected theorem pow_add (a : Nat) : (m n : Nat) → a ^ (m + n) = a ^ m * a ^ n
  | m, 0 => (Nat.mul_one (a ^ m)).symm
  | m, n+1 => (congrArg (fun (x : Nat) => x * a) (Nat.pow_add a m n)).trans (Nat.mul_assoc (a ^ m) (a ^ n) a)

protected theorem pow_add' (a m n : Nat) : a ^ (m + n) = a ^ n * a ^ m := by
  rw [Nat.add_comm, Nat.pow_add]

protected theorem pow_mul (a : Nat) : (m n : Nat) → a ^ (m * n) = (a ^ m) ^ n
  | _, 0 => rfl
  | m, n+1 => (Nat.pow_add a (m * n) m).trans (congrArg (fun (x : Nat) => x * a ^ m) (Nat.pow_mul a m n))

protected theorem pow_mul' (a m n : Nat) : a ^ (m * n) = (a ^ n) ^ m := by
  rw [Nat.mul_comm, Nat.pow_mul]

protected theorem pow_right_comm (a m n : Nat) : (a ^ m) ^ n = (a ^ n) ^ m := by
  rw [← Nat.pow_mul, Nat.pow_mul']

protected theorem mul_pow (a b : Nat) : (n : Nat) → (a * b) ^ n = a ^ n * b ^ n
  | 0 => rfl
  | n+1 => (congrArg (fun (x : Nat) => x * (a * b)) (Nat.mul_pow a b n)).trans
      (Nat.mul_mul_mul_comm (a ^ n) (b ^ n) a b)

theorem pow_le_pow_left {m n : Nat} (h : m ≤ n) : (i : Nat) → m ^ i ≤ n ^ i
  | 0 => Nat.le_refl 1
  | i+1 => Nat.mul_le_mul (pow_le_pow_left h i) h

private theorem pow_pos_aux {a : Nat} (h : 0 < a) : (n : Nat) → 0 < a ^ n
  | 0 => zero_lt_one
  | n+1 => Nat.mul_pos (pow_pos_aux h n) h

protected theorem pow_pos {a n : Nat} (h : 0 < a) : 0 < a ^ n := pow_pos_aux h n

theorem pos_pow_of_pos {b : Nat} (n : Nat) (h : 0 < b) : 0 < b ^ n := pow_pos_aux h n

theorem two_pow_pos (w : Nat) : 0 < 2 ^ w := Nat.pow_pos zero_lt_two

theorem pow_le_pow_right {n m : Nat} (h : n > 0) : {k : Nat} → m ≤ k → n ^ m ≤ n ^ k
  | k, hk =>
    match le.dest hk with
    | ⟨d, e⟩ => by
      rw [← e, Nat.pow_add]
      exact le_mul_of_pos_right (n ^ m) (Nat.pow_pos h)

protected theorem pow_lt_pow_left {a b : Nat} (h : a < b) : {n : Nat} → n ≠ 0 → a ^ n < b ^ n
  | 0, hn => absurd rfl hn
  | n+1, _ =>
    Nat.lt_of_le_of_lt (Nat.mul_le_mul_right a (pow_le_pow_left (Nat.le_of_lt h) n))
      (Nat.mul_lt_mul_of_pos_left h (Nat.pow_pos (Nat.zero_lt_of_lt h)))

protected theorem pow_lt_pow_succ {a n : Nat} (h : 1 < a) : a ^ n < a ^ (n + 1) :=
  Nat.lt_of_eq_of_lt (Nat.mul_one (a ^ n)).symm
    (Nat.mul_lt_mul_of_pos_left h (Nat.pow_pos (Nat.lt_trans zero_lt_one h)))

protected theorem pow_lt_pow_right {a n m : Nat} (ha : 1 < a) (h : m < n) : a ^ m < a ^ n :=
  Nat.lt_of_lt_of_le (Nat.pow_lt_pow_succ ha) (pow_le_pow_right (Nat.lt_trans zero_lt_one ha) h)

protected theorem pow_lt_pow_iff_right {a n m : Nat} (h : 1 < a) : a ^ n < a ^ m ↔ n < m :=
  ⟨fun hlt => lt_of_not_le (fun hle => not_le_of_gt hlt (pow_le_pow_right (Nat.lt_trans zero_lt_one h) hle)),
   Nat.pow_lt_pow_right h⟩

protected theorem pow_le_pow_iff_right {a n m : Nat} (h : 1 < a) : a ^ n ≤ a ^ m ↔ n ≤ m :=
  ⟨fun hle => le_of_not_lt (fun hlt => not_le_of_gt (Nat.pow_lt_pow_right h hlt) hle),
   pow_le_pow_right (Nat.lt_trans zero_lt_one h)⟩

theorem lt_two_pow_self : {n : Nat} → n < 2 ^ n
  | 0 => zero_lt_one
  | n+1 =>
    Nat.lt_of_le_of_lt (lt_two_pow_self (n := n))
      (Nat.lt_of_lt_of_eq (lt_add_of_pos_right (two_pow_pos n)) (Nat.mul_two (2 ^ n)).symm)

theorem pow_mod (a b n : Nat) : a ^ b % n = (a % n) ^ b % n := by
  induction b with
  | zero => rfl
  | succ b ih => rw [Nat.pow_succ, Nat.pow_succ, mul_mod, ih, mod_mul_mod, mul_mod_mod]

theorem pow_dvd_pow {m n : Nat} (a : Nat) (h : m ≤ n) : a ^ m ∣ a ^ n :=
  match le.dest h with
  | ⟨k, e⟩ => ⟨a ^ k, by rw [← e, Nat.pow_add]⟩

private theorem pow_dvd_pow_left_aux {a b : Nat} (h : a ∣ b) : (n : Nat) → a ^ n ∣ b ^ n
  | 0 => Nat.dvd_refl 1
  | n+1 => mul_dvd_mul (pow_dvd_pow_left_aux h n) h

protected theorem pow_dvd_pow_left {a b : Nat} (h : a ∣ b) (n : Nat) : a ^ n ∣ b ^ n :=
  pow_dvd_pow_left_aux h n

theorem dvd_pow_self (m : Nat) : {n : Nat} → n ≠ 0 → m ∣ m ^ n
  | 0, h => absurd rfl h
  | n+1, _ => Nat.dvd_mul_left m (m ^ n)

protected theorem pow_eq_zero {a : Nat} : {n : Nat} → a ^ n = 0 ↔ a = 0 ∧ n ≠ 0
  | 0 => ⟨fun h => absurd h one_ne_zero, fun h => absurd rfl h.right⟩
  | n+1 => ⟨fun h => ⟨Nat.eq_zero_of_not_pos (fun ha => Nat.ne_of_gt (Nat.pow_pos ha) h), succ_ne_zero n⟩,
      fun h => by rw [h.left, Nat.zero_pow_succ]⟩

protected theorem sq_sub_sq (a b : Nat) : a ^ 2 - b ^ 2 = (a + b) * (a - b) := by
  rw [Nat.pow_two, Nat.pow_two, Nat.mul_self_sub_mul_self_eq]

protected theorem pow_left_inj {a b n : Nat} (hn : n ≠ 0) : a ^ n = b ^ n ↔ a = b :=
  ⟨fun h => Nat.eq_of_not_lt_not_lt (fun hlt => Nat.ne_of_lt (Nat.pow_lt_pow_left hlt hn) h)
      (fun hlt => Nat.ne_of_gt (Nat.pow_lt_pow_left hlt hn) h),
   fun h => congrArg (fun (x : Nat) => x ^ n) h⟩

end Nat
