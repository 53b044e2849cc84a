//! The table at the end of a run.

use std::collections::BTreeSet;
use std::fmt::Write;
use turnstile::{FileReport, Status};

/// The table of a file: a line for each theorem, and the sums. With a width, longer lines are cut.
pub fn render(report: &FileReport, width: Option<usize>) -> String {
    let rows: Vec<[String; 5]> = report
        .theorems
        .iter()
        .map(|theorem| {
            let script = theorem.proof.as_deref().or(theorem.message.as_deref()).unwrap_or("");
            let lines: Vec<&str> = script.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
            [
                theorem.name.clone(),
                theorem.status.label().to_owned(),
                format!("{:.2} s", theorem.seconds),
                theorem.expansions.to_string(),
                lines.join(" ⏎ "),
            ]
        })
        .collect();
    let head = ["theorem", "verdict", "time", "expansions", "proof"].map(str::to_owned);
    let columns: Vec<usize> = (0..4)
        .map(|i| std::iter::once(&head).chain(&rows).map(|row| row[i].chars().count()).max().unwrap_or(0))
        .collect();
    let mut out = String::new();
    for [name, verdict, time, expansions, proof] in std::iter::once(&head).chain(&rows) {
        // Writing to a string cannot fail.
        let mut line = String::new();
        let _ = write!(
            line,
            "{name:<0$}  {verdict:<1$}  {time:>2$}  {expansions:>3$}  {proof}",
            columns[0], columns[1], columns[2], columns[3]
        );
        out.push_str(cut(line.trim_end(), width).as_str());
        out.push('\n');
    }
    out.push('\n');
    out.push_str(&summary(report));
    out
}

/// The sums.
pub fn summary(report: &FileReport) -> String {
    let totals = &report.totals;
    let mut out = format!(
        "{}: proved {} of {} in {:.1} s",
        report.file.display(),
        totals.proved,
        totals.theorems,
        totals.seconds
    );
    let others: Vec<String> = Status::ALL
        .into_iter()
        .filter(|&status| status != Status::Proved)
        .map(|status| (status, report.theorems.iter().filter(|t| t.status == status).count()))
        .filter(|&(_, count)| count > 0)
        .map(|(status, count)| format!("{count} {}", status.label()))
        .collect();
    if !others.is_empty() {
        let _ = write!(out, " ({})", others.join(", "));
    }
    let axioms: BTreeSet<&str> = report.theorems.iter().flat_map(|t| &t.axioms).map(String::as_str).collect();
    if !axioms.is_empty() {
        let _ = write!(out, "; axioms: {}", axioms.into_iter().collect::<Vec<_>>().join(", "));
    }
    out.push('\n');
    out
}

/// The line, with `…` for what does not fit.
fn cut(line: &str, width: Option<usize>) -> String {
    match width {
        Some(width) if line.chars().count() > width => {
            line.chars().take(width.saturating_sub(1)).chain(['…']).collect()
        }
        _ => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use turnstile::{Settings, TheoremReport};

    fn theorem(name: &str, status: Status, proof: Option<&str>) -> TheoremReport {
        TheoremReport {
            name: name.to_owned(),
            line: 1,
            status,
            proof: proof.map(str::to_owned),
            alternatives: Vec::new(),
            explanation: None,
            edits: Vec::new(),
            log: Vec::new(),
            picture: None,
            seconds: 0.25,
            cpu_seconds: 0.25,
            expansions: 12,
            axioms: proof.map(|_| "propext".to_owned()).into_iter().collect(),
            message: None,
        }
    }

    #[test]
    fn a_line_for_each_theorem_and_the_sums() {
        let theorems = vec![
            theorem("zero_add", Status::Proved, Some("intro n\n  rfl")),
            theorem("t", Status::Budget, None),
        ];
        let report = FileReport::new("t.lean", Settings::default(), theorems);
        let expected = "\
theorem   verdict          time  expansions  proof
zero_add  proved         0.25 s          12  intro n ⏎ rfl
t         out of budget  0.25 s          12

t.lean: proved 1 of 2 in 0.5 s (1 out of budget); axioms: propext
";
        assert_eq!(render(&report, None), expected);
        assert!(render(&report, Some(40)).lines().take(3).all(|line| line.chars().count() <= 40));
    }
}
