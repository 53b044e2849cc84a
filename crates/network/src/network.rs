//! A trained network at work: candle's stock BERT with our heads.

use crate::batch::Batch;
use crate::config::Config;
use crate::input::State;
use crate::model::{Output, heads};
use crate::vocabulary::Vocabulary;
use candle_core::{DType, Device, Result, Tensor};
use candle_nn::VarBuilder;
use candle_transformers::models::bert::BertModel;
use std::collections::{BTreeMap, HashMap};
use std::fmt;

/// What a network says of a state.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// Logarithms of the candidates' probabilities.
    pub log_probs: Vec<f64>,
    /// Probability that the goal gets closed.
    pub probability: f64,
    /// Expected number of steps.
    pub steps: f64,
}

/// A network at work.
pub struct Network {
    config: Config,
    vocabulary: Vocabulary,
    bert: BertModel,
    weights: BTreeMap<String, Tensor>,
    device: Device,
}

impl fmt::Debug for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Network({} parameters)", self.config.parameters())
    }
}

impl Network {
    /// A network with these weights, whose names and shapes were checked.
    ///
    /// # Errors
    /// When a weight is missing.
    pub fn new(
        config: Config,
        vocabulary: Vocabulary,
        weights: BTreeMap<String, Tensor>,
        device: &Device,
    ) -> Result<Network> {
        let weights: BTreeMap<String, Tensor> = weights
            .into_iter()
            .map(|(name, t)| Ok((name, t.to_device(device)?.detach())))
            .collect::<Result<_>>()?;
        let map: HashMap<String, Tensor> = weights.iter().map(|(n, t)| (n.clone(), t.clone())).collect();
        let bert = BertModel::load(VarBuilder::from_tensors(map, DType::F32, device), &config.bert())?;
        Ok(Network { config, vocabulary, bert, weights, device: device.clone() })
    }

    /// Its size.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Its vocabulary.
    #[must_use]
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Its weights.
    #[must_use]
    pub fn weights(&self) -> &BTreeMap<String, Tensor> {
        &self.weights
    }

    /// The whole pass over a batch.
    ///
    /// # Errors
    /// When the device has no room.
    pub fn forward(&self, batch: &Batch) -> Result<Output> {
        let x = self.bert.forward(&batch.tokens, &batch.kinds, Some(&batch.mask))?;
        heads(&x, batch, &|name| {
            let found = self.weights.get(name).cloned();
            found.ok_or_else(|| candle_core::Error::Msg(format!("no variable {name}")))
        })
    }

    /// What it says of some states, each of which has a candidate.
    ///
    /// # Errors
    /// When the device has no room.
    pub fn score(&self, states: &[&State]) -> Result<Vec<Scores>> {
        if states.is_empty() {
            return Ok(vec![]);
        }
        let batch = Batch::new(states, &self.vocabulary, &self.config, &self.device)?;
        let out = self.forward(&batch)?;
        let (scores, values) = (out.scores.to_vec1::<f32>()?, out.value.to_vec2::<f32>()?);
        let mut rest = scores.as_slice();
        let mut all = Vec::with_capacity(states.len());
        for (count, value) in batch.counts.iter().zip(values) {
            let (own, after) = rest.split_at_checked(*count).unwrap_or((rest, &[]));
            rest = after;
            let (logit, steps) =
                (value.first().copied().unwrap_or(0.0), value.get(1).copied().unwrap_or(0.0));
            all.push(Scores {
                log_probs: log_softmax(own),
                probability: 1.0 / (1.0 + f64::from(-logit).exp()),
                steps: f64::from(steps).clamp(0.0, 12.0).exp_m1(),
            });
        }
        Ok(all)
    }
}

fn log_softmax(scores: &[f32]) -> Vec<f64> {
    let most = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let sum: f64 = scores.iter().map(|s| f64::from(s - most).exp()).sum();
    scores.iter().map(|s| f64::from(s - most) - sum.ln()).collect()
}
