//! Random values of data types, and evaluation of terms on them.

use super::{ExploreSettings, Signature};
use rustc_hash::FxHashMap;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, ConstantInfo, Expr, FVarId, Name, Node, with_stack};

/// A variable of an exploration with its value under each assignment.
pub(super) struct Variable {
    pub var: Expr,
    pub ty: usize,
    pub vals: Vec<Expr>,
}

/// What stands for the variables of the goal's context, and memoised evaluation.
pub(super) struct Samples {
    /// Type variables by `Nat`, functions by simple concrete ones.
    context: FxHashMap<FVarId, Expr>,
    memo: FxHashMap<Expr, Option<Expr>>,
    rng: u64,
    fuel: u64,
}

impl Samples {
    pub fn new(m: &mut Meta, sig: &Signature, settings: &ExploreSettings) -> Result<Samples> {
        let mut s = Samples {
            context: FxHashMap::default(),
            memo: FxHashMap::default(),
            rng: settings.seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
            fuel: settings.fuel,
        };
        let nat = m.st.const0("Nat");
        for t in &sig.types {
            if let Node::FVar(id) = m.st.node(t.ty) {
                s.context.insert(id, nat);
            }
        }
        let locals: Vec<_> = m.lctx.iter().cloned().collect();
        for d in locals {
            if s.context.contains_key(&d.id) {
                continue;
            }
            if matches!(m.st.node(d.ty), Node::Sort(_)) {
                s.context.insert(d.id, nat);
                continue;
            }
            let ty = m.st.replace_fvars(d.ty, &s.context);
            if let Some(v) = s.sample_function(m, ty)? {
                s.context.insert(d.id, v);
            }
        }
        Ok(s)
    }

    fn next(&mut self, n: u64) -> u64 {
        // xorshift64*: quality is irrelevant, repeatability is not.
        self.rng ^= self.rng >> 12;
        self.rng ^= self.rng << 25;
        self.rng ^= self.rng >> 27;
        (self.rng.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % n.max(1)
    }

    /// A concrete function of the (closed) type `ty`: the first argument of the result type, moved on a little.
    fn sample_function(&mut self, m: &mut Meta, ty: Expr) -> Result<Option<Expr>> {
        if m.st.has_fvar(ty) || !matches!(m.st.node(ty), Node::Pi(..)) {
            return Ok(None);
        }
        m.scoped(|m| {
            let (xs, res) = m.open_pis(ty, None)?;
            let st = m.st.clone();
            let body = match st.head_const(res).map_or("", Name::as_str) {
                "Nat" => {
                    let mut b = st.nat_u64(self.next(3) + 1);
                    for x in &xs {
                        if m.infer(*x)? == res {
                            // x₁ + 2·x₂ + …: neither commutative nor associative.
                            b = st.apps(st.const0("Nat.add"), &[st.apps(st.const0("Nat.add"), &[b, b]), *x]);
                        }
                    }
                    b
                }
                "Bool" => match xs.first() {
                    Some(x) if st.head_const(m.infer(*x)?).is_some_and(|n| n.as_str() == "Nat") => {
                        let k = st.nat_u64(self.next(3));
                        st.apps(st.const0("Nat.ble"), &[*x, k])
                    }
                    _ => st.const0("Bool.true"),
                },
                _ => match self.value(m, res, 2)? {
                    Some(v) => v,
                    None => return Ok(None),
                },
            };
            Ok(Some(m.mk_lambda(&xs, body)?))
        })
    }

    /// `e` with the goal's context replaced by concrete things.
    pub fn concrete(&self, m: &Meta, e: Expr) -> Expr {
        m.st.replace_fvars(e, &self.context)
    }

    /// Variables of every data type, with values.
    pub fn variables(&mut self, m: &mut Meta, sig: &Signature, s: &ExploreSettings) -> Result<Vec<Variable>> {
        let mut out = Vec::new();
        for (i, t) in sig.types.iter().enumerate() {
            let base = name_for(m, t.ty, i);
            let concrete = self.concrete(m, t.ty);
            for k in 0..s.vars {
                let mut vals = Vec::with_capacity(s.tests);
                for j in 0..s.tests {
                    match self.value(m, concrete, 1 + (j % 5) as u32)? {
                        Some(v) => vals.push(v),
                        None => break,
                    }
                }
                if vals.len() < s.tests {
                    break;
                }
                let name = m.fresh_name(Name::new(base[k % base.len()]));
                let var = m.push_local(name, t.ty, BinderInfo::Default);
                out.push(Variable { var, ty: i, vals });
            }
        }
        Ok(out)
    }

    /// A random closed value of `ty` in constructor form, about `size` constructors deep.
    pub fn value(&mut self, m: &mut Meta, ty: Expr, size: u32) -> Result<Option<Expr>> {
        let ty = m.whnf(ty)?;
        let (h, params) = m.st.unapp(ty);
        let Some((n, ls)) = m.st.as_const(h) else { return Ok(None) };
        if n.as_str() == "Nat" {
            let v = self.next(u64::from(size) + 2);
            return Ok(Some(m.st.nat_u64(v)));
        }
        let Some(ConstantInfo::Inductive(v)) = m.env.get(n).map(|c| (**c).clone()) else { return Ok(None) };
        if v.ctors.is_empty() || v.num_indices > 0 {
            return Ok(None);
        }
        let start = self.next(v.ctors.len() as u64) as usize;
        let mut order: Vec<Name> = (0..v.ctors.len()).map(|i| v.ctors[(start + i) % v.ctors.len()]).collect();
        // Without size left, or one time in four, constructors without recursive arguments come first.
        let rec = |m: &Meta, c: Name| {
            m.env.get(c).is_some_and(|c| {
                let mut t = c.ty();
                while let Node::Pi(_, d, b) = m.st.node(t) {
                    if m.st.any_subterm(d, |x| m.st.as_const(x).is_some_and(|y| y.0 == n)) {
                        return true;
                    }
                    t = b;
                }
                false
            })
        };
        let small = size == 0 || self.next(4) == 0;
        order.sort_by_key(|c| rec(m, *c) == small);
        'ctor: for c in order {
            let f = m.st.const_(c, &m.st.level_list(ls));
            let mut e = m.st.apps(f, &params[..v.num_params.min(params.len())]);
            let mut t = m.infer(e)?;
            loop {
                t = m.whnf(t)?;
                let Node::Pi(_, d, b) = m.st.node(t) else { return Ok(Some(e)) };
                let Some(a) = with_stack(|| self.value(m, d, size.saturating_sub(1)))? else {
                    continue 'ctor;
                };
                e = m.st.app(e, a);
                t = m.st.instantiate1(b, a);
            }
        }
        Ok(None)
    }

    /// The constructor normal form of a closed term; `None` if it does not get there in time.
    pub fn eval(&mut self, m: &mut Meta, e: Expr) -> Result<Option<Expr>> {
        let e = self.concrete(m, e);
        if let Some(r) = self.memo.get(&e) {
            return Ok(*r);
        }
        let fuel = m.budget.fuel;
        m.budget.fuel = fuel.min(self.fuel);
        let start = m.budget.fuel;
        let r = self.normal_form(m, e);
        let spent = start - m.budget.fuel;
        m.budget.fuel = fuel.saturating_sub(spent);
        let r = match r {
            Ok(r) => r,
            Err(e) if e.is_resource() && m.budget.fuel > 0 => None,
            Err(e) => return Err(e),
        };
        self.memo.insert(e, r);
        Ok(r)
    }

    fn normal_form(&mut self, m: &mut Meta, e: Expr) -> Result<Option<Expr>> {
        let w = m.whnf(e)?;
        if let Node::Nat(_) = m.st.node(w) {
            return Ok(Some(w));
        }
        if let Some(v) = m.nat_literal(w) {
            return Ok(Some(m.st.nat(v)));
        }
        let Some((c, args)) = m.as_ctor(w) else { return Ok(None) };
        let np = match m.env.get(c).map(|c| &**c) {
            Some(ConstantInfo::Constructor(c)) => c.num_params,
            _ => return Ok(None),
        };
        let mut out = args[..np].to_vec();
        for a in &args[np..] {
            match with_stack(|| self.normal_form(m, *a))? {
                Some(v) => out.push(v),
                None => return Ok(None),
            }
        }
        if c.as_str() == "Nat.succ"
            && let Some(v) = m.nat_literal(out[0])
        {
            return Ok(Some(m.st.nat(v + 1u32)));
        }
        Ok(Some(m.st.apps(m.st.app_fn(w), &out)))
    }
}

/// Customary variable names for a type.
fn name_for(m: &Meta, ty: Expr, i: usize) -> &'static [&'static str] {
    match m.st.head_const(ty).map_or("", |n| n.last_str()) {
        "List" => &["xs", "ys", "zs"],
        "Bool" => &["p", "q", "r"],
        "Tree" => &["t", "u", "v"],
        _ if matches!(m.st.node(ty), Node::FVar(_)) => &["c", "d", "e"],
        _ if i == 0 => &["x", "y", "z"],
        _ => &["i", "j", "k"],
    }
}
