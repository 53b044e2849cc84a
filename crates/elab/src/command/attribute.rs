//! Attributes: `@[simp]`, `attribute [-simp] f`, `attribute [local instance] f`.

use crate::elab::{Elab, Severity};
use crate::env::{AttrEntry, InstanceEntry, Reducibility, ScopedAttr};
use crate::error::Result;
use crate::meta::LocalContext;
use crate::term::ident_name;
use turnstile_kernel::{ConstantInfo, Expr, Name};
use turnstile_syntax::{AttrArg, Attribute, Scope as AttrScope};

/// Attributes that only mark a declaration: whoever cares asks the environment.
const MARKS: &[&str] = &[
    "cases_eliminator",
    "coe",
    "congr",
    "elab_as_elim",
    "elab_without_expected_type",
    "elabWithoutExpectedType",
    "ext",
    "ext_iff",
    "grind",
    "induction_eliminator",
    "match_pattern",
    "norm_cast",
    "push_cast",
    "refl",
    "simp",
    "symm",
    "trans",
    "unification_hint",
];

/// Attributes about compilation, style or tools that have no meaning here.
const IGNORED: &[&str] = &[
    "aesop",
    "always_inline",
    "bv_normalize",
    "computed_field",
    "csimp",
    "deprecated",
    "export",
    "expose",
    "extern",
    "fun_prop",
    "gcongr",
    "implemented_by",
    "inherit_doc",
    "inline",
    "macro_inline",
    "never_extract",
    "no_expose",
    "noinline",
    "nolint",
    "nospecialize",
    "pp_dot",
    "pp_nodot",
    "pp_using_anonymous_constructor",
    "pp_with_univ",
    "semireducible_hint",
    "specialize",
    "suggest_for",
    "to_additive",
    "unbox",
];

/// What takes an attribute back at the end of its section.
#[derive(Clone, Debug)]
pub(crate) enum Undo {
    Mark(&'static str, Name),
    Instance(Name, Name),
    DefaultInstance(Name, Name),
    Reducibility(Name, Option<Reducibility>),
}

/// The default priority of instances and lemmas.
const DEFAULT_PRIORITY: u32 = 1000;

impl Elab {
    /// Gives the declaration `decl` its attributes.
    ///
    /// # Errors
    /// When one is unknown or does not fit.
    pub(crate) fn apply_attributes(&mut self, decl: Name, attrs: &[Attribute]) -> Result<()> {
        for a in attrs {
            if a.erase {
                self.erase_attribute(decl, a)?;
            } else {
                self.apply_attribute(decl, a)?;
            }
        }
        Ok(())
    }

    fn apply_attribute(&mut self, decl: Name, a: &Attribute) -> Result<()> {
        if a.scope == AttrScope::Scoped {
            if self.scope.namespace.is_anon() {
                return Err(self.text_error(a.span, "scoped attributes must be used inside namespaces"));
            }
            let inverse = is_inverse(&a.args);
            let entry = AttrEntry { decl, priority: priority(&a.args), inverse };
            self.record_scoped(&a.name.text(), entry);
        }
        let local = a.scope != AttrScope::Global;
        let name = ident_name(&a.name);
        let text = name.as_str();
        let priority = priority(&a.args);
        let undo = match text {
            "instance" => Some(self.add_instance(decl, priority, a)?),
            "default_instance" => Some(self.add_default_instance(decl, priority, a)?),
            "class" => {
                self.register_class(decl)?;
                None
            }
            "reducible" => Some(self.set_reducibility(decl, Reducibility::Reducible)),
            "irreducible" => Some(self.set_reducibility(decl, Reducibility::Irreducible)),
            "semireducible" => Some(self.set_reducibility(decl, Reducibility::Regular)),
            "ext" if self.m.env.structure(decl).is_some() => {
                self.add_ext_theorem(decl, priority).map_err(|e| e.at(a.span))?;
                None
            }
            "protected" => {
                self.m.env.ext.protected.insert(decl, ());
                None
            }
            _ => match MARKS.iter().find(|m| **m == text) {
                Some(mark) => {
                    let inverse = is_inverse(&a.args);
                    self.m.env.add_attr(mark, AttrEntry { decl, priority, inverse });
                    Some(Undo::Mark(mark, decl))
                }
                None if IGNORED.contains(&text) => None,
                None => {
                    return Err(self.text_error(a.span, format!("Unknown attribute `[{}]`", a.name.text())));
                }
            },
        };
        if local && let Some(u) = undo {
            self.local_attrs.push((self.scope.stack.len(), u));
        }
        Ok(())
    }

    /// Notes an attribute for those who open the current namespace.
    pub(crate) fn record_scoped(&mut self, attr: &str, entry: AttrEntry) {
        let ns = self.scope.namespace;
        self.m.env.ext.scoped.update(ns, |v| v.push(ScopedAttr { attr: attr.to_owned(), entry }));
    }

    /// Makes the `scoped` attributes of `ns` count until the innermost section ends.
    pub(crate) fn activate_scoped(&mut self, ns: Name) {
        for s in self.m.env.ext.scoped.get(&ns).cloned().unwrap_or_default() {
            let AttrEntry { decl, priority, .. } = s.entry;
            let undo = match s.attr.as_str() {
                "instance" => {
                    let Some(class) = self.m.class_of_constant(decl) else { continue };
                    let known = self
                        .m
                        .env
                        .ext
                        .instances
                        .get(&class)
                        .is_some_and(|v| v.iter().any(|e| e.name == decl));
                    if known {
                        continue;
                    }
                    self.register_instance(decl, class, priority);
                    Undo::Instance(class, decl)
                }
                text => {
                    let Some(mark) = MARKS.iter().find(|m| **m == text) else { continue };
                    if self.m.env.has_attr(mark, decl) {
                        continue;
                    }
                    self.m.env.add_attr(mark, s.entry.clone());
                    Undo::Mark(mark, decl)
                }
            };
            self.local_attrs.push((self.scope.stack.len(), undo));
        }
    }

    /// Takes back the `local` attributes that were given after the first `n`.
    pub(crate) fn undo_attributes_after(&mut self, n: usize) {
        while self.local_attrs.len() > n {
            if let Some((_, u)) = self.local_attrs.pop() {
                self.undo_attribute(&u);
            }
        }
    }

    fn erase_attribute(&mut self, decl: Name, a: &Attribute) -> Result<()> {
        let name = ident_name(&a.name);
        let undo = match name.as_str() {
            "instance" => match self.m.class_of_constant(decl) {
                Some(class) => Undo::Instance(class, decl),
                None => {
                    return Err(
                        self.text_error(a.span, format!("'{decl}' does not have [instance] attribute"))
                    );
                }
            },
            "reducible" | "irreducible" => Undo::Reducibility(decl, None),
            text => match MARKS.iter().find(|m| **m == text) {
                Some(mark) => {
                    if !self.m.env.has_attr(mark, decl) {
                        return Err(
                            self.text_error(a.span, format!("'{decl}' does not have [{mark}] attribute"))
                        );
                    }
                    Undo::Mark(mark, decl)
                }
                None => return Err(self.text_error(a.span, "attribute cannot be erased".to_owned())),
            },
        };
        self.undo_attribute(&undo);
        Ok(())
    }

    /// Takes back the `local` attributes of sections that are no longer open.
    pub(crate) fn end_local_attributes(&mut self) {
        let depth = self.scope.stack.len();
        while self.local_attrs.last().is_some_and(|(d, _)| *d > depth) {
            if let Some((_, u)) = self.local_attrs.pop() {
                self.undo_attribute(&u);
            }
        }
    }

    fn undo_attribute(&mut self, u: &Undo) {
        let ext = &mut self.m.env.ext;
        match u {
            Undo::Mark(mark, decl) => self.m.env.remove_attr(mark, *decl),
            Undo::Instance(class, decl) => ext.instances.update(*class, |v| v.retain(|e| e.name != *decl)),
            Undo::DefaultInstance(class, decl) => {
                ext.default_instances.update(*class, |v| v.retain(|e| e.name != *decl));
            }
            Undo::Reducibility(decl, old) => {
                ext.reducibility.insert(*decl, old.unwrap_or(Reducibility::Regular))
            }
        }
        self.m.clear_caches();
    }

    /// Sets the reducibility of a definition.
    pub(crate) fn set_reducibility(&mut self, decl: Name, r: Reducibility) -> Undo {
        let old = self.m.env.ext.reducibility.get(&decl).copied();
        self.m.env.ext.reducibility.insert(decl, r);
        Undo::Reducibility(decl, old)
    }

    /// Makes `decl` an instance of the class its type ends in.
    fn add_instance(&mut self, decl: Name, priority: u32, a: &Attribute) -> Result<Undo> {
        let Some(class) = self.m.class_of_constant(decl) else {
            return Err(
                self.text_error(a.span, "invalid 'instance', target type is not a type class".to_owned())
            );
        };
        self.register_instance(decl, class, priority);
        Ok(Undo::Instance(class, decl))
    }

    /// Records an instance of `class`.
    pub(crate) fn register_instance(&mut self, decl: Name, class: Name, priority: u32) {
        self.m.env.ext.instances.update(class, |v| v.push(InstanceEntry { name: decl, priority }));
        let definition = matches!(self.m.env.get(decl).map(|c| &**c), Some(ConstantInfo::Definition(..)));
        if definition && self.m.env.reducibility(decl) == Reducibility::Regular {
            self.m.env.ext.reducibility.insert(decl, Reducibility::Instance);
        }
        // A failed search may succeed now.
        self.m.clear_caches();
    }

    fn add_default_instance(&mut self, decl: Name, priority: u32, a: &Attribute) -> Result<Undo> {
        let Some(class) = self.m.class_of_constant(decl) else {
            return Err(self.text_error(
                a.span,
                "invalid 'default_instance', target type is not a type class".to_owned(),
            ));
        };
        self.m.env.ext.default_instances.update(class, |v| v.push(InstanceEntry { name: decl, priority }));
        Ok(Undo::DefaultInstance(class, decl))
    }

    /// A note that a part of the source has no effect.
    pub(crate) fn warn(&mut self, span: turnstile_syntax::Span, text: impl Into<String>) {
        self.log(Severity::Warning, span, text);
    }
}

impl crate::Meta {
    /// The class that the type of the constant `n` ends in.
    pub(crate) fn class_of_constant(&mut self, n: Name) -> Option<Name> {
        let ty = self.env.get(n)?.ty();
        self.class_of_type(ty)
    }

    /// The class that the closed type `ty` ends in; definitions are unfolded to find it.
    pub(crate) fn class_of_type(&mut self, ty: Expr) -> Option<Name> {
        self.with_lctx(LocalContext::default(), |m| {
            let (_, t) = m.open_pis(ty, None).ok()?;
            m.class_of(t)
        })
    }
}

fn is_inverse(args: &[AttrArg]) -> bool {
    args.iter().any(|x| matches!(x, AttrArg::Symbol(s) if s == "←" || s == "<-"))
}

/// The priority among the arguments of an attribute.
pub(crate) fn priority(args: &[AttrArg]) -> u32 {
    args.iter()
        .find_map(|a| match a {
            AttrArg::Num(n) => Some(*n),
            AttrArg::Ident(i) if i.is("low") => Some(100),
            AttrArg::Ident(i) if i.is("mid") => Some(500),
            AttrArg::Ident(i) if i.is("high") => Some(10_000),
            _ => None,
        })
        .unwrap_or(DEFAULT_PRIORITY)
}
