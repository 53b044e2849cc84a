//! A valid file, and what becomes of its mutants.

use crate::classify::{self, Accepted, Class};
use crate::mutation::{Mutation, Mutator};
use crate::random::Random;
use crate::schema::{cone, declared_names};
use rustc_hash::FxHashSet;
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};
use turnstile_export::{Importer, Stop};
use turnstile_kernel::{Environment, Frozen, Name, Store};

/// Steps of work that one declaration of a mutant may cost. A mutant that needs more is declined.
const STEPS: u64 = 2_000_000;

/// What became of a mutant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Refused, with the reason.
    Rejected(String),
    /// Not judged: not supported, or too expensive.
    Declined(String),
    /// Accepted, and why that is harmless, or that it is not.
    Accepted(Class),
    /// The checker panicked.
    Fault(String),
}

/// A valid file that is mutated.
pub struct Subject {
    lines: Vec<Value>,
    text: Vec<String>,
    frozen: Frozen,
    env: Environment,
}

/// Reads all lines and says that the file has ended.
fn import<'a>(st: &'a Store, lines: impl Iterator<Item = &'a str>) -> Result<Importer<'a>, (usize, Stop)> {
    let mut im = Importer::new(st);
    im.env.set_step_limit(STEPS);
    let mut n = 0;
    for line in lines {
        n += 1;
        im.line(line).map_err(|e| (n, e))?;
    }
    im.finish().map_err(|e| (n, e))?;
    Ok(im)
}

impl Subject {
    /// A subject from the text of a file.
    ///
    /// # Errors
    /// When the file itself is not accepted.
    pub fn new(text: &str) -> Result<Subject, String> {
        let st = Store::new();
        let env = match import(&st, text.lines()) {
            Ok(im) => im.env,
            Err((n, e)) => return Err(format!("line {n}: the original is not accepted: {e:?}")),
        };
        let mut lines = Vec::new();
        for line in text.lines() {
            lines.push(serde_json::from_str(line).map_err(|e| e.to_string())?);
        }
        Ok(Subject { lines, text: text.lines().map(str::to_string).collect(), frozen: st.freeze(), env })
    }

    /// The lines of the original.
    #[must_use]
    pub fn lines(&self) -> &[Value] {
        &self.lines
    }

    /// `count` random mutations.
    pub fn mutations(&self, count: usize, seed: u64) -> impl Iterator<Item = Mutation> + use<'_> {
        let mutator = Mutator::new(&self.lines);
        let mut random = Random::new(seed);
        (0..count).map(move |_| mutator.random(&mut random))
    }

    /// Checks a mutant and judges it.
    #[must_use]
    pub fn outcome(&self, m: &Mutation) -> Outcome {
        match catch_unwind(AssertUnwindSafe(|| self.judge(m))) {
            Ok(o) => o,
            Err(panic) => {
                let text = panic.downcast_ref::<String>().cloned();
                let text = text.or_else(|| panic.downcast_ref::<&str>().map(|s| (*s).to_string()));
                Outcome::Fault(text.unwrap_or_else(|| "panic".into()))
            }
        }
    }

    fn judge(&self, m: &Mutation) -> Outcome {
        let st = Store::over(&self.frozen);
        let new: Vec<String> = m.lines.iter().map(Value::to_string).collect();
        let before = self.text[..m.line].iter().map(String::as_str);
        let after = self.text[m.line + m.replaced..].iter().map(String::as_str);
        let im = match import(&st, before.chain(new.iter().map(String::as_str)).chain(after)) {
            Ok(im) => im,
            Err((_, Stop::Reject(why))) => return Outcome::Rejected(why.to_string()),
            Err((_, Stop::Decline(why))) => return Outcome::Declined(why.to_string()),
        };
        let mutant = m.apply(&self.lines);
        let declared = declared_names(&mutant);
        Outcome::Accepted(classify::judge(&Accepted {
            st: &st,
            original: &self.env,
            mutant: &im.env,
            order: &declared.iter().filter_map(|d| d.first()).copied().collect::<Vec<_>>(),
            reach: &self.reach(m, &mutant, &declared),
            derived_data: m.is_derived_data(),
            steps: STEPS,
        }))
    }

    /// The constants that a change may touch: those whose lines refer to a changed line, before or after.
    fn reach(&self, m: &Mutation, mutant: &[Value], declared: &[Vec<Name>]) -> FxHashSet<Name> {
        let old: Vec<usize> = (m.line..m.line + m.replaced).collect();
        let new: Vec<usize> = (m.line..m.line + m.lines.len()).collect();
        let mut names = FxHashSet::default();
        for (lines, changed, declared) in
            [(&self.lines[..], old, &declared_names(&self.lines)[..]), (mutant, new, declared)]
        {
            let hit = cone(lines, &changed).into_iter().zip(declared).filter(|(hit, _)| *hit);
            names.extend(hit.flat_map(|(_, d)| d.iter().copied()));
        }
        names
    }
}
