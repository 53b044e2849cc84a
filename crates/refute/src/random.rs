//! Random values of data types.

use turnstile_elab::{Meta, Result};
use turnstile_kernel::{ConstantInfo, Expr, Name, Node, with_stack};

/// A stream of random numbers (xorshift64*): quality is irrelevant, repeatability is not.
#[derive(Clone, Debug)]
pub struct Rng(u64);

impl Rng {
    /// The stream of this seed.
    #[must_use]
    pub fn new(seed: u64) -> Rng {
        Rng(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % n.max(1)
    }

    /// A random closed value of `ty` in constructor form, about `size` constructors deep; `None` where the type is not
    /// plain data.
    ///
    /// # Errors
    /// When the budget of `m` ends.
    pub fn value(&mut self, m: &mut Meta, ty: Expr, size: u32) -> Result<Option<Expr>> {
        let ty = m.whnf(ty)?;
        let (h, params) = m.st.unapp(ty);
        let Some((n, ls)) = m.st.as_const(h) else { return Ok(None) };
        if n.as_str() == "Nat" {
            let v = self.below(u64::from(size) + 2);
            return Ok(Some(m.st.nat_u64(v)));
        }
        let Some(ConstantInfo::Inductive(v)) = m.env.get(n).map(|c| (**c).clone()) else { return Ok(None) };
        if v.ctors.is_empty() || v.num_indices > 0 {
            return Ok(None);
        }
        let start = self.below(v.ctors.len() as u64) as usize;
        let mut order: Vec<Name> = (0..v.ctors.len()).map(|i| v.ctors[(start + i) % v.ctors.len()]).collect();
        // Without size left, or one time in four, constructors without recursive arguments come first.
        let small = size == 0 || self.below(4) == 0;
        order.sort_by_key(|c| is_recursive(m, *c, n) == small);
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
}

/// Whether constructor `c` takes something made of type `n`.
fn is_recursive(m: &Meta, c: Name, n: Name) -> bool {
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
}
