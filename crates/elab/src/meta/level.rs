//! Universe levels with holes: comparison, assignment, and constraints put off until more is known.

use super::Meta;
use crate::error::Result;
use turnstile_kernel::{LMVarId, Level, LevelNode};

impl Meta {
    /// Whether `l` is zero for every assignment (syntactically, after normalisation).
    #[must_use]
    pub fn level_is_zero(&self, l: Level) -> bool {
        match self.st.level(l) {
            LevelNode::Zero => true,
            LevelNode::Max(a, b) => self.level_is_zero(a) && self.level_is_zero(b),
            LevelNode::IMax(_, b) => self.level_is_zero(b),
            _ => false,
        }
    }

    /// Whether `l` is positive for every assignment.
    #[must_use]
    pub fn level_never_zero(&self, l: Level) -> bool {
        match self.st.level(l) {
            LevelNode::Succ(_) => true,
            LevelNode::Max(a, b) => self.level_never_zero(a) || self.level_never_zero(b),
            LevelNode::IMax(_, b) => self.level_never_zero(b),
            _ => false,
        }
    }

    /// `imax a b` with the obvious simplifications.
    #[must_use]
    pub fn mk_imax(&self, a: Level, b: Level) -> Level {
        if self.level_never_zero(b) {
            return self.mk_max(a, b);
        }
        if self.level_is_zero(b) || self.level_is_zero(a) {
            return b;
        }
        if a == b {
            return a;
        }
        self.st.l_imax(a, b)
    }

    /// `max a b` with the obvious simplifications.
    #[must_use]
    pub fn mk_max(&self, a: Level, b: Level) -> Level {
        if a == b || self.level_is_zero(b) {
            return a;
        }
        if self.level_is_zero(a) {
            return b;
        }
        let l = self.st.l_max(a, b);
        self.normalize_level(l)
    }

    /// A canonical form: maxima of `atom + k`, sorted, dominated ones dropped.
    #[must_use]
    pub fn normalize_level(&self, l: Level) -> Level {
        let l = self.instantiate_level(l);
        let mut terms: Vec<(Option<Level>, u32)> = Vec::new();
        self.level_terms(l, 0, &mut terms);
        let mut best: Vec<(Option<Level>, u32)> = Vec::new();
        for (a, k) in terms {
            match best.iter_mut().find(|b| b.0 == a) {
                Some(b) => b.1 = b.1.max(k),
                None => best.push((a, k)),
            }
        }
        let greatest = best.iter().filter(|b| b.0.is_some()).map(|b| b.1).max();
        best.retain(|b| b.0.is_some() || greatest.is_none_or(|g| b.1 > g));
        best.sort_by_key(|b| (b.0.map(|l| self.level_rank(l)), b.1));
        let mut r: Option<Level> = None;
        for (a, k) in best {
            let mut t = a.unwrap_or_else(|| self.st.l_zero());
            for _ in 0..k {
                t = self.st.l_succ(t);
            }
            r = Some(r.map_or(t, |r| self.st.l_max(r, t)));
        }
        r.unwrap_or_else(|| self.st.l_zero())
    }

    fn level_rank(&self, l: Level) -> (u8, String, u32) {
        match self.st.level(l) {
            LevelNode::Param(n) => (0, n.as_str().to_owned(), 0),
            LevelNode::MVar(m) => (1, String::new(), m.0),
            _ => (2, String::new(), l.index()),
        }
    }

    fn level_terms(&self, l: Level, k: u32, out: &mut Vec<(Option<Level>, u32)>) {
        match self.st.level(l) {
            LevelNode::Zero => out.push((None, k)),
            LevelNode::Succ(a) => self.level_terms(a, k + 1, out),
            LevelNode::Max(a, b) => {
                self.level_terms(a, k, out);
                self.level_terms(b, k, out);
            }
            LevelNode::IMax(a, b) => {
                let (a, b) = (self.normalize_level(a), self.normalize_level(b));
                if self.level_never_zero(b) {
                    self.level_terms(a, k, out);
                    self.level_terms(b, k, out);
                } else if self.level_is_zero(b) || self.level_is_zero(a) || a == b {
                    self.level_terms(b, k, out);
                } else if let LevelNode::Max(c, d) = self.st.level(b) {
                    // imax a (max c d) = max (imax a c) (imax a d)
                    let (x, y) = (self.st.l_imax(a, c), self.st.l_imax(a, d));
                    self.level_terms(x, k, out);
                    self.level_terms(y, k, out);
                } else {
                    out.push((Some(self.st.l_imax(a, b)), k));
                }
            }
            LevelNode::Param(_) | LevelNode::MVar(_) => out.push((Some(l), k)),
        }
    }

    fn level_occurs(&self, m: LMVarId, l: Level) -> bool {
        match self.st.level(l) {
            LevelNode::Succ(a) => self.level_occurs(m, a),
            LevelNode::Max(a, b) | LevelNode::IMax(a, b) => {
                self.level_occurs(m, a) || self.level_occurs(m, b)
            }
            LevelNode::MVar(n) => n == m,
            LevelNode::Zero | LevelNode::Param(_) => false,
        }
    }

    fn level_assignable(&self, m: LMVarId) -> bool {
        self.mctx.level_depth(m) >= self.mctx.depth
    }

    /// Unifies two levels; a constraint that is undecided is put off.
    pub fn level_def_eq(&mut self, a: Level, b: Level) -> bool {
        if a == b {
            return true;
        }
        let (a, b) = (self.normalize_level(a), self.normalize_level(b));
        if a == b {
            return true;
        }
        match (self.st.level(a), self.st.level(b)) {
            // The younger hole stands for the older one, so that no chains grow.
            (LevelNode::MVar(m), LevelNode::MVar(n)) if m < n && self.level_assignable(n) => {
                self.mctx.assign_level(n, a);
                true
            }
            (LevelNode::MVar(m), _) if self.level_assignable(m) && !self.level_occurs(m, b) => {
                self.mctx.assign_level(m, b);
                true
            }
            (_, LevelNode::MVar(m)) if self.level_assignable(m) && !self.level_occurs(m, a) => {
                self.mctx.assign_level(m, a);
                true
            }
            (LevelNode::Succ(x), LevelNode::Succ(y)) => self.level_def_eq(x, y),
            (LevelNode::Zero, LevelNode::Max(x, y)) | (LevelNode::Max(x, y), LevelNode::Zero) => {
                let z = self.st.l_zero();
                self.level_def_eq(x, z) && self.level_def_eq(y, z)
            }
            (LevelNode::Zero, LevelNode::IMax(_, y)) | (LevelNode::IMax(_, y), LevelNode::Zero) => {
                let z = self.st.l_zero();
                self.level_def_eq(y, z)
            }
            _ if !self.st.level_has_mvar(a) && !self.st.level_has_mvar(b) => {
                turnstile_kernel::level::level_eq(&self.st, a, b)
            }
            (LevelNode::Zero, LevelNode::Succ(_)) | (LevelNode::Succ(_), LevelNode::Zero) => false,
            (LevelNode::Succ(x), LevelNode::Max(..)) | (LevelNode::Max(..), LevelNode::Succ(x)) => {
                // max (u+1) (v+1) = w+1 when every term of the maximum has an offset
                let other = if matches!(self.st.level(a), LevelNode::Max(..)) { a } else { b };
                match self.level_pred(other) {
                    Some(p) => self.level_def_eq(x, p),
                    None => self.postpone_level(a, b),
                }
            }
            _ => self.postpone_level(a, b),
        }
    }

    fn level_pred(&self, l: Level) -> Option<Level> {
        match self.st.level(l) {
            LevelNode::Succ(a) => Some(a),
            LevelNode::Max(a, b) => Some(self.st.l_max(self.level_pred(a)?, self.level_pred(b)?)),
            _ => None,
        }
    }

    fn postpone_level(&mut self, a: Level, b: Level) -> bool {
        self.postponed_levels.push((a, b));
        true
    }

    /// Tries the postponed universe constraints again. With `force`, undecided ones are solved by approximation:
    /// `max ?u v = max ?u' v'` part by part, and `?u` inside its own bound by the bound without it.
    ///
    /// # Errors
    /// Never; kept for symmetry with other unification steps.
    pub fn process_postponed_levels(&mut self, force: bool) -> Result<bool> {
        loop {
            let todo = std::mem::take(&mut self.postponed_levels);
            if todo.is_empty() {
                return Ok(true);
            }
            let n = todo.len();
            for (a, b) in todo {
                if !self.level_def_eq(a, b) {
                    return Ok(false);
                }
            }
            if self.postponed_levels.len() < n {
                continue;
            }
            if !force {
                return Ok(true);
            }
            let (a, b) = self.postponed_levels.remove(0);
            if !self.approx_level(a, b) {
                return Ok(false);
            }
        }
    }

    fn approx_level(&mut self, a: Level, b: Level) -> bool {
        let (a, b) = (self.normalize_level(a), self.normalize_level(b));
        if a == b {
            return true;
        }
        for (x, y) in [(a, b), (b, a)] {
            // `?u =?= max ?u v`: take `?u := v`.
            if let LevelNode::MVar(m) = self.st.level(x)
                && self.level_assignable(m)
            {
                let mut terms = Vec::new();
                self.level_terms(y, 0, &mut terms);
                terms.retain(|t| t.0 != Some(x));
                let mut r = self.st.l_zero();
                for (t, k) in terms {
                    let mut t = t.unwrap_or_else(|| self.st.l_zero());
                    for _ in 0..k {
                        t = self.st.l_succ(t);
                    }
                    r = self.mk_max(r, t);
                }
                if !self.level_occurs(m, r) {
                    self.mctx.assign_level(m, r);
                    return true;
                }
            }
        }
        if let (LevelNode::Max(a1, a2), LevelNode::Max(b1, b2))
        | (LevelNode::IMax(a1, a2), LevelNode::IMax(b1, b2)) = (self.st.level(a), self.st.level(b))
        {
            return self.level_def_eq(a1, b1) && self.level_def_eq(a2, b2);
        }
        // `max ?u v =?= w`: take `?u := w` if that makes both sides equal.
        for (x, y) in [(a, b), (b, a)] {
            let mut terms = Vec::new();
            self.level_terms(x, 0, &mut terms);
            for (t, k) in terms {
                let Some(t) = t else { continue };
                if let LevelNode::MVar(m) = self.st.level(t)
                    && self.level_assignable(m)
                    && !self.level_occurs(m, y)
                {
                    let mut v = y;
                    for _ in 0..k {
                        match self.level_pred(v) {
                            Some(p) => v = p,
                            None => return false,
                        }
                    }
                    let s = self.save();
                    self.mctx.assign_level(m, v);
                    if self.level_def_eq(x, y) {
                        return true;
                    }
                    self.restore(&s);
                }
            }
        }
        false
    }
}
