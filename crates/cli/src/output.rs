//! Writing: to the standard output, and to files so that none is ever half written.

use crate::exit::Exit;
use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

/// Prints. A reader who has gone (`turnstile … | head`) is no failure.
pub fn print(text: impl AsRef<[u8]>) -> Exit {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_ref()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            complain(&format!("cannot write to the standard output: {error}"));
            Exit::Failure
        }
        _ => Exit::Done,
    }
}

/// Tells the user what is wrong.
pub fn complain(message: &str) {
    remark(&format!("error: {message}\n"));
}

/// Tells the user something, beside the standard output.
pub fn remark(text: &str) {
    // Where even the standard error is closed there is no one to tell.
    let _ = io::stderr().write_all(text.as_bytes());
}

/// Writes a file by way of another one beside it, so that it is there whole or not at all.
pub fn write_file(path: &Path, bytes: impl AsRef<[u8]>) -> Exit {
    match replace(path, bytes.as_ref()) {
        Ok(()) => Exit::Done,
        Err(error) => {
            complain(&format!("{}: cannot be written: {error}", path.display()));
            Exit::Failure
        }
    }
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // The file that a link leads to is replaced, not the link.
    let (target, old) = match path.canonicalize() {
        Ok(target) => (target.clone(), std::fs::metadata(target).ok()),
        Err(_) => (path.to_path_buf(), None),
    };
    // A pipe or a device cannot be replaced.
    if old.as_ref().is_some_and(|old| !old.is_file()) {
        return std::fs::write(&target, bytes);
    }
    let Some(name) = target.file_name() else { return Err(ErrorKind::InvalidInput.into()) };
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{}.tmp", std::process::id()));
    let beside = target.with_file_name(hidden);
    let written = std::fs::File::create(&beside).and_then(|mut file| {
        file.write_all(bytes)?;
        if let Some(old) = old {
            file.set_permissions(old.permissions())?;
        }
        file.sync_all()?;
        std::fs::rename(&beside, &target)
    });
    if written.is_err() {
        let _ = std::fs::remove_file(&beside);
    }
    written
}
