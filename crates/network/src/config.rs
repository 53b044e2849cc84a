//! The size of a network.

use candle_transformers::models::bert::{Config as Bert, HiddenAct, PositionEmbeddingType};
use serde::{Deserialize, Serialize};

/// The size of a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Width of a token's vector.
    pub width: usize,
    /// Number of layers.
    pub layers: usize,
    /// Attention heads; they divide the width.
    pub heads: usize,
    /// Width of the inner layer of each block.
    pub inner: usize,
    /// Tokens of a state at most.
    pub positions: usize,
    /// Tokens there are.
    pub vocabulary: usize,
    /// Tactics with options there are; the first stands for all others.
    pub templates: usize,
}

impl Config {
    /// The size that the project trains.
    #[must_use]
    pub fn small(vocabulary: usize, templates: usize) -> Config {
        Config { width: 128, layers: 4, heads: 4, inner: 512, positions: 192, vocabulary, templates }
    }

    /// Whether the numbers fit together and are not absurd: a file may say anything.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let within = |n: usize, most: usize| n > 0 && n <= most;
        within(self.width, 1024)
            && within(self.layers, 24)
            && within(self.heads, 64)
            && self.width.is_multiple_of(self.heads)
            && within(self.inner, 8192)
            && within(self.positions, 4096)
            && within(self.vocabulary, 100_000)
            && within(self.templates, 10_000)
    }

    /// The same for candle's BERT.
    pub(crate) fn bert(&self) -> Bert {
        Bert {
            vocab_size: self.vocabulary,
            hidden_size: self.width,
            num_hidden_layers: self.layers,
            num_attention_heads: self.heads,
            intermediate_size: self.inner,
            hidden_act: HiddenAct::Relu,
            hidden_dropout_prob: 0.0,
            max_position_embeddings: self.positions,
            type_vocab_size: 2,
            initializer_range: 0.02,
            layer_norm_eps: EPSILON,
            pad_token_id: 0,
            position_embedding_type: PositionEmbeddingType::Absolute,
            use_cache: false,
            classifier_dropout: None,
            model_type: None,
        }
    }

    /// Names and shapes of all variables, sorted by name.
    #[must_use]
    pub fn shapes(&self) -> Vec<(String, Vec<usize>)> {
        let d = self.width;
        let mut out = vec![
            ("embeddings.word_embeddings.weight".to_owned(), vec![self.vocabulary, d]),
            ("embeddings.position_embeddings.weight".to_owned(), vec![self.positions, d]),
            ("embeddings.token_type_embeddings.weight".to_owned(), vec![2, d]),
            ("embeddings.LayerNorm.weight".to_owned(), vec![d]),
            ("embeddings.LayerNorm.bias".to_owned(), vec![d]),
            ("head.template".to_owned(), vec![self.templates, d]),
            ("head.prior".to_owned(), vec![1]),
        ];
        let mut linear = |name: String, from: usize, to: usize| {
            out.push((format!("{name}.weight"), vec![to, from]));
            out.push((format!("{name}.bias"), vec![to]));
        };
        for i in 0..self.layers {
            let layer = format!("encoder.layer.{i}");
            for part in ["query", "key", "value"] {
                linear(format!("{layer}.attention.self.{part}"), d, d);
            }
            linear(format!("{layer}.attention.output.dense"), d, d);
            linear(format!("{layer}.intermediate.dense"), d, self.inner);
            linear(format!("{layer}.output.dense"), self.inner, d);
        }
        linear("head.pointer".to_owned(), d, d);
        linear("head.piece".to_owned(), d, d);
        linear("head.score".to_owned(), 3 * d + 1, d);
        linear("head.score_out".to_owned(), d, 1);
        linear("head.value".to_owned(), d, d);
        linear("head.value_out".to_owned(), d, 2);
        for i in 0..self.layers {
            for part in ["attention.output", "output"] {
                for name in ["weight", "bias"] {
                    out.push((format!("encoder.layer.{i}.{part}.LayerNorm.{name}"), vec![d]));
                }
            }
        }
        out.sort();
        out
    }

    /// Number of parameters.
    #[must_use]
    pub fn parameters(&self) -> usize {
        self.shapes().iter().map(|(_, shape)| shape.iter().product::<usize>()).sum()
    }
}

/// Added to variances, so that nothing is divided by zero.
pub(crate) const EPSILON: f64 = 1e-5;
