//! `fun`, `∀`, `→` and `∃`, with binders of the same type grouped.

use super::doc::Doc;
use super::term::{Ctx, Printer};
use turnstile_kernel::{BinderInfo, Expr, Node};
use turnstile_syntax::operator::{ARROW, LEAD};

/// Printed binders that share a type and brackets.
struct Group {
    names: Vec<String>,
    ty: Expr,
    doc: Option<Doc>,
    info: BinderInfo,
}

impl Group {
    fn doc(self) -> Doc {
        let names = self.names.join(" ");
        let body = |ty: Doc| Doc::Cat(vec![Doc::from(format!("{names} :")), Doc::Line, ty]);
        match (self.info, self.doc) {
            (BinderInfo::Default, None) => Doc::from(names),
            (BinderInfo::Implicit, None) => Doc::from(format!("{{{names}}}")),
            (BinderInfo::StrictImplicit, None) => Doc::from(format!("⦃{names}⦄")),
            (BinderInfo::Default, Some(t)) => body(t).between("(", ")"),
            (BinderInfo::Implicit, Some(t)) => body(t).between("{", "}"),
            (BinderInfo::StrictImplicit, Some(t)) => body(t).between("⦃", "⦄"),
            (BinderInfo::Inst, Some(t)) => body(t).between("[", "]"),
            (BinderInfo::Inst, None) => Doc::from(format!("[{names}]")),
        }
    }
}

impl Printer<'_> {
    /// Opens the binders at the front of `e` as long as `next` finds one, then prints with `k`.
    fn binders<R>(
        &mut self,
        e: Expr,
        typed: bool,
        groups: Vec<Group>,
        next: fn(&Self, Expr) -> Option<(turnstile_kernel::Binder, Expr, Expr)>,
        k: &mut dyn FnMut(&mut Self, Vec<Doc>, Expr) -> R,
    ) -> R {
        let Some((b, ty, body)) = next(self, e) else {
            let docs = groups.into_iter().map(Group::doc).collect();
            return k(self, docs, e);
        };
        let mut groups = groups;
        let with_type = typed || b.info == BinderInfo::Inst;
        let joins =
            groups.last().is_some_and(|g| g.info == b.info && g.ty == ty && b.info != BinderInfo::Inst);
        let doc = (with_type && !joins).then(|| self.term(ty, Ctx::free(true)));
        self.with_bound(b, ty, None, body, |p, name, body| {
            let name = name.to_owned();
            match groups.last_mut() {
                Some(g) if joins => g.names.push(name),
                _ => groups.push(Group { names: vec![name], ty, doc, info: b.info }),
            }
            turnstile_kernel::with_stack(|| p.binders(body, typed, groups, next, k))
        })
    }

    /// `fun x y => b`
    pub(super) fn fun(&mut self, e: Expr, ctx: Ctx) -> Doc {
        self.wrap(ctx, LEAD, true, |p, _| {
            let typed = p.opts.round_trip || p.opts.fun_binder_types;
            let next = |p: &Self, e| match p.m.st.node(e) {
                Node::Lam(b, t, body) => Some((b, t, body)),
                _ => None,
            };
            p.binders(e, typed, vec![], next, &mut |p, bs, body| {
                let head = Doc::Cat(vec![
                    Doc::from("fun "),
                    spaced(bs),
                    Doc::from(if p.opts.unicode_fun { " ↦" } else { " =>" }),
                ]);
                let body = p.term(body, Ctx::free(ctx.known));
                Doc::Cat(vec![head, Doc::Cat(vec![Doc::Line, body]).nest(2)]).group()
            })
        })
    }

    /// `A → B`, `∀ x, p` or `(x : A) → B`
    pub(super) fn pi(&mut self, e: Expr, ctx: Ctx) -> Doc {
        let st = self.m.st.clone();
        let Node::Pi(b, dom, body) = st.node(e) else { return Doc::from("") };
        if b.info == BinderInfo::Default && !st.has_loose_bvar(body, 0) {
            return self.wrap(ctx, ARROW, false, |p, tail| {
                let l = p.term(dom, Ctx { prec: ARROW + 1, tail: false, known: true });
                let r = p.term(st.lower(body, 1, 1), Ctx { prec: ARROW, tail, known: true });
                Doc::Cat(vec![l, Doc::from(" →"), Doc::Line, r]).group()
            });
        }
        if !self.is_proposition(e) {
            return self.wrap(ctx, ARROW, false, |p, tail| {
                let t = p.term(dom, Ctx::free(true));
                p.with_bound(b, dom, None, body, |p, name, body| {
                    let first = Group { names: vec![name.to_owned()], ty: dom, doc: Some(t), info: b.info };
                    p.grouped_arrow(first, body, tail)
                })
            });
        }
        self.wrap(ctx, LEAD, true, |p, _| {
            let next = |p: &Self, e| match p.m.st.node(e) {
                Node::Pi(b, t, body) if b.info != BinderInfo::Default || p.m.st.has_loose_bvar(body, 0) => {
                    Some((b, t, body))
                }
                _ => None,
            };
            p.binders(e, true, vec![], next, &mut |p, bs, body| {
                let head = Doc::Cat(vec![Doc::from("∀ "), spaced(bs), Doc::from(",")]);
                let body = p.term(body, Ctx::free(true));
                Doc::Cat(vec![head, Doc::Cat(vec![Doc::Line, body]).nest(2)]).group()
            })
        })
    }

    /// `{p q : A} → B`: `first`, and the binders at the front of `rest` that share its brackets and type.
    fn grouped_arrow(&mut self, mut first: Group, rest: Expr, tail: bool) -> Doc {
        if let Node::Pi(b, dom, body) = self.m.st.node(rest)
            && b.info == first.info
            && dom == first.ty
            && b.info != BinderInfo::Inst
            && (b.info != BinderInfo::Default || self.m.st.has_loose_bvar(body, 0))
            && !self.is_proposition(rest)
        {
            return self.with_bound(b, dom, None, body, |p, name, body| {
                first.names.push(name.to_owned());
                turnstile_kernel::with_stack(|| p.grouped_arrow(first, body, tail))
            });
        }
        let r = self.term(rest, Ctx { prec: ARROW, tail, known: true });
        Doc::Cat(vec![first.doc(), Doc::from(" →"), Doc::Line, r]).group()
    }

    fn is_proposition(&mut self, e: Expr) -> bool {
        self.m.is_prop(e).unwrap_or(true)
    }

    /// `∃ x y, p`, for `Exists` of a function.
    pub(super) fn exists(&mut self, e: Expr, ctx: Ctx) -> Option<Doc> {
        let next = |p: &Self, e| {
            let (f, args) = p.m.st.unapp(e);
            let (n, _) = p.m.st.as_const(f)?;
            let [_, l] = args.as_slice() else { return None };
            match p.m.st.node(*l) {
                Node::Lam(b, t, body) if n.as_str() == "Exists" => {
                    Some((turnstile_kernel::Binder::new(b.name), t, body))
                }
                _ => None,
            }
        };
        next(self, e)?;
        Some(self.wrap(ctx, LEAD, true, |p, _| {
            let typed = p.opts.round_trip;
            p.binders(e, typed, vec![], next, &mut |p, bs, body| {
                let head = Doc::Cat(vec![Doc::from("∃ "), spaced(bs), Doc::from(",")]);
                let body = p.term(body, Ctx::free(true));
                Doc::Cat(vec![head, Doc::Cat(vec![Doc::Line, body]).nest(2)]).group()
            })
        }))
    }
}

fn spaced(docs: Vec<Doc>) -> Doc {
    Doc::join(docs, "").nest(2).group()
}
