//! Tactic scripts as text with a known structure: where the blocks and tactics are, and how to change them.

use std::ops::Range;
use turnstile_syntax::{
    NotationTable, SimpArgKind, SimpKind, Tactic, TacticKind, TacticSeq, VisitMut, parse_tactics, walk_seq,
    walk_tactic,
};

/// A script that was read: its text and its blocks, each block before those inside of it.
#[derive(Clone, Debug)]
pub(super) struct Script<'t> {
    pub(super) text: &'t str,
    pub(super) blocks: Vec<TacticSeq>,
}

/// New text for a part of a script.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) span: Range<usize>,
    pub(super) text: String,
}

impl Change {
    pub(super) fn new(span: Range<usize>, text: impl Into<String>) -> Change {
        Change { span, text: text.into() }
    }
}

impl<'t> Script<'t> {
    /// `None` for what is not a script.
    pub(super) fn read(text: &'t str, notations: &NotationTable) -> Option<Script<'t>> {
        struct Blocks(Vec<TacticSeq>);
        impl VisitMut for Blocks {
            fn visit_seq(&mut self, s: &mut TacticSeq) {
                self.0.push(s.clone());
                walk_seq(self, s);
            }
        }
        let mut whole = parse_tactics(text, notations).ok()?;
        let mut blocks = Blocks(Vec::new());
        blocks.visit_seq(&mut whole);
        Some(Script { text, blocks: blocks.0 })
    }

    /// The text of a tactic.
    pub(super) fn of(&self, t: &Tactic) -> &'t str {
        self.text.get(t.span.start..t.span.end).unwrap_or("")
    }

    /// All tactics, those inside of others as well, in the order of the text.
    pub(super) fn tactics(&self) -> Vec<Tactic> {
        struct All(Vec<Tactic>);
        impl VisitMut for All {
            fn visit_tactic(&mut self, t: &mut Tactic) {
                self.0.push(t.clone());
                walk_tactic(self, t);
            }
        }
        let mut all = All(Vec::new());
        if let Some(whole) = self.blocks.first() {
            all.visit_seq(&mut whole.clone());
        }
        all.0
    }

    /// The change that leaves out tactic `i` of a block; the only tactic of a block cannot be left out.
    pub(super) fn without(&self, block: &TacticSeq, i: usize) -> Option<Change> {
        let at = |i: usize| block.tactics.get(i).map(|t| t.span);
        match (i.checked_sub(1).and_then(at), at(i)?, at(i + 1)) {
            (_, this, Some(next)) => Some(Change::new(this.start..next.start, "")),
            (Some(before), this, None) => Some(Change::new(before.end..this.end, "")),
            (None, _, None) => None,
        }
    }

    /// The change that puts `closer` in the place of tactic `i` of a block and all after it.
    pub(super) fn closed_early(&self, block: &TacticSeq, i: usize, closer: &str) -> Option<Change> {
        let (first, last) = (block.tactics.get(i)?, block.tactics.last()?);
        Some(Change::new(first.span.start..last.span.end, closer))
    }

    /// The script with these changes, which do not overlap. Lines that became empty are gone.
    pub(super) fn changed(&self, changes: &[Change]) -> String {
        let mut changes: Vec<&Change> = changes.iter().collect();
        changes.sort_by_key(|c| c.span.start);
        let mut out = String::with_capacity(self.text.len());
        let mut done = 0;
        for c in changes {
            if c.span.start < done || self.text.get(c.span.clone()).is_none() {
                continue;
            }
            out.push_str(&self.text[done..c.span.start]);
            out.push_str(&c.text);
            done = c.span.end;
        }
        out.push_str(&self.text[done..]);
        let lines: Vec<&str> = out.lines().map(str::trim_end).filter(|l| !l.is_empty()).collect();
        lines.join("\n")
    }
}

/// How much there is to read: lines and characters, and something for tactics that do more than they say.
pub(super) fn cost(script: &str) -> usize {
    let lines: usize = script.lines().map(|l| 10 + l.trim().chars().count()).sum();
    // Alternatives without a name for their case are harder to follow than two lines more.
    let restless = script.matches("simp_all").count() * 8 + script.matches("<;>").count() * 4;
    lines + restless
}

/// The names in the lists of `simp` and `rw` of a tactic and all inside of it, as they are written, each once.
pub(super) fn names_in_lists(script: &Script<'_>, range: Range<usize>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for t in script.tactics() {
        if t.span.start < range.start || t.span.end > range.end {
            continue;
        }
        let terms: Vec<&turnstile_syntax::Term> = match &t.kind {
            TacticKind::Simp { args: Some(args), .. } => args
                .iter()
                .filter_map(|a| match &a.kind {
                    SimpArgKind::Lemma { symm: false, term, .. } => Some(term),
                    _ => None,
                })
                .collect(),
            TacticKind::Rewrite { rules, .. } => rules.iter().filter(|r| !r.symm).map(|r| &r.term).collect(),
            TacticKind::Unfold(ids, _) => {
                names.extend(ids.iter().map(turnstile_syntax::Ident::text));
                vec![]
            }
            _ => vec![],
        };
        names.extend(terms.iter().filter_map(|t| t.unparen().as_ident()).map(turnstile_syntax::Ident::text));
    }
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|n| seen.insert(n.clone()));
    names
}

/// The name of a tactic of the `simp` family, if it can say what it uses.
pub(super) fn squeezable(t: &Tactic) -> Option<&'static str> {
    match &t.kind {
        TacticKind::Simp { kind: SimpKind::Simp, only: false, .. } => Some("simp"),
        TacticKind::Simp { kind: SimpKind::SimpAll, only: false, .. } => Some("simp_all"),
        TacticKind::Simp { kind: SimpKind::Dsimp, only: false, .. } => Some("dsimp"),
        _ => None,
    }
}
