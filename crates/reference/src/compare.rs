//! A constant here against the fast kernel's constant of the same name.

use crate::convert::Converter;
use crate::env::{Constant, ConstantKind, Environment, QuotKind};
use crate::expr::Expr;
use turnstile_kernel::{ConstantInfo, Expr as Id, QuotKind as TheirQuotKind, Store};

impl Environment {
    /// Compares the constant of the same name with `theirs`, whose terms are in `st`: all that was declared, and all that
    /// was derived of it. Terms are equal up to bound names.
    ///
    /// # Errors
    /// Says what differs.
    pub fn compare(&self, st: &Store, theirs: &ConstantInfo) -> Result<(), String> {
        let name = theirs.name();
        let Some(ours) = self.get(name) else { return Err(format!("'{name}' is missing")) };
        let mut fields = Fields { convert: Converter::new(st), differ: Vec::new() };
        fields.compare(ours, theirs);
        match &fields.differ[..] {
            [] => Ok(()),
            differ => Err(format!("'{name}' differs in {}", differ.join(", "))),
        }
    }
}

struct Fields<'a> {
    convert: Converter<'a>,
    differ: Vec<&'static str>,
}

impl Fields<'_> {
    fn same<T: PartialEq + ?Sized>(&mut self, what: &'static str, a: &T, b: &T) {
        if a != b {
            self.differ.push(what);
        }
    }

    fn term(&mut self, what: &'static str, ours: &Expr, theirs: Id) {
        if self.convert.term(theirs).as_ref() != Ok(ours) {
            self.differ.push(what);
        }
    }

    fn compare(&mut self, ours: &Constant, theirs: &ConstantInfo) {
        self.same("level parameters", &ours.level_params, &theirs.cval().level_params);
        self.term("type", &ours.ty, theirs.ty());
        match (&ours.kind, theirs) {
            (ConstantKind::Axiom, ConstantInfo::Axiom(_)) => {}
            (
                ConstantKind::Definition { value, hint },
                ConstantInfo::Definition(_, their_value, their_hint),
            ) => {
                self.term("value", value, *their_value);
                self.same("hint", hint, their_hint);
            }
            (ConstantKind::Theorem(value), ConstantInfo::Theorem(_, their_value))
            | (ConstantKind::Opaque(value), ConstantInfo::Opaque(_, their_value)) => {
                self.term("value", value, *their_value);
            }
            (ConstantKind::Quot(kind), ConstantInfo::Quot(_, their_kind)) => {
                let their_kind = match their_kind {
                    TheirQuotKind::Type => QuotKind::Type,
                    TheirQuotKind::Mk => QuotKind::Mk,
                    TheirQuotKind::Lift => QuotKind::Lift,
                    TheirQuotKind::Ind => QuotKind::Ind,
                };
                self.same("kind", kind, &their_kind);
            }
            (ConstantKind::Inductive(a), ConstantInfo::Inductive(b)) => {
                self.same("number of parameters", &a.num_params, &b.num_params);
                self.same("number of indices", &a.num_indices, &b.num_indices);
                self.same("types of the group", &a.all, &b.all);
                self.same("constructors", &a.ctors, &b.ctors);
                self.same("recursive", &a.is_rec, &b.is_rec);
                self.same("reflexive", &a.is_reflexive, &b.is_reflexive);
                self.same("number of nested types", &a.num_nested, &b.num_nested);
            }
            (ConstantKind::Constructor(a), ConstantInfo::Constructor(b)) => {
                self.same("inductive type", &a.induct, &b.induct);
                self.same("place among the constructors", &a.cidx, &b.cidx);
                self.same("number of parameters", &a.num_params, &b.num_params);
                self.same("number of fields", &a.num_fields, &b.num_fields);
            }
            (ConstantKind::Recursor(a), ConstantInfo::Recursor(b)) => {
                self.same("types of the group", &a.all, &b.all);
                self.same("number of parameters", &a.num_params, &b.num_params);
                self.same("number of motives", &a.num_motives, &b.num_motives);
                self.same("number of minor premises", &a.num_minors, &b.num_minors);
                self.same("number of indices", &a.num_indices, &b.num_indices);
                self.same("K", &a.k, &b.k);
                self.same("number of rules", &a.rules.len(), &b.rules.len());
                for (x, y) in a.rules.iter().zip(b.rules.iter()) {
                    self.same("constructor of a rule", &x.ctor, &y.ctor);
                    self.same("number of fields of a rule", &x.num_fields, &y.num_fields);
                    self.term("rule", &x.rhs, y.rhs);
                }
            }
            _ => self.differ.push("kind of constant"),
        }
    }
}
