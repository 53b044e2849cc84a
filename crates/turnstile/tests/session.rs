//! A file that is elaborated again after a change says what it says when it is elaborated from nothing.

use std::rc::Rc;
use turnstile_elab::command::{FrontEnd, Session};
use turnstile_kernel::Store;
use turnstile_tactic::TacticEval;

const TEXT: &str = "namespace A
def two : Nat := 2
infixl:65 \" ⊞ \" => fun (a b : Nat) => a + b

/-- twice -/
theorem twice (n : Nat) : n ⊞ n = two * n := by
  simp [two]
  omega
section
variable (k : Nat)
theorem wrong : k = two := rfl
attribute [local simp] Nat.mul_comm
end
theorem last : two ⊞ two = 4 := by decide
end A
example : A.two = 2 := rfl
";

fn front_end() -> FrontEnd {
    let (library, env) = turnstile_library::load();
    FrontEnd::new(Rc::new(Store::over(&library)), env, Some(Rc::new(TacticEval)))
}

/// Messages with places, and names with what became of them. Holes are numbered from the beginning of a session, so their
/// numbers tell how it came here, not where it is.
fn outcome(session: &Session) -> Vec<String> {
    let unnumbered = |text: &str| {
        let mut pieces = text.split("?m.");
        let mut out = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            out.push_str("?m.");
            out.push_str(piece.trim_start_matches(|c: char| c.is_ascii_digit()));
        }
        out
    };
    let messages =
        session.messages().iter().map(|m| format!("{:?} {:?} {}", m.span, m.severity, unnumbered(&m.text)));
    let records = session.records().iter().map(|r| format!("{} {:?} {}", r.name, r.span, r.ok));
    messages.chain(records).collect()
}

fn fresh(text: &str) -> Vec<String> {
    let mut session = Session::new(front_end());
    session.update(text);
    outcome(&session)
}

#[test]
fn a_change_is_elaborated_as_if_it_had_always_been_there() {
    let mut session = Session::new(front_end());
    let all = session.update(TEXT);
    let edits = [
        ("decide", "rfl"),
        ("k = two", "k = k"),
        ("  omega\n", ""),
        (":= 2\n", ":= 3\n"),
        ("/-- twice -/\n", "/-- doubled\n"),
        ("section\n", "section S\n"),
        ("namespace A\n", "namespace A.B\n"),
        ("example : A.two = 2 := rfl\n", "example : A.two = 2 := rfl\n#check A.last\n"),
    ];
    for (old, new) in edits {
        assert!(TEXT.contains(old));
        let text = TEXT.replacen(old, new, 1);
        session.update(&text);
        assert_eq!(outcome(&session), fresh(&text), "{old:?} became {new:?}");
        session.update(TEXT);
        assert_eq!(outcome(&session), fresh(TEXT), "{new:?} became {old:?}");
    }
    assert!(all > 8, "{all}");
}

#[test]
fn what_stands_before_the_change_is_kept() {
    let mut session = Session::new(front_end());
    let all = session.update(TEXT);
    assert_eq!(session.update(TEXT), 0);
    // From the command before the changed line on.
    assert_eq!(session.update(&TEXT.replace("decide", "rfl")), 4);
    assert_eq!(session.update(&TEXT.replace("namespace A", "namespace B")), all);
}
