//! Commands about what is in scope: `namespace`, `section`, `open`, `variable`, `universe`, `set_option`.

use crate::elab::Elab;
use crate::error::Result;
use crate::term::ident_name;
use std::sync::Arc;
use turnstile_kernel::{Declaration, Name};
use turnstile_syntax::{Binder, Command, CommandKind, Ident, OpenKind, SetOption, Span};

/// Options that are known, besides those with a known prefix; others are refused.
const OPTIONS: &[&str] = &[
    "allowUnsafeReducibility",
    "autoImplicit",
    "compiler.extract_closed",
    "diagnostics",
    "eval.pp",
    "eval.type",
    "exponentiation.threshold",
    "guard_msgs.diff",
    "hygiene",
    "maxUniverseOffset",
    "quotPrecheck",
    "smartUnfolding",
    "structureDiamondWarning",
    "tactic.hygienic",
    "warn.sorry",
    "checkBinderAnnotations",
    "linter.unusedVariables",
    "maxHeartbeats",
    "maxRecDepth",
    "pp.all",
    "pp.explicit",
    "pp.funBinderTypes",
    "pp.notation",
    "pp.proofs",
    "pp.universes",
    "relaxedAutoImplicit",
    "trace.Meta.synthInstance",
];

impl Elab {
    /// Carries out a command that declares nothing.
    ///
    /// # Errors
    /// When it does not apply here.
    pub(crate) fn elab_command(&mut self, c: &Command) -> Result<()> {
        match &c.kind {
            CommandKind::Prelude | CommandKind::ModuleDoc(_) => Ok(()),
            CommandKind::Import(id) => self.import(id),
            CommandKind::Namespace(id) => {
                for part in &id.parts {
                    self.scope.push(Name::anon().str(part), true);
                    self.register_namespace(self.scope.namespace);
                    self.activate_scoped(self.scope.namespace);
                }
                Ok(())
            }
            CommandKind::Section { name, .. } => {
                match name {
                    Some(id) => id.parts.iter().for_each(|p| self.scope.push(Name::anon().str(p), false)),
                    None => self.scope.push(Name::anon(), false),
                }
                Ok(())
            }
            CommandKind::End(name) => self.end_scope(name.as_ref(), c.span),
            CommandKind::Open(o) => {
                if let OpenKind::Simple(ids) | OpenKind::Scoped(ids) = &o.kind {
                    for ns in ids.iter().flat_map(|id| self.resolve_namespace(id)).collect::<Vec<_>>() {
                        self.activate_scoped(ns);
                    }
                }
                self.apply_open(o).map_err(|e| e.at(o.span))
            }
            CommandKind::Export(ns, names) => self.apply_export(ns, names),
            CommandKind::Universe(ids) => self.declare_universes(ids),
            CommandKind::Variable(bs) => self.elab_variable(bs),
            CommandKind::Include(ids) => self.include(ids),
            CommandKind::Omit(bs) => self.omit(bs),
            CommandKind::Attribute(attrs, ids) => {
                for id in ids {
                    let decl = self.resolve_const(id)?;
                    self.apply_attributes(decl, attrs)?;
                }
                Ok(())
            }
            CommandKind::DerivingInstance(classes, types) => {
                for t in types {
                    let name = self.resolve_const(t)?;
                    self.derive(name, classes)?;
                }
                Ok(())
            }
            CommandKind::SetOption(o) => self.set_option(o),
            CommandKind::Notation { .. } | CommandKind::Grammar { .. } => Ok(()),
            CommandKind::InitQuot => {
                self.m.env.add_decl(&self.m.st, &Declaration::Quot)?;
                self.register_namespace(Name::new("Quot"));
                Ok(())
            }
            CommandKind::Check(t) => self.check_command(t),
            CommandKind::CheckFailure(t) => self.check_failure_command(t),
            CommandKind::Print(id) => self.print_command(id),
            CommandKind::PrintAxioms(id) => self.print_axioms_command(id),
            CommandKind::Reduce(t) => self.reduce_command(t),
            CommandKind::Eval(t) => {
                self.refuse_sorry(t, c.span)?;
                self.eval_command(t)
            }
            CommandKind::Synth(t) => self.synth_command(t),
            CommandKind::Guard(t) => self.guard_command(t),
            CommandKind::Unsupported { keyword } => {
                Err(self.unsupported(c.span, &format!("the command `{keyword}`")))
            }
            CommandKind::Mutual(_)
            | CommandKind::Def(_)
            | CommandKind::Inductive(_)
            | CommandKind::Structure(_)
            | CommandKind::GuardMsgs { .. }
            | CommandKind::Macro(_)
            | CommandKind::In(..) => Err(self.text_error(c.span, "a declaration cannot stand here")),
        }
    }

    /// The library is always loaded; the user's own files are read before this one, by whoever runs the front end.
    fn import(&mut self, id: &Ident) -> Result<()> {
        if is_library_module(id) || self.modules.contains(&id.text()) {
            return Ok(());
        }
        let first = id.parts.first().map_or("", String::as_str);
        let text = format!(
            "unknown module prefix '{first}'\n\nNo directory '{first}' or file '{}.lean' in the search path entries",
            id.parts.join("/")
        );
        Err(self.text_error(id.span, text))
    }

    fn end_scope(&mut self, name: Option<&Ident>, span: Span) -> Result<()> {
        let parts: Vec<Name> = match name {
            Some(id) => id.parts.iter().rev().map(|p| Name::anon().str(p)).collect(),
            None => vec![Name::anon()],
        };
        if let Some(text) = self.end_error(name, &parts) {
            return Err(self.text_error(span, text));
        }
        for _ in parts {
            self.scope.pop();
        }
        self.end_local_attributes();
        Ok(())
    }

    /// Why the innermost scopes cannot be ended by `end name`; `parts` is the name, innermost first.
    fn end_error(&self, name: Option<&Ident>, parts: &[Name]) -> Option<String> {
        let names: Vec<Name> = self.scope.stack.iter().map(|f| f.name).collect();
        let Some(last) = names.last() else {
            return Some(
                "Invalid `end`: There is no current scope to end\n\nNote: Scopes are introduced using `namespace` and \
                 `section`"
                    .to_owned(),
            );
        };
        let Some(id) = name else {
            return (!last.is_anon()).then(|| {
                format!("Missing name after `end`: Expected the current scope name `{last}`\n\nHint: To end the current \
                         scope `{last}`, specify its name:\n  end ̲{}", underlined(&last.to_string()))
            });
        };
        if names.iter().rev().zip(parts).all(|(a, b)| a == b) && names.len() >= parts.len() {
            return None;
        }
        if last.is_anon() {
            return Some(format!(
                "Unexpected name `{}` after `end`: The current section is unnamed\n\nHint: Delete the name `{}` to end \
                 the current unnamed scope; outer named scopes can then be closed using additional `end` command(s):\n  \
                 end ̵{}",
                id.text(),
                id.text(),
                id.text().chars().flat_map(|c| [c, '\u{335}']).collect::<String>()
            ));
        }
        let named: Vec<Name> = names.iter().rev().take_while(|n| !n.is_anon()).copied().collect();
        if parts.len() > named.len() {
            return Some(format!("Invalid name after `end`: `{}` contains too many components", id.text()));
        }
        let dotted =
            |ns: &mut dyn Iterator<Item = &Name>| ns.map(ToString::to_string).collect::<Vec<_>>().join(".");
        let expected = dotted(&mut named[..parts.len()].iter().rev());
        let note = if named.len() > 1 && parts.len() < named.len() {
            format!("\n\nNote: The current scopes are `{}`", dotted(&mut named.iter().rev()))
        } else {
            String::new()
        };
        Some(format!("Invalid name after `end`: Expected `{expected}`, but found `{}`{note}", id.text()))
    }

    fn declare_universes(&mut self, ids: &[Ident]) -> Result<()> {
        for id in ids {
            let n = ident_name(id);
            if self.scope.universes.contains(&n) {
                return Err(self
                    .text_error(id.span, format!("a universe level named `{n}` has already been declared")));
            }
            Arc::make_mut(&mut self.scope.universes).push(n);
        }
        Ok(())
    }

    fn is_variable(&self, id: &Ident) -> bool {
        self.scope
            .variables
            .iter()
            .flat_map(|b| &b.names)
            .any(|n| n.ident().is_some_and(|i| i.parts == id.parts))
    }

    fn include(&mut self, ids: &[Ident]) -> Result<()> {
        for id in ids {
            if !self.is_variable(id) {
                return Err(self.text_error(
                    id.span,
                    format!(
                        "invalid 'include', variable `{}` has not been declared in the current scope",
                        id.text()
                    ),
                ));
            }
            Arc::make_mut(&mut self.scope.included).push(ident_name(id));
        }
        Ok(())
    }

    fn omit(&mut self, bs: &[Binder]) -> Result<()> {
        for b in bs {
            for n in &b.names {
                let Some(id) = n.ident() else { continue };
                if !self.is_variable(id) {
                    return Err(self.text_error(
                        id.span,
                        format!("invalid 'omit', '{}' has not been declared in the current scope", id.text()),
                    ));
                }
                let name = ident_name(id);
                Arc::make_mut(&mut self.scope.included).retain(|i| *i != name);
                Arc::make_mut(&mut self.scope.omitted).push(name);
            }
        }
        Ok(())
    }

    fn set_option(&mut self, o: &SetOption) -> Result<()> {
        let name = ident_name(&o.name);
        self.check_option(o)?;
        self.scope.set_option(name, o.value.clone());
        Ok(())
    }

    /// Refuses options that nobody knows, and values of another type than that of the option.
    pub(crate) fn check_option(&self, o: &SetOption) -> Result<()> {
        let name = ident_name(&o.name);
        let text = name.as_str();
        let known = OPTIONS.contains(&text)
            || [
                "trace.",
                "linter.",
                "pp.",
                "profiler",
                "synthInstance.",
                "Elab.",
                "backward.",
                "debug.",
                "weak.",
            ]
            .iter()
            .any(|p| text.starts_with(p));
        if !known {
            return Err(self.text_error(o.name.span, format!("Unknown option `{text}`")));
        }
        let is_flag = matches!(o.value.as_str(), "true" | "false");
        let wants_flag = self.scope_default(text);
        if wants_flag && !is_flag {
            let (shown, ty) = match o.value.parse::<u64>() {
                Ok(n) => (n.to_string(), "Nat"),
                Err(_) => (format!("\"{}\"", o.value), "String"),
            };
            return Err(self.text_error(
                o.span,
                format!(
                    "set_option value type mismatch: The value\n  {shown}\nhas type\n  {ty}\nbut the option `{text}` \
                     expects a value of type\n  Bool"
                ),
            ));
        }
        Ok(())
    }

    /// Whether the option is a Boolean.
    fn scope_default(&self, text: &str) -> bool {
        const NUMBERS: [&str; 4] =
            ["pp.maxDepth", "pp.maxSteps", "pp.deepTerms.threshold", "pp.proofs.threshold"];
        matches!(text, "autoImplicit" | "relaxedAutoImplicit" | "checkBinderAnnotations" | "diagnostics")
            || (text.starts_with("pp.") || text.starts_with("linter.")) && !NUMBERS.contains(&text)
    }
}

/// Each character underlined, as Lean marks text that is to be added.
fn underlined(text: &str) -> String {
    text.chars().flat_map(|c| [c, '\u{332}']).collect()
}

/// Whether `import id` asks for the library, which is always there.
#[must_use]
pub fn is_library_module(id: &Ident) -> bool {
    matches!(id.parts.first().map(String::as_str), Some("Turnstile" | "Init" | "Std" | "Lean"))
}
