//! What changed since an earlier measurement.

use super::BenchReport;

/// Two measurements of the same sets, side by side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Theorems that are proved now and were not, as `set/theorem`.
    pub gained: Vec<String>,
    /// Theorems that were proved and are not any more.
    pub lost: Vec<String>,
    /// Theorems proved both times.
    pub both: usize,
    /// How much faster those are now: the geometric mean of old time by new time.
    pub speed_up: f64,
    /// Sets that only one of the reports has.
    pub unmatched: Vec<String>,
}

impl Comparison {
    /// Compares by the names of sets and theorems. A theorem counts as proved if at least half of the runs proved it.
    #[must_use]
    pub fn new(old: &BenchReport, new: &BenchReport) -> Comparison {
        let mut c = Comparison::default();
        let mut log_ratio = 0.0;
        let has = |report: &BenchReport, name: &str| report.sets.iter().any(|s| s.name == name);
        c.unmatched = old.sets.iter().filter(|s| !has(new, &s.name)).map(|s| s.name.clone()).collect();
        for set in &new.sets {
            let Some(before) = old.sets.iter().find(|s| s.name == set.name) else {
                c.unmatched.push(set.name.clone());
                continue;
            };
            for theorem in set.runs.first().into_iter().flat_map(|r| &r.theorems) {
                let id = || format!("{}/{}", set.name, theorem.name);
                match (before.solved(&theorem.name), set.solved(&theorem.name)) {
                    (None, Some(_)) => c.gained.push(id()),
                    (Some(_), None) => c.lost.push(id()),
                    (Some(a), Some(b)) => {
                        c.both += 1;
                        // The clock is no finer than this.
                        log_ratio += (a.max(1e-4) / b.max(1e-4)).ln();
                    }
                    (None, None) => {}
                }
            }
        }
        c.speed_up = if c.both == 0 { 1.0 } else { (log_ratio / c.both as f64).exp() };
        c
    }

    /// For people.
    #[must_use]
    pub fn text(&self) -> String {
        let list = |what: &str, names: &[String]| {
            if names.is_empty() { String::new() } else { format!("{what}: {}\n", names.join(" ")) }
        };
        format!(
            "{} gained, {} lost, {} both; speed ratio {:.2}\n{}{}{}",
            self.gained.len(),
            self.lost.len(),
            self.both,
            self.speed_up,
            list("gained", &self.gained),
            list("lost", &self.lost),
            list("in one report only", &self.unmatched),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::super::{BenchRun, BenchSet, Measured};
    use super::*;
    use crate::report::Status;

    fn report(theorems: &[(&str, bool, f64)]) -> BenchReport {
        let theorems = theorems
            .iter()
            .map(|(name, proved, cpu_seconds)| Measured {
                name: (*name).to_owned(),
                status: if *proved { Status::Proved } else { Status::Budget },
                cpu_seconds: *cpu_seconds,
                expansions: 0,
                proof_lines: None,
            })
            .collect();
        BenchReport {
            turnstile_version: String::new(),
            machine: String::new(),
            settings: crate::Settings::default(),
            peak_memory_mib: None,
            sets: vec![BenchSet { name: "s".to_owned(), runs: vec![BenchRun { seed: 0, theorems }] }],
        }
    }

    #[test]
    fn gains_losses_and_speed() {
        let old = report(&[("a", true, 2.0), ("b", true, 1.0), ("c", false, 9.0), ("d", true, 8.0)]);
        let new = report(&[("a", true, 1.0), ("b", false, 9.0), ("c", true, 1.0), ("d", true, 1.0)]);
        let c = Comparison::new(&old, &new);
        assert_eq!((c.gained, c.lost, c.both), (vec!["s/c".to_owned()], vec!["s/b".to_owned()], 2));
        assert!((c.speed_up - 4.0).abs() < 1e-9);
        let same = Comparison::new(&old, &old);
        assert_eq!((same.gained.len(), same.lost.len(), same.both), (0, 0, 3));
        assert!((same.speed_up - 1.0).abs() < 1e-9);
    }
}
