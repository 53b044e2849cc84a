//! Inductive types: the command, and the constructions that go with every type.

mod below;
mod cases_on;
mod elab_inductive;
mod equality;
mod injectivity;
mod no_confusion;
mod parts;

pub use equality::Equality;
pub use no_confusion::NoConfusion;
pub use parts::FamilyApp;

use crate::env::Reducibility;
use crate::error::Result;
use crate::meta::Meta;
use std::sync::Arc;
use turnstile_kernel::Name;

impl Meta {
    /// Declares what belongs to the inductive types `names` of one group, which the kernel has accepted: `recOn`,
    /// `casesOn`, `noConfusion`, `below`, `brecOn`, and injectivity of constructors. A construction whose ingredients
    /// are not declared yet is left out.
    ///
    /// # Errors
    /// When a construction is refused, which would be a fault of this program.
    pub fn add_inductive_constructions(&mut self, names: &[Name]) -> Result<()> {
        for n in names {
            Arc::make_mut(&mut self.env.ext.namespaces).insert(*n);
            let Some(info) = self.inductive_val(*n) else { continue };
            for c in info.ctors.iter() {
                Arc::make_mut(&mut self.env.ext.namespaces).insert(*c);
            }
            cases_on::add_rec_on(self, *n)?;
            let mutual = info.all.len() > 1 || info.num_nested > 0;
            if !mutual || self.env.contains(Name::new("PUnit.unit")) && self.env.contains(Name::new("True.intro")) {
                cases_on::add_cases_on(self, *n)?;
                no_confusion::add_no_confusion(self, *n)?;
            }
            below::add_below(self, *n)?;
            for aux in ["recOn", "casesOn", "noConfusionType", "noConfusion", "below", "brecOn"] {
                if self.env.contains(n.str(aux)) {
                    Arc::make_mut(&mut self.env.ext.reducibility).insert(n.str(aux), Reducibility::Reducible);
                    Arc::make_mut(&mut self.env.ext.protected).insert(n.str(aux));
                }
            }
            Arc::make_mut(&mut self.env.ext.protected).insert(n.str("rec"));
            for c in info.ctors.iter() {
                injectivity::add_injectivity(self, *c)?;
            }
        }
        Ok(())
    }
}
