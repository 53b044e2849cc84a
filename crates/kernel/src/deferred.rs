//! Checks that are put off, so that several can be made at the same time.
//!
//! [`Environment::add_deferred`] installs a declaration at once and hands back what is owed for it: an [`Obligation`], to
//! be met in the environment that was there before. Declarations that come later may use it meanwhile. When every
//! obligation of an environment was met, each declaration in it was checked against the ones before it, exactly as
//! [`Environment::add_decl`] would have done; until then nothing that was built on it counts.

use crate::checker::Checked;
use crate::decl::Declaration;
use crate::env::{Environment, KernelError};
use crate::name::Name;
use crate::store::Store;

/// The check that a declaration still needs. It can be sent to another thread, with a store that has its terms.
#[must_use = "a declaration counts only after its check"]
#[derive(Clone)]
pub struct Obligation {
    /// What was declared before.
    env: Environment,
    declaration: Declaration,
}

impl Environment {
    /// Installs `d`. If its check can wait, it is the obligation that comes back, and the environment is not to be relied
    /// on before that was met; inductive types and quotients, from which the kernel derives more, are checked here.
    ///
    /// ```
    /// use turnstile_kernel::*;
    /// let (st, mut env) = (Store::new(), Environment::default());
    /// let c = |name, ty| ConstantVal { name: Name::new(name), level_params: [].into(), ty };
    /// let p = Declaration::Axiom(c("P", st.prop()));
    /// let wrong = Declaration::Theorem(c("t", st.const0("P")), st.prop());
    /// let owed = [env.add_deferred(&st, p).unwrap(), env.add_deferred(&st, wrong).unwrap()];
    /// assert!(env.contains(Name::new("t")));
    /// let met: Vec<bool> = owed.iter().flatten().map(|o| o.check(&st).is_ok()).collect();
    /// assert_eq!(met, [true, false]);
    /// ```
    ///
    /// # Errors
    /// As [`Environment::add_decl`], for what is checked here.
    pub fn add_deferred(&mut self, st: &Store, d: Declaration) -> Result<Option<Obligation>, KernelError> {
        if !self.can_wait(st, &d) {
            self.add_decl(st, &d)?;
            return Ok(None);
        }
        let env = self.clone();
        self.declare(st, &d)?;
        Ok(Some(Obligation { env, declaration: d }))
    }

    /// Whether `d` is one constant under a new name, made of closed terms: others never get in unchecked.
    fn can_wait(&self, st: &Store, d: &Declaration) -> bool {
        let (c, value) = match d {
            Declaration::Axiom(c) => (c, None),
            Declaration::Definition(c, v, _) | Declaration::Theorem(c, v) | Declaration::Opaque(c, v) => {
                (c, Some(*v))
            }
            Declaration::Quot | Declaration::Inductive { .. } => return false,
        };
        let closed = |e| st.loose(e) == 0 && !st.has_fvar(e) && !st.has_mvar(e);
        !c.name.is_anon() && !self.contains(c.name) && closed(c.ty) && value.is_none_or(closed)
    }
}

impl Obligation {
    /// The name of the declaration.
    #[must_use]
    pub fn name(&self) -> Name {
        match &self.declaration {
            Declaration::Axiom(c)
            | Declaration::Definition(c, ..)
            | Declaration::Theorem(c, _)
            | Declaration::Opaque(c, _) => c.name,
            Declaration::Quot | Declaration::Inductive { .. } => Name::anon(),
        }
    }

    /// The environment it is checked in: what was declared before it.
    #[must_use]
    pub fn env(&self) -> &Environment {
        &self.env
    }

    /// Checks the declaration. `st` is the store that made its terms, or one over it.
    ///
    /// # Errors
    /// When the kernel refuses it, or gives up on it.
    pub fn check(&self, st: &Store) -> Checked<()> {
        self.env.check_decl(st, &self.declaration)
    }
}
