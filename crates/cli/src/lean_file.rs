//! A Lean file after elaboration, with the environment at its end.

use std::rc::Rc;
use turnstile::{Diagnostic, Directives, Severity, Source};
use turnstile_elab::Env;
use turnstile_elab::command::{DeclRecord, FrontEnd};
use turnstile_kernel::{Name, Store};
use turnstile_tactic::TacticEval;

/// An elaborated file.
pub struct LeanFile {
    /// Its terms, and the library's.
    pub store: Rc<Store>,
    /// The library and what the file declares.
    pub env: Env,
    /// Its declarations, in order.
    pub records: Vec<DeclRecord>,
    /// What is to be said about it, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl LeanFile {
    /// Elaborates a file over the library.
    pub fn new(source: &Source) -> LeanFile {
        let (library, env) = turnstile_library::load();
        let store = Rc::new(Store::over(&library));
        let mut front_end = FrontEnd::new(store.clone(), env, Some(Rc::new(TacticEval)));
        let problems = turnstile::imports::load(&mut front_end, &source.path, &source.text);
        let records = front_end.process(&source.text);
        let (_, mut diagnostics) = Directives::parse(&source.text);
        diagnostics.extend(front_end.messages.iter().map(|m| {
            let severity = match m.severity {
                turnstile_elab::Severity::Error => Severity::Error,
                turnstile_elab::Severity::Warning => Severity::Warning,
                turnstile_elab::Severity::Info => Severity::Info,
            };
            Diagnostic::new(severity, m.span.start..m.span.end, m.text.clone())
        }));
        diagnostics
            .extend(problems.into_iter().map(|p| Diagnostic::error(p.span.start..p.span.end, p.message)));
        diagnostics.sort_by_key(|d| d.span.start);
        LeanFile { store, env: front_end.env().clone(), records, diagnostics }
    }

    /// Whether the file has errors.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(Diagnostic::is_error)
    }

    /// The constants that the file declares, in order, those that were made for it (such as recursors) included.
    pub fn declared(&self) -> Vec<Name> {
        let (_, library) = turnstile_library::load();
        let mut names: Vec<Name> =
            self.env.kernel.iter().map(|c| c.name()).filter(|n| !library.contains(*n)).collect();
        sort(&mut names, &self.env);
        names
    }
}

/// Brings constants in the order of their declarations.
pub fn sort(names: &mut [Name], env: &Env) {
    names.sort_by_key(|n| (env.ext.order.get(n).copied().unwrap_or(u32::MAX), *n));
}
