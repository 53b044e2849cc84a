//! Policies as files: what is faulty is said, and a guided prover proves.

use std::path::PathBuf;
use std::sync::Arc;
use turnstile::learn::{Choice, Fate, Learned, PolicyCard, Recorder};
use turnstile::{CancelFlag, Prover, Settings, Source, Status};
use turnstile_policy::knn::{Memory, Shared};

fn folder(name: &str) -> PathBuf {
    let path = std::env::temp_dir().join(format!("turnstile-learned-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).expect("a temporary folder");
    path
}

fn error(path: &std::path::Path) -> String {
    Choice::parse(&path.display().to_string()).guide().err().map(|e| e.to_string()).unwrap_or_default()
}

#[test]
fn a_faulty_policy_is_an_error() {
    let dir = folder("faulty");
    assert!(error(&dir).contains("policy.json"));
    std::fs::write(dir.join("policy.json"), "{").expect("a file");
    assert!(error(&dir).contains("not a policy of this program"));
    let card = PolicyCard { mode: "knn".to_owned(), ..PolicyCard::default() };
    Learned::write(&dir, &card, &Memory::default()).expect("written");
    assert_eq!(error(&dir), "");
    std::fs::write(dir.join("memory.bin"), b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff").expect("a file");
    assert!(error(&dir).contains("memory"), "{}", error(&dir));
    Learned::write(&dir, &PolicyCard { mode: "mix".to_owned(), ..card }, &Memory::default())
        .expect("written");
    assert!(error(&dir).contains("no network"), "{}", error(&dir));
}

#[test]
fn what_a_search_did_is_recorded_and_learned_from() {
    let text = "theorem a (p q r : Prop) (h : p ∧ q) (g : q → r) : r ∧ p := sorry\n";
    let source = Source { path: "a.lean".into(), text: text.to_owned() };
    let settings = Settings { lemmas: false, refute: false, ..Settings::default() };
    let recorder = Arc::new(Recorder::default());
    let prover = Prover::new(settings.clone()).recorded(recorder.clone());
    let outcome = prover.prove_file(&source, &(), &CancelFlag::new());
    assert_eq!(outcome.report.theorems[0].status, Status::Proved);
    let recorded = recorder.take("a");
    let solved: Vec<_> = recorded.samples.iter().filter(|s| s.solved).collect();
    assert!(!solved.is_empty() && solved.iter().all(|s| s.right().next().is_some()), "{recorded:?}");
    assert!(solved.iter().all(|s| s.actions.len() == s.fates.len() && s.priors.len() == s.fates.len()));
    assert!(solved.iter().any(|s| s.goal.tokens.contains(&"'And".to_owned())));
    // The memory puts the right step first, and the guided search needs no more goals than the other.
    let memory = Arc::new(Shared::default());
    for s in &solved {
        for action in s.right() {
            memory.insert(&s.goal, action, "a");
        }
    }
    for s in &solved {
        let (_, right) = turnstile::learn::rank_of(Some(&*memory), s).expect("a right step");
        assert!(right || s.fates.iter().filter(|f| **f == Fate::Right).count() == 0, "{s:?}");
    }
    let guided = Prover::new(settings).guided(Some(memory)).prove_file(&source, &(), &CancelFlag::new());
    assert_eq!(guided.report.theorems[0].status, Status::Proved);
    assert!(guided.report.theorems[0].expansions <= outcome.report.theorems[0].expansions);
}
