//! `#guard_msgs`: the messages of a command are compared with those in its doc comment.
//!
//! As in Lean: filters are read from the left and the first that fits decides, messages that no filter names pass; without
//! filters all are checked. Whitespace is compared after line breaks became blanks, unless told otherwise.

use crate::elab::{Elab, Message, Severity};
use turnstile_syntax::{DocComment, GuardOption, Span};

/// What becomes of a message.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Action {
    /// It is compared.
    Check,
    /// It is thrown away.
    Drop,
    /// It is given to the user.
    Pass,
}

/// How two texts are compared.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whitespace {
    Exact,
    /// A line break is as good as a blank.
    Normalized,
    /// Any run of whitespace is as good as any other.
    Lax,
}

/// The meaning of the parentheses.
struct Guard {
    filters: Vec<(Action, Option<Severity>)>,
    whitespace: Whitespace,
    sorted: bool,
    positions: bool,
    substring: bool,
}

impl Guard {
    fn read(spec: &[GuardOption]) -> Result<Guard, String> {
        let mut guard = Guard {
            filters: Vec::new(),
            whitespace: Whitespace::Normalized,
            sorted: false,
            positions: false,
            substring: false,
        };
        for option in spec {
            match option {
                GuardOption::Filter { action, severity } => {
                    let action = match action.as_str() {
                        "drop" => Action::Drop,
                        "pass" => Action::Pass,
                        _ => Action::Check,
                    };
                    let severity = match severity.as_str() {
                        "info" => Some(Severity::Info),
                        "warning" => Some(Severity::Warning),
                        "error" => Some(Severity::Error),
                        "all" => None,
                        // There are no messages of this kind.
                        "trace" => continue,
                        other => return Err(format!("`#guard_msgs` has no filter `{other}`")),
                    };
                    guard.filters.push((action, severity));
                }
                GuardOption::Setting { name, value } => match (name.as_str(), value.as_str()) {
                    ("whitespace", "exact") => guard.whitespace = Whitespace::Exact,
                    ("whitespace", "normalized") => guard.whitespace = Whitespace::Normalized,
                    ("whitespace", "lax") => guard.whitespace = Whitespace::Lax,
                    ("ordering", "exact") => guard.sorted = false,
                    ("ordering", "sorted") => guard.sorted = true,
                    ("positions", "true") => guard.positions = true,
                    ("positions", "false") => guard.positions = false,
                    ("substring", "true") => guard.substring = true,
                    ("substring", "false") => guard.substring = false,
                    _ => return Err(format!("`#guard_msgs` has no option `{name} := {value}`")),
                },
            }
        }
        if spec.iter().all(|o| matches!(o, GuardOption::Setting { .. })) {
            guard.filters.push((Action::Check, None));
        }
        Ok(guard)
    }

    fn action(&self, severity: Severity) -> Action {
        let fits = |f: &&(Action, Option<Severity>)| f.1.is_none_or(|s| s == severity);
        self.filters.iter().find(fits).map_or(Action::Pass, |f| f.0)
    }

    fn normal(&self, text: &str) -> String {
        match self.whitespace {
            Whitespace::Exact => text.to_owned(),
            Whitespace::Normalized => text.replace('\n', " "),
            Whitespace::Lax => text.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }

    fn accepts(&self, expected: &str, given: &str) -> bool {
        let (expected, given) = (self.normal(&renumbered(expected)), self.normal(&renumbered(given)));
        if self.substring { given.contains(&expected) } else { given == expected }
    }
}

/// A message as Lean prints it without a place.
fn printed(m: &Message) -> String {
    let severity = match m.severity {
        Severity::Error => "error:",
        Severity::Warning => "warning:",
        Severity::Info => "info:",
    };
    let gap = if m.text.starts_with('\n') { "" } else { " " };
    let end = if m.text.ends_with('\n') { "" } else { "\n" };
    format!("{severity}{gap}{}{end}", m.text)
}

/// `⏎` at the end of a line keeps the blanks before it alive in editors.
fn without_markers(text: &str) -> String {
    text.replace("⏎\n", "\n")
}

/// The text with its metavariables `?m.7`, `?u.3` numbered from 1 in order: their numbers mean nothing.
fn renumbered(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut seen: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('?') {
        let (before, tail) = rest.split_at(at);
        out.push_str(before);
        let head = ["?m.", "?u."].into_iter().find(|h| tail.starts_with(h));
        let digits = head.map_or(0, |h| tail[h.len()..].bytes().take_while(u8::is_ascii_digit).count());
        let Some(head) = head.filter(|_| digits > 0) else {
            out.push('?');
            rest = &tail[1..];
            continue;
        };
        let whole = &tail[..head.len() + digits];
        let number = seen.iter().position(|s| s == whole).unwrap_or_else(|| {
            seen.push(whole.to_owned());
            seen.len() - 1
        });
        out.push_str(&format!("{head}{}", number + 1));
        rest = &tail[whole.len()..];
    }
    out.push_str(rest);
    out
}

/// The lines of two texts, those of the first only with `-`, those of the second only with `+`.
fn difference(old: &str, new: &str) -> String {
    /// Longer texts are shown whole: the table has a cell for each pair of lines.
    const LINES: usize = 500;
    let old: Vec<&str> = old.split('\n').collect();
    let new: Vec<&str> = new.split('\n').collect();
    let mut out = Vec::new();
    let (mut i, mut j) = (0, 0);
    if old.len() <= LINES && new.len() <= LINES {
        // `common[i][j]`: how many lines the rest of both has in common, in order.
        let mut common = vec![vec![0usize; new.len() + 1]; old.len() + 1];
        for i in (0..old.len()).rev() {
            for j in (0..new.len()).rev() {
                common[i][j] = if old[i] == new[j] {
                    common[i + 1][j + 1] + 1
                } else {
                    common[i + 1][j].max(common[i][j + 1])
                };
            }
        }
        while i < old.len() && j < new.len() {
            if old[i] == new[j] {
                out.push(format!("  {}", old[i]));
                i += 1;
                j += 1;
            } else if common[i + 1][j] >= common[i][j + 1] {
                out.push(format!("- {}", old[i]));
                i += 1;
            } else {
                out.push(format!("+ {}", new[j]));
                j += 1;
            }
        }
    }
    out.extend(old[i..].iter().map(|l| format!("- {l}")));
    out.extend(new[j..].iter().map(|l| format!("+ {l}")));
    out.iter().map(|l| l.trim_end()).collect::<Vec<_>>().join("\n")
}

impl Elab {
    /// Compares the messages `given` by a command with what its doc comment says, and logs what is left of them.
    pub(super) fn judge_messages(
        &mut self,
        doc: Option<&DocComment>,
        spec: &[GuardOption],
        keyword: Span,
        given: Vec<Message>,
    ) {
        let guard = match Guard::read(spec) {
            Ok(guard) => guard,
            Err(text) => {
                self.messages.extend(given);
                self.log(Severity::Error, keyword, text);
                return;
            }
        };
        let mut texts = Vec::new();
        let mut passed = Vec::new();
        for m in &given {
            match guard.action(m.severity) {
                Action::Check => texts.push(printed(m)),
                Action::Drop => {}
                Action::Pass => passed.push(m.clone()),
            }
        }
        if guard.positions {
            self.log(Severity::Error, keyword, "`positions := true` is not supported yet");
        }
        if guard.sorted {
            texts.sort();
        }
        let expected = without_markers(doc.map_or("", |d| d.text.trim()));
        let text = texts.join("---\n");
        let text = text.trim();
        if guard.accepts(expected.trim(), text) {
            self.messages.extend(passed);
            return;
        }
        let shown = if self.scope.flag("guard_msgs.diff", true) {
            difference(&expected, text)
        } else {
            text.to_owned()
        };
        self.messages.extend(given);
        self.log(
            Severity::Error,
            keyword,
            format!("❌️ Docstring on `#guard_msgs` does not match generated message:\n\n{shown}"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_one_side_are_marked() {
        assert_eq!(difference("a\nb\nc", "a\nd\nc"), "  a\n- b\n+ d\n  c");
        assert_eq!(difference("", "x"), "-\n+ x");
    }

    #[test]
    fn numbers_of_metavariables_do_not_matter() {
        assert_eq!(renumbered("?m.17 → ?m.3 → ?m.17 ?x ?u.2?"), "?m.1 → ?m.2 → ?m.1 ?x ?u.3?");
    }

    #[test]
    fn the_first_filter_that_fits_decides() {
        let filter = |a: &str, s: &str| GuardOption::Filter { action: a.into(), severity: s.into() };
        let guard =
            Guard::read(&[filter("drop", "info"), filter("check", "all")]).unwrap_or_else(|e| panic!("{e}"));
        assert!(guard.action(Severity::Info) == Action::Drop);
        assert!(guard.action(Severity::Error) == Action::Check);
        let guard = Guard::read(&[filter("check", "error")]).unwrap_or_else(|e| panic!("{e}"));
        assert!(guard.action(Severity::Info) == Action::Pass);
        assert!(Guard::read(&[filter("check", "everything")]).is_err());
    }
}
