//! Commands: the file driver and the elaboration of every command.
