//! Anonymous constructors `⟨a, b⟩`.

use super::app::{AppArg, AppMode};
use crate::elab::Elab;
use crate::error::{Piece, Result};
use turnstile_kernel::{BinderInfo, ConstantInfo, Expr, Node};
use turnstile_syntax::{Span, Term, TermKind};

impl Elab {
    pub(crate) fn elab_anonymous_ctor(
        &mut self,
        args: &[Term],
        expected: Option<Expr>,
        span: Span,
    ) -> Result<Expr> {
        let unknown = "invalid constructor ⟨...⟩, expected type must be known";
        let Some(ty) = self.try_postpone_if_none_or_mvar(expected)? else {
            return Err(self.text_error(span, unknown));
        };
        let ty = self.m.whnf(ty)?;
        let ty = self.try_postpone_if_mvar(ty)?;
        if self.m.head_mvar(ty).is_some() {
            return Err(self.text_error(span, unknown));
        }
        let head = self.m.st.head_const(ty).and_then(|n| self.m.env.get(n).cloned());
        let ctor = match head.as_deref() {
            Some(ConstantInfo::Inductive(v)) if v.ctors.len() == 1 => v.ctors[0],
            _ => {
                let text = "invalid constructor ⟨...⟩, expected type must be an inductive type with only one \
                            constructor\n  ";
                return Err(self.error_at(span, vec![Piece::Text(text.into()), Piece::Expr(ty)]));
            }
        };
        let fields = self.explicit_fields(ctor);
        let c = self.mk_const_at(ctor, span)?;
        let mode = AppMode { out_params: true, ..AppMode::default() };
        let apply =
            |me: &mut Elab, args: Vec<AppArg<'_>>| me.elab_app_args(c, vec![], args, Some(ty), mode, span);
        if args.len() <= fields {
            if args.len() < fields {
                return Err(self.text_error(
                    span,
                    format!(
                        "invalid constructor ⟨...⟩, insufficient number of arguments, constructor '{ctor}' has \
                         {fields} explicit fields, but only {} were provided",
                        args.len()
                    ),
                ));
            }
            return apply(self, args.iter().map(AppArg::Stx).collect());
        }
        if fields == 0 {
            return Err(self.text_error(
                span,
                format!("invalid constructor ⟨...⟩, constructor '{ctor}' does not have explicit fields"),
            ));
        }
        // `⟨a, b, c⟩` is `⟨a, ⟨b, c⟩⟩`.
        let rest = &args[fields - 1..];
        let start = rest.first().map_or(span, |t| t.span);
        let last = Term { kind: TermKind::AnonCtor(rest.to_vec()), span: start.to(span) };
        let mut all: Vec<AppArg<'_>> = args[..fields - 1].iter().map(AppArg::Stx).collect();
        all.push(AppArg::Stx(&last));
        apply(self, all)
    }

    /// How many arguments of a constructor are given explicitly, parameters not counted.
    fn explicit_fields(&self, ctor: turnstile_kernel::Name) -> usize {
        let Some(ConstantInfo::Constructor(c)) = self.m.env.get(ctor).map(|c| &**c) else { return 0 };
        let mut ty = c.cval.ty;
        let mut i = 0;
        let mut n = 0;
        while let Node::Pi(b, _, body) = self.m.st.node(ty) {
            if i >= c.num_params && b.info == BinderInfo::Default {
                n += 1;
            }
            i += 1;
            ty = body;
        }
        n
    }
}
