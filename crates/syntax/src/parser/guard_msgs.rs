//! `#guard_msgs`: a command together with the messages that it should give.

use super::{P, PResult};
use crate::ast::{CommandKind, DocComment, GuardOption};

impl P<'_> {
    /// Whether the next token is written `s`.
    pub(super) fn text_is(&mut self, s: &str) -> bool {
        let t = self.peek();
        self.text(t) == s
    }

    /// `#guard_msgs (info, drop all, whitespace := lax) in cmd`
    pub(super) fn guard_msgs(&mut self, doc: Option<DocComment>) -> PResult<CommandKind> {
        let keyword_span = self.bump().span;
        let spec = if self.at("(") {
            self.bump();
            self.comma_list(")", Self::guard_option)?
        } else {
            Vec::new()
        };
        self.expect("in")?;
        let command = Box::new(self.command()?);
        Ok(CommandKind::GuardMsgs { doc, spec, keyword_span, command })
    }

    fn guard_option(&mut self) -> PResult<GuardOption> {
        let first = self.raw_ident()?.text();
        if self.eat(":=") {
            let value = self.raw_ident()?.text();
            return Ok(GuardOption::Setting { name: first, value });
        }
        match first.as_str() {
            "check" | "drop" | "pass" => {
                let severity = self.raw_ident()?.text();
                Ok(GuardOption::Filter { action: first, severity })
            }
            _ => Ok(GuardOption::Filter { action: "check".to_owned(), severity: first }),
        }
    }
}
