//! Whole runs on a small set: they are finished after a kill, stop at a proved canary, and leave tests alone.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use turnstile::CancelFlag;
use turnstile::learn::Choice;
use turnstile_improve::{EvalError, EvalSettings, Job, JobError, RunSettings, Split, Store, evaluate};

const SET: &str = "theorem a1 (p q : Prop) (hp : p) (hq : q) : p ∧ q := sorry\n\
    theorem a2 (p q : Prop) (h : p ∧ q) : q ∧ p := sorry\n\
    theorem a3 (p q : Prop) (h : p ∨ q) : q ∨ p := sorry\n\
    theorem a4 (p q r : Prop) (h : p → q) (g : q → r) : p → r := sorry\n\
    theorem a5 (n : Nat) : n + 0 = n := sorry\n\
    theorem a6 (n m : Nat) (h : n ≤ m) : n ≤ m + 1 := sorry\n\
    theorem a7 (p : Prop) : p → ¬ ¬ p := sorry\n\
    theorem a8 (p q : Prop) (h : p ↔ q) : q ↔ p := sorry\n";

fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("turnstile-improve-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).expect("a temporary folder");
    path
}

fn write(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("a file");
    path
}

fn settings(set: PathBuf) -> RunSettings {
    RunSettings {
        sets: vec![set],
        timeout: 2.0,
        network: false,
        canaries: 2,
        held_out: 3,
        ..RunSettings::default()
    }
}

/// What a run knows, apart from times.
fn known(store: &Store) -> (Vec<(String, String)>, Vec<i64>, usize) {
    let goals = store.goals().expect("goals").into_iter().filter(|g| g.source == "file");
    let goals = goals.map(|g| (g.name, format!("{:?}", g.split))).collect();
    let mut solved = store.solved().expect("solved");
    solved.retain(|id| *id <= 8);
    (goals, solved, store.iterations().expect("iterations") as usize)
}

/// Not a test by itself: the run that the test below kills.
#[test]
fn victim() {
    let Ok(dir) = std::env::var("TURNSTILE_TEST_RUN") else { return };
    let dir = PathBuf::from(dir);
    let (cancel, say) = (CancelFlag::new(), |_| {});
    let job =
        Job::open(&dir.join("run"), Some(settings(dir.join("set.lean"))), &cancel, &say).expect("a run");
    job.run(2, None).expect("runs");
}

#[test]
fn a_killed_run_goes_on_and_loses_nothing() {
    let whole = folder("whole");
    let set = write(&whole, "set.lean", SET);
    let (cancel, say) = (CancelFlag::new(), |_| {});
    let job = Job::open(&whole.join("run"), Some(settings(set)), &cancel, &say).expect("a run");
    job.run(2, None).expect("runs");
    let expected = known(job.store());
    assert_eq!(expected.2, 2);
    assert!(expected.1.len() >= 4, "{expected:?}");

    let killed = folder("killed");
    write(&killed, "set.lean", SET);
    let exe = std::env::current_exe().expect("this test");
    let mut kept = 0;
    for round in 0..4 {
        let child = Command::new(&exe)
            .args(["--exact", "victim", "--test-threads=1"])
            .env("TURNSTILE_TEST_RUN", &killed)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let mut child = child.expect("a child");
        std::thread::sleep(std::time::Duration::from_millis(700 + 900 * round));
        // SIGKILL: nothing in the child can react to it.
        child.kill().expect("killed");
        child.wait().expect("ended");
        let database = killed.join("run/run.db");
        if database.is_file() {
            let store = Store::open(&database).expect("still a record");
            let solved = store.solved().expect("readable").len();
            assert!(solved >= kept, "a proof was lost");
            kept = solved;
        }
    }
    let set = killed.join("set.lean");
    let job = Job::open(&killed.join("run"), Some(settings(set)), &cancel, &say).expect("goes on");
    job.run(2, None).expect("runs");
    assert_eq!(known(job.store()), expected);
    // A finished run has nothing left to do.
    job.run(2, None).expect("nothing to do");
}

#[test]
fn a_false_axiom_trips_the_canaries() {
    let dir = folder("axiom");
    let text = format!("axiom oracle : ∀ n : Nat, n = 0 → False\n{SET}");
    let set = write(&dir, "set.lean", &text);
    let mut settings = settings(set);
    settings.axioms.push("oracle".to_owned());
    let (cancel, say) = (CancelFlag::new(), |_| {});
    let job = Job::open(&dir.join("run"), Some(settings), &cancel, &say).expect("a run");
    let error = job.run(3, None).expect_err("stops");
    assert!(matches!(&error, JobError::Canary(name) if name.contains("canary")), "{error}");
    assert_eq!(job.store().iterations().expect("readable"), 0);
    drop(job);
    // It does not go on either.
    let again = Job::open(&dir.join("run"), None, &cancel, &say).err().expect("refused");
    assert!(matches!(again, JobError::Canary(_)), "{again}");
}

#[test]
fn test_theorems_are_refused_under_other_names() {
    let dir = folder("leak");
    let set = write(&dir, "set.lean", SET);
    let renamed = "theorem other (a b : Prop) (x : a ∧ b) : b ∧ a := sorry\n";
    let test = write(&dir, "test.lean", renamed);
    let settings = RunSettings { tests: vec![test.clone()], ..settings(set.clone()) };
    let (cancel, say) = (CancelFlag::new(), |_| {});
    let job = Job::open(&dir.join("run"), Some(settings), &cancel, &say).expect("a run");
    let goals = job.store().goals().expect("goals");
    let leaked: Vec<&str> =
        goals.iter().filter(|g| g.split == Split::Leaked).map(|g| g.name.as_str()).collect();
    assert_eq!(leaked, ["a2"]);
    job.run(1, None).expect("runs");
    let (_, solved, _) = known(job.store());
    let a2 = goals.iter().find(|g| g.name == "a2").expect("a2").id;
    assert!(!solved.contains(&a2));
    let policy = dir.join("run/policies/0001");
    assert!(matches!(Choice::parse(&policy.display().to_string()).guide(), Ok(Some(_))));
    // An evaluation on what was learned from is refused, on the test it is not.
    let eval = |sets| EvalSettings {
        policies: vec!["prior".to_owned(), policy.display().to_string()],
        sets,
        timeout: 1.0,
        seeds: vec![0],
        jobs: 1,
        whole: false,
        allow_leaks: false,
    };
    let refused = evaluate(&eval(vec![set]), String::new(), &(), &cancel);
    assert!(matches!(refused, Err(EvalError::Leaked(..))));
    let found = evaluate(&eval(vec![test]), String::new(), &(), &cancel).expect("no leak");
    assert_eq!(found.report.sets.len(), 2);
    assert!(found.text().contains("calibration error"), "{}", found.text());
}
