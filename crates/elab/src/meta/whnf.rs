//! Weak-head normal form, with unfolding controlled by transparency.
//!
//! Functions defined by pattern matching unfold by their equations when one of them fires ("smart unfolding"), so that
//! a stuck `f x` stays `f x` instead of showing its compiled form.

use super::Meta;
use crate::env::{Reducibility, Transparency};
use crate::error::Result;
use std::sync::Arc;
use turnstile_kernel::{BigUint, ConstantInfo, Expr, Level, Name, Node, RecursorVal, with_stack};

/// The result of matching a pattern against a term.
pub(crate) enum Match {
    /// It matches.
    Yes,
    /// It can never match.
    No,
    /// Not known: the term is not evaluated enough.
    Stuck,
}

impl Meta {
    /// Weak-head normal form at the current transparency.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn whnf(&mut self, e: Expr) -> Result<Expr> {
        match self.st.node(e) {
            Node::Sort(_) | Node::Pi(..) | Node::Lam(..) | Node::Nat(_) | Node::Str(_) => return Ok(e),
            _ => {}
        }
        let key = (!self.st.has_mvar(e)).then_some((e, self.transparency));
        if let Some(k) = &key
            && let Some(r) = self.caches.whnf.get(k)
        {
            return Ok(*r);
        }
        let mut t = e;
        let r = loop {
            self.tick()?;
            t = self.whnf_core(t)?;
            if let Some(v) = self.reduce_nat(t)? {
                break v;
            }
            match self.unfold_step(t)? {
                Some(u) => t = u,
                None => break t,
            }
        };
        if let Some(k) = key {
            self.caches.whnf.insert(k, r);
        }
        Ok(r)
    }

    /// Weak-head normal form at transparency `t`.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn whnf_at(&mut self, e: Expr, t: Transparency) -> Result<Expr> {
        self.with_transparency(t, |m| m.whnf(e))
    }

    /// Weak-head normal form unfolding reducible definitions only.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn whnf_r(&mut self, e: Expr) -> Result<Expr> {
        self.whnf_at(e, Transparency::Reducible)
    }

    /// Weak-head normal form without unfolding definitions: beta, let, iota, projections, holes.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn whnf_core(&mut self, e: Expr) -> Result<Expr> {
        let mut e = e;
        loop {
            match self.st.node(e) {
                Node::BVar(_)
                | Node::Sort(_)
                | Node::Pi(..)
                | Node::Lam(..)
                | Node::Nat(_)
                | Node::Str(_)
                | Node::Const(..) => return Ok(e),
                Node::FVar(id) => match self.lctx.get(id).and_then(|d| d.value) {
                    Some(v) => e = v,
                    None => return Ok(e),
                },
                Node::MVar(m) => match self.mctx.value(m) {
                    Some(v) => e = v,
                    None => {
                        let i = self.instantiate(e);
                        if i == e {
                            return Ok(e);
                        }
                        e = i;
                    }
                },
                Node::Let(_, _, v, b) => e = self.st.instantiate1(b, v),
                Node::Proj(_, i, x) => match self.reduce_proj(i, x)? {
                    Some(r) => e = r,
                    None => return Ok(e),
                },
                Node::App(..) => {
                    self.tick()?;
                    let f0 = self.st.app_fn(e);
                    match self.st.node(f0) {
                        Node::Lam(..) => {
                            e = self.st.head_beta(e);
                            continue;
                        }
                        Node::MVar(_) => {
                            let i = self.instantiate(e);
                            if i == e {
                                return Ok(e);
                            }
                            e = i;
                            continue;
                        }
                        Node::Const(n, ls) => {
                            let Some(c) = self.env.get(n).cloned() else { return Ok(e) };
                            match &*c {
                                ConstantInfo::Recursor(r) => {
                                    let ls = self.st.level_list(ls);
                                    match with_stack(|| self.reduce_rec(r, &ls, e))? {
                                        Some(r) => e = r,
                                        None => return Ok(e),
                                    }
                                }
                                ConstantInfo::Quot(..) => match self.reduce_quot(n, e)? {
                                    Some(r) => e = r,
                                    None => return Ok(e),
                                },
                                ConstantInfo::Definition(..) if self.env.ext.matchers.contains_key(&n) => {
                                    match self.reduce_matcher(e)? {
                                        Some(r) => e = r,
                                        None => return Ok(e),
                                    }
                                }
                                _ => return Ok(e),
                            }
                        }
                        _ => {
                            let f = with_stack(|| self.whnf_core(f0))?;
                            if f == f0 {
                                return Ok(e);
                            }
                            let args = self.st.unapp(e).1;
                            e = self.st.beta(f, &args);
                        }
                    }
                }
            }
        }
    }

    fn reduce_proj(&mut self, i: u32, x: Expr) -> Result<Option<Expr>> {
        let v = with_stack(|| self.whnf(x))?;
        let v = self.lit_to_ctor(v);
        let (h, args) = self.st.unapp(v);
        if let Some((n, _)) = self.st.as_const(h)
            && let Some(ConstantInfo::Constructor(c)) = self.env.get(n).map(|c| &**c)
        {
            return Ok(args.get(c.num_params + i as usize).copied());
        }
        Ok(None)
    }

    /// A literal as a constructor application: `5` ↦ `Nat.succ 4`.
    pub fn lit_to_ctor(&self, e: Expr) -> Expr {
        match self.st.node(e) {
            Node::Nat(n) => {
                let v = self.st.nat_value(n);
                if *v == BigUint::ZERO {
                    self.st.const0("Nat.zero")
                } else {
                    let p = self.st.nat(&*v - 1u32);
                    self.st.app(self.st.const0("Nat.succ"), p)
                }
            }
            Node::Str(s) => self.string_to_list(&self.st.str_value(s)),
            _ => e,
        }
    }

    fn string_to_list(&self, s: &str) -> Expr {
        let st = &self.st;
        let zero = [st.l_zero()];
        let ch = st.const0("Char");
        let mut l = st.app(st.const_(Name::new("List.nil"), &zero), ch);
        for c in s.chars().rev() {
            let c = st.app(st.const0("Char.ofNat"), st.nat_u64(u64::from(u32::from(c))));
            l = st.apps(st.const_(Name::new("List.cons"), &zero), &[ch, c, l]);
        }
        st.app(st.const0("String.ofList"), l)
    }

    /// The constructor at the head of `e`, a whnf term (literals included), with all its arguments.
    pub fn as_ctor(&self, e: Expr) -> Option<(Name, Vec<Expr>)> {
        let e = self.lit_to_ctor(e);
        let (h, args) = self.st.unapp(e);
        let (n, _) = self.st.as_const(h)?;
        match self.env.get(n).map(|c| &**c) {
            Some(ConstantInfo::Constructor(c)) if args.len() == c.num_params + c.num_fields => {
                Some((n, args))
            }
            _ => None,
        }
    }

    fn reduce_rec(&mut self, r: &RecursorVal, ls: &[Level], e: Expr) -> Result<Option<Expr>> {
        let args = self.st.unapp(e).1;
        let mi = r.major_index();
        let Some(major) = args.get(mi).copied() else { return Ok(None) };
        let mut major = self.whnf(major)?;
        if r.k
            && let Some(c) = self.ctor_when_k(r, major)?
        {
            major = c;
        }
        let mut ctor = self.as_ctor(major);
        if ctor.is_none() {
            ctor = self.struct_eta_major(r, major)?;
        }
        let Some((cname, cargs)) = ctor else { return Ok(None) };
        let Some(rule) = r.rules.iter().find(|x| x.ctor == cname) else { return Ok(None) };
        if cargs.len() < rule.num_fields {
            return Ok(None);
        }
        let rhs = self.st.instantiate_levels(rule.rhs, &r.cval.level_params, ls);
        let mut xs: Vec<Expr> = args[..r.first_index()].to_vec();
        xs.extend(&cargs[cargs.len() - rule.num_fields..]);
        xs.extend(&args[mi + 1..]);
        Ok(Some(self.st.beta(rhs, &xs)))
    }

    fn ctor_when_k(&mut self, r: &RecursorVal, major: Expr) -> Result<Option<Expr>> {
        let t = self.infer(major)?;
        let t = self.whnf(t)?;
        let (h, args) = self.st.unapp(t);
        let Some((n, ls)) = self.st.as_const(h) else { return Ok(None) };
        if n != r.induct() {
            return Ok(None);
        }
        // With holes in the indices the proof may not be the constructor: only if they unify without filling holes.
        let Some(ConstantInfo::Inductive(v)) = self.env.get(n).map(|c| (**c).clone()) else {
            return Ok(None);
        };
        let [cn] = &*v.ctors else { return Ok(None) };
        if args.len() < v.num_params {
            return Ok(None);
        }
        let c = self.st.const_(*cn, &self.st.level_list(ls));
        let c = self.st.apps(c, &args[..v.num_params]);
        let ct = self.infer(c)?;
        let same = self.at_new_depth(|m| m.is_def_eq(t, ct))?;
        Ok(same.then_some(c))
    }

    fn struct_eta_major(&mut self, r: &RecursorVal, major: Expr) -> Result<Option<(Name, Vec<Expr>)>> {
        let n = r.induct();
        let Some(ConstantInfo::Inductive(v)) = self.env.get(n).map(|c| (**c).clone()) else {
            return Ok(None);
        };
        if v.ctors.len() != 1 || v.num_indices != 0 || v.is_rec || r.num_motives != 1 {
            return Ok(None);
        }
        if self.head_mvar(major).is_some() {
            return Ok(None);
        }
        let t = self.infer(major)?;
        let t = self.whnf(t)?;
        if self.st.head_const(t) != Some(n) || self.is_prop(t)? {
            return Ok(None);
        }
        let Some(ConstantInfo::Constructor(c)) = self.env.get(v.ctors[0]).map(|c| (**c).clone()) else {
            return Ok(None);
        };
        let mut args = self.st.unapp(t).1;
        for i in 0..c.num_fields {
            args.push(self.st.proj(n, i as u32, major));
        }
        Ok(Some((c.cval.name, args)))
    }

    fn reduce_quot(&mut self, n: Name, e: Expr) -> Result<Option<Expr>> {
        let (mk_pos, f_pos) = match n.as_str() {
            "Quot.lift" => (5, 3),
            "Quot.ind" => (4, 3),
            _ => return Ok(None),
        };
        let args = self.st.unapp(e).1;
        let Some(mk) = args.get(mk_pos).copied() else { return Ok(None) };
        let mk = self.whnf(mk)?;
        let Some(q) = self.st.app_of(mk, "Quot.mk", 3) else { return Ok(None) };
        let r = self.st.app(args[f_pos], q[2]);
        Ok(Some(self.st.beta(r, &args[mk_pos + 1..])))
    }

    /// Reduces `f.match_i …` when an alternative is selected.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn reduce_matcher(&mut self, e: Expr) -> Result<Option<Expr>> {
        let (h, args) = self.st.unapp(e);
        let Some((n, _)) = self.st.as_const(h) else { return Ok(None) };
        let Some(info) = self.env.ext.matchers.get(&n).cloned() else { return Ok(None) };
        let first_alt = info.num_params + 1 + info.num_discrs;
        if args.len() < first_alt + info.patterns.len() {
            return Ok(None);
        }
        let discrs = &args[info.num_params + 1..first_alt];
        for (i, pats) in info.patterns.iter().enumerate() {
            let nv = info.alt_arity[i];
            match self.match_patterns(pats, discrs, nv)? {
                (Match::Yes, vars) => {
                    let alt = args[first_alt + i];
                    let vars = if nv == 0 { vec![self.st.const0("Unit.unit")] } else { vars };
                    let r = self.st.beta(alt, &vars);
                    return Ok(Some(self.st.beta(r, &args[first_alt + info.patterns.len()..])));
                }
                (Match::No, _) => {}
                (Match::Stuck, _) => return Ok(None),
            }
        }
        Ok(None)
    }

    /// Matches patterns with `nv` variables (loose bound variables, the last is 0) against `args`, reducing the
    /// arguments as needed. On success, the values of the variables, first to last.
    pub(crate) fn match_patterns(
        &mut self,
        pats: &[Expr],
        args: &[Expr],
        nv: usize,
    ) -> Result<(Match, Vec<Expr>)> {
        let mut vars: Vec<Option<Expr>> = vec![None; nv];
        // Patterns are tried from the left, and what follows an undecided one says nothing: the compiled form, which
        // the kernel evaluates, is stuck there as well.
        for (p, a) in pats.iter().zip(args) {
            match self.match_pattern(*p, *a, &mut vars)? {
                Match::Yes => {}
                m => return Ok((m, vec![])),
            }
        }
        // A variable bound only inside an inaccessible pattern has no value here.
        match vars.into_iter().collect::<Option<Vec<_>>>() {
            Some(v) => Ok((Match::Yes, v)),
            None => Ok((Match::Stuck, vec![])),
        }
    }

    fn match_pattern(&mut self, p: Expr, a: Expr, vars: &mut [Option<Expr>]) -> Result<Match> {
        let nv = vars.len();
        if let Node::BVar(i) = self.st.node(p) {
            // Variables beyond those of the pattern are parameters, which only occur where typing determines the value.
            let Some(slot) = (nv).checked_sub(1 + i as usize) else { return Ok(Match::Yes) };
            // A repeated variable is determined by typing.
            vars[slot].get_or_insert(a);
            return Ok(Match::Yes);
        }
        if let Some(n) = self.nat_literal(p) {
            return self.match_nat_literal(&n, a);
        }
        if let Some((base, k)) = self.nat_offset(p) {
            let mut a = a;
            let mut left = k;
            while left > BigUint::ZERO {
                match self.nat_ctor(a)? {
                    Some((c, args)) if c.as_str() == "Nat.succ" => a = args[0],
                    Some(_) => return Ok(Match::No),
                    None => return Ok(Match::Stuck),
                }
                left -= 1u32;
            }
            return self.match_pattern(base, a, vars);
        }
        if self.is_other_literal(p) {
            let w = with_stack(|| self.whnf_at(a, self.transparency.max(Transparency::Instances)))?;
            return Ok(match self.same_literal(p, w) {
                Some(true) => Match::Yes,
                Some(false) => Match::No,
                None => Match::Stuck,
            });
        }
        let (ph, pargs) = self.st.unapp(p);
        let Some((pn, _)) = self.st.as_const(ph) else { return Ok(Match::Yes) };
        let Some(ConstantInfo::Constructor(pc)) = self.env.get(pn).map(|c| (**c).clone()) else {
            // An inaccessible pattern: determined by typing.
            return Ok(Match::Yes);
        };
        if pn.as_str() == "Nat.succ" || pn.as_str() == "Nat.zero" {
            let Some((an, aargs)) = self.nat_ctor(a)? else { return Ok(Match::Stuck) };
            return match (an == pn, pargs.first(), aargs.first()) {
                (true, Some(x), Some(y)) => self.match_pattern(*x, *y, vars),
                (true, ..) => Ok(Match::Yes),
                (false, ..) => Ok(Match::No),
            };
        }
        let w = with_stack(|| self.whnf_at(a, self.transparency.max(Transparency::Instances)))?;
        let mut ctor = self.as_ctor(w);
        if ctor.is_none()
            && let Some(r) = self.env.get(pc.induct.str("rec")).cloned()
            && let ConstantInfo::Recursor(r) = &*r
        {
            ctor = match r.k {
                true => self.ctor_when_k(r, w)?.and_then(|c| self.as_ctor(c)),
                false => self.struct_eta_major(r, w)?,
            };
        }
        let Some((an, aargs)) = ctor else { return Ok(Match::Stuck) };
        if an != pn {
            return Ok(Match::No);
        }
        for (x, y) in pargs.iter().zip(&aargs).skip(pc.num_params) {
            match with_stack(|| self.match_pattern(*x, *y, vars))? {
                Match::Yes => {}
                m => return Ok(m),
            }
        }
        Ok(Match::Yes)
    }

    fn match_nat_literal(&mut self, n: &BigUint, a: Expr) -> Result<Match> {
        let mut n = n.clone();
        let mut a = a;
        loop {
            if let Some(l) = self.nat_literal(a) {
                return Ok(if l == n { Match::Yes } else { Match::No });
            }
            let ctor = self.nat_ctor(a)?;
            let Some((c, args)) = ctor else { return Ok(Match::Stuck) };
            let zero = n == BigUint::ZERO;
            match (c.as_str(), zero) {
                ("Nat.zero", true) => return Ok(Match::Yes),
                ("Nat.succ", false) => {
                    n -= 1u32;
                    a = args[0];
                }
                _ => return Ok(Match::No),
            }
        }
    }

    /// The constructor that `a`, a natural number, begins with. `x + k` and numerals are not unfolded first, so that the
    /// argument of `Nat.succ` is as readable as `a`.
    fn nat_ctor(&mut self, a: Expr) -> Result<Option<(Name, Vec<Expr>)>> {
        let a = self.instantiate(a);
        if let Some(c) = self.ctor_of_arith(a)? {
            return Ok(Some(c));
        }
        let w = with_stack(|| self.whnf_at(a, self.transparency.max(Transparency::Instances)))?;
        match self.ctor_of_arith(w)? {
            Some(c) => Ok(Some(c)),
            None => Ok(self.as_ctor(w)),
        }
    }

    /// `x + k` and `OfNat` numerals on `Nat`, where unfolding instances is not enough to see a constructor.
    fn ctor_of_arith(&mut self, e: Expr) -> Result<Option<(Name, Vec<Expr>)>> {
        if let Some(v) = self.nat_literal(e) {
            let l = self.st.nat(v);
            return Ok(self.as_ctor(l));
        }
        if let Some((b, k)) = self.nat_offset(e)
            && k > BigUint::ZERO
        {
            let p = self.mk_nat_offset(b, &(k - 1u32));
            return Ok(Some((Name::new("Nat.succ"), vec![p])));
        }
        Ok(None)
    }

    /// One step of unfolding at the head, as far as transparency allows; `None` when stuck.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn unfold_step(&mut self, e: Expr) -> Result<Option<Expr>> {
        let f = self.st.app_fn(e);
        let Some((n, _)) = self.st.as_const(f) else { return Ok(None) };
        if !self.can_unfold(n) && !(self.computing && self.runs_by_equations(n)) {
            return Ok(None);
        }
        if let Some(eqs) = self.env.ext.equations.get(&n).cloned() {
            if eqs.by_theorem && !self.computing {
                // The equations do not hold by computation; only the compiled form does.
                return Ok(self.unfold_definition(e, false));
            }
            let given = self.st.app_arity(e);
            if !eqs.recursive {
                // Without recursion the value is the `match` that was written, and may be shown.
                let r = if given < eqs.arity { None } else { self.unfold_by_equations(e, &eqs)? };
                return Ok(r.or_else(|| self.unfold_definition(e, false)));
            }
            if given < eqs.arity {
                // Under-applied: the compiled form is a function; only full unfolding may show it.
                return Ok(if self.transparency == Transparency::All {
                    self.unfold_definition(e, true)
                } else {
                    None
                });
            }
            return self.unfold_by_equations(e, &eqs);
        }
        // A projection function unfolds only if the projection then reduces.
        if let Some((_, i)) = self.env.ext.projections.get(&n).copied() {
            return self.unfold_projection(e, n, i);
        }
        if self.env.ext.matchers.contains_key(&n) {
            return Ok(None);
        }
        Ok(self.unfold_definition(e, false))
    }

    fn unfold_projection(&mut self, e: Expr, n: Name, i: usize) -> Result<Option<Expr>> {
        let args = self.st.unapp(e).1;
        let Some((s, _)) = self.env.ext.projections.get(&n).copied() else { return Ok(None) };
        let Some(np) = self.env.structure(s).map(|s| s.num_params) else { return Ok(None) };
        let Some(x) = args.get(np).copied() else { return Ok(None) };
        // Instances must be seen through at instance transparency, so that `a + b` on `Nat` computes.
        let t = self.transparency;
        let v = if self.env.is_class(s) && t < Transparency::Instances {
            return Ok(None);
        } else {
            with_stack(|| self.whnf(x))?
        };
        let Some((_, cargs)) = self.as_ctor(v) else { return Ok(None) };
        let Some(r) = cargs.get(np + i).copied() else { return Ok(None) };
        Ok(Some(self.st.beta(r, &args[np + 1..])))
    }

    /// Unfolds `f args` by the first of `f`'s equations that matches.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn unfold_by_equations(
        &mut self,
        e: Expr,
        eqs: &Arc<crate::env::FunEquations>,
    ) -> Result<Option<Expr>> {
        let (f, args) = self.st.unapp(e);
        let Some((_, ls)) = self.st.as_const(f) else { return Ok(None) };
        if args.len() < eqs.arity {
            return Ok(None);
        }
        let Some((i, vars)) = self.matching_equation(eqs, &args)? else { return Ok(None) };
        let rhs = self.st.instantiate_levels(eqs.eqns[i].rhs, &eqs.level_params, &self.st.level_list(ls));
        let r = self.st.instantiate_rev(rhs, &vars);
        Ok(Some(self.st.beta(r, &args[eqs.arity..])))
    }

    /// As [`unfold_by_equations`](Meta::unfold_by_equations), with a proof of `e = result` by the equation's theorem.
    /// `None` also when the equation has no theorem, or `e` has more arguments than it.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn rewrite_by_equations(
        &mut self,
        e: Expr,
        eqs: &Arc<crate::env::FunEquations>,
    ) -> Result<Option<(Expr, Expr)>> {
        let (f, args) = self.st.unapp(e);
        let Some((_, ls)) = self.st.as_const(f) else { return Ok(None) };
        if args.len() != eqs.arity {
            return Ok(None);
        }
        let Some((i, vars)) = self.matching_equation(eqs, &args)? else { return Ok(None) };
        let q = &eqs.eqns[i];
        let Some(theorem) = q.theorem else { return Ok(None) };
        let levels = self.st.level_list(ls);
        let rhs = self.st.instantiate_levels(q.rhs, &eqs.level_params, &levels);
        let rhs = self.st.head_beta(self.st.instantiate_rev(rhs, &vars));
        Ok(Some((rhs, self.st.apps(self.st.const_(theorem, &levels), &vars))))
    }

    /// The first equation that matches the arguments, with the values of its variables.
    fn matching_equation(
        &mut self,
        eqs: &Arc<crate::env::FunEquations>,
        args: &[Expr],
    ) -> Result<Option<(usize, Vec<Expr>)>> {
        for (i, q) in eqs.eqns.iter().enumerate() {
            match self.match_patterns(&q.lhs, args, q.num_vars)? {
                (Match::Yes, vars) => return Ok(Some((i, vars))),
                (Match::No, _) => {}
                (Match::Stuck, _) => return Ok(None),
            }
        }
        Ok(None)
    }

    /// Whether `n` has equations that a program runs by, though no proof computes with them.
    fn runs_by_equations(&self, n: Name) -> bool {
        self.env.ext.equations.get(&n).is_some_and(|q| q.by_theorem)
    }

    /// Whether the current transparency lets `n` be unfolded.
    #[must_use]
    pub fn can_unfold(&self, n: Name) -> bool {
        use Reducibility::{Instance, Irreducible, Reducible, Regular};
        match (self.transparency, self.env.reducibility(n)) {
            (Transparency::All, _) | (_, Reducible) => true,
            (_, Irreducible) => false,
            (Transparency::Default, Instance | Regular) | (Transparency::Instances, Instance) => true,
            (Transparency::Instances | Transparency::Reducible, _) => false,
        }
    }

    /// `f args` with the definition of `f` put in place, beta-reduced; theorems too if `theorems`.
    #[must_use]
    pub fn unfold_definition(&self, e: Expr, theorems: bool) -> Option<Expr> {
        let (f, args) = self.st.unapp(e);
        let (n, ls) = self.st.as_const(f)?;
        let c = self.env.get(n)?;
        let v = match &**c {
            ConstantInfo::Definition(_, v, _) => *v,
            ConstantInfo::Theorem(_, v) if theorems => *v,
            _ => return None,
        };
        let c = c.cval();
        let ls = self.st.level_list(ls);
        if ls.len() != c.level_params.len() {
            return None;
        }
        let v = self.st.instantiate_levels(v, &c.level_params, &ls);
        Some(self.st.beta(v, &args))
    }

    // ---- natural numbers ----

    /// The value of `e` if it is a literal: `5`, `OfNat.ofNat Nat 5 _`, `Nat.zero`, or successors of one.
    #[must_use]
    pub fn nat_literal(&self, e: Expr) -> Option<BigUint> {
        match self.st.node(e) {
            Node::Nat(n) => Some((*self.st.nat_value(n)).clone()),
            Node::Const(n, _) if n.as_str() == "Nat.zero" => Some(BigUint::ZERO),
            Node::MVar(m) => self.nat_literal(self.mctx.value(m)?),
            Node::App(f, a) => {
                if let Some((n, _)) = self.st.as_const(f)
                    && n.as_str() == "Nat.succ"
                {
                    return self.nat_literal(a).map(|v| v + 1u32);
                }
                let args = self.st.app_of(e, "OfNat.ofNat", 3)?;
                let ty = self.instantiate(args[0]);
                if self.st.head_const(ty)?.as_str() != "Nat" {
                    return None;
                }
                match self.st.node(self.instantiate(args[1])) {
                    Node::Nat(n) => Some((*self.st.nat_value(n)).clone()),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    /// The value of an arithmetic expression on `Nat` literals, notation not unfolded: `2 * 3 + 1`.
    #[must_use]
    pub fn ground_nat(&self, e: Expr) -> Option<BigUint> {
        if let Some(v) = self.nat_literal(e) {
            return Some(v);
        }
        if self.st.has_fvar(e) || self.st.has_expr_mvar(e) {
            return None;
        }
        let (h, args) = self.st.unapp(e);
        let (n, _) = self.st.as_const(h)?;
        let (op, x, y) = match (n.as_str(), args.as_slice()) {
            ("HAdd.hAdd" | "HMul.hMul" | "HSub.hSub", [t, _, u, _, x, y])
                if [*t, *u].iter().all(|t| self.st.head_const(*t).is_some_and(|n| n.as_str() == "Nat")) =>
            {
                (n.as_str(), *x, *y)
            }
            _ => return None,
        };
        let (x, y) = with_stack(|| Some((self.ground_nat(x)?, self.ground_nat(y)?)))?;
        match op {
            "HAdd.hAdd" => Some(x + y),
            "HMul.hMul" if x.bits() + y.bits() <= 1 << 20 => Some(x * y),
            "HSub.hSub" => Some(if x > y { x - y } else { BigUint::ZERO }),
            _ => None,
        }
    }

    /// `e` as `base + k` on `Nat`, when `e` is `Nat.succ …` or `… + literal`.
    #[must_use]
    pub fn nat_offset(&self, e: Expr) -> Option<(Expr, BigUint)> {
        let (h, args) = self.st.unapp(e);
        let (n, _) = self.st.as_const(h)?;
        match (n.as_str(), args.len()) {
            ("Nat.succ", 1) => Some(match self.nat_offset(args[0]) {
                Some((b, k)) => (b, k + 1u32),
                None => (args[0], BigUint::from(1u32)),
            }),
            ("Nat.add", 2) => {
                let k = self.nat_literal(args[1])?;
                Some(match self.nat_offset(args[0]) {
                    Some((b, k2)) => (b, k + k2),
                    None => (args[0], k),
                })
            }
            ("HAdd.hAdd", 6) => {
                let ty = self.instantiate(args[0]);
                if self.st.head_const(ty)?.as_str() != "Nat" {
                    return None;
                }
                let k = self.nat_literal(args[5])?;
                Some(match self.nat_offset(args[4]) {
                    Some((b, k2)) => (b, k + k2),
                    None => (args[4], k),
                })
            }
            _ => None,
        }
    }

    /// `b + k`, as literal, `b` itself, or `Nat.succ`/`HAdd` form.
    pub fn mk_nat_offset(&self, b: Expr, k: &BigUint) -> Expr {
        if *k == BigUint::ZERO {
            return b;
        }
        let st = &self.st;
        let zero = [st.l_zero(); 3];
        let nat = st.const0("Nat");
        let lit = self.mk_nat_lit(k);
        let inst = st.apps(st.const_(Name::new("instHAdd"), &[st.l_zero()]), &[nat, st.const0("instAddNat")]);
        st.apps(st.const_(Name::new("HAdd.hAdd"), &zero), &[nat, nat, nat, inst, b, lit])
    }

    /// The numeral `k : Nat` as the elaborator writes it: `OfNat.ofNat Nat k (instOfNatNat k)`.
    pub fn mk_nat_lit(&self, k: &BigUint) -> Expr {
        let st = &self.st;
        let l = st.nat(k.clone());
        let inst = st.app(st.const0("instOfNatNat"), l);
        st.apps(st.const_(Name::new("OfNat.ofNat"), &[st.l_zero()]), &[st.const0("Nat"), l, inst])
    }

    /// Evaluates an arithmetic function on literals with big numbers.
    fn reduce_nat(&mut self, e: Expr) -> Result<Option<Expr>> {
        let (h, args) = self.st.unapp(e);
        let Some((n, _)) = self.st.as_const(h) else { return Ok(None) };
        let s = n.as_str();
        let Some(op) = s.strip_prefix("Nat.") else { return Ok(None) };
        if self.transparency < Transparency::Instances {
            return Ok(None);
        }
        if args.len() == 1 && op == "succ" {
            return Ok(self.nat_literal(args[0]).map(|v| self.st.nat(v + 1u32)));
        }
        if args.len() != 2
            || !matches!(op, "add" | "sub" | "mul" | "div" | "mod" | "gcd" | "beq" | "ble" | "pow")
        {
            return Ok(None);
        }
        let Some(a) = self.eval_nat(args[0])? else { return Ok(None) };
        let Some(b) = self.eval_nat(args[1])? else { return Ok(None) };
        let zero = BigUint::ZERO;
        let r = match op {
            "add" => a + b,
            "sub" => {
                if a > b {
                    a - b
                } else {
                    zero
                }
            }
            "mul" => a * b,
            "div" => {
                if b == zero {
                    zero
                } else {
                    a / b
                }
            }
            "mod" => {
                if b == zero {
                    a
                } else {
                    a % b
                }
            }
            "gcd" => {
                let (mut a, mut b) = (a, b);
                while b != zero {
                    let r = &a % &b;
                    a = b;
                    b = r;
                }
                a
            }
            "pow" => match u32::try_from(&b) {
                Ok(k) if u64::from(k) * a.bits().max(1) <= 1 << 24 => a.pow(k),
                _ => return Ok(None),
            },
            "beq" | "ble" => {
                let v = if op == "beq" { a == b } else { a <= b };
                return Ok(Some(self.st.const0(if v { "Bool.true" } else { "Bool.false" })));
            }
            _ => return Ok(None),
        };
        Ok(Some(self.st.nat(r)))
    }

    fn eval_nat(&mut self, e: Expr) -> Result<Option<BigUint>> {
        let e = self.instantiate(e);
        if let Some(v) = self.nat_literal(e) {
            return Ok(Some(v));
        }
        if self.st.has_fvar(e) || self.st.has_mvar(e) {
            return Ok(None);
        }
        let w = with_stack(|| self.whnf(e))?;
        Ok(self.nat_literal(w))
    }
}
