//! Export files for tests: hand-made ones, and those of the shared folder.
#![allow(dead_code)]

use flate2::read::GzDecoder;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use turnstile_export::{Outcome, Settings, check_reader};

/// The first line of a file.
pub const META: &str = r#"{"meta":{"format":{"version":"3.1.0"}}}"#;

/// What becomes of a file, whatever it holds.
pub fn outcome(bytes: impl AsRef<[u8]>) -> Outcome {
    check_reader(bytes.as_ref(), &Settings::default()).expect("reading memory does not fail").outcome
}

/// What becomes of these lines after the first one.
pub fn lines(text: &str) -> Outcome {
    outcome(format!("{META}\n{text}\n"))
}

/// Where and by which rule a file was refused, with whether it was refused for good.
pub fn refusal(o: Outcome) -> (bool, usize, &'static str) {
    match o {
        Outcome::Accepted => panic!("accepted"),
        Outcome::Rejected { line, reason } => (true, line, reason.rule),
        Outcome::Declined { line, reason } => (false, line, reason.rule),
    }
}

/// A folder of the shared kernel tests, if it is there: set `TURNSTILE_SHARED`, or have `shared` beside the repository.
pub fn folder(name: &str) -> Option<PathBuf> {
    let root = std::env::var_os("TURNSTILE_SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let dir = root.join("kernel-tests").join(name);
    if dir.is_dir() {
        return Some(dir);
    }
    println!("skipped: {} is not there", dir.display());
    None
}

/// The export files of a folder, in order.
pub fn files(dir: &Path) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> =
        std::fs::read_dir(dir).expect("a folder").map(|e| e.expect("a file").path()).collect();
    all.sort();
    all
}

/// Opens a file, packed or not.
pub fn open(path: &Path) -> Box<dyn BufRead> {
    let file = File::open(path).expect("a file");
    if path.extension().is_some_and(|e| e == "gz") {
        Box::new(BufReader::new(GzDecoder::new(file)))
    } else {
        Box::new(BufReader::new(file))
    }
}
