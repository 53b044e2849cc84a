//! Diagnostics on the screen, with the piece of text they are about.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use std::io::{IsTerminal, Write};
use std::ops::Range;
use turnstile::{Diagnostic, Severity, Source};

/// Shows diagnostics on the standard error.
pub fn show(source: &Source, diagnostics: &[Diagnostic]) {
    // Where the standard error is closed there is no one to tell.
    let _ = std::io::stderr().write_all(text(source, diagnostics).as_bytes());
}

/// Diagnostics as they are shown on the standard error.
pub fn text(source: &Source, diagnostics: &[Diagnostic]) -> String {
    let err = std::io::stderr();
    let colour = err.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    diagnostics.iter().map(|d| render(&renderer, source, d) + "\n\n").collect()
}

fn render(renderer: &Renderer, source: &Source, diagnostic: &Diagnostic) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let path = source.path.display().to_string();
    let (excerpt, line, span) = excerpt(&source.text, &diagnostic.span);
    let mut title = level.primary_title(diagnostic.message.as_str());
    if let Some(code) = &diagnostic.code {
        title = title.id(code.as_str());
    }
    let snippet = Snippet::source(excerpt)
        .path(path.as_str())
        .line_start(line)
        .annotation(AnnotationKind::Primary.span(span));
    renderer.render(&[title.element(snippet)])
}

/// Lines shown of a longer piece of text.
const LINES: usize = 8;
/// Bytes shown of a longer line.
const BYTES: usize = 2000;

/// The lines that a span is on, the number of the first, and the span in them. Only these are handed on, so that a large
/// file costs no more than a small one.
fn excerpt<'t>(text: &'t str, span: &Range<usize>) -> (&'t str, usize, Range<usize>) {
    let floor = |at: usize| text.floor_char_boundary(at.min(text.len()));
    let start = floor(span.start);
    let end = floor(span.end).max(start);
    let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
    let line = text[..line_start].matches('\n').count() + 1;
    let shown = text[line_start..].split_inclusive('\n').take(LINES).map(str::len).sum::<usize>();
    let line_end = text[end..].find('\n').map_or(text.len(), |i| end + i);
    let line_end = line_end.min(line_start + shown).min(floor(end.max(start) + BYTES)).max(start);
    let end = end.min(line_end);
    (text[line_start..line_end].trim_end_matches('\r'), line, start - line_start..end - line_start)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, span: Range<usize>) -> String {
        let diagnostic = Diagnostic::error(span, "wrong");
        render(&Renderer::plain(), &Source::new("t.lean", text), &diagnostic)
    }

    #[test]
    fn the_place_is_underlined() {
        let text = "def a := 1\r\ndef β := ?\r\n";
        let at = text.find('?').unwrap_or_default();
        let expected = "error: wrong\n --> t.lean:2:10\n  |\n2 | def β := ?\n  |          ^\n  |";
        assert_eq!(shown(text, at..at + 1).trim_end(), expected.trim_end_matches("\n  |"));
    }

    #[test]
    fn odd_spans_are_shown_as_well() {
        for (text, span) in [
            ("", 0..0),
            ("a", 1..1),
            ("a\n", 2..2),
            ("αβ", 1..3),
            ("a", 7..9),
            ("a\nb\nc", 0..5),
            ("a\n\n\n\n\n\n\n\n\n\n\n\n\nb", 0..15),
        ] {
            assert!(shown(text, span.clone()).contains("t.lean:"), "{text:?} {span:?}");
        }
        let long = "x".repeat(1_000_000);
        assert!(shown(&long, 500_000..500_010).len() < 10_000);
    }
}
