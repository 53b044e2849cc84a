//! The universe of an inductive type, found from the fields of its constructors.

use super::draft::Draft;
use crate::elab::Elab;
use crate::error::Result;
use turnstile_kernel::{Expr, LMVarId, Level, LevelNode, Node};

impl Elab {
    /// Gives the resulting universe of the types of a group the least value that fits all fields, where it was left
    /// open. A type that is not declared to be a proposition becomes none.
    pub(super) fn infer_universe(&mut self, group: &[Draft]) -> Result<()> {
        let Some(first) = group.first() else { return Ok(()) };
        let result = self.result_level(first)?;
        for d in &group[1..] {
            let l = self.result_level(d)?;
            self.m.level_def_eq(result, l);
        }
        let result = self.m.instantiate_level(result);
        let Some((hole, offset)) = self.open_level(result) else { return Ok(()) };
        let mut least = self.m.st.l_zero();
        for d in group {
            for c in &d.ctors {
                for l in self.field_levels(d, c.ty)? {
                    let l = self.m.normalize_level(l);
                    let l = self.lower_level(l, hole, offset);
                    least = self.m.mk_max(least, l);
                }
            }
        }
        if offset == 0 && !self.m.level_never_zero(least) {
            let one = self.m.st.l_one();
            least = self.m.mk_max(one, least);
        }
        let least = self.m.normalize_level(least);
        self.m.mctx.assign_level(hole, least);
        Ok(())
    }

    fn result_level(&mut self, d: &Draft) -> Result<Level> {
        self.m.with_lctx(d.lctx.clone(), |m| {
            let (_, s) = m.open_pis(d.ty, None)?;
            match m.st.node(s) {
                Node::Sort(l) => Ok(m.instantiate_level(l)),
                _ => Ok(m.st.l_zero()),
            }
        })
    }

    /// `?u + k`
    fn open_level(&self, l: Level) -> Option<(LMVarId, u32)> {
        let (mut l, mut k) = (l, 0);
        loop {
            match self.m.st.level(l) {
                LevelNode::Succ(a) => (l, k) = (a, k + 1),
                LevelNode::MVar(h) => return Some((h, k)),
                _ => return None,
            }
        }
    }

    /// The universes of the fields of a constructor whose type after the parameters is `ty`.
    fn field_levels(&mut self, d: &Draft, ty: Expr) -> Result<Vec<Level>> {
        self.m.with_lctx(d.lctx.clone(), |m| {
            let (xs, _) = m.open_pis(ty, None)?;
            let mut ls = Vec::new();
            for x in xs {
                let t = m.infer(x)?;
                let l = m.sort_of(t)?;
                ls.push(m.instantiate_level(l));
            }
            Ok(ls)
        })
    }

    /// What `?hole` must at least be for `?hole + offset` to be at least `l`; `?hole` itself asks for nothing.
    fn lower_level(&self, l: Level, hole: LMVarId, offset: u32) -> Level {
        let st = &self.m.st;
        match st.level(l) {
            LevelNode::Max(a, b) => {
                self.m.mk_max(self.lower_level(a, hole, offset), self.lower_level(b, hole, offset))
            }
            LevelNode::Succ(a) if offset > 0 => self.lower_level(a, hole, offset - 1),
            LevelNode::Succ(a) => match self.open_level(a) {
                Some((h, _)) if h == hole => st.l_zero(),
                _ => l,
            },
            LevelNode::IMax(a, b) => {
                let b2 = self.lower_level(b, hole, offset);
                let a2 = self.lower_level(a, hole, offset);
                if offset == 0 { self.m.mk_imax(a2, b2) } else { self.m.mk_max(a2, b2) }
            }
            LevelNode::MVar(h) if h == hole => st.l_zero(),
            _ => l,
        }
    }
}
