//! Both kernels on the same declarations.
#![allow(dead_code)]

use turnstile_kernel::{Declaration, KernelError, Name, Store};
use turnstile_reference::Error;

/// How the answers of the two kernels came out.
#[derive(Default, Debug, Clone)]
pub struct Tally {
    pub accepted: usize,
    pub rejected: usize,
    /// One of them gave up: no verdict, nothing to compare.
    pub no_verdict: usize,
    pub differences: Vec<String>,
}

impl Tally {
    pub fn add(&mut self, other: Tally) {
        self.accepted += other.accepted;
        self.rejected += other.rejected;
        self.no_verdict += other.no_verdict;
        self.differences.extend(other.differences);
    }

    #[track_caller]
    pub fn assert_same(&self, what: &str) {
        println!(
            "{what}: {} accepted, {} rejected, {} without verdict",
            self.accepted, self.rejected, self.no_verdict
        );
        assert!(self.differences.is_empty(), "{what}:\n{}", self.differences.join("\n"));
    }
}

/// The names that an accepted declaration adds, recursors included.
fn declared(env: &turnstile_kernel::Environment, d: &Declaration) -> Vec<Name> {
    match d {
        Declaration::Axiom(c)
        | Declaration::Definition(c, ..)
        | Declaration::Theorem(c, _)
        | Declaration::Opaque(c, _) => vec![c.name],
        Declaration::Quot => ["Quot", "Quot.mk", "Quot.lift", "Quot.ind"].map(Name::new).to_vec(),
        Declaration::Inductive { types, .. } => {
            let auxiliary = (1..).map(|i| types[0].name.str(&format!("rec_{i}")));
            let auxiliary = auxiliary.take_while(|n| env.contains(*n));
            let own = types.iter().flat_map(|t| {
                t.ctors.iter().map(|c| c.name).chain([t.name, t.name.str("rec")]).collect::<Vec<_>>()
            });
            own.chain(auxiliary).collect()
        }
    }
}

pub fn name_of(d: &Declaration) -> String {
    match d {
        Declaration::Axiom(c)
        | Declaration::Definition(c, ..)
        | Declaration::Theorem(c, _)
        | Declaration::Opaque(c, _) => c.name.to_string(),
        Declaration::Quot => "Quot".into(),
        Declaration::Inductive { types, .. } => {
            types.iter().map(|t| t.name.to_string()).collect::<Vec<_>>().join(", ")
        }
    }
}

/// Gives `d` to the reference and compares with what the kernel answered; `env` is its environment after it.
pub fn compare(
    env: &turnstile_kernel::Environment,
    reference: &mut turnstile_reference::Environment,
    st: &Store,
    d: &Declaration,
    kernel: &Result<(), KernelError>,
) -> Tally {
    let mut tally = Tally::default();
    let answer = reference.add_decl(st, d);
    match (kernel, &answer) {
        (Ok(()), Ok(())) => {
            tally.accepted += 1;
            for n in declared(env, d) {
                let same = match env.get(n) {
                    Some(c) => reference.compare(st, c),
                    None => Err(format!("the kernel does not have '{n}'")),
                };
                tally.differences.extend(same.err());
            }
        }
        (Err(KernelError::Rejected { .. }), Err(Error::Rejected { .. })) => tally.rejected += 1,
        (Err(KernelError::Resource(_) | KernelError::NotSupported(_)), _) | (_, Err(Error::GaveUp(_))) => {
            tally.no_verdict += 1;
        }
        _ => tally.differences.push(format!("{}: kernel {kernel:?}, reference {answer:?}", name_of(d))),
    }
    tally
}
