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
        let unknown = "Invalid `⟨...⟩` notation: The expected type of this term could not be determined";
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
                let why = match head.as_deref() {
                    Some(ConstantInfo::Inductive(v)) if v.ctors.is_empty() => "has no constructors",
                    Some(ConstantInfo::Inductive(_)) => "has more than one constructor",
                    _ => "is not an inductive type",
                };
                let note = "\n\nNote: This notation can only be used when the expected type is an inductive type with a \
                            single constructor";
                let pieces = vec![
                    Piece::Text("Invalid `⟨...⟩` notation: The expected type".into()),
                    Piece::Inline(ty),
                    Piece::Text(format!(" {why}{note}")),
                ];
                return Err(self.error_at(span, pieces));
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
                        "Invalid `⟨...⟩` notation: Insufficient number of arguments; Constructor `{ctor}` has {fields} \
                         explicit field{}, but only {} {} provided",
                        if fields == 1 { "" } else { "s" },
                        args.len(),
                        if args.len() == 1 { "was" } else { "were" }
                    ),
                ));
            }
            return apply(self, args.iter().map(AppArg::Stx).collect());
        }
        if fields == 0 {
            return Err(self.text_error(
                span,
                format!("Invalid `⟨...⟩` notation: Constructor `{ctor}` does not have explicit fields, but {} {} provided",
                    args.len(),
                    if args.len() == 1 { "was" } else { "were" }
                ),
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
