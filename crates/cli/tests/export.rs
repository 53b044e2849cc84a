//! Export files on the command line: `turnstile check FILE.ndjson` and `turnstile export FILE.lean`.

mod support;

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use support::{Folder, Ran};

const TEXT: &str = "\
inductive Tree (α : Type) where
  | leaf : Tree α
  | node : Tree α → α → Tree α → Tree α

def Tree.mirror {α : Type} : Tree α → Tree α
  | leaf => leaf
  | node l x r => node r.mirror x l.mirror

theorem Tree.mirror_leaf {α : Type} : (Tree.leaf : Tree α).mirror = .leaf := rfl

theorem power : 2 ^ 10 % 1000 = 24 := rfl

theorem swap (p q : Prop) (h : p ∧ q) : q ∧ p := ⟨h.2, h.1⟩

theorem middle (p : Prop) : p ∨ ¬p := Classical.em p
";

const P: &str = r#"{"meta":{"format":{"version":"3.1.0"}}}
{"in":1,"str":{"pre":0,"str":"P"}}
{"ie":0,"sort":0}
{"axiom":{"name":1,"levelParams":[],"type":0,"isUnsafe":false}}
"#;

/// A folder with `a.lean` and its export.
fn exported(test: &str) -> (Folder, String) {
    let folder = Folder::new(test);
    folder.file("a.lean", TEXT);
    let ran = folder.run(&["export", "a.lean", "-o", "a.ndjson"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    let text = fs::read_to_string(folder.0.join("a.ndjson")).expect("the export");
    (folder, text)
}

fn report(ran: &Ran) -> Value {
    serde_json::from_str(&ran.out).unwrap_or_else(|e| panic!("{e}: {}{}", ran.out, ran.err))
}

/// The line of the theorem `name`, and the text with that line changed.
fn theorem(text: &str, name: &str) -> usize {
    let part = format!("\"str\":\"{name}\"}}}}");
    let id = text.lines().find(|l| l.ends_with(&part)).expect("the name");
    let id: Value = serde_json::from_str(id).expect("JSON");
    let field = format!("\"name\":{},", id["in"]);
    text.lines().position(|l| l.starts_with("{\"thm\"") && l.contains(&field)).expect("the theorem")
}

fn with_line(text: &str, at: usize, line: &str) -> String {
    text.lines().enumerate().map(|(i, l)| if i == at { line } else { l }.to_owned() + "\n").collect()
}

#[test]
fn what_is_exported_is_accepted() {
    let (folder, text) = exported("exported");
    let ran = folder.run(&["check", "a.ndjson"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{}", ran.out);
    assert!(ran.out.starts_with("a.ndjson: accepted: "), "{}", ran.out);
    let axioms = "axioms: Classical.choice, Quot.sound, propext;";
    assert!(ran.out.contains(axioms), "{}", ran.out);
    for wanted in ["mirror_leaf", "middle", "Tree", "casesOn"] {
        assert!(text.contains(&format!("\"str\":\"{wanted}\"")), "{wanted}");
    }
    assert!(!text.contains("sorryAx"));
    let ran = folder.run(&["check", "a.ndjson", "--quiet"]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""));
    let again = folder.run(&["export", "a.lean"]);
    assert_eq!((again.code, again.out == text), (0, true));
    folder.run(&["export", "a.lean", "-o", "b.ndjson.gz"]);
    assert!(fs::read(folder.0.join("b.ndjson.gz")).expect("a file").starts_with(&[0x1f, 0x8b]));
    assert_eq!(folder.run(&["check", "b.ndjson.gz", "--jobs", "1"]).code, 0);
}

#[test]
fn one_theorem_and_what_it_rests_on() {
    let (folder, all) = exported("one");
    let ran = folder.run(&["export", "a.lean", "--theorem", "swap", "-o", "swap.ndjson"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = fs::read_to_string(folder.0.join("swap.ndjson")).expect("the export");
    assert!(text.len() < all.len() / 5 && !text.contains("Tree"), "{} of {}", text.len(), all.len());
    let ran = folder.run(&["check", "swap.ndjson", "--axioms", "--allow-axiom", "propext"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.out.contains("\nswap: no axioms\n") || ran.out.starts_with("swap: no axioms\n"),
        "{}",
        ran.out
    );
    let ran = folder.run(&["export", "a.lean", "--theorem", "nope"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("there is no declaration `nope`"), "{}", ran.err);
}

#[test]
fn the_library_is_exported() {
    let folder = Folder::new("library");
    let ran = folder.run(&["export", "--library", "-o", "l.ndjson"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let allow = "propext,Quot.sound,Classical.choice";
    let ran = folder.run(&["check", "l.ndjson", "--json", "-", "--allow-axiom", allow]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let r = report(&ran);
    assert!(r["counts"]["theorems"].as_u64() > Some(2000), "{r}");
    assert_eq!(r["axioms"], serde_json::json!(["Classical.choice", "Quot.sound", "propext"]));
    // What was read is written again to the letter.
    let text = fs::read(folder.0.join("l.ndjson")).expect("the export");
    let read =
        turnstile_export::check_file(&text[..], &turnstile_export::Settings::default()).expect("a file");
    let mut again = Vec::new();
    turnstile_export::write_constants(&mut again, &read.env, &read.store, &read.names).expect("a file");
    assert!(text == again);
}

#[test]
fn what_has_no_proof_is_not_exported() {
    let folder = Folder::new("refused");
    let text = "theorem a : 1 = 2 := sorry\ntheorem b : 1 = 1 := rfl\ntheorem c : 2 = 1 := a.symm\n";
    folder.file("a.lean", text);
    let ran = folder.run(&["export", "a.lean", "-o", "a.ndjson"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--> a.lean:1:1") && ran.err.contains("--> a.lean:3:1"), "{}", ran.err);
    assert!(!ran.err.contains("a.lean:2") && !folder.0.join("a.ndjson").exists(), "{}", ran.err);
    assert_eq!(folder.run(&["export", "a.lean", "--theorem", "b"]).code, 0);
    assert_eq!(folder.run(&["export", "a.lean", "--theorem", "c"]).code, 2);
    assert_eq!(folder.run(&["export", "a.lean", "--allow-sorry", "-o", "a.ndjson"]).code, 0);
    let ran = folder.run(&["check", "a.ndjson", "--deny-axiom", "sorryAx"]);
    assert_eq!(ran.code, 1);
    assert_eq!(ran.err.matches("error[axiom]").count(), 2, "{}", ran.err);
    assert_eq!(folder.run(&["check", "a.lean", "--deny-axiom", "sorryAx"]).code, 1);
    assert_eq!(folder.run(&["check", "a.lean"]).code, 0);
    folder.file("wrong.lean", "theorem a : 1 = 2 := rfl\n");
    let ran = folder.run(&["export", "wrong.lean"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("--> wrong.lean:1:"), "{}", ran.err);
    assert_eq!(folder.run(&["export", "none.lean"]).code, 2);
}

#[test]
fn a_wrong_proof_is_shown_with_both_sides() {
    let (folder, text) = exported("wrong");
    let (swap, leaf) = (theorem(&text, "swap"), theorem(&text, "mirror_leaf"));
    let value = |at: usize| {
        let v: Value = serde_json::from_str(text.lines().nth(at).expect("a line")).expect("JSON");
        v["thm"]["value"].clone()
    };
    let line = text.lines().nth(swap).expect("a line");
    let line = line.replace(&format!("\"value\":{}", value(swap)), &format!("\"value\":{}", value(leaf)));
    folder.file("b.ndjson", with_line(&text, swap, &line));
    for jobs in ["1", "3"] {
        let ran = folder.run(&["check", "b.ndjson", "--jobs", jobs]);
        assert_eq!((ran.code, ran.out.as_str()), (1, ""));
        for wanted in [
            "error[declared-type]: ".to_owned(),
            format!(" --> b.ndjson:{}\n", swap + 1),
            "= declaration: swap\n".to_owned(),
            "= found:       ∀ (x : Type), Tree.leaf.mirror = Tree.leaf.mirror\n".to_owned(),
            "= expected:    ∀ (p q : Prop), p ∧ q → q ∧ p\n".to_owned(),
        ] {
            assert!(ran.err.contains(&wanted), "{wanted}: {}", ran.err);
        }
        let r = report(&folder.run(&["check", "b.ndjson", "--jobs", jobs, "--json", "-"]));
        assert_eq!((&r["verdict"], &r["line"]), (&Value::from("rejected"), &Value::from(swap + 1)));
        assert_eq!((&r["declaration"], &r["rule"]), (&Value::from("swap"), &Value::from("declared-type")));
        assert!(r["seconds"].is_f64() && r["found"].is_string() && r["message"].is_string(), "{r}");
    }
}

/// Computations with results larger than any memory end with a refusal, and soon.
#[test]
fn a_power_bomb_does_no_harm() {
    let (folder, text) = exported("bomb");
    let ten = text.lines().position(|l| l.contains("\"natVal\":\"10\"")).expect("the numeral");
    for exponent in ["1099511627776", "18446744073709551616", &"9".repeat(2000)] {
        let line = text.lines().nth(ten).expect("a line").replace("\"10\"", &format!("\"{exponent}\""));
        folder.file("b.ndjson", with_line(&text, ten, &line));
        let ran = folder.run(&["check", "b.ndjson"]);
        assert!(ran.code == 1 || ran.code == 2, "{}: {}", ran.code, ran.err);
        assert!(ran.err.contains("b.ndjson:"), "{}", ran.err);
    }
}

#[test]
fn axioms_are_listed_and_held_to() {
    let (folder, _) = exported("axioms");
    let ran = folder.run(&["check", "a.ndjson", "--axioms"]);
    assert_eq!(ran.code, 0);
    let line = |name: &str| {
        ran.out
            .lines()
            .find_map(|l| l.strip_prefix(&format!("{name}: ")))
            .unwrap_or_else(|| panic!("{name}: {}", ran.out))
    };
    assert_eq!(line("Tree.mirror_leaf"), "no axioms");
    assert_eq!(line("middle"), "Classical.choice, Quot.sound, propext");
    assert!(line("a.ndjson").contains("rest on no axiom"), "{}", ran.out);
    let lean = folder.run(&["check", "a.lean", "--axioms"]);
    assert!(lean.out.contains("middle: Classical.choice, Quot.sound, propext\n"), "{}", lean.out);
    for (arguments, code) in [
        (["--allow-axiom", "propext,Quot.sound,Classical.choice"], 0),
        (["--allow-axiom", "propext"], 1),
        (["--deny-axiom", "Classical.choice"], 1),
        (["--deny-axiom", "sorryAx"], 0),
    ] {
        for file in ["a.ndjson", "a.lean"] {
            let ran = folder.run(&[&["check", file][..], &arguments].concat());
            assert_eq!(ran.code, code, "{arguments:?}: {}", ran.err);
            assert_eq!(ran.err.contains("error[axiom]: 'middle' rests on "), code == 1, "{}", ran.err);
        }
    }
}

#[test]
fn a_name_that_is_no_axiom_is_a_warning() {
    let (folder, _) = exported("no-axiom");
    let with = |more: &[&str]| folder.run(&[&["check", "a.ndjson", "a.lean"], more].concat());
    let ran = with(&["--deny-axiom", "Classical.choise,propext2", "--deny-axiom", "power"]);
    assert_eq!(ran.code, 0);
    let expected = ["a.ndjson", "a.lean"].map(|file| {
        ["Classical.choise", "power", "propext2"]
            .map(|n| format!("warning: {file}: there is no axiom '{n}'\n"))
            .concat()
    });
    assert_eq!(ran.err, expected.concat());
    let ran = with(&["--deny-axiom", "Classical.choise", "--json", "-"]);
    assert_eq!(report(&ran)[0]["warnings"][0], "there is no axiom 'Classical.choise'");
    assert_eq!(with(&["--deny-axiom", "Classical.choise", "--quiet"]).err, "");
    assert_eq!(with(&["--allow-axiom", "propext,Quot.sound,Classical.choice"]).err, "");
}

#[test]
fn the_worst_of_mixed_files_counts() {
    let folder = Folder::new("mixed-files");
    folder.file("right.lean", "theorem t : True := trivial\n");
    folder.file("wrong.lean", "theorem t : False := trivial\n");
    folder.file("right.ndjson", P);
    folder.file("without-extension", format!("\u{feff} {P}"));
    folder.file("wrong.ndjson", P.replace("\"type\":0", "\"type\":1"));
    folder.file("other.ndjson", P.replace("3.1.0", "5.0.0"));
    folder.file("cut.ndjson", P.trim_end());
    folder.file("empty.ndjson", "");
    folder.file("noise.ndjson.gz", "noise");
    folder.file("damaged.gz", b"\x1f\x8b\x08\x00damage");
    for (files, code) in [
        (&["right.lean", "right.ndjson", "without-extension"][..], 0),
        (&["right.ndjson", "wrong.lean"], 1),
        (&["wrong.ndjson", "right.lean"], 1),
        (&["wrong.ndjson", "other.ndjson", "right.lean"], 2),
        (&["cut.ndjson"], 2),
        (&["empty.ndjson"], 1),
        (&["noise.ndjson.gz"], 1),
        (&["damaged.gz"], 2),
        (&["none.ndjson", "right.ndjson"], 2),
        (&["."], 2),
        // The standard input is empty.
        (&["-"], 2),
    ] {
        let ran = folder.run(&[&["check"][..], files].concat());
        assert_eq!(ran.code, code, "{files:?}: {}{}", ran.out, ran.err);
        assert_eq!(ran.err.is_empty(), code == 0, "{files:?}: {}", ran.err);
    }
    let all = [
        "check",
        "right.lean",
        "wrong.lean",
        "right.ndjson",
        "other.ndjson",
        "none.ndjson",
        "--json",
        "r.json",
    ];
    assert_eq!(folder.run(&all).code, 2);
    let r: Value = serde_json::from_str(&fs::read_to_string(folder.0.join("r.json")).expect("the report"))
        .expect("JSON");
    let verdicts: Vec<&str> =
        r.as_array().expect("a list").iter().filter_map(|v| v["verdict"].as_str()).collect();
    assert_eq!(verdicts, ["accepted", "rejected", "accepted", "declined", "declined"]);
    assert_eq!(r[3]["rule"], "unsupported");
}

/// The shared files: every wrong one is refused with words and no crash, whoever checks it.
#[test]
fn wrong_files_are_explained() {
    let shared = std::env::var_os("TURNSTILE_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let Ok(files) = fs::read_dir(shared.join("kernel-tests/tutorial/bad")) else {
        eprintln!("skipped: there is no folder {}", shared.display());
        return;
    };
    let mut files: Vec<String> = files.map(|f| f.expect("a file").path().display().to_string()).collect();
    files.sort();
    let folder = Folder::new("explained");
    for file in files {
        let ran = folder.run(&["check", &file]);
        assert_eq!(ran.code, 1, "{file}: {}", ran.err);
        assert!(ran.err.starts_with("error[") && ran.err.contains("= declaration: "), "{file}: {}", ran.err);
    }
}

#[test]
fn theorems_become_problems_for_other_provers() {
    let folder = Folder::new("problems");
    let text = "\
def double : Nat → Nat
  | 0 => 0
  | n + 1 => double n + 2
theorem a (n : Nat) : double n = n + n := sorry
theorem b (α : Type) (p q : α → Prop) : (∀ x, p x ∧ q x) → ∀ x, p x := sorry
theorem c (f : Nat → Nat) (xs : List Nat) : (xs.map f).length = xs.length := sorry
";
    folder.file("a.lean", text);
    let problem =
        |form: &str, name: &str| folder.run(&["export", "a.lean", "--format", form, "--theorem", name]);
    let smt = problem("smt2", "a");
    assert_eq!(smt.code, 0, "{smt:?}");
    for part in [
        "(|Nat.zero|) (|Nat.succ| (|Nat.succ.0| |Nat|))",
        "(declare-fun |double| (|Nat|) |Nat|)",
        "(assert (= (|double| |Nat.zero|) |Nat.zero|))",
        "(assert (not (forall ((|n| |Nat|)) (= (|double| |n|) (|Nat.add| |n| |n|)))))",
    ] {
        assert!(smt.out.contains(part), "{part}\n{}", smt.out);
    }
    let tptp = problem("tptp", "b");
    assert_eq!(tptp.code, 0, "{tptp:?}");
    assert!(tptp.out.contains("'p': 's_α' > $o") && tptp.out.contains(", conjecture, ("), "{}", tptp.out);
    let refused = problem("smt2", "c");
    assert!(refused.code == 2 && refused.err.contains("a function is an argument"), "{refused:?}");
    assert_eq!(folder.run(&["export", "a.lean", "--format", "tptp"]).code, 2);
}
