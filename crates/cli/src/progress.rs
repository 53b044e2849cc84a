//! A live line for each worker, on a terminal only.

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::Duration;
use turnstile::{Progress, TheoremReport};

/// The display.
pub struct Live {
    all: MultiProgress,
    workers: Vec<ProgressBar>,
}

impl Live {
    /// A display for this many workers; hidden where the standard error is no terminal.
    pub fn new(workers: usize) -> Self {
        // The draw target for the standard error hides itself where that is no terminal.
        let all = MultiProgress::with_draw_target(ProgressDrawTarget::stderr());
        let style = ProgressStyle::with_template("{spinner} {elapsed:>4} {pos:>8} {wide_msg}")
            .unwrap_or_else(|_| ProgressStyle::default_spinner());
        let workers =
            (0..workers).map(|_| all.add(ProgressBar::new_spinner().with_style(style.clone()))).collect();
        Live { all, workers }
    }

    /// Takes the display away.
    pub fn clear(&self) {
        for bar in &self.workers {
            bar.finish_and_clear();
        }
        // A display that cannot be cleared does no harm.
        let _ = self.all.clear();
    }
}

impl Progress for Live {
    fn started(&self, worker: usize, theorem: &str) {
        if let Some(bar) = self.workers.get(worker) {
            bar.reset();
            bar.enable_steady_tick(Duration::from_millis(100));
            bar.set_message(theorem.to_owned());
        }
    }

    fn advanced(&self, worker: usize, expansions: u64) {
        if let Some(bar) = self.workers.get(worker) {
            bar.set_position(expansions);
        }
    }

    fn finished(&self, worker: usize, report: &TheoremReport) {
        if let Some(bar) = self.workers.get(worker) {
            bar.set_message(format!("{} {}", report.name, report.status.label()));
        }
    }
}
