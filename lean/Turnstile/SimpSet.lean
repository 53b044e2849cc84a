/-!
# The rest of the simp set

Lemmas of the default simp set that were declared before the attribute could mean anything for them, or that only serve
as rules for the simplifier. What is listed here is tagged in Lean 4 core as well.
-/

attribute [simp] Bool.and_eq_false_imp Classical.and_or_imp Classical.imp_and_neg_imp_iff Fin.forall_fin_zero
  Fin.is_lt Int.add_left_inj Int.add_right_inj Int.gcd_eq_zero_iff Int.gcd_mul_lcm Int.le_toNat
  Int.natAbs_dvd_natAbs Int.natCast_ediv Int.natCast_emod Int.natCast_nonneg Int.neg_emod_two
  Int.neg_le_zero_iff Int.neg_negSucc Int.neg_neg_iff_pos Int.ofNat_one Int.sub_left_inj Int.sub_right_inj
  Int.toNat_add_toNat_neg_eq_natAbs Int.toNat_lt Int.toNat_sub Int.zero_le_neg_iff Int.zero_lt_neg_iff
  List.Pairwise.nil List.Sublist.cons List.all_map List.any_map List.concat_eq_append List.cons_ne_self
  List.contains_cons List.countP_eq_zero List.countP_pos_iff List.count_pos_iff List.dropLast_append_of_ne_nil
  List.filterMap_append List.filterMap_cons_none List.filterMap_cons_some List.filterMap_some
  List.filter_eq_nil_iff List.filter_eq_self List.flatMap_id List.foldr_cons_eq_append List.getElem_mem
  List.getLast_mem List.head?_eq_none_iff List.isEmpty_eq_false_iff List.length_singleton List.length_tail
  List.map_dropLast List.map_flatten List.mem_flatMap List.mem_flatten List.reverseAux_eq List.reverse_inj
  List.singleton_append Nat.add_eq_left Nat.add_eq_right Nat.add_max_add_left Nat.add_max_add_right
  Nat.add_min_add_left Nat.add_min_add_right Nat.add_sub_cancel' Nat.beq_refl Nat.div_self Nat.gcd_eq_zero_iff
  Nat.gcd_gcd_self_left_left Nat.gcd_gcd_self_right_left Nat.gcd_mul_lcm Nat.max_assoc Nat.min_assoc
  Nat.mod_mod_of_dvd Nat.mul_lt_mul_left Nat.mul_lt_mul_right Nat.pow_eq_zero Nat.pred_eq_sub_one
  Nat.sub_add_min_cancel Nat.sub_eq_zero_of_le Nat.sub_le_iff_le_add Nat.succ_ne_self Nat.zero_lt_succ
  Option.getD_map Option.isSome_or Option.map_bind Option.mem_def Option.or_eq_some_iff and_imp cast_eq
  cast_heq decide_eq_decide decide_implies eq_iff_iff exists_apply_eq_apply exists_false exists_or_eq_left
  forall_eq_apply_imp_iff iff_not_self imp_false nonempty_prop not_and not_iff_self not_or
