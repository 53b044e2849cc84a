//! Induction, and lemmas that nobody wrote down.

use turnstile::{CancelFlag, Prover, Settings, Source, Status};

const NAT: &str = "
inductive N where
  | z : N
  | s : N → N

def N.plus : N → N → N
  | .z, m => m
  | .s n, m => .s (N.plus n m)

def N.times : N → N → N
  | .z, _ => .z
  | .s n, m => N.plus m (N.times n m)

def N.same : N → N → Bool
  | .z, .z => true
  | .z, .s _ => false
  | .s _, .z => false
  | .s n, .s m => N.same n m

inductive L (α : Type) where
  | e : L α
  | c : α → L α → L α

def L.join {α : Type} : L α → L α → L α
  | .e, ys => ys
  | .c x xs, ys => .c x (L.join xs ys)

def L.turn {α : Type} : L α → L α
  | .e => .e
  | .c x xs => L.join (L.turn xs) (.c x .e)

def L.has (n : N) : L N → Bool
  | .e => false
  | .c x xs => match N.same n x with
    | true => true
    | false => L.has n xs
";

/// Verdicts and proofs, without any search: what is proved is proved by induction, simplification and lemmas.
fn prove(theorems: &str) -> Vec<(Status, String)> {
    let text = format!("-- turnstile: isolate\n{NAT}\n{theorems}");
    let mut settings = Settings { timeout: 20.0, expansions: Some(0), ..Settings::default() };
    settings.answers.minimise = false;
    let source = Source { path: "induction.lean".into(), text };
    let outcome = Prover::new(settings).prove_file(&source, &(), &CancelFlag::new());
    assert_eq!(outcome.diagnostics, []);
    outcome.report.theorems.into_iter().map(|t| (t.status, t.proof.unwrap_or_default())).collect()
}

fn proof(theorem: &str) -> String {
    let [(status, proof)] = prove(theorem).try_into().expect("one theorem");
    assert_eq!(status, Status::Proved, "{theorem}");
    proof
}

#[test]
fn plain_induction_needs_no_lemma() {
    let p = proof("theorem t (n m k : N) : (n.plus m).plus k = n.plus (m.plus k) := by sorry");
    assert!(p.contains("induction") && !p.contains("lemma_"), "{p}");
}

#[test]
fn a_missing_law_is_found_and_named() {
    let p = proof("theorem t (n m : N) : n.times m = m.times n := by sorry");
    assert!(p.contains("have lemma_1 :"), "{p}");
}

#[test]
fn lemmas_that_need_lemmas() {
    proof("theorem t (n m k : N) : n.times (m.plus k) = (n.times m).plus (n.times k) := by sorry");
    proof("theorem t (α : Type) (xs : L α) : xs.turn.turn = xs := by sorry");
}

#[test]
fn tests_are_decided_by_cases() {
    proof("theorem t (n : N) (xs ys : L N) : L.has n xs = true → L.has n (xs.join ys) = true := by sorry");
    proof("theorem t (n : N) (xs : L N) : L.has n (xs.join (.c n .e)) = true := by sorry");
}

#[test]
fn what_was_found_for_one_theorem_serves_the_next() {
    let both = prove(
        "theorem a (n m : N) : n.times m = m.times n := by sorry\n\
         theorem b (n m : N) : N.s (n.times m) = N.s (m.times n) := by sorry",
    );
    for (status, proof) in &both {
        assert_eq!(*status, Status::Proved);
        assert!(proof.contains("have lemma_1 :"), "{proof}");
    }
}

#[test]
fn false_statements_are_not_proved() {
    let all = prove(
        "theorem a (n m : N) : n.plus m = n := by sorry\n\
         theorem b (α : Type) (xs ys : L α) : xs.join ys = ys.join xs := by sorry\n\
         theorem c (n m : N) : N.same n m = true := by sorry",
    );
    for (status, proof) in all {
        assert_ne!(status, Status::Proved, "{proof}");
    }
}
