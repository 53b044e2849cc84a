//! Recursion on anything below the argument, by `T.brecOn`.

use super::rewrite::CallRewriter;
use super::structural::{Candidate, RecursiveFunction};
use crate::error::{Error, Result};
use crate::meta::Meta;
use rustc_hash::FxHashMap;
use turnstile_kernel::{BinderInfo, Expr, Level, Name};

impl Meta {
    /// Recursion on all values that pattern matching shows to be below the argument.
    pub(super) fn recurse_below(&mut self, rf: &RecursiveFunction, c: &Candidate) -> Result<Option<Expr>> {
        let ind = c.family.info.cval.name;
        if !self.env.contains(ind.str("brecOn")) {
            return Ok(None);
        }
        let (motive, level) = self.recursion_motive(rf, c)?;
        let levels: Vec<Level> = std::iter::once(level).chain(c.family.levels.iter().copied()).collect();
        let x = rf.args[c.position];
        let scrutinee = [&c.family.indices[..], &[x]].concat();
        // The motive is a variable while calls are replaced, so that its uses can be told apart.
        let motive_ty = self.infer(motive)?;
        let lctx = self.lctx.clone();
        let stand_in = self.push_local(Name::new("C"), motive_ty, BinderInfo::Default);
        let below = self.st.const_(ind.str("below"), &levels);
        let below = self.st.app(self.st.apps(below, &c.family.params), stand_in);
        let below_ty = self.st.apps(below, &scrutinee);
        let b = self.push_local(Name::new("f"), below_ty, BinderInfo::Default);
        let mut resolve = |m: &mut Meta, _: usize, below: Option<Expr>, args: &[Expr]| {
            let (Some(parts), Some(b)) = (m.call_parts(rf, c, args), below) else { return Ok(None) };
            let wanted = [&parts.indices[..], &[parts.major]].concat();
            let ty = m.infer(b)?;
            let Some(v) = m.find_value(b, ty, stand_in, &wanted)? else { return Ok(None) };
            Ok(Some(m.st.apps(v, &parts.rest)))
        };
        let mut rw = CallRewriter::new(vec![rf.f], &mut resolve);
        let body = self.instantiate(rf.body);
        let body = rw.rewrite(self, body, Some(b))?;
        if self.occurs(body, rf.f) {
            return Err(Error::msg("a recursive call is not below the argument"));
        }
        let step = self.mk_lambda(&[&scrutinee[..], &[b], &c.others].concat(), body)?;
        let map: FxHashMap<_, _> = [(self.fvar_id(stand_in)?, motive)].into_iter().collect();
        let step = self.st.replace_fvars(step, &map);
        self.lctx = lctx;
        let e = self.st.const_(ind.str("brecOn"), &levels);
        let e = self.st.app(self.st.apps(e, &c.family.params), motive);
        let e = self.st.app(self.st.apps(e, &scrutinee), step);
        Ok(Some(self.st.apps(e, &c.others)))
    }
}
