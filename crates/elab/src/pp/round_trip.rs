//! Text that is known to read back: printed, read, compared, and printed more fully if need be.

use super::PpOptions;
use crate::elab::Elab;
use crate::env::Transparency;
use crate::scope::Open;
use turnstile_kernel::Expr;
use turnstile_syntax::parse_term;

impl Elab {
    /// Lets the printer leave out what the current namespace and `open` make redundant.
    pub fn print_in_scope(&mut self) {
        let mut all = Vec::new();
        let mut ns = self.scope.namespace;
        while !ns.is_anon() {
            all.push(ns);
            ns = ns.prefix();
        }
        let enclosing = all.len();
        for o in self.scope.opens.iter() {
            if let Open::Namespace { ns, except } = o
                && except.is_empty()
                && !all.contains(ns)
            {
                all.push(*ns);
            }
        }
        let s = &self.scope;
        let everything = s.flag("pp.all", false);
        let flag = |name: &str, default: bool, with_all: bool| {
            s.flag(name, if everything { with_all } else { default })
        };
        self.m.pp_options = PpOptions {
            explicit: flag("pp.explicit", false, true),
            universes: flag("pp.universes", false, true),
            notation: flag("pp.notation", true, false),
            field_notation: flag("pp.fieldNotation", true, false),
            fun_binder_types: flag("pp.funBinderTypes", false, true),
            proofs: flag("pp.proofs", false, true),
            structure_instances: flag("pp.structureInstances", true, false),
            numeric_types: flag("pp.numericTypes", false, false),
            unicode_fun: flag("pp.unicode.fun", false, false),
            namespaces: if flag("pp.fullNames", false, true) { Vec::new() } else { all },
            enclosing,
            ..PpOptions::default()
        };
    }

    /// `e` as the shortest text that reads back, in the current context and where its type is expected, to the
    /// same term. `None` when not even the fullest text does: when `e` uses hypotheses without a usable name.
    pub fn pp_round_trip(&mut self, e: Expr) -> Option<String> {
        self.print_in_scope();
        let e = self.m.instantiate(e);
        let base = PpOptions { field_notation: false, ..self.m.pp_options.clone() };
        let wide = PpOptions { max_depth: 1000, max_steps: 500_000, ..base.clone() };
        let universes = PpOptions { universes: true, ..base.script() };
        [wide, base.script(), universes, base.all()].iter().find_map(|o| {
            let text = self.m.pp_with(e, o, 0);
            self.reads_back(&text, e).then_some(text)
        })
    }

    /// Whether `text`, elaborated against the type of `e`, gives `e`.
    pub fn reads_back(&mut self, text: &str, e: Expr) -> bool {
        let table = self.m.env.ext.notations.clone();
        let Ok(term) = parse_term(text, &table) else { return false };
        let Ok(ty) = self.m.infer(e) else { return false };
        let c = self.checkpoint();
        let pending = std::mem::take(&mut self.pending);
        let same = self.elab_closed(&term, Some(ty)).is_ok_and(|r| {
            let r = self.m.instantiate(r);
            self.m.st.alpha_eq(r, e)
                || self
                    .m
                    .at_new_depth(|m| m.with_transparency(Transparency::Instances, |m| m.is_def_eq(r, e)))
                    .unwrap_or(false)
        });
        self.rollback(&c);
        self.pending = pending;
        same
    }
}
