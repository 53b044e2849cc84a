//! Structural recursion: choosing the argument that gets smaller, and recursion straight on its recursor.

use super::rewrite::CallRewriter;
use crate::error::{Error, Piece, Result};
use crate::inductive::FamilyApp;
use crate::meta::Meta;
use rustc_hash::FxHashMap;
use turnstile_kernel::{Expr, FVarId, Level, Name, Node, RecursorVal};

/// A function that calls itself: the term `fun args => body`, where the local variable `f` stands for it.
#[derive(Clone)]
pub(crate) struct RecursiveFunction {
    pub f: FVarId,
    /// The arguments, which are in the context.
    pub args: Vec<Expr>,
    pub body: Expr,
}

/// An argument on which the recursion may run.
pub(super) struct Candidate {
    /// Its position.
    pub position: usize,
    pub family: FamilyApp,
    /// Positions of the arguments that are its indices.
    pub index_positions: Vec<usize>,
    /// Arguments before this position are the same in every call.
    pub fixed: usize,
    /// The arguments that the induction generalises over, in order.
    pub others: Vec<Expr>,
}

impl Meta {
    /// The body of `rf` without recursive calls, and the position of the argument that the recursion runs on. Tried
    /// first is the argument that the body looks at first, because then the equations hold by computation.
    ///
    /// # Errors
    /// When no argument gets smaller structurally in every call.
    pub(crate) fn compile_structural(&mut self, rf: &RecursiveFunction) -> Result<(Expr, usize)> {
        let calls = self.calls_of(rf.f, rf.body);
        let mut fixed = rf.args.len();
        for c in &calls {
            let same = c.iter().zip(&rf.args).take_while(|(a, x)| self.eta_reduce(**a) == **x).count();
            fixed = fixed.min(same);
        }
        let mut reasons: Vec<Piece> = Vec::new();
        let first = self.first_split(rf);
        let rest = (0..rf.args.len()).filter(|p| Some(*p) != first);
        for position in first.into_iter().chain(rest) {
            let name = self.parameter_name(rf.args[position], position);
            let c = match self.candidate(rf, position, fixed, &calls)? {
                Err(reason) => {
                    let f = self.local_name(self.st.fvar(rf.f));
                    let text = format!("\nNot considering parameter {name} of {f}:\n  {reason}");
                    reasons.push(Piece::Text(text));
                    continue;
                }
                Ok(c) => c,
            };
            let direct = self.attempt(|m| m.scoped(|m| m.recurse_on(rf, &c)))?;
            if let Some(e) = direct {
                return Ok((e, position));
            }
            if let Some(e) = self.attempt(|m| m.scoped(|m| m.recurse_below(rf, &c)))? {
                return Ok((e, position));
            }
            let text = format!("\nCannot use parameter {name}:\n  failed to eliminate recursive application");
            reasons.push(Piece::Text(text));
            for call in calls.iter().filter(|c| c.iter().all(|a| self.st.loose(*a) == 0)).take(1) {
                let call = self.st.apps(self.st.fvar(rf.f), call);
                reasons.extend([Piece::Text("\n    ".into()), Piece::Expr(call)]);
            }
        }
        let mut pieces = vec![Piece::Text("failed to infer structural recursion:".to_owned())];
        pieces.append(&mut reasons);
        if rf.args.is_empty() {
            pieces.push(Piece::Text("\nno parameters suitable for structural recursion".into()));
        }
        Err(self.error(pieces))
    }

    /// How a message names a parameter.
    fn parameter_name(&self, x: Expr, position: usize) -> String {
        let name = self.local_name(x);
        if crate::meta::is_inaccessible(name) || name.is_anon() {
            return format!("#{}", position + 1);
        }
        name.to_string()
    }

    /// The argument that the body branches on first.
    fn first_split(&self, rf: &RecursiveFunction) -> Option<usize> {
        let (head, args) = self.st.unapp(rf.body);
        let (n, _) = self.st.as_const(head)?;
        let info = self.inductive_val(n.prefix()).filter(|_| n.last_str() == "casesOn")?;
        let major = args.get(info.num_params + 1 + info.num_indices)?;
        rf.args.iter().position(|a| a == major)
    }

    /// Whether recursion on the argument at `position` is possible; the text says why not.
    fn candidate(
        &mut self,
        rf: &RecursiveFunction,
        position: usize,
        fixed: usize,
        calls: &[Vec<Expr>],
    ) -> Result<std::result::Result<Candidate, String>> {
        let no = |s: &str| Ok(Err(s.to_owned()));
        if position < fixed {
            return no("it is unchanged in the recursive calls");
        }
        if calls.iter().any(|c| c.len() <= position) {
            return no("the function is not applied to this argument in a recursive call");
        }
        let ty = self.infer(rf.args[position])?;
        let Some(family) = self.as_family(ty)? else { return no("its type is not an inductive") };
        if !family.info.is_rec {
            return no("its type is not recursive");
        }
        if family.info.all.len() > 1 || family.info.num_nested > 0 {
            return no("its type is a mutual or nested inductive type");
        }
        let mut index_positions = Vec::new();
        for i in &family.indices {
            match rf.args.iter().position(|a| a == i) {
                Some(p) if !index_positions.contains(&p) && p != position => index_positions.push(p),
                _ => {
                    return no(
                        "its type is an inductive family whose indices are not different arguments of the function",
                    );
                }
            }
        }
        let fixed = index_positions.iter().copied().chain([position, fixed]).min().unwrap_or(0);
        let others: Vec<Expr> = rf
            .args
            .iter()
            .enumerate()
            .skip(fixed)
            .filter(|(i, _)| *i != position && !index_positions.contains(i))
            .map(|(_, a)| *a)
            .collect();
        let ids: Vec<FVarId> = others.iter().map(|x| self.fvar_id(*x)).collect::<Result<_>>()?;
        let varying: Vec<FVarId> =
            rf.args[fixed..].iter().map(|x| self.fvar_id(*x)).collect::<Result<_>>()?;
        if family.params.iter().any(|p| self.depends_on_any(*p, &varying)) {
            return no("its type is an inductive datatype whose parameters change in recursive calls");
        }
        for p in index_positions.iter().chain([&position]) {
            let t = self.infer(rf.args[*p])?;
            if self.depends_on_any(t, &ids) {
                return no("its type depends on arguments that change in recursive calls");
            }
        }
        Ok(Ok(Candidate { position, family, index_positions, fixed, others }))
    }

    /// `fun indices x => ∀ others, type of the body`, and its universe.
    pub(super) fn recursion_motive(
        &mut self,
        rf: &RecursiveFunction,
        c: &Candidate,
    ) -> Result<(Expr, Level)> {
        let ty = self.infer(rf.body)?;
        let inner = self.mk_pi(&c.others, ty)?;
        let level = self.sort_of(inner)?;
        let x = rf.args[c.position];
        let motive = self.mk_lambda(&[&c.family.indices[..], &[x]].concat(), inner)?;
        Ok((motive, level))
    }

    /// The arguments of a call in the roles that the candidate gives them.
    pub(super) fn call_parts(
        &self,
        rf: &RecursiveFunction,
        c: &Candidate,
        args: &[Expr],
    ) -> Option<CallParts> {
        if args.len() < rf.args.len() {
            // An under-applied call could still be expanded; the arguments up to the recursive one are needed.
            let needed = c.index_positions.iter().chain([&c.position]).max()? + 1;
            if args.len() < needed || c.others.len() + needed > rf.args.len() - c.fixed + needed {
                return None;
            }
        }
        if args.len() < c.fixed
            || args.iter().zip(&rf.args[..c.fixed]).any(|(a, x)| self.eta_reduce(*a) != *x)
        {
            return None;
        }
        let major = *args.get(c.position)?;
        let indices = c.index_positions.iter().map(|p| args.get(*p).copied()).collect::<Option<Vec<_>>>()?;
        let rest: Vec<Expr> = args
            .iter()
            .enumerate()
            .skip(c.fixed)
            .filter(|(i, _)| *i != c.position && !c.index_positions.contains(i))
            .map(|(_, a)| *a)
            .collect();
        Some(CallParts { major, indices, rest })
    }

    /// Recursion by the recursor itself: calls on the fields of the constructor.
    fn recurse_on(&mut self, rf: &RecursiveFunction, c: &Candidate) -> Result<Option<Expr>> {
        let Some(rec) = self.recursor_val(c.family.info.cval.name.str("rec")) else { return Ok(None) };
        let (motive, level) = self.recursion_motive(rf, c)?;
        let large = rec.cval.level_params.len() > c.family.levels.len();
        if !large && !self.level_is_zero(self.normalize_level(level)) {
            return Ok(None);
        }
        let levels: Vec<Level> =
            large.then_some(level).into_iter().chain(c.family.levels.iter().copied()).collect();
        let mut e = self.st.const_(rec.cval.name, &levels);
        e = self.st.app(self.st.apps(e, &c.family.params), motive);
        let x = self.fvar_id(rf.args[c.position])?;
        let idx: Vec<FVarId> = c.family.indices.iter().map(|i| self.fvar_id(*i)).collect::<Result<_>>()?;
        for ctor in c.family.info.ctors.clone().iter() {
            let t = self.infer(e)?;
            let t = self.whnf_core(t)?;
            let Node::Pi(_, dom, _) = self.st.node(t) else { return Ok(None) };
            let minor = self.scoped(|m| {
                let (fields, app, ctor_idx) = m.open_ctor(*ctor, &c.family.levels, &c.family.params)?;
                let rest = m.instantiate_pis(dom, &fields)?;
                let hyp_fields = m.hypothesis_fields(&rec, *ctor, fields.len());
                let (hyps, _) = m.open_pis(rest, Some(hyp_fields.len()))?;
                let mut map: FxHashMap<FVarId, Expr> = idx.iter().copied().zip(ctor_idx).collect();
                map.insert(x, app);
                let others = m.reintroduce(&c.others, &mut map)?;
                let body = m.st.replace_fvars(m.instantiate(rf.body), &map);
                let by_field: Vec<(FVarId, Expr)> = hyp_fields
                    .iter()
                    .zip(&hyps)
                    .map(|(f, h)| Ok((m.fvar_id(fields[*f])?, *h)))
                    .collect::<Result<_>>()?;
                let mut resolve = |m: &mut Meta, _: usize, _: Option<Expr>, args: &[Expr]| {
                    let Some(parts) = m.call_parts(rf, c, args) else { return Ok(None) };
                    let major = m.whnf_core(parts.major)?;
                    let (h, field_args) = m.st.unapp(major);
                    let Node::FVar(id) = m.st.node(h) else { return Ok(None) };
                    let Some((_, ih)) = by_field.iter().find(|b| b.0 == id) else { return Ok(None) };
                    let v = m.st.apps(*ih, &field_args);
                    Ok(Some(m.st.apps(v, &parts.rest)))
                };
                let mut rw = CallRewriter::new(vec![rf.f], &mut resolve);
                let body = rw.rewrite(m, body, None)?;
                if m.occurs(body, rf.f) {
                    return Err(Error::msg("a recursive call is not on a field"));
                }
                m.mk_lambda(&[&fields[..], &hyps, &others].concat(), body)
            })?;
            e = self.st.app(e, minor);
        }
        e = self.st.app(self.st.apps(e, &c.family.indices), rf.args[c.position]);
        Ok(Some(self.st.apps(e, &c.others)))
    }

    /// For each induction hypothesis in the minor premise of `ctor`: the field it is about. Read off the recursor's own
    /// type, where the motive is still a variable.
    fn hypothesis_fields(&self, rec: &RecursorVal, ctor: Name, num_fields: usize) -> Vec<usize> {
        let Some(k) = rec.rules.iter().position(|r| r.ctor == ctor) else { return vec![] };
        let mut t = rec.cval.ty;
        for _ in 0..rec.num_params + rec.num_motives + k {
            let Node::Pi(_, _, b) = self.st.node(t) else { return vec![] };
            t = b;
        }
        let Node::Pi(_, mut minor, _) = self.st.node(t) else { return vec![] };
        for _ in 0..num_fields {
            let Node::Pi(_, _, b) = self.st.node(minor) else { return vec![] };
            minor = b;
        }
        let mut out = Vec::new();
        while let Node::Pi(_, d, b) = self.st.node(minor) {
            // `∀ ys, motive indices (field ys)` below the fields and the hypotheses before it.
            let mut inner = d;
            let mut depth = out.len();
            while let Node::Pi(_, _, x) = self.st.node(inner) {
                inner = x;
                depth += 1;
            }
            let field = self.st.unapp(inner).1.last().and_then(|a| match self.st.node(self.st.app_fn(*a)) {
                Node::BVar(v) => num_fields.checked_sub(1 + (v as usize).checked_sub(depth)?),
                _ => None,
            });
            let Some(field) = field else { break };
            out.push(field);
            minor = b;
        }
        out
    }
}

/// See [`Meta::call_parts`].
pub(super) struct CallParts {
    pub major: Expr,
    pub indices: Vec<Expr>,
    /// The arguments generalised over, as far as they are given.
    pub rest: Vec<Expr>,
}
