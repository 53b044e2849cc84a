//! Applications: which arguments are shown, which the reader finds, and field notation.

use super::doc::Doc;
use super::names::{base_name, name_text};
use super::term::{Ctx, Printer};
use turnstile_kernel::{Binder, BinderInfo, Expr, Name, Node};
use turnstile_syntax::operator::{LEAD, MAX};

/// What becomes of an argument.
enum Plan {
    /// The reader finds it.
    Hidden,
    /// Written in its place; the flag says whether its type is known there.
    Shown(bool),
    /// Written as `(name := value)`.
    Named(String),
}

impl Printer<'_> {
    /// `f a b`, or `x.f b`.
    pub(super) fn application(&mut self, e: Expr, ctx: Ctx) -> Doc {
        let (f, args) = self.m.st.unapp(e);
        let plan = if self.opts.explicit { None } else { self.plan(f, &args, ctx.known) };
        let Some(plan) = plan else {
            let explicit = self.has_implicit(f, args.len() + 1);
            let args = args.into_iter().map(|a| (a, Plan::Shown(true))).collect();
            return self.apply(f, explicit, args, ctx);
        };
        let args: Vec<(Expr, Plan)> =
            args.into_iter().zip(plan).filter(|(_, p)| !matches!(p, Plan::Hidden)).collect();
        if let Some((field, obj)) = self.field_access(f, &args) {
            let head = self.projection(obj, &field);
            let rest = args.into_iter().skip(1).collect::<Vec<_>>();
            return self.spine(head, rest, ctx);
        }
        self.apply(f, false, args, ctx)
    }

    fn apply(&mut self, f: Expr, at: bool, args: Vec<(Expr, Plan)>, ctx: Ctx) -> Doc {
        let head = self.head(f, at);
        self.spine(head, args, ctx)
    }

    /// A printed head with arguments of unknown types.
    pub(super) fn applied_to(&mut self, head: Doc, args: &[Expr], ctx: Ctx) -> Doc {
        let args = args.iter().map(|a| (*a, Plan::Shown(false))).collect();
        self.spine(head, args, ctx)
    }

    fn spine(&mut self, head: Doc, args: Vec<(Expr, Plan)>, ctx: Ctx) -> Doc {
        if args.is_empty() {
            return head;
        }
        self.wrap(ctx, LEAD, false, |p, _| {
            let mut parts = vec![head];
            for (a, plan) in args {
                let d = match plan {
                    Plan::Named(n) => {
                        let v = p.term(a, Ctx::free(true));
                        Doc::Cat(vec![Doc::from(format!("{n} := ")), v]).between("(", ")")
                    }
                    Plan::Shown(known) => p.term(a, Ctx::arg(known)),
                    Plan::Hidden => continue,
                };
                parts.push(Doc::Cat(vec![Doc::Line, d]).group());
            }
            Doc::Cat(parts).nest(2).group()
        })
    }

    /// The first `n` binders of the type of `f` and the rest of the type; fewer when the type hides them.
    fn telescope(&mut self, f: Expr, n: usize) -> (Vec<(Binder, Expr)>, Option<Expr>) {
        let mut out = Vec::with_capacity(n);
        let Ok(ty) = self.m.infer(f) else { return (out, None) };
        let mut ty = self.m.instantiate(ty);
        while out.len() < n {
            let Node::Pi(b, d, body) = self.m.st.node(ty) else { return (out, None) };
            out.push((b, d));
            ty = body;
        }
        (out, Some(ty))
    }

    fn has_implicit(&mut self, f: Expr, n: usize) -> bool {
        self.telescope(f, n).0.iter().any(|(b, _)| b.info != BinderInfo::Default)
    }

    /// How to write the arguments; `None` when `@f` is needed.
    fn plan(&mut self, f: Expr, args: &[Expr], known: bool) -> Option<Vec<Plan>> {
        let n = args.len();
        let (tel, rest) = self.telescope(f, n);
        if let Some(Node::Pi(b, ..)) = rest.map(|r| self.m.st.node(r))
            && matches!(b.info, BinderInfo::Implicit | BinderInfo::Inst)
        {
            return None;
        }
        if let Some((b, _)) = tel.last()
            && tel.len() == n
            && b.info == BinderInfo::StrictImplicit
        {
            return None;
        }
        let found = if self.opts.round_trip {
            self.determined(&tel, rest, args, known)
        } else {
            vec![true; tel.len()]
        };
        let mut out: Vec<Plan> = Vec::with_capacity(n);
        for i in 0..n {
            let Some((b, dom)) = tel.get(i) else {
                out.push(Plan::Shown(false));
                continue;
            };
            out.push(match b.info {
                BinderInfo::Default => {
                    let st = &self.m.st;
                    let known = (0..i).all(|k| found[k] || !st.has_loose_bvar(*dom, (i - 1 - k) as u32));
                    Plan::Shown(known)
                }
                BinderInfo::Inst => Plan::Hidden,
                _ if found[i] => Plan::Hidden,
                _ => {
                    let unique = tel.iter().filter(|(c, _)| c.name == b.name).count() == 1;
                    if base_name(b.name) != b.name || !unique {
                        return None;
                    }
                    Plan::Named(name_text(b.name))
                }
            });
        }
        Some(out)
    }

    /// Which arguments the reader can find from the other ones, and from the expected type if that is `known`.
    fn determined(
        &mut self,
        tel: &[(Binder, Expr)],
        rest: Option<Expr>,
        args: &[Expr],
        known: bool,
    ) -> Vec<bool> {
        let n = tel.len();
        let mut found = vec![true; n];
        for i in (0..n).rev() {
            if tel[i].0.info == BinderInfo::Default || tel[i].0.info == BinderInfo::Inst {
                continue;
            }
            let mut ok = known && rest.is_some_and(|r| self.occurs_as_pattern(r, (n - 1 - i) as u32));
            for k in i + 1..n {
                if ok {
                    break;
                }
                let gives = match tel[k].0.info {
                    BinderInfo::Default => self.is_self_typed(args[k]),
                    BinderInfo::Inst => false,
                    _ => found[k],
                };
                ok = gives && self.occurs_as_pattern(tel[k].1, (k - 1 - i) as u32);
            }
            found[i] = ok;
        }
        found
    }

    /// Whether unification with `ty` settles its loose variable `ix`: it occurs as such, or applied to variables
    /// bound inside `ty`.
    fn occurs_as_pattern(&self, ty: Expr, ix: u32) -> bool {
        let st = &self.m.st;
        let mut todo = vec![(ty, 0u32)];
        let mut seen = rustc_hash::FxHashSet::default();
        while let Some((e, depth)) = todo.pop() {
            if st.loose(e) <= ix + depth || !seen.insert((e, depth)) {
                continue;
            }
            match st.node(e) {
                Node::BVar(i) if i == ix + depth => return true,
                Node::App(..) => {
                    let (h, args) = st.unapp(e);
                    if st.node(h) == Node::BVar(ix + depth) {
                        if args.iter().all(|a| matches!(st.node(*a), Node::BVar(i) if i < depth)) {
                            return true;
                        }
                    } else {
                        todo.push((h, depth));
                    }
                    todo.extend(args.into_iter().map(|a| (a, depth)));
                }
                Node::Lam(_, t, b) | Node::Pi(_, t, b) => todo.extend([(t, depth), (b, depth + 1)]),
                Node::Let(_, t, v, b) => todo.extend([(t, depth), (v, depth), (b, depth + 1)]),
                Node::Proj(_, _, x) => todo.push((x, depth)),
                _ => {}
            }
        }
        false
    }

    /// Whether the text of `e`, read without an expected type, gets the right type. Syntactic, and cautious.
    pub(super) fn is_self_typed(&mut self, e: Expr) -> bool {
        let st = self.m.st.clone();
        match st.node(e) {
            Node::Lam(_, _, b) | Node::Let(_, _, _, b) => return self.is_self_typed(b),
            Node::Const(..) | Node::App(..) => {}
            _ => return true,
        }
        if let Some(r) = self.self_typed.get(&e) {
            return *r;
        }
        let r = turnstile_kernel::with_stack(|| self.app_is_self_typed(e));
        self.self_typed.insert(e, r);
        r
    }

    fn app_is_self_typed(&mut self, e: Expr) -> bool {
        use super::infix::{infix_form, is_homogeneous, is_relation};
        let st = self.m.st.clone();
        let (f, args) = st.unapp(e);
        let Some((n, _)) = st.as_const(f) else { return true };
        let s = n.as_str();
        if self.opts.notation {
            if let Some(form) = infix_form(s)
                && args.len() == form.arity
            {
                if is_relation(form.token) {
                    return true;
                }
                if is_homogeneous(form.token) || form.token == "::" {
                    return self.is_self_typed(args[form.lhs]) || self.is_self_typed(args[form.rhs]);
                }
                if form.token == "^" {
                    return self.is_self_typed(args[form.lhs]);
                }
            }
            match (s, args.as_slice()) {
                ("OfNat.ofNat", [t, ..]) => return st.as_const(*t).is_some_and(|c| c.0.as_str() == "Nat"),
                ("Neg.neg", [_, _, x]) => return self.is_self_typed(*x),
                ("ite", [_, _, _, a, b]) => return self.is_self_typed(*a) || self.is_self_typed(*b),
                ("Prod.mk", [_, _, a, b]) => return self.is_self_typed(*a) && self.is_self_typed(*b),
                ("Char.ofNat" | "Exists" | "Not", _) => return true,
                ("dite", _) => return false,
                _ => {}
            }
            if self.coercion_source(e).is_some() || self.m.env.ext.matchers.contains_key(&n) {
                return false;
            }
        }
        let (tel, rest) = self.telescope(f, args.len());
        self.determined(&tel, rest, &args, false).into_iter().all(|x| x)
    }

    /// `C.f x …` as `x.f …`: the field and the object, the first argument shown.
    fn field_access(&mut self, f: Expr, args: &[(Expr, Plan)]) -> Option<(String, Expr)> {
        let (n, _) = self.m.st.as_const(f)?;
        let (obj, Plan::Shown(_)) = args.first()? else { return None };
        let projection = self.m.env.ext.projections.get(&n).is_some_and(|(s, _)| !self.m.env.is_class(*s));
        if !projection && !self.opts.field_notation
            || n.prefix().is_anon()
            || !self.m.env.contains(n.prefix())
        {
            return None;
        }
        let field = n.last_str();
        if !turnstile_syntax::is_plain_ident(field) || self.is_numeral(*obj) {
            return None;
        }
        let ty = self.m.infer(*obj).ok()?;
        let ty = self.m.instantiate(ty);
        (self.m.st.head_const(ty)? == n.prefix()).then(|| (field.to_owned(), *obj))
    }

    fn is_numeral(&self, e: Expr) -> bool {
        matches!(self.m.st.node(e), Node::Nat(_) | Node::Lam(..))
            || self.m.st.head_const(e).is_some_and(|n| n.as_str() == "OfNat.ofNat")
    }

    /// The coerced term, when `e` is a coercion that is shown as `↑`.
    pub(super) fn coercion_source(&self, e: Expr) -> Option<Expr> {
        let (f, args) = self.m.st.unapp(e);
        let (n, _) = self.m.st.as_const(f)?;
        let is_coe = matches!(n.as_str(), "Nat.cast" | "Int.cast" | "Fin.val" | "Subtype.val")
            && self.opts.notation
            && (n.as_str().ends_with("cast") || self.m.env.has_attr("coe", n))
            || self.m.env.has_attr("coe", n);
        let arity = match n.as_str() {
            "Nat.cast" | "Int.cast" => 3,
            _ => self.explicit_arity(n)?,
        };
        (is_coe && args.len() == arity).then(|| args[arity - 1])
    }

    /// The number of parameters of the coercion `n`, whose last one is the explicit argument.
    fn explicit_arity(&self, n: Name) -> Option<usize> {
        let mut ty = self.m.env.get(n)?.ty();
        let mut k = 0;
        while let Node::Pi(b, _, body) = self.m.st.node(ty) {
            k += 1;
            if b.info == BinderInfo::Default {
                return Some(k);
            }
            ty = body;
        }
        None
    }

    /// `↑x`
    pub(super) fn coercion(&mut self, e: Expr, ctx: Ctx) -> Option<Doc> {
        let x = self.coercion_source(e)?;
        Some(self.wrap(ctx, MAX, false, |p, _| {
            let x = p.term(x, Ctx::arg(false));
            Doc::Cat(vec![Doc::from("↑"), x])
        }))
    }
}
