//! Recursive functions: structural recursion is compiled to recursors, and the equations the user wrote are kept.

mod course_of_values;
mod equations;
mod rewrite;
mod structural;

pub(crate) use equations::EquationSource;
pub(crate) use structural::RecursiveFunction;
