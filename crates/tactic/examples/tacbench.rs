//! dev bench
use std::rc::Rc;
use std::time::Instant;
use turnstile_elab::command::FrontEnd;
use turnstile_elab::{Env, Meta};
use turnstile_kernel::{Name, Store};
use turnstile_tactic::*;
fn main() {
    let root = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../lean");
    let st = Rc::new(Store::new());
    let mut env = Env::default();
    for module in library::modules(&root).unwrap() {
        let text = std::fs::read_to_string(root.join(&module)).unwrap();
        let mut fe = FrontEnd::new(st.clone(), env, Some(Rc::new(TacticEval)));
        fe.process(&text);
        env = fe.env().clone();
    }
    let mut fe = FrontEnd::new(st.clone(), env, Some(Rc::new(TacticEval)));
    fe.process("axiom A : ∀ (a b c : Nat) (h : a ≤ b) (k : a + b = c), a + b + c = c + (b + a)
axiom B : ∀ (α : Type) (f : α → α) (l m : List α), (l ++ m).map f = l.map f ++ m.map f\n axiom C : ∀ (p q r : Prop), (p ∧ q) ∨ r → (p ∨ r) ∧ (q ∨ r)\n");
    let mut m = Meta::new(st.clone(), fe.env().clone());
    m.budget.fuel = u64::MAX;
    let s = m.save();
    let mut setup = |m: &mut Meta, n: &str| {
        let ty = m.env.get(Name::new(n)).unwrap().ty();
        let (_, g) = goal::new_goal(m, ty, Name::anon());
        let (_, h) = intro::intros(m, g).ok().unwrap();
        h
    };
    let _ = &mut setup;
    fn bench(m: &mut Meta, label: &str, mut f: impl FnMut(&mut Meta) -> bool) {
        let s = m.save();
        let t = Instant::now();
        let mut n = 0u64; let mut ok = 0u64;
        let t0 = m.ticks();
        while t.elapsed().as_millis() < 300 { m.restore(&s); if f(m) { ok += 1 } n += 1; }
        m.restore(&s);
        println!("{label:40} {:>9.0}/s ok {ok} of {n}, ticks {}", n as f64 / t.elapsed().as_secs_f64(), (m.ticks()-t0)/n);
    }
    let g = { let ty = m.env.get(Name::new("A")).unwrap().ty(); goal::new_goal(&mut m, ty, Name::anon()).1 };
    bench(&mut m, "intros 5", |m| intro::intros(m, g).is_ok());
    let a = setup(&mut m, "A");
    bench(&mut m, "assumption fail", |m| assumption::assumption(m, a).is_ok());
    bench(&mut m, "rfl fail", |m| rfl::rfl(m, a).is_ok());
    bench(&mut m, "symm", |m| rfl::symm(m, a).is_ok());
    bench(&mut m, "contradiction fail", |m| contradiction::contradiction(m, a).is_ok());
    bench(&mut m, "apply Nat.le_trans (fail)", |m| apply::apply_const(m, a, Name::new("Nat.le_trans")).is_ok());
    bench(&mut m, "apply Eq.trans", |m| apply::apply_const(m, a, Name::new("Eq.trans")).is_ok());
    bench(&mut m, "count_args congrArg", |m| { let e = m.mk_const(Name::new("congrArg")).ok().unwrap(); let t = m.infer(e).ok().unwrap(); apply::count_args(m, t).is_ok() });
    bench(&mut m, "open_args congrArg", |m| { let e = m.mk_const(Name::new("congrArg")).ok().unwrap(); let t = m.infer(e).ok().unwrap(); apply::open_args(m, t, 6).is_ok() });
    bench(&mut m, "open_args, defeq congrArg", |m| { let e = m.mk_const(Name::new("congrArg")).ok().unwrap(); let t = m.infer(e).ok().unwrap(); let (_, c) = apply::open_args(m, t, 6).ok().unwrap(); let tt = goal::target(m, a).ok().unwrap(); goal::in_goal(m, a, |m, _| m.is_def_eq(c, tt)).unwrap_or(false) });
    bench(&mut m, "apply congrArg", |m| apply::apply_const(m, a, Name::new("congrArg")).is_ok());
    for (l, sy) in [("Nat.add_comm", false), ("Nat.add_assoc", false), ("Nat.mul_comm", false), ("Nat.add_left_comm", true), ("Nat.sub_self", false)] {
        bench(&mut m, &format!("rw {l} {sy}"), |m| { let e = m.mk_const(Name::new(l)).ok().unwrap(); rewrite::rewrite_target(m, a, e, sy).is_ok() });
    }
    let hyps: Vec<_> = m.mctx.decl(a).unwrap().lctx.iter().map(|d| d.id).collect();
    bench(&mut m, "induction a", |m| eliminate::induction(m, a, hyps[0], &[], &eliminate::unnamed).is_ok());
    bench(&mut m, "cases b", |m| eliminate::cases(m, a, hyps[1], &eliminate::unnamed).is_ok());
    bench(&mut m, "cases h (le)", |m| eliminate::cases(m, a, hyps[3], &eliminate::unnamed).is_ok());
    bench(&mut m, "subst k", |m| subst::subst(m, a, hyps[4]).is_ok());
    bench(&mut m, "canonical", |m| state::canonical(m, a).is_ok());
    bench(&mut m, "omega", |m| omega::omega(m, a).is_ok());
    bench(&mut m, "simp", |m| simp::simp_goal(m, a, &simp::SimpCall::plain()).is_ok());
    bench(&mut m, "simp only [add_comm..]", |m| ac_rfl::ac_rfl(m, a).is_ok());
    let b = setup(&mut m, "B");
    let hb: Vec<_> = m.mctx.decl(b).unwrap().lctx.iter().map(|d| d.id).collect();
    bench(&mut m, "induction l", |m| eliminate::induction(m, b, hb[2], &[], &eliminate::unnamed).is_ok());
    bench(&mut m, "rw map_append", |m| { let e = m.mk_const(Name::new("List.map_append")).ok().unwrap(); rewrite::rewrite_target(m, b, e, false).is_ok() });
    bench(&mut m, "simp", |m| simp::simp_goal(m, b, &simp::SimpCall::plain()).is_ok());
    bench(&mut m, "rfl fail", |m| rfl::rfl(m, b).is_ok());
    let c = setup(&mut m, "C");
    let hc: Vec<_> = m.mctx.decl(c).unwrap().lctx.iter().map(|d| d.id).collect();
    bench(&mut m, "constructor", |m| constructor::constructor(m, c).is_ok());
    bench(&mut m, "cases or", |m| eliminate::cases(m, c, hc[3], &eliminate::unnamed).is_ok());
    m.restore(&s);
}
