//! Numbers over numbers as a picture: losses over passes, say.

use std::fmt::Write;

/// A line of the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is.
    pub label: String,
    /// Its points, from left to right.
    pub points: Vec<(f64, f64)>,
}

const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 420.0;
const LEFT: f64 = 60.0;
const RIGHT: f64 = 190.0;
const TOP: f64 = 20.0;
const BOTTOM: f64 = 45.0;

/// Lines over one axis, in SVG.
#[must_use]
pub fn lines(across: &str, up: &str, list: &[Line]) -> String {
    let points = || list.iter().flat_map(|l| &l.points).filter(|p| p.0.is_finite() && p.1.is_finite());
    let range = |get: &dyn Fn(&(f64, f64)) -> f64| {
        let low = points().map(get).fold(f64::INFINITY, f64::min);
        let high = points().map(get).fold(f64::NEG_INFINITY, f64::max);
        if low > high { (0.0, 1.0) } else { (low, if high - low < 1e-9 { low + 1.0 } else { high }) }
    };
    let (left, right) = range(&|p| p.0);
    let (low, high) = range(&|p| p.1);
    // A picture that begins at zero exaggerates nothing.
    let low = low.min(0.0);
    let x = |v: f64| LEFT + (v - left) / (right - left) * (WIDTH - LEFT - RIGHT);
    let y = |v: f64| HEIGHT - BOTTOM - (v - low) / (high - low) * (HEIGHT - TOP - BOTTOM);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
         font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
    );
    // Writing to a string cannot fail.
    for i in 0..=4 {
        let v = low + f64::from(i) / 4.0 * (high - low);
        let (at, end) = (y(v), WIDTH - RIGHT);
        let _ = writeln!(
            out,
            "<line x1=\"{LEFT}\" y1=\"{at:.1}\" x2=\"{end:.1}\" y2=\"{at:.1}\" stroke=\"#ddd\"/>"
        );
        let text = LEFT - 6.0;
        let _ =
            writeln!(out, "<text x=\"{text:.1}\" y=\"{:.1}\" text-anchor=\"end\">{v:.2}</text>", at + 4.0);
        let v = left + f64::from(i) / 4.0 * (right - left);
        let at = HEIGHT - BOTTOM + 16.0;
        let _ = writeln!(out, "<text x=\"{:.1}\" y=\"{at:.1}\" text-anchor=\"middle\">{v:.1}</text>", x(v));
    }
    let middle = LEFT + (WIDTH - LEFT - RIGHT) / 2.0;
    let below = HEIGHT - 10.0;
    let _ = writeln!(out, "<text x=\"{middle:.1}\" y=\"{below:.1}\" text-anchor=\"middle\">{across}</text>");
    let _ = writeln!(out, "<text x=\"{LEFT}\" y=\"14\">{up}</text>");
    for (i, line) in list.iter().enumerate() {
        let colour = super::curve::COLOURS[i % super::curve::COLOURS.len()];
        let finite = line.points.iter().filter(|p| p.0.is_finite() && p.1.is_finite());
        let path: Vec<String> = finite.map(|(a, b)| format!("{:.1},{:.1}", x(*a), y(*b))).collect();
        let _ = writeln!(
            out,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"1.6\"/>",
            path.join(" ")
        );
        let (from, at) = (WIDTH - RIGHT + 12.0, TOP + 8.0 + 17.0 * i as f64);
        let to = from + 18.0;
        let _ = writeln!(
            out,
            "<line x1=\"{from:.1}\" y1=\"{at:.1}\" x2=\"{to:.1}\" y2=\"{at:.1}\" stroke=\"{colour}\" stroke-width=\"3\"/>"
        );
        let label = super::curve::escape(&line.label);
        let _ = writeln!(out, "<text x=\"{:.1}\" y=\"{:.1}\">{label}</text>", to + 6.0, at + 4.0);
    }
    out.push_str("</svg>\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_its_points_within_the_picture() {
        let one = Line { label: "a<b".to_owned(), points: vec![(1.0, 2.0), (3.0, f64::NAN), (5.0, 0.5)] };
        let picture = lines("passes", "loss", &[one]);
        assert!(picture.contains("points=\"60.0,20.0 570.0,") && picture.contains("a&lt;b"), "{picture}");
        assert_eq!(lines("", "", &[]).matches("polyline").count(), 0);
    }
}
