//! Names for instances without one: `instance : Add Nat` is `instAddNat`, and
//! `instance [DecidableEq α] : BEq α` is `instBEqOfDecidableEq`.

use crate::elab::Elab;
use turnstile_kernel::{BinderInfo, Expr, Name, Node};

/// The words of a name.
#[derive(Default)]
struct Words {
    text: String,
    /// What is in the name already: nothing is said twice.
    seen: Vec<Expr>,
    classes: Vec<Name>,
}

impl Elab {
    /// A name, not yet declared, for an instance of the closed type `ty`.
    pub(crate) fn instance_name(&self, ty: Expr) -> Name {
        let mut words = Words { text: String::from("inst"), ..Words::default() };
        let mut premises = Vec::new();
        let mut t = self.m.instantiate(ty);
        while let Node::Pi(b, dom, body) = self.m.st.node(t) {
            if b.info == BinderInfo::Inst {
                premises.push(dom);
            }
            t = body;
        }
        self.add_words(t, &mut words);
        let mut of = String::new();
        for p in premises {
            let mut p = p;
            while let Node::Pi(_, _, body) = self.m.st.node(p) {
                p = body;
            }
            if let Some(n) = self.m.st.head_const(p)
                && !words.classes.contains(&n)
            {
                words.classes.push(n);
                push_capitalized(n, &mut of);
            }
        }
        if !of.is_empty() {
            words.text.push_str("Of");
            words.text.push_str(&of);
        }
        let text = words.text;
        let first = self.scope.namespace.str(&text);
        if !self.m.env.contains(first) {
            return first;
        }
        (1..)
            .map(|i| self.scope.namespace.str(&format!("{text}_{i}")))
            .find(|n| !self.m.env.contains(*n))
            .unwrap_or(first)
    }

    fn add_words(&self, e: Expr, w: &mut Words) {
        if w.seen.contains(&e) {
            return;
        }
        w.seen.push(e);
        match self.m.st.node(e) {
            Node::Sort(l) => {
                let word = match (self.m.level_is_zero(l), self.m.level_never_zero(l)) {
                    (true, _) => "Prop",
                    (_, true) => "Type",
                    _ => "Sort",
                };
                w.text.push_str(word);
            }
            Node::Pi(_, _, b) => {
                w.text.push_str("Forall");
                turnstile_kernel::with_stack(|| self.add_words(b, w));
            }
            Node::Lam(_, _, b) => turnstile_kernel::with_stack(|| self.add_words(b, w)),
            Node::Const(n, _) => self.add_constant(n, w),
            Node::App(..) => {
                let (h, args) = self.m.st.unapp(e);
                let Some((n, _)) = self.m.st.as_const(h) else { return };
                self.add_constant(n, w);
                let mut ty = self.m.env.get(n).map(|c| c.ty());
                for a in args {
                    let Some(Node::Pi(b, _, body)) = ty.map(|t| self.m.st.node(t)) else { return };
                    if b.info == BinderInfo::Default {
                        turnstile_kernel::with_stack(|| self.add_words(a, w));
                    }
                    ty = Some(body);
                }
            }
            _ => {}
        }
    }

    fn add_constant(&self, n: Name, w: &mut Words) {
        w.classes.push(n);
        push_capitalized(n, &mut w.text);
    }
}

fn push_capitalized(n: Name, out: &mut String) {
    let mut cs = n.last_str().chars();
    if let Some(c) = cs.next() {
        out.extend(c.to_uppercase());
        out.push_str(cs.as_str());
    }
}
