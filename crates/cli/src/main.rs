//! The `turnstile` program: arguments, progress, messages, exit codes; everything else is the library's.
//!
//! Exit codes: 0 all is well, 1 something is not proved or is false (or a checked file is wrong), 2 the input cannot be
//! used, 3 the program failed.

mod args;
mod audit;
mod bench;
mod check;
mod crash;
mod exit;
mod explanations;
mod export;
mod exported;
mod input;
mod lean_file;
mod learning;
mod ndjson;
mod output;
mod picture;
mod progress;
mod prove;
mod reference;
mod render;
mod replay;
mod table;
mod term_text;
mod verdict;

use args::{Cli, Command};
use clap::{CommandFactory, Parser};
use std::process::ExitCode;

fn main() -> ExitCode {
    crash::install();
    let cli = Cli::parse();
    let run = || match cli.command {
        Command::Prove(args) => prove::run(&args),
        Command::Replay(args) => replay::run(&args),
        Command::Check(args) => check::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Improve(args) => learning::improve(&args),
        Command::Resume(args) => learning::resume(&args),
        Command::Status(args) => learning::status(&args),
        Command::Report(args) => learning::report(&args),
        Command::Train(args) => learning::train(&args),
        Command::Eval(args) => learning::eval(&args),
        Command::Suggest(args) => learning::suggest(&args),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Cli::command(), "turnstile", &mut script);
            output::print(script)
        }
    };
    let exit = crash::guard(run);
    crash::report().max(exit).into()
}
