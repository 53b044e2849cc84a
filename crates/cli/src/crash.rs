//! What happens when the program breaks: nothing that was found is lost, and the user learns what to report.

use crate::exit::Exit;
use crate::output;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::sync::Mutex;

/// Descriptions of the panics so far.
static PANICS: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Keeps panics quiet until [`report`], so that they do not run through the progress display.
pub fn install() {
    std::panic::set_hook(Box::new(|panic| {
        if let Ok(mut panics) = PANICS.lock() {
            panics.push(describe(panic));
        }
    }));
}

fn describe(panic: &PanicHookInfo<'_>) -> String {
    let message = panic.payload_as_str().unwrap_or("no message");
    match panic.location() {
        Some(at) => format!("{}:{}:{}: {message}", at.file(), at.line(), at.column()),
        None => message.to_owned(),
    }
}

/// Runs the program; if it breaks, it has failed.
pub fn guard(run: impl FnOnce() -> Exit) -> Exit {
    catch_unwind(AssertUnwindSafe(run)).unwrap_or(Exit::Failure)
}

/// Tells the user about the panics, if there were any.
pub fn report() -> Exit {
    let Ok(panics) = PANICS.lock() else { return Exit::Failure };
    if panics.is_empty() {
        return Exit::Done;
    }
    output::remark(&bug_report(&panics));
    Exit::Failure
}

fn bug_report(panics: &[String]) -> String {
    let mut text = format!(
        "\nturnstile {} broke: this is a bug, and no fault of your file. What was proved before is kept.\n\
         Please report it with the file, the command line and these lines:\n",
        env!("CARGO_PKG_VERSION")
    );
    for panic in panics {
        text.push_str("  ");
        text.push_str(&panic.replace('\n', "\n    "));
        text.push('\n');
    }
    text
}
