//! Arguments that a tactic block finds: `(h : p := by tac)`. The type of such a parameter is `autoParam p "tac"`.

use super::notation::Respan;
use crate::elab::{Elab, SynthMode};
use crate::error::Result;
use std::rc::Rc;
use turnstile_kernel::{Expr, Name, Node};
use turnstile_syntax::{Span, TacticSeq, VisitMut};

impl Elab {
    /// `autoParam ty "seq"`
    pub(crate) fn auto_param_type(&mut self, ty: Expr, seq: &TacticSeq) -> Result<Expr> {
        self.synthesize(SynthMode::Partial)?;
        let text = self.source.get(seq.span.start..seq.span.end).unwrap_or_default().to_owned();
        let u = self.m.sort_of(ty)?;
        let f = self.m.mk_const(Name::new("autoParam"))?;
        let Node::Const(n, _) = self.m.st.node(f) else { return Ok(ty) };
        let f = self.m.st.const_(n, &[u]);
        Ok(self.m.st.apps(f, &[ty, self.m.st.string(&text)]))
    }

    /// Whether a parameter of this type is found by a tactic block.
    pub(crate) fn is_auto_param(&self, dom: Expr) -> bool {
        self.m.st.app_of(dom, "autoParam", 2).is_some()
    }

    /// A hole for the parameter of type `autoParam p "tac"`, to be filled by `tac`; nothing for other types.
    pub(crate) fn auto_param_hole(&mut self, dom: Expr, span: Span) -> Result<Option<Expr>> {
        let Some(args) = self.m.st.app_of(dom, "autoParam", 2) else { return Ok(None) };
        let Node::Str(text) = self.m.st.node(args[1]) else { return Ok(None) };
        let text = self.m.st.str_value(text);
        let table = self.m.env.ext.notations.clone();
        let parsed = turnstile_syntax::parse_tactics(&text, &table);
        let Ok(mut seq) = parsed else {
            return Err(self.text_error(span, format!("internal: ill-formed tactic block `{text}`")));
        };
        let mut at = Respan(span);
        seq.tactics.iter_mut().for_each(|t| at.visit_tactic(t));
        seq.span = span;
        let ty = self.strip_annotations(args[0]);
        Ok(Some(self.mk_tactic_hole(ty, Rc::new(seq), span)))
    }
}
