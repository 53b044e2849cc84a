//! Hostile sizes: deep, wide, repeated, huge. Each ends in an answer or in a resource error, soon and in bounded memory.

mod common;
use common::World;
use turnstile_kernel::*;

const DEEP: usize = 100_000;

fn ends<T: std::fmt::Debug>(r: Result<T, KernelError>) {
    assert!(matches!(r, Ok(_) | Err(KernelError::Resource(_))), "{r:?}");
}

fn gave_up<T: std::fmt::Debug>(r: Result<T, KernelError>) {
    assert!(matches!(r, Err(KernelError::Resource(_))), "{r:?}");
}

/// `build` applied `DEEP` times to a term without loose variables.
fn tower(w: &World, start: &str, mut build: impl FnMut(Expr) -> Expr) -> Expr {
    (0..DEEP).fold(w.term(start), |e, _| build(e))
}

#[test]
fn deep_terms_of_each_kind() {
    let w = World::prelude();
    let (st, any) = (&w.st, Binder::new(Name::new("x")));
    let (nat, zero) = (w.term("Nat"), w.term("0"));
    let id = w.term("(fun (x Nat) x)");
    let towers = [
        tower(&w, "0", |e| st.app(w.term("Nat.succ"), e)),
        tower(&w, "0", |e| st.app(id, e)),
        tower(&w, "Nat", |e| st.pi(any, e, nat)),
        tower(&w, "Nat", |e| st.pi(any, nat, e)),
        tower(&w, "0", |e| st.lam(any, nat, e)),
        tower(&w, "0", |e| st.let_(any.name, nat, e, st.bvar(0))),
        tower(&w, "0", |e| st.let_(any.name, nat, zero, e)),
        tower(&w, "Nat.succ", |e| st.app(st.lam(any, nat, w.term("Nat.succ")), st.app(e, zero))),
        tower(&w, "((@ Prod.mk 0 0) Nat Nat 0 0)", |e| st.proj(Name::new("Prod"), 0, e)),
    ];
    for e in towers {
        let mut tc = TypeChecker::new(&w.env, st);
        tc.set_steps(5_000_000);
        let checked = tc.check(e);
        assert!(!matches!(&checked, Err(KernelError::NotSupported(_))), "{checked:?}");
        ends(tc.whnf(e));
        let mut tc = TypeChecker::new(&w.env, st);
        tc.set_steps(5_000_000);
        ends(tc.def_eq(e, st.app(id, e)));
    }
}

#[test]
fn deep_levels() {
    let st = Store::new();
    let env = Environment::default();
    let u = st.l_param(Name::new("u"));
    let chains: [Level; 3] = [
        (0..DEEP).fold(u, |l, _| st.l_succ(l)),
        (0..DEEP).fold(u, |l, i| st.l_max(l, if i % 2 == 0 { st.l_one() } else { u })),
        (0..DEEP).fold(u, |l, i| st.l_imax(if i % 2 == 0 { st.l_one() } else { u }, l)),
    ];
    for a in chains {
        for b in chains {
            ends(TypeChecker::new(&env, &st).def_eq(st.sort(a), st.sort(b)));
        }
        let d = ConstantVal { name: Name::new("c"), level_params: [Name::new("u")].into(), ty: st.sort(a) };
        ends(env.clone().add_decl(&st, &Declaration::Axiom(d)));
    }
}

/// Applications with very many arguments.
#[test]
fn wide_terms() {
    let w = World::prelude();
    let (st, any, nat) = (&w.st, Binder::new(Name::new("x")), w.term("Nat"));
    let n = 20_000;
    let f = (0..n).fold(w.term("0"), |e, _| st.lam(any, nat, e));
    let e = (0..n).fold(f, |e, i| st.app(e, st.nat_u64(i)));
    let mut tc = TypeChecker::new(&w.env, st);
    tc.check(e).unwrap();
    assert!(tc.def_eq(e, w.term("0")).unwrap());
    gave_up(tc.check(st.app(w.term("Nat.succ"), tower(&w, "0", |e| st.app(w.term("Nat.succ"), e)))));
}

/// `f₀ x = x`, `fₙ₊₁ x = fₙ (fₙ x)`: 2ⁿ steps from n lines.
#[test]
fn doubling_definitions() {
    let mut w = World::prelude();
    w.def("f0", "(pi (n Nat) Nat)", "(fun (n Nat) (Nat.succ n))").unwrap();
    for i in 0..60 {
        w.def(&format!("f{}", i + 1), "(pi (n Nat) Nat)", &format!("(fun (n Nat) (f{i} (f{i} n)))")).unwrap();
    }
    w.axiom("x", "Nat").unwrap();
    w.env.set_step_limit(300_000);
    gave_up(
        TypeChecker::new(&w.env, &w.st)
            .whnf(w.term("((@ Nat.rec 1) (fun (n Nat) Nat) 0 (fun (n Nat) (r Nat) r) (f60 x))")),
    );
    // What does not have to be evaluated is not.
    assert!(w.def_eq("(f60 x)", "(f60 ((fun (n Nat) n) x))"));
    // A wrong proof that only evaluation could refute is not accepted when the budget ends.
    gave_up(w.thm("t", "((@ Eq 1) Nat (f60 0) 5)", "((@ Eq.refl 1) Nat 5)"));
    assert!(!w.env.contains(Name::new("t")));
}

/// Types that double in size with each binder, as trees; as graphs they are small.
#[test]
fn doubling_types() {
    let w = World::prelude();
    let (st, mut e) = (&w.st, w.term("Nat"));
    for _ in 0..500 {
        e = st.arrow(e, e);
    }
    let mut tc = TypeChecker::new(&w.env, st);
    tc.set_steps(100_000);
    tc.check(e).unwrap();
    assert!(tc.def_eq(e, st.let_(Name::new("x"), st.type_(), e, st.bvar(0))).unwrap());
}

/// The recursor of a type with n constructors has n² parts.
#[test]
fn recursors_too_large_to_make() {
    let mut w = World::prelude();
    let enumeration = |w: &mut World, name: &str, n: usize| {
        let names: Vec<String> = (0..n).map(|i| format!("{name}.c{i}")).collect();
        let ctors: Vec<(&str, &str)> = names.iter().map(|n| (n.as_str(), name)).collect();
        w.ind(name, 0, "Type", &ctors)
    };
    enumeration(&mut w, "Small", 150).unwrap();
    gave_up(enumeration(&mut w, "Large", 20_000));
    assert!(w.env.contains(Name::new("Small.rec")) && !w.env.contains(Name::new("Large")));
    assert!(w.st.overlay_nodes() < 2_000_000);
    // Each `List` around the type is a type of the group, with its own recursor.
    let nested = |w: &mut World, n: usize| {
        let ty = (0..n).fold("T".to_string(), |t, _| format!("((@ List 0) {t})"));
        w.ind("T", 0, "Type", &[("T.mk", &format!("(pi (x {ty}) T)"))])
    };
    gave_up(nested(&mut w, 1500));
    nested(&mut w, 12).unwrap();
    assert_eq!(w.inductive("T").num_nested, 12);
}

/// A deep type in a constructor is looked through for nested occurrences once, not once for each of its parts.
#[test]
fn deep_constructors() {
    let mut w = World::prelude();
    let list = w.term("(@ List 0)");
    let deep = (0..20_000).fold(w.term("Nat"), |t, _| w.st.app(list, t));
    let ctors = vec![Constructor { name: Name::new("T.mk"), ty: w.st.arrow(deep, w.term("T")) }];
    let types = vec![InductiveType { name: Name::new("T"), ty: w.st.type_(), ctors }];
    w.add(&Declaration::Inductive { level_params: [].into(), num_params: 0, types }).unwrap();
    assert_eq!(w.inductive("T").num_nested, 0);
}

#[test]
fn huge_numerals() {
    let mut w = World::prelude();
    let big = BigUint::from(1u8) << 1_000_000u32;
    let e = w.st.nat(big.clone());
    let next = w.st.nat(big + 1u8);
    let mut tc = TypeChecker::new(&w.env, &w.st);
    tc.check(e).unwrap();
    assert!(tc.def_eq(w.st.app(w.term("Nat.succ"), e), next).unwrap());
    assert!(!tc.def_eq(e, next).unwrap());
    // Unary arithmetic on it ends with the budget: each predecessor is as long as the numeral itself, and is paid for.
    w.env.set_step_limit(2_000_000);
    let rec = "(fun (n Nat) ((@ Nat.rec 1) (fun (n Nat) Nat) 0 (fun (n Nat) (r Nat) (Nat.succ r)) n))";
    ends(TypeChecker::new(&w.env, &w.st).def_eq(w.st.app(w.term(rec), e), w.term("3")));
    gave_up(TypeChecker::new(&w.env, &w.st).def_eq(w.st.app(w.term(rec), e), next));
}

/// A string stands for as many terms as it has characters: unrolling it is paid for.
#[test]
fn long_strings() {
    let mut w = World::prelude();
    w.ind("Char", 0, "Type", &[("Char.mk", "(pi (n Nat) Char)")]).unwrap();
    w.def("Char.ofNat", "(pi (n Nat) Char)", "Char.mk").unwrap();
    w.ind("String", 0, "Type", &[("String.mk", "(pi (l ((@ List 0) Char)) String)")]).unwrap();
    w.axiom("l", "((@ List 0) Char)").unwrap();
    let long = w.st.string(&"ab".repeat(50_000));
    let other = w.term("(String.mk l)");
    let mut tc = TypeChecker::new(&w.env, &w.st);
    assert!(tc.check(long).is_ok() && !tc.def_eq(long, other).unwrap());
    let mut tc = TypeChecker::new(&w.env, &w.st);
    tc.set_steps(50_000);
    tc.check(long).unwrap();
    gave_up(tc.def_eq(long, other));
}

/// A budget that ends leaves nothing behind: the question asked again is answered as if for the first time.
#[test]
fn giving_up_is_not_an_answer() {
    let mut w = World::prelude();
    w.def(
        "plus",
        "(pi (x Nat) (y Nat) Nat)",
        "(fun (x Nat) (y Nat) ((@ Nat.rec 1) (fun (n Nat) Nat) x (fun (n Nat) (r Nat) (Nat.succ r)) y))",
    )
    .unwrap();
    let (a, b) = (w.term("(plus 300 300)"), w.term("(plus 200 400)"));
    for steps in [1, 10, 50, 100, 300] {
        let mut tc = TypeChecker::new(&w.env, &w.st);
        tc.set_steps(steps);
        gave_up(tc.def_eq(a, b));
        tc.set_steps(10_000_000);
        assert!(tc.def_eq(a, b).unwrap(), "after {steps} steps");
    }
}
