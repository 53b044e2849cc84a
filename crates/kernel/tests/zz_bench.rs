mod common;
use common::World;
use std::time::Instant;
use turnstile_kernel::*;
#[test]
fn bench() {
    let mut w = World::prelude();
    w.def("plus", "(pi (x Nat) (y Nat) Nat)", "(fun (x Nat) (y Nat) ((@ Nat.rec 1) (fun (n Nat) Nat) x (fun (n Nat) (r Nat) (Nat.succ r)) y))").unwrap();
    w.def("times", "(pi (x Nat) (y Nat) Nat)", "(fun (x Nat) (y Nat) ((@ Nat.rec 1) (fun (n Nat) Nat) 0 (fun (n Nat) (r Nat) (plus r x)) y))").unwrap();
    w.def("not", "(pi (b Bool) Bool)", "(fun (b Bool) ((@ Bool.rec 1) (fun (b Bool) Bool) Bool.true Bool.false b))").unwrap();
    w.def("even", "(pi (x Nat) Bool)", "(fun (x Nat) ((@ Nat.rec 1) (fun (n Nat) Bool) Bool.true (fun (n Nat) (r Bool) (not r)) x))").unwrap();
    for (a, b) in [("(plus 3000 3000)", "6000"), ("(times 60 60)", "3600"), ("(even 5000)", "Bool.true"), ("(even (times 60 60))", "Bool.true")] {
        let t = Instant::now();
        let mut tc = TypeChecker::new(&w.env, &w.st);
        let s0 = tc.steps_left();
        let n0 = w.st.overlay_nodes();
        let r = tc.def_eq(w.term(a), w.term(b));
        println!("{a} = {b}: {r:?} {:?} steps {} nodes {}", t.elapsed(), s0 - tc.steps_left(), w.st.overlay_nodes() - n0);
    }
}
