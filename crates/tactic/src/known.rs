//! Names of the library that tactics build terms from, interned once.

use std::sync::LazyLock;
use turnstile_kernel::Name;

macro_rules! known {
    ($($id:ident = $text:literal,)*) => {
        $(
            #[doc = concat!("`", $text, "`")]
            pub static $id: LazyLock<Name> = LazyLock::new(|| Name::new($text));
        )*
    };
}

known! {
    EQ = "Eq",
    EQ_REFL = "Eq.refl",
    EQ_SYMM = "Eq.symm",
    EQ_TRANS = "Eq.trans",
    EQ_REC = "Eq.rec",
    EQ_MP = "Eq.mp",
    EQ_MPR = "Eq.mpr",
    NE = "Ne",
    HEQ = "HEq",
    HEQ_REFL = "HEq.refl",
    HEQ_SYMM = "HEq.symm",
    EQ_OF_HEQ = "eq_of_heq",
    HEQ_OF_EQ = "heq_of_eq",
    IFF = "Iff",
    IFF_OF_EQ = "Iff.of_eq",
    NOT = "Not",
    AND = "And",
    TRUE = "True",
    TRUE_INTRO = "True.intro",
    FALSE = "False",
    FALSE_ELIM = "False.elim",
    ABSURD = "absurd",
    PROPEXT = "propext",
    FUNEXT = "funext",
    CONGR = "congr",
    CONGR_ARG = "congrArg",
    CONGR_FUN = "congrFun",
    DECIDABLE = "Decidable",
    DECIDABLE_DECIDE = "Decidable.decide",
    OF_DECIDE_TRUE = "of_decide_eq_true",
    OF_DECIDE_FALSE = "of_decide_eq_false",
    ITE = "ite",
    DITE = "dite",
    BOOL_TRUE = "Bool.true",
    BOOL_FALSE = "Bool.false",
    NAT = "Nat",
    NAT_ZERO = "Nat.zero",
    NAT_SUCC = "Nat.succ",
    NAT_BEQ = "Nat.beq",
    OF_NAT = "OfNat.ofNat",
    H_ADD = "HAdd.hAdd",
    H_MUL = "HMul.hMul",
    INST_H_ADD = "instHAdd",
    INST_H_MUL = "instHMul",
    INST_ADD_NAT = "instAddNat",
    INST_MUL_NAT = "instMulNat",
    AND_INTRO = "And.intro",
    IFF_INTRO = "Iff.intro",
    IFF_REFL = "Iff.refl",
    OR = "Or",
    OR_INL = "Or.inl",
    OR_INR = "Or.inr",
    SORRY_AX = "sorryAx",
}
