//! Quantified propositions: what they say of terms, and witnesses.

use super::terms::Builder;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{BinderInfo, Expr, Name, Node};

/// `∀ x₁ … xₙ, body` or `∃ x₁ … xₙ, body`, of which one uses instances: the first where it holds, the second where it does not.
#[derive(Clone, Debug)]
pub struct Scheme {
    /// Whether it is `∀`.
    pub universal: bool,
    /// The types; each may refer to the variables before it as loose bound variables.
    pub types: Vec<Expr>,
    /// The predicate of each `∃`, below the variables before it.
    predicates: Vec<Expr>,
    /// What is said of the variables, the last one being loose bound variable 0.
    pub body: Expr,
    /// Which variables stand for instances of type classes: these are found by instance search.
    pub instances: Vec<bool>,
    /// Terms with loose bound variables whose instances suggest values, in groups; a group fixes all variables.
    pub triggers: Vec<Vec<Expr>>,
}

/// Reads a quantifier prefix off `e`.
///
/// # Errors
/// When the budget ends.
pub fn scheme(m: &mut Meta, e: Expr, universal: bool) -> Result<Scheme> {
    let st = m.st.clone();
    let (mut types, mut predicates, mut instances) = (Vec::new(), Vec::new(), Vec::new());
    let mut body = e;
    m.scoped(|m| -> Result<()> {
        let mut xs: Vec<Expr> = Vec::new();
        while types.len() < 8 {
            let next = if universal {
                match st.node(body) {
                    Node::Pi(_, d, b) => Some((d, b, d)),
                    _ => None,
                }
            } else {
                match st.app_of(body, "Exists", 2).as_deref() {
                    Some([d, p]) => Some((*d, under(m, *p), *p)),
                    _ => None,
                }
            };
            let Some((d, b, p)) = next else { break };
            let open = st.instantiate_rev(d, &xs);
            if m.is_prop(open)? {
                break;
            }
            types.push(d);
            predicates.push(p);
            instances.push(m.is_class_type(open));
            xs.push(m.push_local(Name::new("x"), open, BinderInfo::Default));
            body = b;
        }
        Ok(())
    })?;
    let triggers = super::ematch::triggers(m, body, &instances);
    Ok(Scheme { universal, types, predicates, body, instances, triggers })
}

/// The body of a predicate: that of the function it is, or the predicate applied to the new variable.
fn under(m: &Meta, p: Expr) -> Expr {
    match m.st.node(p) {
        Node::Lam(_, _, b) => b,
        _ => m.st.app(m.st.lift(p, 0, 1), m.st.bvar(0)),
    }
}

impl Scheme {
    /// Number of variables.
    #[must_use]
    pub fn arity(&self) -> usize {
        self.types.len()
    }

    /// What is said of `args`.
    #[must_use]
    pub fn at(&self, m: &Meta, args: &[Expr]) -> Expr {
        m.instantiate_rev_beta(self.body, args)
    }

    /// The type of variable `i` when the ones before it are `args`.
    #[must_use]
    pub fn type_at(&self, m: &Meta, i: usize, args: &[Expr]) -> Expr {
        m.st.instantiate_rev(self.types[i], &args[..i])
    }

    /// A proof of `∃ x₁ … xₙ, body` from `args` and a proof of the body.
    ///
    /// # Errors
    /// When a universe cannot be inferred.
    pub fn introduce(&self, m: &mut Meta, args: &[Expr], proof: Expr) -> Result<Expr> {
        let st = m.st.clone();
        let mut e = proof;
        for i in (0..self.arity()).rev() {
            let ty = self.type_at(m, i, args);
            let u = m.sort_of(ty)?;
            let p = st.instantiate_rev(self.predicates[i], &args[..i]);
            e = st.apps(st.const_(Name::new("Exists.intro"), &[u]), &[ty, p, args[i], e]);
        }
        Ok(e)
    }
}

/// A new object: `x` with `h : spec`, from `proof : ∃ x, spec`. A proof of `False` that uses them is wrapped by
/// [`Witness::eliminate`].
#[derive(Clone, Debug)]
pub struct Witness {
    ty: Expr,
    predicate: Expr,
    proof: Expr,
    /// The object.
    pub x: Expr,
    /// What is known of it.
    pub h: Expr,
}

impl Witness {
    /// Adds the object and its property to the context. `proof : ∃ x : ty, predicate x`
    #[must_use]
    pub fn new(m: &mut Meta, ty: Expr, predicate: Expr, proof: Expr) -> Witness {
        let x = m.push_local(Name::new("x").num(0), ty, BinderInfo::Default);
        let spec = m.st.beta(predicate, &[x]);
        let h = m.push_local(Name::new("h").num(0), spec, BinderInfo::Default);
        Witness { ty, predicate, proof, x, h }
    }

    /// `Exists.elim proof (fun x h => falso)`, or `falso` itself if it does without.
    ///
    /// # Errors
    /// When a universe cannot be inferred.
    pub fn eliminate(&self, m: &mut Meta, falso: Expr) -> Result<Expr> {
        let ids = [m.fvar_id(self.x)?, m.fvar_id(self.h)?];
        if !ids.iter().any(|id| m.occurs(falso, *id)) {
            return Ok(falso);
        }
        let st = m.st.clone();
        let u = m.sort_of(self.ty)?;
        let f = m.mk_lambda(&[self.x, self.h], falso)?;
        let b = Builder { st: &st };
        Ok(st.apps(
            st.const_(Name::new("Exists.elim"), &[u]),
            &[self.ty, self.predicate, b.falsity(), self.proof, f],
        ))
    }
}
