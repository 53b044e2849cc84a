//! Networks as files. A file is data: names, shapes and values are checked before anything is computed with them.

use crate::config::Config;
use crate::network::Network;
use crate::vocabulary::Vocabulary;
use candle_core::{DType, Device, Tensor};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::Write;
use std::path::Path;

/// Bytes of weights that are read at most.
const MOST: usize = 256 << 20;

/// Why a file is not a network.
#[derive(Debug, thiserror::Error)]
pub enum WeightsError {
    /// It cannot be read or written.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// The description is not one.
    #[error("the description of the network is faulty: {0}")]
    Description(String),
    /// The weights are not those of the description.
    #[error("the weights are faulty: {0}")]
    Weights(String),
}

/// The description of a network, beside its weights.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Description {
    pub(crate) config: Config,
    pub(crate) vocabulary: Vocabulary,
}

/// Reads a network from its description and its weights.
///
/// # Errors
/// When one of them is faulty, or they do not fit.
pub fn read_network(description: &[u8], weights: &[u8], device: &Device) -> Result<Network, WeightsError> {
    let description = read_description(description)?;
    let tensors = read_tensors(weights, Some(&description.config.shapes()))?;
    Network::new(description.config, description.vocabulary, tensors, device)
        .map_err(|e| WeightsError::Weights(e.to_string()))
}

pub(crate) fn read_description(text: &[u8]) -> Result<Description, WeightsError> {
    let faulty = |why: String| WeightsError::Description(why);
    let d: Description = serde_json::from_slice(text).map_err(|e| faulty(e.to_string()))?;
    if !d.config.is_sound() {
        return Err(faulty("its sizes are out of range".to_owned()));
    }
    if !d.vocabulary.is_sound() {
        return Err(faulty("its vocabulary lacks tokens that every state needs".to_owned()));
    }
    if (d.vocabulary.len(), d.vocabulary.templates()) != (d.config.vocabulary, d.config.templates) {
        return Err(faulty("vocabulary and sizes differ".to_owned()));
    }
    Ok(d)
}

/// Reads tensors; if shapes are given, they must be these, of finite numbers.
pub(crate) fn read_tensors(
    bytes: &[u8],
    shapes: Option<&[(String, Vec<usize>)]>,
) -> Result<BTreeMap<String, Tensor>, WeightsError> {
    let faulty = |why: String| WeightsError::Weights(why);
    if bytes.len() > MOST {
        return Err(faulty(format!("{} MiB are too many", bytes.len() >> 20)));
    }
    let loaded: HashMap<String, Tensor> = candle_core::safetensors::load_buffer(bytes, &Device::Cpu)
        .map_err(|e| faulty(format!("not a safetensors file: {e}")))?;
    let loaded: BTreeMap<String, Tensor> = loaded.into_iter().collect();
    let Some(shapes) = shapes else { return Ok(loaded) };
    for (name, shape) in shapes {
        let t = loaded.get(name).ok_or_else(|| faulty(format!("{name} is missing")))?;
        if t.dims() != shape.as_slice() || t.dtype() != DType::F32 {
            return Err(faulty(format!("{name} is {:?} of {:?}, not {shape:?} of F32", t.dims(), t.dtype())));
        }
        let sum = t.abs().and_then(|t| t.sum_all()).and_then(|t| t.to_scalar::<f32>());
        if !sum.is_ok_and(f32::is_finite) {
            return Err(faulty(format!("{name} holds numbers that are none")));
        }
    }
    if let Some(name) = loaded.keys().find(|n| !shapes.iter().any(|(known, _)| known == *n)) {
        return Err(faulty(format!("{name} is no weight of this network")));
    }
    Ok(loaded)
}

/// The names of the files of a network in a folder: its description and its weights.
pub(crate) const FILES: [&str; 2] = ["network.json", "weights.safetensors"];

/// Writes a network into a folder: `network.json` and `weights.safetensors`.
///
/// # Errors
/// When the folder cannot be written.
pub fn write_network(
    folder: &Path,
    config: &Config,
    vocabulary: &Vocabulary,
    weights: &BTreeMap<String, Tensor>,
) -> Result<(), WeightsError> {
    fs::create_dir_all(folder)?;
    let description = Description { config: *config, vocabulary: vocabulary.clone() };
    let text = serde_json::to_string(&description).map_err(|e| WeightsError::Description(e.to_string()))?;
    write_atomically(&folder.join(FILES[0]), text.as_bytes())?;
    write_tensors(&folder.join(FILES[1]), weights)
}

pub(crate) fn write_tensors(path: &Path, tensors: &BTreeMap<String, Tensor>) -> Result<(), WeightsError> {
    let map: HashMap<String, Tensor> = tensors.iter().map(|(n, t)| (n.clone(), t.clone())).collect();
    let part = path.with_extension("part");
    candle_core::safetensors::save(&map, &part).map_err(|e| WeightsError::Weights(e.to_string()))?;
    File::open(&part)?.sync_all()?;
    fs::rename(&part, path)?;
    Ok(())
}

/// Writes a file so that after a crash there is the old one or the new one.
///
/// # Errors
/// When it cannot be written.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let part = path.with_extension("part");
    let mut file = File::create(&part)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&part, path)
}
