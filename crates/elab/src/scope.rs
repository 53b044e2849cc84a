//! What commands put in scope for the terms that follow: namespace, `open`, `variable`, `universe`, options.

use std::collections::BTreeMap;
use std::sync::Arc;
use turnstile_kernel::Name;
use turnstile_syntax as ast;

/// One effect of `open`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Open {
    /// Every name of the namespace, except the listed ones.
    Namespace {
        /// The opened namespace.
        ns: Name,
        /// `hiding`
        except: Vec<Name>,
    },
    /// A single name: `short` stands for `full`.
    Alias {
        /// As it may be written.
        short: Name,
        /// What it stands for.
        full: Name,
    },
}

/// A `namespace` or `section` that is not ended yet, with what was in scope before it.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The name after the keyword; anonymous for a section without one. A dotted `namespace A.B` makes two frames.
    pub name: Name,
    /// Whether it is a namespace.
    pub is_namespace: bool,
    /// The scope to return to.
    pub outer: Scope,
}

/// What is in scope. Cloning is cheap: all parts are shared until one is changed.
#[derive(Clone, Debug)]
pub struct Scope {
    /// The current namespace.
    pub namespace: Name,
    /// `open`, oldest first.
    pub opens: Arc<Vec<Open>>,
    /// `variable` binders, oldest first.
    pub variables: Arc<Vec<ast::Binder>>,
    /// `include`d variables.
    pub included: Arc<Vec<Name>>,
    /// `omit`ted variables.
    pub omitted: Arc<Vec<Name>>,
    /// `universe` names, oldest first.
    pub universes: Arc<Vec<Name>>,
    /// `set_option`
    pub options: Arc<BTreeMap<Name, String>>,
    /// Open namespaces and sections, outermost first.
    pub stack: Arc<Vec<Frame>>,
}

impl Default for Scope {
    fn default() -> Scope {
        Scope {
            namespace: Name::anon(),
            opens: Arc::default(),
            variables: Arc::default(),
            included: Arc::default(),
            omitted: Arc::default(),
            universes: Arc::default(),
            options: Arc::default(),
            stack: Arc::default(),
        }
    }
}

impl Scope {
    /// Opens a frame for `namespace` (one per component) or `section`.
    pub fn push(&mut self, name: Name, is_namespace: bool) {
        let outer = self.clone();
        if is_namespace {
            self.namespace = self.namespace.append(name);
        }
        Arc::make_mut(&mut self.stack).push(Frame { name, is_namespace, outer });
    }
    /// Ends the innermost frame.
    pub fn pop(&mut self) -> Option<Frame> {
        let frame = Arc::make_mut(&mut self.stack).pop()?;
        *self = frame.outer.clone();
        Some(frame)
    }
    /// Adds an `open`.
    pub fn open(&mut self, o: Open) {
        Arc::make_mut(&mut self.opens).push(o);
    }
    /// The value of a Boolean option.
    #[must_use]
    pub fn flag(&self, name: &str, default: bool) -> bool {
        match self.options.get(&Name::new(name)).map(String::as_str) {
            Some("true") => true,
            Some("false") => false,
            _ => default,
        }
    }
    /// Sets an option.
    pub fn set_option(&mut self, name: Name, value: String) {
        Arc::make_mut(&mut self.options).insert(name, value);
    }
}
