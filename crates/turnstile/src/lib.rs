//! Turnstile turnstile.
