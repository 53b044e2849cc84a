//! Hierarchical names such as `Nat.add`, interned for the life of the process.
//!
//! Two equal names are one allocation, so comparison is a pointer comparison and a name is `Copy`.
//! Names come from source text and are few; they are never freed.

use hashbrown::HashTable;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::{LazyLock, Mutex, PoisonError};

/// An interned hierarchical name. The empty name is [`Name::anon`].
#[derive(Clone, Copy)]
pub struct Name(&'static NameData);

struct NameData {
    prefix: Option<Name>,
    part: Part,
    /// Content hash: the same in every process, so that iteration orders repeat.
    hash: u64,
    /// The name with its parts joined by dots.
    text: Box<str>,
}

/// The last component of a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Part {
    /// A textual component.
    Str(Box<str>),
    /// A numeric component.
    Num(u64),
}

static ANON_DATA: LazyLock<Name> = LazyLock::new(|| {
    Name(Box::leak(Box::new(NameData { prefix: None, part: Part::Num(0), hash: 17, text: "".into() })))
});
static TABLE: LazyLock<Mutex<HashTable<Name>>> = LazyLock::new(|| Mutex::new(HashTable::new()));

fn fnv(mut h: u64, bytes: &[u8]) -> u64 {
    for b in bytes {
        h = (h ^ u64::from(*b)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    h ^ (h >> 29)
}

impl Name {
    /// The empty name.
    #[must_use]
    pub fn anon() -> Name {
        *ANON_DATA
    }

    /// The name written `s`, its components separated by dots. A component in `«…»` may itself hold dots.
    /// The empty string gives [`Name::anon`].
    #[must_use]
    pub fn new(s: &str) -> Name {
        let mut n = Name::anon();
        let mut rest = s;
        while !rest.is_empty() {
            if let Some(quoted) = rest.strip_prefix('«')
                && let Some((inner, after)) = quoted.split_once('»')
            {
                n = n.str(inner);
                rest = after.strip_prefix('.').unwrap_or(after);
                continue;
            }
            match rest.split_once('.') {
                Some((part, after)) if !part.is_empty() && !after.is_empty() => {
                    n = n.str(part);
                    rest = after;
                }
                _ => return n.str(rest),
            }
        }
        n
    }

    fn intern(prefix: Name, part: Part) -> Name {
        let hash = match &part {
            Part::Str(s) => fnv(prefix.0.hash ^ 0x9e37_79b9_7f4a_7c15, s.as_bytes()),
            Part::Num(n) => fnv(prefix.0.hash ^ 0x51_7cc1_b727, &n.to_le_bytes()),
        };
        let mut table = TABLE.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(n) = table.find(hash, |n| n.0.prefix == Some(prefix) && n.0.part == part) {
            return *n;
        }
        let mut text = String::new();
        if !prefix.is_anon() {
            text.push_str(&prefix.0.text);
            text.push('.');
        }
        match &part {
            Part::Str(s) => text.push_str(s),
            Part::Num(n) => text.push_str(&n.to_string()),
        }
        let n = Name(Box::leak(Box::new(NameData { prefix: Some(prefix), part, hash, text: text.into() })));
        table.insert_unique(hash, n, |n| n.0.hash);
        n
    }

    /// This name extended by a textual component.
    #[must_use]
    pub fn str(self, s: &str) -> Name {
        Name::intern(self, Part::Str(s.into()))
    }

    /// This name extended by a numeric component.
    #[must_use]
    pub fn num(self, n: u64) -> Name {
        Name::intern(self, Part::Num(n))
    }

    /// This name followed by all components of `other`.
    #[must_use]
    pub fn append(self, other: Name) -> Name {
        match other.0.prefix {
            None => self,
            Some(p) => {
                let base = self.append(p);
                match &other.0.part {
                    Part::Str(s) => base.str(s),
                    Part::Num(n) => base.num(*n),
                }
            }
        }
    }

    /// Whether this is the empty name.
    #[must_use]
    pub fn is_anon(self) -> bool {
        self.0.prefix.is_none()
    }

    /// The name without its last component; the empty name for an atomic or empty one.
    #[must_use]
    pub fn prefix(self) -> Name {
        self.0.prefix.unwrap_or(self)
    }

    /// Whether the name has exactly one component.
    #[must_use]
    pub fn is_atomic(self) -> bool {
        self.0.prefix.is_some_and(Name::is_anon)
    }

    /// The last component, or `None` for the empty name.
    #[must_use]
    pub fn last(self) -> Option<&'static Part> {
        self.0.prefix.map(|_| &self.0.part)
    }

    /// The text of the last component; empty for the empty name and numeric components.
    #[must_use]
    pub fn last_str(self) -> &'static str {
        match self.last() {
            Some(Part::Str(s)) => s,
            _ => "",
        }
    }

    /// The components, first to last, as names of one component.
    #[must_use]
    pub fn components(self) -> Vec<&'static Part> {
        let mut v = Vec::new();
        let mut n = self;
        while let Some(p) = n.0.prefix {
            v.push(&n.0.part);
            n = p;
        }
        v.reverse();
        v
    }

    /// Whether `p` is this name or one of its prefixes.
    #[must_use]
    pub fn has_prefix(self, p: Name) -> bool {
        let mut n = self;
        loop {
            if n == p {
                return true;
            }
            match n.0.prefix {
                Some(q) => n = q,
                None => return false,
            }
        }
    }

    /// The name with prefix `old` replaced by `new`; unchanged when `old` is not a prefix.
    #[must_use]
    pub fn replace_prefix(self, old: Name, new: Name) -> Name {
        if self == old {
            return new;
        }
        match self.0.prefix {
            None => self,
            Some(p) => {
                let q = p.replace_prefix(old, new);
                match &self.0.part {
                    Part::Str(s) => q.str(s),
                    Part::Num(n) => q.num(*n),
                }
            }
        }
    }

    /// The components joined by dots, without quoting.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        &self.0.text
    }
}

impl PartialEq for Name {
    fn eq(&self, other: &Name) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}
impl Eq for Name {}
impl Name {
    /// A hash of the text.
    pub(crate) fn hash_value(self) -> u64 {
        self.0.hash
    }
}

impl Hash for Name {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(self.0.hash);
    }
}
/// Alphabetical order of the dotted text, then by structure: a total order that does not depend on the run.
impl Ord for Name {
    fn cmp(&self, other: &Name) -> std::cmp::Ordering {
        if self == other {
            return std::cmp::Ordering::Equal;
        }
        self.0.text.cmp(&other.0.text).then_with(|| self.0.hash.cmp(&other.0.hash))
    }
}
impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Name) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_anon() { "[anonymous]" } else { &self.0.text })
    }
}
impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{self}")
    }
}
impl From<&str> for Name {
    fn from(s: &str) -> Name {
        Name::new(s)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_text_is_one_name() {
        assert_eq!(Name::new("Nat.add"), Name::anon().str("Nat").str("add"));
        assert_ne!(Name::new("a.1"), Name::new("a").num(1));
        assert_eq!(Name::new("a").append(Name::new("b.c")), Name::new("a.b.c"));
        assert_eq!(Name::new("a.b.c").replace_prefix(Name::new("a.b"), Name::new("x")), Name::new("x.c"));
        assert!(Name::new("a.b.c").has_prefix(Name::new("a")));
        assert!(!Name::new("ab.c").has_prefix(Name::new("a")));
    }
}
