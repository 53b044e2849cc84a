//! The functions a goal is about, with the data types they work on.

use turnstile_elab::{Meta, Result};
use turnstile_kernel::{ConstantInfo, Expr, Name, Node};

/// A function `func : args → res` on data types, its type, instance and function parameters filled in.
#[derive(Clone, Debug)]
pub struct Op {
    /// The function.
    pub func: Expr,
    /// Indices of the argument types in [`Signature::types`].
    pub args: Vec<usize>,
    /// Index of the result type.
    pub res: usize,
    /// Whether it is a constructor.
    pub is_ctor: bool,
}

/// A data type.
#[derive(Clone, Debug)]
pub struct DataType {
    /// The type.
    pub ty: Expr,
    /// Whether it is a type variable of the goal, of which nothing is known.
    pub is_var: bool,
}

/// Functions and data types of a goal.
#[derive(Clone, Debug, Default)]
pub struct Signature {
    /// Functions and constructors.
    pub ops: Vec<Op>,
    /// Data types.
    pub types: Vec<DataType>,
}

/// More functions than this make exploration hopeless.
const MAX_OPS: usize = 9;

impl Signature {
    /// The functions that occur in `goal` (in the current context), the functions those are defined by, and the
    /// constructors of their types.
    ///
    /// # Errors
    /// When the budget ends.
    pub fn of_goal(m: &mut Meta, goals: &[Expr]) -> Result<Signature> {
        let mut sig = Signature::default();
        let mut todo: Vec<Expr> = goals.iter().map(|g| m.instantiate(*g)).collect();
        let mut depth = 0;
        while !todo.is_empty() && depth < 3 && sig.ops.len() < MAX_OPS {
            let mut next = Vec::new();
            for e in todo {
                for app in applications(m, e) {
                    if sig.ops.len() >= MAX_OPS {
                        break;
                    }
                    if let Some(op) = sig.op_of(m, app)? {
                        if sig.ops.iter().any(|o| m.st.alpha_eq(o.func, op.func)) {
                            continue;
                        }
                        next.extend(definition(m, op.func));
                        sig.ops.push(op);
                    }
                }
            }
            todo = next;
            depth += 1;
        }
        for i in 0..sig.types.len() {
            sig.add_ctors(m, i)?;
        }
        Ok(sig)
    }

    /// Whether a function (not only constructors) is there.
    #[must_use]
    pub fn has_functions(&self) -> bool {
        self.ops.iter().any(|o| !o.is_ctor)
    }

    fn add_ctors(&mut self, m: &mut Meta, ty: usize) -> Result<()> {
        let (h, params) = m.st.unapp(self.types[ty].ty);
        let Some((n, ls)) = m.st.as_const(h) else { return Ok(()) };
        let Some(ConstantInfo::Inductive(v)) = m.env.get(n).map(|c| (**c).clone()) else { return Ok(()) };
        for c in v.ctors.iter() {
            let f = m.st.const_(*c, &m.st.level_list(ls));
            let f = m.st.apps(f, &params[..v.num_params.min(params.len())]);
            if n.as_str() == "Nat" {
                // Numerals are written `0` and `n + 1` by people; the constructors say the same.
            }
            if let Some(op) = self.typed(m, f, true)?
                && !self.ops.iter().any(|o| m.st.alpha_eq(o.func, op.func))
            {
                self.ops.push(op);
            }
        }
        Ok(())
    }

    /// `f` with its non-data arguments, when the rest of its type is first-order over data types.
    fn op_of(&mut self, m: &mut Meta, app: Expr) -> Result<Option<Op>> {
        let (h, args) = m.st.unapp(app);
        let Some((n, _)) = m.st.as_const(h) else { return Ok(None) };
        let Some(c) = m.env.get(n).cloned() else { return Ok(None) };
        let is_ctor = match &*c {
            ConstantInfo::Definition(..) => false,
            ConstantInfo::Constructor(_) => return Ok(None),
            _ => return Ok(None),
        };
        if n.as_str() == "OfNat.ofNat" || m.env.is_class(n) {
            return Ok(None);
        }
        // Leading arguments that are types, instances or functions are fixed.
        let mut f = h;
        let mut i = 0;
        while i < args.len() {
            if is_data(m, args[i])? {
                break;
            }
            f = m.st.app(f, args[i]);
            i += 1;
        }
        if m.st.loose(f) > 0 {
            return Ok(None);
        }
        self.typed(m, f, is_ctor)
    }

    fn typed(&mut self, m: &mut Meta, f: Expr, is_ctor: bool) -> Result<Option<Op>> {
        let Ok(ty) = m.infer(f) else { return Ok(None) };
        let ty = m.instantiate(ty);
        if m.st.has_expr_mvar(ty) {
            return Ok(None);
        }
        let mut args = Vec::new();
        let mut t = m.st.head_beta(ty);
        while let Node::Pi(_, d, b) = m.st.node(t) {
            if m.st.loose(b) > 0 {
                return Ok(None);
            }
            let Some(d) = self.data_type(m, d)? else { return Ok(None) };
            args.push(d);
            t = b;
        }
        let Some(res) = self.data_type(m, t)? else { return Ok(None) };
        if args.len() > 3 {
            return Ok(None);
        }
        Ok(Some(Op { func: f, args, res, is_ctor }))
    }

    fn data_type(&mut self, m: &mut Meta, t: Expr) -> Result<Option<usize>> {
        let t = m.whnf_r(t)?;
        if let Some(i) = self.types.iter().position(|d| m.st.alpha_eq(d.ty, t)) {
            return Ok(Some(i));
        }
        let (h, _) = m.st.unapp(t);
        let is_var = match m.st.node(h) {
            Node::FVar(_) => h == t && m.is_type(t).unwrap_or(false),
            Node::Const(n, _) => {
                let ok = match m.env.get(n).map(|c| &**c) {
                    Some(ConstantInfo::Inductive(v)) => v.num_indices == 0 && !m.env.is_class(n),
                    _ => false,
                };
                if !ok || m.is_prop(t)? {
                    return Ok(None);
                }
                false
            }
            _ => return Ok(None),
        };
        if is_var || !matches!(m.st.node(h), Node::FVar(_)) {
            self.types.push(DataType { ty: t, is_var });
            return Ok(Some(self.types.len() - 1));
        }
        Ok(None)
    }
}

/// Applications of constants in `e`, outermost first; those under binders included when they do not use the binder.
fn applications(m: &Meta, e: Expr) -> Vec<Expr> {
    let mut out = Vec::new();
    m.st.any_subterm(e, |t| {
        if matches!(m.st.node(t), Node::App(..)) && m.st.head_const(t).is_some() {
            out.push(t);
        }
        false
    });
    // A prefix of a longer application is not an application of its own.
    let prefixes: Vec<Expr> =
        out.iter().filter_map(|t| if let Node::App(f, _) = m.st.node(*t) { Some(f) } else { None }).collect();
    out.retain(|t| !prefixes.contains(t));
    out
}

/// The right-hand sides of the equations of the function `f params`, its parameters filled in.
fn definition(m: &Meta, f: Expr) -> Vec<Expr> {
    let (h, params) = m.st.unapp(f);
    let Some((n, ls)) = m.st.as_const(h) else { return vec![] };
    let Some(eqs) = m.env.ext.equations.get(&n) else {
        return m.unfold_definition(f, false).into_iter().collect();
    };
    let ls = m.st.level_list(ls);
    eqs.eqns
        .iter()
        .map(|q| {
            let rhs = m.st.instantiate_levels(q.rhs, &eqs.level_params, &ls);
            // The parameters are pattern variables at the front; the others stay loose.
            let mut e = rhs;
            for (i, p) in params.iter().enumerate() {
                if let Some(Node::BVar(v)) = q.lhs.get(i).map(|l| m.st.node(*l)) {
                    let (st, p, v) = (&m.st, *p, v);
                    e = st.replace(e, |t, d| match st.node(t) {
                        Node::BVar(w) if w == v + d => Some(p),
                        _ => None,
                    });
                }
            }
            e
        })
        .collect()
}

/// Whether `a` is data: not a type, not a proof, not an instance, not a function.
fn is_data(m: &mut Meta, a: Expr) -> Result<bool> {
    if m.st.loose(a) > 0 {
        // Below a binder or a pattern variable: its head tells enough.
        return Ok(match m.st.node(m.st.app_fn(a)) {
            Node::Const(n, _) => !is_instance_name(m, n) && !is_type_name(m, n),
            Node::BVar(_) => true,
            _ => false,
        });
    }
    let Ok(t) = m.infer(a) else { return Ok(false) };
    let t = m.whnf_r(t)?;
    if matches!(m.st.node(t), Node::Sort(_) | Node::Pi(..)) || m.is_class_type(t) {
        return Ok(false);
    }
    Ok(!m.is_prop(t)?)
}

fn is_instance_name(m: &Meta, n: Name) -> bool {
    m.env.reducibility(n) == turnstile_elab::env::Reducibility::Instance || n.last_str().starts_with("inst")
}

fn is_type_name(m: &Meta, n: Name) -> bool {
    matches!(m.env.get(n).map(|c| &**c), Some(ConstantInfo::Inductive(_)))
}
