//! The fast kernel's answers, confirmed or not.

use crate::env::{Environment, Error};
use rustc_hash::FxHashSet;
use turnstile_kernel::{
    ConstantInfo, Constructor, Declaration, Environment as Theirs, Expr, InductiveType, KernelError, Name,
    Node, Store, with_stack,
};

/// Why an answer of the fast kernel was not confirmed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Doubt {
    /// One of the kernels came to no answer.
    #[error("'{declaration}' is not confirmed: {why}")]
    GaveUp {
        /// What was checked.
        declaration: Name,
        /// What ran out.
        why: String,
    },
    /// The kernels answer differently, so one of them is wrong.
    #[error("the two kernels differ about '{declaration}': {how}")]
    Differ {
        /// What was checked.
        declaration: Name,
        /// Both answers, or what differs in the constants.
        how: String,
    },
}

impl Environment {
    /// Checks `d`, about which the fast kernel said `answer`, and compares: the verdict, and all that was derived. `env` is
    /// the fast kernel's environment after that answer.
    ///
    /// # Errors
    /// When the answer is not confirmed.
    pub fn confirm(
        &mut self,
        env: &Theirs,
        st: &Store,
        d: &Declaration,
        answer: &Result<(), KernelError>,
    ) -> Result<(), Doubt> {
        let declaration = name_of(d);
        let gave_up = |why| Err(Doubt::GaveUp { declaration, why });
        let differ = |how| Err(Doubt::Differ { declaration, how });
        match (answer, self.add_decl(st, d)) {
            (Err(KernelError::Rejected { .. }), Err(Error::Rejected { .. })) => Ok(()),
            (Err(e @ (KernelError::Resource(_) | KernelError::NotSupported(_))), _) => gave_up(e.to_string()),
            (_, Err(e @ Error::GaveUp(_))) => gave_up(format!("the reference kernel {e}")),
            (Ok(()), Err(e)) => differ(format!("the fast one accepts it, the reference says: {e}")),
            (Err(e), Ok(())) => differ(format!("the reference accepts it, the fast one says: {e}")),
            (Ok(()), Ok(())) => declared(env, d)
                .into_iter()
                .try_for_each(|n| match env.get(n) {
                    Some(theirs) => self.compare(st, theirs),
                    None => Err(format!("'{n}' is missing in the fast one")),
                })
                .or_else(differ),
        }
    }

    /// Confirms that the constant `n` of `env`, and before it all that it rests on, was rightly accepted. What was
    /// confirmed earlier is not looked at again.
    ///
    /// # Errors
    /// When that is not confirmed.
    pub fn confirm_constant(&mut self, env: &Theirs, st: &Store, n: Name) -> Result<(), Doubt> {
        Walk { ours: self, env, st, open: FxHashSet::default() }.constant(n)
    }
}

/// A walk over constants, those that others rest on first.
struct Walk<'a> {
    ours: &'a mut Environment,
    env: &'a Theirs,
    st: &'a Store,
    /// What is being confirmed. A constant that rests on itself finds itself here, is not declared yet, and is refused.
    open: FxHashSet<Name>,
}

impl Walk<'_> {
    fn constant(&mut self, n: Name) -> Result<(), Doubt> {
        // A name that nothing declares is left to the checker.
        let Some(c) = self.env.get(n).filter(|_| self.ours.get(n).is_none()) else { return Ok(()) };
        let Some(d) = declaration_of(self.env, c) else {
            return Err(Doubt::Differ { declaration: n, how: "no declaration makes it".to_owned() });
        };
        if !self.open.insert(name_of(&d)) {
            return Ok(());
        }
        for m in mentioned(self.st, &d) {
            with_stack(|| self.constant(m))?;
        }
        self.ours.confirm(self.env, self.st, &d, &Ok(()))
    }
}

/// The declaration that made the constant `c`; none if `env` lacks a part of it.
#[must_use]
pub fn declaration_of(env: &Theirs, c: &ConstantInfo) -> Option<Declaration> {
    let inductive = |n: Name| match &**env.get(n)? {
        ConstantInfo::Inductive(i) => Some(i),
        _ => None,
    };
    let first = match c {
        ConstantInfo::Axiom(c) => return Some(Declaration::Axiom(c.clone())),
        ConstantInfo::Definition(c, v, hint) => return Some(Declaration::Definition(c.clone(), *v, *hint)),
        ConstantInfo::Theorem(c, v) => return Some(Declaration::Theorem(c.clone(), *v)),
        ConstantInfo::Opaque(c, v) => return Some(Declaration::Opaque(c.clone(), *v)),
        ConstantInfo::Quot(..) => return Some(Declaration::Quot),
        ConstantInfo::Inductive(i) => *i.all.first()?,
        ConstantInfo::Constructor(c) => *inductive(c.induct)?.all.first()?,
        ConstantInfo::Recursor(r) => *r.all.first()?,
    };
    let first = inductive(first)?;
    let types = first.all.iter().map(|n| {
        let t = inductive(*n)?;
        let ctors = t.ctors.iter().map(|c| Some(Constructor { name: *c, ty: env.get(*c)?.ty() }));
        Some(InductiveType { name: *n, ty: t.cval.ty, ctors: ctors.collect::<Option<_>>()? })
    });
    Some(Declaration::Inductive {
        level_params: first.cval.level_params.clone(),
        num_params: first.num_params,
        types: types.collect::<Option<_>>()?,
    })
}

/// What a declaration is called.
fn name_of(d: &Declaration) -> Name {
    match d {
        Declaration::Axiom(c)
        | Declaration::Definition(c, ..)
        | Declaration::Theorem(c, _)
        | Declaration::Opaque(c, _) => c.name,
        Declaration::Quot => Name::new("Quot"),
        Declaration::Inductive { types, .. } => types.first().map_or(Name::anon(), |t| t.name),
    }
}

/// The names that an accepted declaration adds, recursors included.
fn declared(env: &Theirs, d: &Declaration) -> Vec<Name> {
    match d {
        Declaration::Quot => ["Quot", "Quot.mk", "Quot.lift", "Quot.ind"].map(Name::new).to_vec(),
        Declaration::Inductive { types, .. } => {
            let auxiliary = (1..).map(|i| name_of(d).str(&format!("rec_{i}")));
            let auxiliary = auxiliary.take_while(|n| env.contains(*n));
            let own = types
                .iter()
                .flat_map(|t| [t.name, t.name.str("rec")].into_iter().chain(t.ctors.iter().map(|c| c.name)));
            own.chain(auxiliary).collect()
        }
        _ => vec![name_of(d)],
    }
}

/// The constants that a declaration mentions; a numeral mentions its type, the quotient the equality it is about.
fn mentioned(st: &Store, d: &Declaration) -> Vec<Name> {
    let terms: Vec<Expr> = match d {
        Declaration::Axiom(c) => vec![c.ty],
        Declaration::Definition(c, v, _) | Declaration::Theorem(c, v) | Declaration::Opaque(c, v) => {
            vec![c.ty, *v]
        }
        Declaration::Quot => return vec![Name::new("Eq")],
        Declaration::Inductive { types, .. } => {
            types.iter().flat_map(|t| t.ctors.iter().map(|c| c.ty).chain([t.ty])).collect()
        }
    };
    let (mut seen, mut names) = (FxHashSet::default(), Vec::new());
    let mut mention = |n: Name| {
        if seen.insert(n) {
            names.push(n);
        }
    };
    for e in terms {
        st.any_subterm(e, |e| {
            match st.node(e) {
                Node::Const(n, _) | Node::Proj(n, ..) => mention(n),
                Node::Nat(_) => mention(Name::new("Nat")),
                Node::Str(_) => STRING.iter().map(|n| Name::new(n)).for_each(&mut mention),
                _ => {}
            }
            false
        });
    }
    names
}

/// What a string literal stands for.
const STRING: [&str; 4] = ["String", "String.ofList", "Char.ofNat", "List"];
