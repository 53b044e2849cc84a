//! The file driver: command by command, each against everything above it.

use super::definition::DefOutcome;
use crate::elab::{Elab, Message, Severity, SorrySite, TacticRunner};
use crate::env::Env;
use crate::error::Result;
use crate::meta::LocalContext;
use crate::scope::Scope;
use std::rc::Rc;
use std::sync::Arc;
use turnstile_kernel::{Expr, Name, Store, with_stack};
use turnstile_syntax::{
    AttrArg, Command, CommandKind, DefKeyword, Definition, Inductive, NotationTable, Parser, Span, Term,
    TermKind,
};

/// What kind of declaration a [`DeclRecord`] is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DeclKind {
    /// `def`, `abbrev`, `opaque`
    Definition,
    /// `theorem`, `lemma`
    Theorem,
    /// `example`
    Example,
    /// `instance`
    Instance,
    /// `axiom`
    Axiom,
    /// `inductive`
    Inductive,
    /// `structure`, `class`
    Structure,
}

/// A declaration of the file, with everything needed to attack its `sorry`s or to replace it.
#[derive(Clone)]
pub struct DeclRecord {
    /// The constant.
    pub name: Name,
    /// Which kind.
    pub kind: DeclKind,
    /// The whole declaration.
    pub span: Span,
    /// From the keyword to the end of the type.
    pub header_span: Span,
    /// The `sorry`s in it.
    pub sorries: Vec<SorrySite>,
    /// Everything declared above.
    pub env_before: Env,
    /// What is in scope there.
    pub scope_before: Scope,
    /// Everything declared above and by it; an `example` is in here and nowhere else.
    pub env_after: Env,
    /// Its closed type.
    pub statement: Option<Expr>,
    /// How many binders of the statement the header introduces: section variables, and what stands before the colon.
    pub header: usize,
    /// Its universe parameters.
    pub level_params: Vec<Name>,
    /// Whether it was accepted without errors; a `sorry` is no error.
    pub ok: bool,
}

/// Elaborates files.
pub struct FrontEnd {
    /// The elaborator, whose environment and scope grow with every command.
    pub elab: Elab,
    /// The messages of the last [`process`](FrontEnd::process).
    pub messages: Vec<Message>,
    /// Steps of work that one command may cost.
    pub command_fuel: u64,
}

/// Steps of work that one command may cost, unless the caller says otherwise.
const COMMAND_FUEL: u64 = 30_000_000;

impl FrontEnd {
    /// A front end over `env`; `tactics` runs `by` blocks.
    #[must_use]
    pub fn new(st: Rc<Store>, env: Env, tactics: Option<Rc<dyn TacticRunner>>) -> FrontEnd {
        let mut elab = Elab::new(st, env);
        elab.tactics = tactics;
        elab.recover = true;
        FrontEnd { elab, messages: Vec::new(), command_fuel: COMMAND_FUEL }
    }

    /// What is declared so far.
    #[must_use]
    pub fn env(&self) -> &Env {
        &self.elab.m.env
    }

    /// Elaborates a file to its end. Errors are messages; one bad command does not stop the rest.
    pub fn process(&mut self, src: &str) -> Vec<DeclRecord> {
        self.process_with(src, |_, _| {})
    }

    /// As [`process`](FrontEnd::process); `after` is told of every command.
    pub fn process_with(&mut self, src: &str, mut after: impl FnMut(&mut Elab, &Command)) -> Vec<DeclRecord> {
        self.elab.messages.clear();
        self.elab.source = src.into();
        let mut records = Vec::new();
        let mut parser = Parser::new(src);
        let mut table = (*self.elab.m.env.ext.notations).clone();
        let depth = self.elab.scope.stack.len();
        while let Some(c) = self.next(&mut parser, &mut table, &mut records) {
            after(&mut self.elab, &c);
        }
        self.finish(parser, table, depth);
        self.messages = std::mem::take(&mut self.elab.messages);
        self.messages.sort_by_key(|m| m.span.start);
        records
    }

    /// Elaborates the next command of a file.
    pub(super) fn next(
        &mut self,
        parser: &mut Parser<'_>,
        table: &mut NotationTable,
        records: &mut Vec<DeclRecord>,
    ) -> Option<Command> {
        let c = parser.next_command(table)?;
        if changes_grammar(&c, table, &self.elab.m.env.ext.notations) {
            self.elab.m.env.ext.notations = Arc::new(table.clone());
        }
        self.run(&c, records);
        Some(c)
    }

    /// What is to be done at the end of a file, `depth` scopes of which were open before it.
    pub(super) fn finish(&mut self, mut parser: Parser<'_>, mut table: NotationTable, depth: usize) {
        for e in parser.take_errors() {
            self.elab.log(Severity::Error, e.span, e.message);
        }
        while self.elab.scope.stack.len() > depth {
            self.elab.scope.pop();
        }
        self.elab.undo_attributes_after(0);
        self.elab.end_private_names();
        table.end_file();
        self.elab.m.env.ext.notations = Arc::new(table);
    }

    /// Runs one command; a declaration is recorded.
    fn run(&mut self, c: &Command, records: &mut Vec<DeclRecord>) {
        self.elab.m.budget.fuel = self.command_fuel;
        self.run_inner(c, records);
    }

    fn run_inner(&mut self, c: &Command, records: &mut Vec<DeclRecord>) {
        let e = &mut self.elab;
        e.reset();
        e.print_in_scope();
        e.sorries.clear();
        let mut outer = None;
        let attributes = e.local_attrs.len();
        let mut inner = c;
        // `open A in`, `set_option o v in`: the scope holds for the command that follows only.
        while let CommandKind::In(first, second) = &inner.kind {
            outer.get_or_insert_with(|| e.scope.clone());
            if let Err(err) = e.elab_command(first) {
                e.log_error(err, first.span);
            }
            e.print_in_scope();
            inner = second;
        }
        let traced = e.scope.flag("trace.Meta.synthInstance", false);
        e.m.instance_trace = traced.then(Default::default);
        match declaration(inner) {
            Some((kind, header_span, name_span)) => {
                let (env_before, scope_before) = (e.m.env.clone(), e.scope.clone());
                let errors = e.messages.iter().filter(|m| m.severity == Severity::Error).count();
                let mut out = DefOutcome::new();
                if let Err(err) = e.elab_declaration(inner, &mut out) {
                    e.log_error(err, name_span);
                    e.reset();
                    e.add_failed_theorem(&out);
                }
                e.scope = scope_before.clone();
                let env_after = e.m.env.clone();
                if kind == DeclKind::Example {
                    e.m.env = env_before.clone();
                }
                let sorries = std::mem::take(&mut e.sorries);
                if !sorries.is_empty() {
                    e.log(Severity::Warning, name_span, "declaration uses `sorry`");
                }
                let failed = e.messages.iter().filter(|m| m.severity == Severity::Error).count() > errors;
                records.push(DeclRecord {
                    name: out.name,
                    kind,
                    span: inner.span,
                    header_span,
                    sorries,
                    env_before,
                    scope_before,
                    env_after,
                    statement: out.statement,
                    header: out.header,
                    level_params: out.level_params,
                    ok: out.added && !failed,
                });
            }
            None => {
                if let CommandKind::Mutual(cs) = &inner.kind {
                    self.run_mutual(cs, inner.span, records);
                } else if let CommandKind::GuardMsgs { doc, spec, keyword_span, command } = &inner.kind {
                    let outside = std::mem::take(&mut self.elab.messages);
                    let before = records.len();
                    with_stack(|| self.run_inner(command, records));
                    // What is expected to be unproved is no task for anybody.
                    records[before..].iter_mut().for_each(|r| r.sorries.clear());
                    let given = std::mem::replace(&mut self.elab.messages, outside);
                    self.elab.judge_messages(doc.as_ref(), spec, *keyword_span, given);
                } else if let CommandKind::Macro(n) = &inner.kind {
                    self.run_macro(n, records);
                } else if let Err(err) = self.elab.elab_command(inner) {
                    self.elab.log_error(err, inner.span);
                }
            }
        }
        if let Some(text) = self.elab.m.instance_trace.take().and_then(|t| t.render()) {
            self.elab.log(Severity::Info, inner.span, text);
        }
        if let Some(s) = outer {
            self.elab.undo_attributes_after(attributes);
            self.elab.scope = s;
        }
    }

    /// Runs the commands that a macro stands for.
    fn run_macro(&mut self, n: &turnstile_syntax::MacroNode, records: &mut Vec<DeclRecord>) {
        let found = match self.elab.expand_macro(n) {
            Ok(found) => found,
            Err(err) => return self.elab.log_error(err, n.span),
        };
        let commands = found.into_iter().find_map(|t| match t {
            turnstile_syntax::Template::Commands(cs) => Some(cs),
            _ => None,
        });
        let before = records.len();
        if let Err(err) = self.elab.enter_macro(n) {
            return self.elab.log_error(err, n.span);
        }
        for c in commands.unwrap_or_default() {
            with_stack(|| self.run_inner(&c, records));
        }
        self.elab.leave_macro();
        // There is no text to put a proof into.
        records[before..].iter_mut().for_each(|r| r.sorries.clear());
    }

    fn run_mutual(&mut self, cs: &[Command], span: Span, records: &mut Vec<DeclRecord>) {
        let group: Option<Vec<&Inductive>> = cs
            .iter()
            .map(|c| match &c.kind {
                CommandKind::Inductive(i) => Some(&**i),
                _ => None,
            })
            .collect();
        match group {
            Some(group) if !group.is_empty() => {
                let e = &mut self.elab;
                let scope = e.scope.clone();
                if let Err(err) = e.elab_inductives(&group, &mut DefOutcome::new()) {
                    e.log_error(err, span);
                }
                e.scope = scope;
            }
            _ => self.run_mutual_definitions(cs, span, records),
        }
    }

    /// A block of definitions and theorems; blocks of other things are taken one by one.
    fn run_mutual_definitions(&mut self, cs: &[Command], span: Span, records: &mut Vec<DeclRecord>) {
        let group: Option<Vec<&Definition>> = cs
            .iter()
            .map(|c| match &c.kind {
                CommandKind::Def(d) => Some(&**d),
                _ => None,
            })
            .collect();
        let Some(group) = group.filter(|g| g.len() > 1) else {
            for c in cs {
                self.run(c, records);
            }
            return;
        };
        let e = &mut self.elab;
        let (env_before, scope_before) = (e.m.env.clone(), e.scope.clone());
        let errors = e.messages.iter().filter(|m| m.severity == Severity::Error).count();
        let mut outs: Vec<DefOutcome> = group.iter().map(|_| DefOutcome::new()).collect();
        if let Err(err) = e.elab_mutual_command(&group, &mut outs) {
            e.log_error(err, span);
            e.reset();
            e.m.env = env_before.clone();
            outs.iter_mut().for_each(|o| o.added = false);
        }
        e.scope = scope_before.clone();
        let sorries = std::mem::take(&mut e.sorries);
        if !sorries.is_empty() {
            let at = group[0].name.as_ref().map_or(group[0].keyword_span, |n| n.name.span);
            e.log(Severity::Warning, at, "declaration uses 'sorry'");
        }
        let failed = e.messages.iter().filter(|m| m.severity == Severity::Error).count() > errors;
        for (c, out) in cs.iter().zip(outs) {
            let Some((kind, header_span, _)) = declaration(c) else { continue };
            // The parts of a block cannot be proved one by one, so their `sorry`s are nobody's targets.
            records.push(DeclRecord {
                name: out.name,
                kind,
                span: c.span,
                header_span,
                sorries: Vec::new(),
                env_before: env_before.clone(),
                scope_before: scope_before.clone(),
                env_after: e.m.env.clone(),
                statement: out.statement,
                header: out.header,
                level_params: out.level_params,
                ok: out.added && !failed,
            });
        }
    }
}

/// The kind, header and name of a command that declares something.
fn declaration(c: &Command) -> Option<(DeclKind, Span, Span)> {
    match &c.kind {
        CommandKind::Def(d) => {
            let kind = match d.keyword {
                DefKeyword::Def | DefKeyword::Abbrev | DefKeyword::Opaque => DeclKind::Definition,
                DefKeyword::Theorem => DeclKind::Theorem,
                DefKeyword::Example => DeclKind::Example,
                DefKeyword::Instance => DeclKind::Instance,
                DefKeyword::Axiom => DeclKind::Axiom,
            };
            Some((kind, d.header_span, d.name.as_ref().map_or(d.keyword_span, |n| n.name.span)))
        }
        CommandKind::Inductive(d) => {
            Some((DeclKind::Inductive, d.keyword_span.to(d.name.name.span), d.name.name.span))
        }
        CommandKind::Structure(d) => {
            Some((DeclKind::Structure, d.keyword_span.to(d.name.name.span), d.name.name.span))
        }
        _ => None,
    }
}

/// Whether the command changed which notations count.
fn changes_grammar(c: &Command, now: &NotationTable, before: &NotationTable) -> bool {
    now.version() != before.version()
        || matches!(
            c.kind,
            CommandKind::Namespace(_)
                | CommandKind::Section { .. }
                | CommandKind::End(_)
                | CommandKind::Open(_)
        ) && now.version() > 0
}

impl Elab {
    /// Carries out a declaration and everything its modifiers ask for.
    fn elab_declaration(&mut self, c: &Command, out: &mut DefOutcome) -> Result<()> {
        match &c.kind {
            CommandKind::Def(d) => self.elab_def_command(d, out),
            CommandKind::Inductive(d) => self.elab_inductives(&[d], out),
            CommandKind::Structure(d) => {
                self.check_modifiers(&d.modifiers, d.keyword_span)?;
                let name = self.declared_name(&d.name.name);
                self.check_fresh_name(name, d.name.name.span)?;
                self.declare_levels(d.name.levels.as_deref())?;
                self.decl_name = name;
                out.name = name;
                let name = self.elab_structure(d, d.name.name.span)?;
                self.finish_type(name, &d.modifiers, out)?;
                self.m.add_size_of(name)?;
                self.derive(name, &d.deriving)
            }
            _ => self.elab_command(c),
        }
    }

    /// A definition or theorem, with its attributes.
    pub(super) fn elab_def_command(&mut self, d: &Definition, out: &mut DefOutcome) -> Result<()> {
        let span = d.name.as_ref().map_or(d.keyword_span, |n| n.name.span);
        self.declare_levels(d.name.as_ref().and_then(|n| n.levels.as_deref()))?;
        self.elab_definition(d, span, out).map_err(|e| e.at(span))?;
        self.finish_definition(d, out.name)
    }

    /// The definitions of a mutual block, with their attributes.
    fn elab_mutual_command(&mut self, ds: &[&Definition], outs: &mut [DefOutcome]) -> Result<()> {
        for d in ds {
            self.declare_levels(d.name.as_ref().and_then(|n| n.levels.as_deref()))?;
        }
        self.elab_mutual(ds, outs)?;
        ds.iter().zip(outs).try_for_each(|(d, out)| self.finish_definition(d, out.name))
    }

    /// What follows a definition that was added.
    fn finish_definition(&mut self, d: &Definition, name: Name) -> Result<()> {
        let span = d.name.as_ref().map_or(d.keyword_span, |n| n.name.span);
        self.m.lctx = LocalContext::default();
        if d.keyword == DefKeyword::Example {
            return Ok(());
        }
        self.register_name(name, &d.modifiers);
        self.m.complete_constructions(name)?;
        self.apply_attributes(name, &d.modifiers.attrs)?;
        if d.keyword == DefKeyword::Instance {
            let priority = d.priority.as_ref().map(|t| self.priority_value(t)).transpose()?.unwrap_or(1000);
            let Some(class) = self.m.class_of_constant(name) else {
                return Err(self.text_error(span, "type class instance expected"));
            };
            self.register_instance(name, class, priority);
            if d.scope == turnstile_syntax::Scope::Scoped {
                self.record_scoped(
                    "instance",
                    crate::env::AttrEntry { decl: name, priority, inverse: false },
                );
            }
            if d.scope != turnstile_syntax::Scope::Global {
                self.local_attrs.push((self.scope.stack.len(), super::Undo::Instance(class, name)));
            }
        }
        self.derive_by_unfolding(name, &d.deriving)
    }

    fn priority_value(&self, t: &Term) -> Result<u32> {
        match &t.unparen().kind {
            TermKind::Num(n) if n.radix == 10 => {
                n.digits.parse().map_err(|_| self.text_error(t.span, "priority is too large"))
            }
            TermKind::Ident { name, .. } => Ok(super::attribute::priority(&[AttrArg::Ident(name.clone())])),
            TermKind::Binop { op: op @ ("+" | "-"), lhs, rhs, .. } => {
                let (a, b) = (self.priority_value(lhs)?, self.priority_value(rhs)?);
                Ok(if *op == "+" { a.saturating_add(b) } else { a.saturating_sub(b) })
            }
            _ => Err(self.text_error(t.span, "a priority is a number, `low`, `mid` or `high`")),
        }
    }

    /// `inductive`, alone or in a group.
    fn elab_inductives(&mut self, group: &[&Inductive], out: &mut DefOutcome) -> Result<()> {
        for i in group {
            self.check_modifiers(&i.modifiers, i.keyword_span)?;
        }
        let names = self.elab_inductive(group)?;
        for (i, name) in group.iter().zip(&names) {
            if i.is_class {
                self.register_class(*name)?;
            }
            self.finish_type(*name, &i.modifiers, out)?;
            for c in &i.ctors {
                let ctor = name.append(crate::term::ident_name(&c.name));
                self.register_name(ctor, &c.modifiers);
                self.apply_attributes(ctor, &c.modifiers.attrs)?;
            }
        }
        for name in &names {
            self.m.add_size_of(*name)?;
        }
        for (i, name) in group.iter().zip(&names) {
            self.derive(*name, &i.deriving)?;
        }
        Ok(())
    }

    /// What follows the declaration of a type.
    fn finish_type(
        &mut self,
        name: Name,
        m: &turnstile_syntax::Modifiers,
        out: &mut DefOutcome,
    ) -> Result<()> {
        self.m.lctx = LocalContext::default();
        self.register_name(name, m);
        self.register_namespace(name);
        if let Some(c) = self.m.env.get(name) {
            out.name = name;
            out.statement = Some(c.ty());
            out.level_params = c.cval().level_params.to_vec();
            out.added = true;
        }
        self.apply_attributes(name, &m.attrs)
    }
}

/// The outcome of [`elab_single`].
pub struct Single {
    /// The declaration; none when the text is not one declaration.
    pub record: Option<DeclRecord>,
    /// What was said about it.
    pub messages: Vec<Message>,
}

/// Elaborates the text of one declaration in a saved environment and scope: the final check of a proof.
#[must_use]
pub fn elab_single(
    st: &Rc<Store>,
    env_before: &Env,
    scope_before: &Scope,
    tactics: Option<Rc<dyn TacticRunner>>,
    text: &str,
) -> Single {
    let mut fe = FrontEnd::new(st.clone(), env_before.clone(), tactics);
    fe.elab.scope = scope_before.clone();
    let mut records = fe.process(text);
    let record = if records.len() == 1 { records.pop() } else { None };
    Single { record, messages: fe.messages }
}
