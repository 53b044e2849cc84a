//! `turnstile bench kernel`. For a comparison with other checkers there is `benches/kernel.py`.

use super::args::KernelBench;
use super::machine;
use crate::exit::Exit;
use crate::input::{self, Input};
use crate::output;
use cpu_time::ProcessTime;
use serde_json::json;
use std::time::Instant;
use turnstile_export::{Outcome, Settings, check_file};

/// Checks each file several times.
pub fn run(args: &KernelBench) -> Exit {
    let settings = Settings { jobs: args.jobs.get(), ..Settings::default() };
    let mut exit = output::print(format!("{}\n", machine::describe()));
    let mut figures = Vec::new();
    for path in &args.files {
        let (mut cpu, mut wall) = (f64::INFINITY, f64::INFINITY);
        let mut declarations = 0;
        let mut verdict = "";
        machine::forget_peak();
        for _ in 0..args.runs.get() {
            let reader = match input::open(path, true) {
                Ok(Input::Export(reader, _)) => reader,
                Ok(Input::Lean(_)) => {
                    output::complain(&format!("{}: not an export file", path.display()));
                    return Exit::BadInput;
                }
                Err(error) => {
                    output::complain(&error.to_string());
                    return Exit::BadInput;
                }
            };
            let (start, cpu_start) = (Instant::now(), ProcessTime::now());
            let checked = match check_file(reader, &settings) {
                Ok(checked) => checked,
                Err(error) => {
                    output::complain(&format!("{}: cannot be read: {error}", path.display()));
                    return Exit::BadInput;
                }
            };
            cpu = cpu.min(cpu_start.elapsed().as_secs_f64());
            wall = wall.min(start.elapsed().as_secs_f64());
            declarations = checked.report.declarations;
            verdict = match checked.report.outcome {
                Outcome::Accepted => "accepted",
                Outcome::Rejected { .. } => "rejected",
                Outcome::Declined { .. } => "declined",
            };
        }
        let peak = machine::peak_memory_mib();
        let memory = peak.map_or(String::new(), |mib| format!(", peak {mib:.0} MiB"));
        exit = exit.max(output::print(format!(
            "{}: {verdict}, {declarations} declarations, {cpu:.3} CPU s, {wall:.3} s, {:.0} a CPU second{memory}\n",
            path.display(),
            declarations as f64 / cpu.max(1e-9),
        )));
        figures.push(json!({
            "file": path, "verdict": verdict, "declarations": declarations, "cpu_seconds": cpu, "seconds": wall,
            "peak_memory_mib": peak,
        }));
    }
    if let Some(path) = &args.json {
        let report =
            json!({ "machine": machine::describe(), "jobs": args.jobs, "runs": args.runs, "files": figures });
        exit = exit.max(output::write_file(path, format!("{report:#}\n")));
    }
    exit
}
