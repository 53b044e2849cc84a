//! A search ends when its time is up, whatever the goal.

mod support;

use support::Folder;

/// What a search may take beyond its limit: the step under way is finished and the proof, if any, is checked.
const GRACE: f64 = 1.5;

#[test]
fn the_time_limit_is_kept() {
    let folder = Folder::new("limits");
    let text = "\
def grow : Nat → Nat
  | 0 => 1
  | n + 1 => grow n + grow n
theorem power : 2 ^ 100000 % 7 = 3 := sorry
theorem tower : 2 ^ (2 ^ 40) % 7 = 3 := sorry
theorem many : ∀ n : Fin 100000, n.val * n.val < 10000000001 := sorry
theorem bounded : ∀ n, n < 100000 → n * n < 10000000001 := sorry
theorem doubled : grow 64 = 7 := sorry
theorem long : (List.replicate 20000 1).length = 20001 := sorry
theorem strange : ∀ (f g : Nat → Nat) (h : (Nat → Nat) → Nat), (∀ x, f (g x) = g (f (f x))) → h f = h g := sorry
theorem words : ∀ (α : Type) (f g : α → α → α) (a b c : α), (∀ x y z, f x (f y z) = f (g x y) z) →
    (∀ x y, g (f x y) x = f y x) → f a (g b c) = g (f a c) b := sorry
";
    folder.file("a.lean", text);
    let ran = folder.run(&["prove", "a.lean", "--timeout", "1", "--json", "-"]);
    assert!(ran.code == 1 && !ran.err.contains("please report"), "{}", ran.err);
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("a report");
    for t in report["theorems"].as_array().expect("a list of theorems") {
        // Processor time: other programs may be running.
        assert!(t["cpu_seconds"].as_f64().is_some_and(|s| s < 1.0 + GRACE), "{t}");
        assert!(matches!(t["status"].as_str(), Some("proved" | "refuted" | "budget" | "not_proved")), "{t}");
        let wrong = ["power", "tower", "doubled", "long"].iter().any(|n| t["name"] == *n);
        assert!(!wrong || t["status"] != "proved", "{t}");
    }
}

#[test]
fn the_limit_on_expansions_is_kept() {
    let folder = Folder::new("expansions");
    folder.file("a.lean", "theorem t (f : Nat → Nat) (h : ∀ n, f (f n) = n) : f 0 = 1 := sorry\n");
    let ran = folder.run(&["prove", "a.lean", "--expansions", "3", "--json", "-"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let report: serde_json::Value = serde_json::from_str(&ran.out).expect("a report");
    assert!(report["theorems"][0]["expansions"].as_u64().is_some_and(|n| n <= 3), "{report}");
}
