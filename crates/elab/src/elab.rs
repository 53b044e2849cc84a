//! The state of elaboration: from syntax to terms, with the problems that wait for more information.
//!
//! [`Elab`] is what the term elaborator (`term`), the commands and the tactic evaluator share. A term is elaborated in
//! two phases: [`Elab::elab_term`] builds it with holes and notes pending problems (instances, postponed subterms,
//! coercions, tactic blocks); [`Elab::synthesize`] solves them.

use crate::env::Env;
use crate::error::{Error, Piece, Result};
use crate::meta::{LocalContext, Meta, MetavarContext, Saved};
use crate::scope::Scope;
use rustc_hash::FxHashMap;
use std::rc::Rc;
use turnstile_kernel::{Expr, FVarId, MVarId, Name, Store};
use turnstile_syntax::{Span, TacticSeq, Term};

/// How bad a message is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Severity {
    /// The declaration is not accepted.
    Error,
    /// Worth knowing: a `sorry`, an unused option.
    Warning,
    /// The answer of a command such as `#check`.
    Info,
}

/// A message for the user, already rendered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Message {
    /// How bad it is.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// The text, lines separated by `\n`.
    pub text: String,
}

/// A `sorry` that was met: a goal somebody may still prove.
#[derive(Clone)]
pub struct SorrySite {
    /// The `sorry` itself.
    pub span: Span,
    /// Whether it is a tactic.
    pub in_tactic: bool,
    /// The hypotheses there.
    pub lctx: LocalContext,
    /// The type that is asked for.
    pub ty: Expr,
    /// What the metavariables of `lctx` and `ty` stand for.
    pub mctx: MetavarContext,
}

/// Runs tactic blocks. The crate of tactics provides it, so that the elaborator does not depend on it.
pub trait TacticRunner {
    /// Proves `goal`, an opaque metavariable, by running `seq` in its context: assigns it or fails.
    ///
    /// # Errors
    /// When a tactic fails or goals are left.
    fn run(&self, e: &mut Elab, goal: MVarId, seq: &TacticSeq) -> Result<()>;

    /// As [`run`](TacticRunner::run), on several goals at once.
    ///
    /// # Errors
    /// When a tactic fails or goals are left.
    fn run_all(&self, e: &mut Elab, goals: &[MVarId], seq: &TacticSeq) -> Result<()>;
}

/// How hard [`Elab::synthesize`] tries.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SynthMode {
    /// Only what can be done now; the rest waits. Never an error about something that is merely stuck.
    NoPostpone,
    /// Default instances too, and postponed terms are forced; instances and coercions that are stuck may wait.
    Partial,
    /// Everything: default instances, tactic blocks, and errors for what is stuck.
    Final,
}

/// A problem that waits for more information.
#[derive(Clone)]
pub(crate) struct Pending {
    /// The hole it will fill.
    pub mvar: MVarId,
    /// Where to report.
    pub span: Span,
    /// What is to be done.
    pub kind: PendingKind,
}

/// The kinds of [`Pending`] problems.
#[derive(Clone)]
pub(crate) enum PendingKind {
    /// An instance to be found.
    Instance,
    /// A term whose elaboration needs a better known expected type.
    Term { term: Rc<Term>, scope: Scope, auto_bound: bool },
    /// `e` is to be coerced to the type of the hole.
    Coe { e: Expr, expected: Expr },
    /// A `by` block.
    Tactic { seq: Rc<TacticSeq>, scope: Scope },
}

/// Names that are bound on first use in a header.
#[derive(Clone, Copy, Default)]
pub(crate) struct AutoBound {
    /// Whether unknown names may be bound now.
    pub enabled: bool,
    /// Whether unknown universe levels may be bound now, even where names may not.
    pub levels: bool,
    /// The unknown name that was just met: the error that carries it is caught by [`Elab::with_auto_bound`].
    pub request: Option<Name>,
}

/// The state of elaboration.
pub struct Elab {
    /// Terms, holes, hypotheses, unification.
    pub m: Meta,
    /// Namespace, `open`, `variable`, options.
    pub scope: Scope,
    /// Universe parameters of the declaration being elaborated (those of the scope not included).
    pub level_names: Vec<Name>,
    /// The text that is being elaborated.
    pub source: Rc<str>,
    /// Messages so far.
    pub messages: Vec<Message>,
    /// Every `sorry` met since the caller last took them.
    pub sorries: Vec<SorrySite>,
    /// What runs tactic blocks.
    pub tactics: Option<Rc<dyn TacticRunner>>,
    /// Full names of the local variables that stand for functions being defined.
    pub aux_decls: FxHashMap<FVarId, Name>,
    /// The declaration being elaborated: the prefix of auxiliary names.
    pub decl_name: Name,
    /// Set while patterns are elaborated: numerals stay literals, unknown names become variables elsewhere.
    pub in_pattern: bool,
    /// What the patterns being elaborated named.
    pub(crate) pattern_notes: crate::matching::PatternNotes,
    /// Set while a tactic block runs.
    pub in_tactic: bool,
    /// Whether a tactic may report an error itself and go on. Off where a failure decides what is tried next.
    pub recover: bool,
    pub(crate) pending: Vec<Pending>,
    pub(crate) may_postpone: bool,
    pub(crate) auto_bound: AutoBound,
    /// `?x` of the source.
    pub(crate) named_holes: FxHashMap<Name, MVarId>,
    /// Where each hole comes from, for "don't know how to synthesize".
    pub(crate) hole_origin: FxHashMap<MVarId, HoleOrigin>,
    /// How many constants there were at first: those of the library.
    pub(crate) library_size: u32,
    /// Files that were read already, by the names that `import` gives them.
    pub modules: std::collections::BTreeSet<String>,
    /// Whether unknown names in the header being elaborated are reported one by one, and whether one was.
    pub(crate) recovery: Option<bool>,
    /// Counter for inaccessible names.
    pub(crate) fresh: u64,
    /// How many expansions of macros enclose this place.
    pub(crate) macro_depth: usize,
    /// Equations of the definition being elaborated, to be proved once it is declared.
    pub(crate) open_equations: Vec<crate::matching::clauses::OpenEquation>,
    /// What takes back `local` attributes, with the number of sections that were open.
    pub(crate) local_attrs: Vec<(usize, crate::command::Undo)>,
}

/// Where a hole comes from.
#[derive(Clone)]
pub(crate) enum HoleOrigin {
    /// `_`
    Placeholder(Span),
    /// The implicit argument `name` of `f`.
    Implicit { span: Span, name: Name, f: Expr },
    /// The type of a binder.
    BinderType(Span),
}

/// A point to come back to.
#[derive(Clone)]
pub struct Checkpoint {
    meta: Saved,
    pending: Vec<Pending>,
    messages: usize,
    sorries: usize,
    level_names: usize,
}

impl Elab {
    /// An elaborator over `env`, at the top of a file.
    #[must_use]
    pub fn new(st: Rc<Store>, env: Env) -> Elab {
        let library_size = env.ext.count;
        Elab {
            m: Meta::new(st, env),
            scope: Scope::default(),
            level_names: Vec::new(),
            messages: Vec::new(),
            sorries: Vec::new(),
            tactics: None,
            source: "".into(),
            aux_decls: FxHashMap::default(),
            decl_name: Name::anon(),
            in_pattern: false,
            pattern_notes: crate::matching::PatternNotes::default(),
            in_tactic: false,
            recover: false,
            pending: Vec::new(),
            may_postpone: true,
            auto_bound: AutoBound::default(),
            named_holes: FxHashMap::default(),
            hole_origin: FxHashMap::default(),
            library_size,
            modules: std::collections::BTreeSet::new(),
            recovery: None,
            fresh: 0,
            macro_depth: 0,
            local_attrs: Vec::new(),
            open_equations: Vec::new(),
        }
    }

    /// Forgets holes, hypotheses and pending problems: call between declarations. Environment, scope and messages stay.
    pub fn reset(&mut self) {
        self.m.mctx = MetavarContext::default();
        self.m.lctx = LocalContext::default();
        self.m.postponed_levels.clear();
        // What instance search found may be out of date after a new declaration.
        self.m.clear_caches();
        self.level_names.clear();
        self.aux_decls.clear();
        self.pending.clear();
        self.may_postpone = true;
        self.auto_bound = AutoBound::default();
        self.named_holes.clear();
        self.hole_origin.clear();
        self.open_equations.clear();
        self.in_pattern = false;
        self.in_tactic = false;
    }

    /// A point to come back to.
    #[must_use]
    pub fn checkpoint(&self) -> Checkpoint {
        Checkpoint {
            meta: self.m.save(),
            pending: self.pending.clone(),
            messages: self.messages.len(),
            sorries: self.sorries.len(),
            level_names: self.level_names.len(),
        }
    }

    /// Goes back to `c`.
    pub fn rollback(&mut self, c: &Checkpoint) {
        self.m.restore(&c.meta);
        self.pending.clone_from(&c.pending);
        self.messages.truncate(c.messages);
        self.sorries.truncate(c.sorries);
        self.level_names.truncate(c.level_names);
    }

    /// Runs `f`; when it fails, undoes what it did. Resource errors and requests to postpone or to bind a name pass.
    ///
    /// # Errors
    /// Errors that must not be swallowed.
    pub fn observing<R>(
        &mut self,
        f: impl FnOnce(&mut Elab) -> Result<R>,
    ) -> Result<std::result::Result<R, Error>> {
        let c = self.checkpoint();
        let recover = std::mem::replace(&mut self.recover, false);
        let r = f(self);
        self.recover = recover;
        match r {
            Ok(r) => Ok(Ok(r)),
            Err(e) if e.is_resource() || e.is_postpone() || self.auto_bound.request.is_some() => Err(e),
            Err(e) => {
                self.rollback(&c);
                Ok(Err(e))
            }
        }
    }

    /// A name no user text can refer to, printed `base✝`.
    pub fn fresh_inaccessible(&mut self, base: &str) -> Name {
        self.fresh += 1;
        Name::anon().str(base).num(self.fresh)
    }

    /// Logs an error; it is rendered now. Logged-already errors are dropped.
    pub fn log_error(&mut self, e: Error, span: Span) {
        if e.0.kind == crate::ErrorKind::Logged {
            return;
        }
        let at = e.0.span.unwrap_or(span);
        self.print_in_scope();
        let text = self.m.render(&e);
        self.messages.push(Message { severity: Severity::Error, span: at, text });
    }

    /// Logs a text.
    pub fn log(&mut self, severity: Severity, span: Span, text: impl Into<String>) {
        self.messages.push(Message { severity, span, text: text.into() });
    }

    /// Whether an error was logged.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.messages.iter().any(|m| m.severity == Severity::Error)
    }

    /// An error at `span` that shows terms in the current context.
    pub(crate) fn error_at(&self, span: Span, pieces: Vec<Piece>) -> Error {
        self.m.error(pieces).at(span)
    }

    /// An error `text` at `span`.
    pub(crate) fn text_error(&self, span: Span, text: impl Into<String>) -> Error {
        Error::msg(text).at(span)
    }

    /// An error for a form of the language that is not supported.
    pub(crate) fn unsupported(&self, span: Span, what: &str) -> Error {
        Error::msg(format!("{what} is not supported yet")).at(span)
    }

    /// Records a `sorry` of type `ty` at `span` in the current context.
    pub fn record_sorry(&mut self, span: Span, ty: Expr) {
        let (lctx, mctx) = (self.m.lctx.clone(), self.m.mctx.clone());
        self.sorries.push(SorrySite { span, in_tactic: self.in_tactic, lctx, ty, mctx });
    }

    /// Elaborates `t` completely: no holes are left in the result.
    ///
    /// # Errors
    /// When the term is wrong or something in it cannot be found.
    pub fn elab_closed(&mut self, t: &Term, expected: Option<Expr>) -> Result<Expr> {
        let e = match expected {
            Some(ty) => self.elab_term_ensuring_type(t, ty)?,
            None => self.elab_term(t, None)?,
        };
        self.synthesize(SynthMode::Final)?;
        let e = self.m.instantiate(e);
        self.check_no_holes(e, t.span)?;
        Ok(e)
    }
}
