//! Proofs in plain words, and other proofs, for `prove --explain` and `prove --proofs`.

use std::fmt::Write;
use turnstile::FileReport;

/// What each proof does: a sentence, then its steps.
pub fn render(report: &FileReport) -> String {
    let mut out = String::new();
    for theorem in &report.theorems {
        let Some(explanation) = &theorem.explanation else { continue };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{}: {}", theorem.name, explanation.summary);
        for step in &explanation.steps {
            let _ = writeln!(out, "  {step}");
        }
        out.push('\n');
    }
    out
}

/// The proofs beside the first.
pub fn alternatives(report: &FileReport) -> String {
    let mut out = String::new();
    for theorem in report.theorems.iter().filter(|theorem| theorem.proof.is_some()) {
        let all = theorem.proof.iter().chain(&theorem.alternatives);
        for (number, proof) in all.enumerate() {
            let _ = writeln!(out, "{}, proof {}:", theorem.name, number + 1);
            for line in proof.lines() {
                let _ = writeln!(out, "  {line}");
            }
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use turnstile::{Explanation, Settings, Status, TheoremReport};

    #[test]
    fn a_proof_is_told_and_the_others_are_shown() {
        let explanation = Explanation {
            summary: "By induction on `n`.".to_owned(),
            steps: vec!["case `zero`:".to_owned(), "  both sides compute to the same".to_owned()],
            ..Explanation::default()
        };
        let theorem = TheoremReport {
            name: "t".to_owned(),
            line: 1,
            status: Status::Proved,
            proof: Some("rfl".to_owned()),
            alternatives: vec!["intro n\nomega".to_owned()],
            explanation: Some(explanation),
            edits: Vec::new(),
            log: Vec::new(),
            picture: None,
            seconds: 0.1,
            cpu_seconds: 0.1,
            expansions: 1,
            axioms: Vec::new(),
            message: None,
        };
        let report = FileReport::new("t.lean", Settings::default(), vec![theorem]);
        assert_eq!(
            render(&report),
            "t: By induction on `n`.\n  case `zero`:\n    both sides compute to the same\n\n"
        );
        assert_eq!(alternatives(&report), "t, proof 1:\n  rfl\nt, proof 2:\n  intro n\n  omega\n\n");
    }
}
