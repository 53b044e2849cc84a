//! What the search for instances tried, as text: `set_option trace.Meta.synthInstance true`.

use super::Meta;
use turnstile_kernel::Expr;

/// No more lines than this are kept.
const MAX_LINES: usize = 400;

/// The steps of searches, in order.
#[derive(Clone, Debug, Default)]
pub struct InstanceTrace {
    lines: Vec<Line>,
    depth: usize,
}

#[derive(Clone, Debug)]
struct Line {
    depth: usize,
    class: &'static str,
    text: String,
    success: bool,
}

/// A step that has begun.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step(Option<usize>);

impl InstanceTrace {
    /// The steps, one on a line, indented by how deep they are. Nothing if there are none.
    #[must_use]
    pub fn render(&self) -> Option<String> {
        if self.lines.is_empty() {
            return None;
        }
        let line = |l: &Line| {
            let mark = if l.success { "✅️" } else { "❌️" };
            let indent = "  ".repeat(l.depth);
            format!("{indent}[{}] {mark} {}", l.class, l.text.replace('\n', &format!("\n{indent}  ")))
        };
        Some(self.lines.iter().map(line).collect::<Vec<_>>().join("\n"))
    }
}

impl Meta {
    /// Notes that the problem `goal` is looked at.
    pub(super) fn trace_goal(&mut self, goal: Expr) -> Step {
        if self.instance_trace.is_none() {
            return Step(None);
        }
        let text = self.pp(goal);
        self.trace_line("Meta.synthInstance", text)
    }

    /// Notes that the instance `inst` is tried for `goal`.
    pub(super) fn trace_apply(&mut self, inst: Expr, goal: Expr) -> Step {
        if self.instance_trace.is_none() {
            return Step(None);
        }
        let text = format!("apply {} to {}", self.pp(inst), self.pp(goal));
        self.trace_line("Meta.synthInstance.apply", text)
    }

    fn trace_line(&mut self, class: &'static str, text: String) -> Step {
        let Some(t) = &mut self.instance_trace else { return Step(None) };
        let depth = t.depth;
        t.depth += 1;
        if t.lines.len() >= MAX_LINES {
            return Step(Some(usize::MAX));
        }
        t.lines.push(Line { depth, class, text, success: false });
        Step(Some(t.lines.len() - 1))
    }

    /// Notes how a step went.
    pub(super) fn trace_end(&mut self, s: Step, success: bool) {
        if let (Some(t), Some(i)) = (&mut self.instance_trace, s.0) {
            t.depth = t.depth.saturating_sub(1);
            if let Some(l) = t.lines.get_mut(i) {
                l.success = success;
            }
        }
    }
}
