//! Puts proofs back into a text, touching nothing else.

use similar::TextDiff;
use std::ops::Range;
use std::path::Path;

/// A proof and where it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The bytes that are to be replaced.
    pub hole: Range<usize>,
    /// What stands there.
    pub place: Place,
    /// First byte of the declaration: its line's indentation is what the script is indented from.
    pub declaration: usize,
    /// The tactic script, its lines indented relative to each other, without `by`.
    pub script: String,
}

/// What an edit replaces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A whole proof: `sorry`, `by sorry`, or any other term after `:=`.
    Proof,
    /// All from the end of the statement: a proof without `:=`, or nothing. `:=` must be written.
    Body,
    /// A tactic `sorry`.
    Tactic,
    /// A `sorry` in a term.
    Term,
}

/// Why the edits do not fit the text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SpliceError {
    /// A span that is not one of the text.
    #[error("bytes {0:?} are not a part of the text")]
    OutOfRange(Range<usize>),
    /// Two edits for the same bytes.
    #[error("bytes {0:?} are to be replaced twice")]
    Overlap(Range<usize>),
}

/// Inline scripts longer than this get a line of their own.
const WIDTH: usize = 100;

/// The text with all the proofs in it. The order of the edits does not matter.
///
/// ```
/// use turnstile::{Edit, Place, splice};
/// let text = "theorem t : True := by\n  sorry -- open\n";
/// let start = text.find("by").unwrap();
/// let hole = start..start + "by\n  sorry".len();
/// let edit = Edit { hole, place: Place::Proof, declaration: 0, script: "exact trivial".to_owned() };
/// assert_eq!(splice(text, &[edit]).unwrap(), "theorem t : True := by\n  exact trivial -- open\n");
/// ```
pub fn splice(text: &str, edits: &[Edit]) -> Result<String, SpliceError> {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edits.sort_by_key(|edit| (edit.hole.start, edit.hole.end));
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for (index, edit) in edits.iter().enumerate() {
        let hole = edit.hole.clone();
        if text.get(hole.clone()).is_none() || edit.declaration > hole.start {
            return Err(SpliceError::OutOfRange(hole));
        }
        if index > 0 && hole.start < done {
            return Err(SpliceError::Overlap(hole));
        }
        out.push_str(&text[done..hole.start]);
        out.push_str(&proof_text(text, edit));
        done = hole.end;
    }
    out.push_str(&text[done..]);
    Ok(out)
}

/// What to write in place of the hole.
fn proof_text(text: &str, edit: &Edit) -> String {
    let newline = newline_of(text, edit.hole.start);
    let script: Vec<&str> = edit.script.lines().filter(|line| !line.trim().is_empty()).collect();
    let lines = |indent: &str| {
        let mut out = String::new();
        for (index, line) in script.iter().enumerate() {
            if index > 0 {
                out.push_str(newline);
                out.push_str(indent);
            }
            out.push_str(line.trim_end());
        }
        out
    };
    let before = &text[text[..edit.hole.start].rfind('\n').map_or(0, |i| i + 1)..edit.hole.start];
    match edit.place {
        Place::Tactic => return lines(&" ".repeat(before.chars().count())),
        Place::Term => {
            let (open, close) = if is_right_side(before) { ("by", "") } else { ("(by", ")") };
            if let [line] = script.as_slice() {
                return format!("{open} {}{close}", line.trim());
            }
            let indent = format!("{}    ", indentation(text, edit.hole.start));
            return format!("{open}{newline}{indent}{}{close}", lines(&indent));
        }
        Place::Proof | Place::Body => {}
    }
    if let Some(head) = text[edit.hole.clone()].strip_suffix("sorry").filter(|head| is_bare_by(head)) {
        // The line of `sorry` in a block of its own says how far the script is to be indented.
        let line = &head[head.rfind('\n').map_or(0, |i| i + 1)..];
        if head.contains('\n') && line.chars().all(|c| c == ' ') && !line.is_empty() {
            return format!("{head}{}", lines(line));
        }
        // Comments between `by` and `sorry` stay; a line comment ends its line, so a block must follow.
        if let Some(comments) = head.strip_prefix("by").filter(|head| !head.trim().is_empty()) {
            let indent = format!("{}  ", indentation(text, edit.declaration));
            let comments = comments.trim_end();
            return format!("by{comments}{newline}{indent}{}", lines(&indent));
        }
    }
    let assign = if edit.place == Place::Body { " := " } else { "" };
    let room = WIDTH.saturating_sub(before.chars().count() + assign.len() + "by ".len());
    match script.as_slice() {
        [line] if line.chars().count() <= room => format!("{assign}by {}", line.trim()),
        _ => {
            let indent = format!("{}  ", indentation(text, edit.declaration));
            format!("{assign}by{newline}{indent}{}", lines(&indent))
        }
    }
}

/// Whether the text is `by`, with nothing but blanks and line comments after it.
fn is_bare_by(head: &str) -> bool {
    head.strip_prefix("by").is_some_and(|rest| {
        rest.starts_with(char::is_whitespace)
            && rest.lines().all(|line| line.trim().is_empty() || line.trim().starts_with("--"))
    })
}

/// Whether a term that follows needs no parentheses.
fn is_right_side(before: &str) -> bool {
    let before = before.trim_end();
    [":=", "=>", "↦", "<|"].iter().any(|token| before.ends_with(token))
}

/// The blanks that the line of this byte begins with.
fn indentation(text: &str, at: usize) -> &str {
    let start = text[..at].rfind('\n').map_or(0, |i| i + 1);
    let line = &text[start..];
    &line[..line.len() - line.trim_start_matches(' ').len()]
}

/// How lines end here: as the one before this byte does, or the first one, or as usual.
fn newline_of(text: &str, at: usize) -> &'static str {
    let end = text[..at].rfind('\n').or_else(|| text.find('\n'));
    if end.is_some_and(|end| text[..end].ends_with('\r')) { "\r\n" } else { "\n" }
}

/// The difference of two versions of a file, as `diff -u` shows it.
pub fn unified_diff(path: &Path, old: &str, new: &str) -> String {
    let name = path.display().to_string();
    TextDiff::from_lines(old, new)
        .unified_diff()
        .context_radius(3)
        .header(&format!("a/{name}"), &format!("b/{name}"))
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Replaces the proof of the only declaration: what follows `:=`, up to the end of the last `sorry`.
    fn filled(text: &str, script: &str) -> String {
        let declaration = text.find("theorem").expect("a theorem");
        let start = text.find(":= ").expect("a proof") + 3;
        let end = text.rfind("sorry").expect("a hole") + 5;
        let edit = Edit { hole: start..end, place: Place::Proof, declaration, script: script.to_owned() };
        splice(text, &[edit]).expect("the hole is one of the text")
    }

    #[test]
    fn a_short_proof_stays_on_its_line() {
        assert_eq!(filled("theorem t : p := by sorry\n", "rfl"), "theorem t : p := by rfl\n");
        assert_eq!(filled("theorem t : p := sorry", "rfl"), "theorem t : p := by rfl");
    }

    #[test]
    fn a_long_proof_gets_a_block() {
        let script = "intro n\ninduction n with\n| zero => rfl\n| succ n ih =>\n  simp [ih]";
        assert_eq!(
            filled("  theorem t : p := by sorry\n  end\n", script),
            "  theorem t : p := by\n    intro n\n    induction n with\n    | zero => rfl\n    | succ n ih =>\n      simp [ih]\n  end\n"
        );
        let long = format!("exact {}", "x".repeat(90));
        assert_eq!(filled("theorem t : p := sorry", &long), format!("theorem t : p := by\n  {long}"));
    }

    #[test]
    fn a_block_keeps_its_indentation_and_comments() {
        assert_eq!(
            filled("theorem t :\n    p := by\n      sorry\n", "intro h\nexact h"),
            "theorem t :\n    p := by\n      intro h\n      exact h\n"
        );
        assert_eq!(
            filled("theorem t : p := by -- easy\n  sorry\n", "rfl"),
            "theorem t : p := by -- easy\n  rfl\n"
        );
        assert_eq!(filled("theorem t : p := by -- ?\nsorry", "rfl"), "theorem t : p := by -- ?\n  rfl");
    }

    #[test]
    fn line_ends_are_kept() {
        assert_eq!(
            filled("theorem t : p := by sorry\r\ndef x := 1\r\n", "intro h\nexact h"),
            "theorem t : p := by\r\n  intro h\r\n  exact h\r\ndef x := 1\r\n"
        );
        assert_eq!(
            filled("\r\ntheorem t : p := by\r\n  sorry", "intro h\nexact h"),
            "\r\ntheorem t : p := by\r\n  intro h\r\n  exact h"
        );
    }

    #[test]
    fn a_proof_with_a_gap_is_replaced_whole() {
        assert_eq!(filled("theorem t : p := by\n  intro h\n  sorry\n", "rfl"), "theorem t : p := by rfl\n");
    }

    fn gap_filled(text: &str, place: Place, script: &str) -> String {
        let start = text.find("sorry").expect("a gap");
        let edit = Edit { hole: start..start + 5, place, declaration: 0, script: script.to_owned() };
        splice(text, &[edit]).expect("the gap is one of the text")
    }

    #[test]
    fn a_gap_is_filled_where_it_is() {
        let two = "intro h\nexact h";
        assert_eq!(
            gap_filled("theorem t : p := by\n  skip\n  · sorry\n  skip", Place::Tactic, two),
            "theorem t : p := by\n  skip\n  · intro h\n    exact h\n  skip"
        );
        assert_eq!(
            gap_filled("theorem t : p :=\n  f sorry x", Place::Term, two),
            "theorem t : p :=\n  f (by\n      intro h\n      exact h) x"
        );
        assert_eq!(
            gap_filled("theorem t : p := fun x => sorry", Place::Term, "rfl"),
            "theorem t : p := fun x => by rfl"
        );
    }

    #[test]
    fn a_missing_proof_is_added() {
        let text = "theorem t : p\n\ndef x := 1\n";
        let edit = Edit { hole: 13..13, place: Place::Body, declaration: 0, script: "rfl".to_owned() };
        assert_eq!(splice(text, &[edit]), Ok("theorem t : p := by rfl\n\ndef x := 1\n".to_owned()));
        let text = "theorem t : p\n  | 0 => sorry\n";
        let edit = Edit { hole: 13..28, place: Place::Body, declaration: 0, script: "rfl".to_owned() };
        assert_eq!(splice(text, &[edit]), Ok("theorem t : p := by rfl\n".to_owned()));
    }

    #[test]
    fn edits_in_any_order_and_never_twice() {
        let text = "sorry sorry";
        let edit =
            |hole: Range<usize>| Edit { hole, place: Place::Proof, declaration: 0, script: "rfl".to_owned() };
        assert_eq!(splice(text, &[edit(6..11), edit(0..5)]), Ok("by rfl by rfl".to_owned()));
        assert_eq!(splice(text, &[edit(0..5), edit(4..11)]), Err(SpliceError::Overlap(4..11)));
        assert_eq!(splice(text, &[edit(6..12)]), Err(SpliceError::OutOfRange(6..12)));
        assert_eq!(splice("α", &[edit(1..2)]), Err(SpliceError::OutOfRange(1..2)));
    }

    #[test]
    fn the_difference_is_a_unified_diff() {
        let diff = unified_diff(Path::new("t.lean"), "a\nb\nc\n", "a\nB\nc\n");
        assert_eq!(diff, "--- a/t.lean\n+++ b/t.lean\n@@ -1,3 +1,3 @@\n a\n-b\n+B\n c\n");
    }
}
