//! `deriving` for classes of programs: `Repr`, `Ord`, `Hashable`, as Lean text.

use super::deriving::{Shape, ctor_text, header, instance_name, type_text};
use super::visible_name;

/// The text as a string literal.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn text(t: &str) -> String {
    format!("_root_.Std.Format.text {}", quoted(t))
}

fn append(parts: &[String]) -> String {
    let mut parts = parts.iter();
    let first = parts.next().cloned().unwrap_or_else(|| "_root_.Std.Format.nil".to_owned());
    parts.fold(first, |a, b| format!("_root_.Std.Format.append ({a}) ({b})"))
}

/// `T.ctor a b`, or `{ x := a, y := b }` for a structure whose fields are called `fields`.
pub(super) fn repr(s: &Shape, fields: Option<&[String]>) -> String {
    let name = instance_name(s, "Repr");
    let t = type_text(s);
    let head = header(s, Some("Repr"));
    let mut out = format!("def _root_.{name}.repr{head} : {t} → _root_.Nat → _root_.Std.Format");
    if s.ctors.is_empty() {
        out.push_str(" := fun x => nomatch x");
    }
    for (c, cf) in &s.ctors {
        let value = |i: usize, prec: u32| {
            let f = &cf[i];
            if f.is_proof || f.is_type {
                text("_")
            } else if f.recursive {
                format!("{name}.repr x{i} {prec}")
            } else {
                format!("_root_.Repr.reprPrec x{i} {prec}")
            }
        };
        let body = match fields {
            Some(names) => {
                let mut parts = Vec::new();
                for (i, n) in names.iter().enumerate().take(cf.len()) {
                    if i > 0 {
                        parts.extend([text(","), "_root_.Std.Format.line".to_owned()]);
                    }
                    parts.push(text(&format!("{n} := ")));
                    let indent = n.chars().count() + 4;
                    parts.push(format!(
                        "_root_.Std.Format.group (_root_.Std.Format.nest {indent} ({}))",
                        value(i, 0)
                    ));
                }
                format!("_root_.Std.Format.bracket \"{{ \" ({}) \" }}\"", append(&parts))
            }
            None => {
                let mut parts = vec![text(&visible_name(*c).to_string())];
                for i in 0..cf.len() {
                    parts.extend(["_root_.Std.Format.line".to_owned(), value(i, 1024)]);
                }
                format!(
                    "_root_.Repr.addAppParen (_root_.Std.Format.group (_root_.Std.Format.nest (if prec ≥ 1024 then 1 else 2) ({}))) prec",
                    append(&parts)
                )
            }
        };
        let prec = if fields.is_some() { "_" } else { "prec" };
        out.push_str(&format!("\n  | {}, {prec} => {body}", ctor_text(s, *c, cf, Some("x"))));
    }
    out.push_str(&format!("\n@[instance] def _root_.{name}{head} : _root_.Repr {t} := ⟨_root_.{name}.repr⟩"));
    out
}

/// By the order of the constructors, then by the fields from left to right.
pub(super) fn ord(s: &Shape) -> String {
    let name = instance_name(s, "Ord");
    let t = type_text(s);
    let head = header(s, Some("Ord"));
    let mut out = format!("def _root_.{name}.ord{head} : {t} → {t} → _root_.Ordering");
    if s.ctors.is_empty() {
        out.push_str(" := fun x => nomatch x");
    }
    for (k, (c, cf)) in s.ctors.iter().enumerate() {
        let (l, r) = (ctor_text(s, *c, cf, Some("a")), ctor_text(s, *c, cf, Some("b")));
        let mut body = "_root_.Ordering.eq".to_owned();
        for (i, f) in cf.iter().enumerate().rev().filter(|(_, f)| !f.is_proof && !f.is_type) {
            let one = if f.recursive {
                format!("{name}.ord a{i} b{i}")
            } else {
                format!("_root_.Ord.compare a{i} b{i}")
            };
            body = if body == "_root_.Ordering.eq" {
                one
            } else {
                format!("(match {one} with | _root_.Ordering.eq => {body} | o => o)")
            };
        }
        out.push_str(&format!("\n  | {l}, {r} => {body}"));
        if k + 1 < s.ctors.len() {
            let any = ctor_text(s, *c, cf, None);
            out.push_str(&format!(
                "\n  | {any}, _ => _root_.Ordering.lt\n  | _, {any} => _root_.Ordering.gt"
            ));
        }
    }
    out.push_str(&format!("\n@[instance] def _root_.{name}{head} : _root_.Ord {t} := ⟨_root_.{name}.ord⟩"));
    out
}

/// The number of the constructor, mixed with the fields.
pub(super) fn hashable(s: &Shape) -> String {
    let name = instance_name(s, "Hashable");
    let t = type_text(s);
    let head = header(s, Some("Hashable"));
    let mut out = format!("def _root_.{name}.hash{head} : {t} → _root_.UInt64");
    if s.ctors.is_empty() {
        out.push_str(" := fun x => nomatch x");
    }
    for (k, (c, cf)) in s.ctors.iter().enumerate() {
        let mut body = format!("_root_.UInt64.ofNat {k}");
        for (i, f) in cf.iter().enumerate().filter(|(_, f)| !f.is_proof && !f.is_type) {
            let one =
                if f.recursive { format!("{name}.hash x{i}") } else { format!("_root_.Hashable.hash x{i}") };
            body = format!("_root_.mixHash ({body}) ({one})");
        }
        out.push_str(&format!("\n  | {} => {body}", ctor_text(s, *c, cf, Some("x"))));
    }
    out.push_str(&format!(
        "\n@[instance] def _root_.{name}{head} : _root_.Hashable {t} := ⟨_root_.{name}.hash⟩"
    ));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped() {
        assert_eq!(quoted("a\"b\\"), "\"a\\\"b\\\\\"");
        assert_eq!(append(&[]), "_root_.Std.Format.nil");
    }
}
