//! The index of premises on the library: what it must find, what it must not, and what it puts first.

use std::rc::Rc;
use std::sync::Arc;
use turnstile_elab::{Env, Meta};
use turnstile_kernel::{ConstantInfo, Expr, Name, Node, Store};
use turnstile_policy::PremiseIndex;
use turnstile_policy::premises::Builder;

fn library() -> (Meta, Env) {
    let (frozen, env) = turnstile_library::load();
    (Meta::new(Rc::new(Store::over(&frozen)), env.clone()), env)
}

/// The theorems of the library in order of declaration.
fn theorems(env: &Env) -> Vec<Name> {
    let all = env.kernel.iter().filter(|c| matches!(***c, ConstantInfo::Theorem(..)));
    let mut names: Vec<Name> = all.map(|c| c.name()).collect();
    names.sort_by_key(|n| (env.ext.order.get(n).copied(), *n));
    names
}

/// The conclusion of a theorem with variables for what it is general in.
fn goal(m: &mut Meta, name: Name) -> Expr {
    let mut ty = m.env.get(name).expect("a theorem").ty();
    // As it is written: `¬ p` stays.
    while let Node::Pi(b, d, body) = m.st.node(ty) {
        let x = m.push_local(b.name, d, b.info);
        ty = m.st.instantiate1(body, x);
    }
    ty
}

#[test]
fn a_theorem_is_found_for_its_own_conclusion() {
    let (mut m, env) = library();
    let index = PremiseIndex::new(&m.st, &env);
    let mut builder = Builder::new(&m.st, &env);
    let premises: Vec<Name> = theorems(&env)
        .into_iter()
        .filter(|n| {
            let before = builder.len();
            builder.add(*n);
            builder.len() > before && !env.ext.hidden.contains(n)
        })
        .collect();
    drop(builder);
    assert!(premises.len() > 500, "{}", premises.len());
    let mut lost = Vec::new();
    for n in premises {
        let target = goal(&mut m, n);
        if !index.applicable(&m.st, &env, target).iter().any(|p| p.name == n) {
            lost.push(n);
        }
    }
    assert_eq!(lost, []);
}

#[test]
fn what_is_declared_later_or_hidden_is_not_found() {
    let (mut m, mut env) = library();
    let mut builder = Builder::new(&m.st, &env);
    let name = Name::new("Nat.add_comm");
    let mut count = 0;
    for n in theorems(&env) {
        if n == name {
            count = builder.len();
        }
        builder.add(n);
    }
    let segment = Arc::new(builder.finish());
    let target = goal(&mut m, name);
    let finds = |index: &PremiseIndex, env: &Env| {
        let applied = index.applicable(&m.st, env, target).iter().any(|p| p.name == name);
        let rewritten = index.rewrites(&m.st, env, target).iter().any(|r| r.premise.name == name);
        let relevant = index.relevant(&m.st, env, [target], 4_000).best.iter().any(|p| p.name == name);
        assert!(applied == rewritten && applied == relevant);
        applied
    };
    let before = PremiseIndex::default().with_first(segment.clone(), count);
    let with = PremiseIndex::default().with_first(segment.clone(), count + 1);
    assert!(!finds(&before, &env) && finds(&with, &env));
    env.ext.hidden.insert(name, ());
    assert!(!finds(&PremiseIndex::default().with(segment), &env));
}

#[test]
fn segments_together_are_as_good_as_one() {
    let (mut m, env) = library();
    let all = theorems(&env);
    let (old, new) = all.split_at(all.len() / 2);
    let one = PremiseIndex::new(&m.st, &env);
    let is_old = |n: Name| old.contains(&n);
    let half = PremiseIndex::default().extended(&m.st, &env, is_old);
    let two = half.extended(&m.st, &env, |n| !is_old(n));
    assert_eq!(one.len(), two.len());
    for n in new.iter().step_by(25) {
        let target = goal(&mut m, *n);
        let names = |index: &PremiseIndex| -> Vec<Name> {
            let mut names: Vec<Name> = index.applicable(&m.st, &env, target).iter().map(|p| p.name).collect();
            names.extend(index.rewrites(&m.st, &env, target).iter().map(|r| r.premise.name));
            names
        };
        assert_eq!(names(&one), names(&two), "{n}");
    }
}

#[test]
fn relevant_is_what_speaks_of_the_same_things() {
    let (mut m, env) = library();
    let index = PremiseIndex::new(&m.st, &env);
    let (mut tried, mut found) = (0, 0);
    for n in theorems(&env).into_iter().step_by(7) {
        let target = goal(&mut m, n);
        if index.applicable(&m.st, &env, target).iter().any(|p| p.name == n) {
            tried += 1;
            let best = index.relevant(&m.st, &env, [target], 48).best;
            found += usize::from(best.iter().any(|p| p.name == n));
        }
    }
    // Statements that say much the same in other words can push it out.
    assert!(tried > 100 && found * 10 >= tried * 9, "{found} of {tried}");
    let target = goal(&mut m, Name::new("List.reverse_append"));
    let best = index.relevant(&m.st, &env, [target], 40).best;
    assert!(best.iter().any(|p| p.name == Name::new("List.reverse_reverse")));
}
