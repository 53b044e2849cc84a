/-!
# Truth values and natural numbers: definitions

The functions on `Bool` and `Nat` and the instances of the operators, with the facts that decide equality and order.
Division, remainder and greatest common divisor recurse on a bound, so that they are structurally recursive;
the kernel knows these equations and computes literals with big integers.
-/

universe u

/-! ## Truth values -/

theorem Bool.false_ne_true : Not (Eq false true) :=
  fun h => @Eq.ndrec Bool false (fun b => cond b False True) True.intro true h

theorem ne_false_of_eq_true : {b : Bool} → Eq b true → Not (Eq b false)
  | Bool.true, _ => fun h => Bool.false_ne_true (Eq.symm h)
  | Bool.false, h => fun _ => Bool.false_ne_true h

theorem ne_true_of_eq_false : {b : Bool} → Eq b false → Not (Eq b true)
  | Bool.true, h => fun _ => Bool.false_ne_true (Eq.symm h)
  | Bool.false, _ => Bool.false_ne_true

theorem eq_false_of_ne_true : {b : Bool} → Not (Eq b true) → Eq b false
  | Bool.true, h => absurd (Eq.refl true) h
  | Bool.false, _ => Eq.refl false

theorem eq_true_of_ne_false : {b : Bool} → Not (Eq b false) → Eq b true
  | Bool.true, _ => Eq.refl true
  | Bool.false, h => absurd (Eq.refl false) h

/-- Equality of truth values is decidable. -/
def Bool.decEq (a b : Bool) : Decidable (Eq a b) :=
  match a, b with
  | Bool.false, Bool.false => isTrue (Eq.refl false)
  | Bool.false, Bool.true => isFalse Bool.false_ne_true
  | Bool.true, Bool.false => isFalse (fun h => Bool.false_ne_true (Eq.symm h))
  | Bool.true, Bool.true => isTrue (Eq.refl true)

instance instDecidableEqBool : DecidableEq Bool := Bool.decEq

/-- Decides equality with the instance of the type. -/
def decEq {α : Sort u} [inst : DecidableEq α] (a b : α) : Decidable (Eq a b) := inst a b

instance instDecidableTrue : Decidable True := isTrue trivial
instance instDecidableFalse : Decidable False := isFalse id

theorem decide_eq_true {p : Prop} : [inst : Decidable p] → p → Eq (decide p) true
  | isTrue _, _ => Eq.refl true
  | isFalse h₁, h₂ => absurd h₂ h₁

theorem decide_eq_false {p : Prop} : [inst : Decidable p] → Not p → Eq (decide p) false
  | isTrue h₁, h₂ => absurd h₁ h₂
  | isFalse _, _ => Eq.refl false

theorem of_decide_eq_true {p : Prop} : [inst : Decidable p] → Eq (decide p) true → p
  | isTrue h₁, _ => h₁
  | isFalse _, h₂ => absurd h₂ Bool.false_ne_true

theorem of_decide_eq_false {p : Prop} : [inst : Decidable p] → Eq (decide p) false → Not p
  | isTrue _, h₂ => absurd (Eq.symm h₂) Bool.false_ne_true
  | isFalse h₁, _ => h₁

theorem of_decide_eq_self_eq_true {α : Sort u} [inst : DecidableEq α] (a : α) : Eq (decide (Eq a a)) true :=
  decide_eq_true (Eq.refl a)

/-! ## Natural numbers -/

/-- The predecessor, `0` for `0`. -/
def Nat.pred : Nat → Nat
  | Nat.zero => Nat.zero
  | Nat.succ n => n

/-- Addition. -/
protected def Nat.add : Nat → Nat → Nat
  | n, Nat.zero => n
  | n, Nat.succ m => Nat.succ (Nat.add n m)

/-- Subtraction, `0` where the second number is greater. -/
protected def Nat.sub : Nat → Nat → Nat
  | n, Nat.zero => n
  | n, Nat.succ m => Nat.pred (Nat.sub n m)

/-- Multiplication. -/
protected def Nat.mul : Nat → Nat → Nat
  | _, Nat.zero => Nat.zero
  | n, Nat.succ m => Nat.add (Nat.mul n m) n

/-- Power. -/
protected def Nat.pow (m : Nat) : Nat → Nat
  | Nat.zero => Nat.succ Nat.zero
  | Nat.succ n => Nat.mul (Nat.pow m n) m

/-- Equality test. -/
def Nat.beq : Nat → Nat → Bool
  | Nat.zero, Nat.zero => true
  | Nat.zero, Nat.succ _ => false
  | Nat.succ _, Nat.zero => false
  | Nat.succ n, Nat.succ m => Nat.beq n m

/-- Test of `n ≤ m`. -/
def Nat.ble : Nat → Nat → Bool
  | Nat.zero, Nat.zero => true
  | Nat.zero, Nat.succ _ => true
  | Nat.succ _, Nat.zero => false
  | Nat.succ n, Nat.succ m => Nat.ble n m

/-- Test of `n < m`. -/
def Nat.blt (n m : Nat) : Bool := Nat.ble (Nat.succ n) m

/-- The order of the naturals. -/
protected inductive Nat.le (n : Nat) : Nat → Prop where
  | refl : Nat.le n n
  | step {m : Nat} : Nat.le n m → Nat.le n (Nat.succ m)

instance instLENat : LE Nat := ⟨Nat.le⟩

/-- `n < m` is `n + 1 ≤ m`. -/
protected def Nat.lt (n m : Nat) : Prop := Nat.le (Nat.succ n) m

instance instLTNat : LT Nat := ⟨Nat.lt⟩

instance instAddNat : Add Nat := ⟨Nat.add⟩
instance instSubNat : Sub Nat := ⟨Nat.sub⟩
instance instMulNat : Mul Nat := ⟨Nat.mul⟩
instance instNatPowNat : NatPow Nat := ⟨Nat.pow⟩

/-- Division with a bound on the number of subtractions. -/
def Nat.divFuel : Nat → Nat → Nat → Nat
  | Nat.zero, _, _ => Nat.zero
  | Nat.succ f, x, y =>
    cond (and (Nat.ble (Nat.succ Nat.zero) y) (Nat.ble y x))
      (Nat.succ (Nat.divFuel f (Nat.sub x y) y)) Nat.zero

/-- The quotient rounded down, `0` for division by `0`. -/
protected def Nat.div (x y : Nat) : Nat := Nat.divFuel x x y

/-- Remainder with a bound on the number of subtractions. -/
def Nat.modFuel : Nat → Nat → Nat → Nat
  | Nat.zero, x, _ => x
  | Nat.succ f, x, y =>
    cond (and (Nat.ble (Nat.succ Nat.zero) y) (Nat.ble y x)) (Nat.modFuel f (Nat.sub x y) y) x

/-- The remainder of the division, `x` for division by `0`. -/
protected def Nat.mod (x y : Nat) : Nat := Nat.modFuel x x y

/-- Greatest common divisor with a bound on the number of divisions. -/
def Nat.gcdFuel : Nat → Nat → Nat → Nat
  | Nat.zero, _, n => n
  | Nat.succ f, m, n => cond (Nat.beq m Nat.zero) n (Nat.gcdFuel f (Nat.mod n m) m)

/-- Greatest common divisor. -/
def Nat.gcd (m n : Nat) : Nat := Nat.gcdFuel m m n

instance Nat.instDiv : Div Nat := ⟨Nat.div⟩
instance Nat.instMod : Mod Nat := ⟨Nat.mod⟩

/-- `a ∣ b`: `b` is a multiple of `a`. -/
instance Nat.instDvd : Dvd Nat := ⟨fun a b => Exists (fun c => b = a * c)⟩

/-- Least common multiple. -/
def Nat.lcm (m n : Nat) : Nat := m * n / Nat.gcd m n

/-! ### The facts behind the decision procedures -/

theorem Nat.eq_of_beq_eq_true : {n m : Nat} → Eq (Nat.beq n m) true → Eq n m
  | Nat.zero, Nat.zero, _ => Eq.refl Nat.zero
  | Nat.zero, Nat.succ _, h => absurd h Bool.false_ne_true
  | Nat.succ _, Nat.zero, h => absurd h Bool.false_ne_true
  | Nat.succ _, Nat.succ _, h => congrArg Nat.succ (Nat.eq_of_beq_eq_true h)

theorem Nat.beq_refl : (n : Nat) → Eq (Nat.beq n n) true
  | Nat.zero => Eq.refl true
  | Nat.succ n => Nat.beq_refl n

theorem Nat.ne_of_beq_eq_false {n m : Nat} (h : Eq (Nat.beq n m) false) : Not (Eq n m) :=
  fun e => ne_true_of_eq_false h (@Eq.ndrec Nat n (fun x => Eq (Nat.beq n x) true) (Nat.beq_refl n) m e)

private def Nat.decEqOfBeq {n m : Nat} : (b : Bool) → Eq (Nat.beq n m) b → Decidable (Eq n m)
  | Bool.true, h => isTrue (Nat.eq_of_beq_eq_true h)
  | Bool.false, h => isFalse (Nat.ne_of_beq_eq_false h)

/-- Equality of naturals is decidable. -/
def Nat.decEq (n m : Nat) : Decidable (Eq n m) := Nat.decEqOfBeq (Nat.beq n m) (Eq.refl (Nat.beq n m))

instance instDecidableEqNat : DecidableEq Nat := Nat.decEq

@[refl] protected theorem Nat.le_refl (n : Nat) : n ≤ n := Nat.le.refl

theorem Nat.le_succ (n : Nat) : n ≤ Nat.succ n := Nat.le.step Nat.le.refl

theorem Nat.zero_le : (n : Nat) → 0 ≤ n
  | Nat.zero => Nat.le.refl
  | Nat.succ n => Nat.le.step (Nat.zero_le n)

theorem Nat.succ_le_succ {n m : Nat} : n ≤ m → Nat.succ n ≤ Nat.succ m
  | Nat.le.refl => Nat.le.refl
  | Nat.le.step h => Nat.le.step (Nat.succ_le_succ h)

protected theorem Nat.le_trans {n m k : Nat} (h : n ≤ m) : m ≤ k → n ≤ k
  | Nat.le.refl => h
  | Nat.le.step h₂ => Nat.le.step (Nat.le_trans h h₂)

theorem Nat.pred_le : (n : Nat) → Nat.pred n ≤ n
  | Nat.zero => Nat.le.refl
  | Nat.succ n => Nat.le_succ n

theorem Nat.pred_le_pred {n m : Nat} : n ≤ m → Nat.pred n ≤ Nat.pred m
  | Nat.le.refl => Nat.le.refl
  | Nat.le.step h => Nat.le_trans (Nat.pred_le_pred h) (Nat.pred_le _)

theorem Nat.le_of_succ_le_succ {n m : Nat} (h : Nat.succ n ≤ Nat.succ m) : n ≤ m := Nat.pred_le_pred h

theorem Nat.le_of_ble_eq_true : {n m : Nat} → Eq (Nat.ble n m) true → n ≤ m
  | Nat.zero, m, _ => Nat.zero_le m
  | Nat.succ _, Nat.zero, h => absurd h Bool.false_ne_true
  | Nat.succ _, Nat.succ _, h => Nat.succ_le_succ (Nat.le_of_ble_eq_true h)

theorem Nat.ble_self_eq_true : (n : Nat) → Eq (Nat.ble n n) true
  | Nat.zero => Eq.refl true
  | Nat.succ n => Nat.ble_self_eq_true n

theorem Nat.ble_succ_eq_true : {n m : Nat} → Eq (Nat.ble n m) true → Eq (Nat.ble n (Nat.succ m)) true
  | Nat.zero, _, _ => Eq.refl true
  | Nat.succ _, Nat.zero, h => absurd h Bool.false_ne_true
  | Nat.succ n, Nat.succ m, h => @Nat.ble_succ_eq_true n m h

theorem Nat.ble_eq_true_of_le {n m : Nat} : n ≤ m → Eq (Nat.ble n m) true
  | Nat.le.refl => Nat.ble_self_eq_true n
  | Nat.le.step h => Nat.ble_succ_eq_true (Nat.ble_eq_true_of_le h)

theorem Nat.not_le_of_not_ble_eq_true {n m : Nat} (h : Not (Eq (Nat.ble n m) true)) : Not (n ≤ m) :=
  fun h' => h (Nat.ble_eq_true_of_le h')

instance Nat.decLe (n m : Nat) : Decidable (n ≤ m) :=
  dite (Eq (Nat.ble n m) true) (fun h => isTrue (Nat.le_of_ble_eq_true h))
    (fun h => isFalse (Nat.not_le_of_not_ble_eq_true h))

instance Nat.decLt (n m : Nat) : Decidable (n < m) := Nat.decLe (Nat.succ n) m

instance instMinNat : Min Nat := minOfLe
instance Nat.instMax : Max Nat := maxOfLe

/-- The smaller of two naturals. -/
protected def Nat.min (n m : Nat) : Nat := min n m

/-- The greater of two naturals. -/
protected def Nat.max (n m : Nat) : Nat := max n m
