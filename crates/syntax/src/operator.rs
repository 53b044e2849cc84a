//! The built-in operators of Lean core with their precedences.
//!
//! An operator is named by its canonical token: `<=` and `≤` are both `≤`. [`infix`] and [`prefix`] give the
//! precedences, for the parser and for whoever prints terms.

/// The precedence of atoms.
pub const MAX: u32 = 1024;
/// The precedence of `fun`-like arguments.
pub const ARG: u32 = 1023;
/// The precedence of terms that end where their last part ends, such as `let` and `by`, and of applications.
pub const LEAD: u32 = 1022;
/// The lowest precedence of an operator.
pub const MIN: u32 = 10;

/// A built-in infix operator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Infix {
    /// The canonical token.
    pub op: &'static str,
    /// The precedence of the whole.
    pub prec: u32,
    /// The least precedence of the left operand.
    pub lhs: u32,
    /// The least precedence of the right operand.
    pub rhs: u32,
}

/// The built-in infix operator written `token`.
#[must_use]
pub fn infix(token: &str) -> Option<Infix> {
    let left = |op, prec| Some(Infix { op, prec, lhs: prec, rhs: prec + 1 });
    let right = |op, prec| Some(Infix { op, prec, lhs: prec + 1, rhs: prec });
    let none = |op, prec| Some(Infix { op, prec, lhs: prec + 1, rhs: prec + 1 });
    match token {
        "∘" => right("∘", 90),
        "×" => right("×", 35),
        "×'" => right("×'", 35),
        "⊕" => right("⊕", 30),
        "⊕'" => right("⊕'", 30),
        "∣" => none("∣", 50),
        "|||" => left("|||", 55),
        "^^^" => left("^^^", 58),
        "&&&" => left("&&&", 60),
        "+" => left("+", 65),
        "-" => left("-", 65),
        "*" => left("*", 70),
        "/" => left("/", 70),
        "%" => left("%", 70),
        "<<<" => left("<<<", 75),
        ">>>" => left(">>>", 75),
        "^" => right("^", 80),
        "++" => left("++", 65),
        "•" => right("•", 73),
        "<=" | "≤" => none("≤", 50),
        "<" => none("<", 50),
        ">=" | "≥" => none("≥", 50),
        ">" => none(">", 50),
        "=" => none("=", 50),
        "==" => none("==", 50),
        "!=" => none("!=", 50),
        "≠" => none("≠", 50),
        "≍" => none("≍", 50),
        "≈" => none("≈", 50),
        "∧" | "/\\" => right("∧", 35),
        "∨" | "\\/" => right("∨", 30),
        "↔" | "<->" => none("↔", 20),
        "&&" => left("&&", 35),
        "||" => left("||", 30),
        "∈" => Some(Infix { op: "∈", prec: 50, lhs: 50, rhs: 50 }),
        "∉" => Some(Infix { op: "∉", prec: 50, lhs: 50, rhs: 50 }),
        "⊆" => none("⊆", 50),
        "⊂" => none("⊂", 50),
        "⊇" => none("⊇", 50),
        "⊃" => none("⊃", 50),
        "∪" => left("∪", 65),
        "∩" => left("∩", 70),
        "\\" => none("\\", 70),
        "::" => right("::", 67),
        "<$>" => right("<$>", 100),
        "<&>" => left("<&>", 100),
        ">>=" => left(">>=", 55),
        "=<<" => right("=<<", 55),
        ">=>" => right(">=>", 55),
        "<=<" => right("<=<", 55),
        "<|>" => right("<|>", 20),
        ">>" => right(">>", 60),
        "<*>" => left("<*>", 60),
        "<*" => left("<*", 60),
        "*>" => left("*>", 60),
        "▸" => Some(Infix { op: "▸", prec: 75, lhs: 0, rhs: 75 }),
        "<|" | "$" => Some(Infix { op: "<|", prec: MIN, lhs: 0, rhs: MIN }),
        "|>" => Some(Infix { op: "|>", prec: MIN, lhs: 0, rhs: MIN + 1 }),
        _ => None,
    }
}

/// A built-in prefix operator.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Prefix {
    /// The canonical token.
    pub op: &'static str,
    /// The precedence of the whole.
    pub prec: u32,
    /// The least precedence of the operand.
    pub arg: u32,
}

/// The built-in prefix operator written `token`.
#[must_use]
pub fn prefix(token: &str) -> Option<Prefix> {
    Some(match token {
        "¬" => Prefix { op: "¬", prec: MAX, arg: 40 },
        "!" => Prefix { op: "!", prec: MAX, arg: 40 },
        "-" => Prefix { op: "-", prec: 75, arg: 75 },
        "~~~" => Prefix { op: "~~~", prec: 100, arg: 100 },
        "↑" => Prefix { op: "↑", prec: MAX, arg: MAX },
        "⇑" => Prefix { op: "⇑", prec: MAX, arg: MAX },
        "↥" => Prefix { op: "↥", prec: MAX, arg: MAX },
        _ => return None,
    })
}

/// The precedence of `→`: its left side is read at one more, its right side at this.
pub const ARROW: u32 = 25;

/// The canonical token of a relation that may follow the name in `∀ x < n, p`.
#[must_use]
pub fn binder_pred(token: &str) -> Option<&'static str> {
    matches!(token, "<" | "<=" | "≤" | ">" | ">=" | "≥" | "≠" | "∈" | "∉" | "⊆" | "⊂" | "⊇" | "⊃")
        .then(|| infix(token).map(|i| i.op))
        .flatten()
}
