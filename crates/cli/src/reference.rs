//! `--kernel reference`: what the fast kernel answered is confirmed by the reference kernel, or does not count.

use crate::lean_file::LeanFile;
use crate::verdict::{Answer, Complaint, Verdict};
use indicatif::ProgressBar;
use turnstile_export::Importer;
use turnstile_kernel::Store;
use turnstile_reference::{Doubt, Environment};

/// Confirms what a Lean file declares, and what that rests on in the library.
pub fn confirm_lean(verdict: &mut Verdict, file: &LeanFile) {
    let mut reference = Environment::new();
    let mut confirm = |n| reference.confirm_constant(&file.env.kernel, &file.store, n);
    if let Err(doubt) = file.declared().into_iter().try_for_each(&mut confirm) {
        cast(verdict, None, doubt);
    }
}

/// Confirms an export file: every declaration up to the one that the fast kernel refused, if there is one, and that one.
pub fn confirm_export(verdict: &mut Verdict, text: &[u8], bar: &ProgressBar) {
    let store = Store::new();
    let mut reference = Environment::new();
    let doubt = std::cell::Cell::new(None);
    let mut importer = Importer::new(&store);
    importer.observer = Some(Box::new(|env, st, d, answer| {
        // Only the first counts: after it the environments differ.
        doubt.set(doubt.take().or_else(|| reference.confirm(env, st, d, answer).err()));
    }));
    bar.set_length(text.len() as u64);
    bar.set_position(0);
    bar.set_message("reference kernel");
    let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
    for (i, line) in text.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let taken = str::from_utf8(line).is_ok_and(|line| importer.line(line).is_ok());
        bar.inc(line.len() as u64);
        if let Some(doubt) = doubt.take() {
            return cast(verdict, Some(i + 1), doubt);
        }
        if !taken {
            break;
        }
    }
    if verdict.answer == Answer::Accepted && importer.declarations != verdict.declarations {
        let (seen, all) = (importer.declarations, verdict.declarations);
        fail(
            verdict,
            Complaint { message: format!("{seen} of {all} declarations are confirmed"), ..complaint() },
        );
    }
}

/// What a doubt means: a difference is a fault of ours, whatever the fast kernel said; without an answer nothing is
/// accepted, and what was refused stays so.
fn cast(verdict: &mut Verdict, line: Option<usize>, doubt: Doubt) {
    let (Doubt::GaveUp { declaration, .. } | Doubt::Differ { declaration, .. }) = &doubt;
    let complaint = Complaint {
        line,
        declaration: Some(declaration.to_string()),
        message: doubt.to_string(),
        ..complaint()
    };
    match doubt {
        Doubt::Differ { .. } => fail(verdict, complaint),
        Doubt::GaveUp { .. } if verdict.answer == Answer::Accepted => {
            verdict.answer = Answer::Declined;
            verdict.complaints.push(Complaint { rule: "budget".into(), ..complaint });
            verdict.rests = None;
        }
        Doubt::GaveUp { .. } => {}
    }
}

fn complaint() -> Complaint {
    Complaint { rule: "reference-kernel".into(), ..Complaint::default() }
}

fn fail(verdict: &mut Verdict, complaint: Complaint) {
    verdict.answer = Answer::Failed;
    verdict.complaints = vec![complaint];
    verdict.rests = None;
}

#[cfg(test)]
mod tests {
    use super::*;
    use turnstile_kernel::Name;

    /// What becomes of an `answer` about `t`.
    fn after(answer: Answer, doubt: Doubt) -> Verdict {
        let mut verdict = Verdict { answer, ..Verdict::accepted("a.ndjson".to_owned()) };
        cast(&mut verdict, Some(7), doubt);
        verdict
    }

    #[test]
    fn no_doubtful_answer_counts() {
        let declaration = Name::new("t");
        let differ = || Doubt::Differ { declaration, how: "how".to_owned() };
        let gave_up = || Doubt::GaveUp { declaration, why: "why".to_owned() };
        for answer in [Answer::Accepted, Answer::Rejected, Answer::Declined] {
            let verdict = after(answer, differ());
            assert_eq!(verdict.answer.exit(), crate::exit::Exit::Failure);
            let text = verdict.complaints_text();
            assert!(
                text.starts_with(
                    "internal error, please report[reference-kernel]: the two kernels differ about 't'"
                ),
                "{text}"
            );
            assert!(text.contains(" --> a.ndjson:7"), "{text}");
        }
        assert_eq!(after(Answer::Accepted, gave_up()).answer, Answer::Declined);
        assert_eq!(after(Answer::Rejected, gave_up()).answer, Answer::Rejected);
    }

    /// A verdict that claims more, or something else, than the file holds.
    #[test]
    fn the_file_is_read_again() {
        let file = b"{\"meta\":{\"format\":{\"version\":\"3.1.0\"}}}\n{\"in\":1,\"str\":{\"pre\":0,\"str\":\"P\"}}\n\
            {\"ie\":0,\"sort\":0}\n{\"axiom\":{\"name\":1,\"levelParams\":[],\"type\":0,\"isUnsafe\":false}}\n";
        for (declarations, answer) in [(1, Answer::Accepted), (2, Answer::Failed)] {
            let mut verdict = Verdict { declarations, ..Verdict::accepted("a.ndjson".to_owned()) };
            confirm_export(&mut verdict, file, &ProgressBar::hidden());
            assert_eq!(verdict.answer, answer);
        }
    }
}
