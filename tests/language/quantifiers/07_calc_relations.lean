variable (k l m n : Nat)

theorem sum_of_equal (h₁ : k = l) (h₂ : m = n) : k + m = n + l :=
  calc
    k + m = l + m := congrArg (· + m) h₁
    _ = l + n := by rw [h₂]
    _ = n + l := Nat.add_comm ..

theorem mixed (h₁ : k ≤ l) (h₂ : l = m) (h₃ : m < n) : k < n + 1 :=
  calc
    k ≤ l := h₁
    _ = m := h₂
    _ < n := h₃
    _ < n + 1 := Nat.lt_succ_self n

def Reaches (x y : Nat) : Prop := ∃ d, x + d = y

theorem Reaches.trans (h₁ : Reaches x y) (h₂ : Reaches y z) : Reaches x z :=
  let ⟨d, hd⟩ := h₁
  let ⟨e, he⟩ := h₂
  ⟨d + e, by rw [← Nat.add_assoc, hd, he]⟩

instance : Trans Reaches Reaches Reaches where
  trans := Reaches.trans

theorem far (h : Reaches k l) (e : l = m) : Reaches k (m + 2) :=
  calc
    Reaches k l := h
    _ = m := e
    Reaches _ (m + 2) := ⟨2, rfl⟩
