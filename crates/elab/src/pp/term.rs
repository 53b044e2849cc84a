//! Terms to documents: the forms of the term language, one by one, with minimal parentheses.

use super::doc::Doc;
use super::{PpOptions, level, names};
use crate::meta::Meta;
use rustc_hash::{FxHashMap, FxHashSet};
use turnstile_kernel::{Binder, Expr, FVarId, Level, Levels, Name, Node, with_stack};
use turnstile_syntax::operator::{LEAD, MAX};

/// Where a term stands.
#[derive(Clone, Copy)]
pub(super) struct Ctx {
    /// The least precedence that needs no parentheses.
    pub(super) prec: u32,
    /// Whether nothing follows that an open-ended form (`fun`, `∀`, `if`) would swallow.
    pub(super) tail: bool,
    /// Whether the reader knows the type from the surroundings.
    pub(super) known: bool,
}

impl Ctx {
    /// A place of its own, such as between brackets or after a comma.
    pub(super) fn free(known: bool) -> Ctx {
        Ctx { prec: 0, tail: true, known }
    }
    /// An argument of an application.
    pub(super) fn arg(known: bool) -> Ctx {
        Ctx { prec: MAX, tail: false, known }
    }
}

pub(super) struct Printer<'a> {
    pub(super) m: &'a mut Meta,
    pub(super) opts: &'a PpOptions,
    /// What local variables are called.
    pub(super) locals: FxHashMap<FVarId, String>,
    /// Names in scope that hide constants.
    pub(super) shadowing: FxHashSet<String>,
    pub(super) const_names: FxHashMap<Name, String>,
    pub(super) self_typed: FxHashMap<Expr, bool>,
    /// Whether proofs print as `⋯`.
    hide_proofs: bool,
    depth: u32,
    steps: u32,
}

impl<'a> Printer<'a> {
    pub(super) fn new(m: &'a mut Meta, opts: &'a PpOptions) -> Printer<'a> {
        let locals = names::display_names(&m.lctx);
        let shadowing = locals.values().cloned().collect();
        Printer {
            m,
            opts,
            locals,
            shadowing,
            const_names: FxHashMap::default(),
            self_typed: FxHashMap::default(),
            hide_proofs: false,
            depth: 0,
            steps: 0,
        }
    }

    /// `e` standing alone, its type known.
    pub(super) fn top(&mut self, e: Expr) -> Doc {
        // The proofs in a proof are shown.
        self.hide_proofs = !self.opts.proofs && !self.opts.round_trip && !self.m.is_proof(e).unwrap_or(true);
        self.term(e, Ctx::free(true))
    }

    /// Whether `e` is a proof, and no mere name of one.
    fn is_hidden_proof(&mut self, e: Expr) -> bool {
        self.hide_proofs
            && matches!(self.m.st.node(e), Node::App(..) | Node::Lam(..) | Node::Let(..))
            && self.m.is_proof(e).unwrap_or(false)
    }

    pub(super) fn term(&mut self, e: Expr, ctx: Ctx) -> Doc {
        self.steps += 1;
        if self.depth >= self.opts.max_depth || self.steps > self.opts.max_steps {
            return Doc::from("⋯");
        }
        if self.is_hidden_proof(e) {
            return Doc::from("⋯");
        }
        self.depth += 1;
        let d = with_stack(|| {
            if self.opts.round_trip && !self.opts.explicit && !ctx.known && !self.is_self_typed(e) {
                self.ascribed(e)
            } else {
                self.form(e, ctx)
            }
        });
        self.depth -= 1;
        d
    }

    /// `(e : T)`
    fn ascribed(&mut self, e: Expr) -> Doc {
        let Ok(ty) = self.m.infer(e) else { return self.form(e, Ctx::arg(true)) };
        let ty = self.m.instantiate(ty);
        // `(n : Int)` coerces a variable; inside an operator the coercion would move to the operands.
        let source =
            self.coercion_source(e).filter(|x| matches!(self.m.st.node(*x), Node::FVar(_) | Node::Const(..)));
        let inner = source.unwrap_or(e);
        let e = self.form(inner, Ctx::free(true));
        let ty = self.term(ty, Ctx::free(true));
        Doc::Cat(vec![e, Doc::from(" :"), Doc::Line, ty]).between("(", ")")
    }

    /// A form of precedence `prec`, in parentheses if it must be; `open` when it extends as far right as possible.
    /// `f` gets what [`Ctx::tail`] is inside.
    pub(super) fn wrap(
        &mut self,
        ctx: Ctx,
        prec: u32,
        open: bool,
        f: impl FnOnce(&mut Self, bool) -> Doc,
    ) -> Doc {
        let paren = prec < ctx.prec || open && !ctx.tail;
        let d = f(self, paren || ctx.tail);
        if paren { d.between("(", ")") } else { d }
    }

    fn form(&mut self, e: Expr, ctx: Ctx) -> Doc {
        let st = self.m.st.clone();
        match st.node(e) {
            Node::BVar(i) => Doc::from(format!("#{i}")),
            Node::FVar(_) => self.application(e, ctx),
            Node::MVar(m) => Doc::from(self.hole_name(m)),
            Node::Nat(n) => Doc::from(st.nat_value(n).to_string()),
            Node::Str(s) => Doc::from(quote(&st.str_value(s))),
            Node::Sort(l) => {
                let (text, atom) = level::show_sort(&st, self.m.normalize_level(l));
                self.wrap(ctx, if atom { MAX } else { LEAD }, false, |_, _| Doc::from(text))
            }
            Node::Const(..) | Node::App(..) => {
                if self.opts.notation
                    && let Some(d) = self.notation(e, ctx)
                {
                    return d;
                }
                self.application(e, ctx)
            }
            Node::Lam(..) => self.fun(e, ctx),
            Node::Pi(..) => self.pi(e, ctx),
            Node::Let(n, ty, v, body) => self.let_(n, ty, v, body, ctx),
            Node::Proj(s, i, x) => {
                let field = self.m.env.structure(s).and_then(|s| s.fields.get(i as usize)).map(|f| f.name);
                let field = field.map_or_else(|| (i + 1).to_string(), names::name_text);
                self.projection(x, &field)
            }
        }
    }

    pub(super) fn projection(&mut self, x: Expr, field: &str) -> Doc {
        let x = self.term(x, Ctx::arg(false));
        Doc::Cat(vec![x, Doc::from(format!(".{field}"))])
    }

    fn local_name(&self, id: FVarId) -> String {
        self.locals.get(&id).cloned().unwrap_or_else(|| format!("_fvar.{}", id.0))
    }

    fn hole_name(&self, m: turnstile_kernel::MVarId) -> String {
        match self.m.mctx.decl(m) {
            Some(d) if !d.name.is_anon() => format!("?{}", names::name_text(names::base_name(d.name))),
            _ => format!("?m.{}", m.0),
        }
    }

    pub(super) fn constant(&mut self, n: Name, ls: Levels) -> String {
        let mut text = self.const_name(n);
        if self.opts.universes {
            let st = self.m.st.clone();
            let ls: Vec<String> = st
                .level_list(ls)
                .iter()
                .map(|l: &Level| level::show(&st, self.m.instantiate_level(*l), false))
                .collect();
            if !ls.is_empty() {
                text = format!("{text}.{{{}}}", ls.join(", "));
            }
        }
        text
    }

    /// The document of a head: a constant (with `@` if asked) or any term.
    pub(super) fn head(&mut self, f: Expr, at: bool) -> Doc {
        let d = match self.m.st.node(f) {
            Node::Const(n, ls) => Doc::from(self.constant(n, ls)),
            Node::FVar(id) => Doc::from(self.local_name(id)),
            _ => self.term(f, Ctx { prec: MAX, tail: false, known: false }),
        };
        if at { Doc::Cat(vec![Doc::from("@"), d]) } else { d }
    }

    fn let_(&mut self, n: Name, ty: Expr, v: Expr, body: Expr, ctx: Ctx) -> Doc {
        self.wrap(ctx, LEAD, true, |p, _| {
            let typed = p.opts.round_trip;
            let vd = p.term(v, Ctx { known: typed, ..Ctx::free(true) });
            let td = if typed { Some(p.term(ty, Ctx::free(true))) } else { None };
            p.with_bound(Binder::new(n), ty, Some(v), body, |p, name, body| {
                let mut head = vec![Doc::from(format!("let {name}"))];
                if let Some(t) = td {
                    head.extend([Doc::from(" : "), t]);
                }
                head.extend([Doc::from(" :="), Doc::Cat(vec![Doc::Line, vd]).nest(2)]);
                let body = p.term(body, Ctx::free(ctx.known));
                Doc::Cat(vec![Doc::Cat(head).group(), Doc::from(";"), Doc::Line, body])
            })
        })
        .group()
    }

    /// Runs `f` with a local variable for the binder `b : ty` over `body`: its printed name and the opened body.
    pub(super) fn with_bound<R>(
        &mut self,
        b: Binder,
        ty: Expr,
        value: Option<Expr>,
        body: Expr,
        f: impl FnOnce(&mut Self, &str, Expr) -> R,
    ) -> R {
        let name = self.binder_name(b.name, body);
        let saved = self.m.lctx.clone();
        let key = Name::anon().str(&name);
        let x = match value {
            Some(v) => self.m.push_let(key, ty, v),
            None => self.m.push_local(key, ty, b.info),
        };
        let new = self.shadowing.insert(name.clone());
        if let Node::FVar(id) = self.m.st.node(x) {
            self.locals.insert(id, name.clone());
        }
        let body = self.m.st.instantiate1(body, x);
        let r = f(self, &name, body);
        if new {
            self.shadowing.remove(&name);
        }
        self.m.lctx = saved;
        r
    }
}

/// A string literal as Lean writes it.
pub(super) fn quote(s: &str) -> String {
    let mut out = String::from("\"");
    for c in s.chars() {
        push_escaped(&mut out, c, '"');
    }
    out.push('"');
    out
}

/// A character literal as Lean writes it.
pub(super) fn quote_char(c: char) -> String {
    let mut out = String::from("'");
    push_escaped(&mut out, c, '\'');
    out.push('\'');
    out
}

fn push_escaped(out: &mut String, c: char, quote: char) {
    match c {
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        '\r' => out.push_str("\\r"),
        '\\' => out.push_str("\\\\"),
        c if c == quote => out.extend(['\\', c]),
        c if (c as u32) < 0x20 || c as u32 == 0x7f => out.push_str(&format!("\\x{:02x}", c as u32)),
        c => out.push(c),
    }
}
