//! What a run did, for people: a table and curves.

use crate::store::{Occasion, Store, StoreError};
use turnstile::Settings;
use turnstile::bench::{BenchReport, BenchRun, BenchSet, Line, Measured, lines, svg};

type Result<T> = std::result::Result<T, StoreError>;

/// One line for each part of the iteration under way.
///
/// # Errors
/// When the record cannot be read.
pub fn status(store: &Store) -> Result<String> {
    let done = store.iterations()?;
    let mut out = format!("{done} iterations finished\n");
    if let Some(canary) = store.fact("canary")? {
        out.push_str(&format!("STOPPED: the canary {canary} was proved\n"));
    }
    for phase in ["solve", "teach", "canaries", "learn", "gate"] {
        let finished = store.is_finished(done + 1, phase)?;
        let (tried, proved, seconds) = store.tally(done + 1, phase)?;
        if finished || tried > 0 {
            let state = if finished { "finished" } else { "under way" };
            out.push_str(&format!(
                "iteration {}, {phase}: {state}, {tried} attempts, {proved} proved, {seconds:.0} CPU s\n",
                done + 1
            ));
        }
    }
    let solved = store.solved()?.len();
    let goals = store.goals()?;
    let hindsight = goals.iter().filter(|g| g.source == "hindsight").count();
    out.push_str(&format!("{} goals, {hindsight} of them from hindsight; {solved} solved\n", goals.len()));
    Ok(out)
}

/// The report in Markdown.
///
/// # Errors
/// When the record cannot be read.
pub fn report(store: &Store) -> Result<String> {
    let goals = store.goals()?;
    let count = |split| goals.iter().filter(|g| g.split == split).count();
    use crate::store::Split;
    let mut out = String::from("# A run of `turnstile improve`\n\n");
    out.push_str(&format!(
        "{} goals to learn from ({} of them closed inside other proofs), {} held out, {} left out because they are test theorems.\n\n",
        count(Split::Train),
        goals.iter().filter(|g| g.source == "hindsight").count(),
        count(Split::HeldOut),
        count(Split::Leaked)
    ));
    if let Some(canary) = store.fact("canary")? {
        out.push_str(&format!(
            "**Stopped: the canary {canary} was proved.** Nothing that this run found can be trusted.\n\n"
        ));
    }
    out.push_str(
        "| iteration | solve: proved of tried | teach: proved of tried | canaries | samples (right) | memory | network: first right (priors) \
         | held out: old | new: memory | new: memory and network | decision | CPU s |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    let policies = store.policies()?;
    for i in 1..=store.iterations()? {
        let (solve, teach, gate) =
            (store.tally(i, "solve")?, store.tally(i, "teach")?, store.tally(i, "gate")?);
        let number = |key: &str| -> Result<String> {
            Ok(store.metric(i, key)?.map_or("–".to_owned(), |v| format!("{v:.0}")))
        };
        let percent = |key: &str| -> Result<String> {
            Ok(store.metric(i, key)?.map_or("–".to_owned(), |v| format!("{:.0} %", 100.0 * v)))
        };
        let decision =
            policies.iter().find(|p| p.1 == i).map_or("–".to_owned(), |p| format!("{} {}", p.3, p.0));
        out.push_str(&format!(
            "| {i} | {} of {} | {} of {} | {} | {} ({}) | {} | {} ({}) | {} of {} | {} | {} | {decision} | {:.0} |\n",
            solve.1,
            solve.0,
            teach.1,
            teach.0,
            number("canaries")?,
            number("samples")?,
            number("right")?,
            number("memory")?,
            percent("top1")?,
            percent("prior top1")?,
            number("gate old")?,
            number("held-out")?,
            number("gate knn")?,
            number("gate mix")?,
            solve.2 + teach.2 + gate.2
        ));
    }
    out.push_str("\nEach attempt has the same processor time; \"solve\" and the gate are the search over actions alone, without the waterfall.\n\n");
    for (name, i, _, status, why) in &policies {
        out.push_str(&format!("- iteration {i}, policy {name}: {status}; {why}\n"));
    }
    Ok(out)
}

/// Curves: the losses of the trainings, what is held out by iteration, and proved against processor seconds for the policies of the
/// last gate; each with the name of its file.
///
/// # Errors
/// When the record cannot be read.
pub fn curves(store: &Store) -> Result<Vec<(String, String)>> {
    let mut out = vec![];
    let n = store.iterations()?;
    let mut held_out = vec![];
    for (label, key) in [("policy in use before", "gate old"), ("best new policy", "gate new")] {
        let mut points = vec![];
        for i in 1..=n {
            points.extend(store.metric(i, key)?.map(|v| (i as f64, v)));
        }
        held_out.push(Line { label: label.to_owned(), points });
    }
    out.push(("held-out.svg".to_owned(), lines("iteration", "held-out goals proved", &held_out)));
    let mut losses = vec![];
    for i in 1..=n {
        for (label, key) in [("learned", "loss"), ("held out", "held-out loss")] {
            let mut points = vec![];
            for epoch in 1..100 {
                let Some(v) = store.metric(i, &format!("{key} {epoch}"))? else { break };
                points.push((f64::from(epoch), v));
            }
            if !points.is_empty() {
                losses.push(Line { label: format!("{i}: {label}"), points });
            }
        }
    }
    out.push(("loss.svg".to_owned(), lines("pass over the data", "loss (nats)", &losses)));
    let mut sets = vec![];
    let mut names: Vec<String> = vec!["prior".to_owned()];
    names.extend((1..=n).flat_map(|i| ["knn", "mix"].map(|m| format!("{i:04}/{m}"))));
    for name in names {
        let measured = store.measured(&Occasion { iteration: n, phase: "gate", policy: &name })?;
        if measured.is_empty() {
            continue;
        }
        let theorems = measured.into_iter().map(|m| Measured {
            name: m.name,
            status: m.status,
            cpu_seconds: m.cpu_seconds,
            expansions: 0,
            proof_lines: None,
        });
        sets.push(BenchSet { name, runs: vec![BenchRun { seed: 0, theorems: theorems.collect() }] });
    }
    let most = sets.iter().flat_map(|s| &s.runs).flat_map(|r| &r.theorems).map(|t| t.cpu_seconds);
    let timeout = most.fold(0.1, f64::max);
    let report = BenchReport {
        turnstile_version: env!("CARGO_PKG_VERSION").to_owned(),
        machine: String::new(),
        settings: Settings { timeout, ..Settings::default() },
        peak_memory_mib: None,
        sets,
    };
    out.push(("proved.svg".to_owned(), svg(&report)));
    Ok(out)
}
