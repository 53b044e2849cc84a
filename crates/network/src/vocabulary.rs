//! Tokens as numbers.
//!
//! A symbol vocabulary: structure, bound variables, hypotheses and numerals are tokens as they come, constants are split
//! at their dots, and what was never seen is spelled in bytes. Kernel terms have few symbols, most of them whole words:
//! such a vocabulary needs a quarter fewer tokens for them than one of byte pairs, and is faster to apply.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};

/// Bytes of an unknown piece that are spelled.
const SPELLED: usize = 6;

/// The tokens and templates that a network knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Lists", into = "Lists")]
pub struct Vocabulary {
    lists: Lists,
    tokens: HashMap<String, u32>,
    templates: HashMap<String, u32>,
}

/// What a vocabulary is made of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    tokens: Vec<String>,
    templates: Vec<String>,
}

impl From<Lists> for Vocabulary {
    fn from(lists: Lists) -> Vocabulary {
        let numbered =
            |list: &[String]| list.iter().enumerate().map(|(i, t)| (t.clone(), i as u32)).collect();
        Vocabulary { tokens: numbered(&lists.tokens), templates: numbered(&lists.templates), lists }
    }
}

impl From<Vocabulary> for Lists {
    fn from(v: Vocabulary) -> Lists {
        v.lists
    }
}

/// Tokens that are there whatever was seen, the padding first.
fn fixed() -> Vec<String> {
    let mut out: Vec<String> =
        ["<pad>", "⊢", "(", ")", ":", "→", "∀", "λ", "let", "?", "x", "…", "Prop", "Type", "\"\""]
            .map(str::to_owned)
            .into();
    out.extend((0..24).map(|i| format!("h{i}")));
    out.extend((0..16).map(|i| format!("#{i}")));
    out.extend((0..256).map(|b| format!("<{b:02x}>")));
    out
}

/// The pieces of a token: a constant is split before its dots.
fn pieces(token: &str) -> Vec<String> {
    let Some(name) = token.strip_prefix('\'') else { return vec![token.to_owned()] };
    let parts = name.split('.').enumerate();
    parts.map(|(i, part)| if i == 0 { format!("'{part}") } else { format!(".{part}") }).collect()
}

impl Vocabulary {
    /// The vocabulary of these tokens and templates: pieces that occur at least `least` times, the most frequent `most`.
    pub fn learn<'a>(
        tokens: impl Iterator<Item = &'a str>,
        templates: impl Iterator<Item = &'a str>,
        least: usize,
        most: usize,
    ) -> Vocabulary {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        for piece in tokens.flat_map(pieces) {
            *counts.entry(piece).or_default() += 1;
        }
        let mut all = fixed();
        let mut frequent: Vec<(String, usize)> =
            counts.into_iter().filter(|(p, n)| *n >= least && !all.contains(p)).collect();
        frequent.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        all.extend(frequent.into_iter().take(most).map(|(p, _)| p));
        let mut known: Vec<String> = templates.map(str::to_owned).collect();
        known.sort();
        known.dedup();
        known.insert(0, "<other>".to_owned());
        Vocabulary::from(Lists { tokens: all, templates: known })
    }

    /// Number of tokens.
    #[must_use]
    pub fn len(&self) -> usize {
        self.lists.tokens.len()
    }

    /// Whether there are none, which only a faulty file has.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lists.tokens.is_empty()
    }

    /// Number of templates.
    #[must_use]
    pub fn templates(&self) -> usize {
        self.lists.templates.len()
    }

    /// Whether what every state needs is there.
    pub(crate) fn is_sound(&self) -> bool {
        let fixed = fixed();
        self.lists.tokens.get(..fixed.len()) == Some(fixed.as_slice())
            && self.tokens.len() == self.len()
            && self.templates.len() == self.templates()
            && self.templates() > 0
    }

    /// The number of a template; 0 for one that was never seen.
    #[must_use]
    pub fn template(&self, template: &str) -> u32 {
        self.templates.get(template).copied().unwrap_or(0)
    }

    /// Appends the numbers of a token's pieces.
    pub fn encode(&self, token: &str, out: &mut Vec<u32>) {
        for piece in pieces(token) {
            match self.tokens.get(&piece) {
                Some(id) => out.push(*id),
                None => {
                    let bytes = piece.bytes().take(SPELLED).map(|b| format!("<{b:02x}>"));
                    out.extend(bytes.filter_map(|b| self.tokens.get(&b).copied()));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_are_split_and_the_unknown_is_spelled() {
        let tokens = ["'Nat.add", "'Nat.succ", "'Nat.add", "h0", "(", "12"];
        let v = Vocabulary::learn(tokens.into_iter(), ["Rfl", "Omega", "Rfl"].into_iter(), 1, 100);
        assert!(v.is_sound());
        let mut out = vec![];
        v.encode("'Nat.add", &mut out);
        assert_eq!(out.len(), 2);
        let known = out.len();
        v.encode("'Zahl", &mut out);
        assert_eq!(out.len() - known, 5);
        assert!(out.iter().all(|i| (*i as usize) < v.len()));
        assert_eq!((v.template("Omega"), v.template("Rfl"), v.template("Nothing")), (1, 2, 0));
    }

    #[test]
    fn it_comes_back_from_a_file() {
        let v = Vocabulary::learn(["'A.b"].into_iter(), ["Rfl"].into_iter(), 1, 9);
        let text = serde_json::to_string(&v).expect("plain data");
        assert_eq!(serde_json::from_str::<Vocabulary>(&text).expect("plain data"), v);
    }
}
