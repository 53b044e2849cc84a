//! Universe levels and sorts.

use super::names::ident_name;
use crate::elab::Elab;
use crate::error::Result;
use turnstile_kernel::{Expr, Level};
use turnstile_syntax as ast;
use turnstile_syntax::{LevelKind, SortKind, Span};

/// Offsets above this are refused: a level is built one successor at a time.
const MAX_OFFSET: u32 = 32;

impl Elab {
    /// Elaborates a universe level.
    ///
    /// # Errors
    /// When it names an unknown universe.
    pub fn elab_level(&mut self, l: &ast::Level) -> Result<Level> {
        turnstile_kernel::with_stack(|| match &l.kind {
            LevelKind::Hole => Ok(self.m.mk_level_mvar()),
            LevelKind::Num(n) => self.offset(self.m.st.l_zero(), *n, l.span),
            LevelKind::Paren(inner) => self.elab_level(inner),
            LevelKind::Add(base, n) => {
                let base = self.elab_level(base)?;
                self.offset(base, *n, l.span)
            }
            LevelKind::Max(ls) => self.fold_levels(ls, l.span, |st, a, b| st.l_max(a, b)),
            LevelKind::IMax(ls) => self.fold_levels(ls, l.span, |st, a, b| st.l_imax(a, b)),
            LevelKind::Ident(id) => {
                let n = ident_name(id);
                if !self.level_names.contains(&n) && !self.scope.universes.contains(&n) {
                    if (self.auto_bound.enabled || self.auto_bound.levels) && n.is_atomic() {
                        self.level_names.push(n);
                    } else {
                        return Err(
                            self.text_error(id.span, format!("unknown universe level `{}`", id.text()))
                        );
                    }
                }
                Ok(self.m.st.l_param(n))
            }
        })
    }

    fn offset(&self, mut base: Level, n: u32, span: Span) -> Result<Level> {
        if n > MAX_OFFSET {
            return Err(self.text_error(
                span,
                format!("maximum universe level offset threshold ({MAX_OFFSET}) has been reached"),
            ));
        }
        for _ in 0..n {
            base = self.m.st.l_succ(base);
        }
        Ok(base)
    }

    fn fold_levels(
        &mut self,
        ls: &[ast::Level],
        span: Span,
        f: impl Fn(&turnstile_kernel::Store, Level, Level) -> Level,
    ) -> Result<Level> {
        let mut r: Option<Level> = None;
        for l in ls.iter().rev() {
            let l = self.elab_level(l)?;
            r = Some(match r {
                None => l,
                Some(r) => f(&self.m.st, l, r),
            });
        }
        r.ok_or_else(|| self.text_error(span, "universe level expected"))
    }

    /// `Prop`, `Type u`, `Sort u`
    pub(crate) fn elab_sort(&mut self, kind: SortKind, level: Option<&ast::Level>) -> Result<Expr> {
        let given = level.map(|l| self.elab_level(l)).transpose()?;
        let st = self.m.st.clone();
        let zero = st.l_zero();
        Ok(match kind {
            SortKind::Prop => st.prop(),
            SortKind::Type => st.sort(st.l_succ(given.unwrap_or(zero))),
            SortKind::Sort => st.sort(given.unwrap_or(zero)),
            SortKind::TypeStar => {
                let u = self.m.mk_level_mvar();
                st.sort(st.l_succ(u))
            }
            SortKind::SortStar => {
                let u = self.m.mk_level_mvar();
                st.sort(u)
            }
        })
    }
}
