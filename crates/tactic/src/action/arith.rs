//! Actions of arithmetic.

use super::apply::{Run, text};
use super::{Action, Applied, HypRef};
use crate::goal::{in_goal, new_goal};
use crate::simp::location::Location;
use crate::simp::{SimpArg, SimpCall, simp_at};
use turnstile_elab::{Error, Meta, Piece, Result};
use turnstile_kernel::{Expr, MVarId, Name, Node};

/// Cases that an action on remainders makes at most.
const MAX_CASES: u32 = 256;

/// What remainders are computed with, for `Int` and for `Nat`.
const INT_LEMMAS: [&str; 5] =
    ["Int.pow_succ", "Int.add_emod", "Int.mul_emod", "Int.sub_emod", "Int.dvd_iff_emod_eq_zero"];
const NAT_LEMMAS: [&str; 4] = ["Nat.pow_succ", "Nat.add_mod", "Nat.mul_mod", "Nat.dvd_iff_mod_eq_zero"];

impl Run<'_> {
    pub(super) fn arith(&mut self, a: &Action) -> Result<Applied> {
        let g = self.g;
        match a {
            Action::Ring => {
                crate::ring::ring(self.m, g)?;
                self.done("ring")
            }
            Action::Nlinarith => {
                crate::linarith::nlinarith(self.m, g, &[])?;
                self.done("nlinarith")
            }
            Action::NormNum => {
                let at = Location::At(vec![], true);
                let left = crate::norm_num::norm_num(self.m, g, &at, SimpCall::default())?;
                self.goals(left.into_iter().collect(), vec![text("norm_num")])
            }
            Action::IntervalCases(h) => self.interval_cases(*h),
            Action::SubstFunction(h) => self.subst_function(*h),
            Action::Residues { vars, modulus, known, equation } => {
                self.residues(vars, *modulus, known, *equation)
            }
            _ => Err(Error::msg("internal: not an action of arithmetic")),
        }
    }

    fn subst_function(&mut self, h: HypRef) -> Result<Applied> {
        let (name, id) = (self.name(h)?, self.hyp(h)?);
        let hyp = self.m.st.fvar(id);
        let new = crate::goal::inaccessible(Name::new("h"));
        let (value, ty) = in_goal(self.m, self.g, |m, _| {
            let value = m.mk_app("funext", &[hyp])?;
            let ty = m.infer(value)?;
            Ok((value, m.instantiate(ty)))
        })?;
        let (eq, g) = crate::assert::note(self.m, self.g, new, ty, value)?;
        let (_, g) = crate::subst::subst(self.m, g, eq)?;
        self.goals(vec![g], vec![text("obtain rfl := funext "), Piece::Name(name)])
    }

    fn interval_cases(&mut self, h: HypRef) -> Result<Applied> {
        let x = self.m.st.fvar(self.hyp(h)?);
        let name = self.name(h)?;
        let goals = crate::interval_cases::interval_cases(self.m, self.g, x)?;
        let mut left = Vec::new();
        for g in goals {
            if !attempt(self.m, |m| crate::omega::omega(m, g))? {
                left.push(g);
            }
        }
        let closer = if left.is_empty() { " <;> omega" } else { " <;> try omega" };
        self.goals(left, vec![text("interval_cases "), Piece::Name(name), text(closer)])
    }

    fn residues(
        &mut self,
        vars: &[HypRef],
        modulus: u32,
        known: &[HypRef],
        equation: Option<HypRef>,
    ) -> Result<Applied> {
        if modulus < 2 || modulus.checked_pow(vars.len() as u32).is_none_or(|n| n > MAX_CASES) {
            return Err(Error::msg("too many cases"));
        }
        let mut used: Vec<Name> = Vec::new();
        let mut head = Vec::new();
        let mut g = self.g;
        let mut eq_name = None;
        if let Some(h) = equation {
            let (name, id) = (self.name(h)?, self.hyp(h)?);
            let new = self.fresh(Name::new("e"), &used);
            used.push(new);
            g = compare_remainders(self.m, g, self.m.st.fvar(id), modulus, new)?;
            head.extend([
                text("have "),
                Piece::Name(new),
                text(&format!(" := congrArg (fun t => t % {modulus}) ")),
                Piece::Name(name),
                text("; "),
            ]);
            eq_name = Some(new);
        }
        let mut goals = vec![g];
        let mut hyps: Vec<Name> = known.iter().map(|h| self.name(*h)).collect::<Result<_>>()?;
        let mut is_int = match known.first() {
            Some(h) => {
                let ty = self.decl(*h)?.ty;
                let ty = self.m.st.app_of(ty, "Eq", 3).and_then(|a| self.m.st.head_const(a[0]));
                ty.is_some_and(|n| n.as_str() == "Int")
            }
            None => false,
        };
        for v in vars {
            let x = self.m.st.fvar(self.hyp(*v)?);
            let xname = self.name(*v)?;
            let name = self.fresh(Name::new("h"), &used);
            used.push(name);
            hyps.push(name);
            let mut next = Vec::new();
            for g in goals {
                let (new, int) = split_by_remainder(self.m, g, x, modulus, name)?;
                is_int = int;
                next.extend(new);
            }
            goals = next;
            head.push(text("rcases (by omega : "));
            for r in 0..modulus {
                if r > 0 {
                    head.push(text(" ∨ "));
                }
                head.extend([Piece::Name(xname), text(&format!(" % {modulus} = {r}"))]);
            }
            head.push(text(") with "));
            for r in 0..modulus {
                if r > 0 {
                    head.push(text(" | "));
                }
                head.push(Piece::Name(name));
            }
            head.push(text(" <;> "));
        }
        let lemmas: &[&str] = if is_int { &INT_LEMMAS } else { &NAT_LEMMAS };
        for g in goals {
            if attempt(self.m, |m| crate::omega::omega(m, g))? {
                continue;
            }
            let mut args: Vec<SimpArg> =
                lemmas.iter().map(|n| SimpArg::Const { name: Name::new(n), inverse: false }).collect();
            let find =
                |m: &Meta, n: Name| super::hypotheses(m, g).iter().rev().find(|d| d.name == n).map(|d| d.id);
            for h in &hyps {
                let id = find(self.m, *h).ok_or_else(|| Error::msg("internal: hypothesis lost"))?;
                args.push(SimpArg::Hyp { id, inverse: false });
            }
            let at = match eq_name.and_then(|n| find(self.m, n)) {
                Some(id) => Location::At(vec![id], false),
                None => Location::At(vec![], true),
            };
            let call = SimpCall { args, ..SimpCall::default() };
            if simp_at(self.m, g, &at, &call)?.0.is_some() {
                return Err(Error::msg("a case is left"));
            }
        }
        head.push(text(&format!("first | omega | simp [{}", lemmas.join(", "))));
        for h in hyps {
            head.extend([text(", "), Piece::Name(h)]);
        }
        head.push(text("]"));
        if let Some(n) = eq_name {
            head.extend([text(" at "), Piece::Name(n)]);
        }
        self.goals(vec![], head)
    }
}

/// Runs `f`; undoes what it did and answers `false` when it fails.
fn attempt(m: &mut Meta, f: impl FnOnce(&mut Meta) -> Result<()>) -> Result<bool> {
    let s = m.save();
    match f(m) {
        Ok(()) => Ok(true),
        Err(e) if e.is_resource() => Err(e),
        Err(_) => {
            m.restore(&s);
            Ok(false)
        }
    }
}

/// `have name := congrArg (fun t => t % modulus) h`
fn compare_remainders(m: &mut Meta, g: MVarId, h: Expr, modulus: u32, name: Name) -> Result<MVarId> {
    let (value, ty) = in_goal(m, g, |m, _| {
        let eq = m.infer(h)?;
        let eq = m.instantiate(eq);
        let Some(a) = m.st.app_of(eq, "Eq", 3) else { return Err(Error::msg("no equation")) };
        let st = m.st.clone();
        let n = numeral(m, a[0], modulus)?;
        let f = m.scoped(|m| {
            let t = m.push_local(Name::new("t"), a[0], turnstile_kernel::BinderInfo::Default);
            let body = m.mk_app("HMod.hMod", &[t, n])?;
            m.mk_lambda(&[t], body)
        })?;
        let value = m.mk_app("congrArg", &[f, h])?;
        let sides = [a[1], a[2]].map(|x| st.beta(f, &[x]));
        let ty = m.mk_app("Eq", &sides)?;
        Ok((value, ty))
    })?;
    Ok(crate::assert::note(m, g, name, ty, value)?.1)
}

fn numeral(m: &mut Meta, ty: Expr, v: u32) -> Result<Expr> {
    let n = m.st.nat_u64(u64::from(v));
    m.mk_app_opt(Name::new("OfNat.ofNat"), &[Some(ty), Some(n), None])
}

/// One goal for each remainder of `x`, with the hypothesis `name : x % modulus = r`; and whether `x` is an integer.
fn split_by_remainder(
    m: &mut Meta,
    g: MVarId,
    x: Expr,
    modulus: u32,
    name: Name,
) -> Result<(Vec<MVarId>, bool)> {
    in_goal(m, g, |m, goal| {
        let st = m.st.clone();
        let ty = m.infer(x)?;
        let ty = m.instantiate(ty);
        let is_int = st.as_const(ty).is_some_and(|c| c.0.as_str() == "Int");
        let n = numeral(m, ty, modulus)?;
        let rem = m.mk_app("HMod.hMod", &[x, n])?;
        let mut eqs = Vec::new();
        for r in 0..modulus {
            let r = numeral(m, ty, r)?;
            eqs.push(m.mk_app("Eq", &[rem, r])?);
        }
        let mut types = vec![eqs[eqs.len() - 1]];
        for e in eqs.iter().rev().skip(1) {
            let rest = types[types.len() - 1];
            types.push(st.apps(st.const0("Or"), &[*e, rest]));
        }
        let (all, id) = new_goal(m, types[types.len() - 1], Name::anon());
        crate::omega::omega(m, id)?;
        let all = m.instantiate(all);
        let mut goals = Vec::new();
        // From the last remainder to the first: `fun h => Or.elim h case rest`.
        let mut branch = None;
        for (i, e) in eqs.iter().rev().enumerate() {
            let case = m.scoped(|m| {
                let h = m.push_local(name, *e, turnstile_kernel::BinderInfo::Default);
                let (t, id) = new_goal(m, goal.target, goal.tag);
                goals.push(id);
                m.mk_lambda(&[h], t)
            })?;
            branch = Some(match branch {
                None => case,
                Some(rest) => m.scoped(|m| {
                    let h = m.push_local(name, types[i], turnstile_kernel::BinderInfo::Default);
                    let args = [*e, types[i - 1], goal.target, h, case, rest];
                    let body = st.apps(st.const0("Or.elim"), &args);
                    m.mk_lambda(&[h], body)
                })?,
            });
        }
        goals.reverse();
        let Some(branch) = branch else { return Err(Error::msg("internal: no remainders")) };
        if !matches!(st.node(all), Node::MVar(_)) {
            m.mctx.assign(g, st.app(branch, all));
        }
        Ok((goals, is_int))
    })
}
