//! Types of terms. With `check`, all parts of the term are checked; without, it is known to be well typed.

use crate::checker::Checker;
use crate::env::{Checked, reject};
use crate::expr::{Expr, Kind};
use crate::names::names;
use turnstile_kernel::Name;

impl Checker<'_> {
    pub(crate) fn infer(&mut self, e: &Expr, check: bool) -> Checked<Expr> {
        match e.kind() {
            Kind::Var(_) => return Err(reject("loose-variable", "a bound variable has no binder")),
            Kind::Local(_, ty) => return Ok(ty.clone()),
            Kind::Sort(l) => return Ok(Expr::sort(l.succ())),
            Kind::Nat(_) if self.env.nat => return Ok(Expr::plain(names().nat)),
            Kind::Nat(_) => return Err(reject("nat-literal", "a numeral needs the type Nat")),
            Kind::Str(_) if self.string_former().is_some() => return Ok(Expr::plain(names().string)),
            Kind::Str(_) => return Err(reject("string-literal", "a string needs the type String")),
            _ => {}
        }
        if let Some(t) = self.memory.checked.get(e) {
            return Ok(t.clone());
        }
        if !check && let Some(t) = self.memory.inferred.get(e) {
            return Ok(t.clone());
        }
        self.step()?;
        let ty = self.deeper(|c| match e.kind() {
            Kind::Const(n, levels) => match c.env.get(*n) {
                Some(k) => c.at_levels(&k.ty, &k.level_params, levels),
                None => Err(reject("unknown-constant", format!("unknown constant '{n}'"))),
            },
            Kind::App(..) => c.infer_app(e, check),
            Kind::Lam(..) => c.infer_lam(e, check),
            Kind::Pi(..) => c.infer_pi(e, check),
            Kind::Let(ty, value, body) => {
                if check {
                    c.check_type(ty)?;
                    let have = c.infer(value, true)?;
                    if !c.def_eq(&have, ty)? {
                        return Err(reject("let-type", "the value of a let has another type"));
                    }
                }
                c.infer(&body.instantiate(&[value]), check)
            }
            Kind::Proj(s, i, x) => c.infer_proj(*s, *i, x, check),
            _ => Err(reject("term", "a term of an unknown form")),
        })?;
        let memory = if check { &mut self.memory.checked } else { &mut self.memory.inferred };
        memory.insert(e.clone(), ty.clone());
        Ok(ty)
    }

    fn infer_app(&mut self, e: &Expr, check: bool) -> Checked<Expr> {
        let (f, args) = e.unapp();
        let mut ty = self.infer(f, check)?;
        // The arguments from `from` on are not yet put into `ty`.
        let mut from = 0;
        for (i, arg) in args.iter().enumerate() {
            if !matches!(ty.kind(), Kind::Pi(..)) {
                ty = self.whnf(&ty.instantiate(&args[from..i]))?;
                from = i;
            }
            let Kind::Pi(domain, body) = ty.kind() else {
                return Err(reject("function-expected", "a term that is not a function is applied"));
            };
            if check {
                let want = domain.instantiate(&args[from..i]);
                let have = self.infer(arg, true)?;
                if !self.argument_fits(arg, &have, &want)? {
                    return Err(reject("argument-type", "an argument has another type than expected"));
                }
            }
            ty = body.clone();
        }
        Ok(ty.instantiate(&args[from..]))
    }

    /// The argument `eagerReduce A v` asks for Nat functions to run on open terms.
    fn argument_fits(&mut self, arg: &Expr, have: &Expr, want: &Expr) -> Checked<bool> {
        let (head, args) = arg.unapp();
        if head.is_const(names().eager_reduce) && args.len() == 2 && !self.eager {
            return self.eagerly(|c| c.def_eq(have, want));
        }
        self.def_eq(have, want)
    }

    fn infer_lam(&mut self, e: &Expr, check: bool) -> Checked<Expr> {
        let (mut locals, mut body) = (Vec::new(), e);
        while let Kind::Lam(domain, b) = body.kind() {
            let domain = domain.instantiate(&locals);
            if check {
                self.check_type(&domain)?;
            }
            locals.push(Expr::fresh(domain));
            body = b;
        }
        let ty = self.infer(&body.instantiate(&locals), check)?;
        Ok(Expr::bind_pi(&locals, &ty))
    }

    fn infer_pi(&mut self, e: &Expr, check: bool) -> Checked<Expr> {
        let (mut locals, mut levels, mut body) = (Vec::new(), Vec::new(), e);
        while let Kind::Pi(domain, b) = body.kind() {
            let domain = domain.instantiate(&locals);
            let sort = self.infer(&domain, check)?;
            levels.push(self.ensure_sort(&sort)?);
            locals.push(Expr::fresh(domain));
            body = b;
        }
        let sort = self.infer(&body.instantiate(&locals), check)?;
        let last = self.ensure_sort(&sort)?;
        Ok(Expr::sort(levels.iter().rev().fold(last, |l, domain| domain.imax(&l))))
    }

    /// A field may be taken out when it is a proposition wherever the structure is one. So must be the fields before it
    /// that something depends on.
    fn infer_proj(&mut self, s: Name, i: u32, x: &Expr, check: bool) -> Checked<Expr> {
        let bad = |why: &str| reject("projection", format!("field {i} of '{s}': {why}"));
        let ty = self.infer(x, check)?;
        let ty = self.whnf(&ty)?;
        let (head, args) = ty.unapp();
        let Some((n, levels)) = head.as_const() else { return Err(bad("not a value of a structure")) };
        if n != s {
            return Err(bad("a value of another type"));
        }
        let Some(ind) = self.env.inductive(s) else { return Err(bad("not an inductive type")) };
        let [ctor] = &*ind.ctors else { return Err(bad("the type has not exactly one constructor")) };
        let (Some(c), Some(info)) = (self.env.get(*ctor), self.env.constructor(*ctor)) else {
            return Err(bad("its constructor is missing"));
        };
        if args.len() != ind.num_params + ind.num_indices {
            return Err(bad("the type has the wrong number of arguments"));
        }
        if i as usize >= info.num_fields {
            return Err(bad("there is no such field"));
        }
        let structure = self.level_of(&ty)?;
        let malformed = || bad("its constructor is malformed");
        let mut rest = self.at_levels(&c.ty, &c.level_params, levels)?;
        for p in &args[..ind.num_params] {
            let Kind::Pi(_, body) = rest.kind() else { return Err(malformed()) };
            rest = body.instantiate(&[*p]);
        }
        for j in 0..=i {
            let Kind::Pi(domain, body) = rest.kind() else { return Err(malformed()) };
            if j == i || body.uses_var0() {
                let field = self.level_of(domain)?;
                if !self.level_at_most(&field, &field.imax(&structure))? {
                    return Err(bad("data cannot be taken out of a proof"));
                }
            }
            if j == i {
                return Ok(domain.clone());
            }
            rest = body.instantiate(&[Expr::proj(s, j, x)]);
        }
        Err(malformed())
    }
}
