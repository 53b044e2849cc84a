//! `turnstile check`.

use crate::args::CheckArgs;
use crate::exit::Exit;
use crate::{output, render};
use turnstile::{Prover, Settings, Source};

/// Checks the files and says what is wrong with them.
pub fn run(args: &CheckArgs) -> Exit {
    let prover = Prover::new(Settings::default());
    let mut exit = Exit::Done;
    for path in &args.files {
        let source = match Source::read(path) {
            Ok(source) => source,
            Err(error) => {
                output::complain(&error.to_string());
                exit = exit.max(Exit::BadInput);
                continue;
            }
        };
        let outcome = prover.check_file(&source);
        render::show(&source, &outcome.diagnostics);
        if !outcome.is_ok() {
            exit = exit.max(Exit::NotAll);
        }
    }
    exit
}
