//! Learning from searches: what they did as [`Sample`]s, policies that were learned, and statements told apart up to names.
//!
//! A [`Recorder`] collects; the caller decides what becomes of it, since only a proof that passed the check may be
//! learned from. Start reading at [`Sample`] and [`Learned`].

mod canonical;
mod examples;
mod goals;
mod guides;
mod plans;
mod sample;
mod suggest;
mod witness;

pub use canonical::{Canonical, canonical};
pub use examples::{capped, example, rank_of};
pub use goals::{FileGoal, file_goals};
pub use guides::{Choice, Learned, NetGuide, PolicyCard, PolicyError};
pub use sample::{Fate, Recorded, Recorder, Sample, Source as SampleSource, SubGoal};
pub use suggest::{Suggestion, Suggestions, suggest};

pub(crate) use plans::from_plan;
pub(crate) use witness::Witness;
