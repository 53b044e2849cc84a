//! `Std.Format` as text: Wadler's *A prettier printer* (2003), with groups that fill their lines.

use super::machine::Evaluator;
use super::value::Thunk;
use crate::error::{Error, Result};
use turnstile_kernel::with_stack;

/// The width of a line, as in Lean.
const WIDTH: usize = 120;

/// A text that can be laid out on lines in more than one way.
#[derive(Clone, Debug)]
pub(super) enum Format {
    /// Text.
    Text(String),
    /// A blank or a line break.
    Line,
    /// One after the other.
    Cat(Vec<Format>),
    /// Lines after a break are indented by that much more.
    Nest(i64, Box<Format>),
    /// On one line if it fits; else with all line breaks, or (`fill`) with those that are needed.
    Group(bool, Box<Format>),
}

impl Format {
    pub fn text(s: impl Into<String>) -> Format {
        Format::Text(s.into())
    }

    /// In brackets, on one line if it fits.
    pub fn bracket(open: &str, inner: Format, close: &str) -> Format {
        let width = i64::try_from(open.chars().count()).unwrap_or(0);
        let all = Format::Cat(vec![Format::text(open), inner, Format::text(close)]);
        Format::Group(false, Box::new(Format::Nest(width, Box::new(all))))
    }

    /// In parentheses where an argument is expected (`Repr.addAppParen`).
    pub fn as_argument(self, prec: u32) -> Format {
        if prec >= 1024 { Format::bracket("(", self, ")") } else { self }
    }
}

impl Evaluator<'_> {
    /// A value of type `Std.Format`.
    pub(super) fn format(&mut self, t: Thunk) -> Result<Format> {
        with_stack(|| {
            let (n, fields) = self.parts(t)?;
            let field = |i: usize| {
                fields.get(i).copied().ok_or_else(|| Error::msg("internal: ill-formed `Std.Format`"))
            };
            Ok(match n.last_str() {
                "line" => Format::Line,
                "text" => Format::Text(self.string(field(0)?)?.to_string()),
                "append" => Format::Cat(vec![self.format(field(0)?)?, self.format(field(1)?)?]),
                "nest" => {
                    let (sign, k) = self.parts(field(0)?)?;
                    let k = match k.first() {
                        Some(k) => i64::try_from(&*self.nat(*k)?).unwrap_or(0),
                        None => 0,
                    };
                    let k = if sign.last_str() == "ofNat" { k } else { -k - 1 };
                    Format::Nest(k, Box::new(self.format(field(1)?)?))
                }
                "group" => {
                    let (behavior, _) = self.parts(field(1)?)?;
                    Format::Group(behavior.last_str() == "fill", Box::new(self.format(field(0)?)?))
                }
                "tag" => self.format(field(1)?)?,
                _ => Format::Cat(vec![]),
            })
        })
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Mode {
    Flat,
    Break,
    Fill,
}

/// The text of `f`.
pub(super) fn layout(f: &Format) -> String {
    let mut out = String::new();
    let mut column = 0usize;
    let mut stack: Vec<(i64, Mode, &Format)> = vec![(0, Mode::Break, f)];
    while let Some((indent, mode, f)) = stack.pop() {
        match f {
            Format::Text(s) => {
                out.push_str(s);
                column = match s.rsplit_once('\n') {
                    Some((_, last)) => last.chars().count(),
                    None => column + s.chars().count(),
                };
            }
            Format::Line => {
                let flat = mode == Mode::Flat || (mode == Mode::Fill && fits(&stack, column + 1));
                if flat {
                    out.push(' ');
                    column += 1;
                } else {
                    let n = usize::try_from(indent).unwrap_or(0);
                    out.push('\n');
                    out.push_str(&" ".repeat(n));
                    column = n;
                }
            }
            Format::Cat(parts) => stack.extend(parts.iter().rev().map(|p| (indent, mode, p))),
            Format::Nest(k, inner) => stack.push((indent + k, mode, inner)),
            Format::Group(fill, inner) => {
                stack.push((indent, Mode::Flat, inner));
                if mode != Mode::Flat && !fits(&stack, column) {
                    stack.pop();
                    stack.push((indent, if *fill { Mode::Fill } else { Mode::Break }, inner));
                }
            }
        }
    }
    out
}

/// Whether what is on the stack fits on the line up to the next line break.
fn fits(stack: &[(i64, Mode, &Format)], mut column: usize) -> bool {
    let mut below = stack.iter().rev();
    let mut todo: Vec<(Mode, &Format)> = Vec::new();
    loop {
        if column > WIDTH {
            return false;
        }
        let Some((mode, f)) = todo.pop().or_else(|| below.next().map(|(_, m, f)| (*m, *f))) else {
            return true;
        };
        match f {
            Format::Text(s) => {
                if s.contains('\n') {
                    return true;
                }
                column += s.chars().count();
            }
            Format::Line if mode == Mode::Flat => column += 1,
            Format::Line => return true,
            Format::Cat(parts) => todo.extend(parts.iter().rev().map(|p| (mode, p))),
            Format::Nest(_, inner) => todo.push((mode, inner)),
            Format::Group(_, inner) => todo.push((Mode::Flat, inner)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, layout};

    fn numbers(n: usize, fill: bool) -> Format {
        let mut parts = Vec::new();
        for i in 0..n {
            if i > 0 {
                parts.extend([Format::text(","), Format::Line]);
            }
            parts.push(Format::text(i.to_string()));
        }
        let all = Format::Cat(vec![Format::text("["), Format::Cat(parts), Format::text("]")]);
        Format::Group(fill, Box::new(Format::Nest(1, Box::new(all))))
    }

    #[test]
    fn what_fits_stays_on_one_line() {
        assert_eq!(layout(&numbers(3, true)), "[0, 1, 2]");
        assert_eq!(layout(&numbers(3, false)), "[0, 1, 2]");
    }

    #[test]
    fn a_long_list_fills_its_lines() {
        let text = layout(&numbers(60, true));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|l| l.chars().count() <= 120) && lines[1].starts_with(' '));
        assert_eq!(layout(&numbers(60, false)).lines().count(), 60);
    }
}
