//! Which constants are printed as built-in operators.

/// A constant printed as an infix operator: token, number of arguments, positions of the operands.
pub(super) struct InfixForm {
    pub(super) token: &'static str,
    pub(super) arity: usize,
    pub(super) lhs: usize,
    pub(super) rhs: usize,
}

/// The infix form of the constant `name`.
pub(super) fn infix_form(name: &str) -> Option<InfixForm> {
    let form = |token, arity, lhs, rhs| Some(InfixForm { token, arity, lhs, rhs });
    match name {
        "Eq" => form("=", 3, 1, 2),
        "Ne" => form("≠", 3, 1, 2),
        "HEq" => form("≍", 4, 1, 3),
        "And" => form("∧", 2, 0, 1),
        "Or" => form("∨", 2, 0, 1),
        "Iff" => form("↔", 2, 0, 1),
        "and" | "Bool.and" => form("&&", 2, 0, 1),
        "or" | "Bool.or" => form("||", 2, 0, 1),
        "LE.le" => form("≤", 4, 2, 3),
        "LT.lt" => form("<", 4, 2, 3),
        "GE.ge" => form("≥", 4, 2, 3),
        "GT.gt" => form(">", 4, 2, 3),
        "BEq.beq" => form("==", 4, 2, 3),
        "bne" => form("!=", 4, 2, 3),
        "HAdd.hAdd" => form("+", 6, 4, 5),
        "HSub.hSub" => form("-", 6, 4, 5),
        "HMul.hMul" => form("*", 6, 4, 5),
        "HDiv.hDiv" => form("/", 6, 4, 5),
        "HMod.hMod" => form("%", 6, 4, 5),
        "HPow.hPow" => form("^", 6, 4, 5),
        "HAppend.hAppend" => form("++", 6, 4, 5),
        "HSMul.hSMul" => form("•", 6, 4, 5),
        "HAnd.hAnd" => form("&&&", 6, 4, 5),
        "HXor.hXor" => form("^^^", 6, 4, 5),
        "HOr.hOr" => form("|||", 6, 4, 5),
        "HShiftLeft.hShiftLeft" => form("<<<", 6, 4, 5),
        "HShiftRight.hShiftRight" => form(">>>", 6, 4, 5),
        "Dvd.dvd" => form("∣", 4, 2, 3),
        "Membership.mem" => form("∈", 5, 4, 3),
        "HasEquiv.Equiv" => form("≈", 4, 2, 3),
        "HasSubset.Subset" => form("⊆", 4, 2, 3),
        "HasSSubset.SSubset" => form("⊂", 4, 2, 3),
        "Union.union" => form("∪", 4, 2, 3),
        "Inter.inter" => form("∩", 4, 2, 3),
        "SDiff.sdiff" => form("\\", 4, 2, 3),
        "Bind.bind" => form(">>=", 6, 4, 5),
        "Functor.map" => form("<$>", 6, 4, 5),
        "Function.comp" => form("∘", 5, 3, 4),
        "List.cons" => form("::", 3, 1, 2),
        "Prod" => form("×", 2, 0, 1),
        "PProd" => form("×'", 2, 0, 1),
        "Sum" => form("⊕", 2, 0, 1),
        "PSum" => form("⊕'", 2, 0, 1),
        _ => None,
    }
}

/// A constant printed as a prefix operator: token, number of arguments, position of the operand.
pub(super) fn prefix_form(name: &str) -> Option<(&'static str, usize, usize)> {
    match name {
        "Not" => Some(("¬", 1, 0)),
        "not" | "Bool.not" => Some(("!", 1, 0)),
        "Neg.neg" => Some(("-", 3, 2)),
        "Complement.complement" => Some(("~~~", 3, 2)),
        _ => None,
    }
}

/// Operators whose operands and result have one type, which any of them determines.
pub(super) fn is_homogeneous(token: &str) -> bool {
    matches!(token, "+" | "-" | "*" | "/" | "%" | "++" | "∪" | "∩" | "\\" | "&&&" | "|||" | "^^^")
}

/// Relations, whose operands have one type that either determines.
pub(super) fn is_relation(token: &str) -> bool {
    matches!(token, "=" | "≠" | "≤" | "<" | "≥" | ">" | "==" | "!=" | "∣" | "≈" | "⊆" | "⊂")
}
