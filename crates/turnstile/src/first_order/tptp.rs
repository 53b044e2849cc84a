//! Problems in TPTP's typed first-order form (Sutcliffe, *The TPTP Problem Library and Associated Infrastructure*, 2017).

use super::{Formula, INT, Problem, Term};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The problem in TFF, constructors with axioms that they are different, injective and all there is. There is no axiom of induction.
#[must_use]
pub fn to_tptp(p: &Problem) -> String {
    let mut names = Names::default();
    let mut out = String::new();
    let mut count = 0;
    let mut put = |out: &mut String, role: &str, text: String| {
        count += 1;
        // Writing to a string cannot fail.
        let _ = writeln!(out, "tff(n{count}, {role}, {text}).");
    };
    for s in p.sorts.iter().chain(p.data_types.iter().map(|d| &d.name)) {
        put(&mut out, "type", format!("{}: $tType", names.sort(s)));
    }
    let constructors = p.data_types.iter().flat_map(|d| {
        d.constructors.iter().map(|(c, fields)| (c.clone(), fields.clone(), Some(d.name.clone())))
    });
    let symbols = p.symbols.iter().map(|s| (s.name.clone(), s.args.clone(), s.result.clone()));
    for (name, args, result) in constructors.chain(symbols) {
        let result = result.map_or("$o".to_owned(), |r| names.sort(&r));
        let args: Vec<String> = args.iter().map(|a| names.sort(a)).collect();
        let ty = match args.len() {
            0 => result,
            1 => format!("{} > {result}", args[0]),
            _ => format!("({}) > {result}", args.join(" * ")),
        };
        put(&mut out, "type", format!("{}: {ty}", names.symbol(&name)));
    }
    for a in p.data_types.iter().flat_map(constructor_axioms).chain(p.axioms.iter().cloned()) {
        let text = names.formula(&a);
        put(&mut out, "axiom", text);
    }
    if let Some(g) = &p.goal {
        let text = names.formula(g);
        put(&mut out, "conjecture", text);
    }
    out
}

/// What the declaration of a data type says, but for induction.
fn constructor_axioms(d: &super::DataType) -> Vec<Formula> {
    let applied = |c: &(String, Vec<String>), prefix: &str| {
        let vars: Vec<String> = (0..c.1.len()).map(|i| format!("{prefix}{i}")).collect();
        (Term::App(c.0.clone(), vars.iter().cloned().map(Term::Var).collect()), vars)
    };
    let close = |f: Formula, vars: &[String], sorts: &[String]| {
        vars.iter().zip(sorts).rev().fold(f, |f, (x, s)| Formula::All(x.clone(), s.clone(), Box::new(f)))
    };
    let mut out = Vec::new();
    let mut some: Option<Formula> = None;
    for (i, c) in d.constructors.iter().enumerate() {
        let (a, xs) = applied(c, "X");
        for other in &d.constructors[i + 1..] {
            let (b, ys) = applied(other, "Y");
            let differ = Formula::Not(Box::new(Formula::Eq(a.clone(), b)));
            out.push(close(close(differ, &ys, &other.1), &xs, &c.1));
        }
        if !c.1.is_empty() {
            let (b, ys) = applied(c, "Y");
            let same =
                xs.iter().zip(&ys).map(|(x, y)| Formula::Eq(Term::Var(x.clone()), Term::Var(y.clone())));
            let same = same.reduce(|f, g| Formula::And(Box::new(f), Box::new(g))).unwrap_or(Formula::True);
            let injective = Formula::Imp(Box::new(Formula::Eq(a.clone(), b)), Box::new(same));
            out.push(close(close(injective, &ys, &c.1), &xs, &c.1));
        }
        let is = Formula::Eq(Term::Var("Z".to_owned()), a);
        let is =
            xs.iter().zip(&c.1).rev().fold(is, |f, (x, s)| Formula::Ex(x.clone(), s.clone(), Box::new(f)));
        some = Some(match some {
            None => is,
            Some(f) => Formula::Or(Box::new(f), Box::new(is)),
        });
    }
    let some = some.unwrap_or(Formula::False);
    out.push(Formula::All("Z".to_owned(), d.name.clone(), Box::new(some)));
    out
}

/// TPTP's names: quoted symbols, variables with a capital.
#[derive(Default)]
struct Names {
    variables: BTreeMap<String, String>,
}

impl Names {
    fn sort(&self, s: &str) -> String {
        if s == INT { "$int".to_owned() } else { format!("'s_{}'", s.replace(['\'', '\\'], "_")) }
    }

    fn symbol(&self, s: &str) -> String {
        format!("'{}'", s.replace(['\'', '\\'], "_"))
    }

    fn variable(&mut self, x: &str) -> String {
        let next = self.variables.len();
        self.variables.entry(x.to_owned()).or_insert_with(|| format!("V{next}")).clone()
    }

    fn term(&mut self, t: &Term) -> String {
        match t {
            Term::Var(x) => self.variable(x),
            Term::App(f, args) => self.apply(f, args),
            Term::Int(n) => n.clone(),
            Term::Arith(op, args) => {
                let args: Vec<String> = args.iter().map(|a| self.term(a)).collect();
                let op = match (*op, args.len()) {
                    ("+", _) => "$sum",
                    ("-", 1) => "$uminus",
                    ("-", _) => "$difference",
                    ("*", _) => "$product",
                    ("div", _) => "$quotient_e",
                    ("abs", _) => "$abs",
                    _ => "$remainder_e",
                };
                format!("{op}({})", args.join(","))
            }
            Term::Ite(c, a, b) => format!("$ite({},{},{})", self.formula(c), self.term(a), self.term(b)),
        }
    }

    fn apply(&mut self, f: &str, args: &[Term]) -> String {
        let args: Vec<String> = args.iter().map(|a| self.term(a)).collect();
        if args.is_empty() { self.symbol(f) } else { format!("{}({})", self.symbol(f), args.join(",")) }
    }

    fn formula(&mut self, f: &Formula) -> String {
        match f {
            Formula::True => "$true".to_owned(),
            Formula::False => "$false".to_owned(),
            Formula::Pred(p, args) => self.apply(p, args),
            Formula::Eq(a, b) => format!("({} = {})", self.term(a), self.term(b)),
            Formula::Compare(op, a, b) => {
                let op = if *op == "<=" { "$lesseq" } else { "$less" };
                format!("{op}({},{})", self.term(a), self.term(b))
            }
            Formula::Not(a) => format!("~ {}", self.formula(a)),
            Formula::And(a, b) => format!("({} & {})", self.formula(a), self.formula(b)),
            Formula::Or(a, b) => format!("({} | {})", self.formula(a), self.formula(b)),
            Formula::Imp(a, b) => format!("({} => {})", self.formula(a), self.formula(b)),
            Formula::Iff(a, b) => format!("({} <=> {})", self.formula(a), self.formula(b)),
            Formula::All(x, s, a) => {
                format!("(! [{}: {}] : {})", self.variable(x), self.sort(s), self.formula(a))
            }
            Formula::Ex(x, s, a) => {
                format!("(? [{}: {}] : {})", self.variable(x), self.sort(s), self.formula(a))
            }
        }
    }
}
