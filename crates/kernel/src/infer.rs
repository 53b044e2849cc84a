//! Type inference. With `check`, every part of the term is checked; without, the term is taken to be well typed.

use crate::checker::{Checked, TypeChecker, mismatch, reject};
use crate::decl::ConstantInfo;
use crate::known::known;
use crate::level;
use crate::name::Name;
use crate::term::{Binder, Expr, FVarId, Level, Node};

impl TypeChecker<'_> {
    pub(crate) fn infer_core(&mut self, e: Expr, check: bool) -> Checked<Expr> {
        if let Some(t) = self.caches.checked.get(&e) {
            return Ok(*t);
        }
        if !check && let Some(t) = self.caches.reduction.inferred.get(&e) {
            return Ok(*t);
        }
        self.tick()?;
        let ty = match self.st.node(e) {
            Node::BVar(_) => return Err(reject("loose-variable", "a bound variable has no binder")),
            Node::MVar(_) => return Err(reject("metavariable", "a metavariable is left in the term")),
            Node::FVar(id) => match self.locals.get(&id) {
                Some(l) => return Ok(l.ty),
                None => return Err(reject("unknown-local", "a free variable is not in the local context")),
            },
            Node::Sort(l) => self.st.sort(self.st.l_succ(l)),
            Node::Const(n, ls) => {
                let Some(c) = self.env.get(n) else {
                    return Err(reject("unknown-constant", format!("unknown constant '{n}'")));
                };
                self.instantiate_params(c.ty(), &c.cval().level_params, ls)?
            }
            Node::Nat(_) if self.env.nat_literals() => self.st.const_(known().nat, &[]),
            Node::Nat(_) => return Err(reject("nat-literal", "a numeral needs the type Nat")),
            Node::Str(_) if self.string_former().is_some() => self.st.const_(known().string, &[]),
            Node::Str(_) => {
                return Err(reject("string-literal", "a string needs String, Char, List and String.ofList"));
            }
            Node::App(..) => self.deeper(|c| c.infer_app(e, check))?,
            Node::Lam(..) => self.deeper(|c| c.in_scope(|c| c.infer_lam(e, check)))?,
            Node::Pi(..) => self.deeper(|c| c.in_scope(|c| c.infer_pi(e, check)))?,
            Node::Let(_, t, v, b) => self.deeper(|c| {
                if check {
                    let s = c.infer_core(t, true)?;
                    c.ensure_sort(s)?;
                    let vt = c.infer_core(v, true)?;
                    if !c.convertible(vt, t)? {
                        return Err(mismatch(
                            "let-type",
                            "the value of a let has another type than declared",
                            vt,
                            t,
                        ));
                    }
                }
                let body = c.st.instantiate1(b, v);
                c.infer_core(body, check)
            })?,
            Node::Proj(s, i, x) => self.deeper(|c| c.infer_proj(s, i, x, check))?,
        };
        let cache = if check { &mut self.caches.checked } else { &mut self.caches.reduction.inferred };
        cache.insert(e, ty);
        Ok(ty)
    }

    fn infer_app(&mut self, e: Expr, check: bool) -> Checked<Expr> {
        let (f, args) = self.st.spine(e);
        let mut fty = self.infer_core(f, check)?;
        // Arguments from `start` on are not yet substituted in `fty`.
        let mut start = 0;
        for (i, arg) in args.iter().enumerate() {
            if !matches!(self.st.node(fty), Node::Pi(..)) {
                fty = self.st.instantiate_rev(fty, &args[start..i]);
                start = i;
                fty = self.whnf_full(fty)?;
            }
            let Node::Pi(_, dom, body) = self.st.node(fty) else {
                return Err(mismatch(
                    "function-expected",
                    "a term that is not a function is applied",
                    f,
                    fty,
                ));
            };
            if check {
                let want = self.st.instantiate_rev(dom, &args[start..i]);
                let have = self.infer_core(*arg, true)?;
                if !self.argument_fits(*arg, have, want)? {
                    return Err(mismatch(
                        "argument-type",
                        "an argument has another type than expected",
                        have,
                        want,
                    ));
                }
            }
            fty = body;
        }
        Ok(self.st.instantiate_rev(fty, &args[start..]))
    }

    /// Conversion of an argument's type; `eagerReduce A v` asks for Nat functions to run on open terms meanwhile.
    fn argument_fits(&mut self, arg: Expr, have: Expr, want: Expr) -> Checked<bool> {
        let eager = self.st.head_const(arg) == Some(known().eager_reduce) && self.st.app_arity(arg) == 2;
        if !eager || self.eager {
            return self.convertible(have, want);
        }
        let outer = std::mem::take(&mut self.caches.reduction);
        self.eager = true;
        let r = self.convertible(have, want);
        self.eager = false;
        self.caches.reduction = outer;
        r
    }

    fn infer_lam(&mut self, e: Expr, check: bool) -> Checked<Expr> {
        let mut locals: Vec<(FVarId, Binder, Expr)> = Vec::new();
        let mut vars: Vec<Expr> = Vec::new();
        let mut cur = e;
        while let Node::Lam(b, dom, body) = self.st.node(cur) {
            let dom = self.st.instantiate_rev(dom, &vars);
            if check {
                let s = self.infer_core(dom, true)?;
                self.ensure_sort(s)?;
            }
            let x = self.fresh_local(dom);
            if let Node::FVar(id) = self.st.node(x) {
                locals.push((id, b, dom));
            }
            vars.push(x);
            cur = body;
        }
        let body = self.st.instantiate_rev(cur, &vars);
        let ty = self.infer_core(body, check)?;
        Ok(self.st.bind_pis(&locals, ty))
    }

    fn infer_pi(&mut self, e: Expr, check: bool) -> Checked<Expr> {
        let mut sorts: Vec<Level> = Vec::new();
        let mut vars: Vec<Expr> = Vec::new();
        let mut cur = e;
        while let Node::Pi(_, dom, body) = self.st.node(cur) {
            let dom = self.st.instantiate_rev(dom, &vars);
            let s = self.infer_core(dom, check)?;
            sorts.push(self.ensure_sort(s)?);
            vars.push(self.fresh_local(dom));
            cur = body;
        }
        let body = self.st.instantiate_rev(cur, &vars);
        let s = self.infer_core(body, check)?;
        let last = self.ensure_sort(s)?;
        Ok(self.st.sort(sorts.iter().rev().fold(last, |l, s| self.st.l_imax(*s, l))))
    }

    /// `x.i` for a structure `s`. A field may be projected when it is a proposition wherever the structure is one;
    /// the same holds for every field that a later one depends on.
    fn infer_proj(&mut self, s: Name, i: u32, x: Expr, check: bool) -> Checked<Expr> {
        let bad = |why: &str| reject("projection", format!("field {i} of '{s}': {why}"));
        let ty = self.infer_core(x, check)?;
        let ty = self.whnf_full(ty)?;
        let (head, args) = self.st.spine(ty);
        let Node::Const(n, levels) = self.st.node(head) else { return Err(bad("not a structure value")) };
        let env = self.env;
        let Some(ConstantInfo::Inductive(ind)) = env.get(n).map(|c| &**c) else {
            return Err(bad("not a structure value"));
        };
        if n != s {
            return Err(bad("the value is of another structure"));
        }
        let [ctor] = &*ind.ctors else { return Err(bad("the type does not have exactly one constructor")) };
        let Some(ConstantInfo::Constructor(ctor)) = env.get(*ctor).map(|c| &**c) else {
            return Err(bad("its constructor is missing"));
        };
        if args.len() != ind.num_params + ind.num_indices || i as usize >= ctor.num_fields {
            return Err(bad("there is no such field"));
        }
        let structure_level = self.sort_of(ty)?;
        let always_data = level::is_never_zero(self.st, structure_level);
        let mut t = self.instantiate_params(ctor.cval.ty, &ctor.cval.level_params, levels)?;
        for _ in 0..ind.num_params {
            let Node::Pi(_, _, body) = self.st.node(t) else {
                return Err(bad("its constructor is malformed"));
            };
            t = body;
        }
        t = self.st.instantiate_rev(t, &args[..ind.num_params]);
        for j in 0..=i {
            let Node::Pi(_, dom, body) = self.st.node(t) else {
                return Err(bad("its constructor is malformed"));
            };
            if !always_data && (j == i || self.st.has_loose_bvar(body, 0)) {
                let field_level = self.sort_of(dom)?;
                let bound = self.st.l_imax(field_level, structure_level);
                if !self.level_leq(field_level, bound)? {
                    return Err(bad("data cannot be taken out of a proof"));
                }
            }
            if j == i {
                return Ok(dom);
            }
            t = self.st.instantiate1(body, self.st.proj(s, j, x));
        }
        Err(bad("there is no such field"))
    }
}
