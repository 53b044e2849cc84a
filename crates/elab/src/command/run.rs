//! `#eval` and `#guard`: programs are run.

use crate::elab::{Elab, Severity};
use crate::error::{Error, Piece, Result};
use crate::eval::{Evaluator, Value};
use turnstile_kernel::{Expr, Name};
use turnstile_syntax::{Span, Term};

impl Elab {
    /// `#eval e`: shows the value by `Repr` or `ToString`. A proposition is decided; what a program prints is shown.
    pub(super) fn eval_command(&mut self, t: &Term) -> Result<()> {
        let e = self.elab_query(t)?;
        self.check_no_holes(e, t.span)?;
        let mut e = e;
        if self.m.is_prop(e)? {
            e = self.decide_instance(e, t.span)?;
        }
        if self.m.is_type(e)? {
            return Err(self.text_error(t.span, "cannot evaluate types"));
        }
        if self.m.is_proof(e)? {
            return Err(self.text_error(t.span, "cannot evaluate proofs"));
        }
        let ty = self.m.infer(e)?;
        let ty = self.m.instantiate(ty);
        let w = self.m.whnf_r(ty)?;
        if let Some(args) = self.m.st.app_of(w, "EIO", 2) {
            return self.run_program(e, args[1], t.span);
        }
        let text = self.m.show_value(e, ty)?;
        if !self.is_unit(ty)? {
            self.log(Severity::Info, t.span, text);
        }
        Ok(())
    }

    fn is_unit(&mut self, ty: Expr) -> Result<bool> {
        let w = self.m.whnf(ty)?;
        Ok(self.m.st.head_const(w) == Some(Name::new("PUnit")))
    }

    /// Runs a program with a result of type `ty`.
    fn run_program(&mut self, e: Expr, ty: Expr, span: Span) -> Result<()> {
        let shows = !self.is_unit(ty)?;
        let mut ev = Evaluator::new(&mut self.m);
        let program = ev.eval(e)?;
        let world = ev.data("IO.World.mk", [Value::constant("List.nil")])?;
        let world = ev.done(world)?;
        let (result, world) = match ev.apply(program, [world])? {
            Value::Ctor(_, parts) if parts.len() == 2 => (parts[0], parts[1]),
            _ => return Err(Error::msg("internal: a program without a result")),
        };
        let (way, parts) = ev.parts(result)?;
        let (_, output) = ev.parts(world)?;
        let mut text = String::new();
        for piece in ev.list(output[0])?.iter().rev() {
            text.push_str(&ev.string(*piece)?);
        }
        let failed = way.last_str() == "error";
        let mut problem = None;
        if failed {
            let (_, message) = ev.parts(parts[0])?;
            problem = Some(match message.first() {
                Some(m) => ev.string(*m)?.to_string(),
                None => "the program failed".to_owned(),
            });
        } else if shows {
            let v = ev.force(parts[0])?;
            text.push_str(&ev.show(ty, v)?);
        }
        if !text.is_empty() {
            self.log(Severity::Info, span, text);
        }
        match problem {
            Some(p) => Err(self.text_error(span, p)),
            None => Ok(()),
        }
    }

    /// `#guard e`
    pub(super) fn guard_command(&mut self, t: &Term) -> Result<()> {
        let e = self.elab_query(t)?;
        self.check_no_holes(e, t.span)?;
        let mut run = e;
        if self.m.is_prop(e)? {
            run = self.decide_instance(e, t.span)?;
        }
        let v = Evaluator::new(&mut self.m).eval(run)?;
        match v {
            Value::Ctor(n, _) if n.as_str() == "Bool.true" => Ok(()),
            _ => Err(self.error_at(
                t.span,
                vec![
                    Piece::Text("Expression\n  ".into()),
                    Piece::Expr(e),
                    Piece::Text("\ndid not evaluate to `true`".into()),
                ],
            )),
        }
    }

    /// `decide p`
    fn decide_instance(&mut self, p: Expr, span: Span) -> Result<Expr> {
        let ty = self.m.st.app(self.m.st.const0("Decidable"), p);
        match self.m.synth_instance(ty)? {
            Some(i) => Ok(self.m.st.apps(self.m.st.const0("Decidable.decide"), &[p, i])),
            None => Err(self.m.failed_to_synthesize(ty).at(span)),
        }
    }
}
