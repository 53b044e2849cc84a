//! The embedded library: `lean/Turnstile`, elaborated and checked by the kernel when this crate was built, as one
//! snapshot inside the program.
//!
//! Invariant: the snapshot holds exactly what the text in `lean/` says; nobody edits it by hand. Start at [`load`].

use std::sync::OnceLock;
use turnstile_elab::Env;
use turnstile_elab::env::Extensions;
use turnstile_kernel::{ConstantInfo, Environment, Frozen, Store, snapshot};

static BYTES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/library.bin"));
static LIBRARY: OnceLock<(Frozen, Env)> = OnceLock::new();

/// The library's terms and declarations. Decoded once; clones share everything.
///
/// # Panics
/// When the embedded snapshot cannot be read: the program was built wrongly.
#[must_use]
pub fn load() -> (Frozen, Env) {
    LIBRARY.get_or_init(decode).clone()
}

/// Decodes the snapshot anew: what the first [`load`] costs. Terms of two decodings must not be mixed.
///
/// # Panics
/// When the embedded snapshot cannot be read: the program was built wrongly.
#[must_use]
pub fn decode() -> (Frozen, Env) {
    let (frozen, constants, ext): (Frozen, Vec<ConstantInfo>, Extensions) =
        snapshot::decode(BYTES).expect("the embedded library snapshot is readable");
    let kernel = Environment::from_snapshot(&Store::over(&frozen), constants);
    (frozen, Env { kernel, ext })
}
