//! Checking an export file.

use crate::args::{CheckArgs, Kernel, threads};
use crate::audit::audit;
use crate::reference;
use crate::term_text::both_sides;
use crate::verdict::{Answer, Complaint, Verdict};
use indicatif::ProgressBar;
use std::io::BufRead;
use std::rc::Rc;
use turnstile_export::{Fault, Outcome, Settings, check_file};

/// Checks what `input` holds; `file` is its name. For a second kernel the whole of it is kept in memory.
pub fn check(mut input: impl BufRead, file: String, args: &CheckArgs, bar: &ProgressBar) -> Verdict {
    let settings = Settings { jobs: threads(args.jobs), ..Settings::default() };
    let mut text = Vec::new();
    let checked = match args.kernel {
        Kernel::Fast => check_file(input, &settings),
        Kernel::Reference => input.read_to_end(&mut text).and_then(|_| check_file(&text[..], &settings)),
    };
    let checked = match checked {
        Ok(checked) => checked,
        Err(error) => return Verdict::unread(file, format!("cannot be read: {error}")),
    };
    let report = checked.report;
    let store = Rc::new(checked.store);
    let mut verdict = Verdict {
        lines: report.lines,
        declarations: report.declarations,
        theorems: report.theorems,
        axioms: report.axioms.iter().map(ToString::to_string).collect(),
        ..Verdict::accepted(file)
    };
    let complain = |line, fault: Fault| Complaint {
        line: Some(line),
        declaration: fault.declaration.map(|n| n.to_string()),
        rule: fault.rule.into(),
        message: fault.message,
        sides: fault.mismatch.map_or_else(Vec::new, |terms| {
            let (a, b) = both_sides(&checked.env, &store, terms);
            let what =
                if fault.rule == "function-expected" { ["term", "type"] } else { ["found", "expected"] };
            what.into_iter().zip([a, b]).collect()
        }),
    };
    match report.outcome {
        Outcome::Accepted => audit(&mut verdict, &checked.env, &store, &checked.names, args),
        Outcome::Rejected { line, reason } => {
            verdict.answer = Answer::Rejected;
            verdict.complaints.push(complain(line, reason));
        }
        Outcome::Declined { line, reason } => {
            verdict.answer = Answer::Declined;
            verdict.complaints.push(complain(line, reason));
        }
    }
    if args.kernel == Kernel::Reference {
        reference::confirm_export(&mut verdict, &text, bar);
    }
    verdict
}
