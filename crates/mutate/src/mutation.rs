//! One change to one line of an export.

use crate::random::Random;
use crate::schema::{Meaning, Place, Space, is_declaration, meaning, places};
use serde_json::{Value, json};
use std::fmt;

/// The kinds of change.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Operator {
    /// A reference to another index of its space, defined or not.
    Reference,
    /// The index that a line defines.
    Definition,
    /// A count, position or height.
    Count,
    /// A flag turned over.
    Flag,
    /// Text: a component of a name, a literal, a binder's kind, a hint, a kind of constant.
    Text,
    /// A list with a member removed, doubled, moved or added.
    List,
    /// Two parts of an item exchanged (function and argument, type and body, …).
    Exchange,
    /// An item read as another kind of the same shape (`lam` as `forallE`, `def` as `thm`, …).
    Kind,
    /// A field removed.
    Missing,
    /// A line removed.
    Drop,
    /// A line written twice.
    Double,
    /// A line exchanged with the next.
    Swap,
}

impl Operator {
    /// All of them, in the order of reports.
    pub const ALL: [Operator; 12] = [
        Operator::Reference,
        Operator::Definition,
        Operator::Count,
        Operator::Flag,
        Operator::Text,
        Operator::List,
        Operator::Exchange,
        Operator::Kind,
        Operator::Missing,
        Operator::Drop,
        Operator::Double,
        Operator::Swap,
    ];
}

impl fmt::Display for Operator {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Operator::Reference => "reference",
            Operator::Definition => "index defined",
            Operator::Count => "count",
            Operator::Flag => "flag",
            Operator::Text => "text",
            Operator::List => "list",
            Operator::Exchange => "parts exchanged",
            Operator::Kind => "kind",
            Operator::Missing => "field missing",
            Operator::Drop => "line dropped",
            Operator::Double => "line doubled",
            Operator::Swap => "lines swapped",
        })
    }
}

/// A change to a file: what it did, and where.
#[derive(Clone, Debug)]
pub struct Mutation {
    /// Its kind.
    pub operator: Operator,
    /// The line it changed, from 0.
    pub line: usize,
    /// The part of the line, as a JSON pointer; empty for whole lines.
    pub path: String,
    /// What stands there now; `null` where something was removed.
    pub value: Value,
    /// Replaces lines `line .. line + replaced` of the original.
    pub replaced: usize,
    /// What replaces them.
    pub lines: Vec<Value>,
}

impl Mutation {
    /// The whole changed file.
    #[must_use]
    pub fn apply(&self, lines: &[Value]) -> Vec<Value> {
        [&lines[..self.line], &self.lines, &lines[self.line + self.replaced..]].concat()
    }

    /// Whether the change is to what the kernel derives by itself: everything in an inductive group but names, level
    /// parameters, types and the number of parameters, and all of the quotient type.
    #[must_use]
    pub fn is_derived_data(&self) -> bool {
        let Some(rest) = self.path.strip_prefix("/inductive/") else { return self.path.starts_with("/quot") };
        let key = rest.rsplit('/').find(|k| k.parse::<usize>().is_err()).unwrap_or("");
        match rest.split('/').next() {
            Some("recs") => true,
            Some("types") => {
                !matches!(key, "types" | "name" | "type" | "levelParams" | "ctors" | "numParams")
            }
            _ => !matches!(key, "ctors" | "name" | "type" | "levelParams"),
        }
    }
}

impl fmt::Display for Mutation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}, {}", self.line + 1, self.operator)?;
        if !self.path.is_empty() {
            write!(f, ": {} := {}", self.path, self.value)?;
        }
        Ok(())
    }
}

/// Makes mutations of one file.
pub struct Mutator<'a> {
    lines: &'a [Value],
    declarations: Vec<usize>,
    /// One more than the greatest index of each space.
    ends: [u64; 3],
    texts: Vec<String>,
}

const PAIRS: [(&str, &str); 7] = [
    ("fn", "arg"),
    ("type", "body"),
    ("type", "value"),
    ("value", "body"),
    ("name", "type"),
    ("numParams", "numIndices"),
    ("numMotives", "numMinors"),
];

const KINDS: [(&str, &str); 8] = [
    ("lam", "forallE"),
    ("max", "imax"),
    ("natVal", "strVal"),
    ("bvar", "sort"),
    ("succ", "param"),
    ("opaque", "thm"),
    ("thm", "opaque"),
    ("sort", "bvar"),
];

impl<'a> Mutator<'a> {
    /// Of the lines of a file.
    #[must_use]
    pub fn new(lines: &'a [Value]) -> Mutator<'a> {
        let mut ends = [1, 1, 0];
        let mut texts = Vec::new();
        for line in lines {
            for (i, tag) in ["in", "il", "ie"].iter().enumerate() {
                if let Some(n) = line.get(tag).and_then(Value::as_u64) {
                    ends[i] = ends[i].max(n + 1);
                }
            }
            texts.extend(line.pointer("/str/str").and_then(Value::as_str).map(str::to_string));
        }
        texts.sort();
        texts.dedup();
        let declarations = (0..lines.len()).filter(|i| is_declaration(&lines[*i])).collect();
        Mutator { lines, declarations, ends, texts }
    }

    /// A random mutation. Declarations hold most of the fields and are a small part of the lines: they are met half of the
    /// time.
    pub fn random(&self, random: &mut Random) -> Mutation {
        loop {
            let line = match random.below(2) {
                0 => random.pick(&self.declarations).copied().unwrap_or(0),
                _ => random.below(self.lines.len()),
            };
            let made = match random.below(24) {
                0 => self.whole(line, Operator::Drop),
                1 => self.whole(line, Operator::Double),
                2 => self.whole(line, Operator::Swap),
                3 => self.exchange(line, random),
                4 => self.kind(line, random),
                5 => self.missing(line, random),
                _ => self.part(line, random),
            };
            if let Some(m) = made {
                return m;
            }
        }
    }

    fn whole(&self, line: usize, operator: Operator) -> Option<Mutation> {
        let this = self.lines[line].clone();
        let (replaced, lines) = match operator {
            Operator::Drop => (1, vec![]),
            Operator::Double => (1, vec![this.clone(), this]),
            _ => (2, vec![self.lines.get(line + 1)?.clone(), this]),
        };
        Some(Mutation { operator, line, path: String::new(), value: Value::Null, replaced, lines })
    }

    fn changed(
        &self,
        operator: Operator,
        line: usize,
        path: &str,
        now: Value,
        shown: Value,
    ) -> Option<Mutation> {
        if now == self.lines[line] {
            return None;
        }
        let path = path.to_string();
        Some(Mutation { operator, line, path, value: shown, replaced: 1, lines: vec![now] })
    }

    /// Replaces the part at `path` by `value`.
    fn set(&self, operator: Operator, line: usize, path: &str, value: Value) -> Option<Mutation> {
        let mut now = self.lines[line].clone();
        *now.pointer_mut(path)? = value.clone();
        self.changed(operator, line, path, now, value)
    }

    fn objects(&self, line: usize) -> Vec<Place> {
        let here = &self.lines[line];
        places(here).into_iter().filter(|p| here.pointer(&p.path).is_some_and(Value::is_object)).collect()
    }

    fn exchange(&self, line: usize, random: &mut Random) -> Option<Mutation> {
        let objects = self.objects(line);
        let place = random.pick(&objects)?;
        let (a, b) = *random.pick(&PAIRS)?;
        let mut now = self.lines[line].clone();
        let object = now.pointer_mut(&place.path)?.as_object_mut()?;
        let (x, y) = (object.get(a)?.clone(), object.get(b)?.clone());
        object.insert(a.into(), y);
        object.insert(b.into(), x);
        self.changed(Operator::Exchange, line, &place.path, now, json!([a, b]))
    }

    fn kind(&self, line: usize, random: &mut Random) -> Option<Mutation> {
        let (a, b) = match random.below(2) {
            0 => *random.pick(&KINDS)?,
            _ => random.pick(&KINDS).map(|(a, b)| (*b, *a))?,
        };
        let mut now = self.lines[line].clone();
        let top = now.as_object_mut()?;
        let mut payload = match (a, b) {
            // Definitions have more fields than theorems.
            _ if top.contains_key("def") && random.below(2) == 0 => {
                let mut d = top.remove("def")?;
                let fields = d.as_object_mut()?;
                fields.remove("hints");
                fields.remove("safety");
                return self.retagged(line, now, "thm", d);
            }
            _ if top.contains_key("thm") && random.below(2) == 0 => {
                let mut d = top.remove("thm")?;
                let fields = d.as_object_mut()?;
                fields.insert("hints".into(), json!("abbrev"));
                fields.insert("safety".into(), json!("safe"));
                return self.retagged(line, now, "def", d);
            }
            _ => top.remove(a)?,
        };
        if let Some(fields) = payload.as_object_mut()
            && b == "thm"
        {
            fields.remove("isUnsafe");
        }
        self.retagged(line, now, b, payload)
    }

    fn retagged(&self, line: usize, mut now: Value, tag: &str, payload: Value) -> Option<Mutation> {
        now.as_object_mut()?.insert(tag.into(), payload);
        self.changed(Operator::Kind, line, "", now, json!(tag))
    }

    fn missing(&self, line: usize, random: &mut Random) -> Option<Mutation> {
        let objects = self.objects(line);
        let place = random.pick(&objects)?;
        let mut now = self.lines[line].clone();
        let object = now.pointer_mut(&place.path)?.as_object_mut()?;
        let keys: Vec<String> = object.keys().cloned().collect();
        let key = random.pick(&keys)?;
        object.remove(key);
        self.changed(Operator::Missing, line, &format!("{}/{key}", place.path), now, Value::Null)
    }

    fn part(&self, line: usize, random: &mut Random) -> Option<Mutation> {
        let all = places(&self.lines[line]);
        let Place { path, key } = random.pick(&all)?;
        match self.lines[line].pointer(path)? {
            Value::Bool(b) => self.set(Operator::Flag, line, path, json!(!b)),
            Value::Number(n) => self.number(line, path, key, n.as_u64()?, random),
            Value::String(s) => {
                let now = self.text(key, s, random)?;
                self.set(Operator::Text, line, path, now)
            }
            Value::Array(a) => {
                let now = self.list(key, a, random)?;
                self.set(Operator::List, line, path, now)
            }
            Value::Null | Value::Object(_) => None,
        }
    }

    fn number(&self, line: usize, path: &str, key: &str, n: u64, random: &mut Random) -> Option<Mutation> {
        let (operator, end) = match meaning(key) {
            Meaning::Definition(s) => (Operator::Definition, self.ends[s as usize]),
            Meaning::Reference(s) => (Operator::Reference, self.ends[s as usize]),
            Meaning::Count => (Operator::Count, 8),
        };
        let now = match random.below(8) {
            0 => n.checked_sub(1)?,
            1 => n + 1,
            2 => 0,
            3 => n + (1 << 32),
            4 => end,
            // References to near lines are most likely to be well typed.
            5 => n.checked_sub(random.below(20) as u64)?,
            _ => random.below(end.max(1) as usize) as u64,
        };
        self.set(operator, line, path, json!(now))
    }

    fn text(&self, key: &str, s: &str, random: &mut Random) -> Option<Value> {
        let other = |choices: &[&str], random: &mut Random| random.pick(choices).map(|c| json!(c));
        match key {
            "binderInfo" => other(&["default", "implicit", "strictImplicit", "instImplicit", "x"], random),
            "hints" => match random.below(2) {
                0 => Some(json!({"regular": random.below(5)})),
                _ => other(&["opaque", "abbrev", "x"], random),
            },
            "safety" => other(&["unsafe", "partial", "x"], random),
            "kind" => other(&["type", "ctor", "lift", "ind", "x"], random),
            "natVal" => match random.below(4) {
                0 => Some(json!(format!("0{s}"))),
                1 => Some(json!(format!("{s}0"))),
                2 => Some(json!(random.below(10).to_string())),
                _ => other(&["", "-1", "1e3", "4294967296"], random),
            },
            "str" => match random.below(3) {
                0 => Some(json!(format!("{s}'"))),
                1 => Some(json!("")),
                _ => random.pick(&self.texts).map(|t| json!(t)),
            },
            "version" => other(&["3.2.0", "2.0.0", "3", ""], random),
            _ => Some(json!(format!("{s}a"))),
        }
    }

    fn list(&self, key: &str, a: &[Value], random: &mut Random) -> Option<Value> {
        let mut now = a.to_vec();
        match random.below(4) {
            0 if !now.is_empty() => {
                now.remove(random.below(a.len()));
            }
            1 if !now.is_empty() => {
                let i = random.below(a.len());
                now.insert(i, now[i].clone());
            }
            2 if now.len() > 1 => now.rotate_left(1),
            _ => {
                let end = match meaning(key) {
                    Meaning::Reference(s) => self.ends[s as usize],
                    _ => return None,
                };
                now.push(json!(random.below(end.max(1) as usize)));
            }
        }
        Some(json!(now))
    }
}

const _: () = assert!(Space::Name as usize == 0 && Space::Level as usize == 1 && Space::Expr as usize == 2);
