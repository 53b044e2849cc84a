//! Propositional refutation by conflict-driven clause learning, with a record of how each learned clause follows.
//!
//! Two watched literals, activity-based decisions and Luby restarts: Marques-Silva and Sakallah, *GRASP* (1999);
//! Moskewicz et al., *Chaff* (2001); Eén and Sörensson, *An extensible SAT-solver* (2003). A learned clause keeps its
//! *chain*: the clauses that unit propagation goes through, in order, when all its literals are false; the last one is
//! violated. That is all a proof term needs ([`super::emit`]).

use turnstile_elab::{Meta, Result};

/// A propositional variable.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Var(pub u32);

/// A variable or its negation.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct Lit(u32);

impl Lit {
    /// The literal that says `v`.
    #[must_use]
    pub fn pos(v: Var) -> Lit {
        Lit(v.0 << 1)
    }
    /// The literal that denies `v`.
    #[must_use]
    pub fn neg(v: Var) -> Lit {
        Lit(v.0 << 1 | 1)
    }
    /// The literal of `v` that is true when `v` has the value `value`.
    #[must_use]
    pub fn of(v: Var, value: bool) -> Lit {
        if value { Lit::pos(v) } else { Lit::neg(v) }
    }
    /// Its variable.
    #[must_use]
    pub fn var(self) -> Var {
        Var(self.0 >> 1)
    }
    /// Whether it denies its variable.
    #[must_use]
    pub fn is_neg(self) -> bool {
        self.0 & 1 == 1
    }
}

impl std::ops::Not for Lit {
    type Output = Lit;
    fn not(self) -> Lit {
        Lit(self.0 ^ 1)
    }
}

/// A clause of the solver.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct ClauseId(pub u32);

/// A disjunction of literals.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Its literals. The first two are watched.
    pub lits: Vec<Lit>,
    /// For a learned clause, how it follows; empty for one that was given.
    pub chain: Vec<ClauseId>,
}

/// What the solver found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answer {
    /// An assignment of all variables that satisfies all clauses.
    Model,
    /// The clauses contradict each other: this learned clause is empty.
    Refuted(ClauseId),
}

/// Clauses and an assignment.
#[derive(Default)]
pub struct Solver {
    clauses: Vec<Clause>,
    watches: Vec<Vec<ClauseId>>,
    values: Vec<Option<bool>>,
    phases: Vec<bool>,
    levels: Vec<u32>,
    reasons: Vec<Option<ClauseId>>,
    positions: Vec<u32>,
    activity: Vec<f64>,
    increment: f64,
    trail: Vec<Lit>,
    decisions: Vec<usize>,
    head: usize,
    empty: Option<ClauseId>,
}

impl Solver {
    /// A new variable.
    pub fn new_var(&mut self) -> Var {
        let v = Var(self.values.len() as u32);
        self.values.push(None);
        self.phases.push(false);
        self.levels.push(0);
        self.reasons.push(None);
        self.positions.push(0);
        self.activity.push(0.0);
        self.watches.push(Vec::new());
        self.watches.push(Vec::new());
        if self.increment == 0.0 {
            self.increment = 1.0;
        }
        v
    }

    /// Number of variables.
    #[must_use]
    pub fn variables(&self) -> usize {
        self.values.len()
    }

    /// The value of a literal in the current assignment.
    #[must_use]
    pub fn value(&self, l: Lit) -> Option<bool> {
        self.values[l.var().0 as usize].map(|b| b != l.is_neg())
    }

    /// A clause.
    #[must_use]
    pub fn clause(&self, c: ClauseId) -> &Clause {
        &self.clauses[c.0 as usize]
    }

    /// Adds a given clause without repeated literals. The assignment is reduced to what holds without decisions.
    pub fn add(&mut self, lits: Vec<Lit>) -> ClauseId {
        self.backtrack(0);
        let id = self.store(lits, Vec::new());
        if self.empty.is_none() {
            self.attach(id);
        }
        id
    }

    fn store(&mut self, lits: Vec<Lit>, chain: Vec<ClauseId>) -> ClauseId {
        let id = ClauseId(self.clauses.len() as u32);
        self.clauses.push(Clause { lits, chain });
        id
    }

    /// Watches a clause at decision level 0.
    fn attach(&mut self, id: ClauseId) {
        let values = &self.values;
        let lits = &mut self.clauses[id.0 as usize].lits;
        // Literals that are not false first.
        lits.sort_by_key(|l| values[l.var().0 as usize].map(|b| b != l.is_neg()) == Some(false));
        let lits = lits.clone();
        if lits.len() >= 2 {
            self.watches[lits[0].0 as usize].push(id);
            self.watches[lits[1].0 as usize].push(id);
        }
        match lits.first() {
            None => self.empty = Some(id),
            Some(l) if self.value(*l) == Some(false) => {
                self.conflict_without_decisions(id);
            }
            Some(l) if lits.len() == 1 || self.value(lits[1]) == Some(false) => {
                if self.value(*l).is_none() {
                    self.assign(*l, Some(id));
                }
            }
            Some(_) => {}
        }
    }

    /// The empty clause, from a clause whose literals are all false without decisions.
    fn conflict_without_decisions(&mut self, c: ClauseId) {
        let mut chain = self.units_of(c, None);
        chain.push(c);
        self.empty = Some(self.store(Vec::new(), chain));
    }

    /// The unit clauses that make the literals of `c` other than `but` false.
    fn units_of(&self, c: ClauseId, but: Option<Lit>) -> Vec<ClauseId> {
        self.clause(c)
            .lits
            .iter()
            .filter(|l| Some(**l) != but)
            .filter_map(|l| self.reasons[l.var().0 as usize])
            .collect()
    }

    fn assign(&mut self, l: Lit, reason: Option<ClauseId>) {
        let v = l.var().0 as usize;
        let mut reason = reason;
        // What holds without decisions gets a unit clause of its own, so that chains stay short.
        if self.decisions.is_empty()
            && let Some(c) = reason
            && self.clause(c).lits.len() > 1
        {
            let mut chain = self.units_of(c, Some(l));
            chain.push(c);
            reason = Some(self.store(vec![l], chain));
        }
        self.values[v] = Some(!l.is_neg());
        self.phases[v] = !l.is_neg();
        self.levels[v] = self.decisions.len() as u32;
        self.reasons[v] = reason;
        self.positions[v] = self.trail.len() as u32;
        self.trail.push(l);
    }

    fn backtrack(&mut self, level: usize) {
        let Some(start) = self.decisions.get(level).copied() else { return };
        for l in self.trail.drain(start..) {
            let v = l.var().0 as usize;
            self.values[v] = None;
            self.reasons[v] = None;
        }
        self.decisions.truncate(level);
        self.head = self.trail.len().min(self.head);
    }

    /// Unit propagation; a clause whose literals are all false, if it meets one.
    fn propagate(&mut self, work: &mut u64) -> Option<ClauseId> {
        while self.head < self.trail.len() {
            let falsified = !self.trail[self.head];
            self.head += 1;
            let watching = std::mem::take(&mut self.watches[falsified.0 as usize]);
            *work += 1 + watching.len() as u64;
            let mut kept = Vec::with_capacity(watching.len());
            let mut conflict = None;
            for (i, id) in watching.iter().enumerate() {
                if self.rewatch(*id, falsified) {
                    continue;
                }
                kept.push(*id);
                let first = self.clauses[id.0 as usize].lits[0];
                match self.value(first) {
                    Some(true) => {}
                    None => self.assign(first, Some(*id)),
                    Some(false) => {
                        kept.extend_from_slice(&watching[i + 1..]);
                        conflict = Some(*id);
                        break;
                    }
                }
            }
            self.watches[falsified.0 as usize] = kept;
            if conflict.is_some() {
                return conflict;
            }
        }
        None
    }

    /// Watches another literal of the clause instead of `falsified`, if one is not false. Otherwise `falsified` comes second.
    fn rewatch(&mut self, id: ClauseId, falsified: Lit) -> bool {
        let values = &self.values;
        let lits = &mut self.clauses[id.0 as usize].lits;
        if lits[0] == falsified {
            lits.swap(0, 1);
        }
        let value = |l: Lit| values[l.var().0 as usize].map(|b| b != l.is_neg());
        if value(lits[0]) == Some(true) {
            return false;
        }
        match (2..lits.len()).find(|i| value(lits[*i]) != Some(false)) {
            Some(i) => {
                lits.swap(1, i);
                let new = lits[1];
                self.watches[new.0 as usize].push(id);
                true
            }
            None => false,
        }
    }

    /// The clause learned from a conflict (the first unique implication point), its chain, and the level to go back to.
    fn analyze(&mut self, conflict: ClauseId) -> (Vec<Lit>, Vec<ClauseId>, usize) {
        let current = self.decisions.len() as u32;
        let mut seen = vec![false; self.values.len()];
        let mut chain: Vec<(u32, ClauseId)> = Vec::new();
        let mut learned: Vec<Lit> = Vec::new();
        let mut open = 0_usize;
        let mut at = self.trail.len();
        let mut todo = vec![(conflict, None::<Lit>)];
        let mut uip = None;
        while let Some((c, implied)) = todo.pop() {
            for l in self.clauses[c.0 as usize].lits.clone() {
                let v = l.var().0 as usize;
                if Some(l) == implied || seen[v] {
                    continue;
                }
                seen[v] = true;
                self.bump(l.var());
                if self.levels[v] == current {
                    open += 1;
                } else if self.levels[v] == 0 {
                    if let Some(r) = self.reasons[v] {
                        chain.push((self.positions[v], r));
                    }
                } else {
                    learned.push(l);
                }
            }
            // The newest literal of this level that the clauses so far depend on.
            while at > 0 {
                at -= 1;
                let l = self.trail[at];
                let v = l.var().0 as usize;
                if !seen[v] || self.levels[v] != current {
                    continue;
                }
                open -= 1;
                if open == 0 {
                    uip = Some(!l);
                } else if let Some(r) = self.reasons[v] {
                    chain.push((at as u32, r));
                    todo.push((r, Some(l)));
                }
                break;
            }
            if uip.is_some() {
                break;
            }
        }
        chain.sort_unstable();
        chain.dedup();
        let mut chain: Vec<ClauseId> = chain.into_iter().map(|c| c.1).collect();
        chain.push(conflict);
        let level_of = |l: &Lit| self.levels[l.var().0 as usize];
        learned.sort_by_key(|l| std::cmp::Reverse(level_of(l)));
        let back = learned.first().map_or(0, level_of) as usize;
        let mut lits: Vec<Lit> = uip.into_iter().collect();
        lits.extend(learned);
        (lits, chain, back)
    }

    fn bump(&mut self, v: Var) {
        let a = &mut self.activity[v.0 as usize];
        *a += self.increment;
        if *a > 1e100 {
            self.activity.iter_mut().for_each(|a| *a *= 1e-100);
            self.increment *= 1e-100;
        }
    }

    /// The unassigned variable that conflicts met most, lately.
    fn decide(&self) -> Option<Lit> {
        let mut best: Option<usize> = None;
        for v in 0..self.values.len() {
            if self.values[v].is_none() && best.is_none_or(|b| self.activity[v] > self.activity[b]) {
                best = Some(v);
            }
        }
        best.map(|v| Lit::of(Var(v as u32), self.phases[v]))
    }

    /// Looks for a model. The assignment is left in place.
    ///
    /// # Errors
    /// When the budget of `m` ends.
    pub fn solve(&mut self, m: &mut Meta) -> Result<Answer> {
        let mut conflicts = 0_u64;
        let mut restarts = 1_u64;
        let mut until = 64;
        loop {
            if let Some(e) = self.empty {
                return Ok(Answer::Refuted(e));
            }
            let mut work = 0;
            let conflict = self.propagate(&mut work);
            m.spend(1 + work / 8)?;
            if let Some(c) = conflict {
                if self.decisions.is_empty() {
                    self.conflict_without_decisions(c);
                    continue;
                }
                conflicts += 1;
                self.increment /= 0.95;
                let (lits, chain, back) = self.analyze(c);
                m.spend(1 + chain.len() as u64)?;
                self.backtrack(back);
                let first = lits[0];
                let id = self.store(lits, chain);
                let lits = &self.clauses[id.0 as usize].lits;
                if let [a, b, ..] = lits.as_slice() {
                    let (a, b) = (*a, *b);
                    self.watches[a.0 as usize].push(id);
                    self.watches[b.0 as usize].push(id);
                }
                self.assign(first, Some(id));
                continue;
            }
            if conflicts >= until && !self.decisions.is_empty() {
                restarts += 1;
                until = conflicts + 64 * luby(restarts);
                self.backtrack(0);
                continue;
            }
            let Some(l) = self.decide() else { return Ok(Answer::Model) };
            m.spend(1 + self.values.len() as u64 / 64)?;
            self.decisions.push(self.trail.len());
            self.assign(l, None);
        }
    }
}

/// The sequence 1 1 2 1 1 2 4 … (Luby, Sinclair, Zuckerman, *Optimal speedup of Las Vegas algorithms*, 1993).
fn luby(mut i: u64) -> u64 {
    loop {
        let k = 64 - i.leading_zeros();
        if i + 1 == 1 << k {
            return 1 << (k - 1);
        }
        i -= (1 << (k - 1)) - 1;
    }
}
