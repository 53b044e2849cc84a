//! The picture in the DOT language.

use super::Picture;
use crate::graph::{GoalStatus, StepStatus};
use std::fmt::Write;

impl Picture {
    /// In DOT, with goals as boxes and steps as dots; green is solved, red is hopeless, thick is the proof.
    #[must_use]
    pub fn to_dot(&self) -> String {
        let mut out = String::from("digraph proof {\n  node [fontname=monospace];\n");
        for (index, goal) in self.goals.iter().enumerate() {
            let colour = match goal.status {
                GoalStatus::Open => "black",
                GoalStatus::Solved => "darkgreen",
                GoalStatus::Exhausted => "red",
            };
            let mut text = goal.text.clone();
            text.push_str(&format!(
                "\nvisits {}, path {:.2}, estimate {:.2}\n",
                goal.visits, goal.path_cost, goal.estimate
            ));
            for why in &goal.why {
                text.push_str(why);
                text.push('\n');
            }
            let width = if goal.in_proof { 3 } else { 1 };
            let label = escape(&text);
            // Writing to a string cannot fail.
            let _ =
                writeln!(out, "  g{index} [shape=box, color={colour}, penwidth={width}, label=\"{label}\"];");
        }
        for (index, step) in self.steps.iter().enumerate() {
            let colour = match step.status {
                StepStatus::Open => "black",
                StepStatus::Solved => "darkgreen",
                StepStatus::Dead => "red",
            };
            let width = if step.in_proof { 3 } else { 1 };
            let label = escape(&step.text);
            let _ = writeln!(out, "  s{index} [shape=point, color={colour}];");
            let _ = writeln!(
                out,
                "  g{} -> s{index} [label=\"{label}\", color={colour}, penwidth={width}];",
                step.goal
            );
            for child in &step.children {
                let _ = writeln!(out, "  s{index} -> g{child} [color={colour}, penwidth={width}];");
            }
        }
        out.push_str("}\n");
        out
    }
}

fn escape(label: &str) -> String {
    let mut out = String::with_capacity(label.len());
    for c in label.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\l"),
            c => out.push(c),
        }
    }
    out
}
