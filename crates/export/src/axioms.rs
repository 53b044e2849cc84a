//! What each of many constants rests on.

use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeSet;
use std::rc::Rc;
use turnstile_kernel::{ConstantInfo, Environment, Expr, Name, Node, Store, with_stack};

/// The axioms in the closures of constants. What was found for one constant serves for all that use it, so that asking
/// for every theorem of a library costs little more than asking for the last.
///
/// ```
/// use turnstile_export::AxiomTable;
/// use turnstile_kernel::*;
/// let (st, mut env) = (Store::new(), Environment::default());
/// let c = |name, ty| ConstantVal { name: Name::new(name), level_params: [].into(), ty };
/// env.add_decl(&st, &Declaration::Axiom(c("P", st.prop()))).unwrap();
/// env.add_decl(&st, &Declaration::Axiom(c("p", st.const0("P")))).unwrap();
/// env.add_decl(&st, &Declaration::Theorem(c("t", st.const0("P")), st.const0("p"))).unwrap();
/// let mut table = AxiomTable::new(&env, &st);
/// assert_eq!(*table.of(Name::new("t")), [Name::new("P"), Name::new("p")].into());
/// ```
pub struct AxiomTable<'a> {
    env: &'a Environment,
    st: &'a Store,
    found: FxHashMap<Name, Rc<BTreeSet<Name>>>,
    none: Rc<BTreeSet<Name>>,
}

impl<'a> AxiomTable<'a> {
    /// Nothing is looked up yet.
    #[must_use]
    pub fn new(env: &'a Environment, st: &'a Store) -> AxiomTable<'a> {
        AxiomTable { env, st, found: FxHashMap::default(), none: Rc::default() }
    }

    /// The axioms that `name` rests on, through types, values, constructors and recursor rules: the same as
    /// [`axioms_of`](turnstile_kernel::axioms_of).
    pub fn of(&mut self, name: Name) -> Rc<BTreeSet<Name>> {
        if let Some(axioms) = self.found.get(&name) {
            return axioms.clone();
        }
        let Some(c) = self.env.get(name).cloned() else { return Rc::new([name].into()) };
        let members = self.group(&c);
        // Constants of a group mention each other; whatever they mention besides was declared before.
        for m in &members {
            self.found.insert(*m, self.none.clone());
        }
        let mut axioms = self.none.clone();
        for m in &members {
            let Some(c) = self.env.get(*m).cloned() else { continue };
            if let ConstantInfo::Axiom(_) = &*c {
                Rc::make_mut(&mut axioms).insert(*m);
            }
            self.add_mentioned(c.ty(), &mut axioms);
            if let Some(v) = c.value() {
                self.add_mentioned(v, &mut axioms);
            }
            if let ConstantInfo::Recursor(r) = &*c {
                r.rules.iter().for_each(|rule| self.add_mentioned(rule.rhs, &mut axioms));
            }
        }
        for m in &members {
            self.found.insert(*m, axioms.clone());
        }
        axioms
    }

    /// The constants that are declared together with `c`.
    fn group(&self, c: &ConstantInfo) -> Vec<Name> {
        let first = match c {
            ConstantInfo::Inductive(i) => i.cval.name,
            ConstantInfo::Constructor(c) => c.induct,
            ConstantInfo::Recursor(r) => r.all.first().copied().unwrap_or(r.cval.name),
            _ => return vec![c.name()],
        };
        let types = match self.env.get(first).map(|c| &**c) {
            Some(ConstantInfo::Inductive(i)) => i.all.clone(),
            _ => return vec![c.name()],
        };
        let mut members = vec![c.name()];
        for t in types.iter() {
            if let Some(ConstantInfo::Inductive(i)) = self.env.get(*t).map(|c| &**c) {
                members.extend([*t, t.str("rec")]);
                members.extend(i.ctors.iter());
                members.extend((1..=i.num_nested).map(|k| first.str(&format!("rec_{k}"))));
            }
        }
        let mut seen = FxHashSet::default();
        members.retain(|m| self.env.contains(*m) && seen.insert(*m));
        members
    }

    fn add_mentioned(&mut self, e: Expr, axioms: &mut Rc<BTreeSet<Name>>) {
        let mut mentioned = Vec::new();
        let mut seen = FxHashSet::default();
        let mut mention = |n| {
            if seen.insert(n) {
                mentioned.push(n);
            }
        };
        self.st.any_subterm(e, |e| {
            match self.st.node(e) {
                Node::Const(n, _) | Node::Proj(n, ..) => mention(n),
                Node::Nat(_) => mention(Name::new("Nat")),
                Node::Str(_) => STRING.iter().map(|n| Name::new(n)).for_each(&mut mention),
                _ => {}
            }
            false
        });
        for n in mentioned {
            if !self.env.contains(n) && STRING.contains(&n.as_str()) {
                continue;
            }
            let more = with_stack(|| self.of(n));
            if !more.is_subset(axioms) {
                if axioms.is_empty() {
                    *axioms = more;
                } else {
                    Rc::make_mut(axioms).extend(more.iter());
                }
            }
        }
    }
}

/// What a string literal stands for.
const STRING: [&str; 4] = ["String", "String.ofList", "Char.ofNat", "List"];
