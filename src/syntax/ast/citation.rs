//! Citations and texts in several languages.

use std::sync::Arc;

use super::{Expr, Path};
use crate::text::{Span, Spanned};

/// A language tag: two lower-case letters and an optional region, such as `pl` or `pt-BR`.
pub type LanguageTag = Spanned<Arc<str>>;

/// Words in several languages: `en "…" pl "…"`. `T` is `String`, or [`Template`] with holes.
#[derive(Clone, PartialEq, Debug)]
pub struct Localised<T> {
    /// One entry a language, in the order written.
    pub entries: Vec<(LanguageTag, Spanned<T>)>,
    /// From the first tag to the last text.
    pub span: Span,
}

/// A text with holes: `"Cross-financing is {cross_financed}."`.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Template {
    /// The parts in order.
    pub parts: Vec<TemplatePart>,
}

/// A piece of a [`Template`].
#[derive(Clone, PartialEq, Debug)]
pub enum TemplatePart {
    /// Words, with escapes resolved.
    Text(String),
    /// An expression in braces.
    Hole(Box<Expr>),
}

/// `cpr.regulation "Art. 63(2)" quote pl "…" unverified`.
#[derive(Clone, PartialEq, Debug)]
pub struct Citation {
    /// The source's name.
    pub source: Path,
    /// The place in it, such as `"Art. 63(2)"`.
    pub place: Option<Spanned<String>>,
    /// The words of the source.
    pub quotes: Vec<Quote>,
    /// The wording could not be read in its source.
    pub unverified: bool,
    /// The whole citation.
    pub span: Span,
}

/// Words of a source in its language: `quote sv "dock högst 4 529 875 kronor"`.
#[derive(Clone, PartialEq, Debug)]
pub struct Quote {
    /// The language of the words; absent where the source has only one.
    pub language: Option<LanguageTag>,
    /// The words, raw.
    pub text: Spanned<String>,
}
