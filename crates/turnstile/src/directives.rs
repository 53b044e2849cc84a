//! Comments that tell the prover how a file is to be measured.
//!
//! | comment | where | meaning |
//! | --- | --- | --- |
//! | `-- turnstile: isolate` | before the first command | each theorem is attempted without the file's others in scope |
//! | `-- turnstile: without NAME …` | before the first command | these library declarations are hidden |
//! | `-- without: NAME …` | directly above a theorem | these are hidden from that theorem |

use crate::diagnostic::Diagnostic;
use std::collections::BTreeSet;
use std::ops::Range;

/// What the comments before the first command ask for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directives {
    /// Each theorem is attempted without the file's other theorems in scope.
    pub isolate: bool,
    /// Declarations hidden from all theorems of the file.
    pub without: BTreeSet<String>,
}

const FILE_PREFIX: &str = "turnstile:";
const THEOREM_PREFIX: &str = "without:";

impl Directives {
    /// Reads the comments before the first command. What looks like a directive and is none gets a warning.
    ///
    /// ```
    /// use turnstile::Directives;
    /// let text = "/- a title -/\n-- turnstile: isolate\n-- turnstile: without Nat.add_comm\n\ntheorem t : True := sorry";
    /// let (directives, warnings) = Directives::parse(text);
    /// assert!(directives.isolate && directives.without.contains("Nat.add_comm") && warnings.is_empty());
    /// ```
    pub fn parse(text: &str) -> (Directives, Vec<Diagnostic>) {
        let mut directives = Directives::default();
        let mut warnings = Vec::new();
        for (span, comment) in head_comments(text) {
            let Some(words) = comment.trim().strip_prefix(FILE_PREFIX) else { continue };
            let mut words = words.split_whitespace();
            match (words.next(), words.next()) {
                (Some("isolate"), None) => directives.isolate = true,
                (Some("without"), Some(first)) => {
                    directives.without.extend(std::iter::once(first).chain(words).map(str::to_owned));
                }
                (Some("without"), None) => {
                    warnings.push(Diagnostic::warning(span, "`without` needs the names to hide"));
                }
                _ => warnings.push(Diagnostic::warning(
                    span,
                    "unknown directive, expected `isolate` or `without NAME …`",
                )),
            }
        }
        (directives, warnings)
    }
}

/// Names hidden by the comments directly above the declaration that starts at this byte.
pub fn hidden_above(text: &str, start: usize) -> BTreeSet<String> {
    let above = text.get(..start).unwrap_or("");
    let mut lines = above.lines().rev();
    // The part of the declaration's own line that comes before it.
    if !above.is_empty() && !above.ends_with('\n') {
        lines.next();
    }
    lines
        .map_while(|line| line.trim().strip_prefix("--"))
        .filter_map(|comment| comment.trim().strip_prefix(THEOREM_PREFIX))
        .flat_map(str::split_whitespace)
        .map(str::to_owned)
        .collect()
}

/// The line comments (without `--`) before the first command, with their places.
fn head_comments(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut comments = Vec::new();
    let mut rest = text.trim_start_matches('\u{feff}');
    loop {
        rest = rest.trim_start();
        let at = text.len() - rest.len();
        if let Some(comment) = rest.strip_prefix("--") {
            let length = comment.find(['\r', '\n']).unwrap_or(comment.len());
            comments.push((at..at + 2 + length, &comment[..length]));
            rest = &comment[length..];
        } else if rest.starts_with("/-") && !rest.starts_with("/--") {
            let Some(length) = block_comment(rest) else { return comments };
            rest = &rest[length..];
        } else {
            return comments;
        }
    }
}

/// Length of the block comment that the text begins with; block comments nest.
fn block_comment(text: &str) -> Option<usize> {
    let (mut at, mut depth) = (0, 0usize);
    loop {
        let open = text[at..].find("/-").map(|i| at + i);
        let close = at + text[at..].find("-/")?;
        match open {
            Some(open) if open < close => {
                depth += 1;
                at = open + 2;
            }
            _ => {
                depth -= 1;
                at = close + 2;
                if depth == 0 {
                    return Some(at);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(set: &BTreeSet<String>) -> String {
        set.iter().map(String::as_str).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_head_of_a_file_is_read_through_comments() {
        let text = "\u{feff}/- t /- nested -/ -- turnstile: isolate -/\r\n-- turnstile: without b a\r\n/-! doc -/\r\n--turnstile: without c\r\n";
        let (directives, warnings) = Directives::parse(text);
        assert_eq!((directives.isolate, names(&directives.without)), (false, "a b c".to_owned()));
        assert_eq!(warnings, []);
    }

    #[test]
    fn what_comes_after_the_first_command_is_no_directive() {
        for text in ["def x := 1\n-- turnstile: isolate", "/-- doc -/\n-- turnstile: isolate", "/- open"] {
            assert_eq!(Directives::parse(text), (Directives::default(), vec![]));
        }
    }

    #[test]
    fn a_misspelt_directive_gets_a_warning() {
        let text = "\n-- turnstile: isolated\n-- turnstile: without\n";
        let (directives, warnings) = Directives::parse(text);
        assert_eq!(directives, Directives::default());
        let places: Vec<&str> = warnings.iter().map(|w| &text[w.span.clone()]).collect();
        assert_eq!(places, ["-- turnstile: isolated", "-- turnstile: without"]);
    }

    #[test]
    fn names_above_a_theorem_are_its_own() {
        let text =
            "-- without: far\n\n-- without: b\n-- a remark\n  -- without: a c\r\n  theorem t : True := sorry";
        let start = text.find("theorem").unwrap_or_default();
        assert_eq!(names(&hidden_above(text, start)), "a b c");
        assert_eq!(names(&hidden_above(text, 0)), "");
        assert_eq!(names(&hidden_above(text, text.len() + 1)), "");
    }
}
