//! Scripts that must be accepted, and what is said about those that are not.

use expect_test::{Expect, expect};
use std::cell::OnceCell;
use std::path::PathBuf;
use std::rc::Rc;
use turnstile_elab::command::FrontEnd;
use turnstile_elab::{Env, Severity};
use turnstile_kernel::Store;
use turnstile_syntax::LineIndex;
use turnstile_tactic::{TacticEval, library};

thread_local! {
    static LIBRARY: OnceCell<(Rc<Store>, Env)> = const { OnceCell::new() };
}

fn library_root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../lean")
}

fn load() -> (Rc<Store>, Env) {
    match library::elaborate(&library_root()) {
        Ok(r) => r,
        Err(errors) => panic!("the library has errors:\n{}", errors.join("\n")),
    }
}

/// What is said about `text`, one message a paragraph, with line and column.
fn messages(text: &str) -> String {
    LIBRARY.with(|l| {
        let (st, env) = l.get_or_init(load);
        let mut fe = FrontEnd::new(st.clone(), env.clone(), Some(Rc::new(TacticEval)));
        fe.process(text);
        let lines = LineIndex::new(text);
        let mut out = String::new();
        for m in fe.messages.iter().filter(|m| m.severity != Severity::Info) {
            let at = lines.line_col(text, m.span.start);
            out.push_str(&format!("{}:{}: {}\n", at.line + 1, at.col + 1, m.text));
        }
        out
    })
}

fn check(text: &str, expected: Expect) {
    expected.assert_eq(&messages(text));
}

fn accepted(file: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/accepted").join(file);
    let text = std::fs::read_to_string(path).expect("a test file");
    let said = messages(&text);
    assert!(said.is_empty(), "{file}\n{said}");
}

/// One test, so that the library is elaborated once.
#[test]
fn scripts() {
    scripts_are_accepted();
    failures_say_why();
}

fn scripts_are_accepted() {
    for file in ["basics", "elimination", "rewriting", "variants", "relations"] {
        accepted(&format!("{file}.lean"));
    }
}

fn failures_say_why() {
    check(
        "theorem t (p q : Prop) (hp : p) : q := by\n  exact hp\n",
        expect![[r#"
        2:9: Type mismatch
          hp
        has type
          p
        but is expected to have type
          q
    "#]],
    );
    check(
        "theorem t (p q : Prop) (hp : p) : p ∧ q := by\n  constructor\n  · exact hp\n",
        expect![[r#"
        2:3: unsolved goals
        case right
        p q : Prop
        hp : p
        ⊢ q
    "#]],
    );
    check(
        "theorem t (a b : Nat) : a = b := by\n  rfl\n",
        expect![[r#"
        2:3: Tactic `rfl` failed: The left-hand side
          a
        is not definitionally equal to the right-hand side
          b

        a b : Nat
        ⊢ a = b
    "#]],
    );
    check(
        "theorem t (a b c : Nat) (h : a = b) : c = c + 0 := by\n  rw [h]\n",
        expect![[r#"
        2:7: Tactic `rewrite` failed: Did not find an occurrence of the pattern
          a
        in the target expression
          c = c + 0

        a b c : Nat
        h : a = b
        ⊢ c = c + 0
    "#]],
    );
    check(
        "theorem t (p : Prop) : p := by\n  assumption\n",
        expect![[r#"
        2:3: Tactic `assumption` failed

        p : Prop
        ⊢ p
    "#]],
    );
    check(
        "theorem t : 1 = 2 := by\n  decide\n",
        expect![[r#"
        2:3: Tactic `decide` proved that the proposition
          1 = 2
        is false
    "#]],
    );
    check(
        "theorem t (n : Nat) : n = n := by\n  induction n with\n  | zero => rfl\n",
        expect![[r#"
        2:15: Alternative `succ` has not been provided
    "#]],
    );
    check(
        "theorem t : True := by\n  frobnicate\n",
        expect![[r#"
        2:3: unknown tactic 'frobnicate'
    "#]],
    );
    check(
        "theorem t : True := by\n  native_decide\n",
        expect![[r#"
        2:3: 'native_decide' is refused: it trusts compiled code instead of the kernel
    "#]],
    );
    check(
        "theorem t (p : Prop) : p := by\n  sorry\n",
        expect![[r#"
        1:9: declaration uses `sorry`
    "#]],
    );
}
