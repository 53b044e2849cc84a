//! The main loop: a term is visited, rewritten, its parts are visited, and again until nothing changes.

use super::call::{Origin, SimpArg, SimpCall, SimpConfig};
use super::default_set::{DefaultSet, SharedSet};
use super::index::Index;
use super::ordering::TermOrder;
use super::rule::{Source, rules_of, theorem_source};
use crate::goal::hyps;
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;
use std::sync::Arc;
use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{
    BinderInfo, ConstantInfo, Expr, FVarId, LMVarId, Level, LevelNode, Name, Node, Store, with_stack,
};

/// A term and a proof that it equals the one that was simplified; no proof when both are equal by `rfl`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SimpResult {
    /// The simpler term.
    pub expr: Expr,
    /// `e = expr`
    pub proof: Option<Expr>,
}

impl SimpResult {
    /// The term itself, or one that is equal by `rfl`.
    #[must_use]
    pub fn rfl(expr: Expr) -> SimpResult {
        SimpResult { expr, proof: None }
    }
}

/// Terms nested deeper than this are given up on.
const MAX_DEPTH: u32 = 512;
/// A call that makes more term nodes than this is given up on.
const MAX_NODES: u32 = 1 << 21;

/// What a call rewrites with, and what it has found out: the rules, bounds and caches of one context of hypotheses.
pub struct SimpCtx {
    /// Bounds and choices.
    pub config: SimpConfig,
    /// The default set, unless `only`.
    pub(super) defaults: Option<SharedSet>,
    /// Rules of this call.
    pub(super) own: Index,
    /// Definitions to unfold.
    pub(super) unfold: FxHashSet<Name>,
    /// Whether definitions are unfolded before rules are tried: where a rule is the theorem that is being proved by
    /// recursion, it must see the smaller terms first.
    pub(super) unfold_first: bool,
    /// Local definitions to unfold.
    pub(super) unfold_locals: FxHashSet<FVarId>,
    /// What must not be used.
    pub(super) erased: FxHashSet<Name>,
    /// The hypothesis that is being simplified: it does not rewrite itself.
    pub(super) skip: Option<FVarId>,
    pub(super) cache: FxHashMap<Expr, SimpResult>,
    pub(super) infos: FxHashMap<(Name, usize), Arc<[BinderInfo]>>,
    pub(super) shapes: FxHashMap<(Expr, usize), Option<Rc<[super::congr::ArgKind]>>>,
    pub(super) order: TermOrder,
    pub(super) steps: u32,
    nodes_at_start: Option<u32>,
    pub(super) depth: u32,
    pub(super) discharge_depth: u32,
    /// Where instances that are to be found later are noted, if that is allowed.
    pub(super) open_instances: Option<Vec<turnstile_kernel::MVarId>>,
    used: Vec<Origin>,
    used_set: FxHashSet<Origin>,
}

impl SimpCtx {
    /// The rules and definitions of `call`, for terms in the current context.
    ///
    /// # Errors
    /// When an argument is neither a proposition nor a definition.
    pub fn new(m: &mut Meta, call: &SimpCall) -> Result<SimpCtx> {
        let defaults = if call.only { None } else { Some(DefaultSet::of(m)) };
        let mut cx = SimpCtx {
            config: call.config.clone(),
            defaults,
            own: Index::default(),
            unfold: FxHashSet::default(),
            unfold_first: false,
            unfold_locals: FxHashSet::default(),
            erased: call.erase.iter().copied().collect(),
            skip: None,
            cache: FxHashMap::default(),
            infos: FxHashMap::default(),
            shapes: FxHashMap::default(),
            order: TermOrder::default(),
            steps: 0,
            nodes_at_start: None,
            depth: 0,
            discharge_depth: 0,
            open_instances: None,
            used: Vec::new(),
            used_set: FxHashSet::default(),
        };
        for (i, a) in call.args.iter().enumerate() {
            match a {
                SimpArg::Const { name, inverse } => cx.add_const(m, *name, *inverse)?,
                SimpArg::Hyp { id, inverse } => cx.add_hyp(m, *id, *inverse)?,
                SimpArg::Term { proof, inverse } => cx.add_term(m, *proof, *inverse, Origin::Arg(i))?,
            }
        }
        if call.star {
            cx.add_all_hyps(m)?;
        }
        Ok(cx)
    }

    /// Every hypothesis that is a proposition becomes a rule.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn add_all_hyps(&mut self, m: &mut Meta) -> Result<()> {
        let ids: Vec<FVarId> = hyps(m).map(|d| d.id).collect();
        for id in ids {
            let ty = m.local_decl(id)?.ty;
            if m.is_prop(ty)? {
                self.add_hyp(m, id, false)?;
            }
        }
        Ok(())
    }

    fn add_const(&mut self, m: &mut Meta, name: Name, inverse: bool) -> Result<()> {
        let Some(c) = m.env.get(name).cloned() else {
            return Err(Error::msg(format!("Unknown constant `{name}`")));
        };
        if m.is_prop(c.ty())? {
            let Some(mut s) = theorem_source(m, name, inverse, 1000) else { return Ok(()) };
            s.inverse = inverse;
            return self.add_source(m, &s);
        }
        match &*c {
            ConstantInfo::Definition(..) if inverse => Err(Error::msg(format!(
                "invalid '←' modifier, '{name}' is a declaration name to be unfolded"
            ))),
            ConstantInfo::Definition(..) => {
                self.unfold.insert(name);
                Ok(())
            }
            _ => Err(Error::msg(format!(
                "invalid 'simp', it is neither a proposition nor a definition: '{name}'"
            ))),
        }
    }

    /// Adds a hypothesis, or unfolds a local definition.
    ///
    /// # Errors
    /// When it is neither a proposition nor a local definition.
    pub fn add_hyp(&mut self, m: &mut Meta, id: FVarId, inverse: bool) -> Result<()> {
        let d = m.local_decl(id)?;
        if !m.is_prop(d.ty)? {
            if d.value.is_some() {
                self.unfold_locals.insert(id);
                return Ok(());
            }
            let x = m.st.fvar(id);
            return Err(m.error_at_term("invalid 'simp', it is neither a proposition nor a definition:", x));
        }
        self.unfold_first |= d.is_aux;
        let proof = m.st.fvar(id);
        let ty = m.instantiate(d.ty);
        let s = Source {
            origin: Origin::Hyp(id, inverse),
            level_params: Arc::from([]),
            proof,
            ty,
            inverse,
            priority: 1000,
            by_rfl: false,
        };
        self.add_source(m, &s)
    }

    /// Adds the proof of a proposition; holes in it become variables.
    ///
    /// # Errors
    /// When it is no proof.
    pub fn add_term(&mut self, m: &mut Meta, proof: Expr, inverse: bool, origin: Origin) -> Result<()> {
        let proof = m.instantiate(proof);
        let ty = m.infer(proof)?;
        let ty = m.instantiate(ty);
        if !m.is_prop(ty)? {
            return Err(
                m.error_at_term("invalid 'simp', it is neither a proposition nor a definition:", proof)
            );
        }
        let (proof, ty) = close_holes(m, proof, ty)?;
        let (level_params, proof, ty) = close_levels(m, proof, ty);
        let s = Source { origin, level_params, proof, ty, inverse, priority: 1000, by_rfl: false };
        self.add_source(m, &s)
    }

    fn add_source(&mut self, m: &mut Meta, s: &Source) -> Result<()> {
        for r in rules_of(m, s)? {
            self.own.insert(m, r);
        }
        Ok(())
    }

    /// The rules and definitions that took part, in order of first use.
    #[must_use]
    pub fn used(&self) -> &[Origin] {
        &self.used
    }

    pub(super) fn note_use(&mut self, o: Origin) {
        if self.used_set.insert(o) {
            self.used.push(o);
        }
    }
}

/// `proof : ty` with its unassigned holes as leading variables.
fn close_holes(m: &mut Meta, proof: Expr, ty: Expr) -> Result<(Expr, Expr)> {
    if !m.st.has_expr_mvar(proof) {
        return Ok((proof, ty));
    }
    let holes = m.unassigned_mvars(proof);
    m.scoped(|m| {
        let mut xs: Vec<Expr> = Vec::new();
        let mut terms: Vec<Expr> = Vec::new();
        for h in holes {
            let Some(d) = m.mctx.decl(h).cloned() else { continue };
            let t = m.instantiate(d.ty);
            let t = m.st.abstract_terms(t, &terms);
            let t = m.st.instantiate_rev(t, &xs);
            let info = if m.is_class_type(t) { BinderInfo::Inst } else { BinderInfo::Default };
            xs.push(m.push_local(Name::new("x"), t, info));
            terms.push(m.st.mvar(h));
        }
        let put = |m: &Meta, e| m.st.instantiate_rev(m.st.abstract_terms(e, &terms), &xs);
        let (p, t) = (put(m, proof), put(m, ty));
        Ok((m.mk_lambda(&xs, p)?, m.mk_pi(&xs, t)?))
    })
}

/// `proof : ty` with its unassigned level holes as level parameters.
fn close_levels(m: &Meta, proof: Expr, ty: Expr) -> (Arc<[Name]>, Expr, Expr) {
    let mut holes: Vec<LMVarId> = Vec::new();
    let mut close = |e: Expr| m.st.map_levels(e, |l| level_holes_as_params(&m.st, l, &mut holes));
    let (proof, ty) = (close(proof), close(ty));
    let params = (0..holes.len()).map(level_param).collect();
    (params, proof, ty)
}

/// The level parameter for level hole number `i`.
fn level_param(i: usize) -> Name {
    Name::new("u").num(i as u64)
}

fn level_holes_as_params(st: &Store, l: Level, holes: &mut Vec<LMVarId>) -> Level {
    if !st.level_has_mvar(l) {
        return l;
    }
    with_stack(|| match st.level(l) {
        LevelNode::Succ(a) => st.l_succ(level_holes_as_params(st, a, holes)),
        LevelNode::Max(a, b) => {
            st.l_max(level_holes_as_params(st, a, holes), level_holes_as_params(st, b, holes))
        }
        LevelNode::IMax(a, b) => {
            st.l_imax(level_holes_as_params(st, a, holes), level_holes_as_params(st, b, holes))
        }
        LevelNode::MVar(x) => {
            let i = holes.iter().position(|h| *h == x).unwrap_or_else(|| {
                holes.push(x);
                holes.len() - 1
            });
            st.l_param(level_param(i))
        }
        LevelNode::Zero | LevelNode::Param(_) => l,
    })
}

/// Simplifies `e` in the current context.
///
/// # Errors
/// When the budget of the call or of the state ends.
pub fn simp_expr(m: &mut Meta, cx: &mut SimpCtx, e: Expr) -> Result<SimpResult> {
    let e2 = m.instantiate(e);
    Simp { m, cx }.visit(e2)
}

/// A running simplification.
pub(super) struct Simp<'a> {
    pub(super) m: &'a mut Meta,
    pub(super) cx: &'a mut SimpCtx,
}

impl Simp<'_> {
    /// Simplifies `e` to a normal form of the rules.
    pub(super) fn visit(&mut self, e: Expr) -> Result<SimpResult> {
        match self.m.st.node(e) {
            Node::Sort(_) | Node::Nat(_) | Node::Str(_) | Node::BVar(_) | Node::MVar(_) => {
                return Ok(SimpResult::rfl(e));
            }
            _ => {}
        }
        if let Some(r) = self.cx.cache.get(&e) {
            return Ok(*r);
        }
        if self.cx.depth >= MAX_DEPTH {
            return Err(Error::msg("simp failed, maximum recursion depth has been reached"));
        }
        self.count_step()?;
        self.cx.depth += 1;
        let r = with_stack(|| self.visit_loop(e));
        self.cx.depth -= 1;
        let r = r?;
        self.cx.cache.insert(e, r);
        if r.expr != e {
            self.cx.cache.insert(r.expr, SimpResult::rfl(r.expr));
        }
        Ok(r)
    }

    fn visit_loop(&mut self, e: Expr) -> Result<SimpResult> {
        let mut cur = SimpResult::rfl(e);
        // What this term has been: a rewriting that comes back here would go on for ever.
        let mut seen: Vec<Expr> = vec![self.m.st.alpha(e)];
        loop {
            if let Some(r) = self.before_parts(cur.expr)? {
                cur = self.trans(e, cur, r)?;
                if !self.is_new(&mut seen, cur.expr) {
                    return Ok(cur);
                }
                continue;
            }
            let r = self.parts(cur.expr)?;
            cur = self.trans(e, cur, r)?;
            let Some(r) = self.after_parts(cur.expr)? else { return Ok(cur) };
            cur = self.trans(e, cur, r)?;
            if !self.is_new(&mut seen, cur.expr) {
                return Ok(cur);
            }
            if let Some(r) = self.cx.cache.get(&cur.expr).copied() {
                return self.trans(e, cur, r);
            }
            self.count_step()?;
        }
    }

    fn count_step(&mut self) -> Result<()> {
        self.m.tick()?;
        self.cx.steps += 1;
        if self.cx.steps > self.cx.config.max_steps {
            return Err(Error::msg("simp failed, maximum number of steps exceeded"));
        }
        let nodes = self.m.st.node_count();
        let start = *self.cx.nodes_at_start.get_or_insert(nodes);
        if nodes.saturating_sub(start) > MAX_NODES {
            return Err(Error::msg("simp failed, the terms grow too large"));
        }
        Ok(())
    }

    fn is_new(&self, seen: &mut Vec<Expr>, e: Expr) -> bool {
        let a = self.m.st.alpha(e);
        if seen.contains(&a) {
            return false;
        }
        seen.push(a);
        true
    }

    /// Steps that come before the parts: definitional ones, and conditionals with a decided condition.
    fn before_parts(&mut self, e: Expr) -> Result<Option<SimpResult>> {
        if let Some(r) = self.reduce(e)? {
            return Ok(Some(SimpResult::rfl(r)));
        }
        if self.cx.config.dsimp { Ok(None) } else { self.conditional(e) }
    }

    /// Simplifies the parts of `e`.
    fn parts(&mut self, e: Expr) -> Result<SimpResult> {
        match self.m.st.node(e) {
            Node::App(..) => self.application(e),
            Node::Lam(..) => self.function(e),
            Node::Pi(..) => self.forall(e),
            Node::Proj(s, i, x) => self.projection(e, s, i, x),
            _ => Ok(SimpResult::rfl(e)),
        }
    }

    /// Steps at the head once the parts are simple.
    fn after_parts(&mut self, e: Expr) -> Result<Option<SimpResult>> {
        if let Some(r) = self.reduce(e)? {
            return Ok(Some(SimpResult::rfl(r)));
        }
        if let Some(r) = self.compute(e)? {
            return Ok(Some(r));
        }
        if !self.cx.config.dsimp
            && let Some(r) = self.compare_values(e)?
        {
            return Ok(Some(r));
        }
        if self.cx.unfold_first
            && let Some(r) = self.unfold(e)?
        {
            return Ok(Some(r));
        }
        if self.cx.config.arith
            && let Some(r) = self.linear(e)?
        {
            return Ok(Some(r));
        }
        if let Some(r) = self.rewrite(e)? {
            return Ok(Some(r));
        }
        self.unfold(e)
    }
}
