//! Nine lines in ten are applications, binders and constants, written the way the exporter writes them. They are read
//! here, without a JSON parser; whatever looks otherwise is left to it.

use crate::line::Info;
use smallvec::SmallVec;

/// A term line: the parts are indices.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Term {
    App { fun: u64, arg: u64 },
    Bind { binder: Binding, info: Info, name: u64, ty: u64, body: u64 },
    Const { name: u64, levels: SmallVec<[u64; 4]> },
}

#[derive(Debug, PartialEq, Eq, Clone, Copy)]
pub(crate) enum Binding {
    Lam,
    Pi,
}

/// The index that a line defines, and its term; `None` when the line is of another kind or form.
pub(crate) fn term_line(text: &[u8]) -> Option<(u64, Term)> {
    let mut rest = Cursor(text);
    rest.literal(b"{\"")?;
    let (index, term) = if rest.literal(b"ie\":").is_some() {
        let index = rest.number()?;
        rest.literal(b",\"")?;
        (index, rest.term()?)
    } else {
        let term = rest.term()?;
        rest.literal(b",\"ie\":")?;
        (rest.number()?, term)
    };
    (rest.0 == b"}").then_some((index, term))
}

struct Cursor<'t>(&'t [u8]);

impl Cursor<'_> {
    fn literal(&mut self, text: &[u8]) -> Option<()> {
        self.0 = self.0.strip_prefix(text)?;
        Some(())
    }

    /// A number as JSON has it: without leading zeros.
    fn number(&mut self) -> Option<u64> {
        let (mut number, mut digits) = (0u64, 0);
        for c in self.0 {
            let digit = c.wrapping_sub(b'0');
            // More than 18 digits may not fit.
            if digit > 9 || digits > 18 {
                break;
            }
            number = 10 * number + u64::from(digit);
            digits += 1;
        }
        if !(1..=18).contains(&digits) || (digits > 1 && self.0[0] == b'0') {
            return None;
        }
        self.0 = &self.0[digits..];
        Some(number)
    }

    fn field(&mut self, key: &[u8]) -> Option<u64> {
        self.literal(key)?;
        self.number()
    }

    fn term(&mut self) -> Option<Term> {
        let term = if self.literal(b"app\":{\"arg\":").is_some() {
            let arg = self.number()?;
            Term::App { arg, fun: self.field(b",\"fn\":")? }
        } else if self.literal(b"lam\":{").is_some() {
            self.binder(Binding::Lam)?
        } else if self.literal(b"forallE\":{").is_some() {
            self.binder(Binding::Pi)?
        } else {
            let name = self.field(b"const\":{\"name\":")?;
            self.literal(b",\"us\":[")?;
            let mut levels = SmallVec::new();
            while self.literal(b"]").is_none() {
                if !levels.is_empty() {
                    self.literal(b",")?;
                }
                levels.push(self.number()?);
            }
            Term::Const { name, levels }
        };
        self.literal(b"}")?;
        Some(term)
    }

    fn binder(&mut self, binder: Binding) -> Option<Term> {
        self.literal(b"\"binderInfo\":\"")?;
        let infos: [(&[u8], Info); 4] = [
            (b"default\"", Info::Default),
            (b"implicit\"", Info::Implicit),
            (b"instImplicit\"", Info::InstImplicit),
            (b"strictImplicit\"", Info::StrictImplicit),
        ];
        let info = infos.into_iter().find_map(|(text, info)| self.literal(text).map(|()| info))?;
        let body = self.field(b",\"body\":")?;
        let name = self.field(b",\"name\":")?;
        Some(Term::Bind { binder, info, name, ty: self.field(b",\"type\":")?, body })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_lines_are_read() {
        assert_eq!(
            term_line(br#"{"app":{"arg":1,"fn":28},"ie":9}"#),
            Some((9, Term::App { fun: 28, arg: 1 }))
        );
        assert_eq!(term_line(br#"{"ie":9,"app":{"arg":0,"fn":2}}"#), Some((9, Term::App { fun: 2, arg: 0 })));
        let bind = |binder, info| Term::Bind { binder, info, name: 9, ty: 2, body: 3 };
        assert_eq!(
            term_line(br#"{"forallE":{"binderInfo":"implicit","body":3,"name":9,"type":2},"ie":4}"#),
            Some((4, bind(Binding::Pi, Info::Implicit)))
        );
        assert_eq!(
            term_line(br#"{"ie":4,"lam":{"binderInfo":"default","body":3,"name":9,"type":2}}"#),
            Some((4, bind(Binding::Lam, Info::Default)))
        );
        for (text, levels) in [("[]", &[][..]), ("[7]", &[7]), ("[1,2,3]", &[1, 2, 3])] {
            let line = format!(r#"{{"const":{{"name":5,"us":{text}}},"ie":0}}"#);
            assert_eq!(term_line(line.as_bytes()), Some((0, Term::Const { name: 5, levels: levels.into() })));
        }
    }

    #[test]
    fn other_lines_are_left_alone() {
        for line in [
            "",
            "{",
            r#"{"app":{"arg":1,"fn":28},"ie":9} "#,
            r#"{"app":{"arg":1,"fn":28},"ie":9"#,
            r#"{"app":{"arg":1,"fn":28},"ie":}"#,
            r#"{"app":{"arg":01,"fn":28},"ie":9}"#,
            r#"{"app":{"arg":-1,"fn":28},"ie":9}"#,
            r#"{"app":{"arg":1e3,"fn":28},"ie":9}"#,
            r#"{"app":{"arg":1,"fn":18446744073709551616},"ie":9}"#,
            r#"{"app":{"fn":1,"arg":28},"ie":9}"#,
            r#"{"app":{"arg":1,"fn":28},"ie":9,"ie":10}"#,
            r#"{"ie":9,"app":{"arg":1,"fn":28},"ie":9}"#,
            r#"{"const":{"name":5,"us":[1,]},"ie":0}"#,
            r#"{"const":{"name":5,"us":[,1]},"ie":0}"#,
            r#"{"const":{"name":5,"us":[1 ]},"ie":0}"#,
            r#"{"lam":{"binderInfo":"defaults","body":3,"name":9,"type":2},"ie":4}"#,
            r#"{"bvar":0,"ie":1}"#,
        ] {
            assert_eq!(term_line(line.as_bytes()), None, "{line}");
        }
    }
}
