//! Names that the theory itself mentions, interned once.

use crate::name::Name;
use std::sync::LazyLock;

pub(crate) struct Known {
    pub nat: Name,
    pub nat_zero: Name,
    pub nat_succ: Name,
    pub nat_rec: Name,
    pub bool_: Name,
    pub bool_true: Name,
    pub bool_false: Name,
    pub bool_rec: Name,
    pub char: Name,
    pub char_of_nat: Name,
    pub string: Name,
    pub string_mk: Name,
    pub string_of_list: Name,
    pub list: Name,
    pub list_nil: Name,
    pub list_cons: Name,
    pub eq: Name,
    pub eq_refl: Name,
    pub quot: Name,
    pub quot_mk: Name,
    pub quot_lift: Name,
    pub quot_ind: Name,
    pub eager_reduce: Name,
    pub nested: Name,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| Known {
    nat: Name::new("Nat"),
    nat_zero: Name::new("Nat.zero"),
    nat_succ: Name::new("Nat.succ"),
    nat_rec: Name::new("Nat.rec"),
    bool_: Name::new("Bool"),
    bool_true: Name::new("Bool.true"),
    bool_false: Name::new("Bool.false"),
    bool_rec: Name::new("Bool.rec"),
    char: Name::new("Char"),
    char_of_nat: Name::new("Char.ofNat"),
    string: Name::new("String"),
    string_mk: Name::new("String.mk"),
    string_of_list: Name::new("String.ofList"),
    list: Name::new("List"),
    list_nil: Name::new("List.nil"),
    list_cons: Name::new("List.cons"),
    eq: Name::new("Eq"),
    eq_refl: Name::new("Eq.refl"),
    quot: Name::new("Quot"),
    quot_mk: Name::new("Quot.mk"),
    quot_lift: Name::new("Quot.lift"),
    quot_ind: Name::new("Quot.ind"),
    eager_reduce: Name::new("eagerReduce"),
    nested: Name::new("_nested"),
});

/// The table of well-known names.
pub(crate) fn known() -> &'static Known {
    &KNOWN
}
