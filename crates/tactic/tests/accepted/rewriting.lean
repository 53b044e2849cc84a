/-! `rw`, `unfold`, `change`. -/

namespace Accepted.Rewriting

theorem rw_forward (a b c : Nat) (h : a = b) (k : b = c) : a = c := by
  rw [h, k]

theorem rw_backward (a b c : Nat) (h : a = b) (k : a = c) : b = c := by
  rw [← h, k]

theorem rw_at (a b c : Nat) (h : a = b) (k : a = c) : b = c := by
  rw [h] at k
  exact k

theorem rw_comm (a b : Nat) : a + b = b + a := by
  rw [Nat.add_comm]

theorem rw_with_argument (a b c : Nat) : a + b + c = b + a + c := by
  rw [Nat.add_comm a b]

theorem rw_iff (p q : Prop) (h : p ↔ q) (hq : q) : p := by
  rw [h]
  exact hq

theorem rw_all (a b : Nat) (h : a = b) : a + a = b + b := by
  rw [h]

theorem rw_side_condition (f : Nat → Nat) (p : Nat → Prop) (h : ∀ n, p n → f n = n) (a : Nat) (ha : p a) :
    f a = a := by
  rw [h]
  exact ha

theorem rwa_closes (a b c : Nat) (h : a = b) (k : b = c) : a = c := by
  rwa [h]

theorem rw_hyp_and_goal (a b : Nat) (h : a = b) (p : Nat → Prop) (k : p a) : p a ∧ p b := by
  rw [h] at *
  exact ⟨k, k⟩

theorem rw_under_application (f g : Nat → Nat) (a b : Nat) (h : g a = b) : f (g a) = f b := by
  rw [h]

def double (n : Nat) : Nat := n + n

theorem unfold_def (n : Nat) : double n = n + n := by
  unfold double
  rfl

theorem rw_def (n : Nat) : double n = n + n := by
  rw [double]

theorem unfold_at (n m : Nat) (h : double n = m) : n + n = m := by
  unfold double at h
  exact h

def len {α : Type} : List α → Nat
  | [] => 0
  | _ :: t => len t + 1

theorem rw_equation {α : Type} (x : α) (t : List α) : len (x :: t) = len t + 1 := by
  rw [len]

theorem unfold_equation {α : Type} (x : α) (t : List α) : len (x :: t) = len t + 1 := by
  unfold len
  rfl

theorem change_goal (n : Nat) : double n = n + n := by
  change n + n = n + n
  rfl

theorem change_hyp (n m : Nat) (h : double n = m) : n + n = m := by
  change n + n = m at h
  exact h

theorem eq_subst (a b : Nat) (p : Nat → Prop) (h : a = b) (hp : p a) : p b := by
  exact h ▸ hp

theorem delta_def (n : Nat) : double n = n + n := by
  delta double
  rfl

end Accepted.Rewriting
