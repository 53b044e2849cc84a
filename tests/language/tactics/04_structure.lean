/-! `·`, braces, `<;>`, `;`, `focus`, `all_goals`, `any_goals`. -/

example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  · exact hp
  · exact hq

example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  { exact hp }
  { exact hq }

example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by constructor <;> assumption

example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor; exact hp; exact hq

example (p : Prop) (hp : p) : p ∧ p ∧ p := by
  refine ⟨?_, ?_, ?_⟩
  all_goals exact hp

example (p q : Prop) (hp : p) (hq : q) : p ∧ q := by
  constructor
  any_goals exact hp
  focus exact hq

example (p q r : Prop) (hp : p) (hq : q) (hr : r) : p ∧ q ∧ r := by
  (constructor; (exact hp)); (constructor <;> assumption)
