//! Terms and declarations as bytes, for the library snapshot. A name is written once, in a table of its own.
//!
//! A snapshot is made by our own build from declarations that the checker accepted; it is data of the program, not
//! an input. Declarations from outside never come this way.

use crate::name::{Name, Part};
use rustc_hash::FxHashMap;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cell::RefCell;

/// Names met so far: written as (index of the prefix, last component). Entry 0 is the empty name.
#[derive(Default)]
struct NameTable {
    names: Vec<Name>,
    index: FxHashMap<Name, u32>,
    parts: Vec<(u32, Result<String, u64>)>,
}

thread_local! {
    static TABLE: RefCell<NameTable> = RefCell::new(NameTable::default());
}

impl NameTable {
    fn add(&mut self, n: Name) -> u32 {
        if let Some(i) = self.index.get(&n) {
            return *i;
        }
        let entry = match n.last() {
            None => (0, Ok(String::new())),
            Some(part) => {
                let p = self.add(n.prefix());
                (
                    p,
                    match part {
                        Part::Str(s) => Ok(s.to_string()),
                        Part::Num(k) => Err(*k),
                    },
                )
            }
        };
        let i = self.names.len() as u32;
        self.names.push(n);
        self.parts.push(entry);
        self.index.insert(n, i);
        i
    }
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_u32(TABLE.with_borrow_mut(|t| t.add(*self)))
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Name, D::Error> {
        let i = u32::deserialize(d)?;
        TABLE
            .with_borrow(|t| t.names.get(i as usize).copied())
            .ok_or_else(|| serde::de::Error::custom("name index out of range"))
    }
}

/// Writes `value` with the names it uses.
///
/// # Errors
/// When a value cannot be represented (a sequence of unknown length).
pub fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, postcard::Error> {
    TABLE.set(NameTable::default());
    TABLE.with_borrow_mut(|t| t.add(Name::anon()));
    let body = postcard::to_stdvec(value)?;
    let table = TABLE.replace(NameTable::default());
    let mut out = postcard::to_stdvec(&table.parts)?;
    out.extend(body);
    Ok(out)
}

/// Reads what [`encode`] wrote.
///
/// # Errors
/// When the bytes are not such a snapshot.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, postcard::Error> {
    let (parts, rest): (Vec<(u32, Result<String, u64>)>, &[u8]) = postcard::take_from_bytes(bytes)?;
    let mut names: Vec<Name> = Vec::with_capacity(parts.len());
    for (i, (p, part)) in parts.iter().enumerate() {
        let n = match (i, names.get(*p as usize), part) {
            (0, _, _) => Name::anon(),
            (_, Some(p), Ok(s)) => p.str(s),
            (_, Some(p), Err(k)) => p.num(*k),
            (_, None, _) => return Err(postcard::Error::DeserializeBadEncoding),
        };
        names.push(n);
    }
    TABLE.set(NameTable { names, ..NameTable::default() });
    let r = postcard::from_bytes(rest);
    TABLE.set(NameTable::default());
    r
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{Frozen, Store};
    use crate::term::Binder;

    #[test]
    fn a_store_survives_the_round_trip() {
        let st = Store::new();
        let e = st.lam(Binder::new(Name::new("x")), st.const0("Nat"), st.app(st.const0("f.g"), st.bvar(0)));
        let n = st.nat_u64(1 << 40);
        let bytes = encode(&(st.freeze(), e, n)).unwrap();
        let (frozen, e2, n2): (Frozen, crate::Expr, crate::Expr) = decode(&bytes).unwrap();
        assert_eq!((e, n), (e2, n2));
        let st = Store::over(&frozen);
        let again =
            st.lam(Binder::new(Name::new("x")), st.const0("Nat"), st.app(st.const0("f.g"), st.bvar(0)));
        assert_eq!((e, n), (again, st.nat_u64(1 << 40)));
        assert_eq!(st.overlay_nodes(), 0);
        assert!(decode::<Frozen>(&bytes[..bytes.len() / 2]).is_err());
    }
}
