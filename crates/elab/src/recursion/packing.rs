//! The domain of a well-founded recursion: the arguments that change, packed into pairs, and a sum for several functions.

use super::structural::RecursiveFunction;
use crate::error::{Error, Result};
use crate::matching::Refinement;
use crate::meta::Meta;
use rustc_hash::FxHashMap;
use turnstile_kernel::{Expr, FVarId, Level, Name};

/// One function: its arguments that change, and their packed type.
pub(super) struct Packed {
    /// The arguments, as local variables.
    pub xs: Vec<Expr>,
    /// Their names.
    pub names: Vec<Name>,
    /// `(x : A) ×' (y : B) ×' …`
    pub dom: Expr,
    /// The body, in terms of the common fixed arguments and of `xs`.
    pub body: Expr,
    /// Its type.
    pub result: Expr,
}

/// All functions of a group.
pub(super) struct Domain {
    /// In order.
    pub parts: Vec<Packed>,
    /// Their sum.
    pub ty: Expr,
    /// How many leading arguments are fixed.
    pub fixed: usize,
}

/// Builds a branch: which function, its arguments, the goal, and what was refined.
pub(super) type PartContinuation<'a> =
    dyn FnMut(&mut Meta, usize, &[Expr], Expr, &Refinement) -> Result<Expr> + 'a;

impl Meta {
    /// The packed domain of `fs`; `None` when some function has no argument that changes. The arguments stay in the
    /// context; those of later functions are stated in terms of the first one's fixed arguments.
    pub(super) fn domain(&mut self, fs: &[RecursiveFunction]) -> Result<Option<Domain>> {
        let fixed = self.fixed_prefix(fs)?;
        let mut parts = Vec::new();
        for f in fs {
            if f.args.len() <= fixed {
                return Ok(None);
            }
            let mut map = self.prefix_map(f, &fs[0], fixed)?;
            let xs = if map.iter().all(|(k, v)| self.st.fvar(*k) == *v) {
                f.args[fixed..].to_vec()
            } else {
                self.copy_locals(&f.args[fixed..], &mut map)?
            };
            let body = self.st.replace_fvars(self.instantiate(f.body), &map);
            let result = self.infer(body)?;
            let result = self.instantiate(result);
            let dom = self.packed_type(&xs)?;
            let names = xs.iter().map(|x| self.local_name(*x)).collect();
            parts.push(Packed { xs, names, dom, body, result });
        }
        let mut ty = parts[parts.len() - 1].dom;
        for p in parts.iter().rev().skip(1) {
            let (u, v) = (self.sort_of(p.dom)?, self.sort_of(ty)?);
            ty = self.st.apps(self.st.const_(Name::new("PSum"), &[u, v]), &[p.dom, ty]);
        }
        Ok(Some(Domain { parts, ty, fixed }))
    }

    fn packed_type(&mut self, xs: &[Expr]) -> Result<Expr> {
        let (last, init) = xs.split_last().ok_or_else(|| Error::msg("internal: nothing to pack"))?;
        let mut ty = self.infer(*last)?;
        ty = self.instantiate(ty);
        for x in init.iter().rev() {
            let a = self.infer(*x)?;
            let a = self.instantiate(a);
            let (u, v) = (self.sort_of(a)?, self.sort_of(ty)?);
            let b = self.mk_lambda(&[*x], ty)?;
            ty = self.st.apps(self.st.const_(Name::new("PSigma"), &[u, v]), &[a, b]);
        }
        Ok(ty)
    }

    /// `values` packed, as an element of the domain.
    pub(super) fn pack(&mut self, d: &Domain, i: usize, values: &[Expr]) -> Result<Expr> {
        let mut v = self.pack_pairs(d.parts[i].dom, values)?;
        // Into the sum, from the inside out.
        let mut rest: Vec<Expr> = vec![d.parts[d.parts.len() - 1].dom];
        for p in d.parts.iter().rev().skip(1) {
            let ty = rest[rest.len() - 1];
            let (u, w) = (self.sort_of(p.dom)?, self.sort_of(ty)?);
            rest.push(self.st.apps(self.st.const_(Name::new("PSum"), &[u, w]), &[p.dom, ty]));
        }
        rest.reverse();
        if i + 1 < d.parts.len() {
            v = self.inject("PSum.inl", d.parts[i].dom, rest[i + 1], v)?;
        }
        for k in (0..i.min(d.parts.len() - 1)).rev() {
            v = self.inject("PSum.inr", d.parts[k].dom, rest[k + 1], v)?;
        }
        Ok(v)
    }

    fn inject(&mut self, ctor: &str, a: Expr, b: Expr, v: Expr) -> Result<Expr> {
        let (u, w) = (self.sort_of(a)?, self.sort_of(b)?);
        Ok(self.st.apps(self.st.const_(Name::new(ctor), &[u, w]), &[a, b, v]))
    }

    fn pack_pairs(&mut self, dom: Expr, values: &[Expr]) -> Result<Expr> {
        let Some((first, rest)) = values.split_first() else {
            return Err(Error::msg("internal: nothing to pack"));
        };
        if rest.is_empty() {
            return Ok(*first);
        }
        let (h, args) = self.st.unapp(dom);
        let (Some((_, ls)), [a, b]) = (self.st.as_const(h), &args[..]) else {
            return Err(Error::msg("internal: packed type expected"));
        };
        let levels: Vec<Level> = self.st.level_list(ls).to_vec();
        let tail_dom = self.st.beta(*b, &[*first]);
        let tail = self.pack_pairs(tail_dom, rest)?;
        Ok(self.st.apps(self.st.const_(Name::new("PSigma.mk"), &levels), &[*a, *b, *first, tail]))
    }

    /// Which function `v`, an element of the domain made of constructors, belongs to, and its arguments.
    pub(super) fn unpack(&self, d: &Domain, v: Expr) -> Option<(usize, Vec<Expr>)> {
        let mut v = v;
        let mut i = 0;
        while i + 1 < d.parts.len() {
            if let Some(a) = self.st.app_of(v, "PSum.inl", 3) {
                v = a[2];
                break;
            }
            v = self.st.app_of(v, "PSum.inr", 3)?[2];
            i += 1;
        }
        let mut out = Vec::new();
        for _ in 1..d.parts[i].xs.len() {
            let a = self.st.app_of(v, "PSigma.mk", 4)?;
            out.push(a[2]);
            v = a[3];
        }
        out.push(v);
        Some((i, out))
    }

    /// A term of type `goal` by cases on the variable `p` of the domain: one branch for each function, its arguments
    /// being variables.
    pub(super) fn unpack_cases(
        &mut self,
        d: &Domain,
        p: FVarId,
        goal: Expr,
        k: &mut PartContinuation<'_>,
    ) -> Result<Expr> {
        self.sum_cases(d, p, goal, 0, &Refinement::default(), &mut |m, i, x, goal, r| {
            m.pair_cases(d, i, x, goal, vec![], r, k)
        })
    }

    fn sum_cases(
        &mut self,
        d: &Domain,
        p: FVarId,
        goal: Expr,
        i: usize,
        done: &Refinement,
        k: &mut dyn FnMut(&mut Meta, usize, FVarId, Expr, &Refinement) -> Result<Expr>,
    ) -> Result<Expr> {
        if i + 1 >= d.parts.len() {
            return k(self, i, p, goal, done);
        }
        self.eliminate(p, goal, &mut |m, ctor, fields, goal, r| {
            let done = done.followed_by(&m.st, r);
            let x = m.fvar_id(fields[0])?;
            if ctor.last_str() == "inl" {
                return k(m, i, x, goal, &done);
            }
            m.sum_cases(d, x, goal, i + 1, &done, k)
        })
    }

    #[allow(clippy::too_many_arguments)]
    fn pair_cases(
        &mut self,
        d: &Domain,
        i: usize,
        p: FVarId,
        goal: Expr,
        mut got: Vec<Expr>,
        done: &Refinement,
        k: &mut PartContinuation<'_>,
    ) -> Result<Expr> {
        let names = &d.parts[i].names;
        let name = names.get(got.len()).copied().unwrap_or_else(Name::anon);
        if got.len() + 1 >= names.len() {
            self.lctx.rename(p, name);
            got.push(self.st.fvar(p));
            return k(self, i, &got, goal, done);
        }
        self.eliminate(p, goal, &mut |m, _, fields, goal, r| {
            let done = done.followed_by(&m.st, r);
            let first = m.fvar_id(fields[0])?;
            m.lctx.rename(first, name);
            let mut got = got.clone();
            got.push(fields[0]);
            let rest = m.fvar_id(fields[1])?;
            m.pair_cases(d, i, rest, goal, got, &done, k)
        })
    }

    /// The body or a measure of function `i` at other arguments.
    pub(super) fn at_arguments(&self, d: &Domain, i: usize, e: Expr, values: &[Expr]) -> Result<Expr> {
        let map: FxHashMap<FVarId, Expr> = d.parts[i]
            .xs
            .iter()
            .zip(values)
            .map(|(x, v)| Ok((self.fvar_id(*x)?, *v)))
            .collect::<Result<_>>()?;
        Ok(self.st.replace_fvars(self.instantiate(e), &map))
    }
}
