//! Confidence intervals.

/// The 95 % confidence interval of a proportion, from `successes` in `n` trials: Wilson's score interval (E. B. Wilson,
/// *Probable inference, the law of succession, and statistical inference*, 1927), which stays within 0 and 1.
///
/// ```
/// let (low, high) = turnstile::bench::wilson(30.0, 40);
/// assert!((low - 0.598).abs() < 0.001 && (high - 0.858).abs() < 0.001);
/// ```
#[must_use]
pub fn wilson(successes: f64, n: usize) -> (f64, f64) {
    if n == 0 {
        return (0.0, 1.0);
    }
    const Z: f64 = 1.959_964;
    let n = n as f64;
    let p = (successes / n).clamp(0.0, 1.0);
    let z2 = Z * Z;
    let centre = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z / (1.0 + z2 / n) * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    ((centre - half).max(0.0), (centre + half).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::wilson;

    #[test]
    fn intervals_hold_the_proportion_and_shrink() {
        for n in [1, 5, 40, 1000] {
            for k in [0, n / 3, n] {
                let (low, high) = wilson(k as f64, n);
                let p = k as f64 / n as f64;
                assert!(0.0 <= low && low <= p + 1e-9 && p - 1e-9 <= high && high <= 1.0, "{k} of {n}");
            }
        }
        let width = |n: usize| wilson(n as f64 / 2.0, n).1 - wilson(n as f64 / 2.0, n).0;
        assert!(width(1000) < width(100) && width(100) < width(10));
        assert_eq!(wilson(0.0, 0), (0.0, 1.0));
    }
}
