//! Which identifiers of a pattern are variables.

use crate::elab::Elab;
use crate::error::Result;
use crate::term::ident_name;
use turnstile_kernel::{ConstantInfo, Name};
use turnstile_syntax::{Arg, Body, Ident, Span, Term, TermKind};

/// The variables of patterns in order of appearance.
#[derive(Default)]
pub(crate) struct PatternVars {
    pub vars: Vec<(Name, Span)>,
    /// A variable that was used twice.
    pub repeated: Option<(Name, Span)>,
}

impl Elab {
    /// The variables of the patterns `ps`.
    ///
    /// # Errors
    /// When a variable occurs twice.
    pub(crate) fn pattern_variables(&self, ps: &[Term]) -> Result<Vec<(Name, Span)>> {
        let mut out = PatternVars::default();
        for p in ps {
            self.collect_vars(p, &mut out);
        }
        match out.repeated {
            Some((n, span)) => {
                Err(self.text_error(span, format!("invalid pattern, variable '{n}' occurred more than once")))
            }
            None => Ok(out.vars),
        }
    }

    /// Whether an identifier stands for a constructor or another constant that patterns may use.
    pub(crate) fn is_pattern_constant(&self, id: &Ident) -> bool {
        self.resolve_global(ident_name(id)).iter().any(|(n, fields)| {
            fields.is_empty()
                && (matches!(self.m.env.get(*n).map(|c| &**c), Some(ConstantInfo::Constructor(_)))
                    || self.m.env.has_attr("match_pattern", *n))
        })
    }

    fn collect_vars(&self, p: &Term, out: &mut PatternVars) {
        let all = |ts: &[Term], out: &mut PatternVars| ts.iter().for_each(|t| self.collect_vars(t, out));
        turnstile_kernel::with_stack(|| match &p.kind {
            TermKind::Ident { name, levels: None } if name.is_atomic() && !self.is_pattern_constant(name) => {
                out.add(ident_name(name), name.span);
            }
            TermKind::App { args, .. } => {
                for a in args {
                    match a {
                        Arg::Positional(t) | Arg::Named { value: t, .. } => self.collect_vars(t, out),
                    }
                }
            }
            TermKind::Paren(t) | TermKind::Ascription(t, _) | TermKind::QuotMk(t) => {
                self.collect_vars(t, out)
            }
            TermKind::AnonCtor(ts) | TermKind::Tuple(ts) | TermKind::List(ts) | TermKind::Array(ts) => {
                all(ts, out)
            }
            TermKind::Notation { args, .. } => all(args, out),
            TermKind::Binop { lhs, rhs, .. } => {
                self.collect_vars(lhs, out);
                self.collect_vars(rhs, out);
            }
            TermKind::Prefix { arg, .. } | TermKind::Postfix { arg, .. } => self.collect_vars(arg, out),
            TermKind::NamedPat { name, hyp, pat } => {
                out.add(ident_name(name), name.span);
                if let Some(h) = hyp {
                    out.add(ident_name(h), h.span);
                }
                self.collect_vars(pat, out);
            }
            TermKind::StructInst(s) => {
                for f in &s.fields {
                    match &f.body {
                        Body::Value(t) => self.collect_vars(t, out),
                        Body::None => {
                            if let [field] = &f.path[..] {
                                out.add(Name::anon().str(&field.name), field.span);
                            }
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        });
    }
}

impl PatternVars {
    fn add(&mut self, n: Name, span: Span) {
        if self.vars.iter().any(|v| v.0 == n) {
            self.repeated.get_or_insert((n, span));
        } else {
            self.vars.push((n, span));
        }
    }
}
