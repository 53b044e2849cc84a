//! What became of a checked file: the same for Lean text and for export files, on the screen and in JSON.

use crate::exit::Exit;
use serde_json::{Value, json};
use std::fmt::Write;

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Everything was checked.
    Accepted,
    /// Something is wrong.
    Rejected,
    /// No verdict: the file cannot be read, or needs what is not supported, or more than the budget.
    Declined,
    /// No verdict: the two kernels differ, so one of them is wrong.
    Failed,
}

impl Answer {
    fn label(self) -> &'static str {
        match self {
            Answer::Accepted => "accepted",
            Answer::Rejected => "rejected",
            Answer::Declined => "declined",
            Answer::Failed => "failed",
        }
    }

    /// What the exit status says of it.
    pub fn exit(self) -> Exit {
        match self {
            Answer::Accepted => Exit::Done,
            Answer::Rejected => Exit::NotAll,
            Answer::Declined => Exit::BadInput,
            Answer::Failed => Exit::Failure,
        }
    }
}

/// Why a file was not accepted.
#[derive(Clone, Debug, Default)]
pub struct Complaint {
    /// Line number, from 1.
    pub line: Option<usize>,
    /// The declaration it is about.
    pub declaration: Option<String>,
    /// Short name of the rule.
    pub rule: String,
    /// What is wrong.
    pub message: String,
    /// Two terms that do not fit, as Lean text, each with what it is.
    pub sides: Vec<(&'static str, String)>,
}

/// What became of a file.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// The file as it was named.
    pub file: String,
    /// The answer.
    pub answer: Answer,
    /// What is wrong, the first first.
    pub complaints: Vec<Complaint>,
    /// What is odd and no reason to refuse it.
    pub warnings: Vec<String>,
    /// Lines read.
    pub lines: usize,
    /// Declarations accepted.
    pub declarations: usize,
    /// Theorems among them.
    pub theorems: usize,
    /// The axioms that something rests on.
    pub axioms: Vec<String>,
    /// What each theorem rests on, where that was asked for.
    pub rests: Option<Vec<(String, Vec<String>)>>,
    /// Wall-clock time.
    pub seconds: f64,
}

/// Complaints shown of a file.
const SHOWN: usize = 20;

impl Verdict {
    /// A file that could not be read.
    pub fn unread(file: String, message: impl Into<String>) -> Verdict {
        let complaint = Complaint { rule: "input".into(), message: message.into(), ..Complaint::default() };
        Verdict { answer: Answer::Declined, complaints: vec![complaint], ..Verdict::accepted(file) }
    }

    /// An empty file that is right.
    pub fn accepted(file: String) -> Verdict {
        Verdict {
            file,
            answer: Answer::Accepted,
            complaints: Vec::new(),
            warnings: Vec::new(),
            lines: 0,
            declarations: 0,
            theorems: 0,
            axioms: Vec::new(),
            rests: None,
            seconds: 0.0,
        }
    }

    /// The complaints as text, each with its place and both sides of a mismatch.
    pub fn complaints_text(&self) -> String {
        let kind = match self.answer {
            Answer::Accepted | Answer::Rejected => "error",
            Answer::Declined => "declined",
            Answer::Failed => "internal error, please report",
        };
        let mut out = String::new();
        // Writing to a string cannot fail.
        for c in self.complaints.iter().take(SHOWN) {
            let _ = writeln!(out, "{kind}[{}]: {}", c.rule, c.message);
            let line = c.line.map(|l| format!(":{l}")).unwrap_or_default();
            let _ = writeln!(out, " --> {}{line}", self.file);
            if let Some(d) = &c.declaration {
                let _ = writeln!(out, "  = declaration: {d}");
            }
            for (what, term) in &c.sides {
                let _ = writeln!(
                    out,
                    "  = {:<12} {}",
                    format!("{what}:"),
                    term.replace('\n', "\n                 ")
                );
            }
            out.push('\n');
        }
        if self.complaints.len() > SHOWN {
            let _ = writeln!(out, "and {} more\n", self.complaints.len() - SHOWN);
        }
        out
    }

    /// The warnings as text.
    pub fn warnings_text(&self) -> String {
        self.warnings.iter().map(|w| format!("warning: {}: {w}\n", self.file)).collect()
    }

    /// What each theorem rests on, and how many rest on each axiom.
    pub fn axioms_text(&self) -> String {
        let mut out = String::new();
        let Some(rests) = &self.rests else { return out };
        let mut counts: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
        for (name, axioms) in rests {
            let _ = match &axioms[..] {
                [] => writeln!(out, "{name}: no axioms"),
                _ => writeln!(out, "{name}: {}", axioms.join(", ")),
            };
            axioms.iter().for_each(|a| *counts.entry(a).or_default() += 1);
        }
        let none = rests.iter().filter(|(_, axioms)| axioms.is_empty()).count();
        let _ = write!(out, "{}: of {} proofs {none} rest on no axiom", self.file, rests.len());
        for (axiom, count) in counts {
            let _ = write!(out, ", {count} on {axiom}");
        }
        out.push('\n');
        out
    }

    /// The file in one line.
    pub fn summary(&self) -> String {
        let axioms = match &self.axioms[..] {
            [] => "none".to_owned(),
            axioms => axioms.join(", "),
        };
        format!(
            "{}: {}: {} declarations, {} theorems; axioms: {axioms}; {:.2} s\n",
            self.file,
            self.answer.label(),
            self.declarations,
            self.theorems,
            self.seconds
        )
    }

    /// The report.
    pub fn json(&self) -> Value {
        let first = self.complaints.first();
        let mut report = json!({
            "file": self.file,
            "verdict": self.answer.label(),
            "line": first.and_then(|c| c.line),
            "declaration": first.and_then(|c| c.declaration.as_ref()),
            "rule": first.map(|c| &c.rule),
            "message": first.map(|c| &c.message),
            "complaints": self.complaints.len(),
            "warnings": self.warnings,
            "counts": {"lines": self.lines, "declarations": self.declarations, "theorems": self.theorems},
            "axioms": self.axioms,
            "seconds": self.seconds,
        });
        for (what, term) in first.iter().flat_map(|c| &c.sides) {
            report[what] = json!(term);
        }
        if let Some(rests) = &self.rests {
            report["theorems"] =
                rests.iter().map(|(name, axioms)| json!({"name": name, "axioms": axioms})).collect();
        }
        report
    }
}
