//! The forward pass with gradients, and the heads that both passes share.

use crate::batch::{Batch, Targets};
use crate::config::{Config, EPSILON};
use crate::rng::Rng;
use candle_core::{D, DType, Device, Result, Tensor, Var};
use candle_nn::ops::{log_softmax, softmax};
use std::collections::BTreeMap;

/// What comes out.
#[derive(Clone, Debug)]
pub struct Output {
    /// A score for each candidate of the batch, in one list; to be normalised for each state.
    pub scores: Tensor,
    /// For each state the logit of being closed, and the expected logarithm of one more than the steps.
    pub value: Tensor,
}

/// A network that can be trained: its variables by name, the names those of candle's BERT.
#[derive(Clone, Debug)]
pub struct Model {
    /// Its size.
    pub config: Config,
    /// Its variables; the order is that of the names.
    pub vars: BTreeMap<String, Var>,
    device: Device,
}

impl Model {
    /// A network with random weights, the same for the same seed.
    ///
    /// # Errors
    /// When the device has no room.
    pub fn random(config: Config, seed: u64, device: &Device) -> Result<Model> {
        let mut rng = Rng::new(seed);
        let mut vars = BTreeMap::new();
        for (name, shape) in config.shapes() {
            let count: usize = shape.iter().product();
            let values: Vec<f32> = if name.ends_with("LayerNorm.weight") || name == "head.prior" {
                vec![1.0; count]
            } else if name.ends_with("bias") {
                vec![0.0; count]
            } else {
                (0..count).map(|_| (0.05 * rng.normal()) as f32).collect()
            };
            vars.insert(name, Var::from_tensor(&Tensor::from_vec(values, shape, device)?)?);
        }
        Ok(Model { config, vars, device: device.clone() })
    }

    /// A network with these weights, whose names and shapes were checked.
    ///
    /// # Errors
    /// When the device has no room.
    pub fn from_tensors(
        config: Config,
        tensors: &BTreeMap<String, Tensor>,
        device: &Device,
    ) -> Result<Model> {
        let vars = tensors
            .iter()
            .map(|(name, t)| Ok((name.clone(), Var::from_tensor(&t.to_device(device)?)?)))
            .collect::<Result<_>>()?;
        Ok(Model { config, vars, device: device.clone() })
    }

    /// Where it is computed.
    #[must_use]
    pub fn device(&self) -> &Device {
        &self.device
    }

    /// The weights.
    #[must_use]
    pub fn tensors(&self) -> BTreeMap<String, Tensor> {
        self.vars.iter().map(|(name, var)| (name.clone(), var.as_tensor().clone())).collect()
    }

    fn var(&self, name: &str) -> Result<&Tensor> {
        let var =
            self.vars.get(name).ok_or_else(|| candle_core::Error::Msg(format!("no variable {name}")))?;
        Ok(var.as_tensor())
    }

    fn linear(&self, name: &str, x: &Tensor) -> Result<Tensor> {
        affine(x, self.var(&format!("{name}.weight"))?, self.var(&format!("{name}.bias"))?)
    }

    fn layer_norm(&self, name: &str, x: &Tensor) -> Result<Tensor> {
        let x = x.broadcast_sub(&x.mean_keepdim(D::Minus1)?)?;
        let variance = x.sqr()?.mean_keepdim(D::Minus1)?;
        let x = x.broadcast_div(&(variance + EPSILON)?.sqrt()?)?;
        x.broadcast_mul(self.var(&format!("{name}.weight"))?)?
            .broadcast_add(self.var(&format!("{name}.bias"))?)
    }

    /// BERT's encoder, from operations that have gradients.
    fn encode(&self, batch: &Batch) -> Result<Tensor> {
        let (states, length) = batch.tokens.dims2()?;
        let d = self.config.width;
        let select = |name: &str, ids: &Tensor| self.var(name)?.index_select(&ids.flatten_all()?, 0);
        let words = select("embeddings.word_embeddings.weight", &batch.tokens)?;
        let kinds = select("embeddings.token_type_embeddings.weight", &batch.kinds)?;
        let positions = self.var("embeddings.position_embeddings.weight")?.narrow(0, 0, length)?;
        let x = (words + kinds)?.reshape((states, length, d))?.broadcast_add(&positions)?;
        let mut x = self.layer_norm("embeddings.LayerNorm", &x)?;
        let heads = self.config.heads;
        let split = |x: Tensor| x.reshape((states, length, heads, d / heads))?.transpose(1, 2)?.contiguous();
        let mask = batch.mask.to_dtype(DType::F32)?.reshape((states, 1, 1, length))?;
        let mask = ((mask - 1.0)? * 1e9)?;
        for i in 0..self.config.layers {
            let layer = format!("encoder.layer.{i}");
            let part = |name: &str| split(self.linear(&format!("{layer}.attention.self.{name}"), &x)?);
            let (query, key, value) = (part("query")?, part("key")?, part("value")?);
            let weights = (query.matmul(&key.t()?)? / ((d / heads) as f64).sqrt())?;
            let weights = softmax(&weights.broadcast_add(&mask)?, D::Minus1)?;
            let mixed =
                weights.matmul(&value)?.transpose(1, 2)?.contiguous()?.reshape((states, length, d))?;
            let mixed = self.linear(&format!("{layer}.attention.output.dense"), &mixed)?;
            x = self.layer_norm(&format!("{layer}.attention.output.LayerNorm"), &(mixed + x)?)?;
            let inner = self.linear(&format!("{layer}.intermediate.dense"), &x)?.relu()?;
            let inner = self.linear(&format!("{layer}.output.dense"), &inner)?;
            x = self.layer_norm(&format!("{layer}.output.LayerNorm"), &(inner + x)?)?;
        }
        Ok(x)
    }

    /// The whole pass, with gradients.
    ///
    /// # Errors
    /// When the device has no room.
    pub fn forward(&self, batch: &Batch) -> Result<Output> {
        heads(&self.encode(batch)?, batch, &|name| self.var(name).cloned())
    }

    /// The loss of a batch, and of that the part that is about candidates (mean over the states that have any).
    ///
    /// # Errors
    /// When the device has no room.
    pub(crate) fn loss(&self, batch: &Batch, targets: &Targets) -> Result<(Tensor, f32)> {
        let out = self.forward(batch)?;
        let nothing = Tensor::full(-1e9f32, 1, &self.device)?;
        let scores = Tensor::cat(&[&out.scores, &nothing], 0)?;
        let grid = scores.index_select(&targets.grid, 0)?.reshape(targets.size)?;
        let logs = log_softmax(&grid, D::Minus1)?;
        // A share of zero takes the logarithm of the padding away as well, which is finite.
        let policy = (logs * &targets.shares)?.sum_all()?.neg()?;
        let policy = (policy / targets.with_policy.max(1) as f64)?;
        let logit = out.value.narrow(1, 0, 1)?;
        // -ln(sigmoid) without overflow: max(x, 0) - x y + ln(1 + exp(-|x|)).
        let closed = (logit.relu()? - (&logit * &targets.solved)?)?;
        let closed = (closed + (logit.abs()?.neg()?.exp()? + 1.0)?.log()?)?.mean_all()?;
        let steps = (out.value.narrow(1, 1, 1)? - &targets.steps)?.sqr()?;
        let steps = (steps * &targets.solved)?.mean_all()?;
        let part = policy.to_scalar::<f32>()?;
        Ok(((policy + (closed * 0.5)? + (steps * 0.1)?)?, part))
    }
}

fn affine(x: &Tensor, weight: &Tensor, bias: &Tensor) -> Result<Tensor> {
    let shape = x.dims().to_vec();
    let (rows, last) = (shape.iter().rev().skip(1).product::<usize>(), weight.dim(0)?);
    let y = x.reshape((rows, weight.dim(1)?))?.matmul(&weight.t()?)?.broadcast_add(bias)?;
    let mut shape = shape;
    if let Some(end) = shape.last_mut() {
        *end = last;
    }
    y.reshape(shape)
}

/// Scores and values from the encoded tokens.
pub(crate) fn heads(x: &Tensor, batch: &Batch, var: &dyn Fn(&str) -> Result<Tensor>) -> Result<Output> {
    let linear =
        |name: &str, x: &Tensor| affine(x, &var(&format!("{name}.weight"))?, &var(&format!("{name}.bias"))?);
    let (states, length, d) = x.dims3()?;
    let state = x.narrow(1, 0, 1)?.reshape((states, d))?.contiguous()?;
    let mut candidates = var("head.template")?.index_select(&batch.templates, 0)?;
    if let Some((from, to)) = &batch.pointers {
        let places = x.reshape((states * length, d))?.index_select(to, 0)?;
        candidates = candidates.index_add(from, &linear("head.pointer", &places)?, 0)?;
    }
    if let Some((of, ids, weights)) = &batch.pieces {
        let words = var("embeddings.word_embeddings.weight")?.index_select(ids, 0)?;
        let words = linear("head.piece", &words)?.broadcast_mul(weights)?;
        candidates = candidates.index_add(of, &words, 0)?;
    }
    let own = state.index_select(&batch.state_of, 0)?;
    let both = (&own * &candidates)?;
    let all = Tensor::cat(&[&own, &candidates, &both, &batch.priors], 1)?;
    let scores = linear("head.score_out", &linear("head.score", &all)?.relu()?)?;
    let scores = (scores + batch.priors.broadcast_mul(&var("head.prior")?)?)?.flatten_all()?;
    let value = linear("head.value_out", &linear("head.value", &state)?.relu()?)?;
    Ok(Output { scores, value })
}
