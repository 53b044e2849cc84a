//! Forged files: each derived field of a good file is changed alone, and the change must be noticed.

use serde_json::{Value, json};
use turnstile_export::{Outcome, Settings, check_reader};

/// An enumeration, a recursive type with a parameter, and equality: all derived data as the kernel finds it.
const GOOD: &str = include_str!("good.ndjson");

fn outcome(text: &str) -> Outcome {
    check_reader(text.as_bytes(), &Settings::default()).unwrap().outcome
}

/// The file with line `i` replaced.
fn with_line(i: usize, line: &Value) -> String {
    let lines = GOOD.lines().enumerate().map(|(j, l)| if i == j { line.to_string() } else { l.to_string() });
    lines.collect::<Vec<_>>().join("\n")
}

/// Values one change away from `v`.
fn neighbours(v: &Value) -> Vec<Value> {
    match v {
        Value::Bool(b) => vec![json!(!b)],
        Value::Number(n) => {
            let n = n.as_u64().unwrap();
            let mut out =
                vec![json!(n + 1), json!(n + 4_294_967_296), json!(-1), json!(0.5), json!("0"), Value::Null];
            out.extend(n.checked_sub(1).map(|m| json!(m)));
            out
        }
        Value::Array(a) => {
            let mut out = Vec::new();
            for i in 0..a.len() {
                let mut fewer = a.clone();
                let x = fewer.remove(i);
                out.push(json!(fewer));
                let mut twice = a.clone();
                twice.insert(i, x);
                out.push(json!(twice));
                let mut swapped = a.clone();
                swapped.rotate_left(1);
                if swapped != *a {
                    out.push(json!(swapped));
                }
            }
            out
        }
        _ => Vec::new(),
    }
}

/// Paths to all scalars and arrays below `v`.
fn paths(v: &Value, here: &str, out: &mut Vec<String>) {
    match v {
        Value::Object(o) => o.iter().for_each(|(k, v)| paths(v, &format!("{here}/{k}"), out)),
        Value::Array(a) => {
            out.push(here.to_string());
            a.iter().enumerate().for_each(|(i, v)| paths(v, &format!("{here}/{i}"), out));
        }
        _ => out.push(here.to_string()),
    }
}

#[test]
fn the_good_file_is_accepted() {
    assert_eq!(outcome(GOOD), Outcome::Accepted);
}

#[test]
fn every_change_to_an_inductive_group_is_noticed() {
    let mut forged = 0;
    for (i, line) in GOOD.lines().enumerate() {
        let v: Value = serde_json::from_str(line).unwrap();
        if v.get("inductive").is_none() {
            continue;
        }
        let mut all = Vec::new();
        paths(&v, "", &mut all);
        for path in &all {
            // The order of the recursors has no meaning.
            let free = path.ends_with("/recs");
            for value in neighbours(v.pointer(path).unwrap()) {
                let same_set = free
                    && value.as_array().map(Vec::len) == v.pointer(path).unwrap().as_array().map(Vec::len);
                let mut changed = v.clone();
                *changed.pointer_mut(path).unwrap() = value.clone();
                forged += 1;
                let got = outcome(&with_line(i, &changed));
                assert!(
                    same_set || got != Outcome::Accepted,
                    "line {}: {path} := {value} was accepted",
                    i + 1
                );
            }
        }
    }
    assert!(forged > 300, "only {forged} forgeries");
}

#[test]
fn fields_may_not_be_missing_or_extra() {
    for (i, line) in GOOD.lines().enumerate() {
        let v: Value = serde_json::from_str(line).unwrap();
        let Value::Object(top) = &v else { panic!() };
        if v.get("meta").is_some() {
            continue;
        }
        for k in top.keys() {
            let mut fewer = v.clone();
            fewer.as_object_mut().unwrap().remove(k);
            assert_ne!(outcome(&with_line(i, &fewer)), Outcome::Accepted, "line {} without {k}", i + 1);
        }
        let mut more = v.clone();
        more.as_object_mut().unwrap().insert("extra".into(), json!(0));
        assert_ne!(outcome(&with_line(i, &more)), Outcome::Accepted, "line {} with more", i + 1);
    }
}

#[test]
fn indices_may_be_sparse_and_unordered_but_not_reused_or_unknown() {
    let meta = r#"{"meta":{"format":{"version":"3.1.0"}}}"#;
    let file = |lines: &str| outcome(&format!("{meta}\n{lines}"));
    let name = r#"{ "str": {"str":"P", "pre":0}, "in": 70 }"#;
    let axiom = r#"{"axiom":{"name":70,"levelParams":[],"type":9,"isUnsafe":false}}"#;
    assert_eq!(file(&format!("{name}\n{{\"ie\":9,\"sort\":0}}\n{axiom}\n")), Outcome::Accepted);
    let rejected = |o: Outcome| assert!(matches!(o, Outcome::Rejected { .. }), "{o:?}");
    rejected(file(&format!("{name}\n{name}\n")));
    rejected(file(&format!("{name}\n{axiom}\n")));
    rejected(file("{\"ie\":0,\"bvar\":4294967296}"));
    rejected(file("{\"ie\":0,\"natVal\":\"-1\"}"));
    rejected(file("{\"ie\":0,\"natVal\":1}"));
    rejected(file("{\"ie\":0,\"strVal\":\"\\ud800\"}"));
    rejected(file("{\"ie\":0,\"sort\":0,\"bvar\":0}"));
    rejected(file("{\"ie\":0,\"ie\":1,\"sort\":0}"));
    rejected(file("{\"ie\":0,\"sor"));
    rejected(outcome(""));
    rejected(outcome(name));
    let other = outcome(r#"{"meta":{"format":{"version":"4.0.0"}}}"#);
    assert!(matches!(other, Outcome::Declined { .. }));
    let partial = r#"{"def":{"name":70,"levelParams":[],"type":9,"value":9,"hints":"opaque","safety":"partial","all":[]}}"#;
    let o = file(&format!("{name}\n{{\"ie\":9,\"sort\":0}}\n{partial}\n"));
    assert!(matches!(o, Outcome::Declined { .. }));
}

/// Damaged files end in an answer, whatever it is; and damage to the text of a line is not an acceptance of other data.
#[test]
fn damaged_files_do_no_harm() {
    let mut state = 7u64;
    let mut random = |n: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % n
    };
    for _ in 0..1500 {
        let mut bytes = GOOD.as_bytes().to_vec();
        for _ in 0..=random(3) {
            let at = random(bytes.len());
            match random(3) {
                0 => bytes[at] = b"0123456789{}[]\":,x\xff"[random(19)],
                1 => {
                    bytes.remove(at);
                }
                _ => bytes.truncate(at.max(1)),
            }
        }
        let _ = check_reader(&bytes[..], &Settings::default()).unwrap();
    }
}

/// Each reference in each line moved to each neighbouring index: never a panic.
#[test]
fn moved_references_do_no_harm() {
    for (i, line) in GOOD.lines().enumerate() {
        let v: Value = serde_json::from_str(line).unwrap();
        let mut all = Vec::new();
        paths(&v, "", &mut all);
        for path in &all {
            let Some(n) = v.pointer(path).and_then(Value::as_u64) else { continue };
            for m in [n.wrapping_sub(1), n + 1, n + 2, 0] {
                let mut changed = v.clone();
                *changed.pointer_mut(path).unwrap() = json!(m);
                let _ = outcome(&with_line(i, &changed));
            }
        }
    }
}
