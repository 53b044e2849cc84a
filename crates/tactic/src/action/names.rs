//! Names for what case distinctions and inductions bring: those a person would choose, as far as that can be guessed.
//!
//! The variable that is taken apart is gone afterwards, so its name is free. Where a constructor has one recursive
//! field, that is the smaller version of the variable and inherits its name, and the induction hypothesis is `ih`:
//! `succ n ih`, `cons x xs ih`. All others have the names of the constructor's declaration.

use super::hypotheses;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use turnstile_elab::meta::is_inaccessible;
use turnstile_elab::{LocalDecl, Meta};
use turnstile_kernel::{BinderInfo, ConstantInfo, Environment, Expr, FVarId, MVarId, Name, Node, Store};

/// Names for the arguments of constructors, remembered for the alternatives' text.
pub(crate) struct Names {
    taken: Vec<Name>,
    /// The variable that is taken apart.
    major: Option<Name>,
    used: RefCell<Vec<Name>>,
    /// Constructor, position, name, and whether a script names it (explicit fields and induction hypotheses).
    given: RefCell<Vec<(Name, usize, Name, bool)>>,
    st: Rc<Store>,
    env: Environment,
}

/// A field of a constructor.
struct Field {
    explicit: bool,
    /// Whether its type is the inductive type itself.
    recursive: bool,
}

impl Names {
    pub(super) fn new(m: &mut Meta, g: MVarId, major: Option<FVarId>) -> Names {
        Names::of(m, &hypotheses(m, g), major)
    }

    /// Names beside those of `hyps`, of which `major` is taken apart.
    pub(crate) fn of(m: &Meta, hyps: &[Arc<LocalDecl>], major: Option<FVarId>) -> Names {
        let major =
            hyps.iter().find(|d| Some(d.id) == major).map(|d| d.name).filter(|n| !is_inaccessible(*n));
        Names {
            taken: hyps.iter().map(|d| d.name).filter(|n| Some(*n) != major).collect(),
            major,
            used: RefCell::default(),
            given: RefCell::default(),
            st: m.st.clone(),
            env: m.env.kernel.clone(),
        }
    }

    /// No field gets this name.
    pub(super) fn reserve(&self, name: Name) {
        self.used.borrow_mut().push(name);
    }

    /// The name of argument `i` of a case, whose declaration calls it `given`.
    pub(crate) fn field(&self, ctor: Name, i: usize, given: Name) -> Name {
        if let Some(g) = self.given.borrow().iter().find(|g| g.0 == ctor && g.1 == i) {
            return g.2;
        }
        let fields = self.fields(ctor);
        let named = fields.get(i).is_none_or(|f| f.explicit);
        let name = if named {
            let base = self.better_name(&fields, i).unwrap_or_else(|| base_name(given));
            // The same name may serve in different alternatives.
            pick(base, |x| {
                self.taken.contains(&x)
                    || self.used.borrow().contains(&x)
                    || self.given.borrow().iter().any(|g| g.0 == ctor && g.2 == x)
            })
        } else {
            crate::goal::inaccessible(given)
        };
        self.given.borrow_mut().push((ctor, i, name, named));
        name
    }

    /// What a person would call argument `i`, better than the declaration does.
    fn better_name(&self, fields: &[Field], i: usize) -> Option<Name> {
        let recursive: Vec<usize> = (0..fields.len()).filter(|i| fields[*i].recursive).collect();
        let [one] = recursive.as_slice() else { return None };
        if i >= fields.len() {
            return Some(Name::new("ih"));
        }
        let major = self.major?;
        if i == *one {
            return Some(base_name(major));
        }
        // The element of a collection: `x` of `xs`.
        let others = (0..fields.len()).filter(|j| j != one && fields[*j].explicit).count();
        let text = base_name(major);
        let stem = text.as_str().trim_end_matches(|c: char| c.is_ascii_digit() || c == '_');
        let singular = stem.strip_suffix('s').filter(|s| s.chars().all(char::is_alphabetic))?;
        (others == 1 && !singular.is_empty() && fields[i].explicit).then(|| Name::anon().str(singular))
    }

    /// The arguments after the parameters.
    fn fields(&self, ctor: Name) -> Vec<Field> {
        let Some(ConstantInfo::Constructor(c)) = self.env.get(ctor).map(|c| &**c) else { return vec![] };
        let mut out = Vec::with_capacity(c.num_fields);
        let mut t: Expr = c.cval.ty;
        let mut at = 0;
        while let Node::Pi(b, d, body) = self.st.node(t) {
            if at >= c.num_params {
                let recursive = self.st.head_const(d) == Some(c.induct);
                out.push(Field { explicit: b.info == BinderInfo::Default, recursive });
            }
            at += 1;
            t = body;
        }
        out
    }

    /// The names a pattern writes for a case.
    pub(super) fn fields_of(&self, ctor: Name) -> Vec<Name> {
        let mut v: Vec<(usize, Name)> =
            self.given.borrow().iter().filter(|g| g.0 == ctor && g.3).map(|g| (g.1, g.2)).collect();
        v.sort_by_key(|x| x.0);
        v.into_iter().map(|x| x.1).collect()
    }

    /// `succ n ih`
    pub(super) fn alternative(&self, ctor: Name) -> String {
        let mut s = ctor.last_str().to_owned();
        for n in self.fields_of(ctor) {
            s.push(' ');
            s.push_str(n.as_str());
        }
        s
    }
}

/// The part of a name that a person wrote.
pub(super) fn base_name(n: Name) -> Name {
    let mut n = n;
    while is_inaccessible(n) && !n.is_anon() {
        n = n.prefix();
    }
    if n.is_anon() { Name::new("a") } else { Name::anon().str(n.last_str()) }
}

/// `base`, or the first of `base_1`, `base_2`, … that is free.
pub(crate) fn pick(base: Name, taken: impl Fn(Name) -> bool) -> Name {
    let base = base_name(base);
    if !taken(base) {
        return base;
    }
    let text = base.as_str();
    (1u32..).map(|i| Name::anon().str(&format!("{text}_{i}"))).find(|n| !taken(*n)).unwrap_or(base)
}
