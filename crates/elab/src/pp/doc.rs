//! Documents: text with places where a line may be broken, and the choice of the breaks.

/// A document.
#[derive(Clone, Debug)]
pub(super) enum Doc {
    /// Text without line breaks.
    Text(String),
    /// A blank, or a line break when the group around it does not fit.
    Line,
    /// Always a line break.
    Hard,
    /// One after the other.
    Cat(Vec<Doc>),
    /// Line breaks inside are indented by this much more.
    Nest(usize, Box<Doc>),
    /// All breaks directly inside are taken together or not at all.
    Group(Box<Doc>),
}

impl Doc {
    pub(super) fn nest(self, n: usize) -> Doc {
        Doc::Nest(n, Box::new(self))
    }
    pub(super) fn group(self) -> Doc {
        Doc::Group(Box::new(self))
    }
    /// The document in brackets, indented by their width.
    pub(super) fn between(self, open: &'static str, close: &'static str) -> Doc {
        let n = open.chars().count();
        Doc::Cat(vec![Doc::from(open), self.nest(n), Doc::from(close)]).group()
    }
    /// `items` with `sep` after each but the last, and a possible break behind it.
    pub(super) fn join(items: Vec<Doc>, sep: &'static str) -> Doc {
        let mut out = Vec::with_capacity(items.len() * 3);
        for (i, d) in items.into_iter().enumerate() {
            if i > 0 {
                out.push(Doc::from(sep));
                out.push(Doc::Line);
            }
            out.push(d);
        }
        Doc::Cat(out)
    }
}

impl From<&str> for Doc {
    fn from(s: &str) -> Doc {
        Doc::Text(s.to_owned())
    }
}
impl From<String> for Doc {
    fn from(s: String) -> Doc {
        Doc::Text(s)
    }
}

/// Lays `doc` out in lines of `width` columns where possible; breaks go to column `indent` or deeper.
pub(super) fn render(doc: &Doc, width: usize, indent: usize) -> String {
    let mut out = String::new();
    let mut column = indent;
    // (indentation, flat, document), the next one last.
    let mut todo: Vec<(usize, bool, &Doc)> = vec![(indent, false, doc)];
    while let Some((ind, flat, d)) = todo.pop() {
        match d {
            Doc::Text(t) => {
                out.push_str(t);
                column += t.chars().count();
            }
            Doc::Line if flat => {
                out.push(' ');
                column += 1;
            }
            Doc::Line | Doc::Hard => {
                while out.ends_with(' ') {
                    out.pop();
                }
                out.push('\n');
                out.extend(std::iter::repeat_n(' ', ind));
                column = ind;
            }
            Doc::Cat(ds) => todo.extend(ds.iter().rev().map(|d| (ind, flat, d))),
            Doc::Nest(n, d) => todo.push((ind + n, flat, d)),
            Doc::Group(d) => {
                let flat = flat || fits(d, width.saturating_sub(column), &todo);
                todo.push((ind, flat, d));
            }
        }
    }
    out
}

/// Whether `doc`, laid out flat, and what follows up to the next possible break fit in `room` columns.
fn fits(doc: &Doc, room: usize, rest: &[(usize, bool, &Doc)]) -> bool {
    let mut left = room;
    let mut todo = vec![(true, doc)];
    let mut rest = rest.iter().rev();
    loop {
        let (flat, d) = match todo.pop() {
            Some(x) => x,
            None => match rest.next() {
                Some((_, flat, d)) => (*flat, *d),
                None => return true,
            },
        };
        let used = match d {
            Doc::Text(t) => t.chars().count(),
            Doc::Line if flat => 1,
            // A forced break inside the group itself: it cannot be flat.
            Doc::Hard => return !flat,
            Doc::Line => return true,
            Doc::Cat(ds) => {
                todo.extend(ds.iter().rev().map(|d| (flat, d)));
                0
            }
            // What follows the group chooses its own breaks.
            Doc::Nest(_, d) => {
                todo.push((flat, d));
                0
            }
            Doc::Group(d) => {
                todo.push((flat, d));
                0
            }
        };
        if used > left {
            return false;
        }
        left -= used;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_break_only_when_they_do_not_fit() {
        let item = |s: &str| Doc::from(s);
        let d = Doc::Cat(vec![
            item("f"),
            Doc::Cat(vec![Doc::Line, item("aaaa"), Doc::Line, item("bbbb")]).nest(2),
        ])
        .group();
        assert_eq!(render(&d, 80, 0), "f aaaa bbbb");
        assert_eq!(render(&d, 6, 0), "f\n  aaaa\n  bbbb");
    }

    #[test]
    fn a_forced_break_breaks_the_groups_around_it() {
        let d = Doc::Cat(vec![Doc::from("a"), Doc::Line, Doc::from("b"), Doc::Hard, Doc::from("c")]).group();
        assert_eq!(render(&d, 80, 0), "a\nb\nc");
    }
}
