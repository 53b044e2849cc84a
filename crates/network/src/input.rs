//! What goes in: a goal as tokens, its candidates, and for training what became of them.

/// An argument of a candidate.
#[derive(Clone, Debug, PartialEq)]
pub enum Argument {
    /// A hypothesis, by its number.
    Hypothesis(u32),
    /// Tokens: of a constant or a term.
    Tokens(Vec<String>),
}

/// A candidate.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// The tactic with its options.
    pub template: String,
    /// What it is applied to.
    pub arguments: Vec<Argument>,
    /// Logarithm of its probability by hand-made rules.
    pub prior: f32,
}

/// A goal with its candidates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    /// The target, then the hypotheses.
    pub tokens: Vec<String>,
    /// Where among the tokens each hypothesis begins.
    pub hypotheses: Vec<Option<u32>>,
    /// What can be tried.
    pub candidates: Vec<Candidate>,
}

/// A state to learn from.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// The theorem it is from: what is held out is held out by theorem.
    pub theorem: String,
    /// The state.
    pub state: State,
    /// For each candidate the share of the probability that it should get. All zero: nothing is known of the candidates.
    pub targets: Vec<f32>,
    /// Candidates that are neither right nor wrong, because they are right in a longer way.
    pub ignored: Vec<bool>,
    /// Whether the goal was closed.
    pub solved: bool,
    /// Steps to close it.
    pub steps: f32,
}
