//! What can be wrong with modules and their names, one problem a file.

mod circular_use;
mod declared_twice;
mod file;
mod module;

pub(crate) use circular_use::CircularUse;
pub(crate) use declared_twice::DeclaredTwice;
pub(crate) use file::{NoSuchFile, UnreadableFile};
pub(crate) use module::{NoSuchModule, OtherName, TooManyModules, UnreadableModule};
