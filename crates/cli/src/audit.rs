//! What the theorems of a checked file rest on, and whether they may.

use crate::args::CheckArgs;
use crate::verdict::{Answer, Complaint, Verdict};
use std::collections::BTreeSet;
use std::rc::Rc;
use turnstile_export::AxiomTable;
use turnstile_kernel::{ConstantInfo, Environment, Name, Store, TypeChecker};

/// Which axioms theorems may rest on.
struct Policy {
    deny: BTreeSet<Name>,
    /// If there are any, no other axiom is allowed.
    allow: BTreeSet<Name>,
}

impl Policy {
    fn new(args: &CheckArgs) -> Policy {
        let names = |list: &[String]| list.iter().map(|n| Name::new(n)).collect();
        Policy { deny: names(&args.deny), allow: names(&args.allow) }
    }

    fn is_empty(&self) -> bool {
        self.deny.is_empty() && self.allow.is_empty()
    }

    /// The names that are no axioms here: perhaps written wrongly.
    fn unknown<'a>(&'a self, env: &'a Environment) -> impl Iterator<Item = &'a Name> {
        let is_axiom = |n: &Name| matches!(env.get(*n).map(|c| &**c), Some(ConstantInfo::Axiom(_)));
        self.deny.union(&self.allow).filter(move |n| !is_axiom(n))
    }

    fn allows(&self, axiom: Name) -> bool {
        !self.deny.contains(&axiom) && (self.allow.is_empty() || self.allow.contains(&axiom))
    }
}

/// Adds to an accepted file's verdict what `args` ask about axioms. `names` are its declarations, in order.
pub fn audit(verdict: &mut Verdict, env: &Environment, st: &Store, names: &[Name], args: &CheckArgs) {
    let policy = Policy::new(args);
    if verdict.answer != Answer::Accepted || policy.is_empty() && !args.axioms {
        return;
    }
    verdict.warnings.extend(policy.unknown(env).map(|n| format!("there is no axiom '{n}'")));
    let mut table = AxiomTable::new(env, st);
    let theorems = names.iter().filter(|n| proves(env, st, **n));
    let rests: Vec<(Name, Rc<BTreeSet<Name>>)> = theorems.map(|n| (*n, table.of(*n))).collect();
    for (name, axioms) in &rests {
        let bad: Vec<String> =
            axioms.iter().filter(|a| !policy.allows(**a)).map(|a| format!("'{a}'")).collect();
        if !bad.is_empty() {
            verdict.answer = Answer::Rejected;
            verdict.complaints.push(Complaint {
                declaration: Some(name.to_string()),
                rule: "axiom".into(),
                message: format!("'{name}' rests on {}, which is not allowed", bad.join(" and ")),
                ..Complaint::default()
            });
        }
    }
    if args.axioms {
        let text = |axioms: &BTreeSet<Name>| axioms.iter().map(ToString::to_string).collect();
        verdict.rests = Some(rests.iter().map(|(n, axioms)| (n.to_string(), text(axioms))).collect());
    }
}

/// Whether `name` is a theorem, by whatever keyword: its type is a proposition, and it is no axiom.
fn proves(env: &Environment, st: &Store, name: Name) -> bool {
    match env.get(name).map(|c| &**c) {
        Some(ConstantInfo::Theorem(..)) => true,
        Some(ConstantInfo::Definition(c, ..) | ConstantInfo::Opaque(c, _)) => {
            TypeChecker::new(env, st).is_prop(c.ty).unwrap_or(false)
        }
        _ => false,
    }
}
