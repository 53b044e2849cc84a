//! `turnstile replay`.

use crate::args::ReplayArgs;
use crate::exit::Exit;
use crate::output;
use crate::prove::cancel_on_interrupt;
use turnstile::RunLog;

/// Does again what a log says.
pub fn run(args: &ReplayArgs) -> Exit {
    let path = args.log.display();
    let log: RunLog = match std::fs::read_to_string(&args.log) {
        Err(error) => {
            output::complain(&format!("{path}: {error}"));
            return Exit::BadInput;
        }
        Ok(text) => match serde_json::from_str(&text) {
            Ok(log) => log,
            Err(error) => {
                output::complain(&format!("{path}: not the log of a run: {error}"));
                return Exit::BadInput;
            }
        },
    };
    let here = env!("CARGO_PKG_VERSION");
    if log.turnstile_version != here {
        output::remark(&format!("the log is of version {}, this is {here}\n", log.turnstile_version));
    }
    let mut exit = Exit::Done;
    let mut text = String::new();
    for theorem in log.repeat(&cancel_on_interrupt()) {
        let proof = match theorem.proof {
            None => "no proof",
            Some(true) => "the proof passes the check again",
            Some(false) => "the proof does NOT pass the check",
        };
        text.push_str(&format!("{}: {} actions did the same, {proof}\n", theorem.name, theorem.actions));
        if let Some(why) = &theorem.difference {
            text.push_str(&format!("  different: {why}\n"));
        }
        if theorem.difference.is_some() || theorem.proof == Some(false) {
            exit = Exit::NotAll;
        }
    }
    output::print(text).max(exit)
}
