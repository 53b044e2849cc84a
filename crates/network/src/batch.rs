//! States as tensors.

use crate::config::Config;
use crate::input::{Argument, Example, State};
use crate::vocabulary::Vocabulary;
use candle_core::{Device, Result, Tensor};

/// Tokens of an argument at most.
const ARGUMENT: usize = 24;

/// Several states, the shorter ones padded; the candidates of all of them in one list.
#[derive(Clone, Debug)]
pub struct Batch {
    /// Number of states.
    pub states: usize,
    /// Candidates of each state.
    pub counts: Vec<usize>,
    /// Token numbers, states by length.
    pub tokens: Tensor,
    /// 0 for the target, 1 for hypotheses.
    pub kinds: Tensor,
    /// 1 for tokens, 0 for padding.
    pub mask: Tensor,
    /// The state of each candidate.
    pub state_of: Tensor,
    /// The template of each candidate.
    pub templates: Tensor,
    /// The prior of each candidate, in a column.
    pub priors: Tensor,
    /// Candidates with an argument that is a hypothesis, and where that begins among all tokens.
    pub pointers: Option<(Tensor, Tensor)>,
    /// Candidates with tokens among their arguments, the tokens, and their weights in a column.
    pub pieces: Option<(Tensor, Tensor, Tensor)>,
}

impl Batch {
    /// States with at least one candidate each.
    ///
    /// # Errors
    /// When the device has no room.
    pub fn new(
        states: &[&State],
        vocabulary: &Vocabulary,
        config: &Config,
        device: &Device,
    ) -> Result<Batch> {
        let encoded: Vec<Encoded> = states.iter().map(|s| Encoded::new(s, vocabulary, config)).collect();
        let length = encoded.iter().map(|e| e.ids.len()).max().unwrap_or(1).max(1);
        let size = (states.len(), length);
        let (mut tokens, mut kinds, mut mask) = (vec![], vec![], vec![]);
        let (mut state_of, mut templates, mut priors) = (vec![], vec![], vec![]);
        let (mut point_from, mut point_to) = (vec![], vec![]);
        let (mut piece_of, mut piece_ids, mut piece_weights) = (vec![], vec![], vec![]);
        for (i, (state, e)) in states.iter().zip(&encoded).enumerate() {
            let padding = length - e.ids.len();
            tokens.extend(e.ids.iter().copied().chain(std::iter::repeat_n(0, padding)));
            kinds.extend((0..length).map(|at| u32::from(at >= e.target)));
            mask.extend((0..length).map(|at| u32::from(at < e.ids.len())));
            for c in &state.candidates {
                let number = state_of.len() as u32;
                state_of.push(i as u32);
                templates.push(vocabulary.template(&c.template).min(config.templates as u32 - 1));
                priors.push(c.prior.clamp(-20.0, 0.0));
                for argument in &c.arguments {
                    match argument {
                        Argument::Hypothesis(h) => {
                            // One that was cut off is pointed to at the beginning.
                            let at = e.places.get(*h as usize).copied().flatten().unwrap_or(0);
                            point_from.push(number);
                            point_to.push((i * length + at) as u32);
                        }
                        Argument::Tokens(list) => {
                            let mut ids = vec![];
                            for token in list {
                                vocabulary.encode(token, &mut ids);
                            }
                            ids.truncate(ARGUMENT);
                            let weight = 1.0 / ids.len().max(1) as f32;
                            for id in ids {
                                piece_of.push(number);
                                piece_ids.push(id.min(config.vocabulary as u32 - 1));
                                piece_weights.push(weight);
                            }
                        }
                    }
                }
            }
        }
        let column = |list: Vec<f32>| {
            let n = list.len();
            Tensor::from_vec(list, (n, 1), device)
        };
        let row = |list: Vec<u32>| {
            let n = list.len();
            Tensor::from_vec(list, n, device)
        };
        let pointers = if point_from.is_empty() { None } else { Some((row(point_from)?, row(point_to)?)) };
        let pieces = if piece_of.is_empty() {
            None
        } else {
            Some((row(piece_of)?, row(piece_ids)?, column(piece_weights)?))
        };
        Ok(Batch {
            states: states.len(),
            counts: states.iter().map(|s| s.candidates.len()).collect(),
            tokens: Tensor::from_vec(tokens, size, device)?,
            kinds: Tensor::from_vec(kinds, size, device)?,
            mask: Tensor::from_vec(mask, size, device)?,
            state_of: row(state_of)?,
            templates: row(templates)?,
            priors: column(priors)?,
            pointers,
            pieces,
        })
    }
}

/// A state in numbers.
struct Encoded {
    ids: Vec<u32>,
    /// Number of tokens before the first hypothesis.
    target: usize,
    /// Where each hypothesis begins.
    places: Vec<Option<usize>>,
}

impl Encoded {
    fn new(state: &State, vocabulary: &Vocabulary, config: &Config) -> Encoded {
        let mut ids = vec![];
        // Tokens become several pieces, so places move.
        let mut moved = Vec::with_capacity(state.tokens.len());
        for token in &state.tokens {
            moved.push(ids.len());
            vocabulary.encode(token, &mut ids);
        }
        ids.truncate(config.positions);
        for id in &mut ids {
            *id = (*id).min(config.vocabulary as u32 - 1);
        }
        if ids.is_empty() {
            ids.push(0);
        }
        let place =
            |at: &Option<u32>| at.and_then(|at| moved.get(at as usize).copied()).filter(|at| *at < ids.len());
        let places: Vec<Option<usize>> = state.hypotheses.iter().map(place).collect();
        let target = places.iter().flatten().copied().min().unwrap_or(ids.len());
        Encoded { ids, target, places }
    }
}

/// What a batch should give.
pub(crate) struct Targets {
    /// For each state and candidate its place in the list of all candidates; the place after the last for padding.
    pub grid: Tensor,
    /// Widths of the grid.
    pub size: (usize, usize),
    /// Shares of the probability.
    pub shares: Tensor,
    /// Number of states that have any.
    pub with_policy: usize,
    /// Whether each state was closed, in a column.
    pub solved: Tensor,
    /// Logarithms of the steps, in a column.
    pub steps: Tensor,
}

impl Targets {
    pub(crate) fn new(examples: &[&Example], device: &Device) -> Result<Targets> {
        let width = examples.iter().map(|e| e.state.candidates.len()).max().unwrap_or(1).max(1);
        let all: usize = examples.iter().map(|e| e.state.candidates.len()).sum();
        let (mut grid, mut shares) = (vec![], vec![]);
        let (mut first, mut with_policy) = (0, 0);
        for e in examples {
            let sum: f32 = e.targets.iter().sum();
            with_policy += usize::from(sum > 0.0);
            for i in 0..width {
                let is_there = i < e.state.candidates.len() && !e.ignored.get(i).copied().unwrap_or(false);
                grid.push(if is_there { (first + i) as u32 } else { all as u32 });
                let share = e.targets.get(i).copied().unwrap_or(0.0);
                shares.push(if is_there && sum > 0.0 { share / sum } else { 0.0 });
            }
            first += e.state.candidates.len();
        }
        let n = examples.len();
        let column = |list: Vec<f32>| Tensor::from_vec(list, (n, 1), device);
        Ok(Targets {
            grid: Tensor::from_vec(grid, n * width, device)?,
            size: (n, width),
            shares: Tensor::from_vec(shares, (n, width), device)?,
            with_policy,
            solved: column(examples.iter().map(|e| f32::from(u8::from(e.solved))).collect())?,
            steps: column(examples.iter().map(|e| e.steps.max(0.0).ln_1p()).collect())?,
        })
    }
}
