//! dev
use std::rc::Rc;
use turnstile_elab::command::FrontEnd;
use turnstile_elab::{Env, Severity};
use turnstile_kernel::Store;
use turnstile_syntax::LineIndex;
use turnstile_tactic::{TacticEval, library};
fn main() {
    let root = std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../lean");
    let args: Vec<String> = std::env::args().collect();
    let last = &args[1];
    let st = Rc::new(Store::new());
    let mut env = Env::default();
    let mut files: Vec<String> = Vec::new();
    for module in library::modules(&root).unwrap() {
        files.push(root.join(&module).display().to_string());
        if module.contains(last.as_str()) {
            break;
        }
    }
    let n = files.len();
    files.extend(args[2..].iter().cloned());
    for (i, f) in files.iter().enumerate() {
        let text = std::fs::read_to_string(f).unwrap();
        let t = std::time::Instant::now();
        let mut fe = FrontEnd::new(st.clone(), env, Some(Rc::new(TacticEval)));
        let r = fe.process(&text);
        let lines = LineIndex::new(&text);
        let errs: Vec<_> = fe.messages.iter().filter(|m| m.severity != Severity::Info).collect();
        eprintln!("{f}: {} decls, {} messages, {:?}", r.len(), errs.len(), t.elapsed());
        let verbose = i >= n || std::env::var("V").is_ok();
        if verbose {
            for m in errs {
                let at = lines.line_col(&text, m.span.start);
                println!("{f}:{}:{}: {}", at.line + 1, at.col + 1, m.text);
            }
        }
        env = fe.env().clone();
    }
}
