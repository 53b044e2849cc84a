//! The elaborator's environment: the kernel's constants and what attributes and commands recorded about them.
//!
//! Every table is copy-on-write, so that cloning an `Env` is cheap: each theorem gets the environment above it.

use crate::table::Table;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use turnstile_kernel::{BinderInfo, ConstantInfo, Declaration, Environment, Expr, Name, Store};
use turnstile_syntax::NotationTable;

/// How far definitions are unfolded, least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Hash)]
pub enum Transparency {
    /// Only `@[reducible]` definitions.
    Reducible,
    /// Those and instances.
    Instances,
    /// Everything that is not `@[irreducible]`.
    #[default]
    Default,
    /// Everything.
    All,
}

/// The reducibility attribute of a definition.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum Reducibility {
    /// `@[reducible]`, also given to `abbrev`.
    Reducible,
    /// `@[instance]` definitions.
    Instance,
    /// No attribute.
    Regular,
    /// `@[irreducible]`.
    Irreducible,
}

/// A declared instance.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct InstanceEntry {
    /// The constant.
    pub name: Name,
    /// Larger is tried first; 1000 by default. Of equals, the newest is tried first.
    pub priority: u32,
}

/// What is known of a class.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ClassInfo {
    /// Positions of `outParam` parameters.
    pub out_params: Vec<usize>,
}

/// A field of a structure.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FieldInfo {
    /// The field's own name, without the structure's.
    pub name: Name,
    /// The projection function.
    pub proj: Name,
    /// The parent structure this field embeds (`toFoo`).
    pub subobject: Option<Name>,
    /// How the constructor binds it.
    pub info: BinderInfo,
}

/// A default value for a field of a structure, or of a parent that it embeds.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FieldDefault {
    /// The field.
    pub field: Name,
    /// Constant `fun params fields => default`; anonymous for a proof by `rfl`.
    pub value: Name,
    /// How many of the structure's fields that constant takes.
    pub num_fields: usize,
}

/// What is known of a structure.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StructureInfo {
    /// The constructor.
    pub ctor: Name,
    /// Number of parameters.
    pub num_params: usize,
    /// Fields in constructor order.
    pub fields: Vec<FieldInfo>,
    /// Default values of fields, those of embedded parents included when they differ here.
    pub defaults: Vec<FieldDefault>,
    /// Whether it is a class.
    pub is_class: bool,
}

/// One defining equation `∀ vars, f lhs… = rhs` of a function. It holds by definitional equality, unless
/// [`FunEquations::by_theorem`] says otherwise.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Equation {
    /// Number of pattern variables; `lhs` and `rhs` refer to them as loose bound variables, the last being 0.
    pub num_vars: usize,
    /// All arguments of `f`: patterns made of variables, constructors, literals and dot patterns.
    pub lhs: Vec<Expr>,
    /// The right-hand side.
    pub rhs: Expr,
    /// The proved equation theorem (`f.eq_1`), when it was generated.
    pub theorem: Option<Name>,
}

/// The equations of a function defined by pattern matching, first match wins.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct FunEquations {
    /// Level parameters the equations are stated with.
    pub level_params: Arc<[Name]>,
    /// Number of arguments needed before an equation can fire.
    pub arity: usize,
    /// Positions of the arguments that are matched on.
    pub matched: Vec<usize>,
    /// The equations.
    pub eqns: Vec<Equation>,
    /// Whether the function is recursive: then unfolding without a match shows its compiled form.
    pub recursive: bool,
    /// Whether the equations are theorems only and hold by no computation: those of functions by well-founded recursion.
    pub by_theorem: bool,
}

/// The shape of a theorem of functional induction `f.induct params motives cases targets`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct InductionInfo {
    /// The arguments of `f` that are its first arguments, in order.
    pub params: Vec<usize>,
    /// How many motives follow.
    pub motives: usize,
    /// How many cases follow.
    pub cases: usize,
    /// The arguments of `f` that are its last arguments.
    pub targets: Vec<usize>,
}

/// An attribute instance on a declaration, with its arguments as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AttrEntry {
    /// The declaration.
    pub decl: Name,
    /// Priority (1000 by default).
    pub priority: u32,
    /// For `simp`: `←`.
    pub inverse: bool,
}

/// An attribute that counts where a namespace is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScopedAttr {
    /// The attribute's name.
    pub attr: String,
    /// What is recorded.
    pub entry: AttrEntry,
}

/// What commands recorded beside the kernel's constants.
#[derive(Clone, Default, Serialize, Deserialize)]
pub struct Extensions {
    /// Instances of each class, in order of declaration.
    pub instances: Table<Name, Vec<InstanceEntry>>,
    /// `@[default_instance]`: class ↦ instances with priorities, in order of declaration.
    pub default_instances: Table<Name, Vec<InstanceEntry>>,
    /// Classes.
    pub classes: Table<Name, ClassInfo>,
    /// Structures.
    pub structures: Table<Name, StructureInfo>,
    /// Projection function ↦ (structure, field index).
    pub projections: Table<Name, (Name, usize)>,
    /// Reducibility attributes other than `Regular`.
    pub reducibility: Table<Name, Reducibility>,
    /// Functions defined by pattern matching.
    pub equations: Table<Name, Arc<FunEquations>>,
    /// Theorems of functional induction.
    pub inductions: Table<Name, Arc<InductionInfo>>,
    /// Whether some function has equations that hold by no computation.
    pub has_theorem_equations: bool,
    /// Other attributes: attribute name ↦ entries, in order of declaration (`simp`, `ext`, `elab_as_elim`, …).
    pub attrs: Table<Name, Arc<Vec<AttrEntry>>>,
    /// `protected` declarations.
    pub protected: Table<Name, ()>,
    /// `export`ed aliases: visible name ↦ declarations.
    pub aliases: Table<Name, Vec<Name>>,
    /// Match auxiliaries (`f.match_1`): number of parameters, discriminants, alternatives.
    pub matchers: Table<Name, MatcherInfo>,
    /// The match auxiliary with a given value (up to bound names), so that equal matches of a file are one
    /// constant. Not in snapshots: a file has matches of its own.
    #[serde(skip)]
    pub matcher_index: Table<Expr, Name>,
    /// Namespaces that exist.
    pub namespaces: Table<Name, ()>,
    /// Documentation strings.
    pub docs: Table<Name, Arc<str>>,
    /// The grammar's user notations. Not in snapshots: the library declares none.
    #[serde(skip)]
    pub notations: Arc<NotationTable>,
    /// Names in order of declaration: `order[name]` says which came first.
    pub order: Table<Name, u32>,
    /// How many names `order` has.
    pub count: u32,
    /// Inductive types whose auxiliary constructions wait for types that are not declared yet, such as `Eq`.
    pub incomplete: Arc<Vec<Name>>,
    /// `scoped` attributes and instances of each namespace, in order.
    pub scoped: Table<Name, Vec<ScopedAttr>>,
    /// Declarations hidden from automation (search, `simp` set, instance-free suggestions).
    pub hidden: Table<Name, ()>,
}

impl Extensions {
    /// Replaces every term in the tables by `f` of it.
    pub fn map_terms(&mut self, f: &mut dyn FnMut(Expr) -> Expr) {
        let mut eqs: Vec<(Name, Arc<FunEquations>)> =
            self.equations.iter().map(|(k, v)| (*k, v.clone())).collect();
        eqs.sort_by_key(|e| e.0);
        for (n, q) in eqs {
            let mut q = (*q).clone();
            for e in &mut q.eqns {
                e.lhs.iter_mut().for_each(|t| *t = f(*t));
                e.rhs = f(e.rhs);
            }
            self.equations.insert(n, Arc::new(q));
        }
        let mut matchers: Vec<(Name, MatcherInfo)> =
            self.matchers.iter().map(|(k, v)| (*k, v.clone())).collect();
        matchers.sort_by_key(|e| e.0);
        for (n, mut i) in matchers {
            i.patterns.iter_mut().flatten().for_each(|t| *t = f(*t));
            self.matchers.insert(n, i);
        }
    }
}

/// Shape of a match auxiliary `f.match_i params motive discrs alts`.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct MatcherInfo {
    /// Parameters before the motive.
    pub num_params: usize,
    /// Discriminants after the motive.
    pub num_discrs: usize,
    /// Number of variables of each alternative (0 means the alternative takes one `Unit` argument).
    pub alt_arity: Vec<usize>,
    /// The patterns of each alternative, over its variables as loose bound variables (the last variable is 0).
    pub patterns: Vec<Vec<Expr>>,
}

/// The kernel's constants and the elaborator's tables.
#[derive(Clone, Default)]
pub struct Env {
    /// What the kernel accepted.
    pub kernel: Environment,
    /// What commands recorded.
    pub ext: Extensions,
}

impl Env {
    /// The constant called `n`.
    #[must_use]
    pub fn get(&self, n: Name) -> Option<&Arc<ConstantInfo>> {
        self.kernel.get(n)
    }
    /// Whether `n` is declared.
    #[must_use]
    pub fn contains(&self, n: Name) -> bool {
        self.kernel.contains(n)
    }
    /// Checks a declaration with the kernel and installs it.
    ///
    /// # Errors
    /// When the kernel refuses it.
    pub fn add_decl(&mut self, st: &Store, d: &Declaration) -> crate::Result<()> {
        self.kernel.add_decl(st, d)?;
        let names: Vec<Name> = match d {
            Declaration::Axiom(c)
            | Declaration::Definition(c, ..)
            | Declaration::Theorem(c, _)
            | Declaration::Opaque(c, _) => vec![c.name],
            Declaration::Quot => ["Quot", "Quot.mk", "Quot.lift", "Quot.ind"].map(Name::new).to_vec(),
            Declaration::Inductive { types, .. } => types
                .iter()
                .flat_map(|t| {
                    std::iter::once(t.name).chain(t.ctors.iter().map(|c| c.name)).chain([t.name.str("rec")])
                })
                .collect(),
        };
        for n in names {
            self.ext.order.insert(n, self.ext.count);
            self.ext.count += 1;
        }
        Ok(())
    }
    /// The reducibility of a constant.
    #[must_use]
    pub fn reducibility(&self, n: Name) -> Reducibility {
        self.ext.reducibility.get(&n).copied().unwrap_or(Reducibility::Regular)
    }
    /// Whether `n` is a class.
    #[must_use]
    pub fn is_class(&self, n: Name) -> bool {
        self.ext.classes.contains_key(&n)
    }
    /// The entries of attribute `attr`, in order of declaration.
    #[must_use]
    pub fn attr(&self, attr: &str) -> &[AttrEntry] {
        self.ext.attrs.get(&Name::new(attr)).map_or(&[], |v| v.as_slice())
    }
    /// Whether `decl` carries `attr`.
    #[must_use]
    pub fn has_attr(&self, attr: &str, decl: Name) -> bool {
        self.attr(attr).iter().any(|e| e.decl == decl)
    }
    /// Records an attribute.
    pub fn add_attr(&mut self, attr: &str, e: AttrEntry) {
        self.ext.attrs.update(Name::new(attr), |v| Arc::make_mut(v).push(e));
    }
    /// Removes an attribute (`attribute [-simp] foo`).
    pub fn remove_attr(&mut self, attr: &str, decl: Name) {
        self.ext.attrs.update(Name::new(attr), |v| Arc::make_mut(v).retain(|e| e.decl != decl));
    }
    /// The structure called `n`.
    #[must_use]
    pub fn structure(&self, n: Name) -> Option<&StructureInfo> {
        self.ext.structures.get(&n)
    }
}
