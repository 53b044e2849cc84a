//! From a proof that was found to the answer that is given: a script that people like to read, and what it says in words.
//!
//! The search finds *some* proof. [`minimise`] makes it short and stable, one accepted change after another; [`explain`]
//! says what it does. Both work on the text of the script, so they treat all tactics alike.

mod explain;
mod minimise;
mod script;
mod trial;

pub use explain::{Explanation, NameKind, explain};
pub(crate) use minimise::{Verdict, minimise};
pub(crate) use trial::Trial;
