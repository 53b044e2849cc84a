//! `turnstile check`: what it answers, and its exit status.

mod support;

use support::Folder;

/// What `check` says about a text: its exit status, and the first line of each message.
fn check(test: &str, text: &str) -> (i32, Vec<String>) {
    let folder = Folder::new(test);
    folder.file("a.lean", text);
    let ran = folder.run(&["check", "a.lean"]);
    assert_eq!(ran.out, "");
    let titles = ["error: ", "warning: ", "info: "];
    let said = ran.err.lines().filter(|l| titles.iter().any(|t| l.starts_with(t)));
    (ran.code, said.map(str::to_owned).collect())
}

#[test]
fn questions_are_answered() {
    let text = "\
theorem t (p q : Prop) (h : p ∧ q) : q ∧ p := ⟨h.2, h.1⟩
theorem c (p : Prop) : p ∨ ¬p := Classical.em p
#check Nat.add_comm
#check (1 + 1 : Nat)
#check fun (x : Nat) => x
#print t
#print axioms t
#print axioms c
#reduce 2 + 3
#eval 2 ^ 10
#eval [1, 2, 3].map (· + 1)
#eval 5 < 7
";
    let (code, said) = check("questions", text);
    assert_eq!(code, 0, "{said:?}");
    let expected = [
        "info: Nat.add_comm (n m : Nat) : n + m = m + n",
        "info: 1 + 1 : Nat",
        "info: fun x => x : Nat → Nat",
        "info: theorem t : ∀ (p q : Prop), p ∧ q → q ∧ p :=",
        "info: 't' does not depend on any axioms",
        "info: 'c' depends on axioms: ",
        "info: 5",
        "info: 1024",
        "info: [2, 3, 4]",
        "info: true",
    ];
    assert_eq!(said.len(), expected.len(), "{said:?}");
    for (said, expected) in said.iter().zip(expected) {
        assert!(said.starts_with(expected), "{said:?} is not {expected:?}");
    }
    for axiom in ["propext", "Classical.choice", "Quot.sound"] {
        assert!(said[5].contains(axiom), "{}", said[5]);
    }
}

#[test]
fn sorry_is_a_warning() {
    let (code, said) = check("sorry", "theorem u : 1 = 2 := sorry\n#print axioms u\n");
    assert_eq!(code, 0);
    assert_eq!(said, ["warning: declaration uses `sorry`", "info: 'u' depends on axioms: [sorryAx]"]);
}

#[test]
fn a_wrong_declaration_does_not_stop_the_rest() {
    let text = "\
theorem a : 1 = 2 := rfl
theorem b : 1 + 1 = 2 := rfl
def c : Nat := \"text\"
#check nope
#check b
";
    let (code, said) = check("rest", text);
    assert_eq!(code, 1);
    assert_eq!(said.iter().filter(|s| s.starts_with("error: ")).count(), 3, "{said:?}");
    assert_eq!(said.last().map(String::as_str), Some("info: b : 1 + 1 = 2"));
}

#[test]
fn the_worst_of_several_files_counts() {
    let folder = Folder::new("several");
    folder.file("right.lean", "theorem t : True := trivial\n");
    folder.file("wrong.lean", "theorem t : False := trivial\n");
    assert_eq!(folder.run(&["check", "right.lean", "wrong.lean"]).code, 1);
    assert_eq!(folder.run(&["check", "none.lean", "wrong.lean", "right.lean"]).code, 2);
}
