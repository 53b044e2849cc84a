use std::rc::Rc;
use turnstile_elab::command::FrontEnd;
use turnstile_kernel::Store;
use turnstile_syntax::LineIndex;
fn main() {
    let (frozen, env) = turnstile_library::load();
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap();
        let lines = LineIndex::new(&text);
        let st = Rc::new(Store::over(&frozen));
        let mut fe = FrontEnd::new(st, env.clone(), Some(Rc::new(turnstile_tactic::eval::TacticEval)));
        fe.process(&text);
        for m in &fe.messages {
            let at = lines.line_col(&text, m.span.start);
            println!(
                "{}:{}:{} {:?}: {}",
                path.rsplit('/').next().unwrap(),
                at.line + 1,
                at.col + 1,
                m.severity,
                m.text
            );
        }
    }
}
