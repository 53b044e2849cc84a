//! Turnstile cli.
