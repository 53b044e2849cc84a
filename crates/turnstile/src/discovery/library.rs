//! Lemmas of a run: what was proved for one theorem is there for the next.

use super::Lemma;
use rustc_hash::FxHashSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use turnstile_elab::Meta;
use turnstile_elab::elab::Elab;
use turnstile_kernel::{Expr, Name, Node};

/// The lemmas that a run has proved, shared by all its workers.
#[derive(Debug, Default)]
pub struct Lemmas {
    known: Mutex<Vec<Known>>,
    named: AtomicUsize,
}

/// A lemma as text: every theorem has a term store of its own.
#[derive(Clone, Debug)]
struct Known {
    name: String,
    text: String,
    script: Vec<String>,
}

impl Lemmas {
    /// A name that no other lemma of the run has.
    pub fn fresh_name(&self) -> String {
        format!("{PREFIX}{}", self.named.fetch_add(1, Ordering::Relaxed) + 1)
    }

    /// Keeps a lemma for other theorems.
    pub fn add(&self, l: &Lemma) {
        // Nothing panics while it holds the lock, so it is never poisoned.
        if let Ok(mut known) = self.known.lock() {
            known.push(Known { name: l.name.clone(), text: l.text.clone(), script: l.script.clone() });
        }
    }

    /// The lemmas about what `goal` is about that hold where `m` stands, and use nothing that is hidden there.
    pub fn about(&self, m: &mut Meta, goal: &[Expr]) -> Vec<Lemma> {
        let Ok(known) = self.known.lock().map(|k| k.clone()) else { return vec![] };
        if known.is_empty() {
            return vec![];
        }
        let near = reach(m, goal);
        let hidden: Vec<&'static str> = m.env.ext.hidden.iter().map(|(n, ())| n.as_str()).collect();
        let mut out: Vec<Lemma> = Vec::new();
        for k in known {
            let uses_hidden = |line: &String| words(line).any(|w| hidden.contains(&w));
            // A lemma whose own lemmas are not at hand has no proof here.
            let misses_lemma = |line: &String| {
                words(line).any(|w| is_lemma(w) && w != k.name && !out.iter().any(|l| l.name == w))
            };
            if k.script.iter().any(uses_hidden) || k.script.iter().any(misses_lemma) {
                continue;
            }
            let Some(statement) = read(m, &k.text) else { continue };
            let foreign = m.st.any_subterm(
                statement,
                |t| matches!(m.st.node(t), Node::Const(n, _) if is_function(m, n) && !near.contains(&n)),
            );
            if !foreign {
                out.push(Lemma { name: k.name, statement, text: k.text, script: k.script });
            }
        }
        out
    }
}

const PREFIX: &str = "lemma_";

/// Whether `name` is one that a lemma gets.
pub fn is_lemma(name: &str) -> bool {
    name.strip_prefix(PREFIX).is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
}

fn is_function(m: &Meta, n: Name) -> bool {
    m.env.ext.equations.contains_key(&n)
}

/// The functions in `goal`, and those they are defined by.
fn reach(m: &Meta, goal: &[Expr]) -> FxHashSet<Name> {
    let mut seen = FxHashSet::default();
    let mut todo: Vec<Expr> = goal.to_vec();
    while let Some(e) = todo.pop() {
        m.st.any_subterm(e, |t| {
            if let Node::Const(n, _) = m.st.node(t)
                && seen.insert(n)
            {
                match m.env.ext.equations.get(&n) {
                    Some(q) => todo.extend(q.eqns.iter().map(|q| q.rhs)),
                    None => todo.extend(m.unfold_definition(t, false)),
                }
            }
            false
        });
    }
    seen
}

/// The closed statement `e` as text that reads back to the same term.
pub fn print(m: &Meta, e: Expr) -> Option<String> {
    let mut elab = reader(m);
    elab.pp_round_trip(e)
}

/// The closed statement that `text` says.
fn read(m: &Meta, text: &str) -> Option<Expr> {
    let table = m.env.ext.notations.clone();
    let term = turnstile_syntax::parse_term(text, &table).ok()?;
    let mut elab = reader(m);
    let prop = elab.m.st.prop();
    let e = elab.elab_closed(&term, Some(prop)).ok()?;
    let e = elab.m.instantiate(e);
    let closed = !elab.m.st.has_expr_mvar(e) && !elab.m.st.has_fvar(e);
    closed.then_some(e)
}

fn reader(m: &Meta) -> Elab {
    let mut elab = Elab::new(m.st.clone(), m.env.clone());
    elab.m.budget.fuel = 5_000_000;
    elab
}

/// `have` lines for the lemmas that the script (or a lemma it uses) mentions, or for all, then the script; the lemmas are
/// counted from one.
pub fn prefix(found: &[Lemma], body: &[String], all: bool) -> Vec<String> {
    let mentions = |lines: &[String], name: &str| lines.iter().any(|l| words(l).any(|w| w == name));
    let mut used: Vec<bool> = found.iter().map(|l| all || mentions(body, &l.name)).collect();
    // A lemma may be used by a later one.
    for i in (0..found.len()).rev() {
        if used[i] {
            for (j, u) in used.iter_mut().enumerate().take(i) {
                *u |= mentions(&found[i].script, &found[j].name);
            }
        }
    }
    let used: Vec<&Lemma> = found.iter().zip(used).filter(|(_, u)| *u).map(|(l, _)| l).collect();
    let rename = |line: &str| {
        let mut out = String::with_capacity(line.len());
        for piece in pieces(line) {
            match used.iter().position(|l| l.name == piece) {
                Some(i) => out.push_str(&format!("{PREFIX}{}", i + 1)),
                None => out.push_str(piece),
            }
        }
        out
    };
    let mut out = Vec::new();
    for l in &used {
        out.push(format!("have {} : {} := by", rename(&l.name), l.text));
        out.extend(l.script.iter().map(|s| format!("  {}", rename(s))));
    }
    out.extend(body.iter().map(|l| rename(l)));
    out
}

/// The names in a line of a script.
fn words(line: &str) -> impl Iterator<Item = &str> {
    pieces(line).filter(|p| p.starts_with(is_part))
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '\'' | '.' | '!' | '?')
}

/// The line cut into names and what is between them.
fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = rest.find(|c| is_part(c) != is_part(first)).unwrap_or(rest.len());
        let (piece, tail) = rest.split_at(end);
        rest = tail;
        Some(piece)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use turnstile_kernel::Store;

    fn lemma(st: &Store, name: &str, script: &str) -> Lemma {
        let script = vec![script.to_owned()];
        Lemma { name: name.to_owned(), statement: st.prop(), text: format!("text of {name}"), script }
    }

    #[test]
    fn lemmas_that_are_not_used_are_left_out_and_the_others_counted_anew() {
        let st = Store::new();
        let found = [
            lemma(&st, "lemma_7", "rfl"),
            lemma(&st, "lemma_8", "rfl"),
            lemma(&st, "lemma_70", "rw [lemma_7]"),
        ];
        let lines = prefix(&found, &["simp [lemma_70, h.lemma_8]".to_owned()], false);
        assert_eq!(
            lines,
            [
                "have lemma_1 : text of lemma_7 := by",
                "  rfl",
                "have lemma_2 : text of lemma_70 := by",
                "  rw [lemma_1]",
                "simp [lemma_2, h.lemma_8]"
            ]
        );
        assert_eq!(prefix(&found, &["rfl".to_owned()], true).len(), 7);
    }
}
