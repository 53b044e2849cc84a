//! Proofs that two values differ, for every type with a recursor: no decidable equality is needed.
//!
//! A *discriminator* of `a` and `b` is a predicate that evaluates to `True` for `a` and to `False` for `b`; it looks at the
//! constructors along the way to the first difference. Substituting in it turns `a = b` into `False`.

use crate::Model;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, Name, Node, with_stack};

impl Model<'_> {
    /// A proof of `¬ a = b` for closed data of type `ty` that evaluate to `va` and `vb`.
    pub(crate) fn prove_ne(
        &mut self,
        m: &mut Meta,
        ty: Expr,
        [a, b]: [Expr; 2],
        [va, vb]: [Expr; 2],
    ) -> Result<Option<Expr>> {
        let st = self.st;
        let Some(differ) = m.scoped(|m| {
            let x = m.push_local(m.fresh_name(Name::new("x")), ty, BinderInfo::Default);
            let Some(body) = self.discriminator(m, x, va, vb)? else { return Ok(None) };
            m.mk_lambda(&[x], body).map(Some)
        })?
        else {
            return Ok(None);
        };
        let u = m.sort_of(ty)?;
        let eq = st.apps(st.const_(Name::new("Eq"), &[u]), &[ty, a, b]);
        let cast = st.const_(Name::new("Eq.ndrec"), &[st.l_zero(), u]);
        let body = st.apps(cast, &[ty, a, differ, st.const0("True.intro"), b, st.bvar(0)]);
        Ok(Some(self.fun("h", eq, body)))
    }

    /// A proposition about `x` that is true for `a` and false for `b`.
    fn discriminator(&mut self, m: &mut Meta, x: Expr, a: Expr, b: Expr) -> Result<Option<Expr>> {
        let st = self.st;
        let [yes, no] = [st.const0("True"), st.const0("False")];
        if let Node::Nat(_) = st.node(a) {
            let test = st.apps(st.const0("Nat.beq"), &[x, a]);
            let motive = self.fun("b", st.const0("Bool"), st.prop());
            return Ok(Some(
                st.apps(st.const_(Name::new("Bool.rec"), &[st.l_one()]), &[motive, no, yes, test]),
            ));
        }
        let (Some((c, xs)), Some((d, ys))) = (m.as_ctor(a), m.as_ctor(b)) else { return Ok(None) };
        let Some(val) = m.ctor_val(c) else { return Ok(None) };
        let (index, np) = (val.cidx, val.num_params);
        let at = (0..val.num_fields)
            .find(|i| c == d && self.evaluator.same(m, xs[np + i], ys[np + i]) == Some(false));
        if c == d && at.is_none() {
            return Ok(None);
        }
        self.by_constructor(m, x, st.prop(), &mut |this, m, i, fields| {
            let Some(at) = at else { return Ok(Some(if i == index { yes } else { no })) };
            if i != index {
                return Ok(Some(no));
            }
            with_stack(|| this.discriminator(m, fields[at], xs[np + at], ys[np + at]))
        })
    }

    /// `fun (name : ty) => body`, where `body` refers to the variable as loose bound variable 0.
    pub(crate) fn fun(&self, name: &str, ty: Expr, body: Expr) -> Expr {
        self.st.lam(turnstile_kernel::Binder::new(Name::new(name)), ty, body)
    }
}
