//! Statements that must not be proved: false ones, and the negation beside each statement that was proved.
//!
//! A proof of one of them means that something below is unsound, an axiom, a tactic with the kernel, or the statement of a
//! set, and that nothing which the run found can be trusted.

use crate::store::Goal;

/// A text with canaries behind it, and their names. `goals` are goals of that file; `proved` says which have a proof.
/// At most `count` of them get a negation; which, depends on `turn`.
#[must_use]
pub fn canaries(
    text: &str,
    goals: &[&Goal],
    proved: &dyn Fn(&Goal) -> bool,
    count: usize,
    turn: u64,
) -> (String, Vec<String>) {
    let mut out = text.trim_end().to_owned();
    let mut names = vec![];
    let mut add = |name: String, statement: &str| {
        out.push_str(&format!("\n\ntheorem {name} : {statement} := sorry"));
        names.push(name);
    };
    add("canary_false".to_owned(), "False");
    add("canary_zero".to_owned(), "(0 : Nat) = 1");
    let with: Vec<(&str, &&Goal)> =
        goals.iter().filter(|g| proved(g)).filter_map(|g| Some((g.statement.as_deref()?, g))).collect();
    for i in 0..count.min(with.len()) {
        let at = (turn as usize).wrapping_mul(count).wrapping_add(i) % with.len();
        if let Some((statement, goal)) = with.get(at) {
            add(format!("canary_not_{}", goal.id), &format!("¬ ({statement})"));
        }
    }
    out.push('\n');
    (out, names)
}
