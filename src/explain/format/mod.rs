//! Values in words: for people in their language, and exactly for machines.
//!
//! In: a [`Value`] with its [`Type`], which tells a share from a number. Out: text. An open value
//! is written as "unknown" with what is missing, never as its bounds alone, and nothing is
//! rounded in silence. Number formats follow Unicode CLDR (version 48, as ICU 78 gives them);
//! `number`, `money` and `date` say where they depart from it.

mod date;
mod duration;
mod list;
mod money;
mod names;
mod number;
mod open;
mod plain;
mod spoken;

pub use names::Names;
pub(super) use names::fitting;
pub use plain::Plain;
pub use spoken::Spoken;

#[cfg(test)]
mod tests;
