/-!
# Greatest common divisor and least common multiple

Euclid's recursion from the bounded definition, the universal properties, and coprimality.
-/

namespace Nat

/-! ## Euclid's algorithm -/

private theorem gcdFuel_succ_zero (f n : Nat) : gcdFuel (f + 1) 0 n = n := rfl

private theorem gcdFuel_succ_succ (f m n : Nat) : gcdFuel (f + 1) (m + 1) n = gcdFuel f (n % (m + 1)) (m + 1) := rfl

private theorem gcdFuel_congr : (f g m n : Nat) → m ≤ f → m ≤ g → gcdFuel f m n = gcdFuel g m n
  | 0, 0, _, _, _, _ => rfl
  | 0, g+1, 0, n, _, _ => (gcdFuel_succ_zero g n).symm
  | 0, _+1, m+1, _, hf, _ => False.elim (not_succ_le_zero m hf)
  | f+1, 0, 0, n, _, _ => gcdFuel_succ_zero f n
  | _+1, 0, m+1, _, _, hg => False.elim (not_succ_le_zero m hg)
  | f+1, g+1, 0, n, _, _ => (gcdFuel_succ_zero f n).trans (gcdFuel_succ_zero g n).symm
  | f+1, g+1, m+1, n, hf, hg =>
    have h : n % (m + 1) ≤ m := le_of_lt_succ (mod_lt n (zero_lt_succ m))
    gcdFuel_congr f g (n % (m + 1)) (m + 1) (Nat.le_trans h (le_of_succ_le_succ hf))
      (Nat.le_trans h (le_of_succ_le_succ hg))

@[simp] theorem gcd_zero_left (y : Nat) : gcd 0 y = y := rfl

theorem gcd_succ (x y : Nat) : gcd (succ x) y = gcd (y % succ x) (succ x) :=
  gcdFuel_congr x (y % succ x) (y % succ x) (succ x) (le_of_lt_succ (mod_lt y (zero_lt_succ x)))
    (Nat.le_refl (y % succ x))

theorem gcd_add_one (x y : Nat) : gcd (x + 1) y = gcd (y % (x + 1)) (x + 1) := gcd_succ x y

@[simp] theorem gcd_one_left (n : Nat) : gcd 1 n = 1 := by
  rw [gcd_succ 0 n, mod_one, gcd_zero_left]

@[simp] theorem gcd_zero_right : (n : Nat) → gcd n 0 = n
  | 0 => rfl
  | n+1 => by rw [gcd_succ, zero_mod, gcd_zero_left]

theorem gcd_rec : (m n : Nat) → gcd m n = gcd (n % m) m
  | 0, n => by rw [mod_zero, gcd_zero_left, gcd_zero_right]
  | m+1, n => gcd_succ m n

@[simp] theorem gcd_self : (n : Nat) → gcd n n = n
  | 0 => rfl
  | n+1 => by rw [gcd_succ, mod_self, gcd_zero_left]

/-- Induction along Euclid's algorithm. -/
@[elab_as_elim] theorem gcd.induction {P : Nat → Nat → Prop} (m n : Nat) (H0 : ∀ n, P 0 n)
    (H1 : ∀ m n, 0 < m → P (n % m) m → P m n) : P m n :=
  @Nat.strongRecOn (fun m => ∀ n, P m n) m
    (fun m ih n =>
      match eq_zero_or_pos m with
      | Or.inl e => @Eq.ndrec Nat 0 (fun x => P x n) (H0 n) m e.symm
      | Or.inr hm => H1 m n hm (ih (n % m) (mod_lt n hm) m))
    n

/-! ## Universal property -/

theorem gcd_dvd (m n : Nat) : gcd m n ∣ m ∧ gcd m n ∣ n :=
  @gcd.induction (fun m n => gcd m n ∣ m ∧ gcd m n ∣ n) m n
    (fun n => ⟨by rw [gcd_zero_left]; exact Nat.dvd_zero n, by rw [gcd_zero_left]; exact Nat.dvd_refl n⟩)
    (fun m n _ ih => by
      rw [gcd_rec]
      exact ⟨ih.right, (dvd_mod_iff ih.right).mp ih.left⟩)

theorem gcd_dvd_left (m n : Nat) : gcd m n ∣ m := (gcd_dvd m n).left

theorem gcd_dvd_right (m n : Nat) : gcd m n ∣ n := (gcd_dvd m n).right

theorem dvd_gcd {k m n : Nat} : k ∣ m → k ∣ n → k ∣ gcd m n :=
  @gcd.induction (fun m n => k ∣ m → k ∣ n → k ∣ gcd m n) m n
    (fun n _ hn => by rw [gcd_zero_left]; exact hn)
    (fun m n _ ih hm hn => by
      rw [gcd_rec]
      exact ih ((dvd_mod_iff hm).mpr hn) hm)

theorem dvd_gcd_iff {k m n : Nat} : k ∣ gcd m n ↔ k ∣ m ∧ k ∣ n :=
  ⟨fun h => ⟨Nat.dvd_trans h (gcd_dvd_left m n), Nat.dvd_trans h (gcd_dvd_right m n)⟩,
   fun h => dvd_gcd h.left h.right⟩

theorem gcd_le_left {m : Nat} (n : Nat) (h : 0 < m) : gcd m n ≤ m := le_of_dvd h (gcd_dvd_left m n)

theorem gcd_le_right {m : Nat} (n : Nat) (h : 0 < n) : gcd m n ≤ n := le_of_dvd h (gcd_dvd_right m n)

theorem gcd_comm (m n : Nat) : gcd m n = gcd n m :=
  Nat.dvd_antisymm (dvd_gcd (gcd_dvd_right m n) (gcd_dvd_left m n)) (dvd_gcd (gcd_dvd_right n m) (gcd_dvd_left n m))

theorem gcd_assoc (m n k : Nat) : gcd (gcd m n) k = gcd m (gcd n k) :=
  Nat.dvd_antisymm
    (dvd_gcd (Nat.dvd_trans (gcd_dvd_left _ k) (gcd_dvd_left m n))
      (dvd_gcd (Nat.dvd_trans (gcd_dvd_left _ k) (gcd_dvd_right m n)) (gcd_dvd_right _ k)))
    (dvd_gcd (dvd_gcd (gcd_dvd_left m _) (Nat.dvd_trans (gcd_dvd_right m _) (gcd_dvd_left n k)))
      (Nat.dvd_trans (gcd_dvd_right m _) (gcd_dvd_right n k)))

@[simp] theorem gcd_one_right (n : Nat) : gcd n 1 = 1 := by rw [gcd_comm, gcd_one_left]

theorem gcd_eq_left {m n : Nat} (h : m ∣ n) : gcd m n = m :=
  Nat.dvd_antisymm (gcd_dvd_left m n) (dvd_gcd (Nat.dvd_refl m) h)

theorem gcd_eq_right {m n : Nat} (h : n ∣ m) : gcd m n = n :=
  Nat.dvd_antisymm (gcd_dvd_right m n) (dvd_gcd h (Nat.dvd_refl n))

theorem gcd_eq_left_iff_dvd {m n : Nat} : gcd m n = m ↔ m ∣ n :=
  ⟨fun h => by rw [← h]; exact gcd_dvd_right m n, gcd_eq_left⟩

theorem gcd_eq_iff {m n g : Nat} : gcd m n = g ↔ g ∣ m ∧ g ∣ n ∧ (∀ c, c ∣ m → c ∣ n → c ∣ g) :=
  ⟨fun h => by
    rw [← h]
    exact ⟨gcd_dvd_left m n, gcd_dvd_right m n, fun c hm hn => dvd_gcd hm hn⟩,
   fun h => Nat.dvd_antisymm (h.right.right (gcd m n) (gcd_dvd_left m n) (gcd_dvd_right m n))
     (dvd_gcd h.left h.right.left)⟩

theorem gcd_pos_of_pos_left {m : Nat} (n : Nat) (mpos : 0 < m) : 0 < gcd m n := pos_of_dvd_of_pos (gcd_dvd_left m n) mpos

theorem gcd_pos_of_pos_right (m : Nat) {n : Nat} (npos : 0 < n) : 0 < gcd m n :=
  pos_of_dvd_of_pos (gcd_dvd_right m n) npos

theorem eq_zero_of_gcd_eq_zero_left {m n : Nat} (H : gcd m n = 0) : m = 0 :=
  Nat.eq_zero_of_not_pos (fun hm => Nat.ne_of_gt (gcd_pos_of_pos_left n hm) H)

theorem eq_zero_of_gcd_eq_zero_right {m n : Nat} (H : gcd m n = 0) : n = 0 :=
  Nat.eq_zero_of_not_pos (fun hn => Nat.ne_of_gt (gcd_pos_of_pos_right m hn) H)

theorem gcd_eq_zero_iff {i j : Nat} : gcd i j = 0 ↔ i = 0 ∧ j = 0 :=
  ⟨fun h => ⟨eq_zero_of_gcd_eq_zero_left h, eq_zero_of_gcd_eq_zero_right h⟩,
   fun h => by rw [h.left, h.right, gcd_zero_left]⟩

theorem gcd_mul_left (m n k : Nat) : gcd (m * n) (m * k) = m * gcd n k :=
  @gcd.induction (fun n k => gcd (m * n) (m * k) = m * gcd n k) n k
    (fun k => by rw [Nat.mul_zero, gcd_zero_left, gcd_zero_left])
    (fun n k _ ih => by
      rw [gcd_rec (m * n) (m * k), mul_mod_mul_left, ih, ← gcd_rec])

theorem gcd_mul_right (m n k : Nat) : gcd (m * n) (k * n) = gcd m k * n := by
  rw [Nat.mul_comm m n, Nat.mul_comm k n, Nat.mul_comm (gcd m k) n, gcd_mul_left]

theorem gcd_gcd_self_right_left (m n : Nat) : gcd m (gcd m n) = gcd m n := gcd_eq_right (gcd_dvd_left m n)

theorem gcd_gcd_self_left_left (m n : Nat) : gcd (gcd m n) m = gcd m n := gcd_eq_left (gcd_dvd_left m n)

@[simp] theorem gcd_add_self_right (m n : Nat) : gcd m (n + m) = gcd m n := by
  rw [gcd_rec m (n + m), gcd_rec m n, add_mod_right]

@[simp] theorem gcd_self_add_right (m n : Nat) : gcd m (m + n) = gcd m n := by
  rw [Nat.add_comm, gcd_add_self_right]

@[simp] theorem gcd_add_mul_right_right (m n k : Nat) : gcd m (n + k * m) = gcd m n := by
  rw [gcd_rec m (n + k * m), gcd_rec m n, add_mul_mod_self_right]

@[simp] theorem gcd_add_mul_left_right (m n k : Nat) : gcd m (n + m * k) = gcd m n := by
  rw [gcd_rec m (n + m * k), gcd_rec m n, add_mul_mod_self_left]

private theorem gcd_mod_right_aux (m n : Nat) : gcd m (n % m) = gcd m n := by
  rw [gcd_comm, ← gcd_rec]

@[simp] theorem gcd_mod_right (m n : Nat) : gcd m (n % m) = gcd m n := gcd_mod_right_aux m n

/-! ## Coprime numbers -/

/-- `m` and `n` have no common divisor but 1. -/
@[reducible] def Coprime (m n : Nat) : Prop := gcd m n = 1

theorem coprime_iff_gcd_eq_one {m n : Nat} : gcd m n = 1 ↔ Coprime m n := Iff.rfl

theorem Coprime.gcd_eq_one {m n : Nat} : Coprime m n → gcd m n = 1 := id

theorem Coprime.symm {m n : Nat} (h : Coprime n m) : Coprime m n := (gcd_comm m n).trans h

theorem Coprime.dvd_of_dvd_mul_right {k m n : Nat} (H1 : Coprime k n) (H2 : k ∣ m * n) : k ∣ m := by
  have h := dvd_gcd (Nat.dvd_mul_left k m) H2
  rw [gcd_mul_left, Coprime.gcd_eq_one H1, Nat.mul_one] at h
  exact h

theorem Coprime.dvd_of_dvd_mul_left {k m n : Nat} (H1 : Coprime k m) (H2 : k ∣ m * n) : k ∣ n :=
  Coprime.dvd_of_dvd_mul_right H1 (by rw [Nat.mul_comm]; exact H2)

theorem Coprime.mul_dvd_of_dvd_of_dvd {a n m : Nat} (hk : Coprime n m) (hm : n ∣ a) (hn : m ∣ a) : n * m ∣ a :=
  match hm with
  | ⟨k, hk'⟩ => by
    have h : m ∣ k := Coprime.dvd_of_dvd_mul_left (Coprime.symm hk) (by rw [← hk']; exact hn)
    rw [hk']
    exact Nat.mul_dvd_mul_left n h

theorem coprime_one_left (n : Nat) : Coprime 1 n := gcd_one_left n

theorem coprime_one_right (n : Nat) : Coprime n 1 := gcd_one_right n

theorem Coprime.mul {k m n : Nat} (H1 : Coprime m k) (H2 : Coprime n k) : Coprime (m * n) k :=
  Nat.eq_one_of_dvd_one (by
    have h : gcd (m * n) k ∣ n :=
      Coprime.dvd_of_dvd_mul_left
        (Nat.eq_one_of_dvd_one (by
          rw [← Coprime.gcd_eq_one H1]
          exact dvd_gcd (gcd_dvd_right _ m) (Nat.dvd_trans (gcd_dvd_left _ m) (gcd_dvd_right (m * n) k))))
        (gcd_dvd_left (m * n) k)
    rw [← Coprime.gcd_eq_one H2]
    exact dvd_gcd h (gcd_dvd_right (m * n) k))

/-! ## Least common multiple -/

theorem gcd_mul_lcm (m n : Nat) : gcd m n * lcm m n = m * n :=
  Nat.mul_div_cancel' (Nat.dvd_trans (gcd_dvd_left m n) (Nat.dvd_mul_right m n))

theorem lcm_comm (m n : Nat) : lcm m n = lcm n m := by
  unfold lcm
  rw [Nat.mul_comm m n, gcd_comm m n]

@[simp] theorem lcm_zero_left (m : Nat) : lcm 0 m = 0 := by
  unfold lcm
  rw [Nat.zero_mul, zero_div]

@[simp] theorem lcm_zero_right (m : Nat) : lcm m 0 = 0 := by rw [lcm_comm, lcm_zero_left]

@[simp] theorem lcm_one_left (m : Nat) : lcm 1 m = m := by
  unfold lcm
  rw [Nat.one_mul, gcd_one_left, Nat.div_one]

@[simp] theorem lcm_one_right (m : Nat) : lcm m 1 = m := by rw [lcm_comm, lcm_one_left]

@[simp] theorem lcm_self (m : Nat) : lcm m m = m :=
  match eq_zero_or_pos m with
  | Or.inl e => by rw [e, lcm_zero_left]
  | Or.inr h => by
    unfold lcm
    rw [gcd_self, Nat.mul_div_cancel m h]

theorem dvd_lcm_left (m n : Nat) : m ∣ lcm m n :=
  ⟨n / gcd m n, Nat.mul_div_assoc m (gcd_dvd_right m n)⟩

theorem dvd_lcm_right (m n : Nat) : n ∣ lcm m n := by
  rw [lcm_comm]
  exact dvd_lcm_left n m

theorem lcm_dvd {m n k : Nat} (H1 : m ∣ k) (H2 : n ∣ k) : lcm m n ∣ k :=
  match eq_zero_or_pos m with
  | Or.inl e => by
    rw [e] at H1
    rw [Nat.eq_zero_of_zero_dvd H1]
    exact Nat.dvd_zero (lcm m n)
  | Or.inr hm =>
    Nat.dvd_of_mul_dvd_mul_left (gcd_pos_of_pos_left n hm) (by
      rw [gcd_mul_lcm, ← gcd_mul_right, Nat.mul_comm n k]
      exact dvd_gcd (Nat.mul_dvd_mul_left m H2) (Nat.mul_dvd_mul_right H1 n))

theorem lcm_ne_zero {m n : Nat} (hm : m ≠ 0) (hn : n ≠ 0) : lcm m n ≠ 0 :=
  fun h => Nat.mul_ne_zero hm hn (by rw [← gcd_mul_lcm m n, h, Nat.mul_zero])

theorem lcm_pos {m n : Nat} (hm : 0 < m) (hn : 0 < n) : 0 < lcm m n :=
  Nat.pos_of_ne_zero (lcm_ne_zero (Nat.ne_of_gt hm) (Nat.ne_of_gt hn))

end Nat
