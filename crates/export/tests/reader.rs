//! Odd, damaged and hostile files: each ends with an answer that names the line, and none is accepted for what it is not.

mod support;

use std::fmt::Write;
use support::{META, lines, outcome, refusal};
use turnstile_export::Outcome;

/// `P : Prop`, in lines that need not come first.
const AXIOM: &str = r#"{"in":1,"str":{"pre":0,"str":"P"}}
{"ie":0,"sort":0}
{"axiom":{"name":1,"levelParams":[],"type":0,"isUnsafe":false}}"#;

/// Refused for good in this line, for its form.
fn malformed(text: &str, line: usize) {
    assert_eq!(refusal(lines(text)), (true, line, "format"), "{text}");
}

#[test]
fn versions_are_told_apart() {
    let version = |v: &str| outcome(format!("{{\"meta\":{{\"format\":{{\"version\":\"{v}\"}}}}}}\n"));
    for good in ["3.1.0", "3.1.7", "3.0.0"] {
        assert_eq!(version(good), Outcome::Accepted, "{good}");
    }
    for other in ["2.0.0", "3.0.1", "3.2.0", "4.0.0", "3.1", "3.1.0.0", "3.1.x", "31.0", "", "3.1.-1"] {
        assert_eq!(refusal(version(other)), (false, 1, "unsupported"), "{other}");
    }
    for wrong in
        ["{\"meta\":{}}\n", "{\"meta\":{\"format\":{\"version\":3}}}\n", "1 #NS 0 Nat\n", "{}\n", "\n"]
    {
        assert_eq!(refusal(outcome(wrong)), (true, 1, "format"), "{wrong}");
    }
    assert_eq!(refusal(lines(META)), (true, 2, "format"), "twice");
}

/// The same declarations with the tags of format 3.0: lists of definitions, with the opaque ones among them.
#[test]
fn format_3_0_is_read() {
    let file = |def: &str| {
        let head = META.replace("3.1.0", "3.0.0");
        let names = ["P", "p", "d", "o", "t"].iter().enumerate();
        let mut text = format!("{head}\n{{\"ie\":0,\"sort\":0}}\n");
        for (i, n) in names {
            writeln!(text, "{{\"in\":{},\"str\":{{\"pre\":0,\"str\":\"{n}\"}}}}", i + 1).unwrap();
        }
        text.push_str("{\"axiomInfo\":{\"name\":1,\"levelParams\":[],\"type\":0,\"isUnsafe\":false}}\n");
        text.push_str("{\"const\":{\"name\":1,\"us\":[]},\"ie\":1}\n");
        text.push_str("{\"axiomInfo\":{\"name\":2,\"levelParams\":[],\"type\":1,\"isUnsafe\":false}}\n");
        text.push_str("{\"const\":{\"name\":2,\"us\":[]},\"ie\":2}\n");
        text.push_str(&format!("{{\"def\":{def}}}\n"));
        text.push_str("{\"thm\":[{\"all\":[5],\"levelParams\":[],\"name\":5,\"type\":1,\"value\":2}]}\n");
        outcome(text)
    };
    let d = r#"{"all":[3],"hints":"abbrev","levelParams":[],"name":3,"safety":"safe","type":1,"value":2}"#;
    let o = r#"{"all":[4],"isUnsafe":false,"levelParams":[],"name":4,"type":1,"value":2}"#;
    assert_eq!(file(&format!("[{d},{o}]")), Outcome::Accepted);
    assert_eq!(file(d), Outcome::Accepted);
    assert_eq!(refusal(file(&format!("[{d},{d}]"))), (true, 12, "already-declared"));
    assert_eq!(
        refusal(file(&format!("[{}]", d.replace("\"type\":1", "\"type\":0")))),
        (true, 12, "declared-type")
    );
    assert_eq!(refusal(file(o)), (true, 12, "format"), "an opaque constant outside a list");
    assert_eq!(refusal(file(&format!("[{}]", o.replace("false", "true")))), (false, 12, "unsupported"));
    assert_eq!(
        refusal(file(&format!("[{}]", d.replace("\"safe\"", "\"partial\"")))),
        (false, 12, "unsupported")
    );
}

#[test]
fn the_order_of_keys_blanks_and_gaps_do_not_matter() {
    let text = r#" { "str" : { "str":"P" , "pre":0 } , "in": 7000000000 }
{"sort":0,"ie":18446744073709551615}
	{"axiom":{"isUnsafe":false,"type":18446744073709551615,"levelParams":[],"name":7000000000}}"#;
    assert_eq!(lines(text), Outcome::Accepted);
    assert_eq!(lines(AXIOM), Outcome::Accepted);
    assert_eq!(outcome(format!("\u{feff}{META}\r\n{}\r\n", AXIOM.replace('\n', "\r\n"))), Outcome::Accepted);
}

#[test]
fn a_cut_file_is_not_accepted() {
    let whole = format!("{META}\n{AXIOM}\n");
    assert_eq!(outcome(&whole), Outcome::Accepted);
    for end in 0..whole.len() {
        let cut = &whole[..end];
        // What ends with a line is a file of its own.
        if !cut.is_empty() && cut.ends_with('\n') {
            assert_eq!(outcome(cut), Outcome::Accepted);
            continue;
        }
        let (rejected, line, rule) = refusal(outcome(cut));
        assert_eq!(line, cut.matches('\n').count() + usize::from(end > 0), "{cut}");
        assert_eq!(rule, if rejected { "format" } else { "truncated" }, "{cut}");
    }
    assert_eq!(refusal(outcome(whole.trim_end())), (false, 4, "truncated"));
}

#[test]
fn what_is_not_text_is_named() {
    let bytes = |b: &[u8]| outcome([META.as_bytes(), b"\n", AXIOM.as_bytes(), b"\n", b, b"\n"].concat());
    for wrong in [
        &b"\xff\xfe"[..],
        b"{\"in\":2,\"str\":{\"pre\":0,\"str\":\"\xc3\"}}",
        b"\x00",
        b"",
        b"  ",
        b"\xef\xbb\xbf",
    ] {
        assert_eq!(refusal(bytes(wrong)), (true, 5, "format"), "{wrong:?}");
    }
    let nul = b"{\"in\":2,\"str\":{\"pre\":0,\"str\":\"\x00\"}}";
    assert_eq!(refusal(bytes(nul)), (true, 5, "format"));
    assert_eq!(bytes(b"{\"in\":2,\"str\":{\"pre\":0,\"str\":\"\\u0000\"}}"), Outcome::Accepted);
    assert_eq!(bytes("{\"in\":2,\"str\":{\"pre\":0,\"str\":\"日.\\n\"}}".as_bytes()), Outcome::Accepted);
}

#[test]
fn keys_come_once_and_are_known() {
    for text in [
        r#"{"ie":0,"ie":0,"sort":0}"#,
        r#"{"ie":0,"sort":0,"sort":0}"#,
        r#"{"ie":0,"sort":0,"bvar":0}"#,
        r#"{"ie":0,"in":1,"sort":0}"#,
        r#"{"ie":0,"sort":0,"colour":"red"}"#,
        r#"{"ie":0}"#,
        r#"{"sort":0}"#,
        r#"{"ie":0,"const":{"name":0,"us":[],"us":[]}}"#,
        r#"{"ie":0,"const":{"name":0}}"#,
        r#"{"ie":0,"lam":{"name":0,"type":0,"body":0,"binderInfo":"auto"}}"#,
        r#"{"il":1,"max":[0]}"#,
        r#"{"il":1,"max":[0,0,0]}"#,
        r#"{"il":0,"succ":0}"#,
        r#"{"in":0,"str":{"pre":0,"str":"a"}}"#,
        r#"[{"ie":0,"sort":0}]"#,
        r#"{"ie":0,"sort":0}{"ie":1,"sort":0}"#,
    ] {
        malformed(text, 2);
    }
    let axiom = AXIOM.lines().last().unwrap();
    for (from, to) in [
        (r#""isUnsafe":false"#, r#""isUnsafe":false,"isUnsafe":false"#),
        (r#""isUnsafe":false"#, r#""isUnsafe":0"#),
        (r#","isUnsafe":false"#, ""),
        (r#""levelParams":[]"#, r#""levelParams":[9]"#),
        (r#""levelParams":[]"#, r#""levelParams":{}"#),
        (r#""name":1"#, r#""name":2"#),
        (r#""name":1"#, r#""name":1,"value":0"#),
        (r#""type":0"#, r#""type":1"#),
    ] {
        let changed = axiom.replace(from, to);
        assert_ne!(changed, axiom);
        malformed(&AXIOM.replace(axiom, &changed), 4);
    }
    malformed(&AXIOM.replace("},\"in\"", "}\n\"in\"").replace("\"sort\":0", "\"sort\":1"), 3);
}

#[test]
fn numbers_do_not_wrap() {
    for n in [
        "-1",
        "0.5",
        "1e3",
        "4294967296",
        "18446744073709551616",
        "340282366920938463463374607431768211456",
        "\"0\"",
        "null",
    ] {
        malformed(&format!("{{\"ie\":0,\"bvar\":{n}}}"), 2);
        malformed(&format!("{{\"ie\":0,\"sort\":{n}}}"), 2);
        malformed(
            &format!(
                "{{\"ie\":0,\"sort\":0}}\n{{\"ie\":1,\"proj\":{{\"typeName\":0,\"idx\":{n},\"struct\":0}}}}"
            ),
            3,
        );
    }
    for n in ["-1", "0.5", "18446744073709551616", "true"] {
        malformed(&format!("{{\"ie\":{n},\"sort\":0}}"), 2);
        malformed(&format!("{{\"in\":1,\"num\":{{\"pre\":0,\"i\":{n}}}}}"), 2);
    }
    for n in ["-1", "+1", "", " 1", "1_000", "0x10", "1.0", "¹"] {
        malformed(&format!("{{\"ie\":0,\"natVal\":\"{n}\"}}"), 2);
    }
    malformed("{\"ie\":0,\"natVal\":7}", 2);
    malformed("{\"ie\":0,\"strVal\":\"\\ud800\"}", 2);
    assert_eq!(
        lines("{\"ie\":0,\"natVal\":\"18446744073709551616\"}\n{\"ie\":1,\"natVal\":\"007\"}"),
        Outcome::Accepted
    );
}

#[test]
fn indices_are_defined_before_and_once() {
    malformed("{\"ie\":1,\"app\":{\"fn\":1,\"arg\":1}}", 2);
    malformed("{\"ie\":1,\"sort\":0}\n{\"ie\":1,\"sort\":0}", 3);
    malformed("{\"il\":1,\"succ\":2}\n{\"il\":2,\"succ\":0}", 2);
    malformed(&format!("{AXIOM}\n{{\"in\":1,\"str\":{{\"pre\":0,\"str\":\"P\"}}}}"), 5);
}

/// Numerals of a million digits, and computations whose results have more.
#[test]
fn large_numbers_are_declined() {
    let digits = "9".repeat(1_000_000);
    assert_eq!(refusal(lines(&format!("{{\"ie\":0,\"natVal\":\"{digits}\"}}"))), (false, 2, "budget"));
    assert_eq!(lines(&format!("{{\"ie\":0,\"natVal\":\"{}\"}}", &digits[..100_000])), Outcome::Accepted);
}

/// A term this deep is made, declared, and refused or accepted without running out of stack.
#[test]
fn deep_terms_end_with_an_answer() {
    const DEPTH: usize = 100_000;
    let deep = |line: &dyn Fn(usize) -> String, end: &str| {
        let mut text = format!("{AXIOM}\n");
        for i in 1..=DEPTH {
            writeln!(text, "{}", line(i)).unwrap();
        }
        text.push_str(&format!("{{\"in\":2,\"str\":{{\"pre\":0,\"str\":\"deep\"}}}}\n{end}"));
        lines(&text)
    };
    let declare =
        format!("{{\"axiom\":{{\"name\":2,\"levelParams\":[],\"type\":{DEPTH},\"isUnsafe\":false}}}}");
    let binder = |kind: &str, i: usize| {
        format!(
            "{{\"ie\":{i},\"{kind}\":{{\"name\":0,\"type\":0,\"body\":{},\"binderInfo\":\"default\"}}}}",
            i - 1
        )
    };
    // `Prop → Prop → …` is a type, however long.
    let ends = |o: Outcome| {
        if o != Outcome::Accepted {
            let (rejected, line, rule) = refusal(o);
            assert!(line == DEPTH + 6 && (rejected || rule == "budget"), "{rejected} {line} {rule}");
        }
    };
    ends(deep(&|i| binder("forallE", i), &declare));
    ends(deep(&|i| binder("lam", i), &declare));
    ends(deep(&|i| format!("{{\"ie\":{i},\"app\":{{\"fn\":{},\"arg\":0}}}}", i - 1), &declare));
    ends(deep(&|i| format!("{{\"ie\":{i},\"app\":{{\"fn\":0,\"arg\":{}}}}}", i - 1), &declare));
    ends(deep(
        &|i| format!("{{\"ie\":{i},\"proj\":{{\"typeName\":1,\"idx\":0,\"struct\":{}}}}}", i - 1),
        &declare,
    ));
    ends(deep(&|i| format!("{{\"ie\":{i},\"mdata\":{{\"expr\":{},\"data\":{{}}}}}}", i - 1), &declare));
    let lets = |i| {
        format!(
            "{{\"ie\":{i},\"letE\":{{\"name\":0,\"type\":0,\"value\":0,\"body\":{},\"nondep\":true}}}}",
            i - 1
        )
    };
    ends(deep(&lets, &declare));
}

#[test]
fn deep_levels_end_with_an_answer() {
    const DEPTH: usize = 100_000;
    for kind in ["succ", "max", "imax"] {
        let mut text = String::from("{\"in\":1,\"str\":{\"pre\":0,\"str\":\"u\"}}\n{\"il\":1,\"param\":1}\n");
        for i in 2..=DEPTH {
            let before = i - 1;
            match kind {
                "succ" => writeln!(text, "{{\"il\":{i},\"succ\":{before}}}").unwrap(),
                "max" => writeln!(text, "{{\"il\":{i},\"max\":[{before},{before}]}}").unwrap(),
                _ => writeln!(text, "{{\"il\":{i},\"imax\":[{before},1]}}").unwrap(),
            }
        }
        // The deep level against itself and one that is smaller by one.
        writeln!(text, "{{\"il\":{},\"succ\":{DEPTH}}}", DEPTH + 1).unwrap();
        writeln!(text, "{{\"ie\":0,\"sort\":{DEPTH}}}\n{{\"ie\":1,\"sort\":{}}}", DEPTH + 1).unwrap();
        for (name, ty, value) in [(1, 1, 0), (2, 0, 0)] {
            writeln!(text, "{{\"in\":{},\"str\":{{\"pre\":0,\"str\":\"d{name}\"}}}}", name + 1).unwrap();
            writeln!(
                text,
                "{{\"def\":{{\"name\":{},\"levelParams\":[1],\"type\":{ty},\"value\":{value},\"hints\":\"abbrev\",\"safety\":\"safe\",\"all\":[]}}}}",
                name + 1
            )
            .unwrap();
        }
        let (rejected, line, rule) = refusal(lines(text.trim_end()));
        let first = DEPTH + 7;
        let wrong = rejected && line == first + 2 && rule == "declared-type";
        let unknown = !rejected && (line == first || line == first + 2) && rule == "budget";
        assert!(wrong || unknown, "{kind}: {rejected} {line} {rule}");
    }
}

/// Each name holds the text of those it extends: the reader stops before memory does.
#[test]
fn long_names_are_declined() {
    let part = "n".repeat(5_000);
    let mut text = String::new();
    for i in 1..=4 {
        writeln!(text, "{{\"in\":{i},\"str\":{{\"pre\":{},\"str\":\"{part}\"}}}}", i - 1).unwrap();
    }
    assert_eq!(refusal(lines(text.trim_end())), (false, 5, "budget"));
}
