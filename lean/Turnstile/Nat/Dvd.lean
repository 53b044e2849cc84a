/-!
# Divisibility
-/

namespace Nat

@[simp] protected theorem dvd_refl (a : Nat) : a ∣ a := ⟨1, (Nat.mul_one a).symm⟩

protected theorem dvd_rfl {a : Nat} : a ∣ a := Nat.dvd_refl a

@[simp] protected theorem dvd_zero (a : Nat) : a ∣ 0 := ⟨0, rfl⟩

@[simp] protected theorem dvd_mul_left (a b : Nat) : a ∣ b * a := ⟨b, Nat.mul_comm b a⟩

@[simp] protected theorem dvd_mul_right (a b : Nat) : a ∣ a * b := ⟨b, rfl⟩

protected theorem dvd_trans {a b c : Nat} (h₁ : a ∣ b) (h₂ : b ∣ c) : a ∣ c :=
  match h₁, h₂ with
  | ⟨d, hd⟩, ⟨e, he⟩ => ⟨d * e, by rw [he, hd, Nat.mul_assoc]⟩

protected theorem dvd_mul_left_of_dvd {a b : Nat} (h : a ∣ b) (c : Nat) : a ∣ c * b :=
  Nat.dvd_trans h (Nat.dvd_mul_left b c)

protected theorem dvd_mul_right_of_dvd {a b : Nat} (h : a ∣ b) (c : Nat) : a ∣ b * c :=
  Nat.dvd_trans h (Nat.dvd_mul_right b c)

protected theorem eq_zero_of_zero_dvd {a : Nat} (h : 0 ∣ a) : a = 0 :=
  match h with
  | ⟨c, hc⟩ => hc.trans (Nat.zero_mul c)

@[simp] protected theorem zero_dvd {n : Nat} : 0 ∣ n ↔ n = 0 :=
  ⟨Nat.eq_zero_of_zero_dvd, fun h => ⟨0, h⟩⟩

protected theorem dvd_add {m n k : Nat} (h₁ : k ∣ m) (h₂ : k ∣ n) : k ∣ m + n :=
  match h₁, h₂ with
  | ⟨d, hd⟩, ⟨e, he⟩ => ⟨d + e, by rw [Nat.mul_add, hd, he]⟩

protected theorem dvd_sub {k m n : Nat} (h₁ : k ∣ m) (h₂ : k ∣ n) : k ∣ m - n :=
  match h₁, h₂ with
  | ⟨d, hd⟩, ⟨e, he⟩ => ⟨d - e, by rw [Nat.mul_sub, hd, he]⟩

protected theorem dvd_sub' {k m n : Nat} (h₁ : k ∣ m) (h₂ : k ∣ n) : k ∣ m - n := Nat.dvd_sub h₁ h₂

protected theorem dvd_add_right {m k : Nat} (h : k ∣ m) {n : Nat} : k ∣ m + n ↔ k ∣ n :=
  ⟨fun h' => by
    have h'' := Nat.dvd_sub h' h
    rw [Nat.add_sub_cancel_left] at h''
    exact h'', Nat.dvd_add h⟩

protected theorem dvd_add_left {m k : Nat} (h : k ∣ m) {n : Nat} : k ∣ n + m ↔ k ∣ n := by
  rw [Nat.add_comm]
  exact Nat.dvd_add_right h

protected theorem dvd_add_iff_right {k m : Nat} (h : k ∣ m) {n : Nat} : k ∣ n ↔ k ∣ m + n := (Nat.dvd_add_right h).symm

protected theorem dvd_add_iff_left {k n : Nat} (h : k ∣ n) {m : Nat} : k ∣ m ↔ k ∣ m + n := (Nat.dvd_add_left h).symm

theorem mul_dvd_mul {a b c d : Nat} (h₁ : a ∣ b) (h₂ : c ∣ d) : a * c ∣ b * d :=
  match h₁, h₂ with
  | ⟨e, he⟩, ⟨f, hf⟩ => ⟨e * f, by rw [he, hf, Nat.mul_mul_mul_comm]⟩

protected theorem mul_dvd_mul_left {b c : Nat} (a : Nat) (h : b ∣ c) : a * b ∣ a * c := mul_dvd_mul (Nat.dvd_refl a) h

protected theorem mul_dvd_mul_right {a b : Nat} (h : a ∣ b) (c : Nat) : a * c ∣ b * c := mul_dvd_mul h (Nat.dvd_refl c)

theorem le_of_dvd {m n : Nat} (h1 : 0 < n) (h : m ∣ n) : m ≤ n :=
  match h with
  | ⟨k, hk⟩ =>
    have hk' : 0 < k := Nat.pos_of_mul_pos_left (Nat.lt_of_lt_of_eq h1 hk)
    Nat.le_trans (le_mul_of_pos_right m hk') (Nat.le_of_eq hk.symm)

protected theorem dvd_antisymm {m n : Nat} (h₁ : m ∣ n) (h₂ : n ∣ m) : m = n :=
  match eq_zero_or_pos m, eq_zero_or_pos n with
  | Or.inl hm, _ => by
    rw [hm] at h₁
    rw [hm, Nat.eq_zero_of_zero_dvd h₁]
  | Or.inr _, Or.inl hn => by
    rw [hn] at h₂
    rw [hn, Nat.eq_zero_of_zero_dvd h₂]
  | Or.inr hm, Or.inr hn => Nat.le_antisymm (le_of_dvd hn h₁) (le_of_dvd hm h₂)

theorem pos_of_dvd_of_pos {m n : Nat} (H1 : m ∣ n) (H2 : 0 < n) : 0 < m :=
  Nat.pos_of_ne_zero (fun hm => by
    rw [hm] at H1
    exact Nat.ne_of_gt H2 (Nat.eq_zero_of_zero_dvd H1))

@[simp] protected theorem one_dvd (n : Nat) : 1 ∣ n := ⟨n, (Nat.one_mul n).symm⟩

private theorem eq_one_of_dvd_one_aux {n : Nat} (h : n ∣ 1) : n = 1 := Nat.dvd_antisymm h (Nat.one_dvd n)

@[simp] protected theorem dvd_one {n : Nat} : n ∣ 1 ↔ n = 1 :=
  ⟨eq_one_of_dvd_one_aux, fun h => by rw [h]; exact Nat.dvd_refl 1⟩

theorem eq_one_of_dvd_one {n : Nat} (H : n ∣ 1) : n = 1 := Nat.dvd_one.mp H

protected theorem mul_div_cancel' {n m : Nat} (H : n ∣ m) : n * (m / n) = m :=
  match H with
  | ⟨k, hk⟩ =>
    match eq_zero_or_pos n with
    | Or.inl e => by rw [hk, e, Nat.zero_mul, Nat.zero_mul]
    | Or.inr hn => by rw [hk, Nat.mul_div_cancel_left k hn]

protected theorem div_mul_cancel {n m : Nat} (H : n ∣ m) : m / n * n = m := by
  rw [Nat.mul_comm, Nat.mul_div_cancel' H]

theorem mod_eq_zero_of_dvd {k n : Nat} (H : k ∣ n) : n % k = 0 :=
  match H with
  | ⟨c, hc⟩ => by rw [hc, mul_mod_right]

theorem dvd_of_mod_eq_zero {k n : Nat} (h : n % k = 0) : k ∣ n :=
  ⟨n / k, (by
    have e := div_add_mod n k
    rw [h, Nat.add_zero] at e
    exact e.symm)⟩

theorem dvd_iff_mod_eq_zero {k n : Nat} : k ∣ n ↔ n % k = 0 := ⟨mod_eq_zero_of_dvd, dvd_of_mod_eq_zero⟩

theorem mod_eq_zero_iff_dvd {k n : Nat} : n % k = 0 ↔ k ∣ n := dvd_iff_mod_eq_zero.symm

/-- Divisibility is decided by the remainder. -/
instance decidable_dvd (m n : Nat) : Decidable (m ∣ n) :=
  decidable_of_iff (n % m = 0) dvd_iff_mod_eq_zero.symm

theorem emod_pos_of_not_dvd {b a : Nat} (h : ¬ a ∣ b) : 0 < b % a :=
  Nat.pos_of_ne_zero (fun e => h (dvd_of_mod_eq_zero e))

theorem dvd_mod_iff {k m n : Nat} (h : k ∣ n) : k ∣ m % n ↔ k ∣ m := by
  have h' : k ∣ n * (m / n) := Nat.dvd_trans h (Nat.dvd_mul_right n (m / n))
  have e := Nat.dvd_add_iff_left h' (m := m % n)
  rw [mod_add_div] at e
  exact e

theorem dvd_mod {k m n : Nat} (hm : k ∣ m) (hn : k ∣ n) : k ∣ m % n := (dvd_mod_iff hn).mpr hm

theorem mod_mod_of_dvd (a : Nat) {b c : Nat} (h : c ∣ b) : a % b % c = a % c :=
  match h with
  | ⟨d, hd⟩ => by rw [hd, mod_mul, add_mul_mod_self_left, mod_mod]

theorem div_dvd_of_dvd {n m : Nat} (h : n ∣ m) : m / n ∣ m := ⟨n, (Nat.div_mul_cancel h).symm⟩

protected theorem dvd_div_of_mul_dvd {a b c : Nat} (h : a * b ∣ c) : b ∣ c / a :=
  match h with
  | ⟨d, hd⟩ =>
    match eq_zero_or_pos a with
    | Or.inl e => by rw [e, div_zero]; exact Nat.dvd_zero b
    | Or.inr ha => ⟨d, by rw [hd, Nat.mul_assoc, Nat.mul_div_cancel_left (b * d) ha]⟩

protected theorem mul_div_assoc {k n : Nat} (m : Nat) (H : k ∣ n) : m * n / k = m * (n / k) :=
  match H with
  | ⟨d, hd⟩ =>
    match eq_zero_or_pos k with
    | Or.inl e => by rw [e, div_zero, div_zero, Nat.mul_zero]
    | Or.inr hk => by rw [hd, Nat.mul_left_comm, Nat.mul_div_cancel_left (m * d) hk, Nat.mul_div_cancel_left d hk]

protected theorem dvd_of_mul_dvd_mul_left {k m n : Nat} (kpos : 0 < k) (H : k * m ∣ k * n) : m ∣ n :=
  match H with
  | ⟨l, hl⟩ => ⟨l, Nat.eq_of_mul_eq_mul_left kpos (hl.trans (Nat.mul_assoc k m l))⟩

protected theorem dvd_of_mul_dvd_mul_right {k m n : Nat} (kpos : 0 < k) (H : m * k ∣ n * k) : m ∣ n := by
  rw [Nat.mul_comm m k, Nat.mul_comm n k] at H
  exact Nat.dvd_of_mul_dvd_mul_left kpos H

protected theorem dvd_of_mul_right_dvd {m n k : Nat} (h : m * n ∣ k) : m ∣ k := Nat.dvd_trans (Nat.dvd_mul_right m n) h

protected theorem dvd_of_mul_left_dvd {m n k : Nat} (h : m * n ∣ k) : n ∣ k := Nat.dvd_trans (Nat.dvd_mul_left n m) h

protected theorem eq_mul_of_div_eq_right {a b c : Nat} (H1 : b ∣ a) (H2 : a / b = c) : a = b * c := by
  rw [← H2, Nat.mul_div_cancel' H1]

protected theorem div_eq_iff_eq_mul_right {a b c : Nat} (H : 0 < b) (H' : b ∣ a) : a / b = c ↔ a = b * c :=
  ⟨Nat.eq_mul_of_div_eq_right H', Nat.div_eq_of_eq_mul_right H⟩

protected theorem eq_mul_of_div_eq_left {a b c : Nat} (H1 : b ∣ a) (H2 : a / b = c) : a = c * b := by
  rw [Nat.mul_comm, Nat.eq_mul_of_div_eq_right H1 H2]

protected theorem add_div_of_dvd_right {a b c : Nat} (h : c ∣ a) : (a + b) / c = a / c + b / c :=
  match h with
  | ⟨d, hd⟩ =>
    match eq_zero_or_pos c with
    | Or.inl e => by rw [e, div_zero, div_zero, div_zero]
    | Or.inr hc => by
      rw [hd, Nat.add_comm, add_mul_div_left b d hc, Nat.mul_div_cancel_left d hc, Nat.add_comm]

theorem eq_zero_of_dvd_of_lt {a b : Nat} (w : a ∣ b) (h : b < a) : b = 0 :=
  Nat.eq_zero_of_not_pos (fun hb => not_le_of_gt h (le_of_dvd hb w))

theorem not_dvd_of_pos_of_lt {n m : Nat} (h1 : 0 < n) (h2 : n < m) : ¬ m ∣ n :=
  fun h => not_le_of_gt h2 (le_of_dvd h1 h)

end Nat
