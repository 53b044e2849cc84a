//! What an export file does not say about its declarations: their attributes, from a file beside it.
//!
//! Each line is an object `{"kind":…,"name":…}`, for `simp` also with `"prio"`. The kinds `simp` (a simp lemma), `unfold`
//! (a definition that `simp` unfolds), `instance`, `class`, `reducible` and `irreducible` are used, all others are skipped:
//! they are about compiled code.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::Deserialize;
use std::io::{self, BufRead};
use turnstile_kernel::Name;

/// Attributes by declaration.
#[derive(Clone, Debug, Default)]
pub struct Attributes {
    /// Simp lemmas and definitions that `simp` unfolds, with their priority.
    pub simp: FxHashMap<Name, u32>,
    /// Instances, with their priority.
    pub instances: FxHashMap<Name, u32>,
    /// Classes.
    pub classes: FxHashSet<Name>,
    /// `@[reducible]` or, if false, `@[irreducible]`.
    pub reducible: FxHashMap<Name, bool>,
}

#[derive(Deserialize)]
struct Line {
    kind: String,
    name: String,
    prio: Option<u32>,
}

/// The priority of an attribute without one.
const DEFAULT_PRIORITY: u32 = 1000;

impl Attributes {
    /// Reads a file of attributes.
    ///
    /// # Errors
    /// When it cannot be read, or a line is not such an object.
    pub fn read(input: impl BufRead) -> io::Result<Attributes> {
        let mut attributes = Attributes::default();
        for (i, text) in input.lines().enumerate() {
            let text = text?;
            if text.trim().is_empty() {
                continue;
            }
            let line: Line = serde_json::from_str(&text).map_err(|e| {
                io::Error::new(
                    io::ErrorKind::InvalidData,
                    format!("line {}: malformed attribute: {e}", i + 1),
                )
            })?;
            attributes.add(&line);
        }
        Ok(attributes)
    }

    fn add(&mut self, line: &Line) {
        let name = Name::new(&line.name);
        let priority = line.prio.unwrap_or(DEFAULT_PRIORITY);
        match line.kind.as_str() {
            "simp" | "unfold" => drop(self.simp.insert(name, priority)),
            "instance" => drop(self.instances.insert(name, priority)),
            "class" => drop(self.classes.insert(name)),
            "reducible" => drop(self.reducible.insert(name, true)),
            "irreducible" => drop(self.reducible.insert(name, false)),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_attributes() {
        let text = "{\"kind\":\"simp\",\"name\":\"A.b\",\"prio\":7}\n\n{\"kind\":\"extern\",\"name\":\"f\",\"target\":\"g\"}\n\
                    {\"kind\":\"class\",\"name\":\"C\"}\n";
        let attributes = Attributes::read(text.as_bytes()).expect("well-formed");
        assert_eq!(attributes.simp.get(&Name::new("A.b")), Some(&7));
        assert!(attributes.classes.contains(&Name::new("C")) && attributes.instances.is_empty());
        assert!(Attributes::read("{\"kind\":\"simp\"}\n".as_bytes()).is_err());
    }
}
