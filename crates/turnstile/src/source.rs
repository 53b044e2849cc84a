//! A source text with its place, read so that every way it can be unreadable has a clear name.

use std::io;
use std::path::{Path, PathBuf};

/// A text and where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// For messages and reports.
    pub path: PathBuf,
    /// The text, byte for byte.
    pub text: String,
}

/// Why there is no text.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// No such file.
    #[error("{}: no such file", path.display())]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// The file is there but holds nothing but blanks.
    #[error("{}: the file is empty", path.display())]
    Empty {
        /// The file.
        path: PathBuf,
    },
    /// The bytes are not a text.
    #[error("{}:{line}: not UTF-8 text (byte {offset} is 0x{byte:02x})", path.display())]
    NotText {
        /// The file.
        path: PathBuf,
        /// Line of the first wrong byte, from 1.
        line: usize,
        /// Its place in the file, from 0.
        offset: usize,
        /// The byte itself.
        byte: u8,
    },
    /// The file cannot be read.
    #[error("{}: cannot be read: {error}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
}

impl Source {
    /// A text that is in memory.
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>) -> Self {
        Source { path: path.into(), text: text.into() }
    }

    /// Reads a file.
    pub fn read(path: &Path) -> Result<Self, SourceError> {
        let bytes = std::fs::read(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => SourceError::Missing { path: path.into() },
            _ => SourceError::Unreadable { path: path.into(), error },
        })?;
        Source::from_bytes(path, bytes)
    }

    /// The text that was read from `path`.
    pub fn from_bytes(path: &Path, bytes: Vec<u8>) -> Result<Self, SourceError> {
        match String::from_utf8(bytes) {
            Ok(text) if text.trim_start_matches('\u{feff}').trim().is_empty() => {
                Err(SourceError::Empty { path: path.into() })
            }
            Ok(text) => Ok(Source::new(path, text)),
            Err(error) => {
                let offset = error.utf8_error().valid_up_to();
                let (good, bad) = error.as_bytes().split_at(offset);
                let line = good.iter().filter(|&&byte| byte == b'\n').count() + 1;
                let byte = bad.first().copied().unwrap_or_default();
                Err(SourceError::NotText { path: path.into(), line, offset, byte })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<Source, String> {
        let folder = std::env::temp_dir().join(format!("turnstile-source-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a temporary folder");
        let path = folder.join(format!("{:?}", std::thread::current().id()));
        std::fs::write(&path, bytes).expect("a temporary file");
        let name = path.display().to_string();
        let result = Source::read(&path).map_err(|error| error.to_string().replace(&name, "FILE"));
        std::fs::remove_file(&path).expect("the temporary file");
        result
    }

    #[test]
    fn a_text_is_read_byte_for_byte() {
        assert_eq!(read("\u{feff}a\r\nβ".as_bytes()).map(|s| s.text), Ok("\u{feff}a\r\nβ".to_owned()));
    }

    #[test]
    fn what_is_not_a_text_is_named() {
        assert_eq!(read(b"ok\nok\n\xff"), Err("FILE:3: not UTF-8 text (byte 6 is 0xff)".to_owned()));
        assert_eq!(read(b" \n"), Err("FILE: the file is empty".to_owned()));
        let missing = Source::read(Path::new("no/such/file")).map_err(|e| e.to_string());
        assert_eq!(missing, Err("no/such/file: no such file".to_owned()));
    }
}
