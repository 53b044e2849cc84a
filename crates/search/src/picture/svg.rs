//! The picture as SVG: goals are boxes, steps are labels on the way down, and the proof is thick and green.

use super::layout::{Tile, place};
use super::{Picture, PictureGoal, PictureStep};
use crate::graph::{GoalStatus, StepStatus};
use std::fmt::Write;

/// Width of a character, height of a line, and the room around a text.
const CHAR: f64 = 7.3;
const LINE: f64 = 16.0;
const PAD: f64 = 8.0;
/// Longer texts are cut; the whole is in the tool tip.
const MAX_COLUMNS: usize = 46;
const MAX_LINES: usize = 9;
const MARGIN: f64 = 24.0;
const LEGEND: f64 = 56.0;

impl Picture {
    /// As SVG, with the root on top.
    #[must_use]
    pub fn to_svg(&self) -> String {
        let goals = self.goals.len();
        let layers = self.layers();
        let texts: Vec<Vec<String>> =
            self.goals.iter().map(goal_lines).chain(self.steps.iter().map(step_lines)).collect();
        let mut tiles: Vec<Tile> = texts
            .iter()
            .enumerate()
            .map(|(index, lines)| {
                let columns = lines.iter().map(|l| l.chars().count()).max().unwrap_or(0);
                let (layer, above) = if index < goals {
                    let above = self.steps.iter().enumerate().filter(|(_, s)| {
                        s.children.contains(&index) && 2 * layers[s.goal] + 1 < 2 * layers[index]
                    });
                    (2 * layers[index], above.map(|(s, _)| goals + s).collect())
                } else {
                    let goal = self.steps[index - goals].goal;
                    (2 * layers[goal] + 1, vec![goal])
                };
                let (width, height) = (columns as f64 * CHAR + 2.0 * PAD, lines.len() as f64 * LINE + PAD);
                Tile { layer, width, height, above, x: 0.0, y: 0.0 }
            })
            .collect();
        let (width, height) = place(&mut tiles);
        for tile in &mut tiles {
            tile.x += MARGIN;
            tile.y += MARGIN + LEGEND;
        }
        let (width, height) = (width.max(640.0) + 2.0 * MARGIN, height + 2.0 * MARGIN + LEGEND);
        let mut out = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height:.0}\" width=\"{width:.0}\" \
             height=\"{height:.0}\" font-family=\"monospace\" font-size=\"12\">\n\
             <rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n"
        );
        self.legend(&mut out);
        for (number, step) in self.steps.iter().enumerate() {
            let (at, style) = (&tiles[goals + number], edge_style(step));
            edge(&mut out, &tiles[step.goal], at, style);
            for child in &step.children {
                edge(&mut out, at, &tiles[*child], style);
            }
        }
        for (number, step) in self.steps.iter().enumerate() {
            let (fill, _, ink) = step_colours(step);
            boxed(
                &mut out,
                &tiles[goals + number],
                &texts[goals + number],
                fill,
                "none",
                0.0,
                ink,
                &step.text,
            );
        }
        for (number, goal) in self.goals.iter().enumerate() {
            let (fill, stroke) = goal_colours(goal);
            let whole = format!("{}\n\n{}", goal.text, goal.why.join("\n"));
            let thick = if goal.in_proof { 2.5 } else { 1.0 };
            boxed(&mut out, &tiles[number], &texts[number], fill, stroke, thick, "#1c1c1c", &whole);
        }
        out.push_str("</svg>\n");
        out
    }

    /// For each goal the number of steps of the shortest way from the root that the picture shows.
    fn layers(&self) -> Vec<usize> {
        let mut layers = vec![usize::MAX; self.goals.len()];
        if let Some(root) = layers.first_mut() {
            *root = 0;
        }
        loop {
            let mut changed = false;
            for step in &self.steps {
                let Some(next) = layers[step.goal].checked_add(1) else { continue };
                for child in &step.children {
                    if next < layers[*child] {
                        layers[*child] = next;
                        changed = true;
                    }
                }
            }
            if !changed {
                break;
            }
        }
        // Every goal of a picture has a way from the root; should one have none, it stands on top.
        layers.into_iter().map(|l| if l == usize::MAX { 0 } else { l }).collect()
    }

    fn legend(&self, out: &mut String) {
        let left_out = match (self.goals_left_out, self.steps_left_out) {
            (0, 0) => String::new(),
            (goals, steps) => format!(" ({goals} other goals and {steps} steps between these are left out)"),
        };
        let lines = [
            format!(
                "boxes: goals; labels: steps; thick green: the proof; green: solved; red: without hope; grey: open{left_out}"
            ),
            "#: order of discovery; n: visits; path, estimate: nats; V: value; below: why it was expanded"
                .to_owned(),
        ];
        for (number, line) in lines.iter().enumerate() {
            let y = MARGIN + LINE * number as f64;
            // Writing to a string cannot fail.
            let _ = writeln!(out, "<text x=\"{MARGIN}\" y=\"{y}\" fill=\"#555555\">{}</text>", escape(line));
        }
    }
}

fn goal_lines(goal: &PictureGoal) -> Vec<String> {
    let all: Vec<&str> = goal.text.lines().collect();
    let mut lines: Vec<String> = all.iter().take(MAX_LINES).map(|l| cut(l)).collect();
    // The target is at the end: it is what must be seen.
    if let (true, Some(last), Some(slot)) = (all.len() > MAX_LINES, all.last(), lines.last_mut()) {
        *slot = cut(last);
    }
    let value = goal.value.map_or(String::new(), |v| format!(" V {v:.2}"));
    lines.push(cut(&format!(
        "#{} n {} path {:.2} estimate {:.2}{value}",
        goal.number, goal.visits, goal.path_cost, goal.estimate
    )));
    lines.extend(goal.why.iter().take(2).map(|why| cut(why)));
    lines
}

fn step_lines(step: &PictureStep) -> Vec<String> {
    let first = step.text.lines().next().unwrap_or("");
    vec![cut(first), format!("cost {:.2}", step.cost)]
}

fn cut(line: &str) -> String {
    if line.chars().count() <= MAX_COLUMNS {
        return line.to_owned();
    }
    line.chars().take(MAX_COLUMNS - 1).chain(['…']).collect()
}

fn goal_colours(goal: &PictureGoal) -> (&'static str, &'static str) {
    match goal.status {
        _ if goal.in_proof => ("#d8f3dc", "#1b7f3b"),
        GoalStatus::Solved => ("#eef9f0", "#5fae78"),
        GoalStatus::Exhausted => ("#fdecea", "#c0392b"),
        GoalStatus::Open => ("#f6f6f6", "#9a9a9a"),
    }
}

/// Fill, line and ink.
fn step_colours(step: &PictureStep) -> (&'static str, &'static str, &'static str) {
    match step.status {
        _ if step.in_proof => ("#ffffff", "#1b7f3b", "#12602b"),
        StepStatus::Solved => ("#ffffff", "#5fae78", "#3d7a52"),
        StepStatus::Dead => ("#ffffff", "#e0a39d", "#b0685f"),
        StepStatus::Open => ("#ffffff", "#b9b9b9", "#666666"),
    }
}

fn edge_style(step: &PictureStep) -> (&'static str, f64) {
    (step_colours(step).1, if step.in_proof { 2.5 } else { 1.0 })
}

fn edge(out: &mut String, from: &Tile, to: &Tile, (colour, thick): (&str, f64)) {
    let (x, y) = (from.x + from.width / 2.0, from.y + from.height);
    let (u, v) = (to.x + to.width / 2.0, to.y);
    // A way back up or across is a merge with a goal that is nearer to the root.
    let dashes = if to.layer > from.layer { "" } else { " stroke-dasharray=\"5 4\"" };
    let bend = ((v - y) / 2.0).abs().max(12.0);
    let _ = writeln!(
        out,
        "<path d=\"M{x:.1} {y:.1} C{x:.1} {:.1} {u:.1} {:.1} {u:.1} {v:.1}\" fill=\"none\" stroke=\"{colour}\" \
         stroke-width=\"{thick}\"{dashes}/>",
        y + bend,
        v - bend
    );
}

fn boxed(
    out: &mut String,
    tile: &Tile,
    lines: &[String],
    fill: &str,
    stroke: &str,
    thick: f64,
    ink: &str,
    whole: &str,
) {
    let Tile { x, y, width, height, .. } = tile;
    let _ = writeln!(
        out,
        "<g><title>{}</title><rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" rx=\"4\" \
         fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{thick}\"/>",
        escape(whole)
    );
    for (number, line) in lines.iter().enumerate() {
        let (x, y) = (x + PAD, y + PAD / 2.0 + LINE * number as f64 + 11.0);
        let _ = writeln!(
            out,
            "<text x=\"{x:.1}\" y=\"{y:.1}\" fill=\"{ink}\" xml:space=\"preserve\">{}</text>",
            escape(line)
        );
    }
    out.push_str("</g>\n");
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            // Control characters are not allowed in XML, not even escaped.
            c if c.is_control() && c != '\n' && c != '\t' => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}
