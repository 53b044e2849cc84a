//! `prove --graph`: the search graphs as files.

use crate::exit::Exit;
use crate::output;
use std::path::{Path, PathBuf};
use turnstile::{FileReport, Picture};

/// Writes the graph of each theorem that has one. With one theorem the file is `path`, with several their names are put
/// before its ending.
pub fn write_all(path: &Path, report: &FileReport) -> Exit {
    let drawn: Vec<(&str, &Picture)> =
        report.theorems.iter().filter_map(|t| Some((t.name.as_str(), t.picture.as_ref()?))).collect();
    let mut exit = Exit::Done;
    for (number, (name, picture)) in drawn.iter().enumerate() {
        // Two examples have the same name.
        let twice = drawn.iter().take(number).any(|(other, _)| other == name);
        let name = if twice { format!("{name}-{}", number + 1) } else { (*name).to_owned() };
        let path = if drawn.len() == 1 { path.to_owned() } else { with_name(path, &name) };
        exit = exit.max(write(&path, picture));
    }
    exit
}

fn write(path: &Path, picture: &Picture) -> Exit {
    let text = match path.extension().and_then(|e| e.to_str()) {
        Some("svg") => picture.to_svg(),
        Some("dot") => picture.to_dot(),
        _ => match serde_json::to_string_pretty(picture) {
            Ok(text) => text + "\n",
            Err(error) => {
                output::complain(&format!("{} cannot be written: {error}", path.display()));
                return Exit::Failure;
            }
        },
    };
    output::write_file(path, &text)
}

/// `out.NAME.svg` for `out.svg`; what a file name cannot hold becomes `_`.
fn with_name(path: &Path, name: &str) -> PathBuf {
    let clean = |c: char| if c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '\'') { c } else { '_' };
    let name: String = name.chars().map(clean).collect();
    let stem = path.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
    let ending = path.extension().map(|e| e.to_string_lossy().into_owned()).unwrap_or_default();
    path.with_file_name(format!("{stem}.{name}.{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_before_the_ending() {
        assert_eq!(with_name(Path::new("a/out.svg"), "N.t'"), Path::new("a/out.N.t'.svg"));
        assert_eq!(with_name(Path::new("out.json"), "a/«b c»"), Path::new("out.a__b_c_.json"));
    }
}
