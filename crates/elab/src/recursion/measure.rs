//! What a well-founded recursion runs along: `termination_by`, and the relation of its type.

use super::compile::Member;
use super::packing::Domain;
use super::well_founded::Order;
use crate::elab::{Elab, SynthMode};
use crate::error::{Piece, Result};
use crate::meta::Meta;
use turnstile_kernel::{BinderInfo, Expr, Name, Node};
use turnstile_syntax::BinderName;

impl Elab {
    /// The measures that `termination_by` gives the functions of a group, in terms of the arguments of `d`.
    pub(super) fn given_measures(&mut self, members: &[Member<'_>], d: &Domain) -> Result<Vec<Expr>> {
        let mut out: Vec<Expr> = Vec::new();
        for (i, mem) in members.iter().enumerate() {
            let Some(by) = &mem.termination.termination_by else {
                let text = "incomplete set of termination hints\nThis function is mutually recursive with others that have a \
                            `termination_by` clause; it must have one, too.";
                return Err(self.text_error(mem.span, text));
            };
            let Some(body) = &by.body else { continue };
            let lctx = self.m.lctx.clone();
            let unnamed = &mem.rf.args[mem.header..];
            // The arguments of the other functions may have the same names.
            for x in members.iter().filter(|o| o.rf.f != mem.rf.f).flat_map(|o| &o.rf.args) {
                let id = self.m.fvar_id(*x)?;
                self.m.lctx.remove(id);
            }
            if by.vars.len() > unnamed.len() {
                let text = format!(
                    "{} parameters bound in `termination_by`, but the body of {} only binds {} parameters.",
                    by.vars.len(),
                    mem.name.last_str(),
                    unnamed.len()
                );
                self.m.lctx = lctx;
                return Err(self.text_error(by.span, text));
            }
            for (v, x) in by.vars.iter().zip(unnamed) {
                if let BinderName::Ident(id) = v {
                    let x = self.m.fvar_id(*x)?;
                    self.m.lctx.rename(x, crate::term::ident_name(id));
                }
            }
            let expected = match out.first() {
                Some(first) => Some(self.m.infer(*first)?),
                None => None,
            };
            let e = match expected {
                Some(t) => self.elab_term_ensuring_type(body, t),
                None => self.elab_term(body, None),
            };
            let e = e.and_then(|e| {
                self.synthesize(SynthMode::Final)?;
                Ok(self.m.instantiate(e))
            });
            self.m.lctx = lctx;
            let e = e?;
            self.check_no_holes(e, by.span)?;
            // From the function's own arguments to those of the domain.
            let mut map = self.m.prefix_map(&mem.rf, &members[0].rf, d.fixed)?;
            for (a, x) in mem.rf.args[d.fixed..].iter().zip(&d.parts[i].xs) {
                map.insert(self.m.fvar_id(*a)?, *x);
            }
            out.push(self.m.st.replace_fvars(e, &map));
        }
        Ok(out)
    }
}

impl Meta {
    /// The order that the measures define, by the instance of `WellFoundedRelation` on their type.
    pub(super) fn order(&mut self, measures: Vec<Expr>) -> Result<Order> {
        let ty = self.infer(measures[0])?;
        let ty = self.instantiate(ty);
        let u = self.sort_of(ty)?;
        let class = self.st.app(self.st.const_(Name::new("WellFoundedRelation"), &[u]), ty);
        let Some(inst) = self.synth_instance(class)? else {
            return Err(self.error(vec![
                Piece::Text("failed to synthesize instance of type class\n  ".into()),
                Piece::Expr(class),
            ]));
        };
        let relation = self.shown_relation(ty, inst)?;
        Ok(Order { measures, ty, inst, relation })
    }

    /// The relation of `inst` as one writes it: `<` on numbers and sizes, the lexicographic order on pairs.
    fn shown_relation(&mut self, ty: Expr, inst: Expr) -> Result<Expr> {
        let inst = self.instantiate(inst);
        let lambda = |m: &mut Meta, name: Option<&str>| {
            m.scoped(|m| {
                let a = m.push_local(Name::new("a₁"), ty, BinderInfo::Default);
                let b = m.push_local(Name::new("a₂"), ty, BinderInfo::Default);
                let (x, y) = match name {
                    Some(f) => (m.mk_app(f, &[a])?, m.mk_app(f, &[b])?),
                    None => (a, b),
                };
                let lt = m.mk_app("LT.lt", &[x, y])?;
                m.mk_lambda(&[a, b], lt)
            })
        };
        let head = self.st.head_const(inst);
        let args = self.st.unapp(inst).1;
        match head.as_ref().map(|n| n.as_str()) {
            Some("Nat.lt_wfRel") => return lambda(self, None),
            Some("sizeOfWFRel" | "instWellFoundedRelationOfSizeOf") => {
                return lambda(self, Some("SizeOf.sizeOf"));
            }
            Some("Prod.instWellFoundedRelation") if args.len() == 4 => {
                let ra = self.shown_relation(args[0], args[2])?;
                let rb = self.shown_relation(args[1], args[3])?;
                let (u, v) = (self.type_level(args[0])?, self.type_level(args[1])?);
                let lex = self.st.const_(Name::new("Prod.Lex"), &[u, v]);
                return Ok(self.st.apps(lex, &[args[0], args[1], ra, rb]));
            }
            _ => {}
        }
        let u = self.sort_of(ty)?;
        Ok(self.st.apps(self.st.const_(Name::new("WellFoundedRelation.rel"), &[u]), &[ty, inst]))
    }

    /// `u` for `ty : Type u`.
    pub(super) fn type_level(&mut self, ty: Expr) -> Result<turnstile_kernel::Level> {
        let l = self.sort_of(ty)?;
        let l = self.normalize_level(self.instantiate_level(l));
        match self.st.level(l) {
            turnstile_kernel::LevelNode::Succ(a) => Ok(a),
            _ => {
                let a = self.mk_level_mvar();
                let s = self.st.l_succ(a);
                self.level_def_eq(l, s);
                Ok(self.instantiate_level(a))
            }
        }
    }

    /// `sizeOf x`, or `x` itself if it is a number; `None` when it has no size worth comparing.
    pub(super) fn size_measure(&mut self, x: Expr) -> Result<Option<Expr>> {
        let ty = self.infer(x)?;
        let ty = self.instantiate(ty);
        let w = self.whnf(ty)?;
        if matches!(self.st.node(w), Node::Sort(_) | Node::Pi(..)) || self.is_prop(ty)? {
            return Ok(None);
        }
        if self.st.head_const(w).is_some_and(|n| n.as_str() == "Nat") {
            return Ok(Some(x));
        }
        let found = self.attempt(|m| m.mk_app("SizeOf.sizeOf", &[x]).map(Some))?;
        Ok(found.filter(|e| {
            // The default instance says nothing.
            !self.st.any_subterm(*e, |t| {
                self.st.as_const(t).is_some_and(|c| c.0.as_str() == "instSizeOfDefault")
                    && self
                        .st
                        .unapp(*e)
                        .1
                        .get(1)
                        .is_some_and(|i| self.st.head_const(*i) == self.st.head_const(t))
            })
        }))
    }
}
