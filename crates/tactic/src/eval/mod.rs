//! Runs tactic scripts: the syntax tree of a `by` block, one tactic after another, on a list of goals.
