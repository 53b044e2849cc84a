//! Simple functions of a type: constants, projections, tables, and a few that grow.

use crate::Model;
use turnstile_elab::{Meta, Result};
use turnstile_kernel::{Expr, Name, Node};

/// More functions of one type are not looked at.
const MAX_FUNCTIONS: usize = 48;
/// Tables with more lines than this are not written.
const MAX_LINES: usize = 16;

impl Model<'_> {
    /// Functions of the closed type `ty`, a `∀`, the plainest first. Predicates are `fun x => f x = true`, so that they can be
    /// decided.
    pub(crate) fn functions(&mut self, m: &mut Meta, ty: Expr) -> Result<Vec<Expr>> {
        m.scoped(|m| {
            let (xs, res) = m.open_pis(ty, None)?;
            if m.st.has_fvar(res) {
                return Ok(vec![]);
            }
            let res = m.whnf(res)?;
            let is_predicate = matches!(self.st.node(res), Node::Sort(l) if m.level_is_zero(l));
            let values = if is_predicate { self.st.const0("Bool") } else { res };
            let mut bodies = self.bodies(m, &xs, values)?;
            if is_predicate {
                bodies = bodies.into_iter().map(|b| self.as_proposition(b)).collect();
                for x in &xs {
                    let ty = m.infer(*x)?;
                    if matches!(self.st.node(m.whnf(ty)?), Node::Sort(l) if m.level_is_zero(l)) {
                        bodies.splice(0..0, [*x, self.st.app(self.st.const0("Not"), *x)]);
                    }
                }
            }
            let mut out: Vec<Expr> = Vec::new();
            for b in bodies {
                let f = m.mk_lambda(&xs, b)?;
                if !out.iter().any(|g| self.st.alpha_eq(*g, f)) {
                    out.push(f);
                }
                if out.len() == MAX_FUNCTIONS {
                    break;
                }
            }
            Ok(out)
        })
    }

    /// `b = true`, or `True` and `False` where that is known.
    fn as_proposition(&self, b: Expr) -> Expr {
        let st = self.st;
        match st.as_const(b).map(|(n, _)| n.as_str()) {
            Some("Bool.true") => st.const0("True"),
            Some("Bool.false") => st.const0("False"),
            _ => {
                let eq = st.const_(Name::new("Eq"), &[st.l_one()]);
                st.apps(eq, &[st.const0("Bool"), b, st.const0("Bool.true")])
            }
        }
    }

    /// Terms of the closed type `res` over the variables `xs`.
    fn bodies(&mut self, m: &mut Meta, xs: &[Expr], res: Expr) -> Result<Vec<Expr>> {
        let st = self.st;
        let mut out: Vec<Expr> = Vec::new();
        let types: Vec<Expr> = xs
            .iter()
            .map(|x| {
                let t = m.infer(*x)?;
                m.whnf(t)
            })
            .collect::<Result<_>>()?;
        let same: Vec<Expr> =
            xs.iter().zip(&types).filter(|(_, t)| st.alpha_eq(**t, res)).map(|(x, _)| *x).collect();
        let head = |t: Expr| st.as_const(t).map_or("", |(n, _)| n.as_str());
        let nats: Vec<Expr> =
            xs.iter().zip(&types).filter(|(_, t)| head(**t) == "Nat").map(|(x, _)| *x).collect();
        let constants = self.domain(m, res, 3)?;
        let call = |f: &str, args: &[Expr]| st.apps(st.const0(f), args);
        // Small tables say all there is to say.
        let lines = self.table_size(m, &types)?;
        let complete =
            lines.is_some_and(|n| constants.len() <= 2 && (constants.len() as u64).pow(n as u32) <= 16);
        if !complete {
            out.extend(&same);
            match head(res) {
                "Nat" => {
                    for x in &nats {
                        out.push(call("Nat.succ", &[*x]));
                    }
                    if let [x, y, ..] = nats[..] {
                        out.push(call("Nat.add", &[x, y]));
                        out.push(call("Nat.add", &[call("Nat.add", &[x, x]), y]));
                        out.push(call("Nat.sub", &[x, y]));
                    } else if let [x] = nats[..] {
                        out.push(call("Nat.pred", &[x]));
                        out.push(call("Nat.add", &[x, x]));
                        out.push(call("Nat.sub", &[st.nat_u64(1), x]));
                    }
                }
                "Bool" => {
                    for x in &nats {
                        out.push(call("Nat.beq", &[*x, st.nat_u64(0)]));
                        out.push(call("Nat.ble", &[st.nat_u64(1), *x]));
                        out.push(call("Nat.beq", &[*x, st.nat_u64(1)]));
                        out.push(call("Nat.ble", &[*x, st.nat_u64(1)]));
                    }
                    if let [x, y, ..] = nats[..] {
                        out.push(call("Nat.beq", &[x, y]));
                        out.push(call("Nat.ble", &[x, y]));
                        out.push(call("Nat.ble", &[call("Nat.succ", &[x]), y]));
                        out.push(call("Nat.beq", &[y, call("Nat.succ", &[x])]));
                    }
                }
                "Int" => {
                    for x in &same {
                        out.push(call("Int.neg", &[*x]));
                        out.push(call("Int.add", &[*x, call("Int.ofNat", &[st.nat_u64(1)])]));
                    }
                }
                _ => {}
            }
        }
        // Constants go in between: they refute much, but not what makes no difference between arguments.
        let at = out.len().min(1);
        out.splice(at..at, constants.iter().copied());
        match lines {
            Some(n) if n <= MAX_LINES => self.tables(m, xs, res, &constants, n, complete, &mut out)?,
            _ => self.by_head(m, xs, res, &constants, &mut out)?,
        }
        Ok(out)
    }

    /// The number of lines of a table over these types.
    fn table_size(&mut self, m: &mut Meta, types: &[Expr]) -> Result<Option<usize>> {
        let mut n = 1usize;
        for t in types {
            if matches!(self.st.node(*t), Node::Sort(_)) || m.st.has_fvar(*t) {
                return Ok(None);
            }
            let Some(values) = self.elements(m, *t)? else { return Ok(None) };
            n = n.saturating_mul(values.len());
        }
        Ok(Some(n))
    }

    /// All tables, or some at random where there are too many.
    fn tables(
        &mut self,
        m: &mut Meta,
        xs: &[Expr],
        res: Expr,
        values: &[Expr],
        lines: usize,
        all: bool,
        out: &mut Vec<Expr>,
    ) -> Result<()> {
        if values.is_empty() || lines == 0 {
            return Ok(());
        }
        let base = values.len() as u64;
        let count = if all { base.pow(lines as u32) } else { MAX_FUNCTIONS as u64 };
        for code in 0..count {
            let mut rest = code;
            let mut lines = std::iter::from_fn(|| {
                if !all {
                    return Some(values[self.rng.below(base) as usize]);
                }
                let v = values[(rest % base) as usize];
                rest /= base;
                Some(v)
            })
            .take(lines)
            .collect::<Vec<_>>()
            .into_iter();
            if let Some(t) = self.table(m, xs, res, &mut lines)? {
                out.push(t);
            }
        }
        Ok(())
    }

    /// The function that gives the next of `values` for each combination of constructors.
    fn table(
        &mut self,
        m: &mut Meta,
        xs: &[Expr],
        res: Expr,
        values: &mut std::vec::IntoIter<Expr>,
    ) -> Result<Option<Expr>> {
        let Some((x, rest)) = xs.split_first() else { return Ok(values.next()) };
        self.by_constructor(m, *x, res, &mut |this, m, _, fields| {
            let inner: Vec<Expr> = fields.iter().chain(rest).copied().collect();
            this.table(m, &inner, res, values)
        })
    }

    /// Functions that look at the constructor of one argument only.
    fn by_head(
        &mut self,
        m: &mut Meta,
        xs: &[Expr],
        res: Expr,
        values: &[Expr],
        out: &mut Vec<Expr>,
    ) -> Result<()> {
        for x in xs {
            let ty = m.infer(*x)?;
            let Some(family) = m.as_family(ty)? else { continue };
            let ctors = family.info.ctors.len();
            if !(2..=3).contains(&ctors) || m.is_prop(ty)? || values.is_empty() {
                continue;
            }
            for code in 0..values.len().pow(ctors as u32).min(8) {
                let arm = &mut |_: &mut Self, _: &mut Meta, i: usize, _: &[Expr]| {
                    let digit = code / values.len().pow(i as u32) % values.len();
                    Ok(Some(values[digit]))
                };
                out.extend(self.by_constructor(m, *x, res, arm)?);
            }
        }
        Ok(())
    }
}
