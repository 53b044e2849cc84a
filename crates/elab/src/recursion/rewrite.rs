//! Rewriting a function body so that recursive calls become uses of induction hypotheses.
//!
//! The body is evaluated where it branches on a known constructor; where it branches on a variable, what is known of
//! smaller values is carried into the branches.

use crate::error::Result;
use crate::meta::Meta;
use turnstile_kernel::{BinderInfo, ConstantInfo, Expr, FVarId, Level, Name, Node, with_stack};

/// How the recursive calls of a group of functions are replaced.
pub(super) struct CallRewriter<'a> {
    /// The local variables that stand for the functions.
    fs: Vec<FVarId>,
    /// Replaces a call of the function with this number; `None` when the arguments are not known to be smaller. The
    /// third argument is the current source of smaller values, if one is carried along.
    resolve: &'a mut ResolveCall<'a>,
    /// Whether what `have` and `let` declare stays in the context of calls, because a proof may need it.
    keep_facts: bool,
}

/// See [`CallRewriter::resolve`].
pub(super) type ResolveCall<'a> =
    dyn FnMut(&mut Meta, usize, Option<Expr>, &[Expr]) -> Result<Option<Expr>> + 'a;

impl<'a> CallRewriter<'a> {
    /// For structural recursion: the body is evaluated as far as it goes.
    pub(super) fn new(fs: Vec<FVarId>, resolve: &'a mut ResolveCall<'a>) -> CallRewriter<'a> {
        CallRewriter { fs, resolve, keep_facts: false }
    }

    /// For well-founded recursion: calls keep their context.
    pub(super) fn keeping_facts(fs: Vec<FVarId>, resolve: &'a mut ResolveCall<'a>) -> CallRewriter<'a> {
        CallRewriter { fs, resolve, keep_facts: true }
    }
}

/// An elimination `head params motive … minors …` taken apart.
struct Elimination {
    head: Expr,
    name: Name,
    levels: Vec<Level>,
    args: Vec<Expr>,
    motive: usize,
    indices: std::ops::Range<usize>,
    major: usize,
    minors: std::ops::Range<usize>,
    /// Number of fields each minor premise takes.
    fields: Vec<usize>,
    /// Whether the first level is that of the motive.
    large: bool,
}

impl CallRewriter<'_> {
    /// Whether one of the functions occurs in `e`.
    fn occurs(&self, m: &Meta, e: Expr) -> bool {
        self.fs.iter().any(|f| m.occurs(e, *f))
    }

    /// `e` without recursive calls. `below` is the local variable that holds the smaller values.
    pub(super) fn rewrite(&mut self, m: &mut Meta, e: Expr, below: Option<Expr>) -> Result<Expr> {
        if !self.occurs(m, e) {
            return Ok(e);
        }
        m.tick()?;
        with_stack(|| self.rewrite_core(m, e, below))
    }

    fn rewrite_core(&mut self, m: &mut Meta, e: Expr, below: Option<Expr>) -> Result<Expr> {
        match m.st.node(e) {
            Node::Lam(..) => m.scoped(|m| {
                let (xs, body) = m.open_lams(e, None);
                let body = self.rewrite(m, body, below)?;
                self.rewrite_types(m, &xs, below)?;
                m.mk_lambda(&xs, body)
            }),
            Node::Pi(b, dom, body) => {
                let dom = self.rewrite(m, dom, below)?;
                m.scoped(|m| {
                    let x = m.push_local(b.name, dom, b.info);
                    let body = m.st.instantiate1(body, x);
                    let body = self.rewrite(m, body, below)?;
                    m.mk_pi(&[x], body)
                })
            }
            Node::Let(n, ty, v, body) => {
                let ty = self.rewrite(m, ty, below)?;
                if !self.keep_facts
                    && self.occurs(m, v)
                    && m.st.has_fvar(v)
                    && self.is_function_type(m, ty)?
                {
                    // A local function with recursive calls: its uses may apply it to smaller values.
                    let inlined = m.st.instantiate1(body, v);
                    return self.rewrite(m, inlined, below);
                }
                let v = self.rewrite(m, v, below)?;
                m.scoped(|m| {
                    let x = m.push_let(n, ty, v);
                    let body = m.st.instantiate1(body, x);
                    let body = self.rewrite(m, body, below)?;
                    let id = m.fvar_id(x)?;
                    Ok(m.st.let_(n, ty, v, m.st.abstract_fvars(body, &[id])))
                })
            }
            Node::Proj(s, i, x) => {
                let x = self.rewrite(m, x, below)?;
                Ok(m.st.proj(s, i, x))
            }
            Node::App(..) => self.rewrite_app(m, e, below),
            _ => Ok(e),
        }
    }

    fn is_function_type(&self, m: &mut Meta, ty: Expr) -> Result<bool> {
        let w = m.whnf_core(ty)?;
        Ok(matches!(m.st.node(w), Node::Pi(..)))
    }

    /// Binder types hold recursive calls only in dependent programs.
    fn rewrite_types(&mut self, m: &mut Meta, xs: &[Expr], below: Option<Expr>) -> Result<()> {
        for x in xs {
            let id = m.fvar_id(*x)?;
            let d = m.local_decl(id)?;
            if self.occurs(m, d.ty) {
                let mut d = (*d).clone();
                d.ty = self.rewrite(m, d.ty, below)?;
                m.lctx.insert(d);
            }
        }
        Ok(())
    }

    fn rewrite_app(&mut self, m: &mut Meta, e: Expr, below: Option<Expr>) -> Result<Expr> {
        let (head, args) = m.st.unapp(e);
        match m.st.node(head) {
            Node::Lam(b, dom, body) => {
                if self.keep_facts
                    && let Some(r) = self.fact(m, (b.name, dom, body), &args, below)?
                {
                    return Ok(r);
                }
                let e = m.st.head_beta(e);
                return self.rewrite(m, e, below);
            }
            Node::FVar(id) => {
                if let Some(i) = self.fs.iter().position(|f| *f == id) {
                    let mut new = Vec::new();
                    for a in args {
                        new.push(self.rewrite(m, a, below)?);
                    }
                    let call = (self.resolve)(m, i, below, &new)?;
                    return Ok(call.unwrap_or_else(|| m.st.apps(head, &new)));
                }
            }
            _ => {}
        }
        if let Some(r) = self.reduce(m, e)? {
            return self.rewrite(m, r, below);
        }
        if let Some(b) = below
            && let Some(el) = elimination(m, e)
            && args[el.minors.clone()].iter().any(|a| self.occurs(m, *a))
            && let Some(r) = self.carry(m, &el, b)?
        {
            return Ok(r);
        }
        let head = self.rewrite(m, head, below)?;
        let mut new = Vec::new();
        for a in args {
            new.push(self.rewrite(m, a, below)?);
        }
        Ok(m.st.apps(head, &new))
    }

    /// `(fun h => body) proof …`, a `have`: the calls in the body may use what it says.
    fn fact(
        &mut self,
        m: &mut Meta,
        (name, dom, body): (Name, Expr, Expr),
        args: &[Expr],
        below: Option<Expr>,
    ) -> Result<Option<Expr>> {
        let Some((value, rest)) = args.split_first() else { return Ok(None) };
        if !m.is_prop(dom)? {
            return Ok(None);
        }
        let dom = self.rewrite(m, dom, below)?;
        let value = self.rewrite(m, *value, below)?;
        let f = m.scoped(|m| {
            let x = m.push_local(name, dom, BinderInfo::Default);
            let body = m.st.beta(m.st.instantiate1(body, x), rest);
            let body = self.rewrite(m, body, below)?;
            m.mk_lambda(&[x], body)
        })?;
        Ok(Some(m.st.app(f, value)))
    }

    /// One step of evaluation at the head, when it branches on something known, or hides its branches.
    fn reduce(&mut self, m: &mut Meta, e: Expr) -> Result<Option<Expr>> {
        let Some(n) = m.st.head_const(e) else { return Ok(None) };
        if m.env.ext.matchers.contains_key(&n) {
            if let Some(r) = m.reduce_matcher(e)? {
                return Ok(Some(r));
            }
            return Ok(m.unfold_definition(e, false));
        }
        if matches!(m.env.get(n).map(|c| &**c), Some(ConstantInfo::Recursor(_))) {
            let r = m.whnf_core(e)?;
            return Ok((r != e).then_some(r));
        }
        if n.last_str() == "casesOn" && m.inductive_val(n.prefix()).is_some() {
            let Some(el) = elimination(m, e) else { return Ok(None) };
            let major = m.whnf_core(el.args[el.major])?;
            if m.as_ctor(major).is_none() {
                return Ok(None);
            }
            let Some(u) = m.unfold_definition(e, false) else { return Ok(None) };
            let r = m.whnf_core(u)?;
            return Ok((r != u).then_some(r));
        }
        if n.last_str() == "noConfusion" && m.inductive_val(n.prefix()).is_some() {
            // Only where the equation is between the same constructor applications after evaluation.
            let Some(u) = m.unfold_definition(e, false) else { return Ok(None) };
            let r = m.whnf_core(u)?;
            return Ok((r != u && m.st.head_const(r) != Some(Name::new("Eq.rec"))).then_some(r));
        }
        Ok(None)
    }

    /// Carries `below` into the branches of an elimination that refines its type.
    fn carry(&mut self, m: &mut Meta, el: &Elimination, below: Expr) -> Result<Option<Expr>> {
        let extra = el.args[el.minors.end.max(el.major + 1).max(el.indices.end)..].to_vec();
        let below_ty = m.infer(below)?;
        let mut refined: Vec<(FVarId, usize)> = Vec::new();
        let idx: Vec<Expr> = el.args[el.indices.clone()].to_vec();
        for (i, a) in idx.iter().chain([&el.args[el.major]]).chain(&extra).enumerate() {
            if let Node::FVar(id) = m.st.node(*a)
                && m.occurs(below_ty, id)
            {
                refined.push((id, i));
            }
        }
        if refined.is_empty() {
            return Ok(None);
        }
        let num_idx = idx.len();
        let num_extra = extra.len();
        let mut sort = None;
        let motive = m.scoped(|m| {
            let (mut xs, body) = m.open_lams(el.args[el.motive], Some(num_idx + 1));
            if xs.len() != num_idx + 1 {
                return Ok(None);
            }
            let (rs, result) = m.open_pis(body, Some(num_extra))?;
            if rs.len() != num_extra {
                return Ok(None);
            }
            let all = [&xs[..], &rs].concat();
            let map = refined.iter().map(|(id, i)| (*id, all[*i])).collect();
            let bt = m.st.replace_fvars(below_ty, &map);
            let name = m.local_name(below);
            let b = m.push_local(name, bt, BinderInfo::Default);
            let inner = m.mk_pi(&[&rs[..], &[b]].concat(), result)?;
            sort = Some(m.sort_of(inner)?);
            let motive = m.mk_lambda(&xs, inner)?;
            xs.clear();
            Ok::<_, crate::Error>(Some(motive))
        })?;
        let (Some(motive), Some(sort)) = (motive, sort) else { return Ok(None) };
        let mut levels = el.levels.clone();
        if el.large {
            levels[0] = sort;
        }
        let mut args = el.args.clone();
        args[el.motive] = motive;
        let first = el.minors.start;
        let mut new_minors = Vec::new();
        let head = match m.st.node(el.head) {
            Node::Const(n, _) => m.st.const_(n, &levels),
            _ => el.head,
        };
        // Minor premises are typed by the partial application to what precedes them.
        for (k, nf) in el.fields.iter().enumerate() {
            let before = [&args[..first], &new_minors[..]].concat();
            let partial = m.st.apps(head, &before);
            let t = m.infer(partial)?;
            let t = m.whnf_core(t)?;
            let Node::Pi(_, dom, _) = m.st.node(t) else { return Ok(None) };
            let old = el.args[first + k];
            let minor = m.scoped(|m| {
                let (fields, concl) = m.open_pis(dom, Some(*nf))?;
                let concl = m.st.head_beta(concl);
                let (mut rest, _) = m.open_pis(concl, Some(num_extra + 1))?;
                let Some(b) = rest.last().copied() else {
                    return Err(crate::Error::msg("internal: motive expected"));
                };
                let applied = [&fields[..], &rest[..num_extra]].concat();
                let body = m.st.beta(old, &applied);
                let body = self.rewrite(m, body, Some(b))?;
                let mut xs = fields;
                xs.append(&mut rest);
                m.mk_lambda(&xs, body)
            })?;
            new_minors.push(minor);
        }
        args.splice(el.minors.clone(), new_minors);
        args.push(below);
        let _ = el.name;
        Ok(Some(m.st.apps(head, &args)))
    }
}

/// `e` as an elimination by `casesOn`, or by the recursor of a type without recursion.
fn elimination(m: &Meta, e: Expr) -> Option<Elimination> {
    let (head, args) = m.st.unapp(e);
    let (name, ls) = m.st.as_const(head)?;
    let levels = m.st.level_list(ls).to_vec();
    if name.last_str() == "casesOn" {
        let info = m.inductive_val(name.prefix())?;
        let np = info.num_params;
        let indices = np + 1..np + 1 + info.num_indices;
        let major = indices.end;
        let minors = major + 1..major + 1 + info.ctors.len();
        if args.len() < minors.end {
            return None;
        }
        let fields = info.ctors.iter().map(|c| m.ctor_val(*c).map_or(0, |c| c.num_fields)).collect();
        let large = levels.len() > info.cval.level_params.len();
        return Some(Elimination {
            head,
            name,
            levels,
            args,
            motive: np,
            indices,
            major,
            minors,
            fields,
            large,
        });
    }
    let r = m.recursor_val(name)?;
    let info = m.inductive_val(r.induct())?;
    if info.is_rec || r.num_motives != 1 {
        return None;
    }
    let minors = r.num_params + 1..r.num_params + 1 + r.num_minors;
    let indices = minors.end..minors.end + r.num_indices;
    let major = indices.end;
    if args.len() <= major {
        return None;
    }
    let fields = r.rules.iter().map(|x| x.num_fields).collect();
    let large = levels.len() > info.cval.level_params.len();
    Some(Elimination {
        head,
        name,
        levels,
        args,
        motive: r.num_params,
        indices,
        major,
        minors,
        fields,
        large,
    })
}
