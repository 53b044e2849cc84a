//! Commands: the file driver and the elaboration of every command.
//!
//! Start reading at [`FrontEnd`]; `definition` is the longest way through.

mod attribute;
pub(crate) mod definition;
mod deriving;
mod deriving_data;
mod eval;
mod front_end;
mod guard_msgs;
mod header;
mod instance_name;
mod local_functions;
mod mutual;
mod params;
mod partial;
mod print;
mod query;
mod run;
mod scoping;
mod session;

pub(crate) use attribute::Undo;
pub use front_end::{DeclKind, DeclRecord, FrontEnd, Single, elab_single};
pub(crate) use params::visible_name;
pub use scoping::is_library_module;
pub use session::Session;
