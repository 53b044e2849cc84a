//! Names as text: hypotheses with inaccessible or shadowed names, bound variables that must not capture,
//! and constants as short as the open namespaces allow.

use super::term::Printer;
use crate::meta::LocalContext;
use crate::term::names::MATHLIB;
use rustc_hash::FxHashMap;
use turnstile_kernel::{Expr, FVarId, Name, Node, Part};

/// A name with `«»` around parts that need them.
pub(super) fn name_text(n: Name) -> String {
    if n.is_anon() {
        return "[anonymous]".into();
    }
    let mut out = String::new();
    for p in n.components() {
        if !out.is_empty() {
            out.push('.');
        }
        match p {
            Part::Num(k) => out.push_str(&k.to_string()),
            Part::Str(s) if turnstile_syntax::is_plain_ident(s) => out.push_str(s),
            Part::Str(s) => {
                out.push('«');
                out.push_str(s);
                out.push('»');
            }
        }
    }
    out
}

/// The textual part of a local name, without the numeric parts that make it inaccessible.
pub(super) fn base_name(n: Name) -> Name {
    let mut n = n;
    while let Some(Part::Num(_)) = n.last() {
        n = n.prefix();
    }
    if n.is_anon() { Name::new("x") } else { n }
}

fn superscript(n: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    n.to_string().bytes().map(|b| DIGITS[usize::from(b - b'0') % 10]).collect()
}

/// What each hypothesis of `lctx` is called: its name, or `x✝`, `x✝¹`, … when no text can refer to it.
pub(super) fn display_names(lctx: &LocalContext) -> FxHashMap<FVarId, String> {
    let mut visible: FxHashMap<Name, bool> = FxHashMap::default();
    let mut daggers: FxHashMap<Name, usize> = FxHashMap::default();
    let mut out = FxHashMap::default();
    for d in lctx.iter().rev() {
        let base = base_name(d.name);
        let accessible = base == d.name && !std::mem::replace(visible.entry(base).or_insert(false), true);
        let text = name_text(base);
        let text = if accessible {
            text
        } else {
            let k = daggers.entry(base).or_insert(0);
            *k += 1;
            if *k == 1 { format!("{text}✝") } else { format!("{text}✝{}", superscript(*k - 1)) }
        };
        out.insert(d.id, text);
    }
    out
}

impl Printer<'_> {
    /// A name for the variable bound over `body`, like `wanted`, that captures nothing in it.
    pub(super) fn binder_name(&mut self, wanted: Name, body: Expr) -> String {
        let base = name_text(base_name(wanted));
        let used = self.names_in(body);
        if !used.contains(&base) {
            return base;
        }
        (1..).map(|i| format!("{base}_{i}")).find(|n| !used.contains(n)).unwrap_or(base)
    }

    /// The atomic names a printed form of `e` may use for variables and constants.
    fn names_in(&mut self, e: Expr) -> rustc_hash::FxHashSet<String> {
        let mut out = rustc_hash::FxHashSet::default();
        let mut consts = Vec::new();
        let st = self.m.st.clone();
        st.any_subterm(e, |t| {
            match st.node(t) {
                Node::FVar(id) => {
                    if let Some(n) = self.locals.get(&id) {
                        out.insert(n.clone());
                    }
                }
                Node::Const(n, _) => consts.push(n),
                _ => {}
            }
            false
        });
        for n in consts {
            let text = self.short_name(n);
            let first = text.split('.').next().unwrap_or("").to_owned();
            out.insert(first);
        }
        out
    }

    /// The shortest name of the constant `n` in the open namespaces, guarded against hypotheses of that name.
    pub(super) fn const_name(&mut self, n: Name) -> String {
        let text = self.short_name(n);
        let first = text.split('.').next().unwrap_or("");
        if self.shadowing.contains(first) { format!("_root_.{}", name_text(n)) } else { text }
    }

    fn short_name(&mut self, n: Name) -> String {
        if let Some(t) = self.const_names.get(&n) {
            return t.clone();
        }
        let whole = crate::command::visible_name(n);
        let mut best = whole;
        for ns in &self.opts.namespaces {
            if ns.is_anon() || whole == *ns || !whole.has_prefix(*ns) {
                continue;
            }
            let short = whole.replace_prefix(*ns, Name::anon());
            if short.components().len() < best.components().len() && self.means(short, n) {
                best = short;
            }
        }
        let hidden = best == whole && !self.opts.round_trip && self.is_taken(best, n);
        for (alias, targets) in self.aliases() {
            let short = Name::anon().str(alias.last_str());
            let visible = alias.is_atomic() || self.opts.namespaces.contains(&alias.prefix());
            let free = alias.is_atomic() || !self.m.env.contains(short);
            if visible && free && targets.contains(&n) && short.components().len() < best.components().len() {
                best = short;
            }
        }
        if best.has_prefix(*MATHLIB) {
            let short = best.replace_prefix(*MATHLIB, Name::anon());
            if !short.is_anon() && !self.m.env.contains(short) {
                best = short;
            }
        }
        let text =
            if hidden && best == whole { format!("_root_.{}", name_text(best)) } else { name_text(best) };
        self.const_names.insert(n, text.clone());
        text
    }

    /// See [`Meta::pp_full_name`](crate::Meta::pp_full_name).
    pub(super) fn full_name(&self, n: Name) -> String {
        let whole = crate::command::visible_name(n);
        let text = name_text(whole);
        if self.is_taken(whole, n) { format!("_root_.{text}") } else { text }
    }

    /// Whether `short` is understood as the constant `n` and nothing else: a name is looked up in the current namespace
    /// and its parents, innermost first; then at the top and in the open namespaces, all at once.
    fn means(&self, short: Name, n: Name) -> bool {
        let env = &self.m.env;
        let known = |m: Name| {
            let hidden = env.ext.protected.contains_key(&m) && short.is_atomic();
            if hidden { None } else { self.constant_called(m) }
        };
        let (inner, open) =
            self.opts.namespaces.split_at(self.opts.enclosing.min(self.opts.namespaces.len()));
        if let Some(first) = inner.iter().find_map(|ns| known(ns.append(short))) {
            return first == n;
        }
        let mut all = open.iter().filter_map(|ns| known(ns.append(short))).chain(self.constant_called(short));
        let first = all.next();
        first == Some(n) && all.all(|m| m == n)
    }

    /// Whether the full name `whole` of the constant `n` means something else here as well.
    fn is_taken(&self, whole: Name, n: Name) -> bool {
        let env = &self.m.env;
        self.opts.namespaces.iter().any(|ns| {
            let other = ns.append(whole);
            let hidden = env.ext.protected.contains_key(&other) && whole.is_atomic();
            !hidden && self.constant_called(other).is_some_and(|m| m != n)
        })
    }

    /// The constant that goes by the full name `m`, a private one included.
    fn constant_called(&self, m: Name) -> Option<Name> {
        if self.m.env.contains(m) {
            return Some(m);
        }
        match self.m.env.ext.aliases.get(&m).map(Vec::as_slice) {
            Some([one]) if crate::command::visible_name(*one) == m => Some(*one),
            _ => None,
        }
    }

    /// Exported names, in a fixed order. Private names are aliases of another kind, which are as long as the name.
    fn aliases(&self) -> Vec<(Name, Vec<Name>)> {
        let mut all: Vec<(Name, Vec<Name>)> = self
            .m
            .env
            .ext
            .aliases
            .iter()
            .filter(|(a, t)| t.len() == 1 && t[0] != **a && !self.m.env.contains(**a))
            .map(|(a, t)| (*a, t.clone()))
            .collect();
        all.sort();
        all
    }
}
