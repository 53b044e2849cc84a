//! Constants to NDJSON: what another kernel needs to check the same declarations again.

use rustc_hash::{FxHashMap, FxHashSet};
use serde_json::{Value, json};
use std::io::{self, Write};
use turnstile_kernel::{
    BinderInfo, ConstantInfo, ConstantVal, Constructor, Declaration, Environment, Expr, InductiveType,
    InductiveVal, Level, LevelNode, Name, Node, Part, QuotKind, ReducibilityHint, Store, with_stack,
};

/// Writes the declarations of `names` and everything they rest on, dependencies first.
///
/// ```
/// use turnstile_export::{Outcome, Settings, check_reader, write_constants};
/// use turnstile_kernel::*;
/// let (st, mut env) = (Store::new(), Environment::default());
/// let name = Name::new("P");
/// let p = ConstantVal { name, level_params: [].into(), ty: st.prop() };
/// env.add_decl(&st, &Declaration::Axiom(p)).unwrap();
/// let mut file = Vec::new();
/// write_constants(&mut file, &env, &st, &[name]).unwrap();
/// let report = check_reader(&file[..], &Settings::default()).unwrap();
/// assert_eq!(report.outcome, Outcome::Accepted);
/// ```
///
/// # Errors
/// When writing fails, or a constant in the closure is missing from the environment.
pub fn write_constants(
    out: &mut impl Write,
    env: &Environment,
    st: &Store,
    names: &[Name],
) -> io::Result<()> {
    let mut w = Writer {
        out,
        env,
        st,
        names: FxHashMap::from_iter([(Name::anon(), 0)]),
        levels: FxHashMap::from_iter([(st.l_zero(), 0)]),
        exprs: FxHashMap::default(),
        done: FxHashSet::default(),
        reader: Environment::default(),
    };
    w.line(&json!({"meta": {
        "exporter": {"name": "turnstile", "version": env!("CARGO_PKG_VERSION")},
        "format": {"version": "3.1.0"},
        "lean": {"githash": "0".repeat(40), "version": "4.29.1"},
    }}))?;
    names.iter().try_for_each(|n| w.constant(*n))
}

struct Writer<'a, W> {
    out: &'a mut W,
    env: &'a Environment,
    st: &'a Store,
    names: FxHashMap<Name, usize>,
    levels: FxHashMap<Level, usize>,
    /// By alpha representative, as in Lean's own exporter: the index, and the term that a reader finds there. Of terms
    /// that differ in bound names only, all are read as the one that was written.
    exprs: FxHashMap<Expr, (usize, Expr)>,
    done: FxHashSet<Name>,
    /// What a reader of the file has declared so far. The recursors are written as they follow from the types that the
    /// reader sees, so that what is read can be written again to the letter.
    reader: Environment,
}

impl<W: Write> Writer<'_, W> {
    fn line(&mut self, v: &Value) -> io::Result<()> {
        serde_json::to_writer(&mut *self.out, v)?;
        self.out.write_all(b"\n")
    }

    fn name(&mut self, n: Name) -> io::Result<usize> {
        if let Some(i) = self.names.get(&n) {
            return Ok(*i);
        }
        let pre = self.name(n.prefix())?;
        let i = self.names.len();
        self.names.insert(n, i);
        self.line(&match n.last() {
            Some(Part::Num(k)) => json!({"in": i, "num": {"i": k, "pre": pre}}),
            _ => json!({"in": i, "str": {"pre": pre, "str": n.last_str()}}),
        })?;
        Ok(i)
    }

    fn name_list(&mut self, ns: &[Name]) -> io::Result<Vec<usize>> {
        ns.iter().map(|n| self.name(*n)).collect()
    }

    fn level(&mut self, l: Level) -> io::Result<usize> {
        if let Some(i) = self.levels.get(&l) {
            return Ok(*i);
        }
        let payload = match self.st.level(l) {
            LevelNode::Succ(a) => json!({"succ": with_stack(|| self.level(a))?}),
            LevelNode::Max(a, b) => {
                json!({"max": [with_stack(|| self.level(a))?, with_stack(|| self.level(b))?]})
            }
            LevelNode::IMax(a, b) => {
                json!({"imax": [with_stack(|| self.level(a))?, with_stack(|| self.level(b))?]})
            }
            LevelNode::Param(n) => json!({"param": self.name(n)?}),
            LevelNode::Zero | LevelNode::MVar(_) => return Err(io::Error::other("a level metavariable")),
        };
        let i = self.levels.len();
        self.levels.insert(l, i);
        self.tagged(payload, "il", i)?;
        Ok(i)
    }

    fn tagged(&mut self, mut payload: Value, tag: &str, i: usize) -> io::Result<()> {
        payload[tag] = json!(i);
        self.line(&payload)
    }

    fn expr(&mut self, e: Expr) -> io::Result<usize> {
        let key = self.st.alpha(e);
        if let Some((i, _)) = self.exprs.get(&key) {
            return Ok(*i);
        }
        let node = self.st.node(e);
        let payload = match node {
            Node::BVar(i) => json!({"bvar": i}),
            Node::Sort(l) => json!({"sort": self.level(l)?}),
            Node::Const(n, ls) => {
                let name = self.name(n)?;
                let us: Vec<usize> =
                    self.st.level_list(ls).iter().map(|l| self.level(*l)).collect::<io::Result<_>>()?;
                json!({"const": {"name": name, "us": us}})
            }
            Node::App(f, a) => {
                let (f, a) = (with_stack(|| self.expr(f))?, with_stack(|| self.expr(a))?);
                json!({"app": {"arg": a, "fn": f}})
            }
            Node::Lam(b, t, body) | Node::Pi(b, t, body) => {
                let (t, body) = (with_stack(|| self.expr(t))?, with_stack(|| self.expr(body))?);
                let info = match b.info {
                    BinderInfo::Default => "default",
                    BinderInfo::Implicit => "implicit",
                    BinderInfo::StrictImplicit => "strictImplicit",
                    BinderInfo::Inst => "instImplicit",
                };
                let binder = json!({"binderInfo": info, "body": body, "name": self.name(b.name)?, "type": t});
                if matches!(node, Node::Lam(..)) {
                    json!({"lam": binder})
                } else {
                    json!({"forallE": binder})
                }
            }
            Node::Let(n, t, v, body) => {
                let (t, v) = (with_stack(|| self.expr(t))?, with_stack(|| self.expr(v))?);
                let body = with_stack(|| self.expr(body))?;
                json!({"letE": {"body": body, "name": self.name(n)?, "nondep": false, "type": t, "value": v}})
            }
            Node::Proj(s, i, x) => {
                let x = with_stack(|| self.expr(x))?;
                json!({"proj": {"idx": i, "struct": x, "typeName": self.name(s)?}})
            }
            Node::Nat(n) => json!({"natVal": self.st.nat_value(n).to_string()}),
            Node::Str(s) => json!({"strVal": &*self.st.str_value(s)}),
            Node::FVar(_) | Node::MVar(_) => return Err(io::Error::other("a term that is not closed")),
        };
        let read = self.st.mk(match node {
            Node::App(f, a) => Node::App(self.read(f), self.read(a)),
            Node::Lam(b, t, body) => Node::Lam(b, self.read(t), self.read(body)),
            Node::Pi(b, t, body) => Node::Pi(b, self.read(t), self.read(body)),
            Node::Let(n, t, v, body) => Node::Let(n, self.read(t), self.read(v), self.read(body)),
            Node::Proj(s, i, x) => Node::Proj(s, i, self.read(x)),
            n => n,
        });
        let i = self.exprs.len();
        self.exprs.insert(key, (i, read));
        self.tagged(payload, "ie", i)?;
        Ok(i)
    }

    /// The term that a reader has for `e`, which was written.
    fn read(&self, e: Expr) -> Expr {
        self.exprs.get(&self.st.alpha(e)).map_or(e, |(_, read)| *read)
    }

    /// Notes that the reader has `d` now. It was checked before.
    fn declared(&mut self, d: Declaration) -> io::Result<()> {
        match self.reader.add_deferred(self.st, d) {
            Ok(_) => Ok(()),
            Err(e) => Err(io::Error::other(e)),
        }
    }

    fn read_cval(&self, c: &ConstantVal) -> ConstantVal {
        ConstantVal { ty: self.read(c.ty), ..c.clone() }
    }

    /// The fields that all constants have.
    fn header(&mut self, c: &ConstantVal) -> io::Result<Value> {
        for p in c.level_params.iter() {
            self.level(self.st.l_param(*p))?;
        }
        let (name, params) = (self.name(c.name)?, self.name_list(&c.level_params)?);
        Ok(json!({"name": name, "levelParams": params, "type": self.expr(c.ty)?}))
    }

    fn constant(&mut self, n: Name) -> io::Result<()> {
        if self.done.contains(&n) {
            return Ok(());
        }
        let Some(c) = self.env.get(n).cloned() else {
            return Err(io::Error::other(format!("the constant '{n}' is not declared")));
        };
        let group = match &*c {
            ConstantInfo::Inductive(i) => Some(i.cval.name),
            ConstantInfo::Constructor(c) => Some(c.induct),
            ConstantInfo::Recursor(r) => r.all.first().copied(),
            _ => None,
        };
        if let Some(t) = group {
            return with_stack(|| self.group(t));
        }
        self.done.insert(n);
        if let ConstantInfo::Quot(..) = &*c {
            return with_stack(|| self.quotient());
        }
        self.dependencies(c.ty())?;
        if let Some(v) = c.value() {
            self.dependencies(v)?;
        }
        let mut v = self.header(c.cval())?;
        if let Some(value) = c.value() {
            v["value"] = json!(self.expr(value)?);
            v["all"] = json!([v["name"]]);
        }
        let kind = match &*c {
            ConstantInfo::Definition(_, _, hint) => {
                v["safety"] = json!("safe");
                v["hints"] = match hint {
                    ReducibilityHint::Opaque => json!("opaque"),
                    ReducibilityHint::Abbrev => json!("abbrev"),
                    ReducibilityHint::Regular(h) => json!({"regular": h}),
                };
                "def"
            }
            ConstantInfo::Theorem(..) => "thm",
            ConstantInfo::Opaque(..) => {
                v["isUnsafe"] = json!(false);
                "opaque"
            }
            _ => {
                v["isUnsafe"] = json!(false);
                "axiom"
            }
        };
        self.line(&json!({ kind: v }))?;
        let cval = self.read_cval(c.cval());
        self.declared(match &*c {
            ConstantInfo::Definition(_, v, hint) => Declaration::Definition(cval, self.read(*v), *hint),
            ConstantInfo::Theorem(_, v) => Declaration::Theorem(cval, self.read(*v)),
            ConstantInfo::Opaque(_, v) => Declaration::Opaque(cval, self.read(*v)),
            _ => Declaration::Axiom(cval),
        })
    }

    /// Writes the constants that `e` mentions, literals' included.
    fn dependencies(&mut self, e: Expr) -> io::Result<()> {
        let mut found: Vec<Name> = Vec::new();
        self.st.any_subterm(e, |e| {
            match self.st.node(e) {
                Node::Const(n, _) | Node::Proj(n, ..) => found.push(n),
                Node::Nat(_) => found.push(Name::new("Nat")),
                Node::Str(_) => {
                    let former =
                        ["String", "Char.ofNat", "String.ofList", "String.mk", "List.nil"].map(Name::new);
                    found.extend(former.into_iter().filter(|n| self.env.contains(*n)));
                }
                _ => {}
            }
            false
        });
        found.into_iter().try_for_each(|n| with_stack(|| self.constant(n)))
    }

    fn quotient(&mut self) -> io::Result<()> {
        self.constant(Name::new("Eq"))?;
        let names = ["Quot", "Quot.mk", "Quot.lift", "Quot.ind"].map(Name::new);
        self.done.extend(names);
        for n in names {
            let Some(c) = self.env.get(n).cloned() else {
                return Err(io::Error::other("an incomplete quotient type"));
            };
            let mut v = self.header(c.cval())?;
            v["kind"] = json!(match &*c {
                ConstantInfo::Quot(_, QuotKind::Mk) => "ctor",
                ConstantInfo::Quot(_, QuotKind::Lift) => "lift",
                ConstantInfo::Quot(_, QuotKind::Ind) => "ind",
                _ => "type",
            });
            self.line(&json!({"quot": v}))?;
        }
        self.declared(Declaration::Quot)
    }

    fn inductive(&self, n: Name) -> io::Result<InductiveVal> {
        match self.env.get(n).map(|c| &**c) {
            Some(ConstantInfo::Inductive(i)) => Ok(i.clone()),
            _ => Err(io::Error::other(format!("'{n}' is not an inductive type"))),
        }
    }

    /// One line for the whole group of the inductive type `n`.
    fn group(&mut self, n: Name) -> io::Result<()> {
        let all = self.inductive(n)?.all;
        let types = all.iter().map(|t| self.inductive(*t)).collect::<io::Result<Vec<_>>>()?;
        let mut members: Vec<Name> = Vec::new();
        for t in &types {
            members.push(t.cval.name);
            members.extend(t.ctors.iter());
        }
        let mut recursors: Vec<Name> = all.iter().map(|t| t.str("rec")).collect();
        recursors.extend((1..=types[0].num_nested).map(|i| types[0].cval.name.str(&format!("rec_{i}"))));
        members.extend(&recursors);
        if members.iter().any(|m| self.done.contains(m)) {
            return Ok(());
        }
        self.done.extend(&members);
        for m in &members {
            let Some(c) = self.env.get(*m).cloned() else {
                return Err(io::Error::other("an incomplete group"));
            };
            self.dependencies(c.ty())?;
            if let ConstantInfo::Recursor(r) = &*c {
                r.rules.iter().try_for_each(|rule| self.dependencies(rule.rhs))?;
            }
        }
        let (mut type_lines, mut ctor_lines, mut rec_lines) = (Vec::new(), Vec::new(), Vec::new());
        for t in &types {
            let mut v = self.header(&t.cval)?;
            v["numParams"] = json!(t.num_params);
            v["numIndices"] = json!(t.num_indices);
            v["all"] = json!(self.name_list(&t.all)?);
            v["ctors"] = json!(self.name_list(&t.ctors)?);
            v["numNested"] = json!(t.num_nested);
            v["isRec"] = json!(t.is_rec);
            v["isReflexive"] = json!(t.is_reflexive);
            v["isUnsafe"] = json!(false);
            type_lines.push(v);
        }
        let mut declared = Vec::new();
        for t in &types {
            let mut ctors = Vec::new();
            for c in t.ctors.iter() {
                let Some(ConstantInfo::Constructor(c)) = self.env.get(*c).map(|c| &**c) else {
                    return Err(io::Error::other(format!("'{c}' is not a constructor")));
                };
                let mut v = self.header(&c.cval)?;
                v["induct"] = json!(self.name(c.induct)?);
                v["cidx"] = json!(c.cidx);
                v["numParams"] = json!(c.num_params);
                v["numFields"] = json!(c.num_fields);
                v["isUnsafe"] = json!(false);
                ctor_lines.push(v);
                ctors.push(Constructor { name: c.cval.name, ty: self.read(c.cval.ty) });
            }
            declared.push(InductiveType { name: t.cval.name, ty: self.read(t.cval.ty), ctors });
        }
        self.declared(Declaration::Inductive {
            level_params: types[0].cval.level_params.clone(),
            num_params: types[0].num_params,
            types: declared,
        })?;
        for r in recursors {
            let Some(ConstantInfo::Recursor(r)) = self.reader.get(r).cloned().as_deref().cloned() else {
                return Err(io::Error::other(format!("'{r}' is not a recursor")));
            };
            let mut v = self.header(&r.cval)?;
            v["all"] = json!(self.name_list(&r.all)?);
            v["numParams"] = json!(r.num_params);
            v["numIndices"] = json!(r.num_indices);
            v["numMotives"] = json!(r.num_motives);
            v["numMinors"] = json!(r.num_minors);
            v["k"] = json!(r.k);
            v["isUnsafe"] = json!(false);
            let mut rules = Vec::new();
            for rule in r.rules.iter() {
                let (ctor, rhs) = (self.name(rule.ctor)?, self.expr(rule.rhs)?);
                rules.push(json!({"ctor": ctor, "nfields": rule.num_fields, "rhs": rhs}));
            }
            v["rules"] = json!(rules);
            rec_lines.push(v);
        }
        self.line(&json!({"inductive": {"types": type_lines, "ctors": ctor_lines, "recs": rec_lines}}))
    }
}
