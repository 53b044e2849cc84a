//! Weak-head normal forms.

use crate::checker::Checker;
use crate::env::{Checked, Constant, ConstantKind, Inductive, QuotKind, Recursor};
use crate::expr::{Expr, Kind};
use crate::level::Level;
use std::sync::Arc;
use turnstile_kernel::Name;

impl Checker<'_> {
    /// Evaluates the head of `e`, definitions and Nat functions included.
    pub(crate) fn whnf(&mut self, e: &Expr) -> Checked<Expr> {
        if !matches!(e.kind(), Kind::App(..) | Kind::Const(..) | Kind::Let(..) | Kind::Proj(..)) {
            return Ok(e.clone());
        }
        if let Some(r) = self.memory.whnf.get(e) {
            return Ok(r.clone());
        }
        let r = self.deeper(|c| {
            let mut t = e.clone();
            loop {
                c.step()?;
                t = c.whnf_core(&t, false)?;
                if let Some(v) = c.run_nat_function(&t)? {
                    return Ok(v);
                }
                match c.unfold(&t)? {
                    Some(u) => t = u,
                    None => return Ok(t),
                }
            }
        })?;
        self.memory.whnf.insert(e.clone(), r.clone());
        Ok(r)
    }

    /// Evaluates the head of `e` without definitions. With `cheap`, not even those under a projection are unfolded.
    pub(crate) fn whnf_core(&mut self, e: &Expr, cheap: bool) -> Checked<Expr> {
        if !matches!(e.kind(), Kind::App(..) | Kind::Let(..) | Kind::Proj(..)) {
            return Ok(e.clone());
        }
        let memory = if cheap { &self.memory.core_cheap } else { &self.memory.core };
        if let Some(r) = memory.get(e) {
            return Ok(r.clone());
        }
        let r = self.deeper(|c| {
            let mut t = e.clone();
            while let Some(next) = c.core_step(&t, cheap)? {
                c.step()?;
                t = next;
            }
            Ok(t)
        })?;
        let memory = if cheap { &mut self.memory.core_cheap } else { &mut self.memory.core };
        memory.insert(e.clone(), r.clone());
        Ok(r)
    }

    fn core_step(&mut self, e: &Expr, cheap: bool) -> Checked<Option<Expr>> {
        match e.kind() {
            Kind::Let(_, v, b) => Ok(Some(b.instantiate(&[v]))),
            Kind::Proj(s, i, x) => {
                let x = if cheap { self.whnf_core(x, true)? } else { self.whnf(x)? };
                self.field(*s, *i, &x)
            }
            Kind::App(..) => {
                let (f, args) = e.unapp();
                match f.kind() {
                    Kind::Lam(..) => Ok(Some(Expr::beta(f, args))),
                    Kind::Let(..) | Kind::Proj(..) => {
                        let g = self.whnf_core(f, cheap)?;
                        Ok((g != *f).then(|| Expr::beta(&g, args)))
                    }
                    Kind::Const(n, levels) => match self.env.get(*n) {
                        Some(Constant { kind: ConstantKind::Recursor(r), level_params, .. }) => {
                            self.run_recursor(r, level_params, levels, &args)
                        }
                        Some(Constant { kind: ConstantKind::Quot(kind), .. }) => self.run_quot(*kind, &args),
                        _ => Ok(None),
                    },
                    _ => Ok(None),
                }
            }
            _ => Ok(None),
        }
    }

    /// Field `i` of a constructor application of the structure `s`.
    pub(crate) fn field(&mut self, s: Name, i: u32, x: &Expr) -> Checked<Option<Expr>> {
        let x = match x.kind() {
            Kind::Str(text) => {
                let expanded = self.string_as_constructor(text);
                self.whnf(&expanded)?
            }
            _ => x.clone(),
        };
        let (head, args) = x.unapp();
        let Some((n, _)) = head.as_const() else { return Ok(None) };
        match self.env.constructor(n) {
            Some(c) if c.induct == s => Ok(args.get(c.num_params + i as usize).map(|a| (*a).clone())),
            _ => Ok(None),
        }
    }

    /// `Quot.lift f h (Quot.mk r a)` is `f a`, `Quot.ind p (Quot.mk r a)` is `p a`.
    fn run_quot(&mut self, kind: QuotKind, args: &[&Expr]) -> Checked<Option<Expr>> {
        let major = match kind {
            QuotKind::Lift => 5,
            QuotKind::Ind => 4,
            QuotKind::Type | QuotKind::Mk => return Ok(None),
        };
        let Some(q) = args.get(major) else { return Ok(None) };
        let q = self.whnf(q)?;
        let (head, mk) = q.unapp();
        let is_mk = head
            .as_const()
            .and_then(|(n, _)| self.env.get(n))
            .is_some_and(|c| matches!(c.kind, ConstantKind::Quot(QuotKind::Mk)));
        match (is_mk, &mk[..]) {
            (true, [_, _, a]) => {
                Ok(Some(Expr::apps(&Expr::app(args[3], a), args[major + 1..].iter().copied())))
            }
            _ => Ok(None),
        }
    }

    fn run_recursor(
        &mut self,
        r: &Recursor,
        params: &[Name],
        levels: &[Level],
        args: &[&Expr],
    ) -> Checked<Option<Expr>> {
        let first_index = r.num_params + r.num_motives + r.num_minors;
        let at = first_index + r.num_indices;
        let Some(major) = args.get(at) else { return Ok(None) };
        let Some(ind) = self.env.inductive(r.induct) else { return Ok(None) };
        if params.len() != levels.len() {
            return Ok(None);
        }
        let mut major = (*major).clone();
        if r.k
            && let Some(c) = self.only_constructor(r.induct, ind, &major)?
        {
            major = c;
        }
        major = self.whnf(&major)?;
        major = match major.kind() {
            Kind::Nat(n) => self.nat_as_constructor(n)?,
            Kind::Str(s) => {
                let expanded = self.string_as_constructor(s);
                self.whnf(&expanded)?
            }
            _ => self.expand_structure(r.induct, ind, major)?,
        };
        let (head, fields) = major.unapp();
        let Some((ctor, _)) = head.as_const() else { return Ok(None) };
        let Some(rule) = r.rules.iter().find(|rule| rule.ctor == ctor) else { return Ok(None) };
        let Some(skip) = fields.len().checked_sub(rule.num_fields) else { return Ok(None) };
        let rhs = rule.rhs.instantiate_levels(params, levels);
        let spine = args[..first_index].iter().chain(&fields[skip..]).chain(&args[at + 1..]);
        Ok(Some(Expr::beta(&rhs, spine.copied())))
    }

    /// K: the constructor without arguments in place of `major`, if it has the same type.
    fn only_constructor(&mut self, n: Name, ind: &Inductive, major: &Expr) -> Checked<Option<Expr>> {
        let ty = self.infer(major, false)?;
        let ty = self.whnf(&ty)?;
        let (head, args) = ty.unapp();
        let (Some((m, levels)), [ctor]) = (head.as_const(), &*ind.ctors) else { return Ok(None) };
        if m != n || args.len() < ind.num_params {
            return Ok(None);
        }
        let value = Expr::apps(&Expr::constant(*ctor, levels), args[..ind.num_params].iter().copied());
        let its_type = self.infer(&value, false)?;
        Ok(self.def_eq(&ty, &its_type)?.then_some(value))
    }

    /// `major` as the constructor of its own fields, when it is data of a structure.
    fn expand_structure(&mut self, n: Name, ind: &Inductive, major: Expr) -> Checked<Expr> {
        let Some((ctor, num_fields)) = self.structure(ind) else { return Ok(major) };
        if major.head().is_const(ctor) {
            return Ok(major);
        }
        let ty = self.infer(&major, false)?;
        let ty = self.whnf(&ty)?;
        let (head, args) = ty.unapp();
        let Some((m, levels)) = head.as_const() else { return Ok(major) };
        if m != n || args.len() != ind.num_params || self.is_prop(&ty)? {
            return Ok(major);
        }
        let value = Expr::apps(&Expr::constant(ctor, levels), args);
        Ok((0..num_fields as u32).fold(value, |v, i| Expr::app(&v, &Expr::proj(n, i, &major))))
    }

    /// Constructor and number of fields, when values of the type are determined by their fields.
    pub(crate) fn structure(&self, ind: &Inductive) -> Option<(Name, usize)> {
        match &*ind.ctors {
            [c] if ind.num_indices == 0 && !ind.is_rec => {
                Some((*c, self.env.constructor(*c).map(|c| c.num_fields)?))
            }
            _ => None,
        }
    }

    /// The definition or theorem at the head of `e`, if it has the right number of levels.
    pub(crate) fn unfoldable<'e>(&self, e: &'e Expr) -> Option<(&'e Expr, Arc<Constant>)> {
        let head = e.head();
        let (n, levels) = head.as_const()?;
        let c = self.env.shared(n)?;
        let unfolds = matches!(c.kind, ConstantKind::Definition { .. } | ConstantKind::Theorem(_));
        (unfolds && levels.len() == c.level_params.len()).then(|| (head, c.clone()))
    }

    /// `e` with the definition or theorem at its head unfolded.
    pub(crate) fn unfold(&mut self, e: &Expr) -> Checked<Option<Expr>> {
        let Some((head, c)) = self.unfoldable(e) else { return Ok(None) };
        self.step()?;
        let (ConstantKind::Definition { value, .. } | ConstantKind::Theorem(value)) = &c.kind else {
            return Ok(None);
        };
        let Some((_, levels)) = head.as_const() else { return Ok(None) };
        let value = self
            .memory
            .unfolded
            .entry(head.clone())
            .or_insert_with(|| value.instantiate_levels(&c.level_params, levels))
            .clone();
        let (_, args) = e.unapp();
        Ok(Some(Expr::beta(&value, args)))
    }
}
