//! Names that the theory itself mentions, interned once.

use std::sync::LazyLock;
use turnstile_kernel::Name;

macro_rules! names {
    ($($field:ident $text:literal)*) => {
        pub(crate) struct Names {
            $(pub $field: Name,)*
        }
        static NAMES: LazyLock<Names> = LazyLock::new(|| Names { $($field: Name::new($text),)* });
    };
}

names! {
    nat "Nat" zero "Nat.zero" succ "Nat.succ" nat_rec "Nat.rec"
    bool_ "Bool" bool_false "Bool.false" bool_true "Bool.true" bool_rec "Bool.rec"
    add "Nat.add" sub "Nat.sub" mul "Nat.mul" pow "Nat.pow" beq "Nat.beq" ble "Nat.ble"
    div "Nat.div" mod_ "Nat.mod" gcd "Nat.gcd" shift_left "Nat.shiftLeft" shift_right "Nat.shiftRight"
    char_ "Char" char_of_nat "Char.ofNat" string "String" string_mk "String.mk" string_of_list "String.ofList"
    list "List" nil "List.nil" cons "List.cons"
    eq "Eq" refl "Eq.refl"
    quot "Quot" quot_mk "Quot.mk" quot_lift "Quot.lift" quot_ind "Quot.ind"
    eager_reduce "eagerReduce" nested "_nested"
}

/// The table of names.
pub(crate) fn names() -> &'static Names {
    &NAMES
}
