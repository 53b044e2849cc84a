/-
Lemmas of the kind that a core library has: 195 theorems.

Chosen for this project: natural numbers, integers, lists, truth values, logic, options, pairs.
The facts are public mathematics; this wording is the project's own and is under the Apache License 2.0.

Measuring: every theorem is attempted on its own, with the definitions above it and the library in scope,
without the other theorems of the file and without library lemmas of the same content. 10 seconds and one core
each, unless a report says otherwise. It counts when the finished file passes the final check.
-/
-- turnstile: isolate
-- turnstile: without And.assoc And.comm And.symm Bool.and_assoc Bool.and_comm Bool.and_eq_true
-- turnstile: without Bool.and_eq_true_eq_eq_true_and_eq_true Bool.and_eq_true_iff Bool.and_not_self
-- turnstile: without Bool.and_not_self_right Bool.and_or_distrib Bool.and_or_distrib_left Bool.and_or_left
-- turnstile: without Bool.apply_apply_apply Bool.bne_assoc Bool.coe_iff_coe Bool.cond_self Bool.eq_false_iff
-- turnstile: without Bool.eq_false_of_not_eq_true Bool.eq_iff Bool.eq_iff_iff Bool.instAssociativeAnd
-- turnstile: without Bool.instAssociativeBne Bool.instAssociativeXor Bool.instCommutativeAnd
-- turnstile: without Bool.instCommutativeOr Bool.match_self Bool.ne_true_iff Bool.ne_true_of_eq_false
-- turnstile: without Bool.not_and Bool.not_eq_true Bool.not_eq_true_iff Bool.not_not Bool.not_or
-- turnstile: without Bool.or_and_distrib Bool.or_and_distrib_left Bool.or_and_left Bool.or_comm
-- turnstile: without Bool.or_eq_true Bool.or_eq_true_eq_eq_true_or_eq_true Bool.or_eq_true_iff
-- turnstile: without Bool.or_not_self Bool.or_not_self_right Bool.xor_assoc Classical.byContradiction
-- turnstile: without Classical.exists_not_of_not_forall Classical.not_and_iff_not_or_not
-- turnstile: without Classical.not_and_iff_or_not_not Classical.not_and_or Classical.not_forall
-- turnstile: without Classical.not_not Classical.not_not_em Classical.not_not_iff Classical.of_not_not
-- turnstile: without Classical.peirce Decidable.byContradiction Decidable.not_and_iff_not_or_not
-- turnstile: without Decidable.not_and_iff_or_not Decidable.not_and_iff_or_not_not Decidable.not_and_or
-- turnstile: without Decidable.not_forall Decidable.not_not Decidable.of_not_not Decidable.peirce
-- turnstile: without Eq.symm_trans Eq.trans_symm Function.Injective.comp Function.cantor_surjective
-- turnstile: without Function.mt Iff.and Iff.trans Int.add_assoc Int.add_comm Int.add_le_add Int.add_left_neg
-- turnstile: without Int.cast_add Int.eq_zero_of_mul_eq_zero Int.eq_zero_or_eq_zero_of_mul_eq_zero
-- turnstile: without Int.instAssociativeHAdd Int.instAssociativeHMul Int.instCommutativeHAdd
-- turnstile: without Int.instCommutativeHMul Int.le_antisymm Int.le_antisymm_iff Int.left_distrib
-- turnstile: without Int.lt_trichotomy Int.mul_add Int.mul_assoc Int.mul_comm Int.mul_eq_zero
-- turnstile: without Int.mul_self_nonneg Int.mul_self_sub_mul_self Int.natAbs_neg Int.natCast_add Int.neg_add
-- turnstile: without Int.neg_add_cancel Int.neg_add_eq Int.neg_add_self Int.neg_le_neg Int.neg_le_neg_iff
-- turnstile: without Int.neg_mul Int.neg_mul_eq_neg_mul Int.neg_neg Int.ofNat.add Int.ofNat_add
-- turnstile: without Int.ofNat_add_ofNat Int.ofNat_add_out Int.pow_two_nonneg Int.sq_nonneg Int.sq_sub_sq
-- turnstile: without Int.sub_eq_add_neg Int.sub_self Int.zero_eq_mul List.all_append List.all_eq_not_any_not
-- turnstile: without List.any_eq_not_all_not List.append_assoc List.append_assoc_eq List.append_cancel_left
-- turnstile: without List.append_cancel_left_eq List.append_cancel_right List.append_cancel_right_eq
-- turnstile: without List.append_eq_nil List.append_eq_nil' List.append_eq_nil_iff List.append_left_cancel
-- turnstile: without List.append_left_cancel_iff List.append_left_inj List.append_nil List.append_of_mem
-- turnstile: without List.append_replicate_replicate List.append_right_cancel List.append_right_cancel_iff
-- turnstile: without List.append_right_inj List.cons.inj List.cons.injEq List.cons_eq_cons List.cons_inj
-- turnstile: without List.cons_inj_iff List.drop_drop List.eq_append_cons_of_mem
-- turnstile: without List.eq_nil_iff_length_eq_zero List.eq_nil_of_length_eq_zero List.exists_append_of_mem
-- turnstile: without List.exists_of_mem_map List.filter_append List.filter_filter List.filter_length_le
-- turnstile: without List.filter_reverse List.foldl_append List.foldl_reverse List.foldr_append
-- turnstile: without List.foldr_cons_eq_append List.foldr_cons_eq_append' List.foldr_cons_nil
-- turnstile: without List.foldr_eq_foldl_reverse List.foldr_eta List.foldr_self List.foldr_self_append
-- turnstile: without List.instAssociativeHAppend List.length_append List.length_drop List.length_eq_zero
-- turnstile: without List.length_eq_zero_iff List.length_eq_zero_iff_eq_nil List.length_filter_le
-- turnstile: without List.length_map List.length_replicate List.length_reverse List.length_take
-- turnstile: without List.length_zip List.length_zipWith List.map_append List.map_comp_map List.map_id
-- turnstile: without List.map_id' List.map_id'' List.map_id_fun List.map_id_fun' List.map_map
-- turnstile: without List.map_reverse List.mem_append List.mem_append_eq List.mem_append_left
-- turnstile: without List.mem_append_of_mem_left List.mem_append_of_mem_or_mem List.mem_append_of_mem_right
-- turnstile: without List.mem_append_right List.mem_filter List.mem_filter_of_mem List.mem_iff_append
-- turnstile: without List.mem_map List.mem_map_iff List.mem_map_of_mem List.mem_of_mem_filter
-- turnstile: without List.mem_or_mem_of_mem_append List.mem_reverse List.mem_reverse_iff List.mem_split
-- turnstile: without List.nil_append List.nil_eq_append List.nil_eq_append_iff List.not_all_eq_any_not
-- turnstile: without List.not_any_eq_all_not List.of_mem_filter List.replicate_add
-- turnstile: without List.replicate_append_replicate List.reverse_append List.reverse_filter
-- turnstile: without List.reverse_involutive List.reverse_map List.reverse_reverse List.take_all_of_le
-- turnstile: without List.take_append_drop List.take_length List.take_length_le List.take_of_length_le
-- turnstile: without List.take_take Nat.add_assoc Nat.add_comm Nat.add_eq_zero Nat.add_eq_zero_iff
-- turnstile: without Nat.add_eq_zero_iff_eq_zero Nat.add_le_add Nat.add_le_add_iff_left Nat.add_left_cancel
-- turnstile: without Nat.add_left_cancel_iff Nat.add_left_comm Nat.add_left_inj Nat.add_mod_right Nat.add_mul
-- turnstile: without Nat.add_one_add Nat.add_one_le_add_one_iff Nat.add_one_mul Nat.add_one_sub_add_one
-- turnstile: without Nat.add_right_cancel Nat.add_right_cancel_iff Nat.add_right_comm Nat.add_right_inj
-- turnstile: without Nat.add_sub_add_left Nat.add_sub_add_right Nat.add_sub_cancel Nat.add_sub_cancel_right
-- turnstile: without Nat.add_sub_self_right Nat.cast_add Nat.div_add_mod Nat.div_add_mod' Nat.dvd_add
-- turnstile: without Nat.dvd_mul_left Nat.dvd_refl Nat.dvd_rfl Nat.dvd_trans Nat.eq_of_mul_eq_mul_left
-- turnstile: without Nat.eq_zero_of_add_eq_zero Nat.eq_zero_of_add_eq_zero_left
-- turnstile: without Nat.eq_zero_of_add_eq_zero_right Nat.eq_zero_of_mul_eq_zero Nat.even_or_odd
-- turnstile: without Nat.even_or_odd' Nat.exists_eq_add_of_le Nat.exists_eq_add_of_le' Nat.exists_min
-- turnstile: without Nat.gt_of_not_le Nat.instAntisymmLe Nat.instAssociativeHAdd Nat.instAssociativeHMul
-- turnstile: without Nat.instAssociativeMax Nat.instCommutativeHAdd Nat.instCommutativeHMul
-- turnstile: without Nat.instCommutativeMax Nat.instCommutativeMin Nat.instIrreflLt
-- turnstile: without Nat.instLawfulIdentityHAddOfNat Nat.instTotalLe Nat.instTransDvd Nat.instTransLe
-- turnstile: without Nat.instTransLt Nat.le.dest Nat.le.intro Nat.le_add_right Nat.le_antisymm
-- turnstile: without Nat.le_antisymm_iff Nat.le_iff_exists_add Nat.le_iff_exists_add' Nat.le_max_right
-- turnstile: without Nat.le_of_add_le_add_left Nat.le_of_exists_add Nat.le_of_lt_add_one Nat.le_of_lt_succ
-- turnstile: without Nat.le_refl Nat.le_refl_eq Nat.le_rfl Nat.le_total Nat.le_trans Nat.left_distrib
-- turnstile: without Nat.lt_add_one_iff Nat.lt_add_one_of_le Nat.lt_iff_not_ge Nat.lt_iff_not_le
-- turnstile: without Nat.lt_irrefl Nat.lt_of_not_ge Nat.lt_of_not_le Nat.lt_self_iff_false Nat.lt_succ
-- turnstile: without Nat.lt_succ_iff Nat.lt_succ_iff_le Nat.lt_succ_of_le Nat.lt_trans Nat.lt_trichotomy
-- turnstile: without Nat.max_assoc Nat.max_comm Nat.min_comm Nat.min_le_left Nat.mod_add_div Nat.mod_add_div'
-- turnstile: without Nat.mod_lt Nat.mod_lt_of_pos Nat.mod_self Nat.mul_add Nat.mul_assoc Nat.mul_comm
-- turnstile: without Nat.mul_eq_zero Nat.mul_eq_zero_iff Nat.mul_le_mul Nat.mul_left_cancel
-- turnstile: without Nat.mul_left_cancel_iff Nat.mul_left_comm Nat.mul_pow Nat.mul_right_inj
-- turnstile: without Nat.mul_sub_right_distrib Nat.not_ge Nat.not_le Nat.not_le_eq Nat.not_le_of_gt
-- turnstile: without Nat.not_le_of_lt Nat.not_succ_le_self Nat.one_pow Nat.pow_add Nat.pow_add_one
-- turnstile: without Nat.pow_mul Nat.pow_pow Nat.pow_succ Nat.right_distrib Nat.strongInductionOn
-- turnstile: without Nat.strongRec Nat.strongRec' Nat.strongRecOn Nat.strongRecOn' Nat.strong_ind
-- turnstile: without Nat.strong_induction_on Nat.sub_add_cancel Nat.sub_add_eq Nat.sub_add_eq_sub_sub
-- turnstile: without Nat.sub_le Nat.sub_mul Nat.sub_self Nat.sub_sub Nat.succ_add Nat.succ_add_eq_add_succ
-- turnstile: without Nat.succ_le_succ_iff Nat.succ_mul Nat.succ_sub_succ Nat.succ_sub_succ_eq_sub
-- turnstile: without Nat.zero_add Nat.zero_eq_mul Nat.zero_mul Nat.zero_sub Not.imp Omega.nat_div_mod
-- turnstile: without Option.bind_assoc Option.bind_bind Option.bind_eq_some Option.bind_eq_some'
-- turnstile: without Option.bind_eq_some_iff Option.bind_fun_some Option.bind_some Option.bind_some'
-- turnstile: without Option.bind_some_fun Option.comp_map Option.exists_of_ne_none Option.getD_map
-- turnstile: without Option.isNone_eq_true_iff Option.isNone_iff Option.isNone_iff_eq_none
-- turnstile: without Option.isSome_eq_true_iff Option.isSome_iff Option.isSome_iff_exists Option.map_comp_map
-- turnstile: without Option.map_eq_none Option.map_eq_none' Option.map_eq_none_iff Option.map_eq_some
-- turnstile: without Option.map_eq_some' Option.map_eq_some_iff Option.map_getD Option.map_id Option.map_id'
-- turnstile: without Option.map_id_apply Option.map_id_apply' Option.map_id_fun Option.map_id_fun'
-- turnstile: without Option.map_map Option.ne_none_iff_exists Option.ne_none_iff_exists'
-- turnstile: without Option.orElse_fun_none Option.orElse_none Option.or_none Option.some.inj
-- turnstile: without Option.some.injEq Option.some.inj_eq Option.some_inj Option.some_ne_none Or.assoc
-- turnstile: without Or.comm Or.symm Prod.eta Prod.exists Prod.exists' Prod.ext Prod.ext_iff Prod.forall
-- turnstile: without Prod.forall' Prod.mk.eta Prod.mk.inj Prod.mk.injEq Prod.mk.inj_iff Prod.mk_eq_mk
-- turnstile: without Prod.mk_eta Prod.mk_fst_snd Prod.mk_inj Prod.swap_swap Std.le_antisymm Std.le_max_right
-- turnstile: without Std.le_refl Std.le_total Std.le_trans Std.lt_irrefl Std.lt_trans Std.lt_trichotomy
-- turnstile: without Std.max_assoc Std.max_comm Std.min_comm Std.min_le_left Std.not_le Std.right_le_max
-- turnstile: without and_assoc and_comm and_comm_eq and_congr and_imp and_or_left cond_self congrArg2
-- turnstile: without congrArg₂ congr_arg₂ eq_false_of_ne_true exists_and_left exists_and_left' exists_comm
-- turnstile: without exists_eq_left exists_imp exists_imp_distrib exists_imp_eq exists_or exists_or_distrib
-- turnstile: without exists_swap forall_and forall_and_distrib forall_eq forall_exists_index
-- turnstile: without forall_exists_of_exists_forall forall_not_of_not_exists iff_not_self imp_and
-- turnstile: without instAssociativeAnd instAssociativeOr instCommutativeAnd instCommutativeOr instTransIff
-- turnstile: without mt ne_true_of_eq_false not_and_of_not_or_not not_and_or not_exists
-- turnstile: without not_exists_of_forall_not not_forall not_forall_of_exists_not not_iff_self not_not
-- turnstile: without not_not_em not_not_intro not_not_not not_of_not_not_not not_or not_or_intro
-- turnstile: without not_or_of_not of_not_not or_and_left or_assoc or_comm or_imp peirce peirce'

theorem core_nat_zero_add : ∀ (n : Nat), 0 + n = n := by
  sorry

theorem core_nat_succ_add : ∀ (n m : Nat), Nat.succ n + m = Nat.succ (n + m) := by
  sorry

theorem core_nat_add_comm : ∀ (n m : Nat), n + m = m + n := by
  sorry

theorem core_nat_add_assoc : ∀ (n m k : Nat), n + m + k = n + (m + k) := by
  sorry

theorem core_nat_add_left_comm : ∀ (n m k : Nat), n + (m + k) = m + (n + k) := by
  sorry

theorem core_nat_add_right_comm : ∀ (n m k : Nat), n + m + k = n + k + m := by
  sorry

theorem core_nat_add_left_cancel : ∀ (n m k : Nat), n + m = n + k → m = k := by
  sorry

theorem core_nat_add_right_cancel : ∀ (n m k : Nat), n + m = k + m → n = k := by
  sorry

theorem core_nat_eq_zero_of_add_eq_zero : ∀ (n m : Nat), n + m = 0 → n = 0 ∧ m = 0 := by
  sorry

theorem core_nat_zero_mul : ∀ (n : Nat), 0 * n = 0 := by
  sorry

theorem core_nat_succ_mul : ∀ (n m : Nat), Nat.succ n * m = n * m + m := by
  sorry

theorem core_nat_mul_comm : ∀ (n m : Nat), n * m = m * n := by
  sorry

theorem core_nat_mul_assoc : ∀ (n m k : Nat), n * m * k = n * (m * k) := by
  sorry

theorem core_nat_mul_left_distrib : ∀ (n m k : Nat), n * (m + k) = n * m + n * k := by
  sorry

theorem core_nat_mul_right_distrib : ∀ (n m k : Nat), (n + m) * k = n * k + m * k := by
  sorry

theorem core_nat_mul_left_comm : ∀ (n m k : Nat), n * (m * k) = m * (n * k) := by
  sorry

theorem core_nat_mul_eq_zero : ∀ (n m : Nat), n * m = 0 → n = 0 ∨ m = 0 := by
  sorry

theorem core_nat_mul_left_cancel_pos : ∀ (n m k : Nat), 0 < n → n * m = n * k → m = k := by
  sorry

theorem core_nat_le_refl : ∀ (n : Nat), n ≤ n := by
  sorry

theorem core_nat_le_trans : ∀ (n m k : Nat), n ≤ m → m ≤ k → n ≤ k := by
  sorry

theorem core_nat_le_antisymm : ∀ (n m : Nat), n ≤ m → m ≤ n → n = m := by
  sorry

theorem core_nat_le_total : ∀ (n m : Nat), n ≤ m ∨ m ≤ n := by
  sorry

theorem core_nat_lt_irrefl : ∀ (n : Nat), ¬ n < n := by
  sorry

theorem core_nat_lt_trans : ∀ (n m k : Nat), n < m → m < k → n < k := by
  sorry

theorem core_nat_lt_trichotomy : ∀ (n m : Nat), n < m ∨ n = m ∨ m < n := by
  sorry

theorem core_nat_not_le : ∀ (n m : Nat), ¬ n ≤ m ↔ m < n := by
  sorry

theorem core_nat_lt_succ_iff : ∀ (n m : Nat), n < m + 1 ↔ n ≤ m := by
  sorry

theorem core_nat_le_add_right : ∀ (n m : Nat), n ≤ n + m := by
  sorry

theorem core_nat_add_le_add : ∀ (a b c d : Nat), a ≤ b → c ≤ d → a + c ≤ b + d := by
  sorry

theorem core_nat_le_of_add_le_add_left : ∀ (a b c : Nat), a + b ≤ a + c → b ≤ c := by
  sorry

theorem core_nat_mul_le_mul : ∀ (a b c d : Nat), a ≤ b → c ≤ d → a * c ≤ b * d := by
  sorry

theorem core_nat_le_iff_exists_add : ∀ (n m : Nat), n ≤ m ↔ ∃ k, m = n + k := by
  sorry

theorem core_nat_sub_self : ∀ (n : Nat), n - n = 0 := by
  sorry

theorem core_nat_zero_sub : ∀ (n : Nat), 0 - n = 0 := by
  sorry

theorem core_nat_add_sub_cancel : ∀ (n m : Nat), n + m - m = n := by
  sorry

theorem core_nat_sub_add_cancel : ∀ (n m : Nat), m ≤ n → n - m + m = n := by
  sorry

theorem core_nat_sub_sub : ∀ (n m k : Nat), n - m - k = n - (m + k) := by
  sorry

theorem core_nat_sub_le : ∀ (n m : Nat), n - m ≤ n := by
  sorry

theorem core_nat_succ_sub_succ : ∀ (n m : Nat), Nat.succ n - Nat.succ m = n - m := by
  sorry

theorem core_nat_add_sub_add_left : ∀ (k n m : Nat), (k + n) - (k + m) = n - m := by
  sorry

theorem core_nat_sub_mul : ∀ (n m k : Nat), (n - m) * k = n * k - m * k := by
  sorry

theorem core_nat_min_comm : ∀ (n m : Nat), min n m = min m n := by
  sorry

theorem core_nat_min_le_left : ∀ (n m : Nat), min n m ≤ n := by
  sorry

theorem core_nat_max_comm : ∀ (n m : Nat), max n m = max m n := by
  sorry

theorem core_nat_le_max_right : ∀ (n m : Nat), m ≤ max n m := by
  sorry

theorem core_nat_max_assoc : ∀ (n m k : Nat), max (max n m) k = max n (max m k) := by
  sorry

theorem core_nat_pow_succ : ∀ (b n : Nat), b ^ (n + 1) = b ^ n * b := by
  sorry

theorem core_nat_pow_add : ∀ (b m n : Nat), b ^ (m + n) = b ^ m * b ^ n := by
  sorry

theorem core_nat_pow_mul : ∀ (b m n : Nat), b ^ (m * n) = (b ^ m) ^ n := by
  sorry

theorem core_nat_mul_pow : ∀ (a b n : Nat), (a * b) ^ n = a ^ n * b ^ n := by
  sorry

theorem core_nat_one_pow : ∀ (n : Nat), 1 ^ n = 1 := by
  sorry

theorem core_nat_mod_lt : ∀ (n m : Nat), 0 < m → n % m < m := by
  sorry

theorem core_nat_div_add_mod : ∀ (n m : Nat), m * (n / m) + n % m = n := by
  sorry

theorem core_nat_mod_self : ∀ (n : Nat), n % n = 0 := by
  sorry

theorem core_nat_add_mod_right : ∀ (n m : Nat), (n + m) % m = n % m := by
  sorry

theorem core_nat_dvd_refl : ∀ (n : Nat), n ∣ n := by
  sorry

theorem core_nat_dvd_trans : ∀ (a b c : Nat), a ∣ b → b ∣ c → a ∣ c := by
  sorry

theorem core_nat_dvd_add : ∀ (a b c : Nat), a ∣ b → a ∣ c → a ∣ b + c := by
  sorry

theorem core_nat_dvd_mul_left : ∀ (a b : Nat), a ∣ b * a := by
  sorry

theorem core_nat_even_or_odd : ∀ (n : Nat), (∃ k, n = 2 * k) ∨ (∃ k, n = 2 * k + 1) := by
  sorry

theorem core_nat_strong_induction : ∀ (P : Nat → Prop), (∀ n, (∀ m, m < n → P m) → P n) → ∀ n, P n := by
  sorry

theorem core_nat_exists_min : ∀ (f : Nat → Nat), ∃ i, ∀ j, f i ≤ f j := by
  sorry

theorem core_int_add_comm : ∀ (a b : Int), a + b = b + a := by
  sorry

theorem core_int_add_assoc : ∀ (a b c : Int), a + b + c = a + (b + c) := by
  sorry

theorem core_int_add_left_neg : ∀ (a : Int), -a + a = 0 := by
  sorry

theorem core_int_neg_neg : ∀ (a : Int), -(-a) = a := by
  sorry

theorem core_int_neg_add : ∀ (a b : Int), -(a + b) = -a + -b := by
  sorry

theorem core_int_sub_self : ∀ (a : Int), a - a = 0 := by
  sorry

theorem core_int_sub_eq_add_neg : ∀ (a b : Int), a - b = a + -b := by
  sorry

theorem core_int_mul_comm : ∀ (a b : Int), a * b = b * a := by
  sorry

theorem core_int_mul_assoc : ∀ (a b c : Int), a * b * c = a * (b * c) := by
  sorry

theorem core_int_mul_add : ∀ (a b c : Int), a * (b + c) = a * b + a * c := by
  sorry

theorem core_int_neg_mul : ∀ (a b : Int), -a * b = -(a * b) := by
  sorry

theorem core_int_mul_self_nonneg : ∀ (a : Int), 0 ≤ a * a := by
  sorry

theorem core_int_le_antisymm : ∀ (a b : Int), a ≤ b → b ≤ a → a = b := by
  sorry

theorem core_int_lt_trichotomy : ∀ (a b : Int), a < b ∨ a = b ∨ b < a := by
  sorry

theorem core_int_add_le_add : ∀ (a b c d : Int), a ≤ b → c ≤ d → a + c ≤ b + d := by
  sorry

theorem core_int_neg_le_neg : ∀ (a b : Int), a ≤ b → -b ≤ -a := by
  sorry

theorem core_int_mul_eq_zero : ∀ (a b : Int), a * b = 0 → a = 0 ∨ b = 0 := by
  sorry

theorem core_int_ofNat_add : ∀ (n m : Nat), (Int.ofNat (n + m)) = Int.ofNat n + Int.ofNat m := by
  sorry

theorem core_int_natAbs_neg : ∀ (a : Int), Int.natAbs (-a) = Int.natAbs a := by
  sorry

theorem core_int_sq_sub_sq : ∀ (a b : Int), a * a - b * b = (a + b) * (a - b) := by
  sorry

theorem core_list_nil_append : ∀ (α : Type) (xs : List α), [] ++ xs = xs := by
  sorry

theorem core_list_append_nil : ∀ (α : Type) (xs : List α), xs ++ [] = xs := by
  sorry

theorem core_list_append_assoc : ∀ (α : Type) (xs ys zs : List α), (xs ++ ys) ++ zs = xs ++ (ys ++ zs) := by
  sorry

theorem core_list_length_append : ∀ (α : Type) (xs ys : List α), (xs ++ ys).length = xs.length + ys.length := by
  sorry

theorem core_list_append_left_cancel : ∀ (α : Type) (xs ys zs : List α), xs ++ ys = xs ++ zs → ys = zs := by
  sorry

theorem core_list_append_right_cancel : ∀ (α : Type) (xs ys zs : List α), ys ++ xs = zs ++ xs → ys = zs := by
  sorry

theorem core_list_append_eq_nil : ∀ (α : Type) (xs ys : List α), xs ++ ys = [] ↔ xs = [] ∧ ys = [] := by
  sorry

theorem core_list_length_map : ∀ (α β : Type) (f : α → β) (xs : List α), (xs.map f).length = xs.length := by
  sorry

theorem core_list_map_append : ∀ (α β : Type) (f : α → β) (xs ys : List α), (xs ++ ys).map f = xs.map f ++ ys.map f := by
  sorry

theorem core_list_map_map : ∀ (α β γ : Type) (f : α → β) (g : β → γ) (xs : List α), (xs.map f).map g = xs.map (fun x => g (f x)) := by
  sorry

theorem core_list_map_id : ∀ (α : Type) (xs : List α), xs.map (fun x => x) = xs := by
  sorry

theorem core_list_length_reverse : ∀ (α : Type) (xs : List α), xs.reverse.length = xs.length := by
  sorry

theorem core_list_reverse_append : ∀ (α : Type) (xs ys : List α), (xs ++ ys).reverse = ys.reverse ++ xs.reverse := by
  sorry

theorem core_list_reverse_reverse : ∀ (α : Type) (xs : List α), xs.reverse.reverse = xs := by
  sorry

theorem core_list_map_reverse : ∀ (α β : Type) (f : α → β) (xs : List α), xs.reverse.map f = (xs.map f).reverse := by
  sorry

theorem core_list_filter_append : ∀ (α : Type) (p : α → Bool) (xs ys : List α), (xs ++ ys).filter p = xs.filter p ++ ys.filter p := by
  sorry

theorem core_list_filter_filter : ∀ (α : Type) (p q : α → Bool) (xs : List α), (xs.filter q).filter p = xs.filter (fun x => p x && q x) := by
  sorry

theorem core_list_length_filter_le : ∀ (α : Type) (p : α → Bool) (xs : List α), (xs.filter p).length ≤ xs.length := by
  sorry

theorem core_list_filter_reverse : ∀ (α : Type) (p : α → Bool) (xs : List α), xs.reverse.filter p = (xs.filter p).reverse := by
  sorry

theorem core_list_take_append_drop : ∀ (α : Type) (n : Nat) (xs : List α), xs.take n ++ xs.drop n = xs := by
  sorry

theorem core_list_length_take : ∀ (α : Type) (n : Nat) (xs : List α), (xs.take n).length = min n xs.length := by
  sorry

theorem core_list_length_drop : ∀ (α : Type) (n : Nat) (xs : List α), (xs.drop n).length = xs.length - n := by
  sorry

theorem core_list_take_take : ∀ (α : Type) (n m : Nat) (xs : List α), (xs.take m).take n = xs.take (min n m) := by
  sorry

theorem core_list_drop_drop : ∀ (α : Type) (n m : Nat) (xs : List α), (xs.drop m).drop n = xs.drop (m + n) := by
  sorry

theorem core_list_take_length : ∀ (α : Type) (xs : List α), xs.take xs.length = xs := by
  sorry

theorem core_list_mem_append : ∀ (α : Type) (a : α) (xs ys : List α), a ∈ xs ++ ys ↔ a ∈ xs ∨ a ∈ ys := by
  sorry

theorem core_list_mem_map : ∀ (α β : Type) (f : α → β) (b : β) (xs : List α), b ∈ xs.map f ↔ ∃ a, a ∈ xs ∧ f a = b := by
  sorry

theorem core_list_mem_reverse : ∀ (α : Type) (a : α) (xs : List α), a ∈ xs.reverse ↔ a ∈ xs := by
  sorry

theorem core_list_mem_filter : ∀ (α : Type) (p : α → Bool) (a : α) (xs : List α), a ∈ xs.filter p ↔ a ∈ xs ∧ p a = true := by
  sorry

theorem core_list_foldr_append : ∀ (α β : Type) (f : α → β → β) (b : β) (xs ys : List α), (xs ++ ys).foldr f b = xs.foldr f (ys.foldr f b) := by
  sorry

theorem core_list_foldl_append : ∀ (α β : Type) (f : β → α → β) (b : β) (xs ys : List α), (xs ++ ys).foldl f b = ys.foldl f (xs.foldl f b) := by
  sorry

theorem core_list_foldr_cons_nil : ∀ (α : Type) (xs : List α), xs.foldr (fun a r => a :: r) [] = xs := by
  sorry

theorem core_list_foldl_reverse : ∀ (α β : Type) (f : β → α → β) (b : β) (xs : List α), xs.reverse.foldl f b = xs.foldr (fun a r => f r a) b := by
  sorry

theorem core_list_length_replicate : ∀ (α : Type) (n : Nat) (a : α), (List.replicate n a).length = n := by
  sorry

theorem core_list_replicate_add : ∀ (α : Type) (m n : Nat) (a : α), List.replicate (m + n) a = List.replicate m a ++ List.replicate n a := by
  sorry

theorem core_list_length_zip : ∀ (α β : Type) (xs : List α) (ys : List β), (xs.zip ys).length = min xs.length ys.length := by
  sorry

theorem core_list_all_append : ∀ (α : Type) (p : α → Bool) (xs ys : List α), (xs ++ ys).all p = (xs.all p && ys.all p) := by
  sorry

theorem core_list_any_not_all : ∀ (α : Type) (p : α → Bool) (xs : List α), xs.any p = !(xs.all (fun x => !(p x))) := by
  sorry

theorem core_list_cons_inj : ∀ (α : Type) (a b : α) (xs ys : List α), a :: xs = b :: ys ↔ a = b ∧ xs = ys := by
  sorry

theorem core_list_eq_nil_of_length_eq_zero : ∀ (α : Type) (xs : List α), xs.length = 0 → xs = [] := by
  sorry

theorem core_list_exists_of_mem : ∀ (α : Type) (a : α) (xs : List α), a ∈ xs → ∃ ys zs, xs = ys ++ a :: zs := by
  sorry

theorem core_bool_and_comm : ∀ (a b : Bool), (a && b) = (b && a) := by
  sorry

theorem core_bool_and_assoc : ∀ (a b c : Bool), ((a && b) && c) = (a && (b && c)) := by
  sorry

theorem core_bool_or_comm : ∀ (a b : Bool), (a || b) = (b || a) := by
  sorry

theorem core_bool_and_or_distrib : ∀ (a b c : Bool), (a && (b || c)) = ((a && b) || (a && c)) := by
  sorry

theorem core_bool_or_and_distrib : ∀ (a b c : Bool), (a || (b && c)) = ((a || b) && (a || c)) := by
  sorry

theorem core_bool_not_not : ∀ (a : Bool), (!(!a)) = a := by
  sorry

theorem core_bool_not_and : ∀ (a b : Bool), (!(a && b)) = ((!a) || (!b)) := by
  sorry

theorem core_bool_not_or : ∀ (a b : Bool), (!(a || b)) = ((!a) && (!b)) := by
  sorry

theorem core_bool_and_not_self : ∀ (a : Bool), (a && (!a)) = false := by
  sorry

theorem core_bool_or_not_self : ∀ (a : Bool), (a || (!a)) = true := by
  sorry

theorem core_bool_and_eq_true : ∀ (a b : Bool), (a && b) = true ↔ a = true ∧ b = true := by
  sorry

theorem core_bool_or_eq_true : ∀ (a b : Bool), (a || b) = true ↔ a = true ∨ b = true := by
  sorry

theorem core_bool_eq_false_iff : ∀ (a : Bool), a = false ↔ a ≠ true := by
  sorry

theorem core_bool_eq_iff : ∀ (a b : Bool), a = b ↔ (a = true ↔ b = true) := by
  sorry

theorem core_bool_fun_cube : ∀ (f : Bool → Bool) (b : Bool), f (f (f b)) = f b := by
  sorry

theorem core_bool_cond_self : ∀ (α : Type) (b : Bool) (x : α), (match b with | true => x | false => x) = x := by
  sorry

theorem core_bool_xor_assoc : ∀ (a b c : Bool), ((a != b) != c) = (a != (b != c)) := by
  sorry

theorem core_logic_and_comm : ∀ (p q : Prop), p ∧ q ↔ q ∧ p := by
  sorry

theorem core_logic_and_assoc : ∀ (p q r : Prop), (p ∧ q) ∧ r ↔ p ∧ (q ∧ r) := by
  sorry

theorem core_logic_or_comm : ∀ (p q : Prop), p ∨ q ↔ q ∨ p := by
  sorry

theorem core_logic_or_assoc : ∀ (p q r : Prop), (p ∨ q) ∨ r ↔ p ∨ (q ∨ r) := by
  sorry

theorem core_logic_and_or_left : ∀ (p q r : Prop), p ∧ (q ∨ r) ↔ (p ∧ q) ∨ (p ∧ r) := by
  sorry

theorem core_logic_or_and_left : ∀ (p q r : Prop), p ∨ (q ∧ r) ↔ (p ∨ q) ∧ (p ∨ r) := by
  sorry

theorem core_logic_or_imp : ∀ (p q r : Prop), (p ∨ q → r) ↔ (p → r) ∧ (q → r) := by
  sorry

theorem core_logic_and_imp : ∀ (p q r : Prop), (p ∧ q → r) ↔ (p → q → r) := by
  sorry

theorem core_logic_imp_and : ∀ (p q r : Prop), (p → q ∧ r) ↔ (p → q) ∧ (p → r) := by
  sorry

theorem core_logic_not_or : ∀ (p q : Prop), ¬ (p ∨ q) ↔ ¬ p ∧ ¬ q := by
  sorry

theorem core_logic_not_and_of_or : ∀ (p q : Prop), ¬ p ∨ ¬ q → ¬ (p ∧ q) := by
  sorry

theorem core_logic_not_and_iff : ∀ (p q : Prop), ¬ (p ∧ q) ↔ ¬ p ∨ ¬ q := by
  sorry

theorem core_logic_contrapos : ∀ (p q : Prop), (p → q) → (¬ q → ¬ p) := by
  sorry

theorem core_logic_not_not_em : ∀ (p : Prop), ¬ ¬ (p ∨ ¬ p) := by
  sorry

theorem core_logic_not_not_not : ∀ (p : Prop), ¬ ¬ ¬ p ↔ ¬ p := by
  sorry

theorem core_logic_not_not : ∀ (p : Prop), ¬ ¬ p ↔ p := by
  sorry

theorem core_logic_peirce : ∀ (p q : Prop), ((p → q) → p) → p := by
  sorry

theorem core_logic_iff_trans : ∀ (p q r : Prop), (p ↔ q) → (q ↔ r) → (p ↔ r) := by
  sorry

theorem core_logic_iff_congr_and : ∀ (p q r s : Prop), (p ↔ q) → (r ↔ s) → (p ∧ r ↔ q ∧ s) := by
  sorry

theorem core_logic_not_iff_self : ∀ (p : Prop), ¬ (p ↔ ¬ p) := by
  sorry

theorem core_logic_forall_and : ∀ (α : Type) (p q : α → Prop), (∀ x, p x ∧ q x) ↔ (∀ x, p x) ∧ (∀ x, q x) := by
  sorry

theorem core_logic_exists_or : ∀ (α : Type) (p q : α → Prop), (∃ x, p x ∨ q x) ↔ (∃ x, p x) ∨ (∃ x, q x) := by
  sorry

theorem core_logic_exists_imp : ∀ (α : Type) (p : α → Prop) (q : Prop), ((∃ x, p x) → q) ↔ ∀ x, p x → q := by
  sorry

theorem core_logic_not_exists : ∀ (α : Type) (p : α → Prop), ¬ (∃ x, p x) ↔ ∀ x, ¬ p x := by
  sorry

theorem core_logic_not_forall : ∀ (α : Type) (p : α → Prop), ¬ (∀ x, p x) ↔ ∃ x, ¬ p x := by
  sorry

theorem core_logic_exists_and_left : ∀ (α : Type) (b : Prop) (p : α → Prop), (∃ x, b ∧ p x) ↔ b ∧ ∃ x, p x := by
  sorry

theorem core_logic_exists_swap : ∀ (α β : Type) (r : α → β → Prop), (∃ x y, r x y) ↔ ∃ y x, r x y := by
  sorry

theorem core_logic_exists_forall_swap : ∀ (α β : Type) (r : α → β → Prop), (∃ x, ∀ y, r x y) → ∀ y, ∃ x, r x y := by
  sorry

theorem core_logic_forall_eq : ∀ (α : Type) (p : α → Prop) (a : α), (∀ x, x = a → p x) ↔ p a := by
  sorry

theorem core_logic_exists_eq_left : ∀ (α : Type) (p : α → Prop) (a : α), (∃ x, x = a ∧ p x) ↔ p a := by
  sorry

theorem core_logic_eq_symm_trans : ∀ (α : Type) (a b c : α), a = b → c = b → a = c := by
  sorry

theorem core_logic_congr_two : ∀ (α β γ : Type) (f : α → β → γ) (a a' : α) (b b' : β), a = a' → b = b' → f a b = f a' b' := by
  sorry

theorem core_logic_cantor : ∀ (α : Type) (f : α → α → Prop), ¬ (∀ (p : α → Prop), ∃ x, ∀ y, f x y ↔ p y) := by
  sorry

theorem core_logic_inj_comp : ∀ (α β γ : Type) (f : α → β) (g : β → γ), (∀ x y, f x = f y → x = y) → (∀ x y, g x = g y → x = y) → ∀ x y, g (f x) = g (f y) → x = y := by
  sorry

theorem core_logic_drinker : ∀ (α : Type) (a : α) (p : α → Prop), ∃ x, p x → ∀ y, p y := by
  sorry

theorem core_option_some_inj : ∀ (α : Type) (a b : α), some a = some b ↔ a = b := by
  sorry

theorem core_option_some_ne_none : ∀ (α : Type) (a : α), some a ≠ none := by
  sorry

theorem core_option_ne_none_iff : ∀ (α : Type) (o : Option α), o ≠ none ↔ ∃ a, o = some a := by
  sorry

theorem core_option_map_id : ∀ (α : Type) (o : Option α), o.map (fun x => x) = o := by
  sorry

theorem core_option_map_map : ∀ (α β γ : Type) (f : α → β) (g : β → γ) (o : Option α), (o.map f).map g = o.map (fun x => g (f x)) := by
  sorry

theorem core_option_map_eq_none : ∀ (α β : Type) (f : α → β) (o : Option α), o.map f = none ↔ o = none := by
  sorry

theorem core_option_map_eq_some : ∀ (α β : Type) (f : α → β) (o : Option α) (b : β), o.map f = some b ↔ ∃ a, o = some a ∧ f a = b := by
  sorry

theorem core_option_bind_some : ∀ (α : Type) (o : Option α), o.bind some = o := by
  sorry

theorem core_option_bind_assoc : ∀ (α β γ : Type) (o : Option α) (f : α → Option β) (g : β → Option γ), (o.bind f).bind g = o.bind (fun x => (f x).bind g) := by
  sorry

theorem core_option_bind_eq_some : ∀ (α β : Type) (o : Option α) (f : α → Option β) (b : β), o.bind f = some b ↔ ∃ a, o = some a ∧ f a = some b := by
  sorry

theorem core_option_isSome_iff : ∀ (α : Type) (o : Option α), o.isSome = true ↔ ∃ a, o = some a := by
  sorry

theorem core_option_isNone_iff : ∀ (α : Type) (o : Option α), o.isNone = true ↔ o = none := by
  sorry

theorem core_option_getD_map : ∀ (α β : Type) (f : α → β) (a : α) (o : Option α), (o.map f).getD (f a) = f (o.getD a) := by
  sorry

theorem core_option_orElse_none : ∀ (α : Type) (o : Option α), (o.orElse (fun _ => none)) = o := by
  sorry

theorem core_prod_eta : ∀ (α β : Type) (p : α × β), (p.1, p.2) = p := by
  sorry

theorem core_prod_mk_inj : ∀ (α β : Type) (a a' : α) (b b' : β), (a, b) = (a', b') ↔ a = a' ∧ b = b' := by
  sorry

theorem core_prod_ext : ∀ (α β : Type) (p q : α × β), p.1 = q.1 → p.2 = q.2 → p = q := by
  sorry

theorem core_prod_forall : ∀ (α β : Type) (r : α × β → Prop), (∀ x, r x) ↔ ∀ a b, r (a, b) := by
  sorry

theorem core_prod_exists : ∀ (α β : Type) (r : α × β → Prop), (∃ x, r x) ↔ ∃ a b, r (a, b) := by
  sorry

theorem core_prod_swap_swap : ∀ (α β : Type) (p : α × β), ((p.2, p.1).2, (p.2, p.1).1) = p := by
  sorry
