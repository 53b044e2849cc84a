//! Names for instances without one: `instance : Add Nat` is `instAddNat`.

use crate::elab::Elab;
use turnstile_kernel::{BinderInfo, Expr, Name, Node};

impl Elab {
    /// A name, not yet declared, for an instance of the closed type `ty`.
    pub(crate) fn instance_name(&self, ty: Expr) -> Name {
        let mut text = String::from("inst");
        let mut t = ty;
        while let Node::Pi(_, _, b) = self.m.st.node(t) {
            t = b;
        }
        self.name_of_type(t, &mut text);
        let first = self.scope.namespace.str(&text);
        if !self.m.env.contains(first) {
            return first;
        }
        (1..)
            .map(|i| self.scope.namespace.str(&format!("{text}_{i}")))
            .find(|n| !self.m.env.contains(*n))
            .unwrap_or(first)
    }

    fn name_of_type(&self, e: Expr, out: &mut String) {
        let e = self.m.instantiate(e);
        match self.m.st.node(e) {
            Node::Sort(l) => out.push_str(if self.m.level_is_zero(l) { "Prop" } else { "Sort" }),
            Node::Pi(..) => out.push_str("Forall"),
            Node::Lam(_, _, b) => self.name_of_type(b, out),
            Node::Const(n, _) => push_capitalized(n, out),
            Node::App(..) => {
                let (h, args) = self.m.st.unapp(e);
                let Some((n, _)) = self.m.st.as_const(h) else { return };
                push_capitalized(n, out);
                let mut ty = self.m.env.get(n).map(|c| c.ty());
                for a in args {
                    let Some(Node::Pi(b, _, body)) = ty.map(|t| self.m.st.node(t)) else { return };
                    if b.info == BinderInfo::Default {
                        self.name_of_type(a, out);
                    }
                    ty = Some(body);
                }
            }
            _ => {}
        }
    }
}

fn push_capitalized(n: Name, out: &mut String) {
    let mut cs = n.last_str().chars();
    if let Some(c) = cs.next() {
        out.extend(c.to_uppercase());
        out.push_str(cs.as_str());
    }
}
