//! Reads the files given as arguments and prints their syntax errors with line and column.

use turnstile_syntax::{LineIndex, parse_file};

fn main() -> std::io::Result<()> {
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path)?;
        let index = LineIndex::new(&text);
        for e in parse_file(&text).errors {
            let at = index.line_col(&text, e.span.start);
            println!("{path}:{}:{}: {e}", at.line + 1, at.col);
        }
    }
    Ok(())
}
