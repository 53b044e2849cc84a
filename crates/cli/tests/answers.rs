//! What people get: short proofs that say what they use, in plain words if they like, with the search behind them.

mod support;

use serde_json::Value;
use std::fs;
use support::Folder;

const LISTS: &str = "\
namespace Lists

def rev {α : Type} : List α → List α
  | [] => []
  | x :: xs => rev xs ++ [x]

def size {α : Type} : List α → Nat
  | [] => 0
  | _ :: xs => size xs + 1

theorem rev_append {α : Type} (xs ys : List α) : rev (xs ++ ys) = rev ys ++ rev xs := sorry

theorem size_append {α : Type} (xs ys : List α) : size (xs ++ ys) = size xs + size ys := by
  sorry

theorem both (p q : Prop) (hp : p) (hq : q) : q ∧ p := by
  sorry

end Lists
";

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|e| panic!("{e}: {text}"))
}

#[test]
fn proofs_are_short_and_named_and_told() {
    let folder = Folder::new("answers");
    folder.file("a.lean", LISTS);
    let options = ["--jobs", "1", "--timeout", "60", "--expansions", "300", "--explain"];
    let ran =
        folder.run(&[&["prove", "a.lean", "--out", "b.lean", "--json", "r.json"][..], &options].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    assert_eq!(folder.run(&["check", "b.lean"]).err, "");
    let new = fs::read_to_string(folder.0.join("b.lean")).expect("the proofs");
    // Names as the scope allows and as people choose them, every use of `simp` with what it used.
    assert!(new.contains("| cons x xs ih => simp only ["), "{new}");
    assert!(!new.contains("Lists.rev") && !new.contains("✝"), "{new}");
    assert!(ran.out.contains("Lists.rev_append: By induction on `xs`; uses "), "{}", ran.out);
    assert!(ran.out.contains("the induction hypothesis `ih`"), "{}", ran.out);
    let report = json(&fs::read_to_string(folder.0.join("r.json")).expect("the report"));
    let told = &report["theorems"][0]["explanation"];
    assert_eq!(told["inductions"], json(r#"["xs"]"#));
    assert!(told["definitions"].as_array().is_some_and(|d| d.contains(&Value::from("rev"))), "{told}");
    // As it was found it is no shorter.
    let ran = folder.run(&[&["prove", "a.lean", "--raw", "--out", "c.lean"][..], &options].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    let raw = fs::read_to_string(folder.0.join("c.lean")).expect("the proofs");
    assert!(raw.contains("simp [Lists.rev"), "{raw}");
}

#[test]
fn several_proofs_are_different_and_hold() {
    let folder = Folder::new("several");
    folder.file("a.lean", LISTS);
    let theorem = ["--theorem", "Lists.rev_append", "--expansions", "300", "--timeout", "60"];
    let ran = folder.run(&[&["prove", "a.lean", "--proofs", "3", "--json", "-"][..], &theorem].concat());
    assert_eq!(ran.code, 0, "{ran:?}");
    let report = json(&ran.out);
    let proved = &report["theorems"][0];
    let others: Vec<&str> =
        proved["alternatives"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
    let first = proved["proof"].as_str().expect("a proof");
    assert!(!others.is_empty() && !others.contains(&first), "{proved}");
    for other in others {
        let lines: Vec<String> = other.lines().map(|line| format!("  {line}")).collect();
        let text = LISTS.replacen(":= sorry", &format!(":= by\n{}", lines.join("\n")), 1);
        folder.file("b.lean", &text);
        let ran = folder.run(&["check", "b.lean"]);
        assert!(ran.code == 0 && !ran.err.contains("rev_append"), "{}\n{text}", ran.err);
    }
}

#[test]
fn a_log_is_replayed() {
    let folder = Folder::new("log");
    folder.file("a.lean", LISTS);
    let ran = folder.run(&["prove", "a.lean", "--log", "run.log", "--expansions", "300", "--timeout", "60"]);
    assert_eq!(ran.code, 0, "{ran:?}");
    let ran = folder.run(&["replay", "run.log"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert_eq!(ran.out.matches("the proof passes the check again").count(), 3, "{}", ran.out);
    // In a world where something else happens, that is said.
    let mut log = json(&fs::read_to_string(folder.0.join("run.log")).expect("the log"));
    let did = &mut log["theorems"][0]["searches"][0]["events"][0]["did"];
    *did = if *did == "failed" { json(r#"{"left": []}"#) } else { Value::from("failed") };
    folder.file("other.log", log.to_string());
    let ran = folder.run(&["replay", "other.log"]);
    assert!(ran.code == 1 && ran.out.contains("different: event 1: "), "{ran:?}");
    folder.file("wrong.log", "{}");
    let ran = folder.run(&["replay", "wrong.log"]);
    assert!(ran.code == 2 && ran.err.contains("not the log of a run"), "{ran:?}");
}

#[test]
fn the_search_graph_is_drawn() {
    let folder = Folder::new("graph");
    folder.file("a.lean", LISTS);
    let prove = |out: &str, theorem: &str| {
        let limits = ["--expansions", "300", "--timeout", "60", "--theorem", theorem];
        let ran = folder.run(&[&["prove", "a.lean", "--graph", out][..], &limits].concat());
        assert_eq!(ran.code, 0, "{ran:?}");
        fs::read_to_string(folder.0.join(out)).expect("the picture")
    };
    let svg = prove("g.svg", "Lists.size_append");
    assert!(svg.starts_with("<svg ") && svg.contains("induction xs") && svg.contains("turn 1: "), "{svg}");
    assert!(prove("g.dot", "Lists.both").starts_with("digraph"));
    let picture = json(&prove("g.json", "Lists.rev_append"));
    assert_eq!(picture["goals"][0]["in_proof"], true);
    let ran = folder.run(&["prove", "a.lean", "--graph", "g.png"]);
    assert!(ran.code == 2 && ran.err.contains("must end in .svg"), "{ran:?}");
}

#[test]
fn settings_come_from_a_file() {
    let folder = Folder::new("settings");
    let all = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/settings.toml");
    let plain = folder.run(&["prove", "--print-settings"]);
    assert_eq!((plain.code, plain.err.as_str()), (0, ""));
    assert_eq!(folder.run(&["prove", "--settings", all, "--print-settings"]).out, plain.out);
    // What is printed is read again.
    folder.file("printed.toml", &plain.out);
    assert_eq!(folder.run(&["prove", "--settings", "printed.toml", "--print-settings"]).out, plain.out);
    folder
        .file("a.toml", "timeout = 3.5\n[search]\nstrategy = \"puct\"\n[[search.portfolio]]\nnoise = 0.2\n");
    let ran = folder.run(&["prove", "--settings", "a.toml", "--seed", "9", "--print-settings"]);
    for line in ["timeout = 3.5", "seed = 9", "strategy = \"puct\"", "noise = 0.2"] {
        assert!(ran.out.contains(line), "{line}: {}", ran.out);
    }
    folder.file("b.toml", "[search.scoring]\nnovelty = 1.0\n");
    let ran = folder.run(&["prove", "--settings", "b.toml", "--print-settings"]);
    assert!(ran.code == 2 && ran.err.contains("unknown field `novelty`"), "{ran:?}");
    assert!(ran.err.contains("line 2"), "{}", ran.err);
}

#[test]
fn other_strategies_and_several_workers_prove_as_well() {
    let folder = Folder::new("strategies");
    folder.file("a.lean", LISTS);
    folder.file("puct.toml", "[search]\nstrategy = \"puct\"\n");
    folder.file("plain.toml", "[search.shape]\nmerge = false\nand_or = false\n");
    let portfolio =
        "[[search.portfolio]]\nshare = 1.0\nskip_openings = 1\n[[search.portfolio]]\nshare = 3.0\n";
    folder.file("portfolio.toml", portfolio);
    let limits = ["--expansions", "600", "--timeout", "100"];
    for options in [
        &["--settings", "puct.toml"][..],
        &["--settings", "plain.toml"],
        &["--settings", "portfolio.toml"],
        &["--workers", "2"],
        &["--workers", "3", "--settings", "puct.toml"],
    ] {
        let ran = folder.run(&[&["prove", "a.lean", "--out", "b.lean"][..], &limits, options].concat());
        assert_eq!(ran.code, 0, "{options:?}: {ran:?}");
        assert_eq!(folder.run(&["check", "b.lean"]).err, "", "{options:?}");
    }
}

#[test]
fn a_strategy_repeats_itself() {
    let folder = Folder::new("again");
    folder.file("a.lean", LISTS);
    folder.file(
        "s.toml",
        "[search]\nstrategy = \"puct\"\n[search.scoring]\nnoise = 0.4\nnovelty_weight = 0.2\n",
    );
    let run = || {
        let limits = ["--expansions", "60", "--timeout", "100", "--jobs", "1", "--seed", "4", "--json", "-"];
        let ran = folder.run(&[&["prove", "a.lean", "--settings", "s.toml"][..], &limits].concat());
        let report = json(&ran.out);
        let part = |t: &Value| ["name", "status", "proof", "expansions"].map(|k| t[k].clone());
        report["theorems"].as_array().expect("theorems").iter().map(part).collect::<Vec<_>>()
    };
    assert_eq!(run(), run());
}

#[test]
fn tactics_that_ask_say_what_to_write() {
    let folder = Folder::new("ask");
    let text = "\
theorem a (m n : Nat) : m + n = n + m := by exact?
theorem b (p q : Prop) (hp : p) (f : p → q) : q := by exact?
theorem c (m n k : Nat) : m + (n + 0) = m + n := by rw?
theorem d (m n : Nat) (h : m + 0 = n) : m = n := by simp? at h; exact h
theorem e (xs : List Nat) (h : xs = []) : xs.length = 0 := by simp_all?
theorem f (m n k : Nat) (h : m ≤ n) : m * k ≤ n + k := by apply?
theorem g (m n : Nat) : m = n := by exact?
";
    folder.file("a.lean", text);
    let ran = folder.run(&["check", "a.lean"]);
    assert_eq!(ran.code, 1, "{ran:?}");
    let suggested: Vec<&str> =
        ran.err.lines().filter_map(|line| line.split_once("Try this: ").map(|(_, what)| what)).collect();
    for expected in ["exact f hp", "rw [Nat.add_zero]", "simp only [Nat.add_zero] at h"] {
        assert!(suggested.contains(&expected), "{expected}: {}", ran.err);
    }
    assert!(suggested.iter().any(|s| s.starts_with("simp_all only [")), "{suggested:?}");
    assert!(suggested.iter().any(|s| s.starts_with("apply Nat.le")), "{suggested:?}");
    assert!(ran.err.contains("could not close the goal"), "{}", ran.err);
    assert_eq!(ran.err.matches("declaration uses `sorry`").count(), 1, "{}", ran.err);
    // What they say can be written in their place.
    let first: Vec<&&str> = suggested.iter().filter(|s| s.starts_with("exact")).collect();
    let taken = text.lines().next().expect("a line").replace("exact?", first[0]);
    folder.file("b.lean", &taken);
    assert_eq!(folder.run(&["check", "b.lean"]).code, 0, "{taken}");
}
