//! Operators. Arithmetic is elaborated as a tree: the leaves first, then the largest of their types is found, and
//! coercions to it are put at the leaves, so that `n + i` with `n : Nat` and `i : Int` means `↑n + i`.

use super::app::{AppArg, AppMode};
use super::notation::binop;
use crate::elab::{Elab, SynthMode};
use crate::error::Result;
use turnstile_kernel::{BinderInfo, Expr, Name, Node, with_stack};
use turnstile_syntax::{Arg, Span, Term, TermKind};

/// How an operator is elaborated.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Both operands take part in the tree.
    Tree,
    /// As `Tree`; the right operand is wrapped in `fun _ : Unit =>`.
    Lazy,
    /// Only the left operand takes part: powers.
    RightAct,
    /// Only the right operand takes part: scalar multiplication.
    LeftAct,
    /// A relation: operands are brought to one type, the result type plays no part.
    Relation,
    /// As `Relation`, propositions being turned into truth values.
    BoolRelation,
    /// An ordinary application.
    Plain,
    /// An ordinary application with the operands exchanged.
    Flipped,
}

/// The constant an infix operator stands for.
fn meaning(op: &str) -> Option<(&'static str, Kind)> {
    use Kind::{BoolRelation, Flipped, Lazy, LeftAct, Plain, Relation, RightAct, Tree};
    Some(match op {
        "+" => ("HAdd.hAdd", Tree),
        "-" => ("HSub.hSub", Tree),
        "*" => ("HMul.hMul", Tree),
        "/" => ("HDiv.hDiv", Tree),
        "%" => ("HMod.hMod", Tree),
        "++" => ("HAppend.hAppend", Tree),
        "&&&" => ("HAnd.hAnd", Tree),
        "|||" => ("HOr.hOr", Tree),
        "^^^" => ("HXor.hXor", Tree),
        "<<<" => ("HShiftLeft.hShiftLeft", Tree),
        ">>>" => ("HShiftRight.hShiftRight", Tree),
        "∪" => ("Union.union", Tree),
        "∩" => ("Inter.inter", Tree),
        "\\" => ("SDiff.sdiff", Tree),
        "^" => ("HPow.hPow", RightAct),
        "•" => ("HSMul.hSMul", LeftAct),
        "<|>" => ("HOrElse.hOrElse", Lazy),
        ">>" => ("HAndThen.hAndThen", Lazy),
        "=" => ("Eq", Relation),
        "≠" => ("Ne", Relation),
        "<" => ("LT.lt", Relation),
        "≤" => ("LE.le", Relation),
        ">" => ("GT.gt", Relation),
        "≥" => ("GE.ge", Relation),
        "==" => ("BEq.beq", BoolRelation),
        "!=" => ("bne", BoolRelation),
        "≍" => ("HEq", Plain),
        "≈" => ("HasEquiv.Equiv", Plain),
        "∣" => ("Dvd.dvd", Plain),
        "∧" => ("And", Plain),
        "∨" => ("Or", Plain),
        "↔" => ("Iff", Plain),
        "&&" => ("Bool.and", Plain),
        "||" => ("Bool.or", Plain),
        "∈" => ("Membership.mem", Flipped),
        "⊆" => ("HasSubset.Subset", Plain),
        "⊂" => ("HasSSubset.SSubset", Plain),
        "⊇" => ("HasSubset.Subset", Flipped),
        "⊃" => ("HasSSubset.SSubset", Flipped),
        "::" => ("List.cons", Plain),
        "×" => ("Prod", Plain),
        "×'" => ("PProd", Plain),
        "⊕" => ("Sum", Plain),
        "⊕'" => ("PSum", Plain),
        "∘" => ("Function.comp", Plain),
        "<$>" => ("Functor.map", Plain),
        "<&>" => ("Functor.map", Flipped),
        ">>=" => ("Bind.bind", Plain),
        "=<<" => ("Bind.bind", Flipped),
        ">=>" => ("Bind.kleisliRight", Plain),
        "<=<" => ("Bind.kleisliLeft", Plain),
        _ => return None,
    })
}

/// An operator tree with elaborated leaves.
enum Tree {
    Leaf { e: Expr, span: Span },
    Bin { kind: Kind, f: &'static str, lhs: Box<Tree>, rhs: Box<Tree>, span: Span },
    Un { f: &'static str, arg: Box<Tree>, span: Span },
}

/// What the leaves of a tree say about its type.
#[derive(Default)]
struct Analysis {
    max: Option<Expr>,
    /// Two leaves have types without a coercion either way.
    uncomparable: bool,
}

const OPERATOR: AppMode = AppMode { explicit: false, ellipsis: false, out_params: false };

impl Elab {
    pub(crate) fn elab_binop(
        &mut self,
        t: &Term,
        op: &'static str,
        op_span: Span,
        lhs: &Term,
        rhs: &Term,
        expected: Option<Expr>,
    ) -> Result<Expr> {
        match op {
            "▸" => return self.elab_subst(lhs, rhs, expected, t.span),
            "<|" => return self.elab_app(&applied(lhs, rhs.clone(), t.span), expected),
            "|>" => return self.elab_app(&applied(rhs, lhs.clone(), t.span), expected),
            "∉" => {
                let mem = binop("∈", lhs.clone(), rhs.clone(), t.span);
                return self.elab_const_app("Not", vec![AppArg::Stx(&mem)], expected, t.span);
            }
            "<*>" | "<*" | "*>" => {
                let name = match op {
                    "<*>" => "Seq.seq",
                    "<*" => "SeqLeft.seqLeft",
                    _ => "SeqRight.seqRight",
                };
                let (b, _) = self.made_up_variable("x", rhs.span);
                let later = Term {
                    kind: TermKind::Fun {
                        binders: vec![turnstile_syntax::FunBinder::Binder(b)],
                        body: Box::new(rhs.clone()),
                    },
                    span: rhs.span,
                };
                return self.elab_const_app(
                    name,
                    vec![AppArg::Stx(lhs), AppArg::Stx(&later)],
                    expected,
                    t.span,
                );
            }
            _ => {}
        }
        let Some((f, kind)) = meaning(op) else {
            return Err(self.unsupported(op_span, &format!("the operator `{op}`")));
        };
        match kind {
            Kind::Plain => self.elab_const_app(f, vec![AppArg::Stx(lhs), AppArg::Stx(rhs)], expected, t.span),
            Kind::Flipped => {
                self.elab_const_app(f, vec![AppArg::Stx(rhs), AppArg::Stx(lhs)], expected, t.span)
            }
            Kind::Relation | Kind::BoolRelation => {
                let no_prop = kind == Kind::BoolRelation;
                self.with_synthesize(SynthMode::NoPostpone, |me| {
                    me.elab_relation(f, no_prop, lhs, rhs, expected, t.span)
                })
            }
            _ => self.elab_tree(t, expected),
        }
    }

    pub(crate) fn elab_prefix(
        &mut self,
        t: &Term,
        op: &str,
        arg: &Term,
        expected: Option<Expr>,
    ) -> Result<Expr> {
        match op {
            "-" => self.elab_tree(t, expected),
            "¬" => self.elab_const_app("Not", vec![AppArg::Stx(arg)], expected, t.span),
            "!" => self.elab_const_app("Bool.not", vec![AppArg::Stx(arg)], expected, t.span),
            "~~~" => self.elab_const_app("Complement.complement", vec![AppArg::Stx(arg)], expected, t.span),
            "↑" => {
                let Some(ty) = self.try_postpone_if_none_or_mvar(expected)? else {
                    return Err(
                        self.text_error(t.span, "invalid coercion notation, expected type is not known")
                    );
                };
                let e = self.elab_term(arg, None)?;
                self.ensure_type(e, ty, t.span)
            }
            "⇑" => {
                let e = self.elab_term(arg, None)?;
                match self.coerce_to_function(e)? {
                    Some(f) => Ok(f),
                    None => Err(self.error_at(
                        t.span,
                        vec![
                            crate::Piece::Text("cannot coerce to function\n  ".into()),
                            crate::Piece::Expr(e),
                        ],
                    )),
                }
            }
            "↥" => {
                let e = self.elab_term(arg, None)?;
                match self.coerce_to_sort(e)? {
                    Some(f) => Ok(f),
                    None => Err(self.error_at(
                        t.span,
                        vec![crate::Piece::Text("cannot coerce to sort\n  ".into()), crate::Piece::Expr(e)],
                    )),
                }
            }
            _ => Err(self.unsupported(t.span, &format!("the operator `{op}`"))),
        }
    }

    fn elab_tree(&mut self, t: &Term, expected: Option<Expr>) -> Result<Expr> {
        let tree = self.tree_of(t)?;
        self.synthesize(SynthMode::NoPostpone)?;
        self.tree_to_expr(tree, expected, t.span)
    }

    fn tree_of(&mut self, t: &Term) -> Result<Tree> {
        with_stack(|| {
            let span = t.span;
            match &t.kind {
                TermKind::Paren(inner) => self.tree_of(inner),
                TermKind::Notation { id, args } => {
                    let expanded = self.expand_notation(*id, args, span)?;
                    self.tree_of(&expanded)
                }
                TermKind::Prefix { op: "-", arg, .. } => {
                    Ok(Tree::Un { f: "Neg.neg", arg: Box::new(self.tree_of(arg)?), span })
                }
                TermKind::Binop { op, lhs, rhs, .. } => match meaning(op) {
                    Some((f, kind @ (Kind::Tree | Kind::Lazy | Kind::RightAct | Kind::LeftAct))) => {
                        let lhs = if kind == Kind::LeftAct { self.leaf(lhs)? } else { self.tree_of(lhs)? };
                        let rhs = if kind == Kind::RightAct { self.leaf(rhs)? } else { self.tree_of(rhs)? };
                        Ok(Tree::Bin { kind, f, lhs: Box::new(lhs), rhs: Box::new(rhs), span })
                    }
                    _ => self.leaf(t),
                },
                _ => self.leaf(t),
            }
        })
    }

    fn leaf(&mut self, t: &Term) -> Result<Tree> {
        Ok(Tree::Leaf { e: self.elab_term(t, None)?, span: t.span })
    }

    fn tree_to_expr(&mut self, tree: Tree, expected: Option<Expr>, span: Span) -> Result<Expr> {
        let a = self.analyze(&tree, expected)?;
        let r = match a.max {
            Some(max) if !a.uncomparable => {
                let tree = self.apply_coe(tree, max, None, false, false)?;
                self.build_tree(&tree)?
            }
            _ => self.build_tree(&tree)?,
        };
        self.ensure_has_type(r, expected, span)
    }

    /// The term of a tree as it stands.
    fn build_tree(&mut self, tree: &Tree) -> Result<Expr> {
        with_stack(|| match tree {
            Tree::Leaf { e, .. } => Ok(*e),
            Tree::Bin { kind, f, lhs, rhs, span } => {
                let l = self.build_tree(lhs)?;
                let mut r = self.build_tree(rhs)?;
                if *kind == Kind::Lazy {
                    let unit = self.mk_const_at(Name::new("Unit"), *span)?;
                    let x = self.fresh_inaccessible("x");
                    r = self.m.st.lam(turnstile_kernel::Binder::new(x), unit, self.m.instantiate(r));
                }
                self.apply_operator(f, &[l, r], None, *span)
            }
            Tree::Un { f, arg, span } => {
                let a = self.build_tree(arg)?;
                self.apply_operator(f, &[a], None, *span)
            }
        })
    }

    fn apply_operator(&mut self, f: &str, args: &[Expr], expected: Option<Expr>, span: Span) -> Result<Expr> {
        let c = self.mk_const_at(Name::new(f), span)?;
        let args = args.iter().map(|a| AppArg::Expr(*a)).collect();
        self.elab_app_args(c, vec![], args, expected, OPERATOR, span)
    }

    // ---- the largest type ----

    /// Whether a type is not known: headed by a hole.
    fn is_unknown(&self, t: Expr) -> bool {
        self.m.head_mvar(t).is_some()
    }

    fn analyze(&mut self, tree: &Tree, expected: Option<Expr>) -> Result<Analysis> {
        let mut a = Analysis::default();
        if let Some(t) = expected {
            let t = self.m.instantiate(t);
            let t = self.strip_annotations(t);
            if !self.is_unknown(t) {
                a.max = Some(t);
            }
        }
        self.analyze_tree(tree, &mut a)?;
        Ok(a)
    }

    fn analyze_tree(&mut self, tree: &Tree, a: &mut Analysis) -> Result<()> {
        if a.uncomparable {
            return Ok(());
        }
        with_stack(|| match tree {
            Tree::Bin { kind: Kind::LeftAct, rhs, .. } => self.analyze_tree(rhs, a),
            Tree::Bin { kind: Kind::RightAct, lhs, .. } => self.analyze_tree(lhs, a),
            Tree::Bin { lhs, rhs, .. } => {
                self.analyze_tree(lhs, a)?;
                self.analyze_tree(rhs, a)
            }
            Tree::Un { arg, .. } => self.analyze_tree(arg, a),
            Tree::Leaf { e, .. } => {
                let ty = self.m.infer(*e)?;
                let ty = self.m.instantiate(ty);
                let ty = self.strip_annotations(ty);
                if self.is_unknown(ty) {
                    return Ok(());
                }
                let Some(max) = a.max else {
                    a.max = Some(ty);
                    return Ok(());
                };
                if self.same_type(max, ty)? || self.has_coe(ty, max)? {
                    return Ok(());
                }
                if self.has_coe(max, ty)? {
                    a.max = Some(ty);
                } else {
                    a.uncomparable = true;
                }
                Ok(())
            }
        })
    }

    /// Whether two types agree without filling any hole.
    fn same_type(&mut self, a: Expr, b: Expr) -> Result<bool> {
        if self.m.st.alpha_eq(a, b) {
            return Ok(true);
        }
        self.m.at_new_depth(|m| m.is_def_eq_guarded(a, b))
    }

    /// Whether values of type `from` coerce to `to`, whatever they are.
    fn has_coe(&mut self, from: Expr, to: Expr) -> Result<bool> {
        if !self.m.env.is_class(Name::new("CoeT")) {
            return Ok(false);
        }
        let c = self.m.save();
        let x = self.m.push_local(Name::new("x"), from, BinderInfo::Default);
        let r = self.coerce_simple(x, to);
        self.m.restore(&c);
        match r {
            Ok(v) => Ok(v.is_some()),
            Err(e) if e.is_resource() => Err(e),
            Err(_) => Ok(false),
        }
    }

    /// Puts coercions to `max` at the leaves. `f` is the operator above and `is_lhs` the side of it.
    fn apply_coe(
        &mut self,
        tree: Tree,
        max: Expr,
        f: Option<&'static str>,
        is_lhs: bool,
        is_relation: bool,
    ) -> Result<Tree> {
        with_stack(|| match tree {
            Tree::Bin { kind: Kind::LeftAct, f, lhs, rhs, span } => {
                let rhs = Box::new(self.apply_coe(*rhs, max, None, false, false)?);
                Ok(Tree::Bin { kind: Kind::LeftAct, f, lhs, rhs, span })
            }
            Tree::Bin { kind: Kind::RightAct, f, lhs, rhs, span } => {
                let lhs = Box::new(self.apply_coe(*lhs, max, None, false, false)?);
                Ok(Tree::Bin { kind: Kind::RightAct, f, lhs, rhs, span })
            }
            Tree::Bin { kind, f, lhs, rhs, span } => {
                if is_relation || self.is_homogeneous(f, max)? {
                    let lhs = Box::new(self.apply_coe(*lhs, max, Some(f), true, false)?);
                    let rhs = Box::new(self.apply_coe(*rhs, max, Some(f), false, false)?);
                    return Ok(Tree::Bin { kind, f, lhs, rhs, span });
                }
                // The operator does not stay within `max`: each operand is on its own.
                let l = self.tree_to_expr(*lhs, None, span)?;
                let r = self.tree_to_expr(*rhs, None, span)?;
                let pair = Tree::Bin {
                    kind,
                    f,
                    lhs: Box::new(Tree::Leaf { e: l, span }),
                    rhs: Box::new(Tree::Leaf { e: r, span }),
                    span,
                };
                Ok(Tree::Leaf { e: self.build_tree(&pair)?, span })
            }
            Tree::Un { f, arg, span } => {
                let arg = Box::new(self.apply_coe(*arg, max, None, false, false)?);
                Ok(Tree::Un { f, arg, span })
            }
            Tree::Leaf { e, span } => {
                let ty = self.m.infer(e)?;
                let ty = self.m.instantiate(ty);
                if self.is_unknown(ty)
                    && let Some(f) = f
                    && self.has_mixed_default(f, max, is_lhs)
                {
                    return Ok(Tree::Leaf { e, span });
                }
                Ok(Tree::Leaf { e: self.ensure_type(e, max, span)?, span })
            }
        })
    }

    /// Whether the class of the operator `f` has an instance within the type `max`.
    fn is_homogeneous(&mut self, f: &str, max: Expr) -> Result<bool> {
        let class = Name::new(f).prefix();
        let c = self.m.save();
        let r = (|| {
            let ty = self.m.mk_app(class.as_str(), &[max, max, max])?;
            self.m.synth_instance(ty)
        })();
        self.m.restore(&c);
        match r {
            Ok(v) => Ok(v.is_some()),
            Err(e) if e.is_resource() => Err(e),
            Err(_) => Ok(false),
        }
    }

    /// Whether a default instance of the operator's class combines the type constructor of `max` with another type:
    /// then an operand of unknown type must not be taken to be of type `max`.
    fn has_mixed_default(&self, f: &str, max: Expr, is_lhs: bool) -> bool {
        let Some(head) = self.m.st.head_const(max) else { return false };
        let class = Name::new(f).prefix();
        let Some(entries) = self.m.env.ext.default_instances.get(&class) else { return false };
        if entries.len() <= 1 {
            return false;
        }
        entries.iter().any(|e| {
            let Some(mut t) = self.m.env.get(e.name).map(|c| c.ty()) else { return false };
            while let Node::Pi(_, _, b) = self.m.st.node(t) {
                t = b;
            }
            let args = self.m.st.unapp(t).1;
            let other = if is_lhs { args.get(1) } else { args.first() };
            other.is_some_and(|a| self.m.st.head_const(*a) == Some(head))
        })
    }

    // ---- relations ----

    fn elab_relation(
        &mut self,
        f: &'static str,
        no_prop: bool,
        lhs: &Term,
        rhs: &Term,
        expected: Option<Expr>,
        span: Span,
    ) -> Result<Expr> {
        let l = self.tree_of(lhs)?;
        self.synthesize(SynthMode::NoPostpone)?;
        let r = self.tree_of(rhs)?;
        self.synthesize(SynthMode::NoPostpone)?;
        let tree = Tree::Bin { kind: Kind::Tree, f, lhs: Box::new(l), rhs: Box::new(r), span };
        let a = self.analyze(&tree, None)?;
        if let (Some(mut max), false) = (a.max, a.uncomparable) {
            let prop = self.m.st.prop();
            if no_prop && self.same_type(max, prop)? {
                max = self.m.st.const0("Bool");
            }
            let tree = self.apply_coe(tree, max, None, false, true)?;
            return self.build_tree(&tree);
        }
        let Tree::Bin { lhs: l, rhs: r, .. } = tree else { return self.build_tree(&tree) };
        let l = self.build_tree(&l)?;
        let r = self.build_tree(&r)?;
        let l = if no_prop { self.prop_to_bool(l, lhs.span)? } else { l };
        let r = if no_prop { self.prop_to_bool(r, rhs.span)? } else { r };
        let lt = self.m.infer(l)?;
        let r = self.ensure_type(r, lt, rhs.span)?;
        self.apply_operator(f, &[l, r], expected, span)
    }

    fn prop_to_bool(&mut self, e: Expr, span: Span) -> Result<Expr> {
        let ty = self.m.infer(e)?;
        let ty = self.m.instantiate(ty);
        let prop = self.m.st.prop();
        if !self.is_unknown(ty) && self.same_type(ty, prop)? {
            let b = self.m.st.const0("Bool");
            return self.ensure_type(e, b, span);
        }
        Ok(e)
    }
}

/// `f a <| x` and `x |> f a` are `f a x`.
fn applied(f: &Term, x: Term, span: Span) -> Term {
    match &f.kind {
        TermKind::App { func, args, ellipsis: false } => {
            let mut args = args.clone();
            args.push(Arg::Positional(x));
            Term { kind: TermKind::App { func: func.clone(), args, ellipsis: false }, span }
        }
        _ => {
            let args = vec![Arg::Positional(x)];
            Term { kind: TermKind::App { func: Box::new(f.clone()), args, ellipsis: false }, span }
        }
    }
}
