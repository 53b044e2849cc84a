use crate::env::Env;
use crate::meta::Meta;
use std::rc::Rc;
use std::sync::Arc;
use turnstile_kernel::{Binder, BinderInfo, ConstantVal, Declaration, Expr, Name, Store};

/// An environment of axioms with the types of the core constants that the tests mention.
fn meta() -> Meta {
    let st = Rc::new(Store::new());
    let mut env = Env::default();
    let u = Name::new("u");
    let lu = st.l_param(u);
    let su = st.sort(lu);
    let imp = |n: &str| Binder::with_info(Name::new(n), BinderInfo::Implicit);
    let exp = |n: &str| Binder::new(Name::new(n));
    let mut axiom = |n: &str, params: &[Name], ty: Expr| {
        let cval = ConstantVal { name: Name::new(n), level_params: Arc::from(params), ty };
        assert!(env.add_decl(&st, &Declaration::Axiom(cval)).is_ok(), "{n}");
    };
    let (prop, ty0) = (st.prop(), st.type_());
    axiom("Nat", &[], ty0);
    let nat = st.const0("Nat");
    axiom("Nat.succ", &[], st.arrow(nat, nat));
    axiom("Nat.zero", &[], nat);
    let rel = st.pi(imp("α"), su, st.pi(exp("a"), st.bvar(0), st.pi(exp("b"), st.bvar(1), prop)));
    axiom("Eq", &[u], rel);
    let pp = st.arrow(prop, prop);
    axiom("Not", &[], pp);
    for n in ["And", "Or", "Iff"] {
        axiom(n, &[], st.arrow(prop, pp));
    }
    axiom("True", &[], prop);
    let pred = st.pi(exp("a"), st.bvar(0), prop);
    axiom("Exists", &[u], st.pi(imp("α"), su, st.pi(exp("p"), pred, prop)));
    axiom("id", &[u], st.pi(imp("α"), su, st.pi(exp("a"), st.bvar(0), st.bvar(1))));
    axiom("mk", &[u], st.pi(imp("α"), su, st.bvar(0)));
    Meta::new(st, env)
}

fn hyp(m: &mut Meta, n: &str, ty: Expr) -> Expr {
    m.push_local(Name::new(n), ty, BinderInfo::Default)
}

#[test]
fn operators_need_few_parentheses() {
    let m = &mut meta();
    let st = m.st.clone();
    let prop = st.prop();
    let (p, q) = (hyp(m, "p", prop), hyp(m, "q", prop));
    let bin = |f: &str, a, b| st.apps(st.const0(f), &[a, b]);
    let not = |a| st.app(st.const0("Not"), a);
    let left = bin("And", bin("And", p, q), p);
    assert_eq!(m.pp(left), "(p ∧ q) ∧ p");
    let right = bin("And", p, bin("Or", q, not(p)));
    assert_eq!(m.pp(right), "p ∧ (q ∨ ¬p)");
    let e = not(bin("And", p, q));
    assert_eq!(m.pp(e), "¬(p ∧ q)");
    let imp = st.arrow(st.arrow(p, q), not(not(p)));
    assert_eq!(m.pp(imp), "(p → q) → ¬¬p");
}

#[test]
fn binders_are_grouped_and_renamed_apart() {
    let m = &mut meta();
    let st = m.st.clone();
    let nat = st.const0("Nat");
    let eq = |a, b| st.apps(st.const_(Name::new("Eq"), &[st.l_one()]), &[nat, a, b]);
    let b = |n: &str| Binder::new(Name::new(n));
    let e = st.pi(b("x"), nat, st.pi(b("y"), nat, eq(st.bvar(1), st.bvar(0))));
    assert_eq!(m.pp(e), "∀ (x y : Nat), x = y");
    let e = st.pi(b("x"), nat, st.pi(b("x"), nat, eq(st.bvar(1), st.bvar(0))));
    assert_eq!(m.pp(e), "∀ (x x_1 : Nat), x = x_1");
    let ex = |n: &str, body| {
        st.apps(st.const_(Name::new("Exists"), &[st.l_one()]), &[nat, st.lam(b(n), nat, body)])
    };
    let e = ex("x", ex("y", eq(st.bvar(1), st.bvar(0))));
    assert_eq!(m.pp(e), "∃ x y, x = y");
    let o = m.pp_options.script();
    assert_eq!(m.pp_with(e, &o, 0), "∃ (x y : Nat), x = y");
    let and = st.apps(st.const0("And"), &[e, st.const0("True")]);
    assert_eq!(m.pp(and), "(∃ x y, x = y) ∧ True");
    let and = st.apps(st.const0("And"), &[st.const0("True"), e]);
    assert_eq!(m.pp(and), "True ∧ ∃ x y, x = y");
}

#[test]
fn arguments_the_reader_cannot_find_are_written() {
    let m = &mut meta();
    let st = m.st.clone();
    let nat = st.const0("Nat");
    let one = [st.l_one()];
    let mk = st.app(st.const_(Name::new("mk"), &one), nat);
    let id_mk = st.apps(st.const_(Name::new("id"), &one), &[nat, mk]);
    assert_eq!(m.pp(id_mk), "id mk");
    assert_eq!(m.pp_script(id_mk), "id mk");
    let eq = st.apps(st.const_(Name::new("Eq"), &one), &[nat, id_mk, mk]);
    assert_eq!(m.pp_script(eq), "(id mk : Nat) = mk");
    let bare = st.const_(Name::new("id"), &one);
    assert_eq!(m.pp(bare), "@id");
}

#[test]
fn goals_group_hypotheses_and_mark_inaccessible_names() {
    let m = &mut meta();
    let st = m.st.clone();
    let nat = st.const0("Nat");
    let a = hyp(m, "a", nat);
    hyp(m, "b", nat);
    let inaccessible = m.push_local(Name::new("a").num(1), nat, BinderInfo::Default);
    let eq = |x, y| st.apps(st.const_(Name::new("Eq"), &[st.l_one()]), &[nat, x, y]);
    hyp(m, "h", eq(a, inaccessible));
    hyp(m, "h", eq(a, a));
    let g = m.mk_goal(eq(st.app(st.const0("Nat.succ"), a), a), Name::new("succ"));
    let turnstile_kernel::Node::MVar(g) = st.node(g) else { panic!("a goal is a metavariable") };
    assert_eq!(m.pp_goal(g), "case succ\na b a✝ : Nat\nh✝ : a = a✝\nh : a = a\n⊢ a.succ = a");
}
