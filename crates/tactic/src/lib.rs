//! Turnstile tactic.
