//! Training: warm-up and cosine, clipping, early stopping on held-out theorems, checkpoints.

use crate::adamw::AdamW;
use crate::batch::{Batch, Targets};
use crate::config::Config;
use crate::input::{Example, State};
use crate::model::Model;
use crate::network::Network;
use crate::rng::Rng;
use crate::vocabulary::Vocabulary;
use crate::weights::{
    WeightsError, read_description, read_tensors, write_atomically, write_network, write_tensors,
};
use candle_core::{Device, Tensor};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::Instant;

/// How to train.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct TrainSettings {
    /// Passes over the data at most.
    pub epochs: usize,
    /// States for one step.
    pub batch: usize,
    /// The highest learning rate.
    pub rate: f64,
    /// Share of the steps in which the rate rises.
    pub warm_up: f64,
    /// Length that gradients are scaled down to.
    pub clip: f64,
    /// Weight decay.
    pub decay: f64,
    /// Passes without a better loss on what is held out, after which training ends.
    pub patience: usize,
    /// One theorem of so many is held out.
    pub held_out: u64,
    /// Start of the random numbers.
    pub seed: u64,
    /// Seconds after which no pass is begun.
    pub seconds: f64,
}

impl Default for TrainSettings {
    fn default() -> Self {
        TrainSettings {
            epochs: 12,
            batch: 16,
            rate: 1e-3,
            warm_up: 0.1,
            clip: 1.0,
            decay: 0.01,
            patience: 3,
            held_out: 8,
            seed: 0,
            seconds: 1e9,
        }
    }
}

/// What a pass over the data brought.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Epoch {
    /// Its number, from 1.
    pub epoch: usize,
    /// Mean loss of its steps.
    pub loss: f64,
    /// Loss on what is held out, afterwards; of the candidates alone.
    pub held_out: f64,
    /// Share of the held-out states on which the first candidate is right.
    pub top1: f64,
    /// Seconds so far.
    pub seconds: f64,
}

/// What a training brought.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// The passes.
    pub epochs: Vec<Epoch>,
    /// Number of the pass whose weights were kept.
    pub best: usize,
    /// States learned from, and states held out.
    pub examples: [usize; 2],
    /// Share of the held-out states on which the first candidate of the priors is right.
    pub prior_top1: f64,
    /// Parameters of the network.
    pub parameters: usize,
}

/// What a training says of itself on the way.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// Steps made, and steps there will be at most.
    pub steps: [usize; 2],
    /// Loss of the last steps, smoothed.
    pub loss: f64,
    /// Seconds left, if all passes are made.
    pub seconds_left: f64,
}

/// Why there is no network.
#[derive(Debug, thiserror::Error)]
pub enum TrainError {
    /// There is nothing to learn.
    #[error("there are no examples with a right candidate, or none are left when some are held out")]
    NothingToLearn,
    /// It was stopped from outside; a checkpoint is there.
    #[error("stopped")]
    Stopped,
    /// Files.
    #[error(transparent)]
    Files(#[from] WeightsError),
    /// The computation failed.
    #[error("the computation failed: {0}")]
    Computation(#[from] candle_core::Error),
}

/// Where a training was when it was saved.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Checkpoint {
    settings: TrainSettings,
    examples: usize,
    epochs: Vec<Epoch>,
    step: usize,
    best: usize,
}

/// Trains a network on `examples`, into the folder `out`. With `resume`, goes on from the checkpoint there, if that is of
/// the same data and settings. `watch` is called after each step; when it says `false` the training ends at the last checkpoint.
///
/// # Errors
/// When there is nothing to learn, or files or computations fail.
pub fn train(
    examples: &[Example],
    out: &Path,
    settings: &TrainSettings,
    resume: bool,
    device: &Device,
    watch: &mut dyn FnMut(&Progress) -> bool,
) -> Result<Summary, TrainError> {
    let useful = |e: &&Example| !e.state.candidates.is_empty();
    let is_out = |e: &Example| hash(&e.theorem, settings.seed).is_multiple_of(settings.held_out.max(2));
    let learn: Vec<&Example> = examples.iter().filter(useful).filter(|e| !is_out(e)).collect();
    let test: Vec<&Example> = examples.iter().filter(useful).filter(|e| is_out(e)).collect();
    let has_right = |e: &&&Example| e.targets.iter().any(|t| *t > 0.0);
    if learn.iter().filter(has_right).count() == 0 || test.iter().filter(has_right).count() == 0 {
        return Err(TrainError::NothingToLearn);
    }
    fs::create_dir_all(out).map_err(WeightsError::from)?;
    let saved = if resume { load(out, settings, examples.len(), device)? } else { None };
    let (vocabulary, model, mut optimiser, mut state) = match saved {
        Some(saved) => saved,
        None => begin(&learn, settings, examples.len(), device)?,
    };
    let config = model.config;
    let per_epoch = learn.len().div_ceil(settings.batch.max(1));
    let all = per_epoch * settings.epochs;
    let start = Instant::now();
    let before = state.epochs.last().map_or(0.0, |e| e.seconds);
    let mut running = state.epochs.last().map_or(0.0, |e| e.loss);
    for epoch in state.epochs.len() + 1..=settings.epochs {
        let late = state.epochs.len() >= state.best + settings.patience;
        if late || (epoch > 1 && before + start.elapsed().as_secs_f64() > settings.seconds) {
            break;
        }
        let mut order: Vec<&Example> = learn.clone();
        Rng::new(settings.seed ^ ((epoch as u64) << 32)).shuffle(&mut order);
        let mut sum = 0.0;
        for chunk in order.chunks(settings.batch.max(1)) {
            let states: Vec<&State> = chunk.iter().map(|e| &e.state).collect();
            let batch = Batch::new(&states, &vocabulary, &config, device)?;
            let (loss, _) = model.loss(&batch, &Targets::new(chunk, device)?)?;
            let value = f64::from(loss.to_scalar::<f32>()?);
            sum += value;
            running = if running == 0.0 { value } else { 0.95 * running + 0.05 * value };
            let rate = rate(settings, optimiser.step, all);
            optimiser.update(&model.vars, &loss.backward()?, rate, settings.clip)?;
            let left = all.saturating_sub(optimiser.step) as f64;
            let done = (optimiser.step.saturating_sub(state.step)).max(1) as f64;
            let seconds_left = start.elapsed().as_secs_f64() / done * left;
            if !watch(&Progress { steps: [optimiser.step, all], loss: running, seconds_left }) {
                return Err(TrainError::Stopped);
            }
        }
        let (held_out, top1) = judge(&model, &vocabulary, &test, device)?;
        let seconds = before + start.elapsed().as_secs_f64();
        let loss = sum / per_epoch.max(1) as f64;
        let best = state.epochs.iter().map(|e| e.held_out).fold(f64::INFINITY, f64::min);
        state.epochs.push(Epoch { epoch, loss, held_out, top1, seconds });
        if held_out < best {
            state.best = epoch;
            write_network(out, &config, &vocabulary, &model.tensors())?;
        }
        save(out, &vocabulary, &model, &optimiser, &mut state)?;
    }
    Ok(Summary {
        best: state.best,
        epochs: state.epochs,
        examples: [learn.len(), test.len()],
        prior_top1: prior_top1(&test),
        parameters: config.parameters(),
    })
}

type Saved = (Vocabulary, Model, AdamW, Checkpoint);

fn begin(
    learn: &[&Example],
    settings: &TrainSettings,
    examples: usize,
    device: &Device,
) -> Result<Saved, TrainError> {
    let tokens = learn.iter().flat_map(|e| e.state.tokens.iter().map(String::as_str));
    let templates = learn.iter().flat_map(|e| e.state.candidates.iter().map(|c| c.template.as_str()));
    let vocabulary = Vocabulary::learn(tokens, templates, 2, 3600);
    let config = Config::small(vocabulary.len(), vocabulary.templates());
    let model = Model::random(config, settings.seed, device)?;
    let state = Checkpoint { settings: settings.clone(), examples, epochs: vec![], step: 0, best: 0 };
    Ok((vocabulary, model, AdamW::new(settings.decay), state))
}

/// The rate rises for a while, and falls like a cosine.
fn rate(settings: &TrainSettings, step: usize, all: usize) -> f64 {
    let warm = (settings.warm_up * all as f64).max(1.0);
    let step = step as f64 + 1.0;
    if step < warm {
        return settings.rate * step / warm;
    }
    let share = ((step - warm) / (all as f64 - warm).max(1.0)).min(1.0);
    settings.rate * (0.05 + 0.95 * 0.5 * (1.0 + (std::f64::consts::PI * share).cos()))
}

/// Mean loss about candidates, and the share of states whose first candidate is right.
fn judge(
    model: &Model,
    vocabulary: &Vocabulary,
    test: &[&Example],
    device: &Device,
) -> Result<(f64, f64), TrainError> {
    let network = Network::new(model.config, vocabulary.clone(), model.tensors(), device)?;
    let (mut loss, mut hits, mut n) = (0.0, 0, 0);
    for chunk in test.chunks(16) {
        let states: Vec<&State> = chunk.iter().map(|e| &e.state).collect();
        for (scores, e) in network.score(&states)?.iter().zip(chunk) {
            let sum: f32 = e.targets.iter().sum();
            if sum <= 0.0 {
                continue;
            }
            n += 1;
            let shares = e.targets.iter().map(|t| f64::from(t / sum));
            loss -= scores.log_probs.iter().zip(shares).map(|(l, s)| l * s).sum::<f64>();
            hits += usize::from(is_hit(e, &scores.log_probs));
        }
    }
    Ok((loss / n.max(1) as f64, hits as f64 / n.max(1) as f64))
}

/// Whether the candidate with the highest score is right.
fn is_hit(e: &Example, scores: &[f64]) -> bool {
    let best = scores.iter().enumerate().reduce(|a, b| if b.1 > a.1 { b } else { a });
    best.is_some_and(|(i, _)| e.targets.get(i).is_some_and(|t| *t > 0.0))
}

fn prior_top1(test: &[&Example]) -> f64 {
    let with: Vec<&&Example> = test.iter().filter(|e| e.targets.iter().any(|t| *t > 0.0)).collect();
    let prior = |e: &Example| e.state.candidates.iter().map(|c| f64::from(c.prior)).collect::<Vec<f64>>();
    let hits = with.iter().filter(|e| is_hit(e, &prior(e))).count();
    hits as f64 / with.len().max(1) as f64
}

/// A hash that is the same everywhere (FNV-1a).
fn hash(text: &str, seed: u64) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325 ^ seed;
    let h = text.bytes().fold(start, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    h ^ (h >> 32)
}

const CHECKPOINT: &str = "checkpoint.json";
const LAST: &str = "checkpoint.safetensors";

fn save(
    out: &Path,
    vocabulary: &Vocabulary,
    model: &Model,
    optimiser: &AdamW,
    state: &mut Checkpoint,
) -> Result<(), TrainError> {
    state.step = optimiser.step;
    let mut tensors = model.tensors();
    for (name, (m, v)) in &optimiser.moments {
        tensors.insert(format!("first.{name}"), m.clone());
        tensors.insert(format!("second.{name}"), v.clone());
    }
    write_tensors(&out.join(LAST), &tensors)?;
    let description = crate::weights::Description { config: model.config, vocabulary: vocabulary.clone() };
    let text = serde_json::to_string(&(state, description));
    let text = text.map_err(|e| WeightsError::Description(e.to_string()))?;
    // Written last: a checkpoint counts when this is there.
    Ok(write_atomically(&out.join(CHECKPOINT), text.as_bytes()).map_err(WeightsError::from)?)
}

/// The checkpoint in a folder, if there is one of the same data and settings.
fn load(
    out: &Path,
    settings: &TrainSettings,
    examples: usize,
    device: &Device,
) -> Result<Option<Saved>, TrainError> {
    let (Ok(text), Ok(bytes)) = (fs::read(out.join(CHECKPOINT)), fs::read(out.join(LAST))) else {
        return Ok(None);
    };
    let faulty = |e: serde_json::Error| WeightsError::Description(e.to_string());
    let (state, description): (Checkpoint, serde_json::Value) =
        serde_json::from_slice(&text).map_err(faulty)?;
    let same = TrainSettings { seconds: settings.seconds, ..state.settings.clone() };
    if same != *settings || state.examples != examples {
        return Ok(None);
    }
    let description = read_description(description.to_string().as_bytes())?;
    let tensors = read_tensors(&bytes, None)?;
    let shapes = description.config.shapes();
    let mut weights = BTreeMap::new();
    let mut optimiser = AdamW::new(settings.decay);
    optimiser.step = state.step;
    for (name, shape) in &shapes {
        let of = |prefix: &str| -> Option<Tensor> {
            tensors.get(&format!("{prefix}{name}")).filter(|t| t.dims() == shape.as_slice()).cloned()
        };
        let Some(w) = of("") else { return Ok(None) };
        weights.insert(name.clone(), w);
        if let (Some(m), Some(v)) = (of("first."), of("second.")) {
            optimiser.moments.insert(name.clone(), (m.to_device(device)?, v.to_device(device)?));
        }
    }
    let model = Model::from_tensors(description.config, &weights, device)?;
    Ok(Some((description.vocabulary, model, optimiser, state)))
}
