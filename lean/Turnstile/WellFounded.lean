/-!
# Well-founded relations

Accessibility, well-founded induction and recursion, and the order of the naturals as the standard example.
-/

universe u v

/-- `Acc r x`: every descending chain from `x` along `r` ends. -/
inductive Acc {α : Sort u} (r : α → α → Prop) : α → Prop where
  | intro (x : α) (h : (y : α) → r y x → Acc r y) : Acc r x

theorem Acc.inv {α : Sort u} {r : α → α → Prop} {x y : α} (h₁ : Acc r x) : r y x → Acc r y :=
  match h₁ with
  | Acc.intro _ h => h y

/-- Every element is accessible. -/
inductive WellFounded {α : Sort u} (r : α → α → Prop) : Prop where
  | intro (h : (a : α) → Acc r a) : WellFounded r

/-- Types with a well-founded relation. -/
class WellFoundedRelation (α : Sort u) where
  rel : α → α → Prop
  wf : WellFounded rel

namespace WellFounded

theorem apply {α : Sort u} {r : α → α → Prop} (wf : WellFounded r) (a : α) : Acc r a :=
  match wf with
  | WellFounded.intro h => h a

/-- Induction along a well-founded relation. -/
theorem induction {α : Sort u} {r : α → α → Prop} (hwf : WellFounded r) {C : α → Prop} (a : α)
    (h : ∀ x, (∀ y, r y x → C y) → C x) : C a :=
  @Acc.rec α r (fun x _ => C x) (fun x _ ih => h x ih) a (hwf.apply a)

/-- Recursion on a proof of accessibility. -/
noncomputable def fixF {α : Sort u} {r : α → α → Prop} {C : α → Sort v}
    (F : (x : α) → ((y : α) → r y x → C y) → C x) (x : α) (a : Acc r x) : C x :=
  @Acc.rec α r (fun x _ => C x) (fun x _ ih => F x ih) x a

theorem fixF_eq {α : Sort u} {r : α → α → Prop} {C : α → Sort v}
    (F : (x : α) → ((y : α) → r y x → C y) → C x) (x : α) (acx : Acc r x) :
    fixF F x acx = F x (fun (y : α) (p : r y x) => fixF F y (Acc.inv acx p)) :=
  @Acc.rec α r (fun x a => fixF F x a = F x (fun (y : α) (p : r y x) => fixF F y (Acc.inv a p)))
    (fun _ _ _ => rfl) x acx

/-- Recursion along a well-founded relation. -/
noncomputable def fix {α : Sort u} {C : α → Sort v} {r : α → α → Prop} (hwf : WellFounded r)
    (F : (x : α) → ((y : α) → r y x → C y) → C x) (x : α) : C x :=
  fixF F x (hwf.apply x)

theorem fix_eq {α : Sort u} {C : α → Sort v} {r : α → α → Prop} (hwf : WellFounded r)
    (F : (x : α) → ((y : α) → r y x → C y) → C x) (x : α) :
    fix hwf F x = F x (fun y _ => fix hwf F y) :=
  fixF_eq F x (hwf.apply x)

end WellFounded

/-- The empty relation is well-founded. -/
def emptyWf {α : Sort u} : WellFoundedRelation α where
  rel := fun _ _ => False
  wf := WellFounded.intro (fun a => Acc.intro a (fun _ h => False.elim h))

theorem Subrelation.accessible {α : Sort u} {r q : α → α → Prop} {a : α} (h₁ : ∀ {x y}, r x y → q x y)
    (ac : Acc q a) : Acc r a :=
  @Acc.rec α q (fun x _ => Acc r x) (fun x _ ih => Acc.intro x (fun y h => ih y (h₁ h))) a ac

theorem Subrelation.wf {α : Sort u} {r q : α → α → Prop} (h₁ : ∀ {x y}, r x y → q x y) (h₂ : WellFounded q) :
    WellFounded r := WellFounded.intro (fun a => Subrelation.accessible h₁ (h₂.apply a))

/-- The relation of the images under `f`. -/
@[reducible] def InvImage {α : Sort u} {β : Sort v} (r : β → β → Prop) (f : α → β) : α → α → Prop :=
  fun a₁ a₂ => r (f a₁) (f a₂)

private theorem InvImage.accAux {α : Sort u} {β : Sort v} {r : β → β → Prop} (f : α → β) {b : β} (ac : Acc r b) :
    ∀ x, f x = b → Acc (InvImage r f) x :=
  @Acc.rec β r (fun b _ => ∀ x, f x = b → Acc (InvImage r f) x)
    (fun b _ ih x e => Acc.intro x (fun y hy => ih (f y) (@Eq.ndrec β (f x) (fun z => r (f y) z) hy b e) y rfl)) b ac

theorem InvImage.accessible {α : Sort u} {β : Sort v} {r : β → β → Prop} {a : α} (f : α → β) (ac : Acc r (f a)) :
    Acc (InvImage r f) a := InvImage.accAux f ac a rfl

theorem InvImage.wf {α : Sort u} {β : Sort v} {r : β → β → Prop} (f : α → β) (h : WellFounded r) :
    WellFounded (InvImage r f) := WellFounded.intro (fun a => InvImage.accessible f (h.apply (f a)))

/-- The relation of the images under `f`, with its proof. -/
@[reducible] def invImage {α : Sort u} {β : Sort v} (f : α → β) (h : WellFoundedRelation β) : WellFoundedRelation α where
  rel := InvImage h.rel f
  wf := InvImage.wf f h.wf

/-! ## The naturals -/

private theorem Nat.accLtOfLe : (n : Nat) → (m : Nat) → m < n → Acc (fun (a b : Nat) => a < b) m
  | Nat.zero, _, h => absurd (Nat.ble_eq_true_of_le h) Bool.false_ne_true
  | Nat.succ n, m, h =>
    Acc.intro m (fun k hk => Nat.accLtOfLe n k (Nat.le_trans hk (Nat.le_of_succ_le_succ h)))

protected theorem Nat.lt_wf : WellFounded (fun (a b : Nat) => a < b) :=
  WellFounded.intro (fun n => Nat.accLtOfLe (Nat.succ n) n Nat.le.refl)

/-- The order of the naturals is well-founded. -/
def Nat.lt_wfRel : WellFoundedRelation Nat where
  rel := fun a b => a < b
  wf := Nat.lt_wf

/-- Complete induction, for types as well as for propositions. -/
@[elab_as_elim] protected noncomputable def Nat.strongRecOn {motive : Nat → Sort u} (n : Nat)
    (ind : (n : Nat) → ((m : Nat) → m < n → motive m) → motive n) : motive n :=
  WellFounded.fix Nat.lt_wf ind n

/-- Relates the elements by a measure. -/
@[reducible] def measure {α : Sort u} (f : α → Nat) : WellFoundedRelation α := invImage f Nat.lt_wfRel
