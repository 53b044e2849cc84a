//! From byte offsets to lines and columns.

/// A line and a column, both from 0. Columns count characters, as Lean does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LineCol {
    /// Line, from 0.
    pub line: usize,
    /// Column in characters, from 0.
    pub col: usize,
}

/// The line starts of a text, for quick look-up.
///
/// ```
/// use turnstile_syntax::{LineCol, LineIndex};
/// let text = "α\r\nβγ";
/// let index = LineIndex::new(text);
/// assert_eq!(index.line_col(text, text.find('γ').unwrap()), LineCol { line: 1, col: 1 });
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Reads the line starts of `src`. A line ends with `\n`; a `\r` before it belongs to the line end.
    #[must_use]
    pub fn new(src: &str) -> LineIndex {
        let starts = std::iter::once(0).chain(src.match_indices('\n').map(|(i, _)| i + 1)).collect();
        LineIndex { starts }
    }

    /// Line and column of a byte offset of the same `src`. An offset inside a character or behind the end counts as
    /// the nearest place before it.
    #[must_use]
    pub fn line_col(&self, src: &str, offset: usize) -> LineCol {
        let line = self.starts.partition_point(|s| *s <= offset).saturating_sub(1);
        let start = self.starts.get(line).copied().unwrap_or(0);
        let mut end = offset.min(src.len());
        while !src.is_char_boundary(end) {
            end -= 1;
        }
        let text = src.get(start..end).unwrap_or("");
        let byte_order_mark = usize::from(line == 0 && text.starts_with('\u{feff}'));
        let text = text.strip_suffix('\r').filter(|_| src[end..].starts_with('\n')).unwrap_or(text);
        LineCol { line, col: text.chars().count() - byte_order_mark }
    }

    /// The byte offset of a line and column; columns behind the end of the line give its end.
    #[must_use]
    pub fn offset(&self, src: &str, at: LineCol) -> usize {
        let Some(start) = self.starts.get(at.line).copied() else { return src.len() };
        let end = self.starts.get(at.line + 1).copied().unwrap_or(src.len());
        let line = src.get(start..end).unwrap_or("").trim_end_matches('\n').trim_end_matches('\r');
        let skip = usize::from(at.line == 0 && line.starts_with('\u{feff}'));
        line.char_indices().nth(at.col + skip).map_or(start + line.len(), |(i, _)| start + i)
    }

    /// The number of lines; at least 1.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }
}
