//! How the program ends.

use std::process::ExitCode;

/// The exit codes, from good to bad: over several files the worst counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// All is well.
    Done = 0,
    /// Something is not proved, or is false, or a checked file is wrong.
    NotAll = 1,
    /// The input cannot be used.
    BadInput = 2,
    /// The program failed.
    Failure = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}
