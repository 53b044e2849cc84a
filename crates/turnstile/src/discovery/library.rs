//! Lemmas of a run: what was proved for one theorem is there for the next.

use super::{Lemma, lemma_name};

/// `have` lines for the lemmas that the script (or a lemma it uses) mentions, or for all, then the script.
pub fn prefix(found: &[Lemma], body: Vec<String>, all: bool) -> Vec<String> {
    let mut used = vec![all; found.len()];
    let mentions = |lines: &[String], name: &str| lines.iter().any(|l| has_word(l, name));
    for (i, u) in used.iter_mut().enumerate() {
        *u |= mentions(&body, &lemma_name(i));
    }
    // A lemma may be used by a later one.
    for i in (0..found.len()).rev() {
        if used[i] {
            for (j, u) in used.iter_mut().enumerate().take(i) {
                *u |= mentions(&found[i].script, &lemma_name(j));
            }
        }
    }
    let mut out = Vec::new();
    for (i, l) in found.iter().enumerate() {
        if used[i] {
            out.push(format!("have {} : {} := by", lemma_name(i), l.text));
            out.extend(l.script.iter().map(|s| format!("  {s}")));
        }
    }
    out.extend(body);
    out
}

fn has_word(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_' || c == '\'';
    line.match_indices(word).any(|(i, w)| {
        !line[..i].chars().next_back().is_some_and(part)
            && !line[i + w.len()..].chars().next().is_some_and(part)
    })
}
