//! Default values in structure instances. A default may depend on fields that are built later, or on other defaults,
//! so missing fields are holes at first; of several defaults the one of the outermost structure counts.

use crate::elab::Elab;
use crate::error::Result;
use std::sync::Arc;
use turnstile_kernel::{BinderInfo, Expr, Level, Name, Node};
use turnstile_syntax::Span;

/// A structure that is being built.
struct Nest {
    structure: Name,
    levels: Arc<[Level]>,
    params: Vec<Expr>,
    /// The fields so far.
    values: Vec<Expr>,
    /// The structure that embeds it.
    parent: Option<usize>,
}

/// A field that waits for its default value.
struct Waiting {
    hole: Expr,
    field: Name,
    nest: usize,
}

/// A structure instance with everything nested in it.
#[derive(Default)]
pub(super) struct Plan {
    nests: Vec<Nest>,
    waiting: Vec<Waiting>,
    /// Fields without any value.
    pub missing: Vec<Name>,
    /// Whether `..` was written.
    pub ellipsis: bool,
    /// The whole instance.
    pub span: Span,
}

impl Plan {
    /// A plan for the instance written at `span`.
    pub fn new(ellipsis: bool, span: Span) -> Plan {
        Plan { ellipsis, span, ..Plan::default() }
    }

    /// Begins a structure. Returns its number.
    pub fn enter(
        &mut self,
        structure: Name,
        levels: Arc<[Level]>,
        params: Vec<Expr>,
        parent: Option<usize>,
    ) -> usize {
        self.nests.push(Nest { structure, levels, params, values: vec![], parent });
        self.nests.len() - 1
    }

    /// Adds the next field of structure `nest`.
    pub fn add_value(&mut self, nest: usize, v: Expr) {
        self.nests[nest].values.push(v);
    }

    /// The structures around `nest` and itself, outermost first.
    fn path(&self, nest: usize) -> Vec<usize> {
        let mut out = vec![nest];
        let mut at = nest;
        while let Some(p) = self.nests[at].parent {
            out.push(p);
            at = p;
        }
        out.reverse();
        out
    }
}

impl Elab {
    /// What stands for the field `field` that is given nowhere: its default if that can be told already. Its type is `ty`,
    /// or `marked` with the annotation of an automatic value.
    pub(super) fn missing_field(
        &mut self,
        field: Name,
        info: BinderInfo,
        ty: Expr,
        marked: Expr,
        nest: usize,
        plan: &mut Plan,
    ) -> Result<Expr> {
        let count = self.default_count(field, nest, plan);
        if count > 0 {
            if let Some(v) = self.default_value(field, nest, 0, plan)? {
                return Ok(v);
            }
            let hole = self.m.mk_hole(ty);
            plan.waiting.push(Waiting { hole, field, nest });
            return Ok(hole);
        }
        if info == BinderInfo::Inst {
            return self.mk_inst(ty, plan.span);
        }
        if let Some(v) = self.auto_param_hole(marked, plan.span)? {
            return Ok(v);
        }
        if !plan.ellipsis {
            plan.missing.push(field);
        }
        Ok(self.m.mk_hole(ty))
    }

    /// Gives the waiting fields their default values: first all by the outermost default, then by the next, until
    /// nothing changes.
    pub(super) fn fill_defaults(&mut self, plan: &mut Plan) -> Result<()> {
        let mut rank = 0;
        loop {
            plan.waiting.retain(|w| {
                let h = self.m.instantiate(w.hole);
                self.m.head_mvar(h).is_some()
            });
            if plan.waiting.is_empty() {
                return Ok(());
            }
            let mut progress = false;
            let mut deepest = 0;
            for i in 0..plan.waiting.len() {
                let Waiting { hole, field, nest } = plan.waiting[i];
                deepest = deepest.max(self.default_count(field, nest, plan));
                if let Some(v) = self.default_value(field, nest, rank, plan)? {
                    progress |= self.m.is_def_eq(hole, v)?;
                } else if self.is_automatic(field, nest, plan)
                    && let Some(v) = self.proof_by_rfl(hole)?
                {
                    progress |= self.m.is_def_eq(hole, v)?;
                }
            }
            match progress {
                true => rank = 0,
                false => rank += 1,
            }
            if rank >= deepest {
                plan.missing.extend(plan.waiting.drain(..).map(|w| w.field));
                return Ok(());
            }
        }
    }

    /// How many structures on the way to `nest` have a default for `field`.
    fn default_count(&self, field: Name, nest: usize, plan: &Plan) -> usize {
        plan.path(nest).iter().filter(|n| self.has_default(plan.nests[**n].structure, field)).count()
    }

    fn has_default(&self, structure: Name, field: Name) -> bool {
        self.m.env.structure(structure).is_some_and(|i| i.defaults.iter().any(|d| d.field == field))
    }

    /// Whether some structure on the way to `nest` proves `field` by `rfl` when it is not given.
    fn is_automatic(&self, field: Name, nest: usize, plan: &Plan) -> bool {
        plan.path(nest).into_iter().any(|n| {
            self.m
                .env
                .structure(plan.nests[n].structure)
                .is_some_and(|i| i.defaults.iter().any(|d| d.field == field && d.value.is_anon()))
        })
    }

    /// `fun xs => rfl` for a hole whose type has no holes left.
    fn proof_by_rfl(&mut self, hole: Expr) -> Result<Option<Expr>> {
        let ty = self.m.infer(hole)?;
        let ty = self.m.instantiate(ty);
        let ty = self.reduce_projections(ty);
        if self.m.st.has_expr_mvar(ty) {
            return Ok(None);
        }
        self.m.scoped(|m| {
            let (xs, body) = m.open_pis(ty, None)?;
            if let Some(args) = m.st.app_of(body, "Iff", 2) {
                if !m.is_def_eq(args[0], args[1])? {
                    return Ok(None);
                }
                let refl = m.st.app(m.st.const0("Iff.refl"), args[0]);
                return m.mk_lambda(&xs, refl).map(Some);
            }
            let Some(args) = m.st.app_of(body, "Eq", 3) else { return Ok(None) };
            if !m.is_def_eq(args[1], args[2])? {
                return Ok(None);
            }
            let (h, _) = m.st.unapp(body);
            let Some((_, levels)) = m.st.as_const(h) else { return Ok(None) };
            let refl = m.st.const_(Name::new("Eq.refl"), &m.st.level_list(levels));
            let refl = m.st.apps(refl, &[args[0], args[1]]);
            m.mk_lambda(&xs, refl).map(Some)
        })
    }

    /// The default number `rank` of `field`, outermost first, if everything it needs is known.
    fn default_value(&mut self, field: Name, nest: usize, rank: usize, plan: &Plan) -> Result<Option<Expr>> {
        let at = plan
            .path(nest)
            .into_iter()
            .filter(|n| self.has_default(plan.nests[*n].structure, field))
            .nth(rank);
        let Some(n) = at.map(|n| &plan.nests[n]) else { return Ok(None) };
        let entry = self
            .m
            .env
            .structure(n.structure)
            .and_then(|i| i.defaults.iter().find(|d| d.field == field))
            .cloned();
        let Some(entry) = entry.filter(|e| !e.value.is_anon()) else { return Ok(None) };
        let Some(fields) = n.values.get(..entry.num_fields) else { return Ok(None) };
        let c = self.m.st.const_(entry.value, &n.levels);
        let v = self.m.st.apps(c, &[&n.params[..], fields].concat());
        let Some(v) = self.m.unfold_definition(v, false) else { return Ok(None) };
        let v = self.m.instantiate(v);
        let v = self.reduce_projections(v);
        let left = self.m.unassigned_mvars(v);
        let stuck = plan.waiting.iter().any(|w| match self.m.st.node(w.hole) {
            Node::MVar(h) => left.contains(&h),
            _ => false,
        });
        Ok((!stuck).then_some(v))
    }

    /// `e` with projections of constructor applications carried out.
    fn reduce_projections(&self, e: Expr) -> Expr {
        let st = &self.m.st;
        st.replace(e, |t, _| {
            let (h, args) = st.unapp(t);
            let (major, index, rest) = match st.node(h) {
                Node::Proj(_, i, x) => (x, i as usize, &args[..]),
                Node::Const(n, _) => {
                    let (s, i) = self.m.env.ext.projections.get(&n)?;
                    let np = self.m.env.structure(*s)?.num_params;
                    (*args.get(np)?, *i, &args[np + 1..])
                }
                _ => return None,
            };
            let major = turnstile_kernel::with_stack(|| self.reduce_projections(major));
            let (c, cargs) = st.unapp(major);
            let ctor = self.m.ctor_val(st.as_const(c)?.0)?;
            let field = *cargs.get(ctor.num_params + index)?;
            let field = st.beta(field, rest);
            Some(turnstile_kernel::with_stack(|| self.reduce_projections(field)))
        })
    }
}
