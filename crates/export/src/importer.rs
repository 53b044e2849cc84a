//! Lines to declarations, in file order.

use crate::compare;
use crate::line::{self, Hints, Kind, Line, Safety};
use crate::scan;
use rustc_hash::FxHashMap;
use smallvec::SmallVec;
use std::sync::Arc;
use turnstile_kernel::{
    BigUint, Binder, BinderInfo, ConstantVal, Constructor, Declaration, Environment, Expr, InductiveType,
    KernelError, Level, Name, Obligation, ReducibilityHint, Store,
};

/// Decimal digits of the longest numeral that is read.
const MAX_DIGITS: usize = 100_000;
/// Bound variables and projections have small numbers; what is larger cannot be meant.
const MAX_INDEX: u64 = 1 << 30;

/// Bytes of the longest name that is read. Names stay in memory for the life of the process.
const MAX_NAME: usize = 1 << 14;

/// Letters of all names of a file together.
const MAX_NAMES: usize = 1 << 28;

/// What is the matter with a declaration or a line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}{rule}: {message}", declaration.map(|n| format!("{n}: ")).unwrap_or_default())]
pub struct Fault {
    /// The declaration it is about; none for a line of another kind.
    pub declaration: Option<Name>,
    /// Short name of the rule that is broken: one of the kernel's, or `format`, `derived-data`; and where nothing is
    /// said about truth, `unsupported`, `budget` or `truncated`.
    pub rule: &'static str,
    /// What was wrong.
    pub message: String,
    /// The two sides of a mismatch: what was found, what should be.
    pub mismatch: Option<(Expr, Expr)>,
}

impl Fault {
    fn new(rule: &'static str, message: impl Into<String>) -> Fault {
        Fault { declaration: None, rule, message: message.into(), mismatch: None }
    }
}

/// Why reading stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Wrong or malformed.
    Reject(Fault),
    /// Not supported, or too expensive.
    Decline(Fault),
}

impl Stop {
    /// The same about the declaration `n`.
    pub(crate) fn about(mut self, n: Option<Name>) -> Stop {
        let (Stop::Reject(fault) | Stop::Decline(fault)) = &mut self;
        fault.declaration = n;
        self
    }
}

impl From<KernelError> for Stop {
    fn from(e: KernelError) -> Stop {
        match e {
            KernelError::Rejected { rule, message, mismatch } => {
                Stop::Reject(Fault { declaration: None, rule, message, mismatch })
            }
            KernelError::NotSupported(m) => decline("unsupported", m),
            KernelError::Resource(m) => decline("budget", m),
        }
    }
}

pub(crate) fn bad<T>(why: impl Into<String>) -> Result<T, Stop> {
    Err(reject("format", why))
}

pub(crate) fn reject(rule: &'static str, why: impl Into<String>) -> Stop {
    Stop::Reject(Fault::new(rule, why))
}

pub(crate) fn decline(rule: &'static str, why: impl Into<String>) -> Stop {
    Stop::Decline(Fault::new(rule, why))
}

/// Sees each declaration with the kernel's answer and the environment after it.
pub type Observer<'a> = Box<dyn FnMut(&Environment, &Store, &Declaration, &Result<(), KernelError>) + 'a>;

/// Reads an export line by line; [`Importer::env`] holds what was accepted so far.
pub struct Importer<'a> {
    /// The accepted constants.
    pub env: Environment,
    /// Names of the accepted declarations, in file order.
    pub names: Vec<Name>,
    /// Number of declaration lines accepted; of the blocks of format 3.0, each declaration counts.
    pub declarations: usize,
    /// Number of theorems accepted.
    pub theorems: usize,
    /// Called with each declaration once the kernel has answered: for a second checker.
    pub observer: Option<Observer<'a>>,
    pub(crate) st: &'a Store,
    tables: Tables,
}

/// What the lines defined.
#[derive(Default)]
struct Tables {
    started: bool,
    names: Table<Name>,
    levels: Table<Level>,
    exprs: Table<Expr>,
    quot_seen: Vec<Kind>,
    /// Letters of the names.
    letters: usize,
    /// The declaration that is being read.
    current: Option<Name>,
    /// Where checks are put off: what the declarations of the last line owe.
    owed: Option<Vec<Owed>>,
}

/// A check that was put off, and how far the file had been accepted before.
pub(crate) struct Owed {
    pub(crate) obligation: Obligation,
    pub(crate) names: usize,
    pub(crate) declarations: usize,
    pub(crate) theorems: usize,
}

/// An importer between two stores: it goes on in one that has the terms of the former.
#[derive(Default)]
pub(crate) struct Suspended {
    pub(crate) env: Environment,
    pub(crate) names: Vec<Name>,
    pub(crate) declarations: usize,
    pub(crate) theorems: usize,
    tables: Tables,
}

impl Suspended {
    /// The start of a file whose checks are put off.
    pub(crate) fn deferring(step_limit: u64) -> Suspended {
        let tables = Tables { owed: Some(Vec::new()), ..Tables::default() };
        let mut s = Suspended { tables, ..Suspended::default() };
        s.env.set_step_limit(step_limit);
        s
    }
}

impl<'a> Importer<'a> {
    /// An importer into an empty environment.
    #[must_use]
    pub fn new(st: &'a Store) -> Importer<'a> {
        Importer::resume(st, Suspended::default())
    }

    /// Goes on with the terms that `st` shares with the store before.
    pub(crate) fn resume(st: &'a Store, s: Suspended) -> Importer<'a> {
        let Suspended { env, names, declarations, theorems, mut tables } = s;
        // In a file that goes on they are there already.
        tables.names.define(0, Name::anon());
        tables.levels.define(0, st.l_zero());
        Importer { env, names, declarations, theorems, observer: None, st, tables }
    }

    /// Lets go of the store.
    pub(crate) fn suspend(self) -> Suspended {
        let Importer { env, names, declarations, theorems, tables, .. } = self;
        Suspended { env, names, declarations, theorems, tables }
    }

    /// What the declarations of the last line owe, where checks are put off.
    pub(crate) fn take_owed(&mut self) -> Vec<Owed> {
        self.tables.owed.as_mut().map(std::mem::take).unwrap_or_default()
    }

    /// Takes one line.
    ///
    /// # Errors
    /// When the line is malformed, or the kernel does not accept its declaration.
    pub fn line(&mut self, text: &str) -> Result<(), Stop> {
        self.line_bytes(text.as_bytes())
    }

    /// [`line`](Importer::line), for text that was not looked at.
    pub(crate) fn line_bytes(&mut self, text: &[u8]) -> Result<(), Stop> {
        self.tables.current = None;
        if self.tables.started
            && let Some((i, term)) = scan::term_line(text)
        {
            let expr = self.scanned(term)?;
            return define(&mut self.tables.exprs, i, expr, "term");
        }
        let Ok(text) = str::from_utf8(text) else { return bad("not UTF-8") };
        self.item(text).map_err(|stop| stop.about(self.tables.current))
    }

    fn item(&mut self, text: &str) -> Result<(), Stop> {
        let line: Line = match serde_json::from_str(text) {
            Ok(line) => line,
            Err(e) => return bad(format!("malformed line: {e}")),
        };
        if !line.is_well_formed() {
            return bad(
                "a line must hold one item, with the index it defines if it is a name, level or term",
            );
        }
        if let Some(meta) = &line.meta {
            return self.meta(meta);
        }
        if !self.tables.started {
            return bad("the first line must be the 'meta' line");
        }
        if let Some(i) = line.name_index {
            let name = self.read_name(&line)?;
            return define(&mut self.tables.names, i, name, "name");
        }
        if let Some(i) = line.level_index {
            let level = self.read_level(&line)?;
            return define(&mut self.tables.levels, i, level, "level");
        }
        if let Some(i) = line.expr_index {
            let expr = self.read_expr(line)?;
            return define(&mut self.tables.exprs, i, expr, "term");
        }
        self.declaration(&line)
    }

    /// Says that the file has ended.
    ///
    /// # Errors
    /// When something is missing that the file began.
    pub fn finish(&self) -> Result<(), Stop> {
        if !self.tables.started {
            return bad("the file is empty");
        }
        if !matches!(self.tables.quot_seen.len(), 0 | 4) {
            return bad("the quotient type is incomplete");
        }
        Ok(())
    }

    fn meta(&mut self, meta: &line::Meta) -> Result<(), Stop> {
        if self.tables.started {
            return bad("a second 'meta' line");
        }
        let version = &meta.format.version;
        let numbers: Option<Vec<u32>> = version.split('.').map(|n| n.parse().ok()).collect();
        if !matches!(numbers.as_deref(), Some([3, 0, 0] | [3, 1, _])) {
            let why = format!("format version {version:?}; only 3.1 and 3.0.0 are read");
            return Err(decline("unsupported", why));
        }
        self.tables.started = true;
        Ok(())
    }

    pub(crate) fn name(&self, i: u64) -> Result<Name, Stop> {
        look_up(&self.tables.names, i, "name")
    }

    pub(crate) fn name_list(&self, ns: &[u64]) -> Result<Vec<Name>, Stop> {
        ns.iter().map(|n| self.name(*n)).collect()
    }

    fn level(&self, i: u64) -> Result<Level, Stop> {
        look_up(&self.tables.levels, i, "level")
    }

    pub(crate) fn expr(&self, i: u64) -> Result<Expr, Stop> {
        look_up(&self.tables.exprs, i, "term")
    }

    fn read_name(&mut self, line: &Line) -> Result<Name, Stop> {
        let name = match (&line.str, &line.num) {
            (Some(s), _) => self.name(s.pre)?.str(&s.str),
            (_, Some(n)) => self.name(n.pre)?.num(n.i),
            _ => return bad("malformed name"),
        };
        self.tables.letters += name.as_str().len();
        if name.as_str().len() > MAX_NAME || self.tables.letters > MAX_NAMES {
            return Err(decline("budget", "the names are too long"));
        }
        Ok(name)
    }

    fn read_level(&self, line: &Line) -> Result<Level, Stop> {
        if let Some(l) = line.succ {
            return Ok(self.st.l_succ(self.level(l)?));
        }
        if let Some((a, b)) = line.max {
            return Ok(self.st.l_max(self.level(a)?, self.level(b)?));
        }
        if let Some((a, b)) = line.imax {
            return Ok(self.st.l_imax(self.level(a)?, self.level(b)?));
        }
        match line.param {
            Some(n) => Ok(self.st.l_param(self.name(n)?)),
            None => bad("malformed level"),
        }
    }

    fn scanned(&self, term: scan::Term) -> Result<Expr, Stop> {
        let st = self.st;
        Ok(match term {
            scan::Term::App { fun, arg } => st.app(self.expr(fun)?, self.expr(arg)?),
            scan::Term::Bind { binder, info, name, ty, body } => {
                let b = self.binder(name, info)?;
                match binder {
                    scan::Binding::Lam => st.lam(b, self.expr(ty)?, self.expr(body)?),
                    scan::Binding::Pi => st.pi(b, self.expr(ty)?, self.expr(body)?),
                }
            }
            scan::Term::Const { name, levels } => self.const_term(name, &levels)?,
        })
    }

    fn const_term(&self, name: u64, levels: &[u64]) -> Result<Expr, Stop> {
        let us = levels.iter().map(|l| self.level(*l)).collect::<Result<SmallVec<[Level; 4]>, _>>()?;
        Ok(self.st.const_(self.name(name)?, &us))
    }

    fn read_expr(&self, line: Line) -> Result<Expr, Stop> {
        let st = self.st;
        if let Some(a) = line.app {
            return Ok(st.app(self.expr(a.fun)?, self.expr(a.arg)?));
        }
        if let Some(i) = line.bvar {
            return Ok(st.bvar(small(i)?));
        }
        if let Some(l) = line.sort {
            return Ok(st.sort(self.level(l)?));
        }
        if let Some(c) = line.const_ {
            return self.const_term(c.name, &c.us);
        }
        if let Some(b) = line.lam {
            return Ok(st.lam(self.binder(b.name, b.binder_info)?, self.expr(b.ty)?, self.expr(b.body)?));
        }
        if let Some(b) = line.pi {
            return Ok(st.pi(self.binder(b.name, b.binder_info)?, self.expr(b.ty)?, self.expr(b.body)?));
        }
        if let Some(l) = line.let_ {
            return Ok(st.let_(
                self.name(l.name)?,
                self.expr(l.ty)?,
                self.expr(l.value)?,
                self.expr(l.body)?,
            ));
        }
        if let Some(p) = line.proj {
            return Ok(st.proj(self.name(p.type_name)?, small(p.idx)?, self.expr(p.structure)?));
        }
        if let Some(n) = line.nat_val {
            return Ok(st.nat(read_numeral(&n)?));
        }
        if let Some(s) = line.str_val {
            return Ok(st.string(&s));
        }
        match line.mdata {
            Some(m) => self.expr(m.expr),
            None => bad("malformed term"),
        }
    }

    fn binder(&self, name: u64, info: line::Info) -> Result<Binder, Stop> {
        let info = match info {
            line::Info::Default => BinderInfo::Default,
            line::Info::Implicit => BinderInfo::Implicit,
            line::Info::StrictImplicit => BinderInfo::StrictImplicit,
            line::Info::InstImplicit => BinderInfo::Inst,
        };
        Ok(Binder::with_info(self.name(name)?, info))
    }

    fn constant(&mut self, name: u64, level_params: &[u64], ty: u64) -> Result<ConstantVal, Stop> {
        let name = self.name(name)?;
        self.tables.current = Some(name);
        Ok(ConstantVal { name, level_params: self.name_list(level_params)?.into(), ty: self.expr(ty)? })
    }

    fn declaration(&mut self, line: &Line) -> Result<(), Stop> {
        if let Some(block) = &line.def {
            return block.each(|d, in_list| self.definition(d, in_list));
        }
        if let Some(block) = &line.thm {
            return block.each(|t, _| self.theorem(t));
        }
        if let Some(a) = &line.axiom {
            let c = self.constant(a.name, &a.level_params, a.ty)?;
            supported(!a.is_unsafe, "unsafe")?;
            self.add(c.name, Declaration::Axiom(c))?;
        } else if let Some(o) = &line.opaque {
            let c = self.constant(o.name, &o.level_params, o.ty)?;
            supported(!o.is_unsafe, "unsafe")?;
            self.name_list(&o.all)?;
            self.add(c.name, Declaration::Opaque(c, self.expr(o.value)?))?;
        } else if let Some(q) = &line.quot {
            self.quot(q)?;
        } else if let Some(g) = &line.inductive {
            self.inductive(g)?;
        } else {
            return bad("malformed declaration");
        }
        self.declarations += 1;
        Ok(())
    }

    /// A definition; in the lists of format 3.0 an opaque constant as well, known by its fields.
    fn definition(&mut self, d: &line::Def, in_list: bool) -> Result<(), Stop> {
        let c = self.constant(d.name, &d.level_params, d.ty)?;
        self.name_list(&d.all)?;
        let (name, value) = (c.name, self.expr(d.value)?);
        let d = match (&d.hints, d.safety, d.is_unsafe) {
            (Some(hints), Some(safety), None) => {
                supported(safety != Safety::Unsafe, "unsafe")?;
                supported(safety != Safety::Partial, "partial")?;
                let hint = match hints {
                    Hints::Opaque => ReducibilityHint::Opaque,
                    Hints::Abbrev => ReducibilityHint::Abbrev,
                    Hints::Regular(h) => ReducibilityHint::Regular(*h),
                };
                Declaration::Definition(c, value, hint)
            }
            (None, None, Some(is_unsafe)) if in_list => {
                supported(!is_unsafe, "unsafe")?;
                Declaration::Opaque(c, value)
            }
            _ => return bad("a definition has 'hints' and 'safety', and no 'isUnsafe'"),
        };
        self.add(name, d)?;
        self.declarations += 1;
        Ok(())
    }

    fn theorem(&mut self, t: &line::Thm) -> Result<(), Stop> {
        let c = self.constant(t.name, &t.level_params, t.ty)?;
        self.name_list(&t.all)?;
        self.add(c.name, Declaration::Theorem(c, self.expr(t.value)?))?;
        self.declarations += 1;
        self.theorems += 1;
        Ok(())
    }

    fn add(&mut self, name: Name, d: Declaration) -> Result<(), Stop> {
        match &mut self.tables.owed {
            Some(owed) => {
                let (names, declarations, theorems) = (self.names.len(), self.declarations, self.theorems);
                let obligation = self.env.add_deferred(self.st, d)?;
                owed.extend(obligation.map(|obligation| Owed { obligation, names, declarations, theorems }));
            }
            None => {
                let answer = self.env.add_decl(self.st, &d);
                if let Some(observer) = &mut self.observer {
                    observer(&self.env, self.st, &d, &answer);
                }
                answer?;
            }
        }
        self.names.push(name);
        Ok(())
    }

    /// The first of the four lines declares the whole package; each is compared with its own constant.
    fn quot(&mut self, q: &line::Quot) -> Result<(), Stop> {
        let c = self.constant(q.name, &q.level_params, q.ty)?;
        if self.tables.quot_seen.contains(&q.kind) {
            return bad("a quotient constant is declared twice");
        }
        if self.tables.quot_seen.is_empty() {
            self.add(Name::new("Quot"), Declaration::Quot)?;
        }
        self.tables.quot_seen.push(q.kind);
        compare::quot(self, q.kind, &c)
    }

    fn inductive(&mut self, g: &line::Inductive) -> Result<(), Stop> {
        let Some(first) = g.types.first() else { return bad("an inductive group without types") };
        let unsafe_flag = g.types.iter().map(|t| t.is_unsafe);
        let unsafe_flag = unsafe_flag.chain(g.ctors.iter().map(|c| c.is_unsafe));
        let name = self.name(first.name)?;
        self.tables.current = Some(name);
        supported(!unsafe_flag.chain(g.recs.iter().map(|r| r.is_unsafe)).any(|u| u), "unsafe")?;
        // The constructors are listed once more, type by type, in order.
        let mut listed = g.ctors.iter();
        let mut types = Vec::new();
        for t in &g.types {
            let mut ctors = Vec::new();
            for c in &t.ctors {
                let name = self.name(*c)?;
                match listed.next() {
                    Some(l) if self.name(l.name)? == name => {
                        ctors.push(Constructor { name, ty: self.expr(l.ty)? })
                    }
                    _ => return bad(format!("the constructor '{name}' is not where it should be listed")),
                }
            }
            types.push(InductiveType { name: self.name(t.name)?, ty: self.expr(t.ty)?, ctors });
        }
        if listed.next().is_some() {
            return bad("a constructor belongs to no type");
        }
        let level_params: Arc<[Name]> = self.name_list(&first.level_params)?.into();
        self.add(name, Declaration::Inductive { level_params, num_params: first.num_params, types })?;
        compare::group(self, g)
    }
}

fn supported(yes: bool, what: &str) -> Result<(), Stop> {
    if yes { Ok(()) } else { Err(decline("unsupported", format!("{what} declarations are not supported"))) }
}

fn define<T: Copy>(table: &mut Table<T>, i: u64, value: T, what: &str) -> Result<(), Stop> {
    if table.define(i, value) { Ok(()) } else { bad(format!("{what} {i} is defined twice")) }
}

fn look_up<T: Copy>(table: &Table<T>, i: u64, what: &str) -> Result<T, Stop> {
    table.get(i).ok_or_else(|| reject("format", format!("{what} {i} is not defined")))
}

/// Values by index. Exporters count from 0 without gaps; other indices cost more.
struct Table<T> {
    dense: Vec<T>,
    sparse: FxHashMap<u64, T>,
}

impl<T> Default for Table<T> {
    fn default() -> Table<T> {
        Table { dense: Vec::new(), sparse: FxHashMap::default() }
    }
}

impl<T: Copy> Table<T> {
    fn get(&self, i: u64) -> Option<T> {
        let dense = usize::try_from(i).ok().and_then(|i| self.dense.get(i));
        dense.or_else(|| self.sparse.get(&i)).copied()
    }

    /// False if there is a value already.
    fn define(&mut self, i: u64, value: T) -> bool {
        if self.get(i).is_some() {
            return false;
        }
        if i == self.dense.len() as u64 {
            self.dense.push(value);
        } else {
            self.sparse.insert(i, value);
        }
        true
    }
}

fn small(i: u64) -> Result<u32, Stop> {
    match u32::try_from(i) {
        Ok(n) if i < MAX_INDEX => Ok(n),
        _ => bad(format!("the index {i} is too large")),
    }
}

fn read_numeral(s: &str) -> Result<BigUint, Stop> {
    if s.len() > MAX_DIGITS {
        return Err(decline("budget", "a numeral is too long"));
    }
    if s.is_empty() || !s.bytes().all(|b| b.is_ascii_digit()) {
        return bad("malformed numeral");
    }
    BigUint::parse_bytes(s.as_bytes(), 10).ok_or_else(|| reject("format", "malformed numeral"))
}
