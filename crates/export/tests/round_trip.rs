//! What was written is read as the same, and written again to the letter.

mod support;

use std::collections::BTreeSet;
use std::io::BufRead;
use std::path::Path;
use support::{files, folder, open};
use turnstile_export::{AxiomTable, Checked, Outcome, Settings, check_file, write_constants};
use turnstile_kernel::{
    Binder, BinderInfo, ConstantInfo, Constructor, Declaration, Environment, InductiveType, Name, Node,
    Store, axioms_of,
};

fn read(input: impl BufRead) -> Checked {
    let checked = check_file(input, &Settings::default()).expect("reading does not fail");
    assert_eq!(checked.report.outcome, Outcome::Accepted);
    checked
}

fn written(c: &Checked) -> String {
    let mut out = Vec::new();
    write_constants(&mut out, &c.env, &c.store, &c.names).expect("memory takes everything");
    String::from_utf8(out).expect("text")
}

/// Reads a file, writes it, and reads and writes that.
fn round(name: &str, input: impl BufRead) {
    let original = read(input);
    let first = written(&original);
    let again = read(first.as_bytes());
    assert_eq!(again.names.len(), original.names.len(), "{name}");
    assert_eq!(again.env.len(), original.env.len(), "{name}");
    for c in original.env.iter() {
        let other = again.env.get(c.name()).unwrap_or_else(|| panic!("{name}: {} is lost", c.name()));
        assert_eq!(c.cval().level_params, other.cval().level_params, "{name}: {}", c.name());
        assert_eq!(std::mem::discriminant(&**c), std::mem::discriminant(&**other), "{name}: {}", c.name());
    }
    let second = written(&again);
    let differs = first.lines().zip(second.lines()).enumerate().find(|(_, (a, b))| a != b);
    assert_eq!(differs, None, "{name}");
    assert_eq!(first.len(), second.len(), "{name}");
}

#[test]
fn a_small_file() {
    round("good.ndjson", &include_bytes!("good.ndjson")[..]);
}

#[test]
fn the_shared_files() {
    for dir in ["tutorial/good", "inductive-models"] {
        for path in folder(dir).iter().flat_map(|d| files(d)) {
            round(&path.display().to_string(), open(&path));
        }
    }
    let Some(init) = folder("init") else { return };
    for file in ["lex-prelude.ndjson.gz", "sizeof-prelude.ndjson.gz", "init-medium.ndjson.gz"] {
        round(file, open(&init.join(file)));
    }
}

/// Terms that differ in bound names only are one line; what the kernel derives from them is written as a reader will
/// derive it. Here the constructors have the same type but for the names in it.
#[test]
fn bound_names_of_equal_types() {
    let (st, mut env, name) = (Store::new(), Environment::default(), Name::new);
    let ctor =
        |n, b| Constructor { name: name(n), ty: st.pi(Binder::new(name(b)), st.prop(), st.const0("T")) };
    let types = vec![InductiveType {
        name: name("T"),
        ty: st.type_(),
        ctors: vec![ctor("T.left", "a"), ctor("T.right", "b")],
    }];
    let d = Declaration::Inductive { level_params: [].into(), num_params: 0, types };
    env.add_decl(&st, &d).expect("an inductive type");
    let mut first = Vec::new();
    write_constants(&mut first, &env, &st, &[name("T")]).expect("memory takes everything");
    let first = String::from_utf8(first).expect("text");
    assert_eq!(first, written(&read(first.as_bytes())));
    assert!(first.contains("\"a\"") && !first.contains("\"b\""), "{first}");
}

/// Binders of recursors are of the kind that Lean gives them: motives are implicit where a minor premise speaks of them,
/// and rules bind everything explicitly. Some readers rely on it.
#[test]
fn binder_kinds_of_recursors() {
    let (st, mut env, name) = (Store::new(), Environment::default(), Name::new);
    let declare = |env: &mut Environment, n: &str, ctors: Vec<Constructor>| {
        let types = vec![InductiveType { name: name(n), ty: st.type_(), ctors }];
        let d = Declaration::Inductive { level_params: [].into(), num_params: 0, types };
        env.add_decl(&st, &d).expect("an inductive type");
    };
    declare(&mut env, "None", vec![]);
    declare(&mut env, "One", vec![Constructor { name: name("One.mk"), ty: st.const0("One") }]);
    let kinds = |mut e| {
        let mut kinds = Vec::new();
        while let Node::Pi(b, _, body) | Node::Lam(b, _, body) = st.node(e) {
            kinds.push(b.info);
            e = body;
        }
        kinds
    };
    let (explicit, implicit) = (BinderInfo::Default, BinderInfo::Implicit);
    let recursor = |n| match env.get(name(n)).map(|c| &**c) {
        Some(ConstantInfo::Recursor(r)) => r.clone(),
        _ => panic!("{n} is not a recursor"),
    };
    assert_eq!(kinds(recursor("None.rec").cval.ty), [explicit, explicit]);
    assert_eq!(kinds(recursor("One.rec").cval.ty), [implicit, explicit, explicit]);
    assert_eq!(kinds(recursor("One.rec").rules[0].rhs), [explicit, explicit]);
}

/// The table of axioms is the closure that the kernel computes for each constant alone.
fn axioms_agree(path: &Path) {
    let c = read(open(path));
    let mut table = AxiomTable::new(&c.env, &c.store);
    let mut all = BTreeSet::new();
    for n in c.env.iter().map(|c| c.name()).collect::<BTreeSet<_>>() {
        let axioms = table.of(n);
        assert_eq!(*axioms, axioms_of(&c.env, &c.store, n), "{}: {n}", path.display());
        if !matches!(c.env.get(n).map(|c| &**c), Some(ConstantInfo::Axiom(_))) {
            all.extend(axioms.iter().copied());
        }
    }
    assert_eq!(all, c.report.axioms, "{}", path.display());
}

#[test]
fn axioms_of_many_constants() {
    for path in folder("tutorial/good").iter().flat_map(|d| files(d)) {
        axioms_agree(&path);
    }
    if let Some(init) = folder("init") {
        axioms_agree(&init.join("lex-prelude.ndjson.gz"));
    }
}
