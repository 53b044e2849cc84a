//! A memo table for substitutions: made to be emptied often.

use crate::term::Expr;

/// Results of a traversal, by node and number of binders passed. Emptying it costs nothing: entries of earlier
/// rounds are told by their round.
#[derive(Default)]
pub(crate) struct Memo {
    /// A power of two of them; probed from a key's place on.
    slots: Vec<Slot>,
    /// Entries of this round.
    len: usize,
    round: u32,
    /// Nodes passed in this round.
    passed: u32,
}

/// A traversal notes nothing about so many nodes at its beginning: most end before, and a node that is met again is
/// noted then.
const UNNOTED: u32 = 24;

#[derive(Clone, Copy, Default)]
struct Slot {
    round: u32,
    depth: u32,
    key: u32,
    value: u32,
}

const FIRST_SIZE: usize = 64;
/// Larger tables are not kept.
const LARGEST_KEPT: usize = 1 << 16;

impl Memo {
    /// Empties the table.
    pub(crate) fn clear(&mut self) {
        (self.len, self.passed) = (0, 0);
        match self.round.checked_add(1) {
            Some(round) if self.slots.len() <= LARGEST_KEPT => self.round = round,
            _ => *self = Memo::default(),
        }
    }

    /// Counts a node; whether it is to be looked up and noted.
    pub(crate) fn is_due(&mut self) -> bool {
        self.passed = self.passed.saturating_add(1);
        self.passed > UNNOTED
    }

    fn place(&self, key: Expr, depth: u32) -> usize {
        // Fibonacci hashing: the high bits are mixed best.
        let x = (u64::from(key.0) << 32 | u64::from(depth)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        (x >> 32) as usize & (self.slots.len() - 1)
    }

    /// What was found out for `key` at this depth.
    pub(crate) fn get(&self, key: Expr, depth: u32) -> Option<Expr> {
        if self.len == 0 {
            return None;
        }
        let mut i = self.place(key, depth);
        loop {
            let slot = self.slots[i];
            // Slots of earlier rounds are empty.
            if slot.round != self.round {
                return None;
            }
            if slot.key == key.0 && slot.depth == depth {
                return Some(Expr(slot.value));
            }
            i = (i + 1) & (self.slots.len() - 1);
        }
    }

    /// Notes a result for a key that has none.
    pub(crate) fn insert(&mut self, key: Expr, depth: u32, value: Expr) {
        if self.slots.is_empty() {
            self.slots = vec![Slot::default(); FIRST_SIZE];
            self.round = self.round.max(1);
        } else if self.len * 2 >= self.slots.len() {
            self.grow();
        }
        self.put(Slot { round: self.round, depth, key: key.0, value: value.0 });
        self.len += 1;
    }

    fn put(&mut self, slot: Slot) {
        let mut i = self.place(Expr(slot.key), slot.depth);
        while self.slots[i].round == self.round {
            i = (i + 1) & (self.slots.len() - 1);
        }
        self.slots[i] = slot;
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 2;
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); size]);
        for slot in old {
            if slot.round == self.round {
                self.put(slot);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_of_their_round() {
        let mut memo = Memo::default();
        for round in 0..3 {
            assert_eq!(memo.get(Expr(1), 0), None);
            for i in 0..1000 {
                memo.insert(Expr(i), i % 3, Expr(i + round));
            }
            for i in 0..1000 {
                assert_eq!(memo.get(Expr(i), i % 3), Some(Expr(i + round)));
                assert_eq!(memo.get(Expr(i), i % 3 + 1), None);
            }
            memo.clear();
        }
    }
}
