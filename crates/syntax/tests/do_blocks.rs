//! `do` blocks: statements, their columns, and what ends them.

use expect_test::{Expect, expect};
use turnstile_syntax::{NotationTable, parse_term, sexpr_term};

fn check(src: &str, expected: Expect) {
    let text = match parse_term(src, &NotationTable::new()) {
        Ok(t) => sexpr_term(&t),
        Err(e) => format!("error at {}: {e}", e.span.start),
    };
    expected.assert_eq(&text);
}

#[test]
fn statements_stand_one_below_the_other() {
    check(
        "do\n  let x ← a\n  let mut y : Nat := 1\n  y := y + x\n  pure y",
        expect!["(do {let x ← a; let mut y : Nat := 1; y := (+ y x); (pure y)})"],
    );
    check("do let x := 1; f x", expect!["(do {let x := 1; (f x)})"]);
}

#[test]
fn a_branch_ends_at_the_column_of_the_block() {
    check(
        "do\n  if c then\n    a\n    b\n  else if let some x := o then\n    d\n  e",
        expect!["(do {if c then {a; b} else {if let (some x) := o then {d}}; e})"],
    );
    check("do\n  unless c do a\n  b", expect!["(do {unless c {a}; b})"]);
}

#[test]
fn loops_and_what_leaves_them() {
    check(
        "do\n  for h : x in xs, (y, z) in ys do\n    if x == y then break\n    continue\n  return",
        expect!["(do {for h: x in xs, (tuple y z) in ys {if (== x y) then {break}; continue}; return})"],
    );
    check("do\n  while c do\n    a\n  repeat b", expect!["(do {while c {a}; repeat {b}})"]);
}

#[test]
fn a_pattern_may_have_an_alternative() {
    check(
        "do\n  let some x := o | return 1\n  let (a, b) ← p | throw e\n  pure x",
        expect!["(do {let (some x) := o | {return 1}; let (tuple a b) ← p | {(throw e)}; (pure x)})"],
    );
}

#[test]
fn actions_stand_inside_of_terms() {
    check("do return (← a) + (<- b)", expect!["(do {return (+ (← a) (← b))})"]);
}

#[test]
fn ranges_are_no_lists() {
    check("[a:b]", expect!["[a:b]"]);
    check("[:n:2]", expect!["[:n:2]"]);
    check("[a, b]", expect!["[a, b]"]);
    check("[x : C] → D", expect!["(∀ [x:C] D)"]);
}

#[test]
fn exceptions_are_caught() {
    check(
        "do\n  try a\n  catch e : E => b\n  finally c",
        expect!["(do {try {a} catch e : E => {b} finally {c}})"],
    );
}
