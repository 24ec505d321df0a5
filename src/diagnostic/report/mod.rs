//! The bridge to miette: a problem and its texts as something that miette can draw.
//!
//! [`Located`] implements [`miette::Diagnostic`]; a program draws it with a handler of its own
//! choice, and a service turns it into any error report. The library itself draws nothing: the
//! drawing handler brings thirty crates, and only programs need it.
//!
//! Three things stand between a text from outside and a terminal. [`printable`] takes out escape
//! sequences and signs that turn the writing direction; [`SafeText`] hands out a window instead
//! of a line of megabytes, on which miette 7.6 panics; and [`fit`](fit::fit) keeps labels inside
//! the text and short.

mod fit;
mod located;
mod printable;
mod safe_text;

#[cfg(test)]
mod tests;

pub use located::Located;
pub(crate) use printable::printable;
pub(super) use safe_text::SafeTexts;
