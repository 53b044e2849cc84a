//! Problems in SMT-LIB 2.6 (Barrett, Fontaine, Tinelli, *The SMT-LIB Standard*, 2017).

use super::{Formula, Problem, Term};
use std::fmt::Write;

/// The problem with the goal negated: it is a theorem if this is unsatisfiable.
#[must_use]
pub fn to_smt(p: &Problem) -> String {
    let mut out = String::from("(set-logic ALL)\n");
    // Writing to a string cannot fail.
    for s in &p.sorts {
        let _ = writeln!(out, "(declare-sort {} 0)", id(s));
    }
    if !p.data_types.is_empty() {
        let names: Vec<String> = p.data_types.iter().map(|d| format!("({} 0)", id(&d.name))).collect();
        let _ = writeln!(out, "(declare-datatypes ({}) (", names.join(" "));
        for d in &p.data_types {
            let constructors: Vec<String> = d
                .constructors
                .iter()
                .map(|(c, fields)| {
                    let fields: String = fields
                        .iter()
                        .enumerate()
                        .map(|(i, s)| format!(" ({} {})", id(&format!("{c}.{i}")), id(s)))
                        .collect();
                    format!("({}{fields})", id(c))
                })
                .collect();
            let _ = writeln!(out, "  ({})", constructors.join(" "));
        }
        out.push_str("))\n");
    }
    for s in &p.symbols {
        let args: Vec<String> = s.args.iter().map(|a| id(a)).collect();
        let result = s.result.as_ref().map_or_else(|| "Bool".to_owned(), |r| id(r));
        let _ = writeln!(out, "(declare-fun {} ({}) {result})", id(&s.name), args.join(" "));
    }
    for a in &p.axioms {
        let _ = writeln!(out, "(assert {})", formula(a));
    }
    if let Some(g) = &p.goal {
        let _ = writeln!(out, "(assert (not {}))", formula(g));
    }
    out.push_str("(check-sat)\n");
    out
}

/// A symbol; `Int` is the standard's own, everything else is quoted.
fn id(name: &str) -> String {
    if name == super::INT { name.to_owned() } else { format!("|{}|", name.replace(['|', '\\'], "_")) }
}

fn term(t: &Term) -> String {
    let list = |f: &str, args: &[Term]| {
        let args: String = args.iter().map(|a| format!(" {}", term(a))).collect();
        if args.is_empty() { f.to_owned() } else { format!("({f}{args})") }
    };
    match t {
        Term::Var(x) => id(x),
        Term::App(f, args) => list(&id(f), args),
        Term::Int(n) => match n.strip_prefix('-') {
            Some(n) => format!("(- {n})"),
            None => n.clone(),
        },
        Term::Arith(op, args) => list(op, args),
        Term::Ite(c, a, b) => format!("(ite {} {} {})", formula(c), term(a), term(b)),
    }
}

fn formula(f: &Formula) -> String {
    let two = |op: &str, a: &Formula, b: &Formula| format!("({op} {} {})", formula(a), formula(b));
    match f {
        Formula::True => "true".to_owned(),
        Formula::False => "false".to_owned(),
        Formula::Pred(p, args) => term(&Term::App(p.clone(), args.clone())),
        Formula::Eq(a, b) => format!("(= {} {})", term(a), term(b)),
        Formula::Compare(op, a, b) => format!("({op} {} {})", term(a), term(b)),
        Formula::Not(a) => format!("(not {})", formula(a)),
        Formula::And(a, b) => two("and", a, b),
        Formula::Or(a, b) => two("or", a, b),
        Formula::Imp(a, b) => two("=>", a, b),
        Formula::Iff(a, b) => two("=", a, b),
        Formula::All(x, s, a) => format!("(forall (({} {})) {})", id(x), id(s), formula(a)),
        Formula::Ex(x, s, a) => format!("(exists (({} {})) {})", id(x), id(s), formula(a)),
    }
}
