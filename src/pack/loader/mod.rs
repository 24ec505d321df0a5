//! Where rule files and the files of their tests come from.
//!
//! The language reaches no file by itself: a host chooses a loader. [`Builtin`] needs no files,
//! [`Memory`] holds texts of the program's own, [`Directory`] is the host's leave to read one
//! directory, [`Chain`] asks several in turn.

mod builtin;
mod chain;
mod directory;
mod files;
mod memory;

pub use builtin::Builtin;
pub use chain::Chain;
pub use directory::Directory;
pub use files::{Beside, Files, NoFiles};
pub use memory::Memory;

/// The path of a file beside a module, from where the paths of modules start.
fn beside(module: &str, file: &str) -> String {
    match module.rsplit_once('.') {
        Some((directory, _)) => format!("{}/{file}", directory.replace('.', "/")),
        None => file.to_owned(),
    }
}
