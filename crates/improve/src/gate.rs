//! Whether a new policy takes the place of the old one.

use crate::store::Measured;
use turnstile::Status;

/// The comparison of two policies on the same goals with the same processor time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// Goals that the old one proved, and the new one.
    pub proved: [usize; 2],
    /// Goals that only the new one proved.
    pub gained: Vec<String>,
    /// Goals that only the old one proved.
    pub lost: Vec<String>,
    /// Goals that both attempted.
    pub goals: usize,
}

impl Verdict {
    /// Whether the new policy proved more.
    #[must_use]
    pub fn promotes(&self) -> bool {
        self.proved[1] > self.proved[0]
    }

    /// The probability that gains exceed losses by so much if both policies are equally good: the sign test on the goals
    /// that only one of them proved.
    #[must_use]
    pub fn chance(&self) -> f64 {
        let n = (self.gained.len() + self.lost.len()) as u32;
        let k = self.gained.len() as u32;
        let mut sum = 0.0;
        let mut choose = 1.0;
        for i in 0..=n {
            if i >= k {
                sum += choose;
            }
            choose *= f64::from(n - i) / f64::from(i + 1);
        }
        sum / 2f64.powi(n.min(1000) as i32)
    }
}

/// Compares what two policies did with the same goals; a goal that only one of them attempted does not count.
#[must_use]
pub fn verdict(old: &[Measured], new: &[Measured]) -> Verdict {
    let mut v = Verdict::default();
    for a in old {
        let Some(b) = new.iter().find(|b| b.goal == a.goal) else { continue };
        v.goals += 1;
        let (before, after) = (a.status == Status::Proved, b.status == Status::Proved);
        v.proved[0] += usize::from(before);
        v.proved[1] += usize::from(after);
        if after && !before {
            v.gained.push(a.name.clone());
        }
        if before && !after {
            v.lost.push(a.name.clone());
        }
    }
    v
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(list: &[bool]) -> Vec<Measured> {
        let one = |(i, proved): (usize, &bool)| Measured {
            goal: i as i64,
            name: i.to_string(),
            status: if *proved { Status::Proved } else { Status::Budget },
            cpu_seconds: 1.0,
        };
        list.iter().enumerate().map(one).collect()
    }

    #[test]
    fn only_more_proofs_are_better() {
        let old = measured(&[true, false, true, false]);
        assert!(!verdict(&old, &old).promotes());
        assert!(!verdict(&old, &measured(&[true, true, false, false])).promotes());
        let better = verdict(&old, &measured(&[true, true, true, false]));
        assert!(better.promotes() && better.gained == ["1"] && better.lost.is_empty(), "{better:?}");
        assert!((better.chance() - 0.5).abs() < 1e-9);
        // A goal that the new one did not attempt says nothing.
        assert_eq!(verdict(&old, &measured(&[true])).proved, [1, 1]);
    }
}
