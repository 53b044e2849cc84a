//! Theorems proved within a time: as numbers and as a picture.

use super::BenchReport;
use crate::report::Status;
use std::fmt::Write;

/// `set,seed,cpu_seconds,proved`: after so many processor seconds each, so many theorems of the set are proved.
#[must_use]
pub fn csv(report: &BenchReport) -> String {
    let mut out = String::from("set,seed,cpu_seconds,proved\n");
    for set in &report.sets {
        for run in &set.runs {
            for (count, seconds) in times(&run.theorems).into_iter().enumerate() {
                // Writing to a string cannot fail.
                let _ = writeln!(out, "{},{},{seconds:.4},{}", set.name, run.seed, count + 1);
            }
        }
    }
    out
}

/// The times of the proved theorems, in order.
fn times(theorems: &[super::Measured]) -> Vec<f64> {
    let mut times: Vec<f64> =
        theorems.iter().filter(|t| t.status == Status::Proved).map(|t| t.cpu_seconds).collect();
    times.sort_by(f64::total_cmp);
    times
}

/// Size of the picture, and of the space around the plot.
const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 420.0;
const LEFT: f64 = 50.0;
const RIGHT: f64 = 190.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 45.0;
/// Colours that are told apart in print and by most eyes (Okabe and Ito, *Color universal design*, 2008).
pub(super) const COLOURS: [&str; 8] =
    ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00", "#000000", "#b3a500"];

/// The share of theorems proved within so many processor seconds, a line for each set (its first run), in SVG.
#[must_use]
pub fn svg(report: &BenchReport) -> String {
    let end = report.settings.timeout.max(0.1);
    let start: f64 = 0.01;
    let x = |seconds: f64| {
        let share = (seconds.clamp(start, end) / start).ln() / (end / start).ln();
        LEFT + share * (WIDTH - LEFT - RIGHT)
    };
    let y = |share: f64| HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" \
         viewBox=\"0 0 {WIDTH} {HEIGHT}\" font-family=\"sans-serif\" font-size=\"12\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
    );
    let mut line = |text: String| {
        out.push_str(&text);
        out.push('\n');
    };
    for percent in [0, 25, 50, 75, 100] {
        let at = y(f64::from(percent) / 100.0);
        line(format!(
            "<line x1=\"{LEFT}\" y1=\"{at:.1}\" x2=\"{:.1}\" y2=\"{at:.1}\" stroke=\"#ddd\"/>",
            WIDTH - RIGHT
        ));
        line(format!(
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{percent} %</text>",
            LEFT - 6.0,
            at + 4.0
        ));
    }
    let mut tick = start;
    while tick <= end * 1.001 {
        let at = x(tick);
        line(format!(
            "<line x1=\"{at:.1}\" y1=\"{TOP}\" x2=\"{at:.1}\" y2=\"{:.1}\" stroke=\"#eee\"/>",
            HEIGHT - BOTTOM
        ));
        line(format!(
            "<text x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{tick}</text>",
            HEIGHT - BOTTOM + 16.0
        ));
        tick *= 10.0;
    }
    line(format!(
        "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">processor seconds for each theorem</text>",
        LEFT + (WIDTH - LEFT - RIGHT) / 2.0,
        HEIGHT - 10.0
    ));
    for (i, set) in report.sets.iter().enumerate() {
        let Some(run) = set.runs.first() else { continue };
        let colour = COLOURS[i % COLOURS.len()];
        let all = run.theorems.len().max(1) as f64;
        let mut points = format!("{:.1},{:.1}", x(start), y(0.0));
        let mut share = 0.0;
        for (count, seconds) in times(&run.theorems).into_iter().enumerate() {
            let _ = write!(points, " {:.1},{:.1}", x(seconds), y(share));
            share = (count + 1) as f64 / all;
            let _ = write!(points, " {:.1},{:.1}", x(seconds), y(share));
        }
        let _ = write!(points, " {:.1},{:.1}", x(end), y(share));
        line(format!(
            "<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.6\"/>"
        ));
        let at = TOP + 8.0 + 17.0 * i as f64;
        let from = WIDTH - RIGHT + 12.0;
        line(format!(
            "<line x1=\"{from:.1}\" y1=\"{at:.1}\" x2=\"{:.1}\" y2=\"{at:.1}\" stroke=\"{colour}\" stroke-width=\"3\"/>",
            from + 18.0
        ));
        line(format!(
            "<text x=\"{:.1}\" y=\"{:.1}\">{} {:.0} %</text>",
            from + 24.0,
            at + 4.0,
            escape(&set.name),
            100.0 * share
        ));
    }
    out.push_str("</svg>\n");
    out
}

pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::super::{BenchRun, BenchSet, Measured};
    use super::*;

    fn report() -> BenchReport {
        let theorem = |name: &str, status, cpu_seconds| Measured {
            name: name.to_owned(),
            status,
            cpu_seconds,
            expansions: 1,
            proof_lines: None,
        };
        let theorems = vec![
            theorem("a", Status::Proved, 2.0),
            theorem("b", Status::Budget, 10.0),
            theorem("c", Status::Proved, 0.5),
            theorem("d", Status::Refuted, 0.1),
        ];
        BenchReport {
            turnstile_version: String::new(),
            machine: String::new(),
            settings: crate::Settings::default(),
            peak_memory_mib: None,
            sets: vec![BenchSet { name: "x<y".to_owned(), runs: vec![BenchRun { seed: 3, theorems }] }],
        }
    }

    #[test]
    fn only_what_is_proved_is_on_the_curve() {
        let expected = "set,seed,cpu_seconds,proved\nx<y,3,0.5000,1\nx<y,3,2.0000,2\n";
        assert_eq!(csv(&report()), expected);
    }

    #[test]
    fn the_picture_has_a_line_for_each_set() {
        let picture = svg(&report());
        assert_eq!(picture.matches("<polyline").count(), 1);
        assert!(picture.contains("x&lt;y 50 %") && picture.ends_with("</svg>\n"), "{picture}");
    }
}
