//! The theorem files as problems of first-order logic.

use std::path::Path;
use turnstile::first_order::{Formula, Problem, Term, to_smt, to_tptp, translate};
use turnstile::{Elaborated, Source};

fn problems(file: &str) -> Vec<Result<Problem, String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../datasets").join(file);
    let source = Source::read(&path).expect("a theorem file");
    let file = Elaborated::new(&source.text);
    let problem = |s: turnstile::Statement| translate(&mut s.open(&file.terms).ok().expect("a goal").m, s.ty);
    file.open_statements().map(problem).collect()
}

/// Every symbol is declared, with this number of arguments.
fn check(p: &Problem) {
    let arity = |f: &str| {
        let ctors =
            p.data_types.iter().flat_map(|d| &d.constructors).map(|(c, fields)| (c.as_str(), fields.len()));
        let symbols = p.symbols.iter().map(|s| (s.name.as_str(), s.args.len()));
        let found: Vec<usize> = ctors.chain(symbols).filter(|(name, _)| *name == f).map(|(_, n)| n).collect();
        assert_eq!(found.len(), 1, "{f} in {p:?}");
        found[0]
    };
    fn term(t: &Term, arity: &dyn Fn(&str) -> usize) {
        match t {
            Term::App(f, args) => {
                assert_eq!(arity(f), args.len(), "{f}");
                args.iter().for_each(|a| term(a, arity));
            }
            Term::Arith(_, args) => args.iter().for_each(|a| term(a, arity)),
            Term::Ite(c, a, b) => {
                formula(c, arity);
                term(a, arity);
                term(b, arity);
            }
            Term::Var(_) | Term::Int(_) => {}
        }
    }
    fn formula(f: &Formula, arity: &dyn Fn(&str) -> usize) {
        match f {
            Formula::True | Formula::False => {}
            Formula::Pred(p, args) => term(&Term::App(p.clone(), args.clone()), arity),
            Formula::Eq(a, b) | Formula::Compare(_, a, b) => [a, b].into_iter().for_each(|t| term(t, arity)),
            Formula::Not(a) | Formula::All(_, _, a) | Formula::Ex(_, _, a) => formula(a, arity),
            Formula::And(a, b) | Formula::Or(a, b) | Formula::Imp(a, b) | Formula::Iff(a, b) => {
                formula(a, arity);
                formula(b, arity);
            }
        }
    }
    p.axioms.iter().chain(&p.goal).for_each(|f| formula(f, &arity));
    for text in [to_smt(p), to_tptp(p)] {
        assert_eq!(text.matches('(').count(), text.matches(')').count(), "{text}");
    }
}

#[test]
fn most_theorems_have_a_first_order_form() {
    for (file, least) in [
        ("nng.lean", 95),
        ("isaplanner.lean", 70),
        ("prod.lean", 90),
        ("pelletier.lean", 90),
        ("prop_families.lean", 100),
    ] {
        let all = problems(file);
        let good: Vec<&Problem> = all.iter().flatten().collect();
        good.iter().for_each(|p| check(p));
        let refused: Vec<&String> = all.iter().filter_map(|p| p.as_ref().err()).collect();
        assert!(
            100 * good.len() >= least * all.len(),
            "{file}: {} of {}: {refused:#?}",
            good.len(),
            all.len()
        );
    }
}
