//! `turnstile suggest`.

use super::args::SuggestArgs;
use crate::exit::Exit;
use crate::output;
use std::path::{Path, PathBuf};
use turnstile::learn::{Choice, Learned, Suggestions};
use turnstile::{Settings, Source};

/// Shows what can be done at a place of a file.
pub fn suggest(args: &SuggestArgs) -> Exit {
    match run(args) {
        Ok(exit) => exit,
        Err(error) => {
            output::complain(&error);
            Exit::BadInput
        }
    }
}

fn run(args: &SuggestArgs) -> Result<Exit, String> {
    let (path, line, column) =
        place(&args.place).ok_or("the place is written FILE:LINE or FILE:LINE:COLUMN")?;
    let source = Source::read(Path::new(&path)).map_err(|e| e.to_string())?;
    let mut settings = Settings::default();
    if let Some(policy) = &args.policy {
        settings.policy.clone_from(policy);
    }
    let guide = settings.guide().map_err(|e| e.to_string())?;
    let own;
    let learned = match Choice::parse(&settings.policy) {
        Choice::Folder(path) => {
            own = Learned::read(&path).map_err(|e| e.to_string())?;
            Some(&own)
        }
        // Without a policy in the program there are no proofs to name.
        _ => Learned::default_policy().ok(),
    };
    let found = turnstile::learn::suggest(&source, line, column, args.count, &settings, guide, learned)?;
    if args.json {
        let text = serde_json::to_string_pretty(&found).map_err(|e| e.to_string())?;
        return Ok(output::print(text + "\n"));
    }
    Ok(output::print(show(&found, args.explain)))
}

/// The file, the line and the column of `FILE:LINE[:COL]`.
fn place(text: &str) -> Option<(PathBuf, usize, Option<usize>)> {
    let (rest, last) = text.rsplit_once(':')?;
    let last: usize = last.parse().ok()?;
    if let Some((file, line)) = rest.rsplit_once(':')
        && let Ok(line) = line.parse()
    {
        return Some((PathBuf::from(file), line, Some(last)));
    }
    Some((PathBuf::from(rest), last, None))
}

fn show(found: &Suggestions, explain: bool) -> String {
    let mut out = format!("{}\n{}\n", found.theorem, indented(&found.goal));
    if let Some((probability, steps)) = found.outlook {
        out.push_str(&format!(
            "a search closes it with probability {:.0} %, in about {steps:.0} steps\n",
            100.0 * probability
        ));
    }
    for (i, s) in found.steps.iter().enumerate() {
        let left = match s.goals.len() {
            0 => "closes the goal".to_owned(),
            1 => "leaves one goal".to_owned(),
            n => format!("leaves {n} goals"),
        };
        out.push_str(&format!(
            "\n{}. {} — {:.1} %, {left}, {:.1} ms\n",
            i + 1,
            s.text.replace('\n', "\n   "),
            100.0 * s.probability,
            s.milliseconds
        ));
        for goal in s.goals.iter().take(3) {
            out.push_str(&indented(goal));
            out.push('\n');
        }
        if explain && !s.like.is_empty() {
            let like = s.like.iter().map(|(name, by)| format!("{name} ({by:.2})")).collect::<Vec<_>>();
            out.push_str(&format!("   because of {}\n", like.join(", ")));
        }
    }
    if found.steps.is_empty() {
        out.push_str("\nno candidate applies\n");
    }
    if explain {
        out.push_str("\nmost alike, among verified proofs:\n");
        for (name, action, by) in &found.nearest {
            out.push_str(&format!("   {by:.2}  {name}: {action}\n"));
        }
        if found.nearest.is_empty() {
            out.push_str("   none\n");
        }
    }
    out
}

fn indented(text: &str) -> String {
    text.lines().map(|l| format!("     {l}")).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::place;

    #[test]
    fn a_place_is_read() {
        assert_eq!(place("a.lean:3"), Some(("a.lean".into(), 3, None)));
        assert_eq!(place("x/a.lean:3:14"), Some(("x/a.lean".into(), 3, Some(14))));
        assert_eq!(place("a.lean"), None);
        assert_eq!(place("a.lean:x"), None);
    }
}
