//! A small transformer that reads a goal once and scores all its candidates in one pass, and its training.
//!
//! Invariant: it knows text and numbers, nothing of proofs; a wrong score can only waste time. What it learns with is a
//! forward pass whose every operation has a gradient ([`Model`]); what it serves with is candle's stock BERT on the same
//! weights ([`Network`]), whose fused layer norm silently has none. Start reading at [`State`], then [`Model`].

mod adamw;
mod batch;
mod config;
mod input;
mod model;
mod network;
mod rng;
mod service;
mod train;
mod vocabulary;
mod weights;

pub use adamw::AdamW;
pub use batch::Batch;
pub use config::Config;
pub use input::{Argument, Candidate, Example, State};
pub use model::{Model, Output};
pub use network::{Network, Scores};
pub use service::Service;
pub use train::{Epoch, Progress, Summary, TrainError, TrainSettings, train};
pub use vocabulary::Vocabulary;
/// Where networks are computed: a graphics card, if the program was built for one and there is one.
#[must_use]
pub fn device() -> candle_core::Device {
    candle_core::Device::cuda_if_available(0).unwrap_or(candle_core::Device::Cpu)
}

pub use weights::WeightsError;
pub use weights::{read_network, write_atomically, write_network};
