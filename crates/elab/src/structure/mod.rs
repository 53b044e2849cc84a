//! Structures and classes: fields, inheritance, projections, default values.
