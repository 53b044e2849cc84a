/-!
# Prime numbers

Primality of naturals, decided by trial division up to the square root.
-/

namespace Mathlib.Nat

/-- `p` is at least 2 and has no divisors but 1 and itself. -/
protected def Prime (p : Nat) : Prop := 2 ≤ p ∧ ∀ m, m ∣ p → m = 1 ∨ m = p

theorem prime_def {p : Nat} : Nat.Prime p ↔ 2 ≤ p ∧ ∀ m, m ∣ p → m = 1 ∨ m = p := Iff.rfl

theorem Prime.two_le {p : Nat} (h : Nat.Prime p) : 2 ≤ p := h.1
theorem Prime.one_lt {p : Nat} (h : Nat.Prime p) : 1 < p := h.1
theorem Prime.pos {p : Nat} (h : Nat.Prime p) : 0 < p := Nat.lt_of_lt_of_le (Nat.zero_lt_succ 1) h.1
theorem Prime.ne_zero {p : Nat} (h : Nat.Prime p) : p ≠ 0 := Nat.ne_of_gt (Prime.pos h)
theorem Prime.ne_one {p : Nat} (h : Nat.Prime p) : p ≠ 1 := Nat.ne_of_gt (Prime.one_lt h)
theorem Prime.eq_one_or_self_of_dvd {p : Nat} (h : Nat.Prime p) (m : Nat) (hm : m ∣ p) : m = 1 ∨ m = p := h.2 m hm
theorem not_prime_zero : ¬ Nat.Prime 0 := fun h => absurd h.1 (by decide)
theorem not_prime_one : ¬ Nat.Prime 1 := fun h => absurd h.1 (by decide)

/-- No number from `k` on, `f` of them, divides `n`. -/
def noDivisor (n : Nat) : Nat → Nat → Bool
  | 0, _ => true
  | f + 1, k => bif Nat.beq (n % k) 0 then false else noDivisor n f (k + 1)

theorem noDivisor_sound (n : Nat) : (f k : Nat) → noDivisor n f k = true → ∀ d, k ≤ d → d < k + f → ¬ d ∣ n
  | 0, k, _, d, h₁, h₂ => absurd h₂ (Nat.not_lt_of_le h₁)
  | f + 1, k, h, d, h₁, h₂ => by
    unfold noDivisor at h
    cases e : Nat.beq (n % k) 0 with
    | true =>
      rw [e] at h
      exact absurd h (fun h => Bool.noConfusion h)
    | false =>
      rw [e] at h
      rcases Nat.lt_or_eq_of_le h₁ with hlt | heq
      · exact noDivisor_sound n f (k + 1) h d hlt (by omega)
      · intro hd
        rw [← heq] at hd
        rw [Nat.mod_eq_zero_of_dvd hd] at e
        exact absurd e (fun h => Bool.noConfusion h)

/-- Whether `n` is prime, when `n < (f + 2) * (f + 2)`. -/
def primeTest (n f : Nat) : Bool := and (Nat.ble 2 n) (and (Nat.blt n ((f + 2) * (f + 2))) (noDivisor n f 2))

theorem prime_of_test (n f : Nat) (h : primeTest n f = true) : Nat.Prime n := by
  unfold primeTest at h
  have h2 : 2 ≤ n := Nat.le_of_ble_eq_true (Omega.and_left _ _ h)
  have hf : n < (f + 2) * (f + 2) := Nat.le_of_ble_eq_true (Omega.and_left _ _ (Omega.and_right _ _ h))
  have hn := noDivisor_sound n f 2 (Omega.and_right _ _ (Omega.and_right _ _ h))
  refine ⟨h2, fun m hm => ?_⟩
  rcases hm with ⟨c, hc⟩
  have hc : n = m * c := hc
  rcases Nat.lt_or_ge m (f + 2) with hlt | hge
  · rcases Nat.lt_or_ge m 2 with h0 | h1
    · rcases Nat.lt_or_ge m 1 with hz | ho
      · have e : m = 0 := by omega
        rw [e, Nat.zero_mul] at hc
        omega
      · exact Or.inl (by omega)
    · exact absurd ⟨c, hc⟩ (hn m h1 (by omega))
  · rcases Nat.lt_or_ge c (f + 2) with hlt' | hge'
    · rcases Nat.lt_or_ge c 2 with h0 | h1
      · rcases Nat.lt_or_ge c 1 with hz | ho
        · have e : c = 0 := by omega
          rw [e, Nat.mul_zero] at hc
          omega
        · have e : c = 1 := by omega
          rw [e, Nat.mul_one] at hc
          exact Or.inr hc.symm
      · exact absurd ⟨m, by rw [hc, Nat.mul_comm]⟩ (hn c h1 (by omega))
    · exact absurd (Nat.mul_le_mul hge hge') (by omega)

/-- Primality is decidable, by trial division. -/
instance decidablePrime (p : Nat) : Decidable (Nat.Prime p) :=
  decidable_of_iff (2 ≤ p ∧ ∀ m, m < p + 1 → (m ∣ p → m = 1 ∨ m = p))
    ⟨fun h => ⟨h.1, fun m hm => h.2 m (Nat.lt_succ_of_le (Nat.le_of_dvd (Nat.lt_of_lt_of_le (Nat.zero_lt_succ 1) h.1) hm)) hm⟩,
      fun h => ⟨h.1, fun m _ hm => h.2 m hm⟩⟩

theorem not_prime_of_dvd (n d : Nat) (h₁ : Nat.blt 1 d = true) (h₂ : Nat.blt d n = true) (h : Nat.beq (n % d) 0 = true) :
    ¬ Nat.Prime n := by
  intro hp
  have a : 1 < d := Nat.le_of_ble_eq_true h₁
  have b : d < n := Nat.le_of_ble_eq_true h₂
  rcases hp.2 d (Nat.dvd_of_mod_eq_zero (Nat.eq_of_beq_eq_true h)) with e | e
  · omega
  · omega

end Mathlib.Nat
