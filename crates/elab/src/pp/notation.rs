//! Constants with a notation of their own: operators, numerals, lists, tuples, `if`, `∃`, and user notations.

use super::doc::Doc;
use super::infix::{infix_form, is_homogeneous, is_relation, prefix_form};
use super::names::name_text;
use super::term::{Ctx, Printer, quote_char};
use turnstile_kernel::{Binder, Expr, Name, Node};
use turnstile_syntax::operator::{self, LEAD, MAX};
use turnstile_syntax::{Arg, Notation, Scope, TermKind, notation::NotationItem};

/// Structures whose values are written `⟨a, b⟩`.
const ANONYMOUS: [&str; 7] =
    ["And.intro", "Subtype.mk", "Sigma.mk", "PSigma.mk", "PProd.mk", "MProd.mk", "Fin.mk"];

impl Printer<'_> {
    /// The notation of an application or constant, if it has one.
    pub(super) fn notation(&mut self, e: Expr, ctx: Ctx) -> Option<Doc> {
        let st = self.m.st.clone();
        let (f, args) = st.unapp(e);
        let (n, _) = st.as_const(f)?;
        let s = n.as_str();
        if !self.opts.explicit
            && let Some(d) = self.user_notation(n, f, &args, ctx)
        {
            return Some(d);
        }
        match (s, args.as_slice()) {
            ("OfNat.ofNat", [_, v, _]) => {
                let Node::Nat(k) = st.node(*v) else { return None };
                if self.opts.numeric_types {
                    let ty = self.term(args[0], Ctx::free(true));
                    let head = Doc::from(format!("{} :", st.nat_value(k)));
                    return Some(Doc::Cat(vec![head, Doc::Line, ty]).between("(", ")"));
                }
                return Some(Doc::from(st.nat_value(k).to_string()));
            }
            ("Char.ofNat", [v]) => {
                let k = self.m.nat_literal(*v)?;
                let c = u32::try_from(&k).ok().and_then(char::from_u32)?;
                return Some(Doc::from(quote_char(c)));
            }
            ("Unit.unit", []) => return Some(Doc::from("()")),
            ("List.nil", [_]) => return Some(Doc::from("[]")),
            ("List.cons", [_, _, _]) => {
                if let Some(d) = self.list_literal(e, ctx) {
                    return Some(d);
                }
            }
            ("Prod.mk", [_, _, _, _]) => return Some(self.tuple(e, ctx)),
            ("Exists", [_, _]) => return self.exists(e, ctx),
            ("ite", [_, c, _, a, b]) => return Some(self.if_then_else("if ", *c, *a, *b, ctx)),
            ("cond", [_, c, a, b]) => return Some(self.if_then_else("bif ", *c, *a, *b, ctx)),
            ("dite", [_, c, _, a, b]) => return self.dependent_if(*c, *a, *b, ctx),
            ("Subtype", [_, p]) => return self.subtype(*p),
            ("Sigma" | "PSigma", [_, p]) => {
                return self.sigma(if s == "Sigma" { " ×" } else { " ×'" }, *p, ctx);
            }
            ("Not", [p]) => {
                if let Some(d) = self.not_mem(*p, ctx) {
                    return Some(d);
                }
            }
            ("Inv.inv", [_, _, x]) => {
                let x = self.term(*x, Ctx { prec: MAX, tail: false, known: ctx.known });
                return Some(Doc::Cat(vec![x, Doc::from("⁻¹")]));
            }
            _ => {}
        }
        if let Some((token, arity, at)) = prefix_form(s)
            && args.len() == arity
        {
            return Some(self.prefix(token, args[at], ctx));
        }
        if let Some(form) = infix_form(s)
            && args.len() >= form.arity
        {
            if args.len() == form.arity {
                return Some(self.infix(form.token, args[form.lhs], args[form.rhs], ctx));
            }
            let head = self.infix(form.token, args[form.lhs], args[form.rhs], Ctx::arg(false));
            return Some(self.applied_to(head, &args[form.arity..], ctx));
        }
        if ANONYMOUS.contains(&s)
            && (ctx.known || !self.opts.round_trip)
            && let Some(d) = self.anonymous_constructor(n, &args)
        {
            return Some(d);
        }
        if let Some(d) = self.structure_instance(n, &args) {
            return Some(d);
        }
        if self.m.env.ext.matchers.contains_key(&n) {
            return self.match_term(e, ctx);
        }
        self.coercion(e, ctx)
    }

    fn infix(&mut self, token: &'static str, a: Expr, b: Expr, ctx: Ctx) -> Doc {
        let Some(op) = operator::infix(token) else { return Doc::from("⋯") };
        self.wrap(ctx, op.prec, false, |p, tail| {
            let (ka, kb) = p.operand_types(token, a, b, ctx.known);
            let l = p.term(a, Ctx { prec: op.lhs, tail: false, known: ka });
            let r = p.term(b, Ctx { prec: op.rhs, tail, known: kb });
            Doc::Cat(vec![l, Doc::from(format!(" {token}")), Doc::Line, r]).group()
        })
    }

    /// Whether the types of the two operands are known to the reader.
    fn operand_types(&mut self, token: &str, a: Expr, b: Expr, known: bool) -> (bool, bool) {
        if !self.opts.round_trip {
            return (true, true);
        }
        if is_homogeneous(token) && known {
            return (true, true);
        }
        if is_relation(token) || is_homogeneous(token) {
            // One operand of a known type is enough for both.
            let (sa, sb) = (self.is_self_typed(a), self.is_self_typed(b));
            return if sa || sb { (!sa, !sb) } else { (false, true) };
        }
        match token {
            "∧" | "∨" | "↔" | "&&" | "||" | "×" | "×'" | "⊕" | "⊕'" => (true, true),
            "::" if known => (true, true),
            "::" => {
                let sb = self.is_self_typed(b);
                (sb, true)
            }
            "^" => (known, self.is_nat(b)),
            _ => (false, false),
        }
    }

    fn is_nat(&mut self, e: Expr) -> bool {
        self.m.infer(e).is_ok_and(|t| self.m.st.head_const(t).is_some_and(|n| n.as_str() == "Nat"))
    }

    fn prefix(&mut self, token: &'static str, x: Expr, ctx: Ctx) -> Doc {
        let Some(op) = operator::prefix(token) else { return Doc::from("⋯") };
        // `¬` binds an operand as loose as an equation: to the left of a tighter operator it would swallow it.
        let prec = op.prec.min(op.arg);
        self.wrap(ctx, prec, false, |p, tail| {
            let known = ctx.known || matches!(token, "¬" | "!");
            // Two minus signs would begin a comment.
            let doubled = token == "-" && p.m.st.head_const(x).is_some_and(|n| n.as_str() == "Neg.neg");
            let x = p.term(x, Ctx { prec: op.arg, tail, known });
            Doc::Cat(vec![Doc::from(if doubled { "- " } else { token }), x])
        })
    }

    fn not_mem(&mut self, p: Expr, ctx: Ctx) -> Option<Doc> {
        let args = self.m.st.app_of(p, "Membership.mem", 5)?;
        Some(self.infix("∉", args[4], args[3], ctx))
    }

    /// `[a, b, c]`
    fn list_literal(&mut self, e: Expr, ctx: Ctx) -> Option<Doc> {
        let mut items = Vec::new();
        let mut l = e;
        while let Some(args) = self.m.st.app_of(l, "List.cons", 3) {
            items.push(args[1]);
            l = args[2];
        }
        self.m.st.app_of(l, "List.nil", 1)?;
        // Read without an expected type, the first element decides.
        let docs: Vec<Doc> =
            items.into_iter().enumerate().map(|(i, x)| self.term(x, Ctx::free(ctx.known || i > 0))).collect();
        Some(Doc::join(docs, ",").between("[", "]"))
    }

    /// `(a, b, c)`
    fn tuple(&mut self, e: Expr, ctx: Ctx) -> Doc {
        let mut docs = Vec::new();
        let mut e = e;
        while let Some(args) = self.m.st.app_of(e, "Prod.mk", 4) {
            docs.push(self.term(args[2], Ctx::free(ctx.known)));
            e = args[3];
        }
        docs.push(self.term(e, Ctx::free(ctx.known)));
        Doc::join(docs, ",").between("(", ")")
    }

    fn anonymous_constructor(&mut self, n: Name, args: &[Expr]) -> Option<Doc> {
        let params = match self.m.env.get(n).map(|c| &**c) {
            Some(turnstile_kernel::ConstantInfo::Constructor(c))
                if args.len() == c.num_params + c.num_fields =>
            {
                c.num_params
            }
            _ => return None,
        };
        let docs = args[params..].iter().map(|a| self.term(*a, Ctx::free(true))).collect();
        Some(Doc::join(docs, ",").between("⟨", "⟩"))
    }

    /// `{ x := a, y := b }`; the fields of a parent that is written out stand among them.
    fn structure_instance(&mut self, n: Name, args: &[Expr]) -> Option<Doc> {
        if !self.opts.structure_instances || self.opts.round_trip || self.opts.explicit {
            return None;
        }
        let fields = self.instance_fields(n, args)?;
        let docs: Vec<Doc> = fields
            .into_iter()
            .map(|(name, v)| {
                let v = self.term(v, Ctx::free(true));
                Doc::Cat(vec![
                    Doc::from(format!("{} :=", name_text(name))),
                    Doc::Cat(vec![Doc::Line, v]).nest(2),
                ])
                .group()
            })
            .collect();
        if docs.is_empty() {
            return Some(Doc::from("{ }"));
        }
        Some(
            Doc::Cat(vec![Doc::from(" "), Doc::join(docs, ","), Doc::from(" ")])
                .between("{", "}")
                .nest(2)
                .group(),
        )
    }

    fn instance_fields(&self, n: Name, args: &[Expr]) -> Option<Vec<(Name, Expr)>> {
        let info = self.m.env.structure(n.prefix()).filter(|i| i.ctor == n)?;
        if args.len() != info.num_params + info.fields.len() {
            return None;
        }
        let mut out = Vec::new();
        for (f, v) in info.fields.iter().zip(&args[info.num_params..]) {
            let (head, inner) = self.m.st.unapp(*v);
            let nested = match (f.subobject, self.m.st.as_const(head)) {
                (Some(_), Some((ctor, _))) => self.instance_fields(ctor, &inner),
                _ => None,
            };
            match nested {
                Some(fields) => out.extend(fields),
                None => out.push((f.name, *v)),
            }
        }
        Some(out)
    }

    fn if_then_else(&mut self, word: &'static str, c: Expr, a: Expr, b: Expr, ctx: Ctx) -> Doc {
        self.wrap(ctx, LEAD, true, |p, _| {
            let c = p.term(c, Ctx::free(true));
            let one = ctx.known || p.is_self_typed(a) || p.is_self_typed(b);
            let a = p.term(a, Ctx::free(one));
            let b = p.term(b, Ctx::free(true));
            branches(Doc::Cat(vec![Doc::from(word), c, Doc::from(" then")]), a, b)
        })
    }

    /// `if h : c then a else b`
    fn dependent_if(&mut self, c: Expr, a: Expr, b: Expr, ctx: Ctx) -> Option<Doc> {
        let st = self.m.st.clone();
        let (Node::Lam(ba, ta, xa), Node::Lam(bb, tb, xb)) = (st.node(a), st.node(b)) else { return None };
        Some(self.wrap(ctx, LEAD, true, |p, _| {
            let c = p.term(c, Ctx::free(true));
            // One name is written for both branches.
            let name = p.binder_name(ba.name, st.app(xa, xb));
            let same = |info| Binder::with_info(Name::anon().str(&name), info);
            let a = p.with_bound(same(ba.info), ta, None, xa, |p, _, x| p.term(x, Ctx::free(true)));
            let b = p.with_bound(same(bb.info), tb, None, xb, |p, _, x| p.term(x, Ctx::free(true)));
            branches(Doc::Cat(vec![Doc::from(format!("if {name} : ")), c, Doc::from(" then")]), a, b)
        }))
    }

    /// `{ x // p }`
    fn subtype(&mut self, p: Expr) -> Option<Doc> {
        let Node::Lam(b, ty, body) = self.m.st.node(p) else { return None };
        let typed = self.opts.round_trip.then(|| self.term(ty, Ctx::free(true)));
        Some(self.with_bound(b, ty, None, body, |p, name, body| {
            let mut parts = vec![Doc::from(format!(" {name}"))];
            if let Some(t) = typed {
                parts.extend([Doc::from(" : "), t]);
            }
            parts.extend([Doc::from(" //"), Doc::Line, p.term(body, Ctx::free(true)), Doc::from(" ")]);
            Doc::Cat(parts).between("{", "}")
        }))
    }

    /// `(x : A) × B`
    fn sigma(&mut self, token: &'static str, p: Expr, ctx: Ctx) -> Option<Doc> {
        let Node::Lam(b, ty, body) = self.m.st.node(p) else { return None };
        Some(self.wrap(ctx, 35, false, |p, tail| {
            let t = p.term(ty, Ctx::free(true));
            p.with_bound(b, ty, None, body, |p, name, body| {
                let r = p.term(body, Ctx { prec: 35, tail, known: true });
                let binder = Doc::Cat(vec![Doc::from(format!("{name} : ")), t]).between("(", ")");
                Doc::Cat(vec![binder, Doc::from(token), Doc::Line, r]).group()
            })
        }))
    }

    /// A global notation (or one of an open namespace) whose right side is `n` applied to its variables.
    fn user_notation(&mut self, n: Name, f: Expr, args: &[Expr], ctx: Ctx) -> Option<Doc> {
        let table = self.m.env.ext.notations.clone();
        let mut found = None;
        for i in 0.. {
            let Some(notation) = table.get(turnstile_syntax::NotationId(i)) else { break };
            if let Some(positions) = self.unexpands_to(notation, n) {
                found = Some((notation.clone(), positions));
            }
        }
        let (notation, positions) = found?;
        let infos = self.m.binder_infos(f, args.len());
        let explicit: Vec<Expr> = args
            .iter()
            .zip(&infos)
            .filter(|(_, i)| **i == turnstile_kernel::BinderInfo::Default)
            .map(|(a, _)| *a)
            .collect();
        if explicit.len() != positions.len() {
            return None;
        }
        let open = matches!(notation.items.last(), Some(NotationItem::Var { .. }));
        Some(self.wrap(ctx, notation.prec, false, |p, tail| {
            let mut parts: Vec<Doc> = Vec::new();
            let mut var = 0;
            let last = notation.items.len() - 1;
            for (i, item) in notation.items.iter().enumerate() {
                let d = match item {
                    NotationItem::Token(t) => Doc::from(t.as_str()),
                    NotationItem::Var { prec, .. } => {
                        let at = positions.iter().position(|k| *k == var).unwrap_or(var);
                        var += 1;
                        let tail = open && i == last && tail;
                        p.term(explicit[at], Ctx { prec: *prec, tail, known: false })
                    }
                };
                if i > 0 {
                    parts.push(Doc::Line);
                }
                parts.push(d);
            }
            Doc::Cat(parts).group()
        }))
    }

    /// When the right side of `notation` is `n x₁ … xₖ` for its variables: the variable of each argument.
    fn unexpands_to(&self, notation: &Notation, n: Name) -> Option<Vec<usize>> {
        let ns = notation.namespace.iter().fold(Name::anon(), |a, p| a.str(p));
        let usable = match notation.scope {
            Scope::Global => true,
            Scope::Scoped => self.opts.namespaces.contains(&ns),
            Scope::Local => false,
        };
        if !usable {
            return None;
        }
        let (head, args) = match &notation.rhs.unparen().kind {
            TermKind::App { func, args, ellipsis: false } => (func.as_ident()?, args.as_slice()),
            TermKind::Ident { name, .. } => (name, &[][..]),
            _ => return None,
        };
        if head.parts.last()?.as_str() != n.last_str() {
            return None;
        }
        let suffix = head.parts.iter().fold(Name::anon(), |a, p| a.str(p));
        let mut scope = ns;
        let resolved = loop {
            let full = scope.append(suffix);
            if self.m.env.contains(full) {
                break full;
            }
            if scope.is_anon() {
                return None;
            }
            scope = scope.prefix();
        };
        if resolved != n {
            return None;
        }
        let vars: Vec<&str> = notation
            .items
            .iter()
            .filter_map(|i| match i {
                NotationItem::Var { name, .. } => Some(name.as_str()),
                NotationItem::Token(_) => None,
            })
            .collect();
        let mut positions = Vec::new();
        for a in args {
            let Arg::Positional(t) = a else { return None };
            let id = t.as_ident().filter(|i| i.is_atomic())?;
            let at = vars.iter().position(|v| id.is(v))?;
            if positions.contains(&at) {
                return None;
            }
            positions.push(at);
        }
        (positions.len() == vars.len()).then_some(positions)
    }

    /// The name of a constructor or constant in a pattern.
    pub(super) fn plain_name(&mut self, n: Name) -> String {
        if self.opts.namespaces.is_empty() { name_text(n) } else { self.const_name(n) }
    }
}

fn branches(head: Doc, a: Doc, b: Doc) -> Doc {
    Doc::Cat(vec![
        head,
        Doc::Cat(vec![Doc::Line, a]).nest(2),
        Doc::Line,
        Doc::from("else"),
        Doc::Cat(vec![Doc::Line, b]).nest(2),
    ])
    .group()
}
