//! Structures and classes: fields, parents, projections, defaults, extensionality.

mod elab_structure;
mod ext;
mod fields;
mod parents;
mod projections;
