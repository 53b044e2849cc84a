//! What the numbers in a line of an export stand for.

use rustc_hash::FxHashMap;
use serde_json::Value;
use turnstile_kernel::Name;

/// The three index spaces of the format.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Space {
    /// Names, defined by `in`.
    Name,
    /// Levels, defined by `il`.
    Level,
    /// Terms, defined by `ie`.
    Expr,
}

/// An index in its space.
pub type Index = (Space, u64);

/// What a number means, by the key it stands under (for the members of a list: the key of the list).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meaning {
    /// The index that the line defines.
    Definition(Space),
    /// A reference to an earlier line.
    Reference(Space),
    /// A count, a position, a height.
    Count,
}

/// The meaning of a number under `key`.
#[must_use]
pub fn meaning(key: &str) -> Meaning {
    match key {
        "in" => Meaning::Definition(Space::Name),
        "il" => Meaning::Definition(Space::Level),
        "ie" => Meaning::Definition(Space::Expr),
        "pre" | "name" | "typeName" | "induct" | "ctor" | "param" | "levelParams" | "all" | "ctors" => {
            Meaning::Reference(Space::Name)
        }
        "succ" | "max" | "imax" | "sort" | "us" => Meaning::Reference(Space::Level),
        "fn" | "arg" | "type" | "body" | "value" | "struct" | "expr" | "rhs" => {
            Meaning::Reference(Space::Expr)
        }
        _ => Meaning::Count,
    }
}

/// A path to a part of a line, as a JSON pointer, with the key that says what it is.
#[derive(Clone, Debug)]
pub struct Place {
    /// For [`Value::pointer`].
    pub path: String,
    /// The innermost key on the path that is not a position in a list.
    pub key: String,
}

/// All parts of a line, outermost first.
#[must_use]
pub fn places(line: &Value) -> Vec<Place> {
    fn go(v: &Value, path: &str, key: &str, out: &mut Vec<Place>) {
        out.push(Place { path: path.to_string(), key: key.to_string() });
        match v {
            Value::Object(o) => o.iter().for_each(|(k, v)| go(v, &format!("{path}/{k}"), k, out)),
            Value::Array(a) => {
                a.iter().enumerate().for_each(|(i, v)| go(v, &format!("{path}/{i}"), key, out));
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    go(line, "", "", &mut out);
    out
}

/// The indices that a line defines and refers to.
#[must_use]
pub fn indices(line: &Value) -> (Vec<Index>, Vec<Index>) {
    let (mut defined, mut used) = (Vec::new(), Vec::new());
    for p in places(line) {
        if let Some(n) = line.pointer(&p.path).and_then(Value::as_u64) {
            match meaning(&p.key) {
                Meaning::Definition(s) => defined.push((s, n)),
                Meaning::Reference(s) => used.push((s, n)),
                Meaning::Count => {}
            }
        }
    }
    (defined, used)
}

/// The keys of declaration lines.
pub const DECLARATIONS: [&str; 6] = ["axiom", "def", "thm", "opaque", "quot", "inductive"];

/// Whether the line declares something.
#[must_use]
pub fn is_declaration(line: &Value) -> bool {
    DECLARATIONS.iter().any(|k| line.get(k).is_some())
}

/// The names that each line declares: the constants that come from it.
#[must_use]
pub fn declared_names(lines: &[Value]) -> Vec<Vec<Name>> {
    let mut table: FxHashMap<u64, Name> = FxHashMap::from_iter([(0, Name::anon())]);
    lines
        .iter()
        .map(|line| {
            define_name(line, &mut table);
            let mut found = Vec::new();
            let mut note = |v: &Value| {
                found.extend(v.get("name").and_then(Value::as_u64).and_then(|i| table.get(&i)).copied());
            };
            for k in DECLARATIONS {
                let Some(d) = line.get(k) else { continue };
                note(d);
                for part in ["types", "ctors", "recs"] {
                    d.get(part).and_then(Value::as_array).into_iter().flatten().for_each(&mut note);
                }
            }
            found
        })
        .collect()
}

fn define_name(line: &Value, table: &mut FxHashMap<u64, Name>) {
    let Some(i) = line.get("in").and_then(Value::as_u64) else { return };
    let payload = line.get("str").or_else(|| line.get("num"));
    let pre = payload.and_then(|p| p.get("pre")).and_then(Value::as_u64).and_then(|p| table.get(&p).copied());
    let (Some(payload), Some(pre)) = (payload, pre) else { return };
    if let Some(s) = payload.get("str").and_then(Value::as_str) {
        table.insert(i, pre.str(s));
    } else if let Some(n) = payload.get("i").and_then(Value::as_u64) {
        table.insert(i, pre.num(n));
    }
}

/// Marks the lines that the lines in `changed` reach: those that refer to an index they define, and so on.
#[must_use]
pub fn cone(lines: &[Value], changed: &[usize]) -> Vec<bool> {
    let mut tainted = rustc_hash::FxHashSet::default();
    lines
        .iter()
        .enumerate()
        .map(|(i, line)| {
            let (defined, used) = indices(line);
            let hit = changed.contains(&i) || used.iter().any(|u| tainted.contains(u));
            if hit {
                tainted.extend(defined);
            }
            hit
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_cone_follows_references_and_nothing_else() {
        let lines = [
            json!({"in": 1, "str": {"pre": 0, "str": "a"}}),
            json!({"in": 2, "str": {"pre": 0, "str": "b"}}),
            json!({"ie": 0, "sort": 0}),
            json!({"ie": 1, "const": {"name": 1, "us": []}}),
            json!({"axiom": {"name": 2, "levelParams": [], "type": 1, "isUnsafe": false}}),
            json!({"axiom": {"name": 2, "levelParams": [], "type": 0, "isUnsafe": false}}),
        ];
        assert_eq!(cone(&lines, &[0]), [true, false, false, true, true, false]);
        assert_eq!(cone(&lines, &[2]), [false, false, true, false, false, true]);
        assert_eq!(declared_names(&lines)[4], [Name::new("b")]);
    }
}
