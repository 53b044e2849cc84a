//! The reader on the fuzzing corpus, on random changes of it, and on random bytes; see `fuzz/README.md`.

#[path = "../../../fuzz/bodies/reader.rs"]
mod reader;

use std::path::Path;

struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

fn corpus() -> Vec<(String, Vec<u8>)> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus/reader");
    let mut files: Vec<_> = std::fs::read_dir(dir)
        .unwrap()
        .map(|e| e.unwrap().path())
        .map(|p| (p.file_name().unwrap().to_string_lossy().into_owned(), std::fs::read(&p).unwrap()))
        .collect();
    files.push(("good.ndjson".into(), include_bytes!("good.ndjson").to_vec()));
    files.sort();
    files
}

#[test]
fn the_corpus_is_accepted() {
    let files = corpus();
    assert!(files.len() >= 6);
    for (name, bytes) in files {
        assert!(reader::check(&bytes), "{name}");
    }
}

/// Bytes changed, removed, added, and pieces of one file put into another.
#[test]
fn changed_files_get_an_answer_and_nothing_wrong_is_accepted() {
    let files = corpus();
    let mut random = Random(3);
    let mut accepted = 0;
    for _ in 0..6000 {
        let mut bytes = files[random.below(files.len())].1.clone();
        for _ in 0..=random.below(3) {
            let at = random.below(bytes.len().max(1)).min(bytes.len().saturating_sub(1));
            match random.below(6) {
                0 if !bytes.is_empty() => bytes[at] = b"0123456789{}[]\":,tfxu\xff\n"[random.below(23)],
                1 if !bytes.is_empty() => {
                    bytes.remove(at);
                }
                2 => bytes.insert(at, b"0123456789{}[]\":, \n\\\0"[random.below(21)]),
                3 if !bytes.is_empty() => {
                    // A digit for a digit: the mutants that reach the kernel.
                    if let Some(i) = (at..bytes.len()).find(|i| bytes[*i].is_ascii_digit()) {
                        bytes[i] = b'0' + random.below(10) as u8;
                    }
                }
                4 => {
                    let other = &files[random.below(files.len())].1;
                    let from = random.below(other.len());
                    let piece = &other[from..(from + random.below(80)).min(other.len())];
                    bytes.splice(at..at, piece.iter().copied());
                }
                _ => bytes.truncate(at),
            }
        }
        accepted += usize::from(reader::check(&bytes));
    }
    // Some changes are to what has no meaning; if none were accepted, none would have been checked.
    assert!((100..4000).contains(&accepted), "{accepted} of 6000 accepted");
}

#[test]
fn random_bytes_are_refused() {
    let mut random = Random(5);
    for _ in 0..2000 {
        let n = random.below(300);
        let bytes: Vec<u8> = (0..n).map(|_| random.below(256) as u8).collect();
        assert!(!reader::check(&bytes));
    }
}
