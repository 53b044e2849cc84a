//! `turnstile-mutate FILE.ndjson…`: random mutants of valid exports, and what became of them.

use clap::Parser;
use flate2::read::GzDecoder;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use turnstile_mutate::{Class, Mutation, Operator, Outcome, Subject};

/// Changes one line of a valid export at a time and asks whether the checker notices.
#[derive(Parser)]
#[command(name = "turnstile-mutate", version)]
struct Arguments {
    /// Exports that are accepted as they are; `.gz` is read as well.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Mutants of each file.
    #[arg(long, default_value_t = 1000)]
    count: usize,
    /// Seed of the random choices.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Prints each accepted mutant of the classes that change a declaration.
    #[arg(long)]
    show: bool,
    /// Writes the counts and every mutant with its verdict to a file.
    #[arg(long, value_name = "OUT")]
    json: Option<PathBuf>,
}

fn read(path: &Path) -> std::io::Result<String> {
    let mut text = String::new();
    let mut file = std::fs::File::open(path)?;
    if path.extension().is_some_and(|e| e == "gz") {
        GzDecoder::new(file).read_to_string(&mut text)?;
    } else {
        file.read_to_string(&mut text)?;
    }
    Ok(text)
}

/// The columns of the table.
const COLUMNS: [&str; 10] = [
    "rejected",
    "declined",
    "identical",
    "bound names",
    "hints",
    "fewer constants",
    "other proofs",
    "other declarations",
    "WRONG",
    "PANIC",
];

fn column(o: &Outcome) -> String {
    match o {
        Outcome::Rejected(_) => "rejected".into(),
        Outcome::Declined(_) => "declined".into(),
        Outcome::Accepted(class) => class.to_string(),
        Outcome::Fault(_) => "PANIC".into(),
    }
}

#[derive(Default)]
struct Tally {
    counts: BTreeMap<Operator, BTreeMap<String, usize>>,
    mutants: Vec<Value>,
    harmful: usize,
}

impl Tally {
    fn note(&mut self, file: &str, m: &Mutation, o: &Outcome, show: bool) {
        *self.counts.entry(m.operator).or_default().entry(column(o)).or_default() += 1;
        let why = match o {
            Outcome::Accepted(Class::Wrong(why)) | Outcome::Fault(why) => {
                self.harmful += 1;
                println!("HARMFUL: {file}, {m}: {why}");
                why
            }
            Outcome::Accepted(class) => {
                if show && *class >= Class::Hints {
                    println!("{class}: {file}, {m}");
                }
                ""
            }
            Outcome::Rejected(why) | Outcome::Declined(why) => why,
        };
        self.mutants.push(json!({
            "file": file, "line": m.line + 1, "replaced": m.replaced, "lines": m.lines,
            "change": m.operator.to_string(), "path": m.path, "verdict": column(o), "why": why,
        }));
    }

    fn print(&self) {
        println!("{:16}{}", "", COLUMNS.map(|c| format!("{c:>19}")).concat());
        let mut total = BTreeMap::new();
        for op in Operator::ALL {
            let Some(row) = self.counts.get(&op) else { continue };
            for (c, n) in row {
                *total.entry(c.clone()).or_insert(0) += n;
            }
            print_row(&op.to_string(), row);
        }
        print_row("total", &total);
    }
}

fn print_row(name: &str, row: &BTreeMap<String, usize>) {
    let cells = COLUMNS.map(|c| format!("{:>19}", row.get(c).copied().unwrap_or(0)));
    println!("{name:16}{}", cells.concat());
}

fn run(args: &Arguments) -> Result<Tally, String> {
    let mut tally = Tally::default();
    for path in &args.files {
        let file = path.file_name().map_or_else(String::new, |f| f.to_string_lossy().into_owned());
        let text = read(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let subject = Subject::new(&text).map_err(|e| format!("{}: {e}", path.display()))?;
        for m in subject.mutations(args.count, args.seed) {
            let o = subject.outcome(&m);
            tally.note(&file, &m, &o, args.show);
        }
    }
    Ok(tally)
}

fn main() -> ExitCode {
    let args = Arguments::parse();
    // A panic of the checker is counted and reported; its own message would only break the table.
    std::panic::set_hook(Box::new(|_| {}));
    let tally = match run(&args) {
        Ok(t) => t,
        Err(e) => {
            eprintln!("{e}");
            return ExitCode::from(2);
        }
    };
    tally.print();
    if let Some(out) = &args.json {
        let counts: BTreeMap<String, _> = tally.counts.iter().map(|(o, r)| (o.to_string(), r)).collect();
        let report = json!({"counts": counts, "mutants": tally.mutants});
        if let Err(e) = std::fs::write(out, report.to_string()) {
            eprintln!("{}: {e}", out.display());
            return ExitCode::from(2);
        }
    }
    if tally.harmful == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
