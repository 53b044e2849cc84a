//! The graph as a picture, in the DOT language.

use crate::graph::{GoalStatus, Graph, StepStatus};
use std::fmt::Write;
use std::hash::Hash;

impl<S, A, K: Eq + Hash> Graph<S, A, K> {
    /// The graph in DOT, with goals as boxes and steps as dots; green is solved, red is hopeless.
    pub fn to_dot(&self, goal_label: impl Fn(&S) -> String, action_label: impl Fn(&A) -> String) -> String {
        let mut out = String::from("digraph proof {\n  node [fontname=monospace];\n");
        for (index, goal) in self.goals().iter().enumerate() {
            let colour = match goal.status {
                GoalStatus::Open => "black",
                GoalStatus::Solved => "darkgreen",
                GoalStatus::Exhausted => "red",
            };
            let label = escape(&goal_label(&goal.state));
            // Writing to a string cannot fail.
            let _ = writeln!(out, "  g{index} [shape=box, color={colour}, label=\"{label}\"];");
        }
        for (index, step) in self.steps().iter().enumerate() {
            let colour = match step.status {
                StepStatus::Open => "black",
                StepStatus::Solved => "darkgreen",
                StepStatus::Dead => "red",
            };
            let label = escape(&action_label(&step.action));
            let _ = writeln!(out, "  s{index} [shape=point, color={colour}];");
            let _ =
                writeln!(out, "  g{} -> s{index} [label=\"{label}\", color={colour}];", step.goal.index());
            for edge in &step.children {
                let style = if step.focus == Some(edge.goal) { "bold" } else { "solid" };
                let _ =
                    writeln!(out, "  s{index} -> g{} [color={colour}, style={style}];", edge.goal.index());
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
