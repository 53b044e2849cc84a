//! The optimiser, with moments that can be saved: a training that was stopped goes on as if it had not been.

use candle_core::backprop::GradStore;
use candle_core::{Result, Tensor, Var};
use std::collections::BTreeMap;

/// Adam with decoupled weight decay (Loshchilov and Hutter, *Decoupled weight decay regularization*, ICLR 2019).
#[derive(Clone, Debug)]
pub struct AdamW {
    /// Steps made.
    pub step: usize,
    /// Means of the gradients and of their squares, by variable.
    pub moments: BTreeMap<String, (Tensor, Tensor)>,
    /// Weight decay; of matrices that are no embeddings.
    pub decay: f64,
}

const BETA: (f64, f64) = (0.9, 0.99);

impl AdamW {
    /// An optimiser that has not seen any gradient.
    #[must_use]
    pub fn new(decay: f64) -> AdamW {
        AdamW { step: 0, moments: BTreeMap::new(), decay }
    }

    /// One step against the gradients, which are scaled down to `clip` if all together are longer. Gives their length.
    ///
    /// # Errors
    /// When the device has no room.
    pub fn update(
        &mut self,
        vars: &BTreeMap<String, Var>,
        grads: &GradStore,
        rate: f64,
        clip: f64,
    ) -> Result<f64> {
        let mut sum = 0.0;
        for var in vars.values() {
            if let Some(g) = grads.get(var) {
                sum += f64::from(g.sqr()?.sum_all()?.to_scalar::<f32>()?);
            }
        }
        let norm = sum.sqrt();
        if !norm.is_finite() {
            // A step that nobody can make is left out.
            return Ok(norm);
        }
        let scale = if norm > clip { clip / norm } else { 1.0 };
        self.step += 1;
        let correct = |beta: f64| 1.0 - beta.powi(self.step.min(100_000) as i32);
        let (first, second) = (correct(BETA.0), correct(BETA.1));
        for (name, var) in vars {
            let Some(g) = grads.get(var) else { continue };
            let g = (g.detach() * scale)?;
            let (m, v) = match self.moments.get(name) {
                Some((m, v)) => (
                    ((m * BETA.0)? + (&g * (1.0 - BETA.0))?)?,
                    ((v * BETA.1)? + (g.sqr()? * (1.0 - BETA.1))?)?,
                ),
                None => ((&g * (1.0 - BETA.0))?, (g.sqr()? * (1.0 - BETA.1))?),
            };
            let direction = ((&m / first)? / ((&v / second)?.sqrt()? + 1e-8)?)?;
            let decays = var.rank() > 1 && !name.starts_with("embeddings") && name != "head.template";
            let old = var.as_tensor().detach();
            let kept = if decays { (old * (1.0 - rate * self.decay))? } else { old };
            var.set(&(kept - (direction * rate)?)?)?;
            self.moments.insert(name.clone(), (m, v));
        }
        Ok(norm)
    }
}
