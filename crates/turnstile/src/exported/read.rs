//! From an export file to theorems, each with what is declared before it.

use super::attributes::Attributes;
use super::growing::Growing;
use super::{Exported, Theorem};
use rustc_hash::FxHashSet;
use std::io::{self, BufRead, Read};
use std::rc::Rc;
use std::sync::Arc;
use turnstile_export::{Importer, Stop};
use turnstile_kernel::{ConstantInfo, Environment, Name, Store};
use turnstile_policy::premises::Builder;

/// Bytes of the longest line that is read.
const MAX_LINE: u64 = 1 << 28;

/// Why an export file cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// It cannot be read.
    #[error("cannot be read: {0}")]
    Io(#[from] io::Error),
    /// A line is not accepted.
    #[error("line {line}: {reason}")]
    Refused {
        /// Its number, from 1.
        line: usize,
        /// Why.
        reason: String,
    },
}

/// A declaration of the file.
struct Entry {
    name: Name,
    line: usize,
    /// What was declared before it.
    before: Environment,
}

impl Exported {
    /// Reads an export file, which the kernel checks, up to the last of the theorems in `wanted`, or as a whole if that is
    /// empty.
    ///
    /// # Errors
    /// When the file cannot be read or a line is refused.
    pub fn read(
        input: impl BufRead,
        attributes: &Attributes,
        wanted: &[String],
    ) -> Result<Exported, ExportError> {
        let st = Rc::new(Store::new());
        let wanted: FxHashSet<&str> = wanted.iter().map(String::as_str).collect();
        let (entries, all) = import(&st, input, &wanted)?;
        let names: Vec<Name> = entries.iter().map(|e| e.name).collect();
        let is_theorem = |n: Name| matches!(all.get(n).map(|c| &**c), Some(ConstantInfo::Theorem(..)));
        let mut growing = Growing::new(&st, all.clone(), &names, attributes);
        let mut theorems = Vec::new();
        for e in entries {
            if is_theorem(e.name)
                && (wanted.is_empty() || wanted.contains(e.name.as_str()))
                && let Some(c) = all.get(e.name)
            {
                theorems.push(Theorem {
                    name: e.name,
                    line: e.line,
                    level_params: c.cval().level_params.clone(),
                    ty: c.ty(),
                    before: e.before,
                    env: growing.env().clone(),
                    premises: 0,
                });
            }
            growing.declare(e.name);
        }
        let segment = {
            let mut builder = Builder::new(&st, growing.env());
            let mut next = theorems.iter_mut().peekable();
            for n in &names {
                if let Some(t) = next.next_if(|t| t.name == *n) {
                    t.premises = builder.len();
                }
                builder.add(*n);
            }
            builder.finish()
        };
        drop(growing);
        let declared: FxHashSet<&str> = theorems.iter().map(|t| t.name.as_str()).collect();
        let mut missing: Vec<String> =
            wanted.iter().filter(|n| !declared.contains(*n)).map(|n| (*n).to_owned()).collect();
        missing.sort_unstable();
        let Ok(st) = Rc::try_unwrap(st) else {
            return Err(io::Error::other("internal: the terms of the file are still in use").into());
        };
        Ok(Exported { terms: st.freeze(), premises: Arc::new(segment), theorems, missing })
    }
}

/// Checks the file line by line; stops when all wanted theorems were met.
fn import(
    st: &Store,
    mut input: impl BufRead,
    wanted: &FxHashSet<&str>,
) -> Result<(Vec<Entry>, Environment), ExportError> {
    let mut importer = Importer::new(st);
    let mut entries: Vec<Entry> = Vec::new();
    let mut text = Vec::new();
    let mut left = wanted.len();
    for line in 1.. {
        text.clear();
        if input.by_ref().take(MAX_LINE).read_until(b'\n', &mut text)? == 0 {
            importer.finish().map_err(|e| refused(line, e))?;
            break;
        }
        let text = text.strip_suffix(b"\n").unwrap_or(&text);
        let text = if line == 1 { text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text) } else { text };
        let Ok(text) = str::from_utf8(text) else {
            return Err(ExportError::Refused { line, reason: "not UTF-8".to_owned() });
        };
        let (before, known) = (importer.env.clone(), importer.names.len());
        importer.line(text).map_err(|e| refused(line, e))?;
        for name in &importer.names[known..] {
            left -= usize::from(wanted.contains(name.as_str()));
            entries.push(Entry { name: *name, line, before: before.clone() });
        }
        if left == 0 && !wanted.is_empty() {
            break;
        }
    }
    Ok((entries, importer.env.clone()))
}

fn refused(line: usize, stop: Stop) -> ExportError {
    let (Stop::Reject(fault) | Stop::Decline(fault)) = stop;
    ExportError::Refused { line, reason: fault.to_string() }
}
