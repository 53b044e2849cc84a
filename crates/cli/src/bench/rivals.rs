//! Other provers on the same theorems: whichever of cvc5, Vampire and E are installed.
//!
//! Their answers are taken as they come; no kernel checks them. A theorem that has no first-order form is counted as such.

use crate::exit::Exit;
use crate::output;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
use turnstile::first_order::{Problem, to_smt, to_tptp, translate};
use turnstile::{Elaborated, Source};

/// How a problem is written for a rival.
#[derive(Clone, Copy)]
enum Form {
    Smt,
    Tptp,
}

struct Rival {
    name: &'static str,
    program: &'static str,
    /// How its presence is found out.
    probe: &'static [&'static str],
    form: Form,
    /// What it says when it has a proof.
    proved: &'static str,
    /// Its arguments for a file and a limit in seconds.
    arguments: fn(&str, f64) -> Vec<String>,
}

/// Reads a file with cvc5's Python module.
const CVC5_SCRIPT: &str = "\
import sys, cvc5
solver = cvc5.Solver(cvc5.TermManager())
solver.setOption('quant-ind', 'true')
solver.setOption('tlimit', sys.argv[2])
parser = cvc5.InputParser(solver)
parser.setFileInput(cvc5.InputLanguage.SMT_LIB_2_6, sys.argv[1])
symbols = parser.getSymbolManager()
while True:
    command = parser.nextCommand()
    if command.isNull():
        break
    print(command.invoke(solver, symbols), end='')
";

const RIVALS: [Rival; 4] = [
    Rival {
        name: "cvc5",
        program: "cvc5",
        probe: &["--version"],
        form: Form::Smt,
        proved: "unsat",
        arguments: |file, seconds| {
            vec!["--quant-ind".into(), format!("--tlimit={:.0}", seconds * 1000.0), file.into()]
        },
    },
    Rival {
        name: "cvc5 (Python module)",
        program: "python3",
        probe: &["-c", "import cvc5"],
        form: Form::Smt,
        proved: "unsat",
        arguments: |file, seconds| {
            vec!["-c".into(), CVC5_SCRIPT.into(), file.into(), format!("{:.0}", seconds * 1000.0)]
        },
    },
    Rival {
        name: "Vampire",
        program: "vampire",
        probe: &["--version"],
        form: Form::Smt,
        proved: "Refutation found",
        arguments: |file, seconds| {
            let limit = format!("{}", seconds.ceil());
            [
                "--input_syntax",
                "smtlib2",
                "--induction",
                "both",
                "--mode",
                "portfolio",
                "--schedule",
                "struct_induction",
            ]
            .map(str::to_owned)
            .into_iter()
            .chain(["-t".into(), limit, file.into()])
            .collect()
        },
    },
    Rival {
        name: "E",
        program: "eprover",
        probe: &["--version"],
        form: Form::Tptp,
        proved: "SZS status Theorem",
        arguments: |file, seconds| {
            vec!["--auto".into(), format!("--cpu-limit={:.0}", seconds.ceil()), file.into()]
        },
    },
];

/// Lets the rivals that are installed try the theorems.
pub fn run(sources: &[Source], timeout: f64) -> Exit {
    let mut present: Vec<&Rival> = RIVALS.iter().filter(|r| is_installed(r)).collect();
    // One cvc5 is enough.
    if present.iter().any(|r| r.name == "cvc5") {
        present.retain(|r| r.name != "cvc5 (Python module)");
    }
    if present.is_empty() {
        return output::print("no rival is installed (cvc5, Vampire, E)\n");
    }
    let mut exit = Exit::Done;
    for source in sources {
        let problems = problems(source);
        let expressible = problems.iter().filter(|p| p.is_ok()).count();
        for rival in &present {
            let mut proved = 0;
            let start = Instant::now();
            for problem in problems.iter().flatten() {
                match solves(rival, problem, timeout) {
                    Ok(yes) => proved += usize::from(yes),
                    Err(error) => {
                        output::complain(&format!("{}: {error}", rival.name));
                        return Exit::Failure;
                    }
                }
            }
            exit = exit.max(output::print(format!(
                "{:<20} {}: {proved} of {}, {} not expressible, {:.1} s\n",
                source.path.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned()),
                rival.name,
                problems.len(),
                problems.len() - expressible,
                start.elapsed().as_secs_f64()
            )));
        }
    }
    exit
}

fn is_installed(rival: &Rival) -> bool {
    let mut command = Command::new(rival.program);
    command.args(rival.probe).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|s| s.success())
}

/// The open theorems of a file as problems, or why not.
fn problems(source: &Source) -> Vec<Result<Problem, String>> {
    let file = Elaborated::new(&source.text);
    file.open_statements()
        .map(|statement| {
            let workspace = statement.open(&file.terms).map_err(|_| "the statement has errors".to_owned())?;
            let mut m = workspace.m;
            translate(&mut m, statement.ty)
        })
        .collect()
}

fn solves(rival: &Rival, problem: &Problem, timeout: f64) -> std::io::Result<bool> {
    let (text, extension) = match rival.form {
        Form::Smt => (to_smt(problem), "smt2"),
        Form::Tptp => (to_tptp(problem), "p"),
    };
    let file = std::env::temp_dir().join(format!("turnstile-rival-{}.{extension}", std::process::id()));
    std::fs::write(&file, text)?;
    let answer = ask(rival, &file, timeout);
    let _ = std::fs::remove_file(&file);
    Ok(answer?.lines().any(|line| line.trim_start_matches(['%', '#', ' ']).starts_with(rival.proved)))
}

fn ask(rival: &Rival, file: &Path, timeout: f64) -> std::io::Result<String> {
    let mut child = Command::new(rival.program)
        .args((rival.arguments)(&file.display().to_string(), timeout))
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    // A program that overlooks its limit is ended; its answer is short, so that the pipe holds it.
    let end = Instant::now() + Duration::from_secs_f64(timeout * 1.5 + 1.0);
    while child.try_wait()?.is_none() {
        if Instant::now() >= end {
            child.kill()?;
            child.wait()?;
            return Ok(String::new());
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let mut text = Vec::new();
    if let Some(mut out) = child.stdout.take() {
        out.read_to_end(&mut text)?;
    }
    Ok(String::from_utf8_lossy(&text).into_owned())
}
