//! Files as they come: Lean text or an export, packed or not, or the standard input.

use flate2::read::MultiGzDecoder;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::time::Duration;
use turnstile::{Source, SourceError};

/// What a file is.
pub enum Input {
    /// Lean text.
    Lean(Source),
    /// An export file, unpacked while it is read.
    Export(Box<dyn BufRead>, ProgressBar),
}

/// Bytes that are looked at to tell what a file is.
const HEAD: u64 = 4096;
/// Files from this size on are read with a progress bar.
const LONG: u64 = 1 << 20;
/// What a file starts with that gzip packed.
const GZIP: &[u8] = &[0x1f, 0x8b];

/// The name of a file in messages.
pub fn label(path: &Path) -> String {
    if path == Path::new("-") { "<stdin>".to_owned() } else { path.display().to_string() }
}

/// Opens a file; `-` is the standard input. An export file is known by its extension or by what it starts with. The bar
/// is seen on a terminal only, and not if it shall be `quiet`.
pub fn open(path: &Path, quiet: bool) -> Result<Input, SourceError> {
    let unreadable = |error| SourceError::Unreadable { path: label(path).into(), error };
    let name = path.file_name().map(|n| n.to_string_lossy().to_lowercase()).unwrap_or_default();
    let (raw, length): (Box<dyn Read>, u64) = if path == Path::new("-") {
        (Box::new(io::stdin()), 0)
    } else if name.ends_with(".lean") {
        return Source::read(path).map(Input::Lean);
    } else {
        let file = File::open(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => SourceError::Missing { path: path.into() },
            _ => unreadable(error),
        })?;
        let length = file.metadata().map_or(0, |m| m.len());
        (Box::new(file), length)
    };
    let bar = progress(length, quiet);
    let (head, rest) = start(Watched { inner: raw, bar: bar.clone() }).map_err(unreadable)?;
    let (mut head, mut rest): (Vec<u8>, Box<dyn Read>) = (head, Box::new(rest));
    if head.starts_with(GZIP) {
        let unpacked = start(MultiGzDecoder::new(io::Cursor::new(head).chain(rest)));
        let (inner, more) = unpacked.map_err(unreadable)?;
        (head, rest) = (inner, Box::new(more));
    }
    let is_export = name.ends_with(".ndjson") || name.ends_with(".ndjson.gz") || starts_as_export(&head);
    let mut reader = BufReader::with_capacity(1 << 16, io::Cursor::new(head).chain(rest));
    if is_export {
        return Ok(Input::Export(Box::new(reader), bar));
    }
    bar.finish_and_clear();
    let mut text = Vec::new();
    reader.read_to_end(&mut text).map_err(unreadable)?;
    Source::from_bytes(Path::new(&label(path)), text).map(Input::Lean)
}

/// The first bytes, and the rest.
fn start<R: Read>(mut input: R) -> io::Result<(Vec<u8>, R)> {
    let mut head = Vec::new();
    input.by_ref().take(HEAD).read_to_end(&mut head)?;
    Ok((head, input))
}

/// Whether this is the start of a line `{"meta": …`; no Lean file starts like that.
fn starts_as_export(head: &[u8]) -> bool {
    let text = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(head).trim_ascii_start();
    text.strip_prefix(b"{").is_some_and(|t| t.trim_ascii_start().starts_with(b"\"meta\""))
}

/// A file that moves the bar when it is read. Once it is at its end, checks may still be under way.
struct Watched {
    inner: Box<dyn Read>,
    bar: ProgressBar,
}

impl Read for Watched {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.bar.inc(n as u64);
        if n == 0 && !buffer.is_empty() {
            self.bar.set_message("read, being checked");
            self.bar.enable_steady_tick(Duration::from_millis(100));
        }
        Ok(n)
    }
}

fn progress(length: u64, quiet: bool) -> ProgressBar {
    let target =
        if quiet || length < LONG { ProgressDrawTarget::hidden() } else { ProgressDrawTarget::stderr() };
    let style = ProgressStyle::with_template("{elapsed:>4} {wide_bar} {bytes} of {total_bytes} {msg}")
        .unwrap_or_else(|_| ProgressStyle::default_bar());
    ProgressBar::with_draw_target(Some(length), target).with_style(style)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exports_are_known_by_their_start() {
        for yes in ["{\"meta\":{}}", " {\n \"meta\" : ", "\u{feff}{\"meta\""] {
            assert!(starts_as_export(yes.as_bytes()), "{yes}");
        }
        for no in ["", "{", "theorem t", "{\"in\":1}", "-- {\"meta\"", "{meta"] {
            assert!(!starts_as_export(no.as_bytes()), "{no}");
        }
    }
}
