//! `turnstile improve`, `status`, `resume`, `report`, `train`, `eval` and `suggest`.

mod args;
mod improve;
mod policies;
mod suggest;

pub use args::{EvalArgs, ImproveArgs, ReportArgs, ResumeArgs, StatusArgs, SuggestArgs, TrainArgs};
pub use improve::{improve, report, resume, status};
pub use policies::{eval, train};
pub use suggest::suggest;
