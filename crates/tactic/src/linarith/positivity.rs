//! `positivity`: `0 ≤ e`, `0 < e` and `e ≠ 0` by the shape of `e`.

use turnstile_elab::{Meta, Result};
use turnstile_kernel::MVarId;

/// Closes a goal `0 ≤ e`, `0 < e` or `e ≠ 0`.
///
/// # Errors
/// When the shape of `e` does not show it.
pub fn positivity(m: &mut Meta, g: MVarId) -> Result<()> {
    super::nlinarith(m, g, &[])
}
