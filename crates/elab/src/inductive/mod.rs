//! Inductive types: the command, and the constructions that go with every type.

mod below;
mod cases_on;
mod elab_inductive;
mod equality;
mod injectivity;
mod install;
mod no_confusion;
mod parts;
mod size_of;

pub(crate) use below::GroupMotive;
pub use equality::Equality;
pub(crate) use install::{CtorDraft, Draft, TypeDraft};
pub use no_confusion::NoConfusion;
pub use parts::FamilyApp;

use crate::env::Reducibility;
use crate::error::Result;
use crate::meta::Meta;
use std::sync::Arc;
use turnstile_kernel::Name;

/// What the constructions are made of. The first types of a library are declared before all of it exists.
const INGREDIENTS: [&str; 10] = [
    "Eq.refl",
    "HEq.refl",
    "True.intro",
    "PUnit.unit",
    "PProd.mk",
    "And.rec",
    "And.intro",
    "Iff.intro",
    "eq_of_heq",
    "propext",
];

impl Meta {
    /// Declares what belongs to the inductive types `names` of one group, which the kernel has accepted: `recOn`,
    /// `casesOn`, `noConfusion`, `below`, `brecOn`, and injectivity of constructors. A construction whose ingredients
    /// are not declared yet is left to [`complete_constructions`](Meta::complete_constructions).
    ///
    /// # Errors
    /// When a construction is refused, which would be a fault of this program.
    pub fn add_inductive_constructions(&mut self, names: &[Name]) -> Result<()> {
        let complete = INGREDIENTS.iter().all(|n| self.env.contains(Name::new(n)));
        for n in names {
            self.env.ext.namespaces.insert(*n, ());
            self.env.ext.protected.insert(n.str("rec"), ());
            self.add_constructions(*n)?;
            if !complete {
                Arc::make_mut(&mut self.env.ext.incomplete).push(*n);
            }
        }
        Ok(())
    }

    /// After `declared` was added: makes the constructions that waited for it.
    ///
    /// # Errors
    /// As [`add_inductive_constructions`](Meta::add_inductive_constructions).
    pub fn complete_constructions(&mut self, declared: Name) -> Result<()> {
        let waited_for = INGREDIENTS.iter().any(|n| Name::new(n).has_prefix(declared));
        if self.env.ext.incomplete.is_empty() || !waited_for {
            return Ok(());
        }
        for n in self.env.ext.incomplete.clone().iter() {
            self.add_constructions(*n)?;
        }
        if INGREDIENTS.iter().all(|n| self.env.contains(Name::new(n))) {
            self.env.ext.incomplete = Arc::default();
        }
        Ok(())
    }

    /// Declares `n.casesOn` alone, for an inductive type that the kernel has accepted.
    ///
    /// # Errors
    /// When the kernel refuses it, as where a mutual type needs `PUnit` before that is declared.
    pub fn add_cases_on(&mut self, n: Name) -> Result<()> {
        cases_on::add_cases_on(self, n)?;
        self.env.ext.reducibility.insert(n.str("casesOn"), Reducibility::Reducible);
        Ok(())
    }

    /// Declares the constructions of `n` that can be and are not yet.
    fn add_constructions(&mut self, n: Name) -> Result<()> {
        let Some(info) = self.inductive_val(n) else { return Ok(()) };
        let has = |m: &Meta, s: &str| m.env.contains(Name::new(s));
        if !self.env.contains(n.str("recOn")) {
            cases_on::add_rec_on(self, n)?;
        }
        let mutual = info.all.len() > 1 || info.num_nested > 0;
        if !self.env.contains(n.str("casesOn"))
            && (!mutual || has(self, "PUnit.unit") && has(self, "True.intro"))
        {
            cases_on::add_cases_on(self, n)?;
        }
        if !self.env.contains(n.str("noConfusion")) && self.env.contains(n.str("casesOn")) {
            no_confusion::add_no_confusion(self, n)?;
        }
        if !self.env.contains(n.str("below")) {
            below::add_below(self, n)?;
        }
        for aux in ["recOn", "casesOn", "noConfusionType", "noConfusion"] {
            if self.env.contains(n.str(aux)) {
                self.env.ext.reducibility.insert(n.str(aux), Reducibility::Reducible);
                self.env.ext.protected.insert(n.str(aux), ());
            }
        }
        for g in self.recursor_group(n) {
            for aux in ["below", "brecOn"].map(|what| g.name(what)) {
                if self.env.contains(aux) {
                    self.env.ext.reducibility.insert(aux, Reducibility::Reducible);
                    self.env.ext.protected.insert(aux, ());
                }
            }
        }
        for c in info.ctors.iter() {
            if !self.env.contains(c.str("injEq")) {
                injectivity::add_injectivity(self, *c)?;
            }
        }
        Ok(())
    }
}
