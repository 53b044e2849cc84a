//! `turnstile bench`: the measurements of the project, repeatable by anyone.

mod args;
mod env;
mod kernel;
pub mod machine;
mod prove;
mod rivals;

pub use args::BenchArgs;

use crate::exit::Exit;
use args::BenchCommand;

/// Measures.
pub fn run(args: &BenchArgs) -> Exit {
    match &args.command {
        BenchCommand::Prove(args) => prove::run(args),
        BenchCommand::Kernel(args) => kernel::run(args),
        BenchCommand::Env(args) => env::run(args),
    }
}
