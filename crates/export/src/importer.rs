//! Lines to declarations, in file order.

use crate::compare;
use crate::line::{self, Hints, Kind, Line, Safety};
use rustc_hash::FxHashMap;
use std::sync::Arc;
use turnstile_kernel::{
    BigUint, Binder, BinderInfo, ConstantVal, Constructor, Declaration, Environment, Expr, InductiveType,
    KernelError, Level, Name, ReducibilityHint, Store,
};

/// Decimal digits of the longest numeral that is read.
const MAX_DIGITS: usize = 100_000;
/// Bound variables and projections have small numbers; what is larger cannot be meant.
const MAX_INDEX: u64 = 1 << 30;

/// Bytes of the longest name that is read. Names stay in memory for the life of the process.
const MAX_NAME: usize = 1 << 14;

/// Why reading stopped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Wrong or malformed.
    Reject(String),
    /// Not supported, or too expensive.
    Decline(String),
}

impl From<KernelError> for Stop {
    fn from(e: KernelError) -> Stop {
        match e {
            KernelError::Rejected { .. } => Stop::Reject(e.to_string()),
            KernelError::NotSupported(_) | KernelError::Resource(_) => Stop::Decline(e.to_string()),
        }
    }
}

pub(crate) fn bad<T>(why: impl Into<String>) -> Result<T, Stop> {
    Err(Stop::Reject(why.into()))
}

/// Sees each declaration with the kernel's answer and the environment after it.
pub type Observer<'a> = Box<dyn FnMut(&Environment, &Store, &Declaration, &Result<(), KernelError>) + 'a>;

/// Reads an export line by line; [`Importer::env`] holds what was accepted so far.
pub struct Importer<'a> {
    /// The accepted constants.
    pub env: Environment,
    /// Names of the accepted declarations, in file order.
    pub names: Vec<Name>,
    /// Number of declaration lines accepted.
    pub declarations: usize,
    /// Number of theorems accepted.
    pub theorems: usize,
    /// Called with each declaration once the kernel has answered: for a second checker.
    pub observer: Option<Observer<'a>>,
    pub(crate) st: &'a Store,
    started: bool,
    name_table: FxHashMap<u64, Name>,
    level_table: FxHashMap<u64, Level>,
    expr_table: FxHashMap<u64, Expr>,
    quot_seen: Vec<Kind>,
}

impl<'a> Importer<'a> {
    /// An importer into an empty environment.
    #[must_use]
    pub fn new(st: &'a Store) -> Importer<'a> {
        Importer {
            env: Environment::default(),
            names: Vec::new(),
            declarations: 0,
            theorems: 0,
            observer: None,
            st,
            started: false,
            name_table: FxHashMap::from_iter([(0, Name::anon())]),
            level_table: FxHashMap::from_iter([(0, st.l_zero())]),
            expr_table: FxHashMap::default(),
            quot_seen: Vec::new(),
        }
    }

    /// Takes one line.
    ///
    /// # Errors
    /// When the line is malformed, or the kernel does not accept its declaration.
    pub fn line(&mut self, text: &str) -> Result<(), Stop> {
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
        if !self.started {
            return bad("the first line must be the 'meta' line");
        }
        if let Some(i) = line.name_index {
            let name = self.read_name(&line)?;
            return define(&mut self.name_table, i, name, "name");
        }
        if let Some(i) = line.level_index {
            let level = self.read_level(&line)?;
            return define(&mut self.level_table, i, level, "level");
        }
        if let Some(i) = line.expr_index {
            let expr = self.read_expr(line)?;
            return define(&mut self.expr_table, i, expr, "term");
        }
        self.declaration(&line)?;
        self.declarations += 1;
        Ok(())
    }

    /// Says that the file has ended.
    ///
    /// # Errors
    /// When something is missing that the file began.
    pub fn finish(&self) -> Result<(), Stop> {
        if !self.started {
            return bad("the file is empty");
        }
        if !matches!(self.quot_seen.len(), 0 | 4) {
            return bad("the quotient type is incomplete");
        }
        Ok(())
    }

    fn meta(&mut self, meta: &line::Meta) -> Result<(), Stop> {
        if self.started {
            return bad("a second 'meta' line");
        }
        let version = &meta.format.version;
        if !version.starts_with("3.1.") {
            return Err(Stop::Decline(format!("format version {version}; only 3.1 is read")));
        }
        self.started = true;
        Ok(())
    }

    pub(crate) fn name(&self, i: u64) -> Result<Name, Stop> {
        look_up(&self.name_table, i, "name")
    }

    pub(crate) fn name_list(&self, ns: &[u64]) -> Result<Vec<Name>, Stop> {
        ns.iter().map(|n| self.name(*n)).collect()
    }

    fn level(&self, i: u64) -> Result<Level, Stop> {
        look_up(&self.level_table, i, "level")
    }

    pub(crate) fn expr(&self, i: u64) -> Result<Expr, Stop> {
        look_up(&self.expr_table, i, "term")
    }

    fn read_name(&self, line: &Line) -> Result<Name, Stop> {
        let name = match (&line.str, &line.num) {
            (Some(s), _) => self.name(s.pre)?.str(&s.str),
            (_, Some(n)) => self.name(n.pre)?.num(n.i),
            _ => return bad("malformed name"),
        };
        if name.as_str().len() > MAX_NAME {
            return Err(Stop::Decline("a name is too long".into()));
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
            let us = c.us.iter().map(|l| self.level(*l)).collect::<Result<Vec<_>, _>>()?;
            return Ok(st.const_(self.name(c.name)?, &us));
        }
        if let Some(b) = line.lam {
            return Ok(st.lam(self.binder(&b)?, self.expr(b.ty)?, self.expr(b.body)?));
        }
        if let Some(b) = line.pi {
            return Ok(st.pi(self.binder(&b)?, self.expr(b.ty)?, self.expr(b.body)?));
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

    fn binder(&self, b: &line::Bind) -> Result<Binder, Stop> {
        let info = match b.binder_info {
            line::Info::Default => BinderInfo::Default,
            line::Info::Implicit => BinderInfo::Implicit,
            line::Info::StrictImplicit => BinderInfo::StrictImplicit,
            line::Info::InstImplicit => BinderInfo::Inst,
        };
        Ok(Binder::with_info(self.name(b.name)?, info))
    }

    fn constant(&self, name: u64, level_params: &[u64], ty: u64) -> Result<ConstantVal, Stop> {
        Ok(ConstantVal {
            name: self.name(name)?,
            level_params: self.name_list(level_params)?.into(),
            ty: self.expr(ty)?,
        })
    }

    fn declaration(&mut self, line: &Line) -> Result<(), Stop> {
        let declined = |what: &str| Err(Stop::Decline(format!("{what} declarations are not supported")));
        if let Some(a) = &line.axiom {
            if a.is_unsafe {
                return declined("unsafe");
            }
            let c = self.constant(a.name, &a.level_params, a.ty)?;
            return self.add(c.name, &Declaration::Axiom(c));
        }
        if let Some(d) = &line.def {
            match d.safety {
                Safety::Safe => {}
                Safety::Unsafe => return declined("unsafe"),
                Safety::Partial => return declined("partial"),
            }
            self.name_list(&d.all)?;
            let c = self.constant(d.name, &d.level_params, d.ty)?;
            let hint = match d.hints {
                Hints::Opaque => ReducibilityHint::Opaque,
                Hints::Abbrev => ReducibilityHint::Abbrev,
                Hints::Regular(h) => ReducibilityHint::Regular(h),
            };
            return self.add(c.name, &Declaration::Definition(c, self.expr(d.value)?, hint));
        }
        if let Some(t) = &line.thm {
            self.name_list(&t.all)?;
            let c = self.constant(t.name, &t.level_params, t.ty)?;
            self.add(c.name, &Declaration::Theorem(c, self.expr(t.value)?))?;
            self.theorems += 1;
            return Ok(());
        }
        if let Some(o) = &line.opaque {
            if o.is_unsafe {
                return declined("unsafe");
            }
            self.name_list(&o.all)?;
            let c = self.constant(o.name, &o.level_params, o.ty)?;
            return self.add(c.name, &Declaration::Opaque(c, self.expr(o.value)?));
        }
        if let Some(q) = &line.quot {
            return self.quot(q);
        }
        match &line.inductive {
            Some(g) => self.inductive(g),
            None => bad("malformed declaration"),
        }
    }

    fn add(&mut self, name: Name, d: &Declaration) -> Result<(), Stop> {
        let answer = self.env.add_decl(self.st, d);
        if let Some(observer) = &mut self.observer {
            observer(&self.env, self.st, d, &answer);
        }
        answer.map_err(|e| match e {
            KernelError::Rejected { rule, message, mismatch } => {
                KernelError::Rejected { rule, message: format!("{name}: {message}"), mismatch }
            }
            KernelError::NotSupported(m) => KernelError::NotSupported(format!("{name}: {m}")),
            KernelError::Resource(m) => KernelError::Resource(format!("{name}: {m}")),
        })?;
        self.names.push(name);
        Ok(())
    }

    /// The first of the four lines declares the whole package; each is compared with its own constant.
    fn quot(&mut self, q: &line::Quot) -> Result<(), Stop> {
        if self.quot_seen.contains(&q.kind) {
            return bad("a quotient constant is declared twice");
        }
        if self.quot_seen.is_empty() {
            self.add(Name::new("Quot"), &Declaration::Quot)?;
        }
        self.quot_seen.push(q.kind);
        let c = self.constant(q.name, &q.level_params, q.ty)?;
        compare::quot(self, q.kind, &c)
    }

    fn inductive(&mut self, g: &line::Inductive) -> Result<(), Stop> {
        let Some(first) = g.types.first() else { return bad("an inductive group without types") };
        let unsafe_flag = g.types.iter().map(|t| t.is_unsafe);
        let unsafe_flag = unsafe_flag.chain(g.ctors.iter().map(|c| c.is_unsafe));
        if unsafe_flag.chain(g.recs.iter().map(|r| r.is_unsafe)).any(|u| u) {
            return Err(Stop::Decline("unsafe inductive types are not supported".into()));
        }
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
        let name = self.name(first.name)?;
        let d = Declaration::Inductive { level_params, num_params: first.num_params, types };
        self.add(name, &d)?;
        compare::group(self, g)
    }
}

fn define<T>(table: &mut FxHashMap<u64, T>, i: u64, value: T, what: &str) -> Result<(), Stop> {
    match table.entry(i) {
        std::collections::hash_map::Entry::Vacant(slot) => {
            slot.insert(value);
            Ok(())
        }
        std::collections::hash_map::Entry::Occupied(_) => bad(format!("{what} {i} is defined twice")),
    }
}

fn look_up<T: Copy>(table: &FxHashMap<u64, T>, i: u64, what: &str) -> Result<T, Stop> {
    table.get(&i).copied().ok_or_else(|| Stop::Reject(format!("{what} {i} is not defined")))
}

fn small(i: u64) -> Result<u32, Stop> {
    match u32::try_from(i) {
        Ok(n) if i < MAX_INDEX => Ok(n),
        _ => bad(format!("the index {i} is too large")),
    }
}

fn read_numeral(s: &str) -> Result<BigUint, Stop> {
    if s.len() > MAX_DIGITS {
        return Err(Stop::Decline("a numeral is too long".into()));
    }
    if s.is_empty() || !s.bytes().all(|b| b.is_ascii_digit()) {
        return bad("malformed numeral");
    }
    BigUint::parse_bytes(s.as_bytes(), 10).ok_or_else(|| Stop::Reject("malformed numeral".into()))
}
