//! What a name stands for: local variables, constants through namespaces, `open`, aliases, and fields after them.

use crate::elab::Elab;
use crate::error::{Piece, Result};
use crate::scope::Open;
use turnstile_kernel::{Expr, Name};
use turnstile_syntax::{Ident, OpenDecl, OpenKind, Span};

/// Separates a name from the number that makes it inaccessible, in identifiers the elaborator makes up.
const HYGIENE_MARK: char = '✝';

/// The namespace of the part of the library that follows Mathlib. It is open last, so that every file may use these names
/// for something else.
pub(crate) static MATHLIB: std::sync::LazyLock<Name> = std::sync::LazyLock::new(|| Name::new("Mathlib"));

/// What the head of an identifier stands for.
#[derive(Clone, Copy, Debug)]
pub enum Head {
    /// A local variable.
    Local(Expr),
    /// A constant.
    Global(Name),
}

/// One component of an identifier as a name part, with the mark of a made-up identifier decoded.
fn push_part(n: Name, part: &str) -> Name {
    match part.split_once(HYGIENE_MARK) {
        Some((base, digits)) if !digits.is_empty() => match digits.parse() {
            Ok(k) => n.str(base).num(k),
            Err(_) => n.str(part),
        },
        _ => n.str(part),
    }
}

/// The name an identifier writes.
#[must_use]
pub fn ident_name(id: &Ident) -> Name {
    id.parts.iter().fold(Name::anon(), |n, p| push_part(n, p))
}

/// An identifier no user text can write: it becomes the name `base.k`, printed `base✝`.
#[must_use]
pub fn marked_ident(base: &str, k: u64, span: Span) -> Ident {
    Ident { parts: vec![format!("{base}{HYGIENE_MARK}{k}")], span }
}

/// Gives `id` the mark `k`, unless it has one.
pub(crate) fn mark(id: &mut Ident, k: u64) {
    if let Some(first) = id.parts.first_mut()
        && !first.contains(HYGIENE_MARK)
    {
        *first = format!("{first}{HYGIENE_MARK}{k}");
    }
}

/// `id` without its mark; `None` if it has none.
fn unmarked(id: &Ident) -> Option<Ident> {
    let first = id.parts.first()?;
    let (base, _) = first.split_once(HYGIENE_MARK)?;
    let mut id = id.clone();
    id.parts[0] = base.to_owned();
    Some(id)
}

impl Elab {
    /// All readings of an identifier: a head and the fields that follow it. A local variable hides everything else.
    pub fn resolve_ident(&self, id: &Ident) -> Vec<(Head, Vec<String>)> {
        if let Some(r) = self.resolve_local(id) {
            return vec![r];
        }
        if let Some(plain) = unmarked(id) {
            let found = self.resolve_global(ident_name(&plain));
            if found.is_empty() {
                return self.resolve_local(&plain).into_iter().collect();
            }
            return found.into_iter().map(|(n, fs)| (Head::Global(n), fs)).collect();
        }
        self.resolve_global(ident_name(id)).into_iter().map(|(n, fs)| (Head::Global(n), fs)).collect()
    }

    /// The local variable that a prefix of `id` names, and the fields after it.
    pub fn resolve_local(&self, id: &Ident) -> Option<(Head, Vec<String>)> {
        // A constant with a longer name hides the function being defined, but not other local variables.
        let mut global = false;
        for k in (1..=id.parts.len()).rev() {
            let name = id.parts[..k].iter().fold(Name::anon(), |n, p| push_part(n, p));
            let hit = self.m.lctx.iter().rev().find(|d| {
                if d.is_aux {
                    !global && self.aux_decls.get(&d.id).is_some_and(|full| self.names_aux(name, *full))
                } else {
                    k == 1 && d.name == name
                }
            });
            if let Some(d) = hit {
                // `f.go` inside `f` is the constant of that name, not a field of the function being defined.
                let fields = id.parts.len() - k;
                if d.is_aux
                    && fields > 0
                    && self.resolve_global(ident_name(id)).iter().any(|(_, fs)| fs.len() < fields)
                {
                    continue;
                }
                return Some((Head::Local(self.m.st.fvar(d.id)), id.parts[k..].to_vec()));
            }
            global |= !self.aux_decls.is_empty() && !self.resolve_exactly(name).is_empty();
        }
        None
    }

    /// Whether `name`, read in the current namespace, can mean the function `full` that is being defined.
    fn names_aux(&self, name: Name, full: Name) -> bool {
        if name.is_atomic() && self.is_protected(full) && !full.is_atomic() {
            return false;
        }
        let mut ns = self.scope.namespace;
        loop {
            if ns.append(name) == full {
                return ns.is_anon() || !name.is_atomic() || !self.is_protected(full);
            }
            if ns.is_anon() {
                return false;
            }
            ns = ns.prefix();
        }
    }

    /// All readings of a name as a constant followed by fields: the longest prefix that names constants wins.
    pub fn resolve_global(&self, n: Name) -> Vec<(Name, Vec<String>)> {
        let root = Name::new("_root_");
        let mut fields: Vec<String> = Vec::new();
        let mut id = n;
        while !id.is_anon() && id != root {
            let found = self.resolve_exactly(id);
            if !found.is_empty() {
                fields.reverse();
                return found.into_iter().map(|c| (c, fields.clone())).collect();
            }
            let last = id.last_str();
            if last.is_empty() {
                return vec![];
            }
            fields.push(last.to_owned());
            id = id.prefix();
        }
        vec![]
    }

    /// The constants that the whole of `id` can stand for.
    fn resolve_exactly(&self, id: Name) -> Vec<Name> {
        let root = Name::new("_root_");
        if id.has_prefix(root) {
            let full = id.replace_prefix(root, Name::anon());
            return if self.m.env.contains(full) { vec![full] } else { vec![] };
        }
        let mut ns = self.scope.namespace;
        while !ns.is_anon() {
            let found = self.resolve_in(ns, id);
            if !found.is_empty() {
                return found;
            }
            ns = ns.prefix();
        }
        let mut found = Vec::new();
        let mut add = |n: Name| {
            if !found.contains(&n) {
                found.push(n);
            }
        };
        if let Some(aliases) = self.m.env.ext.aliases.get(&id) {
            aliases.iter().copied().filter(|a| !(id.is_atomic() && self.is_protected(*a))).for_each(&mut add);
        }
        if self.m.env.contains(id) {
            add(id);
        }
        for o in self.scope.opens.iter() {
            match o {
                Open::Namespace { ns, except } => {
                    if !except.contains(&id) {
                        self.resolve_in(*ns, id).into_iter().for_each(&mut add);
                    }
                }
                Open::Alias { short, full } => {
                    if id == *short {
                        add(*full);
                    } else if id.has_prefix(*short) {
                        let full = id.replace_prefix(*short, *full);
                        if self.m.env.contains(full) {
                            add(full);
                        }
                    }
                }
            }
        }
        if found.is_empty() {
            // The algebra that Lean users know from Mathlib is in scope, but gives way to any other meaning.
            return self.resolve_in(*MATHLIB, id);
        }
        found
    }

    /// `ns.id` and the aliases of that name. A protected name needs more than its last component.
    fn resolve_in(&self, ns: Name, id: Name) -> Vec<Name> {
        let full = ns.append(id);
        let mut found = Vec::new();
        if self.m.env.contains(full) && !(id.is_atomic() && self.is_protected(full)) {
            found.push(full);
        }
        if let Some(aliases) = self.m.env.ext.aliases.get(&full) {
            for a in aliases {
                if !(found.contains(a) || id.is_atomic() && self.is_protected(*a)) {
                    found.push(*a);
                }
            }
        }
        found
    }

    fn is_protected(&self, n: Name) -> bool {
        self.m.env.ext.protected.contains(&n)
    }

    /// The one constant that `id` names.
    ///
    /// # Errors
    /// When there is none, or more than one.
    pub fn resolve_const(&self, id: &Ident) -> Result<Name> {
        let plain = unmarked(id);
        let found = self.resolve_global(ident_name(plain.as_ref().unwrap_or(id)));
        let whole: Vec<Name> = found.into_iter().filter(|f| f.1.is_empty()).map(|f| f.0).collect();
        match whole[..] {
            [] => Err(self.text_error(id.span, format!("Unknown constant `{}`", id.text()))),
            [n] => Ok(n),
            _ => {
                let list: Vec<String> = whole.iter().map(ToString::to_string).collect();
                let text = format!(
                    "ambiguous identifier `{}`, possible interpretations: [{}]",
                    id.text(),
                    list.join(", ")
                );
                Err(self.text_error(id.span, text))
            }
        }
    }

    /// The existing namespaces that `id` can mean, innermost first.
    pub fn resolve_namespace(&self, id: &Ident) -> Vec<Name> {
        let n = ident_name(id);
        let exists = |n: Name| self.m.env.ext.namespaces.contains(&n);
        let root = Name::new("_root_");
        if n.has_prefix(root) {
            let full = n.replace_prefix(root, Name::anon());
            return if exists(full) { vec![full] } else { vec![] };
        }
        let mut found = Vec::new();
        let mut ns = self.scope.namespace;
        loop {
            let full = ns.append(n);
            if exists(full) {
                found.push(full);
                break;
            }
            if ns.is_anon() {
                break;
            }
            ns = ns.prefix();
        }
        for o in self.scope.opens.iter() {
            if let Open::Namespace { ns, except } = o
                && except.is_empty()
                && exists(ns.append(n))
                && !found.contains(&ns.append(n))
            {
                found.push(ns.append(n));
            }
        }
        found
    }

    fn namespaces_of(&self, id: &Ident) -> Result<Vec<Name>> {
        let found = self.resolve_namespace(id);
        if found.is_empty() {
            return Err(self.text_error(id.span, format!("unknown namespace `{}`", id.text())));
        }
        Ok(found)
    }

    /// Carries out `open …` on the current scope.
    ///
    /// # Errors
    /// When a namespace or name does not exist.
    pub fn apply_open(&mut self, decl: &OpenDecl) -> Result<()> {
        match &decl.kind {
            OpenKind::Simple(ids) => {
                for id in ids {
                    for ns in self.namespaces_of(id)? {
                        self.scope.open(Open::Namespace { ns, except: vec![] });
                    }
                }
            }
            OpenKind::Scoped(ids) => {
                for id in ids {
                    self.namespaces_of(id)?;
                }
            }
            OpenKind::Only(ns, names) => {
                let nss = self.namespaces_of(ns)?;
                for id in names {
                    let full = self.member_of(&nss, id)?;
                    self.scope.open(Open::Alias { short: ident_name(id), full });
                }
            }
            OpenKind::Hiding(ns, names) => {
                for ns in self.namespaces_of(ns)? {
                    for id in names {
                        self.member_of(&[ns], id)?;
                    }
                    let except = names.iter().map(ident_name).collect();
                    self.scope.open(Open::Namespace { ns, except });
                }
            }
            OpenKind::Renaming(ns, pairs) => {
                let nss = self.namespaces_of(ns)?;
                for (from, to) in pairs {
                    let full = self.member_of(&nss, from)?;
                    self.scope.open(Open::Alias { short: ident_name(to), full });
                }
            }
        }
        Ok(())
    }

    /// Carries out `export A (x y)`: makes `x` and `y` visible in the current namespace.
    ///
    /// # Errors
    /// When a namespace or name does not exist.
    pub fn apply_export(&mut self, ns: &Ident, names: &[Ident]) -> Result<()> {
        let nss = self.namespaces_of(ns)?;
        for id in names {
            let full = self.member_of(&nss, id)?;
            let visible = self.scope.namespace.append(ident_name(id));
            self.m.env.ext.aliases.update(visible, |list| {
                if !list.contains(&full) {
                    list.push(full);
                }
            });
        }
        Ok(())
    }

    fn member_of(&self, nss: &[Name], id: &Ident) -> Result<Name> {
        let n = ident_name(id);
        let hit = nss.iter().map(|ns| ns.append(n)).find(|full| self.m.env.contains(*full));
        hit.ok_or_else(|| {
            let list: Vec<String> = nss.iter().map(|ns| format!("`{}`", ns.append(n))).collect();
            self.text_error(id.span, format!("Unknown identifier {}", list.join(" or ")))
        })
    }

    /// The error for a name that means nothing.
    pub(crate) fn unknown_identifier(&self, id: &Ident) -> crate::Error {
        let plain = unmarked(id);
        let text = plain.as_ref().unwrap_or(id).text();
        let note = if self.recovery.is_some() && id.is_atomic() && may_be_bound(&text) {
            format!(
                "\n\nNote: It is not possible to treat `{text}` as an implicitly bound variable here because the \
                 `autoImplicit` option is set to `false`."
            )
        } else {
            String::new()
        };
        self.error_at(id.span, vec![Piece::Text(format!("Unknown identifier `{text}`{note}"))])
    }
}

/// Whether a name could be bound on first use: a letter, and digits or primes after it.
fn may_be_bound(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_alphabetic)
        && chars.all(|c| c.is_ascii_digit() || c == '\'' || c == '_' || ('₀'..='₉').contains(&c))
}
