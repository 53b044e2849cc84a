//! Turnstile policy.
