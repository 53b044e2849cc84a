/-
Competition problems about natural numbers and integers: 199 theorems.

After the statements of miniF2F that need no more than natural numbers and integers.
The facts are public mathematics; this wording is the project's own and is under the Apache License 2.0.

Measuring: every theorem is attempted on its own, with the definitions above it and the library in scope,
without the other theorems of the file and without library lemmas of the same content. 10 seconds and one core
each, unless a report says otherwise. It counts when the finished file passes the final check.
-/
-- turnstile: isolate

namespace Arith

/-- f 0 + f 1 + ... + f (n-1) -/
def sumRange (n : Nat) (f : Nat → Nat) : Nat :=
  match n with
  | Nat.zero   => 0
  | Nat.succ k => sumRange k f + f k

/-- f 0 * f 1 * ... * f (n-1) -/
def prodRange (n : Nat) (f : Nat → Nat) : Nat :=
  match n with
  | Nat.zero   => 1
  | Nat.succ k => prodRange k f * f k

/-- number of k < n with p k -/
def countRange (n : Nat) (p : Nat → Bool) : Nat :=
  match n with
  | Nat.zero   => 0
  | Nat.succ k =>
    match p k with
    | true  => countRange k p + 1
    | false => countRange k p

def fact : Nat → Nat
  | Nat.zero   => 1
  | Nat.succ n => (n + 1) * fact n

def choose : Nat → Nat → Nat
  | _,          Nat.zero   => 1
  | Nat.zero,   Nat.succ _ => 0
  | Nat.succ n, Nat.succ k => choose n k + choose n (k + 1)

def Prime (p : Nat) : Prop :=
  2 ≤ p ∧ ∀ d : Nat, (∃ c, p = d * c) → d = 1 ∨ d = p

/-- no element occurs twice -/
def Nodup {α : Type} : List α → Prop
  | List.nil       => True
  | List.cons x xs => ¬ (x ∈ xs) ∧ Nodup xs

/-- number of positive divisors (brute force; zero for n = 0) -/
def numDivisors (n : Nat) : Nat :=
  countRange (n + 1) (fun d => !(d == 0) && (n % d == 0))

/-- value of a list of decimal digits, least significant first -/
def ofDigits : List Nat → Nat
  | List.nil       => 0
  | List.cons d ds => d + 10 * ofDigits ds

end Arith

theorem mf2f_aimeII_2001_p3 : ∀ (x : Nat → Int), x 1 = 211 → x 2 = 375 → x 3 = 420 → x 4 = 523 → (∀ n, x (n + 5) = x (n + 4) - x (n + 3) + x (n + 2) - x (n + 1)) → x 531 + x 753 + x 975 = 898 := by
  sorry

theorem mf2f_aime_1991_p1 : ∀ (x y : Nat), 0 < x → 0 < y → x * y + x + y = 71 → x ^ 2 * y + x * y ^ 2 = 880 → x ^ 2 + y ^ 2 = 146 := by
  sorry

theorem mf2f_algebra_xmysqpymzsqpzmxsqeqxyz : ∀ (x y z : Int), (x - y) ^ 2 + (y - z) ^ 2 + (z - x) ^ 2 = x * y * z → (x + y + z + 6) ∣ (x ^ 3 + y ^ 3 + z ^ 3) := by
  sorry

theorem mf2f_amc12_2001_p2 : ∀ (a b n : Nat), 1 ≤ a → a ≤ 9 → b ≤ 9 → n = 10 * a + b → n = a * b + a + b → b = 9 := by
  sorry

theorem mf2f_amc12a_2008_p15 : ∀ (k : Nat), k = 2008 ^ 2 + 2 ^ 2008 → (k ^ 2 + 2 ^ k) % 10 = 6 := by
  sorry

theorem mf2f_amc12a_2015_p10 : ∀ (x y : Int), 0 < y → y < x → x + y + x * y = 80 → x = 26 := by
  sorry

theorem mf2f_amc12b_2004_p3 : ∀ (x y : Nat), 2 ^ x * 3 ^ y = 1296 → x + y = 8 := by
  sorry

theorem mf2f_imo_1964_p1_1 : ∀ (n : Nat), 7 ∣ (2 ^ n - 1) → 3 ∣ n := by
  sorry

theorem mf2f_imo_1964_p1_2 : ∀ (n : Nat), ¬ 7 ∣ (2 ^ n + 1) := by
  sorry

theorem mf2f_imo_1977_p5 : ∀ (a b q r : Nat), r < a + b → a ^ 2 + b ^ 2 = (a + b) * q + r → q ^ 2 + r = 1977 → (Int.natAbs (Int.ofNat a - 22) = 15 ∧ Int.natAbs (Int.ofNat b - 22) = 28) ∨ (Int.natAbs (Int.ofNat a - 22) = 28 ∧ Int.natAbs (Int.ofNat b - 22) = 15) := by
  sorry

theorem mf2f_imo_1984_p2 : ∀ (a b : Int), 0 < a → 0 < b → ¬ 7 ∣ a → ¬ 7 ∣ b → ¬ 7 ∣ (a + b) → 7 ^ 7 ∣ ((a + b) ^ 7 - a ^ 7 - b ^ 7) → 19 ≤ a + b := by
  sorry

theorem mf2f_imo_1987_p4 : ∀ (f : Nat → Nat), ∃ n, f (f n) ≠ n + 1987 := by
  sorry

theorem mf2f_imo_1990_p3 : ∀ (n : Nat), 2 ≤ n → n ^ 2 ∣ (2 ^ n + 1) → n = 3 := by
  sorry

theorem mf2f_imo_1993_p5 : ∃ f : Nat → Nat, f 1 = 2 ∧ (∀ n, f (f n) = f n + n) ∧ (∀ n, f n < f (n + 1)) := by
  sorry

theorem mf2f_induction_divisibility_3div2tooddnp1 : ∀ (n : Nat), 3 ∣ (2 ^ (2 * n + 1) + 1) := by
  sorry

theorem mf2f_induction_divisibility_3divnto3m2n : ∀ (n : Nat), 3 ∣ (n ^ 3 + 2 * n) := by
  sorry

theorem mf2f_induction_divisibility_9div10tonm1 : ∀ (n : Nat), 0 < n → 9 ∣ (10 ^ n - 1) := by
  sorry

theorem mf2f_induction_seq_mul2pnp1 : ∀ (u : Nat → Nat), u 0 = 0 → (∀ n, u (n + 1) = 2 * u n + (n + 1)) → ∀ n, u n = 2 ^ (n + 1) - (n + 2) := by
  sorry

theorem mf2f_mathd_algebra_123 : ∀ (a b : Nat), 0 < a → 0 < b → a + b = 20 → a = 3 * b → a - b = 10 := by
  sorry

theorem mf2f_mathd_algebra_144 : ∀ (a b c d : Nat), 0 < a → 0 < b → 0 < c → 0 < d → c = b + d → b = a + d → a + b + c = 60 → c < a + b → d < 10 := by
  sorry

theorem mf2f_mathd_algebra_15 : ∀ (s : Nat → Nat → Nat), (∀ a b, 0 < a → 0 < b → s a b = a ^ b + b ^ a) → s 2 6 = 100 := by
  sorry

theorem mf2f_mathd_algebra_69 : ∀ (rows seats : Nat), rows * seats = 450 → (rows + 5) * (seats - 3) = 450 → rows = 25 := by
  sorry

theorem mf2f_mathd_numbertheory_101 : (17 * 18) % 4 = 2 := by
  sorry

theorem mf2f_mathd_numbertheory_102 : 2 ^ 8 % 5 = 1 := by
  sorry

theorem mf2f_mathd_numbertheory_110 : ∀ (a b : Nat), 0 < a → 0 < b → b ≤ a → (a + b) % 10 = 2 → (2 * a + b) % 10 = 1 → (a - b) % 10 = 6 := by
  sorry

theorem mf2f_mathd_numbertheory_132 : 2004 % 12 = 0 := by
  sorry

theorem mf2f_mathd_numbertheory_136 : ∀ (n : Nat), 123 * n + 17 = 39500 → n = 321 := by
  sorry

theorem mf2f_mathd_numbertheory_198 : 5 ^ 2005 % 100 = 25 := by
  sorry

theorem mf2f_mathd_numbertheory_200 : 139 % 11 = 7 := by
  sorry

theorem mf2f_mathd_numbertheory_202 : (19 ^ 19 + 99 ^ 99) % 10 = 8 := by
  sorry

theorem mf2f_mathd_numbertheory_22 : ∀ (b : Nat), b < 10 → (∃ s, s * s = 10 * b + 6) → b = 3 ∨ b = 1 := by
  sorry

theorem mf2f_mathd_numbertheory_232 : ∀ (x y z : Nat), (3 * x) % 31 = 1 → (5 * y) % 31 = 1 → ((x + y) * z) % 31 = 1 → z % 31 = 29 := by
  sorry

theorem mf2f_mathd_numbertheory_236 : 1999 ^ 2000 % 5 = 1 := by
  sorry

theorem mf2f_mathd_numbertheory_269 : (2005 ^ 2 + 2005 ^ 0 + 2005 ^ 0 + 2005 ^ 5) % 100 = 52 := by
  sorry

theorem mf2f_mathd_numbertheory_284 : ∀ (a b : Nat), 1 ≤ a → a ≤ 9 → b ≤ 9 → 10 * a + b = 2 * (a + b) → 10 * a + b = 18 := by
  sorry

theorem mf2f_mathd_numbertheory_30 : (33818 ^ 2 + 33819 ^ 2 + 33820 ^ 2 + 33821 ^ 2 + 33822 ^ 2) % 17 = 0 := by
  sorry

theorem mf2f_mathd_numbertheory_301 : ∀ (j : Nat), 0 < j → (3 * (7 * j + 3)) % 7 = 2 := by
  sorry

theorem mf2f_mathd_numbertheory_326 : ∀ (n : Int), (n - 1) * n * (n + 1) = 720 → n + 1 = 10 := by
  sorry

theorem mf2f_mathd_numbertheory_33 : ∀ (n : Nat), n < 398 → (n * 7) % 398 = 1 → n = 57 := by
  sorry

theorem mf2f_mathd_numbertheory_335 : ∀ (n : Nat), n % 7 = 5 → (5 * n) % 7 = 4 := by
  sorry

theorem mf2f_mathd_numbertheory_370 : ∀ (n : Nat), n % 7 = 3 → (2 * n + 1) % 7 = 0 := by
  sorry

theorem mf2f_mathd_numbertheory_405 : ∀ (a b c : Nat) (t : Nat → Nat), t 0 = 0 → t 1 = 1 → (∀ n, t (n + 2) = t n + t (n + 1)) → a % 16 = 5 → b % 16 = 10 → c % 16 = 15 → (t a + t b + t c) % 7 = 5 := by
  sorry

theorem mf2f_mathd_numbertheory_412 : ∀ (x y : Int), x % 19 = 4 → y % 19 = 7 → ((x + 1) ^ 2 * (y + 5) ^ 3) % 19 = 13 := by
  sorry

theorem mf2f_mathd_numbertheory_42 : ∀ (u v : Nat), 0 < u → (27 * u) % 40 = 17 → (∀ a, 0 < a → (27 * a) % 40 = 17 → u ≤ a) → 0 < v → (27 * v) % 40 = 17 → v ≠ u → (∀ a, 0 < a → (27 * a) % 40 = 17 → a ≠ u → v ≤ a) → u + v = 62 := by
  sorry

theorem mf2f_mathd_numbertheory_458 : ∀ (n : Nat), n % 8 = 7 → n % 4 = 3 := by
  sorry

theorem mf2f_mathd_numbertheory_48 : ∀ (b : Nat), 0 < b → 3 * b ^ 2 + 2 * b + 1 = 57 → b = 4 := by
  sorry

theorem mf2f_mathd_numbertheory_64 : (30 * 39) % 47 = 42 % 47 ∧ ∀ x : Nat, (30 * x) % 47 = 42 % 47 → 39 ≤ x := by
  sorry

theorem mf2f_mathd_numbertheory_640 : (91145 + 91146 + 91147 + 91148) % 4 = 2 := by
  sorry

theorem mf2f_mathd_numbertheory_668 : ∀ (l a b : Nat), (5 * l) % 7 = 1 → (2 * a) % 7 = 1 → (3 * b) % 7 = 1 → l % 7 = (a + b + 1) % 7 := by
  sorry

theorem mf2f_mathd_numbertheory_690 : (314 % 3 = 2 ∧ 314 % 5 = 4 ∧ 314 % 7 = 6 ∧ 314 % 9 = 8) ∧ ∀ a : Nat, 0 < a → a % 3 = 2 → a % 5 = 4 → a % 7 = 6 → a % 9 = 8 → 314 ≤ a := by
  sorry

theorem mf2f_mathd_numbertheory_780 : ∀ (m x : Int), 0 ≤ x → 10 ≤ m → m ≤ 99 → (6 * x) % m = 1 → (x - 6 ^ 2) % m = 0 → m = 43 := by
  sorry

theorem mf2f_mathd_numbertheory_81 : 71 % 3 = 2 := by
  sorry

theorem mf2f_mathd_numbertheory_92 : ∀ (n : Nat), (5 * n) % 17 = 8 → n % 17 = 5 := by
  sorry

theorem mf2f_mathd_numbertheory_961 : 2003 % 11 = 1 := by
  sorry

theorem mf2f_numbertheory_2dvd4expn : ∀ (n : Nat), n ≠ 0 → 2 ∣ 4 ^ n := by
  sorry

theorem mf2f_numbertheory_sqmod3in01d : ∀ (a : Int), a ^ 2 % 3 = 0 ∨ a ^ 2 % 3 = 1 := by
  sorry

theorem mf2f_numbertheory_sqmod4in01d : ∀ (a : Int), a ^ 2 % 4 = 0 ∨ a ^ 2 % 4 = 1 := by
  sorry

theorem mf2f_amc12a_2002_p21 : ∀ (u : Nat → Nat), u 0 = 4 → u 1 = 7 → (∀ n, u (n + 2) = (u n + u (n + 1)) % 10) → ∀ n, 10000 < Arith.sumRange n u → 1999 ≤ n := by
  sorry

theorem mf2f_amc12a_2003_p1 : ∀ (u v : Nat → Nat), (∀ n, u n = 2 * n + 2) → (∀ n, v n = 2 * n + 1) → Arith.sumRange 2003 u - Arith.sumRange 2003 v = 2003 := by
  sorry

theorem mf2f_amc12a_2020_p21 : ∀ (S : List Nat), Arith.Nodup S → (∀ n, n ∈ S ↔ 5 ∣ n ∧ Nat.lcm (Arith.fact 5) n = 5 * Nat.gcd (Arith.fact 10) n) → S.length = 48 := by
  sorry

theorem mf2f_amc12b_2002_p11 : ∀ (a b : Nat), Arith.Prime a → Arith.Prime b → Arith.Prime (a + b) → Arith.Prime (a - b) → Arith.Prime (a + b + (a - b + (a + b))) := by
  sorry

theorem mf2f_amc12b_2002_p3 : ∀ (S : List Nat), Arith.Nodup S → (∀ n, n ∈ S ↔ 0 < n ∧ Arith.Prime (n ^ 2 + 2 - 3 * n)) → S.length = 1 := by
  sorry

theorem mf2f_induction_ineq_nsqlefactn : ∀ (n : Nat), 4 ≤ n → n ^ 2 ≤ Arith.fact n := by
  sorry

theorem mf2f_induction_sum2kp1npqsqm1 : ∀ (n : Nat), Arith.sumRange n (fun k => 2 * k + 3) = (n + 1) ^ 2 - 1 := by
  sorry

theorem mf2f_induction_sum_odd : ∀ (n : Nat), Arith.sumRange n (fun k => 2 * k + 1) = n ^ 2 := by
  sorry

theorem mf2f_mathd_algebra_185 : ∀ (S : List Int), Arith.Nodup S → (∀ x, x ∈ S ↔ Int.natAbs (x + 4) < 9) → S.length = 17 := by
  sorry

theorem mf2f_mathd_algebra_405 : ∀ (S : List Nat), Arith.Nodup S → (∀ x, x ∈ S ↔ 0 < x ∧ x ^ 2 + 4 * x + 4 < 20) → S.length = 2 := by
  sorry

theorem mf2f_mathd_numbertheory_109 : ∀ (v : Nat → Nat), (∀ n, v n = 2 * n - 1) → Arith.sumRange 100 (fun k => v (k + 1)) % 7 = 4 := by
  sorry

theorem mf2f_mathd_numbertheory_126 : ∀ (x a : Nat), 0 < x → 0 < a → Nat.gcd a 40 = x + 3 → Nat.lcm a 40 = x * (x + 3) → (∀ b, 0 < b → Nat.gcd b 40 = x + 3 → Nat.lcm b 40 = x * (x + 3) → a ≤ b) → a = 8 := by
  sorry

theorem mf2f_mathd_numbertheory_149 : Arith.sumRange 50 (fun k => if k % 8 = 5 ∧ k % 6 = 3 then k else 0) = 66 := by
  sorry

theorem mf2f_mathd_numbertheory_155 : Arith.countRange 900 (fun k => (k + 100) % 19 == 7) = 48 := by
  sorry

theorem mf2f_mathd_numbertheory_156 : ∀ (n : Nat), 0 < n → Nat.gcd (n + 7) (2 * n + 1) ≤ 13 := by
  sorry

theorem mf2f_mathd_numbertheory_169 : Nat.gcd (Arith.fact 20) 200000 = 40000 := by
  sorry

theorem mf2f_mathd_numbertheory_188 : Nat.gcd 180 168 = 12 := by
  sorry

theorem mf2f_mathd_numbertheory_211 : Arith.countRange 60 (fun n => (4 * n + 4) % 6 == 0) = 20 := by
  sorry

theorem mf2f_mathd_numbertheory_221 : Arith.countRange 1000 (fun x => Arith.numDivisors x == 3) = 11 := by
  sorry

theorem mf2f_mathd_numbertheory_24 : Arith.sumRange 9 (fun k => 11 ^ (k + 1)) % 100 = 59 := by
  sorry

theorem mf2f_mathd_numbertheory_252 : Arith.fact 7 % 23 = 3 := by
  sorry

theorem mf2f_mathd_numbertheory_257 : ∀ (x : Nat), 1 ≤ x → x ≤ 100 → 77 ∣ (Arith.sumRange 101 (fun k => k) - x) → x = 45 := by
  sorry

theorem mf2f_mathd_numbertheory_303 : ∀ (S : List Nat), Arith.Nodup S → (∀ n, n ∈ S ↔ 2 ≤ n ∧ 171 % n = 80 % n ∧ 468 % n = 13 % n) → S.foldr (fun a b => a + b) 0 = 111 := by
  sorry

theorem mf2f_mathd_numbertheory_32 : ∀ (S : List Nat), Arith.Nodup S → (∀ n, n ∈ S ↔ n ∣ 36) → S.foldr (fun a b => a + b) 0 = 91 := by
  sorry

theorem mf2f_mathd_numbertheory_35 : ∀ (s : Nat) (S : List Nat), s * s = 196 → Arith.Nodup S → (∀ n, n ∈ S ↔ n ∣ s) → S.foldr (fun a b => a + b) 0 = 24 := by
  sorry

theorem mf2f_mathd_numbertheory_37 : Nat.lcm 9999 100001 = 90900909 := by
  sorry

theorem mf2f_mathd_numbertheory_403 : Arith.sumRange 198 (fun k => if 198 % k = 0 then k else 0) = 270 := by
  sorry

theorem mf2f_mathd_numbertheory_43 : 15 ^ 233 ∣ Arith.fact 942 ∧ ∀ n, 15 ^ n ∣ Arith.fact 942 → n ≤ 233 := by
  sorry

theorem mf2f_mathd_numbertheory_45 : Nat.gcd 6432 132 + 11 = 23 := by
  sorry

theorem mf2f_mathd_numbertheory_461 : ∀ (n : Nat), n = Arith.countRange 7 (fun k => Nat.gcd (k + 1) 8 == 1) → 3 ^ n % 8 = 1 := by
  sorry

theorem mf2f_mathd_numbertheory_466 : Arith.sumRange 11 (fun k => k) % 9 = 1 := by
  sorry

theorem mf2f_mathd_numbertheory_543 : Arith.numDivisors (30 ^ 4) - 2 = 123 := by
  sorry

theorem mf2f_mathd_numbertheory_629 : (0 < 18 ∧ Nat.lcm 12 18 ^ 3 = (12 * 18) ^ 2) ∧ ∀ t : Nat, 0 < t → Nat.lcm 12 t ^ 3 = (12 * t) ^ 2 → 18 ≤ t := by
  sorry

theorem mf2f_mathd_numbertheory_709 : ∀ (n : Nat), 0 < n → Arith.numDivisors (2 * n) = 28 → Arith.numDivisors (3 * n) = 30 → Arith.numDivisors (6 * n) = 35 := by
  sorry

theorem mf2f_mathd_numbertheory_739 : Arith.fact 9 % 10 = 0 := by
  sorry

theorem mf2f_numbertheory_nckeqnm1ckpnm1ckm1 : ∀ (n k : Nat), 0 < n → 0 < k → k ≤ n → Arith.choose n k = Arith.choose (n - 1) k + Arith.choose (n - 1) (k - 1) := by
  sorry

theorem mf2f_numbertheory_prmdvsneqnsqmodpeq0 : ∀ (n : Int) (p : Nat), Arith.Prime p → (Int.ofNat p ∣ n ↔ n ^ 2 % Int.ofNat p = 0) := by
  sorry

theorem mf2f_numbertheory_sumkmulnckeqnmul2pownm1 : ∀ (n : Nat), 0 < n → Arith.sumRange (n + 1) (fun k => k * Arith.choose n k) = n * 2 ^ (n - 1) := by
  sorry

theorem mf2f_aime_1984_p7 : ∀ (f : Int → Int), (∀ n, 1000 ≤ n → f n = n - 3) → (∀ n, n < 1000 → f n = f (f (n + 5))) → f 84 = 997 := by
  sorry

theorem mf2f_aime_1987_p5 : ∀ (x y : Int), y ^ 2 + 3 * (x ^ 2 * y ^ 2) = 30 * x ^ 2 + 517 → 3 * (x ^ 2 * y ^ 2) = 588 := by
  sorry

theorem mf2f_aime_1994_p3 : ∀ (f : Int → Int), (∀ x, f x + f (x - 1) = x ^ 2) → f 19 = 94 → f 94 % 1000 = 561 := by
  sorry

theorem mf2f_amc12_2000_p1 : ∀ (i m o : Nat), i ≠ m → m ≠ o → o ≠ i → i * m * o = 2001 → i + m + o ≤ 671 := by
  sorry

theorem mf2f_amc12_2000_p12 : ∀ (a m c : Nat), a + m + c = 12 → a * m * c + a * m + m * c + a * c ≤ 112 := by
  sorry

theorem mf2f_amc12a_2002_p6 : ∀ (n : Nat), 0 < n → ∃ m, n < m ∧ ∃ p, m * p ≤ m + p := by
  sorry

theorem mf2f_amc12a_2003_p5 : ∀ (A M C : Nat), A ≤ 9 → M ≤ 9 → C ≤ 9 → (10000 * A + 1000 * M + 100 * C + 10) + (10000 * A + 1000 * M + 100 * C + 12) = 123422 → A + M + C = 14 := by
  sorry

theorem mf2f_amc12a_2021_p3 : ∀ (x y : Nat), x + y = 17402 → 10 ∣ x → x / 10 = y → x = y + 14238 := by
  sorry

theorem mf2f_amc12a_2021_p8 : ∀ (d : Nat → Nat), d 0 = 0 → d 1 = 0 → d 2 = 1 → (∀ n, d (n + 3) = d (n + 2) + d n) → d 2021 % 2 = 0 ∧ d 2022 % 2 = 1 ∧ d 2023 % 2 = 0 := by
  sorry

theorem mf2f_amc12b_2002_p2 : ∀ (x : Int), x = 4 → (3 * x - 2) * (4 * x + 1) - (3 * x - 2) * (4 * x) + 1 = 11 := by
  sorry

theorem mf2f_amc12b_2002_p7 : ∀ (a b c : Nat), 0 < a → 0 < b → 0 < c → b = a + 1 → c = b + 1 → a * b * c = 8 * (a + b + c) → a ^ 2 + (b ^ 2 + c ^ 2) = 77 := by
  sorry

theorem mf2f_imo_1977_p6 : ∀ (f : Nat → Nat), (∀ n, 0 < f n) → (∀ n, 0 < n → f (f n) < f (n + 1)) → ∀ n, 0 < n → f n = n := by
  sorry

theorem mf2f_imo_1981_p6 : ∀ (f : Nat → Nat → Nat) (g : Nat → Nat), (∀ y, f 0 y = y + 1) → (∀ x, f (x + 1) 0 = f x 1) → (∀ x y, f (x + 1) (y + 1) = f x (f (x + 1) y)) → g 0 = 2 → (∀ n, g (n + 1) = 2 ^ g n) → f 4 1981 = g 1983 - 3 := by
  sorry

theorem mf2f_imo_1982_p1 : ∀ (f : Nat → Nat), (∀ m n, 0 < m → 0 < n → f (m + n) = f m + f n ∨ f (m + n) = f m + f n + 1) → f 2 = 0 → 0 < f 3 → f 9999 = 3333 → f 1982 = 660 := by
  sorry

theorem mf2f_imo_1984_p6 : ∀ (a b c d k m : Nat), a % 2 = 1 → b % 2 = 1 → c % 2 = 1 → d % 2 = 1 → a < b → b < c → c < d → a * d = b * c → a + d = 2 ^ k → b + c = 2 ^ m → a = 1 := by
  sorry

theorem mf2f_imo_1992_p1 : ∀ (p q r : Int), 1 < p → p < q → q < r → (p - 1) * (q - 1) * (r - 1) ∣ (p * q * r - 1) → (p = 2 ∧ q = 4 ∧ r = 8) ∨ (p = 3 ∧ q = 5 ∧ r = 15) := by
  sorry

theorem mf2f_imo_1997_p5 : ∀ (x y : Nat), 0 < x → 0 < y → x ^ (y ^ 2) = y ^ x → (x = 1 ∧ y = 1) ∨ (x = 16 ∧ y = 2) ∨ (x = 27 ∧ y = 3) := by
  sorry

theorem mf2f_imo_2019_p1 : ∀ (f : Int → Int), (∀ a b, f (2 * a) + 2 * f b = f (f (a + b))) ↔ ((∀ z, f z = 0) ∨ ∃ c, ∀ z, f z = 2 * z + c) := by
  sorry

theorem mf2f_induction_11div10tonmn1ton : ∀ (n : Nat), (11 : Int) ∣ ((10 : Int) ^ n - (-1 : Int) ^ n) := by
  sorry

theorem mf2f_induction_12dvd4expnp1p20 : ∀ (n : Nat), 12 ∣ (4 ^ (n + 1) + 20) := by
  sorry

theorem mf2f_mathd_algebra_125 : ∀ (x y : Int), 0 < x → 0 < y → 5 * x = y → (x - 3) + (y - 3) = 30 → x = 6 := by
  sorry

theorem mf2f_mathd_algebra_296 : Int.natAbs ((3491 - 60) * (3491 + 60) - 3491 ^ 2) = 3600 := by
  sorry

theorem mf2f_mathd_algebra_304 : 91 ^ 2 = 8281 := by
  sorry

theorem mf2f_mathd_algebra_392 : ∀ (n : Int), 0 ≤ n → n % 2 = 0 → (n - 2) ^ 2 + n ^ 2 + (n + 2) ^ 2 = 12296 → ((n - 2) * n * (n + 2)) / 8 = 32736 := by
  sorry

theorem mf2f_mathd_algebra_76 : ∀ (f : Int → Int), (∀ n, n % 2 = 1 → f n = n ^ 2) → (∀ n, n % 2 = 0 → f n = n ^ 2 - 4 * n - 1) → f 4 = -1 := by
  sorry

theorem mf2f_mathd_numbertheory_1124 : ∀ (n : Nat), n ≤ 9 → 18 ∣ (374 * 10 + n) → n = 4 := by
  sorry

theorem mf2f_mathd_numbertheory_175 : 2 ^ 2010 % 10 = 4 := by
  sorry

theorem mf2f_mathd_numbertheory_185 : ∀ (n : Nat), n % 5 = 3 → (2 * n) % 5 = 1 := by
  sorry

theorem mf2f_mathd_numbertheory_207 : 8 * 9 ^ 2 + 5 * 9 + 2 = 695 := by
  sorry

theorem mf2f_mathd_numbertheory_212 : (16 ^ 17 * 17 ^ 18 * 18 ^ 19) % 10 = 8 := by
  sorry

theorem mf2f_mathd_numbertheory_229 : 5 ^ 30 % 7 = 1 := by
  sorry

theorem mf2f_mathd_numbertheory_233 : ∀ (b : Nat), (24 * b) % 121 = 1 → b % 121 = 116 := by
  sorry

theorem mf2f_mathd_numbertheory_234 : ∀ (a b : Nat), 1 ≤ a → a ≤ 9 → b ≤ 9 → (10 * a + b) ^ 3 = 912673 → a + b = 16 := by
  sorry

theorem mf2f_mathd_numbertheory_235 : (29 * 79 + 31 * 81) % 10 = 2 := by
  sorry

theorem mf2f_mathd_numbertheory_247 : ∀ (n : Nat), (3 * n) % 11 = 2 → n % 11 = 8 := by
  sorry

theorem mf2f_mathd_numbertheory_254 : (239 + 174 + 83) % 10 = 6 := by
  sorry

theorem mf2f_mathd_numbertheory_293 : ∀ (n : Nat), n ≤ 9 → 11 ∣ (20 * 100 + 10 * n + 7) → n = 5 := by
  sorry

theorem mf2f_mathd_numbertheory_296 : ∀ (n : Nat), 2 ≤ n → (∃ x, x ^ 3 = n) → (∃ y, y ^ 4 = n) → 4096 ≤ n := by
  sorry

theorem mf2f_mathd_numbertheory_299 : (1 * 3 * 5 * 7 * 9 * 11 * 13) % 10 = 5 := by
  sorry

theorem mf2f_mathd_numbertheory_314 : ∀ (r n : Nat), r = 1342 % 13 → 0 < n → 1342 ∣ n → n % 13 < r → 6710 ≤ n := by
  sorry

theorem mf2f_mathd_numbertheory_320 : ∀ (n : Nat), n < 101 → 101 ∣ (123456 - n) → n = 34 := by
  sorry

theorem mf2f_mathd_numbertheory_321 : ∀ (n : Nat), n < 1399 → (160 * n) % 1399 = 1 → n = 1058 := by
  sorry

theorem mf2f_mathd_numbertheory_328 : 5 ^ 999999 % 7 = 6 := by
  sorry

theorem mf2f_mathd_numbertheory_34 : ∀ (x : Nat), x < 100 → (x * 9) % 100 = 1 → x = 89 := by
  sorry

theorem mf2f_mathd_numbertheory_341 : ∀ (a b c : Nat), a ≤ 9 → b ≤ 9 → c ≤ 9 → 100 * a + 10 * b + c = 5 ^ 100 % 1000 → a + b + c = 13 := by
  sorry

theorem mf2f_mathd_numbertheory_342 : 54 % 6 = 0 := by
  sorry

theorem mf2f_mathd_numbertheory_345 : (2000 + 2001 + 2002 + 2003 + 2004 + 2005 + 2006) % 7 = 0 := by
  sorry

theorem mf2f_mathd_numbertheory_430 : ∀ (a b c : Nat), 1 ≤ a → a ≤ 9 → 1 ≤ b → b ≤ 9 → 1 ≤ c → c ≤ 9 → a ≠ b → a ≠ c → b ≠ c → a + b = c → 10 * a + a - b = 2 * c → c * b = 10 * a + a + a → a + b + c = 8 := by
  sorry

theorem mf2f_mathd_numbertheory_483 : ∀ (a : Nat → Nat), a 1 = 1 → a 2 = 1 → (∀ n, a (n + 2) = a (n + 1) + a n) → a 100 % 4 = 3 := by
  sorry

theorem mf2f_mathd_numbertheory_5 : ∀ (n : Nat), 10 ≤ n → (∃ x, x ^ 2 = n) → (∃ y, y ^ 3 = n) → 64 ≤ n := by
  sorry

theorem mf2f_mathd_numbertheory_517 : (121 * 122 * 123) % 4 = 2 := by
  sorry

theorem mf2f_mathd_numbertheory_521 : ∀ (m n : Nat), m % 2 = 0 → n % 2 = 0 → m - n = 2 → m * n = 288 → m = 18 := by
  sorry

theorem mf2f_mathd_numbertheory_541 : ∀ (m n : Nat), 1 < m → 1 < n → m * n = 2005 → m + n = 406 := by
  sorry

theorem mf2f_mathd_numbertheory_551 : 1529 % 6 = 5 := by
  sorry

theorem mf2f_mathd_numbertheory_559 : ∀ (x y : Nat), x % 3 = 2 → y % 5 = 4 → x % 10 = y % 10 → 14 ≤ x := by
  sorry

theorem mf2f_mathd_numbertheory_582 : ∀ (n : Nat), 0 < n → 3 ∣ n → ((n + 4) + (n + 6) + (n + 8)) % 9 = 0 := by
  sorry

theorem mf2f_mathd_numbertheory_66 : 194 % 11 = 7 := by
  sorry

theorem mf2f_mathd_numbertheory_728 : (29 ^ 13 - 5 ^ 13) % 7 = 3 := by
  sorry

theorem mf2f_mathd_numbertheory_765 : ∀ (x : Int), x < 0 → (24 * x) % 1199 = 15 → x ≤ -449 := by
  sorry

theorem mf2f_mathd_numbertheory_769 : (129 ^ 34 + 96 ^ 38) % 11 = 9 := by
  sorry

theorem mf2f_mathd_numbertheory_85 : 1 * 3 ^ 3 + 2 * 3 ^ 2 + 2 * 3 + 2 = 53 := by
  sorry

theorem mf2f_mathd_numbertheory_99 : ∀ (n : Nat), (2 * n) % 47 = 15 → n % 47 = 31 := by
  sorry

theorem mf2f_numbertheory_3pow2pownm1mod2pownp3eq2pownp2 : ∀ (n : Nat), 0 < n → (3 ^ (2 ^ n) - 1) % 2 ^ (n + 3) = 2 ^ (n + 2) := by
  sorry

theorem mf2f_numbertheory_4x3m7y3neq2003 : ∀ (x y : Int), 4 * x ^ 3 - 7 * y ^ 3 ≠ 2003 := by
  sorry

theorem mf2f_numbertheory_aoddbdiv4asqpbsqmod8eq1 : ∀ (a b : Int), a % 2 = 1 → 4 ∣ b → 0 ≤ b → (a ^ 2 + b ^ 2) % 8 = 1 := by
  sorry

theorem mf2f_numbertheory_exk2powkeqapb2mulbpa2_aeq1 : ∀ (a b : Nat), 0 < a → 0 < b → (∃ k, 0 < k ∧ 2 ^ k = (a + b ^ 2) * (b + a ^ 2)) → a = 1 := by
  sorry

theorem mf2f_numbertheory_fxeq4powxp6powxp9powx_f2powmdvdf2pown : ∀ (m n : Nat) (f : Nat → Nat), (∀ x, f x = 4 ^ x + 6 ^ x + 9 ^ x) → 0 < m → m ≤ n → f (2 ^ m) ∣ f (2 ^ n) := by
  sorry

theorem mf2f_numbertheory_notEquiv2i2jasqbsqdiv8 : ¬ (∀ a b : Int, (∃ i j, a = 2 * i ∧ b = 2 * j) ↔ (∃ k, a ^ 2 + b ^ 2 = 8 * k)) := by
  sorry

theorem mf2f_numbertheory_x5neqy2p4 : ∀ (x y : Int), x ^ 5 ≠ y ^ 2 + 4 := by
  sorry

theorem mf2f_amc12_2000_p6 : ∀ (p q : Nat), Arith.Prime p → Arith.Prime q → 4 ≤ p → p ≤ 18 → 4 ≤ q → q ≤ 18 → p * q - (p + q) ≠ 194 := by
  sorry

theorem mf2f_amc12_2001_p21 : ∀ (a b c d : Nat), a * b * c * d = Arith.fact 8 → a * b + a + b = 524 → b * c + b + c = 146 → c * d + c + d = 104 → a = d + 10 := by
  sorry

theorem mf2f_amc12_2001_p5 : Arith.prodRange 5000 (fun k => 2 * k + 1) = Arith.fact 10000 / (2 ^ 5000 * Arith.fact 5000) := by
  sorry

theorem mf2f_amc12a_2003_p23 : ∀ (S : List Nat), Arith.Nodup S → (∀ k, k ∈ S ↔ 0 < k ∧ k * k ∣ Arith.prodRange 9 (fun i => Arith.fact (i + 1))) → S.length = 672 := by
  sorry

theorem mf2f_amc12a_2020_p4 : ∀ (S : List Nat), Arith.Nodup S → (∀ n, n ∈ S ↔ 1000 ≤ n ∧ n ≤ 9999 ∧ n % 2 = 0 ∧ (n / 10) % 2 = 0 ∧ (n / 100) % 2 = 0 ∧ (n / 1000) % 2 = 0 ∧ 5 ∣ n) → S.length = 100 := by
  sorry

theorem mf2f_amc12a_2020_p7 : ∀ (a : Nat → Nat), a 0 ^ 3 = 1 → a 1 ^ 3 = 8 → a 2 ^ 3 = 27 → a 3 ^ 3 = 64 → a 4 ^ 3 = 125 → a 5 ^ 3 = 216 → a 6 ^ 3 = 343 → Arith.sumRange 7 (fun k => 6 * a k ^ 2) - 2 * Arith.sumRange 6 (fun k => a k ^ 2) = 658 := by
  sorry

theorem mf2f_amc12a_2021_p9 : Arith.prodRange 7 (fun k => 2 ^ (2 ^ k) + 3 ^ (2 ^ k)) = 3 ^ 128 - 2 ^ 128 := by
  sorry

theorem mf2f_imo_1959_p1 : ∀ (n : Nat), 0 < n → Nat.gcd (21 * n + 4) (14 * n + 3) = 1 := by
  sorry

theorem mf2f_imo_1974_p3 : ∀ (n : Nat), ¬ 5 ∣ Arith.sumRange (n + 1) (fun k => Arith.choose (2 * n + 1) (2 * k + 1) * 2 ^ (3 * k)) := by
  sorry

theorem mf2f_imo_2001_p6 : ∀ (a b c d : Nat), 0 < d → d < c → c < b → b < a → a * c + b * d = (b + d + a - c) * (b + d + c - a) → ¬ Arith.Prime (a * b + c * d) := by
  sorry

theorem mf2f_induction_nfactltnexpnm1ngt3 : ∀ (n : Nat), 3 ≤ n → Arith.fact n < n ^ (n - 1) := by
  sorry

theorem mf2f_induction_pprime_pdvdapowpma : ∀ (p a : Nat), 0 < a → Arith.Prime p → p ∣ (a ^ p - a) := by
  sorry

theorem mf2f_induction_sumkexp3eqsumksq : ∀ (n : Nat), Arith.sumRange n (fun k => k ^ 3) = Arith.sumRange n (fun k => k) ^ 2 := by
  sorry

theorem mf2f_mathd_algebra_158 : ∀ (a : Nat), a % 2 = 0 → Arith.sumRange 8 (fun k => 2 * k + 1) = Arith.sumRange 5 (fun k => a + 2 * k) + 4 → a = 8 := by
  sorry

theorem mf2f_mathd_algebra_170 : ∀ (S : List Int), Arith.Nodup S → (∀ n, n ∈ S ↔ Int.natAbs (n - 2) ≤ 5) → S.length = 11 := by
  sorry

theorem mf2f_mathd_algebra_289 : ∀ (k t m n : Nat), Arith.Prime m → Arith.Prime n → t < k → k ^ 2 + n = m * k → t ^ 2 + n = m * t → m ^ n + n ^ m + k ^ t + t ^ k = 20 := by
  sorry

theorem mf2f_mathd_numbertheory_100 : ∀ (n : Nat), 0 < n → Nat.gcd n 40 = 10 → Nat.lcm n 40 = 280 → n = 70 := by
  sorry

theorem mf2f_mathd_numbertheory_12 : Arith.countRange 71 (fun k => (k + 15) % 20 == 0) = 4 := by
  sorry

theorem mf2f_mathd_numbertheory_127 : Arith.sumRange 101 (fun k => 2 ^ k) % 7 = 3 := by
  sorry

theorem mf2f_mathd_numbertheory_135 : ∀ (A B C : Nat), A ≤ 9 → B ≤ 9 → C ≤ 9 → Arith.ofDigits [B, A, B, C, C, A, C, B, A] = 3 ^ 17 + 3 ^ 10 → 100 * A + 10 * B + C = 129 := by
  sorry

theorem mf2f_mathd_numbertheory_150 : ∀ (n : Nat), ¬ Arith.Prime (7 + 30 * n) → 6 ≤ n := by
  sorry

theorem mf2f_mathd_numbertheory_222 : ∀ (b : Nat), Nat.lcm 120 b = 3720 → Nat.gcd 120 b = 8 → b = 248 := by
  sorry

theorem mf2f_mathd_numbertheory_237 : Arith.sumRange 101 (fun k => k) % 6 = 4 := by
  sorry

theorem mf2f_mathd_numbertheory_239 : Arith.sumRange 12 (fun k => k + 1) % 4 = 2 := by
  sorry

theorem mf2f_mathd_numbertheory_277 : ∀ (m n : Nat), Nat.gcd m n = 6 → Nat.lcm m n = 126 → 60 ≤ m + n := by
  sorry

theorem mf2f_mathd_numbertheory_3 : Arith.sumRange 10 (fun k => (k + 1) ^ 2) % 10 = 5 := by
  sorry

theorem mf2f_mathd_numbertheory_343 : Arith.prodRange 6 (fun k => 2 * k + 1) % 10 = 5 := by
  sorry

theorem mf2f_mathd_numbertheory_353 : Arith.sumRange 2009 (fun k => k + 2010) % 2009 = 0 := by
  sorry

theorem mf2f_mathd_numbertheory_435 : ∀ (k : Nat), 0 < k → (∀ n, Nat.gcd (6 * n + k) (6 * n + 3) = 1) → (∀ n, Nat.gcd (6 * n + k) (6 * n + 2) = 1) → (∀ n, Nat.gcd (6 * n + k) (6 * n + 1) = 1) → 5 ≤ k := by
  sorry

theorem mf2f_mathd_numbertheory_447 : Arith.sumRange 50 (fun k => if k % 3 = 0 then k % 10 else 0) = 78 := by
  sorry

theorem mf2f_mathd_numbertheory_457 : ∀ (n : Nat), 0 < n → 80325 ∣ Arith.fact n → 17 ≤ n := by
  sorry

theorem mf2f_mathd_numbertheory_495 : ∀ (a b : Nat), 0 < a → 0 < b → a % 10 = 2 → b % 10 = 4 → Nat.gcd a b = 6 → 108 ≤ Nat.lcm a b := by
  sorry

theorem mf2f_mathd_numbertheory_618 : ∀ (n : Nat) (p : Nat → Nat), 0 < n → (∀ x, p x = x ^ 2 - x + 41) → 1 < Nat.gcd (p n) (p (n + 1)) → 41 ≤ n := by
  sorry

theorem mf2f_mathd_numbertheory_711 : ∀ (m n : Nat), 0 < m → 0 < n → Nat.gcd m n = 8 → Nat.lcm m n = 112 → 72 ≤ m + n := by
  sorry

theorem mf2f_numbertheory_2pownm1prime_nprime : ∀ (n : Nat), 0 < n → Arith.Prime (2 ^ n - 1) → Arith.Prime n := by
  sorry
