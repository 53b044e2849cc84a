/-! Numerals are overloaded. -/

structure Even where
  half : Nat

instance : OfNat Even 0 := ⟨⟨0⟩⟩
instance : OfNat Even 2 := ⟨⟨1⟩⟩

#guard (2 : Even).half == 1

structure Poly where
  coeffs : List Nat
  deriving Repr

instance : OfNat Poly n := ⟨⟨[n]⟩⟩

instance : Add Poly where
  add p q := ⟨List.zipWith (· + ·) p.coeffs q.coeffs⟩

instance : HMul Nat Poly Poly where
  hMul k p := ⟨p.coeffs.map (k * ·)⟩

/-- info: { coeffs := [12] } -/
#guard_msgs in
#eval (3 : Nat) * ((1 : Poly) + 3)

instance : Neg Poly := ⟨id⟩

#guard (-5 : Poly).coeffs == [5]
