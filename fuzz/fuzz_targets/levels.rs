#![no_main]
#[path = "../bodies/levels.rs"]
mod levels;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| levels::check(bytes));
